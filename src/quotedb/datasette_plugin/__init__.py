"""What Datasette learns about a quotes.db: a safe search function, readable cells, a style sheet.

Only hooks that Datasette 0.65 and 1.0 both have, with the arguments that both give.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from datasette import hookimpl
from markupsafe import Markup, escape

from quotedb.database import understand
from quotedb.datasette_plugin.pages import ROUTES
from quotedb.datasette_plugin.site import address_of, is_ours

#: Matches nothing: what an empty query finds
_NOTHING = '""'
_UID = re.compile(r"[0-9a-f]{16}")
#: Columns that hold a row number of another table, and what that row is called
_LINKS = {
    "speaker_id": ("speakers", "name"),
    "document_id": ("documents", "title"),
    "replaced_by": ("documents", "title"),
    "utterance_id": ("utterances", "uid"),
    "other_id": ("utterances", "uid"),
}


#: Tables whose rows have a page for reading: the column that stands in its address, and the address
_PAGES = {"utterances": ("uid", "/quote/"), "speakers": ("slug", "/speaker/")}


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQL the function quotedb_query(text): what a person typed as a query that FTS5 takes, never an error."""
    conn.create_function("quotedb_query", 1, _query, deterministic=True)


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """Our pages, where a database of ours is open; without one, a Datasette is left as it is."""
    return ROUTES if any(_is_ours(db) for db in datasette.databases.values()) else []


@hookimpl
def extra_css_urls(database: str | None, datasette: Any) -> list[str]:
    """Our style sheet, on the pages of a database."""
    return [datasette.urls.static_plugins("quotedb", "quotedb.css")] if database else []


@hookimpl
def render_cell(
    value: object, column: str, table: str | None, database: str, datasette: Any
) -> Awaitable[Markup | None] | None:
    """Link an utterance's uid to its row, and name the speakers and documents behind row numbers."""
    if column == "uid" and isinstance(value, str) and _UID.fullmatch(value):
        return _permalink(datasette, database, value)
    if column in _LINKS and isinstance(value, int) and table:
        target, label = _LINKS[column]
        return _link(datasette, database, target, "id", value, label)
    return None


@hookimpl
def extra_template_vars(
    view_name: str, database: str | None, table: str | None, request: Any, datasette: Any
) -> Awaitable[dict[str, Any]] | None:
    """For the page of one row: where its readable page is; for an utterance also words, speaker and source."""
    if view_name == "row" and database and (table == "documents" or table in _PAGES):
        return _readable(datasette, database, table, request.url_vars.get("pks", ""))
    return None


async def _readable(datasette: Any, database: str, table: str, key: str) -> dict[str, Any]:
    if not key.isdecimal() or not await is_ours(datasette, database):
        return {}
    db = datasette.get_database(database)
    if table == "documents":
        return {"readable": await address_of(datasette, database, f"/document/{key}")}
    column, page = _PAGES[table]
    row = (await db.execute(f"SELECT {column} FROM {table} WHERE id = ?", [int(key)])).first()
    found = {"readable": await address_of(datasette, database, f"{page}{row[0]}")} if row else {}
    quoted = (
        (await db.execute("SELECT * FROM quotes WHERE id = ?", [int(key)])).first() if table == "utterances" else None
    )
    return {**found, "quoted": dict(quoted)} if quoted else found


def _is_ours(db: Any) -> bool:
    """Looked up without Datasette: routes are made before it answers questions."""
    if not db.path:
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{Path(db.path).absolute().as_uri()}?mode=ro", uri=True)) as conn:
            found = conn.execute(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('utterances_fts', 'utterance_speakers')"
            )
            return bool(found.fetchone()[0] == 2)
    except sqlite3.Error:
        return False


def _query(typed: object) -> str:
    return understand(str(typed or "")).fts() or _NOTHING


async def _permalink(datasette: Any, database: str, uid: str) -> Markup | None:
    if not await is_ours(datasette, database):
        return None  # somebody else's database
    return Markup('<a href="{}">{}</a>').format(await address_of(datasette, database, f"/quote/{uid}"), uid)


async def _link(datasette: Any, database: str, table: str, key: str, value: object, label: str) -> Markup | None:
    db = datasette.get_database(database)
    if not await db.table_exists("utterances_fts"):
        return None  # somebody else's database
    row = (await db.execute(f"SELECT id, {label} FROM {table} WHERE {key} = ?", [value])).first()
    if row is None:
        return None
    return Markup('<a href="{}">{}</a>').format(datasette.urls.row(database, table, str(row[0])), escape(row[1]))
