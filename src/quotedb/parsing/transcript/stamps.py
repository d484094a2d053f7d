"""Time stamps: what the clock of a recording looks like before, behind and inside a label."""

from __future__ import annotations

import re

#: A clock in figures, and one in words.
_FIGURES = r"(?:\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3})"
_SPELT = (
    r"\d{1,2}\s?h(?:ours?)?\s?\d{1,2}\s?m(?:in(?:utes?)?)?(?:\s?\d{1,2}\s?s(?:ec(?:onds?)?)?)?"
    r"|\d{1,3}\s?m(?:in(?:utes?)?)?\s?\d{1,2}\s?s(?:ec(?:onds?)?)?|\d{1,2} seconds"
)
_CLOCK = rf"(?:{_FIGURES}|{_SPELT})"
_SPAN = rf"{_CLOCK}(?:\s*(?:-->|[-–—]|to\b)\s*{_CLOCK})?"
_LENGTH = r"(?:\s*\(\d+\s*\w{1,7}\))?"
_PLAIN = rf"(?:\\?\[\s*{_SPAN}\s*\\?\]|\(\s*{_SPAN}\s*\)|<\s*{_SPAN}\s*>|{_SPAN})"
#: A stamp that is a link into the recording, in Markdown and in HTML: `[[00:12](https://...)]`.
_LINKED = rf"(?:[\[(]?\[\s*{_SPAN}\s*\]\([^()\s]{{1,120}}\)[\])]?|[\[(]?<a [^<>]{{1,150}}>\s*{_SPAN}\s*</a>[\])]?)"
#: Emphasis and code marks may stand round any of them: `*(00:12)*`.
_MARKED = rf"(?P<fence>\*{{1,3}}|_{{1,2}}|`|~~){_PLAIN}(?P=fence)"
_STAMPED = rf"(?:{_LINKED}|{_PLAIN}|{_MARKED}){_LENGTH}"
_DATE = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}),?[ T]"
#: Days (or hours), hours, minutes and seconds in groups, as the logs of flights have them.
_GROUPS = r"\d{2,3}(?: \d{2}){3}(?=\s{2}|\t)"
#: A stamp before a label, behind one, at the end of a label.
STAMP_FIRST = re.compile(
    rf"(?P<stamp>{_GROUPS}|\[{_DATE}{_CLOCK}\]|(?:{_DATE})?{_STAMPED})(?=\W|\Z)(?:\t{_CLOCK}(?=\t))?\s*(?:[-–—|]\s*)?"
)
STAMP_NEXT = re.compile(rf"\s*(?:[-–—|,]\s*)?(?P<stamp>{_STAMPED})(?=\W|\Z)")
STAMP_LAST = re.compile(rf"[\s,|–—-]*(?P<stamp>{_STAMPED})\s*\Z")
_STAMP_BARE = re.compile(rf"(?P<stamp>(?:{_DATE})?{_STAMPED})\Z")

_LINK_PARTS = re.compile(r"\]\([^()\s]*\)|<[^<>]*[a-z\"'/][^<>]*>")

#: A clock in brackets at the head of a paragraph.
PARAGRAPH_CLOCK = re.compile(r"[\[(]\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[\])][ \t]*(?=\S)")


def stamp_alone(line: str) -> str | None:
    """The time stamp, if nothing else stands on the line."""
    found = _STAMP_BARE.match(line) if len(line) <= 50 else None
    return clean(found["stamp"]) if found else None


def trailing_stamp(text: str, start: int, end: int) -> int | None:
    """Where the words end before a time stamp at the end of ``text[start:end]``; None where there is no stamp."""
    found = STAMP_LAST.search(text, max(start, end - 50), end)
    return found.start() if found and found.start() > start else None


def clean(stamp: str) -> str:
    """A stamp without its brackets, the link that it is, and the length that stands behind it."""
    stamp = _LINK_PARTS.sub("", re.sub(r"\s*\(\d+\s*\w+\)\Z", "", stamp))
    return stamp.strip("\\[]()<>*_`~ ")
