"""Names at the foot of a stack: a heading, the time, a party and then the name, each on a line of its own above the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.surfaces import LONGEST, Head
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.zones.lines import Line

#: A page prints so many stacks, and no more lines in one below its time.
FEWEST, HIGHEST = 2, 4
#: The name at the foot looks so much like one.
NAMED = 0.5
_DAY = r"(?:[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?, \d{4} / )?"
#: No time with its day is longer (characters).
LONGEST_TIME = 40
_TIME = re.compile(
    rf"{_DAY}(?:\d{{1,2}}[:.]\d{{2}}|\d{{1,2}}(?= ?[ap]\.?m))(?: ?[ap]\.?m\.?)?(?: ?(?:h|hrs|Uhr))?\Z", re.IGNORECASE
)


def with_stacks(text: str, lines: Sequence[Line], heads: list[Head], plausible: Callable[[str], float]) -> list[Head]:
    """The candidates, where pages set stacks above the words with the name of each at its foot, and nothing else as a label."""
    times = {
        at
        for at, line in enumerate(lines)
        if line.end - line.start <= LONGEST_TIME and _TIME.match(text, line.start, line.end)
    }
    stacks = [stack for at in sorted(times) if (stack := _stack_at(text, lines, at, times))]
    feet = [text[lines[foot].start : lines[foot].end] for _, _, foot in stacks]
    high = sum(foot - time > 1 for _, time, foot in stacks)
    if len(stacks) < FEWEST or 2 * high < len(stacks) or min(map(plausible, feet)) < NAMED:
        return heads
    inside = {line for top, _, foot in stacks for line in range(top, foot + 1)}
    found = [head for head in heads if head.line not in inside]
    for _, time, foot in stacks:
        line, stamp = lines[foot], text[lines[time].start : lines[time].end]
        label = text[line.start : line.end]
        found.append(Head(foot, line.start, line.end, line.end, label, "name time own line", bare=True, stamp=stamp))
    return sorted(found, key=lambda head: head.start)


def _stack_at(text: str, lines: Sequence[Line], time: int, times: set[int]) -> tuple[int, int, int] | None:
    """The stack with this time: the numbers of its first line, of the time, of its foot; None where no words stand below it.

    The next stack may follow at once: then nobody's words were kept, and its foot is a name all the same.
    """
    foot = time
    while (
        foot + 1 < len(lines) and _is_a_row(text, lines[foot + 1]) and foot + 2 not in times and foot - time <= HIGHEST
    ):
        foot += 1
    below = foot + 1
    if foot == time or below == len(lines) or not (text[lines[below].end - 1] in CLOSERS or below + 1 in times):
        return None
    top = time - 1 if time and _is_a_row(text, lines[time - 1]) else time
    return top, time, foot


def _is_a_row(text: str, line: Line) -> bool:
    """Whether a line is a heading, a place or a name by its length and its end."""
    return line.end - line.start <= LONGEST and text[line.end - 1] not in CLOSERS and text[line.start].isupper()
