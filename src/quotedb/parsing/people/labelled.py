"""Who the labels of a transcript stand for: by the document's full names, by who held an office, by initials explained."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quotedb.parsing.people.labelnames import initials_explained, is_role, may_be_initials, names_in_label, no_person
from quotedb.parsing.people.namewords import name_parts, recased
from quotedb.parsing.people.offices import Offices
from quotedb.parsing.shapes import Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.register import Register
    from quotedb.parsing.shapes import Span


class Labelled:
    """The labels of one document; `margins` is what stands outside everybody's speech."""

    def __init__(
        self,
        text: str,
        margins: Sequence[Span],
        labels: Sequence[tuple[str, int]],
        register: Register,
        lex: Lexicon,
    ) -> None:
        self._lex, self._register = lex, register
        self._end = len(text)
        self._found: dict[str, Who] = {}  #: what the names in labels were found to stand for
        self._initials = initials_explained(text, [label for label, _ in labels], lex)
        #: nobody has a longer name in capitals, so AV and BO are no names of two letters
        self._in_initials = {name for name, _ in labels if name.isupper()}
        self._in_initials = self._in_initials if all(map(may_be_initials, self._in_initials)) else set()
        self._offices = Offices(text, margins, labels, lex)
        self._particles, self._suffixes = lex.words("names.particles"), lex.words("names.suffixes")
        self._apart = _side_by_side(labels, lex)

    def of_label(self, label: str, place: int) -> tuple[Who, ...]:
        """Who a label at `place` stands for: one, several in a joint label, or the label itself where unnamed."""
        return tuple(self._of_name(name, place) for name in names_in_label(label, self._lex))

    def _of_name(self, name: str, place: int) -> Who:
        name = self._initials.get(name.replace(".", ""), name)
        if is_role(name, self._lex):
            name = self._offices.holder(name, place) or name
        if name not in self._found:
            self._found[name] = self._without_place(name)
        return self._found[name]

    def _without_place(self, name: str) -> Who:
        """Who the name in a label stands for, wherever it stands."""
        nobody = no_person(name, self._lex)
        if nobody is not None:
            return nobody
        if len(self._in_initials) > 1 and name in self._in_initials:
            return Who(name, "person", partial=True)
        parts = name_parts(name, self._lex)
        if not any(char.isalpha() for char in parts.name):  # "Unidentified woman #2": a number is no name
            return Who(name, "unnamed")
        if len(parts.keys) == 1 and parts.titles and parts.keys[0] in self._apart:
            return Who(recased(parts.name, self._particles, self._suffixes), "person", partial=True)
        number, ambiguous = self._register.number_of(parts, self._end)
        if number is not None and not ambiguous and (len(parts.keys) > 1 or not self._register.who(number).partial):
            return self._register.who(number)
        full = self._offices.full_name(parts.words[-1]) if len(parts.keys) == 1 and not ambiguous else None
        if full is not None:
            return Who(recased(full, self._particles, self._suffixes), "person")
        return Who(recased(parts.name, self._particles, self._suffixes), "person", partial=len(parts.keys) < 2)


def _side_by_side(labels: Sequence[tuple[str, int]], lex: Lexicon) -> frozenset[str]:
    """The last names that a title and a full name have in labels side by side, which are two people: nobody follows himself.

    ``MR. YOUNG: I call the defendant.`` and ``TOM YOUNG: I was at home.``
    """
    found: set[str] = set()
    for pair in {(one, other) for (one, _), (other, _) in pairwise(labels) if one != other}:
        if pair[0].split()[-1:] != pair[1].split()[-1:]:
            continue
        one, other = (name_parts(label.strip().rstrip(":：").strip(), lex) for label in pair)
        titled = [parts for parts in (one, other) if len(parts.keys) == 1 and parts.titles]
        if len(titled) == 1 and len(one.keys) + len(other.keys) > 2 and one.keys[-1:] == other.keys[-1:]:
            found.add(titled[0].keys[0])
    return frozenset(found)
