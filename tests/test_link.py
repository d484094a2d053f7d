"""The same statement elsewhere: what is linked, what never is, and that only what is new is compared."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pytest

import quotedb
from conftest import SAMPLES, transcript
from quotedb.database import migrate, open_to_write
from quotedb.matching import link, variants_of
from quotedb.matching.linking import FIRST_FEW
from quotedb.matching.statements import key
from quotedb.matching.variants import word_diff
from quotedb.models import Document

SPEECH = (
    "Friends, I thank you for the eel and for the bread. We are convinced that the keepers and the pilots of the Sound will surely "
    "win their long struggle against the November storms. The lamp of the northern tower has not gone out once in forty winters. "
    "I raise my glass to those who climb the stairs."
)
TRANSLATED = (
    "“I firmly believe that the keepers and pilots of the Sound will certainly triumph in their long fight against the storms of "
    "November,” Mara Olin said."
)
OTHER = "The price of oil has doubled since the spring. Nobody in the council has an answer to that."


def speech(words: str = SPEECH, who: str = "Mara Olin", note: str = "") -> str:
    return transcript((f"{who}{note}", words), ("Teo Brandt", OTHER), (f"{who}{note}", "So it is."))


def links(path):
    """All links as (relation, words here, words there), both as their documents have them."""
    conn = sqlite3.connect(path)
    rows = conn.execute(
        "SELECT v.relation, substr(da.text, v.start_char + 1, v.end_char - v.start_char), "
        "substr(db.text, v.other_start_char + 1, v.other_end_char - v.other_start_char), a.uid, b.uid "
        "FROM variants v JOIN utterances a ON a.id = v.utterance_id JOIN utterances b ON b.id = v.other_id "
        "JOIN documents da ON da.id = a.document_id JOIN documents db ON db.id = b.document_id"
    ).fetchall()
    conn.close()
    return rows


def made(path):
    link(path)
    return [(relation, *sorted((one, other), key=len)) for relation, one, other, _, _ in links(path)]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        # a whole sentence and a part of one, word for word
        (
            "“The lamp of the northern tower has not gone out once in forty winters,” Mara Olin said.",
            [("excerpt", "The lamp of the northern tower")],
        ),
        ("Mara Olin praised “the eel and the bread”.", []),  # these words she did not say
        ("Mara Olin spoke of the “long struggle against the November storms”.", [("excerpt", "long struggle against")]),
        # another translation: near-synonyms, other endings, another order of clauses
        (
            TRANSLATED,
            [("other-wording", "I firmly believe that")],
        ),
        # the same words from somebody else are no variant
        ("“The lamp of the northern tower has not gone out once in forty winters,” Ines Varga said.", []),
        # a formula says nothing
        ("“I thank you,” Mara Olin said.", []),
        # on another matter
        ("“The fishing boats ought to be painted green before anybody sees them,” Mara Olin said.", []),
    ],
)
def test_what_is_linked(fresh, article, expected):
    """An article beside a transcript: the relation, and the first words of what the article has."""
    path = fresh(a_speech=speech(), b_article=article)
    made_now = made(path)
    for (relation, *sides), (wanted, head) in zip(made_now, expected, strict=True):
        assert relation == wanted
        assert any(side.startswith(head) for side in sides)


def test_a_few_words_in_marks_need_the_sentence_around_them(fresh):
    """Built alike and the same but for near-synonyms, of one person, in sentences that agree, on one occasion."""
    first = (
        "Mara Olin promised the keepers of the northern tower her “complete and unwavering backing” on Monday.\n\n"
        "“{0},” Mara Olin said.\n\n“{1},” Mara Olin said.\n"
    )
    second = (
        "In Skarrow, Mara Olin pledged “full and unconditional support” to the keepers of the northern tower.\n\n"
        "“{0},” Mara Olin said.\n\n“{1},” Mara Olin said.\n"
    )
    elsewhere = (
        "The dean of the college, Mara Olin, found “full and unconditional support” among her cooks.\n\n"
        "“{0},” Mara Olin said.\n\n“{1},” Mara Olin said.\n"
    )
    said = (
        "The lamp of the northern tower has not gone out once in forty winters",
        "Nobody climbs these stairs for the money that the council pays",
    )
    path = fresh(a=first.format(*said), b=second.format(*said))
    assert ("other-wording", "full and unconditional support", "complete and unwavering backing") in made(path)
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT max(score) FROM variants WHERE relation = 'other-wording'").fetchone()[0] <= 0.6
    conn.close()
    path.unlink()
    (path.parent / "documents" / "b.txt").unlink()
    assert not [x for x in made(fresh(a=first.format(*said), c=elsewhere.format(*said))) if x[0] == "other-wording"]


def test_two_speeches_of_different_years_are_two_statements(tmp_path):
    """Much alike, but said on two occasions: word for word is linked, other wording is not; what is printed later may quote."""
    path = tmp_path / "quotes.db"
    again = (
        "We are convinced that the keepers and the pilots of the Sound will certainly win their long fight against the storms of "
        "November. The lamp of the northern tower has not gone out once in forty winters. It is late."
    )
    printed = (
        "“We are convinced that the keepers and the pilots of the Sound will certainly win their long fight against the storms of "
        "November,” Mara Olin said.\n"
    )
    quotedb.ingest(path, [Document(speech(), title="1", spoken="2031-05-01")])
    quotedb.ingest(path, [Document(speech(again), title="2", spoken="2033-05-01")])
    assert sorted(relation for relation, _, _ in made(path)) == [
        "excerpt",
        "same-text",
    ]  # the lamp, and Brandt's answer
    quotedb.ingest(path, [Document(printed, title="3", published="2031-06-01")])
    assert sorted(relation for relation, _, _ in made(path)) == ["excerpt", "excerpt", "other-wording", "same-text"]


def test_bare_labels_and_joint_statements(fresh, run):
    """A bare last name links nobody until somebody joins it; a joint statement is of both."""
    words = "The lamp of the northern tower has not gone out once in forty winters"
    bare = transcript(
        ("OLIN", f"{words}."), ("BRANDT", "Indeed it has not."), ("OLIN", "Good night."), ("BRANDT", "Sleep well.")
    )
    joint = f"“{words},” Mara Olin and Teo Brandt said in a statement."
    path = fresh(a=speech(), b=bare)
    assert made(path) == []
    run("people", "alias", path, "Mara Olin", "OLIN")
    assert [relation for relation, _, _ in made(path)] == ["excerpt"]
    quotedb.ingest(path, [Document(joint, title="joint")])
    assert sorted(relation for relation, _, _ in made(path)) == ["excerpt", "same-text"]  # and by that one the first


# ------------------------------------------------------------------------------------------- new, gone, and back again


def test_only_what_is_new_is_compared(fresh):
    """The second run has nothing to do; a new document is compared with the old ones."""
    path = fresh(a=speech())
    assert link(path).compared == 3
    assert link(path).compared == 0
    path = fresh(b="“The lamp of the northern tower has not gone out once in forty winters,” Mara Olin said.")
    done = link(path)
    assert (done.compared, done.made, done.total) == (1, 1, 1)  # the quotation alone


def test_document_by_document_or_at_once_and_in_any_order(tmp_path):
    """The links of the samples do not depend on when their documents came in."""
    files = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html", ".md") and p.name != "README.md")
    results = []
    for name, order in (("forward", files), ("backward", files[::-1])):
        path = tmp_path / f"{name}.db"
        for file in order:
            quotedb.ingest(path, [file])
            link(path)
        results.append({(relation, *sorted(uids)) for relation, _, _, *uids in links(path)})
    path = tmp_path / "at-once.db"
    quotedb.ingest(path, files)
    link(path)
    results.append({(relation, *sorted(uids)) for relation, _, _, *uids in links(path)})
    assert results[0] == results[1] == results[2]
    assert len(results[0]) > 15


def test_links_are_ordered_and_of_one_speaker(samples_db, tmp_path):
    """The smaller number first, a speaker in common, spans inside both utterances, scores from 0 to 1."""
    path = tmp_path / "quotes.db"
    shutil.copy(samples_db, path)
    assert link(path).made > 15
    conn = sqlite3.connect(path)
    assert not conn.execute(
        "SELECT 1 FROM variants v JOIN utterances a ON a.id = v.utterance_id JOIN utterances b ON b.id = v.other_id WHERE "
        "v.utterance_id >= v.other_id OR v.score NOT BETWEEN 0 AND 1 OR v.start_char < a.start_char OR v.end_char > a.end_char "
        "OR v.start_char >= v.end_char OR v.other_start_char < b.start_char OR v.other_end_char > b.end_char "
        "OR NOT EXISTS (SELECT 1 FROM utterance_speakers x JOIN utterance_speakers y ON x.speaker_id = y.speaker_id "
        "WHERE x.utterance_id = a.id AND y.utterance_id = b.id)"
    ).fetchall()
    conn.close()


def test_merged_people_are_compared_and_parted_people_are_not_linked(fresh, run):
    """Joining two names brings links; where somebody else is said to have said it, the link is gone at once."""
    words = "The lamp of the northern tower has not gone out once in forty winters"
    path = fresh(a=speech(), b=f"“{words},” Maria Olin-Teller said.")
    assert made(path) == []
    run("people", "merge", path, "Maria Olin-Teller", "Mara Olin")
    assert len(made(path)) == 1
    conn = open_to_write(path).conn
    one, other = links(path)[0][3:]
    with conn:
        conn.execute("INSERT INTO speakers (name, slug, kind) VALUES ('Ines Varga', 'ines-varga', 'person')")
        conn.execute(
            "UPDATE utterance_speakers SET speaker_id = (SELECT max(id) FROM speakers) WHERE utterance_id = "
            "(SELECT id FROM utterances WHERE uid = ?)",
            [other],
        )
    assert variants_of(conn, one) == ()
    conn.close()
    done = link(path)
    assert (done.dropped, done.total) == (1, 0)


def test_replaced_and_hidden_utterances_are_not_linked(fresh):
    """A text that is no longer there has no variants; when it comes back, it has."""
    words = "The lamp of the northern tower has not gone out once in forty winters"
    article = f"“{words},” Mara Olin said."
    path = fresh(a=speech(), b=article)
    assert len(made(path)) == 1
    uid = links(path)[0][3]
    conn = open_to_write(path).conn
    fresh(b="“Good night,” Mara Olin said.")
    assert variants_of(conn, uid) == ()
    link(path)
    fresh(b=article)
    link(path)
    assert len(variants_of(conn, uid)) == 1
    with conn:
        conn.execute("UPDATE utterances SET hidden = 1 WHERE text LIKE 'The lamp%' AND kind = 'direct'")
    assert variants_of(conn, uid) == ()
    assert link(path).total == 0
    with conn:
        conn.execute("UPDATE utterances SET hidden = 0")
    link(path)
    assert len(variants_of(conn, uid)) == 1
    conn.close()


def test_links_do_not_grow_with_the_square(tmp_path):
    """A formula is not linked; what 80 papers print is linked with the first few, and these lead to the rest."""
    path = tmp_path / "quotes.db"
    statement = "The lamp of the northern tower has not gone out once in forty winters"
    texts = [
        f"Paper {n}. “{statement},” Mara Olin said. “Thank you very much,” Mara Olin said later.\n" for n in range(80)
    ]
    quotedb.ingest(path, [Document(text, title=str(n)) for n, text in enumerate(texts)])
    link(path)
    found = links(path)
    assert 79 <= len(found) <= FIRST_FEW * 80
    assert all(one.startswith("The lamp") for _, one, _, _, _ in found)
    conn = sqlite3.connect(path)
    (last,) = conn.execute("SELECT uid FROM utterances WHERE text LIKE 'The lamp%' ORDER BY id DESC LIMIT 1").fetchone()
    assert len(variants_of(conn, last)) == 79
    conn.close()


def test_a_killed_run_is_completed_by_the_next(tmp_path, monkeypatch):
    """A batch is whole or absent, and what is missing is compared later."""
    monkeypatch.setattr("quotedb.matching.linking.BATCH", 1)
    paths = [tmp_path / "killed.db", tmp_path / "whole.db"]
    for path in paths:
        quotedb.ingest(path, [SAMPLES])

    def stop(done: int, _total: int) -> None:
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        link(paths[0], stop)
    assert link(paths[0]).compared > 0
    link(paths[1])
    sets = [{(relation, *sorted(uids)) for relation, _, _, *uids in links(path)} for path in paths]
    assert sets[0] == sets[1]


def test_an_older_database_is_brought_up_to_date(fresh):
    """The column that remembers what was compared comes with a migration, and with it the triggers."""
    path = fresh(
        a=speech(), b="“The lamp of the northern tower has not gone out once in forty winters,” Mara Olin said."
    )
    conn = sqlite3.connect(path)
    for (name,) in conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'linked%'"
    ).fetchall():
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute("DROP INDEX utterance_speakers_unlinked")
    conn.execute("ALTER TABLE utterance_speakers DROP COLUMN linked")
    conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm002_linked'")
    conn.commit()
    conn.close()
    migrate(path)
    conn = sqlite3.connect(path)
    assert (
        conn.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'linked%'").fetchone()[0]
        == 3
    )
    conn.close()
    assert len(made(path)) == 1


# ------------------------------------------------------------------------------------------------------ telling of them


def test_show_tells_where_else_a_statement_stands(fresh, run, sql):
    """Every link as a diff; "another translation" where one side is a rendering, and never a misquote."""
    article = (
        "“I firmly believe that the keepers and pilots of the Sound will certainly triumph in their long fight against the storms "
        "of November,” Mara Olin said.\n\n“The lamp of the northern tower has not gone out once in forty winters,” she said.\n"
    )
    path = fresh(a=speech(note=" (as interpreted)"), b=article)
    assert "2 new links" in run("link", path).stderr
    (uid,) = sql(path, "SELECT uid FROM utterances WHERE text LIKE 'I firmly%'")[0]
    shown = run("show", path, uid).stdout
    assert "another translation" in shown
    assert "{+struggle+}" in shown.replace("struggle against", "struggle") or "struggle" in shown
    assert "misquote" not in shown
    row = json.loads(run("show", path, uid, "--json").stdout)
    (variant,) = row["variants"]
    assert variant["translation"] is True
    assert variant["relation"] == "other-wording"
    (lamp,) = sql(path, "SELECT uid FROM utterances WHERE text LIKE 'The lamp%'")[0]
    assert "word for word, in part" in run("show", path, lamp).stdout


def test_a_changed_word_is_no_other_translation(fresh, run, sql):
    """An article that has an interpreter's sentence with one word of it changed has no translation of its own."""
    first = SPEECH.split(". ")[1]
    article = f"“{first.replace('keepers', 'captains')},” Mara Olin said.\n"
    path = fresh(a=speech(note=" (as interpreted)"), b=article)
    run("link", path)
    (uid,) = sql(path, "SELECT uid FROM utterances WHERE text LIKE '%captains%'")[0]
    shown = run("show", path, uid).stdout
    assert "in other words" in shown
    assert "another translation" not in shown


