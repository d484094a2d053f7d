"""`Name:` at the head of a caption: whose words follow, where the format itself has no field for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.reading.speech.cues import Cue

_LONGEST_PARTICLE = 3  # letters of a word in a name that needs no capital: "van", "de", "al"
_HEAD = re.compile(
    r"(?:>>+\s*|[-–]\s+)?(?P<label>[^\s:][^:\n]{0,58}?)\s?(?::(?=\s|\Z)|：)\s*(?P<words>.*)\Z", re.DOTALL
)
_WORD = regex.compile(r"\(?[\p{Lu}\p{Lt}\p{Lo}\d#][\p{L}\p{M}\d.,'’_&#/-]*\)?\Z")
_LETTER = regex.compile(r"\p{L}")
_CLOSED = re.compile(r"[.?!…。？！♪\])–—-][\"”’»')\]]*\Z")


def with_speakers(cues: Sequence[Cue]) -> list[Cue]:
    """The cues, cut at every line that begins with a speaker's name and a colon, with that name as their speaker.

    A label is a few words, all with capitals, that come back or follow the end of a sentence: what stands once in
    mid-sentence ("and I told / Maria: no") are words. Cues without a label keep no speaker.
    """
    lines = [replace(cue, text=line) for cue in cues for line in cue.text.split("\n")]
    heads = [_head(cue.text) for cue in lines]
    times = Counter(label for label, _ in heads if label)
    after_end = Counter(
        label for at, (label, _) in enumerate(heads) if label and (not at or _CLOSED.search(lines[at - 1].text))
    )
    labels = {
        label for label, count in times.items() if after_end[label] >= 0.5 * count or (count >= 3 and len(times) > 1)
    }
    known = _conversation(labels, times)
    return [
        replace(cue, speaker=label, text=words) if label in known else cue
        for cue, (label, words) in zip(lines, heads, strict=True)
    ]


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
