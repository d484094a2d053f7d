"""Calls over the radio, logs of a cockpit, and openings of pages that promise a transcript and show one turn of it."""

from __future__ import annotations

import pytest

from conftest import turns_of

Turns = list[tuple[str | None, str]]

#: Labels with a slash, letters behind a clock, and a legend above them.
SPACED: dict[str, tuple[str, Turns]] = {
    "labels with a slash, explained above": (
        (
            "The ferry Sorrel ran onto the bar in fog.\n\nHM = Harbour master\nM/F = Mate of the ferry\nE/R = Engine room\n\n"
            "06:18 HM We have low fog over the bar and I would wait for the tide.\n\nM/F Yes, that would be handy. We have time.\n\n"
            "HM Sorrel, harbour. Wait where you are.\n\n06:19 M/F Roger, waiting, thanks.\n\n"
            "E/R That will be the pump, won't it?\n\nM/F Right, right.\n\nHM Sorrel, are you drifting?\n\nM/F I do not think so.\n"
        ),
        [
            ("HM", "We have low fog over the bar and I would wait for the tide."),
            ("M/F", "Yes, that would be handy. We have time."),
            ("HM", "Sorrel, harbour. Wait where you are."),
            ("M/F", "Roger, waiting, thanks."),
            ("E/R", "That will be the pump, won't it?"),
            ("M/F", "Right, right."),
            ("HM", "Sorrel, are you drifting?"),
            ("M/F", "I do not think so."),
        ],
    ),
    "one letter behind a clock in groups, and a line that is wrapped": (
        (
            "VOICES OF THE SECOND DIVE\n\n"
            "00 00 01 P I feel the water. The clock has started.\n00 00 04 CC Roger, Heron.\n00 00 06 P Loud and clear, Ada.\n"
            "00 00 07. 5 CC Stand by for the mark.\n00 00 11 P Standing by.\n00 00 16 CC 3, 2, 1, mark.\n"
            "00 00 21 P Clear blue above me; nine fathoms; lamp steady;\nand the hull creaks a little.\n00 00 46 CC You look good.\n"
        ),
        [
            ("P", "I feel the water. The clock has started."),
            ("CC", "Roger, Heron."),
            ("P", "Loud and clear, Ada."),
            ("CC", "Stand by for the mark."),
            ("P", "Standing by."),
            ("CC", "3, 2, 1, mark."),
            ("P", "Clear blue above me; nine fathoms; lamp steady; and the hull creaks a little."),
            ("CC", "You look good."),
        ],
    ),
    "a timetable has half-days, no voices": (
        (
            "Open day at the tide mill\n\n9:30 AM Doors open.\n\n10:15 AM Ana Velt shows the wheel.\n\n11:00 AM Bo Olane grinds rye.\n\n"
            "12:30 PM Bread and soup.\n\n2:00 PM The sluice is opened.\n\n3:15 PM Walk along the dam.\n\n4:00 PM Doors close.\n"
        ),
        [],
    ),
}

#: Sounds with their times between the words of a log.
SOUNDS: dict[str, tuple[str, Turns]] = {
    "clocks with two dashes": (
        (
            "Voices of the lightship before it broke loose. Those heard are Capt. Ana Velt and mate Bo Olane.\n\n"
            "9:15:48:2--Olane: Two fathoms, thank you.\n\n9:15:51:8--(Sound of a thump)\n\n9:15:54:2--Olane: More chain.\n\n"
            "9:15:55.0--Velt: You all right?\n\n9:15:55.3--Olane: Yes, I'm fine.\n\n9:15:56.6--(Sound of two thumps)\n\n"
            "9:15:57.5--Velt: Hold on to it, hold on.\n\n9:15:58.7--(Chain runs out until the end of the tape.)\n"
        ),
        [
            ("Olane", "Two fathoms, thank you."),
            ("Olane", "More chain."),
            ("Velt", "You all right?"),
            ("Olane", "Yes, I'm fine."),
            ("Velt", "Hold on to it, hold on."),
        ],
    ),
    "what was heard instead of words": (
        (
            "Last words from the bell\n\n21:21 Diver: (Cannot be made out.)\n\n21:24 Tender: That keeps coming on.\n\n"
            "22:20 Diver: So I am past the ledge.\n\n22:30 Tender: What does it say about that?\n\n24:03 Diver: Nothing.\n\n"
            "24:11 Tender: OK.\n\n24:20: (Sound of a hammer.)\n\n24:31 Diver: I hear you.\n\n24:40: (Sound of air.)\n"
        ),
        [
            ("Diver", "(Cannot be made out.)"),
            ("Tender", "That keeps coming on."),
            ("Diver", "So I am past the ledge."),
            ("Tender", "What does it say about that?"),
            ("Diver", "Nothing."),
            ("Tender", "OK."),
            ("Diver", "I hear you."),
        ],
    ),
    "a name in brackets behind a clock stays a label": (
        (
            "00:01 (Ana Velt): Who has the lamp?\n\n00:04 (Bo Olane): I have it here.\n\n00:09 (Ana Velt): Then we can go.\n\n"
            "00:12 (Bo Olane): Wait for me, please.\n"
        ),
        [
            ("Ana Velt", "Who has the lamp?"),
            ("Bo Olane", "I have it here."),
            ("Ana Velt", "Then we can go."),
            ("Bo Olane", "Wait for me, please."),
        ],
    ),
}

