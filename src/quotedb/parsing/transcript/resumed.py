"""Turns that go on without a label behind a voice of many: `Some members: Oh, oh!`, and below it the speaker again."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.collective import is_collective
from quotedb.parsing.transcript.shape import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block, Span, Turn
    from quotedb.parsing.transcript.labelwords import LabelWords

#: A voice of many calls no more words into a speech; what it says at greater length is its own.
LONGEST_CALL = 12
#: How sure it is that the speaker before the call goes on: the document does not say so.
CONFIDENCE = 0.5
RULE = "no label: behind a call of many, the speaker before it seems to go on"


def with_resumptions(
    text: str, turns: Sequence[Turn], blocks: Sequence[Block], words: LabelWords
) -> tuple[list[Turn], list[Problem]]:
    """The turns, those of labels of many voices cut behind their first paragraph, and a problem for each cut.

    What stands below a short call without a label becomes a turn of its own with the label, note and section of whoever
    spoke before the call, and with little confidence.
    """
    found: list[Turn] = []
    problems: list[Problem] = []
    starts = [block.start for block in blocks]
    speaker: Turn | None = None
    for turn in turns:
        if not is_collective(key_of(turn.label), words.collective, words.particles):
            speaker = turn
            found.append(turn)
            continue
        cut = _end_of_paragraph(turn.pieces[0], starts)
        called = _parts(text, turn.pieces, 0, cut)
        rest = _parts(text, turn.pieces, cut, len(text))
        if speaker is None or not rest or len(text[turn.pieces[0][0] : called[-1][1]].split()) > LONGEST_CALL:
            found.append(turn)
            continue
        found.append(replace(turn, pieces=called))
        if all(blocks[bisect_right(starts, start) - 1].zone is Zone.HEADING for start, _ in rest):
            problems.append(Problem("unlabelled-block", "no label says who speaks here", rest[0][0], rest[-1][1]))
            continue  # nobody goes on with nothing but headings
        found.append(replace(speaker, pieces=rest, timestamp=None, changes=(), rule=RULE, confidence=CONFIDENCE))
        message = f"no label says who speaks here; it was given to '{speaker.label}', who spoke before the call"
        problems.append(Problem("unlabelled-block", message, rest[0][0], rest[-1][1]))
    return found, problems


def _end_of_paragraph(piece: Span, starts: Sequence[int]) -> int:
    """Where the paragraph ends in which a piece begins."""
    following = bisect_right(starts, piece[0])
    return min(piece[1], starts[following]) if following < len(starts) else piece[1]


def _parts(text: str, pieces: Sequence[Span], low: int, high: int) -> tuple[Span, ...]:
    """What of the pieces stands from `low` to `high`, without white space at its ends."""
    found = []
    for start, end in pieces:
        start, end = max(start, low), min(end, high)
        said = text[start:end]
        if said.strip():
            found.append((start + len(said) - len(said.lstrip()), start + len(said.rstrip())))
    return tuple(found)
