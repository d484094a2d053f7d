"""How likely a reading of a cue is reported speech: by learned weights, or by the plainest forms where there are none."""

from __future__ import annotations

import functools
import json
import math
from dataclasses import dataclass, field
from importlib import resources
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.grammar import FINITE, Tag

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from quotedb.parsing.article.reports import Report
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.syntax import Paragraph, Phrase, Token

_SMALL = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION, Tag.MARK, Tag.RELATIVE})
_CLOSED = frozenset(
    {Tag.PREPOSITION, Tag.CONJUNCTION, Tag.DETERMINER, Tag.PRONOUN, Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE}
)
#: A verb of saying further before the cue than so many tokens does not govern it.
_FAR = 60
_BEFORE_VERB = frozenset({Tag.ADVERB, Tag.AUXILIARY})
_REMEMBERED = 50_000
#: Scores that differ by less are equal, and the first reading is taken: how sums are rounded differs between versions of Python.
_EQUAL = 1e-9
#: What was looked at, and what was found: the values of a few features that belong together.
Sight = tuple[str | int | bool, ...]


@dataclass(frozen=True)
class Weights:
    """What was learned for one language; see benchmarks/fit_reported.py, which makes the file."""

    features: dict[str, float]
    calibration: list[tuple[float, float]]  #: (score, how often such a one was right), rising
    least: float  #: what scores less is not reported
    known: dict[Sight, float] = field(default_factory=dict)  #: what was weighed before

    def weight_of(self, sight: Sight) -> float:
        """What the features of a sight weigh together, remembered, since most come again and again."""
        if len(self.known) > _REMEMBERED:
            self.known.clear()
        found = self.known[sight] = sum(self.features.get(one, 0.0) for one in features_of(sight))
        return found

    def confidence(self, score: float) -> float:
        """How often readings of this score name the right words and the right speaker."""
        low_score, low = 0.0, 0.0
        for high_score, high in self.calibration:
            if score <= high_score:
                share = (score - low_score) / (high_score - low_score) if high_score > low_score else 1.0
                return low + share * (high - low)
            low_score, low = high_score, high
        return low


@functools.cache
def weights(language: str) -> Weights | None:
    """The weights of a language, None where it has none."""
    file = resources.files("quotedb.parsing.lexicon") / f"{language}.reported.json"
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(data["features"], [(a, b) for a, b in data["calibration"]], data["least"])


def judge(paragraph: Paragraph, found: Sequence[Report], said: Set[int], learned: Weights) -> tuple[Report, float]:
    """The best of the readings of one cue, and how likely one of them is right (a score between 0 and 1).

    `said` are the numbers of the quotations that are utterances of their own.
    """
    known = learned.known
    shared = sum(map(learned.features.get, of_cue(paragraph, found[0]), repeat(0.0)))
    scores: list[float] = []
    source: Source | None = None
    for report in found:
        if source is None or source.phrase is not report.who[0]:
            source = source_of(paragraph, report)
        score = shared
        for sight in sights(paragraph, report, said, source):
            weight = known.get(sight)
            score += learned.weight_of(sight) if weight is None else weight
        scores.append(score)
    top = max(scores)
    total = sum(math.exp(min(score - top, 0.0)) for score in scores)
    best = next(index for index, score in enumerate(scores) if score > top - _EQUAL)
    return found[best], total / (total + math.exp(min(-top, 700.0)))


