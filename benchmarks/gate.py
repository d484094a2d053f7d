"""The quality gate: measure what the parser finds, and hold it against benchmarks/baseline.json.

    python benchmarks/gate.py EVAL_DIR            exit 1 when a figure fell
    python benchmarks/gate.py EVAL_DIR --update   write the baseline

EVAL_DIR holds quotes/ and transcripts/, annotated documents of others, with their scorers score_quotes.py and
score_turns.py. Our own samples are measured beside them. All shares are in percent.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import excerpts
import frames
import layouts
import lookalikes
import people
import quotedb
import samples
import turns
import verify_eval

BASELINE = Path(__file__).with_name("baseline.json")
#: A share may fall by so many points of a hundred: more than chance changes of one document bring, less than a lost rule.
TOLERANCE = 0.5

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one figure is judged."""

    count: bool = False  #: a number of things gone wrong, where more is worse; otherwise a share, where less is worse
    slack: float = TOLERANCE  #: by how much it may be worse than the baseline
    limit: float | None = None  #: what it may never exceed, whatever the baseline says


SHARE = Rule()
#: a share of some dozens of questions: one answer more or less is no trend
FEW = Rule(slack=3)
NEVER = Rule(count=True, slack=0, limit=0)
NO_MORE = Rule(count=True, slack=0)

REPORTED = "quotes, reported speech included: joint F1"
FOREIGN_TEXT = "quotes: spans not the document's own text"
FALSE_SPANS, UNREADABLE = turns.FALSE_SPANS, turns.UNREADABLE
ARTICLES_WITH_TURNS = "articles that give a turn"
#: The articles that print a dialogue with labels, read by eye: turns are right there.
DIALOGUES = Path(__file__).with_name("articles") / "dialogues.txt"
#: Measured in German as well, on so few quotations that one of them is three quarters of a point.
DIRECT = ("quotes, direct: overlap F1", "quotes, direct: joint F1", "quotes, direct: joint entity F1")
GERMAN = tuple(f"German {name}" for name in DIRECT)

