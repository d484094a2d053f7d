"""Whether two sentences of one speaker are the same statement: rules on the words that agree, in order, by rarity.

verbatim      the shorter one stands in the other word for word, and says enough not to be a phrase of every day
same-sense    the words that agree are many and rare, and stand in order
only-one      of two texts that are tied: fewer agree, but nothing else in the other text has nearly as many
same-frame    a few words in marks: they agree word by word but for near-synonyms, on one occasion, and so do the
              sentences around them

What is enough depends on the occasion: of two texts that are tied (the same day, or several sentences that are surely
the same) less is asked than of two that may have nothing to do with each other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quotedb.matching.alignment import align
from quotedb.matching.statements import Statement, Unit, Weights, function_words

Occasion = Literal["tied", "open", "apart"]

#: Days between which two texts may be of one occasion.
ONE_OCCASION = 3
#: Two sentences that share less of the lighter one's weight, in any order, are not set beside each other.
BAG = 0.35
#: So many words at an end of a sentence are shown with the rest of it.
EDGE = 6
#: Fewer words count only word for word, or where the sentences around them agree as well.
SHORT = 8
#: Words and weight that a verbatim run must have.
VERBATIM: Mapping[Occasion, tuple[int, float]] = {"tied": (3, 8.0), "open": (4, 14.0), "apart": (8, 25.0)}
#: How likely two wordings must be one statement, of all that share rare words; where two texts are tied most of the work is
#: done, so less is asked. On two occasions they are two statements, however alike.
CUT: Mapping[Occasion, float] = {"tied": 0.15, "open": 0.9, "apart": 1.1}
#: Likely enough to tie two texts together, and how many of that sort it takes.
STRONG, TIES = 0.8, 2
#: The only one in a tied text: the part of its weight that agrees, that weight, and what the next best may have of it.
ONLY_COVERAGE, ONLY_WEIGHT, ONLY_NEXT = 0.45, 18.0, 0.4
#: For a few words in marks: the part of their weight that agrees, and that of the sentences around them.
FRAME, AROUND = 0.5, 0.25
#: How sure the last two rules can be.
UNSURE = 0.6
#: Printed by benchmarks/link_eval.py --fit, from one half of two translations among 100,000 other utterances.
MODEL = {
    "intercept": -15.12,
    "coverage": 4.45,
    "similarity": 7.98,
    "longest": -4.25,
    "weight": 11.77,
    "words": -6.31,
    "bag": 2.8,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sentences beside each other."""

    one: Statement
    other: Statement
    unit: int  #: number of the sentence
    other_unit: int
    place: Unit  #: the words of `one` that stand beside those of `other`: the whole of the shorter sentence
    other_place: Unit
    verbatim: bool
    words: int  #: of the shorter sentence
    weight: float  #: of what agrees
    coverage: float  #: its share of the shorter sentence
    strength: float  #: how likely the two are one statement, 0 to 1
    signs: tuple[float, ...]  #: what that is seen by, in the order of `MODEL`
    next_best: float = 0.0  #: the rank of the best other sentence in the other text, as a part of this one's

    @property
    def longer(self) -> int:
        """Words of the longer sentence."""
        first, second = self.one.units[self.unit], self.other.units[self.other_unit]
        return max(first[1] - first[0], second[1] - second[0])

    @property
    def rank(self) -> float:
        """By what the best of several is found: what agrees, and how much of the sentence that is."""
        return self.coverage * self.weight

    @property
    def score(self) -> float:
        """How sure the link is, 0 to 1."""
        if self.verbatim:
            return round(min(1.0, 0.8 + self.weight / 200), 3)
        if self.words < SHORT:
            return round(min(UNSURE, self.strength), 3)
        return round(min(0.99, max(self.strength, UNSURE - 0.1)), 3)


