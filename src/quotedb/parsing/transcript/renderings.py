"""Renderings that change inside a turn: `(In English.) Good evening. (As interpreted.) My friends, ...`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.notes import NoteWords, rendering_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.models import Rendering
    from quotedb.parsing.shapes import Span, Turn

#: A note between two sentences; what stands in brackets inside a sentence is said or written there.
_NOTE = re.compile(r"(?:(?<=[.?!…:;\"”’»\])–—-])\s+|(?<=\n)\s*|\A\s*)[(\[](?P<note>[A-Z][^()\[\]\n]{2,80})[)\]]\s*")

Change = tuple[str | None, "Rendering"]


def with_changes(text: str, turns: Sequence[Turn], words: NoteWords) -> list[Turn]:
    """The turns, cut where a note says that the words reach us in another way from there on; the notes are not said."""
    return [_with_changes(text, turn, words) for turn in turns]


def _with_changes(text: str, turn: Turn, words: NoteWords) -> Turn:
    now: Change = (turn.note, turn.rendering)
    pieces: list[Span] = []
    changes: list[Change] = []
    last = turn.pieces[0][0]
    for start, end in turn.pieces:
        for note in _notes(text, last, start, words):  # a note on a line of its own, between two pieces
            now = (note["note"].strip(" ."), rendering_of(note["note"], words))
        begin = start
        for note in _notes(text, start, end, words):
            if text[begin : note.start()].strip():
                pieces.append((begin, note.start()))
                changes.append(now)
            begin, now = note.end(), (note["note"].strip(" ."), rendering_of(note["note"], words))
        if text[begin:end].strip():
            pieces.append((begin, end))
            changes.append(now)
        last = end
    if len(set(changes)) < 2:
        return turn
    return replace(turn, pieces=tuple(pieces), changes=tuple(changes))


def _notes(text: str, start: int, end: int, words: NoteWords) -> list[re.Match[str]]:
    """The notes on the rendering in ``text[start:end]``."""
    if start >= end or (text.find("(", start, end) < 0 and text.find("[", start, end) < 0):
        return []
    return [note for note in _NOTE.finditer(text, start, end) if rendering_of(note["note"], words) != "unknown"]
