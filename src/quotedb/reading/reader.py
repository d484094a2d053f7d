"""`read`: one source in, one Document out."""

from __future__ import annotations

import hashlib
import os
import re
from typing import IO, Any

from quotedb.errors import UnreadableSource
from quotedb.models import Document
from quotedb.reading import fetch, raw
from quotedb.reading.encoding import decode, fold_newlines
from quotedb.reading.fields import FIELDS, Fields, clean_fields
from quotedb.reading.html import read_html
from quotedb.reading.plain import read_plain
from quotedb.reading.sniff import looks_like_html, refuse_binary, refuse_other_formats
from quotedb.reading.titles import title_from_location, title_from_text

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def read(source: str | os.PathLike[str] | IO[Any], **about: str | None) -> Document:
    """Read one document from a path, an http(s) URL or an open file (binary or text).

    `about` may give title, url, publisher, published, spoken, event, language and byline (None: not given); it wins
    over front matter and over what a page says of itself. Raises UnreadableSource where there is no text to be had, and
    QuotedbError where a date or language of `about` cannot be understood; both with one sentence that says what to do.
    """
    unknown = sorted(set(about) - set(FIELDS))
    if unknown:
        raise TypeError(f"read() does not know {', '.join(unknown)}; it takes {', '.join(FIELDS)}")
    given = clean_fields(about, strict=True)
    return _document(_load(source), given)


def _load(source: str | os.PathLike[str] | IO[Any]) -> raw.Raw:
    if isinstance(source, str) and _URL.match(source):
        return fetch.from_url(source)
    if isinstance(source, (str, os.PathLike)):
        return raw.from_path(source)
    return raw.from_stream(source)


def _document(source: raw.Raw, given: Fields) -> Document:
    content, name = source.content, source.name
    if isinstance(content, bytes):
        refuse_binary(content, name)
        text = decode(content, name, charset=source.charset)
        digest = hashlib.sha256(content).hexdigest()
    else:
        _check_text(content, name)
        text = fold_newlines(content.removeprefix("\ufeff"))
        digest = hashlib.sha256(content.encode("utf-8")).hexdigest()
    if not text.strip():
        raise UnreadableSource(f"{name} is empty: there is no text in it; check that it was saved in full")
    refuse_other_formats(text, name)

    if looks_like_html(text, source.suffix):
        text, found = read_html(text, name)
        found.setdefault("title", title_from_text(text) or title_from_location(source.location))
        media_type = "text/html"
    else:
        found = read_plain(text, source.location)
        media_type = "text/markdown" if source.suffix in (".md", ".markdown") else "text/plain"
    known = ({"url": source.url} if source.url else {}) | found | given
    return Document(text=text, location=source.location, media_type=media_type, raw_sha256=digest, **known)


def _check_text(text: str, name: str) -> None:
    """A text stream hands over characters; two kinds of them no database can keep."""
    if "\x00" in text:
        raise UnreadableSource(f"{name} holds a NUL character at {text.index(chr(0))}; it is no text: check the file")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableSource(
            f"{name} holds half a character (a lone surrogate) at {error.start}; open it in binary mode instead"
        ) from None
