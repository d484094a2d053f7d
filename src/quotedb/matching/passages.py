"""Passages of the record as verification reads them: the pieces of one turn or quotation, word by word."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from quotedb.matching.quote import Token, tokens

#: Passages of more characters are read only round the words that are looked for.
LONG = 6_000


class Place(NamedTuple):
    """A word of a passage: in which of its pieces it stands, and where there."""

    piece: int
    token: Token


@dataclass(frozen=True, slots=True)
class Piece:
    """One utterance of a passage."""

    row: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.row["text"])


@dataclass(frozen=True, slots=True)
class Passage:
    """All pieces of one turn or quotation, in order."""

    document_id: int
    number: int
    pieces: tuple[Piece, ...]
    date: str | None = None  #: on which it was said, else printed

    def words(self) -> list[Place]:
        """All its words."""
        return [place for number in range(len(self.pieces)) for place in self._words_of(number, 0, None)]

    def words_near(self, rare: Iterable[str], room: int) -> list[Place]:
        """Its words; of a long passage only those within `room` characters of the most of the `rare` words.

        `rare`: folded words, the rarest first.
        """
        if sum(len(piece.text) for piece in self.pieces) <= LONG:
            return self.words()
        found: list[Place] = []
        for number, piece in enumerate(self.pieces):
            window = _window(piece.text, rare, room)
            if window:
                found += self._words_of(number, *window)
        return found

    def _words_of(self, number: int, start: int, end: int | None) -> Iterable[Place]:
        for token in tokens(self.pieces[number].text[start:end]):
            # groups of insertions are numbered within a piece; the shift keeps those of two pieces apart
            group = token.group + 10_000 * number if token.group else 0
            if start or group:
                token = replace(token, start=token.start + start, end=token.end + start, group=group)
            yield Place(number, token)


_COLUMNS = "id, uid, document_id, seq, passage, kind, speaker_id, label, note, rendering, start_char, end_char, rule, confidence, text"


def standing(without: Collection[int] = ()) -> str:
    """SQL for the documents `d` that are evidence: current texts, but for those to leave out (their ids)."""
    return "d.replaced_by IS NULL" + (f" AND d.id NOT IN ({', '.join(map(str, map(int, without)))})" if without else "")


def passages_of(conn: sqlite3.Connection, numbers: Sequence[int], without: Collection[int] = ()) -> list[Passage]:
    """The passages that these utterances belong to, each once, in the order given; only those that are evidence."""
    if not numbers:
        return []
    date = "coalesce(d.spoken, (SELECT min(published) FROM sources WHERE document_id = d.id))"
    known = {
        row[0]: row[1:]
        for row in conn.execute(
            f"SELECT u.id, u.document_id, u.passage, {date} FROM utterances u JOIN documents d ON d.id = u.document_id "
            f"WHERE u.id IN ({', '.join(map(str, map(int, numbers)))}) AND NOT u.hidden AND {standing(without)}"
        )
    }
    keys = dict.fromkeys(known[number] for number in numbers if number in known)
    return [replace(passage(conn, document, number), date=said) for document, number, said in keys]


def passage(conn: sqlite3.Connection, document_id: int, number: int) -> Passage:
    """A passage with all its pieces."""
    cursor = conn.execute(
        f"SELECT {_COLUMNS} FROM utterances WHERE document_id = ? AND passage = ? AND NOT hidden ORDER BY seq",
        [document_id, number],
    )
    names = [column[0] for column in cursor.description]
    return Passage(document_id, number, tuple(Piece(dict(zip(names, row, strict=True))) for row in cursor))


def _window(text: str, rare: Iterable[str], room: int) -> tuple[int, int] | None:
    """The stretch of a long text in which most of the words stand, cut between words."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that grows when it is made small would shift all places
        return 0, len(text)
    places: list[tuple[int, str]] = []
    for form in rare:
        at = lowered.find(form)
        while at >= 0 and len(places) < 20_000:
            places.append((at, form))
            at = lowered.find(form, at + 1)
    if not places:
        return None
    places.sort()
    best, most, first = 0, 0, 0
    inside: dict[str, int] = {}
    for at, form in places:
        inside[form] = inside.get(form, 0) + 1
        while at - places[first][0] > room:
            gone = places[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) > most:
            best, most = first, len(inside)
    start, end = max(0, places[best][0] - room), min(len(text), places[best][0] + 2 * room)
    return text.rfind(" ", 0, start) + 1, len(text) if text.find(" ", end) < 0 else text.find(" ", end)
