"""Which passages of the record a quote may stand in: those that hold all its words, and those that hold its rare ones."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotedb.database import Chosen
from quotedb.matching.passages import Passage, passages_of
from quotedb.matching.quote import Token
from quotedb.matching.rarity import Rarity, phrase

#: Rows that hold the words of a quote are looked through up to so many; the answer says so where there are more.
MOST_ROWS = 2_000
#: Rows that hold the rare words of a quote without being known to hold it: more than this are asked for the phrase.
FEW = 60
#: Words that are asked for as one phrase; what holds them is read word for word.
MOST_IN_A_PHRASE = 16
#: Rows that hold the rarest words of a quote: so few are read without asking what other words they hold.
HANDFUL = 6
#: Passages that are set beside a quote that stands nowhere word for word: so many, and more where they hold nearly as much.
NEAR, MOST_NEAR = 6, 24


@dataclass(frozen=True, slots=True)
class Candidates:
    """Utterances to read, the likelier first."""

    numbers: tuple[int, ...]
    more: bool  #: there are more than these


def holding(
    conn: sqlite3.Connection, rarity: Rarity, quote: Sequence[Sequence[Token]], chosen: Chosen | None
) -> Candidates:
    """The utterances that hold every word of a quote as the index knows them, the named speaker's and turns first."""
    plain = [token.form for part in quote for token in part if not token.group]
    rows = rarity.holding_all(plain, HANDFUL)
    if rows is not None and len(rows) <= FEW:
        return Candidates(_ordered(conn, rows, chosen), more=False)
    found = rarity.look_up(_phrases(quote), MOST_ROWS + 1)
    return Candidates(_ordered(conn, found.numbers[:MOST_ROWS], chosen), more=len(found.numbers) > MOST_ROWS)


def near(conn: sqlite3.Connection, rarity: Rarity, without: Collection[int]) -> list[Passage]:
    """The passages that hold most of a quote's rare words."""
    return passages_of(conn, rarity.best(NEAR, MOST_NEAR), without)


def _ordered(conn: sqlite3.Connection, numbers: Collection[int], chosen: Chosen | None) -> tuple[int, ...]:
    """The named speaker's words first, what was said before what was printed of it, the surer before the less sure."""
    if len(numbers) < 2:
        return tuple(numbers)
    listed = ", ".join(map(str, numbers))
    named = ""
    if chosen is not None and chosen.ids:
        named = (
            "EXISTS (SELECT 1 FROM utterance_speakers us WHERE us.utterance_id = u.id "
            f"AND us.speaker_id IN ({', '.join(map(str, chosen.ids))})) DESC, "
        )
    rows = conn.execute(
        f"SELECT u.id FROM utterances u WHERE u.id IN ({listed}) "
        f"ORDER BY {named}u.kind <> 'turn', u.kind = 'indirect', u.confidence DESC, u.id"
    )
    return tuple(row[0] for row in rows)


def _phrases(quote: Sequence[Sequence[Token]]) -> str:
    """Every part as a phrase; an insertion may be missing from the record, so a part is cut round it."""
    phrases: list[list[Token]] = []
    for part in quote:
        run: list[Token] = []
        for before, token in pairwise([part[0], *part]):
            if token.group or before.group != token.group:
                phrases.append(run)
                run = []
            if not token.group:
                run.append(token)
        phrases.append(run)
    kept = [phrase(_without_echo(run)) for run in phrases if run] or [phrase([token]) for token in quote[0][:12]]
    return " AND ".join(f"({run})" for run in kept[:64])


def _without_echo(run: list[Token]) -> list[Token]:
    """The first words of a run, none more than thrice: the index looks for "the the the ..." word by word, for minutes."""
    seen: Counter[str] = Counter()
    for at, token in enumerate(run[:MOST_IN_A_PHRASE]):
        seen[token.form] += 1
        if seen[token.form] > 3:
            return run[:at]
    return run[:MOST_IN_A_PHRASE]
