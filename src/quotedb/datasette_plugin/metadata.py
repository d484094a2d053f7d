"""Titles, descriptions, facets and ready-made queries for Datasette: one source for both of its configuration formats.

Datasette 0.65 reads everything from metadata.yml; 1.0 reads descriptions there and queries and table settings from
datasette.yml. A query in the wrong file is silently ignored, so both files are made here.
"""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote

import yaml

from quotedb.database import DESCRIPTIONS, FIRST_SOURCE, SPEAKERS

_CURRENT = "d.replaced_by IS NULL AND NOT u.hidden"

QUERIES: dict[str, dict[str, str]] = {
    "what_did_x_say_about_y": {
        "title": "What did X say about Y?",
        "description": "A name, or a part of one, and words: all of them must stand there. Best match first.",
        "sql": f"""
SELECT u.uid, {SPEAKERS} AS speaker, u.text, u.rendering, d.title AS document,
       coalesce(d.spoken, src.published) AS date, src.publisher, src.url
FROM (SELECT rowid, rank FROM utterances_fts WHERE utterances_fts MATCH quotedb_query(:words)) m
JOIN utterances u ON u.id = m.rowid
JOIN documents d ON d.id = u.document_id
{FIRST_SOURCE}
WHERE {_CURRENT} AND EXISTS (
  SELECT 1 FROM utterance_speakers us JOIN speaker_aliases a ON a.speaker_id = us.speaker_id
  WHERE us.utterance_id = u.id AND a.alias LIKE '%' || :speaker || '%')
ORDER BY m.rank LIMIT 200
""".strip(),
    },
    "said_through_an_interpreter": {
        "title": "Everything said through an interpreter",
        "description": "Words that reached the document through an interpreter, newest first.",
        "sql": f"""
SELECT u.uid, {SPEAKERS} AS speaker, u.text, u.note, d.title AS document,
       coalesce(d.spoken, src.published) AS date, src.publisher, src.url
FROM utterances u
JOIN documents d ON d.id = u.document_id
{FIRST_SOURCE}
WHERE u.rendering = 'interpreted' AND {_CURRENT}
ORDER BY date DESC, u.document_id, u.seq LIMIT 500
""".strip(),
    },
    "who_was_quoted_by_whom": {
        "title": "Who was quoted by whom?",
        "description": "How often each publisher prints words of each speaker in quotation marks, and who relayed them.",
        "sql": f"""
SELECT s.name AS speaker, coalesce(src.publisher, src.location) AS quoted_by, u.via, count(*) AS quotations,
       count(DISTINCT d.id) AS documents
FROM utterances u
JOIN documents d ON d.id = u.document_id
JOIN utterance_speakers us ON us.utterance_id = u.id
JOIN speakers s ON s.id = us.speaker_id
{FIRST_SOURCE}
WHERE u.kind IN ('direct', 'mixed') AND {_CURRENT}
GROUP BY s.id, quoted_by, u.via ORDER BY quotations DESC, speaker LIMIT 500
""".strip(),
    },
}

#: How Datasette should treat each table and view.
SETTINGS: dict[str, dict[str, Any]] = {
    "quotes": {"fts_table": "utterances_fts", "fts_pk": "id", "size": 50},
    # facets on indexed columns of the table stay fast at any size; on the joined names of the view they time out
    "utterances": {"facets": ["speaker_id", "kind", "rendering"], "label_column": "uid", "size": 50, "facet_size": 12},
    "documents": {"label_column": "title", "size": 50},
    "speakers": {"label_column": "name", "facets": ["kind"]},
    "speaker_aliases": {"label_column": "alias"},
    "sources": {"label_column": "location"},
    "problems": {"facets": ["code"]},
    "provenance_errors": {"hidden": True},
    # what joins the others, and what people changed: at the foot of the page, behind "hidden tables"
    "utterance_speakers": {"hidden": True},
    "events": {"hidden": True},
    "reviews": {"hidden": True},
    "_sqlite_migrations": {"hidden": True},
}

_TITLE = "Who said what, where"
_DESCRIPTION = "Utterances with their speakers, exactly as the documents print them, each with its place."


#: What holds the documents' own text, or pieces of it around what was said
_TEXTS = ("documents", "problems", "reviews", "events", "provenance_errors")


def metadata(database: str = "quotes", *, full_text: bool = True) -> dict[str, Any]:
    """Everything for Datasette 0.65, for a database whose file is called `database`.db.

    `full_text`: False closes the documents' texts to readers, and SQL with them; utterances stay open.
    """
    tables = {name: {**described, **SETTINGS.get(name, {})} for name, described in _described().items()}
    tables["_sqlite_migrations"] = SETTINGS["_sqlite_migrations"]
    return {
        "title": _TITLE,
        "description_html": _start(database),
        "databases": {
            database: {
                "description_html": _start(database),
                "tables": tables if full_text else _closed(tables),
                "queries": _queries(),
                **({} if full_text else {"allow_sql": False}),
            }
        },
    }


def configuration(database: str = "quotes", *, full_text: bool = True) -> dict[str, Any]:
    """What Datasette 1.0 reads from datasette.yml: queries, table settings and who may see what."""
    if full_text:
        return {"databases": {database: {"queries": _queries(), "tables": SETTINGS}}}
    return {"databases": {database: {"queries": _queries(), "tables": _closed(SETTINGS), "allow_sql": False}}}


def _closed(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {**tables, **{name: {**tables.get(name, {}), "allow": False} for name in _TEXTS}}


def as_yaml(value: dict[str, Any]) -> str:
    """The mapping as YAML, long texts readable."""
    return yaml.dump(value, Dumper=_Readable, sort_keys=False, allow_unicode=True, width=120)


def _start(database: str) -> str:
    """Where to begin, for the front page and the database's own: a search, the questions, the tables people read.

    The addresses are relative: both pages lie at one depth, whatever stands before them.
    """
    base = quote(database, safe="").replace("%", "~")  # how Datasette writes a name in an address
    questions = "".join(
        f'<li><a href="{base}/{name}">{escape(query["title"])}</a></li>' for name, query in QUERIES.items()
    )
    return (
        f"<p>{_DESCRIPTION}</p>"
        f'<form action="{base}/quotes" method="get"><p><input type="search" name="_search" aria-label="Words" '
        'placeholder="Words that were said"> <input type="submit" value="Search"></p></form>'
        f'<ul><li><a href="{base}/quotes">Everything that was said</a></li>{questions}'
        f'<li><a href="{base}/speakers?_sort=name">Speakers</a>, <a href="{base}/documents">documents</a>, '
        f'<a href="{base}/problems">what could not be settled</a></li></ul>'
    )


def _described() -> dict[str, dict[str, Any]]:
    return {name: {"description": text, "columns": columns} for name, (text, columns) in DESCRIPTIONS.items()}


def _queries() -> dict[str, dict[str, Any]]:
    return {name: {**query, "hide_sql": True} for name, query in QUERIES.items()}


class _Readable(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and repeats instead of pointing back."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Never write `*id001`."""
        return True


def _block(dumper: _Readable, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _block)
