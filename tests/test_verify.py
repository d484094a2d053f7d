"""The one definition of verbatim: words in order, contiguous in one passage; ellipses and insertions as published."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotedb
from conftest import transcript
from quotedb.matching.quote import find_all, parts, tokens

TALK = transcript(
    (
        "Mara Olin",
        "We did not sell 1,500 lamps to the [northern] harbour; we gave them away. Nobody's harbour is an island.",
    ),
    ("Teo Brandt", "You gave them away? A harbour needs lamps."),
    (
        "Mara Olin",
        "It does. A harbour needs lamps, and it needs keepers.\n\n(Applause.)\n\nAnd the keepers need bread.",
    ),
    ("Teo Brandt", "Bread, then."),
)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("We did not sell 1,500 lamps", "verbatim"),
        ("we did not SELL 1,500 lamps!", "verbatim"),  # case and punctuation do not count
        ("“We did not sell 1,500 lamps …”", "verbatim"),
        ("Nobody’s harbour is an island", "verbatim"),  # look-alikes of apostrophes are one
        ("We did not sell … we gave them away", "verbatim"),  # parts round an ellipsis, in order
        ("We did not sell [...] we gave them away", "verbatim"),
        ("we gave them away ... We did not sell", "altered"),  # but not in another order
        ("lamps to the [northern] harbour", "verbatim"),  # an insertion of the record, with its word
        ("lamps to the harbour", "verbatim"),  # and without
        ("lamps to the southern harbour", "not-found"),
        ("We did not sell 1,500 lamps to the [southern] harbour", "altered"),  # but another insertion is another word
        ("we [the harbour] gave them away", "verbatim"),  # an insertion of the quote
        ("it needs keepers. And the keepers need bread", "verbatim"),  # across what interrupts a turn
        ("it needs keepers. Bread, then", "not-found"),  # but not across speakers
        ("We did sell 1,500 lamps", "not-found"),
        ("We did not sell 1,600 lamps", "not-found"),
        ("we gave them", "verbatim"),
        ("harbour needs lamp", "not-found"),  # half a word is another word
        ("", "not-found"),
        ("… !", "not-found"),
    ],
)
def test_verbatim(fresh, quote, verdict):
    """Every word, in order, contiguous in one passage."""
    assert quotedb.verify(fresh(talk=TALK), quote).verdict == verdict


def test_all_places_are_returned_with_their_own_characters(fresh, sql):
    """Each place is a window of its document's text, the named speaker's first."""
    path = fresh(talk=TALK)
    verdict = quotedb.verify(path, "a harbour needs lamps", speaker="Mara Olin")
    assert [(m.speaker, m.verdict) for m in verdict.matches] == [
        ("Mara Olin", "verbatim"),
        ("Teo Brandt", "other-speaker"),
    ]
    text = sql(path, "SELECT text FROM documents")[0][0]
    assert all(text[m.start_char : m.end_char] == m.text for m in verdict.matches)
    assert verdict.verdict == "verbatim"


def test_words_of_another_are_a_finding_of_their_own(fresh):
    """The record has the words, but from somebody else."""
    verdict = quotedb.verify(fresh(talk=TALK), "You gave them away?", speaker="Mara Olin")
    assert verdict.verdict == "other-speaker"
    assert verdict.matches[0].speaker == "Teo Brandt"


def test_nobody_is_accused_on_a_bare_label(fresh):
    """A label that may be the named person is uncertain, not another speaker."""
    bare = transcript(("OLIN", "The bread is dear."), ("BRANDT", "It is."), ("OLIN", "Too dear."), ("BRANDT", "Yes."))
    verdict = quotedb.verify(fresh(talk=TALK, bare=bare), "The bread is dear", speaker="Mara Olin")
    assert (verdict.verdict, verdict.flags) == ("verbatim", ("speaker-uncertain",))


def test_a_bare_label_with_another_name_is_another_speaker(fresh):
    """BRANDT is not Mara Olin, whoever he is; ORLIN may be she in another spelling, and The Chair may be anybody."""
    for label, verdict in (("BRANDT", "other-speaker"), ("ORLIN", "verbatim"), ("The Chair", "verbatim")):
        bare = transcript((label, "I say the bread is dear."), ("TARN", "Is it?"), (label, "It is."), ("TARN", "Yes."))
        found = quotedb.verify(fresh(talk=TALK, bare=bare), "I say the bread is dear", speaker="Mara Olin")
        assert (label, found.verdict) == (label, verdict)


def test_words_that_only_articles_have_are_flagged(fresh):
    """No transcript holds the words: the article alone vouches for them."""
    article = "The council met on Monday.\n\n“The old pier must fall before winter,” Mara Olin said at the harbour.\n"
    verdict = quotedb.verify(fresh(article=article), "the old pier must fall")
    assert verdict.verdict == "verbatim"
    assert "article-only" in verdict.flags


def test_coverage_says_what_was_looked_at(samples_db):
    """How many documents and transcripts, how many with this speaker, from when to when."""
    everything = quotedb.verify(samples_db, "nobody ever said these words in any document").coverage
    hers = quotedb.verify(samples_db, "nobody ever said these words", speaker="Maren Hollisk").coverage
    assert everything.documents == 14
    assert 5 <= everything.transcripts < 14
    assert (everything.first, everything.with_speaker) == ("2024-05-15", None)
    assert 2 <= hers.with_speaker < everything.documents


def test_what_is_not_found_shows_what_is_nearest(fresh):
    """The passage that shares most rare words stands there, marked as not the quote."""
    verdict = quotedb.verify(
        fresh(talk=TALK), "The old lamps were sold last winter to whoever paid for them in the harbour"
    )
    assert verdict.verdict == "not-found"
    assert "1,500 lamps" in verdict.matches[0].context
    assert {m.verdict for m in verdict.matches} == {"not-found"}


def test_copies_of_one_text_are_one_place(fresh):
    """Wire copy is one witness with two addresses."""
    verdict = quotedb.verify(fresh(talk=TALK, wire=TALK), "we gave them away")
    assert [len(match.copies) for match in verdict.matches] == [1]


def test_files_that_claim_one_address_are_one_place(tmp_path):
    """Three files with the same address in their front matter are no three witnesses; another address is one."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, url in (("a", "https://a.example/1"), ("b", "https://a.example/1"), ("c", "https://b.example/2")):
        (folder / f"{name}.txt").write_text(f"---\nurl: {url}\n---\n{TALK}", encoding="utf-8")
    (folder / "d.txt").write_text((folder / "a.txt").read_text(encoding="utf-8"), encoding="utf-8")
    quotedb.ingest(tmp_path / "quotes.db", folder)
    found = quotedb.verify(tmp_path / "quotes.db", "Bread, then").matches[0]
    assert (found.url, found.copies) == ("https://a.example/1", ("https://b.example/2",))


