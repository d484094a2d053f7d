"""Words that are called untrue where no verb of saying is negated: "it is not true that", "a fake clip in which", "allegedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.governing import opens_clause
from quotedb.parsing.prose.grammar import Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph

#: So far before a quotation a thing is called fake, and so near before "true" stands what negates it.
_FAR, _NEAR = 20, 3
_SHOWN = ("letters", "recordings", "allegations", "signs")


def is_called_untrue(paragraph: Paragraph, index: int) -> bool:
    """``It is not true that``, ``It is false that``: whether the word at `index` says so of the clause behind it."""
    if index + 1 >= len(paragraph.tokens) or not opens_clause(paragraph, index + 1):
        return False
    if paragraph.plays(index, "untrue"):
        return not any(paragraph.links(at, "negating") for at in _before(paragraph, index))
    if paragraph.links(index - 1, "limiting"):
        return False  # "not only true"
    return paragraph.plays(index, "true") and any(paragraph.links(at, "negating") for at in _before(paragraph, index))


def _before(paragraph: Paragraph, index: int) -> range:
    return range(max(paragraph.sentence[index], index - _NEAR), index)


def is_untrue(paragraph: Paragraph, place: int) -> bool:
    """``A fake clip in which Vesk says "..."``, ``A post claiming that Vesk said "..." is false``."""
    if not paragraph.rules.roles.get("untrue"):
        return False
    return _is_faked(paragraph, place) or _turns_out_untrue(paragraph, place)


def _is_faked(paragraph: Paragraph, place: int) -> bool:
    """Whether what shows the words is called fake: nothing but the thing stands behind that word before it shows them."""
    for index in range(place - 1, max(paragraph.sentence[place], place - _FAR) - 1, -1):
        if paragraph.tokens[index].tag in (Tag.STOP, Tag.QUOTE) or paragraph.tokens[index].low in (";", ","):
            return False
        if paragraph.links(index, "coordinating"):
            return False  # "shared a fake video and said"
        if not paragraph.plays(index, "faking"):
            continue
        for shown in range(index + 1, min(index + _NEAR, place - 1)):
            if _is_shown(paragraph, shown):
                return paragraph.plays(shown + 1, "picturing") or paragraph.links(shown + 1, "attaching")
    return False


def _turns_out_untrue(paragraph: Paragraph, place: int) -> bool:
    """Whether the sentence goes on with "is false" behind the quotation, and opened with a claim."""
    tokens, index = paragraph.tokens, place + 1
    if index + 1 >= len(tokens) or tokens[index].tag is not Tag.AUXILIARY:
        return False
    while index < len(tokens) and tokens[index].tag in (Tag.AUXILIARY, Tag.ADVERB, Tag.DETERMINER):
        index += 1
    if index >= len(tokens) or not (paragraph.plays(index, "untrue") or paragraph.plays(index, "faking")):
        return False
    if any(paragraph.links(at, "negating") for at in range(place + 1, index)):
        return False
    first = paragraph.sentence[place]
    return any(_is_shown(paragraph, at) for at in range(first, min(first + _NEAR, place)))


def _is_shown(paragraph: Paragraph, index: int) -> bool:
    return any(paragraph.plays(index, kind) for kind in _SHOWN) or paragraph.plays(index, "claims")


def is_alleged(paragraph: Paragraph, group: int, cue: int) -> bool:
    """``Vesk allegedly said``, ``Vesk soll gesagt haben``, ``Vesk aurait dit``: whether the group of a verb leaves it open."""
    tokens = paragraph.tokens
    if any(paragraph.links(index, "doubting") for index in range(group, cue)):
        return True
    first = paragraph.sentence[cue]
    if not paragraph.rules.verb_second:  # "Vesk aurait dit", but not with its source: "selon Orlan"
        alleged = any(paragraph.links(index, "alleging") for index in range(group, cue))
        ends = next((at for at in range(cue, len(tokens)) if paragraph.sentence[at] != first), len(tokens))
        return alleged and not any(_names_source(paragraph, index) for index in range(first, ends))
    perfect = cue + 1 < len(tokens) and paragraph.plays(cue + 1, "having")
    return any(
        paragraph.links(index, "doubting") or (perfect and paragraph.links(index, "alleging"))
        for index in range(first, cue)
    )


def _names_source(paragraph: Paragraph, index: int) -> bool:
    """Whether "according to" stands at `index`, with all its words."""
    tokens = paragraph.tokens
    phrases = paragraph.rules.according.get(tokens[index].low, ())
    return any(tuple(token.low for token in tokens[index : index + len(words)]) == words for words in phrases)
