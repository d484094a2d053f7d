"""Words, speaker and source in one line to paste."""

from __future__ import annotations

from urllib.parse import quote

from quotedb.models import TRANSLATED, Hit, Match, Variant

MOST_CITED = 400  #: characters: a longer turn is cited without its words


def place_line(hit: Hit | Match | Variant) -> str:
    """Document, publisher and dates, parted by middle dots."""
    said = f"said {hit.spoken}" if hit.spoken else None
    published = f"published {hit.published}" if hit.published else None
    return " · ".join(part for part in (hit.document, hit.publisher, said, published) if part)


def source_line(hit: Hit | Match) -> str:
    """The same with the address."""
    return " · ".join(part for part in (place_line(hit), hit.url or hit.location) if part)


def text_fragment(first: str, last: str = "") -> str:
    """What to put behind an address so that a browser jumps to these words, or from the first to the last, and marks them."""
    return "#:~:text=" + ",".join(map(_encoded, filter(None, (first, last))))


def _encoded(words: str) -> str:
    # a hyphen would end a prefix, a comma the first words, an ampersand the fragment
    return quote(words, safe="").replace("-", "%2D")


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
    if hit.rendering in TRANSLATED:
        who += f" (as {hit.rendering})"
    via = f", via {hit.via}" if hit.via else ""
    return f"{who}{via}: {source_line(hit).replace(' · ', ', ')}"
