"""What every line of a document was taken for: read off the turns, the blocks that are left and the labels."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.explanation.explained import Line
from quotedb.parsing.shapes import Block, Dialogue, Zone
from quotedb.parsing.transcript.resumed import RULE as RESUMED
from quotedb.parsing.transcript.trim import DATA
from quotedb.parsing.zones.lines import are_numbered

if TYPE_CHECKING:
    from quotedb.models import Document, Utterance
    from quotedb.parsing.analysis import Trace
    from quotedb.parsing.explanation.explained import NotALabel
    from quotedb.parsing.explanation.weighing import Weighing


class _Part(NamedTuple):
    """A span of the text with what it was taken for: a piece of a turn (its number), or a block that is none."""

    start: int
    end: int
    turn: int
    block: Block | None


class Places:
    """Where something stands: line (from 1) and page of a character."""

    def __init__(self, text: str, pages: Sequence[int]) -> None:
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._pages = pages

    def line(self, at: int) -> int:
        """The number of the line that holds this character."""
        return bisect_left(self._breaks, at) + 1

    def page(self, at: int) -> int | None:
        """The number of the page, None where the document has none."""
        return bisect_right(self._pages, at) or None


class Lines:
    """Walks over the lines of one document, from the top."""

    def __init__(
        self, document: Document, trace: Trace, weighing: Weighing | None, said: dict[int, Utterance], places: Places
    ) -> None:
        dialogue = trace.dialogue or Dialogue((), ())
        self.document, self.text, self.weighing, self.said, self.places = (
            document,
            document.text,
            weighing,
            said,
            places,
        )
        self.lines = trace.lines
        self.numbered = trace.labels is not None and are_numbered(self.text, self.lines)
        accepted = {one.head.start: one for one in (trace.labels.accepted if trace.labels is not None else ())}
        printed = {turn.label_span[0]: n for n, turn in reversed([*enumerate(dialogue.turns)])}
        self.heads = sorted(printed.items())  # a turn that goes on without a label has that of an earlier one
        self.turns = [(turn, accepted.get(turn.label_span[0])) for turn in dialogue.turns]
        self.parts = sorted(
            [_Part(*piece, n, None) for n, turn in enumerate(dialogue.turns) for piece in turn.pieces]
            + [_Part(block.start, block.end, -1, block) for block in dialogue.rest],
            key=lambda part: part[:2],
        )
        self._starts = [part.start for part in self.parts]

    def __iter__(self) -> Iterator[Line]:
        """Every line that is not blank; a line that holds several things gives several."""
        at = 0
        for number, line in enumerate(self.lines):
            first = at
            while at < len(self.heads) and self.heads[at][0] < line.end:
                at += 1
            heads = self.heads[first:at]
            where = self.places.line(line.start)
            stop = heads[0][0] if heads else line.end
            yield from self._unlabelled(number, where, line.start, stop, alone=not heads)
            for at_line, (start, n) in enumerate(heads):
                low = start if at_line or self._spoken_before(line.start, start) else line.start
                end = heads[at_line + 1][0] if at_line + 1 < len(heads) else line.end
                yield self._labelled(where, low, end, n)

    def _unlabelled(self, number: int, where: int, start: int, end: int, *, alone: bool) -> Iterator[Line]:
        """What stands on a line (or before its first label): speech that goes on, blocks that are none, what was left out."""
        refused = self.weighing.not_a_label(number) if self.weighing is not None and alone else None
        place = start
        for part in self._over(start, end):
            if alone and _words(self.text, place, part.start):
                yield self._left_out(where, place, part)
            low, high = max(start, part.start), min(end, part.end)
            place = high
            if not _words(self.text, low, high) and not alone:
                continue
            if part.block is not None:
                name, why = _name(part.block), part.block.reason
                yield Line(where, low, high, self.text[low:high], name, why, self.places.page(low), not_a_label=refused)
            else:
                yield self._spoken(where, low, high, part, refused)
            refused = None
        if alone and _words(self.text, place, end):
            yield self._left_out(where, place, None, end)

    def _spoken_before(self, start: int, label: int) -> bool:
        """Whether something else stands on the line before its first label, not only a stamp or the marks of bold type."""
        return any(_words(self.text, max(start, part.start), min(label, part.end)) for part in self._over(start, label))

    def _over(self, start: int, end: int) -> Iterator[_Part]:
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self.parts) and self.parts[at].start < end:
            if self.parts[at].end > start:
                yield self.parts[at]
            at += 1

    def _left_out(self, where: int, start: int, following: _Part | None, end: int = 0) -> Line:
        """What belongs to a turn and nobody says: a note on the rendering of what follows, or data."""
        end = following.start if following is not None else end
        words = self.text[start:end].strip()
        utterance = self.said.get(end)
        if utterance is not None and utterance.note and utterance.note in words:
            why = f"a note on the words that follow: {utterance.rendering}"
            return Line(where, start, end, words, "note", why, self.places.page(start), note=utterance.note)
        return Line(where, start, end, words, "left out", DATA, self.places.page(start))

    def _spoken(self, where: int, start: int, end: int, part: _Part, refused: NotALabel | None) -> Line:
        turn, _ = self.turns[part.turn]
        resumed = part.start == start and part[:2] != turn.pieces[0] and not self.numbered
        why = "the turn goes on behind what interrupted it" if resumed else "no label: the turn goes on"
        if turn.rule == RESUMED:
            resumed, why = True, turn.rule
        utterance = self.said.get(part.start)
        return Line(
            where, start, end, self.text[start:end], "resumed" if resumed else "speech", why, self.places.page(start),
            label=turn.label, speaker=utterance.speaker if utterance else None,
            passage=utterance.passage if utterance else None, not_a_label=refused,
        )  # fmt: skip

    def _labelled(self, where: int, start: int, end: int, n: int) -> Line:
        turn, accepted = self.turns[n]
        utterance = self.said.get(turn.pieces[0][0])
        return Line(
            where, start, end, self.text[start:end].rstrip(), "label", turn.rule, self.places.page(start),
            label=turn.label, speaker=utterance.speaker if utterance else None,
            passage=utterance.passage if utterance else None,
            surface=accepted.head.surface if accepted else None, note=self._notes(n, start, end), rendering=turn.rendering,
            timestamp=turn.timestamp, section=turn.section, confidence=turn.confidence,
        )  # fmt: skip

    def _notes(self, n: int, start: int, end: int) -> str | None:
        """The notes of a label and of what is said on its line, where the rendering changes inside the turn."""
        turn, _ = self.turns[n]
        pieces = [self.said.get(low) for low, _ in turn.pieces if start <= low < end]
        notes = dict.fromkeys([turn.note, *(piece.note for piece in pieces if piece is not None)])
        return ", then ".join(note for note in notes if note) or None


def _name(block: Block) -> str:
    return {Zone.BODY: "text", Zone.FAQ: "question of the outlet"}.get(block.zone, str(block.zone))


def _words(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])
