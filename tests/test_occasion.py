"""What ties a quote to a passage besides its words: the date that is named, and the sentence in which the quote was pasted."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import quotedb
from conftest import transcript
from quotedb.cli import main
from quotedb.errors import QuotedbError
from quotedb.matching.occasion import on_date, telling


def talk(day: str, *turns: tuple[str, str]) -> str:
    """A transcript of one day."""
    return f"---\nspoken: {day}\n---\n\n{transcript(*turns)}"


MAY = talk(
    "2024-05-15",
    ("Mara Olin", "The keepers of the northern harbour were cold. They gave all forty lamps away before the winter."),
    ("Teo Brandt", "Who asked them? A harbour needs its lamps."),
    ("Mara Olin", "Nobody asked them, and nobody thanked them."),
)
JUNE = talk(
    "2023-06-02",
    ("Mara Olin", "A harbour needs its lamps."),
    ("Teo Brandt", "It needs bread before it needs anything."),
    ("Mara Olin", "Then let us buy bread."),
)


@pytest.mark.parametrize(
    ("found", "asked", "told"),
    [
        ("2024-05-15", "2024-05-15", True),
        ("2024-05-18", "2024-05-15", True),  # printed some days later
        ("2024-05-14", "2024-05-15", True),  # before midnight there
        ("2024-05-19", "2024-05-15", False),
        ("2024-05-13", "2024-05-15", False),
        ("2024-05-15", "2024-05", True),
        ("2024-06-02", "2024-05", True),  # said on the last of May, printed in June
        ("2024-06-04", "2024-05", False),
        ("2024-05-15", "2024", True),
        ("2024-05", "2024-05-15", None),  # some day of that month
        ("2024-06", "2024-05-15", False),
        ("2024-06", "2024-05", False),
        (None, "2024-05-15", None),
        ("2024-05-15", None, None),
    ],
)
def test_dates_as_coarse_as_they_are(found, asked, told):
    """To the year, the month or the day on either side; None where that tells nothing."""
    assert on_date(found, asked) is told


def test_what_was_said_on_the_day_comes_first(fresh):
    """The same words stand in two texts: the date tells which is meant, and both are given."""
    path = fresh(may=MAY, june=JUNE)
    for day, speakers in (("2024-05-15", ["Teo Brandt", "Mara Olin"]), ("2023-06", ["Mara Olin", "Teo Brandt"])):
        verdict = quotedb.verify(path, "A harbour needs its lamps", date=day)
        assert [match.speaker for match in verdict.matches] == speakers
        assert (verdict.verdict, verdict.flags) == ("verbatim", ())
        assert verdict.understood == f"5 words; of {day}"


def test_words_of_another_date_are_flagged(fresh):
    """An old sentence served as new: the words stand there, and the date does not."""
    verdict = quotedb.verify(fresh(may=MAY, june=JUNE), "Then let us buy bread", date="2024-05-15")
    assert (verdict.verdict, verdict.flags) == ("verbatim", ("other-date",))
    assert verdict.explanation == "Every word stands in the record, but of another date:"
    undated = quotedb.verify(
        fresh(plain=transcript(("Ana", "Then let us buy bread."), ("Bo", "When?"), ("Ana", "Now."))),
        "Then let us buy bread",
        date="2024",
    )
    assert undated.flags == ()


@pytest.mark.parametrize(
    ("date", "verdict"),
    [(None, "not-found"), ("2024-05-15", "altered"), ("2024", "altered"), ("2023", "not-found")],
)
def test_the_date_ties_a_few_words(fresh, date, verdict):
    """Of fewer than eight words nearly all are enough where the day agrees."""
    assert quotedb.verify(fresh(may=MAY), "They gave all fifty lamps away", date=date).verdict == verdict


@pytest.mark.parametrize(
    ("pasted", "verdict"),
    [
        ("The keepers of the northern harbour “gave all fifty lamps away”, a spokesman said.", "altered"),
        ("The bakers of the southern valley “gave all fifty lamps away”, a spokesman said.", "not-found"),
    ],
)
def test_the_sentence_around_ties_a_few_words(fresh, pasted, verdict):
    """A few words that were pasted with their sentence belong where that sentence's words stand as well."""
    assert quotedb.verify(fresh(may=MAY), pasted).verdict == verdict


def test_small_words_verbs_of_saying_and_names_tell_nothing():
    """What every sentence has is left out."""
    found = telling("Mara Olin said that the keepers of the harbour are cold", ("Mara Olin",))
    assert found == telling("keepers harbour cold")


def test_the_command_takes_a_date(fresh):
    """In any form that says which day is meant; anything else is wrong usage, and so is a date for a whole draft."""
    path = str(fresh(may=MAY, june=JUNE))
    done = CliRunner().invoke(main, ["verify", path, "Then let us buy bread", "--date", "15 May 2024", "--json"])
    assert (done.exit_code, json.loads(done.stdout)["flags"]) == (0, ["other-date"])
    for wrong in (["Then let us buy bread", "--date", "soon"], ["--file", path, "--date", "2024"]):
        assert CliRunner().invoke(main, ["verify", path, *wrong]).exit_code == 2
    with pytest.raises(QuotedbError, match="soon"):
        quotedb.verify(path, "Then let us buy bread", date="soon")


def test_words_of_a_replaced_text_are_told(tmp_path):
    """A source has changed its text: verification looks at what stands there now, and says what stood there before."""
    page, path = tmp_path / "page.txt", tmp_path / "q.db"
    page.write_text(
        transcript(
            ("Mara Olin", "We shall sell all forty lamps before winter."), ("Teo Brandt", "All?"), ("Mara Olin", "All.")
        )
    )
    quotedb.ingest(path, [page])
    page.write_text(
        transcript(
            ("Mara Olin", "We shall keep the lamps of the north."), ("Teo Brandt", "All?"), ("Mara Olin", "All.")
        )
    )
    assert quotedb.verify(path, "We shall sell all forty lamps").verdict == "verbatim"
    quotedb.ingest(path, [page])
    verdict = quotedb.verify(path, "We shall sell all forty lamps")
    assert (verdict.verdict, verdict.flags) == ("not-found", ("earlier-version",))
    assert "in a text that was replaced since then" in verdict.explanation
    old = quotedb.search(path, "keep lamps").hits[0].uid
    assert "uid " in verdict.understood
    assert old not in verdict.understood
    assert quotedb.verify(path, "We shall sell the moon and the stars").flags == ()


def test_a_few_verbatim_words_inside_do_not_speak_for_a_whole_sentence(fresh):
    """Marks round three words of a long sentence of the record make the rest no attribution."""
    pasted = "The keepers in the harbour of the north said “all forty lamps” had been given away before the winter, being cold."
    assert quotedb.verify(fresh(may=MAY), pasted).verdict != "verbatim"
