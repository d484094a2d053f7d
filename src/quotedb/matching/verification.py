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
from quotedb.matching.candidates import holding, near
from quotedb.matching.comparison import Comparison, compare
from quotedb.matching.coverage import coverage_of
from quotedb.matching.explaining import explanation
from quotedb.matching.passages import Passage, passages_of
from quotedb.matching.places import Attribution, attribution, difference, match, printed
from quotedb.matching.quote import Token, find_all, locator, parts
from quotedb.matching.rarity import Rarity
from quotedb.matching.verdict import SHORT, Finding, judge
from quotedb.matching.warnings import warnings
from quotedb.models import Match, Verdict, VerdictName

#: A quote longer than this is a document: it is looked up by its parts.
MOST_WORDS = 2000
#: All exact places are returned, up to so many; the answer says so where there are more.
MOST_PLACES = 100
#: Utterances are read in bundles of so many, so that an answer that is full costs no more reading.
BUNDLE = 25
#: Passages with other words: so many are shown where the quote stands in them in some way, and where it does not.
SHOW_ALIKE, SHOW_NEAREST = 5, 3
#: Pairs of words that are compared for one answer: a quote of 2,000 words is held against fewer passages.
MOST_WORK = 400_000
TRANSLATED = ("interpreted", "translated")


def verify(db: Openable, quote: str, speaker: str | None = None, *, without: Collection[int] = ()) -> Verdict:
    """What the record holds of `quote`: all exact places, else the passages that hold it in other words, else the nearest.

    `speaker`: who is said to have said it; their words come first, and words that are surely somebody else's are
    `other-speaker`. `without`: the ids of documents that are no evidence here, such as the draft that the quote was
    taken from.

    Returns a `Verdict` whose `coverage` says what was looked at. Raises `UnusableDatabase` where the database cannot be
    read.
    """
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
        if more:
            note += f"; it stands in more than {MOST_PLACES} places, of which {MOST_PLACES} are given"
        verdict = _overall(found)
        flags = _flags(found, verdict)
        return replace(
            answer,
            verdict=verdict,
            flags=flags,
            matches=tuple(found),
            understood=note,
            capped=more,
            explanation=explanation(verdict, flags, found, answer.coverage),
        )
    finally:
        if database is not db and conn is not db:
            conn.close()


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
        self._locator = locator(wanted)
        self._rarity = Rarity(conn, [token for part in wanted for token in part])

    def answer(self) -> tuple[list[Match], bool]:
        """The matches, the best first, and whether there are more exact places."""
        exact, more = self.exact()
        if any(found.verdict == "verbatim" for found in exact):
            return self._sorted(exact), more
        alike = self.alike()
        again = [] if exact else [found for _, passage in alike for found in self._places(passage)]
        exact += again
        if any(found.verdict == "verbatim" for found in exact):
            return self._sorted(exact), more
        judged = self._judged([comparison for comparison, _ in alike if comparison])
        if exact:
            # the words are somebody else's; unless the person who was named said nearly the same, at some length
            long = sum(map(len, self._wanted)) >= SHORT
            own = [found for found in judged if long and found.verdict == "altered"]
            return own + self._sorted(exact), more
        told = [found for found in judged if found.verdict != "not-found"]
        return told[:SHOW_ALIKE] or judged[:SHOW_NEAREST], False

    def exact(self) -> tuple[list[Match], bool]:
        """The places where the quote stands word for word in one utterance, or in pieces that the index knows whole."""
        candidates = holding(self._conn, self._rarity, self._wanted, self._chosen)
        found: list[Match] = []
        for first in range(0, len(candidates.numbers), BUNDLE):
            for passage in passages_of(self._conn, candidates.numbers[first : first + BUNDLE], self._without):
                found += self._places(passage)
            if len(found) > MOST_PLACES:
                return found[:MOST_PLACES], True
        return found, candidates.more

    def _places(self, passage: Passage) -> Iterator[Match]:
        """Every place of a passage where all words stand, in order."""
        words = passage.words_at(self._locator)
        said: Attribution | None = None
        for first, after in find_all(self._wanted, [place.token for place in words]):
            said = said or attribution(passage, self._chosen)
            window = words[first:after]
            verdict: VerdictName = "other-speaker" if said.who == "other" else "verbatim"
            flags = ("speaker-uncertain",) if said.uncertain else ()
            text = printed(passage, window)
            yield match(self._conn, passage, window, said, verdict, flags, (("equal", text, text),))

    def alike(self) -> list[tuple[Comparison | None, Passage]]:
        """The passages that hold the quote's rare words, each beside the quote."""
        rare = sorted(self._rarity.rows, key=lambda form: self._rarity.rows[form].count)[:12]
        size = sum(map(len, self._wanted))
        found: list[tuple[Comparison | None, Passage]] = []
        work = 0
        for passage in near(self._conn, self._rarity, self._without):
            words = passage.words_near(rare, 12 * size + 200)
            if found and work + size * len(words) > MOST_WORK:
                break
            work += size * len(words)
            found.append((compare(self._wanted, passage, words, self._rarity.weights), passage))
        return found

    def _judged(self, comparisons: Sequence[Comparison]) -> list[Match]:
        said = {id(c): attribution(c.passage, self._chosen) for c in comparisons}
        tied = [said[id(c)].who == "named" for c in comparisons]
        findings = judge(comparisons, tied=tied)
        matches = [self._told(finding, said[id(finding.comparison)]) for finding in findings[: 2 * SHOW_ALIKE]]
        order = {"altered": 0, "other-speaker": 1, "other-wording": 2}
        return sorted(matches, key=lambda found: (not self._named(found), order.get(found.verdict, 3)))

    def _told(self, finding: Finding, said: Attribution) -> Match:
        comparison = finding.comparison
        verdict = finding.verdict
        if said.who == "other" and verdict != "not-found":
            # nearly their words is an accusation; another wording may be another person's own thought
            verdict = "other-speaker" if verdict == "altered" else "not-found"
        flags: list[str] = []
        if verdict != "not-found":
            found = warnings(comparison, self._quote)
            # two translations name things as they please; a number or a "not" should be in both
            flags += found if finding.verdict == "altered" else [flag for flag in found if flag != "name-changed"]
            flags += ["speaker-uncertain"] if said.uncertain else []
            if verdict != "other-speaker" and comparison.passage.pieces[0].row["rendering"] in TRANSLATED:
                flags.append("only-translation")
        diff = difference(self._quote, comparison.passage, comparison.changes)
        return match(self._conn, comparison.passage, comparison.window, said, verdict, tuple(flags), diff)

    def _named(self, found: Match) -> bool:
        return self._chosen is not None and bool(set(self._chosen.names) & set((found.speaker or "").split("; ")))

    def _sorted(self, found: list[Match]) -> list[Match]:
        """The named speaker's words first, the record before what others print of it, the surer before the less sure."""
        return sorted(
            found,
            key=lambda m: (
                not self._named(m),
                m.verdict != "verbatim",
                m.kind != "turn",
                m.kind == "indirect",
                -m.confidence,
                m.published or "9999",
                m.start_char,
            ),
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
