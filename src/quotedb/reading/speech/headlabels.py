"""`Name:` at the head of a caption: whose words follow, where the format itself has no field for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from quotedb.reading.speech.cues import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.reading.speech.cues import Cue

_LONGEST_PARTICLE = 3  # letters of a word in a name that needs no capital: "van", "de", "al"
_HEAD = re.compile(
    r"(?:>>+\s*|[-–]\s+)?(?P<label>[^\s:][^:\n]{0,58}?)\s?(?::(?=\s|\Z)|：)\s*(?P<words>.*)\Z", re.DOTALL
)
_CHANGE = re.compile(r"(?:>>+|[-–])\s*")
_DASH = re.compile(r"[-–]\s*\S")
_FEWEST = 3  # cues: in fewer a name above the words may be a title
_WORD = regex.compile(r"\(?[\p{Lu}\p{Lt}\p{Lo}\d#][\p{L}\p{M}\d.,'’_&#/-]*\)?\Z")
_LETTER = regex.compile(r"\p{L}")
_CLOSED = re.compile(r"[.?!…。？！♪\])–—-][\"”’»')\]]*\Z")


def with_speakers(cues: Sequence[Cue]) -> list[Cue]:
    """The cues, cut at every line that begins with a speaker's name and a colon, with that name as their speaker.

    A label is a few words, all with capitals, that come back or follow the end of a sentence: what stands once in
    mid-sentence ("and I told / Maria: no") are words. Cues without a label keep no speaker, but where names are given,
    a sign that somebody else speaks (>>, or dashes before the lines of one cue) without a name is an unknown speaker.
    Some programs print the name as the first line of every cue, without a colon.
    """
    named = _named_above(cues)
    if named:
        return named
    lines = [replace(cue, text=line) for cue in cues for line in cue.text.split("\n")]
    dashed = [dash for cue in cues for dash in [_is_dialogue(cue.text)] * (cue.text.count("\n") + 1)]
    heads = [_head(cue.text) for cue in lines]
    times = Counter(label for label, _ in heads if label)
    after_end = Counter(
        label for at, (label, _) in enumerate(heads) if label and (not at or _CLOSED.search(lines[at - 1].text))
    )
    labels = {
        label for label, count in times.items() if after_end[label] >= 0.5 * count or (count >= 3 and len(times) > 1)
    }
    known = _conversation(labels, times)
    found: list[Cue] = []
    for cue, (label, words), dash in zip(lines, heads, dashed, strict=True):
        change = _CHANGE.match(cue.text) if known and (dash or cue.text.startswith(">>")) else None
        if label in known:
            found.append(replace(cue, speaker=label, text=words))
        elif change and change.end() < len(cue.text):
            found.append(replace(cue, speaker=UNKNOWN, text=cue.text[change.end() :]))
        else:
            found.append(cue)
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
    return [
        replace(cue, speaker=first, text=words) if first in names and words else cue
        for cue, (first, _, words) in zip([cue for cue in cues if cue.text], heads, strict=True)
    ]


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
