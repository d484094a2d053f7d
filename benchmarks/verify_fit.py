"""Fits the weights by which verification tells another wording of one statement from two statements.

    python benchmarks/verify_fit.py EVAL_DIR/verify

On the half that may be looked at: translations and paraphrases whose passage was found, against what nobody said. Writes
src/quotedb/matching/evidence.toml, with the cut that calls no more than `WRONG` of what nobody said a statement. The same
record gives the same file, to the last digit.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import logistic
import quotedb.matching
import verify_eval
from quotedb.matching import verdict
from quotedb.matching.lookup import Search
from quotedb.matching.occasion import Known
from quotedb.matching.quote import parts
from record import utterances
from speed import timing

TARGET = Path(quotedb.matching.__file__).with_name("evidence.toml")
#: Questions of each kind; of what nobody said all that there are, since the cut hangs on the few that look most alike.
MANY, ALL = 500, 10_000
#: The share of what nobody said that may be taken for a statement.
WRONG = 0.03
SEED = 7
HEAD = """# How much each sign speaks for one statement in two wordings; see verdict.py for the signs.
# Written by: python benchmarks/verify_fit.py EVAL_DIR/verify
"""


def main() -> int:
    """Collect, fit, write."""
    parser = argparse.ArgumentParser(description="Fit the weights by which other wordings are told.")
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR/verify")
    folder: Path = parser.parse_args().folder
    conn = sqlite3.connect(f"file:{utterances.database(folder)}?mode=ro", uri=True)
    rows: list[list[float]] = []
    right: list[bool] = []
    copied = asked = 0
    for question in _questions(folder):
        search = Search(conn, question.quote, parts(question.quote), Known(), ())
        found = sorted((one for one in search.alike() if one), key=verdict.rank, reverse=True)
        asked += not question.passage
        if not found or (question.passage and found[0].passage.pieces[0].text != question.passage):
            continue
        if verdict.copied(found[0]):
            copied += not question.passage
            continue
        values = verdict.features(found[0], found)
        rows.append([values[name] for name in verdict.NAMES])
        right.append(bool(question.passage))
    model = logistic.fit(rows, right)
    wrong = sorted(
        (logistic.probability(model, row) for row, yes in zip(rows, right, strict=True) if not yes), reverse=True
    )
    cut = wrong[max(0, int(WRONG * asked) - copied)]
    lines = [f"{name} = {value:.3f}" for name, value in zip(("intercept", *verdict.NAMES), model, strict=True)]
    TARGET.write_text(HEAD + "\n".join([*lines, f"cut = {cut:.3f}"]) + "\n", encoding="utf-8")
    timing.line("fitted on", f"{sum(right)} pairs", f"{len(right) - sum(right)} others", f"cut {cut:.3f}")
    return 0


def _questions(folder: Path) -> Iterator[verify_eval.Question]:
    told = verify_eval.questions(folder, MANY, held_back=False)
    yield from (question for question in told if question.kind.startswith(("all of these at once", "translation")))
    held = [said for said in utterances.utterances(folder)[1] if verify_eval.in_half(said.text, held_back=False)]
    yield from verify_eval.unrelated(held, ALL, random.Random(SEED))


if __name__ == "__main__":
    sys.exit(main())
