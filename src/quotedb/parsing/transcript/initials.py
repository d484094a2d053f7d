"""Initials that a document explains: behind a name in a label, or by the list of those who are present."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords

_INITIALS = re.compile(r"(?P<name>[^()]{3,60}) \((?P<initials>[^\W\d_a-zß-öø-ÿ]{2,4})\)\Z")
#: Those who are present stand near the head of the minutes (characters), so many of them at least.
FRONT, FEWEST = 4000, 3
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*){1,3}"
#: Names with their initials, one behind the other: `Ana Velt (AV), Bo Olane (BO)`.
_BRACKETED = re.compile(rf"(?P<name>{_NAME}) \((?P<initials>[A-Z]{{2,3}})\)")
_ROW = re.compile(rf"{_NAME} \([A-Z]{{2,3}}\)(?:[,;] {_NAME} \([A-Z]{{2,3}}\)){{2,}}")
#: A line that says who is present, with names behind its colon or alone on the lines below.
_PRESENT = re.compile(
    r"^[#*_>\s\d.-]*(?P<word>[^\W\d_]+(?: [^\W\d_]+){0,2})[*_ ]*(?::[*_ ]*(?P<row>[^\n]*))?$", re.MULTILINE
)
#: Somebody who is present, and maybe for whom: `- Ana Velt (Tern)`.
_ONE = re.compile(rf"[\s*•–—|-]*(?:\d{{1,3}}[.)]\s+)?(?P<name>{_NAME})(?:\s?[(\[,–—|-][^\n]{{0,60}})?")
_BETWEEN = re.compile(r"[,;]\s*")


def initials_in(label: str) -> str | None:
    """The initials that a label explains: "PL" of `Piers Lowell (PL)`; None where the bracket holds something else."""
    found = _INITIALS.match(label)
    if found is None:
        return None
    initials, name = found["initials"], found["name"].split()
    return initials if len(name) > 1 and (initials[0], initials[-1]) == (name[0][0], name[-1][0]) else None


@functools.lru_cache(maxsize=8)  # asked several times about one document
def introduced_in(text: str, words: LabelWords) -> dict[str, str]:
    """The initials of those who are present and their names, as minutes introduce them: `Ana Velt (AV), Bo Olane (BO), ...`.

    Below the head of a list that says so (`Attendees`) the names tell them: AV for `Ana Velt`, MO and MVO for `Mara Vant
    Ock`. Initials of two people stand for "": they are explained, and nobody knows by whom.
    """
    row = _ROW.search(text, 0, FRONT)
    if row:
        return _one_each((found["initials"], found["name"]) for found in _BRACKETED.finditer(row[0]))
    for head in _PRESENT.finditer(text, 0, FRONT):
        if head["word"].casefold() not in words.present:
            continue
        entries = _BETWEEN.split(head["row"]) if head["row"] else _lines_below(text, head.end())
        names = [found["name"] for entry in entries if (found := _ONE.fullmatch(entry.rstrip(" .\t")))]
        if len(names) >= FEWEST:
            return _one_each((initials, name) for name in names for initials in letters_of(name.split()))
    return {}


def letters_of(name: Sequence[str]) -> set[str]:
    """All initials of the words of a name, and those of its first and last word: MO and MVO for `Mara Vant Ock`."""
    return {"".join(word[0] for word in name), name[0][0] + name[-1][0]}


def _one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for initials, name in pairs:
        found[initials] = name if found.get(initials, name) == name else ""
    return found


def _lines_below(text: str, start: int) -> list[str]:
    """The names that stand alone on the lines from here on, blank ones between them."""
    found: list[str] = []
    for line in text[start : start + FRONT].split("\n"):
        if line.strip() and not _ONE.fullmatch(line.rstrip(" .\t")):
            break
        found += [line] if line.strip() else []
    return found
