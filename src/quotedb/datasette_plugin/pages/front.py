"""The front page: one search box, who is in the record, what came in last, what needs a look."""

from __future__ import annotations

from typing import Any

from datasette import NotFound, Response

from quotedb.database import overview
from quotedb.datasette_plugin.certainty import UNCERTAIN
from quotedb.datasette_plugin.site import open_site


async def front_page(request: Any, datasette: Any) -> Response:
    """`/`."""
    try:
        site = await open_site(datasette, request)
    except NotFound as error:
        # Datasette answers "not found" for an address that ends with a slash by leading to the one without, which is this page
        return Response.text(str(error), status=404)
    seen = await site.remembered("overview", lambda conn: overview(conn, UNCERTAIN))
    return await site.page("front", seen=seen, uncertain=UNCERTAIN)
