"""Where one printed page ends and the next begins: page marks, and the heads that run over every page.

They are looked for line by line, before lines are joined to paragraphs, since they stand in mid-sentence.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.zones.lines import are_numbered, is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from quotedb.parsing.zones.kinds import Found
    from quotedb.parsing.zones.lines import Line

#: How far from a page mark a running head may stand (lines), and how often marks and heads must come.
REACH, RUNS = 2, 3
#: A line that stands elsewhere as well, in so large a share of its places, is no head: a label, a rating, a short answer.
ELSEWHERE = 0.25
#: No page mark and no running head is longer (characters).
LONGEST_MARK, LONGEST_HEAD = 40, 160
#: A line that comes back beside two page marks is a title if it is no shorter (characters).
SHORTEST_TITLE = 20

_PAGE_MARK = re.compile(
    r"(?:\[\[?\s*(?:page|seite)\s+\w{1,8}\s*\]?\]|(?:page|seite|p\.)\s*\d{1,5}(?:\s*(?:of|von|/)\s*\d{1,5})?"
    r"|(?:\d{1,2}\s\w{3,9}\s\d{4}\s?:\s)?(?:column|spalte)\s\d{1,5}[a-z]{0,3}|\{\w{1,12}\}\s*\d{0,6}|[-–—]?\s*\d{1,5}\s*(?:of|von|de|di|sur|/)\s*\d{1,5}\s*[-–—]?|[-–—]\s*\d{1,5}\s*[-–—]|\d{1,4})\.?\Z",
    re.IGNORECASE,
)
_PAGE_INSIDE = re.compile(
    r"\b(?:page|seite|p[áa]g(?:ina)?\.?|pg\.|str\.)\s{0,3}(\d{1,4})(?:\s{1,3}(?:of|von|de|di|sur|/)\s{1,3}\d{1,4})?|\s{4}(\d{1,4})\Z|(?<![^\n])(\d{1,4})(?:/\d{1,4})?\s{4}",
    re.IGNORECASE,
)
#: What it looks for in any line but for the figures: most lines hold none of these.
_PAGE_WORDS, _GAP = ("page", "seite", "pag", "pág", "pg.", "str."), re.compile(r"\s{4}")
#: `Page 1 of 2` at the end of a line, far from the words or behind a mark: two of these are enough.
_PAGE_OF = re.compile(
    r"(?:\s{3}|\s[-–—|·,]\s(?=[^\W\d]))\S{1,7}\s{1,3}\d{1,4}(?:\s{1,3}(?:of|von|de|di|sur|/)\s{1,3}\d{1,4})?\Z",
    re.IGNORECASE,
)
#: `4 DE JUNHO DE 2031                19`: capitals, and far from them the page's number.
_WIDE_HEAD = re.compile(r"(?=\S+ \S+ \S)[^\sa-zß-öø-ÿ.?!:][^a-zß-öø-ÿ.?!:\n]{11,80}?\S[ \t]{8,}\d{1,4}\Z")
_YEAR, _CENTURIES = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"), ("19", "20")
#: A clock beside the year is that of a message. A line of a head with a date is no longer (characters), no more lines
#: stand above or below it, and so large a share of the dates has them.
_CLOCK = re.compile(r"\d:\d\d")
LONGEST_DATED, TALLEST, AGAIN = 60, 4, 0.6
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
_FIRST = frozenset("0123456789[{-–—pPsScC(")


def page_lines(text: str, lines: Sequence[Line]) -> dict[int, Found]:
    """The lines that belong to the printed page, by their number."""
    marks = [number for number, line in enumerate(lines) if _is_mark(text, line)]
    bare = [number for number in marks if text[lines[number].start : lines[number].end].strip(".").isdigit()]
    if bare and not _counts_up(text, lines, bare):
        # a number alone may also be an answer, a year, a line of a table
        dropped = set(bare) - _beside_titles(text, lines, bare)
        marks = [number for number in marks if number not in dropped]
    found: dict[int, Found] = dict.fromkeys(marks, (Zone.FURNITURE, "page mark"))
    if are_numbered(text, lines):
        counted = [number for number, line in enumerate(lines) if is_counted(text, line)]
        for number in set(range(counted[0], counted[-1])).difference(counted):
            found.setdefault(number, (Zone.FURNITURE, "a line without a number, where lines are numbered"))
    for number, line in enumerate(lines):
        far = text[line.end - 1].isdigit() and line.end - line.start <= LONGEST_HEAD
        if far and _WIDE_HEAD.match(text, line.start, line.end):
            found.setdefault(number, (Zone.FURNITURE, "the head of a page: capitals, and a number far from them"))
    for number in _numbered_heads(text, lines):
        found[number] = (Zone.FURNITURE, "running head with the page's number")
    for number, times in _heads(text, lines, found).items():
        found[number] = (Zone.FURNITURE, f"running head, {times} times")
    for number in _dated_heads(text, lines, found):
        found[number] = (Zone.FURNITURE, "running head: lines that come back together, with a date")
    return found


def _is_mark(text: str, line: Line) -> bool:
    start, end = line.start, line.end
    return text[start] in _FIRST and end - start <= LONGEST_MARK and bool(_PAGE_MARK.match(text[start:end]))


def _numbered_heads(text: str, lines: Sequence[Line]) -> list[int]:
    """Lines that are alike but for the page's number, which counts up: `Hearing of 4 June      Page 12`."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.end - line.start <= LONGEST_HEAD and _may_hold_a_page(text[line.start : line.end]):
            found = _PAGE_INSIDE.search(text, line.start, line.end)
            if found:
                digits = found[1] or found[2] or found[3]
                form = text[line.start : found.start()] + text[found.end() : line.end]
                groups[_DIGITS.sub("0", _SPACES.sub(" ", form))].append((number, int(digits)))
    return [
        number
        for form, group in groups.items()
        if form.strip()
        and len(group)
        >= (RUNS if _PAGE_OF.search(text, lines[group[0][0]].start, lines[group[0][0]].end) is None else 2)
        and all(0 < after[1] - before[1] <= 3 for before, after in itertools.pairwise(group))
        for number, _ in group
    ]


