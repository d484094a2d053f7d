"""A Word file (.docx): its paragraphs and tables in order as plain text, and its core properties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields, one_line
from quotedb.reading.markup.blocks import TextBlock
from quotedb.reading.markup.joining import joined

MAX_XML_BYTES = 40_000_000  #: of all text parts, unpacked; a thousand pages have some ten million
MAX_UNPACKED_BYTES = 300_000_000  #: of everything, pictures included
_LONGEST_TITLE = 150  #: characters
_CHUNK = 1 << 16
_XML = (".xml", ".rels")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: never part of the running text: what was deleted or moved away, field codes, boxes that float beside it
_LEFT_OUT = frozenset(
    {f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "txbxContent", "pPr", "rPr")} | {_FALLBACK}
)
_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"(?:heading|title|überschrift|titre|título)\s*\d*\Z", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"strong|bold|speaker", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_NOBODY = frozenset(
    {"python-docx", "windows user", "microsoft office user", "user", "admin", "administrator", "unknown"}
)
_INVISIBLE = dict.fromkeys([*range(9), *range(11, 32), 0xAD, 0x200B, 0x2060, 0xFEFF]) | {0xA0: " ", 0x0A: " "}


def read_docx(content: bytes, name: str) -> tuple[str, Fields]:
    """The text of a Word file and what its core properties say: title, author, language, and the day it was written.

    Headings, paragraphs and rows of tables are blocks with a blank line between them, items of lists begin with "- ".
    What is deleted but still tracked, headers, footers, footnotes and text boxes are left out. Raises UnreadableSource
    for a damaged or encrypted file and for one that would unpack to more than a document can be.
    """
    _check_archive(content, name)
    import docx  # here: only Word files need it

    try:
        document = docx.Document(io.BytesIO(content))
        blocks = list(_blocks(document.element.body, _styles(document)))
        said = _said(document.core_properties)
        said["title"] = said["title"] or _heading_of(blocks)
    except Exception as error:  # a damaged file may upset the library anywhere
        raise _damaged(name, one_line(error)[:120] or type(error).__name__) from None
    text = joined(blocks)
    if not text.strip():
        raise UnreadableSource(f"{name} is a Word file without text; check that it was saved in full")
    return text + "\n", clean_fields(said, strict=False)


def _damaged(name: str, reason: str) -> UnreadableSource:
    reason = "it breaks off" if reason == "File is not a zip file" else reason
    return UnreadableSource(
        f"{name} is a damaged Word file ({reason}); open it in Word and save it again, or get it again"
    )


def _check_archive(content: bytes, name: str) -> None:
    """Count what the archive unpacks to, first by its directory, then piece by piece, before anything is loaded."""
    huge = UnreadableSource(
        f"{name} is a Word file that unpacks to more than {MAX_XML_BYTES // 1_000_000} MB of text "
        f"or {MAX_UNPACKED_BYTES // 1_000_000} MB in all; check where it comes from, or save it as text and ingest that"
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise huge
            if sum(member.file_size for member in members if member.filename.endswith(_XML)) > MAX_XML_BYTES:
                raise huge
            total = xml = 0
            for member in members:
                is_xml = member.filename.endswith(_XML)
                with archive.open(member) as stream:
                    head = b""
                    while chunk := stream.read(_CHUNK):
                        head = head or chunk
                        total, xml = total + len(chunk), xml + len(chunk) * is_xml
                        if total > MAX_UNPACKED_BYTES or xml > MAX_XML_BYTES:
                            raise huge
                if is_xml and b"<!DOCTYPE" in head:  # no Word file has one; its entities could be anything
                    raise _damaged(name, f"{member.filename} declares a document type")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        raise _damaged(name, one_line(error)[:120]) from None
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise _damaged(name, one_line(error)[:120]) from None


def _heading_of(blocks: list[TextBlock]) -> str:
    """The heading at the head of the text: it is a title even where it has a colon, as a label has."""
    first = blocks[0] if blocks else None
    return first.text if first is not None and first.tag == "h2" and len(first.text) <= _LONGEST_TITLE else ""


def _said(core: Any) -> dict[str, object]:
    """The core properties; the day only where the file was begun and finished on it, else it may be its template's."""
    import docx  # here: only Word files need it

    begun, saved = core.created, core.modified
    same_day = begun is not None and saved is not None and begun.date() == saved.date()
    if same_day:  # a program that fills the library's own template leaves the day on which that was made
        same_day = begun != docx.Document().core_properties.created
    author = one_line(core.author)
    known = author.casefold() not in _NOBODY
    return {
        "title": core.title,
        "byline": author if known else "",
        "published": begun if same_day and known else None,
        "language": core.language,
    }


