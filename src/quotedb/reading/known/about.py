"""about.csv: title, publisher, dates, event and address for many files at once, one row a file."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from quotedb.errors import QuotedbError, UnreadableSource
from quotedb.reading.content import raw
from quotedb.reading.content.encoding import decode
from quotedb.reading.known.fields import FIELDS, Fields, clean_fields, one_line

NAME = "about.csv"  #: as it is called in a folder
_DELIMITERS = ",;\t"  # Excel writes ";" where the comma is the decimal mark


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the file it speaks of, what it says, or why that cannot be used."""

    file: str  #: as written, with "/" between folders; a path relative to the sheet, or a URL
    line: int  #: of the sheet, from 1
    fields: Fields
    error: str = ""


@dataclass(frozen=True, slots=True)
class AboutSheet:
    """A sheet as it was loaded; `warnings` are sentences about columns and rows that were passed over."""

    path: str
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()
    _by_path: dict[str, Row] = field(default_factory=dict, repr=False)
    _by_name: dict[str, Row | None] = field(default_factory=dict, repr=False)

    def for_file(self, path: str | os.PathLike[str]) -> Fields:
        """What the sheet says of the file at `path` (or of a URL); {} where no row speaks of it.

        Raises QuotedbError where that row holds a date or language that cannot be understood.
        """
        row = self.row_for(path)
        if row is None:
            return {}
        if row.error:
            raise QuotedbError(row.error)
        return dict(row.fields)

    def row_for(self, path: str | os.PathLike[str]) -> Row | None:
        """The row for a file: by its path, else by its name where one row alone has it and its path is not there."""
        if row := self._by_path.get(_key(self.path, os.fspath(path), given=True)):
            return row
        return self._by_name.get(PurePosixPath(_posix(os.fspath(path))).name)

    def absent(self, row: Row) -> bool:
        """Whether the row's file is not there (a URL is never there nor absent)."""
        return "://" not in row.file and not Path(_key(self.path, row.file)).exists()


def load_about(path: str | os.PathLike[str]) -> AboutSheet:
    """Load a sheet with a header line and a column `file`; commas, semicolons or tabs between the columns.

    Raises UnreadableSource where there is no table to be read. A row with a bad date does not spoil the others: it is
    reported when its file is asked for.
    """
    source = raw.from_path(path)
    name = source.name
    assert isinstance(source.content, bytes)  # noqa: S101 - a file gives bytes
    text = decode(source.content, name)
    lines = text.split("\n", 1)
    if lines[0].lower().startswith("sep=") and len(lines) > 1:  # Excel's own mark of the delimiter
        text = lines[1]
    header_line = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        header = [column.strip().lower() for column in next(table, [])]
        if "file" not in header:
            raise UnreadableSource(
                f"{name} has no column 'file'; its first line must name the columns, such as file,title,published"
            )
        rows = tuple(row for cells in table if (row := _row(name, header, cells, table.line_num)))
    except csv.Error as error:
        raise UnreadableSource(
            f"{name} is no sound CSV: {error}; save it again from the spreadsheet as CSV UTF-8"
        ) from None
    unknown = [column for column in header if column and column != "file" and column not in FIELDS]
    warnings = [f"{name}: the column '{column}' is not known and was passed over" for column in unknown]
    by_path: dict[str, Row] = {}
    for row in rows:
        key = _key(name, row.file)
        if key in by_path:
            warnings.append(
                f"{name}, row {row.line}: '{row.file}' has a row already, row {by_path[key].line}; that one counts"
            )
        by_path.setdefault(key, row)
    return AboutSheet(name, rows, tuple(warnings), by_path, _names(name, rows))


def _row(name: str, header: list[str], cells: list[str], line: int) -> Row | None:
    values = {column: one_line(cell) for column, cell in zip(header, cells, strict=False)}
    file = _posix(values.get("file", "")).removeprefix("./")
    if not file:
        return None
    said = {column: value for column, value in values.items() if column in FIELDS}
    try:
        return Row(file, line, clean_fields(said, strict=True))
    except QuotedbError as error:
        return Row(file, line, {}, f"{name}, row {line} ({file}): {error}")


def _names(sheet: str, rows: tuple[Row, ...]) -> dict[str, Row | None]:
    """Rows by the bare file name, for files that stand elsewhere than the sheet says; None where two rows share it."""
    names: dict[str, Row | None] = {}
    for row in rows:
        if "://" in row.file or Path(_key(sheet, row.file)).exists():
            continue
        base = PurePosixPath(row.file).name
        names[base] = None if base in names else row
    return names


def _posix(path: str) -> str:
    return path if "://" in path else path.replace("\\", "/")


def _key(sheet: str, file: str, *, given: bool = False) -> str:
    """One spelling for a file: absolute, without "..". A row's path starts at the sheet, a given one where we are."""
    if "://" in file:
        return file
    start = "" if given else os.path.dirname(sheet)  # noqa: PTH120 - strings throughout
    return os.path.realpath(os.path.join(start, file))  # noqa: PTH118
