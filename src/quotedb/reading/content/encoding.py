"""Bytes to text: which encoding a file is in, and when it is none that can be told for sure.

The order: a byte order mark; ISO-2022-JP by its escapes; strict UTF-8; what an HTML page declares; the code pages of
the time before UTF-8 (`codepages`). A text that is UTF-8 with some bytes damaged is refused, never guessed into
something readable but wrong: a quotation must not change because a disk or an editor broke a character.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from quotedb.errors import UnreadableSource
from quotedb.reading.content.codepages import guess_code_page

_MARKS = (  # the longer ones first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]+)", re.IGNORECASE)
_JAPANESE_MAIL = b"\x1b$B"
_HEAD = 4_096  # bytes in which a page must declare its charset

#: Browsers read these names as the larger sets that contain them, so pages are written in those
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip

#: share of the bytes outside ASCII that stand in well-formed UTF-8 characters from which a text is taken for damaged
#: UTF-8; texts in Shift-JIS, GBK, Big5, EUC-KR or cp866 reach .45 by chance, other code pages .05
DAMAGED_UTF8 = 0.7


def decode(content: bytes, name: str, charset: str | None = None) -> str:
    """The text of `content`: byte order mark removed, CRLF and lone CR made LF, nothing else changed.

    `charset` is what a web server declared. Raises UnreadableSource with the first byte that cannot be read.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return fold_newlines(_strict(content, len(mark), encoding, name))
    zero = content.find(b"\x00")
    if zero >= 0:
        raise UnreadableSource(
            f"{name} holds a NUL byte at offset {zero}, so it is no text, or UTF-16 without a byte order mark; "
            "save it as UTF-8"
        )
    if _JAPANESE_MAIL in content:  # ISO-2022-JP is all ASCII, so it would pass for UTF-8
        with suppress(UnicodeDecodeError):
            return fold_newlines(content.decode("iso2022_jp"))
    try:
        return fold_newlines(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        broken_at = error.start
    for declared in _declarations(content, charset):
        if declared == "utf-8":
            raise _broken(name, content, broken_at)
        try:
            return fold_newlines(content.decode(declared))
        except (UnicodeDecodeError, LookupError):
            continue
    if _share_of_utf8(content) >= DAMAGED_UTF8:
        raise _broken(name, content, broken_at)
    code_page = guess_code_page(content)
    if code_page is None:
        raise _broken(name, content, broken_at)
    return fold_newlines(_strict(content, 0, code_page, name))


def fold_newlines(text: str) -> str:
    """CRLF and lone CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _strict(content: bytes, start: int, encoding: str, name: str) -> str:
    try:
        return content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"{name} is not sound {encoding.upper()}: it breaks at byte offset {start + error.start}; "
            "get the file again, or open it in an editor, correct that place and save it as UTF-8"
        ) from None


def _broken(name: str, content: bytes, offset: int) -> UnreadableSource:
    return UnreadableSource(
        f"{name} is not sound UTF-8 (byte 0x{content[offset]:02X} at byte offset {offset}) "
        "and not surely in another encoding; "
        "get the file again, or open it in an editor, correct that place and save it as UTF-8"
    )


def _declarations(content: bytes, charset: str | None) -> list[str]:
    """Encodings declared by the server and by the page itself, as Python names, without what Python does not know."""
    head = content[:_HEAD]
    in_page = [found[1].decode("ascii") for pattern in (_XML_DECLARED, _DECLARED) if (found := pattern.search(head))]
    names = []
    for encoding in [charset, *in_page] if charset else in_page:
        try:
            known = codecs.lookup(encoding)
        except (LookupError, ValueError):
            continue
        if known._is_text_encoding and not known.name.startswith("utf-16"):  # not "base64"
            names.append(_AS_BROWSERS_DO.get(known.name, known.name))
    return names


def _share_of_utf8(content: bytes) -> float:
    """How much of what is not ASCII is well-formed UTF-8, 0 to 1; a character cut off at the end does not count."""
    # by lengths, not by lists of matches: a long file has millions of them
    high = len(content) - len(content.translate(None, _HIGH_BYTES))
    return (len(content) - len(_MULTIBYTE.sub(b"", content))) / high if high else 0.0
