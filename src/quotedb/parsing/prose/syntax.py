"""Cheap syntax: what is left of a paragraph when each quotation is one token, cut into noun phrases and sentences.

No parser and no model: word lists, endings and capitals say what a word may be, and one pass from left to right makes
the phrases. That is enough to find who stands before a verb, at a hundred thousand words a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import FINITE, PARTICIPLES, SAYING, Grammar, Tag, grammar
from quotedb.parsing.prose.lastnames import LastNames, last_names, settle_last_names
from quotedb.parsing.prose.phrases import phrase_of, phrases_of
from quotedb.parsing.prose.settling import settle
from quotedb.parsing.prose.tokenizing import tokenize
from quotedb.parsing.prose.tokens import Phrase, Subjects, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def plays(self, token: int, what: str) -> bool:
        """Whether the token is a verb or noun that gives those beside it this part ("hearing", "quoting" ...)."""
        return self.tokens[token].low in self.rules.roles.get(what, ())

    def is_one_of(self, phrase: Phrase, what: str) -> bool:
        """Whether the head of a phrase is a noun with this part: "letters", "wordings"."""
        return phrase.head in self.rules.roles.get(what, ())


#: The `low` of a quotation whose last character is a comma: the sentence pauses there, as it does at a comma.
PAUSED = ',"'


def read_paragraphs(text: str, blocks: Sequence[Block], marked: Sequence[Marked], lex: Lexicon) -> list[Paragraph]:
    """Each block as tokens and phrases; `marked` are the quotations in these blocks, in order."""
    rules = grammar(lex)
    by_block: dict[int, list[Marked]] = {}
    for quote in marked:
        by_block.setdefault(quote.block, []).append(quote)
    read = [_tokens(text, block, by_block.get(index, []), rules) for index, block in enumerate(blocks)]
    known = last_names((tokens for tokens, _ in read), rules)
    return [
        _read(text, block, index, by_block.get(index, []), *read[index], known, rules)
        for index, block in enumerate(blocks)
    ]


def _tokens(text: str, block: Block, quotes: list[Marked], rules: Grammar) -> tuple[list[Token], list[int]]:
    """The tokens of a block, as each is read by itself, and which of them are its quotations."""
    tokens: list[Token] = []
    places: list[int] = []
    begin = block.start
    shouted = _shouted(text, block)
    for number, quote in enumerate(quotes):
        tokenize(text, begin, quote.outer[0], rules, tokens, shouted)
        places.append(len(tokens))
        stopped = text[quote.end - 1] in ".!?"
        low = "." if stopped else PAUSED if text[quote.end - 1] == "," else ""
        tokens.append(Token(Tag.QUOTE, low, *quote.outer, capital=text[quote.start].isupper(), quote=number))
        begin = quote.outer[1]
    tokenize(text, begin, block.end, rules, tokens, shouted)
    return tokens, places


def _shouted(text: str, block: Block) -> bool:
    """Whether a block is all in capitals, which say nothing there."""
    return text[block.start : block.end].isupper()


def _read(
    text: str, block: Block, index: int, quotes: list[Marked], tokens: list[Token], places: list[int],
    known: LastNames, rules: Grammar,
) -> Paragraph:  # fmt: skip
    sentence = _sentences(tokens)
    settle_last_names(tokens, known, rules)
    settle(tokens, sentence, rules)
    if quotes and not rules.capital_nouns and not _shouted(text, block):
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
