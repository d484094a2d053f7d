"""A role as printed, with what is attached to it: "a spokesman for the ministry", "a person close to the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import is_person_noun
from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: So many attachments at most: "the head of the union of teachers in Tarn".
_MOST = 3
_BETWEEN = frozenset({Tag.ADVERB, Tag.AUXILIARY})


def with_attached(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of a role, a group or a text up to the end of what belongs to it; any other phrase as it is.

    What stands behind it is asked, not what it said: the same mention is the same label for all its quotations.
    """
    phrase = named_behind(paragraph, phrase)
    tokens = paragraph.tokens
    if phrase.kind != "nominal" or phrase.possessive or not paragraph.rules.links("belonging"):
        return phrase
    last = phrase.last
    described = paragraph.links(last, "describing")  # "one Democrat familiar | with the plans"
    for _ in range(_MOST):
        end = _attached_end(paragraph, phrase, last, described)
        if end is None:
            break
        last, described = end, False
    return phrase if last == phrase.last else phrase._replace(last=last, end=tokens[last].end)


def named_behind(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of an office up to the name behind it: "its chief of staff Ram Vesk".

    "A lawyer of the baker Per Olin" is another: what stands before that name is somebody, not what the office is for.
    """
    rules, preposition = paragraph.rules, phrase.last + 1
    if phrase.possessive or phrase.kind not in ("nominal", "name") or preposition >= len(paragraph.tokens):
        return phrase
    if phrase.head not in rules.titles or not paragraph.links(preposition, "naming"):
        return phrase
    behind = paragraph.opening.get(preposition + 1)
    if behind is None or behind.kind != "name" or behind.possessive:
        return phrase
    between = [token for token in paragraph.tokens[behind.first : behind.last] if token.end <= behind.name_start]
    if not any(token.tag is not Tag.DETERMINER for token in between):
        return phrase
    if any(is_person_noun(rules.noun(token.low), rules) or token.possessive for token in between):
        return phrase
    return behind._replace(start=phrase.start)


def _attached_end(paragraph: Paragraph, phrase: Phrase, last: int, described: bool) -> int | None:
    """The last token of the next attachment behind token `last`; None where there is none."""
    tokens = paragraph.tokens
    index = last + 1
    if index + 1 >= len(tokens):
        return None
    tag = tokens[index].tag
    if tag is Tag.PREPOSITION:
        return _object_end(paragraph, index) if described or paragraph.links(index, "belonging") else None
    if paragraph.links(index, "describing"):
        return _object_end(paragraph, index + 1) if tokens[index + 1].tag is Tag.PREPOSITION else None
    if tag is Tag.PAST:  # "a paper owned by Orlan said", but "a paper closed in May"
        following = tokens[index + 1].tag
        end = _object_end(paragraph, index + 1) if following is Tag.PREPOSITION else None
        if following is Tag.ADVERB:
            end = index + 1
        return end if end is not None and _verb_near(paragraph, phrase, end) else None
    return None


def _object_end(paragraph: Paragraph, preposition: int) -> int | None:
    """Where what a preposition governs ends; None where it says when, or through what somebody spoke."""
    governed = paragraph.opening.get(preposition + 1)
    if governed is None or governed.kind in ("pronoun", "relative") or governed.possessive:
        return None
    rules = paragraph.rules
    return None if governed.head in rules.times or governed.head in rules.channels else governed.last


def _verb_near(paragraph: Paragraph, phrase: Phrase, last: int) -> bool:
    """Whether the phrase has its verb before it, or right behind token `last`: what stands between belongs to it."""
    tokens = paragraph.tokens
    if phrase.first > 1 and tokens[phrase.first - 1].tag in SAYING and tokens[phrase.first - 2].tag is Tag.QUOTE:
        return True
    index = last + 1
    while index < len(tokens) and tokens[index].tag in _BETWEEN:
        if tokens[index].tag is Tag.AUXILIARY:
            return True
        index += 1
    return index < len(tokens) and tokens[index].tag in FINITE
