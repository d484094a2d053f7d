"""Whose words somebody reads out, shares or gets: who sent the letter, who owns it, on whose behalf, who is quoted in an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.governing import FAR, NEAR, at_once, nobody, only_marks, opens_clause, past_group
from quotedb.parsing.prose.clauses import owner_of, subjects_of
from quotedb.parsing.prose.grammar import Tag
from quotedb.parsing.prose.spots import Attribution
from quotedb.parsing.prose.syntax import phrase_of

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase

SENT = "who wrote what is read out"
UNSIGNED = "a letter of somebody who is not named"
QUOTED = "whom the subject quotes"
RULES = frozenset({SENT, QUOTED})


def of_letter(paragraph: Paragraph, letter: Phrase, place: int, verb: int) -> Attribution | None:
    """Who wrote a letter that a colon follows; nobody where the subject received it from nobody who is named."""
    owned, announced = owner_of(paragraph, letter) is not None, paragraph.tokens[place - 1].low == ":"
    sender = _sender(paragraph, letter, place, verb) if announced or not owned else None
    if sender is not None:
        via = _passer(paragraph, verb)
        return Attribution((sender,), SENT, paragraph.index, letter.last, via if via != sender else None)
    received = verb >= 0 and paragraph.plays(verb, "receiving") and announced
    if not received or owned or _is_signed(paragraph, letter.last + 1):
        return None
    if paragraph.plays(verb, "passing") and paragraph.plays(letter.last, "speeches"):
        return None  # "read out a statement": perhaps the subject's own
    return nobody(paragraph, UNSIGNED, letter.last)


def _sender(paragraph: Paragraph, letter: Phrase, place: int, verb: int) -> Phrase | None:
    """``a letter from Orlan``, ``written by Orlan``, ``that Orlan had sent him``, ``on behalf of Orlan``, ``Orlan's letter``."""
    after = letter.last + 1
    passes = verb >= 0 and (paragraph.plays(verb, "passing") or paragraph.plays(verb, "receiving"))
    owner = owner_of(paragraph, letter) if passes else None
    if owner is not None:
        return owner if owner.kind in ("name", "nominal") and only_marks(paragraph, after, place) else None
    if after >= place:
        return None
    written = after + paragraph.plays(after, "penned")
    if paragraph.plays(written, "sending"):
        sender = paragraph.opening.get(written + 1)
    elif (
        passes
        and after + 3 < place
        and paragraph.plays(after + 1, "behalf")
        and paragraph.links(after + 2, "attaching")
    ):
        sender = paragraph.opening.get(after + 3)
    else:
        return _who_sent(paragraph, after, place)
    if sender is None or sender.kind == "relative":
        return None
    return sender if only_marks(paragraph, _past_attached(paragraph, sender.last + 1, place), place) else None


def _past_attached(paragraph: Paragraph, start: int, place: int) -> int:
    """The token behind what is attached to a phrase with "of": "the crew | of the Dorothea"."""
    attached = paragraph.opening.get(start + 1) if start + 1 < place and paragraph.links(start, "naming") else None
    return attached.last + 1 if attached is not None and attached.last < place else start


def by_text(paragraph: Paragraph, place: int, verb: int) -> Attribution | None:
    """``Orlan's letter to Vesk read: "..."``: whose text is the subject."""
    tokens = paragraph.tokens
    if verb < 0 or tokens[verb].tag is not Tag.CUE or not at_once(paragraph, verb, place):
        return None
    subject, how = subjects_of(paragraph, verb)
    if not subject or how != "beside" or subject[0].kind != "nominal" or not paragraph.is_one_of(subject[0], "letters"):
        return None
    letter = subject[0]
    owner = owner_of(paragraph, letter)
    if owner is None or owner.kind not in ("name", "nominal"):
        return None
    return Attribution((owner,), SENT, paragraph.index, verb)


def _who_sent(paragraph: Paragraph, after: int, place: int) -> Phrase | None:
    """``a letter (that) Orlan had sent him``: the subject of a clause that tells who wrote it."""
    sender = paragraph.opening.get(after)
    if sender is None or sender.kind == "relative":
        sender = paragraph.opening.get(after + 1) if opens_clause(paragraph, after) or sender is not None else None
    if sender is None or sender.kind not in ("name", "nominal") or sender.possessive:
        return None
    wrote = past_group(paragraph, sender.last + 1, place)
    sent = wrote < place and paragraph.plays(wrote, "penned") and at_once(paragraph, wrote, place)
    return sender if sent else None


