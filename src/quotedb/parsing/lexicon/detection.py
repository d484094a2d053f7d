"""Which language a text is in: the one of ours whose small words it is full of."""

from __future__ import annotations

import functools
import re
from collections import Counter

from quotedb.parsing.lexicon import DEFAULT, Lexicon, languages, lexicon

_WORD = re.compile(r"[^\W\d_]+")
#: Nobody changes the language further on, and not for a few words before that: so many slices of a text tell (characters).
_LOOKED_AT, _SLICES, _SLICE = 12_000, 6, 500
#: Small words make up two fifths of any text in their language, and up to a quarter of one in a sister language.
_LEAST_SHARE = 0.3
#: A list or minutes have fewer: so large a share, so many at least, and so many times those of any other language, with a
#: lexicon or without.
_LISTED, _FEW, _ALONE = 0.15, 5, 1.25
#: So many more small words than the default language has, so many at least: a text of three words is in none.
_CLEARLY, _LEAST = 1.5, 3
#: Where the language that is given has fewer than this part of what another one has, the text knows better.
_CONTRADICTED = 0.3
_SMALL = ("determiners", "prepositions", "conjunctions", "auxiliaries", "pronouns", "relatives")


def lexicon_of(text: str, given: str | None = None) -> Lexicon:
    """The lexicon for a text in the language `given` (a code), or in the one that its words tell.

    A given language counts unless the text plainly contradicts: pages in German say of themselves that they are
    English. The default lexicon where no language can be told.
    """
    words = _words_of(text)
    code = (given or "").lower()[:2]
    if code == DEFAULT or code not in languages():
        own = sum(map(_small_words(DEFAULT).__contains__, words))
        if own >= max(_LEAST, _LEAST_SHARE * len(words)):
            return lexicon(DEFAULT)  # no other can have half as many again: none has to be read to be asked
    hits = _hits(words)
    best = max(languages(), key=lambda code: hits[code])
    enough = hits[best] >= max(_LEAST, _LEAST_SHARE * len(words))
    if code in languages() and not (enough and hits[code] < _CONTRADICTED * hits[best]):
        return lexicon(code)
    if best != DEFAULT and not enough:
        enough = _is_listed(words, hits, best)
    return lexicon(best if enough and hits[best] > _CLEARLY * hits[DEFAULT] else DEFAULT)


def _is_listed(words: list[str], hits: Counter[str], best: str) -> bool:
    """Whether a text of few sentences is in a language all the same: no other, nor any neighbour of it, has nearly as many words there."""
    if hits[best] < max(_FEW, _LISTED * len(words)):
        return False
    others = [times for code, times in hits.items() if code != best]
    others += [sum(map(small.__contains__, words)) for small in _neighbours(best)]
    return hits[best] >= _ALONE * max(others, default=0)


def _words_of(text: str) -> list[str]:
    """The words that tell the language, in small letters."""
    text = text[:_LOOKED_AT]
    if len(text) > _SLICES * _SLICE:
        text = " ".join(text[at : at + _SLICE] for at in range(0, len(text), -(-len(text) // _SLICES)))
    return _WORD.findall(text.lower())


def _hits(words: list[str]) -> Counter[str]:
    """How many of these words are small words of each language."""
    hits: Counter[str] = Counter()
    for codes, times in Counter(filter(None, map(_languages_of().get, words))).items():
        for code in codes.split():
            hits[code] += times
    return hits


@functools.cache
def _small_words(code: str) -> frozenset[str]:
    """The small words of a language."""
    lex = lexicon(code)
    return frozenset().union(*(lex.words(f"quotes.{key}") for key in _SMALL))


@functools.cache
def _neighbours(code: str) -> tuple[frozenset[str], ...]:
    """The commonest words of each language that is near to this one and has no lexicon."""
    return tuple(map(frozenset, lexicon(code).table("language.neighbours").values()))


@functools.cache
def _languages_of() -> dict[str, str]:
    """Each small word with the codes of the languages that have it, white space between."""
    found: dict[str, str] = {}
    for code in languages():
        for word in _small_words(code):
            found[word] = f"{found[word]} {code}" if word in found else code
    return found
