"""Wire copy: the same passage of text in several documents is one place with several addresses.

Two documents that print the same quotation are two witnesses. Two that also have the same words before and after it
have them from one hand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from quotedb.database import other_places
from quotedb.models import Hit, Match
from quotedb.parsing import words

#: So many words before and after an utterance must agree, or all up to the end of the document.
AROUND = 12
_CHARACTERS = 40 * AROUND
Found = TypeVar("Found", Match, Hit)


def collapsed(conn: sqlite3.Connection, matches: Sequence[Found]) -> list[Found]:
    """The matches or hits, those that repeat an earlier one in another document added to its copies."""
    kept: list[Found] = []
    places: dict[tuple[str, str | None, str], list[int]] = {}
    for found in matches:
        key = (found.text, found.speaker, getattr(found, "context", found.text))  # a hit is its own context
        same = [at for at in places.get(key, ()) if _one_hand(conn, kept[at], found)]
        if same:
            kept[same[0]] = _with_place(kept[same[0]], found)
            continue
        places.setdefault(key, []).append(len(kept))
        kept.append(found)
    return kept


def _with_place(kept: Found, other: Match | Hit) -> Found:
    own, place = (found.url or found.location or "" for found in (kept, other))
    return replace(kept, copies=other_places(own, (*kept.copies, place, *other.copies)))


def _one_hand(conn: sqlite3.Connection, one: Match | Hit, other: Match | Hit) -> bool:
    if one.location == other.location:
        return False
    (before, after), (before_other, after_other) = _around(conn, one), _around(conn, other)
    # a quotation that is the whole document on either side proves nothing
    return bool(before or after) and before == before_other and after == after_other


def _around(conn: sqlite3.Connection, match: Match | Hit) -> tuple[list[str], list[str]]:
    """The words before and after the utterance in its document."""
    before, after = conn.execute(
        "SELECT substr(d.text, max(1, u.start_char + 1 - :room), min(u.start_char, :room)), substr(d.text, u.end_char + 1, :room) "
        "FROM utterances u JOIN documents d ON d.id = u.document_id WHERE u.uid = :uid",
        {"room": _CHARACTERS, "uid": match.uid},
    ).fetchone()
    return [word.form for word in words(before)][-AROUND:], [word.form for word in words(after)][:AROUND]
