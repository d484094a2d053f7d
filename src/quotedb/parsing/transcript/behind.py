"""What stands behind one label: a sentence, the entry of a table, words that tell of whoever the label names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.innerforms import INSIDE
from quotedb.parsing.transcript.labelwords import LabelWords
from quotedb.parsing.transcript.shape import case_of
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from quotedb.parsing.transcript.surfaces import Head

#: So many characters behind a label are looked at.
LOOK = 600
#: What follows a name in a table is shorter (characters), and no sentence.
ENTRY = 45
#: An entry ends in none of these: after a sentence, or behind an address that a paragraph follows (`Dear colleagues,`).
NO_ENTRY_END = (CLOSERS | frozenset(",;:–—")) - frozenset(")]")
#: The end of a sentence inside a line, and another that has begun.
CUT_OFF = re.compile(r"[a-zß-öø-ÿ][.?!][ ][A-ZÀ-ÖØ-Þ][^.?!]*[^\W\d_]\Z")
#: A short line behind a label, or right below it, and nothing more in its paragraph; the head of a page or small
#: letters below it tell that a sentence goes on there. No white space is given back: a line of it would take forever.
_BRIEF = re.compile(
    rf"\s{{0,9}}[^\n]{{0,{ENTRY - 1}}}?(?P<end>[^\s])[ \t|]*+"
    r"(?:\n[ \t]*+\n\s*+(?![\[(\da-zß-öø-ÿ])|\n(?=[ \t]*+[-*•]\s)|\s*+\Z)"
)
#: The end of a sentence; the point behind the number of a list's item is none, a tag may end the line.
#: In Korean, where marks are often left out, a verb ends it.
_SENTENCE = re.compile(
    r"(?<!\n\d)(?<!\n\d\d)[.?!…。？！؟۔।][\"”″’»')\]*_]*(?:\s|\Z|<)|[\uac00-\ud7a3][\uac00-\ud7a3]{2}[다요까죠](?=\s*(?:\n|\Z))"
)
#: Names in a row: so many at least, none longer (words).
FEWEST_NAMES, LONGEST_NAME = 4, 6
#: A roster in sentences has so many commas, at most so many words for each, and so many at most for each capital.
ROSTER_COMMAS, MOST_BETWEEN, FEW_SMALL = 6, 8, 3
_PARTICLES = re.compile(r"(?:[^\W\d_A-ZÀ-ÖØ-Þ]{2,3} ){1,2}(?=[^\W\d_a-zß-öø-ÿ])")  #: von Olane, van der Marsh
_BETWEEN_NAMES = re.compile(r"[,;、]\s*")
#: The mark that closes a field of a table, and the empty fields behind it.
_FIELDS = re.compile(r"\"[,;]+\Z|[,;]{2,}\Z")
#: The clock in round brackets with which a line of a recording may end.
_CLOCK_LAST = re.compile(r"\s\(\d{1,2}:\d\d(?::\d\d)?\)\Z")
_TOLD = re.compile(r"[\s*_]*([^\W\d_a-zß-öø-ÿ][^\W\d_]+)[*_]*[ \n](?=[^\W\d_A-ZÀ-ÖØ-Þ])")


def is_a_row_of_names(text: str, start: int) -> bool:
    """Whether nothing but names with commas between them stands on a line, and no full stop: `Ana Velt (Tern), Olane, Marsh (Hull)`."""
    line = text[start : start + LOOK].split("\n", 1)[0].strip()
    if line[-1:] in NO_ENTRY_END or ":" in line:
        return False  # as nearly all lines do
    names = _BETWEEN_NAMES.split(line)
    return len(names) >= FEWEST_NAMES and all(
        name and not _PARTICLES.sub("", name)[:1].islower() and len(name.split()) <= LONGEST_NAME for name in names
    )


def names_many(paragraph: str) -> bool:
    """Whether a paragraph is a roster: every few words a comma, and a third of the words begin with a capital.

    `Present: chair of the board A. Velt, deputy chair B. Olane, member C. Marsh, ...`
    """
    words = paragraph.split()
    commas = sum(word[-1] in ",;" for word in words)
    return commas >= ROSTER_COMMAS and MOST_BETWEEN * commas >= len(words) <= FEW_SMALL * sum(
        word[0].isupper() for word in words
    )


def is_brief(text: str, head: Head, following: Head | None) -> bool:
    """Whether a few words without an end mark are all that stands behind a label."""
    if following is not None and following.surface in INSIDE:
        return False
    line = text[head.body : head.body + 2 * ENTRY].split("\n", 1)[0].rstrip(" |\t")
    if not head.bare and line.isupper() and case_of(head.label) == "capitals" and line[-1] not in NO_ENTRY_END:
        return len(line) < ENTRY  # a heading in capitals: `FIRST TALK: ON THE PIER`
    if following is not None and following.line == head.line + 1 and not head.bare:
        # twice the length: a blank at the cut must not make a long line a short one
        said = text[head.body : min(following.start, head.body + 2 * ENTRY)].split("\n")[0].rstrip(" |\t")
        return 0 < len(said) < ENTRY and said[-1] not in NO_ENTRY_END
    entry = _BRIEF.match(text, head.body)
    if entry is None or entry["end"] in NO_ENTRY_END:
        return False
    return following is None or following.start >= entry.end("end")


def is_cut_off(text: str, head: Head) -> bool:
    """Whether the words are the last line of the text, and break off behind the end of a sentence."""
    said = text[head.body :].rstrip()
    return "\n" not in said and CUT_OFF.search(said) is not None


def is_an_entry(text: str, start: int, following: int) -> bool:
    """Whether a few words stand on a line, and the sentence does not run on into the next, which is before `following`."""
    line, _, rest = text[start : start + 2 * ENTRY].partition("\n")
    goes_on = rest[:1].islower() and start + len(line) + 1 < following
    line = _whole(line).rstrip(" |\t")
    return len(line) < ENTRY and not goes_on and not (line and line[-1] in CLOSERS)


def is_open(said: str) -> bool:
    """Whether words end as the entry of a list does: without a full stop, or with a figure."""
    said = said.rpartition("\n")[0].rstrip() or said.rstrip()  # the last line is what stands before the next label
    said = _whole(said)
    bare = said.rstrip(" |)%.*_")
    figure = bool(bare) and bare[-1].isdigit() and "\n" not in said
    return not bare or figure or (len(said) < LOOK and not _SENTENCE.search(said))


def _whole(said: str) -> str:
    """Words without what ends a row of a table, `Good evening.",,`, and without the clock behind them."""
    if said[-1:] == ")":
        return _CLOCK_LAST.sub("", said)
    return _FIELDS.sub("", said) if said[-1:] in (",", ";") else said


def tells_of(said: str, label: str, words: LabelWords) -> bool:
    """Whether words begin with a name of the label and a word in small letters: a page tells of a person so.

    A line with the person's office may stand above them.
    """
    office, _, below = said.lstrip().partition("\n")
    found = _TOLD.match(said if office[-1:] in CLOSERS else below or said)
    name = found[1] if found else ""
    return (
        bool(name)
        and name.upper() != name.lower()  # in a script without capitals nothing tells a verb from the rest of a name
        and name in label.split()
        and not (label.startswith(f"{name} ") and label.split()[1].casefold() in words.titles)  # El señor VELT: El plan
        and name.casefold() not in words.titles | words.voices | words.never_first | words.common
    )
