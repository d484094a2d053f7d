"""The shape of quotes.db: what scripts may rely on, and that it can be mended."""

from __future__ import annotations

import json
import os
import sqlite3

import pytest
import sqlite_utils

import quotedb
from conftest import transcript
from quotedb import Document
from quotedb.database.connection import check_sqlite
from quotedb.database.migrations import MIGRATIONS
from quotedb.errors import UnusableDatabase

TALK = transcript(
    ("Mara Olin", "I lit the lamps."),
    ("Teo Brandt", "Did you light all of them?"),
    ("Mara Olin", "I did."),
    ("Teo Brandt", "Good."),
)

QUOTES = [
    "id", "uid", "speaker", "text", "kind", "rendering", "label", "note", "document", "event", "spoken", "publisher",
    "published", "url", "section", "confidence",
]  # fmt: skip


def test_the_view_quotes_has_the_columns_of_the_contract(fresh, sql):
    """Scripts rely on these names in this order."""
    assert [row[1] for row in sql(fresh(talk=TALK), "PRAGMA table_info(quotes)")] == QUOTES


def test_sqlite_utils_sees_the_index(fresh):
    """table.search() of sqlite-utils works as it is."""
    db = sqlite_utils.Database(fresh(talk=TALK))
    assert db["utterances"].detect_fts() == "utterances_fts"
    assert [row["text"] for row in db["utterances"].search("lamps")] == ["I lit the lamps."]
    db.close()


def test_spans_can_be_checked_in_sql(fresh, sql):
    """Offsets count code points in SQLite as in Python, whatever the characters."""
    odd = TALK.replace("lamps", "lamps 🕯️👩🏽‍🚀 e\u0301 Привет 등불 ﬁ")
    path = fresh(talk=odd)
    assert quotedb.search(path, "lamps").hits[0].text == "I lit the lamps 🕯️👩🏽‍🚀 e\u0301 Привет 등불 ﬁ."
    assert sql(path, "SELECT count(*) FROM provenance_errors") == [(0,)]


def test_a_deleted_document_leaves_the_index(fresh):
    """Rows that somebody deletes by hand are not found any more, and the doctor is content."""
    path = fresh(talk=TALK, other=TALK.replace("lamps", "lanterns"))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM sources WHERE location LIKE '%talk.txt'")
        connection.execute("DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM sources)")
        connection.execute("INSERT INTO utterances_fts (utterances_fts) VALUES ('integrity-check')")
    connection.close()
    assert quotedb.search(path, "lamps").total == 0
    assert quotedb.search(path, "lanterns").total == 1


def test_transform_drops_triggers_and_migrate_makes_them_again(fresh, run, sql):
    """sqlite-utils' transform() loses the triggers without a word; the doctor sees it, migrate mends it."""
    path = fresh(talk=TALK)
    db = sqlite_utils.Database(path)
    db.conn.execute("PRAGMA foreign_keys = OFF")
    db["problems"].transform(rename={"message": "message"})
    db.conn.execute("DROP TRIGGER utterances_fts_delete")
    db.conn.execute("DROP INDEX problems_code")
    db.close()
    seen = run("doctor", path)
    assert seen.exit_code == 1
    assert "utterances_fts_delete" in seen.stdout
    assert "utterances_fts_delete" in run("migrate", path).stderr
    assert run("doctor", path).exit_code == 0


def test_migrations_are_applied_once_and_recorded(fresh, sql):
    """Each step stands in _sqlite_migrations under our name."""
    path = fresh(talk=TALK)
    fresh(talk=TALK)
    names = [migration.name for migration in MIGRATIONS._migrations]
    assert [
        row[0] for row in sql(path, "SELECT name FROM _sqlite_migrations WHERE migration_set = 'quotedb' ORDER BY id")
    ] == names


def test_an_older_database_is_brought_up_to_date_by_writers_only(fresh, run, monkeypatch):
    """A reader says which command to run; `migrate` and `ingest` apply what is missing."""
    path = fresh(talk=TALK)
    added = MIGRATIONS._migrations.copy()
    monkeypatch.setattr(MIGRATIONS, "_migrations", added)

    @MIGRATIONS()
    def m999_test(db: sqlite_utils.Database) -> None:
        db["speakers"].add_column("nickname", str)

    with pytest.raises(UnusableDatabase, match="quotedb migrate"):
        quotedb.search(path, "lamps")
    assert run("migrate", path).exit_code == 0
    assert quotedb.search(path, "lamps").total == 1


def test_migrate_makes_no_database(tmp_path, run):
    """There is nothing to bring up to date."""
    assert run("migrate", tmp_path / "q.db").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_an_old_sqlite_is_one_sentence():
    """STRICT tables need 3.37."""
    with pytest.raises(UnusableDatabase, match=r"SQLite 3\.36\.0, and quotedb needs 3\.37"):
        check_sqlite((3, 36, 0))


