"""Texts in which every paragraph begins with a time and a label: nothing else is laid out like that.

Captions and speech recognition give such texts. Who speaks there once is as sure as who speaks often, so a talk of two
sentences has its two turns; elsewhere so short a text is not enough to tell a label from a heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.zones.lines import Line

_STAMPED = re.compile(r"\[(?P<stamp>\d\d:\d\d:\d\d)\] (?P<label>[^:\n]{1,100}): ")
_SOUND = re.compile(r"(?:\[[^\[\]\n]*\]|\([^()\n]*\)|♪[^\n]*)\Z")


def stamped_labels(text: str, lines: Sequence[Line], heads: Sequence[Head]) -> list[Accepted]:
    """The label of every paragraph, if each is one line `[00:00:19] Mara Olin: words`; [] for any other text.

    Sounds in brackets may stand between them. A log has its lines without a blank one between them, and is none.
    """
    if not text.startswith("["):
        return []
    known = {head.line: head for head in heads if head.stamp and head.surface == "stamped colon"}
    accepted: list[Accepted] = []
    for number, line in enumerate(lines):
        if number and not line.blanks:
            return []
        found = _STAMPED.match(text, line.start, line.end)
        if found:
            head = known.get(number) or Head(
                line=number,
                start=found.start("label"),
                end=found.end("label"),
                body=found.end(),
                label=found["label"],
                surface="stamped colon",
                bare=False,
                stamp=found["stamp"],
            )
            accepted.append(Accepted(head, 0.95, f"label '{head.label}' (stamped colon), as every paragraph has one"))
        elif not _SOUND.match(text[line.start : line.end]):
            return []
    return accepted if known else []
