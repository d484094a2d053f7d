"""Who said it: sieves from sure to unsure, each with a name that is stored with the utterance.

A sieve looks at one quotation in its paragraph and answers with the phrase that names the speaker, or passes. The
first answer counts. How often each one is right was measured and stands in the lexicon (`quotes.precision`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotedb.parsing.clauses import Subjects, clause_subjects, subjects_of
from quotedb.parsing.syntax import SAYING, Paragraph, Phrase, Tag, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """The decision for one quotation: who (phrases of paragraph `paragraph`), by which cue, by which sieve."""

    who: Subjects
    sieve: str
    paragraph: int
    cue: int | None = None  #: token of the cue
    via: Phrase | None = None
    inherited: bool = False  #: taken over from the quotation before


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as paragraphs, and what was decided for the quotations so far."""

    text: str
    paragraphs: list[Paragraph]
    decided: dict[tuple[int, int], Attribution]  #: by paragraph and quotation


@dataclass(frozen=True, slots=True)
class Spot:
    """One quotation in its paragraph: what a sieve looks at."""

    scene: Scene
    paragraph: Paragraph
    number: int  #: index of the quotation in its paragraph
    place: int  #: its token


Sieve = Callable[[Spot], Attribution | None]

CONTINUES = "continues the quotation before it"
#: The sieve of last resort: no verb of saying, only a subject.
BY_CLAUSE = "subject of the clause"

_SKIPPED = frozenset({"'", "’", '"', ",", "—", "–", "-", "--", "―"})
_ENDS_CLAUSE = ",?!—–-…"


def attribute(scene: Scene, paragraph: Paragraph, number: int) -> Attribution | None:
    """The first answer of the sieves for quotation `number` of a paragraph."""
    spot = Spot(scene, paragraph, number, paragraph.places[number])
    for sieve in SIEVES:
        answer = sieve(spot)
        if answer is not None and answer.who:
            return answer
    return None


def reopened(spot: Spot) -> Attribution | None:
    """A quotation that opens again what the paragraph before left open has its speaker."""
    paragraph = spot.paragraph
    if not paragraph.quotes[spot.number].continues:
        return None
    return _inherit(_last_before(spot.scene, paragraph), "continues the quotation of the paragraph before")


def verb_after(spot: Spot) -> Attribution | None:
    """``"...," said Vesk`` and ``"...," Vesk said``, with asides and attachments."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    ending = _ending(spot.scene, paragraph, spot.number)
    start = place + 1
    while start < len(tokens) and tokens[start].low in _SKIPPED:
        start += 1
    if start >= len(tokens) or (ending == "." and tokens[start].capital):
        return None
    closes = ending in _ENDS_CLAUSE or start > place + 1
    alone = closes and paragraph.sentence[place] == place
    return _inverted(paragraph, start, closes) or _straight(paragraph, start, closes, alone)


def _ending(scene: Scene, paragraph: Paragraph, number: int) -> str:
    """The last character of the quotation's words, inner marks apart."""
    quote = paragraph.quotes[number]
    return scene.text[quote.start : quote.end].rstrip("'’”\" ")[-1:]


def _inverted(paragraph: Paragraph, start: int, closes: bool) -> Attribution | None:
    tokens = paragraph.tokens
    token = tokens[start]
    if not (token.tag is Tag.CUE or (closes and token.tag in (Tag.WEAK, Tag.PAST))) or token.capital:
        return None
    index = start + 1
    while index < len(tokens) and tokens[index].tag in (Tag.ADVERB, Tag.PAST):
        index += 1
    phrase = paragraph.opening.get(index)
    if phrase is None or phrase.kind == "relative":
        return None
    return Attribution((phrase,), "verb of saying after the quote, then its subject", paragraph.index, start)


