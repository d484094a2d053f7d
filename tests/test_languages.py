"""Languages are data: every lexicon is sound, every key is known, used and documented, a broken file is refused in words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb import Document, QuotedbError, parse
from quotedb.parsing.article.quotations import find_quotations
from quotedb.parsing.lexicon import from_toml, languages, lexicon
from quotedb.parsing.lexicon.detection import lexicon_of
from quotedb.parsing.lexicon.keys import KEYS
from quotedb.parsing.people.cast import Cast
from quotedb.parsing.shapes import Block, Zone

ROOT = Path(__file__).parent.parent
PARSING = ROOT / "src" / "quotedb" / "parsing"
PAGE = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")

WHOLE = """
[language]
name = "Orvanian"
[quotes]
cues = ["dik"]
determiners = ["ta"]
prepositions = ["an"]
pronouns = ["sho"]
"""


@pytest.mark.parametrize("code", languages())
def test_every_lexicon_is_sound(code: str) -> None:
    """It says nothing that no lexicon may say, and its language is in its head."""
    assert lexicon(code).language == code
    assert lexicon(code).get("language.name")


@pytest.mark.parametrize("code", [*languages(), "anywhere"])
def test_no_word_stands_twice_in_a_list(code: str) -> None:
    """A list is a set: a word that stands twice is a slip of the hand."""
    text = (PARSING / "lexicon" / f"{code}.toml").read_text(encoding="utf-8")
    for key, body in re.findall(r"^(\w+) = \[(.*?)\]$", text, re.DOTALL | re.MULTILINE):
        words = re.findall(r'"((?:[^"\\]|\\.)*)"', body)
        assert len(words) == len(set(words)), f"{key}: {sorted({w for w in words if words.count(w) > 1})}"


def test_labels_of_anywhere_hold_for_every_language() -> None:
    """A Spanish minister or a Chinese chair may speak in a document in any language; no word of theirs is English, too."""
    anywhere = tomllib.loads((PARSING / "lexicon" / "anywhere.toml").read_text(encoding="utf-8"))
    assert "anywhere" not in languages()
    for code in languages():
        for section, lists in anywhere.items():
            for key, words in lists.items():
                assert f"{section}.{key}" in KEYS
                assert set(words) <= lexicon(code).words(f"{section}.{key}"), (code, section, key)
    for words in (lexicon("en").get("labels.voices"), lexicon("en").get("labels.titles")):
        assert len(words) == len(set(words))


def test_no_code_names_a_language() -> None:
    """What is special in a language is a property that its lexicon has; code asks for the property."""
    for path in PARSING.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert not re.search(r"""language\s*(?:==|!=|in)\s*[("']""", code), path


@pytest.mark.parametrize("path", KEYS)
def test_every_key_is_used_and_documented(path: str) -> None:
    """A key without code behind it, or without a line in the page, would lead people astray."""
    key = path.rpartition(".")[2]
    code = "".join(p.read_text(encoding="utf-8") for p in PARSING.parent.rglob("*.py") if p.name != "keys.py")
    assert re.search(rf"""["'.]{key}["']""", code) or path == "language.name"
    assert f"| `{path}` |" in PAGE


BROKEN = [
    (WHOLE + "[names\n", "or.toml is no TOML"),
    (WHOLE.replace("cues", "cuse"), "or.toml: no lexicon has quotes.cuse; is it quotes.cues?"),
    (WHOLE.replace('cues = ["dik"]\n', ""), "or.toml: quotes.cues is missing: verbs of saying"),
    (
        WHOLE.replace('["dik"]', '"dik"'),
        "or.toml: quotes.cues should be a list of strings in small letters: it is 'dik'",
    ),
    (WHOLE.replace('"dik"', '"Dik"'), "quotes.cues should be a list of strings in small letters: 'Dik' has a capital"),
    (WHOLE.replace('"dik"', "7"), "quotes.cues should be a list of strings in small letters: 7 stands in it"),
    (WHOLE + '[labels]\nnotes = ["(lak"]\n', "labels.notes should be a list of regular expressions: '(lak' is broken"),
    (WHOLE + '[names]\ngender = {sho = "x"}\n', "names.gender should be a table of words with m, f, n (it)"),
    (WHOLE + "[quotes.precision]\nother = 7\n", "quotes.precision should be a table of rules with numbers from 0 to 1"),
    (WHOLE + "[quotes.separable]\ndik = [1]\n", "quotes.separable should be a table of words with lists of words"),
    (WHOLE.replace('"Orvanian"', '"Orvanian"\nverb_second = "yes"'), "language.verb_second should be true or false"),
    (
        WHOLE.replace('"Orvanian"', '"Orvanian"\nshares = ["zonse"]'),
        "language.shares names zonse, which en.toml does not",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_lexicon_is_refused_in_words(text: str, message: str) -> None:
    """The sentence names the file, the key, and what should stand there."""
    with pytest.raises(QuotedbError) as caught:
        from_toml("or", text)
    assert message in str(caught.value)


def test_shared_words_come_after_the_own() -> None:
    """A language that shares a list has its own words and the English ones."""
    lex = from_toml(
        "or", WHOLE.replace('"Orvanian"', '"Orvanian"\nshares = ["names.suffixes"]') + '[names]\nsuffixes = ["ol"]\n'
    )
    assert lex.words("names.suffixes") == {"ol"} | lexicon("en").words("names.suffixes")


def test_the_example_of_the_page_is_a_language() -> None:
    """The small lexicon that docs/languages.md shows finds the speaker that the page says it finds."""
    (toml,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    lex = from_toml("or", toml)
    text, speaker = "“Lo nar,” dik Ana Vesk an ta Tarn.", "Ana Vesk"
    assert text in PAGE
    blocks = [Block(0, len(text), Zone.BODY, "paragraph")]
    (quotation,) = find_quotations(text, blocks, Cast(text, blocks, [], lex), lex)[0]
    assert (quotation.label, quotation.rule) == (speaker, "verb of saying after the quote, then its subject")


TOLD = [
    ("The harbour is closed, and nobody in the town knows what will happen to the boats that are in it.", "en"),
    ("Der Hafen ist geschlossen, und niemand in der Stadt weiß, was mit den Booten wird, die in ihm liegen.", "de"),
    ("Le port est fermé et personne dans la ville ne sait ce que vont devenir les bateaux qui y sont.", "fr"),
    ("O porto está fechado e ninguém sabe.", "en"),  # no lexicon: the default, whose words then tell that it is foreign
    ("", "en"),
    # few small words stand in minutes and lists: they tell where no neighbour has as many
    (
        (
            "Présents : Mme Rive, M. Lunet. M. Lunet : présente les devis pour le toit et demande une date. Décision : travaux en juin. "
            "Mme Rive : signe le contrat avec lui et cherche des clés."
        ),
        "fr",
    ),
    (
        (
            "Anwesend: Reif, Lunt. Lunt: legt Angebote für das Dach vor und fragt nach einem Termin. Beschluss: Arbeiten im Juni. "
            "Reif: unterschreibt den Vertrag mit ihm und sucht Schlüssel."
        ),
        "de",
    ),
    (
        (
            "Asistentes: Lunar, Riba. Sr. Lunar: informa de las obras. Acuerdo: se aprueba. Tarea: la Sra. Riba pide un presupuesto "
            "de la báscula."
        ),
        "en",
    ),
    (
        "Presenti: Calo, Stella. Stella: propone di riparare il tetto. Delibera: approvato. Calo: si oppone a un giardino per la casa.",
        "en",
    ),
    (
        "Aanwezig: Terwel, Bol. Terwel: meldt dat de pont in dok is. Besluit: de kade wordt in mei hersteld, Bol vraagt drie offertes.",
        "en",
    ),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_the_language_is_told_by_the_small_words(text: str, language: str) -> None:
    assert lexicon_of(text).language == language


SISTERS = [
    (
        "El ayuntamiento de Tarn ha votado el lunes el cierre del puerto. La alcaldesa dijo que no había otra opción y que se lo había "
        "explicado a los pescadores. Según el sindicato, es un error que la ciudad va a pagar durante años. «Nos han mentido», dijo Pablo "
        "Vesk. «Nunca más», repitió el portavoz de la región."
    ),
    (
        "Il consiglio comunale di Tarn ha votato lunedì la chiusura del porto. La sindaca ha detto che non c'era altra scelta e che lo "
        "aveva spiegato ai pescatori. «Ci hanno mentito», disse Pablo Vesk. «Mai più», ripeté il portavoce della regione."
    ),
    (
        "De gemeenteraad van Tarn heeft maandag gestemd voor de sluiting van de haven. De burgemeester zei dat er geen andere keuze was en "
        "dat zij het aan de vissers had uitgelegd. «Ze hebben ons voorgelogen», zei Pablo Vesk. «Nooit meer», herhaalde de woordvoerder."
    ),
]


@pytest.mark.parametrize("text", SISTERS)
def test_a_sister_language_is_not_taken_for_one_of_ours(text: str) -> None:
    """Half the small words of Spanish are French words too: still nobody but a name is named."""
    assert lexicon_of(text).language == "en"
    assert {one.label for one in parse(text)} <= {"Pablo Vesk", None}


def test_a_given_language_counts_unless_the_text_contradicts() -> None:
    """A short text is in the language that is given; a page in German that calls itself English is in German."""
    assert lexicon_of("„Gut“, sagte Lisow.", "de-AT").language == "de"
    assert lexicon_of(TOLD[1][0], "en").language == "de"
    assert lexicon_of(TOLD[0][0], "en").language == "en"
    assert lexicon_of(TOLD[1][0], "nl").language == "de"


PIECES = [
    "„",
    "“",
    "»",
    "«",
    "‚",
    "‘",
    "'",
    '"',
    ",",
    ".",
    ":",
    "(",
    ")",
    "–",
    "\n\n",
    "Wir haben verloren",
    "sagte",
    "Ilse Moren",
    "der Sprecher",
    "der Partei",
    "gab",
    "bekannt",
    "so",
    "laut",
    "zufolge",
    "sei",
    "die",
    "als",
    "am 4. Mai",
    "Morens",
    "heißt es",
    "in dem Brief",
    "Nous avons",
    "a-t-elle",
    "l'",
    "s'est",
    "déclaré",
    "selon",
    "le maire",
    "en ajoutant",
    "qu'il",
    "d'après",
]


@pytest.mark.parametrize("code", languages())
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), joint=st.sampled_from(["", " "]))
@settings(max_examples=80, deadline=None)
def test_any_text_gives_a_result(code: str, pieces: list[str], joint: str) -> None:
    """Whatever the words and marks, in every language: no exception, and every span is the text's own."""
    text = joint.join(pieces)
    for one in parse(Document(text, language=code)):
        assert text[one.start_char : one.end_char] == one.text


def test_the_language_of_the_document_decides() -> None:
    """The same line in German and as nothing known: a verb of saying, or only a name beside the marks."""
    text = "„Gut so“, so Lisow."
    assert [one.rule for one in parse(Document(text, language="de"), "article")] == ["credited after the quote"]
