"""The labels of a document: every candidate, what was weighed, and those that count."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.announcing import is_an_announced_voice, is_announced, is_promised
from quotedb.parsing.transcript.arrowed import with_arrows
from quotedb.parsing.transcript.candidates import candidates, read_again
from quotedb.parsing.transcript.conversation import (
    conversation,
    without_dashes,
    without_rosters,
)
from quotedb.parsing.transcript.counted import counted_lines
from quotedb.parsing.transcript.evidence import collect
from quotedb.parsing.transcript.fielded import fielded_heads
from quotedb.parsing.transcript.framed import framed_heads
from quotedb.parsing.transcript.front import (
    below_transcript,
    only_speaking,
    without_back,
    without_calls,
    without_front,
)
from quotedb.parsing.transcript.inner import inner_heads
from quotedb.parsing.transcript.known import known_again
from quotedb.parsing.transcript.labels import judge
from quotedb.parsing.transcript.labelwords import label_words, vouched_for
from quotedb.parsing.transcript.language import knows_the_language
from quotedb.parsing.transcript.nobody import why_nobody
from quotedb.parsing.transcript.notes import note_words
from quotedb.parsing.transcript.offices import without_roster
from quotedb.parsing.transcript.openings import FEW, opening
from quotedb.parsing.transcript.shape import shape_of
from quotedb.parsing.transcript.spaced import with_spaced
from quotedb.parsing.transcript.stamped import named_labels, stamped_labels
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind
from quotedb.parsing.transcript.unread import are_the_same, is_an_exchange, leaves_out, says_more
from quotedb.parsing.zones.lines import layout_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.models import Form
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labels import Accepted, Judgement
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head
    from quotedb.parsing.zones.lines import Layout, Line


#: Fewer labels may be the opening of a talk: then a promise above them, that a transcript follows, is worth a title.
PROMISED = 4
#: Up to five words at the head of a line, before a colon, a bracket, a time or the end of the line; or its first letter.
#: Then the heads of its sentences, and "I".
_NAMES = re.compile(
    r"^(?:[^\w\n]|[\d_]){0,40}?(?:[ap]\.?m\.? )?(?P<name>[^\W\d_][^\s:\[(<|]{0,30}(?: [^\s:\[(<|,]{1,30}){0,4}(?<![.?!;,]))"
    r"(?=\s?[:\[(<|]|,?[ \t]{1,9}\d{1,2}:|[ \t]{0,9}$)|^(?:[^\w\n]|[\d_]){0,40}[^\W\d_]",
    re.MULTILINE,
)
_SENTENCES = re.compile(r"[.?!…][\"”’)]{0,3}\s{1,9}[\"“‘(]?[^\W\d_]|(?<![^\s\"“‘(])i(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w’']*")


@dataclass(frozen=True, slots=True)
class Labelling:
    """How the labels of a document were found: what an explanation looks at, and nothing else needs."""

    lines: Sequence[Line]
    layout: Layout
    heads: Sequence[Head]  #: every candidate, in the order of the text
    judgement: Judgement
    accepted: Sequence[Accepted]  #: the labels that count
    announced: bool  #: the document calls itself a transcript
    refused: str  #: why candidates that were taken for labels do not count in the end, "" where they do
    doubtful: bool = False  #: they count because of what is said behind them


def find_labels(
    text: str,
    blocks: Sequence[Block],
    lex: Lexicon,
    form: Form = "auto",
    lines: Sequence[Line] | None = None,
    speakers: Sequence[str] = (),
) -> Labelling:
    """The labels of a document, with everything that was weighed; `lines` are those of the text, where they are known.

    `speakers` are those whom the file itself named where the text was written from one that has a field for it: then
    nothing has to be weighed.
    """
    words = vouched_for(text, label_words(lex))
    lines = lines_of(text) if lines is None else lines
    layout = layout_of(text, lines)
    notes = note_words(lex)
    counted = counted_lines(text, lines)

    def plausible(label: str) -> float:
        return shape_of(label, words)

    heads = candidates(text, lines, layout, blocks, notes, plausible, counted)
    heads = without_roster(text, lines, with_spaced(heads, text, lines, blocks, words), words)
    starts = [line.start for line in lines]
    inner = inner_heads(text, blocks, lambda at: bisect_right(starts, at) - 1, heads, words, plausible)
    if inner:
        heads = sorted([*heads, *inner], key=lambda head: head.start)
    announced = form == "transcript" or is_announced(text, blocks, heads, words.announcing, words)
    paragraphs = sum(block.zone is Zone.BODY for block in blocks)
    found = collect(heads, text, words)
    judgement = judge(found, paragraphs)
    again = read_again(text, lines, heads, judgement.accepted, notes, plausible, counted)
    if again:
        heads, found = again, collect(again, text, words)
        judgement = judge(found, paragraphs)
    transcribed = is_announced(text, blocks, heads, words.transcribed, words)

    def talk_of(voices: list[Accepted], doubtful: bool) -> tuple[list[Accepted], str]:
        """Those of some labels that make a conversation; or none, and why."""
        talk, refused = conversation(text, voices, blocks, announced, words)
        few = 0 < len(talk) < PROMISED and not transcribed
        said_so = (
            transcribed
            or (len(talk) == 1 and is_an_announced_voice(talk[0].head, announced, words))
            or form == "transcript"
            or (few and is_promised(text, blocks, talk[0].head.start, words))
        )
        nobody = why_nobody(text, lines, talk, words, said_so, doubtful)
        return ([], nobody) if nobody else (talk, refused)

    def settled(
        judgement: Judgement, doubtful: bool = False, among: Sequence[Head] | None = None
    ) -> tuple[list[Accepted], str]:
        """The labels that make a talk; or none, and why."""
        voices = without_calls(text, without_rosters(text, without_dashes(text, judgement.accepted)), blocks)
        voices = below_transcript(text, voices, blocks, words)
        voices = without_back(text, without_front(text, voices, words), blocks, words)
        talk, refused = talk_of(voices, doubtful)
        if not talk:
            talk, otherwise = talk_of(only_speaking(text, voices, words), doubtful)
            refused = otherwise if talk else refused or otherwise
        if not talk:
            return [], refused
        those = heads if among is None else among
        voices = known_again(text, lines, layout, blocks, those, talk)
        return with_arrows(text, lines, those, voices) if ">>" in text else voices, refused

    doubtful = False
    accepted, refused = named_labels(text, lines, heads, speakers) or stamped_labels(text, lines, heads), ""
    if not accepted:
        accepted, refused = settled(judgement)
        if not accepted and knows_the_language(text, words):
            firm = sorted(head.start for one in found for head in one.heads if surface_kind(head) in FIRM)
            promised = any(is_promised(text, blocks, start, words) for start in firm[:PROMISED])
            accepted, _ = settled(judge(found, paragraphs, True, promised), doubtful=not promised)
            doubtful = bool(accepted)
            judgement = judge(found, paragraphs, doubtful, promised and doubtful)
        if not accepted and len(judgement.accepted) <= FEW:  # of more labels all has been weighed
            accepted = opening(text, heads, blocks, words)
    usual = _Reading(heads, judgement, accepted, refused, doubtful)
    read = _read_otherwise(text, lines, words, plausible, paragraphs, usual, settled)
    heads, judgement, accepted, doubtful = read.heads, read.judgement, read.accepted, read.doubtful
    if not accepted and text.islower():
        raised = _with_capitals(text)
        if not raised.islower():  # some letters have no capital
            return _in_small_letters(text, find_labels(raised, blocks, lex, form, lines, speakers))
    return Labelling(lines, layout, heads, judgement, accepted, transcribed, "" if accepted else refused, doubtful)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The candidates of a document that one way to read it finds, and those that count."""

    heads: list[Head]
    judgement: Judgement
    accepted: list[Accepted]
    refused: str = ""
    doubtful: bool = False


