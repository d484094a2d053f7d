"""Caption files and JSON from speech recognition: pieces of a few seconds become turns with their times."""

from __future__ import annotations

import io
import json
import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotedb
from quotedb.errors import UnreadableSource
from quotedb.reading import find_sources, read

if TYPE_CHECKING:
    from pathlib import Path

Turn = tuple[str | None, str | None, str]  # label, time, words


def text_of(content: str) -> str:
    return read(io.BytesIO(content.encode())).text


def turns_of(content: str) -> list[Turn]:
    found = quotedb.parse(read(io.BytesIO(content.encode())))
    return [(turn.label, turn.timestamp, turn.text) for turn in found if turn.kind == "turn"]


def refusal(content: str) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read(io.BytesIO(content.encode()))
    return str(refused.value)


VTT = """WEBVTT - Half past ebb
Kind: captions
Language: en-GB

NOTE The first half hour was not recorded.

STYLE
::cue(v[voice="Mara Olin"]) { color: lime }

opening
00:00.000 --> 00:02.760 align:start position:10%
<v Mara Olin>Good evening from the Sound. You &amp; I

00:02.760 --> 00:06.090
<v Mara Olin>know what tonight
is about.</v>

00:06.100 --> 00:07.000
[foghorn]

3
01:00:19.080 --> 01:00:21.450
<v.loud Teo Brandt><i>Lamps</i>, Mara. It is
about lamps: nine of them.
<v Mara Olin>Ten!
"""


def test_voices_of_webvtt_become_turns() -> None:
    """Notes, styles, identifiers, settings and tags are left out; a sentence runs on over its cues."""
    assert text_of(VTT) == (
        "[00:00:00] Mara Olin: Good evening from the Sound. You & I know what tonight is about.\n\n[foghorn]\n\n"
        "[01:00:19] Teo Brandt: Lamps, Mara. It is about lamps: nine of them.\n\n[01:00:19] Mara Olin: Ten!\n"
    )
    assert turns_of(VTT) == [
        ("Mara Olin", "00:00:00", "Good evening from the Sound. You & I know what tonight is about."),
        ("Teo Brandt", "01:00:19", "Lamps, Mara. It is about lamps: nine of them."),
        ("Mara Olin", "01:00:19", "Ten!"),
    ]


def test_the_head_of_webvtt_tells_about_the_document() -> None:
    document = read(io.BytesIO(VTT.encode()))
    assert (document.title, document.language, document.media_type) == ("Half past ebb", "en", "text/vtt")


SRT = """1
00:00:00,000 --> 00:00:02,760
Mara Olin: Good evening from the Sound.
There is one thing

2
00:00:02,760 --> 00:00:06,090
to say: nobody sails
before

00:00:06,090 --> 00:00:08,000
1984
4
00:00:08,000 --> 00:00:09,000
is over.

5
00:00:19,080 --> 00:00:21,450
<i>Teo Brandt:</i> Not even {\\an8}you?

6
00:01:21,450 --> 00:01:23,000
Mara Olin: Not even I.
"""


def test_names_at_the_head_of_subrip_cues_become_turns() -> None:
    """A cue without a name goes on with the last one's words; cues without a number or blank line are cues, too."""
    assert turns_of(SRT) == [
        (
            "Mara Olin",
            "00:00:00",
            "Good evening from the Sound. There is one thing to say: nobody sails before 1984 is over.",
        ),
        ("Teo Brandt", "00:00:19", "Not even you?"),
        ("Mara Olin", "00:01:21", "Not even I."),
    ]
    assert read(io.BytesIO(SRT.encode())).media_type == "application/x-subrip"


def srt(*cues: str) -> str:
    return "".join(
        f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 1:02},900\n{cue}\n\n" for n, cue in enumerate(cues, 1)
    )


