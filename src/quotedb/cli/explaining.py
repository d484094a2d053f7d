"""`quotedb parse --explain` on paper: an explanation as aligned lines for people, or as JSON lines."""

from __future__ import annotations

import dataclasses
import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotedb.cli.output import counted, quiet, shortened, strong, terminal_width

if TYPE_CHECKING:
    from quotedb.models import Document
    from quotedb.parsing import explained

#: Columns of the line number and of what a line was taken for; a label has no more than the third.
NUMBER, KIND, WHO = 6, 11, 22
#: A short line without any mark of a label is asked about only if it looks as much like a name (0 to 1).
ASKED = 0.75
#: Shares of a ranking that are smaller are not told of.
LEAST = 0.01
#: Of labels that were not taken, of candidates that lost, of those that no rule proposes, of points beside a line: so many.
OTHERS, LOSERS, UNPROPOSED, POINTS = 20, 5, 2, 3


def as_rows(document: Document, explanation: explained.Explanation) -> Iterator[str]:
    """The explanation as JSON lines: `type` says whether one is a line, a label, a quotation, a problem or the summary."""
    for kind, values in (
        ("line", explanation.lines),
        ("label", explanation.labels),
        ("quotation", explanation.quotations),
    ):
        for value in values:
            yield _row(document, kind, dataclasses.asdict(value))
    for place in explanation.problems:
        yield _row(document, "problem", {"line": place.line, **dataclasses.asdict(place.problem)})
    left = {"lines", "labels", "quotations", "problems"}
    summary = {f.name: getattr(explanation, f.name) for f in dataclasses.fields(explanation) if f.name not in left}
    yield _row(document, "summary", {"media_type": document.media_type, **summary})


def _row(document: Document, kind: str, value: dict[str, object]) -> str:
    return json.dumps({"document": document.location, "type": kind, **value}, ensure_ascii=False)


def as_text(document: Document, explanation: explained.Explanation) -> Iterator[str]:
    """The explanation for people: every line, the quotations beneath theirs, then a summary."""
    yield strong(document.location or document.title)
    read = [document.media_type, explanation.layout, f"language {explanation.language}"]
    yield quiet("; ".join(filter(None, read)))
    yield ""
    yield from _Page(explanation).rows()
    yield ""
    yield from _summary(explanation)


class _Page:
    """The lines of one document, each reason told once."""

    def __init__(self, explanation: explained.Explanation) -> None:
        self.explanation = explanation
        self.width = terminal_width()
        names = [len(line.label) for line in explanation.lines if line.label]
        self.who = min(WHO, max(names, default=0))
        self.labels = any(label.taken for label in explanation.labels)
        self._told: set[str] = set()

    def rows(self) -> Iterator[str]:
        quotations = list(self.explanation.quotations)
        page = at = 0
        for line in self.explanation.lines:
            if line.page and line.page != page:
                page = line.page
                yield quiet(f"{'':<{NUMBER}} page {page}")
            yield self._line(line)
            yield from self._reasons(line)
            while at < len(quotations) and quotations[at].start_char < line.end_char:
                yield from self._quotation(quotations[at])
                at += 1

    def _line(self, line: explained.Line) -> str:
        who = f"{shortened(line.label or '', self.who):<{self.who}}  " if self.who else ""
        words = " ".join(line.text.split())
        if line.taken_for == "label":
            who = strong(who)
        elif line.taken_for in ("speech", "resumed"):
            who = quiet(who)
        room = self.width - NUMBER - KIND - (self.who + 2 if self.who else 0) - 3
        return f"{line.line:>{NUMBER}}  {line.taken_for:<{KIND}} {who}{shortened(words, room)}".rstrip()

    def _reasons(self, line: explained.Line) -> Iterator[str]:
        if line.taken_for == "label":
            yield from self._told_once(f"{line.label}\0{line.surface}\0{line.why}", _label_line(line))
            extra = (
                [
                    f"note “{line.note}”"
                    + (f": {line.rendering}" if line.rendering != "unknown" and ", then " not in line.note else "")
                ]
                if line.note
                else []
            )
            yield from self._told_once(f"{line.label}\0{extra}", ", ".join(extra)) if extra else ()
        elif line.taken_for not in ("speech", "text") or line.why not in ("running text", "no label: the turn goes on"):
            yield from self._told_once(line.taken_for + line.why, line.why)
        refused = line.not_a_label
        if refused is not None and self._is_asked(line, refused):
            yield from _indented(f"no label: “{refused.label}” ({refused.surface}): {refused.why}{_points(refused)}")

    def _is_asked(self, line: explained.Line, refused: explained.NotALabel) -> bool:
        """Whether people would ask why this is no label: it has the mark of one, or looks like a name among labels."""
        if line.taken_for in ("text", "speech", "resumed") and "own line" not in refused.surface:
            return True
        return (self.labels or refused.times > 1) and refused.shape >= ASKED

    def _told_once(self, key: str, words: str) -> Iterator[str]:
        if key not in self._told:
            self._told.add(key)
            yield from _indented(words)

    def _quotation(self, quotation: explained.Quotation) -> Iterator[str]:
        room = self.width - NUMBER - 4
        words = shortened(" ".join(quotation.text.split()), max(20, room - 50))
        if quotation.confidence is None:
            yield f"{'':<{NUMBER + 2}}“{words}” {quotation.taken_for}"
            yield from _indented(quotation.why, NUMBER + 4)
        else:
            name = quotation.label or "nobody is named"
            same = quotation.speaker in (None, quotation.label)
            who = name if same else f"{name} = {quotation.speaker}"
            words = words if quotation.taken_for == "indirect" else f"“{words}”"
            yield f"{'':<{NUMBER + 2}}{words} {quotation.taken_for}, {strong(who)} ({quotation.confidence:.2f})"
            extra = "".join(
                [f"; cue “{quotation.cue}”" if quotation.cue else "", f"; via {quotation.via}" if quotation.via else ""]
            )
            yield from _indented(f"{quotation.rule}{extra}")
        lost = [one for one in quotation.candidates if not one.chosen and (one.rule or (one.score or 0) >= LEAST)]
        others = [one for one in quotation.candidates if not (one.chosen or one in lost) and one.score is None]
        for candidate in lost[:LOSERS] + (others[:UNPROPOSED] if quotation.confidence is not None else []):
            yield from _indented(_loser(candidate), NUMBER + 6, "- ")


