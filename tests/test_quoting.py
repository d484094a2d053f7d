"""What the record says of words that it holds: quoted by whoever says them, had from somebody, never said."""

from __future__ import annotations

import pytest

import quotedb
from conftest import transcript
from quotedb.matching.quoting import denied_after, denies, is_quoted, is_said_there_by
from quotedb.parsing import lexicon

MINUTES = transcript(
    (
        "Ana Velt",
        (
            "Good evening to you all. As Bo Olane told us last week, “the lamps stay lit until the boats are home”. I agree. "
            "I told Bo Olane that the oil for it is mine to give."
        ),
    ),
    (
        "Bo Olane",
        (
            "Thank you, Ana. Who pays for the bread? There is a leaflet going round which has you saying, “No levy, not now and "
            "not later.” Did you ever say that?"
        ),
    ),
    (
        "Ana Velt",
        "I never said “no levy”. I never said “the harbour pays for all of it”, and you know that as well as I do.",
    ),
    ("Bo Olane", "I do not know what I know. You said in March that the pier is the town's own, and I wrote it down."),
)
ARTICLE = (
    "LANNOW - The council met on Monday.\n\n"
    "“As Bo Olane told us, ‘the gates stay open through the night’, and I believe him,” Ana Velt said.\n\n"
    "Cara Mond, who keeps the gates, denied having said “the boats may wait for all I care”.\n\n"
    "“Nobody has asked me about the night,” Cara Mond said.\n"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """A database with one meeting and what a paper made of it."""
    folder = tmp_path_factory.mktemp("record")
    (folder / "in").mkdir()
    (folder / "in" / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "in" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    quotedb.ingest(folder / "quotes.db", folder / "in")
    return folder / "quotes.db"


@pytest.mark.parametrize(
    ("quote", "speaker", "verdict", "flags"),
    [
        # quoted in a turn: by the one who says it, from the one who is asked for, from anybody
        ("the lamps stay lit until the boats are home", None, "verbatim", {"quoted"}),
        ("the lamps stay lit until the boats are home", "Ana Velt", "verbatim", {"quoted"}),
        ("the lamps stay lit until the boats are home", "Bo Olane", "verbatim", {"quoted", "speaker-uncertain"}),
        ("No levy, not now and not later", "Cara Mond", "verbatim", {"quoted", "speaker-uncertain"}),
        ("the lamps stay lit until the ships are home", "Bo Olane", "altered", {"quoted", "speaker-uncertain"}),
        # quoted in a quotation of an article
        (
            "the gates stay open through the night",
            "Bo Olane",
            "verbatim",
            {"quoted", "speaker-uncertain", "article-only"},
        ),
        # in no marks, but said to be another's: no accusation; a name beside the words is not enough
        ("the pier is the town's own", "Ana Velt", "other-speaker", set()),
        ("the oil for it is mine to give", "Bo Olane", "other-speaker", set()),
        # half inside the marks, half outside: the words are the speaker's
        ("until the boats are home. I agree", "Bo Olane", "other-speaker", set()),
        # never said
        ("the harbour pays for all of it", None, "verbatim", {"quoted", "denied"}),
        # an article that tells of the denial gives the words to nobody
        ("the boats may wait for all I care", None, "verbatim", {"denied", "article-only", "speaker-uncertain"}),
        # a plain statement has no flag, and is an accusation
        ("Nobody has asked me about the night", "Cara Mond", "verbatim", {"article-only"}),
        ("Who pays for the bread?", "Ana Velt", "other-speaker", set()),
    ],
)
def test_what_the_record_says_of_its_words(record, quote, speaker, verdict, flags):
    """No accusation on words that are only passed on, and a flag that says so."""
    answer = quotedb.verify(record, quote, speaker=speaker)
    assert (answer.verdict, set(answer.flags)) == (verdict, flags), answer.explanation


def test_a_sure_place_settles_whose_words_are_quoted(fresh):
    """Where another place gives the words to somebody for sure, a quotation of them clears nobody."""
    own = transcript(
        ("Dana Roke", "The wells of Tarn are dry to the last stone."),
        ("Bo Olane", "I am sorry to hear that from you, Dana. What do you need?"),
        ("Dana Roke", "I need forty carts, and I need them by Friday if you please."),
        ("Bo Olane", "You shall have them. I will see to it tonight, and thank you."),
    )
    path = fresh(
        own=own,
        minutes=MINUTES.replace(
            "the lamps stay lit until the boats are home", "The wells of Tarn are dry to the last stone"
        ),
    )
    quote = "The wells of Tarn are dry to the last stone"
    assert quotedb.verify(path, quote, speaker="Cara Mond").verdict == "other-speaker"
    answer = quotedb.verify(path, quote, speaker="Bo Olane")  # here Ana Velt says that he did
    assert (answer.verdict, answer.flags[:2]) == ("verbatim", ("speaker-uncertain", "quoted"))


@pytest.mark.parametrize(
    ("before", "expected", "language"),
    [
        ("I never said “", True, "en"),
        ("We met. I did not say that ", True, "en"),
        ("She denied having said: ", True, "en"),
        ("Er hat nie gesagt: „", True, "de"),
        ("Je n'ai jamais dit : « ", True, "fr"),
        # a question, a second negation, another sentence, words between
        ("Have I never said “", False, "en"),
        ("She never denied saying “", False, "en"),
        ("I never said. And then: ", False, "en"),
        ("I did not say this lightly: ", False, "en"),
        ("I said ", False, "en"),
        ("", False, "en"),
    ],
)
def test_a_denial_stands_right_before_the_words(before, expected, language):
    """Only plain denials count: a flag that may be wrong warns of nothing."""
    assert denies(before, lexicon(language)) is expected


@pytest.mark.parametrize(
    ("after", "expected", "language"),
    [
        (".” She never said that.", True, "en"),
        ("”. Olane said no such thing. The paper is sorry.", True, "en"),
        (".” The quotation was invented.", True, "en"),
        (".“ Das Zitat ist frei erfunden.", True, "de"),
        (".“ Er hat das nie gesagt.", True, "de"),
        (". » Elle n'a jamais dit cela.", True, "fr"),
        # of somebody else, of another thing, a question, no sentence of its own, words between
        (".” Velt never said that.", False, "en"),
        (".” The harbour was invented.", False, "en"),
        (".” She never said that before noon.", False, "en"),
        (".” Did she not say that?", False, "en"),
        (" she never said that.", False, "en"),
        (".” It rained. She never said that.", False, "en"),
        (".” “She never said that,” Velt answered.", False, "en"),
        ("", False, "en"),
    ],
)
def test_a_retraction_stands_right_behind_the_words(after, expected, language):
    """Only a sentence of its own, about the same person or about the words themselves."""
    assert denied_after(after, lexicon(language), "Bo Olane") is expected


def test_a_retraction_is_no_witness(fresh):
    """The paper that takes a quotation back holds its words, and says so."""
    article = (
        "LANNOW - An article of Monday quoted the keeper Bo Olane as saying: “The boats shall wait for ever.” He never said "
        "that. What he said was: “The boats shall not wait for ever.” The Lannow Post is sorry.\n"
    )
    path = fresh(article=article)
    assert "denied" in quotedb.verify(path, "The boats shall wait for ever").flags
    assert "denied" not in quotedb.verify(path, "The boats shall not wait for ever").flags


def test_marks_and_names_of_any_text_are_read():
    """No text is an error."""
    for text in ("“" * 40, "a 'b' c", "As Bo Olane said, “x y z”" * 200, '"'):
        assert is_quoted(text, 0, len(text)) in (True, False)
        assert is_said_there_by(text, 0, 1, ("Bo Olane", "")) in (True, False)
