"""Fit the weights of the ranker of quotations on annotated articles, and write them into the package.

    python benchmarks/fit_ranker.py EVAL_DIR [--train polnear_marked_train.jsonl] [--language en]
    python benchmarks/fit_ranker.py EVAL_DIR --check       no writing: cross-validation on the same articles

EVAL_DIR holds quotes/ and score_quotes.py. Needs numpy and scipy (`pip install -e '.[fit]'`); quotedb itself does not.

A log-linear model: the shares of all options of a quotation are the softmax of the summed weights of their features;
several options may be right. Least squared weights, L-BFGS. Then five parts of the articles are each parsed with weights
from the other four: that gives the honest figures that are printed, and the table that makes shares confidences.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from annotated import Case, articles_of, cases_of, outcomes_of, predictions_of, scorer_of
from quotedb.parsing.article.ranker import Ranker

WEIGHTS = Path(__file__).parent.parent / "src" / "quotedb" / "parsing" / "article" / "weights"
#: How hard weights are pulled to nothing, and in how many options a feature must occur: by cross-validation on train.
PULL, RARE = 6.0, 6
#: Weights nearer to nothing than this are left out of the file.
SMALL = 0.02
FOLDS, ROUNDS = 5, 80
#: Bands of shares: each point of the table of confidences stands for at least so many quotations.
LEAST_IN_BAND = 150


def features_of(case: Case) -> list[list[str]]:
    """For each option of a case all that is seen of it."""
    return [option.features for option in case.options]


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weights that make what annotators chose likeliest; cases in which no option is right say nothing."""
    usable = [case for case in cases if any(case.right)]
    rows = [row for case in usable for row in features_of(case)]
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in counts.items() if count >= RARE)
    column = {name: number for number, name in enumerate(names)}
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices.extend(sorted(column[feature] for feature in row if feature in column))
        ends.append(len(indices))
    seen = csr_matrix((np.ones(len(indices)), np.array(indices), np.array(ends)), shape=(len(rows), len(names)))
    turned = seen.T.tocsr()
    right = np.array([flag for case in usable for flag in case.right])
    sizes = np.array([len(case.options) for case in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    case_of = np.repeat(np.arange(len(usable)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = seen @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[case_of])
        total, good = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts)
        gradient = turned @ (shares / total[case_of] - shares * right / good[case_of])
        value = np.log(total).sum() - np.log(good).sum() + PULL / 2 * weights @ weights
        return float(value), gradient + PULL * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return {name: float(weight) for name, weight in zip(names, found.x, strict=True)}


def pruned(weights: dict[str, float]) -> dict[str, float]:
    """The weights as the file holds them: rounded, without those that hardly weigh."""
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= SMALL}


def bends_of(outcomes: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """From shares and whether the answer was right: a rising curve through bands of shares (pooled neighbours)."""
    bands: list[list[float]] = []  # sum of shares, number right, number
    current = [0.0, 0.0, 0.0]
    for share, good in sorted(outcomes):
        current = [current[0] + share, current[1] + good, current[2] + 1]
        if current[2] >= LEAST_IN_BAND:
            bands.append(current)
            current = [0.0, 0.0, 0.0]
    if bands and current[2]:
        bands[-1] = [a + b for a, b in zip(bands[-1], current, strict=True)]
    pooled: list[list[float]] = []
    for band in bands:
        pooled.append(band)
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][2] >= pooled[-1][1] / pooled[-1][2]:
            last = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], last, strict=True)]
    return [(round(shares / count, 3), round(right / count, 3)) for shares, right, count in pooled]


def rates_of(outcomes: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """How often the sieves that decide alone were right; those that decided seldom are drawn to three of four."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for sieve, good in outcomes:
        total[sieve] += 1
        right[sieve] += good
    return {sieve: round((right[sieve] + 7.5) / (total[sieve] + 10), 2) for sieve in sorted(total)}


def write(path: Path, ranker: Ranker, source: str) -> None:
    """The weights file: a note, how often sieves are right, the table of confidences, the weights by name."""
    lines = [f"# Made by benchmarks/fit_ranker.py from {source}: change what it is made from, not this file."]
    lines += [f"=\t{rate}\t{sieve}" for sieve, rate in sorted(ranker.rates.items())]
    lines += [f"~\t{share}\t{right}" for share, right in ranker.bends]
    lines += [f"{weight:g}\t{name}" for name, weight in sorted(ranker.weights.items())]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(name: str, articles: list[dict[str, Any]], found: dict[str, list[dict[str, Any]]], scorer: Any) -> None:
    """Print what the scorer says, in one line."""
    parts = []
    for kind, direct in (("direct", True), ("all", False)):
        scores, _ = scorer.score(articles, found, direct)
        figures = (scores[key]["f1"] for key in ("span_overlap", "joint", "joint_entity"))
        parts.append(f"{kind} overlap {next(figures)}, joint {next(figures)}, entity {next(figures)}")
    print(f"{name}: " + "; ".join(parts), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument("--train", default="polnear_marked_train.jsonl")
    parser.add_argument("--language", default="en")
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    scorer = scorer_of(args.folder)
    articles = articles_of(args.folder / "quotes" / args.train)
    cases = [
        case for number, article in enumerate(articles) for case in cases_of(number, article, scorer, args.language)
    ]
    print(f"{len(cases)} quotations, {sum(not any(case.right) for case in cases)} without a right option")

    found: dict[str, list[dict[str, Any]]] = {}
    for fold in range(FOLDS):
        weights = pruned(fit([case for case in cases if case.article % FOLDS != fold]))
        for article in articles[fold::FOLDS]:
            found[article["id"]] = predictions_of(article, Ranker(weights), args.language)
    report(f"{FOLDS}-fold cross-validation", articles, found, scorer)
    judged = [
        pair
        for article in articles
        for pair in outcomes_of(article, found[article["id"]], scorer)
        if pair[0]["speaker_text"] is not None
    ]
    bends = bends_of((quote["share"], good) for quote, good in judged if quote["share"] is not None)
    rates = rates_of((quote["settled"], good) for quote, good in judged if quote["settled"] is not None)
    ranker = Ranker(pruned(fit(cases)), bends, rates)
    print(f"{len(ranker.weights)} weights; confidences: {bends}; {rates}")
    if not args.check:
        write(WEIGHTS / f"{args.language}.txt", ranker, args.train)
    dev = args.folder / "quotes" / args.train.replace("train", "dev")
    if dev.is_file():
        others = articles_of(dev)
        report(dev.stem, others, {a["id"]: predictions_of(a, ranker, args.language) for a in others}, scorer)


if __name__ == "__main__":
    main()
