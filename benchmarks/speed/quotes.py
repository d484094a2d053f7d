"""Quotations in articles, beside textacy with spaCy's small English model: how many words a second, how many right."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import gate
import quotedb
import samples
from quotedb.parsing.article import quotations
from quotedb.parsing.article.reported import Reported
from speed import timing

ROOT = Path(__file__).parent.parent.parent
#: Made by `make bench`; see textacy.txt.
TEXTACY = ROOT / ".venv-textacy" / "bin" / "python"
EVAL = ROOT.parent / "shared" / "eval"
AGAIN = 5
SCORES = (
    ("span overlap F1", "span_overlap"),
    ("and the speaker's mention", "joint"),
    ("and the person", "joint_entity"),
)


def beside_textacy(documents: int) -> None:
    """Both on the same articles, one after the other; accuracy where annotated articles are there."""
    gold, annotated = _articles()
    gold = gold[:documents]
    words = sum(len(document["text"].split()) for document in gold)
    timing.heading(f"Quotations in {len(gold)} {'annotated' if annotated else 'sample'} articles, {words:,} words")
    ours, seconds = _ours(gold)
    theirs = _theirs(gold)
    timing.line("", "quotedb", "textacy")
    other = [f"{words / theirs['seconds']:,.0f}", f"1 : {theirs['seconds'] / seconds:,.0f}"] if theirs else []
    timing.line("words a CPU second", f"{words / seconds:,.0f}", *other)
    again, without = _again(gold)
    timing.line("  read again, its words known", f"{words / again:,.0f}")
    timing.line("  again, without reported speech", f"{words / without:,.0f}")
    if annotated:
        _accuracy(gold, [ours, *([theirs["quotes"]] if theirs else [])])
    else:
        print(f"  {EVAL} is not here: no accuracy")
    if theirs:
        print(
            f"  {theirs['model']}, a paragraph at a time; it refused {theirs['refused']:,} paragraphs with an odd number of marks"
        )


def transcripts() -> list[str]:
    """The annotated transcripts as plain text; none where they are not here."""
    raws = (
        sorted(folder.glob("raw.*"), key=lambda path: path.suffix != ".txt") for folder in EVAL.glob("transcripts/*/")
    )
    return [quotedb.read(files[0]).text for files in raws if files]


def articles() -> list[str]:
    """The annotated articles; none where they are not here."""
    found, annotated = _articles()
    return [document["text"] for document in found] if annotated else []


def _articles() -> tuple[list[dict[str, Any]], bool]:
    """Articles, and whether they are annotated."""
    path = EVAL / "quotes" / "polnear_marked_dev.jsonl"
    if path.is_file():
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], True
    own = ((path.name, quotedb.read(path).text) for path, gold in samples.documents() if not gold["turns"])
    return [{"id": name, "text": text} for name, text in own], False


def _ours(gold: Sequence[dict[str, Any]]) -> tuple[dict[str, list[dict[str, Any]]], float]:
    quotedb.parse(gold[0]["text"])  # loads the lexicon, as spaCy's model is loaded before the clock runs
    begin = time.process_time()
    parsed = [quotedb.parse(document["text"]) for document in gold]
    seconds = time.process_time() - begin
    return {
        document["id"]: [
            {"start": u.start_char, "end": u.end_char, "type": u.kind, "speaker_text": u.label, "speaker_canonical": u.speaker}
            for u in utterances
            if u.kind in ("direct", "mixed")
        ]
        for document, utterances in zip(gold, parsed, strict=True)
    }, seconds  # fmt: skip


def _no_reports(*_: object) -> list[Reported]:
    return []


def _again(gold: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """CPU seconds for reading all again, and without the step for reported speech, which textacy does not look for."""
    texts = [document["text"] for document in gold]
    whole, without = [], []
    for _ in range(AGAIN):
        whole.append(timing.cpu(lambda: [quotedb.parse(text) for text in texts]))
        with mock.patch.object(quotations, "find_reported", new=_no_reports):
            without.append(timing.cpu(lambda: [quotedb.parse(text) for text in texts]))
    return timing.median(whole), timing.median(without)


def _theirs(gold: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What textacy found; nothing, and a sentence on why, where it cannot be run."""
    if not TEXTACY.is_file():
        print(
            f"  textacy is not in {TEXTACY.parent.parent.name}: `make bench` puts it there where its packages can be had"
        )
        return {}
    lines = "\n".join(json.dumps({"id": document["id"], "text": document["text"]}) for document in gold)
    command = [str(TEXTACY), str(Path(__file__).with_name("textacy_quotes.py"))]
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if run.returncode:
        print(f"  textacy could not be run: {run.stderr.strip().splitlines()[-1]}")
        return {}
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def _accuracy(gold: Sequence[dict[str, Any]], found: Sequence[dict[str, list[dict[str, Any]]]]) -> None:
    scorer = gate.load_scorer(EVAL / "score_quotes.py")
    for name, direct in (("direct", True), ("all in marks", False)):
        scores = [scorer.score(list(gold), quotes, direct)[0] for quotes in found]
        for what, key in SCORES:
            timing.line(f"{name}: {what}", *(f"{score[key]['f1']:.1f}" for score in scores))
