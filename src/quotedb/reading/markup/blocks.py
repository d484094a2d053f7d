"""An HTML page as a list of blocks of text: paragraphs, headings, list items, lines of tables, preformatted text.

Walks the tree once, without recursion, so a page nested a thousand deep is a page like any other.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quotedb.reading.markup.setoff import OPENING, is_box, is_source, marks_of, quotes_somebody

#: elements that begin and end a block; all others stand inside a line
_BLOCK_TAGS = frozenset({
    "html", "body", "main", "article", "section", "div", "header", "hgroup", "address", "center", "fieldset",
    "form", "details", "summary", "figure", "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "xmp",
    "listing", "hr", "ul", "ol", "menu", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "caption",
    "tr", "td", "th", "figcaption", "footer",
})  # fmt: skip
#: blocks whose kind of place is that of their parent: what stands beside them is like them
_LEAVES = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "summary", "caption", "tr", "td", "th",
})  # fmt: skip
#: never part of what the page has to say
_SKIPPED = frozenset({
    "head", "script", "style", "noscript", "template", "nav", "aside", "footer", "figcaption", "dialog", "iframe",
    "object", "embed", "svg", "math", "canvas", "audio", "video", "map", "input", "select", "textarea", "button",
    "datalist", "rt", "rp", "amp-ad", "amp-sidebar", "amp-embed", "amp-consent", "amp-social-share",
})  # fmt: skip
_BOLD = frozenset({"b", "strong", "cite", "dfn"})
#: Blocks that may hold nothing but the name of a speaker.
_NAMING = frozenset({"p", "div", "h3", "h4", "h5", "h6", "dt"})
_BREAK, _TAB = "\x01", "\x02"  #: <br> and the end of a cell, until white space has been folded
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32)])  # no text has them, so they can stand for something
_SPACE = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\u2060"))  # hints to the typesetter, no part of the words
#: class names and ids that pages give to what stands round the text
_FURNITURE = re.compile(
    r"(?:share|sharing|social|related|recommend(?:ed|ations)?|comment\w*|disqus|newsletter|subscribe|promo|advert\w*|ads?|"
    r"sidebar|breadcrumbs?|cookies?|popup|modal|paywall|skip-link|trending|most-read|tags?|taboola|outbrain|"
    r"slider|slideshow|carousel|gallery|see-?also|sign-?up|kg-(?:cta|signup|product)-card)(?:[-_].*)?\Z"
    r"|.*[-_](?:share|sharing|newsletter|related|sign-?up|paywall|promo|subscribe|recommendations|advert)\Z",
    re.IGNORECASE,
)
#: what repeats or explains the text in the middle of it; an extractor may keep it, a transcript must not
_INTERRUPTION = re.compile(r"(?:wp-)?(?:block-)?(?:pull-?quote|caption|tooltip)(?:[-_].*)?\Z", re.IGNORECASE)
_HIDDEN_CLASSES = frozenset({"hidden", "sr-only", "visually-hidden", "screen-reader-text", "d-none"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]+")
#: class names of who speaks; "author" and "name" are those of bylines and comments too
_SPEAKER_CLASS = re.compile(
    r"(?:^|[-_\s])(?:speaker|talker|who|participant|character|interlocutor|interviewe[er]|intervenant|orateur|orador|redner)(?:[-_\s]?name)?(?:$|\s)",
    re.IGNORECASE,
)
_UNFOLDED = 100  # words; hidden parts that are longer are text that a button unfolds, such as a transcript
_EXEMPT = frozenset({"html", "body", "main", "article"})  # their classes describe the page: "has-sidebar"
_NEAR = 4  # so far above its source a box for somebody's words begins
_LONGEST_MARK = 5  # characters of the mark of a note: `[12]`


@dataclass(slots=True)
class TextBlock:
    """One block: its text, and what its markup says about it."""

    text: str
    tag: str
    place: str  #: the kind of place it stands in: tags and classes from the root down
    lead: str = ""  #: the words at its head that the page marks as a label: bold, <cite>, class "speaker", first cell
    words: int = 0
    linked: int = 0  #: words of it that are links
    soft: bool = False  #: follows a single <br>: a new line, no new paragraph
    article: int = 0  #: which <article> of the page it stands in, 0: none
    furniture: bool = False  #: stands in something named as share bar, related links, comments ...
    box: int = 0  #: which box for somebody's words it stands in, 0: none
    source: bool = False  #: says in such a box whose words they are
    caption: bool = False  #: a picture's caption that quotes somebody
    named: bool = False  #: its class says that it is who speaks


@dataclass(slots=True)
class _Open:
    """The block that is being filled."""

    tag: str = ""
    place: str = ""
    furniture: bool = False
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    lead: str = ""
    soft: bool = False
    source: bool = False
    named: bool = False


def text_blocks(root: Any, language: str = "") -> list[TextBlock]:
    """The blocks of a parsed page (an lxml element) in the order of the text, furniture marked, hidden parts gone."""
    walk = _Walk(language)
    for event, element in _events(root, walk):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    walk.flush()
    return walk.blocks


def _events(root: Any, walk: _Walk) -> Iterator[tuple[str, Any]]:
    """Start and end of every element in document order, without what is left out."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        if done:
            yield "end", element
            walk.tail(element)
        elif not isinstance(element.tag, str) or _left_out(element):
            walk.tail(element)  # comments and left-out elements still have text after them
        else:
            yield "start", element
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))


