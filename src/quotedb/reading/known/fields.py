"""What is known about a document beside its text: the field names, cleaned the same way wherever they come from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quotedb.errors import QuotedbError
from quotedb.reading.known.dates import iso_date

FIELDS = ("title", "url", "publisher", "published", "spoken", "event", "language", "byline")
_DATES = ("published", "spoken")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-]+)?\Z", re.IGNORECASE)

Fields = dict[str, str]


def clean_fields(values: Mapping[str, object], *, strict: bool) -> Fields:
    """The fields that hold something: white space normalised, dates as ISO, languages as two letters.

    `strict` (what a person wrote for us): a date or language that cannot be understood raises QuotedbError. Otherwise
    (what a document says of itself) it is dropped: a missing date is better than a wrong one.
    """
    cleaned: Fields = {}
    for field, value in values.items():
        try:
            text = iso_date(value) if field in _DATES else one_line(value)
            if text and field == "language":
                text = _language(text)
        except QuotedbError as error:
            if strict:
                raise QuotedbError(f"{field}: {error}") from None
            continue
        if text:
            cleaned[field] = text
    return cleaned


def one_line(value: object) -> str:
    """A value as one line: no-break spaces, line ends and runs of spaces become one space; None is empty."""
    return "" if value is None else " ".join(sound(str(value)).split())


def sound(text: str) -> str:
    """`text` without what no database can keep: NUL goes, half a character (a lone surrogate) becomes the mark �."""
    text = text.replace("\0", "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _language(text: str) -> str:
    found = _LANGUAGE.match(text)
    if not found:
        raise QuotedbError(f"'{text}' is no language code; write two letters such as en or de")
    return found[1].lower()
