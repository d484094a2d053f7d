"""One conversation as many services and programs hand it out: whatever the file, the same turns with their times."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import quotedb
from quotedb.reading import read

Told = tuple[str, int, str]  # speaker, second at which the turn begins, words
TALK: list[Told] = [
    ("Rika Moll", 3, "Good evening, and welcome to the harbour talk. Today we speak about the pier."),
    ("Sander Voss", 9, "Thank you. I am glad to be here, and I have brought a plank."),
    ("Rika Moll", 15, "I see that. What will you do with it?"),
    ("Sander Voss", 19, "I will put it back."),
]


def clock(seconds: float) -> str:
    return f"00:00:{int(seconds):02}"


def lines(template: str, talk: list[Told] = TALK, between: str = "\n\n") -> str:
    return between.join(
        template.format(who=who, first=who.split()[0], at=clock(at), short=f"0:{at:02}", to=clock(at + 3), n=n, at_s=at, text=words)
        for n, (who, at, words) in enumerate(talk, 1)
    )  # fmt: skip


def halves(talk: list[Told] = TALK) -> list[Told]:
    """Every turn in two pieces, as captions cut them."""
    cut = []
    for who, at, words in talk:
        tokens = words.split()
        half = len(tokens) // 2
        cut += [(who, at, " ".join(tokens[:half])), (who, at + 2, " ".join(tokens[half:]))]
    return cut


def table(delimiter: str) -> str:
    """The pieces as rows; a comma in the words is quoted."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=delimiter)
    rows.writerow(["Start", "Speaker", "Text", "Language"])
    rows.writerows([at, who, words, "en"] for who, at, words in halves())
    return written.getvalue()


SEGMENTS = [{"speaker": who, "start": at + 0.25, "end": at + 1.5, "text": f" {words}"} for who, at, words in halves()]
FILES = {
    "Otter, text": (
        "talk.txt",
        "Harbour talk\nFri, May 03, 2024 4:12PM • 0:22\n\nSUMMARY KEYWORDS\nharbour, pier, planks\n\nSPEAKERS\nRika Moll, Sander Voss\n\n"
        + lines("{who}  {short}\n{text}") + "\n\nTranscribed by https://otter.ai\n",
    ),
    "Rev, text": ("talk.txt", lines("{who} ({at}):\n{text}")),
    "Trint, text": ("talk.txt", "Harbour talk.mp3\n\n" + lines("{who} [{at}] {text}")),
    "Zoom, text": ("talk.txt", lines("[{who}] {at}\n{text}")),
    "Zoom, WebVTT": ("talk.vtt", "WEBVTT\n\n" + lines("{n}\n{at}.100 --> {to}.000\n{who}: {text}") + "\n"),
    "Teams, text": ("talk.txt", lines("{who}   {short}\n{text}")),
    "Teams, text with ranges": ("talk.txt", lines("0:0:{at_s}.0 --> 0:0:{at_s}.900\n{who}\n{text}")),
    "Teams, text with ranges below a title": ("talk.txt", "Talk\n\n" + lines("0:0:{at_s}.0 --> 0:0:{at_s}.900\n{who}\n{text}")),
    "Teams, WebVTT": ("talk.vtt", "WEBVTT\n\n" + lines("a1b2-{n}/12-0\n{at}.100 --> {to}.000\n<v {who}>{text}</v>") + "\n"),
    "WebVTT, names above the cues": (
        "talk.vtt", "WEBVTT\n\n" + lines('{n} "{who}" (3514873856)\n{at}.100 --> {to}.000\n{text}') + "\n"
    ),
    "WebVTT, voices in pieces": ("talk.vtt", "WEBVTT\n\n" + lines("{at}.000 --> {to}.000\n<v {who}>{text}", halves())),
    "SubRip, names at the change": (
        "talk.srt",
        lines("{n}\n{at},000 --> {to},000\n{text}", [(w, a, f"{w}: {t}" if n % 2 == 0 else t) for n, (w, a, t) in enumerate(halves())]),
    ),
    "WebVTT under another name": ("talk.txt", "WEBVTT\n\n" + lines("{at}.000 --> {to}.000\n<v {who}>{text}")),
    "podcast namespace, JSON": (
        "talk.json",
        json.dumps({"version": "1.0.0", "segments": [
            {"speaker": s["speaker"], "startTime": s["start"], "endTime": s["end"], "body": s["text"].strip()} for s in SEGMENTS
        ]}),
    ),
    "podcast namespace, HTML": ("talk.html", lines("<cite>{who}:</cite>\n<time>{short}</time>\n<p>{text}</p>", between="\n")),
    "podcast namespace, HTML under another name": (
        "talk.txt", lines("<cite>{who}:</cite>\n<time>{short}</time>\n<p>{text}</p>", between="\n")
    ),
    "WhisperX, JSON": ("talk.json", json.dumps({"segments": SEGMENTS, "word_segments": [], "language": "en"})),
    "a list of segments, JSON": ("talk.json", json.dumps(SEGMENTS)),
    "utterances beside the words that they are made of, JSON": (
        "talk.json",
        json.dumps({"id": "x1", "text": "All of it.", "words": [
            {"text": word, "start": s["start"], "speaker": s["speaker"]} for s in SEGMENTS for word in s["text"].split()
        ], "utterances": SEGMENTS}),
    ),
    "monologues with elements and numbered speakers, JSON": (
        "talk.json",
        json.dumps({"speakers": [{"id": 0, "name": "Rika Moll"}, {"id": 1, "name": "Sander Voss"}], "monologues": [
            {"speaker": ["Rika Moll", "Sander Voss"].index(s["speaker"]), "start": s["start"], "elements": [
                {"type": "text", "value": word} for word in s["text"].replace(" ", "\t \t").strip().split("\t")
            ]}
            for s in SEGMENTS
        ]}),
    ),
    "sentences with names and times of day, JSON": (
        "talk.json",
        json.dumps([
            {"sentence": s["text"], "speaker_name": s["speaker"], "startTime": f"00:{int(s['start']):02}", "endTime": "soon"}
            for s in SEGMENTS
        ]),
    ),
    "messages somewhere in a record, JSON": (
        "talk.json",
        json.dumps({"meeting": {"title": "Harbour talk", "results": [{"messages": [
            {"author": {"name": s["speaker"]}, "content": s["text"].strip(), "ts": s["start"]} for s in SEGMENTS
        ]}]}}),
    ),
    "a table with a head, CSV": ("talk.csv", table(",")),
    "a table with a head, tabs": ("talk.tsv", table("\t")),
    "one piece a line, JSON lines": ("talk.jsonl", "".join(json.dumps(s) + "\n" for s in SEGMENTS)),
    "speakers in attributes, XML": (
        "talk.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<debate>'
        + lines('<speech speakername="{who}" time="{at}"><p>{text}</p></speech>', between="\n") + "</debate>",
    ),
}  # fmt: skip


