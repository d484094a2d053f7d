"""Words in quotation marks that were taken for nobody's words: titles, terms, headlines, the writer's own irony."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.models import Document, Utterance
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.prose.marks import find_marked
from quotedb.parsing.shapes import Span
from quotedb.parsing.zones.segments import segment


def unsaid_marks(document: Document | str, utterances: Sequence[Utterance]) -> list[Span]:
    """What stands in quotation marks anywhere in a document and in none of its utterances: spans without the marks."""
    text, language = (document, None) if isinstance(document, str) else (document.text, document.language)
    lex = lexicon(language)
    marked, _ = find_marked(text, tuple(segment(text, lex)), lex)
    said = [(utterance.start_char, utterance.end_char) for utterance in utterances]
    return [
        (mark.start, mark.end)
        for mark in marked
        if not any(start < mark.end and mark.start < end for start, end in said)
    ]
