"""ingest and parse: from documents to utterances."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from quotedb.cli.output import (
    as_dict,
    counted,
    database_argument,
    joined_by_hand,
    print_rows,
    quiet,
    row_options,
    say,
    strong,
)
from quotedb.database import ingest
from quotedb.errors import QuotedbError
from quotedb.models import FORMS, Form, Ingested, Refusal, Report
from quotedb.parsing import analyse
from quotedb.reading import iso_date, read

if TYPE_CHECKING:
    _TextType = click.ParamType[str]
else:
    _TextType = click.ParamType  # the older clicks that we allow know no type arguments

form_option = click.option(
    "--form",
    "document_form",
    type=click.Choice(FORMS),
    default="auto",
    show_default=True,
    help="What to look for: turns (transcript), quotations (article), or both (auto).",
)


class IsoDate(_TextType):
    """A date that people may write in several ways; ambiguous ones are refused."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as ISO."""
        try:
            found = iso_date(value)
        except (QuotedbError, ValueError) as error:
            self.fail(str(error), param, ctx)
        return found or self.fail(f"{value!r} is not a date; write it as 2024-03-31", param, ctx)


@click.command("ingest")
@database_argument
@click.argument("sources", metavar="PATH|URL...", nargs=-1, required=True)
@form_option
@click.option("--title", help="Title of the document.")
@click.option("--url", help="Address to cite.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", type=IsoDate(), help="Date of publication, such as 2024-03-31.")
@click.option("--spoken", type=IsoDate(), help="Date on which the words were said.")
@click.option("--event", help="The occasion.")
@click.option(
    "--about", type=click.Path(), help="CSV with the columns file, title, publisher, published, spoken, event, url."
)
@click.option("--jobs", type=click.IntRange(1), help="How many processes parse (as many as pay, if not given).")
@row_options
def ingest_command(
    database: str,
    sources: tuple[str, ...],
    document_form: Form,
    about: str | None,
    jobs: int | None,
    form: str | None,
    **known: str | None,
) -> None:
    """Read documents and put what was said in them into DATABASE.

    Files, folders (with all that is in them) and URLs. Ingesting the same text again changes nothing.

    Example:

    \b
        quotedb ingest quotes.db transcripts/
        quotedb ingest quotes.db interview.html --publisher "Harbour Post" --spoken 2031-05-04
    """
    with _progress(hidden=form is not None) as progress:
        report = ingest(
            database,
            sources,
            form=document_form,
            about_sheet=about,
            jobs=jobs,
            progress=progress,
            **known,
        )
    if form:
        rows = [{**as_dict(document), "problems": len(document.problems)} for document in report.documents]
        print_rows(rows, form, ("status", "title", "turns", "quotations", "speakers", "problems", "location"))
    _tell(report, database, rows=form is None)
    if report.refused:
        raise click.exceptions.Exit(1)


@click.command("parse")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@form_option
def parse_command(files: tuple[str, ...], document_form: Form) -> None:
    """Print the utterances of files as JSON lines, without a database.

    Example:

    \b
        quotedb parse transcripts/*.txt
        quotedb parse interview.html | jq .speaker
    """
    refused = False
    for file in files:
        try:
            document = read(file)
        except QuotedbError as error:
            say(f"Error: {error}")
            refused = True
            continue
        found = analyse(document, document_form)
        for utterance in found.utterances:
            click.echo(json.dumps({"document": document.location, **as_dict(utterance)}, ensure_ascii=False))
        for problem in found.problems:
            where = "" if problem.start_char is None else f" at character {problem.start_char:,}"
            say(f"{file}{where}: {problem.message}")
    if refused:
        raise click.exceptions.Exit(1)


@contextlib.contextmanager
def _progress(*, hidden: bool) -> Iterator[Callable[[Ingested | Refusal, int, int], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if hidden or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading", file=sys.stderr, show_eta=True) as bar:

        def step(_outcome: Ingested | Refusal, done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield step


def _tell(report: Report, database: str, *, rows: bool) -> None:
    """What came in, document by document: those that gave nothing first; then totals and what to do next."""
    for refusal in report.refused:
        say(click.style("refused", fg="red") + f"    {refusal.reason}")
    for warning in report.warnings:
        say(f"note       {warning}")
    if rows:
        # on a long run the unremarkable ones would bury the others
        ordered = sorted(report.documents, key=lambda d: (d.turns + d.quotations > 0, d.status == "unchanged"))
        for document in ordered:
            click.echo(_line(document))
    documents = report.documents
    fresh = [d for d in documents if d.status in ("new", "changed", "restored")]
    parts = [
        counted(len(documents), "document"),
        counted(sum(d.turns for d in fresh), "new turn"),
        counted(sum(d.quotations for d in fresh), "new quotation"),
    ]
    unchanged = sum(d.status == "unchanged" for d in documents)
    if unchanged:
        parts.append(f"{unchanged:,} unchanged")
    if report.refused:
        parts.append(f"{len(report.refused):,} refused")
    say(f"{database}: {', '.join(parts)}")
    open_ones = sum(len(d.problems) for d in documents)
    if open_ones:
        say(f"{counted(open_ones, 'place')} could not be settled; see the table problems")
    joined_by_hand(report.unjoined, database)


def _line(document: Ingested) -> str:
    found = []
    if document.turns:
        found.append(counted(document.turns, "turn"))
    if document.quotations:
        found.append(counted(document.quotations, "quotation"))
    if document.speakers:
        found.append(counted(document.speakers, "speaker"))
    seen = ", ".join(found) or "nothing was said in it, as far as quotedb can tell"
    return f"{document.status:<10} {strong(document.title)}: {seen} {quiet(document.location)}"


COMMANDS = (ingest_command, parse_command)
