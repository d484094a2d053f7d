"""Which candidates are speaker labels: judged from how the document itself uses them.

Two passes. The first finds the sure labels: they repeat, alternate with others and look like a name or a voice. The
second takes what stands once, if it is set like the sure ones.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.shape import LabelWords, case_of, key_of, shape_of
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.transcript.surfaces import Head


#: Evidence needed for a label that repeats (first pass) and for one that is set like the sure ones (second pass).
SURE, LIKELY = 1.8, 1.0
#: What follows a name in a table is shorter (characters), and no sentence.
ENTRY = 45
#: What a surface is worth before anything else is known: how often it holds something other than a label.
PRIOR = {
    "bold colon": 1.0, "bold": -0.3, "bracketed": -1.0, "colon": 0.0, "wide colon": 0.3, "name": 0.8, "stop": -0.2,
    "stop dash": 0.3, "gap": -0.8, "space": -0.2, "dash": -1.4, "bare": -1.4,
}  # fmt: skip
#: Surfaces that ordinary prose never shows by chance: one label there is evidence by itself.
FIRM = frozenset({"bold colon", "colon", "wide colon", "name", "stop", "stop dash"})

_NAME_PARTS = re.compile(r"[\s,()]+")


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
    roster: set[int] = field(default_factory=set)  #: lines that say who somebody is: `Ana Velt: member of the board`
    lower: bool = False  #: small letters follow its first place, as in a glossary
    prose: bool = False  #: the same word also stands in running text without capitals
    score: float = 0.0
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that was taken for a label, with how sure that is (0 to 1) and why, in words."""

    head: Head
    confidence: float
    rule: str


def surface_kind(head: Head) -> str:
    """The surface without stamps and positions: the part that PRIOR knows."""
    kind = head.surface
    for noise in ("marked ", "heading ", "stamped ", " time", " own line"):
        kind = kind.replace(noise, "")
    return kind


def layout_key(head: Head) -> tuple[str, str, bool]:
    """What labels of one document share: their surface, their case, whether their line is set in."""
    return head.surface, case_of(head.label), head.inset


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
        if evidence.shape > 0:
            evidence.heads.append(head)
            sequence.append((evidence, head))
    plausible = [evidence for evidence in order if evidence.heads]
    _alternation(sequence)
    _prose(plausible, text)
    _speech(sequence, text, words)
    return plausible


def _speech(sequence: Sequence[tuple[Evidence, Head]], text: str, words: LabelWords) -> None:
    """Whether what follows the labels reads as speech, and whether anything but the next name follows them."""
    known = _knows_the_language(text, words)
    looked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    for at, (evidence, head) in enumerate(sequence):
        following = sequence[at + 1] if at + 1 < len(sequence) else None
        run = [sequence[near] if 0 <= near < len(sequence) else None for near in (at - 2, at - 1, at + 1)]
        if head.bare and (_adjoins(run[2], head, 1) or (_adjoins(run[1], head, -1) and _adjoins(run[0], head, -2))):
            listed[evidence.key] += 1
        if text[head.body : head.body + 1].islower() and not head.bare and _is_an_entry(text, head.body):
            evidence.roster.add(head.line)
        if looked[evidence.key] < 20:
            looked[evidence.key] += 1
            stop = min(head.body + 600, following[1].start if following else len(text))
            entries[evidence.key] += not head.bare and _is_an_entry(text, head.body)
            spoken[evidence.key] += bool(words.spoken.search(text, head.body, max(stop, head.body)))
    for evidence, _ in sequence:
        evidence.spoken = spoken[evidence.key] / looked[evidence.key] if known else 0.3
        evidence.entries = entries[evidence.key] / looked[evidence.key]
        evidence.lower = text[evidence.heads[0].body : evidence.heads[0].body + 1].islower()
        evidence.listed = listed[evidence.key] / len(evidence.heads)


