"""Documents as they should not be: our own, cut, with marks dropped, doubled, nested and shuffled; what must hold for all.

    python benchmarks/fuzz.py                    2,000 documents, some seconds
    python benchmarks/fuzz.py --count 100000     the full run, a quarter of an hour
    python benchmarks/fuzz.py --show 4711        one document of the run (the seed counts, too), and what was wrong with it

For every document parsing gives a result, no exception; every utterance is the document's own text at its offsets, in
the order of the text; who spoke and how sure that is are well-formed. Exit 1, with the numbers, where that fails. At the
end: words a CPU second, the documents that took longest for their length, and the time for one long document that is
ten of these beside the time for the ten.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

import quotedb
import samples
from printed import sheet
from quotedb.models import Form, Utterance
from speed import timing

SEED, COUNT = 20240515, 2_000
#: A document is a piece of ours, of so many characters.
SHORTEST, LONGEST = 40, 4_000
#: So much longer for its length than the middle one a document may take before it is shown as slow.
SLOW, SHOWN = 20, 5

OPENING, CLOSING = (
    ("“", "‘", "«", "„", "‹", "「", "``", ",,", "(", "[", '"', "'"),
    ("”", "’", "»", "›", "」", "''", ")", "]"),
)
OTHER = (
    ":",
    "—",
    "–",
    "-",
    ",",
    ".",
    "?",
    "!",
    "…",
    ";",
    "*",
    "**",
    "_",
    "#",
    ">",
    "|",
    "\t",
    "\n",
    "\n\n",
    " ",
    "&quot;",
)
#: What some writing systems and some programs put between letters.
ODD = (
    "\u200b", "\u00ad", "\u202e", "\u202c", "\u0301", "\u00a0", "\ufeff", "\x0b", "\u2028", "\U0001f44b", "：", "（", "）",
    "שלום", "مرحبا", "你好",
)  # fmt: skip
MARK = re.compile("|".join(sorted(map(re.escape, {*OPENING, *CLOSING, *OTHER}), key=len, reverse=True)))
FORMS: tuple[Form, ...] = ("auto", "auto", "article", "article", "transcript")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that did not hold, by its number in the run."""

    number: int
    what: str


def document(number: int, seed: int = SEED) -> tuple[str, Form]:
    """The fuzzed document of this number, and what it is to be read as; the same in every run with this seed."""
    rng = Random(f"{seed} {number}")
    whole = rng.choice(sources())
    length = rng.randint(SHORTEST, LONGEST)
    start = rng.randrange(max(1, len(whole) - length))  # most begin and end in mid-sentence
    text = whole[start : start + length]
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        text = rng.choice(CHANGES)(text, rng)
    return text, rng.choice(FORMS)


@cache
def sources() -> tuple[str, ...]:
    """Our sample documents, and our dialogues as plain text."""
    spoken = ("\n\n".join(f"{said.who.name}: {' '.join(said.paragraphs)}" for said in one.turns) for one in sheet.own())
    return (*(quotedb.read(path).text for path, _ in samples.documents()), *spoken)


# ------------------------------------------------------------------------------------------------------------- changes


def drop(text: str, rng: Random) -> str:
    """Some marks are left out."""
    share = rng.random()
    return MARK.sub(lambda mark: "" if rng.random() < share else mark[0], text)


def double(text: str, rng: Random) -> str:
    """Some marks stand twice, or many times."""
    share, times = rng.random() / 2, rng.choice((2, 2, 3, 50))
    return MARK.sub(lambda mark: mark[0] * (times if rng.random() < share else 1), text)


def shuffle(text: str, rng: Random) -> str:
    """All marks stay, each at the place of another."""
    marks = MARK.findall(text)
    rng.shuffle(marks)
    following = iter(marks)
    return MARK.sub(lambda _: next(following), text)


def other_kind(text: str, rng: Random) -> str:
    """Marks become other marks."""
    share = rng.random()
    return MARK.sub(lambda mark: rng.choice((*OPENING, *CLOSING, *OTHER)) if rng.random() < share else mark[0], text)


def nest(text: str, rng: Random) -> str:
    """Stretches are put between marks, and these between marks again."""
    for _ in range(rng.choice((1, 3, 20))):
        start = rng.randrange(len(text) + 1)
        end = rng.randrange(start, len(text) + 1)
        depth = rng.choice((1, 2, 5))
        opening = "".join(rng.choice(OPENING) for _ in range(depth))
        text = text[:start] + opening + text[start:end] + rng.choice(CLOSING) * depth + text[end:]
    return text


def scatter(text: str, rng: Random) -> str:
    """Marks, and characters that few expect, stand anywhere."""
    letters = list(text)
    for _ in range(rng.choice((1, 10, 100))):
        letters.insert(rng.randrange(len(letters) + 1), rng.choice((*OPENING, *CLOSING, *OTHER, *ODD)))
    return "".join(letters)


