"""Writing documents: all the SQL that puts a text, its sources and its utterances into the database.

A text is for ever. Ingesting it again adds at most a source; when a source shows another text, the source moves, and a
text that no source shows any more points to its successor. A `Writer` collects whole documents into one transaction and
adds their rows to the full-text index in one statement.
"""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from quotedb.database.connection import sentence
from quotedb.database.speakers import Registry, key_of
from quotedb.database.titled import joined_before
from quotedb.errors import UnusableDatabase
from quotedb.models import Analysis, Document, Form, Ingested, SpeakerKind, Utterance, uid

UTTERANCE_COLUMNS = (
    "id, uid, document_id, seq, passage, kind, speaker_id, label, note, cue, via, section, timestamp, page, rendering, "
    "start_char, end_char, rule, confidence, text"
)


class Writer:
    """Writes documents in batches: `add` any number, then `commit`; `rollback` drops the batch."""

    def __init__(self, db: Database, parser: str, form: Form = "auto") -> None:
        self._conn: sqlite3.Connection = db.conn
        self._parser, self._form = parser, form
        self._registry = Registry(self._conn)
        self._home = database_folder(self._conn)
        self._first_new: int | None = None
        self._next_id = 0

    def begin(self) -> None:
        """Start a transaction; no other program can write until it ends. Raises `UnusableDatabase` where one does."""
        try:
            self._conn.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise UnusableDatabase(sentence("The database", error, write=True)) from error
        self._registry.forget()  # between two batches somebody may have joined speakers
        self._next_id = 1 + _scalar(self._conn, "SELECT coalesce(max(id), 0) FROM utterances")
        self._first_new = self._next_id

    def commit(self) -> None:
        """Index the new rows and end the transaction: every document of the batch is whole, or absent."""
        self._registry.flush()
        self._conn.execute(
            "INSERT INTO utterances_fts (rowid, text) SELECT id, text FROM utterances WHERE id >= ?", [self._first_new]
        )
        self._conn.execute("COMMIT")

    def rollback(self) -> None:
        """Drop the batch."""
        self._conn.rollback()
        self._registry.forget()

    @property
    def file(self) -> str:
        """The path of the database; empty for one in memory."""
        return database_file(self._conn)

    def known(self, sha256: str) -> bool:
        """Whether the database holds this text, so that it need not be parsed again."""
        return holds(self._conn, sha256)

    def add(self, document: Document, analysis: Analysis | None) -> Ingested:
        """Put one document into the running transaction; `analysis` may be None where the text is `known`."""
        row = self._conn.execute("SELECT id, replaced_by FROM documents WHERE sha256 = ?", [document.sha256]).fetchone()
        fresh = row is None
        if row is None:
            if analysis is None:
                raise ValueError("a new text needs its analysis")
            document_id, was_replaced = self._insert(document, analysis), False
        else:
            document_id, was_replaced = row[0], row[1] is not None
        moved, new_place = self._place(document, document_id)
        if not fresh:
            self._refresh(document_id, document)
        if was_replaced:
            self._conn.execute("UPDATE documents SET replaced_by = NULL WHERE id = ?", [document_id])
        if fresh:
            status = "changed" if moved else "new"
        elif was_replaced:
            status = "restored"
        else:
            status = "copy" if new_place or moved else "unchanged"
        return self._summary(document, document_id, status, analysis if fresh else None)

    def _insert(self, document: Document, analysis: Analysis) -> int:
        utterances = analysis.utterances
        cursor = self._conn.execute(
            "INSERT INTO documents (title, event, spoken, language, turns, quotations, sha256, parser, form, pages, ingested, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.title,
                document.event,
                document.spoken,
                document.language,
                len({u.passage for u in utterances if u.kind == "turn"}),
                len({u.passage for u in utterances if u.kind != "turn"}),
                document.sha256,
                self._parser,
                self._form,
                json.dumps(document.pages) if document.pages else None,
                now(),
                document.text,
            ),
        )
        document_id = cursor.lastrowid
        assert document_id is not None  # noqa: S101 - an INSERT that worked has a row
        self._insert_utterances(document, document_id, analysis)
        self._conn.executemany(
            "INSERT INTO problems (document_id, start_char, end_char, code, message) VALUES (?, ?, ?, ?, ?)",
            [(document_id, p.start_char, p.end_char, p.code, p.message) for p in analysis.problems],
        )
        return document_id

    def _insert_utterances(self, document: Document, document_id: int, analysis: Analysis) -> None:
        utterances = analysis.utterances
        ids = {
            name: self._registry.speaker_id(name, _kind(name, document, analysis), partial=name in analysis.partial)
            for name in dict.fromkeys(name for u in utterances for name in u.speakers)
        }
        for name, speaker in ids.items():
            self._registry.used(speaker, name)
        for name in analysis.partial & ids.keys():
            labels = {u.label for u in utterances if name in u.speakers}
            ids[name] = joined_before(self._conn, name, labels) or ids[name]
        rows, who = [], []
        for seq, utterance in enumerate(utterances, 1):
            row_id, self._next_id = self._next_id, self._next_id + 1
            # two names of one person in one statement are one speaker
            speakers = {ids[name]: name for name in reversed(utterance.speakers)}
            ordered = list(dict.fromkeys(ids[name] for name in utterance.speakers))
            rows.append(_row(row_id, document, document_id, seq, utterance, ordered[0] if ordered else None))
            who += [(row_id, speaker, place, speakers[speaker]) for place, speaker in enumerate(ordered, 1)]
        self._conn.executemany(f"INSERT INTO utterances ({UTTERANCE_COLUMNS}) VALUES ({', '.join('?' * 20)})", rows)
        self._conn.executemany(
            "INSERT INTO utterance_speakers (utterance_id, speaker_id, seq, name) VALUES (?, ?, ?, ?)", who
        )

    def _refresh(self, document_id: int, document: Document) -> None:
        """Take over what is newly known about a text that the database already holds.

        Its first source may correct what it said; a copy elsewhere only adds what is not known yet.
        """
        row = self._source(self._location(document))
        first = _scalar(self._conn, "SELECT min(id) FROM sources WHERE document_id = ?", document_id)
        blank = "" if row and row["id"] == first else " AND coalesce({0}, '') = ''"
        for column in ("title", "event", "spoken", "language"):
            value = getattr(document, column)
            if value:
                self._conn.execute(
                    f"UPDATE documents SET {column} = ? WHERE id = ? AND {column} IS NOT ?{blank.format(column)}",
                    [value, document_id, value],
                )

    def _place(self, document: Document, document_id: int) -> tuple[bool, bool]:
        """Note where the text stands: (the place showed another text before, the place is new)."""
        location = self._location(document)
        row = self._source(location)
        if row and document.url and row["url"] not in (None, document.url):
            # one file handed in under a second address is a second source, not a correction of the first
            location = document.url
            row = self._source(location)
        row = row or self._left_behind(document, document_id, location)
        values = (
            document.url,
            document.publisher,
            document.byline,
            document.published,
            document.media_type,
            document.raw_sha256,
        )
        if row is None:
            self._conn.execute(
                "INSERT INTO sources (document_id, location, url, publisher, byline, published, media_type, raw_sha256, seen) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document_id, location, *values, now()),
            )
            return False, True
        moved = row["document_id"] != document_id
        known = (row["url"], row["publisher"], row["byline"], row["published"], row["media_type"], row["raw_sha256"])
        merged = tuple(new if new is not None else old for new, old in zip(values, known, strict=True))
        if moved or merged != known:
            self._conn.execute(
                "UPDATE sources SET document_id = ?, url = ?, publisher = ?, byline = ?, published = ?, media_type = ?, "
                "raw_sha256 = ?, seen = CASE WHEN document_id = ? THEN seen ELSE ? END WHERE id = ?",
                (document_id, *merged, document_id, now(), row["id"]),
            )
        if moved:
            self._conn.execute(
                "UPDATE documents SET replaced_by = ? WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM sources WHERE document_id = documents.id)",
                [document_id, row["document_id"]],
            )
        return moved, False

    def _left_behind(self, document: Document, document_id: int, location: str) -> dict[str, object] | None:
        """The source of a file that was moved here, if one was; its old place would hold on to a text for ever."""
        if not self._is_there(location):
            return None
        known = self._conn.execute(
            "SELECT id, location FROM sources WHERE document_id = ?1 AND coalesce(url, ?2) IS ?2 AND coalesce(publisher, ?3) IS ?3",
            [document_id, document.url, document.publisher],
        )
        for row_id, old in known.fetchall():
            if not ("://" in old or old.startswith("text:") or self._is_there(old)):
                self._conn.execute("UPDATE sources SET location = ? WHERE id = ?", [location, row_id])
                return self._source(location)
        return None

    def _is_there(self, location: str) -> bool:
        return "://" not in location and Path(self._home, location).exists()

    def _source(self, location: str) -> dict[str, object] | None:
        cursor = self._conn.execute("SELECT * FROM sources WHERE location = ?", [location])
        row = cursor.fetchone()
        return dict(zip([column[0] for column in cursor.description], row, strict=True)) if row else None

    def _location(self, document: Document) -> str:
        place = document.location
        if place is None or place.startswith("/dev/"):  # standard input, or <(a command): the next text is another one
            return document.url or f"text:{document.sha256[:16]}"
        if "://" in place:
            return place
        try:
            # links to folders are followed, so that one file is one source whichever way leads to it
            folder = os.path.realpath(Path(place).absolute().parent)
            return Path(os.path.relpath(Path(folder, Path(place).name), self._home)).as_posix()
        except ValueError:  # another drive: no relative path leads there
            return Path(place).absolute().as_posix()

    def _summary(self, document: Document, document_id: int, status: str, analysis: Analysis | None) -> Ingested:
        title, turns, quotations = self._conn.execute(
            "SELECT title, turns, quotations FROM documents WHERE id = ?", [document_id]
        ).fetchone()
        speakers = _scalar(
            self._conn,
            "SELECT count(DISTINCT us.speaker_id) FROM utterances u JOIN utterance_speakers us ON us.utterance_id = u.id "
            "WHERE u.document_id = ?",
            document_id,
        )
        return Ingested(
            location=document.location or document.url or self._location(document),
            title=title,
            status=status,  # type: ignore[arg-type]
            document_id=document_id,
            turns=turns,
            quotations=quotations,
            speakers=speakers,
            problems=analysis.problems if analysis else (),
        )


