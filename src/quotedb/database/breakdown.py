"""The hits of a search by speaker, kind and rendering: what a reader narrows it down by."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from quotedb.database import narrowing
from quotedb.database.narrowing import Asked, narrowed

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How many of the hits each value has, the most first."""

    speakers: Counts
    kinds: Counts
    renderings: Counts


def breakdown(conn: sqlite3.Connection, asked: Asked, most: int = 8) -> Breakdown | None:
    """The hits of `search` for what is asked, counted; `most` speakers. None where there are too many to count."""
    hits = narrowed(conn, asked)
    if hits.empty:
        return None
    found, values = hits.found
    rows = conn.execute(
        f"SELECT u.id, u.kind, u.rendering {found} WHERE {hits.where.sql} LIMIT {narrowing.COUNT_UP_TO + 1}",
        [*values, *hits.where.values],
    ).fetchall()
    if len(rows) > narrowing.COUNT_UP_TO:
        return None
    numbers = "[" + ",".join(str(row[0]) for row in rows) + "]"
    speakers = conn.execute(
        "SELECT s.name, count(*) FROM json_each(?) hit CROSS JOIN utterance_speakers us ON us.utterance_id = hit.value "
        "JOIN speakers s ON s.id = us.speaker_id WHERE s.kind IN ('person', 'body') AND s.partial = 0 "
        "GROUP BY s.id ORDER BY 2 DESC, 1 LIMIT ?",
        [numbers, most],
    ).fetchall()
    return Breakdown(
        tuple(speakers),
        tuple(Counter(row[1] for row in rows).most_common()),
        tuple(Counter(row[2] for row in rows).most_common()),
    )
