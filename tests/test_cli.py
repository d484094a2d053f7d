"""The command line: exit codes, where output goes, and that bad input gets a sentence and loses nothing."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from conftest import transcript
from quotedb.cli import output

TALK = transcript(
    ("Mara Olin", "The lamps are lit."),
    ("Teo Brandt", "All of them?"),
    ("Mara Olin", "All of them."),
    ("Teo Brandt", "Good."),
)


def quotedb_process(*words: object) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "quotedb", *map(str, words)], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "talk.txt").write_text(TALK)
    return tmp_path / "docs"


def test_ingest_says_what_came_in_and_those_that_gave_nothing_first(folder, run):
    """The lines on stdout, the totals on stderr; what is in already is only counted."""
    (folder / "prose.txt").write_text("It rained all day and nobody spoke.\n\nThe boats stayed in.\n")
    result = run("ingest", folder.parent / "q.db", folder)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "nothing was said" in lines[0]
    assert "4 turns, 2 speakers" in lines[1]
    assert result.stderr.splitlines()[-1].endswith(
        "2 documents, 4 new turns, 0 new quotations, 1 without anything said"
    )
    again = run("ingest", folder.parent / "q.db", folder)
    assert again.stdout == ""
    assert "2 unchanged" in again.stderr


def test_ingest_names_files_of_a_folder_that_it_does_not_read(folder, run):
    """A sound file is named, so that nobody believes it searched; hidden files and a README are not worth a word."""
    for name in ("sound.mp3", ".hidden", "README.md"):
        (folder / name).write_text(TALK)
    result = run("ingest", folder.parent / "q.db", folder)
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("not read")]
    assert "1 file" in line
    assert line.endswith("sound.mp3")


def test_a_quiet_ingest_says_only_what_was_refused(folder, run):
    """Scheduled runs send a message only when there is something to do."""
    db = folder.parent / "q.db"
    assert run("ingest", db, folder, "--quiet").output == ""
    (folder / "empty.txt").write_text("")
    result = run("ingest", db, folder, "--quiet")
    assert result.exit_code == 1
    assert [line.split()[0] for line in result.output.splitlines()] == ["refused"]


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty"),
    "nul.txt": (b"Mara Olin: Yes.\x00\n\nTeo Brandt: No.\n", "NUL"),
    "broken.txt": ("Mara Olin: Café and naïve résumé.\n\n".encode() * 3 + b"Teo: caf\xc3 no \xff\xfe end\n", "UTF-8"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "image.txt"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" * 10, "PDF"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_and_the_rest_lands(folder, run, sql, name):
    """The file, the reason, exit 1; the good document of the same run is in."""
    content, reason = BAD[name]
    (folder / name).write_bytes(content)
    result = run("ingest", folder.parent / "q.db", folder)
    assert result.exit_code == 1
    refused = [line for line in result.stderr.splitlines() if line.startswith("refused")]
    assert len(refused) == 1
    assert name in refused[0]
    assert reason in refused[0]
    assert sql(folder.parent / "q.db", "SELECT count(*) FROM quotes") == [(4,)]


def test_several_bad_sources_at_once(folder, run, sql):
    """A path that is not there and a folder without documents are refused by name."""
    (folder.parent / "nothing").mkdir()
    result = run("ingest", folder.parent / "q.db", folder.parent / "gone.txt", folder, folder.parent / "nothing")
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert "nothing" in result.stderr
    assert "Traceback" not in result.output
    assert sql(folder.parent / "q.db", "SELECT count(*) FROM quotes") == [(4,)]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise on Windows")
def test_a_file_without_permission_is_refused(sql):
    """What this user may not read is named; what they may read comes in."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        (folder / "secret.txt").write_text(TALK)
        (folder / "secret.txt").chmod(0)
        (folder / "talk.txt").write_text(TALK.replace("lamps", "lanterns"))
        # root may read everything, so the program gives up its rights once it is loaded
        drop = "os.setgid(65534); os.setuid(65534); " if os.geteuid() == 0 else ""
        code = f"import os, sys, quotedb.cli as c; c.main(['parse', sys.argv[-1] + '/talk.txt'], standalone_mode=False); {drop}c.main()"
        result = subprocess.run(
            [sys.executable, "-c", code, "ingest", str(folder / "q.db"), name],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert result.returncode == 1, result.stderr
        assert "secret.txt" in result.stderr
        assert "permission" in result.stderr.lower()
        assert "Traceback" not in result.stderr
        assert sql(folder / "q.db", "SELECT count(*) FROM quotes") == [(4,)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("search", "{db}", "lamps"), 0),
        (("search", "{db}", "lanterns"), 0),
        (("search", "{db}", "-lamps"), 0),
        (("search", "{db}", "lamps", "--since", "yesterday-ish"), 2),
        (("search", "{db}", "lamps", "--no-such-option"), 2),
        (("search", "{db}.missing", "lamps"), 1),
        (("verify", "{db}", "the lamps are lit"), 0),
        (("verify", "{db}", "the lamps are out"), 1),
        (("verify", "{db}", "the lamps are lit", "--speaker", "Teo Brandt"), 1),
        (("show", "{db}", "0000000000000000"), 1),
        (("doctor", "{db}"), 0),
        (("migrate", "{db}"), 0),
        (("metadata", "{db}"), 0),
        (("people", "list", "{db}"), 0),
        (("export", "{db}", "--format", "jsonl"), 0),
        (("export", "{db}"), 2),
        (("nonsense",), 2),
    ],
)
def test_exit_codes(folder, run, words, code):
    """0: done; 1: not verbatim, or cannot be used; 2: wrong usage. Never a traceback."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    result = run(*(word.format(db=db) for word in words))
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_rows_as_json_csv_and_for_people(folder, run):
    """--json prints the fields of a Hit, one object a line; --csv the main columns; otherwise words are marked."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    (hit,) = [json.loads(line) for line in run("search", db, "lamps", "--json").stdout.splitlines()]
    assert (hit["speaker"], hit["snippet"][slice(*hit["spans"][0])]) == ("Mara Olin", "lamps")
    (row,) = csv.DictReader(io.StringIO(run("search", db, "lamps", "--csv").stdout))
    assert (row["speaker"], row["text"]) == ("Mara Olin", "The lamps are lit.")
    people = run("search", db, "lamps")
    assert "The **lamps** are lit." in people.stdout
    assert "1 hit for lamps" in people.stderr
    verdict = json.loads(run("verify", db, "the lamps are lit", "--json").stdout)
    assert set(verdict) >= {"quote", "verdict", "flags", "matches", "coverage"}
    assert verdict["matches"][0]["diff"] == [["equal", "The lamps are lit", "The lamps are lit"]]


