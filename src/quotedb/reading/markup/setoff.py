"""What a page sets off as somebody's words by markup alone: block quotations with their source, posts of other services.

Plain text has no such markup: there quotation marks show whose words they are, and a dash before the name who said
them. A block quotation that names no source, and that no colon announces, may be anything, and gets no marks.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.reading.markup.blocks import TextBlock

#: Outer and inner marks by language; English ones for all others.
_MARKS = {"de": ("„“", "‚‘"), "fr": ("«»", "“”")}
_ENGLISH = ("“”", "‘’")
OPENING = tuple("“„«‹\"‘'‚「『")
_DASHES = tuple("—–―-")
#: Class names of the box round a quotation, and of the line in it that says who is quoted.
_BOX_CLASS = re.compile(r"(?:^|[-_])(?:block)?quote(?:[-_](?:block|box|card|item|container|wrapper))?\Z", re.IGNORECASE)
_SOURCE_CLASS = re.compile(
    r"(?:^|[-_])(?:author|source|attribution|attrib|cite|citation|quotee|byline|name|credit|speaker|footer|caption)\Z",
    re.IGNORECASE,
)
#: What a post of another service ends with: `— Mara Olin (@olin_tarn) March 11, 2024`.
_POSTED = re.compile(r"[—–-]\s[^\n]{1,80}?\(@[\w.@-]+\)")
#: What such a post holds for its pictures.
_PICTURE = re.compile(r"(?:\s*(?:(?:pic\.(?:twitter|x)\.com|https?://t\.co)/\w+|\[image or embed\]))+\s*\Z")
_MOST_WORDS_OF_SOURCE = 15
_FEWEST_BEFORE_COLON = 4
#: A pair of marks with so many words between, as in a caption that quotes somebody.
_QUOTING = re.compile(r"[“„«\"]\s*(?=[^“”„«»\"]{12,})(?:[^“”„«»\"\s]+\s+){2,}[^“”„«»\"]+[”“»\"]")
_LABEL = re.compile(r"[^\W\d_][^:\n]{0,40}:\s")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def marks_of(language: str, inner: bool = False) -> str:
    """The opening and the closing mark that a language puts round somebody's words."""
    return _MARKS.get(language[:2].lower(), _ENGLISH)[inner]


def is_box(element: Any) -> bool:
    """Whether an element holds a quotation and maybe its source: <blockquote>, a <figure> round one, class "quote"."""
    if element.tag == "blockquote":
        return True
    if element.tag == "figure":
        return next(element.iterdescendants("blockquote"), None) is not None
    return element.tag in ("div", "section") and any(map(_BOX_CLASS.search, element.get("class", "").split()))


def is_source(element: Any) -> bool:
    """Whether an element of a quotation's box says who is quoted."""
    if element.tag in ("footer", "figcaption"):
        return True
    if element.tag == "cite":  # the last thing in its place, or else a label or the title of a book
        return not (element.tail or "").strip() and element.getnext() is None
    return element.tag in ("p", "div", "span") and any(map(_SOURCE_CLASS.search, element.get("class", "").split()))


def quotes_somebody(element: Any) -> bool:
    """Whether a caption holds words in quotation marks, more than a title has."""
    return _QUOTING.search("".join(element.itertext())) is not None


def with_marks(blocks: list[TextBlock], language: str) -> list[TextBlock]:
    """The blocks with marks round what a box quotes from somebody who is named, and a dash before the name."""
    out: list[TextBlock] = []
    groups = [list(group) for _, group in itertools.groupby(blocks, key=lambda block: block.box)]
    for at, group in enumerate(groups):
        if not group[0].box:
            out.extend(group)
            continue
        group = list(_sources_known(group))
        body = [block for block in group if not block.source]
        after = groups[at + 1][0].text if at + 1 < len(groups) else ""
        if body and not _is_talk(body) and (len(body) < len(group) or _is_announced(out, after)):
            group = _marked(group, marks_of(language))
        out.extend(group)
    return out


def _sources_known(group: list[TextBlock]) -> Iterator[TextBlock]:
    """The blocks of a box, the last taken for its source where a dash and a few words say so."""
    for at, block in enumerate(group):
        last = at == len(group) - 1 and at > 0
        dashed = block.text.startswith(_DASHES) and block.words <= _MOST_WORDS_OF_SOURCE and block.text[-1] != "."
        yield replace(block, source=True) if last and (dashed or _POSTED.match(block.text)) else block


def _is_talk(body: list[TextBlock]) -> bool:
    """Whether a box holds labels, headings or a list: then it is set in for its looks."""
    labels = sum(bool(block.lead) or _LABEL.match(block.text) is not None for block in body)
    return 2 * labels > len(body) or any(block.tag in _HEADINGS or block.tag in ("li", "dt", "tr") for block in body)


def _is_announced(before: list[TextBlock], after: str) -> bool:
    """Whether a colon stands before a box, behind more words than a label has, or a name behind a dash below it."""
    if before and before[-1].text.endswith(":") and before[-1].words >= _FEWEST_BEFORE_COLON:
        return True
    named = after.startswith(_DASHES) and len(after.split()) <= _MOST_WORDS_OF_SOURCE
    return named and after.lstrip("—–―- ")[:1].isupper() and after[-1] not in ".?!:"


def _marked(group: list[TextBlock], marks: str) -> list[TextBlock]:
    """A mark at the head of every paragraph and behind the last, as print sets them, where there is none yet."""
    said = [at for at, block in enumerate(group) if not block.source]
    bare = not any(group[at].text.startswith(OPENING) for at in said[:1])
    inner = any(marks[0] in group[at].text for at in said)  # an open mark before others would seem a stray one
    out = []
    for at, block in enumerate(group):
        text = block.text
        if block.source:
            out.append(replace(block, text=text if text.startswith(_DASHES) else f"— {text}", lead="", soft=True))
            continue
        text = _PICTURE.sub("", text)
        if bare and text:
            text = (text if block.soft and at else marks[0] + text) + (marks[1] if inner or at == said[-1] else "")
        out.append(replace(block, text=text))
    return [block for block in out if block.text]
