"""Dates: many ways to write one, none to guess one."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pytest

from quotedb.errors import QuotedbError
from quotedb.reading import iso_date, read

READ = [
    (None, None),
    ("", None),
    ("  ", None),
    ("2023", "2023"),
    ("2023-09", "2023-09"),
    ("2023-09-13", "2023-09-13"),
    ("2023-9-3", "2023-09-03"),
    ("20230913", "2023-09-13"),
    ("2023/09/13", "2023-09-13"),
    ("2023-09-13T23:30:00-04:00", "2023-09-13"),
    ("2023-09-13 23:30:00-04:00", "2023-09-13"),
    ("2023-09-13T10:00Z", "2023-09-13"),
    (date(2023, 9, 13), "2023-09-13"),
    (datetime(2023, 9, 13, 23, 30, tzinfo=UTC), "2023-09-13"),
    (2023, "2023"),
    ("13.09.2023", "2023-09-13"),
    ("3. 4. 2023", "2023-04-03"),
    ("13/09/2023", "2023-09-13"),
    ("09/13/2023", "2023-09-13"),
    ("04/04/2023", "2023-04-04"),
    ("13 September 2023", "2023-09-13"),
    ("September 13, 2023", "2023-09-13"),
    ("Sept. 13, 2023", "2023-09-13"),
    ("Wednesday, 13 September 2023", "2023-09-13"),
    ("13\u00a0September\u00a02023", "2023-09-13"),
    ("13th of September 2023", "2023-09-13"),
    ("September 2023", "2023-09"),
    ("13. September 2023", "2023-09-13"),
    ("3 mai 2023", "2023-05-03"),
    ("3. März 2023", "2023-03-03"),
]

REFUSED = [
    ("03/04/2023", "2023-03-04 or 2023-04-03"),
    ("3-4-2023", "two ways"),
    ("2023-13-01", "does not exist"),
    ("2023-02-30", "does not exist"),
    ("31.02.2023", "does not exist"),
    ("0000-01-01", "does not exist"),
    ("yesterday", "not understood"),
    ("3 days ago", "not understood"),
    ("13 September", "not understood"),
    ("in 2023", "not understood"),
    ("September 31, 2023", "not understood"),
    ("2022 or 2023", "not understood"),
    ("13 September 23", "not understood"),
    ("the meeting took place in the summer of the year 2023 or perhaps somewhat later", "not understood"),
]


@pytest.mark.parametrize(("value", "expected"), READ)
def test_dates_that_are_read(value: object, expected: str | None) -> None:
    """A date keeps the precision in which it was written, and its day is not moved between time zones."""
    assert iso_date(value) == expected


@pytest.mark.parametrize(("value", "words"), REFUSED)
def test_dates_that_are_refused(value: str, words: str) -> None:
    """What is ambiguous, relative, incomplete or impossible is refused with a sentence that says how to write it."""
    with pytest.raises(QuotedbError) as refused:
        iso_date(value)
    assert words in str(refused.value)
    assert "write it as" in str(refused.value)


#: what a text prints at its head -> the date that it bears
HEADS = [
    # alone on a line, with a weekday, behind a place or an outlet, before or behind a time
    ("Lantern Commission\nDaily Briefing\n17 March 2025\n\n12:04 P.M.\n\nMS. QUILL: Good day.", "2025-03-17"),
    ("CHAMBER OF HARBOURS\nOFFICIAL REPORT\nTuesday, 18 March 2025\n\nThe Chamber met at 10 a.m.", "2025-03-18"),
    ("Talk at the pier\nSat, Mar 15, 2025\n\nMara Olin  0:00\nYes.", "2025-03-15"),
    ("Press statements\nOstholm, 14 March 2025\n\nMARA OLIN: Yes.", "2025-03-14"),
    ("Harbour council\nOstholm, Friday, 14 March 2025, 10 a.m.\n\nThe Chair: Good.", "2025-03-14"),
    ("Ferry tied up\n\nBy Jona Rask\nHarbour Post, 14 March 2025\n\nOSTHOLM - The ferry is tied up.", "2025-03-14"),
    ("Tuesday 18 March 2025 at 10 a.m.\n\nMARA: Yes.", "2025-03-18"),
    ("Wednesday, 12 June 2024 – The House met at noon\n", "2024-06-12"),
    ("Lamps | 14 March 2025 | Harbour Post\n\nThey burn.", "2025-03-14"),
    ("Daily briefing - June 6, 2012\n\nMARA: Yes.", "2012-06-06"),
    ("(14 March 2025)\n\nMARA: Yes.", "2025-03-14"),
    ("Date: 3 May 2025\nPlace: Ostholm\n\nMARA: Yes.", "2025-05-03"),
    ("# Talk\n*Harbour Post, 25 March 2025*\n\n**You?**", "2025-03-25"),
    # the dateline of a report
    (
        "Ferry tied up\n\nOSTHOLM, March 14, 2025 (LNA) — The ferry is tied up, and nobody can say for how long it will be.",
        "2025-03-14",
    ),
    ("OSTHOLM, Vescaria, 14 March 2025 -- The ferry is tied up.", "2025-03-14"),
    ("OSTHOLM, March 14 — The ferry is tied up.", None),
    ("OSTHOLM, 03/04/2025 — The ferry is tied up.", None),
    ("The treaty of Ostholm, 3 May 1998 — nobody remembers it — was signed here.", None),
    # other languages, numbers
    ("Conférence\nLa Rive, 14 mars 2025\n\nMARA : Oui.", "2025-03-14"),
    ("Gespräch\n16. März 2025\n\nFrage: Und?", "2025-03-16"),
    ("Sitzung\nMontag, 3. Juni 2024, 10:00 Uhr\n", "2024-06-03"),
    ("Record\n2025-03-14\n", "2025-03-14"),
    ("Record\n13/04/2025\n", "2025-04-13"),
    # the same date twice is one
    ("Minutes, 14 March 2025\n14 March 2025\n\nMARA: Yes.", "2025-03-14"),
    # what else is dated is not the text
    ("14 March 2025\nUpdated: 15 March 2025\n\nMARA: Yes.", "2025-03-14"),
    ("Updated 15 March 2025\n\nThe ferry is tied up.", None),
    ("Born: 3 May 1960\n\nShe keeps the lamps.", None),
    ("The Accord of 3 May 1998\n\nIt was long ago.", None),
    ("The Accord, 3 May 1998, and After: A History\n", None),
    ("Lamps Act, as amended on 3 May 1998\n\nOne lamp a house.", None),
    ("Olin 3 May 1998\n", None),
    ("14 March 2025 was a cold day\n", None),
    # two days, a range, two readings: none is better than a wrong one
    ("Published: 3 May 2025 | Recorded: 1 May 2025\n", None),
    ("13-14 March 2025\n\nMARA: Yes.", None),
    ("13 – 14 March 2025\n\nMARA: Yes.", None),
    ("May 3, 2025 – May 5, 2025\n", None),
    ("03/04/2025\n\nMARA: Yes.", None),
    # the head ends with the first label, paragraph or sentence
    ("MARA OLIN: On 3 May 2025\n\n14 March 2025\n", None),
    ("MARA OLIN: Yes.\n\n14 March 2025\n", None),
    ("She was born in Ostholm, and left for good in the year of the flood.\n\n14 March 2025\n", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_the_date_at_the_head_of_a_text(text, expected):
    """It is read where it stands by itself, and only there."""
    assert read(io.StringIO(text)).published == expected


def test_the_head_is_asked_last():
    """Front matter and what is given come before it, and a date of the words is a date."""
    text = "Talk\n14 March 2025\n\nMARA: Yes.\n"
    assert read(io.StringIO(text), published="2025-03-20").published == "2025-03-20"
    assert read(io.StringIO(text), spoken="2025-03-13").published is None
    assert read(io.StringIO("---\ndate: 2025-03-16\n---\n" + text)).published == "2025-03-16"


def test_a_headline_with_a_colon_is_no_label():
    """The date below the byline is reached."""
    text = "Olin: lamps were forgotten\n\nBy Jona Rask\nHarbour Post, 27 March 2025\n\nMara Olin is angry.\n"
    assert read(io.StringIO(text)).published == "2025-03-27"


def test_captions_bear_the_date_of_their_title():
    """Their text begins with speech."""
    page = "WEBVTT - Harbour Tonight, 15 March 2025\n\n00:01.000 --> 00:04.000\n<v Mara Olin>Since 1 May 2024.\n"
    assert read(io.StringIO(page)).published == "2025-03-15"


def test_a_long_head_costs_little():
    """Lines that look like dates are looked up a few times only."""
    text = "\n".join(f"Olin, {day} Lampmonth 2025" for day in range(10, 22)) + "\n"
    assert read(io.StringIO(text * 1000)).published is None
