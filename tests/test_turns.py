"""Turns of transcripts: one invented document a layout, with what was said by whom."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotedb
from quotedb.parsing import analyse
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.shapes import Dialogue, Turn, Zone
from quotedb.parsing.transcript.turns import find_turns
from quotedb.parsing.zones.segments import segment

LEX = lexicon("en")


def dialogue(text: str, form: str = "auto") -> Dialogue:
    return find_turns(text, segment(text, LEX), LEX, form)  # type: ignore[arg-type]


def said(text: str, turn: Turn) -> str:
    return " | ".join(" ".join(text[start:end].split()) for start, end in turn.pieces)


def spoken(text: str) -> list[tuple[str, str]]:
    return [(turn.label, said(text, turn)) for turn in dialogue(text).turns]


TALK = [
    ("Ana Velt", "Good morning. I am glad that you could come to Tern."),
    ("Bo Olane", "Thank you. We are happy to be here."),
    ("Ana Velt", "Let us begin with the water question."),
    ("Bo Olane", "Yes. I have read your letter, and I agree with most of it."),
]


def printed(template: str, between: str = "\n\n", change: object = str) -> str:
    return between.join(
        template.format(label=change(label), text=words, stamp=f"0{number}:1{number}")  # type: ignore[operator]
        for number, (label, words) in enumerate(TALK)
    )


LAYOUTS = {
    "name and colon": printed("{label}: {text}"),
    "a stray space before the colon": printed("{label} : {text}"),
    "no blank lines": printed("{label}: {text}", "\n"),
    "label on its own line with a colon": printed("{label}:\n{text}"),
    "label on its own line": printed("{label}\n{text}"),
    "label as a paragraph": printed("{label}\n\n{text}"),
    "Markdown bold": printed("**{label}:** {text}"),
    "colon behind the bold": printed("**{label}**: {text}"),
    "bold without a colon": printed("**{label}** {text}"),
    "Markdown heading": printed("### {label}\n\n{text}"),
    "stamp before": printed("[{stamp}] {label}: {text}"),
    "stamp behind, words below": printed("{label}  {stamp}\n{text}"),
    "stamp in brackets before the colon": printed("{label} ({stamp}): {text}"),
    "stamp on a line of its own": printed("{label}\n{stamp}\n{text}", "\n"),
    "time range above a bare name": "Talk\n\n" + printed("0:{stamp}.0 --> 0:{stamp}.900\n{label}\n{text}"),
    "stamp before a bare name": printed("[00:{stamp}] {label}\n\n{text}"),
    "stamp behind a bar": printed("{label} | {stamp}\n{text}"),
    "stamp and dash before a bare name": printed("00:{stamp} - {label}\n{text}"),
    "numbered turns": "\n\n".join(f"{number}. {label}: {words}" for number, (label, words) in enumerate(TALK, 1)),
    "italic": printed("*{label}:* {text}"),
    "underscores": printed("__{label}:__ {text}"),
    "markup": printed("<b>{label}:</b> {text}"),
    "square brackets": printed("[{label}] {text}"),
    "angle brackets": printed("<{label}> {text}"),
    "surname in capitals": printed("{label}: {text}").replace("Velt", "VELT").replace("Olane", "OLANE"),
    "stamp range and length": printed("{label} 00:{stamp}-00:{stamp} (4 sec)\n\n{text}"),
    "arrows of live captions": printed(">> {label}: {text}", "\n"),
    "full-width colon": printed("{label}：{text}", "\n"),
    "tab": printed("{label}\t{text}"),
    "list items": printed("- {label}: {text}", "\n"),
    "full stop and dash": printed("Sr. {label}. — {text}"),
    "dash": printed("{label} — {text}"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_one_grammar_reads_many_surfaces(name: str) -> None:
    """The same four turns come out however the labels are set."""
    text = LAYOUTS[name]
    prefix = "Sr. " if "Sr." in text else ""
    assert [(label.title(), words) for label, words in spoken(text)] == [
        (prefix + label, words) for label, words in TALK
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. OLANE. Mr. Speaker, I rise to speak about water.\n  It is a long story, and I thank you for listening.\n"
            "  The SPEAKER pro tempore (Mr. Stell). The gentleman is recognized.\n"
            "  Mr. OLANE. I thank you, Mr. Speaker.\n",
            [
                (
                    "Mr. OLANE",
                    "Mr. Speaker, I rise to speak about water. It is a long story, and I thank you for listening.",
                ),
                ("The SPEAKER pro tempore (Mr. Stell)", "The gentleman is recognized."),
                ("Mr. OLANE", "I thank you, Mr. Speaker."),
            ],
            id="full stop for the colon, chair named in brackets",
        ),
        pytest.param(
            "MS. VELT: Good afternoon. I have one announcement.\n\nQ    Thank you. What about the dam?\n\n"
            "MS. VELT: We are looking at it.\n\nQ\xa0\xa0And when — I mean, this year?\n\nQ (Inaudible) the bridge?\n\nMS. VELT: I will come back to you.",
            [
                ("MS. VELT", "Good afternoon. I have one announcement."),
                ("Q", "Thank you. What about the dam?"),
                ("MS. VELT", "We are looking at it."),
                ("Q", "And when — I mean, this year?"),
                ("Q", "(Inaudible) the bridge?"),
                ("MS. VELT", "I will come back to you."),
            ],
            id="Q without a colon",
        ),
        pytest.param(
            "Q. Where were you on the third of May?\nA. I was at home.\nQ. Were you alone?\nA. No, my sister was with me.",
            [
                ("Q", "Where were you on the third of May?"),
                ("A", "I was at home."),
                ("Q", "Were you alone?"),
                ("A", "No, my sister was with me."),
            ],
            id="deposition",
        ),
        pytest.param(
            "CARA LINDT, TERN NEWS ANCHOR: Good evening. I am Cara Lindt.\n\nLINDT: We begin in Orvania. Bo, what do you see?\n\n"
            "BO OLANE, CORRESPONDENT: Cara, we see water everywhere.\n\nOLANE: I must tell you it is rising.\n\n"
            "LINDT: Thank you.\n\nUNIDENTIFIED MALE: I lost my boat.\n\nOLANE: You heard him.",
            [
                ("CARA LINDT, TERN NEWS ANCHOR", "Good evening. I am Cara Lindt."),
                ("LINDT", "We begin in Orvania. Bo, what do you see?"),
                ("BO OLANE, CORRESPONDENT", "Cara, we see water everywhere."),
                ("OLANE", "I must tell you it is rising."),
                ("LINDT", "Thank you."),
                ("UNIDENTIFIED MALE", "I lost my boat."),
                ("OLANE", "You heard him."),
            ],
            id="long first label, short ones later",
        ),
        pytest.param(
            "The Chair (Mr. Bo Olane (Tern—North, PPO)): Order, please. I call the meeting to order.\n\n"
            "Some hon. members: Agreed.\n\nHon. Cara Lindt (Minister of Rivers and Lakes, PPO): Mr. Chair, I thank you.\n\n"
            "The Chair (Mr. Bo Olane (Tern—North, PPO)): You have five minutes.",
            [
                ("The Chair (Mr. Bo Olane (Tern—North, PPO))", "Order, please. I call the meeting to order."),
                ("Some hon. members", "Agreed."),
                ("Hon. Cara Lindt (Minister of Rivers and Lakes, PPO)", "Mr. Chair, I thank you."),
                ("The Chair (Mr. Bo Olane (Tern—North, PPO))", "You have five minutes."),
            ],
            id="nested brackets, a collective voice",
        ),
        pytest.param(
            "[00:00:00:04]\n_page: 1\nCDR: Okay. I see the clock.\n[00:00:00:10]\nCC: Roger. We copy you.\n[00:00:00:13]\nCDR: Thank you.\n",
            [("CDR", "Okay. I see the clock."), ("CC", "Roger. We copy you."), ("CDR", "Thank you.")],
            id="call signs and mission time",
        ),
        pytest.param(
            "Speaker 1: I would start with the budget.\n\nSpeaker 2: So would I.\n\nSpeaker 1: Good. Then we agree.",
            [
                ("Speaker 1", "I would start with the budget."),
                ("Speaker 2", "So would I."),
                ("Speaker 1", "Good. Then we agree."),
            ],
            id="numbered voices",
        ),
        pytest.param(
            "Talks in Tern\n\nPresident of Orvania Ana Velt: Dear friends, I am glad to see you.\n\nWe have much to do.\n\n"
            "Prime Minister of Tern Bo Olane (retranslated): Madam President, thank you.\n",
            [
                ("President of Orvania Ana Velt", "Dear friends, I am glad to see you. We have much to do."),
                ("Prime Minister of Tern Bo Olane", "Madam President, thank you."),
            ],
            id="everybody speaks once",
        ),
        pytest.param(
            "       CHAIR OLANE.  Good afternoon, everybody, and welcome to all of you who have come so far to be with\n\n"
            "us on this rainy day in Tern. I will begin with a short statement about the price of water, and then I will be\n\n"
            "glad to take your questions about the report that the board has published this morning in both of our\n\n"
            "languages.\n\n                                   1 of 3\nMay 3, 2011             Press Conference of the Board             FINAL\n\n"
            "       CARA LINDT.  Thank you. I wonder whether the board has looked at what happens to the people who\n\n"
            "live along the river, and whether the prices that you have given us are the ones that they will have to pay when the\n\n"
            "                                   2 of 3\nMay 3, 2011             Press Conference of the Board             FINAL\n\n"
            "new rules are in force, because I have heard something else from the ministry and I would like to know what you\n\n"
            "think of that.\n\n       CHAIR OLANE.  They will pay less.\n\n"
            "                                   3 of 3\nMay 3, 2011             Press Conference of the Board             FINAL\n",
            [
                (
                    "CHAIR OLANE",
                    (
                        "Good afternoon, everybody, and welcome to all of you who have come so far to be with us on this rainy day in "
                        "Tern. I will begin with a short statement about the price of water, and then I will be glad to take your "
                        "questions about the report that the board has published this morning in both of our languages."
                    ),
                ),
                (
                    "CARA LINDT",
                    (
                        "Thank you. I wonder whether the board has looked at what happens to the people who live along the river, and "
                        "whether the prices that you have given us are the ones that they will have to pay when the | new rules are in "
                        "force, because I have heard something else from the ministry and I would like to know what you think of that."
                    ),
                ),
                ("CHAIR OLANE", "They will pay less."),
            ],
            id="page furniture in mid-sentence",
        ),
        pytest.param(
            "Dr. Elsa Wind, Minister for Rivers, Lakes, Dams and the Protection of the Northern\nCoast: I thank you for "
            "this question, and I will answer it as well as I can in the\ntime that I have.\n\nBo Olane: Please do. We are "
            "all waiting for it, and so are the people at home who\nhave paid for the dam.\n\nDr. Elsa Wind, Minister for "
            "Rivers, Lakes, Dams and the Protection of the Northern\nCoast: Then hear me out.\n",
            [
                (
                    "Dr. Elsa Wind, Minister for Rivers, Lakes, Dams and the Protection of the Northern Coast",
                    "I thank you for this question, and I will answer it as well as I can in the time that I have.",
                ),
                (
                    "Bo Olane",
                    "Please do. We are all waiting for it, and so are the people at home who have paid for the dam.",
                ),
                (
                    "Dr. Elsa Wind, Minister for Rivers, Lakes, Dams and the Protection of the Northern Coast",
                    "Then hear me out.",
                ),
            ],
            id="a label broken over two lines",
        ),
    ],
)
def test_labels_as_houses_print_them(text: str, expected: list[tuple[str, str]]) -> None:
    """Each label as printed, each word with the one who said it."""
    assert spoken(text) == expected


ARTICLE = (
    "Two neighbours meet at last\n\n"
    + "The president of Orvania received the prime minister of Tern on Monday, and both spoke of water. " * 8
    + "\n\nThe guests at dinner. [Cara Lindt/Tern Press]\nFull transcript of the first part of the meeting:\n\n"
    "Ana Velt: Dear Mr. Olane!\n\nI am glad to see you.\n\nBo Olane (as interpreted) : Thank you for inviting us.\n\n"
    "There is a saying in Tern: old wells give good water. We thank the [northern] council.\n\n"
    "Second part of the meeting:\n\nAna Velt: Dear friends, I raise my glass.\n\n"
    "Bo Olane (as interpreted): To your health!\n\nMr. Olane had come by train. [Cara Lindt/Tern Press]\n"
)


def test_an_article_may_end_in_a_transcript() -> None:
    """Headings name the parts, captions are nobody's words, the article stays free for its quotes."""
    found = dialogue(ARTICLE)
    assert [(turn.label, turn.note, turn.rendering, turn.section) for turn in found.turns] == [
        ("Ana Velt", None, "unknown", "Full transcript of the first part of the meeting"),
        ("Bo Olane", "as interpreted", "interpreted", "Full transcript of the first part of the meeting"),
        ("Ana Velt", None, "unknown", "Second part of the meeting"),
        ("Bo Olane", "as interpreted", "interpreted", "Second part of the meeting"),
    ]
    assert said(ARTICLE, found.turns[1]).endswith("We thank the [northern] council.")
    assert said(ARTICLE, found.turns[3]) == "To your health!"
    rest = [ARTICLE[block.start : block.end] for block in found.rest]
    assert any(text.startswith("The president of Orvania") for text in rest)


