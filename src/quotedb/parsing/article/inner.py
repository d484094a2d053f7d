"""Who speaks in the innermost clause: whom somebody heard, remembers or accuses, and the subject of a clause within a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.governing import NEAR, VERBS, at_once, is_passive, nobody, opens_clause, past_group
from quotedb.parsing.prose.clauses import is_between, subjects_of
from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag
from quotedb.parsing.prose.spots import RELAYED, Attribution
from quotedb.parsing.prose.verbsecond import clause_begin

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

HEARD = "whom the subject heard or remembers saying it"
ACCUSED = "whom the subject accuses of saying it"
INNER = "subject of the innermost verb of saying"
CLEFT = "who it was that said it"
NOT_THEY = "somebody else than the one who is named"
ASKED = "it is asked who said it"
WHO = "the relative pronoun before the verb of saying"
WHOM = "subject of the relative clause"
WRITTEN = "what it is written on"
#: What begins another clause.
_ANOTHER = VERBS | {Tag.CONJUNCTION, Tag.RELATIVE, Tag.STOP, Tag.QUOTE}
RULES = frozenset({WRITTEN, HEARD, ACCUSED, INNER, CLEFT, WHO, WHOM})


def perceived(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Vesk recalled Orlan saying "..."``, ``heard Orlan say "..."``, ``accused Orlan of saying "..."``, ``a sign reading "..."``."""
    participle = paragraph.tokens[verb].tag is Tag.CUE_ING
    if not participle and not paragraph.plays(verb, "bare"):
        return None
    written = paragraph.ending.get(verb - 1) if participle else None
    if written is not None and paragraph.is_one_of(written, "signs") and at_once(paragraph, verb, place):
        return Attribution((written,), WRITTEN, paragraph.index, verb)
    tied = participle and paragraph.plays(verb - 1, "tying")
    phrase = paragraph.ending.get(verb - 1 - tied)
    if phrase is None or phrase.possessive or phrase.first <= paragraph.sentence[verb]:
        return None
    outer = phrase.first - 1
    quoted = tied and paragraph.links(verb - 1, "relaying")
    does = "quoting" if quoted else "accusing" if tied else "perceiving"
    pictured = paragraph.links(outer, "attaching") and paragraph.plays(outer - 1, "recordings")
    relays = quoted and paragraph.tokens[outer].tag in SAYING
    if not (paragraph.plays(outer, does) or relays or pictured) or is_passive(paragraph, outer):
        return None
    rule = RELAYED if quoted else ACCUSED if tied else HEARD
    if rule == ACCUSED and not at_once(paragraph, verb, place):
        return None
    via, _ = subjects_of(paragraph, outer)
    return Attribution((phrase,), rule, paragraph.index, verb, via[0] if via else None)


def perceived_after(paragraph: Paragraph, subject: Phrase, verb: int) -> Attribution | None:
    """``"...," Vesk recalled Orlan saying``, where `subject` is Vesk."""
    heard = paragraph.opening.get(verb + 1) if paragraph.plays(verb, "perceiving") else None
    if heard is None or heard.possessive or heard.last + 1 >= len(paragraph.tokens):
        return None
    if paragraph.tokens[heard.last + 1].tag is not Tag.CUE_ING:
        return None
    return Attribution((heard,), HEARD, paragraph.index, heard.last + 1, subject)


def told_after(paragraph: Paragraph, subject: Phrase, verb: int) -> Attribution | None:
    """``"...," Vesk says Orlan told him``, where `subject` is Vesk: the sentence ends with the inner verb and its hearer."""
    tokens = paragraph.tokens
    if tokens[verb].tag is not Tag.CUE or verb + 2 >= len(tokens):
        return None
    teller = paragraph.opening.get(verb + 1 + paragraph.links(verb + 1, "complement"))
    if teller is None or teller.possessive or teller.kind not in ("name", "nominal"):
        return None
    told = past_group(paragraph, teller.last + 1, len(tokens))
    if told >= len(tokens) or not paragraph.plays(told, "telling"):
        return None
    after = paragraph.opening.get(told + 1)
    end = told + 1 if after is None else after.last + 1
    ends = end >= len(tokens) or tokens[end].tag in (Tag.STOP, Tag.MARK) or paragraph.links(end, "placing")
    return Attribution((teller,), INNER, paragraph.index, told, subject) if ends else None


