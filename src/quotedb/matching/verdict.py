"""The verdict on a quote that stands nowhere word for word: rules on the alignment, never a score alone.

Every rule has a name, which the explanation of an answer uses, and a reason:

left-out      all words of the quote stand in one window of a passage, in order, with others between: words were left out
near-copy     most words of the quote stand in one window of a passage, in order: it is that passage, altered
              (unless two small words are swapped, "of" for "in", "will" for "shall": those differ between translations first)
one-by-one    fewer do, but all else is the same, and no small word is swapped: two or three words were changed
reordered     nearly all of its words stand in one window in long runs, but not in that order: the same
same-sense    too many words differ for a copy, but those that agree are rare, in order, together, and nothing else in the
              record has as many: another wording of the same statement
too-short     of a few words many passages hold most; only a second thing in common (the speaker who was named) ties them
reported      what an outlet reports without quotation marks is its own wording: nobody altered it
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quotedb.matching.comparison import Comparison
from quotedb.models import VerdictName

#: From this likeness of quote and window on it is the same passage with words altered; where small words are swapped for
#: others, so many of them, only from the second.
NEAR_COPY, SWAPPED, NEARLY_ALL = 0.84, 2, 0.92
#: And from this one where it differs in no more than so many places, no small word is swapped, and no more of its words
#: than this part are small words that the record lacks there.
ONE_BY_ONE, PLACES, SMALL = 0.75, 3, 0.06
#: All words but this part are there, and of the window no more than that part is left out.
MISSING, LEFT_OUT = 0.04, 0.5
#: Quotes of fewer words count only word for word, unless something else ties them to the passage.
SHORT = 8
#: The share of a quote's words that must stand in moved runs, and how long a run must be.
MOVED, RUN = 0.9, 3
NAMES = (
    "coverage",
    "anywhere",
    "moved",
    "similarity",
    "longest_share",
    "longest",
    "margin",
    "words",
    "density",
    "worth",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one passage is for a quote, and the rule that says so."""

    comparison: Comparison
    verdict: VerdictName  #: altered, other-wording or not-found; whose words they are is judged elsewhere
    rule: str


def rank(comparison: Comparison) -> float:
    """By what the likeliest passage is found, 0 to 1: rare words in any order, rare words in order, likeness."""
    return (2 * comparison.anywhere + comparison.coverage + comparison.similarity) / 4


def judge(comparisons: Sequence[Comparison], *, tied: Sequence[bool], most: int) -> list[Finding]:
    """A finding for each of the likeliest `most` passages; `tied`: whether something but the words ties each to the quote."""
    order = sorted(
        range(len(comparisons)), key=lambda at: (-round(rank(comparisons[at]), 2), _is_printed(comparisons[at]))
    )
    ranked = [comparisons[at] for at in order]
    return [_judged(comparisons[at], ranked, tied=tied[at]) for at in order[:most]]


def _is_printed(comparison: Comparison) -> bool:
    """Whether a passage is what somebody printed: of two alike the transcript comes first."""
    return str(comparison.passage.pieces[0].row["kind"]) != "turn"


def _judged(comparison: Comparison, others: Sequence[Comparison], *, tied: bool) -> Finding:
    reported = comparison.passage.pieces[0].row["kind"] == "indirect"
    copy = copied(comparison)
    verdict: VerdictName = "not-found"
    rule = ""
    if copy:
        verdict, rule = ("other-wording", "reported") if reported else ("altered", copy)
    elif evidence(features(comparison, others)) >= weights()["cut"]:
        verdict, rule = "other-wording", "reported" if reported else "same-sense"
    if verdict != "not-found" and comparison.words < SHORT and not (tied and copy):
        verdict, rule = "not-found", "too-short"
    return Finding(comparison, verdict, rule)


def copied(comparison: Comparison) -> str:
    """The rule by which a window is the quote's own passage with words altered; empty: by none."""
    density = comparison.matched / max(1, len(comparison.window))
    missing = 1 - comparison.matched / comparison.words
    if comparison.similarity >= (NEAR_COPY if comparison.swapped < SWAPPED else NEARLY_ALL):
        return "near-copy"
    if missing <= MISSING and 1 - density <= LEFT_OUT and comparison.longest >= RUN:
        return "left-out"
    single = not comparison.swapped and comparison.small <= SMALL and len(comparison.differences) <= PLACES
    if comparison.similarity >= ONE_BY_ONE and single:
        return "one-by-one"
    return "reordered" if moved_share(comparison) >= MOVED else ""


def moved_share(comparison: Comparison) -> float:
    """The share of the quote's words that stand in its passage in runs of `RUN` words or more, each word used once."""
    quote = [token.form for change in comparison.changes for token in change.quote]
    record = [place.token.form for place in comparison.surroundings]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(record) - RUN + 1):
        places.setdefault(tuple(record[at : at + RUN]), []).append(at)
    used: set[int] = set()
    at = matched = 0
    while at <= len(quote) - RUN:
        best = (0, 0)
        for start in places.get(tuple(quote[at : at + RUN]), ()):
            length = 0
            while (
                at + length < len(quote)
                and start + length < len(record)
                and start + length not in used
                and quote[at + length] == record[start + length]
            ):
                length += 1
            best = max(best, (length, start))
        if best[0] < RUN:
            at += 1
            continue
        used.update(range(best[1], best[1] + best[0]))
        matched += best[0]
        at += best[0]
    return matched / max(1, len(quote))


def features(comparison: Comparison, ranked: Sequence[Comparison]) -> dict[str, float]:
    """What speaks for one statement in two wordings; all near 0 to 1. `ranked`: all that was found, the likeliest first."""
    rival = next((rank(other) for other in ranked if not _same_statement(comparison, other)), 0.0)
    return {
        "coverage": comparison.coverage,
        "anywhere": comparison.anywhere,
        "moved": moved_share(comparison),
        "similarity": comparison.similarity,
        "longest_share": comparison.longest_share,
        "longest": min(1.0, math.log2(1 + comparison.longest) / 4),
        "margin": rank(comparison) - rival,
        "words": min(1.0, math.log2(1 + comparison.words) / 6),
        "density": comparison.matched / max(1, len(comparison.window)),
        "worth": math.log2(1 + comparison.worth) / 8,
    }


def _same_statement(one: Comparison, other: Comparison) -> bool:
    """Whether two passages are no rivals: the same words, or the same person's on one occasion about the same thing."""
    if one is other:
        return True
    words, others = (Counter(place.token.form for place in side.window) for side in (one, other))
    if words == others:
        return True
    speakers = {side.passage.pieces[0].row["speaker_id"] for side in (one, other)}
    if None in speakers or len(speakers) > 1 or one.passage.date is None or one.passage.date != other.passage.date:
        return False
    shared, both = (Counter(t.form for c in side.changes if c.op == "equal" for t in c.quote) for side in (one, other))
    return (shared & both).total() >= 0.5 * min(shared.total(), both.total())


def evidence(values: dict[str, float]) -> float:
    """The features in one number from 0 to 1: a logistic regression whose weights evidence.toml holds."""
    model = weights()
    return 1 / (1 + math.exp(-model["intercept"] - sum(model[name] * values[name] for name in NAMES)))


@cache
def weights() -> dict[str, float]:
    """What evidence.toml says; `python benchmarks/verify_fit.py` writes it."""
    file = resources.files("quotedb.matching") / "evidence.toml"
    return {name: float(value) for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}
