"""Prints of official houses: what stands with a name, between two speeches and at the end, each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from conftest import table, turns_of

Turns = list[tuple[str | None, str]]


#: `O SR. VELT (Bloco/PLS - MG) - Boa tarde`: a dash inside brackets ends no label.
DASHED = {
    "a party and a state": (
        "O SR. PRESIDENTE (Ana Velt. Bloco/MR - BA) - Está aberta a sessão.\n\nO SR. BENTO OLANE (PLS - MG) - Peço a palavra.\n\n"
        "O SR. PRESIDENTE (Ana Velt. Bloco/MR - BA) - Tem a palavra.\n\nO SR. BENTO OLANE (PLS - MG) - Muito obrigado.",
        [
            ("O SR. PRESIDENTE (Ana Velt. Bloco/MR - BA)", "Está aberta a sessão."),
            ("O SR. BENTO OLANE (PLS - MG)", "Peço a palavra."),
            ("O SR. PRESIDENTE (Ana Velt. Bloco/MR - BA)", "Tem a palavra."),
            ("O SR. BENTO OLANE (PLS - MG)", "Muito obrigado."),
        ],
    ),
    "an office and a town": (
        "Ana Velt (Lamps – Tern) – Who lit it?\n\nBo Olane (Piers – Orrin) – I did, and I would do it again.\n\n"
        "Ana Velt (Lamps – Tern) – When did you?\n\nBo Olane (Piers – Orrin) – At noon.",
        [
            ("Ana Velt (Lamps – Tern)", "Who lit it?"),
            ("Bo Olane (Piers – Orrin)", "I did, and I would do it again."),
            ("Ana Velt (Lamps – Tern)", "When did you?"),
            ("Bo Olane (Piers – Orrin)", "At noon."),
        ],
    ),
    "a trap: a bracket that does not close": (
        "Ana Velt – I asked (and so did you – all of you.\n\nBo Olane – We did.\n\nAna Velt – You see?\n\nBo Olane – I see.",
        [
            ("Ana Velt", "I asked (and so did you – all of you."),
            ("Bo Olane", "We did."),
            ("Ana Velt", "You see?"),
            ("Bo Olane", "I see."),
        ],
    ),
}

#: A figure behind a label with a full stop, an office before a name, an office and what it is for.
STOPPED = {
    "a figure opens the words": (
        "M. Loïc Velt. Combien coûte une bouée ?\n\nMme Anne Olane. 30 000 euros, sans la chaîne.\n\nM. Loïc Velt. Merci.\n\nMme Anne Olane. 12 de plus.",
        [
            ("M. Loïc Velt", "Combien coûte une bouée ?"),
            ("Mme Anne Olane", "30 000 euros, sans la chaîne."),
            ("M. Loïc Velt", "Merci."),
            ("Mme Anne Olane", "12 de plus."),
        ],
    ),
    "offices": (
        "Mme la présidente Anne Olane. Je vous écoute.\n\nM. le rapporteur pour avis. Je serai bref.\n\n"
        "Mme la présidente Anne Olane. Et vous, monsieur ?\n\nM. Loïc Velt. Je le serai aussi.\n\nMme la présidente Anne Olane. Et vous ?\n\nM. le rapporteur pour avis. Je vous l'ai dit.",
        [
            ("Mme la présidente Anne Olane", "Je vous écoute."),
            ("M. le rapporteur pour avis", "Je serai bref."),
            ("Mme la présidente Anne Olane", "Et vous, monsieur ?"),
            ("M. Loïc Velt", "Je le serai aussi."),
            ("Mme la présidente Anne Olane", "Et vous ?"),
            ("M. le rapporteur pour avis", "Je vous l'ai dit."),
        ],
    ),
    "a trap: a sentence that ends in a name, and a year": (
        "Mr. VELT. I thank the House.\n\nThe lamp was lit by Mr. Olane. 1931 was the year.\n\nMr. TARN. Who put it out?\n\nMr. VELT. Nobody did.\n\nMr. TARN. I yield.",
        [
            ("Mr. VELT", "I thank the House. The lamp was lit by Mr. Olane. 1931 was the year."),
            ("Mr. TARN", "Who put it out?"),
            ("Mr. VELT", "Nobody did."),
            ("Mr. TARN", "I yield."),
        ],
    ),
}

_ROSTER = "Ana Velt: Tern Shipping plc - Chief Executive\n\nBo Olane: Quay Capital - Analyst\n\n"
#: `Ana Velt: Tern Shipping plc - Chief Executive`, and her words below: the office is not said.
BEHIND = {
    "a call with shareholders": (
        f"{_ROSTER}Operator\n\nWelcome to the call. I hand over to Ana Velt.\n\nAna Velt: Tern Shipping plc - Chief Executive\n\nThank you. It was a wet quarter.\n\n"
        "Bo Olane: Quay Capital - Analyst\n\nHow wet was it?\n\nAna Velt: Tern Shipping plc - Chief Executive\n\nVery.\n\n"
        "Bo Olane: Quay Capital - Analyst\n\nI see, thank you.\n\nOperator\n\nThank you all.",
        [
            ("Operator", "Welcome to the call. I hand over to Ana Velt."),
            ("Ana Velt", "Thank you. It was a wet quarter."),
            ("Bo Olane", "How wet was it?"),
            ("Ana Velt", "Very."),
            ("Bo Olane", "I see, thank you."),
            ("Operator", "Thank you all."),
        ],
    ),
    "a panel": (
        "Ana Velt: Harbour Trust\n\nWhen did you last see the lamp?\n\nBo Olane: Keeper of Tern\n\nOn Monday. I lit it myself.\n\n"
        "Ana Velt: Harbour Trust\n\nAnd on Tuesday?\n\nBo Olane: Keeper of Tern\n\nOn Tuesday it was gone.",
        [
            ("Ana Velt", "When did you last see the lamp?"),
            ("Bo Olane", "On Monday. I lit it myself."),
            ("Ana Velt", "And on Tuesday?"),
            ("Bo Olane", "On Tuesday it was gone."),
        ],
    ),
    "a trap: a roster, and what the trust says of itself": (
        f"{_ROSTER}Cara Hoyle: Harbour Trust - Clerk\n\nThe trust was founded in 1931. It keeps nine lamps, and it meets at noon.",
        [],
    ),
}

_LINK = "Share this contribution"
#: Below a name stand the place that somebody sits for and a link; neither is said.
FRAMED = {
    "seats and links": (
        f"Ana Velt\n(Ternmouth) (Ind)\n{_LINK}\n\nI beg to move.\n\nSir Bo Olane\n(North Orrin) (Con)\n{_LINK}\n\nWill she give way?\n\n"
        f"Ana Velt\n{_LINK}\n\nI will.\n\nSir Bo Olane\n{_LINK}\n\nI thank her.\n\nThe Parliamentary Under-Secretary for Piers\n(Cara Hoyle)\n{_LINK}\n\nWe shall see.",
        [
            ("Ana Velt", "I beg to move."),
            ("Sir Bo Olane", "Will she give way?"),
            ("Ana Velt", "I will."),
            ("Sir Bo Olane", "I thank her."),
            ("The Parliamentary Under-Secretary for Piers", "We shall see."),
        ],
    ),
    "links in a paragraph of their own": (
        "Ana Velt\nWatch\n\nI ask about the lamp.\n\nBo Olane\nWatch\n\nYou may ask.\n\nAna Velt\nWatch\n\nIs it lit?\n\nBo Olane\nWatch\n\nIt is, I am told.",
        [
            ("Ana Velt", "I ask about the lamp."),
            ("Bo Olane", "You may ask."),
            ("Ana Velt", "Is it lit?"),
            ("Bo Olane", "It is, I am told."),
        ],
    ),
    "a trap: somebody says the same short words again and again": (
        "Ana Velt\nAre you there, Bo?\n\nBo Olane\nYes I am\n\nAna Velt\nAre you still there?\n\nBo Olane\nYes I am\n\nAna Velt\nAnd now?\n\nBo Olane\nYes I am\n\nAna Velt\nGood. I will hang up.\n\nBo Olane\nYes I am",
        [
            ("Ana Velt", "Are you there, Bo?"),
            ("Bo Olane", "Yes I am"),
            ("Ana Velt", "Are you still there?"),
            ("Bo Olane", "Yes I am"),
            ("Ana Velt", "And now?"),
            ("Bo Olane", "Yes I am"),
            ("Ana Velt", "Good. I will hang up."),
            ("Bo Olane", "Yes I am"),
        ],
    ),
}

#: The counter of a tape in a column of its own.
COUNTER = {
    "an interview": (
        "0.00     DS OLIN       This is being recorded. What is your name?\n\n         VELT          Ana Velt.\n\n1.40     DS OLIN       Whose is the boat?\n\n"
        "         VELT          My brother's. I look after it.\n\n4.25     DC HALE       Did you move it?\n\n         VELT          I did.",
        [
            ("DS OLIN", "This is being recorded. What is your name?"),
            ("VELT", "Ana Velt."),
            ("DS OLIN", "Whose is the boat?"),
            ("VELT", "My brother's. I look after it."),
            ("DC HALE", "Did you move it?"),
            ("VELT", "I did."),
        ],
    ),
    "every line": (
        "0.05    OLIN    Are you the keeper?\n1.10    VELT    I am.\n2.25    OLIN    Since when?\n3.40    VELT    Since I was nine.",
        [
            ("OLIN", "Are you the keeper?"),
            ("VELT", "I am."),
            ("OLIN", "Since when?"),
            ("VELT", "Since I was nine."),
        ],
    ),
    "a trap: a price list": (
        "1.40     Herring       a pound, fresh\n\n2.10     Mackerel      a pound, smoked\n\n3.25     Herring       a pound, smoked\n\n0.90     Cod           the head\n\n1.10     Mackerel      the head",
        [],
    ),
}

#: What a record sets between two speeches, above them and below.
BETWEEN = {
    "a heading that ends in a bracket": (
        "PRESIDENTE. La seduta è aperta.\n\nMARA OLIN. Chiedo di parlare.\n\nDiscussione della mozione concernente i fari dismessi (ore 10,08)\n\nPRESIDENTE. Prego.\n\nMARA OLIN. Grazie.\n\nPRESIDENTE. Basta così.\n\nMARA OLIN. Bene.",
        [
            ("PRESIDENTE", "La seduta è aperta."),
            ("MARA OLIN", "Chiedo di parlare."),
            ("PRESIDENTE", "Prego."),
            ("MARA OLIN", "Grazie."),
            ("PRESIDENTE", "Basta così."),
            ("MARA OLIN", "Bene."),
        ],
    ),
    "a column, a reference, the end": (
        "Ana Velt: I ask when the slip will be mended. [4411/31]\n\nBo Olane: I would say in the spring,\n\nColumn 212\n\nand so I said before.\n\nAna Velt: Which spring?\n\nBo Olane: The next.\n\nDebate concluded.\n\n-END-\n\nSignature of the clerk: ................",
        [
            ("Ana Velt", "I ask when the slip will be mended. [4411/31]"),
            ("Bo Olane", "I would say in the spring, and so I said before."),
            ("Ana Velt", "Which spring?"),
            ("Bo Olane", "The next."),
        ],
    ),
    "an appendix in letters set apart": (
        "Ms. Velt. The hearing will come to order.\n\nMr. Olane. I thank the Chair.\n\nMs. Velt. Do you have a statement?\n\nMr. Olane. I have none.\n\nMs. Velt. We are adjourned.\n\n                 A P P E N D I X\n\nThe Society has 214 members.",
        [
            ("Ms. Velt", "The hearing will come to order."),
            ("Mr. Olane", "I thank the Chair."),
            ("Ms. Velt", "Do you have a statement?"),
            ("Mr. Olane", "I have none."),
            ("Ms. Velt", "We are adjourned."),
        ],
    ),
    "a heading behind a call of many": (
        "The SPEAKER: I welcome our guests.\n\nHonourable members: Hear, hear!\n\nInland Rail (Sleepers) Bill\n\nSecond Reading\n\nDebate resumed on the motion:\n\nThat this bill be now read a second time.\n\nMr VELT (Stirling): I rise to speak.\n\nThe SPEAKER: Do so, then.\n\nMr VELT: I shall.",
        [
            ("The SPEAKER", "I welcome our guests."),
            ("Honourable members", "Hear, hear!"),
            ("Mr VELT (Stirling)", "I rise to speak."),
            ("The SPEAKER", "Do so, then."),
            ("Mr VELT", "I shall."),
        ],
    ),
    "a witness is named, and sworn": (
        "JUDGE VELT: Call the witness, please.\n\nWITNESS: WITNESS K-41 [Resumed]\n\nCross-examination by Mr. Olane: [Continued]\n\nQ. Were you there?\n\nA. I was.\n\nMR. OLANE: I have no more questions.\n\n"
        "BO TARN,\n\nhaving been first duly sworn, was examined and testified as follows:\n\nQ. And you?\n\nA. I was not.\n\nJUDGE VELT: Thank you.",
        [
            ("JUDGE VELT", "Call the witness, please."),
            ("Q", "Were you there?"),
            ("A", "I was."),
            ("MR. OLANE", "I have no more questions."),
            ("Q", "And you?"),
            ("A", "I was not."),
            ("JUDGE VELT", "Thank you."),
        ],
    ),
    "a trap: the witness answers, a letter stands alone, somebody was sworn in once": (
        "COUNSEL: Were you sworn?\n\nWITNESS: I was sworn in my youth.\n\nCOUNSEL: What does your badge say?\n\nWITNESS: A B C, and nothing more.\n\nCOUNSEL: In which column?\n\nWITNESS: Column 2.\n\nCOUNSEL: Thank you.",
        [
            ("COUNSEL", "Were you sworn?"),
            ("WITNESS", "I was sworn in my youth."),
            ("COUNSEL", "What does your badge say?"),
            ("WITNESS", "A B C, and nothing more."),
            ("COUNSEL", "In which column?"),
            ("WITNESS", "Column 2."),
            ("COUNSEL", "Thank you."),
        ],
    ),
}


#: What is heard in the room interrupts a speech, and what the record tells ends it.
HEARD = {
    "applause without brackets": (
        "A Sr.ª Ana Velt (PD): — Temos catorze faróis apagados.\n\nAplausos do PD e do ML.\n\nO Governo diz que há satélites.\n\n"
        "O Sr. Presidente: — Queira concluir.\n\nA Sr.ª Ana Velt (PD): — Concluo já.\n\nRisos.\n\nPeço luz.\n\nO Sr. Presidente: — Muito obrigado.",
        [
            ("A Sr.ª Ana Velt (PD)", "Temos catorze faróis apagados. O Governo diz que há satélites."),
            ("O Sr. Presidente", "Queira concluir."),
            ("A Sr.ª Ana Velt (PD)", "Concluo já. Peço luz."),
            ("O Sr. Presidente", "Muito obrigado."),
        ],
    ),
    "what the clerk did": (
        "Mr. VELT. Madam Speaker, I move to pass the bill.\n\nThe Clerk read the title of the bill.\n\nEvery vessel shall carry rafts.\n\n"
        "The SPEAKER. Is there objection?\n\nThere was no objection.\n\nMr. VELT. I yield to Mr. Olane.\n\nMr. OLANE. I demand the yeas and nays.\n\nThe yeas and nays were ordered.\n\nMr. VELT. I yield back.",
        [
            ("Mr. VELT", "Madam Speaker, I move to pass the bill."),
            ("The SPEAKER", "Is there objection?"),
            ("Mr. VELT", "I yield to Mr. Olane."),
            ("Mr. OLANE", "I demand the yeas and nays."),
            ("Mr. VELT", "I yield back."),
        ],
    ),
    "a trap: somebody tells of applause, of a clerk and of an objection": (
        "Herr Velt: Ich habe geredet.\n\nBeifall ist kein Argument.\n\nFrau Olane: The clerk read it to us, and I wept.\n\nThere was no objection from the board, so I went on.\n\nHerr Velt: Und wir?\n\nFrau Olane: You too.",
        [
            ("Herr Velt", "Ich habe geredet. Beifall ist kein Argument."),
            ("Frau Olane", "The clerk read it to us, and I wept. There was no objection from the board, so I went on."),
            ("Herr Velt", "Und wir?"),
            ("Frau Olane", "You too."),
        ],
    ),
}

#: The words begin right below every label: what is set so is a label too, and a name is one with brackets and without.
TIGHT = {
    "labels that stand once": (
        "The Presiding Officer (Ana Velt)\nThe first item is questions.\n\nRoads\n\n1. Bo Olane (Tern) (SNP)\nTo ask how many miles were mended.\n\n"
        "The Minister (Cara Hoyle)\nTwelve, I think.\n\nBo Olane\nCan she see the hole?\n\nCara Hoyle\nI can.\n\nThe Presiding Officer\nTheo Rask has a question.\n\n"
        "Theo Rask (Orrin) (Con)\nIs it true that the money was spent in Perth?\n\nCara Hoyle\nIt is not, as I told you.",
        [
            ("The Presiding Officer (Ana Velt)", "The first item is questions."),
            ("Bo Olane (Tern) (SNP)", "To ask how many miles were mended."),
            ("The Minister (Cara Hoyle)", "Twelve, I think."),
            ("Bo Olane", "Can she see the hole?"),
            ("Cara Hoyle", "I can."),
            ("The Presiding Officer", "Theo Rask has a question."),
            ("Theo Rask (Orrin) (Con)", "Is it true that the money was spent in Perth?"),
            ("Cara Hoyle", "It is not, as I told you."),
        ],
    ),
    "a voice among names": (
        "Ana Velt\nI begin, if I may.\n\nBo Olane\nYou may.\n\nAna Velt\nThe lamp is out.\n\nTheo Rask\nAgain.\n\nAna Velt\nAgain, as I said.\n\nBo Olane\nI know.",
        [
            ("Ana Velt", "I begin, if I may."),
            ("Bo Olane", "You may."),
            ("Ana Velt", "The lamp is out."),
            ("Theo Rask", "Again."),
            ("Ana Velt", "Again, as I said."),
            ("Bo Olane", "I know."),
        ],
    ),
    "a trap: a heading stands apart from what is said below it": (
        "Ana Velt\nI begin, if I may.\n\nBo Olane\nYou may.\n\nNorth Pier\n\nAna Velt\nThe lamp is out.\n\nBo Olane\nI know it is.\n\nSouth Pier\n\nAna Velt\nSo is this one.\n\nBo Olane\nI see.",
        [
            ("Ana Velt", "I begin, if I may."),
            ("Bo Olane", "You may."),
            ("Ana Velt", "The lamp is out."),
            ("Bo Olane", "I know it is."),
            ("Ana Velt", "So is this one."),
            ("Bo Olane", "I see."),
        ],
    ),
}

#: Heads and feet of pages, in mid-sentence and with far numbers; a formula that is said again.
PAGED = {
    "a date and a number far from it": (
        "O Sr. Presidente: — Está aberta a sessão.\n\nO Sr. Ministro: — O farol acendeu-se ontem,\n\n18 DE FEVEREIRO DE 2031                                  19\n\nàs dezanove horas.\n\n"
        "O Sr. Presidente: — Obrigado.\n\nO Sr. Ministro: — De nada.",
        [
            ("O Sr. Presidente", "Está aberta a sessão."),
            ("O Sr. Ministro", "O farol acendeu-se ontem, às dezanove horas."),
            ("O Sr. Presidente", "Obrigado."),
            ("O Sr. Ministro", "De nada."),
        ],
    ),
    "the head of the last page": (
        "MR. VELT: I rise to ask a question.\n\nMR. OLANE: I hear it.\n\nMR. VELT: Is the lamp lit?\n\nMR. OLANE: It is not.\n\nMR. TARN (Orrin): I have ridden upon the railway, and,\n\n1313 Light Railways {14 MARCH} Bill\n\nthough it did not go fast, it went.",
        [
            ("MR. VELT", "I rise to ask a question."),
            ("MR. OLANE", "I hear it."),
            ("MR. VELT", "Is the lamp lit?"),
            ("MR. OLANE", "It is not."),
            ("MR. TARN (Orrin)", "I have ridden upon the railway, and, though it did not go fast, it went."),
        ],
    ),
    "a question of the agenda in capitals": (
        "La señora PRESIDENTA: Comenzamos con las preguntas.\n\nEl señor OLANE RASK: Señora ministra, ¿cuántos faros hay?\n\nLa señora MINISTRA (Velt Rey): Doce.\n\n"
        "— DEL DIPUTADO DON BLAS TARN SOLÍS, QUE FORMULA A LA MINISTRA: ¿HAY UN PLAN? (Número 180/12).\n\nEl señor OLANE RASK: Una pregunta más.\n\nLa señora MINISTRA (Velt Rey): Sí.\n\nLa señora PRESIDENTA: Gracias.",
        [
            ("La señora PRESIDENTA", "Comenzamos con las preguntas."),
            ("El señor OLANE RASK", "Señora ministra, ¿cuántos faros hay?"),
            ("La señora MINISTRA (Velt Rey)", "Doce."),
            ("El señor OLANE RASK", "Una pregunta más."),
            ("La señora MINISTRA (Velt Rey)", "Sí."),
            ("La señora PRESIDENTA", "Gracias."),
        ],
    ),
    "a trap: a formula that is said again, a shout, and a number that answers": (
        "The President: The representative of Halme has asked for the floor to make a further statement. I give her the floor.\n\nMs. Velt (Halme): I only say that it was noon.\n\n"
        "The President: The representative of Orrin has asked for the floor to make a further statement.\n\nMr. Rask (Orrin): NO AND NO AND NO AGAIN!\n\nThe President: What is your number?\n\nMr. Rask (Orrin): 4471",
        [
            (
                "The President",
                "The representative of Halme has asked for the floor to make a further statement. I give her the floor.",
            ),
            ("Ms. Velt (Halme)", "I only say that it was noon."),
            (
                "The President",
                "The representative of Orrin has asked for the floor to make a further statement.",
            ),
            ("Mr. Rask (Orrin)", "NO AND NO AND NO AGAIN!"),
            ("The President", "What is your number?"),
            ("Mr. Rask (Orrin)", "4471"),
        ],
    ),
}

#: Lines with numbers, in which somebody asks and the room rises.
_INQUIRY = """(10.00 am)
LORD VELT:  Good morning.
MS OLANE:  Thank you, my Lord. The first witness is
Mr Tarn. Could he be sworn, please.
                 MR BO TARN (sworn)
             Questions from MS OLANE
