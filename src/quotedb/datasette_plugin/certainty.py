"""How sure a name is, in words for people."""

from __future__ import annotations

from quotedb.models import Hit

#: At this confidence or more a name is sure, below the other it is uncertain; between them it is likely.
SURE, UNCERTAIN = 0.9, 0.6


def band(confidence: float) -> str:
    """sure, likely or uncertain."""
    return "sure" if confidence >= SURE else "likely" if confidence >= UNCERTAIN else "uncertain"


def reason(hit: Hit) -> str:
    """How the speaker was found, in a sentence."""
    if not (hit.speaker or hit.label):
        return "Nobody could be named here."
    printed = f"The document prints “{hit.label}”" if hit.label else "No name is printed here"
    cue = f", with “{hit.cue}”" if hit.cue else ""
    rule = f" Found by: {hit.rule}." if hit.rule else ""
    per_cent = f"{hit.confidence:.0%}".replace("%", " %")
    return f"{printed}{cue}.{rule} The name is {band(hit.confidence)} ({per_cent})."
