"""Parsing: text in, utterances out. Pure: no files, no database."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotedb.models import Document, Form, Utterance
from quotedb.parsing.lexicon import Lexicon, lexicon
from quotedb.parsing.lexicon.detection import lexicon_of
from quotedb.parsing.memory import no_collection
from quotedb.parsing.people.namewords import name_key
from quotedb.parsing.text import Word, fold, sentences, words

if TYPE_CHECKING:
    from quotedb.parsing.analysis import analyse
    from quotedb.parsing.article.unsaid import unsaid_marks
    from quotedb.parsing.explanation import explained
    from quotedb.parsing.explanation.explain import explain
    from quotedb.parsing.people.register import gender_of
    from quotedb.parsing.zones.segments import zones_of

#: What needs the whole parser, and where it is: searching and verifying want words and names, and start without it.
_PLACES = {
    "analyse": "analysis",
    "unsaid_marks": "article.unsaid",
    "explained": "explanation",
    "explain": "explanation.explain",
    "gender_of": "people.register",
    "zones_of": "zones.segments",
}

__all__ = [
    "Lexicon",
    "Word",
    "analyse",
    "explain",
    "explained",
    "fold",
    "gender_of",
    "lexicon",
    "lexicon_of",
    "name_key",
    "no_collection",
    "parse",
    "sentences",
    "unsaid_marks",
    "words",
    "zones_of",
]


def parse(document_or_text: Document | str, form: Form = "auto") -> list[Utterance]:
    """The utterances of a document, in the order of the text.

    Takes a `Document` or plain text. `form` is "auto", "transcript" (turns only) or "article" (quotations only).
    For every utterance ``text[start_char:end_char] == utterance.text``. Any text gives a result, an empty list at worst.
    """
    from quotedb.parsing.analysis import analyse

    return list(analyse(document_or_text, form).utterances)


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'quotedb.parsing' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"quotedb.parsing.{_PLACES[name]}"), name)
    return found
