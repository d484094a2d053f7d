"""Takes the pictures of the pages: a real `quotedb serve` with the sample documents, and the report on a draft, in a headless Chromium.

Run it from the project's folder after the pages have changed: `python docs/pictures.py`, then look at each picture.
"""

from __future__ import annotations

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from PIL import Image

from examples import ROOT, run, session

FOLDER = ROOT / "docs" / "pictures"
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
#: Name of the picture, size of the window, and the page: a path, or how the database leads to it.
Page = str | Callable[[sqlite3.Connection], str]
PICTURES: tuple[tuple[str, str, Page], ...] = (
    ("search.png", "1000,860", "/search?q=hinge&speaker=Achterveld"),
    ("quote.png", "1000,1000", lambda conn: f"/quote/{_interpreted_quotation(conn)}"),
    ("document.png", "1000,1000", "/document/3"),
    ("what-did-x-say.png", "1200,900", "/quotes/what_did_x_say_about_y?words=wave&speaker=Karrandel"),
)


#: The report on the draft of the docs: a file, not a page of the site.
REPORT = ("report.png", "1100,1500")


def _interpreted_quotation(conn: sqlite3.Connection) -> str:
    """The shortest turn of some length that came through an interpreter."""
    sql = "SELECT uid FROM utterances WHERE rendering = 'interpreted' AND length(text) > 200 ORDER BY length(text), uid LIMIT 1"
    return str(conn.execute(sql).fetchone()[0])


@contextmanager
def served() -> Iterator[tuple[str, sqlite3.Connection]]:
    """A running site with the sample documents: its address, and its database."""
    with session() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        run("quotedb ingest quotes.db transcripts", folder)
        server = subprocess.Popen(
            [sys.executable, "-m", "quotedb", "serve", "quotes.db", "--", "--port", str(port)],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{port}"
        connection = sqlite3.connect(folder / "quotes.db")
        try:
            _wait(address)
            yield address, connection
        finally:
            connection.close()
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The site did not come up.")


def take(address: str, picture: Path, size: str) -> None:
    """One picture of one page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit(
            "The pictures need Chromium: install it (Debian, Ubuntu: apt install chromium), then run this again."
        )
    with tempfile.TemporaryDirectory() as profile:
        seen = [*QUIET, f"--user-data-dir={profile}", f"--window-size={size}", f"--screenshot={picture}", address]
        subprocess.run([chromium, *seen], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def report(picture: Path, size: str) -> None:
    """The page that `verify --file` writes for the draft of the docs."""
    with session() as folder:
        run(
            "quotedb ingest quotes.db transcripts; quotedb verify quotes.db --file draft.txt --html report.html || true",
            folder,
        )
        take((folder / "report.html").as_uri(), picture, size)
    # a page of text needs few colours, and a picture of the docs is to be small
    Image.open(picture).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    report(FOLDER / REPORT[0], REPORT[1])
    with served() as (site, database):
        for name, size, page in PICTURES:
            take(site + (page if isinstance(page, str) else page(database)), FOLDER / name, size)
            print(f"{name}: {(FOLDER / name).stat().st_size // 1000} kB")
