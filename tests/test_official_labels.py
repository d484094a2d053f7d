"""Labels of official houses: offices behind articles, seats behind names, times below them, and who is only spoken to."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from conftest import table, turns_of

Turns = list[tuple[str | None, str]]


#: `De heer Velt (VL):` and below it `Voorzitter. De pont vaart niet.`: the chair is spoken to, and says nothing.
ADDRESSED = {
    "the chair, with a full stop": (
        "De voorzitter:\nIk open de vergadering.\n\nDe heer Velt (VL):\nVoorzitter. De pont vaart niet.\n\nMinister Olane:\nVoorzitter. Zij vaart op papier.\n\n"
        "De heer Velt (VL):\nWelk jaar?\n\nMinister Olane:\nDit jaar.\n\nDe voorzitter:\nDank u wel.",
        [
            ("De voorzitter", "Ik open de vergadering."),
            ("De heer Velt (VL)", "Voorzitter. De pont vaart niet."),
            ("Minister Olane", "Voorzitter. Zij vaart op papier."),
            ("De heer Velt (VL)", "Welk jaar?"),
            ("Minister Olane", "Dit jaar."),
            ("De voorzitter", "Dank u wel."),
        ],
    ),
    "the president, with a dash": (
        "Ana Velt:\nMr. President — I rise to speak.\n\nMr. President:\nYou may.\n\nBo Olane:\nMr. President — so do I.\n\nMr. President:\nYou may not.\n\nAna Velt:\nI thank you.",
        [
            ("Ana Velt", "Mr. President — I rise to speak."),
            ("Mr. President", "You may."),
            ("Bo Olane", "Mr. President — so do I."),
            ("Mr. President", "You may not."),
            ("Ana Velt", "I thank you."),
        ],
    ),
    "a trap: a label that stands alone, and a label with words below it": (
        "Ana Velt:\n\nBo Olane: I think she has left.\n\nAna Velt:\nI have not.\n\nBo Olane: Good.\n\nAna Velt:\nIt is.\n\nBo Olane: So it is.",
        [
            ("Bo Olane", "I think she has left."),
            ("Ana Velt", "I have not."),
            ("Bo Olane", "Good."),
            ("Ana Velt", "It is."),
            ("Bo Olane", "So it is."),
        ],
    ),
}

#: A seat in letters behind a name, a time below it, and an office that comes back below the time.
SEATED = {
    "a name, a time, an office": (
        "Ana Velt MS\n13:30:02\nLlywydd\nGood afternoon to you.\n\nBo Olane MS\n13:31:12\nWhat progress has been made?\n\nCara Hoyle MS\n13:31:20\nMinister for Harbours\nThe pier stands.\n\n"
        "Bo Olane MS\n13:31:41\nI stood on it.\n\nCara Hoyle MS\n13:32:05\nMinister for Harbours\nI know.\n\nAna Velt MS\n13:34:01\nLlywydd\nI thank you.",
        [
            ("Ana Velt MS", "Good afternoon to you."),
            ("Bo Olane MS", "What progress has been made?"),
            ("Cara Hoyle MS", "The pier stands."),
            ("Bo Olane MS", "I stood on it."),
            ("Cara Hoyle MS", "I know."),
            ("Ana Velt MS", "I thank you."),
        ],
    ),
    "letters behind names": (
        "Ana Velt MR: I ask about the lamp.\n\nBo Olane QC: It is lit.\n\nAna Velt MR: Is it?\n\nBo Olane QC: I lit it.",
        [
            ("Ana Velt MR", "I ask about the lamp."),
            ("Bo Olane QC", "It is lit."),
            ("Ana Velt MR", "Is it?"),
            ("Bo Olane QC", "I lit it."),
        ],
    ),
    "a trap: what is said below the time": (
        "Ana Velt\n13:30:02\nGood Afternoon\nI see that you are here.\n\nBo Olane\n13:31:12\nSo I am.\n\nAna Velt\n13:31:20\nGood Evening Then\nLet us begin.\n\nBo Olane\n13:31:41\nLet us.",
        [
            ("Ana Velt", "Good Afternoon I see that you are here."),
            ("Bo Olane", "So I am."),
            ("Ana Velt", "Good Evening Then Let us begin."),
            ("Bo Olane", "Let us."),
        ],
    ),
}

#: An article before an office, an office of many words, a voice of many, and a roster of one line.
OFFICES = {
    "an article": (
        "Le Vice-Président (M. Doucet) : Nous en sommes aux questions des députés.\n\nMme Velt : Merci, M. le Président. Le quai est dans l'eau, et il n'y avait personne dessus.\n\n"
        "Le Vice-Président (M. Doucet) : M. le ministre, s'il vous plaît.\n\nM. Olane : J'y suis allé, et c'est triste, un quai dans l'eau.\n\nDes voix : ...\n\nLe Vice-Président (M. Doucet) : On écoute la réponse.",
        [
            ("Le Vice-Président (M. Doucet)", "Nous en sommes aux questions des députés."),
            ("Mme Velt", "Merci, M. le Président. Le quai est dans l'eau, et il n'y avait personne dessus."),
            ("Le Vice-Président (M. Doucet)", "M. le ministre, s'il vous plaît."),
            ("M. Olane", "J'y suis allé, et c'est triste, un quai dans l'eau."),
            ("Des voix", "..."),
            ("Le Vice-Président (M. Doucet)", "On écoute la réponse."),
        ],
    ),
    "many words and many voices": (
        "Lord Velt (CB)\n\nMy Lords, I have two questions.\n\nThe Parliamentary Under-Secretary of State, Department for Coasts (Baroness Hoyle of Wick) (Con)\n\nMy Lords, I will take them in turn.\n\n"
        "Noble Lords\n\nOh!\n\nLord Velt (CB)\n\nI thank the Minister.\n\nBaroness Hoyle of Wick (Con)\n\nI thank the noble Lord.",
        [
            ("Lord Velt (CB)", "My Lords, I have two questions."),
            (
                "The Parliamentary Under-Secretary of State, Department for Coasts (Baroness Hoyle of Wick) (Con)",
                "My Lords, I will take them in turn.",
            ),
            ("Noble Lords", "Oh!"),
            ("Lord Velt (CB)", "I thank the Minister."),
            ("Baroness Hoyle of Wick (Con)", "I thank the noble Lord."),
        ],
    ),
    "who is in the chair": (
        "Vorsitzende: Präsidentin Dr. Ana Velt.\n\n*****\n\nPräsidentin Dr. Ana Velt: Guten Morgen! Ich eröffne die Sitzung.\n\n9.06\n\nAbgeordneter Bo Olane (HP): Frau Präsidentin! Die Fähre fährt.\n\n9.09\n\n"
        "Präsidentin Dr. Ana Velt: Wünscht noch jemand das Wort?\n\nAbgeordneter Bo Olane (HP): Ich nicht.\n\nPräsidentin Dr. Ana Velt: Dann sind wir am Ende.",
        [
            ("Präsidentin Dr. Ana Velt", "Guten Morgen! Ich eröffne die Sitzung."),
            ("Abgeordneter Bo Olane (HP)", "Frau Präsidentin! Die Fähre fährt."),
            ("Präsidentin Dr. Ana Velt", "Wünscht noch jemand das Wort?"),
            ("Abgeordneter Bo Olane (HP)", "Ich nicht."),
            ("Präsidentin Dr. Ana Velt", "Dann sind wir am Ende."),
        ],
    ),
    "a trap: an article before a thing": (
        "Mme Velt : Je vous le dis simplement, parce que c'est vrai.\n\nLe quai : il est dans l'eau, et vous le savez.\n\nM. Olane : Nous le savons tous ici.\n\nMme Velt : Alors pourquoi ?\n\nM. Olane : Parce que la mer monte.",
        [
            (
                "Mme Velt",
                "Je vous le dis simplement, parce que c'est vrai. Le quai : il est dans l'eau, et vous le savez.",
            ),
            ("M. Olane", "Nous le savons tous ici."),
            ("Mme Velt", "Alors pourquoi ?"),
            ("M. Olane", "Parce que la mer monte."),
        ],
    ),
}

#: Small words inside offices and names, an article that is no name, and a part of a meeting that somebody calls.
SMALL_WORDS = {
    "an office of many words": (
        "M. le président. La parole est à M. le ministre.\n\nM. Bo Olane, ministre délégué auprès de la ministre des transports, chargé des fleuves. Le bac est en cale sèche, madame.\n\n"
        "Mme Ana Velt. Que comptez-vous faire pour nous ?\n\nM. le président. La parole est à M. le ministre.\n\nM. Bo Olane, ministre délégué. Le moteur arrive en mai.\n\nMme Ana Velt. Je vous remercie.",
        [
            ("M. le président", "La parole est à M. le ministre."),
            (
                "M. Bo Olane, ministre délégué auprès de la ministre des transports, chargé des fleuves",
                "Le bac est en cale sèche, madame.",
            ),
            ("Mme Ana Velt", "Que comptez-vous faire pour nous ?"),
            ("M. le président", "La parole est à M. le ministre."),
            ("M. Bo Olane, ministre délégué", "Le moteur arrive en mai."),
            ("Mme Ana Velt", "Je vous remercie."),
        ],
    ),
    "an article before a label and behind it": (
        "El señor VELT (Presidente).- Tiene la palabra el señor Secretario.\n\nEl señor OLANE (Secretario General).- El proyecto consta de un artículo único.\n\n"
        "El señor VELT (Presidente).- En discusión.\n\nLa señora RASK.- Señor Presidente, votaré a favor.\n\nEl señor VELT (Presidente).- Muy bien.\n\nLa señora RASK.- Gracias.",
        [
            ("El señor VELT (Presidente)", "Tiene la palabra el señor Secretario."),
            ("El señor OLANE (Secretario General)", "El proyecto consta de un artículo único."),
            ("El señor VELT (Presidente)", "En discusión."),
            ("La señora RASK", "Señor Presidente, votaré a favor."),
            ("El señor VELT (Presidente)", "Muy bien."),
            ("La señora RASK", "Gracias."),
        ],
    ),
    "between the names": (
        "Tuan Yang di-Pertua: Soalan pertama, sila.\n\nPuan Ana binti Velt [Kuala Tern]: Terima kasih. Bilakah jeti akan dibaiki?\n\nMenteri Perairan [Dato' Bo bin Olane]: Pada bulan Jun.\n\n"
        "Puan Ana binti Velt [Kuala Tern]: Tahun bila?\n\nTuan Yang di-Pertua: Sila jawab.\n\nMenteri Perairan [Dato' Bo bin Olane]: Tahun ini.",
        [
            ("Tuan Yang di-Pertua", "Soalan pertama, sila."),
            ("Puan Ana binti Velt [Kuala Tern]", "Terima kasih. Bilakah jeti akan dibaiki?"),
            ("Menteri Perairan [Dato' Bo bin Olane]", "Pada bulan Jun."),
            ("Puan Ana binti Velt [Kuala Tern]", "Tahun bila?"),
            ("Tuan Yang di-Pertua", "Sila jawab."),
            ("Menteri Perairan [Dato' Bo bin Olane]", "Tahun ini."),
        ],
    ),
    "a part that somebody calls, and the hours": (
        "The President. I now call the second part of the session:\n\nThe privilege speech is first.\n\nSenator Velt. I move that we suspend.\n\nThe President. The session is suspended.\n\nIt was 3:11 p.m.\n\nAt 3:14 p.m., the session was resumed.\n\nThe President. It is resumed, I see.\n\nSenator Velt. Thank you, Madam President.\n\nEverybody rose.\n\nThe President. We are adjourned.",
        [
            ("The President", "I now call the second part of the session: The privilege speech is first."),
            ("Senator Velt", "I move that we suspend."),
            ("The President", "The session is suspended."),
            ("The President", "It is resumed, I see."),
            ("Senator Velt", "Thank you, Madam President."),
            ("The President", "We are adjourned."),
        ],
    ),
    "points that somebody counts": (
        "Die Vorsitzende: Frau Abgeordnete Velt, bitte.\n\nAbg. Ana Velt (GL): Ich habe zwei Fragen.\nErstens: Welche Schleuse machen Sie zuerst? Zweitens: Warum erst jetzt?\n\n"
        "Die Vorsitzende: Herr Olane.\n\nSV Bo Olane (Tern): Zuerst die in Wolsum.\nErstens: Sie ist alt. Zweitens: Sie ist offen.\n\nDie Vorsitzende: Ich danke Ihnen.\n\nAbg. Ana Velt (GL): Ich auch.",
        [
            ("Die Vorsitzende", "Frau Abgeordnete Velt, bitte."),
            (
                "Abg. Ana Velt (GL)",
                "Ich habe zwei Fragen. Erstens: Welche Schleuse machen Sie zuerst? Zweitens: Warum erst jetzt?",
            ),
            ("Die Vorsitzende", "Herr Olane."),
            (
                "SV Bo Olane (Tern)",
                "Zuerst die in Wolsum. Erstens: Sie ist alt. Zweitens: Sie ist offen.",
            ),
            ("Die Vorsitzende", "Ich danke Ihnen."),
            ("Abg. Ana Velt (GL)", "Ich auch."),
        ],
    ),
    "a trap: a name and a clause of many small words": (
        "Ana Velt: I saw him on the pier.\n\nBo Olane, keeper of the lamp that nobody ever saw lit by him or by his brother: he was asleep.\n\nCara Hoyle: Was he?\n\nAna Velt: It was 3 in the morning, and he was.\n\nCara Hoyle: I see.",
        [
            (
                "Ana Velt",
                "I saw him on the pier. Bo Olane, keeper of the lamp that nobody ever saw lit by him or by his brother: he was asleep.",
            ),
            ("Cara Hoyle", "Was he?"),
            ("Ana Velt", "It was 3 in the morning, and he was."),
            ("Cara Hoyle", "I see."),
        ],
    ),
}

#: What the record tells behind a dash or an angle, in capitals, between brackets with marks round them, in two headings.
TOLD = {
    "behind a dash": (
        "Sra. Presidenta (Velt).- Invito al senador a izar la bandera.\n\n– Puestos de pie los presentes, el senador procede al izamiento. (Aplausos.)\n\nSr. Olane.- Pido la palabra, presidenta.\n\n"
        "Sra. Presidenta (Velt).- La tiene.\n\nSr. Olane.- El farero tiene una bicicleta.\n\n– Risas.\n\nLa bicicleta es propia.\n\n– Manifestaciones en las galerías.\n\nSra. Presidenta (Velt).- Silencio, por favor.\n\n– Se practica la votación.\n\nSra. Presidenta (Velt).- Queda aprobado.",
        [
            ("Sra. Presidenta (Velt)", "Invito al senador a izar la bandera."),
            ("Sr. Olane", "Pido la palabra, presidenta."),
            ("Sra. Presidenta (Velt)", "La tiene."),
            ("Sr. Olane", "El farero tiene una bicicleta. La bicicleta es propia."),
            ("Sra. Presidenta (Velt)", "Silencio, por favor."),
            ("Sra. Presidenta (Velt)", "Queda aprobado."),
        ],
    ),
    "behind an angle": (
        "COMMISSIONER:   Will you take an oath?\n\nMR VELT:   I will.\n\n<BO VELT, SWORN                       [10.05 am]\n\n<EXAMINATION BY MR OLANE\n\nMR OLANE:   Were you the deckhand?\n\nMR VELT:   I was one of two.\n\n"
        "COMMISSIONER:   Thank you. We will adjourn.\n\n<THE WITNESS WITHDREW                 [10.40 am]\n\nADJOURNED                             [10.40 am]",
        [
            ("COMMISSIONER", "Will you take an oath?"),
            ("MR VELT", "I will."),
            ("MR OLANE", "Were you the deckhand?"),
            ("MR VELT", "I was one of two."),
            ("COMMISSIONER", "Thank you. We will adjourn."),
        ],
    ),
    "times between marks, and two headings": (
        "The Chair: I call this meeting to order.\n\nMr. Velt (Union of Keepers): Thank you, Mr. Chair.\n\nVoices: Oh, oh!\n\n• (1110)\n\nState of the quays\n\nNorth and south\n\nThe Chair: Go ahead, please.\n\n-(13 h 50)-\n\nMr. Velt: I move a motion.\n\nThe Chair: It is carried.\n\nMr. Velt: I thank you.",
        [
            ("The Chair", "I call this meeting to order."),
            ("Mr. Velt (Union of Keepers)", "Thank you, Mr. Chair."),
            ("Voices", "Oh, oh!"),
            ("The Chair", "Go ahead, please."),
            ("Mr. Velt", "I move a motion."),
            ("The Chair", "It is carried."),
            ("Mr. Velt", "I thank you."),
        ],
    ),
    "a trap: a list that somebody reads out": (
        "Ana Velt: There are three points.\n\n– First, the lamp.\n\n– Second, the pier.\n\n– Third, the boat.\n\nBo Olane: I see. Which of them is yours?\n\nAna Velt: The boat.\n\nBo Olane: And the others?\n\nAna Velt: Not mine.",
        [
            ("Ana Velt", "There are three points. – First, the lamp. – Second, the pier. – Third, the boat."),
            ("Bo Olane", "I see. Which of them is yours?"),
            ("Ana Velt", "The boat."),
            ("Bo Olane", "And the others?"),
            ("Ana Velt", "Not mine."),
        ],
    ),
}

_BOARD = """        TOWN OF TERN PLANNING BOARD
        In the Matter of
                    HOLLOW BROOK ESTATES
        Date:  February 20, 2031
                    SUSAN LATT
               Court Reporter
          CHAIRMAN VELT:  Good evening. I'd like
to call the meeting to order. We'll start with
a roll call.
          MS. OLANE:  Present.
          MR. RASK:  Present, and on time for once
in my life.
          CHAIRMAN VELT:  Thank you. Is the brook
a stream or is it a ditch?
          MS. OLANE:  It's a ditch, sir, with a
name.
          MR. RASK:  I'll make a motion."""
#: The last line of a title page, in the middle of it, runs on into nothing.
CENTRED = {
    "lines with numbers": (
        "\n".join(f"{at:>4}    {line}" for at, line in enumerate(_BOARD.split("\n"), 1)),
        [
            ("CHAIRMAN VELT", "Good evening. I'd like to call the meeting to order. We'll start with a roll call."),
            ("MS. OLANE", "Present."),
            ("MR. RASK", "Present, and on time for once in my life."),
            ("CHAIRMAN VELT", "Thank you. Is the brook a stream or is it a ditch?"),
            ("MS. OLANE", "It's a ditch, sir, with a name."),
            ("MR. RASK", "I'll make a motion."),
        ],
    ),
}


@table(ADDRESSED, SEATED, OFFICES, SMALL_WORDS, CENTRED)
def test_labels_of_official_houses(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@table(TOLD)
def test_what_the_record_tells_is_nobodys_speech(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected
