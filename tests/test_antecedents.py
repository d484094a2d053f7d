"""Whom pronouns, titles and descriptions mean, and how sure that is: tables of (text, speaker of the last quotation)."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

import quotedb
from quotedb.models import SURE_FROM, UNCERTAIN_BELOW
from quotedb.parsing.analysis import analyse
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.pronouns import worth_of
from quotedb.parsing.people.sameoffice import fits, office_of

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
people = importlib.import_module("people")


def last(text: str) -> quotedb.Utterance:
    return [u for u in quotedb.parse(text, form="article") if u.kind in ("direct", "mixed")][-1]


MEANT = [
    # a role that opens the sentence is the new subject, though no name gives it
    ("Colin Oakes spoke for an hour. The judge stopped him. “That is enough for today,” she said.", "the judge"),
    ("Per Olin arrived at noon. The crowd cheered. “Thank you all for coming,” he said.", "Per Olin"),
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


TITLES = [
    # a title of the other gender is somebody else's
    ("Tom Young, a farmer, was arrested. He wept. “He is a good boy, my Tom,” Mrs. Young said.", "Young", False),
    ("Ida Brandt runs the ferry at Grenna. “I never learned to swim,” Mr. Brandt said.", "Brandt", False),
    # ... but not where it fits, or tells nothing, or where the first name may be anybody's
    ("Tom Young, a farmer, was arrested. “I have done nothing at all,” Mr. Young said.", "Tom Young", False),
    ("Ida Brandt runs the ferry at Grenna. “I never learned to swim,” Dr. Brandt said.", "Ida Brandt", False),
    ("Lee Tamm runs the ferry at Grenna. “I never learned to swim,” Ms. Tamm said.", "Lee Tamm", False),
    # of two with one last name the one who was named a little more often is not sure
    (
        "Mayor Carla Brandt and Otto Brandt share a name. “I would rather drown,” said Otto Brandt. “So would I,” said Brandt.",
        "Otto Brandt",
        True,
    ),
    # ... but one who is named all the time is
    (
        "Otto Brandt came. Otto Brandt sang. Otto Brandt left with Carla Brandt. Then it rained. “We could not stay,” said Brandt.",
        "Otto Brandt",
        False,
    ),
]


@pytest.mark.parametrize(("text", "speaker", "open_who"), TITLES)
def test_last_names_are_joined_to_whom_they_fit(text: str, speaker: str, open_who: bool) -> None:
    """A title's gender tells people of one last name apart; where two fit, the confidence and a problem say so."""
    found = last(text)
    assert found.speaker == speaker
    assert ((found.confidence or 0) <= 0.5) is open_who
    assert [problem.code for problem in analyse(text).problems] == ["ambiguous-name"] * open_who


ANSWERS = [
    # whoever is asked answers in the next sentence
    ("Reed asked Oakes whether he had seen the key. “No,” he said. “I was asleep the whole night.”", "Oakes"),
    ("Prosecutor Jane Moss asked witness Ann Dow what she saw. “I saw a van by the gate,” she said.", "Ann Dow"),
    ("Jim Reed cross-examined Tom Oakes for an hour. “I was asleep all the time,” he insisted.", "Tom Oakes"),
    ("“Where is the key?” Jim Reed asked Tom Oakes. “I never saw the thing,” he said.", "Tom Oakes"),
    # ... unless it was a request, or the next words are a question again
    ("Jim Reed asked Tom Oakes to stay. “I could not do it alone,” he said.", "Jim Reed"),
    ("Jim Reed asked Tom Oakes about the key. “Where did you put it?” he said.", "Jim Reed"),
    # whoever replies was told something before
    ("“I never saw the key,” Oakes told Reed. “You had it in your hand,” he replied.", "Reed"),
    # ... and whoever goes on told it
    ("“I never saw the key,” Jim Oakes told Tom Reed. “You had it in your hand,” he added.", "Jim Oakes"),
]


@pytest.mark.parametrize(("text", "speaker"), ANSWERS)
def test_whoever_is_spoken_to_answers(text: str, speaker: str) -> None:
    """A question is answered by whom it is put to, and "replied" is not said by who spoke last to that hearer."""
    assert last(text).speaker == speaker


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


