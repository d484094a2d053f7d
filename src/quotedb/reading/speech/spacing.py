"""Whether a space belongs between two pieces of one text that were cut apart at the end of a line or caption."""

from __future__ import annotations

import re

#: marks that close what stands before them; "...and" and "’tis" begin something instead
_CLOSING = re.compile(r"[,.;:?!)\]}”’»%、。，？！]+(?=\s|\Z)")
#: scripts that put no space between words: Thai, Lao, Khmer; Chinese and Japanese with their punctuation
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def space_between(before: str, after: str) -> str:
    """One space or none, for two pieces that are not empty."""
    if (_CLOSING.match(after) and not after.startswith("..")) or (
        _SPACELESS.match(after[0]) and _SPACELESS.match(before[-1])
    ):
        return ""
    return " "
