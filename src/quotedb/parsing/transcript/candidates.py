"""Where labels may stand in a document: the candidates at the heads of its lines, by what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.asking import without_points
from quotedb.parsing.transcript.bracketed import bracketed_names
from quotedb.parsing.transcript.counted import without_chapters
from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.offices import with_offices
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.stacked import with_stacks
from quotedb.parsing.transcript.stamps import stamp_alone
from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.transcript.surfaces import Head, head_of
from quotedb.parsing.transcript.trim import below_data, data_lines
from quotedb.parsing.zones.lines import Layout, Line, is_closed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quotedb.parsing.transcript.notes import NoteWords

#: Zones in which nobody's label is looked for.
DEAD = frozenset({Zone.FAQ, Zone.COMMENT, Zone.FURNITURE, Zone.CAPTION, Zone.STAGE})
#: Why no label is looked for in the middle of a paragraph whose lines were broken.
RUNS_ON = "the sentence of the line before runs on into this line"
_DEFINED = re.compile(r":[ \t]+(?=\S)")
STARS = frozenset("★☆⭐")
#: With one of these a sentence goes on, and the line above it is part of it.
GOES_ON = frozenset(",;)")
#: A line that is set in so much further than the next (columns) stands in the middle of the page, alone.
CENTRED = 8
#: A label that stands once is no surer; a surface on which so large a share of the sure labels stands is usual.
SINGLE, USUAL = 0.8, 0.2
#: Surfaces on which a name with its initial may stand.
NAMING = frozenset({"colon", "wide colon", "dash", "gap", "lost", "name", "sign", "bare"})
#: So many answers, and so many questions without a space, at least; and how one begins.
GLUED = 3
_ANSWER = re.compile(r"[\"“]?(?P<label>A)(?: (?=[A-Z(\[])|(?=[A-Z][a-z’']*[ ,.]))")
#: How an answer begins that no article stands before: an excerpt may begin with one.
_SURELY = re.compile(r"(?:I(?=[ ’'])|Yes|No|Well|That|It|We|He|She|They)\b")
_INITIALLED = re.compile(r"[B-Z]\. ?[A-ZÀ-Þ][\w’'-]{2,}\Z")
_GLUED = re.compile(r"Q(?=[A-Z][a-z’' ])")


def candidates(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    blocks: Sequence[Block],
    words: NoteWords,
    plausible: Callable[[str], float],
    counted: Mapping[int, int],
) -> list[Head]:
    """One possible label for each line that can begin a turn; `counted` are the lines with a number before it."""
    heads: list[Head] = []
    starts = [block.start for block in blocks]
    margin = min((line.indent for line in lines), default=0)
    previous: Line | None = None
    for number, line in enumerate(lines):
        block = blocks[bisect_right(starts, line.start) - 1] if blocks else None
        before, previous = previous, line
        if (heads and heads[-1].end > line.start) or no_place(text, line, before, block, layout):
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        runs_on = (
            layout.wrapped
            and following is not None
            and not following.blanks
            and following.indent > line.indent - CENTRED
            and not is_closed(text, line, layout)
        )
        start = counted.get(number, line.start)
        head = head_of(text, number, start, line.end, line.indent > margin, words, plausible)
        if runs_on and following is not None and (head is None or surface_kind(head) == "bare"):
            # a long label may itself be broken over two lines; half of one is none
            whole = head_of(text, number, start, following.end, line.indent > margin, words, plausible, line.end + 1)
            head = (
                head if whole is None and head is not None and head.stamp and text[following.start].isupper() else whole
            )
        elif head is not None and head.bare and following is not None and not following.blanks and head.label.isupper():
            # a narrow column breaks the label of a voice: SEVERAL, and below it VOICES:
            whole = head_of(text, number, start, following.end, line.indent > margin, words, plausible, line.end + 1)
            if whole and whole.surface == "colon" and key_of(whole.label) in words.voices | words.collective:
                head = whole
        if head is not None and head.bare and following is not None and text[following.start] in GOES_ON:
            continue  # `Ana Velt`, and below it `, member of the council`
        if head is not None and number in counted:
            head = replace(head, surface=f"marked {head.surface}")
        if head is not None:
            tight = head.bare and line.blanks > 0 and following is not None and not following.blanks
            head = _stamped_above(text, replace(head, tight=True) if tight else head, line, before)
            if before is not None and "\n" not in text[before.end : line.start]:
                head = replace(head, above=before.end)  # the number of a line that was run in with the one before
            heads.append(_defined_below(text, head, following) if following is not None else head)
    heads = _without_lone_answers(text, lines, heads, words, plausible, counted)
    found = with_offices(text, lines, without_chapters(heads, counted), words)
    found = sorted([*found, *bracketed_names(text, lines, blocks, plausible)], key=lambda head: head.start)
    found = with_stacks(text, lines, found, plausible)
    found = _with_answers(text, lines, _with_glued(text, lines, without_points(text, found)))
    return below_data(lines, found, data_lines(text, lines, found))


def _without_lone_answers(
    text: str,
    lines: Sequence[Line],
    heads: list[Head],
    words: NoteWords,
    plausible: Callable[[str], float],
    counted: Mapping[int, int],
) -> list[Head]:
    """`A. Velt: Good evening`: where nobody asks as Q and others have an initial and a surname, the A is an initial, too."""
    answers = [head for head in heads if head.label == "A" and surface_kind(head) in ("stop", "stop dash")]
    if not answers or any(head.label in ("Q", "Question", "QUESTION") for head in heads):
        return heads
    if not any(_INITIALLED.match(head.label) for head in heads):
        return heads
    again = {
        head.line: head_of(
            text, head.line, counted.get(head.line, lines[head.line].start), lines[head.line].end, head.inset, words,
            plausible, only=NAMING,
        )
        for head in answers
    }  # fmt: skip
    return [again.get(head.line) or head for head in heads]


def _with_answers(text: str, lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """`A Yes.` below `Q Did you see it?`: an answer needs no mark either where questions have none, not even a space.

    A line of prose may begin so as well (`A Russian ship`): only right below a question it is an answer.
    """
    asking = [head for head in heads if head.label == "Q" and not head.bare and surface_kind(head) in ("space", "stop")]
    if len(asking) < GLUED and not (len(asking) > 1 and all(_is_answered(text, lines, head) for head in asking)):
        return heads
    by_line = {head.line: head for head in heads}
    found: list[Head] = []
    above: Head | None = None
    for number, line in enumerate(lines):
        head = by_line.get(number)
        answer = _ANSWER.match(text, line.start, line.end)
        asked = above.label == "Q" if above is not None else answer and _SURELY.match(text, answer.end(), line.end)
        if answer and asked and (head is None or head.label != "A"):
            place = answer.start("label")
            head = replace(
                asking[0],
                line=number,
                start=place,
                end=place + 1,
                body=answer.end(),
                label="A",
                stamp=None,
                note=None,
                delivered=False,
            )
        if head is not None:
            found.append(head)
            above = head if head.label in ("Q", "A") else above
    return found


def _is_answered(text: str, lines: Sequence[Line], asks: Head) -> bool:
    """Whether a question ends its line, and the next begins as an answer does."""
    line, below = lines[asks.line], lines[asks.line + 1] if asks.line + 1 < len(lines) else None
    asked = text[line.end - 1] in "?？"
    return asked and below is not None and _ANSWER.match(text, below.start, below.end) is not None


def _with_glued(text: str, lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """`QWhat happened then?`: a page lost the space behind its Q, where answers stand as `A:`."""
    answers = [head for head in heads if head.label == "A" and not head.bare]
    if len(answers) < GLUED:
        return heads
    taken = {head.line for head in heads}
    glued = [
        replace(
            answers[0],
            line=number,
            start=line.start,
            end=line.start + 1,
            body=line.start + 1,
            label="Q",
            stamp=None,
            note=None,
            delivered=False,
        )
        for number, line in enumerate(lines)
        if number not in taken and _GLUED.match(text, line.start, line.end)
    ]
    return sorted([*heads, *glued], key=lambda head: head.start) if len(glued) >= GLUED else heads


def _stamped_above(text: str, head: Head, line: Line, before: Line | None) -> Head:
    """A label right below a line that is nothing but a time has that time."""
    if before is None or line.blanks or head.stamp is not None or not head.bare:
        return head
    stamp = stamp_alone(text[before.start : before.end])
    return head if stamp is None else replace(head, stamp=stamp)


def _defined_below(text: str, head: Head, following: Line) -> Head:
    """Below a name alone, what belongs to it: the colon of a list of definitions, or a line that is nothing but a time.

    Both set the name off as firmly as marks on its own line do.
    """
    if not head.bare or surface_kind(head) != "bare":
        return head
    colon = _DEFINED.match(text, following.start, following.end)
    if colon and not following.blanks:
        return replace(head, body=colon.end(), bare=False, surface="colon")
    stamp = stamp_alone(text[following.start : following.end])
    if stamp is None or head.stamp is not None:
        return head
    return replace(head, stamp=stamp, body=following.end, surface=head.surface.replace("bare", "name time"))


def no_place(text: str, line: Line, before: Line | None, block: Block | None, layout: Layout) -> str:
    """Why no label can stand at the head of this line, "" where one can; `before` is the line before, `block` its block."""
    credited = block is not None and block.reason.startswith("ends in")  # a picture's credit may stand behind a turn
    if block is not None and block.zone in DEAD and not credited:
        return "nobody speaks in a block of this kind"
    if text[line.start] in STARS:
        return "a rating"
    inside = block is not None and line.start > block.start
    joined = layout.spaced or (layout.wrapped and not line.blanks)
    if (
        inside
        and before is not None
        and joined
        and not (is_closed(text, before, layout) or _is_centred(before, layout))
    ):
        return RUNS_ON
    return ""


def _is_centred(line: Line, layout: Layout) -> bool:
    """Whether a line stands in the middle of the page: short, and far from the margin. No sentence runs on from it."""
    return line.indent >= layout.margin + CENTRED and line.end - line.start < 0.4 * layout.width


def read_again(
    text: str,
    lines: Sequence[Line],
    heads: Sequence[Head],
    accepted: Sequence[Accepted],
    words: NoteWords,
    plausible: Callable[[str], float],
    counted: Mapping[int, int],
) -> list[Head] | None:
    """The candidates, where a line that could be read in several ways is now read as the sure labels are.

    `Ana Velt - First question: the insurers pay` has a dash and a colon: which of them ends the label, the other lines
    of the document tell. None where no line is read otherwise.
    """
    usual = Counter(surface_kind(one.head) for one in accepted if one.confidence > SINGLE)
    kinds = frozenset(kind for kind, times in usual.items() if times >= USUAL * usual.total())
    if not kinds:
        return None
    sure = {one.head.start for one in accepted if one.confidence > SINGLE}
    changed = False
    found: list[Head] = []
    for head in heads:
        again: Head | None = None
        if head.start not in sure and surface_kind(head) not in kinds and head.surface not in INSIDE:
            line = lines[head.line]
            start = counted.get(head.line, line.start)
            again = head_of(text, head.line, start, line.end, head.inset, words, plausible, only=kinds)
        if again is not None and head.line in counted:
            again = replace(again, surface=f"marked {again.surface}")
        changed = changed or again is not None
        found.append(again or head)
    if not changed:
        return None
    # what was found inside the words of one reading may be part of the label in the other
    bodies = {head.line: head.body for head in found if head.surface not in INSIDE}
    return [head for head in found if head.surface not in INSIDE or head.start >= bodies.get(head.line, 0)]
