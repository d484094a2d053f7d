"""Verifying quotes of all kinds against a large record, beside the bare query of the full-text index for the same phrase."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from functools import partial
from itertools import islice
from pathlib import Path

import quotedb
from quotedb.parsing import words
from speed import corpus, timing
from speed.searching import compare, rows
from speed.writing import write

BARE = "SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ? LIMIT 20"
#: Utterances that quotes are drawn from, for each quote.
DRAWN = 30


def verify(utterances: int, quotes: int) -> None:
    """Build a record of so many utterances, ask `quotes` quotes of each kind, print medians and 95th percentiles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        seconds = timing.cpu(lambda: write(path, corpus.documents(utterances)))
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        timing.heading(f"Verifying against {utterances:,} utterances, milliseconds of CPU ({quotes} quotes a line)")
        timing.line("", "verify p50 / p95", "bare FTS5 p50 / p95", "ratio of p50")
        for name, asked, speaker in _kinds(conn, quotes):
            compare(
                name,
                [partial(quotedb.verify, conn, quote, speaker) for quote in asked],
                [partial(rows, conn, BARE, _phrase(quote)) for quote in asked],
                timing.cpu,
            )
        print(f"  the record was made in {seconds:.0f} CPU seconds and has {path.stat().st_size / 2**20:,.0f} MiB")
        conn.close()


def _kinds(conn: sqlite3.Connection, count: int) -> list[tuple[str, list[str], str | None]]:
    """Quotes of every kind, drawn from the record itself with a fixed seed, and of what nobody said there."""
    rng = random.Random(corpus.SEED)
    last = conn.execute("SELECT max(id) FROM utterances").fetchone()[0]
    drawn = [
        conn.execute("SELECT text FROM utterances WHERE id = ?", [number]).fetchone()[0]
        for number in rng.sample(range(1, last + 1), min(last, DRAWN * count))
    ]
    speaker = conn.execute("SELECT name FROM speakers WHERE id = 20").fetchone()[0]
    never = corpus.Corpus(corpus.SEED + 1)
    twelve, forty = _runs(drawn, 12, count, rng), _runs(drawn, 40, count, rng)
    return [
        ("verbatim, 4 words", _runs(drawn, 4, count, rng), None),
        ("verbatim, 12 words", twelve, None),
        ("verbatim, 40 words", forty, None),
        ("12 words, one changed", [_changed(quote, 1, rng) for quote in twelve], None),
        ("40 words, one changed", [_changed(quote, 1, rng) for quote in forty], None),
        ("the same, a speaker named", [_changed(quote, 1, rng) for quote in forty], speaker),
        ("40 words, eight changed", [_changed(quote, 8, rng) for quote in forty], None),
        ("12 words in any order", [_shuffled(quote, rng) for quote in twelve], None),
        ("what nobody said", list(islice((never.sentence() for _ in iter(int, 1)), count)), None),
    ]


def _runs(texts: list[str], length: int, count: int, rng: random.Random) -> list[str]:
    runs: list[str] = []
    for text in texts:
        found = words(text)
        if len(found) >= length and len(runs) < count:
            first = rng.randrange(len(found) - length + 1)
            runs.append(text[found[first].start : found[first + length - 1].end])
    return runs


def _changed(quote: str, many: int, rng: random.Random) -> str:
    parts = quote.split()
    for at in rng.sample(range(2, len(parts) - 2), min(many, len(parts) - 4)):
        parts[at] = "otherwise"
    return " ".join(parts)


def _shuffled(quote: str, rng: random.Random) -> str:
    parts = quote.split()
    return " ".join(rng.sample(parts, len(parts)))


def _phrase(quote: str) -> str:
    return '"' + " ".join(word.form for word in words(quote)) + '"'
