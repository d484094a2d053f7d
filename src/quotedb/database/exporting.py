"""Everything that was said, as lines for other programs: the columns of the view `quotes`, with place and rule."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator

COLUMNS = "uid, speaker, text, kind, rendering, label, note, document, event, spoken, publisher, published, url, section, confidence"
_SQL = (
    "SELECT q.uid, q.speaker, q.text, q.kind, q.rendering, q.label, q.note, q.document, q.event, q.spoken, q.publisher, "
    "q.published, q.url, q.section, q.confidence, u.start_char, u.end_char, u.cue, u.via, u.rule, d.sha256 "
    "FROM quotes q JOIN utterances u ON u.id = q.id JOIN documents d ON d.id = u.document_id "
    "{where} ORDER BY u.document_id, u.seq"
)
#: A spreadsheet takes a cell that begins like this for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(conn: sqlite3.Connection, form: str, kind: str | None = None) -> Iterator[str]:
    """The current utterances in the order of documents and text, as lines (each with its line end).

    `form`: "csv" (with a head line; a cell that a spreadsheet would run gets an apostrophe before it) or "jsonl" (exact).
    `kind`: only turn, direct, mixed or indirect.
    """
    cursor = conn.execute(_SQL.format(where="WHERE u.kind = ?" if kind else ""), [kind] if kind else [])
    names = [column[0] for column in cursor.description]
    if form == "jsonl":
        for row in cursor:
            yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"
        return
    yield csv_line(names)
    for row in cursor:
        yield csv_line(row)


def csv_line(cells: object) -> str:
    """One line of CSV, safe to open in a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) for cell in cells])  # type: ignore[attr-defined]
    return out.getvalue()


def _safe(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
