"""Where the talk begins and ends on a page: titles above it, names, credits and invitations below it, and what only looks like them."""

from __future__ import annotations

import io
import textwrap

import pytest

from conftest import turns_of
from quotedb.reading import read

Said = tuple[str | None, str]
TALK: list[Said] = [
    ("Ana Velt", "Good morning. I am glad that you could come to Tern."),
    ("Bo Olane", "Thank you. We are happy to be here."),
    ("Ana Velt", "Let us begin with the water question."),
    ("Bo Olane", "Yes. I have read your letter, and I agree with most of it."),
    ("Ana Velt", "Only with most of it?"),
    ("Bo Olane", "The last page is missing."),
]


def printed(talk: list[Said] = TALK, layout: str = "{label}: {words}") -> str:
    return "\n\n".join(layout.format(label=label, words=words) for label, words in talk)


STORIES = "Fiction\nOda Brill, Three Herons\n\nPoetry\nJun Ademar, Two Poems"
OWN_LINE = "{label}\n\n{words}"
BACKS = {
    "guests with their offices": ("{label}: {words}", "Guests\n\nBo Olane: Mayor of Tern\n\nRike Istle: Keeper of the lamps"),
    "names alone, where labels have a colon": ("{label}: {words}", "Bo Olane\n\nMayor of Tern\n\nRike Istle\n\nProducer"),
    "other stories, with their authors": (OWN_LINE, f"From the Archive, Issue 51\n\n{STORIES}"),
}  # fmt: skip


@pytest.mark.parametrize(("layout", "back"), BACKS.values(), ids=BACKS)
def test_names_below_the_talk_are_nobodys_turns(layout: str, back: str) -> None:
    assert turns_of(f"An evening in Tern\n\n{printed(layout=layout)}\n\n{back}\n") == TALK


LAST_WORDS = {
    "cut off": ("Bo Olane", "And the quay, as I said to"),
    "one who spoke before": ("Ana Velt", "Nothing at all"),
    "a question without its mark": ("Bo Olane", "Who told you that"),
}


@pytest.mark.parametrize("last", LAST_WORDS.values(), ids=LAST_WORDS)
def test_last_words_without_a_full_stop_are_said(last: Said) -> None:
    assert turns_of(printed([*TALK, last]) + "\n", "transcript")[-1] == last


@pytest.mark.parametrize(("one", "two"), [("THE QUAY", "VELT"), ("Interviewer", "Ana Velt"), ("INTERVIEWER", "VELT")])
def test_names_of_authors_below_a_talk_make_no_letters_of_it(one: str, two: str) -> None:
    """Names alone on their lines stand above the words, although a sentence stands above the first and none below the last."""
    names = {"Ana Velt": one, "Bo Olane": two}
    talk = [(names[str(label)], words) for label, words in TALK]
    top = "Interviews\n\nShe met us at the door with a broom in her hand. She does not like the telephone."
    assert turns_of(f"{top}\n\n{printed(talk, OWN_LINE)}\n\n{STORIES}\n") == talk


def test_letters_with_names_below_them_stay_letters() -> None:
    letters = "The ferry is late.\n\nAna Velt, Tern\n\nThe lamps are out.\n\nBo Olane, Quay Street\n\nNobody sweeps.\n\nRike Istle, Tern"
    assert turns_of(f"Letters\n\nOur readers wrote to us in March.\n\n{letters}\n") == []


