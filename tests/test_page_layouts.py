"""Layouts of web pages and Markdown files: stamps that are links, the foot of a page, lists of who takes part, chats."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import pytest

import quotedb
from conftest import turns_of

Said = tuple[str | None, str]


def told(text: str) -> list[Said]:
    """The turns of a text that is known to be a transcript."""
    return turns_of(text, "transcript")


TALK = [
    ("Ana Velt", "Good morning. I am glad that you could come to Tern."),
    ("Bo Olane", "Thank you. We are happy to be here."),
    ("Ana Velt", "Let us begin with the water question."),
    ("Bo Olane", "Yes. I have read your letter, and I agree with most of it."),
    ("Ana Velt", "Only with most of it?"),
    ("Bo Olane", "The last page is missing."),
]

STAMPS = {
    "in emphasis behind a bold name": "**{label}** *({clock})*\n\n{words}",
    "in code marks behind the name": "**{label}** `{clock}`\n\n{words}",
    "a link before a bold name": "[[{clock}](https://video.example/w?v=3&t=12s)] **{label}**: {words}",
    "a link without further brackets": "[{clock}](https://video.example/w) **{label}:** {words}",
    "on a line below the name": "{label}\n\n{clock}\n\n{words}",
    "with the day, below the name": "{label}\n\n2021-05-12 {clock}\n\n{words}",
    "a link in HTML": '<a href="https://video.example/w?t=1">{clock}</a> **{label}**: {words}',
}


@pytest.mark.parametrize("layout", STAMPS.values(), ids=STAMPS)
def test_stamps_of_markdown(layout: str) -> None:
    """A time in emphasis or in a link is a time stamp like any other: nobody's words, and no part of a label."""
    text = "\n\n".join(
        layout.format(label=label, words=words, clock=f"00:0{at}:12") for at, (label, words) in enumerate(TALK)
    )
    assert told(text) == TALK
    first = next(u for u in quotedb.parse(text) if u.kind == "turn")
    assert (first.timestamp or "")[-8:] == "00:00:12"


def test_a_link_that_is_said_stays() -> None:
    """A link that holds no time belongs to the words."""
    words = "[The plan](https://tern.example/plan) has 12:30 as its hour, I think."
    text = "\n\n".join(f"**{label}:** {said}" for label, said in [*TALK, ("Ana Velt", words)])
    assert told(text)[-1] == ("Ana Velt", words)


def test_line_breaks_in_html_end_a_turn_in_markdown() -> None:
    text = "\n\n".join(f"<b>{label}:</b> {words}<br>" for label, words in TALK)
    assert told(text) == TALK


def test_a_long_heading_with_a_label() -> None:
    """A question in a heading may be long; the hashes are no part of the label."""
    question = "You write that the tide took the quay and the lamps and all the boats in a single night, and that nobody heard it go. Who told you so?"
    text = f"#### Ana Velt: {question}\n\nBo Olane: My aunt did.\n\n#### Ana Velt: Did she see it?\n\nBo Olane: She heard it. I said nobody else did."
    assert told(text)[0] == ("Ana Velt", question)


