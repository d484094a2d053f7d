"""Short labels that nothing but a space parts from the words, told by their coming back: `OP Where are you?`, `03 07 15 22 CC Roger.`"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.zones.lines import Line

#: The surface of such a label.
SPACED = "space"
#: So many labels, each so often, stand at the head of so large a share of the paragraphs from the first to the last of
#: them, and so large a share follows another.
VOICES, TIMES, COVERED, CHANGING = 2, 3, 0.7, 0.5
#: Surfaces that any sentence may seem to have; no larger a share of these lines has another.
LOOSE, OTHERS = frozenset({"stop", "plain stop", "stop dash", "dash", "bare", "bare stop"}), 0.2
#: So many letters may be initials whatever word they make.
LETTERS = 2
#: With a time before each of them a label may stand once.
TIMED = 6
#: Who speaks to a crew: elsewhere the field of a letter.
CAPSULE = "cc"
#: Where so few have a time, so large a share of the paragraphs begins with a label.
SOME, ALL_COVERED = 2, 0.9
#: What a scanner makes of the figures of a clock without colons, a few letters, and words that begin a sentence.
_HEAD = re.compile(
    r"[ \t]*(?:(?P<stamp>[\dO_][\dO_ .:]{3,12}[\dO_](?: ?[AaPp]\.?[Mm]\b\.?)?)[ \t]+)?"
    r"(?P<label>(?(stamp)[^\W\d_a-zß-öø-ÿ]{1,8}|[^\W\d_a-zß-öø-ÿ]{2,8})(?:/[^\W\d_a-zß-öø-ÿ]{1,3})?(?:-[\d?])?"
    r"|[^\W\d_a-zß-öø-ÿ](?:/[^\W\d_a-zß-öø-ÿ]{1,3}|[a-zß-öø-ÿ]{1,2}))"
    r"[ \t\xa0]+(?=[^\W_a-zß-öø-ÿ]|[\[(\"“…'‘])"
)
#: A name in capitals, of two words at least, and the first word of a sentence: `SARA OLIN So you were there?`, in so many places.
_LOUD = re.compile(
    r"(?P<label>[^\W\d_a-zß-öø-ÿ]{2,}(?:[ '’-][^\W\d_a-zß-öø-ÿ]{2,}){1,3})[ \xa0]+(?=[^\W\d_a-zß-öø-ÿ](?:[a-zß-öø-ÿ]|[ '’][a-zß-öø-ÿ]))"
)
LOUD_PLACES = 4
#: A line of a legend.
_LEGEND = re.compile(
    r"^[ \t]*(?P<label>[^\W\d_a-zß-öø-ÿ][^\s:=]{0,7})(?:\s?(?:=|--|[–—:])\s?|\t|[ ]{2,})(?=[^\W\d_])", re.MULTILINE
)


def with_spaced(
    heads: list[Head], text: str, lines: Sequence[Line], blocks: Sequence[Block], words: LabelWords
) -> list[Head]:
    """The candidates with these labels, where most of them were not found as they stand."""
    spaced = {head.line: head for head in spaced_heads(text, lines, blocks, words) or loud_heads(text, lines, blocks)}
    # a label that another mark parts from the words is the better reading: `DC OLIN	Where were you?`, `Hon OLIN: No.`
    known = sum(head.line in spaced and _is_better(head, spaced[head.line]) for head in heads)
    if not spaced or known > OTHERS * len(spaced):
        return heads
    others = [head for head in heads if head.line not in spaced]
    return sorted([*others, *spaced.values()], key=lambda head: head.start)


def _is_better(head: Head, spaced: Head) -> bool:
    """Whether another mark sets a label off, or a dash the whole name that a surname in capitals opens: `VELT Ana – Good evening`."""
    kind = surface_kind(head)
    return kind not in LOOSE or (kind == "dash" and head.label.startswith(f"{spaced.label} "))


def spaced_heads(text: str, lines: Sequence[Line], blocks: Sequence[Block], words: LabelWords) -> list[Head]:
    """The labels of a document in which nearly every paragraph begins with one of a few short words; none elsewhere."""
    starts = {block.start for block in blocks}
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if (match := _HEAD.match(text, line.start, line.end))
        and (line.start in starts or match["stamp"])
        and _is_short_for(match, words)
    ]
    timed = [one for one in found if one[1]["stamp"]]
    below = [one for one in found if timed and one[0] >= timed[0][0]]  # the first time stands below the log's own title
    some_timed = len(timed) >= SOME and len(below) >= TIMED  # a log gives the time where one begins to call the other
    timed = timed if len(timed) >= max(TIMED, len(found) // 2) else []
    times = Counter(match["label"] for _, match in timed or found)
    explained = _explained(text, found)
    often = [one for one in found if times[one[1]["label"]] >= TIMES or one[1]["label"] in explained]
    kept = timed or (below if some_timed else often)
    order = [match["label"] for _, match in kept]
    if len(set(order)) < VOICES or max(times.values()) < TIMES:
        return []
    first, last = lines[kept[0][0]].start, lines[kept[-1][0]].start
    between = [block.start for block in blocks if first <= block.start <= last]
    if some_timed and not timed:  # a scanner breaks every line, and leaves a blank one above a speaker
        between = [
            start for start in between if text[max(0, start - 2) : start] == "\n\n" and not text[start].islower()
        ]
    paragraphs = len(between)
    changes = sum(one != following for one, following in itertools.pairwise(order))
    covered = ALL_COVERED if some_timed and not timed else COVERED
    if len(kept) < covered * paragraphs or changes < CHANGING * (len(order) - 1):
        return []
    return [
        Head(
            number,
            match.start("label"),
            match.end("label"),
            match.end(),
            match["label"],
            f"stamped {SPACED}" if match["stamp"] else SPACED,
            bare=False,
            stamp=match["stamp"],
        )
        for number, match in kept
    ]


def loud_heads(text: str, lines: Sequence[Line], blocks: Sequence[Block]) -> list[Head]:
    """Names in capitals with nothing but a space behind them, where nearly every paragraph begins with one of a few."""
    starts = {block.start for block in blocks}
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if line.start in starts and (match := _LOUD.match(text, line.start, line.end))
    ]
    times = Counter(match["label"] for _, match in found)
    kept = [one for one in found if times[one[1]["label"]] > 1]
    order = [match["label"] for _, match in kept]
    if len(set(order)) < VOICES or len(kept) < LOUD_PLACES:
        return []
    paragraphs = sum(lines[kept[0][0]].start <= block.start <= lines[kept[-1][0]].start for block in blocks)
    changes = sum(one != following for one, following in itertools.pairwise(order))
    if len(kept) < COVERED * paragraphs or changes < CHANGING * (len(order) - 1):
        return []
    return [
        Head(number, match.start("label"), match.end("label"), match.end(), match["label"], SPACED, bare=False)
        for number, match in kept
    ]


def _explained(text: str, found: Sequence[tuple[int, re.Match[str]]]) -> set[str]:
    """The labels that a list above the first of them explains: `F/E = Flight engineer`, `CAM  Cockpit microphone`."""
    if not found:
        return set()
    legend = {match["label"] for match in _LEGEND.finditer(text, 0, found[-1][1].start())}
    return legend & {match["label"] for _, match in found}


def _is_short_for(match: re.Match[str], words: LabelWords) -> bool:
    """Whether what stands at the head of a line is no word with which a sentence begins."""
    low = match["label"].casefold()
    stamped = match["stamp"] and len(low) <= LETTERS  # CC, behind the time of a log
    field = low in words.never and low != CAPSULE and not stamped
    if field or words.answering.match(match["label"]):
        return False
    return not any(
        low in those for those in (words.common, words.never_first, words.sentence, words.given, words.titles)
    )
