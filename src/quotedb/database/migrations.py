"""How an older quotes.db becomes a current one: numbered steps, each applied once, each in a transaction."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from quotedb.database import schema

MIGRATIONS = Migrations("quotedb")


@MIGRATIONS()
def m001_first_version(db: Database) -> None:
    """Create every table, index, trigger and view of the first version."""
    for part in (schema.TABLES, schema.INDEXES, schema.FTS, schema.TRIGGERS, schema.VIEWS):
        for statement in statements(part):
            db.conn.execute(statement)


def statements(script: str) -> list[str]:
    """The single statements of a script (triggers hold semicolons of their own).

    `executescript` would commit the transaction that a migration runs in.
    """
    import sqlite3

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
