"""A record of 100,000 real utterances to verify against, and what was held back from it."""

from __future__ import annotations

import csv
import gzip
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import timing
from bench_writing import write
from quotedb.models import Analysis, Document, Rendering, Utterance

UTTERANCES, TRANSLATIONS = "utterances_100k.tsv.gz", "translations_dev.tsv.gz"
#: Every so many-th utterance is not in the record: what nobody said there, by the people who speak there.
HELD_BACK = 25


@dataclass(frozen=True, slots=True)
class Said:
    """Words with who said them, when, and in which text they stand."""

    speaker: str
    date: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in two translations; the first is in the record."""

    source: str
    first: str
    second: str


def utterances(folder: Path) -> tuple[list[Said], list[Said]]:
    """What is in the record, and what was held back."""
    kept: list[Said] = []
    held: list[Said] = []
    for number, row in enumerate(_rows(folder / UTTERANCES)):
        said = Said(f"Delegate of {row[0]}", row[1], row[2], row[3])
        (held if number % HELD_BACK == 0 else kept).append(said)
    return kept, held


def translations(folder: Path) -> list[Pair]:
    """The pairs, in their order."""
    return [Pair(ref.split()[0], first, second) for ref, first, second in _rows(folder / TRANSLATIONS)]


def speaker_of(pair: Pair) -> str:
    """Who speaks in a record of translations."""
    return f"Voice of {pair.source.title()}"


def database(folder: Path, place: Path | None = None, rendering: Rendering = "unknown") -> Path:
    """The record as a database, written once; `rendering` is that of the translations.

    `place`: a folder to keep it in (`QUOTEDB_EVAL_CACHE`, else the folder for temporary files).
    """
    place = place or Path(os.environ.get("QUOTEDB_EVAL_CACHE") or tempfile.gettempdir())
    path = place / f"quotedb-verify-{rendering}.db"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        write(unfinished, list(_documents(folder, rendering)))
        for left in path.parent.glob(f"{unfinished.name}-*"):
            left.unlink()
        unfinished.rename(path)
        timing.line("record", f"{path.stat().st_size / 2**20:.0f} MiB")
    return path


def _documents(folder: Path, rendering: Rendering) -> Iterator[tuple[Document, Analysis]]:
    texts: dict[tuple[str, str, Rendering], list[str]] = {}
    dates: dict[str, str] = {}
    for said in utterances(folder)[0]:
        texts.setdefault((said.source, said.speaker, "unknown"), []).append(said.text)
        dates.setdefault(said.source, said.date)
    for pair in translations(folder):
        texts.setdefault((pair.source, speaker_of(pair), rendering), []).append(pair.first)
    for (source, speaker, how), said_there in texts.items():
        yield _document(source, speaker, dates.get(source, ""), how, said_there)


def _document(source: str, speaker: str, date: str, how: Rendering, said: list[str]) -> tuple[Document, Analysis]:
    text, found, place = [], [], 0
    for passage, words in enumerate(said, 1):
        start = place + len(speaker) + 2
        text.append(f"{speaker}: {words}\n\n")
        found.append(
            Utterance(
                words,
                start,
                start + len(words),
                "turn",
                speaker,
                speaker,
                (speaker,),
                rendering=how,
                passage=passage,
                rule="label",
                confidence=0.99,
            )
        )
        place += len(text[-1])
    made = Document("".join(text), title=source, location=f"https://record.example/{source}", spoken=date or None)
    return made, Analysis(tuple(found), kinds={speaker: "person"})


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from rows
