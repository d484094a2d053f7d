"""Short documents that look like talks and are none, and short talks that look like lists: which give turns.

    python benchmarks/lookalikes.py                 the half in sight by name, both halves in total
    python benchmarks/lookalikes.py --show NAME | quotedb parse --explain -

`lookalikes/in_sight` and `lookalikes/held_back` hold the documents, one below the other, each under a line with three
equals signs and its name; `layouts.is_held_back` of the name, without its ending, chose the half. What somebody says stands
in a talk as `{{label|words}}`. Of the half that is held back only totals are printed, so that the parser is mended by
reading the other half. `lookalikes/fitted` holds more of both, on which `fit_talk.py` fits weights and nothing is measured.
`lookalikes/newsroom` holds a second lot, in the same two halves: what the folders of a newsroom hold, in six languages.
"""

from __future__ import annotations

import argparse
import io
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import quotedb
from passages import turns_of
from speed import timing

FOLDER = Path(__file__).with_name("lookalikes")
HALVES = ("in sight", "held back")
#: Documents to fit weights on, and for nothing else: nothing is measured on them.
FITTED = "fitted"
KINDS = ("nobody", "talks")
#: The lots, each in its own folder below `FOLDER`.
LOTS = {"lookalikes": ".", "newsroom": "newsroom"}
#: What the gate keeps: turns where nobody speaks, and the share of the turns of talks that are right, in percent.
FALSE_TURNS = tuple(f"{lot} {half}: false turns" for lot in LOTS for half in HALVES)
FOUND = tuple(f"{lot} {half}: turns of talks" for lot in LOTS for half in HALVES)

_HEAD = re.compile(r"^=== (?P<name>.+)\n", re.MULTILINE)
_SAID = re.compile(r"\{\{(?P<label>[^|{}]+)\|(?P<words>[^{}]+)\}\}")


@dataclass(frozen=True, slots=True)
class Page:
    """A document, and the turns that a careful reader finds in it: label and words."""

    name: str
    text: str
    turns: tuple[tuple[str, str], ...]


def pages(half: str, kind: str, lot: str = "lookalikes") -> Iterator[Page]:
    """The documents of one half, or those to fit on: `nobody`, in which nobody speaks, or `talks`."""
    file = FOLDER / LOTS[lot] / half.replace(" ", "_") / f"{kind}.txt"
    parts = _HEAD.split(file.read_text(encoding="utf-8"))[1:]
    for name, marked in zip(parts[::2], parts[1::2], strict=True):
        yield Page(name, _SAID.sub(r"\g<words>", marked), tuple(_SAID.findall(marked)))


def document(page: Page) -> quotedb.Document:
    """The document as it is read from a file."""
    return quotedb.read(io.BytesIO(page.text.encode()))


def turns_in(page: Page) -> list[tuple[str, str]]:
    """The turns that quotedb finds: label and words, the pieces of a passage joined."""
    turns = turns_of(quotedb.parse(document(page)))
    return [(us[0].label or "", " ".join(" ".join(u.text for u in us).split())) for us in turns]


def measure(half: str, lot: str = "lookalikes") -> tuple[Counter[str], dict[str, str]]:
    """What is right and wrong in one half, and what to say of each document that is not all right."""
    counts: Counter[str] = Counter()
    wrong: dict[str, str] = {}
    for page in pages(half, "nobody", lot):
        found = turns_in(page)
        counts.update(pages=1, false=len(found), with_false=bool(found))
        if found:
            wrong[page.name] = f"{len(found)} false turns"
    for page in pages(half, "talks", lot):
        found = turns_in(page)
        blocks = SequenceMatcher(None, page.turns, found, autojunk=False).get_matching_blocks()
        right = sum(block.size for block in blocks)
        counts.update(talks=1, turns=len(page.turns), right=right, found=len(found), silent=not found)
        if right < max(len(found), len(page.turns)):
            wrong[page.name] = f"{right} of {len(page.turns)} turns right, {len(found)} found"
    return counts, wrong


def figures() -> dict[str, float]:
    """For the gate."""
    result: dict[str, float] = {}
    both = itertools.product(LOTS, HALVES)
    for (lot, half), false, found in zip(both, FALSE_TURNS, FOUND, strict=True):
        counts, _ = measure(half, lot)
        result[false] = counts["false"]
        result[found] = 100 * counts["right"] / counts["turns"]
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", metavar="NAME", help="a document in sight, as quotedb reads it")
    wanted = parser.parse_args(arguments).show
    if wanted:
        every = itertools.product(KINDS, LOTS)
        shown = [page for kind, lot in every for page in pages(HALVES[0], kind, lot) if page.name == wanted]
        for page in shown:
            print(document(page).text, end="")
        return 0 if shown else 1
    timing.line("half", "nobody's", "false turns", "in documents", "talks", "turns", "right", "found", "no turn")
    for lot, half in itertools.product(LOTS, HALVES):
        counts, wrong = measure(half, lot)
        keys = ("pages", "false", "with_false", "talks", "turns", "right", "found", "silent")
        timing.line(f"{lot}, {half}", *(str(counts[key]) for key in keys))
        for document_name, what in wrong.items() if half == "in sight" else ():
            print(f"  {document_name}: {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
