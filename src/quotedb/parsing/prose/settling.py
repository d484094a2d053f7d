"""What the words around a word say that the word alone does not: a verb's ending on a name, a pronoun before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import NOMINAL, VERBAL, Grammar, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.tokens import Token


def settle(tokens: list[Token], sentence: list[int], rules: Grammar) -> None:
    """Correct the tags of a paragraph in place; `sentence` holds the first token of each token's sentence."""
    _name_initials(tokens, sentence)
    _settle_determiners(tokens, rules)


def _name_initials(tokens: list[Token], sentence: list[int]) -> None:
    """Make a name of a first word that only its ending made a verb: "Reading said ...", "Kelly, who ..."."""
    for index in range(len(tokens) - 2):
        token = tokens[index]
        if sentence[index] != index or not token.capital or token.tag not in VERBAL:
            continue
        following = tokens[index + 1]
        aside = following.low == "," and tokens[index + 2].tag is Tag.RELATIVE
        if following.tag in (Tag.CUE, Tag.WEAK, Tag.AUXILIARY) or aside:
            tokens[index] = token._replace(tag=Tag.NAME)


def _settle_determiners(tokens: list[Token], rules: Grammar) -> None:
    """A pronoun that is also a determiner is one before a noun: "her brother said", but "told her that"."""
    for index in range(len(tokens) - 1):
        token = tokens[index]
        if token.tag is Tag.PRONOUN and token.low in rules.owners and tokens[index + 1].tag in NOMINAL:
            tokens[index] = token._replace(tag=Tag.DETERMINER)