def test_a_changed_word_stands_beside_the_records_own(folder, run):
    """What only the quote has and what only the record has are told apart, without colour too."""
    (folder / "long.txt").write_text(
        transcript(("Mara Olin", "We lit all the lamps on the north pier last night."), ("Teo Brandt", "Good."))
        + transcript(("Mara Olin", "It was dark."), ("Teo Brandt", "Very dark."))
    )
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    result = run("verify", db, "We lit all the lamps on the south pier last night")
    assert result.exit_code == 1
    head, sentence, *_ = result.stdout.splitlines()
    assert head == "altered"
    assert sentence == "The record has this passage, but not in these words: 1 word changed:"
    assert "We lit all the lamps on the [-south-] {+north+} pier last night" in result.stdout


def test_runs_that_agree_are_marked_in_what_is_nearest(folder, run):
    """Where nothing is found, the nearest passage has the runs of words marked that the quote and the record share."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    result = run("verify", db, "I say the lamps are out")
    assert result.stdout.startswith("not-found")
    assert "**The lamps are** lit." in result.stdout
    assert "Runs of 3 or more words that agree are marked." in result.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("the lamps are lit",), "Every word stands in the record:"),
        (("the lamps are lit", "--speaker", "Mara Olin"), "Every word stands in the record, from this speaker:"),
        (("the lamps are lit", "--speaker", "Teo Brandt"), "Every word stands in the record, but from somebody else:"),
        (
            ("the lamps are lit", "--speaker", "Ida Varn"),
            "Every word stands in the record, but nobody there has that name:",
        ),
        (("dark all night",), "Every word stands in the record, but only in articles:"),
        (("xylophone zebra",), "These words do not stand in the record. Nothing near them does, either."),
    ],
)
def test_a_verdict_is_said_in_words(folder, run, words, sentence):
    """The second line of an answer says in a sentence what the first means."""
    (folder / "report.txt").write_text(
        "The pier was closed.\n\n“It was dark all night,” said Ida Stroem, the keeper.\n"
    )
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    assert run("verify", db, *words).stdout.splitlines()[1] == sentence


def test_show_ends_with_a_line_to_paste(folder, run, sql):
    """Words, speaker and source in one line; a long turn without its words."""
    (folder / "long.txt").write_text(
        transcript(("Mara Olin", "Lamps. " * 80), ("Teo Brandt", "Good."), ("Mara Olin", "So."), ("Teo Brandt", "Yes."))
    )
    db = folder.parent / "q.db"
    run(
        "ingest",
        db,
        folder,
        "--publisher",
        "Pier Gazette",
        "--published",
        "2031-05-04",
        "--url",
        "https://pier.example",
    )
    cited = {}
    for words in ("The lamps are lit.", "Lamps."):
        ((uid,),) = sql(db, f"SELECT uid FROM quotes WHERE text LIKE '{words}%'")
        (cited[words],) = [line for line in run("show", db, uid).stdout.splitlines() if line.startswith("to cite: ")]
    source = "Pier Gazette, published 2031-05-04, https://pier.example"
    assert cited["The lamps are lit."].startswith("to cite: “The lamps are lit.” — Mara Olin: ")
    assert cited["Lamps."].startswith("to cite: Mara Olin: ")
    assert all(line.endswith(source) for line in cited.values())


def test_a_paragraph_is_folded_for_a_terminal(monkeypatch):
    """Lines of the terminal's width with an indent; blanks are one; a phrase over a line end is marked on both lines."""
    text = "all the  lamps\non the north pier and a-very-long-address-that-no-line-of-this-terminal-can-hold end"
    assert output.folded(text, "  ", [(4, 21)]).startswith("  all **the lamps on the** north pier and a-very")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    rows = output.folded(text, "  ", [(4, 21)]).split("\n")
    assert rows[0] == "  all **the lamps on the** north pier and"
    assert rows[1:] == ["  a-very-long-address-that-no-line-of-this-terminal-can-hold", "  end"]


