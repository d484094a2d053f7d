"""Putting documents in: what comes of each source, and what happens when a text comes again, changed, or elsewhere."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import quotedb
from conftest import transcript
from quotedb import Document, UnusableDatabase
from quotedb.database import examine, merge, open_to_write
from quotedb.database.store import Writer
from quotedb.parsing import analyse

MINUTES = transcript(
    ("Mara Olin", "The harbour stays open until the ice comes."),
    ("Teo Brandt", "And who pays for the lamps?"),
    ("Mara Olin", "The harbour does, as it did in the year of the fire."),
    ("Teo Brandt", "Then I have no more questions."),
)


def dump(path: Path) -> list[str]:
    """Everything in a database, as SQL."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_folder_comes_in_whole(fresh, sql):
    """Every utterance of every document is stored with the document's own characters."""
    path = fresh(minutes=MINUTES)
    assert sql(path, "SELECT speaker, label, kind, text FROM quotes ORDER BY id") == [
        ("Mara Olin", "Mara Olin", "turn", "The harbour stays open until the ice comes."),
        ("Teo Brandt", "Teo Brandt", "turn", "And who pays for the lamps?"),
        ("Mara Olin", "Mara Olin", "turn", "The harbour does, as it did in the year of the fire."),
        ("Teo Brandt", "Teo Brandt", "turn", "Then I have no more questions."),
    ]
    assert sql(path, "SELECT count(*) FROM provenance_errors") == [(0,)]
    assert sql(path, "SELECT location FROM sources") == [("documents/minutes.txt",)]


def test_the_same_again_changes_nothing(fresh):
    """A second run leaves the file's whole contents as they were."""
    before = dump(fresh(minutes=MINUTES))
    assert dump(fresh(minutes=MINUTES)) == before


def test_a_changed_text_replaces_and_comes_back(fresh, sql, run):
    """The source moves to the new text; the old uid opens and names its successor; changed back, all is as before."""
    path = fresh(minutes=MINUTES)
    uid = sql(path, "SELECT uid FROM quotes WHERE text LIKE 'The harbour stays%'")[0][0]
    whole = sql(path, "SELECT * FROM quotes ORDER BY uid")

    fresh(minutes=MINUTES.replace("stays open", "stays closed"))
    assert [hit.text for hit in quotedb.search(path, "stays")] == ["The harbour stays closed until the ice comes."]
    assert sql(path, "SELECT count(*) FROM quotes") == [(4,)]
    shown = run("show", path, uid)
    assert shown.exit_code == 0
    assert "stays open" in shown.output
    successor = sql(path, "SELECT uid FROM quotes WHERE text LIKE '%stays closed%'")[0][0]
    assert str(successor) in shown.output

    fresh(minutes=MINUTES)
    assert sql(path, "SELECT * FROM quotes ORDER BY uid") == whole
    assert "replaced" not in run("show", path, uid).output


def test_the_same_text_elsewhere_is_one_document_with_two_sources(fresh, sql):
    """Wire copy is kept once; both places are known."""
    path = fresh(minutes=MINUTES, copy=MINUTES)
    assert sql(path, "SELECT count(*) FROM documents") == [(1,)]
    assert sql(path, "SELECT location FROM sources ORDER BY id") == [
        ("documents/copy.txt",),
        ("documents/minutes.txt",),
    ]
    hit = quotedb.search(path, "lamps").hits[0]
    assert hit.copies == ("documents/minutes.txt",)


def test_the_same_file_under_a_second_address_is_a_second_source(tmp_path, sql):
    """A file handed in again with another URL does not overwrite the first URL."""
    file = tmp_path / "minutes.txt"
    file.write_text(MINUTES)
    for address in ("https://one.example/a", "https://two.example/b", "https://two.example/b", "https://one.example/a"):
        quotedb.ingest(tmp_path / "quotes.db", file, url=address)
    found = sql(tmp_path / "quotes.db", "SELECT location, url FROM sources ORDER BY id")
    assert found == [("minutes.txt", "https://one.example/a"), ("https://two.example/b", "https://two.example/b")]


def test_documents_can_be_handed_over(tmp_path, sql):
    """Text that never was a file has its sha256 for a place, or its URL."""
    path = tmp_path / "quotes.db"
    report = quotedb.ingest(
        path, [Document(MINUTES, title="Minutes"), Document("Nobody speaks here.", url="https://x.example/")]
    )
    assert [(d.status, d.turns) for d in report.documents] == [("new", 4), ("new", 0)]
    places = [row[0] for row in sql(path, "SELECT location FROM sources ORDER BY id")]
    assert places[0].startswith("text:")
    assert places[1] == "https://x.example/"


