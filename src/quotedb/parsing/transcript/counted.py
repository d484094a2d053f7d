"""Numbers that count the speeches of a record, before the label: `Anf. 12 ANA VELT (S):`, `12 Ana Velt:`, `[12] Q.`"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.stamps import stamp_alone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Line

#: So many numbers with one word (or none) before them, at least, and so large a share of them one more than the last;
#: two are enough where the word is an abbreviation and the line ends in a colon: `Anf. 1 THE CHAIR:`.
FEWEST, RISING, ABBREVIATED = 3, 0.75, 2
#: So large a share of the paragraphs has the next number where a page counts its lines; such a number is no longer (characters).
COUNTED, LONGEST_ITEM = 0.9, 8
_ITEM = re.compile(r"\s{0,4}(\d{1,5})[.)]\s+(?=\S)")
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
        # the number in `Speaker 1  00:04` counts a voice, no speech
        if found and not (found["word"] and stamp_alone(text[found.end() : line.end])):
            kind = found["word"] or found["open"] or ""
            series[kind].append((at, int(found["after"] or found["inside"] or found["bare"]), found.end()))
    behind: dict[int, int] = {}
    for counted in series.values():
        steps = [b - a for (_, a, _), (_, b, _) in itertools.pairwise(counted)]
        if len(counted) >= _fewest(text, lines, counted) and sum(step == 1 for step in steps) >= RISING * len(steps):
            behind.update((at, end) for at, _, end in counted)
    return behind


def _fewest(text: str, lines: Sequence[Line], counted: Sequence[tuple[int, int, int]]) -> int:
    """How many such numbers make a count: two where an abbreviation stands before each and a label alone behind it."""
    if len(counted) != ABBREVIATED:
        return FEWEST
    opened = [text[lines[at].start : end] for at, _, end in counted]
    alone = all(
        "." in word and text[lines[at].end - 1] == ":" for word, (at, _, _) in zip(opened, counted, strict=True)
    )
    return ABBREVIATED if alone else FEWEST


def numbers_of_lines(text: str, starts: Sequence[int], labels: Sequence[int]) -> dict[int, int]:
    """For each paragraph that goes on with the count of a page's lines: where its words begin behind `12. `; {} where none count.

    `starts` are where the paragraphs begin, `labels` where labels stand: each behind such a number, and nearly every
    paragraph from the first label on has the next one. A list that somebody reads out begins again at 1.
    """
    behind: dict[int, int] = {}
    counts: list[int] = []
    for start in starts:
        found = _ITEM.match(text, start) if labels and start + LONGEST_ITEM >= labels[0] else None
        if found:
            behind[start] = found.end()
            counts.append(int(found[1]))
    labelled = sum(end in behind.values() for end in labels)
    onward = sum(start + LONGEST_ITEM >= labels[0] for start in starts) if labels else 0
    steps = sum(b - a == 1 for a, b in itertools.pairwise(counts))
    whole = len(labels) > 1 and labelled == len(labels) < len(counts) and len(counts) >= COUNTED * onward
    return behind if whole and steps >= COUNTED * (len(counts) - 1) else {}


def without_chapters(heads: list[Head], counted: Mapping[int, int]) -> list[Head]:
    """The candidates without counted headings, of which none comes back: `Chapter 3 The Boat`."""
    chapters = {head.line for head in heads if head.bare and head.line in counted and "colon" not in head.surface}
    titles = [head.label for head in heads if head.line in chapters]
    if not titles or len(set(titles)) < len(titles):
        return heads
    return [head for head in heads if head.line not in chapters]