def _kind(name: str, document: Document, analysis: Analysis) -> SpeakerKind:
    """What speaks; a paper that asks in its own interview, under its own name, is no person who might be called Post."""
    if document.publisher and key_of(name) == key_of(document.publisher):
        return "body"
    return analysis.kinds.get(name, "person")


def holds(conn: sqlite3.Connection, sha256: str) -> bool:
    """Whether a database holds the text with this sha256."""
    return conn.execute("SELECT 1 FROM documents WHERE sha256 = ?", [sha256]).fetchone() is not None


def database_file(conn: sqlite3.Connection) -> str:
    """The path of a database, links followed; empty for one in memory."""
    file = next((row[2] for row in conn.execute("PRAGMA database_list") if row[1] == "main"), "")
    return os.path.realpath(file) if file else ""


def database_folder(conn: sqlite3.Connection) -> Path:
    """The folder that a database lies in; the current one for a database in memory."""
    file = database_file(conn)
    return Path(file).parent if file else Path.cwd()


def now() -> str:
    """The present as an ISO time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _scalar(conn: sqlite3.Connection, sql: str, *values: object) -> int:
    return int(conn.execute(sql, values).fetchone()[0])


def _row(
    row_id: int, document: Document, document_id: int, seq: int, u: Utterance, speaker: int | None
) -> tuple[object, ...]:
    return (
        row_id,
        uid(document.sha256, u.start_char, u.end_char),
        document_id,
        seq,
        u.passage,
        u.kind,
        speaker,
        u.label,
        u.note,
        u.cue,
        u.via,
        u.section,
        u.timestamp,
        u.page,
        u.rendering,
        u.start_char,
        u.end_char,
        u.rule,
        u.confidence,
        u.text,
    )
