"""What every span in quotation marks was taken for, who could have said it, and why the others lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotedb.parsing.article.attribution import answers
from quotedb.parsing.explanation.explained import Candidate, Quotation
from quotedb.parsing.prose.clauses import is_subject
from quotedb.parsing.prose.grammar import SAYING
from quotedb.parsing.shapes import Span, Zone

if TYPE_CHECKING:
    from quotedb.models import Document, Utterance
    from quotedb.parsing.analysis import Trace
    from quotedb.parsing.article.decisions import Decision
    from quotedb.parsing.explanation.lines import Places
    from quotedb.parsing.prose.spots import Attribution
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

NOBODY = "nobody's words"
LOWER = "ranked lower"
#: People whom no rule proposes are told of where they stand no further off (tokens), the nearest of them.
NEAR, NEAREST = 40, 4
_QUOTING = frozenset({Zone.BODY, Zone.CAPTION})


def explained_quotations(
    document: Document, trace: Trace, said: dict[int, Utterance], places: Places
) -> Iterator[Quotation]:
    """Every span in marks outside the turns, and every piece of reported speech, in the order of the text."""
    decided = [_decided(document, trace, decision, said, places) for decision in trace.decisions]
    skipped = list(_elsewhere(document, trace, places)) if trace.decisions or trace.cast is not None else []
    reported = [_reported(utterance, places) for utterance in said.values() if utterance.kind == "indirect"]
    yield from sorted([*decided, *skipped, *reported], key=lambda quotation: quotation.start_char)


def _reported(utterance: Utterance, places: Places) -> Quotation:
    """Words without marks: the rule that took them for a report, its source and its cue."""
    return Quotation(
        places.line(utterance.start_char), utterance.start_char, utterance.end_char, utterance.text, utterance.kind,
        utterance.rule, places.page(utterance.start_char), label=utterance.label, speaker=utterance.speaker,
        speakers=utterance.speakers, cue=utterance.cue, via=utterance.via, rule=utterance.rule,
        confidence=utterance.confidence, passage=utterance.passage,
    )  # fmt: skip


def _elsewhere(document: Document, trace: Trace, places: Places) -> Iterator[Quotation]:
    """Marks in blocks that are no running text: headings and the like."""
    for paragraph in trace.cast.paragraphs if trace.cast is not None else ():
        if paragraph.block.zone in _QUOTING:
            continue
        for quote in paragraph.quotes:
            why = f"in a block that is no running text: {paragraph.block.zone} ({paragraph.block.reason})"
            yield Quotation(
                places.line(quote.start), quote.start, quote.end, document.text[quote.start : quote.end], NOBODY, why,
                places.page(quote.start),
            )  # fmt: skip


def _decided(
    document: Document, trace: Trace, decision: Decision, said: dict[int, Utterance], places: Places
) -> Quotation:
    quote = decision.paragraph.quotes[decision.number]
    text = document.text[quote.start : quote.end]
    utterance = said.get(quote.start)
    found = tuple(_candidates(document, trace, decision, utterance, places))
    if decision.unsaid is not None or utterance is None:
        why = decision.unsaid or "it became no utterance"
        return Quotation(
            places.line(quote.start),
            quote.start,
            quote.end,
            text,
            NOBODY,
            why,
            places.page(quote.start),
            candidates=found,
        )
    return Quotation(
        places.line(quote.start), quote.start, quote.end, text, utterance.kind, utterance.rule, places.page(quote.start),
        label=utterance.label, speaker=utterance.speaker, speakers=utterance.speakers, cue=utterance.cue,
        via=utterance.via, rule=utterance.rule, confidence=utterance.confidence, passage=utterance.passage,
        candidates=found,
    )  # fmt: skip


def _candidates(
    document: Document, trace: Trace, decision: Decision, utterance: Utterance | None, places: Places
) -> Iterator[Candidate]:
    """Who was ranked or proposed by a rule, the best first, then who stands near and was proposed by none."""
    chosen = _span(decision.answer) if decision.answer and decision.answer.who and decision.unsaid is None else None
    proposed: dict[Span, tuple[int, Attribution]] = {}
    for order, answer in answers(decision.scene, decision.paragraph, decision.number, decision.sieves):
        if answer.who:
            proposed.setdefault(_span(answer), (order, answer))
    phrases = {(phrase.start, phrase.end): phrase for phrase in decision.paragraph.phrases}
    told: set[Span] = set()
    for one in decision.ranked:
        if one.span is None:
            won = chosen is None and one is decision.ranked[0]
            yield Candidate(one.label, None, None, None, None, "", won, "ranked first" if won else LOWER, one.score)
            continue
        told.add(one.span)
        rule = proposed[one.span][1].sieve if one.span in proposed else ""
        phrase = phrases.get(one.span)
        won = one.span == chosen
        known = _person(trace, decision.paragraph, phrase) if phrase is not None else None
        speaker = utterance.speaker if won and utterance is not None else known
        lower = f"{LOWER}; {_place(decision.paragraph, phrase)}" if phrase is not None and not rule else LOWER
        yield _candidate(document, places, one.span, speaker, rule, won, "ranked first" if won else lower, one.score)
    for span, (order, answer) in proposed.items():
        if span in told:
            continue
        told.add(span)
        won = span == chosen
        home = decision.scene.paragraphs[answer.paragraph]
        speaker = utterance.speaker if won and utterance is not None else _person(trace, home, answer.who[0])
        later = f"rule {order + 1} of {len(decision.sieves)}: a surer one had answered"
        if decision.unsaid is not None:
            later = "it would be the speaker, if these were somebody's words"
        why = "the first rule that answers" if won else "not ranked" if decision.ranked else later
        yield _candidate(document, places, span, speaker, answer.sieve, won, why, None)
    yield from _unproposed(document, trace, decision, utterance, places, told)


def _unproposed(
    document: Document, trace: Trace, decision: Decision, utterance: Utterance | None, places: Places, told: set[Span]
) -> Iterator[Candidate]:
    """Who stands near and was neither ranked nor proposed by a rule: the nearest few, each with its place."""
    left = NEAREST
    for phrase in _near(decision.paragraph, decision.number):
        if any(low < phrase.end and phrase.start < high for low, high in told):
            continue
        speaker = _person(trace, decision.paragraph, phrase)
        if left and (speaker is None or utterance is None or speaker != utterance.speaker):
            left -= 1
            why = f"no rule leads to it: {_place(decision.paragraph, phrase)}"
            yield _candidate(document, places, (phrase.start, phrase.end), speaker, "", False, why, None)


def _span(answer: Attribution) -> Span:
    return answer.who[0].start, answer.who[-1].end


def _candidate(
    document: Document,
    places: Places,
    span: Span,
    speaker: str | None,
    rule: str,
    won: bool,
    why: str,
    score: float | None,
) -> Candidate:
    label = document.text[span[0] : span[1]]
    return Candidate(label, places.line(span[0]), *span, speaker, rule, won, why, score)


def _person(trace: Trace, paragraph: Paragraph, phrase: Phrase) -> str | None:
    """Whom a name or a description stands for; whom a pronoun means depends on who spoke before, and is not asked."""
    if trace.cast is None or phrase.kind not in ("name", "nominal"):
        return None
    who = trace.cast.of_phrase(paragraph, phrase).who
    return who.name if who is not None else None


def _near(paragraph: Paragraph, number: int) -> list[Phrase]:
    """Who else is named near the quotation in its paragraph, the nearest first."""
    place = paragraph.places[number]
    far = {
        phrase: phrase.first - place if phrase.first > place else place - phrase.last for phrase in paragraph.phrases
    }
    people = [phrase for phrase in paragraph.phrases if phrase.kind in ("name", "pronoun") and far[phrase] <= NEAR]
    return sorted(people, key=lambda phrase: far[phrase])


def _place(paragraph: Paragraph, phrase: Phrase) -> str:
    """What its place says against a phrase as the speaker."""
    before = paragraph.tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.tag in SAYING:
        return f"it stands behind “{before.low}”, as the one who is spoken to or about"
    if phrase.possessive:
        return "a possessive"
    if not is_subject(paragraph, phrase):
        return "it stands where no subject stands"
    return "its verb is none of saying, or governs something else"