def _adjoins(other: tuple[Evidence, Head] | None, head: Head, lines: int) -> bool:
    """Whether another name stands on its own so many lines further."""
    return other is not None and other[1].bare and other[1].line - head.line == lines and other[0].shape >= 0.75


def _is_an_entry(text: str, start: int) -> bool:
    line = text[start : start + ENTRY].split("\n", 1)[0].rstrip()
    return len(line) < ENTRY and not (line and line[-1] in CLOSERS)


def _knows_the_language(text: str, words: LabelWords) -> bool:
    """Whether the document is in the language of the word lists, so that missing words mean something."""
    step = max(1, len(text) // 4)
    sample = [word.casefold() for at in range(0, len(text), step) for word in text[at : at + 4000].split()]
    return sum(word in words.common for word in sample) >= 0.08 * len(sample)


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


def _prose(found: Sequence[Evidence], text: str) -> None:
    """Mark labels of one word that the document also uses, in small letters, as an ordinary word."""
    single = {e.key: e for e in found if " " not in e.key and e.key.isalpha() and e.shape < 0.9 and len(e.key) > 2}
    keys = sorted(single)[:400]
    if not keys:
        return
    pattern = re.compile(rf"(?<=[\s(“\"])(?:{'|'.join(map(re.escape, keys))})(?=[\s.,;?!)])")
    for match in pattern.finditer(text):
        single[match[0]].prose = True


def judge(found: Sequence[Evidence]) -> list[Accepted]:
    """The labels among the candidates, in the order of the lines."""
    strong_layouts = _strong_layouts(found)
    for evidence in found:
        evidence.score = _first_score(evidence, strong_layouts)
        evidence.sure = evidence.score >= SURE and len(evidence.heads) >= 2
    sure = _without_strays([evidence for evidence in found if evidence.sure], found)
    silent = sum(e.spoken * len(e.heads) for e in sure) < 0.2 * sum(len(e.heads) for e in sure)
    if silent and not _take_turns(sure):
        sure = []  # a list of names with figures or descriptions: nobody speaks to anybody in it
    if _is_a_form(sure):
        return []
    if not sure:
        sure = _strong_singles(found)
    if not sure:
        return []
    if len(sure) == 1 and sure[0].shape < 0.75:
        sure = (
            sure
            if any(e.shape >= 0.45 and e.heads and not e.prose and _is_firm(e) for e in found if not e.sure)
            else []
        )
    if not sure:
        return []
    accepted = [*_of_sure(sure), *_second_pass([e for e in found if not e.sure], sure)]
    accepted.sort(key=lambda one: one.head.start)
    return accepted


def _take_turns(sure: Sequence[Evidence]) -> bool:
    """Whether full names answer each other in whole sentences: a list names everybody once, or with figures."""
    voices = [e for e in sure if e.shape >= 0.75 and e.alternates >= 0.8 and e.entries < 0.5 and _is_firm(e)]
    return len(voices) >= 2


def _strong_layouts(found: Sequence[Evidence]) -> dict[tuple[str, str, bool], float]:
    """For each layout, the share of its candidates that look like a full name; empty where none does."""
    total: Counter[tuple[str, str, bool]] = Counter()
    strong: Counter[tuple[str, str, bool]] = Counter()
    for evidence in found:
        for head in evidence.heads:
            layout = layout_key(head)
            total[layout] += 1
            strong[layout] += evidence.shape >= 0.75
    shares = {layout: strong[layout] / total[layout] for layout in total}
    best = max((strong[layout] for layout in total if shares[layout] >= 0.5), default=0)
    return shares if best >= 4 else {}


def _first_score(evidence: Evidence, strong_layouts: dict[tuple[str, str, bool], float]) -> float:
    n = len(evidence.heads)
    score = 4 * (evidence.shape - 0.6) + min(2.7, 0.9 * math.log2(n))
    score += max(PRIOR.get(surface_kind(head), -1.0) + _stamp_bonus(head) for head in evidence.heads[:5])
    if n > 1:
        score += 1.0 if evidence.alternates >= 0.4 else 0.0 if evidence.alternates >= 0.15 or n < 3 else -2.0
    if n > 1:
        score += 0.3 if evidence.spoken >= 0.8 else 0.0
        score += 0.5 if evidence.spoken >= 0.4 else -0.5 if n >= 3 and not evidence.spoken else 0.0
        score -= 2.0 if evidence.spoken < 0.25 and not _is_firm(evidence) else 0.0
        score -= 1.5 if evidence.spoken < 0.1 and n >= 5 and evidence.shape < 0.75 else 0.0
    score -= 2.5 * evidence.listed + 1.5 * evidence.entries
    if evidence.prose:
        score -= 1.5
    if strong_layouts and evidence.shape < 0.75:
        share = sum(strong_layouts.get(layout_key(head), 0.0) for head in evidence.heads) / n
        score += -2.0 if share < 0.2 else 0.0
    return score


def _is_a_form(sure: Sequence[Evidence]) -> bool:
    """Whether three or more labels of one word always follow each other in one order: the fields of a form."""
    if len(sure) < 3 or any(" " in e.key or len(e.heads) < 3 for e in sure):
        return False
    order = [key for _, key in sorted((head.line, e.key) for e in sure for head in e.heads)]
    successors = Counter(itertools.pairwise(order))
    usual = sum(max(n for (first, _), n in successors.items() if first == e.key) for e in sure)
    return len(set(order)) == len(sure) and usual >= 0.95 * (len(order) - 1)


def _without_strays(sure: list[Evidence], found: Sequence[Evidence]) -> list[Evidence]:
    """Where labels carry a firm mark, a label without one needs more evidence: short lines repeat for many reasons."""
    firm = sum(len(e.heads) for e in sure if _is_firm(e))
    loose = sum(len(e.heads) for e in sure if not _is_firm(e))
    if not firm and len(sure) == 1 and not any(_answers(e) for e in found):
        return []  # one short line that comes back, and nobody answers
    if firm < 4 or firm < loose:
        return sure
    for evidence in sure:
        if not _is_firm(evidence) and evidence.score < SURE + 3.0:
            evidence.sure = False
    return [evidence for evidence in sure if evidence.sure]


def _answers(evidence: Evidence) -> bool:
    """Nearly sure, and speaking: the second voice beside a sure one."""
    return not evidence.sure and evidence.score >= 0.5 and evidence.spoken >= 0.4 and len(evidence.heads) > 1


def _is_firm(evidence: Evidence) -> bool:
    return (
        any(surface_kind(head) in FIRM or surface_kind(head) == "space" for head in evidence.heads)
        or evidence.shape == 1.0
    )


def _stamp_bonus(head: Head) -> float:
    return 1.2 if head.stamp and surface_kind(head) != "name" else 0.0


def _strong_singles(found: Sequence[Evidence]) -> list[Evidence]:
    """Documents where nobody speaks twice: two or more full names or voices that speak to somebody.

    A list of names with descriptions has the same labels, but nobody says "I" or "you" in it.
    """
    firm = [e for e in found if e.shape >= 0.5 and not e.prose and any(surface_kind(h) in FIRM for h in e.heads)]
    firm = [e for e in firm if (e.heads[0].line > 0 or e.shape >= 0.9) and e.entries < 1 and not e.lower]
    if not any(e.shape >= 0.75 for e in firm):
        firm = [e for e in found if e.shape >= 0.9 and e.spoken and not e.listed]
        firm = firm if len(firm) >= 3 else []
    if not firm or sum(bool(e.spoken) for e in firm) < 0.5 * len(firm):
        return []
    for evidence in firm:
        evidence.sure = True
    return firm


def _of_sure(sure: Sequence[Evidence]) -> list[Accepted]:
    """Every place of a sure label that is set as this document sets its labels."""
    layouts: Counter[str] = Counter()
    for evidence in sure:
        layouts.update(surface_kind(head) for head in evidence.heads)
    total = sum(layouts.values())
    accepted: list[Accepted] = []
    for evidence in sure:
        own = Counter(surface_kind(head) for head in evidence.heads)
        for head in evidence.heads:
            kind = surface_kind(head)
            usual = layouts[kind] >= 0.02 * total or own[kind] >= 0.2 * len(evidence.heads)
            if (not usual and kind not in FIRM) or head.line in evidence.roster:
                continue
            n = len(evidence.heads)
            confidence = 0.8 if n == 1 else 0.95 if n == 2 else 0.98
            accepted.append(Accepted(head, confidence, _reason(head, n)))
    return accepted


def _reason(head: Head, n: int) -> str:
    times = "once" if n == 1 else f"{n} times"
    return f"label '{head.label}' ({head.surface}) at the start of a line, seen {times}"


@dataclass(slots=True)
class _Style:
    """How the sure labels of a document are set."""

    layouts: Counter[tuple[str, str, bool]]
    surfaces: Counter[str]
    kinds: Counter[str]
    last_words: set[str]
    labels: int
    one_word: int
    first_line: int


def _style_of(sure: Sequence[Evidence]) -> _Style:
    heads = [head for evidence in sure for head in evidence.heads]
    return _Style(
        layouts=Counter(layout_key(head) for head in heads),
        surfaces=Counter(head.surface for head in heads),
        kinds=Counter(surface_kind(head) for head in heads),
        last_words={evidence.key.split()[-1] for evidence in sure},
        labels=len(heads),
        one_word=sum(len(evidence.heads) for evidence in sure if " " not in evidence.key),
        first_line=min(head.line for head in heads),
    )


def _second_pass(rest: Sequence[Evidence], sure: Sequence[Evidence]) -> list[Accepted]:
    style = _style_of(sure)
    accepted: list[Accepted] = []
    for evidence in rest:
        base = _second_base(evidence, style)
        for head in evidence.heads:
            score = base + _likeness(evidence, head, style)
            if score >= LIKELY:
                reason = _reason(head, len(evidence.heads)) + ", set like the sure labels"
                accepted.append(Accepted(head, _confidence(score), reason))
    return accepted


def _confidence(score: float) -> float:
    """A titled name set exactly like the others is hardly less sure than they; the rest is reported."""
    return 0.9 if score >= LIKELY + 1.9 else 0.8 if score >= LIKELY + 0.5 else 0.6


def _second_base(evidence: Evidence, style: _Style) -> float:
    """What a label is worth in the second pass, wherever it stands."""
    n = len(evidence.heads)
    score = 4 * (evidence.shape - 0.6) + 0.45 * math.log2(n) - (1.5 if evidence.prose else 0) - 2.5 * evidence.listed
    if style.last_words.intersection(_NAME_PARTS.split(evidence.key)):
        score += 0.8
    if " " not in evidence.key and style.one_word < 0.05 * style.labels and evidence.shape < 0.9:
        score -= 0.7
    if n >= 4 and evidence.alternates < 0.15:
        score -= 2.0
    if n >= 5 and evidence.spoken < 0.1 and evidence.shape < 0.75:
        score -= 2.0
    if not evidence.spoken and not _is_firm(evidence):
        score -= 0.7
    return score


def _likeness(evidence: Evidence, head: Head, style: _Style) -> float:
    """How much one place is set like the sure labels."""
    score = 0.5 * PRIOR.get(surface_kind(head), -1.0)
    if style.layouts[layout_key(head)]:
        # small letters are set like others in small letters by choice, not by chance
        score += 1.8 if case_of(head.label) == "none" else 1.5
    elif style.surfaces[head.surface]:
        score += 0.7
    elif style.kinds[surface_kind(head)]:
        score += 0.3 if style.labels < 10 else -0.3
    else:
        score -= 1.5
    if head.line < style.first_line and not (evidence.shape >= 0.75 and style.layouts[layout_key(head)]):
        score -= 1.0 + (head.line == 0)
    return score
