"""How an older quotes.db becomes a current one: numbered steps, each applied once, each in a transaction."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from quotedb.database import schema
from quotedb.errors import UnusableDatabase

MIGRATIONS = Migrations("quotedb")


@MIGRATIONS()
def m001_first_version(db: Database) -> None:
    """Create every table, index, trigger and view of the first version."""
    for part in (schema.TABLES, schema.INDEXES, schema.FTS, schema.TRIGGERS, schema.VIEWS):
        for statement in statements(part):
            db.conn.execute(statement)


@MIGRATIONS()
def m002_linked(db: Database) -> None:
    """Remember what has been compared: a column, an index, and the triggers that let it be compared again."""
    if "linked" not in {row[1] for row in db.conn.execute("PRAGMA table_info(utterance_speakers)")}:
        db.conn.execute(
            "ALTER TABLE utterance_speakers ADD COLUMN linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1))"
        )
    there = {row[0] for row in db.conn.execute("SELECT name FROM sqlite_master")}
    for part in (schema.INDEXES, schema.TRIGGERS):
        for statement in statements(part):
            name = statement.split()[2]
            if "linked" in name and name not in there:
                db.conn.execute(statement)


def mend_shape(db: Database) -> list[str]:
    """Make again what is missing of indexes, triggers, views and the full-text index; returns their names.

    sqlite-utils' `transform` copies a table and drops its triggers without a word, so they have to be looked after.
    Raises `UnusableDatabase` where a table is gone: what stood in it cannot be made again.
    """
    missing = missing_parts(db)
    lost = [name for name in missing if f"CREATE TABLE {name} " in schema.TABLES]
    if lost:
        raise UnusableDatabase(f"The table {lost[0]} is gone: restore a backup, or ingest again into a new file.")
    with db.atomic():
        if "utterances_fts" in missing:
            db.conn.execute(schema.FTS)
            db.conn.execute("INSERT INTO utterances_fts (utterances_fts) VALUES ('rebuild')")
        for part in (schema.INDEXES, schema.TRIGGERS, schema.VIEWS):
            for statement in statements(part):
                if statement.split()[2] in missing:
                    db.conn.execute(statement)
    return missing


def missing_parts(db: Database) -> list[str]:
    """The names of tables, indexes, triggers and views that a current database has and this one has not."""
    there = {row[0] for row in db.conn.execute("SELECT name FROM sqlite_master")}
    wanted = []
    for part in (schema.TABLES, schema.INDEXES, schema.TRIGGERS, schema.VIEWS):
        wanted += [statement.split()[2] for statement in statements(part)]
    return [name for name in (*wanted, "utterances_fts") if name not in there]


def statements(script: str) -> list[str]:
    """The single statements of a script (triggers hold semicolons of their own).

    `executescript` would commit the transaction that a migration runs in.
    """
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if current.strip() and sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return found


def known_names() -> set[str]:
    """The names of all migrations that this version knows."""
    return {migration.name for migration in MIGRATIONS._migrations}
