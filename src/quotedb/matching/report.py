"""A draft's report in words and as a page: what is counted, what is said, and the HTML that needs nothing else.

Everything that comes from the draft or the record is escaped by the template; the page loads nothing and runs nothing.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from quotedb.database import place_line, text_fragment
from quotedb.matching.occasion import telling
from quotedb.models import Coverage, DraftQuote, DraftReport, DraftRole, Match, VerdictName

if TYPE_CHECKING:
    from jinja2 import Template

#: What each verdict means for the desk: a sign that can be told without colour, and a sentence.
VERDICTS: dict[VerdictName, tuple[str, str]] = {
    "verbatim": ("✓", "every word stands in the record"),
    "other-speaker": ("⚠", "the words stand in the record, but somebody else's"),
    "altered": ("≠", "the passage is there, with other words"),
    "other-wording": ("≈", "the same statement in another wording, as translations differ"),
    "not-found": ("?", "the record does not hold it"),
}
FLAGS = {
    "article-only": "in articles only, in no transcript",
    "speaker-uncertain": "who said it is less than sure",
    "only-translation": "the record has these words in translation, and another translation may have others",
    "number-changed": "a number differs",
    "negation-changed": "a negation differs",
    "name-changed": "a name differs",
    "spelling-only": "the same words in another spelling",
    "transcript-differs": "an article has these words, the transcript has others",
    "reported-only": "an article reports this in its own words: no words to put in quotation marks",
    "quoted": "whoever says this in the record quotes it from somebody",
    "denied": "the record says there that these words were never said",
    "other-date": "the record has it of another date than the one that was named",
    "earlier-version": "a text that was replaced by a newer one since then has exactly these words",
    "across-passages": "the words stand in several passages that follow each other, perhaps from several speakers",
    "words-between": "the record has more words between the pieces of this quotation",
}
#: What the desk must not overlook in a count of answers: the answer, the flag, and how both are told.
_NOTED: tuple[tuple[VerdictName, str, str], ...] = (
    ("verbatim", "speaker-uncertain", "whose words is less than sure"),
    ("verbatim", "reported-only", "in reported speech only"),
    ("verbatim", "transcript-differs", "where a transcript has other words"),
    ("verbatim", "denied", "said there never to have been said"),
    ("altered", "spelling-only", "in spelling only"),
)
#: How a group is named: one, several.
_GROUPS: dict[DraftRole, tuple[str, str]] = {
    "quote": ("quotation", "quotations"),
    "short": ("short quotation of one or two words", "short quotations of one or two words"),
    "mark": ("title, term or headline in marks", "titles, terms or headlines in marks"),
}
#: Telling words that the nearest place of a quotation that was not found must share with it.
NEAR = 3
#: Words of the record that a link to them names: browsers look for them word for word.
_LINKED = 8
_MARKS = frozenset("“”„‟\"‘’‚'«»‹›「」『』")


def is_open(verdict: VerdictName, flags: Collection[str]) -> bool:
    """Whether an answer must not look settled: it is less than sure who said the words, or the record speaks against them."""
    against = verdict == "verbatim" and not {"transcript-differs", "denied"}.isdisjoint(flags)
    return against or "speaker-uncertain" in flags


def is_clean(report: DraftReport) -> bool:
    """Whether every word that the draft gives to somebody is verbatim in the record."""
    return all(found.verdict == "verbatim" for found in report.quotes if found.role != "mark")


def tally(report: DraftReport) -> str:
    """The report in one line: "7 quotations: 4 verbatim (1: whose words is less than sure), 3 not-found; 1 title ...: 1 verbatim"."""
    lines = []
    for role, (one, many) in _GROUPS.items():
        group = [found for found in report.quotes if found.role == role]
        counts = Counter(found.verdict for found in group)
        total = counts.total()
        if total or role == "quote":
            said = ", ".join(f"{counts[name]} {name}{_noted(name, group)}" for name in VERDICTS if counts[name])
            lines.append(f"{total} {one if total == 1 else many}" + (f": {said}" if said else ""))
    return "; ".join(lines)


def _noted(verdict: VerdictName, group: Sequence[DraftQuote]) -> str:
    """What a count of one answer hides, in brackets."""
    notes = []
    for name, flag, told in _NOTED:
        count = sum(found.verdict == verdict == name and flag in found.flags for found in group)
        notes += [f"{count}: {told}"] if count else []
    return f" ({'; '.join(notes)})" if notes else ""


def remarks(report: DraftReport) -> list[str]:
    """What else the desk has to know, in whole sentences: what was left out, who is unknown, what was not checked."""
    said = [f"Left out of the record: “{left.title}”, because {left.reason}." for left in report.left_out]
    said += [f"The record knows nobody called “{name}”." for name in report.unknown]
    if report.indirect:
        one = report.indirect == 1
        said.append(
            f"{report.indirect} {'passage' if one else 'passages'} of reported speech without quotation marks "
            f"{'was' if one else 'were'} not checked as words."
        )
    lines = _lines(report.draft.text)
    for problem in report.problems:
        where = "" if problem.start_char is None else f"Line {_line_of(lines, problem.start_char)}: "
        said.append(f"{where}{problem.message}")
    if not report.quotes:
        said.append("The draft holds no words in quotation marks and no turns of a transcript.")
    return said


def covered(coverage: Coverage) -> str:
    """What the record holds, in a sentence; asked for a speaker, the dates are those of the documents with that speaker."""
    first, last = coverage.first, coverage.last
    span = "" if not first else f", {first}" if first == last else f", {first} to {last}"
    dated = coverage.documents if coverage.with_speaker is None else coverage.with_speaker
    without = f"; {coverage.undated:,}{' of them' if dated > 1 else ''} without a date" if coverage.undated else ""
    documents = f"{coverage.documents:,} document{'' if coverage.documents == 1 else 's'}"
    transcripts = f"{coverage.transcripts:,} transcript{'' if coverage.transcripts == 1 else 's'}"
    speaker = "" if coverage.with_speaker is None else f"; {coverage.with_speaker:,} with this speaker"
    return f"The record holds {documents}, {transcripts}{speaker}{span}{without}."


def said_of_speaker(found: DraftQuote) -> str:
    """Whom the draft names, and what the record holds of them."""
    if found.speaker is None:
        return f"{found.label} (no name to look for)" if found.label else "nobody is named"
    printed = f", printed as {found.label}" if found.label and found.label != found.speaker else ""
    if not found.speaker_known:
        return f"{found.speaker}{printed}: unknown to the record"
    return f"{found.speaker}{printed}"


def link_to(match: Match) -> str | None:
    """The address of a match with its first words, so that a browser goes there; None where there is no web address."""
    address = match.url or (match.location if "://" in match.location else "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None  # a document may claim any address: "javascript:" is none to follow
    words = match.text.split()[:_LINKED]
    return address if parts.fragment or not words else address + text_fragment(" ".join(words))


def worth_showing(found: DraftQuote) -> tuple[Match, ...]:
    """The places that a report sets beside a quotation.

    Of those that are no finding only what shares some telling words with it: a "that" in common helps nobody to look.
    """
    if found.verdict != "not-found":
        return found.answer.matches
    least = min(NEAR, len(telling(found.answer.quote)))
    return tuple(
        match
        for match in found.answer.matches
        if least and len(telling(" ".join(ours for op, ours, _ in match.diff if op == "equal"))) >= least
    )


def line_of(report: DraftReport, found: DraftQuote) -> int:
    """The line of the draft in which a quotation begins, from 1."""
    return _line_of(_lines(report.draft.text), found.spans[0][0])


def draft_page(report: DraftReport, permalink: Callable[[str], str] | None = None, home: str | None = None) -> str:
    """The report as one HTML page that needs no other file: the draft's text with its quotations, and what stands behind each.

    `permalink` gives the address of an utterance by its uid, and `home` is where the page leads back to, where a site shows it.
    """
    return _template().render(
        permalink=permalink,
        home=home,
        report=report,
        title=report.draft.title or "Draft",
        tally=tally(report),
        remarks=remarks(report),
        coverage=covered(report.coverage),
        clean=is_clean(report),
        paragraphs=list(_paragraphs(report)),
        verdicts=VERDICTS,
        flags=FLAGS,
        is_open=is_open,
        groups=[(role, many, [q for q in report.quotes if q.role == role]) for role, (_, many) in _GROUPS.items()],
        said_of_speaker=said_of_speaker,
        worth_showing=worth_showing,
        place_of=place_line,
        link_to=link_to,
        line_of=functools.partial(line_of, report),
        around=around,
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one paragraph of the draft: plain, or of a quotation."""

    text: str
    found: DraftQuote | None = None
    first: bool = False  #: the quotation begins here
    last: bool = False  #: and ends here


