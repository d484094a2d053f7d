"""From one text to its utterances: blocks, then turns, then quotations in what is left, then who is who."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotedb.models import Analysis, Document, Form, Problem, SpeakerKind, Utterance
from quotedb.parsing.article.quotations import find_quotations
from quotedb.parsing.lexicon.detection import lexicon_of
from quotedb.parsing.memory import no_collection
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.shapes import Dialogue, Quotation, Turn, Who
from quotedb.parsing.transcript.labelling import find_labels
from quotedb.parsing.transcript.refused import refused_labels
from quotedb.parsing.transcript.turns import turns_at
from quotedb.parsing.zones.lines import lines_of
from quotedb.parsing.zones.segments import segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.article.decisions import Decision
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labelling import Labelling
    from quotedb.parsing.zones.lines import Line


@dataclass(slots=True)
class Trace:
    """What was decided on the way to an analysis, step by step: an empty one is handed to `analyse`, which fills it."""

    lex: Lexicon | None = None
    lines: Sequence[Line] = ()
    blocks: Sequence[Block] = ()
    labels: Labelling | None = None  #: None where no transcript was looked for
    dialogue: Dialogue | None = None
    cast: Cast | None = None
    decisions: list[Decision] = field(default_factory=list)


@no_collection()
def analyse(document: Document | str, form: Form = "auto", trace: Trace | None = None) -> Analysis:
    """Everything that one document says: utterances in the order of the text, open problems, kinds of speakers.

    `form` "transcript" looks for turns only, "article" for quotations only, "auto" for both: an article may end in a
    transcript. Pure and deterministic; any text gives a result. What was decided on the way is written into `trace`.
    """
    text, language = (document, None) if isinstance(document, str) else (document.text, document.language)
    speakers = () if isinstance(document, str) else document.speakers
    lex = lexicon_of(text, language)
    lines = lines_of(text)
    blocks = segment(text, lex, lines)
    labels = None if form == "article" else find_labels(text, blocks, lex, form, lines, speakers)
    dialogue = Dialogue((), tuple(blocks)) if labels is None else turns_at(text, blocks, labels, lex, form)
    cast = Cast(text, dialogue.rest, [(turn.meant or turn.label, turn.label_span[0]) for turn in dialogue.turns], lex)
    decisions = None if trace is None else trace.decisions
    quotations, open_marks = (
        ([], []) if form == "transcript" else find_quotations(text, dialogue.rest, cast, lex, decisions)
    )
    if trace is not None:
        trace.lex, trace.lines, trace.blocks, trace.labels = lex, lines, blocks, labels
        trace.dialogue, trace.cast = dialogue, cast

    whos: dict[str, Who] = {}
    found: list[tuple[Turn | Quotation, tuple[Who, ...]]] = [
        (turn, cast.of_label(turn.meant or turn.label, turn.label_span[0])) for turn in dialogue.turns
    ]
    found += [(quotation, quotation.speakers) for quotation in quotations]
    for _, spoke in found:
        whos.update((who.name, who) for who in spoke)

    found.sort(key=lambda passage: passage[0].pieces[0][0])
    pages = () if isinstance(document, str) else document.pages
    numbered: list[Utterance] = []
    for n, (passage, spoke) in enumerate(found, 1):
        if isinstance(passage, Turn):
            numbered += _of_turn(text, passage, spoke, n, pages)
        else:
            numbered += _of_quotation(text, passage, n, pages)
    numbered.sort(key=lambda utterance: utterance.start_char)
    kinds: dict[str, SpeakerKind] = {name: who.kind for name, who in whos.items()}
    return Analysis(
        utterances=tuple(numbered),
        problems=(
            *_damage(document),
            *dialogue.problems,
            *open_marks,
            *(() if numbered else _nothing(dialogue, labels)),
        ),
        kinds=kinds,
        partial=frozenset(name for name, who in whos.items() if who.partial),
    )


def _damage(document: Document | str) -> tuple[Problem, ...]:
    """What was wrong with the file before it was a text."""
    damage = None if isinstance(document, str) else document.damage
    return (Problem("cut-off", damage),) if damage else ()


def _nothing(dialogue: Dialogue, labels: Labelling | None) -> tuple[Problem, ...]:
    """That a document gave nothing, and what might have been a speaker's label."""
    said = any(problem.code == "no-labels" for problem in dialogue.problems)
    nothing = () if said else (Problem("nothing-said", "neither speaker labels nor quotations were found"),)
    return (*nothing, *(refused_labels(labels) if labels else ()))


def _of_turn(text: str, turn: Turn, speakers: tuple[Who, ...], number: int, pages: Sequence[int]) -> list[Utterance]:
    names = tuple(who.name for who in speakers)
    changes = turn.changes or ((turn.note, turn.rendering),) * len(turn.pieces)
    return [
        Utterance(
            text=text[start:end],
            start_char=start,
            end_char=end,
            kind="turn",
            label=turn.label,
            speaker=names[0] if names else None,
            speakers=names,
            note=note,
            rendering=rendering,
            section=turn.section,
            timestamp=turn.timestamp,
            page=bisect_right(pages, start) or None,
            passage=number,
            rule=turn.rule,
            confidence=turn.confidence,
        )
        for (start, end), (note, rendering) in zip(turn.pieces, changes, strict=True)
    ]


def _of_quotation(text: str, quotation: Quotation, number: int, pages: Sequence[int]) -> list[Utterance]:
    names = tuple(who.name for who in quotation.speakers)
    return [
        Utterance(
            text=text[start:end],
            start_char=start,
            end_char=end,
            kind="indirect" if quotation.reported else "mixed" if quotation.mixed else "direct",
            label=quotation.label,
            speaker=names[0] if names else None,
            speakers=names,
            cue=quotation.cue,
            via=quotation.via,
            rendering=quotation.rendering,
            page=bisect_right(pages, start) or None,
            passage=number,
            rule=quotation.rule,
            confidence=quotation.confidence,
        )
        for start, end in quotation.pieces
    ]
