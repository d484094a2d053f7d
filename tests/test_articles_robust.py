"""Articles as they should not be: shuffled marks, no capitals or nothing else, other languages, one endless paragraph."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.parsing import parse

ARTICLE = (
    "PELHAM, June 3 (KQT) — “There was no time,” said Capt. Idris Vane, who led the crew. “Nobody slept.”\n\n"
    "The ferry’s owner, Tern Lines, called it ‘a sad day’. According to Lena Coburn, its lawyer, the ship was “sound.”\n\n"
    "“We tried,” she said. “We tried\n\n“and we failed.”\n\nVane: “I am sorry.”\n"
)
MARKS = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "''",
    "``",
    ",,",
    "«",
    "»",
    "„",
    "‹",
    "(",
    "—",
    ":",
    ",",
    ".",
    "\n\n",
    "&quot;",
    "",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, 2), st.sampled_from(MARKS)), max_size=25))
def test_broken_marks_give_true_spans(changes: list[tuple[int, int, str]]) -> None:
    """Whatever is dropped, doubled or put elsewhere: no exception, and every span is the document's own text."""
    text = ARTICLE
    for place, length, mark in changes:
        text = text[:place] + mark + text[place + length :]
    end = 0
    for utterance in parse(text, form="article"):
        assert text[utterance.start_char : utterance.end_char] == utterance.text != ""
        assert end <= utterance.start_char
        end = utterance.end_char


@pytest.mark.parametrize(
    "text", ["", "“", "‘We are late’", "Storm nears", "“”", "’’’", "said said said", "\ufeff“a", "“a b c d e f g h"]
)
def test_scraps_are_no_error(text: str) -> None:
    """A document of a headline, a mark or nothing gives a list."""
    assert isinstance(parse(text, form="article"), list)


def speakers(text: str) -> list[tuple[str, str | None]]:
    return [(utterance.text, utterance.speaker) for utterance in parse(text, form="article")]


def test_headline_alone_is_read() -> None:
    """Where a document is nothing but headlines, their quotations count."""
    assert speakers("Vane: ‘There was no time to save the ship’") == [("There was no time to save the ship", "Vane")]
    text = "‘There was no time’: captain Idris Vane on the night the ferry sank"
    assert speakers(text) == [("There was no time", "Idris Vane")]


def test_without_capitals() -> None:
    """Who speaks is a name, where small letters hide that it is one."""
    text = "“there was no time,” said idris vane, the captain. “we tried,” a spokesman said.\n\nthe rest was silence."
    assert speakers(text) == [("there was no time,", "Idris Vane"), ("we tried,", "a spokesman")]


def test_nothing_but_capitals() -> None:
    """Capitals everywhere say nothing, and hide no verb of saying."""
    text = "FERRY SINKS\n\n“THERE WAS NO TIME,” VANE SAID ON FRIDAY.\n\nTHE FERRY SANK “BEYOND ALL HELP,” THE COASTGUARD SAID."
    assert speakers(text) == [("THERE WAS NO TIME,", "Vane"), ("BEYOND ALL HELP,", "COASTGUARD")]


def test_another_language() -> None:
    """Without a lexicon the marks give the spans, and a name beside them the speaker; no common word becomes one."""
    text = (
        "De burgemeester van Pelheim, Karel Brok, heeft maandag de begroting gepresenteerd. „Wij moeten zuinig zijn“, zei "
        "Brok.\n\nDe oppositie noemde het plan een „greep in de zakken van de burger“.\n\n»Zo gaat het niet langer«, zei "
        "Anna Lisow, de voorzitter. Lisow benadrukte: „Wij zijn er klaar voor.“"
    )
    assert speakers(text) == [
        ("Wij moeten zuinig zijn", "Karel Brok"),
        ("greep in de zakken van de burger", None),
        ("Zo gaat het niet langer", "Anna Lisow"),
        ("Wij zijn er klaar voor.", "Anna Lisow"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "“We lost,” Vane said. ",
        "Vane, the captain, ",
        "quoted Vane as saying ",
        '" ',
        "'a ",
        "van den ",
        "Vane said ",
        "Vane said that it was late. ",
        "according to Vane, ",
        "it was late, Vane said, and ",
        "his promise to ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four thousand words in one paragraph take ten times as long as four hundred, not a hundred times."""

    def seconds(count: int) -> float:
        """The best of three: what the collector of garbage does in between belongs to other tests."""
        text, took = unit * count, []
        for _ in range(3):
            begin = time.process_time()
            parse(text, form="article")
            took.append(time.process_time() - begin)
        return min(took)

    seconds(200)
    assert seconds(4_000) < 25 * max(seconds(400), 0.002)