def around(match: Match, characters: int = 160) -> tuple[str, str]:
    """What stands before and after the matched words in their utterance, cut between words."""
    start = match.context.find(match.text)
    if start < 0 or not match.diff:
        return "", ""
    end = start + len(match.text)
    before, after = match.context[:start], match.context[end:]
    if len(before) > characters:
        before = "… " + before[-characters:].partition(" ")[2]
    if len(after) > characters:
        after = after[:characters].rpartition(" ")[0] + " …"
    return before, after


def _paragraphs(report: DraftReport) -> Iterator[list[Stretch]]:
    """The draft line by line, each cut where a quotation begins or ends."""
    text = report.draft.text
    marked = ((*_with_marks(text, span), found) for found in report.quotes for span in found.spans)
    spans = sorted(marked, key=lambda mark: mark[:2])
    place = 0
    for line in text.split("\n"):
        start, end = place, place + len(line)
        place = end + 1
        if line.strip():
            yield list(_stretches(text, start, end, spans))


def _stretches(text: str, start: int, end: int, spans: Sequence[tuple[int, int, DraftQuote]]) -> Iterator[Stretch]:
    at = start
    for low, high, found in spans:
        if low >= end or high <= at:
            continue
        if low > at:
            yield Stretch(text[at:low])
        piece = text[max(low, at) : min(high, end)]
        first = low >= at and found.spans[0][0] - low in (0, 1)
        yield Stretch(piece, found, first, high <= end and high - found.spans[-1][1] in (0, 1))
        at = min(high, end)
    if at < end:
        yield Stretch(text[at:end])


def _with_marks(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A quotation with the marks round it."""
    start, end = span
    if text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS and start > 0 and end < len(text):
        return start - 1, end + 1
    return span


def _lines(text: str) -> list[int]:
    """Where each line begins."""
    begins = [0]
    for line in text.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    return begins


def _line_of(begins: Sequence[int], place: int) -> int:
    return bisect_right(begins, place)


@functools.cache
def _template() -> Template:
    # only the page needs it; whoever imports quotedb does not wait for it
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("draft.html")
