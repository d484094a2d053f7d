"""A record in which it is known which statements are the same: two translations of one text, among 100,000 utterances.

Every chapter is read out twice by the same speaker, each time in another translation, in two documents without a date.
The other utterances are what delegates said, one document a speech: nothing there is the same by intention.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotedb.models import Analysis, Document
from record.spoken import transcript
from record.utterances import TRANSLATIONS, UTTERANCES, rows


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence in two translations."""

    ref: str
    first: str
    second: str

    @property
    def chapter(self) -> str:
        """The text that it stands in."""
        return self.ref.rpartition(":")[0]


def pairs(folder: Path, half: str) -> list[Pair]:
    """The pairs of every other chapter: "dev" to look at, "test" to be left alone until the end, "all"."""
    found = [Pair(*row) for row in rows(folder / TRANSLATIONS) if row[1].strip() and row[2].strip()]
    chapters = {chapter: number for number, chapter in enumerate(dict.fromkeys(pair.chapter for pair in found))}
    return [pair for pair in found if half == "all" or (chapters[pair.chapter] % 2 == 0) == (half == "dev")]


def documents(folder: Path, half: str, utterances: int = 100_000) -> Iterator[tuple[Document, Analysis]]:
    """The record: both translations of each chapter, and so many utterances of delegates."""
    for chapter, group in itertools.groupby(pairs(folder, half), lambda pair: pair.chapter):
        said = list(group)
        speaker = f"Reader of {chapter.rpartition(' ')[0].title()}"
        yield _document(f"{chapter}, first", speaker, [pair.first for pair in said], None)
        yield _document(f"{chapter}, second", speaker, [pair.second for pair in said], None)
    speeches: dict[tuple[str, str], list[str]] = {}
    days: dict[str, str] = {}
    for country, day, text, source in itertools.islice(rows(folder / UTTERANCES), utterances):
        speeches.setdefault((source, country), []).append(text)
        days.setdefault(source, day)
    for (source, country), texts in speeches.items():
        yield _document(source, f"Delegate of {country}", texts, days[source])


def _document(title: str, speaker: str, texts: list[str], day: str | None) -> tuple[Document, Analysis]:
    location = f"https://record.example/{title.replace(' ', '-')}"
    return transcript([(speaker, words) for words in texts], title, location, day)
