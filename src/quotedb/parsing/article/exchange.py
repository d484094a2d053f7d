"""Words that may answer others: below a question, or in a word or two, whoever spoke last need not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.prose.syntax import Paragraph

#: So many words are an answer ("No.", "Which one?") rather than the next thing that somebody says.
_SHORT = 3


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
