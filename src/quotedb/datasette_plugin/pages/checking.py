"""Verify: paste a quote, see whether the record has these words, from this speaker, with every changed word marked."""

from __future__ import annotations

from typing import Any

from datasette import Response

from quotedb.database import most_quoted
from quotedb.datasette_plugin.marking import differences
from quotedb.datasette_plugin.site import open_site
from quotedb.matching import verify

#: A quote in an address: longer ones are sent in a form's body, and cannot be shared by link.
SHORT = 1500
NAMES_OFFERED = 200


async def verify_page(request: Any, datasette: Any) -> Response:
    """`/verify?quote=&speaker=`; a longer quote or a draft by POST."""
    site = await open_site(datasette, request)
    if request.method == "POST":
        given: Any = await request.post_vars()
    else:
        given = request.args
    quote, speaker = (given.get("quote") or "").strip(), (given.get("speaker") or "").strip()
    offered = await site.remembered("names", lambda conn: most_quoted(conn, NAMES_OFFERED))
    verdict = await site.ask(lambda conn: verify(conn, quote, speaker or None)) if quote else None
    return await site.page(
        "verify",
        quote=quote,
        speaker=speaker,
        verdict=verdict,
        matches=[(match, differences(match.diff)) for match in verdict.matches] if verdict else [],
        offered=offered,
        shareable=site.absolute("/verify", quote=quote, speaker=speaker) if quote and len(quote) <= SHORT else None,
    )
