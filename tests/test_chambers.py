"""Records of chambers, logs and chats in layouts of their own: each rule with three uses, one of them a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken, and so are its own signs

from __future__ import annotations

import pytest

from conftest import turns_of


def labels(text: str) -> list[str | None]:
    return [label for label, _ in turns_of(text)]


FRONT = {
    "a legend": (
        "LEGEND\n\nCAM     Cockpit microphone\n\nTWR     Tern Tower\n\n"
        "CAM\tIs the door shut? I cannot see it.\n\nTWR\tYou are cleared for takeoff.\n\nCAM\tThank you, Tower.\n\n"
        "TWR\tGood night.\n\nCAM\tGood night to you.\n\nTWR\tWe are closed.",
        ["CAM", "TWR", "CAM", "TWR", "CAM", "TWR"],
    ),
    "a list of members": (
        "President:  Ms. Velt . . . . . . . . . . (Orrin)\n\nMembers:  Halme . . . . . . . . . . Mr. Olane\n\n"
        "The President: I declare the meeting open.\n\nMr. Olane (Halme): I thank you, Madam President.\n\n"
        "The President: I thank you. Is there anything else?\n\nMr. Olane (Halme): There is nothing.\n\n"
        "The President: The meeting is closed.",
        ["The President", "Mr. Olane (Halme)", "The President", "Mr. Olane (Halme)", "The President"],
    ),
    "a trap: the first words end in no full stop, and somebody says them": (
        "Ana Velt: I thought we had begun\n\nBo Olane: We have now. Good morning.\n\nAna Velt: Good morning to you.\n\n"
        "Bo Olane: Shall I read the minutes?\n\nAna Velt: Please do.",
        ["Ana Velt", "Bo Olane", "Ana Velt", "Bo Olane", "Ana Velt"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FRONT.values(), ids=FRONT)
def test_rosters_at_the_front_are_nobodys_turns(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


OFFICES = {
    "in capitals": (
        "PRESIDENTE. La seduta è aperta.\n\nLUDO VARN, Sottosegretario di Stato per i porti. Signor Presidente, il faro è acceso.\n\n"
        "PRESIDENTE. La ringrazio.\n\nMARA OLIN. Non è vero.\n\nPRESIDENTE. Onorevole Olin, la prego.",
        ["PRESIDENTE", "LUDO VARN, Sottosegretario di Stato per i porti", "PRESIDENTE", "MARA OLIN", "PRESIDENTE"],
    ),
    "behind a title": (
        "M. le président. La parole est à Mme Velt.\n\nMme Ana Velt, ministre des phares et balises. Je vous remercie.\n\n"
        "M. le président. Qui demande la parole ?\n\nMme Ana Velt, ministre des phares et balises. Personne.\n\nM. le président. Bien.",
        ["M. le président", "Mme Ana Velt, ministre des phares et balises"] * 2 + ["M. le président"],
    ),
    "a trap: a sentence with a name and a comma": (
        "Mr. VELT. I rise to ask a question.\n\nMr. Olane, the member for Halme. He is not here, I am told.\n\nMr. TARN. I thank the member.\n\n"
        "Mr. VELT. You are welcome.\n\nMr. TARN. I yield back.",
        ["Mr. VELT", "Mr. TARN", "Mr. VELT", "Mr. TARN"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.values(), ids=OFFICES)
def test_an_office_may_stand_before_the_full_stop(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


CHATS = {
    "handles in angle brackets": (
        "10:01 < petrel> morning all\n10:02 <@odd_jb> hi petrel\n10:02 < petrel> is the gauge up\n10:03 <@odd_jb> no\n10:04 < petrel> ok\n10:05 <@odd_jb> bye",
        ["petrel", "odd_jb"] * 3,
    ),
    "who comes and goes": (
        "[09:00] <mara> anyone there?\n[09:01] *** olin has joined\n[09:01] <olin> yes\n[09:02] <mara> good\n[09:03] *** olin has left\n[09:04] <mara> or not",
        ["mara", "olin", "mara", "mara"],
    ),
    "a trap: tags of a page": ("<b> bold words\n<i> other words\n<b> bold again\n<i> and again\n<b> once more", []),
}


@pytest.mark.parametrize(("text", "expected"), CHATS.values(), ids=CHATS)
def test_chats(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


LOGS = {
    "days, hours, minutes and seconds": (
        "03 07 15 22  CC   We'd like a reading on the tank.\n\n03 07 15 31  CDR  Roger. It reads 81 percent.\n\n03 07 15 40  CC   We copy you.\n\n"
        "03 07 15 47  CDR  Do you want bus B?\n\n03 07 15 52  CC   I do.",
        ["CC", "CDR", "CC", "CDR", "CC"],
    ),
    "three figures for the hours": (
        "102 45 40 01  LMP  I see the light.\n\n102 45 43 12  CC  We copy you.\n\n102 45 50 00  LMP  It blinks.\n\n102 45 58 20  CC  Is it green?\n\n102 46 01 09  LMP  It is.",
        ["LMP", "CC", "LMP", "CC", "LMP"],
    ),
    "a trap: a table of figures": (
        "12 07 15 22  Halme   81 percent\n\n12 07 15 31  Tern    79 percent\n\n12 07 15 40  Halme   80 percent\n\n12 07 15 47  Tern    78 percent",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LOGS.values(), ids=LOGS)
def test_logs_with_the_time_in_groups_of_figures(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


EAST = {
    "circles": (
        "○磯谷委員長　これより会議を開きます。\n\n○三浦委員　おはようございます。いつ直るのでしょうか。\n\n○磯谷委員長　お答えください。\n\n○三浦委員　ありがとうございます。\n\n○磯谷委員長　散会いたします。",
        ["磯谷委員長", "三浦委員"] * 2 + ["磯谷委員長"],
    ),
    "office and name": (
        "◯위원장 박정호 회의를 개의하겠습니다.\n\n◯김수연 위원 언제 고칩니까?\n\n◯위원장 박정호 내년입니다.\n\n◯김수연 위원 감사합니다.\n\n◯위원장 박정호 산회를 선포합니다.",
        ["위원장 박정호", "김수연 위원"] * 2 + ["위원장 박정호"],
    ),
    "labels on lines of their own, and a colon in a sentence": (
        "主持人：\n各位下午好！\n\n顾海：\n谢谢。工程分三个阶段，第一阶段在北方：那里有四座灯塔。\n\n主持人：\n请提问。\n\n顾海：\n请讲。\n\n主持人：\n今天到此结束。",
        ["主持人", "顾海"] * 2 + ["主持人"],
    ),
    "a trap: circles before the points of a list": (
        "○ 灯台は四つある。\n\n○ 港は二つある。\n\n○ 船はない。\n\n○ 橋は一つある。",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), EAST.values(), ids=EAST)
def test_minutes_of_the_east(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


RECORD = {
    "Leave granted": ("Leave granted.", False),
    "members who rise": ("Several hon. Members rose—", False),
    "the hour": ("Eram 15 horas e 5 minutos.", False),
    "a break with its time": ("De vergadering wordt van 11.02 uur tot 11.30 uur geschorst.", False),
    "the end of a tape": ("END OF TAPE 1, SIDE A", False),
    "a trap: somebody tells that leave was granted": ("Leave was not what I asked for, and I did not get it.", True),
    "a trap: somebody rose": ("Several of us rose at five that morning, and we went down to the boats.", True),
}


@pytest.mark.parametrize(("line", "spoken"), RECORD.values(), ids=RECORD)
def test_the_record_speaks_between_two_speakers(line: str, spoken: bool) -> None:
    text = f"Ana Velt: I ask for leave to speak.\n\nBo Olane: You may.\n\nAna Velt: I thank you.\n\n{line}\n\nBo Olane: We go on.\n\nAna Velt: We do."
    assert (turns_of(text)[2][1] == "I thank you.") is not spoken


DASHES = {
    "behind every colon": (
        "O Sr. Varn: — Está aberta a sessão.\n\nA Sr.ª Velt: — Obrigada.\n\nO Sr. Varn: — Quer falar?\n\nA Sr.ª Velt: — Quero.",
        ["Está aberta a sessão.", "Obrigada.", "Quer falar?", "Quero."],
    ),
    "a trap: one who goes on after an interruption": (
        "Ana Velt: I wanted to say --\n\nBo Olane: What?\n\nAna Velt: -- that you are late.\n\nBo Olane: I am.",
        ["I wanted to say --", "What?", "-- that you are late.", "I am."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DASHES.values(), ids=DASHES)
def test_a_dash_behind_every_colon_is_not_said(text: str, expected: list[str]) -> None:
    assert [words for _, words in turns_of(text)] == expected


def test_marks_inside_words_and_small_words_that_nobody_listed() -> None:
    text = 'היו"ר עמוס גלבועי:\n\nבוקר טוב.\n\nרותי שקד:\n\nתודה.\n\nהיו"ר עמוס גלבועי:\n\nבבקשה.\n\nרותי שקד:\n\nמי אחראי?\n\nהיו"ר עמוס גלבועי:\n\nתודה רבה.'
    assert labels(text) == ['היו"ר עמוס גלבועי', "רותי שקד"] * 2 + ['היו"ר עמוס גלבועי']
    text = (
        "Poseł Jan Trela:\n\nKiedy most?\n\nSekretarz Stanu w Ministerstwie Infrastruktury Roman Jasik:\n\nW czerwcu.\n\n"
        "Poseł Jan Trela:\n\nDziękuję.\n\nSekretarz Stanu w Ministerstwie Infrastruktury Roman Jasik:\n\nProszę."
    )
    assert labels(text) == ["Poseł Jan Trela", "Sekretarz Stanu w Ministerstwie Infrastruktury Roman Jasik"] * 2


HEARING = """    Chairman Velt. The committee will come to order. We are here
this morning to hear about the lights that still stand along
our coasts, and I have visited nineteen of them.

        STATEMENT OF BO OLANE, DIRECTOR, OFFICE OF LIGHTS,
           DEPARTMENT OF HARBOURS

    Mr. Olane. Good morning. I have a short statement, and it is
