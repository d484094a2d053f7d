"""Whether the person behind a quotation is the right one, on short invented articles: articles/people.txt.

    python benchmarks/people.py             figures of both halves
    python benchmarks/people.py --misses    and what is wrong in the half in sight

Every second article is held back: rules and tables are made on the others, and of these only the figures are looked at.

An article begins with a line "=== what it is about". Behind each quotation stands in braces who said it: ``{Ana Orlan}``
where the name is printed beside it, ``{she=Ana Orlan}`` where something else is, ``{a neighbour=}`` where nobody is named,
``{he=?}`` where two people fit equally, ``{!}`` where these are nobody's words, or words that somebody denies.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import quotedb
from quotedb.models import SURE_FROM, UNCERTAIN_BELOW
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.namewords import name_key, name_parts

ARTICLES = Path(__file__).parent / "articles" / "people.txt"
_NOTE = re.compile(r"\{([^{}]*)\}")
_PRONOUNS = frozenset({"he", "she", "they", "er", "sie"})
_OPEN, _NOBODY = "?", "!"

HALVES = ("in sight", "held back")
#: The figures of the quality gate.
FIGURES = tuple(f"people {name}: {what}" for name in HALVES for what in ("right", "right of the sure"))


class Wanted(NamedTuple):
    """A quotation as it was annotated."""

    end: int  #: where its closing mark ends
    kind: str  #: what stands beside it: "name", "pronoun", "description"; "open" or "nobody" where nobody may be named
    people: tuple[str, ...]  #: who said it; any of them will do


class Answer(NamedTuple):
    """What was found for it."""

    article: str
    wanted: Wanted
    found: bool
    speaker: str | None
    confidence: float
    right: bool
    label: str | None
    rule: str | None

    @property
    def names(self) -> bool:
        """Whether it names somebody: a description that is given as it is printed ("the clerk") accuses nobody."""
        if self.speaker is None:
            return False
        return self.wanted.kind == "name" or _key(self.speaker) != _key(self.label or "") or self.speaker[:1].isupper()

    @property
    def is_sure(self) -> bool:
        """Whether somebody is named, and in the band that says so."""
        return self.names and self.confidence >= SURE_FROM


def articles(path: Path = ARTICLES) -> list[tuple[str, str, list[Wanted]]]:
    """Every article: what it is about, its text, its quotations."""
    return [_read(part) for part in path.read_text(encoding="utf-8").split("=== ")[1:]]


def _read(part: str) -> tuple[str, str, list[Wanted]]:
    about, _, noted = part.partition("\n")
    text, wanted, at = "", [], 0
    for match in _NOTE.finditer(noted):
        text += noted[at : match.start()]
        wanted.append(_wanted(match[1], len(text)))
        at = match.end()
    return about.strip(), (text + noted[at:]).strip() + "\n", wanted


def _wanted(note: str, end: int) -> Wanted:
    if note == _NOBODY:
        return Wanted(end, "nobody", ())
    kind, people = "name", []
    for choice in note.split("|"):
        label, equals, person = choice.partition("=")
        people.append(person if equals else label)
        if equals and kind == "name":
            kind = "pronoun" if label.lower() in _PRONOUNS else "description"
    return Wanted(end, "open", ()) if people == [_OPEN] else Wanted(end, kind, tuple(people))


def answers(chosen: Sequence[tuple[str, str, list[Wanted]]]) -> Iterator[Answer]:
    """What quotedb makes of each quotation."""
    for about, text, wanted in chosen:
        utterances = [u for u in quotedb.parse(text) if u.kind in ("direct", "mixed", "turn")]
        for want in wanted:
            found = next((u for u in utterances if u.start_char < want.end <= u.end_char + 2), None)
            speaker = found.speaker if found else None
            confidence = found.confidence or 0.0 if found else 0.0
            right = _is_right(want, found is not None, speaker, found.label if found else None, confidence)
            yield Answer(
                about, want, found is not None, speaker, confidence, right,
                found.label if found else None, found.rule if found else None,
            )  # fmt: skip


def _is_right(want: Wanted, found: bool, speaker: str | None, label: str | None, confidence: float) -> bool:
    if want.kind in ("open", "nobody"):
        return speaker is None or confidence < UNCERTAIN_BELOW
    if not found:
        return False
    if want.people == ("",):
        return speaker is None or _key(speaker) == _key(label or "")
    return speaker is not None and _key(speaker) in {_key(person) for person in want.people}


def _key(name: str) -> str:
    parts = name_parts(name, lexicon())
    return name_key(parts.name)


def halves() -> tuple[list[Answer], list[Answer]]:
    """The answers for the articles in sight, and for those held back."""
    every = articles()
    return list(answers(every[::2])), list(answers(every[1::2]))


def table(found: Sequence[Answer]) -> str:
    """By what stands beside the quotation: how many, how many right, how many of the sure ones are right."""
    lines = [f"{'':<14}{'quotations':>10}{'right':>8}{'sure':>8}{'right of these':>16}"]
    for kind in ("name", "pronoun", "description", "open", "nobody", "all"):
        group = [one for one in found if kind in ("all", one.wanted.kind)]
        sure = [one for one in group if one.is_sure]
        if not group:
            continue
        right = f"{100 * sum(one.right for one in group) / len(group):.1f}"
        of_sure = f"{100 * sum(one.right for one in sure) / len(sure):.1f}" if sure else "-"
        lines.append(f"{kind:<14}{len(group):>10}{right:>8}{len(sure):>8}{of_sure:>16}")
    return "\n".join(lines)


def figures() -> dict[str, float]:
    """For the quality gate: of each half, how many are right, and how many of the sure ones."""
    found: dict[str, float] = {}
    for half, name in zip(halves(), HALVES, strict=True):
        sure = [one for one in half if one.is_sure]
        found[f"people {name}: right"] = 100 * sum(one.right for one in half) / len(half)
        found[f"people {name}: right of the sure"] = 100 * sum(one.right for one in sure) / len(sure)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    in_sight, held_back = halves()
    print("In sight\n" + table(in_sight) + "\n\nHeld back\n" + table(held_back))
    if "--misses" in arguments:
        print()
        for one in in_sight:
            if not one.right:
                want = "|".join(one.wanted.people) or one.wanted.kind
                print(
                    f"{one.article}: wanted {want}; {one.label!r} = {one.speaker!r} {one.confidence:.2f} ({one.rule})"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
