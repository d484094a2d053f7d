"""Labels in the middle of a line: texts that lost their line breaks, and voices that a record runs into a speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.transcript.shape import LabelWords

#: The surface of such a label.
INNER = "inner colon"
#: A label inside a line must look so much like one, and come back so often (line heads with its name counted).
SHAPE, TIMES = 0.75, 3
#: So many labels inside lines that come back say that the document lost its line breaks.
RUN_IN = 6
#: A shorter block has no room for two speakers (characters).
SHORTEST = 40

#: Behind the end of a sentence: up to six words without punctuation, a title's point or a bracket aside, and a colon.
_WORD = r"[^\s:.,?!;…\"“”()\[\]]+"
_SHORT = r"[A-Z][A-Za-z]?\.|(?:St|Jr|Sr|[Hh]on)\."
_LABEL = re.compile(
    r"[.?!…”\"’)\]–—][ \t\xa0]+(?P<label>(?:[A-Z][A-Za-z]{0,4}\.[ \xa0])?[^\W\d_a-zß-öø-ÿ][^\s:.,?!;\"“”()\[\]]*"
    rf"(?:[ \xa0](?:{_SHORT}|{_WORD})){{0,5}}(?:[ \xa0]\([^()\n]{{1,60}}\))?)[ \xa0]?:[ \xa0\n]+(?=\S)"
)


def inner_heads(
    text: str,
    blocks: Sequence[Block],
    line_of: Callable[[int], int],
    heads: Sequence[Head],
    words: LabelWords,
    plausible: Callable[[str], float],
) -> list[Head]:
    """Possible labels that stand behind the end of a sentence, not at the head of a line.

    They must come back, or be a voice of many ("Some members"). `line_of` gives the number of the line at a place.
    """
    found: list[Head] = []
    starts = [head.start for head in heads]
    times = Counter(key_of(head.label) for head in heads if head.surface.endswith("colon"))
    for block in blocks:
        if (
            block.zone is not Zone.BODY
            or block.end - block.start < SHORTEST
            or text.find(":", block.start, block.end) < 0
        ):
            continue
        for match in _LABEL.finditer(text, block.start, block.end):
            label, start = match["label"], match.start("label")
            before = bisect_right(starts, start) - 1
            if before >= 0 and start < heads[before].body:
                continue  # the name behind the title of a label: MR. OLANE
            if plausible(label) < SHAPE and key_of(label) not in words.collective:
                continue
            times[key_of(label)] += 1
            found.append(
                Head(line_of(start), start, match.end("label"), match.end(), label, INNER, bare=False, inset=False)
            )
    often = [head for head in found if times[key_of(head.label)] >= TIMES]
    if len(often) >= RUN_IN:  # the document runs its labels in: those that stand once count as well
        return found
    return [head for head in found if times[key_of(head.label)] >= TIMES or key_of(head.label) in words.collective]
