"""Rows on their way out: JSON lines, CSV, or a table for people, with colour only where a terminal shows it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import click
from tabulate import tabulate

from quotedb.database import csv_line, open_to_read, open_to_write
from quotedb.errors import UnknownName, pasteable
from quotedb.models import Unjoined

Command = Callable[..., Any]
database_argument = click.argument("database", metavar="DATABASE", type=click.Path(dir_okay=True))


def row_options(command: Command) -> Command:
    """Add --json and --csv to a command that prints rows."""
    command = click.option("--csv", "form", flag_value="csv", help="Print CSV.")(command)
    return click.option("--json", "form", flag_value="json", help="Print one JSON object a line.")(command)


@contextlib.contextmanager
def opened(database: str, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """An open database, closed afterwards; sentences of the rooms below name it as the person did."""
    connection = (open_to_write if write else open_to_read)(database).conn
    try:
        yield connection
    except UnknownName as error:
        raise UnknownName(str(error).replace("DATABASE", _path(database))) from error
    finally:
        connection.close()


def as_dict(value: Any) -> dict[str, Any]:
    """A dataclass or mapping as plain values, ready for JSON."""
    return dict(value) if isinstance(value, Mapping) else dataclasses.asdict(value)


def print_rows(rows: Iterable[Any], form: str | None, columns: Sequence[str]) -> None:
    """Print rows (dataclasses or mappings): all their fields as JSON, `columns` as CSV or a table."""
    if form == "json":
        for row in rows:
            click.echo(json.dumps(as_dict(row), ensure_ascii=False))
        return
    table = [[cell(as_dict(row).get(column)) for column in columns] for row in rows]
    if form == "csv":
        click.echo(csv_line(columns), nl=False)
        for line in table:
            click.echo(csv_line(line), nl=False)
    elif table:
        click.echo(
            tabulate(
                table,
                headers=[c.replace("_", " ") for c in columns],
                tablefmt="simple",
                maxcolwidths=_widest(table, columns),
                disable_numparse=True,
            )
        )


def _widest(table: Sequence[Sequence[Any]], columns: Sequence[str]) -> int:
    """How wide a column may be: as wide as it likes if the table fits the terminal, else so that it fits, but 20 at least."""
    wanted = [max(len(name), *(len(str(line[place])) for line in table)) for place, name in enumerate(columns)]
    room = shutil.get_terminal_size((100, 24)).columns - 2 * (len(columns) - 1)
    most = max(wanted)
    while most > 20 and sum(min(width, most) for width in wanted) > room:
        most -= 1
    return most


def cell(value: Any) -> Any:
    """A value as one cell: lists joined, nothing as nothing."""
    if isinstance(value, list | tuple):
        return "; ".join(" ".join(map(str, v)) if isinstance(v, list | tuple) else str(v) for v in value)
    return "" if value is None else value


def colour() -> bool:
    """Whether stdout is a terminal that may show colour."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the matched words marked: yellow on a terminal, ``**so**`` elsewhere."""
    shown, position = [], 0
    for start, end in spans:
        word = text[start:end]
        shown += [text[position:start], click.style(word, fg="black", bg="yellow") if colour() else f"**{word}**"]
        position = end
    return "".join([*shown, text[position:]])


def folded(text: str, indent: str = "", spans: Sequence[tuple[int, int]] = ()) -> str:
    """A paragraph with its words marked: on a terminal in lines of its width, each behind `indent`; elsewhere one line."""
    if not sys.stdout.isatty():
        return indent + " ".join(marked(text, spans).split())
    spans = [(len(_one_line(text[:start])), len(_one_line(text[:end]))) for start, end in spans]
    text = _one_line(text)
    rows = _rows(text, terminal_width() - len(indent))
    return "\n".join(indent + marked(text[a:b], _within(spans, a, b)) for a, b in rows)


def _one_line(text: str) -> str:
    return harmless(re.sub(r"\s+", " ", text))


#: Signs that a terminal obeys, each as the picture of itself
_OBEYED = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)},
    0x7F: 0x2421,
    0x9B: 0x241B,
}


def harmless(text: str) -> str:
    """Words of a document as a terminal may have them: what would clear or colour its screen is shown instead, sign for sign."""
    return text.translate(_OBEYED) if sys.stdout.isatty() else text


def _rows(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end when no word is cut; an address longer than a line keeps a line of its own."""
    rows: list[tuple[int, int]] = []
    for word in re.finditer(r"\S+", text):
        if rows and word.end() - rows[-1][0] <= width:
            rows[-1] = (rows[-1][0], word.end())
        else:
            rows.append(word.span())
    return rows


def _within(spans: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]


def beside(diff: Iterable[tuple[str, str, str]]) -> str:
    """Two wordings as one line, the first set right by the second: [-only in the first-] {+only in the second+}.

    On a terminal the first is struck out in red, the second green. What both have stands as the second has it.
    """
    parts = []
    for op, one, other in diff:
        if op == "equal":
            parts.append(other)
            continue
        if one and one != "…":
            parts.append(click.style(one, fg="red", strikethrough=True) if colour() else f"[-{one}-]")
        if other:
            parts.append(click.style(other, fg="green", bold=True) if colour() else "{+" + other + "+}")
    return " ".join(parts)


def quiet(text: str) -> str:
    """Text of the second rank, as a document has it: dimmed on a terminal."""
    return click.style(harmless(text), dim=True) if colour() else harmless(text)


def strong(text: str) -> str:
    """Text of the first rank, as a document has it: bold on a terminal."""
    return click.style(harmless(text), bold=True) if colour() else harmless(text)


def say(message: str = "") -> None:
    """A message for people, on stderr."""
    click.echo(message, err=True)


def terminal_width() -> int:
    """How many characters a row of text has: those of the terminal, but no more than the eye follows."""
    return max(40, min(110, shutil.get_terminal_size((100, 24)).columns))


def shortened(text: str, most: int) -> str:
    """The text, or as much of it as fits (20 characters at least) and a sign that it goes on."""
    most = max(20, most)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 turn, 2 turns."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


#: Joining is work for people: a list that nobody reads to its end helps nobody.
MOST_LABELS = 5
MOST_TITLES = 4


def _path(database: str) -> str:
    """The path as a shell takes it."""
    return shlex.quote(f"./{database}" if database.startswith("-") else database)


def joined_by_hand(unjoined: Sequence[Unjoined], database: str, *, more: bool = False) -> None:
    """Tell of bare labels that may be known people, those that stand most often first, each with the command that joins.

    `more`: they come on top of what was found, but for a label that was itself searched for.
    """
    for label in unjoined[:MOST_LABELS]:
        what = "more utterance" if more and not label.searched else "utterance"
        where = (
            f"{counted(label.utterances, what)} under the label {label.label} in {counted(label.documents, 'document')}"
        )
        command = f"quotedb people alias {_path(database)}"
        titles = f" (printed as {', '.join(label.printed[:MOST_TITLES])})" if label.printed else ""
        if len(label.candidates) == 1:
            who = label.candidates[0]
            say(f"{where}{titles}; if that is {who}, join them with: {pasteable(command, who, label.label)}")
            continue
        # two people may stand under it: no command that takes all of it for one of them is put into anybody's hand
        one = label.printed[0] if label.printed else label.label
        say(
            f"{where}{titles}, who may be {' or '.join(label.candidates[:4])}; say who it is with: "
            f"{pasteable(command + ' NAME', one)}"
        )
    if len(unjoined) > MOST_LABELS:
        say(
            f"{len(unjoined) - MOST_LABELS:,} more bare labels may be known people; see: quotedb people list {_path(database)} NAME"
        )
