"""What a service prints with every turn and nobody says: stamps, lengths and ratings at its head or its end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.stamps import stamp_alone, trailing_stamp
from quotedb.parsing.zones.lines import CLOSERS, stripped

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from quotedb.parsing.shapes import Block, Span, Turn
    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Line

#: A line of such data is no longer (characters), stands in so many turns at least, and in this share of all.
LONGEST, FEWEST, SHARE = 60, 5, 0.5
#: A line with figures that stands above every label but the first may stand there so few times.
FEW = 2
#: Why such a line is nobody's.
DATA = "nobody says it: stamps, lengths or ratings that come with the turns"

#: Marks that open and close testimony which somebody quotes.
QUOTED, CLOSED = '"“', '"”'
#: What stands between the two times of a caption.
ARROW = "-->"
BULLETS = frozenset("-*•·–")
_EMPHASIS = re.compile(r"[^*_]*?(\*{1,3}|_{1,2})\Z")
_PAGE = re.compile(r"\s[-–—] ?\d{1,4} ?[-–—]\Z")
#: The fields at the end of a row are no longer (characters), and the last of them is no longer than the second.
FIELDS, NEAR_END = 200, 13
#: The mark that closes a field of a table, and the fields behind it that are empty or hold a time.
_LAST_FIELDS = re.compile(r"\"?(?:[,;][\d:.]{0,12}){1,6}\Z|(?<=[^\s,;])\"?[,;]+\Z")
_TAGS = re.compile(r"(?:\s*(?:<br ?/?>|</(?:p|div|span|td|li|details)>|&nbsp;|\\))+\Z", re.IGNORECASE)
#: So many forms of such a line there are at most; where they end in a figure in brackets, all that do so count.
KINDS = 6
_FIGURED = re.compile(r"\(0(?:\.0)?\)\Z")
_DIGITS = re.compile(r"\d+")


def data_lines(text: str, lines: Sequence[Line], heads: Sequence[Head]) -> frozenset[int]:
    """The lines with which the turns end and which nobody says: they stand, numbers aside, right above most labels.

    `Duration: 12 s`, `[40 words]`, `Share | Copy link`; the time of the next label may stand between. Labels that are
    set alike (`heads` may be no more than candidates) are asked together.
    """
    above = {head.line: form for head in heads if (form := _form_above(text, lines, head.line))}
    often = {form for form, times in Counter(above.values()).items() if times >= (FEW if "0" in form else FEWEST)}
    if not often:
        return frozenset()
    kinds: dict[str, Counter[str]] = {}
    for head in heads:
        line = lines[head.line]
        if _form(text, (line.start, line.end)) not in often:  # such a line may look like a label itself
            kinds.setdefault(head.surface, Counter())[above.get(head.line, "")] += 1
    usual = {
        form
        for forms in kinds.values()
        for form in often & forms.keys()
        if _enough(forms[form], forms.total())
        or ("0" in form and forms[form] == forms.total() - 1)  # all but the first
    }
    taken = {head.line for head in heads if _form(text, (lines[head.line].start, lines[head.line].end)) not in usual}
    first = min(taken, default=len(lines))
    return frozenset(
        number
        for number, line in enumerate(lines)
        if usual and number > first and number not in taken and _is_data(text, line, usual)
    )


def _form_above(text: str, lines: Sequence[Line], number: int) -> str:
    """The line right above this one, its figures made one; "" where it may be said, or stands nearer to this one."""
    if number and stamp_alone(text[lines[number - 1].start : lines[number - 1].end]):
        number -= 1
    line = lines[number - 1] if number else None
    if line is None or lines[number].blanks < line.blanks or not _may_be_data(text, line):
        return ""
    return _form(text, (line.start, line.end))


def _may_be_data(text: str, line: Line) -> bool:
    return line.end - line.start <= LONGEST and text[line.end - 1] not in CLOSERS - {")", "]"}


def _is_data(text: str, line: Line, usual: Set[str]) -> bool:
    return _may_be_data(text, line) and _form(text, (line.start, line.end)) in usual


def below_data(lines: Sequence[Line], heads: Sequence[Head], data: Set[int]) -> list[Head]:
    """The candidates that are no such lines, with the place where the words above each end: before these lines."""
    found = []
    for head in (head for head in heads if head.line not in data):
        number = head.line
        while number - 1 in data or (number == head.line and number - 2 in data):
            number -= 1 if number - 1 in data else 2
        found.append(replace(head, above=lines[number].start) if number < head.line else head)
    return found


def split_off(text: str, lines: Sequence[Line], blocks: Sequence[Block], heads: Sequence[Head]) -> Sequence[Block]:
    """The blocks, with the lines that end the turns of these labels as blocks of their own."""
    cut = sorted(data_lines(text, lines, heads))
    if not cut:
        return blocks
    found: list[Block] = []
    at = 0
    for block in blocks:
        start = block.start
        while at < len(cut) and lines[cut[at]].start < block.end:
            line = lines[cut[at]]
            if start < line.start:
                found.append(replace(block, start=start, end=lines[cut[at] - 1].end))
            found.append(replace(block, start=line.start, end=line.end, zone=Zone.FURNITURE, reason=DATA))
            start = lines[cut[at] + 1].start if cut[at] + 1 < len(lines) else block.end
            at += 1
        if start < block.end:
            found.append(replace(block, start=start))
    return found


#: Tags, or a bracket behind a closing mark, with which nearly every turn begins or ends; looked for so far from its end.
_OPENED, _CLOSED_BY, REACH = (
    re.compile(r"(?:<[^<>\n]{1,80}>\s*)+"),
    re.compile(r"(?:\s*<[^<>\n]{1,80}>)+\Z|[\"”']?[)}\]]+[,;]?\Z"),
    240,
)
_CLOSING_SIGNS = frozenset(">)}],;")


def without_data(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns without lines that nearly all of them begin or end with, numbers aside, and without stamps at their ends."""
    found = [_without_tags(text, turn) for turn in _without_lines(text, _without_field(text, turns))]
    ends = [trailing_stamp(text, *turn.pieces[-1]) for turn in found]
    if not _enough(sum(end is not None for end in ends), len(found)):
        # nobody says a span of time with an arrow, which the line break before it was lost
        ends = [
            end if end and ARROW in text[end : turn.pieces[-1][1]] else None
            for turn, end in zip(found, ends, strict=True)
        ]
    if any(end is not None for end in ends):
        found = [
            turn if end is None else _cut(turn, (*turn.pieces[:-1], (turn.pieces[-1][0], end)))
            for turn, end in zip(found, ends, strict=True)
        ]
    rows = sum(text[turn.pieces[-1][1] - 1] == "|" for turn in found)
    if _enough(rows, len(found)) or rows == len(found) > 1:
        found = [_cut(turn, (*turn.pieces[:-1], _without_bar(text, turn.pieces[-1]))) for turn in found]
    elif rows:
        found = [
            _cut(turn, (*turn.pieces[:-1], _without_bar(text, turn.pieces[-1]))) if _ends_a_row(text, turn) else turn
            for turn in found
        ]
    fields = [_last_fields(text, *turn.pieces[-1]) for turn in found]
    if _enough(sum(field is not None for field in fields), len(found)):  # "Good evening",,
        found = [
            _cut(turn, (*turn.pieces[:-1], (turn.pieces[-1][0], field.start()))) if field else turn
            for turn, field in zip(found, fields, strict=True)
        ]
    return _without_mark(text, _without_elements(text, found))


