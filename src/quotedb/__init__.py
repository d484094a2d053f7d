"""quotedb: who said what, where, and did they really say it?"""

from __future__ import annotations

from quotedb.models import Document, Utterance
from quotedb.parsing import parse

__all__ = ["Document", "Utterance", "parse"]
