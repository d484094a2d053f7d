"""One label with the words behind it, and what these words and that label look like by themselves."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.behind import LOOK
from quotedb.parsing.transcript.shape import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.wordlists import PatternList, WordList

#: Who says his own name says it so early (characters).
INTRODUCED = 20
#: A title has so many long words, at least, and so large a share of them with a capital.
FEWEST_WORDS, CAPITALS = 3, 0.8

NAME_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
QUESTION = re.compile(r"[?？؟]")
#: Q1, A1 and Q2 are one who asks and one who answers.
_COUNTED_ASKER = re.compile(r"\A([qa])[ .]{0,2}\d{1,3}\Z")
_BEHIND_NAME = re.compile(r"[,(]")
_SIGNED = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]\.?\Z|, | in ")


@dataclass(frozen=True, slots=True)
class Said:
    """One label with the words behind it, up to the next label or `LOOK` characters."""

    key: str
    label: str
    text: str


def said_of(text: str, accepted: Sequence[Accepted]) -> list[Said]:
    """What stands behind each label."""
    found = []
    for one, following in itertools.zip_longest(accepted, accepted[1:]):
        head = one.head
        below = len(text) if following is None else max(following.head.above, 0) or following.head.start
        stop = min(head.body + LOOK, below)
        key = _COUNTED_ASKER.sub(r"\1", key_of(head.label))
        found.append(Said(key, head.label, text[head.body : max(head.body, stop)]))
    return found


def how_many(said: Iterable[Said], pattern: re.Pattern[str] | WordList | PatternList) -> int:
    """Behind how many labels something like this stands."""
    return sum(bool(pattern.search(one.text)) for one in said)


@functools.lru_cache(maxsize=4096)  # asked for each label where nobody may speak, and again where signs are weighed
def is_title(line: str) -> bool:
    """Whether a line is set like the title of a story: nearly all its long words have a capital."""
    long_words = _LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= FEWEST_WORDS and capitals >= CAPITALS * len(long_words) and not line.isupper()


def tells_of_its_label(one: Said, words: LabelWords) -> bool:
    """Whether the whole name stands in the words, or the last name where nobody says "I"; "I am Bo Olane" does not count."""
    again = one.key.isalpha() and one.key in one.text
    if again and re.search(rf"\b{one.key}s?\b", one.text) and not words.oneself.search(one.text):
        return True  # `Judge: The judge leaves, thinks and comes back.`
    names = _proper_names(one.label, words)
    if not names or names[-1] not in one.text or one.key in words.voices:
        return False
    if len(names) == 1 or not words.oneself.search(one.text):
        names = names[-1:]
    if " ".join(names) not in one.text:
        return False
    for found in re.finditer(rf"\b{' '.join(names)}(?:['’]s)?\s+([a-z]+)", one.text):
        before = one.text[max(0, found.start() - 30) : found.start()].casefold().split()[-2:]
        # "Hi, Bo Olane from the Tern Times. Why now?"
        introduced = found.start() <= INTRODUCED and found[1] in words.never_first | words.particles
        if not introduced and words.sentence.isdisjoint(before) and not words.oneself.search(" ".join(before)):
            return True
    return False


def is_signed(one: Said, words: LabelWords) -> bool:
    """Whether a label looks like what stands under a letter or a review, and asks nothing: `Anna K.`, `Ida Marsh, Tarn`."""
    titled = not _long_titles(words).isdisjoint(one.key.replace(".", "").replace(",", "").split())
    # a seat in brackets is a member's: `Ana Velt (Mayo, Ind)`
    return bool(_SIGNED.search(one.label.partition("(")[0])) and not titled and not QUESTION.search(one.text)


def people(said: Sequence[Said], words: LabelWords) -> set[str]:
    """Who speaks, each once: `VELT` is `ANA VELT, HOST` again, and `Ana Velt` is `The Minister (Ana Velt)`."""
    names = {one.key: [name.casefold() for name in names_of(one.label)] or [one.key] for one in said}
    full = {" ".join(name) for name in names.values() if len(name) > 1 and name[0] not in words.particles}
    short = {name[0] for name in names.values() if len(name) == 1}

    def person(one: Said) -> str:
        inside = " ".join(name.casefold() for name in NAME_WORD.findall(one.label.partition("(")[2]))
        name = names[one.key]
        if name[-1] in short:
            return name[-1]
        return next((known for known in (inside, " ".join(name)) if known in full), one.key)

    return {person(one) for one in said}


@functools.lru_cache(maxsize=4096)
def names_of(label: str) -> tuple[str, ...]:
    """The words of a label's name, without the office or the place behind a comma or in brackets."""
    return tuple(NAME_WORD.findall(_BEHIND_NAME.split(label, maxsplit=1)[0]))


def last_name(label: str) -> str:
    """The last word of a label's name, in small letters; "" where it has none."""
    return "".join(names_of(label)[-1:]).casefold()


@functools.lru_cache(maxsize=4096)
def _proper_names(label: str, words: LabelWords) -> tuple[str, ...]:
    """The same as they stand in a sentence, without titles and small words."""
    return tuple(name.capitalize() for name in names_of(label) if name.casefold() not in words.titles | words.particles)


@functools.cache
def _long_titles(words: LabelWords) -> frozenset[str]:
    """The titles of more than a letter: the M. of Ida M. is none."""
    return frozenset(title for title in words.titles if len(title) > 1)
