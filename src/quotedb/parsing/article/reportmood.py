"""Reported speech that goes on: sentences in the mood of reports, behind one that names who speaks ("Der Hafen sei zu.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.reported import Reported, trimmed
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import Attribution, is_noun_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.syntax import Paragraph

GOES_ON = "reported: sentence that goes on in the mood of reports, who spoke before it"


def going_on(
    text: str,
    paragraph: Paragraph,
    found: Sequence[Reported],
    decided: Mapping[tuple[int, int], Attribution],
    lex: Lexicon,
) -> list[Reported]:
    """The sentences of a paragraph that go on with who spoke in the sentence before them, in the order of the text.

    `found` is what the paragraph reports otherwise, `decided` who said the quotations of the document. Nothing where
    the language has no verb forms for it.
    """
    share = lex.get("reported.precision.mood") if paragraph.rules.reported else None
    if share is None:
        return []
    out: list[Reported] = []
    spoke: Attribution | None = None
    for first, last in _sentences(paragraph):
        start, end = paragraph.tokens[first].start, paragraph.tokens[last].end
        inside = [one.answer for one in found if start <= one.pieces[-1][0] < end]
        numbers = {token.quote for token in paragraph.tokens[first : last + 1] if token.tag is Tag.QUOTE}
        inside += [decided[paragraph.index, number] for number in numbers if (paragraph.index, number) in decided]
        if inside:
            spoke = inside[-1]
        elif spoke is not None and not numbers and _is_in_the_mood(paragraph, first, last):
            answer = Attribution(spoke.who, GOES_ON, spoke.paragraph, inherited=True)
            out.append(Reported((trimmed(text, start, end),), answer, None, 0.0, float(share)))
        else:
            spoke = None
    return out


def _sentences(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The first and the last token of each sentence, the stop apart."""
    tokens, first = paragraph.tokens, 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or paragraph.sentence[index] != first:
            last = index - 1
            yield first, last - (tokens[last].tag is Tag.STOP and last > first)
            first = index


def _is_in_the_mood(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether a sentence has a verb of the mood and names no other source."""
    tokens, rules = paragraph.tokens, paragraph.rules
    sources = any(
        tokens[index].low in rules.according_ends
        or (tokens[index].tag in SAYING and not is_noun_here(paragraph, index, first))
        for index in range(first, last + 1)
    )
    return not sources and any(token.low in rules.reported for token in tokens[first : last + 1])