DENIED = [
    "Clara Voss opened the fair. Clara Voss never said “the miners are lazy people.”",
    "Clara Voss opened the fair. She did not say “the miners are lazy people” at the table.",
    "Clara Voss opened the fair. She never said “the miners are lazy people,” her office insisted.",
    "Clara Voss opened the fair. “The miners are lazy people,” Voss never said.",
    "Clara Voss opened the fair. In a leaflet Voss is falsely quoted as saying “The miners are lazy people.”",
    "Clara Voss opened the fair. The leaflet falsely claims that Voss said “The miners are lazy people.”",
    "Clara Voss opened the fair. Voss refused to say “sorry for the mess.”",
    "Clara Voss opened the fair. Voss would not say “yes” or “no” to the offer.",
    "Clara Voss opened the fair. No official said “The miners are lazy people.”",
    "Die Ministerin Clara Voss eröffnete gestern die Messe in der Stadt. Clara Voss sagte nicht: „Die Bergleute sind faul.“",
    "La ministre Clara Voss a ouvert la foire hier. Clara Voss n’a jamais dit : « Les mineurs sont des paresseux. »",
]


@pytest.mark.parametrize("text", DENIED)
def test_words_that_are_denied_are_nobodys(text: str) -> None:
    """The words are kept with their label, nobody is named, and rule and confidence say why."""
    found = last(text)
    assert (found.speaker, found.rule and found.rule.endswith("; denied")) == (None, True)
    assert (found.confidence or 0) <= 0.3


SAID = [
    ("Clara Voss not only said “the miners are lazy people” but repeated it.", "Clara Voss"),
    ("Clara Voss did not comment. “We are a quiet family,” Voss said.", "Clara Voss"),
    ("Clara Voss said it was not “a lost cause for the town.”", "Clara Voss"),
    ("Clara Voss said the town would not agree to “a bridge of straw and hope.”", "Clara Voss"),
    ("Clara Voss would not say when, saying only that it would be “a good day for the town.”", "Clara Voss"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_what_is_denied_beside_the_words_denies_no_words(text: str, speaker: str) -> None:
    """Another verb's negation, "not only", and what the words themselves deny leave the speaker."""
    assert last(text).speaker == speaker


LEFT_OPEN = [
    "Die Ministerin Clara Voss eröffnete gestern die Messe in der Stadt. Voss bestritt, „Die Bergleute sind faul“ gesagt zu haben.",
    "Clara Voss opened the fair. Voss denied that she had called them “lazy people who sleep.”",
    "Clara Voss opened the fair. Voss denied saying “the miners are lazy people.”",
    "Bruno Leck came to the market. The mayor asked whether Leck had said “Let us burn the school.”",
    "Bruno Leck came to the market. Leck could have said “Let us burn the school,” but he kept silent.",
    "Bruno Leck came to the market. Did Leck say “Let us burn the school”?",
]


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_words_that_may_not_have_been_said_are_uncertain(text: str) -> None:
    """A question and a supposition leave it open; the rule says so."""
    found = last(text)
    assert found.rule is not None
    assert found.rule.endswith("; open whether it was said")
    assert (found.confidence or 0) <= 0.5


REPORTS = [
    ("Clara Voss never said that the miners were lazy.", None),
    ("The leaflet falsely claims that Clara Voss said the miners were lazy.", None),
    ("Clara Voss did not say whether the miners would come back.", "Clara Voss"),
    ("Clara Voss said that the miners were not lazy.", "Clara Voss"),
]


@pytest.mark.parametrize(("text", "speaker"), REPORTS)
def test_reports_of_what_was_not_said_name_nobody(text: str, speaker: str | None) -> None:
    """Reported speech that is denied is nobody's; a question left open is a report of it."""
    found = [u for u in quotedb.parse(f"The fair opened on Monday. {text}", form="article") if u.kind == "indirect"]
    assert found[-1].speaker == speaker


BEHIND = [
    # the subject behind its verb speaks on in the next sentence, past an age
    (
        "The ice is thin by now. Some children skate, says Nanna Quist, 34, a fisherman’s wife. “It is March.”",
        "Nanna Quist",
    ),
    # ... and behind a colon
    ("The ice is thin by now, says Arne Quist, 41, who keeps the shop: “It is March.”", "Arne Quist"),
    ("The ice is thin by now. Says Nanna Quist, 34: “It is March, after all.”", "Nanna Quist"),
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND)
def test_a_subject_behind_its_verb_is_seen(text: str, speaker: str) -> None:
    """With the verb of saying first, whom it names is the subject; "It is March." is a sentence and no title."""
    assert last(text).speaker == speaker
