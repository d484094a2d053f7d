"""people: who is who across documents."""

from __future__ import annotations

import click

from quotedb.cli.output import as_dict, counted, database_argument, joined_by_hand, opened, print_rows, row_options, say
from quotedb.database import add_alias, choose, list_people, merge, unjoined_labels

MOST_ROWS = 50  #: of a table: more run out of sight


@click.group("people")
def people() -> None:
    """See and mend who is who across documents.

    Example:

    \b
        quotedb people list quotes.db
    """


@people.command("list")
@database_argument
@click.argument("name", required=False)
@click.option(
    "--limit", type=click.IntRange(1), help="How many to print (if not given: 50 in a table, all as JSON or CSV)."
)
@row_options
def list_command(database: str, name: str | None, limit: int | None, form: str | None) -> None:
    """List who said something, those with most utterances first.

    NAME, or a part of one, narrows the list. Kinds: person; body (a ministry, a paper); group; unnamed (Q, a spokesman); and label, a
    bare last name that no document explains: several people may share it until somebody joins it.

    Example:

    \b
        quotedb people list quotes.db
        quotedb people list quotes.db Olin --json
    """
    with opened(database) as connection:
        found = list_people(connection, name)
        unjoined = unjoined_labels(connection, speakers=choose(connection, name).ids if name else None)
    total = len(found)
    found = found[: limit or (len(found) if form else MOST_ROWS)]
    shown = ("name", "kind", "utterances", "documents", "aliases")
    rows = found if form == "json" else [{**_row(person), "aliases": person.aliases} for person in found]
    print_rows(rows, form, shown)
    if len(found) < total:
        say(f"{len(found):,} of {total:,} speakers; a part of a name narrows the list, --limit {total} shows all")
    else:
        say(counted(total, "speaker"))
    joined_by_hand(unjoined, database)


@people.command("alias")
@database_argument
@click.argument("name")
@click.argument("alias")
@click.option("--reviewer", help="Who says so; kept with the change.")
def alias_command(database: str, name: str, alias: str, reviewer: str | None) -> None:
    """Let ALIAS mean the person NAME, in what is here and in what comes.

    Where documents print nothing but a bare label, this gives it the full name. A label with a title ("Mayor Olin") joins only
    where it is printed so: the minister of the same name stays apart.

    Example:

    \b
        quotedb people alias quotes.db "Mara Olin" OLIN
    """
    with opened(database, write=True) as connection:
        fresh = not choose(connection, alias).ids
        joined = add_alias(connection, name, alias, reviewer)
        known = " or ".join(choose(connection, alias).names)
    # a slip of the hand is an alias that no document has
    none = " (no document prints that form so far)" if fresh and not joined else ""
    say(f"{alias} is {known} from now on; {counted(joined, 'utterance')} joined{none}.")


@people.command("merge")
@database_argument
@click.argument("source", metavar="FROM")
@click.argument("into", metavar="INTO")
@click.option("--reviewer", help="Who says so; kept with the change.")
def merge_command(database: str, source: str, into: str, reviewer: str | None) -> None:
    """Make FROM and INTO one speaker; INTO keeps name and address.

    A voice without a name (Q, "Speaker 1", the chair) becomes INTO in the documents that are here, and in no later one.

    Example:

    \b
        quotedb people merge quotes.db "M. Olin" "Mara Olin"
    """
    with opened(database, write=True) as connection:
        moved = merge(connection, source, into, reviewer)
        known = choose(connection, into)
        # the label of a voice without a name stays behind: whoever bears it in the next document is somebody else
        open_again = not set(choose(connection, source).ids) & set(known.ids)
    say(f"{source} is now {' or '.join(known.names)}; {counted(moved, 'utterance')} moved.")
    if open_again:
        say(f"{source} is a voice without a name: in documents that come later it stays open.")


def _row(person: object) -> dict[str, object]:
    row = as_dict(person)
    return {**row, "kind": "label" if row["partial"] and row["kind"] == "person" else row["kind"]}


COMMANDS = (people,)
