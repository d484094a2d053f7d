"""Searching a large record, beside the bare query of the full-text index for the same words."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import quotedb
from quotedb.parsing import words
from speed import corpus, timing
from speed.writing import Work, write

BARE = "SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ? ORDER BY rank LIMIT 20"


def search(utterances: int, questions: int) -> None:
    """Build the record once, ask each kind of question `questions` times, print medians and 95th percentiles."""
    work = list(corpus.documents(utterances))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        write(path, work)
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        asked = _Questions(work, questions)
        timing.heading(f"Searching {utterances:,} utterances, milliseconds ({questions} questions a line)")
        timing.line("", "search p50 / p95", "bare FTS5 p50 / p95", "ratio of p50")
        for name, queries, speaker in asked.searches():
            compare(
                name,
                [partial(quotedb.search, conn, query, speaker=speaker) for query in queries],
                [partial(rows, conn, BARE, _fts(query)) for query in queries],
            )
        conn.close()


class _Questions:
    """What to ask, drawn from the record itself with a fixed seed."""

    def __init__(self, work: Work, count: int) -> None:
        self.rng = random.Random(corpus.SEED)
        said = [(u.text, u.speaker) for _, analysis in work for u in analysis.utterances]
        self.sampled = [text for text, _ in self.rng.sample(said, min(len(said), 50 * count))]
        self.count = count
        self.speaker = Counter(speaker for _, speaker in said).most_common(20)[-1][0]
        seen: Counter[str] = Counter(form for text in self.sampled for form in {word.form for word in words(text)})
        ranked = [form for form, _ in seen.most_common() if form.isalpha()]
        self.common = ranked[: max(5, count // 4)]
        self.rare = [form for form in ranked if seen[form] == 1]

    def searches(self) -> list[tuple[str, list[str], str | None]]:
        draw = self.rng.choice
        pick = self.rng.choices
        common, rare = pick(self.common, k=self.count), pick(self.rare, k=self.count)
        return [
            ("rare word", rare, None),
            ("common word", common, None),
            ("two words", [f"{draw(self.common)} {draw(self.common)}" for _ in range(self.count)], None),
            ("common word and rare word", [f"{a} {b}" for a, b in zip(common, rare, strict=True)], None),
            ("phrase of four words", [f'"{q}"' for q in self._runs(4)], None),
            ("common word, one speaker", common, self.speaker),
        ]

    def _runs(self, length: int) -> list[str]:
        runs: list[str] = []
        for text in self.rng.sample(self.sampled, len(self.sampled)):
            found = words(text)
            if len(found) >= length and len(runs) < self.count:
                first = self.rng.randrange(len(found) - length + 1)
                runs.append(text[found[first].start : found[first + length - 1].end])
        return runs


def _fts(query: str) -> str:
    return query if query.startswith('"') else " AND ".join(f'"{word}"' for word in query.split())


def rows(conn: sqlite3.Connection, sql: str, query: str) -> list[tuple[int]]:
    """What the index says to a query."""
    return conn.execute(sql, [query]).fetchall()


def compare(
    name: str,
    ours: Sequence[Callable[[], object]],
    bare: Sequence[Callable[[], object]],
    clock: Callable[[Callable[[], object]], float] = timing.wall,
) -> None:
    """Print a line: our calls beside the bare ones."""
    # the bare queries come first, so that what they find in no cache yet is not held against ours
    times = [[1000 * clock(call) for call in calls] for calls in (bare, ours)]
    (b50, b95), (o50, o95) = ((timing.median(t), timing.percentile(t, 0.95)) for t in times)
    timing.line(name, f"{o50:.2f} / {o95:.2f}", f"{b50:.2f} / {b95:.2f}", f"{o50 / b50:.1f}")
