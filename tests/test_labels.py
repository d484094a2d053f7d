"""The shape of labels, their notes, and the candidates at the head of a line."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import pytest

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.labelwords import label_words
from quotedb.parsing.transcript.notes import leading_note, note_words, rendering_of, split_note
from quotedb.parsing.transcript.shape import case_of, key_of, shape_of
from quotedb.parsing.transcript.stamps import stamp_alone
from quotedb.parsing.transcript.surfaces import head_of

LEX = lexicon("en")
WORDS, NOTES = label_words(LEX), note_words(LEX)


@pytest.mark.parametrize(
    "label",
    [
        "Q", "QUESTION", "Interviewer", "Speaker 1", "SPEAKER_00", "The Witness", "UNIDENTIFIED MALE", "Some hon. members", "MR. OLANE",
        "Mr. de la Olane", "Dr. Elsa Wind, Minister for Rivers", "President of Orvania Ana Velt", "CARA LINDT, TERN NEWS ANCHOR",
        "The CHAIR (Ms. Olane)", "Ana Velt", "O'Lane", "van der Velt", "Élise Müller-Wind", "CDR", "CL", "Ana", "王小明",
        "The SPEAKER pro tempore (Mr. Stell)", "Will", "May", "Can", "Will Stone", "WILL STONE", "Mr. Will Stone", "Senator Will Stone", "Ms. Will",
        "Can Demir", "Said Ahmed", "Or Coyne", "Just Fontane", "An Olsund", "Will van der Velt", "Ana Will", "Will Stone, Tern Party",
        'Mira "The Brush" Velt', "Mira “Red” Velt", "MIRA “THE BRUSH” VELT",
    ],
)  # fmt: skip
def test_labels_look_like_labels(label: str) -> None:
    """Names, titles, roles, initials and voices are possible labels."""
    assert shape_of(label, WORDS) >= 0.5


@pytest.mark.parametrize(
    "label",
    [
        "There is a saying in Tern", "Note", "Editor’s note", "TRANSCRIPT", "Index of the day", "Her advice", "may it please the court", "http",
        "Mr", "Then she told us", "Mr. President, I say this", "He said", "What about the dam?", "(Laughter.) Ana Velt", "Why it matters", "2011",
        "She was clear", "Hey, Olane is right about one thing", "Part Two", "So", "But", "No", "Will you", "Will You", "Can We Talk", "So What",
        "The Bill Will Pass", "Said The Minister", "Even So", "will", "My only point", "No More",
        '"The Brush" is here', 'He called it "The Brush" then', '"Red" Velt',
    ],
)  # fmt: skip
def test_sentences_and_fields_do_not(label: str) -> None:
    """The head of a sentence, the name of a field and a bare title are none."""
    assert shape_of(label, WORDS) == 0


@pytest.mark.parametrize(
    ("label", "key", "case"),
    [
        ("ANA  VELT", "ana velt", "capitals"),
        ("Ana Velt", "ana velt", "title"),
        ("**Ana_Velt**", "ana velt", "title"),
        ("Ms. VELT (TERN)", "ms. velt (tern)", "capitals"),
        ("ana", "ana", "none"),
    ],
)
def test_key_and_case(label: str, key: str, case: str) -> None:
    """Two printings of one label have one key."""
    assert (key_of(label), case_of(label)) == (key, case)


@pytest.mark.parametrize(
    ("printed", "label", "note"),
    [
        ("Ana Velt (as interpreted)", "Ana Velt", "as interpreted"),
        ("Mr. Olane (Tern) (spoke in Ternish)", "Mr. Olane (Tern)", "spoke in Ternish"),
        ("The CHAIR (Ms. Olane)", "The CHAIR (Ms. Olane)", None),
        ("Bo Olane (PPO)", "Bo Olane (PPO)", None),
        ("Bo Olane, through an interpreter", "Bo Olane", "through an interpreter"),
        ("(as interpreted)", "(as interpreted)", None),
        ("Ana Velt (", "Ana Velt (", None),
    ],
)
def test_split_note(printed: str, label: str, note: str | None) -> None:
    """Only a last bracket that says how somebody spoke is a note."""
    assert split_note(printed, NOTES) == (label, note)


def test_leading_note_must_tell_the_rendering() -> None:
    """Behind the colon only a note on the rendering is taken off the words."""
    text = "(As interpreted.)  Good evening"
    assert leading_note(text, 0, len(text), NOTES) == ("As interpreted", 19)
    assert leading_note("(Laughter.) Yes", 0, 15, NOTES) == (None, 0)
    assert leading_note("", 0, 0, NOTES) == (None, 0)


@pytest.mark.parametrize(
    ("note", "rendering"),
    [
        ("as interpreted", "interpreted"), ("As interpreted.", "interpreted"), ("through interpreter", "interpreted"),
        ("speaking through a translator", "interpreted"), ("via interpretation", "interpreted"), ("in Orvanian", "interpreted"),
        ("translated from Ternish", "translated"), ("in English", "original"), ("original", "original"), ("laughs", "unknown"), (None, "unknown"),
    ],
)  # fmt: skip
def test_rendering_of_a_note(note: str | None, rendering: str) -> None:
    """Notes about interpreters, translators and languages say how the words reached us."""
    assert rendering_of(note, NOTES) == rendering


@pytest.mark.parametrize(
    ("line", "label", "surface", "stamp", "rest"),
    [
        ("Ana Velt: Good day", "Ana Velt", "colon", None, "Good day"),
        ("[00:12] Ana Velt: Good day", "Ana Velt", "stamped colon", "00:12", "Good day"),
        ("Ana Velt [00:12]: Good day", "Ana Velt", "colon time", "00:12", "Good day"),
        ("Ana Velt  0:06", "Ana Velt", "name time own line", "0:06", ""),
        ("Ana Velt 00:00:00-00:00:04 (4 sec)", "Ana Velt", "name time own line", "00:00:00-00:00:04", ""),
        (r"**Ana Velt:** \[01:07\] Good day", "Ana Velt", "bold colon time", "01:07", "Good day"),
        ("**Ana Velt**: Good day", "Ana Velt", "bold colon", None, "Good day"),
        ("Mr. VELT. Good day", "Mr. VELT", "stop", None, "Good day"),
        ("MR. VELT", "MR. VELT", "bare own line", None, ""),
        ("Sr. Velt. — Buenas", "Sr. Velt", "stop dash", None, "Buenas"),
        ("Q    Good day", "Q", "gap", None, "Good day"),
        ("Q Good day", "Q", "space", None, "Good day"),
        ("Ana Velt：Good day", "Ana Velt", "wide colon", None, "Good day"),
        (">> VELT: Good day", "VELT", "marked colon", None, "Good day"),
        ("<Ana> Good day", "Ana", "angled", None, "Good day"),
        ("[Ana] Good day", "Ana", "bracketed", None, "Good day"),
    ],
)
def test_surfaces(line: str, label: str, surface: str, stamp: str | None, rest: str) -> None:
    """How the label is set off, its stamp, and where the words begin."""
    head = head_of(line, 0, 0, len(line), False, NOTES, lambda name: shape_of(name, WORDS))
    assert head is not None
    assert (head.label, head.surface, head.stamp, line[head.body :]) == (label, surface, stamp, rest)
    assert line[head.start : head.end] == label


@pytest.mark.parametrize(
    "line",
    [
        "At 1:00 p.m. the hall opens.", "https://tern.example: see there", "There is a saying: old wells give good water.", "Well, no.",
        "We met at 10:30.", "A bill for the relief of wells", "It was so — and nobody knew.", "",
    ],
)  # fmt: skip
def test_lines_without_a_candidate(line: str) -> None:
    """Times, addresses and sentences hold no label."""
    assert head_of(line, 0, 0, len(line), False, NOTES, lambda name: shape_of(name, WORDS)) is None


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("0:53", "0:53"),
        ("[00:00:12]", "00:00:12"),
        ("00:01 --> 00:07", "00:01 --> 00:07"),
        ("0:53 Ana", None),
        ("Ana", None),
    ],
)
def test_stamp_alone(line: str, stamp: str | None) -> None:
    """A line with a time stamp and nothing else."""
    assert stamp_alone(line) == stamp
