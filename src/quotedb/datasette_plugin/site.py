"""What every page of ours stands on: which database it shows, what this reader may see, addresses, headers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from datasette import Forbidden, NotFound, Response
from datasette.views.base import DatasetteError

from quotedb.database import place_line, version_of
from quotedb.datasette_plugin.access import may_see
from quotedb.errors import UnusableDatabase

T = TypeVar("T")

#: Nothing runs and nothing is loaded but our own files: what a document says stays text.
SECURITY = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


#: Answers about whole records: (database, name) -> (version of the record, answer)
_REMEMBERED: dict[tuple[int, str], tuple[object, Any]] = {}
MOST_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Site:
    """One database as one reader may see it."""

    datasette: Any
    request: Any
    database: str
    first: bool  #: the first of our databases here: its addresses need not name it
    full_text: bool  #: whether this reader may read the documents' texts

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """What `question` answers about the database, asked in a thread of Datasette's own.

        A database of another version is an error page that says what to do (`DatasetteError`).
        """
        try:
            answer: T = await self.datasette.get_database(self.database).execute_fn(question)
        except UnusableDatabase as error:
            raise DatasetteError(str(error), status=503) from error
        return answer

    async def remembered(self, name: str, question: Callable[[sqlite3.Connection], T]) -> T:
        """The same, remembered until the record changes: for what is counted over everything."""
        version = await self.ask(version_of)
        key = (id(self.datasette.get_database(self.database)), name)
        known = _REMEMBERED.get(key)
        if known is None or known[0] != version:
            if len(_REMEMBERED) >= MOST_REMEMBERED:
                _REMEMBERED.clear()
            known = _REMEMBERED[key] = (version, await self.ask(question))
        answer: T = known[1]
        return answer

    def link(self, path: str, /, **values: object) -> str:
        """An address of ours: `link("/search", q="wave")`; what is None or empty is left out."""
        if not self.first:
            values = {**values, "db": self.database}
        query = urlencode({name: value for name, value in values.items() if value not in (None, "", 0)})
        return str(self.datasette.urls.path(path + (f"?{query}" if query else "")))

    def absolute(self, path: str, /, **values: object) -> str:
        """The same with scheme and host, for feeds and citations."""
        return str(self.datasette.absolute_url(self.request, self.link(path, **values)))

    async def page(self, name: str, /, status: int = 200, **context: object) -> Response:
        """A page from one of our templates."""
        html = await self.datasette.render_template(
            f"quotedb/{name}.html",
            {
                "site": self,
                "link": self.link,
                "place_line": place_line,
                "title_of_site": await _title(self.datasette),
                "databases": [
                    name
                    for name in self.datasette.databases
                    if not name.startswith("_") and await may_see(self.datasette, self.request.actor, name)
                ],
                **context,
            },
            request=self.request,
            view_name="quotedb",
        )
        return Response.html(html, status=status, headers=SECURITY)

    async def missing(self, sentence: object) -> Response:
        """The page for an address that stands for nothing here: why, and where to go on."""
        return await self.page("missing", status=404, sentence=str(sentence))


async def open_site(datasette: Any, request: Any) -> Site:
    """The database that a request is about: the one it names with ?db=, else the first of ours.

    Raises `NotFound` where there is none, `Forbidden` where this reader may not see it.
    """
    ours = await all_ours(datasette)
    wanted = request.args.get("db") or (ours[0] if ours else "")
    if wanted not in ours:
        raise NotFound("No such database of quotedb is open here.")
    actor = request.actor
    if not all([await may_see(datasette, actor, wanted, table) for table in ("utterances", "quotes")]):
        raise Forbidden("You may not see this record.")
    full_text = await may_see(datasette, actor, wanted, "documents")
    return Site(datasette, request, wanted, wanted == ours[0], full_text)


async def all_ours(datasette: Any) -> list[str]:
    """The databases here that quotedb made, in the order in which they were opened."""
    return [name for name in datasette.databases if not name.startswith("_") and await is_ours(datasette, name)]


async def address_of(datasette: Any, database: str, path: str) -> str:
    """The address of a page of ours from Datasette's own pages."""
    first = database in (await all_ours(datasette))[:1]
    return str(datasette.urls.path(path if first else f"{path}?{urlencode({'db': database})}"))


async def is_ours(datasette: Any, name: str) -> bool:
    """Whether quotedb made this database."""
    db = datasette.get_database(name)
    return bool(await db.table_exists("utterances_fts") and await db.table_exists("utterance_speakers"))


async def _title(datasette: Any) -> str:
    """The site's own title, where its owner gave one."""
    if hasattr(datasette, "get_instance_metadata"):  # Datasette 1.0
        found = await datasette.get_instance_metadata()
    else:
        found = datasette.metadata() or {}
    return str(found.get("title") or "quotedb")
