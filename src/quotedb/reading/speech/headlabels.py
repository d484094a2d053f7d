"""`Name:` or `[Name]` at the head of a caption, or inside one: whose words follow, where the format itself has no field for it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import regex

from quotedb.reading.speech.cues import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from quotedb.reading.speech.cues import Cue

_LONGEST_PARTICLE = 3  # letters of a word in a name that needs no capital: "van", "de", "al"
_HEAD = re.compile(
    r"(?:>>+\s*|[-–]\s*(?=\S))?(?P<label>[^\s:\[(][^:\n]{0,58}?)\s?(?::(?=\s|\Z)|：)\s*(?P<words>.*)\Z", re.DOTALL
)
_BRACKET = re.compile(
    r"(?:>>+\s*|[-–]\s*(?=\S))?(?:\[(?P<square>[^\[\]:\n]{2,60})\]|\((?P<round>[^():\n]{2,60})\)):?\s*(?P<words>.*)\Z",
    re.DOTALL,
)
_CHANGE = re.compile(r"(?:>>+|[-–])\s*")
_DASH = re.compile(r"[-–]\s*\S")
_FEWEST = 3  # cues: in fewer a name above the words may be a title
_WORD = regex.compile(r"\(?[\p{Lu}\p{Lt}\p{Lo}\d#][\p{L}\p{M}\d.,'’_&#/-]*\)?\Z")
_LETTER = regex.compile(r"\p{L}")
_CLOSED = re.compile(r"[.?!…。？！؟۔।♪\])–—-][\"”’»')\]]*\Z")
#: Where somebody else may begin inside a line: at >>, and at a few words and a colon behind the end of a sentence.
_INSIDE = re.compile(
    r"(?<=\s)(?:>>+(?=\s*\S)"
    r"|(?<=[.?!…\"”’)\]]\s)(?<!\b[MDJS][RSTrst]\.\s)(?<!\b[A-Z]\.\s)"  # Mr. Dr. St.
    r"(?=(?:[A-Z][A-Za-z]{0,3}\.\s)?[^\W\d_a-zß-öø-ÿ][^:.?!…\n]{1,40}:(?:\s+[^\sa-zß-öø-ÿ]|\s*\Z)))"
)
#: A title with its point, from which no name is cut.
_TITLE = re.compile(r"(?:>>+\s*|[-–]\s*)?[^\W\d_a-zß-öø-ÿ][^\W\d_]{0,4}\.\s\Z")


class _Piece(NamedTuple):
    """What one speaker may say of one line."""

    cue: Cue
    text: str
    first: bool  #: the line begins with it
    dialogue: bool  #: every line of its cue begins with a dash


def with_speakers(cues: Sequence[Cue]) -> list[Cue]:
    """The cues, cut at every line that begins with a speaker's name and a colon, with that name as their speaker.

    A label is a few words, all with capitals, that come back or follow the end of a sentence: what stands once in
    mid-sentence ("and I told / Maria: no") are words, and so is what stands once and is set otherwise than the labels that
    come back ("MARA: It is late. / Tomorrow: the pumps."). Cues without a label keep no speaker, but where names are given,
    a sign that somebody else speaks (>>, or dashes before the lines of one cue) without a name is an unknown speaker.
    Some programs print the name as the first line of every cue, without a colon, or in brackets, and some cut the
    words anywhere, so that a name stands inside a line.
    """
    named = _named_above(cues)
    if named:
        return named
    pieces = [*_pieces(cues)]
    pieces = _mended(pieces, {label for piece in pieces if (label := _head(piece.text)[0])})
    heads = [_head(piece.text) for piece in pieces]
    times = Counter(label for label, _ in heads if label)
    after_end = Counter(
        label for at, (label, _) in enumerate(heads) if label and (not at or _CLOSED.search(pieces[at - 1].text))
    )
    labels = {
        label for label, count in times.items() if after_end[label] >= 0.5 * count or (count >= 3 and len(times) > 1)
    }
    inside = Counter(label for (label, _), piece in zip(heads, pieces, strict=True) if label and not piece.first)
    # what stands inside lines only has to come back, and somebody else has to speak
    labels -= {label for label, count in inside.items() if count == times[label] and (count < 2 or len(labels) < 2)}
    labels -= set(_unlike(heads, times))
    known = _conversation(labels, times)
    if not known:
        heads = [_bracketed(piece.text) for piece in pieces]
        sounds = {_bracketed(cue.text)[0] for cue in cues if not _bracketed(cue.text)[1]}
        known = _names_in_brackets(Counter(label for label, _ in heads if label)) - sounds
    return _told(pieces, heads, known)


def _unlike(heads: Sequence[tuple[str, str]], times: Counter[str]) -> Iterator[str]:
    """What stands once before a colon, and, unlike the labels that come back, not in capitals or with a small letter behind it."""
    steady = [(label, words) for label, words in heads if label and times[label] > 1]
    capitals = bool(steady) and all(label.isupper() for label, _ in steady)
    begun = bool(steady) and not any(words[:1].islower() for _, words in steady)
    for label, words in heads:
        if times[label] == 1 and label and ((capitals and not label.isupper()) or (begun and words[:1].islower())):
            yield label


def _pieces(cues: Sequence[Cue]) -> Iterator[_Piece]:
    for cue in cues:
        dialogue = _is_dialogue(cue.text)
        for line in cue.text.split("\n"):
            inside = [found.start() for found in _INSIDE.finditer(line)]
            cuts = [0, *(at for at in inside if not _TITLE.match(line[:at])), len(line)]
            for start, end in itertools.pairwise(cuts):
                if start < end or not line:
                    yield _Piece(cue, line[start:end].strip(), not start, dialogue)


def _told(pieces: Sequence[_Piece], heads: Sequence[tuple[str, str]], known: Set[str]) -> list[Cue]:
    """The pieces as cues with their speakers; a label that stands alone on its line speaks the next one."""
    found: list[Cue] = []
    alone = ""
    for piece, (label, words) in zip(pieces, heads, strict=True):
        change = _CHANGE.match(piece.text) if known and (piece.dialogue or piece.text.startswith(">>")) else None
        if label in known:
            alone = "" if words else label
            if found and found[-1].text.endswith(
                ">>"
            ):  # the sign of a new voice, at the end of the line above its name
                found[-1] = replace(found[-1], text=found[-1].text.rstrip("> "))
            if words:
                found.append(replace(piece.cue, speaker=label, text=words))
        elif change and change.end() < len(piece.text):
            found.append(replace(piece.cue, speaker=UNKNOWN, text=piece.text[change.end() :]))
            alone = ""
        elif piece.first or not found:
            found.append(replace(piece.cue, speaker=alone or None, text=piece.text))
            alone = ""
        else:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {piece.text}".strip())
    return found


def _mended(pieces: Sequence[_Piece], labels: Set[str]) -> list[_Piece]:
    """The pieces, a label that was broken over two of them put together at the head of the second."""
    begins: dict[str, list[str]] = {}
    for words in map(str.split, labels):
        for at in range(1, len(words)):
            begins.setdefault(" ".join(words[at:]), []).append(" ".join(words[:at]))
    found = list(pieces)
    for at in range(1, len(found)):
        before, piece = found[at - 1].text, found[at]
        opens = piece.text[:60].partition(":")[0].rstrip()
        for begin in begins.get(opens, ()) if opens != piece.text else ():
            if before == begin or before.endswith(f" {begin}"):
                found[at - 1] = found[at - 1]._replace(text=before.removesuffix(begin).rstrip("> "))
                found[at] = piece._replace(text=f"{begin} {piece.text}")
                break
    return found


def _is_dialogue(text: str) -> bool:
    """Whether every line of a cue, and there are two or more, begins with the dash of a new voice."""
    lines = text.split("\n")
    return len(lines) > 1 and all(_DASH.match(line) for line in lines)


def _named_above(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with their first lines as speakers, where nearly every cue has a name there and names come back; else []."""
    heads = [cue.text.partition("\n") for cue in cues if cue.text]
    names = Counter(first for first, _, words in heads if words and _is_name(first))
    if len(heads) < _FEWEST or sum(names.values()) < 0.8 * len(heads) or len(names) > 0.6 * len(heads):
        return []
    named = [
        replace(cue, speaker=first, text=words) if first in names and words else cue
        for cue, (first, _, words) in zip([cue for cue in cues if cue.text], heads, strict=True)
    ]
    return named if not all(map(_alone_in_brackets, names)) else [part for cue in named for part in _each_named(cue)]


