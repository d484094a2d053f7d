"""Cheap syntax: what is left of a paragraph when each quotation is one token, cut into noun phrases and sentences.

No parser and no model: word lists, endings and capitals say what a word may be, and one pass from left to right makes
the phrases. That is enough to find who stands before a verb, at a hundred thousand words a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.grammar import FINITE, NOMINAL, PARTICIPLES, SAYING, VERBAL, Grammar, Tag, grammar
from quotedb.parsing.prose.settling import settle
from quotedb.parsing.text import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.marks import Marked
    from quotedb.parsing.shapes import Block

__all__ = ["FINITE", "PARTICIPLES", "SAYING", "Paragraph", "Phrase", "Tag", "Token", "read_paragraphs"]


class Token(NamedTuple):
    """One word, mark or whole quotation."""

    tag: Tag
    low: str  #: small letters, without a possessive ending
    start: int
    end: int
    capital: bool = False
    possessive: bool = False
    quote: int = -1  #: index among the paragraph's quotations


class Phrase(NamedTuple):
    """A noun phrase: tokens ``first`` to ``last`` (both in it), characters ``start`` to ``end``."""

    first: int
    last: int
    start: int
    end: int
    kind: str  #: "name", "nominal", "pronoun" or "relative"
    head: str  #: its last word in small letters
    name_start: int  #: character where the name proper begins; `start` for other kinds
    possessive: bool = False
    definite: bool = False


#: Those who govern one verb: several where they stand joined.
Subjects = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block read as tokens and phrases."""

    block: Block
    index: int
    tokens: list[Token]
    phrases: list[Phrase]
    quotes: list[Marked]
    places: list[int]  #: the token of each quotation
    sentence: list[int]  #: for each token, the first token of its sentence
    ending: dict[int, Phrase]  #: phrases by their last token
    opening: dict[int, Phrase]  #: phrases by their first token
    rules: Grammar

    def links(self, token: int, what: str) -> bool:
        """Whether the token is one of the small words that do `what` ("joining", "agent" ...)."""
        return self.tokens[token].low in self.rules.links(what)


_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'’&‑-][^\W_]+)*['’]?|--+|\.\.+|\S")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]|['’])$")
_STOPS = frozenset(".!?…")
#: After one of these a capital says nothing.
_HEADS = _STOPS | frozenset("“‘(:")


def read_paragraphs(text: str, blocks: Sequence[Block], marked: Sequence[Marked], lex: Lexicon) -> list[Paragraph]:
    """Each block as tokens and phrases; `marked` are the quotations in these blocks, in order."""
    rules = grammar(lex)
    by_block: dict[int, list[Marked]] = {}
    for quote in marked:
        by_block.setdefault(quote.block, []).append(quote)
    return [_read(text, block, index, by_block.get(index, []), rules) for index, block in enumerate(blocks)]


def _read(text: str, block: Block, index: int, quotes: list[Marked], rules: Grammar) -> Paragraph:
    tokens: list[Token] = []
    places: list[int] = []
    begin = block.start
    shouted = text[block.start : block.end].isupper()
    for number, quote in enumerate(quotes):
        _tokenize(text, begin, quote.outer[0], rules, tokens, shouted)
        places.append(len(tokens))
        stopped = text[quote.end - 1] in ".!?"
        tokens.append(Token(Tag.QUOTE, "." if stopped else "", *quote.outer, quote=number))
        begin = quote.outer[1]
    _tokenize(text, begin, block.end, rules, tokens, shouted)
    sentence = _sentences(tokens)
    settle(tokens, sentence, rules)
    phrases = _phrases(tokens, rules)
    return Paragraph(
        block, index, tokens, phrases, quotes, places, sentence,
        {phrase.last: phrase for phrase in phrases}, {phrase.first: phrase for phrase in phrases}, rules,
    )  # fmt: skip


class _Reading(NamedTuple):
    """What one printed word is taken for, wherever it stands."""

    tag: Tag  #: inside a sentence
    initial: Tag  #: at the head of one
    low: str
    capital: bool
    possessive: bool
    short: bool  #: an abbreviation: a point after it belongs to it


_REMEMBERED = 50_000


def _tokenize(text: str, start: int, end: int, rules: Grammar, out: list[Token], shouted: bool) -> None:
    """Add the tokens of a stretch; where all is `shouted`, capitals say nothing."""
    readings: dict[str, _Reading] = rules.readings
    skip = start
    for match in _TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        if begin < skip:
            continue
        word = match[0].lower() if shouted else match[0]
        reading = readings.get(word)
        if reading is None:
            if len(readings) > _REMEMBERED:
                readings.clear()
            reading = readings[word] = _read_word(word, rules)
        tag, initial, low, capital, possessive, short = reading
        if stop < end and text[stop] == "." and word[-1].isalnum() and (short or text[stop + 1 : stop + 2] == ","):
            stop += 1
            skip = stop
        if capital and (not out or out[-1].low in _HEADS):
            tag = initial
        out.append(Token(tag, low, begin, stop, capital, possessive))