@pytest.mark.parametrize("colour", ["", "1"])
def test_a_document_cannot_command_a_terminal(monkeypatch, colour):
    """What would clear the screen or name its window is shown as its picture; other programs get the words as they are."""
    text = "The \x1b[2Jlamps\x07 burn\x9b31m."
    shown = "The ␛[2Jlamps␇ burn␛31m."
    assert output.folded(text) == output.strong(text) == output.quiet(text) == text
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", colour) if colour else monkeypatch.delenv("NO_COLOR", raising=False)
    for made in (output.folded(text), output.strong(text), output.quiet(text)):
        assert click.unstyle(made) == shown


def test_a_search_says_when_there_is_more(folder, run):
    """What is shown of all hits, and how to see the rest; nothing of the kind when all are shown."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    assert (
        run("search", db, "--limit", 3, "--json").stderr == "4 hits for everything (1 to 3 shown; more: --offset 3)\n"
    )
    assert run("search", db, "--limit", 3, "--offset", 3).stderr == "4 hits for everything\n"


def test_parse_prints_json_lines_with_the_path(folder, run):
    """No database: each utterance is one object."""
    result = run("parse", folder / "talk.txt")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["label"] for row in rows] == ["Mara Olin", "Teo Brandt", "Mara Olin", "Teo Brandt"]
    assert {row["document"] for row in rows} == {(folder / "talk.txt").as_posix()}


def test_export_keeps_words_exact_and_formulas_harmless(tmp_path, run):
    """JSON lines are the exact words; in CSV a cell that begins like a formula gets an apostrophe."""
    (tmp_path / "talk.txt").write_text(
        transcript(
            ("Mara Olin", "=cmd|' /C calc'!A0, I said."),
            ("Teo Brandt", "No."),
            ("Mara Olin", "Yes."),
            ("Teo Brandt", "No."),
        )
    )
    run("ingest", tmp_path / "q.db", tmp_path / "talk.txt")
    exact = [
        json.loads(line)["text"] for line in run("export", tmp_path / "q.db", "--format", "jsonl").stdout.splitlines()
    ]
    safe = [
        row["text"] for row in csv.DictReader(io.StringIO(run("export", tmp_path / "q.db", "--format", "csv").stdout))
    ]
    assert exact[0] == "=cmd|' /C calc'!A0, I said."
    assert safe[0] == "'=cmd|' /C calc'!A0, I said."
    assert exact[1:] == safe[1:]


def test_show_gives_the_place(folder, run, sql):
    """The words with a paragraph before and after, how the speaker was found, and the place in characters."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    ((uid,),) = sql(db, "SELECT uid FROM quotes WHERE text = 'All of them?'")
    shown = run("show", db, uid).stdout
    assert shown.index("The lamps are lit.") < shown.index("All of them?") < shown.index("All of them.")
    assert "docs/talk.txt" in shown
    assert "confidence" in shown
    row = json.loads(run("show", db, str(uid)[:8], "--json").stdout)
    assert (row["current"], row["successor_uid"]) == (True, None)


