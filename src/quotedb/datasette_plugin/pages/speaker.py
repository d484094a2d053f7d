"""One speaker: names, statements over time and by source, the newest statements."""

from __future__ import annotations

from typing import Any

from datasette import Response

from quotedb.database import joined_slug, most_quoted, names_like, profile, search, unjoined_for
from quotedb.datasette_plugin.chart import bars, shares
from quotedb.datasette_plugin.marking import marked
from quotedb.datasette_plugin.site import open_site
from quotedb.errors import UnknownName
from quotedb.matching import collapsed

NEWEST = 10
NAMES = 20


async def speaker_page(request: Any, datasette: Any) -> Response:
    """`/speaker/SLUG`."""
    site = await open_site(datasette, request)
    slug = request.url_vars["slug"]
    try:
        who = await site.remembered(f"profile {slug}", lambda conn: profile(conn, slug))
    except UnknownName as error:
        now = await site.ask(lambda conn: joined_slug(conn, slug))
        return Response.redirect(site.link(f"/speaker/{now}")) if now else await site.missing(error)
    newest = await site.ask(
        lambda conn: collapsed(conn, search(conn, "", speaker=who.name, sort="date", limit=5 * NEWEST).hits)[:NEWEST]
    )
    return await site.page(
        "speaker",
        who=who,
        chart=bars(who.periods),
        sources=shares([(name, count) for name, count, _ in who.publishers]),
        newest=[(hit, marked(hit.snippet, ()), ()) for hit in newest],
        unjoined=await site.ask(lambda conn: unjoined_for(conn, who.slug)),
    )


async def names(request: Any, datasette: Any) -> Response:
    """`/names.json?q=`: names that begin or go on like what is typed, for the filter's list."""
    site = await open_site(datasette, request)
    typed = (request.args.get("q") or "").strip()
    found = await site.ask(lambda conn: names_like(conn, typed, NAMES) if typed else most_quoted(conn, NAMES))
    listed = [{"name": one.name, "slug": one.slug, "utterances": one.utterances} for one in found]
    return Response.json(listed, headers={"x-content-type-options": "nosniff"})
