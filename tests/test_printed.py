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
    "who gets up": "\n\nKell gets up and pours the tea. Outside, a gull screams.",
    "who laughs": "\n\nMara Kell laughs.",
    "who looks out": "\n\nKell looks out of the window for a long time.",
    "the heading of a chapter": "\n\nChapter 2: The storm",
    "the heading of a part": "\n\nPart II",
    "the heading of an episode": "\n\nEpisode 4 - The tower",
    "who is present": "\n\nPresent: Theo Banks, Mara Kell",
    "a table": "\n\n| Year | Boats |\n|---|---|\n| 2021 | 14 |",
    "a table without a line": "\n\n| Year | Boats |\n| 2021 | 14 |",
    "a table of one row": "\n\n| Steps | 131 | Keepers | 14 |",
    "a box of facts": "\n\n### The tower in figures\n\n* Built: 1790\n* Steps: 131",
    "a box of facts with dashes": "\n\n## Facts\n\n- built in 1790\n- 131 steps",
    "a box of facts with points": "\n\n### Facts\n\n• built in 1790\n• 131 steps",
    "a pull quote of Markdown": "\n\n> I was asleep.",
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
    "she tells of somebody else": "\n\nOlane gets up early. He taught me.",
    "she tells of who asks": "\n\nBanks asked me that before, you know.",
    "a chapter in a sentence": "\n\nChapter 2 was the best of my log.",
    "a list without a heading": "\n\n- I liked the bell.\n- I liked the hens.",
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


def test_headings_and_footnotes_that_count_up_are_not_said() -> None:
    """`4. The clock` above a label, and `2 See the letter.` between two turns; a list that somebody counts up stays said."""
    text = (
        "3. The wall\n\nThe CHAIR: We come to the wall.\n\nMs. KELL: I have the figures.\n\n1 They are printed below.\n\n"
        "The CHAIR: Thank you.\n\n4. The clock\n\nThe CHAIR: And now the clock.\n\n2 See the letter of 3 May.\n\n"
        "Ms. KELL: I say three things.\n\n"
        "1. It is wrong.\n\n2. It is late.\n\n3. It is ours.\n\n5. The gulls\n\nThe CHAIR: I close the meeting.\n"
    )
    said = [u.text for u in quotedb.parse(text) if u.kind == "turn"]
    assert [one for one in said if one[0].isdigit()] == []
    assert not any(word in " ".join(said) for word in ("printed", "letter", "The clock", "gulls"))
    assert "I say three things.\n\n1. It is wrong.\n\n2. It is late.\n\n3. It is ours." in said


RUNNING = (
    "MR. BANKS: I have three questions for you, and the first of them is\n\n{0}\n\nabout the boots.\n\nMS. KELL: I was afraid of that.\n\n"
    "MR. BANKS: Who paid for them? I have seen the bill, and the second is\n\n{1}\n\nabout the lamp.\n\n"
    "MS. KELL: I paid for them myself.\n\n"
    "MR. BANKS: And the lamp? That is my third question, as\n\n{2}\n\nyou will have guessed.\n\nMS. KELL: I did not touch it.\n"
)


@pytest.mark.parametrize("head", ["HARBOUR INQUIRY - DAY 4", "Day 4 of the Inquiry", "The Harbour Inquiry, 3 May"])
def test_a_head_that_runs_in_mid_sentence_is_not_said(head: str) -> None:
    """It comes back between the halves of sentences; three different lines do not."""
    assert head not in " ".join(u.text for u in quotedb.parse(RUNNING.format(head, head, head)) if u.kind == "turn")
    other = RUNNING.format("the old one and the one", "the one that you call", "the whole of the town and")
    assert "the one that you call" in " ".join(u.text for u in quotedb.parse(other) if u.kind == "turn")


@pytest.mark.parametrize(
    "line", ["ON SCREEN: The harbour at six", "LOWER THIRD: Mara Kell, keeper", "SPONSOR: Kell and Sons"]
)
def test_what_is_set_like_a_label_is_not_said_by_the_speaker_above(line: str) -> None:
    """Where all labels stand in capitals, such a line has no speaker, and a problem says so."""
    text = f"ANCHOR: Good evening. I see the harbour.\n\nBANKS: So do I.\n\n{line}\n\nANCHOR: What now, Theo?\n\nBANKS: We wait.\n"
    said = [u for u in quotedb.parse(text) if u.kind == "turn"]
    assert line not in " ".join(u.text for u in said)
    spoken = text.replace("ANCHOR", "Anchor").replace("BANKS", "Banks").replace(line, "MY POINT: we wait")
    assert "MY POINT" in " ".join(u.text for u in quotedb.parse(spoken) if u.kind == "turn")


@pytest.mark.parametrize(
    "line",
    ["Mara Kell kept the light from 1958 to 1991.", "Theo Banks writes for the Isle Press.", "Banks has two goats."],
)
def test_who_the_speakers_are_is_not_said_below_the_last_turn(line: str) -> None:
    """The page tells of them by name; a last paragraph that says "I" is said."""
    assert not any(line in u.text for u in quotedb.parse(TALK.format("") + f"\n{line}\n") if u.kind == "turn")
    own = line.rstrip(".") + ", I am told."
    assert any(own in u.text for u in quotedb.parse(TALK.format("") + f"\n{own}\n") if u.kind == "turn")


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
