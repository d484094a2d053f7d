"""Whose words in French and German, where the nearest name does not speak: somebody hears, remembers, quotes, denies."""

from __future__ import annotations

import pytest

import quotedb

FRENCH = (
    "Paul Hale et Anne Tamme sont venus lundi à la mairie de Tarn. Louis Kroll était là aussi.\n\n",
    "\n\nLa séance a duré jusqu’à neuf heures, et tout le monde est rentré chez soi.\n",
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
        ("« Le pont est perdu », a confié Hale à la journaliste Tamme.", "Paul Hale"),
    ],
)
def test_french(sentence: str, expected: str | None) -> None:
    assert speaker(FRENCH, sentence) == expected
