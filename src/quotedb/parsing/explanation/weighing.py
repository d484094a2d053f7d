"""Why a line is a label or none: read off the evidence, the scores and the refusals that decided it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from quotedb.parsing.explanation.explained import NotALabel, Part
from quotedb.parsing.transcript.candidates import no_place
from quotedb.parsing.transcript.labelwords import label_words
from quotedb.parsing.transcript.notes import note_words
from quotedb.parsing.transcript.scoring import LIKELY, SURE, first_parts, second_parts, total
from quotedb.parsing.transcript.shape import key_of, why_shape
from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.transcript.surfaces import head_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.evidence import Evidence
    from quotedb.parsing.transcript.labelling import Labelling
    from quotedb.parsing.transcript.surfaces import Head

#: A line without a plausible label is asked about only if it has one of these marks, with no more words before it.
ASKED = frozenset(
    {"colon", "wide colon", "bold colon", "bold", "angled", "bracketed colon", "name", "stop", "stop dash"}
)
WORDS = 8


class Weighing:
    """Answers what was weighed for a line or a label of one document."""

    def __init__(self, text: str, labels: Labelling, blocks: Sequence[Block], lex: Lexicon) -> None:
        self.text, self.labels, self.blocks = text, labels, blocks
        self.singles = labels.judgement.singles
        self._words, self._notes = label_words(lex), note_words(lex)
        self._starts = [block.start for block in blocks]
        self._margin = min((line.indent for line in labels.lines), default=0)
        self.evidence = {evidence.key: evidence for evidence in labels.judgement.found}
        self._heads: dict[int, list[Head]] = {}
        for head in labels.heads:
            self._heads.setdefault(head.line, []).append(head)
        self._judged = {one.head.start for one in labels.judgement.accepted}
        self._taken = {one.head.start for one in labels.accepted}

    def not_a_label(self, number: int) -> NotALabel | None:
        """Why line `number` (counted as `labels.lines` are) holds no label; None where nothing on it looks like one."""
        for head in self._heads.get(number, ()):
            if head.start not in self._taken:
                return self._weighed(head)
        return None if number in self._heads else self._unweighed(number)

    def _unweighed(self, number: int) -> NotALabel | None:
        """A line that gave no candidate: nobody speaks there, it goes on with the line before, or no name has that shape."""
        line = self.labels.lines[number]
        head = head_of(
            self.text, number, line.start, line.end, line.indent > self._margin, self._notes, lambda _label: 1.0
        )
        if head is None or surface_kind(head) not in ASKED or len(head.label.split()) > WORDS:
            return None
        before = self.labels.lines[number - 1] if number else None
        block = self.blocks[max(0, bisect_right(self._starts, line.start) - 1)] if self.blocks else None
        shape, looks = why_shape(head.label, self._words)
        why = no_place(self.text, line, before, block, self.labels.layout)
        if why and not shape:
            return None
        return NotALabel(head.label, head.surface, why or f"it is not shaped like a speaker's label: {looks}", shape)

    def _weighed(self, head: Head) -> NotALabel:
        evidence = self.evidence.get(key_of(head.label))
        if evidence is None:
            return NotALabel(head.label, head.surface, "it was not weighed", 0.0)
        parts, needed = self.parts(evidence, head)
        score = total(parts)
        why = self._why(evidence, head, score)
        return NotALabel(
            head.label, head.surface, why, evidence.shape, len(evidence.heads), round(score, 2), needed, tuple(parts)
        )

    def _why(self, evidence: Evidence, head: Head, score: float) -> str:
        labels, judgement = self.labels, self.labels.judgement
        if head.start in self._judged or (evidence.sure and judgement.refused):
            return labels.refused or judgement.refused or "the title of the document"
        if evidence.dropped:
            return evidence.dropped
        if evidence.sure and head.line in evidence.roster:
            return "it says who somebody is, as in a roster, and nothing that was said"
        if evidence.sure:
            return "this label is set in another way where it is sure"
        times = "stands once" if len(evidence.heads) == 1 else f"stands {len(evidence.heads)} times"
        if judgement.style is None:
            alone = (
                "; what stands once is a label only beside labels that come back" if len(evidence.heads) == 1 else ""
            )
            return f"it {times}{alone}" if score >= SURE else f"it {times} and has too little that speaks for it{alone}"
        return f"it {times} and is too little like the sure labels"

    def parts(self, evidence: Evidence, head: Head | None = None) -> tuple[list[Part], float]:
        """The points of a label (of one place of it, where the sure labels' style is known), and how many it needed."""
        judgement = self.labels.judgement
        if judgement.style is None or evidence.sure or head is None:
            found = first_parts(evidence, judgement.layouts, judgement.talking, judgement.covering)
            return _telling(found), SURE
        return _telling(second_parts(evidence, head, judgement.style)), LIKELY

    def shape(self, label: str) -> Part:
        """How much a label looks like a speaker's, 0 to 1, and why."""
        return why_shape(label, self._words)


def _telling(parts: Iterable[Part]) -> list[Part]:
    """The parts that weigh anything, rounded as people read them."""
    return [(round(points, 2), what) for points, what in parts if round(points, 2)]
