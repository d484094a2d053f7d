"""Words, speaker and source in one line to paste."""

from __future__ import annotations

from quotedb.models import Hit, Match

MOST_CITED = 400  #: characters: a longer turn is cited without its words


def source_line(hit: Hit | Match) -> str:
    """Document, publisher, dates and address, parted by middle dots."""
    said = f"said {hit.spoken}" if hit.spoken else None
    published = f"published {hit.published}" if hit.published else None
    parts = [hit.document, hit.publisher, said, published, hit.url or hit.location]
    return " · ".join(part for part in parts if part)


def citation(hit: Hit) -> str:
    """Words, speaker and source in one line; a turn of more than `MOST_CITED` characters without its words.

    Reported speech is the document's wording, no quotation: it has no marks, and the line says so.
    """
    words = " ".join(hit.text.split())
    if hit.kind == "indirect":
        return (f"{words} [reported, not quoted] — " if len(words) <= MOST_CITED else "") + attribution(hit)
    return (f"“{words}” — " if len(words) <= MOST_CITED else "") + attribution(hit)


def attribution(hit: Hit) -> str:
    """Speaker and source in one line, without the words."""
    who = hit.speaker or hit.label or "nobody named"
    if hit.rendering in ("interpreted", "translated"):
        who += f" (as {hit.rendering})"
    via = f", via {hit.via}" if hit.via else ""
    return f"{who}{via}: {source_line(hit).replace(' · ', ', ')}"