def test_single_exchanges_in_an_article_take_one_paragraph() -> None:
    """Where a few labelled lines stand in a long article, the story goes on after them."""
    story = "The debate went on for hours, and nobody who was there will forget it, said the people of the town. " * 8
    text = f"{story}\n\nVELT: Will you pay for it, I ask you?\n\nOLANE: We will not.\n\nVELT: Then who will?\n\n{story}\n\n{story}"
    assert spoken(text) == [
        ("VELT", "Will you pay for it, I ask you?"),
        ("OLANE", "We will not."),
        ("VELT", "Then who will?"),
    ]


@pytest.mark.parametrize(
    ("label", "note", "rendering"),
    [
        ("Ana Velt (as interpreted)", "as interpreted", "interpreted"),
        ("Ana Velt (speaking through an interpreter)", "speaking through an interpreter", "interpreted"),
        ("Ana Velt (through interpreter Bo Olane)", "through interpreter Bo Olane", "interpreted"),
        ("Ana Velt (via translator)", "via translator", "interpreted"),
        ("Ana Velt (in Orvanian)", "in Orvanian", "interpreted"),
        ("Ana Velt (Orvania) (spoke in Orvanian)", "spoke in Orvanian", "interpreted"),
        ("Ana Velt (in English)", "in English", "original"),
        ("Ana Velt (retranslated)", "retranslated", "translated"),
        ("Ana Velt (by phone)", "by phone", "unknown"),
        ("Ana Velt (voice-over)", "voice-over", "unknown"),
        ("Ana Velt (Orvania)", None, "unknown"),
        ("Ana Velt (PPO)", None, "unknown"),
        ("Ana Velt (chair of the board)", None, "unknown"),
    ],
)
def test_only_the_last_bracket_may_be_a_note(label: str, note: str | None, rendering: str) -> None:
    """A note says how somebody spoke; a country or a party belongs to the label."""
    text = f"{label}: I thank you.\n\nBo Olane: And I thank you.\n\n{label}: We are done.\n\nBo Olane: Are we?"
    first = dialogue(text).turns[0]
    assert (first.note, first.rendering) == (note, rendering)
    assert first.label == (label if note is None else label[: label.rindex(" (")])


