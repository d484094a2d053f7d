"""Interviews in which only one side has a label: nobody's words are given to the other side."""

from __future__ import annotations

import pytest

from conftest import turns_as_printed

TALK = (
    ("When did you begin?", "I was nine. My aunt had the loft."),
    ("And who taught you?", "She did. I watched her hands."),
    ("Is it hard?", "In winter it is. You cannot feel the thread."),
    ("Would you do it again?", "Of course I would."),
)
TOP = "The net loft\n\nAna Velt mends nets. We met her on the pier.\n\n"
ANSWERS = [("Velt", answer) for _, answer in TALK]
QUESTIONS = [("Tern Post", question) for question, _ in TALK]


ONE_SIDE = {
    "only the answers": ("{q}\n\nVelt: {a}", "\n\n", ANSWERS),
    "only the answers, line by line": ("{q}\nVelt: {a}", "\n", ANSWERS),
    "only the answers, the questions in bold": ("**{q}**\n\nVelt: {a}", "\n\n", ANSWERS),
    "only the questions": ("Tern Post: {q}\n\n{a}", "\n\n", QUESTIONS),
    "only the questions, in bold": ("**Tern Post:** {q}\n\n{a}", "\n\n", QUESTIONS),
}


@pytest.mark.parametrize("name", ONE_SIDE)
def test_one_side_has_a_label(name: str) -> None:
    """Whoever has a label speaks; the other side's words are nobody's, and are reported."""
    form, between, expected = ONE_SIDE[name]
    text = TOP + between.join(form.format(q=question, a=answer) for question, answer in TALK) + "\n"
    assert turns_as_printed(text) == expected


def test_an_aside_without_a_question_mark() -> None:
    """Between two answers a short line asks, whatever mark it ends in; a long one is the answer's second paragraph."""
    more = "I still have the needle that she gave me. " * 8
    text = (
        TOP
        + "When did you begin?\nVelt: As a child.\nHow old.\nVelt: Nine, I think.\nAnd who taught you?\nVelt: My aunt.\n"
    )
    text += f"{more}\nWhat did she teach?\nVelt: I learned to wait.\n"
    assert turns_as_printed(text) == [
        ("Velt", "As a child."),
        ("Velt", "Nine, I think."),
        ("Velt", f"My aunt.\n{more.strip()}"),
        ("Velt", "I learned to wait."),
    ]


def test_both_sides_have_a_label() -> None:
    """Where both are named, a paragraph that ends in a question belongs to whoever spoke."""
    text = TOP + "\n\n".join(
        f"Tern Post: I have heard of you.\n\n{question}\n\nVelt: {answer}" for question, answer in TALK
    )
    expected = []
    for question, answer in TALK:
        expected += [("Tern Post", f"I have heard of you.\n\n{question}"), ("Velt", answer)]
    assert turns_as_printed(text) == expected


NOBODY = {
    "advice": "Short answer: You can write to us.",
    "a quiz": "Answer: Ternhaven",
    "a field": "Joined: May 2019",
}


@pytest.mark.parametrize("name", NOBODY)
def test_questions_that_nobody_answers(name: str) -> None:
    """Below the questions of an outlet, a quiz or a forum stands the same word each time, and nobody says "I"."""
    assert turns_as_printed(TOP + "\n\n".join(f"{question}\n\n{NOBODY[name]}" for question, _ in TALK)) == []


def test_a_title_behind_a_comma() -> None:
    """`Secretary Olin, Mr. Velt, welcome` speaks to two people: the point of a title is none of a label."""
    text = (
        "The debate\n\nTranscript\n\nIda Marsh: I am Ida Marsh of Tern News. Welcome to the third debate.\n\n"
        "Secretary Olin, Mr. Velt, welcome. Let us begin. You have two minutes, Secretary Olin.\n\n"
        "Sara Olin: Thank you. I will need three.\n\nIda Marsh: Two, I said.\n"
    )
    assert turns_as_printed(text) == [
        (
            "Ida Marsh",
            (
                "I am Ida Marsh of Tern News. Welcome to the third debate.\n\n"
                "Secretary Olin, Mr. Velt, welcome. Let us begin. You have two minutes, Secretary Olin."
            ),
        ),
        ("Sara Olin", "Thank you. I will need three."),
        ("Ida Marsh", "Two, I said."),
    ]


def test_a_heading_in_capitals() -> None:
    """`FIRST TALK: ON THE PIER` is a heading: nobody speaks in capitals alone."""
    lines = [f"{who}: {words}" for question, answer in TALK for who, words in (("Q", question), ("A", answer))]
    text = (
        "The talks of the site\nI ask my friends.\nFIRST TALK: ON THE PIER\nA talk with myself\n"
        + "\n".join(lines)
        + "\n"
    )
    assert [label for label, _ in turns_as_printed(text)] == ["Q", "A"] * len(TALK)


def test_names_at_the_first_question_alone() -> None:
    """Where the paper and its guest are named once, nobody is given what follows the next question."""
    first, *rest = TALK
    text = TOP + f"Tern Post: {first[0]}\n\nAna Velt: {first[1]}\n\nShe had a needle of bone.\n\n"
    text += "\n\n".join(f"{question}\n\n{answer}" for question, answer in rest) + "\n"
    assert turns_as_printed(text) == [("Tern Post", first[0]), ("Ana Velt", f"{first[1]}\n\nShe had a needle of bone.")]


def test_a_speech_with_questions() -> None:
    """Somebody who was asked once may ask in turn: one question is none of an interviewer."""
    text = (
        TOP
        + "Tern Post: Is it hard?\n\nAna Velt: In winter I think it is.\n\nWho would sit there without a fire?\n\nI would not.\n"
    )
    assert turns_as_printed(text)[1] == (
        "Ana Velt",
        "In winter I think it is.\n\nWho would sit there without a fire?\n\nI would not.",
    )
