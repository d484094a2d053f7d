"""Words beside words: the window of a record that a quote stands in, and what differs there, word by word.

A chain of equal words, in order on both sides, is sought that weighs most: every equal word counts for it by its
weight (rare words say more than common ones), every word passed over counts against it. So the window is trimmed: a
chance "of the" far off is not worth the words between. Chaining with a binary indexed tree is O(r log n) for r pairs of
equal words (Myers and Miller 1995, "Chaining multiple-alignment fragments in sub-quadratic time"); r is capped.

Pure: lists of folded words in, numbers of words out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

Op = Literal["equal", "insert", "delete", "replace"]

#: What a word of the record costs that the quote passes over, and a word of the quote that the record has not, in
#: weights of a middling word of the quote.
RECORD_GAP = 0.2
QUOTE_GAP = 0.1
#: Words left over at an end of the quote stand beside as many of the record, if they are no more than this.
MOST_AT_AN_END = 4
#: Pairs of equal words beyond which the commonest words are no help in finding the chain (they are put in afterwards).
MOST_PAIRS = 40_000


class Operation(NamedTuple):
    """One step from the quote's words to the record's: `quote` and `record` are half-open runs of words.

    equal: the same words; delete: only the quote has them; insert: only the record; replace: other words.
    """

    op: Op
    quote: tuple[int, int]
    record: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best window of a record for a quote. The operations cover the quote and the window whole, in order."""

    start: int  #: first word of the window
    end: int  #: the word after its last
    operations: tuple[Operation, ...]
    matched: int  #: words of the quote that stand in the window, in order
    coverage: float  #: their share of the quote's weight, 0 to 1
    similarity: float  #: 2 * matched / (words of the quote + words of the window), 0 to 1
    longest: int  #: words in the longest run without a difference
    longest_share: float  #: that run's share of the quote's weight, 0 to 1

    @property
    def changes(self) -> tuple[Operation, ...]:
        """The operations that are not equal."""
        return tuple(operation for operation in self.operations if operation.op != "equal")


def align(quote: Sequence[str], record: Sequence[str], weights: Mapping[str, float] | None = None) -> Alignment | None:
    """The best window of `record` for `quote`, both as folded words; None where they share none.

    `weights`: what each word weighs, above 0 (its rarity); a word that is not there weighs as much as the mean of the
    others. Without weights all words weigh the same.
    """
    values = _values(quote, weights)
    chain = _chain(quote, record, values)
    if not chain:
        return None
    operations = _operations(_with_ends(chain, quote, record), len(quote), len(record))
    start, end = operations[0].record[0], operations[-1].record[1]
    total = sum(values)
    runs = [operation.quote for operation in operations if operation.op == "equal"]
    longest = max(runs, key=lambda run: (run[1] - run[0], sum(values[slice(*run)])))
    matched = sum(last - first for first, last in runs)
    return Alignment(
        start=start,
        end=end,
        operations=operations,
        matched=matched,
        coverage=min(1.0, sum(sum(values[slice(*run)]) for run in runs) / total),
        similarity=2 * matched / (len(quote) + end - start),
        longest=longest[1] - longest[0],
        longest_share=min(1.0, sum(values[slice(*longest)]) / total),
    )


def _values(quote: Sequence[str], weights: Mapping[str, float] | None) -> list[float]:
    """The weight of each word of the quote; their mean is 1."""
    if not weights:
        return [1.0] * len(quote)
    known = [weights[form] for form in quote if form in weights]
    mean = sum(known) / len(known) if known else 1.0
    values = [weights.get(form, mean) for form in quote]
    whole = sum(values) / len(values) if values else 1.0
    return [value / whole for value in values]