def test_about_reaches_document_and_source(tmp_path, sql):
    """What the caller says of a document stands in the view."""
    file = tmp_path / "minutes.txt"
    file.write_text(MINUTES)
    quotedb.ingest(
        tmp_path / "quotes.db",
        file,
        title="Lamps",
        publisher="Harbour Post",
        published="2031-05-05",
        spoken="2031-05-04",
        event="Council",
    )
    assert sql(tmp_path / "quotes.db", "SELECT DISTINCT document, publisher, published, spoken, event FROM quotes") == [
        ("Lamps", "Harbour Post", "2031-05-05", "2031-05-04", "Council")
    ]


def test_more_processes_give_the_same_database(fresh, tmp_path):
    """Two workers and one process write the same rows in the same order."""
    texts = {f"m{n}": MINUTES.replace("lamps", f"{n} lamps") for n in range(12)}
    fresh(**texts)
    quotedb.ingest(tmp_path / "two.db", [tmp_path / "documents"], jobs=2)

    def rows(path: Path) -> list[str]:
        return [line for line in dump(path) if 'INSERT INTO "utterances"' in line]

    assert len(rows(tmp_path / "two.db")) == 48
    assert rows(tmp_path / "two.db") == rows(tmp_path / "quotes.db")


def test_one_transaction_holds_many_documents(monkeypatch, fresh, sql):
    """Batches are cut by number; nothing is lost or doubled at a cut."""
    monkeypatch.setattr("quotedb.database.ingestion.BATCH_DOCUMENTS", 3)
    path = fresh(**{f"m{n}": MINUTES.replace("lamps", f"{n} lamps") for n in range(10)})
    assert sql(path, "SELECT count(*) FROM documents") == [(10,)]
    assert quotedb.search(path, "lamps").total == 10


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda p: p.write_text("this is no database, but a long enough text to be sure of it" * 20),
            "is not an SQLite database",
        ),
        (lambda p: p.mkdir(), "is a folder"),
        (
            lambda p: sqlite3.connect(p).executescript("CREATE TABLE mine (a)").connection.close(),
            "not one that quotedb made",
        ),
    ],
)
def test_what_is_no_quotes_db_is_refused(tmp_path, make, sentence):
    """A file that is something else is left alone, with a sentence that says what to do."""
    path = tmp_path / "other.db"
    make(path)
    for verb in (lambda: quotedb.ingest(path, Document(MINUTES)), lambda: quotedb.search(path, "x")):
        with pytest.raises(UnusableDatabase, match=sentence):
            verb()


def test_a_newer_database_is_refused(fresh):
    """A step that this version does not know means that a newer one made it."""
    path = fresh(minutes=MINUTES)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) SELECT migration_set, 'm999_later', applied_at "
            "FROM _sqlite_migrations LIMIT 1"
        )
    connection.close()
    for verb in (lambda: quotedb.ingest(path, Document(MINUTES)), lambda: quotedb.search(path, "x")):
        with pytest.raises(UnusableDatabase, match="newer version of quotedb"):
            verb()


def test_a_missing_database_is_not_made_by_a_reader(tmp_path):
    """Search in a file that is not there says how to make it, and makes nothing."""
    with pytest.raises(UnusableDatabase, match="quotedb ingest"):
        quotedb.search(tmp_path / "quotes.db", "x")
    assert list(tmp_path.iterdir()) == []


def test_an_open_connection_will_do(tmp_path):
    """Every verb takes an sqlite3 connection, too, and leaves it open."""
    connection = sqlite3.connect(":memory:")
    quotedb.ingest(connection, Document(MINUTES))
    assert quotedb.search(connection, "lamps").total == 1
    assert quotedb.verify(connection, "who pays for the lamps").verdict == "verbatim"
    connection.close()


