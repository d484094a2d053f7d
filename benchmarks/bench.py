"""Speed, always as ratios within one run: figures of two machines, or of a busy and an idle one, say little.

    python benchmarks/bench.py              all parts, some minutes
    python benchmarks/bench.py --quick      smaller amounts, under a minute
    python benchmarks/bench.py --only parsing --only starting
    python benchmarks/bench.py --only million       verifying against 1,000,000 utterances: two minutes and a gigabyte of disk

Nothing is asserted; see benchmarks/README.md for what the figures mean. The text is invented (corpus.py), the seed fixed.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from importlib import metadata

import speed.linking
import speed.pages
import speed.parsing
import speed.quotes
import speed.searching
import speed.verifying
import speed.writing
from speed import timing


def writing(quick: bool) -> None:
    speed.writing.rows_a_second(20_000 if quick else 100_000, 2 if quick else 5)


def memory(quick: bool) -> None:
    speed.writing.memory((100, 1_000) if quick else (1_000, 10_000))


def linking(quick: bool) -> None:
    speed.linking.linearity(2_000 if quick else 25_000, 4)


def parsing(quick: bool) -> None:
    speed.parsing.words_a_second(20 if quick else 100, 2 if quick else 5)
    speed.parsing.linearity(100 if quick else 300, 25 if quick else 75, 2 if quick else 5)


def quotes(quick: bool) -> None:
    speed.quotes.beside_textacy(8 if quick else 84)


def searching(quick: bool) -> None:
    speed.searching.search(20_000 if quick else 100_000, 20 if quick else 60)


def verifying(quick: bool) -> None:
    speed.verifying.verify(20_000 if quick else 100_000, 20 if quick else 60)


def million(quick: bool) -> None:
    """Two minutes and a gigabyte in the folder for temporary files: only where it is asked for."""
    speed.verifying.verify(1_000_000, 20 if quick else 60)


def pages(quick: bool) -> None:
    speed.pages.pages(20_000 if quick else 300_000, 20 if quick else 50)


def starting(quick: bool) -> None:
    """The time until Python runs nothing, has imported quotedb, has printed its help."""
    timing.heading("Starting, seconds on the clock in a fresh process (median)")
    bare = 0.0
    for name, arguments in (
        ("python -c pass", ["-c", "pass"]),
        ("import quotedb", ["-c", "import quotedb"]),
        ("quotedb --help", ["-c", "from quotedb.cli import main; main(['--help'], prog_name='quotedb')"]),
    ):
        run = partial(subprocess.run, [sys.executable, *arguments], check=True, capture_output=True)
        run()
        seconds = timing.median([timing.wall(run) for _ in range(3 if quick else 9)])
        bare = bare or seconds
        timing.line(name, f"{seconds:.3f} s", f"{seconds / bare:.1f} times python")


PARTS: dict[str, Callable[[bool], None]] = {
    "writing": writing,
    "memory": memory,
    "parsing": parsing,
    "quotes": quotes,
    "searching": searching,
    "verifying": verifying,
    "million": million,
    "linking": linking,
    "pages": pages,
    "starting": starting,
}

#: Parts that run only when they are named.
ASKED_FOR = {"million"}


def main() -> None:
    """Read the options and run the parts."""
    parser = argparse.ArgumentParser(description="Measure speed, as ratios within one run.")
    parser.add_argument("--quick", action="store_true", help="smaller amounts, under a minute")
    parser.add_argument("--only", action="append", choices=PARTS, help="run this part; may be given more than once")
    options = parser.parse_args()
    print(
        f"quotedb {metadata.version('quotedb')}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{os.cpu_count()} cores, {datetime.now(UTC):%Y-%m-%d}"
    )
    for name, part in PARTS.items():
        if name in (options.only or PARTS.keys() - ASKED_FOR):
            part(options.quick)


if __name__ == "__main__":
    main()
