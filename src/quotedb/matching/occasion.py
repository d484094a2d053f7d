"""What may tie a quote to a passage besides its words: who is said to have said it, when, and the sentence around.

Of a few words many passages hold most. Which of them is meant, the speaker tells, the day, or the words between which
the quote stood: "She spoke of “a full and patient trust” in the keepers of the gate".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quotedb.database import Chosen
from quotedb.matching.passages import Passage, Place
from quotedb.matching.statements import function_words, key
from quotedb.parsing import lexicon_of, words

#: Words that were said on a day are printed up to so many days later; before midnight there is after midnight elsewhere.
LATER, EARLIER = 3, 1
#: Of the telling words around a quote, so many must stand around the passage, and this part of them, within so many characters.
FEWEST, SHARE, ROOM = 2, 0.4, 300
_DAY = len("2024-05-15")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a quote besides its words."""

    chosen: Chosen | None = None  #: who is said to have said it
    date: str | None = None  #: when: an ISO date, to the year, the month or the day
    around: frozenset[str] = frozenset()  #: the keys of the telling words of the sentence around it


def on_date(found: str | None, asked: str | None) -> bool | None:
    """Whether a text of one ISO date may hold what was said on another; None where nothing is asked, or nobody can tell."""
    if not found or not asked:
        return None
    if len(found) < len(asked):
        return None if asked.startswith(found) else False
    if found.startswith(asked) or len(found) < _DAY:
        return found.startswith(asked)
    day = date.fromisoformat(found[:_DAY])
    if len(asked) == _DAY:
        return -EARLIER <= (day - date.fromisoformat(asked)).days <= LATER
    return (day - timedelta(days=LATER)).isoformat().startswith(asked)


def telling(text: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The keys of the words that say what a sentence is about: no small words, no verbs of saying, nobody's name."""
    lex = lexicon_of(text)
    known = {word.form for name in names for word in words(name)}
    forms = {word.form for word in words(text)} - function_words() - lex.words("quotes.cues") - known
    return frozenset(key(form) for form in forms if len(form) > 2)


def stands_around(conn: sqlite3.Connection, around: frozenset[str], passage: Passage, window: Sequence[Place]) -> bool:
    """Whether the sentence around a quote has enough in common with what stands around a window of the record."""
    if len(around) < FEWEST or not window:
        return False
    first, last = window[0], window[-1]
    start = int(passage.pieces[first.piece].row["start_char"]) + first.token.start
    end = int(passage.pieces[last.piece].row["start_char"]) + last.token.end
    before, after = conn.execute(
        "SELECT substr(text, max(1, :start + 1 - :room), min(:start, :room)), substr(text, :end + 1, :room) "
        "FROM documents WHERE id = :id",
        {"start": start, "end": end, "room": ROOM, "id": passage.document_id},
    ).fetchone()
    shared = around & {key(word.form) for word in (*words(before), *words(after))}
    return len(shared) >= max(FEWEST, SHARE * len(around))
