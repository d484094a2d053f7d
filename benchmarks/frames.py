"""Sentences in which the nearest name is not the speaker: who hears, who is quoted, what nobody said. articles/frames_*.txt.

    python benchmarks/frames.py             figures of both halves
    python benchmarks/frames.py --misses    and what is wrong in the half in sight

Every line is one sentence, put into a short article about invented people: $A, $B and $C are last names ($A and $C of men,
$B of a woman), $Q is a whole sentence in marks and $q a few words; the stop behind them stands inside the marks. Behind "=>"
stands who said it: A, B or C, a role as printed, "-" where nobody may be named with a confidence from 0.5 on; "|" parts what
will do. The half that is held back has other verbs: rules are made on the half in sight, and of the other one only the
figures are looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import quotedb

FOLDER = Path(__file__).parent / "articles"
HALVES = ("in sight", "held back")
#: What the gate keeps: the share that is right, in percent, and how many lines name somebody wrong.
RIGHT = tuple(f"frames {half}: right" for half in HALVES)
WRONG = tuple(f"frames {half}: somebody wrong named" for half in HALVES)
#: An answer that is no surer says itself that it is open.
NAMES_ABOVE = 0.5
NOBODY = "-"

_MEN = ("Iven Hale", "Otto Farrow", "Piers Lomas", "Tomas Redl", "Hugo Barsk", "Emil Strand", "Karl Venn")
_WOMEN = ("Mara Quist", "Anna Losvane", "Helen Ostrow", "Ida Brandt", "Clara Tamm")
_OTHERS = ("Simon Pask", "Adam Kroll", "Peter Olin")
_WHOLE = (
    "The bridge will not hold another winter", "We have lost the keys to the harbour", "Nobody counted the boats",
    "There is no money left in the chest", "The lamps must stay lit until morning", "You will hear from us on Monday",
    "I have never seen such a flood",
)  # fmt: skip
_ASKED = ("Where did the money go", "Who opened the gate", "Why was nobody warned", "How long will it last")
_SHOUTED = ("Go home", "Shame on you", "Liar")
_FEW = ("a danger to everybody", "rotten to the core", "a gift to nobody", "past all help")
_INTROS = (
    "{a} and {b} came to the town hall of Tarn on Monday. {c} was there as well.",
    "The council of Tarn met on Monday. {b} came late, and so did {a} and {c}.",
    "On Monday {c} opened the meeting in Tarn. {a} sat by the window, {b} at the door.",
)
_OUTRO = "The meeting in Tarn lasted until nine."


class Line(NamedTuple):
    """One sentence in its article, and whom it gives its words to."""

    section: str
    frame: str
    text: str
    end: int  #: where the words end
    wanted: tuple[str, ...]  #: names, labels or NOBODY: any of them will do


class Answer(NamedTuple):
    """What was found for a line."""

    line: Line
    label: str | None
    speaker: str | None
    confidence: float
    rule: str | None

    @property
    def outcome(self) -> str:
        """`right`, `wrong` (somebody else is named) or `nobody` (nobody is named, and somebody should be)."""
        names = self.speaker is not None and self.confidence > NAMES_ABOVE
        if not names:
            return "right" if NOBODY in self.line.wanted else "nobody"
        found = {_bare(self.label or ""), _bare(self.speaker or "")}
        return "right" if any(_bare(wanted) in found for wanted in self.line.wanted) else "wrong"


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words and words[0] in ("a", "an", "the", "his", "her") else words)


def lines(half: str) -> Iterator[Line]:
    """The lines of one half."""
    section, number = "", 0
    for row in (FOLDER / f"frames_{half.replace(' ', '_')}.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("=== "):
            section = row.removeprefix("=== ")
        elif row:
            frame, _, wanted = row.partition(" => ")
            yield _filled(section, frame, wanted, number)
            number += 1


def _filled(section: str, frame: str, wanted: str, number: int) -> Line:
    people = {"A": _MEN[number % len(_MEN)], "B": _WOMEN[number % len(_WOMEN)], "C": _OTHERS[number % len(_OTHERS)]}
    opening, closing = ("“", "”") if number % 2 else ('"', '"')
    sentence, end = "", 0
    rest = frame
    while "$" in rest:
        before, _, rest = rest.partition("$")
        what, rest = rest[0], rest[1:]
        sentence += before
        if what in people:
            sentence += people[what].split()[-1]
            continue
        stop = rest[:1] if rest[:1] in (".", ",", "?", "!") else ""
        rest = rest[len(stop) :]
        words = _FEW if what == "q" else _ASKED if stop == "?" else _SHOUTED if stop == "!" else _WHOLE
        sentence += opening + words[number % len(words)] + stop
        end = len(sentence)
        sentence += closing
    intro = _INTROS[number % len(_INTROS)].format(a=people["A"], b=people["B"], c=people["C"]) + "\n\n"
    sentence += rest
    names = tuple(people.get(one, one) for one in wanted.split("|"))
    return Line(section, frame, f"{intro}{sentence[:1].upper()}{sentence[1:]}\n\n{_OUTRO}\n", len(intro) + end, names)


def answers(half: str) -> list[Answer]:
    """What quotedb makes of each line."""
    found: list[Answer] = []
    for line in lines(half):
        utterances = quotedb.parse(line.text, form="article")
        said = next((u for u in utterances if u.kind != "indirect" and u.start_char < line.end <= u.end_char), None)
        if said is None:
            found.append(Answer(line, None, None, 0.0, None))
        else:
            found.append(Answer(line, said.label, said.speaker, said.confidence or 0.0, said.rule))
    return found


def figures() -> dict[str, float]:
    """For the quality gate: of each half the share that is right, and the number of lines that name somebody wrong."""
    found: dict[str, float] = {}
    for half, right, wrong in zip(HALVES, RIGHT, WRONG, strict=True):
        outcomes = [answer.outcome for answer in answers(half)]
        found[right] = 100 * outcomes.count("right") / len(outcomes)
        found[wrong] = outcomes.count("wrong")
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the figures; with --misses what is wrong in the half in sight."""
    print(f"{'':<12}{'lines':>7}{'right':>7}{'nobody':>8}{'wrong':>7}")
    for half in HALVES:
        count = Counter(answer.outcome for answer in answers(half))
        print(f"{half:<12}{count.total():>7}{count['right']:>7}{count['nobody']:>8}{count['wrong']:>7}")
    if "--misses" in arguments:
        for answer in answers("in sight"):
            if answer.outcome != "right":
                line = answer.line
                print(
                    f"{line.section}: {line.frame} wanted {'|'.join(line.wanted)}; "
                    f"{answer.outcome}: {answer.label!r} = {answer.speaker!r} {answer.confidence:.2f} ({answer.rule})"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
