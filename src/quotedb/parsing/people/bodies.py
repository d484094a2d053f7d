"""The bodies that one document names: what "the chamber" is short for, and what "it" means."""

from __future__ import annotations

from bisect import bisect_left

from quotedb.parsing.people.namewords import name_key


class Bodies:
    """Mentions of bodies in the narration, in the order of the text."""

    def __init__(self) -> None:
        self._by_word: dict[str, set[str]] = {}
        self._places: list[int] = []
        self._subjects: list[str] = []

    def add(self, name: str, place: int, subject: bool, full: bool) -> None:
        """Note a body that is named at `place`; `full` where this is its name and no mere noun."""
        if full:
            words = name_key(name).split()
            if len(words) > 1:
                for word in words:
                    self._by_word.setdefault(word, set()).add(name)
        if subject:
            self._places.append(place)
            self._subjects.append(name)

    def called(self, head: str) -> str | None:
        """The one body with this word in its name; None where there is none, or more than one."""
        names = self._by_word.get(head, ())
        return next(iter(names)) if len(names) == 1 else None

    def before(self, place: int, floor: int) -> str | None:
        """The last body that was a subject between `floor` and `place`."""
        index = bisect_left(self._places, place) - 1
        return self._subjects[index] if index >= 0 and self._places[index] >= floor else None
