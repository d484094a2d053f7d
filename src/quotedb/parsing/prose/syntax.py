"""Cheap syntax: what is left of a paragraph when each quotation is one token, cut into noun phrases and sentences.

No parser and no model: word lists, endings and capitals say what a word may be, and one pass from left to right makes
the phrases. That is enough to find who stands before a verb, at a hundred thousand words a second.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from quotedb.parsing.prose.grammar import FINITE, PARTICIPLES, SAYING, TOKEN, VERBAL, Grammar, Tag, grammar
from quotedb.parsing.prose.phrases import phrase_of, phrases_of
from quotedb.parsing.prose.settling import settle
from quotedb.parsing.prose.tokens import Phrase, Subjects, Token
from quotedb.parsing.text import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.marks import Marked
    from quotedb.parsing.shapes import Block

__all__ = [
    "FINITE", "PARTICIPLES", "SAYING", "Paragraph", "Phrase", "Subjects", "Tag", "Token", "phrase_of", "read_paragraphs",
]  # fmt: skip


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
        return self.tokens[token].low in self.rules.linking.get(what, ())


_STOPS = frozenset(".!?…")
#: After one of these a capital says nothing.
_HEADS = _STOPS | frozenset("“‘(:")


#: The `low` of a quotation whose last character is a comma: the sentence pauses there, as it does at a comma.
PAUSED = ',"'


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
        tokens.append(
            Token(
                Tag.QUOTE, "." if stopped else PAUSED if text[quote.end - 1] == "," else "", *quote.outer, quote=number
            )
        )
        begin = quote.outer[1]
    _tokenize(text, begin, block.end, rules, tokens, shouted)
    sentence = _sentences(tokens)
    settle(tokens, sentence, rules)
    if quotes and not shouted and not rules.capital_nouns:
        _settle_headline(tokens, rules)
    phrases = phrases_of(tokens, rules)
    return Paragraph(
        block, index, tokens, phrases, quotes, places, sentence,
        {phrase.last: phrase for phrase in phrases}, {phrase.first: phrase for phrase in phrases}, rules,
    )  # fmt: skip


_HEADLINE_VERBS = frozenset({Tag.CUE, Tag.WEAK, Tag.VERB})
_MOST, _LONG_WORDS, _LONG = 0.8, 4, 3


def _settle_headline(tokens: list[Token], rules: Grammar) -> None:
    """Where nearly every word has a capital it makes no name: "Orlan Slams Vesk's 'Empty' Plan" has a verb."""
    long_words = [token for token in tokens if len(token.low) > _LONG and token.low[0].isalpha()]
    if len(long_words) < _LONG_WORDS or sum(token.capital for token in long_words) < _MOST * len(long_words):
        return
    if tokens[-1].tag is Tag.STOP:
        return
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.tag is Tag.NAME and not token.possessive and rules.tags.get(token.low) in _HEADLINE_VERBS:
            tokens[index] = token._replace(tag=rules.tags[token.low])


class _Reading(NamedTuple):
    """What one printed word is taken for, wherever it stands."""

    tag: Tag  #: inside a sentence
    initial: Tag  #: at the head of one
    low: str
    capital: bool
    possessive: bool
    short: bool  #: an abbreviation: a point after it belongs to it


_REMEMBERED = 50_000
#: A token from all its fields at once: half the time of calling the class, once for every word of a document.
_token: Callable[[tuple[Any, ...]], Token] = functools.partial(tuple.__new__, Token)


#: How a word is set, in Markdown or HTML: signs of emphasis, a link's brackets and its address, a tag. No word and no pause.
_MARKUP = frozenset("*_[]<")
_SET = re.compile(
    r"[*_]+|</?[A-Za-z][^<>\n]{0,200}>|\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()\n]{1,200})?\)"
)


def _tokenize(text: str, start: int, end: int, rules: Grammar, out: list[Token], shouted: bool) -> None:
    """Add the tokens of a stretch; where all is `shouted`, capitals say nothing."""
    readings: dict[str, _Reading] = rules.readings
    skip = start
    before = out[-1].low if out else "."
    for match in (rules.tokens or TOKEN).finditer(text, start, end):
        begin, stop = match.span()
        if begin < skip:
            continue
        word = text[begin:stop]
        if word in _MARKUP:  # "**Ana Vesk** said", "said [Ana Vesk](https://...)"
            setting = _SET.match(text, begin, end)
            if setting is not None:
                skip = _past_possessive(text, setting.end(), end, rules, out)
                continue
        if shouted:
            word = word.lower()
        reading = readings.get(word)
        if reading is None:
            if len(readings) > _REMEMBERED:
                readings.clear()
            reading = readings[word] = _read_word(word, rules)
        tag, initial, low, capital, possessive, short = reading
        if (
            stop < end
            and text[stop] == "."
            and word[-1].isalnum()
            and (
                short
                or text[stop + 1 : stop + 2] == ","
                or (rules.ordinal_points and _ordinal(word, text, stop, rules))
            )
        ):
            stop += 1
            skip = stop
        if capital and before in _HEADS:
            tag = initial
        if tag is Tag.PRONOUN and text[begin] == "-":
            begin = stop - len(low)  # "a-t-elle": the pronoun is "elle"
        before = low
        out.append(_token((tag, low, begin, stop, capital, possessive, -1)))


_ENDING = re.compile(r"['’]\w+")


def _past_possessive(text: str, place: int, end: int, rules: Grammar, out: list[Token]) -> int:
    """Where to go on behind a closing sign: "**Vesk**'s" is as possessive as "Vesk's"."""
    ending = _ENDING.match(text, place, end)
    if ending is None or not out or not rules.possessive.fullmatch(ending[0].replace("’", "'")):
        return place
    out[-1] = out[-1]._replace(possessive=True)
    return ending.end()


_AFTER_ORDINAL = re.compile(r"\s([^\W\d_]+)")


def _ordinal(word: str, text: str, point: int, rules: Grammar) -> bool:
    """Whether the point after a number belongs to it: "am 4. Mai", but "bis 1990." and "um 4. Dann"."""
    following = _AFTER_ORDINAL.match(text, point + 1) if word.isdigit() and len(word) < 3 else None
    return following is not None and (following[1].islower() or following[1].lower() not in rules.function)


def _read_word(word: str, rules: Grammar) -> _Reading:
    if not word[0].isalnum() and word.lower() in rules.enclitics:
        low = rules.enclitics[word.lower()]
        return _Reading(rules.tags.get(low, Tag.PRONOUN), Tag.PRONOUN, low, False, False, False)
    if not word[0].isalnum():
        tag = Tag.STOP if word[0] in _STOPS and word != ".." else Tag.MARK
        return _Reading(tag, tag, word, False, False, False)
    low, possessive = word.lower(), False
    if "'" in low or "’" in low:
        low, possessive = _bare(low, rules)
    short = is_abbreviation(word + ".", rules.short)
    tag = rules.tags.get(low) or _by_ending(low, rules)
    if not word[0].isupper():
        head, _, rest = word.partition("-")
        if rest[:1].isupper() and head in rules.particles:  # "al-Harouni"
            return _Reading(Tag.NAME, Tag.NAME, low, True, possessive, short)
        if rules.capital_nouns and tag is Tag.NOUN:
            tag = Tag.WORD
        return _Reading(tag, tag, low, False, possessive, short)
    if rules.capital_nouns and word.rpartition("-")[2].islower() and "-" in word:  # "US-amerikanische"
        return _Reading(Tag.WORD, Tag.WORD, low, False, possessive, short)
    inner, initial = _capital_tag(low, tag, False, rules), _capital_tag(low, tag, True, rules)
    return _Reading(inner, initial, low, True, possessive, short)


_CLOSED = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.PRONOUN, Tag.AUXILIARY, Tag.RELATIVE, Tag.ADVERB}
)


def _capital_tag(low: str, tag: Tag, initial: bool, rules: Grammar) -> Tag:
    """A capital makes a name, but not at the head of a sentence where the word is known otherwise."""
    if rules.capital_nouns:
        return _capital_noun(low, tag, initial, rules)
    if tag in (Tag.PRONOUN, Tag.DETERMINER) or (tag in _CLOSED and tag is not Tag.AUXILIARY and low in rules.function):
        return tag
    if initial and (low in rules.function or low in rules.groups or tag in VERBAL or tag in _CLOSED):
        return tag
    return Tag.NAME


def _capital_noun(low: str, tag: Tag, initial: bool, rules: Grammar) -> Tag:
    """Where every noun has a capital, a name is what no list, ending or compound makes a noun."""
    if low in rules.tags and tag in _CLOSED:
        return tag
    if low in rules.first_names:
        return Tag.NAME
    noun = rules.noun(low)
    if rules.may_speak(noun):
        return Tag.NOUN
    if noun in rules.nouns or (len(low) > _SHORTEST and low.endswith(rules.noun_endings)):
        return Tag.WORD
    if tag in VERBAL:
        return tag if initial else Tag.WORD
    return Tag.NAME


def _bare(low: str, rules: Grammar) -> tuple[str, bool]:
    """A word without its possessive ending or contracted verb."""
    low = low.replace("’", "'")
    if low in rules.tags:
        return low, False
    head = rules.possessive.sub("", low)
    if head and head != low:
        return head, True
    pronoun, apostrophe, _ = low.partition("'")
    if apostrophe and rules.tags.get(pronoun) is Tag.PRONOUN:  # "I've", "they're"
        return pronoun, False
    return low.rstrip("'") or low, False


def _by_ending(low: str, rules: Grammar) -> Tag:
    """What a word that no list holds may be by its ending."""
    if len(low) > _SHORTEST and low not in rules.things:
        for tag, endings in rules.endings:
            if low.endswith(endings):
                return tag
    return Tag.WORD


_SHORTEST = 4


_PARTING = frozenset({Tag.STOP, Tag.MARK, Tag.QUOTE})


def _sentences(tokens: list[Token]) -> list[int]:
    """For each token the first token of its sentence. A quotation that ends in a stop ends one before a capital."""
    firsts: list[int] = []
    first = 0
    for index, token in enumerate(tokens):
        firsts.append(first)
        tag = token.tag
        if tag not in _PARTING:
            continue
        low = token.low
        if (tag is Tag.STOP and low[0] != "…" and len(low) == 1) or (
            first == 0 and tag is Tag.MARK and _dateline(tokens, index)
        ):
            first = index + 1
        elif tag is Tag.QUOTE and index + 1 < len(tokens):
            following = tokens[index + 1]
            if low == "." and (following.capital or following.tag is Tag.QUOTE):
                first = index + 1
    return firsts


def _dateline(tokens: list[Token], dash: int) -> bool:
    """Whether a dash closes the place and date that a report opens with: "TARN, Dec. 8 (KQT) —"."""
    if not 0 < dash <= 12 or tokens[dash].low not in _DASHES:
        return False
    return all(token.tag in (Tag.NAME, Tag.MARK) or token.low.isdigit() for token in tokens[:dash])


_DASHES = frozenset({"—", "–", "-", "--", "―"})
