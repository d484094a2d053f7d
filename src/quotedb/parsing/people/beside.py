"""Which other phrase of a sentence says who a phrase means: the name behind a description, what "who" goes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import is_person_noun, nominal_kind
from quotedb.parsing.prose.asides import up_from_attachment
from quotedb.parsing.prose.grammar import PARTICIPLES, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
    from quotedb.parsing.shapes import Span

#: An opening clause is no longer (tokens); so many phrases may stand between a description and its comma.
_LONGEST_CLAUSE, _ATTACHED = 40, 3


def name_beside(paragraph: Paragraph, phrase: Phrase) -> Phrase | None:
    """The name that follows a description: "her lawyer, Tor Vesk," and "the head of the trust, Tor Vesk"."""
    tokens = paragraph.tokens
    comma = phrase.last + 1
    for _ in range(_ATTACHED):
        attached = paragraph.opening.get(comma + 1) if comma + 1 < len(tokens) else None
        if attached is None or tokens[comma].tag is not Tag.PREPOSITION:
            break
        comma = attached.last + 1
    if comma + 1 >= len(tokens) or tokens[comma].low != ",":
        return None
    rules = paragraph.rules
    operates = phrase.head in rules.links("operating")  # "its maker, Tor Vesk,"
    if not (is_person_noun(phrase.head, rules) or operates or paragraph.links(phrase.first, "standing")):
        return None
    name = paragraph.opening.get(comma + 1)
    if name is None or name.kind != "name" or name.possessive:
        return None
    ends = name.last + 1 >= len(tokens) or tokens[name.last + 1].tag in (Tag.MARK, Tag.STOP, Tag.PREPOSITION)
    return name if ends else None


def one_of(paragraph: Paragraph, phrase: Phrase) -> Span | None:
    """Where "one of the aides" stands, of whom nobody is named; None where it is one of some things."""
    of = phrase.first + 1
    if paragraph.tokens[phrase.first].tag is not Tag.DETERMINER or of + 1 >= len(paragraph.tokens):
        return None
    those = paragraph.opening.get(of + 1) if paragraph.links(of, "naming") else None
    if those is None or nominal_kind(those.head, paragraph.rules) not in ("group", "unnamed"):
        return None
    return phrase.start, those.end


def relative_antecedent(paragraph: Paragraph, phrase: Phrase) -> Phrase | None:
    """What a relative pronoun goes back to: "Tor Vesk, the clerk, who said"."""
    before = phrase.first - 1
    if before >= 0 and paragraph.tokens[before].low == ",":
        before -= 1
    antecedent = paragraph.ending.get(before)
    if antecedent is None or antecedent.kind in ("relative", "pronoun"):
        return None
    comma = antecedent.first - 1
    if antecedent.kind == "nominal" and comma > paragraph.sentence[phrase.first] and paragraph.tokens[comma].low == ",":
        named = paragraph.ending.get(comma - 1)
        if named is not None and named.kind == "name":
            return named
    if (
        antecedent.kind == "nominal"
        and paragraph.plays(phrase.first, "relating")
        and not is_person_noun(antecedent.head, paragraph.rules)
    ):
        outer = up_from_attachment(paragraph, antecedent, paragraph.sentence[phrase.first])
        if outer is not None and is_person_noun(outer.head, paragraph.rules):
            return outer  # "a lecturer in the business school, who said"
    return antecedent


def subject_to_come(paragraph: Paragraph, phrase: Phrase) -> Phrase | None:
    """The name behind an opening clause with a pronoun: "Noting what he called ..., Tor Vesk left"."""
    if paragraph.tokens[paragraph.sentence[phrase.first]].tag not in PARTICIPLES:
        return None
    for index in range(phrase.last + 1, min(len(paragraph.tokens), phrase.last + _LONGEST_CLAUSE)):
        if paragraph.tokens[index].tag is Tag.STOP:
            return None
        if paragraph.tokens[index].low == ",":
            subject = paragraph.opening.get(index + 1)
            return subject if subject is not None and subject.kind == "name" else None
    return None
