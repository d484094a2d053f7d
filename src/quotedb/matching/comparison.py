"""A quote beside one passage of the record: the window that it stands in, part by part, and all that differs there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotedb.matching.alignment import Alignment, Operation, align
from quotedb.matching.partners import partners
from quotedb.matching.passages import Passage, Place
from quotedb.matching.quote import Token
from quotedb.matching.statements import key

_SENTENCE_END = re.compile(r"[.!?…。！？]|\n\s*\n")
#: Words that weigh less than this stand in every 24th utterance or more often.
COMMON = 3.2


@dataclass(frozen=True, slots=True)
class Change:
    """One step from the quote to the record, with the words of both sides (either may be none)."""

    op: str  #: equal, insert, delete, replace, or gap: what the quote leaves out at its ellipsis
    quote: tuple[Token, ...]
    record: tuple[Place, ...]

    @property
    def counts(self) -> bool:
        """Whether it is a difference: not so an ellipsis, nor a [bracketed] insertion that the other side lacks."""
        if self.op in ("equal", "gap"):
            return False
        if self.op == "replace":
            return True
        return not (all(t.group for t in self.quote) and all(place.token.group for place in self.record))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The best window of a passage for a quote. All shares are from 0 to 1."""

    passage: Passage
    changes: tuple[Change, ...]  #: the whole quote and the whole window, in order
    surroundings: tuple[Place, ...]  #: the window with twice as many words before and after as the quote has
    words: int  #: of the quote
    matched: int  #: words of the quote that stand in the window, in order
    coverage: float  #: their share of the quote's weight: rare words weigh more
    similarity: float  #: 2 * matched / (words of the quote + words of the window)
    anywhere: (
        float  #: the share of the quote's weight that stands in or near the window in any order, form or translation
    )
    worth: float  #: the weight of all words of the quote that stand in the window, in order
    small: float  #: the share of its words that are common ones the window lacks: "of", "shall", "unto"
    swapped: int  #: common words of the quote that have other words in their place
    longest: int  #: words in the longest run without a difference
    longest_share: float  #: that run's share of the quote's weight

    @property
    def window(self) -> tuple[Place, ...]:
        """The record's words from the first to the last, without what lies at an ellipsis."""
        return tuple(place for change in self.changes if change.op != "gap" for place in change.record)

    @property
    def differences(self) -> tuple[Change, ...]:
        """The changes that count."""
        return tuple(change for change in self.changes if change.counts)


def compare(
    quote: Sequence[Sequence[Token]], passage: Passage, record: Sequence[Place], weights: Mapping[str, float]
) -> Comparison | None:
    """The parts of a quote, in order, beside the words `record` of a passage; None where they share no word."""
    forms = [place.token.form for place in record]
    found: list[tuple[Sequence[Token], int, Alignment | None]] = []
    after = 0
    for part in quote:
        alignment = align([token.form for token in part], forms[after:], weights)
        found.append((part, after, alignment))
        after += alignment.end if alignment else 0
    if not any(alignment for _, _, alignment in found):
        return None
    return _joined(passage, record, found, weights)


def _joined(
    passage: Passage,
    record: Sequence[Place],
    found: Sequence[tuple[Sequence[Token], int, Alignment | None]],
    weights: Mapping[str, float],
) -> Comparison:
    changes: list[Change] = []
    heavy = sum(weights.get(token.form, 1.0) for part, _, _ in found for token in part)
    coverage = longest_share = 0.0
    longest, end = 0, None
    for part, after, alignment in found:
        if alignment is None:
            changes.append(Change("delete", tuple(part), ()))
            continue
        start = after + alignment.start
        if end is not None and end < start:
            changes.append(Change("gap", (), tuple(record[end:start])))
        told = [_change(part, record[after:], operation) for operation in alignment.operations]
        changes += _within_sentences(passage, told)
        end = after + alignment.end
        share = sum(weights.get(token.form, 1.0) for token in part) / heavy
        coverage += share * alignment.coverage
        longest_share = max(longest_share, share * alignment.longest_share)
        longest = max(longest, alignment.longest)
    matched = sum(alignment.matched for _, _, alignment in found if alignment)
    compared = sum(
        len(change.quote) + len(change.record) for change in changes if change.op == "equal" or change.counts
    )
    words = sum(len(part) for part, _, _ in found)
    differing = [change for change in changes if change.counts]
    first = min(after + alignment.start for _, after, alignment in found if alignment)
    return Comparison(
        passage,
        tuple(changes),
        tuple(record[max(0, first - 2 * words) : (end or 0) + 2 * words]),
        words,
        matched,
        min(1.0, coverage),
        2 * matched / compared,
        _anywhere(found, record[max(0, first - words) : (end or 0) + words], weights),
        coverage * heavy,
        _common(differing, weights) / words,
        _common([change for change in differing if change.op == "replace"], weights),
        longest,
        min(1.0, longest_share),
    )


def _within_sentences(passage: Passage, changes: list[Change]) -> list[Change]:
    """The words that stand beside the ends of a quote, without those of the sentences before and after."""
    if changes[0].op == "replace":
        record = changes[0].record
        ends = [
            at + 1
            for at, (place, after) in enumerate(pairwise((*record, changes[1].record[0])))
            if _ends(passage, place, after)
        ]
        changes[0] = _beside(changes[0].quote, record[ends[-1] :] if ends else record)
    if changes[-1].op == "replace":
        record = changes[-1].record
        ends = [
            at
            for at, (place, after) in enumerate(pairwise((changes[-2].record[-1], *record)))
            if _ends(passage, place, after)
        ]
        changes[-1] = _beside(changes[-1].quote, record[: ends[0]] if ends else record)
    return changes


def _ends(passage: Passage, place: Place, after: Place) -> bool:
    """Whether a sentence ends between two words that follow each other."""
    if place.piece != after.piece:
        return True
    between = passage.pieces[place.piece].text[place.token.end : after.token.start]
    return bool(_SENTENCE_END.search(between))


def _beside(quote: tuple[Token, ...], record: tuple[Place, ...]) -> Change:
    return Change("replace" if record else "delete", quote, record)


def _anywhere(
    found: Sequence[tuple[Sequence[Token], int, Alignment | None]],
    record: Sequence[Place],
    weights: Mapping[str, float],
) -> float:
    """Words count for each other that linking takes for one (forms of a word, near-synonyms), or that translators do."""
    forms = {place.token.form for place in record}
    there = Counter(key(place.token.form) for place in record)
    asked: dict[str, list[float]] = {}
    for part, _, _ in found:
        for token in part:
            asked.setdefault(key(token.form), []).append(weights.get(token.form, 1.0))
    met = sum(max(values) * min(len(values), there[wanted]) for wanted, values in asked.items())
    met += sum(
        weights.get(token.form, 1.0)
        for part, _, _ in found
        for token in part
        if not there[key(token.form)] and not forms.isdisjoint(partners(token.form))
    )
    return min(1.0, met / sum(max(values) * len(values) for values in asked.values()))


def _common(changes: Sequence[Change], weights: Mapping[str, float]) -> int:
    """How many of the quote's words in these changes are common ones."""
    return sum(weights.get(token.form, COMMON) < COMMON for change in changes for token in change.quote)


def _change(part: Sequence[Token], record: Sequence[Place], operation: Operation) -> Change:
    return Change(operation.op, tuple(part[slice(*operation.quote)]), tuple(record[slice(*operation.record)]))
