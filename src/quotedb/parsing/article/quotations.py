"""The quotations of an article: spans in marks, which of them were said, by whom, and which pieces belong together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.article.attribution import FOREIGN, SIEVES, Attribution, Scene, attribute
from quotedb.parsing.article.decisions import Decision, Ranked
from quotedb.parsing.article.denied import DENIED, OPEN, doubt_of, is_denied_report
from quotedb.parsing.article.exchange import is_about_subject, may_answer
from quotedb.parsing.article.foreign import is_foreign
from quotedb.parsing.article.inner import ACCUSED
from quotedb.parsing.article.naming import named
from quotedb.parsing.article.ranker import Known, Ranker, decide, is_settled, settled, shown
from quotedb.parsing.article.ranker import ranker as ranker_of
from quotedb.parsing.article.reported import find_reported
from quotedb.parsing.article.reportmood import going_on
from quotedb.parsing.article.roles import BY_ROLE
from quotedb.parsing.article.supposed import HEARSAY, IMAGINED, is_disputed, is_hearsay, is_imagined, is_possible
from quotedb.parsing.article.utterance import why_hardly_said, why_unsaid
from quotedb.parsing.prose.marks import find_marked
from quotedb.parsing.prose.spots import REPORTED_ON, Spot
from quotedb.parsing.prose.syntax import Paragraph, Tag, read_paragraphs
from quotedb.parsing.shapes import Block, Quotation, Span, Who, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.cast import Cast

#: Where several people bear the name the speaker is at best as sure as this.
_AMBIGUOUS = 0.5
#: Nobody is named for words that are denied; so often it is the label's person after all.
_DENIED = 0.3
#: Where quotations are looked for.
QUOTING = frozenset({Zone.BODY, Zone.CAPTION})


def find_quotations(
    text: str,
    blocks: Sequence[Block],
    cast: Cast,
    lex: Lexicon,
    decisions: list[Decision] | None = None,
    ranker: Ranker | None = None,
) -> tuple[list[Quotation], list[Problem]]:
    """The quotations in these blocks in the order of the text, and what could not be settled.

    What was decided about every span in marks is added to `decisions`, if that is given. `ranker` stands in for the
    weights of the language.
    """
    scene, passages, problems, foreign = read_marked(text, blocks, cast, lex, decisions, ranker)
    quotations: list[Quotation] = []
    speaker: Who | None = None
    for passage in passages:
        quotation = _named(scene, passage, cast, lex, speaker, problems)
        speaker = quotation.speakers[0] if quotation.speakers else speaker
        quotations.append(quotation)
    if not foreign:
        quotations += _reported(scene, blocks, passages, quotations, cast, lex, problems)
    return quotations, sorted(problems, key=lambda problem: problem.start_char or 0)


def read_marked(
    text: str,
    blocks: Sequence[Block],
    cast: Cast,
    lex: Lexicon,
    decisions: list[Decision] | None = None,
    ranker: Ranker | None = None,
) -> tuple[Scene, list[Passage], list[Problem], bool]:
    """What stands in marks and was said, before anybody is named; and whether the text is in a foreign language."""
    paragraphs, problems = paragraphs_of(text, blocks, cast, lex)
    scene = Scene(text, paragraphs, {})
    foreign = is_foreign(text, paragraphs)
    sieves = FOREIGN if foreign else SIEVES
    weights = None if foreign else ranker or ranker_of(lex.language)
    known: Known = {}
    passages: list[Passage] = []
    for paragraph in quoting(paragraphs, blocks):
        for number in range(len(paragraph.quotes)):
            answer = attribute(scene, paragraph, number, sieves)
            unsaid = (why_hardly_said if foreign else why_unsaid)(scene, paragraph, number, answer)
            ranked: tuple[Ranked, ...] = ()
            if weights is not None:
                spot = Spot(scene, paragraph, number, paragraph.places[number])
                if not is_settled(spot, answer, unsaid):
                    choice = decide(spot, answer, unsaid, weights, known)
                    answer, unsaid = choice.answer, choice.unsaid
                    ranked = () if decisions is None else shown(scene, choice)
                elif answer is not None:
                    answer = settled(spot, answer, weights)
            if decisions is not None:
                decisions.append(Decision(scene, paragraph, number, sieves, answer, unsaid, ranked))
            if unsaid is not None:
                continue
            if answer is not None and answer.who:
                scene.decided[paragraph.index, number] = answer
            elif answer is not None:
                scene.unnamed.add((paragraph.index, number))
            _file(paragraph, number, answer, passages)
    return scene, passages, problems, foreign


def quoting(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of the blocks that may hold quotations."""
    wanted = {(block.start, block.end) for block in blocks if block.zone in QUOTING}
    return [paragraph for paragraph in paragraphs if (paragraph.block.start, paragraph.block.end) in wanted]


