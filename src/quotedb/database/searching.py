"""Ranked search over everything that was said, with the matched words and the best window of each hit.

Order by relevance: where all words stand together as typed comes first; of equals, a transcript comes before what others
printed of it; then BM25. Current texts only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quotedb.database import narrowing
from quotedb.database.connection import Openable, open_to_read
from quotedb.database.copies import copies_of
from quotedb.database.narrowing import DATE, DOCUMENTS, UTTERANCES, Asked, Narrowed, check, narrowed
from quotedb.database.query import Query, understand
from quotedb.database.snippet import best_window, matched_spans
from quotedb.database.unjoined import unjoined_labels
from quotedb.models import Hit, SearchResult

#: More hits than these are not all fetched to be put in order of their dates.
MANY = 3_000
SORTS = ("relevance", "date", "added")

#: The same through the index, in its own order: SQLite reads no further than it must
_STREAMED = (
    UTTERANCES.replace(
        "FROM utterances u JOIN", "FROM utterances_fts f CROSS JOIN utterances u ON u.id = f.rowid CROSS JOIN"
    )
    + " WHERE utterances_fts MATCH ?"
)
_FIELDS = (
    "u.id, u.uid, u.text, u.start_char, u.end_char, u.kind, u.label, u.note, u.rendering, u.section, u.timestamp, u.page, "
    "u.cue, u.via, u.passage, u.rule, u.confidence, u.document_id, d.title AS document, d.event, d.spoken, d.ingested, "
    "src.publisher, src.published, src.url, src.location"
)


def search(
    db: Openable,
    query: str,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    rendering: str | None = None,
    source: str | None = None,
    sort: str = "relevance",
    limit: int = 20,
    offset: int = 0,
) -> SearchResult:
    """What was said that holds these words; see `quotedb.database.query` for the syntax.

    `speaker`: a name or a part of one. `since`, `until`: ISO dates, both included, of when the words were said, else
    published. `kind`: turn, direct, mixed, indirect. `rendering`: original, interpreted, translated, unknown.
    `source`: part of a publisher, address or path. `sort`: relevance, date (newest first) or added (what came in last
    first). An empty query finds everything that the filters let through. Raises `UnusableDatabase` where the database
    cannot be read, `QuotedbError` for a date that is none, `ValueError` for an unknown kind, rendering or sort.
    """
    check("sort", sort, SORTS)
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        hits = narrowed(conn, Asked(query, speaker, since, until, kind, rendering, source))
        unjoined = unjoined_labels(conn, speakers=hits.chosen.ids) if hits.chosen else ()
        if hits.empty:
            return SearchResult((), 0, False, hits.explained(), unjoined)
        total = hits.count(conn)
        many = bool(hits.match) and total > narrowing.COUNT_UP_TO and sort == "relevance"
        rows = _ordered(
            conn, hits, total, sort, _Wanted(hits.where.sql, hits.where.values, _number(limit), _number(offset))
        )
        explained = hits.explained()
        if many:
            explained += f"; so many that the {narrowing.COUNT_UP_TO:,} that came in last are ranked"
        undated = hits.count(conn, undated=True) if since or until else 0
        return SearchResult(
            tuple(_hit(conn, row, hits.match) for row in rows),
            min(total, narrowing.COUNT_UP_TO),
            total > narrowing.COUNT_UP_TO,
            explained,
            unjoined,
            undated,
        )
    finally:
        if database is not db and conn is not db:
            conn.close()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The filters of a search, and which of its hits are asked for."""

    where: str
    values: list[object]
    limit: int
    offset: int


def _ordered(conn: sqlite3.Connection, hits: Narrowed, total: int, sort: str, wanted: _Wanted) -> list[dict[str, Any]]:
    """The rows of the hits that are asked for, in order, by the way that is quick for so many."""
    if hits.match and total > narrowing.COUNT_UP_TO and sort == "relevance":
        return _best_of_many(conn, hits.understood, hits.match, wanted)
    if hits.match and total > narrowing.COUNT_UP_TO and sort == "added":
        return _last_added(conn, hits.match, wanted)
    if hits.match is None and total > MANY:
        return _newest_of_many(conn, wanted)
    if not total:
        return []
    found, values = hits.found
    return _rows(
        conn,
        f"SELECT {_FIELDS} {found} WHERE {wanted.where} ORDER BY {_order(hits.match, sort)} LIMIT ? OFFSET ?",
        [*values, *wanted.values, wanted.limit, wanted.offset],
    )


