"""How rare the words of a quote are in the record, and which utterances hold the rare ones.

The full-text index hands out the rows of a word in the order of their numbers, so the first few hundred tell how
common it is: a word whose 300th row is number 400 stands nearly everywhere. Nothing has to be counted beforehand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise

from quotedb.matching.quote import Token
from quotedb.matching.statements import weight

#: So many rows of a word are looked at to see how common it is.
SAMPLE = 300
#: A word in more utterances than this finds nothing by itself: so many, or in a large record so large a part of it.
COMMON, COMMON_PART = 4_000, 0.02
#: Words and runs of two words that vote for an utterance.
MOST_WORDS, MOST_RUNS = 10, 4
#: The rows that are read for all of them, as a multiple of those of one common word.
ROWS = 3
#: What looking for runs may cost: for each run the index goes through all rows of the rarer word. A multiple as above.
RUN_ROWS = 8
#: What holds less of the rare words than this part of what the best holds is hardly ever the passage: of 800 translations
#: of a sentence the right one never held less than .6 of it.
ALIKE = 0.5
#: Different words of a quote that are looked up.
MOST_FORMS = 250


@dataclass(frozen=True, slots=True)
class Rows:
    """The utterances that hold a word, or the first of them."""

    numbers: tuple[int, ...]
    whole: bool  #: these are all
    count: float  #: how many there are in all, where `whole` is false by estimate


class Rarity:
    """What the index knows of the words of one quote."""

    def __init__(self, conn: sqlite3.Connection, quote: Sequence[Token]) -> None:
        self._conn = conn
        self.size = 1 + (conn.execute("SELECT max(id) FROM utterances").fetchone()[0] or 0)
        self._common = int(max(COMMON, COMMON_PART * self.size))
        self._quote = quote
        self.queries = {token.form: phrase([token]) for token in quote}
        if len(self.queries) > MOST_FORMS:  # long words are rare words
            kept = sorted(self.queries, key=len, reverse=True)[:MOST_FORMS]
            self.queries = {form: self.queries[form] for form in kept}
        self.rows = {form: self.look_up(query, SAMPLE) for form, query in self.queries.items()}
        self.weights = {form: weight(form, rows.count, self.size) for form, rows in self.rows.items()}

    def look_up(self, query: str, most: int) -> Rows:
        """The rows of an FTS5 query, at most so many."""
        rows = self._conn.execute(
            "SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ? LIMIT ?", [query, most]
        )
        numbers = tuple(chain.from_iterable(rows))
        if len(numbers) < most:
            return Rows(numbers, whole=True, count=len(numbers))
        return Rows(numbers, whole=False, count=max(len(numbers), len(numbers) * self.size / numbers[-1]))

    def holding_all(self, forms: Iterable[str], few: int) -> set[int] | None:
        """The rows that hold the rare words among `forms`, the rarest first until so few are left; None: no word is rare."""
        found: set[int] | None = None
        for form in self._rarest_first(forms):
            rows = self._whole(form) if found is None or len(found) > few else None
            if rows is None or not rows.whole:
                break
            found = set(rows.numbers) if found is None else found.intersection(rows.numbers)
        return found

    def _rarest_first(self, forms: Iterable[str]) -> list[str]:
        return sorted(
            (form for form in dict.fromkeys(forms) if form in self.rows), key=lambda form: self.rows[form].count
        )

    def _whole(self, form: str) -> Rows:
        rows = self.rows[form]
        if not rows.whole and rows.count <= self._common:
            rows = self.rows[form] = self.look_up(self.queries[form], 2 * self._common)
            self.weights[form] = weight(form, rows.count, self.size)
        return rows

    def best(self, least: int, most: int) -> list[int]:
        """The rows that hold most of the quote's rare words and runs of two words, by weight, best first.

        As many as `most`, but no more than `least` of those that hold less than `ALIKE` of what the best one holds.
        """
        votes: dict[int, float] = {}
        left, voters = ROWS * self._common, 0
        rare = []
        for form in self._rarest_first(self.rows):
            rows = self._whole(form)
            if not rows.whole or voters == MOST_WORDS or len(rows.numbers) > left:
                break
            if rows.numbers:
                rare.append(form)
                voters += 1
                left -= len(rows.numbers)
                _vote(votes, rows.numbers, self.weights[form])
        for query in self._runs(rare):
            rows = self.look_up(query, max(1, min(self._common // 4, left)))
            if rows.whole and rows.numbers:
                left -= len(rows.numbers)
                _vote(votes, rows.numbers, weight(query, rows.count, self.size))
        found = nlargest(most, votes, key=votes.__getitem__)
        return [row for place, row in enumerate(found) if place < least or votes[row] >= ALIKE * votes[found[0]]]

    def _runs(self, rare: Iterable[str]) -> list[str]:
        """Runs of two words of which none votes by itself, the rarer first."""
        alone = set(rare)
        found: dict[str, tuple[float, float]] = {}
        for first, second in pairwise(self._quote):
            if not (first.group or second.group or {first.form, second.form} & alone):
                common = [self.rows[token.form].count for token in (first, second) if token.form in self.rows]
                if len(common) == 2:
                    found[phrase([first, second])] = common[0] * common[1], min(common)
        left, runs = RUN_ROWS * self._common, []
        for query in sorted(found, key=lambda query: found[query])[:MOST_RUNS]:
            if found[query][1] <= left:
                left -= int(found[query][1])
                runs.append(query)
        return runs


def phrase(tokens: Sequence[Token]) -> str:
    """An FTS5 query for words that stand together; the index cuts them as it cut the record."""
    forms = _quoted(" ".join(token.form for token in tokens))
    # folding and the index part ways over letters such as ß: as printed, too
    printed = _quoted(" ".join(token.printed or token.form for token in tokens))
    return forms if printed.lower() == forms else f"{forms} OR {printed}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ").replace("\0", " ") + '"'


def _vote(votes: dict[int, float], numbers: Sequence[int], worth: float) -> None:
    get = votes.get
    for number in numbers:
        votes[number] = get(number, 0.0) + worth
