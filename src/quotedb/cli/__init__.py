"""The command line: options in, lines out. Data goes to stdout, messages and progress to stderr.

Exit 0: done. Exit 1: something was refused, is not verbatim, is wrong, or cannot be used. Exit 2: wrong usage.
"""

from __future__ import annotations

import sqlite3
import sys
from io import TextIOWrapper
from typing import Any

import click

from quotedb.cli import find, keep, links, people, publish, record
from quotedb.database import sentence
from quotedb.errors import QuotedbError


class Sentences(click.Group):
    """A group whose commands answer what goes wrong with a sentence, never with a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click hands it over)
        """The commands in the order in which people come to need them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what quotedb or SQLite refuses becomes a message and exit 1."""
        try:
            return super().invoke(ctx)
        except QuotedbError as error:
            raise click.ClickException(str(error)) from error
        except sqlite3.Error as error:
            raise click.ClickException(sentence("The database", error, write=True)) from error
        except UnicodeEncodeError as error:
            raise click.ClickException(
                f"{error.object!r} holds bytes that are no UTF-8 text; write it in UTF-8 and run this again."
            ) from error


@click.group(cls=Sentences, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quotedb")
def main() -> None:
    """Who said what, where, and did they really say it?

    quotedb reads transcripts and news articles into one SQLite database of attributed utterances.

    Example:

    \b
        quotedb ingest quotes.db transcripts/
        quotedb search quotes.db "the words"
        quotedb serve quotes.db
    """
    # other programs get UTF-8 on every system; a terminal gets what it can show
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


# a list of commands is read from the top: the way of a document comes first, then keeping, then what few need
for room in (record, find, links, people, publish, keep):
    for command in room.COMMANDS:
        main.add_command(command)