LEDE = (
    "The tide mill at Tern has ground no corn since the dam broke, and for nine years nobody asked why the sluice was never "
    "mended, although the money lay in the bank and the stones were cut. Ana Velt, who keeps the mill, has now written a book "
    "about it, which sold out in a week in all three shops of the town and is being printed again. It tells of a council that "
    "met at night, of a letter that was read by everybody but the one to whom it was sent, and of a miller who went to sea "
    "because there was no corn left to grind. Last week she sat down with our programme to speak about the water, the dam and "
    "what she would do with the wheel if somebody gave her the money for it."
)
HELLO = "Hi, I'm Ana Velt, and before we start I wanted to say how the dam broke. It rained for nine days, and I was the only one awake."

#: Pages that open with much text and break off in the first turn, or the second.
PROMISED: dict[str, tuple[str, Turns]] = {
    "one turn below the promise of a transcript": (
        (
            f"The miller of Tern\n\n{LEDE}\n\nYou can listen above, or read a lightly edited transcript of the talk.\n\n"
            f"If you like it, tell a friend.\n\nAna Velt: {HELLO}\n\nThe council also said that\n"
        ),
        [("Ana Velt", f"{HELLO} The council also said that")],
    ),
    "an outlet and a first name": (
        (
            f"The miller of Tern\n\n{LEDE} Below is the whole transcript. Enjoy it!\n\nThe talk\n\n"
            "Ternwell: We keep a garden, and your book is famous there. Which wheel would you build today?\n\n"
            "Ana: It's a good question. I think I would build an undershot wheel. I like it more than the other kind.\n"
        ),
        [
            ("Ternwell", "We keep a garden, and your book is famous there. Which wheel would you build today?"),
            (
                "Ana",
                "It's a good question. I think I would build an undershot wheel. I like it more than the other kind.",
            ),
        ],
    ),
    "one titled name in capitals, as records print it": (
        (
            f"The miller of Tern\n\n{LEDE}\n\nNils Sorn and his listeners talk to her today. Welcome to the programme.\n\n"
            'Ms. ANA VELT (Author, "The Wheel: Nine Winters"): Thank you for having me, Nils. I can hardly believe it.\n'
        ),
        [
            (
                'Ms. ANA VELT (Author, "The Wheel: Nine Winters")',
                "Thank you for having me, Nils. I can hardly believe it.",
            )
        ],
    ),
    "no promise, one name in a story": (
        f"The miller of Tern\n\n{LEDE}\n\nAna Velt: {HELLO}\n\nThe council said no.\n",
        [],
    ),
    "a promise, and a field of the page": (
        f"The miller of Tern\n\n{LEDE}\n\nA transcript will follow tomorrow.\n\nFirst published: on Monday, in the evening paper.\n",
        [],
    ),
}

#: A name asks, another answers, and there the page breaks off.
BROKEN_OFF: dict[str, tuple[str, Turns]] = {
    "the guest's name is the title": (
        (
            f"Ana Velt\n\nA talk with Ana Velt about water\n\n{LEDE}\n\n"
            "Bo Olane: Ana, take me back to the night of the flood. Why did nobody wake?\n\n"
            "Ana Velt: I was nine, and I heard it first. My father said it was the wind.\n\nPeople think that I\n"
        ),
        [
            ("Bo Olane", "Ana, take me back to the night of the flood. Why did nobody wake?"),
            ("Ana Velt", "I was nine, and I heard it first. My father said it was the wind. People think that I"),
        ],
    ),
    "nobody asks": (
        f"The mill\n\n{LEDE}\n\nBo Olane: The dam of 1911.\n\nAna Velt: I was nine, and I heard it first.\n\nThe council said no.\n",
        [],
    ),
    "a story goes on below": (
        (
            f"The mill\n\n{LEDE}\n\nBo Olane: Why did nobody wake?\n\nAna Velt: I was nine.\n\n"
            "The council said no.\n\nIt met at noon.\n\nNobody came.\n\nThe wheel turned.\n"
        ),
        [],
    ),
}