def test_a_note_may_stand_behind_the_colon() -> None:
    """`Name:  (As interpreted.)` says the same as a note before the colon; laughter there is part of the words."""
    text = (
        "PRESIDENT VELT:  (As interpreted.)  Good evening to you all.\n\nMR. OLANE:  (Laughter.)  I thank you.\n\n"
        "PRESIDENT VELT:  (As interpreted.)  You are welcome.\n\nMR. OLANE:  Well, we shall see."
    )
    turns = dialogue(text).turns
    assert [(turn.note, turn.rendering) for turn in turns[:2]] == [("As interpreted", "interpreted"), (None, "unknown")]
    assert [said(text, turn) for turn in turns[:2]] == ["Good evening to you all.", "(Laughter.) I thank you."]


@pytest.mark.parametrize(
    "between",
    [
        "(Laughter.)",
        "[CROSSTALK]",
        "(BEGIN VIDEOTAPE)",
        "The hall at noon. [Cara Lindt/Tern Press]",
        "[[Page S12]]",
        "* * *",
    ],
)
def test_what_interrupts_a_turn_breaks_it_in_pieces(between: str) -> None:
    """Nobody says a stage direction, a caption or a page mark; the turn goes on after it."""
    text = f"Ana Velt: I have said it before.\n\n{between}\n\nAnd I say it again.\n\nBo Olane: So do I.\n\nAna Velt: Thank you.\n\nBo Olane: Yes."
    assert spoken(text)[0] == ("Ana Velt", "I have said it before. | And I say it again.")


