"""Where in a JSON file its pieces of speech stand, and what each of them says: every service has names of its own for that."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from quotedb.reading.known.fields import one_line
from quotedb.reading.speech.cues import UNKNOWN, Cue

#: What services call the words of one piece, who says them and when.
_WORDS = (
    "body",
    "text",
    "transcript",
    "sentence",
    "content",
    "display",
    "utterance",
    "value",
    "words",
    "caption",
    "word",
    "message",
)
_SPEAKER = (
    "speaker", "speaker_name", "speakerName", "speaker_label", "speakerLabel", "participant", "participant_name",
    "participantName", "speakerTag", "speaker_id", "speakerId",
)  # fmt: skip
#: Who, in lists of anything: only where it comes back is it somebody who speaks.
_SOMEBODY = ("name", "user", "author", "role", "who")
#: Under these keys anything may stand beside a name, settings too: only a speaker makes words of it.
_ANYTHING = ("display", "value", "words", "caption", "word", "message")
_START = ("startTime", "start_time", "start", "ts", "begin", "timestamp", "offset")
_END = ("endTime", "end_time", "end", "end_ts", "stop")
#: The pieces of a piece: its sentences, its words, or other readings of the same words, of which the first is the best.
_PARTS, _READINGS = ("elements", "sentences", "words", "segments", "lines"), ("alternatives", "nBest")
#: Where the words of a whole talk stand beside a list of its speakers: `{"utt": [...], "speaker": [...]}`.
_COLUMNS = ("utt", "utts", "utterances", "turns", *_WORDS)
_NAMES = ("speakers", "participants", "speaker_names", "speakerNames", "attendees")
#: So deep a file is searched; so few times a name comes back on the average, at least, that is no speaker by its key.
_DEEPEST, _BACK = 8, 2
#: Lists whose words are this share of the longest list's are the same talk, cut into smaller pieces.
_SAME = 0.9
#: So many pieces say who speaks where the others have the field for it, and nothing in it.
_KNOWN = 0.5

Piece = dict[str, Any]


def pieces_of(loaded: Any) -> list[Piece] | None:
    """The pieces of speech in a JSON value, in their order; None where it is no transcript.

    Known by their shape: a list of objects with words and, nearly all of them, a speaker, wherever in the file it stands; of several
    that hold the same talk the one with the longest pieces; or two lists beside each other, words and speakers.
    `segments` at the top need no speakers.
    """
    segments = loaded.get("segments") if isinstance(loaded, dict) else None
    if (
        isinstance(segments, list)
        and segments
        and all(isinstance(one, dict) and _says(one) is not None for one in segments)
    ):
        return segments
    found = [(sum(len(_says(one) or "") for one in pieces), pieces) for pieces in _lists(loaded, _DEEPEST)]
    if not found:
        return None
    most = max(size for size, _ in found)
    return min((pieces for size, pieces in found if size >= _SAME * most), key=len)


def cues_of(pieces: list[Piece], loaded: Any) -> list[Cue]:
    """The pieces as cues; a speaker that is a number has the name that the file gives for it."""
    names = _names(loaded)
    cues: list[Cue] = []
    for piece in pieces:
        words, start = one_line(_says(piece) or ""), _seconds(piece, _START)
        if piece.get("type") == "punctuation" and cues:  # a mark is a piece of its own, without a speaker
            cues[-1] = Cue(cues[-1].start, cues[-1].end, cues[-1].speaker, cues[-1].text + words)
            continue
        cues.append(Cue(start, max(start, _seconds(piece, _END)), _speaker(piece, names), words))
    if any(cue.speaker not in (None, UNKNOWN) for cue in cues):
        return cues
    return [replace(cue, speaker=None) for cue in cues]  # nobody is named anywhere: paragraphs, and nobody's turns


def _lists(value: Any, depth: int) -> list[list[Piece]]:
    """All lists in a JSON value that are pieces of speech with their speakers."""
    found: list[list[Piece]] = []
    if isinstance(value, list):
        if _is_speech(value):
            found.append(value)
        inner = value
    elif isinstance(value, dict):
        columns = _columns(value)
        if columns:
            found.append(columns)
        inner = list(value.values())
    else:
        return found
    if depth:
        for one in inner:
            if isinstance(one, (list, dict)):
                found += _lists(one, depth - 1)
    return found


def _columns(value: dict[str, Any]) -> list[Piece]:
    """`{"utt": ["Who?", "I."], "speaker": ["Olin", "Brandt"]}` as pieces; [] where no such lists are."""
    speakers = next((value[key] for key in _SPEAKER if isinstance(value.get(key), list)), None)
    said = next((value[key] for key in _COLUMNS if isinstance(value.get(key), list)), None)
    if not speakers or not said or len(speakers) != len(said):
        return []
    if not all(isinstance(one, str) for one in (*speakers, *said)):
        return []
    return [{"speaker": speaker, "text": words} for speaker, words in zip(speakers, said, strict=True)]


def _is_speech(items: list[Any]) -> bool:
    pieces = [item for item in items if isinstance(item, dict)]
    if not pieces or len(pieces) < len(items) or any(_says(piece) is None for piece in pieces):
        return False
    spoken = [piece for piece in pieces if piece.get("type") != "punctuation"]
    named = sum(any(_name(piece.get(key)) for key in _SPEAKER) for piece in spoken)
    fields = sum(any(key in piece for key in _SPEAKER) for piece in spoken)
    if spoken and fields >= _SAME * len(spoken) and named >= _KNOWN * len(spoken):
        return True
    # a message is somebody's whose role is told: elsewhere it is that of a program, of a change
    plain = tuple(key for key in _WORDS if key not in _ANYTHING)
    if any(not _first(piece, (*plain, "message") if "role" in piece else plain) for piece in spoken):
        return False
    somebody = Counter(name for piece in spoken for name in [_first(piece, _SOMEBODY)] if name)
    return somebody.total() >= _SAME * len(spoken) and len(somebody) > 1 and somebody.total() >= _BACK * len(somebody)


def _says(piece: Piece) -> str | None:
    """The words of one piece, None where it has none: it holds them, or parts that do."""
    for key in _WORDS:
        if isinstance(piece.get(key), str):
            words: str = piece[key]
            return words
    for key in _READINGS:
        readings = piece.get(key)
        if isinstance(readings, list) and readings and isinstance(readings[0], dict):
            return _says(readings[0])
    for key in _PARTS:
        parts = piece.get(key)
        if isinstance(parts, list) and parts and all(isinstance(part, dict) for part in parts):
            said = [part.get("value", part.get("text", part.get("word"))) for part in parts]
            if all(isinstance(words, str) for words in said):
                # words, marks and spaces are pieces of their own, or each piece is a word or a sentence
                spaced = any(not any(map(str.isalnum, words)) for words in said)
                return ("" if spaced else " ").join(said)
    return None


def _speaker(piece: Piece, names: dict[str, str]) -> str | None:
    for key in (*_SPEAKER, *_SOMEBODY):
        name = _name(piece.get(key))
        if name:
            known = names.get(name, name)
            return one_line(f"Speaker {known}" if known.isdigit() and len(known) <= 2 else known).rstrip(": ") or None
    # a field that is there and empty says that nobody knows; one that is not there, that nobody else speaks
    return UNKNOWN if any(piece.get(key, piece) in (None, "") for key in _SPEAKER) else None


def _first(piece: Piece, keys: tuple[str, ...]) -> str:
    return next((name for key in keys if (name := _name(piece.get(key)))), "")


def _name(value: Any) -> str:
    """A speaker as a string: a name, a number, or an object with a name."""
    if isinstance(value, dict):
        value = value.get("name", value.get("label", value.get("id")))
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else ""


def _names(loaded: Any) -> dict[str, str]:
    """The names that a file gives for the numbers of its speakers, in a list of objects or one object."""
    found: dict[str, str] = {}
    for key in _NAMES if isinstance(loaded, dict) else ():
        table = loaded.get(key)
        if isinstance(table, dict):
            found |= {number: name for number, who in table.items() if (name := _name(who))}
        elif isinstance(table, list):
            for who in table:
                number = _name(who.get("id")) if isinstance(who, dict) else ""
                if number and isinstance(who.get("name"), str) and who["name"].strip():
                    found[number] = who["name"].strip()
    return found


def _seconds(piece: Piece, keys: tuple[str, ...]) -> float:
    for key in keys:
        value = piece.get(key)
        try:
            if isinstance(value, str) and ":" in value:  # "01:02:03.5"
                seconds = 0.0
                for part in value.split(":"):
                    seconds = 60 * seconds + float(part)
            else:
                seconds = float(value)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            continue
        if 0 <= seconds < 1e7:  # no NaN either
            return seconds
    return 0.0
