"""Turns in the transcripts of others: all figures, and the same by file and by label shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import quotedb
from passages import turns_of

FALSE_SPANS = "turns: spans not the document's own text"
UNREADABLE = "turns: files that could not be read"
#: Shapes of labels, by a word of the surface that the rule of a turn names; the first that fits counts.
SHAPES = (
    ("bold", "bold"), ("time", "name and time"), ("name", "name and time"), ("stop", "full stop or dash"), ("dash", "full stop or dash"),
    ("wide", "full-width colon"), ("own line", "label alone on its line"), ("bare", "label alone on its line"), ("colon", "name and colon"),
)  # fmt: skip
_ASKING = re.compile(r"(?:q|a|question|answer)\d*\Z")
_SURFACE = re.compile(r"' \(([^()]+)\)")


def measure(folder: Path, scorer: Any) -> tuple[dict[str, float], list[str]]:
    """Figures over all `*/gold.jsonl` of `folder`, and lines that show them by file and by label shape."""
    golds = sorted(folder.glob("*/gold.jsonl"))
    if not golds:
        raise FileNotFoundError(folder / "*" / "gold.jsonl")
    total: Counter[str] = Counter()
    shapes: dict[str, Counter[str]] = {}
    files: list[tuple[str, dict[str, Any]]] = []
    foreign = unreadable = 0
    for gold in golds:
        # the original comes before a text that somebody made of it
        raws = sorted(gold.parent.glob("raw.*"), key=lambda path: (path.suffix == ".txt", path.name))
        utterances: Sequence[quotedb.Utterance] = []
        try:
            document = quotedb.read(raws[0])
        except quotedb.QuotedbError:
            unreadable += 1
        else:
            utterances = quotedb.parse(document)
            foreign += foreign_spans(document.text, utterances)
        wanted = scorer.load(gold)
        found = [(label, scorer.speech(text)) for label, text in _joined(utterances)]
        scores = scorer.score(wanted, found)
        files.append((gold.parent.name, scores))
        total.update({name: value for name, value in scores.items() if isinstance(value, int)})
        _add_shapes(shapes, wanted, found, _main_shape(utterances), scorer)
    strict = [scores["F1"] for _, scores in files]
    figures = {
        "turns: strict F1": 100 * scorer.prf(total["tp_strict"], total["gold_turns"], total["pred_turns"])[2],
        "turns: strict F1, mean of files": 100 * sum(strict) / len(strict),
        "turns: label accuracy": 100 * total["label_ok"] / max(1, total["label_n"]),
        "turns: word accuracy": 100 * total["words_right"] / max(1, total["gold_words"]),
        "turns: word precision": 100 * total["words_right"] / max(1, total["pred_words"]),
        FALSE_SPANS: foreign,
        UNREADABLE: unreadable,
    }
    return figures, [*_by_file(files), "", *_by_shape(shapes, scorer)]


def _add_shapes(
    shapes: dict[str, Counter[str]], wanted: Sequence[Any], found: Sequence[Any], main: str, scorer: Any
) -> None:
    """Count turns wanted, found and right under the shape of their label: a question or answer, or the file's usual one."""
    want, have = ([(scorer.norm_label(who), scorer.fold(said)) for who, said in turns] for turns in (wanted, found))
    for name, turns in (("gold", want), ("found", have), ("right", [want[n] for n, _ in scorer.lcs_pairs(want, have)])):
        for who, _ in turns:
            shape = "Q and A" if _ASKING.match(who) else main
            shapes.setdefault(shape, Counter())[name] += 1


def _main_shape(utterances: Iterable[quotedb.Utterance]) -> str:
    """How most names of a file are set, as the rules of its turns say."""
    names = (u for u in utterances if u.kind == "turn" and not _ASKING.match((u.label or "").casefold().strip(". :")))
    shapes = Counter(_shape_of(utterance.rule) for utterance in names)
    return shapes.most_common(1)[0][0] if shapes else "none found"


def _shape_of(rule: str) -> str:
    surface = _SURFACE.search(rule)
    return next((shape for word, shape in SHAPES if surface and word in surface[1]), "other")


def _by_file(files: Sequence[tuple[str, dict[str, Any]]]) -> list[str]:
    lines = [f"{'turns by file':<34}{'turns':>8}{'strict F1':>11}{'labels':>9}{'words':>9}{'precision':>11}"]
    for name, scores in files:
        shares = (scores["F1"], scores["label_acc"], scores["word_acc"], scores["word_prec"])
        lines.append(_line(name, scores["gold_turns"], shares))
    for name, choose in (("mean", lambda values: sum(values) / len(values)), ("worst", min)):
        keys = ("F1", "label_acc", "word_acc", "word_prec")
        lines.append(_line(name, len(files), [choose([scores[key] for _, scores in files]) for key in keys], " files"))
    return lines


def _line(name: str, count: int, shares: Sequence[float], unit: str = "") -> str:
    strict, labels, words, precision = (f"{100 * share:.2f}" for share in shares)
    return f"{name:<34}{f'{count}{unit}':>8}{strict:>11}{labels:>9}{words:>9}{precision:>11}"


def _by_shape(shapes: dict[str, Counter[str]], scorer: Any) -> list[str]:
    rows = {
        shape: (counts["gold"], 100 * scorer.prf(counts["right"], counts["gold"], counts["found"])[2])
        for shape, counts in sorted(shapes.items(), key=lambda item: -item[1]["gold"])
    }
    shares = [share for _, share in rows.values()]
    lines = [f"{'turns by label shape':<34}{'turns':>8}{'strict F1':>11}"]
    lines += [f"{shape:<34}{count:>8}{share:>11.2f}" for shape, (count, share) in rows.items()]
    return [*lines, f"{'mean':<42}{sum(shares) / len(shares):>11.2f}", f"{'worst':<42}{min(shares):>11.2f}"]


def _joined(utterances: Iterable[quotedb.Utterance]) -> Iterator[tuple[str, str]]:
    """Label and words of every turn; the pieces of a turn are one."""
    for pieces in turns_of(utterances):
        yield pieces[0].label or "", "\n\n".join(piece.text for piece in pieces)


def foreign_spans(text: str, utterances: Iterable[quotedb.Utterance]) -> int:
    """How many utterances are not the document's own text at their offsets."""
    return sum(text[u.start_char : u.end_char] != u.text for u in utterances)