@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_the_rendering_changes_inside_a_turn(between: str) -> None:
    """Each piece has its own note and rendering, the notes are not said, and a bracket inside a sentence is none."""
    text = (
        f"Ana Velt:  (In English.)  Good morning, my friends.{between}(As interpreted.)  I come from far (in English money, a "
        f"pound).{between}(In English.)  Thank you.\n\nBo Olane: Welcome. You may sit.\n\nAna Velt: I thank you.\n\nBo Olane: Well?"
    )
    first = [u for u in quotedb.parse(text) if u.passage == 1]
    assert [(u.text, u.note, u.rendering) for u in first] == [
        ("Good morning, my friends.", "In English", "original"),
        ("I come from far (in English money, a pound).", "As interpreted", "interpreted"),
        ("Thank you.", "In English", "original"),
    ]
    assert {u.speaker for u in first} == {"Ana Velt"}


@pytest.mark.parametrize(
    ("head", "note"),
    [
        ("Unofficial translation from the Orlandic", "Unofficial translation from the Orlandic"),
        ("**Talks in Tern (unofficial translation)**", "unofficial translation"),
        ("[Translation]", "Translation"),
        (
            "Transcript (machine translation from Kestrian; not checked)",
            "machine translation from Kestrian; not checked",
        ),
        ("Translation", None),  # an entry of a menu
        ("Talks in Tern on the translation of the treaty", None),
    ],
)
def test_the_head_says_that_it_is_a_translation(head: str, note: str | None) -> None:
    """What stands above the first turn holds for every turn whose label says nothing else."""
    text = f"{head}\n\nAna Velt: I have come far.\n\nBo Olane (in English): Welcome. You may sit.\n\nAna Velt: I thank you.\n\nBo Olane: Well?"
    of_the_head = (note, "translated" if note else "unknown")
    assert [(turn.note, turn.rendering) for turn in dialogue(text).turns] == [
        of_the_head,
        ("in English", "original"),
        of_the_head,
        of_the_head,
    ]


@pytest.mark.parametrize(
    ("second", "renderings"),
    [
        ("[English]", ["translated", "original", "original", "translated"]),
        ("[Applause]", ["unknown", "unknown", "unknown", "unknown"]),  # its end is not noted: it holds for its own turn
    ],
)
def test_notes_alone_on_their_lines_stand_until_the_next(second: str, renderings: list[str]) -> None:
    """A house of two languages prints by turns which words are a translation."""
    text = (
        "Talks in Tern\n\nWe met at ten.\n\n[Translation]\n\nAna Velt: I have come far.\n\n"
        f"{second}\n\nBo Olane: Welcome. You may sit.\n\nAna Velt: I thank you.\n\n[Translation]\n\nBo Olane: Well? Shall we begin?"
    )
    assert [turn.rendering for turn in dialogue(text).turns] == renderings


def test_questions_in_bold_without_a_label() -> None:
    """A magazine's questions stand in bold above the answers: they are nobody's answer, and each is reported."""
    answers = ["It was cold.", "I left.", "I came back.", "Never."]
    text = "\n\n".join(f"**How was number {n}?**\n\nVELT: {answer}" for n, answer in enumerate(answers))
    found = dialogue(text)
    assert [text[slice(*turn.pieces[0])] for turn in found.turns] == answers
    assert len([problem for problem in found.problems if problem.code == "unlabelled-block"]) == 3


