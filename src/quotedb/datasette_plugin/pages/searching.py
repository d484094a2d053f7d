"""Search: what was said, by whom, where; as a page, as CSV and JSON, and as a feed of exactly this search."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from datasette import Response

from quotedb.database import Asked, Suggestion, breakdown, csv_line, most_quoted, search, speakers_of, suggest
from quotedb.datasette_plugin.certainty import UNCERTAIN
from quotedb.datasette_plugin.feed import atom
from quotedb.datasette_plugin.marking import marked
from quotedb.datasette_plugin.site import Site, open_site
from quotedb.errors import QuotedbError
from quotedb.matching import collapsed
from quotedb.models import KINDS, RENDERINGS, Hit, SearchResult
from quotedb.reading import iso_date

PAGE_SIZE = 20
#: What CSV, JSON and the feed hold at most; the pages behind them: ?page=2
EXPORT_SIZE = {"csv": 1000, "json": 100, "atom": 50}
FILTERS = ("speaker", "kind", "rendering", "source", "since", "until")
SORTS = {"relevance": "best match", "date": "newest", "added": "last added"}
CSV_COLUMNS = (
    "uid", "speaker", "label", "note", "text", "kind", "rendering", "document", "event", "spoken", "publisher", "published", "url",
    "location", "confidence", "rule",
)  # fmt: skip
NAMES_OFFERED = 200


async def search_page(request: Any, datasette: Any) -> Response:
    """`/search?q=`, `/search.csv`, `/search.json`, `/search.atom`."""
    site = await open_site(datasette, request)
    form = request.url_vars.get("format")
    asked, mistakes = _asked(request)
    if form == "atom":
        asked["sort"] = "added"
    size = EXPORT_SIZE.get(form or "", PAGE_SIZE)
    number = _page_number(request)

    def answer(conn: Any) -> SearchResult:
        return search(conn, limit=size, offset=(number - 1) * size, **asked)

    result = await site.ask(answer)
    if form == "csv":
        return _csv(result)
    if form == "json":
        return _json(site, result, asked, number, size)
    if form == "atom":
        return atom(site, result, {name: value for name, value in asked.items() if name != "sort"})
    return await _html(site, result, asked, number, mistakes)


def _asked(request: Any) -> tuple[dict[str, Any], list[str]]:
    """The search that an address asks for; what is no date or no known kind is left out, and said."""
    asked: dict[str, Any] = {"query": (request.args.get("q") or "")[:4000]}
    mistakes = []
    known = {"kind": KINDS, "rendering": RENDERINGS}
    for name in FILTERS:
        value = (request.args.get(name) or "").strip()
        if value and name in known and value not in known[name]:
            mistakes.append(f"{value!r} is no {name}; known are {', '.join(known[name])}")
            value = ""
        if value and name in ("since", "until"):
            try:
                value = iso_date(value) or ""
            except QuotedbError as error:
                mistakes.append(str(error))
                value = ""
        asked[name] = value or None
    sort = request.args.get("sort")
    asked["sort"] = sort if sort in SORTS else "relevance" if asked["query"].strip() else "date"
    return asked, mistakes


def _page_number(request: Any) -> int:
    typed = request.args.get("page") or ""
    return max(1, min(int(typed), 100_000)) if typed.isdecimal() and len(typed) < 7 else 1


def _values(asked: dict[str, Any]) -> dict[str, Any]:
    """The search as values of an address."""
    query = asked["query"]
    ordinary = "relevance" if query.strip() else "date"
    return {
        "q": query,
        **{name: asked[name] for name in FILTERS},
        "sort": None if asked["sort"] == ordinary else asked["sort"],
    }


async def _html(site: Site, result: SearchResult, asked: dict[str, Any], number: int, mistakes: list[str]) -> Response:
    values = _values(asked)
    once = await site.ask(lambda conn: collapsed(conn, result.hits))
    speakers = await site.ask(lambda conn: speakers_of(conn, [hit.uid for hit in once]))
    offered = await site.remembered("names", lambda conn: most_quoted(conn, NAMES_OFFERED))
    filtered = any(asked[name] for name in FILTERS)
    suggestions: tuple[Suggestion, ...] = ()
    unfiltered = 0
    if not result.total and asked["query"].strip():
        suggestions = await site.ask(lambda conn: suggest(conn, asked["query"]))
        if filtered:
            unfiltered = (await site.ask(lambda conn: search(conn, asked["query"], limit=0))).total
    counts = None
    if len(result.hits) > 1 or number > 1:
        wanted = Asked(asked["query"], **{name: asked[name] for name in FILTERS})
        counts = await site.ask(lambda conn: breakdown(conn, wanted))
    pages = -(-result.total // PAGE_SIZE)
    return await site.page(
        "search",
        result=result,
        asked=asked,
        values=values,
        mistakes=mistakes,
        hits=[(hit, _snippet(hit), speakers.get(hit.uid, ())) for hit in once],
        again=len(result.hits) - len(once),
        number=number,
        pages=pages,
        counts=counts,
        first=(number - 1) * PAGE_SIZE + 1,
        offered=offered,
        filtered=filtered,
        suggestions=suggestions,
        unfiltered=unfiltered,
        kinds=KINDS,
        renderings=RENDERINGS,
        sorts=SORTS,
        uncertain=UNCERTAIN,
    )


def _snippet(hit: Hit) -> Any:
    head = "" if hit.text.startswith(hit.snippet) else "… "
    tail = "" if hit.text.endswith(hit.snippet) else " …"
    return head + marked(hit.snippet, hit.spans) + tail


def _csv(result: SearchResult) -> Response:
    rows = (tuple(getattr(hit, name) for name in CSV_COLUMNS) for hit in result.hits)
    body = csv_line(CSV_COLUMNS) + "".join(map(csv_line, rows))
    return Response(
        body,
        headers={"content-disposition": 'attachment; filename="search.csv"', "x-content-type-options": "nosniff"},
        content_type="text/csv; charset=utf-8",
    )


def _json(site: Site, result: SearchResult, asked: dict[str, Any], number: int, size: int) -> Response:
    more = site.absolute("/search.json", **_values(asked), page=number + 1) if number * size < result.total else None
    found = {
        "total": result.total,
        "capped": result.capped,
        "understood": result.understood,
        "undated": result.undated,
        "unjoined": [asdict(label) for label in result.unjoined],
        "next": more,
        "hits": [{**asdict(hit), "permalink": site.absolute(f"/quote/{hit.uid}")} for hit in result.hits],
    }
    return Response(
        json.dumps(found, ensure_ascii=False),
        headers={"x-content-type-options": "nosniff"},
        content_type="application/json; charset=utf-8",
    )