def test_nothing_to_read_makes_no_database(tmp_path, run):
    """A wrong path is refused before a file is made."""
    result = run("ingest", tmp_path / "quotes.db", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_stumble_costs_one_document(fresh, monkeypatch, sql, tmp_path):
    """Whatever one document does to a library, the rest of the batch lands."""
    import quotedb.parsing

    analyse = quotedb.parsing.analyse

    def stumble(document, form):
        if "lamps" in document.text:
            raise RecursionError("too deep")
        return analyse(document, form)

    monkeypatch.setattr(quotedb.parsing, "analyse", stumble)
    (tmp_path / "a.txt").write_text(MINUTES)
    (tmp_path / "b.txt").write_text(MINUTES.replace("lamps", "lanterns"))
    report = quotedb.ingest(tmp_path / "quotes.db", [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert [(r.location.endswith("a.txt"), "RecursionError" in r.reason) for r in report.refused] == [(True, True)]
    assert sql(tmp_path / "quotes.db", "SELECT count(*) FROM quotes") == [(4,)]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (Document("Mara Olin: I\0 do."), "NUL character at 12"),
        (Document("Mara Olin: I \ud800 do."), "no UTF-8"),
        (Document(MINUTES, title="A \udcff title"), "no UTF-8"),
        (Document(" \n"), "is empty"),
    ],
)
def test_a_document_that_cannot_be_kept_costs_no_other(tmp_path, document, reason):
    """Whatever a program hands over, the rest of the batch lands."""
    report = quotedb.ingest(tmp_path / "q.db", [Document(MINUTES + "One."), document, Document(MINUTES + "Two.")])
    assert len(report.documents) == 2
    assert reason in report.refused[0].reason


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="these systems know no such file names")
def test_a_file_name_that_is_no_text_costs_no_other(tmp_path, run):
    """Old archives hold names in other encodings: one sentence says what to do."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES)
    with open(os.fsencode(folder) + b"/\xff.txt", "w") as file:  # noqa: PTH123 - a Path holds no bytes
        file.write(MINUTES + "More.")
    result = run("ingest", tmp_path / "q.db", folder)
    assert (result.exit_code, "1 refused" in result.stderr) == (1, True)
    assert quotedb.search(tmp_path / "q.db", "").total > 0


def test_what_the_caller_knows_is_checked_first(tmp_path):
    """Names and dates that make no sense are an error of the call, not of each document."""
    path = tmp_path / "q.db"
    with pytest.raises(TypeError, match="colour"):
        quotedb.ingest(path, Document(MINUTES), colour="red")
    with pytest.raises(quotedb.QuotedbError, match="date"):
        quotedb.ingest(path, Document(MINUTES), published="nonsense")
    assert not path.exists()
    quotedb.ingest(path, Document(MINUTES), published="31 March 2024")
    assert quotedb.search(path, "").hits[0].published == "2024-03-31"


def test_a_copy_elsewhere_adds_only_a_source(tmp_path, sql):
    """Its own title does not take the place of the first; the first place may correct what it said."""
    path = tmp_path / "q.db"
    for name in ("a", "b", "a", "b"):
        quotedb.ingest(path, Document(MINUTES, title=f"Title of {name}", location=str(tmp_path / f"{name}.txt")))
        assert sql(path, "SELECT title FROM documents") == [("Title of a",)]
    quotedb.ingest(path, Document(MINUTES, location=str(tmp_path / "b.txt")), event="A hearing")
    quotedb.ingest(path, Document(MINUTES, title="Corrected", location=str(tmp_path / "a.txt")))
    assert sql(path, "SELECT title, event FROM documents") == [("Corrected", "A hearing")]
    assert sql(path, "SELECT count(*) FROM sources") == [(2,)]


def test_a_link_to_a_folder_is_no_second_source(tmp_path, sql):
    """One file is one source whichever way leads to it: else a changed text would stay current beside the new one."""
    folder, link = tmp_path / "docs", tmp_path / "link"
    folder.mkdir()
    link.symlink_to(folder, target_is_directory=True)
    (folder / "a.txt").write_text(MINUTES)
    quotedb.ingest(tmp_path / "q.db", [folder])
    (folder / "a.txt").write_text(MINUTES + "More.")
    report = quotedb.ingest(tmp_path / "q.db", [link])
    assert report.documents[0].status == "changed"
    assert sql(tmp_path / "q.db", "SELECT location FROM sources") == [("docs/a.txt",)]


def test_speakers_joined_between_two_batches(tmp_path, sql):
    """A long run goes on with who is who now, not with who was who when it began."""
    path = tmp_path / "q.db"
    quotedb.ingest(path, Document(MINUTES))
    writer = Writer(open_to_write(path), "test")
    for number in range(2):
        document = Document(f"{MINUTES}{number}")
        writer.begin()
        writer.add(document, analyse(document))
        writer.commit()
        if not number:
            conn = sqlite3.connect(path)
            merge(conn, "Mara Olin", "Teo Brandt")
            conn.close()
    assert sql(path, "SELECT DISTINCT speaker FROM quotes") == [("Teo Brandt",)]
    assert all(finding.ok for finding in examine(sqlite3.connect(path)))


def test_a_moved_file_takes_its_source_along(tmp_path, sql):
    """Else the old place would show the old text for ever, beside the new one."""
    path, folder = tmp_path / "q.db", tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES)
    quotedb.ingest(path, [folder])
    (folder / "a.txt").rename(folder / "b.txt")
    assert quotedb.ingest(path, [folder]).documents[0].status == "unchanged"
    (folder / "b.txt").write_text(MINUTES.replace("lamps", "lights"))
    assert quotedb.ingest(path, [folder]).documents[0].status == "changed"
    assert sql(path, "SELECT location FROM sources") == [("docs/b.txt",)]
    assert quotedb.search(path, "lamps").total == 0


@pytest.mark.parametrize("about", [{"url": "https://b.example/"}, {"publisher": "The other paper"}])
def test_a_second_publisher_is_no_moved_file(tmp_path, sql, about):
    """Wire copy that was read from files now gone stays with all who printed it."""
    path = tmp_path / "q.db"
    first = {"url": "https://a.example/", "publisher": "One paper"}
    quotedb.ingest(path, Document(MINUTES, location=str(tmp_path / "gone.txt"), **first))
    (tmp_path / "here.txt").write_text(MINUTES)
    quotedb.ingest(path, tmp_path / "here.txt", **{**first, **about})
    assert sql(path, "SELECT count(*) FROM sources") == [(2,)]


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="this system has no such file")
def test_texts_from_a_pipe_do_not_replace_each_other(tmp_path, sql):
    """What comes through standard input has no place that could show a newer text."""
    for text in (MINUTES, MINUTES.replace("lamps", "lights")):
        command = [sys.executable, "-m", "quotedb", "ingest", str(tmp_path / "q.db"), "/dev/stdin"]
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    assert sql(tmp_path / "q.db", "SELECT count(*) FROM documents WHERE replaced_by IS NULL") == [(2,)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_known_text_is_not_parsed_again(fresh, tmp_path, jobs):
    """A scheduled run over a folder that has not changed only reads it."""
    path = fresh(**{f"m{n}": MINUTES.replace("lamps", f"{n} lamps") for n in range(4)})
    before = dump(path)
    report = quotedb.ingest(path, tmp_path / "documents", jobs=jobs)
    assert [(d.status, d.turns) for d in report.documents] == [("unchanged", 4)] * 4
    assert dump(path) == before


def test_documents_with_pages_come_in(tmp_path, sql):
    """Where the pages begin is kept beside the text, and each utterance knows its page."""
    text = transcript(*[("Mara Olin" if n % 2 else "Teo Brandt", f"I light lamp {n} tonight.") for n in range(6)])
    quotedb.ingest(tmp_path / "quotes.db", Document(text, pages=(0, text.index("Mara Olin: I light lamp 3"))))
    assert sql(tmp_path / "quotes.db", "SELECT json_array_length(pages) FROM documents") == [(2,)]
    assert [row[0] for row in sql(tmp_path / "quotes.db", "SELECT page FROM utterances ORDER BY seq")] == [
        1,
        1,
        1,
        2,
        2,
        2,
    ]


def test_texts_that_share_an_address_are_told(tmp_path, run):
    """A corrected article that was saved beside the first is no second source: both stand, and somebody has to know."""
    page = (
        "---\nurl: https://post.example/pier\n---\n\n"
        + transcript(("Mara Olin", "It holds 51 boats."), ("Q", "Sure?")) * 2
    )
    (tmp_path / "first.txt").write_text(page)
    (tmp_path / "copy.txt").write_text(page)
    db = tmp_path / "q.db"
    assert (
        "is the address of several texts" not in run("ingest", db, tmp_path / "first.txt", tmp_path / "copy.txt").stderr
    )
    (tmp_path / "corrected.txt").write_text(page.replace("51", "61"))
    said = run("ingest", db, tmp_path / "corrected.txt").stderr
    assert "note       https://post.example/pier is the address of several texts that differ: " in said
    assert all(name in said for name in ("first.txt", "corrected.txt"))
    # told when it comes in, and not each time again; the same file with another text is an ordinary correction
    assert "several texts" not in run("ingest", db, tmp_path / "corrected.txt").stderr
    (tmp_path / "corrected.txt").unlink()
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text(page)
    run("ingest", other / "q.db", other / "one.txt")
    (other / "one.txt").write_text(page.replace("51", "61"))
    assert "several texts" not in run("ingest", other / "q.db", other / "one.txt").stderr
