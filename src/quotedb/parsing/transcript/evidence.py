"""What speaks for a candidate and against it: how often it stands, whom it follows, and what is said behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.behind import (
    ENTRY,
    LOOK,
    is_a_row_of_names,
    is_an_entry,
    is_brief,
    is_cut_off,
    is_open,
    tells_of,
)
from quotedb.parsing.transcript.explained import bracketed, initials, named, prose
from quotedb.parsing.transcript.labelwords import LabelWords
from quotedb.parsing.transcript.language import knows_the_language
from quotedb.parsing.transcript.onesided import is_asked
from quotedb.parsing.transcript.shape import case_of, is_titled, key_of, shape_of
from quotedb.parsing.transcript.surfacekinds import CHAT, FIRM, SENTENCES, surface_kind
from quotedb.parsing.transcript.wordlists import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.transcript.surfaces import Head


_CAPITAL = re.compile(r"[.?!]\s+[A-Z]")
_NEXT_LETTER = re.compile(r"[a-d]\Z")
#: A few words without an end mark, and below them two more fields.
_FIELD_BELOW = re.compile(
    rf"[^\n]{{1,{ENTRY}}}(?<![.?!…,;:–—\-\"”])(?:\n[^\W\d_a-zß-öø-ÿ][^\n:.?!]{{1,30}}:[ \t][^\n]{{1,60}}(?<![.?!…])(?=\n)){{2}}"
)
_FIGURE = re.compile(r"\d+")
_LAST_FIGURE = re.compile(r"[^\W\d_][ _.#-]{0,3}0?(\d{1,2})\Z")
#: Three answers to tick, one below the other, and a fourth: `A. In March`, `B. In May`, `C. Never`.
OPTIONS = re.compile(
    r"^\s{0,20}A(?P<mark>[.)])\s[^\n]{1,300}"
    + "".join(rf"\n\s{{0,20}}{letter}(?P=mark)\s[^\n]{{1,300}}" for letter in "BC")
    + "".join(rf"(?:\n\s{{0,20}}{letter}(?P=mark)\s[^\n]{{1,300}}" for letter in "DEF")
    + ")?)?)?$",
    re.IGNORECASE | re.MULTILINE,
)
#: So many lines that are alike but for a figure are the readings of a machine.
READINGS = 4
#: People in a room have numbers up to this one; each of them speaks so often on average.
MOST_COUNTED, BACK = 40, 2
#: The share of words to somebody that is assumed in a language whose words nobody listed.
UNKNOWN = 0.3
_QUESTION_MARKS = "?？؟"
_ASKED_NEXT = re.compile(r"[?？؟][\"”’»')\]*_.…]*\s*[\[(<*_#>-]*\Z")
_BELOW = re.compile(r"[^\s][ \t\xa0]*\n[^\n]*\Z")
_NAME_WORDS = re.compile(r"[^\W\d_]+")
#: Who has so large a share of all words begin with a small letter writes so: a roster is told by an exception.
CHATTED = 0.5
#: So many places of one label are looked at.
PLACES = 20
#: Names are looked for in what is said in a document of so few places, a question so close (characters) before a label.
FEW_PLACES, TAIL = 40, 24


@dataclass(slots=True)
class Evidence:
    """All places of one label, and what speaks for and against it."""

    key: str
    shape: float
    heads: list[Head] = field(default_factory=list)
    alternates: float = 0.0  #: share of its places that follow another plausible label
    spoken: float = 0.0  #: share of its places whose words are somebody's to somebody: "I", "you"
    listed: float = 0.0  #: share of its places that the next name follows at once, as in a roster
    entries: float = 0.0  #: share of its places with a few words and no full stop, as in a table
    open: float = 0.0  #: share of its places where the words behind it end in no full stop, as in a list
    asked: float = 0.0  #: share of its places right below a question
    asks: bool = False  #: a question stands behind one of its places
    oneself: bool = False  #: somebody says "I" behind one of its places
    calls: bool = False  #: behind one of its places somebody says the name of another, or "Madam Chair"
    asks_next: bool = False  #: a question stands right above the next label
    below: bool = False  #: one of its places stands right below a line, as a signature does
    roster: set[int] = field(default_factory=set)  #: lines that say who somebody is: `Ana Velt: member of the board`
    present: set[int] = field(
        default_factory=set
    )  #: lines with names in a row: `Speakers: Ana Velt, Olane (Tern), Marsh`
    in_list: set[int] = field(default_factory=set)  #: lines that the next name follows at once
    brief: set[int] = field(default_factory=set)  #: lines behind which a few words without a full stop stand
    fields: set[int] = field(default_factory=set)  #: lines like `Speaker: Ana Velt` with `Place: Tern` and more below
    lower: bool = False  #: small letters follow its first place, as in a glossary
    prose: bool = False  #: the same word also stands in running text without capitals
    given: bool = False  #: a first name that is known
    titled: bool = False  #: a title and a name as records print them: `Mr. Velt`, `El señor PRESIDENTE`
    known: bool = False  #: that, a name behind a title that is an abbreviation, or a known voice
    minuted: float = 0.0  #: share of its places that small letters follow, in a document that has capitals
    narrated: float = (
        0.0  #: share of its places behind which somebody tells of the person: `Ana Velt` and `Velt was born`
    )
    small: float = 0.0  #: share of its places that begin with a small letter
    options: float = 0.0  #: share of its places that are an answer to tick: a), b), c)
    explained: bool = False  #: initials of a name that stands in the document: `PL` of Piers Lowell
    introduced: bool = False  #: initials that stand in brackets behind a name: `Piers Lowell (PL)`
    explains: bool = False  #: a name with initials in brackets, which stand as a label below: `Piers Lowell (PL)`
    spelt_out: bool = False  #: a name whose initials stand as a label below, without a bracket that says so
    bracketed: bool = (
        False  #: a full name that stands as a label with brackets and without: `Ana Velt (Tern)`, `Ana Velt`
    )
    shortened: bool = (
        False  #: a full name whose surname stands as a label, too, or that surname: `ANA VELT, HOST`, `VELT`
    )
    told_apart: bool = False  #: in a language whose words are known, so that it says something that none is there
    named: bool = False  #: a first name or a surname of somebody whom another candidate names in full
    score: float = 0.0
    sure: bool = False
    dropped: str = ""  #: why it does not count although its score would do


def collect(heads: Iterable[Head], text: str, words: LabelWords) -> list[Evidence]:
    """The candidates by label, those whose shape rules them out left away."""
    by_key: dict[str, Evidence] = {}
    order: list[Evidence] = []
    sequence: list[tuple[Evidence, Head]] = []
    for head in heads:
        key = key_of(head.label)
        evidence = by_key.get(key)
        if evidence is None:
            evidence = by_key[key] = Evidence(key, shape_of(head.label, words))
            order.append(evidence)
        # `Just Signal` without a colon is no name, however much `Just Tamm:` may be one
        if evidence.shape > 0 and ("colon" in head.surface or key.partition(" ")[0] not in words.doubtful):
            evidence.heads.append(head)
            sequence.append((evidence, head))
    plausible = _without_readings([evidence for evidence in order if evidence.heads], text)
    kept = {id(evidence) for evidence in plausible}
    sequence = [one for one in sequence if id(one[0]) in kept]
    _alternation(sequence)
    prose(plausible, text, words)
    _options(plausible, text)
    initials(plausible, text, words)
    bracketed(plausible)
    named(plausible, words)
    _speech(sequence, text, words)
    return plausible


def _speech(sequence: Sequence[tuple[Evidence, Head]], text: str, words: LabelWords) -> None:
    """Whether what follows the labels reads as speech, and whether anything but the next name follows them."""
    known = bool(sequence) and knows_the_language(text, words)
    looked: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    names = _names_of(sequence, words)
    for at, (evidence, head) in enumerate(sequence):
        following = sequence[at + 1] if at + 1 < len(sequence) else None
        if following and head.bare and _is_a_sentence_below(head, following):
            following = sequence[at + 2] if at + 2 < len(sequence) else None
        if head.bare and _is_listed(sequence, at):
            listed[evidence.key] += 1
            evidence.in_list.add(head.line)
        lower = text[head.body : head.body + 1].islower() and case_of(head.label) != "none"  # a chat has no capitals
        entry = not head.bare and is_an_entry(text, head.body, _end_above(following[1]) if following else len(text))
        if not head.bare and is_a_row_of_names(text, head.body):
            entry = True
            evidence.present.add(head.line)
        if lower and entry and surface_kind(head) != CHAT:
            evidence.roster.add(head.line)
        short = not head.bare and text.find("\n", head.body, head.body + ENTRY + 1) >= 0
        if short and _FIELD_BELOW.match(text, head.body):
            evidence.fields.add(head.line)
        cut_off = evidence.shape == 1.0 and following is None and is_cut_off(text, head)
        if is_brief(text, head, following[1] if following else None) and not cut_off:
            evidence.brief.add(head.line)
        if looked[evidence.key] < PLACES:
            looked[evidence.key] += 1
            evidence.below = evidence.below or bool(_BELOW.search(text, max(0, head.start - ENTRY), head.start))
            stop = max(head.body, min(head.body + LOOK, _end_above(following[1]) if following else len(text)))
            said = text[head.body : stop]
            evidence.entries += entry
            evidence.spoken += words.spoken.search(said)
            evidence.open += is_open(said)
            evidence.small += said[:1].islower()
            evidence.asked += is_asked(text, head.start)
            evidence.minuted += said[:1].islower() and not head.bare and bool(_CAPITAL.search(said))
            evidence.narrated += tells_of(said, head.label, words)
            follows = _NEXT_LETTER.match(evidence.key)
            if follows and re.search(
                rf"\n\s*{chr(ord(evidence.key) + 1)}[.)]\s", text[head.body : head.body + LOOK], re.IGNORECASE
            ):
                listed[evidence.key] += 1  # a), b), c): the answers that can be ticked
            evidence.asks = evidence.asks or any(mark in said for mark in _QUESTION_MARKS)
            evidence.oneself = evidence.oneself or words.oneself.search(said)
            if not evidence.calls:
                evidence.calls = words.addressing.search(said) or _says_a_name(said, evidence.key, names)
            if following is not None and not evidence.asks_next:
                below = _end_above(following[1])
                evidence.asks_next = bool(_ASKED_NEXT.search(text, max(head.body, below - TAIL), below))
    for evidence in {id(evidence): evidence for evidence, _ in sequence}.values():
        times = looked[evidence.key]
        share = evidence.spoken / times
        evidence.spoken, evidence.told_apart = (share, True) if known else (max(UNKNOWN, share), False)
        evidence.entries /= times
        evidence.open /= times
        evidence.minuted /= times
        evidence.narrated /= times
        evidence.asked /= times
        evidence.small /= times
        first = evidence.key.partition(" ")[0]
        evidence.given = first in words.given
        evidence.titled = is_titled(evidence.heads[0].label, words)
        evidence.known = evidence.given or first.strip(".") in words.abbreviated or evidence.key in words.voices
        evidence.lower = text[evidence.heads[0].body : evidence.heads[0].body + 1].islower()
        evidence.listed = listed[evidence.key] / len(evidence.heads)
        if times > 1 and evidence.small >= CHATTED:
            evidence.roster.clear()  # small letters are how this one writes, as in a chat


def _end_above(head: Head) -> int:
    """Where the words above a label end."""
    return head.start if head.above < 0 else head.above


def _is_a_sentence_below(head: Head, following: tuple[Evidence, Head]) -> bool:
    """Whether what seems a label is the first sentence below one, of few words: `Good evening, Ana Velt.`, once in the document."""
    evidence, below = following
    return below.line == head.line + 1 and surface_kind(below) in SENTENCES and len(evidence.heads) == 1


def _names_of(sequence: Sequence[tuple[Evidence, Head]], words: LabelWords) -> frozenset[str]:
    """The names in labels that look like somebody's, where these are few: in a long document nobody asks for them."""
    if len(sequence) > FEW_PLACES:
        return frozenset()
    names = {name for evidence, head in sequence if evidence.shape >= 0.75 for name in _NAME_WORDS.findall(head.label)}
    no_names = words.titles | words.particles | words.voices
    return frozenset(name for name in names if len(name) > 2 and name.casefold() not in no_names)


