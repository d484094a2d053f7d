"""First names that are also small words: `Will Stone`, `Mr. Can Demir`, `Will`, but not `Will you` and `So`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords

#: A title, a name and what more a name has: so many words at most.
LONGEST = 5


def doubled_names(tokens: Sequence[str], low: Sequence[str], words: LabelWords) -> tuple[int, ...]:
    """Which words of a label are names here although they are small words elsewhere, by their places in it.

    A name stands first or behind titles, and a last name follows; or it stands behind a title or a first name: `Mr. Will`.
    """
    if words.doubles.isdisjoint(low) or len(tokens) > LONGEST:
        return ()
    return tuple(at for at, word in enumerate(low) if word in words.doubles and _is_a_name(at, tokens, low, words))


def _is_a_name(at: int, tokens: Sequence[str], low: Sequence[str], words: LabelWords) -> bool:
    if not tokens[at][0].isupper() or not all(word in words.titles for word in low[: max(0, at - 1)]):
        return False
    behind = at > 0 and (low[at - 1] in words.titles or low[at - 1] in words.given)
    if at + 1 == len(tokens):
        return behind or (at == 0 and low[0] in words.doubles_alone)
    if at > 0 and low[at - 1] not in words.titles:
        return False
    last = next((place for place in range(at + 1, len(tokens)) if low[place] not in words.particles), at)
    small = words.never_first | words.never_parts | words.never | words.sentence | words.common | words.titles
    # a last name may be a small word, too, but a sentence is likelier: `Will May`, `Can You`
    return (
        last > at and tokens[last][0].isupper() and low[last] not in small and all(_has_a_capital(tokens, low, words))
    )


def _has_a_capital(tokens: Sequence[str], low: Sequence[str], words: LabelWords) -> list[bool]:
    return [not token[0].islower() or word in words.particles for token, word in zip(tokens, low, strict=True)]
