"""What the ranker sees: places, marks, cues and kinds of words round a quotation, never a name, an outlet or a topic.

A feature is a short text, "verb=next said": what was looked at, and what was found. The weights file holds a number
for each that mattered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from quotedb.parsing.article.mentions import Mention, kind_of, shape
from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag
from quotedb.parsing.prose.spots import behind_colon, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.parsing.prose.spots import Attribution, Spot
    from quotedb.parsing.prose.syntax import Paragraph

#: A mention so many tokens away is no candidate.
FARTHEST = 90
_STATEMENT, _SENTENCE = 8, 4
_IN_REACH = 40
_EDGES = "'’‘“”\"*.,;:!?()[]…-—–"
_STEPS = (0, 1, 2, 3, 4, 5, 5, 7, 7, 7, 10, 10, 10, 14, 14, 14, 14)


def _about(number: int) -> int:
    """A number, roughly."""
    return _STEPS[number] if number < len(_STEPS) else 20 if number < 28 else 30 if number < 45 else 60


def setting_of(spot: Spot) -> str:
    """How a quotation stands in its sentence: at its head or inside, with a capital or not, and how it ends."""
    paragraph, place, text = spot.paragraph, spot.place, spot.scene.text
    quote = paragraph.quotes[spot.number]
    ending = text[quote.end - 1]
    end = "." if ending in ".!?" else "," if ending == "," else ""
    if paragraph.sentence[place] == place:
        following = paragraph.tokens[place + 1].low if place + 1 < len(paragraph.tokens) else ""
        return "head" + ("," if following == "," else end)
    first = next((char for char in text[quote.start : quote.end] if char.isalnum()), "")
    return ("Inside" if first.isupper() else "inside") + end


def is_only(spot: Spot) -> bool:
    """Whether its paragraph is nothing but quotations."""
    return len(spot.paragraph.tokens) == len(spot.paragraph.quotes)


def is_statement(spot: Spot) -> bool:
    """Whether the words are a long sentence of their own, or stand alone: these are somebody's, whoever it is."""
    if stands_alone(spot.scene, spot.paragraph, spot.number) or behind_colon(spot.scene, spot.paragraph, spot.number):
        return True
    paragraph, text = spot.paragraph, spot.scene.text
    quote = paragraph.quotes[spot.number]
    words = text[quote.start : quote.end]
    if paragraph.sentence[spot.place] != spot.place or words[-1] not in ".!?…,":
        return False
    return len(words.split()) >= (_SENTENCE if is_only(spot) else _STATEMENT)


def of_relations(spot: Spot, mentions: list[Mention], setting: str) -> Iterator[tuple[Mention, list[str]]]:
    """Each mention near enough, with how it stands to the quotation, from the quotation outwards."""
    place = spot.place
    nearest = _saying_at(spot.paragraph, place)
    # an owner is listed behind what it owns, so the order may be out by one
    low = max(0, bisect_left(mentions, place - FARTHEST, key=_first) - 1)
    near = mentions[low : bisect_right(mentions, place + FARTHEST, key=_first) + 1]
    before = [mention for mention in near if place - FARTHEST < mention.phrase.first < place]
    after = [mention for mention in near if place < mention.phrase.first < place + FARTHEST]
    yield from _before(spot, before, setting, nearest)
    yield from _after(spot, after, setting, nearest)


def _first(mention: Mention) -> int:
    return mention.phrase.first


def _before(
    spot: Spot, mentions: list[Mention], setting: str, nearest: tuple[int, int]
) -> Iterator[tuple[Mention, list[str]]]:
    paragraph, place = spot.paragraph, spot.place
    tokens, sentence = paragraph.tokens, paragraph.sentence
    low = sentence[place]
    above = sentence[low - 1] if low else 0
    counts = [0, 0, 0]
    index = place
    for passed, mention in enumerate(reversed(mentions)):
        phrase = mention.phrase
        while index > phrase.last + 1:
            index -= 1
            _count(tokens[index].tag, counts)
        first = phrase.first
        where = "B" if first >= low else "b" if first >= above else "bb"
        yield mention, _relation(spot, mention, where, setting, passed, counts, nearest)


def _after(
    spot: Spot, mentions: list[Mention], setting: str, nearest: tuple[int, int]
) -> Iterator[tuple[Mention, list[str]]]:
    paragraph, place = spot.paragraph, spot.place
    tokens, sentence = paragraph.tokens, paragraph.sentence
    counts = [0, 0, 0]
    index = place + 1
    for passed, mention in enumerate(mentions):
        phrase = mention.phrase
        while index < phrase.first:
            _count(tokens[index].tag, counts)
            index += 1
        where = "A" if sentence[phrase.first] == sentence[place] else "a"
        yield mention, _relation(spot, mention, where, setting, passed, counts, nearest)


def _count(tag: Tag, counts: list[int]) -> None:
    """Count quotations, verbs of saying and other verbs that stand between."""
    if tag is Tag.QUOTE:
        counts[0] += 1
    elif tag in SAYING:
        counts[1] += 1
    elif tag in FINITE:
        counts[2] += 1