def of_cue(paragraph: Paragraph, report: Report) -> list[str]:
    """Features of the cue and its source, the same for all readings: words of the language and forms, no names."""
    tokens = paragraph.tokens
    cue, low = tokens[report.cue], paragraph.sentence[report.cue]
    out = ["any", f"cue {report.word}", f"tag {cue.tag}"]
    auxiliaries: list[str] = []
    index = report.cue - 1
    while index >= low and tokens[index].tag in _BEFORE_VERB:
        auxiliaries.append(tokens[index].low)
        index -= 1
    out += [f"aux {word}" for word in auxiliaries] or ["aux none"]
    if (
        auxiliaries
        and paragraph.links(report.cue - 1, "passive")
        and cue.tag not in (Tag.CUE_ING, Tag.WEAK_ING, Tag.ING)
    ):
        out.append("passive")
        out.append(f"passive {report.word}")
    before = tokens[report.cue - 1] if report.cue > low else None
    out.append(f"before {_kind(before)}")
    if cue.capital:
        out.append("capital")
    if paragraph.index == 0:
        out.append("first paragraph")
    return out


def of_content(paragraph: Paragraph, report: Report, said: Set[int]) -> list[str]:
    """Features of one reading: its frame, its length, what it begins and ends with, what stands round it."""
    source = source_of(paragraph, report)
    return [feature for sight in sights(paragraph, report, said, source) for feature in features_of(sight)]


class Source(NamedTuple):
    """What is seen of who reports, the same for all contents that are read behind one cue."""

    phrase: Phrase
    speaks: bool  #: it is somebody, or something that can say something
    before: str  #: what stands before it
    outer: bool  #: another verb of saying stands before it and its cue


def source_of(paragraph: Paragraph, report: Report) -> Source:
    """The source of a reading: the first of those who report."""
    tokens, who = paragraph.tokens, report.who[0]
    low, earlier = paragraph.sentence[report.cue], min(report.cue, who.first)
    return Source(
        phrase=who,
        speaks=who.kind != "nominal" or paragraph.rules.may_speak(who.head),
        before=_kind(tokens[who.first - 1]) if who.first > low else "head",
        outer=any(token.tag is Tag.CUE for token in tokens[max(low, earlier - _FAR) : earlier]),
    )


