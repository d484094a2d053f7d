"""Nothing found: what would find something, each with how much."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from quotedb.database.query import Query, Term, understand
from quotedb.database.vocabulary import open_vocabulary

#: So many words of the index are compared with a word that is in none: enough for one first letter of a large record.
MOST_COMPARED = 20_000
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query, why it is offered, and how many utterances hold it."""

    query: str
    why: str
    utterances: int


def suggest(conn: sqlite3.Connection, typed: str) -> tuple[Suggestion, ...]:
    """Other queries that find something: another spelling of a word that stands nowhere, or one word fewer."""
    understood = understand(typed)
    found = []
    for query, why in (*_respelt(conn, understood), *_shorter(understood)):
        count = _count(conn, query)
        if count:
            found.append(Suggestion(query.understood(), why, count))
    return tuple({one.query: one for one in found}.values())[:5]


def _respelt(conn: sqlite3.Connection, query: Query) -> Iterator[tuple[Query, str]]:
    open_vocabulary(conn)
    for number, terms in enumerate(query.alternatives):
        for place, term in enumerate(terms):
            words = _WORD.findall(term.text.casefold())
            if term.phrase or term.prefix or not term.wanted or len(words) != 1 or _known(conn, words[0]):
                continue
            for other in _near(conn, words[0]):
                yield _with(query, number, place, Term(other)), f"“{other}” instead of “{term.text}”"


def _shorter(query: Query) -> Iterator[tuple[Query, str]]:
    for number, terms in enumerate(query.alternatives):
        if len([term for term in terms if term.wanted]) > 1:
            for place, term in enumerate(terms):
                yield _with(query, number, place, None), f"without {term.shown()}"
        for place, term in enumerate(terms):
            if term.phrase and len(_WORD.findall(term.text)) > 1:
                words = tuple(Term(word) for word in term.text.split())
                alternative = (*terms[:place], *words, *terms[place + 1 :])
                yield (
                    Query((*query.alternatives[:number], alternative, *query.alternatives[number + 1 :])),
                    "the words in any order",
                )


def _with(query: Query, number: int, place: int, term: Term | None) -> Query:
    terms = list(query.alternatives[number])
    terms[place : place + 1] = [term] if term else []
    alternatives = list(query.alternatives)
    alternatives[number] = tuple(terms)
    return dataclasses.replace(query, alternatives=tuple(alternatives), notes=())


def _known(conn: sqlite3.Connection, word: str) -> bool:
    return conn.execute("SELECT 1 FROM temp.vocabulary WHERE term = ?", [word]).fetchone() is not None


def _near(conn: sqlite3.Connection, word: str) -> list[str]:
    """Words of the index that begin alike and are spelt nearly so."""
    terms = [
        row[0]
        for row in conn.execute(
            "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? LIMIT ?",
            [word[:1], word[:1] + "\U0010ffff", len(word) - 2, len(word) + 2, MOST_COMPARED],
        )
    ]
    return get_close_matches(word, terms, n=2, cutoff=0.75)


def _count(conn: sqlite3.Connection, query: Query) -> int:
    match = query.fts()
    if match is None:
        return 0
    sql = (
        "SELECT count(*) FROM (SELECT 1 FROM utterances_fts m JOIN utterances u ON u.id = m.rowid JOIN documents d ON d.id = u.document_id "
        "WHERE utterances_fts MATCH ? AND d.replaced_by IS NULL AND NOT u.hidden LIMIT 10001)"
    )
    return int(conn.execute(sql, [match]).fetchone()[0])
