"""Minutes with a chat beside them, logs, and pages of which only the words were kept: what sets a label off there."""

from __future__ import annotations

import io

import pytest

import quotedb
from conftest import turns_of
from quotedb.reading import read

Said = tuple[str | None, str]


def page(html: str) -> list[Said]:
    """The turns of an HTML page."""
    return turns_of(read(io.StringIO(f"<html><body>{html}</body></html>")).text)


LOG = """Log of #tides on 2014-09-30

Times are in UTC.

14:11:56 [gaugebot]
gaugebot has joined #tides
14:12:12 [petrel]
shall we start with the float?
14:12:14 [odd_jb]
it is stuck again
14:12:20 [petrel]
who has been there?
14:12:24 [gaugebot]
I do not understand 'who has been there', petrel
14:12:25 [kelpie]
me, yesterday
14:12:52 [odd_jb]
and?
14:13:10 [kelpie]
a crab
"""


def test_a_log_with_the_words_below_time_and_handle() -> None:
    assert turns_of(LOG) == [
        ("gaugebot", "gaugebot has joined #tides"),
        ("petrel", "shall we start with the float?"),
        ("odd_jb", "it is stuck again"),
        ("petrel", "who has been there?"),
        ("gaugebot", "I do not understand 'who has been there', petrel"),
        ("kelpie", "me, yesterday"),
        ("odd_jb", "and?"),
        ("kelpie", "a crab"),
    ]


def test_sounds_behind_times_are_no_handles() -> None:
    sounds = ["[Music]", "[Applause]", "[Music]", "[Laughter]", "[Applause]"]
    lines = [f"0{n}:1{n} {sound}\nand so the ferry went, and nobody heard it go" for n, sound in enumerate(sounds)]
    assert turns_of("\n".join(lines)) == []


MINUTES = """Lamp group, 4 May

These minutes are public

Scribes: Ana Velt, Bo Olane

<bo> scribe: bo

mara: Welcome everyone, I hope you can all hear me

<sorrel> is on the train

mara: Thanks to the harbour office
... we will hear from them first

NilsPreuss: On behalf of the harbour office, welcome to Tern
... we have mended forty lamps. Do you want to see the list?

<bo> +1

<tessa> yes please

mara: The list is on the table. Are there questions?

NilsPreuss: I have one. Who pays?
"""


def test_what_others_write_while_somebody_speaks() -> None:
    said = turns_of(MINUTES)
    assert [label for label, _ in said] == [
        "bo", "mara", "sorrel", "mara", "NilsPreuss", "bo", "tessa", "mara", "NilsPreuss",
    ]  # fmt: skip
    assert said[4] == (
        "NilsPreuss",
        "On behalf of the harbour office, welcome to Tern ... we have mended forty lamps. Do you want to see the list?",
    )


def test_elements_of_html_are_no_handles() -> None:
    text = "\n\n".join(
        [
            "Ana Velt: Good morning. I am glad that you could come to Tern.",
            "<p> Bring a lamp.",
            "Bo Olane: Thank you. We are happy to be here.",
            "<li> Bring a friend.",
            "Ana Velt: Let us begin. Who wants to speak?",
            "<div> Bring a boat.",
            "<p> Bring an oar.",
            "Bo Olane: I have read your letter, and I agree.",
        ]
    )
    assert {label for label, _ in turns_of(text)} == {"Ana Velt", "Bo Olane"}


PRESENT = "Ana Velt (AV), Bo Olane (BO), Mara Vant Ock (MVO), Nils Preuss (NP)"
NOTES = f"""# Notes of 18 September

{PRESENT}

## 4.2 Lamps that nobody lights

BO: Can we pick three people for a recommendation?

AV: Ideal

BO: I think that is important to the town

AV: a lamp without oil is how the harbour saves what it does not have

NP: You assume that the council will pay

AV: If we freeze the price, we close the door to everything else

MVO: By "freeze" you mean this year, not for ever

AV: Yes, this year
"""


def test_initials_of_those_who_are_present_need_no_full_stops() -> None:
    said = turns_of(NOTES)
    assert [label for label, _ in said] == ["BO", "AV", "BO", "AV", "NP", "AV", "MVO", "AV"]
    assert said[1] == ("AV", "Ideal")


def test_initials_of_bodies_are_no_voices() -> None:
    text = "Harbour Lamp Board (HLB), Tern Ferry Union (TFU), Office of Oars (OO)\n\n" + "\n\n".join(
        f"{body}: {what}"
        for body, what in [
            ("HLB", "lamps, oil and wicks"),
            ("TFU", "ferries below 40 tons"),
            ("OO", "oars"),
            ("HLB", "lamps on the north quay"),
            ("TFU", "ferries at night"),
            ("OO", "oars made of ash"),
            ("HLB", "wicks again"),
            ("TFU", "piers"),
        ]
    )
    assert turns_of(text) == []


LOST = """Вечерний разговор

{a}Добрый вечер. Мы снова в студии.

{b}Добрый вечер. Сегодня поговорим о фонарях.

{a}Начнём с письма?

{b}Да, с письма. Его прислали утром.

{a}Кто прислал?
"""


IN_ENGLISH = """An evening talk

{a}Good evening. We are back in the studio.

{b}Good evening. I would like to talk about lamps.

{a}Shall we begin with the letter?

{b}Yes, with the letter. It came in the morning.

{a}Who sent it?
"""


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        (LOST, "Т. Оланов ", "Д. Вельт "),
        (LOST, "Т.Оланов ", "Д.Вельт "),
        (LOST, "Ст.Оланов ", "Дм.Вельт "),
        (IN_ENGLISH, "T. Olane ", "K. Velt "),
    ],
)
def test_initials_and_a_surname_that_lost_their_bold_type(text: str, a: str, b: str) -> None:
    said = turns_of(text.format(a=a, b=b))
    assert [label for label, _ in said] == [a.strip(), b.strip(), a.strip(), b.strip(), a.strip()]
    assert said[2][1] in ("Начнём с письма?", "Shall we begin with the letter?")


def test_a_list_of_books_is_by_nobody_who_speaks() -> None:
    books = ["A. Velt The Lamps of Tern", "B. Olane Oars", "A. Velt Ferries and Floats", "N. Preuss The North Quay"]
    assert turns_of("Books about Tern\n\n" + "\n\n".join(books)) == []


CELLS = """第一回:話が始まる。
灯台の話をしました。
{0} |
今日は来てくれてありがとうございます。 |
{1} |
いえいえ、灯台の話なら何でも聞いてください。 |
{0} |
では、油の値段から始めましょうか。 |
{1} |
はい。高いです。 |
"""


def test_cells_of_a_table_line_by_line() -> None:
    assert turns_of(CELLS.format("森田", "小川")) == [
        ("森田", "今日は来てくれてありがとうございます。"),
        ("小川", "いえいえ、灯台の話なら何でも聞いてください。"),
        ("森田", "では、油の値段から始めましょうか。"),
        ("小川", "はい。高いです。"),
    ]


COUNTED = """Evening in Tern

  1. OLANE: Good evening. I am Bo Olane, and I want to welcome you.
  2. The guests tonight are known to you.
  3. I will ask each of them the same question.
  4. VELT: Thank you.
  5. OLANE: My first question is about the lamps. Who pays?
  6. VELT: I do. You know that.
"""


def test_lines_that_the_page_counts() -> None:
    """The number is the page's; what somebody counts himself stays."""
    said = turns_of(COUNTED)
    assert [label for label, _ in said] == ["OLANE", "VELT", "OLANE", "VELT"]
    assert said[0][1].endswith(
        "welcome you. The guests tonight are known to you. I will ask each of them the same question."
    )
    own = "Ana Velt: I have three points.\n\n1. The lamps.\n\n2. The oil.\n\nBo Olane: I see. And the third?\n\nAna Velt: You."
    assert "2. The oil." in turns_of(own)[0][1]


FIELDS = """Third quarter: a call with those who own the lamps

10/30/2020

speaker
Operator
Ladies and gentlemen, thank you for standing by. I would now like to hand over to Mr. Bo Olane.
speaker
Bo Olane
Thank you. Good morning. We are glad that you could join us.
{}
Ana Velt
Good morning. I have a question about the oil.
"""


def test_a_field_name_above_every_label_is_said_by_nobody() -> None:
    assert [words.split()[-1] for _, words in turns_of(FIELDS.format("speaker"))] == ["Olane.", "us.", "oil."]
    # not above every label: left in place
    assert [words.split()[-1] for _, words in turns_of(FIELDS.format("as ever"))] == ["speaker", "ever", "oil."]


def test_a_clock_with_a_colon_on_its_own_line_is_nobodys() -> None:
    text = (
        "Ana Velt (00:00):\nGood evening. This is the\nshow about lamps.\nBo Olane (00:13):\nI am Bo, and we\nstart\n(00:46):\n"
        "with the oil. You know\nthat.\nAna Velt (01:10):\nYes, I do.\nMeet me there (at 10:30) again.\n"
    )
    assert turns_of(text) == [
        ("Ana Velt", "Good evening. This is the show about lamps."),
        ("Bo Olane", "I am Bo, and we start with the oil. You know that."),
        ("Ana Velt", "Yes, I do. Meet me there (at 10:30) again."),
    ]


