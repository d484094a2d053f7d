"""Quotation marks to spans: which characters open, which close, and what stands between the outer ones.

Marks are paired inside one paragraph. The shape of the mark says what it is where it can (“ opens, ” closes), its place
decides where it cannot (a straight mark after a space opens). A mark that nothing closes ends with its paragraph, so
that a stray one never swallows the rest of the document. Quotations inside quotations belong to the outer one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from quotedb.models import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.shapes import Block, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between an outer pair of marks: ``text[start:end]``, without white space at the edges.

    `outer` takes the marks in. `closed` is False where the paragraph ended first; `continues` is True where it opens
    again what the paragraph before left open.
    """

    start: int
    end: int
    outer: Span
    block: int  #: index of the block it stands in
    single: bool = False
    closed: bool = True
    continues: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    opens: bool


_DOUBLE = "double"
_FAMILIES = {
    "“": (_DOUBLE, True), "”": (_DOUBLE, False), "„": (_DOUBLE, True), "‟": (_DOUBLE, True), '"': (_DOUBLE, None),
    "&quot;": (_DOUBLE, None), "&ldquo;": (_DOUBLE, True), "&rdquo;": (_DOUBLE, False), ",,": (_DOUBLE, True),
    "''": (_DOUBLE, None), "``": (_DOUBLE, True), "‘‘": (_DOUBLE, True), "’’": (_DOUBLE, False), "＂": (_DOUBLE, None),
    "«": ("guillemet", None), "»": ("guillemet", None), "‹": ("guillemet", None), "›": ("guillemet", None),
    "「": ("corner", True), "」": ("corner", False), "『": ("corner", True), "』": ("corner", False),
}  # fmt: skip
#: Both begin with the characters themselves and look back later: what a search can skip to takes a fifth of the time.
_MARK = re.compile(r"''|``|‘‘|’’|“|”|„|‟|\"|＂|«|»|‹|›|「|」|『|』|&(?:quot|[lr]dquo);|,(?<![\w,],),(?=\w)")
_SINGLE_OPEN = re.compile(r"[‘'‚‛](?<![\w'’].)(?:(?=[^\W_]|[\[$£€…])|(?<=‘)(?=’[^\W_]))")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])['’‘](?![^\W_])")
_WORD_AHEAD = re.compile(r"[\w’']+")
_STOPS = ",.?!…"
_DASHES = ("—", "–", "―", "--")
#: `— Ana Orlan (@orlan) May 14, 2024` below the words of a post.
_SIGNED_POST = re.compile(r"(?:[—–―]|--)\s?[^\n(]{2,60}\(@\w{1,30}\)")
_BEFORE_OPENING = " \t\n\u00a0([{-–—―/:=<>"
_AFTER_CLOSING = " \t\n\u00a0)]},.;:!?-–—―…/<>"


def find_marked(text: str, blocks: Sequence[Block], lex: Lexicon) -> tuple[list[Marked], list[Problem]]:
    """Everything between outer quotation marks in these blocks, in the order of the text, and the marks left open."""
    elisions = lex.words("quotes.elisions")
    found: list[Marked] = []
    problems: list[Problem] = []
    left_open: Marked | None = None
    for index, block in enumerate(blocks):
        pairs, stray = _pair(_marks(text, block), text, block, index)
        if pairs and not pairs[-1].closed:
            pairs[-1] = _up_to_attribution(text, pairs[-1], _attributed(lex))
        following = text[blocks[index + 1].start] if index + 1 < len(blocks) else ""
        pairs = _with_singles(text, block, index, pairs, elisions)
        pairs = _with_open_single(text, block, index, pairs, following)
        if index + 1 < len(blocks) and text.startswith(_DASHES, blocks[index + 1].start):
            pairs = _as_posted(text, block, index, pairs, blocks[index + 1])
        if left_open is not None and pairs and pairs[0].outer[0] == block.start:
            pairs[0] = replace(pairs[0], continues=True)
        elif left_open is not None:
            problems.append(_unclosed(left_open.outer[0]))
        left_open = pairs[-1] if pairs and not pairs[-1].closed else None
        if left_open is not None and left_open.outer[1] < block.end:
            problems.append(_unclosed(left_open.outer[0]))
            left_open = None
        problems.extend(_unclosed(place) for place in stray)
        found.extend(pairs)
    if left_open is not None:
        problems.append(_unclosed(left_open.outer[0]))
    return found, sorted(problems, key=lambda problem: problem.start_char or 0)


@functools.cache
def _attributed(lex: Lexicon) -> re.Pattern[str]:
    """A comma that an attribution follows and ends a sentence with: `, said Ana Orlan.`, `, she said.`"""
    said = "|".join(map(re.escape, sorted(lex.words("quotes.plainest")))) or "(?!)"
    who = "|".join(map(re.escape, sorted(lex.words("quotes.linking.subject")))) or "(?!)"
    name = r"[^\W\d_a-zß-öø-ÿ][\w’'-]+"
    inverted = rf"(?:{said}) (?:{name} ){{0,3}}{name}(?=[,.;])"
    return re.compile(rf"(?<=[,?!]) (?:{inverted}|(?:{who}|{name}(?: {name})?) (?:{said})\.(?=\s|\Z))")


def _up_to_attribution(text: str, pair: Marked, attributed: re.Pattern[str]) -> Marked:
    """Words that nothing closes, up to who said them: `"We counted twice, said Ana Orlan, the clerk.`"""
    found = attributed.search(text, pair.start, pair.end)
    if found is None:
        return pair
    return replace(pair, end=found.start(), outer=(pair.outer[0], found.start()))


def _as_posted(text: str, block: Block, index: int, pairs: list[Marked], below: Block) -> list[Marked]:
    """The whole block, where the line below it signs it as a post of another service; its own marks are inside."""
    if not _SIGNED_POST.match(text, below.start, below.end) or text[block.start] in _DASHES:
        return pairs
    outer = (block.start, block.end)
    if any(pair.outer == outer for pair in pairs):
        return pairs
    post = _trimmed(text, *outer, outer, index, closed=True)
    return pairs if post is None else [post]


def _unclosed(place: int) -> Problem:
    return Problem("unclosed-mark", "A quotation mark here has no partner in its paragraph.", place, place + 1)


def _marks(text: str, block: Block) -> list[_Mark]:
    """The double marks of a block, each taken for an opening or a closing one."""
    marks: list[_Mark] = []
    depth = 0
    skip_next = False
    for match in _MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if skip_next or before == "=":  # an attribute of some markup: it and its partner quote nothing
            skip_next = not skip_next
            continue
        family, opens = _FAMILIES[match.group()]
        like_opening = before in _BEFORE_OPENING and after not in " \t\n\u00a0.,;:!?)"
        like_closing = before not in " \t\n\u00a0([{" and after in _AFTER_CLOSING
        if depth == 0 and opens is None and before.isdigit() and match.group() in ('"', "''"):
            continue  # inches, seconds
        if (
            opens is None
            and before in "'’"
            and start > block.start + 1
            and text[start - 2].isalpha()
            and family != _DOUBLE
        ):
            opens = depth == 0  # d'« insulte »
        elif like_opening != like_closing:
            opens = like_opening
        elif opens is None:
            opens = depth == 0
        depth = depth + 1 if opens else max(0, depth - 1)
        marks.append(_Mark(start, end, family, opens))
    return marks


def _pair(marks: list[_Mark], text: str, block: Block, index: int) -> tuple[list[Marked], list[int]]:
    """Outer pairs, and the places of marks that found no partner."""
    pairs: list[Marked] = []
    stray: list[int] = []
    partners = _partners(marks)
    last = {mark.family: index for index, mark in enumerate(marks)}
    position = 0
    while position < len(marks):
        opening = marks[position]
        if not opening.opens:
            stray.append(opening.start)
            position += 1
            continue
        closing = partners.get(position)
        if closing is None and last[opening.family] > position:
            stray.append(opening.start)  # a whole pair follows: this one is the stray
            position += 1
            continue
        end = marks[closing].start if closing is not None else block.end
        outer_end = marks[closing].end if closing is not None else block.end
        pair = _trimmed(text, opening.end, end, (opening.start, outer_end), index, closing is not None)
        if pair is not None:
            pairs.append(pair)
        if closing is None:
            break
        position = closing + 1
    return pairs, stray


def _partners(marks: list[_Mark]) -> dict[int, int]:
    """For each opening mark the one that closes it, past whole pairs of its family inside."""
    open_marks: dict[str, list[int]] = {}
    partners: dict[int, int] = {}
    for index, mark in enumerate(marks):
        waiting = open_marks.setdefault(mark.family, [])
        if mark.opens:
            waiting.append(index)
        elif waiting:
            partners[waiting.pop()] = index
    return partners


def _trimmed(
    text: str, start: int, end: int, outer: Span, block: int, closed: bool, single: bool = False
) -> Marked | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(start, end, outer, block, single, closed) if start < end else None


def _with_singles(text: str, block: Block, index: int, pairs: list[Marked], elisions: frozenset[str]) -> list[Marked]:
    """The pairs of a block with those in single marks added; a pair inside single marks becomes part of them."""
    if "'" not in text[block.start : block.end] and "‘" not in text[block.start : block.end]:
        return pairs
    out: list[Marked] = []
    place = block.start
    for pair in [*pairs, None]:
        gap_end = pair.outer[0] if pair else block.end
        while (single := _single(text, place, gap_end, block, index, elisions)) is not None:
            out.append(single)
            place = single.outer[1]
            if place > gap_end:
                break
        if pair is not None and pair.outer[0] >= place:
            out.append(pair)
            place = pair.outer[1]
    return out


def _with_open_single(text: str, block: Block, index: int, pairs: list[Marked], following: str) -> list[Marked]:
    """With the single marks added that open here after a sentence's end and that the next block opens again."""
    if following not in ("‘", "'"):
        return pairs
    begin = pairs[-1].outer[1] if pairs else block.start
    for match in _SINGLE_OPEN.finditer(text, begin, block.end):
        before = text[max(block.start, match.start() - 2) : match.start()].strip()[-1:]
        if match.group() == following and before in ("", *".!?:,"):
            pair = _trimmed(text, match.end(), block.end, (match.start(), block.end), index, closed=False, single=True)
            return [*pairs, pair] if pair is not None else pairs
    return pairs


def _single(text: str, start: int, end: int, block: Block, index: int, elisions: frozenset[str]) -> Marked | None:
    """The first pair of single marks that opens in ``text[start:end]``, if it closes there or after a stop later on."""
    for match in _SINGLE_OPEN.finditer(text, start, end):
        word = _WORD_AHEAD.match(text, match.end(), block.end)
        if word is not None and (word.group().lower() in elisions or word.group()[0].isdigit()):
            continue
        closing = _single_close(text, match.end(), end, block)
        if closing is not None:
            outer = (match.start(), closing + 1)
            return _trimmed(text, match.end(), closing, outer, index, closed=True, single=True)
    return None


def _single_close(text: str, start: int, end: int, block: Block) -> int | None:
    """Where single marks close: after a stop if there is one (also past the gap), else at the first place that may."""
    first: int | None = None
    for match in _SINGLE_CLOSE.finditer(text, start, min(block.end, start + 1000)):
        place = match.start()
        if text[place - 1] in _STOPS or (text[place - 1] in '”"' and text[place - 2] in _STOPS):
            if first is not None and text[first - 1] not in "sS" and not _one_pair(text, start, first, place):
                return first
            return place if first is None or place < end else first
        if place < end and first is None:
            owner = text[place - 1] in "sS" and text[place + 1 : place + 2] not in ",.;:)]?!"
            if not owner and not _drops_a_letter(text, place):
                return place
            first = place
    return first


def _drops_a_letter(text: str, place: int) -> bool:
    """Whether an apostrophe may stand for the last letter of a word: "lookin' at us"."""
    return text[place - 2 : place].lower() == "in" and text[place + 1 : place + 2] == " "


def _one_pair(text: str, start: int, first: int, last: int) -> bool:
    """Whether nothing opens between two places where single marks may close: then the first is an apostrophe."""
    return not any(start < match.start() for match in _SINGLE_OPEN.finditer(text, first + 1, last))