HEADS: list[tuple[tuple[str, ...], list[str | None]]] = [
    # a colon in mid-sentence is no label, be there a capital before it
    (("Mara: I told them and", "Teo: the lamps must burn.", "Ana: No.", "Mara: Yes."), ["Mara", "Ana", "Mara"]),
    # a word with a colon that stands alone in the file is a sentence
    (("Remember: the tide waits for nobody.", "It turns at noon."), []),
    (("The rule is simple: nobody sails.", "Here is the list: lamps, oil, wicks."), []),
    # what stands once and is set otherwise than the labels that come back is a sentence
    (
        ("MARA: It is late.", "Tomorrow: The lamps.", "TEO: And the oil?", "MARA: Yes.", "TEO: Good."),
        ["MARA", "TEO"] * 2,
    ),
    (
        ("Mara: It is late.", "Tomorrow: the lamps.", "Teo: And the oil?", "Mara: Yes.", "Teo: Good."),
        ["Mara", "Teo"] * 2,
    ),
    (
        ("MARA: It is late.", "KEEPER: The lamps.", "TEO: And?", "MARA: Yes.", "TEO: Good."),
        ["MARA", "KEEPER", "TEO", "MARA", "TEO"],
    ),
    (("Mara: it is late.", "Teo: it is.", "Mara: yes.", "Ana: no."), ["Mara", "Teo", "Mara", "Ana"]),
    # capitals, titles, particles, brackets, figures, other scripts
    (("MARA OLIN: Yes.", "DR. TEO VAN DER BRANDT (KEEPER): No."), ["MARA OLIN", "DR. TEO VAN DER BRANDT (KEEPER)"]),
    (("Speaker 1: Yes.", "Speaker 2: No.", "Speaker 1: Oh."), ["Speaker 1", "Speaker 2", "Speaker 1"]),
    (("李明: 你好。", "Ольга: Да."), ["李明", "Ольга"]),
    (("李明：你好。", "王芳：你好。", "李明：再见。"), ["李明", "王芳", "李明"]),
    (("- Mara: Yes.\n- Teo: No.", ">> Mara: Oh."), ["Mara", "Teo", "Mara"]),
    # no space behind the dash, a label on a line of its own, a name in brackets
    (("-Mara: Yes.", "-Teo: No.", "-Mara: Oh."), ["Mara", "Teo", "Mara"]),
    (("Mara:\nYes.", "Teo:", "No.", "Mara:\nOh."), ["Mara", "Teo", "Mara"]),
    (
        ("[Mara Olin] Yes.", "(Teo Brandt): No.", "[Mara Olin] Oh.", "(Teo Brandt): Ah."),
        ["Mara Olin", "Teo Brandt"] * 2,
    ),
    (("[Music] Yes.", "[Applause] No.", "[Music] Oh.", "[Applause] Ah."), []),
    (("[Soft Music]", "[Soft Music] Yes.", "[Loud Applause]", "[Loud Applause] No."), []),
    # cues that are cut anywhere: a name stands inside a line, or half of it on the next
    (
        ("MARA OLIN: Are they lit? TEO", "BRANDT: No. MARA OLIN: Why? TEO BRANDT:", "No oil."),
        ["MARA OLIN", "TEO BRANDT"] * 2,
    ),
    ((">> MARA: Are they lit? >>", "TEO: No. >> MARA: Why?", ">> TEO: No oil."), ["MARA", "TEO"] * 2),
    (("The rule: nobody sails. The Sound: A place of fog.", "I know. The Sound: A grave."), []),
    (("MR. OLIN: Yes. MR. BRANDT: No.", "MR. OLIN: Why? MR. BRANDT: No oil."), ["MR. OLIN", "MR. BRANDT"] * 2),
    # a program that makes SubRip of WebVTT keeps its voices
    (("<v Mara Olin>Yes.", "<v Teo Brandt>No.</v>"), ["Mara Olin", "Teo Brandt"]),
    # times and addresses
    (("At 12:30 we sail.", "See http://sound.example/lamps"), []),
]


@pytest.mark.parametrize(("cues", "labels"), HEADS)
def test_what_is_a_name_at_the_head_of_a_cue(cues: tuple[str, ...], labels: list[str | None]) -> None:
    assert [label for label, _, _ in turns_of(srt(*cues))] == labels


