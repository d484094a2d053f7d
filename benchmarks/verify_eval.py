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
from itertools import islice
from pathlib import Path

import quotedb
from quotedb.matching.alignment import align
from quotedb.models import Verdict
from quotedb.parsing import words
from record import edits, utterances
from record.utterances import Pair, Said
from speed import timing

SEED = 5
FLAGS = {"a number changed": "number-changed", "a negation more or less": "negation-changed"}
STRANGERS = "in another's mouth"
#: What the quality gate holds.
FIGURES = (
    "verify, edits: passage first",
    "verify, edits: verdict",
    "verify, edits: number or negation flagged",
    "verify, another's words: other-speaker",
    "verify, nobody's words: not-found",
    "verify, translations: passage first",
    "verify, translations: found",
)
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
    said_by: str  #: who is named, where somebody is to be named
    right: tuple[str, ...]  #: verdicts, or flags
    accused: bool = False  #: always name the speaker: these are somebody else's words


def in_half(text: str, *, held_back: bool) -> bool:
    """Whether a sentence belongs to this half."""
    return (zlib.crc32(text.encode()) & 1 == 1) == held_back


def questions(folder: Path, many: int, *, held_back: bool, most: int | None = None) -> Iterator[Question]:
    """All questions, kind by kind; `most`: for the smaller record of so many utterances."""
    kept, held = utterances.utterances(folder, most)
    kept = [said for said in kept if in_half(said.text, held_back=held_back)]
    held = [said for said in held if in_half(said.text, held_back=held_back)]
    pairs = [p for p in utterances.translations(folder, most and most // 6) if in_half(p.first, held_back=held_back)]
    rng = random.Random(SEED)
    for kind, (edit, right) in edits.KINDS.items():
        yield from _edited(kind, edit, right, kept, many, rng)
    yield from _strangers(kept, many, rng)
    yield from unrelated(held, many, rng)
    yield from _translated(pairs, many, rng)


def _edited(
    kind: str, edit: edits.Edit, right: tuple[str, ...], said: list[Said], many: int, rng: random.Random
) -> Iterator[Question]:
    made = 0
    for one in rng.sample(said, len(said)):
        quote = edits.cut(one.text, rng, LEAST, MOST)
        changed = edit(quote, rng) if quote else None
        if changed is None or made == many:
            continue
        made += 1
        yield Question(kind, changed, one.text, one.speaker, right)


def _strangers(said: list[Said], many: int, rng: random.Random) -> Iterator[Question]:
    """The words of one in the mouth of another who is in the record."""
    voices = sorted({one.speaker for one in said})
    cuts = ((one, edits.cut(one.text, rng, LEAST, MOST)) for one in rng.sample(said, len(said)))
    for one, quote in [(one, quote) for one, quote in islice(cuts, 4 * many) if quote][:many]:
        other = rng.choice([voice for voice in voices if voice != one.speaker])
        yield Question(STRANGERS, quote, one.text, other, ("other-speaker",), accused=True)


def unrelated(held: list[Said], many: int, rng: random.Random) -> Iterator[Question]:
    """What nobody said in the record."""
    cuts = ((one, edits.cut(one.text, rng, LEAST, MOST)) for one in rng.sample(held, len(held)))
    for one, quote in [(one, quote) for one, quote in cuts if quote][:many]:
        yield Question("unrelated", quote, "", one.speaker, ("not-found",))


def _translated(pairs: list[Pair], many: int, rng: random.Random) -> Iterator[Question]:
    long = [pair for pair in pairs if len(words(pair.second)) >= LEAST]
    for rendering, known in (("unknown", ""), ("translated", ", said to be one")):
        right = ("other-wording", "only-translation") if known else ("other-wording",)
        of = [pair for pair in long if pair.rendering == rendering]
        for least, most, name in ((1, 10_000, "whole"), (10, 22, "a cut")):
            for pair in rng.sample(of, min(many, len(of))):
                quote = pair.second if name == "whole" else edits.cut(pair.second, rng, least, most)
                if quote:
                    # where both translators chose the same words, it is no other wording
                    verdicts = ("verbatim",) if _stands_in(_forms(quote), _forms(pair.first)) else right
                    kind = f"translation, {name}{known}"
                    yield Question(kind, quote, pair.first, utterances.speaker_of(pair), verdicts)


def _forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def _stands_in(some: list[str], all_of_it: list[str]) -> bool:
    """Whether words stand in a text, in order and without a gap."""
    return f" {' '.join(some)} " in f" {' '.join(all_of_it)} "


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its answer."""

    asked: Question
    verdict: Verdict

    @property
    def first(self) -> bool:
        """Whether the passage that the quote was made from, or one with the very same words, comes first."""
        found = self.verdict.matches
        if self.verdict.verdict in ("verbatim", "other-speaker") and self.asked.kind == "4 to 6 words":
            # a few words stand in many places: all are exact, and any of them is right
            return any(match.context == self.asked.passage for match in found) or self.verdict.capped
        return bool(found) and found[0].context == self.asked.passage

    @property
    def same_words(self) -> bool:
        """Whether what comes first is the right passage, or words that stand in it as well, and it has no more of the quote.

        Books tell one thing twice, and of two places with the same words neither is the wrong one.
        """
        found = self.verdict.matches
        if self.first or not found or not self.asked.passage:
            return self.first
        quote, shown, right = (_forms(text) for text in (self.asked.quote, found[0].text, self.asked.passage))
        there, best = align(quote, shown), align(quote, right)
        return _stands_in(shown, right) and bool(there and best) and there.matched >= best.matched

    @property
    def right(self) -> bool:
        """Whether the verdict is one of those that are right, or has a flag that makes it so."""
        return bool({self.verdict.verdict, *self.verdict.flags} & set(self.asked.right))


def ask(conn: sqlite3.Connection, asked: Question, *, named: bool) -> Outcome:
    """The answer to a question, with the speaker named or not."""
    return Outcome(asked, quotedb.verify(conn, asked.quote, asked.said_by if named or asked.accused else None))


def share(hits: int, of: int) -> str:
    """A share in percent."""
    return f"{100 * hits / of:.1f} %" if of else "-"


def table(outcomes: list[Outcome]) -> None:
    """Print a line a kind: passage first, verdict right (of all, of those found), and what it was called."""
    timing.line("", "n", "passage first", "or its words", "verdict right", "of those found", "flagged", "verdicts")
    for kind in dict.fromkeys(outcome.asked.kind for outcome in outcomes):
        of = [outcome for outcome in outcomes if outcome.asked.kind == kind]
        flag = FLAGS.get(kind)
        names = Counter(outcome.verdict.verdict for outcome in of)
        timing.line(
            kind,
            str(len(of)),
            share(sum(o.first for o in of), len(of)) if of[0].asked.passage else "-",
            share(sum(o.same_words for o in of), len(of)) if of[0].asked.passage else "-",
            share(sum(o.right for o in of), len(of)),
            share(sum(o.right for o in of), len(of) - names["not-found"]) if of[0].asked.passage else "-",
            share(sum(flag in o.verdict.flags for o in of), len(of)) if flag else "-",
            "   " + ", ".join(f"{name} {count}" for name, count in names.most_common()),
        )


def figures(folder: Path, most: int, many: int) -> dict[str, float]:
    """The figures for the quality gate, in percent, on a smaller record and the half that may be looked at."""
    conn = sqlite3.connect(f"file:{utterances.database(folder, most)}?mode=ro", uri=True)
    asked = questions(folder, many, held_back=False, most=most)
    outcomes = [ask(conn, question, named=False) for question in asked]
    conn.close()
    edited = [o for o in outcomes if o.asked.kind in edits.KINDS]
    flagged = [o for o in outcomes if o.asked.kind in FLAGS]
    other = {kind: [o for o in outcomes if o.asked.kind.startswith(kind)] for kind in (STRANGERS, "unrelated", "trans")}
    hits = (
        [o.first for o in edited],
        [o.right for o in edited],
        [FLAGS[o.asked.kind] in o.verdict.flags for o in flagged],
        [o.right for o in other[STRANGERS]],
        [o.right for o in other["unrelated"]],
        [o.first for o in other["trans"]],
        [o.verdict.verdict != "not-found" for o in other["trans"]],
    )
    return {name: 100 * sum(of) / len(of) for name, of in zip(FIGURES, hits, strict=True)}


def main() -> int:
    """Read the options, ask, print."""
    parser = argparse.ArgumentParser(description="Measure how often verification is right.")
    parser.add_argument("folder", type=Path, metavar="EVAL_DIR/verify")
    parser.add_argument("--held-back", action="store_true", help="the half that nobody looks at while making rules")
    parser.add_argument("--many", type=int, default=MANY, help="questions of each kind")
    parser.add_argument("--named", action="store_true", help="name the speaker in every question")
    options = parser.parse_args()
    path = utterances.database(options.folder)
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    asked = list(questions(options.folder, options.many, held_back=options.held_back))
    timing.heading(f"Verifying against {path.name}, {'the speaker named' if options.named else 'nobody named'}")
    table([ask(conn, question, named=options.named) for question in asked])
    return 0


if __name__ == "__main__":
    sys.exit(main())
