"""Words that a document says were not said ("never said", "falsely claims that she said"), or leaves open ("denied saying")."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from quotedb.parsing.article import untrue
from quotedb.parsing.prose.grammar import SAYING, Tag
from quotedb.parsing.prose.spots import is_noun_here

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

DENIED = "denied"
OPEN = "open whether it was said"

#: How far back from a verb of saying what denies its whole clause may stand.
_FAR = 14
#: A verb's adverbs, and what follows it in its sentence, are looked at so far.
_LONGEST = 60
#: How far before a quotation a verb of saying is taken for its own.
_NEAR = 6
#: How far behind a quotation its own verb or subject stands at most.
_BESIDE = 2
#: What ends the reach of "denied"; a comma is no end where clauses begin with one.
_ENDS, _ENDS_LOOSELY = frozenset(",;:"), frozenset(";:")
_LISTED = frozenset({Tag.QUOTE, Tag.MARK, Tag.CONJUNCTION})
_GROUP = frozenset({Tag.ADVERB, Tag.AUXILIARY})


def doubt_of(scene: Scene, answer: Attribution, quoting: Paragraph, place: int) -> str | None:
    """`DENIED` or `OPEN` where a document does not say that words were said; None where it does.

    The words are token `place` of the paragraph `quoting`; `answer` is who is said to have said them.
    """
    if untrue.is_untrue(quoting, place) or _is_unused(quoting, place):
        return DENIED
    beside = _verb_before(quoting, place)
    if beside is not None:  # 'she never said "...," her office insists', "the mayor asked whether Vesk had said"
        doubt = _doubt(quoting, beside) or (OPEN if _is_wondered(quoting, beside) else None)
        if doubt is not None:
            return doubt
    if answer.cue is None or not _governs(scene, answer, quoting, place, beside):
        return None
    paragraph, cue, who = scene.paragraphs[answer.paragraph], answer.cue, answer.who[0]
    if _is_nobody(paragraph, who) or _is_excluded(paragraph, who):
        return DENIED
    doubt = _doubt(paragraph, cue)
    if doubt is not None:
        return doubt
    if paragraph.links(cue, "denying") and place + 1 < len(quoting.tokens) and quoting.links(place + 1, "uttering"):
        return OPEN
    words = {paragraph.tokens[index].low for index in range(_group_before(paragraph, cue), cue)}
    if words & paragraph.rules.links("supposing") and words & paragraph.rules.links("perfect"):
        return OPEN  # "could have said"
    return OPEN if _is_question(paragraph, cue, who.first) else None


def is_denied_report(scene: Scene, answer: Attribution) -> bool:
    """Whether reported speech is what somebody did not say: "never said that ..."; a question left open is none."""
    paragraph, cue = scene.paragraphs[answer.paragraph], answer.cue
    if cue is None or paragraph.links(cue, "denying"):
        return False
    return _is_nobody(paragraph, answer.who[0]) or _doubt(paragraph, cue) == DENIED


def _governs(scene: Scene, answer: Attribution, quoting: Paragraph, place: int, beside: int | None) -> bool:
    """Whether the verb of an attribution is the quotation's own: no other verb of saying and no other quotation is nearer."""
    cue = answer.cue
    if cue is None or scene.paragraphs[answer.paragraph] is not quoting:
        return cue is not None
    if min(cue, answer.who[0].first) > place:
        return min(cue, answer.who[0].first) <= place + _BESIDE
    last = place
    while last - 1 > cue and quoting.tokens[last - 1].tag in _LISTED:
        last -= 1  # 'did not say "yes" or "no"'
    return beside in (None, cue) and not any(token.tag is Tag.QUOTE for token in quoting.tokens[cue + 1 : last])


def _verb_before(paragraph: Paragraph, place: int) -> int | None:
    """The verb of saying shortly before a quotation, with nothing between that ends its clause."""
    tokens, first = paragraph.tokens, paragraph.sentence[place]
    place -= place > first and tokens[place - 1].low == ":"
    for index in range(place - 1, max(first, place - _NEAR) - 1, -1):
        if tokens[index].tag in (Tag.MARK, Tag.QUOTE):
            return None
        if tokens[index].tag in SAYING and not is_noun_here(paragraph, index, first):
            return index
    return None


