"""What is printed between the words of a turn and nobody says: credits behind them, captions, notes of the editor, posts.

Only a paragraph without a label is judged, and only inside a turn. Nothing is deleted: it parts a turn into pieces.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.shape import key_of
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block, Span
    from quotedb.parsing.transcript.shape import LabelWords
    from quotedb.parsing.zones.kinds import ZoneWords

#: A credit stands in so many last characters; a caption, a note's name and a post's head are no longer than these.
CREDIT, CAPTION, NOTE, POST = 110, 160, 40, 60
#: A caption without a credit has so many words at least: `Ana Velt (Tern)` is a name.
SHORTEST = 7
#: No more quoted paragraphs are looked for, so that time stays linear.
MOST_QUOTED = 30
#: The reason for a line such as `@gullwatcher · 4 May`.
POSTED = "the head of a post"
#: So large a share of the paragraphs may be wholly in italics where these are stage directions.
ITALICS = 0.2

_NAMES = r"[^\W\d_a-zß-öø-ÿ][^.?!:;\[\]()]{2,60}"
_BRACKET = re.compile(rf"[.?!…\"”’'—–-](?P<credit>\s*[\[(]\s*(?P<inside>{_NAMES})[\])]\.?)\Z")
_SOURCE = re.compile(r"[^\s.?!…:,;]\s\((?P<source>[^()]{2,60})\)\Z")
_WORD = re.compile(r"[^\W\d_]{3,}")
_HANDLE = re.compile(r"@\w{2,}(?:\Z|\s*[·•|–—-]|,?\s[^.?!]*\d[^.?!]*\Z)")
_ITALIC = re.compile(r"(?:\*(?=[^\s*])[^*]{3,200}[^\s*]\*|_(?=[^\s_])[^_]{3,200}[^\s_]_|<(em|i)>[^<>]{3,200}</\1>)\Z")
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{12,}[”\"“»][.]?\Z")
_SIGNED = re.compile(r"[-—–]{1,2}\s?(?=[^\W\d_a-zß-öø-ÿ])")


@functools.cache
def _credits(words: frozenset[str]) -> re.Pattern[str]:
    """`Photo: Ada Fry` behind the end of a sentence, at the end of a paragraph."""
    named = "|".join(map(re.escape, sorted(words)))
    return re.compile(
        rf"[.?!…\"”’')](?P<credit>\s+(?i:{named or '(?!)'})(?:\s?/\s?|\s?:\s?|\s+(?i:by|credit|courtesy)\b[^.?!]{{0,8}}?\s){_NAMES}\.?)\Z"
    )


def credit_from(text: str, start: int, end: int, zones: ZoneWords) -> int:
    """Where the words of ``text[start:end]`` end before a picture's credit; `end` where there is none."""
    tail = text[max(start, end - CREDIT) : end]
    found = _credits(zones.credit).search(tail)
    if found is None and tail[-1:] in (")", "]", "."):
        found = _BRACKET.search(tail)
        found = found if found and is_credit(found["inside"], zones) else None
    return end - len(found["credit"]) if found and len(tail) > len(found["credit"]) + 1 else end


def is_credit(inside: str, zones: ZoneWords) -> bool:
    """Whether the words in brackets name who took a picture: `Photo by Ada Fry`, `Ada Fry/Isle Press`."""
    parts = [part for part in re.split(r"[\s/]+", inside) if part]
    named = any(part.strip(",:").casefold() in zones.credit for part in parts)
    slashed = "/" in inside.strip("/ ") and all(part[0].isupper() for part in parts)
    return (named or slashed) and len(parts) <= 12


