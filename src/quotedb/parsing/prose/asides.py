"""What may stand between a subject and its verb: attachments, second subjects, asides between commas."""

from __future__ import annotations

from quotedb.parsing.prose.syntax import FINITE, Paragraph, Phrase, Subjects, Tag, Token

_DASHES = frozenset({"—", "–", "-", "--"})
_ASIDE_OPENERS = frozenset(
    {Tag.DETERMINER, Tag.RELATIVE, Tag.NAME, Tag.NOUN, Tag.WORD, Tag.PREPOSITION, Tag.ING, Tag.PAST, Tag.CUE_ING,
     Tag.WEAK_ING, Tag.CONJUNCTION, Tag.QUOTE, Tag.ADVERB, Tag.WEAK}
)  # fmt: skip
_GOVERNING = FINITE - {Tag.AUXILIARY}
_FARTHEST = 60
#: What may open a sentence before its subject, and how long that is at most.
_OPENERS = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION, Tag.ING, Tag.PAST, Tag.CUE_ING, Tag.WEAK_ING, Tag.ADVERB})
_OPENING = 25


def up_from_attachment(paragraph: Paragraph, phrase: Phrase, low: int) -> Phrase | None:
    """The phrase that this one is attached to by prepositions; None where a preposition stands without one."""
    tokens = paragraph.tokens
    for _ in range(4):
        before = phrase.first - 1
        if before < low or tokens[before].tag is not Tag.PREPOSITION:
            return phrase
        outer = paragraph.ending.get(before - 1)
        if outer is None and paragraph.links(before, "subordinating") and _begins_clause(paragraph, phrase):
            return phrase  # "apologised after its maker told users"
        if outer is None or outer.first < low or outer.kind == "pronoun":
            return None
        phrase = outer
    return phrase


def _begins_clause(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a finite verb stands right behind a phrase."""
    after = phrase.last + 1
    return after < len(paragraph.tokens) and paragraph.tokens[after].tag in FINITE


def joined_before(paragraph: Paragraph, phrase: Phrase, low: int) -> Phrase | None:
    """The first of two subjects: "Orlan and Vesk agreed"."""
    conjunction = phrase.first - 1
    if conjunction <= low or not paragraph.links(conjunction, "joining"):
        return None
    other = paragraph.ending.get(conjunction - 1)
    if other is None or other.first < low or not may_say(paragraph, other) or other.kind == "relative":
        return None
    before = paragraph.tokens[other.first - 1] if other.first > low else None
    if before is not None and (before.tag in FINITE or before.tag is Tag.PREPOSITION):
        return None
    return other


def past_aside(paragraph: Paragraph, right: int, low: int) -> Subjects:
    """The subject before an aside that ends at the comma `right`: "Vesk, who led the talks, said"."""
    tokens = paragraph.tokens
    closing = tokens[right].low
    for index in range(right - 1, max(low, right - _FARTHEST), -1):
        if not _matches(tokens[index].low, closing):
            continue
        phrase = paragraph.ending.get(index - 1)
        if phrase is None or phrase.first < low or not may_say(paragraph, phrase) or phrase.kind == "relative":
            continue
        if tokens[index + 1].tag not in _ASIDE_OPENERS:
            continue
        outer = up_from_attachment(paragraph, phrase, low)
        if outer is None or outer.kind == "relative":
            continue
        if outer.first > low and tokens[outer.first - 1].tag in _GOVERNING:
            continue  # an object: the aside began further left
        first = _first_of_apposition(paragraph, outer, low)
        joined = joined_before(paragraph, first, low)
        return (joined, first) if joined else (first,)
    return ()


def _first_of_apposition(paragraph: Paragraph, phrase: Phrase, low: int) -> Phrase:
    """The name that a chain of descriptions between commas began with."""
    tokens = paragraph.tokens
    for _ in range(3):
        comma = phrase.first - 1
        if phrase.kind == "name" or comma <= low or tokens[comma].low != ",":
            return phrase
        before = paragraph.ending.get(comma - 1)
        if (
            before is None
            or before.first < low
            or not may_say(paragraph, before)
            or before.kind in ("pronoun", "relative")
        ):
            return phrase
        outer = up_from_attachment(paragraph, before, low)
        if outer is None:
            return phrase
        phrase = outer
    return phrase


def _matches(opening: str, closing: str) -> bool:
    if closing == ")":
        return opening == "("
    return opening in _DASHES if closing in _DASHES else opening == closing


def past_opening(paragraph: Paragraph, first: int) -> int:
    """The token behind what opens a sentence before its subject: "Every evening", "While he slept,", "On Monday"."""
    tokens = paragraph.tokens
    opening = paragraph.opening.get(first)
    if opening is not None and opening.kind == "nominal" and opening.head in paragraph.rules.times:
        after = opening.last + 1
        return after + (after < len(tokens) and tokens[after].low == ",")
    if tokens[first].tag not in _OPENERS:
        return first
    for index in range(first + 1, min(len(tokens), first + _OPENING)):
        if tokens[index].tag in (Tag.STOP, Tag.QUOTE) or paragraph.sentence[index] != first:
            return first
        if tokens[index].low == ",":
            phrase = paragraph.opening.get(index + 1)
            return index + 1 if phrase is not None and phrase.kind != "relative" else first
    return first


def is_comma(token: Token) -> bool:
    """Whether a token closes an aside: a comma, a bracket, a dash."""
    return token.low in (",", ")") or token.low in _DASHES


def may_say(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase can be a subject at all."""
    if phrase.kind == "pronoun":
        return phrase.head not in paragraph.rules.objects
    return not phrase.possessive


def somebody(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase names somebody, or something that can say something: no "record", no "rationale"."""
    return phrase.kind != "nominal" or paragraph.rules.may_speak(phrase.head)
