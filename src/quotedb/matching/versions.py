"""Which documents of the record are a draft itself, or a version of it: they are no evidence for what it quotes.

Two versions of an article share what its writer wrote between the quotations. A transcript and the article that quotes
it share the quoted words and nothing else, so only the words outside of quotations are compared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path

from quotedb.database import database_folder
from quotedb.models import Document, LeftOut
from quotedb.parsing import words

#: A run of so many words seldom stands in two texts by chance.
RUN = 5
#: With fewer runs of the writer's own, two texts may share a standing paragraph and be two documents all the same.
FEWEST = 50
#: Two versions share at least this part of the runs of the shorter one.
SHARED = 0.5

Span = tuple[int, int]


def same_text_or_place(conn: sqlite3.Connection, draft: Document) -> list[LeftOut]:
    """The documents with a draft's very text, and those that were read from the same file or address."""
    found = {
        row: LeftOut(row, title, "it is the draft's own text")
        for row, title in conn.execute(
            "SELECT id, title FROM documents WHERE sha256 = ? AND replaced_by IS NULL", [draft.sha256]
        )
    }
    place = draft.location or ""
    tail = place if "://" in place else Path(place).name
    if tail:
        home = database_folder(conn)
        rows = conn.execute(
            "SELECT d.id, d.title, s.location FROM sources s JOIN documents d ON d.id = s.document_id "
            "WHERE d.replaced_by IS NULL AND (s.location = ?1 OR substr(s.location, -length(?1) - 1) = '/' || ?1)",
            [tail],
        )
        for row, title, location in rows:
            same = location == place if "://" in place else (home / location).resolve() == Path(place).resolve()
            if same:
                found.setdefault(row, LeftOut(row, title, "it was read from the same place as the draft"))
    return list(found.values())


def versions(conn: sqlite3.Connection, draft: str, said: Collection[Span], among: Iterable[int]) -> list[LeftOut]:
    """The documents `among` these whose own words are those of a draft; `said`: the spans of its quotations."""
    own = _runs(draft, said)
    if len(own) < FEWEST:
        return []
    found = []
    for row in dict.fromkeys(among):
        title, text = conn.execute("SELECT title, text FROM documents WHERE id = ?", [row]).fetchone()
        spans = conn.execute("SELECT start_char, end_char FROM utterances WHERE document_id = ?", [row]).fetchall()
        other = _runs(text, spans)
        shorter = min(len(own), len(other))
        if shorter >= FEWEST and len(own & other) >= SHARED * shorter:
            share = round(100 * len(own & other) / shorter)
            found.append(
                LeftOut(row, title, f"it is a version of the draft: {share} % of the writer's words are the same")
            )
    return found


def _runs(text: str, said: Collection[Span]) -> set[tuple[str, ...]]:
    """All runs of words outside of quotations."""
    runs: set[tuple[str, ...]] = set()
    place = 0
    for start, end in [*sorted(said), (len(text), len(text))]:
        forms = [word.form for word in words(text[place : max(place, start)])]
        runs.update(tuple(forms[at : at + RUN]) for at in range(len(forms) - RUN + 1))
        place = max(place, end)
    return runs
