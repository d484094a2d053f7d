"""The words of the full-text index, as a table: which stand in the record, and in how many utterances."""

from __future__ import annotations

import sqlite3


def open_vocabulary(conn: sqlite3.Connection) -> None:
    """Make `temp.vocabulary` (term, doc, cnt) readable on this connection, also where the database cannot be written."""
    conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, utterances_fts, row)")
