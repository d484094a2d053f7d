"""Whether labels make a talk: weak signs weighed together, none of which decides alone."""

from __future__ import annotations

import pytest

import quotedb
from quotedb.parsing import explain, lexicon_of
from quotedb.parsing.transcript.labelling import find_labels
from quotedb.parsing.transcript.labels import Accepted
from quotedb.parsing.transcript.labelwords import label_words
from quotedb.parsing.transcript.surfaces import Head
from quotedb.parsing.transcript.talk import FORM, MOST, SIGNS, signs, weights
from quotedb.parsing.zones.lines import lines_of
from quotedb.parsing.zones.segments import segment


def turns(text: str) -> list[str]:
    return [u.label or "" for u in quotedb.parse(text) if u.kind == "turn"]


#: Labels that come back, or names, or somebody who says "I" and "you": each has something of a talk, and none is one.
NO_TALKS = {
    "a changelog": (
        "- Reader: Takes dates with two figures.\n- Writer: You can now set the width in the settings.\n"
        "- Writer: Answers with a number where a page is missing.\n- Pages: Explains how to move a record.\n"
        "- Reader: Fixed a crash on empty files. I was the one who broke it.\n- Pages: What is new in this version?\n"
    ),
    "an evening on television": (
        "18:30 Ask the Gardener: Dr Sorn answers your questions about moss\n19:15 Tilda's Oven: Can you bake without an oven? Tilda tries\n"
        "20:00 Sergeant Holm: The man in the well is not who you think he is\n"
        "21:30 Piers Odell: My Life on Strings. Portrait of the cellist\n"
        "22:15 Late Hour: Who owns the wind? With Marit Lang\n"
    ),
    "dreams": (
        "What it means\n\nLadder: You want to leave, and you do not know where to.\nKeys: You are afraid of losing something. What is it?\n"
        "Crow: Somebody talks about you.\nJudge: You judge yourself too hard. I see this often.\n"
        "Captain: You wish that somebody else would steer.\n"
    ),
    "an agenda": (
        "1. Treasurer: Accounts for the year. The board is asked to approve them (paper 3)\n"
        "2. Councillor Aske: Motion on the well. Members may wish to visit the site first\n"
        "3. Ms Lind: Should the board buy the pump? (paper 4)\n4. Any other business\n"
    ),
    "two sides of a matter": (
        "What you believed about wells\n\nMyth: A well never runs dry.\n\nFact: I measured nine of them. Six ran dry.\n\n"
        "Myth: Clear water is clean.\n\nFact: You cannot see what is in it. We found nitrate.\n\n"
        "Myth: Deep wells are the best.\n\nFact: The deepest of ours tastes of iron.\n"
    ),
    "words explained": (
        "ANCHOR (noun): You drop it where you stay. I lost mine.\n\nBILGE (noun): We never look there.\n\n"
        "CAPSTAN (noun): You turn it, and the anchor comes. We sing.\n\nHAWSER (noun): My hands know it.\n"
    ),
    "who does what in a club": (
        "**Chair:** Leads the meetings and speaks for the club. You may write to the chair.\n\n"
        "**Treasurer:** Keeps the money. Asks you for it, too.\n\n**Secretary:** Writes down what was decided. Call the secretary.\n"
    ),
    "a programme": (
        "Saturday, main tent\n\n10:30 Ines Tolland: Reading from My Year without Bread\n11:30 Marek Aske: How to lose a boat\n"
        "12:15 Lunch\n13:30 Ines Tolland: Who needs a plot?\n15:00 Dr. Ida Sorn: What the moss knows\n"
        "16:45 Marek Aske: You ask, he answers\n"
    ),
    "a song": (
        "Haul away\n\nSolo: I had a girl in Sorn Bay\nChorus: Haul away the lantern!\nSolo: She sold my coat and sailed away\n"
        "Chorus: Haul away the lantern!\nSolo: And will you lend me yours today?\nChorus: Haul away the lantern!\n"
    ),
    "answers to tick": (
        "Q1. Where do you read us?\nA. At breakfast\nB. On the train\nC. I do not, my husband does\n\n"
        "Q2. How long do you read?\nA. Ten minutes\nB. Half an hour\nC. Until somebody calls me\n\n"
        "Q3. Do you read the letters?\nA. Always\nB. Sometimes\nC. Only my own\n"
    ),
    "questions of an examination": (
        "History, form 4\n\nQuestion 1: Why did the salt tax fail? Give three reasons. (6 marks)\n"
        "Question 2: The harbour made the town. Do you agree? (10 marks)\nQuestion 3: Write to a dyer about the year 1788. (12 marks)\n"
    ),
    "minutes in German": (
        "Fr. Reif: eröffnet die Sitzung. Zwölf Mitglieder sind da.\nHr. Lunt: legt die Kasse vor. Es bleiben 210 Euro.\n"
        "Fr. Halm: beantragt ein neues Boot. Die Kosten werden besprochen.\nHr. Lunt: ist dagegen. Die Abstimmung wird vertagt.\n"
        "Fr. Reif: dankt den Helfern.\n"
    ),
    "news of a program in French": (
        "Version 1.4\n- Agenda : affiche les jours fériés. Merci à Odile.\n- Courrier : vous pouvez trier par date.\n"
        "- Agenda : pourquoi le lundi manquait-il ? Corrigé.\n- Courrier : j'ai refait la recherche.\n- Agenda : nouvelles couleurs.\n"
    ),
    "minutes in a language without a lexicon": (
        "Sr. Lunar: informa de las obras. Terminan en mayo.\nSra. Riba: solicita una barca nueva. Se discute el precio.\n"
        "Sr. Lunar: se opone. La votación se aplaza.\nSra. Riba: propone una rifa. Se aprueba.\n"
    ),
    "a letter": "Querido Ciro:\n\n¿tienes tú las llaves del puerto? Las necesito el jueves.\n\nUn abrazo,\nLidia\n",
}
#: Talks that too little spoke for: nobody says "I", nobody comes back, or the labels are plain words.
TALKS = {
    "on the bridge of a ship": (
        (
            "Captain: Slow ahead.\nMate: Slow ahead, aye.\nTower: Marigold, the lock is closing in two minutes.\n"
            "Captain: Understood, Tower. Coming through now.\nMate: There is a canoe ahead.\nCaptain: Stop. Full astern.\n"
        ),
        ["Captain", "Mate", "Tower", "Captain", "Mate", "Captain"],
    ),
    "two who were never asked": (
        (
            "Ines Tolland: The well has been dry since the spring, and the village drinks from tanks.\n\n"
            "Marek Aske: Thank you, Ines. Then the tanks will come twice a week.\n\nIda Sorn: That is not enough, Marek. Not in summer.\n"
        ),
        ["Ines Tolland", "Marek Aske", "Ida Sorn"],
    ),
    "a log with round times": (
        (
            "10:00 Tolland: Good morning, Sorn Bay. You are awake?\n10:05 Aske: Since five. The lamp went out, and I went up.\n"
            "10:05 Tolland: Is it burning now?\n10:10 Aske: It is. Thank you for asking.\n"
        ),
        ["Tolland", "Aske", "Tolland", "Aske"],
    ),
    "a crew that answers together": (
        "Captain: Are we all here?\nAll: Yes, Captain.\nCaptain: Then cast off. Ida, take it.\nIda: I never have.\n",
        ["Captain", "All", "Captain", "Ida"],
    ),
    "a council in a language without a lexicon": (
        (
            "Sr. Lunar: Señora alcaldesa, las obras terminan en mayo.\nSra. Riba: ¿De qué año?\nSr. Lunar: De este.\n"
            "Sra. Riba: Lo mismo dijo usted el año pasado.\n"
        ),
        ["Sr. Lunar", "Sra. Riba", "Sr. Lunar", "Sra. Riba"],
    ),
}