def said_in(passages: Sequence[Passage]) -> dict[int, set[int]]:
    """By index of the paragraph, the numbers of its quotations that are utterances."""
    out: dict[int, set[int]] = {}
    for passage in passages:
        for paragraph, number in passage.pieces:
            out.setdefault(paragraph.index, set()).add(number)
    return out


def _reported(
    scene: Scene,
    blocks: Sequence[Block],
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    cast: Cast,
    lex: Lexicon,
    problems: list[Problem],
) -> list[Quotation]:
    """The reported speech round the quotations, with its speakers."""
    said = said_in(passages)
    spoke = [(quotation.pieces[0][0], quotation.speakers[0]) for quotation in quotations if quotation.speakers]
    out: list[Quotation] = []
    speaker: Who | None = None
    place = 0
    for paragraph in quoting(scene.paragraphs, blocks):
        reports = find_reported(scene.text, paragraph, said.get(paragraph.index, set()), lex)
        reports += going_on(scene.text, paragraph, reports, scene.decided, lex)
        for found in sorted(reports, key=lambda one: one.pieces[0][0]):
            while place < len(spoke) and spoke[place][0] < found.pieces[0][0]:
                speaker = spoke[place][1]
                place += 1
            who = named(scene, found.answer, cast, lex, speaker, problems)
            confidence = min(found.confidence, _AMBIGUOUS) if who.ambiguous else found.confidence
            if who.worth is not None:
                confidence = round(confidence * who.worth, 2)
            speaker = who.speakers[0] if who.speakers else speaker
            told = Quotation(
                found.pieces,
                mixed=False,
                label=who.label,
                label_span=who.label_span,
                speakers=who.speakers,
                cue=found.word,
                via=who.via,
                rule=found.answer.sieve,
                confidence=confidence,
                reported=True,
                rendering=who.rendering,
            )
            clause = found.answer.sieve.startswith("reported: clause")  # no question that is left open
            out.append(_denied(told, problems) if clause and is_denied_report(scene, found.answer) else told)
    return out


def paragraphs_of(
    text: str, blocks: Sequence[Block], cast: Cast, lex: Lexicon
) -> tuple[list[Paragraph], list[Problem]]:
    """The blocks as paragraphs: those that the cast has read already, where they are the same."""
    narrated = set(cast.blocks)
    if all(block in narrated for block in blocks if block.zone in QUOTING):
        quoting = {index for index, block in enumerate(cast.blocks) if block.zone in QUOTING}
        starts = [block.start for block in cast.blocks]
        inside = [bisect_right(starts, p.start_char or 0) - 1 in quoting for p in cast.open_marks]
        return cast.paragraphs, list(compress(cast.open_marks, inside))
    chosen = tuple(block for block in blocks if block.zone in QUOTING)
    marked, problems = find_marked(text, chosen, lex)
    return read_paragraphs(text, chosen, marked, lex), problems


# -------------------------------------------------------------------------------------------------- pieces and speakers


@dataclass(slots=True)
class Passage:
    """Quotations that are pieces of one: with the decision for the first that has one."""

    pieces: list[tuple[Paragraph, int]]
    answer: Attribution | None


def _file(paragraph: Paragraph, number: int, answer: Attribution | None, passages: list[Passage]) -> None:
    """Add a quotation to the passage it continues, or begin a new one."""
    last = passages[-1] if passages else None
    if last is not None and answer is not None and _continues(paragraph, number, answer, last):
        last.pieces.append((paragraph, number))
        return
    passages.append(Passage([(paragraph, number)], answer))


def _continues(paragraph: Paragraph, number: int, answer: Attribution, last: Passage) -> bool:
    """Whether a quotation goes on with the passage: reopened marks, or split by nothing but its attribution."""
    before, before_number = last.pieces[-1]
    if paragraph.quotes[number].continues:
        return before.index == paragraph.index - 1
    if before.index != paragraph.index or before_number != number - 1 or last.answer is None:
        return False
    return answer.who == last.answer.who and _split_by_attribution(paragraph, number, answer, last.answer)


def _split_by_attribution(paragraph: Paragraph, number: int, answer: Attribution, before: Attribution) -> bool:
    """Whether what stands between two quotations is their attribution and no second sentence."""
    low, high = paragraph.places[number - 1], paragraph.places[number]
    if answer.sieve == REPORTED_ON:
        return False
    stops = sum(token.tag is Tag.STOP for token in paragraph.tokens[low + 1 : high])
    named_between = before.cue is not None and low < before.cue < high
    return stops <= 1 and high - low <= 40 and (named_between or answer.inherited)