def _indented(words: str, indent: int = NUMBER + 4, mark: str = "") -> Iterator[str]:
    """Words in lines of the terminal's width, behind a margin."""
    room = terminal_width() - indent - len(mark)
    rows = textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False)
    for number, row in enumerate(rows):
        yield quiet(f"{'':<{indent}}{' ' * len(mark) if number else mark}{row}")


def _label_line(line: explained.Line) -> str:
    speaker = f"; speaker {line.speaker}" if line.speaker and line.speaker != line.label else ""
    return f"{line.why}{speaker}; confidence {line.confidence:.2f}"


def _loser(candidate: explained.Candidate) -> str:
    score = f" {candidate.score:.2f}" if candidate.score is not None else ""
    who = f" = {candidate.speaker}" if candidate.speaker and candidate.speaker != candidate.label else ""
    rule = f"{candidate.rule}; " if candidate.rule else ""
    return f"{' '.join(candidate.label.split())}{who}{score}: {rule}{candidate.why}"


def _points(refused: explained.NotALabel) -> str:
    if refused.score is None or refused.needed is None:
        return ""
    against = sorted((part for part in refused.parts if part[0] < 0), key=lambda part: part[0])[:POINTS]
    return f"; {refused.score:.1f} points, {refused.needed:.1f} needed" + (f": {_parts(against)}" if against else "")


def _parts(parts: Sequence[explained.Part]) -> str:
    return "; ".join(f"{points:+.1f} {what}" for points, what in parts)


# ------------------------------------------------------------------------------------------------------ the summary


def _summary(explanation: explained.Explanation) -> Iterator[str]:
    taken = [label for label in explanation.labels if label.taken]
    others = [label for label in explanation.labels if not label.taken]
    if taken:
        labels, speakers = (
            counted(len(taken), "label"),
            counted(len({name for one in taken for name in one.speakers}), "speaker"),
        )
        yield strong(f"{counted(explanation.turns, 'turn')}, {labels}, {speakers}")
        surfaces: dict[str, int] = {}
        for label in taken:
            for surface in label.surfaces:
                surfaces[surface] = surfaces.get(surface, 0) + label.taken
        yield from _indented("surfaces: " + ", ".join(surfaces), 2)
        for label in taken:
            yield from _label(label)
    elif explanation.labels or explanation.refused:
        yield strong("no turns")
        if explanation.refused:
            yield from _indented(explanation.refused, 2)
    elif not explanation.quotations:
        yield strong("no turns")
        yield from _indented("nothing at the head of a line is set off like a speaker's label", 2)
    again = [label for label in others if label.times > 1]
    if again:
        yield strong("stands several times and was not taken for a label")
        for label in again[:OTHERS]:
            yield f"  {label.label}: {label.times} x, line {_lines(label)}; {label.score:.1f} points, {label.needed:.1f} needed"
            yield from _indented(f"{label.why}; {_parts(label.parts)}", 4)
        if len(again) > OTHERS:
            yield f"  and {len(again) - OTHERS} more: --json has them all"
    said = [quotation for quotation in explanation.quotations if quotation.confidence is not None]
    if explanation.quotations:
        silent = len(explanation.quotations) - len(said)
        reported = sum(quotation.taken_for == "indirect" for quotation in said)
        more = f", {reported} reported without marks" if reported else ""
        yield strong(
            f"{counted(len(said) - reported, 'quotation')} in marks, {silent} in marks that are nobody's words{more}"
        )
        names = Counter(name for quotation in said for name in quotation.speakers or ("nobody is named",))
        told = [f"{name} ({explanation.people.get(name, 'open')}) {times}" for name, times in names.most_common()]
        yield from _indented("; ".join(told), 2)
    if explanation.problems:
        yield strong(counted(len(explanation.problems), "open place"))
        for place in explanation.problems:
            where = f"line {place.line}: " if place.line else ""
            yield from _indented(f"{where}{place.problem.message} ({place.problem.code})", 2)


def _label(label: explained.Label) -> Iterator[str]:
    who = ", ".join(label.speakers) or "nobody could be named"
    kind = f" ({label.kind})" if label.kind else ""
    times = f"{label.taken} of {label.times}" if label.taken < label.times else str(label.taken)
    yield f"  {label.label}: {times} x, line {_lines(label)} -> {who}{kind}"
    yield from _indented(
        f"{label.score:.1f} points, {label.needed:.1f} needed: {_parts(label.parts)}; {label.shape_why}", 4
    )
    if label.score < label.needed:
        yield from _indented(label.why, 4)


def _lines(label: explained.Label) -> str:
    return ", ".join(map(str, label.lines)) + (" ..." if label.times > len(label.lines) else "")
