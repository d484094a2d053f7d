"""Records whose fields say who speaks and what: `Speaker: Ana Velt` and `Text: Good evening` below it, in any notation.

The notation is the document's own: colons, equals signs, tabs, bold names, quotes as in YAML and JSON, tags of XML. It is
looked for where no label was found otherwise: most forms name people in such fields too, and have no words of theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.zones.lines import Line

#: So many records, at least.
FEWEST = 4
#: So many fields at most stand between who speaks and what is said.
BETWEEN = 3
#: A field's name with its value is looked for in so many characters of a line.
REACH = 240
#: One field on its line: `Speaker: Ana Velt`, `- speaker: "Ana Velt"`, `<speaker>Ana Velt</speaker>`, `**Speaker:** Ana Velt`.
_FIELD = re.compile(
    r"(?:[-*•]\s+)?(?:[\"'*_\\#.\[]{0,3}(?P<key>[^\W\d_][\w -]{0,18}?)[\"'*_\]]{0,3}[ \t]{0,2}(?P<sign>::?|=|\t)\**[ \t]*"
    r"|<(?P<tag>[^\W\d_][\w:-]{0,18})(?: [^<>]{0,60})?>[ \t]*|[#*_]{0,4}(?P<alone>[^\W\d_]\w{2,14})[*_]{0,3}(?=\Z))"
)
#: Several fields on one line: `{"speaker": "Ana Velt", "text": "Good evening"}`, `speaker="Ana Velt" text="Good evening"`.
_INLINE = re.compile(
    r"[\"']?(?P<key>[^\W\d_][\w-]{0,18})[\"']?\s{0,2}[:=]\s{0,2}(?P<mark>[\"'])(?P<value>[^\"'\n]{1,80})(?P=mark)"
)
_SAID = r"[\"']?(?:{words})[\"']?\s{{0,2}}[:=]\s{{0,2}}[\"'](?=\S)"
#: An element that names in an attribute who speaks, and holds the words: `<u who="Ana Velt">Good evening</u>`.
_ATTRIBUTE = re.compile(
    r"<(?P<tag>[a-z][\w:-]{0,18}) (?:[\w:-]+=[\"'][^\"'<>\n]{0,60}[\"'] ){0,3}"
    r"(?P<key>[\w-]{1,18})=[\"'](?P<value>[^\"'<>\n]{1,80})[\"'][^<>\n]{0,80}>[ \t]*"
)
_VALUE = re.compile(r"[\"']?(?P<value>[^\"'<>|\n][^<>|\n]{0,90}?)[\"']?(?:</[\w:-]{1,20}>)?,?\s*\Z")
#: A line above the name that is part of the record: another field, a tag, a number in brackets.
_OPENS = re.compile(r"(?:- )?[\"'*_]{0,3}[^\W\d_]\w{0,18}[\"'*_]{0,3}\s?[:=]\s?[^\n]{0,40}|[<\[{(][^\n]{0,40}")
#: What opens a value that stands on the lines below.
_BELOW = frozenset(("", "|", ">", "|-", ">-"))


def fielded_heads(
    text: str, lines: Sequence[Line], words: LabelWords, plausible: Callable[[str], float], _paragraphs: int
) -> list[Head]:
    """One candidate for each record that says who speaks and what; [] where a document has none."""
    found = [head for head in _records(text, lines, words) if plausible(head.label) > 0]
    times = Counter(head.label for head in found)
    return found if len(found) >= FEWEST and 1 < len(times) < len(found) else []


def _records(text: str, lines: Sequence[Line], words: LabelWords) -> Iterator[Head]:
    who, said = words.naming_fields, words.said_fields
    inline_said = re.compile(_SAID.format(words="|".join(map(re.escape, sorted(said)))), re.IGNORECASE)
    named: tuple[int, int, int] | None = None  # the line of the name, and where the name stands
    last = -1
    for number, line in enumerate(lines):
        stop = min(line.end, line.start + REACH)
        head = _of_one_line(text, number, line, stop, who, inline_said)
        if head is not None:
            yield head
            named, last = None, number
            continue
        field = _FIELD.match(text, line.start, stop)
        if field is None:
            continue
        key = (field["key"] or field["tag"] or field["alone"]).casefold()
        if key in who:
            at, row = (field.end(), line) if field.end() < line.end else _below(lines, number)
            value = _VALUE.match(text, at, row.end) if row is not None else None
            named = None if value is None else (number, *value.span("value"))
        elif key in said and named is not None and number - named[0] <= BETWEEN + 1:
            bare = text[field.end() : line.end].strip() in _BELOW
            body = line.end if bare else field.end() + (text[field.end()] in "\"'")
            above = _opening(text, lines, named[0], last)
            yield Head(number, named[1], named[2], body, text[named[1] : named[2]], "fields", bare=False, above=above)
            named, last = None, number


def _opening(text: str, lines: Sequence[Line], number: int, last: int) -> int:
    """Where a record begins: with the fields and marks right above the one that names somebody."""
    while number - 1 > last and not lines[number].blanks:
        above = lines[number - 1]
        if not _OPENS.fullmatch(text, above.start, above.end):
            break
        number -= 1
    return lines[number].start


def _below(lines: Sequence[Line], number: int) -> tuple[int, Line | None]:
    """Where the next line begins, and that line."""
    following = lines[number + 1] if number + 1 < len(lines) else None
    return (following.start, following) if following is not None else (0, None)


def _of_one_line(
    text: str, number: int, line: Line, stop: int, who: frozenset[str], inline_said: re.Pattern[str]
) -> Head | None:
    """The record that stands on one line."""
    if text[line.start] == "<":
        element = _ATTRIBUTE.match(text, line.start, stop)
        if element and element["key"].casefold() in who:
            return Head(
                number, *element.span("value"), element.end(), element["value"], "fields", element.end() >= line.end
            )
    if not ('"' in text[line.start : stop] or "'" in text[line.start : stop]):
        return None
    for field in _INLINE.finditer(text, line.start, stop):
        if field["key"].casefold() in who:
            words = inline_said.search(text, field.end(), stop)
            if words:
                return Head(
                    number, *field.span("value"), words.end(), field["value"], "fields", bare=False, above=line.start
                )
    return None
