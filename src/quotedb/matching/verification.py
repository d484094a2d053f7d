"""Did they really say it? A quote against the record, by the published contract of docs/verify.md.

This version knows `verbatim` (every word, in order, contiguous in one passage; the parts round an ellipsis in order),
`other-speaker` (verbatim, but the record gives the words to somebody else) and `not-found` with the nearest passages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from quotedb.database import Chosen, Openable, choose, open_to_read
from quotedb.matching.candidates import Passage, nearest, passages_with, standing
from quotedb.matching.quote import Token, find_all, parts, tokens
from quotedb.models import Coverage, Match, Verdict, VerdictName

#: Below this confidence in who said it, nobody is accused of another's words.
ACCUSE_FROM = 0.8
#: A quote longer than this is a document: it is looked up by its parts.
MOST_WORDS = 2000
#: Where no passage has the words as the index knows them, so many of the nearest are read word by word; fewer are shown.
LOOK_CLOSER = 20
SHOW_NEAREST = 3


def verify(db: Openable, quote: str, speaker: str | None = None, *, without: Collection[int] = ()) -> Verdict:
    """What the record holds of `quote`: all exact places, those of the named speaker first, else the nearest passages.

    `without`: the ids of documents that are no evidence here, such as the draft that the quote was taken from.

    Returns a `Verdict` whose `coverage` says what was looked at. Raises `UnusableDatabase` where the database cannot be
    read.
    """
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        chosen = choose(conn, speaker) if speaker else None
        coverage = _coverage(conn, chosen, without)
        wanted = parts(quote)
        note = _understood(wanted, speaker, chosen)
        if not wanted or sum(map(len, wanted)) > MOST_WORDS:
            return Verdict(quote, "not-found", (), (), coverage, note)
        found = _exact(conn, passages_with(conn, wanted, without), wanted, chosen)
        if not found:
            # the index knows nothing of ligatures, soft hyphens and the like: what is near may be the very words
            near = nearest(conn, wanted, LOOK_CLOSER, without)
            found = _exact(conn, near, wanted, chosen)
        if not found:
            shown = tuple(_near(conn, passage) for passage in near[:SHOW_NEAREST])
            return Verdict(quote, "not-found", (), shown, coverage, note)
        found.sort(key=lambda match: _order(match, chosen))
        verdict: VerdictName = "verbatim" if any(m.verdict == "verbatim" for m in found) else "other-speaker"
        flags = [*found[0].flags]
        if all(match.kind != "turn" for match in found):
            flags.append("article-only")
        return Verdict(quote, verdict, tuple(dict.fromkeys(flags)), tuple(found), coverage, note)
    finally:
        if database is not db and conn is not db:
            conn.close()


def _understood(wanted: list[list[Token]], speaker: str | None, chosen: Chosen | None) -> str:
    count = sum(map(len, wanted))
    said = [f"{count} word{'' if count == 1 else 's'}"] if count else ["no words: the quote holds none"]
    if count > MOST_WORDS:
        said = [
            f"nothing: {count:,} words are more than one quote; check a whole draft part by part, at most {MOST_WORDS:,} words each"
        ]
    if chosen is not None:
        said.append(
            "by " + " or ".join(chosen.names) if chosen.ids else f"nobody called {speaker!r} is in this database"
        )
    return "; ".join(said)


def _exact(
    conn: sqlite3.Connection, passages: list[Passage], wanted: list[list[Token]], chosen: Chosen | None
) -> list[Match]:
    return [_match(conn, passage, place, chosen) for passage in passages for place in _places(passage, wanted)]


def _places(passage: Passage, wanted: list[list[Token]]) -> list[list[tuple[int, int, int]]]:
    """Where the quote stands in a passage: for each place, (piece, start, end) in the pieces' own characters."""
    flat: list[tuple[int, Token]] = []
    for number, piece in enumerate(passage.pieces):
        # groups of insertions are numbered within a piece; the shift keeps those of two pieces apart
        flat += [(number, replace(t, group=t.group + 10_000 * number) if t.group else t) for t in tokens(piece.text)]
    places = []
    for first, after in find_all(wanted, [token for _, token in flat]):
        spans: dict[int, tuple[int, int]] = {}
        for number, token in flat[first:after]:
            start, _ = spans.get(number, (token.start, 0))
            spans[number] = (start, token.end)
        places.append([(number, start, end) for number, (start, end) in spans.items()])
    return places


