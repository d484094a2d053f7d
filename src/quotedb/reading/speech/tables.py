"""Transcripts as tables: rows of comma- or tab-separated values under a head that names who speaks and what is said."""

from __future__ import annotations

import csv
import io
import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from quotedb.errors import UnreadableSource
from quotedb.reading.speech.cues import script, speakers_in
from quotedb.reading.speech.pieces import cues_of, pieces_of

if TYPE_CHECKING:
    from quotedb.reading.speech.pieces import Piece

#: What parts the cells, the likeliest first.
_DELIMITERS = "\t;,|"
#: So large a share of the rows has as many cells as the head.
_WHOLE = 0.95
#: Columns that only our own exports have: these are no documents.
_OURS = frozenset({"uid", "start_char"})
#: A cell is no longer; what is longer lost its closing quotation mark.
_LONGEST_CELL = 10_000_000


def is_table(text: str) -> bool:
    """Whether `text` is a table of speech, or one JSON object a line with who speaks and what is said."""
    return _rows(text) is not None


def read_table(text: str, name: str) -> tuple[str, tuple[str, ...]] | None:
    """The words by speaker, in the order of the rows, and who speaks.

    None where `text` is no table of speech, and no JSON object a line with who speaks and what is said. Raises
    UnreadableSource where it is one without words.
    """
    rows = _rows(text)
    if rows is None:
        return None
    cues = cues_of(rows, None)
    # a table without a column of times gives none
    written = script(cues, goes_on=False, timed=any(cue.start or cue.end for cue in cues))
    if not written:
        raise UnreadableSource(f"{name} is a table without any words under its head; check that it was saved in full")
    return written, speakers_in(cues)


def _rows(text: str) -> list[Piece] | None:
    head = text[:2_000].lstrip().partition("\n")[0]
    if head.startswith("{"):
        return None if any(f'"{key}"' in head for key in _OURS) else _json_lines(text)
    for delimiter in _DELIMITERS:
        if delimiter in head:
            names = [_key(cell) for cell in next(csv.reader([head], delimiter=delimiter), [])]
            # a head that names nobody who speaks needs no look at the rows
            if len(names) > 1 and _OURS.isdisjoint(names) and pieces_of([dict.fromkeys(names, one) for one in "abab"]):
                return _separated(text.lstrip(), names, delimiter)
    return None


def _separated(text: str, names: list[str], delimiter: str) -> list[Piece] | None:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row][1:]
    except csv.Error:
        return None
    whole = sum(len(row) == len(names) for row in rows)
    if not whole or whole < _WHOLE * len(rows):
        return None
    last = len(names) - 1
    # what a row has too much of belongs to its last cell: a comma that nobody quoted
    cut: list[Any] = [[*row[:last], delimiter.join(row[last:])] for row in rows]
    return pieces_of([dict(zip_longest(names, row, fillvalue="")) for row in cut])


def _json_lines(text: str) -> list[Piece] | None:
    try:
        return pieces_of([json.loads(line) for line in text.splitlines() if line.strip()])
    except (ValueError, RecursionError):
        return None


def _key(cell: str) -> str:
    """The head of a column as services call it: `Speaker Name` is `speaker_name`."""
    return "_".join(cell.strip().casefold().split())
