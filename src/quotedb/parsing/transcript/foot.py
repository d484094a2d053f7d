"""The foot of a page: where, below the last label, the words of the last speaker end and those of the page begin.

A page goes on behind the last turn: links, a person to ask, a remark on how the transcript was made. No label says so.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.set_apart import is_in_mid_sentence
from quotedb.parsing.transcript.stamps import stamp_alone
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.zones.kinds import ZoneWords

#: Where nearly all paragraphs that are said end in a mark, and there are so many of them, one without says something.
CLOSED, FEWEST = 0.9, 5
#: A line of the page is no longer (words), a list of its links no longer than the second.
SHORT, LONG = 7, 16
#: Behind a line without an end mark stand no more words than these, or somebody goes on speaking below a heading;
#: behind what a page says of itself no more than the second.
FOOT, COLOPHON = 120, 250
#: How words end that are said, and no entry of a list.
SAID = frozenset('.?!…"”»')
#: Right above a label a heading may have more words.
TITLED = 14
_BRACKETED_END = re.compile(r"(?<=\w)\s\([^()\n]{1,60}\)\Z")
#: A database prints its records as fields with codes, `PD      23 June 2025`: so many above the first words, and then below the last.
FIELDS = 3
_FIELD = re.compile(r"^[A-Z]{2,3}(?:[ \t]{2,}|\t)\S", re.MULTILINE)
#: So many links in a row, none longer (words), are a line of the page wherever the last words end.
LINKS, LONGEST_LINK = 3, 4
_BAR = re.compile(r"\s+[|·•»]\s+")
#: What a page puts between links that stand on one line.
_BARS = (" | ", " · ", " » ", " • ", " ‹ ", " › ")


def foot_of(
    text: str,
    blocks: Sequence[Block],
    heads: Sequence[Sequence[Accepted]],
    closed: bool,
    zones: ZoneWords,
    words: LabelWords,
) -> int:
    """The number of the block with which the page's foot begins; ``len(blocks)`` where the last turn goes to the end.

    `heads` are the labels in each block, `closed` what `all_close` says of them. The first words behind
    the last label are speech, whatever they look like.
    """
    last = max(at for at, labels in enumerate(heads) if labels)
    first = min(at for at, labels in enumerate(heads) if labels)
    filed = sum(len(_FIELD.findall(text, block.start, block.end)) for block in blocks[:first]) >= FIELDS
    silent = not _said(text, blocks[last], heads[last])
    lengths = [len(text[block.start : block.end].split()) for block in blocks[last:]]
    below = [*accumulate(reversed(lengths), initial=0)][::-1]  # words from each block on
    for at in range(last + 1, len(blocks)):
        block = blocks[at]
        if block.zone in (Zone.STAGE, Zone.CAPTION) or stamp_alone(text[block.start : block.end]):
            continue
        if silent:
            silent = False
            continue
        if below[at - last + 1] > COLOPHON:
            continue
        if is_in_mid_sentence(text, blocks, at):
            continue
        line = text[block.start : block.end]
        if _is_colophon(line, zones, words) or (filed and _FIELD.match(line)) or _is_a_row_of_links(line):
            return at
        if (
            closed
            and below[at - last + 1] <= FOOT
            and (is_a_page_line(line) or _announces(line, text, blocks[at + 1 :]))
        ):
            return at
    return len(blocks)


def _said(text: str, block: Block, labels: Sequence[Accepted]) -> str:
    """What stands in a block behind its last label."""
    return text[labels[-1].head.body if labels else block.start : block.end].strip()


def all_close(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> bool:
    """Whether nearly all paragraphs of running text end in end marks; labels that stand alone are none.

    Lines without a label that may be the page's own do not count against it: they are what this is asked for; nor does the
    last paragraph, in which a page may break off.
    """
    labelled = [at for at, labels in enumerate(heads) if labels]
    first, last = labelled[0], labelled[-1]
    closed = still_open = 0
    for at, (block, labels) in enumerate(zip(blocks[first:], heads[first:], strict=True), start=first):
        said = _said(text, block, labels) if block.zone is Zone.BODY else ""
        if said:
            closed += said[-1] in CLOSERS
            asked_for = at == len(blocks) - 1 or (not labels and (at > last or is_a_page_line(said)))
            still_open += said[-1] not in CLOSERS and not asked_for
    return closed >= FEWEST and closed >= CLOSED * (closed + still_open)


def _is_colophon(line: str, zones: ZoneWords, words: LabelWords) -> bool:
    """Whether a paragraph says how the page was made, or where to write to: in no words that anybody speaks."""
    if zones.colophon.search(line):
        return True
    return bool(zones.contact.search(line)) and not words.spoken.search(line)


def _is_a_row_of_links(line: str) -> bool:
    """Whether a line is nothing but a few words between bars: `Contact Us | Privacy | Site Map`."""
    parts = _BAR.split(line) if line[-1] not in CLOSERS else []
    return len(parts) >= LINKS and all(0 < len(part.split()) <= LONGEST_LINK for part in parts)


def _announces(line: str, text: str, below: Sequence[Block]) -> bool:
    """Whether a short line announces a list, and nothing but entries stand below it: `Call participants:`"""
    if line[-1] != ":" or len(line.split()) > SHORT or len(below) < 2:
        return False
    return not any(text[block.start : block.end].rstrip()[-1:] in SAID for block in below)


def is_a_page_line(line: str, most: int = SHORT) -> bool:
    """Whether a paragraph is a line of the page: of so many words at `most`, in no small letter, without an end mark.

    What stands in brackets at its end closes no sentence: `Discussion of the lamps (10.08)`.
    """
    line = _BRACKETED_END.sub("", line) if line[-1] == ")" else line
    if line.isupper() and len(line.split()) > 3 and all(len(token) == 1 for token in line.split()):
        return True  # A P P E N D I X
    if line[-1] in CLOSERS or line[-1] in ",;–—-…" or line[0].islower() or "\n" in line or line.isdecimal():
        return False  # so is no number alone: the page's, behind which the words may go on
    tokens = line.split()
    return len(tokens) <= most or (len(tokens) <= LONG and any(bar in line for bar in _BARS))
