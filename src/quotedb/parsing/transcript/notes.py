"""What a label adds in brackets: `(as interpreted)`; and what that says about the rendering of the words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.models import Rendering
    from quotedb.parsing.lexicon import Lexicon

_OPEN, _CLOSE = "([（【", ")]）】"
#: A bracket longer than this is no note and no part of a name.
LONGEST = 120
#: A note is no shorter (characters).
SHORTEST = 3
#: One that says which voice it was has no more words.
MOST_WORDS = 3
_PRONOUNS = re.compile(r"(?:[a-z]{1,5}\s?/\s?){1,3}[a-z]{1,6}\Z", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The words of one language that make a bracket a note, and what they say about the rendering."""

    interpreted: re.Pattern[str]
    translated: re.Pattern[str]
    original: re.Pattern[str]
    note: re.Pattern[str]
    addressed: re.Pattern[str]  #: who is asked, behind the name and its bracket: "to the Minister"
    voices: frozenset[str]  #: a bracket that is one says who it was: (host)
    collective: frozenset[str]  #: whole labels of several voices at once: "some members"
    roles: frozenset[str]  #: a bracket that begins with one says who it was: (chair)
    particles: frozenset[str]  #: small words inside names and roles: "of", "van"


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(longest_first)})\Z" if longest_first else r"(?!)", re.IGNORECASE)


@functools.cache
def note_words(lex: Lexicon) -> NoteWords:
    """The compiled note patterns of a language; its lists hold regular expressions for whole notes."""
    return NoteWords(
        interpreted=_any_of(lex.words("labels.interpreted")),
        translated=_any_of(lex.words("labels.translated")),
        original=_any_of(lex.words("labels.original")),
        note=_any_of(lex.words("labels.notes")),
        addressed=_any_of(lex.words("labels.addressed")),
        voices=lex.words("labels.voices"),
        collective=lex.words("labels.collective"),
        roles=lex.words("labels.titles"),
        particles=lex.words("labels.particles"),
    )


def rendering_of(note: str | None, words: NoteWords) -> Rendering:
    """How the words reached us, as far as the note says."""
    if not note:
        return "unknown"
    said = " ".join(note.split()).strip(" .").casefold()
    if words.original.match(said):
        return "original"
    if words.translated.match(said):
        return "translated"
    return "interpreted" if words.interpreted.match(said) else "unknown"


def tells_how(note: str | None, words: NoteWords) -> bool:
    """Whether a note says how words reached us or how they were spoken, as nothing but a speaker's label does.

    >>> tells_how("as interpreted", ...), tells_how("noun", ...)
    (True, False)
    """
    said = " ".join((note or "").split()).strip(" .")
    return rendering_of(note, words) != "unknown" or bool(said and words.note.match(said))


def is_note(inside: str, words: NoteWords) -> bool:
    """Whether these words in brackets say how somebody spoke, not who it was.

    >>> is_note("as interpreted", ...), is_note("Ms. Olane", ...)
    (True, False)
    """
    said = " ".join(inside.split()).strip(" .")
    if len(said) < SHORTEST:
        return False  # a party: (s), (kd)
    if rendering_of(said, words) != "unknown" or words.note.match(said):
        return True
    if said.split()[0].casefold() in words.roles or said.casefold() in words.voices or _PRONOUNS.match(said):
        return False
    inside_words = _WORDS.findall(said.casefold())
    if (
        1 < len(inside_words) <= MOST_WORDS
        and inside_words[0] not in words.particles
        and inside_words[-1] in words.voices
    ):
        return False  # (harbour panel)
    return said[0].islower() and not any(word[0].isupper() for word in _WORDS.findall(said)[:6])


def last_bracket(label: str) -> tuple[int, int] | None:
    """Where the last outermost bracket of `label` opens and closes, if the label ends with it.

    Brackets may nest; the answer is (place of the opener, place after the closer). Linear in the length of `label`.
    """
    if not label or label[-1] not in _CLOSE:
        return None
    depth = 0
    for place in range(len(label) - 1, max(-1, len(label) - LONGEST), -1):
        if label[place] in _CLOSE:
            depth += 1
        elif label[place] in _OPEN:
            depth -= 1
            if depth == 0:
                return place, len(label)
    return None


def split_note(label: str, words: NoteWords) -> tuple[str, str | None]:
    """A printed label without its note, and the note (None where the last bracket belongs to the name)."""
    found = last_bracket(label)
    if found and found[0]:
        inside = label[found[0] + 1 : found[1] - 1]
        if (
            is_note(inside, words)
            or (label[found[0]] == "[" and inside.strip().isdigit())
            or _is_a_second_note(label[: found[0]].rstrip(), inside.strip(), words)
        ):
            return label[: found[0]].rstrip(), inside.strip()
    behind = label.find(") ") + 1
    if behind and words.addressed.match(label, behind + 1):
        return label[:behind], label[behind + 1 :]  # ANA VELT (TP) to the Minister of Ports
    comma = label.rfind(",")
    if comma > 0:
        tail = label[comma + 1 :].strip()
        if tail and rendering_of(tail, words) != "unknown":
            return label[:comma].rstrip(), tail
    return label, None


def _is_a_second_note(name: str, inside: str, words: NoteWords) -> bool:
    """Whether a bracket behind another one says what somebody rises to: `Ana Velt (TP) (zur Sache)`. Seats have a capital."""
    opens, _, rest = inside.partition(" ")
    says = bool(rest) and opens[0].islower() and opens.casefold() not in words.roles
    return says and last_bracket(name) is not None


def leading_note(text: str, start: int, end: int, words: NoteWords) -> tuple[str | None, int]:
    """A note on the rendering at the start of the speech, and where the words begin after it.

    `Name:  (As interpreted.)  Good evening` has its note behind the colon; `(Laughter.)` there is no note.
    """
    if start >= end or text[start] not in _OPEN:
        return None, start
    close = min(
        (c for c in (text.find(mark, start, min(end, start + LONGEST)) for mark in _CLOSE) if c >= 0), default=-1
    )
    if close < 0:
        return None, start
    inside = text[start + 1 : close].strip()
    if rendering_of(inside, words) == "unknown":
        return None, start
    place = close + 1
    while place < end and text[place].isspace():
        place += 1
    return inside.rstrip("."), place
