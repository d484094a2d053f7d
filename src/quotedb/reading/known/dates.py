"""Dates as people write them, to ISO; what is missing or ambiguous is never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

from quotedb.errors import QuotedbError

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]+\d{1,2}:\d\d.*)?)?)?\Z", re.DOTALL)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?\Z")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\Z")  # always day.month.year where it is used
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\Z")
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
_DAY = re.compile(r"(?<![\d:])(\d{1,2})(?![\d:])")
_HOW = "write it as 2023-09-13"
_LONGEST = 60  # characters; a date that is longer is a sentence


def iso_date(value: object) -> str | None:
    """The ISO form (2023, 2023-09 or 2023-09-13) of a date, datetime or string; None for None and empty strings.

    Strings: ISO dates and datetimes (the day as written, without a change of time zone), 13.09.2023, 13/09/2023 where
    only one reading is possible, and forms with a month name in any language that dateparser knows. Raises QuotedbError
    for anything else, with a sentence that says how to write it.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    if not text:
        return None
    return _numeric(text) or _with_month_name(text)


def _numeric(text: str) -> str | None:
    if found := _ISO.match(text) or _COMPACT.match(text) or _YEAR_FIRST.match(text):
        return _checked(text, *found.groups())
    if found := _DOTTED.match(text):
        return _checked(text, found[3], found[2], found[1])
    if found := _SLASHED.match(text):
        first, second, year = found.groups()
        if first == second or int(first) > 12:
            return _checked(text, year, second, first)
        if int(second) > 12:
            return _checked(text, year, first, second)
        one, other = (f"{year}-{int(m):02}-{int(d):02}" for m, d in ((first, second), (second, first)))
        raise QuotedbError(f"the date '{text}' can be read in two ways; write it as {one} or {other}")
    return None


def _checked(text: str, year: str, month: str | None = None, day: str | None = None) -> str:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise QuotedbError(f"the date '{text}' does not exist; {_HOW}") from None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def _with_month_name(text: str) -> str:
    unclear = QuotedbError(f"'{text[:_LONGEST]}' is not understood as a date; {_HOW}")
    years = _YEAR.findall(text)
    # without a year, or without letters, dateparser would have to guess: "yesterday", "13 September", "12 34 2023"
    if len(years) != 1 or len(text) > _LONGEST or not any(character.isalpha() for character in text):
        raise unclear
    import dateparser  # here: it takes a quarter of a second, and most dates are ISO already

    days = {int(day) for day in _DAY.findall(text.replace(years[0], " "))}
    for parts in (["day", "month", "year"], ["month", "year"]):
        if "day" not in parts and days:
            break
        settings = {"REQUIRE_PARTS": parts, "PARSERS": ["absolute-time"], "STRICT_PARSING": "day" in parts}
        try:
            found = dateparser.parse(text, settings=settings)
        except (ValueError, OverflowError, RecursionError, TypeError):
            raise unclear from None
        if found is None or found.year != int(years[0]):
            continue
        if "day" not in parts:
            return f"{found:%Y-%m}"
        if found.day in days:
            return found.date().isoformat()
    raise unclear
