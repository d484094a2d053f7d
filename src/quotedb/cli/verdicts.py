"""verify: one quote and what the record holds of it, for people."""

from __future__ import annotations

from difflib import SequenceMatcher

import click

from quotedb.cli.output import beside, colour, folded, quiet, say, strong
from quotedb.database import best_window, source_line
from quotedb.matching import covered, is_open
from quotedb.models import Match, Verdict
from quotedb.parsing import words

SAME_RUN = 3  #: words: shorter runs agree by chance
_TONES = {"verbatim": "green", "other-speaker": "red"}


def print_verdict(verdict: Verdict, said_by: dict[str, str]) -> None:
    """The verdict, the sentence that explains it, every place, and what was looked at; `said_by`: a line for each uid."""
    flags = f" ({', '.join(verdict.flags)})" if verdict.flags else ""
    tone = "yellow" if is_open(verdict.verdict, verdict.flags) else _TONES.get(verdict.verdict, "yellow")
    click.echo((click.style(verdict.verdict, fg=tone, bold=True) if colour() else verdict.verdict) + flags)
    click.echo(_sentence(verdict))
    for match in verdict.matches:
        notes = [*([match.verdict] if match.verdict != verdict.verdict else []), *match.flags]
        click.echo(f"\n  {strong(said_by[match.uid])} {quiet(match.kind)}" + (f"  {', '.join(notes)}" if notes else ""))
        _print_words(verdict, match)
        click.echo(quiet(folded(f"{source_line(match)} · uid {match.uid}", "  ")))
        for copy in match.copies:
            click.echo(quiet(f"  same text at {copy}"))
    say(f"\n{covered(verdict.coverage)} Looked for {verdict.understood.rstrip('.')}.")


def _sentence(verdict: Verdict) -> str:
    """The explanation, with how to read what stands below it."""
    runs = any(match.verdict == "not-found" and _nearest(verdict.quote, match.context)[1] for match in verdict.matches)
    if verdict.verdict == "not-found" and runs:
        head, mark, tail = verdict.explanation.partition(". ")
        return f"{head}{mark}Runs of {SAME_RUN} or more words that agree are marked. {tail}"
    return verdict.explanation


def _print_words(verdict: Verdict, match: Match) -> None:
    if match.verdict == "not-found":
        text, spans = _nearest(verdict.quote, match.context)
        click.echo(folded(text, "  ", spans))
    elif len(match.diff) > 1:
        click.echo(folded(beside(match.diff), "  "))
    else:
        text, spans = _window(match.context, match.text)
        click.echo(folded(text, "  ", spans))


def _nearest(quote: str, context: str) -> tuple[str, list[tuple[int, int]]]:
    """The window of a passage that has most words of a quote, and the runs of words that both have."""
    asked = [word.form for word in words(quote)]
    wanted = set(asked)
    window, _ = best_window(context, tuple((word.start, word.end) for word in words(context) if word.form in wanted))
    head, tail = ("" if context.startswith(window) else "… "), ("" if context.endswith(window) else " …")
    there = words(window)
    runs = SequenceMatcher(None, [word.form for word in there], asked, autojunk=False).get_matching_blocks()
    spans = [
        (there[run.a].start + len(head), there[run.a + run.size - 1].end + len(head))
        for run in runs
        if run.size >= SAME_RUN
    ]
    return head + window + tail, spans


def _window(context: str, text: str, around: int = 80) -> tuple[str, list[tuple[int, int]]]:
    start, end = context.find(text), context.find(text) + len(text)
    if start < 0:
        return context[:240], []
    low, high = max(0, start - around), min(len(context), end + around)
    low = low if low == 0 else context.find(" ", low, start) + 1 or start
    high = high if high == len(context) else max(context.rfind(" ", end, high), end)
    head, tail = ("… " if low else ""), (" …" if high < len(context) else "")
    return head + context[low:high] + tail, [(start - low + len(head), end - low + len(head))]
