"""The variants of an utterance: where else the same statement stands, and what differs there, word by word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from quotedb.database import FIRST_SOURCE, SPEAKERS, Link, links_of
from quotedb.errors import UnknownName
from quotedb.matching.alignment import Operation, align
from quotedb.matching.verdict import NEAR_COPY
from quotedb.models import TRANSLATED, Variant
from quotedb.parsing import Word, words

_ROW = (
    f"SELECT u.uid, {SPEAKERS} AS speaker, u.label, u.kind, u.rendering, d.title AS document, d.spoken, src.publisher, "
    f"src.published, src.url, src.location FROM utterances u JOIN documents d ON d.id = u.document_id {FIRST_SOURCE} WHERE u.id = ?"
)


def variants_of(conn: sqlite3.Connection, uid: str) -> tuple[Variant, ...]:
    """The same statement elsewhere, the surest first. Raises `UnknownName` where no utterance has this uid.

    An utterance of the same words as many others is linked with a few of them; what those are linked to counts as well.
    """
    row = conn.execute("SELECT id FROM utterances WHERE uid = ?", [uid]).fetchone()
    if row is None:
        raise UnknownName(f"No utterance has the uid {uid}; a uid is 16 digits and letters from a to f.")
    found: dict[int, Variant] = {}
    for link in _with_those_behind(conn, row[0]):
        if link.other_id != row[0] and link.other_id not in found:
            found[link.other_id] = _variant(conn, link)
    return tuple(sorted(found.values(), key=lambda variant: -variant.score))


def _with_those_behind(conn: sqlite3.Connection, utterance: int) -> Iterator[Link]:
    own = links_of(conn, utterance)
    yield from own
    for link in own:
        if link.relation == "same-text":
            yield from links_of(conn, link.other_id)


def _variant(conn: sqlite3.Connection, link: Link) -> Variant:
    cursor = conn.execute(_ROW, [link.other_id])
    values = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    mine = conn.execute("SELECT rendering FROM utterances WHERE id = ?", [link.utterance_id]).fetchone()[0]
    here, there = _text(conn, link.utterance_id, link.span), _text(conn, link.other_id, link.other_span)
    diff = word_diff(here, there)
    # where nearly every word agrees, it is one translation, quoted with a word changed
    own = link.relation == "other-wording" and _alike(diff) < NEAR_COPY
    translated = own and {mine, values["rendering"]}.intersection(TRANSLATED)
    return Variant(
        relation=link.relation,
        score=link.score,
        translation=bool(translated),
        here=here,
        text=there,
        start_char=link.other_span[0],
        end_char=link.other_span[1],
        diff=diff,
        **{name: values[name] for name in ("uid", "speaker", "label", "kind", "rendering", "document", "spoken")},
        **{name: values[name] for name in ("publisher", "published", "url")},
        location=values["location"] or "",
    )


def _alike(diff: Iterable[tuple[str, str, str]]) -> float:
    """The share of words, of both sides, that agree."""
    counts = [(op, len(words(ours)), len(words(theirs))) for op, ours, theirs in diff]
    same = sum(ours + theirs for op, ours, theirs in counts if op == "equal")
    return same / max(1, sum(ours + theirs for _, ours, theirs in counts))


def _text(conn: sqlite3.Connection, utterance: int, span: tuple[int, int]) -> str:
    row = conn.execute(
        "SELECT substr(d.text, ? + 1, ?) FROM documents d JOIN utterances u ON u.document_id = d.id WHERE u.id = ?",
        [span[0], span[1] - span[0], utterance],
    ).fetchone()
    return str(row[0])


def word_diff(here: str, there: str) -> tuple[tuple[str, str, str], ...]:
    """What two wordings have in common and what not: (op, words here, words there), in order, nothing left out.

    From here to there, as `Match.diff` goes from the quote to the record: delete, only here; insert, only there.
    """
    mine, theirs = words(here), words(there)
    found = align([word.form for word in mine], [word.form for word in theirs])
    if found is None:
        return (("replace", here, there),)
    whole = [
        Operation("insert", (0, 0), (0, found.start)),
        *found.operations,
        Operation("insert", (len(mine), len(mine)), (found.end, len(theirs))),
    ]
    steps: list[tuple[str, str, str]] = []
    for same, run in groupby(whole, key=lambda step: step.op == "equal"):
        parts = list(run)  # what differs is one step: all of it here, beside all of it there
        one = _words(here, mine, (parts[0].quote[0], parts[-1].quote[1]))
        other = _words(there, theirs, (parts[0].record[0], parts[-1].record[1]))
        if one or other:
            steps.append(
                ("equal" if same else "replace" if one and other else "delete" if one else "insert", one, other)
            )
    return tuple(steps)


def _words(text: str, found: list[Word], run: tuple[int, int]) -> str:
    """The words of a run with what stands between and after them, up to the next word."""
    if run[0] >= run[1]:
        return ""
    end = found[run[1]].start if run[1] < len(found) else len(text)
    return text[found[run[0]].start : end].rstrip()