def _left_out(element: Any) -> bool:
    if element.tag in _SKIPPED:
        return not _is_quoting(element)
    if _is_note_mark(element):
        return True
    classes = element.get("class", "")
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or not _HIDDEN_CLASSES.isdisjoint(classes.lower().split())
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
        or (element.tag not in _EXEMPT and any(map(_INTERRUPTION.match, _names(element))) and not _is_quoting(element))
    )
    if element.tag == "a" and not len(element) and element.get("href"):
        return not any(map(str.isalnum, element.text or "x"))  # a sign to play or to share, no word
    return hidden and sum(len(part.split()) for part in element.itertext()) < _UNFOLDED


def _is_quoting(element: Any) -> bool:
    """Whether something that is left out elsewhere is somebody's words, or says whose words they are."""
    if element.tag in ("footer", "figcaption") and _box_of(element) is not None:
        return True
    captions = element.tag == "figcaption" or any("caption" in name.lower() for name in _names(element))
    return captions and quotes_somebody(element)


def _box_of(element: Any) -> Any:
    """The box for somebody's words that an element stands in, None for none."""
    return next((above for above in itertools.islice(element.iterancestors(), _NEAR) if is_box(above)), None)


def _is_note_mark(element: Any) -> bool:
    """The number of a note, set high, that leads to the foot of the page: no part of the words."""
    if element.tag != "sup":
        return False
    link = element.getparent() if element.getparent().tag == "a" else next(element.iterdescendants("a"), None)
    return link is not None and "#" in link.get("href", "") and sum(map(len, element.itertext())) <= _LONGEST_MARK


