"""The turns that quotedb found, whole: the pieces of one passage belong together."""

from __future__ import annotations

from collections.abc import Iterable

import quotedb

Turn = list[quotedb.Utterance]


def turns_of(utterances: Iterable[quotedb.Utterance]) -> list[Turn]:
    """The pieces of every turn, in the order of the text."""
    passages: dict[int, Turn] = {}
    for utterance in utterances:
        if utterance.kind == "turn":
            passages.setdefault(utterance.passage, []).append(utterance)
    return list(passages.values())