def test_clocks_at_the_head_of_paragraphs() -> None:
    """A clock in brackets that opens a paragraph of a turn parts it in pieces and is not said."""
    text = "\n\n".join(
        f"{name}\n(00:0{n}:10) {said}\n(00:0{n}:40) And so on, you know."
        for n, (name, said) in enumerate([("Ana Velt", "Where were you?"), ("Bo Olane", "I was at home.")] * 3)
    )
    turns = dialogue(text).turns
    assert [turn.timestamp for turn in turns][:2] == ["00:00:10", "00:01:10"]
    assert [text[slice(*piece)] for piece in turns[1].pieces] == ["I was at home.", "And so on, you know."]


def test_clocks_behind_clocks_leave_nothing() -> None:
    """Two clocks in a row hold no words between or behind them."""
    asked = ["Where were you then? [laughter] [00:03:17] [00:01:41]", "And who saw you there?"]
    text = "\n\n".join(
        f"[00:0{n}:10] {name}: {said}"
        for n, (name, said) in enumerate(
            [
                ("Ana Velt", asked[0]),
                ("Bo Olane", "I was at home, and I slept."),
                ("Ana Velt", asked[1]),
                ("Bo Olane", "You did."),
            ]
        )
    )
    pieces = [text[slice(*piece)] for turn in dialogue(text).turns for piece in turn.pieces]
    assert all(piece.strip() and "00:" not in piece for piece in pieces), pieces


def test_numbered_lines_of_a_deposition() -> None:
    """The numbers of the lines are in no turn, and `A.` is a label behind one."""
    lines = [
        "Q. Where were you on the",
        "third of May?",
        "A. I was at home.",
        "Q. Were you alone, or was",
        "somebody with you?",
    ]
    lines += [
        "A. My sister was.",
        "Q. And did you speak?",
        "A. We did.",
        "Q. What about?",
        "A. About water.",
        "Q. Water?",
        "A. Yes.",
    ]
    text = "".join(f"{number:2}   {line}\n" for number, line in enumerate(lines, 1))
    assert spoken(text)[:3] == [
        ("Q", "Where were you on the | third of May?"),
        ("A", "I was at home."),
        ("Q", "Were you alone, or was | somebody with you?"),
    ]


def test_a_heading_in_the_middle_of_a_turn() -> None:
    """The page's own heading is not said; whoever spoke above it goes on below it."""
    text = f"{printed('{label}: {text}')}\n\n## On wells\n\nI have one more thing to say.\n\nAna Velt: Please do.\n"
    turns = dialogue(text).turns
    assert said(text, turns[3]).endswith("most of it. | I have one more thing to say.")
    assert turns[4].section == "On wells"


def test_a_note_between_bold_and_colon() -> None:
    """`**Name** (note):` has the note that `**Name (note):**` has."""
    text = printed("**{label}** (by phone): {text}")
    assert {turn.note for turn in dialogue(text).turns} == {"by phone"}
    assert spoken(text) == TALK


def test_a_pull_quote_is_said_once() -> None:
    """A sentence that the page prints again in large letters is not said twice."""
    sentence = "We regard the northern reservoir as an important inheritance of everybody living downstream."
    text = (
        f"Ana Velt: I will be short.\n\nAs I told you, {sentence[0].lower()}{sentence[1:]} And we will keep it.\n\n"
        f"Other things matter too.\n\n{sentence}\n\nThank you.\n\nBo Olane: I agree with you.\n\nAna Velt: Good.\n\nBo Olane: Yes."
    )
    assert "Other things matter too. | Thank you." in spoken(text)[0][1]


def test_an_article_that_quotes_the_transcript_takes_nothing_from_it() -> None:
    """A paragraph of a turn that the article above it quotes is still said."""
    sentence = "We regard the northern reservoir as an important inheritance of everybody living downstream."
    text = (
        f"Talks in Tern\n\nThe president spoke of water and of the years to come. “{sentence}” she said, and raised her glass to it.\n\n"
        f"Full transcript of the talks:\n\nAna Velt: I will be short.\n\n{sentence}\n\nFirst Minister Bo Olane: I agree with you.\n"
        "\nSecond part, at table:\n\nAna Velt: Good.\n"
    )
    found = dialogue(text)
    assert said(text, found.turns[0]) == f"I will be short. {sentence}"
    assert [turn.section for turn in found.turns] == ["Full transcript of the talks"] * 2 + ["Second part, at table"]


def test_the_record_speaks_between_the_turns() -> None:
    """What is ordered to be printed was not said by the member who asked for it."""
    text = (
        "  Mr. OLANE. Mr. Speaker, I ask that the letter be printed.\n"
        "  There being no objection, the letter was ordered to be printed, as follows:\n\n"
        "     Dear colleagues: please pay for the water.\n\n  Ms. VELT. I thank you, Mr. Speaker.\n  Mr. OLANE. So do I.\n"
    )
    assert spoken(text)[0] == ("Mr. OLANE", "Mr. Speaker, I ask that the letter be printed.")


