"""The words of a list in what somebody says: every rule asks for them, so each text is taken apart once.

A pattern of many words that minds no capitals tries each of them at every character. Here a text is set in small letters
and parted into words, which is several times as fast, and what was found is kept while its labels are judged.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable

#: Longer texts (characters) are searched in place: what is looked at behind one label is never so long.
LONGEST = 1000
#: How a text opens is seen in so many characters.
OPENING = 200
#: Of so many texts it is kept what was found.
_KEPT = 4096

_HEAD = r"\b"
#: A pattern with a capital that is no class of characters (`\S`).
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_WORD, _NAME = re.compile(r"\w+"), re.compile(r"[^\W\d_]+")
#: Letters of scripts whose words stand without a space between them, or end in marks that are no letters.
_UNPARTED = re.compile(r"[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _only(kept: Iterable[str]) -> bytes:
    """A table that makes spaces of all ASCII characters but these."""
    return bytes(ord(char) if char in kept else 32 for char in map(chr, range(256)))


_WORDS_ONLY = _only("_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LETTERS_ONLY = _only("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class WordList:
    """Whole words, whatever their case; `all_words` are those of every list that is asked about the same texts.

    A word in a script that does not part its words is found inside a run of letters, too.
    """

    def __init__(self, words: frozenset[str], all_words: frozenset[str]) -> None:
        unparted = frozenset(filter(_UNPARTED.search, words))
        words = words - unparted
        self._unparted = re.compile("|".join(sorted(unparted))) if unparted else None
        self._pattern = re.compile(_any_of(words).pattern, re.IGNORECASE)
        self._all, self._single = all_words, words & all_words
        # "let's" is no single word, and looked for as it is; "I'm" is found with "I"
        joined = [word for word in words - self._single if _WORD.findall(word)[0] not in self._single]
        self._joined = _any_of(joined) if joined else None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether one of the words stands in ``text[start:end]``."""
        if self._unparted and not text.isascii() and self._unparted.search(text, start, end):
            return True
        if min(end, len(text)) - start > LONGEST:
            return self._pattern.search(text, start, end) is not None
        said = text[start:end].lower()
        if not self._single.isdisjoint(_known_words(said, self._all)):
            return True
        return self._joined is not None and self._joined.search(said) is not None


class PatternList:
    """Patterns in small letters that are found whatever the case, from the head of a word to the end of one."""

    def __init__(self, patterns: frozenset[str]) -> None:
        inside = _any_of(patterns)
        self._opening = re.compile(rf"[\s\"“„«(*_]*{inside.pattern.removeprefix(_HEAD)}", inside.flags)
        self._stands_in = functools.lru_cache(maxsize=_KEPT)(lambda said: inside.search(said) is not None)

    def search(self, text: str) -> bool:
        """Whether one of the patterns stands in a text."""
        return self._stands_in(text.lower())

    def match(self, text: str) -> bool:
        """Whether a text begins with one of the patterns, marks before it aside."""
        return self._opening.match(text[:OPENING].lower()) is not None


def is_single(word: str) -> bool:
    """Whether a word of a list is one word, without an apostrophe or a space."""
    return _WORD.fullmatch(word) is not None


def names_in(said: str) -> list[str]:
    """All runs of letters: the words that may be names."""
    return said.encode().translate(_LETTERS_ONLY).decode().split() if said.isascii() else _NAME.findall(said)


@functools.lru_cache(maxsize=_KEPT)
def _known_words(said: str, words: frozenset[str]) -> frozenset[str]:
    """Which of these words stand in a text in small letters."""
    found = said.encode().translate(_WORDS_ONLY).decode().split() if said.isascii() else _WORD.findall(said)
    return words.intersection(found)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words or patterns from the head of a word to the end of one, in a text in small letters."""
    either = "|".join(sorted(words))
    return re.compile(rf"{_HEAD}(?:{either or '(?!)'})\b", re.IGNORECASE if _CAPITAL.search(either) else 0)
