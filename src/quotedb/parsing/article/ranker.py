"""Who of all that are mentioned said it: everybody near a quotation weighed by what was learned from annotated articles.

The sieves speak first; their answer is evidence beside the structure round the quotation. Each mention, "nobody's words" and
"nobody is named" gets the sum of the weights of its features, and the shares of all together are 1. The weights are a
text file for each language, made by benchmarks/fit_ranker.py; a language without one is left to the sieves alone.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from importlib import resources
from itertools import repeat
from typing import TYPE_CHECKING

from quotedb.parsing.article import reasons
from quotedb.parsing.article.announced import SPOKEN_OF, WHOSE
from quotedb.parsing.article.decisions import Ranked
from quotedb.parsing.article.features import is_only, is_statement, of_quotation, of_relations, setting_of
from quotedb.parsing.article.governing import at_once
from quotedb.parsing.article.mentions import Mention, kind_of, mentions_of
from quotedb.parsing.article.roles import BY_ROLE
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution, inherit, last_before, paragraph_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotedb.parsing.prose.spots import Scene, Spot
    from quotedb.parsing.prose.syntax import Paragraph

#: The mentions of each paragraph, kept from one of its quotations to the next.
Known = dict[int, list[Mention]]

NOBODY = "nobody's words"
UNNAMED = "nobody is named"
#: What is seen of the quotation itself weighs otherwise for each of these: so its features begin in the weights file.
_MARKS = {NOBODY: "N ", UNNAMED: "0 "}
_FOLDER = "weights"
#: Sieves whose answers stand: the surest ones, and those for forms that annotated articles hardly have.
SURE = frozenset(
    {
        "agent of a passive before the quote",
        "quoted by somebody else as saying",
        "continues the quotation of the paragraph before",
        "name after a dash below the quote",
        "name between a dash and the colon",
        "name and colon at the head of the line",
        "name after a colon behind the quote",
        WHOSE,
        SPOKEN_OF,
    }
)
#: Sure where the quotation opens its sentence or the subject closes it: between them the verb may be somebody else's.
SURE_AT_EDGE = frozenset({"verb of saying after the quote, then its subject"})


#: Between whom somebody tells something and what there is one word: "telling a driver to".
_HEARD = 2
#: Reasons for nobody's words that are no more than likely.
OPEN: frozenset[str] = frozenset()


@dataclass(slots=True)
class Option:
    """One way to read a quotation: said by the phrases of `answer`, or nobody's words, or said by nobody named."""

    outcome: str  #: NOBODY, UNNAMED or "" where somebody is named
    answer: Attribution | None
    seen: list[str]
    mention: Mention | None = None

    @property
    def features(self) -> list[str]:
        """All that is seen of it, as the weights file names it."""
        mark = _MARKS.get(self.outcome, "")
        return [*(f"{mark}{feature}" for feature in self.seen), *(self.mention.seen if self.mention else ())]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided about a quotation: who, or why these are nobody's words, and all that was weighed."""

    answer: Attribution | None
    unsaid: str | None
    shares: tuple[tuple[float, Option], ...]


class Ranker:
    """The weights of one language."""

    def __init__(
        self,
        weights: dict[str, float],
        bends: Sequence[tuple[float, float]] = (),
        rates: Mapping[str, float] | None = None,
    ) -> None:
        self.weights = weights
        self._by_outcome = {"": weights} | {
            outcome: {name.removeprefix(mark): weight for name, weight in weights.items() if name.startswith(mark)}
            for outcome, mark in _MARKS.items()
        }
        self.bends = tuple(bends)  #: share of the best, and how often such a one was right; rising
        self.rates = dict(rates or {})  #: how often a sieve that decides alone is right

    def best(self, options: Sequence[Option]) -> list[tuple[float, Option]]:
        """All options with their shares, best first."""
        scores = [self._score(option) for option in options]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        order = sorted(range(len(options)), key=lambda number: (-shares[number], number))
        return [(shares[number] / total, options[number]) for number in order]

    def confidence(self, share: float) -> float:
        """How often an answer with this share was right where the weights had not seen the article."""
        if not self.bends:
            return round(share, 2)
        low = (0.0, 0.0)
        for high in (*self.bends, (1.0, 1.0)):
            if share <= high[0]:
                width = high[0] - low[0]
                part = (share - low[0]) / width if width else 1.0
                return round(low[1] + part * (high[1] - low[1]), 2)
            low = high
        return round(low[1], 2)

    def _score(self, option: Option) -> float:
        nothing = repeat(0.0)
        score = sum(map(self._by_outcome[option.outcome].get, option.seen, nothing))
        mention = option.mention
        if mention is None:
            return score
        if mention.score is None:
            mention.score = sum(map(self.weights.get, mention.seen, nothing))
        return score + mention.score


@functools.cache
def ranker(language: str) -> Ranker | None:
    """The ranker of a language; None where it has no weights."""
    file = resources.files("quotedb.parsing.article") / _FOLDER / f"{language}.txt"
    return read_weights(file.read_text(encoding="utf-8")) if file.is_file() else None


