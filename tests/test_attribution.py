"""Who said it: one table for each sieve, of (text, [(words in marks, label as printed, speaker)])."""

from __future__ import annotations

import re

import pytest

from quotedb.parsing.article.quotations import find_quotations
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.shapes import Block, Quotation, Zone

Expected = list[tuple[str, str | None, str | None]]


def quotations(text: str) -> list[Quotation]:
    blocks = [Block(m.start(), m.end(), Zone.BODY, "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    found = find_quotations(text, blocks, Cast(text, blocks, [], lexicon()), lexicon())[0]
    return [quotation for quotation in found if not quotation.reported]


def run(text: str) -> Expected:
    return [
        (" / ".join(text[a:b] for a, b in q.pieces), q.label, q.speakers[0].name if q.speakers else None)
        for q in quotations(text)
    ]


AFTER = [
    ("“We lost,” said Ilse Moren.", [("We lost,", "Ilse Moren", "Ilse Moren")]),
    ("“We lost,” Ilse Moren said.", [("We lost,", "Ilse Moren", "Ilse Moren")]),
    ("“We lost!” Moren later told reporters.", [("We lost!", "Moren", "Moren")]),
    ("“We lost,” said retired Gen. Tor Vesk, who led the fleet.", [("We lost,", "Gen. Tor Vesk", "Tor Vesk")]),
    (
        "“We lost,” Tor Vesk, who had led the fleet for years, said on Friday.",
        [("We lost,", "Tor Vesk", "Tor Vesk")],
    ),
    (
        "“We lost,” a spokesman for the Orvanian navy said.",
        [("We lost,", "a spokesman for the Orvanian navy", "a spokesman for the Orvanian navy")],
    ),
    ("“We lost,” the Orvanian Joint Chiefs said in a statement.",
     [("We lost,", "the Orvanian Joint Chiefs", "Orvanian Joint Chiefs")]),
    ("“We lost,” critics said.", [("We lost,", "critics", "critics")]),
    ("“We lost,” Moren and Vesk said.", [("We lost,", "Moren and Vesk", "Moren")]),
    ("''We lost,'' Mr. Vesk said.", [("We lost,", "Mr. Vesk", "Vesk")]),
]  # fmt: skip

BEFORE = [
    ("Ilse Moren said, “We lost the whole fleet.”", [("We lost the whole fleet.", "Ilse Moren", "Ilse Moren")]),
    ("Ilse Moren said on Friday that it was “a sad day.”", [("a sad day.", "Ilse Moren", "Ilse Moren")]),
    (
        "Ilse Moren, a former judge who wrote two books, said it was “a sad day.”",
        [("a sad day.", "Ilse Moren", "Ilse Moren")],
    ),
    ("Ilse Moren left the hall, calling it “a farce.”", [("a farce.", "Ilse Moren", "Ilse Moren")]),
    (
        "Ilse Moren said the vote was late and added that it was “a farce from the start.”",
        [("a farce from the start.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Asked about the vote, Ilse Moren said it was “a farce.”",
        [("a farce.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Ilse Moren told KQT News that “nothing has changed.”",
        [("nothing has changed.", "Ilse Moren", "Ilse Moren")],
    ),
    ("A Treasury spokesman called it “a mistake.”", [("a mistake.", "A Treasury spokesman", "a Treasury spokesman")]),
    ("Ilse Moren said the council needs “real reform” now.", [("real reform", "Ilse Moren", "Ilse Moren")]),
    (
        "During the night’s debate, Ilse Moren met Tor Vesk, saying it was “a farce.”",
        [("a farce.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Ilse Moren, who praised the fleet, which sank, said it was “a farce.”",
        [("a farce.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Critics met at the gate, holding white flags and chanting “Go home now.”",
        [("Go home now.", "Critics", "Critics")],
    ),
    ("Ilse Moren last week called it “a farce.”", [("a farce.", "Ilse Moren", "Ilse Moren")]),
    ("They carried a banner that said “nothing has changed.”", [("nothing has changed.", "a banner", "a banner")]),
    ("It ended in a fight, with Ilse Moren saying it was “a farce.”", [("a farce.", "Ilse Moren", "Ilse Moren")]),
    ("Ilse Moren described how Vesk continued to be “a friend.”", [("a friend.", "Ilse Moren", "Ilse Moren")]),
    ("The plan was described by Ilse Moren as “a farce.”", [("a farce.", "Ilse Moren", "Ilse Moren")]),
]

COLON = [
    (
        "Ilse Moren had one answer: “We lost the whole fleet.”",
        [("We lost the whole fleet.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Ilse Moren wrote on her page:\n\n“We lost the whole fleet and I am sorry.”",
        [("We lost the whole fleet and I am sorry.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "The fleet is old - Ilse Moren: “Nobody has painted it for years.”",
        [("Nobody has painted it for years.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "TARN, Dec. 8 (KQT) — In reply to the vote, Ilse Moren spoke, saying: “We lost the fleet.”",
        [("We lost the fleet.", "Ilse Moren", "Ilse Moren")],
    ),
    ("Nobody slept. Harding, who was late, said: “We lost the fleet.”", [("We lost the fleet.", "Harding", "Harding")]),
    ("Moren: Fleet needs a ‘new start’ in Tarn", [("new start", "Moren", "Moren")]),
]

ACCORDING = [
    ("According to Ilse Moren, the fleet is “lost for good.”", [("lost for good.", "Ilse Moren", "Ilse Moren")]),
    ("The fleet is “lost for good,” according to Ilse Moren.", [("lost for good,", "Ilse Moren", "Ilse Moren")]),
    (  # half of "in the words of" names nobody
        "In her opening words, Ilse Moren greeted the crews and said that “all of the fleet” was home.",
        [("all of the fleet", "Ilse Moren", "Ilse Moren")],
    ),
]

CONTINUED = [
    (
        "“We lost,” said Ilse Moren. “Nobody came to help us that night.”",
        [("We lost, / Nobody came to help us that night.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "“We lost,” said Ilse Moren, “and nobody came.”",
        [("We lost, / and nobody came.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "“We lost,” said Ilse Moren.\n\n“Nobody came to help us.”",
        [("We lost,", "Ilse Moren", "Ilse Moren"), ("Nobody came to help us.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "“We lost,” said Ilse Moren. “It was dark.\n\n“Nobody came to help us.”",
        [("We lost, / It was dark. / Nobody came to help us.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "‘We lost,’ said Ilse Moren’s aide. ‘Nobody came to help us.’",
        [("We lost, / Nobody came to help us.", "Ilse Moren’s aide", "Ilse Moren’s aide")],
    ),
    (
        "It was “late” and the fleet was “gone,” Ilse Moren said.",
        [("late", "Ilse Moren", "Ilse Moren"), ("gone,", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "The talks gave “hope to many” on Friday, said Tor Vesk.",
        [("hope to many", "Tor Vesk", "Tor Vesk")],
    ),
    (
        "Ilse Moren stayed calm. “We shall build it all again from nothing.”",
        [("We shall build it all again from nothing.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "On Friday Ilse Moren said little of the plan.\n\n“We shall build it all again.”",
        [("We shall build it all again.", "Ilse Moren", "Ilse Moren")],
    ),
    ("“We shall build it all again.” ― Ilse Moren", [("We shall build it all again.", "Ilse Moren", "Ilse Moren")]),
]


@pytest.mark.parametrize(("text", "expected"), AFTER + BEFORE + COLON + ACCORDING + CONTINUED)
def test_sieves(text: str, expected: Expected) -> None:
    """Each example is named by the sieve of its table."""
    assert run(text) == expected


PRONOUNS = [
    ("Ilse Moren came late. “We lost,” she said.", "she", "Ilse Moren"),
    ("Ilse Moren met Peter Vesk. “We lost,” he said.", "he", "Peter Vesk"),
    ("Peter Vesk met Paul Tamm in Northland. “We lost,” he said.", "he", "Peter Vesk"),
    ("Mr. Vesk came with Anna Orlan. “We lost,” he said.", "he", "Vesk"),
    ("Peter Tamm came. Noting what he called the “sad” state of it, Tor Vesk left.", "he", "Tor Vesk"),
    ("Ilse Moren, who said it was “a sad day,” left.", "who", "Ilse Moren"),
]


@pytest.mark.parametrize(("text", "label", "speaker"), PRONOUNS)
def test_pronouns_stand_for_people(text: str, label: str, speaker: str) -> None:
    """The label stays as printed; the speaker is the nearest fitting person, subjects first."""
    (quotation,) = quotations(text)
    assert (quotation.label, quotation.speakers[0].name) == (label, speaker)


#: Whom the pronoun of the last quotation means, several sentences on.
LAST_TO_SPEAK = [
    (  # who is reported between two quotations speaks last
        (
            "“It was late in the year,” said Peter Vesk, who keeps the harbour.\n\n"
            "Senator Paul Tamm (Tarn) said he did not believe a word of it.\n\n“It was summer,” he said."
        ),
        "Paul Tamm",
    ),
    (  # past an aside
        (
            "“It was late in the year,” Peter Vesk said.\n\n"
            "Paul Tamm, who was on the pier with Vesk that day, told the paper that it was not.\n\n“It was summer,” he said."
        ),
        "Paul Tamm",
    ),
    (  # with the verb first
        (
            "“It was late in the year,” Peter Vesk said.\n\n"
            "But the year was young, noted the Echo’s Paul Tamm.\n\n“It was summer,” he wrote."
        ),
        "Paul Tamm",
    ),
    (  # a pronoun goes on with the subject, whoever else is mentioned
        (
            "Peter Vesk has kept the harbour for years.\n\nHe hired Paul Tamm for the summer. He met Ralf Olin in May.\n\n"
            "In June he called the pier “a ruin that stands.”"
        ),
        "Peter Vesk",
    ),
    (  # who was "he" is not "she"
        "Ilse Moren came late.\n\nDorrin Tamm was there. He laughed. He left.\n\n“We lost,” she said.",
        "Ilse Moren",
    ),
    (  # a title makes a person of a last name of two words
        (
            "Peter Vesk met the press. Orvan Prado Quintana did not.\n\nThe minister of trade, Mr. Prado Quintana, sees no haste. "
            "“We can wait,” he said."
        ),
        "Orvan Prado Quintana",
    ),
    (  # "continued to" says nothing
        "Paul Tamm, the chairman, for example, said on Friday that Peter Vesk continued to hurt the cause.\n\n“It is bad for us,” he said.",
        "Paul Tamm",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), LAST_TO_SPEAK)
def test_pronouns_follow_who_acts_and_who_speaks(text: str, speaker: str) -> None:
    """Each pronoun leads to the next; the last to speak, reported or quoted, is the likeliest to go on."""
    assert [who.name for who in quotations(text)[-1].speakers] == [speaker]


NAMES = [
    ("Ilse Moren came. “We lost,” Moren said.", "Ilse Moren"),
    ("Ilse Maria Moren came. Ilse Moren left. “We lost,” Moren said.", "Ilse Maria Moren"),
    ("Kim Dae Ho came. “We lost,” Kim said.", "Kim Dae Ho"),
    ("“We lost,” Moren said. Ilse Moren left later.", "Ilse Moren"),
    ("The nominee, Ilse Moren, came. Ilse Moren, a pollster, left. “We lost,” the pollster said.", "Ilse Moren"),
    ("“It was Kara Moren,” he shouted. “We lost,” Moren said.", "Moren"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMES)
def test_last_names_and_descriptions(text: str, speaker: str) -> None:
    """The speaker is the fullest name that the narration has; never one from inside a quotation."""
    assert quotations(text)[-1].speakers[0].name == speaker


SET = [
    ("“We lost the lamps,” **Ilse Moren** said.", "Ilse Moren"),
    ("“We lost the lamps,” said __Ilse Moren__, who kept them.", "Ilse Moren"),
    ("“We lost the lamps,” said [Ilse Moren](https://moren.example/lamps_(old)), who kept them.", "Ilse Moren"),
    ("“We lost the lamps,” <b>Ilse Moren</b> said.", "Ilse Moren"),
    ("“We lost the lamps,” said **Ilse** Moren.", "Ilse Moren"),
    ("Ilse Moren came late. “We lost the lamps,” **Moren**'s deputy, Peter Vesk, said.", "Peter Vesk"),
    ("According to *Ilse Moren*, “nobody asked the keepers before the sale.”", "Ilse Moren"),
]


@pytest.mark.parametrize(("text", "speaker"), SET)
def test_how_a_name_is_set_is_no_part_of_it(text: str, speaker: str) -> None:
    """Emphasis and links are neither words nor pauses: the quotation is somebody's all the same."""
    assert [who.name for who in quotations(text)[-1].speakers] == [speaker]


HEADLINES = [
    ("“The Boat Will Not Sail”: Four Months After the Wreck, Dorrin Still Waits\n\nThe boat lies on the sand.", None),
    ("“Nobody Told Us”: Two Islands Without Their Boat\n\nThe islands buy their bread by air.", None),
    ("“We Lost the Harbour”: Moren Takes Stock After Dredging\n\nIlse Moren spoke to the paper.", "Ilse Moren"),
    ("“We lost the harbour”: Moren on the plan after dredging\n\nThe plan is a year old.", "Moren"),
]


@pytest.mark.parametrize(("text", "speaker"), HEADLINES)
def test_a_capital_of_a_headline_is_no_name(text: str, speaker: str | None) -> None:
    """Where all words are printed large, only who is named in the text besides is named behind the colon."""
    assert [who.name for q in quotations(text) for who in q.speakers] == ([speaker] if speaker else [])


def test_short_narration_is_not_taken_for_another_language() -> None:
    """Between English quotations may stand hardly more than names and verbs."""
    text = (
        "Harbour sells lamps\n\n“We did not sell the lamps,” Mara Olin said on Tuesday. “They are in the shed.”\n\n"
        "Teo Brandt, who keeps the accounts, disagreed. “The shed is empty,” Brandt said.\n\n"
        "According to Peer Sund, “nobody asked the keepers before the sale.”"
    )
    assert [who.name for q in quotations(text) for who in q.speakers] == ["Mara Olin", "Teo Brandt", "Peer Sund"]


def test_relayed_words_have_a_via() -> None:
    """``X was quoted by Y as saying``: X speaks, Y relays."""
    text = "Tor Vesk was quoted by the Lorn news agency as saying “we can wait.”"
    (quotation,) = quotations(text)
    assert (quotation.speakers[0].name, quotation.via, quotation.cue) == ("Tor Vesk", "the Lorn news agency", "saying")
    text = "Tor Vesk was quoted as saying by the Lorn news agency that “we can wait.”"
    (quotation,) = quotations(text)
    assert (quotation.speakers[0].name, quotation.via) == ("Tor Vesk", "the Lorn news agency")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the name of one body holds an "and"
        ('"It is safe," the Food and Drug Administration said.', ["Food and Drug Administration"]),
        ('The Harbour and Rivers Authority said the tide "will not wait."', ["Harbour and Rivers Authority"]),
        ('"No," Tern Citizenship and Immigration Services said.', ["Tern Citizenship and Immigration Services"]),
        ('"Fine," said the Ministry of Trade and Industry.', ["Ministry of Trade and Industry"]),
        ('"Good," the Bureau of Forests, Parks and Fisheries said.', ["Bureau of Forests, Parks and Fisheries"]),
        ('"Lower," said Marsh and Marsh in a letter.', ["Marsh and Marsh"]),
        # two bodies, or people
        ('"We know," the DLR and Justice Department said.', ["DLR", "Justice Department"]),
        ('"We agree," Ada Orlan and Per Vesk said.', ["Ada Orlan", "Per Vesk"]),
        (
            'The Ministry of Trade, Ada Orlan and Per Vesk said it was "bad."',
            ["Ministry of Trade", "Ada Orlan", "Per Vesk"],
        ),
        # two roles under one article are one person
        ('The actor and producer said it was "a great day."', ["the actor and producer"]),
        ('"We lost," the mayor and the governor said.', ["the mayor", "the governor"]),
        # a word that describes those behind it
        ('On Monday coastal and island residents said it was "a great day."', ["coastal and island residents"]),
        ('Teachers and residents said it was "a great day."', ["Teachers", "residents"]),
    ],
)
def test_who_is_joined_by_a_conjunction(text: str, speakers: list[str]) -> None:
    """What stands on both sides of "and" is one body, one person or two speakers."""
    assert [who.name for who in quotations(text)[-1].speakers] == speakers


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ('"I know," said Don Fennick.', "Don Fennick", "person"),  # a title elsewhere, and a first name
        ('"We left," two Police Officers said.', "two Police Officers", "group"),
        ('Democrat Voters said it was "a shame."', "Democrat Voters", "group"),
        ('"Stop," Border Agents shouted.', "Border Agents", "group"),
        ('The Daily Otter called it "an outrage."', "Daily Otter", "body"),
        ('Daily Otter editor Ada Quist said it was "bad."', "Ada Quist", "person"),
        ('"Go," Jo Masters said.', "Jo Masters", "person"),
        ('White Tower chief of staff Ram Vesk said it was "bad."', "Ram Vesk", "person"),
        ('"No," said its head of policy Ada Orlan.', "Ada Orlan", "person"),
        ('"No," said a lawyer of the baker Per Olin.', "a lawyer of the baker Per Olin", "unnamed"),
        ('"No," said the president of Tern University.', "the president of Tern University", "unnamed"),
    ],
)
def test_capitals_make_nobody_a_person(text: str, speaker: str, kind: str) -> None:
    """A paper, several people and a first name that is also a title are called what they are."""
    (who,) = quotations(text)[-1].speakers
    assert (who.name, who.kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("line", "label", "speaker"),
    [
        ("Here is the full statement:", "Ada Orlan", "Ada Orlan"),
        ("Read her letter below:", "her", "Ada Orlan"),
        ("The full text of her letter:", "her", "Ada Orlan"),
        ("Transcript as follows:", "Ada Orlan", "Ada Orlan"),
        ("The statement from Per Vesk, her deputy:", "Per Vesk", "Per Vesk"),
        ("Vesk's remarks in full:", "Vesk", "Vesk"),
        ("Here is what Vesk said:", "Vesk", "Vesk"),
        ("A statement from the council reads:", "A statement from the council", "a statement from the council"),
    ],
)
def test_whose_text_is_announced(line: str, label: str, speaker: str) -> None:
    """`Here` and `the full statement` say nothing; whose text nothing tells is no surer than a guess, and says so."""
    text = f'Ada Orlan, the mayor, spoke of the wells after the council met.\n\n{line}\n\n"We are glad that the wells are full."'
    (quotation,) = [one for one in quotations(text) if not one.reported]
    assert (quotation.label, quotation.speakers[0].name) == (label, speaker)
    if label == "Ada Orlan":
        assert quotation.confidence < 0.5
        assert "who was spoken of before" in quotation.rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Otto Vesk smiled. "It\'s only a form, Mrs. Olin."', ["It's only a form, Mrs. Olin."]),
        ('Otto Vesk smiled.\n\n"Good."\n\n"Very Good."', ["Good.", "Very Good."]),
        ('"The union will pay." He looks up. "Every one."', ["The union will pay.", "Every one."]),
        ('She read "The Old Pier" at night.', []),
        ('He is called "The Hammer."', []),
        ('It was "too late" for him. He left.', []),
    ],
)
def test_a_sentence_in_marks_between_sentences_is_said(text: str, said: list[str]) -> None:
    """However short it is: what stands alone is no title and no term."""
    assert [text[slice(*piece)] for one in quotations(text) for piece in one.pieces] == said


def test_joint_statement_has_both_speakers() -> None:
    """Two subjects joined by "and" both said it, in the order of the text."""
    text = "Ada Orlan and Tor Vesk met. Orlan and Vesk agreed to deepen their “lasting cooperation.”"
    (quotation,) = quotations(text)
    assert [who.name for who in quotation.speakers] == ["Ada Orlan", "Tor Vesk"]
    assert quotation.confidence > 0.75  # what speaks for either speaks for both
    assert quotation.label == "Orlan and Vesk"


def test_every_answer_has_a_rule_and_a_rough_probability() -> None:
    """The rule is told in words; sure sieves have more confidence than unsure ones."""
    (sure,) = quotations("“We lost the fleet,” said Ilse Moren.")
    (unsure,) = quotations("Ilse Moren walked through “one long day of rain and wind” alone.")
    assert sure.rule == "verb of saying after the quote, then its subject"
    assert 0 < unsure.confidence < 0.8 < 0.9 < sure.confidence < 1