@pytest.mark.parametrize(
    "abuse",
    ["harbour " * 20_000, "the " * 5_000, "the " * 1_900, "?!… " * 3_000, 'a "b* OR NEAR(c) -d', "\0", "[" * 5_000],
)
def test_abuse_is_answered(samples_db, abuse):
    """Any paste gets an answer."""
    assert quotedb.verify(samples_db, abuse).verdict == "not-found"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_run_of_words_in_the_record_is_verbatim(samples_db, data):
    """Cut any words from any utterance: they are found, at places with just these words; a transcript that differs stands last."""
    hits = quotedb.search(samples_db, "", limit=400).hits
    hit = data.draw(st.sampled_from(hits))
    found = tokens(hit.text)
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, min(len(found) - 1, first + 25)))
    cut = hit.text[found[first].start : found[last].end]
    if "[" in cut or "…" in cut or ".." in cut or "]" in cut or found[first].group or found[last].group:
        return
    verdict = quotedb.verify(samples_db, cut)
    assert verdict.verdict == "verbatim"
    forms = [token.form for token in tokens(cut)]
    found = [match for match in verdict.matches if match.verdict == "verbatim"]
    assert all([t.form for t in tokens(m.text) if not t.group] == forms for m in found if "[" not in m.text)
    others = verdict.matches[len(found) :]
    assert bool(others) == ("transcript-differs" in verdict.flags)
    assert all((m.verdict, m.kind) == ("altered", "turn") and m.speaker in {f.speaker for f in found} for m in others)
    assert not others or all(match.kind != "turn" for match in found)


