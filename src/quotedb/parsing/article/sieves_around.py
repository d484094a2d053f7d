"""Sieves that look past the quotation's own sentence: a quotation that goes on, a colon, the paragraph before."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from quotedb.parsing.prose.asides import somebody
from quotedb.parsing.prose.clauses import clause_subjects, relayed_object, subject_behind, subjects_of
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import (
    CONTINUES,
    DASHES,
    RELAYED,
    REPORTED_ON,
    Attribution,
    Spot,
    inherit,
    is_noun_here,
    last_before,
    paragraph_before,
)

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph


def reopened(spot: Spot) -> Attribution | None:
    """A quotation that opens again what the paragraph before left open has its speaker."""
    paragraph = spot.paragraph
    if not paragraph.quotes[spot.number].continues:
        return None
    return inherit(last_before(spot.scene, paragraph), "continues the quotation of the paragraph before")


def split(spot: Spot) -> Attribution | None:
    """``"A," said Vesk, "and B."``: the second half has the speaker of the first."""
    paragraph, place = spot.paragraph, spot.place
    before = spot.scene.decided.get((paragraph.index, spot.number - 1))
    if spot.number == 0 or before is None or before.cue is None or paragraph.tokens[place - 1].low != ",":
        return None
    first = paragraph.places[spot.number - 1]
    between = paragraph.tokens[first + 1 : place]
    if not first < before.cue < place or sum(token.tag in SAYING for token in between) != 1:
        return None
    return inherit(before, CONTINUES)


def same_paragraph(spot: Spot) -> Attribution | None:
    """A quotation that is a sentence of its own goes on with the speaker of the one before it in the paragraph."""
    paragraph, place = spot.paragraph, spot.place
    if spot.number == 0 or paragraph.sentence[place] != place or _is_taken_up(paragraph, spot.number):
        return None
    return inherit(spot.scene.decided.get((paragraph.index, spot.number - 1)), CONTINUES)


def _is_taken_up(paragraph: Paragraph, number: int) -> bool:
    """``"...," he says. His brother Tor Vesk tells it differently. "..."``: the sentence between has a new subject that speaks."""
    tokens, place = paragraph.tokens, paragraph.places[number]
    first = paragraph.sentence[place - 1]
    subject = paragraph.opening.get(first)
    if first <= paragraph.places[number - 1] + 1 or subject is None or subject.kind == "pronoun" or subject.possessive:
        return False
    verb = subject.last + 1
    if verb >= place or tokens[verb].tag not in SAYING or not somebody(paragraph, subject):
        return False
    return all(token.tag is not Tag.QUOTE for token in tokens[verb:place])


def colon_before(spot: Spot) -> Attribution | None:
    """A quotation after a colon belongs to the subject of what the colon closes."""
    paragraph, place = spot.paragraph, spot.place
    if place == 0:
        before = paragraph_before(spot.scene, paragraph)
        if before is None or not before.tokens or before.tokens[-1].low != ":":
            return None
        return _subject_of_clause(
            before, len(before.tokens) - 1, "subject of the paragraph before, which ends in a colon"
        )
    if paragraph.tokens[place - 1].low != ":":
        return None
    label = paragraph.ending.get(place - 2)
    if (
        label is not None
        and label.kind == "name"
        and label.first > 0
        and paragraph.tokens[label.first - 1].low in DASHES
    ):
        return Attribution((label,), "name between a dash and the colon", paragraph.index, place - 1)
    if label is not None and label.kind == "name" and label.first == paragraph.sentence[place]:
        return Attribution((label,), "name and colon at the head of the line", paragraph.index, place - 1)
    return _subject_of_clause(paragraph, place - 1, "subject of the clause before the colon")


def _subject_of_clause(paragraph: Paragraph, place: int, rule: str) -> Attribution | None:
    first = paragraph.sentence[place]
    for index in range(place - 1, max(first, place - 40) - 1, -1):
        if paragraph.tokens[index].tag in SAYING and not is_noun_here(paragraph, index, first):
            who = subject_behind(paragraph, index) or subjects_of(paragraph, index)[0]
            quoted = relayed_object(paragraph, index)
            if quoted is not None and who and paragraph.rules.verb_second:
                return Attribution((quoted,), RELAYED, paragraph.index, index, who[0])
            if who:
                return Attribution(who, rule, paragraph.index, index)
    who = clause_subjects(paragraph, place)
    return Attribution(who, rule, paragraph.index) if who else None


def quote_alone(spot: Spot) -> Attribution | None:
    """A paragraph that is only a quotation goes on with the speaker of the paragraph before."""
    paragraph = spot.paragraph
    if len(paragraph.tokens) != len(paragraph.quotes):
        return None
    return inherit(last_before(spot.scene, paragraph), "a paragraph of nothing but the quote: the speaker before")


def sentence_before(spot: Spot) -> Attribution | None:
    """A quotation that is a sentence of its own after narration belongs to the subject of the sentence before."""
    paragraph, place = spot.paragraph, spot.place
    if paragraph.sentence[place] != place:
        return None
    if place >= 2:
        who = clause_subjects(paragraph, _past_questions(paragraph, place - 1))
        return Attribution(who, "subject of the sentence before", paragraph.index) if who else None
    before = paragraph_before(spot.scene, paragraph)
    if before is None or len(before.tokens) < 2 or len(paragraph.tokens) != len(paragraph.quotes):
        return None
    return _subject_of_saying(before, len(before.tokens) - 1)


def _past_questions(paragraph: Paragraph, last: int) -> int:
    """The last token of the sentence before, past questions that name nobody: ``Vesk fell. Did it hurt? "No."``"""
    tokens = paragraph.tokens
    while last > 1 and tokens[last].low == "?" and paragraph.sentence[last] > 1:
        first = paragraph.sentence[last]
        phrases = (paragraph.opening.get(index) for index in range(first, last))
        if any(phrase is not None and phrase.kind == "name" for phrase in phrases):
            return last
        last = first - 1
    return last


#: How far a report reaches: tokens of its sentence on either side, tokens back to who spoke.
_NEAR, _SENTENCES_BACK = 60, 120


def reported_on(spot: Spot) -> Attribution | None:
    """``Der Plan sei "tot"``: a verb form that reports on goes on with who spoke in the sentences before."""
    paragraph, place = spot.paragraph, spot.place
    tokens, reported = paragraph.tokens, paragraph.rules.reported
    if not reported:
        return None
    first = paragraph.sentence[place]
    ours = itertools.takewhile(
        lambda index: paragraph.sentence[index] == first,
        range(max(first, place - _NEAR), min(len(tokens), place + _NEAR)),
    )
    if not any(tokens[index].low in reported for index in ours):
        return None
    for index in range(first - 1, max(-1, first - _SENTENCES_BACK), -1):
        quoted = tokens[index].quote
        if quoted >= 0 and (paragraph.index, quoted) in spot.scene.decided:
            return inherit(spot.scene.decided[paragraph.index, quoted], REPORTED_ON)
        if tokens[index].tag in SAYING and not is_noun_here(paragraph, index, paragraph.sentence[index]):
            who, _ = subjects_of(paragraph, index)
            if who and who[0].kind != "relative":
                return Attribution(who, REPORTED_ON, paragraph.index, inherited=True)
    return inherit(last_before(spot.scene, paragraph), REPORTED_ON)


def _subject_of_saying(paragraph: Paragraph, place: int) -> Attribution | None:
    """Who speaks in the last sentence of the paragraph before a quotation that stands alone."""
    first = paragraph.sentence[place]
    for index in range(first, place):
        if paragraph.tokens[index].tag is Tag.CUE and not is_noun_here(paragraph, index, first):
            who, how = subjects_of(paragraph, index)
            if who and how != "clause" and who[0].kind != "relative":
                return Attribution(who, "who speaks in the sentence before", paragraph.index)
    return None
