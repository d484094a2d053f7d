"""Word lists find what one pattern of all their words would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.parsing.transcript.wordlists import LONGEST, PatternList, WordList, names_in

ALL = frozenset({"i", "you", "let's", "i'm", "vous", "j'ai", "ça", "à vous"})
WORDS = frozenset({"i", "i'm", "let's", "j'ai", "ça", "à vous"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Well, I know.", True),
        ("I'm here.", True),
        ("LET'S go.", True),
        ("We let go.", False),
        ("Infinity.", False),
        ("j'ai faim", True),
        ("Ça va?", True),
        ("C'est à vous.", True),
        ("so it is_i", False),
        ("you only", False),
        ("", False),
    ],
)
def test_words_are_found_whole_and_in_any_case(text: str, found: bool) -> None:
    words = WordList(WORDS, frozenset(word for word in ALL if word.isalpha()))
    assert words.search(text) is found
    assert words.search(text + " x" * LONGEST) is found  # long texts are searched in place
    assert words.search(f"you {text} you", 4, 4 + len(text)) is found


@given(st.text(st.sampled_from("iIyou '’_.,-1çÇàveltjs\n"), max_size=60))
def test_a_list_finds_what_a_pattern_finds(text: str) -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
    assert WordList(WORDS, ALL - {"let's", "i'm", "j'ai", "à vous"}).search(text) is bool(pattern.search(text))


def test_patterns_are_found_inside_and_at_the_head() -> None:
    patterns = PatternList(frozenset({"madam chair", "good (?:morning|day)"}))
    assert patterns.search("Thank you, Madam Chair.")
    assert not patterns.search("Thank you, Madam Chairwoman.")
    assert patterns.match("“Good day to you")
    assert not patterns.match("A good day to you")
    assert PatternList(frozenset({"Q[A-Z]+"})).search("the QUESTION")  # a pattern with capitals keeps its meaning


@given(st.text(st.sampled_from("aZé'_1 .\n"), max_size=30))
def test_names_are_runs_of_letters(text: str) -> None:
    assert names_in(text) == re.findall(r"[^\W\d_]+", text)