def _straight(paragraph: Paragraph, start: int, closes: bool, alone: bool) -> Attribution | None:
    phrase = paragraph.opening.get(start)
    if phrase is None or phrase.kind == "relative" or (phrase.possessive and phrase.kind != "pronoun"):
        return None
    verb, commas = _verb_ahead(paragraph, phrase.last + 1, closes, alone)
    if verb is None:
        return None
    who: Subjects = (phrase,)
    if phrase.last + 2 < verb and paragraph.links(phrase.last + 1, "joining"):
        other = paragraph.opening.get(phrase.last + 2)
        who = (phrase, other) if other is not None else who
    rule = "subject and verb after the quote" + (", an aside between" if commas else "")
    return Attribution(who, rule, paragraph.index, verb)


def _verb_ahead(paragraph: Paragraph, index: int, closes: bool, alone: bool) -> tuple[int | None, int]:
    """The verb of the subject that ends before `index`, and how many commas stand before it.

    Where the quotation closes a clause an aside may stand between; where it is a sentence of its own any verb will do.
    """
    tokens = paragraph.tokens
    commas = 0
    for place in range(index, min(len(tokens), index + 45)):
        token = tokens[place]
        if token.tag is Tag.CUE or (alone and commas == 0 and token.tag in (Tag.WEAK, Tag.VERB, Tag.PAST)):
            return place, commas
        if token.tag is Tag.STOP or token.tag is Tag.QUOTE:
            return None, 0
        if token.low in _BREAKS:
            commas += 1
            if not closes:
                return None, 0
        elif commas == 0 and token.tag is Tag.CONJUNCTION and not paragraph.links(place, "joining"):
            return None, 0
    return None, 0


_BREAKS = frozenset({",", "(", ")", "—", "–", "--"})


def signature(spot: Spot) -> Attribution | None:
    """``"..." ― Ana Orlan``: a dash and a name after the quotation, on its line or on the next."""
    paragraph, place = spot.paragraph, spot.place
    home, start = paragraph, place + 1
    if start >= len(paragraph.tokens) and paragraph.index + 1 < len(spot.scene.paragraphs):
        home, start = spot.scene.paragraphs[paragraph.index + 1], 0
    if start >= len(home.tokens) or home.tokens[start].low not in _DASHES:
        return None
    phrase = home.opening.get(start + 1)
    if phrase is None or phrase.kind != "name":
        return None
    after = phrase.last + 1
    if after < len(home.tokens) and home.tokens[after].low not in (",", ".", "("):
        return None
    return Attribution((phrase,), "name after a dash below the quote", home.index)


_DASHES = frozenset({"―", "—", "–", "-", "--"})