def _read_word(word: str, rules: Grammar) -> _Reading:
    if not word[0].isalnum():
        tag = Tag.STOP if word[0] in _STOPS and word != ".." else Tag.MARK
        return _Reading(tag, tag, word, False, False, False)
    low, possessive = word.lower(), False
    if "'" in low or "’" in low:
        low, possessive = _bare(low, rules.tags)
    short = is_abbreviation(word + ".", rules.short)
    tag = rules.tags.get(low) or _by_ending(low, rules)
    if not word[0].isupper():
        head, _, rest = word.partition("-")
        if rest[:1].isupper() and head in rules.particles:  # "al-Harouni"
            return _Reading(Tag.NAME, Tag.NAME, low, True, possessive, short)
        return _Reading(tag, tag, low, False, possessive, short)
    inner, initial = _capital_tag(low, tag, False, rules), _capital_tag(low, tag, True, rules)
    return _Reading(inner, initial, low, True, possessive, short)


_CLOSED = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.PRONOUN, Tag.AUXILIARY, Tag.RELATIVE, Tag.ADVERB}
)


def _capital_tag(low: str, tag: Tag, initial: bool, rules: Grammar) -> Tag:
    """A capital makes a name, but not at the head of a sentence where the word is known otherwise."""
    if tag in (Tag.PRONOUN, Tag.DETERMINER) or (tag in _CLOSED and tag is not Tag.AUXILIARY and low in rules.function):
        return tag
    if initial and (low in rules.function or low in rules.groups or tag in VERBAL or tag in _CLOSED):
        return tag
    return Tag.NAME


def _bare(low: str, tags: dict[str, Tag]) -> tuple[str, bool]:
    """A word without its possessive ending or contracted verb."""
    low = low.replace("’", "'")
    if low in tags:
        return low, False
    pronoun, apostrophe, _ = low.partition("'")
    if apostrophe and low[-2:] != "'s" and tags.get(pronoun) is Tag.PRONOUN:  # "I've", "they're"
        return pronoun, False
    head = _POSSESSIVE.sub("", low)
    if head != low and head:
        return head, True
    return low, False


def _by_ending(low: str, rules: Grammar) -> Tag:
    """What a word that no list holds may be by its ending."""
    if len(low) > _SHORTEST and low not in rules.things:
        for tag, endings in rules.endings:
            if low.endswith(endings):
                return tag
    return Tag.WORD


_SHORTEST = 4


def _sentences(tokens: list[Token]) -> list[int]:
    """For each token the first token of its sentence. A quotation that ends in a stop ends one before a capital."""
    firsts: list[int] = []
    first = 0
    for index, token in enumerate(tokens):
        firsts.append(first)
        if (token.tag is Tag.STOP and token.low[0] != "…" and len(token.low) == 1) or (
            first == 0 and token.tag is Tag.MARK and _dateline(tokens, index)
        ):
            first = index + 1
        elif token.tag is Tag.QUOTE and index + 1 < len(tokens):
            following = tokens[index + 1]
            if token.low == "." and (following.capital or following.tag is Tag.QUOTE):
                first = index + 1
    return firsts


def _dateline(tokens: list[Token], dash: int) -> bool:
    """Whether a dash closes the place and date that a report opens with: "TARN, Dec. 8 (KQT) —"."""
    if not 0 < dash <= 12 or tokens[dash].low not in _DASHES:
        return False
    return all(token.tag in (Tag.NAME, Tag.MARK) or token.low.isdigit() for token in tokens[:dash])


_DASHES = frozenset({"—", "–", "-", "--", "―"})


# ------------------------------------------------------------------------------------------------------------- phrases

_LONGEST = 12


def _phrases(tokens: list[Token], rules: Grammar) -> list[Phrase]:
    out: list[Phrase] = []
    position, count = 0, len(tokens)
    while position < count:
        token = tokens[position]
        tag = token.tag
        if tag is Tag.PRONOUN or tag is Tag.RELATIVE:
            kind = "pronoun" if tag is Tag.PRONOUN else "relative"
            out.append(Phrase(position, position, token.start, token.end, kind, token.low, token.start))
            position += 1
        elif tag in (Tag.NAME, Tag.DETERMINER, Tag.NOUN, Tag.WORD):
            phrase = _noun_phrase(tokens, position, rules)
            if phrase is None:
                position += 1
            else:
                out.append(phrase)
                position = phrase.last + 1
        else:
            position += 1
    return out


