"""The database: documents in, search out; all SQL of quotedb lives here and in matching."""

from __future__ import annotations

from quotedb.database.connection import Openable, is_frozen, migrate, open_to_read, open_to_write, sentence
from quotedb.database.doctor import Finding, examine
from quotedb.database.exporting import csv_line, export
from quotedb.database.ingestion import ingest
from quotedb.database.people import Chosen, Person, add_alias, choose, list_people, merge
from quotedb.database.query import understand
from quotedb.database.schema import DESCRIPTIONS
from quotedb.database.searching import search
from quotedb.database.showing import Shown, show
from quotedb.database.snippet import best_window
from quotedb.database.unjoined import unjoined_labels

__all__ = [
    "DESCRIPTIONS",
    "Chosen",
    "Finding",
    "Openable",
    "Person",
    "Shown",
    "add_alias",
    "best_window",
    "choose",
    "csv_line",
    "examine",
    "export",
    "ingest",
    "is_frozen",
    "list_people",
    "merge",
    "migrate",
    "open_to_read",
    "open_to_write",
    "search",
    "sentence",
    "show",
    "understand",
    "unjoined_labels",
]
