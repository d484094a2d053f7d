"""What one speaker said, as linking compares it: words, sentences, and keys under which two wordings meet.

Two translators differ in endings (`sovereign`, `sovereignty`) and in near-synonyms (`fight`, `struggle`). A key is the
beginning of a word, or the set of near-synonyms that it belongs to; what a key says is the logarithm of its rarity in
the whole record. Keys find and weigh likeness; what is verbatim is decided on the words themselves.
"""

from __future__ import annotations

import functools
import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quotedb.database import open_vocabulary
from quotedb.parsing import lexicon, sentences, words

#: Words that begin with the same letters, so many, are taken for forms of one word.
STEM = 6
#: Sentences of fewer words are compared together with the next one.
SHORTEST_UNIT = 5
#: A small record does not know how rare words are: it is counted as if so many utterances stood beside it, in which a
#: function word stands in every third and any other word in one.
BACKGROUND, COMMON_SHARE = 2_000, 0.3
_FUNCTION_WORDS = ("auxiliaries", "prepositions", "conjunctions", "relatives", "pronouns", "objects", "determiners")

Unit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance, ready to be compared."""

    id: int
    document_id: int
    start_char: int  #: where it begins in its document
    kind: str
    day: int | None  #: on which it was said (else published), as an ordinal; None: unknown
    text: str
    forms: tuple[str, ...]  #: its folded words
    places: tuple[tuple[int, int], ...]  #: their characters
    keys: tuple[str, ...]
    units: tuple[Unit, ...]  #: its sentences, as half-open runs of words
    new: bool  #: it has not been compared yet


def statement(row: int, document: int, start: int, kind: str, said: str | None, text: str, new: bool) -> Statement:
    """A row of the database as a statement."""
    found = words(text)
    forms = tuple(word.form for word in found)
    return Statement(
        id=row,
        document_id=document,
        start_char=start,
        kind=kind,
        day=_day(said),
        text=text,
        forms=forms,
        places=tuple((word.start, word.end) for word in found),
        keys=tuple(map(key, forms)),
        units=_units(text, [word.start for word in found]),
        new=bool(new),
    )


@functools.lru_cache(maxsize=200_000)
def key(form: str) -> str:
    """What a word is compared by: its set of near-synonyms, else its beginning."""
    bare = form.removesuffix("'s")
    return _alike().get(bare) or _alike().get(bare[:STEM]) or (bare[:STEM] if len(bare) > STEM else bare)


@functools.cache
def _alike() -> dict[str, str]:
    """Each word of a set of near-synonyms, and its beginning, with the name of the set."""
    found: dict[str, str] = {}
    for name, others in lexicon().table("link.alike").items():
        for word in (name, *others):
            found.setdefault(word, f"={name}")
            if len(word) > STEM:
                found.setdefault(word[:STEM], f"={name}")
    return found


@functools.cache
def function_words() -> frozenset[str]:
    """The words that every sentence is built with."""
    return frozenset().union(*(lexicon().words(f"quotes.{name}") for name in _FUNCTION_WORDS))


def _units(text: str, starts: list[int]) -> tuple[Unit, ...]:
    """The sentences as runs of words; short ones join the next."""
    found: list[Unit] = []
    at = begin = 0
    for _, end in sentences(text):
        while at < len(starts) and starts[at] < end:
            at += 1
        if at - begin >= SHORTEST_UNIT:
            found.append((begin, at))
            begin = at
    if begin < len(starts):
        if found and len(starts) - begin < SHORTEST_UNIT:
            found[-1] = (found[-1][0], len(starts))
        else:
            found.append((begin, len(starts)))
    return tuple(found)


def _day(said: str | None) -> int | None:
    """An ISO date to the day as an ordinal; months and years are no days."""
    try:
        return date.fromisoformat(said).toordinal() if said else None
    except ValueError:
        return None


def weight(word: str, count: float, size: int) -> float:
    """What a word says that stands in `count` of `size` utterances: the logarithm of its rarity.

    0.5 for a word that stands everywhere, 12 for one that stands once in 200,000.
    """
    background = BACKGROUND * COMMON_SHARE if word in function_words() else 1
    return max(0.5, math.log((BACKGROUND + size) / (count + background)))


class Weights:
    """How much each key says: the logarithm of its rarity in the record, asked from the full-text index once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        open_vocabulary(conn)
        self._conn = conn
        self._size = int(conn.execute("SELECT count(*) FROM utterances").fetchone()[0])
        self._known: dict[str, float] = {}

    def __getitem__(self, wanted: str) -> float:
        """The weight of a key."""
        known = self._known.get(wanted)
        if known is None:
            known = self._known[wanted] = self._weigh(wanted)
        return known

    def of(self, keys: Iterable[str]) -> dict[str, float]:
        """The weights of some keys."""
        return {wanted: self[wanted] for wanted in keys}

    def _weigh(self, wanted: str) -> float:
        if wanted.startswith("="):
            members = [word for word, name in _alike().items() if name == wanted and len(word) != STEM]
            count = sum(self._count(word[:STEM]) for word in {word[:STEM] for word in members})
        else:
            count = self._count(wanted)
        return weight(wanted, count, self._size)

    def _count(self, beginning: str) -> int:
        # the index cuts "four-hour" in two: its first half says how rare it is
        term = "".join(beginning.split("'")[:1]).split("-")[0]
        upper = term + "\U0010ffff" if len(beginning) >= STEM else term
        found = self._conn.execute(
            "SELECT coalesce(sum(doc), 0) FROM temp.vocabulary WHERE term >= ? AND term <= ?", [term, upper]
        )
        return int(found.fetchone()[0])
