"""Quotations in a language without a lexicon: marks are found as ever, a speaker only where a name stands beside them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import Tag
from quotedb.parsing.prose.spots import Attribution, Sieve, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotedb.parsing.prose.syntax import Paragraph

_SMALL_WORDS = frozenset({Tag.DETERMINER, Tag.PREPOSITION, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.PRONOUN})
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = frozenset({Tag.MARK, Tag.STOP, Tag.QUOTE})
#: In its own language at least three words of ten are the small ones of the lexicon; in another hardly one.
_LEAST_SHARE, _LEAST_WORDS, _LOOKED_AT = 0.15, 20, 2000


def is_foreign(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text is in another language than the lexicon: too few of its small words occur.

    The narration tells, if not the quotations do: between them may stand little more than "Ana Vesk said".
    """
    told = (token.tag for paragraph in paragraphs for token in paragraph.tokens if token.tag not in _NO_WORDS)
    return _hardly_any_small(told) and _hardly_any_small(_quoted(text, paragraphs), least=1)


def _quoted(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Tag | None]:
    for paragraph in paragraphs:
        for quote in paragraph.quotes:
            for word in _WORD.findall(text[quote.start : quote.end].lower()):
                yield paragraph.rules.tags.get(word)


def _hardly_any_small(tags: Iterable[Tag | None], least: int = _LEAST_WORDS) -> bool:
    looked_at = small = 0
    for tag in islice(tags, _LOOKED_AT):
        looked_at += 1
        if tag in _SMALL_WORDS:
            small += 1
            if small >= _LEAST_SHARE * _LOOKED_AT:
                return False
    return looked_at >= least and small < _LEAST_SHARE * looked_at


def named_only(sieve: Sieve) -> Sieve:
    """A sieve whose answer counts only where it is a name: without a lexicon any other word may be anything."""

    def named(spot: Spot) -> Attribution | None:
        answer = sieve(spot)
        if answer is None or any(phrase.kind != "name" for phrase in answer.who):
            return None
        return answer._replace(who=tuple(phrase._replace(start=phrase.name_start) for phrase in answer.who))

    return named


def name_beside(spot: Spot) -> Attribution | None:
    """``„...“, sagte Brock`` and ``Brock betonte: „...“``: a name with one word between, or before a colon."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    start = place + 1
    while start < len(tokens) and tokens[start].tag is Tag.MARK and start < place + 3:
        start += 1
    for index in (start + 1, start):
        phrase = paragraph.opening.get(index)
        if start > place + 1 and phrase is not None and phrase.kind == "name" and not tokens[start].capital:
            apposed = paragraph.opening.get(phrase.last + 2)
            if phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].low == "," and apposed is not None:
                phrase = apposed if apposed.kind == "name" else phrase
            who = phrase._replace(start=phrase.name_start)
            return Attribution((who,), "name beside the quote", paragraph.index, start)
    if place == 0 or tokens[place - 1].low != ":":
        return None
    for index in range(place - 2, max(paragraph.sentence[place] - 1, place - 6), -1):
        before = paragraph.ending.get(index)
        if before is not None and before.kind == "name":
            return Attribution((before,), "name beside the quote", paragraph.index, place - 1)
    return None