def _without_elements(text: str, turns: list[Turn]) -> list[Turn]:
    """The turns without the tags and brackets with which nearly all of them begin or end: `<text>Good evening</text>`."""
    for last in (False, True):
        ends = [_closing(text, *turn.pieces[-1]) if last else _OPENED.match(text, *turn.pieces[0]) for turn in turns]
        ends = [
            None if end is None or _closes_its_own(text, turn, end) else end
            for turn, end in zip(turns, ends, strict=True)
        ]
        if not _enough(sum(end is not None for end in ends), len(turns)):
            continue
        for at, (turn, end) in enumerate(zip(turns, ends, strict=True)):
            if end and last:
                turns[at] = _cut(turn, (*turn.pieces[:-1], stripped(text, turn.pieces[-1][0], end.start())))
            elif end:
                turns[at] = _cut(turn, (stripped(text, end.end(), turn.pieces[0][1]), *turn.pieces[1:]))
    return turns


def _closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The tags or the bracket with which a piece ends; most end in other signs."""
    return _CLOSED_BY.search(text, max(start, end - REACH), end) if text[end - 1] in _CLOSING_SIGNS else None


def _closes_its_own(text: str, turn: Turn, end: re.Match[str]) -> bool:
    """Whether a bracket at a turn's end was opened in the turn: `Let us vote. (The vote went on)`."""
    closed = end[0].rstrip(",;")[-1:]
    opened = {")": "(", "]": "[", "}": "{"}.get(closed)
    said = [text[first:last] for first, last in turn.pieces]
    return opened is not None and sum(piece.count(opened) - piece.count(closed) for piece in said) >= 0


