"""quotedb: who said what, where, and did they really say it?"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotedb.errors import QuotedbError, UnknownName, UnreadableSource, UnusableDatabase
from quotedb.models import Document, Hit, Match, Problem, Report, SearchResult, Utterance, Verdict

if TYPE_CHECKING:
    from quotedb.database import ingest, search
    from quotedb.matching import verify
    from quotedb.parsing import parse
    from quotedb.reading import read

#: The verbs, and the rooms they live in: a room is loaded when its verb is first asked for, not with `import quotedb`.
_ROOMS = {"ingest": "database", "parse": "parsing", "read": "reading", "search": "database", "verify": "matching"}

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


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'quotedb' has no attribute {name!r}")
    verb = globals()[name] = getattr(import_module(f"quotedb.{_ROOMS[name]}"), name)
    return verb


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
