"""An article around a transcript: which paragraphs behind and between the turns are the writer's, and nobody's turn.

A paragraph narrates where words stand in marks, a verb of saying stands beside them, and outside of the marks nobody
says "I" or "you". People who speak tell stories in that form, too: so a writer's prose must stand above the first label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords

#: So many words of running text above the first label are the prose of a writer.
PROSE = 40
#: Where so many labels stand, and behind so small a share of them a second paragraph, turns are of one paragraph.
FEWEST, SECOND = 4, 0.2
#: A verb of saying stands so near the words in marks (words).
BESIDE = 6
#: The reason for a paragraph that no label gives to anybody.
WRITTEN = "the article goes on here: it tells who said something"

_MARKED = re.compile(r"(?P<opens>[“\"„«])(?P<inside>[^“”\"„«»]+)(?:[”\"“»]|\Z)")
_STOP = re.compile(r"[.?!…;](?=\s|\Z)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(slots=True)
class _Article:
    """One document with the labels in each block."""

    text: str
    blocks: Sequence[Block]
    heads: Sequence[Sequence[Accepted]]
    words: LabelWords

    def narrates(self, at: int) -> bool:
        """Whether a paragraph tells what somebody said: words in marks, beside them `she said`, and no "I" or "you" but there."""
        block = self.blocks[at]
        if block.zone is not Zone.BODY:
            return False
        line = self.text[block.start : block.end]
        marked = list(_MARKED.finditer(line))
        if not any(map(self._is_told, marked)):
            return False
        return not self._speaks(line)

    def _speaks(self, line: str) -> bool:
        """Whether "I", "you" and the like stand outside of marks."""
        told = _WORD.sub(lambda word: "" if word[0] in self.words.absent else word[0], _MARKED.sub(" ", line))
        return self.words.spoken.search(told)

    def _is_told(self, marked: re.Match[str]) -> bool:
        """Whether a verb of saying with its subject stands right behind words in marks, or right before them."""
        line = marked.string
        if marked["inside"].rstrip()[-1:] in ",?!…—–-" or line[marked.end() : marked.end() + 1] == ",":
            behind = _STOP.split(line[marked.end() : marked.end() + 120].partition("\n")[0], maxsplit=1)[0]
            if self._says(_WORD.findall(_MARKED.split(behind)[0])[:BESIDE]):
                return True
        before = line[max(0, marked.start() - 120) : marked.start()].rstrip()
        return before[-1:] in (",", ":") and self._says(_WORD.findall(_STOP.split(before)[-1])[-BESIDE:])

    def _says(self, tokens: list[str]) -> bool:
        """Whether somebody says something in so few words."""
        return len(tokens) > 1 and any(token.casefold() in self.words.saying for token in tokens)

    def is_spoken(self, at: int) -> bool:
        """Whether somebody says "I" or speaks to others in a paragraph, outside of marks."""
        block = self.blocks[at]
        return block.zone is Zone.BODY and self._speaks(self.text[block.start : block.end])

    def is_one_text(self) -> bool:
        """Whether the talk stands in the text of an article: no heading opens it, and nobody is there for its readers.

        What a host or a reporter tells in a programme sounds like an article.
        """
        first = next(at for at, found in enumerate(self.heads) if found)
        voices = any(key_of(one.head.label) in self.words.voices for found in self.heads for one in found)
        return self.blocks[first - 1].zone is Zone.BODY and not voices

    def opens(self, at: int) -> bool:
        """Whether a paragraph without a label is the first below one that stands alone: what is said there is the turn."""
        if not self.heads[at - 1]:
            return False
        label, above = self.heads[at - 1][-1].head, self.blocks[at - 1]
        return not self.text[label.body : above.end].strip()


def written_around(
    text: str, blocks: Sequence[Block], heads: Sequence[Sequence[Accepted]], words: LabelWords
) -> dict[int, str]:
    """The paragraphs behind and between the turns that are the writer's, by their number, with the reason.

    `heads` are the labels in each block. Behind the last turn the article goes on from the first paragraph that narrates, if
    below that nobody speaks to anybody, and the article narrates above the first label, too. Where turns are of one paragraph
    it goes on right behind the last. Where they also stand in one text with the article, what narrates between two of them is
    the writer's, and prose above the talk is enough.
    """
    labelled = [at for at, found in enumerate(heads) if found]
    first, last = labelled[0], labelled[-1]
    above = [at for at in range(first) if blocks[at].zone is Zone.BODY and text[blocks[at].end - 1] in CLOSERS]
    if sum(len(text[blocks[at].start : blocks[at].end].split()) for at in above) < PROSE:
        return {}
    page = _Article(text, blocks, heads, words)
    unlabelled = [
        at for at in range(first, len(blocks)) if not heads[at] and blocks[at].zone is Zone.BODY and not page.opens(at)
    ]
    told = [at for at in unlabelled if page.narrates(at)]
    if not told:
        return {}
    between = [at for at in told if at < last and heads[at + 1]]
    other = sum(at < last for at in unlabelled) - len(between)
    brief = len(labelled) >= FEWEST and max(other, len(between)) <= SECOND * len(labelled) + 1
    one_text = brief and page.is_one_text()
    if (told[0] < last and not one_text) or not (one_text or any(map(page.narrates, above))):
        return {}  # those who speak tell things so themselves, or nobody else does
    told = [at for at in told if at > last]
    written = between
    if told and not any(page.is_spoken(at) for at in unlabelled if at >= told[0]):
        before = [at for at in unlabelled if last < at < told[0]]
        at_once = before and brief and not other and not any(map(page.is_spoken, before))
        written += range(before[0] if at_once else told[0], len(blocks))
    return dict.fromkeys(written, WRITTEN)
