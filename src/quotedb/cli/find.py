"""search, show and verify: from the record to people."""

from __future__ import annotations

import json
import re

import click

from quotedb.cli.draft import check_file
from quotedb.cli.links import print_variants
from quotedb.cli.output import (
    as_dict,
    colour,
    counted,
    database_argument,
    folded,
    harmless,
    joined_by_hand,
    marked,
    opened,
    print_rows,
    quiet,
    row_options,
    say,
    strong,
)
from quotedb.cli.record import IsoDate
from quotedb.cli.verdicts import print_verdict
from quotedb.database import citation, search, show, source_line
from quotedb.matching import collapsed, variants_of, verify
from quotedb.models import KINDS, RENDERINGS, Hit, Match

HIT_COLUMNS = (
    "uid", "speaker", "label", "note", "text", "kind", "rendering", "document", "spoken", "publisher", "published", "url", "confidence",
)  # fmt: skip


#: Words may begin with a hyphen. No -h here: it would swallow -hinge, a word to leave out.
FREE_TEXT = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
_OPTION = re.compile(r"--[a-z]")


@click.command("search", context_settings=FREE_TEXT)
@database_argument
@click.argument("query", nargs=-1)
@click.option("--speaker", help="Said by: a name, or a part of one.")
@click.option("--since", type=IsoDate(), help="Said (else published) on this day or later.")
@click.option("--until", type=IsoDate(), help="Said (else published) on this day or earlier.")
@click.option("--kind", type=click.Choice(KINDS), help="Only turns, direct or mixed quotations, or reported speech.")
@click.option("--rendering", type=click.Choice(RENDERINGS), help="Only original, interpreted or translated words.")
@click.option("--source", help="Part of a publisher, address or path.")
@click.option(
    "--sort",
    type=click.Choice(("relevance", "date", "added")),
    default="relevance",
    show_default=True,
    help="Best first, newest first, or what came in last first.",
)
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="How many to print.")
@click.option("--offset", type=click.IntRange(0), default=0, help="How many to pass over.")
@row_options
def search_command(database: str, query: tuple[str, ...], form: str | None, **filters: str | int | None) -> None:
    """Find what was said, best match first.

    All words must be there, in any order; "a phrase" word for word; hegemon* for the start of a word; A OR B; -word to leave out.
    Without words: everything that the filters let through. Put the query into single quotation marks, for the shell.

    Example:

    \b
        quotedb search quotes.db "high water" --speaker Olin
        quotedb search quotes.db '"exact phrase" -word' --since 2031-01-01
    """
    if _wants_help(database, *query):
        return
    since, until = str(filters["since"] or ""), str(filters["until"] or "")
    if until and since[: len(until)] > until:
        raise click.UsageError(f"No day lies between --since {since} and --until {until}.")
    with opened(database) as connection:
        result = search(connection, " ".join(query), **filters)  # type: ignore[arg-type]
        # a wire report in forty papers is one row for people; programs get every place
        hits = result.hits if form else collapsed(connection, result.hits)
    first = 1 + int(filters["offset"] or 0)
    if form:
        print_rows(hits, form, HIT_COLUMNS)
    else:
        for number, hit in enumerate(hits, first):
            _print_hit(number, hit)
    total = f"more than {result.total:,} hits" if result.capped else counted(result.total, "hit")
    last = first - 1 + len(result.hits)
    rest = f" ({first:,} to {last:,} shown; more: --offset {last})" if result.hits and last < result.total else ""
    again = len(result.hits) - len(hits)
    repeated = f"; {again:,} of them the same report elsewhere, told with the first" if again else ""
    say(f"{total} for {result.understood}{rest}{repeated}")
    if result.undated:
        has = "matches, but its document has" if result.undated == 1 else "match, but their documents have"
        say(f"{counted(result.undated, 'more utterance')} {has} no date")
    if result.total == 0:
        say("Nothing found: try fewer words, the start of a word (hegemon*), or no filter.")
    joined_by_hand(result.unjoined, database, more=True)


@click.command("show")
@database_argument
@click.argument("uid")
@click.option(
    "--context", type=click.IntRange(0), default=1, show_default=True, help="How many paragraphs before and after."
)
@row_options
def show_command(database: str, uid: str, context: int, form: str | None) -> None:
    """Show one utterance in its place, and how its speaker was found.

    UID stands under every hit; its first signs are enough where no other begins so. The line "to cite" is for pasting:
    words, speaker, document, dates, address; a long turn is cited without its words. Below it: where else the same statement
    stands, once `quotedb link` has run.

    Example:

    \b
        quotedb show quotes.db 0123456789abcdef --context 2
    """
    with opened(database) as connection:
        shown = show(connection, uid, context)
        variants = variants_of(connection, shown.hit.uid)
    hit = shown.hit
    if form:
        row = {**as_dict(hit), "before": shown.before, "after": shown.after, "current": shown.current}
        row.update(successor=shown.successor, successor_uid=shown.successor_uid, variants=list(map(as_dict, variants)))
        print_rows([row], form, [*HIT_COLUMNS, "before", "after", "current", "successor_uid"])
        return
    click.echo(strong(_said_by(hit)))
    click.echo(quiet(folded(source_line(hit))))
    # as it stands in the document: a quotation in the middle of its sentence, a turn behind its label; on a terminal the
    # words are bright between dimmed neighbours, because a long turn all in yellow is hard on the eye
    words = strong(hit.text) if colour() else marked(hit.text, [(0, len(hit.text))])
    click.echo("\n" + quiet(shown.before) + words + quiet(shown.after))
    click.echo(f"\nto cite: {harmless(citation(hit))}")
    click.echo(f"uid {hit.uid}, characters {hit.start_char:,} to {hit.end_char:,} of {harmless(hit.location)}")
    how = f"speaker by {hit.rule or 'nothing'} (confidence {hit.confidence:.2f})"
    note = f" (“{hit.note}”)" if hit.note else ""
    click.echo(folded(f"kind {_kind(hit)}, rendering {hit.rendering}{note}; {how}"))
    for copy in hit.copies:
        click.echo(f"same text at {copy}")
    print_variants(variants)
    if not shown.current:
        newer = (
            f", now uid {shown.successor_uid}" if shown.successor_uid else "; these words do not stand there any more"
        )
        say(f"This text has been replaced by a newer one: {shown.successor}{newer}")


