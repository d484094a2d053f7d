"""What the record holds at a glance: the people with most statements, what came in last, what needs a look."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from quotedb.database.schema import FIRST_SOURCE
from quotedb.database.speakers import key_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A speaker in a list, with the number of utterances in current texts."""

    name: str
    slug: str
    utterances: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list."""

    id: int
    title: str
    publisher: str | None
    spoken: str | None
    published: str | None
    turns: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The record at a glance; current texts only."""

    documents: int
    utterances: int
    people: tuple[Listed, ...]
    newest: tuple[DocumentLine, ...]
    problems: tuple[tuple[str, int, int], ...]  #: (code, how many, documents)
    uncertain: int  #: utterances whose speaker is less sure than `below`


_LINE = (
    "SELECT d.id, d.title, src.publisher, d.spoken, src.published, d.turns, d.quotations FROM documents d "
    f"{FIRST_SOURCE} "
)


def overview(conn: sqlite3.Connection, below: float, most: int = 12) -> Overview:
    """The record at a glance: `most` speakers and documents. `below`: the confidence under which a speaker is uncertain."""
    return Overview(
        documents=conn.execute("SELECT count(*) FROM documents WHERE replaced_by IS NULL").fetchone()[0],
        utterances=_count(conn, "1", []),
        people=most_quoted(conn, most),
        newest=tuple(
            DocumentLine(*row)
            for row in conn.execute(f"{_LINE} WHERE d.replaced_by IS NULL ORDER BY d.id DESC LIMIT ?", [most])
        ),
        problems=tuple(
            conn.execute(
                "SELECT p.code, count(*), count(DISTINCT p.document_id) FROM problems p JOIN documents d ON d.id = p.document_id "
                "WHERE d.replaced_by IS NULL GROUP BY p.code ORDER BY count(*) DESC"
            )
        ),
        uncertain=_count(conn, "u.confidence < ?", [below]),
    )


def version_of(conn: sqlite3.Connection) -> tuple[int, ...]:
    """Numbers that change when documents come in, are replaced or come back, and when people change something."""
    sql = (
        "SELECT (SELECT coalesce(max(id), 0) FROM documents), (SELECT coalesce(max(id), 0) FROM utterances), "
        "(SELECT coalesce(max(id), 0) FROM events), (SELECT coalesce(max(id), 0) FROM reviews), "
        "(SELECT coalesce(sum(id), 0) FROM documents WHERE replaced_by IS NOT NULL)"
    )
    return tuple(conn.execute(sql).fetchone())


def most_quoted(conn: sqlite3.Connection, most: int) -> tuple[Listed, ...]:
    """The people and bodies with most utterances in current texts; bare labels and unnamed voices are not among them."""
    return tuple(
        Listed(*row)
        for row in conn.execute(
            "SELECT s.name, s.slug, c.said FROM (SELECT us.speaker_id, count(*) AS said FROM utterance_speakers us "
            "JOIN utterances u ON u.id = us.utterance_id JOIN documents d ON d.id = u.document_id "
            "WHERE d.replaced_by IS NULL AND NOT u.hidden GROUP BY us.speaker_id) c "
            "JOIN speakers s ON s.id = c.speaker_id WHERE s.kind IN ('person', 'body') AND s.partial = 0 "
            "ORDER BY c.said DESC, s.name LIMIT ?",
            [most],
        )
    )


def names_like(conn: sqlite3.Connection, typed: str, most: int) -> tuple[Listed, ...]:
    """Speakers whose names or aliases hold what is typed, also in the middle of typing it; most documents first."""
    found = conn.execute(
        "SELECT s.name, s.slug, (SELECT count(*) FROM utterance_speakers us WHERE us.speaker_id = s.id) AS said "
        "FROM speakers s WHERE s.id IN (SELECT speaker_id FROM speaker_aliases WHERE instr(key, ?)) "
        "ORDER BY s.partial, said DESC, s.name LIMIT ?",
        [key_of(typed), most],
    )
    return tuple(Listed(*row) for row in found)


def _count(conn: sqlite3.Connection, where: str, values: list[float]) -> int:
    sql = (
        "SELECT count(*) FROM utterances u JOIN documents d ON d.id = u.document_id "
        f"WHERE d.replaced_by IS NULL AND NOT u.hidden AND {where}"
    )
    return int(conn.execute(sql, values).fetchone()[0])
