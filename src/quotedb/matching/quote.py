"""A quote as verification sees it: words in parts, parted at ellipses, with bracketed insertions that may be left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotedb.parsing import words

#: "…", "...", ". . ." and the same in brackets: words were left out here
ELLIPSIS = re.compile(r"\[\s*(?:…|\.(?:\s?\.){2,3})\s*\]|\(\s*(?:…|\.(?:\s?\.){2,3})\s*\)|…|\.(?:\s?\.){2,3}")
_BRACKETS = re.compile(r"\[[^\[\]]{1,200}\]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a quote or of the record."""

    form: str  #: folded: equal forms are one word
    start: int
    end: int
    group: int = 0  #: words of one [insertion] share a number above 0; they match with or without their words
    printed: str = ""  #: as it stands there, in a text that is not all ASCII


def tokens(text: str) -> list[Token]:
    """The words of a text with their places, those inside square brackets marked as insertions."""
    brackets = [(m.start(), m.end()) for m in _BRACKETS.finditer(text) if not ELLIPSIS.fullmatch(m.group())]
    found, at, plain = [], 0, text.isascii()
    for word in words(text):
        while at < len(brackets) and brackets[at][1] <= word.start:
            at += 1
        inside = at < len(brackets) and brackets[at][0] <= word.start
        printed = "" if plain else text[word.start : word.end]
        found.append(Token(word.form, word.start, word.end, at + 1 if inside else 0, printed))
    return found


def parts(quote: str) -> list[list[Token]]:
    """The quote's words, one list for each run between ellipses; no empty lists."""
    cuts = [0, *(place for m in ELLIPSIS.finditer(quote) for place in (m.start(), m.end())), len(quote)]
    pieces = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        piece = [replace(t, start=t.start + start, end=t.end + start) for t in tokens(quote[start:end])]
        if all(token.group for token in piece):
            # nothing but an insertion: then it is what is asked for
            piece = [replace(token, group=0) for token in piece]
        if piece:
            pieces.append(piece)
    return pieces


def word_count(text: str) -> int:
    """How many words of a text are looked for."""
    return sum(map(len, parts(text)))


def locator(quote: Sequence[Sequence[Token]]) -> re.Pattern[str] | None:
    """A pattern for folded text that finds every place of a quote of one part without insertions; else None.

    It may find a place too many, inside a hyphenated word, but none too few.
    """
    if len(quote) != 1 or any(token.group for token in quote[0]):
        return None
    return re.compile(r"[\W_]+".join(re.escape(token.form) for token in quote[0]))


def find_all(quote: Sequence[Sequence[Token]], record: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Every place where all parts of a quote stand in the record, in order: (first word, word after the last).

    Each part is contiguous; between parts words may be left out. Places do not overlap.
    """
    start = 0
    while start < len(record):
        place = _from(quote, record, start)
        if place is None:
            return
        yield place
        start = place[1]


def _from(quote: Sequence[Sequence[Token]], record: Sequence[Token], start: int) -> tuple[int, int] | None:
    first, position = None, start
    for part in quote:
        place = _part_from(part, record, position)
        if place is None:
            return None
        first = place[0] if first is None else first
        position = place[1]
    return None if first is None else (first, position)


def _part_from(part: Sequence[Token], record: Sequence[Token], start: int) -> tuple[int, int] | None:
    heads = {part[0].form, *(token.form for token in part[1:] if part[0].group)}
    for at in range(start, len(record)):
        if record[at].form in heads:
            end = _run(part, record, at)
            if end is not None and end > at:
                return at, end
    return None


def _run(part: Sequence[Token], record: Sequence[Token], start: int) -> int | None:
    """Where the words of a part end that begin at `start`; insertions on either side are taken or skipped."""
    states = {(0, start)}
    seen: set[tuple[int, int]] = set()
    while states:
        state = states.pop()
        if state in seen:
            continue
        seen.add(state)
        q, r = state
        if q == len(part):
            return r  # the insertion at a quote's end, skipped, leads here too
        if r < len(record) and part[q].form == record[r].form:
            states.add((q + 1, r + 1))
        if part[q].group and (q == 0 or part[q - 1].group != part[q].group):
            states.add((_after_group(part, q), r))
        if r > start and r < len(record) and record[r].group and record[r - 1].group != record[r].group:
            states.add((q, _after_group(record, r)))
    return None


def _after_group(tokens: Sequence[Token], at: int) -> int:
    group = tokens[at].group
    while at < len(tokens) and tokens[at].group == group:
        at += 1
    return at
