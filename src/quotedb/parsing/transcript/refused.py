"""A document that gave nothing: what in it looks like a speaker's label all the same, so that nothing goes unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.transcript.surfacekinds import surface_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.parsing.transcript.labelling import Labelling
    from quotedb.parsing.transcript.surfaces import Head

#: Labels that look so much like a name are reported, so many of them.
LIKE_A_NAME, MOST_REFUSED = 0.8, 3


def refused_labels(labels: Labelling) -> Iterator[Problem]:
    """The first few candidates that look like names and were not taken for labels."""
    likely = [e.heads[0] for e in labels.judgement.found if e.shape >= LIKE_A_NAME and _is_plain(e.heads[0])]
    for head in sorted(likely, key=lambda head: head.start)[:MOST_REFUSED]:
        yield Problem(
            "label-refused",
            f"'{head.label}' stands before a colon like a speaker, but too little speaks for it; quotedb parse --explain says what",
            head.start,
            head.end,
        )


def _is_plain(head: Head) -> bool:
    return surface_kind(head) in ("colon", "bold colon", "wide colon") and " " in head.label


def no_labels(expected: bool) -> tuple[Problem, ...]:
    """The problem that a document which should have turns has none."""
    if not expected:
        return ()
    return (Problem("no-labels", "no speaker labels were found, so nobody's turns could be told apart"),)
