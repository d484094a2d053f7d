"""What a page prints with a name and nobody says: the office, the place somebody sits for, a link to share the words."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.notes import is_note
from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.notes import NoteWords
    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Line

#: A name of two words at least, and a role in small letters; so many of them speak.
_ROLE_BEHIND = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][^\s,.:]*(?: [^\W\d_a-zß-öø-ÿ][^\s,.:]*){1,3}, [^\W\d_A-ZÀ-ÖØ-Þ][^:.?!]{2,80}"
)
VOICES = 2
#: Names that come back with one office do so as often at least.
FEWEST_OFFICES = 4
#: An office may end in the point of a company's name, `Analyst, Olane & Co.`, and have a letter at the far end of its line:
#: who asks, who answers.
_COMPANY = re.compile(r"(?:,|&|\band)\s(?:[A-Z][A-Za-z]{1,3}\.|(?:[A-Z]\.){2,3})\Z|\s(?:[A-Z]\.){2,3}\Z")
_ASKS = re.compile(r"(?:\t| {3,})[QA]\Z")
#: A line with somebody's office is no longer (characters).
LONGEST_ROLE = 90
#: A line that comes back below so many labels, some of them different, is no longer; so many lines below a label are looked at.
AGAIN, LONGEST_AGAIN, BELOW = 4, 60, 3
BULLETS = frozenset("-*•–·")
#: So many lines with a name and an office, one below the other, say who is present.
PRESENT = 3
_PRESENT = re.compile(
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][^\n–—:]{2,50}?) [–—-] (?P<office>[^\W\d_a-zß-öø-ÿ][^\n]{2,90})(?<![.?!…,;])\Z"
)
_SEAT = re.compile(r"(?:\((?P<inside>[^()\n]{1,60})\)[ \t]*){1,3}\Z")
_SEATED = re.compile(r"\((?P<inside>[^()\n]{1,60})\)")


def with_offices(text: str, lines: Sequence[Line], heads: Sequence[Head], words: NoteWords) -> list[Head]:
    """The candidates, with what belongs to a name and is not said taken out of the words behind it."""
    heads = _roles_again(heads)
    heads = _without_listed(text, lines, [*_offices_below(text, lines, heads)])
    heads = _offices_below_times(text, lines, _offices_behind(text, lines, heads))
    return _frames_below(text, lines, heads, words)


def without_roster(text: str, lines: Sequence[Line], heads: list[Head], words: LabelWords) -> list[Head]:
    """The candidates without a list of who is present, line below line: `Ana Velt – Governor`, `Bo Olane – Deputy Governor`.

    Different names with a dash and no end mark, at least every second of them with an office.
    """
    dashed = [head.line for head in heads if surface_kind(head) == "dash" and not head.bare]
    if len(dashed) < 2:
        return heads
    offices = words.titles | words.people | words.bodies
    gone: set[int] = set()
    read = 0
    for first in dashed:
        if first < read:
            continue
        while first and _PRESENT.match(text, lines[first - 1].start, lines[first - 1].end):
            first -= 1  # Mr. B.V. Olane: whose initials seem to end a label
        run = []
        for line in lines[first:]:
            one = _PRESENT.match(text, line.start, line.end)
            if not one:
                break
            run.append(one)
        read = first + len(run)
        held = sum(not offices.isdisjoint(one["office"].casefold().replace(",", " ").split()) for one in run)
        if len({one["name"] for one in run}) == len(run) >= PRESENT and 2 * held >= len(run):
            gone.update(range(first, first + len(run)))
    return [head for head in heads if head.line not in gone] if gone else heads


def _roles_again(heads: Sequence[Head]) -> list[Head]:
    """`Ana VELT, moderátorka` alone on its line, where two such names at least come back in turn: each says who speaks."""
    named = [
        head for head in heads if head.bare and surface_kind(head) == "bare" and _ROLE_BEHIND.fullmatch(head.label)
    ]
    times = Counter(head.label for head in named)
    order = [head.label for head in named if times[head.label] > 1]
    if len(set(order)) < VOICES or any(one == following for one, following in itertools.pairwise(order)):
        return list(heads)
    again = set(order)
    return [replace(head, surface="name role") if head.bare and head.label in again else head for head in heads]


def _offices_below(text: str, lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[Head]:
    """Under a name that stands alone, a line of its own with the person's office belongs to the label, not to the words.

    The two lines stand apart from all others, as on the pages of calls with shareholders; a third would be a list. The words
    may also follow at once, where names come back each with the same office.
    """
    by_line = {head.line for head in heads if head.bare}
    role_line = -1
    pairs = Counter(_pair(text, lines, head) for head in heads if head.bare and head.line + 2 < len(lines))
    tight = sum(times for pair, times in pairs.items() if times > 1 and pair[1]) >= FEWEST_OFFICES
    for head in heads:
        if head.line == role_line:
            continue
        at = head.line + 1
        alone = head.bare and surface_kind(head) == "bare" and head.line and lines[head.line].blanks
        apart = at + 1 < len(lines) and (lines[at + 1].blanks or (tight and _is_a_sentence(text, lines[at + 1])))
        if alone and apart and not lines[at].blanks and (at + 1 not in by_line or tight):
            role = _ASKS.sub("", text[lines[at].start : lines[at].end])
            if _is_a_role(role) and _is_a_sentence(text, lines[at + 1]):
                role_line = at
                head = replace(head, body=lines[at].end)
        yield head


def _without_listed(text: str, lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """The candidates, with the office taken out of what a list of names has below them: there nobody says it either."""
    offices = {(head.label, _ASKS.sub("", text[head.end : head.body].strip())) for head in heads if head.bare}
    found = []
    for head in heads:
        at = head.line + 1
        if head.bare and head.body <= lines[head.line].end and at < len(lines) and not lines[at].blanks:
            office = _ASKS.sub("", text[lines[at].start : lines[at].end])
            head = replace(head, body=lines[at].end) if office and (head.label, office) in offices else head
        found.append(head)
    return found


def _pair(text: str, lines: Sequence[Line], head: Head) -> tuple[str, str]:
    """A label, and the office that stands right below it; "" where none does."""
    line = lines[head.line + 1]
    role = text[line.start : line.end]
    return head.label, role if not line.blanks and not lines[head.line + 2].blanks and _is_a_role(role) else ""


def _offices_below_times(text: str, lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """`Ana Velt`, below it `13:30:02`, below that `Minister for Harbours`, and on the next line her words.

    An office stands below the same name again and again.
    """
    roles: dict[int, str] = {}
    for head in heads:
        at = head.line + 2
        if at + 1 >= len(lines) or head.body != lines[at - 1].end or lines[at].blanks or lines[at + 1].blanks:
            continue
        role = text[lines[at].start : lines[at].end]
        if _is_a_role(role):
            roles[head.line] = role
    pairs = Counter((head.label, roles[head.line]) for head in heads if head.line in roles)
    if sum(times for times in pairs.values() if times > 1) < FEWEST_OFFICES:
        return heads
    moved = {line + 2 for line in roles}
    return [
        replace(head, body=lines[head.line + 2].end) if head.line in roles else head
        for head in heads
        if head.line not in moved
    ]


def _offices_behind(text: str, lines: Sequence[Line], heads: list[Head]) -> list[Head]:
    """`Ana Velt: Tern Shipping plc - Chief Executive` with her words below: the office is no speech.

    So it is where names come back, each with the same office behind it; where no sentence follows, such a line is a roster's.
    """
    roles = {
        head.line: text[head.body : lines[head.line].end]
        for head in heads
        if surface_kind(head) in ("colon", "bold colon") and not head.bare
    }
    roles = {line: role for line, role in roles.items() if _is_a_role(role)}
    above = {
        line
        for line in roles
        if line + 1 < len(lines) and lines[line + 1].blanks and _is_a_sentence(text, lines[line + 1])
    }
    pairs = Counter((head.label, roles[head.line]) for head in heads if head.line in above)
    if sum(times for times in pairs.values() if times > 1) < FEWEST_OFFICES:
        return heads
    found: list[Head] = []
    for head in heads:
        role = roles.get(head.line)
        if head.line in above:
            found.append(replace(head, body=lines[head.line].end, bare=True, surface="name role"))
        elif role is None or (head.label, role) not in pairs:
            found.append(head)
    return found


def _frames_below(text: str, lines: Sequence[Line], heads: list[Head], words: NoteWords) -> list[Head]:
    """Below a name that stands alone: where somebody sits, in brackets, and the links that a page puts below every name.

    `Ana Velt`, below it `(Ternmouth) (Ind)`, below that `Share this contribution`, and then what she says.
    """
    at_head = {head.line for head in heads}
    bare = [head for head in heads if head.bare and surface_kind(head) == "bare"]
    again = _again(text, lines, bare, at_head, words)
    links = {
        number for number, line in enumerate(lines) if text[line.start : line.end] in again
    } if again else set()  # fmt: skip
    moved: dict[int, int] = {}
    for head in bare:
        at = head.line + 1
        while at + 1 < len(lines) and (
            at in links or (at == head.line + 1 and not lines[at].blanks and _is_a_seat(text, lines[at], words))
        ):
            at += 1
        if at > head.line + 1 and (at not in at_head or at in links):
            moved[head.line] = lines[at - 1].end
    return [
        replace(head, body=max(head.body, moved[head.line])) if head.line in moved else head
        for head in heads
        if head.line not in links
    ]


def _again(text: str, lines: Sequence[Line], bare: Sequence[Head], at_head: set[int], words: NoteWords) -> set[str]:
    """The short lines that come back below different labels, each time with words below them."""
    times: Counter[str] = Counter()
    labels: defaultdict[str, set[str]] = defaultdict(set)
    ends: set[str] = set()
    for head in bare:
        for at in range(head.line + 1, min(head.line + 1 + BELOW, len(lines))):
            line = text[lines[at].start : lines[at].end]
            if at == head.line + 1 and not lines[at].blanks and _is_a_seat(text, lines[at], words):
                continue
            worded = any(map(str.isalnum, line))  # `- -` is what is left of a row of buttons
            apart = lines[at].blanks and line[0] not in BULLETS  # a list stands apart from the name above it
            if apart or len(line) > LONGEST_AGAIN or (worded and line[-1] in CLOSERS):
                break
            times[line] += 1
            labels[line].add(head.label)
            if at + 1 == len(lines) or (at + 1 in at_head and lines[at + 1].blanks):
                ends.add(line)
    return {line for line, n in times.items() if n >= AGAIN and len(labels[line]) > 1 and line not in ends}


def _is_a_seat(text: str, line: Line, words: NoteWords) -> bool:
    """Whether a line is nothing but brackets that say who somebody is: `(Ternmouth) (Ind)`, `(Dr Ivo Larn)`."""
    printed = text[line.start : line.end]
    if not _SEAT.match(printed):
        return False
    inside = _SEATED.findall(printed)
    return all(one[0].isupper() and one[-1] not in ".?!…" and not is_note(one, words) for one in inside)


def _is_a_role(line: str) -> bool:
    if len(line) > LONGEST_ROLE or not line[:1].isupper():
        return False
    tokens = [token for token in line.split() if len(token) > 3]
    return (
        bool(tokens)
        and sum(token[0].isupper() for token in tokens) >= 0.7 * len(tokens)
        and (line[-1] not in CLOSERS or _COMPANY.search(line) is not None)
    )


def _is_a_sentence(text: str, line: Line) -> bool:
    """Whether a line is a sentence: it ends in an end mark, or is as long as none but a sentence."""
    return text[line.end - 1] in CLOSERS or line.end - line.start > 120