def _named(
    scene: Scene, passage: Passage, cast: Cast, lex: Lexicon, speaker: Who | None, problems: list[Problem]
) -> Quotation:
    pieces = tuple((p.quotes[n].start, p.quotes[n].end) for p, n in passage.pieces)
    paragraph, number = passage.pieces[0]
    mixed = is_mixed(scene, paragraph, number)
    answer = passage.answer
    if answer is None or not answer.who:
        problems.append(_problem("quote-without-speaker", "Nobody is named as the speaker of these words.", pieces[0]))
        rule = "no speaker found" if answer is None else answer.sieve
        return Quotation(pieces, mixed, rule=rule, confidence=0.0)
    who = named(scene, answer, cast, lex, speaker, problems)
    confidence = _confidence(answer, lex, who.worth)
    others = may_answer(scene, paragraph, number, answer) or is_about_subject(scene, paragraph, number, answer)
    if who.ambiguous or others:
        confidence = min(confidence, _AMBIGUOUS)
    said = Quotation(
        pieces,
        mixed,
        who.label,
        who.label_span,
        who.speakers,
        who.cue,
        who.via,
        answer.sieve,
        confidence,
        rendering=who.rendering,
    )
    return _doubted(said, scene, answer, paragraph, paragraph.places[number], problems)


def _doubted(
    said: Quotation, scene: Scene, answer: Attribution, paragraph: Paragraph, place: int, problems: list[Problem]
) -> Quotation:
    """The same with less confidence, or with nobody named, where the document leaves open or denies that it was said."""
    doubt = doubt_of(scene, answer, paragraph, place)
    if doubt == DENIED:
        return _denied(said, problems)
    if is_imagined(paragraph, place):
        problems.append(_problem("imagined-words", "Nobody is said to have said these words yet.", said.pieces[0]))
        confidence = min(said.confidence or 0, _DENIED)
        return replace(said, speakers=(), rule=f"{said.rule}; {IMAGINED}", confidence=confidence)
    disputed = (answer.sieve not in BY_ROLE or answer.sieve == ACCUSED) and is_disputed(paragraph, place)
    if doubt == OPEN or disputed or is_possible(paragraph, place):
        problems.append(_problem("open-whether-said", "Whether these words were said is open.", said.pieces[0]))
        return replace(said, rule=f"{said.rule}; {OPEN}", confidence=min(said.confidence or 0, _AMBIGUOUS))
    if answer.sieve not in BY_ROLE and is_hearsay(paragraph, place, answer):
        problems.append(_problem("second-hand", "Whoever is named may only pass these words on.", said.pieces[0]))
        return replace(said, rule=f"{said.rule}; {HEARSAY}", confidence=min(said.confidence or 0, _AMBIGUOUS))
    return said


def _denied(said: Quotation, problems: list[Problem]) -> Quotation:
    """The same with nobody named: the document says that the words were not said."""
    problems.append(_problem("denied-words", "The document says that these words were not said.", said.pieces[0]))
    rule, confidence = f"{said.rule}; {DENIED}", min(said.confidence or 0, _DENIED)
    return replace(said, speakers=(), rule=rule, confidence=confidence)


def _confidence(answer: Attribution, lex: Lexicon, worth: float | None) -> float:
    """How often this sieve, or such a rank, is right, times how often such a pronoun means whom it seems to mean."""
    precision = lex.table("quotes.precision")
    sure = answer.confidence
    if sure is None:
        sure = float(precision.get(answer.sieve, precision.get("other", 0.5)))
    if worth is None:
        pronoun = any(phrase.kind in ("pronoun", "relative") for phrase in answer.who)
        worth = float(precision.get("pronoun", 1.0)) if pronoun else 1.0
    return round(sure * worth, 2)


def _problem(code: str, message: str, span: Span) -> Problem:
    return Problem(code, message, *span)


def is_mixed(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """Whether the words in marks are a part of the writer's own sentence."""
    quote = paragraph.quotes[number]
    place = paragraph.places[number]
    text = scene.text[quote.start : quote.end]
    first = next((char for char in text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit()):
        return True
    if paragraph.sentence[place] == place or place == 0:
        return False
    before = paragraph.tokens[place - 1]
    if before.low in (",", ":", "—", "–") or before.tag in (Tag.CUE, Tag.CUE_ING, Tag.QUOTE):
        return False
    return text[-1] not in ".!?,…" or len(text.split()) < 4
