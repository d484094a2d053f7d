"""French by its lexicon alone, which is a file and nothing else: one table for each sieve, as for German."""

from __future__ import annotations

import pytest

from quotedb import Document, parse

Expected = list[tuple[str, str | None, str | None]]


def run(text: str) -> Expected:
    found: dict[int, Expected] = {}
    for one in parse(Document(text, language="fr"), "article"):
        assert text[one.start_char : one.end_char] == one.text
        found.setdefault(one.passage, []).append((one.text, one.label, one.speaker))
    return [(" / ".join(piece[0] for piece in pieces), *pieces[0][1:]) for pieces in found.values()]


BEHIND = [
    ("« Nous avons perdu », dit Marie Orlan.", [("Nous avons perdu", "Marie Orlan", "Marie Orlan")]),
    ("« Nous avons perdu », a déclaré Marie Orlan.", [("Nous avons perdu", "Marie Orlan", "Marie Orlan")]),
    ("“Nous avons perdu”, a déclaré lundi Marie Orlan.", [("Nous avons perdu", "Marie Orlan", "Marie Orlan")]),
    ("« Nous avons perdu ! » s'est exclamée Marie Orlan.", [("Nous avons perdu !", "Marie Orlan", "Marie Orlan")]),
    (
        "« Nous avons perdu », explique le capitaine Paul Vesk, qui dirige le port.",
        [("Nous avons perdu", "le capitaine Paul Vesk", "Paul Vesk")],
    ),
    (
        "« Nous avons perdu », a répondu la présidente de l'association.",
        [("Nous avons perdu", "la présidente", "la présidente")],
    ),
    (
        "Marie Orlan est arrivée tard. « Nous avons perdu », a-t-elle ajouté.",
        [("Nous avons perdu", "elle", "Marie Orlan")],
    ),
    ("Paul Vesk est arrivé tard. « Nous avons perdu », dit-il.", [("Nous avons perdu", "il", "Paul Vesk")]),
]

BEFORE = [
    ("Marie Orlan a déclaré : « Nous avons perdu. »", [("Nous avons perdu.", "Marie Orlan", "Marie Orlan")]),
    ("Le maire, Paul Vesk, a jugé le plan « totalement inutile ».", [("totalement inutile", "Le maire", "Paul Vesk")]),
    (
        "La ministre française Marie Orlan estime que le plan est « totalement inutile ».",
        [("totalement inutile", "La ministre française Marie Orlan", "Marie Orlan")],
    ),
    (
        "Paul Vesk a quitté la salle en ajoutant que le plan était « totalement inutile ».",
        [("totalement inutile", "Paul Vesk", "Paul Vesk")],
    ),
    (
        "Le ministre des Finances n'a pas caché que le plan était « totalement inutile », a regretté Paul Vesk.",
        [("totalement inutile", "Paul Vesk", "Paul Vesk")],
    ),
]

ACCORDING = [
    (
        "Selon Marie Orlan, le navire est « perdu pour toujours ».",
        [("perdu pour toujours", "Marie Orlan", "Marie Orlan")],
    ),
    ("Le navire est « perdu pour toujours », d'après Paul Vesk.", [("perdu pour toujours", "Paul Vesk", "Paul Vesk")]),
]

CONTINUED = [
    (
        "« Nous avons perdu », a dit Marie Orlan. « Personne n'est venu nous aider cette nuit-là. »",
        [("Nous avons perdu / Personne n'est venu nous aider cette nuit-là.", "Marie Orlan", "Marie Orlan")],
    ),
]

IN_THE_WRITERS_WORDS = [
    (
        "Marie Orlan a déclaré lundi que le port resterait fermé.",
        [("que le port resterait fermé", "Marie Orlan", "Marie Orlan")],
    ),
    (
        "Le port restera fermé tout l'hiver, a annoncé Marie Orlan.",
        [("Le port restera fermé tout l'hiver", "Marie Orlan", "Marie Orlan")],
    ),
    ("Selon Marie Orlan, le port est fermé.", [("le port est fermé", "Marie Orlan", "Marie Orlan")]),
    ("D’après Marie Orlan, le port rouvrira.", [("le port rouvrira", "Marie Orlan", "Marie Orlan")]),
    # no content: a clause about a thing, a sentence of the writer's own
    ("Marie Orlan a critiqué le navire que le port a acheté.", []),
    ("Le port, que Marie Orlan connaît bien, est fermé.", []),
]

ARTICLE = "\n\n".join(
    [
        "Le port de Tarn ferme ses portes",
        (
            "Le conseil municipal de Tarn a voté lundi la fermeture du port. « C'est une décision difficile, mais il n'y avait pas "
            "d'autre choix », a expliqué la maire, Marie Orlan, à la sortie de la séance. Elle a promis « une aide rapide » aux pêcheurs."
        ),
        (
            "« On nous a menti pendant des années », s'indigne Paul Vesk, qui préside le syndicat des marins. « Maintenant, on nous "
            "jette dehors. »"
        ),
        "Selon l'Agence du Nord, les travaux coûteront « plusieurs millions ». Le film « La Nuit du port » sera montré vendredi.",
    ]
)


@pytest.mark.parametrize(("text", "expected"), [*BEHIND, *BEFORE, *ACCORDING, *CONTINUED, *IN_THE_WRITERS_WORDS])
def test_who_said_it(text: str, expected: Expected) -> None:
    assert run(text) == expected


def test_a_cue_of_several_words_is_as_printed() -> None:
    """Small letters apart: d'après, not the words it is looked up by."""
    assert [one.cue for one in parse(Document("D’après Marie Orlan, le port rouvrira.", language="fr"))] == ["d’après"]


def test_an_article_tells_its_language() -> None:
    """Nothing says that this is French but its words; everything said has its speaker, the film is nobody's words."""
    assert [(one.text, one.speaker) for one in parse(ARTICLE)] == [
        ("C'est une décision difficile, mais il n'y avait pas d'autre choix", "Marie Orlan"),
        ("une aide rapide", "Marie Orlan"),
        ("On nous a menti pendant des années", "Paul Vesk"),
        ("Maintenant, on nous jette dehors.", "Paul Vesk"),
        ("plusieurs millions", "Agence du Nord"),
    ]
