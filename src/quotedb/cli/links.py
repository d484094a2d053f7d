"""link: which utterances are the same statement; and how `show` tells of them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence

import click

from quotedb.cli.output import beside, counted, database_argument, folded, quiet, say, strong
from quotedb.matching import link
from quotedb.models import Variant

#: An utterance that was printed everywhere has more variants than anybody reads.
MOST_SHOWN = 10


@click.command("link")
@database_argument
def link_command(database: str) -> None:
    """Find which utterances are the same statement, and link them.

    Only what has come in since the last time is compared, and only with what the same speaker said. `quotedb show` tells of the
    links of an utterance; `quotedb ingest --link` makes them in passing. Utterances are connected, never merged.

    Example:

    \b
        quotedb link quotes.db
    """
    link_and_tell(database)


def link_and_tell(database: str, *, silent: bool = False) -> None:
    """Link what is new, with a bar on a terminal, and say what came of it."""
    with _progress(hidden=silent) as progress:
        done = link(database, progress)
    if silent:
        return
    dropped = f", {counted(done.dropped, 'link')} that did not hold any more removed" if done.dropped else ""
    say(
        f"{counted(done.compared, 'utterance')} compared with what the same speakers said: "
        f"{counted(done.made, 'new link')}, {done.total:,} in all{dropped}"
    )


@contextlib.contextmanager
def _progress(*, hidden: bool) -> Iterator[Callable[[int, int], None] | None]:
    if hidden or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Comparing", file=sys.stderr, show_eta=True) as bar:

        def step(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield step


def print_variants(variants: Sequence[Variant]) -> None:
    """Where else the statement stands, with what differs: [-here-] {+there+}."""
    if not variants:
        return
    click.echo("\nThe same statement elsewhere:")
    for variant in variants[:MOST_SHOWN]:
        click.echo(f"\n  {strong(_named(variant))} {quiet(f'{variant.kind}, sure to {variant.score:.2f}')}")
        click.echo(folded(beside(variant.diff), "  "))
        printed = f"printed as {variant.label}" if variant.label and variant.label != variant.speaker else None
        rendering = variant.rendering if variant.rendering != "unknown" else None
        parts = [rendering, printed, variant.document, variant.publisher, variant.spoken or variant.published]
        where = [part for part in parts if part]
        click.echo(quiet(folded(" · ".join([*where, variant.url or variant.location, f"uid {variant.uid}"]), "  ")))
    if len(variants) > MOST_SHOWN:
        click.echo(f"\n  and {counted(len(variants) - MOST_SHOWN, 'more place')}; all of them: --json")


def _named(variant: Variant) -> str:
    if variant.relation == "other-wording":
        return "another translation" if variant.translation else "in other words"
    return "word for word" if variant.relation == "same-text" else "word for word, in part"


COMMANDS = (link_command,)