that of these lights four hundred are in need of repair.
    Chairman Velt. Please go on. We have read it.
    [Whereupon, at 11:20 a.m., the committee was adjourned.]
"""
COURT = """                 P R O C E E D I N G S
          CHIEF JUSTICE VELT:  We'll hear argument
first this morning in Weaver v. Tide.
          Mr. Strand.
          ORAL ARGUMENT OF BO STRAND
            ON BEHALF OF THE PETITIONER
          MR. STRAND:  Mr. Chief Justice, and may it
please the Court:
          It does not say "ship."
          CHIEF JUSTICE VELT:  Does it float?
          MR. STRAND:  It floats, Your Honor.
          CHIEF JUSTICE VELT:  Thank you, counsel.
"""
PAPER = """BY MS. VELT:
     Q.   Do you grade grain?
     A.   I have graded grain since 1971.
     MS. OLIN:  I object.
     THE WITNESS:  I saw the truck, and I saw you.
BY MS. VELT:
     Q.   Just the truck?
     A.   And the man in it.
     MS. VELT:  Nothing further.
               CROSS-EXAMINATION
BY MS. OLIN:
     Q.   Do you wear glasses?
     A.   I do, for reading.
"""
BETWEEN = {
    "a heading of two lines, and how the day ended": (
        HEARING,
        [
            "The committee will come to order. We are here this morning to hear about the lights that still stand along our coasts, and I have visited nineteen of them.",
            "Good morning. I have a short statement, and it is that of these lights four hundred are in need of repair.",
            "Please go on. We have read it.",
        ],
    ),
    "a heading among lines without blanks, and a name that is called": (
        COURT,
        [
            "We'll hear argument first this morning in Weaver v. Tide. Mr. Strand.",
            'Mr. Chief Justice, and may it please the Court: It does not say "ship."',
            "Does it float?",
            "It floats, Your Honor.",
            "Thank you, counsel.",
        ],
    ),
    "who asks from here on": (
        PAPER,
        [
            "Do you grade grain?",
            "I have graded grain since 1971.",
            "I object.",
            "I saw the truck, and I saw you.",
            "Just the truck?",
            "And the man in it.",
            "Nothing further.",
            "Do you wear glasses?",
            "I do, for reading.",
        ],
    ),
    "a trap: a note that a broken line carries to the margin": (
        "VELT:  We have changed this rule about one question only, haven't we?\n(Laughs.)  I thought so.\n\nOLIN:  We have not changed it at all, and I would not want us to do\nso today.\n\n"
        "VELT:  Then let us take one more, and after that we shall all go home,\nI hope.\n\nOLIN:  Thank you.",
        [
            "We have changed this rule about one question only, haven't we? (Laughs.) I thought so.",
            "We have not changed it at all, and I would not want us to do so today.",
            "Then let us take one more, and after that we shall all go home, I hope.",
            "Thank you.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BETWEEN.values(), ids=BETWEEN)
def test_what_stands_between_two_speeches(text: str, expected: list[str]) -> None:
    assert [words for _, words in turns_of(text)] == expected


READINGS = {
    "a few forms that come back": (
        "\n\n".join(
            f"{name}\n00:00:0{n}-00:00:0{n + 1} (1 sec)\n{rating}\n{words}"
            for n, (name, rating, words) in enumerate(
                [
                    ("Ana Velt", "Weak (0.73)", "Good morning to you."),
                    ("Bo Olane", "No Data", "Thank you."),
                    ("Ana Velt", "No Data", "Are the geese back?"),
                    ("Bo Olane", "Weak (0.20)", "They are, and I like them."),
                    ("Ana Velt", "Strong (2.40)", "I do not."),
                    ("Bo Olane", "No Data", "We know."),
                ]
            )
        ),
        [
            "Good morning to you.",
            "Thank you.",
            "Are the geese back?",
            "They are, and I like them.",
            "I do not.",
            "We know.",
        ],
    ),
    "a trap: short first lines that differ": (
        "\n\n".join(
            f"{name}:\n{words}"
            for name, words in [("Ana Velt", "Good morning\nI am glad."), ("Bo Olane", "Thank you\nSo am I.")] * 2
            + [("Ana Velt", "Well\nshall we begin?"), ("Bo Olane", "Let us\nI am ready.")]
        ),
        ["Good morning I am glad.", "Thank you So am I."] * 2 + ["Well shall we begin?", "Let us I am ready."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), READINGS.values(), ids=READINGS)
def test_ratings_of_a_few_forms_are_not_said(text: str, expected: list[str]) -> None:
    assert [words for _, words in turns_of(text)] == expected


def test_the_office_stands_right_below_the_name_again_and_again() -> None:
    people = [("Iris Velt", "Head of Relations, Tern Ferries plc"), ("Lena Olin", "Analyst, Halme Securities")]
    words = [
        "Good afternoon to you all.",
        "When will you sail?",
        "We sail in the spring, I hope.",
        "Thank you.",
        "Is that all?",
        "It is.",
    ]
    text = "\n\n".join(
        f"{name}{' ' * 30 + mark}\n{office}\n{said}"
        for said, (name, office), mark in zip(words, people * 3, "AQ" * 3, strict=True)
    )
    assert turns_of(f"Tern Ferries, Call of May\n\n{text}\n") == [
        (name, said) for said, (name, _) in zip(words, people * 3, strict=True)
    ]


def test_clocks_codes_and_footnotes_beside_the_words() -> None:
    text = "Ana: I knew it. [00:12] Now tell me.\n\nBo: Yes. [inaudible 00:15] You did.\n\nAna: Thank you.\n\nBo: Thank you."
    assert [words for _, words in turns_of(text)] == [
        "I knew it. Now tell me.",
        "Yes. [inaudible 00:15] You did.",
        "Thank you.",
        "Thank you.",
    ]
    text = "President. – I open the debate.\n\nAna Velt (ALDE), rapporteur. – (SV) Mr President, I thank you.\n\nPresident. – Thank you.\n\nBo Olane (UEN). – (PL) I have a question: why?"
    assert turns_of(text)[1] == ("Ana Velt (ALDE), rapporteur", "Mr President, I thank you.")
    text = "CHAIRMAN VELT. Good morning to you.\n\nMR. OLANE.1/ Thank you. I shall be brief.\n\nCHAIRMAN VELT. Please do.\n\nMR. OLANE. I am done."
    assert turns_of(text)[1] == ("MR. OLANE", "Thank you. I shall be brief.")
    text = "Ana Velt: What is new?\n\nPiers Lowell: Nothing.\n\nAV: Are you sure?\n\nPL: I am.\n\nAV: Good.\n\nPL: Thank you."
    assert labels(text) == ["Ana Velt", "Piers Lowell", "AV", "PL", "AV", "PL"]


SURFACES = {
    "voices that a machine counted, without full stops": (
        "speaker_0: so the thing is we have no budget for the lamp\nspeaker_1: we have no budget for anything\nspeaker_0: right but the lamp is law\n"
        "speaker_1: which law\nspeaker_0: the one about lamps\nspeaker_1: okay",
        ["speaker_0", "speaker_1"] * 3,
    ),
    "a trap: fields that a machine counted": (
        "item_0: lamp, green\nitem_1: rope, forty metres\nitem_0: lamp, red\nitem_1: rope, ten metres\nitem_0: lamp\nitem_1: rope",
        [],
    ),
    "titles that come back under a shorter name": (
        "The MINISTER of FISHERIES (Sir Ludo Varn): I beg to move, That the Bill be now read.\n\nMr. TARN: And the Minister?\n\nSir L. VARN: I am here.\n\n"
        "Mr. B. OLANE: My constituents have no use for it.\n\nCaptain STRUTT: Will the hon. Member give way?\n\nMr. OLANE: No, Sir.\n\nMr. DEPUTY-SPEAKER (Captain Bourke): Order.",
        [
            "The MINISTER of FISHERIES (Sir Ludo Varn)",
            "Mr. TARN",
            "Sir L. VARN",
            "Mr. B. OLANE",
            "Captain STRUTT",
            "Mr. OLANE",
            "Mr. DEPUTY-SPEAKER (Captain Bourke)",
        ],
    ),
    "a clock of four figures and codes for aircraft": (
        "1402:11   BJT211     Tern approach, I am level at four thousand.\n1402:15   APP        Good afternoon. Descend to two thousand, please.\n"
        "1402:58   BJT211     We have some smoke.\n1403:01   APP        Say your intentions?\n1403:08   BJT211     We'd like to come in.\n1403:20   APP        You are cleared.",
        ["BJT211", "APP"] * 3,
    ),
    "offices in wide brackets": (
        "（大臣）おはようございます。\n\n（記者）理由をお聞かせください。\n\n（大臣）電球が特注でした。\n\n（記者）一つですか。\n\n（大臣）一つです。\n\n（記者）ありがとうございます。",
        ["大臣", "記者"] * 3,
    ),
    "a trap: what the room did, in wide brackets": (
        "（拍手）\n\n灯台は四つある。\n\n（笑声）\n\n港は二つある。\n\n（拍手）",
        [],
    ),
    "the witness by name, above the first question": (
        "Witness: Bo Olane.\n\nQ1 Chair: Good morning. Why are there no boats?\n\nBo Olane: Good morning. There are two.\n\nQ2 Chair: Where are they?\n\nBo Olane: I do not know.\n\n"
        "Chair: Thank you for coming.",
        ["Chair", "Bo Olane"] * 2 + ["Chair"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SURFACES.values(), ids=SURFACES)
def test_more_surfaces(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


SAID = {
    "an order in one word": "Break off, and climb to four thousand.",
    "an answer in one word": "Fine.",
    "a noun": "Prayers are not enough.",
    "a promise": "I certify that I was there.",
}


@pytest.mark.parametrize("words", SAID.values(), ids=SAID)
def test_what_only_looks_like_the_record_is_said(words: str) -> None:
    text = f"Ana Velt:\nWhat do you want?\n\nBo Olane:\n{words}\n\nAna Velt:\nIs that all?\n\nBo Olane:\nI think so. Thank you."
    assert turns_of(text)[1] == ("Bo Olane", words)


HYPHENS = {
    "right before the label": (
        "-El C. Presidente Varn: Se abre la sesión.\n\n-La C. Senadora Olin: Pido la palabra.\n\n-El C. Presidente Varn: ¿Con qué objeto?\n\n-La C. Senadora Olin: Para preguntar.",
        ["El C. Presidente Varn", "La C. Senadora Olin"] * 2,
    ),
    "of a dialogue with names": (
        "-Ana Velt: Are you there?\n\n-Bo Olane: I am.\n\n-Ana Velt: Good.\n\n-Bo Olane: I think so.",
        ["Ana Velt", "Bo Olane"] * 2,
    ),
    "a trap: points of a list": (
        "-Ropes: forty metres\n-Lamps: two, one of them red\n-Oil: none\n-Ropes: ten metres, worn",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HYPHENS.values(), ids=HYPHENS)
def test_a_hyphen_before_a_label_is_no_part_of_it(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


GROUPS = {
    "behind a full stop": (
        "Mme la présidente. La séance est ouverte.\n\nM. Alain Brenot. Le port coûte trop cher, madame la présidente.\n\n"
        "Un député du groupe XR. C'est honteux !\n\nM. Alain Brenot. Je ne vous crois pas.\n\nMme la présidente. La séance est levée.",
        ["Mme la présidente", "M. Alain Brenot", "Un député du groupe XR", "M. Alain Brenot", "Mme la présidente"],
    ),
    "where it stands once, and speaks once": (
        "Ms. Velt. I will not give way to anybody in this house.\n\nA member on the left. Shame!\n\n"
        "Mr. Ilmar. It is no shame to build a harbour. I would do it again.\n\nMs. Velt. I thank you for it.\n\nMr. Ilmar. So do I.",
        ["Ms. Velt", "A member on the left", "Mr. Ilmar", "Ms. Velt", "Mr. Ilmar"],
    ),
    "a trap: a sentence about a member": (
        "Ms. Velt. I will not give way.\n\nMr. Ilmar. Nobody asked you to.\n\nA member shouted. That was all, and I heard it well.\n\n"
        "Ms. Velt. I thank you for it.\n\nMr. Ilmar. So do I.",
        ["Ms. Velt", "Mr. Ilmar", "Ms. Velt", "Mr. Ilmar"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), GROUPS.values(), ids=GROUPS)
def test_a_voice_of_many_may_say_of_which_group_it_is(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


INITIALS = {
    "two behind the surname": (
        "ГОЛОВУЮЧИЙ. Шановні колеги, починаємо засідання.\n\nБРЕНКО А.В. Порт коштує забагато. Коли це закінчиться?\n\n"
        "ГОЛОВУЮЧИЙ. Дякую. Будь ласка, пане міністре.\n\nТОРВЕНКО Л. П. Це закінчиться навесні. Я вже казав.\n\nГОЛОВУЮЧИЙ. Дякую.",
        ["ГОЛОВУЮЧИЙ", "БРЕНКО А.В.", "ГОЛОВУЮЧИЙ", "ТОРВЕНКО Л. П.", "ГОЛОВУЮЧИЙ"],
    ),
    "an A before the surname and the seat is no answer": (
        "PIRMININKĖ. Gerbiami kolegos, pradedame posėdį.\n\nA. VELTAS (XF). Uostas kainuoja per daug. Ką darys ministras?\n\n"
        "T. OLANAS. Ministras dirba kiekvieną dieną.\n\nA. VELTAS (XF). Tai ne atsakymas.\n\nPIRMININKĖ. Ačiū. Posėdis baigtas.",
        ["PIRMININKĖ", "A. VELTAS (XF)", "T. OLANAS", "A. VELTAS (XF)", "PIRMININKĖ"],
    ),
    "a trap: answers that begin with a name": (
        "Q. Who was there?\n\nA. Mr. Velt (the baker). He came first.\n\nQ. And then?\n\nA. Olane, I think.\n\nQ. You think?\n\nA. I know.",
        ["Q", "A", "Q", "A", "Q", "A"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), INITIALS.values(), ids=INITIALS)
def test_initials_before_and_behind_a_surname(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


SENT = {
    "on one line": (
        "00:12:33\t From  Ana Velt  to  Everyone : Can everybody hear me?\n00:12:40\t From  Bo Ilmar  to  Everyone : Yes, I can.\n"
        "00:13:02\t From  Cal Tarn  to  Everyone : Not really, there is an echo.\n00:13:30\t From  Ana Velt  to  Everyone : Better now?\n",
        [
            ("Ana Velt", "Can everybody hear me?"),
            ("Bo Ilmar", "Yes, I can."),
            ("Cal Tarn", "Not really, there is an echo."),
            ("Ana Velt", "Better now?"),
        ],
    ),
    "above the words": (
        "09:00:12 From Ana Velt to Everyone:\n\tCan everybody hear me?\n09:00:40 From Bo Ilmar to Ana Velt(Direct Message):\n\tYes, I can.\n"
        "09:01:02 From Cal Tarn to Everyone:\n\tNot really: there is an echo.\n09:01:30 From Ana Velt to Everyone:\n\tBetter now?\n",
        [
            ("Ana Velt", "Can everybody hear me?"),
            ("Bo Ilmar", "Yes, I can."),
            ("Cal Tarn", "Not really: there is an echo."),
            ("Ana Velt", "Better now?"),
        ],
    ),
    "a trap: titles without a time": (
        "From Tern to Kest: a walk along the harbour\n\nWe set out at nine.\n\nFrom Kest to Orland: the second day\n\nIt rained.\n\nFrom Orland to Tern: home\n\nIt snowed.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SENT.values(), ids=SENT)
def test_a_chat_that_a_service_logs(text: str, expected: list[tuple[str, str]]) -> None:
    assert turns_of(text) == expected


def test_a_list_of_names_takes_nothing_from_the_words_above_it() -> None:
    """Who took part stands below the last words, each name on its line: the operator who said them is no part of the list."""
    talk = "".join(
        f"Bo Ilmar -- Chief Executive\n\nWe hope so, in May {year}.\n\nOperator\n\nThank you. What else?\n\n"
        for year in (2027, 2028, 2029)
    )
    names = "Call participants:\n\nAna Velt -- Director\n\nBo Ilmar -- Chief Executive\n\nCal Tarn -- Kest Securities\n"
    said = turns_of(
        f"{talk}Bo Ilmar -- Chief Executive\n\nWe are done.\n\nOperator\n\nThis concludes the call.\n\n{names}"
    )
    assert said[-1] == ("Operator", "This concludes the call.")


ARROWS = {
    "a voice without a name is nobody known": (
        ">> Mayor Velt: WELCOME TO THE HARBOUR COUNCIL.\n>> Clerk: ALL MEMBERS ARE PRESENT, MAYOR.\n>> Mayor Velt: LET'S BEGIN WITH THE GATE.\n"
        ">> SECOND.\n>> Mayor Velt: ALL IN FAVOR?\n>> AYE.\n>> Mayor Velt: IT CARRIES.\n",
        ["Mayor Velt", "Clerk", "Mayor Velt", ">>", "Mayor Velt", ">>", "Mayor Velt"],
    ),
    "a name that stands once": (
        ">> Mayor Velt: WELCOME TO THE HARBOUR COUNCIL.\n\n>> Clerk: ALL MEMBERS ARE PRESENT, MAYOR.\n\n>> Mayor Velt: LET'S BEGIN WITH THE GATE.\n\n"
        ">> Ilmar: I'D LIKE TO MOVE THAT WE MEND IT.\n\n>> Mayor Velt: ALL IN FAVOR?\n\n>> Clerk: ALL OF THEM.\n",
        ["Mayor Velt", "Clerk", "Mayor Velt", "Ilmar", "Mayor Velt", "Clerk"],
    ),
    "a trap: a letter that is quoted inside a turn": (
        "Ana Velt: I got a letter. It says:\n\n>> You are late.\n\nBo Olane: And were you?\n\nAna Velt: I was.\n\nBo Olane: So?\n",
        ["Ana Velt", "Bo Olane", "Ana Velt", "Bo Olane"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ARROWS.values(), ids=ARROWS)
def test_arrows_part_voices_with_and_without_a_name(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
    assert all(len(turn.split("\n\n")) == 1 for label, turn in turns_of(text) if label == ">>")


def test_bold_names_of_a_wiki_and_its_headings() -> None:
    text = (
        "== Transcript ==\n'''Velt''': Good evening. We are at the harbour.\n'''Olane''': It is on fire.\n'''Velt''': So it is.\n"
        "'''Olane''': I said so.\n\n== See also ==\n* [[Harbour]]\n"
    )
    assert turns_of(text) == [
        ("Velt", "Good evening. We are at the harbour."),
        ("Olane", "It is on fire."),
        ("Velt", "So it is."),
        ("Olane", "I said so."),
    ]


@pytest.mark.parametrize("label", ["The CHAlRMAN", "The CHAIRMAN", "The CHA1RMAN"])
def test_letters_that_a_scanner_took_for_others(label: str) -> None:
    text = f"The CHAIRMAN. We will come to order.\n\nMr. OLANE. Thank you.\n\nThe CHAIRMAN. Is that all?\n\nMr. OLANE. It is.\n\n{label}. We rise."
    assert labels(text)[-1] == label


ASKED = {
    "a letter": ("Q    Who pays?", ["Ada Quist", "Q", "Bo Farrant", "Ada Quist"]),
    "a voice": ("REPORTER   Who pays?", ["Ada Quist", "REPORTER", "Bo Farrant", "Ada Quist"]),
    "a trap: a word that is nobody's": ("Table 4   Who pays?", ["Ada Quist", "Bo Farrant", "Ada Quist"]),
}


@pytest.mark.parametrize(("line", "expected"), ASKED.values(), ids=ASKED)
def test_who_asks_once_may_have_a_print_of_his_own(line: str, expected: list[str]) -> None:
    """Else the question would stand in the mouth of whoever spoke before."""
    assert labels(f"Ada Quist: Any questions?\n\n{line}\n\nBo Farrant: They do.\n\nAda Quist: Thank you.\n") == expected


def test_a_field_that_is_set_as_the_labels_are_is_nobodys() -> None:
    said = turns_of(
        "**Ada Quist:** We vote for.\n\n**Result:** 9 to 5.\n\n**Bo Farrant:** Shame.\n\n**Ada Quist:** Note: I am off.\n"
    )
    assert said == [("Ada Quist", "We vote for."), ("Bo Farrant", "Shame."), ("Ada Quist", "Note: I am off.")]
