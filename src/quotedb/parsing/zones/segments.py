"""A document's blocks and their zones: what is running text, and what only stands on the page."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.lexicon.detection import lexicon_of
from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.zones.kinds import (
    LONGEST,
    Found,
    ZoneWords,
    is_bullet,
    names_a_section,
    plain,
    zone_of,
    zone_words,
)
from quotedb.parsing.zones.lines import CLOSERS, Line, in_capitals, layout_of, lines_of, paragraphs
from quotedb.parsing.zones.pages import page_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from quotedb.parsing.lexicon import Lexicon

Spans = list[tuple[int, int]]
Zones = list[Found | None]

#: A pull quote shares at least so many anchors with its source, and its last words.
PULL_ANCHORS, PULL_TAIL = 2, 6
#: A remark in brackets is no shorter (characters): a sound may be.
REMARK = 60
#: The hour at which a sitting goes on: `(11.25 am)`.
_CLOCK_ALONE = re.compile(r"[(\[]\d{1,2}[.:]\d{2} ?[ap]\.?m\.?[)\]]\Z")
#: A label at the head of two paragraphs that are alike is no longer (characters).
LONGEST_OPENING = 100
#: A line that stands apart from those round it is no longer (characters); a centred one begins so many columns further.
LONGEST_APART, CENTRED = 60, 6
#: A heading in capitals is no longer (characters), and one of a single word no shorter.
LONGEST_SHOUTED, SHORTEST_SHOUTED = 300, 10
#: A footer after "Leave a comment" is at most so long (characters).
LONGEST_FOOT = 2500
#: A chat has so many heads at least; what readers comment on is longer (characters).
CHATTING, COMMENTED = 8, 240

_FENCE = re.compile(r"(?:---|\+\+\+)\Z")
_QUOTING = re.compile(r"[“”„«»\"]|''|``")
_CLOSING = re.compile(r"[)\]]")
#: Words in quotation marks that are more than a title, as an item of a list may hold.
_QUOTED = re.compile(r"[“„«\"](?:[^“”„«»\"\s]+\s+){3,}[^“”„«»\"\s]+\s*[”“»\"]")
_TARGET = re.compile(r"\]\([^()\s]{1,200}\)")  #: where a link in Markdown leads
#: A heading in Markdown, or in a wiki.
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s|(?P<wiki>={2,6})\s?[^=\n]{1,120}(?P=wiki)[ \t]*(?:\n|\Z)")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)


def segment(text: str, lex: Lexicon, lines: Sequence[Line] | None = None) -> list[Block]:
    """The blocks of `text` in order, none overlapping, every character that is no white space in one of them.

    A block is a paragraph (its lines joined where the document wraps them by hand) with a zone and, in words, the
    reason for it. Where nothing speaks against it a block is BODY. `lines` are those of the text, where they are known.
    """
    lines = lines_of(text) if lines is None else lines
    if not lines:
        return []
    layout = layout_of(text, lines)
    words = zone_words(lex)
    apart_lines = page_lines(text, lines)
    pages = {lines[number].start: zone for number, zone in apart_lines.items()}
    front = _front_matter(text, lines)
    spans: Spans = [(lines[0].start, lines[front - 1].end)] if front else []
    apart = [True] * len(spans)
    alone = apart_lines.keys() | _set_apart(text, lines, words)
    for first, stop in _brackets_joined(text, lines, paragraphs(text, lines, layout, alone)):
        if first >= front:
            spans.append((lines[first].start, lines[stop - 1].end))
            apart.append(bool(lines[first].blanks) or first == 0)
    zones: Zones = [zone_of(text[start:end], words) if end - start <= LONGEST * 4 else None for start, end in spans]
    if front:
        zones[0] = (Zone.FURNITURE, "front matter")
    for at, (start, _) in enumerate(spans):
        zones[at] = pages.get(start, zones[at])
    _lists(text, spans, zones)
    _headings(text, spans, zones, apart, words)
    _questions(text, spans, zones, words)
    _comments(text, spans, zones, words)
    _foot(text, spans, zones, words)
    _pull_quotes(text, spans, zones)
    _cut_bracket(text, spans, zones)
    return [
        Block(start, end, *(zone or (Zone.BODY, "running text")))
        for (start, end), zone in zip(spans, zones, strict=True)
    ]


def _cut_bracket(text: str, spans: Spans, zones: Zones) -> None:
    """The remark of an editor with which a text breaks off: `[Journal note: the driver`, where others stand in brackets above."""
    if not spans or zones[-1] is not None:
        return
    last = text[spans[-1][0] : spans[-1][1]]
    opened = last[0] in "[(" and last.count(last[0]) > last.count(")" if last[0] == "(" else "]")
    if opened and any(
        zone is not None and zone[0] is Zone.STAGE and text[start] == last[0] and end - start >= REMARK
        for (start, end), zone in zip(spans, zones, strict=True)
    ):
        zones[-1] = (Zone.STAGE, "a remark in brackets that breaks off")


def _set_apart(text: str, lines: Sequence[Line], words: ZoneWords) -> set[int]:
    """The lines that are paragraphs by themselves in a record without blank lines: who asks from here on, centred capitals."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        if line.end - line.start > LONGEST_APART or text[line.start].islower():
            continue
        near = [lines[other].indent for other in (number - 1, number + 1) if 0 <= other < len(lines)]
        words_of = text[line.start : line.end]
        asks = words.asking.match(words_of)
        centred = in_capitals(words_of) and words_of[-1].isalpha() and near and line.indent >= min(near) + CENTRED
        if asks or _CLOCK_ALONE.match(words_of) or (centred and not _goes_on_in_capitals(text, lines, number)):
            found.add(number)
    return found


