"""The people of one document by their names: who is meant by a full name, a last name, a first name."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.namewords import name_parts
from quotedb.parsing.people.pronouns import Person
from quotedb.parsing.people.sameoffice import Office, fits, office_of
from quotedb.parsing.prose.grammar import grammar
from quotedb.parsing.shapes import Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.namewords import NameParts


#: Of people with one last name so many are looked at, in the order of the text: a list of thousands stays linear.
_NAMESAKES = 50
#: Whoever is named in full so many times as often as a namesake is rather meant by the last name alone, or clearly.
_LIKELY, _CLEARLY = 2, 3


#: A name has so many words at most: "José Luis Ortega de la Vega".
_LONGEST = 7


class Register:
    """Everybody with a full name, found again by parts of it."""

    def __init__(self, lex: Lexicon) -> None:
        self.people: list[Person] = []
        self._lex = lex
        self._by_ends: dict[tuple[str, str, str], int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_tails: dict[tuple[str, ...], int] = {}
        self._by_middle: dict[str, list[int]] = {}
        self._gender = lex.table("names.gender")
        self._endings = sorted(grammar(lex).people_endings, key=len, reverse=True)
        self._male, self._female = lex.words("names.male"), lex.words("names.female")
        self._either = lex.words("names.either")
        self._particles, self._places = lex.words("names.particles"), lex.words("names.places")
        self._family_first = lex.words("names.family_first")
        self._openly = lex.words("names.affiliations") | lex.words("names.unspecific")

    def known(self, parts: NameParts) -> bool:
        """Whether somebody with these first and last words is registered."""
        return (parts.keys[0], parts.keys[-1], parts.suffix) in self._by_ends

    def add(self, parts: NameParts, place: int, sure: bool = False) -> int | None:
        """Note a full name and give its number; None where it is a bare one."""
        if len(parts.words) < 2 or not 2 <= len(parts.keys) <= _LONGEST or any(key.isdigit() for key in parts.keys):
            return None
        if parts.keys[0] in self._particles and (parts.words[0].islower() or parts.keys[1] in self._particles):
            return None  # "van den Broek": a last name, but "Ben Orlan" is none
        if parts.keys in self._by_tails:  # "Prado Quintana", "Ortega de la Vega"
            return None
        ends = (parts.keys[0], parts.keys[-1], parts.suffix)
        number = self._by_ends.get(ends)
        if number is None:
            number = self._by_ends[ends] = self._new(parts)
        if parts.nickname:
            self._by_ends.setdefault((parts.nickname, parts.keys[-1], parts.suffix), number)
        person = self.people[number]
        if _fuller(parts, person.parts):
            person.parts = parts
        person.places.append(place)
        person.gender = person.gender or self.gender_of(parts)
        if parts.titles:
            self.describe(number, parts.titles)
        person.sure = person.sure or sure or bool(parts.titles) or bool(self.first_name_gender(parts.keys[0]))
        return number

    def _new(self, parts: NameParts) -> int:
        number = len(self.people)
        self.people.append(Person(parts))
        self._by_last.setdefault(parts.keys[-1], []).append(number)
        self._by_first.setdefault(parts.keys[0], []).append(number)
        if parts.keys[0] in self._family_first and not self.first_name_gender(parts.keys[0]):
            self._by_last.setdefault(parts.keys[0], []).append(number)  # "Zhao Weiming"
        for middle in parts.keys[1:-1]:
            self._by_middle.setdefault(middle, []).append(number)
        if len(parts.keys) > 2 and not self.first_name_gender(parts.keys[-2]):
            self._by_tails.setdefault(parts.keys[-2:], number)
        for begin in range(1, len(parts.keys) - 2):
            self._by_tails.setdefault(parts.keys[begin:], number)
        return number

    def add_bare(self, parts: NameParts, place: int) -> int:
        """Note somebody of whom only a last name is printed."""
        office = office_of(parts.titles, self._lex)
        offices = {office} if office is not None else set()
        self.people.append(Person(parts, [place], self.gender_of(parts), bool(parts.titles), offices))
        self._by_last.setdefault(parts.keys[-1], []).append(len(self.people) - 1)
        return len(self.people) - 1

    def describe(self, number: int, nouns: Sequence[str]) -> None:
        """Note what somebody is called beside the name, each noun with what stands before it: that may be an office."""
        person = self.people[number]
        person.sure = True
        office = office_of(nouns, self._lex)
        if office is not None:
            person.offices.add(office)
        elif nouns and nouns[-1] not in self._openly:
            person.callings.add(nouns[-1])

    def who(self, number: int) -> Who:
        """The person of this number."""
        parts = self.people[number].parts
        return Who(parts.name, "person", partial=len(parts.keys) < 2)

    def gender_of(self, parts: NameParts) -> str:
        """What titles or a first name say: "m", "f" or nothing."""
        for title in parts.titles:
            if title in self._gender:
                return str(self._gender[title])
        return self.first_name_gender(parts.keys[0]) if len(parts.keys) > 1 else ""

    def gender_of_noun(self, noun: str) -> str:
        """Whom a noun for a person means, by itself or by its ending ("fisherman"): "m", "f" or nothing."""
        for ending in (noun, *(end for end in self._endings if noun.endswith(end))):
            if ending in self._gender:
                return str(self._gender[ending])
        return ""

    def first_name_gender(self, first: str) -> str:
        """Whose first name this commonly is: "m", "f" or nothing."""
        return "m" if first in self._male else "f" if first in self._female else ""

    def number_of(self, parts: NameParts, place: int) -> tuple[int | None, bool]:
        """The person whom these words name at this place, and whether others would do as well."""
        if not parts.keys:
            return None, False
        if len(parts.keys) > 1:
            number = self._by_ends.get((parts.keys[0], parts.keys[-1], parts.suffix))
            if number is None:
                number = self._by_tails.get(parts.keys)
            return (number, False) if number is not None else self._by_tail(parts)
        key = parts.keys[0]
        # "Prado" of Lucía Prado Quintana: only where nobody's first or last name will do
        candidates = self._by_last.get(key) or self._by_first.get(key) or self._by_middle.get(key) or []
        candidates = candidates[:_NAMESAKES]
        if key in self._places and not parts.titles:  # "Georgia said" before anybody of that name is introduced
            candidates = [n for n in candidates if self.people[n].places[0] < place]
        office = office_of(parts.titles, self._lex) if parts.titles else None
        if office is not None:  # "Mayor Orlech" is not "Foreign Minister Sabine Orlech"
            candidates = [n for n in candidates if self._may_hold(n, office)]
        gender = self.gender_of(parts) if parts.titles else ""
        if gender:  # "Mrs. Young" is not "Tom Young"
            candidates = [n for n in candidates if self._may_be(n, gender)]
        if len(candidates) > 1:
            exact = [n for n in candidates if self.people[n].parts.suffix == parts.suffix]
            candidates = exact or candidates
        if len(candidates) < 2:
            return (candidates[0], False) if candidates else (None, False)
        return self._settle(candidates, place)

    def _may_hold(self, number: int, office: Office) -> bool:
        """Whether somebody may have this office: no other is known, nor a calling that is none ("Tom Young, a farmer")."""
        person = self.people[number]
        return fits(office, person.offices) if person.offices else not person.callings

    def _may_be(self, number: int, gender: str) -> bool:
        """Whether a title of this gender may be somebody's: "Ms." Lee Tamm's as well, whatever Lees mostly are."""
        person = self.people[number]
        return person.gender in (gender, "") or (len(person.parts.keys) > 1 and person.parts.keys[0] in self._either)

    def namesakes(self, parts: NameParts) -> list[str]:
        """The names of all whom a last name, or first name, may mean, in the order of the text."""
        key = parts.keys[-1] if parts.keys else ""
        numbers = self._by_last.get(key) or self._by_first.get(key) or []
        return [self.people[number].parts.name for number in numbers[:_NAMESAKES]]

    def _by_tail(self, parts: NameParts) -> tuple[int | None, bool]:
        """The one person whose name ends in these words: "van der Berg", "Perez-Lopez"."""
        count = len(parts.keys)
        if len(parts.words) == 1:  # "Bella-Mae"
            given = [
                n for n in self._by_first.get(parts.keys[0], []) if self.people[n].parts.keys[:count] == parts.keys
            ]
            if len(given) == 1:
                return given[0], False
        if not (len(parts.words) == 1 or parts.keys[0] in self._particles):
            return None, False
        namesakes = self._by_last.get(parts.keys[-1], [])[:_NAMESAKES]
        ending = [n for n in namesakes if self.people[n].parts.keys[-count:] == parts.keys]
        return (ending[0] if len(ending) == 1 else None), len(ending) > 1

    def _settle(self, candidates: list[int], place: int) -> tuple[int | None, bool]:
        """Of several people with one last name, the one who was introduced, or whom the document is about."""
        counts = {n: len(self.people[n].places) for n in candidates}
        introduced = [n for n in candidates if self.people[n].places[0] < place]
        if len(introduced) == 1:
            return introduced[0], False
        pool = introduced or candidates
        pool = sorted(pool, key=lambda n: -counts[n])
        if counts[pool[0]] >= _LIKELY * counts[pool[1]]:
            return pool[0], counts[pool[0]] < _CLEARLY * counts[pool[1]]
        recent = max(pool, key=lambda n: self._last_place(n, place))
        return recent, True

    def _last_place(self, number: int, place: int) -> int:
        places = self.people[number].places
        index = bisect_left(places, place)
        return places[index - 1] if index else -1


def _fuller(new: NameParts, old: NameParts) -> bool:
    """Whether a form of a name is to be shown rather than another: ordinary case first, then more words."""
    new_plain, old_plain = not new.name.isupper(), not old.name.isupper()
    if new_plain != old_plain:
        return new_plain
    return (len(new.keys), len(new.name)) > (len(old.keys), len(old.name))


def gender_of(name: str) -> str:
    """What the title or the first name of a printed name says: "m", "f" or nothing."""
    lex = lexicon()
    return Register(lex).gender_of(name_parts(name, lex))