def test_an_end_mark_ends_the_last_turn() -> None:
    """`END 6:29 P.M.` is nobody's word."""
    text = "MS. VELT: I thank you all.\n\nQ    Will you be back?\n\nMS. VELT: I will.\n\nEND                 6:29 P.M. EDT\n"
    assert spoken(text)[-1] == ("MS. VELT", "I will.")


def test_questions_inside_a_lecture_take_their_paragraph() -> None:
    """In a long text without labels only the labelled paragraphs are turns."""
    lecture = "Water has a long memory, and the people of the north know more of it than the books will tell. " * 10
    text = f"# Wells\n\n{lecture}\n\n{lecture}\n\nQ: Do you drink it?\n\nA: I do.\n\nQ: Would you tell us why?\n\nA: My mother did.\n\n## More\n\n{lecture}"
    assert spoken(text) == [
        ("Q", "Do you drink it?"),
        ("A", "I do."),
        ("Q", "Would you tell us why?"),
        ("A", "My mother did."),
    ]


PREFACE = (
    "The board met in Tern to look at the price of water, which has risen since the dam was built on the river. " * 8
)

STORY = (
    "The council of Tern met on Monday. It spoke about water and about the price of bread, which has risen twice.\n\n"
    "“We have waited too long,” said Ana Velt, who leads the council. “You all know it.”\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Tern: a town that waits\n\n" + STORY * 3,
        STORY + "There is a saying in Tern: old wells give good water.\n\nHer advice: drink it.\n\n" + STORY,
        STORY + "Read more: The wells of Tern\n\nPhoto: Cara Lindt\n\nNote: This story was corrected.\n\n" + STORY,
        "Members present\n\nAna Velt: chair of the council\nBo Olane: vice chair\nCara Lindt: treasurer\nElsa Wind: clerk\n",
        "Topics:\n\n• Water\n\n• Bread\n\nAt 1:00 p.m. the hall opens. See https://tern.example/wells: it is all there.\n",
        "Ana Velt\nBo Olane\nCara Lindt\nElsa Wind\nAna Velt\nBo Olane\nCara Lindt\nElsa Wind\n",
        "Name: Ana Velt\nRole: chair\nStatement: I thank you for the water.\n\n" * 4,
        "TERN, Orv. — We met the council on Monday, and I was there.\n\n" + STORY,
        "Olane: he was here.\n\n" + STORY,
        "BREAD: 3 crowns\nWATER: 2 crowns\nBREAD: 4 crowns\nWATER: 1 crown\n",
        "",
        "\n\n \n",
        ":",
    ],
)
def test_no_labels_no_turns(text: str) -> None:
    """Prose, headlines, rosters and price lists are no conversation."""
    assert spoken(text) == []


def test_a_transcript_without_labels_is_reported() -> None:
    """Who asks for turns and gets none is told so."""
    assert [problem.code for problem in dialogue(STORY, "transcript").problems] == ["no-labels"]
    assert [problem.code for problem in dialogue("Transcript of a talk\n\n" + STORY).problems] == ["no-labels"]
    assert dialogue("A talk\n\n" + STORY).problems == ()
    assert dialogue(STORY).problems == ()


SHORT_EXCHANGES = [
    ("Ana Velt: The lanterns stay lit.\n\nBo Olane: All of them?\n", ["Ana Velt", "Bo Olane"]),
    ("Interviewer: Why the lamps?\n\nAna Velt: Because of the fog.\n", ["Interviewer", "Ana Velt"]),
    ("Mayor: The lanterns stay lit.\nClerk: All of them?\nMayor: All.\n", ["Mayor", "Clerk", "Mayor"]),
    ("President Ana Velt (as interpreted): The lanterns stay lit.\n", ["President Ana Velt"]),
    ("Name: Ana Velt\nAge: 44\nPlace: Orvask\n", []),
    ("Kettle: Bring the old one.\nLamps: four.\nRope: twelve metres.\n", []),
    ("Ana Velt: The lanterns stay lit.\n", []),
    ("Ana Velt: head of the lamps\n\nBo Olane: who else?\n", []),
]


@pytest.mark.parametrize(("text", "labels"), SHORT_EXCHANGES, ids=[text[:30] for text, _ in SHORT_EXCHANGES])
def test_a_short_document_of_nothing_but_voices(text: str, labels: list[str]) -> None:
    """Two who speak once are enough where nothing else stands there and somebody asks; so is a note how words reached us."""
    assert [turn.label for turn in dialogue(text).turns] == labels


def test_a_dash_behind_bold_labels_is_not_said() -> None:
    """It sets the label off, as it does behind `Q`; a dash that only one of them says stays."""
    text = "**VELT** -- I thank you.\n\n**OLANE** -- I was told ten. Is that so?\n\n**VELT** -- It is, I think.\n"
    assert spoken(text) == [
        ("VELT", "I thank you."),
        ("OLANE", "I was told ten. Is that so?"),
        ("VELT", "It is, I think."),
    ]


def test_where_a_voice_comes_from_is_no_name() -> None:
    """The gallery is nobody, and nobody is called Gallery."""
    text = (
        "ANA VELT: Shall we?\n\nBO OLANE: I think so.\n\nA VOICE FROM THE GALLERY: Speak up!\n\nANA VELT: We shall.\n"
    )
    found = analyse(text)
    assert found.kinds["A VOICE FROM THE GALLERY"] == "unnamed"
    assert "Gallery" not in found.kinds


