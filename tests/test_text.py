"""Folding, words and sentences: the ground that verbatim stands on."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotedb.parsing.text import Folded, fold, sentences, words

FORMS = [
    ("Hello, world", ["hello", "world"]),
    ("Don’t don't donʼt don`t", ["don't"] * 4),
    ("well-known well–known well‑known", ["well-known"] * 3),
    ("the plan—which failed—was his", ["the", "plan", "which", "failed", "was", "his"]),
    ("the plan--which", ["the", "plan", "which"]),
    ("1,000 3.5 1.2.3 7, 8.", ["1,000", "3.5", "1.2.3", "7", "8"]),
    ("the workers' 'own' rule", ["the", "workers", "own", "rule"]),
    ("U.S. and snake_case", ["u", "s", "and", "snake", "case"]),
    ("ﬁnd ½ STRASSE straße", ["find", "1", "2", "strasse", "strasse"]),
    ("co\u00adoperate zero\u200bwidth", ["cooperate", "zerowidth"]),
    ("cafe\u0301 café CAFÉ", ["café"] * 3),
    ("हिन्दी में", ["हिन्दी", "में"]),
    ("ＡＢＣ＇ｓ", ["abc's"]),
    ("[bracketed] “quoted”", ["bracketed", "quoted"]),
    ("", []),
    ("…—’", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_words_are_folded_alike(text: str, expected: list[str]) -> None:
    """Look-alike marks, case, ligatures and invisible characters make no difference between words."""
    assert [word.form for word in words(text)] == expected


def test_words_point_at_the_original_characters() -> None:
    """A word's place is in the text as printed, also after characters that fold to more or fewer."""
    text = "Die ﬁnale Großstadt İzmir, so\u00adgar"
    assert [text[word.start : word.end] for word in words(text)] == [
        "Die",
        "ﬁnale",
        "Großstadt",
        "İzmir",
        "so\u00adgar",
    ]


TRICKY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aZ'’-–—\u0301ßİﬁ½ 1.,각ᄀ\u1161ﾞ")), max_size=60)


@given(TRICKY)
def test_index_map_is_whole_and_rising(text: str) -> None:
    """Every folded character has a true place in the original, in order."""
    folded = fold(text)
    assert isinstance(folded, Folded)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(TRICKY)
def test_words_agree_with_their_own_span(text: str) -> None:
    """Words stand in order, and folding only a word's own characters gives words that contain it."""
    found = words(text)
    assert [(w.start, w.end) for w in found] == sorted((w.start, w.end) for w in found)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.form in fold(text[word.start : word.end]).text


@given(st.text(alphabet="abcdefXYZ ’'“”-–.,0123\u00e9", max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folding."""
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=80))
def test_fast_path_and_slow_path_agree(text: str) -> None:
    """The same words come out whether or not something in the text needs the slow path."""
    slow = words(text + " \u0132x")
    assert [w.form for w in slow[:-1]] == [w.form for w in words(text + " ")]


SENTENCES = [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    ("Mr. Orlan met Gen. Vesk. They left.", ["Mr. Orlan met Gen. Vesk.", "They left."]),
    ("“Why?” she asked. “Because.” He left.", ["“Why?” she asked.", "“Because.”", "He left."]),
    ("It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]),
    ("J. R. Tamm of the U.S. Navy spoke. It rained.", ["J. R. Tamm of the U.S. Navy spoke.", "It rained."]),
    ("No end", ["No end"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end at points, but not after titles, initials and abbreviations."""
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_sentences_of_a_part() -> None:
    """Spans are offsets into the whole text, also when only a part is asked for."""
    text = "Skip. One. Two."
    assert [text[a:b] for a, b in sentences(text, 6, 10)] == ["One."]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a\u0301\u0327", "word ", "'-", "각", "ﬁ", "\u0301\u0327"])
def test_time_is_linear(unit: str) -> None:
    """Nothing a page can hold makes folding slow."""
    begin = time.process_time()
    words(unit * (200_000 // len(unit)))
    assert time.process_time() - begin < 3
