"""Quotations as they are pasted: with marks and commas, with their attribution, interrupted by it."""

from __future__ import annotations

import pytest

import quotedb
from conftest import transcript
from quotedb.matching.pasted import reading_of

COUNCIL = transcript(
    (
        "Ana Velt",
        "Good evening to you all. The lamps stay lit until the boats are home, and I shall see to it myself.",
    ),
    (
        "Bo Olane",
        "Thank you, Ana. Who pays for the oil? I have asked this twice, and nobody in this house has told me.",
    ),
    ("Ana Velt", "The harbour pays, as it did last year. You know that as well as I do, and we said so in March."),
    (
        "Bo Olane",
        "There is a leaflet going round which has the Mayor saying, “No levy, not now and not later.” Did she say that?",
    ),
    ("Ana Velt", "I do not think she did. Would you show me the leaflet before you tell the town of it?"),
    ("Bo Olane", "I would if I had it here, and I am sorry that I have not. You will see it on every door."),
)
ALL = "The lamps stay lit until the boats are home, and I shall see to it myself."


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A database with one meeting."""
    folder = tmp_path_factory.mktemp("council")
    (folder / "council.txt").write_text(COUNCIL, encoding="utf-8")
    quotedb.ingest(folder / "quotes.db", folder / "council.txt")
    return folder / "quotes.db"


@pytest.mark.parametrize(
    ("pasted", "verdict", "flags", "left_out"),
    [
        # marks, commas and dashes are no words
        (f"“{ALL}”", "verbatim", (), ""),
        ("“The lamps stay lit until the boats are home,", "verbatim", (), ""),
        ("— The lamps stay lit until the boats are home,", "verbatim", (), ""),
        # interrupted
        ('"The lamps stay lit until the boats are home," he said, "and I shall see to it."', "verbatim", (), "he said"),
        (
            "“The lamps stay lit”, she told the council, “until the boats are home”",
            "verbatim",
            (),
            "she told the council",
        ),
        ('"The lamps stay lit," she said, "and I shall see to it myself."', "verbatim", ("words-between",), "she said"),
        # the same without marks, or without the first and the last
        ("The lamps stay lit, she said on Monday, until the boats are home.", "verbatim", (), "she said on Monday"),
        ('The lamps stay lit," she said, "until the boats are home.', "verbatim", (), "she said"),
        # with the attribution, whose speaker is asked for
        ('"The lamps stay lit until the boats are home," said Ana Velt.', "verbatim", (), "said Ana Velt"),
        ('"The lamps stay lit until the boats are home," said Bo Olane.', "other-speaker", (), "said Bo Olane"),
        ("The lamps stay lit until the boats are home, said Ana Velt", "verbatim", (), "said Ana Velt"),
        ("“The lamps stay lit until the boats are home.” — Ana Velt", "verbatim", (), "Ana Velt"),
        ("The lamps stay lit until the boats are home. — Ana Velt", "verbatim", (), "Ana Velt"),
        ("Ana Velt: The lamps stay lit until the boats are home.", "verbatim", (), "Ana Velt"),
        # a word is another, and the attribution is none of the differences
        ('"The lamps stay lit until the ships are home," said Ana Velt.', "altered", (), "said Ana Velt"),
        # two statements of one person
        (
            '"The lamps stay lit," she said. "The harbour pays, as it did last year."',
            "verbatim",
            ("words-between",),
            "she said",
        ),
        # words round the marks that the record has as well are no attribution
        (
            "There is a leaflet going around which has the Mayor saying, “No levy, not now and not later.”",
            "altered",
            (),
            "",
        ),
        # the record itself has a comma and a verb of saying there
        ("You know that as well as I do, and we said so in March", "verbatim", (), ""),
        # nobody said that, with or without attribution
        (
            "Ana Velt told reporters: “We shall paint the pier green by Tuesday”",
            "not-found",
            (),
            "Ana Velt told reporters",
        ),
    ],
)
def test_a_pasted_quotation_is_read_as_in_a_draft(council, pasted, verdict, flags, left_out):
    """What is no part of the quotation is left out, and the answer says so."""
    answer = quotedb.verify(council, pasted)
    assert (answer.quote, answer.verdict, answer.flags) == (pasted, verdict, flags)
    assert (f"“{left_out}” was read as its attribution" in answer.understood) is bool(left_out), answer.understood


def test_the_speaker_that_is_asked_for_goes_before_the_one_that_is_pasted(council):
    """--speaker says whom the question is about."""
    pasted = '"The lamps stay lit until the boats are home," said Bo Olane.'
    assert quotedb.verify(council, pasted, speaker="Ana Velt").verdict == "verbatim"
    assert quotedb.verify(council, pasted).coverage.with_speaker == 1


def test_a_speaker_who_is_less_than_sure_is_not_accused(council):
    """A name behind a dash may be anything: the words are found, and nobody is said to have lent them."""
    answer = quotedb.verify(council, "“The lamps stay lit until the boats are home.” — Bo Olane")
    assert (answer.verdict, answer.flags) == ("verbatim", ("speaker-uncertain",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "“”",
        '"',
        '" said',
        "he said, she said",
        "“A”, he said",
        ":" * 50,
        ", said " * 400,
        "“ " * 300,
        "- - -",
    ],
)
def test_any_text_has_a_reading_or_none(text):
    """Nothing that is pasted is an error."""
    reading = reading_of(text)
    assert reading is None or (reading.words and reading.outside)