#: A band is asked: the questions have numbers or stand bare, and whoever answers has a label.
BANDS: dict[str, tuple[str, Turns]] = {
    "numbered questions": (
        (
            "1. What is a good song?\nPell: It has to wake me. If it does not, I go home.\n2. What did you hear?\nSibb: Rain.\n"
            "3. Why should I buy it?\nSibb: The answer before was a joke. We worked on it for nine years, and I like it.\n"
            "4. What did you buy first?\nSibb: An ice, I think.\n5. Why did you begin?\nPell: I was sixteen, and my hands were cold.\n"
        ),
        [
            ("Pell", "It has to wake me. If it does not, I go home."),
            ("Sibb", "Rain."),
            ("Sibb", "The answer before was a joke. We worked on it for nine years, and I like it."),
            ("Sibb", "An ice, I think."),
            ("Pell", "I was sixteen, and my hands were cold."),
        ],
    ),
    "bare questions, tight colons": (
        (
            "The makers\n\nHow did you begin?\n\nOlane:I wanted to build boats.\n\nWho taught you?\n\n"
            "Olane:My aunt. She never measured anything.\n\nAnd you?\n\nVelt:I was paid to sweep.\n\nWhat next?\n\nVelt:Who knows?\n"
        ),
        [
            ("Olane", "I wanted to build boats."),
            ("Olane", "My aunt. She never measured anything."),
            ("Velt", "I was paid to sweep."),
            ("Velt", "Who knows?"),
        ],
    ),
    "questions with a label stay said": (
        (
            "Pell: What is a good song?\n\nSibb: It has to wake me.\n\nPell: And if it does not?\n\nSibb: I go home.\n\n"
            "Pell: Where do you live?\n\nSibb: In Tern. I told you.\n"
        ),
        [
            ("Pell", "What is a good song?"),
            ("Sibb", "It has to wake me."),
            ("Pell", "And if it does not?"),
            ("Sibb", "I go home."),
            ("Pell", "Where do you live?"),
            ("Sibb", "In Tern. I told you."),
        ],
    ),
}

NOTES = (
    "Notes of episode nine\n\nOne thing to try\n\nMend one thing a week, and not two.\n\nWhat we read\n\n"
    "- Ana: The Well and the Rope, by Sorn\n- Bo: Nine Winters\n\n{heading}\n\n"
)
EPISODE = "Ana\n\nHello and welcome. I am glad that you are here.\n\nBo\n\nThank you. I have read your letter.\n\nAna\n\nAll of it?\n"
EPISODE_TURNS: Turns = [
    ("Ana", "Hello and welcome. I am glad that you are here."),
    ("Bo", "Thank you. I have read your letter."),
    ("Ana", "All of it?"),
]


