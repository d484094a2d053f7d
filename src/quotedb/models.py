"""The values that travel between the rooms: frozen, comparable, without behaviour of their own.

Offsets are Unicode code points into `Document.text`, half-open: ``text[start_char:end_char]``. Dates are ISO strings
(``2023-09-13``, or ``2023-09`` and ``2023`` where no more is known).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

Form = Literal["auto", "transcript", "article"]
Kind = Literal["turn", "direct", "mixed", "indirect"]
Rendering = Literal["original", "interpreted", "translated", "unknown"]
SpeakerKind = Literal["person", "body", "group", "unnamed"]

FORMS: tuple[Form, ...] = ("auto", "transcript", "article")
KINDS: tuple[Kind, ...] = ("turn", "direct", "mixed", "indirect")
RENDERINGS: tuple[Rendering, ...] = ("original", "interpreted", "translated", "unknown")


@dataclass(frozen=True, slots=True)
class Document:
    """One text and what is known about it; `text` is never edited once it stands here."""

    text: str
    title: str = ""
    location: str | None = None  #: where it was read: a path or a URL; None for text that was handed over
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  #: ISO date
    byline: str | None = None
    spoken: str | None = None  #: ISO date on which the words were said
    event: str | None = None
    language: str | None = None  #: two-letter code
    media_type: str = "text/plain"
    raw_sha256: str | None = None  #: of the bytes that were read
    sha256: str = field(init=False, default="")  #: of the text as UTF-8: the document's identity

    def __post_init__(self) -> None:
        """Compute the identity from the text."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One contiguous run of words that somebody said, exactly as the document prints them."""

    text: str
    start_char: int
    end_char: int
    kind: Kind
    label: str | None = None  #: the speaker as printed; None only where nothing is printed
    speaker: str | None = None  #: the longest form of the name in this document; None: nobody could be named
    speakers: tuple[str, ...] = ()  #: everybody who said it, in the order of the text
    note: str | None = None  #: what the label adds in brackets: "as interpreted"
    rendering: Rendering = "unknown"
    section: str | None = None
    timestamp: str | None = None
    page: int | None = None
    cue: str | None = None
    via: str | None = None
    passage: int = 0  #: pieces of one turn or one quotation share it
    rule: str = ""  #: how the speaker was found, in words
    confidence: float = 0.0  #: that the speaker is right, 0 to 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was seen and could not be settled, with its place (None: the whole document)."""

    code: str
    message: str
    start_char: int | None = None
    end_char: int | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that parsing found in one document."""

    utterances: tuple[Utterance, ...]
    problems: tuple[Problem, ...] = ()
    kinds: dict[str, SpeakerKind] = field(default_factory=dict)  #: what each speaker's name stands for
    partial: frozenset[str] = frozenset()  #: the names of `kinds` that are a bare last name or role: no full name in sight
