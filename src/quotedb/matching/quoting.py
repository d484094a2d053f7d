"""What the record itself says of words that it holds: that the speaker quotes them, whom from, that they were never said.

A turn may hold somebody else's words: `As Bo Olane told us, "the lamps stay lit"`. Who says that passes words on, and is not
the one from whom another has them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from quotedb import parsing
from quotedb.models import Document, Match
from quotedb.parsing import Lexicon, lexicon_of, words

#: Where a mark may open before some words; nothing is read closer where there is none.
_OPENS = re.compile(r"(?:^|[\s(\[—–-])['‘\"“„«»‹「『]")
#: A paragraph of more characters is not read for whom it quotes.
LONGEST = 3_000
#: Characters before or after some words in which a denial may stand.
AROUND = 160
#: Whose sentence it is that denies some words is said in so many.
SUBJECT = 4
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!]")
#: Marks and whatever else may stand between a quotation and the next sentence.
_CLOSES = re.compile(r"[\s.,!?…'’\"”“»«›‹」』)\]]*")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether these characters of an utterance stand in quotation marks inside it."""
    first, last = _paragraph(text, start, end)
    if not _OPENS.search(text, first, start):
        return False
    marked = parsing.unsaid_marks(text[first:last], ())
    return any(first + low <= start and end <= first + high for low, high in marked)


def is_said_there_by(text: str, start: int, end: int, names: Iterable[str]) -> bool:
    """Whether an utterance puts these of its characters into the mouth of somebody with one of these names."""
    first, last = _paragraph(text, start, end)
    if last - first > LONGEST:
        return False
    wanted = [key for name in names if (key := _forms(name))]
    around = set(_forms(text[first:start])) | set(_forms(text[end:last]))
    if not any(name[-1] in around for name in wanted):
        return False
    for said in parsing.analyse(Document(text[first:last]), "article").utterances:
        if said.start_char <= start - first and end - first <= said.end_char + 1:
            told = [_forms(name) for name in (*said.speakers, said.label or "") if name]
            if any(name == other or name[-1:] == other for name in wanted for other in told):
                return True
    return False


def denied(conn: sqlite3.Connection, match: Match) -> bool:
    """Whether the words right before or after a match deny that it was said: "I never said ...", "He never said that."."""
    row = conn.execute(
        "SELECT substr(d.text, max(1, :start + 1 - :room), min(:start, :room)), u.start_char, u.end_char, "
        "substr(d.text, u.end_char + 1, :room) FROM utterances u JOIN documents d ON d.id = u.document_id WHERE u.uid = :uid",
        {"start": match.start_char, "room": AROUND, "uid": match.uid},
    ).fetchone()
    if row is None:
        return False
    before, start, end, after = row
    lex = lexicon_of(f"{before} {match.context}")
    if denies(before, lex):
        return True
    if match.kind == "turn":
        if "quoted" not in match.flags or end - start != len(match.context):
            return False  # what a speaker says next is about something else
        after = match.context[match.end_char - start :][:AROUND]
    return denied_after(after, lex, f"{match.speaker or ''} {match.label or ''}")


def denied_after(after: str, lex: Lexicon, who: str = "") -> bool:
    """Whether a text begins with a sentence that says of the words before it that they were never said.

    `who`: the names of the one whose words they are; a sentence about somebody else denies nothing.
    """
    begins = _CLOSES.match(after)
    if begins is None or not begins[0].strip():
        return False  # neither a mark nor the end of a sentence stands between
    sentence = _SENTENCE.match(after, begins.end())
    forms = tuple(_forms(sentence[0])) if sentence else ()
    for said in range(1, min(SUBJECT, len(forms) - 1) + 1):
        subject, told = forms[:said], " ".join(forms[said:])
        if told in lex.words("verify.retractions") and not lex.words("verify.quotation_nouns").isdisjoint(subject):
            return True
        theirs = set(subject) & {*_forms(who), *lex.words("quotes.pronouns")}
        if told in lex.words("verify.denials_after") and theirs:
            return True
    return False


def denies(before: str, lex: Lexicon) -> bool:
    """Whether a text ends in a denial of what follows."""
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    forms = _forms(before[ends[-1] if ends else 0 :])
    if not forms or forms[0] in lex.words("quotes.auxiliaries"):  # a question: "Did I not say ..."
        return False
    for phrase in lex.words("verify.denials"):
        size = len(told := phrase.split())
        for at in (len(forms) - size, len(forms) - size - 1):  # "I never said that ..."
            if at >= 0 and forms[at : at + size] == told:
                return at == 0 or forms[at - 1] not in lex.words("verify.negations")
    return False


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def _forms(text: str) -> Sequence[str]:
    return [word.form for word in words(text)]