def comments(*lines: tuple[str, str]) -> str:
    return "".join(f'<div class="comment"><span class="name">{who}</span>: {words}</div>' for who, words in lines)


MEETING = [
    ("Ana Velt", "We have Bo Olane with us from the harbour office. We will talk about the lamps on the north quay."),
    ("Ana Velt", "Any changes to the agenda?"),
    ("Bo Olane", "None. I thought that it would be good to begin with the oil, which nobody has paid for yet."),
    ("Ana Velt", "Go on, please. You have the floor."),
    ("Bo Olane", "I will pause there to see if there are questions."),
    ("Ana Velt", "I think that is a fair description of where we are."),
]


def test_minutes_whose_lines_are_called_comments() -> None:
    head = '<h1>Lamp group</h1><div class="summary"><p>Ana Velt is scribing.</p></div>'
    assert page(head + comments(*MEETING)) == MEETING


def test_comments_below_a_story_are_not_read() -> None:
    story = "".join(
        f"<p>The lamps on quay {n} were mended, and the harbour office paid for the oil.</p>" for n in range(9)
    )
    writers = [(f"Reader {n}", words) for n, (_, words) in enumerate(MEETING)]
    assert page(f"<article><h1>Lamps mended</h1>{story}</article>{comments(*writers)}") == []
    short = "<article><h1>Lamps mended</h1><p>All of them.</p></article>"
    assert page(short + comments(*writers)) == []


SHOW = """Music: "One Oar." Find us anywhere

ANA VELT, HOST:

Not that long ago I did something that a lot of people here do. I gave away my boat, and it felt good.

BO OLANE, HOST:

But?

VELT: But what I did not know was that I would miss it.

OLANE: After that, a man in Tern looked for you.

TIL VANT: I had an oar that nobody wanted, you see.

VELT: Oh, like a boat that nobody wants?

VANT: Exactly.
"""


def test_a_full_name_whose_surname_comes_back() -> None:
    assert [label for label, _ in turns_of(SHOW)] == [
        "ANA VELT, HOST", "BO OLANE, HOST", "VELT", "OLANE", "TIL VANT", "VELT", "VANT",
    ]  # fmt: skip


def test_a_title_that_names_the_guest_is_no_label() -> None:
    text = (
        "Ana Velt - Evening in Tern - 2014-08-03\n\n03.08.2014\nAna Velt - Evening in Tern - 2014-08-03 Listen\n\n"
        "BO OLANE: It is eleven in the evening. My name is Bo Olane. Here is Ana Velt. Good evening!\n\n"
        "ANA VELT: Good evening!\n\nB. OLANE: You can see us, too. Are you well?\n\nANA VELT: I am.\n"
    )
    assert [label for label, _ in turns_of(text)] == ["BO OLANE", "ANA VELT", "B. OLANE", "ANA VELT"]


NAMED_CUES = """WEBVTT

00:00:08.000 --> 00:00:12.000
(Mara Olin)
I wanted to start with a little bit of background so we know who we are talking

00:00:12.000 --> 00:00:16.000
(Mara Olin)
to. What is your background?
-
(Bo Vant)
Boats, mostly.

00:00:16.000 --> 00:00:20.000
(Mara Olin)
Do you sail (at night) or
-
(Bo Vant)
by day
"""


def test_two_names_in_brackets_in_one_caption() -> None:
    assert turns_of(read(io.StringIO(NAMED_CUES)).text) == [
        (
            "Mara Olin",
            "I wanted to start with a little bit of background so we know who we are talking to. What is your background?",
        ),
        ("Bo Vant", "Boats, mostly."),
        ("Mara Olin", "Do you sail (at night) or"),
        ("Bo Vant", "by day"),
    ]


def test_a_page_that_breaks_off_in_the_last_turn() -> None:
    """Whoever was named in full above speaks there; a field at the foot is no speaker."""
    talk = (
        "Aired 13 September\n\nLARA KUNG, HOST: Tonight one of the top talkers. How did the show come about?\n\n"
        'CHARLES ROOK, "SIXTY LAMPS": I knew the producer, who is wonderful. I talked to him in Tern.\n\n'
        "And I said that I would not give up my boat.\n\nKUNG: So he wanted you to give up the boat?\n\n"
    )
    assert turns_of(talk + "ROOK: Yes. And I sai")[-1] == ("ROOK", "Yes. And I sai")
    assert turns_of(talk + "PRODUCER: Til Vant")[-1][0] == "KUNG"


