"""Where in the record a quote may stand: passages that hold its words, found through the full-text index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quotedb.matching.quote import Token

#: A phrase of stop words may stand in every document; answers beyond this many places help nobody.
MOST_CANDIDATES = 2000
#: What stands nowhere is looked for by its rarest words: common ones stand in every document.
RAREST = 8
#: A short quote that was found as a phrase is not looked for in pieces as well: its runs of two words stand everywhere.
SHORT = 6
#: A turn that is interrupted is several rows: a quote across the break is found by its runs of so many words.
RUN = 4
_HALVES = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One utterance of a passage."""

    row: dict[str, Any]

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.row["text"])


@dataclass(frozen=True, slots=True)
class Passage:
    """All pieces of one turn or quotation, in order."""

    document_id: int
    number: int
    pieces: tuple[Piece, ...]


_COLUMNS = (
    "id, uid, document_id, seq, passage, kind, label, note, rendering, start_char, end_char, rule, confidence, text"
)


def standing(without: Collection[int] = ()) -> str:
    """SQL for the documents `d` that are evidence: current texts, but for those to leave out (their ids)."""
    return "d.replaced_by IS NULL" + (f" AND d.id NOT IN ({', '.join(map(str, map(int, without)))})" if without else "")


def passages_with(
    conn: sqlite3.Connection, quote: Sequence[Sequence[Token]], without: Collection[int] = ()
) -> list[Passage]:
    """The passages of current texts that may hold all parts of a quote."""
    # Words that stand together are found as phrases. Only an interrupted turn (several pieces) or an insertion in the
    # record can part them for the index; these few passages are found by shorter runs.
    parted = (
        "AND (instr(u.text, '[') OR EXISTS (SELECT 1 FROM utterances o "
        "WHERE o.document_id = u.document_id AND o.passage = u.passage AND o.id <> u.id)) "
    )
    keys: dict[tuple[int, int], None] = {}
    for match, only in ((_whole(quote), ""), (_runs(quote), parted)):
        if match is None or (only and keys and sum(map(len, quote)) < SHORT):
            continue
        rows = conn.execute(
            "SELECT u.document_id, u.passage FROM (SELECT rowid FROM utterances_fts WHERE utterances_fts MATCH ?) m "
            "JOIN utterances u ON u.id = m.rowid JOIN documents d ON d.id = u.document_id "
            f"WHERE {standing(without)} AND NOT u.hidden {only}LIMIT ?",
            [match, MOST_CANDIDATES],
        )
        keys.update(dict.fromkeys(rows))
    return [passage(conn, document, number) for document, number in keys]


def nearest(
    conn: sqlite3.Connection, quote: Sequence[Sequence[Token]], most: int, without: Collection[int] = ()
) -> list[Passage]:
    """The passages that share most rare words with a quote that stands nowhere."""
    forms = _rarest(conn, list(dict.fromkeys(token.form for part in quote for token in part))[:200])
    rows = conn.execute(
        "SELECT DISTINCT u.document_id, u.passage FROM (SELECT rowid, rank FROM utterances_fts WHERE utterances_fts MATCH ? "
        "ORDER BY rank LIMIT 50) m JOIN utterances u ON u.id = m.rowid JOIN documents d ON d.id = u.document_id "
        f"WHERE {standing(without)} AND NOT u.hidden ORDER BY m.rank LIMIT ?",
        [" OR ".join(map(_quoted, forms)), most],
    )
    return [passage(conn, document, number) for document, number in rows.fetchall()]


def passage(conn: sqlite3.Connection, document_id: int, number: int) -> Passage:
    """A passage with all its pieces."""
    cursor = conn.execute(
        f"SELECT {_COLUMNS} FROM utterances WHERE document_id = ? AND passage = ? AND NOT hidden ORDER BY seq",
        [document_id, number],
    )
    names = [column[0] for column in cursor.description]
    return Passage(document_id, number, tuple(Piece(dict(zip(names, row, strict=True))) for row in cursor))


def _rarest(conn: sqlite3.Connection, forms: Sequence[str]) -> list[str]:
    """The words that stand in fewest utterances, but in some; all of them where none does."""
    conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, utterances_fts, row)")
    counts: dict[str, int] = {}
    for form in forms:
        # the index cuts "four-hour" in two: the rarer half says how rare the word is
        found = [
            conn.execute("SELECT coalesce(sum(doc), 0) FROM temp.vocabulary WHERE term = ?", [half]).fetchone()[0]
            for half in _HALVES.findall(form)
        ]
        counts[form] = min(found, default=0)
    known = sorted((form for form in forms if counts[form]), key=counts.__getitem__)
    return known[:RAREST] or list(forms[:RAREST])


def _whole(quote: Sequence[Sequence[Token]]) -> str:
    """Every part as a phrase; an insertion may be missing from the record, so a part is cut round it."""
    phrases = []
    for part in quote:
        run: list[str] = []
        for before, token in pairwise([part[0], *part]):
            if token.group or before.group != token.group:
                phrases.append(run)
                run = []
            if not token.group:
                run.append(token.form)
        phrases.append(run)
    kept = [_quoted(" ".join(run)) for run in phrases if run] or [_quoted(token.form) for token in quote[0]]
    return " AND ".join(kept[:64])


def _runs(quote: Sequence[Sequence[Token]]) -> str | None:
    plain = [token.form for part in quote for token in part if not token.group]
    if len(plain) < 2:
        return None
    size = min(RUN, max(1, len(plain) // 2))
    runs = [" ".join(plain[at : at + size]) for at in range(0, len(plain) - size + 1, size)]
    return " OR ".join(map(_quoted, runs[:64]))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
