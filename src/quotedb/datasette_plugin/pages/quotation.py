"""One utterance: the page to cite."""

from __future__ import annotations

import json
from typing import Any

from datasette import Response
from markupsafe import Markup

from quotedb.database import MOST_CITED, Shown, attribution, citation, document_of, matches_in, show, speakers_of
from quotedb.datasette_plugin.certainty import UNCERTAIN, band, reason
from quotedb.datasette_plugin.marking import at_place, differences, marked
from quotedb.datasette_plugin.site import Site, open_site
from quotedb.errors import UnknownName
from quotedb.matching import variants_of


async def quote_page(request: Any, datasette: Any) -> Response:
    """`/quote/UID`: the words large, who, how, where; the same statement elsewhere; everything that a citation needs."""
    site = await open_site(datasette, request)
    uid = request.url_vars["uid"].lower()
    try:
        shown: Shown = await site.ask(lambda conn: show(conn, uid, context=1))
    except UnknownName as error:
        return await site.missing(error)
    hit = shown.hit
    if hit.uid != uid:
        return Response.redirect(site.link(f"/quote/{hit.uid}"))
    speakers = (await site.ask(lambda conn: speakers_of(conn, [hit.uid])))[hit.uid]
    language = (await site.ask(lambda conn: document_of(conn, hit.uid)) or (0, None))[1]
    query = (request.args.get("q") or "")[:2000]
    spans = await site.ask(lambda conn: matches_in(conn, hit.uid, query)) if query.strip() else ()
    permalink = site.absolute(f"/quote/{hit.uid}")
    return await site.page(
        "quote",
        hit=hit,
        shown=shown,
        speakers=speakers,
        language=language,
        permalink=permalink,
        words=marked(hit.text, spans),
        citation=f"{citation(hit)} ({permalink})",
        source_only=f"{attribution(hit)} ({permalink})",
        long=len(" ".join(hit.text.split())) > MOST_CITED,
        band=band(hit.confidence),
        reason=reason(hit),
        variants=[
            (variant, differences(variant.diff)) for variant in await site.ask(lambda conn: variants_of(conn, hit.uid))
        ],
        place=at_place(hit.url, hit.text),
        linked_data=_linked_data(site, shown, speakers, language, permalink),
    )


def _linked_data(
    site: Site, shown: Shown, speakers: tuple[tuple[str, str], ...], language: str | None, permalink: str
) -> Markup:
    """The utterance as schema.org Quotation, safe inside a script element; empty for reported speech, which is none.

    A machine reads no doubts: the creator is left out where the name is less than likely, or only a label ("he").
    """
    hit = shown.hit
    if hit.kind == "indirect":
        return Markup("")
    likely = speakers if hit.confidence >= UNCERTAIN else ()
    creators = [{"@type": "Person", "name": name, "url": site.absolute(f"/speaker/{slug}")} for name, slug in likely]
    work = {
        "@type": "CreativeWork",
        "name": hit.document,
        "url": hit.url,
        "datePublished": hit.published,
        "publisher": {"@type": "Organization", "name": hit.publisher} if hit.publisher else None,
    }
    event = (
        {"@type": "Event", "name": hit.event or hit.document, "startDate": hit.spoken}
        if hit.spoken or hit.event
        else None
    )
    quotation = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": permalink,
        "text": hit.text,
        "creator": creators[0] if len(creators) == 1 else creators or None,
        "inLanguage": language,
        "isPartOf": {name: value for name, value in work.items() if value},
        "recordedIn": event,
    }
    text = json.dumps({name: value for name, value in quotation.items() if value}, ensure_ascii=False)
    # a "<" could end the element early: inside JSON strings it may be written as an escape
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704
