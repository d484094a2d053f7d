"""What kind of thing a mention names: a person, a body, a group, somebody unnamed, or nothing that could speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import Grammar, Tag, grammar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotedb.models import SpeakerKind
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.namewords import NameParts
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

_LONGEST_ACRONYM = 6


def is_body(paragraph: Paragraph, phrase: Phrase, parts: NameParts, printed: str) -> bool:
    """Whether a name is that of a body or a place: by its words, its capitals or its article.

    What titles hold does not count: "House Speaker Per Olin" and "the council leader Per Olin" are people.
    """
    if parts.of_body:
        return True
    if len(parts.words) == 1 and parts.keys and parts.keys[0] in paragraph.rules.places and not parts.titles:
        return True
    if printed.isupper():
        words = printed.split()
        if len(words) == 1 and 1 < len(words[0].rstrip("'’s.")) <= _LONGEST_ACRONYM:
            return True
    return paragraph.tokens[phrase.first].tag is Tag.DETERMINER and not _described(paragraph, phrase, parts)


def _described(paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> bool:
    """Whether a person is described or dated, not a body named: "the singer Ada Royle", "the Echo's Ada Royle", "every day Ada Royle"."""
    if parts.titles:
        return True
    before = [token for token in paragraph.tokens[phrase.first : phrase.last] if token.end <= phrase.name_start]
    if not before:
        return False
    noun = paragraph.rules.noun(before[-1].low)
    return before[-1].possessive or noun in paragraph.rules.times or is_person_noun(noun, paragraph.rules)


def nominal_kind(head: str, rules: Grammar) -> SpeakerKind | None:
    """What a phrase with this head stands for: "the residents", "the company", "the judge"; None for a mere thing."""
    if head in rules.groups:
        return "group"
    if head in rules.common_bodies:
        return "body"
    if head.endswith(rules.plurals) and is_person_noun(head[:-1], rules):
        return "group"
    if head in rules.speakers or head in rules.titles or is_person_noun(head, rules):
        return "unnamed"
    return None


def is_several(head: str, rules: Grammar) -> bool:
    """Whether a list holds a word as one for several people: "protesters"; by its ending alone it may be a last name."""
    if head in rules.groups:
        return True
    people = head[:-1] in rules.speakers or head[:-1] in rules.titles
    return people and head.endswith(rules.plurals) and nominal_kind(head[:-1], rules) == "unnamed"


def is_person_noun(head: str, rules: Grammar) -> bool:
    """Whether a noun is one for a person, by the lists or by its ending ("glaciologist", "the 51-year-old")."""
    if head in rules.common_bodies or head in rules.things or head in rules.groups:
        return False
    if head in rules.speakers or head in rules.affiliations:
        return True
    return len(head) > 4 and head.endswith(rules.people_endings)


def bodies_by_company(paragraphs: Iterable[Paragraph]) -> frozenset[tuple[str, ...]]:
    """The names (as tuples of words in small letters) that the document itself shows to be bodies or places.

    By what only a company has and that follows ("Tern Foods shares"), or by what stands after a comma ("Tern Foods, a
    dairy company", "Tern Foods, which").
    """
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        tokens, rules = paragraph.tokens, paragraph.rules
        owned = rules.links("owned")
        owns = any(token.low in owned for token in tokens)
        for phrase in paragraph.phrases:
            if phrase.kind == "nominal":
                if not owns:
                    continue
                names = [token.low for token in tokens[phrase.first : phrase.last + 1] if token.tag is Tag.NAME]
                after = phrase.first + len(names) + (tokens[phrase.first].tag is Tag.DETERMINER)
                if names and after <= phrase.last and tokens[after].low in owned:
                    found.add(tuple(names))
            elif phrase.kind == "name" and phrase.last + 2 < len(tokens):
                following = tokens[phrase.last + 1].low
                beside = paragraph.opening.get(phrase.last + 2) if following == "," else None
                called = beside is not None and beside.kind == "nominal" and beside.head in rules.common_bodies
                called = called or (following == "," and paragraph.links(phrase.last + 2, "lifeless"))
                if called or (following in owned and not phrase.possessive):
                    found.add(tuple(token.low for token in tokens[phrase.first : phrase.last + 1]))
    return frozenset(found)


def is_called_by_office(parts: NameParts, lex: Lexicon) -> bool:
    """Whether the words behind "the" are an office and no name, capitals or not: "Prime Minister", but "Rev. King"."""
    rules = grammar(lex)
    offices = rules.titles | rules.speakers
    called = lex.words("names.honorifics").isdisjoint(parts.titles)
    return called and bool(parts.keys) and all(word in offices for word in (*parts.titles, *parts.keys))


def is_office_of(parts: NameParts, rules: Grammar) -> bool:
    """Whether a name is an office and what it is of, and nobody's name: "the First Minister of Vescaria"."""
    keys = [key for key in parts.keys if key not in rules.articles]
    return len(keys) == 3 and keys[0] in rules.titles and keys[1] in rules.links("naming")
