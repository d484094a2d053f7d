"""ingest and parse: from documents to utterances."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from quotedb import parsing, reading
from quotedb.cli.explaining import as_rows, as_text
from quotedb.cli.links import link_and_tell
from quotedb.cli.output import (
    as_dict,
    counted,
    database_argument,
    joined_by_hand,
    print_rows,
    quiet,
    row_options,
    say,
    shortened,
    strong,
    terminal_width,
)
from quotedb.database import ingest
from quotedb.errors import QuotedbError, pasteable, stumbled
from quotedb.models import FORMS, Analysis, Document, Form, Ingested, Refusal, Report
from quotedb.reading import iso_date

if TYPE_CHECKING:
    _TextType = click.ParamType[str]
else:
    _TextType = click.ParamType  # the older clicks that we allow know no type arguments

STDIN = "-"  #: in place of a path: what another program writes
MOST_NAMES = 8  #: of files that were not read

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
@click.option("--link", "linking", is_flag=True, help="Link the same statements as well, as quotedb link does.")
@click.option("-q", "--quiet", "silent", is_flag=True, help="Say only what was refused; for scheduled runs.")
@row_options
def ingest_command(
    database: str,
    sources: tuple[str, ...],
    document_form: Form,
    about: str | None,
    jobs: int | None,
    linking: bool,
    silent: bool,
    form: str | None,
    **known: str | None,
) -> None:
    """Read documents and put what was said in them into DATABASE.

    Files, folders (with all that is in them) and URLs; - for what another program writes. Ingesting the same text again changes nothing.
    Exit 1 when something was refused; everything else is in.

    Example:

    \b
        quotedb ingest quotes.db transcripts/
        quotedb ingest quotes.db interview.html --publisher "Harbour Post" --spoken 2031-05-04
        quotedb ingest quotes.db inbox/ --quiet
    """
    try:
        with _progress(hidden=silent or form is not None) as progress:
            report = ingest(
                database,
                [_from_stdin() if source == STDIN else source for source in sources],
                form=document_form,
                about_sheet=about,
                jobs=jobs,
                progress=progress,
                **known,
            )
    except KeyboardInterrupt:
        say(f"\nStopped. What stands in {database} stands there whole; the same command goes on from there.")
        raise click.exceptions.Exit(1) from None
    if form:
        rows = [{**as_dict(document), "problems": len(document.problems)} for document in report.documents]
        print_rows(rows, form, ("status", "title", "turns", "quotations", "speakers", "problems", "location"))
    if not silent:
        _list_documents(report.documents if form is None else ())
    _tell_refused(report)
    if linking and report.documents:
        link_and_tell(database, silent=silent)
    if not silent:
        _tell(report, database)
    if report.refused:
        raise click.exceptions.Exit(1)


@click.command("parse")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@form_option
@click.option("--explain", "explained", is_flag=True, help="Show what each line was taken for and why, for people.")
@click.option("--json", "as_json", is_flag=True, help="With --explain: print one JSON object a line.")
def parse_command(files: tuple[str, ...], document_form: Form, explained: bool, as_json: bool) -> None:
    """Print the utterances of files as JSON lines, without a database.

    A FILE may be a path, an address, or - for what another program writes. With --explain: every line with what it was
    taken for, every label with its points, every quotation with those who could have said it, and what stayed open.

    Example:

    \b
        quotedb parse transcripts/*.txt
        quotedb parse interview.html | jq .speaker
        quotedb parse --explain briefing.txt | less
    """
    refused = False
    for file in files:
        try:
            document = _from_stdin() if file == STDIN else reading.read(file)
            found = (parsing.explain if explained else parsing.analyse)(document, document_form)
        except QuotedbError as error:
            say(f"Error: {error}")
            refused = True
            continue
        except Exception as error:  # whatever one file does to a library must not cost the others
            say(f"Error: {stumbled(file, error)}")
            refused = True
            continue
        if not isinstance(found, Analysis):
            shown = replace(document, location=document.location or file)
            rows = as_rows if as_json else as_text
            for row in rows(shown, found):
                click.echo(row)
            continue
        for utterance in found.utterances:
            click.echo(json.dumps({"document": document.location or file, **as_dict(utterance)}, ensure_ascii=False))
        for problem in found.problems:
            where = "" if problem.start_char is None else f" at character {problem.start_char:,}"
            say(f"{file}{where}: {problem.message}")
    if refused:
        raise click.exceptions.Exit(1)


def _from_stdin() -> Document:
    return reading.read(sys.stdin.buffer)


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


def _list_documents(documents: Iterable[Ingested]) -> None:
    """What came in, a line a document, those that gave nothing first; unchanged ones are only counted, with the totals."""
    for document in sorted(documents, key=lambda d: d.turns + d.quotations > 0):
        if document.status != "unchanged":
            click.echo(_line(document))


def _tell_refused(report: Report) -> None:
    for refusal in report.refused:
        say(click.style("refused", fg="red") + f"    {refusal.reason}")


def _tell(report: Report, database: str) -> None:
    """What else to know, and to do next; the totals last, where a terminal shows them."""
    for warning in report.warnings:
        say(f"note       {warning}")
    for document in report.documents:
        for problem in document.problems:
            if problem.code == "cut-off":
                say(f"note       {document.location}: {problem.message}")
    skipped = _unknown_kinds(report.passed_over)
    if skipped:
        more = f" and {len(skipped) - MOST_NAMES:,} more" if len(skipped) > MOST_NAMES else ""
        names = ", ".join(PurePath(path).name for path in skipped[:MOST_NAMES])
        say(f"not read   {counted(len(skipped), 'file')} of kinds that this version does not read: {names}{more}")
    joined_by_hand(report.unjoined, database)
    documents = report.documents
    open_ones = sum(len(d.problems) for d in documents)
    if open_ones:
        say(f"{counted(open_ones, 'place')} could not be settled; see the table problems: quotedb serve {database}")
    fresh = [d for d in documents if d.status in ("new", "changed", "restored")]
    silent = next((d.location for d in fresh if d.turns + d.quotations == 0), None)
    if silent:
        say(pasteable("why nothing was found in a document: quotedb parse --explain", silent))
    parts = [
        counted(len(documents), "document"),
        counted(sum(d.turns for d in fresh), "new turn"),
        counted(sum(d.quotations for d in fresh), "new quotation"),
    ]
    counts = {
        "unchanged": sum(d.status == "unchanged" for d in documents),
        "without anything said": sum(d.turns + d.quotations == 0 for d in fresh),
        "refused": len(report.refused),
        "not read": len(skipped),
    }
    parts += [f"{count:,} {what}" for what, count in counts.items() if count]
    say(f"{database}: {', '.join(parts)}")


def _unknown_kinds(passed_over: Iterable[str]) -> list[str]:
    """Files of a folder that somebody may have meant to be read: no hidden ones, no about.csv, no README."""
    names = ((path, PurePath(path).name) for path in passed_over)
    return [path for path, n in names if not (n.startswith(".") or n == "about.csv" or n.upper().startswith("README"))]


def _line(document: Ingested) -> str:
    found = []
    if document.turns:
        found.append(counted(document.turns, "turn"))
    if document.quotations:
        found.append(counted(document.quotations, "quotation"))
    if document.speakers:
        found.append(counted(document.speakers, "speaker"))
    seen = ", ".join(found) or "nothing was said in it, as far as quotedb can tell"
    title, place = document.title, document.location
    if sys.stdout.isatty():  # a row a document
        place = place if "://" in place else PurePath(place).name
        title = shortened(title, terminal_width() - len(f"{'':<10} : {seen} {place}"))
    return f"{document.status:<10} {strong(title)}: {seen} {quiet(place)}"


COMMANDS = (ingest_command, parse_command)