def why_printed(text: str, block: Block, words: LabelWords, zones: ZoneWords, names: frozenset[str]) -> str:
    """Why a paragraph without a label inside a turn is nobody's speech, "" where it may well be.

    `names` are the words of all labels.
    """
    line = text[block.start : min(block.end, block.start + 2 * CAPTION)]
    opens, colon, rest = line[:NOTE].partition(":")
    if colon and rest.strip() and key_of(opens) in words.appended and _is_note(opens, line, words, names):
        return "a note, not the speaker's"
    if len(line) <= POST and _HANDLE.match(line):
        return POSTED
    if len(line) <= CAPTION and credit_from(text, block.start, block.end, zones) < block.end:
        return "a caption: a short paragraph that ends in a picture's credit"
    found = _SOURCE.search(line) if len(line) <= CAPTION and len(line.split()) >= SHORTEST else None
    if found and line[0].isupper() and _is_a_name(found["source"]):
        return "a caption: no sentence, and a source in brackets"
    return ""


def _is_note(opens: str, line: str, words: LabelWords, names: frozenset[str]) -> bool:
    """Whether somebody else than the speaker notes this: `Editor's note: ...`; a plain `Note:` names a speaker, or is no sentence.

    `Note: so it is.` may well be said.
    """
    if " " in opens.strip() or key_of(opens) not in words.never:
        return True
    return line[-1] not in CLOSERS or not (names.isdisjoint(_WORD.findall(line)) or words.oneself.search(line))


def _is_a_name(source: str) -> bool:
    parts = source.split()
    return len(parts) <= 5 and all(part[0].isupper() and part[-1].isalpha() and not part.isupper() for part in parts)


def headings(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[object]]) -> dict[int, str]:
    """Short lines like those that stand right above a label elsewhere in the document: headings of its parts.

    The first lines of the document are its title and say nothing of its headings.
    """
    likely = [at for at, block in enumerate(blocks) if block.zone is Zone.HEADING and not heads[at]]
    first = next((at for at, labels in enumerate(heads) if labels), len(blocks))
    above = {_look(text, blocks[at]) for at in likely if at > first and at + 1 < len(blocks) and heads[at + 1]}
    return {at: "a heading like those above labels" for at in likely if at > first and _look(text, blocks[at]) in above}


def _look(text: str, block: Block) -> tuple[bool, bool]:
    """How a heading is set: in capitals, in a few words."""
    line = text[block.start : block.end]
    return line.isupper(), len(line.split()) <= 4


def italics(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[object]]) -> dict[int, str]:
    """The paragraphs without a label wholly in italics, where these are few: `*The lights go out.*`."""
    body = [at for at, block in enumerate(blocks) if block.zone is Zone.BODY]
    found = [
        at
        for at in body
        if text[blocks[at].start] in "*_<" and not heads[at] and _ITALIC.match(text[blocks[at].start : blocks[at].end])
    ]
    return dict.fromkeys(found if len(found) <= ITALICS * len(body) else [], "wholly in italics, as few others are")


def pull_quotes(text: str, blocks: Sequence[Block], heads: Sequence[Sequence[object]]) -> dict[int, str]:
    """The paragraphs without a label wholly in quotation marks whose words somebody says elsewhere, with who is named below.

    `“I was asleep, to be honest.”` and below it `— Ana Velt`.
    """
    quoted = {
        at: " ".join(text[block.start : block.end].strip('“”"„«». ').casefold().split())
        for at, block in enumerate(blocks)
        if not heads[at] and block.end - block.start <= 350 and _QUOTED.match(text[block.start : block.end])
    }
    if not quoted:
        return {}
    spoken = " ".join(
        " ".join(text[block.start : block.end].casefold().split())
        for at, block in enumerate(blocks)
        if at not in quoted
    )
    found = {at for at, words in list(quoted.items())[:MOST_QUOTED] if words in spoken}
    signed = {
        at + 1 for at in found if at + 1 < len(blocks) and _is_signed(text, (blocks[at + 1].start, blocks[at + 1].end))
    }
    return dict.fromkeys(found | signed, "a pull quote: somebody says these words elsewhere")


def _is_signed(text: str, span: Span) -> bool:
    line = text[span[0] : span[1]]
    return len(line) <= POST and bool(_SIGNED.match(line)) and line[-1] not in ".?!"
