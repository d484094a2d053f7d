"""Linking: what an utterance costs in a small record and in one four times as large, and what a new document costs."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from quotedb.database.connection import open_to_write
from quotedb.database.store import Writer
from quotedb.matching import link
from speed import corpus, timing
from speed.writing import write


def linearity(small: int, times: int) -> None:
    """Link two records and print CPU milliseconds an utterance; then link one more document in the larger one."""
    timing.heading(f"linking {small:,} and {small * times:,} utterances, and 50 more")
    costs = []
    for utterances in (small, small * times):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "quotes.db"
            write(path, list(corpus.documents(utterances)))
            seconds = timing.cpu(lambda path=path: link(path))
            costs.append(1000 * seconds / utterances)
            total = open_to_write(path).conn.execute("SELECT count(*) FROM variants").fetchone()[0]
            timing.line(
                f"{utterances:,} utterances", f"{seconds:.1f} s CPU", f"{costs[-1]:.2f} ms each", f"{total:,} links"
            )
            if utterances > small:
                database = open_to_write(path)
                writer = Writer(database, "bench")
                writer.begin()
                for document, analysis in itertools.islice(corpus.documents(50, seed=7), 1):
                    writer.add(document, analysis)
                writer.commit()
                timing.line(
                    "one more document of 50", f"{timing.cpu(lambda database=database: link(database)):.1f} s CPU"
                )
                database.conn.close()
    timing.line("cost of one, large : small", f"{costs[1] / costs[0]:.2f}")