def _noun_phrase(tokens: list[Token], first: int, rules: Grammar) -> Phrase | None:
    """The noun phrase that begins here, as far as it surely goes."""
    end = min(len(tokens), first + _LONGEST)
    position = first
    governed = False  #: a determiner or possessor stands before: any word may belong
    last = -1
    while position < end:
        token = tokens[position]
        if not _continues(tokens, first, position, governed, rules):
            break
        if token.tag is Tag.DETERMINER or token.possessive:
            governed = True
        if token.tag is not Tag.DETERMINER:
            last = position
        if token.tag is Tag.NOUN and not _more_follows(tokens, position, end):
            break
        position += 1
    while last > first and tokens[last].tag in (Tag.PREPOSITION, Tag.MARK):
        last -= 1
    if last < 0:
        single = tokens[first]
        return Phrase(first, first, single.start, single.end, "nominal", single.low, single.start, definite=False)
    return phrase_of(tokens, first, last, rules)


def _more_follows(tokens: list[Token], position: int, end: int) -> bool:
    """After a noun for a speaker only another one or a name goes on: "campaign manager Jane Roe"."""
    if tokens[position].possessive:
        return True
    if position + 1 >= end:
        return False
    following = tokens[position + 1]
    return following.tag in (Tag.NOUN, Tag.NAME)


def _continues(tokens: list[Token], first: int, position: int, governed: bool, rules: Grammar) -> bool:
    """Whether the token at `position` belongs to the phrase that began at `first`."""
    token = tokens[position]
    tag = token.tag
    if tag is Tag.NAME:
        return True
    before = tokens[position - 1] if position > first else None
    if tag is Tag.DETERMINER:
        return before is None or before.tag is Tag.DETERMINER
    if tag in NOMINAL and not (before is not None and token.low in rules.particles):
        return before is None or governed or before.tag is not Tag.NAME or _noun_ahead(tokens, position)
    if before is None:
        return False
    if before.tag is Tag.NAME and (token.low in rules.particles or tag is Tag.PREPOSITION or token.low == "&"):
        return _joins_name(tokens, position, rules)
    if token.low in rules.particles and before.low in rules.particles:
        return position + 1 < len(tokens) and tokens[position + 1].tag is Tag.NAME
    if tag in VERBAL and governed:
        return _modifies(tokens, position)
    return False


def _noun_ahead(tokens: list[Token], position: int) -> bool:
    """Whether a noun for a speaker comes before anything else: "Orvania foreign policy adviser"."""
    for token in tokens[position : position + 4]:
        if token.tag is Tag.NOUN:
            return True
        if token.tag is not Tag.WORD:
            return False
    return False


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


def _modifies(tokens: list[Token], position: int) -> bool:
    """Whether a verb form is an adjective or noun here: "the proposed law", "a report", "his call"."""
    before = tokens[position - 1]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if tokens[position].tag is Tag.ADVERB and before.tag is Tag.DETERMINER and following is not None:
        return following.tag in (Tag.WORD, Tag.NOUN, Tag.NAME, Tag.PAST, Tag.ING)
    if following is not None and following.tag in (Tag.WORD, Tag.NOUN, Tag.NAME):
        return before.tag in (Tag.DETERMINER, Tag.ADVERB) or before.possessive
    return (before.tag is Tag.DETERMINER or before.possessive) and tokens[position].tag is not Tag.ADVERB


def phrase_of(tokens: list[Token], first: int, last: int, rules: Grammar) -> Phrase:
    """The noun phrase of these tokens: a name by its last word, or a nominal."""
    head = tokens[last]
    start = tokens[first].start
    definite = tokens[first].tag is Tag.DETERMINER and tokens[first].low in rules.links("definite")
    if head.tag is not Tag.NAME or (first < last and tokens[last - 1].possessive and head.low in rules.titles):
        return Phrase(first, last, start, head.end, "nominal", head.low, start, head.possessive, definite)
    begin = last
    while begin > first and (
        (tokens[begin - 1].tag is Tag.NAME and not tokens[begin - 1].possessive)
        or tokens[begin - 1].tag in (Tag.PREPOSITION, Tag.MARK)
        or tokens[begin - 1].low in rules.particles
    ):
        begin -= 1
    led = tokens[first].tag is Tag.DETERMINER
    if (first < begin and begin == last and head.low in rules.titles) or (led and head.low in rules.affiliations):
        # "the President", "the Northland Democrat"
        return Phrase(first, last, start, head.end, "nominal", head.low, start, head.possessive, definite)
    return Phrase(first, last, start, head.end, "name", head.low, tokens[begin].start, head.possessive, definite)