def according_to(spot: Spot) -> Attribution | None:
    """``according to Vesk`` in the quotation's own sentence, nearest first."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    first = paragraph.sentence[place]
    best: tuple[int, Phrase, int] | None = None
    for index in range(max(first, place - 50), min(len(tokens) - 2, place + 30)):
        if not (paragraph.links(index, "according") and tokens[index + 1].tag is Tag.PREPOSITION):
            if index > place and tokens[index].tag is Tag.STOP:
                break
            continue
        phrase = paragraph.opening.get(index + 2)
        if phrase is not None and (best is None or abs(index - place) < best[0]):
            best = (abs(index - place), phrase, index)
    if best is None:
        return None
    return Attribution((best[1],), "according to", paragraph.index, best[2])


def cue_before(spot: Spot) -> Attribution | None:
    """``Vesk said "..."``: the nearest verb of saying to the left in the sentence, and its subject."""
    paragraph, place = spot.paragraph, spot.place
    first = paragraph.sentence[place]
    tokens = paragraph.tokens
    rules = paragraph.rules
    nearest: Attribution | None = None
    for index in range(place - 1, max(first, place - 60) - 1, -1):
        token = tokens[index]
        if token.tag not in SAYING or _is_noun_here(tokens, index, first):
            continue
        if token.low in rules.raising and tokens[index + 1].tag is Tag.PREPOSITION:
            continue
        if nearest is not None and token.low not in rules.plainest:
            continue
        answer = _by_cue(paragraph, index, place)
        if answer is None:
            continue
        if nearest is None:
            nearest = answer
            if token.low in rules.plainest:
                return answer
        elif answer.who[0].kind != "relative":
            return answer
    return nearest


def _is_noun_here(tokens: list[Token], index: int, first: int) -> bool:
    before = tokens[index - 1] if index > first else None
    return before is not None and before.tag in (Tag.DETERMINER, Tag.WORD)


def _by_cue(paragraph: Paragraph, cue: int, place: int) -> Attribution | None:
    tokens = paragraph.tokens
    agent = _agent(paragraph, cue, place)
    relayed = tokens[cue].tag is Tag.CUE_ING and cue > 0 and paragraph.links(cue - 1, "relaying")
    if agent is not None and not relayed and tokens[cue].low not in paragraph.rules.relayed:
        return Attribution((agent,), "agent of a passive before the quote", paragraph.index, cue)
    who, how = subjects_of(paragraph, cue)
    via = agent if agent is not None else (_agent_between(paragraph, cue) if relayed else None)
    if not who:
        return None
    distance = "near" if place - cue <= 12 else "far"
    name = {
        "beside": "subject of a verb before the quote",
        "aside": "subject of a verb before the quote, an aside between",
    }
    rule = name.get(how, "subject of the clause before the quote")
    if tokens[cue].tag in (Tag.WEAK, Tag.WEAK_ING):
        rule += ", weak verb"
    if distance == "far":
        rule += ", far"
    return Attribution(who, rule, paragraph.index, cue, via)


def _agent(paragraph: Paragraph, cue: int, place: int) -> Phrase | None:
    """``called by Vesk``: who stands after "by" next to the cue."""
    if cue + 2 < place and paragraph.links(cue + 1, "agent"):
        return paragraph.opening.get(cue + 2)
    return None


def _agent_between(paragraph: Paragraph, cue: int) -> Phrase | None:
    """``was quoted by the agency as saying``: who stands after "by" a little before the cue."""
    for index in range(cue - 1, max(0, cue - 12), -1):
        if paragraph.links(index, "agent"):
            return paragraph.opening.get(index + 1)
    return None


def sentence_end(spot: Spot) -> Attribution | None:
    """``It was "bad" and "sad," Vesk said``: one attribution at the end of the sentence serves all its quotations."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    for index in range(place + 2, min(len(tokens), place + 60)):
        token = tokens[index]
        if token.tag is Tag.STOP or paragraph.sentence[index] != paragraph.sentence[place]:
            return None
        if token.tag is not Tag.CUE:
            continue
        before = tokens[index - 1]
        inverted = paragraph.opening.get(index + 1)
        if (before.low == "," or before.tag is Tag.QUOTE) and inverted is not None and inverted.kind != "relative":
            return Attribution((inverted,), "verb and subject at the end of the sentence", paragraph.index, index)
        who, how = subjects_of(paragraph, index)
        if not who or how != "beside" or who[0].first <= place:
            continue
        before = tokens[who[0].first - 1]
        if before.low == "," or before.tag is Tag.QUOTE:
            return Attribution(who, "subject and verb at the end of the sentence", paragraph.index, index)
    return None


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
    return _inherit(before, CONTINUES)


def same_paragraph(spot: Spot) -> Attribution | None:
    """A quotation that is a sentence of its own goes on with the speaker of the one before it in the paragraph."""
    paragraph, place = spot.paragraph, spot.place
    if spot.number == 0 or paragraph.sentence[place] != place:
        return None
    return _inherit(spot.scene.decided.get((paragraph.index, spot.number - 1)), CONTINUES)


def colon_before(spot: Spot) -> Attribution | None:
    """A quotation after a colon belongs to the subject of what the colon closes."""
    paragraph, place = spot.paragraph, spot.place
    if place == 0:
        before = _paragraph_before(spot.scene, paragraph)
        if before is None or not before.tokens or before.tokens[-1].low != ":":
            return None
        return _subject_of_clause(
            before, len(before.tokens) - 1, "subject of the paragraph before, which ends in a colon"
        )
    if paragraph.tokens[place - 1].low != ":":
        return None
    return _subject_of_clause(paragraph, place - 1, "subject of the clause before the colon")


