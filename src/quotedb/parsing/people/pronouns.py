"""Whom "he" and "she" mean: somebody of that gender who was named nearby, rather a subject, rather the last to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.people.namewords import NameParts

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
    from quotedb.parsing.shapes import Who

#: How near, subject, gender and having spoken last weigh in finding whom a pronoun means; fitted on news articles.
_SENTENCE, _PARAGRAPH, _SUBJECT, _GENDER, _SPOKE = 1.0, 0.3, 1.5, 1.0, 1.5
#: Who opens a sentence of the pronoun's own paragraph is the new subject there.
_HERE = 1.2
#: Somebody of whom nothing but two capitals says that this is a person.
_DOUBTFUL = 1.5
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


class Sightings:
    """All mentions of people in the narration, in the order of the text."""

    def __init__(self) -> None:
        self._all: list[Sighting] = []
        self._places: list[int] = []

    def add(self, sighting: Sighting) -> None:
        """Note one more, further on in the text than the last."""
        self._all.append(sighting)
        self._places.append(sighting.place)

    def antecedent(
        self, paragraph: Paragraph, phrase: Phrase, gender: str, speaker: Who | None, people: Sequence[Person]
    ) -> int | None:
        """The person (index in `people`) whom a pronoun of this gender means; `speaker` spoke last."""
        best: tuple[float, int] | None = None
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        sentences: list[int] = []
        index = bisect_left(self._places, phrase.start)
        for sighting in reversed(self._all[max(0, index - _MENTIONS_BACK) : index]):
            if paragraph.index - sighting.paragraph > _PARAGRAPHS_BACK:
                break
            person = people[sighting.person]
            if person.gender not in (gender, ""):
                continue
            if sighting.sentence not in sentences:
                sentences.append(sighting.sentence)
            distance = len(sentences) - (1 if sentences[0] == sentence else 0)
            score = -_SENTENCE * distance - _PARAGRAPH * (paragraph.index - sighting.paragraph)
            score -= _DOUBTFUL * (not person.sure)
            score += _SUBJECT * sighting.subject + _GENDER * (person.gender == gender)
            score += _HERE * (sighting.opens and sighting.paragraph == paragraph.index)
            score += _SPOKE * (speaker is not None and speaker.name == person.parts.name)
            if best is None or score > best[0]:
                best = (score, sighting.person)
        return best[1] if best else None
