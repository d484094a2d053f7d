"""Captions with `>>` before every new voice: where the labels of a document stand behind it, nobody's words go on across one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.zones.lines import Line

_ARROWS = re.compile(r"\s*(?P<label>>>+)\s*(?=\S)")
#: So many labels stand behind arrows where that is how voices are parted, and so large a share of all.
FEWEST, SHARE = 2, 0.5
#: How sure a name is that stands once, and a voice without a name.
NAMED, UNNAMED = 0.6, 0.5
#: How a label with a mark before it and a colon behind it is set.
_MARKED = "marked colon"


def with_arrows(
    text: str, lines: Sequence[Line], heads: Sequence[Head], accepted: Sequence[Accepted]
) -> list[Accepted]:
    """The labels, and one for every other line that begins with `>>`: its name, or the arrows alone where it has none."""
    arrows = {
        number: found for number, line in enumerate(lines) if (found := _ARROWS.match(text, line.start, line.end))
    }
    taken = {one.head.line for one in accepted}
    named = sum(number in taken for number in arrows)
    if named < FEWEST or named < SHARE * len(accepted):
        return list(accepted)
    first = min(taken)
    names = {head.line: head for head in heads if head.surface == _MARKED and not head.bare}
    others: list[Accepted] = []
    for number, arrow in arrows.items():
        if number <= first or number in taken:
            continue
        if number in names:
            others.append(Accepted(names[number], NAMED, "it stands behind arrows, as the other labels do"))
            continue
        start, end = arrow.span("label")
        head = Head(number, start, end, arrow.end(), arrow["label"], "marked", bare=False)
        others.append(Accepted(head, UNNAMED, "arrows say that somebody else speaks, and not who"))
    return sorted([*accepted, *others], key=lambda one: one.head.start)
