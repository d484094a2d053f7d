"""Briefings and press conferences of which no more is kept than the first words: who is asked, who is present; each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

from conftest import table, turns_of

Turns = list[tuple[str | None, str]]


LAMPS = (
    "The lamps of the pier stand in two rows, and the keepers of Tern light them at six. The harbour board and the keepers met "
    "twice in the spring. They agreed on the price of the oil, and on the hours of the watch."
)
ASKED = "The keepers met the board on Monday. What is expected of the talks?"
#: A title announces that somebody is asked, and names who answers right below a question.
NAMED = {
    "an outlet asks, and no one says I": (
        f"Links Contact\n   Home > Harbour\nHarbour Spokesperson Lia Marr's Regular Press Conference on May 4\n2024-05-05 00:48\n\nTern Daily: {ASKED}\n\nLia Marr: {LAMPS}\n\nThe harbour\n",
        [("Tern Daily", ASKED), ("Lia Marr", f"{LAMPS}\n\nThe harbour")],
    ),
    "and another begins": (
        f"Harbour Spokesperson Lia Marr's Regular Press Conference on May 4\n\nTRN: {ASKED}\n\nLia Marr: {LAMPS}\n\nOrrin News Agency: We have noted that the keepers met\n",
        [("TRN", ASKED), ("Lia Marr", LAMPS), ("Orrin News Agency", "We have noted that the keepers met")],
    ),
    "in two lines of a title": (
        f"Interview with the Keeper of the Lamps\nIvo Sand, Tern\n\nQuestion: {ASKED}\n\nIvo Sand: {LAMPS}\n",
        [("Question", ASKED), ("Ivo Sand", LAMPS)],
    ),
    "a list of sayings under such a title names nobody in it": (
        f"Remarks about lamps\n\nTern Daily: {LAMPS}\n\nLia Marr: {LAMPS}\n",
        [],
    ),
}
#: One speaks, and says I and you at once below a title and the name.
HEADED = {
    "in capitals": (
        "Governor Lia Marr\nMay 4, 2024\nMARR: Before I take your questions, I'd like to make a\nfew comments on the lamps of the pier that are essential\nto the winter of the town.\n"
        "Five years ago, we started to light them for a new\nharbour, which had none.\n",
        [
            (
                "MARR",
                "Before I take your questions, I'd like to make a\nfew comments on the lamps of the pier that are essential\nto the winter of the town.\nFive years ago, we started to light them for a new\nharbour, which had none.",
            )
        ],
    ),
    "of another office": (
        "Secretary Ivo Sand\n\nSAND: I know you have waited in the rain, and the lamps are what you came for. They will be lit tonight.\n",
        [
            (
                "SAND",
                "I know you have waited in the rain, and the lamps are what you came for. They will be lit tonight.",
            )
        ],
    ),
    "a headline has no such line above it": (
        "The lamps of Tern\n\nSAND: I know you have waited in the rain, and the lamps are what you came for. They will be lit tonight.\n",
        [],
    ),
}
#: Who asks first asks at length, and has another mark than who answers.
AT_LENGTH = {
    "in broken lines": (
        "INTERVIEW OF THE KEEPER\n\n3:30 P.M.\n\n"
        "          Q    Thank you for seeing us.  As you probably know, we're\npreparing a series on the lamps of the pier over the past\neight years.  And we felt we'd start with the oil, because it\nseemed to be what you think of first when you speak of the\nwatch, and of all that the town has paid for it since the\n"
        "storm took the old rows, as the keepers say who were there.  The\nboard has read their letters with care, and so have we, and so\nhave those who sent them on to the papers of the town.\n\n          Looking back, are you convinced that this way of lighting\nthem has worked, despite the wind, despite the price, and despite\nall that was said of it in the letters to the harbour office,\nin which nobody had a good word for it?\n\n"
        "          THE PRESIDENT:  Well, the short answer is, yes, I think it is --\nI think it will work.\n",
        [
            (
                "Q",
                "Thank you for seeing us.  As you probably know, we're\npreparing a series on the lamps of the pier over the past\neight years.  And we felt we'd start with the oil, because it\nseemed to be what you think of first when you speak of the\nwatch, and of all that the town has paid for it since the\n"
                "storm took the old rows, as the keepers say who were there.  The\nboard has read their letters with care, and so have we, and so\nhave those who sent them on to the papers of the town. Looking back, are you convinced that this way of lighting\nthem has worked, despite the wind, despite the price, and despite\nall that was said of it in the letters to the harbour office,\nin which nobody had a good word for it?",
            ),
            ("THE PRESIDENT", "Well, the short answer is, yes, I think it is --\nI think it will work."),
        ],
    ),
    "letters without a mark": (
        "Press Conference on May 4\n\nThe keepers of Orrin will visit the lamps from May 8 to 12.\nQ The keepers said that a lamp fell. I wonder what your comment is?\nA We are sorry for the lamp. The board will look into it.\nQ When did the board hear of it? Can you tell us?\nA First I would like to thank you for the question. The board heard of it at noon.\n",
        [
            ("Q", "The keepers said that a lamp fell. I wonder what your comment is?"),
            ("A", "We are sorry for the lamp. The board will look into it."),
            ("Q", "When did the board hear of it? Can you tell us?"),
            ("A", "First I would like to thank you for the question. The board heard of it at noon."),
        ],
    ),
    "an article opens the next line": (
        "Press Conference on May 4\n\nQ The keepers said that a lamp fell. I wonder what your comment is, Mr. Sand.\nA Tern lamp is a heavy thing. I saw it fall.\nQ When did you see it?\nA Monday, I think. I was on the pier.\n",
        [
            (
                "Q",
                "The keepers said that a lamp fell. I wonder what your comment is, Mr. Sand. A Tern lamp is a heavy thing. I saw it fall.",
            ),
            ("Q", "When did you see it? A Monday, I think. I was on the pier."),
        ],
    ),
}
WELCOME = "Good afternoon, everyone. I will make my statement, and thereafter we will have some questions."
THANKS = "Thank you, Rahel. I would like to welcome you all. You have seen the statement, so let me be short."
PRESENT = "Dr. Ona Das – Governor, Bank of Tern\nMr. B.V. Olane – Deputy Governor, Bank of Tern\nShri Lio Marr – Executive Director, Bank of Tern\n"
#: Who is present stands with a dash and an office, one below the other; a last name may be a small word.
ROSTERS = {
    "and speaks below": (
        f"Edited Transcript of the Bank's Press Conference\n\nParticipants from the Bank:\n{PRESENT}\nModerator: Ms. Rahel Sand – Principal Adviser, Communications\n\nModerator: {WELCOME}\nDr. Ona Das: {THANKS}\n\nTurning to the Price of Oil: The lamps burn less of it.\n",
        [
            ("Moderator", WELCOME),
            ("Dr. Ona Das", f"{THANKS}\n\nTurning to the Price of Oil: The lamps burn less of it."),
        ],
    ),
    "with the label on its own line": (
        f"Edited Transcript of the Bank's Press Conference\n\nParticipants from the Bank:\n\n{PRESENT}\nModerator:\nShri Rahel Sand – Chief General Manager, Bank of Tern\n\nRahel Sand:\n{WELCOME}\n\nOna Das:\n{THANKS}\n",
        [("Rahel Sand", WELCOME), ("Ona Das", THANKS)],
    ),
    "one speaks, below the menus of a site": (
        f"SearchHeader\n\nPress escape key to go back\n\nPast Searches\n\nTheme\nTheme\nText Size\nText Size\n\nAnnouncements\nAnnouncements\n\nAsset Publisher\n\n109798905\n\nEdited Transcript of the Bank's Press Conference\n\nMay 04, 2024\n\nParticipants from the Bank:\n\n{PRESENT}\nOna Das: {WELCOME}\n\nNow, during May 3rd and 4th the board met, and it\n",
        [("Ona Das", f"{WELCOME}\n\nNow, during May 3rd and 4th the board met, and it")],
    ),
    "a talk of which each line has a dash": (
        "Lamps of Tern\n\nOna Velt – Governor, who was the Keeper then?\nBo Marr – President Sand was, and you know it.\nIvo Tarn – Chairman Olane was before him.\nOna Velt – And who was it before you?\nBo Marr – My father was, as you know.\n",
        [
            ("Ona Velt", "Governor, who was the Keeper then?"),
            ("Bo Marr", "President Sand was, and you know it."),
            ("Ivo Tarn", "Chairman Olane was before him."),
            ("Ona Velt", "And who was it before you?"),
            ("Bo Marr", "My father was, as you know."),
        ],
    ),
}
#: What a page says of itself between two of its own lines is nobody's.
ADVERTISED = {
    "between two lines of the page": (
        "News Transcript\n\nSand: Good afternoon.\n\nI saw the keepers in the board's room.\n\nAdvertisement - scroll to continue reading\n\nAre you on our list of readers?\n\nSubscribe to our weekly newsletter and get it each Monday.\n\nStaff: At noon, sir.\n\nSand: At noon, then. I thank you.\n",
        [
            ("Sand", "Good afternoon. I saw the keepers in the board's room."),
            ("Staff", "At noon, sir."),
            ("Sand", "At noon, then. I thank you."),
        ],
    ),
    "words below one of them are said": (
        "News Transcript\n\nSand: Good afternoon.\n\nAdvertisement - scroll to continue reading\n\nAre you all in the room?\n\nStaff: At noon, sir.\n\nSand: At noon, then. I thank you.\n",
        [
            ("Sand", "Good afternoon. Are you all in the room?"),
            ("Staff", "At noon, sir."),
            ("Sand", "At noon, then. I thank you."),
        ],
    ),
}


HAFEN = "Die Lampen am Hafen werden im Mai erneuert. Das Hafenamt bezahlt sie, und die Keeper haben zugestimmt."
FRAGE = "Herr Olane, die Lampen am Hafen sind dunkel. Wie bewertet das Hafenamt die Lage, und wann wird es wieder hell?"
TITLE = "Willkommen auf den Seiten des Hafenamts\n\nErklärungen in der Regierungspressekonferenz vom 4. Mai\n\nLampen am Hafen\n\n"
#: A voice asks, and who answers is called by name, or stands with whom he speaks for.
CALLED = {
    "alone on their lines": (
        f"{TITLE}Frage\n\n{FRAGE}\n\nMarr (Hafenamt)\n\n{HAFEN}\n\nOlane (BHA)\n\nDas kann ich unterstreichen.\n",
        [("Frage", FRAGE), ("Marr (Hafenamt)", HAFEN), ("Olane (BHA)", "Das kann ich unterstreichen.")],
    ),
    "whoever is called has spoken before": (
        f"{TITLE}OLANE (BHA): {HAFEN}\n\n[…]\n\nFRAGE: {FRAGE}\n\nOLANE: Wie Sie wissen, laufen Gespräche. Der\n",
        [("OLANE (BHA)", HAFEN), ("FRAGE", FRAGE), ("OLANE", "Wie Sie wissen, laufen Gespräche. Der")],
    ),
    "one reads a statement": (
        f"{TITLE}Olane (Hafenamt): {HAFEN}\n\nZu den Lampen im Einzelnen: Sie sind aus Glas.\n\nAllgemein kann ich sagen, dass es hell wird.\n",
        [
            (
                "Olane (Hafenamt)",
                f"{HAFEN}\n\nZu den Lampen im Einzelnen: Sie sind aus Glas.\n\nAllgemein kann ich sagen, dass es hell wird.",
            )
        ],
    ),
    "in English": (
        "Press roundtable at the harbour\n\nSand (Board): The lamps are new. The board paid for all of them, and the town knows.\n\nQuestion: Mr. Sand, who pays for the oil? The keepers have none.\n\nSand: The town pays, and it always did. There is no other purse.\n",
        [
            ("Sand (Board)", "The lamps are new. The board paid for all of them, and the town knows."),
            ("Question", "Mr. Sand, who pays for the oil? The keepers have none."),
            ("Sand", "The town pays, and it always did. There is no other purse."),
        ],
    ),
    "a list of parties under such a title": (
        "Debatte über die Lampen\n\nOlane (Bund Hafen): 34 Sitze im Rat der Stadt und des Hafens von Tern, zwei weniger als im Mai\n\nMarr (Neue Liste): 12 Sitze im Rat der Stadt und des Hafens von Tern, einer mehr als im Mai\n",
        [],
    ),
}
#: An office alone is the label of whom the title names with it.
OFFICES = {
    "at a round table": (
        "Ambassador Lia Marr: Press Roundtable at the Residence\n\nAmbassador: Welcome, it’s nice to see you all here. And I think we can say that the lamps are lit.\n\nThere was a large crowd, I think of fifteen or sixteen people.\n",
        [
            (
                "Ambassador",
                "Welcome, it’s nice to see you all here. And I think we can say that the lamps are lit. There was a large crowd, I think of fifteen or sixteen people.",
            )
        ],
    ),
    "at a stakeout": (
        "Minister Ivo Sand at the stakeout of the harbour board\n\nMinister: Good to see you, all of you, in this weather. I have a word on the lamps, and then I will take what you have.\n",
        [
            (
                "Minister",
                "Good to see you, all of you, in this weather. I have a word on the lamps, and then I will take what you have.",
            )
        ],
    ),
    "nobody is named with it": (
        "A story from the harbour\n\nMinister: Good to see you, all of you, in this weather. I have a word on the lamps, and then I will take what you have.\n",
        [],
    ),
}


VISIT = "The lamps of the pier will be lit tomorrow. In Tern, the keepers hold a reception for the tenth year of the watch, and the board pays for it."
HOST = "Press Conference by Harbour Minister Ivo Sand\n\nFriday, May 4, 2024, 8:46 a.m. Front Hall\n\nThis is a provisional translation for reference only.\n\n"
#: Who is named in full in the title has an office behind the name first, and a short label later.
OFFICIALS = {
    "and numbers above the parts": (
        f"{HOST}Opening Remarks\n\n(1) Visit to Tern\n\nMr. Ivo Sand, Minister for Harbours: {VISIT}\n\n(2) The keepers’ part in the board’s new group\n\nMinister Sand: The board chose Tern, and I am glad of it.\n\nIt is planned to light\n",
        [
            ("Mr. Ivo Sand, Minister for Harbours", VISIT),
            ("Minister Sand", "The board chose Tern, and I am glad of it. It is planned to light"),
        ],
    ),
    "and a reporter's first words": (
        f"{HOST}Address on appointment\n\nState Minister for Harbours Ivo Sand: I am Ivo Sand, who was appointed in May. {VISIT}\n\nOpening remarks – The World Assembly for Lamps in Tern (WAL 2024)\n\nState Minister Sand: {LAMPS}\n\nInterview of the Keeper Ona Marr\n\nReporter: I think that you are late. Why is it so\n",
        [
            ("State Minister for Harbours Ivo Sand", f"I am Ivo Sand, who was appointed in May. {VISIT}"),
            ("State Minister Sand", LAMPS),
            ("Reporter", "I think that you are late. Why is it so"),
        ],
    ),
    "without a word to anybody": (
        f"Press Conferences\nPress Conference by Harbour Minister Ivo Sand\nFriday, May 4, 2024\nMr. Ivo Sand, Minister for Harbours: {VISIT}\nMore will be said by the board later, and by me.\n",
        [("Mr. Ivo Sand, Minister for Harbours", f"{VISIT} More will be said by the board later, and by me.")],
    ),
    "a sentence with a number is said": (
        f"{HOST}Mr. Ivo Sand, Minister for Harbours: {VISIT}\n\n(2) The keepers agree to it.\n\nReporter: Do you, too?\n\nMinister Sand: I do, and I always did.\n",
        [
            ("Mr. Ivo Sand, Minister for Harbours", f"{VISIT} (2) The keepers agree to it."),
            ("Reporter", "Do you, too?"),
            ("Minister Sand", "I do, and I always did."),
        ],
    ),
}
#: A chamber prints the seat or the office in brackets the first time.
CHAMBERS = {
    "questions for oral answer": (
        f"Questions for Oral Answer\nLamps—Tern\n\n1. ONA MARR (Lamps): What has he done for the lamps of the pier since May?\n\nHon IVO SAND (Minister of Harbours and Piers): Last week I met the keepers. {VISIT}\n\nAdvertisement - scroll to continue reading\n\nOna Marr: Does the town pay, and would that be withheld?\n\nHon IVO SAND: The to\n",
        [
            (
                "ONA MARR (Lamps)",
                "What has he done for the lamps of the pier since May?",
            ),
            ("Hon IVO SAND (Minister of Harbours and Piers)", f"Last week I met the keepers. {VISIT}"),
            ("Ona Marr", "Does the town pay, and would that be withheld?"),
            ("Hon IVO SAND", "The to"),
        ],
    ),
    "a member alone on the line": (
        f"TC Deb 4 May 2024 vol 9 cc82-6 1.37 pm\nMr. Ivo Sand (Ternmouth and Howe)\n\nI beg to move, That this House takes note of the report on the lamps. {VISIT}\n\nAbove all\n",
        [
            (
                "Mr. Ivo Sand (Ternmouth and Howe)",
                f"I beg to move, That this House takes note of the report on the lamps. {VISIT} Above all",
            )
        ],
    ),
    "a reporter and an outlet": (
        f"Press Briefing\n\nPress Briefing of Spokesman Ivo Sand\n\nEvent Press Briefing\nLocation Harbour Hall, Tern\n\nONA MARR/TRN4:  Good morning, Harbour Press Corps, and welcome to the briefing of the Spokesman. Good morning, sir.\n\nSEC. SAND:  Good morning to you all. {VISIT}\n",
        [
            (
                "ONA MARR/TRN4",
                "Good morning, Harbour Press Corps, and welcome to the briefing of the Spokesman. Good morning, sir.",
            ),
            ("SEC. SAND", f"Good morning to you all. {VISIT}"),
        ],
    ),
    "releases are no speaker": (
        "Mail this story to a friend.\nReleases: Transcripts of the Mayor on the radio and later on the pier.\n\nOna Marr: Good morning everyone, and we begin as we do on Fridays, with the Mayor. Good morning, Mr. Mayor.\n\nMayor Ivo Sand: Good morning, Ona.\n\nMarr: And we don’t usually talk about the lamps, but today we should, right?\n\nMayor: Absolutely, and let me just start with that.\n",
        [
            (
                "Ona Marr",
                "Good morning everyone, and we begin as we do on Fridays, with the Mayor. Good morning, Mr. Mayor.",
            ),
            ("Mayor Ivo Sand", "Good morning, Ona."),
            ("Marr", "And we don’t usually talk about the lamps, but today we should, right?"),
            ("Mayor", "Absolutely, and let me just start with that."),
        ],
    ),
    "a glossary names things with brackets the first time": (
        "Words of the harbour\n\nPier Lamp (Old): A lamp on a pole, and who has one has light.\n\nPier Oil (New): What it burns.\n\nPier Lamp: See also pole.\n\nPier Oil: See also tank.\n",
        [],
    ),
}


@table(NAMED, HEADED, CALLED, OFFICES, OFFICIALS, CHAMBERS)
def test_who_is_named_above_answers(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


@table(AT_LENGTH)
def test_who_asks_without_a_colon(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]


@table(ROSTERS, ADVERTISED)
def test_what_stands_around_the_words_is_nobodys(text: str, expected: Turns) -> None:
    assert turns_of(text) == [(label, " ".join(words.split())) for label, words in expected]