class _Walk:
    """The state of the walk: where we are, the open block, the blocks so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: list[TextBlock] = []
        self.places: list[str] = [""]
        self.furniture: list[bool] = [False]
        self.articles: list[int] = [0]
        self.seen_articles = 0
        self.boxes: list[int] = [0]
        self.seen_boxes = 0
        self.filled_box = -1  # a name before any words in a box is a label, behind them their source
        self.sources: list[bool] = [False]
        self.captions: list[bool] = [False]
        self.quoted = 0
        self.links = 0
        self.pre = 0
        self.row: Any = None
        self.lead_from: Any = None
        self.open = _Open()

    def enter(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCK_TAGS and self.row is None:
            self.flush()
            named = tag not in _EXEMPT and any(map(_FURNITURE.match, _names(element)))
            self.furniture.append(self.furniture[-1] or named)
            self.seen_articles += tag == "article"
            self.articles.append(self.seen_articles if tag == "article" else self.articles[-1])
            self.places.append(f"{self.places[-1]}/{_kind_of_place(element)}")
            self.enter_box(element)
            self.reopen(tag)
            if tag == "tr" and _is_line(element):
                self.row = element
            self.pre += tag in ("pre", "xmp", "listing")
            if tag in _NAMING and _SPEAKER_CLASS.search(element.get("class", "")):
                self.lead_from, self.open.named = element, True
        elif tag in ("td", "th"):  # a cell of a simple row
            self.cell()
        elif tag == "br":
            self.line_end()
        elif tag == "a" and element.get("href"):
            self.links += 1
        elif tag == "q":
            self.quotation_mark(element, 0)
        elif self.boxes[-1] and not self.open.source and self.is_box_filled() and is_source(element):
            if self.has_text(besides="—–―-"):
                self.flush()
            self.open.source = True
        elif self.lead_from is None and _is_label(element) and not self.has_text():
            self.lead_from = element
            self.open.named = bool(_SPEAKER_CLASS.search(element.get("class", "")))
        self.add(element.text)

    def leave(self, element: Any) -> None:
        tag = element.tag
        if tag == "a" and element.get("href"):
            self.links = max(0, self.links - 1)
        if tag == "q":
            self.quotation_mark(element, 1)
        elif self.open.source and tag in ("cite", "span") and not self.sources[-1] and is_source(element):
            self.flush()
        if tag == "time" or _is_beside_another(element):  # set apart on the page, whatever stands behind it in the file
            self.open.parts.append(", " if self.open.source else " ")
        if element is self.lead_from:
            self.open.lead = _fold("".join(self.open.parts))
            self.lead_from = None
        if self.row is element:
            self.row = None
        if tag in _BLOCK_TAGS and self.row is None:
            self.flush()
            self.furniture.pop()
            self.articles.pop()
            self.places.pop()
            self.boxes.pop()
            self.sources.pop()
            self.captions.pop()
            self.pre -= tag in ("pre", "xmp", "listing")
            parent = element.getparent()
            self.reopen(parent.tag if parent is not None else "")

    def enter_box(self, element: Any) -> None:
        """Whether a box for somebody's words begins here, the line in it that names them, or a picture's caption."""
        box = self.boxes[-1]
        if not box and is_box(element):
            self.seen_boxes += 1
            box = self.seen_boxes
        caption = element.tag == "figcaption" or any("caption" in name.lower() for name in _names(element))
        self.sources.append(self.sources[-1] or (self.boxes[-1] == self.filled_box and is_source(element)))
        self.captions.append(self.captions[-1] or (caption and not box))
        self.boxes.append(box)

    def is_box_filled(self) -> bool:
        return self.boxes[-1] == self.filled_box or self.has_text(besides="—–―-")

    def quotation_mark(self, element: Any, side: int) -> None:
        """What a browser prints at either end of <q>, where the page has not written it there itself."""
        self.quoted -= side
        if not (element.text or "").lstrip().startswith(OPENING):
            self.open.parts.append(marks_of(self.language, self.quoted > 0)[side])
        self.quoted += 1 - side

    def tail(self, element: Any) -> None:
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self.open.parts.append(text.translate(_CONTROLS))
            if self.links:
                self.open.linked += len(text.split())

    def cell(self) -> None:
        """Cells of a line stand behind each other; the first is its label, where the table is a conversation."""
        if self.has_text():
            self.open.lead = self.open.lead or _fold("".join(self.open.parts))
            self.open.parts.append(_TAB)

    def line_end(self) -> None:
        """A <br> ends a line, and a second one the paragraph; each line may have a label of its own."""
        if self.pre or self.row is not None:
            self.open.parts.append(_BREAK)
            return
        soft = self.has_text()
        self.flush()
        self.open.soft = soft

    def has_text(self, besides: str = "") -> bool:
        return any(part.strip().strip(besides).strip() for part in self.open.parts if part != _BREAK)

    def reopen(self, tag: str) -> None:
        place = self.places[-1]
        self.open = _Open(tag, place.rpartition("/")[0] if tag in _LEAVES else place, self.furniture[-1])
        self.open.source = self.sources[-1]

    def flush(self) -> None:
        opened, self.lead_from = self.open, None
        joined = "".join(opened.parts).translate(_INVISIBLE)
        text = joined.replace(_BREAK, "\n").strip("\n").rstrip() if self.pre else _fold(joined)
        if text.strip():
            words = len(text.split())
            if self.boxes[-1] and not opened.source:
                self.filled_box = self.boxes[-1]
            lead = opened.lead.translate(_INVISIBLE)
            linked = min(opened.linked, words)
            self.blocks.append(
                TextBlock(
                    text,
                    opened.tag,
                    opened.place,
                    lead,
                    words,
                    linked,
                    opened.soft,
                    self.articles[-1],
                    opened.furniture,
                    self.boxes[-1],
                    opened.source,
                    self.captions[-1],
                    opened.named,
                )
            )
        self.open = _Open(opened.tag, opened.place, opened.furniture, source=self.sources[-1])


def _is_line(row: Any) -> bool:
    """Whether a table row is a line of text: no paragraphs in its cells, and not the only row, as in page layouts."""
    if row.getnext() is None and row.getprevious() is None:
        return False
    return next(row.iterdescendants(*_BLOCK_TAGS - {"td", "th"}), None) is None


def _fold(text: str) -> str:
    """White space as a browser shows it: runs are one space, <br> a line end; no-break spaces count one by one."""
    lines = [_SPACE.sub(" ", line).strip(" ") for line in text.split(_BREAK)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).replace("\u00a0", " ").strip("\n ").replace(_TAB, "\t")


def _is_beside_another(element: Any) -> bool:
    """Whether a <span> of another class follows at once: `<span class="clock">9:00</span><span class="who">Velt</span>`."""
    following = element.getnext() if element.tag == "span" and not element.tail else None
    if following is None or following.tag != "span":
        return False
    own, other = element.get("class"), following.get("class")
    return bool(own and other and own != other)


def _names(element: Any) -> list[str]:
    return [*element.get("class", "").split(), *element.get("id", "").split()]


def _kind_of_place(element: Any) -> str:
    """Tag, classes and id; figures are left out, for "turn-17" and "turn-18" are one kind of place."""
    classes = " ".join(sorted(element.get("class", "").split()))
    name = element.get("id", "")
    if any(character.isdigit() for character in name):
        name = ""
    return f"{element.tag}.{_FIGURES.sub('', classes)}#{name}".replace("/", "")


def _is_label(element: Any) -> bool:
    return element.tag in _BOLD or (
        element.tag in ("span", "em", "i", "a", "u") and bool(_SPEAKER_CLASS.search(element.get("class", "")))
    )