def _may_hold_a_page(line: str) -> bool:
    """Whether a line has figures, and beside them a gap or one of the words for a page: hardly any has."""
    if not _DIGITS.search(line):
        return False
    low = line.lower()
    return any(word in low for word in _PAGE_WORDS) or _GAP.search(line) is not None


def _counts_up(text: str, lines: Sequence[Line], bare: Sequence[int]) -> bool:
    numbers = [int(text[lines[number].start : lines[number].end].strip(".")) for number in bare]
    rising = sum(0 < after - before <= 3 for before, after in itertools.pairwise(numbers))
    return len(bare) >= RUNS and rising >= 0.8 * (len(bare) - 1)


def _beside_titles(text: str, lines: Sequence[Line], bare: Sequence[int]) -> set[int]:
    """Those of a few numbers that stand beside the same title, or beside that of the document: pages of a short text."""
    titles: dict[str, set[int]] = defaultdict(set)
    for number in bare:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(lines) and SHORTEST_TITLE <= lines[beside].end - lines[beside].start <= LONGEST_HEAD:
                titles[_form(text, lines[beside]).casefold()].add(number)
    first = _form(text, lines[0]).casefold()
    return {
        number
        for title, found in titles.items()
        if _is_title(title) and (len(found) > 1 or title == first)
        for number in found
    }


def _heads(text: str, lines: Sequence[Line], marks: dict[int, Found]) -> dict[int, int]:
    """Lines that come back beside page marks, numbers aside, with how often they do."""
    places: dict[str, set[int]] = defaultdict(set)
    for mark in marks:
        for number in range(max(0, mark - REACH), min(len(lines), mark + REACH + 1)):
            line = lines[number]
            if number not in marks and line.end - line.start <= LONGEST_HEAD:
                places[_form(text, line)].add(number)
    enough = max(RUNS, 0.3 * len(marks))  # fewer are chance: a short answer that falls on a page's first line
    often = {
        form: found
        for form, found in places.items()
        if len(found) >= (enough if len(marks) > RUNS or not _is_title(form) else RUNS - 1)
    }
    elsewhere = _elsewhere(text, lines, often)
    return {
        number: len(found)
        for form, found in often.items()
        if elsewhere[form] <= max(1, ELSEWHERE * len(found))  # once it may be the title
        for number in found
    }