@given(
    st.lists(st.sampled_from(["a", "b", "[c]", "[d e]", "…"]), max_size=8),
    st.lists(st.sampled_from(["a", "b", "[c]", "[x]", "f"]), max_size=30),
)
def test_matching_always_ends(quote, record):
    """Insertions on both sides neither loop nor overlap."""
    places = list(find_all(parts(" ".join(quote)), tokens(" ".join(record)))) if parts(" ".join(quote)) else []
    assert all(a < b for a, b in places)
    assert all(b <= c for (_, b), (c, _) in pairwise(places))


@pytest.mark.parametrize(
    ("printed", "quote"),
    [
        ("the ﬁrst oﬃce of the harbour", "the first office of the harbour"),  # ligatures, as PDF files have them
        ("the har\u00adbour of\u00adfice is shut", "the harbour office is shut"),  # soft hyphens
        ("the Große Straße is shut", "THE GROSSE STRASSE IS SHUT"),
        ("the cafe\u0301 is shut", "the café is shut"),  # an accent of its own
        ("all Ｈａｒｂｏｕｒ lamps are lit", "all harbour lamps are lit"),  # full-width letters
    ],
)
def test_the_same_words_in_other_characters(fresh, printed, quote):
    """Folding is the definition of the same word, not what the index makes of the characters."""
    verdict = quotedb.verify(
        fresh(
            talk=transcript(("Mara Olin", f"I say that {printed}."), ("Teo Brandt", "Do you?"), ("Mara Olin", "I do."))
        ),
        quote,
    )
    assert (verdict.verdict, verdict.matches[0].text) == ("verbatim", printed)


def test_matches_by_the_named_speaker_come_first(fresh):
    """Even where a transcript gives the same words, with less certainty, to somebody else."""
    path = fresh(talk=TALK, again=TALK.replace("Mara Olin", "Ida Varn").replace("Bread, then", "Then bread"))
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE utterances SET confidence = 0.5 WHERE label = 'Ida Varn'")
        conn.execute("UPDATE utterances SET kind = 'direct' WHERE label = 'Mara Olin'")
    verdict = quotedb.verify(path, "We did not sell 1,500 lamps", speaker="Mara Olin")
    assert [match.speaker for match in verdict.matches] == ["Mara Olin", "Ida Varn"]
    assert "speaker-uncertain" not in verdict.flags


def test_what_is_left_out_is_no_evidence(fresh, sql):
    """A document that is left out gives no place, no nearest passage, and does not count in the coverage."""
    other = transcript(("Teo Brandt", "Nobody's harbour is an island, I am told."), ("Ann Ives", "By whom? I ask."))
    path = fresh(talk=TALK, other=other)
    ids = [row for (row,) in sql(path, "SELECT document_id FROM utterances WHERE text LIKE '%1,500 lamps%'")]
    kept = quotedb.verify(path, "Nobody's harbour is an island", "Teo Brandt", without=ids)
    assert [match.speaker for match in kept.matches] == ["Teo Brandt"]
    assert (kept.coverage.documents, kept.coverage.with_speaker) == (1, 1)
    gone = quotedb.verify(path, "We did not sell 1,500 lamps", without=ids)
    assert gone.verdict == "not-found"
    assert all("1,500" not in match.context for match in gone.matches)
