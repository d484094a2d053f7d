"""Whom a transcript's short labels stand for: the chair who was named once, the last name that a heading gives in full.

Labels are short because the document has said elsewhere who is meant: in a longer first label
(`The CHAIR (Ms. Mara Olin):`), in its heading (`Briefing by Press Secretary Odile Varn`), or in a roster. Only what
stands outside everybody's speech is looked at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from quotedb.parsing.people.labelnames import is_role, names_in_label, without_brackets
from quotedb.parsing.people.namewords import name_key, name_parts
from quotedb.parsing.shapes import Span

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = r"\p{Lu}[\p{L}\p{M}'’.\-]*"


class Offices:
    """Who holds which office in the labels of one document, and the full names in its margins."""

    def __init__(self, text: str, margins: Sequence[Span], labels: Iterable[tuple[str, int]], lex: Lexicon) -> None:
        self._text, self._margins, self._lex = text, margins, lex
        self._articles = "|".join(sorted(lex.words("names.articles")))
        self._holders: dict[str, list[tuple[int, str]]] = {}
        self._found: dict[str, str | None] = {}  #: what the margins gave, by the pattern that was looked for
        self._printed: frozenset[str] | None = None  #: all words of the margins
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
        named = [name for at, name in self._holders.get(key, ()) if at <= place]
        return named[-1] if named else self._only(_beside_office(key, self._articles))

    def full_name(self, last: str) -> str | None:
        """The one full name in the margins that ends in this last name; None where there is none, or more than one."""
        if self._printed is None:
            words = (_LETTERS.findall(_plain(self._text[start:end])) for start, end in self._margins)
            self._printed = frozenset(itertools.chain.from_iterable(words))
        if not self._printed.issuperset(_LETTERS.findall(_plain(last))):
            return None  # a look-up, where there may be thousands of names
        return self._only(_ending_in(last))

    def _only(self, pattern: regex.Pattern[str]) -> str | None:
        if pattern.pattern not in self._found:
            self._found[pattern.pattern] = self._search(pattern)
        return self._found[pattern.pattern]

    def _search(self, pattern: regex.Pattern[str]) -> str | None:
        found: dict[str, str] = {}
        for start, end in self._margins:
            for match in pattern.finditer(self._text, start, end):
                parts = name_parts(match[1], self._lex)
                if len(parts.keys) >= 2:
                    found.setdefault(" ".join(parts.keys), parts.name)
        return next(iter(found.values())) if len(found) == 1 else None


def _plain(text: str) -> str:
    return text.casefold().replace("ı", "i").replace("i̇", "i")


@lru_cache(maxsize=1000)
def _ending_in(last: str) -> regex.Pattern[str]:
    return regex.compile(rf"((?<![\p{{L}}-])(?:{_WORD}[ \u00a0]+){{1,5}}(?i:{regex.escape(last)}))(?![\p{{L}}-])")


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
