"""From words to places: a window of a passage as a `Match`, with its document, its speaker and its difference."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from quotedb.database import Chosen, copies_of
from quotedb.matching.comparison import Change
from quotedb.matching.passages import Passage, Place
from quotedb.matching.quote import Token
from quotedb.matching.quoting import is_quoted, is_said_there_by
from quotedb.models import UNCERTAIN_BELOW, Match, VerdictName

#: Below this confidence in who said it, nobody is accused of another's words.
ACCUSE_FROM = UNCERTAIN_BELOW
#: Names as alike as these may be one name in two spellings: Orlov, Orloff.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a passage, as far as the record knows, beside the person who was asked about.

    named: that person; other: surely somebody else; open: nobody was asked about, or nobody can tell.
    """

    names: tuple[str, ...]
    who: Literal["named", "other", "open"]
    uncertain: bool  #: it is less than sure who said it
    quoted: bool = False  #: they quote it: it stands in marks inside their words
    relayed: bool = False  #: they say that the person who was asked about said it
    perhaps: bool = False  #: a bare label like that person's name stands there

    @property
    def flags(self) -> tuple[str, ...]:
        """What a match says of it."""
        return (*(("speaker-uncertain",) if self.uncertain else ()), *(("quoted",) if self.quoted else ()))


def attribution(passage: Passage, chosen: Chosen | None, window: Sequence[Place] = ()) -> Attribution:
    """Whose words a window of a passage is.

    Nobody is accused on an uncertain attribution, a bare label, an unnamed voice in an article or reported speech, nor of
    words that somebody else only quotes, or says to have from the very person.
    """
    said = _said(passage, chosen)
    if not window or window[0].piece != window[-1].piece:
        return said
    text, start, end = passage.pieces[window[0].piece].text, window[0].token.start, window[-1].token.end
    quoted = is_quoted(text, start, end)
    if said.who == "other" and chosen is not None:
        relayed = is_said_there_by(text, start, end, chosen.names)
        if quoted or relayed:
            return Attribution(said.names, "open", uncertain=True, quoted=quoted, relayed=relayed)
    return replace(said, quoted=quoted)


def _said(passage: Passage, chosen: Chosen | None) -> Attribution:
    row = passage.pieces[0].row
    speakers: list[tuple[int, str, int, str]] = json.loads(row["speakers"])
    names = tuple(name for _, name, _, _ in speakers)
    sure = row["confidence"] >= ACCUSE_FROM and bool(speakers)
    if chosen is None:
        return Attribution(names, "open", not sure)
    if {speaker for speaker, _, _, _ in speakers} & set(chosen.ids):
        return Attribution(names, "named", not sure)
    turn = row["kind"] == "turn"
    bare = [(name, kind) for _, name, partial, kind in speakers if partial]
    perhaps = any(kind == "person" and _is_like(name, chosen) for name, kind in bare)
    office = any(kind != "person" for _, kind in bare)  # anybody may hold it
    other = all(partial or kind != "unnamed" or turn for _, _, partial, kind in speakers)
    if sure and other and not (perhaps or office) and row["kind"] != "indirect":
        return Attribution(names, "other", uncertain=False)
    return Attribution(names, "open", uncertain=True, perhaps=perhaps)


def _is_like(label: str, chosen: Chosen) -> bool:
    """Whether a bare last name (`VARN`) is anything like a part of the names of those who were asked about."""
    asked = {word for one in chosen.names or (chosen.typed,) for word in one.casefold().split()}
    return any(get_close_matches(word, asked, n=1, cutoff=_ALIKE) for word in label.casefold().split())


def match(
    conn: sqlite3.Connection,
    passage: Passage,
    window: Sequence[Place],
    said: Attribution,
    verdict: VerdictName,
    flags: tuple[str, ...],
    diff: tuple[tuple[str, str, str], ...] = (),
) -> Match:
    """The answer for one place; the window must hold a word. Its context is the first utterance that it touches."""
    first, last = passage.pieces[window[0].piece], passage.pieces[window[-1].piece]
    row = first.row
    return Match(
        uid=row["uid"],
        verdict=verdict,
        flags=flags,
        speaker="; ".join(said.names) or None,
        label=row["label"],
        kind=row["kind"],
        rendering=row["rendering"],
        confidence=row["confidence"],
        text=printed(passage, window),
        start_char=row["start_char"] + window[0].token.start,
        end_char=last.row["start_char"] + window[-1].token.end,
        context=row["text"],
        document=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        copies=copies_of(conn, passage.document_id) if row["sources"] > 1 else (),
        diff=diff,
        spoken=row["spoken"],
        location=row["location"] or "",
    )


def printed(passage: Passage, words: Sequence[Place]) -> str:
    """The record's own characters from the first of these words to the last; pieces are joined by a space."""
    spans: dict[int, tuple[int, int]] = {}
    for piece, token in words:
        start, _ = spans.get(piece, (token.start, 0))
        spans[piece] = (start, token.end)
    return " ".join(passage.pieces[piece].text[start:end] for piece, (start, end) in spans.items())


def difference(quote: str, passage: Passage, changes: Sequence[Change]) -> tuple[tuple[str, str, str], ...]:
    """The changes as (op, words of the quote, words of the record), both as printed; what an ellipsis stands for is "…"."""
    shown = []
    for change in changes:
        ours = "…" if change.op == "gap" else cited(quote, change.quote)
        shown.append(("replace" if change.op == "gap" else change.op, ours, printed(passage, change.record)))
    return tuple(shown)


def cited(text: str, words: Sequence[Token]) -> str:
    """A quote's own characters from the first of these words to the last."""
    return text[words[0].start : words[-1].end] if words else ""
