"""What layouts do to each other when they are combined: ratings below turns, pages through talks, narrow columns, lost marks."""

from __future__ import annotations

import textwrap

import pytest

from conftest import turns_of
from quotedb.parsing.zones.lines import layout_of, lines_of

TALK = (
    ("Ana Velt", "Good morning, and welcome to the harbour office. I am glad that you found the door."),
    ("Bo Olane", "Thank you. We came by the lower road, and it was dry."),
    ("Ana Velt", "Was it? In March you needed a boat there. Who mended the wall?"),
    ("Bo Olane", "The people who live behind it did. Nobody paid them, and I will not forget that."),
    ("Ana Velt", "Then let us begin with them. What do they ask of you?"),
    ("Bo Olane", "A pump, a lamp, and somebody who is awake at night."),
    ("Ana Velt", "You have asked for two of these before."),
    ("Bo Olane", "Yes, and I have asked for them every year since then."),
)


def printed(form: str, below: str = "", between: str = "\n\n", width: int = 0, title: str = "") -> str:
    turns = []
    for number, (who, words) in enumerate(TALK, 1):
        turn = form.format(name=who, NAME=who.upper(), words=words, n=number, s=10 + 7 * number)
        turn = "\n".join(textwrap.fill(line, width) for line in turn.split("\n")) if width else turn
        turns.append(turn + below.format(s=10 + 7 * number))
    return title + between.join(turns)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [0, 40, 60])
@pytest.mark.parametrize(
    "data",
    ["\n({s} sec)", "\nDuration: {s} s", "\nConfidence: 0.{s}", "\n[{s} words]", "\nShare | Copy link", "\nReply - Like - {s}", "\n#{s}"],
)  # fmt: skip
def test_lines_that_end_every_turn_are_nobodys(data: str, width: int, between: str) -> None:
    assert turns_of(printed("{name}: {words}", data, between, width)) == list(TALK)


@pytest.mark.parametrize("data", ["Duration: {s} s", "[{s} words]", "Confidence: 0.{s}"])
def test_three_turns_are_enough_for_such_lines(data: str) -> None:
    text = "\n\n".join(printed("{name}: {words}", f"\n{data}").split("\n\n")[:3])
    assert turns_of(text) == list(TALK[:3])


def test_lines_that_end_every_turn_hide_no_heading() -> None:
    text = printed("[00:00:{s}] {name}: {words}", "\n#{s}")
    headed = text.replace("#31\n\n", "#31\n\nThe cost of the wall\n\n")
    assert headed != text
    assert turns_of(headed) == list(TALK)


def test_a_sentence_that_comes_back_above_the_labels_is_said() -> None:
    turns = [f"{who}: {words}\nThank you." for who, words in TALK]
    assert turns_of("\n\n".join(turns)) == [(who, f"{words} Thank you.") for who, words in TALK]


@pytest.mark.parametrize(
    "label", ["{name}: (00:{s})\n{words}", "{NAME}\n{words}", "{name}:\n{words}", "                 {NAME}\n{words}"]
)
def test_a_label_at_the_head_of_a_page_is_no_running_head(label: str) -> None:
    turns = printed(label, width=60).split("\n\n") * 3
    paged = "\n\n".join(f"{turn}\n\n- {n // 3} -" if n % 3 == 0 else turn for n, turn in enumerate(turns, 1))
    assert [words for _, words in turns_of(paged)] == [words for _, words in TALK] * 3


def test_a_head_that_stands_beside_page_numbers_only_is_one() -> None:
    turns = printed("{name}: {words}").split("\n\n")
    head = "\n\n{page}\n\nHEARING ON THE LOWER WALL OF TERN\n\n"
    text = turns[0] + "".join(head.format(page=page) + turn for page, turn in enumerate(turns[1:], 1))
    assert turns_of(text) == list(TALK)


@pytest.mark.parametrize(
    "mark", ["{page}\n\nHEARING ON THE LOWER WALL", "Tern Harbour Trust - 4 March 2031 - page {page}"]
)
def test_two_pages_are_enough_for_a_head(mark: str) -> None:
    turns = printed("{name}: {words}", title="HEARING ON THE LOWER WALL\n\n").split("\n\n")
    turns.insert(3, mark.format(page=1))
    turns.insert(6, mark.format(page=2))
    assert turns_of("\n\n".join(turns)) == list(TALK)


def test_a_figure_alone_is_an_answer_where_no_head_stands_beside_it() -> None:
    text = "Ana Velt: How many came?\n\nBo Olane:\n\n40\n\nAna Velt: And how many stayed?\n\nBo Olane: All of them."
    assert ("Bo Olane", "40") in turns_of(text)


@pytest.mark.parametrize("form", ["{name}: {words}", "{NAME}:\n{words}", "{NAME}\t{words}", "**{name}:** {words}"])
@pytest.mark.parametrize("width", [34, 38, 40])
def test_narrow_columns_are_broken_paragraphs(form: str, width: int) -> None:
    assert [words for _, words in turns_of(printed(form, width=width))] == [words for _, words in TALK]


