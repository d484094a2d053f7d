"""Labels of several voices at once, and of one without a name among them: `Some members`, `A member of the left`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

#: What stands behind such a phrase says of which group they are, in so many words at most.
LONGEST_GROUP = 7


def is_collective(key: str, phrases: Set[str], particles: Set[str]) -> bool:
    """Whether a label in small letters is one of the phrases, or begins with one and says of which group they are.

    >>> is_collective("un député du groupe xr", {"un député"}, {"du"})
    True
    >>> is_collective("un député dit", {"un député"}, {"du"})
    False
    """
    if key in phrases:
        return True
    if " " not in key:
        return False
    words = key.split()
    return any(
        words[end] in particles and len(words) - end <= LONGEST_GROUP and " ".join(words[:end]) in phrases
        for end in range(2, min(5, len(words) - 1))
    )
