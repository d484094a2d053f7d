"""What governs a quotation from the left: the nearest verb of its clause, and whether its words lead up to the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.clauses import is_between
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution, is_noun_here
from quotedb.parsing.prose.verbsecond import clause_begin, told_in

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: So far before a quotation stands the verb that governs it.
FAR = 30
#: So far behind a passive stands its agent, and so far before a clause what governs it.
NEAR = 8
VERBS = frozenset({Tag.CUE, Tag.WEAK, Tag.VERB, Tag.PAST, Tag.AUXILIARY})
_CLOSES = frozenset({Tag.QUOTE, Tag.STOP})
_GROUP = frozenset({Tag.ADVERB, Tag.AUXILIARY})


def first_of(paragraph: Paragraph, place: int) -> int:
    """The first token of the sentence of a quotation, which may stand below the paragraph."""
    return paragraph.sentence[min(place, len(paragraph.tokens) - 1)]


def governor(paragraph: Paragraph, place: int) -> int:
    """The nearest verb before token `place` that may govern a quotation there; -1 where its clause has none."""
    tokens, verbs = paragraph.tokens, paragraph.rules.role_verbs
    first = first_of(paragraph, place)
    for index in range(place - 1, max(first, place - FAR) - 1, -1):
        tag, low, *_ = tokens[index]
        if tag in _CLOSES or low == ";":
            return -1
        said = low in verbs or tag in SAYING or paragraph.links(index, "impersonal")
        if said and not is_noun_here(paragraph, index, first):
            return index
    return -1


def opens_clause(paragraph: Paragraph, index: int) -> bool:
    """Whether "that" or "whether" stands here and opens a clause: "that" not before a noun."""
    if paragraph.links(index, "complement"):
        return paragraph.tokens[index].tag is not Tag.DETERMINER
    return paragraph.links(index, "asking")


def leads(paragraph: Paragraph, start: int, place: int) -> bool:
    """Whether what stands from `start` on leads to token `place`: no verb of another clause, but that of "that ..."."""
    for index in range(start, place):
        if opens_clause(paragraph, index) or paragraph.tokens[index].low in paragraph.rules.reported:
            return True
        if paragraph.tokens[index].tag in VERBS:
            return False
    return True


def past_group(paragraph: Paragraph, start: int, end: int) -> int:
    """The token behind the auxiliaries and adverbs from `start` on: the verb of their group; `end` where it is not before that."""
    while start < end and paragraph.tokens[start].tag in _GROUP:
        start += 1
    return start


def only_marks(paragraph: Paragraph, start: int, place: int) -> bool:
    """Whether nothing stands there but punctuation."""
    return all(token.tag is Tag.MARK for token in paragraph.tokens[start:place])


def at_once(paragraph: Paragraph, verb: int, place: int) -> bool:
    """Whether the quotation follows its verb with nothing between but whom it was said to."""
    after = verb + 1
    hearer = paragraph.opening.get(after)
    if hearer is not None and hearer.last < place and paragraph.tokens[hearer.last].tag is not Tag.DETERMINER:
        after = hearer.last + 1
    return only_marks(paragraph, after, place)


def brings(paragraph: Paragraph, verb: int, place: int) -> bool:
    """Whether a verb has the quotation for its object: at once, or in a clause that opens right behind it."""
    after = verb + 1
    hearer = paragraph.opening.get(after)
    if hearer is not None and hearer.last + 1 < place and opens_clause(paragraph, hearer.last + 1):
        return True
    return at_once(paragraph, verb, place) or (after < place and opens_clause(paragraph, after))


def is_passive(paragraph: Paragraph, verb: int) -> bool:
    """Whether a form of "be" stands before a verb, or it opens an aside: ``Vesk, dubbed "..."``.

    Where the finite verb is the second thing of its clause, the form may stand anywhere before: ``Vesk wurde am Tor gefragt``.
    """
    tokens, first = paragraph.tokens, paragraph.sentence[verb]
    if paragraph.rules.verb_second:
        clause = range(clause_begin(paragraph, verb, first), verb)
        if paragraph.plays(verb, "letting"):  # "musste sich sagen lassen"
            return verb > first and paragraph.plays(verb - 1, "bare")
        return any(paragraph.links(index, "passive") or paragraph.plays(index, "getting") for index in clause)
    before = before_adverbs(paragraph, verb)
    if before > first and tokens[before].low == ",":
        return is_aside(paragraph, verb)
    return before >= first and (paragraph.links(before, "passive") or paragraph.plays(before, "getting"))


def is_of_all(paragraph: Paragraph, verb: int) -> bool:
    """Whether a verb has nobody in particular for its subject: ``On lui a dit``, ``man sagte``, ``heißt es``."""
    index, first = verb - 1, paragraph.sentence[verb]
    if paragraph.rules.verb_second:
        begin = clause_begin(paragraph, verb, first)
        if paragraph.links(verb, "impersonal"):  # but "heißt es in dem Brief"
            beside = (verb - 1, verb + 1) if verb + 1 < len(paragraph.tokens) else (verb - 1,)
            return any(paragraph.plays(i, "dummy") for i in beside) and not told_in(paragraph, verb, begin)
        return any(paragraph.plays(i, "people") for i in range(begin, min(verb + 2, len(paragraph.tokens))))
    while index > first and (is_between(paragraph, index) or paragraph.tokens[index].tag in VERBS):
        index -= 1
    return index >= first and paragraph.plays(index, "people")


def before_adverbs(paragraph: Paragraph, verb: int) -> int:
    """The token before a verb and its adverbs."""
    before, first = verb - 1, paragraph.sentence[verb]
    while before > first and paragraph.tokens[before].tag is Tag.ADVERB:
        before -= 1
    return before


def is_aside(paragraph: Paragraph, verb: int) -> bool:
    """Whether the participle of a verb of naming opens an aside behind a phrase: ``Vesk, once dubbed "..."``."""
    before, first = before_adverbs(paragraph, verb), paragraph.sentence[verb]
    if before <= first or paragraph.tokens[before].low != "," or not paragraph.plays(verb, "calling"):
        return False
    named = paragraph.ending.get(before - 1)
    return named is not None and (named.first == first or paragraph.tokens[named.first - 1].low != ",")


def agent_of(paragraph: Paragraph, verb: int) -> Phrase | None:
    """Who stands behind "by" a little behind a passive, or before it in a clause whose verb comes last; None where nobody does."""
    tokens = paragraph.tokens
    if paragraph.rules.verb_second:
        return _agent_before(paragraph, verb)
    for index in range(verb + 1, min(len(tokens) - 1, verb + NEAR)):
        tag, low, *_ = tokens[index]
        if tag in _CLOSES or tag in VERBS or low in (",", ":"):
            return None
        phrase = paragraph.opening.get(index + 1) if paragraph.links(index, "agent") else None
        if phrase is not None:
            return None if phrase.head in paragraph.rules.times or phrase.kind == "relative" else phrase
    return None


def _agent_before(paragraph: Paragraph, verb: int) -> Phrase | None:
    for index in range(clause_begin(paragraph, verb, paragraph.sentence[verb]), verb):
        phrase = paragraph.opening.get(index + 1) if paragraph.links(index, "agent") else None
        if phrase is None or phrase.kind == "relative" or phrase.head in paragraph.rules.times:
            continue
        if phrase.kind != "nominal" or paragraph.rules.may_speak(phrase.head):
            return phrase
    return None


def nobody(paragraph: Paragraph, rule: str, cue: int | None) -> Attribution:
    """The answer that nobody is named as the speaker, by this rule; without a cue it is open whether anything was said."""
    return Attribution((), rule, paragraph.index, cue, nobody=True)
