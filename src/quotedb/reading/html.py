"""An HTML page: its main text as plain text, and what it says of itself."""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.blocks import TextBlock, text_blocks
from quotedb.reading.fields import Fields, clean_fields
from quotedb.reading.mainpart import main_part

_LONGEST_LABEL = 60  # characters
_SEPARATOR = re.compile(r"[\s|–—•·:»-]+\Z")
_NO_LABEL_END = tuple(".?!:;,-–—…")
_NO_LABEL_NEXT = tuple(".:,;–—(-")


def read_html(page: str, name: str) -> tuple[str, Fields]:
    """The main text of a page and its fields. Raises UnreadableSource where no text is left.

    Paragraphs, headings and lines of tables are blocks with a blank line between them; list items are lines that begin
    with "- "; <br> is a line end; <pre> keeps its lines. Bold type itself is dropped.
    """
    root = _parsed(page, name)
    blocks = text_blocks(root) if root is not None else []
    extracted, fields = _extracted(page)
    text = _joined(main_part(blocks, extracted))
    if not text:
        raise UnreadableSource(
            f"{name} is an HTML page without any main text; "
            "if a browser shows one, save it as text from there and ingest that"
        )
    return text, clean_fields(fields | {k: v for k, v in _said(root).items() if v and k not in fields}, strict=False)


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


def _joined(blocks: list[TextBlock]) -> str:
    labels = _labels(blocks)
    parts: list[str] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        text = _with_colon(block, labels)
        if block.tag == "li" and not block.lead and not block.soft:
            text = f"- {text}"
        if before is None:
            parts.append(text)
        elif before.tag == "dt" and block.tag == "dd" and parts[-1].endswith(":"):
            parts.append(f" {text}")
        else:
            close = block.soft or (block.tag == before.tag == "li")
            parts.append(("\n" if close else "\n\n") + text)
    return "".join(parts)


def _labels(blocks: list[TextBlock]) -> set[str]:
    """Labels that the page sets off by markup alone, without a colon; said more than once, they are speakers.

    What opens a single paragraph in bold may be any words; what opens two or more is a name or a "Q".
    """
    counts = Counter(label for block in blocks if (label := _bare_label(block)))
    return {label for label, count in counts.items() if count > 1}


def _bare_label(block: TextBlock) -> str:
    if block.tag == "dt":
        return block.text if len(block.text) <= _LONGEST_LABEL and not block.text.endswith(_NO_LABEL_END) else ""
    lead, rest = block.lead, block.text.removeprefix(block.lead).lstrip()
    if not lead or not rest or len(lead) > _LONGEST_LABEL or "\n" in lead:
        return ""
    return "" if lead.endswith(_NO_LABEL_END) or rest.startswith(_NO_LABEL_NEXT) else lead


def _with_colon(block: TextBlock, labels: set[str]) -> str:
    """Plain text has no bold type: there a colon does what bold type does on the page."""
    label = _bare_label(block)
    if label not in labels:
        if block.lead.endswith(":") and block.text.startswith(f"{block.lead}\t"):
            return f"{block.lead} {block.text.removeprefix(block.lead).lstrip()}"
        return block.text
    rest = block.text.removeprefix(label).lstrip()
    return f"{label}: {rest}" if rest else f"{label}:"
