"""What a sieve looks at and what it answers: one quotation in its paragraph, and who said it by which evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.grammar import PARTICIPLES, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase, Subjects

DASHES = frozenset({"―", "—", "–", "-", "--"})
CONTINUES = "continues the quotation before it"
RELAYED = "quoted by somebody else as saying"
REPORTED_ON = "goes on reporting who spoke before"
#: The sieve of last resort: no verb of saying, only a subject.
BY_CLAUSE = "subject of the clause"


class Attribution(NamedTuple):
    """The decision for one quotation: who (phrases of paragraph `paragraph`), by which cue, by which sieve."""

    who: Subjects
    sieve: str
    paragraph: int
    cue: int | None = None  #: token of the cue
    via: Phrase | None = None
    inherited: bool = False  #: taken over from the quotation before
    confidence: float | None = None  #: how sure a ranker is; None where a sieve alone decided
    nobody: bool = False  #: that nobody is named, which is an answer, too; `who` is empty then


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as paragraphs, and what was decided for the quotations so far."""

    text: str
    paragraphs: list[Paragraph]
    decided: dict[tuple[int, int], Attribution]  #: by paragraph and quotation
    unnamed: set[tuple[int, int]] = field(default_factory=set)  #: those of which is known that nobody is named


class Spot(NamedTuple):
    """One quotation in its paragraph: what a sieve looks at."""

    scene: Scene
    paragraph: Paragraph
    number: int  #: index of the quotation in its paragraph
    place: int  #: its token


Sieve = Callable[[Spot], Attribution | None]


def paragraph_before(scene: Scene, paragraph: Paragraph) -> Paragraph | None:
    """The paragraph before this one, None at the head of the document."""
    return scene.paragraphs[paragraph.index - 1] if paragraph.index > 0 else None


def last_before(scene: Scene, paragraph: Paragraph) -> Attribution | None:
    """What was decided for the last quotation of the paragraph before."""
    before = paragraph_before(scene, paragraph)
    if before is None or not before.quotes:
        return None
    return scene.decided.get((before.index, len(before.quotes) - 1))


def inherit(answer: Attribution | None, sieve: str) -> Attribution | None:
    """The same speaker by another sieve; None from None."""
    if answer is None:
        return None
    return Attribution(answer.who, sieve, answer.paragraph, None, answer.via, inherited=True)


def stands_alone(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """Whether a quotation is a sentence between sentences: `Vesk smiled. "It's a form, Mrs. Olin." She left.`

    No title, term or irony stands so, however short it is and whatever capitals it has.
    """
    quote, text = paragraph.quotes[number], scene.text
    place = paragraph.places[number]
    if quote.single or paragraph.sentence[place] != place or text[quote.end - 1] not in ".?!…":
        return False
    if not text[quote.start].isupper():
        return False
    behind = text[quote.outer[1] : quote.outer[1] + 2]
    return behind[:1] in ("", "\n") or (behind[:1] == " " and not behind[1:].islower())


def behind_colon(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """Whether a quotation is a whole sentence behind a colon: `They know his words: "Let the river run."`"""
    quote, text, place = paragraph.quotes[number], scene.text, paragraph.places[number]
    if place == 0 or paragraph.tokens[place - 1].low != ":" or not text[quote.start].isupper():
        return False
    words = text[quote.start : quote.end - 1].lower().split()
    tags = paragraph.rules.tags
    sentence = len(words) > _FEWEST or (len(words) == _FEWEST and any(tags.get(word) in _SENTENTIAL for word in words))
    return text[quote.end - 1] in ".?!…" and sentence


#: More words than these are a sentence, not a title; so many are one with a pronoun or an auxiliary.
_FEWEST = 3
_SENTENTIAL = frozenset({Tag.AUXILIARY, Tag.PRONOUN})


def is_noun_here(paragraph: Paragraph, index: int, first: int) -> bool:
    """Whether a word that may be a verb is a noun: "the claims", "his recent remarks"."""
    tokens = paragraph.tokens
    before = tokens[index - 1] if index > first else None
    if before is None or before.tag not in (Tag.DETERMINER, Tag.WORD):
        return False
    if before.tag is Tag.DETERMINER and index - 1 in paragraph.ending:
        return False  # "another said": somebody
    return (
        before.tag is Tag.DETERMINER
        or tokens[index].tag in PARTICIPLES
        or tokens[index].low.endswith(paragraph.rules.plurals)
    )
