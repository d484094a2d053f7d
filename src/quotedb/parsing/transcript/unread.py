"""Whether labels may stand in a document that the usual surfaces leave out, and whether another reading finds more of them.

A document may set its labels in a frame of its own, or in the fields of records. Such readings are looked for where hardly
any label was found, and have to show more for a talk: what is set off in any way at all may be anything.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Line

#: Fewer labels than these may be those that happen to stand on a known surface.
FEWEST = 6
#: Where labels were found, frames are looked for if so large a share of the lines begins with no letter and no label, and count
#: if they hold so many times as many labels.
UNREAD, MORE = 0.3, 1.3
#: So large a share of the labels that were found inside lines, behind marks, stands in the frame as well.
SAME = 0.8
#: Labels that were found are the names of a record's fields if so large a share of them is.
NAMED = 0.4
#: So large a share of those who speak in a frame ends in a question that the next one answers.
TURNED, TAIL = 0.05, 160
#: How what is said ends that asks; a few marks and words of the page may stand below it.
_ASKED = re.compile(r"[?？؟][^\n?？؟.!]{0,30}(?:\n[^\n?？؟.!]{0,30}){0,3}\Z")


def leaves_out(lines: Sequence[Line], text: str, accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether the labels that were found, if any, may be the fewest: lines begin with marks or figures, or no label is set firmly."""
    firm = sum(surface_kind(one.head) in FIRM for one in accepted)
    if not firm or (firm < len(accepted) < FEWEST):
        return True
    labels = {key_of(one.head.label) for one in accepted}
    if len(labels) == 1 or not labels.isdisjoint(words.naming_fields | words.said_fields):
        return True
    if 2 * len(accepted) > len(lines):
        return any(one.head.surface in INSIDE for one in accepted)
    marked = sum(not text[line.start].isalpha() for line in lines) - len(accepted)
    return marked > UNREAD * len(lines) or any(one.head.surface in INSIDE for one in accepted)


def says_more(framed: Sequence[Accepted], accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether the labels in a frame leave less out than those that were found without it."""
    one_voice = len({one.head.label for one in accepted}) == 1 < len({one.head.label for one in framed})
    if len(framed) > MORE * len(accepted) or (one_voice and len(framed) >= SAME * len(accepted)):
        return True
    if framed and surface_kind(framed[0].head) == "fields":
        named = words.naming_fields | words.said_fields
        return sum(key_of(one.head.label) in named for one in accepted) >= NAMED * len(accepted)
    inside = sum(one.head.surface in INSIDE for one in accepted)
    lines = {one.head.line for one in framed}
    return inside > UNREAD * len(accepted) and sum(one.head.line in lines for one in accepted) >= SAME * len(accepted)


def are_the_same(framed: Sequence[Head], refused: Sequence[Accepted]) -> bool:
    """Whether most labels in a frame were found without it, and make no talk."""
    known = {(one.head.line, key_of(one.head.label)) for one in refused}
    return 2 * sum((head.line, key_of(head.label)) in known for head in framed) > len(framed)


def is_an_exchange(text: str, accepted: Sequence[Accepted]) -> bool:
    """Whether often enough somebody asks and the next one says something else: sayings and reviews ask nobody."""
    turned = asked = 0
    for one, following in itertools.pairwise(accepted):
        below = text.rfind("\n", 0, following.head.start)
        before, asked = asked, bool(_ASKED.search(text, max(one.head.body, below - TAIL), max(one.head.body, below)))
        turned += asked and not before and one.head.label != following.head.label
    return turned >= max(1, TURNED * len(accepted))