def test_captions_without_speakers_are_paragraphs_and_no_turns() -> None:
    """A paragraph ends with a sentence before a pause; its cues are joined by a space."""
    words = "WEBVTT\n\n00:00.000 --> 00:02.000\nThe lamps\n\n00:02.000 --> 00:04.000\nare lit.\n\n"
    later = "00:09.000 --> 00:11.000\n- All of them?\n- All.\n"
    assert text_of(words + later) == "The lamps are lit.\n\n- All of them? - All.\n"
    assert turns_of(words + later) == []


def test_captions_that_roll_up_show_each_line_once() -> None:
    """Each line stands twice, first below with a time for every word, then above; what is said twice stays."""
    rolling = """WEBVTT
Kind: captions

00:00:00.000 --> 00:00:02.000
&nbsp;
the<00:00:00.500><c> lamps</c><00:00:01.000><c> are</c>

00:00:02.000 --> 00:00:02.010
the lamps are
&nbsp;

00:00:02.010 --> 00:00:04.000
the lamps are
lit<00:00:03.000><c> tonight</c>
"""
    assert text_of(rolling) == "the lamps are lit tonight\n"
    assert text_of(srt("No.", "No.", "No!")) == "No. No. No!\n"


def vtt(*cues: str) -> str:
    return "WEBVTT\n\n" + "".join(
        f"00:{2 * n:02}.000 --> 00:{2 * n + 1:02}.900\n{cue}\n\n" for n, cue in enumerate(cues)
    )


def test_a_cue_without_a_voice_is_nobody_known_where_every_cue_has_one() -> None:
    """A file that names the voice again in the next cue names it always; one that does not goes on."""
    every = vtt("<v Mara>You see.", "<v Mara>I do.", "Who is there?", "<v Teo>I am.")
    assert turns_of(every) == [
        ("Mara", "00:00:00", "You see. I do."),
        ("Unknown speaker", "00:00:04", "Who is there?"),
        ("Teo", "00:00:06", "I am."),
    ]
    changes = vtt("<v Mara>You see.", "I do.", "<v Teo>I am.")
    assert [words for _, _, words in turns_of(changes)] == ["You see. I do.", "I am."]


WHISPER = {"text": " Good evening. Yes.", "language": "en", "segments": [
    {"id": 0, "start": 0.0, "end": 2.5, "text": " Good evening", "tokens": [1]},
    {"id": 1, "start": 2.5, "end": 4.0, "text": " from the Sound."},
    {"id": 2, "start": 70.0, "end": 71.0, "text": " Yes."},
]}  # fmt: skip
WHISPERX = {"segments": [
    {"start": 0.031, "end": 2.5, "text": " Good evening", "speaker": "SPEAKER_00", "words": []},
    {"start": 2.5, "end": 4.0, "text": " from the Sound.", "speaker": "SPEAKER_00"},
    {"start": 5.0, "end": 6.0, "text": " Who is there?"},
    {"start": 3670.9, "end": 3671.0, "text": "I am.", "speaker": "SPEAKER_01"},
], "word_segments": [], "language": "en"}  # fmt: skip
PODCAST = {"version": "1.0.0", "segments": [
    {"speaker": "Mara Olin", "startTime": 0.5, "endTime": 0.75, "body": "The"},
    {"speaker": "Mara Olin", "startTime": 1, "endTime": 1.25, "body": "lamps"},
    {"speaker": "Mara Olin", "startTime": 1.5, "endTime": 2.0, "body": ", please"},
    {"speaker": "Teo", "startTime": 2.75, "endTime": 3.0, "body": "No"},
]}  # fmt: skip


def test_whisper_without_speakers_gives_paragraphs() -> None:
    document = read(io.StringIO(json.dumps(WHISPER)))
    assert document.text == "Good evening from the Sound.\n\nYes.\n"
    assert (document.language, document.media_type) == ("en", "application/json")


