"""Logistic regression for a handful of features: enough to fit weights that people can read."""

from __future__ import annotations

import math
from collections.abc import Sequence


def fit(
    rows: Sequence[Sequence[float]],
    right: Sequence[bool],
    ridge: float = 1.0,
    counts: Sequence[float] | None = None,
    known: Sequence[float] | None = None,
) -> list[float]:
    """Intercept and weights by Newton's method; both classes weigh the same, `ridge` keeps the weights small.

    `counts` says how much each row counts inside its class; all alike where it is not given. `known` are points that each row
    has already: then the intercept is 0, and the weights are what the columns say beside them.
    """
    width = 1 + len(rows[0])
    counts = counts or [1.0] * len(rows)
    of_class = {
        answer: sum(n for n, yes in zip(counts, right, strict=True) if yes is answer) for answer in (True, False)
    }
    share = {answer: len(rows) / 2 / of_class[answer] for answer in (True, False)}
    weights = [0.0] * width
    always = 0.0 if known else 1.0
    points = known or [0.0] * len(rows)
    for _ in range(25):
        slope = [ridge * weight if at else 0.0 for at, weight in enumerate(weights)]
        curve = [[ridge if a == b and a else 1e-9 if a == b else 0.0 for b in range(width)] for a in range(width)]
        for row, answer, count, before in zip(rows, right, counts, points, strict=True):
            much = count * share[answer]
            x = [always, *row]
            p = probability([weights[0] + before, *weights[1:]], row)
            for a in range(width):
                slope[a] += much * (p - answer) * x[a]
                for b in range(a + 1):
                    curve[a][b] += much * p * (1 - p) * x[a] * x[b]
        for a in range(width):
            for b in range(a + 1, width):
                curve[a][b] = curve[b][a]
        weights = [weight - step for weight, step in zip(weights, solved(curve, slope), strict=True)]
    return weights


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    """What the model says of one row."""
    value = weights[0] + sum(weight * x for weight, x in zip(weights[1:], row, strict=True))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, value))))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of linear equations, by elimination."""
    size = len(right)
    rows = [[*matrix[a], right[a]] for a in range(size)]
    for a in range(size):
        best = max(range(a, size), key=lambda b: abs(rows[b][a]))
        rows[a], rows[best] = rows[best], rows[a]
        for b in range(size):
            if b != a:
                factor = rows[b][a] / rows[a][a]
                rows[b] = [x - factor * y for x, y in zip(rows[b], rows[a], strict=True)]
    return [rows[a][size] / rows[a][a] for a in range(size)]