TITLES = {
    "capitals": "INTERVIEW: ANA VELT\n\na candid talk about rope, debt and the tide",
    "a kind of text": "CONVERSATION: BO OLANE AND ANA VELT\n\nThe mayor has kept the lamps for eleven years.",
    "with the day below": "EVENING TALK: THE WATER QUESTION\n\nTern, 4 May 2021",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_with_a_colon_is_no_first_turn(title: str) -> None:
    talk = [("THE QUAY" if label == "Ana Velt" else "OLANE", words) for label, words in TALK * 3]
    page = "".join(f"<p><b>{label}:</b> {words}</p>" for label, words in talk)
    top = "".join(f"<h{n}>{line}</h{n}>" for n, line in enumerate(title.split("\n\n"), 1))
    about = "<p>We sent a writer to Tern, who came back wet.</p><p>“I expected a queue. I got a lunch.”</p>"
    assert turns_of(read(io.StringIO(f"<html><body>{top}{about}{page}</body></html>")).text) == talk


def test_a_first_line_that_is_said_is_no_title() -> None:
    talk = [("Rike Istle", "Welcome to the evening talk, and to both of you."), *TALK]
    assert turns_of(printed(talk) + "\n") == talk


def test_a_name_alone_above_the_talk_is_a_title() -> None:
    """`Ana Velt` in large type, and below it what the page says of her; the labels have a colon."""
    talk = printed([*TALK, ("Ana Velt", "I kept it, to be honest.")])
    assert (
        turns_of(f"In conversation\n\nAna Velt\n\nThe mayor spoke to Bo Olane for the spring issue.\n\n{talk}\n")[0]
        == TALK[0]
    )
    first = ("Ana Velt", "I am not ready yet.")
    above = turns_of(f"In conversation\n\nAna Velt\n\nI am not ready yet.\n\n{talk}\n")
    assert above[0] == first  # somebody who says "I" speaks, however the label is set


FEET = [
    "First published in The Quay, March 2019. Reprinted by permission.",
    "An Evening in Tern is made by Rike Istle and Oda Brill. Music by Slow Anchor.",
    "Want more talks like this? Sign up for our newsletter.",
    "If you like this article, please leave a tip below to support The Quay.",
    "Transcribed with a machine, corrected by Moss Garrity.",
]


@pytest.mark.parametrize("foot", FEET)
def test_what_a_page_says_of_itself_is_nobodys(foot: str) -> None:
    assert turns_of(printed() + f"\n\n{foot}\n", "transcript") == TALK


#: So few words show no habit of end marks: what stands below them is known for the page's by its own words, or by its form.
BRIEF: list[Said] = [
    ("MINISTER VELT", "Good afternoon. I have two announcements on the lamps."),
    ("QUESTION", "Who pays for them?"),
    ("MINISTER VELT", "The board pays. Thank you all very much."),
]
ENDS = [
    "ENDS",
    "- ENDS -",
    "Ends//",
    "/END/",
    "Tags: lamps, harbour, Tern",
    "Topics: Lamps, Harbour",
    "Media enquiries: Oda Brill 0400 111 222",
    "Share this page",
    "Related documents",
    "Next speech",
    "Was this page useful?",
    "Return to Transcripts main page",
    "Contact Us | Privacy | Site Map",
    "Home • Ministries • News from Tern • Contact",
]
#: What a page that breaks off in the middle may end with, and what somebody says with bars in it.
CUT = [
    "The board",
    "I can name them: one | two | three lamps that are lit, and four | that are not",
    "Contact the board",
]


@pytest.mark.parametrize("end", ENDS)
def test_the_page_goes_on_below_a_few_words(end: str) -> None:
    assert turns_of(printed(BRIEF) + f"\n\n{end}\n\nTern\n") == BRIEF


@pytest.mark.parametrize("end", CUT)
def test_a_page_that_breaks_off_ends_in_what_is_said(end: str) -> None:
    assert turns_of(printed(BRIEF) + f"\n\n{end}\n")[-1][1].endswith(end)


SAID = [
    "You know that it was first published in The Quay, and I never liked it.",
    "I play music by Slow Anchor when we sweep the pier.",
]


@pytest.mark.parametrize("words", SAID)
def test_who_speaks_of_such_things_says_them(words: str) -> None:
    assert turns_of(printed() + f"\n\n{words}\n", "transcript")[-1][1].endswith(words)


RECORD = (
    "HD\tBridge bill pulled from the floor\nWC\t1,104 words\nPD\t23 June 2021\nSN\tTern Evening\nLA\tEnglish\n\nLP\n\n"
)


def test_the_fields_of_a_database_end_the_last_turn() -> None:
    foot = "\n\nNS      gpol : Domestic Politics | gcat : General News\nRE      tern : Tern\nAN      Document TERN00020210624\n"
    wrapped = "\n\n".join(textwrap.fill(turn, 40) for turn in printed().split("\n\n"))
    turns = turns_of(RECORD.replace("\t", "      ") + wrapped + foot)
    assert [(label, " ".join(words.split())) for label, words in turns] == TALK
    said = ("Bo Olane", "TV is what I am told it is called.")
    assert turns_of(printed([*TALK, said]).replace("TV", "TV     ") + "\n", "transcript")[-1] == said


DASHED = ["―", "—", "–"]


@pytest.mark.parametrize("dash", DASHED)
def test_a_dash_behind_every_bold_label_is_not_said(dash: str) -> None:
    page = "".join(f"<p><b>{label}</b> {dash} {words}</p>" for label, words in TALK)
    assert turns_of(read(io.StringIO(f"<html><body><h1>Talk</h1>{page}</body></html>")).text) == TALK


INVITED = ['class="paywall-promo"', 'class="post-newsletter"', 'class="c-sign-up"', 'id="signup"']


@pytest.mark.parametrize("name", INVITED)
def test_invitations_among_the_words_of_a_page_are_left_out(name: str) -> None:
    """A page names what is no part of its text; where all of its text stands in something named so, the name says nothing."""
    words = [f"<p>{label}</p><p>{said}</p>" for label, said in TALK]
    invitation = (
        f"<div {name}><p>Want to keep reading?<br>Our readers save nearly 40 percent, in Tern and elsewhere.</p></div>"
    )
    page = f"<html><body><h1>An evening in Tern</h1>{''.join(words[:3])}{invitation}{''.join(words[3:])}</body></html>"
    assert "40 percent" not in read(io.StringIO(page)).text
    inside = f"<html><body><h1>An evening in Tern</h1><div {name}>{''.join(words)}</div></body></html>"
    assert turns_of(read(io.StringIO(inside)).text) == TALK


def test_names_in_brackets_at_the_head_of_captions() -> None:
    cues = [
        "[Ana Velt] Good morning.\nI am glad",
        "that you came.",
        "[Bo Olane] So am I.",
        "[Applause] Thank you.",
        "[Ana Velt] Sit down.",
        "[Bo Olane] I will.",
    ]

    def srt(texts: list[str]) -> str:
        return "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text}\n\n" for n, text in enumerate(texts, 1))

    assert [label for label, _ in turns_of(read(io.StringIO(srt(cues))).text)] == [
        "Ana Velt",
        "Bo Olane",
        "Ana Velt",
        "Bo Olane",
    ]
    sounds = ["[Applause] Thank you.", "[Music] Good night.", "[Applause] I said good night.", "[Music] Yes."]
    assert turns_of(read(io.StringIO(srt(sounds))).text) == []


