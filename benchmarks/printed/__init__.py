"""Our own dialogues (`dialogues/`) as many houses would print them, and documents in which nobody's turns are printed."""

from printed import (
    abroad,
    apps,
    chambers,
    combined,
    edges,
    markup,
    media,
    official,
    own_frames,
    rarer,
    records,
    variants,
)
from printed.negatives import forms, harder, lists, pages, papers, sorted_parts
from printed.registry import FITTED, LANGUAGES, LAYOUTS, NEGATIVES

#: Each registers its layouts, or its documents without turns.
MODULES = (
    official,
    media,
    chambers,
    apps,
    markup,
    records,
    variants,
    rarer,
    edges,
    combined,
    own_frames,
    abroad,
    papers,
    lists,
    forms,
    pages,
    sorted_parts,
    harder,
)

__all__ = ["FITTED", "LANGUAGES", "LAYOUTS", "MODULES", "NEGATIVES"]
