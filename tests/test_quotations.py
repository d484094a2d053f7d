"""The quotations of an article: which marks hold words that were said, in which pieces, in which zones."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.parsing.article.quotations import find_quotations
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.shapes import Block, Quotation, Zone

if TYPE_CHECKING:
    from quotedb.models import Problem

LEX = lexicon()


def blocks_of(text: str, zone: Zone = Zone.BODY) -> list[Block]:
    return [Block(m.start(), m.end(), zone, "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def find(text: str, zone: Zone = Zone.BODY) -> tuple[list[Quotation], list[Problem]]:
    blocks = blocks_of(text, zone)
    found, problems = find_quotations(text, blocks, Cast(text, blocks, [], LEX), LEX)
    return [quotation for quotation in found if not quotation.reported], problems


def texts(text: str, zone: Zone = Zone.BODY) -> list[str]:
    return [text[a:b] for quotation in find(text, zone)[0] for a, b in quotation.pieces]


NOT_SAID = [
    "Dana “Fox” Orlan came to Tarn.",
    "The so-called “freedom vote” failed.",
    "She sang in the film “Winter Harbor” last year.",
    "He took “The Long Road to Tarn” on the train.",
    "She taught a class called “Winter Ports” last year.",
    "The “middle-out” theory is popular in Tarn.",
    "They sat in the “bubble” all day.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_titles_nicknames_and_terms_are_left_out(text: str) -> None:
    """Words in marks that nobody is said to have said are no utterance."""
    assert texts(text) == []


SAID = [
    ("Tor Vesk called the vote “a farce.”", "a farce."),
    ("Tor Vesk said he was “angry.”", "angry."),
    ("Tor Vesk said the film was “Great Art.”", "Great Art."),
    ("Tor Vesk dismissed it as “theater.”", "theater."),
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_few_words_with_a_verb_of_saying_are_kept(text: str, words: str) -> None:
    """Two words, or one, are a quotation where a verb says that somebody used them."""
    assert texts(text) == [words]


KINDS = [
    ("“We lost it all,” said Tor Vesk.", False),
    ("Tor Vesk said, “We lost it all.”", False),
    ("Tor Vesk wrote: “We lost it all.”", False),
    ("Tor Vesk said it was “a day of shame.”", True),
    ("Tor Vesk said the fleet was “lost” at sea.", True),
]


@pytest.mark.parametrize(("text", "mixed"), KINDS)
def test_direct_and_mixed_are_told_apart(text: str, mixed: bool) -> None:
    """A whole sentence in marks is direct, a part of the writer's sentence mixed."""
    assert [quotation.mixed for quotation in find(text)[0]] == [mixed]


@pytest.mark.parametrize("zone", [Zone.FAQ, Zone.COMMENT, Zone.LIST, Zone.FURNITURE, Zone.HEADING, Zone.STAGE])
def test_no_quotation_from_other_zones(zone: Zone) -> None:
    """Questions of the outlet, comments of readers and the like quote nobody."""
    assert texts("“We lost it all,” said Tor Vesk.", zone) == []


def test_captions_may_quote() -> None:
    """A caption is narration too, single marks included."""
    text = "Tor Vesk said the talks would cover the 'state of the fleet'. [Northland Photo]"
    assert texts(text, Zone.CAPTION) == ["state of the fleet"]


PROBLEMS = [
    ("Tor Vesk said “we lost.", "unclosed-mark"),
    ("“It is a shame that nobody came to help us,” they said.", "pronoun-without-antecedent"),
    ("“It is a shame that nobody came to help us at all tonight.”", "quote-without-speaker"),
    ("Anna Orlan met Ada Orlan. “We lost the whole fleet,” Orlan said.", "ambiguous-name"),
]


@pytest.mark.parametrize(("text", "code"), PROBLEMS)
def test_what_stays_open_is_reported_with_its_place(text: str, code: str) -> None:
    """Nothing is settled silently: each open question has a code and a place."""
    found = [problem for problem in find(text)[1] if problem.code == code]
    assert len(found) == 1
    assert found[0].start_char is not None
    assert found[0].end_char is not None
    assert 0 <= found[0].start_char < found[0].end_char <= len(text)


def test_label_span_is_the_label() -> None:
    """The label is the document's own characters."""
    text = "“We lost,” said the Northland Treasury’s chief, Tor Vesk. “All of it.” Ms. Orlan called that “a lie.”"
    for quotation in find(text)[0]:
        assert quotation.label_span is not None
        assert text[slice(*quotation.label_span)] == quotation.label


ARTICLE = """Tor Vesk, the envoy, met Ada Orlan in Tarn. “We lost it all,” he said, “and more.”

Orlan said it was “a sad day” for 'the fleet', according to KQT News: ''Nobody came.''

"It is late," the Treasury's spokesman said. "Go home."

“And then,” Orlan went on. “I left.

“I never came back.” (Vesk called her «brave».)"""

PIECES = re.findall(r"\w+|\s+|[^\w\s]", ARTICLE)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, len(PIECES) - 1), max_size=60), st.randoms(use_true_random=False))
def test_any_article_gives_true_spans(changes: list[int], chance: object) -> None:
    """Marks and words shuffled, doubled and dropped: no exception, spans that are the document's own words."""
    pieces = list(PIECES)
    for place in changes:
        what = chance.randrange(3)  # type: ignore[attr-defined]
        other = chance.randrange(len(pieces))  # type: ignore[attr-defined]
        if what == 0:
            pieces[place % len(pieces)], pieces[other] = pieces[other], pieces[place % len(pieces)]
        elif what == 1:
            pieces.insert(place % len(pieces), pieces[other])
        else:
            pieces[place % len(pieces)] = " "
    text = "".join(pieces)
    quotations, problems = find(text)
    place = 0
    for start, end in sorted(piece for quotation in quotations for piece in quotation.pieces):
        assert place <= start < end <= len(text)
        place = end
    for quotation in quotations:
        assert 0 <= quotation.confidence <= 1
        if quotation.label_span is not None:
            assert text[slice(*quotation.label_span)] == quotation.label
    assert all(p.start_char is None or 0 <= p.start_char < len(text) for p in problems)


@given(st.text(max_size=200))
def test_any_text_gives_a_result(text: str) -> None:
    """No text raises."""
    find(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["A", "A ", "“", "“a” ", "said, ", "(,", "he said “x,” and ", "Tor Vesk, ", "\n“", "'a "]
)
def test_time_is_linear(unit: str) -> None:
    """Nothing a page can hold makes it slow: four times the length costs about four times the time."""

    def seconds(size: int) -> float:
        """The best of two: what the collector of garbage does in between belongs to other tests."""
        took = []
        for _ in range(2):
            begin = time.process_time()
            find(unit * (size // len(unit)))
            took.append(time.process_time() - begin)
        return min(took)

    assert seconds(40_000) < 8 * seconds(10_000) + 0.3
