"""Labels in another dress: call signs, voices that a machine counted, tags, plain voices among bold ones; each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import pytest

from conftest import turns_of

Turns = list[tuple[str | None, str]]


#: Logs of flights: call signs, a voice in small letters, a table whose cells have lines of their own.
CALLED = {
    "call signs and whose plane it is; the first call ends in a figure": (
        "What the tower's tape holds\n\nTRN 12 is the mail plane, and HUL 4 came up from the south.\n\n"
        "TRN 12: Tern approach, TRN 12 passing 150\nTern tower: TRN 12, you are seen. Go down to 3000, please.\nTRN 12: Going down to 3000, TRN 12.\nHull plane: Good evening, HUL 4 is at 100.\n"
        "Tern tower: HUL 4, stay where you are.\nTRN 12: Why should I slow down?\nTern tower: There is fog on the mole. Can you see the lamp?\nTRN 12: I can see it now.\nTern tower: Then land.\nTRN 12: Thank you, TRN 12.\n",
        [
            ("TRN 12", "Tern approach, TRN 12 passing 150"),
            ("Tern tower", "TRN 12, you are seen. Go down to 3000, please."),
            ("TRN 12", "Going down to 3000, TRN 12."),
            ("Hull plane", "Good evening, HUL 4 is at 100."),
            ("Tern tower", "HUL 4, stay where you are."),
            ("TRN 12", "Why should I slow down?"),
            ("Tern tower", "There is fog on the mole. Can you see the lamp?"),
            ("TRN 12", "I can see it now."),
            ("Tern tower", "Then land."),
            ("TRN 12", "Thank you, TRN 12."),
        ],
    ),
    "cells that have a line each": (
        "The last minutes of the mail plane\n| elapsed time |\nsource |\ncontent |\n| 00.29:16 |\n|\nA sound like a door. |\n| 00.29:20 |\nCAP: |\nDid you hear that? |\n| 00.29:27 |\nF/O: |\nI did. What is it? |\n| 00.29:41 |\n"
        "CAP: |\nIt is the mail. |\n| 00.29:55 |\nF/O: |\nThe mail is moving? |\n| 00.30:07 |\nCAP: |\nI think it wants to get out. |\n| 00.30:09 |\nF/O: |\nThen I go and sit on it. |\n",
        [
            ("CAP", "Did you hear that?"),
            ("F/O", "I did. What is it?"),
            ("CAP", "It is the mail."),
            ("F/O", "The mail is moving?"),
            ("CAP", "I think it wants to get out."),
            ("F/O", "Then I go and sit on it."),
        ],
    ),
    "a list of those who call in is no talk": (
        "Quarterly call of the Tern Mole Company\n\nAna Velt: Good morning, and thank you all for calling. I am glad to have you.\n\nBo Olane: Good morning, Ana. How much did you sell?\n\nAna Velt: More than we had.\n\n"
        "Bo Olane: Thank you. I have no other question.\n\nAna Velt: Then we close here. Goodbye.\n\nCall participants:\n\nAna Velt, Treasurer\n\nBo Olane, Harbour Securities\n",
        [
            ("Ana Velt", "Good morning, and thank you all for calling. I am glad to have you."),
            ("Bo Olane", "Good morning, Ana. How much did you sell?"),
            ("Ana Velt", "More than we had."),
            ("Bo Olane", "Thank you. I have no other question."),
            ("Ana Velt", "Then we close here. Goodbye."),
        ],
    ),
}

#: Voices that a machine counted, in other languages, with large numbers, and the time behind each.
COUNTED = {
    "a radio's voices, known again by their number": (
        "El programa del muelle\n\nVoz 2 00:08 buenos días desde el muelle de Tern\n\nVoz 1 00:32 sí\n\nVoz 2 00:46 el miércoles\n\n"
        "Voz 0133 00:49 hoy hace frío y nadie quiere salir de casa\n\nVoz 0268 01:04 yo salí a las seis\n\nVoz 0133 01:07 y qué vio usted\n\n"
        "Voz 0268 01:18 la niebla\n\nVoz 0133 01:28 nada más que la niebla\n",
        ["Voz 2", "Voz 1", "Voz 2", "Voz 0133", "Voz 0268", "Voz 0133", "Voz 0268", "Voz 0133"],
    ),
    "voices with a colon": (
        "Stimme 1: wer hat die lampe\nStimme 2: welche lampe\nStimme 1: die vom steg\nStimme 2: die hat der hund\n"
        "Stimme 1: seit wann\nStimme 2: seit gestern abend",
        ["Stimme 1", "Stimme 2"] * 3,
    ),
    "a gauge that was read is no voice": (
        "Water levels\n\nGauge 0133 00:49 high and rising\n\nGauge 0268 01:04 low\n\nGauge 0133 01:07 high\n\nGauge 0268 01:18 low\n\nGauge 0133 01:28 high\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in CALLED.items()])
def test_call_signs_are_labels(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected


@pytest.mark.parametrize("name", COUNTED)
def test_voices_that_a_machine_counted(name: str) -> None:
    text, labels = COUNTED[name]
    assert [label for label, _ in turns_of(text)] == labels


#: A page that was kept no further than the first words below its `Transcription`, whatever these are.
ONE_TURN = (
    "The Mole Talks\n\nBo Olane on the price of lamps\n\nEpisode summary\n\nWhat does a lamp cost, and who pays for the oil in it when the nights are long? Bo Olane joins host Ana Velt to talk about oil and light, "
    "about those who carry both up the mole, and about all that we might do with the money if we were content with the moon.\n\n"
    "Episode {heading}\n\nAna Velt: Do you remember when the first lamp was lit on the mole, in the year of the flood? It looked as if light would save us all. "
    "A year later the oil was gone.\n\nSo is light really here to save us?\n"
)


@pytest.mark.parametrize(
    ("heading", "labels"), [("Transcription", ["Ana Velt"]), ("Transcript", ["Ana Velt"]), ("Notes", [])]
)
def test_a_heading_announces_the_only_label(heading: str, labels: list[str]) -> None:
    assert [label for label, _ in turns_of(ONE_TURN.format(heading=heading))] == labels


def test_tags_of_a_template_are_nobodys_words() -> None:
    text = (
        "An evening in Tern\n\nANA VELT, HOST: Good evening. I am glad to have you here.\n{{#shown}} {{/shown}}\nLet us begin with the lamp.\n\n"
        "BO OLANE, LAMPLIGHTER: I lit it at six.\n{{#shown}} {{/shown}}\n\nVELT: And who put it out?\n\n{{^shown}}\n\nOLANE: I did, at seven.\n"
    )
    assert [words for _, words in turns_of(text)] == [
        "Good evening. I am glad to have you here. Let us begin with the lamp.",
        "I lit it at six.",
        "And who put it out?",
        "I did, at seven.",
    ]


#: Labels in another dress than the sure ones, or below what only looks like labels.
DRESSED = {
    "a voice that nobody knows, without the bold type of the others": (
        "**Sara**  7:00  \nI like the lamps for free. I like how you put that.\n\n**Ana**  7:06  \nYeah, you want your lamps lit, right? And so you might as well\n\n"
        "**Sara**  7:24  \nlight them.\n\n**Ana**  7:26  \nDo you know where the name comes from?\n\nUnknown Speaker  7:31  \nI don't know that.\n\n**Ana**  7:32  \nIt is the name of my cat.\n\n**Sara**  7:40  \nI thought so.\n",
        [
            ("Sara", "I like the lamps for free. I like how you put that."),
            ("Ana", "Yeah, you want your lamps lit, right? And so you might as well"),
            ("Sara", "light them."),
            ("Ana", "Do you know where the name comes from?"),
            ("Unknown Speaker", "I don't know that."),
            ("Ana", "It is the name of my cat."),
            ("Sara", "I thought so."),
        ],
    ),
    "a tag in braces": (
        'Viewing page 11 of 19\n\n{SPEAKER name="Guide"}\nI don\'t expect you to change the number that you gave me.\n\n{SPEAKER name="Keeper"}\nI have never seen a better night than this one.\n\n'
        '{SPEAKER name="Guide"}\nDid you light it?\n\n[[Bell]]\n\n{SPEAKER name="Keeper"}\nYes, I did.\n',
        [
            ("Guide", "I don't expect you to change the number that you gave me."),
            ("Keeper", "I have never seen a better night than this one."),
            ("Guide", "Did you light it?"),
            ("Keeper", "Yes, I did."),
        ],
    ),
    "what two do before a word is said": (
        "(The keeper's room)\nKeeper: (walks in, sits down in the chair by the window and\nlooks out at the sea)\nGuest: (looks at the keeper, and then at the\nsea)\n(It is quiet.)\nGuest: Well?\n"
        "Keeper: (goes on looking, and has not blinked\nonce)\nGuest: (plays with her hat) Are you\ngoing to say something?\nKeeper: Am I making you uncomfortable?\nGuest: A little, yes.\nKeeper: Good.\n"
        "Guest: Then I will go back to the boat that I came with, before\nthe tide does.\nKeeper: I would not do that, if I were you, and if I could not swim any\nbetter than you can.\n",
        [
            ("Keeper", "(walks in, sits down in the chair by the window and\nlooks out at the sea)"),
            ("Guest", "(looks at the keeper, and then at the\nsea)"),
            ("Guest", "Well?"),
            ("Keeper", "(goes on looking, and has not blinked\nonce)"),
            ("Guest", "(plays with her hat) Are you\ngoing to say something?"),
            ("Keeper", "Am I making you uncomfortable?"),
            ("Guest", "A little, yes."),
            ("Keeper", "Good."),
            ("Guest", "Then I will go back to the boat that I came with, before\nthe tide does."),
            ("Keeper", "I would not do that, if I were you, and if I could not swim any\nbetter than you can."),
        ],
    ),
    "a writer's name and office above the only label, which a line promises": (
        "Harbour Hour\n\nAna Velt\nTern Post Columnist\nThursday, March 24, 2031; 12:00 PM\n\nHarbour Hour fills the noon lull with talk by Ana Velt, who looks at the news of the week and asks what it has to do with us, "
        "with the mole, with the lamps and with those who light them for so little money that one wonders why they do it at all in a town like this one.\n\n"
        "Today Velt will talk about the mayor, the split of the northern parish, and the last letter of the harbour master, which nobody has read, and of which everybody knows what stands in it, "
        "because his sister told it to the baker, and the baker tells everything to whoever buys a second loaf, and some buy it only for that, and feed it to the gulls.\n\n"
        "Ana Velt (The Tern Post)\n\nA transcript follows.\n\nAna Velt: This is what they call spring?\nWarm up by the stove as we heat some of the day's news again.\nWho would beat the mayor?\n",
        [
            (
                "Ana Velt",
                "This is what they call spring? Warm up by the stove as we heat some of the day's news again. Who would beat the mayor?",
            )
        ],
    ),
    "attributes of other elements are no labels": (
        'How to set a page\n\n{COLUMN name="left"}\nWrite what you like here.\n\n{COLUMN name="right"}\nI would leave this one empty.\n\n{COLUMN name="left"}\nDid you see it?\n',
        [],
    ),
    "a sound editor's tracks, each with its time below, and a page that breaks off": (
        "Edit Transcript Remove Highlighting\nExport... ?\n\nIntro Und Begrüssung\n\nTrack 3:\n[0:21] Es ist der zweite Juli. Hier ist der Hafengarten. Guten Abend Sara.\n\nTrack 1:\n[0:36] Guten Abend zusammen.\n\n"
        "Track 3:\n[0:38] Und ich begrüße den Bo, guten Abend Bo.\n\nTrack 4:\n[0:41] Schönen guten Abend allerseits.\n\nTrack 3:\n[0:58] Das stimmt auch mit Tern, ne? Ich habe das jetzt einfach so gesagt und weiß\n",
        [
            ("Track 3", "Es ist der zweite Juli. Hier ist der Hafengarten. Guten Abend Sara."),
            ("Track 1", "Guten Abend zusammen."),
            ("Track 3", "Und ich begrüße den Bo, guten Abend Bo."),
            ("Track 4", "Schönen guten Abend allerseits."),
            ("Track 3", "Das stimmt auch mit Tern, ne? Ich habe das jetzt einfach so gesagt und weiß"),
        ],
    ),
    "the tracks of a record are songs": (
        "The Mole Sessions\n\nTrack 1: The Lamp\nTrack 2: Salt and Oil\nTrack 3: Who Put It Out?\nTrack 4: The Lamp, again\n\nAll songs were written on the mole.\n",
        [],
    ),
    "words between double primes, and an ornament below the last": (
        "Wawancara kedua dengan Bo Olane:\nQ: ″Apa yang mendorong anda mendengarkan radio?″\nA: ″Saya rasa sudah selama 13 tahun.″\nQ: ″Berati anda peserta termuda?″\nA: ″Saya kira ya, saya yang termuda.″\n\n-----oOo-----\n",
        [
            ("Q", "″Apa yang mendorong anda mendengarkan radio?″"),
            ("A", "″Saya rasa sudah selama 13 tahun.″"),
            ("Q", "″Berati anda peserta termuda?″"),
            ("A", "″Saya kira ya, saya yang termuda.″"),
        ],
    ),
    "a second question names nobody": (
        "Ana Velt: What do you want to know of the harbour dues and of those who have\nto pay them in the year after this one?\n\n"
        "Bo Olane: I have two things to ask, and I hope that there is time for both.\nFirst question: who pays for the work on the pier if the state does not?\n"
        "Second question: who is paid, and by whom, and is there a list of them that\nwe can see before the vote?\n\n"
        "Ana Velt: The town pays.\n\nBo Olane: And who is paid?\n\nAna Velt: I am.\n",
        [
            (
                "Ana Velt",
                "What do you want to know of the harbour dues and of those who have to pay them in the year after this one?",
            ),
            (
                "Bo Olane",
                "I have two things to ask, and I hope that there is time for both. First question: who pays for the work on the pier if the state does not? "
                "Second question: who is paid, and by whom, and is there a list of them that we can see before the vote?",
            ),
            ("Ana Velt", "The town pays."),
            ("Bo Olane", "And who is paid?"),
            ("Ana Velt", "I am."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in DRESSED.items()])
def test_labels_in_another_dress(text: str, expected: Turns) -> None:
    assert [(label, " ".join(words.split())) for label, words in turns_of(text)] == [
        (label, " ".join(words.split())) for label, words in expected
    ]
