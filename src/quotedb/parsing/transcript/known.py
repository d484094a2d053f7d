"""A second look for labels that are sure: where one of them was read or typed wrong, or stands inside a line.

Only labels that come back are looked for, and only at the head of a line, or behind the end of a sentence where their
own mark follows. What is found is one of them but for its spaces, its capitals or one letter; the label stays as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.candidates import RUNS_ON, no_place
from quotedb.parsing.transcript.innerforms import INNER, INNER_STOP
from quotedb.parsing.transcript.innerforms import INSIDE as INSIDE_LINES
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.shape import case_of
from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.transcript.surfaces import MARKED, Head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from quotedb.parsing.zones.lines import Layout, Line

#: So often a label stands that is looked for again; no more of them are.
TIMES, MOST = 2, 80
#: Letters of the shortest label that may be misread, and characters in which its mark is looked for.
SHORTEST, REACH = 6, 80
#: A letter comes back more often; what stands in the words of a page, and in no name.
OFTEN, _NO_NAME = 5, frozenset("0123456789*#|§•")
#: How sure a label is that was misread, and one that stands inside a line.
MISREAD, INSIDE = 0.7, 0.8

#: Letters that scanners take for each other, made one.
_ALIKE = str.maketrans("0158|!¡", "olsblll")
_MARK = re.compile(r"\s{0,2}[:;](?:\s?:)?(?=\s|\Z)")
#: What may stand where a scanner lost the colon behind a label in capitals.
_LOST = re.compile(r"[.,·]?\s+(?=[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ’' ])")
#: So many letters tell how a label begins, so many characters hold them: `M r. 0LIN`.
_HEAD, _PEEK = 2, 8
#: What stands between a label's mark and the words behind it, between it and the sentence before, and ends that sentence.
_WORDS, _GAP, _ENDS = re.compile(r"[ \t\xa0]+(?=[^\sa-zß-öø-ÿ])"), frozenset(" \t\xa0"), frozenset('.?!…”"’)]–—-')


def folded(label: str) -> str:
    """A label without spaces, capitals and points, letters that scanners mix up made one: `M r. 0LIN` is `mrolin`."""
    return "".join(filter(str.isalnum, label.casefold().translate(_ALIKE)))


def one_off(form: str) -> set[str]:
    """A folded label and all that one lost letter makes of it: two that differ in one letter share one of these."""
    return {form, *(form[:at] + form[at + 1 :] for at in range(len(form)))}


@dataclass(slots=True)
class _Known:
    """The sure labels by their folded form."""

    labels: dict[str, Accepted]  #: folded form to one of its places
    lengths: list[int]
    capitals: set[str]  #: folded forms of labels in capitals
    near: dict[str, set[str]]  #: one letter lost, to the folded forms that it may come from
    heads: set[str]  #: how the folded forms begin: most lines are known by that for none of them
    letters: set[str]  #: the first letters of these


def known_again(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    blocks: Sequence[Block],
    heads: Sequence[Head],
    accepted: Sequence[Accepted],
) -> list[Accepted]:
    """The accepted labels with those places of sure ones that were damaged or stand inside a line.

    `heads` are all candidates: where one of them is a sure label as it is printed, it was weighed and refused.
    """
    accepted = _below_furniture(heads, accepted)
    times = Counter(one.head.label for one in accepted)
    often = {label for label, count in times.most_common(MOST) if count >= TIMES or (label.isupper() and " " in label)}
    sure = [one for one in accepted if one.head.label in often and one.confidence > INSIDE]
    if not sure:
        return list(accepted)
    known = _known(sure)
    first = min(one.head.line for one in accepted)
    weighed = {head.line for head in heads if head.label in often and head.surface not in INSIDE_LINES}
    weighed.update(one.head.line for one in accepted if one.head.surface not in INSIDE_LINES)
    free = [at for at in range(first + 1, len(lines)) if at not in weighed]
    found = [*_at_line_heads(text, lines, layout, blocks, free, known)]
    found += _inside_lines(text, lines, blocks, [*accepted, *found], sure)
    return sorted([*accepted, *found], key=lambda one: one.head.start)


def _below_furniture(heads: Sequence[Head], accepted: Sequence[Accepted]) -> Sequence[Accepted]:
    """The accepted labels, where a label has the page's own words before it: `Exhibit 12 The Chair: Good evening`.

    A figure or a sign stands in these words, which no name has, and what follows them comes back as a label that is set so.
    """
    times = Counter((one.head.label, _surface(one.head)) for one in accepted if "colon" in one.head.surface)
    often = {key for key, count in times.most_common(MOST) if count >= _often_enough(key[0])}
    tails = {label.rpartition(" ")[2] for label, _ in often}
    found: dict[int, Accepted] = {}
    for head in heads if often else ():
        if _NO_NAME.isdisjoint(head.label):
            continue
        first, _, last = head.label.rpartition(" ")
        if last not in tails or not first or head.line <= accepted[0].head.line:
            continue
        surface = _surface(head)
        ending = (label for label, its in often if its == surface and head.label.endswith(f" {label}"))
        label = max(ending, key=len, default="")
        if label and times[head.label, surface] < TIMES and not _NO_NAME.isdisjoint(head.label[: -len(label)]):
            moved = replace(head, start=head.end - len(label), label=label, above=head.start)
            found[head.start] = Accepted(moved, INSIDE, f"label '{label}', below words of the page")
    if not found:
        return accepted
    kept = [one for one in accepted if one.head.start not in found]
    return sorted([*kept, *found.values()], key=lambda one: one.head.start)


def _surface(head: Head) -> str:
    """How a label is set off, at the head of a line or inside it."""
    return surface_kind(head).removeprefix("inner ")


def _often_enough(label: str) -> int:
    """How often a label has to come back so that it is known behind words of the page."""
    return OFTEN if len(label) == 1 else TIMES if " " in label or label.isupper() else TIMES + 1


def _known(sure: Sequence[Accepted]) -> _Known:
    labels: dict[str, Accepted] = {}
    near: dict[str, set[str]] = {}
    for one in sure:
        form = folded(one.head.label)
        if len(form) >= SHORTEST and form not in labels:
            labels[form] = one
            for short in one_off(form):
                near.setdefault(short, set()).add(form)
    capitals = {form for form, one in labels.items() if case_of(one.head.label) == "capitals"}
    heads = {form[:_HEAD] for form in labels}
    return _Known(labels, sorted({len(form) for form in labels}), capitals, near, heads, {head[0] for head in heads})


def _at_line_heads(
    text: str, lines: Sequence[Line], layout: Layout, blocks: Sequence[Block], free: Sequence[int], known: _Known
) -> Iterator[Accepted]:
    if not known.labels:
        return
    starts = [block.start for block in blocks]
    for number in free:
        line = lines[number]
        if not text[line.start].isalnum():  # `>>` and a bullet are no part of the label
            mark = MARKED.match(text, line.start, line.end)
            line = line._replace(start=mark.end()) if mark and mark.end() < line.end else line
        found = _damaged(text, line, known)
        if found is None or text[line.start - 2 : line.start] == ",\n":  # `Sit down,` and below it `Mr. Velt.`
            continue
        block = blocks[max(0, bisect_right(starts, line.start) - 1)] if blocks else None
        end, body, form, why = found
        like = known.labels[form].head
        place = no_place(text, line, lines[number - 1] if number else None, block, layout)
        if place == RUNS_ON and _has_its_mark(text, like, line.start, end):
            # the words above lost their full stop, or were broken off
            head = Head(number, line.start, end, body, like.label, like.surface, bare=False)
            yield Accepted(
                head, INSIDE, f"label '{like.label}', which is sure elsewhere, though no full stop stands above it"
            )
        if place:
            continue
        head = Head(number, line.start, end, body, text[line.start : end], like.surface, bare=body >= line.end)
        yield Accepted(head, MISREAD, f"label '{head.label}', the sure label '{like.label}' {why}")


def _has_its_mark(text: str, like: Head, start: int, end: int) -> bool:
    """Whether a sure label stands here as it is printed elsewhere, with its colon and words that begin with a capital."""
    after = text[end : end + 3]
    return (
        text[start:end] == like.label
        and surface_kind(like) == "colon"
        and (" " in like.label or like.label.isupper())
        and after[:1] == ":"
        and after[1:2].isspace()
        and not after[2:].islower()
    )


def _damaged(text: str, line: Line, known: _Known) -> tuple[int, int, str, str] | None:
    """Where a damaged label ends at the head of a line, where its words begin, which label it is and what is wrong with it."""
    window = text[line.start : min(line.end, line.start + REACH)]
    colon = min((at for at in (window.find(":"), window.find(";")) if at > 0), default=-1)
    if colon < 0:
        first = window[0].lower()
        if "a" <= first <= "z" and first not in known.letters:
            return None  # by this most lines are told, before anything is folded
        if folded(window[:_PEEK])[:_HEAD] not in known.heads:
            return None
    form = folded(window)
    for length in known.lengths:
        if length <= len(form) and form[:length] in known.labels:
            end = _end_of(window, length)
            capitals = form[:length] in known.capitals and case_of(window[:end]) == "capitals"
            mark = _MARK.match(window, end) or (_LOST.match(window, end) if capitals else None)
            alone = not window[end:].strip(" .") and known.labels[form[:length]].head.bare
            if mark or alone:
                body = line.start + (mark.end() if mark else len(window))
                while body < line.end and text[body].isspace():
                    body += 1
                return line.start + end, body, form[:length], "but for spaces, capitals or its mark"
    mark = _MARK.match(window, colon) if colon > 0 else None
    if mark is None:
        return None
    misread = folded(window[:colon])
    if not known.lengths[0] - 1 <= len(misread) <= known.lengths[-1] + 1 or len(misread) < SHORTEST:
        return None
    forms = {near for short in one_off(misread) for near in known.near.get(short, ())}
    if len(forms) != 1:
        return None
    body = line.start + mark.end()
    while body < line.end and text[body].isspace():
        body += 1
    return line.start + len(window[:colon].rstrip()), body, forms.pop(), "but for a letter"


def _end_of(window: str, length: int) -> int:
    """Where so many letters and digits of the folded window end in the window itself."""
    for place, char in enumerate(window):
        length -= len(folded(char))
        if length <= 0:
            return place + 1
    return len(window)


def _inside_lines(
    text: str,
    lines: Sequence[Line],
    blocks: Sequence[Block],
    accepted: Sequence[Accepted],
    sure: Sequence[Accepted],
) -> Iterator[Accepted]:
    """A sure label with its own mark behind the end of a sentence: two speeches on one line."""
    by_mark: dict[str, set[str]] = {":": set(), ".": set()}
    for one in sure:
        kind = surface_kind(one.head)
        if kind in ("colon", INNER) and len(one.head.label) > 1:
            by_mark[":"].add(one.head.label)
        elif kind in ("stop", INNER_STOP) and case_of(one.head.label.rpartition(" ")[2]) == "capitals":
            by_mark["."].add(one.head.label)
    order = sorted(accepted, key=lambda one: one.head.start)
    places, starts = [one.head.start for one in order], [line.start for line in lines]
    for block in blocks:
        if block.zone is not Zone.BODY:
            continue
        for start, end, body in _behind_sentences(text, block.start, block.end, by_mark):
            before = bisect_right(places, start) - 1
            label = text[start:end]
            if before < 0 or start < order[before].head.body or start == places[before]:
                continue
            if len(label) == 1 and order[before].head.label == label:
                continue  # "we took route A. Then": only who does not speak already may begin
            surface = INNER if text[end] == ":" else INNER_STOP
            head = Head(bisect_right(starts, start) - 1, start, end, body, label, surface, bare=False)
            yield Accepted(head, INSIDE, f"label '{label}' ({surface}), which is sure at the head of lines")


def _behind_sentences(
    text: str, start: int, end: int, by_mark: Mapping[str, Set[str]]
) -> Iterator[tuple[int, int, int]]:
    """Where one of these labels stands with its mark behind the end of a sentence: its ends, and where its words begin.

    They are looked for from the marks backwards, so that no pattern of all labels has to be made for every document.
    """
    found: list[tuple[int, int, int, int]] = []
    for mark, labels in by_mark.items():
        tails = {label[-2:] for label in labels}
        place = text.find(mark, start, end) if labels else -1
        while place >= 0:
            words = _WORDS.match(text, place + 1, end) if text[max(0, place - 2) : place] in tails else None
            if words:
                ending = [label for label in labels if text.endswith(label, start, place)]
                for label in sorted(ending, key=len, reverse=True):
                    gap = head = place - len(label)
                    while gap > start and text[gap - 1] in _GAP:
                        gap -= 1
                    if start <= gap < head and text[max(0, gap - 1) : gap] in _ENDS:
                        found.append((gap, head, place, words.end()))
                        break
            place = text.find(mark, place + 1, end)
    floor = start
    for gap, head, mark_at, body in sorted(found):
        if gap >= floor:  # what stands behind one label is no label
            yield head, mark_at, body
            floor = body
