"""What is printed between the words of a turn and nobody says: credits behind them, captions, notes of the editor, posts.

Only a paragraph without a label is judged, and only inside a turn. Nothing is deleted: it parts a turn into pieces.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.foot import TITLED, is_a_page_line
from quotedb.parsing.transcript.said import is_title
from quotedb.parsing.transcript.set_apart import PAGE, set_apart
from quotedb.parsing.transcript.shape import case_of, key_of
from quotedb.parsing.transcript.stamps import stamp_first
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.zones.kinds import ZoneWords

#: A credit stands in so many last characters; a caption, a note's name and a post's head are no longer than these.
CREDIT, CAPTION, NOTE, POST = 110, 160, 40, 60
#: What a page says of itself between two of its own lines is no longer (characters); the number of a part stands in brackets.
ADVERTISED = 80
_COUNTED = re.compile(r"\(\d{1,2}\)\s(?=[^\W\d_a-zß-öø-ÿ])")
#: So much of what stands above the first label is looked at for names (characters).
LONGEST_FRONT = 5_000
#: A caption without a credit has so many words at least: `Ana Velt (Tern)` is a name.
SHORTEST = 7
#: The reason for a line such as `@gullwatcher · 4 May`.
POSTED = "the head of a post"
#: The reason for `ON SCREEN: The harbour`, where labels look like that.
UNREAD = "it is set like a label, and the speaker above it does not say it"
#: The reason for `11/06/2021, 10:04 - Ana Velt left`.
TIMED = "a line with its time, as every turn has one, and no name: what the program itself writes"
#: Whose words stand below these, nobody knows.
#: The reason for `The line went dead.` among `Caller: “I am here.”`
UNMARKED = "it stands outside the quotation marks in which all that is said stands"
CLOSING = frozenset({POSTED, UNREAD, TIMED, UNMARKED})
#: Quotation marks in which a report sets what its labels say; so many labels, and so large a share of them.
OPENERS, CLOSED, FEWEST, SHARE = frozenset('"“„«'), frozenset('"”“»'), 4, 0.8

_FIGURES, _CLOCK_HEADS = re.compile(r"\d+"), frozenset("0123456789[(<*`")
_NAMES = r"[^\W\d_a-zß-öø-ÿ][^.?!:;\[\]()]{2,60}"
_BRACKET = re.compile(rf"[.?!…\"”’'—–-](?P<credit>\s*[\[(]\s*(?P<inside>(?:[^\W\d_]{{4,12}}:\s)?{_NAMES})[\])]\.?)\Z")
_SOURCE = re.compile(r"[^\s.?!…:,;]\s\((?P<source>[^()]{2,60})\)\Z")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PART = re.compile(r"[^\W\d_]{3,}\s(?:\d{1,3}|[IVXL]{1,6})(?:\s?[:.—–-]\s[^\n]{1,80})?\Z")
_TOLD = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*\s){0,3}(?P<last>[^\W\d_a-zß-öø-ÿ][\w'’-]{2,})\s[a-zß-öø-ÿ]")
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[ .'’-]){2,40}:\s(?=[^\n]{0,30}[a-z])")
_HANDLE = re.compile(r"@\w{2,}(?:\Z|\s*[·•|–—-]|,?\s[^.?!]*\d[^.?!]*\Z)")


@functools.cache
def _credits(words: frozenset[str]) -> re.Pattern[str]:
    """`Photo: Ada Fry` behind the end of a sentence, at the end of a paragraph."""
    named = "|".join(map(re.escape, sorted(words)))
    return re.compile(
        r"[.?!…\"”’')](?P<credit>\s+"
        rf"(?i:credit(?=:)|{named or '(?!)'})(?:\s?/\s?|\s?:\s?|\s+(?i:by|credit|courtesy)\b[^.?!]{{0,8}}?\s){_NAMES}\.?)\Z"
    )


def credit_from(text: str, start: int, end: int, zones: ZoneWords) -> int:
    """Where the words of ``text[start:end]`` end before a picture's credit; `end` where there is none."""
    tail = text[max(start, end - CREDIT) : end]
    found = _credits(zones.credit).search(tail)
    if found is None and tail[-1:] in (")", "]", ".") and ("(" in tail or "[" in tail):
        found = _BRACKET.search(tail)
        found = found if found and is_credit(found["inside"], zones) else None
    return end - len(found["credit"]) if found and len(tail) > len(found["credit"]) + 1 else end


