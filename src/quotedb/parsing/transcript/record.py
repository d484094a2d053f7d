"""What the record itself prints between speeches, and nobody says: votes, motions, who was sworn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.shape import case_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labelwords import LabelWords

#: A name that stands alone on its line is no longer (characters); so many are looked at of a paragraph.
LONGEST_NAME, LOOKED_AT = 60, 400


def is_of_the_record(text: str, block: Block, words: LabelWords) -> bool:
    """Whether the record speaks here, not the speaker: what it prints after that was not said."""
    if block.zone not in (Zone.BODY, Zone.STAGE, Zone.HEADING):
        return False
    line = " ".join(text[block.start : min(block.end, block.start + LOOKED_AT)].casefold().split())
    if words.record_opens.match(line):
        return True
    return any(sign in line for sign in words.record_signs) and bool(words.record.search(line))


def is_sworn(text: str, blocks: Sequence[Block], at: int, words: LabelWords) -> bool:
    """Whether a paragraph is a name in capitals that the record goes on about below: `ANA VELT,` and `having been sworn`."""
    block = blocks[at]
    name = text[block.start : block.end] if block.end - block.start <= LONGEST_NAME else ""
    return (
        case_of(name) == "capitals"
        and name[-1] == ","
        and at + 1 < len(blocks)
        and is_of_the_record(text, blocks[at + 1], words)
    )
