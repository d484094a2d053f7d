"""The gender of people whose name tells none: by the pronouns of paragraphs in which nobody else is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.people.pronouns import Person

#: A gender counts where the pronouns that can mean nobody else agree by so much.
_CLEAR = 4
#: In place of a number: somebody whom no name gives, or who is no subject.
_SOMEBODY = -1


class Votes:
    """What clear pronouns say of people (by their number), paragraph by paragraph."""

    def __init__(self) -> None:
        self._votes: dict[int, list[str]] = {}
        self._alone: set[int] = set()

    def begin_paragraph(self) -> None:
        """Forget who was mentioned."""
        self._alone = set()

    def mention(self, number: int | None = None, subject: bool = False) -> None:
        """Somebody is mentioned: a person by the number, or somebody whom no name gives."""
        self._alone.add(_SOMEBODY if number is None or not (subject or self._alone) else number)

    def pronoun(self, gender: str) -> None:
        """A pronoun of this gender is a subject."""
        if len(self._alone) == 1:
            self._votes.setdefault(next(iter(self._alone)), []).append(gender)

    def settle(self, people: Sequence[Person]) -> None:
        """Give people the gender that the pronouns agree on."""
        self._votes.pop(_SOMEBODY, None)
        for number, cast in self._votes.items():
            men, women = cast.count("m"), cast.count("f")
            if not people[number].gender and max(men, women) >= _CLEAR * min(men, women) and men + women:
                people[number].gender = "m" if men > women else "f"
