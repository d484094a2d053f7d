"""Who is who in one document: last names, labels, descriptions and pronouns to one person or body each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.people.kinds import bodies_by_company, is_body, is_person_noun, nominal_kind
from quotedb.parsing.people.labelnames import is_role, names_in_label, names_nobody
from quotedb.parsing.people.namewords import (
    NameParts,
    name_key,
    name_parts,
    recased,
    small_article,
    without_article,
    without_possessive,
)
from quotedb.parsing.people.offices import Offices
from quotedb.parsing.people.pronouns import Person, Sighting, Sightings
from quotedb.parsing.prose.clauses import is_headline, is_subject, speaks
from quotedb.parsing.prose.grammar import PARTICIPLES, Grammar, Tag, grammar
from quotedb.parsing.prose.marks import find_marked
from quotedb.parsing.prose.syntax import Paragraph, Phrase, read_paragraphs
from quotedb.parsing.shapes import Block, Span, Who, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon

__all__ = ["Cast", "Found", "name_key"]


@dataclass(frozen=True, slots=True)
class Found:
    """Who a mention stands for; `ambiguous` where several would do, `who` None where nobody would."""

    who: Who | None
    ambiguous: bool = False


_NARRATED = frozenset({Zone.BODY, Zone.CAPTION, Zone.HEADING})


class Cast:
    """Everybody who is named in a document's narration and labels.

    `narration` are the blocks outside the transcript's turns, `labels` the labels of the turns with their places. Names
    inside somebody's quoted words are never used.
    """

    def __init__(self, text: str, narration: Sequence[Block], labels: Sequence[tuple[str, int]], lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.blocks = tuple(block for block in narration if block.zone in _NARRATED)
        self.marked, self.open_marks = find_marked(text, self.blocks, lex)
        self.paragraphs: list[Paragraph] = read_paragraphs(text, self.blocks, self.marked, lex)
        self._rules: Grammar = grammar(lex)
        self._people: list[Person] = []
        self._by_ends: dict[tuple[str, str, str], int] = {}
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        self._by_tails: dict[tuple[str, ...], int] = {}
        self._middles: dict[str, list[int]] | None = None
        self._descriptions: dict[str, set[int]] = {}
        self._sightings = Sightings()
        self._gender = lex.table("names.gender")
        self._male, self._female = lex.words("names.male"), lex.words("names.female")
        self._honorifics = lex.words("names.honorifics")
        self._particles, self._suffixes = lex.words("names.particles"), lex.words("names.suffixes")
        self._bodies = bodies_by_company(self.paragraphs)
        for paragraph in self.paragraphs:
            if not is_headline(paragraph):
                self._read_names(paragraph)
        for label, place in labels:
            self._read_label(label, place)
        outside = [block for block in narration if block.zone is not Zone.COMMENT]
        margins = _without([(block.start, block.end) for block in outside], [quote.outer for quote in self.marked])
        self._offices = Offices(text, margins, labels, lex)
        self._index_sightings()

    # ------------------------------------------------------------------------------------------------ reading names

    def _read_names(self, paragraph: Paragraph) -> None:
        for phrase in paragraph.phrases:
            if phrase.kind == "name":
                body = self._is_body(paragraph, phrase)
                sure = not body and speaks(paragraph, phrase)
                number = self._add(self._parts_of(phrase), phrase.start, body, sure)
                if number is not None:
                    self._read_description(paragraph, phrase, number)

    def _read_description(self, paragraph: Paragraph, phrase: Phrase, number: int) -> None:
        """Note what somebody is called beside the name: "nominee Ana Orlan", "Ana Orlan, a pollster"."""
        tokens = paragraph.tokens
        heads = [token.low for token in tokens[phrase.first : phrase.last] if token.end <= phrase.name_start]
        heads = heads[-1:]
        if phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].low == ",":
            beside = paragraph.opening.get(phrase.last + 2)
            if beside is not None and beside.kind == "nominal":
                heads.append(beside.head)
        heads.extend(self._parts_of(phrase).titles[-1:])
        heads.extend(self._called(paragraph, phrase.last + 1))
        for head in heads:
            if is_person_noun(head, self._rules):
                self._descriptions.setdefault(head, set()).add(number)

    def _called(self, paragraph: Paragraph, verb: int) -> list[str]:
        """What somebody is said to be: "is the chair"."""
        if verb + 1 >= len(paragraph.tokens) or not paragraph.links(verb, "being"):
            return []
        what = paragraph.opening.get(verb + 1)
        return [what.head] if what is not None and what.kind == "nominal" and what.first < what.last else []

    def _parts_of(self, phrase: Phrase) -> NameParts:
        return name_parts(self.text[phrase.name_start : phrase.end], self.lex)

    def _add(self, parts: NameParts, place: int, body: bool, sure: bool = False) -> int | None:
        """Note a full name; None where it is a bare one or a body's."""
        if body or len(parts.words) < 2 or not 2 <= len(parts.keys) <= 5 or any(key.isdigit() for key in parts.keys):
            return None
        if parts.keys[0] in self._particles:  # "van den Broek": a last name
            return None
        if len(parts.keys) == 2 and self._by_tails.get(parts.keys) is not None:  # "Prado Quintana"
            return None
        ends = (parts.keys[0], parts.keys[-1], parts.suffix)
        number = self._by_ends.get(ends)
        if number is None:
            number = len(self._people)
            self._people.append(Person(parts))
            self._by_ends[ends] = number
            self._by_last.setdefault(parts.keys[-1], []).append(number)
            self._by_first.setdefault(parts.keys[0], []).append(number)
            if len(parts.keys) > 2 and not self._first_name_gender(parts.keys[-2]):
                self._by_tails.setdefault(parts.keys[-2:], number)
        person = self._people[number]
        if _fuller(parts, person.parts):
            person.parts = parts
        person.places.append(place)
        person.gender = person.gender or self._gender_of(parts)
        person.sure = person.sure or sure or bool(parts.titles) or bool(self._first_name_gender(parts.keys[0]))
        return number

    def _gender_of(self, parts: NameParts) -> str:
        for title in parts.titles:
            if title in self._gender:
                return str(self._gender[title])
        return self._first_name_gender(parts.keys[0]) if len(parts.keys) > 1 else ""

    def _first_name_gender(self, first: str) -> str:
        return "m" if first in self._male else "f" if first in self._female else ""

    def _read_label(self, label: str, place: int) -> None:
        for name in names_in_label(label, self.lex):
            parts = name_parts(recased(name, self._particles, self._suffixes), self.lex)
            if len(parts.keys) >= 2:
                known = self._by_ends.get((parts.keys[0], parts.keys[-1], parts.suffix))
                if known is None or not name.isupper():
                    self._add(parts, place, body=False, sure=True)

    def _index_sightings(self) -> None:
        """Every mention of a known person in the narration, for pronouns."""
        for paragraph in self.paragraphs:
            for phrase in paragraph.phrases:
                if phrase.kind != "name":
                    continue
                parts = self._parts_of(phrase)
                number = self._number_of(parts, phrase.start)[0]
                if number is None:
                    number = self._add_bare(paragraph, phrase, parts)
                if number is None:
                    continue
                if len(parts.keys) == 1:
                    self._people[number].sure = True
                    person = self._people[number]
                    person.gender = person.gender or self._gender_of(parts)
                sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
                subject = is_subject(paragraph, phrase)
                self._sightings.add(Sighting(phrase.start, paragraph.index, sentence, number, subject))

    def _add_bare(self, paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> int | None:
        """Note somebody of whom only a last name is printed: one with a title, or one who speaks."""
        if len(parts.keys) != 1 or self._is_body(paragraph, phrase):
            return None
        if not speaks(paragraph, phrase) and not any(title in self._honorifics for title in parts.titles):
            return None
        self._people.append(Person(parts, [phrase.start], self._gender_of(parts), bool(parts.titles)))
        self._by_last[parts.keys[0]] = [len(self._people) - 1]
        return len(self._people) - 1

    # --------------------------------------------------------------------------------------------------- resolving

    def of_phrase(self, paragraph: Paragraph, phrase: Phrase, speaker: Who | None = None) -> Found:
        """Who a phrase of the narration stands for; `speaker` said the quotation before, for pronouns."""
        if phrase.kind == "name":
            return self._of_name(paragraph, phrase)
        if phrase.kind == "pronoun":
            return self._of_pronoun(paragraph, phrase, speaker)
        if phrase.kind == "relative":
            return self._of_relative(paragraph, phrase)
        return self._of_nominal(paragraph, phrase)

    def _of_name(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        parts = self._parts_of(phrase)
        number, ambiguous = self._number_of(parts, phrase.start)
        if number is not None and not (len(parts.keys) > 1 and self._is_body(paragraph, phrase)):
            return Found(self._who(number), ambiguous)
        if ambiguous:
            return Found(None, ambiguous=True)
        if self._is_body(paragraph, phrase):
            return Found(Who(parts.name, "body"))
        return Found(Who(parts.name, "person", partial=len(parts.keys) < 2))

    def _who(self, number: int) -> Who:
        parts = self._people[number].parts
        return Who(parts.name, "person", partial=len(parts.keys) < 2)

    def _number_of(self, parts: NameParts, place: int) -> tuple[int | None, bool]:
        """The person whom these words name at this place, and whether others would do as well."""
        if not parts.keys:
            return None, False
        if len(parts.keys) > 1:
            number = self._by_ends.get((parts.keys[0], parts.keys[-1], parts.suffix))
            if number is None and len(parts.keys) == 2:
                number = self._by_tails.get(parts.keys)
            return (number, False) if number is not None else self._by_tail(parts)
        key = parts.keys[0]
        candidates = self._by_last.get(key) or self._by_first.get(key) or self._by_middle(key)
        if len(candidates) > 1:
            exact = [n for n in candidates if self._people[n].parts.suffix == parts.suffix]
            candidates = exact or candidates
            gender = self._gender_of(parts) if parts.titles else ""
            fitting = [n for n in candidates if not gender or self._people[n].gender in (gender, "")]
            candidates = fitting or candidates
        if len(candidates) < 2:
            return (candidates[0], False) if candidates else (None, False)
        return self._settle(candidates, place)

    def _by_middle(self, key: str) -> list[int]:
        """Those with two last names who are called by the first of them: "Prado" of Lucía Prado Quintana."""
        if self._middles is None:
            self._middles = {}
            for number, person in enumerate(self._people):
                for middle in person.parts.keys[1:-1]:
                    self._middles.setdefault(middle, []).append(number)
        return self._middles.get(key, [])

    def _by_tail(self, parts: NameParts) -> tuple[int | None, bool]:
        """The one person whose name ends in these words: "van der Berg", "Perez-Lopez"."""
        count = len(parts.keys)
        if not (len(parts.words) == 1 or parts.keys[0] in self._particles):
            return None, False
        ending = [n for n in self._by_last.get(parts.keys[-1], []) if self._people[n].parts.keys[-count:] == parts.keys]
        return (ending[0] if len(ending) == 1 else None), len(ending) > 1

    def _settle(self, candidates: list[int], place: int) -> tuple[int | None, bool]:
        """Of several people with one last name, the one who was introduced, or whom the document is about."""
        counts = {n: len(self._people[n].places) for n in candidates}
        introduced = [n for n in candidates if self._people[n].places[0] < place]
        if len(introduced) == 1:
            return introduced[0], False
        pool = introduced or candidates
        pool = sorted(pool, key=lambda n: -counts[n])
        if counts[pool[0]] >= 2 * counts[pool[1]]:
            return pool[0], False
        recent = max(pool, key=lambda n: self._last_place(n, place))
        return recent, True

    def _last_place(self, number: int, place: int) -> int:
        places = self._people[number].places
        index = bisect_left(places, place)
        return places[index - 1] if index else -1

    def _is_body(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        printed = self.text[phrase.name_start : phrase.end]
        if is_body(paragraph, phrase, self._parts_of(phrase), printed):
            return True
        if not self._bodies:
            return False
        name = tuple(token.low for token in paragraph.tokens[phrase.first : phrase.last + 1])
        return name in self._bodies and not self._first_name_gender(name[0])

    def _of_nominal(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        printed = without_possessive(self.text[phrase.start : phrase.end])
        head = phrase.head
        described = self._descriptions.get(head, set())
        if phrase.definite and len(described) == 1:
            (number,) = described
            if self._people[number].places[0] < phrase.start:
                return Found(self._who(number))
        kind = nominal_kind(head, self._rules)
        if kind is None:
            return Found(None)
        named = self._named_beside(paragraph, phrase) if kind == "unnamed" else None
        if named is not None:
            return named
        if kind == "body":
            return Found(Who(without_article(printed), "body"))
        return Found(Who(small_article(printed), kind, partial=kind == "unnamed"))

    def _named_beside(self, paragraph: Paragraph, phrase: Phrase) -> Found | None:
        """The name that a description is followed by: "her lawyer, Tor Vesk," and "the head of the trust, Tor Vesk"."""
        tokens = paragraph.tokens
        comma = phrase.last + 1
        for _ in range(3):
            attached = paragraph.opening.get(comma + 1) if comma + 1 < len(tokens) else None
            if attached is None or tokens[comma].tag is not Tag.PREPOSITION:
                break
            comma = attached.last + 1
        if comma + 1 >= len(tokens) or tokens[comma].low != "," or not is_person_noun(phrase.head, self._rules):
            return None
        name = paragraph.opening.get(comma + 1)
        if name is None or name.kind != "name" or name.possessive or self._is_body(paragraph, name):
            return None
        if name.last + 1 < len(tokens) and tokens[name.last + 1].tag not in (Tag.MARK, Tag.STOP, Tag.PREPOSITION):
            return None
        return self._of_name(paragraph, name)

    def _of_relative(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        before = phrase.first - 1
        if before >= 0 and paragraph.tokens[before].low == ",":
            before -= 1
        antecedent = paragraph.ending.get(before)
        if antecedent is None or antecedent.kind in ("relative", "pronoun"):
            return Found(None)
        low = paragraph.sentence[phrase.first]
        comma = antecedent.first - 1
        if antecedent.kind == "nominal" and comma > low and paragraph.tokens[comma].low == ",":
            named = paragraph.ending.get(comma - 1)
            if named is not None and named.kind == "name":
                antecedent = named
        return self.of_phrase(paragraph, antecedent)

    def _of_pronoun(self, paragraph: Paragraph, phrase: Phrase, speaker: Who | None) -> Found:
        gender = str(self.lex.table("names.pronouns").get(phrase.head, ""))
        if gender in ("m", "f"):
            number = self._subject_to_come(paragraph, phrase, gender)
            if number is None:
                number = self._sightings.antecedent(paragraph, phrase, gender, speaker, self._people)
            return Found(self._who(number) if number is not None else None)
        if gender == "p":
            return Found(self._plural_before(paragraph, phrase))
        return Found(None)

    def _subject_to_come(self, paragraph: Paragraph, phrase: Phrase, gender: str) -> int | None:
        """``Noting what he called ..., Tor Vesk left``: in an opening participle clause, the subject that follows."""
        first = paragraph.sentence[phrase.first]
        if paragraph.tokens[first].tag not in PARTICIPLES:
            return None
        for index in range(phrase.last + 1, min(len(paragraph.tokens), phrase.last + 40)):
            if paragraph.tokens[index].tag is Tag.STOP:
                return None
            if paragraph.tokens[index].low != ",":
                continue
            subject = paragraph.opening.get(index + 1)
            if subject is None or subject.kind != "name":
                return None
            number = self._number_of(self._parts_of(subject), subject.start)[0]
            return number if number is not None and self._people[number].gender in (gender, "") else None
        return None

    def _plural_before(self, paragraph: Paragraph, phrase: Phrase) -> Who | None:
        for index in range(phrase.first - 1, max(-1, phrase.first - 80), -1):
            other = paragraph.ending.get(index)
            if other is not None and other.kind == "nominal" and other.head in self._rules.groups:
                return self._of_nominal(paragraph, other).who
        return None

    # ------------------------------------------------------------------------------------------------------ labels

    def of_label(self, label: str, place: int = 0) -> tuple[Who, ...]:
        """Who a transcript's label stands for: one, several in a joint label, or the label itself where unnamed.

        `place` is where the label stands: an office may change hands.
        """
        names = names_in_label(label, self.lex)
        return tuple(self._of_label_name(name, place) for name in names)

    def _of_label_name(self, name: str, place: int) -> Who:
        key_words = name_key(name).split()
        office = is_role(name, self.lex)
        holder = self._offices.holder(name, place) if office else None
        if holder is not None:
            return self._of_label_name(holder, place)
        if names_nobody(name, self.lex):
            return Who(name, "unnamed")
        if any(word in self._rules.groups for word in key_words):
            return Who(name, "group")
        if office:
            return Who(name, "unnamed", partial=True)
        if any(word in self._rules.bodies for word in key_words):
            return Who(without_article(name), "body")
        parts = name_parts(name, self.lex)
        number, ambiguous = self._number_of(parts, len(self.text))
        if number is not None and not ambiguous and (len(parts.keys) > 1 or not self._who(number).partial):
            return self._who(number)
        full = self._offices.full_name(parts.words[-1]) if len(parts.keys) == 1 and not ambiguous else None
        if full is not None:
            return Who(recased(full, self._particles, self._suffixes), "person")
        return Who(recased(parts.name, self._particles, self._suffixes), "person", partial=len(parts.keys) < 2)


def _fuller(new: NameParts, old: NameParts) -> bool:
    """Whether a form of a name is to be shown rather than another: ordinary case first, then more words."""
    new_plain, old_plain = not new.name.isupper(), not old.name.isupper()
    if new_plain != old_plain:
        return new_plain
    return (len(new.keys), len(new.name)) > (len(old.keys), len(old.name))


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """The spans with the holes cut out; both in order."""
    left: list[Span] = []
    at = 0
    for start, end in spans:
        while at < len(holes) and holes[at][1] <= start:
            at += 1
        for hole in holes[at:]:
            if hole[0] >= end:
                break
            left.append((start, hole[0]))
            start = hole[1]
        left.append((start, end))
    return [(start, end) for start, end in left if start < end]