@pytest.mark.parametrize(("text", "expected"), SPACED.values(), ids=SPACED)
def test_letters_of_a_log(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), SOUNDS.values(), ids=SOUNDS)
def test_sounds_with_a_clock_are_nobodys(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), PROMISED.values(), ids=PROMISED)
def test_openings_with_one_or_two_turns(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), BROKEN_OFF.values(), ids=BROKEN_OFF)
def test_a_question_and_its_answer_below_a_long_introduction(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), BANDS.values(), ids=BANDS)
def test_several_who_answer_questions_without_a_label(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize("heading", ["## Transcript", "*This transcript is unedited*", "Full transcript:"])
def test_show_notes_above_the_transcript_have_no_turns(heading: str) -> None:
    assert turns_of(NOTES.format(heading=heading) + EPISODE) == EPISODE_TURNS


def test_a_transcript_of_two_parts_keeps_the_first() -> None:
    first = "Ana: Who has the lamp?\n\nBo: I have it.\n\nAna: Then we can go.\n\n"
    text = f"{first}## Transcript of the second part\n\nAna: Where are we?\n\nBo: At the well, I think.\n\nAna: You think?\n"
    assert [label for label, _ in turns_of(text)] == ["Ana", "Bo", "Ana", "Ana", "Bo", "Ana"]


def test_names_with_a_clock_below_an_introduction_are_no_signatures() -> None:
    text = (
        "Our guests came from three harbours. They tell how they met.\n\n\n"
        "Ana Velt 00:00:02\nHi, everybody. I am Ana Velt. Bo.\n\nBo Olane 00:00:20\nThank you, Ana. I live in Tern, and it is warm.\n\n"
        "Ana Velt 00:00:35\n\nMara Lind 00:00:36\nHello, I'm Mara. I mend sails.\n\nAna Velt 00:00:58\nAnd I woke up this morning, and\n"
    )
    assert turns_of(text) == [
        ("Ana Velt", "Hi, everybody. I am Ana Velt. Bo."),
        ("Bo Olane", "Thank you, Ana. I live in Tern, and it is warm."),
        ("Mara Lind", "Hello, I'm Mara. I mend sails."),
        ("Ana Velt", "And I woke up this morning, and"),
    ]


def test_what_a_talk_opens_with_may_come_again() -> None:
    best = "You will never mend a dam with a letter, whoever signs it."
    text = (
        "# The miller\n\n## Transcript\n\nAna Velt (00:00:00):\nWe wrote nine letters. I signed them all.\n\n"
        f"Bo Olane (00:00:15):\n{best}\n\nAna Velt (00:00:24):\nThat is what you said.\n\n"
        f"Bo Olane (00:01:11):\nMy guest is Ana Velt. I told her so. {best} If you like such stories, this one is for you.\n\n"
        "Ana Velt (00:04:45):\nThank you. It is good to be back.\n"
    )
    assert ("Bo Olane", best) in turns_of(text)


def test_bullets_before_every_line_say_nothing_of_the_names() -> None:
    lines = [
        "Operator", "Ladies and gentlemen, thank you for standing by.", "Welcome to the call of Tern Rope.",
        "If you have a question, you will press one.", "Please go ahead, sir.",
        "Bo Olane", "Thank you, and welcome to our call.", "My name's Bo Olane, and I keep the money.",
        "We sold more rope than ever.", "I will now read you the numbers.",
    ]  # fmt: skip
    text = "Tern Rope, second quarter\n\n" + "\n\n".join(f"  • {line}" for line in lines) + "\n"
    assert turns_of(text) == [("Operator", " ".join(lines[1:5])), ("Bo Olane", " ".join(lines[6:]))]


def test_a_clock_that_stands_still_is_said_by_nobody() -> None:
    talk = [
        ("Ana Velt", "Hello, I am Ana."),
        ("Bo Olane", "And I am Bo."),
        ("Ana Velt", "Where were you?"),
        ("Bo Olane", "At sea."),
    ]
    text = "\n\n".join(f"0:00 {label}  00:1{at}\n\n0:00 {words}" for at, (label, words) in enumerate(talk)) + "\n"
    assert turns_of(text) == talk


TAPES = (
    "The wheel\n\nHere is a transcript of the talk:\n\n"
    "Ana Velt: It is the rarest of stories, when a town builds a wheel that nobody asked for, and then cannot stop turning it: \n\n"
    "Tape: People come from everywhere to see it.\n\nTape: This is the closest thing I have seen to a clock.\n\n"
    "Velt: They came by boat, and they stayed. Which made the next news so strange: \n\n"
    "Tape: The wheel was sold on Friday.\n\nTape: We hear that it may come back.\n\nVelt: It did come back, and I was there.\n"
)


def test_a_long_line_that_leads_over_to_a_recording_is_said() -> None:
    assert [label for label, _ in turns_of(TAPES)] == ["Ana Velt", "Tape", "Tape", "Velt", "Tape", "Tape", "Velt"]


def test_a_field_that_leads_to_a_list_is_not() -> None:
    text = (
        "Harbour talk\n\nGuests:\n\nAna Velt: I am glad that you came.\n\nBo Olane: Thank you. I nearly did not.\n\n"
        "Ana Velt: What kept you?\n\nBo Olane: The tide, as ever.\n"
    )
    assert [label for label, _ in turns_of(text)] == ["Ana Velt", "Bo Olane", "Ana Velt", "Bo Olane"]


#: Remarks of an editor in brackets; the text breaks off in the last of them.
DIVE = (
    "122:36:58 Olane: Where did they want it?\n\n122:37:00 Velt: Nine fathoms down.\n\n"
    '[Velt: "The line had marks at every fathom, and I had lost count of them by then."]\n\n'
    "122:37:02 Olane: Back, then?\n\n122:37:10 Velt: You have a rock ahead of you.\n\n122:37:21 Olane: Yes. Thank you.\n\n"
)


@pytest.mark.parametrize(
    ("end", "said"),
    [("[The mate notes that the lamps of that year were", 0), ("[pointing] It was there.", 1), ("[I think", 0)],
)
def test_a_remark_in_brackets_with_which_a_text_breaks_off(end: str, said: int) -> None:
    words = turns_of(DIVE + end)[-1][1]
    assert words == ("Yes. Thank you. " + end if said else "Yes. Thank you.")
