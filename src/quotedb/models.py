"""The values that travel between the rooms: frozen, comparable, without behaviour of their own.

Offsets are Unicode code points into `Document.text`, half-open: ``text[start_char:end_char]``. Dates are ISO strings
(``2023-09-13``, or ``2023-09`` and ``2023`` where no more is known).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Form = Literal["auto", "transcript", "article"]
Kind = Literal["turn", "direct", "mixed", "indirect"]
Rendering = Literal["original", "interpreted", "translated", "unknown"]
SpeakerKind = Literal["person", "body", "group", "unnamed"]
#: How two utterances are one statement: the same words, a stretch of the same words, or other words
#: Bands of confidence in who said it: sure from the first figure on, uncertain below the second, likely between them.
#: Chosen by cross-validation on annotated articles: of those below it about one in three is wrong, of those above it one
#: in twenty. Nobody is accused on an uncertain attribution.
SURE_FROM, UNCERTAIN_BELOW = 0.9, 0.8
Relation = Literal["same-text", "excerpt", "other-wording"]

FORMS: tuple[Form, ...] = ("auto", "transcript", "article")
KINDS: tuple[Kind, ...] = ("turn", "direct", "mixed", "indirect")
RENDERINGS: tuple[Rendering, ...] = ("original", "interpreted", "translated", "unknown")
#: Those in which the words are not the speaker's own.
TRANSLATED: tuple[Rendering, ...] = ("interpreted", "translated")


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
    pages: tuple[int, ...] = ()  #: the offset at which each page begins, where the document has pages
    damage: str | None = None  #: what seems to be wrong with the file that was read, in a sentence
    #: who speaks, as it stands before their words, where the file has a field for it that the text was written from
    speakers: tuple[str, ...] = ()

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
    partial: frozenset[str] = (
        frozenset()
    )  #: the names of `kinds` that are a bare last name or role: no full name in sight


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that gave no document, and the sentence that says why and what to do."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one source brought into the database."""

    location: str
    title: str
    status: Literal["new", "unchanged", "changed", "restored", "copy"]
    #: new: a new text; unchanged: known text at a known place; changed: a new text at a known place;
    #: restored: a text that had been replaced stands there again; copy: a known text at a new place
    document_id: int
    turns: int  #: turns of a transcript (passages, not pieces)
    quotations: int
    speakers: int  #: different speakers named in it
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unjoined:
    """Utterances that stand under a bare label which may be a known person: joining is for people to decide."""

    label: str
    utterances: int
    documents: int
    candidates: tuple[str, ...]  #: known people that the label fits
    printed: tuple[
        str, ...
    ] = ()  #: the label in each form that adds a title, the commonest first: each may be another person
    searched: bool = False  #: the name that was asked for means this label, too: its utterances are among the hits


@dataclass(frozen=True, slots=True)
class Report:
    """What came in, source by source, and what did not."""

    documents: tuple[Ingested, ...]
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    unjoined: tuple[Unjoined, ...] = ()
    passed_over: tuple[str, ...] = ()  #: files in folders that are no documents, as far as their names say


