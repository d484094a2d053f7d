"""The lines of printed pages, without what belongs to the page and not to the text: running heads, feet, numbers."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_EDGE = 4  # lines at the top and at the bottom of a page that may be furniture
_SHARE = 0.3  # of the pages must show a line for it to be a running head: left and right pages may differ
_LONGEST = 160  # characters; a longer line that comes back is text
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,8}\Z")
_NUMBERED = re.compile(r"(\d{1,2})(?:\s+(?=\S)|\Z)")
_ANSWER = re.compile(r"[QA][.:]?\s")  # "A.  Yes." comes back, but is somebody's
_HEAD_GAP = re.compile(r"\A(\S.{0,39}?) {3,}(?=\S)")
_PRINTED = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_INVISIBLE = dict.fromkeys([*range(9), *range(11, 32), 0x7F, 0x200B, 0x2060, 0xFEFF]) | {0xA0: " ", 0x09: " "}


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that is not blank, as it stands on the page."""

    text: str  #: runs of spaces as one, a gap behind a label as two
    indent: int  #: columns before it
    width: int  #: columns to its last character
    blanks: int  #: blank lines before it on its page


def lines_of_page(laid_out: str) -> list[PageLine]:
    """The lines of a page whose text is laid out with spaces and blank lines, as a typewriter would."""
    found: list[PageLine] = []
    blanks = 0
    for raw in laid_out.translate(_PRINTED | _INVISIBLE).split("\n"):
        text = raw.strip()
        if text:
            gap = _HEAD_GAP.match(text)
            folded = " ".join(text.split())
            if gap:  # a label set off by white space stays set off
                folded = f"{' '.join(gap[1].split())}  {' '.join(text[gap.end() :].split())}"
            found.append(PageLine(folded, len(raw) - len(raw.lstrip()), len(raw.rstrip()), blanks))
            blanks = 0
        else:
            blanks += 1
    return found


def without_furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The pages without the lines at their edges that come back on others, figures aside.

    From the edge inward, up to a gap that is wider than those between lines; without such a gap one line at most. What
    stands behind a line of text is text.
    """
    filled = sum(bool(page) for page in pages)
    if filled < 2:
        return [list(_without_its_number(page)) for page in pages]
    enough = max(2, math.ceil(_SHARE * filled))
    heads = Counter(key for page in pages for key in {_key(line) for line in page[:_EDGE]})
    feet = Counter(key for page in pages for key in {_key(line) for line in page[-_EDGE:]})
    inner = Counter(_key(line) for page in pages for line in page[_EDGE:-_EDGE])
    for counts in (heads, feet):  # a name that opens turns everywhere also falls on a page's first line
        for key in [key for key, times in counts.items() if inner[key] >= times]:
            del counts[key]
    gap = usual_blanks(pages) + 1
    return [_trimmed(page, heads, feet, enough, gap) for page in pages]


def _without_its_number(page: Sequence[PageLine]) -> Sequence[PageLine]:
    """A page that stands alone without the number at its foot, apart from all that is printed on it."""
    last = page[-1] if len(page) > _EDGE else None
    apart = last is not None and _key(last) == "0" and last.blanks > max(line.blanks for line in page[1:-1])
    return page[:-1] if apart else page


def usual_blanks(pages: Sequence[Sequence[PageLine]]) -> int:
    """Blank lines between the lines of one paragraph: 0, or more where the document is double-spaced."""
    gaps = Counter(line.blanks for page in pages for line in page[1:])
    if not gaps or gaps[0] >= 0.2 * gaps.total():  # short paragraphs apart look double-spaced, too
        return 0
    return gaps.most_common(1)[0][0]


def _trimmed(
    page: Sequence[PageLine], heads: Counter[str], feet: Counter[str], enough: int, gap: int
) -> list[PageLine]:
    first, last = 0, len(page)
    while first < min(_EDGE, last) and _is_furniture(page[first], heads, enough):
        first += 1
    while first > 1 and first < last and page[first].blanks < gap:
        first -= 1
    while last > max(first, len(page) - _EDGE) and _is_furniture(page[last - 1], feet, enough):
        last -= 1
    while last < len(page) - 1 and last > first and page[last].blanks < gap:
        last += 1
    kept = list(page[first:last])
    if kept and first:
        kept[0] = replace(kept[0], blanks=0)
    return kept


def _is_furniture(line: PageLine, counts: Counter[str], enough: int) -> bool:
    if len(line.text) > _LONGEST or line.text.endswith(":") or _ANSWER.match(line.text):
        return False
    return counts[_key(line)] >= enough


def _key(line: PageLine) -> str:
    """What a line is without its figures; a number alone, be it Roman, is a page number."""
    text = " ".join(line.text.casefold().split())
    return "0" if _ROMAN.match(text) else _DIGITS.sub("0", text)


def without_numbers(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The pages without the numbers that count their lines, as in depositions and court transcripts."""
    filled = [page for page in pages if page]
    counted = sum(_counts(page) for page in filled)
    if not filled or counted < 0.6 * len(filled):
        return [list(page) for page in pages]
    return [list(_uncounted(page)) if _counts(page) else list(page) for page in pages]


def _counts(page: Sequence[PageLine]) -> bool:
    """Whether nearly all lines begin with a number, and each number is one more than that before it."""
    numbers = [int(found[1]) for line in page if (found := _NUMBERED.match(line.text))]
    rising = sum(after - before == 1 for before, after in itertools.pairwise(numbers))
    return len(numbers) >= 8 and len(numbers) >= 0.8 * len(page) and rising >= 0.9 * (len(numbers) - 1)


def _uncounted(page: Sequence[PageLine]) -> Iterator[PageLine]:
    """The gap behind the number is the line's own indent; a number alone numbers a blank line."""
    blanks = 0
    for line in page:
        found = _NUMBERED.match(line.text)
        text = line.text[found.end() :] if found else line.text
        if not text:
            blanks += 1
            continue
        indent = line.width - len(text) if found else line.indent
        yield PageLine(text, max(0, indent), line.width, line.blanks + blanks)
        blanks = 0
