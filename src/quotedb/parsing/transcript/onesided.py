"""Interviews in which only one side has a label: who is asked is named, who asks stands in bold or bare, or the other way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.shape import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labels import Accepted

#: A paragraph wholly in bold or italics, and how many such questions make a habit.
EMPHATIC = re.compile(
    r"(?P<mark>\*{1,3}|_{1,2}|<b>|<strong>|<em>|<i>)(?=[^\s*_])[^*_<>]{3,600}(?:\*{1,3}|_{1,2}|</\w+>)\s*\Z"
)
QUESTIONS = 3
#: So large a share of the paragraphs above a label that stands alone, or of those that it opens, are questions.
ASKED = 0.75
#: So many may be asked together: where others ask with a label, every second label at most stands below a question.
BAND = 5
#: A question that has no mark of one, between two answers, is no longer (characters).
LONGEST_ASIDE = 200
#: A question in a paragraph of its own is no longer (characters).
LONGEST_QUESTION = 400
_QUESTION = re.compile(r"[?？؟][\"”»’)\]*_]*(?:\s*\([^()\n]{1,40}\))?\s*\Z")
#: What may stand behind a question's mark, and where it is looked for (characters before the line below).
_BEHIND, _NEAR = ' \t\n\r"”»’)]*_>', 40


def is_asked(text: str, start: int) -> bool:
    """Whether the line above the one in which `start` stands ends in a question mark."""
    line = text.rfind("\n", 0, start) + 1
    return text[max(0, line - _NEAR) : line].rstrip(_BEHIND)[-1:] in ("?", "？", "؟")


def is_interviewed(text: str, accepted: Sequence[Accepted]) -> bool:
    """Whether labels stand below questions, those of one or of a few: `When did you begin?`, and below it `Velt: I was nine.`"""
    if len({key_of(one.head.label) for one in accepted}) > BAND:
        return False
    others = len(accepted) - max(QUESTIONS, ASKED * len(accepted))
    for one in accepted:
        others -= not is_asked(text, one.head.start)
        if others < 0:
            return False
    return others >= 0


def unlabelled_questions(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> dict[int, str]:
    """The paragraphs that the other side of an interview says, by number, with the reason; `heads` are each block's labels."""
    found = dict.fromkeys(_in_bold(text, blocks, heads), "a question in bold or italics without a label")
    accepted = [one for labels in heads for one in labels]
    if len(accepted) == 2:
        return found | dict.fromkeys(
            _after_two(text, blocks, heads), "labels stand above the first question and answer alone"
        )
    if len(accepted) < QUESTIONS:
        return found
    if is_interviewed(text, accepted):
        above = (at - 1 for at in range(1, len(blocks)) if heads[at] and not heads[at - 1])
        asides = (at for at in above if _asks(text, blocks[at]) or blocks[at].end - blocks[at].start < LONGEST_ASIDE)
        found |= dict.fromkeys(asides, "a question without a label")
    if len({key_of(one.head.label) for one in accepted}) > 1:
        return found
    return found | dict.fromkeys(_answers(text, blocks, heads), "an answer without a label")


def _in_bold(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> frozenset[int]:
    """The paragraphs in bold or italics that stand right above a label without one: an interviewer's questions."""
    marked = [
        at
        for at, block in enumerate(blocks)
        if block.zone is Zone.BODY and not heads[at] and EMPHATIC.match(text, block.start, block.end)
    ]
    above = {at for at in reversed(marked) if at + 1 < len(heads) and heads[at + 1]}
    asked = set(above)
    for at in reversed(marked):  # a question may have two paragraphs
        if at + 1 in asked:
            asked.add(at)
    return frozenset(asked) if len(above) >= QUESTIONS else frozenset()


def _answers(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> list[int]:
    """`Tern Post: Is it hard?`, and below it `In winter it is.`: who asks is named each time, so somebody else answers."""
    turns: list[tuple[int, int]] = []  # the block of each label, and the first behind its turn
    for at, labels in enumerate(heads):
        if labels:
            turns.append((at, at + 1))
        elif turns and blocks[at].zone is Zone.BODY:
            turns[-1] = (turns[-1][0], at + 1)
    longer = [(first, end) for first, end in turns if end > first + 1]
    asking = [(first, end) for first, end in longer if _asks(text, blocks[first])]
    if len(asking) < max(QUESTIONS, ASKED * len(turns)):
        return []
    return [at for first, end in asking for at in range(first + 1, end)]


def _after_two(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> range:
    """What follows where a paper and its guest are named once, at the first question and the first answer.

    From the next question on nobody says who speaks; so it is where two more short paragraphs at least are questions.
    """
    at_labels = [at for at, labels in enumerate(heads) if labels]
    names = {key_of(one.head.label) for labels in heads for one in labels}
    if len(at_labels) < 2 or len(names) < 2 or not _asks(text, blocks[at_labels[1] - 1]):
        return range(0)
    below = range(at_labels[1] + 1, len(blocks))
    asking = [
        at
        for at in below
        if blocks[at].end - blocks[at].start < LONGEST_QUESTION
        and _asks(text, blocks[at])
        and not _asks(text, blocks[at - 1])
    ]
    return range(asking[0], len(blocks)) if len(asking) > 1 else range(0)


def _asks(text: str, block: Block) -> bool:
    return _QUESTION.search(text, max(block.start, block.end - _NEAR), block.end) is not None
