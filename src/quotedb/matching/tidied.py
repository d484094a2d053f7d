"""A quote without what copying put into it: markup, words cut at the ends of lines, letters of another script.

Only where a quote does not stand in the record as it was pasted; the answer says what was done to it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

#: A tag that parts what stands on its two sides, and any other.
_PARTING = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|tr|td|th)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}\d?|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][ \t]*\r?\n\s*(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
#: Cyrillic and Greek letters that look like Latin ones, and these.
_LOOK_ALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0408\u0405"
    "\u03bf\u03b1\u03bd\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdhABEKMHOPCTXYIJSoaviABEZHIKMNOPTYX",
)


@dataclass(frozen=True, slots=True)
class Tidied:
    """A quote without what copying put into it, and what that was."""

    text: str
    notes: tuple[str, ...]


def tidied(quote: str) -> list[Tidied]:
    """The quote as it may have been before it was copied, the likeliest first; none where nothing was put into it."""
    notes: list[str] = []
    text = quote
    if _TAG.search(text) or _ENTITY.search(text):
        text = html.unescape(_TAG.sub("", _PARTING.sub(" ", text)))
        notes.append("read without its markup")
    text, letters = _in_one_script(text)
    if letters:
        notes.append("letters of another script that look the same were read as Latin ones")
    if not _CUT.search(text):
        return [Tidied(text, tuple(notes))] if notes else []
    notes.append("words that are cut at the ends of lines were joined")
    # "twenty-" and "one" on two lines may have had their hyphen before
    return [Tidied(_CUT.sub(joint, text), tuple(notes)) for joint in ("", "-")]


def _in_one_script(text: str) -> tuple[str, bool]:
    """The text with words of Latin letters whole, and whether there was one with others that only look like them."""
    if text.isascii():
        return text, False
    plain = _WORD.sub(lambda word: _latin(word[0]), text)
    return plain, plain != text


def _latin(word: str) -> str:
    other = word.translate(_LOOK_ALIKES)
    return other if other != word and _LATIN.search(word) and all(map(_LATIN.match, other)) else word
