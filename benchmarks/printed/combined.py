"""Layouts in which several habits of printing meet: data below each turn, narrow columns, pages, marks before labels.

The parser was mended with these in sight, so their names are such that none is held back.
"""

from __future__ import annotations

from random import Random

from printed.registry import layout
from printed.sheet import Dialogue, Sheet, often, paged, wrapped

HEADINGS = ("The state of the wall", "Second item: the ferry", "The cost of the pumps", "Part two")


def _turns(
    d: Dialogue, rng: Random, form: str, after: str, below: str = "", between: str = "\n\n", headings: bool = False
) -> Sheet:
    """A sheet of turns set by `form`, each with a line of data below it, now and then with a heading above one."""
    s = Sheet("Talks on the weir\n\n")
    for n, t in enumerate(d.turns):
        if n and headings and often(rng, 0.1):
            s.put(f"\n\n{HEADINGS[n % len(HEADINGS)]}")
        label = form.format(name=t.who.name, upper=t.who.name.upper(), first=t.who.first, qa="QA"[not _asks(d, n)])
        mark, _, label = label.rpartition("\x00")
        s.say((between if n else "") + mark, label, after, t, "\n\n" if between != "\n" else " ")
        s.put(below.format(rng.randrange(10, 99)))
    return s


def _asks(d: Dialogue, n: int) -> bool:
    return d.turns[n].who.asks or d.turns[n].who is d.chair


@layout
def word_counts_below_turns(d: Dialogue, rng: Random) -> Sheet:
    """The number of words stands in brackets below each turn of a text that is broken at 60 columns."""
    return _turns(d, rng, "{name}", ": ", "\n[{} words]").change(lambda text: wrapped(text, 60))


@layout
def confidence_and_headings(d: Dialogue, rng: Random) -> Sheet:
    """How sure a machine was, below each turn, and headings between them."""
    return _turns(d, rng, "{first}", ": ", "\nConfidence: 0.{}", headings=True)


@layout
def a_dash_before_and_replies_below(d: Dialogue, rng: Random) -> Sheet:
    """What a page offers below each turn."""
    return _turns(d, rng, "— \x00{name}", ": ", "\nReply - Like - {}")


@layout
def durations_below_tight_turns(d: Dialogue, rng: Random) -> Sheet:
    """A field below each turn, no blank lines, and labels in italics."""
    return _turns(d, rng, "_\x00{name}", ":_ ", "\nDuration: {} s", "\n").change(lambda text: wrapped(text, 60))


@layout
def narrow_letters_in_brackets(d: Dialogue, rng: Random) -> Sheet:
    """Letters in brackets ask and answer, in a narrow column."""
    return _turns(d, rng, "(\x00{qa}", ") ").change(lambda text: wrapped(text, 38))


@layout
def names_in_the_middle_on_pages(d: Dialogue, rng: Random) -> Sheet:
    """Names in the middle of the line, and pages whose numbers fall where they will."""
    sheet = _turns(d, rng, " " * 20 + "\x00{upper}", "\n", "", "\n\n\n", headings=True)
    return sheet.change(lambda text: paged(wrapped(text, 80), 28, lambda page: f"\n- {page} -\n"))


@layout
def names_on_pages_with_a_foot(d: Dialogue, rng: Random) -> Sheet:
    """A name with a colon alone on its line, pages with a foot, a line of data."""
    sheet = _turns(d, rng, "{name}", ":\n", "\n#{}")
    return sheet.change(lambda text: paged(wrapped(text, 72), 36, lambda page: f"\nTalks on the weir - page {page}\n"))


@layout
def arrows_without_some_colons(d: Dialogue, rng: Random) -> Sheet:
    """Arrows before names in capitals, some of which lost their colon."""
    sheet = Sheet("Talks on the weir\n\n")
    for n, t in enumerate(d.turns):
        lost = n > 4 and often(rng, 0.1)
        sheet.say("\n\n>>" if n else ">>", t.who.name.upper(), " " if lost else ": ", t)
    return sheet
