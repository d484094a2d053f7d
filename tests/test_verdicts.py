"""Altered, other wording, somebody else's words: rules on the alignment, warnings, and whom nobody accuses."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotedb
from conftest import transcript
from quotedb.matching.partners import partners
from quotedb.matching.verification import look_up
from quotedb.parsing import words

COUNCIL = transcript(
    (
        "Mara Olin",
        (
            "The council will not close the harbour school before the end of the winter term in March. We have put aside "
            "1,500 crowns for every boat that comes home empty, and nobody in Vesterby has to sell a boat this year."
        ),
    ),
    (
        "Teo Brandt",
        (
            "I have counted three hundred lamps on the north pier and not one of them was lit during the storm. "
            "The keepers were asleep."
        ),
    ),
    (
        "Mara Olin",
        (
            "Then let me answer the keepers as well. A harbour that sleeps is a harbour that drowns, and I shall not drown "
            "with it. The engineers of Lannow told us last autumn that the gates would hold against any tide of this century."
        ),
    ),
    ("Teo Brandt", "Engineers say many things. Ask the widows of the Skarrow what the gates did in the great flood."),
)
SCHOOL = "The council will not close the harbour school before the end of the winter term"
LAMPS = "I have counted three hundred lamps on the north pier and not one of them was lit during the storm"


@pytest.fixture
def council(fresh):
    """A database with one meeting."""
    return fresh(council=COUNCIL)


@pytest.mark.parametrize(
    ("quote", "verdict", "flags"),
    [
        # left-out: every word stands there, in order
        (
            "We have put aside 1,500 crowns for every boat, and nobody has to sell a boat this year",
            "altered",
            ("name-changed",),
        ),
        # near-copy: a word or two are others
        (SCHOOL.replace("winter", "summer"), "altered", ()),
        (SCHOOL.replace("close", "shut down"), "altered", ()),
        # but small words swapped for small words are what translators differ in
        (LAMPS.replace("during", "in"), "altered", ()),
        (LAMPS.replace("on the", "at the").replace("of", "among").replace("during", "in"), "other-wording", ()),
        # one-by-one: more words are others, in a few places, and the small words are the same
        (
            LAMPS.replace("counted", "seen").replace("north pier", "eastern quay").replace("lit", "alight"),
            "altered",
            (),
        ),
        (
            LAMPS.replace("counted", "seen")
            .replace("north pier", "quay")
            .replace("lit", "alight")
            .replace("on", "by", 1),
            "other-wording",
            (),
        ),
        # what weighs more than a word
        (SCHOOL.replace("not ", ""), "altered", ("negation-changed",)),
        (LAMPS.replace("three hundred", "four hundred"), "altered", ("number-changed",)),
        ("We have put aside 1,600 crowns for every boat that comes home empty", "altered", ("number-changed",)),
        ("and nobody in Orvask has to sell a boat this year", "altered", ("name-changed",)),
        (
            "the council won't close the harbour school before the end of the winter term",
            "altered",
            ("spelling-only",),
        ),
        # reordered: all of it is there, in another order
        ("before the end of the winter term in March the council will not close the harbour school", "altered", ()),
        # an ellipsis on the way is no change, a word is
        ("The council will not close the school … before the end of the winter term", "altered", ()),
        # same-sense: too much differs for a copy, and nothing else in the record says anything like it
        ("A harbour asleep is a drowning harbour, and I will not be drowned together with it", "other-wording", ()),
        # too short: many passages hold most of four words
        ("the council will close", "not-found", ()),
        ("gates of the Skarrow", "not-found", ()),
        # nobody said that
        ("We shall build a railway from the lighthouse to the market square by next spring", "not-found", ()),
    ],
)
def test_verdict_and_warnings(council, quote, verdict, flags):
    """Each rule with a quote that only it explains."""
    answer = quotedb.verify(council, quote)
    assert (answer.verdict, answer.flags) == (verdict, flags)


def test_a_named_speaker_ties_a_short_quote_to_a_passage(council):
    """Five words are enough where the person who is named said four of them together."""
    assert quotedb.verify(council, "the keepers were all asleep").verdict == "not-found"
    answer = quotedb.verify(council, "the keepers were all asleep", speaker="Teo Brandt")
    assert (answer.verdict, answer.matches[0].diff) == (
        "altered",
        (
            ("equal", "the keepers were", "The keepers were"),
            ("delete", "all", ""),
            ("equal", "asleep", "asleep"),
        ),
    )


def test_nearly_the_words_of_another_are_an_accusation_with_a_difference(council):
    """Words put into another's mouth are told from words that the person said otherwise."""
    answer = quotedb.verify(council, LAMPS.replace("three", "two"), speaker="Mara Olin")
    assert (answer.verdict, answer.flags) == ("other-speaker", ("number-changed",))
    assert ("replace", "two", "three") in answer.matches[0].diff
    assert answer.explanation.startswith("Nearly these words stand in the record, but from somebody else")


