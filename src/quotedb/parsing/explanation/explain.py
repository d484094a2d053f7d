"""`explain`: one document analysed once more, with everything kept that decided it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.models import Document, Form
from quotedb.parsing.analysis import Trace, analyse
from quotedb.parsing.explanation.explained import Explanation, Label, OpenPlace
from quotedb.parsing.explanation.lines import Lines, Places
from quotedb.parsing.explanation.quoted import explained_quotations
from quotedb.parsing.explanation.weighing import Weighing
from quotedb.parsing.transcript.scoring import total

if TYPE_CHECKING:
    from quotedb.models import Analysis
    from quotedb.parsing.transcript.evidence import Evidence
    from quotedb.parsing.transcript.labelling import Labelling

#: So many places of a label are named.
PLACES = 5


def explain(document_or_text: Document | str, form: Form = "auto") -> Explanation:
    """What every line, label and quotation of a document was taken for, and why.

    It is read off what `analyse` decided by: the result is that of `parse`, seen from inside. Any text gives one.
    """
    document = document_or_text if isinstance(document_or_text, Document) else Document(document_or_text)
    trace = Trace()
    analysis = analyse(document_or_text, form, trace)
    places = Places(document.text, document.pages)
    said = {utterance.start_char: utterance for utterance in analysis.utterances}
    weighing = None
    if trace.labels is not None and trace.lex is not None:
        weighing = Weighing(document.text, trace.labels, trace.blocks, trace.lex)
    labels = trace.labels
    return Explanation(
        lines=tuple(Lines(document, trace, weighing, said, places)),
        labels=tuple(_labels(labels, weighing, analysis, places))
        if labels is not None and weighing is not None
        else (),
        quotations=tuple(explained_quotations(document, trace, said, places)),
        problems=tuple(
            OpenPlace(None if problem.start_char is None else places.line(problem.start_char), problem)
            for problem in analysis.problems
        ),
        turns=len(trace.dialogue.turns) if trace.dialogue is not None else 0,
        kinds=dict(Counter(utterance.kind for utterance in analysis.utterances)),
        people=dict(analysis.kinds),
        layout=_layout(labels),
        language=trace.lex.language if trace.lex is not None else "",
        refused=(labels.refused or labels.judgement.refused) if labels is not None else "",
    )


def _layout(labels: Labelling | None) -> str:
    if labels is None:
        return ""
    if labels.layout.spaced:
        return "lines are broken by hand, with a blank line between any two"
    return (
        f"lines are broken by hand at about {labels.layout.width} columns"
        if labels.layout.wrapped
        else "a line is a paragraph"
    )


def _labels(labels: Labelling, weighing: Weighing, analysis: Analysis, places: Places) -> list[Label]:
    """Every candidate: those that were taken first, then the others, most frequent first."""
    taken: Counter[str] = Counter(one.head.label for one in labels.accepted)
    reasons = {one.head.label: one.rule for one in labels.accepted}
    speakers: dict[str, dict[str, None]] = defaultdict(dict)
    for utterance in analysis.utterances:
        if utterance.kind == "turn" and utterance.label:
            speakers[utterance.label].update(dict.fromkeys(utterance.speakers))
    found = [
        _label(evidence, weighing, taken, reasons, speakers, analysis, places) for evidence in labels.judgement.found
    ]
    return sorted(found, key=lambda label: (not label.taken, -label.times, label.lines))


def _label(
    evidence: Evidence,
    weighing: Weighing,
    taken: Counter[str],
    reasons: dict[str, str],
    speakers: dict[str, dict[str, None]],
    analysis: Analysis,
    places: Places,
) -> Label:
    printed = list(dict.fromkeys(head.label for head in evidence.heads))
    names = tuple(dict.fromkeys(name for label in printed for name in speakers.get(label, ())))
    times = sum(taken[label] for label in printed)
    shape, looks = weighing.shape(printed[0])
    parts, needed = weighing.parts(evidence, evidence.heads[0])
    refused = None if times else weighing.not_a_label(evidence.heads[0].line)
    singles = ": nobody speaks twice here, so a full name or a voice that speaks counts" if weighing.singles else ""
    why = (
        next((reasons[label] for label in printed if label in reasons), "") + singles
        if times
        else refused.why
        if refused
        else ""
    )
    return Label(
        label=printed[0],
        times=len(evidence.heads),
        taken=times,
        surfaces=tuple(dict.fromkeys(head.surface for head in evidence.heads)),
        lines=tuple(places.line(head.start) for head in evidence.heads[:PLACES]),
        speakers=names,
        kind=analysis.kinds.get(names[0]) if names else None,
        shape=shape,
        shape_why=looks,
        score=round(total(parts), 2),
        needed=needed,
        parts=tuple(parts),
        why=why,
    )
