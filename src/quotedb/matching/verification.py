"""Did they really say it? A quote against the record, by the published contract of docs/verify.md.

Word for word first: every utterance that holds the rare words of the quote is read, and the places where all words
stand in order are `verbatim`. Where there is none, the passages that hold most of the rare words are set beside the
quote, word by word, and rules on the difference say `altered`, `other-wording` or `not-found`. Whose words they are is
asked last: `other-speaker` is an accusation and needs a sure attribution.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace

from quotedb.database import Chosen, Openable, choose, open_to_read
from quotedb.matching.candidates import MOST_ROWS
from quotedb.matching.coverage import coverage_of
from quotedb.matching.explaining import explanation
from quotedb.matching.lookup import MOST_PLACES, Search
from quotedb.matching.occasion import Known, on_date, telling
from quotedb.matching.pasted import Reading, reading_of
from quotedb.matching.places import ACCUSE_FROM
from quotedb.matching.quote import Token, parts
from quotedb.matching.quoting import denied
from quotedb.matching.tidied import tidied
from quotedb.models import Match, Verdict, VerdictName
from quotedb.parsing import no_collection, words
from quotedb.reading import iso_date

#: A quote longer than this is a document: it is looked up by its parts.
MOST_WORDS = 2000
#: The part of the words round a pasted quotation that may stand in the record beside it, and still be its attribution.
OUTSIDE_THERE = 0.3
#: "she said on Monday": an attribution that names nobody has so many words.
NAMELESS = 5
#: A piece of a split quotation that has fewer words means nothing alone ("We," he said, "shall pay.").
ALONE = 4
#: The answers, the best first.
RANK: tuple[VerdictName, ...] = ("verbatim", "altered", "other-wording", "other-speaker", "not-found")


@no_collection()
def verify(
    db: Openable,
    quote: str,
    speaker: str | None = None,
    *,
    date: str | None = None,
    without: Collection[int] = (),
) -> Verdict:
    """What the record holds of `quote`: all exact places, else the passages that hold it in other words, else the nearest.

    `speaker`: who is said to have said it; their words come first, and words that are surely somebody else's are
    `other-speaker`. `date`: when it is said to have been said (a year, a month or a day); what was said then comes
    before what has the same verdict, and of a short quote nearly all words are enough there. `without`: the ids of
    documents that are no evidence here, such as the draft that the quote was taken from.

    A quote that was pasted with its attribution (`"A," she said, "B."`) and does not stand in the record as it is, is read as
    in a draft; `understood` then says what was left out, and whom the quote itself names.

    Returns a `Verdict` whose `coverage` says what was looked at. Raises `UnusableDatabase` where the database cannot be
    read, and `QuotedbError` where the date is none.
    """
    day = iso_date(date)
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        whole = look_up(conn, quote, speaker, date=day, without=without)
        if _stands(whole):
            return whole
        text, whole = _tidied(conn, whole, speaker, day, without)
        reading = None if _stands(whole) else reading_of(text)
        if reading is None or not _may_be_pasted(reading, whole):
            return whole
        told = _as_pasted(conn, reading, speaker, day, without)
        return replace(told, quote=quote) if _nearer(told, reading, whole) else whole
    finally:
        if database is not db and conn is not db:
            conn.close()


def look_up(
    db: Openable,
    quote: str,
    speaker: str | None = None,
    *,
    date: str | None = None,
    around: str = "",
    without: Collection[int] = (),
) -> Verdict:
    """The same for words that are nothing but a quotation; `date`: as ISO, `around`: what else its sentence says."""
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        chosen = choose(conn, speaker) if speaker else None
        wanted = parts(quote)
        answer = Verdict(quote, "not-found", (), (), coverage_of(conn, chosen, without))
        note = _understood(wanted, speaker, chosen) + (f"; of {date}" if date else "")
        if not wanted or sum(map(len, wanted)) > MOST_WORDS:
            return replace(answer, understood=note, explanation=explanation("not-found", (), (), answer.coverage))
        known = Known(chosen, date, telling(around, (*(chosen.names if chosen else ()), speaker or "")))
        search = Search(conn, quote, wanted, known, without)
        found, more = search.answer()
        found = [
            replace(m, flags=(*m.flags, "denied")) if m.verdict != "not-found" and denied(conn, m) else m for m in found
        ]
        if more:
            full = len(found) >= MOST_PLACES
            note += (
                f"; it stands in more than {MOST_PLACES} places, of which {MOST_PLACES} are given"
                if full
                else f"; more than {MOST_ROWS:,} utterances have such words, of which {MOST_ROWS:,} were read"
            )
        verdict = _overall(found)
        flags = _flags(found, verdict, date)
        earlier = None if verdict in ("verbatim", "other-speaker") else search.earlier()
        if earlier is not None:
            flags = (*flags, "earlier-version")
            note += f"; a text that was replaced since then has them: “{earlier.document}”, uid {earlier.uid}"
        return replace(
            answer,
            verdict=verdict,
            flags=flags,
            matches=tuple(found),
            understood=note,
            capped=more,
            explanation=explanation(verdict, flags, found, answer.coverage, chosen.names if chosen else ()),
        )
    finally:
        if database is not db and conn is not db:
            conn.close()


def _tidied(
    conn: sqlite3.Connection, whole: Verdict, speaker: str | None, date: str | None, without: Collection[int]
) -> tuple[str, Verdict]:
    """A quote without what copying put into it, and the answer to that; as it is, where the record is no nearer to it then."""
    best, text = whole, whole.quote
    for one in tidied(whole.quote):
        told = look_up(conn, one.text, speaker, date=date, without=without)
        # of two answers alike the one without the markup: its difference shows words and no tags
        if _stands(told) or (best is whole and RANK.index(told.verdict) <= RANK.index(whole.verdict)):
            text, best = one.text, replace(told, quote=whole.quote, understood="; ".join((told.understood, *one.notes)))
        if _stands(best):
            break
    return text, best


def _as_pasted(
    conn: sqlite3.Connection, reading: Reading, speaker: str | None, date: str | None, without: Collection[int]
) -> Verdict:
    """The answer to what a pasted text quotes, from whom it names unless somebody else is asked for."""

    def ask(quote: str) -> Verdict:
        answers = [look_up(conn, quote, name, date=date, around=reading.outside, without=without) for name in names]
        told = min(answers, key=lambda answer: RANK.index(answer.verdict))
        if told.verdict == "other-speaker" and not (speaker or (sure and _stands(told))):
            # it is the reading that may be wrong here: nobody is accused on a name in a paste that is nearly right
            told = look_up(conn, quote, date=date, around=reading.outside, without=without)
            told = replace(told, flags=tuple(dict.fromkeys((*told.flags, "speaker-uncertain"))))
        return told

    sure = reading.confidence >= ACCUSE_FROM
    named: list[str | None] = [name for name in reading.speakers if sure or choose(conn, name).ids]
    names = [speaker] if speaker else named or [None]
    told = ask(" ".join(reading.pieces))
    if len(reading.pieces) > 1 and not _stands(told):
        gaps = ask(" … ".join(reading.pieces))
        if _stands(gaps):
            told = replace(gaps, flags=(*gaps.flags, "words-between"))
        elif all(len(words(piece)) >= ALONE for piece in reading.pieces):
            alone = [ask(piece) for piece in reading.pieces]
            worst = max(alone, key=lambda answer: RANK.index(answer.verdict))
            if RANK.index(worst.verdict) < RANK.index(told.verdict):
                matches = tuple(match for answer in alone for match in answer.matches)
                note = f"{told.understood}; in {len(alone)} pieces, each alone"
                flags = (*worst.flags, "words-between")
                told = replace(
                    worst, flags=flags, matches=matches, understood=note, capped=any(o.capped for o in alone)
                )
    return replace(told, understood=f"{told.understood}; “{reading.outside}” was read as its attribution")


def _stands(answer: Verdict) -> bool:
    """Whether every word stands somewhere in the record."""
    return any(
        match.verdict in ("verbatim", "other-speaker")
        and all(op == "equal" or ours == "…" for op, ours, _ in match.diff)
        for match in answer.matches
    )


def _may_be_pasted(reading: Reading, whole: Verdict) -> bool:
    """Whether it is worth asking what the record holds without the words that were taken for an attribution.

    Where a passage was found, little says that any of it is one without marks and without a name, or where it stands there.
    """
    if whole.verdict == "not-found":
        return True
    guessed = not reading.marked and not reading.speakers
    if whole.verdict == "other-wording":
        return not guessed or len(words(reading.outside)) <= NAMELESS
    return not guessed and not _said_with_it(reading, whole)


def _nearer(told: Verdict, reading: Reading, whole: Verdict) -> bool:
    """Whether a pasted text is nearer to the record without the words that were taken for its attribution."""
    if whole.verdict == "other-wording":
        if told.verdict == "altered":
            return True
        if _said_with_it(reading, whole):
            return False
    if _stands(told):
        return True
    short = len(words(reading.outside)) < reading.words
    return short and (told.verdict != "not-found" or whole.verdict == "not-found")


def _said_with_it(reading: Reading, whole: Verdict) -> bool:
    """Whether what was taken for an attribution stands in the record beside the quoted words: it was said with them."""
    outside = {word.form for word in words(reading.outside)}
    there = {word.form for op, _, theirs in whole.matches[0].diff if op == "equal" for word in words(theirs)}
    outside -= {word.form for piece in reading.pieces for word in words(piece)}
    return bool(outside) and len(outside & there) > OUTSIDE_THERE * len(outside)


def _overall(found: Sequence[Match]) -> VerdictName:
    """The best that any place says: what the named speaker said before what is surely another's."""
    there = {match.verdict for match in found}
    order: tuple[VerdictName, ...] = ("verbatim", "altered", "other-speaker", "other-wording")
    return next((verdict for verdict in order if verdict in there), "not-found")


def _flags(found: Sequence[Match], verdict: VerdictName, date: str | None) -> tuple[str, ...]:
    """The flags of the best match, and what holds of all that have the verdict."""
    if verdict == "not-found":
        return ()
    flags = [*found[0].flags]
    telling_of_it = [match for match in found if match.verdict == verdict]
    if verdict == "verbatim" and any(match.verdict == "altered" for match in found):
        flags.append("transcript-differs")
    if all(match.kind != "turn" for match in telling_of_it):
        flags.append("article-only")
    if all(match.kind == "indirect" for match in telling_of_it):
        flags.append("reported-only")
    if date and all(on_date(match.spoken or match.published, date) is False for match in telling_of_it):
        flags.append("other-date")
    return tuple(dict.fromkeys(flags))


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
