"""Words that may be somebody else's: an answer need not go on with who spoke last, nor are words about somebody by him."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import SAYING

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.prose.syntax import Paragraph

#: So many words are an answer ("No.", "Which one?") rather than the next thing that somebody says.
_SHORT = 3
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def is_about_subject(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution) -> bool:
    """``Her boss came on Thursdays. "He'd ask for the paper."``: who the words are about, and does nothing but act, need not say them."""
    quote, (who, *_) = paragraph.quotes[number], answer.who
    if answer.sieve != "subject of the sentence before" or answer.cue is not None or who.kind == "pronoun":
        return False
    first = _FIRST_WORD.match(scene.text, quote.start, quote.end)
    if first is None or first[0].lower() not in paragraph.rules.third:
        return False
    home = scene.paragraphs[answer.paragraph]
    begins = home.sentence[who.first]
    for at in range(begins, len(home.tokens)):
        if home.sentence[at] != begins:
            break
        if home.tokens[at].tag in SAYING:
            return False
    return True


def may_answer(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution) -> bool:
    """Whether a paragraph of nothing but words in marks may be somebody else's answer to the words above it.

    Only where the speaker was taken over from there, and what stands there is closed.
    """
    if number or not answer.inherited or len(paragraph.tokens) != len(paragraph.quotes) or paragraph.index == 0:
        return False
    above = scene.paragraphs[paragraph.index - 1]
    if not above.quotes or not above.quotes[-1].closed:
        return False
    quote, last = paragraph.quotes[0], above.quotes[-1]
    asked = scene.text[last.end - 1] == "?" and scene.text[quote.end - 1] != "?"
    return asked or len(scene.text[quote.start : quote.end].split()) <= _SHORT