@pytest.mark.parametrize("width", [30, 34, 38, 40])
def test_a_narrow_column_is_known_for_one(width: int) -> None:
    text = printed("{name}: {words}", width=width)
    assert layout_of(text, lines_of(text)).wrapped


def test_verse_is_as_narrow_and_broken_by_its_writer() -> None:
    verse = "The lamp is out, the boat is in,\nThe bell has nothing more to say,\nThe keeper counts his coils of tin\nAnd waits"
    text = "\n\n".join(verse + end for end in (" for day", " for May", " for pay", " a day", " alway"))
    assert not layout_of(text, lines_of(text)).wrapped


@pytest.mark.parametrize(("asks", "answers"), [("(Q) {}", "(A) {}"), ("  (Q) {}", "  (A) {}"), ("(Q)  {}", "(A)  {}")])
def test_letters_in_brackets_ask_and_answer(asks: str, answers: str) -> None:
    text = "\n\n".join((answers if n % 2 else asks).format(words) for n, (_, words) in enumerate(TALK))
    assert turns_of(text) == [("QA"[n % 2], words) for n, (_, words) in enumerate(TALK)]


def test_letters_in_brackets_count_the_points_of_a_speech() -> None:
    points = "We have three grounds:\n(A) The notice came late.\n(B) It named the wrong street.\n(C) Nobody signed it."
    text = printed("{name}: {words}") + "\n\nAna Velt: " + points + "\n\nBo Olane: " + points
    assert [label for label, _ in turns_of(text)] == [*(who for who, _ in TALK), "Ana Velt", "Bo Olane"]


@pytest.mark.parametrize("mark", ["— ", "—", "– ", ">> ", ">>", "• "])
def test_marks_before_a_label_are_no_part_of_it(mark: str) -> None:
    assert turns_of(printed(mark + "{name}: {words}")) == list(TALK)


@pytest.mark.parametrize("mark", [">>", ">> ", "• "])
def test_marks_before_a_label_that_lost_its_colon_are_no_part_of_it(mark: str) -> None:
    text = printed(mark + "{NAME}: {words}").replace("BO OLANE: A pump", "BO OLANE A pump")
    assert turns_of(text) == [(who.upper(), words) for who, words in TALK]


@pytest.mark.parametrize(
    "words",
    [
        "My view is simple: build it. A word on cost: it doubles every year.",
        "We asked for this: (a) a pump;\n(b) a lamp; and\n(c) nobody who sleeps.",
    ],
)
def test_points_of_a_speech_are_said(words: str) -> None:
    text = printed("{name}: {words}") + f"\n\nAna Velt: {words}\n\nBo Olane: I see."
    assert turns_of(text)[-2] == ("Ana Velt", " ".join(words.split()))


@pytest.mark.parametrize("form", ["{name}: {words}", "| {name} | {words} |", "| 00:{s} | {name} | {words} |"])
def test_who_asks_himself_and_answers_says_both(form: str) -> None:
    asked = "Question: how do you move a church? Answer: you do not, you move the road."
    turns = printed(form, between="\n").split("\n")
    for at in (0, 3, 4):
        turns[at] = turns[at].rstrip(" |") + f" {asked}" + (" |" if form[0] == "|" else "")
    assert [label for label, _ in turns_of("\n".join(turns))] == [label for label, _ in TALK]


def test_a_letter_in_brackets_and_a_year_is_a_copyright_line() -> None:
    text = printed("{name}: {words}") + "\n\n(c) 2031 Tern Harbour Trust"
    assert turns_of(text) == list(TALK)


@pytest.mark.parametrize(
    "caption", ["The gate on Tuesday. (Photo: Ilse Brandt)", "The weir in March. Credit: Harbour Office"]
)
def test_a_caption_with_a_named_credit_is_nobodys(caption: str) -> None:
    turns = printed("{name}: {words}").split("\n\n")
    turns.insert(4, caption)
    turns.insert(5, "And I mean it.")
    assert turns_of("\n\n".join(turns))[3] == (TALK[3][0], TALK[3][1] + " And I mean it.")


def test_who_says_his_name_below_his_label_says_it() -> None:
    text = printed("{NAME}\n{words}") + "\n\nBO OLANE\nBo Olane. I nearly forgot to say who I am.\n\nANA VELT\nWe know."
    assert turns_of(text)[-2] == ("BO OLANE", "Bo Olane. I nearly forgot to say who I am.")


def test_a_time_with_an_arrow_that_was_run_into_the_words_is_nobodys() -> None:
    text = printed("00:00:{s} --> 00:01:{s}\n{name}: {words}").replace("\n\n00:00:45", " 00:00:45")
    assert turns_of(text) == list(TALK)


def test_centred_labels_do_not_hide_how_lines_are_broken() -> None:
    text = printed("                    {NAME}\n{words}", width=0, between="\n\n\n")
    broken = "\n".join(textwrap.fill(line, 62) if line[:1] != " " else line for line in text.split("\n"))
    headed = broken.replace(
        "\n\n\n                    ANA VELT\nThen", "\n\nThe cost of the wall\n\n                    ANA VELT\nThen"
    )
    assert headed != broken
    assert turns_of(headed) == [(who.upper(), words) for who, words in TALK]
