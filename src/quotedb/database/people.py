"""Who is who across documents: listing speakers, adding aliases, merging two rows into one; every change is an event."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from quotedb.database.speakers import find, free_slug, key_of
from quotedb.database.store import now
from quotedb.database.titled import give, meant, printed_key, printed_so
from quotedb.errors import UnknownName, pasteable
from quotedb.models import SpeakerKind
from quotedb.parsing import words

_MOST_JOININGS = 100  #: one after the other; more are a circle


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker with what the database holds of them (current texts only)."""

    name: str
    slug: str
    kind: SpeakerKind
    partial: bool
    utterances: int
    documents: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The speakers that a typed name stands for."""

    typed: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    exact: bool  #: the whole name was given, not a part of it


def list_people(conn: sqlite3.Connection, like: str | None = None) -> list[Person]:
    """All speakers, those with most utterances first; `like`: only names and aliases that hold these words."""
    ids = None if like is None else set(choose(conn, like).ids)
    rows = conn.execute(
        "SELECT s.id, s.name, s.slug, s.kind, s.partial, count(u.id), count(DISTINCT u.document_id) "
        "FROM speakers s LEFT JOIN utterance_speakers us ON us.speaker_id = s.id "
        "LEFT JOIN (SELECT u.id, u.document_id FROM utterances u JOIN documents d ON d.id = u.document_id "
        "WHERE d.replaced_by IS NULL AND NOT u.hidden) u ON u.id = us.utterance_id "
        "GROUP BY s.id ORDER BY count(u.id) DESC, s.name"
    ).fetchall()
    aliases: dict[int, list[str]] = {}
    for speaker, alias in conn.execute("SELECT speaker_id, alias FROM speaker_aliases ORDER BY documents DESC, alias"):
        aliases.setdefault(speaker, []).append(alias)
    return [
        Person(name, slug, kind, bool(partial), said, documents, tuple(a for a in aliases.get(row, ()) if a != name))
        for row, name, slug, kind, partial, said, documents in rows
        if (said or any(a != name for a in aliases.get(row, ()))) and (ids is None or row in ids)
    ]


def choose(conn: sqlite3.Connection, typed: str) -> Chosen:
    """The speakers that a typed name stands for: the one so called, else all whose names hold the typed words.

    "Olin" finds "Mara Olin" and whoever else is called Olin, and says so; nobody is an empty `Chosen`.
    """
    titled = meant(conn, typed)
    if titled is not None and not _is_bare(conn, titled):
        return Chosen(typed, (titled,), _names(conn, [titled]), exact=True)
    exact = [
        row[0]
        for row in conn.execute(
            "SELECT DISTINCT speaker_id FROM speaker_aliases WHERE key = ? ORDER BY 1", [key_of(typed)]
        )
    ]
    partial_only = exact and all(
        row[0] for row in conn.execute(f"SELECT partial FROM speakers WHERE id IN ({_marks(exact)})", exact)
    )
    if exact and not partial_only:
        return Chosen(typed, tuple(exact), _names(conn, exact), exact=True)
    ids = list(dict.fromkeys([*exact, *_with_words(conn, typed)]))
    return Chosen(typed, tuple(ids), _names(conn, ids), exact=False)


def _with_words(conn: sqlite3.Connection, typed: str) -> list[int]:
    """The speakers in whose names all typed words stand; if there are none, in the spelling for keyboards without umlauts."""
    # each word for itself: a title in front of a name is a word like any other here
    wanted = {part for word in words(typed) for part in key_of(word.form).split()}
    if not wanted:
        return []
    known = conn.execute("SELECT speaker_id, key FROM speaker_aliases ORDER BY speaker_id").fetchall()
    found = [speaker for speaker, key in known if wanted <= set(key.split())]
    if not found:
        wanted = set(map(_without_digraphs, wanted))
        found = [speaker for speaker, key in known if wanted <= set(_without_digraphs(key).split())]
    return found


def _without_digraphs(key: str) -> str:
    """``Groessler``, ``Größler`` and ``Grossler`` in one form: keys have lost their umlauts, but not the letters put for them."""
    return key.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def add_alias(conn: sqlite3.Connection, name: str, alias: str, reviewer: str | None = None) -> int:
    """From now on `alias` means the speaker `name`; a bare label of that form joins. Returns how many utterances joined.

    A label that is printed with a title (`Mayor Olin`) joins only where it is printed so: another Olin may have another title.
    Where no document gives the full `name`, the bare label itself becomes that person. Raises `UnknownName` where neither
    is known, where `alias` is a person of their own (merge them instead), or where it is empty.
    """
    key = key_of(alias)
    if not key:
        raise UnknownName("An empty alias would name nobody; give the form that documents use.")
    titled = printed_so(conn, alias)
    if titled:
        return _join_titled(conn, titled, name, alias, reviewer)
    other = find(conn, key)
    if other is not None and (documents := _documents_of_voice(conn, other)) > 1:
        (called,) = _names(conn, [other])
        raise UnknownName(
            f"{called!r} is what {documents:,} documents call whoever it is there; only if all of them mean {name}, "
            f"join them with: {pasteable('quotedb people merge DATABASE', called, name)}"
        )
    if other is not None and not choose(conn, name).ids and _is_bare(conn, other):
        return _give_name(conn, other, name, alias, reviewer)
    target = _one(conn, name)
    if other == target:
        return 0
    if other is not None and not _is_bare(conn, other):
        (called,) = _names(conn, [other])
        raise UnknownName(
            f"{called!r} is a speaker with statements of their own; if both are one person, "
            f"join them with: {pasteable('quotedb people merge DATABASE', called, name)}"
        )
    with conn:
        before = _kept(conn, other, target)
        joined = _move(conn, other, target) if other is not None else 0
        conn.execute(
            "INSERT INTO speaker_aliases (alias, speaker_id, key, origin) VALUES (?, ?, ?, 'people') "
            "ON CONFLICT (alias, speaker_id) DO UPDATE SET origin = 'people'",
            [alias, target, key],
        )
        _note(conn, "alias", {"into": target, "alias": alias, **before}, reviewer)
    return joined


def _join_titled(
    conn: sqlite3.Connection, titled: dict[int, list[int]], name: str, alias: str, reviewer: str | None
) -> int:
    """What stands under a label with its title is somebody's; the rest of the bare label stays as it is."""
    known = _one(conn, name) if choose(conn, name).ids else None
    moved = {utterance for pool, utterances in titled.items() if pool != known for utterance in utterances}
    with conn:
        target = known if known is not None else _add(conn, name)
        for pool, utterances in titled.items():
            if pool != target:
                give(conn, utterances, pool, target)
        conn.execute("DELETE FROM speaker_aliases WHERE alias = ? AND origin = 'people'", [alias])
        conn.execute(
            "INSERT INTO speaker_aliases (alias, speaker_id, key, origin) VALUES (?, ?, ?, 'people')",
            [alias, target, printed_key(alias)],
        )
        from_ = {str(pool): utterances for pool, utterances in titled.items()}
        _note(conn, "alias", {"into": target, "alias": alias, "from_label": from_}, reviewer)
    return len(moved)


