"""Labels that a PDF sets off by bold type alone: plain text has none, so a colon does there what weight does on the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.reading.printed.pagelines import PageLine

#: So long (characters) a label is at most; so often it stands; words of a name that stands once at most.
_LONGEST, _AGAIN, _LONGEST_NAME = 60, 2, 5
#: So large a share of what is set off comes back, where a name that stands once is a speaker's.
_MOST = 0.6
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_NO_LABEL_END, _NO_LABEL_NEXT = tuple(".?!:;,-–—…"), tuple(".:,;–—-(")


def has_two_weights(page: Any) -> bool:
    """Whether a page has fonts in bold and others: most have one weight, and need not be read twice."""
    heavy = light = False
    for font in _fonts(page):
        heavy, light = heavy or _is_heavy(font), light or not _is_heavy(font)
    return heavy and light


def _fonts(page: Any) -> list[str]:
    try:
        fonts = page["/Resources"]["/Font"]
        return [str(fonts[name].get_object().get("/BaseFont", "")) for name in fonts]
    except (KeyError, TypeError, AttributeError, ValueError):
        return []


def _is_heavy(font: str) -> bool:
    return any(word in font.casefold() for word in _HEAVY)


def heavy_runs(page: Any) -> list[str]:
    """The words of a page that stand in bold type, run by run; none where the library cannot tell."""
    runs: list[list[str]] = [[]]

    def look(text: str, _cm: Any, _tm: Any, font: Any, _size: Any) -> None:
        heavy = font is not None and _is_heavy(str(font.get("/BaseFont", "")))
        if heavy:
            runs[-1].append(text)
        elif text.strip() and runs[-1]:
            runs.append([])

    try:
        page.extract_text(visitor_text=look)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, ZeroDivisionError, OverflowError):
        return []
    lines = (line for run in runs for line in "".join(run).split("\n"))
    return [folded for line in lines if (folded := " ".join(line.split()))]


def with_colons(pages: Sequence[Sequence[PageLine]], runs: Sequence[Sequence[str]]) -> list[list[PageLine]]:
    """The lines of all pages, a colon behind the labels that open lines in bold; `runs` are those of each page.

    What opens one line in bold may be any words. What opens several is somebody's name or a voice; where nearly all such
    words come back, a name that stands once is that of somebody who speaks once.
    """
    found = [
        [_label_of(line.text, sorted(set(heavy), key=len, reverse=True)) for line in page]
        for page, heavy in zip(pages, runs, strict=True)
    ]
    times = Counter(label for page in found for label in page if label)
    again = {label for label, count in times.items() if count >= _AGAIN}
    if len(again) < _AGAIN:
        return [list(page) for page in pages]
    if sum(times[label] for label in again) >= _MOST * times.total():
        again |= {label for label in times if _is_like_a_name(label)}
    return [
        [_marked(line, label) if label in again else line for line, label in zip(page, labels, strict=True)]
        for page, labels in zip(pages, found, strict=True)
    ]


def _label_of(line: str, runs: Sequence[str]) -> str:
    """The words in bold that open a line, if others follow that are not; "" where they are no label."""
    for run in runs:
        if line.startswith(run) and len(run) < len(line) and len(run) <= _LONGEST:
            rest = line[len(run) :]
            set_off = rest[0] == " " and not rest.lstrip().startswith(_NO_LABEL_NEXT)
            return run if set_off and run[0].isalpha() and not run.endswith(_NO_LABEL_END) else ""
    return ""


def _is_like_a_name(label: str) -> bool:
    words = label.split()
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words if len(word) > 3)


def _marked(line: PageLine, label: str) -> PageLine:
    return replace(line, text=f"{label}: {line.text[len(label) :].lstrip()}")
