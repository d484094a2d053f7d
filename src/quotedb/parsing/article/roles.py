"""Who speaks where the subject of the sentence does not: it hears, quotes, reads out, or is called something.

What a verb or noun does to those beside it is data: `quotes.roles` of the lexicon. A language without that table has
none of these rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article import inner, passed_on, wordings
from quotedb.parsing.article.governing import (
    FAR,
    VERBS,
    agent_of,
    before_adverbs,
    governor,
    is_aside,
    is_of_all,
    is_passive,
    leads,
    nobody,
    only_marks,
    opens_clause,
    past_group,
)
from quotedb.parsing.prose.clauses import subjects_of
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution, Spot, is_noun_here, paragraph_before
from quotedb.parsing.prose.syntax import PAUSED

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

TOLD_BY = "who told it to the subject"
TOLD = "told to the subject, by whom is not said"
ALL = "said by people, by whom is not said"
CALLED_BY = "who calls the subject so"
UNNAMED_ON = "goes on with words of nobody who is named"
CALLED = "what the subject is called, by whom is not said"

#: Those that name somebody.
BY_ROLE = frozenset({TOLD_BY, CALLED_BY, *inner.RULES, *passed_on.RULES, *wordings.RULES})

#: Between "called" and what somebody is called stand so many words at most, of these kinds.
_FEW = 3
_TO_NAMES = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION, Tag.DETERMINER, Tag.ADVERB, Tag.AUXILIARY})
_ENDS = frozenset({Tag.STOP, Tag.MARK, Tag.ADVERB})


def by_role(spot: Spot) -> Attribution | None:
    """The speaker by what the words beside the quotation do; an answer with `nobody` where it says that none is named."""
    paragraph, place = spot.paragraph, spot.place
    if not paragraph.rules.roles:
        return None
    if place == 0:
        above = paragraph_before(spot.scene, paragraph)
        if above is None or not above.tokens or above.tokens[-1].low != ":":
            return _after(spot) or _arrives(spot)
        return _before(spot, above, len(above.tokens))
    return _going_on(spot) or _before(spot, paragraph, place) or _after(spot) or _arrives(spot)


def _going_on(spot: Spot) -> Attribution | None:
    """``"...," Vesk was told. "..."``: nobody is named for the second either; but a question may be answered."""
    paragraph, place, number = spot.paragraph, spot.place, spot.number
    if number == 0 or (paragraph.index, number - 1) not in spot.scene.unnamed:
        return None
    if spot.scene.text[paragraph.quotes[number - 1].end - 1] == "?":
        return None
    if place + 1 < len(paragraph.tokens) and paragraph.sentence[place + 1] != place + 1:
        return None  # it has an attribution of its own
    alone = paragraph.sentence[place] == place
    between = paragraph.tokens[paragraph.places[number - 1] + 1 : place]
    split = paragraph.tokens[place - 1].low == "," and not any(token.tag is Tag.STOP for token in between)
    return nobody(paragraph, UNNAMED_ON, place - 1) if alone or split else None


def _before(spot: Spot, paragraph: Paragraph, place: int) -> Attribution | None:
    verb = governor(paragraph, place)
    named = wordings.by_noun(spot, paragraph, place, verb)
    if named is not None or verb < 0:
        return named
    if _is_fronted(paragraph, verb, place):
        agent = agent_of(paragraph, verb)
        if agent is not None:
            return Attribution((agent,), TOLD_BY, paragraph.index, verb)
        return nobody(paragraph, TOLD, verb)
    if is_passive(paragraph, verb):
        return _passive(paragraph, verb, place)
    if paragraph.tokens[place - 1].low == ":" and is_of_all(paragraph, verb):
        return nobody(paragraph, ALL, verb)
    if not leads(paragraph, verb + 1, place):
        return None
    return (
        inner.perceived(paragraph, verb, place)
        or passed_on.in_aside(paragraph, verb, place)
        or _quoted(paragraph, verb, place)
        or inner.inner(paragraph, verb, place)
        or inner.told_on(paragraph, verb, place)
    )


def _passive(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Vesk was told by Orlan: "..."``, ``Vesk was told: "..."``, ``Vesk was dubbed "..."``."""
    if is_hearing(paragraph, verb, place):
        agent = agent_of(paragraph, verb)
        if agent is not None:
            return Attribution((agent,), TOLD_BY, paragraph.index, verb)
        return None if is_told_outside(paragraph, verb, place) else nobody(paragraph, TOLD, verb)
    if not paragraph.plays(verb, "calling") or not _is_naming(paragraph, verb + 1, place):
        return None
    if place + 1 < len(paragraph.tokens) and paragraph.links(place + 1, "agent"):
        caller = paragraph.opening.get(place + 2)
        return None if caller is None else Attribution((caller,), CALLED_BY, paragraph.index, verb)
    if _has_been(paragraph, verb) and agent_of(paragraph, verb) is None and paragraph.plays(verb, "naming"):
        return nobody(paragraph, CALLED, verb)  # "complained that she had been called"
    aside = is_aside(paragraph, verb)
    if aside and not _pauses(paragraph, place):
        return None  # "Vesk, for one, called it"
    if agent_of(paragraph, verb) is not None or (not aside and is_told_outside(paragraph, verb, place)):
        return None
    return nobody(paragraph, CALLED, None)


