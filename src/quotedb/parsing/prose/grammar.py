"""The word lists of a language, ready for look-up: what each word may be in a sentence."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotedb.parsing.lexicon import Lexicon


class Tag(str):
    """What a token is taken for; no enumeration, whose members take ten times as long to look up, many times a word."""

    __slots__ = ()

    QUOTE: ClassVar[Tag]  #: a whole quotation
    NAME: ClassVar[Tag]  #: a word with a capital that no other reading explains
    NOUN: ClassVar[Tag]  #: a noun for somebody who speaks ("spokesman")
    WORD: ClassVar[Tag]  #: anything else: nouns and adjectives
    DETERMINER: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]
    RELATIVE: ClassVar[Tag]
    CUE: ClassVar[Tag]  #: a verb of saying
    CUE_ING: ClassVar[Tag]
    WEAK: ClassVar[Tag]  #: a verb that often governs words in marks
    WEAK_ING: ClassVar[Tag]
    VERB: ClassVar[Tag]
    PAST: ClassVar[Tag]  #: a verb by its ending
    ING: ClassVar[Tag]
    AUXILIARY: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    CONJUNCTION: ClassVar[Tag]
    STOP: ClassVar[Tag]  #: the end of a sentence
    MARK: ClassVar[Tag]  #: any other punctuation


for _name in Tag.__annotations__:
    setattr(Tag, _name, Tag(_name.lower().replace("_", "-")))
#: Every tag there is.
TAGS: tuple[Tag, ...] = tuple(getattr(Tag, name) for name in Tag.__annotations__)

FINITE = frozenset({Tag.CUE, Tag.WEAK, Tag.VERB, Tag.PAST, Tag.AUXILIARY})
SAYING = frozenset({Tag.CUE, Tag.CUE_ING, Tag.WEAK, Tag.WEAK_ING})
PARTICIPLES = frozenset({Tag.CUE_ING, Tag.WEAK_ING, Tag.ING})
VERBAL = frozenset({Tag.CUE, Tag.CUE_ING, Tag.WEAK, Tag.WEAK_ING, Tag.VERB, Tag.PAST, Tag.ING, Tag.ADVERB})
NOMINAL = frozenset({Tag.NOUN, Tag.WORD})


_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Grammar:
    """The word lists of one language."""

    tags: dict[str, Tag]
    function: frozenset[str]  #: words that a capital at the head of a sentence does not make a name
    titles: frozenset[str]
    capital_titles: frozenset[str]  #: titles only in capitals, as they are printed: "DCI"
    prefixes: frozenset[str]  #: "ex", which a hyphen ties to a title
    epithets: frozenset[str]  #: "furious": before a name at the head of a sentence
    letters: frozenset[str]  #: "OBE", as it is printed: behind a name
    bodies: frozenset[str]
    groups: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]  #: "Jr." and its like
    unnamed: frozenset[str]  #: words of labels that name nobody
    speakers: frozenset[str]
    short: frozenset[str]  #: abbreviations
    plainest: frozenset[str]  #: "said" and its like
    raising: frozenset[str]  #: "continued": a verb of saying, but not before "to"
    relayed: frozenset[str]  #: "quoted": whose agent relays and does not speak
    objects: frozenset[str]  #: pronouns that are never a subject
    naming: frozenset[str]  #: "so-called": a term follows
    named: frozenset[str]  #: "titled": after a noun, a title follows
    works: frozenset[str]  #: "film": a title follows
    terms: frozenset[str]  #: "word": it is spoken of
    third: frozenset[str]  #: pronouns for one other person: "he", "her"
    times: frozenset[str]  #: "week": heads of phrases that say when
    sayings: frozenset[str]  #: "message": what somebody says, whose owner is the speaker
    making: frozenset[str]  #: "wrote": a title may follow
    owners: frozenset[str]  #: "her": a pronoun, and a determiner before a noun
    common_bodies: frozenset[str]  #: "company": nouns for bodies
    matters: frozenset[str]  #: "trade": what bodies look after
    places: frozenset[str]  #: names of countries and capitals
    affiliations: frozenset[str]  #: "Democrat": names for somebody by party or home
    things: frozenset[str]  #: nouns that end like one for a person
    people_endings: tuple[str, ...]  #: endings of nouns for people
    endings: tuple[tuple[Tag, tuple[str, ...]], ...]  #: what a word is by how it ends
    plurals: tuple[str, ...]  #: endings of plural nouns
    channels: frozenset[str]  #: "statement", "twitter": in or on them words are said
    press: frozenset[str]  #: "reporters", "newspaper": they pass on what they are told
    reporting: frozenset[str]  #: "hoped", "showed": verbs that report without being verbs of saying
    reporting_nouns: frozenset[str]  #: "promise", "sure": nouns and adjectives that report
    reports: frozenset[str]  #: these, and the last words of "according to" and its like
    according_ends: dict[
        str, tuple[tuple[str, ...], ...]
    ]  #: "according to" and its like by the last word, the longest first
    linking: dict[str, frozenset[str]]  #: small words by what they do: "and", "by", "as"
    according: dict[str, tuple[tuple[str, ...], ...]]  #: "according to" and its like by their first word, longest first
    first_names: frozenset[str]
    nouns: frozenset[str]  #: every noun of the lists: what compounds end in
    noun_endings: tuple[str, ...]  #: endings of nouns for things
    tokens: re.Pattern[str] | None  #: how words part where short ones are written together with others: "l'homme"
    enclitics: dict[str, str]  #: pronouns that are written behind their verb, with the pronoun proper
    adjectives_follow: bool  #: adjectives may stand behind their noun
    possessive: re.Pattern[str]  #: the ending that makes an owner of a word: "'s"
    articles: frozenset[str]
    lowered: frozenset[str]  #: words at the head of a role or group that lose their capital
    owning_endings: tuple[str, ...]  #: endings of an owner's name before a noun
    describing_endings: tuple[str, ...]  #: endings of the name of a place that describes the noun behind it
    inflections: tuple[str, ...]  #: endings that a listed noun may take
    capital_nouns: bool  #: nouns have a capital: it makes no name
    verb_second: bool  #: the finite verb is the second thing of its clause: the subject may stand behind it
    compounds: bool  #: a word is read like the noun that it ends in
    ordinal_points: bool  #: a point after a number may make it "the fourth"
    oblique: frozenset[str]  #: determiners whose phrase is no subject
    genitive: frozenset[str]  #: determiners of a phrase that belongs to the noun before it
    relative_determiners: frozenset[str]  #: determiners that are relative pronouns where no noun follows
    reported: frozenset[str]  #: verb forms with which a report goes on
    separable: dict[str, frozenset[str]]  #: verbs of saying in two parts: the second parts of each first
    speaking: frozenset[str]  #: nouns of all lists for who and what can say something
    ending_objects: frozenset[str]  #: small words with which a sentence may leave an object without a comma
    roles: dict[str, frozenset[str]]  #: verbs and nouns by what they do to those beside them: who hears, who is quoted
    role_verbs: frozenset[str]  #: the verbs among these
    readings: dict[str, Any] = field(default_factory=dict)  #: words as they were read before
    chunks: dict[str, Any] = field(default_factory=dict)  #: what stands between two blanks, as it was read before
    known: dict[str, str] = field(default_factory=dict)  #: words with the listed noun that they are a form of

    def links(self, what: str) -> frozenset[str]:
        """The small words that do this; empty where the language gives none."""
        return self.linking.get(what, _NONE)

    def noun(self, low: str) -> str:
        """The listed noun that a word is a form or, where the language builds them, a compound of; else the word."""
        if low in self.nouns or not (self.compounds or self.inflections):
            return low
        found = self.known.get(low)
        if found is None:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            found = self.known[low] = self._find_noun(low)
        return found

    def _find_noun(self, low: str) -> str:
        bare = [low, *(low.removesuffix(ending) for ending in self.inflections if low.endswith(ending))]
        for form in bare:
            if form in self.nouns:
                return form
        if self.compounds:
            for cut in range(2, len(low) - _SHORTEST_NOUN + 1):
                for form in bare:
                    tail = form[cut:]
                    if tail in self.nouns and (len(tail) > _SHORTEST_NOUN or tail in self.speakers):
                        return tail
        return low

    def may_speak(self, head: str) -> bool:
        """Whether a noun is one for somebody, a body or a text: what can say something."""
        if head in self.speaking:
            return True
        if head in self.things:
            return False
        single = head[:-1] if head.endswith(self.plurals) else head
        return single in self.speakers or head in self.affiliations or single.endswith(self.people_endings)


_REMEMBERED = 50_000
#: So short a word ends a compound only where it speaks: "Stadtrat" is one with "Rat", "Schröder" none with "der".
_SHORTEST_NOUN = 3
_SPEAKING = ("quotes.speakers", "names.groups", "names.common_bodies", "names.titles")
_ROLE_VERBS = ("hearing", "calling", "perceiving", "accusing", "quoting", "receiving", "passing", "naming")
_ENDING_OBJECTS = ("joining", "leaving_object", "placing")
_THINGS = ("quotes.sayings", "quotes.works", "quotes.times", "names.things")

#: Where a word stands in several lists, the later one wins.
_READINGS = (
    ("quotes.weak_cues", Tag.WEAK),
    ("quotes.weak_cues_ing", Tag.WEAK_ING),
    ("quotes.cues", Tag.CUE),
    ("quotes.cues_ing", Tag.CUE_ING),
    ("quotes.verbs", Tag.VERB),
    ("quotes.speakers", Tag.NOUN),
    ("quotes.adverbs", Tag.ADVERB),
    ("quotes.determiners", Tag.DETERMINER),
    ("quotes.prepositions", Tag.PREPOSITION),
    ("quotes.auxiliaries", Tag.AUXILIARY),
    ("quotes.relatives", Tag.RELATIVE),
    ("quotes.conjunctions", Tag.CONJUNCTION),
    ("quotes.pronouns", Tag.PRONOUN),
)

_ENDINGS = (("past", Tag.PAST), ("participle", Tag.ING), ("adverb", Tag.ADVERB))


@functools.cache
def grammar(lex: Lexicon) -> Grammar:
    """The word lists of this lexicon, made once for each."""
    tags: dict[str, Tag] = {}
    for path, tag in _READINGS:
        tags.update(dict.fromkeys(lex.words(path), tag))
    endings = lex.table("quotes.endings")
    nouns = lex.words("reported.nouns") | lex.words("reported.adjectives")
    roles = {key: frozenset(words) for key, words in lex.table("quotes.roles").items()}
    according = _by_word(lex.words("quotes.linking.according") | lex.words("quotes.linking.crediting"), -1)
    return Grammar(
        tags=tags,
        function=lex.words("names.not_names"),
        titles=lex.words("names.titles"),
        capital_titles=lex.words("names.capital_titles"),
        prefixes=lex.words("names.prefixes"),
        epithets=lex.words("names.epithets"),
        letters=lex.words("names.letters"),
        bodies=lex.words("names.bodies"),
        groups=lex.words("names.groups"),
        suffixes=lex.words("names.suffixes"),
        unnamed=lex.words("names.unnamed"),
        particles=lex.words("names.particles"),
        speakers=lex.words("quotes.speakers"),
        short=lex.words("quotes.abbreviations"),
        plainest=lex.words("quotes.plainest"),
        raising=lex.words("quotes.raising"),
        relayed=lex.words("quotes.relayed"),
        objects=lex.words("quotes.objects"),
        naming=lex.words("quotes.naming"),
        named=lex.words("quotes.named"),
        works=lex.words("quotes.works"),
        terms=lex.words("quotes.terms"),
        third=frozenset(word for word, gender in lex.table("names.pronouns").items() if gender in ("m", "f")),
        times=lex.words("quotes.times"),
        sayings=lex.words("quotes.sayings"),
        making=lex.words("quotes.making"),
        owners=lex.words("quotes.determiners") & lex.words("quotes.pronouns"),
        common_bodies=lex.words("names.common_bodies"),
        matters=lex.words("names.matters"),
        places=lex.words("names.places"),
        affiliations=lex.words("names.affiliations"),
        things=lex.words("names.things"),
        people_endings=tuple(endings.get("person", ())),
        endings=tuple((tag, tuple(endings.get(key, ()))) for key, tag in _ENDINGS),
        plurals=tuple(endings.get("plural", ())),
        channels=lex.words("quotes.channels"),
        press=lex.words("quotes.press"),
        reporting=lex.words("reported.verbs"),
        reporting_nouns=nouns,
        reports=lex.words("reported.verbs") | nouns | according.keys(),
        according_ends=according,
        linking={key: frozenset(words) for key, words in lex.table("quotes.linking").items()},
        according=_by_word(lex.table("quotes.linking").get("according", ()), 0),
        first_names=lex.words("names.male") | lex.words("names.female"),
        nouns=frozenset().union(*(lex.words(path) for path in (*_SPEAKING, *_THINGS))),
        noun_endings=tuple(endings.get("thing", ())),
        tokens=_parted(lex.words("quotes.clitics"), lex.words("quotes.enclitics")),
        enclitics={word: word.rpartition("-")[2] for word in lex.words("quotes.enclitics")},
        adjectives_follow=lex.has("adjectives_follow"),
        possessive=_ending(endings.get("possessive", ())),
        articles=lex.words("names.articles"),
        lowered=lex.words("names.lowered"),
        owning_endings=tuple(endings.get("owner", ())),
        describing_endings=tuple(endings.get("describing", ())),
        inflections=tuple(endings.get("inflected", ())),
        capital_nouns=lex.has("nouns_capitalised"),
        verb_second=lex.has("verb_second"),
        compounds=lex.has("compounds"),
        ordinal_points=lex.has("ordinal_points"),
        oblique=lex.words("quotes.oblique"),
        genitive=lex.words("quotes.genitive"),
        relative_determiners=lex.words("quotes.relative_determiners"),
        reported=lex.words("quotes.reported"),
        speaking=frozenset().union(*(lex.words(path) for path in (*_SPEAKING, "quotes.sayings"))),
        ending_objects=frozenset().union(*(lex.words(f"quotes.linking.{key}") for key in _ENDING_OBJECTS)),
        roles=roles,
        role_verbs=frozenset().union(*(roles.get(key, ()) for key in _ROLE_VERBS)),
        separable={verb: frozenset(parts) for verb, parts in lex.table("quotes.separable").items()},
    )


_INSIDE = r"(?:[’'&‑-]|(?<![a-zäöüß]{3})\.|\.(?![A-ZÄÖÜ][a-zäöüß]))"
#: A word with what joins its parts, dashes, dots, and any other mark. {0}: what is parted from a word, {1}: what goes on.
_TOKEN = (
    r"{0}(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:{1}"
    + _INSIDE.replace("{", "{{").replace("}", "}}")
    + r"[^\W_]+)*['’]?|--+|\.\.+|\S"
)
TOKEN = re.compile(_TOKEN.format("", ""))


def _parted(clitics: frozenset[str], enclitics: frozenset[str]) -> re.Pattern[str] | None:
    """The tokens of a language that writes short words together with others; None where it has none."""
    if not clitics and not enclitics:
        return None
    before = "|".join(re.escape(word.rstrip("'")) for word in sorted(clitics, key=lambda word: (-len(word), word)))
    behind = "|".join(re.escape(word) for word in sorted(enclitics, key=lambda word: (-len(word), word)))
    parted = rf"(?i:(?:{before or '(?!)'})['’](?=[^\W_]))|(?i:(?:{behind or '(?!)'})(?![^\W_]))|"
    return re.compile(_TOKEN.format(parted, rf"(?!(?i:{behind or '(?!)'})(?![^\W_]))"))


def _ending(patterns: Iterable[str]) -> re.Pattern[str]:
    """One of these regular expressions at the end of a word; nothing where there are none."""
    return re.compile(rf"(?:{'|'.join(patterns)})$" if patterns else r"(?!)")


def _by_word(phrases: Iterable[str], at: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases, as words, by their first word (`at` 0) or their last (-1); the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[at], []).append(words)
    return {word: tuple(those) for word, those in found.items()}