def _says_a_name(said: str, key: str, names: frozenset[str]) -> bool:
    """Whether one of the names is said that are not the speaker's own."""
    return bool(names) and any(name.casefold() not in key for name in names.intersection(names_in(said)))


def _is_listed(sequence: Sequence[tuple[Evidence, Head]], at: int) -> bool:
    """Whether the next name stands right below this one, or two right above it."""
    head = sequence[at][1]
    before, above, below = (sequence[near] if 0 <= near < len(sequence) else None for near in (at - 2, at - 1, at + 1))
    return _adjoins(below, head, 1) or (_adjoins(above, head, -1) and _adjoins(before, head, -2))


def _adjoins(other: tuple[Evidence, Head] | None, head: Head, lines: int) -> bool:
    """Whether another name stands on its own so many lines further."""
    if other is None or not other[1].bare or other[1].line - head.line != lines:
        return False
    offices = surface_kind(head) == surface_kind(other[1]) == "name role"  # whose long offices make poor names
    return offices or other[0].shape >= 0.75


def _alternation(sequence: Sequence[tuple[Evidence, Head]]) -> None:
    changes: Counter[str] = Counter()
    previous: Evidence | None = None
    for evidence, head in sequence:
        if evidence.shape < 0.3 or (len(evidence.heads) < 2 and surface_kind(head) not in FIRM):
            if previous is not None and previous is not evidence:
                changes[evidence.key] += 1
            continue
        if previous is None or previous is not evidence:
            changes[evidence.key] += 1
        previous = evidence
    for evidence, _ in sequence:
        evidence.alternates = changes[evidence.key] / len(evidence.heads)


