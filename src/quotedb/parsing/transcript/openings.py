"""Openings: texts that end before anybody speaks twice, of which one label, or two, are all there is.

A page is often kept no further than its first words. What is said about a speaker there stands above the label: the
title says who is to speak, and that people do; and whoever speaks greets the others, or answers them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.announcing import announces, blocks_above, is_titled_so
from quotedb.parsing.transcript.behind import LOOK, is_open
from quotedb.parsing.transcript.briefed import briefing, stands_for
from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.said import QUESTION, is_title, last_name, names_of, said_of, tells_of_its_label
from quotedb.parsing.transcript.shape import VOICE, is_titled, why_shape
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head

#: A label that looks so much like one is a full name, a title with a name, or a voice; so much like one looks a first name.
NAMED, SHORT = 0.75, 0.3
#: A single name looks so much like one; so many speak in turn, so often at most.
SINGLE, VOICES, MOST = 0.6, 2, 12
#: Of the signs so many stand at a label that is alone.
SIGNS = 2
#: So many characters, at least, stand behind it; a greeting stands so near its first words.
SPEECH, GREETING = 60, 60
#: What a record prints once is longer (characters).
LONG = 240
#: So many labels at most; a document with more is weighed as a whole.
FEW = 3
#: A line with nothing but a title and a name is no longer (characters), and stands among so many of the first blocks.
LONGEST_NAME, FIRST = 60, 6
#: So many candidates, at most, are looked at: the page of an opening has a few dozen.
CANDIDATES = 300
#: Surfaces that set a name off firmly enough where what is said behind it is a greeting.
GREETED = FIRM | {"dash", "bare", "bold"}


def opening(text: str, heads: Sequence[Head], blocks: Sequence[Block], words: LabelWords) -> list[Accepted]:
    """The labels of a text that ends before anybody speaks twice, or none.

    `Ana Velt at the harbour: full transcript`, and below it `ANA VELT: Good evening. I am glad ...`.
    """
    heads = heads[:CANDIDATES]  # each of them is looked for above itself
    named = [head for head in heads if _is_named(text, head, words)]
    voices = [head for head in named if _speaks(text, head, words)]
    again = _come_back(text, heads, words)
    if again:
        return [_accepted(head) for head in again]
    if _are_announced(text, _firm(voices), blocks, words):
        return [_accepted(head) for head in _firm(voices)]
    briefed = briefing(text, heads, blocks, words)
    if briefed:
        return [_accepted(head) for head in briefed]
    last = _firm(named)[-2:]  # what a page has above may look like labels
    if _are_announced(text, last, blocks, words):
        return [_accepted(head) for head in last]
    begins = next((head for head in named if _is_named_and_promised(text, head, blocks, words)), None)
    first = begins or next((head for head in voices if _opens(text, head, blocks, words)), None)
    if first is None:
        recorded = (
            head for head in named if _is_recorded(text, head, words) and is_titled_so(text, head, blocks, words)
        )
        return [_accepted(head) for head in itertools.islice(recorded, 1)]
    name = last_name(first.label)
    also = {head.start for head in voices} | {head.start for head in heads if last_name(head.label) == name != ""}
    below = [head for head in _firm(heads) if head.start > first.start and surface_kind(head) == surface_kind(first)]
    alike = [head for head in below if head.start in also or _breaks_off(text, head, words)]
    return [_accepted(head) for head in (first, *alike)]


def _breaks_off(text: str, head: Head, words: LabelWords) -> bool:
    """Whether the text ends in the first words of a name, and these are somebody's to somebody: `Olane, TRN: I have`."""
    if len(text) - head.body > LOOK:
        return False
    said = text[head.body :].strip()
    named = why_shape(head.label, words)[0] >= SINGLE
    return named and len(said) <= SPEECH and "\n" not in said and words.spoken.search(said)


def _come_back(text: str, heads: Sequence[Head], words: LabelWords) -> list[Head]:
    """The labels of two who ask and answer in turn, with brackets the first time: `Ana Velt (Keeper)`, and later `Ana Velt`."""
    firm = [head for head in _firm(heads) if why_shape(head.label, words)[0] >= SINGLE]
    times = Counter(_bare_name(head) for head in firm)
    kept = [head for head in firm if times[_bare_name(head)] > 1]
    turns = all(_bare_name(one) != _bare_name(other) for one, other in itertools.pairwise(kept))
    bracketed = any("(" in head.label for head in kept)
    if not 2 * VOICES <= len(kept) <= MOST or not (turns and bracketed):
        return []
    said = [text[one.body : other.start] for one, other in itertools.pairwise(kept)]
    asked = any(QUESTION.search(one) for one in said)
    return kept if asked and any(words.oneself.search(one) for one in said) else []


def _bare_name(head: Head) -> str:
    return head.label.partition("(")[0].strip().casefold()


def _are_announced(text: str, heads: Sequence[Head], blocks: Sequence[Block], words: LabelWords) -> bool:
    """Whether two speak below a title that announces it, and one of them asks."""
    return _ask_and_answer(text, heads, words) and is_titled_so(text, heads[0], blocks, words)


def _firm(heads: Sequence[Head]) -> list[Head]:
    return [head for head in heads if surface_kind(head) in FIRM]


def _is_named(text: str, head: Head, words: LabelWords) -> bool:
    """Whether a name or a voice stands there, not at the very top, with whole sentences behind it."""
    said = text[head.body : head.body + LOOK]
    return (
        (head.line > 0 or head.surface in INSIDE)
        and why_shape(head.label, words)[0] >= SHORT
        and len(said) >= SPEECH
        and not is_open(said)
        and not is_title(said.lstrip().split("\n", 1)[0])
    )


