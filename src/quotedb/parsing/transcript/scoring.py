"""What speaks for a label and against it, in points with their reasons: a score is their sum, an explanation their list."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.evidence import Evidence
from quotedb.parsing.transcript.innerforms import INNER, INNER_DASH, INNER_STOP, SIGNED_INNER
from quotedb.parsing.transcript.shape import case_of
from quotedb.parsing.transcript.surfacekinds import CHAT, FIRM, layout_key, surface_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quotedb.parsing.transcript.surfaces import Head

#: Points for or against a label, and what they are for, in words: a score is their sum.
Part = tuple[float, str]


#: Evidence needed for a label that repeats (first pass) and for one that is set like the sure ones (second pass).
SURE, LIKELY = 1.8, 1.0
#: What a surface is worth before anything else is known: how often it holds something other than a label.
PRIOR = {
    "bold colon": 1.0, "bold": -0.3, "bracketed": -1.0, "colon": 0.0, "wide colon": 0.3, "name": 0.8, "stop": -0.2,
    "stop dash": 0.3, "gap": -0.8, "space": -0.2, "dash": -1.4, "bare": -1.4, "bare stop": -1.6, "plain stop": -1.6, "angled": 0.3,
    "bracketed colon": 0.3, "semicolon": -2.0,
    "name role": 0.0, "row": 0.3, "inner colon": -1.2, "inner stop": -1.2, "inner dash": 0.0, "inner signed colon": 0.3, "sign": -0.3,
    "circled": 0.5, "tag": 0.5, "closed": 0.0, "sent": 1.0, "lost": -0.6, "barred": 0.3, "framed": 0.3, "fields": 0.5,
}  # fmt: skip


#: What it is worth that nearly every paragraph begins on this surface.
EVERYWHERE = 0.7
#: So many of the sure labels have their words on the very next line where that is how labels are set.
TIGHT = 0.8
#: A voice that nobody knows looks at least so much like one.
NOBODY_KNOWN = 0.9
#: Labels that are set apart from names wherever they stand.
ASKING = frozenset({"q", "a"})
#: Labels between these lengths (characters) are looked at for misprints.
LEAST_MISREAD, MOST_MISREAD = 6, 40
#: Speech without full stops: so large a share of its places begins with a small letter, answers somebody and says "I" or
#: "you", and it has so many.
UNSTOPPED, ANSWERED, TOLD, FEWEST_UNSTOPPED = 0.6, 0.6, 0.2, 3
#: A surface at the head of a line, and the same inside one.
_INSIDE = {"colon": INNER, "dash": INNER_DASH, "marked colon": SIGNED_INNER}
_MIXED_UP = str.maketrans("015|!", "ols" + "ll", " .")
_NAME_PARTS = re.compile(r"[\s,()]+")


@dataclass(slots=True)
class Style:
    """How the sure labels of a document are set."""

    layouts: Counter[tuple[str, str, bool]]
    surfaces: Counter[str]
    kinds: Counter[str]
    last_words: set[str]
    labels: int
    one_word: int
    initials: int
    first_line: int
    last_line: int
    closed: bool  #: what is said behind them ends in full stops
    covering: frozenset[str]  #: surfaces with which nearly every paragraph begins
    talking: frozenset[str]  #: surfaces on which a meeting talks without saying "I"
    bracketed: bool  #: most of them have a bracket behind the name: a seat, a party, a country
    lower: bool  #: small letters follow many of them
    figures: bool  #: some of them hold figures
    tight: bool  #: they stand alone on their lines, and the words begin on the very next one
    timed: bool  #: they stand alone on their lines, with a time behind them
    chatting: bool  #: handles in angle brackets stand between them: what others wrote while somebody spoke
    misread: frozenset[str]  #: the labels with one letter left out, for `is_misread`
    lengths: frozenset[int]  #: how long these are


def style_of(
    sure: Sequence[Evidence],
    covering: frozenset[str] = frozenset(),
    talking: frozenset[str] = frozenset(),
    chat: Sequence[Head] = (),
) -> Style:
    """What the sure labels of a document have in common."""
    heads = [head for evidence in sure for head in evidence.heads]
    misread = frozenset(form for evidence in sure for form in _shortened(evidence.key))
    return Style(
        layouts=Counter(layout_key(head) for head in heads),
        surfaces=Counter(head.surface for head in heads),
        kinds=Counter(surface_kind(head) for head in heads),
        last_words={evidence.key.split()[-1] for evidence in sure},
        labels=len(heads),
        one_word=sum(len(evidence.heads) for evidence in sure if " " not in evidence.key),
        initials=sum(len(evidence.heads) for evidence in sure if len(evidence.key) <= 3),
        first_line=min(head.line for head in (*heads, *chat)),
        last_line=max(head.line for head in heads),
        closed=sum(evidence.open * len(evidence.heads) for evidence in sure) < 0.2 * len(heads),
        covering=covering,
        talking=talking,
        chatting=bool(chat),
        figures=any(char.isdigit() for evidence in sure for char in evidence.key),
        tight=sum(head.tight for head in heads) >= TIGHT * len(heads),
        timed=all(head.stamp and head.bare for head in heads),
        bracketed=sum(head.label.endswith(")") for head in heads) > 0.5 * len(heads),
        lower=sum(evidence.lower for evidence in sure) >= 0.3 * len(sure),
        misread=misread,
        lengths=frozenset(map(len, misread)),
    )


def _shortened(key: str) -> Iterator[str]:
    """A label and all that one lost letter makes of it, letters that scanners mix up made one."""
    key = key.translate(_MIXED_UP)
    if LEAST_MISREAD <= len(key) <= MOST_MISREAD:
        yield key
        for place in range(len(key)):
            yield key[:place] + key[place + 1 :]


def is_misread(key: str, style: Style) -> bool:
    """Whether a label is a sure one but for a letter that was typed or read wrong: `MS. 0LIN`, `Ana Vlet`."""
    length = len(key.translate(_MIXED_UP))
    if len(key) < LEAST_MISREAD or style.lengths.isdisjoint((length, length - 1)):
        return False  # no sure label is nearly as long
    swapped = (key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(min(len(key), MOST_MISREAD) - 1))
    forms = {*_shortened(key), *(form.translate(_MIXED_UP) for form in swapped)}
    return not style.misread.isdisjoint(forms)


def total(parts: Iterable[Part]) -> float:
    """The score that the parts make."""
    score = 0.0
    for points, _ in parts:
        score += points
    return score


def is_firm(evidence: Evidence) -> bool:
    """Whether a label carries a mark that ordinary prose never shows by chance."""
    return (
        any(surface_kind(head) in FIRM or surface_kind(head) == "space" for head in evidence.heads)
        or evidence.shape == 1.0
    )


def _stamp_bonus(head: Head) -> float:
    return 1.2 if head.stamp and surface_kind(head) != "name" else 0.0


def first_parts(
    evidence: Evidence,
    layouts: dict[tuple[str, str, bool], float],
    talking: frozenset[str],
    covering: frozenset[str] = frozenset(),
) -> Iterator[Part]:
    """What speaks for a label and against it before the document's own style is known; `SURE` points are enough.

    `layouts` gives for each layout the share of full names, `talking` the surfaces of a meeting in which nobody says "I",
    `covering` those with which nearly every paragraph begins.
    """
    n = len(evidence.heads)
    yield 4 * (evidence.shape - 0.6), "its shape: how much it looks like a name, a title or a voice"
    yield min(2.7, 0.9 * math.log2(n)), "it comes back"
    yield (
        max(PRIOR.get(surface_kind(head), -1.0) + _stamp_bonus(head) for head in evidence.heads[:5]),
        "its surface: how it is set off from the words",
    )
    if n > 1 and surface_kind(evidence.heads[0]) in covering:
        yield 0.8, "nearly every paragraph begins like this"
    if evidence.explained:
        yield 0.6, "initials of a name in this document"
    if evidence.named:
        yield 0.5, "somebody of that name stands in this document in full"
    if n > 1:
        if evidence.alternates >= 0.4:
            yield 1.0, "it alternates with others"
        elif evidence.alternates < 0.15 and n >= 3:
            yield -2.0, "it follows itself and answers nobody"
    chat = surface_kind(evidence.heads[0]) == CHAT and CHAT in covering
    if n > 1 and surface_kind(evidence.heads[0]) not in talking and not chat:
        yield from _speech(evidence, n)
    if evidence.listed:
        yield -2.5 * evidence.listed, "the next name follows at once, as in a roster"
    if evidence.open and surface_kind(evidence.heads[0]) == "bare stop":
        yield -2.5 * evidence.open, "a short sentence with which somebody ends"
    yield from _page(evidence)
    if evidence.entries and not chat and not _is_logged(evidence, covering) and not is_unstopped(evidence):
        yield -1.5 * evidence.entries, "a few words without a full stop follow, as in a table"
    if evidence.prose and not _is_logged(evidence, covering):
        yield -1.5, "the document uses it as an ordinary word as well"
    if layouts and evidence.shape < 0.75 and surface_kind(evidence.heads[0]) != "space":  # short labels, in any letters
        share = sum(layouts.get(layout_key(head), 0.0) for head in evidence.heads) / n
        if share < 0.2:
            yield -2.0, "full names are set in another way here"


def _is_logged(evidence: Evidence, covering: frozenset[str]) -> bool:
    """Whether a time stands before each of its places and nearly every line begins so: a log names who writes by handle."""
    return all(head.stamp and surface_kind(head) in covering for head in evidence.heads)


def is_unstopped(evidence: Evidence) -> bool:
    """Whether somebody's speech is written down as it was heard, in small letters without full stops.

    The fields of a table have values with capitals or figures, the terms of a glossary stand once.
    """
    heard = evidence.small >= UNSTOPPED and evidence.alternates >= ANSWERED and evidence.spoken >= TOLD
    return heard and len(evidence.heads) >= FEWEST_UNSTOPPED and evidence.minuted < 0.5


def _page(evidence: Evidence) -> Iterator[Part]:
    """What shows a page on which nobody speaks: a quiz, a page about people."""
    if evidence.options:
        yield -6.0 * evidence.options, "letters that count the answers to tick"
    if evidence.narrated:
        yield -3.0 * evidence.narrated, "what follows tells of the person by name"


def _speech(evidence: Evidence, n: int) -> Iterator[Part]:
    """Whether what follows a label that comes back reads as speech."""
    if evidence.spoken >= 0.8:
        yield 0.3, "nearly all its words are somebody's to somebody: I, you"
    if evidence.spoken >= 0.4:
        yield 0.5, "its words are somebody's to somebody: I, you"
    elif n >= 3 and not evidence.spoken:
        yield -0.5, "nobody says I or you behind it"
    if evidence.spoken < 0.25 and not is_firm(evidence):
        yield -2.0, "hardly anybody says I or you behind it, and its surface is no firm one"
    if evidence.spoken < 0.1 and n >= 5 and evidence.shape < 0.75:
        yield -1.5, "it comes back often, is no full name, and nobody says I or you behind it"


def second_parts(evidence: Evidence, head: Head, style: Style) -> Iterator[Part]:
    """What one place of a label that is not sure is worth beside the sure ones; `LIKELY` points are enough."""
    yield from second_base(evidence, style)
    yield from likeness(evidence, head, style)


def second_base(evidence: Evidence, style: Style) -> Iterator[Part]:
    """What a label is worth in the second pass, wherever it stands."""
    n = len(evidence.heads)
    yield 4 * (evidence.shape - 0.6), "its shape: how much it looks like a name, a title or a voice"
    yield 0.45 * math.log2(n), "it comes back"
    if evidence.prose and not _is_logged(evidence, style.covering):
        yield -1.5, "the document uses it as an ordinary word as well"
    if evidence.listed and not evidence.in_list:
        yield -2.5 * evidence.listed, "answers that can be ticked"
    if evidence.bracketed:
        yield 0.8, "the same name is a label with brackets here and without there"
    if style.last_words.intersection(_NAME_PARTS.split(evidence.key)):
        yield 0.8, "a sure label ends in the same word"
    elif evidence.shortened:
        yield 0.8, "the same name is a label in full and as a surname"
    if " " not in evidence.key and style.one_word < 0.05 * style.labels and evidence.shape < 0.9:
        coded = n == 1 and not style.figures and any(char.isdigit() for char in evidence.key)
        yield (-1.7 if coded else -0.7), "one word, where the sure labels have several"
    yield from _short_forms(evidence, style)
    if evidence.explains or evidence.spelt_out:
        yield 2.0, "its initials stand as a label below"
    yield from _page(evidence)
    if n <= 2 and is_misread(evidence.key, style):
        yield 2.0, "a sure label but for one letter"
    if n >= 4 and evidence.alternates < 0.15:
        yield -2.0, "it follows itself and answers nobody"
    kind = surface_kind(evidence.heads[0])
    quiet = kind not in style.covering and not (kind in style.talking and len(evidence.key) <= 3)
    if quiet and n >= 5 and evidence.spoken < 0.1 and evidence.shape < 0.75:
        yield -2.0, "it comes back often, is no full name, and nobody says I or you behind it"
    if quiet and not evidence.spoken and not is_firm(evidence):
        yield -0.7, "nobody says I or you behind it, and its surface is no firm one"


def _short_forms(evidence: Evidence, style: Style) -> Iterator[Part]:
    """What initials and handles are worth beside sure labels."""
    if len(evidence.key) <= 3 and style.initials >= 0.8 * style.labels:
        yield 0.6, "initials, as the sure labels are"
    if style.chatting and case_of(evidence.heads[0].label) == "none":
        yield 0.5, "small letters, as the handles of a chat have"
    if evidence.explained:
        yield 0.9, "initials of a name in this document"


def likeness(evidence: Evidence, head: Head, style: Style) -> Iterator[Part]:
    """How much one place is set like the sure labels."""
    if head.surface in (INNER, INNER_STOP) and evidence.shape == 1.0:
        # a voice of many is run into somebody's line because it is short, not because it is none
        yield 0.5, "a voice of many, run into somebody's line"
        return
    if style.chatting and surface_kind(head) == CHAT:
        yield 2.5, "a handle in angle brackets, as others have who wrote something in between"
        return
    yield 0.5 * PRIOR.get(surface_kind(head), -1.0), "its surface: how it is set off from the words"
    yield from _surface_like(evidence, head, style)
    if style.tight and head.tight:
        yield 0.5, "the words begin on the very next line, as they do below the sure labels"
    if style.bracketed and head.label.endswith(")"):
        yield 0.5, "a bracket behind the name, as the sure labels have"
    if surface_kind(head) in style.covering:
        yield EVERYWHERE, "nearly every paragraph begins like this"
    if evidence.lower and not style.lower and not head.bare and not _is_logged(evidence, style.covering):
        yield -1.2, "small letters follow, as behind an address or the term of a glossary"
    if head.line in evidence.in_list:
        yield -2.5 * evidence.listed, "the next name follows at once, as in a roster"
    yield from _outside(evidence, head, style)


def _surface_like(evidence: Evidence, head: Head, style: Style) -> Iterator[Part]:
    """How much the surface of one place is one on which sure labels stand."""
    if style.layouts[layout_key(head)]:
        # small letters are set like others in small letters by choice, not by chance
        yield 1.8 if case_of(head.label) == "none" else 1.5, "set exactly like sure labels"
        if head.stamp and head.bare:
            yield 0.5, "alone on its line with its time, as sure labels are"
    elif (
        style.surfaces[head.surface]
        or style.surfaces[_INSIDE.get(head.surface.removeprefix("marked "), "")]
        or (style.surfaces[_INSIDE.get(head.surface, "")])
    ):
        yield 0.7, "on the surface of sure labels, in other letters or another indent"
    elif style.kinds[surface_kind(head)]:
        yield 0.3 if style.labels < 10 else -0.3, "on the surface of sure labels, stamps and marks aside"
    elif _asks_by_a_gap(evidence, head) or evidence.key in ASKING:
        yield (
            0.0 if _asks_by_a_gap(evidence, head) else -0.3,
            "a question or an answer, which is often set in its own way",
        )
    elif head.stamp and head.bare and evidence.shape >= NOBODY_KNOWN and style.timed:
        yield 0.0, "alone on its line with its time, as sure labels are, if in other letters"
    elif evidence.shape == 1.0 and is_firm(evidence) and style.last_words <= ASKING:
        yield -0.3, "a title with a name among letters for question and answer, which is set in its own way"
    else:
        yield -1.5, "no sure label is set like this"


def _asks_by_a_gap(evidence: Evidence, head: Head) -> bool:
    """Whether a letter or a voice asks behind a gap: `Q    Who pays?`, where the others have colons."""
    asks = evidence.asks or evidence.asks_next  # a long question asks with its last words
    return asks and surface_kind(head) == "gap" and (evidence.key in ASKING or evidence.shape == 1.0)


def _outside(evidence: Evidence, head: Head, style: Style) -> Iterator[Part]:
    """What speaks against a place above the first sure label, or below the last."""
    if head.line in evidence.present:
        yield -4.0, "names in a row follow, as in a list of those present"
    if head.line in evidence.fields and head.line < style.first_line:
        yield -4.0, "fields of the document's own head stand below it"
    outside = not style.first_line < head.line < style.last_line
    # the page may break off in the middle of what somebody says
    known = head.line > style.last_line and (evidence.shortened or evidence.spelt_out)
    if outside and style.closed and head.line in evidence.brief and len(evidence.heads) == 1 and not known:
        yield -3.0, "a few words without a full stop follow, outside of all that is said"
    surface, case, inset = layout_key(head)
    alike = style.layouts[surface.removeprefix("marked "), case, inset] or style.layouts[surface, case, inset]
    opens = (evidence.shape >= 0.75 and alike) or evidence.spelt_out or evidence.asks_next  # a question opens a talk
    if head.line < style.first_line and not opens:
        yield -1.0 - (head.line == 0), "it stands before the first sure label"
