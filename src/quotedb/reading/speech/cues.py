"""Timed pieces of speech as plain text: one paragraph for each change of speaker, `[00:00:19] Mara Olin: words`.

Captions and speech recognition cut what is said into pieces of a few seconds; here they become turns again.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotedb.reading.speech.spacing import space_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNKNOWN = "Unknown speaker"  #: printed where a source that names the speaker of every piece names none for one
_PAUSE = 2.0  # seconds; without speakers, a sentence that ends before a longer pause ends the paragraph
_LONG_PAUSE = 5.0  # seconds; ends it even in mid-sentence
_LONG_PARAGRAPH = 120  # words; after so many the next end of a sentence ends it
_CLOSED = re.compile(r"[.?!…。？！؟۔।][\"”’»')\]]*\Z")
_SOUND = re.compile(r"(?:[\[(][^\[\]()]{1,80}[\])]|♪.{0,200})\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cue:
    """One timed piece: who says it, if the source tells, and the words on one line."""

    start: float  #: seconds
    end: float
    speaker: str | None
    text: str


def script(cues: Sequence[Cue], *, goes_on: bool, timed: bool = True) -> str:
    """All cues as text, in their order; "" without words.

    `goes_on`: a cue without a speaker belongs to the last one named, as in SubRip, where a name stands at the change
    only. Otherwise that holds as long as the source never names a speaker twice in a row; one that does names the
    speaker of every piece, and those of a piece without a name are unknown. Sounds in brackets are paragraphs of
    their own. Without `timed` no time stands before a label.
    """
    spoken = [cue for cue in cues if cue.text]
    if not any(cue.speaker for cue in spoken):
        paragraphs = [_joined(group) for group in _paragraphs(spoken)]
    else:
        every = not goes_on and any(
            one.speaker and one.speaker == following.speaker for one, following in itertools.pairwise(spoken)
        )
        paragraphs = [_paragraph(group, timed) for group in _turns(_told(spoken, every=every))]
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def speakers_in(cues: Sequence[Cue]) -> tuple[str, ...]:
    """Whom these pieces name, each once, as `script` prints them; `UNKNOWN` stands for those that name nobody."""
    names = dict.fromkeys(cue.speaker for cue in cues if cue.speaker)
    return tuple(names | dict.fromkeys(UNKNOWN for cue in cues if names and cue.text and not cue.speaker))


def stamp(seconds: float) -> str:
    """Seconds as 00:00:19; what is after the second is left out."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _told(cues: Iterable[Cue], *, every: bool) -> Iterator[Cue]:
    last: str | None = None
    for cue in cues:
        if cue.speaker is None and _SOUND.match(cue.text):
            yield cue
            continue
        last = cue.speaker or (UNKNOWN if every else last)
        yield replace(cue, speaker=last)


def _turns(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    """Cues of one speaker in a row; a sound stands alone, and the turn goes on behind it with its label again."""
    for speaker, group in itertools.groupby(cues, key=lambda cue: cue.speaker):
        if speaker is None:
            yield from ([cue] for cue in group)
        else:
            yield list(group)


def _paragraph(cues: Sequence[Cue], timed: bool) -> str:
    first, words = cues[0], _joined(cues)
    label = f"{first.speaker}: " if first.speaker else ""
    return f"[{stamp(first.start)}] {label}{words}" if label and timed else label + words


def _paragraphs(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """Where nobody is named: paragraphs that end with a sentence, at a pause or when they have grown long."""
    group: list[Cue] = []
    words = 0
    for cue in cues:
        if group and _parts(group[-1], cue, words):
            yield group
            group, words = [], 0
        group.append(cue)
        words += len(cue.text.split())
    if group:
        yield group


def _parts(before: Cue, cue: Cue, words: int) -> bool:
    pause = cue.start - before.end
    if pause >= _LONG_PAUSE or cue.text.startswith(">>") or _SOUND.match(cue.text) or _SOUND.match(before.text):
        return True
    return bool(_CLOSED.search(before.text)) and (pause >= _PAUSE or words >= _LONG_PARAGRAPH)


def _joined(cues: Sequence[Cue]) -> str:
    parts = [cues[0].text]
    for before, cue in itertools.pairwise(cues):
        parts += [space_between(before.text, cue.text), cue.text]
    return "".join(parts)
