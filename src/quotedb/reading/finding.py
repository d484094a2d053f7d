"""Which sources a command line means: files, folders with all below them, URLs, and what about.csv says of each."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from quotedb.errors import QuotedbError
from quotedb.models import Refusal
from quotedb.reading.content import raw
from quotedb.reading.content.encoding import decode
from quotedb.reading.content.sniff import HTML_SUFFIXES, OTHER_SUFFIXES, TEXT_SUFFIXES
from quotedb.reading.known.about import NAME, AboutSheet, Row, load_about
from quotedb.reading.speech import elements, segments, tables

if TYPE_CHECKING:
    from quotedb.reading.known.fields import Fields

READABLE = (
    *TEXT_SUFFIXES,
    *HTML_SUFFIXES,
    *OTHER_SUFFIXES,
)  #: suffixes that are taken from folders; a file that is named is always tried


@dataclass(frozen=True, slots=True)
class Source:
    """A place to read from, small enough to be sent to a worker: ``read(source.location, **source.about)``."""

    location: str  #: a path as given, with "/" between folders, or a URL
    about: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """All that a list of paths and URLs stands for."""

    sources: list[Source]
    refused: list[Refusal]
    warnings: list[str]
    passed_over: list[str]  #: paths in folders that are no documents: unknown kinds, hidden files, about.csv, README


def find_sources(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str], about: str | os.PathLike[str] | None = None
) -> Found:
    """The sources that `paths` (files, folders, URLs) stand for, each once; in a folder first the files, by name.

    An about.csv speaks for the files in its folder and below; the nearest wins, `about` beats them all. Raises
    UnreadableSource only where `about` itself cannot be used; everything else that is wrong stands in the result.
    """
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    search = _Search(load_about(about) if about is not None else None)
    for path in paths:
        text = os.fspath(path)
        if "://" in text:
            search.add(text, [])
        else:
            search.add_path(PurePath(text).as_posix())
    return search.found()


class _Search:
    """What has been found so far; sheets are loaded once and folders entered once, whatever links lead to them."""

    def __init__(self, main: AboutSheet | None) -> None:
        self.main = main
        self.sheets: dict[str, AboutSheet | None] = {}
        self.pending: dict[str, tuple[str, list[AboutSheet]]] = {}  # real path or URL -> location, sheets far to near
        self.refused: list[Refusal] = []
        self.passed_over: list[str] = []
        self.warnings: list[str] = list(main.warnings) if main else []

    def add(self, location: str, sheets: list[AboutSheet]) -> None:
        key = location if "://" in location else os.path.realpath(location)
        self.pending.setdefault(key, (location, sheets))

    def add_path(self, path: str) -> None:
        try:
            if Path(path).is_dir():
                self.add_folder(path)
            elif Path(path).exists() or Path(path).is_symlink():
                sheet = self.sheet_of(PurePath(path).parent.as_posix())
                self.add(path, [sheet] if sheet else [])
            else:
                self.refused.append(Refusal(path, f"{path} is not there; check the path"))
        except (OSError, ValueError) as error:
            self.refused.append(
                Refusal(path, f"{path} cannot be looked at: {getattr(error, 'strerror', None) or error}")
            )

    def add_folder(self, folder: str) -> None:
        before = len(self.refused)
        entered: set[str] = set()
        seen = 0
        for place, names, sheets in self.walk(folder, [], entered):
            for name in names:
                location = PurePath(place, name).as_posix()
                if _is_document(name) and not _is_pipe(location) and not _is_other_data(location):
                    seen += 1
                    self.add(location, sheets)
                else:
                    self.passed_over.append(location)
        if not seen and len(self.refused) == before:
            kinds = ", ".join(READABLE)
            self.refused.append(
                Refusal(folder, f"{folder} is a folder without documents; quotedb looks for {kinds} in it")
            )

    def walk(
        self, folder: str, above: list[AboutSheet], entered: set[str]
    ) -> Iterator[tuple[str, list[str], list[AboutSheet]]]:
        """Folders below `folder`, sorted, with their file names and the sheets that speak for them, far to near."""
        waiting = [(folder, above)]
        while waiting:
            place, sheets = waiting.pop()
            real = os.path.realpath(place)
            if real in entered:  # a link back to a folder above
                continue
            entered.add(real)
            try:
                entries = sorted(os.scandir(place), key=lambda entry: entry.name)
            except OSError as error:
                self.refused.append(Refusal(place, f"{place} cannot be opened: {error.strerror}; check its rights"))
                continue
            sheet = self.sheet_of(place)
            sheets = [*sheets, sheet] if sheet else sheets
            folders = [entry for entry in entries if _is_folder(entry)]
            known = {entry.name for entry in folders}
            hidden = [entry.name for entry in folders if entry.name.startswith(".")]
            yield place, [entry.name for entry in entries if entry.name not in known] + hidden, sheets
            below = [PurePath(place, entry.name).as_posix() for entry in folders if not entry.name.startswith(".")]
            waiting.extend((path, sheets) for path in reversed(below))

    def sheet_of(self, folder: str) -> AboutSheet | None:
        path = PurePath(folder, NAME).as_posix()
        real = os.path.realpath(path)
        if real not in self.sheets:
            self.sheets[real] = self.load(path) if Path(path).is_file() else None
        return self.sheets[real]

    def load(self, path: str) -> AboutSheet | None:
        if self.main and os.path.realpath(path) == os.path.realpath(self.main.path):
            return None  # it speaks already, and louder
        try:
            sheet = load_about(path)
        except QuotedbError as error:
            self.refused.append(Refusal(path, str(error)))
            return None
        self.warnings.extend(sheet.warnings)
        return sheet

    def found(self) -> Found:
        sources: list[Source] = []
        taken: dict[int, list[str]] = {}  # id of a row -> the files that it spoke for
        rows: dict[int, tuple[AboutSheet, Row]] = {}
        chosen = {location: self.rows_of(location, sheets) for location, sheets in self.pending.values()}
        for location, pairs in chosen.items():
            for sheet, row in pairs:
                rows[id(row)] = (sheet, row)
                taken.setdefault(id(row), []).append(location)
        doubtful = {key for key, files in taken.items() if len(files) > 1}
        for location, pairs in chosen.items():
            fields: Fields = {}
            errors = [row.error for _, row in pairs if row.error and id(row) not in doubtful]
            for _, row in pairs:
                if id(row) not in doubtful:
                    fields |= row.fields
            if errors:
                self.refused.append(Refusal(location, errors[0]))
            else:
                sources.append(Source(location, fields))
        for key in doubtful:
            sheet, row = rows[key]
            files = ", ".join(taken[key])
            self.warnings.append(
                f"{sheet.path}, row {row.line}: '{row.file}' may mean {files}; write its path to say which"
            )
        for known in [self.main, *self.sheets.values()]:
            for row in known.rows if known else ():
                if known and id(row) not in taken and known.absent(row):
                    self.warnings.append(f"{known.path}, row {row.line}: the file '{row.file}' is not there")
        return Found(sources, self.refused, self.warnings, self.passed_over)

    def rows_of(self, location: str, sheets: list[AboutSheet]) -> list[tuple[AboutSheet, Row]]:
        ordered = [*sheets, self.main] if self.main else sheets
        return [(sheet, row) for sheet in ordered if (row := sheet.row_for(location))]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_document(name: str) -> bool:
    if name.startswith((".", "~$")) or name == NAME or name.upper().startswith("README"):
        return False
    return PurePath(name).suffix.lower() in READABLE


def _is_pipe(location: str) -> bool:
    """Whether it is a pipe, socket or device, which nobody may ever write to: a run at night would wait for it for ever."""
    try:
        mode = Path(location).stat().st_mode
    except (OSError, ValueError):  # what is wrong with it is told when it is read
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


#: Suffixes of settings and tables, and what tells that they hold a transcript.
_DATA: dict[str, Callable[[str], bool]] = {
    ".json": segments.is_transcript,
    ".jsonl": tables.is_table,
    ".csv": tables.is_table,
    ".tsv": tables.is_table,
    ".xml": elements.is_transcript,
}


def _is_other_data(location: str) -> bool:
    """Whether a file by its suffix holds data and is no transcript: folders are full of settings and tables."""
    is_transcript = _DATA.get(PurePath(location).suffix.lower())
    if is_transcript is None:
        return False
    try:
        source = raw.from_path(location)
        return not is_transcript(decode(source.content, location) if isinstance(source.content, bytes) else "")
    except QuotedbError:
        return True