def _has_been(paragraph: Paragraph, verb: int) -> bool:
    """Whether a passive tells of what was before: "had been called"."""
    before = before_adverbs(paragraph, verb)
    return before > paragraph.sentence[verb] and paragraph.plays(before - 1, "past_before")


def _is_fronted(paragraph: Paragraph, verb: int, place: int) -> bool:
    """``Asked by Orlan "...", Vesk replied``, ``Told that it was "...," Vesk laughed``, ``Confronted with the words "..."``."""
    if verb != paragraph.sentence[verb] or not paragraph.plays(verb, "hearing") or paragraph.rules.verb_second:
        return False
    if any(token.low == "," for token in paragraph.tokens[verb : place - 1]):
        return False  # "Asked by Orlan what she would accept, Vesk named"
    after, agent = verb + 1, agent_of(paragraph, verb)
    if agent is not None:
        after = agent.last + 1
    if after < place and opens_clause(paragraph, after):
        return leads(paragraph, after, place)
    told = paragraph.opening.get(after)
    if told is not None and told.kind == "pronoun" and paragraph.tokens[told.last + 1].tag in VERBS:
        return leads(paragraph, told.last + 2, place)  # "Told he was"
    words = paragraph.opening.get(after + 1) if after < place and paragraph.plays(after, "bearing") else None
    if words is not None and paragraph.is_one_of(words, "wordings"):
        after = words.last + 1
    return only_marks(paragraph, after, place)


def _pauses(paragraph: Paragraph, place: int) -> bool:
    """Whether a comma stands behind the quotation, or as its last character."""
    tokens = paragraph.tokens
    if place >= len(tokens):
        return False
    return tokens[place].low == PAUSED or (place + 1 < len(tokens) and tokens[place + 1].low == ",")


def is_hearing(paragraph: Paragraph, verb: int, place: int) -> bool:
    """Whether a passive has a subject that hears the quotation."""
    return paragraph.plays(verb, "hearing") and is_passive(paragraph, verb) and leads(paragraph, verb + 1, place)


def _is_naming(paragraph: Paragraph, start: int, place: int) -> bool:
    """Whether nothing stands between "called" and what somebody is called but "as" and an article."""
    between = paragraph.tokens[start:place]
    return len(between) <= _FEW and all(token.tag in _TO_NAMES for token in between)


def is_told_outside(paragraph: Paragraph, verb: int, place: int) -> bool:
    """Whether the sentence has another verb of saying, or "according to": then somebody tells all that is in it."""
    tokens, first = paragraph.tokens, paragraph.sentence[verb]
    for index in range(max(first, verb - FAR), min(len(tokens), place + FAR)):
        if paragraph.sentence[index] != first or (index > place and tokens[index].tag is Tag.STOP):
            continue
        if tokens[index].low in paragraph.rules.according:
            return True
        if index == verb or tokens[index].tag not in SAYING or is_noun_here(paragraph, index, first):
            continue
        if index != verb - 2 or not paragraph.plays(index, "perceiving"):  # but "recalled being told"
            return True
    return False


