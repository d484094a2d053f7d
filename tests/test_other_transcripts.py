"""Transcripts in German and French: labels, roles, voices and notes come from the lexicon of the text's own language."""

from __future__ import annotations

import pytest

from quotedb import parse
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.notes import note_words, rendering_of, split_note

COUNCIL = """Stadtrat Tarn
Protokoll der 12. Sitzung

Vorsitzende Ilse Moren:
Die Sitzung ist eröffnet. Das Wort hat der Abgeordnete Vesk.

Tor Vesk (Hafenpartei):
Frau Vorsitzende! Meine Damen und Herren! Der Hafen braucht Geld, und zwar jetzt.
(Beifall bei der Hafenpartei – Zuruf von der Wellenliste: Wie viel denn?)
Das sage ich Ihnen gern. Wir reden über zwei Millionen, und das ist nicht zu viel.

Ana Lisow (Wellenliste):
Herr Kollege Vesk, woher soll das Geld kommen? Wir haben keines.
(Heiterkeit)

Tor Vesk (Hafenpartei):
Aus der Rücklage, Frau Kollegin. Das wissen Sie doch ganz genau.

Zuruf: Unsinn!

Jan Brock, Gast (auf Englisch):
Ich danke für die Einladung. Unser Hafen hatte dieselben Sorgen.

Vorsitzende Ilse Moren:
Ich schließe die Sitzung.
(Schluss der Sitzung: 18.42 Uhr)
"""

SPOKEN_THERE = [
    ("Vorsitzende Ilse Moren", "Ilse Moren", "Die Sitzung ist eröffnet. Das Wort hat der Abgeordnete Vesk."),
    (
        "Tor Vesk (Hafenpartei)",
        "Tor Vesk",
        "Frau Vorsitzende! Meine Damen und Herren! Der Hafen braucht Geld, und zwar jetzt.",
    ),
    (
        "Tor Vesk (Hafenpartei)",
        "Tor Vesk",
        "Das sage ich Ihnen gern. Wir reden über zwei Millionen, und das ist nicht zu viel.",
    ),
    ("Ana Lisow (Wellenliste)", "Ana Lisow", "Herr Kollege Vesk, woher soll das Geld kommen? Wir haben keines."),
    ("Tor Vesk (Hafenpartei)", "Tor Vesk", "Aus der Rücklage, Frau Kollegin. Das wissen Sie doch ganz genau."),
    ("Zuruf", "Zuruf", "Unsinn!"),
    ("Jan Brock, Gast", "Jan Brock", "Ich danke für die Einladung. Unser Hafen hatte dieselben Sorgen."),
    ("Vorsitzende Ilse Moren", "Ilse Moren", "Ich schließe die Sitzung."),
]


def test_a_german_council() -> None:
    """Applause and shouts between the lines are nobody's speech; a shout on its own line is not the speaker's before it."""
    assert [(one.label, one.speaker, one.text) for one in parse(COUNCIL)] == SPOKEN_THERE


def test_what_was_interpreted_there() -> None:
    """In a German record, words in English are an interpreter's."""
    assert {(one.speaker, one.note, one.rendering) for one in parse(COUNCIL) if one.note} == {
        ("Jan Brock", "auf Englisch", "interpreted")
    }


INTERVIEW = """Interview mit der Hafenmeisterin Ilse Moren

Frage: Frau Moren, wie geht es dem Hafen?

Antwort: Schlecht. Wir haben kein Geld, und die Schiffe bleiben weg.

Frage: Was wollen Sie tun?

Antwort: Wir müssen reden. Mit allen. Ich habe gesagt: „So geht es nicht weiter.“
"""


def test_a_german_interview() -> None:
    """Question and answer are voices; what somebody quotes inside an answer is part of it."""
    assert [(one.kind, one.label, one.text.split()[0]) for one in parse(INTERVIEW)] == [
        ("turn", "Frage", "Frau"),
        ("turn", "Antwort", "Schlecht."),
        ("turn", "Frage", "Was"),
        ("turn", "Antwort", "Wir"),
    ]


SITTING = """Conseil de Tarn
Compte rendu de la séance du 4 mai

Mme la présidente. La séance est ouverte. La parole est à M. Paul Vesk.

M. Paul Vesk. Madame la présidente, mes chers collègues, le port a besoin d'argent, et tout de suite.

Mme la présidente. Monsieur Vesk, acceptez-vous une question ?

M. Paul Vesk. Oui, bien sûr.

Mme Marie Orlan. D'où viendra cet argent ? Nous n'en avons pas.

M. Paul Vesk. De la réserve, madame. Vous le savez très bien.

M. Jan Brock (en anglais). Je vous remercie de votre invitation.
"""


def test_a_french_sitting() -> None:
    """Labels that end in a full stop, titles before the names, and a note on the language."""
    assert [(one.label, one.note, one.text.split()[0]) for one in parse(SITTING)] == [
        ("Mme la présidente", None, "La"),
        ("M. Paul Vesk", None, "Madame"),
        ("Mme la présidente", None, "Monsieur"),
        ("M. Paul Vesk", None, "Oui,"),
        ("Mme Marie Orlan", None, "D'où"),
        ("M. Paul Vesk", None, "De"),
        ("M. Jan Brock", "en anglais", "Je"),
    ]


@pytest.mark.parametrize(
    ("code", "printed", "label", "rendering"),
    [
        ("de", "Jan Brock (gedolmetscht)", "Jan Brock", "interpreted"),
        ("de", "Jan Brock (verdolmetscht aus dem Englischen)", "Jan Brock", "interpreted"),
        ("de", "Jan Brock (auf Englisch)", "Jan Brock", "interpreted"),
        ("de", "Jan Brock (in englischer Sprache)", "Jan Brock", "interpreted"),
        ("de", "Jan Brock (über einen Dolmetscher)", "Jan Brock", "interpreted"),
        ("de", "Jan Brock (Übersetzung aus dem Englischen)", "Jan Brock", "translated"),
        ("de", "Jan Brock (auf Deutsch)", "Jan Brock", "original"),
        ("de", "Jan Brock (per Video)", "Jan Brock", "unknown"),
        ("de", "Jan Brock (Hafenpartei)", "Jan Brock (Hafenpartei)", "unknown"),
        ("fr", "Jan Brock (en anglais)", "Jan Brock", "interpreted"),
        ("fr", "Jan Brock (interprétation)", "Jan Brock", "interpreted"),
        ("fr", "Jan Brock (traduction non officielle)", "Jan Brock", "translated"),
        ("fr", "Jan Brock (en français)", "Jan Brock", "original"),
        ("fr", "Jan Brock (Parti du port)", "Jan Brock (Parti du port)", "unknown"),
    ],
)
def test_notes_of_other_languages(code: str, printed: str, label: str, rendering: str) -> None:
    """What is a note, and how the words reached us."""
    words = note_words(lexicon(code))
    found, note = split_note(printed, words)
    assert (found, rendering_of(note, words)) == (label, rendering)