def likeness(one: Statement, unit: int, other: Statement, other_unit: int, weights: Weights) -> Likeness | None:
    """A sentence of one statement beside one of another; None where they share too little."""
    first, second = one.units[unit], other.units[other_unit]
    values = weights.of((*one.keys[slice(*first)], *other.keys[slice(*second)]))
    if _worth(one.keys[slice(*first)], values) > _worth(other.keys[slice(*second)], values):
        turned = likeness(other, other_unit, one, unit, weights)
        return turned and _turned(turned)
    keys = one.keys[slice(*first)]
    bag = _worth(set(keys) & set(other.keys[slice(*second)]), values) / max(0.1, _worth(set(keys), values))
    if bag < BAG:
        return None
    # a sentence may be quoted with the end of the one before it
    start, end = max(0, second[0] - len(keys)), min(len(other.keys), second[1] + len(keys))
    found = align(keys, other.keys[start:end], weights.of(keys))
    if found is None:
        return None
    runs = [operation for operation in found.operations if operation.op == "equal"]
    weight = sum(values[k] for run in runs for k in keys[slice(*run.quote)])
    other_place = (start + found.start, start + found.end)
    verbatim = one.forms[slice(*first)] == other.forms[slice(*other_place)]
    signs = (
        found.coverage,
        found.similarity,
        found.longest_share,
        math.log2(1 + weight) / 6,
        math.log2(1 + found.matched) / 5,
        bag,
    )
    return Likeness(
        one,
        other,
        unit,
        other_unit,
        first,
        other_place if verbatim else _to_the_edge(other_place, second),
        verbatim=verbatim,
        words=len(keys),
        weight=weight,
        coverage=found.coverage,
        strength=probability(signs),
        signs=signs,
    )


def _to_the_edge(window: Unit, sentence: Unit) -> Unit:
    """A window with the rest of its sentence where little is left of it: a "never" at its head belongs to it."""
    start, end = window
    if 0 < start - sentence[0] <= EDGE:
        start = sentence[0]
    if 0 < sentence[1] - end <= EDGE:
        end = sentence[1]
    return start, end


def same(found: Likeness, occasion: Occasion) -> bool:
    """Whether two sentences are one statement, as far as their own words tell."""
    if found.verbatim:
        return says_enough(found.words, found.weight, occasion)
    if found.words < SHORT:
        return False
    if occasion == "tied" and found.next_best <= ONLY_NEXT:
        return found.strength >= CUT["tied"] or (found.coverage >= ONLY_COVERAGE and found.weight >= ONLY_WEIGHT)
    return found.strength >= CUT[occasion]


def says_enough(words: int, weight: float, occasion: Occasion) -> bool:
    """Whether so many words, of this weight, are no phrase of every day."""
    least_words, least_weight = VERBATIM[occasion]
    return words >= least_words and weight >= least_weight


def strong(found: Likeness) -> bool:
    """Whether this ties two texts together."""
    if found.verbatim:
        return says_enough(found.words, found.weight, "open")
    return found.words >= SHORT and found.strength >= STRONG


def occasion(one: Statement, other: Statement, tied: Collection[tuple[int, int]]) -> Occasion:
    """What binds the texts of two statements; `tied`: pairs of documents that share several sentences."""
    pair = (one.document_id, other.document_id)
    if pair[0] == pair[1]:
        return "tied"
    is_tied = pair in tied or pair[::-1] in tied
    if one.day is None or other.day is None:
        return "tied" if is_tied else "open"
    earlier, later = sorted((one, other), key=lambda said: said.day or 0)
    if (later.day or 0) - (earlier.day or 0) <= ONE_OCCASION:
        return "tied"
    if later.kind == "turn":
        return "apart"  # two speeches are two speeches, however alike
    return "tied" if is_tied else "open"  # what was printed later may quote what was said before


def frames_agree(found: Likeness, around: Sequence[str], other_around: Sequence[str], weights: Weights) -> bool:
    """Whether a few words are built alike, agree but for near-synonyms, and stand in sentences that agree."""
    frame = _frame(found.one.keys)
    if found.coverage < FRAME or frame != _frame(found.other.keys) or not any(frame) or all(frame):
        return False
    one, other = set(around) - function_words(), set(other_around) - function_words()
    values = weights.of(one | other)
    lighter = min(_worth(one, values), _worth(other, values))
    return lighter > 0 and _worth(one & other, values) >= AROUND * lighter


def _frame(keys: Sequence[str]) -> list[str]:
    """The function words in their places: "complete and lasting" and "full and firm" are built alike."""
    return [k if k in function_words() else "" for k in keys]


def probability(signs: Sequence[float]) -> float:
    """How likely two sentences with these signs are one statement."""
    intercept, *weights = MODEL.values()
    total = intercept + sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _worth(keys: Collection[str], values: Mapping[str, float]) -> float:
    return sum(values[k] for k in keys)


def _turned(found: Likeness) -> Likeness:
    return Likeness(
        found.other,
        found.one,
        found.other_unit,
        found.unit,
        found.other_place,
        found.place,
        found.verbatim,
        found.words,
        found.weight,
        found.coverage,
        found.strength,
        found.signs,
    )
