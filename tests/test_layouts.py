"""Habits of printing that a transcript may have, and documents that only look like transcripts."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.turns import find_turns
from quotedb.parsing.zones.segments import segment

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import layouts
from printed import sheet

LEX = lexicon("en")
#: What three people say in most examples; nobody says "I" or "you" in the second set.
TALK = [
    ("Ana Velt", "Good morning. Shall we begin with the dam?"),
    ("Bo Olane", "Yes. I have read your letter."),
    ("Ana Velt", "And what do you think of it?"),
    ("Bo Olane", "I think that it is too long."),
]
FIGURES = [
    ("Ana Velt", "The gauge has run since Monday. What did it show?"),
    ("Bo Olane", "Two breaks of four minutes, both at night."),
    ("Cara Lindt", "That explains the gap in the table."),
    ("Ana Velt", "Can the gap be closed?"),
    ("Bo Olane", "Not from these figures."),
    ("Ana Velt", "Then the older gauge must do."),
    ("Cara Lindt", "It stood on the other bank. The bank has sunk."),
    ("Bo Olane", "By two centimetres a year."),
    ("Cara Lindt", "By three in the first."),
]


def spoken(text: str) -> list[tuple[str, str]]:
    turns = find_turns(text, segment(text, LEX), LEX).turns
    return [(turn.label, " | ".join(" ".join(text[a:b].split()) for a, b in turn.pieces)) for turn in turns]


def printed(form: str, talk: list[tuple[str, str]] = TALK, between: str = "\n\n") -> str:
    return between.join(
        form.format(name=name, text=text, initials="".join(part[0] for part in name.split()), n=n)
        for n, (name, text) in enumerate(talk, 1)
    )


@pytest.mark.parametrize(
    "form",
    ["{name}\n\n{text}", "{name}\n{text}", "{name}\t{text}", "{name}     {text}", "**{name}** {text}", "{name} — {text}", "<{name}> {text}", "[{name}]: {text}"],
)  # fmt: skip
def test_people_talk_without_saying_i(form: str) -> None:
    """Labels that come back in no fixed order, with questions behind some, are a meeting, whatever the words are."""
    assert spoken(printed(form, FIGURES)) == FIGURES


@pytest.mark.parametrize(
    "form", ["{name} | {text}", "| {name} | {text} |", "| {n} | {name} | {text} |", "{name} >> {text}", "{name} :: {text}", "2024-06-04 10:00:0{n} {name}: {text}", "[04.06.24, 10:00:0{n}] {name}: {text}"],
)  # fmt: skip
def test_other_signs_part_label_and_words(form: str) -> None:
    """Bars, arrows and two colons part a label from its words; a date may stand before the clock."""
    assert spoken(printed(form, TALK * 2, "\n")) == TALK * 2


def test_initials_may_be_words() -> None:
    """RE, IT and I are initials where they come back as labels."""
    talk = [
        ("RE", "Who asked for the letter?"),
        ("IT", "I did, in March."),
        ("RE", "Did you get it?"),
        ("IT", "No."),
    ] * 2
    assert spoken("\n".join(f"{label}: {text}" for label, text in talk)) == talk
    talk = [("I", "Who asked for the letter?"), ("P", "My sister did."), ("I", "Did you get it?"), ("P", "No.")] * 2
    assert spoken("\n".join(f"{label}: {text}" for label, text in talk)) == talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Operator\n\nGood morning, and welcome. You may begin.\n\nAna Velt\nChief Executive Officer, Tern Water\n\nThank you. I have good news.\n\n"
            "Operator\n\nThank you. We have a question.\n\nBo Olane\nAnalyst, Orvane Bank\n\nHow much did you pay?\n\nAna Velt\n\nWe paid a third.",
            [
                ("Operator", "Good morning, and welcome. You may begin."),
                ("Ana Velt", "Thank you. I have good news."),
                ("Operator", "Thank you. We have a question."),
                ("Bo Olane", "How much did you pay?"),
                ("Ana Velt", "We paid a third."),
            ],
            id="an office on the line below the name",
        ),
        pytest.param(
            "Ana Velt -- Chief Executive Officer\n\nThank you. I have good news.\n\nBo Olane -- Analyst\n\nHow much did you pay?\n\n"
            "Ana Velt -- Chief Executive Officer\n\nWe paid a third.\n\nBo Olane -- Analyst\n\nThank you.",
            [
                ("Ana Velt -- Chief Executive Officer", "Thank you. I have good news."),
                ("Bo Olane -- Analyst", "How much did you pay?"),
                ("Ana Velt -- Chief Executive Officer", "We paid a third."),
                ("Bo Olane -- Analyst", "Thank you."),
            ],
            id="an office behind two hyphens",
        ),
        pytest.param(
            "Mme la présidente. Good morning.\n\nMme Ana Velt. I thank you.\n\nM. Bo Olane. Are you ready?\n\nMme Ana Velt. I am.\n\nM. Bo Olane. Then let us go.",
            [
                ("Mme la présidente", "Good morning."),
                ("Mme Ana Velt", "I thank you."),
                ("M. Bo Olane", "Are you ready?"),
                ("Mme Ana Velt", "I am."),
                ("M. Bo Olane", "Then let us go."),
            ],
            id="titles without a point, and a full stop for the colon",
        ),
        pytest.param(
            "THE COURT: You may ask.\n\nBY MR. OLANE:\n\nQ. Where were you?\n\nA. I was at home.\n\nTHE COURT: Your witness.\n\nBY MS. VELT:\n\nQ. Alone?\n\nA. Yes.",
            [
                ("THE COURT", "You may ask."),
                ("Q", "Where were you?"),
                ("A", "I was at home."),
                ("THE COURT", "Your witness."),
                ("Q", "Alone?"),
                ("A", "Yes."),
            ],
            id="a line that says who asks",
        ),
        pytest.param(
            "MS. VELT: Good morning. MR. OLANE: Good morning to you. MS. VELT: Did you see the dam? MR. OLANE: I did. MS. VELT: And? "
            "MR. OLANE: It holds. MS. VELT: Thank you. MR. OLANE: Not at all. MR. DE WIND: May I ask something?",
            [
                ("MS. VELT", "Good morning."),
                ("MR. OLANE", "Good morning to you."),
                ("MS. VELT", "Did you see the dam?"),
                ("MR. OLANE", "I did."),
                ("MS. VELT", "And?"),
                ("MR. OLANE", "It holds."),
                ("MS. VELT", "Thank you."),
                ("MR. OLANE", "Not at all."),
                ("MR. DE WIND", "May I ask something?"),
            ],
            id="a text that lost its line breaks",
        ),
        pytest.param(
            "The Speaker: Order. We begin.\n\nMs. Velt: I rise to speak of water. Some hon. members: Oh, oh!\n\nThe Speaker: Order.\n\nMs. Velt: I thank you.\n\n"
            "The Speaker: Is it agreed?\n\nAgreed.\n\nMs. Velt: Thank you.\n\nThe Speaker: We vote.\n\nThe motion was then put and agreed to.",
            [
                ("The Speaker", "Order. We begin."),
                ("Ms. Velt", "I rise to speak of water."),
                ("Some hon. members", "Oh, oh!"),
                ("The Speaker", "Order."),
                ("Ms. Velt", "I thank you."),
                ("The Speaker", "Is it agreed?"),
                ("Ms. Velt", "Thank you."),
                ("The Speaker", "We vote."),
            ],
            id="voices of many inside a line, and the record's own sentences",
        ),
        pytest.param(
            "MS. VELT: Good morning.\n\nMR. OLANE; Good morning to you.\n\nMS. VELT: Did you see the dam?\n\nMR. OLANE: I did.\n\nMS. VELT: And?\n\nMR. OLANE: It holds.",
            [
                ("MS. VELT", "Good morning."),
                ("MR. OLANE", "Good morning to you."),
                ("MS. VELT", "Did you see the dam?"),
                ("MR. OLANE", "I did."),
                ("MS. VELT", "And?"),
                ("MR. OLANE", "It holds."),
            ],
            id="a colon misread as a semicolon",
        ),
    ],
)
def test_habits_of_printing(text: str, expected: list[tuple[str, str]]) -> None:
    """One habit each."""
    assert spoken(text) == expected


@pytest.mark.parametrize(
    "form",
    [
        "00:00:0{n};{name};{text}", '"00:0{n}","{name}","{text}', '"{name}","{text}', "00:00:0{n}\t00:01:0{n}\t{name}\t{text}",
        "{n},00:0{n},\"{name}\",\"{text}\"", "#{n} {name}: {text}", "» {name}: {text}", "**00:0{n} {name}:** {text}", "**[{name}]** {text}", "[{name} 00:0{n}] {text}",
        "{name}. {text}", "{name}.\n{text}", "_{name}_: {text}", "({name}) {text}", "{{{name}}} {text}", "{name} -> {text}", "{name}\n00:0{n} to 00:1{n}\nConfidence {n} %\n{text}",
        "【{name}】{text}", "【{name}】：{text}", "{name} - 00:0{n} - {text}", "{name} (0h{n}m):\n{text}", "{name}   {n} minutes {n} seconds\n{text}",
    ],
)  # fmt: skip
def test_rows_and_clocks_of_exports(form: str) -> None:
    """Rows of a table kept as text, clocks in words or inside the label's marks, marks that only this document has."""
    assert spoken(printed(form, TALK * 2, "\n")) == TALK * 2


