"""What several tests share: our sample documents in a database, and small databases made on the spot."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import quotedb
from quotedb.cli import main
from serving import Server, serving

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "transcripts"

os.environ.setdefault("COLUMNS", "100")


@pytest.fixture(scope="session")
def samples_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all sample documents; for reading only."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(SAMPLES, folder / "transcripts")
    path = folder / "quotes.db"
    report = quotedb.ingest(path, [folder / "transcripts"])
    assert not report.refused
    return path


@pytest.fixture(scope="session")
def site(samples_db: Path) -> Iterator[Server]:
    """The sample documents, served."""
    with serving(samples_db) as server:
        yield server


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[..., Path]:
    """Make a database from texts: ``fresh(minutes="Mara Olin: Good morning.")`` ingests minutes.txt."""

    def make(**texts: str) -> Path:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        quotedb.ingest(tmp_path / "quotes.db", [folder])
        return tmp_path / "quotes.db"

    return make


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line in this process."""

    def command(*words: str | Path) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words])

    return command


@pytest.fixture
def sql() -> Iterator[Callable[..., list[tuple[object, ...]]]]:
    """Ask a database file something in SQL."""
    opened: list[sqlite3.Connection] = []

    def ask(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
        opened.append(sqlite3.connect(path))
        return opened[-1].execute(query, values).fetchall()

    yield ask
    for connection in opened:
        connection.close()


def transcript(*turns: tuple[str, str]) -> str:
    """A transcript's text from (label, words)."""
    return "\n\n".join(f"{label}: {words}" for label, words in turns) + "\n"


def turns_of(text: str, form: str = "auto") -> list[tuple[str | None, str]]:
    """The turns of a text as (label, words), the pieces of one turn joined, all white space a single blank."""
    return [(label, " ".join(words.split())) for label, words in turns_as_printed(text, form)]


def turns_as_printed(text: str, form: str = "auto") -> list[tuple[str | None, str]]:
    """The same, with the line breaks of the text."""
    found: dict[int, list[quotedb.Utterance]] = {}
    for utterance in quotedb.parse(text, form=form):  # type: ignore[arg-type]
        if utterance.kind == "turn":
            found.setdefault(utterance.passage, []).append(utterance)
    return [(pieces[0].label, " ".join(u.text for u in pieces)) for pieces in found.values()]


def table(*tables: dict[str, tuple[str, list[tuple[str | None, str]]]]) -> pytest.MarkDecorator:
    """Cases for a test of (text, expected): each has a name, a printed document and its turns."""
    cases = [pytest.param(*case, id=name) for one in tables for name, case in one.items()]
    return pytest.mark.parametrize(("text", "expected"), cases)
