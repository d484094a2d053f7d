"""Texts in which every paragraph begins with a time and a label, or with a name that the file has a field for.

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
_CLOCK = r"(?:\[(?P<stamp>\d\d?:\d\d(?::\d\d)?)\] )?"
_SOUND = re.compile(r"(?:\[[^\[\]\n]*\]|\([^()\n]*\)|♪[^\n]*)\Z")


def named_labels(text: str, lines: Sequence[Line], heads: Sequence[Head], speakers: Sequence[str]) -> list[Accepted]:
    """The label of every line that begins with the name of one of these speakers, a time before it or not.

    A colon stands behind it, or the words stand below.
    """
    if not speakers:
        return []
    either = "|".join(re.escape(name) for name in sorted(speakers, key=len, reverse=True))
    named = re.compile(rf"{_CLOCK}(?P<label>{either})(?::(?:[ \n]+|\Z)|[ ]*(?:\n+|\Z))")
    known = {head.start: head for head in heads if head.label in speakers}
    accepted: list[Accepted] = []
    for number, line in enumerate(lines):
        found = named.match(text, line.start)
        if found:
            kind = "colon" if text[found.end("label") : found.end("label") + 1] == ":" else "bare"
            bare = found.end() > line.end
            surface = " ".join(["stamped"] * bool(found["stamp"]) + [kind] + ["own line"] * bare)
            body = line.end if bare else found.end()
            made = Head(number, *found.span("label"), body, found["label"], surface, bare, stamp=found["stamp"])
            head = known.get(made.start, made)  # which may have a time behind its name
            accepted.append(Accepted(head, 0.98, f"label '{head.label}' ({head.surface}), whom the file itself names"))
    return accepted


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
