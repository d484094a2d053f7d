"""What a source is, by its content; the suffix only decides where the content leaves it open."""

from __future__ import annotations

import re

from quotedb.errors import UnreadableSource

_SAVE_AS_TEXT = "save it as text and ingest that"
#: first bytes, what they are, what to do about it
_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file, which this version cannot read", _SAVE_AS_TEXT),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .xls) or one with a password, which this version cannot read",
        _SAVE_AS_TEXT,
    ),
    (b"SQLite format 3\x00", "an SQLite database, not a document", "give the documents themselves"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\x89PNG\r\n\x1a\n", "an image, which holds no text", "ingest a transcript of it"),
    (b"\xff\xd8\xff", "an image, which holds no text", "ingest a transcript of it"),
    (b"GIF87a", "an image, which holds no text", "ingest a transcript of it"),
    (b"GIF89a", "an image, which holds no text", "ingest a transcript of it"),
    (b"II*\x00", "an image, which holds no text", "ingest a transcript of it"),
    (b"ID3", "a sound file, which holds no text", "ingest a transcript of it"),
    (b"OggS", "a sound file, which holds no text", "ingest a transcript of it"),
    (b"fLaC", "a sound file, which holds no text", "ingest a transcript of it"),
    (b"RIFF", "a sound, video or image file, which holds no text", "ingest a transcript of it"),
    (b"\x1aE\xdf\xa3", "a video, which holds no text", "ingest a transcript of it"),
    (b"\x7fELF", "a program, not a document", "give the documents themselves"),
)
_ZIP = b"PK\x03\x04"
_ZIP_END, _WORD_HEAD = b"PK\x05\x06", b"[Content_Types].xml"
_IN_ZIP = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file, which this version cannot read"),
    (b"mimetypeapplication/epub", "an e-book, which this version cannot read"),
    (b"ppt/", "a PowerPoint file, which this version cannot read"),
    (b"xl/", "an Excel file, which this version cannot read"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PLAIN_HEADS = (b"BZh", b"ID3", b"RIFF", b"OggS", b"fLaC")  # letters that a text may begin with too

_HTML_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(
    r"<(?:p|div|br|b|i|em|strong|a|cite|time|span|pre|h[1-6]|table|tr|ul|ol|li|dl|dt|section|article|main|blockquote|font|center)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TAG_HEAD = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*" + _TAG.pattern, re.DOTALL | re.IGNORECASE)
_BLOCK_LINE = re.compile(
    r"\s*</?(?:p|div|cite|time|h[1-6]|table|tr|td|ul|ol|li|dl|dt|dd|section|article)(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)
_FRAGMENT = 3  # lines: one or two with tags may be about tags
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
OTHER_SUFFIXES = (".pdf", ".docx", ".vtt", ".srt", ".json", ".jsonl", ".xml", ".csv", ".tsv")


def is_pdf(content: bytes) -> bool:
    """Whether `content` begins as PDFs do; some have a line end or a byte order mark before that."""
    return content[:1_024].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-")


def is_docx(content: bytes, name: str) -> bool:
    """Whether `content` is a Word file, be it damaged: a zip archive with its parts, or a broken one with its suffix."""
    if not content.startswith(_ZIP):
        return False
    if b"word/document" in content:
        return True
    broken = _ZIP_END not in content[-70_000:] and not any(mark in content for mark, _ in _IN_ZIP)
    return broken and (name.lower().endswith(".docx") or (_WORD_HEAD in content[:100] and b"word/" in content))


def refuse_binary(content: bytes, name: str) -> None:
    """Raise UnreadableSource where the first bytes are those of a format that is no text."""
    for head, kind, remedy in _BINARY:
        if content.startswith(head) and (head not in _PLAIN_HEADS or _has_controls(content)):
            raise UnreadableSource(f"{name} is {kind}; {remedy}")
    if content.startswith(_ZIP):
        for mark, kind in _IN_ZIP:
            if mark in content:
                raise UnreadableSource(f"{name} is {kind}; {_SAVE_AS_TEXT}")
        raise UnreadableSource(f"{name} is a zip archive; unpack it first")
    if name.lower().endswith(".docx") and _has_controls(content):
        raise UnreadableSource(f"{name} is a damaged Word file (its head is gone); get the file again")
    if content[4:8] == b"ftyp":
        raise UnreadableSource(f"{name} is a video or sound file, which holds no text; ingest a transcript of it")


def refuse_controls(text: str, name: str) -> None:
    """Raise UnreadableSource for what could be decoded, but is no text."""
    if len(_CONTROLS.findall(text[:100_000])) * 50 > min(len(text), 100_000):
        raise UnreadableSource(f"{name} is full of control characters, so it is no text; check the file")


def looks_like_html(text: str, suffix: str) -> bool:
    """A page that begins as pages do is HTML under any name, and so is one whose lines are blocks with tags.

    With tags only here and there it is HTML if its suffix says so, or if it has none.
    """
    if _HTML_HEAD.match(text[:20_000]):
        return True
    if suffix in HTML_SUFFIXES:
        return _TAG.search(text) is not None
    if suffix in (".txt", ".text"):
        return _is_fragment(text)
    return suffix == "" and _TAG_HEAD.match(text[:20_000]) is not None


def _is_fragment(text: str) -> bool:
    """Whether nearly every line is a block of a page with its tags, as in the transcripts of podcasts."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    tagged = sum(_BLOCK_LINE.match(line) is not None for line in lines)
    return len(lines) >= _FRAGMENT and _BLOCK_LINE.match(lines[0]) is not None and tagged >= 0.8 * len(lines)


def _has_controls(content: bytes) -> bool:
    return any(byte < 9 or 13 < byte < 27 for byte in content[:2_048])