def test_doctor_sees_what_is_wrong(folder, run, sql):
    """An edited text and a missing index row are found, with what to do."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    import sqlite3

    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'lamps', 'lumps')")
        connection.execute("INSERT INTO utterances_fts (utterances_fts) VALUES ('delete-all')")
    connection.close()
    result = run("doctor", db)
    assert result.exit_code == 1
    wrong = {
        row["check"]
        for row in (json.loads(line) for line in run("doctor", db, "--json").stdout.splitlines())
        if not row["ok"]
    }
    assert wrong == {"provenance", "search index"}


def test_a_taken_port_is_one_sentence(folder, run):
    """It says which other port to take."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", db, "--", "--port", port)
    assert result.exit_code == 1
    assert f"Port {port}" in result.stderr
    assert f"--port {port + 1}" in result.stderr or "--port 8001" in result.stderr


def test_the_program_runs_as_a_module(folder):
    """The same program; its messages go to stderr."""
    done = quotedb_process("ingest", folder.parent / "q.db", folder)
    assert done.returncode == 0
    assert "1 document" in done.stderr
    assert done.stdout.startswith("new")


def test_show_with_more_context_than_there_is(folder, run, sql):
    """All paragraphs that there are, at once."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    ((uid,),) = sql(db, "SELECT uid FROM quotes WHERE text = 'All of them?'")
    assert "The lamps are lit." in run("show", db, uid, "--context", 10**12).stdout


@pytest.mark.parametrize("command", [("search", "x", "--speaker"), ("people", "alias", "Mara Olin"), ("show",)])
def test_bytes_that_are_no_text_are_one_sentence(folder, run, command):
    """A terminal may hand over bytes that no database can keep."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    verb = command[:2] if command[0] == "people" else command[:1]
    result = run(*verb, db, *command[len(verb) :], "\udcff")
    assert (result.exit_code, "no UTF-8" in result.stderr) == (1, True)


@pytest.mark.parametrize("quote", ["-All of them?", "- All of them?", "-- All of them?", "-hall of them?"])
def test_a_quote_may_begin_with_a_dash(folder, run, quote):
    """A dash before speech is a habit of many papers, not an option."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    result = run("verify", db, quote)
    assert result.stdout.startswith("not-found" if "hall" in quote else "verbatim")


@pytest.mark.parametrize("command", [("search",), ("verify",)])
def test_help_and_misspelt_options(folder, run, command):
    """Where words may begin with a hyphen, -h still helps and --speker is still a mistake."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    for words in ((), (db,)):
        assert (run(*command, *words, "-h").exit_code, "Usage:" in run(*command, *words, "-h").stdout) == (0, True)
    assert run(*command, db, "lamps", "--speker=Mara Olin").exit_code == 2
    assert run(*command, db, "--speker").exit_code == 2
    assert run("verify", db).exit_code == 2


def test_other_programs_get_utf8(folder):
    """Whatever the system's own encoding, what goes into a file or a pipe is UTF-8."""
    (folder / "signs.txt").write_text(
        "Mara Olin: Grüße → 你好.\n\nTeo Brandt: Danke.\n\nMara Olin: 😀 gern.\n", encoding="utf-8"
    )
    db = folder.parent / "q.db"
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    for words in (("ingest", db, folder), ("export", db, "--format", "jsonl")):
        command = [sys.executable, "-m", "quotedb", *map(str, words)]
        result = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert "Grüße → 你好." in result.stdout.decode("utf-8")


