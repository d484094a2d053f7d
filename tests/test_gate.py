"""The quality gate: what it lets through, what it stops, and that its own measure of the samples can be trusted."""

from __future__ import annotations

import copy
import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from quotedb import Utterance

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))
gate = importlib.import_module("gate")
samples = importlib.import_module("samples")
layouts = importlib.import_module("layouts")
lookalikes = importlib.import_module("lookalikes")

SHARE, COUNT, TURNS = "quotes, direct: joint F1", gate.UNREADABLE, gate.ARTICLES_WITH_TURNS

VERDICTS = [
    # figure, baseline, now, what is wrong
    (SHARE, 80.0, 80.0, ""),
    (SHARE, 80.0, 79.5, ""),
    (SHARE, 80.0, 79.49, "fell by more than 0.5"),
    (SHARE, 80.0, 95.0, ""),
    (COUNT, 4, 4, ""),
    (COUNT, 4, 5, "rose"),
    (COUNT, 4, 3, ""),
    (TURNS, 12, 13, ""),
    (TURNS, 12, 14, "rose by more than 1"),
    (gate.FOREIGN_TEXT, 0, 0, ""),
    (gate.FOREIGN_TEXT, 0, 1, "must not be more than 0"),
    (gate.FALSE_SPANS, 3, 3, "must not be more than 0"),
    (f"samples, {samples.FALSE}", 1, 2, "rose"),
]


@pytest.mark.parametrize(("name", "before", "now", "wrong"), VERDICTS)
def test_a_figure_may_fall_by_half_a_point_and_no_further(name: str, before: float, now: float, wrong: str) -> None:
    """Shares have half a point of slack, counts of things gone wrong none or a stated one, foreign text never any."""
    (row,) = gate.compare({name: now}, {name: before})
    assert (row.name, row.now, row.before, row.wrong) == (name, now, before, wrong)
    assert row.difference == pytest.approx(now - before)


def test_a_figure_that_nobody_measures_any_more_is_wrong() -> None:
    """A figure cannot leave the gate silently; a new one is let in until the baseline knows it."""
    rows = gate.compare({"new": 1.0}, {SHARE: 80.0})
    assert [(row.name, row.wrong) for row in rows] == [("new", ""), (SHARE, "no longer measured")]


def test_the_table_says_what_it_compares() -> None:
    """Every line names the figure, what it is now, what it was, and the difference; the wrong ones say why."""
    lines = gate.table(gate.compare({SHARE: 78.25, COUNT: 4, "new": 1.0}, {SHARE: 80.0, COUNT: 4})).splitlines()
    assert lines[0].split() == ["figure", "now", "baseline", "difference"]
    assert lines[1].removeprefix(SHARE).split() == ["78.25", "80.00", "-1.75", "fell", "by", "more", "than", "0.5"]
    assert lines[2].removeprefix(COUNT).split() == ["4", "4", "-"]
    assert lines[3].split() == ["new", "1.00", "-", "new"]


