"""Reading: bytes from a file, a URL or a stream become a Document; nothing else in the project touches bytes.

`read` gives the document of one source, `find_sources` the sources of files and folders with what about.csv says.
"""

from __future__ import annotations

from quotedb.reading.finding import Found, Source, find_sources
from quotedb.reading.known.about import AboutSheet, load_about
from quotedb.reading.known.dates import iso_date
from quotedb.reading.reader import read

__all__ = ["AboutSheet", "Found", "Source", "find_sources", "iso_date", "load_about", "read"]