def test_a_document_that_gave_nothing_says_so() -> None:
    """And what in it looks like a speaker; an article with quotations is not told that it is no transcript."""
    found = analyse("Ana Velt: The lanterns stay lit.\n").problems
    assert [problem.code for problem in found] == ["nothing-said", "label-refused"]
    assert (found[1].start_char, found[1].end_char) == (0, 8)
    assert [problem.code for problem in analyse("The lamps stood in a row.\n").problems] == ["nothing-said"]
    assert not analyse("The lamps\n\n“We light them at six,” Ana Velt said.\n").problems


def test_a_roster_is_no_turn() -> None:
    """A line that says who somebody is comes before the turns and is none of them."""
    text = "Present\n\nAna Velt: chair of the board\nBo Olane: member\n\n" + printed("{label}: {text}")
    assert spoken(text) == TALK


def test_a_long_introduction_hides_no_turn() -> None:
    """Text before a transcript does not cut its turns short."""
    talk = [
        ("Ana Velt", "I will say it.\n\nAnd I say it again.\n\nYou heard me."),
        ("Bo Olane", "We did.\n\nThank you."),
    ] * 6
    text = PREFACE + "\n\n" + "\n\n".join(f"{label}: {words}" for label, words in talk)
    assert spoken(text) == [(label, " ".join(words.split())) for label, words in talk]


def test_the_foot_of_the_page_is_not_said() -> None:
    """Behind the last label a line drawn across the page or a notice ends the last turn."""
    text = printed("{label}: {text}") + "\n\n---\n\nThe Board of Tern looks after the wells.\n\nAll rights reserved.\n"
    assert spoken(text) == TALK


def test_a_dash_behind_q_may_be_its_mark() -> None:
    """Where nearly every Q is followed by a dash, nobody said the dash."""
    text = "MS. VELT — I am here.\n\nQ — Thank you.\n\nMS. VELT — Yes?\n\nQ — Why are you?\n\nMS. VELT — I was asked.\n"
    assert [words for label, words in spoken(text) if label == "Q"] == ["Thank you.", "Why are you?"]


def test_a_label_that_stands_once_is_less_sure() -> None:
    """A label set like the sure ones is taken, with lower confidence and a note among the problems."""
    text = printed("{label}: {text}") + "\n\nElsa Wind: May I say a word?\n\n" + printed("{label}: {text}")
    found = dialogue(text)
    wind = next(turn for turn in found.turns if turn.label == "Elsa Wind")
    assert wind.confidence < 0.9 <= found.turns[0].confidence
    assert "once" in wind.rule
    assert [problem.code for problem in found.problems] == ["label-once"]


def test_many_labels_that_stand_once_are_one_problem() -> None:
    """In the opening of a debate everybody speaks once: one line says so of all, and the other problems stay in sight."""
    voices = ("Elsa Wind", "Odo Marr", "Ida Quill", "Per Holm")
    text = printed("{label}: {text}")
    text += "".join(
        f"\n\n{voice}: I thank you for that, and I agree.\n\n" + printed("{label}: {text}") for voice in voices
    )
    found = dialogue(text)
    assert all(turn.confidence < 0.9 for turn in found.turns if turn.label in voices)
    (problem,) = found.problems
    assert problem.code == "label-once"
    assert problem.message.startswith("4 labels stand once")
    assert all(f"'{voice}'" in problem.message for voice in voices)


def test_timestamps_stay_with_their_turn() -> None:
    """The stamp printed at a label is the turn's, without brackets."""
    text = LAYOUTS["stamp before"]
    assert [turn.timestamp for turn in dialogue(text).turns] == ["00:10", "01:11", "02:12", "03:13"]


ALPHABET = st.sampled_from(
    [
        *list("AbQ é:：.()[]*#>-—\t\n\n“\"'1"),
        "Ana Velt: ",
        "I say. ",
        "**",
        "\n\n",
        "(as interpreted)",
        "Q    ",
        "00:12 ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text_gives_true_spans(text: str) -> None:
    """Pieces are trimmed, in order and never overlap; no word is in a turn and in the rest at once."""
    found = dialogue(text)
    spans = [piece for turn in found.turns for piece in turn.pieces]
    assert spans == sorted(spans)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
    everything = sorted([*spans, *((block.start, block.end) for block in found.rest)])
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(everything))
    for turn in found.turns:
        assert (
            turn.label == " ".join(text[slice(*turn.label_span)].split()) or turn.label == text[slice(*turn.label_span)]
        )


@settings(max_examples=200, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_no_word_is_lost(text: str) -> None:
    """Every letter is in a turn's label or pieces, in its note or stamp, or in the rest."""
    found = dialogue(text)
    covered = [(block.start, block.end) for block in found.rest]
    for turn in found.turns:
        covered.extend([turn.label_span, *turn.pieces])
    loose = list(text)
    for start, end in covered:
        loose[start:end] = " " * (end - start)
    left = "".join(loose)
    for turn in found.turns:
        left = left.replace(turn.note or " ", " ").replace(turn.timestamp or " ", " ")
    assert not any(char.isalpha() for char in left)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "Ana Velt: I say so.\nBo Olane: Do you?\n" * n,
        lambda n: "(" * n + "Ana" + ")" * n + ": I say.\n",
        lambda n: "Ana Velt\n" * n,
        lambda n: "A. " * n,
        lambda n: "word " * n,
        lambda n: "**" * n + "\n",
    ],
)
def test_time_is_linear(make: object) -> None:
    """Ten times the text takes about ten times as long, however the text is made to hurt."""

    def seconds(n: int) -> float:
        text = make(n)  # type: ignore[operator]
        began = time.process_time()
        dialogue(text)
        return time.process_time() - began

    small, large = seconds(2_000), seconds(20_000)
    assert large < 25 * max(small, 0.02)


