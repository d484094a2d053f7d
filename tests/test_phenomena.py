"""What transcripts do, one small document each: who is who, voices without names, furniture, words that are no labels."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import pytest

import quotedb
from quotedb.parsing import analyse
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.behind import tells_of
from quotedb.parsing.transcript.labelwords import label_words

#: label, speaker, words of the pieces (a question mark first, where the confidence is below 0.9)
Said = tuple[str, str, str]

VOICES: dict[str, tuple[str, list[Said]]] = {
    "a speaker goes on behind a call of many": (
        (
            "Ms. Ana Velt: I rise to speak about the price of water. I ask the House to listen.\n\nSome hon. members: Hear, hear!\n\n"
            "As I was saying, the price has doubled, and I will not accept it.\n\nMr. Bo Olane: I have only one question for her.\n\n"
            "An hon. member: Shame!\n\nI will wait until it is quiet.\n\nMy question is this: who pays?\n\nMs. Ana Velt: You do."
        ),
        [
            ("Ms. Ana Velt", "Ana Velt", "I rise to speak about the price of water. I ask the House to listen."),
            ("Some hon. members", "Some hon. members", "Hear, hear!"),
            ("Ms. Ana Velt", "Ana Velt", "? As I was saying, the price has doubled, and I will not accept it."),
            ("Mr. Bo Olane", "Bo Olane", "I have only one question for her."),
            ("An hon. member", "An hon. member", "Shame!"),
            ("Mr. Bo Olane", "Bo Olane", "? I will wait until it is quiet. My question is this: who pays?"),
            ("Ms. Ana Velt", "Ana Velt", "You do."),
        ],
    ),
    "many who have more to say than a call go on themselves": (
        (
            "Ms. Ana Velt: What do you ask of us?\n\nSeveral members: We ask, as we have asked you three times since the spring, that the gates be opened.\n\n"
            "And we will stay here until you open them.\n\nMs. Ana Velt: I hear you.\n\nMr. Bo Olane: So do I.\n\nMs. Ana Velt: Then go home."
        ),
        [
            ("Ms. Ana Velt", "Ana Velt", "What do you ask of us?"),
            (
                "Several members",
                "Several members",
                "We ask, as we have asked you three times since the spring, that the gates be opened. And we will stay here until you open them.",
            ),
            ("Ms. Ana Velt", "Ana Velt", "I hear you."),
            ("Mr. Bo Olane", "Bo Olane", "So do I."),
            ("Ms. Ana Velt", "Ana Velt", "Then go home."),
        ],
    ),
    "chairs, voices of many and voices without a name": (
        (
            "The Chair (Ms. Ana Velt): Order, please. I call the meeting to order.\n\nMr. Bo Olane: I thank you, Chair.\n\nThe Acting Chair (Mr. Tor Vesk): You have five minutes.\n\n"
            "Mr. Bo Olane: I need two.\n\nUNIDENTIFIED MALE: I lost my boat.\n\nQ: Where?\n\nSome hon. members: Agreed.\n\nThe Chair (Ms. Ana Velt): Order."
        ),
        [
            ("The Chair (Ms. Ana Velt)", "Ana Velt", "Order, please. I call the meeting to order."),
            ("Mr. Bo Olane", "Bo Olane", "I thank you, Chair."),
            ("The Acting Chair (Mr. Tor Vesk)", "Tor Vesk", "You have five minutes."),
            ("Mr. Bo Olane", "Bo Olane", "I need two."),
            ("UNIDENTIFIED MALE", "UNIDENTIFIED MALE", "? I lost my boat."),
            ("Q", "Q", "Where?"),
            ("Some hon. members", "Some hon. members", "Agreed."),
            ("The Chair (Ms. Ana Velt)", "Ana Velt", "Order."),
        ],
    ),
    "the chair's brackets hold brackets": (
        (
            "The Chair (Mr. Bo Olane (Tern—North, PPO)): Order. I call the meeting to order.\n\nMs. Ana Velt (Lake—South, LPO): I thank you.\n\n"
            "The Chair (Mr. Bo Olane (Tern—North, PPO)): You have the floor.\n\nMs. Ana Velt (Lake—South, LPO): I have a question."
        ),
        [
            ("The Chair (Mr. Bo Olane (Tern—North, PPO))", "Bo Olane", "Order. I call the meeting to order."),
            ("Ms. Ana Velt (Lake—South, LPO)", "Ana Velt", "I thank you."),
            ("The Chair (Mr. Bo Olane (Tern—North, PPO))", "Bo Olane", "You have the floor."),
            ("Ms. Ana Velt (Lake—South, LPO)", "Ana Velt", "I have a question."),
        ],
    ),
    "the interpreter speaks": (
        (
            "MS. VELT: Do you like it here?\n\nINTERPRETER:  Yes.\n\nMR. OLANE (through interpreter): I like the river.\n\n"
            "THE INTERPRETER: The speaker is not using his microphone.\n\nMS. VELT: I thank you.\n\nMR. OLANE (through interpreter): You are welcome."
        ),
        [
            ("MS. VELT", "Velt", "Do you like it here?"),
            ("INTERPRETER", "INTERPRETER", "Yes."),
            ("MR. OLANE", "Olane", "I like the river."),
            ("THE INTERPRETER", "THE INTERPRETER", "The speaker is not using his microphone."),
            ("MS. VELT", "Velt", "I thank you."),
            ("MR. OLANE", "Olane", "You are welcome."),
        ],
    ),
    "voices of many with a full stop, in French": (
        (
            "Mme la présidente. La séance est ouverte. La parole est à M. Paul Vesk.\n\nM. Paul Vesk. Madame la présidente, le port a besoin d'argent, et tout de suite.\n\n"
            "Plusieurs députés. C'est faux !\n\nMme la présidente. Monsieur Vesk, acceptez-vous une question ?\n\nM. Paul Vesk. Oui, bien sûr.\n\n"
            "Un député. Vous ne payez rien !\n\nM. Paul Vesk. Je vous dis que si.\n\nVoix nombreuses. Bravo !\n\nMme la présidente. La séance est levée."
        ),
        [
            ("Mme la présidente", "la présidente", "La séance est ouverte. La parole est à M. Paul Vesk."),
            ("M. Paul Vesk", "Paul Vesk", "Madame la présidente, le port a besoin d'argent, et tout de suite."),
            ("Plusieurs députés", "Plusieurs députés", "C'est faux !"),
            ("Mme la présidente", "la présidente", "Monsieur Vesk, acceptez-vous une question ?"),
            ("M. Paul Vesk", "Paul Vesk", "Oui, bien sûr."),
            ("Un député", "Un député", "Vous ne payez rien !"),
            ("M. Paul Vesk", "Paul Vesk", "Je vous dis que si."),
            ("Voix nombreuses", "Voix nombreuses", "Bravo !"),
            ("Mme la présidente", "la présidente", "La séance est levée."),
        ],
    ),
    "a long first label explains the initials": (
        "Serge Marlow (SM): Good morning. I am glad you came.\n\nPia de Brandt (PDB): I thank you.\n\nSM: Shall we begin?\n\nPDB: I am ready when you are.\n\nSM: You know the first question.",
        [
            ("Serge Marlow (SM)", "Serge Marlow", "? Good morning. I am glad you came."),
            ("Pia de Brandt (PDB)", "Pia de Brandt", "? I thank you."),
            ("SM", "Serge Marlow", "Shall we begin?"),
            ("PDB", "Pia de Brandt", "I am ready when you are."),
            ("SM", "Serge Marlow", "You know the first question."),
        ],
    ),
    "a comma typed for the point of a title": (
        "MS. VELT: I thank you all.\n\nMR. OLANE; Will you be back?\n\nMS. VELT: I will.\n\nMR. OLANE: When?\n\nMS, VELT: You will see.",
        [
            ("MS. VELT", "Velt", "I thank you all."),
            ("MR. OLANE", "Olane", "Will you be back?"),
            ("MS. VELT", "Velt", "I will."),
            ("MR. OLANE", "Olane", "When?"),
            ("MS, VELT", "Velt", "You will see."),
        ],
    ),
    "a full stop or a dash for the colon": (
        (
            "Sr. Alarco. — Señor presidente, pido la palabra porque yo no estoy de acuerdo con usted.\n\nSr. Presidente. — Tiene la palabra.\n\n"
            "Sr. Alarco. — Gracias. ¿Usted sabe cuánto cuesta el agua?\n\nSr. Presidente. — No lo sé."
        ),
        [
            ("Sr. Alarco", "Sr. Alarco", "Señor presidente, pido la palabra porque yo no estoy de acuerdo con usted."),
            ("Sr. Presidente", "Sr. Presidente", "Tiene la palabra."),
            ("Sr. Alarco", "Sr. Alarco", "Gracias. ¿Usted sabe cuánto cuesta el agua?"),
            ("Sr. Presidente", "Sr. Presidente", "No lo sé."),
        ],
    ),
    "a name on its own line that ends in a full stop": (
        (
            "Bo Olane, Jr.\n\nWe will hear argument in the matter of the wells.\n\nAna Velt\n\nMr. Chief Justice, and may it please the Court: The term is not defined.\n\n"
            "Bo Olane, Jr.\n\nDo you think so?\n\nAna Velt\n\nI do.\n\nBo Olane, Jr.\n\nThank you, counsel."
        ),
        [
            ("Bo Olane, Jr.", "Bo Olane Jr.", "We will hear argument in the matter of the wells."),
            ("Ana Velt", "Ana Velt", "Mr. Chief Justice, and may it please the Court: The term is not defined."),
            ("Bo Olane, Jr.", "Bo Olane Jr.", "Do you think so?"),
            ("Ana Velt", "Ana Velt", "I do."),
            ("Bo Olane, Jr.", "Bo Olane Jr.", "Thank you, counsel."),
        ],
    ),
}

FURNITURE: dict[str, tuple[str, list[Said]]] = {
    "hyphens at line ends": (
        ("MS. VELT: I thank you for this question, and I will answer it as well as I can in my re-\nmaining time, which is short, as you know from what the gentleman said before the re-\n"
        "port was printed.\n\nMR. OLANE: Please do. We are all waiting for it, and so are the people at home who re-\nmember the flood.\n\nMS. VELT: Then hear me out."),
        [
            ("MS. VELT", "Velt", "I thank you for this question, and I will answer it as well as I can in my re- maining time, which is short, as you know from what the gentleman said before the re- port was printed."),
            ("MR. OLANE", "Olane", "Please do. We are all waiting for it, and so are the people at home who re- member the flood."),
            ("MS. VELT", "Velt", "Then hear me out."),
        ],
    ),
    "a page mark of the record in mid-sentence": (
        "  Mr. OLANE. Mr. Speaker, I rise to speak about water, and I thank you for listening with\n\n[[Page S758]]\n\nsuch patience, all of you.\n  Ms. VELT. Will he yield?\n  Mr. OLANE. I will.",
        [
            ("Mr. OLANE", "Olane", "Mr. Speaker, I rise to speak about water, and I thank you for listening with | such patience, all of you."),
            ("Ms. VELT", "Velt", "Will he yield?"),
            ("Mr. OLANE", "Olane", "I will."),
        ],
    ),
    "the pages of a print-out": (
        "MS. VELT: I will answer it as well as I can, because you have waited so long\n\n4 of 22\n\nfor it, and I know it.\n\nMR. OLANE: I see.\n\nMS. VELT: I hope that you will tell\n\n5 of 22\n\neverybody.\n\nMR. OLANE: I will.",
        [
            ("MS. VELT", "Velt", "I will answer it as well as I can, because you have waited so long | for it, and I know it."),
            ("MR. OLANE", "Olane", "I see."),
            ("MS. VELT", "Velt", "I hope that you will tell | everybody."),
            ("MR. OLANE", "Olane", "I will."),
        ],
    ),
    "an end mark in the middle of the page": (
        "MS. VELT: I thank you all.\n\nQ    Will you be back?\n\nMS. VELT: I will.\n\nQ\xa0\xa0\xa0\xa0When?\n\nMS. VELT: You will see.\n\n                              END                6:29 P.M. EDT",
        [
            ("MS. VELT", "Velt", "I thank you all."),
            ("Q", "Q", "Will you be back?"),
            ("MS. VELT", "Velt", "I will."),
            ("Q", "Q", "When?"),
            ("MS. VELT", "Velt", "You will see."),
        ],
    ),
    "fields and notes round a broadcast": (
        ("Present: Ana Velt, Bo Olane, Cara Lindt\n\nTopics: water, bread\n\nAired May 3, 2011 - 02:00 ET\n\nTHIS IS A RUSH TRANSCRIPT.\n\nVELT: Good evening. I am here.\n\nOLANE: So am I.\n\n"
        "(COMMERCIAL BREAK)\n\nVELT: Are you still here?\n\nOLANE: I am. [CROSSTALK]\n\nVELT: Thank you. (inaudible) you know.\n\nNOTE: This transcript was corrected."),
        [
            ("VELT", "Ana Velt", "Good evening. I am here."),
            ("OLANE", "Bo Olane", "So am I."),
            ("VELT", "Ana Velt", "Are you still here?"),
            ("OLANE", "Bo Olane", "I am. [CROSSTALK]"),
            ("VELT", "Ana Velt", "Thank you. (inaudible) you know."),
        ],
    ),
    "colons and times inside what is said": (
        ("Ana Velt: There is a proverb in Orvania: new clothes need old friends. We met at 10:30 and you left at\n11:15: nobody saw you.\n\nBo Olane: I was there at 1:00 p.m., I tell you. See https://tern.example: it says so.\n\n"
        "Ana Velt: At 1:00 p.m. you were at home.\n\nBo Olane: I was not."),
        [
            ("Ana Velt", "Ana Velt", "There is a proverb in Orvania: new clothes need old friends. We met at 10:30 and you left at 11:15: nobody saw you."),
            ("Bo Olane", "Bo Olane", "I was there at 1:00 p.m., I tell you. See https://tern.example: it says so."),
            ("Ana Velt", "Ana Velt", "At 1:00 p.m. you were at home."),
            ("Bo Olane", "Bo Olane", "I was not."),
        ],
    ),
    "an interjection in brackets that names its speaker": (
        ("Tor Vesk (Hafenpartei): Der Hafen braucht Geld, und ich sage Ihnen warum.\n\n(Ana Lisow [Wellenliste]: Wie viel denn?)\n\nDas sage ich Ihnen gern.\n\n"
        "Ana Lisow (Wellenliste): Ich danke Ihnen.\n\nTor Vesk (Hafenpartei): Bitte.\n\nAna Lisow (Wellenliste): Und wann?"),
        [
            ("Tor Vesk (Hafenpartei)", "Tor Vesk", "Der Hafen braucht Geld, und ich sage Ihnen warum. | Das sage ich Ihnen gern."),
            ("Ana Lisow (Wellenliste)", "Ana Lisow", "Ich danke Ihnen."),
            ("Tor Vesk (Hafenpartei)", "Tor Vesk", "Bitte."),
            ("Ana Lisow (Wellenliste)", "Ana Lisow", "Und wann?"),
        ],
    ),
    "ordinary colons in Chinese": (
        "王小明: 大家好。我很高兴。\n李文: 谢谢你。你好吗？\n王小明: 我们开始吧。\n李文: 好的。",
        [("王小明", "王小明", "大家好。我很高兴。"), ("李文", "李文", "谢谢你。你好吗？"), ("王小明", "王小明", "我们开始吧。"), ("李文", "李文", "好的。")],
    ),
    "the page and line numbers of a deposition": (
        "".join(f"{n:2}  {line}\n" for n, line in enumerate(["BY MS. VELT:", "Q.  Would you state", "your name for the record?", "A.  Bo Olane.", "Q.  Were you ever deposed?", "A.  No.", "MR. STELL:  Objection.", "Q.  Were you at the dam?", "A.  I was."], 1))
        + "\n                     12\n\n"
        + "".join(f"{n:2}  {line}\n" for n, line in enumerate(["Q.  With whom?", "A.  With my sister, who had come", "for the week.", "Q.  Did you see anybody?", "A.  I did not.", "Q.  Thank you."], 1)),
        [
            ("Q", "Q", "Would you state | your name for the record?"),
            ("A", "A", "Bo Olane."),
            ("Q", "Q", "Were you ever deposed?"),
            ("A", "A", "No."),
            ("MR. STELL", "Stell", "? Objection."),
            ("Q", "Q", "Were you at the dam?"),
            ("A", "A", "I was."),
            ("Q", "Q", "With whom?"),
            ("A", "A", "With my sister, who had come | for the week."),
            ("Q", "Q", "Did you see anybody?"),
            ("A", "A", "I did not."),
            ("Q", "Q", "Thank you."),
        ],
    ),
}  # fmt: skip


def told(text: str) -> list[Said]:
    """Label, speaker and words of every passage; a question mark before words whose speaker is not sure."""
    passages: dict[int, list[quotedb.Utterance]] = {}
    for utterance in quotedb.parse(text):
        assert text[utterance.start_char : utterance.end_char] == utterance.text
        passages.setdefault(utterance.passage, []).append(utterance)
    return [
        (
            pieces[0].label or "",
            pieces[0].speaker or "",
            ("" if pieces[0].confidence >= 0.9 else "? ") + " | ".join(" ".join(one.text.split()) for one in pieces),
        )
        for pieces in passages.values()
    ]


@pytest.mark.parametrize("name", VOICES)
def test_voices(name: str) -> None:
    """Who speaks: people under several labels, chairs, interpreters, many at once, nobody known."""
    text, expected = VOICES[name]
    assert told(text) == expected


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_and_colons(name: str) -> None:
    """What stands on the page between the words, and colons that make no label."""
    text, expected = FURNITURE[name]
    assert told(text) == expected


def test_whoever_goes_on_without_a_label_is_marked() -> None:
    """The turn is far from sure, says why, and is among the problems; nothing is merged with the call before it."""
    text = VOICES["a speaker goes on behind a call of many"][0]
    found = analyse(text)
    resumed = [one for one in found.utterances if one.confidence < 0.6]
    assert [one.text.split()[0] for one in resumed] == ["As", "I"]
    assert all(one.rule.startswith("no label") for one in resumed)
    places = [(one.start_char, one.end_char) for one in found.problems if one.code == "unlabelled-block"]
    assert places == [(one.start_char, one.end_char) for one in resumed]


QUIZ = "\n\n".join(
    f"{n}. What do you think?\nA. I would wait.\nB. You should run.\nC. We call for help.\nD. I do not know."
    for n in range(1, 6)
)


def test_answers_to_tick_are_nobodys() -> None:
    """`A.` and `D.` come back and alternate in a quiz; in a deposition `Q.` and `A.` still speak."""
    assert told(QUIZ) == []
    assert [label for label, _, _ in told(QUIZ.replace("A.", "a)").replace("B.", "b)").replace("C.", "c)"))] == []
    assert (
        len(told("Q. Where were you?\nA. I was at home.\nQ. Were you alone?\nA. No.\nQ. Why?\nA. I do not know.")) == 6
    )


PROFILES = "\n\n".join(
    f"{name} {last}\n\n{name} knows the river and will answer you. {words} You can call at six."
    for name, last, words in [
        ("Ana", "Velt", "I asked her twice."),
        ("Bo", "Olane", "I like his boat."),
    ]
    * 3
)
CASES = "\n\n".join(f"Case {n}\nCounsel: Velt\nOutcome: Adjourned. You may appeal within a month." for n in range(6))


@pytest.mark.parametrize("text", [PROFILES.replace("Bo", "Ben"), CASES], ids=["what is told of people", "two fields"])
def test_pages_with_names_and_fields(text: str) -> None:
    """Words that begin with the person's own name tell of the person; a field holds a few words and no sentence."""
    assert told(text) == []


def test_an_address_by_ones_own_office_is_speech() -> None:
    """A president who greets a president does not tell of herself."""
    text = "President Velt: President Olane, I thank you.\n\nPresident Olane: Velt is a good name. I greet you.\n\n" * 2
    assert [label for label, _, _ in told(text)] == ["President Velt", "President Olane"] * 2


def test_an_article_before_an_office_is_no_name() -> None:
    """`The SPEAKER.` may well begin with "The"."""
    words = label_words(lexicon("en"))
    assert not tells_of("The question is on the bill.", "The SPEAKER", words)
    assert tells_of("Velt was born in Tern.", "Ana Velt", words)
    assert tells_of("Chair of the board\n\nVelt was born in Tern.", "Ana Velt", words)
    assert not tells_of("Velt, come here.", "Ana Velt", words)
