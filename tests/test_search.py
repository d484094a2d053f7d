"""Searching: what a person types, what comes first, what is marked, and which filters let through what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotedb
from conftest import transcript
from quotedb.database.query import understand
from quotedb.database.snippet import best_window

TALK = transcript(
    ("Mara Olin", "We light the lamps at six. The sacred duty of a harbour is to be seen."),
    ("Teo Brandt", "A duty, yes. Nothing about it is sacred, and the four-hour watch is too long."),
    ("Mara Olin", "Then keep a shorter watch; the duty stays."),
    ("Teo Brandt", "Café owners complain about the lamps of Kovač’s pier."),
)


@pytest.mark.parametrize(
    ("typed", "fts", "understood"),
    [
        ("sacred duty", '("sacred" AND "duty")', "sacred duty"),
        ('"sacred duty" -watch', '("sacred duty" NOT "watch")', '"sacred duty" -watch'),
        ("“sacred duty”", '("sacred duty")', '"sacred duty"'),
        ("harb* OR lamp", '("harb"*) OR ("lamp")', "harb* OR lamp"),
        ("four-hour", '("four-hour")', "four-hour"),
        ("a AND b NEAR c", '("a" AND "AND" AND "b" AND "NEAR" AND "c")', "a AND b NEAR c"),
        ('"no end', '("no end")', '"no end"'),
        (
            "-watch",
            None,
            "nothing to look for; only words to leave out (-word): name a word that must stand there, too",
        ),
        ("*** --- ()", None, "nothing to look for"),
    ],
)
def test_what_is_typed_is_understood(typed, fts, understood):
    """Words, phrases, prefixes, OR and -word mean something; everything else is text."""
    query = understand(typed)
    assert query.fts() == fts
    assert query.understood() == understood


@settings(max_examples=150, deadline=None)
@given(typed=st.text(max_size=60) | st.text(alphabet='"*-() OR:^{}+~.a', max_size=40))
def test_nothing_a_person_types_is_an_error(samples_db, typed):
    """Any text gives an answer."""
    quotedb.search(samples_db, typed, limit=2)


def test_a_flood_of_words_is_cut_and_said(samples_db):
    """Five thousand words are an answer in no time, with a note."""
    result = quotedb.search(samples_db, "tide " * 5000)
    assert "only the first" in result.understood


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lamps", ["We light", "Café owners"]),
        ("LAMPS", ["We light", "Café owners"]),
        ("cafe kovac's", ["Café owners"]),
        ("four hour", ["A duty,"]),
        ("sacred duty", ["We light", "A duty,"]),
        ('"sacred duty"', ["We light"]),
        ("duty -sacred", ["Then keep"]),
        ("shor*", ["Then keep"]),
        ("harbour OR owners", ["We light", "Café owners"]),
        ("submarine", []),
    ],
)
def test_finding(fresh, query, found):
    """Case, accents and hyphens do not matter; the words do."""
    result = quotedb.search(fresh(talk=TALK), query)
    assert sorted(" ".join(hit.text.split()[:2]) for hit in result) == sorted(found)
    assert result.total == len(found)


def test_words_that_stand_together_come_first(fresh):
    """Both turns hold both words; the one that holds the phrase is better."""
    assert quotedb.search(fresh(talk=TALK), "sacred duty").hits[0].speaker == "Mara Olin"


def test_a_transcript_comes_before_what_others_print_of_it(fresh):
    """Of two equal matches the record itself is first, however long the turn."""
    long_turn = "We have talked of many things. " * 30 + "The old pier must fall. " + "And so on. " * 40
    article = "Residents gathered at dawn.\n\n“The old pier must fall,” Mara Olin said on Monday at the harbour.\n"
    path = fresh(
        article=article,
        talk=transcript(("Mara Olin", long_turn), ("Teo Brandt", "No."), ("Mara Olin", "Yes."), ("Teo Brandt", "Why?")),
    )
    kinds = [hit.kind for hit in quotedb.search(path, "old pier must fall")]
    assert kinds == ["turn", "direct"]


def test_matched_words_are_marked_in_the_best_window(fresh):
    """The snippet is cut from the text, holds the matches, and says where they stand in it."""
    long_turn = "We have talked of many things. " * 30 + "The old pier must fall. " + "And so on. " * 40
    hit = quotedb.search(
        fresh(talk=transcript(("Mara Olin", long_turn), ("Teo Brandt", "No."), ("Mara Olin", "Yes."))), "old pier"
    ).hits[0]
    assert hit.snippet in hit.text
    assert len(hit.snippet) < 320
    assert [hit.snippet[a:b] for a, b in hit.spans] == ["old", "pier"]


@given(st.text(max_size=600), st.lists(st.tuples(st.integers(0, 600), st.integers(1, 20)), max_size=8))
def test_a_window_is_always_a_part_of_the_text(text, places):
    """Whatever the text, the window stands in it and its marks point at the same words."""
    spans = tuple(sorted((a, min(a + n, len(text))) for a, n in places if a < len(text)))
    window, marks = best_window(text, spans, size=80)
    assert window in text
    whole = {text[a:b] for a, b in spans}
    assert all(window[a:b] in whole for a, b in marks)


def test_filters(samples_db):
    """Each filter lets through only what it names."""
    find = lambda **filters: quotedb.search(samples_db, "", limit=1000, **filters)  # noqa: E731
    everything = find()
    assert everything.total > 100
    assert {hit.rendering for hit in find(rendering="interpreted")} == {"interpreted"}
    assert {hit.kind for hit in find(kind="mixed")} == {"mixed"}
    assert all("Maren Hollisk" in hit.speakers for hit in find(speaker="Maren Hollisk"))
    assert all(
        "2024-06" <= (hit.spoken or hit.published)[:7] <= "2024-07" for hit in find(since="2024-06", until="2024-07")
    )
    parts = [find(until="2024-06-30").total, find(since="2024-07-01").total, find(since="2024-07-01").undated]
    assert sum(parts) == everything.total
    assert {hit.publisher for hit in find(source="quayside")} == {"Quayside Bulletin"}


def test_paging_and_sorting(samples_db):
    """Pages follow each other without gap or overlap; by date, the newest is first."""
    first = [hit.uid for hit in quotedb.search(samples_db, "the", limit=10)]
    pages = [hit.uid for n in (0, 5) for hit in quotedb.search(samples_db, "the", limit=5, offset=n)]
    assert first == pages
    dates = [hit.spoken or hit.published or "" for hit in quotedb.search(samples_db, "the", sort="date", limit=50)]
    assert dates == sorted(dates, reverse=True)
    with pytest.raises(ValueError, match="sort is relevance or date"):
        quotedb.search(samples_db, "the", sort="size")


def test_counting_stops(fresh, monkeypatch):
    """Beyond a limit the total says only that there are more."""
    monkeypatch.setattr("quotedb.database.narrowing.COUNT_UP_TO", 1)
    result = quotedb.search(fresh(talk=TALK), "duty")
    assert (result.total, result.capped) == (1, True)


@pytest.mark.parametrize("number", [-1, 0, 10**6, 10**30])
def test_any_limit_and_offset_will_do(samples_db, number):
    """A page may be as large or as far away as somebody asks."""
    result = quotedb.search(samples_db, "the", limit=number, offset=number)
    assert len(result) <= result.total


@pytest.mark.parametrize("field", ["kind", "rendering", "sort"])
def test_an_unknown_choice_is_an_error(samples_db, field):
    """A misspelt filter must not look like an empty record."""
    with pytest.raises(ValueError, match=field):
        quotedb.search(samples_db, "the", **{field: "bogus"})


def test_a_date_that_is_none_is_no_empty_record(samples_db):
    """A date may be written out; what is no date is refused instead of finding nothing."""
    assert (
        quotedb.search(samples_db, "", since="12 September 2024").total
        == quotedb.search(samples_db, "", since="2024-09-12").total
    )
    with pytest.raises(quotedb.QuotedbError, match="last week"):
        quotedb.search(samples_db, "", since="last week")


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty utterances that all hold "lamp", in a record where more than ten are too many to rank."""
    monkeypatch.setattr("quotedb.database.narrowing.COUNT_UP_TO", 10)
    turns = (
        ["number lamp, said the sign"]
        + [f"lamp number {n} is lit" for n in range(36)]
        + [
            "the red lamp",
            "a lamp, red",
            "red and lamp",
            "old red lamp",
        ]
    )
    labels = ("Lena Marrow", "Tarik Osk")
    text = "\n\n".join(f"{labels[n % 2]}: {words.capitalize()}." for n, words in enumerate(turns))
    quotedb.ingest(tmp_path / "many.db", [quotedb.Document(text, title="Lamps")])
    return tmp_path / "many.db"


