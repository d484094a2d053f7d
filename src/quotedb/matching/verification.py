"""Did they really say it? A quote against the record, by the published contract of docs/verify.md.

Word for word first: every utterance that holds the rare words of the quote is read, and the places where all words
stand in order are `verbatim`. Where there is none, the passages that hold most of the rare words are set beside the
quote, word by word, and rules on the difference say `altered`, `other-wording` or `not-found`. Whose words they are is
asked last: `other-speaker` is an accusation and needs a sure attribution.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quotedb.database import Chosen, Openable, choose, open_to_read
from quotedb.matching.candidates import MOST_ROWS, holding, near
from quotedb.matching.comparison import Comparison, compare
from quotedb.matching.coverage import coverage_of
from quotedb.matching.explaining import explanation
from quotedb.matching.passages import Passage, Place, passages_of
from quotedb.matching.pasted import Reading, reading_of
from quotedb.matching.places import ACCUSE_FROM, Attribution, attribution, difference, match, printed
from quotedb.matching.quote import Token, find_all, locator, parts
from quotedb.matching.quoting import denied
from quotedb.matching.rarity import Rarity
from quotedb.matching.spelling import find_respelled
from quotedb.matching.variants import word_diff
from quotedb.matching.verdict import SHORT, Finding, judge
from quotedb.matching.warnings import warnings
from quotedb.matching.wire import collapsed
from quotedb.models import Match, Verdict, VerdictName
from quotedb.parsing import lexicon_of, words

#: A quote longer than this is a document: it is looked up by its parts.
MOST_WORDS = 2000
#: All exact places are returned, up to so many; the answer says so where there are more.
MOST_PLACES = 100
#: Utterances are read in bundles of so many, so that an answer that is full costs no more reading.
BUNDLE = 25
#: Shorter quotes that stand somewhere in one piece are not looked for across the pieces of passages as well.
PARTED = 6
#: Passages with other words: so many are shown where the quote stands in them in some way, and where it does not.
SHOW_ALIKE, SHOW_NEAREST = 5, 3
#: Pairs of words that are compared for one answer: a quote of 2,000 words is held against fewer passages.
MOST_WORK = 400_000
#: The part of the words round a pasted quotation that may stand in the record beside it, and still be its attribution.
OUTSIDE_THERE = 0.3
#: A piece of a split quotation that has fewer words means nothing alone ("We," he said, "shall pay.").
ALONE = 4
#: The answers, the best first.
RANK: tuple[VerdictName, ...] = ("verbatim", "altered", "other-wording", "other-speaker", "not-found")
TRANSLATED = ("interpreted", "translated")
#: The flag of words that are spelled otherwise, and are no other words.
SPELLING = "spelling-only"


def verify(db: Openable, quote: str, speaker: str | None = None, *, without: Collection[int] = ()) -> Verdict:
    """What the record holds of `quote`: all exact places, else the passages that hold it in other words, else the nearest.

    `speaker`: who is said to have said it; their words come first, and words that are surely somebody else's are
    `other-speaker`. `without`: the ids of documents that are no evidence here, such as the draft that the quote was
    taken from. A quote that was pasted with its attribution (`"A," she said, "B."`) and does not stand in the record as it
    is, is read as in a draft; `understood` then says what was left out, and whom the quote itself names.

    Returns a `Verdict` whose `coverage` says what was looked at. Raises `UnusableDatabase` where the database cannot be
    read.
    """
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        whole = look_up(conn, quote, speaker, without=without)
        reading = None if _stands(whole) else reading_of(quote)
        told = _as_pasted(conn, reading, speaker, without) if reading else None
        return replace(told, quote=quote) if reading and told and _nearer(told, reading, whole) else whole
    finally:
        if database is not db and conn is not db:
            conn.close()


def look_up(db: Openable, quote: str, speaker: str | None = None, *, without: Collection[int] = ()) -> Verdict:
    """The same for words that are nothing but a quotation."""
    database = open_to_read(db)
    conn: sqlite3.Connection = database.conn
    try:
        chosen = choose(conn, speaker) if speaker else None
        wanted = parts(quote)
        answer = Verdict(quote, "not-found", (), (), coverage_of(conn, chosen, without))
        note = _understood(wanted, speaker, chosen)
        if not wanted or sum(map(len, wanted)) > MOST_WORDS:
            return replace(answer, understood=note, explanation=explanation("not-found", (), (), answer.coverage))
        found, more = Search(conn, quote, wanted, chosen, without).answer()
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
        flags = _flags(found, verdict)
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


def _as_pasted(conn: sqlite3.Connection, reading: Reading, speaker: str | None, without: Collection[int]) -> Verdict:
    """The answer to what a pasted text quotes, from whom it names unless somebody else is asked for."""

    def ask(quote: str) -> Verdict:
        answers = [look_up(conn, quote, name, without=without) for name in names]
        told = min(answers, key=lambda answer: RANK.index(answer.verdict))
        if told.verdict == "other-speaker" and not (speaker or (sure and _stands(told))):
            # it is the reading that may be wrong here: nobody is accused on a name in a paste that is nearly right
            told = look_up(conn, quote, without=without)
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


def _nearer(told: Verdict, reading: Reading, whole: Verdict) -> bool:
    """Whether a pasted text is nearer to the record without the words that were taken for its attribution."""
    outside = {word.form for word in words(reading.outside)}
    if whole.verdict != "not-found":
        # what stands there beside the quoted words was said with them, and is no attribution
        there = {word.form for op, _, theirs in whole.matches[0].diff if op == "equal" for word in words(theirs)}
        inside = {word.form for piece in reading.pieces for word in words(piece)}
        if outside - inside and len((outside - inside) & there) > OUTSIDE_THERE * len(outside - inside):
            return False
    if _stands(told):
        return True
    short = len(words(reading.outside)) < reading.words
    return short and (told.verdict != "not-found" or whole.verdict == "not-found")


class Search:
    """One quote on its way through the record."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        quote: str,
        wanted: list[list[Token]],
        chosen: Chosen | None,
        without: Collection[int],
    ) -> None:
        self._conn, self._quote, self._wanted, self._chosen, self._without = conn, quote, wanted, chosen, without
        self._words = sum(map(len, wanted))
        self._read: set[tuple[int, int]] = set()
        self._relayed: set[tuple[str, int]] = set()  #: places that give the words to the person who was asked about
        self._locator = locator(wanted)
        self._rarity = Rarity(conn, [token for part in wanted for token in part])

    def answer(self) -> tuple[list[Match], bool]:
        """The matches, the best first, and whether there are more exact places."""
        exact, more = self.exact()
        if len(exact) >= MOST_PLACES or (exact and self._words < PARTED):
            return self._sorted(exact), more
        passages = near(self._conn, self._rarity, self._without)
        # an interrupted passage is several rows of the index, and the index knows nothing of ligatures and soft hyphens
        for passage in passages:
            if (passage.document_id, passage.number) not in self._read:
                exact += self._places(passage)
        verbatim = any(found.verdict == "verbatim" for found in exact)
        if verbatim and any(found.kind == "turn" for found in exact):
            return self._sorted(exact), more
        judged = self._judged([comparison for comparison in self.alike(passages) if comparison])
        spelled = list(self._respelled(passages))
        if spelled:
            there = {found.uid for found in spelled}
            judged = self._best_first([*spelled, *(found for found in judged if found.uid not in there)])
        if exact:
            # the words are somebody else's, or only printed; then it counts what the person said in nearly these words
            long = self._words >= SHORT
            said = [m for m in judged if m.verdict == "altered" and (long or SPELLING in m.flags)]
            if verbatim:
                names = {found.speaker for found in exact}
                return self._sorted(exact) + [f for f in said if f.kind == "turn" and f.speaker in names], more
            return said + self._sorted(exact), more
        told = [found for found in judged if found.verdict != "not-found"]
        return told[:SHOW_ALIKE] or judged[:SHOW_NEAREST], more

    def exact(self) -> tuple[list[Match], bool]:
        """The places where the quote stands word for word in utterances that the index finds, and whether there are more."""
        candidates = holding(self._conn, self._rarity, self._wanted, self._chosen)
        found: list[Match] = []
        for first in range(0, len(candidates.numbers), BUNDLE):
            for passage in passages_of(self._conn, candidates.numbers[first : first + BUNDLE], self._without):
                self._read.add((passage.document_id, passage.number))
                found += self._places(passage)
            if len(found) > MOST_PLACES:
                return found[:MOST_PLACES], True
        return found, candidates.more

    def _places(self, passage: Passage) -> Iterator[Match]:
        """Every place of a passage where all words stand, in order."""
        words = passage.words_at(self._locator)
        for first, after in find_all(self._wanted, [place.token for place in words]):
            window = words[first:after]
            if _other_insertion(self._wanted, window):
                continue
            said = attribution(passage, self._chosen, window)
            verdict: VerdictName = "other-speaker" if said.who == "other" else "verbatim"
            text = printed(passage, window)
            found = match(self._conn, passage, window, said, verdict, said.flags, (("equal", text, text),))
            if said.relayed:
                self._relayed.add((found.uid, found.start_char))
            yield found

    def alike(self, passages: Sequence[Passage] | None = None) -> list[Comparison | None]:
        """The passages that hold most of the quote's rare words, each beside the quote."""
        rare = sorted(self._rarity.rows, key=lambda form: self._rarity.rows[form].count)[:12]
        found: list[Comparison | None] = []
        work = 0
        for passage in near(self._conn, self._rarity, self._without) if passages is None else passages:
            words = passage.words_near(rare, 12 * self._words + 200)
            if found and work + self._words * len(words) > MOST_WORK:
                break
            work += self._words * len(words)
            found.append(compare(self._wanted, passage, words, self._rarity.weights))
        return found

    def _judged(self, comparisons: Sequence[Comparison]) -> list[Match]:
        said = {id(c): attribution(c.passage, self._chosen, c.window) for c in comparisons}
        tied = [said[id(c)].who == "named" for c in comparisons]
        findings = judge(comparisons, tied=tied, most=2 * SHOW_ALIKE)
        return self._best_first([self._told(finding, said[id(finding.comparison)]) for finding in findings])

    def _best_first(self, found: Sequence[Match]) -> list[Match]:
        """The named speaker's words first, then by verdict, else as they come."""
        order = {"altered": 0, "other-speaker": 1, "other-wording": 2}
        ordered = sorted(found, key=lambda match: (not self._named(match), order.get(match.verdict, 3)))
        return collapsed(self._conn, ordered)

    def _respelled(self, passages: Sequence[Passage]) -> Iterator[Match]:
        """The places where all words stand, in order, and some of them are spelled otherwise."""
        if len(self._wanted) != 1 or not passages:
            return
        wanted = self._wanted[0]
        lex = lexicon_of(f"{self._quote} {passages[0].pieces[0].text}")
        for passage in passages:
            words = passage.words_near([token.form for token in wanted], 12 * self._words + 200)
            for first, after in find_respelled(self._quote, wanted, passage, words, lex):
                window = words[first:after]
                said = attribution(passage, self._chosen, window)
                verdict: VerdictName = "other-speaker" if said.who == "other" else "altered"
                diff = word_diff(self._quote, printed(passage, window))
                if any(op != "equal" for op, _, _ in diff):
                    yield match(self._conn, passage, window, said, verdict, (SPELLING, *said.flags), diff)

    def _told(self, finding: Finding, said: Attribution) -> Match:
        comparison = finding.comparison
        verdict = finding.verdict
        if said.who == "other" and verdict != "not-found":
            # nearly their words is an accusation; another wording may be another person's own thought
            verdict = "other-speaker" if verdict == "altered" else "not-found"
        flags: list[str] = []
        if verdict != "not-found":
            found = warnings(comparison, self._quote, moved=finding.rule == "reordered")
            # two translations name things as they please; a number or a "not" should be in both
            flags += found if finding.verdict == "altered" else [flag for flag in found if flag != "name-changed"]
            flags += said.flags
            if verdict != "other-speaker" and comparison.passage.pieces[0].row["rendering"] in TRANSLATED:
                flags.append("only-translation")
        diff = difference(self._quote, comparison.passage, comparison.changes)
        return match(self._conn, comparison.passage, comparison.window, said, verdict, tuple(flags), diff)

    def _agreed(self, found: Sequence[Match]) -> list[Match]:
        """An unsure place that names whom a sure one gives the same words to is no reason for doubt.

        Nor is one that quotes the words without saying whose they are, where a sure one knows it.
        """
        sure = {match.speaker for match in found if match.verdict == "other-speaker"}

        def settled(match: Match) -> bool:
            unsure = match.verdict == "verbatim" and "speaker-uncertain" in match.flags
            told = match.speaker in sure or (bool(sure) and "quoted" in match.flags)
            return unsure and told and (match.uid, match.start_char) not in self._relayed

        return [replace(match, verdict="other-speaker") if settled(match) else match for match in found]

    def _named(self, found: Match) -> bool:
        return self._chosen is not None and bool(set(self._chosen.names) & set((found.speaker or "").split("; ")))

    def _sorted(self, found: list[Match]) -> list[Match]:
        """The named speaker's words first, the record before what others print of it, the surer before the less sure."""
        ordered = sorted(
            self._agreed(found),
            key=lambda m: (
                not self._named(m),
                m.verdict != "verbatim",
                m.kind != "turn",
                m.kind == "indirect",
                "quoted" in m.flags,
                -m.confidence,
                m.published or "9999",
                m.start_char,
            ),
        )
        return collapsed(self._conn, ordered)


