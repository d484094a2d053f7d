"""A record of 100,000 real utterances to verify against, and what was held back from it."""

from __future__ import annotations

import csv
import gzip
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quotedb.database import migrate
from quotedb.models import Analysis, Document, Rendering
from record.spoken import transcript
from speed.writing import write

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
    rendering: Rendering  #: of the first, as the record says


def utterances(folder: Path, most: int | None = None) -> tuple[list[Said], list[Said]]:
    """What is in the record, and what was held back; `most`: only of the first so many."""
    kept: list[Said] = []
    held: list[Said] = []
    for number, row in enumerate(islice(rows(folder / UTTERANCES), most)):
        said = Said(f"Delegate of {row[0]}", row[1], row[2], row[3])
        (held if number % HELD_BACK == 0 else kept).append(said)
    return kept, held


def translations(folder: Path, most: int | None = None) -> list[Pair]:
    """The pairs, in their order. Of every second one the record says that it is translated."""
    table = list(rows(folder / TRANSLATIONS))
    step = max(1, len(table) // most) if most else 1
    return [
        Pair(ref.split()[0], first, second, "translated" if number % 2 else "unknown")
        for number, (ref, first, second) in enumerate(table[::step])
    ]


def speaker_of(pair: Pair) -> str:
    """Who speaks in a record of translations."""
    return f"Voice of {pair.source.title()}"


def database(folder: Path, most: int | None = None) -> Path:
    """The record as a database, written once, into `QUOTEDB_EVAL_CACHE`, else into the folder for temporary files.

    `most`: a smaller record, of so many utterances and a sixth of that in translations.
    """
    place = Path(os.environ.get("QUOTEDB_EVAL_CACHE") or tempfile.gettempdir())
    path = place / f"quotedb-verify-{most or 'whole'}.db"
    if path.exists():
        migrate(path)  # an earlier version may have written it
        return path
    unfinished = path.with_suffix(".part")
    for left in path.parent.glob(f"{unfinished.name}*"):
        left.unlink()
    write(unfinished, list(_documents(folder, most)))
    unfinished.rename(path)
    return path


def _documents(folder: Path, most: int | None) -> Iterator[tuple[Document, Analysis]]:
    texts: dict[tuple[str, str, Rendering], list[str]] = {}
    dates: dict[str, str] = {}
    for said in utterances(folder, most)[0]:
        texts.setdefault((said.source, said.speaker, "unknown"), []).append(said.text)
        dates.setdefault(said.source, said.date)
    for pair in translations(folder, most and most // 6):
        texts.setdefault((f"{pair.source}, {pair.rendering}", speaker_of(pair), pair.rendering), []).append(pair.first)
    for (source, speaker, how), said_there in texts.items():
        turns = [(speaker, words) for words in said_there]
        yield transcript(turns, source, f"https://record.example/{source}", dates.get(source) or None, how)


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a table, without its head."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(table)
        yield from table