def _relation(
    spot: Spot, mention: Mention, where: str, setting: str, passed: int, counts: list[int], nearest: tuple[int, int]
) -> list[str]:
    """How one mention stands to the quotation."""
    verb, how = mention.verb, mention.how
    quotes, cues, verbs = min(counts[0], 3), min(counts[1], 3), min(counts[2], 3)
    place = where + setting
    governs = "-"
    if verb >= 0:
        tag: str = spot.paragraph.tokens[verb].tag
        word = shape(spot.paragraph, verb)
        reach = _about(abs(spot.place - verb))
        if verb in nearest:
            governs = "left" if verb < spot.place else "right"
        elif (mention.phrase.first < spot.place) != (verb < spot.place):
            governs = "across"
        elif nearest[0] >= 0:
            governs = "other"
    else:
        tag = word = "-"
        reach = -1
    passed = min(passed, 6)
    return [
        f"where={place}",
        f"passed={place} {passed}",
        f"kind where={place} {mention.kind}",
        f"quotes={place} {quotes}",
        f"cues={where} {cues} {verbs} {min(quotes, 2)} {how} {tag}",
        f"cue={where} {how} {word}",
        f"reach={where} {tag} {reach}",
        f"governs={where} {governs} {how} {tag}",
        f"governs setting={place} {governs}",
    ]


def of_quotation(spot: Spot, answer: Attribution | None, unsaid: str | None) -> list[str]:
    """What is seen of the quotation itself: whether these are somebody's words at all, and whether anybody is named."""
    paragraph, place, text = spot.paragraph, spot.place, spot.scene.text
    quote = paragraph.quotes[spot.number]
    words = text[quote.start : quote.end].split()
    capitals = sum(word[:1].isupper() for word in words)
    caps = "all" if capitals == len(words) else "some" if capitals > 1 else "one" if capitals else "none"
    ending = text[quote.end - 1] if text[quote.end - 1] in ".,?!…—:;" else "w"
    size = _about(len(words))
    alone = paragraph.sentence[place] == place
    sieve = answer.sieve if answer is not None else "none"
    before, after = shape(paragraph, place - 1), shape(paragraph, place + 1)
    tokens, tags = paragraph.tokens, paragraph.rules.tags
    cue = answer.cue if answer is not None else None
    near = "-" if cue is None else "near" if cue == place - 1 else "far"
    cue_word = "-" if answer is None or cue is None else shape(spot.scene.paragraphs[answer.paragraph], cue)
    tag_before = tokens[place - 1].tag if place else "^"
    tag_after = tokens[place + 1].tag if place + 1 < len(tokens) else "^"
    first, last = (tags.get(words[end].strip(_EDGES).lower(), "word") for end in (0, -1))
    said = spot.scene.decided.get((paragraph.index, spot.number - 1))
    previous = "none" if spot.number == 0 else "unsaid" if said is None else "said"
    beside = spot.number > 0 and paragraph.sentence[paragraph.places[spot.number - 1]] == paragraph.sentence[place]
    left, right = _saying_near(paragraph, place)
    kind = "-" if answer is None else kind_of(spot.scene.paragraphs[answer.paragraph], answer.who[0])
    return [
        f"size={size}",
        f"caps={caps} {size}",
        f"end={ending}",
        f"end size={ending} {size}",
        f"before={before}",
        f"before2={shape(paragraph, place - 2)} {before}",
        f"after={after}",
        f"tags={tag_before} {tag_after} {caps}",
        f"tag after={tag_after} {caps} {ending}",
        f"alone={alone} {size}",
        f"single={quote.single} {size} {near}",
        f"closed={quote.closed}",
        f"sieve={sieve}",
        f"sieve size={sieve} {size}",
        f"sieve caps={sieve} {caps}",
        f"kind={kind} {near}",
        f"unsaid={unsaid}",
        f"unsaid size={unsaid} {size}",
        f"governed={near} {size}",
        f"governed caps={near} {caps}",
        f"cue={cue_word}",
        f"words={first} {last} {caps}",
        f"first={first} {tag_before}",
        f"only={is_only(spot)}",
        f"zone={paragraph.block.zone.value}",
        f"previous={previous} {beside} {size}",
        f"previous end={previous} {beside} {ending}",
        f"left={left}",
        f"right={right}",
        f"saying={left != '-'} {right != '-'} {size}",
    ]


def _saying_near(paragraph: Paragraph, place: int) -> tuple[str, str]:
    """The nearest verbs of saying of the sentence, and how far off they are."""
    left, right = _saying_at(paragraph, place)
    return _cue_and_distance(paragraph, left, place), _cue_and_distance(paragraph, right, place)


def _cue_and_distance(paragraph: Paragraph, index: int, place: int) -> str:
    return "-" if index < 0 else f"{paragraph.tokens[index].low} {min(_about(abs(place - index)), 10)}"


def _saying_at(paragraph: Paragraph, place: int) -> tuple[int, int]:
    """The tokens of the nearest verbs of saying in the sentence, before and after the quotation; -1 where there is none."""
    tokens, sentence = paragraph.tokens, paragraph.sentence
    left = right = -1
    for index in range(place - 1, max(sentence[place], place - _IN_REACH) - 1, -1):
        if tokens[index].tag in SAYING:
            left = index
            break
    for index in range(place + 1, min(len(tokens), place + _IN_REACH)):
        if tokens[index].tag is Tag.STOP or sentence[index] != sentence[place]:
            break
        if tokens[index].tag in SAYING:
            right = index
            break
    return left, right