def test_another_wording_of_another_person_is_no_finding(council):
    """Two people may think alike: a paraphrase accuses nobody."""
    quote = "A harbour asleep is a drowning harbour, and I will not be drowned together with it"
    assert quotedb.verify(council, quote, speaker="Mara Olin").verdict == "other-wording"
    assert quotedb.verify(council, quote, speaker="Teo Brandt").verdict == "not-found"


def test_the_named_speakers_own_near_words_come_before_anothers_exact_ones(fresh):
    """Who said nearly these words is not accused of another's."""
    path = fresh(
        council=COUNCIL,
        later=transcript(
            ("Teo Brandt", "The council will not close the harbour school before the end of the summer term."),
            ("Mara Olin", "Is that so?"),
            ("Teo Brandt", "It is."),
            ("Mara Olin", "Then write it down."),
        ),
    )
    answer = quotedb.verify(path, SCHOOL.replace("winter", "summer"), speaker="Mara Olin")
    assert [(m.speaker, m.verdict) for m in answer.matches] == [
        ("Mara Olin", "altered"),
        ("Teo Brandt", "other-speaker"),
    ]
    assert answer.verdict == "altered"


ARTICLE = "The council met on Monday.\n\n{}\n"


@pytest.mark.parametrize(
    ("article", "why"),
    [
        ("“The old pier must fall before winter comes again,” a spokesman said.", "an unnamed voice in an article"),
        ("“The old pier must fall before winter comes again,” Olin said.", "a bare last name"),
    ],
)
def test_nobody_is_accused_on_an_uncertain_attribution(fresh, article, why):
    """The words stand there, and may be the named person's: verbatim with a flag, never other-speaker."""
    path = fresh(article=ARTICLE.format(article), council=COUNCIL)
    for quote, verdict in (
        ("The old pier must fall before winter comes", "verbatim"),
        ("The old pier will fall before winter comes again", "altered"),
    ):
        answer = quotedb.verify(path, quote, speaker="Teo Brandt" if "spokesman" in article else "Ida Olin")
        assert answer.verdict != "other-speaker", why
        assert answer.verdict == verdict
        assert "speaker-uncertain" in answer.flags


def test_of_many_words_a_sure_place_leaves_no_doubt(fresh):
    """No two people say so many words alike: a voice that nobody knows is no doubt, a label like the name is one."""
    talk = transcript(
        ("Mara Olin", "We shall never again use the road as a weapon, and I ask you to write it down. Good night."),
        ("Teo Brandt", "I have written it down, every word of it."),
        ("Mara Olin", "I thank you."),
        ("Teo Brandt", "I thank you, too."),
    )
    article = (
        "The road stays open, it was said. “We shall never again use the road as a weapon, and I ask you to write it down. "
        "Good night.”\n"
    )
    path = fresh(talk=talk, article=article)
    long, short = "We shall never again use the road as a weapon", "Good night"
    assert quotedb.verify(path, long, "Teo Brandt").verdict == "other-speaker"
    assert quotedb.verify(path, long, "Nobody Known").verdict == "other-speaker"
    assert quotedb.verify(path, short, "Teo Brandt").verdict == "verbatim"
    bare = talk.replace("Mara Olin", "BRAND").replace("Teo Brandt", "SORIN")
    assert quotedb.verify(fresh(bare=bare), long, "Teo Brandt").verdict == "verbatim"


HEARING = transcript(
    ("Mara Olin", "The gates were shut at noon. I saw it, and I will swear to it."),
    ("Teo Brandt", "Then who opened them again before the flood came in?"),
    ("Mara Olin", "I do not know. What I wanted to say is that the keeper"),
    ("Teo Brandt", "Order."),
    ("Mara Olin", "has never had a key to them. Nobody has."),
    ("Teo Brandt", "We shall see."),
)