def test_segments_with_speakers_become_turns() -> None:
    assert turns_of(json.dumps(WHISPERX)) == [
        ("SPEAKER_00", "00:00:00", "Good evening from the Sound."),
        ("Unknown speaker", "00:00:05", "Who is there?"),
        ("SPEAKER_01", "01:01:10", "I am."),
    ]
    assert turns_of(json.dumps(PODCAST, indent=2)) == [
        ("Mara Olin", "00:00:00", "The lamps, please"),
        ("Teo", "00:00:02", "No"),
    ]


ODD = [
    [{"text": "Yes.", "speaker": [3], "start": "soon"}],
    [{"text": "Yes.", "start": -1, "end": float("nan"), "speaker": ""}],
    [{"body": "Yes.", "text": None, "startTime": 10**400}],
    [{"text": "Ye\x00s."}],
]


@pytest.mark.parametrize("segments", ODD)
def test_odd_values_do_no_harm(segments: list[dict[str, object]]) -> None:
    assert text_of(json.dumps({"segments": segments})) == "Yes.\n"


def test_half_a_character_becomes_the_mark_of_one_that_is_lost() -> None:
    assert text_of('{"segments": [{"text": "Yes \\ud83d, \\ud83d\\ude00."}]}') == "Yes �, 😀.\n"


def test_pieces_are_joined_as_their_script_wants_it() -> None:
    assert text_of(srt("灯塔很", "亮。")) == "灯塔很亮。\n"
    assert text_of(srt("Yes", ", said she", "...and went", "’tis late")) == "Yes, said she ...and went ’tis late\n"


NUMBERED = [
    ({"speakers": {"0": "Ida Marsh"}}, ["Ida Marsh", "Speaker 1"]),
    ({"speakers": [{"id": 0, "name": "Ida Marsh"}, {"id": 1, "name": "Bo Olane"}]}, ["Ida Marsh", "Bo Olane"]),
    ({"speakers": 2}, ["Speaker 0", "Speaker 1"]),
]


@pytest.mark.parametrize(("names", "expected"), NUMBERED)
def test_speakers_with_numbers_have_the_names_that_the_file_gives(
    names: dict[str, object], expected: list[str]
) -> None:
    said = [{"speaker": 0, "transcript": "Who is there?"}, {"speaker": 1, "transcript": "I am."}]
    turns = turns_of(json.dumps({"results": {"utterances": said}} | names))
    assert [label for label, _, _ in turns] == expected


def test_words_and_marks_that_are_pieces_of_their_own_become_sentences() -> None:
    items = [
        {"type": "pronunciation", "speaker_label": label, "start_time": "0.5", "alternatives": [{"content": word}]}
        for label, words in (("spk_0", "Who is there"), ("spk_1", "I am"))
        for word in words.split()
    ]
    for place, mark in ((3, "?"), (6, ".")):
        items.insert(place, {"type": "punctuation", "alternatives": [{"content": mark}]})
    talk = [("spk_0", "00:00:00", "Who is there?"), ("spk_1", "00:00:00", "I am.")]
    assert turns_of(json.dumps({"results": {"transcripts": [{"transcript": "Who is there"}], "items": items}})) == talk


def test_two_lists_beside_each_other_are_words_and_speakers() -> None:
    columns = {"id": "N-1", "speaker": ["Ida Marsh", "Bo Olane, clerk"], "utt": ["Who is there?", "I am."]}
    assert [turn[::2] for turn in turns_of(json.dumps([columns]))] == [
        ("Ida Marsh", "Who is there?"),
        ("Bo Olane, clerk", "I am."),
    ]


NO_SPEECH = [
    [{"name": "port", "value": "8000"}, {"name": "host", "value": "tern"}] * 3,  # settings
    [{"name": "Ida Marsh", "text": "A fine lamp."}, {"name": "Bo Olane", "text": "It broke."}],  # nobody comes back
    {"speaker": ["Ida Marsh"], "utt": ["Who?", "I."]},  # more words than speakers
]


@pytest.mark.parametrize("content", NO_SPEECH)
def test_names_beside_words_are_no_speech_by_themselves(content: object) -> None:
    assert "no transcript with segments of speech" in refusal(json.dumps(content))