def _read_otherwise(
    text: str,
    lines: Sequence[Line],
    words: LabelWords,
    plausible: Callable[[str], float],
    paragraphs: int,
    usual: _Reading,
    settled: Callable[[Judgement, bool, Sequence[Head]], tuple[list[Accepted], str]],
) -> _Reading:
    """The fields of records or a frame of the document's own, where these make a talk, and the usual reading leaves it out."""
    if not leaves_out(lines, text, usual.accepted, words):
        return usual
    for reading in (fielded_heads, framed_heads):
        heads = reading(text, lines, words, plausible, paragraphs)
        if not heads or (usual.refused and are_the_same(heads, usual.judgement.accepted)):
            continue
        judgement = judge(collect(heads, text, words), paragraphs)
        found, _ = settled(judgement, False, heads)
        more = says_more(found, usual.accepted, words) and is_an_exchange(text, found)
        if more and settled(judgement, True, heads)[0]:
            return _Reading(heads, judgement, found)
    return usual


def _with_capitals(text: str) -> str:
    """A text that has no capital at all, with those that a writer would set; every character keeps its place.

    Without them `ms. ana velt: good evening` is no name, and has nothing else that shows it for one.
    """

    def capital(word: str) -> str:
        return word[0].upper() + word[1:] if len(word[0].upper()) == 1 else word

    def last(found: re.Match[str]) -> str:
        return found[0][:-1] + capital(found[0][-1])

    def named(found: re.Match[str]) -> str:
        name = found["name"]
        return last(found) if name is None else found[0][: -len(name)] + _WORD.sub(lambda word: capital(word[0]), name)

    return _SENTENCES.sub(last, _NAMES.sub(named, text))


def _in_small_letters(text: str, found: Labelling) -> Labelling:
    """The labels as the text prints them, which was read with capitals."""
    accepted = [
        replace(one, head=replace(one.head, label=text[one.head.start : one.head.end])) for one in found.accepted
    ]
    return replace(found, accepted=accepted)