def is_credit(inside: str, zones: ZoneWords) -> bool:
    """Whether the words in brackets name who took a picture: `Photo by Ada Fry`, `Ada Fry/Isle Press`."""
    parts = [part for part in re.split(r"[\s/]+", inside) if part]
    named = any(part.strip(",:").casefold() in zones.credit for part in parts)
    slashed = "/" in inside.strip("/ ") and all(part[0].isupper() for part in parts)
    return (named or slashed) and len(parts) <= 12


_BOLD = ("**", "__")


class Printed:
    """What of one document is printed between the words of its turns."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        accepted: Sequence[Accepted],
        labelled: Sequence[bool],
        words: LabelWords,
        zones: ZoneWords,
    ) -> None:
        self._text, self._blocks, self._words, self._zones = text, blocks, words, zones
        self._apart = set_apart(text, blocks, labelled)
        names = {word for one in accepted for word in _WORD.findall(one.head.label.title())}
        self._names = frozenset(
            name for name in names if name.casefold() not in words.titles | words.particles | words.common
        )
        self._front = text[: accepted[0].head.start][:LONGEST_FRONT] if accepted else ""
        self._last = max((at for at, has in enumerate(labelled) if has), default=-1)
        self._capitals = self._in_capitals(accepted)
        self._bold = all(text.startswith(_BOLD, blocks[at].start) for at, has in enumerate(labelled) if has)
        self._clocks = self._in_front(accepted) or self._above(blocks, accepted)
        self._marked = self._in_marks(accepted)
        self._loud = "".join(text[one.head.body : one.head.body + 40] for one in accepted[:50]).isupper()

    def is_page(self, at: int) -> bool:
        """Whether a paragraph is a page's number or head, which also may stand between a label and its words."""
        return self._apart.get(at) == PAGE

    def why(self, at: int, label: str) -> str:
        """Why a paragraph without a label, inside a turn of `label`, is nobody's speech; "" where it may well be."""
        block, words = self._blocks[at], self._words
        if at in self._apart:
            return self._apart[at]
        line = self._text[block.start : min(block.end, block.start + 2 * CAPTION)]
        opens, colon, rest = line[:NOTE].partition(":")
        key = key_of(opens)
        if colon and rest.strip() and key in words.appended | words.never and self._is_note(opens, line):
            return "a note, not the speaker's"
        if self._capitals and _CAPITALS.match(line):
            return UNREAD
        if line.isupper() and not self._loud and self._zones.cues.match(line):
            return "a cue of the script, in capitals"
        clock = stamp_first(line, 0) if self._clocks and line[0] in _CLOCK_HEADS else None
        if clock and _form(clock[0]) in self._clocks:
            return TIMED
        if (
            self._marked
            and line[0] not in OPENERS
            and self._text[block.start - 40 : block.start].rstrip()[-1:] in CLOSED
        ):
            return UNMARKED
        if _PART.match(line) and line.split()[0].casefold() in words.never and line[-1] not in CLOSERS:
            return "the heading of a part"
        # behind the last label a page tells who all of them are
        if _narrates(line, self._names if at > self._last else frozenset(label.title().split()[-1:]), words):
            return "it tells of the people who speak"
        if at > self._last and self._introduced(line):
            return "it tells of somebody whom the page names above the talk"
        return self._caption(block, line)

    def _caption(self, block: Block, line: str) -> str:
        if len(line) <= POST and _HANDLE.match(line):
            return POSTED
        if len(line) <= CAPTION and credit_from(self._text, block.start, block.end, self._zones) < block.end:
            return "a caption: a short paragraph that ends in a picture's credit"
        found = _SOURCE.search(line) if len(line) <= CAPTION and len(line.split()) >= SHORTEST else None
        if found and line[0].isupper() and _is_a_name(found["source"]):
            return "a caption: no sentence, and a source in brackets"
        return ""

    def _introduced(self, line: str) -> bool:
        """Whether a paragraph tells of somebody by a full name that stands above the first label: who asked and wrote."""
        found = _TOLD.match(line)
        name = line[: found.end("last")] if found else ""
        return " " in name and name in self._front and not self._words.spoken.search(line)

    def _is_note(self, opens: str, line: str) -> bool:
        """Whether somebody else than the speaker notes this: `Editor's note: ...`; a plain `Note:` names a speaker, or is no sentence.

        `Note: so it is.` may well be said.
        """
        if " " in opens.strip() and key_of(opens) in self._words.appended:
            return True
        if self._bold and opens.startswith(_BOLD):
            return True  # set as the labels are, and none: `**Result:** 9 to 5.`
        named = not (self._names.isdisjoint(_WORD.findall(line)) or self._words.oneself.search(line))
        return named or (line[-1] not in CLOSERS and key_of(opens) in self._words.appended)

    def _in_front(self, accepted: Sequence[Accepted]) -> frozenset[str]:
        """The forms of the times in front of the labels, where every label has one: `11/06/2021, 10:04 - `."""
        if not all(one.head.surface.startswith("stamped") for one in accepted):
            return frozenset()
        heads = (self._text[self._text.rfind("\n", 0, one.head.start) + 1 : one.head.start] for one in accepted)
        return frozenset(_form(clock[0]) for head in heads if (clock := stamp_first(head, 0)))

    def _above(self, blocks: Sequence[Block], accepted: Sequence[Accepted]) -> frozenset[str]:
        """The forms of the times that open paragraphs above the first label, where no label has one: who reports tells the time."""
        if not accepted or any(one.head.stamp for one in accepted):
            return frozenset()
        above = [block for block in blocks if block.end <= accepted[0].head.start and block.zone is Zone.BODY]
        heads = (self._text[block.start : min(block.end, block.start + POST)] for block in above)
        clocks = (stamp_first(head, 0) for head in heads if head[0] in _CLOCK_HEADS)
        return frozenset(_form(clock[0]) for clock in clocks if clock)

    def _in_marks(self, accepted: Sequence[Accepted]) -> bool:
        """Whether nearly all that is said behind labels stands in quotation marks: `Caller: “I am here.”`"""
        marked = sum(self._text[one.head.body : one.head.body + 1] in OPENERS for one in accepted)
        return marked >= max(FEWEST, SHARE * len(accepted))

    def _in_capitals(self, accepted: Sequence[Accepted]) -> bool:
        """Whether labels in capitals with a colon open nearly all turns, and the words behind them are in small letters."""
        set_so = [one for one in accepted if one.head.surface == "colon" and case_of(one.head.label) == "capitals"]
        said = "".join(self._text[one.head.body : one.head.body + 40] for one in set_so)
        return len(set_so) >= 0.9 * len(accepted) and not said.isupper()


