"""Who was spoken to: whoever is asked something answers in the next sentence, and "replied" is said by who was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.people.standing import description_of
from quotedb.parsing.prose.grammar import Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: By how much whoever is expected to speak next is ahead of all others: after a question, before a verb of answering,
#: and where the words are a question again, or a cry.
_ASKED, _ANSWERS, _EITHER = 1.6, 2.5, -0.3


def ahead(home: Paragraph, pronoun: Phrase, paragraph: Paragraph, hearer: Phrase) -> float | None:
    """How far ahead of others somebody of the sentence before is to be meant by a pronoun that speaks; None where not.

    ``Reed asked Oakes whether he had it. "No," he said.`` and ``"...," Oakes told Reed. "...," he replied.``
    """
    asked, told = spoken_to(paragraph, hearer)
    if not (asked or told):
        return None
    if any(home.plays(at, "replying") for at in (pronoun.first - 1, pronoun.last + 1) if 0 <= at < len(home.tokens)):
        return _ANSWERS
    if not asked:
        return None
    return _EITHER if _asks(home, pronoun) else _ASKED


def spoken_to(paragraph: Paragraph, hearer: Phrase) -> tuple[bool, bool]:
    """Whether somebody is the object of a verb of asking, which is no request ("asked Vesk to come"), or of telling."""
    stands = (description_of(paragraph, hearer) if hearer.kind == "name" else None) or hearer
    verb, after = stands.first - 1, hearer.last + 1
    if verb < paragraph.sentence[stands.first] or hearer.possessive:
        return False, False
    requested = after < len(paragraph.tokens) and paragraph.plays(after, "requesting")
    return paragraph.plays(verb, "questioning") and not requested, paragraph.plays(verb, "informing")


def _asks(home: Paragraph, pronoun: Phrase) -> bool:
    """Whether the words in marks before a pronoun in its sentence end in a stop and no comma: a question again, or a cry."""
    for at in range(pronoun.first - 1, home.sentence[pronoun.first] - 1, -1):
        if home.tokens[at].tag is Tag.QUOTE:
            return home.tokens[at].low == "."
    return False
