"""Fits the weights by which labels with the words behind them are taken for a talk, or for something that looks like one.

    python benchmarks/fit_talk.py EVAL_DIR
    python benchmarks/fit_talk.py EVAL_DIR --only scheduled,ticked     these signs beside the others, whose weights stay

On what may be looked at: short pieces of the transcripts that EVAL_DIR/transcripts/manifest.tsv marks `build`, our own
dialogues in the layouts in sight, the documents without turns in sight, the lookalikes in sight, more of both that are for this
alone, the documents of tests/test_nobody.py and tests/test_talk.py, and the articles of EVAL_DIR/quotes to train on.
Writes src/quotedb/parsing/transcript/talk.toml, and prints how many documents of each kind are told right, by weights of
which that document's kin (transcript, layout, article) had no part.
"""

from __future__ import annotations

import argparse
import csv
import functools
import hashlib
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import excerpts
import layouts
import logistic
import lookalikes
import quotedb.parsing.transcript
from printed import FITTED, LAYOUTS, NEGATIVES, sheet
from quotedb.parsing import lexicon_of
from quotedb.parsing.transcript import nobody
from quotedb.parsing.transcript.labelling import find_labels
from quotedb.parsing.transcript.talk import FORM, SIGNS, signs, weights
from quotedb.parsing.zones.lines import lines_of
from quotedb.parsing.zones.segments import segment
from speed import timing

TARGET = Path(quotedb.parsing.transcript.__file__).with_name("talk.toml")
#: The documents of the tests.
TESTS = Path(__file__).parents[1] / "tests"
SEED, FOLDS, RIDGE = 11, 5, 3.0
#: Pieces of so many turns, so many of each from each transcript; our own dialogues are cut to one of these, too.
SIZES, TIMES = (2, 3, 4, 6, 8, 12, 32), 8
#: A list is shown whole, and the first and the last part of its lines alone.
PART = 2 / 3
#: Points that a document needs whose labels are sure by themselves, one whose labels are doubtful, and one in a language whose
#: words nobody listed: there only signs that no talk shows are weighed.
NEEDED = {"sure": -1.3, "doubtful": 0.2, "form": -1.0}
#: A document without turns that is for this alone counts for so much: people might say what stands in it.
HARD, HARDER = "negatives, fitted", 0.5
HEAD = """# How much each sign speaks for a talk, in points; see talk.py for the signs.
# Written by: python benchmarks/fit_talk.py EVAL_DIR (signs that came later: with --only)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One document: whether it is a talk, and the values of the signs; none where it was not weighed at all."""

    kin: str
    kind: str
    talk: bool
    values: tuple[float, ...] | None
    needed: str  #: which of `NEEDED` counts
    found: bool  #: labels were found, without weighing