def _other_insertion(quote: Sequence[Sequence[Token]], window: Sequence[Place]) -> bool:
    """Whether both sides have [bracketed] words of which neither stands on the other side: "[1379]" for "[1378]"."""
    ours = {token.form for part in quote for token in part if token.group}
    theirs = {place.token.form for place in window if place.token.group}
    return bool(ours - {place.token.form for place in window}) and bool(
        theirs - {token.form for part in quote for token in part}
    )


def _overall(found: Sequence[Match]) -> VerdictName:
    """The best that any place says: what the named speaker said before what is surely another's."""
    there = {match.verdict for match in found}
    order: tuple[VerdictName, ...] = ("verbatim", "altered", "other-speaker", "other-wording")
    return next((verdict for verdict in order if verdict in there), "not-found")


def _flags(found: Sequence[Match], verdict: VerdictName) -> tuple[str, ...]:
    """The flags of the best match, and what holds of all that have the verdict."""
    if verdict == "not-found":
        return ()
    flags = [*found[0].flags]
    telling = [match for match in found if match.verdict == verdict]
    if verdict == "verbatim" and any(match.verdict == "altered" for match in found):
        flags.append("transcript-differs")
    if all(match.kind != "turn" for match in telling):
        flags.append("article-only")
    if all(match.kind == "indirect" for match in telling):
        flags.append("reported-only")
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
