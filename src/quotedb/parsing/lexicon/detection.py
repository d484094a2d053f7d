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
    hits, looked_at = _hits(text)
    best = max(languages(), key=lambda code: hits[code])
    code = (given or "").lower()[:2]
    enough = hits[best] >= max(_LEAST, _LEAST_SHARE * looked_at)
    if code in languages() and not (enough and hits[code] < _CONTRADICTED * hits[best]):
        return lexicon(code)
    return lexicon(best if enough and hits[best] > _CLEARLY * hits[DEFAULT] else DEFAULT)


def _hits(text: str) -> tuple[Counter[str], int]:
    """How many of the words looked at are small words of each language, and how many these are."""
    text = text[:_LOOKED_AT]
    if len(text) > _SLICES * _SLICE:
        text = " ".join(text[at : at + _SLICE] for at in range(0, len(text), -(-len(text) // _SLICES)))
    words = _WORD.findall(text.lower())
    small = _small_words()
    hits: Counter[str] = Counter()
    for codes, times in Counter(filter(None, map(small.get, words))).items():
        for code in codes.split():
            hits[code] += times
    return hits, len(words)


@functools.cache
def _small_words() -> dict[str, str]:
    """Each small word with the codes of the languages that have it, white space between."""
    found: dict[str, str] = {}
    for code in languages():
        lex = lexicon(code)
        for word in frozenset().union(*(lex.words(f"quotes.{key}") for key in _SMALL)):
            found[word] = f"{found[word]} {code}" if word in found else code
    return found
