"""The other places that show the same text, each address once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def copies_of(conn: sqlite3.Connection, document_id: int) -> tuple[str, ...]:
    """The addresses of a text besides the one that is shown with it; files that claim one address are one place."""
    rows = conn.execute("SELECT url, location FROM sources WHERE document_id = ? ORDER BY id", [document_id])
    own, *others = [url or location or "" for url, location in rows] or [""]
    return other_places(own, others)


def other_places(own: str, others: Iterable[str]) -> tuple[str, ...]:
    """Each other place once, in order."""
    return tuple(dict.fromkeys(place for place in others if place and place != own))