def _chain(quote: Sequence[str], record: Sequence[str], values: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs of equal words, rising on both sides, that weigh most with the gaps between them taken off."""
    places: dict[str, list[int]] = {}
    wanted = Counter(quote)
    for at, form in enumerate(record):
        if form in wanted:
            places.setdefault(form, []).append(at)
    left_out = _too_common(wanted, places)
    scores: list[float] = []
    pairs: list[tuple[int, int]] = []
    before: list[int] = []
    best = -1
    tree = _BestBefore(len(record))
    for i, form in enumerate(quote):
        if form in left_out or form not in places:
            continue
        row = []
        for j in places[form]:
            # a chain that ends at (i0, j0) loses the words between; with the part that belongs to (i0, j0) added to its
            # key, the best chain before is the greatest key
            key, pair = tree.best(j)
            gain = key - QUOTE_GAP * (i - 1) - RECORD_GAP * (j - 1)
            row.append((j, values[i] + gain, pair) if pair >= 0 and gain > 0 else (j, values[i], -1))
        for j, score, pair in row:
            scores.append(score)
            pairs.append((i, j))
            before.append(pair)
            tree.add(j, score + QUOTE_GAP * i + RECORD_GAP * j, len(pairs) - 1)
            if best < 0 or score > scores[best] + 1e-9:
                best = len(pairs) - 1
    chain = []
    while best >= 0:
        chain.append(pairs[best])
        best = before[best]
    chain.reverse()
    if left_out:
        return _with_common(chain, quote, record) if chain else _first_come(quote, places)
    return chain


class _BestBefore:
    """The greatest key among the words before a place of the record (a binary indexed tree)."""

    def __init__(self, size: int) -> None:
        self._keys = [float("-inf")] * (size + 1)
        self._pairs = [-1] * (size + 1)

    def add(self, place: int, key: float, pair: int) -> None:
        at, keys = place + 1, self._keys
        while at < len(keys):
            if key > keys[at]:
                keys[at] = key
                self._pairs[at] = pair
            at += at & -at

    def best(self, place: int) -> tuple[float, int]:
        """Of the places before this one."""
        at, keys = place, self._keys
        best, pair = float("-inf"), -1
        while at:
            if keys[at] > best:
                best, pair = keys[at], self._pairs[at]
            at -= at & -at
        return best, pair


def _too_common(wanted: Mapping[str, int], places: Mapping[str, Sequence[int]]) -> set[str]:
    """Words to leave out at first so that no more than `MOST_PAIRS` pairs remain: those that stand most often."""
    pairs = {form: wanted[form] * len(found) for form, found in places.items()}
    total = sum(pairs.values())
    left_out: set[str] = set()
    for form in sorted(pairs, key=lambda form: -pairs[form]):
        if total <= MOST_PAIRS:
            break
        left_out.add(form)
        total -= pairs[form]
    return left_out


def _with_common(
    chain: Sequence[tuple[int, int]], quote: Sequence[str], record: Sequence[str]
) -> list[tuple[int, int]]:
    """The chain with the equal words that lie right after or before its own."""
    whole = list(chain)
    nowhere, everywhere = (-1, -1), (len(quote), len(record))
    for left, right in pairwise([nowhere, *chain, everywhere]):
        (i, j), (i_end, j_end) = left, right
        while left != nowhere and i + 1 < i_end and j + 1 < j_end and quote[i + 1] == record[j + 1]:
            i, j = i + 1, j + 1
            whole.append((i, j))
        while right != everywhere and i + 1 < i_end and j + 1 < j_end and quote[i_end - 1] == record[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            whole.append((i_end, j_end))
    return sorted(whole)


def _first_come(quote: Sequence[str], places: Mapping[str, Sequence[int]]) -> list[tuple[int, int]]:
    """Each word of the quote at its first place behind the one before: a chain where every word is too common."""
    chain: list[tuple[int, int]] = []
    for i, form in enumerate(quote):
        after = chain[-1][1] + 1 if chain else 0
        found = places.get(form, ())
        at = bisect_left(found, after)
        if at < len(found):
            chain.append((i, found[at]))
    return chain


def _with_ends(chain: Sequence[tuple[int, int]], quote: Sequence[str], record: Sequence[str]) -> list[tuple[int, int]]:
    """The chain with the equal words behind a difference near its ends: the "to" of "in 1984 to" beside "in 1985 to"."""
    (i, j), (i_last, j_last) = chain[0], chain[-1]
    head = [(i - k, j - k) for k in range(i, 0, -1) if i <= MOST_AT_AN_END and j >= k and quote[i - k] == record[j - k]]
    left, room = len(quote) - 1 - i_last, len(record) - 1 - j_last
    tail = [
        (i_last + k, j_last + k)
        for k in range(1, min(left, room) + 1)
        if left <= MOST_AT_AN_END and quote[i_last + k] == record[j_last + k]
    ]
    return [*head, *chain, *tail]


def _operations(chain: Sequence[tuple[int, int]], quote: int, record: int) -> tuple[Operation, ...]:
    """The chain as operations that cover the whole quote and the window."""
    first, last = chain[0], chain[-1]
    head = first[0] if first[0] <= MOST_AT_AN_END else 0
    tail = quote - 1 - last[0] if quote - 1 - last[0] <= MOST_AT_AN_END else 0
    i, j = 0, max(0, first[1] - head)
    found: list[Operation] = []
    for i_equal, j_equal in chain:
        if (i, j) != (i_equal, j_equal):
            found.append(_difference((i, i_equal), (j, j_equal)))
        if found and found[-1].op == "equal":
            run = found.pop()
            found.append(Operation("equal", (run.quote[0], i_equal + 1), (run.record[0], j_equal + 1)))
        else:
            found.append(Operation("equal", (i_equal, i_equal + 1), (j_equal, j_equal + 1)))
        i, j = i_equal + 1, j_equal + 1
    end = min(record, j + tail)
    if i < quote or j < end:
        found.append(_difference((i, quote), (j, end)))
    return tuple(found)


def _difference(quote: tuple[int, int], record: tuple[int, int]) -> Operation:
    op: Op = "replace"
    if quote[0] == quote[1]:
        op = "insert"
    elif record[0] == record[1]:
        op = "delete"
    return Operation(op, quote, record)
