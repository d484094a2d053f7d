"""The pages of the site over HTTP, in a large record, beside Datasette's own page of the table."""

from __future__ import annotations

import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from quotedb.parsing import words
from speed import corpus, timing
from speed.writing import write


def pages(utterances: int, requests: int) -> None:
    """Serve a record, ask for each kind of page `requests` times, print medians and 95th percentiles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        write(path, list(corpus.documents(utterances)))
        asked = _addresses(path, requests)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "quotedb", "serve", str(path), "--", "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                _wait(port)
                timing.heading(f"Pages of {utterances:,} utterances, milliseconds, warm ({requests} requests a line)")
                timing.line("", "p50 / p95")
                for name, addresses in asked.items():
                    for address in addresses[:3]:
                        _get(port, address)
                    times = [1000 * timing.wall(lambda a=address: _get(port, a)) for address in addresses]
                    timing.line(name, f"{timing.median(times):.0f} / {timing.percentile(times, 0.95):.0f}")
            finally:
                process.terminate()
                process.wait(timeout=20)


def _addresses(path: Path, count: int) -> dict[str, list[str]]:
    rng = random.Random(corpus.SEED)
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    said = conn.execute(
        "SELECT uid, document_id, text FROM utterances ORDER BY random() LIMIT ?", [50 * count]
    ).fetchall()
    slugs = [row[0] for row in conn.execute("SELECT slug FROM speakers ORDER BY id LIMIT ?", [count])]
    names = [row[0] for row in conn.execute("SELECT name FROM speakers ORDER BY id LIMIT ?", [count])]
    conn.close()
    seen = Counter(form for _, _, text in said for form in {word.form for word in words(text)} if form.isalpha())
    ranked = [form for form, _ in seen.most_common()]
    common, rare = ranked[: max(5, count // 4)], [form for form in ranked if seen[form] == 1]

    def drawn(pool: Sequence[str]) -> list[str]:
        return [quote(one) for one in rng.choices(pool, k=count)]

    quotes = [quote(" ".join(text.split()[:12])) for _, _, text in said[:count]]
    return {
        "front": ["/"] * count,
        "search, common word": [f"/search?q={one}" for one in drawn(common)],
        "search, two common words": [f"/search?q={a}+{b}" for a, b in zip(drawn(common), drawn(common), strict=True)],
        "search, rare word": [f"/search?q={one}" for one in drawn(rare)],
        "search, common word, one speaker": [
            f"/search?q={a}&speaker={b}" for a, b in zip(drawn(common), drawn(names), strict=True)
        ],
        "search, nothing typed": ["/search?q="] * count,
        "search, nothing found": [f"/search?q={one}xq" for one in drawn(rare)],
        "feed of a common word": [f"/search.atom?q={one}" for one in drawn(common)],
        "utterance": [f"/quote/{uid}" for uid, _, _ in said[:count]],
        "document": [f"/document/{number}" for _, number, _ in said[:count]],
        "speaker": [f"/speaker/{quote(slug)}" for slug in slugs],
        "verify, 12 words": [f"/verify?quote={one}" for one in quotes],
        "Datasette's page of the table": ["/quotes/utterances"] * count,
        "its search, common word": [f"/quotes/utterances?_search={one}" for one in drawn(common)],
    }


def _get(port: int, address: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=60) as answer:  # our own server
        body: bytes = answer.read()
    return body


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            _get(port, "/-/versions.json")
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("the server did not start")