@pytest.mark.parametrize(
    ("first", "second", "form"),
    [
        ("A.V.", "P.O.", "{}: {}"), ("Q", "A", "{} - {}"), ("Q", "A", "{} | {}"), ("Ana Velt (she/her)", "Bo Olane (he/him)", "{}: {}"),
        ("Ana Velt (host)", "Bo Olane (guest)", "{}: {}"),
        ("aveld", "bolane", "{}: {}"), ("Ana", "Bo", "_{}_: {}"),
    ],
)  # fmt: skip
def test_short_and_unusual_labels(first: str, second: str, form: str) -> None:
    """Initials with points, Q and A before a dash or a bar, pronouns in brackets, handles, italics."""
    talk = [(first if name == "Ana Velt" else second, text) for name, text in TALK * 2]
    assert spoken("\n\n".join(form.format(label, text) for label, text in talk)) == talk


def test_thanks_on_a_line_of_their_own() -> None:
    """`Many Thanks.` stands alone where somebody ends, not where somebody begins."""
    talk = [(name, f"{text} So be it. And so on, you know.\nMany Thanks.") for name, text in TALK * 3]
    assert [label for label, _ in spoken(printed("{name}: {text}", talk))] == [name for name, _ in talk]


def test_a_line_is_read_as_the_other_lines_are() -> None:
    """Where a dash parts label and words, a colon further on in the line is said."""
    talk = [*TALK * 2, ("Ana Velt", "First question: who pays?"), ("Bo Olane", "Second question first: nobody.")]
    assert spoken(printed("{name} - {text}", talk)) == talk


