"""The words of a language by what they do in a label, or behind one, as the lexicon lists them."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.wordlists import PatternList, WordList, is_single

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class LabelWords:
    """The label words of one language, made once for each."""

    voices: frozenset[str]  #: whole labels that name no person: "q", "moderator"
    numbered: frozenset[str]  #: voices that are none without a number: "track"
    whose: frozenset[str]  #: voices in small letters behind a name: "tower"
    voice_parts: frozenset[str]  #: words that make a label of unnamed voices: "unidentified"
    titles: frozenset[str]
    office_endings: tuple[str, ...]  #: how an office behind a name ends in a script without capitals: "議員"
    particles: frozenset[str]  #: small words inside names and roles: "of", "van"
    collective: frozenset[str]  #: whole labels of several voices at once: "some members"
    never: frozenset[str]  #: whole labels that are never a speaker: "note"
    cues: frozenset[str]  #: how a cue of a script begins: "sfx"
    never_parts: frozenset[str]  #: words that no speaker's label holds: "transcript"
    never_first: frozenset[str]  #: words that open a sentence: "there"
    doubles: frozenset[str]  #: first names that are also small words: "will"
    doubles_alone: frozenset[str]  #: of these, the ones that are a label by themselves
    surnames: frozenset[str]  #: last names that are also small words: "das"
    doubtful: frozenset[str]  #: those that open sentences: "just"
    abbreviated: frozenset[str]  #: titles that stand before a name with a point
    sentence: frozenset[str]  #: pronouns and verbs that make a clause of what follows a comma
    announcing: frozenset[str]  #: words that announce a transcript
    common: frozenset[str]  #: the commonest words: a document without them is in another language
    capital_nouns: bool  #: nouns have a capital, as in German
    possessive: re.Pattern[str]  #: how a name ends that owns what follows: "'s"
    spoken: WordList  #: words with which people speak to each other: "I", "you"
    salutations: frozenset[str]  #: words before a name that open a letter: "dear"
    together: frozenset[str]  #: labels of everybody with one voice: "all"
    rubrics: frozenset[str]  #: labels that sort what is written: "wanted", "pro", "plot"
    oneself: WordList  #: words with which somebody speaks of himself: "I", "my"
    you: WordList  #: words for whoever is spoken to: "you"
    addressing: PatternList  #: what is only said to people in the same room: "Madam Chair"
    answering: PatternList  #: how an answer opens: "yes", "well"
    instructing: PatternList  #: how a manual's sentences open: "take"
    subjectless: PatternList  #: a verb without its subject, as minutes open: "reported"
    others: WordList  #: words for somebody who is told of: "he", "her"
    people: frozenset[str]  #: nouns for persons: "manager"
    bodies: frozenset[str]  #: nouns for bodies: "committee"
    transcribed: frozenset[str]  #: words by which a document calls itself a transcript
    present: frozenset[str]  #: heads of a list of those who are present: "attendees"
    naming_fields: frozenset[str]  #: fields of a record that say who speaks: "speaker"
    said_fields: frozenset[str]  #: fields that hold what was said: "text"
    appended: frozenset[str]  #: words before a colon that open what stands below the last turn: "note"
    agencies: frozenset[str]  #: news agencies, which stand in the brackets of a dateline
    given: frozenset[str]  #: first names
    saying: frozenset[str]  #: verbs of saying: "said"
    absent: frozenset[str]  #: pronouns in small letters for those who are told of: German "sie", which is not "Sie"
    record_opens: re.Pattern[str]  #: how sentences begin with which the record itself speaks
    record_signs: tuple[str, ...]  #: the first word of each of these: most lines hold none
    record: re.Pattern[str]  #: what stands inside such a sentence


_LISTS = (
    "voices", "numbered", "whose", "voice_parts", "titles", "particles", "collective", "never", "never_parts", "never_first", "abbreviated",
    "sentence", "announcing", "common", "present", "appended", "agencies", "transcribed", "rubrics", "salutations", "together",
    "doubles", "doubles_alone", "surnames", "naming_fields", "said_fields",
)  # fmt: skip
#: Lists of words that are asked about what stands behind a label.
_ASKED = ("spoken", "oneself", "you", "others")
#: The same lists of languages without a lexicon.
_ELSEWHERE = {"spoken": "labels.elsewhere_spoken", "oneself": "labels.elsewhere_oneself", "you": "labels.elsewhere_you"}
#: The lists of nouns for those who may speak.
_PEOPLE = ("quotes.speakers", "labels.people", "labels.titles", "labels.voices")


#: A label whose short form stands in its bracket: `The Weekly (Weekly): ...`; and one above a time, with which its words begin.
_SHORT_FORM = re.compile(r"^(?P<long>[^\n:()]{3,60}) \((?P<short>[^()\n]{2,30})\):", re.MULTILINE)
_ABOVE_A_TIME = re.compile(
    r"^(?P<label>[^\n:.?!]{2,40}):[ \t]{0,4}\n[\[(]\d{1,2}:\d\d(?::\d\d)?[\])][ \t]", re.MULTILINE
)
#: So many labels above a time are no accident.
TIMED = 3


def vouched_for(text: str, words: LabelWords) -> LabelWords:
    """The words, without those that no speaker is called elsewhere and that this document itself makes a label.

    A paper may be called "Time", and a recording has tracks for its voices.
    """
    said: set[str] = set()
    if "):" in text:
        pairs = ((one["long"], one["short"]) for one in _SHORT_FORM.finditer(text))
        said = {short.casefold() for long, short in pairs if long.endswith(short)}
    if ":\n[" in text or ":\n(" in text:
        timed = Counter(one["label"].casefold() for one in _ABOVE_A_TIME.finditer(text))
        said |= {label for label, times in timed.items() if times > 1} if timed.total() >= TIMED else set()
    said &= words.never
    return replace(words, never=words.never - said) if said else words


@functools.cache
def label_words(lex: Lexicon) -> LabelWords:
    """The label words of a language."""
    record = sorted(lex.words("labels.record"))
    owning = lex.table("quotes.endings").get("possessive", ())

    def both(key: str) -> frozenset[str]:
        """A list of this language, and of those without a lexicon."""
        return lex.words(f"labels.{key}") | lex.words(_ELSEWHERE.get(key, ""))

    asked = frozenset(word for key in _ASKED for word in both(key) if is_single(word))
    return LabelWords(
        **{key: lex.words(f"labels.{key}") for key in _LISTS},
        office_endings=tuple(sorted(lex.words("labels.office_endings"))),
        cues=lex.words("zones.stage_cues"),
        doubtful=(lex.words("labels.doubles") - lex.words("labels.doubles_alone")) & lex.words("labels.never_first"),
        given=lex.words("names.male") | lex.words("names.female"),
        capital_nouns=lex.has("nouns_capitalised"),
        possessive=re.compile(rf"(?:{'|'.join(owning)})$" if owning else "(?!)"),
        spoken=WordList(both("spoken"), asked),
        oneself=WordList(both("oneself"), asked),
        you=WordList(both("you"), asked),
        addressing=PatternList(lex.words("labels.addressing")),
        answering=PatternList(lex.words("labels.answering")),
        instructing=PatternList(lex.words("labels.instructing")),
        subjectless=PatternList(lex.words("labels.subjectless")),
        others=WordList(lex.words("labels.others"), asked),
        bodies=lex.words("names.bodies") | lex.words("names.common_bodies"),
        saying=lex.words("quotes.cues"),
        absent=frozenset(word for word, gender in lex.table("names.pronouns").items() if gender in ("m", "f", "p")),
        people=frozenset().union(*(lex.words(one) for one in _PEOPLE)),
        record_opens=re.compile("|".join(one for one in record if one[0] == "^") or "(?!)"),
        record_signs=tuple({one.split()[0] for one in record if one[0] != "^"}),
        record=re.compile("|".join(one for one in record if one[0] != "^") or "(?!)"),
    )