def _alone_in_brackets(line: str) -> str:
    """The name that stands on a line in brackets, `(Mara Olin)`, and nothing else; "" for any other line."""
    label, words = _bracketed(line.strip())
    return "" if words else label


def _each_named(cue: Cue) -> Iterator[Cue]:
    """A cue cut where another name in brackets stands on a line; a dash alone on a line parts the two."""
    speaker, lines = _alone_in_brackets(cue.speaker or "") or cue.speaker, list[str]()
    for line in cue.text.split("\n"):
        name = _alone_in_brackets(line)
        if name and lines:
            yield replace(cue, speaker=speaker, text="\n".join(lines))
        if name:
            speaker, lines = name, []
        elif line.strip() not in ("", "-", "–"):
            lines.append(line)
    if lines:
        yield replace(cue, speaker=speaker, text="\n".join(lines))


def _is_name(line: str) -> bool:
    words = line.split()
    plain = [word for word in words if not _WORD.match(word)]
    return (
        1 <= len(words) <= 6
        and len(plain) <= len(words) // 2
        and line[-1] not in ".?!…,:;-–—"
        and bool(
            _WORD.match(words[0]) and _WORD.match(words[-1]) and all(len(word) <= _LONGEST_PARTICLE for word in plain)
        )
    )


def _conversation(labels: set[str], times: Counter[str]) -> set[str]:
    """No labels at all where one lone word with a colon would be the only one: that is a sentence, no speaker."""
    if len(labels) > 1 or any(times[label] > 1 or " " in label for label in labels):
        return labels
    return set()


def _names_in_brackets(times: Counter[str]) -> set[str]:
    """The names among what stands in brackets at the head of lines, where two of several words come back; else none.

    A single word may as well be a sound (`[Applause]`): it counts where it is part of such a name.
    """
    full = {label for label in times if " " in label and times[label] > 1}
    parts = {word for label in full for word in label.split()}
    return full | (parts & times.keys()) if len(full) > 1 else set()


def _bracketed(line: str) -> tuple[str, str]:
    found = _BRACKET.match(line)
    label = (found["square"] or found["round"]).strip() if found else ""
    return (label, found["words"]) if found and label and _is_name(label) else ("", line)


def _head(line: str) -> tuple[str, str]:
    found = _HEAD.match(line)
    if not found:
        return "", line
    label = found["label"]
    words = label.split()
    plain = [word for word in words if not _WORD.match(word)]
    if len(words) > 7 or not _LETTER.search(label) or not _WORD.match(words[0]):
        return "", line
    if (
        any(len(word) > _LONGEST_PARTICLE for word in plain)
        or len(plain) > len(words) // 2
        or _WORD.match(words[-1]) is None
    ):
        return "", line
    return label, found["words"]
