"""The hits of a search by speaker, kind and rendering: what a reader narrows it down by."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from quotedb.database.people import choose
from quotedb.database.query import understand
from quotedb.database.searching import COUNT_UP_TO, CURRENT, dates_of, filters_of, found_in
from quotedb.reading import iso_date

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How many of the hits each value has, the most first."""

    speakers: Counts
    kinds: Counts
    renderings: Counts


def breakdown(
    conn: sqlite3.Connection,
    query: str,
    speaker: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    rendering: str | None = None,
    source: str | None = None,
    most: int = 8,
) -> Breakdown | None:
    """The hits of `search` with the same arguments, counted; `most` speakers. None where there are too many to count."""
    understood = understand(query)
    match = understood.fts()
    chosen = choose(conn, speaker) if speaker else None
    if (match is None and query.strip()) or (chosen and not chosen.ids):
        return None
    filters, values = filters_of(chosen, kind, rendering, source)
    dates, date_values = dates_of(iso_date(since), iso_date(until))
    found, found_values = found_in(understood, match)
    where = " AND ".join([CURRENT, "NOT u.hidden", *filters, *dates])
    rows = conn.execute(
        f"SELECT u.id, u.kind, u.rendering {found} WHERE {where} LIMIT {COUNT_UP_TO + 1}",
        [*found_values, *values, *date_values],
    ).fetchall()
    if len(rows) > COUNT_UP_TO:
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
