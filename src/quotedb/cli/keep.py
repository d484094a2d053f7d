"""export, doctor and migrate: keeping a database, and taking its contents elsewhere."""

from __future__ import annotations

import click

from quotedb.cli.output import as_dict, database_argument, opened, print_rows, row_options, say
from quotedb.database import examine, export, migrate
from quotedb.models import KINDS


@click.command("export")
@database_argument
@click.option(
    "--format", "form", type=click.Choice(("csv", "jsonl")), required=True, help="CSV for a spreadsheet, or JSON lines."
)
@click.option("--kind", type=click.Choice(KINDS), help="Only utterances of this kind.")
def export_command(database: str, form: str, kind: str | None) -> None:
    """Print all utterances with their sources, for programs.

    Current texts only; in the order of the documents.

    JSON lines hold the exact words; in CSV a cell that a spreadsheet would run as a formula gets an apostrophe before it.

    Example:

    \b
        quotedb export quotes.db --format jsonl > quotes.jsonl
    """
    with opened(database) as connection:
        for line in export(connection, form, kind):
            click.echo(line, nl=False)


@click.command("doctor")
@database_argument
@row_options
def doctor_command(database: str, form: str | None) -> None:
    """Check that everything in DATABASE is in order.

    Texts, places, indexes, references. Exit 1 when something is wrong; what to do stands beside it.

    Example:

    \b
        quotedb doctor quotes.db
    """
    with opened(database) as connection:
        findings = examine(connection)
    rows = [{**as_dict(f), "state": "ok" if f.ok else "WRONG", "remedy": "" if f.ok else f.remedy} for f in findings]
    print_rows(rows, form, ("check", "state", "seen", "remedy"))
    wrong = [finding for finding in findings if not finding.ok]
    if wrong:
        say(f"{len(wrong)} of {len(findings)} checks failed; what to do stands beside them.")
        raise click.exceptions.Exit(1)
    say("Everything is in order.")


@click.command("migrate")
@database_argument
def migrate_command(database: str) -> None:
    """Bring DATABASE to the shape of this version.

    Needed once after an update of quotedb, if it asks for it. Everything is done, or nothing.

    Example:

    \b
        quotedb migrate quotes.db
    """
    mended = migrate(database)
    say(f"{database} is up to date." + (f" Made again: {', '.join(mended)}." if mended else ""))


COMMANDS = (export_command, doctor_command, migrate_command)