@pytest.mark.parametrize(
    ("quote", "verdict", "parts"),
    [
        # an answer and the next question, run together
        (
            "I saw it, and I will swear to it. Then who opened them again before the flood",
            "altered",
            [
                ("Mara Olin", "I saw it, and I will swear to it"),
                ("Teo Brandt", "Then who opened them again before the flood"),
            ],
        ),
        # before and after an interruption, without it and with it
        (
            "What I wanted to say is that the keeper has never had a key to them",
            "altered",
            [("Mara Olin", "What I wanted to say is that the keeper"), ("Mara Olin", "has never had a key to them")],
        ),
        (
            "What I wanted to say is that the keeper -- Order -- has never had a key",
            "altered",
            [
                ("Mara Olin", "What I wanted to say is that the keeper"),
                ("Teo Brandt", "Order"),
                ("Mara Olin", "has never had a key"),
            ],
        ),
    ],
)
def test_passages_run_together_are_told_apart(fresh, quote, verdict, parts):
    """Every word stands there, but not as one person's: each part is shown where it stands."""
    answer = quotedb.verify(fresh(talk=HEARING), quote)
    assert (answer.verdict, answer.flags[:1]) == (verdict, ("across-passages",))
    assert [(match.speaker, match.text) for match in answer.matches] == parts
    assert all(name in answer.explanation for name, _ in parts)
    forms = [word.form for word in words(quote)]
    assert [[w.form for _, ours, _ in match.diff for w in words(ours)] for match in answer.matches] == [forms] * len(
        parts
    )


@pytest.mark.parametrize(
    "quote",
    [
        "I saw it. Then who opened them again before the flood came in",  # words between are left out
        "Then who opened them again before the flood came in? Order, we shall see",  # no neighbours
        "has never had a key to them. Nobody has. The gates were shut at noon",  # in another order
    ],
)
def test_passages_that_do_not_join_are_no_passages_run_together(fresh, quote):
    """Only the end of one and the beginning of the next."""
    assert "across-passages" not in quotedb.verify(fresh(talk=HEARING), quote).flags


def test_two_places_of_one_person_leave_no_doubt(fresh):
    """A surer place gives the same words to the same person: they are not perhaps somebody else's."""
    path = fresh(
        a=ARTICLE.format("“The old pier must fall before winter comes again,” Mara Olin said at the harbour."),
        b=ARTICLE.format("“The old pier must fall before winter comes again,” Mara Olin said. Nobody answered."),
    )
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE utterances SET confidence = 0.6 WHERE id = 1")
    conn.close()
    answer = quotedb.verify(path, "the old pier must fall before winter", speaker="Teo Brandt")
    assert {match.confidence >= 0.8 for match in answer.matches} == {True, False}
    assert (answer.verdict, {match.verdict for match in answer.matches}) == ("other-speaker", {"other-speaker"})


def test_an_unsure_place_is_not_said_to_be_perhaps_the_named_persons(fresh):
    """The record names somebody else, if unsurely: the sentence says whom."""
    path = fresh(council=COUNCIL, article=ARTICLE.format("“The old pier must fall before winter,” Mara Olin said."))
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE utterances SET confidence = 0.6 WHERE kind = 'direct'")
    conn.close()
    answer = quotedb.verify(path, "the old pier must fall before winter", speaker="Teo Brandt")
    assert "perhaps from this speaker" not in answer.explanation
    assert "but from Mara Olin as far as the record knows, which is less than sure" in answer.explanation
    answer = quotedb.verify(path, "the old pier must fall before winter", speaker="Mara Olin")
    assert "perhaps from this speaker" in answer.explanation


@pytest.mark.parametrize("changed", [("will not close", "will close"), ("1,500", "1,900")])
def test_translations_are_no_excuse_for_a_number_or_a_not(fresh, changed):
    """Other words are the translator's; a number and a "not" are in both."""
    path = fresh(council=COUNCIL.replace("Mara Olin:", "Mara Olin (as interpreted):"))
    quote = f"{SCHOOL} in March. We have put aside 1,500 crowns for every boat that comes home empty"
    answer = quotedb.verify(path, quote.replace(*changed))
    assert answer.verdict == "altered"
    assert "as translations differ" not in answer.explanation


def test_reported_speech_is_the_outlets_wording(fresh):
    """Words that stand in reported speech only are flagged, and nobody is said to have altered them."""
    path = fresh(article=ARTICLE.format("“The old pier must fall before winter comes again,” Mara Olin said."))
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE utterances SET kind = 'indirect'")
    conn.close()
    answer = quotedb.verify(path, "the old pier must fall before winter")
    assert (answer.verdict, answer.flags) == ("verbatim", ("article-only", "reported-only"))
    assert "as an article reports it in its own words" in answer.explanation
    answer = quotedb.verify(path, "the old pier must go before winter comes again")
    assert (answer.verdict, answer.flags) == ("other-wording", ("article-only", "reported-only"))
    answer = quotedb.verify(path, "the old pier must fall before winter", speaker="Mara Olin")
    assert "from this speaker" not in answer.explanation
    assert quotedb.verify(path, "the old pier must fall before winter", speaker="Teo Brandt").verdict != "other-speaker"