def sights(paragraph: Paragraph, report: Report, said: Set[int], source: Source) -> list[Sight]:
    """What is seen of one reading, in groups of values whose features are weighed together."""
    tokens = paragraph.tokens
    first, last, frame, ending = report.content
    who, speaks, before, outer = source
    kind, head = who.kind, who.head
    coarse = "object" if frame in _OBJECTS else frame if frame in _COARSE else "phrase"
    count = last - first + 1
    length = count if count < 6 else min(12, 6 + (count - 6) // 4)
    begins = tokens[first]
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    tags = [token.tag for token in tokens[first : last + 1]]
    finite = sum(map(FINITE.__contains__, tags))
    quotes = tags.count(Tag.QUOTE)
    whole = tokens[last].end - begins.start
    size, share = whole, 10 if whole else 0
    if quotes and whole:
        piece = longest(unmarked(paragraph, first, last, said))
        size = piece[1] - piece[0]
        share = 10 * size // whole
    seen: list[Sight] = [
        ("frame", frame, report.word, report.how),
        ("source", kind, speaks, coarse, before),
        ("length", length, coarse, begins.tag),
        (
            "after",
            after.low if after is not None and after.tag in _ENDS else "word" if after else "end",
            min(6, abs(first - report.cue)),
            min(finite, 3),
            coarse,
        ),
        ("quotes", min(quotes, 2), share, ending, frame, outer),
    ]
    if share < 10:
        seen.append(("piece", min(8, size // 10)))
    if kind == "pronoun" or kind == "relative" or (speaks and head in paragraph.rules.speakers):
        seen.append(("head", head))
    if begins.tag in _CLOSED:
        seen.append(("begins with", begins.low))
    if first < last:
        seen.append(("second", tokens[first + 1].tag))
    return seen


def features_of(sight: Sight) -> list[str]:
    """The features of one group of values, as the weights name them."""
    what, value, *others = sight
    out = [f"{what} {value}"]
    match what, others:
        case "frame", [word, how]:
            out += [f"cue {word} {value}", f"how {how}", f"how {how} {value}"]
        case "source", [speaks, coarse, before]:
            out += [f"speaks {speaks}", f"speaks {speaks} {coarse}", f"source after {before}"]
        case "length", [coarse, begins]:
            out += [f"length {value} {coarse}", f"begins {begins}", f"begins {begins} {coarse}"]
        case "after", [gap, finite, coarse]:
            out += [f"gap {gap}", f"finite {finite}", f"finite {min(int(finite), 2)} {coarse}"]
        case "quotes", [share, ending, frame, outer]:
            out += [f"share {share}", f"ending {ending}", f"ending {ending} {frame}"]
            out += [f"outer {outer}", f"outer {outer} {frame}"]
    return out


_ENDS = frozenset({Tag.MARK, Tag.STOP})
_OBJECTS = frozenset({"object", "object with to"})
_COARSE = frozenset({"that", "clause", "to", "question", "object, that", "before", "around", "rest", "object, to"})


def _kind(token: Token | None) -> str:
    if token is None:
        return "head"
    return token.low if token.tag in _SMALL else token.tag


def unmarked(paragraph: Paragraph, first: int, last: int, said: Set[int]) -> list[tuple[int, int]]:
    """Spans (characters) of the tokens ``first`` to ``last`` without the quotations that are utterances themselves."""
    tokens = paragraph.tokens
    out: list[tuple[int, int]] = []
    begin: int | None = None
    for index in range(first, last + 1):
        token = tokens[index]
        if token.tag is Tag.QUOTE and token.quote in said:
            if begin is not None:
                out.append((begin, tokens[index - 1].end))
            begin = None
        elif begin is None:
            begin = token.start
    if begin is not None:
        out.append((begin, tokens[last].end))
    return out


def longest(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """The longest of some spans; an empty one where there is none."""
    return max(spans, key=lambda span: span[1] - span[0], default=(0, 0))


def by_rule(paragraph: Paragraph, found: Sequence[Report], lex: Lexicon) -> tuple[Report, float] | None:
    """Without weights: the first reading of a plain form, with how often that form is right; None where none is."""
    precision, negations = lex.table("reported.precision"), lex.words("verify.negations")
    for report in found:
        denied = not report.credited and paragraph.tokens[max(0, report.cue - 1)].low in negations
        if report.content.frame in precision and not denied and _is_plain(paragraph, report):
            return report, float(precision[report.content.frame])
    return None


def _is_plain(paragraph: Paragraph, report: Report) -> bool:
    """Whether somebody who may speak says a clause that ends by rule: "Vesk said that the fleet was lost"."""
    tokens, rules = paragraph.tokens, paragraph.rules
    content, cue, source = report.content, tokens[report.cue], report.who[0]
    if content.ending != "rule" or not (report.credited or cue.tag in (Tag.CUE, Tag.CUE_ING)):
        return False
    if source.head in rules.objects or (source.kind == "nominal" and not rules.may_speak(source.head)):
        return False
    if Tag.RELATIVE in (tokens[content.first].tag, tokens[source.first].tag):
        return False
    if content.frame in ("comma", "before") and tokens[content.first].tag is Tag.CONJUNCTION:
        return False  # "Vesk sagte ab, weil der Hafen gesperrt war"
    if content.frame == "before" and tokens[content.last].tag is Tag.QUOTE:
        return False  # what is set before the cue in marks is what was said
    if rules.verb_second and content.frame == "before" and report.how != "inverted" and not report.credited:
        return False  # "Die Flotte war verloren, sie hatte es gesagt": what stands first brings the verb before its subject
    # "Vesk wurde am Montag vorgeworfen, dass": where others say it of the source, the source does not
    clause = range(max(0, min(source.first, report.cue) - 1), report.cue)
    if not report.credited and any(paragraph.links(index, "passive") for index in clause):
        return False
    opened = content.frame.endswith("that")  # what opens the clause shows that it is one, whatever its verb
    return opened or any(tokens[index].tag in FINITE for index in range(content.first, content.last + 1))
