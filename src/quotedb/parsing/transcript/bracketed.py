"""Names in brackets alone on their line, as labels: `(Ana Velt)`, `[Ana Velt]`, which elsewhere are stage directions."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.zones.lines import Line

#: So few lines stand above the first; so many are there at least, and so large a share of the paragraphs stands right below one.
TOP, FEWEST, SHARE = 6, 3, 0.4
#: Such a name looks so much like one, and is no longer (characters).
NAMED, LONGEST = 0.75, 60


def bracketed_names(
    text: str, lines: Sequence[Line], blocks: Sequence[Block], plausible: Callable[[str], float]
) -> list[Head]:
    """The lines that are nothing but a name in brackets, where such lines open the document and come back all through it."""
    number = {line.start: at for at, line in enumerate(lines)}
    heads: list[Head] = []
    worded: list[bool] = []
    for block, following in itertools.zip_longest(blocks, blocks[1:]):
        if block.zone is not Zone.STAGE or block.end - block.start > LONGEST or text[block.start] not in "([":
            continue
        inside = text[block.start + 1 : block.end - 1].strip()
        if block.start not in number or plausible(inside) < NAMED:
            continue
        start = text.find(inside, block.start)
        at = number[block.start]
        heads.append(Head(at, start, start + len(inside), block.end, inside, "bracketed own line", bare=True))
        worded.append(following is not None and following.zone is Zone.BODY)
    while worded and not worded[-1]:  # the name of the house below the last words
        heads.pop()
        worded.pop()
    below = sum(worded)
    names = {key_of(head.label) for head in heads}
    first, last = (heads[0].start, heads[-1].body) if heads else (0, 0)
    voiced = bool(heads) and all(plausible(head.label.replace(" ", "")) == 1.0 for head in heads)
    paragraphs = (
        sum(block.zone is Zone.BODY and (not voiced or block.start > first) and block.start < last for block in blocks)
        + 1
    )
    once = len(names) == len(heads) and not all(plausible(head.label) == 1.0 for head in heads)
    if (
        len(heads) < FEWEST
        or len(names) == 1
        or once
        or (heads[0].line > TOP and not (voiced and len(names) < len(heads)))
    ):
        return []  # where each stands once, all are offices with names; voices may stand below a statement: `(記 者)`
    return heads if below >= max(SHARE * paragraphs, 0.9 * len(heads)) else []
