"""Linking: which statements of one speaker are the same, over the whole database, and only what is new.

Speaker by speaker, what has not been compared yet is set beside all that they said: utterances of the same words are
found by their words, the others sentence by sentence through rare words. A batch of speakers is one transaction: what
is killed loses a batch, and the next run goes on there.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from quotedb.database import (
    Link,
    Openable,
    drop_broken,
    names_of,
    open_to_write,
    said_by,
    store_links,
    surroundings,
    waiting,
)
from quotedb.matching.likeness import SHORT as FRAGMENT
from quotedb.matching.likeness import TIES, Likeness, frames_agree, likeness, occasion, same, says_enough, strong
from quotedb.matching.nearby import Nearby
from quotedb.matching.statements import Statement, Weights, key, statement
from quotedb.models import Linked, Relation
from quotedb.parsing import sentences, words

#: A batch is committed when this many utterances have been read for it.
BATCH = 5_000
#: An utterance of the same words as many others is linked with the first few of them: they lead to the rest.
FIRST_FEW = 3
#: A speaker who says the same few words so often says a formula; so many words are none.
FORMULA, FORMULA_WORDS = 12, 8
#: Links of other kinds that one new utterance may bring.
MOST_LINKS = 12

#: Two sentences of which one has no more than so many times the words of the other are of one length.
ONE_LENGTH = 2

Progress = Callable[[int, int], None]
Around = Callable[[Statement], Sequence[str]]


def link(db: Openable, progress: Progress | None = None) -> Linked:
    """Compare what has come into a database since the last time, and write which utterances are one statement.

    `progress` is called with the number of speakers done, and how many there are. Raises `UnusableDatabase`.
    """
    database = open_to_write(db)
    conn: sqlite3.Connection = database.conn
    try:
        with conn:
            dropped = drop_broken(conn)
        compared = made = 0
        weights = Weights(conn)
        speakers = waiting(conn)
        batch: list[int] = []
        links: list[Link] = []
        size = 0
        for number, speaker in enumerate(speakers, 1):
            said = [statement(*row) for row in said_by(conn, speaker)]
            compared += sum(one.new for one in said)
            links += links_among(said, weights, partial(_around, conn, speaker))
            batch.append(speaker)
            size += len(said)
            if size >= BATCH or number == len(speakers):
                with conn:
                    store_links(conn, links, batch)
                made += len(links)
                batch, links, size = [], [], 0
                if progress:
                    progress(number, len(speakers))
        total = conn.execute("SELECT count(*) FROM variants").fetchone()[0]
        return Linked(compared=compared, made=made, dropped=dropped, total=total)
    finally:
        if database is not db and conn is not db:
            conn.close()


def links_among(said: Sequence[Statement], weights: Weights, around: Around) -> list[Link]:
    """The links of one speaker's new utterances; `around` gives the keys of the sentence that one stands in."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in said:
        groups[one.forms].append(one)
    firsts = [group[0] for group in groups.values() if group[0].forms and not _formula(group)]
    # the first of those with the same words stands for the others
    fresh = {group[0].id for group in groups.values() if all(one.new for one in group)}
    found = _best_of_each_text(likenesses(firsts, fresh, weights))
    tied = _tied(found, groups.values(), weights)
    links = [same for group in groups.values() for same in _same_text(group, tied, weights)]
    by_pair: dict[tuple[int, int], list[Likeness]] = defaultdict(list)
    for like in found:
        if _is_same(like, tied, weights, around):
            by_pair[like.one.id, like.other.id].append(like)
    joined = sorted((_joined(pair) for pair in by_pair.values()), key=lambda x: (-x.score, x.utterance_id, x.other_id))
    counts: Counter[int] = Counter()
    for made in joined:
        # a link counts for the utterance that came later: it is what brings it
        if counts[made.other_id] < MOST_LINKS:
            counts[made.other_id] += 1
            links.append(made)
    return links


def _same_text(group: Sequence[Statement], tied: set[tuple[int, int]], weights: Weights) -> Iterator[Link]:
    """Links between utterances of exactly the same words: each with the first few."""
    weight = sum(weights[k] for k in group[0].keys)
    for one, other in _pairs(group):
        if (one.new or other.new) and says_enough(len(one.forms), weight, occasion(one, other, tied)):
            yield Link(one.id, other.id, "same-text", 1.0, _characters(one), _characters(other))


