"""Quotation marks to spans: every style, and no mark that breaks anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.prose.marks import Marked, find_marked
from quotedb.parsing.shapes import Block, Zone


def paragraphs(text: str) -> list[Block]:
    return [Block(m.start(), m.end(), Zone.BODY, "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def marked(text: str) -> list[Marked]:
    return find_marked(text, paragraphs(text), lexicon())[0]


def problems(text: str) -> list[str]:
    return [problem.code for problem in find_marked(text, paragraphs(text), lexicon())[1]]


PAIRED = [
    ("She said “yes” and “no”.", ["yes", "no"]),
    ('She said "yes" and "no".', ["yes", "no"]),
    ("She said ''yes'' and ''no''.", ["yes", "no"]),
    ("She said ``yes'' and left.", ["yes"]),
    ("She said «yes», « no » and »never«.", ["yes", "no", "never"]),
    ("Sie sagte „ja“ und ging.", ["ja"]),
    ("彼女は「はい」と言った。", ["はい"]),
    ("‘We shall see,’ said Vesk’s brother, who’s late.", ["We shall see,"]),
    ("He called it 'a farce' and didn't stay.", ["a farce"]),
    ("The dogs' bowls and the cats' beds.", []),
    ("'Tis the season of the '90s.", []),
    ("It's Orlan's dog's.", []),
    ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
    ("“He told me “never” twice,” she said.", ["He told me “never” twice,"]),
    ("‘He told me “never” twice,’ she said.", ["He told me “never” twice,"]),
    ('He is 6\'2" tall and said "stop".', ["stop"]),
    ('A link: <a href="https://example.org">text</a> and "words".', ["words"]),
    ("“ spaced out ” he said.", ["spaced out"]),
    ("Sloppy ”words” he said.", ["words"]),
    ("Empty “” marks.", []),
    ('“Mixed pair" he said.', ["Mixed pair"]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_outer_marks_are_paired(text: str, expected: list[str]) -> None:
    """What stands between outer marks comes out, without the marks and the white space at the edges."""
    assert [text[m.start : m.end] for m in marked(text)] == expected


def test_unclosed_mark_ends_with_its_paragraph() -> None:
    """A mark without a partner swallows no more than its own paragraph, and is reported."""
    text = "He said “it begins.\n\nShe said “no” later."
    assert [text[m.start : m.end] for m in marked(text)] == ["it begins.", "no"]
    assert problems(text) == ["unclosed-mark"]


def test_mark_before_a_whole_pair_is_the_stray() -> None:
    """Where one mark too many stands before a pair, the pair is kept."""
    text = "He said “it begins. She said “no” later."
    assert [text[m.start : m.end] for m in marked(text)] == ["no"]
    assert problems(text) == ["unclosed-mark"]


def test_reopened_over_paragraphs() -> None:
    """A quotation that opens again in each paragraph and closes in the last is no problem."""
    text = "“One,” he said. “Two.\n\n“Three.\n\n“Four.”"
    found = marked(text)
    assert [m.continues for m in found] == [False, False, True, True]
    assert problems(text) == []


@given(st.text(alphabet="ab “”\"'‘’«»„「」.,\n", max_size=120))
def test_any_marks_give_true_spans(text: str) -> None:
    """Shuffled, doubled and dropped marks: no exception, spans inside the text, in order, without overlap."""
    found = marked(text)
    place = 0
    for m in found:
        assert place <= m.outer[0] <= m.start < m.end <= m.outer[1] <= len(text)
        place = m.outer[1]
