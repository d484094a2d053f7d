"""Who is who in one document: last names, labels, descriptions and pronouns to one person or body each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.people.ages import Ages
from quotedb.parsing.people.beside import name_beside, one_of, relative_antecedent, subject_to_come
from quotedb.parsing.people.bodies import Bodies
from quotedb.parsing.people.couples import first_of_couple, names_several
from quotedb.parsing.people.descriptions import Called, Described, Descriptions, called_beside
from quotedb.parsing.people.hearers import spoken_to
from quotedb.parsing.people.kinds import (
    bodies_by_company,
    is_body,
    is_called_by_office,
    is_office_of,
    is_person_noun,
    nominal_kind,
)
from quotedb.parsing.people.labelled import Labelled
from quotedb.parsing.people.labelnames import names_in_label
from quotedb.parsing.people.namewords import (
    NameParts,
    name_key,
    name_parts,
    recased,
    small_article,
    without_article,
    without_possessive,
)
from quotedb.parsing.people.offices import without_holes
from quotedb.parsing.people.pronouns import NOBODY, Sighting, Sightings
from quotedb.parsing.people.register import Register
from quotedb.parsing.people.standing import acts, called_by, description_of, is_stranger, named_owners
from quotedb.parsing.people.votes import Votes
from quotedb.parsing.prose.clauses import is_headline, is_subject, speaks
from quotedb.parsing.prose.grammar import Grammar, Tag, grammar
from quotedb.parsing.prose.marks import find_marked
from quotedb.parsing.prose.syntax import Paragraph, Phrase, read_paragraphs
from quotedb.parsing.shapes import Block, Span, Who, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon

__all__ = ["Cast", "Found", "name_key"]


class Found(NamedTuple):
    """Who a mention stands for; `ambiguous` where several would do, `who` None where nobody would."""

    who: Who | None
    ambiguous: bool = False
    share: float | None = None  #: how likely beside everybody else, where that was weighed: of a pronoun


#: What closes a name that stands in marks.
_CLOSING = '“”‘»«›‹"'
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
        self._register = Register(lex)
        self._bodies = Bodies()
        self._descriptions = Descriptions(lex)
        self._sightings = Sightings()
        self._ages = Ages(self.paragraphs)
        self._owners: dict[int, dict[int, Phrase]] = {}  #: by paragraph: whose what begins at a token is
        self._small: frozenset[str] | None = None  #: words that stand here in small letters
        self._pronouns = lex.table("names.pronouns")
        self._honorifics = lex.words("names.honorifics")
        self._particles, self._suffixes = lex.words("names.particles"), lex.words("names.suffixes")
        self._companies = bodies_by_company(self.paragraphs)
        for paragraph in self.paragraphs:
            if not is_headline(paragraph):
                self._read_names(paragraph)
        for label, place in labels:
            self._read_label(label, place)
        outside = [block for block in narration if block.zone is not Zone.COMMENT]
        margins = without_holes([(block.start, block.end) for block in outside], [quote.outer for quote in self.marked])
        self._labelled = Labelled(text, margins, labels, self._register, lex)
        self._index_sightings()

    # ------------------------------------------------------------------------------------------------ reading names

    def _read_names(self, paragraph: Paragraph) -> None:
        owners = self._owners[paragraph.index] = named_owners(paragraph)
        for phrase in paragraph.phrases:
            owner = owners.get(phrase.first)
            if owner is not None and not self._is_body(paragraph, owner, self._parts_of(owner)):
                self._register.add(self._parts_of(owner), owner.start)
            if phrase.kind == "name":
                parts = self._parts_of(phrase)
                if self._is_body(paragraph, phrase, parts):
                    self._bodies.add(parts.name, phrase.start, is_subject(paragraph, phrase), full=True)
                    continue
                if is_office_of(parts, self._rules):
                    continue
                if (partner := first_of_couple(paragraph, phrase, parts, self.lex)) is not None:
                    self._register.add(partner, phrase.start)
                number = self._register.add(parts, phrase.start, speaks(paragraph, phrase))
                if number is not None:
                    self._read_description(paragraph, phrase, parts, number)
            elif (loud := self._without_case(paragraph, phrase)) is not None:
                self._register.add(loud, phrase.start, sure=True)
            elif phrase.head in self._rules.common_bodies and is_subject(paragraph, phrase):
                name = self._called_body(phrase) or without_article(self.text[phrase.start : phrase.end], self.lex)
                self._bodies.add(name, phrase.start, subject=True, full=False)

    def _read_description(self, paragraph: Paragraph, phrase: Phrase, parts: NameParts, number: int) -> None:
        """Note what somebody is called beside the name."""
        for called in called_beside(paragraph, phrase, parts):
            self._descriptions.add(number, called)
            if called.noun not in parts.titles:  # those are read with the name
                self._register.describe(number, (called.noun,))

    def _parts_of(self, phrase: Phrase) -> NameParts:
        start = phrase.name_start
        if start > phrase.start:
            before = self.text[phrase.start : start].split()
            if before and self._rules.noun(before[-1].lower()) in self._rules.titles:  # "the minister Tor Vesk"
                start = phrase.start
        return name_parts(self.text[start : phrase.end].rstrip(_CLOSING), self.lex)

    def _read_label(self, label: str, place: int) -> None:
        for name in names_in_label(label, self.lex):
            parts = name_parts(recased(name, self._particles, self._suffixes), self.lex)
            if len(parts.keys) >= 2 and not (self._register.known(parts) and name.isupper()):
                self._register.add(parts, place, sure=True)

    def _index_sightings(self) -> None:
        """Every mention of somebody in the narration, for pronouns, and what the clear pronouns say of them."""
        votes = Votes()
        for paragraph in self.paragraphs:
            votes.begin_paragraph()
            owners = self._owners.get(paragraph.index, {})
            for phrase in paragraph.phrases:
                if phrase.first in owners:
                    self._sight_owner(paragraph, owners[phrase.first])
                number = self._sighted(paragraph, phrase)
                if number is not None:
                    described = description_of(paragraph, phrase) if phrase.kind == "name" else None
                    stands = phrase if described is None else described
                    subject = is_subject(paragraph, stands)
                    subject = subject or (self._rules.verb_second and is_subject(paragraph, phrase))
                    votes.mention(number, subject)
                    if described is not None:
                        self._learn(number, described)
                    self._see(paragraph, phrase, number, subject, acts(paragraph, stands))
                elif phrase.kind == "pronoun":
                    gender = self._pronouns.get(phrase.head, "")
                    subject = gender in ("m", "f") and is_subject(paragraph, phrase)
                    if subject:
                        votes.pronoun(gender)
                    if subject or (gender in ("m", "f") and speaks(paragraph, phrase)):
                        self._see_pronoun(paragraph, phrase, gender)
                elif phrase.kind == "nominal" and is_person_noun(phrase.head, self._rules):
                    votes.mention()
                    if is_stranger(paragraph, phrase) and self._named_beside(paragraph, phrase) is None:
                        self._see_stranger(paragraph, phrase)
        votes.settle(self._register.people)

    def _learn(self, number: int, described: Phrase) -> None:
        """What the description beside a name tells: that this is a person, and perhaps the gender."""
        person = self._register.people[number]
        person.sure = True
        person.gender = person.gender or self._register.gender_of_noun(described.head)

    def _see(self, paragraph: Paragraph, phrase: Phrase, number: int, subject: bool, opens: bool) -> None:
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        sighting = Sighting(phrase.start, paragraph.index, sentence, number, subject, opens)
        self._sightings.add(sighting, paragraph, phrase)

    def _sight_owner(self, paragraph: Paragraph, owner: Phrase) -> None:
        number = self._register.number_of(self._parts_of(owner), owner.start)[0]
        if number is not None:
            self._see(paragraph, owner, number, False, False)

    def _see_pronoun(self, paragraph: Paragraph, phrase: Phrase, gender: str) -> None:
        """Note that somebody goes on as the subject of something, whoever it is."""
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        sighting = Sighting(phrase.start, paragraph.index, sentence, NOBODY, True, gender=gender, pronoun=True)
        self._sightings.add(sighting, paragraph, phrase)

    def _see_stranger(self, paragraph: Paragraph, phrase: Phrase) -> None:
        """Note somebody new whom no name gives."""
        gender = self._register.gender_of_noun(phrase.head)
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        opens = acts(paragraph, phrase)
        sighting = Sighting(phrase.start, paragraph.index, sentence, NOBODY, True, opens, gender)
        self._sightings.add_stranger(sighting, paragraph, phrase)

    def _sighted(self, paragraph: Paragraph, phrase: Phrase) -> int | None:
        """The person whom a name stands for, or a description that fits only one: "the engineer"."""
        if phrase.kind == "nominal" or self._by_office(phrase):
            return described.person if (described := self._described(paragraph, phrase)) else None
        if phrase.kind != "name":
            return None
        parts = self._parts_of(phrase)
        number = self._register.number_of(parts, phrase.start)[0]
        if number is None:
            return self._add_bare(paragraph, phrase, parts)
        if len(parts.keys) == 1 or parts.titles:
            person = self._register.people[number]
            person.sure = True
            person.gender = person.gender or self._register.gender_of(parts)
        return number

    def _described(self, paragraph: Paragraph, phrase: Phrase) -> Described | None:
        """The one person who was called so before: "the nominee"; of several ministers, "the finance minister"."""
        if not phrase.definite:
            return None
        words = paragraph.tokens[phrase.first + 1 : phrase.last + 1]
        return self._descriptions.meant(phrase.head, words, phrase.start, self._register.people)

    def _add_bare(self, paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> int | None:
        """Note somebody of whom only a last name is printed: one with a title, or one who speaks."""
        if len(parts.words) != 1 + bool(parts.suffix) or not parts.keys or self._is_body(paragraph, phrase, parts):
            return None
        first = paragraph.sentence[phrase.first] == phrase.first and not parts.titles
        if first and nominal_kind(phrase.head, self._rules) in ("group", "body"):
            return None  # "Respondents said"
        if any(phrase.head.removesuffix(ending) in self._rules.places for ending in ("", *self._rules.owning_endings)):
            return None  # "Innenminister Frankreichs"
        described = description_of(paragraph, phrase) or called_by(paragraph, phrase)
        titled = any(title in self._honorifics for title in parts.titles)
        known = described or titled or speaks(paragraph, phrase) or any(spoken_to(paragraph, phrase))
        if not known:
            return None
        number = self._register.add_bare(parts, phrase.start)
        if titled:
            self._descriptions.add(number, Called(parts.titles[-1], frozenset(parts.titles[:-1])))
        return number

    # --------------------------------------------------------------------------------------------------- resolving

    def of_phrase(self, paragraph: Paragraph, phrase: Phrase, speaker: Who | None = None) -> Found:
        """Who a phrase of the narration stands for; `speaker` said the quotation before, for pronouns."""
        if phrase.kind == "name" and not self._by_office(phrase):
            return self._of_name(paragraph, phrase)
        if phrase.kind == "pronoun":
            return self._of_pronoun(paragraph, phrase, speaker)
        if phrase.kind == "relative":
            return self._of_relative(paragraph, phrase)
        return self._of_nominal(paragraph, phrase)

    def _of_name(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        parts = self._parts_of(phrase)
        printed = small_article(without_possessive(self.text[phrase.start : phrase.end], self.lex), self.lex)
        if is_office_of(parts, self._rules):
            return Found(Who(printed, "unnamed", partial=True))
        one = bool(parts.keys and (self._register.gender_of(parts) or self._register.first_name_gender(parts.keys[0])))
        if names_several(parts, one, self.lex):
            return Found(Who(printed, "group"))
        number, ambiguous = self._register.number_of(parts, phrase.start)
        if number is not None and not (len(parts.keys) > 1 and self._is_body(paragraph, phrase, parts)):
            return Found(self._register.who(number), ambiguous)
        if ambiguous:
            return Found(None, ambiguous=True)
        if phrase.first == phrase.last and paragraph.sentence[phrase.first] == phrase.first and not parts.titles:
            common = self._common_word(phrase)
            if common is not None:
                return common
        if self._is_body(paragraph, phrase, parts):
            return Found(Who(parts.name, "body"))
        return Found(Who(parts.name, "person", partial=len(parts.keys) < 2))

    def namesakes(self, phrase: Phrase) -> list[str]:
        """The full names of all whom an ambiguous name may mean."""
        return self._register.namesakes(self._parts_of(phrase)) if phrase.kind == "name" else []

    def _by_office(self, phrase: Phrase) -> bool:
        return phrase.kind == "name" and phrase.definite and is_called_by_office(self._parts_of(phrase), self.lex)

    def _common_word(self, phrase: Phrase) -> Found | None:
        """What a first word stands for that is no name: "Respondents said"; None where it may be a name."""
        kind = nominal_kind(phrase.head, self._rules)
        if kind in ("group", "body"):
            return Found(Who(without_possessive(self.text[phrase.start : phrase.end], self.lex), kind))
        if self._small is None:
            words = (token for paragraph in self.paragraphs for token in paragraph.tokens)
            self._small = frozenset(word.low for word in words if not word.capital)
        return Found(None) if phrase.head in self._small else None

    def _is_body(self, paragraph: Paragraph, phrase: Phrase, parts: NameParts) -> bool:
        if is_body(paragraph, phrase, parts, self.text[phrase.name_start : phrase.end]):
            return True
        if not self._companies:
            return False
        name = tuple(token.low for token in paragraph.tokens[phrase.first : phrase.last + 1])
        return name in self._companies and not self._register.first_name_gender(name[0])

    def _of_nominal(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        printed = without_possessive(self.text[phrase.start : phrase.end], self.lex)
        head = phrase.head
        kind = nominal_kind(head, self._rules)
        operates = head in self._rules.links("operating")
        named = self._named_beside(paragraph, phrase) if operates or kind in ("unnamed", None) else None
        if named is not None:
            return named  # "the council leader, Priya Nandy,", though a union leader was named before
        aged = self._ages.meant(paragraph, phrase)
        if aged is not None:
            return self._of_name(aged.paragraph, aged.name)._replace(share=aged.share)
        described = self._described(paragraph, phrase)
        if described is not None:
            return Found(self._register.who(described.person), share=described.share)
        if kind is None:
            return self._named_without_case(paragraph, phrase) or self._of_span(one_of(paragraph, phrase))
        if kind == "body":
            return Found(Who(self._called_body(phrase) or without_article(printed, self.lex), "body"))
        return Found(Who(small_article(printed, self.lex), kind, partial=kind == "unnamed"))

    def _of_span(self, span: Span | None) -> Found:
        """Somebody unnamed, as printed; nobody without a span."""
        if span is None:
            return Found(None)
        return Found(Who(small_article(self.text[slice(*span)], self.lex), "unnamed", partial=True))

    def _without_case(self, paragraph: Paragraph, phrase: Phrase) -> NameParts | None:
        """A name in a paragraph without capitals, or of nothing else: what speaks there and is no known noun."""
        if paragraph.tokens[phrase.first].tag is Tag.DETERMINER or not speaks(paragraph, phrase):
            return None
        narration = self.text[paragraph.block.start : paragraph.block.end]
        if not (narration.isupper() or narration.islower()):
            return None
        printed = self.text[phrase.start : phrase.end].upper()
        return name_parts(recased(printed, self._particles, self._suffixes), self.lex)

    def _named_without_case(self, paragraph: Paragraph, phrase: Phrase) -> Found | None:
        parts = self._without_case(paragraph, phrase)
        if parts is None:
            return None
        number = self._register.number_of(parts, phrase.start)[0]
        known = None if number is None else self._register.who(number)
        return Found(known or Who(parts.name, "person", len(parts.keys) < 2))

    def _called_body(self, phrase: Phrase) -> str | None:
        """The body that a bare "the chamber" is short for."""
        return self._bodies.called(phrase.head) if phrase.definite and phrase.last == phrase.first + 1 else None

    def _named_beside(self, paragraph: Paragraph, phrase: Phrase) -> Found | None:
        """The name that a description is followed by: "her lawyer, Tor Vesk," and "the head of the trust, Tor Vesk"."""
        name = name_beside(paragraph, phrase)
        if name is None:
            return None
        if self._is_body(paragraph, name, self._parts_of(name)) and phrase.head not in self._rules.links("operating"):
            return None
        return self._of_name(paragraph, name)

    def _of_relative(self, paragraph: Paragraph, phrase: Phrase) -> Found:
        antecedent = relative_antecedent(paragraph, phrase)
        return Found(None) if antecedent is None else self.of_phrase(paragraph, antecedent)

    def _of_pronoun(self, paragraph: Paragraph, phrase: Phrase, speaker: Who | None) -> Found:
        gender = str(self._pronouns.get(phrase.head, ""))
        if gender in ("m", "f"):
            number = self._subject_to_come(paragraph, phrase, gender)
            if number is not None:
                return Found(self._register.who(number))
            meant = self._sightings.antecedent(paragraph, phrase, gender, speaker, self._register.people)
            if meant.person < NOBODY:
                return self._of_nominal(*self._sightings.stranger(meant.person))._replace(share=meant.share)
            return Found(self._register.who(meant.person) if meant.person != NOBODY else None, share=meant.share)
        if gender == "p":
            return Found(self._plural_before(paragraph, phrase))
        if gender == "n":
            floor = self.paragraphs[max(0, min(paragraph.index, len(self.paragraphs)) - 1)].block.start
            body = self._bodies.before(phrase.start, floor)
            return Found(Who(body, "body") if body is not None else None)
        return Found(None)

    def _subject_to_come(self, paragraph: Paragraph, phrase: Phrase, gender: str) -> int | None:
        """``Noting what he called ..., Tor Vesk left``: in an opening participle clause, the subject that follows."""
        subject = subject_to_come(paragraph, phrase)
        if subject is None:
            return None
        number = self._register.number_of(self._parts_of(subject), subject.start)[0]
        return number if number is not None and self._register.people[number].gender in (gender, "") else None

    def _plural_before(self, paragraph: Paragraph, phrase: Phrase) -> Who | None:
        for index in range(phrase.first - 1, max(-1, phrase.first - 80), -1):
            other = paragraph.ending.get(index)
            if other is not None and other.kind == "nominal" and other.head in self._rules.groups:
                return self._of_nominal(paragraph, other).who
        return None

    def of_label(self, label: str, place: int = 0) -> tuple[Who, ...]:
        """Who a transcript's label stands for: one, several in a joint label, or the label itself where unnamed.

        `place` is where the label stands: an office may change hands.
        """
        return self._labelled.of_label(label, place)