def _without_mark(text: str, turns: list[Turn]) -> list[Turn]:
    """The turns without the quotation mark that ends a field, where nearly all are such fields."""
    closed = [_is_quoted(text, turn.pieces) for turn in turns]
    if _enough(sum(closed), len(turns)) and sum(closed) >= 0.8 * len(turns):
        return [
            _cut(turn, (*turn.pieces[:-1], (turn.pieces[-1][0], turn.pieces[-1][1] - 1))) if one else turn
            for turn, one in zip(turns, closed, strict=True)
        ]
    return turns


def _without_tags(text: str, turn: Turn) -> Turn:
    """The turn without the HTML that ends its last line in a Markdown text: a line break or the end of a paragraph."""
    start, end = turn.pieces[-1]
    page = _PAGE.search(text, max(start, end - LONGEST), end) if text[end - 1] in "-–—" else None
    if page:  # the number of a page that was run in with its last words: up through -1-
        return _cut(turn, (*turn.pieces[:-1], stripped(text, start, page.start())))
    mark = _EMPHASIS.match(text, max(0, turn.label_span[0] - 3), turn.label_span[0])
    if mark and len(turn.pieces) == 1 and text.endswith(mark[1], start, end) and text.count(mark[1], start, end) == 1:
        return _cut(turn, (stripped(text, start, end - len(mark[1])),))  # label and words are in bold together
    if text[end - 1] not in ">;\\":
        return turn
    found = _TAGS.search(text, max(start, end - LONGEST), end)
    return turn if found is None else _cut(turn, (*turn.pieces[:-1], stripped(text, start, found.start())))


def _last_fields(text: str, start: int, end: int) -> re.Match[str] | None:
    """The fields of a table's row that end these words; in most texts no comma stands so near their end."""
    tail = text[max(start, end - NEAR_END) : end]
    return _LAST_FIELDS.search(text, max(start, end - FIELDS), end) if "," in tail or ";" in tail else None


def _is_quoted(text: str, pieces: Sequence[Span]) -> bool:
    """Whether the words of a turn are a field of a table, which ends in the mark that stands before it."""
    (start, _), (_, end) = pieces[0], pieces[-1]
    return end - start > 1 and text[start - 1 : start] == '"' == text[end - 1]


def _enough(times: int, turns: int) -> bool:
    return times >= FEWEST and times >= SHARE * turns


def _without_lines(text: str, turns: Sequence[Turn]) -> list[Turn]:
    firsts = [_line(text, turn.pieces[0], last=False) for turn in turns]
    lasts = [_line(text, turn.pieces[-1], last=True) for turn in turns]
    found: list[Turn] = []
    heads, tails = _usual(text, firsts), _usual(text, lasts)
    if not heads and not tails:
        return list(turns)
    for turn, first, last in zip(turns, firsts, lasts, strict=True):
        pieces = turn.pieces
        if first and _form(text, first) in heads:
            pieces = (stripped(text, first[1], pieces[0][1]), *pieces[1:])
        if last and last != first and _form(text, last) in tails:
            pieces = (*pieces[:-1], stripped(text, pieces[-1][0], last[0]))
        found.append(_cut(turn, pieces))
    return found