def inner(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Vesk told Orlan that Tarrow had said "..."``, ``Vesk thanked Orlan, who had said "..."``."""
    subject = subject_within(paragraph, verb)
    if subject is None:
        return None
    if subject.kind == "relative":
        return _related(paragraph, verb, subject, place)
    if subject.kind == "pronoun":
        return _remembered(paragraph, subject, verb, place)
    if paragraph.plays(subject.first - 1, "objecting") or _of_apposed(paragraph, subject, verb, place):
        return Attribution((subject,), WHOM, paragraph.index, verb)
    outer = outer_verb(paragraph, subject.first - 1)
    if outer < 0 or not paragraph.plays(verb, "telling"):
        return None
    if not at_once(paragraph, verb, place) and not _soon(paragraph, verb, place):
        return None
    via, _ = subjects_of(paragraph, outer)
    return Attribution((subject,), INNER, paragraph.index, verb, via[0] if via else None)


def _soon(paragraph: Paragraph, verb: int, place: int) -> bool:
    """``had said to him, the night before, "..."``: nothing but to whom and when stands between, and a mark at its end."""
    between = paragraph.tokens[verb + 1 : place]
    return bool(between) and between[-1].tag is Tag.MARK and not any(token.tag in _ANOTHER for token in between)


def _remembered(paragraph: Paragraph, subject: Phrase, verb: int, place: int) -> Attribution | None:
    """``Vesk recalled that in May he had called it "..."``: whoever the pronoun means, it is the subject of the words."""
    if not paragraph.links(subject.first, "subject") or not at_once(paragraph, verb, place):
        return None
    if not (paragraph.plays(verb, "naming") or paragraph.plays(verb, "telling")):
        return None
    opener = subject.first - 1
    while opener > subject.first - NEAR and not opens_clause(paragraph, opener):
        if paragraph.tokens[opener].tag in _ANOTHER or opener <= paragraph.sentence[verb]:
            return None
        opener -= 1
    brings = paragraph.plays(opener - 1, "perceiving") and opens_clause(paragraph, opener)
    return Attribution((subject,), HEARD, paragraph.index, verb) if brings else None


def _of_apposed(paragraph: Paragraph, subject: Phrase, verb: int, place: int) -> bool:
    """``accused them of greed, a charge that Orlan dismissed as "..."``: what stands behind the comma is what Orlan calls so."""
    opener = subject.first - 1
    noun = paragraph.ending.get(opener - 1) if paragraph.links(opener, "complement") else None
    if noun is None or noun.kind != "nominal" or noun.first < 1 or paragraph.tokens[noun.first - 1].low != ",":
        return False
    return verb + 2 == place and paragraph.plays(verb, "naming") and paragraph.links(verb + 1, "relaying")


def subject_within(paragraph: Paragraph, verb: int) -> Phrase | None:
    """The subject right before a finite verb, where it does not open the sentence."""
    tokens = paragraph.tokens
    if tokens[verb].tag not in (Tag.CUE, Tag.WEAK) and not paragraph.plays(verb, "naming"):
        return None
    who, how = subjects_of(paragraph, verb)
    if not who or how != "beside" or who[0].first <= paragraph.sentence[verb]:
        return None
    beside = all(is_between(paragraph, index) for index in range(who[-1].last + 1, verb))
    return who[0] if beside else None


def told_on(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Orlan habe ihm gesagt: "...", berichtete Vesk``: the subject of a clause in the mood of reports."""
    tokens, rules = paragraph.tokens, paragraph.rules
    if not rules.reported or tokens[verb].tag is not Tag.CUE or not at_once(paragraph, verb, place):
        return None
    begin = clause_begin(paragraph, verb, paragraph.sentence[verb])
    if not any(tokens[index].low in rules.reported for index in range(begin, verb)):
        return None
    who, how = subjects_of(paragraph, verb)
    named = bool(who) and how == "beside" and who[0].kind in ("name", "nominal")
    return Attribution(who, INNER, paragraph.index, verb) if named else None


def outer_verb(paragraph: Paragraph, before: int) -> int:
    """The verb of saying that governs a clause which begins behind token `before`; -1 where there is none."""
    tokens, first = paragraph.tokens, paragraph.sentence[before]
    if tokens[before].tag is Tag.CUE or (tokens[before].low == "," and tokens[first].low in paragraph.rules.according):
        return before
    if not opens_clause(paragraph, before):
        return -1
    for index in range(before - 1, max(first, before - NEAR) - 1, -1):
        if tokens[index].tag in SAYING or paragraph.plays(index, "perceiving"):
            return index
    return -1


def _related(paragraph: Paragraph, verb: int, relative: Phrase, place: int) -> Attribution | None:
    """``Orlan, who said``: the relative pronoun; in ``It was Orlan, not Vesk, who said`` the first of the two."""
    tokens, first = paragraph.tokens, paragraph.sentence[verb]
    if paragraph.plays(first, "clefting") and first + 1 < verb and paragraph.links(first + 1, "being"):
        return _cleft(paragraph, verb, relative)
    if (
        paragraph.plays(relative.first, "relating")
        and relative.first > first
        and tokens[relative.first - 1].tag in FINITE
    ):
        return nobody(paragraph, ASKED, verb)
    behind_comma = paragraph.plays(relative.first, "relating") and tokens[relative.first - 1].low == ","
    if not behind_comma or tokens[verb].tag is not Tag.CUE or not at_once(paragraph, verb, place):
        return None
    return Attribution((relative,), WHO, paragraph.index, verb)


def _cleft(paragraph: Paragraph, verb: int, relative: Phrase) -> Attribution | None:
    """``It was Orlan, not Vesk, who``, ``It was not Vesk but Orlan who``; without a contrast it is as any relative."""
    begin = paragraph.sentence[verb] + 2
    if paragraph.links(begin - 1, "negating") or paragraph.links(begin, "negating"):
        for index in range(begin + 1, relative.first):
            chosen = paragraph.opening.get(index + 1) if paragraph.plays(index, "correcting") else None
            if chosen is not None:
                return Attribution((chosen,), CLEFT, paragraph.index, verb)
        return nobody(paragraph, NOT_THEY, verb)
    between = range(begin, relative.first)
    others = any(paragraph.links(index, "negating") or paragraph.plays(index, "contrasting") for index in between)
    chosen = paragraph.opening.get(begin)
    return Attribution((chosen,), CLEFT, paragraph.index, verb) if others and chosen is not None else None
