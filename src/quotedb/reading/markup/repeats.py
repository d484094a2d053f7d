"""Pull quotes and captions that say again what stands in the text: nobody said it twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.reading.markup.blocks import TextBlock

_FEWEST, _MOST = 5, 60  # words of a pull quote
_PULLS, _FEWEST_PULLED = 30, 0.2  # so many are looked for; more are no pull quotes
_GRAM = 3  # words in a row
_SAME = 0.65  # share of such rows from which a pull quote, which may be shortened, is in the text
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"]{12,})[”“»\"]")


def without_repeats(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks without boxes and captions whose quoted words stand in another paragraph, too; their sources go as well."""
    pulled = [block for block in blocks if _may_repeat(block)][:_PULLS]
    if not pulled or len(pulled) > max(1, _FEWEST_PULLED * len(blocks)):
        return blocks
    looked_at = {id(block) for block in pulled}
    rest = [_words(block.text) for block in blocks if id(block) not in looked_at and not block.source]
    rows = {row for words in rest for row in _rows(words)}
    gone = {id(block) for block in pulled if _is_in(block, rows)}
    if not gone:
        return blocks
    boxes = {block.box for block in blocks if id(block) in gone and block.box}
    boxes -= {block.box for block in blocks if id(block) not in gone and not block.source}
    return [block for block in blocks if id(block) not in gone and not (block.source and block.box in boxes)]


def _may_repeat(block: TextBlock) -> bool:
    quoting = block.caption or block.box or "blockquote" in block.place
    return bool(quoting) and not block.source and _FEWEST <= block.words <= _MOST


def _is_in(block: TextBlock, rows: set[tuple[str, ...]]) -> bool:
    quoted = " … ".join(_QUOTED.findall(block.text)) if block.caption else block.text
    own = _rows(_words(quoted))
    return bool(own) and sum(row in rows for row in own) >= _SAME * len(own)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _rows(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]
