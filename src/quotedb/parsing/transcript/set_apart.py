"""What a document sets apart from its speech: headings, running heads, pull quotes, footnotes, stage directions in italics.

Each rule looks over the whole document for lines of one kind and answers with the blocks that are, and why. Blocks that
begin with a label are never among them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.said import is_title
from quotedb.parsing.zones.lines import CLOSERS, in_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block

#: So large a share of the paragraphs may be wholly in italics where these are stage directions.
ITALICS = 0.2
#: No more quoted paragraphs are looked for, so that time stays linear; none is longer (characters).
MOST_QUOTED, LONGEST_QUOTED = 30, 350
#: A running head comes back so often, with so many words, and is no longer (characters); who signs is no longer either.
RUNS, FEWEST_WORDS, LONGEST_HEAD, LONGEST_NAME = 3, 3, 80, 60

#: Headings in capitals have so many words at least, and are so small a share of all paragraphs.
FEWEST_CAPITALS, CAPITALS = 3, 0.2
_BRACKETED = re.compile(r"\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])\.?\Z")

#: Where so many turns end, and so large a share of them in an end mark, a line without one above a label is none of them.
FEWEST_ENDS, ENDS = 4, 0.75
_CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3][^\n。．.？?！!…：:，,、」』”]{1,38}")
#: So many lines of the document's own stand above the heading of its first part.
BELOW_TITLE = 2
#: The hour behind a heading: `VOTES AND PROCEEDINGS 2:41 p.m.`
_TIMED = re.compile(r"\s+\d{1,2}[:.]\d{2}\s?[ap]\.?m\.?\Z", re.IGNORECASE)
#: So many lines behind a dash are the record's habit.
FEWEST_TOLD = 3
_DASHES = "–—-"
_TOLD = re.compile(rf"[{_DASHES}]\s?[^\W\d_a-zß-öø-ÿ].*[.)]\Z", re.DOTALL)
_ITALIC = re.compile(r"(?:\*(?=[^\s*])[^*]{3,200}[^\s*]\*|_(?=[^\s_])[^_]{3,200}[^\s_]_|<(em|i)>[^<>]{3,200}</\1>)\Z")
_QUOTED = re.compile(r"(?:[“\"„«][^“\"„«»]{12,}[”\"“»][.]?|>\s?[^>\n]{12,})\Z")
_SIGNED = re.compile(r"[-—–]{1,2}\s?(?=[^\W\d_a-zß-öø-ÿ])")
_FOOTNOTE = re.compile(r"(\d{1,2})\s+[^\W\d_a-zß-öø-ÿ]")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+[^\W\d_a-zß-öø-ÿ]")

#: The number of a page; one far from the words of its head, before or behind them.
_NUMBER = re.compile(r"[-–—]?\s?\d{1,4}\s?[-–—]?\Z")
_PAGE_HEAD = re.compile(r"(?:\S.{2,70}?[ \t]{6,}\d{1,4}|\d{1,4}[ \t]{6,}\S.{2,70})\Z")
_WIDE = re.compile(r"\S.{2,70}?[ \t]{6,}\S.{0,30}\Z")
#: What stands above a page's number if it stands in the middle of a sentence: no end mark, or a word that was broken.
_STILL_OPEN = re.compile(r"(?:[^\s.?!…:;\"”»’')\]。？！—–-]|[a-zß-öø-ÿ]-)\Z")
#: The reason for both.
PAGE = "the number or the head of a page, in the middle of what is said"

Reasons = dict[int, str]


def set_apart(text: str, blocks: Sequence[Block], labelled: Sequence[bool]) -> Reasons:
    """The blocks that are set apart, by their number, with the reason; `labelled` says which begin with a label."""
    found: Reasons = {}
    free = [at for at, has in enumerate(labelled) if not has]
    for rule in (
        _italics,
        _pull_quotes,
        _headings,
        _numbers,
        _running_heads,
        _pages,
        _tables,
        _boxes,
        _capitals,
        _caseless,
        _dashed,
    ):
        found |= rule(text, blocks, free, labelled)
    return found


def _line(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _headings(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """Short lines like those that stand right above a label elsewhere; the document's first lines are its title and say nothing."""
    first = next((at for at, has in enumerate(labelled) if has), len(blocks))
    likely = [at for at in free if at > first and blocks[at].zone is Zone.HEADING]
    above = {_look(text, blocks[at]) for at in likely if at + 1 < len(blocks) and labelled[at + 1]}
    found = {at: "a heading like those above labels" for at in likely if _look(text, blocks[at]) in above}
    opening = first - 1 if BELOW_TITLE < first < len(blocks) and blocks[first - 1].zone is Zone.HEADING else None
    if opening is not None and is_title(_line(text, blocks[opening])):
        found |= {
            at: "a heading like the one above the first label" for at in likely if is_title(_line(text, blocks[at]))
        }
    return found


