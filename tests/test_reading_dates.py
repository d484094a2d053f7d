"""Dates: many ways to write one, none to guess one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quotedb.errors import QuotedbError
from quotedb.reading import iso_date

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