def _usual(text: str, lines: Sequence[Span | None]) -> set[str]:
    """The lines that nearly all turns have: one form, or a few that come back (`Weak (0.73)`, `Strong (2.40)`)."""
    forms = Counter(_form(text, line) for line in lines if line)
    usual = {form for form, times in forms.items() if _enough(times, len(lines))}
    again = {form for form, times in forms.items() if times > 1}
    if usual or not again or len(again) > KINDS or not _enough(sum(forms[form] for form in again), len(lines)):
        return usual
    figured = any(_FIGURED.search(form) for form in again)
    return again | {form for form in forms if figured and _FIGURED.search(form)}


def _without_field(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns without the line that stands right above the first label and above all others, too: `speaker`, a field's name."""
    if not turns:
        return []
    above = text[: text.rfind("\n", 0, turns[0].label_span[0]) + 1].rstrip()[-LONGEST - 1 :].rpartition("\n")[2]
    ends = [turn.pieces[-1] for turn in turns[:-1]]
    if not above or not ends or not all(text.endswith("\n" + above, *end) for end in ends):
        return list(turns)
    cut = [_cut(t, (*t.pieces[:-1], stripped(text, t.pieces[-1][0], t.pieces[-1][1] - len(above)))) for t in turns[:-1]]
    return [*cut, turns[-1]]


def _line(text: str, piece: Span, *, last: bool) -> Span | None:
    """The first or last line of a piece that holds more than one, if it is short and no sentence."""
    start, end = piece
    place = text.rfind("\n", start, end) if last else text.find("\n", start, end)
    if place < 0:
        return None
    if text[place + 1 : place + 2].islower():
        return None  # a sentence that was broken over two lines
    line = stripped(text, place, end) if last else stripped(text, start, place)
    short = line[1] - line[0] <= LONGEST and text[line[1] - 1] not in CLOSERS - {")", "]"}
    return line if short else None


def _form(text: str, line: Span) -> str:
    return _DIGITS.sub("0", text[line[0] : line[1]])


def _ends_a_row(text: str, turn: Turn) -> bool:
    """Whether the last line of a turn is a row of a table in bars."""
    return text.startswith("|", text.rfind("\n", 0, turn.pieces[-1][1]) + 1)


def _without_bar(text: str, piece: Span) -> Span:
    return stripped(text, piece[0], piece[1] - 1) if text[piece[1] - 1] == "|" else piece


def _cut(turn: Turn, pieces: tuple[Span, ...]) -> Turn:
    """The turn with these pieces; a turn of which nothing would be left stays as it is."""
    kept = tuple(piece for piece in pieces if piece[0] < piece[1])
    return replace(turn, pieces=kept) if kept and kept != turn.pieces else turn


#: A time that a program put before every line of a page, and never moved on.
_SAME_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?[ \t]+")


def without_marks(text: str, start: int, end: int) -> Span:
    """The span without a quotation mark that opens it or ends it, and has no partner inside: somebody quotes this testimony."""
    start, end = stripped(text, start, end)
    marks = [text[place] for place in range(start, end) if text[place] in QUOTED + CLOSED]
    if not marks or len(marks) % 2 == 0:
        return start, end
    if marks[0] in QUOTED and text[start] == marks[0]:
        return start + 1, end
    return start, (end - 1 if text[end - 1] in CLOSED else end)


def bullet_of(text: str, places: Sequence[int]) -> str:
    """The bullet and the space behind it that stand before nearly every label: all lines of such a page have it, "" for none."""
    opened = [text[text.rfind("\n", 0, place) + 1 : place] for place in places[:2]]
    if len(opened) > 1 and opened[0] == opened[1] and _SAME_CLOCK.fullmatch(opened[0]):
        again = sum(text.endswith(opened[0], 0, place) for place in places)
        return opened[0] if again >= 0.8 * len(places) else ""  # a clock that stands still
    bullets = [text[place - 2 : place] if place > 1 and text[place - 2] in BULLETS else "" for place in places]
    marked = [bullet for bullet in bullets if bullet[1:] == " "]
    alike = len(marked) >= 0.8 * len(places) and len(set(marked)) == 1
    return marked[0] if marked and alike else ""
