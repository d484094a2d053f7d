"""Whom a transcript's short labels stand for: the chair who was named once, the last name that a heading gives in full.

Labels are short because the document has said elsewhere who is meant: in a longer first label
(`The CHAIR (Ms. Mara Olin):`), in its heading (`Briefing by Press Secretary Odile Varn`), or in a roster. Only what
stands outside everybody's speech is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from quotedb.parsing.people.labelnames import is_role, names_in_label, without_brackets
from quotedb.parsing.people.namewords import name_key, name_parts
from quotedb.parsing.shapes import Span

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon

_WORD = r"\p{Lu}[\p{L}\p{M}'’.\-]*"

_CAPITAL = regex.compile(rf"(?<![\p{{L}}-]){_WORD}")
#: Inside such a word, where it may end: the point and the apostrophe behind a name are no part of it.
_STOPS = regex.compile(r"(?<=[^'’.])['’.]")
#: A row of names has so many words before the last; so many offices are looked for in the margins.
_LONGEST, _OFFICES = 5, 200


class Offices:
    """Who holds which office in the labels of one document, and the full names in its margins."""

    def __init__(self, text: str, margins: Sequence[Span], labels: Iterable[tuple[str, int]], lex: Lexicon) -> None:
        self._text, self._margins, self._lex = text, margins, lex
        self._articles = "|".join(sorted(lex.words("names.articles")))
        self._holders: dict[str, list[tuple[int, str]]] = {}
        self._found: dict[str, str | None] = {}  #: whom the margins name beside an office
        self._printed: PrintedNames | None = None
        for label, place in labels:
            office = without_brackets(label)
            (name, *others) = names_in_label(label, lex)
            if office != name and not others and is_role(office, lex) and not is_role(name, lex):
                self._holders.setdefault(name_key(office), []).append((place, name))

    def holder(self, office: str, place: int) -> str | None:
        """The person behind a bare office: named in the last label before `place`, else beside the office in the margins.

        ``the Speaker, Mara Olin, in the chair``; None where nobody is named.
        """
        key = name_key(office)
        holders = self._holders.get(key, [])
        before = bisect_right(holders, place, key=itemgetter(0))
        return holders[before - 1][1] if before else self._beside(key)

    def full_name(self, last: str) -> str | None:
        """The one full name in the margins that ends in this last name; None where there is none, or more than one."""
        if self._printed is None:
            self._printed = PrintedNames(self._text, self._margins)
        return self._one(self._printed.ending_in(last))

    def _beside(self, office: str) -> str | None:
        """The one name beside an office in the margins, which are searched once for each of the first offices."""
        if office not in self._found and len(self._found) < _OFFICES:
            pattern = _beside_office(office, self._articles)
            names = (match[1] for span in self._margins for match in pattern.finditer(self._text, *span))
            self._found[office] = self._one(names)
        return self._found.get(office)

    def _one(self, names: Iterable[str]) -> str | None:
        found: dict[str, str] = {}
        for name in names:
            parts = name_parts(name, self._lex)
            if len(parts.keys) >= 2:
                found.setdefault(" ".join(parts.keys), parts.name)
                if len(found) > 1:
                    return None
        return next(iter(found.values()), None)


class PrintedNames:
    """Words with capitals that stand side by side in the margins, found by each of them: read once, however many ask."""

    def __init__(self, text: str, margins: Sequence[Span]) -> None:
        self._text = text
        self._words: list[tuple[int, int]] = []  #: where each begins, and the first of its row
        self._ends: dict[str, list[tuple[int, int]]] = {}  #: by a word in small letters: its number, and where it ends
        for start, end in margins:
            before = start
            for match in _CAPITAL.finditer(text, start, end):
                at, number = match.start(), len(self._words)
                beside = before < at and not text[before:at].strip(" \u00a0") and number > 0 and before > start
                self._words.append((at, self._words[-1][1] if beside else number))
                before = match.end()
                for stop in _STOPS.finditer(text, at, before):
                    self._ends.setdefault(text[at : stop.start()].casefold(), []).append((number, stop.start()))
                self._ends.setdefault(match[0].casefold(), []).append((number, before))

    def ending_in(self, last: str) -> Iterator[str]:
        """Each row of two to six words of which this is the last, the longest where they overlap."""
        places = self._ends.get(last.casefold(), [])
        at = free = 0
        while at < len(places):
            first = max(self._words[places[at][0]][1], free, places[at][0] - _LONGEST)
            if first < places[at][0]:
                while at + 1 < len(places) and self._reaches(first, places[at + 1][0]):
                    at += 1
                number, end = places[at]
                free = number + 1
                yield self._text[self._words[first][0] : end]
            at += 1

    def _reaches(self, first: int, word: int) -> bool:
        return word <= first + _LONGEST and self._words[word][1] <= first


@lru_cache(maxsize=1000)
def _beside_office(office: str, articles: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?i:\b(?:{articles})\s+{regex.escape(office)}),\s+((?:{_WORD}\s+){{1,4}}{_WORD}),")


def without_holes(spans: list[Span], holes: list[Span]) -> list[Span]:
    """The spans with the holes cut out; both in order."""
    left: list[Span] = []
    at = 0
    for start, end in spans:
        while at < len(holes) and holes[at][1] <= start:
            at += 1
        for hole in holes[at:]:
            if hole[0] >= end:
                break
            left.append((start, hole[0]))
            start = hole[1]
        left.append((start, end))
    return [(start, end) for start, end in left if start < end]
