"""Which blocks of a page are its main text: trafilatura says where it stands, the page's own order fills the gaps.

An extractor for articles may drop a speaker's name in a line of its own, a short answer, a repeated sentence. In a
transcript one lost label gives everything after it to the wrong person. So what trafilatura returns is used as a
pointer: blocks whose words it kept are anchors; blocks in the same kind of place, or in kinds of places that come
regularly between anchors, belong to the text as well; share bars, related links and comments do not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from quotedb.reading.markup.repeats import without_repeats

if TYPE_CHECKING:
    from quotedb.reading.markup.blocks import TextBlock

_GRAM = 4  # words in a row that must be the same
_KNOWN = 0.6  # share of a block's word groups that trafilatura kept too
_SHORT_GAP = 60  # words between two anchors that trafilatura may have dropped by mistake
_REGULAR = (
    0.1  # gaps for each anchor from which a kind of place belongs to the text: labels come often, captions seldom
)
_LINKED = 0.6  # share of linked words from which a block is a list of links
_BESIDE = 3  # so many blocks at most are between a caption and the text
_LABEL_WORDS = 8  # longest label whose words are a link
_FEW, _SENTENCES = 4, 0.7  # so many linked blocks of one place, and this share of them, are sentences: they are speech
_SENTENCE_ENDS = frozenset('.?!…”"’)')
_MISNAMED = 0.5  # share of the text's words; where more stands in what is named as furniture, the name is wrong
_AGAIN = 0.5  # share of the blocks of one place that begin with a name which others there begin with
_OPENS = re.compile(r"[^\W\d_][^:\n]{0,40}:(?=\s)")
_TOO_LITTLE = 0.25  # share of the page's words; where trafilatura keeps less, it has missed the text


def _clear_misnamed_talk(blocks: list[TextBlock]) -> None:
    """A place whose name says comments, but in which a few people talk, and which holds most of the page, is its text.

    The minutes of a meeting call each line that somebody says a comment. Below a story each comment has its own writer,
    and the story is longer.
    """
    named: dict[str, list[TextBlock]] = defaultdict(list)
    for block in blocks:
        if block.furniture:
            named[block.place].append(block)
    words = sum(block.words for block in blocks)
    for alike in named.values():
        labels = Counter(opens[0] for block in alike if (opens := _OPENS.match(block.text)))
        again = sum(times for times in labels.values() if times > 1)
        if again >= max(_FEW, _AGAIN * len(alike)) and sum(b.words for b in alike) >= _MISNAMED * words:
            for block in alike:
                block.furniture = False


def main_part(blocks: list[TextBlock], extracted: str) -> list[TextBlock]:
    """The blocks of the main text, in order; `extracted` is what trafilatura takes for it ("" where it found none)."""
    _clear_linked_labels(blocks)
    _clear_misnamed_talk(blocks)
    anchors = _anchors(blocks, extracted)
    candidates = [block for block in blocks if _may_belong(block)]
    kept = _around(blocks, anchors) if anchors else []
    if sum(block.words for block in kept) < _TOO_LITTLE * sum(block.words for block in candidates):
        kept = candidates
    return without_repeats(_with_quoting(blocks, kept))


def _with_quoting(blocks: list[TextBlock], kept: list[TextBlock]) -> list[TextBlock]:
    """The blocks with the captions beside them that quote somebody, and with the names below what they quote.

    Between the turns of a talk a caption is only in the way.
    """
    chosen = {id(block) for block in kept}
    boxes = {block.box for block in kept if block.box}
    if not boxes and not any(block.caption for block in blocks):
        return kept
    talk = _is_talk(kept)
    beside = 0
    found = []
    for at, block in enumerate(blocks):
        if id(block) in chosen:
            beside = _BESIDE
            found.append(block)
        elif block.box in boxes and block.source and not block.furniture:
            found.append(block)
        elif block.caption and not block.furniture and not talk:
            if beside or any(id(near) in chosen for near in blocks[at + 1 : at + 1 + _BESIDE]):
                found.append(block)
        else:
            beside -= beside > 0
    return found


def _is_talk(blocks: list[TextBlock]) -> bool:
    """Whether the same short words come back at the head of lines or alone in them: labels."""
    heads = Counter(_head(block) for block in blocks)
    return sum(times for head, times in heads.items() if head and times > 1) >= _FEW


def _head(block: TextBlock) -> str:
    if block.lead:
        return block.lead
    opens = _OPENS.match(block.text)
    return opens[0] if opens else block.text if block.words <= _LABEL_WORDS else ""


def _around(blocks: list[TextBlock], anchors: list[int]) -> list[TextBlock]:
    chosen = set(anchors)
    places = {blocks[at].place for at in anchors}
    gaps = _short_gaps(blocks, anchors)
    often = Counter(place for gap in gaps for place in {blocks[at].place for at in gap})
    places |= {place for place, count in often.items() if count >= _REGULAR * len(anchors)}
    for left, right in pairwise(anchors):
        chosen.update(at for at in range(left + 1, right) if _may_belong(blocks[at]) and blocks[at].place in places)
    many = len({blocks[at].article for at in anchors}) > 1  # each turn an <article>; else another one is another story
    for start, step in ((anchors[0], -1), (anchors[-1], 1)):
        article = None if many else blocks[start].article
        outside = range(start + step, len(blocks) if step > 0 else -1, step)
        chosen.update(_onward(blocks, outside, places, article))
    found = [blocks[at] for at in sorted(chosen)]
    while (
        found and found[-1].words and found[-1].linked == found[-1].words
    ):  # "index", "next page": nobody's last words
        found.pop()
    return found


def _short_gaps(blocks: list[TextBlock], anchors: list[int]) -> list[list[int]]:
    """What stands between two anchors, where it is short: labels that trafilatura dropped, or a caption."""
    gaps = ([at for at in range(left + 1, right) if _may_belong(blocks[at])] for left, right in pairwise(anchors))
    return [gap for gap in gaps if gap and sum(blocks[at].words for at in gap) <= _SHORT_GAP]


def _onward(blocks: list[TextBlock], outside: range, places: set[str], article: int | None) -> list[int]:
    """How far the text goes on beyond its first or last anchor: a first label, a last "(Applause.)".

    It does as long as blocks stand in its kinds of places, with short gaps; what fills such a gap widens `places`.
    """
    taken: list[int] = []
    gap: list[int] = []
    for at in outside:
        block = blocks[at]
        if article is not None and block.article != article:
            break
        if not _may_belong(block):
            continue
        gap.append(at)
        if block.place in places:
            taken.extend(gap)
            places.update(blocks[one].place for one in gap)
            gap = []
        elif sum(blocks[one].words for one in gap) > _SHORT_GAP:
            break
    return taken


def _clear_linked_labels(blocks: list[TextBlock]) -> None:
    """Names that link to a person's page are no list of links: a place in which one comes again holds labels."""
    short = [block for block in blocks if block.linked and block.words <= _LABEL_WORDS]
    counts = Counter((block.place, block.text) for block in short)
    labels = {place for (place, _), count in counts.items() if count > 1}
    for block in short:
        if block.place in labels:
            block.linked = 0
    _clear_linked_sentences(blocks)