def test_the_gate_fails_on_a_fallen_figure_and_passes_within_tolerance(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and the figure's name when it fell; exit 0 when all is as good as before."""
    assert gate.judge({SHARE: 79.9}, {SHARE: 80.0}, update=False) == 0
    assert "as good as the baseline" in capsys.readouterr().out
    assert gate.judge({SHARE: 70.0}, {SHARE: 80.0}, update=False) == 1
    out = capsys.readouterr().out
    assert "1 of 1 figures" in out
    assert SHARE in out.split("worse than")[1]


def test_update_writes_the_baseline_but_never_one_with_foreign_text(tmp_path: Path) -> None:
    """What was written is what is read again; spans that are not the document's own text are no baseline."""
    path = tmp_path / "baseline.json"
    now = {SHARE: 70.0, gate.FOREIGN_TEXT: 0}
    assert gate.judge(now, {SHARE: 80.0}, update=True, path=path) == 0
    assert gate.load_baseline(path) == now
    assert gate.judge({gate.FOREIGN_TEXT: 1}, None, update=True, path=path) == 1
    assert gate.load_baseline(path) == now


def test_without_a_baseline_the_gate_stays_shut(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Nothing to hold the figures against is no pass, and the sentence says what to do."""
    assert gate.load_baseline(tmp_path / "none.json") is None
    assert gate.judge({SHARE: 70.0}, None, update=False) == 1
    assert "--update" in capsys.readouterr().out


def test_a_missing_folder_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder that is not there, or lacks a part, is named, and the exit code is 1."""
    assert gate.main([str(tmp_path / "nowhere")]) == 1
    assert "nowhere is not here" in capsys.readouterr().out
    assert gate.main([str(tmp_path)]) == 1
    assert "score_quotes.py is missing" in capsys.readouterr().out


def test_the_stored_baseline_holds_exactly_the_figures_of_the_gate() -> None:
    """Every figure has a stored value, and none is left over from an older gate."""
    assert list(json.loads(gate.BASELINE.read_text(encoding="utf-8"))) == list(gate.RULES)


@pytest.fixture
def golds() -> list[dict[str, Any]]:
    return [gold for _, gold in samples.documents()]


def perfect(golds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings that are the record itself."""
    return [{part: copy.deepcopy(gold[part]) for part in ("turns", "quotes", "reported")} for gold in golds]


def figures(golds: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float]:
    pairs = zip(golds, found, strict=True)
    result: dict[str, float] = samples.figures(samples.counts(gold, finding) for gold, finding in pairs)
    return result


def test_the_record_against_itself_is_perfect(golds: list[dict[str, Any]]) -> None:
    """Predictions made from the record itself have F1 1 in every figure, and no false utterance."""
    scores = figures(golds, perfect(golds))
    assert scores.pop(samples.FALSE) == 0
    assert scores == dict.fromkeys(scores, 1.0)
    assert len(scores) == 8


@pytest.mark.parametrize("part", ["turns", "quotes", "reported"])
def test_dropping_one_costs_something(golds: list[dict[str, Any]], part: str) -> None:
    """One turn or quotation less lowers every figure of its kind and none of the other."""
    found = perfect(golds)
    next(finding[part] for finding in found if finding[part]).pop()
    scores = figures(golds, found)
    assert {name for name, value in scores.items() if 0 < value < 1.0} == {n for n in scores if n.startswith(part)}


@pytest.mark.parametrize(
    ("part", "field", "value", "falls"),
    [
        ("turns", "label", "Somebody", {"turns: words and label"}),
        ("turns", "speaker", "Somebody", {"turns: words and speaker"}),
        ("turns", "words", 1000, set(samples.TURN_KEYS)),
        ("quotes", "kind", "indirect", {"quotes: words and kind"}),
        ("quotes", "speakers", ["Somebody"], {"quotes: words and speakers"}),
        ("quotes", "text", "words of ours", set(samples.QUOTE_KEYS)),
        ("reported", "speakers", ["Somebody"], {"reported: words and speakers"}),
        ("reported", "text", "words of ours", set(samples.REPORT_KEYS)),
    ],
)
def test_each_figure_watches_its_own_field(
    golds: list[dict[str, Any]], part: str, field: str, value: object, falls: set[str]
) -> None:
    """A wrong label, speaker, kind or word lowers the figures that speak of it, and no other."""
    found = perfect(golds)
    next(finding[part] for finding in found if finding[part])[0][field] = value
    scores = figures(golds, found)
    assert {name for name, score in scores.items() if name != samples.FALSE and score < 1.0} == falls


def test_what_nobody_said_is_counted(golds: list[dict[str, Any]]) -> None:
    """A title in marks, and a caption taken for a turn, are false utterances; a quotation in a headline is not."""
    gold = next(gold for gold in golds if gold["not_quotes"] and gold["outside"])
    title = {"text": gold["not_quotes"][0], "kind": "mixed", "speakers": []}
    caption = {"begins": " ".join(gold["outside"][0].split()[:5]), "ends": "", "words": 9, "label": "", "speaker": ""}
    finding = {"turns": [*gold["turns"], caption], "quotes": [*gold["quotes"], title], "reported": []}
    assert len(list(samples.false_utterances(gold, finding))) == 2

    gold = next(gold for gold in golds if gold["headline_quotes"])
    finding = {
        "turns": gold["turns"],
        "quotes": [*gold["headline_quotes"], *gold["quotes"]],
        "reported": gold["reported"],
    }
    scores = samples.figures([samples.counts(gold, finding)])
    assert (scores["quotes: words"], scores[samples.FALSE]) == (1.0, 0)


def test_utterances_take_the_shape_of_the_record() -> None:
    """The pieces of a turn are joined, white space between words does not count, quotations stay as they are."""
    utterances = [
        Utterance("One two three\nfour five six.", 0, 1, "turn", "Ann", "Ann Vale", ("Ann Vale",), passage=1),
        Utterance("Seven  eight.", 2, 3, "turn", "Ann", "Ann Vale", ("Ann Vale",), passage=1),
        Utterance("nine", 4, 5, "mixed", "she", "Ann Vale", ("Ann Vale", "Bo Lund"), passage=2),
        Utterance("that it was ten", 6, 7, "indirect", "she", "Ann Vale", ("Ann Vale",), passage=3),
    ]
    assert samples.as_record(utterances) == {
        "turns": [
            {
                "label": "Ann",
                "speaker": "Ann Vale",
                "begins": "One two three four five",
                "ends": "Seven eight.",
                "words": 8,
            }
        ],
        "quotes": [{"text": "nine", "kind": "mixed", "speakers": ["Ann Vale", "Bo Lund"]}],
        "reported": [{"text": "that it was ten", "speakers": ["Ann Vale"]}],
    }


@pytest.mark.parametrize(
    "tool",
    [
        "bench.py",
        "excerpts.py",
        "gate.py",
        "layouts.py",
        "lookalikes.py",
        "samples.py",
        "verify_eval.py",
        "verify_fit.py",
        "verify_pairs.py",
    ],
)
def test_every_measuring_tool_starts(tool: str) -> None:
    """A module that moved in the package is noticed here, not by whoever measures next."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / tool), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


TALK = [("Q", "Where were you?"), ("Ana Velt", "At home."), ("Q", "Alone?"), ("Ana Velt", "I was.")]


def test_turns_are_shown_by_file_and_by_label_shape(tmp_path: Path) -> None:
    """Beside the totals stand every file and every shape of labels, with the mean and the worst."""
    turns = importlib.import_module("turns")
    for name, form in (("colons", "{}: {}\n\n"), ("lines", "{}\n{}\n\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "raw.txt").write_text("".join(form.format(*turn) for turn in TALK * 3), encoding="utf-8")
        gold = "\n".join(json.dumps({"speaker_label": who, "text": said}) for who, said in TALK * 3)
        (tmp_path / name / "gold.jsonl").write_text(gold, encoding="utf-8")

    def score(wanted: list[tuple[str, str]], found: list[tuple[str, str]]) -> dict[str, float]:
        right = len(lcs_pairs(wanted, found))
        shares = {"label_acc": 1, "word_acc": 1, "word_prec": 1, "F1": prf(right, len(wanted), len(found))[2]}
        return {"gold_turns": len(wanted), "pred_turns": len(found), "tp_strict": right, **shares}

    def lcs_pairs(wanted: list[Any], found: list[Any]) -> list[tuple[int, int]]:
        return [(n, n) for n, (one, other) in enumerate(zip(wanted, found, strict=False)) if one == other]

    def prf(right: int, wanted: int, found: int) -> tuple[float, float, float]:
        return 0, 0, 2 * right / (wanted + found)

    def load(path: Path) -> list[tuple[str, str]]:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [(line["speaker_label"], line["text"]) for line in lines]

    scorer = SimpleNamespace(
        score=score, lcs_pairs=lcs_pairs, prf=prf, load=load, speech=str, fold=str, norm_label=str.casefold
    )
    figures, lines = turns.measure(tmp_path, scorer)
    assert figures["turns: strict F1"] == 100
    shown = {
        tuple(line.rsplit(None, 2)) if line.startswith(("label", "name")) else line.split()[0] for line in lines if line
    }
    assert {"colons", "lines", "mean", "worst"} <= shown
    assert ("label alone on its line", "6", "100.00") in shown
    assert ("name and colon", "6", "100.00") in shown


@pytest.mark.parametrize("half", lookalikes.HALVES)
@pytest.mark.parametrize("kind", lookalikes.KINDS)
@pytest.mark.parametrize("lot", lookalikes.LOTS)
def test_a_hash_chooses_the_half_of_a_lookalike(half, kind, lot):
    """Nobody chooses which documents are held back."""
    names = [page.name.rpartition(".")[0] for page in lookalikes.pages(half, kind, lot)]
    assert names
    assert {layouts.is_held_back(name) for name in names} == {half == "held back"}
