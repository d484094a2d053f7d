"""Live blogs: entries under the time of day, some of which quote a labelled exchange and most of which tell what happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.stamps import stamp_alone
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labels import Accepted

#: So many times stand alone on their lines, at least; no recording begins at this hour of its own clock.
FEWEST, MORNING = 3, 5
_OF_DAY = re.compile(r"(\d{1,2})[:.]\d{2}(?:\s?([AaPp])\.?[Mm]\.?)?\Z")


def blog_entries(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> dict[int, str]:
    """The entries of a live blog that have no label, by their number, with the reason: nobody goes on speaking there.

    Times of the day stand alone above the entries, and the first of them has no label and tells something. The clock of a
    recording begins near nought. A time right below a name that stands alone says when that person wrote, as in a chat.
    """
    named = [bool(labels) and labels[-1].head.bare for labels in heads]
    stamps = [
        at
        for at, block in enumerate(blocks)
        if not heads[at] and not (at and named[at - 1]) and stamp_alone(text[block.start : block.end])
    ]
    if len(stamps) < FEWEST:
        return {}
    first = _OF_DAY.match(stamp_alone(text[blocks[stamps[0]].start : blocks[stamps[0]].end]) or "")
    if first is None or not (first[2] or int(first[1]) >= MORNING):
        return {}
    entries = [at + 1 for at in stamps if at + 1 < len(blocks) and not heads[at + 1]]
    told = [at for at in entries if blocks[at].zone is Zone.BODY and text[blocks[at].end - 1] in CLOSERS]
    return dict.fromkeys(told, "an entry of a live blog") if told[:1] == [stamps[0] + 1] else {}
