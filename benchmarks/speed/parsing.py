"""Parsing: words a CPU second, beside two bare regular expressions on the same text, and whether the time grows in line."""

from __future__ import annotations

import re
from collections.abc import Callable

import quotedb
import samples
from speed import corpus, quotes, timing

LABEL = re.compile(r"^([A-Z][^:\n]{1,60}):", re.MULTILINE)
MARKS = re.compile(r'"[^"]+"|“[^”]+”')


def words_a_second(documents: int, times: int) -> None:
    """Parse transcripts and articles, annotated ones of others where they are there, ours and generated, and print the medians."""
    made = corpus.Corpus()
    own = [(quotedb.read(path).text, bool(gold["turns"])) for path, gold in samples.documents()]
    sets = {
        "sample transcripts": [text for text, turns in own if turns],
        "sample articles": [text for text, turns in own if not turns],
        "generated transcripts": [_transcript(made, 40) for _ in range(documents)],
        "generated articles": [made.article() for _ in range(documents)],
    }
    others = {"annotated transcripts": quotes.transcripts(), "annotated articles": quotes.articles()}
    sets = {name: texts for name, texts in others.items() if texts} | sets
    timing.heading(f"Parsing, words a CPU second ({times} times each, median)")
    timing.line("", "words", "quotedb.parse", "bare label regex", "bare marks regex")
    for name, texts in sets.items():
        words = sum(len(text.split()) for text in texts)
        rates = [words / _seconds(work, texts, times) for work in WORK]
        timing.line(name, f"{words:,}", *(f"{rate:,.0f}" for rate in rates))
        timing.line("  ratio to parse", "", "1", *(f"{rate / rates[0]:,.0f}" for rate in rates[1:]))


def linearity(turns: int, paragraphs: int, times: int) -> None:
    """Parse one long document and one ten times as long: a ratio near 10 is growth in line."""
    made = corpus.Corpus()
    timing.heading(f"Time for a document of ten times the words (10: in line; {times} times each, median)")
    timing.line("", "words", "CPU s", "CPU s at 10 times", "ratio")
    for name, text, longer in (
        ("one transcript", _transcript(made, turns), _transcript(made, 10 * turns)),
        ("one article", made.article(paragraphs), made.article(10 * paragraphs)),
    ):
        short, long = (_seconds(quotedb.parse, [t], times) for t in (text, longer))
        # the two are random texts, so the ratio is that of seconds a word
        by_word = 10 * (long / len(longer.split())) / (short / len(text.split()))
        timing.line(name, f"{len(text.split()):,}", f"{short:.3f}", f"{long:.3f}", f"{by_word:.1f}")


def _seconds(work: Callable[[str], object], texts: list[str], times: int) -> float:
    """CPU seconds for all texts, each new to the parser: the median of so many times."""
    taken = []
    for _ in range(times):
        timing.forget()
        taken.append(timing.cpu(_each(work, texts)))
    return timing.median(taken)


def _transcript(made: corpus.Corpus, turns: int) -> str:
    return "Minutes of the meeting\n\n" + "\n\n".join(f"{who}: {said}" for who, said in made.dialogue(turns)) + "\n"


def _each(work: Callable[[str], object], texts: list[str]) -> Callable[[], None]:
    def all_of_them() -> None:
        for text in texts:
            work(text)

    return all_of_them


WORK: tuple[Callable[[str], object], ...] = (quotedb.parse, LABEL.findall, MARKS.findall)
