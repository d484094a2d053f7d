"""Whether two titles may be those of one person: "Mayor" and "Foreign Minister" are offices of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon

#: An office in words, the last of them the noun: ("foreign", "minister").
Office = tuple[str, ...]

#: Longer titles are not abbreviations that leave out letters in the middle: "Sgt", "Cmdr".
_CONTRACTED = 4


def office_of(titles: Sequence[str], lex: Lexicon) -> Office | None:
    """The office that titles before a name end in; None where it is none that tells people apart."""
    passing = lex.words("names.passing")
    words = tuple(title for title in titles if title not in passing)
    return words if words and words[-1] in lex.words("names.offices") else None


def fits(office: Office, held: Iterable[Office]) -> bool:
    """Whether somebody who holds these offices may have this one as well: it is one of them, shorter or longer."""
    return any(_same(office, other) for other in held)


def _same(one: Office, other: Office) -> bool:
    short, long = sorted((one, other), key=len)
    return all(any(same_word(word, there) for there in long) for word in short)


def same_word(one: str, other: str) -> bool:
    """Whether two words name one office, perhaps abbreviated: "Gov." and "governor", "Sgt." and "sergeant"."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    if len(short) > _CONTRACTED or not short or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)