def _form(stamp: str) -> str:
    """A time with its signs and spaces, whatever its figures: `[00:00] `."""
    return _FIGURES.sub("0", stamp)


def _narrates(line: str, names: frozenset[str], words: LabelWords) -> bool:
    """Whether a paragraph begins with one of these names as no speech does: `Kell gets up and pours the tea.`"""
    found = _TOLD.match(line)
    return found is not None and found["last"] in names and not words.spoken.search(line)


def _is_a_name(source: str) -> bool:
    parts = source.split()
    return len(parts) <= 5 and all(part[0].isupper() and part[-1].isalpha() and not part.isupper() for part in parts)


def is_advertised(blocks: Sequence[Block], at: int) -> bool:
    """Whether a short paragraph stands between two lines of the page: `Are you on our list?` above `Subscribe here`."""
    if blocks[at].end - blocks[at].start > ADVERTISED or not 0 < at < len(blocks) - 1:
        return False
    around = (blocks[at - 1], blocks[at + 1])
    return all(one.zone is Zone.FURNITURE and one.reason.startswith("begins like") for one in around)


def is_a_part(line: str) -> bool:
    """Whether a line is the title of a part: with its number in brackets, `(2) The lamps of the pier`, or all in capitals, `The Lamps`."""
    if line[-1] in CLOSERS and line[-1] != ")":
        return False  # as nearly all paragraphs do
    counted = _COUNTED.match(line)
    return is_a_page_line(line[counted.end() if counted else 0 :], TITLED) and (counted is not None or is_title(line))