@pytest.mark.parametrize("name", NO_TALKS)
def test_labels_without_a_talk_give_no_turn(name: str) -> None:
    """No single sign rules these out; together the signs do."""
    assert turns(NO_TALKS[name]) == []


@pytest.mark.parametrize("name", TALKS)
def test_what_is_said_speaks_for_labels_that_are_not_sure(name: str) -> None:
    """Called by name, answered and come back to: a short talk, although its labels alone would be too little."""
    text, expected = TALKS[name]
    assert turns(text) == expected


def test_the_weights_name_every_sign() -> None:
    """A sign without a weight would count for nothing, and a weight without a sign would be a typing error."""
    assert set(weights()) == {*SIGNS, "start", "sure", "doubtful", "form"}
    assert set(SIGNS) > FORM


def test_a_refusal_says_what_weighs_most_against_a_talk() -> None:
    """Whoever looks for turns in vain can read why there are none."""
    assert "less speaks for a talk than against it: " in explain(quotedb.Document(NO_TALKS["dreams"])).refused


def test_doubtful_labels_are_told_from_sure_ones() -> None:
    """The captain's words count because of what is said, not because of the labels."""
    text, _ = TALKS["on the bridge of a ship"]
    lex, lines = lexicon_of(text), lines_of(text)
    assert find_labels(text, segment(text, lex, lines), lex, lines=lines).doubtful


