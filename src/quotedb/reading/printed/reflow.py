"""Lines of pages joined to paragraphs, over the ends of pages too, with the place where each page begins."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotedb.reading.printed.pagelines import PageLine, usual_blanks
from quotedb.reading.speech.spacing import space_between

_INDENT = 2  # columns; a line that is set in less is set crookedly
_FULL = 0.8  # of the width; a line that leaves more room than that for the next word is the last of its paragraph
_CLOSED = re.compile(r"[.?!…:。？！؟۔।][\"”’»')\]]*\Z|[)\]]\Z")
#: fewer lines without a label do not show where the lines of a page begin
_FEWEST_BODY = 4
#: a turn may begin on a line of its own between full lines: "Q. ", "Mara Olin: ", "Mr. OLIN. "
_LABEL = re.compile(r"[QA][.:]?\s|[^\W\d_a-z][^:]{0,40}:(?:\s|\Z)|(?:M[rs]+\. )?[A-Z][A-Z.'’ -]{2,40}\. ")
_HYPHEN = re.compile(r"([^\W\d_]+)-\Z")
_TIGHT_END = re.compile(r"[^\W_][—–]\Z|\d-\Z")  # a dash without a space before it has none behind it
_TIGHT_HEAD = re.compile(r"[—–][^\W_]")
_HANGING = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"})  # "two- and threefold"
_WORD_HEAD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the document is set."""

    blanks: int  #: blank lines between the lines of one paragraph: 0, or 1 where it is double-spaced
    width: int  #: columns of a full line
    inset: bool  #: paragraphs begin with a line that is set in or out, the next ones are not


def reflow(pages: Sequence[Sequence[PageLine]]) -> tuple[str, tuple[int, ...]]:
    """The text, a blank line between paragraphs, and for each page the offset at which it begins.

    A paragraph ends at a wider gap, before a line that is set in (or set out, where paragraphs hang), and behind a
    line with room for the next word. A page without text begins where the next one does.
    """
    setting = _setting(pages)
    vocabulary = _vocabulary(pages)
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    before: PageLine | None = None
    for page in pages:
        body = _body_indent(page)
        here = replace(setting, width=_page_width(page, setting.width))
        fresh = True
        waiting = len(starts)
        starts.append(-1)
        for line in page:
            text = line.text
            if before is not None:
                if _begins(before, line, here, body, fresh=fresh):
                    separator = "\n\n"
                else:
                    separator, text = _sewn(parts, text, vocabulary)
                    if separator == "-":
                        length -= 1
                        separator = ""
                parts.append(separator)
                length += len(separator)
            if fresh:
                starts[waiting] = length
            parts.append(text)
            length += len(text)
            before, fresh = line, False
    text = "".join(parts) + ("\n" if parts else "")
    following = len(text)
    for number in range(len(starts) - 1, -1, -1):
        following = starts[number] = starts[number] if starts[number] >= 0 else following
    return text, tuple(starts)


def _setting(pages: Sequence[Sequence[PageLine]]) -> _Setting:
    widths = sorted(line.width for page in pages for line in page)
    full = widths[int(len(widths) * 0.9)] if widths else 0
    return _Setting(usual_blanks(pages), full, _has_inset_heads(pages))


def _page_width(page: Sequence[PageLine], usual: int) -> int:
    """A page in columns has full lines that are shorter than those of the other pages; a page of short turns has not."""
    widths = sorted(line.width for line in page)
    own = widths[int(len(widths) * 0.9)] if widths else usual
    full = sum(width >= 0.85 * own for width in widths)
    return own if own < 0.65 * usual and len(widths) >= 20 and full >= 0.5 * len(widths) else usual


def _has_inset_heads(pages: Sequence[Sequence[PageLine]]) -> bool:
    """Whether a line that does not begin where most do is mostly followed by one that does."""
    alone = together = 0
    for page in pages:
        body = _body_indent(page)
        for line, following in itertools.pairwise(page):
            if abs(line.indent - body) >= _INDENT:
                alone += following.indent == body
                together += following.indent == line.indent
    return alone > together


def _body_indent(page: Sequence[PageLine]) -> int:
    """Where most lines of a page begin that no label opens; the outermost of two that are as frequent.

    Where questions and answers are a line each, most lines open with a label, and what goes on does so at the margin.
    """
    indents = Counter(line.indent for line in page if not _LABEL.match(line.text))
    indents = indents if indents.total() >= _FEWEST_BODY else Counter(line.indent for line in page)
    return min(indents, key=lambda indent: (-indents[indent], indent)) if indents else 0


def _begins(before: PageLine, line: PageLine, setting: _Setting, body: int, *, fresh: bool) -> bool:
    """Whether `line` begins a paragraph."""
    if not fresh and line.blanks > setting.blanks:
        return True
    if abs(line.indent - body) >= _INDENT:
        beside = line.indent == before.indent and not fresh
        if not beside or (setting.inset and _CLOSED.search(before.text)):
            return True
    if _HYPHEN.search(before.text) and line.text[0].islower():
        return False
    if (_LABEL.match(line.text) or _is_apart(line.text, before.text)) and _CLOSED.search(before.text):
        return True
    room = setting.width * _FULL - before.width
    first = line.text.split(" ", 1)[0]
    if room > len(first) + 1:
        return True
    closed = _CLOSED.search(before.text) is not None
    return closed and fresh and before.width < setting.width * 0.9


def _is_apart(line: str, before: str) -> bool:
    """Whether a line is what a record says of itself: in brackets (`(Whereupon, ...`), or a heading in capitals."""
    bracket = line[0] in "([" and line[1:2].isupper()
    return bracket or (line.isupper() and line[-1].isalpha() and " " in line and not before.isupper())


def _vocabulary(pages: Sequence[Sequence[PageLine]]) -> Counter[str]:
    """How often each word, hyphens included, stands inside a line."""
    return Counter(word.casefold() for page in pages for line in page for word in _WORDS.findall(line.text))


def _sewn(parts: list[str], text: str, vocabulary: Counter[str]) -> tuple[str, str]:
    """What comes between two lines of a paragraph ("-": take the hyphen away), and the second line."""
    last = parts[-1]
    if last.endswith("\u00ad"):
        parts[-1] = last[:-1]
        return "-", text
    head, tail = _HYPHEN.search(last), _WORD_HEAD.match(text)
    if not head or not tail or tail[0] in _HANGING:
        tight = not head and (_TIGHT_END.search(last) or _TIGHT_HEAD.match(text))
        return ("" if tight else space_between(last, text)), text
    if not tail[0][0].islower():
        return "", text
    whole, hyphened = (head[1] + tail[0]).casefold(), f"{head[1]}-{tail[0]}".casefold()
    # a hyphen at the end of a line is dropped only where the document itself writes the word without one
    if vocabulary[whole] and not vocabulary[hyphened]:
        parts[-1] = last[:-1]
        return "-", text
    return "", text
