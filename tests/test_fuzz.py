"""What must hold for every document, however broken: a short run of benchmarks/fuzz.py, and its own checks."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import fuzz
import quotedb


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_broken_documents_give_true_results(seed):
    """No exception, every utterance at its place, in the order of the text."""
    assert [failure for *_, failure in fuzz.run(80, seed) if failure] == []


def test_a_run_can_be_repeated():
    """A number names one document for ever, so that what failed can be looked at."""
    assert fuzz.document(3) == fuzz.document(3) != fuzz.document(4)


TEXT = "“We lost the boat,” said Ana Velt.\n\n“We will build another,” she said."


@pytest.mark.parametrize(
    "change",
    [
        {"start_char": 0},
        {"end_char": 999},
        {"speaker": "Bo Tamm"},
        {"confidence": 1.5},
        {"rule": ""},
    ],
    ids=["start", "end", "speaker", "confidence", "rule"],
)
def test_what_is_wrong_is_found(change):
    """The check tells a false utterance from a true one."""
    first, second = quotedb.parse(TEXT)
    assert fuzz.check(TEXT, [first, second]) == ""
    assert fuzz.check(TEXT, [first, replace(second, **change)])
    assert fuzz.check(TEXT, [second, first])


def test_each_change_changes_something():
    """Every way of breaking a document breaks ours."""
    from random import Random

    for change in fuzz.CHANGES:
        assert any(change(TEXT, Random(seed)) != TEXT for seed in range(5)), change.__name__