def measured(*said: tuple[str, str]) -> dict[str, float]:
    """The signs of labels with a colon, one a line."""
    text, accepted = "", []
    for number, (label, words) in enumerate(said):
        start = len(text)
        head = Head(
            line=number, start=start, end=start + len(label) + 1, body=start + len(label) + 2, label=label, note=None,
            stamp=None, bare=False, surface="colon", inset=False,
        )  # fmt: skip
        accepted.append(Accepted(head, 0.9, "a test"))
        text += f"{label}: {words}\n"
    return signs(text, lines_of(text), accepted, label_words(lexicon_of("The boat is in the harbour and it is late.")))


ASKED = (
    ("Ines Tolland", "Who has the key?"),
    ("Marek Aske", "Well, nobody has it."),
    ("Ines Tolland", "Then we wait."),
)
#: sign, what is said, the sign's value
VALUES: list[tuple[str, tuple[tuple[str, str], ...], float]] = [
    ("answering", ASKED, 2 / 3),
    ("turned", ASKED, 1 / 2),
    ("back", ASKED, 2 / 3),
    ("returning", ASKED, 1 / 5),
    ("named", ASKED, 1),
    ("asking", (("Ines Tolland", "Who knows? I do not."), ("Marek Aske", "It is late.")), 1 / 2),
    ("oneself", (("Ines Tolland", "I do not."), ("Marek Aske", "It is late.")), 1 / 2),
    ("you", (("Ines Tolland", "You do not."), ("Marek Aske", "It is late.")), 1 / 2),
    ("reader", (("Ines Tolland", "You do not."), ("Marek Aske", "Do you?")), 1 / 2),
    ("addressed", (("Ines Tolland", "It is late, Marek."), ("Marek Aske", "So it is.")), 1 / 2),
    ("mentioned", (("Ines Tolland", "The boat of Marek sank."), ("Marek Aske", "So it did.")), 1 / 2),
    ("others", (("Ines Tolland", "He never came back."), ("Marek Aske", "I did.")), 1 / 2),
    ("subjectless", (("Ines Tolland", "Reported on the wells."), ("Marek Aske", "Yes.")), 1 / 2),
    ("instructing", (("Door", "Do not open it."), ("Window", "It is shut.")), 1 / 2),
    ("plain", (("Door", "It is open."), ("Ines Tolland", "It is shut.")), 1 / 2),
    ("handles", (("gull_9", "it is open."), ("Ines Tolland", "It is shut.")), 1 / 2),
    ("offices", (("The Chair", "It is open."), ("Ines Tolland", "It is shut.")), 1 / 2),
    ("bodies", (("Harbour Committee", "It is open."), ("Ines Tolland", "It is shut.")), 1 / 2),
    ("known", (("Peter Aske", "It is open."), ("Ullo Zarn", "It is shut.")), 1 / 2),
    ("signed", (("Ines T.", "It is open."), ("Marek Aske", "It is shut.")), 1 / 2),
    ("told", (("Ines Tolland", "Tolland lost her key."), ("Marek Aske", "It is shut.")), 1 / 2),
    ("alone", (("Note", "It is open."), ("Note", "It is shut.")), 1),
    ("copied", (("Ines Tolland", "It is open. " * 6), ("Marek Aske", "It is open. " * 6)), 1 / 2),
    ("copied", (("Ines Tolland", "Thank you."), ("Marek Aske", "Thank you.")), 0),
    ("rubrics", (("Myth", "It is open."), ("Ines Tolland", "It is shut.")), 1 / 2),
    ("rubrics", (("Riddle 4", "It is open."), ("The truth", "It is shut.")), 1),
    ("even", tuple(("Ines Tolland" if n % 2 else "Marek Aske", "It is open.") for n in range(10)), 1 / 2),
    ("open", (("Ines Tolland", "the long way round by the old mill and the two wells"), ("Marek Aske", "Yes.")), 1 / 2),
    ("entries", (("Ines Tolland", "a map"), ("Marek Aske", "Yes.")), 1 / 2),
    ("titles", (("Ines Tolland", "The Last Lamp of the Northern Harbour"), ("Marek Aske", "Yes.")), 1 / 2),
    ("once", tuple((name, "It is late.") for name in ("Ines Tolland", "Marek Aske", "Ida Sorn", "Ullo Zarn")), 1),
    ("scheduled", (("9.30 Ines Tolland", "It is open."), ("10.15 Marek Aske", "It is shut."), ("11.00 Ida Sorn", "It is late.")), 1),
    ("scheduled", (("9.30 Ines Tolland", "It is open."), ("10.12 Marek Aske", "It is shut."), ("11.00 Ida Sorn", "It is late.")), 0),
    ("lowered", (("Ines Tolland", "opens the door. Nobody comes."), ("Marek Aske", "It is shut.")), 1 / 2),
    ("lowered", (("Ines Tolland", "it is open. nobody comes"), ("Marek Aske", "it is shut")), 0),
    ("counted", (("Question 1", "Who?"), ("Question 2", "Where?"), ("Ines Tolland", "Here.")), 2 / 3),
    ("counted", (("Speaker 1", "Who?"), ("Speaker 2", "Where?"), ("Speaker 1", "Here.")), 0),
    ("together", (("Ines Tolland", "It is open."), ("All", "It is shut.")), 1 / 2),
    ("ticked", (("Q1", "How late is it?\nA. Late\nB. Early\nC. Noon"), ("Ines Tolland", "It is late.")), 1 / 2),
    ("long", (("Ines Tolland", "la " * 300), ("Marek Aske", "x")), 1 / 2),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "said", "value"), VALUES, ids=[value[0] for value in VALUES])