def test_an_address_below_a_label_is_said() -> None:
    """`Madam Chairman, members of the council:` stands where a label could stand, right below one."""
    talk = [*TALK * 2, ("Ana Velt", "Mr. Olane, members of the council: thank you for the boat.")]
    assert spoken(printed("{name}: (00:0{n})\n{text}", talk)) == talk


@pytest.mark.parametrize(
    "form", ["{name}\n\n{text}", "{name}\t{text}", "**{name}**\n\n{text}", "{name} — {text}", "{initials}: {text}"]
)
def test_three_turns_are_enough(form: str) -> None:
    """Two speak, one of them again, everybody to somebody, and the first stands near the top."""
    assert len(spoken(printed(form, TALK[:3]))) == 3


@pytest.mark.parametrize("wrong", ["MS, OLANE", "MS. 0LANE", "MS. OLANNE", "MS. OLNAE", "MS. OLAN"])
def test_a_label_with_a_misprint(wrong: str) -> None:
    """A label that stands once and is a sure one but for a letter is taken, as it is printed."""
    talk = [("MR. VELT", "Did you see it?"), ("MS. OLANE", "I did, sir.")] * 3 + [(wrong, "It holds.")]
    assert spoken("\n\n".join(f"{label}. {text}" for label, text in talk)) == talk