def _match(
    conn: sqlite3.Connection, passage: Passage, place: list[tuple[int, int, int]], chosen: Chosen | None
) -> Match:
    first = passage.pieces[place[0][0]].row
    last = passage.pieces[place[-1][0]].row
    text = " ".join(passage.pieces[number].text[start:end] for number, start, end in place)
    match = _bare(conn, first, "verbatim")
    match = replace(
        match,
        text=text,
        start_char=first["start_char"] + place[0][1],
        end_char=last["start_char"] + place[-1][2],
        diff=(("equal", text, text),),
    )
    return _judged(conn, match, first["id"], chosen)


def _judged(conn: sqlite3.Connection, match: Match, utterance_id: int, chosen: Chosen | None) -> Match:
    """Whether these are the named speaker's words; nobody is accused on an uncertain attribution or a bare label."""
    rows = conn.execute(
        "SELECT us.speaker_id, s.partial FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id WHERE us.utterance_id = ?",
        [utterance_id],
    ).fetchall()
    certain = match.confidence >= ACCUSE_FROM and any(not partial for _, partial in rows)
    if chosen is not None and certain and not {speaker for speaker, _ in rows} & set(chosen.ids):
        return replace(match, verdict="other-speaker")
    named = chosen is not None and bool({speaker for speaker, _ in rows} & set(chosen.ids))
    if match.confidence < ACCUSE_FROM or not rows or (chosen is not None and not named):
        return replace(match, flags=(*match.flags, "speaker-uncertain"))
    return match


def _near(conn: sqlite3.Connection, passage: Passage) -> Match:
    return _bare(conn, passage.pieces[0].row, "not-found")


def _bare(conn: sqlite3.Connection, row: dict[str, Any], verdict: VerdictName) -> Match:
    title, spoken, publisher, published, url, location = conn.execute(
        "SELECT d.title, d.spoken, s.publisher, s.published, s.url, s.location FROM documents d LEFT JOIN sources s ON s.id = "
        "(SELECT min(id) FROM sources WHERE document_id = d.id) WHERE d.id = ?",
        [row["document_id"]],
    ).fetchone()
    names = [
        name
        for (name,) in conn.execute(
            "SELECT s.name FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id WHERE us.utterance_id = ? ORDER BY us.seq",
            [row["id"]],
        )
    ]
    copies = conn.execute(
        "SELECT coalesce(url, location) FROM sources WHERE document_id = ? ORDER BY id LIMIT -1 OFFSET 1",
        [row["document_id"]],
    )
    return Match(
        uid=row["uid"],
        verdict=verdict,
        flags=(),
        speaker="; ".join(names) or None,
        label=row["label"],
        kind=row["kind"],
        rendering=row["rendering"],
        confidence=row["confidence"],
        text=row["text"],
        start_char=row["start_char"],
        end_char=row["end_char"],
        context=row["text"],
        document=title,
        publisher=publisher,
        published=published,
        url=url,
        copies=tuple(place for (place,) in copies),
        diff=(),
        spoken=spoken,
        location=location or "",
    )


def _order(match: Match, chosen: Chosen | None) -> tuple[bool, bool, bool, float, str, int]:
    """The named speaker's words first, the record before what others print of it, the surer before the less sure."""
    named = chosen is not None and bool(set(chosen.names) & set((match.speaker or "").split("; ")))
    return (
        not named,
        match.verdict != "verbatim",
        match.kind != "turn",
        -match.confidence,
        match.published or "9999",
        match.start_char,
    )


def _coverage(conn: sqlite3.Connection, chosen: Chosen | None, without: Collection[int]) -> Coverage:
    date = "coalesce(d.spoken, (SELECT min(published) FROM sources WHERE document_id = d.id))"
    if chosen is None:
        documents, transcripts, first, last, dated = conn.execute(
            f"SELECT count(*), coalesce(sum(turns > 0), 0), min({date}), max({date}), count({date}) "
            f"FROM documents d WHERE {standing(without)}"
        ).fetchone()
        return Coverage(documents, transcripts, None, first, last, documents - dated)
    documents, transcripts = conn.execute(
        f"SELECT count(*), coalesce(sum(turns > 0), 0) FROM documents d WHERE {standing(without)}"
    ).fetchone()
    with_speaker, first, last, dated = conn.execute(
        f"SELECT count(*), min({date}), max({date}), count({date}) FROM documents d WHERE {standing(without)} AND id IN "
        "(SELECT u.document_id FROM utterance_speakers us JOIN utterances u ON u.id = us.utterance_id "
        f"WHERE us.speaker_id IN ({', '.join('?' * len(chosen.ids))}))",
        chosen.ids,
    ).fetchone()
    return Coverage(documents, transcripts, with_speaker, first, last, with_speaker - dated)