def run_together(paragraph: Paragraph, phrase: Phrase, place: int, verb: int) -> Attribution | None:
    """``a letter Orlan had sent: "..."``, where noun and name were read as one phrase."""
    tokens, at = paragraph.tokens, phrase.first
    while at < phrase.last and tokens[at].tag is not Tag.NAME:
        at += 1
    if at in (phrase.first, phrase.last + 1) or not paragraph.plays(at - 1, "letters"):
        return None
    wrote = past_group(paragraph, phrase.last + 1, place)
    if wrote >= place or not paragraph.plays(wrote, "penned") or not at_once(paragraph, wrote, place):
        return None
    sender = phrase_of(tokens, at, phrase.last, paragraph.rules)
    return Attribution((sender,), SENT, paragraph.index, at - 1, _passer(paragraph, verb))


def _is_signed(paragraph: Paragraph, after: int) -> bool:
    """Whether who wrote it stands behind a letter, though more stands before the colon: "a letter from Orlan about the pier"."""
    after += paragraph.plays(after, "penned")
    return paragraph.plays(after, "sending") and after + 1 in paragraph.opening


def _passer(paragraph: Paragraph, verb: int) -> Phrase | None:
    """Who passes it on, where somebody is named."""
    if verb < 0 or not (paragraph.plays(verb, "passing") or paragraph.plays(verb, "receiving")):
        return None
    who, _ = subjects_of(paragraph, verb)
    return who[0] if who and who[0].kind in ("name", "nominal") else None


def in_letter(paragraph: Paragraph, place: int, verb: int) -> Attribution | None:
    """``In a letter from Orlan, Vesk read: "..."``: it stands before the one who reads it."""
    if verb < 0 or not paragraph.plays(verb, "receiving") or not only_marks(paragraph, verb + 1, place):
        return None
    first = paragraph.sentence[verb]
    letter = paragraph.opening.get(first + 1) if paragraph.links(first, "channelling") else None
    if letter is None or letter.kind != "nominal" or not paragraph.is_one_of(letter, "letters"):
        return None
    sender = owner_of(paragraph, letter)
    if sender is None and letter.last + 2 < verb and paragraph.plays(letter.last + 1, "sending"):
        sender = paragraph.opening.get(letter.last + 2)
    via = _passer(paragraph, verb)
    if sender is None:
        return nobody(paragraph, UNSIGNED, letter.last)
    return Attribution((sender,), SENT, paragraph.index, letter.last, via) if sender.kind != "pronoun" else None


def in_aside(paragraph: Paragraph, verb: int, place: int) -> Attribution | None:
    """``Vesk, quoting Orlan, said: "..."``, ``Quoting Orlan, Vesk said: "..."``."""
    tokens, first = paragraph.tokens, paragraph.sentence[verb]
    if tokens[verb].tag is not Tag.CUE or place < 1 or tokens[place - 1].low not in (":", ","):
        return None
    if not at_once(paragraph, verb, place):
        return None
    for index in range(first, min(verb - 2, first + FAR)):
        opens = index == first or tokens[index - 1].low == ","
        quoted = _quoted_in(paragraph, index, verb) if opens else None
        if quoted is None or tokens[quoted.last + 1].low != ",":
            continue
        who, _ = subjects_of(paragraph, verb)
        return Attribution((quoted,), QUOTED, paragraph.index, verb, who[0] if who else None)
    return None


def quoting_behind(paragraph: Paragraph, verb: int) -> Phrase | None:
    """``"...," Vesk said, quoting Orlan.``: whom, where the sentence ends with it."""
    tokens, index = paragraph.tokens, verb + 2
    if index >= len(tokens) or tokens[verb + 1].low != ",":
        return None
    quoted = _quoted_in(paragraph, index, len(tokens))
    ends = quoted is not None and (quoted.last + 1 == len(tokens) or tokens[quoted.last + 1].tag is Tag.STOP)
    return quoted if ends else None


def _quoted_in(paragraph: Paragraph, index: int, end: int) -> Phrase | None:
    """Who is quoted by a participle at `index`: "quoting Orlan", "reading a statement on behalf of Orlan"."""
    quoted = paragraph.opening.get(index + 1) if paragraph.plays(index, "citing") else None
    if quoted is not None:
        named = quoted.kind == "name" or (quoted.kind == "nominal" and paragraph.rules.may_speak(quoted.head))
        return quoted if named and not quoted.possessive and quoted.last + 1 <= end else None
    if not paragraph.plays(index, "reading"):
        return None
    comma = next((at for at in range(index + 1, end) if paragraph.tokens[at].low == ","), end)
    for at in range(index + 1, min(comma, index + NEAR)):
        letter = paragraph.ending.get(at)
        if letter is not None and paragraph.is_one_of(letter, "letters"):
            return _sender(paragraph, letter, comma, index)
    return None
