"""One utterance in its place: the words, what stands before and after, how the speaker was found, where it is now."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from quotedb.database.searching import hit_by_uid
from quotedb.errors import UnknownName
from quotedb.models import Hit

_FEWEST_SIGNS = 4  #: of a uid: fewer are a slip of the hand


@dataclass(frozen=True, slots=True)
class Shown:
    """An utterance with its surroundings."""

    hit: Hit
    before: str  #: its own paragraph's beginning, and whole paragraphs; `before + hit.text + after` stands so in the document
    after: str
    current: bool  #: False: its source shows a newer text
    successor: str | None  #: in the newer text: the title, and the uid of the same words where they still stand
    successor_uid: str | None


def show(conn: sqlite3.Connection, uid: str, context: int = 1) -> Shown:
    """The utterance `uid` with `context` paragraphs before and after it. Raises `UnknownName` where there is none.

    The first digits of a uid are enough where only one utterance has them.
    """
    hit = hit_by_uid(conn, _full(conn, uid.strip().lower()))
    if hit is None:
        raise UnknownName(_why_none(conn, uid.strip().lower()))
    document_id, text, replaced_by = conn.execute(
        "SELECT d.id, d.text, d.replaced_by FROM documents d JOIN utterances u ON u.document_id = d.id WHERE u.uid = ?",
        [hit.uid],
    ).fetchone()
    successor = _newest(conn, replaced_by) if replaced_by is not None else None
    title = conn.execute("SELECT title FROM documents WHERE id = ?", [successor]).fetchone()[0] if successor else None
    return Shown(
        hit=hit,
        before=_before(text, hit.start_char, context),
        after=_after(text, hit.end_char, context),
        current=replaced_by is None,
        successor=title,
        successor_uid=_same_words(conn, document_id, hit, successor) if successor else None,
    )


def _full(conn: sqlite3.Connection, uid: str) -> str:
    if len(uid) < _FEWEST_SIGNS:
        return uid
    rows = _beginning_so(conn, uid)
    return rows[0] if len(rows) == 1 else uid


def _beginning_so(conn: sqlite3.Connection, uid: str) -> list[str]:
    """Two of the uids that begin with these signs, if there are two; none where a uid cannot have them."""
    if not uid or not set(uid) <= set("0123456789abcdef"):
        return []
    rows = conn.execute("SELECT uid FROM utterances WHERE uid >= ? AND uid < ? LIMIT 2", [uid, uid + "g"]).fetchall()
    return [row[0] for row in rows]


def _why_none(conn: sqlite3.Connection, uid: str) -> str:
    """What is wrong with a uid that opens nothing: too little of it was given, or nobody has it."""
    if len(uid) < 16 and _beginning_so(conn, uid):
        if len(uid) < _FEWEST_SIGNS:
            return f"{uid} is too little of a uid; give its first {_FEWEST_SIGNS} signs at least."
        return f"Several utterances have a uid that begins with {uid}; give more of it."
    return f"No utterance has the uid {uid}; a uid is 16 digits and letters from a to f."


def _newest(conn: sqlite3.Connection, document_id: int) -> int:
    """Follow replaced_by to the current text."""
    seen = {document_id}
    while True:
        row = conn.execute("SELECT replaced_by FROM documents WHERE id = ?", [document_id]).fetchone()
        if row is None or row[0] is None or row[0] in seen:
            return document_id
        document_id = row[0]
        seen.add(document_id)


def _same_words(conn: sqlite3.Connection, old_document: int, hit: Hit, new_document: int) -> str | None:
    """The utterance of the newer text that took this one's place.

    The same words where they still stand, else the one at the same number and of the same kind and label.
    """
    row = conn.execute(
        "SELECT uid FROM utterances WHERE document_id = ? AND text = ? ORDER BY abs(start_char - ?) LIMIT 1",
        [new_document, hit.text, hit.start_char],
    ).fetchone()
    row = (
        row
        or conn.execute(
            "SELECT n.uid FROM utterances o JOIN utterances n ON n.document_id = ? AND n.kind = o.kind AND n.label IS o.label "
            "WHERE o.document_id = ? AND o.uid = ? ORDER BY abs(n.seq - o.seq), abs(n.start_char - o.start_char) LIMIT 1",
            [new_document, old_document, hit.uid],
        ).fetchone()
    )
    return row[0] if row else None


def _before(text: str, place: int, paragraphs: int) -> str:
    """The rest of the paragraph before `place` (the label, say), and so many paragraphs before it."""
    start = text.rfind("\n", 0, place) + 1
    for _ in range(min(paragraphs, text.count("\n"))):
        while start > 0 and text[start - 1].isspace():
            start -= 1
        start = text.rfind("\n", 0, start) + 1
    return text[start:place].lstrip()


def _after(text: str, place: int, paragraphs: int) -> str:
    """The rest of the paragraph after `place`, and so many paragraphs after it."""
    end = _line_end(text, place)
    for _ in range(min(paragraphs, text.count("\n"))):
        while end < len(text) and text[end].isspace():
            end += 1
        end = _line_end(text, end)
    return text[place:end].rstrip()


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found
