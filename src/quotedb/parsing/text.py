"""Words and sentences as spans, and the one folding that decides whether two words are the same word.

Two words are the same when their folded forms are: NFKC, case folded, look-alikes of quotation marks, apostrophes and
dashes made one, invisible characters (soft hyphens, joiners, direction marks) left out. The folding keeps a map to the
characters it came from, so that every answer can point at the document's own text.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from quotedb.parsing.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

_APOSTROPHES = "‘’‚‛′‵ʹʻʼʽˈ`´＇❛❜ꞌ"
_DOUBLE_MARKS = "“”„‟″‶«»〝〞〟＂❝❞ʺ˝"
_HYPHENS = "‐‑‒–−﹣－⁃֊"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
#: A long dash parts two clauses, a short one joins two words ("1950–53", "well‑known"): only the short ones become a
#: hyphen, the long ones become the two hyphens that typewriters set for them.
_LONG_DASHES = "—―⸺⸻﹘︱"

_LOOKALIKES: dict[int, str] = (
    dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(map(ord, _DOUBLE_MARKS), '"')
    | dict.fromkeys(map(ord, _HYPHENS), "-")
    | dict.fromkeys(map(ord, _LONG_DASHES), "--")
    | dict.fromkeys(map(ord, _INVISIBLE), "")
)

#: What NFKC may join to the character before it: marks, and the vowels and finals of Korean syllables.
_EXTENDS = r"[\p{M}\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7fb\uff9e\uff9f\uffa0-\uffdc]"
#: Stretches of plain ASCII, and the rest in the smallest pieces that fold alone. The cap keeps a stack of a thousand
#: accents from costing a million steps.
_PIECES = regex.compile(rf"(?:[\x00-\x7f](?![^\x00-\x7f]))+|.{_EXTENDS}{{0,30}}", regex.DOTALL)
_STACKED_MARKS = regex.compile(rf"{_EXTENDS}{{30}}")

_JOINED = r"(?:['-]{w}|(?<=\d)[.,](?=\d){w})*"
_ASCII_WORD = re.compile(r"[^\W_]+" + _JOINED.replace("{w}", r"[^\W_]+"))
_ANY_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*" + _JOINED.replace("{w}", r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*"))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters came from.

    Character `i` of `text` stands for ``original[starts[i]:ends[i]]``; both maps rise and never leave the original.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original behind ``text[start:end]`` (which must not be empty)."""
        return self.starts[start], self.ends[end - 1]


class Word(NamedTuple):
    """A word: its folded form, and its place in the original text."""

    form: str
    start: int
    end: int


def fold(text: str) -> Folded:
    """The folded text with its map to the characters of `text`."""
    simple = _fold_in_place(text)
    if simple is not None:
        return Folded(simple, range(len(text)), range(1, len(text) + 1))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECES.finditer(text):
        start, end = match.span()
        piece = match.group()
        if piece.isascii():
            out.append(piece.lower().translate(_ASCII_MARKS) if "`" in piece else piece.lower())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            folded = _fold_piece(piece)
            out.append(folded)
            starts.extend([start] * len(folded))
            ends.extend([end] * len(folded))
    return Folded("".join(out), starts, ends)


def words(text: str) -> list[Word]:
    """The words of `text` in order: runs of letters and digits with inner apostrophes, hyphens, points in numbers."""
    simple = _fold_in_place(text)
    if simple is not None:
        pattern = _ASCII_WORD if text.isascii() else _ANY_WORD
        return [Word(match.group(), *match.span()) for match in pattern.finditer(simple)]
    folded = fold(text)
    starts, ends = folded.starts, folded.ends
    return [
        Word(match.group(), starts[match.start()], ends[match.end() - 1]) for match in _ANY_WORD.finditer(folded.text)
    ]


def _fold_in_place(text: str) -> str | None:
    """The folded text where every character folds to exactly one: nearly all English prose, at the speed of C."""
    if text.isascii():
        return text.lower().translate(_ASCII_MARKS) if "`" in text else text.lower()
    if _STACKED_MARKS.search(text):
        return None
    folded = text.translate(_LOOKALIKES)
    if len(folded) != len(text) or not unicodedata.is_normalized("NFKC", folded):
        return None
    folded = folded.casefold()
    if len(folded) != len(text) or not unicodedata.is_normalized("NFKC", folded):
        return None
    return folded


_ASCII_MARKS = {ord("`"): "'"}


@functools.lru_cache(maxsize=65536)
def _fold_piece(piece: str) -> str:
    """One character with what clings to it; again and again, as folding case may undo what NFKC made."""
    for _ in range(4):
        folded = unicodedata.normalize("NFKC", piece.translate(_LOOKALIKES)).translate(_LOOKALIKES).casefold()
        if folded == piece:
            break
        piece = folded
    return piece


# ---------------------------------------------------------------------------------------------------------- sentences

_CLOSERS = "\"'”’»›)]}"
_SENTENCE_END = re.compile(rf"[.!?…؟۔।]+[{re.escape(_CLOSERS)}]*(?=\s|$)|[。！？]+[」』”]?")
_NEXT = re.compile(r"\s*[\"'“‘«„(\[]*(\S?)")
_TOKEN_BEFORE = re.compile(r"[^\s(\[\"“‘«]{1,24}$")


def sentences(text: str, start: int = 0, end: int | None = None, lex: Lexicon | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as spans without the white space round them.

    A point ends no sentence after an abbreviation, a title or an initial, nor before a small letter.
    """
    end = len(text) if end is None else end
    short = (lex or lexicon()).words("quotes.abbreviations")
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.start() < begin or not _ends_sentence(text, match, end, short):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
    spans.append((begin, end))
    return [span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1]]


def is_abbreviation(token: str, short: frozenset[str]) -> bool:
    """Whether a token that ends in a point ("Gen.", "U.S.", "J.") is short for something."""
    bare = token.rstrip(".").lower().rpartition("-")[2]
    return (len(bare) == 1 and bare.isalpha()) or bare in short or ("." in bare and len(bare) <= 6)


def _ends_sentence(text: str, match: re.Match[str], end: int, short: frozenset[str]) -> bool:
    following = _NEXT.match(text, match.end(), end)
    letter = following.group(1) if following else ""
    if letter and letter.islower():
        return False
    if match.group()[0] != "." or len(match.group()) > 1:
        return True
    token = _TOKEN_BEFORE.search(text, max(0, match.start() - 25), match.start() + 1)
    return not (letter and token and is_abbreviation(token.group(), short))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
