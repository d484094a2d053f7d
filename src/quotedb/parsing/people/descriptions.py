"""What somebody is called beside the name: "nominee Ana Orlan", "Ana Orlan, a pollster", "Ana Orlan is the chair"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.people.kinds import is_person_noun, is_several
from quotedb.parsing.people.sameoffice import fits, office_of, same_word
from quotedb.parsing.people.standing import description_of
from quotedb.parsing.prose.grammar import FINITE, Grammar, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.namewords import NameParts
    from quotedb.parsing.people.pronouns import Person
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
    from quotedb.parsing.prose.tokens import Token


_PARTLY_TOLD = 0.8
_PLAINLY = (False, False)


class Called(NamedTuple):
    """What somebody is called: a noun, and the words before it."""

    noun: str
    words: frozenset[str]


class Described(NamedTuple):
    """Whom a description means, and how likely where a word of it is new: "the Northland senator" behind "Sen. Vesk"."""

    person: int
    share: float | None


def _has(words: frozenset[str], compound: str) -> bool:
    """Whether a compound is one of these words, or the end of one: "Fraktionschef" of "SPD-Fraktionschef"."""
    return any(word.endswith(compound) for word in words)


class Descriptions:
    """Who is called what in one document."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._lesser, self._bygone = lex.words("names.lesser"), lex.words("names.bygone")
        self._offices = lex.words("names.offices")
        self._by_noun: dict[str, dict[int, set[frozenset[str]]]] = {}

    def add(self, number: int, called: Called) -> None:
        """Note that somebody is called so."""
        self._by_noun.setdefault(called.noun, {}).setdefault(number, set()).add(called.words)

    def meant(self, noun: str, words: Sequence[Token], place: int, people: Sequence[Person]) -> Described | None:
        """The one person who was called so before this place; of several ministers, of "the finance minister", the one.

        `words` are those of the phrase behind its article; the last may be a compound of the noun.
        """
        known = self._by_noun.get(noun) or self._abbreviated(noun)
        if not known:
            return None
        before = [token for token in words if token.low != noun]
        lows = frozenset(token.low for token in before)
        qualified = self._qualified(lows)
        office = office_of([*(token.low for token in before), noun], self._lex) if before else None
        fitting = [number for number, ways in known.items() if self._fits(noun, qualified, ways)]
        compound = words[-1].low if words and words[-1].low.endswith(noun) and words[-1].low != noun else None
        if compound is not None:  # "der Finanzminister"
            fitting = [number for number in fitting if any(_has(way, compound) for way in known[number])]
            office = None
        those = [number for number in fitting if people[number].places[0] < place]
        if office is not None:
            those = [number for number in those if not people[number].offices or fits(office, people[number].offices)]
        if len(those) != 1 or (len(fitting) > 1 and office is None):
            return None
        capitals = {token.low for token in before if token.tag is Tag.NAME}
        told = any(capitals <= way for way in known[those[0]])
        return Described(those[0], None if told else _PARTLY_TOLD)

    def _qualified(self, words: frozenset[str]) -> tuple[bool, bool]:
        """Whether words say that somebody is something lesser, and that it is past."""
        return not self._lesser.isdisjoint(words), not self._bygone.isdisjoint(words)

    def _fits(self, noun: str, qualified: tuple[bool, bool], ways: Iterable[frozenset[str]]) -> bool:
        """Whether "the mayor" is one of these: no deputy and no "former mayor", but perhaps a former teacher is "the teacher"."""
        found = {self._qualified(way) for way in ways}
        return qualified in found or (qualified == _PLAINLY and noun not in self._offices and (False, True) in found)

    def _abbreviated(self, noun: str) -> dict[int, set[frozenset[str]]]:
        """Whoever has the title that is short for an office: "Col." for "the colonel"."""
        if noun not in self._offices:
            return {}
        short = (key for key in self._by_noun if key in self._offices and same_word(key, noun))
        return self._by_noun.get(next(short, ""), {})


def called_beside(paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> list[Called]:
    """The nouns for one person that stand with a name: before it, as its title, round its comma, behind "is"."""
    tokens, rules = paragraph.tokens, paragraph.rules
    before = [token.low for token in tokens[phrase.first : phrase.last] if token.end <= phrase.name_start]
    nouns: list[tuple[str, Sequence[str]]] = [(before[-1], before[:-1])] if before else []
    if phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].low == ",":
        beside = paragraph.opening.get(phrase.last + 2)
        if beside is not None and beside.kind == "nominal" and not _goes_on(paragraph, beside):
            nouns.append(_of_phrase(paragraph, beside))
    described = _explained(paragraph, phrase)
    if described is not None:
        nouns.append(_of_phrase(paragraph, described))
    if parts.titles:
        nouns.append((parts.titles[-1], [*before, *parts.titles[:-1]]))
    nouns.extend(_said_to_be(paragraph, phrase.last + 1))
    called = [Called(rules.noun(noun), frozenset((*words, noun))) for noun, words in nouns]
    return [one for one in called if _is_somebody(one.noun, rules) or one.noun in parts.titles[-1:]]


def _explained(paragraph: Paragraph, name: Phrase) -> Phrase | None:
    """The description that a name surely explains: "the head of the trust, Vesk,", but not "a friend of the woman, Vesk,"."""
    described = description_of(paragraph, name)
    if described is None or described.head in paragraph.rules.links("announced"):  # "to the report, Vesk said"
        return None
    inner = paragraph.ending.get(name.first - 2)
    alone = inner is None or inner == described or not is_person_noun(inner.head, paragraph.rules)
    return described if alone else None


def _is_somebody(noun: str, rules: Grammar) -> bool:
    return is_person_noun(noun, rules) and not is_several(noun, rules)


def _goes_on(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase behind a comma is the subject of what follows: "At a talk with Vesk, the candidate said"."""
    after = phrase.last + 1
    return after < len(paragraph.tokens) and paragraph.tokens[after].tag in FINITE


def _of_phrase(paragraph: Paragraph, phrase: Phrase) -> tuple[str, Sequence[str]]:
    return phrase.head, [token.low for token in paragraph.tokens[phrase.first : phrase.last]]


def _said_to_be(paragraph: Paragraph, verb: int) -> list[tuple[str, Sequence[str]]]:
    """What somebody is said to be or to become: "is the chair", "became governor"."""
    if verb + 1 >= len(paragraph.tokens):
        return []
    becomes = paragraph.links(verb, "becoming")
    if not becomes and not paragraph.links(verb, "being"):
        return []
    what = paragraph.opening.get(verb + 1)
    if what is None or what.kind != "nominal" or not (becomes or what.first < what.last):
        return []
    return [_of_phrase(paragraph, what)]
