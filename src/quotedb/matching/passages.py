"""Passages of the record as verification reads them: the pieces of one turn or quotation, word by word."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from quotedb.database import FIRST_SOURCE
from quotedb.matching.quote import Token, tokens
from quotedb.parsing import fold

#: Passages of more characters are read only round the words that are looked for.
LONG = 6_000
#: Characters before and after a place that are read with it, so that no word is cut.
ROOM = 40


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

    def words_at(self, pattern: re.Pattern[str] | None) -> list[Place]:
        """Its words, or, where that is enough, only those round the places where a `locator` finds the quote.

        A passage in pieces, with [insertions], or with characters that fold to several is read whole.
        """
        text = self.pieces[0].text
        folded = fold(text) if pattern and len(self.pieces) == 1 and "[" not in text else None
        if pattern is None or folded is None or not isinstance(folded.starts, range):
            return self.words()
        found: list[Place] = []
        end = 0
        for match in pattern.finditer(folded.text):
            start = max(end, text.rfind(" ", 0, max(0, match.start() - ROOM)) + 1)
            end = max(start, _word_end(text, match.end() + ROOM))
            found += self._words_of(0, start, end)
        return found

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


#: Everything that an answer says of a passage, in one question: some hundred passages are read for one quote.
_PASSAGES = """
SELECT u.id, u.uid, u.document_id, u.passage, u.kind, u.speaker_id, u.label, u.rendering, u.start_char, u.confidence, u.text,
       d.title, d.spoken, src.publisher, src.published, src.url, src.location,
       coalesce(d.spoken, (SELECT min(published) FROM sources WHERE document_id = d.id)) AS date,
       (SELECT count(*) FROM sources WHERE document_id = d.id) AS sources,
       (SELECT json_group_array(json_array(id, name, partial, kind)) FROM (
          SELECT who.id, who.name, who.partial, who.kind
          FROM utterance_speakers us JOIN speakers who ON who.id = us.speaker_id
          WHERE us.utterance_id = u.id ORDER BY us.seq)) AS speakers
FROM (SELECT DISTINCT u.document_id, u.passage FROM utterances u JOIN documents d ON d.id = u.document_id WHERE {there}) k
JOIN utterances u ON u.document_id = k.document_id AND u.passage = k.passage
JOIN documents d ON d.id = u.document_id
{first_source}
WHERE NOT u.hidden
ORDER BY u.seq
"""


def standing(without: Collection[int] = ()) -> str:
    """SQL for the documents `d` that are evidence: current texts, but for those to leave out (their ids)."""
    return "d.replaced_by IS NULL" + (f" AND d.id NOT IN ({', '.join(map(str, map(int, without)))})" if without else "")


def replaced(without: Collection[int] = ()) -> str:
    """SQL for the documents `d` that were evidence: texts that a newer one of the same source has replaced."""
    left_out = ", ".join(map(str, map(int, without)))
    return f"d.replaced_by IS NOT NULL AND d.replaced_by NOT IN ({left_out}) AND d.id NOT IN ({left_out})"


def passages_of(
    conn: sqlite3.Connection, numbers: Sequence[int], without: Collection[int] = (), *, earlier: bool = False
) -> list[Passage]:
    """The passages that these utterances belong to, each once, in the order given; only those that are evidence.

    `earlier`: those of replaced texts instead.
    """
    if not numbers:
        return []
    documents = replaced(without) if earlier else standing(without)
    there = f"u.id IN ({', '.join(map(str, map(int, numbers)))}) AND NOT u.hidden AND {documents}"
    cursor = conn.execute(_PASSAGES.format(there=there, first_source=FIRST_SOURCE))
    names = [column[0] for column in cursor.description]
    pieces: dict[tuple[int, int], list[Piece]] = {}
    places: dict[int, tuple[int, int]] = {}
    for row in cursor:
        piece = Piece(dict(zip(names, row, strict=True)))
        key = (piece.row["document_id"], piece.row["passage"])
        pieces.setdefault(key, []).append(piece)
        places[piece.row["id"]] = key
    order = dict.fromkeys(places[number] for number in numbers if number in places)
    return [Passage(*key, tuple(pieces[key]), pieces[key][0].row["date"]) for key in order]


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
    return text.rfind(" ", 0, start) + 1, _word_end(text, end)


def _word_end(text: str, at: int) -> int:
    """The first white space from here on."""
    space = text.find(" ", at)
    return len(text) if space < 0 else space
