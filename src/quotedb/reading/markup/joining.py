"""Blocks of a page or a Word file as one plain text, where a colon does what bold type did for labels."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.reading.markup.blocks import TextBlock

_LONGEST_LABEL = 60  # characters
#: Those whom a page names as speaking come back so often, on the average, that no more of the names differ.
_COME_BACK = 0.5
#: So large a share of what is set off comes back, where a name that stands once is a speaker's; words of a name, and letters of
#: a small word among them, at most.
_MOST, _LONGEST_NAME, _SHORT = 0.7, 4, 3
#: So many rows of a table, at least, count the lines of a page.
_COUNTED = 12
#: Quotation marks, those that open, and so many lines at most between them.
_MARK, _OPENING, _MOST_LINES = re.compile(r"[“”„«»\"]"), ("“", "„", "«", '"'), 5
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_GOES_ON = re.compile(r",[”“»\"]\Z|[”“»],\Z")
_LABEL = re.compile(r"[^\W\d_][^:\n]{0,40}:(?=\s)")
_NO_LABEL_END = tuple(".?!:;,-–—…：；。？！")
_NO_LABEL_NEXT = tuple(".:,;–—(-：；，")


def joined(blocks: list[TextBlock]) -> str:
    """The text of `blocks`: a blank line between paragraphs, none between lines and the items of a list."""
    blocks = _without_numbers(blocks)
    labels = _labels(blocks)
    running, named = _running_on(blocks), _named(blocks)
    parts: list[str] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        text = _with_colon(block, labels)
        if block.tag == "li" and not block.lead and not block.soft:
            text = f"- {text}"
        if at in named:  # as an item of a list names who is quoted
            text = f"- {block.text}:"
        if before is None:
            parts.append(text)
        elif at in running or at - 1 in named or (before.tag == "dt" and block.tag == "dd" and parts[-1].endswith(":")):
            parts.append(f" {text}")
        else:
            close = block.soft or (block.tag == before.tag == "li")
            parts.append(("\n" if close else "\n\n") + text)
    return "".join(parts)


def _without_numbers(blocks: list[TextBlock]) -> list[TextBlock]:
    """The blocks without the numbers that count the lines of a page, each in a cell before its line."""
    numbers = [int(block.lead) if block.tag == "tr" and block.lead.isdigit() else 0 for block in blocks]
    rising = sum(after == before + 1 for before, after in itertools.pairwise(numbers))
    if rising < _COUNTED or rising < 0.8 * sum(block.tag == "tr" for block in blocks):
        return blocks
    return [
        replace(block, text=block.text.removeprefix(block.lead).lstrip(), lead="") if number else block
        for block, number in zip(blocks, numbers, strict=True)
    ]


def _running_on(blocks: list[TextBlock]) -> set[int]:
    """Which blocks behind a single <br> go on with words in quotation marks that opened in a line above, or say whose they are.

    Not where the page breaks all its lines by hand: the reader of plain text joins those.
    """
    running: set[int] = set()
    for at, block in enumerate(blocks):
        last = at + 1 < len(blocks) and blocks[at + 1].soft and _MARK.findall(block.text)
        if last and _GOES_ON.search(block.text):
            running.add(at + 1)
        if not last or not _is_open(last):
            continue
        for end in range(at + 1, min(len(blocks), at + _MOST_LINES)):
            line = blocks[end]
            mark = _MARK.search(line.text)
            if not line.soft or line.lead or _LABEL.match(line.text):
                break
            if mark is not None:
                if mark[0] not in _OPENING or mark[0] in last:
                    running.update(range(at + 1, end + 1))
                break
    return set() if running and _is_wrapped(blocks) else running


def _is_open(marks: list[str]) -> bool:
    """Whether a line with these quotation marks ends inside them; a German pair closes with what opens an English one."""
    if marks[-1] == '"':
        return marks.count('"') % 2 == 1
    return marks[-1] in _OPENING and not (marks[-1] == "“" and "„" in marks)


def _is_wrapped(blocks: list[TextBlock]) -> bool:
    """Whether a page ends its lines by hand at a margin."""
    lines = [len(above.text) for above, block in itertools.pairwise(blocks) if block.soft]
    return len(lines) >= _COUNTED and sum(length >= 0.8 * max(lines) for length in lines) >= _MOST * len(lines)


def _named(blocks: list[TextBlock]) -> set[int]:
    """Which terms and headings are somebody whose words stand below in quotation marks: `Ida Brok, 34, teacher`."""
    found = {
        at
        for at, (block, below) in enumerate(itertools.pairwise(blocks))
        if below.text.startswith(_OPENING)
        and not below.soft
        and (_bare_label(block) if block.tag == "dt" else _heads(block))
    }
    return {at for at in found if blocks[at].tag == "dt" or len(found) > 1}


def _heads(block: TextBlock) -> bool:
    """Whether a heading is a name, maybe with an age or a role behind a comma."""
    name, _, _ = block.text.partition(",")
    words = name.split()
    return (
        block.tag in _HEADINGS
        and 1 < len(words) <= _LONGEST_NAME
        and len(block.text) <= _LONGEST_LABEL
        and all(word[0].isupper() or len(word) <= _SHORT for word in words)
        and block.text[-1] not in ".?!:"
    )


def _labels(blocks: list[TextBlock]) -> set[str]:
    """Labels that the page sets off by markup alone, without a colon; said more than once, they are speakers.

    What opens a single paragraph in bold may be any words; what opens two or more is a name or a "Q", and so is a
    name that opens one and whose initials open others. Where nearly all such words come back, a name that does not is
    somebody who speaks once.
    """
    counts = Counter(label for block in blocks if (label := _bare_label(block)))
    again = {label for label, count in counts.items() if count > 1}
    again |= {label for label in counts if "".join(word[0] for word in label.split()) in again and " " in label}
    once = {label for label in counts if label not in again and _is_like_a_name(label)}
    many = sum(counts[label] for label in again) >= _MOST * counts.total()
    return again | once if len(again) > 1 and many else again


def speakers_of(blocks: list[TextBlock]) -> tuple[str, ...]:
    """Whom the page's classes name as speaking, as they stand in the text; () where they do not come back, as in a list of people."""
    names = [block.lead.rstrip(": ") for block in blocks if block.named and len(block.lead) <= _LONGEST_LABEL]
    found = tuple(dict.fromkeys(filter(None, names)))
    return found if 1 < len(found) <= _COME_BACK * len(names) else ()


def _is_like_a_name(label: str) -> bool:
    """Whether a few words have capitals all: `Ana Velt`, `Deputy Bo Marsh`."""
    words = [word for word in label.partition("(")[0].split() if len(word) > _SHORT]
    return 0 < len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)


def _bare_label(block: TextBlock) -> str:
    if block.tag == "dt":
        return block.text if len(block.text) <= _LONGEST_LABEL and not block.text.endswith(_NO_LABEL_END) else ""
    lead, rest = block.lead, block.text.removeprefix(block.lead).lstrip()
    if not lead or not rest or len(lead) > _LONGEST_LABEL or "\n" in lead:
        return ""
    return "" if lead.endswith(_NO_LABEL_END) or rest.startswith(_NO_LABEL_NEXT) else lead


def _with_colon(block: TextBlock, labels: set[str]) -> str:
    """Plain text has no bold type: there a colon does what bold type does on the page."""
    label = _bare_label(block)
    if label not in labels:
        if block.lead.endswith(":") and block.text.startswith(f"{block.lead}\t"):
            return f"{block.lead} {block.text.removeprefix(block.lead).lstrip()}"
        return block.text
    rest = block.text.removeprefix(label).lstrip()
    return f"{label}: {rest}" if rest else f"{label}:"
