"""Invented text in any amount, made from our own sample documents, the same on every run.

The sentences of transcripts/ are shuffled with a fixed seed. Numbers, names and some of the longer words are slots
that are filled anew each time, from lists in which the word of rank n comes 1/n as often as the first: so the words are
spread as in natural text, with a few that stand everywhere and many that stand once or twice.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import quotedb
import samples
from quotedb.models import Analysis, Document
from quotedb.parsing.text import sentences
from record.spoken import transcript

SEED = 20240515
NAMES, WORDS, SPEAKERS = 5_000, 40_000, 400
#: So many of the longer words are slots: enough that a run of twelve words seldom stands twice.
WORD_SLOTS = 0.4
UTTERANCES_A_DOCUMENT = 50
_SLOT = re.compile(r"\d[\d.,]*\d|\d|\b[A-Z][a-z]{3,}\b|\b[a-z]{5,}\b")
_SYLLABLES = [
    a + b for a in ("b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "w", "st", "br") for b in "aeiou"
]
_ENDS = ["n", "r", "s", "l", "th", "nd", "rk", "m"]


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with slots: the text between them, and what fills each ("name", "number", "word")."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]


class Corpus:
    """An endless supply of sentences and utterances; two with one seed give the same."""

    def __init__(self, seed: int = SEED) -> None:
        self.rng = random.Random(seed)
        self.templates = [_template(sentence, self.rng) for sentence in _sentences()]
        names, words = _invented(NAMES, capital=True), _invented(WORDS, capital=False)
        self._fill: dict[str, Callable[[], str]] = {
            "name": _zipf(names, self.rng),
            "word": _zipf(words, self.rng),
            "number": _zipf([f"{n:,}" for n in range(1, 5_001)], self.rng),
        }
        self.speakers = [f"{first.title()} {last}" for first, last in zip(words, names[:SPEAKERS], strict=False)]
        self._speaker = _zipf(self.speakers, self.rng)

    def sentence(self) -> str:
        """One sentence."""
        template = self.rng.choice(self.templates)
        filled = [template.parts[0]]
        for slot, part in zip(template.slots, template.parts[1:], strict=True):
            filled += [self._fill[slot](), part]
        return "".join(filled)

    def utterance(self) -> str:
        """What one speaker says in one go: one to ten sentences, four on average."""
        return " ".join([self.sentence() for _ in range(self.rng.choice((1, 2, 3, 3, 4, 5, 6, 10)))])

    def dialogue(self, utterances: int = UTTERANCES_A_DOCUMENT, voices: int = 6) -> list[tuple[str, str]]:
        """Speaker and words of each turn of one meeting."""
        present = list(dict.fromkeys(self._speaker() for _ in range(voices)))
        return [(self.rng.choice(present), self.utterance()) for _ in range(utterances)]

    def article(self, paragraphs: int = 12) -> str:
        """A news article: narration, quotations with their speakers, a second mention by pronoun."""
        lines = []
        for number in range(paragraphs):
            who = self._speaker()
            lines.append(f"{self.sentence()} {self.sentence()}")
            said = _inner(self.sentence())
            lines.append(
                (
                    f"“{said},” {who} said on Tuesday.",
                    f"According to {who}, it was “{said.lower()}” in the end.",
                    f"“{said},” he said. “{self.sentence()}”",
                )[number % 3]
            )
        return "\n\n".join(lines) + "\n"


def document(turns: list[tuple[str, str]], number: int) -> tuple[Document, Analysis]:
    """One transcript with its utterances, as parsing would hand them over, without parsing."""
    day = f"{2001 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
    return transcript(turns, f"Meeting {number}", f"https://record.example/{number}", day, published=day)


def documents(utterances: int, seed: int = SEED) -> Iterator[tuple[Document, Analysis]]:
    """Transcripts that hold this many utterances in all."""
    corpus = Corpus(seed)
    for number, first in enumerate(range(0, utterances, UTTERANCES_A_DOCUMENT)):
        yield document(corpus.dialogue(min(UTTERANCES_A_DOCUMENT, utterances - first)), number)


@cache
def _sentences() -> tuple[str, ...]:
    """The sentences that are said or told in the samples, of four words or more."""
    found: dict[str, None] = {}
    for path, _ in samples.documents():
        text = quotedb.read(path).text
        for start, end in sentences(text):
            sentence = " ".join(text[start:end].split())
            if (
                sentence.count(" ") >= 3
                and sentence[0].isupper()
                and sentence[-1] in ".?"
                and not re.search(r'[“”":*\[\]()|]', sentence)
            ):
                found[sentence] = None
    return tuple(found)


def _template(sentence: str, rng: random.Random) -> Template:
    parts, slots, place = [], [], 0
    for match in _SLOT.finditer(sentence):
        kind = "number" if match[0][0].isdigit() else "name" if match[0][0].isupper() else "word"
        if (kind == "name" and match.start() == 0) or (kind == "word" and rng.random() > WORD_SLOTS):
            continue
        parts.append(sentence[place : match.start()])
        slots.append(kind)
        place = match.end()
    return Template((*parts, sentence[place:]), tuple(slots))


def _invented(count: int, *, capital: bool) -> list[str]:
    """Words that can be spoken and mean nothing, all different, in no order."""
    syllables = ["".join(pair) for pair in itertools.product(_SYLLABLES, _SYLLABLES)]
    words = [a + b for a, b in itertools.product(syllables, _ENDS)][:count]
    random.Random(count).shuffle(words)
    return [word.capitalize() if capital else word for word in words]


def _zipf(words: list[str], rng: random.Random) -> Callable[[], str]:
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def endless() -> Iterator[str]:
        while True:
            yield from rng.choices(words, cum_weights=weights, k=10_000)

    return endless().__next__


def _inner(sentence: str) -> str:
    return sentence.rstrip(".?")