def _dated_heads(text: str, lines: Sequence[Line], marks: Mapping[int, Found]) -> list[int]:
    """Lines that come back word for word, one below the other, around one with a year: `DRAFT`, `COUNCIL`, `4 May 2031 Take: 2`.

    Whoever prints a record in takes sets the same head above each. They are looked for from the lines with a year, of which
    few texts have the same more than once.
    """
    dated: dict[str, list[int]] = defaultdict(list)
    starts = [line.start for line in lines]
    for number in {max(0, bisect_right(starts, place) - 1) for place in _years(text)}:
        line = lines[number]
        short = line.end - line.start <= LONGEST_DATED and number not in marks
        if short and not _CLOCK.search(text, line.start, line.end):
            dated[text[line.start : line.end]].append(number)
    found: set[int] = set()
    for places in dated.values():
        if len(places) < RUNS:
            continue
        places.sort()
        above_and_below: set[int] = set()
        for step in (-1, 1):
            reach = step
            while abs(reach) <= TALLEST:
                beside = Counter(_line(text, lines, at + reach) for at in places)
                form, times = beside.most_common(1)[0]
                if times < max(RUNS, AGAIN * len(places)) or not form or form[-1] in ".?!,;:…":
                    break
                above_and_below.update(at + reach for at in places if _line(text, lines, at + reach) == form)
                reach += step
        if above_and_below:
            found.update(places, above_and_below)
            found.update(list(_running_names(text, lines, places, found)))
    return sorted(found)


def _years(text: str) -> Iterator[int]:
    """Where a year stands; `find` is several times as fast as a pattern that tries every character."""
    for century in _CENTURIES:
        place = text.find(century)
        while place >= 0:
            if _YEAR.match(text, place):
                yield place
            place = text.find(century, place + 1)


def _running_names(text: str, lines: Sequence[Line], dated: Sequence[int], heads: Set[int]) -> Iterator[int]:
    """The lines right above and below such heads that are labels elsewhere: who is speaking, and who speaks next."""
    labels = {text[line.start : colon] for line in lines if (colon := text.find(":", line.start, line.end)) >= 0}
    for number in dated:
        for step in (-1, 1):
            at = number + step
            while at in heads:
                at += step
            if _line(text, lines, at) in labels:
                yield at


def _line(text: str, lines: Sequence[Line], number: int) -> str:
    """A short line as it is printed, "" where there is none."""
    line = lines[number] if 0 <= number < len(lines) else None
    return text[line.start : line.end] if line is not None and line.end - line.start <= LONGEST_DATED else ""


def _elsewhere(text: str, lines: Sequence[Line], heads: Mapping[str, Set[int]]) -> Counter[str]:
    """How often lines stand away from page marks that also stand beside some: labels, ratings of turns, short answers."""
    firsts = {form[0] for form in heads}
    firsts |= set("0123456789") if "0" in firsts else set()
    longest = 2 * max(map(len, heads), default=0)
    found: Counter[str] = Counter()
    for number, line in enumerate(lines):
        if text[line.start] in firsts and line.end - line.start <= longest:
            form = _form(text, line)
            found[form] += form in heads and number not in heads[form]
    return found


def _form(text: str, line: Line) -> str:
    """A line without what changes from page to page: its numbers and how wide its gaps are."""
    return _DIGITS.sub("0", _SPACES.sub(" ", text[line.start : line.end]))


def _is_title(line: str) -> bool:
    """Whether a line is the title of a document, and no short answer: two of them beside page marks are enough."""
    return len(line) >= SHORTEST_TITLE and line[-1] not in ".?!,;:"
