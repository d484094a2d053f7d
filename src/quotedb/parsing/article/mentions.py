"""Who could be the speaker: every phrase of a paragraph, with what can be said of it whatever the quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.prose.clauses import owner_of
from quotedb.parsing.prose.grammar import FINITE, PARTICIPLES, SAYING, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: Words of these kinds are seen by their kind alone, since they may be names and topics; all others belong to the language.
_OPEN = frozenset({Tag.NAME, Tag.NOUN, Tag.WORD, Tag.PAST, Tag.ING, Tag.QUOTE})
_BETWEEN = frozenset({Tag.ADVERB, Tag.AUXILIARY})
_VERBS = FINITE | PARTICIPLES
_ASIDES = {",": ",", "(": ")", "—": "—", "–": "–", "--": "--"}
_LONGEST_ASIDE, _LONGEST_ATTACHMENT, _LONGEST_PHRASE = 45, 12, 4


@dataclass(slots=True)
class Mention:
    """A phrase that may be the speaker."""

    phrase: Phrase
    kind: str  #: "name", "group", "body" ..., or the pronoun itself
    verb: int  #: token of the verb that it seems to be the subject of, -1 where there is none
    how: str  #: where that verb stands: "next", "aside" (past an aside), "inverted" ...
    role: str  #: what it is in its clause, in one word
    seen: list[str]  #: features
    score: float | None = None  #: what these weigh, once somebody has asked


def mentions_of(paragraph: Paragraph) -> list[Mention]:
    """Every phrase of a paragraph that could be a speaker; after a phrase its owner ("Vesk's" of "Vesk's claim")."""
    found: list[Mention] = []
    for phrase in paragraph.phrases:
        found.append(mention_of(paragraph, phrase))
        owner = owner_of(paragraph, phrase) if phrase.kind in ("nominal", "name") else None
        if owner is not None:
            found.append(mention_of(paragraph, owner, phrase))
    return found


def mention_of(paragraph: Paragraph, phrase: Phrase, owned: Phrase | None = None) -> Mention:
    """One phrase as a mention; `owned` is what belongs to it."""
    low = paragraph.sentence[phrase.first]
    kind = kind_of(paragraph, phrase)
    broad = "pronoun" if phrase.kind == "pronoun" else kind
    before = phrase.first - 1
    left = shape(paragraph, before) if before >= low else "^"
    left_tag = paragraph.tokens[before].tag if before >= low else "^"
    verb, how = _verb_of(paragraph, phrase)
    word = shape(paragraph, verb) if verb >= 0 else "-"
    tag = paragraph.tokens[verb].tag if verb >= 0 else "-"
    saying = verb >= 0 and paragraph.tokens[verb].tag in SAYING
    right = shape(paragraph, phrase.last + 1)
    role = "owner:" + kind_of(paragraph, owned) if owned is not None else f"{left_tag}>{how}:{tag}"
    seen = [
        f"kind={kind}",
        f"owner={broad} {phrase.possessive} {owned is not None}",
        f"left={left}",
        f"left2={shape(paragraph, before - 1) if before > low else '^'} {left}",
        f"right={right}",
        f"right2={right} {shape(paragraph, phrase.last + 2)}",
        f"said to={how} {tag} {shape(paragraph, verb + 1) if saying else '-'}",
        f"verb={how} {word}",
        f"role={role}",
        f"definite={phrase.definite} {min(phrase.last - phrase.first, _LONGEST_PHRASE)} {phrase.kind}",
    ]
    return Mention(phrase, kind, verb, how, role, seen)


def shape(paragraph: Paragraph, index: int) -> str:
    """A token as the ranker sees it: the word itself where it belongs to the language, else only what kind it is."""
    if not 0 <= index < len(paragraph.tokens):
        return "^"
    token = paragraph.tokens[index]
    return token.tag if token.tag in _OPEN else token.low


def kind_of(paragraph: Paragraph, phrase: Phrase) -> str:
    """What sort of thing a phrase names; for a pronoun the pronoun itself."""
    if phrase.kind in ("pronoun", "relative"):
        return phrase.head
    if phrase.kind == "name":
        led = paragraph.tokens[phrase.first].tag is Tag.DETERMINER
        return "name with article" if led else "name" if phrase.first < phrase.last else "single name"
    rules, head = paragraph.rules, phrase.head
    for words, kind in (
        (rules.times, "time"),
        (rules.groups, "group"),
        (rules.common_bodies, "body"),
        (rules.sayings, "saying"),
        (rules.works, "work"),
    ):
        if head in words:
            return kind
    return "speaker" if rules.may_speak(head) else "thing"


def _verb_of(paragraph: Paragraph, phrase: Phrase) -> tuple[int, str]:
    """The verb that a phrase seems to be the subject of, and where it stands."""
    tokens = paragraph.tokens
    count = len(tokens)
    before = phrase.first - 1
    if (
        before >= 1
        and tokens[before].tag is Tag.CUE
        and (tokens[before - 1].tag is Tag.QUOTE or tokens[before - 1].low == ",")
    ):
        return before, "inverted"  # "...," said Vesk
    index = phrase.last + 1
    auxiliary = -1
    while index < count and tokens[index].tag in _BETWEEN:
        if tokens[index].tag is Tag.AUXILIARY:
            auxiliary = index
        index += 1
    if index < count and tokens[index].tag in _VERBS:
        if auxiliary >= 0 and tokens[index].tag in FINITE and paragraph.links(auxiliary, "passive"):
            return index, "passive"
        return index, "carried" if auxiliary >= 0 else "next"
    if auxiliary >= 0:
        return auxiliary, "being"
    if index >= count:
        return -1, ""
    if tokens[index].low in _ASIDES:
        return _past_aside(paragraph, index)
    if tokens[index].tag is Tag.PREPOSITION:
        return _past_attachment(paragraph, index)
    if tokens[index].tag is Tag.RELATIVE or paragraph.links(index, "relative"):
        for place in range(index + 1, min(count, index + 4)):
            if tokens[place].tag in FINITE:
                return place, "relative"
    return -1, ""


def _past_attachment(paragraph: Paragraph, preposition: int) -> tuple[int, str]:
    tokens = paragraph.tokens
    for place in range(preposition + 1, min(len(tokens), preposition + _LONGEST_ATTACHMENT)):
        tag = tokens[place].tag
        if tag in _VERBS:
            return place, "attached"
        if tag is Tag.STOP or tag is Tag.QUOTE or tag is Tag.MARK:
            break
    return -1, ""


def _past_aside(paragraph: Paragraph, opening: int) -> tuple[int, str]:
    tokens = paragraph.tokens
    closing = _ASIDES[tokens[opening].low]
    for place in range(opening + 1, min(len(tokens) - 1, opening + _LONGEST_ASIDE)):
        if tokens[place].tag is Tag.STOP:
            break
        if tokens[place].low != closing:
            continue
        after = place + 1
        while after < len(tokens) - 1 and tokens[after].tag in _BETWEEN:
            after += 1
        if tokens[after].tag in FINITE:
            return after, "aside"
    return -1, ""
