"""Printing a dialogue on paper: people, what they say, and a sheet that knows where every word of theirs stands.

Marks of the private use area stand round the words that somebody says while a page is laid out, so that wrapping,
running heads and misprints may do what they like; they are taken out at the end, and their places are the truth.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

DIALOGUES = Path(__file__).with_name("dialogues")
#: Words begin, words end, words pause, words go on.
BEGIN, END, PAUSE, RESUME = "\ue000", "\ue001", "\ue002", "\ue003"
_MARK = re.compile("[\ue000-\ue003]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks."""

    first: str
    last: str
    title: str  #: Ms or Mr
    office: str
    seat: str
    party: str
    body: str
    asks: bool  #: a reporter, an interviewer, counsel

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def initials(self) -> str:
        """First letters of first and last name."""
        return self.first[0] + self.last[0].upper()


@dataclass(frozen=True, slots=True)
class Said:
    """One turn: who speaks, and the paragraphs."""

    who: Person
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A whole conversation; the first person of it is in the chair."""

    name: str
    turns: tuple[Said, ...]

    @property
    def chair(self) -> Person:
        """Who speaks first."""
        return self.turns[0].who

    @property
    def people(self) -> list[Person]:
        """Everybody, in the order of their first words."""
        return list(dict.fromkeys(said.who for said in self.turns))


@dataclass(slots=True)
class Sheet:
    """A page that is being filled, and the labels of the turns on it in their order."""

    text: str = ""
    labels: list[str] = field(default_factory=list)

    def put(self, words: str) -> None:
        """Words that nobody says."""
        self.text += words

    def say(self, before: str, label: str, after: str, said: Said, between: str = "\n\n") -> None:
        """One turn: what stands before its label, the label, what parts it from the words, the words."""
        self.labels.append(label)
        words = between.join(said.paragraphs)
        self.text += f"{before}{label}{after}{BEGIN}{words}{END}"

    def change(self, how: Callable[[str], str]) -> Sheet:
        """The sheet with its text changed; the marks must keep their order."""
        return Sheet(how(self.text), self.labels)


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished text, and for each turn on it the label and the spans of the words."""

    text: str
    turns: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


Layout = Callable[[Dialogue, Random], Sheet]


def finish(sheet: Sheet) -> Printed:
    """Take the marks out and keep their places."""
    out: list[str] = []
    turns: list[tuple[str, tuple[tuple[int, int], ...]]] = []
    spans: list[tuple[int, int]] = []
    place = last = 0
    begun = -1
    inside = False
    for mark in _MARK.finditer(sheet.text):
        out.append(sheet.text[last : mark.start()])
        place += mark.start() - last
        last = mark.end()
        kind = mark[0]
        if kind == BEGIN or (kind == RESUME and inside):
            begun, inside = place, True
        elif inside and kind in (END, PAUSE):
            if begun >= 0:
                spans.append((begun, place))
            begun = -1
        if kind == END:
            turns.append((sheet.labels[len(turns)], tuple(spans)))
            spans, inside = [], False
    return Printed("".join(out) + sheet.text[last:], tuple(turns))


def load(path: Path) -> Dialogue:
    """A dialogue of our own: people as `code = first|last|...`, turns as `code: words`, paragraphs set in by two."""
    people: dict[str, Person] = {}
    turns: list[tuple[Person, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        person = re.match(r"(\w) = (.+)", line)
        if person:
            first, last, title, office, seat, party, body = person[2].split("|")
            people[person[1]] = Person(first, last, title, office, seat, party, body.rstrip("?"), body.endswith("?"))
        elif re.match(r"\w: ", line):
            turns.append((people[line[0]], [line[3:]]))
        elif line.startswith("  "):
            turns[-1][1].append(line.strip())
    return Dialogue(path.stem, tuple(Said(who, tuple(paragraphs)) for who, paragraphs in turns))


def own() -> list[Dialogue]:
    """The dialogues that we wrote."""
    return [load(path) for path in sorted(DIALOGUES.glob("*.txt"))]


def foreign(language: str) -> Dialogue:
    """Our dialogue in another language, by its two letters."""
    for path in sorted((DIALOGUES / "abroad").glob("*.txt")):
        if path.read_text(encoding="utf-8").startswith(f"# language: {language}\n"):
            return load(path)
    raise LookupError(language)


_FIRST = ("Mara", "Bo", "Edda", "Tomas", "Ilsa", "Anselm", "Petra", "Ludo", "Gerda", "Abel", "Signe", "Goran")
_LAST = ("Olin", "Varn", "Stell", "Kettering", "Brandt", "Brook", "Nyman", "Fenwick", "Sundqvist", "Moreau", "Aalto")


@functools.cache
def invented(number: int, asks: bool) -> Person:
    """The `number`th of many people whom nobody knows."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[(number * 7 + number // 11) % len(_LAST)]
    return Person(first, last, ("Ms", "Mr")[number % 2], "Member", "Tern", "LP", "House of Tern", asks)


def wrapped(text: str, width: int, hanging: int = 0) -> str:
    """The text with every line broken at `width`; further lines of a paragraph are set in by `hanging`."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        current = indent
        for word in line[len(indent) :].split(" "):
            if len(_MARK.sub("", current)) + len(_MARK.sub("", word)) + 1 > width and current.strip():
                lines.append(current.rstrip())
                current = " " * hanging + word
            else:
                current = f"{current} {word}" if current.strip() else current + word
        lines.append(current)
    return "\n".join(lines)


def paged(text: str, lines: int, head: Callable[[int], str]) -> str:
    """The text with `head(page)` put between its lines, wherever a page is full."""
    out: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        out.append(line)
        if number % lines == 0:
            out.append(f"{PAUSE}{head(number // lines)}{RESUME}")
    return "\n".join(out)


def numbered(text: str, lines: int = 25) -> str:
    """The text as depositions are printed: every line counted on its page, every page numbered."""
    out: list[str] = []
    for number, line in enumerate(line for line in text.split("\n") if line.strip()):
        if number % lines == 0 and number:
            out.append(f"{PAUSE}\n{' ' * 50}{number // lines}\n{RESUME}")
        out.append(f"{PAUSE}{number % lines + 1:>2}  {RESUME}{line}")
    return "\n".join(out)


def aside(sheet: Sheet, words: str, before: str = "\n\n") -> None:
    """Something that interrupts the last turn: a stage direction, a caption. Nobody says it."""
    sheet.text = sheet.text[: -len(END)] + f"{PAUSE}{before}{words}{RESUME}{END}"


def often(rng: Random, share: float) -> bool:
    """Whether something that is not always there is there this time."""
    return rng.random() < share
