"""The statements of a draft beside all that their speakers said: other wordings that only the occasion gives away.

One quote alone must be much alike to be another wording of something. A draft has more to go by: when several of its
quotations surely are what a speaker said on one occasion, the others are compared with that occasion's words by the
rules of linking, and a few words in marks with the sentences around them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quotedb.database import Chosen, Link, documents_with, names_of, said_by, said_much, surroundings
from quotedb.matching.candidates import MOST_NEAR
from quotedb.matching.comparison import compare
from quotedb.matching.explaining import explanation
from quotedb.matching.linking import keys_around, links_among
from quotedb.matching.passages import Place, passages_of
from quotedb.matching.places import attribution, match
from quotedb.matching.quote import parts, tokens
from quotedb.matching.rarity import Rarity
from quotedb.matching.statements import Statement, Weights, statement
from quotedb.matching.variants import word_diff
from quotedb.matching.warnings import warnings
from quotedb.models import TRANSLATED, Document, DraftQuote, Match, Verdict

#: Statements of a draft are numbered from here: behind every row of a database.
FROM = 2**60
#: The part of a quotation that must have the other wording.
LEAST = 0.5
#: Of somebody who said more than this, only so many documents are looked at: those that hold the rare words.
MOST_SAID, MOST_DOCUMENTS = 1_000, 20


def restated(
    conn: sqlite3.Connection, draft: Document, quotes: Sequence[DraftQuote], chosen: Chosen, without: Collection[int]
) -> dict[int, Verdict]:
    """Answers for those of one speaker's `quotes` that were not found and are what they said in other words.

    `quotes`: all that the draft gives to that speaker, those that were found too: they tell the occasion. By the place
    in `quotes`.
    """
    weights = Weights(conn)
    names = [name for speaker in chosen.ids for name in names_of(conn, speaker)]
    documents = _likely_documents(conn, quotes, chosen) if said_much(conn, chosen.ids, MOST_SAID) else None
    said = [
        replace(one, new=False)
        for speaker in chosen.ids
        for one in (statement(*row) for row in said_by(conn, speaker, documents))
        if one.document_id not in without
    ]
    drafted: dict[int, tuple[int, Statement]] = {}
    for number, found in enumerate(quotes):
        for start, end in found.spans:
            row = FROM + len(drafted)
            day = draft.spoken or draft.published
            kind = found.kind or "mixed"
            drafted[row] = (number, statement(row, 0, start, kind, day, draft.text[start:end], True))

    def around(one: Statement) -> list[str]:
        if one.id in drafted:
            return keys_around(draft.text, one.start_char, one.start_char + len(one.text), names)
        return keys_around(*surroundings(conn, one.id), names)

    best: dict[int, Link] = {}
    for link in links_among([*said, *(one for _, one in drafted.values())], weights, around):
        if link.other_id in drafted and link.utterance_id not in drafted:
            number = drafted[link.other_id][0]
            size = sum(end - start for start, end in quotes[number].spans)
            if link.other_span[1] - link.other_span[0] < LEAST * size:
                continue  # one sentence of a long turn is not the turn
            if quotes[number].verdict == "not-found" and (number not in best or link.score > best[number].score):
                best[number] = link
    answers: dict[int, Verdict] = {}
    for number, link in best.items():
        place = _match(conn, draft, link, chosen, without)
        if place is not None:
            old = quotes[number].answer
            told = explanation("other-wording", place.flags, (place,), old.coverage)
            answers[number] = replace(
                old, verdict="other-wording", flags=place.flags, matches=(place,), explanation=told
            )
    return answers


def _likely_documents(conn: sqlite3.Connection, quotes: Sequence[DraftQuote], chosen: Chosen) -> list[int]:
    """The documents in which the speaker says most of the rare words of these quotes."""
    votes: Counter[int] = Counter()
    for found in quotes:
        rows = Rarity(conn, tokens(found.answer.quote)).best(MOST_NEAR, MOST_NEAR)
        votes.update(documents_with(conn, chosen.ids, rows))
    return [document for document, _ in votes.most_common(MOST_DOCUMENTS)]


def _match(
    conn: sqlite3.Connection, draft: Document, link: Link, chosen: Chosen, without: Collection[int]
) -> Match | None:
    """What the record has, with what differs, and the flags that a difference deserves."""
    for passage in passages_of(conn, [link.utterance_id], without):
        window = list(_window(passage.words(), [p.row["start_char"] for p in passage.pieces], link.span))
        if not window:
            continue
        said = attribution(passage, chosen)
        if said.who == "other":
            continue
        ours = draft.text[slice(*link.other_span)]
        flags: list[str] = []
        comparison = compare(parts(ours), passage, window, {})
        if comparison is not None:
            # two wordings name things as they please; a number or a "not" should be in both
            flags += [flag for flag in warnings(comparison, ours) if flag == "number-changed"]
        flags += ["speaker-uncertain"] if said.uncertain else []
        flags += ["only-translation"] if passage.pieces[0].row["rendering"] in TRANSLATED else []
        found = match(conn, passage, window, said, "other-wording", tuple(flags))
        return replace(found, diff=word_diff(ours, found.text))
    return None


def _window(words_there: Sequence[Place], begins: Sequence[int], span: tuple[int, int]) -> Iterator[Place]:
    """The words of a passage that stand in these characters of its document."""
    for place in words_there:
        start = begins[place.piece] + place.token.start
        if span[0] <= start < span[1]:
            yield place
