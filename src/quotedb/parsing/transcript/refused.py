"""What was taken for no label, and what was taken for one on little evidence: both are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.transcript.surfacekinds import surface_kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quotedb.parsing.transcript.labelling import Labelling
    from quotedb.parsing.transcript.surfaces import Head

#: Labels that look so much like a name are reported, so many of them.
LIKE_A_NAME, MOST_REFUSED = 0.8, 3
#: So many labels that are less sure have each a problem of their own; of more only so many are named, in one problem.
SEVERAL, NAMED = 3, 10


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


def doubted_labels(heads: Sequence[Head], again: Collection[str]) -> tuple[Problem, ...]:
    """The problems that these labels were taken with little confidence; `again` are the labels that come back.

    In the opening of a debate everybody speaks once: one problem then says it of all, and drowns no other.
    """
    if len(heads) > SEVERAL:
        names = list(dict.fromkeys(head.label for head in heads))
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        message = f"{len(names)} labels stand once or have little that speaks for them; they were taken for speakers: "
        message += ", ".join(f"'{name}'" for name in names[:NAMED]) + more
        return (Problem("label-once", message, heads[0].start, heads[0].end),)
    return tuple(
        Problem(
            "label-once",
            f"'{head.label}' {'has little that speaks for it' if head.label in again else 'stands once'}; it was taken for a speaker",
            head.start,
            head.end,
        )
        for head in heads
    )
