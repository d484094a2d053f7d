"""How sure a name is, in words for people."""

from __future__ import annotations

from quotedb.models import SURE_FROM, UNCERTAIN_BELOW, Hit

#: Below this confidence the pages call a name uncertain.
UNCERTAIN = UNCERTAIN_BELOW


def band(confidence: float) -> str:
    """sure, likely or uncertain."""
    return "sure" if confidence >= SURE_FROM else "likely" if confidence >= UNCERTAIN else "uncertain"


def reason(hit: Hit) -> str:
    """How the speaker was found, in a sentence."""
    if not (hit.speaker or hit.label):
        return "Nobody could be named here."
    printed = f"The document prints “{hit.label}”" if hit.label else "No name is printed here"
    cue = f", with “{hit.cue}”" if hit.cue else ""
    rule = f" Found by: {hit.rule}." if hit.rule else ""
    per_cent = f"{hit.confidence:.0%}".replace("%", " %")
    return f"{printed}{cue}.{rule} The name is {band(hit.confidence)} ({per_cent})."
