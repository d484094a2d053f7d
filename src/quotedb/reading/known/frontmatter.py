"""YAML front matter at the top of a text or Markdown file: what it says about the document."""

from __future__ import annotations

import re

from quotedb.reading.known.fields import Fields, clean_fields, one_line

#: our field, and the keys under which front matter gives it, the first that holds something wins
KEYS = {
    "title": ("title",),
    "url": ("url", "source_url", "canonical_url", "canonical", "permalink", "link", "source"),
    "publisher": ("publisher", "outlet", "site", "sitename"),
    "published": ("published", "published_time", "date", "publish_date", "pubdate"),
    "spoken": ("spoken", "spoken_date", "date_spoken"),
    "event": ("event",),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
}
_BLOCK = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
#: A line of a block that is no sound YAML, mostly for a colon in a title: a key, and a plain value.
_LINE = re.compile(r"([A-Za-z][\w-]{0,30}):[ \t]+([^\s\[{|>&*!%@`#].*)")
_LONGEST = 65_536  # characters; a longer block is text between two rules


def front_matter(text: str) -> tuple[Fields, int]:
    """The fields that the front matter of `text` gives, and the offset at which the text goes on (0: there is none).

    Broken YAML is read line by line and no reason to refuse a text, and an unreadable date is dropped.
    """
    found = _BLOCK.match(text[:_LONGEST])
    if not found:
        return {}, 0
    import yaml  # here: only texts with front matter need it

    try:
        # BaseLoader leaves every scalar as it was written: no 31 February that raises, no "no" that means False
        values = yaml.load(found[1], Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but strings
    except (yaml.YAMLError, ValueError, RecursionError):
        values = _by_line(found[1])
    if not isinstance(values, dict):
        # without one key it was no front matter but a paragraph between two rules, which stays text
        return {}, found.end() if values is None and ":" in found[1] else 0
    lowered = {str(key).lower().replace("-", "_"): value for key, value in values.items()}
    said = {field: _first(lowered, keys, field) for field, keys in KEYS.items()}
    return clean_fields(said, strict=False), found.end()


def _by_line(block: str) -> dict[str, str] | None:
    """The keys with a plain value on their line; None where there are none."""
    lines = [found for line in block.splitlines() if (found := _LINE.fullmatch(line))]
    return {found[1]: _unquoted(found[2].strip()) for found in lines} or None


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first(values: dict[str, object], keys: tuple[str, ...], field: str) -> str:
    for key in keys:
        text = _scalar(values.get(key))
        if text and (field != "url" or text.startswith(("http://", "https://"))):
            return text
    return ""


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(one_line(part) for part in value if isinstance(part, str))
    if isinstance(value, dict):  # "author: {name: ...}"
        value = value.get("name")
    return one_line(value) if isinstance(value, str) else ""
