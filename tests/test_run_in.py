"""Labels inside lines: pages that lost their line breaks, captions that run on, and what only looks like them."""

from __future__ import annotations

import pytest

from conftest import turns_as_printed

RUN_IN = {
    "initials of the names that speak first, with figures lost before some": (
        (
            "Interview for the harbour archive\n\n"
            "Ana Velt: This begins our talk with Bo Marsh in Ternhaven. Sara Olin: Thank you for coming. Where were you born? "
            "Bo Marsh: I was born by the sound, in May, SO: And your people? BM: Fishers. SO: Tell me of your father. "
            "BM: He had a boat. He sold it in SO: What a year to sell a boat! BM: Yes. SO: Did you sail with him? BM: I did.\n"
        ),
        [
            ("Ana Velt", "This begins our talk with Bo Marsh in Ternhaven."),
            ("Sara Olin", "Thank you for coming. Where were you born?"),
            ("Bo Marsh", "I was born by the sound, in May,"),
            ("SO", "And your people?"),
            ("BM", "Fishers."),
            ("SO", "Tell me of your father."),
            ("BM", "He had a boat. He sold it in"),
            ("SO", "What a year to sell a boat!"),
            ("BM", "Yes."),
            ("SO", "Did you sail with him?"),
            ("BM", "I did."),
        ],
    ),
    "a time behind every label": (
        (
            "The council by telephone\n\nRead the whole talk here.\n\n"
            "Speaker 1: (00:00) You say that the gate may stay open. Why should it? Ms. Olin: (00:29) I would say two things. "
            "First, it has no lock, and- Speaker 1: (00:47) Okay, I have that. What is the second? "
            "Ms. Olin: (00:49) That you lost the key.\n"
        ),
        [
            ("Speaker 1", "You say that the gate may stay open. Why should it?"),
            ("Ms. Olin", "I would say two things. First, it has no lock, and-"),
            ("Speaker 1", "Okay, I have that. What is the second?"),
            ("Ms. Olin", "That you lost the key."),
        ],
    ),
    "captions: arrows before a voice in small letters": (
        (
            "tv Harbour Hour May 27, 2013 5:00pm-6:00pm\n\n5:02 pm\n"
            ">> host: ana velt, in your first book you write that the harbour is a guest. >> guest: we are no part of any party. "
            "i go where "
            "the boats are. >> host: and in winter? >> guest: that's right, i stay at home.\n"
        ),
        [
            ("host", "ana velt, in your first book you write that the harbour is a guest."),
            ("guest", "we are no part of any party. i go where the boats are."),
            ("host", "and in winter?"),
            ("guest", "that's right, i stay at home."),
        ],
    ),
    "names and offices in capitals": (
        (
            "Harbour News, May 20. This copy may not be in its final form.\n\n"
            "SARA OLIN, TERN NEWS HOST: Welcome to the show. I am Sara Olin. Here is Bo Marsh. BO MARSH, HARBOUR ANALYST: I think that the "
            "gate is shut for good. OLIN: How do you know? MARSH: I tried it. OLIN: When? MARSH: In May. OLIN: What did the council say? "
            "MARSH: That I should wait. ANA VELT, MEMBER OF THE COUNCIL: I did not say that. OLIN: Thank you both.\n"
        ),
        [
            ("SARA OLIN, TERN NEWS HOST", "Welcome to the show. I am Sara Olin. Here is Bo Marsh."),
            ("BO MARSH, HARBOUR ANALYST", "I think that the gate is shut for good."),
            ("OLIN", "How do you know?"),
            ("MARSH", "I tried it."),
            ("OLIN", "When?"),
            ("MARSH", "In May."),
            ("OLIN", "What did the council say?"),
            ("MARSH", "That I should wait."),
            ("ANA VELT, MEMBER OF THE COUNCIL", "I did not say that."),
            ("OLIN", "Thank you both."),
        ],
    ),
    "a question without a colon among labels that are run in": (
        (
            "Press briefing\n\n"
            "MS. VELT:  Hello.  The ferry is late.  I will take questions.  Q    Good to see you. MS. VELT:  Pardon me? "
            "Q    Good to see you. "
            "MS. VELT:  You too.  MR. OLIN:  The ferry has a new engine.  Q    Does it run? MR. OLIN:  It will.  MS. VELT:  In June.  "
            "MR. OLIN:  Or July.\n"
        ),
        [
            ("MS. VELT", "Hello.  The ferry is late.  I will take questions."),
            ("Q", "Good to see you."),
            ("MS. VELT", "Pardon me?"),
            ("Q", "Good to see you."),
            ("MS. VELT", "You too."),
            ("MR. OLIN", "The ferry has a new engine."),
            ("Q", "Does it run?"),
            ("MR. OLIN", "It will."),
            ("MS. VELT", "In June."),
            ("MR. OLIN", "Or July."),
        ],
    ),
}


@pytest.mark.parametrize("name", RUN_IN)
def test_labels_inside_lines(name: str) -> None:
    """Every label opens a turn, and neither times nor arrows are said."""
    text, expected = RUN_IN[name]
    assert turns_as_printed(text) == expected


NOBODY = {
    "times in a programme": (
        "The evening\n\nWe open the hall at six. Soup for all: (18:30) in the yard. Songs of the sea: (19:00) on the pier. "
        "Whoever comes by boat may tie it up at the steps.\n"
    ),
    "arrows that lead through menus": (
        "The form\n\nOpen the page and go to the menu >> settings: you find the name of your boat there. Then go to >> print.\n"
    ),
    "initials that are a rule's number": (
        "The rules\n\nAna Velt, Bo Marsh and Sara Olin wrote them. See AV: three to nine, and BM: ten, and SO: the rest of it. "
        "Nobody has read AV: it is too long.\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOBODY)
def test_marks_inside_prose(name: str) -> None:
    """A time, an arrow or capitals with a colon in running text are no labels."""
    assert turns_as_printed(NOBODY[name]) == []
