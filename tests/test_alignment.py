"""Word alignment: the trimmed window of a record for a quote, and what differs there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.matching.alignment import MOST_PAIRS, align

RECORD = "and so i say to you that we did not sell 1,500 lamps to the northern harbour we gave them away that is all"


def shown(quote: str, record: str = RECORD, weights: dict[str, float] | None = None) -> list[str]:
    """The operations in short: "=words", "-only in the quote", "+only in the record", "quote>record"."""
    q, r = quote.split(), record.split()
    found = align(q, r, weights)
    signs = {"equal": "=", "insert": "+", "delete": "-", "replace": ""}
    return [
        signs[o.op]
        + " ".join(q[slice(*o.quote)])
        + (">" if o.op == "replace" else "")
        + ("" if o.op == "equal" else " ".join(r[slice(*o.record)]))
        for o in (found.operations if found else ())
    ]


@pytest.mark.parametrize(
    ("quote", "operations"),
    [
        ("we did not sell", ["=we did not sell"]),
        ("we did sell 1,500 lamps", ["=we did", "+not", "=sell 1,500 lamps"]),
        ("we did not sell 1,600 lamps", ["=we did not sell", "1,600>1,500", "=lamps"]),
        ("we did not sell 1,500 big lamps", ["=we did not sell 1,500", "-big", "=lamps"]),
        # a word that differs at an end stands beside the record's own
        ("we did not sell 1,600", ["=we did not sell", "1,600>1,500"]),
        ("the did not sell 1,500 lamps", ["the>we", "=did not sell 1,500 lamps"]),
        ("they did not sell", ["they>we", "=did not sell"]),
        # but a sentence of other words at an end stands beside nothing
        ("never in my whole life we did not sell", ["-never in my whole life", "=we did not sell"]),
        # a chance "is all" far off is not worth the words between
        ("we did not sell is all", ["=we did not sell", "is all>1,500 lamps"]),
        ("nothing is alike", ["nothing>that", "=is", "alike>all"]),
        ("quite other words", []),
        ("", []),
    ],
)
def test_operations(quote, operations):
    """What has to be done to the quote's words to get the record's."""
    assert shown(quote) == operations


def test_a_small_word_behind_a_changed_one_at_an_end_stays_equal():
    """Its weight is less than the gap costs, but it stands right there."""
    weights = {"to": 0.1, "in": 0.2, "conference": 5.0, "another": 4.0, "1984": 8.0}
    found = align(
        ["another", "conference", "in", "1984", "to"], ["another", "conference", "in", "1985", "to", "us"], weights
    )
    assert [(o.op, o.quote) for o in found.operations] == [("equal", (0, 3)), ("replace", (3, 4)), ("equal", (4, 5))]


def test_small_words_before_a_changed_one_stay_equal():
    """`The price is 1.5bn crowns` beside `The cost is 1.5 billion crowns`: four words at an end, two of them changed."""
    weights = {"the": 0.1, "is": 0.1, "price": 4.0, "1.5bn": 8.0, "crowns": 5.0}
    found = align(["the", "price", "is", "1.5bn", "crowns"], ["so", "the", "cost", "is", "9bn", "crowns"], weights)
    equal = [o.quote for o in found.operations if o.op == "equal"]
    assert equal == [(0, 1), (2, 3), (4, 5)]


def test_rare_words_find_the_window_and_common_ones_do_not():
    """The same number of equal words twice: where the rare ones stand is the place."""
    record = "the old man of the sea and the ships of the line met the saltworks of orvask"
    weights = {"the": 0.5, "of": 0.5, "and": 0.5, "saltworks": 8.0, "orvask": 9.0}
    found = align(["the", "saltworks", "of", "orvask", "and", "the", "ships"], record.split(), weights)
    assert record.split()[found.start : found.end][:3] == ["the", "saltworks", "of"]


def test_words_passed_over_in_the_middle_keep_both_ends_together():
    """A quote that leaves out a clause is one window, not its longer half."""
    found = align(["we", "did", "not", "sell", "1,500", "lamps", "we", "gave", "them", "away"], RECORD.split())
    assert (found.matched, [o.op for o in found.operations]) == (10, ["equal", "insert", "equal"])


def test_figures():
    """Coverage goes by weight, similarity and the longest run by words."""
    found = align(["a", "b", "x", "c"], ["o", "a", "b", "c", "o"], {"a": 1, "b": 1, "c": 4, "x": 2})
    assert found.coverage == pytest.approx(6 / 8)
    assert found.similarity == pytest.approx(2 * 3 / (4 + 3))
    assert (found.longest, found.longest_share) == (2, pytest.approx(2 / 8))


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "the", "of"]), max_size=40)


@settings(max_examples=300)
@given(WORDS, WORDS)
def test_operations_cover_the_quote_and_the_window(quote, record):
    """Nothing is lost between two operations, and equal ones are equal."""
    found = align(quote, record)
    if found is None:
        assert not set(quote) & set(record)
        return
    q, r = 0, found.start
    for op in found.operations:
        assert (op.quote[0], op.record[0]) == (q, r)
        q, r = op.quote[1], op.record[1]
        said, stands = quote[slice(*op.quote)], record[slice(*op.record)]
        assert (said == stands) == (op.op == "equal")
        assert (op.op == "delete") == (bool(said) and not stands)
        assert (op.op == "insert") == (bool(stands) and not said)
    assert (q, r) == (len(quote), found.end)
    assert 0 < found.coverage <= 1
    assert 0 < found.similarity <= 1
    assert 1 <= found.longest <= found.matched <= len(quote)


@settings(max_examples=200)
@given(WORDS.filter(bool), WORDS, WORDS)
def test_what_stands_there_whole_is_found_whole(cut, before, after):
    """A run of the record's words aligns without a difference."""
    found = align(cut, before + cut + after)
    assert [o.op for o in found.operations] == ["equal"]
    assert (found.matched, found.coverage, found.similarity) == (len(cut), pytest.approx(1), 1.0)


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        (["the"] * 5_000, ["the"] * 5_000),
        (["the", "of"] * 1_000, ["of", "the"] * 5_000),
        (
            ["we", "meet", "at", "the", "harbour", "and", "the", "harbour", "is", "the", "end", "of", "the", "road"]
            * 140,
            RECORD.split() * 1_000,
        ),
    ],
    ids=["equal", "two", "natural"],
)
def test_hostile_sizes_are_cut_down(quote, record):
    """Where the pairs of equal words would be millions, the commonest are put in afterwards; the answer stays whole."""
    assert sum(record.count(form) for form in set(quote)) * len(quote) / len(set(quote)) > MOST_PAIRS
    found = align(quote, record)
    assert found.operations[-1].quote[1] == len(quote)


def test_common_words_come_back_round_the_rare_ones():
    """Words left out for their number stand in the diff as equal all the same."""
    words = " ".join(f"the of{n} the" for n in range(400)).split()
    found = align(words, words)
    assert [o.op for o in found.operations] == ["equal"]
