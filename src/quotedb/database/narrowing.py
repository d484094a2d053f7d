"""Which utterances are asked for: words and filters, made into one SQL condition for the hits, their number and their counts.

Current texts only.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from quotedb.database.people import Chosen, choose
from quotedb.database.query import Query, understand
from quotedb.database.schema import FIRST_SOURCE
from quotedb.models import KINDS, RENDERINGS
from quotedb.reading import iso_date

#: Hits are counted to this number and no further: counting a common word exactly takes longer than finding it.
COUNT_UP_TO = 10_000
#: The plus keeps SQLite from beginning with the list of current documents, which are nearly all.
_SHOWN = ("+d.replaced_by IS NULL", "NOT u.hidden")
UTTERANCES = f"FROM utterances u JOIN documents d ON d.id = u.document_id {FIRST_SOURCE}"
DOCUMENTS = UTTERANCES.replace("utterances u JOIN documents d ON d.id = u.document_id", "documents d")
DATE = "coalesce(d.spoken, src.published)"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for; see `quotedb.search` for what each of these may be."""

    query: str
    speaker: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    rendering: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Conditions in SQL, joined by AND, and the values of their question marks."""

    parts: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def __add__(self, other: Condition) -> Condition:
        """Both."""
        return Condition(self.parts + other.parts, self.values + other.values)

    @property
    def sql(self) -> str:
        """Behind WHERE."""
        return " AND ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What was asked, as the database is asked. `chosen`: the speakers that the name may mean. `empty`: nothing can be found."""

    asked: Asked
    understood: Query
    match: str | None
    chosen: Chosen | None
    undated: Condition
    where: Condition

    @property
    def empty(self) -> bool:
        """Words that the index does not hold as words, or a speaker whom nobody knows."""
        unsearchable = self.match is None and bool(self.asked.query.strip())
        return unsearchable or (self.chosen is not None and not self.chosen.ids)

    @property
    def found(self) -> tuple[str, list[object]]:
        """SQL for where hits come from, with its values: all utterances, or those of the index with their rank as `m`."""
        if self.match is None:
            return UTTERANCES, []
        exact = self.understood.exact()
        exact_column = "rowid IN (SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ?)" if exact else "1"
        inner = f"SELECT rowid, rank, {exact_column} AS exact FROM utterances_fts WHERE utterances_fts MATCH ?"
        source = UTTERANCES.replace("FROM utterances u", f"FROM ({inner}) m JOIN utterances u ON u.id = m.rowid")
        return source, [*([exact] if exact else []), self.match]

    def explained(self) -> str:
        """One line: what was looked for, said by whom."""
        parts = [self.understood.understood() if self.asked.query.strip() else "everything"]
        if self.chosen is not None and not self.chosen.ids:
            parts.append(f"nobody called {self.asked.speaker!r} is in this database")
        elif self.chosen is not None:
            parts.append("said by " + " or ".join(self.chosen.names))
        return "; ".join(parts)

    def count(self, conn: sqlite3.Connection, *, undated: bool = False) -> int:
        """How many hits there are, no further than one more than `COUNT_UP_TO`; `undated`: those that no date lets in."""
        found, values = self.found
        where = self.undated if undated else self.where
        return int(
            conn.execute(
                f"SELECT count(*) FROM (SELECT 1 {found} WHERE {where.sql} LIMIT {COUNT_UP_TO + 1})",
                [*values, *where.values],
            ).fetchone()[0]
        )


def narrowed(conn: sqlite3.Connection, asked: Asked) -> Narrowed:
    """What is asked, made into SQL. Raises `QuotedbError` for a date that is none, `ValueError` for an unknown kind or rendering."""
    check("kind", asked.kind, KINDS)
    check("rendering", asked.rendering, RENDERINGS)
    dates = _dates(iso_date(asked.since), iso_date(asked.until))
    understood = understand(asked.query)
    chosen = choose(conn, asked.speaker) if asked.speaker else None
    filters = Condition(list(_SHOWN)) + _filters(chosen, asked)
    undated = filters + Condition([_documents(f"{DATE} IS NULL")])
    return Narrowed(asked, understood, understood.fts(), chosen, undated, filters + dates)


def check(name: str, value: str | None, known: tuple[str, ...]) -> None:
    """Raise `ValueError` for a value that is none of those that there are."""
    if value and value not in known:
        raise ValueError(f"{name} is {' or '.join(known)}, not {value!r}")


def _filters(chosen: Chosen | None, asked: Asked) -> Condition:
    """Conditions on utterances `u` and documents `d`."""
    found = Condition()
    if chosen:
        numbers = ", ".join("?" * len(chosen.ids))
        found.parts.append(f"u.id IN (SELECT utterance_id FROM utterance_speakers WHERE speaker_id IN ({numbers}))")
        found.values.extend(chosen.ids)
    for column, value in (("u.kind", asked.kind), ("u.rendering", asked.rendering)):
        if value:
            found.parts.append(f"{column} = ?")
            found.values.append(value)
    if asked.source:
        # looked up once for all documents, not again for each of their utterances
        found.parts.append(
            "d.id IN (SELECT document_id FROM sources WHERE instr(lower(coalesce(publisher, '')), lower(?)) "
            "OR instr(lower(coalesce(url, '')), lower(?)) OR instr(lower(location), lower(?)))"
        )
        found.values.extend([asked.source] * 3)
    return found


def _dates(since: str | None, until: str | None) -> Condition:
    """Dates may be as short as a year on either side: what may lie inside is let through."""
    found = Condition()
    if since:
        found.parts.append(_documents(f"substr(?, 1, length({DATE})) <= {DATE}"))
        found.values.append(since)
    if until:
        found.parts.append(_documents(f"substr({DATE}, 1, length(?)) <= ?"))
        found.values.extend([until, until])
    return found


def _documents(where: str) -> str:
    """A condition on documents and their first source, looked up once for all of them."""
    return f"d.id IN (SELECT d.id {DOCUMENTS} WHERE {where})"
