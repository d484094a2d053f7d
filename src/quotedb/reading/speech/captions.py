"""WebVTT and SubRip captions as text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields, one_line
from quotedb.reading.speech.cues import Cue, script
from quotedb.reading.speech.headlabels import with_speakers

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t\n]+([^<>]*)>")
#: What a meeting service writes above a cue: its number, the name in quotation marks, the number of the account.
_IDENTIFIED = re.compile(r'(?:\d{1,6}\s+)?"([^"\n]{1,80})"(?:\s+\(\d+\))?\Z')
_TAG = re.compile(r"</?(?:[biuvc]|lang|ruby|rt|font)\b[^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}", re.IGNORECASE)
_KARAOKE = re.compile(r"<\d\d:\d\d[\d:.]*><c>")
_TIMING = r"[ \t]*\d+:\d{1,2}:\d{1,2}[,.]\d{1,3}[ \t]*-->[ \t]*\d+:\d{1,2}:\d{1,2}[,.]\d{1,3}[^\n]*$"
_INDEXED = re.compile(rf"^(?:[ \t]*\d+[ \t]*\n)?({_TIMING})", re.MULTILINE)
_SRT_HEAD = re.compile(rf"\s*(?:\d+[ \t]*\n)?{_TIMING}", re.MULTILINE)
_VTT_HEAD = re.compile(r"WEBVTT(?=\s|\Z)")
_VTT_TITLE = re.compile(r"WEBVTT[ \t]+(?:-[ \t]*)?(.*)")
_VTT_LANGUAGE = re.compile(r"Language:[ \t]*(\S+)[ \t]*$", re.MULTILINE)


def is_vtt(text: str) -> bool:
    """Whether `text` begins as every WebVTT file must."""
    return _VTT_HEAD.match(text) is not None


def is_srt(text: str) -> bool:
    """Whether `text` begins with a number and a time range, as SubRip files do; some leave the numbers out."""
    return _SRT_HEAD.match(text[:1_000]) is not None


def read_vtt(text: str, name: str) -> tuple[str, Fields]:
    """The words of a WebVTT file by speaker, and its title and language where its head gives them.

    Notes, styles, identifiers and settings are left out. Raises UnreadableSource where no words are left.
    """
    import webvtt  # here: only captions need it

    cues: list[Cue] = []
    try:
        for caption in webvtt.from_string(text).captions:
            voices = _voices(caption.raw_text, caption.start_in_seconds, caption.end_in_seconds)
            named = _IDENTIFIED.match((caption.identifier or "").strip())
            cues.extend(replace(cue, speaker=cue.speaker or one_line(named[1])) if named else cue for cue in voices)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError) as error:
        raise UnreadableSource(
            f"{name} is a damaged WebVTT file ({one_line(error)}); export the captions again"
        ) from None
    if _KARAOKE.search(text):
        cues = _without_repeats(cues)
    if not any(cue.speaker for cue in cues):
        cues = with_speakers(cues)
        written = script(_on_one_line(cues), goes_on=True)
    else:
        written = script(_on_one_line(cues), goes_on=False)
    head = text.split("\n\n", 1)[0]
    title, language = _VTT_TITLE.match(head), _VTT_LANGUAGE.search(head)
    said = {"title": title[1] if title else "", "language": language[1] if language else ""}
    return _some(written, name), clean_fields(said, strict=False)


def read_srt(text: str, name: str) -> tuple[str, Fields]:
    """The words of a SubRip file by speaker: "Name:" at the head of a cue begins a turn, the next cues go on with it.

    Raises UnreadableSource where there are no words in it.
    """
    import pysubs2  # here: only captions need it

    # The library takes a number at the end of a cue for the number of the next one: give each cue one, and the last too.
    numbered = _INDEXED.sub(r"\n1\n\1", text.replace("\\N", " ")) + "\n\n1\n"
    cues: list[Cue] = []
    voices = _VOICE.search(numbered) is not None
    for event in pysubs2.SSAFile.from_string(numbered, format_="srt", keep_unknown_html_tags=voices):
        cues.extend(_voices(event.text.replace("\\N", "\n"), event.start / 1000, event.end / 1000))
    named = any(cue.speaker for cue in cues)  # the voices of WebVTT, kept by a program that turns it into SubRip
    return _some(script(_on_one_line(cues if named else with_speakers(cues)), goes_on=not named), name), {}


def _some(written: str, name: str) -> str:
    if not written:
        raise UnreadableSource(f"{name} is a caption file without any words; check that it was exported in full")
    return written


def _voices(raw: str, start: float, end: float) -> list[Cue]:
    """One cue may hold the voices of several people."""
    parts = _VOICE.split(raw)  # words, name, words, name, words ...
    cues = [Cue(start, end, None, _plain(parts[0]))]
    cues.extend(
        Cue(start, end, one_line(html.unescape(who)).rstrip(": ") or None, _plain(words))
        for who, words in zip(parts[1::2], parts[2::2], strict=True)
    )
    return [cue for cue in cues if cue.text]


def _plain(raw: str) -> str:
    """Words without tags, entities resolved; lines stay lines."""
    words = html.unescape(_TAG.sub("", raw)).replace("\u00a0", " ")
    return "\n".join(line for part in words.split("\n") if (line := one_line(part)))


def _on_one_line(cues: list[Cue]) -> list[Cue]:
    return [Cue(cue.start, cue.end, cue.speaker, " ".join(cue.text.split("\n"))) for cue in cues]


def _without_repeats(cues: list[Cue]) -> list[Cue]:
    """Captions that roll up show every line twice, first below and then above; only such files time single words."""
    kept: list[Cue] = []
    last = ""
    for cue in cues:
        lines = []
        for line in cue.text.split("\n"):
            if line and line != last:
                lines.append(line)
                last = line
        if lines:
            kept.append(Cue(cue.start, cue.end, cue.speaker, "\n".join(lines)))
    return kept
