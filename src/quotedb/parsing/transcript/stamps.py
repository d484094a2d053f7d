"""Time stamps: what the clock of a recording looks like before, behind and inside a label."""

from __future__ import annotations

import functools
import re

#: A clock in figures, and one in words.
_HOUR = r"(?:\s?[AaPp]\.?[Mm]\.?|\s(?:horas|hrs?\.?|hs\.?|Uhr\b\.?)(?!\w))?"
_FIGURES = rf"(?:\d{{1,3}}:\d{{2}}(?::\d{{2}}){{0,2}}(?:[.,]\d{{1,3}}|:\d(?!\d))?{_HOUR}|\d{{1,2}}:\d{{1,2}}:\d{{1,2}}\.\d{{1,3}})"
_SPELT = (
    r"\d{1,2}\s?h(?:ours?)?\s?\d{1,2}\s?m(?:in(?:utes?)?)?(?:\s?\d{1,2}\s?s(?:ec(?:onds?)?)?)?"
    r"|\d{1,3}\s?m(?:in(?:utes?)?)?\s?\d{1,2}\s?s(?:ec(?:onds?)?)?|\d{1,2} seconds"
)
_CLOCK = rf"(?:{_FIGURES}|{_SPELT})"
_TO = r"\s*(?:--?>|→|[-–—]|to\b)\s*"
_SPAN = rf"{_CLOCK}(?:{_TO}{_CLOCK})?"
#: Seconds alone are a stamp in brackets: `[12.4s -> 15.0s]`.
_SECONDS = rf"[\[(]\s?\d{{1,6}}(?:\.\d{{1,3}})?\s?s(?:{_TO}\d{{1,6}}(?:\.\d{{1,3}})?\s?s)?\s?[\])]"
_LENGTH = r"(?:\s*\(\d+\s*\w{1,7}\))?"
_PLAIN = rf"(?:\\?\[\s*{_SPAN}\s*\\?\]|\(\s*{_SPAN}\s*\)|<\s*{_SPAN}\s*>|{_SPAN}|{_SECONDS})"
#: A stamp that is a link into the recording, in Markdown and in HTML: `[[00:12](https://...)]`.
_LINKED = rf"(?:[\[(]?\[\s*{_SPAN}\s*\]\([^()\s]{{1,120}}\)[\])]?|[\[(]?<a [^<>]{{1,150}}>\s*{_SPAN}\s*</a>[\])]?)"
#: Emphasis and code marks may stand round any of them: `*(00:12)*`.
_MARKED = rf"(?P<fence>\*{{1,3}}|_{{1,2}}|`|~~){_PLAIN}(?P=fence)"
_STAMPED = rf"(?:{_LINKED}|{_PLAIN}|{_MARKED}){_LENGTH}"
#: A day in words, as chats print it before the clock.
DAY = r"(?:[Tt]oday|[Yy]esterday|[Hh]eute|[Gg]estern|[Aa]ujourd['’]hui|[Hh]ier|[Hh]oy|[Aa]yer)(?: at| um| à| a las)?"
_DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{DAY}),?[ T]"
#: Days (or hours), hours, minutes and seconds in groups, as the logs of flights have them: `03 07 15 22`, `1402:11`, `14.02:11`; the
#: counter of a tape in a column of its own: `4.25     DC OLIN`.
_GROUPS = (
    r"(?:(?:\d{2,3}(?: \d{2}){3}|\d{4}:\d{2})(?=\s{2}|\t| \|)|\d{2}\.\d{2}:\d{2}(?=\s)|\d{1,3}\.\d{2}(?=\s{3}|\t))"
)
#: A stamp before a label, behind one, at the end of a label, alone on its line.
#: A name may be glued to a clock: `10:10Velt: Good evening`.
_FIRST = (
    rf"(?P<stamp>{_GROUPS}|\[{_DATE}{_CLOCK}\]|(?:{_DATE})?{_STAMPED})(?=\W|\Z|(?<=:\d\d)[A-Z][a-z])"
    rf"(?:\t{_CLOCK}(?=\t))?\s*(?:(?:--|[-–—|])\s*|[;/]\s+)?"
)
_NEXT = rf"\s*(?:[-–—|,]\s*)?(?P<stamp>(?:{_DATE})?{_STAMPED})(?=\W|\Z)"
_LAST = rf"[\s,|–—-]*(?P<stamp>{_STAMPED}|\(\d{{1,5}} (?:words|seconds|sec|min)\))\s*\Z"
_BARE = rf"(?P<stamp>(?:{_DATE})?{_STAMPED}):?\Z"
#: No stamp is without one.
_DIGIT = re.compile(r"\d")

_LINK_PARTS = re.compile(r"\]\([^()\s]*\)|<[^<>]*[a-z\"'/][^<>]*>")

#: A clock in brackets at the head of a paragraph.
PARAGRAPH_CLOCK = re.compile(r"[\[(]\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[\])]:?[ \t]*(?=\S)")


#: No clock in brackets has more characters.
LONGEST_CLOCK = 24
#: A clock in brackets between two sentences or words of a turn, or on the last line of a paragraph.
#: The bracket comes first, and what stands before it after: so it is looked for and nothing else is.
INLINE_CLOCK = re.compile(
    r"[\[(](?:(?<=\n.)|(?<=\s.)(?P<inside>))\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]:?(?:\s+(?=\S)|(?(inside)(?!)|\s*\Z))"
)


@functools.cache
def _pattern(source: str) -> re.Pattern[str]:
    """The expression, compiled where there may be a stamp: the four take longer than a whole article."""
    return re.compile(source)


def stamp_first(line: str, at: int) -> re.Match[str] | None:
    """The time stamp at this place, before a label."""
    return None if line[at : at + 1].isalpha() else _pattern(_FIRST).match(line, at)


def stamp_next(line: str, at: int) -> re.Match[str] | None:
    """The time stamp at this place, behind a label."""
    return _pattern(_NEXT).match(line, at) if _DIGIT.search(line, at) else None


def stamp_last(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The time stamp at the end of ``text[start:end]``."""
    end = len(text) if end is None else end
    return _pattern(_LAST).search(text, start, end) if _DIGIT.search(text, start, end) else None


def stamp_alone(line: str) -> str | None:
    """The time stamp, if nothing else stands on the line."""
    found = _pattern(_BARE).match(line) if len(line) <= 50 and _DIGIT.search(line) else None
    return clean(found["stamp"]) if found else None


def no_words(text: str, start: int, end: int) -> bool:
    """Whether nothing stands in ``text[start:end]``, or a clock in brackets alone: what is left between two clocks."""
    if end - start >= LONGEST_CLOCK:
        return False
    piece = text[start:end].strip()
    return not piece or (piece[0] in "[(" and stamp_alone(piece) is not None)


def trailing_stamp(text: str, start: int, end: int) -> int | None:
    """Where the words end before a time stamp at the end of ``text[start:end]``; None where there is no stamp."""
    found = stamp_last(text, max(start, end - 50), end)
    return found.start() if found and found.start() > start else None


def clean(stamp: str) -> str:
    """A stamp without its brackets, the link that it is, and the length that stands behind it."""
    stamp = _LINK_PARTS.sub("", re.sub(r"\s*\(\d+\s*\w+\)\Z", "", stamp))
    return stamp.strip("\\[]()<>*_`~ ")