def _styles(document: Any) -> dict[str, str]:
    """The names of the styles by their ids."""
    return {style.style_id: style.name or "" for style in document.styles}


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[TextBlock]:
    """The blocks of a body or cell, in order; what wraps them (content controls, tracked insertions) is looked into."""
    waiting = [iter(parent)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is element:
                    yield from _row(row, styles)
        elif element.tag not in _LEFT_OUT:
            waiting.append(iter(element))


def _row(row: Any, styles: dict[str, str]) -> Iterator[TextBlock]:
    """Cells side by side are one line, the first its label; further paragraphs of a cell follow."""
    cells = [list(_blocks(cell, styles)) for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
    cells = [cell for cell in cells if cell]
    if not cells:
        return
    if len(cells) == 1:
        yield from cells[0]
        return
    line = "\t".join(cell[0].text for cell in cells)
    yield TextBlock(line, "tr", "tr", cells[0][0].text, len(line.split()))
    for cell in cells:
        yield from cell[1:]


def _paragraph(paragraph: Any, styles: dict[str, str]) -> Iterator[TextBlock]:
    """A paragraph as one block, or several where lines end inside it."""
    style = _style(paragraph.find(f"{_W}pPr"), f"{_W}pStyle", styles)
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or bool(_LIST_STYLE.match(style))
    heading = bool(_HEADING.match(style))
    tag = "h2" if heading else "li" if numbered else "p"
    soft = False
    for line in _lines(paragraph, styles):
        text = one_line("".join(words for words, _ in line))
        if not text:
            continue
        lead = "" if heading else one_line(_lead(line))
        yield TextBlock(text, tag, tag, lead if text.startswith(lead) else "", len(text.split()), soft=soft)
        soft = True


def _lines(paragraph: Any, styles: dict[str, str]) -> list[list[tuple[str, bool]]]:
    """The runs of a paragraph, line by line: words, and whether they are bold."""
    lines: list[list[tuple[str, bool]]] = [[]]
    waiting = [iter(paragraph)]
    bold = False
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        tag = element.tag
        if tag in _LEFT_OUT:
            continue
        if tag == f"{_W}r":
            bold = _is_bold(element.find(f"{_W}rPr"), styles)
            waiting.append(iter(element))
        elif tag == f"{_W}t":
            lines[-1].append(((element.text or "").translate(_INVISIBLE), bold))
        elif tag == f"{_W}tab":
            lines[-1].append((" ", bold))
        elif tag == f"{_W}noBreakHyphen":
            lines[-1].append(("-", bold))
        elif tag in (f"{_W}br", f"{_W}cr"):
            lines.append([])
        else:
            waiting.append(iter(element))
    return lines


def _lead(line: list[tuple[str, bool]]) -> str:
    """The words at the head of a line that are set in bold."""
    lead: list[str] = []
    for words, bold in line:
        if not bold and words.strip():
            return "".join(lead)
        lead.append(words)
    return "".join(lead)


def _is_bold(properties: Any, styles: dict[str, str]) -> bool:
    if properties is None:
        return False
    mark = properties.find(f"{_W}b")
    if mark is not None:
        return mark.get(f"{_W}val", "true") not in _OFF
    return bool(_BOLD_STYLE.search(_style(properties, f"{_W}rStyle", styles)))


def _style(properties: Any, tag: str, styles: dict[str, str]) -> str:
    found = properties.find(tag) if properties is not None else None
    return styles.get(found.get(f"{_W}val", ""), "") if found is not None else ""
