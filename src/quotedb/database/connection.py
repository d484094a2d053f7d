"""Opening a quotes.db: is it one, is it ours, is it of this version? Every refusal is a sentence that says what to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from quotedb.database.migrations import MIGRATIONS, known_names, mend_shape
from quotedb.errors import UnusableDatabase

#: STRICT tables came with SQLite 3.37
OLDEST_SQLITE = (3, 37, 0)
#: So long another program may write before we say that it does (seconds): a batch of ours takes five.
PATIENCE = 8.0

Openable = str | Path | sqlite3.Connection | Database


def open_to_read(db: Openable) -> Database:
    """A database for reading; one that is missing, foreign, older or newer is refused with a sentence.

    Raises `UnusableDatabase`.
    """
    return _open(db, write=False)


def open_to_write(db: Openable) -> Database:
    """A database for writing: a new file is created, an older one brought to this version.

    Raises `UnusableDatabase`.
    """
    return _open(db, write=True)


def migrate(db: Openable) -> list[str]:
    """Bring a database to this version, and make again the indexes, triggers and views it has lost; returns their names.

    Raises `UnusableDatabase`.
    """
    if isinstance(db, str | Path) and not Path(db).exists():
        raise UnusableDatabase(f"{db} does not exist; make it with: quotedb ingest {db} FOLDER")
    database = open_to_write(db)
    try:
        return mend_shape(database)
    finally:
        if isinstance(db, str | Path):
            database.conn.close()


def pending_migrations(db: Database) -> list[str]:
    """The names of the steps that this database still lacks, in order."""
    return [migration.name for migration in MIGRATIONS.pending(db)]


def check_sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Refuse an SQLite that is too old for STRICT tables."""
    if version < OLDEST_SQLITE:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE[:2]))
        raise UnusableDatabase(
            f"This Python brings SQLite {found}, and quotedb needs {needed} or newer: "
            "use a newer Python (the ones from python.org bring a current SQLite)."
        )


def _open(db: Openable, *, write: bool) -> Database:
    check_sqlite()
    ours = isinstance(db, str | Path)
    if isinstance(db, str | Path):
        database, name = _open_file(Path(db), write), str(db)
    else:
        database, name = db if isinstance(db, Database) else Database(db), "The database"
        if write and database.conn.in_transaction:
            raise UnusableDatabase("The connection is in the middle of a transaction; commit or roll back first.")
    try:
        _check_or_create(database, name, write=write)
        if ours and write:
            # WAL lets people search while documents come in; a reader never waits for a writer
            database.conn.execute("PRAGMA journal_mode = WAL")
            database.conn.execute("PRAGMA synchronous = NORMAL")
            # 16 MB: enough to write the indexes of a batch in one pass, little enough to keep memory flat
            database.conn.execute("PRAGMA cache_size = -16384")
    except sqlite3.DatabaseError as error:
        if ours:
            database.conn.close()
        raise UnusableDatabase(sentence(name, error, write=write)) from error
    except BaseException:
        if ours:
            database.conn.close()
        raise
    return database


def _open_file(path: Path, write: bool) -> Database:
    name = str(path)
    if path.is_dir():
        raise UnusableDatabase(f"{name} is a folder; give the file name of a database, for example {name}/quotes.db.")
    if not path.exists():
        if not write:
            raise UnusableDatabase(f"{name} does not exist; make it with: quotedb ingest {name} FOLDER")
        if not path.absolute().parent.is_dir():
            raise UnusableDatabase(f"The folder {path.parent} does not exist; create it first, then run this again.")
    try:
        mode = "mode=rwc" if write else "immutable=1" if is_frozen(path) else "mode=ro"
        return Database(sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=PATIENCE))
    except sqlite3.DatabaseError as error:
        raise UnusableDatabase(sentence(name, error, write=write)) from error


def is_frozen(path: Path) -> bool:
    """Whether nobody writes here: SQLite would want to put its lock beside the file, and cannot."""
    return not os.access(path.absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists()


def sentence(name: str, error: sqlite3.Error, *, write: bool) -> str:
    """What SQLite says of the database `name`, for people."""
    reason = str(error)
    if "not a database" in reason:
        return f"{name} is not an SQLite database ({reason}); give another file name, quotedb will create it."
    if "malformed" in reason:
        return f"{name} is damaged ({reason}): restore a backup, or ingest again into a new file."
    if "locked" in reason or "busy" in reason:
        return f"{name} is locked by another program; wait until it is done, then run this again."
    if "unable to open" in reason or "readonly" in reason:
        return f"{name} cannot be {'written' if write else 'read'} ({reason}); check the permissions of the file and its folder."
    if "is full" in reason:
        return f"{name} has no room to grow ({reason}); make room, then run this again: what was written before stands."
    return f"{name} cannot be used ({reason}); look for what is wrong with: quotedb doctor DATABASE"


def _tables(database: Database) -> set[str]:
    return {row[0] for row in database.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _check_or_create(database: Database, name: str, *, write: bool) -> None:
    database.conn.execute("PRAGMA foreign_keys = ON")
    if not _tables(database):
        if not write:
            raise UnusableDatabase(f"{name} is empty; fill it with: quotedb ingest {name} FOLDER")
        with database.atomic():  # all steps or none: who is killed here leaves no database of an older version
            MIGRATIONS.apply(database)
        return
    applied = {migration.name for migration in MIGRATIONS.applied(database)}
    if not applied:
        raise UnusableDatabase(
            f"{name} is an SQLite database, but not one that quotedb made; give another file name, quotedb will create it."
        )
    unknown = sorted(applied - known_names())
    if unknown:
        raise UnusableDatabase(
            f"{name} was made by a newer version of quotedb (it has {unknown[-1]}); update with: pip install --upgrade quotedb"
        )
    if pending_migrations(database):
        if not write:
            raise UnusableDatabase(
                f"{name} was made by an older version of quotedb; bring it up to date with: quotedb migrate {name}"
            )
        MIGRATIONS.apply(database)
