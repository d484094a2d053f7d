"""Texts that a line announces: `Here is her full statement:`, `Read the letter from Per Olin below:`, `Transcript as follows:`.

What is announced speaks no more than a page does. Whose text it is stands beside it, or it is the text of whom the page
spoke of last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.clauses import clause_subjects, owner_of
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution, Spot, inherit, last_before, paragraph_before

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: The rules by which somebody is named; both decide alone.
WHOSE, SPOKEN_OF = "whose text is announced above", "a text is announced above: who was spoken of before"
#: So many words at most has the sentence that announces a text.
_LONGEST = 16


def announced(spot: Spot) -> Attribution | None:
    """A quotation below a line that announces a text belongs to whose text it is."""
    above = paragraph_before(spot.scene, spot.paragraph) if spot.place == 0 else None
    text = announced_in(above) if above is not None else None
    if above is None or text is None:
        return None
    source = _source(above, text)
    if source is not None:
        return Attribution((source,), WHOSE, above.index)
    last = inherit(last_before(spot.scene, above), SPOKEN_OF)
    if last is not None:
        return last
    begins = above.sentence[-1]
    home = above if begins else paragraph_before(spot.scene, above)
    if home is None or not home.tokens:
        return None
    who = clause_subjects(home, begins - 1 if begins else len(home.tokens) - 1)
    return Attribution(who, SPOKEN_OF, home.index, inherited=True) if who else None


def announced_in(paragraph: Paragraph) -> Phrase | None:
    """The text that the last sentence of a paragraph announces with a colon; None where somebody says something in it."""
    tokens = paragraph.tokens
    if not tokens or tokens[-1].low != ":":
        return None
    first = paragraph.sentence[-1]
    if len(tokens) - first > _LONGEST or any(_says(paragraph, index) for index in range(first, len(tokens))):
        return None
    for index in range(first, len(tokens)):
        phrase = paragraph.opening.get(index)
        if phrase is not None and phrase.kind in ("nominal", "name") and _is_text(paragraph, phrase):
            return phrase
    return None


def _says(paragraph: Paragraph, index: int) -> bool:
    """Whether a word is a verb of saying here; `Read the letter below:` asks the reader, and a statement may read so."""
    token = paragraph.tokens[index]
    return token.tag in SAYING and not (token.capital and paragraph.sentence[index] == index)


def _is_text(paragraph: Paragraph, phrase: Phrase) -> bool:
    return phrase.head in paragraph.rules.links("announced")


def _source(paragraph: Paragraph, text: Phrase) -> Phrase | None:
    """Whose text it is: its owner, or who stands behind `from`, `by` or `of`."""
    owner = owner_of(paragraph, text)
    if owner is not None:
        return owner
    place = text.last + 1
    if place >= len(paragraph.tokens) or paragraph.tokens[place].tag is not Tag.PREPOSITION:
        return None
    if not (paragraph.links(place, "agent") or paragraph.links(place, "belonging")):
        return None
    behind = paragraph.opening.get(place + 1)
    if behind is None or behind.kind == "relative":
        return None
    if _is_text(paragraph, behind):
        return _source(paragraph, behind)
    return behind if behind.kind != "nominal" or paragraph.rules.may_speak(behind.head) else None