def reorder(text: str, rng: Random) -> str:
    """Lines or words in another order."""
    joint = rng.choice(("\n", " "))
    parts = text.split(joint)
    rng.shuffle(parts)
    return joint.join(parts)


def set_otherwise(text: str, rng: Random) -> str:
    """No line breaks, a line for each word, capitals everywhere or nowhere."""
    change: Callable[[str], str] = rng.choice(
        (str.upper, str.lower, str.swapcase, lambda t: " ".join(t.split()), lambda t: "\n".join(t.split()))
    )
    return change(text)


CHANGES = (drop, double, shuffle, other_kind, nest, scatter, reorder, set_otherwise)

# ------------------------------------------------------------------------------------------------------ what must hold


def check(text: str, utterances: Sequence[Utterance]) -> str:
    """What is wrong with the utterances of a text, "" where nothing is."""
    place = -1
    ends: dict[int, int] = {}
    for utterance in utterances:
        start, end = utterance.start_char, utterance.end_char
        if not 0 <= start < end <= len(text) or text[start:end] != utterance.text:
            return f"{utterance.text[:60]!r} is not the document's text at {start} to {end}"
        if start < place:
            return f"the utterance at {start} stands behind the one at {place}"
        if start < ends.get(utterance.passage, 0):
            return f"the pieces of passage {utterance.passage} overlap at {start}"
        if utterance.speaker != (utterance.speakers[0] if utterance.speakers else None):
            return f"the speaker at {start} is not the first of the speakers"
        if not 0 <= utterance.confidence <= 1 or not utterance.rule:
            return f"the utterance at {start} has no confidence from 0 to 1, or no rule"
        place, ends[utterance.passage] = start, end
    return ""


def run(count: int, seed: int = SEED) -> Iterator[tuple[int, str, float, Failure | None]]:
    """Each document of a run: its number, its text, the CPU seconds it took, and what failed."""
    for number in range(count):
        text, form = document(number, seed)
        begin = time.process_time()
        try:
            found, stumbled = quotedb.parse(text, form), ""
        except Exception as error:
            found, stumbled = [], f"{type(error).__name__}: {error}"
        seconds = time.process_time() - begin
        wrong = stumbled or check(text, found)
        yield number, text, seconds, Failure(number, wrong) if wrong else None


def linearity(seed: int, times: int = 20) -> float:
    """The CPU seconds of documents of ten, and of their ten read one by one, as a ratio."""
    together = apart = 0.0
    for number in range(0, 10 * times, 10):
        ten = [document(n, seed)[0] for n in range(number, number + 10)]
        apart += sum(timing.cpu(lambda text=text: quotedb.parse(text)) for text in ten)  # type: ignore[misc]
        together += timing.cpu(lambda ten=ten: quotedb.parse("\n\n".join(ten)))  # type: ignore[misc]
    return together / apart


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print what was measured; exit code 1 where a document failed."""
    parser = argparse.ArgumentParser(description="Parse fuzzed documents, and check what must hold for every one.")
    parser.add_argument("--count", type=int, default=COUNT, help="how many documents")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other documents")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="print one document and what was found in it")
    options = parser.parse_args(arguments)
    if options.show is not None:
        text, form = document(options.show, options.seed)
        print(f"{text}\n-----\nread as {form}; wrong: {check(text, quotedb.parse(text, form)) or 'nothing'}")
        return 0
    timing.heading(f"{options.count:,} fuzzed documents, seed {options.seed}")
    words, spent, failures, slow = 0, 0.0, [], []
    for source in sources():
        quotedb.parse(source)  # the lexicons are read
    for number, text, seconds, failure in run(options.count, options.seed):
        words += len(text.split())
        spent += seconds
        slow.append((seconds / (len(text) + 100), len(text), number))
        if failure:
            failures.append(failure)
            print(f"  document {failure.number}: {failure.what}", flush=True)
    slow.sort(reverse=True)
    middle = slow[len(slow) // 2][0]
    timing.line("documents, words", f"{options.count:,}", f"{words:,}")
    timing.line("words a CPU second", f"{words / max(spent, 1e-9):,.0f}")
    timing.line("failed", f"{len(failures):,}")
    timing.line("time of ten joined to one, ratio", f"{linearity(options.seed):.2f}")
    timing.line(f"over {SLOW} times the middle", f"{sum(rate > SLOW * middle for rate, *_ in slow):,}")
    for rate, length, number in slow[:SHOWN]:
        timing.line(f"  document {number}", f"{length:,} characters", f"{rate / middle:.1f} times the middle")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
