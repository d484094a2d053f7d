"""The zones of invented pages: what is running text and what only stands on the page."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.shapes import Zone
from quotedb.parsing.zones.lines import layout_of, lines_of
from quotedb.parsing.zones.segments import segment

LEX = lexicon("en")
PROSE = "The council of Tern met on Monday to speak about water, and it did so for a long time, as it had before."


def zones(text: str) -> list[tuple[str, str]]:
    return [(block.zone.value, " ".join(text[block.start : block.end].split())) for block in segment(text, LEX)]


def zone_in_prose(line: str) -> str:
    text = f"A council meets\n\n{PROSE}\n\n{line}\n\n{PROSE}\n"
    return next(zone for zone, words in zones(text) if words == " ".join(line.split()))


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("What the river costs", "body"),
        ("What the River Costs", "heading"),
        ("## What the river costs", "heading"),
        ("Second part of the meeting:", "heading"),
        ("Thank you.", "body"),
        ("There is a saying in Tern: old wells give good water.", "body"),
        ("The guests at dinner on Monday. [Cara Lindt/Tern Press]", "caption"),
        ("He thanked the [northern] council. [applause]", "body"),
        ("Photo: Cara Lindt", "caption"),
        ("Ana Velt greets her guests at the gate on Monday. Council photo by Cara Lindt", "caption"),
        ("(Laughter.)", "stage"),
        ("(BEGIN VIDEOTAPE)", "stage"),
        ("[CROSSTALK]", "stage"),
        ("(Laughter.) And I mean it.", "body"),
        ("• Water in the north", "list"),
        ("Read more: The wells of Tern", "list"),
        ("[The wells of Tern](https://tern.example/wells)", "list"),
        ("By Cara Lindt", "furniture"),
        ("By the river there stood a house.", "body"),
        ("© 2011 Tern Press", "furniture"),
        ("Leave a comment", "furniture"),
        ("You may also like", "furniture"),
        ("Editors’ Picks", "furniture"),
        ("4 of 22", "furniture"),
        ("[[Page S758]]", "furniture"),
        ("* * *", "furniture"),
        ("5:55 P.M. EDT", "furniture"),
        ("END 6:29 P.M. EDT", "furniture"),
        ("Cara Lindt and Bo Olane contributed to this report.", "furniture"),
        ("<https://tern.example/wells>", "furniture"),
        ("1984", "body"),
    ],
)
def test_zone_of_a_paragraph_among_prose(line: str, zone: str) -> None:
    """Where nothing speaks against it a paragraph is body."""
    assert zone_in_prose(line) == zone


def test_questions_and_answers_of_the_outlet() -> None:
    """After the heading, questions and their answers are the outlet's, up to what is neither."""
    text = (
        f"{PROSE}\n\nFrequently Asked Questions (FAQs) about the wells\n\nWho owns the wells?\n\nThe council owns them.\n\n"
        f"Are they deep?\n\nThey are, and nobody has measured them yet.\n\nMore about the wells\n\n{PROSE}\n"
    )
    assert [zone for zone, _ in zones(text)] == ["body", "faq", "faq", "faq", "faq", "faq", "list", "body"]


def test_readers_comments() -> None:
    """A handle with a date and a time heads a comment; two of them make a comment section."""
    text = (
        f"{PROSE}\n\nWellWisher September 3, 2011 - 11:00 pm\n\nwhat about the dam tho\n\nRiver42 September 4, 2011 - 1:27 am\n\n"
        "“We will not pay,” she said, lol\n\nLeave a Comment\n\nTern Today brings you the latest news from the river.\n"
    )
    assert [zone for zone, _ in zones(text)] == [
        "body",
        "comment",
        "comment",
        "comment",
        "comment",
        "furniture",
        "furniture",
    ]


def test_one_dated_line_is_no_comment() -> None:
    """A dateline alone heads nothing."""
    text = f"{PROSE}\n\nCara Lindt September 3, 2011 - 11:00 pm\n\n{PROSE}\n"
    assert Zone.COMMENT not in {block.zone for block in segment(text, LEX)}


def test_front_matter_is_one_block() -> None:
    """What stands between two lines of dashes at the head of a file is about the text."""
    text = f"---\ntitle: Wells\ndate: 2011-05-03\nspeakers:\n  - Ana Velt\n---\n\n{PROSE}\n"
    first, second = segment(text, LEX)
    assert (first.zone, first.reason) == (Zone.FURNITURE, "front matter")
    assert text[second.start : second.end] == PROSE


def test_running_heads_come_back_beside_page_marks() -> None:
    """A line on every page next to its number is no sentence; the same words once are."""
    page = "PROCEEDINGS OF THE COUNCIL\n\n" + f"{PROSE}\n\n"
    text = "".join(f"{page}Page {number}\n\n" for number in range(1, 5))
    assert [zone for zone, words in zones(text) if words.startswith("PROC")] == ["furniture"] * 4


def test_wrapped_lines_are_one_block() -> None:
    """Lines that are full to the margin go on; a short one ends the paragraph."""
    text = (
        "The council of Tern met on Monday to speak about the price of water in\n"
        "the north, and it did so for a long time, as it had always done, with\n"
        "nobody leaving the room.\n\nThe second meeting was shorter, since there was nothing left that was\nworth a quarrel.\n"
    )
    assert [len(words.split()) for _, words in zones(text)] == [35, 15]
    assert layout_of(text, lines_of(text)).wrapped


def test_a_line_may_be_a_paragraph() -> None:
    """Where lines differ freely in length, each is a paragraph."""
    text = f"{PROSE}\nYes.\n{PROSE} {PROSE}\nNobody knew.\n"
    assert len(segment(text, LEX)) == 4


def test_a_stage_direction_over_two_lines_is_one_block() -> None:
    """A bracket that opens on one line and closes on the next is one stage direction."""
    text = f"{PROSE}\n(Applause from the north\nand from the south)\n{PROSE}\n"
    assert [zone for zone, _ in zones(text)] == ["body", "stage", "body"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aB .\n\n\t():[]#*-—'”\f\xa0é1")), max_size=200))
def test_blocks_cover_the_text_in_order(text: str) -> None:
    """Blocks are trimmed, never overlap, give a reason, and leave only white space between them."""
    blocks = segment(text, LEX)
    for block in blocks:
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        assert block.reason
    edges = [(0, 0), *((block.start, block.end) for block in blocks), (len(text), len(text))]
    for (_, end), (start, _) in itertools.pairwise(edges):
        assert end <= start
        assert not text[end:start].strip()
