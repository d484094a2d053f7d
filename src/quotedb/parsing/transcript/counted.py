"""Numbers that count the speeches of a record, before the label: `Anf. 12 ANA VELT (S):`, `12 Ana Velt:`, `[12] Q.`"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Line

#: So many numbers with one word (or none) before them, at least, and so large a share of them one more than the last.
FEWEST, RISING = 3, 0.75
#: Behind a word no mark follows the number: `Question 1: Where?` is a label. `1.` is the number of any list's item, and
#: taken off where labels are looked for.
_NUMBER = re.compile(
    r"(?:(?P<word>[^\W\d_]{2,11}\.?|#|§)[ \xa0]{0,2}(?P<after>\d{1,4})|(?P<open>[\[(])(?P<inside>\d{1,4})[\])]|(?P<bare>\d{1,4}))"
    r"[ \t\xa0]+(?:[-–—|][ \xa0]+)?(?=[^\W\d_]|[*_<]|[\[(]?\d{1,2}:\d\d)"
)


def counted_lines(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """For each line that a number opens which counts on from line to line: the place behind that number."""
    series: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        found = _NUMBER.match(text, line.start, line.end)
        if found:
            kind = found["word"] or found["open"] or ""
            series[kind].append((at, int(found["after"] or found["inside"] or found["bare"]), found.end()))
    behind: dict[int, int] = {}
    for counted in series.values():
        steps = [b - a for (_, a, _), (_, b, _) in itertools.pairwise(counted)]
        if len(counted) >= FEWEST and sum(step == 1 for step in steps) >= RISING * len(steps):
            behind.update((at, end) for at, _, end in counted)
    return behind


def without_chapters(heads: list[Head], counted: Mapping[int, int]) -> list[Head]:
    """The candidates without counted headings, of which none comes back: `Chapter 3 The Boat`."""
    bare = [head.label for head in heads if head.bare and head.line in counted]
    if not bare or len(set(bare)) < len(bare):
        return heads
    return [head for head in heads if not head.bare or head.line not in counted]
