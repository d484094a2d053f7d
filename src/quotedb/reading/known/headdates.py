"""The date that a text prints at its head, for texts of which nothing else says when they are from."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quotedb.errors import QuotedbError
from quotedb.reading.known.dates import iso_date
from quotedb.reading.known.fields import one_line

_LOOK = 12  # lines at the top; further down stands the text itself
_LONGEST = 120  # characters of a line; a longer one is a paragraph
_WORDS = 14  # of a line that still is no sentence of the text
_REMARK = 5  # words of "Last update: 3 May 2025"
_MOST = 6  # dates that are looked up: each costs some milliseconds
_MARKUP = regex.compile(r"^(?:#{1,6}\s+|[>*+-]\s+)|[*_]{1,3}|\s+#+$|`")
_MONTH = r"\p{L}[\p{L}\p{M}]{2,}\.?"
_DATE = regex.compile(
    rf"""\d{{4}}-\d\d-\d\d
      | \d{{1,2}}[./]\ ?\d{{1,2}}[./]\ ?\d{{4}}
      | \d{{1,2}}(?:st|nd|rd|th|er|[.ºª])?\ (?:(?:of|de|del|d[’'])\ ?)?{_MONTH},?\ (?:(?:of|de|del)\ )?\d{{4}}
      | {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?\ \d{{4}}""",
    regex.VERBOSE,
)
#: before a date that is set off: nothing, or a mark ("Harn, 14 March"); a word between must be a weekday ("| Tuesday 14 March")
_BEFORE = regex.compile(r"(?P<mark>^|[,;:.·•|–—-]\s+|[(\[])(?P<word>[\p{L}-]{2,}\.?(?P<comma>,)?\s+)?$")
_RANGE = regex.compile(r"\d\s*[–—-]\s*$")
#: behind it: nothing, a time of day, or a mark; but not the other end of a range
_END = regex.compile(r"[\s.)\]]*$|,?\s(?:\p{L}{1,3}\s)?\d{1,2}(?:[:.]\d\d)?\b.{0,20}$")
_MARK = regex.compile(r"\s*[,;.·•|–—)\]](?!\s*(?:\p{L}+\.?\s)?\d)")
#: "TARN, 3 May 2025 (LNA) — The pier ...": place and date before the dash with which a report begins
_DATELINE = regex.compile(
    rf"""\p{{Lu}}[\p{{Lu}}\p{{M}}\ .'’-]+(?:,\ \p{{L}}[\p{{L}}\ .]{{1,20}})?,\ (?P<date>{_DATE.pattern})
      (?:\ \([^()]{{1,30}}\))?\s*(?:[—–]|--|-\s)""",
    regex.VERBOSE,
)
_BARS = ("·", "•", "|")
#: "Date: 3 May" is a date of the text; "Born: 3 May" and "Updated: 3 May" are none
_NAMED = regex.compile(
    r"(?i)(?:date|datum|data|fecha|dato|day|held|recorded|aired|broadcast|published|veröffentlicht|publié)(?:\s\p{L}+)?:\s+"
)
_LABEL = regex.compile(r"[^:]{1,60}:(?:\s|$)")
_CLOSED = regex.compile(r"[.?!…][\"”’»')\]]*$")


def date_from_head(text: str, start: int = 0, title: str = "") -> str | None:
    """The one ISO date that the first lines after `start` print by itself, in a line's corner or behind a place; None without one.

    A date inside a sentence or a name ("the Accord of 3 May 1998") is none of the text; two different dates are none either.
    `title`: a line that is no label, whatever its colon looks like.
    """
    written = [forms for line in _head(text, start, title) for forms in _set_off(line)][:_MOST]
    found = {day for forms in written if (day := _first(forms))}
    return found.pop() if len(found) == 1 else None


def _head(text: str, start: int, title: str) -> Iterator[str]:
    """The lines above the text itself: up to the first label, paragraph or sentence."""
    seen = 0
    for written in text[start : start + 8_192].split("\n"):
        line = _NAMED.sub("", one_line(_MARKUP.sub("", written.strip())), count=1)
        if not line:
            continue
        dateline = _DATELINE.match(line)
        if dateline is not None:
            yield dateline["date"]
            return
        label, words = None if line == title else _LABEL.match(line), len(line.split())
        dated = _DATE.search(line) is not None
        spoken = label is not None and not _DATE.search(line, 0, label.end())
        if seen == _LOOK or len(line) > _LONGEST or words > _WORDS or (spoken and not (dated and words <= _REMARK)):
            return
        if spoken:  # "Updated: 3 May 2025": a date, but not the text's
            continue
        seen += 1
        yield line
        if _CLOSED.search(line) and not dated and words > _WORDS // 2:
            return


def _set_off(line: str) -> Iterator[tuple[str, ...]]:
    """The dates of a line that are no part of a name or sentence, each in the forms in which it may be read."""
    for found in _DATE.finditer(line):
        ahead = line[: found.start()]
        before = _BEFORE.search(ahead)
        if before is None or _RANGE.search(ahead):
            continue
        ends = _END.match(line, found.end()) is not None
        corner = not before["mark"] or before["mark"].strip() in _BARS
        if not ends and not (corner and _MARK.match(line, found.end())):
            continue
        with_word = (before["word"] or "") + found[0]
        yield (with_word, found[0]) if ends and before["comma"] else (with_word,)


def _first(forms: tuple[str, ...]) -> str | None:
    for form in forms:
        try:
            return iso_date(form)
        except QuotedbError:
            continue
    return None
