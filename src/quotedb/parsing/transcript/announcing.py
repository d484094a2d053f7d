"""Whether a document says that people speak in it: in its first lines, in a heading, or right above a label."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind
from quotedb.parsing.zones.kinds import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head

#: What stands beside a word and is no part of it.
MARKS = '.,;:!?()[]"“”'
#: A line that announces is no longer (characters), and stands among so many of the first blocks.
LINE, FIRST = 200, 6
#: Headings that stand among so many of the last blocks above a label are titles, too.
LAST = 20
#: A title is no longer.
TITLE = 450
#: From here on, scripts set no spaces between words.
UNSPACED = "\u2e80"
#: The last part of a compound is no shorter (letters).
PART = 8
#: So many paragraphs above a label, and so many characters at the end of each, may say that a transcript follows.
PROMISING, PROMISED = 3, 500


def is_announced(
    text: str, blocks: Sequence[Block], heads: Sequence[Head], announcing: frozenset[str], words: LabelWords
) -> bool:
    """Whether the document's first lines, or a heading right above a label, hold one of the words that are `announcing`."""
    starts = {head.start for head in heads}
    labelled = {head.start for head in heads if surface_kind(head) in FIRM}
    for at, block in enumerate(blocks):
        if block.end - block.start > LINE or block.start in labelled or not (block.zone is Zone.HEADING or at < FIRST):
            continue
        above = at + 1 < len(blocks) and blocks[at + 1].start in starts
        if (above or at < FIRST) and _holds(plain(text[block.start : block.end]), announcing, words):
            return True
    return False


def is_promised(text: str, blocks: Sequence[Block], first: int, words: LabelWords) -> bool:
    """Whether one of the last paragraphs above the first label says that a transcript follows: `Click to read the transcript.`"""
    at = bisect_left(blocks, first, key=lambda block: block.start)
    above = (text[max(block.start, block.end - PROMISED) : block.end] for block in blocks[max(0, at - PROMISING) : at])
    return any(_holds(paragraph.casefold(), words.transcribed, words) for paragraph in above)


def is_titled_so(text: str, head: Head, blocks: Sequence[Block], words: LabelWords) -> bool:
    """Whether a title, or what stands right above a label, says that people speak: `Press conference`, `Full transcript:`."""
    above = blocks_above(blocks, head)
    titles = [blocks[at] for at in above[-LAST:-1] if blocks[at].zone is Zone.HEADING]  # below the menus of a site
    near = [*(blocks[at] for at in above[:FIRST]), *titles, *(blocks[at] for at in above[-1:])]
    announcing = words.announcing | words.transcribed
    return any(
        _holds(plain(text[block.start : block.end]), announcing, words)
        for block in near
        if block.end - block.start <= TITLE or block.zone is Zone.HEADING
    )


def blocks_above(blocks: Sequence[Block], head: Head) -> range:
    """The numbers of the blocks that end before a label begins."""
    return range(bisect_right(blocks, head.start, key=lambda block: block.end))


def announces(line: str, words: LabelWords) -> bool:
    """Whether a line that is no longer than a title says that people speak: `The interview in full:`."""
    return len(line) <= TITLE and _holds(plain(line), words.announcing | words.transcribed, words)


def _holds(line: str, announcing: frozenset[str], words: LabelWords) -> bool:
    """Whether one of these words stands in a line in small letters, or in a compound: `Hafenpressekonferenz`, `大臣会見記録`."""
    found = [word.strip(MARKS) for word in line.replace("-", " ").split()]
    if not announcing.isdisjoint(found):
        return True
    if not line.isascii() and any(word in line for word in announcing if word[0] >= UNSPACED):
        return True
    ends = tuple(word for word in announcing if len(word) >= PART) if words.capital_nouns else ()
    return bool(ends) and any(word.endswith(ends) for word in found)


def is_an_announced_voice(head: Head, announced: bool, words: LabelWords) -> bool:
    """Whether a document says that people speak, and a voice stands alone on its line, or in capitals: `Trial of 4 May`, `Chair:`."""
    apart = head.surface == "colon own line" or (surface_kind(head) in FIRM and head.label.isupper())
    return announced and apart and key_of(head.label) in words.voices
