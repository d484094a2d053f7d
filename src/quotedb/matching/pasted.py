"""A quotation as it was pasted, with what its writer put around and between: `"A," he said, "B."`, `"A" - Ana Velt`.

It is read as a draft is. Where the marks were lost on the way, they are put back where a writer would set them: round what
a verb of saying, a dash before a name or a name with a colon leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotedb import parsing
from quotedb.matching.asked import Asked, asked_by
from quotedb.matching.quote import word_count
from quotedb.models import Document

#: A text in marks with fewer words is a name for a thing, or a tone of voice.
LEAST = 3
#: A pasted text of more characters is a draft.
LONGEST = 6_000
#: Words of a clause such as "he told the council in Lannow last week".
CLAUSE = 10
#: Places where the marks of an interrupted quotation are put back.
MOST_CLAUSES = 6
_MARKS = '"“”„‟«»‹›「」『』'
_ANY_MARK = frozenset(_MARKS)
_SPACE = re.compile(r"\s+")
#: A clause that is set off by commas or dashes, or stands last.
_SET_OFF = re.compile(r"(?:[,?!]|\s[—–-])\s+(?P<clause>[^,;:?!—–]{3,90}?)(?:(?:,|\s[—–-]|\.)\s+|\.?$)")
_BY_DASH = re.compile(r"(?P<said>.*\S)\s+(?:[—–]|--?)\s*(?P<name>[^—–.!?:\n]{3,60})\.?$", re.DOTALL)
_BY_COLON = re.compile(r"(?P<name>[^\W\d_][^:\n]{2,60}):\s+(?P<said>\S.*)$", re.DOTALL)
#: The first mark closes: the one that opens was not pasted.
_CLOSED = re.compile(rf"[^{_MARKS}]*\w[,.?!…]?[{_MARKS}](?:[,.]?\s|$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A pasted text taken apart."""

    pieces: tuple[str, ...]  #: what it quotes
    outside: str  #: the words round and between them
    speakers: tuple[str, ...]  #: whom it names
    confidence: float  #: how sure that is
    marked: bool  #: whether the marks of the quotation were pasted with it

    @property
    def words(self) -> int:
        """Words that it quotes."""
        return sum(word_count(piece) for piece in self.pieces)


def reading_of(text: str) -> Reading | None:
    """A pasted text as one quotation with its attribution; None where it is words and nothing else, or several quotations."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    marked = not _ANY_MARK.isdisjoint(text)
    found = [reading for one in _with_marks(text, marked) if (reading := _read(one, marked)) is not None]
    return max(found, key=lambda reading: reading.words, default=None)


def _with_marks(text: str, marked: bool) -> Iterator[str]:
    """The text as it is, or with the marks that it may have lost."""
    if marked:
        yield text
        if _CLOSED.match(text):
            opened, closed = ('"', '"') if '"' in text else ("“", "”")
            yield opened + text + ("" if re.search(rf"[{_MARKS}]\W*$", text) else closed)
        return
    by_dash, by_colon = _BY_DASH.match(text), _BY_COLON.match(text)
    if by_dash:
        yield f"“{by_dash['said']}” — {by_dash['name']}"
    if by_colon:
        yield f"{by_colon['name']}: “{by_colon['said']}”"
    cues = parsing.lexicon_of(text).words("quotes.cues")
    at = made = 0
    while made < MOST_CLAUSES and (clause := _SET_OFF.search(text, at)):
        forms = [word.form for word in parsing.words(clause["clause"])]
        if len(forms) <= CLAUSE and not cues.isdisjoint(forms):
            made += 1
            before, after = text[: clause.start("clause")].rstrip(), text[clause.end("clause") :].lstrip(" ,.—–-")
            head = before.rstrip(" —–-")
            head += "" if head[-1:] in ",?!" else ","
            yield f"“{head}” {clause['clause']}" + (f", “{after}”" if after else ".")
        at = clause.start("clause")


def _read(text: str, marked: bool) -> Reading | None:
    analysis = parsing.analyse(Document(text), "article")
    asked = [one for one in asked_by(analysis) if one.kind in ("direct", "mixed")]
    if len(asked) != 1 or asked[0].label is None:
        return None
    one = asked[0]
    outside = _outside(text, one)
    pieces = tuple(text[start:end] for start, end in one.spans)
    if not word_count(outside) or sum(map(word_count, pieces)) < LEAST:
        return None
    return Reading(pieces, outside, one.speakers, one.confidence, marked)


def _outside(text: str, one: Asked) -> str:
    """What stands round the pieces, without marks."""
    ends = [0, *(place for span in one.spans for place in span), len(text)]
    between = " … ".join(
        part
        for start, end in zip(ends[::2], ends[1::2], strict=True)
        if (part := text[start:end].strip(f"{_MARKS}'‘’ ,.;:—–-\n")) and word_count(part)
    )
    return _SPACE.sub(" ", between)