def test_a_translation_is_never_a_misquote(fresh):
    """What was interpreted can only be quoted in some translation."""
    path = fresh(council=COUNCIL.replace("Mara Olin:", "Mara Olin (as interpreted):"))
    answer = quotedb.verify(path, SCHOOL.replace("close", "shut"))
    assert (answer.verdict, answer.flags, answer.matches[0].rendering) == (
        "altered",
        ("only-translation",),
        "interpreted",
    )
    assert "as translations differ" in answer.explanation


def test_a_transcript_that_differs_is_shown(fresh):
    """A paper lost the "not": its sentence is verbatim, in an article only, and the transcript stands beside it."""
    article = ARTICLE.format(f"“{SCHOOL.replace(' not', '')},” Mara Olin said at the harbour.")
    answer = quotedb.verify(fresh(council=COUNCIL, article=article), SCHOOL.replace(" not", ""))
    assert [(m.kind, m.verdict, m.flags) for m in answer.matches] == [
        ("direct", "verbatim", ()),
        ("turn", "altered", ("negation-changed",)),
    ]
    assert (answer.verdict, set(answer.flags)) == ("verbatim", {"article-only", "transcript-differs"})


def test_wire_copy_is_one_place(fresh):
    """One report in two papers is one witness; two reports are two."""
    report = (
        "The council met on Monday in the old school, and the harbour was its only theme all evening long.\n\n"
        "“The old pier must fall before winter,” Mara Olin said at the harbour, and most of those there agreed with her.\n"
    )
    path = fresh(
        gazette=f"Gazette\n\n{report}\nMore news on page two of this paper.\n",
        herald=f"Herald\n\nFrom our wire.\n\n{report}\nThe Herald is out every day.\n",
        courier="The mayor came home late.\n\n“The old pier must fall before winter,” Mara Olin said, tired.\n",
    )
    answer = quotedb.verify(path, "the old pier must fall before winter")
    assert sorted(len(match.copies) for match in answer.matches) == [0, 1]


def test_more_places_than_are_given_are_announced(fresh):
    """A phrase that stands everywhere is given a hundred times, and the answer says that there are more."""
    talk = transcript(
        *[("Mara Olin" if n % 2 else "Teo Brandt", f"Number {n}: let the harbour sleep.") for n in range(130)]
    )
    answer = quotedb.verify(fresh(talk=talk), "let the harbour sleep", speaker="Mara Olin")
    assert (len(answer.matches), answer.capped) == (100, True)
    assert "more than 100 places" in answer.understood
    assert {m.speaker for m in answer.matches[:65]} == {"Mara Olin"}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_difference_holds_both_sides_whole(samples_db, data):
    """Whatever is done to a passage: the diff's sides are the quote's words and the window's, in order."""
    hits = [hit for hit in quotedb.search(samples_db, "", limit=400).hits if len(words(hit.text)) >= 12]
    said = data.draw(st.sampled_from(hits)).text.split()
    first = data.draw(st.integers(0, len(said) - 10))
    cut = said[first : first + data.draw(st.integers(10, 30))]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(cut) - 1))
        cut[place : place + data.draw(st.integers(0, 1))] = data.draw(
            st.sampled_from([[], ["never"], ["42"], ["Xylander", "wept"]])
        )
    answer = look_up(samples_db, " ".join(cut))  # an attribution is no part of a quote, and would be left out
    for found in answer.matches:
        ours, theirs = (" ".join(step[side] for step in found.diff) for side in (1, 2))
        if answer.verdict != "verbatim" and "…" not in ours:
            assert [w.form for w in words(ours)] == [w.form for w in words(" ".join(cut))]
        assert [w.form for w in words(theirs)] == [w.form for w in words(found.text)] or "…" in ours


def test_words_that_translators_put_for_each_other_make_another_wording(fresh):
    """Learned pairs of words stand for each other both ways, and never make a quote verbatim or altered."""
    assert "listen" in partners("hearken")
    assert "hearken" in partners("listen")
    assert not partners("harbour")
    talk = transcript(
        ("Mara Olin", "Hearken, for their raiment is burnt and the storm hath slain their cattle."),
        ("Teo Brandt", "Then let us buy bread."),
        ("Mara Olin", "Bread, and lamps as well."),
    )
    quote = "Listen, because their clothing is burned and a storm has killed the livestock"
    assert quotedb.verify(fresh(talk=talk), quote).verdict == "other-wording"
