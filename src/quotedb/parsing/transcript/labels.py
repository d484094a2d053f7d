"""Which candidates are speaker labels: judged from how the document itself uses them.

Two passes. The first finds the sure labels: they repeat, alternate with others and look like a name or a voice. The
second takes what stands once, if it is set like the sure ones.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.evidence import UNKNOWN, Evidence
from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.listed import TALK, dropped, is_answered, no_list, talking
from quotedb.parsing.transcript.scoring import (
    EVERYWHERE,
    LIKELY,
    SURE,
    UNSTOPPED,
    Style,
    first_parts,
    is_firm,
    likeness,
    second_base,
    style_of,
    total,
)
from quotedb.parsing.transcript.shape import case_of, key_of
from quotedb.parsing.transcript.short import of_a_short_document
from quotedb.parsing.transcript.surfacekinds import CHAT, FIRM, layout_key, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.surfaces import Head

#: So large a share of the paragraphs, and so many of them, begin with a label where a surface covers the document.
COVERED, FEWEST_COVERED = 0.7, 4
#: A short talk has no more labels, candidates that are none counted.
SHORT_TALK = 30
#: Behind one of these nothing but a colon makes another label.
COLONS = frozenset({"colon", "bold colon", "wide colon"})
#: In a chat, who comes and goes stands between the lines.
CHATTED = 0.5
#: A handle alone on its line is a paragraph itself: where every third one is such a handle, nearly every turn begins with one.
ALONE = 0.3
#: So many, at least, write in a chat beside the talk.
WRITERS = 3
#: A label that comes back is so sure, and no address.
TWICE = 0.95
#: Who answers inside the lines of another does so as often at least.
RUN_IN = 3


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that was taken for a label, with how sure that is (0 to 1) and why, in words."""

    head: Head
    confidence: float
    rule: str


@dataclass(slots=True)
class Judgement:
    """The labels among the candidates, in the order of the lines, and what was weighed to find them."""

    found: Sequence[Evidence]
    accepted: list[Accepted] = field(default_factory=list)
    layouts: dict[tuple[str, str, bool], float] = field(default_factory=dict)  #: of full names, for `first_parts`
    talking: frozenset[str] = frozenset()  #: surfaces of a meeting, for `first_parts`
    covering: frozenset[str] = frozenset()  #: surfaces with which nearly every paragraph begins
    style: Style | None = None  #: how the sure labels are set, for `second_parts`; None where none is sure
    singles: bool = False  #: nobody speaks twice: full names and voices that speak count although they stand once
    refused: str = ""  #: why no label counts although some were sure


def judge(found: Sequence[Evidence], paragraphs: int = 0, doubtful: bool = False, promised: bool = False) -> Judgement:
    """The labels among the candidates, in a document of so many paragraphs.

    With `doubtful` those, too, that may be a list of names, or stand once each: then what is said behind them must speak for them.
    `promised` says that a transcript was announced right above them.
    """
    covering = _covering(found, paragraphs)
    judgement = Judgement(found, layouts=_strong_layouts(found), talking=talking(found), covering=covering)
    for evidence in found:
        evidence.dropped = ""
        evidence.score = total(first_parts(evidence, judgement.layouts, judgement.talking, covering))
        # `Guest: Ana Velt`, `Title: ...`, `Recorded: ...` at the head; speech without full stops is in small letters
        field = evidence.entries == 1 and bool(evidence.fields) and evidence.small < UNSTOPPED
        evidence.sure = evidence.score >= SURE and len(evidence.heads) >= 2 and not field
    sure = _without_strays([evidence for evidence in found if evidence.sure], found)
    if CHAT not in covering:  # what people write in a chat has the form of a list
        sure = no_list(sure, found, judgement, doubtful)
    if judgement.refused:
        return judgement
    if not sure:
        voices = [evidence for evidence in found if max(evidence.options, evidence.narrated) < 0.5]
        sure = of_a_short_document(voices, paragraphs, doubtful, promised)
        judgement.singles = bool(sure)
    if len(sure) == 1 and sure[0].shape < 0.75:
        answered = is_answered(sure[0], found)
        answered = answered or any(
            e.shape >= 0.45 and e.heads and not e.prose and is_firm(e) for e in found if not e.sure
        )
        sure = sure if answered else dropped(sure, "one label that is no full name, and nobody answers")
    if not sure:
        return judgement
    judgement.style = style_of(sure, covering, judgement.talking, _chat(found))
    judgement.accepted = [*_of_sure(sure), *_second_pass([e for e in found if not e.sure], judgement.style)]
    judgement.accepted.sort(key=lambda one: one.head.start)
    judgement.accepted = _without_addresses(judgement.accepted)
    return judgement


