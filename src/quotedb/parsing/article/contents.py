"""What a verb of saying governs: where reported words may begin after it, and where they may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag
from quotedb.parsing.prose.syntax import PAUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.parsing.prose.syntax import Paragraph, Token

#: Between a verb and the "that" it governs no more tokens than this.
_FAR = 14
#: A small word that may close a short content is looked for no further than this.
_SHORT = 25
_NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.WORD, Tag.DETERMINER})
_DASHES = frozenset({"—", "–", "--", "-"})
BREAKS = frozenset({",", PAUSED, *_DASHES})
#: What follows "to" where it is a preposition.
_NO_VERBS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.NOUN})
_NEXT_CLAUSE = frozenset(
    {Tag.PRONOUN, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.DETERMINER, Tag.ING, Tag.CUE, Tag.WEAK, Tag.ADVERB, Tag.RELATIVE}
)
_ALSO_VERBS = FINITE | {Tag.CUE_ING, Tag.WEAK_ING, Tag.ING}
_NO_COMPLEMENT = FINITE | {Tag.QUOTE, Tag.STOP}
_CLOSING = frozenset({";", ":"})
_CLOSES = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION, Tag.RELATIVE})


class Content(NamedTuple):
    """Tokens ``first`` to ``last`` (both in it) as the content of a report."""

    first: int
    last: int
    frame: str  #: what it is: "that", "clause", "to", "of" ...
    ending: str = "rule"  #: by what its end was chosen: "rule", "sentence", "comma", "word"


def contents_after(paragraph: Paragraph, cue: int, end: int) -> Iterator[Content]:
    """What the verb at token `cue` may report; `end` is the last token of its sentence."""
    for first, frame in _beginnings(paragraph, cue, end):
        for last, ending in _endings(paragraph, first, end, frame):
            if last >= first:
                yield Content(first, last, frame, ending)


def _beginnings(paragraph: Paragraph, cue: int, end: int) -> Iterator[tuple[int, str]]:
    tokens = paragraph.tokens
    start = _past_adverbs(tokens, cue + 1, end)
    if start > end:
        return
    complement = _complement(paragraph, start, end)
    if complement is not None:
        yield complement, "that" if complement == start else "object, that"
        return
    token = tokens[start]
    if token.low == ",":
        if start < end and tokens[start + 1].tag is not Tag.QUOTE:
            yield start + 1, "comma"
    elif token.low == ":":
        if start < end:
            yield start + 1, "colon"
    elif paragraph.links(start, "asking"):
        yield start, "question"
    elif paragraph.links(start, "infinitive"):
        if tokens[cue].low in paragraph.rules.raising:
            return  # "continued to": no report
        yield (start, "to") if _infinitive(paragraph, start, end) else (start + 1, token.low)
    elif token.tag is Tag.PREPOSITION:
        yield from _past_place(paragraph, start, end)
    elif is_clause(paragraph, start, end):
        yield start, "clause"
    elif token.tag is Tag.QUOTE:
        yield start, "quote"
    else:
        yield from _past_object(paragraph, start, end)


def _complement(paragraph: Paragraph, start: int, end: int) -> int | None:
    """The "that" of a content clause: next to the verb, or past whom it was told and where."""
    tokens = paragraph.tokens
    complements = paragraph.rules.links("complement")
    nominal = False
    for index in range(start, min(end, start + _FAR)):
        token = tokens[index]
        tag, low = token.tag, token.low
        if low in complements and not token.capital:
            relative = nominal and tokens[index + 1].tag in FINITE and tokens[index - 1].low != ","
            return None if relative else index  # "released a report that shows"
        if tag in _NO_COMPLEMENT or low in _CLOSING:
            return None
        if tag is Tag.PRONOUN and index > start:
            return None
        nominal = nominal or tag in _NOMINAL or tag is Tag.PRONOUN
    return None


def _past_place(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, str]]:
    """After a preposition: its object ("warned of"), or what follows "in a statement on Friday"."""
    tokens = paragraph.tokens
    inner = start + 1
    if inner <= end and tokens[inner].tag is Tag.PREPOSITION:
        inner += 1
    if inner <= end and not _says_when(paragraph, inner):
        yield inner, tokens[start].low
    place = start
    for _ in range(3):
        if place < end and tokens[place].tag is Tag.PREPOSITION:
            phrase = paragraph.opening.get(place + 1)
            if phrase is not None:
                place = phrase.last + 1
            elif tokens[place + 1].tag is Tag.ADVERB:
                place += 2
            else:
                break
        elif place < end and tokens[place].tag is Tag.ADVERB:
            place += 1
        else:
            break
    if place == start or place >= end:
        return
    if paragraph.links(place, "asking"):
        yield place, "place, question"
    elif paragraph.links(place, "infinitive") and _infinitive(paragraph, place, end):
        yield place, "place, to"
    elif is_clause(paragraph, place, end):
        yield place, "place, clause"


def _says_when(paragraph: Paragraph, index: int) -> bool:
    """Whether a time follows: "on Friday", "in the spring"."""
    phrase = paragraph.opening.get(index)
    return paragraph.tokens[index].tag is Tag.ADVERB or (phrase is not None and phrase.head in paragraph.rules.times)


def _past_object(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[int, str]]:
    """An object by itself ("praised the plan"), or with what it is told, asked or accused of."""
    tokens = paragraph.tokens
    phrase = paragraph.opening.get(start)
    if phrase is not None and phrase.last < end:
        place = _past_adverbs(tokens, phrase.last + 1, end - 1)
        if place <= end and paragraph.links(place, "asking"):
            yield place, "object, question"
            return
        if place <= end and paragraph.links(place, "infinitive") and _infinitive(paragraph, place, end):
            yield start, "object with to"
            yield place, "object, to"
            return
        if place < end and tokens[place].tag is Tag.PREPOSITION:
            yield place + 1, f"object, {tokens[place].low}"
        elif is_clause(paragraph, place, end):
            yield place, "object, clause"
            return
    yield start, "object"


def _infinitive(paragraph: Paragraph, place: int, end: int) -> bool:
    return place < end and paragraph.tokens[place + 1].tag not in _NO_VERBS


def _past_adverbs(tokens: list[Token], index: int, end: int) -> int:
    while index <= end and tokens[index].tag is Tag.ADVERB:
        index += 1
    return index


def is_clause(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a subject and its verb begin at token `start`: "Vesk had left", "the head of the fleet was late"."""
    tokens = paragraph.tokens
    if start > end:
        return False
    if paragraph.links(start, "opening"):
        return True
    phrase = paragraph.opening.get(start)
    if phrase is None:
        return False
    if phrase.kind == "pronoun" and paragraph.links(start, "subject"):
        return True
    for _ in range(3):
        place = _past_adverbs(tokens, phrase.last + 1, end)
        if place > end:
            return False
        if tokens[place].tag in FINITE:
            return True
        attached = tokens[place].tag is Tag.PREPOSITION or paragraph.links(place, "joining")
        following = paragraph.opening.get(place + 1) if attached else None
        if following is None:
            return False
        phrase = following
    return False


