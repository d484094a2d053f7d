"""Fit the weights of reported speech on annotated articles and write them into the package.

usage: fit_reported.py GOLD.jsonl [--language en] [--scorer score_quotes.py] [--write]

GOLD has one document a line: "id", "text" and "quotes" with "start", "end", "type" and "speaker_text", as
../shared/eval/quotes/polnear_train.jsonl has. For every cue of a document the parser gives several readings (where the
words begin and end, whose they are); a reading is right when it shares half of its characters with an annotated span
that is not a direct quotation and names the right speaker. One softmax over the readings of a cue and "none of them" is
fitted by gradient descent (AdaGrad, with weight decay). Scores for the calibration, and for the cut below which nothing is reported, come
from cross-validation over documents, so that no document is judged by weights that have seen it.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import gate
from quotedb.parsing.article.quotations import find_quotations, quoting, read_marked, said_in
from quotedb.parsing.article.reported import spans_of
from quotedb.parsing.article.reports import readings
from quotedb.parsing.article.reportscore import longest, of_content, of_cue
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.people.namewords import without_possessive
from quotedb.parsing.transcript.turns import find_turns
from quotedb.parsing.zones.segments import segment

PACKAGE = Path(__file__).parent.parent / "src" / "quotedb" / "parsing" / "lexicon"
FOLDS = 4
ROUNDS = 6
STEP = 0.3
DECAY = 30 / 2000
#: A feature that occurs less often is left out, and so is a weight smaller than this.
RARE, SMALL = 4, 0.04
#: The calibration has as many steps.
STEPS = 12


@dataclass
class Cue:
    """One cue of a document: the features of its readings, and which of them is right (-1: none)."""

    document: int
    shared: list[int]
    own: list[list[int]]
    spans: list[tuple[int, int]]
    labels: list[str]
    right: int = -1
    names: list[bool] = field(default_factory=list)  #: per reading whether it matches an annotation


def read_document(number: int, document: dict[str, Any], language: str, scorer: Any, codes: dict[str, int]):
    """The cues of one document with their readings judged, and its quotations in marks as predictions."""
    text = document["text"]
    lex = lexicon(language)
    dialogue = find_turns(text, segment(text, lex), lex, "auto")
    cast = Cast(text, dialogue.rest, [(turn.label, turn.label_span[0]) for turn in dialogue.turns], lex)
    scene, passages, _, _ = read_marked(text, dialogue.rest, cast, lex)
    said = said_in(passages)
    gold = [quote for quote in document["quotes"] if quote["type"] != "direct"]
    places = [scorer.trim(text, quote["start"], quote["end"]) for quote in gold]
    cues = []
    for paragraph in quoting(scene.paragraphs, dialogue.rest):
        mine = said.get(paragraph.index, set())
        for group in readings(paragraph):
            cue = Cue(number, [codes.setdefault(f, len(codes)) for f in of_cue(paragraph, group[0])], [], [], [])
            best = 0.0
            for report in group:
                span = longest(spans_of(text, paragraph, report, mine))
                label = text[report.who[0].start : report.who[-1].end]
                label = without_possessive(label, lex) if report.who[-1].possessive else label
                cue.own.append([codes.setdefault(f, len(codes)) for f in of_content(paragraph, report, mine)])
                cue.spans.append(span)
                cue.labels.append(label)
                place = scorer.trim(text, *span)
                shared = max(
                    (
                        scorer.iou(place, other)
                        for quote, other in zip(gold, places, strict=True)
                        if place[0] < other[1]
                        and other[0] < place[1]
                        and scorer.attr_lenient(quote, {"speaker_text": label})
                    ),
                    default=0.0,
                )
                cue.names.append(shared >= 0.5)
                if shared >= 0.5 and shared > best:
                    best, cue.right = shared, len(cue.own) - 1
            if any(start < end for start, end in cue.spans):
                cues.append(cue)
    marked = [
        {"start": start, "end": end, "type": "mixed" if q.mixed else "direct", "speaker_text": q.label}
        for q in find_quotations(text, dialogue.rest, cast, lex)[0]
        if not q.reported
        for start, end in q.pieces
    ]
    return cues, marked


def fit(cues: list[Cue], count: int) -> list[float]:
    """Weights by feature number."""
    weights, seen = [0.0] * count, [1e-8] * count
    order = list(range(len(cues)))
    chance = random.Random(0)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for number in order:
            cue = cues[number]
            shares, _ = scores(cue, weights)
            total = 0.0
            for index, share in enumerate(shares):
                slope = share - (index == cue.right)
                total += slope
                if abs(slope) > 1e-4:
                    step(cue.own[index], slope, weights, seen)
            if abs(total) > 1e-4:
                step(cue.shared, total, weights, seen)
    return weights


def step(features: list[int], slope: float, weights: list[float], seen: list[float]) -> None:
    """One step down along these features."""
    for feature in features:
        change = slope + DECAY * weights[feature]
        seen[feature] += change * change
        weights[feature] -= STEP * change / math.sqrt(seen[feature])


def scores(cue: Cue, weights: list[float]) -> tuple[list[float], float]:
    """The share of each reading in the softmax, and of all of them together."""
    base = sum(weights[f] for f in cue.shared)
    sums = [base + sum(weights[f] for f in own) for own in cue.own]
    top = max(0.0, *sums)
    raised = [math.exp(value - top) for value in sums]
    total = sum(raised) + math.exp(-top)
    return [value / total for value in raised], sum(raised) / total


def chosen(cues: list[Cue], weights: list[float]) -> list[tuple[float, int, int]]:
    """Of one document: (score, cue, reading) that do not overlap, best first."""
    ranked = []
    for number, cue in enumerate(cues):
        shares, score = scores(cue, weights)
        ranked.append((score, number, shares.index(max(shares))))
    kept: list[tuple[float, int, int]] = []
    for score, number, reading in sorted(ranked, reverse=True):
        low, high = cues[number].spans[reading]
        if (
            score >= 0.05
            and low < high
            and all(high <= cues[n].spans[r][0] or cues[n].spans[r][1] <= low for _, n, r in kept)
        ):
            kept.append((score, number, reading))
    return kept


def calibrate(judged: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Steps of (score, share that is right), rising: pooled where a higher score was right less often."""
    judged = sorted(judged)
    edges = [len(judged) * number // STEPS for number in range(STEPS + 1)]
    pools = [judged[low:high] for low, high in pairwise(edges) if low < high]
    bins = [[sum(s for s, _ in pool) / len(pool), sum(ok for _, ok in pool) / len(pool), len(pool)] for pool in pools]
    place = 1
    while place < len(bins):
        if bins[place][1] < bins[place - 1][1]:
            (a, b, m), (c, d, n) = bins[place - 1], bins[place]
            bins[place - 1 : place + 1] = [[(a * m + c * n) / (m + n), (b * m + d * n) / (m + n), m + n]]
            place = max(1, place - 1)
        else:
            place += 1
    return [(round(score, 4), round(right, 4)) for score, right, _ in bins]


def main() -> None:
    """Read, cross-validate, fit on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--scorer", type=Path, default=Path("../shared/eval/score_quotes.py"))
    parser.add_argument("--limit", type=int, help="only so many documents")
    parser.add_argument("--least", type=float, help="the cut, if it is not to be chosen")
    parser.add_argument("--write", action="store_true", help="write the file into the package")
    args = parser.parse_args()
    scorer = gate.load_scorer(args.scorer)
    documents = [json.loads(line) for line in args.gold.open(encoding="utf-8")][: args.limit]
    codes: dict[str, int] = {}
    by_document: list[list[Cue]] = []
    marked = []
    for number, document in enumerate(documents):
        cues, predictions = read_document(number, document, args.language, scorer, codes)
        by_document.append(cues)
        marked.append(predictions)
    counts = Counter(f for cues in by_document for cue in cues for part in (cue.shared, *cue.own) for f in part)
    for cues in by_document:
        for cue in cues:
            cue.shared = [f for f in cue.shared if counts[f] >= RARE]
            cue.own = [[f for f in own if counts[f] >= RARE] for own in cue.own]
    every = [cue for cues in by_document for cue in cues]
    print(f"{len(documents)} documents, {len(every)} cues, {sum(c.right >= 0 for c in every)} with a right reading")

    found: dict[int, list[tuple[float, int, int]]] = {}
    for fold in range(FOLDS):
        weights = fit([cue for cue in every if cue.document % FOLDS != fold], len(codes))
        for number in range(fold, len(documents), FOLDS):
            found[number] = chosen(by_document[number], weights)
    results = {}
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        predictions = defaultdict(list)
        for number, document in enumerate(documents):
            predictions[document["id"]] = marked[number] + [
                {"start": by_document[number][n].spans[r][0], "end": by_document[number][n].spans[r][1],
                 "type": "indirect", "speaker_text": by_document[number][n].labels[r]}
                for score, n, r in found[number] if score >= least
            ]  # fmt: skip
        result, _ = scorer.score(documents, predictions)
        results[least] = result["joint"]["f1"]
        print(f"cut {least:.2f}: joint {result['joint']}, overlap F1 {result['span_overlap']['f1']}", flush=True)
    least = args.least or max(results, key=lambda cut: results[cut])
    judged = [
        (score, by_document[number][n].names[r]) for number in found for score, n, r in found[number] if score >= least
    ]
    calibration = calibrate(judged)
    print(f"cut {least}; calibration {calibration}")

    weights = fit(every, len(codes))
    names = {number: feature for feature, number in codes.items()}
    kept = {names[f]: round(weights[f], 2) for f in sorted(names, key=names.__getitem__) if abs(weights[f]) >= SMALL}
    data = {
        "about": f"Made by benchmarks/fit_reported.py from {args.gold.name}: {len(documents)} documents.",
        "least": least,
        "calibration": calibration,
        "features": kept,
    }
    out = json.dumps(data, ensure_ascii=False, indent=0) + "\n"
    print(f"{len(kept)} weights, {len(out.encode()) // 1000} kB")
    if args.write:
        (PACKAGE / f"{args.language}.reported.json").write_text(out, encoding="utf-8")


if __name__ == "__main__":
    main()
