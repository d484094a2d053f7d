"""Frames that a document makes its own: the same marks, counter or verb round every label, on a surface that nobody listed.

`«Ana Velt» Good evening`, `Turn 3: Ana Velt: Good evening`, `Ana Velt has the floor: Good evening`: what stands round the
labels comes back from line to line, figures aside.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.surfaces import Head

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.zones.lines import Line

#: A frame stands so often, at least; so many labels, at least, stand in it, and come back so often on average.
FEWEST, VOICES, BACK = 6, 2, 1.25
#: So large a share of the paragraphs stands in the frame.
COVERED = 0.4
#: What stands behind a label at the head of its line on surfaces that are known; how much a label in a frame looks like one.
KNOWN, KNOWN_ALONE, NAMED_SO = (
    frozenset({"", ":", ".", "-", "--", "–", "—", "|", ">", ">>", ";"}),
    frozenset({"", ":", "."}),
    0.45,
)
#: A frame with its label is no longer (characters); so many pieces at most stand before the label.
REACH, PIECES = 140, 3
#: What may stand before a label: marks; something with a figure; a counter in letters; a word with a colon.
_PIECE = re.compile(
    r"(?:<[^<>\n]{1,80}>[ \t]*)+|\\[a-z]{2,12}[\[{]|\[[a-z]{1,8}=|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4},?[ \t]+|(?:[^\w\s]|_){1,4}[ \t]*"
    r"|(?:[^\W\d_]{1,8}\.?[ \xa0=:]{1,2})?[^\s\d]{0,2}\d[\w.,:'′\"″/-]{0,24}(?:[^\w\s]{0,2}[ \t]+|[^\w\s]{1,2})"
    r"|[\[(]?(?:[ivxl]{1,5}|[a-z])[\]).][ \t]+|o[ \t]+|[^\W\d_]{2,12}(?::|[ \t][–—-]|=)[ \t]*|[Bb]y[ \t]+"
)
#: The label and what stands behind it: marks, or small words and a mark, or the end of the line.
_FRAMED = re.compile(
    r"(?P<label>[^\W\d_][^\n:|<>{}\[\]«»\"“”„=~#*/\\→]{0,58}?)"
    r"(?P<after>[ \t]*(?!\.(?!\.)|\)?,|-\w|[’'][^\W\d_])(?:[^\w\s,&]|_){1,5}(?=[\s\"“A-ZÀ-Þ¿¡]|\Z)"
    r"|[}\]]?[ \t]*(?:</[\w:-]{1,12}>|\[/[a-z]{1,8}\])+:?(?:[ \t]*<[^<>\n]{1,40}>)*|[}\]]{1,2}:?[{(]?(?=\S)"
    r"|(?:[ \t][^\W\d_A-ZÀ-Þ]{2,14}){1,4}(?::|,(?=[ \t][\"“A-ZÀ-Þ])|[ \t][–—-])(?=\s|\Z)|\Z)"
)
_FIGURES = re.compile(r"\d+")
_COUNTER = re.compile(r"(?<![^\W\d_])(?:[ivxl]{1,5}|[a-z])(?=[\]).])")
_WORDS = re.compile(r"[^\W\d_]+")


def framed_heads(
    text: str, lines: Sequence[Line], words: LabelWords, plausible: Callable[[str], float], paragraphs: int
) -> list[Head]:
    """The candidates that stand in the commonest frame of a document; [] where there is none."""
    found: dict[tuple[str, str], list[Head]] = defaultdict(list)
    for number, line in enumerate(lines):
        at, stop = line.start, min(line.end, line.start + REACH)
        for _ in range(PIECES + 1):
            frame = _FRAMED.match(text, at, stop)
            known = (
                frame
                and at == line.start
                and frame["after"].strip() in (KNOWN if frame.end() < line.end else KNOWN_ALONE)
            )
            if (
                frame
                and not known
                and (frame["after"] or (at > line.start and stop == line.end))
                and plausible(frame["label"]) >= NAMED_SO
            ):
                body = frame.end()
                while body < line.end and text[body].isspace():
                    body += 1
                bare = body >= line.end
                form = _folded(text[line.start : at]), _verbs(frame["after"], words) + "\n" * bare
                surface = "framed own line" if bare else "framed"
                found[form].append(
                    Head(
                        number, *frame.span("label"), min(body, line.end), frame["label"], surface, bare,
                        inset=line.indent > 0, above=line.start,
                    )
                )  # fmt: skip
            piece = _PIECE.match(text, at, stop)
            if piece is None:
                break
            at = piece.end()
    return max((heads for heads in found.values() if _is_used(heads, paragraphs)), key=_comebacks, default=[])


def _is_used(heads: Sequence[Head], paragraphs: int) -> bool:
    """Whether so many paragraphs stand in a frame, of few enough people, that it sets labels."""
    voices = len({head.label for head in heads})
    return len(heads) >= max(FEWEST, COVERED * paragraphs, BACK * voices) and voices >= VOICES


def _comebacks(heads: Sequence[Head]) -> int:
    """How many labels in a frame stood there before."""
    return len(heads) - len(Counter(head.label for head in heads))


def _folded(marks: str) -> str:
    """What stands before a label, whatever it counts."""
    return _COUNTER.sub("a", _FIGURES.sub("0", marks)).casefold()


def _verbs(marks: str, words: LabelWords) -> str:
    """What stands behind a label, all verbs of saying made one: `says:`, `asks:`."""
    return _WORDS.sub(lambda word: "say" if word[0] in words.saying else word[0], marks)
