"""A run that is killed: the database opens, is clean, and every document is whole or absent; the next run completes it."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from conftest import transcript

DOCUMENTS = 300


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
def test_ten_kills_leave_whole_documents(tmp_path, run, monkeypatch):
    """Ten runs are killed at random moments while they write batch after batch."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(DOCUMENTS):
        turns = [("Mara Olin" if n % 2 else "Teo Brandt", f"Lamp {number} of row {n} is lit.") for n in range(40)]
        (folder / f"d{number:03}.txt").write_text(transcript(*turns))
    db = tmp_path / "q.db"
    # small batches, so that a kill finds many of them done and one open
    code = (
        "import quotedb.database.ingestion as i; i.BATCH_DOCUMENTS = 5\n"
        f"from quotedb import ingest; ingest({str(db)!r}, {str(folder)!r}, jobs=1)"
    )
    chance = random.Random(7)
    seen = []
    for _ in range(10):
        process = subprocess.Popen([sys.executable, "-c", code])
        deadline = time.monotonic() + 30
        while not db.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        if not db.exists():
            continue
        connection = sqlite3.connect(db)
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'documents'").fetchone()[0]
        if tables:
            halves = connection.execute(
                "SELECT count(*) FROM documents d WHERE (SELECT count(*) FROM utterances WHERE document_id = d.id) <> 40"
            ).fetchone()[0]
            assert halves == 0
            seen.append(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
        connection.close()
        if tables:
            assert run("doctor", db).exit_code == 0
    assert run("ingest", db, folder, "--jobs", "1").exit_code == 0
    connection = sqlite3.connect(db)
    assert connection.execute("SELECT count(*), sum(turns) FROM documents").fetchone() == (DOCUMENTS, DOCUMENTS * 40)
    connection.close()
    assert run("doctor", db).exit_code == 0
    assert seen == sorted(seen)


def test_a_full_disk_is_told_in_one_sentence(tmp_path, run):
    """No word of processes that were let go, and the database holds whole documents."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(80):  # enough for worker processes
        turns = [("Mara Olin" if n % 2 else "Teo Brandt", f"Lamp {number} of row {n} is lit.") for n in range(40)]
        (folder / f"d{number:03}.txt").write_text(transcript(*turns))
    db = tmp_path / "q.db"
    code = (
        "import quotedb.database.ingestion as i; i.BATCH_DOCUMENTS = 5\n"
        "from quotedb.database import open_to_write; from quotedb import ingest\n"
        f"db = open_to_write({str(db)!r}); db.conn.execute('PRAGMA max_page_count = 120')\n"
        f"try: ingest(db, {str(folder)!r}, jobs=2)\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert "has no room to grow (database or disk is full); make room" in done.stdout
    assert done.stderr == ""
    assert run("doctor", db).exit_code == 0
    with sqlite3.connect(db) as connection:
        assert {turns for (turns,) in connection.execute("SELECT turns FROM documents")} == {40}


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of a process on this system")
def test_processes_are_let_go_without_a_word(tmp_path):
    """Where writing fails while others still read, one sentence stands on stderr and no traceback of theirs."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(80):
        (folder / f"d{number:03}.txt").write_text(transcript(*((f"Ana {number}", f"Lamp {n}.") for n in range(90))))
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "import quotedb.database.ingestion as i; i.BATCH_DOCUMENTS = 5\n"
        "from quotedb.cli import main; main()"
    )
    words = [sys.executable, "-c", code, "ingest", str(tmp_path / "q.db"), str(folder), "--quiet", "--jobs", "2"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("Error: ")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal of a process group on this system")
def test_ctrl_c_stops_a_run_at_once(tmp_path, run):
    """The terminal sends it to every process of the run: one sentence, whole documents, nothing that hangs."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(4_000):
        turns = [("Mara Olin" if n % 2 else "Teo Brandt", f"Lamp {number} of row {n} is lit.") for n in range(20)]
        (folder / f"d{number:04}.txt").write_text(transcript(*turns))
    db = tmp_path / "q.db"
    # a run in the background of a script is born deaf to Ctrl-C, one in a terminal is not
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "import quotedb.database.ingestion as i; i.BATCH_DOCUMENTS = 5\nfrom quotedb.cli import main; main()"
    words = [sys.executable, "-c", code, "ingest", str(db), str(folder), "--jobs", "2"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True)
    landed = 0
    deadline = time.monotonic() + 60
    while landed < 10 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
        with (
            contextlib.suppress(sqlite3.Error),
            sqlite3.connect(f"{db.as_uri()}?mode=ro", timeout=0.05, uri=True) as connection,
        ):
            (landed,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (
        1,
        f"Stopped. What stands in {db} stands there whole; the same command goes on from there.",
    )
    assert run("doctor", db).exit_code == 0
    with sqlite3.connect(db) as connection:
        assert {turns for (turns,) in connection.execute("SELECT turns FROM documents")} == {20}
