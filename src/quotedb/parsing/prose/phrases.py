"""Noun phrases: one pass over the tokens from left to right, as far as each surely goes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from quotedb.parsing.prose.grammar import NOMINAL, VERBAL, Grammar, Tag
from quotedb.parsing.prose.tokens import Phrase, Token

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 12
#: The second half of a body's name has so many words at most: "and Human Services Department".
_LONGEST_SECOND = 4
_FOLLOWS_SUBJECT = VERBAL | {Tag.AUXILIARY}
#: A first half no longer than this (letters) is a body of its own, in letters.
_ACRONYM = 3
_OPENS = frozenset({Tag.NAME, Tag.DETERMINER, Tag.NOUN, Tag.WORD})
#: What no phrase goes on with, unless it is a particle of a name.
_OUTSIDE = frozenset({Tag.QUOTE, Tag.STOP, Tag.PRONOUN, Tag.RELATIVE, Tag.AUXILIARY, Tag.CONJUNCTION})
#: Nor with one of these, where no determiner and no possessor stands before it.
_OUTSIDE_UNGOVERNED = _OUTSIDE | VERBAL
#: A phrase from all its fields at once: half the time of calling the class.
_phrase: Callable[[tuple[Any, ...]], Phrase] = functools.partial(tuple.__new__, Phrase)


def phrases_of(tokens: list[Token], rules: Grammar) -> list[Phrase]:
    """The noun phrases, pronouns and relatives of a paragraph, in order."""
    out: list[Phrase] = []
    position, count = 0, len(tokens)
    while position < count:
        token = tokens[position]
        tag = token.tag
        if tag is Tag.PRONOUN or tag is Tag.RELATIVE:
            kind = "pronoun" if tag is Tag.PRONOUN else "relative"
            _, low, start, end, _, _, _ = token
            out.append(_phrase((position, position, start, end, kind, low, start, False, False)))
            position += 1
        elif tag in _OPENS:
            if out and out[-1].last == position - 1 and _only_describes(tokens, position, rules):
                position += 1  # "people familiar with the plan"
                continue
            phrase = _noun_phrase(tokens, position, rules)
            if phrase is not None and phrase.kind == "name" and phrase.name_start > phrase.start:
                phrase = _before_subject(tokens, phrase, rules)
            if phrase is not None and out and rules.genitive:
                phrase = _with_genitive(out, phrase, tokens, rules)
            if phrase is None:
                position += 1
            else:
                out.append(phrase)
                position = phrase.last + 1
        else:
            position += 1
    return out


def _before_subject(tokens: list[Token], phrase: Phrase, rules: Grammar) -> Phrase:
    """The phrase, or its first part where what opens the sentence ends before a name: "In the kitchen Otto Brandt sits"."""
    before, after = phrase.first - 1, phrase.last + 1
    opens = before >= 0 and tokens[before].tag is Tag.PREPOSITION
    opens = opens and (before == 0 or tokens[before - 1].tag is Tag.STOP)
    if not opens or after >= len(tokens) or tokens[after].tag not in _FOLLOWS_SUBJECT:
        return phrase
    name = next(at for at in range(phrase.first, after) if tokens[at].start == phrase.name_start)
    noun = tokens[name - 1]
    if noun.tag not in (Tag.WORD, Tag.ING) or noun.possessive or noun.capital or _is_person(noun.low, rules):
        return phrase
    return phrase_of(tokens, phrase.first, name - 1, rules)


def _only_describes(tokens: list[Token], position: int, rules: Grammar) -> bool:
    """Whether a word tells of the phrase before it: "people familiar with the plan"."""
    if tokens[position].low not in rules.links("describing") or position + 1 >= len(tokens):
        return False
    return tokens[position + 1].tag is Tag.PREPOSITION


def _noun_phrase(tokens: list[Token], first: int, rules: Grammar) -> Phrase | None:
    """The noun phrase that begins here, as far as it surely goes."""
    end = min(len(tokens), first + _LONGEST)
    position = first
    governed = False  #: a determiner or possessor stands before: any word may belong
    last = -1
    particles = rules.particles
    while position < end:
        tag, low, _, _, _, possessive, _ = tokens[position]
        if tag is Tag.QUOTE and position > first and _is_nickname(tokens, position, rules):
            position += 1
            continue
        if position > first and tag is not Tag.NAME:
            if tag in (_OUTSIDE if governed else _OUTSIDE_UNGOVERNED) and low not in particles:
                if tag is not Tag.CONJUNCTION or not _joins_body(tokens, first, position, governed, rules):
                    break
            elif not (_continues(tokens, first, position, governed, rules) or _joins_list(tokens, position, rules)):
                break
        if tag is Tag.DETERMINER and (last < 0 or tokens[last].tag is not Tag.NAME):
            governed = True
        elif tag is not Tag.DETERMINER or low in particles:
            last = position
            governed = governed or possessive
            if tag is Tag.NOUN and not _more_follows(tokens, position, end, governed, rules):
                break
        position += 1
    while last > first and tokens[last].tag in (Tag.PREPOSITION, Tag.MARK):
        last -= 1
    if last < 0:
        single = tokens[first]
        return Phrase(first, first, single.start, single.end, "nominal", single.low, single.start, definite=False)
    return phrase_of(tokens, first, last, rules)


def _is_nickname(tokens: list[Token], position: int, rules: Grammar) -> bool:
    """Whether words in marks stand between a first name and a last name: ``Robert "Bobby" Vesk``."""
    before, marked = tokens[position - 1], tokens[position]
    if marked.low or marked.end - marked.start > _LONGEST_NICKNAME or position + 1 == len(tokens):
        return False
    first = before.tag is Tag.NAME and not before.possessive and before.low in rules.first_names
    return first and tokens[position + 1].tag is Tag.NAME


#: In characters, with its marks.
_LONGEST_NICKNAME = 24


def _with_genitive(out: list[Phrase], phrase: Phrase, tokens: list[Token], rules: Grammar) -> Phrase:
    """The phrase, or the one before it with this one as its genitive: "der Sprecher der Partei"."""
    outer = out[-1]
    first = tokens[phrase.first]
    if outer.last + 1 != phrase.first or outer.kind != "nominal" or first.low not in rules.genitive:
        return phrase
    if rules.capital_nouns and not (tokens[outer.last].capital and tokens[phrase.last].capital):
        return phrase
    out.pop()
    return outer._replace(last=phrase.last, end=phrase.end)


def _more_follows(tokens: list[Token], position: int, end: int, governed: bool, rules: Grammar) -> bool:
    """After a noun for a speaker only another one or a name goes on: "campaign manager Jane Roe", "its chief legal officer"."""
    if tokens[position].possessive:
        return True
    if position + 1 >= end:
        return False
    following = tokens[position + 1]
    if following.tag in (Tag.NOUN, Tag.NAME):
        return True
    if following.tag is not Tag.WORD:
        return False
    if not governed or rules.capital_nouns:
        return rules.adjectives_follow
    speaks = position + 2 < len(tokens) and tokens[position + 2].tag is Tag.CUE  # "the committee chairmen wrote"
    return rules.adjectives_follow or speaks or _noun_ahead(tokens, position + 1, rules)


def _continues(tokens: list[Token], first: int, position: int, governed: bool, rules: Grammar) -> bool:
    """Whether the token at `position` belongs to the phrase that began at `first`."""
    token = tokens[position]
    tag, low = token.tag, token.low
    if tag is Tag.NAME:
        return True
    before = tokens[position - 1] if position > first else None
    if before is not None and token.low in rules.particles and _joins_family(tokens, first, position, rules):
        return True
    if before is not None and rules.capital_nouns and tag in NOMINAL:
        if before.tag is not Tag.DETERMINER and before.capital and not token.capital:
            return False  # adjectives stand before their noun
        if before.tag is Tag.NAME:
            return before.possessive
    if rules.adjectives_follow and before is not None and before.tag is Tag.NAME and tag in NOMINAL:
        given = {other.low for other in tokens[max(first, position - 2) : position]} & rules.first_names
        if given and low not in rules.particles:
            return False  # "Sa femme Claire | pose une tasse"
    if tag is Tag.DETERMINER:
        return before is None or before.tag is Tag.DETERMINER
    if tag in NOMINAL and not (before is not None and token.low in rules.particles):
        return before is None or before.tag is not Tag.NAME or _is_noun(tokens, first, position, governed, rules)
    if before is None:
        return False
    if before.tag is Tag.NAME and (token.low in rules.particles or tag is Tag.PREPOSITION or token.low == "&"):
        return _joins_name(tokens, position, rules)
    if token.low in rules.particles and before.low in rules.particles:
        return position + 1 < len(tokens) and tokens[position + 1].tag is Tag.NAME
    if tag in VERBAL and governed:
        return _modifies(tokens, position, rules)
    return False


def _is_noun(tokens: list[Token], first: int, position: int, governed: bool, rules: Grammar) -> bool:
    """Whether a word behind a name is a noun that it belongs to: "the Orvania plan", "Orvania resident Ana"."""
    if _noun_ahead(tokens, position, rules):
        return True
    return governed and not _is_full_name(tokens, first, position, rules)


def _is_full_name(tokens: list[Token], first: int, end: int, rules: Grammar) -> bool:
    """Whether a noun and a full name stand before a word, which then is a verb: "her grandson Tor Vesk bakes"."""
    begin = end
    while begin > first and tokens[begin - 1].tag is Tag.NAME and not tokens[begin - 1].possessive:
        begin -= 1
    full = end - begin > 1 and tokens[begin].low in rules.first_names
    return full and begin > first and tokens[begin - 1].tag is Tag.NOUN


def _noun_ahead(tokens: list[Token], position: int, rules: Grammar) -> bool:
    """Whether a noun for a speaker comes before anything else: "Orvania foreign policy adviser", "Orvania resident Ana"."""
    for index, token in enumerate(tokens[position : position + 4], position + 1):
        if token.tag is Tag.NOUN:
            return True
        if token.tag is Tag.WORD and index < len(tokens) and tokens[index].tag is Tag.NAME and not rules.capital_nouns:
            return _is_person(token.low, rules)
        if token.tag is not Tag.WORD:
            return False
    return False


def _is_person(low: str, rules: Grammar) -> bool:
    """Whether a word that no list holds may be one for a person by its ending: "constituent"; or counts ranks: "1st"."""
    if low[0].isdigit():
        return not low.isdigit()
    return len(low) > _SHORTEST_PERSON and low.endswith(rules.people_endings) and low not in rules.things


#: "later" and "under" are no persons.
_SHORTEST_PERSON = 6


def _joins_name(tokens: list[Token], position: int, rules: Grammar) -> bool:
    """Whether a small word inside capitals holds one name together: "Ministry of Trade", "Anna van Dorn"."""
    low = tokens[position].low
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None:
        return False
    if low == "&":
        return following.tag is Tag.NAME
    before = tokens[position - 1]
    if tokens[position].tag is Tag.PREPOSITION:
        joined = low in rules.links("naming") and (before.low in rules.titles or before.low in rules.bodies)
        return joined and following.tag is Tag.NAME and not before.possessive
    return low in rules.particles and (following.tag is Tag.NAME or following.low in rules.particles)


def _joins_family(tokens: list[Token], first: int, position: int, rules: Grammar) -> bool:
    """Whether small words behind a first name open a family name: "Ilse von Marn", "Bo van der Hagen", "Paul Le Goff"."""
    begin, end = position, position
    while begin > first and tokens[begin].tag is not Tag.NAME and tokens[begin].low in rules.particles:
        begin -= 1
    while end + 1 < len(tokens) and end - begin < _MOST_PARTICLES and tokens[end].low in rules.particles:
        end += 1
    given, family = tokens[begin], tokens[end]
    if begin > 0 and tokens[begin - 1].low in rules.links("definite"):  # "am Tor von Tamm"
        return False
    if given.tag is not Tag.NAME or given.possessive or family.tag is not Tag.NAME:
        return False
    if given.low not in rules.first_names and not _is_rank(tokens, first, begin, rules):
        # "Joost van den Berk": no word of this language stands first
        return tokens[begin + 1].low not in rules.tags and begin + 1 < end
    if not any(token.tag is Tag.PREPOSITION for token in tokens[begin + 1 : end]):
        return True
    return family.low not in rules.places and family.low not in rules.first_names and family.low not in rules.bodies


_MOST_PARTICLES = 4


def _is_rank(tokens: list[Token], first: int, place: int, rules: Grammar) -> bool:
    """Whether a title stands between a first name and a last name: "Alexander Graf von Tamm"."""
    return place > first and tokens[place].low in rules.titles and tokens[place - 1].low in rules.first_names


def _joins_body(tokens: list[Token], first: int, position: int, governed: bool, rules: Grammar) -> bool:
    """Whether a conjunction stands inside the name of one body: "the Food and Drug Administration", "Marsh and Marsh".

    "Ana Velt and Port Authority officials", "the FBI and Justice Department" and "the House and Senate" are two.
    """
    before = tokens[position - 1]
    if before.tag is not Tag.NAME or before.possessive or tokens[position].low not in rules.links("joining"):
        return False
    last = position
    while last + 1 < len(tokens) and last - position < _LONGEST_SECOND and tokens[last + 1].tag is Tag.NAME:
        last += 1
        if tokens[last].possessive:
            break
    if last == position or (last + 1 < len(tokens) and tokens[last + 1].tag in NOMINAL):
        return False
    if last == position + 1 and tokens[last].low == before.low:
        return position == first + 1
    head = tokens[last].low
    several = head.endswith(rules.plurals) and head[:-1] in rules.common_bodies  # "Immigration Services"
    if not several and rules.noun(head) not in rules.common_bodies and head not in rules.matters:
        return False
    if before.low in rules.matters or tokens[position - 1].low == ",":
        return True
    short = len(before.low) <= _ACRONYM  # "the FBI and Justice Department"
    return governed and not short and before.low not in rules.bodies and before.low not in rules.places


def _joins_list(tokens: list[Token], comma: int, rules: Grammar) -> bool:
    """Whether a comma parts what one body looks after: "the Bureau of Alcohol, Tobacco and Firearms"."""
    position = comma
    if tokens[comma].low != ",":
        return False
    while position + 2 < len(tokens) and tokens[position - 1].low in rules.matters:
        if tokens[position].tag is Tag.CONJUNCTION:
            joins = tokens[position].low in rules.links("joining")
            return joins and tokens[position + 1].low in rules.matters and tokens[position + 1].capital
        if tokens[position].low != "," or not tokens[position + 1].capital:
            return False
        position += 1 if tokens[position + 1].tag is Tag.CONJUNCTION else 2
    return False


def _modifies(tokens: list[Token], position: int, rules: Grammar) -> bool:
    """Whether a verb form is an adjective or noun here: "the proposed law", "a report", "his call"."""
    before = tokens[position - 1]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if before.low in rules.links("standing") and _is_past(tokens[position], rules):
        adjective = tokens[position].tag is Tag.PAST  # "one unaligned Orvanian adviser"
        return following is not None and (following.tag in NOMINAL or (adjective and following.tag is Tag.NAME))
    if tokens[position].tag is Tag.ADVERB and before.tag is Tag.DETERMINER and following is not None:
        return following.tag in (Tag.WORD, Tag.NOUN, Tag.NAME, Tag.PAST, Tag.ING)
    if following is not None and following.tag in (Tag.WORD, Tag.NOUN, Tag.NAME):
        return before.tag in (Tag.DETERMINER, Tag.ADVERB) or before.possessive
    if rules.capital_nouns:
        return False  # a noun would have a capital
    return (before.tag is Tag.DETERMINER or before.possessive) and tokens[position].tag is not Tag.ADVERB


def _is_past(token: Token, rules: Grammar) -> bool:
    """Whether a verb has the form of the past: "said", "tweeted", not "report", which may be a noun."""
    if token.tag is Tag.PAST or token.low in rules.plainest:
        return True
    return token.tag in (Tag.CUE, Tag.WEAK) and any(
        token.low.endswith(ends) for tag, ends in rules.endings if tag is Tag.PAST
    )


def phrase_of(tokens: list[Token], first: int, last: int, rules: Grammar) -> Phrase:
    """The noun phrase of these tokens: a name by its last word, or a nominal."""
    head, begins = tokens[last], tokens[first]
    start = begins.start
    led = begins.tag is Tag.DETERMINER
    definite = led and begins.low in rules.links("definite")
    owned = first < last and tokens[last - 1].possessive  # "the Port Authority's Head"
    if head.tag is not Tag.NAME or (owned and (head.low in rules.titles or head.low in rules.speakers)):
        noun = rules.noun(_head(tokens, first, last, rules))
        return _phrase((first, last, start, head.end, "nominal", noun, start, head.possessive, definite))
    owner = rules.capital_nouns and last > first and _is_genitive(tokens[last - 1], head, rules)
    if owner:  # "Die Äußerungen Lisows"
        return Phrase(first, last, start, head.end, "nominal", rules.noun(tokens[last - 1].low), start, False, definite)
    begin = last
    while begin > first and (
        (tokens[begin - 1].tag is Tag.NAME and not tokens[begin - 1].possessive)
        or (tokens[begin - 1].capital and not tokens[begin - 1].possessive and tokens[begin - 1].low in rules.matters)
        or tokens[begin - 1].tag is Tag.QUOTE  # a nickname
        or tokens[begin - 1].tag in (Tag.PREPOSITION, Tag.MARK, Tag.CONJUNCTION)
        or tokens[begin - 1].low in rules.particles
    ):
        begin -= 1
    if (first < begin and begin == last and head.low in rules.titles) or (led and head.low in rules.affiliations):
        # "the President", "the Northland Democrat"
        return Phrase(first, last, start, head.end, "nominal", head.low, start, head.possessive, definite)
    return _phrase((first, last, start, head.end, "name", head.low, tokens[begin].start, head.possessive, definite))


def _head(tokens: list[Token], first: int, last: int, rules: Grammar) -> str:
    """The noun of a nominal phrase: its last word, or the one before its adjectives where they follow."""
    if rules.adjectives_follow:
        for token in tokens[first : last + 1]:
            if token.tag is Tag.NOUN:
                return token.low
    return tokens[last].low


def _is_genitive(before: Token, name: Token, rules: Grammar) -> bool:
    """Whether a name belongs to the noun for a thing before it: "die Äußerungen Lisows"."""
    return (
        before.tag is Tag.WORD
        and before.capital
        and name.low.endswith(rules.owning_endings)
        and bool(rules.owning_endings)
    )