def texts(folder: Path) -> Iterator[tuple[str, str, bool, str]]:
    """The documents: kin, kind, whether it is a talk, text. The same in every run."""
    rng = Random(SEED)
    yield from _pieces(folder / "transcripts", rng)
    yield from _printed(rng)
    for half in (lookalikes.HALVES[0], lookalikes.FITTED):
        yield from _lookalikes(half)
    yield from _lookalikes(lookalikes.HALVES[0], "newsroom")
    yield from _cases()
    for line in (folder / "quotes" / "polnear_marked_train.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield article["id"], "articles", False, article["text"]


def _printed(rng: Random) -> Iterator[tuple[str, str, bool, str]]:
    """Our own dialogues, each whole and a piece of it, in the layouts and the documents without turns in sight."""
    own = sheet.own()
    prints: list[tuple[str, str, bool, Callable[[sheet.Dialogue, Random], str]]] = [
        *((name, "layouts", True, functools.partial(_text, layout)) for name, layout in LAYOUTS.items()),
        *((name, "negatives", False, negative) for name, negative in NEGATIVES.items()),
    ]
    seen = [one for one in prints if not layouts.is_held_back(one[0])]
    seen += [(name, HARD, False, negative) for name, negative in FITTED.items()]
    for name, kind, talk, printed in seen:
        for dialogue in layouts.spoken_in(name, own):
            for shown in (dialogue, _cut(dialogue, rng)):
                try:
                    yield name, kind, talk, printed(shown, Random(f"{name} {dialogue.name}"))
                except (IndexError, ValueError, StopIteration):
                    continue  # a page that prints more people than so short a dialogue has


def _text(layout: sheet.Layout, dialogue: sheet.Dialogue, rng: Random) -> str:
    return sheet.finish(layout(dialogue, rng)).text


def _lookalikes(half: str, lot: str = "lookalikes") -> Iterator[tuple[str, str, bool, str]]:
    """The talks, as they are and in plain prints; the documents without one, and the first and the last part of their lines."""
    kind = half if lot == "lookalikes" else f"{lot}, {half}"
    for page in lookalikes.pages(half, "talks", lot):
        yield page.name, f"talks, {kind}", True, lookalikes.document(page).text
        for printed in excerpts.PRINTS.values():
            yield page.name, f"talks, {kind}", True, "\n\n".join(printed(*turn) for turn in page.turns)
    for page in lookalikes.pages(half, "nobody", lot):
        lines = lookalikes.document(page).text.split("\n")
        part = int(len(lines) * PART)
        for shown in (lines, lines[:part], lines[-part:]):
            yield page.name, f"nobody, {kind}", False, "\n".join(shown)


def _cases() -> Iterator[tuple[str, str, bool, str]]:
    """The documents of the tests."""
    nobody, talk = _module("test_nobody"), _module("test_talk")
    for name, text in (nobody.NOBODY | talk.NO_TALKS).items():
        yield f"nobody: {name}", "tests, nobody", False, text
    for name, (text, _turns) in (nobody.SOMEBODY | talk.TALKS).items():
        yield f"somebody: {name}", "tests, talks", True, text


def _module(name: str) -> Any:
    """A file of tests, for its documents."""
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(TESTS / name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pieces(folder: Path, rng: Random) -> Iterator[tuple[str, str, bool, str]]:
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        build = [row["name"] for row in csv.DictReader(file, delimiter="\t") if row["use"] == "build"]
    for name in sorted(build):
        turns = excerpts.turns_of(folder / name / "gold.jsonl")
        if len(turns) < excerpts.FEWEST:
            continue
        for size in SIZES:
            for _ in range(TIMES):
                begin = rng.randrange(max(1, len(turns) - size + 1))
                for kind, printed in excerpts.PRINTS.items():
                    yield name, kind, True, "\n\n".join(printed(*turn) for turn in turns[begin : begin + size])


def _cut(dialogue: sheet.Dialogue, rng: Random) -> sheet.Dialogue:
    size = min(len(dialogue.turns), rng.choice((*SIZES, len(dialogue.turns))))
    begin = rng.randrange(len(dialogue.turns) - size + 1)
    return sheet.Dialogue(dialogue.name, dialogue.turns[begin : begin + size])


def rows(folder: Path) -> Iterator[Row]:
    """Every document with its signs, as the parser comes to weigh them."""
    seen: list[tuple[dict[str, float], bool]] = []

    def noted(*document: Any, known: bool = True) -> list[tuple[float, str]]:
        seen.append((signs(*document), known))
        return [(1e9, "")]

    nobody.weigh = noted
    for kin, kind, talk, text in texts(folder):
        seen.clear()
        lex = lexicon_of(text)
        lines = lines_of(text)
        found = find_labels(text, segment(text, lex, lines), lex, lines=lines)
        values = tuple(seen[-1][0][name] for name in SIGNS) if seen else None
        needed = "form" if seen and not seen[-1][1] else "doubtful" if found.doubtful else "sure"
        yield Row(kin, kind, talk, values, needed, bool(found.accepted))


def fitted(known: Sequence[Row], only: Sequence[str] = ()) -> list[float]:
    """Intercept and weights; of many documents of one kin each counts for less. With `only` all other weights stay as they are."""
    kin = Counter(row.kin for row in known)
    right = [row.talk for row in known]
    counts = [kin[row.kin] ** -0.5 * (HARDER if row.kind == HARD else 1) for row in known]
    if not only:
        return logistic.fit([row.values or () for row in known], right, RIDGE, counts)
    now = weights()
    new = [at for at, name in enumerate(SIGNS) if name in only]
    model = [now["start"], *(0.0 if name in only else now[name] for name in SIGNS)]
    found = logistic.fit(
        [[(row.values or ())[at] for at in new] for row in known],
        right,
        RIDGE,
        counts,
        [_points(row, model) for row in known],
    )
    for at, weight in zip(new, found[1:], strict=True):
        model[1 + at] = weight
    return model


def _points(row: Row, model: Sequence[float], names: Container[str] = SIGNS) -> float:
    """The points of a document, by the signs that count."""
    parts = zip(SIGNS, model[1:], row.values or (), strict=True)
    return model[0] + sum(weight * value for name, weight, value in parts if name in names)


def is_right(row: Row, model: Sequence[float]) -> bool:
    """Whether the weights tell a document for what it is."""
    if row.values is None:
        return row.found is row.talk
    points = _points(row, [0.0, *model[1:]], FORM) if row.needed == "form" else _points(row, model)
    return (points >= NEEDED[row.needed]) is row.talk


def main() -> int:
    """Collect, fit, write, and print what another fit makes of documents that it did not see."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR")
    parser.add_argument(
        "--only", metavar="SIGNS", default="", help="fit these signs, and leave all other weights as they are"
    )
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    if unknown := set(only) - set(SIGNS):
        parser.error(f"no such signs: {', '.join(sorted(unknown))}")
    every = list(rows(options.folder))
    known = [row for row in every if row.values is not None and row.needed != "form"]
    model = fitted(known, only)
    points = {"start": model[0], **NEEDED, **dict(zip(SIGNS, model[1:], strict=True))}
    TARGET.write_text(HEAD + "".join(f"{name} = {value:.2f}\n" for name, value in points.items()), encoding="utf-8")
    right: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        away = [row for row in every if hashlib.sha256(row.kin.encode()).digest()[1] % FOLDS == fold]
        other = fitted([row for row in known if row not in set(away)], only)
        for row in away:
            right[row.kind, "unseen"] += is_right(row, other)
            right[row.kind, "seen"] += is_right(row, model)
            right[row.kind, "all"] += 1
    timing.line("kind", "documents", "right", "right, kin unseen")
    for kind in dict.fromkeys(row.kind for row in every):
        timing.line(kind, *(str(right[kind, what]) for what in ("all", "seen", "unseen")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
