"""A search as an Atom feed: what came in last stands first, so a feed reader is the alert."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from datasette import Response

from quotedb.datasette_plugin.certainty import UNCERTAIN
from quotedb.datasette_plugin.site import Site
from quotedb.models import Hit, SearchResult

_ATOM = "http://www.w3.org/2005/Atom"


def atom(site: Site, result: SearchResult, asked: dict[str, Any]) -> Response:
    """The feed of a search. RFC 4287: every entry has an id that stays, a title and a time."""
    ElementTree.register_namespace("", _ATOM)
    values = {"q": asked["query"], **{name: value for name, value in asked.items() if name != "query"}}
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    here = site.absolute("/search.atom", **values)
    _add(feed, "id", here)
    _add(feed, "title", f"Said: {result.understood}")
    feed.append(ElementTree.Element(f"{{{_ATOM}}}link", rel="self", href=here))
    feed.append(ElementTree.Element(f"{{{_ATOM}}}link", href=site.absolute("/search", **values)))
    updated = _add(feed, "updated", "1970-01-01T00:00:00+00:00")
    for hit in result.hits:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        address = site.absolute(f"/quote/{hit.uid}")
        _add(entry, "id", address)
        who = hit.speaker or hit.label or "Nobody named"
        reported = hit.kind == "indirect"
        doubts = [what for what, holds in (("reported, not quoted", reported), ("uncertain", _unsure(hit))) if holds]
        _add(entry, "title", f"{who}{' (' + ', '.join(doubts) + ')' if doubts else ''}: {hit.snippet[:120]}")
        entry.append(ElementTree.Element(f"{{{_ATOM}}}link", href=address))
        author = (hit.publisher or hit.document) if reported else who  # a report's words are the outlet's
        _add(ElementTree.SubElement(entry, f"{{{_ATOM}}}author"), "name", author)
        said = "[reported, not quoted] " if reported else ""
        _add(entry, "summary", said + hit.snippet)
        _add(entry, "content", said + hit.text)
        _add(entry, "updated", hit.ingested)
        updated.text = max(str(updated.text), hit.ingested)
    body = ElementTree.tostring(feed, encoding="unicode", xml_declaration=False)
    return Response(
        f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n',
        headers={"x-content-type-options": "nosniff"},
        content_type="application/atom+xml; charset=utf-8",
    )


def _unsure(hit: Hit) -> bool:
    return bool(hit.speaker or hit.label) and hit.confidence < UNCERTAIN


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    # XML knows no control characters; a text may hold some
    child.text = "".join(sign for sign in text if sign in "\t\n\r" or sign >= " ")
    return child
