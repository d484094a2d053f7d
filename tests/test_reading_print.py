"""What print shows by weight or place alone: bold labels of a PDF, numbered lines in the rows of a page, words side by side."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from fpdf import FPDF

import quotedb
from quotedb.reading import read

Parts = Sequence[tuple[bool, str]]  # in bold or not, words


def printed(paragraphs: Sequence[Parts], foot: str = "") -> bytes:
    """A PDF with a line for each paragraph, some of its words in bold."""
    made = FPDF(format="A4")
    made.set_auto_page_break(False)
    made.add_page()
    for row, parts in enumerate(paragraphs):
        across = 25.0
        for bold, words in parts:
            made.set_font("Times", "B" if bold else "", 11)
            made.text(across, 30 + row * 10, words)
            across += made.get_string_width(words + " ")
    made.set_font("Times", "", 9)
    if foot:
        made.text(100, 280, foot)
    return bytes(made.output())


def text_of(content: bytes) -> str:
    return read(io.BytesIO(content)).text


def turns_of_page(body: str) -> list[tuple[str | None, str]]:
    page = (
        f"<!DOCTYPE html><html><head><title>The harbour inquiry</title></head><body><main>{body}</main></body></html>"
    )
    found = quotedb.parse(read(io.BytesIO(page.encode())))
    return [(u.label, " ".join(u.text.split())) for u in found if u.kind == "turn"]


BOLD = {
    "names that come back": (
        [
            [(True, "Ana Velt"), (False, "Who kept the lamp?")],
            [(True, "Bo Olane"), (False, "I did, for nine winters.")],
            [(True, "Ana Velt"), (False, "And then?")],
            [(True, "Bo Olane"), (False, "Then I was tired.")],
        ],
        "Ana Velt: Who kept the lamp?\n\nBo Olane: I did, for nine winters.\n\nAna Velt: And then?\n\nBo Olane: Then I was tired.\n",
    ),
    "one who speaks once": (
        [
            [(True, "The Chair"), (False, "I call the keeper.")],
            [(True, "Bo Olane"), (False, "Here I am.")],
            [(True, "The Chair"), (False, "Is it lit?")],
            [(True, "Bo Olane"), (False, "It is.")],
            [(True, "Sara Marsh"), (False, "It is not.")],
        ],
        "The Chair: I call the keeper.\n\nBo Olane: Here I am.\n\nThe Chair: Is it lit?\n\nBo Olane: It is.\n\nSara Marsh: It is not.\n",
    ),
    "a colon that stands there already": (
        [
            [(True, "Ana Velt:"), (False, "Who kept the lamp?")],
            [(True, "Bo Olane:"), (False, "I did.")],
            [(True, "Ana Velt:"), (False, "And then?")],
            [(True, "Bo Olane:"), (False, "Then I was tired.")],
        ],
        "Ana Velt: Who kept the lamp?\n\nBo Olane: I did.\n\nAna Velt: And then?\n\nBo Olane: Then I was tired.\n",
    ),
    "a trap: words in bold that open a paragraph each": (
        [
            [(True, "The lamp"), (False, "was lit at noon.")],
            [(True, "A bell"), (False, "rang for the boats.")],
            [(True, "Nobody"), (False, "came before night.")],
        ],
        "The lamp was lit at noon.\n\nA bell rang for the boats.\n\nNobody came before night.\n",
    ),
}


@pytest.mark.parametrize(("paragraphs", "expected"), BOLD.values(), ids=BOLD)
def test_bold_labels_of_a_pdf_have_a_colon(paragraphs: Sequence[Parts], expected: str) -> None:
    assert text_of(printed(paragraphs)).split() == expected.split()


def test_the_number_of_a_single_page_is_left_out() -> None:
    lines = [[(False, f"The keeper wrote the {n}. line of his log.")] for n in range(1, 9)]
    assert text_of(printed(lines, foot="1")) == text_of(printed(lines))


def test_numbered_lines_in_the_rows_of_a_page() -> None:
    lines = [
        "Q.  Were you on the pier that", "    night?", "A.  I was.", "Q.  Whom did you see there?", "A.  Two men and a dog, and",
        "    the dog saw me.", "Q.  Did you know the men?", "A.  I knew the dog.", "     MR. VELT:  I object.", "     THE COURT:  Go on.",
        "Q.  Where did they go?", "A.  Down to the boats, with a", "    lantern.", "Q.  Is that all?", "A.  That is all I saw.",
    ]  # fmt: skip
    rows = "".join(f"<tr><td>{n}</td><td>{line}</td></tr>\n" for n, line in enumerate(lines, 1))
    assert turns_of_page(f"<h1>The harbour inquiry</h1><table>{rows}</table>") == [
        ("Q", "Were you on the pier that night?"),
        ("A", "I was."),
        ("Q", "Whom did you see there?"),
        ("A", "Two men and a dog, and the dog saw me."),
        ("Q", "Did you know the men?"),
        ("A", "I knew the dog."),
        ("MR. VELT", "I object."),
        ("THE COURT", "Go on."),
        ("Q", "Where did they go?"),
        ("A", "Down to the boats, with a lantern."),
        ("Q", "Is that all?"),
        ("A", "That is all I saw."),
    ]


def test_a_table_of_figures_keeps_its_numbers() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Boat {n}</td><td>{n * 7} tons</td></tr>\n" for n in (4, 9, 12, 30, 31))
    page = f"<html><head><title>Boats</title></head><body><main><h1>Boats</h1><p>All boats of the harbour.</p><table>{rows}</table></main></body></html>"
    assert "30" in read(io.BytesIO(page.encode())).text


def test_a_time_and_a_name_side_by_side() -> None:
    talk = [
        ("9:00", "Ana Velt", "Is the lamp lit?"),
        ("9:02", "Bo Olane", "It has been lit since noon."),
        ("9:03", "Ana Velt", "I see no light."),
    ]
    talk += [("9:05", "Bo Olane", "Then you look the wrong way."), ("9:06", "Ana Velt", "So I do.")]
    body = "".join(
        f'<div class="turn"><span class="clock">{clock}</span><span class="who">{name}</span><div>{words}</div></div>\n'
        for clock, name, words in talk
    )
    assert turns_of_page(body) == [(name, words) for _, name, words in talk]


def test_a_word_in_two_spans_stays_one_word() -> None:
    page = "<html><body><main><p>The <span class='a'>light</span>house is <span>un</span><span>lit</span> tonight, and nobody knows why.</p></main></body></html>"
    assert "The lighthouse is unlit tonight" in read(io.BytesIO(page.encode())).text
