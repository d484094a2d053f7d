"""`read`: one source in, one Document out."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from typing import IO, Any

from quotedb.errors import UnreadableSource
from quotedb.models import Document
from quotedb.reading.content import fetch, raw
from quotedb.reading.content.encoding import decode, fold_newlines
from quotedb.reading.content.sniff import is_docx, is_pdf, looks_like_html, refuse_binary, refuse_controls
from quotedb.reading.known.fields import FIELDS, Fields, clean_fields
from quotedb.reading.known.headdates import date_from_head
from quotedb.reading.known.titles import title_from_location, title_from_text
from quotedb.reading.markup.cutoff import cut_off
from quotedb.reading.markup.docx import read_docx
from quotedb.reading.markup.html import read_html
from quotedb.reading.plain import read_plain
from quotedb.reading.printed.pdf import read_pdf
from quotedb.reading.speech.captions import is_srt, is_vtt, read_srt, read_vtt
from quotedb.reading.speech.elements import is_xml, read_xml
from quotedb.reading.speech.segments import is_json, read_segments
from quotedb.reading.speech.tables import read_table

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TITLED = ("text/html", "application/pdf", _DOCX)  # their first lines are no speech; captions begin with it
_LENIENT = ("utf-8", "surrogatepass")


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
    digest = hashlib.sha256(source.content if isinstance(source.content, bytes) else source.content.encode(*_LENIENT))
    taken = _packed(source.content, source.name) if isinstance(source.content, bytes) else None
    taken = taken or _written(_decoded(source), source)
    found = taken.fields
    if "title" not in found:
        head = title_from_text(taken.text) if taken.media_type in _TITLED else ""
        found = found | {"title": head or title_from_location(source.location)}
    known: Fields = ({"url": source.url} if source.url else {}) | found | given
    if not known.keys() & {"published", "spoken"}:
        printed = "" if taken.head is None else date_from_head(taken.text, taken.head, known["title"])
        if day := printed or date_from_head(known["title"]):
            known["published"] = day
    return Document(
        text=taken.text,
        location=source.location,
        media_type=taken.media_type,
        raw_sha256=digest.hexdigest(),
        pages=taken.pages,
        damage=taken.damage,
        speakers=taken.speakers,
        **known,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a reader made of a source."""

    text: str
    fields: Fields
    media_type: str
    pages: tuple[int, ...] = ()
    head: int | None = 0  #: where the first lines begin; None: the text begins with speech, as captions do
    damage: str | None = None  #: what seems to be wrong with the file, in a sentence
    speakers: tuple[str, ...] = ()  #: who speaks, where the file has a field for it


def _packed(content: bytes, name: str) -> _Taken | None:
    """The text of a format that is no text itself; None for text, a refusal for all other formats."""
    if is_pdf(content):
        text, fields, pages = read_pdf(content, name)
        return _Taken(text, fields, "application/pdf", pages)
    if is_docx(content, name):
        return _Taken(*read_docx(content, name), _DOCX)
    refuse_binary(content, name)
    return None


def _decoded(source: raw.Raw) -> str:
    content, name = source.content, source.name
    if isinstance(content, bytes):
        text = decode(content, name, charset=source.charset)
    else:
        _check_text(content, name)
        text = fold_newlines(content.removeprefix("\ufeff"))
    if not text.strip():
        raise UnreadableSource(f"{name} is empty: there is no text in it; check that it was saved in full")
    return text


def _written(text: str, source: raw.Raw) -> _Taken:
    """What a text is by its content; the suffix only decides where that leaves it open."""
    name = source.name
    if is_vtt(text):
        return _Taken(*read_vtt(text, name), "text/vtt", head=None)
    if is_srt(text):
        return _Taken(*read_srt(text, name), "application/x-subrip", head=None)
    if is_json(text):
        written, said, speakers = read_segments(text, name)
        return _Taken(written, said, "application/json", head=None, speakers=speakers)
    refuse_controls(text, name)
    if looks_like_html(text, source.suffix):
        written, said, speakers = read_html(text, name)
        return _Taken(written, said, "text/html", damage=cut_off(text), speakers=speakers)
    if is_xml(text, source.suffix):
        written, said, broken, speakers = read_xml(text, name)
        return _Taken(written, said, "application/xml", damage=broken, speakers=speakers)
    table = read_table(text, name)
    if table is not None:
        return _Taken(table[0], {}, "text/csv", head=None, speakers=table[1])
    fields, head = read_plain(text, source.location)
    media_type = "text/markdown" if source.suffix in (".md", ".markdown") else "text/plain"
    return _Taken(text, fields, media_type, head=head)


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