MS OLANE:  What is your full name?
A.  Bo Amos Tarn.
Q.  Were you there on the night?
A.  I was. There were two of us.
LORD VELT:  Thank you, Mr Tarn. You are free to go.
(11.12 am)
(The inquiry adjourned until 10.00 am on
Wednesday, 5 February)"""
NUMBERED = {
    "an inquiry": (
        "\n".join(f"{at:>4}    {line}" for at, line in enumerate(_INQUIRY.split("\n"), 1)),
        [
            ("LORD VELT", "Good morning."),
            ("MS OLANE", "Thank you, my Lord. The first witness is Mr Tarn. Could he be sworn, please."),
            ("MS OLANE", "What is your full name?"),
            ("A", "Bo Amos Tarn."),
            ("Q", "Were you there on the night?"),
            ("A", "I was. There were two of us."),
            ("LORD VELT", "Thank you, Mr Tarn. You are free to go."),
        ],
    ),
    "paragraphs of one line that are set in": (
        "  Mr. VELT. I have a short statement, and I shall read it slowly, since it\nwas written by my grandmother, who spelled as she pleased all her life.\n"
        "  Mr. OLANE. Madam Speaker, on that I demand the yeas and the nays.\n  The yeas and nays were ordered.\n  Mr. VELT. I thank my friend for that, and I yield back.\n  Mr. OLANE. I thank him as well.",
        [
            (
                "Mr. VELT",
                "I have a short statement, and I shall read it slowly, since it was written by my grandmother, who spelled as she pleased all her life.",
            ),
            ("Mr. OLANE", "Madam Speaker, on that I demand the yeas and the nays."),
            ("Mr. VELT", "I thank my friend for that, and I yield back."),
            ("Mr. OLANE", "I thank him as well."),
        ],
    ),
    "a trap: lines of speech that begin with a bracket": (
        "Ana Velt: I asked them for the log (all of\nit) and for the lamp (the\ngreen one), and they gave me\n(this is true) neither of the two.\n\nBo Olane: I know that well (or I\nthought I did).\n\nAna Velt: You did.\n\nBo Olane: So I did.",
        [
            (
                "Ana Velt",
                "I asked them for the log (all of it) and for the lamp (the green one), and they gave me (this is true) neither of the two.",
            ),
            ("Bo Olane", "I know that well (or I thought I did)."),
            ("Ana Velt", "You did."),
            ("Bo Olane", "So I did."),
        ],
    ),
}


@table(DASHED, STOPPED)
def test_a_label_ends_at_its_own_mark(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(BEHIND, FRAMED, COUNTER)
def test_what_stands_with_a_name_is_not_said(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(BETWEEN, HEARD, PAGED, NUMBERED)
def test_what_a_record_sets_between_speeches_is_not_said(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(TIGHT)
def test_what_is_set_as_all_labels_are_is_a_label(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected
