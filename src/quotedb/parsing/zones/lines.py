"""The lines of a text, and how the document lays its paragraphs out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

#: A line that ends with one of these has said its sentence; a bar ends the row of a table.
CLOSERS = frozenset("|.?!…:\"”“″»«’‘›‹')]*—–-。？！：」؟۔।")  # German closes with what opens elsewhere
#: Text columns wider than this are not hand-wrapped; paragraphs narrower than the other are verse or lists.
WIDEST, NARROWEST = 140, 40
#: A column of so many characters, at least, may be broken prose too, where no more lines than this share are wider, so many
#: lines are open at their end, and so large a share of these goes on in small letters.
COLUMN, FEW_WIDE, FEWEST_NARROW, GOING_ON = 24, 0.05, 8, 0.7
#: Where so large a share of the lines begins is the margin, or set in from it.
MANY = 0.2
#: A document of fewer lines is not taken for one with numbered lines.
NUMBERED = 12
#: A line in capitals that is no shorter (characters) is a heading, whatever stands below it.
HEADING = 12
#: So far behind its number (characters) a line may begin.
MARGIN = 40
#: A page that lost its line breaks has so many characters at least; no line on it had more, and so many numbers count them.
RUN_IN, FULL_LINE = 400, 140
#: So many lines are looked at to see whether each begins with a clock.
LOGGED = 200
#: So large a share of the lines that end in no mark is full in a text that was wrapped twice, and as many go on below in small letters.
TWICE = 0.35
#: A line that begins with a few words and a colon.
_LABELLED = re.compile(r"[^\n:]{1,40}:")
_CLOCK_FIRST = re.compile(r"[\[(<]?\s?(?:\d{4}-\d{2}-\d{2}[ T])?\d{1,2}:\d{2}(?!\d)")
_LINE_TAGS = ("<br>", "<br/>", "<br />", "</p>", "</div>", "</li>", "\\")
_NUMBERS_RUN_IN = tuple(f" {number} " for number in range(3, NUMBERED))
#: The head of a caption, and a time in brackets with a label, in the middle of a line: so many of them were lines.
CUES, STAMPS = 4, 6
_CUE_RUN_IN = re.compile(
    r"(?:(?<!\S)\d{1,5}\s+)?(?<!\S)(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} --> (?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}(?=\s|\Z)"
)
_STAMP_RUN_IN = re.compile(r"(?<=\s)\[(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\] (?=[^\[\]:\n]{1,40}: )")
_RUN_IN_NUMBER = re.compile(r"(?<!\S)(\d{1,2})(?=\s|\Z)")
_LINE_NUMBER, _POINTED = re.compile(r"(\d{1,2})(?:\s+|\Z)"), re.compile(r"(\d{1,4})\.(?:\s+|\Z)")
#: So large a share of the lines with such a number is empty behind it where it counts lines, not the items of a list.
EMPTY = 0.1


class Line(NamedTuple):
    """One line that is not blank: ``text[start:end]`` without the white space round it."""

    start: int
    end: int
    indent: int  #: characters of white space before it
    blanks: int  #: blank lines before it

    @property
    def width(self) -> int:
        """Columns from the margin to the last character."""
        return self.indent + self.end - self.start


@dataclass(frozen=True, slots=True)
class Layout:
    """How this document breaks its lines."""

    width: int  #: the usual full line, in columns
    wrapped: bool  #: paragraphs run over several lines
    spaced: bool  #: wrapped, with a blank line between any two lines
    margin: int = 0  #: where most lines begin that stand close below another (columns)


def lines_of(text: str) -> list[Line]:
    """All lines of `text` that hold more than white space, and more than the number that a deposition gives them."""
    found: list[Line] = []
    place = blanks = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            line = Line(place + indent, place + indent + len(stripped), indent, blanks)
            found.append(line)
            if len(stripped) >= RUN_IN:
                found[-1:] = _parted(text, line)
            blanks = 0
        else:
            blanks += 1
        place += len(raw) + 1
    return _without_numbers(text, found)


def _without_numbers(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a deposition begin behind the number that counts them on their page."""
    if len(lines) < NUMBERED:
        return lines
    pointed = sum(text.startswith(".", line.end - 1) and text[line.start : line.end - 1].isdigit() for line in lines)
    number = _POINTED if pointed >= max(2, EMPTY * len(lines)) else _LINE_NUMBER
    found = [number.match(text, line.start, min(line.end, line.start + MARGIN)) for line in lines]
    numbers = [int(match[1]) if match else 0 for match in found]
    rising = sum(after == before + 1 for before, after in itertools.pairwise(numbers))
    if rising < 0.6 * len(lines):
        return lines
    return [
        Line(match.end(), line.end, line.indent + match.end() - line.start, line.blanks) if match else line
        for line, match in zip(lines, found, strict=True)
        if not match or match.end() < line.end
    ]


def _parted(text: str, line: Line) -> list[Line]:
    """The lines of a page that lost its breaks, where its numbers or times tell how it was parted."""
    if text.count(" --> ", line.start, line.end) >= CUES:
        cues = list(_CUE_RUN_IN.finditer(text, line.start, line.end))
        if len(cues) >= CUES:
            return _between(text, line, [line.start, *(cue.end() for cue in cues)], [cue.start() for cue in cues])
    if text.count("] ", line.start, line.end) >= STAMPS and text.count(": ", line.start, line.end) >= STAMPS:
        stamps = [found.start() for found in _STAMP_RUN_IN.finditer(text, line.start, line.end)]
        if len(stamps) >= STAMPS:
            return _between(text, line, [line.start, *stamps], stamps)
    if all(text.find(number, line.start, line.end) >= 0 for number in _NUMBERS_RUN_IN):
        return _without_counts(text, line)
    return [line]


def _between(text: str, line: Line, starts: Sequence[int], ends: Sequence[int]) -> list[Line]:
    parts = [stripped(text, *span) for span in zip(starts, [*ends, line.end], strict=True)]
    return [Line(start, end, line.indent, 0) for start, end in parts if start < end]


def _without_counts(text: str, line: Line) -> list[Line]:
    """The lines of a deposition that were run together, where the numbers that count them were kept: `Yes. 4 Q. When? 5 A. In`.

    They count up by one from line to line, and begin again on every page, where the page's own number may stand before them.
    """
    ends: list[int] = []  # where the words before each number end
    starts = [line.start]  # where those behind it begin
    counted, before = 0, None
    for number in _RUN_IN_NUMBER.finditer(text, line.start, line.end):
        beside = before is not None and not text[before.end() : number.start()].strip()
        if int(number[1]) == counted + 1 or (int(number[1]) == 1 and counted >= NUMBERED):
            counted = int(number[1])
            ends.append(before.start() if before and beside else number.start())
            starts.append(number.end())
        elif beside and int(number[1]) == 1 == counted:  # the first line of the first page
            starts[-1] = number.end()
        before = number
    parts = _between(text, line, starts, ends)
    if len(starts) <= NUMBERED or max(part.end - part.start for part in parts[1:]) > FULL_LINE:
        return [line]
    return parts


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_counted(text: str, line: Line) -> bool:
    """Whether nothing but a number, or the times of a caption, stands before this line, where `lines_of` took it off."""
    if not line.start or text[line.start - 1] == "\n":
        return False  # nothing stands before it
    before = text[max(text.rfind("\n", 0, line.start) + 1, line.start - MARGIN) : line.start].split()
    return bool(before) and (before[-1].strip(".").isdigit() or before[-2:-1] == ["-->"])


def are_numbered(text: str, lines: Sequence[Line]) -> bool:
    """Whether `lines_of` took numbers off the heads of these lines."""
    first = lines[:60]
    return sum(is_counted(text, line) for line in first) > 0.5 * max(1, len(first))


def layout_of(text: str, lines: Sequence[Line]) -> Layout:
    """Judge from the document itself whether its lines are wrapped by hand.

    A line that is followed by the rest of its sentence is nearly full in a wrapped document; where a line is a
    paragraph, lengths vary freely.
    """
    if len(lines) < 2:
        return Layout(WIDEST + 1, wrapped=False, spaced=False)
    widths = sorted(line.width for line in lines if line.width > NARROWEST)
    narrow = len(widths) <= FEW_WIDE * len(lines)
    if narrow:
        widths = sorted(line.width for line in lines if NARROWEST >= line.width > COLUMN)
    if not widths:
        return Layout(NARROWEST, wrapped=False, spaced=False)
    width = widths[int(len(widths) * 0.8)]
    if width > WIDEST or _are_stamped(text, lines):
        return Layout(width, wrapped=False, spaced=False)
    open_tight = full_tight = open_apart = full_apart = tight = runs_on = small = 0
    alone: Counter[str] = Counter()
    for line, following in itertools.pairwise(lines):
        tight += not following.blanks
        if _has_end(text, line):
            continue
        full = line.width >= 0.75 * width
        if following.blanks:
            open_apart += 1
            full_apart += full and not text[following.start].isupper()
        else:
            open_tight += 1
            full_tight += full
            if line.blanks and line.end - line.start < NARROWEST:
                alone[text[line.start : line.end]] += 1
            goes_on = text[following.start].islower() and _LABELLED.match(text, following.start) is None
            small += goes_on
            runs_on += goes_on and not text[line.start].islower()
    # a short line that comes back below blank lines is a label, and says nothing about how others are broken
    open_tight -= sum(times for times in alone.values() if times > 1)
    # lines that were wrapped twice, first wide and then narrow, are full and nearly empty by turns
    twice = full_tight >= TWICE * open_tight and runs_on >= TWICE * open_tight
    wrapped = open_tight >= 2 and (full_tight >= 0.6 * open_tight or twice)
    if narrow:  # verse and lists are as narrow: only where most of these lines go on in small letters they were broken
        wrapped = wrapped and open_tight >= FEWEST_NARROW and small >= GOING_ON * open_tight
    # a deposition numbers its lines as they were broken, however short they are on the pages above the first words
    broken = full_apart >= 0.5 * open_apart or are_numbered(text, lines)
    spaced = open_apart >= 5 and tight < 0.3 * len(lines) and broken
    return Layout(width, wrapped=wrapped, spaced=spaced, margin=_margin(lines))


def _margin(lines: Sequence[Line]) -> int:
    """The outermost place where many lines begin that stand close below another."""
    indents = Counter(line.indent for line in lines if not line.blanks)
    return min((indent for indent, n in indents.items() if n >= MANY * indents.total()), default=0)


def _are_stamped(text: str, lines: Sequence[Line]) -> bool:
    """Whether nearly every line begins with a clock, as in the log of a chat: none goes on from the line before."""
    first = lines[:LOGGED]
    return sum(_CLOCK_FIRST.match(text, line.start) is not None for line in first) >= 0.8 * len(first)


def is_closed(text: str, line: Line, layout: Layout) -> bool:
    """Whether a paragraph can end with this line: its sentence is over, or the line leaves room for a word."""
    return _has_end(text, line) or line.width < 0.6 * layout.width


def _has_end(text: str, line: Line) -> bool:
    """Whether a line ends in an end mark, or in the tag that ends a line in HTML."""
    return text[line.end - 1] in CLOSERS or text.endswith(_LINE_TAGS, line.start, line.end)


def paragraphs(
    text: str, lines: Sequence[Line], layout: Layout, apart: Set[int] = frozenset()
) -> list[tuple[int, int]]:
    """The paragraphs as half-open ranges of line numbers; the lines of `apart` are joined to nothing."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for number in range(1, len(lines) + 1):
        alone = number in apart or number - 1 in apart
        if number == len(lines) or alone or not _continues(text, lines[number - 1], lines[number], layout):
            ranges.append((first, number))
            first = number
    return ranges


def in_capitals(line: str) -> bool:
    """Whether words are set in capitals; `AI 정책에 대해` is not: a script without capitals sets nothing in them."""
    return line.isupper() and 2 * sum(map(str.isupper, line)) >= sum(map(str.isalpha, line))


def _is_in_capitals(text: str, line: Line) -> bool:
    return in_capitals(text[line.start : line.end])


def _is_a_note(text: str, previous: Line, line: Line, layout: Layout) -> bool:
    """Whether a line in brackets stands below a sentence that is over: `[Whereupon, at noon, the hearing adjourned.]`"""
    if text[line.start] not in "[(〔" or not _has_end(text, previous):
        return False
    inset = line.indent > max(previous.indent, layout.margin)
    if text[line.end - 1] in ")]〕" or text[line.end - 2 : line.end] in (").", "]."):
        # at the margin a short note is the last word of a line that was broken: `(Laughs.)`
        whole = text.find(")" if text[line.start] == "(" else "]", line.start, line.end) >= line.end - 2
        return whole and (inset or (text[line.start] == "[" and line.end - line.start > NARROWEST))
    short = inset or previous.width < 0.8 * layout.width
    return text[line.start] == "[" and short and text.find("]", line.start, line.end) < 0


def _continues(text: str, previous: Line, line: Line, layout: Layout) -> bool:
    if layout.spaced and line.blanks <= 1:
        return line.indent <= previous.indent and not is_closed(text, previous, layout)
    if line.blanks or not layout.wrapped:
        return False
    if text[previous.start] + text[previous.end - 1] in ("()", "[]", "〔〕"):
        return False
    if _is_a_note(text, previous, line, layout):
        return False
    if line.indent > previous.indent and is_closed(text, previous, layout):
        return False
    if layout.margin < previous.indent == line.indent and _has_end(text, previous):
        return False  # two paragraphs of one line each, whose first lines are set in
    if previous.end - previous.start >= HEADING and _is_in_capitals(text, previous) and not _is_in_capitals(text, line):
        return False
    return previous.width >= 0.6 * layout.width or (
        text[previous.end - 1] not in CLOSERS and text[line.start].islower()
    )