@click.command("verify", context_settings=FREE_TEXT)
@database_argument
@click.argument("quote", required=False, metavar="QUOTE")
@click.option("--speaker", help="Who is said to have said it.")
@click.option("--date", type=IsoDate(), help="When: a year, a month or a day; places of that date come first.")
@click.option(
    "--file", help="Check every quotation of this draft instead (text, Markdown, Word, HTML; - for standard input)."
)
@click.option("--html", "page", help="Write the report on the draft to this file, as one HTML page.")
@row_options
def verify_command(
    database: str,
    quote: str | None,
    speaker: str | None,
    date: str | None,
    file: str | None,
    page: str | None,
    form: str | None,
) -> None:
    """Check whether somebody really said these words.

    The answer is verbatim, other-speaker, altered, other-wording or not-found, with all exact places, else each changed word,
    else the nearest passages, and what was looked at. Case and punctuation do not count. Exit 1 when the quote is not verbatim.

    Example:

    \b
        quotedb verify quotes.db "the exact words" --speaker "Mara Olin"
        quotedb verify quotes.db --file draft.txt --html report.html
    """
    if _wants_help(database, quote or ""):
        return
    if file is not None:
        if quote is not None or speaker is not None or date is not None:
            raise click.UsageError(
                "--file checks what a draft quotes, with the speakers that it names: give no QUOTE, no --speaker, no --date."
            )
        if not check_file(database, file, page, form):
            raise click.exceptions.Exit(1)
        return
    if page is not None:
        raise click.UsageError("--html is the report on a draft: give the draft with --file.")
    if quote is None:
        raise click.UsageError("Missing argument 'QUOTE', or --file with a draft.")
    verdict = verify(database, quote, speaker, date=date)
    if form == "json":
        click.echo(json.dumps(as_dict(verdict), ensure_ascii=False))
    elif form == "csv":
        print_rows(
            verdict.matches,
            "csv",
            (
                "verdict",
                "flags",
                "uid",
                "speaker",
                "label",
                "kind",
                "rendering",
                "text",
                "document",
                "published",
                "url",
            ),
        )
    else:
        print_verdict(verdict, {match.uid: _said_by(match) for match in verdict.matches})
    if verdict.verdict != "verbatim":
        raise click.exceptions.Exit(1)


def _wants_help(*given: str) -> bool:
    """Print the help where somebody asked for it; what looks like an option is a mistake, not text."""
    for word in given:
        if _OPTION.match(word):
            raise click.UsageError(f"No such option: {word}")
    if "-h" in given:
        click.echo(click.get_current_context().get_help())
    return "-h" in given


def _said_by(hit: Hit | Match) -> str:
    name = hit.speaker or hit.label or "nobody named"
    extras = []
    if hit.label and hit.speaker and hit.label.casefold() != hit.speaker.casefold():
        extras.append(f"printed as {hit.label}")
    if hit.rendering != "unknown":
        extras.append(hit.rendering)
    if isinstance(hit, Hit) and hit.via:
        extras.append(f"via {hit.via}")
    return name + (f" ({', '.join(extras)})" if extras else "")


def _kind(hit: Hit) -> str:
    return "indirect: reported, not quoted" if hit.kind == "indirect" else hit.kind


def _print_hit(number: int, hit: Hit) -> None:
    head, tail = ("" if hit.text.startswith(hit.snippet) else "… "), ("" if hit.text.endswith(hit.snippet) else " …")
    spans = [(start + len(head), end + len(head)) for start, end in hit.spans]
    click.echo(f"{number}. {strong(_said_by(hit))} {quiet(_kind(hit))}")
    click.echo(folded(f"{head}{hit.snippet}{tail}", "   ", spans))
    click.echo(quiet(folded(source_line(hit), "   ")))
    if hit.copies:
        click.echo(quiet(f"   same text in {counted(len(hit.copies), 'other place')}: {', '.join(hit.copies[:3])}"))
    click.echo(quiet(f"   uid {hit.uid}") + "\n")


COMMANDS = (search_command, show_command, verify_command)