def test_a_sign_is_the_share_of_labels_for_which_it_holds(
    sign: str, said: tuple[tuple[str, str], ...], value: float
) -> None:
    """Each sign with the words that show it."""
    assert measured(*said)[sign] == pytest.approx(value, abs=0.01)


def test_lines_with_a_colon_that_are_no_labels_are_strays() -> None:
    """Two fields beside two labels: half of what begins like a label is none."""
    text = "Ines Tolland: It is late.\nOpening hours: ten to four\nMarek Aske: It is.\nLost property: ask inside\n"
    lex, lines = lexicon_of(text), lines_of(text)
    heads = [
        head for head in find_labels(text, segment(text, lex, lines), lex, lines=lines).heads if head.line in (0, 2)
    ]
    accepted = [Accepted(head, 0.9, "a test") for head in heads]
    assert signs(text, lines, accepted, label_words(lex))["strays"] == 0.5


def test_the_labels_behind_those_that_are_weighed_are_no_strays() -> None:
    """Of a long talk the first labels are weighed; its other labels do not speak against it."""
    words = [
        "The gate is shut.",
        "The lamps of the harbour are lit, and they cost four crowns a night.",
        "A boat came in at nine with nets.",
    ]
    who = ["Ana Velt", "Bo Olane", "Mara Ock", "Nils Preuss"]
    text = "".join(f"{who[(n * 7 + n // 5) % 4]}: {words[(n * 5) % 3]} So {n} of us saw.\n\n" for n in range(600))
    lex, lines = lexicon_of(text), lines_of(text)
    accepted = find_labels(text, segment(text, lex, lines), lex, "auto", lines).accepted
    assert len(accepted) == 600
    assert signs(text, lines, accepted[:MOST], label_words(lex))["strays"] == 0
