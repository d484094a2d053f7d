"""Reported speech: what somebody is said to have said, in the writer's words ("Vesk said that the fleet was lost")."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.article.reports import Report, readings
from quotedb.parsing.article.reportscore import by_rule, judge, longest, unmarked, weights
from quotedb.parsing.prose.spots import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.syntax import Paragraph
    from quotedb.parsing.shapes import Span

#: What was reported, in words, by the frame of the content.
_CONTENTS = {
    "that": "clause after the verb",
    "object, that": "clause after the verb",
    "clause": "clause after the verb",
    "object, clause": "clause after the verb",
    "place, clause": "clause after the verb",
    "comma": "clause after the verb",
    "colon": "clause after a colon",
    "quote": "words round a quotation after the verb",
    "question": "question after the verb",
    "object, question": "question after the verb",
    "place, question": "question after the verb",
    "to": "infinitive after the verb",
    "object, to": "infinitive after the verb",
    "object with to": "infinitive after the verb",
    "place, to": "infinitive after the verb",
    "object": "object of the verb",
    "before": "sentence before its attribution",
    "before, close": "sentence before its attribution",
    "around": "sentence with the attribution inside",
    "rest": "sentence with the attribution inside",
    "after": "sentence after its attribution",
    "after, aside": "sentence after its attribution",
}
_SOURCES = {
    "beside": "its subject",
    "aside": "its subject, an aside between",
    "clause": "subject of its clause",
    "inverted": "its subject behind it",
    "owner": "whose word it is",
    "adjective": "subject of an adjective",
}
#: Fewer words than this are no statement that could be looked up.
_LEAST_WORDS = 3
_EDGES = " \t\n\u00a0,;:—–-"


class Reported(NamedTuple):
    """One report: its pieces (characters, quotations that are utterances themselves left out) and its source."""

    pieces: tuple[Span, ...]
    answer: Attribution
    word: str | None  #: the cue: "said", "according to"; None where the sentence has none of its own
    score: float
    confidence: float


def find_reported(text: str, paragraph: Paragraph, said: Set[int], lex: Lexicon) -> list[Reported]:
    """The reported speech of one paragraph, in the order of the text, none overlapping another.

    `said` are the numbers of the quotations that are utterances of their own. Nothing where the lexicon has no
    ``[reported]``.
    """
    if not lex.get("reported"):
        return []
    learned = weights(lex.language)
    found: list[Reported] = []
    for group in readings(paragraph):
        if learned is not None:
            report, score = judge(paragraph, group, said, learned)
            if score < learned.least:
                continue
            confidence = learned.confidence(score)
        else:
            ruled = by_rule(paragraph, group, lex)
            if ruled is None:
                continue
            report, score = ruled
            confidence = score
        if report.content.frame.startswith("before") and report.who[0].kind == "relative":
            continue  # "It was Vesk, who said so": the clause tells of a name, the sentence is nobody's report
        pieces = spans_of(text, paragraph, report, said)
        if pieces:
            answer = Attribution(report.who, rule_of(report), paragraph.index, report.cue)
            found.append(Reported(tuple(pieces), answer, _cue(text, paragraph, report), score, round(confidence, 2)))
    return _apart(found)


def _cue(text: str, paragraph: Paragraph, report: Report) -> str:
    """The cue in small letters; of several words as they are printed: "d'après"."""
    if not report.credited:
        return report.word
    last = report.cue + len(report.word.split()) - 1
    return " ".join(text[paragraph.tokens[report.cue].start : paragraph.tokens[last].end].casefold().split())


def spans_of(text: str, paragraph: Paragraph, report: Report, said: Set[int]) -> list[Span]:
    """The characters of a content: without the quotations in it that are utterances, without marks at its edges.

    Nothing where most of it stands in marks: then the quotations are what was reported.
    """
    first, last = report.content.first, report.content.last
    spans = [trimmed(text, *span) for span in unmarked(paragraph, first, last, said)]
    start, end = longest(spans)
    if 2 * (end - start) < paragraph.tokens[last].end - paragraph.tokens[first].start:
        return []
    return [span for span in spans if len(text[slice(*span)].split()) >= _LEAST_WORDS]


def rule_of(report: Report) -> str:
    """The reading in words, as it is stored."""
    frame, how = report.content.frame, report.how
    content = "content of a noun" if how == "owner" else "content of an adjective" if how == "adjective" else None
    content = content or _CONTENTS.get(frame, "object of a preposition after the verb")
    source = "its source" if report.credited else _SOURCES[how]
    return f"reported: {content}, {source}"


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the blanks and small marks at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _apart(found: Sequence[Reported]) -> list[Reported]:
    """Of reports that overlap the surer one."""
    kept: list[tuple[int, int, Reported]] = []
    for one in sorted(found, key=lambda one: -one.score):
        low, high = one.pieces[0][0], one.pieces[-1][1]
        place = bisect(kept, low, key=lambda other: other[0])
        before_it = place == 0 or kept[place - 1][1] <= low
        if before_it and (place == len(kept) or high <= kept[place][0]):
            kept.insert(place, (low, high, one))
    return [one for _, _, one in kept]