@dataclass(frozen=True, slots=True)
class Hit:
    """One utterance that a search found, with its document and the best window of its words."""

    uid: str
    text: str
    start_char: int
    end_char: int
    kind: Kind
    label: str | None
    speaker: str | None
    speakers: tuple[str, ...]
    note: str | None
    rendering: Rendering
    section: str | None
    timestamp: str | None
    page: int | None
    cue: str | None
    via: str | None
    passage: int
    rule: str
    confidence: float
    document: str  #: its title
    event: str | None
    spoken: str | None
    publisher: str | None
    published: str | None
    url: str | None
    location: str
    snippet: str  #: the best window of `text`, cut between words
    spans: tuple[tuple[int, int], ...]  #: the matched words in `snippet`
    copies: tuple[str, ...] = ()  #: other places that show the same text
    document_id: int = 0  #: its number in this database
    ingested: str = ""  #: when the document came in: ISO time with its zone


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of one page, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int  #: counted to 10,000 and no further
    capped: bool
    understood: str  #: the query as it was understood
    unjoined: tuple[Unjoined, ...] = ()  #: asked for a speaker: bare labels that may be the same person
    undated: int = 0  #: asked for dates: matching utterances left out because their document has no date

    def __iter__(self) -> Iterator[Hit]:
        """Go through the hits."""
        return iter(self.hits)

    def __len__(self) -> int:
        """How many hits this page holds."""
        return len(self.hits)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer looked at."""

    documents: int
    transcripts: int
    with_speaker: int | None  #: documents with the speaker that was asked for; None: nobody was asked for
    first: str | None  #: ISO date
    last: str | None
    undated: int = 0  #: of the documents that first and last speak of, how many have no date


VerdictName = Literal["verbatim", "other-speaker", "altered", "other-wording", "not-found"]


@dataclass(frozen=True, slots=True)
class Match:
    """One place of the record beside a quote."""

    uid: str
    verdict: VerdictName
    flags: tuple[str, ...]
    speaker: str | None
    label: str | None
    kind: Kind
    rendering: Rendering
    confidence: float
    text: str  #: the matched window, the record's own characters
    start_char: int
    end_char: int
    context: str  #: the utterance that it stands in
    document: str
    publisher: str | None
    published: str | None
    url: str | None
    copies: tuple[str, ...]
    diff: tuple[tuple[str, str, str], ...]
    #: (op, words of the quote, words of the record), from the quote to the record: equal; delete (only the quote has the
    #: words); insert (only the record); replace (an ellipsis of the quote is replaced by what it leaves out)
    spoken: str | None = None  #: ISO date on which the words were said, where that is known
    location: str = ""  #: the file or address that was ingested


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record holds of a quote; the first match is the best."""

    quote: str
    verdict: VerdictName
    flags: tuple[str, ...]
    matches: tuple[Match, ...]
    coverage: Coverage
    understood: str = ""  #: what was looked for, and whom the named speaker was taken for
    capped: bool = False  #: there are more exact places than `matches` holds
    explanation: str = ""  #: the verdict in one plain sentence


def uid(sha256: str, start_char: int, end_char: int) -> str:
    """The permanent identifier of these characters of this text: 16 hexadecimal digits."""
    return hashlib.blake2b(f"{sha256}:{start_char}:{end_char}".encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Variant:
    """The same statement elsewhere, with what differs."""

    relation: Relation
    score: float  #: how sure it is that the two are one statement, 0 to 1
    translation: bool  #: another wording, and one side is interpreted or translated: such differ, and are no misquote
    here: str  #: what agrees, as the utterance that was asked for has it
    text: str  #: and as the other one has it
    start_char: int  #: of `text` in the other one's document
    end_char: int
    diff: tuple[tuple[str, str, str], ...]
    #: (op, words here, words there), from here to there as in `Match.diff`: equal; delete (only here); insert (only there);
    #: replace (other words)
    uid: str
    speaker: str | None
    label: str | None
    kind: Kind
    rendering: Rendering
    document: str
    spoken: str | None
    publisher: str | None
    published: str | None
    url: str | None
    location: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What one run of linking did."""

    compared: int  #: utterances that had not been compared before
    made: int  #: links written
    dropped: int  #: links removed, because they do not hold any more
    total: int  #: links in the database now


#: quote: somebody's words; short: one or two words of somebody; mark: in quotation marks, but taken for nobody's words
#: (a title, a term, a headline, the writer's own irony)
DraftRole = Literal["quote", "short", "mark"]


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """One quotation of a draft, with its place there, and what the record holds of it."""

    number: int  #: from 1, in the order of the draft
    role: DraftRole
    spans: tuple[tuple[int, int], ...]  #: its pieces in the draft's text, in order
    kind: Kind | None  #: None for a mark
    label: str | None  #: whom the draft names, as printed
    speaker: str | None  #: whom that was taken for; asked of the record
    speaker_known: bool | None  #: whether the record knows that name; None: nobody is named
    confidence: float  #: that the draft's words were given to the right speaker
    verdict: VerdictName
    flags: tuple[str, ...]
    answer: Verdict  #: in full; `answer.quote` holds the words


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document of the record that is no evidence for a draft, because it is the draft, or a version of it."""

    document_id: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """A draft, held against the record quotation by quotation."""

    draft: Document
    quotes: tuple[DraftQuote, ...]
    left_out: tuple[LeftOut, ...]
    indirect: int  #: passages of reported speech without marks: they are not checked as words
    unknown: tuple[str, ...]  #: speakers of the draft that the record does not know
    problems: tuple[Problem, ...]  #: of the draft: marks that nothing closes, words that nobody is named for
    coverage: Coverage
