"""The values of an explanation: lines, labels and quotations, each with what it was taken for and why.

Places are those of `Document.text`: lines are counted from 1, offsets in Unicode code points, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.models import Kind, Problem, Rendering, SpeakerKind

#: Points for or against a label and what they are for, in words.
Part = tuple[float, str]


@dataclass(frozen=True, slots=True)
class NotALabel:
    """What stands like a label and was not taken for one."""

    label: str
    surface: str  #: how it is set off from the words
    why: str
    shape: float  #: how much it looks like a speaker's label, 0 to 1
    times: int = 1  #: how often it stands like one
    score: float | None = None  #: None where it was not weighed
    needed: float | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document, or the part of one that was taken for one thing."""

    line: int
    start_char: int
    end_char: int
    text: str
    taken_for: (
        str  #: label, speech, resumed, note, left out, text, or the zone: heading, caption, list, furniture, stage ...
    )
    why: str
    page: int | None = None
    label: str | None = None  #: whose turn these words belong to, as printed
    speaker: str | None = None
    passage: int | None = None
    surface: str | None = None  #: of a label
    note: str | None = None
    rendering: Rendering | None = None
    timestamp: str | None = None
    section: str | None = None
    confidence: float | None = None
    not_a_label: NotALabel | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One candidate with all its places."""

    label: str
    times: int  #: how often it stands like a label
    taken: int  #: how often it was taken for one
    surfaces: tuple[str, ...]
    lines: tuple[int, ...]  #: the first of them
    speakers: tuple[str, ...]  #: who it stands for in this document
    kind: SpeakerKind | None
    shape: float  #: how much it looks like a speaker's label, 0 to 1
    shape_why: str
    score: float
    needed: float
    parts: tuple[Part, ...]  #: of the score
    why: str  #: why it was taken, or not


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could have said a quotation, and what became of it."""

    label: str
    line: int | None
    start_char: int | None
    end_char: int | None
    speaker: str | None
    rule: str  #: the sieve that proposes this one, "" where none does
    chosen: bool
    why: str  #: why it won or lost
    score: float | None = None  #: of the ranker, 0 to 1; None where sieves decided


@dataclass(frozen=True, slots=True)
class Quotation:
    """One span in quotation marks."""

    line: int
    start_char: int
    end_char: int
    text: str
    taken_for: str  #: direct, mixed, or nobody's words
    why: str
    page: int | None = None
    label: str | None = None
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    cue: str | None = None
    via: str | None = None
    rule: str = ""
    confidence: float | None = None
    passage: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A problem with the line that it stands on."""

    line: int | None
    problem: Problem


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that was seen in one document."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]  #: those that were taken first, then those that were not, most frequent first
    quotations: tuple[Quotation, ...]
    problems: tuple[OpenPlace, ...]
    turns: int
    kinds: dict[Kind, int] = field(default_factory=dict)  #: how many utterances of each kind
    people: dict[str, SpeakerKind] = field(default_factory=dict)
    layout: str = ""  #: how the document breaks its lines
    language: str = ""  #: of the lexicon that was used
    refused: str = ""  #: why no label counts although some were weighed