def _quoted(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Vesk quoted Orlan: "..."``."""
    phrase = paragraph.opening.get(verb + 1) if paragraph.plays(verb, "quoting") else None
    if phrase is None or phrase.possessive or phrase.kind == "relative":
        return None
    between = paragraph.tokens[phrase.last + 1 : place]
    named = bool(between) and _with_words(paragraph, phrase.last + 1, place)  # "mit den Worten"
    if (not named and any(token.tag is not Tag.MARK for token in between)) or (
        not between and phrase.kind == "pronoun"
    ):
        return None  # citing her "long experience"
    if phrase.kind == "nominal" and not paragraph.rules.may_speak(phrase.head):
        return None
    via, _ = subjects_of(paragraph, verb)
    return Attribution((phrase,), passed_on.QUOTED, paragraph.index, verb, via[0] if via else None)


def _with_words(paragraph: Paragraph, start: int, place: int) -> bool:
    """Whether what stands from `start` on is "with the words"."""
    last = place - 1 - (paragraph.tokens[place - 1].tag is Tag.MARK)
    words = paragraph.ending.get(last)
    return words is not None and words.first == start + 1 and paragraph.is_one_of(words, "wordings")


def _after(spot: Spot) -> Attribution | None:
    """``"...," Vesk was told (by Orlan)`` and ``"...," Vesk recalled Orlan saying``."""
    paragraph, place = spot.paragraph, spot.place
    tokens, quote = paragraph.tokens, paragraph.quotes[spot.number]
    phrase = paragraph.opening.get(place + 1)
    if phrase is None or phrase.kind == "relative":
        return None
    if spot.scene.text[quote.start : quote.end].rstrip("'’”\" ")[-1:] not in ",?!—–-…":
        return None
    verb = past_group(paragraph, phrase.last + 1, len(tokens))
    if verb >= len(tokens):
        return None
    if not paragraph.plays(verb, "hearing") or not is_passive(paragraph, verb):
        return _quoting_after(paragraph, phrase, verb) or (
            inner.perceived_after(paragraph, phrase, verb) or inner.told_after(paragraph, phrase, verb)
        )
    agent = agent_of(paragraph, verb)
    if agent is not None:
        return Attribution((agent,), TOLD_BY, paragraph.index, verb)
    after = verb + 1
    ends = after == len(tokens) or tokens[after].tag in _ENDS or paragraph.links(after, "placing")
    return nobody(paragraph, TOLD, verb) if ends else None


def _arrives(spot: Spot) -> Attribution | None:
    """``"...," came the answer (from Orlan)``: by whom is not said, or by whom it is from."""
    paragraph, verb = spot.paragraph, spot.place + 1
    if verb + 1 >= len(paragraph.tokens) or not paragraph.plays(verb, "arriving"):
        return None
    words = paragraph.opening.get(verb + 1)
    if words is None or not (paragraph.is_one_of(words, "words") or paragraph.is_one_of(words, "shouts")):
        return None
    after = words.last + 1
    sender = None
    if after + 1 < len(paragraph.tokens) and paragraph.plays(after, "sending"):
        sender = paragraph.opening.get(after + 1)
    if sender is None or sender.kind == "relative":
        return nobody(paragraph, ALL, verb)
    return Attribution((sender,), passed_on.SENT, paragraph.index, verb)


def _quoting_after(paragraph: Paragraph, subject: Phrase, verb: int) -> Attribution | None:
    """``"...," Vesk said, quoting Orlan``, where `subject` is Vesk."""
    quoted = passed_on.quoting_behind(paragraph, verb) if paragraph.tokens[verb].tag in SAYING else None
    return None if quoted is None else Attribution((quoted,), passed_on.QUOTED, paragraph.index, verb, subject)
