"""Nouns for words, and whose these are: a letter from somebody, somebody's remark, in somebody's words, shouts of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article import passed_on
from quotedb.parsing.article.governing import FAR, VERBS, first_of, nobody, only_marks, opens_clause
from quotedb.parsing.prose.clauses import owner_of
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution
from quotedb.parsing.prose.syntax import phrase_of
from quotedb.parsing.prose.verbsecond import clause_begin

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Spot
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

WORDS_OF = "in whose words it is told"
OWNED = "whose remark it is"
QUESTION = "a question of somebody who is not named"
SHOUTED = "shouted by nobody who is named"
WORN = "written on something, by nobody who is named"
RULES = frozenset({WORDS_OF, OWNED})
#: What says when or where words were said.
_PLACED = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.NAME, Tag.WORD, Tag.NOUN})


def by_noun(spot: Spot, paragraph: Paragraph, place: int, verb: int) -> Attribution | None:
    """The answer of a noun for words before token `place` and behind the verb that governs it, -1 where none does."""
    return (
        _shouted(paragraph, place)
        or _questioned(paragraph, place)
        or _worn(paragraph, place)
        or passed_on.in_letter(paragraph, place, verb)
        or passed_on.by_text(paragraph, place, verb)
        or _in_words(paragraph, place)
        or _of_words(spot, paragraph, place, verb)
    )


def _shouted(paragraph: Paragraph, place: int) -> Attribution | None:
    """``Vesk faced shouts of "..."``, but not ``Supporters answered with shouts of "..."``."""
    if place < 2 or not paragraph.links(place - 1, "attaching") or not paragraph.plays(place - 2, "shouts"):
        return None
    rules, first = paragraph.rules, first_of(paragraph, place)
    shouts = paragraph.ending.get(place - 2)
    if shouts is not None and owner_of(paragraph, shouts) is not None:
        return None
    if any(token.low in rules.according for token in paragraph.tokens[place:]):
        return None
    before = (phrase for phrase in paragraph.phrases if first <= phrase.first < place - 2)
    return None if any(_are_many(paragraph, phrase) for phrase in before) else nobody(paragraph, SHOUTED, place - 2)


def _questioned(paragraph: Paragraph, place: int) -> Attribution | None:
    """``Auf die Frage "..." antwortete Vesk``: the question of somebody who is not named."""
    question = paragraph.ending.get(place - 1) if place else None
    if question is None or not paragraph.is_one_of(question, "questions") or owner_of(paragraph, question) is not None:
        return None
    asked = question.first > first_of(paragraph, place) and paragraph.plays(question.first - 1, "answering")
    return nobody(paragraph, QUESTION, question.last) if asked else None


def _worn(paragraph: Paragraph, place: int) -> Attribution | None:
    """``a shirt with the words "..."``: nobody says what is printed on a thing."""
    words = paragraph.ending.get(place - 1 - (paragraph.tokens[place - 1].tag is Tag.MARK)) if place else None
    if words is None or not paragraph.is_one_of(words, "wordings") or words.first < 2:
        return None
    worn = paragraph.ending.get(words.first - 2) if paragraph.plays(words.first - 1, "bearing") else None
    return nobody(paragraph, WORN, words.last) if worn is not None and paragraph.is_one_of(worn, "signs") else None


def _are_many(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase is one for people who may shout together: "supporters"."""
    rules, head = paragraph.rules, phrase.head
    if phrase.kind != "nominal" or not rules.may_speak(head):
        return False
    return head in rules.groups or head in rules.common_bodies or head.endswith(rules.plurals)


def _in_words(paragraph: Paragraph, place: int) -> Attribution | None:
    """``In Orlan's words, the pier is "..."``, ``The pier is, in the words of Orlan, "..."``."""
    tokens, wording = paragraph.tokens, paragraph.rules.roles.get("wording", frozenset())
    for index in range(max(first_of(paragraph, place), place - FAR), place - 1):
        phrase = paragraph.opening.get(index + 1) if tokens[index].low in wording else None
        if phrase is None or phrase.last >= place or not paragraph.is_one_of(phrase, "wordings"):
            continue
        who, last = owner_of(paragraph, phrase), phrase.last
        if who is None and last + 1 < place and paragraph.links(last + 1, "attaching"):
            who = paragraph.opening.get(last + 2)
            last = who.last if who is not None else last
        if who is None or who.kind == "pronoun" or last >= place:
            continue
        inverted = paragraph.rules.verb_second and tokens[last + 1].tag in VERBS  # "In den Worten von Vesk ist"
        if last + 1 == place or tokens[last + 1].low in (",", ":") or inverted:
            return Attribution((who,), WORDS_OF, paragraph.index, phrase.last)
    return None