def test_a_document_printed_between_the_turns() -> None:
    """`[The statement follows:]`: what stands below it nobody spoke, up to the next label."""
    text = (
        printed("{name}: {text}")
        + "\n\n[The prepared statement of Ms. Velt follows:]\n\nThe dam is 40 metres high.\n\n"
        + printed("{name}: {text}")
    )
    assert spoken(text) == TALK * 2


def test_a_note_below_the_last_turn() -> None:
    """What the record adds at the very end is not the last speaker's."""
    assert spoken(printed("{name}: {text}") + "\n\nNOTE: The talk began at noon in the mill.") == TALK


def test_lines_without_a_number_where_lines_are_numbered() -> None:
    """The reporting company's name at the foot of a page has no line number, and nobody says it."""
    lines = [f"{n:>2}  {'MR. VELT:  And then?' if n % 2 else 'MS. OLANE:  I went home.'}" for n in range(1, 17)]
    lines[8:8] = ["        Tern Reporting Company", "                    12"]
    assert {text for _, text in spoken("\n".join(lines))} == {"And then?", "I went home."}


def test_the_line_that_says_who_asks_in_numbered_lines() -> None:
    """`BY MR. OLANE:` stands right below the words of the court, in a wrapped and numbered page."""
    lines = [
        "THE COURT:  Good morning. You may ask your",
        "witness now.",
        "BY MR. OLANE:",
        "Q.  Where were you?",
        "A.  I was at home.",
    ] * 4
    text = "\n".join(f"{n % 25 + 1:>2}  {line}" for n, line in enumerate(lines))
    assert spoken(text)[0] == ("THE COURT", "Good morning. You may ask your | witness now.")


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Frage", "Antwort"), ("Pregunta", "Respuesta"), ("Вопрос", "Ответ"), ("Domanda", "Risposta"), ("问", "答")],
)
def test_questions_and_answers_of_other_languages(question: str, answer: str) -> None:
    """`Pregunta:` and `Respuesta:` are voices as `Q` and `A` are."""
    talk = [(question, "Wo?"), (answer, "Dort.")] * 2
    assert spoken("\n\n".join(f"{label}: {text}" for label, text in talk)) == talk


def test_a_stop_and_a_dash_behind_any_name() -> None:
    """`M. Bo d'Olane. – `, `El señor VELT (Presidente).- `: behind such a mark a name needs no capitals."""
    talk = [("Ana Velt (GV)", "I thank you."), ("M. Bo d'Olane", "Are you ready?")] * 3
    assert spoken("\n\n".join(f"{label}. – {text}" for label, text in talk)) == talk
    talk = [("El señor VELT (Presidente)", "Gracias."), ("La señora OLANE", "¿Cuándo?")] * 3
    assert spoken("\n\n".join(f"{label}.- {text}" for label, text in talk)) == talk


@pytest.mark.parametrize(
    "form",
    [
        "{name}\n00:0{n}-00:0{n} (4 sec)\nNo Rating\n{text}",
        "{name}: {text}\nLength 0{n} sec",
        "{name}: {text} [00:0{n}]",
    ],
)
def test_data_of_a_service_is_not_said(form: str) -> None:
    """What stands at the head or the end of nearly every turn, numbers aside, is nobody's word."""
    assert spoken(printed(form, TALK * 2)) == TALK * 2