def test_rest_keeps_its_zones() -> None:
    """Blocks outside the turns come back with the zone they had."""
    zones = {block.zone for block in dialogue(ARTICLE).rest}
    assert {Zone.HEADING, Zone.BODY, Zone.CAPTION} <= zones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a few words without a full stop are all that somebody says
            "ANA VELT:\n\nWho has the key to the lamp?\n\nBO OLANE:\n\nIda Marsh\n\nANA VELT:\n\nThen I shall ask her.\n\nBO OLANE:\n\nPlease do.\n",
            ["Who has the key to the lamp?", "Ida Marsh", "Then I shall ask her.", "Please do."],
        ),
        (  # a heading stands above the next label where something was said already
            "ANA VELT:\n\nI close the first part.\n\n## The lamps\n\nBO OLANE:\n\nThank you. I begin with the lamps.\n\nANA VELT:\n\nYes?\n",
            ["I close the first part.", "Thank you. I begin with the lamps.", "Yes?"],
        ),
        (  # trap: a heading in capitals below the last name of a roster
            (
                "Ana Velt\n\nBo Olane\n\nTHE FIRST PART\n\nAna Velt\n\nGood morning. I am glad to see you.\n\nBo Olane\n\nGood morning to you, Ana.\n\n"
                "Ana Velt\n\nShall we begin?\n\nBo Olane\n\nWe shall.\n"
            ),
            ["Good morning. I am glad to see you.", "Good morning to you, Ana.", "Shall we begin?", "We shall."],
        ),
    ],
    ids=["few words", "heading", "capitals"],
)
def test_a_short_line_right_below_a_label(text: str, expected: list[str]) -> None:
    assert [one.text for one in quotedb.parse(text)] == expected


@pytest.mark.parametrize(
    "name", ["Will", "May", "Can", "Will Stone", "WILL STONE", "Mr. Will Stone", "Can Demir", "Or Coyne"]
)
@pytest.mark.parametrize("layout", ["{}: {}\n", "{}: {}\n\n", "**{}:** {}\n\n"])
def test_a_first_name_may_be_a_small_word(name: str, layout: str) -> None:
    """`Will:` and `Can Demir:` come back among other names: nobody else says what stands behind them."""
    talk = [
        ("Dan", "So will I, if you can wait for me."), (name, "The mayor has sold a river, and you know it."), ("Clara", "I ask you for peace."),
        ("Dan", "May I say so? No."), (name, "You may. I said it, and I will say it again."), ("Clara", "Then you have no answer for us?"),
        (name, "I have one. Just wait, or you will not hear it."), ("Dan", "We shall see."),
    ]  # fmt: skip
    assert spoken("".join(layout.format(*one) for one in talk)) == talk


@pytest.mark.parametrize("opening", ["So", "But", "No", "Will you", "Just so"])
def test_the_opening_of_a_sentence_is_still_no_label(opening: str) -> None:
    """Whoever says `So: ...` at the head of a line goes on speaking."""
    lines = [
        ("Dan", "We met on the pier, and I was glad."), ("Clara", "You came late, and I waited for you."), ("Dan", "I am sorry that you did."),
        ("Clara", "You are always sorry, I think."), ("Dan", "I shall come earlier next time."), ("Clara", "We shall see whether you do."),
    ]  # fmt: skip
    text = "".join(
        f"{name}: {words}\n\n" + (f"{opening}: what did you bring for us?\n\n" if at in (1, 3) else "")
        for at, (name, words) in enumerate(lines)
    )
    assert [label for label, _ in spoken(text)] == [label for label, _ in lines]


def test_german_first_names_that_are_small_words() -> None:
    """`Will` is a verb in German, and `Ist` one, too: before a last name they are names."""
    talk = [
        ("Dana Brem", "Das ist wahr, und ich sage es Ihnen."), ("Will Berger", "Sie haben den Fluss verkauft, und Sie wissen das."),
        ("Ist Demir", "Will er ihn wiederhaben? Das kann ich Ihnen nicht sagen."), ("Dana Brem", "Ich frage Sie noch einmal."),
        ("Will Berger", "Ich habe keine Antwort für Sie."), ("Ist Demir", "Dann gehen wir jetzt, meine Damen und Herren."),
    ]  # fmt: skip
    assert spoken("\n\n".join(": ".join(one) for one in talk)) == talk
