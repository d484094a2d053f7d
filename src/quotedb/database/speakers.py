"""One speaker across documents: a full name joins its namesake of the same form, a bare last name joins nobody.

Two forms are one speaker when their keys are equal (`Mara-Ann Olin`, `MARA ANN OLIN`). A label such as `OLIN` that no
document explains gets a row of its own, marked partial, until somebody joins it with an alias.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata

from quotedb.models import SpeakerKind
from quotedb.parsing import name_key


def key_of(name: str) -> str:
    """The form under which a name is known across documents; never empty."""
    return name_key(name) or name.casefold().strip()


class Registry:
    """Finds or adds speakers while documents come in, and keeps their display names right."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._known: dict[str, int] = {}
        self._uses: dict[tuple[int, str], int] = {}

    def speaker_id(self, name: str, kind: SpeakerKind, *, partial: bool) -> int:
        """The row of the speaker with this name; added where it is new."""
        key = key_of(name)
        known = self._known.get(key)
        if known is None:
            known = find(self._conn, key) or self._add(name, kind, partial)
            self._known[key] = known
        return known

    def used(self, speaker_id: int, name: str) -> None:
        """One more document names this speaker in this form."""
        self._uses[speaker_id, name] = self._uses.get((speaker_id, name), 0) + 1

    def flush(self) -> None:
        """Write the counts of forms and choose display names again; call it before a transaction ends."""
        self._conn.executemany(
            "INSERT INTO speaker_aliases (alias, speaker_id, key, origin, documents) VALUES (?, ?, ?, 'document', ?) "
            "ON CONFLICT (alias, speaker_id) DO UPDATE SET documents = documents + excluded.documents",
            [(name, speaker, key_of(name), count) for (speaker, name), count in self._uses.items()],
        )
        for speaker in {speaker for speaker, _ in self._uses}:
            choose_name(self._conn, speaker)
        self._uses.clear()

    def forget(self) -> None:
        """Drop what was learned in a transaction that has ended."""
        self._known.clear()
        self._uses.clear()

    def _add(self, name: str, kind: SpeakerKind, partial: bool) -> int:
        cursor = self._conn.execute(
            "INSERT INTO speakers (name, slug, kind, partial) VALUES (?, ?, ?, ?)",
            (name, free_slug(self._conn, name), kind, partial),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT that worked has a row
        return cursor.lastrowid


def find(conn: sqlite3.Connection, key: str) -> int | None:
    """The speaker known under a key; what people said comes before what documents say."""
    row = conn.execute(
        "SELECT speaker_id FROM speaker_aliases WHERE key = ? ORDER BY origin = 'people' DESC, speaker_id LIMIT 1",
        [key],
    ).fetchone()
    return row[0] if row else None


def choose_name(conn: sqlite3.Connection, speaker_id: int) -> None:
    """Show the form that most documents use, unless people set a name."""
    conn.execute(
        "UPDATE speakers SET name = (SELECT alias FROM speaker_aliases WHERE speaker_id = speakers.id "
        "AND origin = 'document' ORDER BY documents DESC, length(alias) DESC, alias LIMIT 1) "
        "WHERE id = ? AND name_origin = 'document' "
        "AND EXISTS (SELECT 1 FROM speaker_aliases WHERE speaker_id = speakers.id AND origin = 'document')",
        [speaker_id],
    )


def free_slug(conn: sqlite3.Connection, name: str) -> str:
    """An address for a name that no other speaker has: letters of any script, words joined by hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    base = "-".join(re.findall(r"\w+", unicodedata.normalize("NFC", plain))).replace("_", "-")[:80] or "speaker"
    # 10,000 speakers called "Q2" must not cost 10,000 look-ups each: the taken numbers are read once
    taken = {
        row[0]
        for row in conn.execute("SELECT slug FROM speakers WHERE slug = ? OR slug GLOB ?", [base, f"{base}-[0-9]*"])
    }
    if base not in taken:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