def _capitals(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """A paragraph in capitals right above a label, where nobody speaks in capitals: `— ON THE LAMPS OF TERN: ARE THEY LIT?`

    So is one inside a turn that is a heading by its form: `COMMUNICATION FROM THE CHAIR`.
    """
    shouted = sum(in_capitals(_line(text, blocks[at])) for at in range(len(blocks)) if blocks[at].zone is Zone.BODY)
    if shouted > CAPITALS * len(blocks):
        return {}
    found: Reasons = {}
    for at in reversed(free):
        short = blocks[at].end - blocks[at].start <= LONGEST_QUOTED
        above = at + 1 < len(blocks) and (labelled[at + 1] or at + 1 in found or blocks[at + 1].zone is Zone.FURNITURE)
        inside = blocks[at].zone is Zone.HEADING and 0 < at < len(blocks) - 1
        line = _TIMED.sub("", _BRACKETED.sub("", _line(text, blocks[at]))) if short and (above or inside) else ""
        if in_capitals(line) and len(line.split()) >= FEWEST_CAPITALS:
            found[at] = "a heading in capitals above a label" if above else "a heading in capitals"
    return found


def _caseless(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """A short line without an end mark right above a label, in a script without capitals, where all that is said ends in one."""
    above = [at for at in free if 0 < at < len(blocks) - 1 and labelled[at + 1] and blocks[at].zone is Zone.BODY]
    likely = [at for at in above if _CASELESS.fullmatch(_line(text, blocks[at]).strip())]
    ends = [
        text[blocks[at - 1].end - 1] in CLOSERS for at in range(1, len(blocks)) if labelled[at] and at - 1 not in likely
    ]
    if len(ends) < FEWEST_ENDS or sum(ends) < ENDS * len(ends):
        return {}
    return dict.fromkeys(likely, "a heading without an end mark, above a label")


def _dashed(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """What the record tells between the words, a dash before each line: `– Se practica la votación.`

    Lines of a list stand below each other; these stand alone, some of them right above a label.
    """
    short = (at for at in free if blocks[at].end - blocks[at].start <= LONGEST_QUOTED)
    dashed = {at for at in short if text[blocks[at].start] in _DASHES and _TOLD.match(_line(text, blocks[at]))}
    alone = [at for at in sorted(dashed) if at - 1 not in dashed and at + 1 not in dashed]
    above = sum(at + 1 < len(labelled) and labelled[at + 1] for at in alone)
    enough = len(alone) >= FEWEST_TOLD and len(alone) >= 0.5 * len(dashed) and above * 3 >= len(alone)
    return dict.fromkeys(dashed if enough else [], "what the record tells, behind a dash")


def _look(text: str, block: Block) -> tuple[bool, bool]:
    """How a heading is set: in capitals, in a few words."""
    line = _line(text, block)
    return in_capitals(line), len(line.split()) <= 4


def _numbers(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """Headings and footnotes that count up, with speech between them: `4. The clock` above a label, `2 See the letter.`"""
    found: Reasons = {}
    for pattern, heads in ((_NUMBERED, True), (_FOOTNOTE, False)):
        counted = []
        for at in free:
            match = pattern.match(text, blocks[at].start, min(blocks[at].end, blocks[at].start + 8))
            ends = text[blocks[at].end - 1] in CLOSERS
            above = at + 1 < len(blocks) and labelled[at + 1]
            if (
                match
                and ends is not heads
                and (above or not heads)
                and blocks[at].end - blocks[at].start <= LONGEST_QUOTED
            ):
                counted.append((at, int(match[1])))
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(counted)]
        if steps and all(blocks_on > 1 and 1 <= more <= 3 for blocks_on, more in steps):
            found |= {at: "a numbered heading" if heads else "a footnote" for at, _ in counted}
    return found


def _running_heads(text: str, blocks: Sequence[Block], free: Sequence[int], _labelled: Sequence[bool]) -> Reasons:
    """A short line without an end that stands in mid-sentence again and again: the head of a page."""
    lines = {
        at: _line(text, blocks[at])
        for at in free
        if at and blocks[at].end - blocks[at].start <= LONGEST_HEAD and text[blocks[at].end - 1] not in CLOSERS
    }
    times = Counter(line for at, line in lines.items() if is_in_mid_sentence(text, blocks, at))
    return {
        at: f"a running head, {times[line]} times"
        for at, line in lines.items()
        if times[line] >= RUNS and len(line.split()) >= FEWEST_WORDS
    }


def is_in_mid_sentence(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether the sentence before a block goes on behind it."""
    return at + 1 < len(blocks) and text[blocks[at - 1].end - 1] not in CLOSERS and text[blocks[at + 1].start].islower()


def _pages(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """A page's number or head in mid-sentence, or between a label and its words; once is enough there.

    Beside a page's number stands the page's head, if it has a gap: `Inquiry into the Lamps            4 May`.
    """
    found: Reasons = {}
    unlabelled = set(free)
    for at in free:
        line = _line(text, blocks[at])
        if not at or len(line) > LONGEST_HEAD or not (_NUMBER.match(line) or _PAGE_HEAD.match(line)):
            continue
        above = text[max(blocks[at - 1].start, blocks[at - 1].end - 2) : blocks[at - 1].end]
        empty = labelled[at - 1] and above.endswith((":", "*")) and at + 1 in unlabelled
        if at + 1 < len(blocks) and (at - 1 in found or _STILL_OPEN.search(above) or empty):
            found[at] = PAGE
    for at in list(found):
        for beside in (at - 1, at + 1):
            if beside in unlabelled and _WIDE.match(_line(text, blocks[beside])[: 2 * LONGEST_HEAD]):
                found[beside] = PAGE
    return found


def _tables(text: str, blocks: Sequence[Block], free: Sequence[int], labelled: Sequence[bool]) -> Reasons:
    """Rows of a table between turns that are no rows themselves: `| Year | Boats |`."""
    if any(has and text[block.start] == "|" for block, has in zip(blocks, labelled, strict=True)):
        return {}
    rows = [
        at
        for at in free
        if text[blocks[at].start] == "|" == text[blocks[at].end - 1] and _line(text, blocks[at]).count("|") > 2
    ]
    return dict.fromkeys(rows, "a row of a table")


def _boxes(_text: str, blocks: Sequence[Block], free: Sequence[int], _labelled: Sequence[bool]) -> Reasons:
    """The items of a list right below a heading that was marked as one: a box of facts between two turns."""
    found: Reasons = {}
    for at in free:
        above = blocks[at - 1] if at else None
        marked = above is not None and above.zone is Zone.HEADING and above.reason == "marked as a heading"
        if blocks[at].zone is Zone.LIST and (marked or at - 1 in found):
            found[at] = "an item of a list below a heading"
    return found


def _italics(text: str, blocks: Sequence[Block], free: Sequence[int], _labelled: Sequence[bool]) -> Reasons:
    """The paragraphs wholly in italics, where these are few: `*The lights go out.*`."""
    body = sum(block.zone is Zone.BODY for block in blocks)
    found = [
        at
        for at in free
        if blocks[at].zone is Zone.BODY and text[blocks[at].start] in "*_<" and _ITALIC.match(_line(text, blocks[at]))
    ]
    return dict.fromkeys(found if len(found) <= ITALICS * body else [], "wholly in italics, as few others are")


def _pull_quotes(text: str, blocks: Sequence[Block], free: Sequence[int], _labelled: Sequence[bool]) -> Reasons:
    """The paragraphs wholly in quotation marks whose words somebody says elsewhere, with who is named below.

    `“I was asleep, to be honest.”` and below it `— Ana Velt`.
    """
    quoted = {
        at: " ".join(_line(text, blocks[at]).strip("“”\"„«»>. ").casefold().split())
        for at in free
        if text[blocks[at].start] in "“\"„«>" and blocks[at].end - blocks[at].start <= LONGEST_QUOTED
        and _QUOTED.match(_line(text, blocks[at]))
    }  # fmt: skip
    if not quoted:
        return {}
    spoken = "\n".join(
        " ".join(_line(text, block).casefold().split()) for at, block in enumerate(blocks) if at not in quoted
    )
    found = {at for at, words in list(quoted.items())[:MOST_QUOTED] if words in spoken}
    signed = {at + 1 for at in found.intersection(one - 1 for one in free) if _is_signed(_line(text, blocks[at + 1]))}
    return dict.fromkeys(found | signed, "a pull quote: somebody says these words elsewhere")


def _is_signed(line: str) -> bool:
    return len(line) <= LONGEST_NAME and bool(_SIGNED.match(line)) and line[-1] not in ".?!"
