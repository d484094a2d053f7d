"""Speech that was written down as it was heard, chats by handle, and turns that a page frames with signs of its own."""

from __future__ import annotations

import pytest

from conftest import turns_as_printed

SAID = ("so where do you go when the wind turns", "mostly to the sound", "and then", "then we wait i suppose", "how long do you wait",
        "until it is over", "hm hm", "you get used to it")  # fmt: skip
NAMES = ("A", "B")
HEARD = [(NAMES[n % 2], words) for n, words in enumerate(SAID)]
TOP = "Talk with two fishers\n\nThey talked for an hour in the net loft. Nobody else was there.\n\n"
PRINTS = {
    "letters": [f"{who}: {words}" for who, words in HEARD],
    "letters and numbers": [f"{n} {who}: {words}" for n, (who, words) in enumerate(HEARD, 1)],
    "space before the colon": [f"{who} : {words}" for who, words in HEARD],
}


@pytest.mark.parametrize("name", PRINTS)
def test_speech_without_full_stops(name: str) -> None:
    """Two who answer each other in small letters talk, although no sentence ends."""
    assert turns_as_printed(TOP + "\n".join(PRINTS[name]) + "\n") == HEARD


CHAT = [
    ("olin", "Good evening all."), ("marsh7", "hi"), ("velt", "Hi"), ("olin", "Give me a minute."),
    ("marsh7", "ok, velt is out"),
    ("olin", "marsh7, where is the key?"), ("marsh7", "on the hook"), ("velt", "which one"), ("marsh7", "I don't know"),
    ("olin", "Then we start."),
]  # fmt: skip


def test_chat_by_handle() -> None:
    """Where a time stands before every line, a handle speaks although the others use it as a word."""
    text = "Boat club/Meetings/Log\n\n" + "\n".join(
        f"[4:{30 + n}pm] {who}: {said}" for n, (who, said) in enumerate(CHAT)
    )
    assert turns_as_printed(text) == CHAT


NOBODY = {
    "fields of records": "\n".join(f"{field}: {value}" for n in range(4) for field, value in (("boat", f"heron {n}"), ("berth", "west"))),
    "a glossary": "\n".join(f"{word}: {said}" for word, said in (
        ("Bight", "a bend in a rope"), ("Bow", "the front of your boat"), ("Cleat", "what you tie it to"), ("Stern", "the back of it"))),
    "a log of a machine": "\n".join(f"[4:{30 + n}pm] {who}: {said}" for n, (who, said) in enumerate(
        [("pump", "started"), ("gate", "closed"), ("pump", "stopped"), ("gate", "open"), ("pump", "started"), ("gate", "closed")])),
    "numbered ingredients": "\n".join(f"{n} {word}: {said}" for n, (word, said) in enumerate(
        (("Flour", "sift it"), ("Eggs", "beat them"), ("Milk", "warm it"), ("Salt", "as you like")), 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", NOBODY)
def test_small_letters_that_nobody_says(name: str) -> None:
    """Fields, terms, machines and ingredients have small letters behind a colon as well."""
    assert turns_as_printed(TOP + NOBODY[name] + "\n") == []


FRAMED = {
    "a sign before every label": "Points of order\n\n§ Mrs. Velt (Ternhaven)\n\nHave you seen the letter, Madam Chair?\n\n"
    "§ Madam Chair\n\nI have it here, and I shall read it.\n\n§ Mr. Olin (Sound)\n\nI wrote it, I must say.\n\n"
    "§ Madam Chair\n\nThen we are done.\n",
    "buttons below every label": "Points of order\n\nMrs. Velt (Ternhaven)\n\n- Share\n- -\n\nHave you seen the letter, Madam Chair?\n\n"
    "Madam Chair\n\n- Share\n- -\n\nI have it here, and I shall read it.\n\nMr. Olin (Sound)\n\n- Share\n- -\n\nI wrote it, I must say.\n\n"
    "Madam Chair\n\n- Share\n- -\n\nThen we are done.\n",
    "a clock with a point": "Flight 12\n\n09.29:20\tMrs. Velt (Ternhaven):\tHave you seen the letter, Madam Chair?\n"
    "09.29:27\tMadam Chair:\tI have it here, and I shall read it.\n09.29:41\tMr. Olin (Sound):\tI wrote it, I must say.\n"
    "09.29:55\tMadam Chair:\tThen we are done.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", FRAMED)
def test_what_frames_a_label(name: str) -> None:
    """Signs, buttons and clocks round a label are neither part of it nor said."""
    assert turns_as_printed(FRAMED[name]) == [
        ("Mrs. Velt (Ternhaven)", "Have you seen the letter, Madam Chair?"),
        ("Madam Chair", "I have it here, and I shall read it."),
        ("Mr. Olin (Sound)", "I wrote it, I must say."),
        ("Madam Chair", "Then we are done."),
    ]


def test_rush_transcript() -> None:
    """A page that calls itself a transcript is one, although everybody speaks once and nobody to anybody."""
    names = ("ADA FRY", "BO MARSH", "CARA LINDT", "DAG OLIN", "EVA TARN", "FINN SOUND", "GRO VELT")
    said = (
        "I saw the boats.",
        "I was at sea.",
        "I heard the fog horn.",
        "I had a good year.",
        "The gate is shut.",
        "The light is out.",
        "Rain.",
    )
    text = "Harbour News\n\nThirty Years of Boats\n\nTHIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.\n\n"
    text += "\n\n".join(f"{name}, HARBOUR REPORTER: {words}" for name, words in zip(names, said, strict=True))
    assert turns_as_printed(text) == [
        (f"{name}, HARBOUR REPORTER", words) for name, words in zip(names, said, strict=True)
    ]


def test_voices_that_a_machine_counted() -> None:
    """`spk03` is a voice, like `Speaker 3`."""
    said = [
        ("spk05", "Greetings."),
        ("spk03", "Welcome to the call of Tern Shipping. You may begin."),
        ("spk00", "Thank you for joining us."),
    ]
    assert (
        turns_as_printed("Tern Shipping\n\nConference call\n\n" + "\n".join(f"{who}: {words}" for who, words in said))
        == said
    )
