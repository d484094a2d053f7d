"""Our own sample documents against what a careful reader found in them: transcripts/ beside tests/gold/.

What the parser finds is first put into the shape of the record (see tests/gold/README.md), then counted against it.
Run it alone to see each document: python benchmarks/samples.py
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import quotedb
from passages import turns_of

ROOT = Path(__file__).resolve().parent.parent
#: How many words the record gives of a turn's first and last piece.
EDGE = 5

Record = Mapping[str, Any]
#: What both hold, what the record holds, what was found.
Counts = tuple[int, int, int]

#: The figures of a record's turns: what must be equal for a turn to count.
TURN_KEYS: dict[str, tuple[str, ...]] = {
    "turns: words": ("begins", "ends", "words"),
    "turns: words and label": ("begins", "ends", "words", "label"),
    "turns: words and speaker": ("begins", "ends", "words", "speaker"),
}
#: The same of its quotations.
QUOTE_KEYS: dict[str, tuple[str, ...]] = {
    "quotes: words": ("text",),
    "quotes: words and kind": ("text", "kind"),
    "quotes: words and speakers": ("text", "speakers"),
}
#: The same of its reported speech.
REPORT_KEYS: dict[str, tuple[str, ...]] = {
    "reported: words": ("text",),
    "reported: words and speakers": ("text", "speakers"),
}
FALSE = "false utterances"


def as_record(utterances: Sequence[quotedb.Utterance]) -> dict[str, list[dict[str, Any]]]:
    """Utterances in the record's shape: `turns`, the pieces of each joined, `quotes` and `reported`, piece by piece."""
    quotes, reported = [], []
    for utterance in utterances:
        if utterance.kind == "indirect":
            reported.append({"text": utterance.text, "speakers": list(utterance.speakers)})
        elif utterance.kind != "turn":
            quotes.append({"text": utterance.text, "kind": utterance.kind, "speakers": list(utterance.speakers)})
    turns = []
    for pieces in turns_of(utterances):
        words = [piece.text.split() for piece in pieces]
        turns.append(
            {
                "label": pieces[0].label,
                "speaker": pieces[0].speaker,
                "begins": " ".join(words[0][:EDGE]),
                "ends": " ".join(words[-1][-EDGE:]),
                "words": sum(map(len, words)),
            }
        )
    return {"turns": turns, "quotes": quotes, "reported": reported}


def counts(gold: Record, found: Record) -> dict[str, Counts]:
    """For each figure, what record and finding share, and how much each holds; both in the record's shape."""
    quotes = list(_without_headlines(gold, found["quotes"]))
    counted = {name: _shared(gold["turns"], found["turns"], keys) for name, keys in TURN_KEYS.items()}
    counted |= {name: _shared(gold["quotes"], quotes, keys) for name, keys in QUOTE_KEYS.items()}
    counted |= {name: _shared(gold["reported"], found["reported"], keys) for name, keys in REPORT_KEYS.items()}
    wrong = len(list(false_utterances(gold, found)))
    return counted | {FALSE: (wrong, 0, wrong)}


def false_utterances(gold: Record, found: Record) -> Iterator[str]:
    """The words of utterances that nobody said: out of captions, comments and directions, titles, scare quotes."""
    outside = [_one_space(line) for line in gold["outside"]]
    said = {quote["text"] for quote in (*gold["quotes"], *gold["headline_quotes"])}
    for quote in found["quotes"]:
        text = quote["text"]
        if text not in said and (text in gold["not_quotes"] or any(_one_space(text) in line for line in outside)):
            yield text
    turns = {turn["begins"] for turn in gold["turns"]}
    for turn in found["turns"]:
        if turn["begins"] not in turns and any(turn["begins"] in line for line in outside):
            yield turn["begins"]


def figures(counted: Iterable[Mapping[str, Counts]]) -> dict[str, float]:
    """The figures over all documents: F1 from 0 to 1, and the number of false utterances."""
    total: dict[str, Counts] = dict.fromkeys((*TURN_KEYS, *QUOTE_KEYS, *REPORT_KEYS, FALSE), (0, 0, 0))
    for document in counted:
        for name, (both, recorded, found) in document.items():
            before = total[name]
            total[name] = (before[0] + both, before[1] + recorded, before[2] + found)
    return {name: float(c[0]) if name == FALSE else f1(c) for name, c in total.items()}


def f1(counted: Counts) -> float:
    """Twice what both hold, by what the record holds and what was found; 1 where neither holds anything."""
    both, recorded, found = counted
    return 2 * both / (recorded + found) if recorded + found else 1.0


def documents(root: Path = ROOT) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every sample document with its record."""
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        yield root / "transcripts" / gold["file"], gold


def measure(root: Path = ROOT) -> dict[str, float]:
    """Read and parse the sample documents, and give the figures."""
    return figures(counts(gold, as_record(quotedb.parse(quotedb.read(path)))) for path, gold in documents(root))


def _without_headlines(gold: Record, quotes: Sequence[Record]) -> Iterator[Record]:
    """Quotations in headlines may be found or left: only words that the body does not hold as well are set aside."""
    spare = Counter(quote["text"] for quote in gold["headline_quotes"])
    needed = Counter(quote["text"] for quote in gold["quotes"])
    have = Counter(quote["text"] for quote in quotes)
    for quote in quotes:
        text = quote["text"]
        if spare[text] and have[text] > needed[text]:
            spare[text] -= 1
            have[text] -= 1
        else:
            yield quote


def _shared(gold: Sequence[Record], found: Sequence[Record], keys: Sequence[str]) -> Counts:
    both = Counter(_key(one, keys) for one in gold) & Counter(_key(one, keys) for one in found)
    return sum(both.values()), len(gold), len(found)


def _key(one: Record, keys: Sequence[str]) -> Hashable:
    return tuple(_comparable(one[key]) for key in keys)


def _comparable(value: object) -> Hashable:
    if isinstance(value, list | tuple):
        return tuple(map(_comparable, value))
    return _one_space(value) if isinstance(value, str) else value


def _one_space(text: str) -> str:
    """The text with white space made one: a page breaks its lines where it likes."""
    return " ".join(text.split())


def main() -> None:
    """Print what is missing and what is too much in each document, then the figures."""
    counted = []
    for path, gold in documents():
        found = as_record(quotedb.parse(quotedb.read(path)))
        counted.append(counts(gold, found))
        print(path.name)
        for part, keys in (("turns", TURN_KEYS["turns: words and speaker"]), ("quotes", ("text", "kind", "speakers"))):
            want = Counter(_key(one, keys) for one in gold[part])
            have = Counter(_key(one, keys) for one in found[part])
            for sign, rest in (("-", want - have), ("+", have - want)):
                for key in rest.elements():
                    print(f"  {sign} {key}")
        for words in false_utterances(gold, found):
            print(f"  ! nobody said: {words}")
    for name, value in figures(counted).items():
        print(f"{name:<28} {value:.3f}" if name != FALSE else f"{name:<28} {value:.0f}")


if __name__ == "__main__":
    main()
