"""The ranker: whom it names where the sieves go wrong, what its weights may see, and what stays with the sieves."""

from __future__ import annotations

from importlib import resources

import pytest

import quotedb
from quotedb.parsing.article.ranker import Option, Ranker, ranker, read_weights
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.prose.grammar import TAGS, grammar

#: Features that show words as they are printed, and what else they hold: places and the ways a verb stands to its subject.
SHOWING_WORDS = {"cue", "verb", "left", "left2", "right", "right2", "before", "before2", "after"}
WAYS = {"A", "B", "a", "b", "bb", "next", "aside", "carried", "being", "attached", "relative", "inverted", "passive"}

#: Where the nearest subject is not the speaker: text, words, label.
OVERRULED = [
    (
        "The letter from Ilse Moren warned that the bridge was “a danger to every child in town.”",
        "The letter from Ilse Moren",
    ),
]


@pytest.mark.parametrize(("text", "label"), OVERRULED)
def test_ranked_speakers(text: str, label: str) -> None:
    """Everybody near a quotation is weighed, not only the first subject that a sieve meets."""
    (utterance,) = quotedb.parse(text, form="article")
    assert utterance.label == label


def test_shares_of_all_options_are_one_and_sorted() -> None:
    """The ranker gives each option its share; the best stands first."""
    weights = Ranker({"near": 1.0, "far": -1.0})
    ranked = weights.best([Option("", None, ["far"]), Option("", None, ["near"]), Option("", None, ["unknown"])])
    assert [option.seen for _, option in ranked] == [["near"], ["unknown"], ["far"]]
    assert sum(share for share, _ in ranked) == pytest.approx(1)


def test_shares_become_confidences_along_a_rising_line() -> None:
    """Between two measured points the confidence lies between theirs; without points a share is its own confidence."""
    weights = read_weights("# note\n~\t0.5\t0.4\n~\t0.9\t0.8\n1.5\tnear\n")
    assert [weights.confidence(share) for share in (0.25, 0.5, 0.7, 0.9, 1.0)] == [0.2, 0.4, 0.6, 0.8, 1.0]
    assert read_weights("1.5\tnear\n").confidence(0.7) == 0.7


def test_a_language_without_weights_is_left_to_the_sieves() -> None:
    """No weights, no ranker: nothing is ranked by the habits of another language."""
    assert ranker("xx") is None
    assert ranker("en") is not None


def test_weights_are_small_and_see_no_names() -> None:
    """The file stays under 200 kB, and every word in it is the lexicon's own: no name, no outlet, no topic."""
    text = (resources.files("quotedb.parsing.article") / "weights" / "en.txt").read_text(encoding="utf-8")
    assert len(text.encode()) < 200_000
    lex = lexicon("en")
    endings = tuple(lex.get("quotes.endings.adverb"))
    known = {*grammar(lex).tags, *TAGS}
    seen: set[str] = set()
    for line in text.splitlines():
        what, _, value = line.partition("\t")[2].partition("=")
        if what.removeprefix("N ").removeprefix("0 ") in SHOWING_WORDS:
            seen.update(word for word in value.split(" ") if word.isalpha())
    seen -= WAYS
    assert "said" in seen
    assert {word for word in seen if word not in known and not word.endswith(endings)} == set()