def _pairs(group: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each utterance of the same words with the first few before it; turns of one meeting repeat themselves."""
    if _formula(group):
        return
    for place, other in enumerate(group):
        for one in group[: min(place, FIRST_FEW)]:
            if not (one.document_id == other.document_id and one.kind == other.kind == "turn"):
                yield one, other


def _formula(group: Sequence[Statement]) -> bool:
    return len(group) >= FORMULA and len(group[0].forms) < FORMULA_WORDS


def likenesses(said: Sequence[Statement], fresh: Iterable[int], weights: Weights) -> list[Likeness]:
    """All pairs of sentences that may be one statement, with at least one side that is new."""
    nearby = Nearby(said, weights)
    wanted = set(fresh)
    seen: set[tuple[int, int, int, int]] = set()
    found: list[Likeness] = []
    for one in said:
        if one.id not in wanted:
            continue
        for unit in range(len(one.units)):
            for other, other_unit in nearby.candidates(one, unit):
                name = min((one.id, unit, other.id, other_unit), (other.id, other_unit, one.id, unit))
                if name in seen:
                    continue
                seen.add(name)
                pair = (one, unit, other, other_unit) if one.id < other.id else (other, other_unit, one, unit)
                like = likeness(*pair, weights)
                if like is not None:
                    found.append(like)
    return found


def _tied(found: Iterable[Likeness], groups: Iterable[Sequence[Statement]], weights: Weights) -> set[tuple[int, int]]:
    """The pairs of documents that share several sentences for sure: they speak of one occasion."""
    shared: Counter[tuple[int, int]] = Counter()
    for pair in {(x.one.document_id, x.other.document_id, x.one.id, x.place) for x in found if strong(x)}:
        shared[pair[:2]] += 1
    for group in groups:
        if len(group) > 1 and says_enough(len(group[0].forms), sum(weights[k] for k in group[0].keys), "open"):
            shared.update((one.document_id, other.document_id) for one, other in _pairs(group))
    return {pair for pair, count in shared.items() if count + shared[pair[::-1]] >= TIES}


def _is_same(found: Likeness, tied: set[tuple[int, int]], weights: Weights, around: Around) -> bool:
    setting = occasion(found.one, found.other, tied)
    if same(found, setting):
        return True
    if found.verbatim or found.words >= FRAGMENT or setting != "tied" or "turn" in (found.one.kind, found.other.kind):
        return False
    return frames_agree(found, around(found.one), around(found.other), weights)


def _around(conn: sqlite3.Connection, speaker: int, said: Statement) -> list[str]:
    return keys_around(*surroundings(conn, said.id), names_of(conn, speaker))


def keys_around(text: str, start: int, end: int, names: Iterable[str]) -> list[str]:
    """The keys of the sentence that `text[start:end]` stands in, without its own and without those of its speaker's names.

    That two utterances are of one speaker is known: the name in both sentences says nothing more.
    """
    known = {key(word.form) for name in names for word in words(name)}
    for low, high in sentences(text):
        if low < end and start < high:
            keys = [key(word.form) for word in words(text[low:start]) + words(text[end:high])]
            return [one for one in keys if one not in known]
    return []


def _best_of_each_text(found: Sequence[Likeness]) -> list[Likeness]:
    """What is verbatim, and of the rest the best that a sentence has in the other's text, with what comes next there."""
    ranks: dict[tuple[int, int, int], dict[tuple[str, ...], float]] = defaultdict(dict)
    for x in found:
        for name, words_there in _sides(x):
            ranks[name][words_there] = max(x.rank, ranks[name].get(words_there, 0.0))
    best = []
    for x in found:
        # the same words elsewhere in that text are no rival
        rivals = [
            max((rank for forms, rank in ranks[name].items() if forms != words_there), default=0.0)
            for name, words_there in _sides(x)
        ]
        # of a long sentence several short quotations may be made; two of one length are each other's best, or nothing
        rival = max(rivals) if x.longer <= ONE_LENGTH * x.words else rivals[0]
        if x.verbatim or x.rank >= rival:
            best.append(replace(x, next_best=rival / max(x.rank, 0.001)))
    return best


Side = tuple[tuple[int, int, int], tuple[str, ...]]


def _sides(found: Likeness) -> tuple[Side, Side]:
    """Each sentence with the text that it is looked for in, and the words found there; the shorter sentence first."""
    one, other = found.one, found.other
    here: Side = (one.id, found.unit, other.document_id), other.forms[slice(*found.other_place)]
    there: Side = (other.id, found.other_unit, one.document_id), one.forms[slice(*found.place)]
    first, second = one.units[found.unit], other.units[found.other_unit]
    return (here, there) if first[1] - first[0] <= second[1] - second[0] else (there, here)


def _joined(pairs: Sequence[Likeness]) -> Link:
    """What two utterances have in common, sentence by sentence, as one link."""
    one, other = pairs[0].one, pairs[0].other
    size = sum(x.place[1] - x.place[0] for x in pairs)
    same_words = sum(x.place[1] - x.place[0] for x in pairs if x.verbatim)
    relation: Relation = "excerpt" if 2 * same_words > size else "other-wording"
    score = sum(x.score * (x.place[1] - x.place[0]) for x in pairs) / size
    spans = [
        (said.places[min(place[0] for place in places)][0], said.places[max(place[1] for place in places) - 1][1])
        for said, places in ((one, [x.place for x in pairs]), (other, [x.other_place for x in pairs]))
    ]
    (start, end), (other_start, other_end) = spans
    return Link(
        one.id,
        other.id,
        relation,
        round(score, 3),
        (one.start_char + start, one.start_char + end),
        (other.start_char + other_start, other.start_char + other_end),
    )


def _characters(said: Statement) -> tuple[int, int]:
    return said.start_char + said.places[0][0], said.start_char + said.places[-1][1]