def test_fields_at_the_head_that_come_twice_are_no_speakers() -> None:
    text = (
        "An evening with Bo Olane\n\nVTR Date: May 4, 1993\n\nGuest: Olane, Bo\n\n\nHost: Ana Velt\nGuest: Bo Olane\n"
        "Title: An evening with Bo Olane\nVTR: 5/4/1993\n\nI am Ana Velt, your host. I envy my guest, who can just talk.\n\n"
        "OLANE: That is a question. I admire anybody who has a round table.\n\nVELT: It is thirty-seven years old, Bo.\n\n"
        "OLANE: You can go anywhere with it.\n\nVELT: And we have been everywhere.\n\nOLANE: I know. Were you in Tern?\n"
    )
    assert [label for label, _ in turns_of(text)] == ["OLANE", "VELT", "OLANE", "VELT", "OLANE"]


KEEPERS = "Reflections on the lamps\n\nThe paper has a piece with {}.\n\n"
LETTERS = """Q: The light went on again in May. It is not surprising that people came.

Oskvik: We have received letters! I kept one of them.

Tandri: That is right! I am happy when people say that.
"""
BOYHOOD = """How did it begin?

Oskvik: I saw the light when I was a boy. I wanted to keep it, and I went to the harbour office.

Who else was there?

Oskvik: I met the old keeper. He told me how the oil is bought, and I wrote it down.

Tandri: I came later, in May.
"""


@pytest.mark.parametrize("talk", [LETTERS, BOYHOOD])
def test_surnames_of_people_whom_the_introduction_names_in_full(talk: str) -> None:
    """One-word labels may be anything; those of people who were introduced are names."""
    labels = [line.partition(":")[0] for line in talk.split("\n") if ":" in line]
    named = KEEPERS.format("the two keepers of the pier, Runar Oskvik and Pelle Tandri (Runar Oskvik has the oil)")
    assert [label for label, _ in turns_of(named + talk)] == labels
    assert turns_of(KEEPERS.format("the two keepers of the pier") + talk) == []


def test_a_marked_heading_with_links_is_a_heading() -> None:
    link = "(https://lamps.example.org/a-long-way-to-the-slides-of-the-meeting-in-tern/and-further/on)"
    text = NOTES + f"\n#### Names for the lamps ([letter/47]{link}) ([slides]{link})\n\nNP: May a name have a space?\n"
    said = turns_of(text)
    assert said[-2:] == [("AV", "Yes, this year"), ("NP", "May a name have a space?")]


LISTED = NOTES.replace(PRESENT, "### Attendees\n\n- Ana Velt\n- Bo Olane (Tern)\n- Mara Vant Ock\n- Nils Preuss")
IN_A_ROW = NOTES.replace(PRESENT, "Present: Ana Velt, Bo Olane, Mara Vant Ock, Nils Preuss.")
TWO_OF_THEM = NOTES.replace(
    PRESENT, "### Attendees\n\n- Ana Velt\n- Al Vesk\n- Bo Olane\n- Mara Vant Ock\n- Nils Preuss"
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(NOTES, {"Ana Velt", "Bo Olane", "Mara Vant Ock", "Nils Preuss"}, id="in brackets"),
        pytest.param(LISTED, {"Ana Velt", "Bo Olane", "Mara Vant Ock", "Nils Preuss"}, id="a list of names"),
        pytest.param(IN_A_ROW, {"Ana Velt", "Bo Olane", "Mara Vant Ock", "Nils Preuss"}, id="names in a row"),
        pytest.param(TWO_OF_THEM, {"AV", "Bo Olane", "Mara Vant Ock", "Nils Preuss"}, id="AV may be either of two"),
    ],
)
def test_the_list_of_those_present_says_who_the_initials_are(text: str, speakers: set[str]) -> None:
    found = quotedb.parse(text)
    assert {u.speaker for u in found if u.kind == "turn"} == speakers


def test_a_list_of_bodies_explains_no_initials() -> None:
    text = "Members\n\n- Harbour Lamp Board\n- Tern Ferry Union\n- Oar Office\n\n" + "\n\n".join(
        ["HLB: lamps, oil and wicks", "TFU: ferries below 40 tons", "OO: oars", "HLB: lamps", "TFU: ferries at night"]
    )
    assert turns_of(text) == []


def test_unexplained_initials_stay_as_they_are_printed() -> None:
    text = (
        "AV: Good morning. I am glad that you came. How was the road?\n\nBO: Long. I drove all night.\n\n"
        "AV: And will you stay with us?\n\nBO: I will, if you let me.\n\nAV: Then let us begin.\n"
    )
    assert {u.speaker for u in quotedb.parse(text)} == {"AV", "BO"}
    assert {u.speaker for u in quotedb.parse(text.replace("BO:", "OLANE:").replace("AV:", "VELT:"))} == {
        "Olane",
        "Velt",
    }
