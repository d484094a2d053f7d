"""What explains a candidate: initials of a name, a surname or a first name of a full one, a bracket; or that it is an ordinary word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.initials import initials_in, introduced_in
from quotedb.parsing.transcript.labelwords import LabelWords
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.surfacekinds import CHAT, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from quotedb.parsing.transcript.evidence import Evidence

_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
#: What may stand right before a word in running text, and right behind it, besides white space.
_OPENS, _CLOSES = frozenset('(“"'), frozenset(".,;?!)")
#: Who writes without capitals has a smaller share of them in so many characters.
SMALL, CAPITALS = 4000, 0.003
#: A label that looks so much like one is a full name.
NAMED = 0.75
_NAME_WORDS = re.compile(r"[^\W\d_]+")


def initials(found: Sequence[Evidence], text: str, words: LabelWords) -> None:
    """Mark initials that a longer label has, or that stand in brackets behind a name."""
    keys = {e.key for e in found}
    for evidence in found:
        short_form = initials_in(evidence.heads[0].label)
        evidence.explains = evidence.shape >= 0.75 and key_of(short_form) in keys if short_form else False
    single = {e.key: e.heads[0].line for e in found if len(e.key) == 1 and len(e.heads) > 1 and e.key not in "qa"}
    for evidence in found if single else ():
        below = single.get(evidence.key[0], -1)  # `Velt`, and below it `V`
        once = len(evidence.heads) == 1 and len(evidence.key) > 2 and " " not in evidence.key
        evidence.spelt_out = once and evidence.shape >= 0.6 and below > evidence.heads[0].line
    short = [e for e in found if 1 < len(e.key.replace(".", "")) <= 3 and e.key.replace(".", "").isalpha()]
    if not short:
        return
    names = [_NAME_WORDS.findall(e.heads[0].label) for e in found if e.shape >= 0.75 and " " in e.key]
    known = {"".join(word[0] for word in words).casefold() for words in names}
    known |= {(words[0][0] + word[0]).casefold() for words in names for word in words[1:]}
    present = introduced_in(text, words)
    for evidence in short:
        letters = evidence.key.replace(".", "")
        for long in found:
            if long.shape >= 0.75 and len(letters) > 1 and _initials_of(long.heads[0].label) == letters:
                long.spelt_out = True  # `Yann Le Goarec` above `Y. L. G.`
        evidence.introduced = letters.upper() in present
        evidence.explained = letters in known or f" ({letters.upper()})" in text


def bracketed(found: Sequence[Evidence]) -> None:
    """Mark full names that are labels with a bracket behind them and without, or in full and as a surname."""
    # an office in small letters: `Ana Velt, first channel`
    least = {id(e): 0.6 if "," in e.key else 0.75 for e in found}
    names = {
        id(e): key_of(_BRACKETS.sub("", e.heads[0].label)) for e in found if e.shape >= least[id(e)] and " " in e.key
    }
    times = Counter(names.values())
    for evidence in found:
        evidence.bracketed = times[names.get(id(evidence), "")] > 1
    by_key = {e.key: e for e in found}
    for long in found:
        key = names.get(id(long), "").partition(",")[0]
        full, _, surname = key.partition(" ")
        while full and surname not in by_key:  # `Ximena de la Corte`, and below it `de la Corte`
            more, _, surname = surname.partition(" ")
            full = f"{full} {more}" if surname else ""
        short = by_key.get(surname) if full[-1:].isalpha() else None
        if short and short is not long and surface_kind(long.heads[0]) == surface_kind(short.heads[0]):
            long.shortened = short.shortened = True


def named(found: Sequence[Evidence], words: LabelWords) -> None:
    """Mark single names of people who stand somewhere with both, as where a roster of full names is above the first label."""
    full = [e.heads[0].label for e in found if NAMED <= e.shape < 1 and " " in e.key]
    names = [key_of(_BRACKETS.sub("", label)).partition(",")[0].split() for label in full]
    known = {word for name in names if len(name) > 1 for word in (name[0], name[-1])} - words.titles
    for evidence in found:
        evidence.named = len(evidence.key) > 2 and evidence.shape <= NAMED and evidence.key in known


def _initials_of(label: str) -> str:
    return "".join(word[0] for word in _NAME_WORDS.findall(label)).casefold() if " " in label else ""


def prose(found: Sequence[Evidence], text: str, words: LabelWords) -> None:
    """Mark labels of one word that the document also uses, in small letters, as an ordinary word.

    A small word stands in every document: that says nothing of the name.
    """
    if sum(map(str.isupper, text[:SMALL])) < CAPITALS * min(SMALL, len(text)):
        return  # no capitals anywhere: a name is written like any other word
    single = {
        e.key: e
        for e in found
        if surface_kind(e.heads[0]) != CHAT  # there it is a handle, whatever the word
        # a script without small letters writes a name as it writes a word
        if " " not in e.key
        and e.key.isalpha()
        and e.key.upper() != e.key
        and e.shape < 0.9
        and len(e.key) > 2
        and e.key not in words.doubles_alone
    }
    heads = {head.start for e in single.values() for head in e.heads}  # a handle in small letters is no use of its word
    for key in sorted(single)[:400]:
        single[key].prose = _is_a_word(key, text, heads)


def _is_a_word(key: str, text: str, heads: Set[int]) -> bool:
    """Whether a word stands somewhere else than at these places, between white space, brackets and ordinary marks.

    It is looked for by `find`, as in most documents it is nowhere.
    """
    place = text.find(key)
    while place >= 0:
        end = place + len(key)
        before, after = text[max(0, place - 1) : place], text[end : end + 1]
        opened, closed = before.isspace() or before in _OPENS, after.isspace() or after in _CLOSES
        if before and after and opened and closed and place not in heads:
            return True
        place = text.find(key, end)
    return False
