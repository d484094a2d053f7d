"""The kinds of surfaces: how a label is set off, whatever stamps and marks stand beside it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.shape import case_of

if TYPE_CHECKING:
    from quotedb.parsing.transcript.surfaces import Head

#: Surfaces that ordinary prose never shows by chance: one label there is evidence by itself.
FIRM = frozenset(
    {
        "framed",
        "fields",
        "bold colon",
        "colon",
        "wide colon",
        "name",
        "stop",
        "stop dash",
        "angled",
        "bracketed colon",
        "circled",
        "closed",
        "inner signed colon",
        "tag",
        "sent",
    }
)
#: Surfaces that only the document as a whole shows.
OF_THE_WHOLE = frozenset({"framed", "fields"})
#: Surfaces of few words with an end mark, which are sentences as often as labels.
SENTENCES = frozenset({"plain stop", "bare stop", "semicolon"})
#: The surface on which a chat names who writes: `<petrel> morning all`.
CHAT = "angled"


def surface_kind(head: Head) -> str:
    """The surface without stamps and positions: the part that PRIOR knows."""
    return _kind(head.surface)


@functools.cache
def _kind(surface: str) -> str:
    for noise in ("marked ", "heading ", "stamped ", " time", " own line"):
        surface = surface.replace(noise, "")
    return surface


def layout_key(head: Head) -> tuple[str, str, bool]:
    """What labels of one document share: their surface, their case, whether their line is set in."""
    return head.surface, case_of(head.label), head.inset
