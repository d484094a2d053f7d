"""What is printed between the words of a turn is not put into anybody's mouth, and what only looks like it stays said."""

from __future__ import annotations

import pytest

import quotedb

TALK = (
    "The keeper\n\nTheo Banks: You kept the lamp. Why?\n\nMara Kell: I liked the quiet.{}\n\nTheo Banks: And the storm?\n\n"
    "Mara Kell: I was asleep.\n\nTheo Banks: Would you do it again?\n\nMara Kell: Yes, I would.\n"
)


def second_turn(behind: str) -> str:
    """What Mara Kell says first, with this behind her words; all other turns stay as they are."""
    passages: dict[int, list[str]] = {}
    for u in quotedb.parse(TALK.format(behind)):
        if u.kind == "turn":
            passages.setdefault(u.passage, []).append(f"{u.label}: {u.text}")
    turns = [" | ".join(pieces) for pieces in passages.values()]
    assert [turns[0], *turns[2:]] == [
        "Theo Banks: You kept the lamp. Why?",
        "Theo Banks: And the storm?",
        "Mara Kell: I was asleep.",
        "Theo Banks: Would you do it again?",
        "Mara Kell: Yes, I would.",
    ]
    return turns[1].replace("Mara Kell: ", "")


NOT_SAID = {
    "a credit behind the words": " Photo: Ada Fry",
    "a credit in brackets": " (Photo by Jonas Beck / Isle Press)",
    "a credit in square brackets": " [Ada Fry/Isle Press]",
    "a credit with its agency": " Picture: Ada Fry / Isle Press",
    "a caption that ends in a credit": "\n\nMara Kell at the top of the tower in 1990. Photo: Ada Fry",
    "a caption, pictures": "\n\nThe lamp room after the storm. Pictures by Ada Fry",
    "a caption, courtesy": "\n\nThe tower as it looks today. Image courtesy of Ada Fry",
    "a source in brackets": "\n\nThe harbour after the storm of 1987 (Isle Press)",
    "a source in brackets, two names": "\n\nMara Kell waits for the boat to Holm (Ada Fry)",
    "a source in brackets, an archive": "\n\nThe old lamp and the men who built it (Harbour Archive)",
    "a note of the editor": "\n\nEditor's note: The lamp was put out in 1991.",
    "a note": "\n\nNote: Ms. Kell was called to the telephone.",
    "a link to another story": "\n\nREAD MORE: The ferry that never came",
    "related": "\n\nRelated: Ten lighthouses that you must see",
    "the record": "\n\nThe interview was interrupted by a telephone call.",
    "the record, edited": "\n\nThis conversation has been edited for length and clarity.",
    "the record, answers": "\n\nAnswers have been condensed.",
    "a pull quote": "\n\n“I was asleep.”",
    "a pull quote with its name": "\n\n\"You kept the lamp. Why?\"\n\n— Theo Banks",
    "a pull quote between guillemets": "\n\n«I liked the quiet»",
    "italics": "\n\n*The lights go out.*",
    "underscores": "\n\n_A bell rings._",
    "italics in markup": "\n\n<i>Somebody knocks at the door.</i>",
    "a post": "\n\n@gullwatcher77 · 4 May\nGood for the birds!",
    "a post, handle only": "\n\n@old_salt\nI know her.",
    "a post and its picture": "\n\n@ferryfan, 4 May\nA fine lamp.\n\npic.post.example/x8812",
    "a list of votes": "\n\nAYES\nAbbot, Banks, Dray\nNOES\nMarl, Pym",
    "votes with their number": "\n\nNoes (41)\nAbbot, Banks, Dray",
    "yeas": "\n\nYEAS—41\nAbbot, Banks, Dray",
}  # fmt: skip
SAID = {
    "a word for pictures in a sentence": " You saw the photo: it is dark.",
    "a bracket with a name": " It hangs there (the one by Ada Fry).",
    "a name behind a full stop": " I told Theo. Ada Fry knows.",
    "words in quotation marks that nobody else says": "\n\n“Put out the lamp,” they wrote to me.",
    "a whole paragraph in quotation marks": "\n\n“Put out the lamp and come home at once.”",
    "a colon in a sentence": "\n\nMy note: it was put out in 1991.",
    "a name and a place": "\n\nMy friend lived there (Tern).",
    "a call to somebody": "\n\n@Theo, you know her.",
    "emphasis in a sentence": "\n\n*Nobody* knew the lamp as I did.",
    "an interview is what she talks of": "\n\nThe interview was fun for my sister.",
    "she answers a post": "\n\n@gullwatcher77 wrote to me that the lamp was bad for the birds, and I wrote back.",
}


@pytest.mark.parametrize("name", NOT_SAID)
def test_what_is_printed_between_words_is_not_said(name: str) -> None:
    """Credits, captions, notes, pull quotes, stage directions in italics, posts and lists of votes."""
    assert second_turn(NOT_SAID[name]) == "I liked the quiet."


@pytest.mark.parametrize("name", SAID)
def test_what_only_looks_printed_is_said(name: str) -> None:
    """The traps."""
    assert second_turn(SAID[name]) == ("I liked the quiet." + SAID[name])


@pytest.mark.parametrize(
    ("first", "second"), [("Water", "Wind"), ("WATER AND WOOD", "WIND"), ("The Price of Water", "The Wind")]
)
def test_headings_inside_a_turn_are_like_those_above_labels(first: str, second: str) -> None:
    """A short line that is set like a heading above a label is none of the words of a turn."""
    text = (
        f"Question hour\n\nMS. KELL: I have two things to say.\n\n{first}\n\nWe have too much of it, and I know why.\n\n"
        f"MR. BANKS: And the other?\n\n{second}\n\nMS. KELL: We have plenty of that.\n\nMR. BANKS: I thank you.\n"
    )
    said = [u.text for u in quotedb.parse(text) if u.kind == "turn"]
    assert said == [
        "I have two things to say.",
        "We have too much of it, and I know why.",
        "And the other?",
        "We have plenty of that.",
        "I thank you.",
    ]


def test_a_short_line_of_a_speech_stays_said() -> None:
    """Where no heading stands above a label, a short line is part of the speech."""
    text = "MS. KELL: I have two words to say.\n\nThank You\n\nNo more than that.\n\nMR. BANKS: I thank you.\n\nMS. KELL: My pleasure.\n"
    assert any("Thank You" in u.text for u in quotedb.parse(text) if u.kind == "turn")
