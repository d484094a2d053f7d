"""A text in which every paragraph begins with a time and a label is a transcript, however short."""

from __future__ import annotations

import pytest

import quotedb

TURNS: list[tuple[str, list[tuple[str, str]]]] = [
    # two people who speak once, with names of one word: too little anywhere else
    ("[00:00:00] Mara: The lamps are lit.\n\n[00:00:02] Teo: Good.\n", [("Mara", "00:00:00"), ("Teo", "00:00:02")]),
    ("[00:00:00] Mara: The lamps are lit.\n", [("Mara", "00:00:00")]),
    # sounds stand between; labels in small letters, with figures, in another script
    ("[00:00:00] Mara: Lit.\n\n[foghorn]\n\n[00:00:02] Mara: Hark.\n", [("Mara", "00:00:00"), ("Mara", "00:00:02")]),
    ("[00:00:00] SPEAKER_00: Lit.\n\n[00:00:02] SPEAKER_01: Good.\n", [("SPEAKER_00", "00:00:00"), ("SPEAKER_01", "00:00:02")]),
    ("[00:00:00] 李明: 你好。\n\n[00:00:02] teo: Good.\n", [("李明", "00:00:00"), ("teo", "00:00:02")]),
    # the same words with one paragraph that has no label: judged like any other text
    ("The lamps of Orvask\n\n[00:00:00] Mara: The lamps are lit.\n\n[00:00:02] Teo: Good.\n", []),
    ("[00:00:00] Mara: The lamps are lit.\n\nIt was noon.\n\n[00:00:02] Teo: Good.\n", []),
    # a log has no blank lines between its entries
    ("[00:00:00] ERROR: No oil is left.\n[00:00:02] WARNING: Two lamps are out.\n", []),
    # a programme has times, too, and no colon behind a name
    ("[00:00:00] Doors open at the chandlery\n\n[01:00:00] The lamps are lit\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_a_time_and_a_label_before_every_paragraph(text: str, expected: list[tuple[str, str]]) -> None:
    found = [turn for turn in quotedb.parse(text) if turn.kind == "turn"]
    assert [(turn.label, turn.timestamp) for turn in found] == expected
    assert all(text[turn.start_char : turn.end_char] == turn.text for turn in found)