def _goes_on_in_capitals(text: str, lines: Sequence[Line], number: int) -> bool:
    """Whether the line above is the first half of a heading of two lines."""
    above = lines[number - 1] if number and not lines[number].blanks else None
    return above is not None and text[above.start : above.end].isupper() and above.indent >= CENTRED


def _front_matter(text: str, lines: Sequence[Line]) -> int:
    """How many lines at the start stand between two `---` lines and hold keys and values."""
    if not _FENCE.match(text[lines[0].start : lines[0].end]):
        return 0
    for number in range(1, min(len(lines), 200)):
        line = text[lines[number].start : lines[number].end]
        if _FENCE.match(line):
            return number + 1
        if lines[number].blanks > 1:
            return 0
    return 0


def _brackets_joined(text: str, lines: Sequence[Line], ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A stage direction that is broken over up to four lines is one block."""
    joined: list[tuple[int, int]] = []
    skip_to = 0
    for at, (first, stop) in enumerate(ranges):
        if first < skip_to:
            continue
        line = lines[first]
        if (
            stop <= first + 2
            and text[line.start] in "(["
            and not _CLOSING.search(text, line.start, lines[stop - 1].end)
        ):
            for further in range(at + 1, min(at + 4, len(ranges))):
                last = lines[ranges[further][1] - 1]
                if lines[ranges[further][0]].blanks:
                    break
                if text[last.end - 1] in ")]":
                    stop = ranges[further][1]
                    break
        skip_to = stop
        joined.append((first, stop))
    return joined


def _lists(text: str, spans: Spans, zones: Zones) -> None:
    """Two or more items with list marks one after the other; a single dash may open a speech."""
    items = [
        zone is None and end - start <= 300 and is_bullet(text[start : start + 12])
        for (start, end), zone in zip(spans, zones, strict=True)
    ]
    for at, item in enumerate(items):
        beside = (at and items[at - 1]) or (at + 1 < len(items) and items[at + 1])
        start, end = spans[at]
        listed = item and beside and (text[end - 1] not in ".?!" or text[start] in "*+")
        if listed and not _QUOTED.search(text, start, end):
            zones[at] = (Zone.LIST, "a list item among others")


def _headings(text: str, spans: Spans, zones: Zones, apart: Sequence[bool], words: ZoneWords) -> None:
    last = len(spans) - 1
    shouted: bool | None = None  # asked only where a heading in capitals stands
    for at, (start, end) in enumerate(spans):
        if zones[at] is not None or end - start > LONGEST_SHOUTED:
            continue
        line = text[start:end]
        in_capitals = at < last and _is_in_capitals(line, apart[at])
        if in_capitals and shouted is None:
            shouted = _is_shouted(text)
        if in_capitals and not shouted:
            zones[at] = (Zone.HEADING, "lines in capitals without a full stop")
        elif _MARKDOWN_HEADING.match(line) and len(_TARGET.sub("", line)) <= 140:
            zones[at] = (Zone.HEADING, "marked as a heading")
        elif end - start > 140:
            continue
        elif at < last and _reads_like_a_heading(line, apart[at], at == 0, words):
            zones[at] = (Zone.HEADING, "a short line without a full stop")


def _is_shouted(text: str) -> bool:
    """Whether a document is set in capitals, so that they make no heading."""
    letters = list(filter(str.isalpha, text[:5000]))
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)


def _is_in_capitals(line: str, apart: bool) -> bool:
    """Whether a paragraph is a heading in capitals: of several lines, or without a blank line above it.

    `STATEMENT OF ANA VELT, DIRECTOR,` and below it `DEPARTMENT OF HARBOURS`; `CROSS-EXAMINATION` between two lines.
    """
    if not in_capitals(line) or line[-1] in '.?!…:;,–—-"”' or line[0] in "([-–—•*#>|":
        return False
    tokens = line.split()
    several = "\n" in line or not apart or line[-1] == ","
    return (
        several and (len(tokens) > 1 or len(line) >= SHORTEST_SHOUTED) and not any(char in line for char in "<>{}|\t=")
    )


def _reads_like_a_heading(line: str, apart: bool, first: bool, words: ZoneWords) -> bool:
    tokens = line.split()
    if "\n" in line or len(tokens) > 16 or not (line[0].isupper() or line[0].isdigit()):
        return False
    if names_a_section(line, words):
        return True
    if line[-1] in CLOSERS or line[-1] in ",;–-":
        return False
    long_words = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    capitals = sum(token[0].isupper() for token in long_words)
    titled = bool(long_words) and capitals >= 0.7 * len(long_words)
    return apart and (first or titled or (len(tokens) == 1 and line[0].isupper()))


def _questions(text: str, spans: Spans, zones: Zones, words: ZoneWords) -> None:
    """After a heading "Frequently asked questions": questions that stand alone, and the answers to them."""
    inside = answered = False
    for at, (start, end) in enumerate(spans):
        line = text[start:end]
        bare = plain(line) if end - start <= 140 and line[-1] != "." else ""
        if any(name in bare for name in words.faq):
            zones[at] = (Zone.FAQ, "heading of questions and answers by the outlet")
            inside, answered = True, True
        elif inside and zones[at] and zones[at][0] in (Zone.FURNITURE, Zone.LIST):  # type: ignore[index]
            inside = False
        elif inside and line[-1] == "?" and end - start <= 250:
            zones[at] = (Zone.FAQ, "a question of the outlet")
            answered = False
        elif inside and zones[at] is None and (not answered or end - start > 140):
            zones[at] = (Zone.FAQ, "an answer of the outlet")
            answered = True
        elif inside:
            inside = False


def _comments(text: str, spans: Spans, zones: Zones, words: ZoneWords) -> None:
    """Head lines with a name and a date, and the text under each, where there are two or more of them."""
    heads = [
        at for at, (start, end) in enumerate(spans) if end - start <= 120 and _comment_head(text[start:end], words)
    ]
    if len(heads) < 2 or _is_a_chat(text, spans, zones, heads):
        return
    for head, following in zip(heads, [*heads[1:], len(spans)], strict=True):
        zones[head] = (Zone.COMMENT, "name and date of a reader's comment")
        for at in range(head + 1, min(following, head + 12)):
            zone = zones[at]
            if zone and zone[0] in (Zone.FURNITURE, Zone.CAPTION, Zone.FAQ):
                break
            zones[at] = (Zone.COMMENT, "a reader's comment")


def _is_a_chat(text: str, spans: Spans, zones: Zones, heads: Sequence[int]) -> bool:
    """Whether such heads are those of a chat: nothing above them that could be commented on, and the same few names."""
    names = Counter(text[slice(*spans[at])].split(None, 1)[0] for at in heads)
    above = sum(end - start for (start, end), zone in zip(spans[: heads[0]], zones, strict=False) if zone is None)
    return len(heads) >= CHATTING and len(names) <= 0.5 * len(heads) and above < COMMENTED


def _comment_head(line: str, words: ZoneWords) -> bool:
    if "ago" not in line and not _CLOCK.search(line):
        return False  # a date alone heads no comment
    found = words.date.search(line) if _DIGIT.search(line) else None  # every form of a date holds one
    if not found or words.byline.match(line):
        return False
    name, tail = line[: found.start()].strip(" ,|·•-–—[(<"), line[found.end() :]
    clock = _CLOCK.search(tail)
    tail = _CLOCK.sub("", tail)
    return 0 < len(name.split()) <= 4 and bool(clock or "ago" in found[0]) and len(tail.strip(" ,|·•-–—at")) <= 12


def _foot(text: str, spans: Spans, zones: Zones, words: ZoneWords) -> None:
    """What follows an invitation to comment, up to the end of the page, is the page's foot."""
    for at, (start, end) in enumerate(spans):
        if end - start <= 60 and plain(text[start:end]) in words.foot and spans[-1][1] - end <= LONGEST_FOOT:
            for further in range(at + 1, len(spans)):
                zone = zones[further]
                if zone is None or zone[0] not in (Zone.COMMENT, Zone.FURNITURE):
                    zones[further] = (Zone.FURNITURE, "after the invitation to comment")
            return


def _pull_quotes(text: str, spans: Spans, zones: Zones) -> None:
    """A paragraph that says again, word for word, a sentence of a longer one.

    Long words with their two neighbours are the anchors by which the longer paragraph is found, so that this stays
    linear: only paragraphs that share most of their anchors are compared. A paragraph with quotation marks may itself
    quote what is said here, so it is no source of a pull quote.
    """
    quotes = {
        at: _anchors(text[start:end])
        for at, (start, end) in enumerate(spans)
        if zones[at] is None and 50 <= end - start <= 350
    }
    wanted = {anchor for anchors in quotes.values() for anchor in anchors}
    middles = {anchor[1] for anchor in wanted}
    if not wanted:
        return
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, (start, end) in enumerate(spans):
        if zones[at] is None and 80 <= end - start <= 20_000 and not _QUOTING.search(text, start, end):
            anchors = quotes[at] if at in quotes else _anchors(text[start:end], middles)
            for anchor in wanted.intersection(anchors):
                if len(places[anchor]) < 8:
                    places[anchor].append(at)
    folded = functools.cache(lambda at: " ".join(text[slice(*spans[at])].casefold().split()))
    for at, anchors in quotes.items():
        if at and text[spans[at][0]].islower() and text[spans[at - 1][1] - 1] not in CLOSERS:
            continue  # a sentence that was broken over two paragraphs
        if len(anchors) >= PULL_ANCHORS and _repeats(text, spans, at, anchors, places, folded):
            zones[at] = (Zone.CAPTION, "a pull quote: it repeats a sentence of a longer paragraph")


def _anchors(paragraph: str, middles: Set[str] | None = None) -> list[tuple[str, str, str]]:
    """Each long word with its two neighbours; with `middles` only these words."""
    words = paragraph.casefold().split()
    last = len(words) - 1
    if middles is None:
        places = [n for n, word in enumerate(words) if len(word) > 7]
    else:
        places = [n for n, word in enumerate(words) if word in middles]
    return [(words[n - 1], words[n], words[n + 1]) for n in places if 0 < n < last]


def _repeats(
    text: str,
    spans: Spans,
    at: int,
    anchors: Sequence[tuple[str, str, str]],
    places: dict[tuple[str, str, str], list[int]],
    folded: Callable[[int], str],
) -> bool:
    others = [other for anchor in set(anchors) for other in places.get(anchor, ()) if other != at]
    if not others:
        return False
    start, end = spans[at]
    votes = Counter(others)
    tail = " ".join(text[start:end].casefold().strip("\"“”'‘’*_> .…").split()[-PULL_TAIL:])
    for other, votes_for in votes.most_common(2):
        longer = spans[other][1] - spans[other][0] > 1.15 * (end - start)
        if longer and votes_for >= 0.6 * len(set(anchors)):
            return tail in folded(other) and not _opens_alike(folded(at), folded(other))
    return False


def _opens_alike(one: str, other: str) -> bool:
    """Whether two paragraphs begin with the same words and a colon: somebody says the same formula again."""
    label, colon, _ = one[:LONGEST_OPENING].partition(": ")
    return bool(colon) and other.startswith(label + colon)


def zones_of(text: str, language: str | None = None) -> list[tuple[int, int, str]]:
    """Headings, captions, comments and all else that is no running text: (first character, end, kind), in order."""
    found = segment(text, lexicon_of(text, language), lines_of(text))
    return [(block.start, block.end, block.zone.value) for block in found if block.zone is not Zone.BODY]
