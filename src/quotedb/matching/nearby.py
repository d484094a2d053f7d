"""Which statements of one speaker may be the same: those that share rare words, or rare pairs of words.

An inverted index over the sentences of one speaker. Words that stand in too many of them find nothing by themselves, so
that the work grows with what was said and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise

from quotedb.matching.statements import Statement, Weights

#: A key in more sentences of the speaker than this is found only beside its neighbour.
MOST_ROWS = 150
#: Sentences that are set beside another one.
CANDIDATES = 8
#: Words of a sentence that vote: the rarest.
VOTERS = 14

Place = tuple[Statement, int]  #: a statement, and the number of one of its sentences


class Nearby:
    """The sentences of one speaker, by their rare keys."""

    def __init__(self, statements: Sequence[Statement], weights: Weights) -> None:
        self._weights = weights
        self._units: list[Place] = [(s, number) for s in statements for number in range(len(s.units))]
        self._rows: dict[object, list[int]] = defaultdict(list)
        self._worth: list[float] = []
        for row, (said, number) in enumerate(self._units):
            keys = said.keys[slice(*said.units[number])]
            self._worth.append(sum(weights[k] for k in set(keys)))
            for name in {*keys, *pairwise(keys)}:
                rows = self._rows[name]
                if len(rows) <= MOST_ROWS:
                    rows.append(row)

    def candidates(self, said: Statement, number: int) -> list[Place]:
        """The sentences of other statements that share most with one, at most `CANDIDATES` of each sort.

        Those that share most in all, and those of which it holds most: a few words quoted from a long sentence.
        """
        keys = said.keys[slice(*said.units[number])]
        worth = sum(self._weights[k] for k in set(keys))
        votes: dict[int, float] = defaultdict(float)
        for name, weight in self._voters(keys):
            for row in self._rows.get(name, ()):
                votes[row] += weight
        open_ones = {row: vote for row, vote in votes.items() if _may_be_same(said, self._units[row][0])}
        shared = nlargest(CANDIDATES, open_ones, key=lambda row: (open_ones[row], -row))
        held = nlargest(
            CANDIDATES // 2, open_ones, key=lambda row: (open_ones[row] / min(worth, self._worth[row]), -row)
        )
        return [self._units[row] for row in dict.fromkeys([*shared, *held])]

    def _voters(self, keys: Sequence[str]) -> Iterator[tuple[object, float]]:
        alone = [k for k in dict.fromkeys(keys) if len(self._rows.get(k, ())) <= MOST_ROWS]
        chosen = set(nlargest(VOTERS, alone, key=lambda k: self._weights[k]))
        for k in chosen:
            yield k, self._weights[k]
        for pair in dict.fromkeys(pairwise(keys)):
            if not chosen.intersection(pair) and len(self._rows.get(pair, ())) <= MOST_ROWS:
                yield pair, (self._weights[pair[0]] + self._weights[pair[1]]) / 2


def _may_be_same(said: Statement, other: Statement) -> bool:
    """Not the same utterance; in one document only what is printed of a turn, not another turn."""
    if said.id == other.id:
        return False
    return said.document_id != other.document_id or not (said.kind == other.kind == "turn")
