"""Renderings that a note between the words tells, not the label.

inside    `(In English.) Good evening. (As interpreted.) My friends, ...`: from there on, to the end of the turn
standing  `[Translation]` and `[English]`, each alone on its line, in turn: from there on, to the next of them
head      `Unofficial translation from the Orlandic` above the first turn: of every turn that says nothing else
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.notes import NoteWords, rendering_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.models import Rendering
    from quotedb.parsing.shapes import Span, Turn

#: A note between two sentences; what stands in brackets inside a sentence is said or written there.
_NOTE = re.compile(r"(?:(?<=[.?!…:;\"”’»\])–—-])\s+|(?<=\n)\s*|\A\s*)[(\[](?P<note>[A-Z][^()\[\]\n]{2,80})[)\]]\s*")

#: A note in square brackets at the end of a line, and one at the end of a title.
_STANDING = re.compile(r"\[(?P<note>[A-Z][^()\[\]\n]{2,40})\][ \t*_]*(?=\n|\Z)")
_AT_THE_END = re.compile(r"[(\[]([^()\[\]]{4,80})[)\]]\Z")
#: So many characters above the first turn are looked at, and so many of a line.
HEAD, HEADING = 4000, 200

Change = tuple[str | None, "Rendering"]


def with_changes(text: str, turns: Sequence[Turn], words: NoteWords) -> list[Turn]:
    """The turns, cut where a note says that the words reach us in another way from there on; the notes are not said."""
    if not turns:
        return []
    begin = turns[0].label_span[0]
    standing = _standing(text, words)
    below = bool(standing) and standing[-1][0] > begin
    head: Change = (None, "unknown") if below else _of_the_head(text[max(0, begin - HEAD) : begin], words)
    if len({rendering for _, (_, rendering) in standing}) < 2:  # its end is not noted: it holds for its own turn
        standing = []
    places = [place for place, _ in standing]
    changed: list[Turn] = []
    for turn in turns:
        before = bisect(places, turn.label_span[0])
        note, rendering = standing[before - 1][1] if before else head
        if turn.rendering == "unknown" and turn.note is None:
            turn = replace(turn, note=note, rendering=rendering)
        changed.append(_with_changes(text, turn, words))
    return changed


def _of_the_head(head: str, words: NoteWords) -> Change:
    """What a line above the first turn says of the whole document: that it is a translation.

    The bare word without brackets may be an entry of a menu.
    """
    for line in head.splitlines():
        said = line.strip(" \t#*_")
        if len(said) > HEADING:
            continue
        bracket = _AT_THE_END.search(said)
        note = (bracket[1] if bracket else said).strip(" .")
        if rendering_of(note, words) == "translated" and (bracket or " " in note):
            return note, "translated"
    return None, "unknown"


def _standing(text: str, words: NoteWords) -> list[tuple[int, Change]]:
    """Notes in square brackets, alone on their lines: where each stands, and what it says."""
    found: list[tuple[int, Change]] = []
    for note in _STANDING.finditer(text):
        rendering = rendering_of(note["note"], words)
        if rendering != "unknown" and not text[text.rfind("\n", 0, note.start()) + 1 : note.start()].strip(" \t*_"):
            found.append((note.start(), (note["note"].strip(" ."), rendering)))
    return found


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