def _subject_of_clause(paragraph: Paragraph, place: int, rule: str) -> Attribution | None:
    first = paragraph.sentence[place]
    for index in range(place - 1, max(first, place - 40) - 1, -1):
        if paragraph.tokens[index].tag in SAYING and not _is_noun_here(paragraph.tokens, index, first):
            who, _ = subjects_of(paragraph, index)
            if who:
                return Attribution(who, rule, paragraph.index, index)
    who = clause_subjects(paragraph, place)
    return Attribution(who, rule, paragraph.index) if who else None


def quote_alone(spot: Spot) -> Attribution | None:
    """A paragraph that is only a quotation goes on with the speaker of the paragraph before."""
    paragraph = spot.paragraph
    if len(paragraph.tokens) != len(paragraph.quotes):
        return None
    return _inherit(_last_before(spot.scene, paragraph), "a paragraph of nothing but the quote: the speaker before")


def sentence_before(spot: Spot) -> Attribution | None:
    """A quotation that is a sentence of its own after narration belongs to the subject of the sentence before."""
    paragraph, place = spot.paragraph, spot.place
    if paragraph.sentence[place] != place:
        return None
    if place >= 2:
        who = clause_subjects(paragraph, place - 1)
        return Attribution(who, "subject of the sentence before", paragraph.index) if who else None
    before = _paragraph_before(spot.scene, paragraph)
    if before is None or len(before.tokens) < 2 or len(paragraph.tokens) != len(paragraph.quotes):
        return None
    return _subject_of_saying(before, len(before.tokens) - 1)


def _subject_of_saying(paragraph: Paragraph, place: int) -> Attribution | None:
    """Who speaks in the last sentence of the paragraph before a quotation that stands alone."""
    first = paragraph.sentence[place]
    for index in range(first, place):
        if paragraph.tokens[index].tag is Tag.CUE and not _is_noun_here(paragraph.tokens, index, first):
            who, how = subjects_of(paragraph, index)
            if who and how != "clause" and who[0].kind != "relative":
                return Attribution(who, "who speaks in the sentence before", paragraph.index)
    return None


def name_and_colon(spot: Spot) -> Attribution | None:
    """A headline of the form ``Vesk: We need a 'new start'``: the name before the colon."""
    paragraph = spot.paragraph
    phrase = paragraph.opening.get(0)
    tokens = paragraph.tokens
    if phrase is None or phrase.kind != "name" or phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].low != ":":
        return None
    return Attribution((phrase,), "name and colon at the head of the line", paragraph.index, phrase.last + 1)


def sentence_subject(spot: Spot) -> Attribution | None:
    """Without a verb of saying: the subject of the clause the quotation stands in."""
    paragraph = spot.paragraph
    who = clause_subjects(paragraph, paragraph.places[spot.number])
    return Attribution(who, BY_CLAUSE, paragraph.index) if who else None


def _paragraph_before(scene: Scene, paragraph: Paragraph) -> Paragraph | None:
    return scene.paragraphs[paragraph.index - 1] if paragraph.index > 0 else None


def _last_before(scene: Scene, paragraph: Paragraph) -> Attribution | None:
    before = _paragraph_before(scene, paragraph)
    if before is None or not before.quotes:
        return None
    return scene.decided.get((before.index, len(before.quotes) - 1))


def _inherit(answer: Attribution | None, sieve: str) -> Attribution | None:
    if answer is None:
        return None
    return Attribution(answer.who, sieve, answer.paragraph, None, answer.via, inherited=True)


#: From sure to unsure.
SIEVES: tuple[Sieve, ...] = (
    reopened,
    signature,
    verb_after,
    colon_before,
    split,
    according_to,
    cue_before,
    sentence_end,
    same_paragraph,
    quote_alone,
    name_and_colon,
    sentence_before,
    sentence_subject,
)
