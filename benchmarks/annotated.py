"""Annotated articles read as the ranker reads them: every quotation with its options, and which of them are right."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotedb.parsing.article.attribution import SIEVES, attribute
from quotedb.parsing.article.decisions import Decision
from quotedb.parsing.article.quotations import QUOTING, find_quotations, paragraphs_of
from quotedb.parsing.article.ranker import NOBODY, UNNAMED, Known, Option, Ranker, is_settled, options_of
from quotedb.parsing.article.utterance import why_unsaid
from quotedb.parsing.lexicon.detection import lexicon_of
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.prose.spots import Scene, Spot
from quotedb.parsing.shapes import Block
from quotedb.parsing.transcript.turns import find_turns
from quotedb.parsing.zones.segments import segment


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation of an annotated article."""

    article: int  #: its number in the file
    options: list[Option]
    right: list[bool]  #: for each option, whether the annotators would agree


@dataclass(frozen=True, slots=True)
class Read:
    """An article, up to where quotations are looked for."""

    text: str
    blocks: tuple[Block, ...]
    cast: Cast


def scorer_of(folder: Path) -> Any:
    """The scorer that belongs to the annotated articles: EVAL_DIR/score_quotes.py."""
    spec = importlib.util.spec_from_file_location("score_quotes", folder / "score_quotes.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score_quotes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles_of(path: Path) -> list[dict[str, Any]]:
    """The articles of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_article(text: str, language: str | None = None) -> Read:
    """What `quotedb.parse` does before it looks for quotations."""
    lex = lexicon_of(text, language)
    blocks = segment(text, lex)
    dialogue = find_turns(text, blocks, lex, "auto")
    labels = [(turn.label, turn.label_span[0]) for turn in dialogue.turns]
    return Read(text, dialogue.rest, Cast(text, dialogue.rest, labels, lex))


def cases_of(number: int, article: dict[str, Any], scorer: Any, language: str | None = None) -> Iterator[Case]:
    """The quotations of an article that the ranker is asked about, each after the sieves alone decided those before."""
    read = read_article(article["text"], language)
    paragraphs, _ = paragraphs_of(read.text, read.blocks, read.cast, read.cast.lex)
    found = [(p, n) for p in paragraphs if p.block.zone in QUOTING for n in range(len(p.quotes))]
    spans = [scorer.trim(read.text, p.quotes[n].start, p.quotes[n].end) for p, n in found]
    wanted = [scorer.trim(read.text, quote["start"], quote["end"]) for quote in article["quotes"]]
    golds = {place: article["quotes"][gold] for gold, place in scorer.match(wanted, spans)}
    scene = Scene(read.text, paragraphs, {})
    known: Known = {}
    for place, (paragraph, n) in enumerate(found):
        answer = attribute(scene, paragraph, n, SIEVES)
        unsaid = why_unsaid(scene, paragraph, n, answer)
        spot = Spot(scene, paragraph, n, paragraph.places[n])
        if not is_settled(spot, answer, unsaid):
            options = options_of(spot, answer, unsaid, known)
            yield Case(number, options, _right(read.text, options, golds.get(place), scorer))
        if unsaid is None and answer is not None and answer.who:
            scene.decided[paragraph.index, n] = answer
        elif unsaid is None and answer is not None:
            scene.unnamed.add((paragraph.index, n))


def _right(text: str, options: list[Option], gold: dict[str, Any] | None, scorer: Any) -> list[bool]:
    """Which options the annotators would accept: the very mention, else any with the same words."""
    if gold is None or not gold["speaker_text"]:
        outcome = NOBODY if gold is None else UNNAMED
        return [option.outcome == outcome for option in options]
    same, there = [], []
    for option in options:
        who = option.answer.who if option.answer else ()
        named = bool(who) and scorer.attr_lenient(gold, {"speaker_text": text[who[0].start : who[-1].end]})
        same.append(named)
        there.append(
            named and bool(scorer.ov((who[0].start, who[-1].end), (gold["speaker_start"], gold["speaker_end"])))
        )
    if any(there) or any(same) or gold["speaker_text"].lower() not in ("that", "which"):
        return there if any(there) else same
    # "a banner that said": what the relative stands for, since it is no option itself
    return [_speaks_before(option, gold["speaker_start"]) for option in options]


def _speaks_before(option: Option, place: int) -> bool:
    """Whether an option is somebody, or something that speaks, right before a place."""
    if option.answer is None or option.mention is None or option.mention.kind not in ("speaker", "group", "body"):
        return False
    return 0 <= place - option.answer.who[-1].end <= _GAP


#: Between a phrase and its relative stands a blank, and perhaps a comma.
_GAP = 2


def predictions_of(article: dict[str, Any], ranker: Ranker | None, language: str | None = None) -> list[dict[str, Any]]:
    """What quotedb finds in an article with these weights, as the scorer wants it, with rule, confidence and share.

    `share` is what the ranker gave the best option, `settled` the sieve where one alone decided.
    """
    read = read_article(article["text"], language)
    decisions: list[Decision] = []
    quotations, _ = find_quotations(read.text, read.blocks, read.cast, read.cast.lex, decisions, ranker)
    shares = {_start_of(decision): decision.ranked[0].score for decision in decisions if decision.ranked}
    settled = {
        _start_of(decision): decision.answer.sieve
        for decision in decisions
        if decision.answer and decision.answer.who and not decision.ranked
    }
    return [
        {
            "start": start,
            "end": end,
            "type": "mixed" if quotation.mixed else "direct",
            "speaker_text": quotation.label,
            "speaker_canonical": quotation.speakers[0].name if quotation.speakers else None,
            "rule": quotation.rule,
            "confidence": quotation.confidence,
            "share": shares.get(start),
            "settled": settled.get(start),
        }
        for quotation in quotations
        if not quotation.reported
        for start, end in quotation.pieces
    ]


def _start_of(decision: Decision) -> int:
    return decision.paragraph.quotes[decision.number].start


def outcomes_of(article: dict[str, Any], found: list[dict[str, Any]], scorer: Any) -> list[tuple[dict[str, Any], bool]]:
    """Each quotation that was found, and whether an annotator has it with the same speaker."""
    text, golds = article["text"], article["quotes"]
    wanted = [scorer.trim(text, quote["start"], quote["end"]) for quote in golds]
    spans = [scorer.trim(text, quote["start"], quote["end"]) for quote in found]
    partner = {place: golds[gold] for gold, place in scorer.match(wanted, spans)}
    return [
        (quote, place in partner and bool(scorer.attr_lenient(partner[place], quote)))
        for place, quote in enumerate(found)
    ]
