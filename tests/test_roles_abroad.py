"""Whose words in French and German, where the nearest name does not speak: somebody hears, remembers, quotes, denies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import quotedb

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import frames

FRENCH = (
    "Paul Hale et Anne Tamme sont venus lundi à la mairie de Tarn. Louis Kroll était là aussi.\n\n",
    "\n\nLa séance a duré jusqu’à neuf heures, et tout le monde est rentré chez soi.\n",
)

GERMAN = (
    "Paul Hale und Anna Tamm kamen am Montag in das Rathaus von Tarn. Simon Kroll war auch da.\n\n",
    "\n\nDie Sitzung dauerte bis neun Uhr, und danach gingen alle nach Hause.\n",
)


def speaker(frame: tuple[str, str], sentence: str) -> str | None:
    """Who is named, with more than an even chance, for the quotation of a sentence in an article."""
    before, after = frame
    found = quotedb.parse(before + sentence + after, form="article")
    said = [u for u in found if u.kind != "indirect" and u.start_char > len(before)]
    return said[0].speaker if said and (said[0].confidence or 0) > 0.5 else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # au passif, le sujet écoute
        ("Hale s’est entendu dire : « Le pont est perdu. »", None),
        ("Hale s’est vu répondre par Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale a été interrogé par Tamme : « Où est le pont ? »", "Anne Tamme"),
        ("Hale est interpellé par une fermière : « Où est le pont ? »", "une fermière"),
        ("On a dit à Hale : « Le pont est perdu. »", None),
        ("Interrogé sur le pont, Hale a répondu : « Le pont est perdu. »", "Paul Hale"),
        # qui parle dans la proposition du dedans
        ("Hale affirme que Tamme lui a dit : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale se souvient que Tamme lui a dit : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale a entendu Tamme dire : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale a répondu à Tamme, qui avait dit : « Le pont est perdu. »", "Anne Tamme"),
        ("C’est Tamme, et non Hale, qui a dit : « Le pont est perdu. »", "Anne Tamme"),
        # qui est cité, de qui sont les mots
        ("Hale cite Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale, citant Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale se souvient des mots de Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("Hale a lu une lettre de Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("Selon les mots de Tamme, le pont est « un danger pour tous ».", "Anne Tamme"),
        ("Le pont est, selon l’expression de Tamme, « un danger pour tous ».", "Anne Tamme"),
        ("Pour reprendre les mots de Tamme : « Le pont est perdu. »", "Anne Tamme"),
        ("« Le pont est perdu », selon les termes de Tamme.", "Anne Tamme"),
        ("Hale, qualifié de « danger pour tous » par Tamme, s’est tu.", "Anne Tamme"),
        # personne ne l'a dit, ou on ne sait qui
        ("Hale a reçu une lettre : « Le pont est perdu. »", None),
        ("Dans la lettre que Hale a reçue, on peut lire : « Le pont est perdu. »", None),
        ("Hale a démenti avoir dit : « Le pont est perdu. »", None),
        ("Hale accuse Tamme d’avoir dit : « Le pont est perdu. »", None),
        ("Hale reproche à Tamme d’avoir dit : « Le pont est perdu. »", None),
        ("Si Hale dit : « Le pont est perdu », nous partirons.", None),
        ("Tamme veut que Hale dise : « Le pont est perdu. »", None),
        ("Hale a été surnommé « le danger du pont ».", None),
        # le sujet parle
        ("Hale se souvient : « Le pont est perdu. »", "Paul Hale"),
        ("Tamme a qualifié Hale de « danger pour tous ».", "Anne Tamme"),
        ("Hale a démenti avoir menti : « Le pont est perdu. »", "Paul Hale"),
        ("Hale accuse Tamme d’avoir menti : « Le pont est perdu. »", "Paul Hale"),
        ("Hale a rejeté les accusations de Tamme : « Le pont est perdu. »", "Paul Hale"),
        ("« Le pont est perdu », se souvient Hale.", "Paul Hale"),
        ("« Le pont est perdu », a confié Hale à la journaliste Tamme.", "Paul Hale"),
    ],
)
def test_french(sentence: str, expected: str | None) -> None:
    assert speaker(FRENCH, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # im Passiv hört das Subjekt zu
        ("Hale wurde am Tor von Tamm gefragt: „Wo ist das Geld?“", "Anna Tamm"),
        ("Hale wurde gefragt: „Wo ist das Geld?“", None),
        ("Hale bekam von Tamm zu hören: „Die Brücke ist hin.“", "Anna Tamm"),
        ("Hale musste sich sagen lassen: „Die Brücke ist hin.“", None),
        ("Ihm wurde gesagt: „Die Brücke ist hin.“", None),
        ("Auf die Frage „Wo ist das Geld?“ antwortete Hale nicht.", None),
        ("Von Tamm nach dem Geld gefragt, antwortete Hale: »Die Brücke ist hin.«", "Paul Hale"),
        ("Hale wurde nach dem Geld gefragt und sagte: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale musste zugeben: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale stellte die Frage: „Wo ist das Geld?“", "Paul Hale"),
        # wessen Worte es sind
        ("Hale erinnerte sich an die Worte von Tamm: „Die Brücke ist hin.“", "Anna Tamm"),
        ("Hale erinnerte an die Worte der Ministerin: „Die Brücke ist hin.“", "der Ministerin"),
        ("Hale erinnerte sich: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale wiederholte seine Warnung: „Die Brücke ist hin.“", "Paul Hale"),
        ("Die Zeitung zitiert Tamm mit dem Satz „Die Brücke ist hin“.", "Anna Tamm"),
        ("Hale zitierte aus dem Brief von Tamm: „Die Brücke ist hin.“", "Anna Tamm"),
        ("In den Worten von Tamm ist die Brücke „eine Gefahr für alle“.", "Anna Tamm"),
        ("Tamm habe ihm gesagt: „Die Brücke ist hin“, berichtete Hale.", "Anna Tamm"),
        ("Es war Tamm, nicht Hale, die sagte: „Die Brücke ist hin.“", "Anna Tamm"),
        # niemand hat es gesagt, oder es steht nicht da, wer
        ("Hale erhielt einen Brief: „Die Brücke ist hin.“", None),
        ("Hale hat einen Brief bekommen: „Die Brücke ist hin.“", None),
        ("In dem Brief, den Hale erhielt, heißt es: „Die Brücke ist hin.“", None),
        ("Hale bestritt, gesagt zu haben: „Die Brücke ist hin.“", None),
        ("Hale warf Tamm vor, gesagt zu haben: „Die Brücke ist hin.“", None),
        ("Hale wies den Vorwurf zurück, er habe gesagt: „Die Brücke ist hin.“", None),
        ("Falls Hale sagt: „Die Brücke ist hin“, gehen wir.", None),
        ("Tamm will, dass Hale sagt: „Die Brücke ist hin.“", None),
        # das Subjekt spricht
        ("Hale warf Tamm vor, gelogen zu haben: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale wies den Vorwurf zurück, er habe gelogen: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale will, dass Tamm geht: „Die Brücke ist hin.“", "Paul Hale"),
        ("Hale sagte es laut: „Die Brücke ist hin.“", "Paul Hale"),
    ],
)
def test_german(sentence: str, expected: str | None) -> None:
    assert speaker(GERMAN, sentence) == expected


def test_a_short_german_sentence_is_no_headline() -> None:
    """Nouns and names have capitals nearly everywhere; the names in it are read all the same."""
    text = (
        "Jan Hale saß am Fenster, Anna Losvane an der Tür.\n\n„Die Brücke hält keinen Winter mehr aus“, sagte Hale.\n"
    )
    assert [u.speaker for u in quotedb.parse(text, form="article")] == ["Jan Hale"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Die Brücke ist hin“, sagte Bürgermeisterin Ilse von Marn zu Beginn der Sitzung.", "Ilse von Marn"),
        ("„Die Brücke ist hin“, sagte der Reeder Otto van der Hagen zu Beginn der Sitzung.", "Otto van der Hagen"),
        ("„Die Brücke ist hin“, sagte Anna am Tor von Marn zu Beginn der Sitzung.", "Anna"),
        ("„Die Brücke ist hin“, sagte Anna von der Gewerkschaft zu Beginn der Sitzung.", "Anna"),
        ("« Le pont est perdu », a dit la maire Élise de Marne à l’ouverture de la séance.", "Élise de Marne"),
        ("« Le pont est perdu », a dit l’armateur Paul Le Goff à l’ouverture de la séance.", "Paul Le Goff"),
        ("« Le pont est perdu », a dit Jean de La Tour à l’ouverture de la séance du conseil.", "Jean de La Tour"),
        ("« Le pont est perdu », a soufflé un marin à l’ouverture de la séance du conseil.", "un marin"),
    ],
)
def test_names_with_particles(text: str, expected: str) -> None:
    """Small words behind a first name open a family name; behind another noun, or before a noun, they do not."""
    assert [u.speaker for u in quotedb.parse(text, form="article") if u.kind != "indirect"] == [expected]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_the_frames_are_whole(language: str) -> None:
    """Every line of the measuring has words in marks, and who said them."""
    for half in frames.HALVES:
        lines = list(frames.lines(half, language))
        assert len(lines) >= 60
        for line in lines:
            assert line.text[line.end] in "“« »", line.frame
            assert all(line.wanted), line.frame
