"""How often verification is right: nine kinds of edit, translations, strangers' words, and what nobody said.

    python benchmarks/verify_eval.py EVAL_DIR/verify               the half that rules and weights were made on
    python benchmarks/verify_eval.py EVAL_DIR/verify --held-back   the other half

Each sentence belongs to one of the halves by its words, whatever is done to it, so that nothing that was looked at
while the rules were made counts in the end. The record holds both halves: 100,000 utterances less those that are held
back as what nobody said, and one translation of each pair.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import quotedb
import timing
import verify_edits
import verify_record
from quotedb.models import Verdict
from quotedb.parsing import words
from verify_record import Pair, Said

SEED = 5
#: Questions of each kind.
MANY = 300
#: A quotation is a sentence or two.
LEAST, MOST = 12, 40


@dataclass(frozen=True, slots=True)
class Question:
    """A quote with what is right to say of it."""

    kind: str
    quote: str
    passage: str  #: the utterance it was made from; empty: none
    said_by: str
    right: tuple[str, ...]  #: verdicts


def in_half(text: str, *, held_back: bool) -> bool:
    """Whether a sentence belongs to this half."""
    return (zlib.crc32(text.encode()) & 1 == 1) == held_back


def questions(folder: Path, many: int, *, held_back: bool) -> Iterator[Question]:
    """All questions, kind by kind."""
    kept, held = verify_record.utterances(folder)
    kept = [said for said in kept if in_half(said.text, held_back=held_back)]
    held = [said for said in held if in_half(said.text, held_back=held_back)]
    pairs = [p for p in verify_record.translations(folder) if in_half(p.first, held_back=held_back)]
    rng = random.Random(SEED)
    for kind, (edit, right) in verify_edits.KINDS.items():
        yield from _edited(kind, edit, right, kept, many, rng)
    yield from _unrelated(held, many, rng)
    yield from _translated(pairs, many, rng)


def _edited(
    kind: str, edit: verify_edits.Edit, right: tuple[str, ...], said: list[Said], many: int, rng: random.Random
) -> Iterator[Question]:
    made = 0
    for one in rng.sample(said, len(said)):
        quote = verify_edits.cut(one.text, rng, LEAST, MOST)
        changed = edit(quote, rng) if quote else None
        if changed is None or made == many:
            continue
        made += 1
        yield Question(kind, changed, one.text, one.speaker, right)


def _unrelated(held: list[Said], many: int, rng: random.Random) -> Iterator[Question]:
    cuts = ((one, verify_edits.cut(one.text, rng, LEAST, MOST)) for one in rng.sample(held, len(held)))
    for one, quote in [(one, quote) for one, quote in cuts if quote][:many]:
        yield Question("unrelated", quote, "", one.speaker, ("not-found",))


def _translated(pairs: list[Pair], many: int, rng: random.Random) -> Iterator[Question]:
    long = [pair for pair in pairs if len(words(pair.second)) >= LEAST]
    for pair in rng.sample(long, min(many, len(long))):
        said_by = verify_record.speaker_of(pair)
        yield Question("translation, whole", pair.second, pair.first, said_by, ("other-wording",))
    for pair in rng.sample(long, min(many, len(long))):
        quote = verify_edits.cut(pair.second, rng, 10, 22)
        if quote:
            said_by = verify_record.speaker_of(pair)
            yield Question("translation, a cut", quote, pair.first, said_by, ("other-wording",))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer."""

    asked: Question
    verdict: Verdict

    @property
    def first(self) -> bool:
        """Whether the passage that the quote was made from, or one with the very same words, comes first."""
        return bool(self.verdict.matches) and self.verdict.matches[0].context == self.asked.passage


def ask(conn: sqlite3.Connection, asked: Question, *, named: bool) -> Outcome:
    """The answer to a question, with the speaker named or not."""
    return Outcome(asked, quotedb.verify(conn, asked.quote, asked.said_by if named else None))


def share(hits: int, of: int) -> str:
    """A share in percent."""
    return f"{100 * hits / of:.1f} %" if of else "-"


def table(outcomes: list[Outcome]) -> None:
    """Print a line a kind: passage first, verdict right, and what it was called."""
    timing.line("", "n", "passage first", "verdict right", "flagged", "verdicts")
    for kind in dict.fromkeys(outcome.asked.kind for outcome in outcomes):
        of = [outcome for outcome in outcomes if outcome.asked.kind == kind]
        flag = {"a number changed": "number-changed", "a negation more or less": "negation-changed"}.get(kind)
        # a changed word at the edge of a cut may leave the quote verbatim; words that stand there are not flagged
        names = Counter(outcome.verdict.verdict for outcome in of)
        timing.line(
            kind,
            str(len(of)),
            share(sum(o.first for o in of), len(of)) if of[0].asked.passage else "-",
            share(sum(o.verdict.verdict in o.asked.right for o in of), len(of)),
            share(sum(flag in o.verdict.flags for o in of), len(of)) if flag else "-",
            ", ".join(f"{name} {count}" for name, count in names.most_common()),
        )


def main() -> int:
    """Read the options, ask, print."""
    parser = argparse.ArgumentParser(description="Measure how often verification is right.")
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR/verify")
    parser.add_argument("--held-back", action="store_true", help="the half that nobody looks at while making rules")
    parser.add_argument("--many", type=int, default=MANY, help="questions of each kind")
    parser.add_argument("--named", action="store_true", help="name the speaker in every question")
    options = parser.parse_args()
    path = verify_record.database(options.folder)
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    asked = list(questions(options.folder, options.many, held_back=options.held_back))
    timing.heading(f"Verifying against {path.name}, {'the speaker named' if options.named else 'nobody named'}")
    table([ask(conn, question, named=options.named) for question in asked])
    return 0


if __name__ == "__main__":
    sys.exit(main())