def test_labels_in_the_middle_of_the_page() -> None:
    """A label that is set in far more than the words below it stands alone, however short the lines are."""
    text = "\n\n".join(
        f"{' ' * 30}{name.split()[0].upper()}\n          {text}\n          It is so." for name, text in TALK * 3
    )
    assert [label for label, _ in spoken(text)] == ["ANA", "BO"] * 6


def test_running_head_with_the_page() -> None:
    """A line that comes back with a number that counts up is a running head, also in mid-sentence."""
    pages = [f"Talk with Ana Velt, 4 June        Page {n}" for n in range(1, 5)]
    text = "\n\n".join(
        f"{name}: {said[:12]}\n{page}\n{said[12:]}" for (name, said), page in zip(TALK, pages, strict=True)
    )
    assert not any("Page" in said for _, said in spoken(text))


@pytest.mark.parametrize(
    "entry",
    [
        "{name}: {n}174 votes (52 %)", "{name}: What the River Told Me. Tern: Quay Press, 200{n}.", "19:0{n} {name}: The River and Us",
        "{name}\nChair\nTel: 0524651{n}\nEmail: office{n}@tern.example",
    ],
)  # fmt: skip
def test_lists_of_names_do_not_speak(entry: str) -> None:
    """Entries that end in figures, or in nothing, are a list, however often a name comes back."""
    names = ("Ana Velt", "Bo Olane", "Cara Lindt", "Dan Stell")
    text = "Our people\n\n" + "\n\n".join(entry.format(name=name, n=n) for n, name in enumerate(names * 2))
    assert spoken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"Order {n}\nName: Ana Velt\nItem: {n} lamps\nMessage: Thank you, I look forward to it.\nTotal: {n}0 crowns" for n in range(1, 9)),
        "\n".join(f"2024-03-04 10:00:0{n} {level}: Pump: You can restart me." for n, level in enumerate(("INFO", "ERROR", "INFO", "ERROR") * 2)),
        "\n".join(f"## 1.{n}\n\n- Gauge: opens twice\n- Export: we now write figures for you (#{n})\n- Parser: Prints a warning." for n in range(6)),
        "\n\n".join(f"Clerk {n}\n\nLocation: Tern\nSalary: 400\nYou will keep the gate, and we will thank you." for n in range(6)),
        "\n\n".join(f"{name}: reported on the dam. You may ask why.\n\n{other}: to write to us. We meet again." for name, other in [("Ana Velt", "Bo Olane")] * 3),
        "\n\n".join(f"**{head}:** We bring you the boat. You can keep it." for head in ("Repairs", "Rental", "Lessons", "Repairs", "Rental")),
        "\n\n".join(f"{place} (AP) — We were told nothing, she said. The gates stay shut." for place in ("TERN", "HALME", "TERN", "HALME")),
        "CAST\n\nHOST: Ana Velt\nCO-HOST: Bo Olane\nPRODUCER: Cara Lindt\nDirector: Dan Stell",
    ],
    ids=["a form", "the log of a machine", "a change log", "advertisements", "minutes", "services", "datelines", "a cast"],
)  # fmt: skip
def test_what_only_looks_like_labels(text: str) -> None:
    """Fields, levels and parts of a program come back and speak to the reader; none of them is a speaker."""
    assert spoken(text) == []


@pytest.mark.parametrize("name", sorted(layouts.LAYOUTS))
def test_the_printer_knows_where_words_stand(name: str) -> None:
    """Every turn of a printed dialogue has a label, and its spans rise and hold the words that the dialogue says."""
    dialogue = sheet.own()[-1]
    page = sheet.finish(layouts.LAYOUTS[name](dialogue, Random(name)))
    ends = [place for _, spans in page.turns for span in spans for place in span]
    assert ends == sorted(ends)
    # where the questions stand in bold, without a label, the answers alone are turns
    assert len(page.turns) >= sum(said.who is not dialogue.chair for said in dialogue.turns)
    assert all(label and spans for label, spans in page.turns)
