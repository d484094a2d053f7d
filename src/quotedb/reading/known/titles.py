"""A title for a text that has none: its first short line, or its file name made readable."""

from __future__ import annotations

import itertools
import re
from pathlib import PurePath

from quotedb.reading.known.fields import one_line

_LONGEST = 150  # characters of a title
_LOOK = 6  # lines at the top; further down stands the text itself
_LABEL = re.compile(r"(?P<label>[^:]{1,60}):(?:\s|$)")  # "Mara Olin: ..." begins the speech
_HEADLINE = 4  # words: the least of a headline's halves, "Handshake at the Lighthouse: What the Deal Means"
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[>*+-]\s+)|[*_]{1,3}|\s+#+$|`")
_PASSED_OVER = re.compile(
    r"""\W*$                                     # rules and ornaments
      | [\[(<{]                                  # stage directions, links, tags
      | (?:https?://|www\.)                      # addresses
      | (?:by|von|par|por)\s+\w                  # bylines
      | for\ immediate\ release\b
      | (?:\w+,?\s+)?\d{1,2}[:.]\d\d\b           # "5:55 P.M."
      | [^\d]{0,25}\d{1,2}[^\d]{0,20}\d{4}\W*$   # "Wednesday, 13 September 2023", "March 3, 2023"
      | \d{4}-\d\d-\d\d\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


#: a running head that became the first line: "Harbour Inquiry, Day 2    Page 1 of 9"
_PAGE = re.compile(
    r"(?<=\w)(?:\s*[|,·–—-]\s*(?:page|seite)\s\d+|\s(?:page|seite)\s\d+(?=\s?(?:of|von|/)))(?:\s?(?:of|von|/)\s?\d+)?$",
    re.IGNORECASE,
)
#: a line that stands below a headline and below nobody's words: by whom and when, without a full stop
_CREDITED = re.compile(
    r"(?:(?i:by|von|par|por)\s+[^\W\da-z_].*[^.?!…]|[^\d.?!:]{0,40}\d{1,2}[^\d]{0,20}\d{4}\W*|\d{4}-\d\d-\d\d)$"
)


_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[^\W\d]{3,10}\.?\s\d{1,2},\s\d{4}|\d{1,2}[- ][^\W\d]{3,10}[- ]\d{2,4})"
#: the head of a message in an exported chat: "12/03/2024, 14:05 - ", "[14:05:11] ", "Mara Olin  2:05 PM"; one alone may be a title
_MESSAGE = re.compile(
    rf"^(?:[\[(<]?{_DAY},?\s(?:at\s)?{_CLOCK}|[\[(<]{_CLOCK}[\])>]|\d{{1,2}}:\d\d:\d\d\s+\S"
    rf"|[^\W\d_][^\n:]{{0,40}}?,?\s+[\[(]?(?:{_DAY},?\s)?{_CLOCK}[\])]?[ \t]*$)",
    re.MULTILINE,
)


def title_from_text(text: str, start: int = 0) -> str:
    """The first short line after `start` that can be a title, without its Markdown; "" where the speech begins at once.

    Datelines, bylines, times, addresses and lines in brackets are passed over; a label, a sentence or the head of a
    message ends the search.
    """
    head = text[start : start + 8_192]
    if len(messages := list(itertools.islice(_MESSAGE.finditer(head), 2))) == 2:
        head = head[: messages[0].start()]
    lines = [line.strip() for line in head.split("\n") if line.strip()][:_LOOK]
    for line, below in itertools.pairwise([*lines, ""]):
        if line.startswith("!["):
            continue
        plain = _PAGE.sub("", one_line(_MARKUP.sub("", line)))
        if _PASSED_OVER.match(plain):
            continue
        if (
            len(plain) > _LONGEST
            or (plain[-1] in ".:;," and not line.startswith("#"))
            or (_is_labelled(plain) and not _CREDITED.match(below))
        ):
            return plain if line.startswith("#") and len(plain) <= _LONGEST else ""
        return plain
    return ""


def _is_labelled(line: str) -> bool:
    """Whether a line begins with a label: a headline with a colon has small words or marks before it and no full stop at its end."""
    found = _LABEL.match(line)
    if found is None:
        return False
    before, after = found["label"].split(), line[found.end() :].split()
    headline = min(len(before), len(after)) >= _HEADLINE and line[-1] not in ".?!…"
    return not (headline and any(word[0].islower() or word[0] in "'‘“\"" for word in before))


def title_from_location(location: str | None) -> str:
    """The last part of a path or URL without its suffix, hyphens and underlines as spaces; "" for None."""
    if not location:
        return ""
    stem = PurePath(location.split("?")[0].rstrip("/")).stem
    return one_line(re.sub(r"[-_+]+|%20", " ", stem)) or one_line(location)
