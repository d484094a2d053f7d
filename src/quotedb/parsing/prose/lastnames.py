"""The last names of one document that are words too: behind "Jonas Freitag" and "Ilse von der Tann", "sagte Freitag"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.grammar import FINITE, NOMINAL, Grammar, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotedb.parsing.prose.tokens import Token

#: So many small words stand at most between a first name and a last name: "von und zu", "van der".
_MOST_PARTICLES = 3
_OPENS_CLAUSE = frozenset({Tag.STOP, Tag.QUOTE, Tag.MARK, Tag.CONJUNCTION})


class LastNames(NamedTuple):
    """What follows first names in one document, in small letters."""

    words: frozenset[str]
    tails: frozenset[tuple[str, ...]]  #: last names of several words: ("von", "der", "tann")


def last_names(paragraphs: Iterable[list[Token]], rules: Grammar) -> LastNames:
    """The words behind first names, apart from those that a capital makes a name anywhere."""
    words: set[str] = set()
    tails: set[tuple[str, ...]] = set()
    first_names = rules.first_names
    for tokens in paragraphs:
        for index, token in enumerate(tokens):
            if not token.capital or token.possessive or index + 1 == len(tokens):
                continue
            if token.low not in first_names and not (
                tokens[index + 1].low in rules.particles and _is_foreign(tokens, index, rules)
            ):
                continue
            if index and tokens[index - 1].low in rules.links("definite"):  # "am Tor von Tamm"
                continue
            first = index + 1
            if (
                first + 1 < len(tokens)
                and tokens[first].low in rules.titles
                and tokens[first + 1].low in rules.particles
            ):
                first += 1  # "Alexander Graf von Tamm"
            last = first
            while last < len(tokens) and last - first <= _MOST_PARTICLES and _links(tokens, first, last, rules):
                last += 1
            if last == len(tokens) or not tokens[last].capital:
                continue
            if last > first:
                if tokens[last].tag is not Tag.NAME:  # "Anna von der Gewerkschaft"
                    continue
                tails.add(tuple(token.low for token in tokens[first : last + 1]))
            elif first == index + 1 and (rules.capital_nouns or _reads_otherwise(tokens, last, rules)):
                words.add(tokens[last].low)
    return LastNames(frozenset(words), frozenset(tails))


def _links(tokens: list[Token], first: int, place: int, rules: Grammar) -> bool:
    """Whether a small word goes on with what opens a last name: "von und zu"."""
    if tokens[place].low in rules.particles:
        return True
    inner = first < place < len(tokens) - 1 and tokens[place].low in rules.links("joining")
    return inner and tokens[place + 1].low in rules.particles


def _reads_otherwise(tokens: list[Token], last: int, rules: Grammar) -> bool:
    """Whether a last name is a small word too; not where all words have capitals: "Vesk Just Won"."""
    if tokens[last].low not in rules.tags and tokens[last].low not in rules.function:
        return False
    return last + 1 < len(tokens) and not tokens[last + 1].capital


def _is_foreign(tokens: list[Token], index: int, rules: Grammar) -> bool:
    """Whether a name is followed by a small word that this language has only in names: "Joost van" in German."""
    return tokens[index].tag is Tag.NAME and tokens[index + 1].low not in rules.tags


def settle_last_names(tokens: list[Token], known: LastNames, rules: Grammar) -> None:
    """Make names of these words where somebody speaks or acts: "sagte Freitag", "Freitag sagte", not "am Freitag"."""
    if not (known.words or known.tails):
        return
    opening = {tail[0] for tail in known.tails}
    for index, token in enumerate(tokens):
        if token.low in opening and token.tag is not Tag.NAME:
            _settle_tail(tokens, index, known.tails, rules)
        elif token.low in known.words and token.capital and _stands_as_name(tokens, index, rules):
            tokens[index] = token._replace(tag=Tag.NAME)


def _settle_tail(tokens: list[Token], index: int, tails: frozenset[tuple[str, ...]], rules: Grammar) -> None:
    """A last name of several words, of which the first are small words elsewhere, is one name: "sagte von der Tann"."""
    if index and tokens[index - 1].tag is Tag.NAME and tokens[index - 1].low not in rules.first_names:
        return
    for tail in tails:
        those = tokens[index : index + len(tail)]
        if tuple(token.low for token in those) == tail and those[-1].capital:
            for place, token in enumerate(those, index):
                tokens[place] = token._replace(tag=Tag.NAME)
            return


def _stands_as_name(tokens: list[Token], index: int, rules: Grammar) -> bool:
    before = tokens[index - 1] if index else None
    if before is not None and (before.tag is Tag.CUE or (before.tag is Tag.NAME and before.low in rules.first_names)):
        return True
    if before is not None and before.tag in NOMINAL and before.capital and rules.noun(before.low) in rules.titles:
        return True
    if before is not None and before.tag not in _OPENS_CLAUSE:
        return False
    following = tokens[index + 1 : index + 3]
    if not following or following[0].tag not in FINITE:
        return False
    return len(following) < 2 or following[1].tag is not Tag.PRONOUN  # "Freitag sagte er"