RULES: dict[str, Rule] = {
    "quotes, direct: overlap F1": SHARE,
    "quotes, direct: joint F1": SHARE,
    "quotes, direct: joint entity F1": SHARE,
    "quotes, all: overlap F1": SHARE,
    "quotes, all: joint F1": SHARE,
    "quotes, all: joint entity F1": SHARE,
    **dict.fromkeys(GERMAN, Rule(slack=1.6)),
    REPORTED: SHARE,
    FOREIGN_TEXT: NEVER,
    "turns: strict F1": SHARE,
    "turns: strict F1, mean of files": SHARE,
    "turns: label accuracy": SHARE,
    "turns: word accuracy": SHARE,
    "turns: word precision": SHARE,
    FALSE_SPANS: NEVER,
    UNREADABLE: NO_MORE,
    ARTICLES_WITH_TURNS: Rule(count=True, slack=1),
    excerpts.FOUND: SHARE,
    excerpts.EMPTY: Rule(count=True, slack=3),
    **dict.fromkeys(layouts.SHARES, SHARE),
    **dict.fromkeys(layouts.FALSE_TURNS, NO_MORE),
    **dict.fromkeys(lookalikes.FOUND, FEW),
    **dict.fromkeys(lookalikes.FALSE_TURNS, NO_MORE),
    **dict.fromkeys(people.FIGURES, FEW),
    **dict.fromkeys(frames.RIGHT, FEW),
    **dict.fromkeys(frames.WRONG, NO_MORE),
    **dict.fromkeys(verify_eval.FIGURES, FEW),
    **{f"samples, {name}": SHARE for name in (*samples.TURN_KEYS, *samples.QUOTE_KEYS, *samples.REPORT_KEYS)},
    f"samples, {samples.FALSE}": NO_MORE,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, now and before, and what is wrong with it (empty: nothing)."""

    name: str
    now: float | None
    before: float | None
    wrong: str

    @property
    def difference(self) -> float | None:
        """Now less before; None where one of them is missing."""
        return None if self.now is None or self.before is None else round(self.now - self.before, 6)


def compare(now: Figures, baseline: Figures, rules: Mapping[str, Rule] = RULES) -> list[Row]:
    """Every figure beside its baseline, in the order of `now`; what only the baseline knows stands last, and is wrong."""
    names = [*now, *(name for name in baseline if name not in now)]
    rows = []
    for name in names:
        row = Row(name, now.get(name), baseline.get(name), "")
        rows.append(Row(row.name, row.now, row.before, _wrong(row, rules.get(name, SHARE))))
    return rows


def _wrong(row: Row, rule: Rule) -> str:
    if row.now is None:
        return "no longer measured"
    if rule.limit is not None and row.now > rule.limit:
        return f"must not be more than {rule.limit:g}"
    if row.difference is None:
        return ""
    if rule.count and row.difference > rule.slack:
        return f"rose by more than {rule.slack:g}" if rule.slack else "rose"
    if not rule.count and row.difference < -rule.slack:
        return f"fell by more than {rule.slack:g}"
    return ""


def table(rows: Sequence[Row], rules: Mapping[str, Rule] = RULES) -> str:
    """The rows as lines: figure, now, baseline, difference, what is wrong."""
    width = max([len(row.name) for row in rows] + [len("figure")])
    lines = [f"{'figure':<{width}}  {'now':>8}  {'baseline':>8}  {'difference':>10}"]
    for row in rows:
        form = ".0f" if rules.get(row.name, SHARE).count else ".2f"
        now, before = ("-" if value is None else format(value, form) for value in (row.now, row.before))
        difference = _signed(row, form)
        wrong = f"  {row.wrong}" if row.wrong else ""
        lines.append(f"{row.name:<{width}}  {now:>8}  {before:>8}  {difference:>10}{wrong}")
    return "\n".join(lines)


def _signed(row: Row, form: str) -> str:
    if row.now is None:
        return "gone"
    if row.difference is None:
        return "new"
    return format(row.difference, "+" + form) if row.difference else "-"


def measure(folder: Path) -> dict[str, float]:
    """All figures, in the order of `RULES`; raises `FileNotFoundError` with the missing path.

    What the figures on turns are made of, file by file and label shape by label shape, is printed.
    """
    scorer = load_scorer(folder / "score_quotes.py")
    quotes = _quotes(folder / "quotes" / "polnear_marked_dev.jsonl", scorer)
    german = _quotes(folder / "quotes" / "german_dev.jsonl", scorer)
    of_turns, lines = turns.measure(folder / "transcripts", load_scorer(folder / "score_turns.py"))
    print("\n".join([*lines, ""]))
    found = {
        **quotes,
        **{f"German {name}": german[name] for name in DIRECT},
        FOREIGN_TEXT: quotes[FOREIGN_TEXT] + german[FOREIGN_TEXT],
        REPORTED: _with_reported(folder / "quotes" / "polnear_dev.jsonl", scorer),
        **of_turns,
        **excerpts.figures(folder / "transcripts"),
        **layouts.figures_for_the_gate(),
        **lookalikes.figures(),
        **people.figures(),
        **frames.figures(),
        **verify_eval.figures(folder / "verify", most=10_000, many=40),
        ARTICLES_WITH_TURNS: _articles_with_turns(
            folder / "quotes" / f"polnear_marked_{part}.jsonl" for part in ("dev", "train")
        ),
        **{
            f"samples, {name}": value if name == samples.FALSE else 100 * value
            for name, value in samples.measure().items()
        },
    }
    return {name: round(found[name], 2) for name in RULES}


def _quotes(path: Path, scorer: Any) -> dict[str, float]:
    gold = list(_lines(path))
    found, foreign = _found(gold, ("direct", "mixed"))  # this gold holds words in marks only
    figures: dict[str, float] = {FOREIGN_TEXT: foreign}
    for name, direct in (("direct", True), ("all", False)):
        scores, _ = scorer.score(gold, found, direct)
        figures[f"quotes, {name}: overlap F1"] = scores["span_overlap"]["f1"]
        figures[f"quotes, {name}: joint F1"] = scores["joint"]["f1"]
        figures[f"quotes, {name}: joint entity F1"] = scores["joint_entity"]["f1"]
    return figures


def _with_reported(path: Path, scorer: Any) -> float:
    gold = list(_lines(path))
    scores, _ = scorer.score(gold, _found(gold, ("direct", "mixed", "indirect"))[0])
    return float(scores["joint"]["f1"])


def _found(gold: Iterable[Mapping[str, Any]], kinds: Sequence[str]) -> tuple[dict[str, list[dict[str, Any]]], int]:
    """What is found in the documents, in the scorer's shape, and how many spans are not their own text."""
    foreign = 0
    found: dict[str, list[dict[str, Any]]] = {}
    for document in gold:
        utterances = quotedb.parse(document["text"])
        foreign += turns.foreign_spans(document["text"], utterances)
        found[document["id"]] = [
            {
                "start": u.start_char,
                "end": u.end_char,
                "type": u.kind,
                "speaker_text": u.label,
                "speaker_canonical": u.speaker,
            }
            for u in utterances
            if u.kind in kinds
        ]
    return found, foreign


def _articles_with_turns(paths: Iterable[Path]) -> int:
    """In how many articles that hold no dialogue something was taken for one."""
    lines = DIALOGUES.read_text(encoding="utf-8").splitlines()
    right = {line.split("\t")[0] for line in lines if not line.startswith("#")}
    return sum(
        any(u.kind == "turn" for u in quotedb.parse(document["text"]))
        for path in paths
        for document in _lines(path)
        if document["id"] not in right
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def load_scorer(path: Path) -> Any:
    """A scorer as a module: it stays where it stands, so that its newest version counts."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(now: Figures, baseline: Figures | None, *, update: bool, path: Path = BASELINE) -> int:
    """Print the table, write the baseline where that is asked for, and give the exit code."""
    rows = compare(now, baseline or {})
    print(table(rows))
    if update:
        refused = [row for row in compare(now, {}) if row.wrong]
        if refused:
            print(f"\nNot written: {refused[0].name} {refused[0].wrong}.")
            return 1
        path.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
        print(f"\nWritten to {path.name}: {len(now)} figures.")
        return 0
    wrong = [row for row in rows if row.wrong]
    if wrong:
        print(f"\n{len(wrong)} of {len(rows)} figures are worse than the baseline allows:")
        print(table(wrong))
        return 1
    if baseline is None:
        print("\nThere is no baseline yet: look at the figures, then write it with --update.")
        return 1
    print(f"\nAll {len(rows)} figures are as good as the baseline, within {TOLERANCE:g} points.")
    return 0


def load_baseline(path: Path = BASELINE) -> dict[str, float] | None:
    """The figures that were written last; None where there are none. Raises `ValueError` where the file is damaged."""
    if not path.is_file():
        return None
    figures: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the options, measure, judge; returns the exit code."""
    parser = argparse.ArgumentParser(description="Measure quality and hold it against the baseline.")
    parser.add_argument("folder", metavar="EVAL_DIR", type=Path, help="annotated documents and their scorers")
    parser.add_argument("--update", action="store_true", help="write the figures as the new baseline")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"{options.folder} is not here: give the folder with the annotated documents and their scorers.")
        return 1
    try:
        baseline = load_baseline()
    except ValueError as error:
        print(f"{BASELINE.name} cannot be read ({error}): restore it from git, or write it again with --update.")
        if not options.update:
            return 1
        baseline = None
    try:
        now = measure(options.folder)
    except FileNotFoundError as error:
        print(f"{error.filename or error} is missing: {options.folder} is not whole, so nothing was judged.")
        return 1
    return judge(now, baseline, update=options.update)


if __name__ == "__main__":
    sys.exit(main())
