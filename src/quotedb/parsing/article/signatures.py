"""Signatures: a name behind a dash below the words, as under a motto, a letter or a post of another service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import FINITE, Tag
from quotedb.parsing.prose.spots import DASHES, Attribution, Scene, Spot

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase


def signature(spot: Spot) -> Attribution | None:
    """``"..." ― Ana Orlan``: a dash and a name after the quotation, on its line or on the next."""
    paragraph, place = spot.paragraph, spot.place
    headed = paragraph.opening.get(2) if place == 0 and len(paragraph.tokens) > 2 else None
    named = headed is not None and headed.kind == "name" and headed.head not in paragraph.rules.speaking
    colon = headed is not None and named and paragraph.tokens[1].low == ":"  # 'We lost': Vesk on ...
    if colon and headed is not None and not _capital_by_habit(spot.scene, paragraph, headed):
        return Attribution((headed,), "name after a colon behind the quote", paragraph.index, 1)
    home, start = _below(spot)
    if start >= len(home.tokens) or home.tokens[start].low not in DASHES:
        return None
    phrase = home.opening.get(start + 1)
    if phrase is None or not _signs(home, phrase, start):
        return None
    return Attribution((phrase,), "name after a dash below the quote", home.index)


def _below(spot: Spot) -> tuple[Paragraph, int]:
    """The paragraph and token behind a quotation, past the paragraphs in which it goes on."""
    home, start = spot.paragraph, spot.place + 1
    for following in spot.scene.paragraphs[home.index + 1 : home.index + 1 + _PARAGRAPHS]:
        if start < len(home.tokens):
            break
        if following.quotes:  # another list item says who said what
            if not following.quotes[0].continues:
                return home, start
            home, start = following, following.places[0] + 1
        else:
            home, start = following, 0
    return home, start


def _signs(home: Paragraph, phrase: Phrase, dash: int) -> bool:
    """Whether a phrase behind a dash is a signature: a name with no sentence behind it, a role with nothing at all."""
    tokens, after = home.tokens, phrase.last + 1
    while after < len(tokens) and tokens[after].tag is Tag.MARK and not tokens[after].low.isascii():
        after += 1  # a picture behind the name
    if after < len(tokens) and tokens[after].low not in (",", ".", "("):
        return False
    posted = [token.low for token in tokens[after : after + 2]] == ["(", "@"]  # whatever people call themselves there
    if phrase.kind == "name" or posted:
        return True
    alone = len(tokens) - dash <= _LONGEST_ROLE and not any(token.tag in FINITE for token in tokens[after:])
    return phrase.kind == "nominal" and alone and home.rules.may_speak(phrase.head)


#: A signed quotation runs over so many paragraphs at most, and who signs it by a role has so many words.
_PARAGRAPHS, _LONGEST_ROLE = 12, 12


def _capital_by_habit(scene: Scene, headline: Paragraph, name: Phrase) -> bool:
    """Whether a headline prints all its words large ("Four Months After the Flood") and nobody else so names anybody."""
    others = [token for token in headline.tokens[name.last + 1 :] if len(token.low) > 3 and token.low[0].isalpha()]
    if not others or not all(token.capital for token in others):
        return False
    return not any(
        phrase.kind == "name" and phrase.head == name.head and phrase.start != name.start
        for paragraph in scene.paragraphs
        for phrase in paragraph.phrases
    )
