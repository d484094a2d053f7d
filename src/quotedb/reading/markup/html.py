"""An HTML page: its main text as plain text, and what it says of itself."""

from __future__ import annotations

import logging
import re
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields
from quotedb.reading.markup.blocks import text_blocks
from quotedb.reading.markup.joining import joined, speakers_of
from quotedb.reading.markup.linkeddata import fuller_text
from quotedb.reading.markup.mainpart import main_part
from quotedb.reading.markup.setoff import with_marks

_SEPARATOR = re.compile(r"[\s|–—•·:»-]+\Z")


def read_html(page: str, name: str) -> tuple[str, Fields, tuple[str, ...]]:
    """The main text of a page, its fields, and who speaks where its markup says so. Raises UnreadableSource where no text is left.

    Paragraphs, headings and lines of tables are blocks with a blank line between them; list items are lines that begin
    with "- "; <br> is a line end; <pre> keeps its lines. Bold type itself is dropped.
    """
    root = _parsed(page, name)
    said = _said(root)
    language = str(said.get("language") or "")
    blocks = text_blocks(root, language) if root is not None else []
    extracted, fields = _extracted(page)
    main = main_part(blocks, extracted)
    text = joined(with_marks(main, language))
    fuller = fuller_text(root, text)
    if fuller:
        title = str(fields.get("title") or "")
        text = fuller if not title or fuller.startswith(title) else f"{title}\n\n{fuller}"
    if not text:
        raise UnreadableSource(
            f"{name} is an HTML page without any main text; "
            "if a browser shows one, save it as text from there and ingest that"
        )
    more = {field: value for field, value in said.items() if value and field not in fields}
    return text, clean_fields(fields | more, strict=False), speakers_of(main)


def _parsed(page: str, name: str) -> Any:
    from lxml import etree, html  # here: only pages need them

    # as UTF-8 bytes, so that no declaration inside the page can contradict how it was decoded
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log.filter_from_fatals()):
        raise UnreadableSource(
            f"{name} is nested so deeply that part of it would be lost; open it in a browser and save it as text"
        )
    return root


def _extracted(page: str) -> tuple[str, Fields]:
    """What trafilatura takes for the main text, and the page's metadata; ("", {}) where it finds nothing."""
    import trafilatura  # here: half a second that only pages need

    for name in ("trafilatura", "htmldate", "courlan"):  # their warnings are about HTML, our users read about documents
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # a page that upsets the extractor is still a page: our own blocks remain
        found = None
    if found is None:
        return "", {}
    said = {
        "title": _without_site(found.title or "", found.sitename or ""),
        "url": found.url if (found.url or "").startswith(("http://", "https://")) else None,
        "byline": found.author,
        "published": found.date,
        "publisher": found.sitename,
    }
    return found.text or "", {field: value for field, value in said.items() if value}


def _without_site(title: str, site: str) -> str:
    """A title without the publisher behind it ("Council meets | The Harbour Post"), which has a field of its own."""
    if not site or not title.endswith(site):
        return title
    return _SEPARATOR.sub("", title.removesuffix(site)) or title


def _said(root: Any) -> dict[str, object]:
    """Title, canonical address and language as the page's head gives them."""
    if root is None:
        return {}
    address = next(
        (link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()), ""
    )
    title = next((element.text for element in root.iter("title") if element.text and element.text.strip()), "")
    language = next((element.get("lang") for element in root.iter("html", "body") if element.get("lang")), "")
    return {
        "title": title,
        "url": address if address.startswith(("http://", "https://")) else "",
        "language": language,
    }
