"""One document as a reader sees it: its text, where it stands, and every utterance in its place."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from quotedb.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance in its document's text."""

    uid: str
    start_char: int
    end_char: int
    kind: str
    passage: int
    label: str | None
    note: str | None
    rendering: str
    section: str | None
    timestamp: str | None
    page: int | None
    rule: str
    confidence: float
    speakers: tuple[tuple[str, str], ...]  #: (name, slug), in the order of the text


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a document was read."""

    location: str
    url: str | None
    publisher: str | None
    byline: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """A document with everything that was said in it; hidden utterances are left out."""

    id: int
    title: str
    event: str | None
    spoken: str | None
    language: str | None
    turns: int
    quotations: int
    text: str
    replaced_by: int | None
    sources: tuple[Standing, ...]
    utterances: tuple[Said, ...]
    problems: tuple[tuple[str, str, int | None], ...]  #: (code, message, start_char)


def whole_document(conn: sqlite3.Connection, document_id: int) -> WholeDocument:
    """The document with this number. Raises `UnknownName` where there is none."""
    row = conn.execute(
        "SELECT id, title, event, spoken, language, turns, quotations, text, replaced_by FROM documents WHERE id = ?",
        [document_id],
    ).fetchone()
    if row is None:
        raise UnknownName(f"No document has the number {document_id}.")
    speakers: dict[int, list[tuple[str, str]]] = {}
    for utterance, name, slug in conn.execute(
        "SELECT us.utterance_id, s.name, s.slug FROM utterances u JOIN utterance_speakers us ON us.utterance_id = u.id "
        "JOIN speakers s ON s.id = us.speaker_id WHERE u.document_id = ? ORDER BY u.seq, us.seq",
        [document_id],
    ):
        speakers.setdefault(utterance, []).append((name, slug))
    utterances = []
    for key, *said in conn.execute(
        "SELECT id, uid, start_char, end_char, kind, passage, label, note, rendering, section, timestamp, page, rule, "
        "confidence FROM utterances WHERE document_id = ? AND NOT hidden ORDER BY start_char, end_char",
        [document_id],
    ):
        fields: tuple[Any, ...] = (*said, tuple(speakers.get(key, ())))
        utterances.append(Said(*fields))
    sources = conn.execute(
        "SELECT location, url, publisher, byline, published FROM sources WHERE document_id = ? ORDER BY id",
        [document_id],
    )
    problems = conn.execute(
        "SELECT code, message, start_char FROM problems WHERE document_id = ? ORDER BY start_char, id", [document_id]
    )
    whole: tuple[Any, ...] = (*row, tuple(Standing(*source) for source in sources), tuple(utterances), tuple(problems))
    return WholeDocument(*whole)


def document_of(conn: sqlite3.Connection, uid: str) -> tuple[int, str | None] | None:
    """The number and language of the document that holds an utterance; None where no utterance has this uid."""
    row = conn.execute(
        "SELECT d.id, d.language FROM utterances u JOIN documents d ON d.id = u.document_id WHERE u.uid = ?", [uid]
    ).fetchone()
    return tuple(row) if row else None


def speakers_of(conn: sqlite3.Connection, uids: list[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The speakers of utterances, each as (name, slug), by uid."""
    found: dict[str, list[tuple[str, str]]] = {uid: [] for uid in uids}
    for uid, name, slug in conn.execute(
        "SELECT u.uid, s.name, s.slug FROM utterances u JOIN utterance_speakers us ON us.utterance_id = u.id "
        f"JOIN speakers s ON s.id = us.speaker_id WHERE u.uid IN ({', '.join('?' * len(uids))}) ORDER BY us.seq",
        uids,
    ):
        found[uid].append((name, slug))
    return {uid: tuple(names) for uid, names in found.items()}