WRITERS = [
    "Rike Istle is a writer who lives on the ferry.",
    "Rike Istle has written for The Quay since 2011. Her last book is Ropes.",
]


@pytest.mark.parametrize("line", WRITERS)
def test_what_a_page_tells_of_who_asked_is_nobodys(line: str) -> None:
    assert turns_of(f"Two keepers of the lamps\n\nBy Rike Istle\n\n{printed()}\n\n{line}\n") == TALK
    unknown = turns_of(f"Two keepers of the lamps\n\n{printed()}\n\n{line}\n")
    assert unknown[-1][1].endswith(line)  # a name that the page gives nowhere else may be one of whom somebody tells


CLIPS = ["Olane: Nobody heard it go", "Velt: The quay and the night", "Olane: Never again"]


@pytest.mark.parametrize("clip", CLIPS)
def test_the_title_of_a_clip_above_the_talk_is_nobodys(clip: str) -> None:
    talk = [(str(label).split()[1].upper(), words) for label, words in TALK * 2]
    about = "The mayor of Tern tells what the tide took with it."
    assert turns_of(f"The night of the tide\n\n{clip}\n\n{about}\n\n{printed(talk)}\n") == talk


def test_a_first_turn_in_other_letters_stays() -> None:
    talk = [(str(label).split()[1].upper(), words) for label, words in TALK * 2]
    first = ("Olane", "Nobody heard it go, I told you.")
    assert turns_of(f"The night of the tide\n\n{printed([first, *talk])}\n") == [first, *talk]