def _best_of_many(conn: sqlite3.Connection, understood: Query, match: str, wanted: _Wanted) -> list[dict[str, Any]]:
    """The best hits where there are too many to rank: where the words stand together first, then the newest by BM25.

    BM25 looks at every hit: a third of a second for a word that stands in 300,000 utterances.
    """
    exact = understood.exact()
    rows: list[dict[str, Any]] = []
    passed = 0
    for query, besides in ((exact, None), (match, exact)):
        if query is None or len(rows) == wanted.limit:
            continue
        where, values = wanted.where, wanted.values
        if besides:
            where += " AND u.id NOT IN (SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ?)"
            values = [*values, besides]
        floor = conn.execute(
            f"SELECT f.rowid {_STREAMED} AND {where} ORDER BY f.rowid DESC LIMIT 1 OFFSET ?",
            [query, *values, narrowing.COUNT_UP_TO - 1],
        ).fetchone()
        ranked = "SELECT rowid, rank FROM utterances_fts WHERE utterances_fts MATCH ? AND rowid >= ?"
        source = UTTERANCES.replace("FROM utterances u", f"FROM ({ranked}) m JOIN utterances u ON u.id = m.rowid")
        lowest = floor[0] if floor else 0
        rows += _rows(
            conn,
            f"SELECT {_FIELDS} {source} WHERE {where} ORDER BY u.kind = 'turn' DESC, m.rank, u.id LIMIT ? OFFSET ?",
            [query, lowest, *values, wanted.limit - len(rows), max(0, wanted.offset - passed)],
        )
        if query == exact and match != exact:
            passed = conn.execute(
                f"SELECT count(*) FROM (SELECT 1 {_STREAMED} AND {where} LIMIT {narrowing.COUNT_UP_TO})",
                [query, *values],
            ).fetchone()[0]
    return rows


def _last_added(conn: sqlite3.Connection, match: str, wanted: _Wanted) -> list[dict[str, Any]]:
    """The hits that came in last, read from the end of the index: none of the others is looked at."""
    return _rows(
        conn,
        f"SELECT {_FIELDS} {_STREAMED} AND {wanted.where} ORDER BY f.rowid DESC LIMIT ? OFFSET ?",
        [match, *wanted.values, wanted.limit, wanted.offset],
    )


def _newest_of_many(conn: sqlite3.Connection, wanted: _Wanted) -> list[dict[str, Any]]:
    """The hits by date, newest document first, read document by document until there are enough."""
    chosen: list[int] = []
    passed = 0
    by_date = f"SELECT d.id {DOCUMENTS} WHERE d.replaced_by IS NULL ORDER BY {DATE} IS NULL, {DATE} DESC, d.id DESC"
    for (document,) in conn.execute(by_date).fetchall():
        found = conn.execute(
            "SELECT u.id FROM utterances u JOIN documents d ON d.id = u.document_id "
            f"WHERE u.document_id = ? AND {wanted.where} ORDER BY u.seq",
            [document, *wanted.values],
        ).fetchall()
        skipped = min(len(found), wanted.offset - passed)
        passed += skipped
        chosen += [row[0] for row in found[skipped:]]
        if len(chosen) >= wanted.limit:
            break
    numbers = chosen[: wanted.limit]
    rows = _rows(conn, f"SELECT {_FIELDS} {UTTERANCES} WHERE u.id IN ({', '.join('?' * len(numbers))})", numbers)
    return sorted(rows, key=lambda row: numbers.index(row["id"]))


def _number(wanted: int) -> int:
    """A limit or offset as SQLite takes it."""
    return min(max(0, wanted), 2**63 - 1)


def _order(match: str | None, sort: str) -> str:
    if sort == "added":
        return "u.id DESC"
    if sort == "date" or match is None:
        return f"{DATE} IS NULL, {DATE} DESC, u.document_id DESC, u.seq"
    return "m.exact DESC, u.kind = 'turn' DESC, m.rank, u.id"


def hit_by_uid(conn: sqlite3.Connection, uid: str) -> Hit | None:
    """The utterance with this identifier, replaced texts included; None where there is none."""
    rows = _rows(conn, f"SELECT {_FIELDS} {UTTERANCES} WHERE u.uid = ?", [uid])
    return _hit(conn, rows[0], None) if rows else None


def matches_in(conn: sqlite3.Connection, uid: str, query: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a query stand in one utterance, as half-open spans of its text; none where it does not match."""
    match = understand(query).fts()
    row = conn.execute("SELECT id, text FROM utterances WHERE uid = ?", [uid]).fetchone()
    return matched_spans(conn, row[0], row[1], match) if match and row else ()


def _rows(conn: sqlite3.Connection, sql: str, values: Sequence[object]) -> list[dict[str, Any]]:
    cursor = conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _hit(conn: sqlite3.Connection, row: dict[str, Any], match: str | None) -> Hit:
    row_id, document_id = row.pop("id"), row["document_id"]
    speakers = tuple(
        name
        for (name,) in conn.execute(
            "SELECT s.name FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id WHERE us.utterance_id = ? ORDER BY us.seq",
            [row_id],
        )
    )
    copies = copies_of(conn, document_id)
    spans = matched_spans(conn, row_id, row["text"], match) if match else ()
    snippet, marked = best_window(row["text"], spans)
    row["location"] = row["location"] or ""
    return Hit(
        **row, speaker="; ".join(speakers) or None, speakers=speakers, snippet=snippet, spans=marked, copies=copies
    )
