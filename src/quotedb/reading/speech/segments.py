"""Transcripts as JSON: the podcast namespace's segments and those that Whisper and WhisperX write."""

from __future__ import annotations

import json
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields, one_line
from quotedb.reading.speech.cues import Cue, script

_WORDS = ("body", "text")
_START = ("startTime", "start")
_END = ("endTime", "end")


def is_json(text: str) -> bool:
    """Whether `text` is one JSON object or list; a text in brackets is none."""
    return _loaded(text) is not None


def is_transcript(text: str) -> bool:
    """Whether `text` is JSON with segments of speech."""
    return ('"segments"' in text or '"speaker"' in text) and _segments(_loaded(text)) is not None


def read_segments(text: str, name: str) -> tuple[str, Fields]:
    """The words by speaker, and the title and language that the file gives.

    Known: an object with `segments`, each with `body` or `text` and maybe `startTime` or `start` (seconds) and
    `speaker`; and a bare list of such segments, if it names speakers. Raises UnreadableSource for any other JSON and
    where no words are in it.
    """
    loaded = _loaded(text)
    segments = _segments(loaded)
    if segments is None:
        raise UnreadableSource(
            f"{name} is a JSON file, but no transcript with segments of speech; save it as text and ingest that"
        )
    cues = [_cue(segment) for segment in segments]
    written = script(cues, goes_on=False)
    if not written:
        raise UnreadableSource(f"{name} is a transcript without any words; check that it was saved in full")
    about = loaded if isinstance(loaded, dict) else {}
    said = {field: about.get(field) for field in ("title", "language") if isinstance(about.get(field), str)}
    return written, clean_fields(said, strict=False)


def _loaded(text: str) -> Any:
    head, tail = text[:200].lstrip()[:1], text[-200:].rstrip()[-1:]
    if head + tail not in ("{}", "[]"):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _segments(loaded: Any) -> list[dict[str, Any]] | None:
    segments = loaded.get("segments") if isinstance(loaded, dict) else loaded
    if isinstance(loaded, list) and not any(isinstance(one, dict) and one.get("speaker") for one in loaded):
        return None
    if not isinstance(segments, list) or not segments:
        return None
    sound = all(
        isinstance(segment, dict) and any(isinstance(segment.get(key), str) for key in _WORDS) for segment in segments
    )
    return segments if sound else None


def _cue(segment: dict[str, Any]) -> Cue:
    words = next(segment[key] for key in _WORDS if isinstance(segment.get(key), str))
    speaker = segment.get("speaker")
    start = _seconds(segment, _START)
    return Cue(
        start,
        max(start, _seconds(segment, _END)),
        (one_line(speaker).rstrip(": ") or None) if isinstance(speaker, str) else None,
        one_line(words),
    )


def _seconds(segment: dict[str, Any], keys: tuple[str, ...]) -> float:
    for key in keys:
        try:
            seconds = float(segment[key])
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
        if 0 <= seconds < 1e7:  # no NaN either
            return seconds
    return 0.0
