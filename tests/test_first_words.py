"""Pages kept no further than the first words of a talk: what says that a single label opens it, and what only looks so."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from pathlib import Path

import pytest

import quotedb
from conftest import turns_of

WHARF = (
    "I have been asked to say a few words about the wharf, and I shall be brief. We built it in four winters with our own hands, "
    "and nobody paid us for the last of them."
)
HELP = "We had no lamp that winter, and the boats came in by the sound of the bell. I was nine, and I rang it with my brother."
INTRO = (
    "Odile Marchetti, Piers Lowell and Gerda Sund talked about the price of light at the spring meeting of the keepers in Tarn. They defended the "
    "dues and spoke of the bells that were sold before the war, of the men who bought them, and of what a harbour owes to the boats that "
    "never call there. The panel was led by Hanne Brook, who has written about the sound since she was a girl, in four papers and two "
    "books, of which one was lost in the flood and written again from memory in the year after. It met in the net loft, with the doors "
    "open, since nobody had thought of chairs, and it lasted until the tide turned. "
)
#: A label that stands once: who greets the others is named above, or a title says that people speak.
ALONE = {
    "behind an introduction, which says that a transcript follows": (
        f"Transcript: the keepers in Tarn\n\n{INTRO}Here is a transcript, edited for length.\n\nHANNE BROOK: Good morning. {WHARF}\n\n{HELP}\n\n{HELP}\n",
        ["HANNE BROOK"],
    ),
    "alone on its line, below the title that names who speaks": (
        f"Press conference of Odile Marchetti, Minister of Lamps, on the dues and the bells, Tarn, 3 January\n\nSpeakers:\n  • Odile Marchetti - Minister\n\nFull text\n\nOdile MARCHETTI\nLadies and gentlemen,\n\n{WHARF}\n\n{HELP}\n",
        ["Odile MARCHETTI"],
    ),
    "with a dash for the colon": (
        f"The keepers of the sound\n\n(Tarn, 7 July) - Press conference of the Minister, Odile Marchetti, and of the keeper, Piers Lowell.\n\nOdile Marchetti - Ladies and gentlemen, {WHARF}\n\n{HELP}\n",
        ["Odile Marchetti"],
    ),
    "an outlet and the first name of its guest, both named above": (
        f"Piers Lowell keeps the lamps of Tarn, and Lampwork had a word with Piers about bells. The whole interview is below.\n\nLampwork: Thank you for your time. What was the first winter like?\n\nPiers: It was cold. {HELP}\n",
        ["Lampwork", "Piers"],
    ),
    "the title of a story names somebody who greets nobody": (
        f"Odile Marchetti: The Price Of Light\n\nOdile Marchetti, the Minister of Lamps, gave a press conference.\n\n{WHARF}\n",
        [],
    ),
    "a name above a letter": (
        f"Letters\n\nOdile Marchetti\nI have lived by the sound for nine winters. {HELP}\n",
        [],
    ),
    "parts of a story about people, one of which asks": (
        f"Two candidates in debate, Odile Marchetti and Piers Lowell\n\nOdile Marchetti: Light for all. Who would not want that? Odile Marchetti says that I pay for it. {HELP}\n\nPiers Lowell: Bells for all. Piers Lowell wants what I want, too. {HELP}\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "labels"), [pytest.param(*case, id=name) for name, case in ALONE.items()])
def test_a_label_that_stands_once(text: str, labels: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == labels


FIELDS = "Upload: others\n\nViews: 7\n\nBefore the Chair: Justice Odile Marchetti\n\nCounsel Assisting: Ms Gerda Sund, Mr Piers Lowell\n\nKeepers' Office: Hanne Brook\n\n"
AMONG_FIELDS = {
    "the fields of a page above the first words": (
        f"COMMISSION OF INQUIRY INTO THE BELLS\n\n{FIELDS}THE CHAIR: Ms Sund, are we ready for the keeper?\n\nMS SUND: Yes, Chair. I call the keeper of the net loft, and I ask that he\n",
        ["THE CHAIR", "MS SUND"],
    ),
    "a division below them": (
        f"Bells Bill\n\nMr Lowell: In short, I commend the bill to the House. {HELP}\n\nThe House divided:\n\nAyes 4, Noes 3.\n\nAYES\n\nBrook, Ms Hanne\n\nTellers for the Ayes:\n\nGerda Sund and\n\nIvo Marsh\n",
        ["Mr Lowell"],
    ),
    "questions in an agenda": (
        "Agenda\n\n1. Bell House: Hanne Brook (5 minutes)\nPaper: Accounts to May\nQuestion: Do we ring it or sell it?\n2. Net Loft: Ivo Marsh (5 minutes)\nPaper: Accounts to June\nQuestion: Do we mend it or sell it?\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "labels"), [pytest.param(*case, id=name) for name, case in AMONG_FIELDS.items()])
def test_fields_among_the_labels(text: str, labels: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == labels


NOBLE = (
    "Lords, 4 May\n\nLORD TARNE had given Notice to move, That there be laid before the House Papers on the bells. The noble Lord said: "
    + HELP * 6
    + "\n\n"
    f"THE DUKE OF ELLIS\n\nMy Lords, I thank the noble Lord for his words about the bells. {HELP}\n\nVISCOUNT SKER\n\nMy Lords, I am glad to say that the Papers will be laid before the House shortly, and that they will be full, and that nobody who has waited for them for the better part of a year shall have waited in vain, since they hold the\n"
)
RECORDED = {
    "titles alone on their lines, below a long story, in a text that breaks off": (
        NOBLE,
        ["THE DUKE OF ELLIS", "VISCOUNT SKER"],
    ),
    "a title and a country behind any word, in a text without line breaks": (
        "Sound Assembly Official Record 50th meeting Friday, 11 May, 3 p.m. Agenda items 9 and 17 (continued) Question of the bells and related matters "
        f"Mr. Sund (Ostmere): We thank the President. My delegation has read the letter of the keepers. {HELP} {HELP}",
        ["Mr. Sund (Ostmere)"],
    ),
    "one question and its answer under single signs": (
        "灯台についての記者会見の一問一答は次の通りです。\n問 港の灯台はいつ直りますか?\n答 来年の春までに直すつもりです。皆さんの協力に感謝します。\n",
        ["問", "答"],
    ),
    "a question's number in brackets": (
        f"Oral answers\n\nT1. [66880] Hanne Brook (Tarn): If he will make a statement on the bells.\n\nThe Minister (Mr Lowell): I thank the hon. Member. {HELP}\n\n[66881] Ivo Marsh (Sker): I thank the Minister. When will he ring them?\n\nThe Minister (Mr Lowell): In May, I hope.\n",
        ["Hanne Brook (Tarn)", "The Minister (Mr Lowell)", "Ivo Marsh (Sker)", "The Minister (Mr Lowell)"],
    ),
}


@pytest.mark.parametrize(("text", "labels"), [pytest.param(*case, id=name) for name, case in RECORDED.items()])
def test_records(text: str, labels: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == labels


XML = {
    "a colon that the element behind the name begins with": (
        f"<sitting><title>The net loft</title><p><member>Mr. Deputy Speaker</member><membercontribution>: I welcome Members. {HELP}</membercontribution></p></sitting>",
        [("Mr. Deputy Speaker", f"I welcome Members. {HELP}")],
    ),
    "speeches, of which nobody makes two": (
        f'<debate><heading>Notices</heading><speech by="#a"><from>Mr H BROOK</from><p>Speaker, I give notice. {HELP}</p></speech><speech by="#b"><from>Mrs O SUND</from><p>Speaker, so do I. {WHARF}</p></speech></debate>',
        [("Mr H BROOK", f"Speaker, I give notice. {HELP}"), ("Mrs O SUND", f"Speaker, so do I. {WHARF}")],
    ),
}


@pytest.mark.parametrize(("text", "turns"), [pytest.param(*case, id=name) for name, case in XML.items()])
def test_xml(text: str, turns: list[tuple[str, str]], tmp_path: Path) -> None:
    path = tmp_path / "sitting.xml"
    path.write_text(text, encoding="utf-8")
    said = [(u.label, " ".join(u.text.split())) for u in quotedb.parse(quotedb.read(path)) if u.kind == "turn"]
    assert said == turns


PRINTED = {
    "the time at which somebody rose, in brackets at the label": (
        f"Dues Committee\n\nMR LOWELL: Mr Deputy Speaker, I formally move that Ms Sund be discharged. {HELP}\n\nMR MARSH (3.19): Mr Speaker, we are unable to accept that. {WHARF}\n",
        [("MR LOWELL", None), ("MR MARSH", "3.19")],
    ),
    "the same without a space": (
        f"Thursday, 31 May\nPage: 2301\n\nSenator BROOK(10.38) —Mr President, as a member of Committee D I support the dues. {WHARF}\n\n{HELP}\n",
        [("Senator BROOK", "10.38")],
    ),
    "a row of names above the first words, however few follow": (
        f"Press conference on the bells\n\nSpeakers: Odile Marchetti, von Brook (Tarn), Lowell (Sker), Gerda Sund\n\nMs Marchetti: Good morning. {WHARF}\n\nMr Lowell: Thank you, Ms Marchetti. {HELP}\n",
        [("Ms Marchetti", None), ("Mr Lowell", None)],
    ),
    "an office with its holder": (
        f"Committee on the Bells\n\nThe Deputy Chairman of Committees (Lord Tarne): Before I put the Question I remind your Lordships of the bells. {HELP}\n\nTitle postponed.\n",
        [("The Deputy Chairman of Committees (Lord Tarne)", None)],
    ),
    "a name behind the text of its picture": (
        f"Senate debates\n\nBells Committee\n\n6:28 pm\n\nPhoto of Hanne BrookHanne Brook (Tarn, Harbour Party) Share this | Hansard source\n\nNot at all. {WHARF}\n",
        [("Hanne Brook (Tarn, Harbour Party)", None)],
    ),
    "an office, a stop and a dash before one talk": (
        "Comparecencia de la Ministra de Puertos\n\nTarn, 3.9.2024\n\nMinistra de Puertos, Ana Velt. - Muy buenas tardes y muchas gracias. "
        "Nadie nos ha dicho quién guarda la torre, y yo les quiero contar lo que sabemos de la campana.\n\nMe van a permitir que empiece por el muelle.\n",
        [("Ministra de Puertos, Ana Velt", None)],
    ),
    "a dateline": (
        "Comparecencia de la Ministra de Puertos\n\nTarn, 3.9.2024\n\nPuerto Sker, Agencia Velt. - Muy buenas noticias dio la ministra. "
        "Nadie nos ha dicho quién guarda la torre, y yo les quiero contar lo que sabemos de la campana.\n\nMe van a permitir que empiece por el muelle.\n",
        [],
    ),
    "a clock glued to the name": (
        f"STATION LOG OF TARN\n\n10:10Ombrey: Good evening. {HELP}\n\n10:12Sker: We hear you. {WHARF}\n\n10:13Ombrey: Thank you. {HELP}\n",
        [("Ombrey", "10:10"), ("Sker", "10:12"), ("Ombrey", "10:13")],
    ),
    "a clock glued to the items of a programme": (
        "PROGRAMME OF THE DAY\n\n10:10Welcome: the chair opens the day.\n\n10:30Coffee: in the hall below.\n\n11:00Talk: the bells of Tarn.\n",
        [],
    ),
    "the caption of a picture": (
        f"The bells of Tarn\n\nPhoto of Hanne Brook by Ivo Marsh\n\nThe bells are old. {HELP}\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "labels"), [pytest.param(*case, id=name) for name, case in PRINTED.items()])
def test_what_records_print_at_labels(text: str, labels: list[tuple[str, str | None]]) -> None:
    turns = {u.passage: (u.label, u.timestamp) for u in quotedb.parse(text) if u.kind == "turn"}
    assert list(turns.values()) == labels


def test_xml_that_says_who_does_not_speak(tmp_path: Path) -> None:
    """The number of a column between the words is the page's, and what nobody speaks is no turn."""
    path = tmp_path / "record.xml"
    path.write_text(
        f'<record><speech nospeaker="true"><p>Hanne Brook took the oath.</p></speech><speech speakername="Lord Tarne"><p>My Lords, I rang\n<col>1514</col>\nthe bell. {HELP}</p></speech>'
        f'<speech speakername="Lord Sker"><p>My Lords, so did I. {WHARF}</p></speech></record>',
        encoding="utf-8",
    )
    said = [(u.label, " ".join(u.text.split())) for u in quotedb.parse(quotedb.read(path)) if u.kind == "turn"]
    assert said == [("Lord Tarne", f"My Lords, I rang the bell. {HELP}"), ("Lord Sker", f"My Lords, so did I. {WHARF}")]
