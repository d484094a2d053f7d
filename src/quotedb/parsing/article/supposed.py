"""Words that nobody has said yet, or perhaps not: a condition, a wish, a claim that somebody rejects, hearsay.

The verbs and nouns that make them so are data: `quotes.roles` of the lexicon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.governing import agent_of, brings, governor, is_passive, opens_clause
from quotedb.parsing.article.inner import outer_verb, subject_within
from quotedb.parsing.article.roles import is_hearing
from quotedb.parsing.article.wordings import is_answered
from quotedb.parsing.prose.grammar import FINITE, PARTICIPLES, SAYING, Tag
from quotedb.parsing.prose.spots import is_noun_here

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Attribution
    from quotedb.parsing.prose.syntax import Paragraph

IMAGINED = "imagined"
HEARSAY = "at second hand"

#: So far before a quotation stands what calls it untrue, and so near behind that what was alleged.
_FAR, _NEAR = 20, 5
_ENDS = frozenset(";:")
_GROUP = frozenset({Tag.ADVERB, Tag.AUXILIARY})


def is_imagined(paragraph: Paragraph, place: int) -> bool:
    """Whether the words at token `place` are wished for or a condition: ``If Vesk says "..."``, ``wants Vesk to say "..."``."""
    verb = governor(paragraph, place) if paragraph.rules.roles else -1
    tokens = paragraph.tokens
    if _is_invented(paragraph, place):
        return True
    if verb > 1 and tokens[verb].tag in PARTICIPLES:
        before = verb - 1 - (tokens[verb - 1].tag is Tag.PREPOSITION)  # "avoided calling", "stopped short of saying"
        return paragraph.plays(before, "avoiding") and before > paragraph.sentence[verb]
    if paragraph.plays(verb, "bare") and verb > 0 and verb - 1 in paragraph.ending:
        heard = paragraph.ending[verb - 1].first - 1  # "would like to | hear Vesk say"
        if heard > 1 and paragraph.plays(heard, "perceiving") and paragraph.links(heard - 1, "infinitive"):
            return paragraph.plays(heard - 2, "wishing")
    if verb < 0 or tokens[verb].tag not in (Tag.CUE, Tag.WEAK) or not brings(paragraph, verb, place):
        return False
    first = paragraph.sentence[verb]
    if verb > first + 1 and paragraph.links(verb - 1, "infinitive"):
        if verb + 1 == place and paragraph.links(verb, "telling"):
            return False  # asked the clerk to tell "one side of it"
        to = verb - 1 - paragraph.links(verb - 2, "negating")  # "urged voters | not to say"
        wished = paragraph.ending.get(to - 1)  # "wants Vesk | to say"
        if wished is None or wished.first <= first:
            return False
        wish = wished.first - 1
        return paragraph.plays(wish - (tokens[wish].tag is Tag.PREPOSITION), "wishing")
    begin = verb
    while begin > first and tokens[begin - 1].tag in _GROUP:
        begin -= 1
    subject = paragraph.ending.get(begin - 1)
    if subject is None or subject.first <= first:
        return False
    before = subject.first - 1
    if paragraph.plays(before, "supposing") or (before == first and paragraph.plays(before, "inverting")):
        return True
    if not any(paragraph.plays(index, "coming") for index in range(begin, verb + 1)):
        return False
    wish = before - 1 if paragraph.links(before, "complement") else before
    wish -= paragraph.rules.verb_second and tokens[wish].low == ","  # "will, dass"
    return wish >= first and paragraph.plays(wish, "wishing")


def _is_invented(paragraph: Paragraph, place: int) -> bool:
    """``Vesk imagined the headline: "..."``, ``In a sketch, Tarrow as Vesk says: "..."``."""
    tokens, first = paragraph.tokens, paragraph.sentence[place]
    if place < first + 3 or tokens[place - 1].low not in (":", ","):
        return False
    piece = paragraph.opening.get(first + 1) if paragraph.links(first, "channelling") else None
    if piece is not None and paragraph.plays(piece.last, "inventions"):
        return tokens[piece.last + 1].low == ","
    thing = paragraph.ending.get(place - 2)
    if thing is None or thing.first <= first or not paragraph.plays(thing.first - 1, "imagining"):
        return False
    return any(paragraph.plays(thing.last, kind) for kind in ("letters", "signs", "words", "wordings"))


def is_possible(paragraph: Paragraph, place: int) -> bool:
    """``Vesk might say "..."``: whether a verb of possibility stands before that of the quotation at token `place`."""
    verb = governor(paragraph, place) if paragraph.rules.roles else -1
    tokens = paragraph.tokens
    if verb < 0 or tokens[verb].tag is not Tag.CUE or not brings(paragraph, verb, place):
        return False
    index = verb - 1
    while index >= paragraph.sentence[verb] and tokens[index].tag in _GROUP:
        if paragraph.links(index, "limiting"):
            return False  # "could only say"
        if paragraph.plays(index, "possible"):
            return True
        index -= 1
    return False


def is_disputed(paragraph: Paragraph, place: int) -> bool:
    """Whether the words at token `place` belong to what somebody calls untrue or accuses somebody of."""
    if not paragraph.rules.roles:
        return False
    tokens, first = paragraph.tokens, paragraph.sentence[place]
    roles: dict[str, frozenset[str]] = paragraph.rules.roles
    rejecting, facing, accusing = (roles.get(what, frozenset()) for what in ("rejecting", "facing", "accusing"))
    if any(paragraph.links(index, "relaying") for index in range(max(first, place - 2), place)):
        return False  # dismissed the claim as "nonsense"
    for index in range(place - 1, max(first, place - _FAR) - 1, -1):
        tag, low, *_ = tokens[index]
        if tag in (Tag.QUOTE, Tag.STOP) or (low in _ENDS and index < place - 1):
            return False
        if tag in PARTICIPLES and tag in SAYING and index > first and tokens[index - 1].low == ",":
            return False  # "rejected the idea, saying"
        if low in rejecting and not is_noun_here(paragraph, index, first):
            return _rejects(paragraph, index, place)
        if low in facing:
            return _alleged(paragraph, index + 1, place)
        if low in accusing:
            return _accuses(paragraph, index, place)
    return False


def _rejects(paragraph: Paragraph, verb: int, place: int) -> bool:
    """``denied that he was "..."``, ``denied having said "..."``, ``dismissed claims that he had said "..."``."""
    tokens, after = paragraph.tokens, verb + 1
    if after >= place:
        return False
    if paragraph.rules.verb_second:
        return _rejects_around(paragraph, after, place)
    while after < place and tokens[after].tag is Tag.ADVERB:
        after += 1
    clause = opens_clause(paragraph, after) and (
        after + 1 == place or any(token.tag in FINITE for token in tokens[after + 1 : place])
    )  # but "dismissed that idea as"
    if paragraph.plays(after, "having"):  # but "denied having lied"
        return after + 1 < place and tokens[after + 1].tag in SAYING
    if clause or tokens[after].tag in PARTICIPLES:
        return True
    subject = paragraph.opening.get(after)
    if subject is not None and subject.last + 1 < place and tokens[subject.last + 1].tag in FINITE:
        return not any(token.low == "," for token in tokens[after:place])  # "denied he was"
    return _alleged(paragraph, after, place)


def _alleged(paragraph: Paragraph, after: int, place: int) -> bool:
    """``claims that he had said "..."``, ``the charge of being "..."``: what was alleged, right behind a verb."""
    for index in range(after, min(place - 1, after + _NEAR)):
        if paragraph.plays(index, "allegations"):
            announced = paragraph.tokens[place - 1].low == ":"  # "rejected the claims of Vesk: ...": the subject speaks
            return opens_clause(paragraph, index + 1) or (paragraph.links(index + 1, "attaching") and not announced)
    return False


def _rejects_around(paragraph: Paragraph, after: int, place: int) -> bool:
    """``wies den Vorwurf zurück, er habe gesagt: "..."``: an allegation, and behind it a clause that tells it."""
    for index in range(after, min(place - 1, after + _NEAR)):
        if paragraph.plays(index, "allegations"):
            rest = range(index + 1, place)
            if paragraph.tokens[place - 1].low == ":" and paragraph.tokens[place - 2].tag not in SAYING:
                return False  # "er habe gelogen: ..."
            told = any(paragraph.tokens[at].low in paragraph.rules.reported for at in rest)
            return told or any(paragraph.links(at, "complement") or paragraph.plays(at, "having") for at in rest)
    return False


def _accuses(paragraph: Paragraph, verb: int, place: int) -> bool:
    """``accused Vesk of calling the pier "..."``: the participle of a verb of saying behind "of"."""
    if paragraph.rules.verb_second:  # "warf Vesk vor, ... genannt zu haben"
        following = range(verb + 1, min(len(paragraph.tokens), place + _NEAR))
        tokens = paragraph.tokens
        return any(
            paragraph.plays(index, "having")
            and paragraph.links(index - 1, "infinitive")
            and tokens[index - 2].tag in SAYING
            for index in following
        )
    if paragraph.plays(verb + 1, "tying"):  # "is accused of"
        return _is_uttering(paragraph, verb + 2, place)
    told = verb + 1 + (paragraph.tokens[verb + 1].tag is Tag.PREPOSITION)  # "reproche à Vesk d'avoir"
    accused = paragraph.opening.get(told)
    if accused is None or accused.last + 2 >= place or not paragraph.plays(accused.last + 1, "tying"):
        return False
    return _is_uttering(paragraph, accused.last + 2, place)


def _is_uttering(paragraph: Paragraph, index: int, place: int) -> bool:
    """Whether a participle of a verb of saying stands there: "of calling", "d'avoir dit"."""
    index += paragraph.plays(index, "having")
    return index < place and (paragraph.plays(index, "uttering") or paragraph.tokens[index].tag is Tag.CUE)


def is_hearsay(paragraph: Paragraph, place: int, answer: Attribution) -> bool:
    """Whether the sentence tells of somebody else's words, so that who is named for them by `answer` may only pass them on.

    ``Vesk said he was told: "..."``, ``Vesk told Orlan that Tarrow called it "..."``, ``Vesk objected to Orlan's words: "..."``.
    """
    verb = governor(paragraph, place) if paragraph.rules.roles else -1
    if verb >= 0 and is_passive(paragraph, verb):
        return is_hearing(paragraph, verb, place) and agent_of(paragraph, verb) is None
    if verb >= 0 and verb + 1 < place and paragraph.plays(verb, "naming") and paragraph.opening.get(verb + 1):
        subject = subject_within(paragraph, verb)
        if subject is not None and subject.kind not in ("pronoun", "relative") and subject not in answer.who:
            return outer_verb(paragraph, subject.first - 1) >= 0
    return is_answered(paragraph, place)