def _without_readings(found: list[Evidence], text: str) -> list[Evidence]:
    """The candidates without lines that are alike but for a figure, which changes each time: `Confidence 93 %`.

    Seats, jurors and users are counted from a small number on, come back, and ask something: `Seat 4`, `Juror No. 7`.
    """
    forms = {e.key: _FIGURE.sub("0", e.key) for e in found if e.shape < 0.5 and _FIGURE.search(e.key)}
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for e in found:
        if e.key in forms:
            number = _LAST_FIGURE.search(e.key)
            places[forms[e.key]].append((int(number[1]) if number else MOST_COUNTED + 1, len(e.heads)))
    asked = places and sum(text.count(mark) for mark in _QUESTION_MARKS) > 1
    read = {form for form, ones in places.items() if len(ones) >= READINGS and not (asked and _counts_voices(ones))}
    return [e for e in found if forms.get(e.key, "") not in read]


def _counts_voices(ones: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers, each with how often it stands, lie side by side and come back, as those of people do."""
    numbers = [number for number, _ in ones]
    close = max(numbers) - min(numbers) < 2 * len(ones) and max(numbers) <= MOST_COUNTED
    return close and sum(times for _, times in ones) >= BACK * len(ones)


def _options(found: Sequence[Evidence], text: str) -> None:
    """Mark letters that count the answers to tick in a quiz: three or more of them in their order, line below line."""
    letters = [e for e in found if len(e.key) == 1 and e.key in "abcdef"]
    if not letters:
        return
    ranges = [found.span() for found in OPTIONS.finditer(text)]
    for evidence in letters:
        counted = sum(_is_inside(head.start, ranges) for head in evidence.heads)
        evidence.options = counted / len(evidence.heads)


def _is_inside(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(ranges, place, key=lambda one: one[0]) - 1
    return at >= 0 and place < ranges[at][1]
