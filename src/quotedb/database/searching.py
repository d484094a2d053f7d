"""Ranked search over everything that was said, with the matched words and the best window of each hit.

Order by relevance: where all words stand together as typed comes first; of equals, a transcript comes before what others
printed of it; then BM25. Current texts only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quotedb.database.connection import Openable, open_to_read
from quotedb.database.people import Chosen, choose
from quotedb.database.query import Query, understand
from quotedb.database.schema import FIRST_SOURCE
from quotedb.database.snippet import best_window, matched_spans
from quotedb.database.unjoined import unjoined_labels
from quotedb.models import KINDS, RENDERINGS, Hit, SearchResult
from quotedb.reading import iso_date

#: Hits are counted to this number and no further: counting a common word exactly takes longer than finding it.
COUNT_UP_TO = 10_000
#: The plus keeps SQLite from beginning with the list of current documents, which are nearly all.
CURRENT = "+d.replaced_by IS NULL"
#: More hits than these are not all fetched to be put in order of their dates.
MANY = 3_000
SORTS = ("relevance", "date", "added")

_FROM = f"FROM utterances u JOIN documents d ON d.id = u.document_id {FIRST_SOURCE}"
#: The same through the index, in its own order: SQLite reads no further than it must
_STREAMED = (
    _FROM.replace(
        "FROM utterances u JOIN", "FROM utterances_fts f CROSS JOIN utterances u ON u.id = f.rowid CROSS JOIN"
    )
    + " WHERE utterances_fts MATCH ?"
)
_ALL_DOCUMENTS = _FROM.replace("utterances u JOIN documents d ON d.id = u.document_id", "documents d")
_DATE = "coalesce(d.spoken, src.published)"
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
    for name, value, known in (("sort", sort, SORTS), ("kind", kind, KINDS), ("rendering", rendering, RENDERINGS)):
        if value and value not in known:
            raise ValueError(f"{name} is {' or '.join(known)}, not {value!r}")
    since, until = iso_date(since), iso_date(until)
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        understood = understand(query)
        chosen = choose(conn, speaker) if speaker else None
        filters, values = filters_of(chosen, kind, rendering, source)
        dates, date_values = dates_of(since, until)
        match = understood.fts()
        nothing = match is None and bool(query.strip())
        unjoined = unjoined_labels(conn, speakers=chosen.ids) if chosen else ()
        explained = _explain(understood, query, speaker, chosen)
        if nothing or (chosen and not chosen.ids):
            return SearchResult((), 0, False, explained, unjoined)
        found, found_values = found_in(understood, match)
        where = " AND ".join([CURRENT, "NOT u.hidden", *filters, *dates])
        total = conn.execute(
            f"SELECT count(*) FROM (SELECT 1 {found} WHERE {where} LIMIT {COUNT_UP_TO + 1})",
            [*found_values, *values, *date_values],
        ).fetchone()[0]
        wanted = _Wanted(where, [*values, *date_values], _number(limit), _number(offset))
        rows: list[dict[str, Any]] = []
        if match and total > COUNT_UP_TO and sort != "date":
            rows = (
                _best_of_many(conn, understood, match, wanted)
                if sort == "relevance"
                else _last_added(conn, match, wanted)
            )
            explained += (
                f"; so many that the {COUNT_UP_TO:,} that came in last are ranked" if sort == "relevance" else ""
            )
        elif match is None and total > MANY:
            rows = _newest_of_many(conn, wanted)
        elif total:
            rows = _rows(
                conn,
                f"SELECT {_FIELDS} {found} WHERE {where} ORDER BY {_order(match, sort)} LIMIT ? OFFSET ?",
                [*found_values, *wanted.values, wanted.limit, wanted.offset],
            )
        undated = 0
        if dates:
            undated_where = " AND ".join([CURRENT, "NOT u.hidden", *filters, _documents(f"{_DATE} IS NULL")])
            undated = conn.execute(
                f"SELECT count(*) FROM (SELECT 1 {found} WHERE {undated_where} LIMIT {COUNT_UP_TO + 1})",
                [*found_values, *values],
            ).fetchone()[0]
        hits = tuple(_hit(conn, row, match) for row in rows)
        return SearchResult(hits, min(total, COUNT_UP_TO), total > COUNT_UP_TO, explained, unjoined, undated)
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
            [query, *values, COUNT_UP_TO - 1],
        ).fetchone()
        ranked = "SELECT rowid, rank FROM utterances_fts WHERE utterances_fts MATCH ? AND rowid >= ?"
        source = _FROM.replace("FROM utterances u", f"FROM ({ranked}) m JOIN utterances u ON u.id = m.rowid")
        lowest = floor[0] if floor else 0
        rows += _rows(
            conn,
            f"SELECT {_FIELDS} {source} WHERE {where} ORDER BY u.kind = 'turn' DESC, m.rank, u.id LIMIT ? OFFSET ?",
            [query, lowest, *values, wanted.limit - len(rows), max(0, wanted.offset - passed)],
        )
        if query == exact and match != exact:
            passed = conn.execute(
                f"SELECT count(*) FROM (SELECT 1 {_STREAMED} AND {where} LIMIT {COUNT_UP_TO})", [query, *values]
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
    by_date = (
        f"SELECT d.id {_ALL_DOCUMENTS} WHERE d.replaced_by IS NULL ORDER BY {_DATE} IS NULL, {_DATE} DESC, d.id DESC"
    )
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
    rows = _rows(conn, f"SELECT {_FIELDS} {_FROM} WHERE u.id IN ({', '.join('?' * len(numbers))})", numbers)
    return sorted(rows, key=lambda row: numbers.index(row["id"]))


def _number(wanted: int) -> int:
    """A limit or offset as SQLite takes it."""
    return min(max(0, wanted), 2**63 - 1)


def found_in(understood: Query, match: str | None) -> tuple[str, list[str]]:
    """SQL for where hits come from, with its values: all utterances, or those of the index with their rank as `m`."""
    if match is None:
        return _FROM, []
    exact = understood.exact()
    exact_column = "rowid IN (SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ?)" if exact else "1"
    inner = f"SELECT rowid, rank, {exact_column} AS exact FROM utterances_fts WHERE utterances_fts MATCH ?"
    return _FROM.replace("FROM utterances u", f"FROM ({inner}) m JOIN utterances u ON u.id = m.rowid"), [
        *([exact] if exact else []),
        match,
    ]


def _order(match: str | None, sort: str) -> str:
    if sort == "added":
        return "u.id DESC"
    if sort == "date" or match is None:
        return f"{_DATE} IS NULL, {_DATE} DESC, u.document_id DESC, u.seq"
    return "m.exact DESC, u.kind = 'turn' DESC, m.rank, u.id"


def filters_of(
    chosen: Chosen | None, kind: str | None, rendering: str | None, source: str | None
) -> tuple[list[str], list[object]]:
    """SQL conditions on utterances `u` and documents `d`, with their values."""
    parts: list[str] = []
    values: list[object] = []
    if chosen:
        parts.append(
            "u.id IN (SELECT utterance_id FROM utterance_speakers "
            f"WHERE speaker_id IN ({', '.join('?' * len(chosen.ids))}))"
        )
        values += chosen.ids
    for column, value in (("u.kind", kind), ("u.rendering", rendering)):
        if value:
            parts.append(f"{column} = ?")
            values.append(value)
    if source:
        # looked up once for all documents, not again for each of their utterances
        parts.append(
            "d.id IN (SELECT document_id FROM sources WHERE instr(lower(coalesce(publisher, '')), lower(?)) "
            "OR instr(lower(coalesce(url, '')), lower(?)) OR instr(lower(location), lower(?)))"
        )
        values += [source] * 3
    return parts, values


def dates_of(since: str | None, until: str | None) -> tuple[list[str], list[object]]:
    """Dates may be as short as a year on either side: what may lie inside is let through."""
    parts: list[str] = []
    values: list[object] = []
    if since:
        parts.append(_documents(f"substr(?, 1, length({_DATE})) <= {_DATE}"))
        values.append(since)
    if until:
        parts.append(_documents(f"substr({_DATE}, 1, length(?)) <= ?"))
        values += [until, until]
    return parts, values


def _documents(where: str) -> str:
    """A condition on documents and their first source, looked up once for all of them."""
    return f"d.id IN (SELECT d.id {_ALL_DOCUMENTS} WHERE {where})"


def _explain(understood: Query, query: str, speaker: str | None, chosen: Chosen | None) -> str:
    parts = [understood.understood() if query.strip() else "everything"]
    if chosen is not None:
        if not chosen.ids:
            parts.append(f"nobody called {speaker!r} is in this database")
        else:
            parts.append("said by " + " or ".join(chosen.names))
    return "; ".join(parts)


def hit_by_uid(conn: sqlite3.Connection, uid: str) -> Hit | None:
    """The utterance with this identifier, replaced texts included; None where there is none."""
    rows = _rows(conn, f"SELECT {_FIELDS} {_FROM} WHERE u.uid = ?", [uid])
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
    copies = tuple(
        url or location
        for url, location in conn.execute(
            "SELECT url, location FROM sources WHERE document_id = ? ORDER BY id LIMIT -1 OFFSET 1", [document_id]
        )
    )
    spans = matched_spans(conn, row_id, row["text"], match) if match else ()
    snippet, marked = best_window(row["text"], spans)
    row["location"] = row["location"] or ""
    return Hit(
        **row, speaker="; ".join(speakers) or None, speakers=speakers, snippet=snippet, spans=marked, copies=copies
    )
