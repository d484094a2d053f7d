"""How somebody is mentioned: as who acts in the sentence, as the name behind a description, as an owner, or as a stranger."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import is_person_noun, nominal_kind
from quotedb.parsing.prose.asides import past_opening, up_from_attachment
from quotedb.parsing.prose.clauses import is_subject, owner_of
from quotedb.parsing.prose.grammar import FINITE, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

_BEHIND = FINITE | {Tag.MARK, Tag.STOP, Tag.PREPOSITION, Tag.QUOTE, Tag.ADVERB}


def description_of(paragraph: Paragraph, name: Phrase) -> Phrase | None:
    """The description that a name between commas explains: "the father of a prisoner, Edvin Sorrel," gives "the father"."""
    tokens = paragraph.tokens
    comma, low = name.first - 1, paragraph.sentence[name.first]
    if comma <= low or tokens[comma].low != "," or name.possessive:
        return None
    if name.last + 1 < len(tokens) and tokens[name.last + 1].tag not in _BEHIND:
        return None
    before = paragraph.ending.get(comma - 1)
    if before is None or before.first < low or before.kind in ("pronoun", "relative"):
        return None
    outer = up_from_attachment(paragraph, before, low)
    if outer is None or outer.kind != "nominal" or outer.possessive:
        return None
    if is_person_noun(outer.head, paragraph.rules):
        return outer
    given = name.first == name.last and name.head in paragraph.rules.first_names  # "The eldest, Milo, ..."
    return outer if given and outer.definite and acts(paragraph, outer) else None


def called_by(paragraph: Paragraph, name: Phrase) -> str | None:
    """The noun right before a name in its phrase: "daughter" of "his daughter Cosima"."""
    before = [token for token in paragraph.tokens[name.first : name.last] if token.end <= name.name_start]
    noun = paragraph.rules.noun(before[-1].low) if len(before) > 1 else ""
    return noun if noun and is_person_noun(noun, paragraph.rules) else None


def acts(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of the main clause: at its head, or behind what opens the sentence."""
    first = paragraph.sentence[phrase.first]
    if phrase.possessive or phrase.first == first:
        return not phrase.possessive
    before = paragraph.tokens[phrase.first - 1].low
    return (before == "," or before in paragraph.rules.times) and past_opening(paragraph, first) == phrase.first


def named_owners(paragraph: Paragraph) -> dict[int, Phrase]:
    """The names that own something, by the first token of what they own: "Ana Orlan's" of "Ana Orlan's lawyer"."""
    places = [index for index, token in enumerate(paragraph.tokens) if token.possessive]
    owners: dict[int, Phrase] = {}
    for phrase in paragraph.phrases if places else ():
        at = bisect_left(places, phrase.first)
        if at < len(places) and places[at] < phrase.last and phrase.kind in ("nominal", "name"):
            owner = owner_of(paragraph, phrase)
            if owner is not None and owner.kind == "name":
                owners[phrase.first] = owner
    return owners


def is_stranger(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a description brings in somebody new: "a fisherman", "her brother", "the father of a prisoner"."""
    tokens, rules = paragraph.tokens, paragraph.rules
    if phrase.kind != "nominal" or nominal_kind(phrase.head, rules) != "unnamed" or not is_subject(paragraph, phrase):
        return False
    if phrase.head in rules.press or phrase.head in rules.works or phrase.head in rules.links("announced"):
        return False
    if not phrase.definite and tokens[phrase.first].tag is Tag.DETERMINER:
        return True
    if phrase.head.endswith(tuple(rules.links("aged"))):  # "the 29-year-old", who was named before
        return False
    owned = any(token.possessive for token in tokens[phrase.first : phrase.last])
    after = phrase.last + 1
    if phrase.definite and acts(paragraph, phrase):
        return True  # "The prime minister disagreed", whom no name gives
    return owned or (after < len(tokens) and phrase.definite and paragraph.links(after, "naming"))
