"""Short pieces of real talks in plain print: how many of their turns are found, and how many pieces give none.

    python benchmarks/excerpts.py EVAL_DIR/transcripts

A page often holds no more than the opening of a talk. Whatever refuses whole documents (lists, minutes, reviews) is
held against these: three to twelve turns in a row of somebody else's transcripts, printed with a colon, in bold, in
capitals and with the label on its own line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import quotedb
from speed import timing

FOUND, EMPTY = "excerpts: turns found", "excerpts: without a turn"
SEED, TIMES = 7, 12
SIZES = (3, 4, 6, 8, 12)
#: A file with fewer turns is itself no more than an excerpt; a turn is cut after a sentence within so many characters.
FEWEST, LONGEST = 12, 600

Turn = tuple[str, str]  # label, words
PRINTS: dict[str, Callable[[str, str], str]] = {
    "colon": lambda label, words: f"{label}: {words}",
    "bold": lambda label, words: f"**{label}:** {words}",
    "capitals": lambda label, words: f"{label.upper()}: {words}",
    "own line": lambda label, words: f"{label}\n{words}",
}


def excerpts(folder: Path) -> Iterator[list[Turn]]:
    """The same pieces in every run."""
    rng = Random(SEED)
    for gold in sorted(folder.glob("*/gold.jsonl")):
        turns = turns_of(gold)
        if len(turns) < FEWEST:
            continue
        for size in SIZES:
            for _ in range(TIMES):
                begin = rng.randrange(len(turns) - size + 1)
                yield turns[begin : begin + size]


def turns_of(gold: Path) -> list[Turn]:
    """The turns of one transcript, long ones cut."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return [(line["speaker_label"], _cut(line["text"].strip())) for line in lines]


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(". ")[0].rstrip(".") + "."


def count(text: str) -> int:
    """How many turns are found."""
    return len({utterance.passage for utterance in quotedb.parse(text) if utterance.kind == "turn"})


def measure(folder: Path) -> dict[str, tuple[int, int, int, int]]:
    """For each print: pieces, their turns, turns found (no more than there are), pieces without one."""
    pieces = list(excerpts(folder))
    if not pieces:
        raise FileNotFoundError(folder / "*" / "gold.jsonl")
    result = {}
    for name, printed in PRINTS.items():
        found = [count("\n\n".join(printed(*turn) for turn in piece)) for piece in pieces]
        right = sum(min(number, len(piece)) for number, piece in zip(found, pieces, strict=True))
        result[name] = (len(pieces), sum(map(len, pieces)), right, found.count(0))
    return result


def figures(folder: Path) -> dict[str, float]:
    """For the gate: the share of turns found in percent, and how many pieces gave none, all prints together."""
    rows = list(measure(folder).values())
    return {FOUND: 100 * sum(row[2] for row in rows) / sum(row[1] for row in rows), EMPTY: sum(row[3] for row in rows)}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of transcripts with their gold.jsonl")
    timing.line("print", "pieces", "turns", "found", "no turn")
    for name, row in measure(parser.parse_args(arguments).folder).items():
        timing.line(name, *map(str, row))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
