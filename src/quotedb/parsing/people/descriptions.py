"""What somebody is called beside the name: "nominee Ana Orlan", "Ana Orlan, a pollster", "Ana Orlan is the chair"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import is_person_noun

if TYPE_CHECKING:
    from quotedb.parsing.people.namewords import NameParts
    from quotedb.parsing.prose.syntax import Paragraph, Phrase


def called_beside(paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> list[str]:
    """The nouns for a person that stand with a name: before it, as its title, behind its comma, behind "is"."""
    tokens, rules = paragraph.tokens, paragraph.rules
    heads = [token.low for token in tokens[phrase.first : phrase.last] if token.end <= phrase.name_start][-1:]
    if phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].low == ",":
        beside = paragraph.opening.get(phrase.last + 2)
        if beside is not None and beside.kind == "nominal":
            heads.append(beside.head)
    heads.extend(parts.titles[-1:])
    heads.extend(_said_to_be(paragraph, phrase.last + 1))
    return [head for head in map(rules.noun, heads) if is_person_noun(head, rules)]


def _said_to_be(paragraph: Paragraph, verb: int) -> list[str]:
    """What somebody is said to be or to become: "is the chair", "became governor"."""
    if verb + 1 >= len(paragraph.tokens):
        return []
    becomes = paragraph.links(verb, "becoming")
    if not becomes and not paragraph.links(verb, "being"):
        return []
    what = paragraph.opening.get(verb + 1)
    return [what.head] if what is not None and what.kind == "nominal" and (becomes or what.first < what.last) else []
