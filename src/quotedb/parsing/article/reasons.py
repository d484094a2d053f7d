"""What speaks for a mention that was ranked first, in words: its place and its verb, as `rule` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import PARTICIPLES, SAYING, Tag

if TYPE_CHECKING:
    from quotedb.parsing.article.mentions import Mention
    from quotedb.parsing.prose.spots import Spot

#: Every reason of the ranker begins so: it did not follow the sieves.
RANKED = "ranked first: "
SPOKE_BEFORE = RANKED + "the speaker of the quotation before"
SPOKE_ABOVE = RANKED + "the last to speak in the paragraph before"
ABOVE = RANKED + "a subject in the paragraph before"
UNSAID = "ranked as nobody's words: a term, a title or irony"


def reason_of(spot: Spot, mention: Mention) -> str:
    """The strongest thing that can be said for a mention beside this quotation."""
    return RANKED + _role(spot, mention) + _where(spot, mention)


def _role(spot: Spot, mention: Mention) -> str:
    tokens, phrase = spot.paragraph.tokens, mention.phrase
    if mention.role.startswith("owner:"):
        return "whose saying it is, "
    if mention.verb >= 0 and mention.how != "relative":
        tag = tokens[mention.verb].tag
        kind = "verb of saying" if tag in SAYING else "participle" if tag in PARTICIPLES else "verb"
        return f"subject of a {kind} "
    before = tokens[phrase.first - 1].tag if phrase.first > spot.paragraph.sentence[phrase.first] else None
    if before is Tag.PREPOSITION:
        return "mention after a preposition "
    if before in SAYING:
        return "mention next to a verb of saying "
    return "mention "


def _where(spot: Spot, mention: Mention) -> str:
    sentence = spot.paragraph.sentence
    same = sentence[mention.phrase.first] == sentence[spot.place]
    if mention.phrase.first < spot.place:
        return "before the quote" if same else "in a sentence before the quote"
    return "after the quote" if same else "in a sentence after the quote"
