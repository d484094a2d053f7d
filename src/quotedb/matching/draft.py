"""A whole draft against the record: every quotation in it, with the speaker that the draft names.

The draft is parsed like any document. A quotation that its attribution splits (`"A," he said, "B."`) is checked as one,
and in its pieces where it does not stand as one. Words in quotation marks that are nobody's words are checked as well,
and told apart. What the draft itself or a version of it says is no evidence for it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from quotedb import parsing
from quotedb.database import Openable, choose, open_to_read
from quotedb.matching.asked import Asked, Span, asked_by
from quotedb.matching.coverage import coverage_of
from quotedb.matching.places import ACCUSE_FROM
from quotedb.matching.quote import word_count
from quotedb.matching.restated import restated
from quotedb.matching.verification import ALONE, RANK, look_up
from quotedb.matching.versions import same_text_or_place, versions
from quotedb.models import Analysis, Document, DraftQuote, DraftReport, DraftRole

#: One or two words in marks say little: a name for a thing, a tone of voice.
SHORT = 2
_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


def check_draft(db: Openable, draft: Document) -> DraftReport:
    """Hold every quotation of `draft` against the record, with the speaker that the draft names.

    Raises `UnusableDatabase` where the database cannot be read.
    """
    database = open_to_read(db)
    try:
        return _report(database, draft)
    finally:
        if isinstance(db, str | Path):
            database.conn.close()


def _report(database: Database, draft: Document) -> DraftReport:
    conn: sqlite3.Connection = database.conn
    analysis = parsing.analyse(draft)
    said = [(utterance.start_char, utterance.end_char) for utterance in analysis.utterances]
    left_out = same_text_or_place(conn, draft)
    check = _Check(database, draft.text, {document.document_id for document in left_out})
    asked = _asked(draft, analysis)
    answers = [answer for one in asked for answer in check.answers(one)]
    # an earlier copy of the draft shows itself by having the same quotations; then everything is looked up without it
    copies = versions(conn, draft.text, said, check.documents(answers))
    if copies:
        left_out += copies
        check = _Check(database, draft.text, {document.document_id for document in left_out})
        answers = [answer for one in asked for answer in check.answers(one)]
    answers = _restated(conn, draft, answers, check.without)
    return DraftReport(
        draft=draft,
        quotes=tuple(replace(answer, number=number) for number, answer in enumerate(answers, 1)),
        left_out=tuple(left_out),
        indirect=len({u.passage for u in analysis.utterances if u.kind == "indirect"}),
        unknown=tuple(dict.fromkeys(a.speaker for a in answers if a.speaker and a.speaker_known is False)),
        problems=analysis.problems,
        coverage=coverage_of(conn, None, check.without),
    )


def _restated(
    conn: sqlite3.Connection, draft: Document, answers: Sequence[DraftQuote], without: Collection[int]
) -> list[DraftQuote]:
    """The answers, with other wordings of what the named speaker said where nothing nearer was found."""
    told = list(answers)
    by_speaker: dict[str, list[int]] = {}
    for place, answer in enumerate(answers):
        if answer.speaker and answer.speaker_known:
            by_speaker.setdefault(answer.speaker, []).append(place)
    for speaker, places in by_speaker.items():
        if any(answers[place].verdict == "not-found" for place in places):
            found = restated(conn, draft, [answers[place] for place in places], choose(conn, speaker), without)
            for number, other in found.items():
                told[places[number]] = replace(
                    told[places[number]], verdict=other.verdict, flags=other.flags, answer=other
                )
    return told


def _asked(draft: Document, analysis: Analysis) -> list[Asked]:
    """Everything of a draft that is looked for, in the order of its text."""
    asked = asked_by(analysis)
    asked += [Asked((span,), None, None, (), 0.0) for span in parsing.unsaid_marks(draft, analysis.utterances)]
    return sorted(asked, key=lambda one: one.spans)


class _Check:
    """Looks up what a draft quotes, without the documents that are no evidence for it."""

    def __init__(self, database: Database, text: str, without: Collection[int]) -> None:
        self._db, self._text = database, text
        self.without = without
        self._known: dict[str, bool] = {}

    def answers(self, asked: Asked) -> Iterator[DraftQuote]:
        """The answer for a quotation; one for each of its pieces where these are nearer to the record than the whole."""
        whole = self._answer(asked)
        pieces = [replace(asked, spans=(span,)) for span in self._pieces(asked)]
        if whole.verdict == "verbatim" or len(pieces) < 2:
            yield whole
            return
        gaps = self._answer(asked, " … ") if len(asked.spans) > 1 else whole
        if gaps.verdict == "verbatim":
            yield replace(gaps, flags=(*gaps.flags, "words-between"))
            return
        alone = [self._answer(piece) for piece in pieces]
        if min(map(_rank, alone)) < _rank(whole):
            yield from alone
        else:
            yield whole

    def documents(self, answers: Sequence[DraftQuote]) -> list[int]:
        """The documents in which answers were found, most often met first."""
        conn: sqlite3.Connection = self._db.conn
        met: dict[int, int] = {}
        for uid in (match.uid for answer in answers for match in answer.answer.matches):
            row = conn.execute("SELECT document_id FROM utterances WHERE uid = ?", [uid]).fetchone()
            met[row[0]] = met.get(row[0], 0) + 1
        return sorted(met, key=lambda row: -met[row])

    def _pieces(self, asked: Asked) -> list[Span]:
        """The parts that can stand alone: paragraphs of a turn, pieces of a split quotation; [] where one is too short."""
        found: list[Span] = []
        for start, end in asked.spans:
            lines = [(m.start() + start, m.end() + start) for m in _PARAGRAPH.finditer(self._text[start:end])]
            found += lines if asked.kind == "turn" else [(start, end)]
        long = all(word_count(self._text[start:end]) >= ALONE for start, end in found)
        return found if long or asked.kind == "turn" else []

    def _answer(self, asked: Asked, joint: str = " ") -> DraftQuote:
        quote = joint.join(self._text[start:end] for start, end in asked.spans)
        answers = [look_up(self._db, quote, name, without=self.without) for name in asked.speakers or (None,)]
        answer = min(answers, key=lambda verdict: RANK.index(verdict.verdict))
        name = asked.speakers[answers.index(answer)] if asked.speakers else None
        flags = answer.flags
        if answer.verdict == "other-speaker" and asked.confidence < ACCUSE_FROM:
            # it is the reading of the draft that may be wrong here, not the draft
            answer = look_up(self._db, quote, without=self.without)
            flags = tuple(dict.fromkeys((*answer.flags, "speaker-uncertain")))
        count = word_count(quote)
        role: DraftRole = "mark" if asked.kind is None else "quote" if count > SHORT else "short"
        return DraftQuote(
            number=0,
            role=role,
            spans=asked.spans,
            kind=asked.kind,
            label=asked.label,
            speaker=name,
            speaker_known=None if name is None else self._knows(name),
            confidence=asked.confidence,
            verdict=answer.verdict,
            flags=flags,
            answer=answer,
        )

    def _knows(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = bool(choose(self._db.conn, name).ids)
        return self._known[name]


def _rank(answer: DraftQuote) -> int:
    return RANK.index(answer.verdict)
