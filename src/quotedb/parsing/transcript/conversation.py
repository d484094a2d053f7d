"""Whether the labels that were found make a conversation, and what stands among them that is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Block, Zone
from quotedb.parsing.transcript.announcing import MARKS, is_an_announced_voice, is_promised
from quotedb.parsing.transcript.behind import LOOK, names_many
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.onesided import is_asked
from quotedb.parsing.transcript.said import QUESTION
from quotedb.parsing.transcript.shape import case_of, is_titled, shape_of
from quotedb.parsing.transcript.short import opens_a_record
from quotedb.parsing.transcript.surfacekinds import FIRM, surface_kind
from quotedb.parsing.zones.kinds import plain
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords

#: An article stands before the transcript when so many words have no label (words).
ARTICLE = 120
#: Where one person speaks once, so many words at most stand before the only label.
PREAMBLE = 40
#: Below the last label of a page that breaks off stand so many paragraphs at most.
BELOW = 3
#: A first line with a colon is a headline when more words than these follow it before the next label.
HEADLINE = 60
#: Where so many turns, and so large a share of them, end in an end mark, a first line without one is a headline too.
#: What stands so near above a label (characters) ends the turn before.
CLOSING, ALL_CLOSE, NEAR = 4, 0.9, 20
#: So many labels without a word between them are a list of names; what is said behind one is looked for so far.
ROSTER, ROSTER_LOOK = 2, 400
SENTENCE = re.compile(r"[.?!…。？！؟۔।][\"”’»')\]*_]*(?:\s|\Z)")
DASHES = frozenset("—–-―")


def opens_with_a_question(text: str, blocks: Sequence[Block], accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether a page breaks off in the first answer: a name asks, another says "I", and below stand a few paragraphs at most."""
    if len(accepted) != 2:
        return False
    asks, answers = (one.head for one in accepted)
    named = all(surface_kind(head) in FIRM and len(head.label.split()) > 1 for head in (asks, answers))
    below = len(blocks) - bisect_left(blocks, answers.start, key=lambda block: block.start)
    if not named or asks.label == answers.label or below > BELOW:
        return False
    said = text[answers.body : answers.body + LOOK]
    return is_asked(text, answers.start) and words.oneself.search(said)


def conversation(
    text: str, accepted: list[Accepted], blocks: Sequence[Block], announced: bool, words: LabelWords
) -> tuple[list[Accepted], str]:
    """The labels, or none and the reason, where so few in so much text cannot be a conversation; a headline is no label."""
    headline = bool(accepted) and _is_headline(text, accepted, blocks)
    if headline:
        accepted = accepted[1:]
    if not accepted:
        return [], "the only label is the head of the title" if headline else ""
    first = accepted[0].head.start
    if first == blocks[0].start and len(accepted) < 3:
        announced = False
    labels = {one.head.label for one in accepted}
    if len(labels) >= 2 and len(accepted) >= 3:
        return accepted, ""
    before = 0
    opened = False
    for block in blocks:
        if block.start >= first:
            break
        opened = block.zone is Zone.HEADING or _announces(text, block, words)
        above = text[block.start : min(block.end, first)]
        before += len(above.split()) if block.zone is Zone.BODY and not names_many(above) else 0
    after = sum(len(text[max(block.start, first) : block.end].split()) for block in blocks if block.end > first)
    head = accepted[0].head
    recorded = opens_a_record(text, head, words)
    promised = is_promised(text, blocks, first, words) or (recorded and case_of(head.label) == "capitals")
    promised = promised or (len(labels) >= 2 and all(is_titled(label, words) for label in labels))  # no article has two
    promised = promised or opens_with_a_question(text, blocks, accepted, words)
    promised = promised or (is_an_announced_voice(head, announced, words) and head.label.isupper())
    if before >= ARTICLE and not ((opened and announced) or promised) and not (len(labels) >= 2 and after > before):
        return [], f"so few labels after {before} words of running text make no conversation"
    if len(accepted) >= 2:
        return accepted, ""
    holds = head.label.partition(" ")[0].casefold() in words.titles  # no dateline begins with an office
    if surface_kind(head) == "stop dash" and not is_titled(head.label, words) and not (announced and holds):
        return [], "a single label with a full stop and a dash may be a dateline"
    if (recorded and (after > before or promised)) or surface_kind(head) == "tag":
        return accepted, ""
    alone = announced or (before < PREAMBLE and first > blocks[0].end)
    # `Minister-president Velt:` alone on its line, and most of the text below
    alone = alone or (after > before and head.surface == "colon own line" and shape_of(head.label, words) == 1.0)
    alone = alone or head.delivered  # "(as interpreted)" stands behind no other words with a colon
    said = text[head.body : head.body + LOOK]
    alone = alone or (promised and (words.oneself.search(said) or bool(QUESTION.search(said))))
    named = len(head.label.split()) > 1 or is_an_announced_voice(head, announced, words)
    named = named or head.label.endswith(words.office_endings)  # a name and an office, without a space between
    if alone and surface_kind(head) in FIRM and "(" not in head.label and named:
        return accepted, ""
    return [], "a single label makes no conversation: nothing announces a transcript, or the label is no full name"


