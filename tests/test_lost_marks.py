"""Labels that lost the mark or the line break of the others, and marks that every line of a page has."""

from __future__ import annotations

import pytest

from conftest import turns_as_printed

HEARING = [
    ("Q", "You were in the loft, were you not?"),
    ("A", "Yes."),
    ("Q", "Who built the loft?"),
    ("A", "At the time it was my aunt. I held the nails."),
    ("Q", "Did you see the letter?"),
    ("A", "No, I was not shown any."),
    ("Q", "You saw the boat on that day."),
    ("A", "A Russian boat, I think."),
]
PRINTS = {
    "a space": "\n".join(f"{who} {words}" for who, words in HEARING),
    "a point behind the first question": "\n".join(
        f"{who}{'.' if not n else ''} {words}" for n, (who, words) in enumerate(HEARING)
    ),
    "an answer without a space": "\n".join(f"{who}{'' if words[:2] == 'At' else ' '}{words}" for who, words in HEARING),
}


@pytest.mark.parametrize("name", PRINTS)
def test_answers_without_a_mark(name: str) -> None:
    """Where questions have only a space behind their letter, so have the answers."""
    assert turns_as_printed("in the harbour and that the loft was built there.\n" + PRINTS[name] + "\n") == HEARING


def test_a_line_that_begins_with_an_article() -> None:
    """`A Russian boat` goes on an answer: no question stands right above it."""
    text = "\n".join(f"{who} {words}" for who, words in HEARING[:6]) + "\nA Russian boat lay there.\nQ Thank you.\n"
    assert turns_as_printed(text) == [
        *HEARING[:5],
        ("A", "No, I was not shown any.\nA Russian boat lay there."),
        ("Q", "Thank you."),
    ]


def test_one_lost_line_break() -> None:
    """A title and a name in capitals speak inside a paragraph as well, where lines begin so; a name in prose does not."""
    text = (
        "The trial\n\nTHE PRESIDENT: You have misunderstood me, Dr. Velt.\n\nThe one is not the other. DR. VELT: Mr. President, I "
        "understood you. I did want to say more.\n\nTHE PRESIDENT: Say it, then. I told Mr. Olin this: be short.\n"
    )
    assert turns_as_printed(text) == [
        ("THE PRESIDENT", "You have misunderstood me, Dr. Velt.\n\nThe one is not the other."),
        ("DR. VELT", "Mr. President, I understood you. I did want to say more."),
        ("THE PRESIDENT", "Say it, then. I told Mr. Olin this: be short."),
    ]


TALK = [("VELT", "How are you? I am glad to see you."), ("MARSH", "I am well. I saw the clerk."), ("VELT", "What did he say?"),
        ("MARSH", "That you may read it."), ("VELT", "I will.")]  # fmt: skip


@pytest.mark.parametrize("bullet", ["-", "•", "*"])
def test_every_line_has_a_bullet(bullet: str) -> None:
    """A page that makes a list of all its lines has a bullet before names and words: neither is said."""
    text = "The office\n\n" + "\n".join(f"{bullet} {who}\n{bullet} {words}" for who, words in TALK) + "\n"
    assert turns_as_printed(text) == TALK


def test_a_dash_that_is_said() -> None:
    """Where names have no bullet, the list that somebody reads out keeps its own."""
    text = "The office\n\n" + "\n\n".join(f"{who}: {words}" for who, words in TALK[:4])
    text += "\n\nVELT: I will read two things:\n\n- the letter,\n\n- the map.\n\nMARSH: Good. I have both.\n"
    assert "- the letter" in turns_as_printed(text)[4][1]


def test_fields_above_the_talk() -> None:
    """`Speaker: Ana Velt` among the fields of an archive says whose tape it is."""
    text = (
        "A tape of the harbour office\n\nSpeaker: Ana Velt\nRecorded On: 3/20/1973\nPlace: Harbour office\nSubject: The letter\n\n"
        + "\n".join(f"{who}: {words}" for who, words in TALK)
    )
    assert turns_as_printed(text) == TALK


def test_what_a_page_says_below_an_excerpt() -> None:
    """What a page says of its excerpt, and the story below that, are the page's words."""
    text = "The talk\n\n" + "\n\n".join(f"{who}: {words}" for who, words in TALK)
    text += "\n\nThis is a short excerpt from a talk of last night.\n\nThe two spoke for an hour.\n"
    assert turns_as_printed(text) == TALK


DASHES = {
    "a hyphen behind capitals": "TERN POST- {q}\n\nANA VELT- {a}",
    "a point and a hyphen": "Pregunta.- {q}\nPortavoz.- {a}",
    "initials that look like a title": "S: {q}\n\nMS: {a}",
}


@pytest.mark.parametrize("name", DASHES)
def test_marks_that_look_like_others(name: str) -> None:
    """A hyphen at the end of a name in capitals, a point with a hyphen, and MS for Mara Sund."""
    said = [(words, HEARING[n + 1][1]) for n, (who, words) in enumerate(HEARING) if who == "Q"]
    text = "The hearing\n\n" + "\n\n".join(DASHES[name].format(q=question, a=answer) for question, answer in said)
    asks, answers = {"T": ("TERN POST", "ANA VELT"), "P": ("Pregunta", "Portavoz"), "S": ("S", "MS")}[DASHES[name][0]]
    assert turns_as_printed(text) == [
        pair for question, answer in said for pair in ((asks, question), (answers, answer))
    ]