def _is_nobody(paragraph: Paragraph, who: Phrase) -> bool:
    """Whether a subject is "nobody" or "no official"."""
    return paragraph.links(who.first, "none") and (who.first == who.last or who.kind != "name")


def _is_excluded(paragraph: Paragraph, who: Phrase) -> bool:
    """``Neither Vesk nor Orlan said``."""
    return who.first > paragraph.sentence[who.first] and paragraph.links(who.first - 1, "excluding")


def _is_unused(paragraph: Paragraph, place: int) -> bool:
    """``never used the words "..."``: a noun for words right before them, and its verb negated."""
    if place < 2:
        return False
    last = place - 1 - (paragraph.tokens[place - 1].low == ":")
    words = paragraph.ending.get(last)
    if words is None or not paragraph.is_one_of(words, "wordings"):
        return False
    verb = words.first - 1
    return verb > paragraph.sentence[place] and paragraph.links(verb, "uttering") and _doubt(paragraph, verb) == DENIED


def _group_before(paragraph: Paragraph, cue: int) -> int:
    """Where the adverbs and auxiliaries right before a verb begin; a verb at the end of its clause has its words before it."""
    low, index = max(paragraph.sentence[cue], cue - _LONGEST), cue
    between = _GROUP | {Tag.QUOTE} if paragraph.rules.verb_second else _GROUP
    while index > low and (paragraph.tokens[index - 1].tag in between or paragraph.links(index - 1, "negating")):
        index -= 1
    return index


def _doubt(paragraph: Paragraph, cue: int) -> str | None:
    """`DENIED` where a verb of saying is negated or called false, `OPEN` where somebody denies its clause."""
    tokens = paragraph.tokens
    group = _group_before(paragraph, cue)
    if paragraph.links(cue, "uttering"):
        behind = cue + 1 if paragraph.rules.verb_second else cue
        for index in range(group, min(behind + 1, len(tokens))):
            limited = index + 1 < len(tokens) and paragraph.links(index + 1, "limiting")
            if paragraph.links(index, "negating") and not limited:
                return DENIED
    if untrue.is_alleged(paragraph, group, cue):
        return OPEN
    if group > paragraph.sentence[cue] + 1 and paragraph.links(group - 1, "infinitive"):
        if paragraph.links(group - 2, "alleging"):
            return OPEN  # "is alleged to have said"
        refused = paragraph.links(cue, "uttering") and (
            paragraph.links(group - 2, "refusing") or _falls_short(paragraph, group - 2)
        )
        return DENIED if refused else None  # "refused to say"
    denying, ends = paragraph.rules.links("denying"), _ENDS_LOOSELY if paragraph.rules.verb_second else _ENDS
    for index in range(group - 1, max(paragraph.sentence[cue], group - _FAR) - 1, -1):
        tag, low, *_ = tokens[index]
        if low in ends or tag is Tag.QUOTE:
            return None
        if low in denying:
            return OPEN
        if untrue.is_called_untrue(paragraph, index):
            return DENIED
        if tag in SAYING:  # "falsely claims that Vesk said"
            return DENIED if index > 0 and paragraph.links(index - 1, "falsifying") else None
    return None


def _falls_short(paragraph: Paragraph, relaying: int) -> bool:
    """``did not go so far as to say``: whether a negation stands shortly before "as"."""
    if not paragraph.links(relaying, "relaying"):
        return False
    first = max(paragraph.sentence[relaying], relaying - _NEAR)
    return any(paragraph.links(index, "negating") for index in range(first, relaying))


def _is_wondered(paragraph: Paragraph, cue: int) -> bool:
    """Whether a verb of saying stands in a clause that leaves it open: "whether Vesk had said"."""
    subject = paragraph.ending.get(_group_before(paragraph, cue) - 1)
    first = paragraph.sentence[cue]
    return subject is not None and subject.first > first and paragraph.links(subject.first - 1, "wondering")


def _is_question(paragraph: Paragraph, cue: int, subject: int) -> bool:
    """``Did Vesk say "..."?``: the auxiliary opens the sentence, before the subject, and a question mark closes it."""
    tokens, first = paragraph.tokens, paragraph.sentence[cue]
    if subject != first + 1 or cue < subject or tokens[first].tag is not Tag.AUXILIARY:
        return False
    rest = takewhile(lambda index: paragraph.sentence[index] == first, range(cue, min(len(tokens), cue + _LONGEST)))
    return any(tokens[index].low == "?" for index in rest)