def test_ingest_links_in_passing(tmp_path, run):
    """`ingest --link` does both."""
    (tmp_path / "a.txt").write_text(speech(), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "“The lamp of the northern tower has not gone out once in forty winters,” Mara Olin said.", encoding="utf-8"
    )
    result = run("ingest", tmp_path / "quotes.db", tmp_path / "a.txt", tmp_path / "b.txt", "--link")
    assert "1 new link" in result.stderr
    assert len(links(tmp_path / "quotes.db")) == 1


@pytest.mark.parametrize(
    ("here", "there", "diff"),
    [
        (
            "We did test it.",
            "We did not test it",
            (("equal", "We did", "We did"), ("insert", "", "not"), ("equal", "test it.", "test it")),
        ),
        (
            "We did not test it at all",
            "We did test it",
            (
                ("equal", "We did", "We did"),
                ("delete", "not", ""),
                ("equal", "test it", "test it"),
                ("delete", "at all", ""),
            ),
        ),
        ("bread", "oil", (("replace", "bread", "oil"),)),
        (
            "There is no bread",
            "Since May no bread",
            (("replace", "There is", "Since May"), ("equal", "no bread", "no bread")),
        ),
        ("Never again.", "never again", (("equal", "Never again.", "never again"),)),
    ],
)
def test_a_diff_holds_all_words_of_both_sides(here, there, diff):
    """Nothing is left out, at the ends either."""
    assert word_diff(here, there) == diff


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sovereign", "sovereignty", True),  # the same beginning
        ("fight", "struggle", True),  # near-synonyms
        ("olin's", "olin", True),
        ("bread", "oil", False),
        ("protect", "protest", False),
    ],
)
def test_keys(one, other, same):
    """Under which two wordings meet."""
    assert (key(one) == key(other)) is same