def seconds(stamp: str | None) -> int | None:
    """A printed time as whole seconds; what a range ends with is left out."""
    if stamp is None:
        return None
    whole = 0
    for part in stamp.split(" ")[0].split(":"):
        whole = 60 * whole + int(float(part))
    return whole


def turns(document: quotedb.Document) -> list[tuple[str | None, int | None, str]]:
    return [(turn.label, seconds(turn.timestamp), " ".join(turn.text.split())) for turn in quotedb.parse(document)]


@pytest.mark.parametrize("name", FILES)
def test_every_service_gives_the_same_turns(name: str, tmp_path: Path) -> None:
    file, content = FILES[name]
    (tmp_path / file).write_text(content, encoding="utf-8")
    assert turns(read(tmp_path / file)) == TALK


@pytest.mark.parametrize("name", FILES)
def test_no_suffix_is_needed(name: str) -> None:
    """From a pipe the same file gives the same turns."""
    assert turns(read(io.BytesIO(FILES[name][1].encode()))) == TALK


def test_a_word_file_of_a_meeting_gives_the_same_turns(tmp_path: Path) -> None:
    """One paragraph a turn, with the time range and the name on lines of their own, as Teams writes it."""
    import docx

    document = docx.Document()
    document.add_heading("Harbour talk", 1)
    for who, at, words in TALK:
        document.add_paragraph(f"0:0:{at}.0 --> 0:0:{at}.900\n{who}\n{words}")
    document.save(str(tmp_path / "talk.docx"))
    assert turns(read(tmp_path / "talk.docx")) == TALK


def test_a_time_right_above_a_name_speaks_for_the_name() -> None:
    """Where nobody says "I", a bare name that comes back is too little; the time above each makes it a label."""
    talk = [
        (who, at, words)
        for (who, at, _), words in zip(
            TALK, ("Good evening.", "Good evening.", "Which half?", "This one."), strict=True
        )
    ]
    ranges = "Harbour talk\n\n" + lines("0:0:{at_s}.0 --> 0:0:{at_s}.900\n{who}\n{text}", talk)
    assert turns(read(io.BytesIO(ranges.encode()))) == talk


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (  # dashes before the lines of one cue: two voices, and neither is the last that was named
            ["RIKA MOLL: Is it on?", "- It is.\n- It is not.", "SANDER VOSS: It is.", "RIKA MOLL: Then I begin."],
            ["RIKA MOLL", "Unknown speaker", "SANDER VOSS", "RIKA MOLL"],
        ),
        (  # arrows without a name: somebody else
            [">> RIKA MOLL: Is it on?", ">> It is.", ">> RIKA MOLL: Then I begin.", "I begin now."],
            ["RIKA MOLL", "Unknown speaker", "RIKA MOLL"],
        ),
        (  # a trap: nobody is named anywhere, so dashes give no speaker
            ["- Is it on?\n- It is.", "- Good.\n- Then we begin."],
            [],
        ),
        (  # a trap: words over two lines are no names, capitals or not
            ["Harbour Pier\nis what they call it", "Nobody Knows\nwhy that is", "Harbour Pier\nis what they call it"],
            [],
        ),
    ],
)
def test_signs_of_another_voice_in_captions(cues: list[str], expected: list[str]) -> None:
    content = "\n\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{cue}" for n, cue in enumerate(cues, 1))
    assert [label for label, _, _ in turns(read(io.BytesIO(content.encode())))] == expected