def _chat(found: Sequence[Evidence]) -> list[Head]:
    """The handles in angle brackets, where several stand there: in minutes, what others write while somebody speaks."""
    written = [e for e in found if any(surface_kind(head) == CHAT for head in e.heads)]
    heads = [head for e in written for head in e.heads if surface_kind(head) == CHAT]
    return heads if len(written) >= WRITERS < len(heads) else []


def _without_addresses(accepted: Sequence[Accepted]) -> list[Accepted]:
    """A label on its own line has words below it: what stands there in front of a colon is an address, and said.

    `Ana Velt: (00:12)` and below it `Madam Chairman, members of the council: good morning`.
    """
    kept: list[Accepted] = []
    for one in accepted:
        above = kept[-1] if kept else None
        spoken = above is not None and above.head.bare and one.head.line == above.head.line + 1 and not one.head.bare
        firm = above is not None and surface_kind(above.head) in COLONS and surface_kind(one.head) not in COLONS
        named = above is not None and key_of(one.head.label) == key_of(above.head.label)
        named = named and surface_kind(one.head) not in COLONS  # `Ana Velt. Good morning.`: his own name
        if not (spoken and above is not None and (firm or named or one.confidence < min(above.confidence, TWICE))):
            kept.append(one)
    return kept


def _covering(found: Sequence[Evidence], paragraphs: int) -> frozenset[str]:
    """The surfaces on which nearly every paragraph begins with a plausible label, some of which come back."""
    times: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    stamped = sum(head.stamp is not None for evidence in found for head in evidence.heads)
    handles = 0
    for evidence in found:
        logged = stamped >= TALK and all(head.stamp for head in evidence.heads)  # in a log entries are short
        chat = logged or surface_kind(evidence.heads[0]) == CHAT
        if evidence.shape >= 0.45 and (evidence.entries <= 0.5 or chat):
            times.update(surface_kind(head) for head in evidence.heads)
            labels.update({surface_kind(head) for head in evidence.heads})
            if surface_kind(evidence.heads[0]) == "bare" and case_of(evidence.heads[0].label) == "none":
                handles += len(evidence.heads)
    unbroken = _line_by_line(found)
    # names alone on their lines show their capitals, and may be signatures; handles have nothing but their places
    share = {CHAT: CHATTED, "bare": ALONE if 2 * handles > times["bare"] else COVERED}
    return frozenset(
        kind
        for kind, n in times.items()
        if (n >= max(FEWEST_COVERED, share.get(kind, COVERED) * paragraphs) and 1 < labels[kind] <= 0.7 * n)
        or kind == unbroken
    )


def _line_by_line(found: Sequence[Evidence]) -> str:
    """The firm surface on which every line begins from the first label to the last, in a short talk: one comes back, and one asks."""
    by_kind: dict[str, list[Evidence]] = {}
    for evidence in found if len(found) <= SHORT_TALK else ():
        if evidence.shape >= 0.45 and evidence.entries <= 0.5 and surface_kind(evidence.heads[0]) in FIRM:
            by_kind.setdefault(surface_kind(evidence.heads[0]), []).append(evidence)
    for kind, voices in by_kind.items():
        order = sorted((head.line, e.key) for e in voices for head in e.heads)
        whole = (
            len(order) >= FEWEST_COVERED and order[-1][0] - order[0][0] == len(order) - 1 and len(order) > len(voices)
        )
        turns = all(a[1] != b[1] for a, b in itertools.pairwise(order))
        if whole and turns and any(e.asks for e in voices):
            return kind
    return ""


def _strong_layouts(found: Sequence[Evidence]) -> dict[tuple[str, str, bool], float]:
    """For each layout, the share of its candidates that look like a full name; empty where none does.

    Names of a roster, each once and with no sentence behind it, set nothing: below them may stand first names as labels.
    """
    total: Counter[tuple[str, str, bool]] = Counter()
    strong: Counter[tuple[str, str, bool]] = Counter()
    for evidence in found:
        for head in evidence.heads if len(evidence.heads) > 1 or not (evidence.listed or evidence.entries) else ():
            layout = layout_key(head)
            total[layout] += 1
            strong[layout] += evidence.shape >= 0.75
    shares = {layout: strong[layout] / total[layout] for layout in total}
    best = max((strong[layout] for layout in total if shares[layout] >= 0.5), default=0)
    return shares if best >= 4 else {}


