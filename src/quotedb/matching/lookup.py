"""One quote on its way through the record: exact places, places in another spelling, and passages alike, each as a match."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quotedb.matching.across import Part, across, may_go_on
from quotedb.matching.candidates import holding, near
from quotedb.matching.comparison import Comparison, compare
from quotedb.matching.occasion import Known, on_date, stands_around
from quotedb.matching.passages import Passage, Place, passages_of
from quotedb.matching.places import Attribution, attribution, cited, difference, match, printed
from quotedb.matching.quote import Token, find_all, locator
from quotedb.matching.rarity import Rarity
from quotedb.matching.spelling import find_respelled
from quotedb.matching.variants import word_diff
from quotedb.matching.verdict import SHORT, Finding, judge, rank
from quotedb.matching.warnings import warnings
from quotedb.matching.wire import collapsed
from quotedb.models import TRANSLATED, Match, VerdictName
from quotedb.parsing import lexicon_of

#: All exact places are returned, up to so many; the answer says so where there are more.
MOST_PLACES = 100
#: Utterances that are looked through for one of a replaced text.
MOST_EARLIER = 200
#: Utterances are read in bundles of so many, so that an answer that is full costs no more reading.
BUNDLE = 25
#: Shorter quotes that stand somewhere in one piece are not looked for across the pieces of passages as well.
PARTED = 6
#: Passages with other words: so many are shown where the quote stands in them in some way, and where it does not.
SHOW_ALIKE, SHOW_NEAREST = 5, 3
#: Pairs of words that are compared for one answer: a quote of 2,000 words is held against fewer passages.
MOST_WORK = 400_000
#: The flag of words that are spelled otherwise, and are no other words; and of words that stand in several passages.
SPELLING, ACROSS = "spelling-only", "across-passages"
#: Passages beside whose neighbours a quote is set that stands in none of them whole.
MOST_ACROSS = 3


class Search:
    """One quote on its way through the record."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        quote: str,
        wanted: list[list[Token]],
        known: Known,
        without: Collection[int],
    ) -> None:
        self._conn, self._quote, self._wanted, self._known, self._without = conn, quote, wanted, known, without
        self._chosen = known.chosen
        self._words = sum(map(len, wanted))
        self._read: set[tuple[int, int]] = set()
        self._there: dict[tuple[int, int], list[Place]] = {}  #: the words of passages that were looked at
        self._open: set[tuple[str, int]] = set()  #: places that give, or may give, the words to the person asked about
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
        compared = [comparison for comparison in self.alike(passages) if comparison]
        judged = self._judged(compared)
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
        told = self._across(compared) if not spelled else []
        told = told or [found for found in judged if found.verdict != "not-found"]
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

    def earlier(self) -> Match | None:
        """A place where the quote stands word for word in a text that a newer one of the same source has replaced."""
        if not self._conn.execute("SELECT EXISTS (SELECT 1 FROM documents WHERE replaced_by IS NOT NULL)").fetchone()[
            0
        ]:
            return None
        candidates = holding(self._conn, self._rarity, self._wanted, self._chosen)
        for passage in passages_of(self._conn, candidates.numbers[:MOST_EARLIER], self._without, earlier=True):
            for found in self._places(passage):
                return found
        return None

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
            if said.relayed or said.perhaps:
                self._open.add((found.uid, found.start_char))
            yield found

    def alike(self, passages: Sequence[Passage] | None = None) -> list[Comparison | None]:
        """The passages that hold most of the quote's rare words, each beside the quote."""
        found: list[Comparison | None] = []
        work = 0
        for passage in near(self._conn, self._rarity, self._without) if passages is None else passages:
            words = self._words_near(passage)
            if found and work + self._words * len(words) > MOST_WORK:
                break
            work += self._words * len(words)
            found.append(compare(self._wanted, passage, words, self._rarity.weights))
        return found

    def _words_near(self, passage: Passage) -> list[Place]:
        """The words of a passage, or of a long one those round the rarest words of the quote."""
        known = self._there.get((passage.document_id, passage.number))
        if known is None:
            rare = sorted(self._rarity.rows, key=lambda form: self._rarity.rows[form].count)[:12]
            known = self._there[passage.document_id, passage.number] = passage.words_near(rare, 12 * self._words + 200)
        return known

    def _judged(self, comparisons: Sequence[Comparison]) -> list[Match]:
        said = {id(c): attribution(c.passage, self._chosen, c.window) for c in comparisons}
        tied = [self._tied(c, said[id(c)]) for c in comparisons]
        findings = judge(comparisons, tied=tied, most=2 * SHOW_ALIKE)
        return self._best_first([self._told(finding, said[id(finding.comparison)]) for finding in findings])

    def _best_first(self, found: Sequence[Match]) -> list[Match]:
        """The named speaker's words first, then by verdict, then those of the day that was named, else as they come."""
        order = {"altered": 0, "other-speaker": 1, "other-wording": 2}
        ordered = sorted(
            found, key=lambda match: (not self._named(match), order.get(match.verdict, 3), not self._of_that_day(match))
        )
        return collapsed(self._conn, ordered)

    def _tied(self, comparison: Comparison, said: Attribution) -> bool:
        """Whether something but its words ties a passage to the quote: its speaker, its day, the sentence around."""
        return (
            said.who == "named"
            or bool(on_date(comparison.passage.date, self._known.date))
            or stands_around(self._conn, self._known.around, comparison.passage, comparison.window)
        )

    def _of_that_day(self, found: Match) -> bool:
        return bool(on_date(found.spoken or found.published, self._known.date))

    def _respelled(self, passages: Sequence[Passage]) -> Iterator[Match]:
        """The places where all words stand, in order, and some of them are spelled otherwise."""
        if len(self._wanted) != 1 or not passages:
            return
        wanted = self._wanted[0]
        lex = lexicon_of(f"{self._quote} {passages[0].pieces[0].text}")
        for passage in passages:
            words = self._words_near(passage)
            for first, after in find_respelled(self._quote, wanted, passage, words, lex):
                window = words[first:after]
                said = attribution(passage, self._chosen, window)
                verdict: VerdictName = "other-speaker" if said.who == "other" else "altered"
                diff = word_diff(self._quote, printed(passage, window))
                if any(op != "equal" for op, _, _ in diff):
                    yield match(self._conn, passage, window, said, verdict, (SPELLING, *said.flags), diff)

    def _across(self, compared: Sequence[Comparison]) -> list[Match]:
        """The parts of a quote that stands in several passages one after the other, each with what the others have."""
        if len(self._wanted) != 1 or self._words < SHORT:
            return []
        quote = self._wanted[0]
        for comparison in sorted(filter(may_go_on, compared), key=rank, reverse=True)[:MOST_ACROSS]:
            parts = across(self._conn, quote, comparison.passage, self._without)
            if parts:
                return [self._part(part, quote) for part in parts]
        return []

    def _part(self, part: Part, quote: Sequence[Token]) -> Match:
        said = attribution(part.passage, self._chosen, part.window)
        verdict: VerdictName = "other-speaker" if said.who == "other" else "altered"
        first, after = part.quote
        diff = (
            ("delete", cited(self._quote, quote[:first]), ""),
            ("equal", cited(self._quote, quote[first:after]), printed(part.passage, part.window)),
            ("delete", cited(self._quote, quote[after:]), ""),
        )
        shown = tuple(step for step in diff if step[1])
        return match(self._conn, part.passage, part.window, said, verdict, (ACROSS, *said.flags), shown)

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

        Nor is one that quotes the words without saying whose they are, where a sure one knows it; nor, of so many words that
        no two people say them alike, any that does not point at the person who was asked about.
        """
        sure = {match.speaker for match in found if match.verdict == "other-speaker"}

        def settled(match: Match) -> bool:
            unsure = match.verdict == "verbatim" and "speaker-uncertain" in match.flags and not self._named(match)
            told = match.speaker in sure or (bool(sure) and ("quoted" in match.flags or self._words >= SHORT))
            return unsure and told and (match.uid, match.start_char) not in self._open

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
                not self._of_that_day(m),
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
