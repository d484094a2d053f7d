"""One speaker as a reader sees them: names, statements over time and by source, who quotes them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from quotedb.database.schema import FIRST_SOURCE
from quotedb.errors import UnknownName

#: One pass over a speaker's utterances, begun at the speaker (CROSS JOIN keeps SQLite from beginning at all documents);
#: everything else is counted from its groups
_GROUPS = (
    "SELECT u.document_id, u.kind, u.rendering, count(*) FROM utterance_speakers us "
    "CROSS JOIN utterances u ON u.id = us.utterance_id CROSS JOIN documents d ON d.id = u.document_id "
    "WHERE us.speaker_id = ? AND d.replaced_by IS NULL AND NOT u.hidden GROUP BY 1, 2, 3"
)
_DOCUMENTS = (
    "SELECT d.id, coalesce(d.spoken, src.published), coalesce(src.publisher, src.location, '') FROM documents d "
    f"{FIRST_SOURCE}"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A speaker with what the record holds of them; current texts only."""

    name: str
    slug: str
    kind: str
    partial: bool  #: a bare label: no document gives the full name
    description: str | None
    aliases: tuple[tuple[str, int], ...]  #: (as printed, documents)
    utterances: int
    documents: int
    kinds: tuple[tuple[str, int], ...]  #: (turn, direct, mixed or indirect; how many)
    renderings: tuple[tuple[str, int], ...]
    periods: tuple[tuple[str, int, int], ...]  #: (year or month, statements in transcripts, in articles), oldest first
    undated: int
    publishers: tuple[tuple[str, int, int], ...]  #: (publisher, statements, documents), the most first


def profile(conn: sqlite3.Connection, slug: str, most: int = 12) -> Profile:
    """The speaker with this slug; `most` publishers. Raises `UnknownName` where there is none."""
    row = conn.execute(
        "SELECT id, name, slug, kind, partial, description FROM speakers WHERE slug = ?", [slug]
    ).fetchone()
    if row is None:
        raise UnknownName(f"Nobody has the address {slug!r} here.")
    speaker, name, slug, kind, partial, description = row

    groups = conn.execute(_GROUPS, [speaker]).fetchall()
    kinds: Counter[str] = Counter()
    renderings: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    documents: dict[str, set[int]] = {}
    dates: list[tuple[str, bool, int]] = []
    undated = 0
    about = {row[0]: row[1:] for row in conn.execute(_DOCUMENTS)} if groups else {}
    for document, said, rendering, count in groups:
        date, publisher = about[document]
        kinds[said] += count
        renderings[rendering] += count
        publishers[publisher] += count
        documents.setdefault(publisher, set()).add(document)
        if date:
            dates.append((date, said == "turn", count))
        else:
            undated += count
    return Profile(
        name,
        slug,
        kind,
        bool(partial),
        description,
        tuple(
            conn.execute(
                "SELECT alias, documents FROM speaker_aliases WHERE speaker_id = ? ORDER BY documents DESC, alias",
                [speaker],
            )
        ),
        kinds.total(),
        len({document for document, *_ in groups}),
        tuple(kinds.most_common()),
        tuple(renderings.most_common()),
        _periods(dates),
        undated,
        tuple((publisher, count, len(documents[publisher])) for publisher, count in publishers.most_common(most)),
    )


def _periods(dates: list[tuple[str, bool, int]], most: int = 36) -> tuple[tuple[str, int, int], ...]:
    """Statements by month, or by year where months would be too many or some dates are only years."""
    by_month = all(len(date) >= 7 for date, _, _ in dates) and len({date[:7] for date, _, _ in dates}) > 1
    width = 7 if by_month and _months(min(dates)[0], max(dates)[0]) <= most else 4
    found: dict[str, list[int]] = {period: [0, 0] for period in _between(dates, width)}
    for date, turn, count in dates:
        found[date[:width]][0 if turn else 1] += count
    return tuple((period, turns, quoted) for period, (turns, quoted) in sorted(found.items()))


def _months(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _between(dates: list[tuple[str, bool, int]], width: int) -> list[str]:
    """Every month or year from the first to the last, empty ones too: silence is part of the picture."""
    if not dates:
        return []
    first, last = min(dates)[0], max(dates)[0]
    if width == 4:
        years = range(int(first[:4]), int(last[:4]) + 1)
        return [f"{year:04}" for year in years] if len(years) <= 120 else sorted({date[:4] for date, _, _ in dates})
    start = int(first[:4]) * 12 + int(first[5:7]) - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, start + _months(first, last))]
