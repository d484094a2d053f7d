"""Is everything in order? Checks that a person can run at any time, each with what to do when it fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from quotedb.database.migrations import missing_parts


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: whether it holds, what was seen, and what to do if it does not hold."""

    check: str
    ok: bool
    seen: str
    remedy: str = ""


def examine(conn: sqlite3.Connection) -> list[Finding]:
    """Run all checks on an open database; reads only."""
    return [
        _sure(conn, "file", _file),
        _sure(conn, "shape", _shape),
        _none(
            conn,
            "references",
            "SELECT count(*) FROM pragma_foreign_key_check",
            "rows that point nowhere",
            "restore a backup, or ingest again",
        ),
        _none(
            conn,
            "provenance",
            "SELECT count(*) FROM provenance_errors",
            "utterances that are not their document's own words",
            "a text was edited by hand: ingest its source again into a new database",
        ),
        _sure(conn, "search index", _index),
        _none(
            conn,
            "sources",
            "SELECT count(*) FROM documents d WHERE replaced_by IS NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE document_id = d.id)",
            "current texts without a source",
            "ingest their files again",
        ),
        _none(
            conn,
            "successors",
            "SELECT count(*) FROM documents d WHERE replaced_by IS NOT NULL AND EXISTS (SELECT 1 FROM sources WHERE document_id = d.id)",
            "replaced texts that a source still shows",
            "ingest their files again",
        ),
        _none(
            conn,
            "speakers",
            "SELECT count(*) FROM utterances u WHERE speaker_id IS NOT (SELECT speaker_id FROM utterance_speakers "
            "WHERE utterance_id = u.id ORDER BY seq LIMIT 1)",
            "utterances whose speaker differs between two tables",
            "ingest again into a new database",
        ),
    ]


def _sure(conn: sqlite3.Connection, check: str, find: Callable[[sqlite3.Connection], Finding]) -> Finding:
    """What a check finds; where SQLite cannot even look, that is the finding."""
    try:
        return find(conn)
    except sqlite3.DatabaseError as error:
        return Finding(
            check, False, f"cannot be checked: {error}", "see to the other checks first, or restore a backup"
        )


def _file(conn: sqlite3.Connection) -> Finding:
    seen = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return Finding("file", seen == "ok", seen, "the file is damaged: restore a backup, or ingest again into a new file")


def _shape(conn: sqlite3.Connection) -> Finding:
    missing = missing_parts(Database(conn))
    seen = "all tables, indexes, triggers and views" if not missing else "missing: " + ", ".join(missing)
    return Finding("shape", not missing, seen, "make them again: quotedb migrate DATABASE")


def _none(conn: sqlite3.Connection, check: str, sql: str, what: str, remedy: str) -> Finding:
    def count(conn: sqlite3.Connection) -> Finding:
        number = conn.execute(sql).fetchone()[0]
        return Finding(check, number == 0, f"{number:,} {what}", remedy)

    return _sure(conn, check, count)


def _index(conn: sqlite3.Connection) -> Finding:
    """Whether every utterance is in the full-text index and nothing else is.

    FTS5's own integrity check writes, so it is not open to a reader; the index's list of documents tells the same.
    """
    missing = conn.execute(
        "SELECT (SELECT count(*) FROM utterances WHERE id NOT IN (SELECT id FROM utterances_fts_docsize)) + "
        "(SELECT count(*) FROM utterances_fts_docsize WHERE id NOT IN (SELECT id FROM utterances))"
    ).fetchone()[0]
    return Finding(
        "search index",
        missing == 0,
        f"{missing:,} rows that differ between utterances and their index",
        "rebuild it: sqlite3 quotes.db \"INSERT INTO utterances_fts(utterances_fts) VALUES ('rebuild')\"",
    )