FEET = {
    "links without a full stop": "Return to the index\n\nLegal Matters | About Accessibility | Contact",
    "a heading and what is below it": "Further reading\n\nThe quay that went by night.\n\nHow to read a tide table.",
    "a remark on the making": "This transcript has been edited for length and clarity.",
    "a person to write to": "Mara Istle can be reached at mistle@tern.example.",
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_the_foot_of_a_page_is_nobodys(foot: str) -> None:
    text = "\n\n".join(f"{label}: {words}" for label, words in TALK) + f"\n\n{foot}\n"
    assert told(text) == TALK


GOES_ON = {
    "a sentence": "I have it here with me, as it happens.",
    "what somebody asks for": "If you want to read more, we are at www.tern.example, and I answer every letter.",
    "a heading with a long speech below it": "The water question\n\n"
    + "I have said it before and I say it again. " * 20,
    "words that were cut off": "I think that the last page was lost on the way from the office to the quay and",
}


@pytest.mark.parametrize("words", GOES_ON.values(), ids=GOES_ON)
def test_who_speaks_last_may_go_on(words: str) -> None:
    text = "\n\n".join(f"{label}: {said}" for label, said in TALK) + f"\n\n{words}\n"
    assert " ".join(told(text)[-1][1].split())[-30:] == " ".join(words.split())[-30:]


def test_where_nobody_ends_a_sentence_the_last_words_have_no_mark_either() -> None:
    text = "\n\n".join(f"{label}: {words.rstrip('.?')}" for label, words in TALK) + "\n\nNo more than that\n"
    assert told(text)[-1] == ("Bo Olane", "The last page is missing No more than that")


def test_small_letters_in_a_chat_make_no_roster() -> None:
    """`ana: hi` says who speaks where everybody writes in small letters, and who somebody is elsewhere."""
    lines = [
        ("tern_ana", "ok, who is here?"),
        ("bo-olane", "hi"),
        ("rike", "i am, on the ferry"),
        ("tern_ana", "the gate first. what is it waiting for?"),
        ("bo-olane", "the paint. i can do it tonight"),
        ("rike", "did you not do it last week?"),
        ("tern_ana", "he did"),
        ("bo-olane", "it rained on me"),
    ]
    for layout in ("[18:0{at}:12] <{label}> {words}", "* **{label}**: {words}"):
        text = "\n".join(layout.format(at=at, label=label, words=words) for at, (label, words) in enumerate(lines))
        assert told(text) == lines


def test_a_title_in_a_label() -> None:
    """What somebody wrote stands in quotation marks behind the name, and is part of the label."""
    text = 'ANA VELT, HOST: I am glad that you came.\n\nBO OLANE, AUTHOR, "THE TIDE": So am I.\n\nVELT: Did you walk?\n\nOLANE: I swam, you know.\n\nVELT: In March?\n\nOLANE: You asked me to hurry.\n'
    assert told(text)[1] == ('BO OLANE, AUTHOR, "THE TIDE"', "So am I.")
    prose = 'He said, "I am not sure, but the tide: it waits for nobody." She laughed.\n'
    assert not [u for u in quotedb.parse(prose) if u.kind == "turn"]


CALL = """Company Participants

Ana Velt -- Chief Executive Officer

Bo Olane -- Chief Financial Officer

Rike Istle -- Head of Investor Relations

Operator

Good day, and welcome to the call. I hand it to Ms. Istle.

Rike Istle -- Head of Investor Relations

Thank you. I am here with Ana and Bo. Ana?

Ana Velt -- Chief Executive Officer

Good morning. We sold more rope than ever, and I thank you for it.

Bo Olane -- Chief Financial Officer

And we paid less for it, as I told you in spring.

Operator

You may ask now. We begin with Tern.

Ana Velt -- Chief Executive Officer

Nobody asks? Then I thank you all.

Operator

This ends our call. You may hang up.

Duration: 12 minutes

Call participants:

Rike Istle -- Head of Investor Relations

Ana Velt -- Chief Executive Officer

Bo Olane -- Chief Financial Officer

More of our calls
"""


def test_who_takes_part_is_said_by_nobody() -> None:
    """Names one after the other, with nothing said between them, are a list, before the first words and after the last."""
    turns = told(CALL)
    assert [label and label.partition(" --")[0] for label, _ in turns] == [
        "Operator", "Rike Istle", "Ana Velt", "Bo Olane", "Operator", "Ana Velt", "Operator",
    ]  # fmt: skip
    assert turns[-1][1] == "This ends our call. You may hang up."


def test_who_takes_part_with_a_dash() -> None:
    """`Ana Velt - Chief Executive` in a list is no turn of somebody whose name stands on a line of its own elsewhere."""
    talk = "\n\n".join(f"{label}\n\n{words}" for label, words in TALK)
    text = f"Participants\n\nAna Velt - Chief Executive Officer\n\nBo Olane - Chief Financial Officer\n\n{talk}\n"
    assert told(text) == TALK


@pytest.mark.parametrize("field", ["Reporter: Mara Istle", "Presenter: Ana Velt", "Support Provided By: The Rope Fund"])
def test_a_field_outside_of_all_that_is_said(field: str) -> None:
    """A field of the page above the first turn or below the last has a few words and no full stop."""
    talk = "\n\n".join(f"{label}: {words}" for label, words in TALK)
    assert told(f"An evening in Tern\n\n{field}\n\n{talk}\n") == TALK
    assert told(f"An evening in Tern\n\n{talk}\n\n{field}\n") == TALK


def test_one_who_speaks_once_in_between_stays() -> None:
    """The same few words between two turns are somebody's."""
    text = "\n\n".join(f"{label}: {words}" for label, words in [*TALK[:3], ("Reporter", "Which letter"), *TALK[3:]])
    assert told(text)[3] == ("Reporter", "Which letter")


@pytest.mark.parametrize("heard", ["(Inaudible.)", "[No response.]", "(Applause)"])
def test_what_stands_in_brackets_below_a_label_is_all_that_was_heard(heard: str) -> None:
    """As it is where the brackets stand on the label's own line."""
    lines = [*TALK[:3], ("Bo Olane", heard), *TALK[4:]]
    assert told("\n\n".join(f"{label}:\n\n{words}" for label, words in lines)) == lines
    follows = [*TALK[:3], ("Bo Olane", f"{heard}\n\nI know."), *TALK[4:]]
    assert told("\n\n".join(f"{label}:\n\n{words}" for label, words in follows))[3] == ("Bo Olane", "I know.")


def test_an_address_above_a_speech_is_no_field() -> None:
    """`President Ana Velt: Ladies and gentlemen,` opens a speech, though no full stop ends the line."""
    talk = "\n\n".join(f"{label}: {words}" for label, words in [*TALK[1:], ("Rike Istle", "You have it.")])
    text = f"President Ana Velt: Ladies and gentlemen,\n\nI am glad that you came to Tern.\n\n{talk}\n"
    assert told(text)[0] == ("President Ana Velt", "Ladies and gentlemen, I am glad that you came to Tern.")


CHAT = [
    ("tern_ana", "ok, who is here?"),
    ("bo-olane", "i am"),
    ("rike", "me too, on the ferry"),
    ("tern_ana", "the gate first"),
    ("tern_ana", "what is it waiting for?"),
    ("bo-olane", "the paint"),
    ("rike", "did he not do it last week?"),
    ("bo-olane", "it rained on me"),
    ("tern_ana", "then it is tonight"),
    ("bo-olane", "i can do that"),
]


def test_a_chat_without_full_stops() -> None:
    """Who writes in a chat sets no full stops, but says "I" and asks; an inventory does neither."""
    assert told("\n".join(f"[18:0{at}] <{label}> {words}" for at, (label, words) in enumerate(CHAT))) == CHAT
    stock = [("rope", "four coils, tarred"), ("paint", "two tins, grey"), ("lamps", "eleven, one cracked")] * 4
    text = "\n".join(f"* **{label}**: {words}" for label, words in stock)
    assert not [u for u in quotedb.parse(text) if u.kind == "turn"]


HEADS = {
    "the words of a definition": "{label}\n:   {words}",
    "a number before a bold name": "{n}. **{label}:** {words}",
    "the number of a question": "Q{n} {label}: {words}",
    "the number of a question in bold": "**Q{n}** **{label}:** {words}",
    "a picture before a bold name": "\U0001f399\ufe0f **{label}**: {words}",
    "a picture before a name": "\U0001f469\u200d\U0001f4bb {label}: {words}",
    "a backslash for the line break": "**{label}:** {words}\\",
}


@pytest.mark.parametrize("layout", HEADS.values(), ids=HEADS)
def test_heads_of_turns_in_markdown(layout: str) -> None:
    lines = [layout.format(n=at + 1, label=label, words=words) for at, (label, words) in enumerate(TALK)]
    assert told("\n\n".join(lines)) == TALK


def test_a_numbered_question_without_a_name() -> None:
    """`Q1 My first question: who pays?` has the label that every question has, and no name behind the number."""
    talk = [
        ("Q1", "My first question: who pays?"),
        ("A", "You do, I fear."),
        ("Q2", "And if I will not?"),
        ("A", "Then we ask again."),
    ]
    text = "\n\n".join(f"{label}  {words}" for label, words in talk * 2)
    assert told(text) == talk * 2


@pytest.mark.parametrize("pair", [("Question", "Answer"), ("Interviewer", "Witness"), ("Moderator", "Guest")])
def test_a_voice_with_a_full_stop(pair: tuple[str, str]) -> None:
    """`Question. Who told you?`: a voice without a name may have a full stop for its colon."""
    talk = [(pair[at % 2], words) for at, (_, words) in enumerate(TALK)]
    assert told("\n\n".join(f"{label}. {words}" for label, words in talk)) == talk
    prose = "Question. It is what she did all day. Answer. It is what he never would, and I told him so.\n"
    assert not [u for u in quotedb.parse(prose) if u.kind == "turn"]


def test_an_office_before_a_full_stop_and_a_dash() -> None:
    """`Ana Velt, on behalf of the Greens. – Thank you` is a label, a place with its country is the head of an article."""
    names = {"Ana Velt": "Ana Velt, on behalf of the Tide Group", "Bo Olane": "Bo Olane, Minister of Ropes"}
    text = "\n\n".join(f"{names[label]}. – {words}" for label, words in TALK)
    assert told(text) == [(names[label], words) for label, words in TALK]
    dateline = (
        "TERN HARBOUR, North Orv. – The council met, and I was there.\n\nIt will meet again. Nobody knows when.\n"
    )
    assert not [u for u in quotedb.parse(dateline) if u.kind == "turn"]


def test_a_heading_that_reads_like_words() -> None:
    """A few words without an end mark above a label are a heading where all that is said ends in one."""
    text = "\n\n".join(f"{label}: {words}" for label, words in [*TALK, *TALK])
    cut = text.replace("Ana Velt: Only with", "The missing page\n\nAna Velt: Only with")
    assert told(cut) == [*TALK, *TALK]
    sentence = text.replace("Ana Velt: Only with", "It was a good letter.\n\nAna Velt: Only with")
    assert told(sentence)[3] == ("Bo Olane", f"{TALK[3][1]} It was a good letter.")


def test_a_legend_of_initials() -> None:
    """`AV = Ana Velt` above the talk says whose the initials are."""
    short = {"Ana Velt": "AV", "Bo Olane": "BO"}
    talk = [(short[label], words) for label, words in [*TALK, *TALK]]
    legend = "\n".join(f"{initials} = {name}  " for name, initials in short.items())
    assert told(f"{legend}\n\n---\n\n" + "\n\n".join(f"{label}: {words}" for label, words in talk)) == talk


def test_a_line_between_the_last_label_and_its_words() -> None:
    """A line is drawn above and below each name: the last one ends nothing either."""
    text = "\n".join(f"{'-' * 30}\n{label}\n{'-' * 30}\n{words}" for label, words in [*TALK, *TALK])
    assert told(text) == [*TALK, *TALK]


MORE_HEADS = {
    "an element with a class": '<span class="speaker">{label}:</span> {words}',
    "a term and what it says": "; {label}\n: {words}",
    "the day and the time behind a dash": "**{label}** — 05/12/2021 6:0{n} PM\n{words}",
    "a name in angles on its own line": "<{label}>\n\n{words}",
    "everything in bold": "**{label}: {words}**",
}


@pytest.mark.parametrize("layout", MORE_HEADS.values(), ids=MORE_HEADS)
def test_more_heads_of_turns_in_markdown(layout: str) -> None:
    talk = [*TALK, *TALK]
    text = "\n\n".join(layout.format(n=at // 2, label=label, words=words) for at, (label, words) in enumerate(talk))
    assert told(text) == talk


def test_questions_in_bold_with_their_label() -> None:
    """The question is set in bold with its label, the answer is not; a word in bold inside an answer stays as it is."""
    text = "\n\n".join(
        f"**{label}: {words}**" if label == "Ana Velt" else f"**{label}:** {words}" for label, words in TALK
    )
    assert told(text) == TALK
    stressed = text.replace("happy to be here.", "happy to be **here**")
    assert told(stressed)[1][1].endswith("**here**")


def test_emphasis_that_opens_a_paragraph_is_no_label() -> None:
    """Italics without a colon may be any words of a sentence."""
    text = "\n\n".join(
        f"<i>{word}</i> was the word that I read first, and {word} was the last."
        for word in ("Tide", "Rope", "Tide", "Rope")
    )
    assert not [u for u in quotedb.parse(text) if u.kind == "turn"]


def test_comments_below_an_article_are_no_chat() -> None:
    """Names with a day and a time are readers' comments where there is something to comment on."""
    article = (
        "The council of Tern closed the upper gate on Monday, and nobody can say for how long it will be closed. " * 4
    )
    comments = "\n\n".join(f"Ana Velt — 05/12/2021 6:0{n} PM\n\nI never liked that gate." for n in range(9))
    assert not [u for u in quotedb.parse(f"The gate\n\n{article}\n\n{comments}\n") if u.kind == "turn"]


def test_words_without_any_capitals() -> None:
    """Where nobody writes capitals, a name that also stands in a sentence is still a name."""
    talk = [(label.split()[0].lower(), words.lower()) for label, words in [*TALK, *TALK]]
    talk[3] = ("bo", "ask ana, or ask bo. i have read your letter, and i agree.")
    assert told("\n".join(f"{label}: {words}" for label, words in talk)) == talk
