"""What an answer looked at: documents, transcripts, those with the speaker, from when to when."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from quotedb.database import Chosen
from quotedb.matching.passages import standing
from quotedb.models import Coverage

_DATE = "coalesce(d.spoken, (SELECT min(published) FROM sources WHERE document_id = d.id))"


def coverage_of(conn: sqlite3.Connection, chosen: Chosen | None, without: Collection[int] = ()) -> Coverage:
    """The current texts of the record, but for the documents `without`; `chosen`: whom the question is about."""
    there = standing(without)
    if chosen is None:
        documents, transcripts, first, last, dated = conn.execute(
            f"SELECT count(*), coalesce(sum(turns > 0), 0), min({_DATE}), max({_DATE}), count({_DATE}) "
            f"FROM documents d WHERE {there}"
        ).fetchone()
        return Coverage(documents, transcripts, None, first, last, documents - dated)
    documents, transcripts = conn.execute(
        f"SELECT count(*), coalesce(sum(turns > 0), 0) FROM documents d WHERE {there}"
    ).fetchone()
    with_speaker, first, last, dated = conn.execute(
        f"SELECT count(*), min({_DATE}), max({_DATE}), count({_DATE}) FROM documents d WHERE {there} AND id IN "
        "(SELECT u.document_id FROM utterance_speakers us JOIN utterances u ON u.id = us.utterance_id "
        f"WHERE us.speaker_id IN ({', '.join('?' * len(chosen.ids))}))",
        chosen.ids,
    ).fetchone()
    return Coverage(documents, transcripts, with_speaker, first, last, with_speaker - dated)
