"""Labels in the middle of a line: texts that lost their line breaks, and voices that a record runs into a speech."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.collective import is_collective
from quotedb.parsing.transcript.initials import letters_of
from quotedb.parsing.transcript.innerforms import (
    ARROWED,
    ASKED,
    BELOW_PAGE,
    BRIEF,
    DASHED,
    DASHED_VOICE,
    GAPS,
    HAN_SIGN,
    HAN_VOICE,
    IN_BRACKETS,
    INNER,
    INNER_DASH,
    INNER_STOP,
    LABEL,
    OFFICE,
    RECORDED,
    RISING,
    RUN_TOGETHER,
    SIGNED,
    SIGNED_INNER,
    SIGNS,
    STOPPED,
    TIME,
    TIMED,
)
from quotedb.parsing.transcript.shape import is_titled, key_of
from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords

#: A label inside a line must look so much like one, and come back so often (line heads with its name counted).
SHAPE, TIMES = 0.75, 3
#: In scripts without capitals a name that comes back looks so much like one.
NAMED = 0.6
#: A document that lost its breaks has so many characters in a line.
ON_A_LINE = 300
#: Where so many lines begin with a title and a name in capitals, one inside a line counts as well.
TITLED = 2
#: So many labels inside lines that come back say that the document lost its line breaks.
RUN_IN = 6
#: So many names with a time behind them, at least, in a text whose lines were run together.
TOGETHER = 5
#: A name has so many words at most.
LONGEST_NAME = 4
#: A shorter block has no room for two speakers (characters).
SHORTEST = 40

#: A word and the space behind it; a heading that was run in is no longer (characters), and has so many words in capitals at least.
_CAPITAL_WORD = re.compile(r"(?P<word>[^\s.?!]+)(?P<rest>[ \t\xa0\n]+|\S+\s*)")
LONGEST_HEADING, FEWEST_CAPITALS = 400, 3
#: The time right before whoever rose at it, and how long it is (characters).
_ROSE, LONGEST_CLOCK = re.compile(r"(?<!\S)\d{1,2}[.:]\d{2}\s+\Z"), 8
#: So many of them, and of two voices at least, are no quotation.
FEWEST_VOICES = 3
#: A short word with a capital and a point: a title, or a sentence.
_SHORT_WORD = re.compile(r"([A-Z][A-Za-z]{0,4})\.[ \xa0]{1,2}")
_SHORT_WORD_BEFORE = re.compile(r"(?<=\s)([A-Z][A-Za-z]{1,4})\.[ \xa0]{1,2}\Z")
#: A full name behind any word: `tape 1: side A Ana Velt: Good evening`.
_FULL_NAME = re.compile(
    r"(?<=\s)(?P<label>[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?: [^\W\d_a-zß-öø-ÿ]\.)?(?: [^\W\d_a-zß-öø-ÿ][^\W\d_]+)):[ \xa0\n]+(?=\S)"
)
#: The full name of somebody, and no sentence about them: `Ana Velt Date:`, but not `Ana, good evening`.
_NAMES_SOMEBODY = re.compile(r"[^\W\d_]+(?: [^\W\d_a-zß-öø-ÿ]\.)? [^\W\d_a-zß-öø-ÿ][^\W\d_]+(?: [^\W\d_a-zß-öø-ÿ]|$)")
#: Numbers of a page that was run in with its first line.
_PAGE = re.compile(r"(?:\d{1,4} ){1,2}")
_NAME_WORD = re.compile(r"[^\W\d_]+")


def inner_heads(
    text: str,
    blocks: Sequence[Block],
    line_of: Callable[[int], int],
    heads: Sequence[Head],
    words: LabelWords,
    plausible: Callable[[str], float],
) -> list[Head]:
    """Possible labels that stand behind the end of a sentence, not at the head of a line.

    They must come back, be a voice of many ("Some members"), or carry a mark that no sentence has. `line_of` gives the
    number of the line at a place.
    """
    found = _Found(text, blocks, line_of, heads, words.abbreviated)
    if IN_BRACKETS.search(text):  # most documents have none, and the pattern looks at every sentence
        found.look(TIMED, lambda label: plausible(label) > 0, SIGNED_INNER)
    if ">>" in text:
        found.look(ARROWED, lambda label: plausible(label) > 0, SIGNED_INNER)
    if found.lost_its_breaks:
        if any(sign in text for sign in SIGNS) and found.times_of(SIGNED).total() >= FEWEST_VOICES:
            found.look(SIGNED, lambda label: plausible(label) > 0, SIGNED_INNER)
        found.look(
            RECORDED, lambda label: is_titled(label, words) or key_of(label) in words.voices, SIGNED_INNER, colon=True
        )
        found.look(BELOW_PAGE, lambda label: plausible(label) >= SHAPE, colon=True)
        found.look(RISING, lambda label: is_titled(label, words), SIGNED_INNER, colon=True)
    if found.lost_its_breaks or not any(head.surface.endswith("colon") for head in heads):
        found.look(OFFICE, lambda label: label.isupper() and is_titled(label, words), SIGNED_INNER, colon=True)
    found.look(LABEL, lambda label: plausible(label) >= SHAPE or _is_of_many(label, words), colon=True)
    if found.lost_its_breaks:
        _look_without_colons(found, words, plausible)
    if _has_a_han_voice(text):
        times = found.times_of(HAN_VOICE)
        voices = {label for label in times if label in words.voices}
        names = {label for label in times if voices and times[label] > 1 and plausible(label) >= NAMED}
        if times.total() >= FEWEST_VOICES and len(voices | names) > 1:
            found.look(HAN_VOICE, (voices | names).__contains__, SIGNED_INNER)
    if any(gap in text for gap in GAPS) and sum(len(ASKED.findall(text, *span)) for span in found.spans) > 1:
        found.look(ASKED, lambda _: True, SIGNED_INNER)
    initials = _initials_of([*found.heads.values(), *heads], plausible)
    if initials:
        found.look(BRIEF, initials.__contains__)
    known = {key for key, times in found.times.items() if times >= TIMES}
    if found.lost_its_breaks:
        known |= _loud(found.heads.values()) | found.explaining(plausible)
    if heads and not found.lost_its_breaks:
        # who says "Question: how? Answer: slowly." asks himself
        at_lines = {key_of(head.label) for head in heads}
        known -= {key for key in known & words.voices - words.collective if key not in at_lines}
    capitals = sum(_is_titled(head, plausible) for head in heads if head.surface == "colon")
    asked = _asking(found, words) if found.lost_its_breaks else frozenset()
    known |= asked
    if asked or sum(key_of(head.label) in known for head in found.heads.values()) >= RUN_IN:
        # the document runs its labels in: those that stand once count as well, and known ones wherever they stand
        found.look(BRIEF, lambda label: key_of(label) in known or key_of(label) in words.voices)
        return found.without_fields()
    return [
        head
        for head in found.in_order()
        if head.surface in (SIGNED_INNER, INNER_DASH)
        or key_of(head.label) in known
        or _is_of_many(head.label, words)
        or (
            capitals >= TITLED and _is_titled(head, plausible)
        )  # one break was lost: `It is over. DR. VELT: Mr. President`
    ]


def _has_a_han_voice(text: str) -> bool:
    """Whether a colon stands behind a sign of a script without spaces; looked for from the colons, of which there are few."""
    for colon in ":：":
        place = text.find(colon)
        while place >= 0:
            if HAN_SIGN.match(text, max(0, place - 1), place):
                return True
            place = text.find(colon, place + 1)
    return False


def _look_without_colons(found: _Found, words: LabelWords, plausible: Callable[[str], float]) -> None:
    """Take what ends in a full stop, a time or a dash in a text that lost its breaks."""
    found.look(STOPPED, lambda label: plausible(label) >= SHAPE, INNER_STOP)
    found.run_together(plausible)
    found.look(DASHED, lambda label: plausible(label) >= SHAPE, INNER_DASH)
    if any(head.surface == INNER_DASH for head in found.heads.values()):
        found.look(DASHED_VOICE, lambda label: key_of(label) in words.voices, INNER_DASH)


def _asking(found: _Found, words: LabelWords) -> frozenset[str]:
    """Two voices without a name that answer each other in a text that lost its breaks: `Question: ... Minister: ... Question: ...`"""
    order = [key_of(match["label"]) for span in found.with_colons for match in BRIEF.finditer(found.text, *span)]
    voices = frozenset(key for key, times in Counter(order).items() if times > 1 and key in words.voices)
    turns = [key for key in order if key in voices]
    return voices if len(voices) == 2 and all(a != b for a, b in itertools.pairwise(turns)) else frozenset()


def _loud(heads: Iterable[Head]) -> frozenset[str]:
    """The labels in capitals that come back, where there are two of them at least."""
    times = Counter(key_of(head.label) for head in heads if head.label.isupper() and len(head.label) > LONGEST_NAME)
    found = frozenset(key for key, count in times.items() if count > 1)
    return found if len(found) > 1 else frozenset()


def _is_of_many(label: str, words: LabelWords) -> bool:
    return is_collective(key_of(label), words.collective, words.particles)


def _is_titled(head: Head, plausible: Callable[[str], float]) -> bool:
    """Whether a label is a title and a name, or a voice, in capitals."""
    return head.label.isupper() and len(head.label) > LONGEST_NAME and plausible(head.label) == 1.0


class _Found:
    """The labels that were found inside lines so far, by the place where each begins."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        line_of: Callable[[int], int],
        heads: Sequence[Head],
        titles: frozenset[str],
    ) -> None:
        self.text, self.line_of, self.at_lines, self.titles = text, line_of, heads, titles
        self.starts = [head.start for head in heads]
        self.times = Counter(key_of(head.label) for head in heads if head.surface.endswith("colon"))
        self.heads: dict[int, Head] = {}
        self.ends: set[int] = set()  #: where the labels end: a heading in capitals may have been run in before one
        body = [(block.start, block.end) for block in blocks if block.zone is Zone.BODY]
        long_ones = [(start, end) for start, end in body if end - start >= SHORTEST]
        self.lost_its_breaks = 0 < len(long_ones) * ON_A_LINE < len(text)  #: a long text with hardly any paragraphs
        self.spans = [
            (start, end)
            for start, end in long_ones
            if self.lost_its_breaks or text.find(":", start, end) >= 0 or text.find("：", start, end) >= 0
        ]
        self.with_colons = [span for span in self.spans if self._has_a_colon(*span)]

    def _has_a_colon(self, start: int, end: int) -> bool:
        """Whether a colon stands behind what is a label at the head of a line: in most paragraphs only that one has it."""
        place = self.text.find(":", start, end)
        while place >= 0:
            before = bisect_right(self.starts, place) - 1
            body = self.at_lines[before].body if before >= 0 else 0
            if place >= body:
                return True
            place = self.text.find(":", body, end)
        return False

    def look(
        self, pattern: re.Pattern[str], fits: Callable[[str], bool], surface: str = INNER, colon: bool = False
    ) -> None:
        """Take every label that the pattern finds and that `fits`; `colon` says that it ends in one."""
        for span in self.with_colons if colon else self.spans:
            for match in pattern.finditer(self.text, *span):
                start = self._with_its_title(match) if pattern is LABEL else match.start("label")
                label = self.text[start : match.end("label")]
                before = bisect_right(self.starts, start) - 1
                inside = before >= 0 and self._holds(self.at_lines[before], start)
                if start in self.heads or match.end("label") in self.ends or inside or not fits(label):
                    continue
                self.ends.add(match.end("label"))
                self.times[key_of(label)] += 1
                stamp = match["before"] or match["behind"] if pattern is TIMED else None
                above = self._heading_before(start) if self.lost_its_breaks else -1
                self.heads[start] = Head(
                    self.line_of(start), start, match.end("label"), match.end(), label, surface, False, None, stamp,
                    above=above,
                )  # fmt: skip

    def _heading_before(self, start: int) -> int:
        """Where a heading begins that was run in before a label, or the time at which somebody rose; -1 where none was.

        `... at all. MOTION THAT THE COUNCIL RISES THE CHAIR: Thank you. 11.38 MS VELT: Yes.`
        """
        rose = _ROSE.search(self.text, max(0, start - LONGEST_CLOCK), start)
        place, words = rose.start() if rose else start, 0
        for found in reversed(list(_CAPITAL_WORD.finditer(self.text, max(0, place - LONGEST_HEADING), place))):
            if not found["rest"].isspace() or found.end() != place or found["word"] != found["word"].upper():
                break
            place, words = found.start(), words + found["word"].isupper()
        if words >= FEWEST_CAPITALS:
            return place
        return rose.start() if rose else -1

    def _with_its_title(self, match: re.Match[str]) -> int:
        """Where a label begins: the point before it may be that of its title, and the point in it that of a sentence.

        `in his heart. Pres. Velt: He got that?`, `Fine. OK. VELT: Thank you.`
        """
        opens = _SHORT_WORD.match(match["label"])
        if opens and len(opens[1]) > 1 and opens[1].casefold() not in self.titles:
            return match.start("label") + opens.end()
        before = _SHORT_WORD_BEFORE.search(self.text, max(0, match.start("label") - 8), match.start("label"))
        return before.start(1) if before and before[1].casefold() in self.titles else match.start("label")

    def explaining(self, plausible: Callable[[str], float]) -> frozenset[str]:
        """The names and initials that explain each other, of two people at least: `Ana Velt: Your name? Bo Olane: Mine? AV: Yes`."""
        short = {
            head.label for head in self.heads.values() if head.label.isupper() and 1 < len(head.label) < LONGEST_NAME
        }
        if len(short) <= 1:
            return frozenset()
        before = list(self.heads.values())
        self.look(_FULL_NAME, lambda name: plausible(name) >= SHAPE and not short.isdisjoint(_letters_of(name)))
        for head in before:  # Stewart Holyoak is no label in `Sandra Stewart Holyoak`
            for start in range(head.start + 1, head.end):
                self.heads.pop(start, None)
        names = {head.label for head in self.heads.values() if not short.isdisjoint(_letters_of(head.label))}
        told = {letters for name in names for letters in _letters_of(name) & short}
        return frozenset(map(key_of, names | told)) if len(told) > 1 else frozenset()

    def without_fields(self) -> list[Head]:
        """All labels in their order without those behind which the name of somebody stands who speaks: `Interviewer: Ana Velt Date:`."""
        names = {head.label.split()[0] for head in self.heads.values() if " " in head.label}
        found = self.in_order()
        return [
            head
            for head, after in itertools.zip_longest(found, found[1:])
            if " " in head.label
            or after is None
            or not self.text[head.body : after.start].strip()
            or self.text[head.body : after.start].split()[0] not in names
            or _NAMES_SOMEBODY.match(self.text, head.body) is None
        ]

    def run_together(self, plausible: Callable[[str], float]) -> None:
        """Take the names with a time behind them, if the times go on as a recording does and a name comes back."""
        if sum(1 for _ in itertools.islice(TIME.finditer(self.text), TOGETHER)) < TOGETHER:
            return
        matches = [match for span in self.spans for match in RUN_TOGETHER.finditer(self.text, *span)]
        times = Counter(match["label"] for match in matches)
        often = [label for label, count in times.items() if count >= TIMES and plausible(label) > 0]
        clocks = [[int(part) for part in match["before"].split(":")] for match in matches]
        if (
            not often
            or len(matches) < TOGETHER
            or any(a > b for a, b in itertools.pairwise(clocks) if len(a) == len(b))
        ):
            return
        for match in matches:
            # the last word of the speech before may be glued to the name
            label = next((known for known in often if match["label"].endswith(known)), match["label"])
            if plausible(label) > 0:
                start = match.end("label") - len(label)
                self.heads[start] = Head(
                    self.line_of(start),
                    start,
                    match.end("label"),
                    match.end(),
                    label,
                    SIGNED_INNER,
                    False,
                    None,
                    match["before"],
                )

    def _holds(self, head: Head, place: int) -> bool:
        """Whether a label at the head of a line goes on at this place: MR. OLANE; the number of a page before it is none."""
        return place < head.body and not _PAGE.fullmatch(self.text, head.start, place)

    def times_of(self, pattern: re.Pattern[str]) -> Counter[str]:
        """How often each label stands that a pattern finds."""
        return Counter(match["label"] for span in self.spans for match in pattern.finditer(self.text, *span))

    def in_order(self) -> list[Head]:
        return [self.heads[start] for start in sorted(self.heads)]


def _initials_of(heads: Sequence[Head], plausible: Callable[[str], float]) -> frozenset[str]:
    """The initials of all full names among labels: AV for `Ana Velt`, SH and SSH for `Sara Salt Hove`."""
    names = {head.label for head in heads if " " in head.label and "colon" in head.surface}
    return frozenset(letters for name in names if plausible(name) >= SHAPE for letters in _letters_of(name))


def _letters_of(name: str) -> set[str]:
    """The initials of a full name, all of them and those of its first and last word; none of anything else."""
    words = [word for word in _NAME_WORD.findall(name) if word[0].isupper()]
    if not 1 < len(words) <= LONGEST_NAME:
        return set()
    return letters_of(words)
