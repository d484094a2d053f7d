"""Courts, emergency calls, flights and recordings: what their records print in ways of their own, each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from conftest import table, turns_of

Turns = list[tuple[str | None, str]]


#: Nothing but a space parts a short label from the words.
SPACED = {
    "an operator and a caller": (
        "The night of the flood\n\nA tape from the harbour's own line, in full.\n\n"
        "Op Harbour watch. What is wrong?\n\nCR I have the water in my kitchen.\n\nOp Which house is it?\n\n"
        "CR Mine! The last one, behind the sail loft.\n\nOp Can you get up to the loft?\n\nCR Not with the goat.\n\n"
        "Op Leave the goat, please.\n\nCR Never.",
        [
            ("Op", "Harbour watch. What is wrong?"),
            ("CR", "I have the water in my kitchen."),
            ("Op", "Which house is it?"),
            ("CR", "Mine! The last one, behind the sail loft."),
            ("Op", "Can you get up to the loft?"),
            ("CR", "Not with the goat."),
            ("Op", "Leave the goat, please."),
            ("CR", "Never."),
        ],
    ),
    "a flight, read by a scanner": (
        "KITTIWAKE 2, onboard voice, tape 4\n\nO1 02 44 15 CDR How does the lamp look to you?\nO1 02 44 2O PLT It looks green to me.\n"
        "01.02 44 31 CDR Green it is, then.\n01 02 44 4_ NAV Do we write that down?\n01 02 45 02 CDR We write everything down,\nand twice.\n"
        "01 02 45 11 PLT I wrote it down.\n01 02 45 13 NAV So did I.\n01 02 45 20 CDR Good.",
        [
            ("CDR", "How does the lamp look to you?"),
            ("PLT", "It looks green to me."),
            ("CDR", "Green it is, then."),
            ("NAV", "Do we write that down?"),
            ("CDR", "We write everything down, and twice."),
            ("PLT", "I wrote it down."),
            ("NAV", "So did I."),
            ("CDR", "Good."),
        ],
    ),
    "an interview with letters for both": (
        "INT Where did you learn to row?\n\nRES My aunt taught me, on the pond.\n\nINT Was she strict?\n\nRES She had a whistle. You know the kind.\n\n"
        "INT Did you ever race?\n\nRES Once. I lost to a swan.",
        [
            ("INT", "Where did you learn to row?"),
            ("RES", "My aunt taught me, on the pond."),
            ("INT", "Was she strict?"),
            ("RES", "She had a whistle. You know the kind."),
            ("INT", "Did you ever race?"),
            ("RES", "Once. I lost to a swan."),
        ],
    ),
    "a trap: a list of standards": (
        "What the harbour keeps to\n\nISO Ropes and knots, second edition\n\nEN Lamps on piers, all parts\n\nISO Anchors under five tons\n\n"
        "EN Paint below the water\n\nISO Buoys and bells\n\nEN Ladders of wood and iron",
        [],
    ),
    "a trap: a longer label with a mark of its own": (
        "DC OLIN\tWhere were you?\nVELT\tAt home.\nDC OLIN\tCan anybody say so?\nVELT\tMy dog can.\nDC OLIN\tI see.\nVELT\tYou do not.",
        [
            ("DC OLIN", "Where were you?"),
            ("VELT", "At home."),
            ("DC OLIN", "Can anybody say so?"),
            ("VELT", "My dog can."),
            ("DC OLIN", "I see."),
            ("VELT", "You do not."),
        ],
    ),
}

#: Testimony that a court quotes: a mark opens every paragraph, and closes the last.
QUOTED = {
    "letters and offices": (
        "At the hearing the clerk was asked about the rope:\n\n“Q Who cut it?\n\n“A I did not see who.\n\n“Q You were there?\n\n“A I was asleep.\n\n"
        "“MR. OLANE: I object to that.\n\n“THE COURT: You may go on.\n\n“Q How long did you sleep?\n\n“A Until the bell rang.”",
        [
            ("Q", "Who cut it?"),
            ("A", "I did not see who."),
            ("Q", "You were there?"),
            ("A", "I was asleep."),
            ("MR. OLANE", "I object to that."),
            ("THE COURT", "You may go on."),
            ("Q", "How long did you sleep?"),
            ("A", "Until the bell rang."),
        ],
    ),
    "straight marks, and a second paragraph": (
        'The record goes on:\n\n"THE COURT: Have you anything to say?\n\n"MR. VELT: I have, Your Honor.\n\n"It will not take long.\n\n'
        '"THE COURT: It never does.\n\n"MR. VELT: Thank you."',
        [
            ("THE COURT", "Have you anything to say?"),
            ("MR. VELT", "I have, Your Honor. It will not take long."),
            ("THE COURT", "It never does."),
            ("MR. VELT", "Thank you."),
        ],
    ),
    "a trap: what somebody says inside stays as it is": (
        "“Q What did she say?\n\n“A She said, “Row.”\n\n“Q And you?\n\n“A I said, “No.”\n\n“Q Is that all?\n\n“A That is all.”",
        [
            ("Q", "What did she say?"),
            ("A", "She said, “Row.”"),
            ("Q", "And you?"),
            ("A", "I said, “No.”"),
            ("Q", "Is that all?"),
            ("A", "That is all."),
        ],
    ),
}

#: Lines that a program or a page ran together.
RUN_TOGETHER = {
    "a time behind every name": (
        "Unknown Speaker 0:01 We are at the mill today and the wheel is turning again, as you can hear behind us.Unknown Speaker 0:14 "
        "It has not turned in forty years, and I was the boy who stopped it when the ice came down andUnknown Speaker 0:31 and nobody ever "
        "started it again.Unknown Speaker 0:40 So why did you come back? Was it theUnknown Speaker 0:44 noise, yes. I missed the noise more than "
        "anything else in this valley.",
        [
            ("Unknown Speaker", "We are at the mill today and the wheel is turning again, as you can hear behind us."),
            (
                "Unknown Speaker",
                "It has not turned in forty years, and I was the boy who stopped it when the ice came down and",
            ),
            ("Unknown Speaker", "and nobody ever started it again."),
            ("Unknown Speaker", "So why did you come back? Was it the"),
            ("Unknown Speaker", "noise, yes. I missed the noise more than anything else in this valley."),
        ],
    ),
    "two names": (
        "Ana Velt 0:02 Good evening to all of you who could not come down to the pier tonight because of the wind.Bo Olane 0:11 And good evening from "
        "me, I am wet to the skin and I would not miss it for anything in the world.Ana Velt 0:25 What do you see from where you stand?Bo Olane 0:29 "
        "I see the lamp, and behind it nothing.Ana Velt 0:36 Then we wait.Bo Olane 0:39 We wait.",
        [
            ("Ana Velt", "Good evening to all of you who could not come down to the pier tonight because of the wind."),
            (
                "Bo Olane",
                "And good evening from me, I am wet to the skin and I would not miss it for anything in the world.",
            ),
            ("Ana Velt", "What do you see from where you stand?"),
            ("Bo Olane", "I see the lamp, and behind it nothing."),
            ("Ana Velt", "Then we wait."),
            ("Bo Olane", "We wait."),
        ],
    ),
    "capitals, a bracket and a dash": (
        "O SR. PRESIDENTE (Ana Velt. PLS - BA) - Está aberta a sessão. Quero saudar todos os que vieram hoje a esta casa, apesar da chuva e do vento que "
        "fechou as duas pontes. O SR. BENTO OLANE (PLS - MG) - Sr. Presidente, peço a palavra. O SR. PRESIDENTE (Ana Velt. PLS - BA) - Tem a palavra. "
        "O SR. BENTO OLANE (PLS - MG) - Muito obrigado. Eu queria falar das pontes, que são de todos nós e de ninguém.",
        [
            (
                "O SR. PRESIDENTE (Ana Velt. PLS - BA)",
                "Está aberta a sessão. Quero saudar todos os que vieram hoje a esta casa, apesar da chuva e do vento que fechou as duas pontes.",
            ),
            ("O SR. BENTO OLANE (PLS - MG)", "Sr. Presidente, peço a palavra."),
            ("O SR. PRESIDENTE (Ana Velt. PLS - BA)", "Tem a palavra."),
            (
                "O SR. BENTO OLANE (PLS - MG)",
                "Muito obrigado. Eu queria falar das pontes, que são de todos nós e de ninguém.",
            ),
        ],
    ),
    "a trap: times at which trains leave": (
        "The first train leaves Tern Bay 6:10 and the second leaves Orrin Town 6:40 in the morning, and whoever misses both has to wait for the boat at Salt "
        "Quay 9:15 with everybody else, or walk over the hill to Marsh End 5:20 the day after, which few people have ever done in winter. Nobody has "
        "asked for another train since the mill at Tern Bay 7:00 lost its wheel.",
        [],
    ),
}

#: The marks of old prints.
PRINTS = {
    "a full stop, a dash and no space": (
        "Interrogatoire de l'accusée.\n\nD.—Où étiez-vous ce soir-là?\n\nR.—J'étais au phare, monsieur.\n\nD.—Pourquoi y étiez-vous?\n\n"
        "R.—Je le gardais.\n\nD.—Qui vous a vue?\n\nR.—Le gardien, et son chien.",
        [
            ("D", "Où étiez-vous ce soir-là?"),
            ("R", "J'étais au phare, monsieur."),
            ("D", "Pourquoi y étiez-vous?"),
            ("R", "Je le gardais."),
            ("D", "Qui vous a vue?"),
            ("R", "Le gardien, et son chien."),
        ],
    ),
    "questions of a commission": (
        "Q.—Are you the keeper of the bridge?\n\nA.—I am, these nine years.\n\nQ.—Did you see the boat?\n\nA.—I heard it.\n\nQ.—What did you do?\n\nA.—I rang.",
        [
            ("Q", "Are you the keeper of the bridge?"),
            ("A", "I am, these nine years."),
            ("Q", "Did you see the boat?"),
            ("A", "I heard it."),
            ("Q", "What did you do?"),
            ("A", "I rang."),
        ],
    ),
    "a comma that was read as a point": (
        "M. le Président. — Vous avez vu la barque ?\n\nMe Velt. s’adressant au témoin. — Répondez sans crainte.\n\nM. le Président. — Ne soufflez pas au témoin.\n\n"
        "Me Velt. — Je ne souffle rien, monsieur.\n\nM. le Président. — Poursuivez.\n\nMe Velt. — Je vous remercie.",
        [
            ("M. le Président", "Vous avez vu la barque ?"),
            ("Me Velt. s’adressant au témoin", "Répondez sans crainte."),
            ("M. le Président", "Ne soufflez pas au témoin."),
            ("Me Velt", "Je ne souffle rien, monsieur."),
            ("M. le Président", "Poursuivez."),
            ("Me Velt", "Je vous remercie."),
        ],
    ),
    "an excerpt that begins with an answer": (
        "A I have told you that I never owned a boat.\nQ Did you ever row one?\nA Once, for a wager.\nQ Who won?\nA The other one did.\nQ Do you know his name?\nA I do not.",
        [
            ("A", "I have told you that I never owned a boat."),
            ("Q", "Did you ever row one?"),
            ("A", "Once, for a wager."),
            ("Q", "Who won?"),
            ("A", "The other one did."),
            ("Q", "Do you know his name?"),
            ("A", "I do not."),
        ],
    ),
    "a trap: an excerpt that begins with an article": (
        "A Russian ship lay in the harbour when the hearing began.\nQ Did you see it?\nA I saw its lamp.\nQ What colour was the lamp?\nA Green.\nQ Are you sure?\nA I am.",
        [
            ("Q", "Did you see it?"),
            ("A", "I saw its lamp."),
            ("Q", "What colour was the lamp?"),
            ("A", "Green."),
            ("Q", "Are you sure?"),
            ("A", "I am."),
        ],
    ),
    "a trap: a name that ends a sentence, alone on its line": (
        "LADY JUSTICE OLANE\nFind a chair and sit down,\nMr Velt.\nMR VELT\nI thank you, my Lady.\nLADY JUSTICE OLANE\nYou are late again.\nMR VELT\nI was in another court.\n"
        "LADY JUSTICE OLANE\nSo you say.\nMR VELT\nI do.",
        [
            ("LADY JUSTICE OLANE", "Find a chair and sit down, Mr Velt."),
            ("MR VELT", "I thank you, my Lady."),
            ("LADY JUSTICE OLANE", "You are late again."),
            ("MR VELT", "I was in another court."),
            ("LADY JUSTICE OLANE", "So you say."),
            ("MR VELT", "I do."),
        ],
    ),
}

#: What a scanner or a typist lost: spaces, and the points that end no sentence.
LOST = {
    "the space behind a title": (
        "Mr.Olane. Were you at the pier?\nMr.Velt. I was.\nMr.Olane. Did you see who came?\nMr.Velt. Two men and a dog.\n"
        "Mr.Olane. Do you know the men?\nMr.Velt. No, sir; I know the dog.",
        [
            ("Mr.Olane", "Were you at the pier?"),
            ("Mr.Velt", "I was."),
            ("Mr.Olane", "Did you see who came?"),
            ("Mr.Velt", "Two men and a dog."),
            ("Mr.Olane", "Do you know the men?"),
            ("Mr.Velt", "No, sir; I know the dog."),
        ],
    ),
    "all line breaks, and titles with a point": (
        "Title: Harbour Tapes Date: 1974 Meeting of the board in the upper room Pres. Olane: All finished? J. Velt: Yes, sir. He is an honest man in his "
        "heart. Pres. Olane: He got that, did he? J. Velt: He did, and he thanked you for the lamp and for the letter that came with it. Pres. Olane: What did "
        "you say next? J. Velt: I said that the pier would be ours in the spring. Fine. Pres. Olane: And he? J. Velt: He laughed.",
        [
            ("Pres. Olane", "All finished?"),
            ("J. Velt", "Yes, sir. He is an honest man in his heart."),
            ("Pres. Olane", "He got that, did he?"),
            ("J. Velt", "He did, and he thanked you for the lamp and for the letter that came with it."),
            ("Pres. Olane", "What did you say next?"),
            ("J. Velt", "I said that the pier would be ours in the spring. Fine."),
            ("Pres. Olane", "And he?"),
            ("J. Velt", "He laughed."),
        ],
    ),
    "a trap: a short sentence before a name is no title": (
        "MAYOR: Is the lamp lit? OLANE: It is, and it has been lit since noon, as you asked. MAYOR: Fine. OK. OLANE: Shall I ring the bell for the boats? "
        "MAYOR: Not yet. Hm. OLANE: They are waiting out there in the wind, all nine of them. MAYOR: Let them wait. OLANE: Yes. MAYOR: OK. OLANE: I rang it.",
        [
            ("MAYOR", "Is the lamp lit?"),
            ("OLANE", "It is, and it has been lit since noon, as you asked."),
            ("MAYOR", "Fine. OK."),
            ("OLANE", "Shall I ring the bell for the boats?"),
            ("MAYOR", "Not yet. Hm."),
            ("OLANE", "They are waiting out there in the wind, all nine of them."),
            ("MAYOR", "Let them wait."),
            ("OLANE", "Yes."),
            ("MAYOR", "OK."),
            ("OLANE", "I rang it."),
        ],
    ),
    "the space behind a colon, in speech as it was heard": (
        "D:so . how is the knee today\nP:well . it's . it's not so bad\nD:mm . you said it was swelling\nP:yeah in the mornings\nD:let me have a look . is that sore?\n"
        "P:no . a bit there\nD:right . I think we can leave it\nP:oh that's good",
        [
            ("D", "so . how is the knee today"),
            ("P", "well . it's . it's not so bad"),
            ("D", "mm . you said it was swelling"),
            ("P", "yeah in the mornings"),
            ("D", "let me have a look . is that sore?"),
            ("P", "no . a bit there"),
            ("D", "right . I think we can leave it"),
            ("P", "oh that's good"),
        ],
    ),
    "the number of a page run in with the last words": (
        "CV: Where were you born? BO: Here, in this room, and I mean to die in it as well. CV: And your people? BO: Fishers, all of them, back to the flood. "
        "CV: Did you sail? BO: Once. CV: Tell me of that. BO: It rained, and we went down through -1-",
        [
            ("CV", "Where were you born?"),
            ("BO", "Here, in this room, and I mean to die in it as well."),
            ("CV", "And your people?"),
            ("BO", "Fishers, all of them, back to the flood."),
            ("CV", "Did you sail?"),
            ("BO", "Once."),
            ("CV", "Tell me of that."),
            ("BO", "It rained, and we went down through"),
        ],
    ),
    "a narrow column breaks the label of a voice": (
        "MAYOR: I want the bridge, and I want it before the frost comes, as you all\nknow very well.\nOLANE: And if we say no, what then? Who will build it for you in the\nsnow?\n"
        "SEVERAL\nVOICES: Nobody will, and you know it.\nMAYOR: I still have the boat. I can still sell the boat, and I will do that if I\nmust.\n"
        "OLANE: You would not.\nMAYOR: I would.",
        [
            ("MAYOR", "I want the bridge, and I want it before the frost comes, as you all know very well."),
            ("OLANE", "And if we say no, what then? Who will build it for you in the snow?"),
            ("SEVERAL VOICES", "Nobody will, and you know it."),
            ("MAYOR", "I still have the boat. I can still sell the boat, and I will do that if I must."),
            ("OLANE", "You would not."),
            ("MAYOR", "I would."),
        ],
    ),
}

#: Rows of a table, and lines that were counted when they were put on a disk.
TABLES = {
    "speaker and words, some in marks": (
        'speaker,words,timestamp,tags\nAna Velt,"Good afternoon, Mr. Olane.",,\nBo Olane,"Good afternoon, and thank you.",,\nAna Velt,Where did you go to school?,,\n'
        'Bo Olane,"I went to the one on the hill, by the mill.",,\nAna Velt,Did you like it?,,\nBo Olane,I liked the way home.,,',
        [
            ("Ana Velt", "Good afternoon, Mr. Olane."),
            ("Bo Olane", "Good afternoon, and thank you."),
            ("Ana Velt", "Where did you go to school?"),
            ("Bo Olane", "I went to the one on the hill, by the mill."),
            ("Ana Velt", "Did you like it?"),
            ("Bo Olane", "I liked the way home."),
        ],
    ),
    "lines with a number and a point": (
        "  1. Title:       Harbour Tapes\n  2. Date:        1974\n  3.  \n  4. Meeting in the upper room\n  5.  \n  6. J. Velt:  Well, he and his two brothers came in,\n"
        "  7.            so I asked them to sit.\n  8.  \n  9. Pres. Olane:  Did they sit?\n 10.  \n 11. HR Marsh:  I did not see them sit.\n 12.  \n 13. J. Velt:  They stood.\n"
        " 14.  \n 15. Pres. Olane:  I see.\n 16.  \n 17. HR Marsh:  I would have stood, too.",
        [
            ("J. Velt", "Well, he and his two brothers came in, so I asked them to sit."),
            ("Pres. Olane", "Did they sit?"),
            ("HR Marsh", "I did not see them sit."),
            ("J. Velt", "They stood."),
            ("Pres. Olane", "I see."),
            ("HR Marsh", "I would have stood, too."),
        ],
    ),
    "a trap: a table of places": (
        "place,country,boats\nTern,Norland,12\nOrrin,Norland,4\nSalt Quay,Westmark,30\nMarsh End,Westmark,2\nTern Bay,Norland,7",
        [],
    ),
}

#: What a report prints around the talk, and who its voices are.
AROUND = {
    "who reports tells the time": (
        "Judges send the witness home\n\n3:30 (4:00 with the delay in sound): Court is back in session after the meal.\n\nJudge Velt: Where is the witness?\n\n"
        "Prosecutor Bo Olane: We will not call her, your Honour.\n\nJudge Velt: Then I thank you for the screen.\n\nCourt officer: Shall we take it down?\n\n"
        "Judge Velt: Please do.\n\n3:35 (4:05 with the delay in sound): Court rises while the screen is taken down.",
        [
            ("Judge Velt", "Where is the witness?"),
            ("Prosecutor Bo Olane", "We will not call her, your Honour."),
            ("Judge Velt", "Then I thank you for the screen."),
            ("Court officer", "Shall we take it down?"),
            ("Judge Velt", "Please do."),
        ],
    ),
    "what is said stands in marks, what is told does not": (
        "It was the night of the great tide, and the telephone rang at nine.\nDispatcher: “Harbour watch, what is wrong?”\nCaller: “I am on my roof.”\n"
        "Dispatcher: “Which roof is it?”\nCaller: “Mine, I tell you!”\nThe line went dead for a moment, and then the caller came back.\n"
        "Dispatcher: “Are you still there?”\nCaller: “Where would I go?”\nThe boat came an hour later.",
        [
            ("Dispatcher", "“Harbour watch, what is wrong?”"),
            ("Caller", "“I am on my roof.”"),
            ("Dispatcher", "“Which roof is it?”"),
            ("Caller", "“Mine, I tell you!”"),
            ("Dispatcher", "“Are you still there?”"),
            ("Caller", "“Where would I go?”"),
        ],
    ),
    "a bracket that says whose voice it was": (
        "[00:01:43] Ana Velt (harbour panel): Quiet, please. I want to begin.\n\n[00:02:10] Unidentified Witness (fishers panel): Yes.\n\n"
        "[00:02:14] Bo Olane (quietly): I am here.\n\n[00:02:20] Ana Velt (harbour panel): Who else is here with us?\n\n[00:02:31] Bo Olane: Nobody else, I fear.",
        [
            ("Ana Velt (harbour panel)", "Quiet, please. I want to begin."),
            ("Unidentified Witness (fishers panel)", "Yes."),
            ("Bo Olane", "I am here."),
            ("Ana Velt (harbour panel)", "Who else is here with us?"),
            ("Bo Olane", "Nobody else, I fear."),
        ],
    ),
    "letters for the names of a trial": (
        "Prozess um die Brücke, dritter Tag\n\n10:02 Uhr. Olane: Wir kommen zum Zeugen Bo Marsch.\n\nO: Können Sie mich hören?\n\nMa: Ja, ich höre Sie gut.\n\n"
        "O: Was haben Sie gesehen?\n\nMa: Ich sah das Boot, und ich sah die Laterne.\n\nO: Danke.",
        [
            ("Olane", "Wir kommen zum Zeugen Bo Marsch."),
            ("O", "Können Sie mich hören?"),
            ("Ma", "Ja, ich höre Sie gut."),
            ("O", "Was haben Sie gesehen?"),
            ("Ma", "Ich sah das Boot, und ich sah die Laterne."),
            ("O", "Danke."),
        ],
    ),
}

#: Letters for question and answer stand for nobody above them.
APPEARANCES = "APPEARANCES:\n\nA. Once. On the hill.\n\nA. I do."

#: A first turn of one long paragraph, in which nobody says "I" or "you" at once.
LONG = (
    "The defence has asked that the witness be heard behind a screen. The other side has opposed this, and the chamber has read what both of them "
    "wrote. The decision of last July was made for other witnesses, and nothing in it covers this one. The chamber has looked for another decision "
    "and has found none. The rule is that whoever speaks in this room is seen in this room, unless there is a reason to fear for somebody's life, and "
    "no such reason has been named. The request is therefore refused. The witness will be heard in the open, as all witnesses in this case were heard "
    "before, and as all who follow will be heard."
)


@table(SPACED)
def test_a_space_alone_parts_a_label_that_comes_back(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(QUOTED)
def test_testimony_that_somebody_quotes(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(RUN_TOGETHER)
def test_lines_that_were_run_together(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(PRINTS)
def test_marks_of_old_prints(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(LOST)
def test_what_a_scanner_or_a_typist_lost(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(TABLES)
def test_rows_and_counted_lines(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(AROUND)
def test_what_a_report_prints_around_the_talk(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


def test_answers_stand_for_no_roster_above_them() -> None:
    assert [label for label, _ in turns_of(APPEARANCES)] == ["A", "A"]


def test_a_long_first_paragraph_is_said() -> None:
    text = (
        f"The witness and the screen\n\nPresiding Judge Ana Velt: {LONG}\n\nProsecutor Bo Olane: We call nobody else, then.\n\n"
        "Judge Velt: Please bring the witness in.\n\nCourt officer: We need ten minutes for that.\n\nJudge Velt: You have five."
    )
    assert turns_of(text)[0] == ("Presiding Judge Ana Velt", LONG)
    assert len(turns_of(text)) == 5
