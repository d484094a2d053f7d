"""Learns which words two translators put for each other, by which verification tells one statement in two wordings.

    python benchmarks/verify_pairs.py EVAL_DIR/verify

From sentences in two translations, on the half that may be looked at: of each pair of sentences only the words that the
other lacks are left, and six rounds of expectation and maximisation say which of them stand for each other (Brown and
others 1993, "The mathematics of statistical machine translation", model 1), once in each direction. Names are left
out: those of one book say nothing of another. Writes src/quotedb/matching/pairs.toml; the same sentences give the same file.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import quotedb.matching
import verify_eval
from quotedb.matching.statements import key
from quotedb.parsing import words
from record import utterances
from record.utterances import Pair
from speed import timing

TARGET = Path(quotedb.matching.__file__).with_name("pairs.toml")
ROUNDS = 6
#: How often two words must stand for each other, and in what part of the places of either (the geometric mean of both).
LEAST, SHARE = 3.0, 0.25
#: Words that more often than this have a capital are names.
CAPITALS = 0.5
HEAD = """# Words that two translators put for each other, learned from sentences in two translations.
# Written by: python benchmarks/verify_pairs.py EVAL_DIR/verify
"""

Sides = tuple[list[str], list[str]]
Shares = dict[tuple[str, str], float]


def main() -> int:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description="Learn the words that translators put for each other.")
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR/verify")
    folder: Path = parser.parse_args().folder
    told = [p for p in utterances.translations(folder) if verify_eval.in_half(p.first, held_back=False)]
    found = learned(told)
    lines = [f'"{one}" = [{", ".join(f"{chr(34)}{other}{chr(34)}" for other in others)}]' for one, others in found]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    timing.line("learned from", f"{len(told)} pairs", f"{sum(len(others) for _, others in found)} pairs of words")
    return 0


def learned(told: Sequence[Pair]) -> list[tuple[str, list[str]]]:
    """Each word of the first translations that has partners, and its partners, in the order of the alphabet."""
    small = _without_names(told)
    sides = [_different(pair, small) for pair in told]
    there, count = _stands_for(sides)
    back, count_back = _stands_for((second, first) for first, second in sides)
    found: dict[str, list[str]] = defaultdict(list)
    for (one, other), share in sorted(there.items()):
        often = min(count[one, other], count_back.get((other, one), 0.0))
        if often >= LEAST and math.sqrt(share * back[other, one]) >= SHARE:
            found[one].append(other)
    return sorted(found.items())


def _without_names(told: Sequence[Pair]) -> set[str]:
    """The words that are mostly printed without a capital."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in (text for pair in told for text in (pair.first, pair.second)):
        for word in words(text):
            seen[word.form] += 1
            capital[word.form] += text[word.start].isupper()
    return {form for form, often in seen.items() if capital[form] <= CAPITALS * often}


def _different(pair: Pair, small: set[str]) -> Sides:
    """The words of each side that the other has in no form."""
    first, second = ([word.form for word in words(text)] for text in (pair.first, pair.second))
    keys, others = {key(form) for form in first}, {key(form) for form in second}
    return (
        [form for form in first if form in small and key(form) not in others],
        [form for form in second if form in small and key(form) not in keys],
    )


def _stands_for(sides: Iterable[Sides]) -> tuple[Shares, Shares]:
    """(word, word of the other side) -> in what part of the first one's places it stands for it, and how often."""
    rows = [(first, second) for first, second in sides if first and second]
    shares: Shares = {}
    count: Shares = {}
    for _ in range(ROUNDS):
        count, total = defaultdict(float), defaultdict(float)
        for first, second in rows:
            for other in second:
                likely = [shares.get((one, other), 0.0) if shares else 1.0 for one in first]
                whole = sum(likely)
                for one, part in zip(first, likely, strict=True):
                    if whole and part > 1e-4 * whole:
                        count[one, other] += part / whole
                        total[one] += part / whole
        shares = {(one, other): often / total[one] for (one, other), often in count.items()}
    return shares, count


if __name__ == "__main__":
    sys.exit(main())
