"""Whom pronouns, titles and descriptions mean, and how sure that is: tables of (text, speaker of the last quotation)."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

import quotedb
from quotedb.models import SURE_FROM, UNCERTAIN_BELOW
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.pronouns import worth_of
from quotedb.parsing.people.sameoffice import fits, office_of

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
people = importlib.import_module("people")


def last(text: str) -> quotedb.Utterance:
    return [u for u in quotedb.parse(text, form="article") if u.kind in ("direct", "mixed")][-1]


MEANT = [
    # the name behind a description stands where the description stands
    (
        (
            "President Halvar Vesk opened the ward on Tuesday. The father of a patient, Edvin Tamm, stood at the gate. "
            "“Nobody told us,” he said."
        ),
        "Edvin Tamm",
    ),
    # ... and is what the noun says
    (
        "Odran Turan came at noon. The pilot’s wife, Bexa Meel, came late. “We waited for hours,” he said.",
        "Odran Turan",
    ),
    # a single name beside a noun for a person
    ("Painter Hugo Lenz has lost his voice. His daughter Cosima speaks for him. “He says blue,” she said.", "Cosima"),
    # the owner of something is mentioned as well
    (
        "When Brenda Hoyle’s dog came home after a month, it was fat. “It would not look at me,” she said.",
        "Brenda Hoyle",
    ),
    # a time before the name makes no body of it
    (
        "Gloria Stamm founded the shelter in 1991. Every evening Doris Pohl, 63, cooks for all. “I used to cook for one,” she says.",
        "Doris Pohl",
    ),
    # whoever opens a sentence after the last to speak is the new subject
    (
        "Erik Salm and Oskar Lind both scored. “My feet did it,” Salm said. Lind was more sober. “We defended badly,” he said.",
        "Oskar Lind",
    ),
    # who comes behind an opening clause is the subject of the sentence
    (
        "While Edgar Noll was in the shower, Ferdinand Behr drove off with his car. “The keys were in it,” he said.",
        "Ferdinand Behr",
    ),
    # somebody new whom no name gives
    (
        "Bishop Leonard Craig blessed the boats at six. An old fisherman kept his cap on. “It did not help last year,” he said.",
        "an old fisherman",
    ),
    # a name that comes only after the pronoun, where nobody else is there
    ("“We will not sell the house,” she said. Harriet Cobb, who lives in it, has refused four offers.", "Harriet Cobb"),
    # German: the name behind a description after its verb
    (
        (
            "Gestern kam der Minister Tor Vesk in den Hafen. Unterdessen lobte der Vorsitzende des Vereins, Peter Tamm, den neuen Plan. "
            "Er nannte ihn „einen großen Schritt für alle“."
        ),
        "Peter Tamm",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_pronouns_mean_who_acts(text: str, speaker: str) -> None:
    """Apposition, owners, strangers and new subjects are seen as readers see them."""
    assert last(text).speaker == speaker


OFFICES = [
    # another office with the same last name is another person
    (
        "Foreign Minister Sabine Orlech signed it. Mayor Orlech of Tarn was not asked. “We heard it on the radio,” Mayor Orlech said.",
        "Orlech",
    ),
    (
        (
            "Außenministerin Sabine Orlech eröffnete gestern die Messe in der Stadt. Bürgermeister Orlech empfing sie mit Brot. "
            "„Wir sind nicht verwandt“, sagte Bürgermeister Orlech."
        ),
        "Orlech",
    ),
    # unless the document says both of one
    (
        "Senator Maud Greer became governor in January. “It was the easiest line in the budget,” Governor Greer said.",
        "Maud Greer",
    ),
    # a shorter or an abbreviated title is no other office
    ("Senator Maud Greer came. “We lost the vote,” Sen. Greer said.", "Maud Greer"),
    ("Foreign Minister Sabine Orlech came. “We lost the vote,” Minister Orlech said.", "Sabine Orlech"),
    ("Former President Yosef Abel came back. “I am home,” President Abel said.", "Yosef Abel"),
    ("Senator Maud Greer came. “We lost the vote,” Ms. Greer said.", "Maud Greer"),
    # of two ministers the one with this office
    (
        "Finance Minister Harald Krone and Justice Minister Ulla Brem met. “The eggs were good,” the finance minister said.",
        "Harald Krone",
    ),
    (
        "Finance Minister Harald Krone spoke to Ulla Brem. “The eggs were good,” the justice minister said.",
        "the justice minister",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), OFFICES)
def test_offices_tell_people_apart(text: str, speaker: str) -> None:
    """A mayor and a minister with one last name are two people; a title that is shorter or longer is one."""
    assert last(text).speaker == speaker


def test_offices_fit_each_other_or_do_not() -> None:
    """Abbreviations and shorter titles fit; "Mr." is no office at all."""
    english = lexicon("en")
    assert office_of(("mr",), english) is None
    assert office_of(("former",), english) is None
    assert office_of(("former", "foreign", "minister"), english) == ("foreign", "minister")
    for one, other, same in (
        (("sgt",), ("sergeant",), True),
        (("gov",), ("governor",), True),
        (("detective", "sergeant"), ("sergeant",), True),
        (("gen",), ("governor",), False),
        (("prime", "minister"), ("foreign", "minister"), False),
        (("mayor",), ("minister",), False),
    ):
        assert fits(one, [other]) is same


CLEAR = [
    "Police Chief Donna Reyes resigned on Monday after eleven years. Reyes gave no reason. “It was time,” she said at a news conference.",
    "Anton Meller has fished off Grenna since he was nine. He has never seen the nets so empty. “This year we caught jellyfish,” he said.",
]
OPEN = [
    "Paul Winter and Simon Lauder left the meeting together after midnight. “I have nothing more to say,” he told reporters.",
    "Bexa Turan and Odran Meel run the night bus. Meel drives, Turan sings. “They prefer it to the radio,” she said.",
    "The buses came at noon, and the president, Adrian Moll, had gone. “We knew nothing,” he said. Edgar Sorrel, a father, had waited.",
    "The gunman’s brother, Rolf Aster, was woken at four. Chief Inspector Hans Veit led the search. “I had no idea,” he said.",
]


@pytest.mark.parametrize("text", CLEAR)
def test_a_pronoun_that_can_mean_one_is_sure(text: str) -> None:
    """Where only one person can be meant the confidence says so."""
    assert (last(text).confidence or 0) >= SURE_FROM


@pytest.mark.parametrize("text", OPEN)
def test_a_pronoun_that_could_mean_two_is_not(text: str) -> None:
    """Where two people fit equally, nobody is named, or uncertainly."""
    found = last(text)
    assert found.speaker is None or (found.confidence or 0) < UNCERTAIN_BELOW


def test_what_a_share_is_worth_rises_with_it() -> None:
    """Between its points the curve is a line, and it never falls."""
    values = [worth_of(share / 100) for share in range(101)]
    assert values == sorted(values)
    assert values[0] == 0 < values[-1] < 1


def test_the_articles_of_the_benchmark_are_annotated_where_quotations_end() -> None:
    """Every note stands behind a closing mark, and every second article is held back."""
    articles = people.articles()
    assert len(articles) >= 60
    for about, text, wanted in articles:
        assert wanted, about
        for want in wanted:
            assert text[: want.end].rstrip(",.")[-1] in '”"“’', f"{about}: {text[max(0, want.end - 20) : want.end]}"


def test_sure_answers_of_the_articles_in_sight_are_right() -> None:
    """Of the people named in the band "sure" at least 94 of a hundred said it."""
    in_sight = list(people.answers(people.articles()[::2]))
    sure = [one.right for one in in_sight if one.is_sure]
    assert len(sure) >= 60
    assert sum(sure) / len(sure) >= 0.94
