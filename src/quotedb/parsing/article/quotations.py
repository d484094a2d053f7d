"""The quotations of an article: spans in marks, which of them were said, by whom, and which pieces belong together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.article.attribution import BY_CLAUSE, FOREIGN, SIEVES, Attribution, Scene, attribute
from quotedb.parsing.article.decisions import Decision
from quotedb.parsing.article.foreign import is_foreign
from quotedb.parsing.article.naming import named
from quotedb.parsing.article.reported import find_reported
from quotedb.parsing.prose.marks import find_marked
from quotedb.parsing.prose.spots import REPORTED_ON
from quotedb.parsing.prose.syntax import Paragraph, Tag, read_paragraphs
from quotedb.parsing.shapes import Block, Quotation, Span, Who, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.cast import Cast

#: In an unknown language, so many words in marks without a speaker are a title or a term.
_TERM = 4
#: Where several people bear the name the speaker is at best as sure as this.
_AMBIGUOUS = 0.5
_QUOTING = frozenset({Zone.BODY, Zone.CAPTION})


def find_quotations(
    text: str, blocks: Sequence[Block], cast: Cast, lex: Lexicon, decisions: list[Decision] | None = None
) -> tuple[list[Quotation], list[Problem]]:
    """The quotations in these blocks in the order of the text, and what could not be settled.

    What was decided about every span in marks is added to `decisions`, if that is given.
    """
    scene, passages, problems, foreign = read_marked(text, blocks, cast, lex, decisions)
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
    text: str, blocks: Sequence[Block], cast: Cast, lex: Lexicon, decisions: list[Decision] | None = None
) -> tuple[Scene, list[Passage], list[Problem], bool]:
    """What stands in marks and was said, before anybody is named; and whether the text is in a foreign language."""
    paragraphs, problems = _paragraphs(text, blocks, cast, lex)
    scene = Scene(text, paragraphs, {})
    foreign = is_foreign(paragraphs)
    sieves = FOREIGN if foreign else SIEVES
    passages: list[Passage] = []
    for paragraph in quoting(paragraphs, blocks):
        for number in range(len(paragraph.quotes)):
            answer = attribute(scene, paragraph, number, sieves)
            unsaid = (why_hardly_said if foreign else why_unsaid)(scene, paragraph, number, answer)
            if decisions is not None:
                decisions.append(Decision(scene, paragraph, number, sieves, answer, unsaid))
            if unsaid is not None:
                continue
            if answer is not None:
                scene.decided[paragraph.index, number] = answer
            _file(paragraph, number, answer, passages)
    return scene, passages, problems, foreign


def quoting(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of the blocks that may hold quotations."""
    wanted = {(block.start, block.end) for block in blocks if block.zone in _QUOTING}
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
        for found in find_reported(scene.text, paragraph, said.get(paragraph.index, set()), lex):
            while place < len(spoke) and spoke[place][0] < found.pieces[0][0]:
                speaker = spoke[place][1]
                place += 1
            who = named(scene, found.answer, cast, lex, speaker, problems)
            confidence = min(found.confidence, _AMBIGUOUS) if who.ambiguous else found.confidence
            speaker = who.speakers[0] if who.speakers else speaker
            out.append(
                Quotation(
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
                )
            )
    return out


def _paragraphs(text: str, blocks: Sequence[Block], cast: Cast, lex: Lexicon) -> tuple[list[Paragraph], list[Problem]]:
    """The blocks as paragraphs: those that the cast has read already, where they are the same."""
    narrated = set(cast.blocks)
    if all(block in narrated for block in blocks if block.zone in _QUOTING):
        quoting = {index for index, block in enumerate(cast.blocks) if block.zone in _QUOTING}
        starts = [block.start for block in cast.blocks]
        inside = [bisect_right(starts, p.start_char or 0) - 1 in quoting for p in cast.open_marks]
        return cast.paragraphs, list(compress(cast.open_marks, inside))
    chosen = tuple(block for block in blocks if block.zone in _QUOTING)
    marked, problems = find_marked(text, chosen, lex)
    return read_paragraphs(text, chosen, marked, lex), problems


# ------------------------------------------------------------------------------------------------ is it an utterance?


def why_unsaid(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution | None) -> str | None:
    """Why words in marks are nobody's words: a title, a nickname, a term, the writer's own irony; None where they are said."""
    quote = paragraph.quotes[number]
    words = scene.text[quote.start : quote.end].split()
    governed = answer is not None and answer.cue is not None
    if _announced(scene, paragraph, number):
        return "the word before the marks announces a name, a title or a term"
    if _nickname(paragraph, number):
        return "a nickname between the parts of a name"
    if quote.single and not governed and not (answer is not None and answer.inherited):
        return "in single marks, without a verb of saying"
    if len(words) >= 8:
        return None
    if len(words) <= 3 and not governed and (answer is None or answer.sieve == BY_CLAUSE):
        return "a term or irony: up to three words without a verb of saying"
    if not _like_a_title(words):
        return None
    if not governed:
        return "capitals as in a title, without a verb of saying"
    return (
        "capitals as in a title, and what stands before it names a work"
        if _named_work(paragraph, number, answer)
        else None
    )


