"""Whom "he" and "she" mean: somebody of that gender who was mentioned nearby, rather a subject, rather the last to speak."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.people.hearers import ahead
from quotedb.parsing.people.namewords import NameParts
from quotedb.parsing.people.sameoffice import Office
from quotedb.parsing.prose.clauses import speaks, speaks_somewhere

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
    from quotedb.parsing.shapes import Who

#: How near, subject, gender and having spoken last weigh in finding whom a pronoun means; fitted on news articles.
_SENTENCE, _PARAGRAPH, _SUBJECT, _GENDER, _SPOKE = 1.0, 0.3, 1.5, 1.0, 1.2
#: The same where somebody else has opened a sentence of the paragraph since then.
_SPOKE_BEFORE = 0.3
#: Who opens a sentence of the pronoun's own paragraph is the new subject there.
_HERE = 1.2
#: Who opens any other sentence, and a subject behind its verb of saying.
_OPENS, _SAYS = 0.4, 1.0
#: Somebody of whom nothing but two capitals says that this is a person.
_DOUBTFUL = 1.5
#: Somebody whom no name gives.
_STRANGER = 0.8
#: Somebody whom a pronoun of the other gender seemed to mean before.
_OTHER = 2.0
#: Somebody who is named only behind the pronoun; and whoever is meant where nobody who was seen is.
_FOLLOWS, _UNSEEN = 0.5, -1.0
#: In place of a person: a pronoun that means nobody who is named.
NOBODY = -1
#: A pronoun does not reach back further than this.
_PARAGRAPHS_BACK, _MENTIONS_BACK = 6, 40


#: Shares, and how many pronouns with such a share meant whom they seemed to mean, on the articles of benchmarks/people.py.
_WORTH = ((0.0, 0.0), (0.45, 0.4), (0.6, 0.6), (0.73, 0.75), (0.86, 0.9), (0.93, 0.97), (1.0, 0.98))


@dataclass(slots=True)
class Person:
    """Somebody who is named in the document."""

    parts: NameParts
    places: list[int] = field(default_factory=list)  #: where the full name stands
    gender: str = ""  #: "m", "f", or unknown
    sure: bool = False  #: something besides two capitals says that this is a person
    offices: set[Office] = field(default_factory=set)  #: that titles and descriptions beside the name give
    callings: set[str] = field(default_factory=set)  #: what else they give: "farmer"


class Sighting(NamedTuple):
    """One mention of somebody in the narration."""

    place: int
    paragraph: int
    sentence: int  #: where its sentence begins
    person: int  #: index among the people of the document; below `NOBODY` for somebody whom no name gives
    subject: bool
    opens: bool = False  #: it is the first phrase of its sentence
    gender: str = ""  #: of a pronoun, or of the noun for somebody without a name
    pronoun: bool = False  #: whom it means is open until somebody asks
    speaks: bool = False  #: a verb of saying is its own; open until somebody asks


class Meant(NamedTuple):
    """Whom a pronoun means."""

    person: int  #: as in `Sighting`; `NOBODY` where nobody fits
    share: float  #: how likely, beside everybody else who fits: 0 to 1


class Sightings:
    """All mentions of people in the narration, pronouns that are subjects among them, in the order of the text."""

    def __init__(self) -> None:
        self._all: list[Sighting] = []
        self._places: list[int] = []
        self._phrases: list[tuple[Paragraph, Phrase]] = []
        #: of people whose name tells no gender: that of the first pronoun that meant them
        self._meant: dict[int, str] = {}
        self._read = 0  #: so many are read: whom the pronouns among them mean is known

    def add(self, sighting: Sighting, paragraph: Paragraph, phrase: Phrase) -> None:
        """Note one more, further on in the text than the last."""
        self._all.append(sighting)
        self._places.append(sighting.place)
        self._phrases.append((paragraph, phrase))

    def add_stranger(self, sighting: Sighting, paragraph: Paragraph, phrase: Phrase) -> None:
        """Note somebody whom no name gives: "a fisherman"."""
        self.add(sighting._replace(person=NOBODY - 1 - len(self._all)), paragraph, phrase)

    def stranger(self, person: int) -> tuple[Paragraph, Phrase]:
        """Where somebody whom no name gives is mentioned."""
        return self._phrases[NOBODY - 1 - person]

    def antecedent(
        self, paragraph: Paragraph, phrase: Phrase, gender: str, speaker: Who | None, people: Sequence[Person]
    ) -> Meant:
        """Whom a pronoun of this gender means; `speaker` spoke last."""
        index = bisect_left(self._places, phrase.start)
        self._read_on(index, people)
        sentence = paragraph.tokens[paragraph.sentence[phrase.first]].start
        scores = self._scores(index, paragraph.index, sentence, gender, speaker, people)
        follows = self._introduced_next(index, paragraph.index, phrase.start, gender, people)
        if follows is not None and follows not in scores:
            known = people[follows].gender == gender
            scores[follows] = _FOLLOWS + _GENDER * known
        self._expect(scores, index, paragraph, phrase)
        return _likeliest(scores)

    def _expect(self, scores: dict[int, float], index: int, home: Paragraph, pronoun: Phrase) -> None:
        """Whoever is spoken to in the sentence before is expected to speak next: ahead of all others in the scores."""
        own = home.tokens[home.sentence[pronoun.first]].start
        while index and self._all[index - 1].sentence == own:
            index -= 1
        before = self._all[index - 1].sentence if index else own
        while index and self._all[index - 1].sentence == before:
            index -= 1
            sighting = self._all[index]
            paragraph, phrase = self._phrases[index]
            if sighting.person in scores and not sighting.pronoun and 0 <= home.index - sighting.paragraph <= 1:
                first = ahead(home, pronoun, paragraph, phrase)
                if first is not None:
                    others = (score for number, score in scores.items() if number != sighting.person)
                    scores[sighting.person] = max(scores[sighting.person], max(others, default=0.0) + first)
                    return

    def _introduced_next(
        self, index: int, paragraph: int, place: int, gender: str, people: Sequence[Person]
    ) -> int | None:
        """Who is named for the first time at the head of the next sentence of the paragraph: `"...," he said. Tor Vesk, a cook, ...`"""
        while index < len(self._all) and self._all[index].place <= place:
            index += 1
        if index == len(self._all):
            return None
        sighting = self._all[index]
        if (
            sighting.paragraph != paragraph
            or sighting.person <= NOBODY
            or not sighting.opens
            or sighting.sentence < place
        ):
            return None
        person = people[sighting.person]
        new = person.places[0] == sighting.place and len(person.parts.keys) > 1
        return sighting.person if new and person.gender in (gender, "") else None

    def _read_on(self, index: int, people: Sequence[Person]) -> None:
        """Find out who speaks before mention `index`, and whom the pronouns mean, from the first on: one leads to the next."""
        for number in range(self._read, index):
            sighting = self._all[number]
            if sighting.pronoun:
                scores = self._scores(number, sighting.paragraph, sighting.sentence, sighting.gender, None, people)
                said = speaks(*self._phrases[number])
                if said:
                    self._expect(scores, number, *self._phrases[number])
                person = _likeliest(scores).person
                self._all[number] = sighting._replace(person=person, speaks=said)
                if person > NOBODY and not people[person].gender:
                    self._meant.setdefault(person, sighting.gender)
            elif speaks_somewhere(*self._phrases[number]):
                self._all[number] = sighting._replace(speaks=True)
        self._read = max(self._read, index)

    def _scores(
        self, index: int, paragraph: int, sentence: int, gender: str, speaker: Who | None, people: Sequence[Person]
    ) -> dict[int, float]:
        """How well each of those mentioned before mention `index` fits a pronoun in this paragraph and sentence."""
        scores: dict[int, float] = {}
        sentences: list[int] = []
        spoken = renewed = False
        for sighting in reversed(self._all[max(0, index - _MENTIONS_BACK) : index]):
            if paragraph - sighting.paragraph > _PARAGRAPHS_BACK:
                break
            number = sighting.person
            if number == NOBODY:
                continue
            person = people[number] if number > NOBODY else None
            known = person.gender if person is not None else sighting.gender
            if (sighting.gender or known) not in (gender, ""):
                continue
            if sighting.sentence not in sentences:
                sentences.append(sighting.sentence)
            distance = len(sentences) - (1 if sentences[0] == sentence else 0)
            score = -_SENTENCE * distance - _PARAGRAPH * (paragraph - sighting.paragraph)
            if person is None:
                score -= _STRANGER
            elif not person.sure:
                score -= _DOUBTFUL
            score -= _OTHER * (self._meant.get(number, gender) != gender)
            score += (_SUBJECT if sighting.subject else _SAYS * sighting.speaks) + _GENDER * (
                gender in (known, sighting.gender)
            )
            score += sighting.opens * (_HERE if sighting.paragraph == paragraph else _OPENS)
            said = sighting.speaks and not spoken
            spoken = spoken or said
            spoke_last = speaker is not None and person is not None and speaker.name == person.parts.name
            score += (_SPOKE_BEFORE if renewed else _SPOKE) * (said or spoke_last)
            renewed = renewed or (sighting.opens and sighting.subject and sighting.paragraph == paragraph)
            if score > scores.get(number, -math.inf):
                scores[number] = score
        return scores


def _likeliest(scores: dict[int, float]) -> Meant:
    """The one who fits best, and how likely that is beside the others and beside somebody who is not seen here."""
    if not scores:
        return Meant(NOBODY, 0.0)
    best = max(scores, key=lambda number: scores[number])
    against = sum(math.exp(score - scores[best]) for score in (*scores.values(), _UNSEEN))
    return Meant(best, 1 / against)


def worth_of(share: float) -> float:
    """How often a pronoun with this share means whom it seems to mean: along a line from point to point of `_WORTH`."""
    for (low, below), (high, above) in pairwise(_WORTH):
        if share <= high:
            return below + (share - low) / (high - low) * (above - below)
    return _WORTH[-1][1]
