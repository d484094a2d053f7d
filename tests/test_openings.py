"""Openings of records: one or two speakers, none of them twice; and stacks, rosters and scripts without capitals, each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from conftest import table, turns_of

Turns = list[tuple[str | None, str]]


PIER = (
    "I am pleased to convene this session on the lamps of the pier. We have heard from the keepers, and we have read their "
    "letter with care. Nobody wants another winter in the dark."
)
#: A titled name as records print it opens a record, although it stands once.
ALONE = {
    "a full stop": (
        f"Hearings of the\nCommittee on Lamps\n\nThe committee met, pursuant to notice, at 10:00 a.m., in Room 7, Hon. Ana Velt presiding.\n\nPresent: Members Velt, Olane and Marsh.\n\nMs. Velt. {PIER}\n",
        [("Ms. Velt", PIER)],
    ),
    "at the head of the text, in broken lines": (
        "SHRI IVO MARSH (TERN):  Madam Speaker, I rise to say in so many words that I am\nnot against the lamps of the pier. I have seen them, and I have paid for one of\n"
        "them, and so have my neighbours.\n\nWe thank the keepers.\n",
        [
            (
                "SHRI IVO MARSH (TERN)",
                "Madam Speaker, I rise to say in so many words that I am\nnot against the lamps of the pier. I have seen them, and I have paid for one of\nthem, and so have my neighbours.\n\nWe thank the keepers.",
            )
        ],
    ),
    "below the heads of a site": (
        f"Monday, May 4\n\nLamps - Piers : what is likely to cost more than it did a year ago, and what the keepers have to say about it, in one line or two - Tern\n\nLAMP Office -  Transcript of a Briefing with Ana Velt, Keeper of the Lamps - Tern, May 4\n\nMS VELT: {PIER}\n",
        [("MS VELT", PIER)],
    ),
    "in another language": (
        "Ruta\n\nPublicaciones\n\nDS. Asamblea de Tern, Comisiones, núm. 8, de 4/05\nPDF\n\nDIARIO DE SESIONES\n\nORDEN DEL DÍA:\n\nLámparas del muelle. (Número 12.)\n\n"
        "El señor PRESIDENTE: Señoras y señores diputados, vamos a comenzar la sesión de la comisión. Hay dos puntos en el orden del día, y los trataremos por separado.\n",
        [
            (
                "El señor PRESIDENTE",
                "Señoras y señores diputados, vamos a comenzar la sesión de la comisión. Hay dos puntos en el orden del día, y los trataremos por separado.",
            )
        ],
    ),
    "a story that quotes one line": (
        "The lamps of Tern\n\nThe pier was dark again on Monday. "
        + "The keepers had gone home, and the harbour office had no answer for anybody who asked. " * 9
        + f"\n\nMs. Velt: {PIER}\n\nThe council meets again in June.\n",
        [],
    ),
    "a headline": (
        "Mr. Olane: We will not pay for another lamp\n\n"
        + "The harbour office of Tern has said for years that it has no money, and it says so again. " * 8
        + "\n",
        [],
    ),
}
#: Two or three, each once: a title and a stop or a dash for the colon, or somebody who is spoken to.
ONCE_EACH = {
    "a dash": (
        "3ª SESSÃO\n\nOradores\n\nO SR. PRESIDENTE (Ana Velt. Bloco/MR - BA. Fala da Presidência.) - Declaro aberta a sessão.\nPassamos aos oradores.\n"
        "O SR. BENTO OLANE (MR - BA. Para discursar.) - Presidente, eu agradeço. Boa tarde a todos.\n",
        [
            (
                "O SR. PRESIDENTE (Ana Velt. Bloco/MR - BA. Fala da Presidência.)",
                "Declaro aberta a sessão.\nPassamos aos oradores.",
            ),
            ("O SR. BENTO OLANE (MR - BA. Para discursar.)", "Presidente, eu agradeço. Boa tarde a todos."),
        ],
    ),
    "a stop and a dash": (
        "Questions d'actualité\n\nM. le président.  - L'ordre du jour appelle les questions.\n\nLampes indépendantes et politique du port\n\nMme Anne Vardier .  - Il y a quelques jours, le port était dans le noir. Est-ce là notre politique ?\n\nLes gardiens l'ont dit. Nous les avons entendus.\n\nIl est temps.\n\n"
        "M. Ivo Marsan, ministre des ports .  - La question appelle une réponse précise. Notre politique est claire.\n",
        [
            ("M. le président", "L'ordre du jour appelle les questions."),
            (
                "Mme Anne Vardier",
                "Il y a quelques jours, le port était dans le noir. Est-ce là notre politique ? Les gardiens l'ont dit. Nous les avons entendus. Il est temps.",
            ),
            (
                "M. Ivo Marsan, ministre des ports",
                "La question appelle une réponse précise. Notre politique est claire.",
            ),
        ],
    ),
    "below the list of those present": (
        "Mitschrift der Pressekonferenz - Montag, 4. Mai\n\nThemen: Lampen am Hafen, die Brücke von Tern, der Winter\n\nSprecher: StS Velt, Olane (AA), Marsh (BMI), Hull (BMF), Tarn (BMVg)\n\n"
        "Frage: Ich habe eine Frage an Herrn Olane: Warum ist der Hafen dunkel?\n\nOlane: Uns liegen dazu keine Informationen vor.\n\nZusatzfrage: Können Sie das bitte nachreichen?\n",
        [
            ("Frage", "Ich habe eine Frage an Herrn Olane: Warum ist der Hafen dunkel?"),
            ("Olane", "Uns liegen dazu keine Informationen vor."),
            ("Zusatzfrage", "Können Sie das bitte nachreichen?"),
        ],
    ),
    "what teachers used to say": (
        "Things our teachers never tired of saying\n\nMr. Dunn: A map is a letter from somebody who walked there first. I kept mine.\n\n"
        "Mrs. Pell: You may leave when the bell rings.\n\nMr. Okafor: Show me how you got there.\n\nMs. Lind: Nobody ever drowned in ink.\n",
        [],
    ),
}


@table(ALONE, ONCE_EACH)
def test_few_labels(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


SPEECH = (
    "I beg to differ with those who say that the lamps are lit.",
    "We have been waiting for two winters now, and I do not see one.",
    "The hon. member is complaining about his own lamp, and that is unfortunate.",
)
#: A heading, the time, a party and the name, each on its own line: the name is the last of them.
STACKS = {
    "a party below the time": (
        "House of Tern, debates\n\n"
        + "\n\n".join(
            f"Points of OrderOral Questions\n\n3:0{n} p.m.\n\n{party}\n\n{name}\n\n{said}"
            for n, (party, name, said) in enumerate(
                zip(
                    ("Green", "Harbour Alliance", "Green"),
                    (
                        "Ana Velt Green Tern—Sound—Hull, OR",
                        "Bo Olane Harbour Alliance Mill Hills, OR",
                        "Ana Velt Green Tern—Sound—Hull, OR",
                    ),
                    SPEECH,
                    strict=True,
                )
            )
        ),
        [
            ("Ana Velt Green Tern—Sound—Hull, OR", SPEECH[0]),
            ("Bo Olane Harbour Alliance Mill Hills, OR", SPEECH[1]),
            ("Ana Velt Green Tern—Sound—Hull, OR", SPEECH[2]),
        ],
    ),
    "a place and a party, and a long office": (
        "\n\n".join(
            f"Lamps and Piers\n\n{hour} a.m.\n\n{place}\n\nGreen\n\n{name}\n\n{said}"
            for hour, place, name, said in zip(
                ("10", "10", "11"),
                ("Tern North", "Sound", "Tern North"),
                (
                    "Ivo Marsh GreenParliamentary Secretary to the Leader of the Council in the House of the Harbours",
                    "Ada Hull GreenMinister of Lamps",
                    "Ivo Marsh GreenParliamentary Secretary to the Leader of the Council in the House of the Harbours",
                ),
                SPEECH,
                strict=True,
            )
        ),
        [
            (
                "Ivo Marsh GreenParliamentary Secretary to the Leader of the Council in the House of the Harbours",
                SPEECH[0],
            ),
            ("Ada Hull GreenMinister of Lamps", SPEECH[1]),
            (
                "Ivo Marsh GreenParliamentary Secretary to the Leader of the Council in the House of the Harbours",
                SPEECH[2],
            ),
        ],
    ),
    "a name above the time": (
        "\n\n".join(
            f"{name}\n0:0{n}\n{said}"
            for n, (name, said) in enumerate(zip(("Ana Velt", "Bo Olane", "Ana Velt"), SPEECH, strict=True))
        ),
        [("Ana Velt", SPEECH[0]), ("Bo Olane", SPEECH[1]), ("Ana Velt", SPEECH[2])],
    ),
    "a programme": (
        "Sunday\n\n10:00\n\nGreat Hall\n\nLamps of the Sound\n\nA walk with pictures.\n\n11:30\n\nPier\n\nSongs of the Keepers\n\nWith a choir.\n",
        [],
    ),
}


@table(STACKS)
def test_stacks(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


#: Scripts without capitals: an office behind a name, a bracket that was never opened, voices inside a paragraph.
CASELESS = {
    "two spaces for the colon": (
        "발언록\n\n소위원장 박해온  회의를 시작하겠습니다\n\n 반갑습니다\n\n이서린 위원  이서린 위원입니다.\n\n 등대를 고쳐야 합니다\n\n소위원장 박해온  감사합니다.\n\n항만부제2차관 송도윤  안녕하십니까?\n\n 잘 부탁드립니다.\n\n소위원장 박해온  고맙습니다.\n",
        [
            ("소위원장 박해온", "회의를 시작하겠습니다\n\n 반갑습니다"),
            ("이서린 위원", "이서린 위원입니다.\n\n 등대를 고쳐야 합니다"),
            ("소위원장 박해온", "감사합니다."),
            ("항만부제2차관 송도윤", "안녕하십니까?\n\n 잘 부탁드립니다."),
            ("소위원장 박해온", "고맙습니다."),
        ],
    ),
    "names and offices in brackets": (
        "[박해온 / 등대당 의원]\n지금 항구가 어둡습니다. 왜 그렇습니까?\n[이서린 / 항만위원장]\n답변은 오후에 듣겠습니다.\n[송도윤 / 바다당 의원]\n시간을 더 주십시오.\n▶ 기사 원문 : http://tern.example/1\n",
        [
            ("박해온 / 등대당 의원", "지금 항구가 어둡습니다. 왜 그렇습니까?"),
            ("이서린 / 항만위원장", "답변은 오후에 듣겠습니다."),
            ("송도윤 / 바다당 의원", "시간을 더 주십시오."),
        ],
    ),
    "a bracket that was never opened": (
        "大臣会見録\n\nキーワード\n\n灯台、港\n\n 記者)\n幹事質問をします。IOLの灯台は直りますか。\n\n大臣)\n来月までに直します。港の皆さんと約束しました。\n",
        [
            ("記者", "幹事質問をします。IOLの灯台は直りますか。"),
            ("大臣", "来月までに直します。港の皆さんと約束しました。"),
        ],
    ),
    "brackets on the line of the words": (
        "会見の概要\n\n(問)灯台は直りますか。\n\n(答)来月までに直します。\n\n(問)費用はいくらですか。\n\n(答)まだ決まっていません。\n",
        [
            ("問", "灯台は直りますか。"),
            ("答", "来月までに直します。"),
            ("問", "費用はいくらですか。"),
            ("答", "まだ決まっていません。"),
        ],
    ),
    "questions and answers in one paragraph": (
        "港口发言人主持例行记者会\n分享到:\n|\n问:灯塔什么时候修好?今年能修好吗? 答:下个月。我们已经答应了港口的居民。 问:费用是多少? 答:还没有决定。\n",
        [
            ("问", "灯塔什么时候修好?今年能修好吗?"),
            ("答", "下个月。我们已经答应了港口的居民。"),
            ("问", "费用是多少?"),
            ("答", "还没有决定。"),
        ],
    ),
    "a heading without an end mark": (
        "主席：早晨，現在恢復會議。\n\n陳海燈議員：主席，我要求點算人數。\n\n主席：我請陳海燈議員發言。\n\n檢討港口燈塔計劃\n\n陳海燈議員：主席，我動議議案：檢討港口的燈塔......\n\n主席：發言時限到了。\n\n陳海燈議員：多謝主席。\n",
        [
            ("主席", "早晨，現在恢復會議。"),
            ("陳海燈議員", "主席，我要求點算人數。"),
            ("主席", "我請陳海燈議員發言。"),
            ("陳海燈議員", "主席，我動議議案：檢討港口的燈塔......"),
            ("主席", "發言時限到了。"),
            ("陳海燈議員", "多謝主席。"),
        ],
    ),
    "one voice in a story": (
        "灯塔坏了。\n\n记者问港口的人。有人回答:下个月修好。居民说:我们等了很久。有人又问:费用呢?\n",
        [],
    ),
}


@table(CASELESS)
def test_scripts_without_capitals(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


#: A heading in capitals inside somebody's turn; the last words of an opening break off; the hour at which somebody speaks.
INSIDE = {
    "a heading": (
        "HOUSE OF TERN\n\nHon. Speaker: Order, Members. I want to thank you all for coming.\n\nCOMMUNICATION FROM THE CHAIR\n\nCONDUCT OF MEMBERS IN THE CHAMBER\n\nAs some of you may know, the lamps are out.\n\n"
        "Mr. Olane: Thank you, Hon. Speaker. I have one question.\n",
        [
            (
                "Hon. Speaker",
                "Order, Members. I want to thank you all for coming.\n\nAs some of you may know, the lamps are out.",
            ),
            ("Mr. Olane", "Thank you, Hon. Speaker. I have one question."),
        ],
    ),
    "words that break off": (
        "Setiausaha Dewan: Ahli-ahli Yang Berhormat, sila bangun.\n\nPerdana Menteri [Dato’ Ana Velt]: Tuan Setiausaha, saya menyokong usul itu.\n\nSetiausaha Dewan: Terima kasih.\n\nSetiausaha Dewan: Sila duduk.\n\n"
        "TUAN YANG DI-PERTUA MENGANGKAT SUMPAH\nTuan Yang di-Pertua: Saya, Bo Olane, setelah dipilih memegang jawatan itu, dengan ini berikrar dengan sesungguhnya dan bersumpah bahawa saya akan dengan juj",
        [
            ("Setiausaha Dewan", "Ahli-ahli Yang Berhormat, sila bangun."),
            ("Perdana Menteri [Dato’ Ana Velt]", "Tuan Setiausaha, saya menyokong usul itu."),
            ("Setiausaha Dewan", "Terima kasih."),
            ("Setiausaha Dewan", "Sila duduk."),
            (
                "Tuan Yang di-Pertua",
                "Saya, Bo Olane, setelah dipilih memegang jawatan itu, dengan ini berikrar dengan sesungguhnya dan bersumpah bahawa saya akan dengan juj",
            ),
        ],
    ),
    "the hour, in words": (
        "Versión estenográfica\n\nLa Presidenta diputada Ana Velt (12:17 horas): Se abre la sesión.\n\nEl diputado Bo Olane (desde la curul): Presidenta.\n\nLa Presidenta diputada Ana Velt: ¿Con qué objeto?\n\nEl diputado Bo Olane (desde la curul): Para una moción.\n",
        [
            ("La Presidenta diputada Ana Velt", "Se abre la sesión."),
            ("El diputado Bo Olane", "Presidenta."),
            ("La Presidenta diputada Ana Velt", "¿Con qué objeto?"),
            ("El diputado Bo Olane", "Para una moción."),
        ],
    ),
    "somebody who shouts": (
        "Ana Velt: What did the keeper say?\n\nBo Olane: He stood on the pier and cried.\n\nTHE LAMPS ARE ALL OUT!\n\nWe ran.\n\nAna Velt: And then?\n\nBo Olane: Then I went home.\n",
        [
            ("Ana Velt", "What did the keeper say?"),
            ("Bo Olane", "He stood on the pier and cried.\n\nTHE LAMPS ARE ALL OUT!\n\nWe ran."),
            ("Ana Velt", "And then?"),
            ("Bo Olane", "Then I went home."),
        ],
    ),
}


@table(INSIDE)
def test_inside_the_turns(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


#: A letter and a dash for who asks and who answers; seats in square brackets; numbers that count the questions of a conference.
LETTERS = {
    "R answers Q": (
        "Texte intégral\nBonsoir, Madame la Ministre, le port est dans le noir, vous attendiez-vous à cela ?\nR - J'ai une certaine expérience. C'est une bonne préparation.\n"
        "Ce qui est certain, c'est que je n'ai jamais vu cela.\nQ - Avez-vous vu les gardiens ?\nR - Oui, je les ai vus hier.\nQ - Et que disent-ils ?\nR - Ils attendent, comme nous.\n",
        [
            (
                "R",
                "J'ai une certaine expérience. C'est une bonne préparation. Ce qui est certain, c'est que je n'ai jamais vu cela.",
            ),
            ("Q", "Avez-vous vu les gardiens ?"),
            ("R", "Oui, je les ai vus hier."),
            ("Q", "Et que disent-ils ?"),
            ("R", "Ils attendent, comme nous."),
        ],
    ),
    "two questions in a row": (
        "Q&R - Point de presse (4 mai)\nQ - Le ministre a-t-il vu la lettre ?\nR – Nous vous renvoyons à son communiqué, que je vous invite à lire.\nQ – Lequel ?\nQ – Et quand ?\nR – Celui de lundi. Vous l'avez reçu.\n",
        [
            ("Q", "Le ministre a-t-il vu la lettre ?"),
            ("R", "Nous vous renvoyons à son communiqué, que je vous invite à lire."),
            ("Q", "Lequel ?"),
            ("Q", "Et quand ?"),
            ("R", "Celui de lundi. Vous l'avez reçu."),
        ],
    ),
    "a seat in square brackets": (
        "Broadcast Journalists Question-and-Answer Session\n\nIVO MARSH [Tern Broadcasting]. Mr. President, how do you feel about the lamps?\n\nTHE PRESIDENT. I feel well about them. We have paid for them.\n\n"
        "MR. MARSH. But will you be under pressure, do you think?\n\nTHE PRESIDENT. I can't say what others will think.\n\nADA HULL [Sound Television]. You have said, Mr. President, that you can.\n",
        [
            ("IVO MARSH [Tern Broadcasting]", "Mr. President, how do you feel about the lamps?"),
            ("THE PRESIDENT", "I feel well about them. We have paid for them."),
            ("MR. MARSH", "But will you be under pressure, do you think?"),
            ("THE PRESIDENT", "I can't say what others will think."),
            ("ADA HULL [Sound Television]", "You have said, Mr. President, that you can."),
        ],
    ),
    "questions that are counted": (
        "[1.] Q. Mr. President, is the pier safe?\nTHE PRESIDENT. I walked on it yesterday.\n[2.] Q. And the lamps?\nTHE PRESIDENT. I have not seen them.\n[3.] Q. Will you?\nTHE PRESIDENT. I will, when they are lit.\n",
        [
            ("Q", "Mr. President, is the pier safe?"),
            ("THE PRESIDENT", "I walked on it yesterday."),
            ("Q", "And the lamps?"),
            ("THE PRESIDENT", "I have not seen them."),
            ("Q", "Will you?"),
            ("THE PRESIDENT", "I will, when they are lit."),
        ],
    ),
    "a list by letters": (
        "The paths of Tern\n\nP - Pier, from the lamp to the lock\nR - Reeds, along the Sound\nD - Dyke, to the mill\nR - Ridge, above the town\n",
        [],
    ),
}


@table(LETTERS)
def test_letters_and_brackets(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


#: Names alone on their lines who greet each other; a heading inside the words, set like the one above the first label.
SET_OFF = {
    "greetings": (
        "Interview de Mme Ana Velt à Radio Tern, le 4 mai\n\nIVO MARSH\nBonjour Ana VELT.\n\nANA VELT\nBonjour Ivo MARSH.\n\nIVO MARSH\nLe port est dans le noir, mais qui a choisi les lampes ?\n\n"
        "ANA VELT\nComme toujours, le conseil, et…\n\nIVO MARSH\nLongtemps.\n\nANA VELT\nNon, non, pas du tout ; j'ai vu pire.\n",
        [
            ("IVO MARSH", "Bonjour Ana VELT."),
            ("ANA VELT", "Bonjour Ivo MARSH."),
            ("IVO MARSH", "Le port est dans le noir, mais qui a choisi les lampes ?"),
            ("ANA VELT", "Comme toujours, le conseil, et…"),
            ("IVO MARSH", "Longtemps."),
            ("ANA VELT", "Non, non, pas du tout ; j'ai vu pire."),
        ],
    ),
    "parts of a conference": (
        "The Mayor's News Conference on the Lamps in Tern\n\nApril 18\n\nTern Library\n\nDeath of Former Keeper Bo Olane\n\nMayor Velt. Thank you very much. I want to begin by saying how sorry I am, and how much this town owes to its keeper. "
        "He lit the lamps for thirty years.\n\nLamps and Other Works in Tern\n\nThis evening I also want to thank the crews. They have worked all night.\n",
        [
            (
                "Mayor Velt",
                "Thank you very much. I want to begin by saying how sorry I am, and how much this town owes to its keeper. He lit the lamps for thirty years. This evening I also want to thank the crews. They have worked all night.",
            )
        ],
    ),
    "an act that goes on": (
        "The Acting Speaker (Ms. Hull):\nIs the House ready for the question?\nThe Acting Speaker (Ms. Hull):\nAll those in favour will please say yea.\nThe Acting Speaker (Ms. Hull):\nIn my opinion the yeas have it.\n"
        "Mr. Ivo Marsh (Tern, Ind.):\nI will first look at the object of the lamps.\nThe act goes on to say rather plainly what the lamps are to do.\n",
        [
            ("The Acting Speaker (Ms. Hull)", "Is the House ready for the question?"),
            ("The Acting Speaker (Ms. Hull)", "All those in favour will please say yea."),
            ("The Acting Speaker (Ms. Hull)", "In my opinion the yeas have it."),
            (
                "Mr. Ivo Marsh (Tern, Ind.)",
                "I will first look at the object of the lamps. The act goes on to say rather plainly what the lamps are to do.",
            ),
        ],
    ),
}


@table(SET_OFF)
def test_names_and_headings(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


HOUSE = (
    "Mr Speaker {0} 10:0{1} a.m.\nHon Members, I want to thank you all for coming.\nMr Ivo K. Marsh 10:05 a.m.\nMr Speaker, page 8 says that I was absent. I was here.\n"
    "VOTES AND PROCEEDINGS OF THE HOUSE 10:06 a.m.\n\nMr Speaker {0} 10:07 a.m.\nTable Office, take note.\nMs Ada Hull 10:08 a.m.\nMr Speaker, so was I.\n"
)
#: An initial before the hour, a heading with the hour; brackets that announce; a label that ends in a stop and a dash; a first line above a label.
HEADS = {
    "initials before the hour": (
        "Debates of 4 May\n\n" + HOUSE.replace(" {0} ", " ").replace("{1}", "4"),
        [
            ("Mr Speaker", "Hon Members, I want to thank you all for coming."),
            ("Mr Ivo K. Marsh", "Mr Speaker, page 8 says that I was absent. I was here."),
            ("Mr Speaker", "Table Office, take note."),
            ("Ms Ada Hull", "Mr Speaker, so was I."),
        ],
    ),
    "brackets that announce": (
        "Press Briefings\n\nKeeper Ana Velt\n\n"
        + "The harbour office of Tern has launched a club for keepers, and its first meeting takes place today. " * 9
        + "\n\nThis is all.\n\n\n[Q&A]\n\n"
        "Q: When will the lamps be lit? What will the crew do there?\n\nA: I believe that the crew, which left yesterday, has arrived.\n",
        [
            ("Q", "When will the lamps be lit? What will the crew do there?"),
            ("A", "I believe that the crew, which left yesterday, has arrived."),
        ],
    ),
    "brackets that announce nothing": (
        "The lamps\n\n"
        + "The harbour office of Tern has launched a club for keepers, and its first meeting takes place today. " * 9
        + "\n\n[Picture]\n\nQ: When will the lamps be lit?\n\nA: Soon.\n",
        [],
    ),
    "a stop and a dash before a colon": (
        "COMISIÓN DE FAROS\n\nSEÑORA PRESIDENTA.- Habiendo número, está abierta la sesión. Tiene la palabra el señor Olano.\n\nSEÑOR OLANO.- Señora presidenta: en primer lugar, queremos agradecer la audiencia.\n",
        [
            ("SEÑORA PRESIDENTA", "Habiendo número, está abierta la sesión. Tiene la palabra el señor Olano."),
            ("SEÑOR OLANO", "Señora presidenta: en primer lugar, queremos agradecer la audiencia."),
        ],
    ),
    "an office above the first label": (
        "Harbour Minister\nQUESTION: We have not seen much of you.\nHARBOUR MINISTER: I was here two weeks ago. I went to the pier.\nQUESTION: Could you tell us why?\nHARBOUR MINISTER: Well, I like it. That is what we are for.\n",
        [
            ("QUESTION", "We have not seen much of you."),
            ("HARBOUR MINISTER", "I was here two weeks ago. I went to the pier."),
            ("QUESTION", "Could you tell us why?"),
            ("HARBOUR MINISTER", "Well, I like it. That is what we are for."),
        ],
    ),
}


@table(HEADS)
def test_heads(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


#: An office and a name in capitals inside a line, once: a page that lost its breaks, a dateline, a picture's credit.
RUN_IN_ONCE = {
    "behind a dateline": (
        "TERN-NEWS. June 06, 2016. MR. OLANE: Hi, good day. I am Bo Olane from the harbour office here in Tern. This is one of our "
        "regular briefings. I will take questions from those in the room.\n\nThis is roughly in order. Keeper Velt will be in Hull on June 7.\n",
        [
            (
                "MR. OLANE",
                "Hi, good day. I am Bo Olane from the harbour office here in Tern. This is one of our regular briefings. I will take "
                "questions from those in the room. This is roughly in order. Keeper Velt will be in Hull on June 7.",
            )
        ],
    ),
    "glued to the credit of a picture": (
        "Joint Press Availability of Harbour Minister Velt and Keeper Olane\n\nHarbour Minister Ana Velt\nTern\nJune 23\n\n"
        "Minister Velt on the pier in Tern, June 23. Photo by Lena Marsh.HARBOUR MINISTER VELT: Ladies and gentlemen, thank you very much "
        "for coming. It has been a pleasure to welcome the keepers of the lamps to Tern today.\n\nWe have signed a letter.\n",
        [
            (
                "HARBOUR MINISTER VELT",
                "Ladies and gentlemen, thank you very much for coming. It has been a pleasure to welcome the keepers of the lamps to Tern "
                "today. We have signed a letter.",
            )
        ],
    ),
    "behind the head of a page, in one line with it": (
        "Ida Marsh. Tern Harbour Days\n\nTranscription\n\n1 Tern Harbour Days Wednesday July 12, on the north pier below the old lamp house, Ida Marsh, the keeper of the lamps, the harbour office, the mayor and all the boats of the town of Tern COMMISSIONER VELT: Good morning. "
        "Welcome to the harbour days. Our first guest this morning is Ida Marsh. MAYOR MARSH: How is everybody today? Great to see you all "
        "again. I hope that you had a fine summer, and I am proud to be here.\n",
        [
            (
                "COMMISSIONER VELT",
                "Good morning. Welcome to the harbour days. Our first guest this morning is Ida Marsh.",
            ),
            (
                "MAYOR MARSH",
                "How is everybody today? Great to see you all again. I hope that you had a fine summer, and I am proud to be here.",
            ),
        ],
    ),
    "a warning in a story": (
        "The lamps of Tern\n\nThe pier was dark again on Monday, and a plate on the door of the office said so in large letters. "
        "NOTICE TO CAPTAINS: The lamps are out. The keepers had gone home, and nobody could say when they would come back.\n",
        [],
    ),
}
#: One question and one answer under labels in capitals, below the head of a transcript; a German compound says that it is one.
CAPITALS = {
    "below the head of a site": (
        "Hafen für Anfänger: HPK vom 6. Dezember\n\nThemen: die Lampen, der Winter\n\n00:00 Intro\n00:55 Lampen am Hafen\n\nKonto: Verein Hafen\nIBAN: DE00 0000\n\n"
        "Komplettes HPK-Wortprotokoll vom 6. Dezember:\n\n"
        "FRAGE MARSH: Herr Olane, wie bewertet die Ministerin den Ausfall der Lampen am Wochenende?\n\n"
        "STS OLANE: Dazu muss man sehr klar sein. Was da am Hafen geschehen ist, dieser Ausfall, ist unverzeihlich.\n",
        [
            ("FRAGE MARSH", "Herr Olane, wie bewertet die Ministerin den Ausfall der Lampen am Wochenende?"),
            (
                "STS OLANE",
                "Dazu muss man sehr klar sein. Was da am Hafen geschehen ist, dieser Ausfall, ist unverzeihlich.",
            ),
        ],
    ),
    "nothing says that people speak": (
        "Hafen für Anfänger\n\nDie Lampen von Tern sind alt, und der Winter kommt.\n\n"
        "LAMPEN ALT: Wie lange halten die Lampen am Hafen von Tern nach Ansicht der Fachleute noch?\n\n"
        "LAMPEN NEU: Dazu gibt es zwei Angebote. Das billigere kostet vierzig Mark, das andere sechzig.\n",
        [],
    ),
}


STATEMENT = (
    "Weiterhin sind heute die Voraussetzungen für zwei Lampen geschaffen worden. Konkret geht es um die Lampe am Kai und die Lampe auf der Brücke. "
    "Im Mittelpunkt steht, die Schiffe zu schützen. Der Hafen unterstützt damit die Bemühungen der Stadt um ein sicheres Ufer."
)
REPORT = (
    "As the keepers of the lamps prepare to meet the harbour minister tomorrow, the town waits for the oil that was promised. The boats "
    "stay in the harbour at night. The office says that the oil will come before the winter, and the fishers say that they heard that last year."
)
#: One label that only records print, below a title that says what is printed, and a statement that greets nobody.
RECORDED = {
    "an office in brackets": (
        f"Hauptinhalt\n\nErklärungen des Hafenamts in der Hafenpressekonferenz vom 29. Oktober\n\nLampen am Kai\n\nVelt (Hafenamt): {STATEMENT}\n\n"
        "Zur Lampe am Kai im Einzelnen: Das Licht bleibt schwach und flackert. Außerdem fehlt das Öl.\n",
        [
            (
                "Velt (Hafenamt)",
                f"{STATEMENT} Zur Lampe am Kai im Einzelnen: Das Licht bleibt schwach und flackert. Außerdem fehlt das Öl.",
            )
        ],
    ),
    "a full name in capitals": (
        f"Evening Report - Transcript\n\nReporter: Bo Olane\n\nMARTHA VELT: {REPORT}\n\nThe harbour office has the last word.\n",
        [("MARTHA VELT", f"{REPORT} The harbour office has the last word.")],
    ),
    "a profile of the one who is named": (
        f"After the debate\n\nMARTHA VELT: {REPORT} Velt has heard that, too, and Velt says that she will not wait.\n\nThe office has the last word.\n",
        [],
    ),
    "no name": (f"After the debate\n\nHARBOUR WATCH: {REPORT}\n\nThe office has the last word.\n", []),
    "nothing says that people speak": (f"The oil\n\nMARTHA VELT: {REPORT}\n\nThe office has the last word.\n", []),
}


@table(RUN_IN_ONCE, CAPITALS, RECORDED)
def test_capitals_once(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


def test_a_surname_in_capitals_may_have_a_long_office_behind_it() -> None:
    """`Petr OLAN, vedoucí katedry politologie` alone on its line comes back; a letter is signed once."""
    lines = [
        (
            "Zita MARŠOVÁ, moderátorka",
            "Dobrý den, vítejte v pořadu. Mým dnešním hostem je Petr Olan, se kterým budeme mluvit o přístavu a o lampách.",
        ),
        ("Petr OLAN, vedoucí katedry politologie na Ternu", "Dobré ráno."),
        ("Zita MARŠOVÁ, moderátorka", "Zeptám se na lampy v přístavu. Byl to pane Olane dobrý rok?"),
        (
            "Petr OLAN, vedoucí katedry politologie na Ternu",
            "Zatím ano. Lampy svítí a přístav je otevřený, i když byla zima dlouhá a lodí bylo méně než v minulých letech.",
        ),
    ]
    talk = "Přepis: Jak to vidí Petr Olan\n\n" + "\n\n".join(f"{who}\n{said}" for who, said in lines) + "\n"
    assert turns_of(talk) == lines
    letters = (
        "\n\n".join(f"{said}\n{who}" for who, said in [*lines[:2], ("Ida VELTOVÁ, Tern", "Lampy nesvítí.")]) + "\n"
    )
    assert turns_of(letters) == []


#: What somebody does for a living, in several words, is a label where people talk, and a line of a list where nobody does.
TRADES = {
    "on the shop floor": (
        "Yard meeting, 2 March\n\nShop steward: They want us to come on Saturdays. What do we say?\nFitter: I say no. I have a daughter.\n"
        "Crane driver: What do they pay?\nShop steward: A quarter more.\nCrane driver: Then I say no as well.\n",
        [
            ("Shop steward", "They want us to come on Saturdays. What do we say?"),
            ("Fitter", "I say no. I have a daughter."),
            ("Crane driver", "What do they pay?"),
            ("Shop steward", "A quarter more."),
            ("Crane driver", "Then I say no as well."),
        ],
    ),
    "at the door": (
        "Police officer: Good evening. Is this your boat?\n\nFerry captain: It is. I have had it for twenty years.\n\n"
        "Police officer: Where were you last night?\n\nFerry captain: I was at home, with my sister.\n\nPolice officer: Can she tell us that?\n",
        [
            ("Police officer", "Good evening. Is this your boat?"),
            ("Ferry captain", "It is. I have had it for twenty years."),
            ("Police officer", "Where were you last night?"),
            ("Ferry captain", "I was at home, with my sister."),
            ("Police officer", "Can she tell us that?"),
        ],
    ),
    "in a list of posts": (
        "Posts at the yard\n\nCrane driver: two years of practice, a licence\nShop steward: chosen every spring\nCrane driver: nights, one post\n"
        "Night porter: keys, a torch\nShop steward: second yard\n",
        [],
    ),
}
#: One question right above the first answer, on a surface of its own: it opens the talk.
ASKED_ABOVE = {
    "a gap": (
        "Press conference, Corn Hall, 4 March\n\nQ    Madam Chair, how long will the bridge be shut?\n\n"
        "MS. ADELO:  Six weeks. I said six in January and I say six now.\n",
        [
            ("Q", "Madam Chair, how long will the bridge be shut?"),
            ("MS. ADELO", "Six weeks. I said six in January and I say six now."),
        ],
    ),
    "no question": (
        "Press conference, Corn Hall, 4 March\n\nQ    4 rooms, north side\n\nMS. ADELO:  Six weeks. I said six in January and I say six now.\n",
        [("MS. ADELO", "Six weeks. I said six in January and I say six now.")],
    ),
}


@table(TRADES, ASKED_ABOVE)
def test_trades_and_questions(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]