def _without_strays(sure: list[Evidence], found: Sequence[Evidence]) -> list[Evidence]:
    """Where labels carry a firm mark, a label without one needs more evidence: short lines repeat for many reasons."""
    firm = sum(len(e.heads) for e in sure if is_firm(e))
    loose = sum(len(e.heads) for e in sure if not is_firm(e))
    if not firm and len(sure) == 1 and not any(_answers(e) for e in found) and not is_answered(sure[0], found):
        return dropped(sure, "one short line that comes back, and nobody answers")
    if firm < 4 or firm < loose:
        return sure
    for evidence in sure:
        if not is_firm(evidence) and evidence.score < SURE + 3.0 and not _is_run_in(evidence):
            evidence.sure = False
            evidence.dropped = "the labels of this document carry a firm mark, this one carries none"
    return [evidence for evidence in sure if evidence.sure]


def _is_run_in(evidence: Evidence) -> bool:
    """Whether a label that looks like a name comes back inside lines, where others speak in between."""
    return (
        all(head.surface in INSIDE for head in evidence.heads)
        and evidence.shape >= 0.75
        and len(evidence.heads) >= RUN_IN
        and evidence.alternates >= 0.4
        and evidence.spoken >= UNKNOWN
    )


def _answers(evidence: Evidence) -> bool:
    """Nearly sure, and speaking, or a full name that asks: the second voice beside a sure one."""
    asking = evidence.asks and evidence.shape >= 0.9
    return (
        not evidence.sure and evidence.score >= 0.5 and (evidence.spoken >= 0.4 or asking) and len(evidence.heads) > 1
    )


def _of_sure(sure: Sequence[Evidence]) -> list[Accepted]:
    """Every place of a sure label that is set as this document sets its labels."""
    layouts: Counter[str] = Counter()
    for evidence in sure:
        layouts.update(surface_kind(head) for head in evidence.heads)
    total = sum(layouts.values())
    accepted: list[Accepted] = []
    for evidence in sure:
        own = Counter(surface_kind(head) for head in evidence.heads)
        cases = {case_of(head.label) for head in evidence.heads if surface_kind(head) in FIRM}
        for head in evidence.heads:
            kind = surface_kind(head)
            usual = layouts[kind] >= 0.02 * total or own[kind] >= 0.2 * len(evidence.heads)
            if (not usual and kind not in FIRM) or head.line in evidence.roster:
                continue
            if cases and kind not in FIRM and not head.bare and case_of(head.label) not in cases:
                continue  # a title that names the guest: `Ana Velt - Tern tonight` above `ANA VELT: Good evening`
            most = own.most_common(1)[0][1]
            if (
                head.line in evidence.brief
                and kind != CHAT
                and own[kind] == 1
                and (most > 1 or (cases and kind not in FIRM))
            ):
                continue  # in another layout than all else of this speaker, and no sentence: a line of a roster or a legend
            n = len(evidence.heads)
            confidence = 0.8 if n == 1 else 0.95 if n == 2 else 0.98
            accepted.append(Accepted(head, confidence, _reason(head, n)))
    return accepted


def _reason(head: Head, n: int) -> str:
    times = "once" if n == 1 else f"{n} times"
    return f"label '{head.label}' ({head.surface}) at the start of a line, seen {times}"


def _second_pass(rest: Sequence[Evidence], style: Style) -> list[Accepted]:
    accepted: list[Accepted] = []
    for evidence in rest:
        base = total(second_base(evidence, style))
        for head in evidence.heads:
            score = base + total(likeness(evidence, head, style))
            if score >= LIKELY:
                reason = _reason(head, len(evidence.heads)) + ", set like the sure labels"
                helped = EVERYWHERE if surface_kind(head) in style.covering else 0.0
                accepted.append(Accepted(head, _confidence(score - helped), reason))
    return accepted


def _confidence(score: float) -> float:
    """A titled name set exactly like the others is hardly less sure than they; the rest is reported."""
    return 0.9 if score >= LIKELY + 1.9 else 0.8 if score >= LIKELY + 0.5 else 0.6