def _announces(text: str, block: Block, words: LabelWords) -> bool:
    """Whether brackets alone on their line announce what stands below: `[Q&A]`."""
    inside = plain(text[block.start : block.end]).strip(MARKS)
    return block.zone is Zone.STAGE and inside in words.announcing


def is_embedded(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]]) -> bool:
    """Whether single labelled paragraphs stand in a longer text that is no transcript; `heads` are the labels of each block.

    No heading opens a transcript, and the text before the first label and after the last is more than twice
    what stands at the labels.
    """
    labelled = [at for at, found in enumerate(heads) if found]
    first, last = heads[labelled[0]][0].head.start, labelled[-1]

    def words(block: Block) -> int:
        said = text[block.start : block.end]
        return len(said.split()) if block.zone is Zone.BODY and not names_many(said) else 0

    above = [block for block in blocks if block.end <= first]
    opened = False
    for block in above:
        opened = block.zone is Zone.HEADING or (opened and block.zone is not Zone.BODY)
    before = 0 if opened else sum(map(words, above))
    if before < ARTICLE:
        return False  # most transcripts: nothing else of them has to be counted
    at_labels = outside = 0
    inside = False
    for at, block in enumerate(blocks[len(above) :], start=len(above)):
        inside = bool(heads[at]) or (inside and block.zone is not Zone.HEADING and at <= last)
        at_labels += words(block) if inside else 0
        outside += 0 if inside else words(block)
    few = len(labelled) <= 2
    return before >= at_labels + outside if few else before + outside >= 2 * at_labels


def without_rosters(text: str, accepted: list[Accepted]) -> list[Accepted]:
    """The labels without those of a list of names: one after the other, with no words between them.

    The last of them is a speaker if a sentence follows, as where the list stands above the first words.
    """
    stops = [*(one.head.start for one in accepted), len(text)][1:]
    silent = [
        one.head.bare and not text[one.head.body : stop].strip() for one, stop in zip(accepted, stops, strict=True)
    ]
    kept: list[Accepted] = []
    run: list[Accepted] = []
    for one, stop, empty in zip(accepted, stops, silent, strict=True):
        said = text[one.head.body : min(stop, one.head.body + ROSTER_LOOK)]
        listed = len(run) >= ROSTER and one.head.bare and not SENTENCE.search(said)
        if empty:
            run.append(one)
            continue
        kept += [*(run if len(run) < ROSTER else ()), *([] if listed else [one])]
        run = []
    return [*kept, *(run if len(run) < ROSTER else ())]


def without_dashes(text: str, accepted: list[Accepted]) -> list[Accepted]:
    """`Q — Good evening`, `**Velt** -- Good evening`: a dash behind nearly every such label sets it off and is not said.

    So it is behind a colon: `A Sra. Velt: — Boa tarde`.
    """
    bare = [one for one in accepted if surface_kind(one.head) in ("space", "gap", "bold")]
    bare = bare or [one for one in accepted if surface_kind(one.head) in ("stop", "lost")]
    bare = bare or [one for one in accepted if surface_kind(one.head) in ("colon", "bold colon")]
    dashed = [one for one in bare if text[one.head.body : one.head.body + 1] in DASHES]
    if len(dashed) < 2 or len(dashed) < 0.8 * len(bare):
        return accepted
    moved = {id(one): _behind_dash(text, one) for one in dashed}
    return [moved.get(id(one), one) for one in accepted]


def _behind_dash(text: str, one: Accepted) -> Accepted:
    body = one.head.body
    while body < len(text) and (text[body] in DASHES or text[body] == " "):
        body += 1
    return replace(one, head=replace(one.head, body=body))


def _is_headline(text: str, accepted: Sequence[Accepted], blocks: Sequence[Block]) -> bool:
    """Whether the first label is the head of the document's title: a short line, then much text without a label."""
    title, head = blocks[0], accepted[0].head
    if title.zone is not Zone.HEADING or head.bare or head.stamp or not title.start <= head.start < title.end:
        return False
    if len(blocks) > 1 and _runs_on(text, title.end, blocks[1].start):
        return False
    following = accepted[1].head.start if len(accepted) > 1 else len(text)
    once = sum(one.head.label == head.label for one in accepted) == 1
    if once and text[title.end - 1] not in CLOSERS and blocks[1:2] and blocks[1].end < following:
        closing = sum(
            text[max(0, one.head.start - NEAR) : one.head.start].rstrip()[-1:] in CLOSERS for one in accepted[2:]
        )
        if closing >= ALL_CLOSE * max(CLOSING, len(accepted) - 2):
            return True
    return len(text[title.end : following][: HEADLINE * 10].split()) > HEADLINE


def _runs_on(text: str, end: int, below: int) -> bool:
    """Whether a line goes on in the next with a small letter: no title does."""
    return text.count("\n", end, below) == 1 and text[below].islower()
