"""What the steps of parsing hand to each other: spans of the text, with what they were taken for and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.models import Problem, Rendering, SpeakerKind

Span = tuple[int, int]


class Zone(StrEnum):
    """What a block of the document is."""

    BODY = "body"  #: running text or speech
    HEADING = "heading"
    CAPTION = "caption"  #: a picture's caption or credit
    LIST = "list"  #: bullet points, rosters, "read more" links
    FAQ = "faq"  #: a question and answer written by the outlet about itself
    COMMENT = "comment"  #: a reader's comment, its head line included
    FURNITURE = "furniture"  #: page marks, bylines, about-us lines, footers, front matter
    STAGE = "stage"  #: a stage direction on its own line


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of the document: ``text[start:end]`` without the white space round it."""

    start: int
    end: int
    zone: Zone
    reason: str  #: why it was taken for that, in words


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label as printed and the spans of what was said (several where something interrupts)."""

    label: str
    label_span: Span
    pieces: tuple[Span, ...]
    note: str | None = None
    rendering: Rendering = "unknown"
    section: str | None = None
    timestamp: str | None = None
    rule: str = ""
    confidence: float = 1.0
    #: Note and rendering of each piece, where they change inside the turn; empty where they do not.
    changes: tuple[tuple[str | None, Rendering], ...] = ()
    meant: str | None = None  #: the label of which this one is a misprint


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The transcript half of a document: its turns, the blocks that are left for quotes, what stayed open."""

    turns: tuple[Turn, ...]
    rest: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """The person or body behind a mention."""

    name: str  #: the longest form in this document, without titles
    kind: SpeakerKind
    partial: bool = False  #: only a last name or role is known: no full name stands in this document


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of the article half: its pieces, and who is said to have said it.

    The pieces stand between marks; `reported` speech has none and is the writer's wording.
    """

    pieces: tuple[Span, ...]
    mixed: bool
    label: str | None = None  #: as printed: "Olin", "she", "the Harbour Council"
    label_span: Span | None = None
    speakers: tuple[Who, ...] = ()
    cue: str | None = None
    via: str | None = None
    rule: str = ""
    confidence: float = 0.0
    reported: bool = False
    rendering: Rendering = "unknown"
