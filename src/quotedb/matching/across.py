"""A quote that stands in several passages that follow each other: run together by whoever copied it, or spliced."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quotedb.matching.comparison import Comparison
from quotedb.matching.passages import Passage, Place, passages_of
from quotedb.matching.quote import Token, find_all

#: So many utterances before and after a passage are looked at, and passages of more characters are not.
AROUND, LONGEST = 8, 60_000
#: Which passages may be run together, counted from the one that is known: neighbours, or both sides of an interruption.
_TOGETHER = ((0, 1), (-1, 0), (-1, 0, 1), (0, 2), (-2, 0))


@dataclass(frozen=True, slots=True)
class Part:
    """A run of the quote's words, and where it stands."""

    quote: tuple[int, int]  #: its first word in the quote, and the word after its last
    passage: Passage
    window: tuple[Place, ...]


def may_go_on(comparison: Comparison) -> bool:
    """Whether the quote goes on where a passage ends, or began before it: the rest may stand in its neighbours."""
    first, last = comparison.changes[0], comparison.changes[-1]
    before = first.op == "delete" and comparison.window[0] == comparison.surroundings[0]
    return before or (last.op == "delete" and comparison.window[-1] == comparison.surroundings[-1])


def across(conn: sqlite3.Connection, quote: Sequence[Token], known: Passage, without: Collection[int]) -> list[Part]:
    """The parts of a quote in `known` and its neighbours, in order, where all words stand without a gap; [] where they do not."""
    passages = _neighbours(conn, known, without)
    at = next(place for place, passage in enumerate(passages) if passage.number == known.number)
    for steps in _TOGETHER:
        if not (at + steps[0] >= 0 and at + steps[-1] < len(passages)):
            continue
        some = [passages[at + step] for step in steps]
        if sum(len(piece.text) for passage in some for piece in passage.pieces) <= LONGEST:
            for parts in _found(quote, some):
                return parts
    return []


def _neighbours(conn: sqlite3.Connection, known: Passage, without: Collection[int]) -> list[Passage]:
    """The passages round one, in the order of the document, reported speech left out."""
    rows = conn.execute(
        "SELECT id FROM utterances WHERE document_id = :document AND NOT hidden AND kind <> 'indirect' AND seq "
        "BETWEEN (SELECT min(seq) FROM utterances WHERE document_id = :document AND passage = :passage) - :around "
        "AND (SELECT max(seq) FROM utterances WHERE document_id = :document AND passage = :passage) + :around ORDER BY seq",
        {"document": known.document_id, "passage": known.number, "around": AROUND},
    )
    found = passages_of(conn, [row[0] for row in rows], without)
    return found if any(passage.number == known.number for passage in found) else [known]


def _found(quote: Sequence[Token], passages: Sequence[Passage]) -> Iterator[list[Part]]:
    """The quote in the last words of the first of these passages, the first words of the last, and all between."""
    words = [(number, place) for number, passage in enumerate(passages) for place in passage.words()]
    for first, after in find_all([quote], [place.token for _, place in words]):
        inside = words[first:after]
        if len({number for number, _ in inside}) < len(passages) or len(inside) != len(quote):
            continue  # in one of them alone, or with [insertions]: then the words of both sides cannot be counted off
        parts, start = [], 0
        for number, passage in enumerate(passages):
            window = tuple(place for which, place in inside if which == number)
            parts.append(Part((start, start + len(window)), passage, window))
            start += len(window)
        yield parts