def _add(conn: sqlite3.Connection, name: str) -> int:
    """A person whom no document gives in full, under the name that people say."""
    cursor = conn.execute(
        "INSERT INTO speakers (name, slug, kind, partial, name_origin) VALUES (?, ?, 'person', 0, 'people')",
        [name, free_slug(conn, name)],
    )
    conn.execute(
        "INSERT INTO speaker_aliases (alias, speaker_id, key, origin) VALUES (?, ?, ?, 'people')",
        [name, cursor.lastrowid, key_of(name)],
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT that worked has a row
    return cursor.lastrowid


def _documents_of_voice(conn: sqlite3.Connection, speaker: int) -> int:
    """In how many documents a role or a voice without a name speaks; 0 for somebody who has one."""
    row = conn.execute(
        "SELECT count(DISTINCT u.document_id) FROM speakers s JOIN utterance_speakers us ON us.speaker_id = s.id "
        "JOIN utterances u ON u.id = us.utterance_id WHERE s.id = ? AND s.kind = 'unnamed'",
        [speaker],
    ).fetchone()
    return int(row[0])


def _is_voice(conn: sqlite3.Connection, speaker: int) -> bool:
    return bool(conn.execute("SELECT kind = 'unnamed' FROM speakers WHERE id = ?", [speaker]).fetchone()[0])


def _is_bare(conn: sqlite3.Connection, speaker: int) -> bool:
    return bool(conn.execute("SELECT partial FROM speakers WHERE id = ?", [speaker]).fetchone()[0])


def _give_name(conn: sqlite3.Connection, label: int, name: str, alias: str, reviewer: str | None) -> int:
    """A bare label that no document explains becomes the person that people say it is."""
    with conn:
        before = _kept(conn, None, label)
        (was,) = _names(conn, [label])
        conn.execute(
            "UPDATE speakers SET name = ?, slug = ?, partial = 0, name_origin = 'people' WHERE id = ?",
            [name, free_slug(conn, name), label],
        )
        conn.executemany(
            "INSERT INTO speaker_aliases (alias, speaker_id, key, origin) VALUES (?, ?, ?, 'people') "
            "ON CONFLICT (alias, speaker_id) DO UPDATE SET origin = 'people'",
            [(form, label, key_of(form)) for form in (name, alias)],
        )
        _note(conn, "alias", {"into": label, "alias": alias, "name": name, "was": was, **before}, reviewer)
    count = conn.execute("SELECT count(*) FROM utterance_speakers WHERE speaker_id = ?", [label]).fetchone()[0]
    return int(count)


def merge(conn: sqlite3.Connection, source: str, into: str, reviewer: str | None = None) -> int:
    """Make two speakers one: `into` keeps name and slug. Returns how many utterances moved. Raises `UnknownName`.

    A voice without a name (`Speaker 1`, `Q`, `The Chair`) that is joined with a named speaker is so in the documents that are here;
    in the next document it is somebody else, so its label does not come along.
    """
    from_id, into_id = _one(conn, source), _one(conn, into)
    if from_id == into_id:
        raise UnknownName(f"{source!r} and {into!r} are already one speaker.")
    with conn:
        before = _kept(conn, from_id, into_id)
        if _is_voice(conn, from_id) and not _is_voice(conn, into_id):
            conn.execute("DELETE FROM speaker_aliases WHERE speaker_id = ?", [from_id])
        moved = _move(conn, from_id, into_id)
        _note(conn, "merge", {"into": into_id, **before}, reviewer)
    return moved


def joined_slug(conn: sqlite3.Connection, slug: str) -> str | None:
    """The address under which a speaker stands who was joined with another; None for one that never was."""
    for _ in range(_MOST_JOININGS):
        row = conn.execute(
            "SELECT json_extract(e.details, '$.into'), s.slug FROM events e "
            "LEFT JOIN speakers s ON s.id = json_extract(e.details, '$.into') "
            "WHERE json_extract(e.details, '$.from.slug') = ? ORDER BY e.id DESC LIMIT 1",
            [slug],
        ).fetchone()
        if row is None:
            return None
        if row[1] is not None:
            return str(row[1])
        # who took them in was joined with somebody else later
        later = conn.execute(
            "SELECT json_extract(details, '$.from.slug') FROM events WHERE json_extract(details, '$.from.id') = ? "
            "ORDER BY id DESC LIMIT 1",
            [row[0]],
        ).fetchone()
        if later is None:
            return None
        slug = later[0]
    return None


def _one(conn: sqlite3.Connection, name: str) -> int:
    """The one speaker of this name, or `UnknownName` with what to do."""
    known = find(conn, key_of(name))
    if known is not None:
        return known
    chosen = choose(conn, name)
    if len(chosen.ids) == 1:
        return chosen.ids[0]
    if chosen.ids:
        raise UnknownName(f"{name!r} may be {' or '.join(chosen.names)}; give the full name.")
    raise UnknownName(f"Nobody called {name!r} is in this database; see who is: quotedb people list DATABASE")


def _move(conn: sqlite3.Connection, source: int, target: int) -> int:
    """Give everything of one speaker to another, and remove the empty row."""
    moved = conn.execute("SELECT count(*) FROM utterance_speakers WHERE speaker_id = ?", [source]).fetchone()[0]
    # a joint statement of both keeps one row, the first, for the one speaker that they are now
    conn.execute(
        "DELETE FROM utterance_speakers AS later WHERE speaker_id IN (?1, ?2) AND EXISTS (SELECT 1 FROM utterance_speakers "
        "WHERE utterance_id = later.utterance_id AND speaker_id IN (?1, ?2) AND seq < later.seq)",
        [source, target],
    )
    conn.execute("UPDATE utterance_speakers SET speaker_id = ? WHERE speaker_id = ?", [target, source])
    conn.execute("UPDATE utterances SET speaker_id = ? WHERE speaker_id = ?", [target, source])
    conn.execute("UPDATE OR IGNORE speaker_aliases SET speaker_id = ? WHERE speaker_id = ?", [target, source])
    # a label that is joined with a full name is a bare label no more
    conn.execute(
        "UPDATE speakers SET name_origin = 'people', "
        "partial = min(partial, (SELECT partial FROM speakers WHERE id = ?)) WHERE id = ?",
        [source, target],
    )
    conn.execute("DELETE FROM speakers WHERE id = ?", [source])
    return int(moved)


def _kept(conn: sqlite3.Connection, source: int | None, target: int) -> dict[str, object]:
    """What is needed to part two speakers again: the row that goes, its aliases, what changes in the other's row.

    Which utterances go back need not be listed: each keeps the form of the name that its document uses.
    """
    speaker = conn.execute("SELECT * FROM speakers WHERE id = ?", [source])
    columns = [column[0] for column in speaker.description]
    row = speaker.fetchone()
    aliases = conn.execute("SELECT alias FROM speaker_aliases WHERE speaker_id = ? ORDER BY alias", [source]).fetchall()
    origin, partial = conn.execute("SELECT name_origin, partial FROM speakers WHERE id = ?", [target]).fetchone()
    return {
        "from": dict(zip(columns, row, strict=True)) if row else None,
        "aliases": [alias for (alias,) in aliases],
        "name_origin": origin,
        "partial": partial,
    }


def _note(conn: sqlite3.Connection, action: str, details: dict[str, object], reviewer: str | None) -> None:
    conn.execute(
        "INSERT INTO events (action, details, reviewer, created) VALUES (?, ?, ?, ?)",
        [action, json.dumps(details, ensure_ascii=False), reviewer, now()],
    )


def _names(conn: sqlite3.Connection, ids: Sequence[int]) -> tuple[str, ...]:
    return tuple(conn.execute("SELECT name FROM speakers WHERE id = ?", [speaker]).fetchone()[0] for speaker in ids)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