def _clear_linked_sentences(blocks: list[TextBlock]) -> None:
    """Words that link into a recording are no list of links either: headlines end in no full stop, what is said does."""
    linked: dict[str, list[TextBlock]] = defaultdict(list)
    for block in blocks:
        if block.linked >= _LINKED * block.words and block.words:
            linked[block.place].append(block)
    for alike in linked.values():
        if sum(block.text[-1] in _SENTENCE_ENDS for block in alike) >= max(_FEW, _SENTENCES * len(alike)):
            for block in alike:
                block.linked = 0


def _may_belong(block: TextBlock) -> bool:
    return not block.furniture and not block.caption and block.linked < _LINKED * block.words + (block.words < 4)


def _anchors(blocks: list[TextBlock], extracted: str) -> list[int]:
    """The blocks that trafilatura kept. Long ones choose first, and no words are given away twice.

    Otherwise a headline that comes again below the text would be found in the middle of some paragraph.
    """
    grams = Counter(_grams(extracted.split()))
    lines = {line.strip(" -\t") for line in extracted.split("\n")}
    anchors = []
    for at in sorted(range(len(blocks)), key=lambda one: -blocks[one].words):
        block = blocks[at]
        own = Counter(_grams(block.text.split()))
        if not own:  # too short for groups of words: the line as a whole must be the same
            kept = not block.furniture and block.text in lines
        else:
            kept = sum((own & grams).values()) >= _KNOWN * own.total()
        if kept:
            anchors.append(at)
            grams.subtract(own)
    return sorted(_clear_misnamed(blocks, anchors))


def _clear_misnamed(blocks: list[TextBlock], anchors: list[int]) -> list[int]:
    """The anchors without invitations to subscribe and the like; a name in which most of the text stands says nothing."""
    named = [at for at in anchors if blocks[at].furniture]
    if sum(blocks[at].words for at in named) <= _MISNAMED * sum(blocks[at].words for at in anchors):
        return [at for at in anchors if not blocks[at].furniture]
    places = {blocks[at].place for at in named}
    for block in blocks:
        block.furniture = block.furniture and block.place not in places
    return anchors


def _grams(words: list[str]) -> list[int]:
    return [hash(tuple(words[at : at + _GRAM])) for at in range(len(words) - _GRAM + 1)]
