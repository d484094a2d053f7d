"""Transcripts as XML: parliaments and corpora write who speaks into an attribute or an element of its own.

No schema is known here, only shapes: an element that names a speaker and holds words is a turn, what else has words is a
paragraph, and nothing is left out but the header.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields
from quotedb.reading.speech.cues import UNKNOWN

_HEAD = re.compile(r"\s*<(?:\?xml\b|[A-Za-z_][\w.:-]*[\s>])")
#: Names of attributes and of elements that say who speaks; those of the second kind say so only where names come back.
_SPEAKER = frozenset({"speakername", "speaker", "speaker_name", "who", "spokenby", "orator", "talker"})
_SOMEBODY = frozenset({"by", "from", "name", "person", "actor", "author"})
#: What a document says of itself.
_HEADER = frozenset({"teiheader", "meta", "metadata", "head.info", "header.info", "identification"})
#: Words and marks of a sentence, each an element of its own.
_TOKENS = frozenset({"w", "pc", "tok", "token", "g", "c"})
#: Where a page or a column of the print begins: its number stands between the words.
_PAGES = frozenset({"col", "column", "page", "pb", "pagebreak"})
#: Notes of what happened, which nobody said.
_NOTED = frozenset({"stage", "note", "kommentar", "incident", "kinesic", "vocal", "comment", "didascalie"})
_CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\dT)?(\d{1,2}:\d\d(?::\d\d)?)")
_ENDS = ":.–—- \t\n"
_STOPS = ".!?…"
#: Elements that are speech by their name: there a key of the second kind is as good as one of the first.
_SPOKEN = frozenset({"speech", "utterance", "intervention", "intervento"})
#: How a paragraph begins that a reader would take for a speaker's.
_LABELLED = re.compile(r"[^\W\d_][^:.?!\n]{0,60}:\s")
#: The words of all turns are this share of the document's, and so many of their elements name somebody.
_WORDS, _NAMED = 0.4, 0.6
#: An element before a label is data about the speaker where so much of it stands in the label again.
_AGAIN = 0.5


def is_xml(text: str, suffix: str) -> bool:
    """Whether `text` is XML: it declares that, or its suffix does and it begins with a tag."""
    head = text[:200].lstrip()
    return head.startswith("<?xml") or (suffix == ".xml" and _HEAD.match(head) is not None)


def is_transcript(text: str) -> bool:
    """Whether an XML text names speakers."""
    root, _ = _parsed(text)
    return root is not None and bool(_speech(root))


def read_xml(text: str, name: str) -> tuple[str, Fields, str | None, tuple[str, ...]]:
    """The document as paragraphs, those of a speaker behind `Name:`, its title and language, what is wrong with the file, and who speaks.

    Raises UnreadableSource where no words are in it, and where part of them would be lost.
    """
    root, errors = _parsed(text)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in errors):
        raise UnreadableSource(
            f"{name} is nested so deeply that part of it would be lost; save it as text and ingest that"
        )
    speech = _speech(root) if root is not None else {}
    written = "\n\n".join(_Writer(speech).written(root)) if root is not None else ""
    if not written:
        raise UnreadableSource(f"{name} is an XML file without any words; check that it was saved in full")
    titles = (_words(element) for element in root.iter() if _tag(element) in ("title", "doctitle", "headline"))
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    broken = (
        f"The XML breaks in line {errors[0].line}, so part of it may be missing: save it again." if errors else None
    )
    return (
        written + "\n",
        clean_fields({"title": next(filter(None, titles), None), "language": language}, strict=False),
        broken,
        tuple(dict.fromkeys(speech.values())),
    )


def _parsed(text: str) -> tuple[Any, list[Any]]:
    """The root element, None where there is none, and the fatal errors."""
    from lxml import etree  # here: only XML needs it

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True,
        encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.lstrip().encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, list(parser.error_log.filter_from_fatals())


def _speech(root: Any) -> dict[Any, str]:
    """The elements that are turns, each with its speaker: of the tags that name somebody the one that holds the most words."""
    names = _persons(root)
    kinds: dict[tuple[str, bool], dict[Any, str]] = defaultdict(dict)
    counts: Counter[str] = Counter()
    for element in root.iter():
        tag = _tag(element)
        counts[tag] += 1
        for sure, keys in ((True, _SPEAKER), (False, _SOMEBODY)):
            speaker = _speaker(element, keys, names)
            if speaker:
                kinds[tag, sure][element] = speaker
                break
    whole = len("".join(root.itertext()).split())
    fitting = []
    for (tag, sure), found in kinds.items():
        words = sum(len("".join(element.itertext()).split()) for element in found)
        back = sure or tag in _SPOKEN or len(found) > len(set(found.values()))
        if len(found) > 1 and len(found) >= _NAMED * counts[tag] and words >= _WORDS * whole and back:
            fitting.append((not sure, len(found), tag, found))
    if not fitting:
        return {}
    _, _, tag, found = min(fitting, key=lambda one: one[:3])
    # what is marked as a turn and names nobody is said by somebody unknown
    return {
        element: found.get(element, UNKNOWN)
        for element in root.iter()
        if _tag(element) == tag and _words(element) and not element.get("nospeaker")
    }


def _speaker(element: Any, keys: frozenset[str], names: dict[str, str]) -> str:
    """Who speaks in an element, by its attributes, by its first child, or by a note before it; "" where none says so."""
    for child in element[:2]:
        if _tag(child) in keys and not (element.text or "").strip():
            return _words(child).rstrip(_ENDS)
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].lower() in keys and value.strip():
            note = element.getprevious()
            if value.startswith("#") and note is not None and note.get("type") == "speaker":
                return _words(note).rstrip(_ENDS)
            bare = value.strip().lstrip("#")
            return " ".join(names.get(bare, bare).split()).rstrip(_ENDS) if _words(element) else ""
    return ""


def _persons(root: Any) -> dict[str, str]:
    """The names that a document gives for the keys of its speakers."""
    found: dict[str, str] = {}
    for element in root.iter():
        if _tag(element) not in ("person", "tlcperson", "speaker"):
            continue
        shown = (element.get("showAs") or element.get("name")) or next(
            (_full_name(child) for child in element.iter() if "name" in _tag(child)), ""
        )
        for key, value in element.attrib.items():
            if shown and key.rpartition("}")[2].lower() in ("id", "eid"):
                found[value] = shown
    return found


def _full_name(element: Any) -> str:
    """A name as it is spoken: a corpus may put the surname first."""
    parts = [child for child in element if "name" in _tag(child)]
    return " ".join(_words(part) for part in sorted(parts, key=lambda part: "sur" in _tag(part))) or _words(element)


class _Writer:
    """The words of a document by paragraphs, in their order; a turn's first one stands behind its speaker's name."""

    def __init__(self, speech: dict[Any, str]) -> None:
        self.speech = speech
        self.done: list[str] = []
        self.said: list[str] = []
        self.turn: Any = None  #: the turn that is open
        self.label = ""  #: what stands before its next words
        self.heading = False

    def written(self, root: Any) -> list[str]:
        """Walks without recursion, since a document may be nested as deep as it likes."""
        from lxml import etree

        # of each open element: is it part of a line, are its children, is it left out
        around: list[tuple[bool, bool, bool]] = [(False, False, False)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                inline = around[-1][1] or _tag(element) in _TOKENS
                left_out = self._is_left_out(element)
                around.append((inline, inline or _tag(element) in _NOTED or _is_mixed(element), left_out))
                if not inline:
                    self._end_paragraph()
                if left_out:
                    walk.skip_subtree()
                else:
                    self._open(element)
            else:
                inline, _, left_out = around.pop()
                if not left_out:
                    self._close(element)
                if not inline:
                    self._end_paragraph()
                self.said.append(_space_behind(element) + (element.tail or ""))
                if element is self.turn:
                    self.turn = None
        self._end_paragraph()
        return self.done

    def _open(self, element: Any) -> None:
        if element in self.speech and self.turn is None:
            self.turn, self.label = element, f"{_clock(element)}{self.speech[element]}: "
        self.heading = "head" in _tag(element) or "title" in _tag(element)
        self.said += [_bracket(element, "("), element.text or ""]

    def _close(self, element: Any) -> None:
        self.said.append(_bracket(element, ")"))

    def _end_paragraph(self) -> None:
        words = " ".join("".join(self.said).split())
        self.said.clear()
        if not words:
            return
        if words[0] in ":：" and self.done and self.turn is None:
            self.done[-1] += words  # the name before it was an element of its own
            return
        sentence = not self.heading or words[-1] in _STOPS  # a heading with a full stop reads as more of what was said
        if self.turn is None and self.speech and self.done and sentence and words[0] not in "([":
            words = f"[{words}]"  # between two turns, said by nobody
        if self.turn is not None and not self.label and _LABELLED.match(words):
            self.done[-1] += f" {words}"  # quoted by whoever speaks: at the head of a paragraph it would be a label
            return
        self.done.append(self.label + words)
        self.label = ""

    def _is_left_out(self, element: Any) -> bool:
        """The header, a speaker's name where it is the label, and what names the speaker again before the label itself."""
        if _tag(element) in _HEADER or element.get("type") == "speaker":
            return True
        if _tag(element) in _PAGES and _words(element).isalnum():
            return True
        parent = element.getparent()
        if parent is None:
            return False
        if parent in self.speech and element in parent[:2] and _words(element).rstrip(_ENDS) == self.speech[parent]:
            return True
        tail = (element.tail or "").strip()
        if (
            not tail
            or not len(element)
            or any(_words(before) or before.tail for before in element.itersiblings(preceding=True))
        ):
            return False
        parts = [part.strip() for part in element.itertext() if part.strip()]
        return sum(part in tail for part in parts) >= _AGAIN * len(parts)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _space_behind(element: Any) -> str:
    """The space behind a word that is an element of its own; none before a mark."""
    following = element.getnext()
    marked = following is not None and _tag(following) == "pc"
    return " " if _tag(element) == "w" and not marked and not element.tail and element.get("join") is None else ""


def _is_mixed(element: Any) -> bool:
    """Whether words stand between the children of an element: then these are parts of its lines."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _bracket(element: Any, bracket: str) -> str:
    """A bracket around a note that has none."""
    if (
        _tag(element) not in _NOTED
        or _tag(element.getparent() if element.getparent() is not None else element) in _NOTED
    ):
        return ""
    return "" if _words(element)[:1] in ("", "(", "[") else bracket


def _clock(element: Any) -> str:
    """The time of day or of the recording at which a turn begins, as `[14:02] `."""
    for key in ("time", "start", "begin"):
        found = _CLOCK.match(element.get(key, ""))
        if found:
            return f"[{found[1]}] "
    return ""
