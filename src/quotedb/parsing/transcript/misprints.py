"""Labels that are misprints of others: `Mr. HARIRS`, once, among many of `Mr. HARRIS`.

The label stays as it is printed, the turn is its own. Only whom it means is settled here, and only where nobody else
can be meant; the turn's confidence and a problem say so. Names that are merely alike stay two people.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.models import Problem
from quotedb.parsing.transcript.known import folded, one_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Turn
    from quotedb.parsing.transcript.labelwords import LabelWords

#: The other label stands so often; so many letters has the word that differs; no more labels that stand once are compared.
FEWEST, LETTERS, MOST = 3, 5, 300
CONFIDENCE = 0.7
_WORD = re.compile(r"[^\W_]+")


def with_misprints(text: str, turns: Sequence[Turn], words: LabelWords) -> tuple[list[Turn], list[Problem]]:
    """The turns, those of misprinted labels with the label that is meant, and a problem for each that is one or may be."""
    times = Counter(turn.label for turn in turns)
    often = {label for label, n in times.items() if n >= FEWEST}
    near: dict[str, set[str]] = {}
    for label in often:
        for form in one_off(folded(label)):
            near.setdefault(form, set()).add(label)
    found: list[Turn] = []
    problems: list[Problem] = []
    compared = 0
    for turn in turns:
        likely: set[str] = set()
        if times[turn.label] == 1 and compared < MOST and len(folded(turn.label)) > LETTERS:
            compared += 1
            likely = {other for form in one_off(folded(turn.label)) for other in near.get(form, ())}
        likely = {other for other in likely if differing(turn.label, other) is not None}
        if len(likely) != 1:
            found.append(turn)
            continue
        other = likely.pop()
        if is_misprint(turn.label, other, text, words):
            reason = f"{turn.rule}; taken for a misprint of '{other}'"
            turn = replace(turn, meant=other, rule=reason, confidence=min(turn.confidence, CONFIDENCE))
            message = f"'{turn.label}' stands once and was taken for a misprint of '{other}'"
        else:
            message = f"'{turn.label}' stands once and may be a misprint of '{other}'; they were kept apart"
        problems.append(Problem("label-misprint", message, *turn.label_span))
        found.append(turn)
    return found, problems


def differing(label: str, other: str) -> tuple[str, str] | None:
    """The one word in which two labels differ, in both spellings; ("", "") where only spaces and letters that look alike do.

    None where more differs, or nothing but capitals and points, or where the words that differ are too short to be told
    from other names.
    """
    if _WORD.findall(label.casefold()) == _WORD.findall(other.casefold()):
        return None
    if folded(label) == folded(other):
        return "", ""
    ours, theirs = label.split(), other.split()
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=False) if folded(a) != folded(b)]
    if len(ours) != len(theirs) or len(pairs) != 1:
        return None
    return pairs[0] if min(len(folded(word)) for word in pairs[0]) >= LETTERS else None


def is_misprint(label: str, other: str, text: str, words: LabelWords) -> bool:
    """Whether a label that stands once can be nothing but another one, misprinted.

    Nothing but spaces and letters that look alike differs; or two neighbouring letters changed places, in a word that is no
    known first name; or one letter differs in the last name behind the same first name, and the document has the odd
    form nowhere else.
    """
    pair = differing(label, other)
    if pair is None:
        return False
    odd, usual = (folded(word) for word in pair)
    if not odd:
        return True
    if odd in words.given or text.casefold().count(pair[0].casefold().strip(".,")) > 1:
        return False
    if len(odd) == len(usual) and sorted(odd) == sorted(usual):
        return True
    first = label.split()[0].casefold().strip(".")
    return label.split()[-1] == pair[0] and len(first) > 2 and first not in words.abbreviated | words.titles
