"""German by its lexicon alone: one table for each sieve, of (text, [(words in marks, label as printed, speaker)])."""

from __future__ import annotations

import pytest

from quotedb import Document, parse

Expected = list[tuple[str, str | None, str | None]]


def run(text: str) -> Expected:
    found: dict[int, Expected] = {}
    for one in parse(Document(text, language="de"), "article"):
        assert text[one.start_char : one.end_char] == one.text
        found.setdefault(one.passage, []).append((one.text, one.label, one.speaker))
    return [(" / ".join(piece[0] for piece in pieces), *pieces[0][1:]) for pieces in found.values()]


BEHIND = [
    ("„Wir haben verloren“, sagte Ilse Moren.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("»Wir haben verloren!«, rief Ilse Moren.", [("Wir haben verloren!", "Ilse Moren", "Ilse Moren")]),
    ("«Wir haben verloren», sagte am Montag Ilse Moren.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("‚Wir haben verloren‘, sagte Ilse Moren.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("„Wir haben verloren“, erinnerte sich Ilse Moren später.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("„Wir haben verloren“, so Ilse Moren weiter.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("„Wir haben verloren“, so sagte es Ilse Moren.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    ("„Wir haben verloren“, fügte Ilse Moren hinzu.", [("Wir haben verloren", "Ilse Moren", "Ilse Moren")]),
    (
        "„Wir haben verloren“, gab ein Sprecher der Reederei bekannt.",
        [("Wir haben verloren", "ein Sprecher der Reederei", "ein Sprecher der Reederei")],
    ),
    (
        "„Wir haben verloren“, meinen die beiden Stadträte Ilse Moren und Tor Vesk.",
        [("Wir haben verloren", "die beiden Stadträte Ilse Moren und Tor Vesk", "Ilse Moren")],
    ),
    (
        "„Wir haben verloren“, schreibt die „Tarner Rundschau“ am Montag.",
        [("Wir haben verloren", "die „Tarner Rundschau“", "Tarner Rundschau")],
    ),
    ("„Wir haben verloren“, heißt es in dem Brief.", [("Wir haben verloren", "dem Brief", "dem Brief")]),
    (
        "„Wir haben verloren“, zitiert der Sender den Reeder Tor Vesk.",
        [("Wir haben verloren", "den Reeder Tor Vesk", "Tor Vesk")],
    ),
]

BEFORE = [
    ("Ilse Moren sagte: „Wir haben verloren.“", [("Wir haben verloren.", "Ilse Moren", "Ilse Moren")]),
    ("Dazu erklärte Ilse Moren: „Wir haben verloren.“", [("Wir haben verloren.", "Ilse Moren", "Ilse Moren")]),
    ("Am 4. Mai sagte Ilse Moren: „Wir haben verloren.“", [("Wir haben verloren.", "Ilse Moren", "Ilse Moren")]),
    (
        "Den Plan der Stadt nannte Ilse Moren „völlig unsinnig“.",
        [("völlig unsinnig", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Ilse Moren hatte am Montag in Tarn erklärt, das Schiff sei „nicht mehr zu retten“.",
        [("nicht mehr zu retten", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Am Montag hatte Ilse Moren in Tarn erklärt: „Das Schiff ist nicht mehr zu retten.“",
        [("Das Schiff ist nicht mehr zu retten.", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Die Direktorin der Reederei, Ilse Moren, sagte, das Schiff sei „nicht mehr zu retten“.",
        [("nicht mehr zu retten", "Die Direktorin der Reederei", "Ilse Moren")],
    ),
    (
        "Ilse Moren, die seit Jahren in Tarn lebt, sagte, das Schiff sei „nicht mehr zu retten“.",
        [("nicht mehr zu retten", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Das Schiff sei, wie Ilse Moren berichtete, „nicht mehr zu retten“ gewesen.",
        [("nicht mehr zu retten", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Der Reedereisprecher Tor Vesk lobte die Besatzung und sprach von „einem kleinen Wunder“.",
        [("einem kleinen Wunder", "Der Reedereisprecher Tor Vesk", "Tor Vesk")],
    ),
    (
        "Morens Sprecher Tor Vesk sagte: „Wir haben verloren.“",
        [("Wir haben verloren.", "Morens Sprecher Tor Vesk", "Tor Vesk")],
    ),
    (
        "Der Vorsitzende des Vereins, Tor Vesk, würdigte Ilse Moren als „große Seele“.",
        [("große Seele", "Der Vorsitzende des Vereins", "Tor Vesk")],
    ),
    ("Die Äußerungen Morens nannte Tor Vesk „völlig unsinnig“.", [("völlig unsinnig", "Tor Vesk", "Tor Vesk")]),
    (
        "Als Antwort auf den Brief sagte Ilse Moren: „Wir haben verloren.“",
        [("Wir haben verloren.", "Ilse Moren", "Ilse Moren")],
    ),
    ("Deren Haltung bezeichnete Tor Vesk als „völlig unsinnig“.", [("völlig unsinnig", "Tor Vesk", "Tor Vesk")]),
    (
        "Der Reeder Karl Müller sagte: „Wir haben verloren.“",
        [("Wir haben verloren.", "Der Reeder Karl Müller", "Karl Müller")],
    ),
    ("Richter Seidling sagte: „Wir haben verloren.“", [("Wir haben verloren.", "Richter Seidling", "Seidling")]),
    (
        "Die Tarner Polizei erklärte: „Wir haben verloren.“",
        [("Wir haben verloren.", "Die Tarner Polizei", "Tarner Polizei")],
    ),
]

ACCORDING = [
    (
        "Nach den Worten der Sprecherin der Reederei ist das Schiff „für immer verloren“.",
        [("für immer verloren", "der Sprecherin der Reederei", "der Sprecherin der Reederei")],
    ),
    ("Laut Ilse Moren ist das Schiff „für immer verloren“.", [("für immer verloren", "Ilse Moren", "Ilse Moren")]),
    (
        "Nach Angaben von Ilse Moren ist das Schiff „für immer verloren“.",
        [("für immer verloren", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "Dem Reeder Tor Vesk zufolge ist das Schiff „für immer verloren“.",
        [("für immer verloren", "Dem Reeder Tor Vesk", "Tor Vesk")],
    ),
]

REPORTED = [
    (
        "Ilse Moren lobte die Besatzung. Das Schiff sei „nicht mehr zu retten“ gewesen.",
        [("nicht mehr zu retten", "Ilse Moren", "Ilse Moren")],
    ),
    (
        "„Wir haben verloren“, sagte Ilse Moren. Die Lage sei „sehr ernst“.",
        [("Wir haben verloren", "Ilse Moren", "Ilse Moren"), ("sehr ernst", "Ilse Moren", "Ilse Moren")],
    ),
]

IN_THE_WRITERS_WORDS = [
    (
        "Ilse Moren sagte am Montag, dass das Schiff verloren sei.",
        [("dass das Schiff verloren sei", "Ilse Moren", "Ilse Moren")],
    ),
    ("Ilse Moren sagte, das Schiff sei verloren.", [("das Schiff sei verloren", "Ilse Moren", "Ilse Moren")]),
    ("Die Reederei teilte mit, dass das Schiff sank.", [("dass das Schiff sank", "Die Reederei", "Reederei")]),
    ("Das Schiff ist verloren, sagte Ilse Moren.", [("Das Schiff ist verloren", "Ilse Moren", "Ilse Moren")]),
    ("Das Schiff ist verloren, so Ilse Moren.", [("Das Schiff ist verloren", "Ilse Moren", "Ilse Moren")]),
    ("Laut Ilse Moren ist das Schiff verloren.", [("ist das Schiff verloren", "Ilse Moren", "Ilse Moren")]),
    (
        "Wie Ilse Moren mitteilte, war das Schiff verloren.",
        [("war das Schiff verloren", "Ilse Moren", "Ilse Moren")],
    ),
    # the mood goes on with her, until a sentence is in another
    (
        "Laut Ilse Moren ist das Schiff verloren. Die Besatzung sei gerettet. Der Hafen ist zu. Das Wetter sei schlecht.",
        [
            ("ist das Schiff verloren", "Ilse Moren", "Ilse Moren"),
            ("Die Besatzung sei gerettet", "Ilse Moren", "Ilse Moren"),
        ],
    ),
    (
        "„Wir haben verloren“, sagte Ilse Moren. Die Besatzung sei gerettet.",
        [
            ("Wir haben verloren", "Ilse Moren", "Ilse Moren"),
            ("Die Besatzung sei gerettet", "Ilse Moren", "Ilse Moren"),
        ],
    ),
]

NOT_REPORTED = [
    # a reason; a clause about a thing; what others say of her; a sentence beside a sentence; what she did not say
    "Ilse Moren sagte ab, weil der Hafen gesperrt war.",
    "Ilse Moren erzählte die Geschichte, die alle kannten.",
    "Ilse Moren wird seit Jahren vorgeworfen, dass sie zu spät handelte.",
    "Das Schiff war verloren, sie hatte es gesagt.",
    "Ilse Moren wollte nicht bestätigen, dass das Schiff verloren sei.",
    "Da das Schiff verloren war, bat Ilse Moren um Hilfe.",
]

PRONOUNS = [
    (
        "Ilse Moren und Tor Vesk leiten die Reederei. Vesk schwieg am Montag. „Wir haben verloren“, sagte sie.",
        [("Wir haben verloren", "sie", "Ilse Moren")],
    ),
    ("Tor Vesk kam spät. Er sagte: „Wir haben verloren.“", [("Wir haben verloren.", "Er", "Tor Vesk")]),
]

NOT_SAID = [
    "Das Schiff „Morgenröte“ liegt im Hafen.",
    "Der Film „Die Nacht von Tarn“ läuft seit Montag.",
    "Ilse Moren las in der „Tarner Rundschau“ davon und sagte nichts.",
    "Die sogenannte „Tarner Lösung“ ist vom Tisch.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*BEHIND, *BEFORE, *ACCORDING, *REPORTED, *IN_THE_WRITERS_WORDS, *PRONOUNS]
)
def test_who_said_it(text: str, expected: Expected) -> None:
    assert run(text) == expected


@pytest.mark.parametrize("text", [*NOT_SAID, *NOT_REPORTED])
def test_titles_and_terms_are_not_said(text: str) -> None:
    assert run(text) == []