def _speaks(text: str, head: Head, words: LabelWords) -> bool:
    """Whether somebody says "I" behind a label, asks, or speaks to those in the room."""
    said = text[head.body : head.body + LOOK]
    return words.oneself.search(said) or words.addressing.search(said) or bool(QUESTION.search(said))


def _ask_and_answer(text: str, heads: Sequence[Head], words: LabelWords) -> bool:
    """Whether two speak, set alike, one of whom asks: full names, or first names and outlets that are named above.

    Who answers says "I", unless the labels stand in capitals, as only records set them.
    """
    if (
        not 1 < len({head.label for head in heads}) <= len(heads) <= FEW
        or len({surface_kind(head) for head in heads}) > 1
    ):
        return False
    loud = all(head.label.isupper() for head in heads)
    asked = any(
        QUESTION.search(text, one.body, other.start)
        and (loud or words.oneself.search(text[other.body : other.body + LOOK]))
        for one, other in itertools.pairwise(heads)
    )
    named = (_is_named_above(text, head, words) or why_shape(head.label, words)[0] >= NAMED for head in heads)
    told = (tells_of_its_label(one, words) for one in said_of(text, [_accepted(head) for head in heads]))
    return asked and all(named) and not any(told)


def _opens(text: str, head: Head, blocks: Sequence[Block], words: LabelWords) -> bool:
    """Whether somebody begins to speak at this label: he greets the others or answers, and two of three signs say so.

    He is named above; a title announces a talk; the label is set as records set it.
    """
    said = text[head.body : head.body + GREETING]
    firm = surface_kind(head) in FIRM
    greets = words.addressing.search(said) if firm else words.addressing.match(said)
    greets = greets or (firm and (words.answering.match(said) or _turns_to_others(text, head, blocks, words)))
    if surface_kind(head) not in GREETED:
        return False
    shape, why = why_shape(head.label, words)
    titled = is_titled(head.label, words)
    signs = (
        _is_named_above(text, head, words),
        is_titled_so(text, head, blocks, words),
        why == VOICE or head.label.isupper() or titled,
    )
    if not greets:  # `Mr. Olane (Ternmouth)` alone on its line, and below it: I beg to move
        seated = head.bare and titled and head.label.endswith(")") and words.oneself.search(said)
        return bool(seated) or (firm and titled and shape == 1 and all(signs))
    return shape >= NAMED and sum(signs) >= SIGNS


def _is_recorded(text: str, head: Head, words: LabelWords) -> bool:
    """Whether a label is a full name in capitals, or a name with its office in brackets, and a long speech stands behind it.

    `KERRY OLANE: As the lamps of Tern ...`, `Velt (Hafenamt): Weiterhin ...`; nothing there tells of whoever the label names.
    """
    loud = head.label.isupper() and not words.given.isdisjoint(map(str.casefold, names_of(head.label)))
    if surface_kind(head) != "colon" or not (loud or stands_for(head, words)) or len(text) - head.body < LONG:
        return False
    return not any(tells_of_its_label(one, words) for one in said_of(text, [_accepted(head)]))


def _turns_to_others(text: str, head: Head, blocks: Sequence[Block], words: LabelWords) -> bool:
    """Whether whose title and name are all that one of the first lines holds says "I" and "you" at once, under a last name in capitals.

    `President Ana Velt`, and below it `VELT: Before I take your questions, ...`
    """
    said = text[head.body : head.body + GREETING]
    if not head.label.isupper() or " " in head.label or not (words.oneself.search(said) and words.you.search(said)):
        return False
    above = (text[block.start : block.end] for block in blocks[:FIRST] if block.end <= head.start)
    return any(
        line.casefold().endswith(f" {head.label.casefold()}") and why_shape(line, words)[0] == 1
        for line in above
        if len(line) <= LONGEST_NAME
    )


def _is_named_and_promised(text: str, head: Head, blocks: Sequence[Block], words: LabelWords) -> bool:
    """Whether the line right above a label announces a talk, and one above that names in full who speaks in one.

    `Ana Velt in an interview with Bo Ahrens`, and further below `The interview in full:` above `Ahrens: ...`.
    """
    if surface_kind(head) not in FIRM or " " in head.label:
        return False
    above = blocks_above(blocks, head)
    promise = text[blocks[above[-1]].start : blocks[above[-1]].end] if above else ""
    if not promise.rstrip().endswith(":") or not announces(promise, words):
        return False
    full = re.compile(rf"\b[^\W\d_a-zß-ÿ][^\W\d_]+ {re.escape(head.label)}\b")
    lines = (text[blocks[at].start : blocks[at].end] for at in above[:-1])
    return any(full.search(line) and announces(line, words) for line in lines)


def _is_named_above(text: str, head: Head, words: LabelWords) -> bool:
    """Whether the last name of a label stands above it, or its office with a name."""
    names = [name for name in names_of(head.label) if name.casefold() not in words.titles | words.particles]
    if not names and head.label.isalpha():  # `Ambassador`, below `Ambassador Ana Velt`
        return re.search(rf"\b{head.label} [^\W\d_a-zß-öø-ÿ]", text[: head.start]) is not None
    return bool(names) and re.search(rf"\b{names[-1]}\b", text[: head.start], re.IGNORECASE) is not None


def _accepted(head: Head) -> Accepted:
    return Accepted(head, 0.8, f"label '{head.label}' ({head.surface}) where the text begins to be speech, seen once")