def read_weights(text: str) -> Ranker:
    """The weights file: lines of a number and a feature, of "~", a share and how often it is right, of "=", a rate and a sieve."""
    weights: dict[str, float] = {}
    bends: list[tuple[float, float]] = []
    rates: dict[str, float] = {}
    for line in text.splitlines():
        number, _, feature = line.partition("\t")
        if number == "=":
            rate, _, sieve = feature.partition("\t")
            rates[sieve] = float(rate)
        elif number == "~":
            share, _, right = feature.partition("\t")
            bends.append((float(share), float(right)))
        elif feature and not number.startswith("#"):
            weights[feature] = float(number)
    return Ranker(weights, bends, rates)


def options_of(spot: Spot, answer: Attribution | None, unsaid: str | None, known: Known) -> list[Option]:
    """Every way to read a quotation, with what is seen of each.

    `answer` is that of the sieves; `known` keeps the mentions of paragraphs from one quotation to the next.
    """
    paragraph = spot.paragraph
    mentions = _mentions(paragraph, known)
    setting = setting_of(spot)
    options: dict[tuple[int, int, int], Option] = {}
    for mention, seen in of_relations(spot, mentions, setting):
        phrase = mention.phrase
        cue = mention.verb if mention.verb >= 0 and paragraph.tokens[mention.verb].tag in SAYING else None
        named = Attribution((phrase,), "", paragraph.index, cue)
        options[paragraph.index, phrase.first, phrase.last] = Option("", named, seen, mention)
    if answer is not None:
        chosen = _option(spot, options, answer)
        kind = kind_of(spot.scene.paragraphs[answer.paragraph], answer.who[0])
        chosen.answer = answer
        chosen.seen += (
            "first",
            f"first={answer.sieve}",
            f"first setting={answer.sieve} {setting}",
            f"first kind={answer.sieve} {kind}",
        )
    _add_speaker_before(spot, options, setting)
    if is_only(spot):
        _add_paragraph_above(spot, options, known)
    seen = of_quotation(spot, answer, unsaid)
    outcomes = [Option(UNNAMED, None, seen)]
    if not is_statement(spot):
        outcomes.append(Option(NOBODY, None, seen))
    return [*options.values(), *outcomes]


def _mentions(paragraph: Paragraph, known: Known) -> list[Mention]:
    mentions = known.get(paragraph.index)
    if mentions is None:
        mentions = known[paragraph.index] = mentions_of(paragraph)
    return mentions


def _option(spot: Spot, options: dict[tuple[int, int, int], Option], answer: Attribution) -> Option:
    """The option for the phrases of an answer: one that is there, or a new one."""
    key = (answer.paragraph, answer.who[0].first, answer.who[-1].last)
    option = options.get(key)
    if option is None:
        first = options.get((answer.paragraph, answer.who[0].first, answer.who[0].last))
        if first is not None:  # "Orlan and Vesk"
            option = Option("", answer, [*first.seen, "joined"], first.mention)
        else:
            kind = kind_of(spot.scene.paragraphs[answer.paragraph], answer.who[0])
            option = Option("", answer, ["elsewhere", f"elsewhere={kind}"])
        options[key] = option
    return option


def _add_speaker_before(spot: Spot, options: dict[tuple[int, int, int], Option], setting: str) -> None:
    """Who said the quotation before this one, in the paragraph or at the end of the one before."""
    paragraph = spot.paragraph
    if spot.number == 0:
        last = inherit(last_before(spot.scene, paragraph), reasons.SPOKE_ABOVE)
        if last is not None:
            _option(spot, options, last).seen += ("last", f"last={setting} {is_only(spot)}")
        return
    said = spot.scene.decided.get((paragraph.index, spot.number - 1))
    if said is None:
        return
    between = paragraph.tokens[paragraph.places[spot.number - 1] + 1 : spot.place]
    stops = sum(token.tag is Tag.STOP for token in between)
    option = _option(spot, options, said)
    if option.answer is said or not (option.answer and option.answer.sieve):
        option.answer = inherit(said, reasons.SPOKE_BEFORE)
    option.seen += (
        "said",
        f"said={setting} {min(stops, 2)}",
        f"said gap={setting} {min(len(between), 5)}",
        f"said by={said.sieve} {setting}",
    )


def _add_paragraph_above(spot: Spot, options: dict[tuple[int, int, int], Option], known: Known) -> None:
    """Where a paragraph is nothing but the quotation: who is the subject of something in the one before."""
    above = paragraph_before(spot.scene, spot.paragraph)
    if above is None or not above.tokens:
        return
    last = above.sentence[-1]
    for mention in _mentions(above, known):
        if mention.verb < 0:
            continue
        phrase = mention.phrase
        where = "last" if phrase.first >= last else "first" if above.sentence[phrase.first] == 0 else "middle"
        tag = above.tokens[mention.verb].tag
        key = (above.index, phrase.first, phrase.last)
        option = options.get(key)
        if option is None:
            option = options[key] = Option("", Attribution((phrase,), reasons.ABOVE, above.index, inherited=True), [])
        option.seen += ("above", f"above={where} {mention.how} {tag}", f"above kind={where} {mention.kind}")


