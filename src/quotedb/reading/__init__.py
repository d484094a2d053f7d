"""Reading: bytes from a file, a URL or a stream become a Document; nothing else in the project touches bytes.

`read` gives the document of one source, `find_sources` the sources of files and folders with what about.csv says.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotedb.reading.known.dates import iso_date

if TYPE_CHECKING:
    from quotedb.reading.finding import Found, Source, find_sources
    from quotedb.reading.known.about import AboutSheet, load_about
    from quotedb.reading.reader import read

#: What reads files, and where it is: searching asks this room for nothing but dates.
_PLACES = {
    "AboutSheet": "known.about",
    "Found": "finding",
    "Source": "finding",
    "find_sources": "finding",
    "load_about": "known.about",
    "read": "reader",
}

__all__ = ["AboutSheet", "Found", "Source", "find_sources", "iso_date", "load_about", "read"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'quotedb.reading' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"quotedb.reading.{_PLACES[name]}"), name)
    return found
