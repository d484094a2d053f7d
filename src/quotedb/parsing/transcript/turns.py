"""From labels to turns: who speaks from where to where, and what in between is nobody's speech."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quotedb.models import Form, Problem
from quotedb.parsing.shapes import Block, Dialogue, Span, Turn, Zone
from quotedb.parsing.transcript.announcing import is_promised
from quotedb.parsing.transcript.around import written_around
from quotedb.parsing.transcript.conversation import is_embedded, opens_with_a_question
from quotedb.parsing.transcript.counted import numbers_of_lines
from quotedb.parsing.transcript.foot import TITLED, all_close, foot_of, is_a_page_line
from quotedb.parsing.transcript.innerforms import INSIDE, SIGNS
from quotedb.parsing.transcript.labelling import Labelling, find_labels
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.labelwords import LabelWords, label_words
from quotedb.parsing.transcript.liveblog import blog_entries
from quotedb.parsing.transcript.misprints import with_misprints
from quotedb.parsing.transcript.notes import NoteWords, note_words, rendering_of
from quotedb.parsing.transcript.onesided import unlabelled_questions
from quotedb.parsing.transcript.printed import CLOSING, Printed, credit_from, is_a_part, is_advertised
from quotedb.parsing.transcript.record import is_of_the_record, is_sworn
from quotedb.parsing.transcript.refused import doubted_labels, no_labels
from quotedb.parsing.transcript.renderings import with_changes
from quotedb.parsing.transcript.resumed import with_resumptions
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.transcript.stamps import INLINE_CLOCK, PARAGRAPH_CLOCK, clean, no_words, stamp_alone
from quotedb.parsing.transcript.trim import QUOTED, bullet_of, split_off, without_data, without_marks
from quotedb.parsing.zones.kinds import ZoneWords, names_a_section, zone_words
from quotedb.parsing.zones.lines import CLOSERS, Line, are_numbered, stripped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.transcript.surfaces import Head

#: Zones that break a turn in two without ending it.
INTERRUPTING = frozenset({Zone.CAPTION, Zone.FURNITURE, Zone.STAGE})
#: Items of a list that lead elsewhere.
LINKS = ("a link", "sends the reader")
#: Page furniture that, behind the last label, ends the last turn too.
FOOT_REASONS = ("page furniture", "begins like", "says who", "copyright", "a line drawn")
#: Words that are said elsewhere, too.
PULLED = "a pull quote"
#: What stands before a label inside a line.
BEFORE = frozenset(f"> {SIGNS}")
#: So many headings may stand below each other.
HEADED = 2


@dataclass(slots=True)
class _Open:
    """A turn that is being read."""

    accepted: Accepted
    section: str | None
    stamp: str | None
    pieces: list[Span] = field(default_factory=list)
    broken: bool = True  #: the next words begin a new piece
    aside: Span | None = None  #: what stands in brackets right below the label: all that was heard, if nothing follows


def find_turns(
    text: str, blocks: Sequence[Block], lex: Lexicon, form: Form = "auto", lines: Sequence[Line] | None = None
) -> Dialogue:
    """The turns of `text`, the blocks that belong to none, and what stayed open.

    `form` "transcript" says that there must be turns, and so may a heading: a document without labels is then
    reported (`no-labels`).
    `lines` are those of the text, where they are known.
    """
    return turns_at(text, blocks, find_labels(text, blocks, lex, form, lines), lex, form)


def turns_at(text: str, blocks: Sequence[Block], labels: Labelling, lex: Lexicon, form: Form = "auto") -> Dialogue:
    """The same, from labels that were found already."""
    if not labels.accepted:
        return Dialogue((), tuple(blocks), no_labels(form == "transcript" or labels.announced))
    blocks = split_off(text, labels.lines, blocks, [one.head for one in labels.accepted])
    numbered = labels.lines if are_numbered(text, labels.lines) else []
    return _Reader(text, blocks, labels.accepted, numbered, zone_words(lex), note_words(lex), label_words(lex)).read()


class _Reader:
    """Walks over the blocks once and hands every one to a turn or to the rest."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        accepted: Sequence[Accepted],
        numbered: Sequence[Line],
        zones: ZoneWords,
        notes: NoteWords,
        words: LabelWords,
    ) -> None:
        self.text, self.blocks, self.zones, self.notes, self.words = text, blocks, zones, notes, words
        self.heads = self._by_block(accepted)
        times = Counter(one.head.label for one in accepted)
        self.labels, self.again = len(times), {label for label, n in times.items() if n > 1}
        self.numbered, self.starts = numbered, [line.start for line in numbered]
        self.first = accepted[0].head.start
        self.last = max(at for at, heads in enumerate(self.heads) if heads)
        self.closed = all_close(text, blocks, self.heads)
        self.foot = foot_of(text, blocks, self.heads, self.closed, zones, words)
        self.turns: list[Turn] = []
        self.rest: list[Block] = []
        self.problems: list[Problem] = []
        self.doubted: list[Head] = []
        self.open: _Open | None = None
        self.section: str | None = None
        self.stamp: str | None = None
        self.embedded = (
            not numbered  # a deposition is all record, whatever stands on its title page
            and is_embedded(text, blocks, self.heads)
            and not (
                is_promised(text, blocks, self.first, words) or opens_with_a_question(text, blocks, accepted, words)
            )
        )
        self.bullet = bullet_of(text, [one.head.start for one in accepted])
        self.numbers = numbers_of_lines(text, [block.start for block in blocks], [one.head.start for one in accepted])
        self.asked = unlabelled_questions(text, blocks, self.heads) | blog_entries(text, blocks, self.heads)
        self.written = {} if numbered else written_around(text, blocks, self.heads, words)
        self.printed = Printed(text, blocks, accepted, [bool(heads) for heads in self.heads], words, zones)

    def _by_block(self, accepted: Sequence[Accepted]) -> list[list[Accepted]]:
        found: list[list[Accepted]] = [[] for _ in self.blocks]
        starts = [block.start for block in self.blocks]
        for one in accepted:
            found[max(0, bisect_right(starts, one.head.start) - 1)].append(one)
        return found

    def read(self) -> Dialogue:
        for at, block in enumerate(self.blocks):
            if self.heads[at]:
                self._labelled(at, block)
            elif at in self.written:
                self._close()
                self.rest.append(replace(block, reason=self.written[at]) if block.zone is Zone.BODY else block)
            elif self.open is None:
                self._outside(block)
            else:
                self._inside(at, block, self.open)
        self._close()
        self.problems += doubted_labels(self.doubted, self.again)
        turns = self.turns if self.numbered else without_data(self.text, self.turns)
        turns = with_changes(self.text, turns, self.notes)
        if not self.numbered:
            turns, resumed = with_resumptions(self.text, turns, self.blocks, self.words)
            self.problems += resumed
        turns, misprinted = with_misprints(self.text, turns, self.words)
        self.problems += misprinted
        return Dialogue(tuple(turns), tuple(self.rest), tuple(self.problems))

    def _labelled(self, at: int, block: Block) -> None:
        before = self._trim(block.start, self._head_start(self.heads[at][0], block.start))
        if before:
            if self.open is not None:
                self._say(self.open, *before)
            else:
                self.rest.append(Block(*before, block.zone, block.reason))
        for one, following in zip(self.heads[at], [*self.heads[at][1:], None], strict=True):
            self._close()
            stamp = one.head.stamp or self.stamp
            self.stamp = None
            self.open = _Open(one, self.section, stamp)
            stop = block.end if following is None else self._head_start(following, one.head.body)
            said = self._trim(one.head.body, stop)
            if said:
                self._say(self.open, *said)

    def _outside(self, block: Block) -> None:
        if block.zone is Zone.HEADING and (self.turns or self._opens_a_part(block)):
            self.section = self._name(block)
        stamp = stamp_alone(self.text[block.start : block.end])
        if stamp:
            self.stamp = stamp
            block = replace(block, reason="a time stamp")
        elif self.turns and block.zone is Zone.BODY:
            block = replace(block, reason="no label says who speaks here")
            self.problems.append(Problem("unlabelled-block", block.reason, block.start, block.end))
        self.rest.append(block)

    def _inside(self, at: int, block: Block, turn: _Open) -> None:
        """A block without a label while somebody speaks: more of the speech, an interruption or the end of it."""
        stamp = stamp_alone(self.text[block.start : block.end]) if block.end - block.start <= 50 else None
        if block.end <= turn.accepted.head.body:
            reason = "a time stamp" if stamp else "the speaker's office, below the name"
            self.rest.append(replace(block, reason=reason))
        elif stamp:
            if not turn.pieces and turn.stamp is None:
                turn.stamp = stamp
            elif self._label_follows(at):
                self.stamp = stamp
            self._interrupt(replace(block, reason="a time stamp"), turn)
        elif at < self.foot and (self._is_heading(at, block, turn) or (turn.pieces and self._is_put_in(at, block))):
            if self._goes_on_below(at, block) or self._is_in_mid_sentence(at, turn):
                self._interrupt(block, turn)
            else:
                self._close()
                self.rest.append(block)
            self.section = self._name(block)
        elif at in self.asked:
            self._close()
            self._outside(replace(block, reason=self.asked[at]))
        elif self._is_end(at, block):
            self._close()
            record = is_of_the_record(self.text, block, self.words)
            self.rest.append(replace(block, reason="the record itself speaks here") if record else block)
        elif self._interrupts(at, block, turn):
            if block.zone is Zone.STAGE and not turn.pieces and turn.aside is None:
                turn.aside = (block.start, block.end)
            self._interrupt(block, turn)
        elif turn.pieces and (why := self.printed.why(at, turn.accepted.head.label)):
            if why in CLOSING:
                self._close()
            self._interrupt(replace(block, zone=Zone.CAPTION, reason=why), turn)
        elif self.embedded and turn.pieces:
            self._close()
            self._outside(block)
        else:
            self._say(turn, max(block.start, turn.accepted.head.body), block.end)

    def _opens_a_part(self, block: Block) -> bool:
        """Whether a heading before the first label names what follows, not the whole document."""
        if block.end < self.first - 2000:
            return False
        line = self.text[block.start : block.end]
        return self._names_a_part(line) or line.startswith("##")

    def _is_end(self, at: int, block: Block) -> bool:
        """Whether nobody of the transcript speaks from here on, up to the next label."""
        if (
            at >= self.foot
            or block.reason == "end mark"
            or block.zone in (Zone.FAQ, Zone.COMMENT)
            or is_of_the_record(self.text, block, self.words)
            or is_sworn(self.text, self.blocks, at, self.words)
        ):
            return True
        if at <= self.last or not (self.open and self.open.pieces):
            return False
        if block.zone is Zone.FURNITURE:
            return block.reason.startswith(FOOT_REASONS)
        opens, colon, _ = self.text[block.start : min(block.end, block.start + 40)].partition(":")
        return bool(colon) and key_of(opens) in self.words.appended

    def _is_heading(self, at: int, block: Block, turn: _Open) -> bool:
        line = self.text[block.start : block.end]
        if block.zone is not Zone.HEADING:
            return False
        # right below a label it is all that somebody says
        below = (bool(turn.pieces) or line.isupper()) and self._label_follows(at)
        return block.reason == "marked as a heading" or self._names_a_part(line) or below

    def _is_put_in(self, at: int, block: Block) -> bool:
        """Whether a short line without an end mark stands right above a label, where all that is said ends in one."""
        line = self.text[block.start : block.end]
        titled = is_a_part(line) or (self.closed and is_a_page_line(line, TITLED))
        return block.zone is Zone.BODY and titled and self._label_follows(at, HEADED)

    def _interrupts(self, at: int, block: Block, turn: _Open) -> bool:
        """Whether a block breaks a turn in two."""
        link = block.zone is Zone.LIST and block.reason.startswith(LINKS)
        if block.reason.startswith(PULLED) and not turn.pieces and self._label_follows(at):
            return False  # all that stands below a label: a talk may open with the best of what follows
        if block.zone in INTERRUPTING or link or self.printed.is_page(at) or is_advertised(self.blocks, at):
            return True
        return block.zone is not Zone.BODY and self._is_in_mid_sentence(at, turn)

    def _names_a_part(self, line: str) -> bool:
        """Whether a line names a part of the meeting, and nobody says it: `Ich rufe den zweiten Teil auf:` is said."""
        return names_a_section(line, self.zones) and not self.words.oneself.search(line)

    def _is_in_mid_sentence(self, at: int, turn: _Open) -> bool:
        """Whether the words above a block break off and go on below it in small letters: the page ends there, nobody does."""
        if (
            not turn.pieces
            or at + 1 >= len(self.blocks)
            or self.heads[at + 1]
            or self.blocks[at + 1].zone is not Zone.BODY
        ):
            return False
        return self.text[turn.pieces[-1][1] - 1] not in CLOSERS and self.text[self.blocks[at + 1].start].islower()

    def _goes_on_below(self, at: int, block: Block) -> bool:
        """Whether a heading was put into the middle of a turn: words without a label below it, labels further on."""
        if self.embedded or at > self.last or self._names_a_part(self.text[block.start : block.end]):
            return False
        return not self._label_follows(at)

    def _label_follows(self, at: int, headed: int = 0) -> bool:
        """Whether the next block that could be speech begins with a label; so many lines of the page may stand between."""
        for further in range(at + 1, min(at + 6, len(self.blocks))):
            if self.heads[further]:
                return self.heads[further][0].head.start - self.blocks[further].start <= 12
            if self.blocks[further].zone in (Zone.BODY, Zone.LIST) and not stamp_alone(
                self.text[self.blocks[further].start : self.blocks[further].end][:60]
            ):
                line = self.text[self.blocks[further].start : self.blocks[further].end]
                if further > at + headed or not is_a_page_line(line, TITLED):
                    return False
        return False

    def _interrupt(self, block: Block, turn: _Open) -> None:
        turn.broken = True
        self.rest.append(block)

    def _say(self, turn: _Open, start: int, end: int) -> None:
        label = turn.accepted.head.start
        if label and self.text[label - 1] in QUOTED:  # testimony that somebody quotes: each paragraph opens with a mark
            turn.broken = turn.broken or self.text[start] in QUOTED
            start, end = without_marks(self.text, start, end)
        if self.numbered:  # the number at the head of each line is nobody's word
            for at in range(max(0, bisect_right(self.starts, start) - 1), len(self.numbered)):
                line = self.numbered[at]
                if line.start >= end:
                    return
                if line.end > start:
                    turn.pieces.append((max(line.start, start), min(line.end, end)))
            return
        if self.bullet and self.text.startswith(self.bullet, start):  # nor is the bullet of every line on such a page
            turn.broken, start = True, start + len(self.bullet)
        if start in self.numbers:  # nor the number of its line
            turn.broken, start = True, self.numbers[start]
        end = credit_from(self.text, start, end, self.zones)
        clock = PARAGRAPH_CLOCK.match(self.text, start, end)
        if clock:  # a clock at the head of a paragraph is nobody's word
            turn.stamp = turn.stamp or clean(clock[0])
            turn.broken, start = True, clock.end()
        for inline in INLINE_CLOCK.finditer(self.text, start + 1, end):  # nor is one between two sentences
            self._add(turn, start, inline.start())
            turn.broken, start = True, inline.end()
        self._add(turn, start, end)

    def _add(self, turn: _Open, start: int, end: int) -> None:
        if no_words(self.text, start, end):
            return
        start, end = self._trim(start, end) or (start, end)
        if turn.broken or not turn.pieces:
            turn.pieces.append((start, end))
            turn.broken = False
        else:
            turn.pieces[-1] = (turn.pieces[-1][0], end)

    def _close(self) -> None:
        turn, self.open = self.open, None
        if turn is None:
            return
        head = turn.accepted.head
        if not turn.pieces and turn.aside:  # `Q`, and below it `(Inaudible.)`
            turn.pieces.append(turn.aside)
            self.rest = [block for block in self.rest if block.start != turn.aside[0]]
        if not turn.pieces:
            self.problems.append(
                Problem("empty-turn", f"no words follow the label '{head.label}'", head.start, head.end)
            )
            line = self.text.find("\n", head.end)
            end = min(head.body, line if line >= 0 else len(self.text))  # a note behind the colon is of the label
            whole = self._trim(head.start, max(end, head.end)) or (head.start, head.end)
            self.rest.append(Block(*whole, Zone.HEADING, "a label that no words follow"))
            return
        if turn.accepted.confidence < 0.9:
            self.doubted.append(head)
        self.turns.append(
            Turn(
                label=" ".join(head.label.split()) if "\n" in head.label else head.label,
                label_span=(head.start, head.end),
                pieces=tuple(turn.pieces),
                note=head.note,
                rendering=rendering_of(head.note, self.notes),
                section=turn.section,
                timestamp=turn.stamp,
                rule=turn.accepted.rule,
                confidence=turn.accepted.confidence,
            )
        )

    def _name(self, block: Block) -> str:
        return self.text[block.start : block.end].strip("#*_ \n").rstrip(":").strip()

    def _head_start(self, one: Accepted, floor: int) -> int:
        """Where a label's line begins; a label inside a line begins where it stands."""
        place = one.head.start
        if self.numbered:  # whose lines may have been run together
            return max(floor, self.numbered[one.head.line].start)
        if one.head.surface not in INSIDE:
            return max(floor, self.text.rfind("\n", floor, place) + 1)
        place = place if one.head.above < 0 else one.head.above
        while place > floor and self.text[place - 1] in BEFORE:  # the `>>` of captions is nobody's word
            place -= 1
        return place

    def _trim(self, start: int, end: int) -> Span | None:
        start, end = stripped(self.text, start, end)
        return (start, end) if start < end else None