def _of_words(spot: Spot, paragraph: Paragraph, place: int, verb: int) -> Attribution | None:
    """``a letter from Orlan: "..."``, ``Orlan's remark that it was "..."``, ``Orlan's description of it as "..."``."""
    begin = verb + 1  # in German what a verb governs may stand before it: "hat einen Brief bekommen"
    if paragraph.rules.verb_second and verb >= 0:
        begin = clause_begin(paragraph, verb, paragraph.sentence[verb])
    for index in range(place - 1, max(first_of(paragraph, place), place - FAR, begin) - 1, -1):
        phrase = paragraph.ending.get(index)
        if phrase is not None and phrase.kind == "name":
            found = passed_on.run_together(paragraph, phrase, place, verb)
            if found is not None:
                return found
        if phrase is None or phrase.kind != "nominal":
            continue
        if paragraph.is_one_of(phrase, "letters"):
            found = passed_on.of_letter(paragraph, phrase, place, verb)
            if found is not None:
                return found
        owner, after = owner_of(paragraph, phrase), index + 1
        if owner is None and paragraph.is_one_of(phrase, "words"):
            owner, after = _owner_behind(paragraph, index + 1, place)
        if owner is None or owner.kind in ("pronoun", "relative"):
            continue
        if paragraph.is_one_of(phrase, "descriptions"):
            if paragraph.links(after, "attaching") and paragraph.links(place - 1, "relaying"):
                return Attribution((owner,), OWNED, paragraph.index, index)
        elif paragraph.is_one_of(phrase, "words"):
            said = _says(spot, paragraph, after, place) or _is_remembered(paragraph, verb, after, place)
            wording = paragraph.is_one_of(phrase, "wordings") and not _is_judged(spot, paragraph, verb, index, place)
            said = said or (wording and _are(paragraph, after, place))
            said = said or (wording and _are_introduced(paragraph, after, place))
            return Attribution((owner,), OWNED, paragraph.index, index) if said else None
    return None


def _owner_behind(paragraph: Paragraph, index: int, place: int) -> tuple[Phrase | None, int]:
    """Whose the words are that end before token `index`, where the owner stands behind; and what follows: "a remark by Vesk"."""
    before = paragraph.ending.get(index - 1)
    inside = None if before is None else genitive_of(paragraph, before)
    if inside is not None:
        return inside, index
    if index + 1 >= place or not (paragraph.links(index, "attaching") or paragraph.plays(index, "sending")):
        return None, index
    owner = paragraph.opening.get(index + 1)
    if owner is None or owner.last >= place or not (owner.kind == "name" or paragraph.rules.may_speak(owner.head)):
        return None, index
    return owner, owner.last + 1


def genitive_of(paragraph: Paragraph, phrase: Phrase) -> Phrase | None:
    """The owner at the end of a phrase: "die Worte der Ministerin"."""
    for at in range(phrase.last - 1, phrase.first + 1, -1):
        if paragraph.plays(at, "genitive"):
            owner = phrase_of(paragraph.tokens, at, phrase.last, paragraph.rules)
            return owner if owner.kind == "name" or paragraph.rules.may_speak(owner.head) else None
    return None


def _are_introduced(paragraph: Paragraph, after: int, place: int) -> bool:
    """``They know the words of Orlan before the battle: "..."``, where nobody follows who said so."""
    tokens = paragraph.tokens
    if (
        after >= place - 1
        or tokens[place - 1].low != ":"
        or any(token.tag not in _PLACED for token in tokens[after : place - 1])
    ):
        return False
    behind = paragraph.opening.get(place + 1)
    return behind is None or behind.last + 1 >= len(tokens) or tokens[behind.last + 1].tag not in SAYING


def _is_judged(spot: Spot, paragraph: Paragraph, verb: int, words: int, place: int) -> bool:
    """``Vesk said Orlan's words were "kind"``: a few words in small letters are what somebody says of the words."""
    told = 0 <= verb < words and paragraph.tokens[verb].tag in SAYING and paragraph.tokens[place - 1].low != ":"
    return told and spot.scene.text[spot.paragraph.quotes[spot.number].start].islower()


def _is_remembered(paragraph: Paragraph, verb: int, after: int, place: int) -> bool:
    """``Vesk recalled Orlan's words: "..."``: a verb that brings what somebody else said."""
    brings = verb >= 0 and (paragraph.plays(verb, "perceiving") or paragraph.plays(verb, "quoting"))
    return brings and after < place and only_marks(paragraph, after, place)


def _are(paragraph: Paragraph, after: int, place: int) -> bool:
    """``Orlan's exact words were: "..."``."""
    return after < place and paragraph.links(after, "passive") and only_marks(paragraph, after + 1, place)


def _says(spot: Spot, paragraph: Paragraph, after: int, place: int) -> bool:
    """Whether a noun for words is followed by them: by a sentence in marks, or by "that ..." with no second verb."""
    if after == place:  # but: his remark "has no place here"
        return spot.scene.text[spot.paragraph.quotes[spot.number].start].isupper()
    if after > place or not opens_clause(paragraph, after):
        return False
    tokens = paragraph.tokens
    verbs = (
        index
        for index in range(after, place)
        if tokens[index].tag in VERBS and tokens[index - 1].tag is not Tag.AUXILIARY
    )
    return sum(1 for _ in verbs) <= 1


def is_answered(paragraph: Paragraph, place: int) -> bool:
    """``objected to Orlan's words: "..."``, ``used Orlan's phrase "..."``: whether it is open which of the two said it."""
    if place < 3:
        return False
    colon, comma = (paragraph.tokens[place - 1].low == mark for mark in ":,")
    phrase = paragraph.ending.get(place - 1 - (colon or comma))
    if phrase is None or phrase.first == first_of(paragraph, place):
        return False
    if not paragraph.is_one_of(phrase, "wordings") and not (colon and paragraph.is_one_of(phrase, "words")):
        return False
    owner = owner_of(paragraph, phrase)
    if owner is None or owner.kind != "pronoun":
        return owner is not None
    before = phrase.first - 1 - (paragraph.tokens[phrase.first - 1].tag is Tag.PREPOSITION)
    return colon and paragraph.plays(before, "facing")  # "laughed at her remark"