def test_a_nul_never_reaches_the_database(tmp_path, sql):
    """SQLite would cut the text there, so that offsets would lie: the table itself refuses it."""
    quotedb.ingest(tmp_path / "q.db", Document(TALK))
    with pytest.raises(sqlite3.IntegrityError):
        sql(tmp_path / "q.db", "UPDATE documents SET text = 'Mara Olin: I' || char(0)")


def test_uids_name_characters_of_a_text(fresh, sql):
    """16 hexadecimal digits of blake2b over sha256:start:end, computed by hand."""
    import hashlib

    path = fresh(talk=TALK)
    sha = hashlib.sha256(TALK.encode()).hexdigest()
    for uid, start, end in sql(path, "SELECT uid, start_char, end_char FROM utterances"):
        assert uid == hashlib.blake2b(f"{sha}:{start}:{end}".encode(), digest_size=8).hexdigest()


def test_a_foreign_database_is_left_as_it_is(tmp_path):
    """What quotedb did not make is refused without a byte changed."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE t (a)")
    before = path.read_bytes()
    with pytest.raises(UnusableDatabase, match="not one that quotedb made"):
        quotedb.ingest(path, Document(TALK))
    assert path.read_bytes() == before


def test_an_open_database_of_sqlite_utils_is_checked_like_a_file(tmp_path):
    """A new one in memory is filled; one that is something else is refused."""
    db = sqlite_utils.Database(memory=True)
    quotedb.ingest(db, Document(TALK))
    assert quotedb.search(db, "").total > 0
    other = sqlite_utils.Database(memory=True)
    other["t"].insert({"a": 1})
    with pytest.raises(UnusableDatabase, match="not one that quotedb made"):
        quotedb.search(other, "lamps")


def test_a_connection_in_a_transaction_is_refused(fresh):
    """Our commit or rollback would be theirs."""
    conn = sqlite3.connect(fresh(a=TALK))
    conn.execute("UPDATE documents SET event = 'mine'")
    with pytest.raises(UnusableDatabase, match="commit or roll back first"):
        quotedb.ingest(conn, Document(TALK + "\nMore."))
    assert conn.in_transaction
    conn.close()


def test_a_locked_database_is_one_sentence(fresh):
    """Whoever writes at the same time is waited for, and then named as the reason."""
    path = fresh(a=TALK)
    ours, theirs = sqlite3.connect(path, timeout=0), sqlite3.connect(path, isolation_level=None)
    theirs.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnusableDatabase, match="locked by another program"):
        quotedb.ingest(ours, Document(TALK + "\nMore."))
    theirs.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("DROP VIEW provenance_errors", "provenance"),
        ("DROP TABLE utterances_fts", "search index"),
        ("DROP TRIGGER utterances_fts_delete", "shape"),
    ],
)
def test_what_is_missing_is_found_and_made_again(fresh, run, statement, check):
    """The doctor goes through all checks whatever is missing, and migrate makes again what can be made."""
    path = fresh(a=TALK)
    with sqlite3.connect(path) as conn:
        conn.execute(statement)
    ill = run("doctor", path, "--json")
    wrong = [json.loads(line)["check"] for line in ill.stdout.splitlines() if '"WRONG"' in line]
    assert ill.exit_code == 1
    assert {"shape", check} == set(wrong)
    assert run("migrate", path).exit_code == 0
    assert run("doctor", path).exit_code == 0
    assert quotedb.search(path, "lamps").total > 0


def test_a_lost_table_cannot_be_made_again(fresh, run):
    """The words of a table do not come back: migrate says so instead of making an empty one."""
    path = fresh(a=TALK)
    with sqlite3.connect(path) as conn:
        conn.execute("DROP TABLE sources")
    assert run("doctor", path).exit_code == 1
    result = run("migrate", path)
    assert (result.exit_code, "The table sources is gone" in result.stderr) == (1, True)


def test_a_damaged_file_is_called_damaged(fresh, run):
    """Half a file is not "no database": the way on is a backup."""
    path = fresh(a=TALK)
    path.write_bytes(path.read_bytes()[:20_000])
    for command in (("doctor", path), ("search", path, "lamps"), ("ingest", path, path.parent)):
        result = run(*command)
        assert (result.exit_code, "restore a backup" in result.stderr + result.stdout) == (1, True), command


def test_a_database_that_nobody_writes_to_can_be_read(fresh, tmp_path):
    """A read-only folder, an archive or a disk image: SQLite wants to put its lock there, and cannot."""
    path = fresh(a=TALK)
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write everywhere")
        assert quotedb.search(path, "lamps").total == 1
        with pytest.raises(UnusableDatabase, match="cannot be written"):
            quotedb.ingest(path, Document(TALK + "\nMore."))
    finally:
        tmp_path.chmod(0o700)
