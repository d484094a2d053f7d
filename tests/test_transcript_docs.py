"""docs/transcripts.md says what the grammar does: its surfaces, notes and problems are tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotedb
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.labelwords import label_words
from quotedb.parsing.transcript.notes import note_words, rendering_of
from quotedb.parsing.transcript.scoring import LIKELY, PRIOR, SURE
from quotedb.parsing.transcript.shape import shape_of
from quotedb.parsing.transcript.surfacekinds import OF_THE_WHOLE, surface_kind
from quotedb.parsing.transcript.surfaces import Head, head_of

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "transcripts.md").read_text(encoding="utf-8")
SURFACES = re.findall(r"^\| `([a-z ]+)` \| (.+?) \| (.+?) \|$", PAGE.split("## Notes")[0], re.MULTILINE)
NOTES = re.findall(r"^\| (\S.*?: .+?) \| (.+?) \| (.*?)\s?\| (\w+) \|$", PAGE, re.MULTILINE)
LEX = lexicon("en")


def head(line: str) -> Head | None:
    words = label_words(LEX)
    return head_of(line, 0, 0, len(line), False, note_words(LEX), lambda label: shape_of(label, words))


def test_every_surface_has_an_example() -> None:
    """A new surface is told of on the page; those inside lines, and those of a whole document, in words."""
    assert {name for name, _, _ in SURFACES} == set(PRIOR) - INSIDE - OF_THE_WHOLE
    assert all(f"`{name}`" in PAGE for name in INSIDE | OF_THE_WHOLE)


@pytest.mark.parametrize(("surface", "line", "label"), SURFACES)
def test_the_example_of_a_surface_is_read_so(surface: str, line: str, label: str) -> None:
    found = head(line.replace("\\|", "|"))
    assert found is not None
    assert (surface_kind(found), found.label) == (surface, label)


@pytest.mark.parametrize(("line", "label", "note", "rendering"), NOTES)
def test_notes_are_read_as_the_page_says(line: str, label: str, note: str, rendering: str) -> None:
    found = head(line)
    assert found is not None
    assert (found.label, found.note or "") == (label, note)
    assert rendering_of(found.note, note_words(LEX)) == rendering


def test_there_are_examples_of_notes() -> None:
    assert len(NOTES) == 7


def test_the_points_are_those_of_the_code() -> None:
    assert f"With {SURE} points" in PAGE
    assert f"needs {LIKELY} points" in PAGE


def test_every_problem_is_explained() -> None:
    """The codes on the page are those that the parser gives."""
    parsing = ROOT / "src" / "quotedb" / "parsing"
    given = {
        code
        for path in parsing.rglob("*.py")
        for code in re.findall(r"_?[Pp]roblem\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert given == set(re.findall(r"^\| `([a-z]+(?:-[a-z]+)+)` \|", PAGE.split("## Problems")[1], re.MULTILINE))


def test_open_places_come_with_the_code_that_the_page_names() -> None:
    found = quotedb.parsing.analyse("“Nobody said so far that this is a good day for all of us.”", "article")
    assert [problem.code for problem in found.problems] == ["quote-without-speaker"]
