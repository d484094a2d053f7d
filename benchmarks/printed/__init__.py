"""Our own dialogues (`dialogues/`) as many houses would print them, and documents in which nobody's turns are printed."""

from printed import abroad, apps, chambers, combined, edges, markup, media, official, rarer, records, variants
from printed.negatives import forms, lists, pages, papers
from printed.registry import LANGUAGES, LAYOUTS, NEGATIVES

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
    abroad,
    papers,
    lists,
    forms,
    pages,
)

__all__ = ["LANGUAGES", "LAYOUTS", "MODULES", "NEGATIVES"]