def test_a_taken_port_and_another_fault_are_told_apart(samples_db, run):
    """One sentence says what is wrong, with the command that goes on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for words in (("--port", port), (f"--port={port}",), ("-p", port), (f"-p{port}",)):
            told = run("serve", samples_db, "--", *words)
            assert (told.exit_code, "another program has it" in told.stderr) == (1, True), words
    told = run("serve", samples_db, "--", "--host", "no-such-host.invalid")
    assert (told.exit_code, "another program" in told.stderr) == (1, False)


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [("2031", "2030", 2), ("2030-02-01", "2030-01", 2), ("2030-05-04", "2030", 0), ("2030", "2030-05-04", 0)],
)
def test_dates_that_leave_no_day_are_a_mistake(folder, run, since, until, code):
    """An empty span must not look like an empty record; a year holds all its days."""
    db = folder.parent / "q.db"
    run("ingest", db, folder)
    assert run("search", db, "--since", since, "--until", until).exit_code == code


def test_a_long_list_of_people_is_cut_for_the_eye_and_not_for_programs(tmp_path, run):
    """A table ends after 50 and says so; --json has everybody; --limit asks for more."""
    first, last = ("Mara", "Teo", "Ida", "Ketil", "Nell", "Odile", "Petra"), ("Olin", "Brandt", "Varn", "Stroem")
    names = [f"{a} {b}{c}" for a in first for b in last for c in ("", "son")]
    db = tmp_path / "q.db"
    (tmp_path / "talk.txt").write_text(
        transcript(*((name, f"I lit lamp {n} myself.") for n, name in enumerate([*names, *reversed(names)])))
    )
    run("ingest", db, tmp_path / "talk.txt")
    table = run("people", "list", db)
    assert len(table.stdout.splitlines()) == 52
    assert f"50 of {len(names)} speakers" in table.stderr
    assert len(run("people", "list", db, "--json").stdout.splitlines()) == len(names)
    assert len(run("people", "list", db, "--limit", len(names)).stdout.splitlines()) == len(names) + 2


def test_the_help_of_a_command_fits_its_line(run):
    """No first sentence is cut in the list of commands, and the list begins with what comes first."""
    listed = run("--help").stdout.partition("Commands:\n")[2]
    assert "..." not in listed
    assert listed.split()[0] == "ingest"


def test_too_little_of_a_uid_is_told_from_a_wrong_one(run, samples_db):
    """Three signs that begin a uid are no reason to say that nobody has it."""
    with contextlib.closing(sqlite3.connect(samples_db)) as conn:
        uid = conn.execute("SELECT uid FROM utterances ORDER BY uid LIMIT 1").fetchone()[0]
    assert "too little of a uid" in run("show", samples_db, uid[:3]).stderr
    assert "No utterance has the uid zzz;" in run("show", samples_db, "zzz").stderr
    assert run("show", samples_db, uid[:8]).exit_code == 0


def test_one_report_in_two_papers_is_one_row_for_people(tmp_path, run):
    """Papers set a wire report between lines of their own: people see it once with both places, programs see both."""
    report = (
        "The council met on Monday in the old school, and the harbour was its only theme all evening long.\n\n"
        "“The old pier must fall before winter,” Mara Olin said at the harbour, and most of those there agreed with her.\n"
    )
    (tmp_path / "gazette.txt").write_text(f"Gazette\n\n{report}\nMore news on page two of this paper.\n")
    (tmp_path / "herald.txt").write_text(f"Herald\n\nFrom our wire.\n\n{report}\nThe Herald is out every day.\n")
    db = tmp_path / "q.db"
    run("ingest", db, tmp_path)
    found = run("search", db, '"old pier"')
    assert found.stdout.count("The **old pier** must fall") == 1
    assert "same text in 1 other place: " in found.stdout
    assert "2 hits for" in found.stderr
    assert "1 of them the same report elsewhere" in found.stderr
    assert len(run("search", db, '"old pier"', "--json").stdout.splitlines()) == 2


def test_an_unsure_speaker_is_told_from_other_remarks_in_the_table(tmp_path, run):
    """Words that may be somebody else's do not look like words with a remark; what the signs mean stands below."""
    talk = [("OLIN", "I never sold the pier, and I shall not."), ("Q", "Why?"), ("OLIN", "I like it."), ("Q", "I see.")]
    (tmp_path / "talk.txt").write_text(transcript(*talk))
    draft = tmp_path / "draft.md"
    draft.write_text("“I never sold the pier, and I shall not,” said Mara Olin.\n")
    run("ingest", tmp_path / "q.db", tmp_path / "talk.txt")
    checked = run("verify", tmp_path / "q.db", "--file", draft)
    assert "verbatim ? " in checked.stdout
    assert "? the words stand there, but perhaps from somebody else" in checked.stderr
    assert "* there is more to say" not in checked.stderr
