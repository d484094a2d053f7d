"""The same statement elsewhere: what is still to be compared, the links, and what an utterance is linked to.

A row of `utterance_speakers` is `linked` when it has been compared with all other linked rows of its speaker. Whatever
may change that (another speaker, a text or an utterance that comes back) sets it to 0 by a trigger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from quotedb.models import Relation

#: Shared speaker, current text, not hidden: only then a link is one.
_STANDING = "d.replaced_by IS NULL AND NOT u.hidden"
_SAME_SPEAKER = (
    "EXISTS (SELECT 1 FROM utterance_speakers a JOIN utterance_speakers b ON b.speaker_id = a.speaker_id "
    "JOIN speakers s ON s.id = a.speaker_id WHERE a.utterance_id = v.utterance_id AND b.utterance_id = v.other_id "
    "AND s.partial = 0 AND s.kind IN ('person', 'body'))"
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two utterances that are one statement; spans are characters of each one's document."""

    utterance_id: int
    other_id: int
    relation: Relation
    score: float
    span: tuple[int, int]
    other_span: tuple[int, int]


def waiting(conn: sqlite3.Connection) -> list[int]:
    """The speakers with something that has not been compared yet: known people and bodies, no bare labels."""
    return [
        row[0]
        for row in conn.execute(
            "SELECT DISTINCT us.speaker_id FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id "
            "WHERE us.linked = 0 AND s.partial = 0 AND s.kind IN ('person', 'body') ORDER BY 1"
        )
    ]


def said_by(
    conn: sqlite3.Connection, speaker: int, documents: Collection[int] | None = None
) -> Iterator[tuple[int, int, int, str, str | None, str, bool]]:
    """All that a speaker said in current texts: (id, document, first character, kind, day, text, whether it is new).

    `documents`: only in these.
    """
    among = "" if documents is None else f"AND u.document_id IN ({', '.join(map(str, map(int, documents)))}) "
    yield from conn.execute(
        "SELECT u.id, u.document_id, u.start_char, u.kind, "
        "coalesce(d.spoken, (SELECT min(published) FROM sources WHERE document_id = d.id)), u.text, us.linked = 0 "
        "FROM utterance_speakers us JOIN utterances u ON u.id = us.utterance_id JOIN documents d ON d.id = u.document_id "
        f"WHERE us.speaker_id = ? AND {_STANDING} AND u.kind <> 'indirect' {among}ORDER BY u.id",
        [speaker],
    )


def documents_with(conn: sqlite3.Connection, speakers: Collection[int], utterances: Collection[int]) -> list[int]:
    """The documents of those `utterances` that one of these speakers said, as often as they are."""
    return [
        row[0]
        for row in conn.execute(
            "SELECT u.document_id FROM utterances u WHERE "
            f"u.id IN ({', '.join(map(str, map(int, utterances)))}) AND EXISTS (SELECT 1 FROM utterance_speakers us "
            f"WHERE us.utterance_id = u.id AND us.speaker_id IN ({', '.join(map(str, map(int, speakers)))}))"
        )
    ]


def said_much(conn: sqlite3.Connection, speakers: Collection[int], most: int) -> bool:
    """Whether these speakers have more than `most` utterances."""
    listed = ", ".join(map(str, map(int, speakers)))
    found = conn.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM utterance_speakers WHERE speaker_id IN ({listed}) LIMIT ?)", [most + 1]
    )
    return bool(found.fetchone()[0] > most)


def names_of(conn: sqlite3.Connection, speaker: int) -> list[str]:
    """Every form under which a speaker is known."""
    return [row[0] for row in conn.execute("SELECT alias FROM speaker_aliases WHERE speaker_id = ?", [speaker])]


def surroundings(conn: sqlite3.Connection, utterance: int, characters: int = 300) -> tuple[str, int, int]:
    """The document's text round an utterance, and where the utterance stands in it."""
    row = conn.execute(
        "SELECT substr(d.text, max(0, u.start_char - ?1) + 1, u.end_char - u.start_char + 2 * ?1), "
        "min(u.start_char, ?1), u.end_char - u.start_char "
        "FROM utterances u JOIN documents d ON d.id = u.document_id WHERE u.id = ?2",
        [characters, utterance],
    ).fetchone()
    return row[0], row[1], row[1] + row[2]


def store_links(conn: sqlite3.Connection, links: Iterable[Link], speakers: Iterable[int]) -> None:
    """Write the links of these speakers and note that all they said has been compared; the caller commits."""
    conn.executemany(
        "INSERT INTO variants (utterance_id, other_id, relation, score, start_char, end_char, other_start_char, "
        "other_end_char) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (utterance_id, other_id) DO UPDATE SET "
        "relation = excluded.relation, score = excluded.score, start_char = excluded.start_char, "
        "end_char = excluded.end_char, other_start_char = excluded.other_start_char, "
        "other_end_char = excluded.other_end_char",
        [(x.utterance_id, x.other_id, x.relation, x.score, *x.span, *x.other_span) for x in links],
    )
    conn.executemany(
        "UPDATE utterance_speakers SET linked = 1 WHERE speaker_id = ? AND linked = 0", [(row,) for row in speakers]
    )


def drop_broken(conn: sqlite3.Connection) -> int:
    """Remove the links whose two sides have no speaker in common any more, are hidden or replaced; how many."""
    return conn.execute(
        f"DELETE FROM variants AS v WHERE NOT {_SAME_SPEAKER} OR EXISTS (SELECT 1 FROM utterances u "
        "JOIN documents d ON d.id = u.document_id WHERE u.id IN (v.utterance_id, v.other_id) "
        f"AND NOT ({_STANDING}))"
    ).rowcount


def links_of(conn: sqlite3.Connection, utterance: int) -> list[Link]:
    """The links of an utterance, seen from its side, the surest first; only those that hold now."""
    rows = conn.execute(
        "SELECT v.utterance_id, v.other_id, v.relation, v.score, v.start_char, v.end_char, v.other_start_char, "
        "v.other_end_char FROM variants v WHERE (v.utterance_id = ?1 OR v.other_id = ?1) "
        f"AND {_SAME_SPEAKER} AND NOT EXISTS (SELECT 1 FROM utterances u JOIN documents d ON d.id = u.document_id "
        f"WHERE u.id IN (v.utterance_id, v.other_id) AND NOT ({_STANDING})) ORDER BY v.score DESC, 1, 2",
        [utterance],
    )
    found = []
    for one, other, relation, score, start, end, other_start, other_end in rows:
        spans = ((start, end), (other_start, other_end))
        mine, theirs = spans if one == utterance else spans[::-1]
        found.append(Link(utterance, other if one == utterance else one, relation, score, mine, theirs))
    return found
