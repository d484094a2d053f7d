"""Whom "he" and "she" mean: somebody of that gender who was named nearby, rather a subject, rather the last to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.people.namewords import NameParts
from quotedb.parsing.prose.clauses import speaks, speaks_somewhere

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
    from quotedb.parsing.shapes import Who

#: How near, subject, gender and having spoken last weigh in finding whom a pronoun means; fitted on news articles.
_SENTENCE, _PARAGRAPH, _SUBJECT, _GENDER, _SPOKE = 1.0, 0.3, 1.5, 1.0, 1.2
#: Who opens a sentence of the pronoun's own paragraph is the new subject there.
_HERE = 1.2
#: Who opens any other sentence, and a subject behind its verb of saying.
_OPENS, _SAYS = 0.4, 1.0
#: Somebody of whom nothing but two capitals says that this is a person.
_DOUBTFUL = 1.5
#: Somebody whom a pronoun of the other gender seemed to mean before.
_OTHER = 2.0
#: In place of a person: a pronoun that means nobody who is named.
_NOBODY = -1
#: A pronoun does not reach back further than this.
_PARAGRAPHS_BACK, _MENTIONS_BACK = 6, 40


@dataclass(slots=True)
class Person:
    """Somebody who is named in the document."""

    parts: NameParts
    places: list[int] = field(default_factory=list)  #: where the full name stands
    gender: str = ""  #: "m", "f", or unknown
    sure: bool = False  #: something besides two capitals says that this is a person


class Sighting(NamedTuple):
    """One mention of a person in the narration."""

    place: int
    paragraph: int
    sentence: int  #: where its sentence begins
    person: int  #: index among the people of the document
    subject: bool
    opens: bool = False  #: it is the first phrase of its sentence
    gender: str = ""  #: of a pronoun; whom it means is open until somebody asks
    speaks: bool = False  #: a verb of saying is its own; open until somebody asks


class Sightings:
    """All mentions of people in the narration, pronouns that are subjects among them, in the order of the text."""

    def __init__(self) -> None:
        self._all: list[Sighting] = []
        self._places: list[int] = []
        self._phrases: list[tuple[Paragraph, Phrase]] = []
        self._meant: dict[
            int, str
        ] = {}  #: of people whose name tells no gender: that of the first pronoun that meant them
        self._read = 0  #: so many are read: whom the pronouns among them mean is known

    def add(self, sighting: Sighting, paragraph: Paragraph, phrase: Phrase) -> None:
        """Note one more, further on in the text than the last."""
        self._all.append(sighting)
        self._places.append(sighting.place)
        self._phrases.append((paragraph, phrase))

    def antecedent(
        self, paragraph: Paragraph, phrase: Phrase, gender: str, speaker: Who | None, people: Sequence[Person]
    ) -> int | None:
        """The person (index in `people`) whom a pronoun of this gender means; `speaker` spoke last."""
        index = bisect_left(self._places, phrase.start)
        self._read_on(index, people)
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        return self._best(index, paragraph.index, sentence, gender, speaker, people)

    def _read_on(self, index: int, people: Sequence[Person]) -> None:
        """Find out who speaks before mention `index`, and whom the pronouns mean, from the first on: one leads to the next."""
        for number in range(self._read, index):
            sighting = self._all[number]
            if sighting.gender:
                person = self._best(number, sighting.paragraph, sighting.sentence, sighting.gender, None, people)
                said = speaks(*self._phrases[number])
                self._all[number] = sighting._replace(person=_NOBODY if person is None else person, speaks=said)
                if person is not None and not people[person].gender:
                    self._meant.setdefault(person, sighting.gender)
            elif speaks_somewhere(*self._phrases[number]):
                self._all[number] = sighting._replace(speaks=True)
        self._read = max(self._read, index)

    def _best(
        self, index: int, paragraph: int, sentence: int, gender: str, speaker: Who | None, people: Sequence[Person]
    ) -> int | None:
        """Who of those mentioned before mention `index` is meant by a pronoun in this paragraph and sentence."""
        best: tuple[float, int] | None = None
        sentences: list[int] = []
        spoken = False
        for sighting in reversed(self._all[max(0, index - _MENTIONS_BACK) : index]):
            if paragraph - sighting.paragraph > _PARAGRAPHS_BACK:
                break
            if sighting.person == _NOBODY:
                continue
            person = people[sighting.person]
            if (sighting.gender or person.gender) not in (gender, ""):
                continue
            if sighting.sentence not in sentences:
                sentences.append(sighting.sentence)
            distance = len(sentences) - (1 if sentences[0] == sentence else 0)
            score = -_SENTENCE * distance - _PARAGRAPH * (paragraph - sighting.paragraph)
            score -= _DOUBTFUL * (not person.sure) + _OTHER * (self._meant.get(sighting.person, gender) != gender)
            score += (_SUBJECT if sighting.subject else _SAYS * sighting.speaks) + _GENDER * (
                gender in (person.gender, sighting.gender)
            )
            score += sighting.opens * (_HERE if sighting.paragraph == paragraph else _OPENS)
            said = sighting.speaks and not spoken
            spoken = spoken or said
            score += _SPOKE * (said or (speaker is not None and speaker.name == person.parts.name))
            if best is None or score > best[0]:
                best = (score, sighting.person)
        return best[1] if best else None
