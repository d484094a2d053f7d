"""quotedb: who said what, where, and did they really say it?"""

from __future__ import annotations

from quotedb.database import ingest, search
from quotedb.errors import QuotedbError, UnknownName, UnreadableSource, UnusableDatabase
from quotedb.matching import verify
from quotedb.models import Document, Hit, Match, Problem, Report, SearchResult, Utterance, Verdict
from quotedb.parsing import parse
from quotedb.reading import read

__all__ = [
    "Document",
    "Hit",
    "Match",
    "Problem",
    "QuotedbError",
    "Report",
    "SearchResult",
    "UnknownName",
    "UnreadableSource",
    "UnusableDatabase",
    "Utterance",
    "Verdict",
    "ingest",
    "parse",
    "read",
    "search",
    "verify",
]
