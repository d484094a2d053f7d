"""The database: documents in, search out; all SQL of quotedb lives here and in matching."""

from __future__ import annotations

from quotedb.database.breakdown import Breakdown, breakdown
from quotedb.database.citation import MOST_CITED, attribution, citation, place_line, source_line, text_fragment
from quotedb.database.connection import Openable, is_frozen, migrate, open_to_read, open_to_write, sentence
from quotedb.database.copies import copies_of, other_places
from quotedb.database.doctor import Finding, examine
from quotedb.database.exporting import csv_line, export
from quotedb.database.ingestion import ingest
from quotedb.database.narrowing import Asked
from quotedb.database.overview import DocumentLine, Listed, Overview, most_quoted, names_like, overview, version_of
from quotedb.database.people import Chosen, Person, add_alias, choose, joined_slug, list_people, merge
from quotedb.database.profile import Profile, profile
from quotedb.database.query import understand
from quotedb.database.schema import DESCRIPTIONS, FIRST_SOURCE, SPEAKERS
from quotedb.database.searching import matches_in, search
from quotedb.database.showing import Shown, show
from quotedb.database.snippet import best_window
from quotedb.database.store import database_folder
from quotedb.database.suggesting import Suggestion, suggest
from quotedb.database.unjoined import unjoined_for, unjoined_labels
from quotedb.database.variants import (
    Link,
    documents_with,
    drop_broken,
    links_of,
    names_of,
    said_by,
    said_much,
    store_links,
    surroundings,
    waiting,
)
from quotedb.database.vocabulary import open_vocabulary
from quotedb.database.whole import Said, Standing, WholeDocument, document_of, speakers_of, whole_document

__all__ = [
    "DESCRIPTIONS",
    "FIRST_SOURCE",
    "MOST_CITED",
    "SPEAKERS",
    "Asked",
    "Breakdown",
    "Chosen",
    "DocumentLine",
    "Finding",
    "Link",
    "Listed",
    "Openable",
    "Overview",
    "Person",
    "Profile",
    "Said",
    "Shown",
    "Standing",
    "Suggestion",
    "WholeDocument",
    "add_alias",
    "attribution",
    "best_window",
    "breakdown",
    "choose",
    "citation",
    "copies_of",
    "csv_line",
    "database_folder",
    "document_of",
    "documents_with",
    "drop_broken",
    "examine",
    "export",
    "ingest",
    "is_frozen",
    "joined_slug",
    "links_of",
    "list_people",
    "matches_in",
    "merge",
    "migrate",
    "most_quoted",
    "names_like",
    "names_of",
    "open_to_read",
    "open_to_write",
    "open_vocabulary",
    "other_places",
    "overview",
    "place_line",
    "profile",
    "said_by",
    "said_much",
    "search",
    "sentence",
    "show",
    "source_line",
    "speakers_of",
    "store_links",
    "suggest",
    "surroundings",
    "text_fragment",
    "understand",
    "unjoined_for",
    "unjoined_labels",
    "version_of",
    "waiting",
    "whole_document",
]
