"""Labels with what is printed around a bare last name: `Mayor Olin` and `Minister Olin` may be two people.

A bare label pools everybody whom documents print by one last name. People tell them apart by the whole printed label:
such an alias is kept under its own key, title and all, and stands for the documents that print it so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from quotedb.database.speakers import key_of
from quotedb.parsing import words

_IN_POOL = (
    "SELECT u.id, u.document_id, u.label FROM utterance_speakers us JOIN utterances u ON u.id = us.utterance_id "
    "WHERE us.speaker_id = ?"
)
_POOLS = (
    "SELECT DISTINCT us.speaker_id, s.name, u.label FROM speakers s JOIN utterance_speakers us ON us.speaker_id = s.id "
)
_POOLS += "JOIN utterances u ON u.id = us.utterance_id WHERE s.partial = 1 AND s.kind = 'person'"


def titled_key(label: str, name: str) -> str | None:
    """The key of a printed label that says more than the bare `name`: ``mayor olin``; None where it says no more, or another name."""
    printed, bare = printed_key(label), key_of(name).split()
    forms = printed.split()
    return printed if len(forms) > len(bare) and set(bare) <= set(forms) else None


def printed_key(label: str) -> str:
    """The key of a printed label as it stands, title and all: ``mayor olin``."""
    return " ".join(word.form for word in words(label))


def meant(conn: sqlite3.Connection, typed: str) -> int | None:
    """The speaker for whom people said that this printed label stands, title included."""
    return _titled(conn, printed_key(typed))


def joined_before(conn: sqlite3.Connection, name: str, labels: Iterable[str | None]) -> int | None:
    """Whom the labels of one bare name in one document stand for, where people have said so of each that has a title."""
    keys = {key for label in labels if label and (key := titled_key(label, name))}
    known = {_titled(conn, key) for key in keys}
    return known.pop() if len(known) == 1 else None


def printed_so(conn: sqlite3.Connection, label: str) -> dict[int, list[int]]:
    """The utterances that stand under a printed label with a title, by the bare label that pools them.

    What else the bare label has in the same document (`she said`) belongs to it, unless the document prints another title.
    """
    pools = {
        speaker: key
        for speaker, name, printed in conn.execute(_POOLS).fetchall()
        if printed and (key := titled_key(label, name)) and titled_key(printed, name) == key
    }
    names = dict(conn.execute("SELECT id, name FROM speakers WHERE partial = 1").fetchall())
    found: dict[int, list[int]] = {}
    for speaker, key in pools.items():
        documents: dict[int, dict[str | None, list[int]]] = {}
        for utterance, document, printed in conn.execute(_IN_POOL, [speaker]):
            title = titled_key(printed, names[speaker]) if printed else None
            documents.setdefault(document, {}).setdefault(title, []).append(utterance)
        found[speaker] = [
            utterance
            for titles in documents.values()
            if key in titles
            for title, utterances in titles.items()
            if title == key or (title is None and titles.keys() <= {key, None})
            for utterance in utterances
        ]
    return found


def give(conn: sqlite3.Connection, utterances: Iterable[int], source: int, target: int) -> None:
    """Let single utterances of one speaker be another's; the caller holds the transaction."""
    for utterance in utterances:
        # a joint statement of both keeps the one who has it already
        conn.execute(
            "UPDATE OR IGNORE utterance_speakers SET speaker_id = ?2 WHERE utterance_id = ?3 AND speaker_id = ?1",
            [source, target, utterance],
        )
        conn.execute("DELETE FROM utterance_speakers WHERE utterance_id = ? AND speaker_id = ?", [utterance, source])
        conn.execute(
            "UPDATE utterances SET speaker_id = (SELECT speaker_id FROM utterance_speakers WHERE utterance_id = ?1 "
            "ORDER BY seq LIMIT 1) WHERE id = ?1",
            [utterance],
        )


def _titled(conn: sqlite3.Connection, key: str) -> int | None:
    row = conn.execute("SELECT speaker_id FROM speaker_aliases WHERE key = ? AND origin = 'people'", [key]).fetchone()
    return row[0] if row else None