def why_hardly_said(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution | None) -> str | None:
    """The same where the language is unknown and capitals may mean anything: by a name beside it, or by its length."""
    quote = paragraph.quotes[number]
    if answer is not None:
        return None
    if quote.single:
        return "in single marks, with no name beside it"
    return "a few words with no name beside them" if len(scene.text[quote.start : quote.end].split()) <= _TERM else None


def _named_work(paragraph: Paragraph, number: int, answer: Attribution | None) -> bool:
    """``on KQT's "Morning Talk," she said``: what stands before words in capitals makes them a title after all."""
    place = paragraph.places[number]
    if place == 0 or answer is None or answer.cue is None:
        return False
    before = paragraph.tokens[place - 1]
    if answer.cue == place - 1 and before.low in paragraph.rules.making:
        return True
    if paragraph.rules.capital_nouns and (before.tag in _NAMES_A_WORK or paragraph.links(place - 1, "definite")):
        return True
    cue_follows = answer.paragraph == paragraph.index and answer.cue > place
    named = before.possessive or before.tag is Tag.PREPOSITION
    return named or (cue_follows and before.tag in (Tag.DETERMINER, Tag.NAME))


#: Before words in capitals where every noun has one: "im Fachblatt", "für Ok Go", "beim erstklassig besetzten".
_NAMES_A_WORK = frozenset({Tag.WORD, Tag.NOUN, Tag.NAME, Tag.PREPOSITION})


def _announced(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """``the film "..."``, ``so-called "..."``, ``a class called "..."``: what stands before announces a name."""
    place = paragraph.places[number]
    if place == 0:
        return False
    before = paragraph.tokens[place - 1]
    if before.low in paragraph.rules.naming:
        return True
    quoted = scene.text[paragraph.quotes[number].start : paragraph.quotes[number].end].split()
    named = paragraph.tokens[place - 2] if place >= 2 else None
    if named is not None and named.low == "," and place >= 3:
        named = paragraph.tokens[place - 3]  # her plan, called "Open Bank"
    if before.low in paragraph.rules.named and named is not None and named.tag in (Tag.WORD, Tag.NOUN):
        return _like_a_title(quoted) and named.low not in paragraph.rules.groups
    if before.low == "," and named is not None and named.low in paragraph.rules.works:
        return _like_a_title(quoted)  # the song, "Hold the Line,"
    return before.low in paragraph.rules.works and len(quoted) < 8 and quoted[0][:1].isupper()


def _nickname(paragraph: Paragraph, number: int) -> bool:
    """``Dana "the Fox" Orlan``: a name on both sides."""
    place = paragraph.places[number]
    tokens = paragraph.tokens
    if place == 0 or place + 1 >= len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return (
        before.tag is Tag.NAME
        and after.tag is Tag.NAME
        and not before.possessive
        and before.end + 2 >= tokens[place].start
    )


def _like_a_title(words: list[str]) -> bool:
    """Every long word with a capital, as in the title of a work or a programme."""
    bare = [word.strip("'’‘“”\"*.,;:!?()[]…-—–") for word in words]
    bare = [word for word in bare if word]
    if all(word.isupper() for word in bare if len(word) > 1) and len(bare) > 1:
        return False  # shouted: capitals say nothing
    if not bare or not bare[0][0].isupper() or not bare[-1][0].isupper() or words[-1][-1:] in "!?":
        return False
    return all(word[0].isupper() or word[0].isdigit() or len(word) < 5 for word in bare)


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
    if answer is None:
        problems.append(_problem("quote-without-speaker", "Nobody is named as the speaker of these words.", pieces[0]))
        return Quotation(pieces, mixed, rule="no speaker found", confidence=0.0)
    who = named(scene, answer, cast, lex, speaker, problems)
    confidence = _confidence(answer, lex)
    if who.ambiguous:
        confidence = min(confidence, _AMBIGUOUS)
    return Quotation(pieces, mixed, who.label, who.label_span, who.speakers, who.cue, who.via, answer.sieve, confidence)


def _confidence(answer: Attribution, lex: Lexicon) -> float:
    """How often this sieve is right; less where a pronoun has to be resolved as well."""
    precision = lex.table("quotes.precision")
    sure = float(precision.get(answer.sieve, precision.get("other", 0.5)))
    pronoun = any(phrase.kind in ("pronoun", "relative") for phrase in answer.who)
    return round(sure * float(precision.get("pronoun", 1.0)), 2) if pronoun else sure


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
