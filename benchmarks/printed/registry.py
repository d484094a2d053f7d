"""The layouts, and the documents without turns, each under its name."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from printed.sheet import Dialogue, Layout, Sheet

#: Makes the text of a document in which nobody's turns are printed, out of the words of a dialogue.
Negative = Callable[[Dialogue, Random], str]

LAYOUTS: dict[str, Layout] = {}
#: The language of the dialogues that a layout prints, where it prints one only.
LANGUAGES: dict[str, str] = {}
NEGATIVES: dict[str, Negative] = {}
#: Documents without turns on which weights are fitted, and nothing is measured.
FITTED: dict[str, Negative] = {}


def layout(function: Layout) -> Layout:
    """Register a layout under its function's name."""
    LAYOUTS[_named(function)] = function
    return function


def layout_in(language: str) -> Callable[[Layout], Layout]:
    """Register a layout for the dialogues of one language under its function's name."""

    def registered(function: Layout) -> Layout:
        LANGUAGES[_named(function)] = language
        return layout(function)

    return registered


def negative(function: Negative) -> Negative:
    """Register a document without turns under its function's name."""
    NEGATIVES[_named(function)] = function
    return function


def fitted(function: Negative) -> Negative:
    """Register a document without turns on which weights are fitted, under its function's name."""
    FITTED[_named(function)] = function
    return function


def _named(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", " ")


def simple(
    name: str,
    before: str,
    after: str,
    form: str = "{name}",
    between: str = "\n\n",
    within: str | None = None,
    top: str = "",
) -> None:
    """Register a layout whose turns are all set alike; `form` makes the label, stamps are counted up."""

    def printed(d: Dialogue, _rng: Random) -> Sheet:
        s = Sheet(top)
        people = d.people
        seconds = 3
        for n, t in enumerate(d.turns):
            stamps = {
                "hms": f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}", "ms": f"{seconds // 60:02}:{seconds % 60:02}",
                "m": f"{seconds // 60}:{seconds % 60:02}", "words": f"{seconds // 60} minutes {seconds % 60} seconds", "n": str(n + 1),
                "late": f"{(seconds + 9) // 3600:02}:{(seconds + 9) // 60 % 60:02}:{(seconds + 9) % 60:02}", "clock": f"10:{n % 60:02} AM",
            }  # fmt: skip
            label = form.format(
                name=t.who.name, first=t.who.first, last=t.who.last, upper=t.who.name.upper(), FIRST=t.who.first.upper(),
                low=t.who.first.lower(), mr=f"{t.who.title}. {t.who.last}", MR=f"{t.who.title.upper()}. {t.who.last.upper()}",
                LAST=t.who.last.upper(), initials=t.who.initials, office=t.who.office, body=t.who.body, seat=t.who.seat,
                number=people.index(t.who), ir="Interviewer" if t.who.asks or t.who is d.chair else "Respondent",
                qa="Q" if t.who.asks or t.who is d.chair else "A", ip="I" if t.who.asks or t.who is d.chair else "P",
            )  # fmt: skip
            inner = (between.split("{")[0] or "\n\n") if within is None else within
            s.say(
                (between.format(**stamps) if n else "") + before.format(**stamps),
                label,
                after.format(**stamps),
                t,
                inner,
            )
            seconds += 2 + sum(map(len, t.paragraphs)) // 15
        return s

    LAYOUTS[name] = printed
