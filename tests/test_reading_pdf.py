"""PDFs: lines become paragraphs again, pages are remembered, what belongs to the page stays out of the text."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF

import quotedb
from quotedb.errors import UnreadableSource
from quotedb.reading import read
from quotedb.reading.printed.pdf import _text

Line = str | tuple[float, str]  # words, or (millimetres set in, words); "" is a blank line
WORDS = (
    "The harbour board met in the old chandlery and heard from the keeper of the lamps, who had brought the log of "
    "the past nine winters with her and read from it for most of the morning. Nobody left before noon."
)

NAMES = ("Olin", "Brandt", "Rask", "Velt", "Arden", "Sandrigg", "Ombley", "Ostanz", "Karrandel", "Hollisk")


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    head: str = "",
    foot: str = "",
    leading: float = 6,
    font: str = "Times",
    title: str = "",
    author: str = "",
) -> bytes:
    """A PDF with these lines; `head` and `foot` may hold {n} and {of}."""
    made = FPDF(format="A4")
    made.set_auto_page_break(False)
    if title:
        made.set_title(title)
    if author:
        made.set_author(author)
    for number, lines in enumerate(pages, 1):
        made.add_page()
        made.set_font(font, size=11)
        if head:
            made.text(25, 15, head.format(n=number, of=len(pages)))
        for row, line in enumerate(lines):
            inset, words = line if isinstance(line, tuple) else (0.0, line)
            if words:
                made.text(25 + inset, 30 + row * leading, words)
        if foot:
            made.text(100, 285, foot.format(n=number, of=len(pages)))
    return bytes(made.output())


def paragraph(words: str, *, inset: float = 0, width: int = 80) -> list[Line]:
    """A paragraph broken into lines, the first one set in."""
    lines: list[Line] = list(textwrap.wrap(words, width))
    return [(inset, str(lines[0])), *lines[1:]]


def put(folder: Path, content: bytes, name: str = "minutes.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def text_of(content: bytes) -> str:
    return read(io.BytesIO(content)).text


@pytest.mark.parametrize("font", ["Times", "Helvetica", "Courier"])
@pytest.mark.parametrize("leading", [5, 10])
def test_paragraphs_with_a_first_line_set_in_are_rebuilt(font: str, leading: float) -> None:
    """Single or double spacing, whatever the letters: one paragraph is one line of text."""
    turns = [f"MARA OLIN: {WORDS}", f"TEO BRANDT: {WORDS}", "MARA OLIN: Yes."]
    lines = [line for turn in turns for line in paragraph(turn, inset=12, width=70)]
    assert text_of(pdf([lines], font=font, leading=leading)) == "\n\n".join(turns) + "\n"


def test_paragraphs_with_blank_lines_between_are_rebuilt() -> None:
    turns = [f"Mara Olin: {WORDS}", f"Teo Brandt: {WORDS}", "Mara Olin: Yes.", "Teo Brandt: No, no."]
    lines = [line for turn in turns for line in [*paragraph(turn), ""]]
    assert text_of(pdf([lines])) == "\n\n".join(turns) + "\n"


def test_hanging_paragraphs_are_rebuilt() -> None:
    """The label stands out at the margin, the lines below it are set in."""
    turns = [f"Mara Olin: {WORDS}", f"Teo Brandt: {WORDS} {WORDS}", "Mara Olin: Yes, all of them."]
    lines: list[Line] = []
    for turn in turns:
        first, *others = textwrap.wrap(turn, 80)
        lines += [first, *((12, line) for line in others)]
    assert text_of(pdf([lines])) == "\n\n".join(turns) + "\n"


def test_short_turns_on_lines_of_their_own_stay_apart() -> None:
    turns = ["MARA OLIN: Are the lamps lit?", "TEO BRANDT: All nine.", "MARA OLIN: And the tenth?", "TEO BRANDT: No."]
    lines = [*turns, *paragraph(f"MARA OLIN: {WORDS}")]
    assert text_of(pdf([lines])).split("\n\n")[:4] == turns


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Harbour board, 3 May 2024", "{n} of {of}"),
        ("Draft", "- {n} -"),
        ("", "Page {n}"),
        ("Minutes of evidence    {n}", ""),
    ],
)
def test_running_heads_and_page_numbers_are_left_out(head: str, foot: str) -> None:
    """A sentence runs on over the page as if there were none, and each page knows where it begins."""
    lines = textwrap.wrap(f"MARA OLIN: {WORDS * 6}", 80)
    document = read(io.BytesIO(pdf([lines[:5], lines[5:10], lines[10:]], head=head, foot=foot)))
    assert document.text == " ".join(lines) + "\n"
    assert len(document.pages) == 3
    assert [document.text[at:].startswith(lines[5 * page]) for page, at in enumerate(document.pages)] == [True] * 3


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    made = []
    for number in range(1, 9):
        head = f"{number}    HARBOUR BOARD" if number % 2 else f"THE LAMPS OF ORVASK    {number}"
        made.append([head, "", "", *textwrap.wrap(f"{NAMES[number]} says this: {WORDS[number * 9 :]}", 80)])
    text = text_of(pdf(made))
    assert "HARBOUR BOARD" not in text
    assert "ORVASK" not in text
    assert text.count("says this") == 8


def test_a_line_at_the_edge_that_comes_once_is_text() -> None:
    lines = textwrap.wrap(WORDS * 2, 80)
    text = text_of(pdf([["Hearing on the lamps", "", *lines], lines[::-1], ["(Laughter.)", *lines]], foot="{n}"))
    assert text.startswith("Hearing on the lamps\n\n")
    assert "(Laughter.)" in text
    assert "\n3\n" not in text


def test_a_label_at_the_top_of_every_page_is_no_running_head() -> None:
    """What ends with a colon says who speaks."""
    page = ["MARA OLIN:", *textwrap.wrap(WORDS, 80)]
    assert text_of(pdf([page, page, page])).count("MARA OLIN:") == 3


HYPHENS = [
    (["Nobody spoke of the light-", "house, though a lighthouse was all they had."], "of the lighthouse, though"),
    (["A well-known keeper of lamps came, a well-", "known one indeed."], "a well-known one"),
    (["They asked for a tide-", "gauge, and nobody had ever built one there."], "a tide-gauge, and"),
    (["Boats with two masts and three, many two-", "and three-masted ones."], "many two- and three-masted"),
    (["In all of the years between 2010-", "2014 nobody did anything."], "2010-2014 nobody"),
    (["That afternoon the board met with the Olin-", "Brandt committee about the lamps."], "Olin-Brandt"),
]


@pytest.mark.parametrize(("lines", "expected"), HYPHENS)
def test_a_hyphen_at_a_line_end_is_dropped_only_where_the_document_writes_the_word_without(
    lines: list[str], expected: str
) -> None:
    assert expected in text_of(pdf([lines]))


def test_numbers_of_lines_are_left_out() -> None:
    """A deposition counts its lines from 1 to 25 on every page."""
    speech = [f"Q.   Did you see lamp {n}?" if n % 2 else "A.   I saw it burn." for n in range(50)]
    pages = [[f"{n:>2}        {line}" for n, line in enumerate(speech[at : at + 25], 1)] for at in (0, 25)]
    text = text_of(pdf(pages, font="Courier", leading=9))
    assert text.split("\n\n")[:3] == ["A. I saw it burn.", "Q. Did you see lamp 1?", "A. I saw it burn."]
    assert len(text.split("\n\n")) == 50


QUESTIONS: dict[str, tuple[list[Line], list[str]]] = {
    "what goes on stands at the margin": (
        [
            (10, "Q.   Let me hand you the sheet that was marked as Exhibit"),
            "4.",
            (20, "(Exhibit 4 was marked for"),
            "identification.)",
            (10, "A.   It is my sheet for the night of the eleventh, I am"),
            "sure.",
            (10, "Q.   Did you hold the boat at mile nineteen or did you not"),
            "hold it?",
            (10, "A.   No, sir."),
            (10, "Q.   How do you know?"),
            (10, "A.   It lies there."),
            (10, "Q.   At mile nineteen?"),
        ],
        [
            "Q. Let me hand you the sheet that was marked as Exhibit 4.",
            "(Exhibit 4 was marked for identification.)",
            "A. It is my sheet for the night of the eleventh, I am sure.",
            "Q. Did you hold the boat at mile nineteen or did you not hold it?",
            "A. No, sir.",
            "Q. How do you know?",
            "A. It lies there.",
            "Q. At mile nineteen?",
        ],
    ),
    "the record speaks at the same margin": (
        [
            "MS. VELT: I have nothing further to ask of the witness.",
            "(Whereupon, the deposition was concluded at noon.)",
            "CERTIFICATE OF REPORTER",
            "I, Bo Olane, certify that this is a true record of it.",
        ],
        [
            "MS. VELT: I have nothing further to ask of the witness.",
            "(Whereupon, the deposition was concluded at noon.)",
            "CERTIFICATE OF REPORTER",
            "I, Bo Olane, certify that this is a true record of it.",
        ],
    ),
    "a trap: capitals and a bracket in mid-sentence": (
        [
            "The keeper of the lamps said that the ship was called the",
            "OSPREY OF TERN and that her master was a man who had been",
            "(The log says so) at sea for as long as he could remember",
            "and a little longer.",
        ],
        [
            (
                "The keeper of the lamps said that the ship was called the OSPREY OF TERN and that her master was a man "
                "who had been (The log says so) at sea for as long as he could remember and a little longer."
            ),
        ],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), QUESTIONS.values(), ids=QUESTIONS)
def test_questions_and_answers_that_are_set_in_end_where_the_next_begins(
    lines: list[Line], expected: list[str]
) -> None:
    assert [" ".join(one.split()) for one in text_of(pdf([lines])).strip().split("\n\n")] == expected


def test_columns_are_read_one_after_the_other() -> None:
    left, right = textwrap.wrap(f"Left: {WORDS}", 36), textwrap.wrap(f"Right: {WORDS}", 36)
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=9)
    for x, column in ((20, left), (115, right)):
        for row, line in enumerate(column):
            made.text(x, 30 + 5 * row, line)
    text = " ".join(text_of(bytes(made.output())).split())
    assert text == f"Left: {WORDS} Right: {WORDS}"


def test_a_page_in_columns_among_others_has_lines_of_its_own_length() -> None:
    made = FPDF()
    made.set_font("Helvetica", size=9)
    made.add_page()
    for row, line in enumerate(textwrap.wrap(f"Before: {WORDS * 3}", 100)):
        made.text(20, 30 + 5 * row, line)
    made.add_page()
    for x, label in ((20, "Left"), (115, "Right")):
        for row, line in enumerate(textwrap.wrap(f"{label}: {WORDS * 3}", 36)):
            made.text(x, 30 + 5 * row, line)
    expected = [f"{label}: {WORDS * 3}" for label in ("Before", "Left", "Right")]
    assert text_of(bytes(made.output())).strip().split("\n\n") == expected


def test_every_utterance_knows_the_page_it_begins_on() -> None:
    turns = [f"{'MARA OLIN' if n % 2 else 'TEO BRANDT'}: I told {NAMES[n]} this. {WORDS[n * 9 :]}" for n in range(9)]
    pages = [[line for turn in turns[at : at + 3] for line in [*paragraph(turn), ""]] for at in (0, 3, 6)]
    document = read(io.BytesIO(pdf(pages, foot="{n}")))
    found = [utterance for utterance in quotedb.parse(document) if utterance.kind == "turn"]
    assert [utterance.page for utterance in found] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert all(utterance.page is None for utterance in quotedb.parse(document.text))


def test_a_page_without_text_keeps_its_number() -> None:
    document = read(io.BytesIO(pdf([textwrap.wrap(WORDS, 80), [], textwrap.wrap(f"Yes. {WORDS}", 70)])))
    assert len(document.pages) == 3
    assert document.pages[1] == document.pages[2] > document.pages[0] == 0


def test_title_and_author_come_from_the_file_unless_a_program_made_them_up(tmp_path: Path) -> None:
    lines = ["The lamps of Orvask", "", *paragraph(WORDS)]
    named = read(put(tmp_path, pdf([lines], title="Minutes of May", author="Jona Rask")))
    assert (named.title, named.byline, named.media_type) == ("Minutes of May", "Jona Rask", "application/pdf")
    printed = read(put(tmp_path, pdf([lines], title="Microsoft Word - minutes_final2.doc")))
    assert (printed.title, printed.byline) == ("The lamps of Orvask", None)


def test_what_is_given_beats_the_file(tmp_path: Path) -> None:
    path = put(tmp_path, pdf([paragraph(WORDS)], title="Minutes of May"))
    assert read(path, title="Another").title == "Another"


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableSource) as refused:
        text_of(content)
    return str(refused.value)


def test_a_scan_gets_a_clear_sentence() -> None:
    """No text on any page, or nothing but what a scanner prints on each."""
    assert "is a PDF without text, probably a scan; let a program for text recognition" in refusal(pdf([[], []]))
    assert "probably a scan" in refusal(pdf([[], [], []], foot="Scanned page {n}"))


def test_an_encrypted_file_gets_a_clear_sentence_and_one_that_anybody_may_open_is_read() -> None:
    for password, words in (("secret", "is an encrypted PDF; open it with its password"), ("", "")):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([paragraph(WORDS)])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - of a test
        stream = io.BytesIO()
        writer.write(stream)
        if words:
            assert words in refusal(stream.getvalue())
        else:
            assert text_of(stream.getvalue()) == WORDS + "\n"


def test_a_damaged_file_gets_a_clear_sentence() -> None:
    whole = pdf([paragraph(WORDS)])
    for content in (b"%PDF-1.7\n", whole[:200], b"%PDF-1.7\n" + bytes(range(256)) * 9):
        message = refusal(content)
        assert "PDF" in message
        assert "\n" not in message
        assert ";" in message


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    assert read(put(tmp_path, b"\r\n" + pdf([paragraph(WORDS)]), "minutes.txt")).media_type == "application/pdf"
    assert read(put(tmp_path, b"Mara Olin: Yes.\n", "talk.pdf")).media_type == "text/plain"


def test_letters_of_the_printer_are_spelled_out() -> None:
    """A ligature or a soft hyphen is the type's, not the speaker's: the word is found as people type it."""
    assert "the harbour board" in text_of(pdf([paragraph(f"MARA OLIN: I say the har\xadbour board. {WORDS}")]))
    assert _text(lambda: "the ﬁrst oﬃce of the ﬂeet") == "the first office of the fleet"
