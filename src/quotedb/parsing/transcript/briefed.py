"""Briefings of which only the first words are kept: who answers is named in the title, called by name, or set with a body."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.announcing import is_titled_so
from quotedb.parsing.transcript.behind import LOOK
from quotedb.parsing.transcript.said import QUESTION, last_name, names_of
from quotedb.parsing.transcript.shape import VOICE, key_of, why_shape
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head

#: A full name, a single one, and a first name or an outlet look so much like a label.
NAMED, SINGLE, SHORT = 0.75, 0.6, 0.3
#: So many labels, and so many voices that ask, at most; a document with more is weighed as a whole.
FEW, VOICES = 6, 3
#: So many characters, at least, stand behind the only label; a question ends so near above the answer.
SPEECH, ASKED = 60, 12
#: Labels that stand alone on their lines.
BARE = frozenset({"bare"})
#: A title and a name in a question: `Herr Olane, wer zahlt?`
_CALLED = re.compile(r"\b([^\W\d_]{2,12})\.? ([^\W\d_a-zß-öø-ÿ][^\W\d_]+)")


def briefing(text: str, heads: Sequence[Head], blocks: Sequence[Block], words: LabelWords) -> list[Head]:
    """The labels of such a briefing, where a title announces it; none elsewhere."""
    return _named_in_the_title(text, heads, blocks, words) or _answerers(text, heads, blocks, words)


def _named_in_the_title(text: str, heads: Sequence[Head], blocks: Sequence[Block], words: LabelWords) -> list[Head]:
    """The labels where a title announces that somebody is asked and names him, and he answers right below a question.

    `Keeper Ana Velt's press conference`, and below it `Tern Post: Who pays?` and `Ana Velt: The harbour does.`, with no "I"
    in so few words.
    """
    firm = [head for head in heads if surface_kind(head) in FIRM and why_shape(head.label, words)[0] >= SHORT]
    if not 1 < len({head.label for head in firm}) <= len(firm) <= FEW:
        return []
    for at, (asks, answers) in enumerate(itertools.pairwise(firm)):
        asked = QUESTION.search(text[max(asks.body, answers.start - ASKED) : answers.start])
        full = why_shape(answers.label, words)[0] >= NAMED and len(names_of(answers.label)) > 1
        named = full and key_of(asks.label) != key_of(answers.label) and answers.label in text[: asks.start]
        if asked and named and is_titled_so(text, asks, blocks, words):
            return firm[at:]
    return []


def _answerers(text: str, heads: Sequence[Head], blocks: Sequence[Block], words: LabelWords) -> list[Head]:
    """The labels of a briefing in which a voice asks, and who answers is called by name or set with whom he speaks for.

    `FRAGE: Herr Olane, wer zahlt?` and `OLANE: Der Hafen.`; `Frage` and `Olane (Hafenamt)`, alone on their lines. Who reads a
    statement and says "I" in it may be alone: `Olane (Hafenamt): Ich ...`.
    """
    for kinds in (FIRM, BARE):
        alike = [head for head in heads if surface_kind(head) in kinds]
        voices = [head for head in alike if why_shape(head.label, words)[1] == VOICE]
        asking = {head.start for head in voices}
        ends = {head.start: below.start for head, below in itertools.pairwise(alike)}
        asked = "".join(text[head.body : ends.get(head.start, head.body + LOOK)] for head in voices[:VOICES])
        holders = {last_name(head.label) for head in alike if stands_for(head, words)}
        called = holders | {
            name.casefold() for title, name in _CALLED.findall(asked) if title.casefold() in words.titles
        }
        group = [head for head in alike if head.start in asking or last_name(head.label) in called]
        answers = [head for head in group if head.start not in asking]
        if not answers or len(group) > FEW or not is_titled_so(text, group[0], blocks, words):
            continue
        said = text[answers[0].body :]
        alone = not voices and kinds is FIRM and len(said) >= SPEECH and words.oneself.search(said)
        if QUESTION.search(asked) or alone:
            return group
    return []


def stands_for(head: Head, words: LabelWords) -> bool:
    """Whether brackets behind a name say whom somebody speaks for: `Olane (Hafenamt)`."""
    name, _, held = head.label.partition("(")
    return held[-1:] == ")" and held[0].isupper() and why_shape(name.strip(), words)[0] >= SINGLE