def is_settled(spot: Spot, answer: Attribution | None, unsaid: str | None) -> bool:
    """Whether the sieves alone decide: words that are nobody's by a rule, and answers of the surest sieves."""
    if unsaid is not None:
        return unsaid not in OPEN
    if answer is None:
        return False
    if answer.nobody or answer.sieve in BY_ROLE:
        return True
    if answer.sieve in SURE_AT_EDGE:
        return _at_edge(spot, answer)
    paragraph = spot.scene.paragraphs[answer.paragraph]
    if answer.paragraph == spot.paragraph.index and _is_inner_pronoun(paragraph, answer, spot.place):
        return True
    return answer.sieve in SURE or _is_told(paragraph, answer, spot.place) or _is_relative(spot, answer)


def _at_edge(spot: Spot, answer: Attribution) -> bool:
    """``It was "grim", says Vesk.``, but not ``Vesk, who found it "grim," described Orlan as happy``."""
    paragraph, after = spot.paragraph, answer.who[-1].last + 1
    if paragraph.sentence[spot.place] == spot.place or after >= len(paragraph.tokens):
        return True
    return paragraph.tokens[after].tag in (Tag.STOP, Tag.MARK)


def settled(spot: Spot, answer: Attribution, weights: Ranker) -> Attribution:
    """An answer that stands, with how often its sieve is right; what goes on is no surer than what it goes on from."""
    rate = weights.rates.get(answer.sieve)
    if rate is None:
        return answer
    before = spot.scene.decided.get((spot.paragraph.index, spot.number - 1)) if answer.inherited else None
    if before is not None and before.confidence is not None:
        rate = min(rate, before.confidence)
    return answer._replace(confidence=rate)


def _is_relative(spot: Spot, answer: Attribution) -> bool:
    """``a banner that said "Peace"``: who or what the clause right before the words is about."""
    tokens, cue = spot.paragraph.tokens, spot.place - 1
    return (
        answer.paragraph == spot.paragraph.index
        and answer.cue == cue
        and answer.who[-1].last == cue - 2
        and (tokens[cue - 1].tag is Tag.RELATIVE or spot.paragraph.links(cue - 1, "relative"))
    )


def _is_told(paragraph: Paragraph, answer: Attribution, place: int) -> bool:
    """``Orlan said Vesk had told him "..."``: the nearest verb has its hearer beside it, so its subject speaks."""
    if answer.cue is None or answer.sieve != "subject of a verb before the quote":
        return False
    hearer = paragraph.opening.get(answer.cue + 1)
    if hearer is None:
        return False
    if hearer.kind == "pronoun":
        return hearer.head in paragraph.rules.objects
    return paragraph.links(answer.cue, "telling") and place - hearer.last <= _HEARD


def _is_inner_pronoun(paragraph: Paragraph, answer: Attribution, place: int) -> bool:
    """``Vesk says she said "..."``, ``Orlan said he once told her: "..."``: whoever the pronoun means."""
    (who, cue) = answer.who[0], answer.cue
    if cue is None or who.kind != "pronoun" or not paragraph.links(who.first, "subject") or who.first < 1:
        return False
    inner = paragraph.plays(cue, "telling") and at_once(paragraph, cue, place)
    return inner and paragraph.tokens[who.first - 1].tag in SAYING


def decide(spot: Spot, answer: Attribution | None, unsaid: str | None, weights: Ranker, known: Known) -> Choice:
    """What the ranker makes of a quotation for which the sieves gave `answer`."""
    shares = weights.best(options_of(spot, answer, unsaid, known))
    share, best = shares[0]
    if best.outcome == NOBODY:
        return Choice(answer, unsaid or reasons.UNSAID, tuple(shares))
    if best.answer is None:
        return Choice(None, None, tuple(shares))
    chosen = best.answer
    if (
        answer is not None
        and len(answer.who) > 1
        and answer.paragraph == chosen.paragraph
        and chosen.who[0] in answer.who
    ):
        chosen = answer  # one of two who speak together: what speaks for either speaks for both
        share = sum(part for part, option in shares if _is_among(option, answer))
    if not chosen.sieve and best.mention is not None:
        chosen = chosen._replace(sieve=reasons.reason_of(spot, best.mention))
    return Choice(chosen._replace(confidence=weights.confidence(share)), None, tuple(shares))


def _is_among(option: Option, answer: Attribution) -> bool:
    """Whether an option names one of those, or all of those, who are the answer."""
    named = option.answer
    return named is not None and named.paragraph == answer.paragraph and all(who in answer.who for who in named.who)


def shown(scene: Scene, choice: Choice) -> tuple[Ranked, ...]:
    """All that was weighed, as an explanation shows it."""
    rows: list[Ranked] = []
    for share, option in choice.shares:
        if option.answer is None:
            rows.append(Ranked(option.outcome, None, round(share, 3)))
            continue
        span = (option.answer.who[0].start, option.answer.who[-1].end)
        rows.append(Ranked(scene.text[span[0] : span[1]], span, round(share, 3)))
    return tuple(rows)
