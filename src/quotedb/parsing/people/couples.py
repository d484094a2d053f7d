"""Two people under one last name: "Derek and Maureen Lodge", "Mr and Mrs Reed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import is_several
from quotedb.parsing.people.namewords import name_parts
from quotedb.parsing.prose.grammar import grammar

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.namewords import NameParts
    from quotedb.parsing.prose.syntax import Paragraph, Phrase


def first_of_couple(paragraph: Paragraph, phrase: Phrase, parts: NameParts, lex: Lexicon) -> NameParts | None:
    """The name of whom "and" ties to a full name by the first name alone: Derek Lodge of "Derek and Maureen Lodge"."""
    joint = phrase.first - 1
    if joint < 1 or len(parts.keys) < 2 or parts.keys[0] not in paragraph.rules.first_names:
        return None
    other = paragraph.ending.get(joint - 1) if paragraph.links(joint, "joining") else None
    if other is None or other.kind != "name" or other.possessive or phrase.name_start > phrase.start:
        return None
    if other.head not in paragraph.rules.first_names or paragraph.tokens[other.last].start != other.name_start:
        return None
    return name_parts(f"{other.head.title()} {' '.join(parts.words[1:])}", lex)


def is_bare_title(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase is a title whose name follows behind "and": "Mr" of "Mr and Mrs Reed"."""
    if phrase.first != phrase.last or not paragraph.tokens[phrase.first].capital:
        return False
    return phrase.head.rstrip(".") in paragraph.rules.titles and paragraph.links(phrase.last + 1, "joining")


def names_several(parts: NameParts, one: bool, lex: Lexicon) -> bool:
    """Whether capitals stand on a noun for several people: "Border Agents", "Police Officers"; or a last name on two.

    `one` says that a first name or a title makes it somebody's: "Jo Masters".
    """
    rules = grammar(lex)
    couple = len(parts.titles) == _COUPLE and parts.titles[1] in rules.links("joining")
    if couple and lex.words("names.honorifics").issuperset((parts.titles[0], parts.titles[2])):
        return True
    return bool(parts.keys) and not one and parts.keys[-1] not in rules.bodies and is_several(parts.keys[-1], rules)


#: "Mr and Mrs" before one last name.
_COUPLE = 3
