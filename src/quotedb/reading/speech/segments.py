"""Transcripts as JSON: what podcasts, speech recognition and meeting services write, as turns in plain text."""

from __future__ import annotations

import json
from typing import Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields
from quotedb.reading.speech.cues import script, speakers_in
from quotedb.reading.speech.pieces import cues_of, pieces_of


def is_json(text: str) -> bool:
    """Whether `text` is one JSON object or list; a text in brackets is none."""
    return _loaded(text) is not None


def is_transcript(text: str) -> bool:
    """Whether `text` is JSON with segments of speech."""
    return pieces_of(_loaded(text)) is not None


def read_segments(text: str, name: str) -> tuple[str, Fields, tuple[str, ...]]:
    """The words by speaker, the title and language that the file gives, and who speaks in it.

    The shapes are those of `pieces_of`. Raises UnreadableSource for any other JSON and where no words are in it.
    """
    loaded = _loaded(text)
    pieces = pieces_of(loaded)
    if pieces is None:
        raise UnreadableSource(
            f"{name} is a JSON file, but no transcript with segments of speech; save it as text and ingest that"
        )
    cues = cues_of(pieces, loaded)
    # a file without times has none to print
    written = script(cues, goes_on=False, timed=any(cue.start or cue.end for cue in cues))
    if not written:
        raise UnreadableSource(f"{name} is a transcript without any words; check that it was saved in full")
    about = loaded if isinstance(loaded, dict) else {}
    said = {field: about.get(field) for field in ("title", "language") if isinstance(about.get(field), str)}
    return written, clean_fields(said, strict=False), speakers_in(cues)


def _loaded(text: str) -> Any:
    head, tail = text[:200].lstrip()[:1], text[-200:].rstrip()[-1:]
    if head + tail not in ("{}", "[]"):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
