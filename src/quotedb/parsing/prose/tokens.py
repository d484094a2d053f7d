"""The smallest pieces of a paragraph: tokens, and the noun phrases that they make."""

from __future__ import annotations

from typing import NamedTuple

from quotedb.parsing.prose.grammar import Tag


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