def _endings(paragraph: Paragraph, first: int, end: int, frame: str) -> Iterator[tuple[int, str]]:
    """By rule, then with the sentence, then at the first comma, then at the first small word of a short content."""
    tokens = paragraph.tokens
    rule = end_of(paragraph, first, end, short=is_short(frame))
    yield rule, "rule"
    if rule < end and not paragraph.links(rule + 1, "joining"):
        yield end, "sentence"
    shortest = rule
    for index in range(first + 1, rule):
        if tokens[index].low in BREAKS or tokens[index].low == "(":
            shortest = index if tokens[index].tag is Tag.QUOTE else index - 1
            yield shortest, "comma"
            break
    if not is_short(frame) and frame not in ("to", "object with to", "question"):
        return
    for index in range(first + 1, min(rule, first + _SHORT)):
        if tokens[index].tag in _CLOSES and not paragraph.links(index, "attaching"):
            if index - 1 < shortest:
                yield index - 1, "word"
            return


def is_short(frame: str) -> bool:
    """Whether the content is no clause but an object: it ends with its noun phrase rather than with the sentence."""
    return frame == "object" or frame.rpartition(" ")[2] not in _CLAUSES


_CLAUSES = frozenset({"that", "comma", "colon", "question", "to", "clause", "quote"})


def end_of(paragraph: Paragraph, first: int, end: int, short: bool) -> int:
    """The last token of a content that begins at `first`: before what the sentence goes on to tell of its own."""
    tokens = paragraph.tokens
    joining, ending = paragraph.rules.links("joining"), paragraph.rules.ending_objects
    for index in range(first + 1, end):
        token = tokens[index]
        low = token.low
        if low == ";":
            return index - 1
        if low in BREAKS:
            if _leaves(paragraph, index, end) or (short and tokens[index + 1].tag in _NEXT_CLAUSE):
                return index if token.tag is Tag.QUOTE else index - 1
        elif low in joining and tokens[index + 1].tag in SAYING:
            return index - 1  # "said that it was late and added"
        elif short and (low in ending or token.tag is Tag.AUXILIARY) and _leaves_object(paragraph, index, first):
            return index - 1
    return end


def _leaves(paragraph: Paragraph, comma: int, end: int) -> bool:
    """Whether the sentence leaves the content at a comma: ", adding", ", according to", ", but", ", Vesk said"."""
    tokens = paragraph.tokens
    following = tokens[comma + 1]
    if following.tag in (Tag.CUE_ING, Tag.WEAK_ING) or paragraph.links(comma + 1, "leaving"):
        return True
    phrase = paragraph.opening.get(comma + 1)
    if phrase is None or phrase.last >= end:
        return False
    verb = phrase.last + 1
    closed = verb == end or tokens[verb + 1].tag in (Tag.MARK, Tag.STOP, Tag.PREPOSITION, Tag.ADVERB)
    return tokens[verb].tag is Tag.CUE and closed


def _leaves_object(paragraph: Paragraph, index: int, first: int) -> bool:
    """Whether the sentence leaves an object without a comma: "praised the plan when", "criticized Vesk and left"."""
    tokens = paragraph.tokens
    token, following = tokens[index], tokens[index + 1]
    if paragraph.links(index, "joining"):
        return following.tag in _ALSO_VERBS
    if token.tag is Tag.CONJUNCTION and paragraph.links(index, "leaving_object"):
        return True
    if token.tag is Tag.AUXILIARY:
        return tokens[index - 1].tag not in (Tag.RELATIVE, Tag.CONJUNCTION, Tag.ADVERB, Tag.PRONOUN)
    return paragraph.links(index, "placing") and index > first + 6 and following.tag is not Tag.QUOTE