OTHER = ["{}", "[]", '{"segments": []}', '{"segments": [1]}', '{"segments": [{"from": 1}]}', '[{"text": "Yes."}]']


@pytest.mark.parametrize("content", OTHER)
def test_other_json_is_refused_with_a_sentence(content: str) -> None:
    assert "is a JSON file, but no transcript with segments of speech; save it as text" in refusal(content)


def test_captions_without_words_are_refused_with_a_sentence() -> None:
    assert "is a caption file without any words" in refusal("WEBVTT\n\nNOTE nothing yet\n")
    assert "is a caption file without any words" in refusal("1\n00:00:00,000 --> 00:00:01,000\n\n")
    assert "is a transcript without any words" in refusal('{"segments": [{"text": " "}]}')


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    for name, content, media_type in [
        ("a.txt", "\ufeff" + VTT.replace("\n", "\r\n"), "text/vtt"),
        ("b.md", "\n" + SRT, "application/x-subrip"),
        ("c.html", json.dumps(WHISPER), "application/json"),
        ("d.vtt", "Mara Olin: Yes.\n", "text/plain"),
        ("e.txt", "WEBVTTs are captions.\n", "text/plain"),
        ("f.txt", "[Applause]\n", "text/plain"),
        ("g.txt", "{Mara}\n", "text/plain"),
    ]:
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
        assert read(tmp_path / name).media_type == media_type


def test_folders_give_captions_and_transcripts_but_no_other_json(tmp_path: Path) -> None:
    """Settings and data are no documents; nor is the file that Word keeps beside one that is open."""
    for name, content in [
        ("a.vtt", VTT),
        ("b.srt", SRT),
        ("c.json", json.dumps(WHISPERX)),
        ("package.json", '{"segments": "none"}'),
        ("broken.json", '{"segments": ['),
        ("~$d.docx", "x"),
    ]:
        (tmp_path / name).write_text(content)
    found = find_sources(tmp_path)
    assert [source.location[-6:] for source in found.sources] == ["/a.vtt", "/b.srt", "c.json"]
    assert len(found.passed_over) == 3
    assert found.refused == []


def test_a_caption_file_has_its_name_for_a_title_where_it_gives_none(tmp_path: Path) -> None:
    (tmp_path / "half-past-ebb.srt").write_text(SRT)
    assert read(tmp_path / "half-past-ebb.srt").title == "half past ebb"


@given(st.text(max_size=300))
def test_whatever_stands_in_a_cue_gives_a_text_or_a_sentence(words: str) -> None:
    for content in (vtt(words), srt(words), json.dumps({"segments": [{"text": words}]})):
        try:
            document = read(io.StringIO(content))
        except UnreadableSource:
            continue
        assert all(document.text[u.start_char : u.end_char] == u.text for u in quotedb.parse(document))


def words_of(text: str) -> list[str]:
    return [word for word in text.split() if word not in ("Mara:", "Teo:", "Ana", "Velt:")]


@given(st.lists(st.sampled_from(["Mara: Yes.", "Teo: No,", "never", "Ana Velt: who, me?", "1984"]), min_size=1))
def test_no_word_is_lost_or_said_twice(cues: list[str]) -> None:
    """Labels aside, the words of the text are those of the cues, in their order."""
    spoken = words_of(" ".join(cues))
    assert words_of(re.sub(r"^\[[0-9:]+\]", "", text_of(srt(*cues)), flags=re.MULTILINE)) == spoken


@pytest.mark.slow
def test_time_is_linear_in_the_number_of_cues() -> None:
    def seconds(number: int) -> float:
        cue = "1\n00:00:01,000 --> 00:00:02,000\nMara: I know you do.\n\n1\n00:00:02,000 --> 00:00:03,000\nTeo: Yes\n\n"
        content = io.StringIO(cue * number)
        start = time.process_time()
        read(content)
        return time.process_time() - start

    seconds(100)
    assert seconds(10_000) < 20 * seconds(1_000) + 0.2
