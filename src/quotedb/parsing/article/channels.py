"""Through what somebody's words came: "said in a statement", "told reporters", "wrote on Twitter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import FINITE, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: The channel stands no further behind the verb of saying than so many tokens.
_FAR = 12
_ENDS = frozenset({Tag.STOP, Tag.QUOTE}) | FINITE


def channel_of(paragraph: Paragraph, cue: int) -> Phrase | None:
    """The phrase behind the cue that names the channel: whom it was told, or what it was said in; None without one."""
    tokens = paragraph.tokens
    told = paragraph.opening.get(cue + 1)
    if told is not None and tokens[cue].low in paragraph.rules.links("telling") and _relays(paragraph, told):
        return told
    complements, channelling = paragraph.rules.links("complement"), paragraph.rules.links("channelling")
    for index in range(cue + 1, min(len(tokens) - 1, cue + _FAR)):
        tag, low, *_ = tokens[index]
        if tag in _ENDS or low in complements or low in (":", ";"):
            return None
        phrase = paragraph.opening.get(index + 1) if tag is Tag.PREPOSITION else None
        if phrase is not None and low in channelling and _carries(paragraph, phrase):
            return phrase
    return None


def _carries(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether words can be said in it or on it: a statement, an interview, a platform."""
    return phrase.head in paragraph.rules.channels and not phrase.possessive


def _relays(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether somebody who was told something prints it: reporters, a paper, letters without an article ("CNN")."""
    if phrase.kind == "nominal" or phrase.head in paragraph.rules.press:
        return phrase.head in paragraph.rules.press
    return (
        phrase.kind == "name"
        and phrase.first == phrase.last
        and phrase.end - phrase.start == len(phrase.head) <= _LETTERS
    )


#: A lone name of so few letters may be an agency or broadcaster.
_LETTERS = 4
