"""One word in two spellings is told from another word: the answer is altered, and says that nothing else differs."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import quotedb
from conftest import transcript
from quotedb.cli import main
from quotedb.matching import check_draft, tally
from quotedb.models import Document

BUDGET = transcript(
    (
        "Mara Olin",
        "The honourable neighbours of our harbour organised a rise of 4 per cent, and 1,500 lamps were cancelled.",
    ),
    ("Teo Brandt", "A cease-fire of research and development. A rise of 6% it is; a dialogue on four metres of ten."),
    ("Mara Olin", "Its keepers filed a prise of three, and filled the third one for us."),
    (
        "Teo Brandt",
        "I don't recognise the three of them. Well, it's a rise of 1.5 billion. You won't get it, ten dams or not.",
    ),
)
ABROAD = {
    "de": (
        "Bürgermeisterin Ännchen Gröl: Wir müssen die Kosten von 1,5 Mio. Kronen nicht allein tragen, es sind 12.400 Lampen.\n\n"
        "Frage: Wann dürfen die Händler zurückkehren, und wer sagt es ihnen?\n\n"
        "Bürgermeisterin Ännchen Gröl: Im Oktober, und keinen Tag früher. Ich weiß, daß das spät ist, um 4 % zu spät.\n\n"
        "Frage: Danke, das war alles, was wir wissen wollten.\n"
    ),
    "ar": "Host: Who wrote it?\n\nمنى الراوي: النهر لا ينسى أسماء الذين عبروه.\n\nHost: I thank you.\n\nمنى الراوي: شكرا جزيلا.\n",
}


@pytest.mark.parametrize(
    "quote",
    [
        # British and American, with whatever ends the word
        "The honorable neighbors of our harbor organized a rise",
        "1,500 lamps were canceled",
        "a dialog on four meters of ten",
        # written together, apart, or with a hyphen
        "A ceasefire of research and development",
        "a cease fire of research",
        # numbers in words and in digits, with and without commas
        "and 1500 lamps",
        "four metres of 10",
        # a sign and its word, also where it stands last
        "a rise of 4 percent",
        "organised a rise of 4%, and",
        "a rise of 6 per cent",
        "a rise of six percent it is",
        "research & development",
        # contractions
        "I do not recognise the three of them",
        "it is a rise of 1.5bn",
        "You will not get it",
    ],
)
def test_another_spelling_is_told_as_such(fresh, quote):
    """However short the quote: it is the record's own words."""
    verdict = quotedb.verify(fresh(talk=BUDGET), quote)
    assert (verdict.verdict, verdict.flags) == ("altered", ("spelling-only",))
    assert "in another spelling:" in verdict.explanation


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("de", "die Kosten von 1,5 Millionen Kronen nicht allein tragen"),
        ("de", "es sind 12 400 Lampen"),
        ("de", "Wann duerfen die Haendler zurueckkehren, und wer sagt es ihnen"),
        ("de", "das spät ist, um 4 Prozent zu spät"),
        ("ar", "النَّهر لا ينسى أسمـاء الذين عبروه"),
    ],
)
def test_spellings_of_other_languages(fresh, language, quote):
    """Short forms of large numbers, parted thousands, keyboards without umlauts, vowel signs and lengthened words."""
    verdict = quotedb.verify(fresh(talk=ABROAD[language]), quote)
    assert (verdict.verdict, verdict.flags[:1]) == ("altered", ("spelling-only",))


def test_a_comma_that_is_no_thousand_makes_another_number(fresh):
    """1,5 and 15 differ by a factor of ten."""
    verdict = quotedb.verify(fresh(talk=ABROAD["de"]), "Wir müssen die Kosten von 15 Mio. Kronen nicht allein tragen")
    assert (verdict.verdict, verdict.flags) == ("altered", ("number-changed",))


@pytest.mark.parametrize(
    "quote",
    [
        "a rise of 5 percent, and 1,500 lamps were canceled",  # another number is another number
        "a dialog on 4 meters of twelve",
        "and 15,00 lamps",
        "filled a prise of three",  # filled is not filed, whatever is doubled
        "filed a prize of three",  # three letters at least stand before an ending that has two spellings
        "the 3 one for us",  # third is no name of three
        "It's keepers filed a prise",  # an apostrophe makes another word
        "it is a rise of 1.5m",  # bn is no m
        "You will get it, ten dams or not",
    ],
)
def test_another_word_is_no_spelling(fresh, quote):
    """What only looks alike."""
    assert "spelling-only" not in quotedb.verify(fresh(talk=BUDGET), quote).flags


def test_a_spelling_of_somebody_else_is_an_accusation_like_any_other(fresh):
    """The words are the record's, and the record has them from somebody else."""
    path = fresh(talk=BUDGET)
    theirs = quotedb.verify(path, "a dialog on four meters of ten", "Teo Brandt")
    assert (theirs.verdict, theirs.matches[0].speaker) == ("altered", "Teo Brandt")
    assert quotedb.verify(path, "a dialog on four meters of ten", "Mara Olin").verdict == "other-speaker"


def test_every_word_of_both_sides_is_shown(fresh):
    """The difference holds the whole quote and the whole place, also where words are run together."""
    verdict = quotedb.verify(fresh(talk=BUDGET), "a ceasefire of research & development")
    assert [(op, ours, theirs) for op, ours, theirs in verdict.matches[0].diff if op != "equal"] == [
        ("replace", "ceasefire", "cease-fire"),
        ("insert", "", "and"),
    ]
    assert verdict.matches[0].text == "A cease-fire of research and development"


def test_the_desk_sees_what_a_count_hides(fresh):
    """Of altered quotations those in spelling only, of verbatim ones those of which it is open whose they are."""
    path = fresh(
        talk=BUDGET, article="“The lamps stay lit tonight,” a spokesman said on the pier.\n\nNobody answered.\n"
    )
    draft = "“A rise of 4 percent,” Mara Olin said. “The lamps stay lit tonight,” Mara Olin added."
    assert tally(check_draft(path, Document(draft))) == (
        "2 quotations: 1 verbatim (1: whose words is less than sure), 1 altered (1: in spelling only)"
    )


def test_scripts_see_the_flag(fresh):
    """As JSON, with the exit code of any difference: by the contract other letters are not verbatim."""
    done = CliRunner().invoke(main, ["verify", str(fresh(talk=BUDGET)), "1500 lamps were cancelled", "--json"])
    assert (done.exit_code, json.loads(done.stdout)["flags"]) == (1, ["spelling-only"])
