"""verify --file: a whole draft against the record, as a table, JSON lines, CSV, or a page for the desk."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from quotedb import reading
from quotedb.cli.output import as_dict, beside, colour, folded, print_rows, quiet, say, shortened, strong
from quotedb.errors import QuotedbError
from quotedb.matching import (
    check_draft,
    covered,
    draft_page,
    is_clean,
    is_open,
    line_of,
    remarks,
    said_of_speaker,
    tally,
    worth_showing,
)
from quotedb.models import Document, DraftQuote, DraftReport, Match

COLUMNS = ("number", "verdict", "flags", "quote", "speaker", "line", "stands_in")
_SHOWN = ("no", "answer", "quote", "speaker", "line", "stands_in")  #: in the table for people
_WORDS, _NAME, _TITLE = 27, 30, 20  #: characters of a quotation, of a name and of a title in the table
_SIGNS = {
    " *": "there is more to say of this answer: see below the table",
    " ?": "the words stand there, but perhaps from somebody else, or the record speaks against them: see below the table",
}
_TONES = {"verbatim": "green", "other-speaker": "red"}


def check_file(database: str, file: str, page: str | None, form: str | None) -> bool:
    """Print the report on the draft in `file` ("-": standard input), write it as HTML to `page`; whether all is verbatim.

    Raises `QuotedbError` where the draft cannot be read or the page not be written.
    """
    report = check_draft(database, _draft(file))
    if page:
        _write(page, draft_page(report))
    if form:
        rows = [_row(report, found) for found in report.quotes] if form == "json" else list(_lines(report))
        print_rows(rows, form, COLUMNS)
    else:
        print_rows(_table(report), None, _SHOWN)
        signs = {_sign(found) for found in report.quotes}
        for sign, means in _SIGNS.items():
            if sign in signs:
                say(f"{sign.strip()} {means}")
        for found in report.quotes:
            if (found.verdict != "verbatim" or found.flags) and found.role != "mark":
                _print_answer(report, found)
    for remark in remarks(report):
        say(remark)
    if page:
        say(f"The report as a page: {page}")
    say(covered(report.coverage))
    say(tally(report))
    return is_clean(report)


def _draft(file: str) -> Document:
    return reading.read(sys.stdin.buffer if file == "-" else file)


def _write(page: str, text: str) -> None:
    try:
        Path(page).write_text(text, encoding="utf-8")
    except OSError as error:
        raise QuotedbError(
            f"{page} cannot be written ({error.strerror}); give another place for the report."
        ) from error


def _row(report: DraftReport, found: DraftQuote) -> dict[str, Any]:
    """One quotation as a flat object: its place in the draft, then the fields of the verdict."""
    row = as_dict(found)
    answer = row.pop("answer")
    spans = row["spans"]
    row.update(start_char=spans[0][0], end_char=spans[-1][1], quote=answer["quote"], matches=answer["matches"])
    row.update(coverage=answer["coverage"], understood=answer["understood"], line=line_of(report, found))
    return row


def _lines(report: DraftReport) -> Iterator[dict[str, Any]]:
    """The rows of a spreadsheet, whole."""
    for found in report.quotes:
        best = found.answer.matches[0] if found.answer.matches and found.verdict != "not-found" else None
        yield {
            "number": found.number,
            "verdict": found.verdict,
            "flags": found.flags,
            "quote": found.answer.quote,
            "speaker": _named(found),
            "line": line_of(report, found),
            "stands_in": best.document if best else None,
        }


def _table(report: DraftReport) -> list[dict[str, Any]]:
    """The same, so short that a row is a line on most terminals."""
    rows = [
        {
            "no": row["number"],
            "answer": row["verdict"] + _sign(found),
            "quote": " ".join(row["quote"].split()),
            "speaker": shortened(row["speaker"] or "", _NAME),
            "line": row["line"],
            "stands_in": shortened(row["stands_in"] or "", _TITLE),
        }
        for found, row in zip(report.quotes, _lines(report), strict=True)
    ]
    # what a long name takes, the words give, that no row becomes two lines
    taken = sum(max((len(str(row[name] or "")) for row in rows), default=0) for name in _SHOWN if name != "quote")
    room = shutil.get_terminal_size((100, 24)).columns - taken - 2 * (len(_SHOWN) - 1)
    return [{**row, "quote": shortened(row["quote"], min(_WORDS, room))} for row in rows]


def _sign(found: DraftQuote) -> str:
    """What the desk must not overlook behind an answer: "?" where it is not settled, "*" for all else."""
    if found.role == "mark":  # nobody says it, and nothing stands of it below
        return ""
    return " ?" if is_open(found.verdict, found.flags) else " *" if found.flags else ""


def _named(found: DraftQuote) -> str | None:
    if found.role == "mark":
        return "(no speech)"
    return found.label if found.speaker is None else found.speaker + ("" if found.speaker_known else " (unknown)")


def _print_answer(report: DraftReport, found: DraftQuote) -> None:
    tone = "yellow" if is_open(found.verdict, found.flags) else _TONES.get(found.verdict, "yellow")
    verdict = click.style(found.verdict, fg=tone, bold=True) if colour() else found.verdict
    flags = f" ({', '.join(found.flags)})" if found.flags else ""
    click.echo(f"\n{found.number}. {verdict}{flags}  {strong(said_of_speaker(found))}, line {line_of(report, found)}")
    click.echo(folded(f"“{found.answer.quote}”", "   "))
    best = next(iter(worth_showing(found)), None)
    if best is None:
        click.echo(quiet("   Nothing near these words stands in the record."))
        return
    _print_place(best, "nearest, and no finding:" if found.verdict == "not-found" else "the record has:")
    if "transcript-differs" in found.flags:
        _print_place(found.answer.matches[-1], "but the transcript has:")


def _print_place(match: Match, heading: str) -> None:
    click.echo(quiet(f"   {heading}"))
    click.echo(folded(_beside(match), "   "))
    who = match.speaker or match.label or "nobody named"
    click.echo(
        quiet(
            folded(f"{who} · {match.kind} · {match.document} · {match.url or match.location} · uid {match.uid}", "   ")
        )
    )


def _beside(match: Match) -> str:
    """The words of the draft set right: [-only in the draft-] {+only in the record+}."""
    if match.verdict == "not-found" or len(match.diff) < 2:
        return shortened(" ".join(match.text.split()), 300)
    return beside(match.diff)