def test_too_many_hits_are_ranked_among_the_newest(many):
    """What stands together as typed comes first from anywhere; the rest from what came in last; pages do not overlap."""
    result = quotedb.search(many, "lamp is")
    assert (result.total, result.capped) == (10, True)
    assert "the 10 that came in last are ranked" in result.understood
    pages = [quotedb.search(many, "lamp is", limit=4, offset=offset).hits for offset in (0, 4, 8)]
    uids = [hit.uid for page in pages for hit in page]
    assert len(uids) == len(set(uids))
    assert {hit.text for page in pages for hit in page} <= {f"Lamp number {n} is lit." for n in range(26, 36)}
    assert not quotedb.search(many, "red lamp").capped
    assert [hit.text for hit in quotedb.search(many, "red lamp", limit=2)] == ["The red lamp.", "Old red lamp."]


def test_words_together_come_first_among_too_many(many):
    """An old exact place is not lost behind newer ones."""
    found = quotedb.search(many, "number lamp", limit=2)
    assert found.capped
    assert found.hits[0].text == "Number lamp, said the sign."
    assert quotedb.search(many, "number lamp", limit=1, offset=1).hits[0].uid == found.hits[1].uid


def test_what_came_in_last_stands_first(many):
    """The order of a feed."""
    texts = [hit.text for hit in quotedb.search(many, "lamp", sort="added", limit=3)]
    assert texts == ["Old red lamp.", "Red and lamp.", "A lamp, red."]
    assert [hit.text for hit in quotedb.search(many, "red", sort="added", limit=1)] == ["Old red lamp."]


FILTERS = [{}, {"speaker": "Karrandel"}, {"since": "2024-06-01"}, {"kind": "turn", "source": "example"}]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_reading_by_document_gives_the_same_order(samples_db, monkeypatch, filters):
    """Newest first, whether all hits are fetched and sorted or the documents read one after the other."""
    sorted_all = [hit.uid for hit in quotedb.search(samples_db, "", limit=300, **filters)]
    monkeypatch.setattr("quotedb.database.searching.MANY", 0)
    assert sorted_all
    pages = [quotedb.search(samples_db, "", limit=7, offset=offset, **filters) for offset in range(0, 300, 7)]
    assert [hit.uid for page in pages for hit in page] == sorted_all
