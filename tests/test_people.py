"""Who is who across documents: full names join, bare last names wait for people, and every joining can be seen."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest

import quotedb
from conftest import transcript
from quotedb.database import add_alias, choose, examine, list_people, merge, open_to_write
from quotedb.database.store import Writer
from quotedb.errors import UnknownName, pasteable
from quotedb.models import Analysis, Document, Utterance

FULL = transcript(
    ("Mara Olin", "The harbour stays open."),
    ("Teo Brandt", "Good."),
    ("Mara Olin", "Every night."),
    ("Teo Brandt", "Good."),
)
HYPHEN = FULL.replace("Mara Olin", "Mara-Olin").replace("stays", "remains")
BARE = transcript(
    ("OLIN", "I said so before."), ("BRANDT", "You did."), ("OLIN", "And I say so again."), ("BRANDT", "Good.")
)
OTHER = transcript(
    ("Ketil Olin", "I never said that."), ("Ida Varn", "Who did?"), ("Ketil Olin", "My sister."), ("Ida Varn", "Fine.")
)


def names(path, sql):
    return {row[0]: row[1] for row in sql(path, "SELECT speaker, count(*) FROM quotes GROUP BY speaker")}


def people_of(path):
    with closing(sqlite3.connect(path)) as conn:
        return list_people(conn)


def test_one_person_in_several_spellings(fresh, sql):
    """A hyphen, a capital or an accent does not make another person."""
    path = fresh(a=FULL, b=HYPHEN, c=FULL.replace("Mara Olin", "MARA OLIN").replace("stays", "is"))
    assert names(path, sql) == {"Mara Olin": 6, "Teo Brandt": 6}


def test_two_people_with_one_last_name_stay_two(fresh, sql):
    """The last name alone joins nobody across documents."""
    path = fresh(a=FULL, b=OTHER)
    assert names(path, sql) == {"Mara Olin": 2, "Teo Brandt": 2, "Ketil Olin": 2, "Ida Varn": 2}


def test_a_bare_label_is_nobody_until_people_join_it(fresh, sql, run):
    """A document that labels her only OLIN is reported after ingest, in a search for her, and in the list."""
    path = fresh(a=FULL, b=BARE)
    assert names(path, sql)["Mara Olin"] == 2
    sentence = "people alias"
    again = run("ingest", path, path.parent / "documents")
    assert sentence not in again.stderr
    found = run("search", path, "--speaker", "Mara Olin")
    assert "2 more utterances under the label OLIN in 1 document" in found.stderr
    assert f'quotedb people alias {path} "Mara Olin" "OLIN"' in found.stderr
    assert sentence in run("people", "list", path).stderr


def test_the_report_names_bare_labels(tmp_path):
    """The report of the very run that brought them names them, with the people that they may be."""
    for name, text in (("a", FULL), ("b", BARE), ("c", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text)
    report = quotedb.ingest(tmp_path / "quotes.db", tmp_path)
    olin = next(label for label in report.unjoined if label.label == "OLIN")
    assert (olin.utterances, olin.documents, olin.candidates) == (2, 1, ("Ketil Olin", "Mara Olin"))


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("OLIN", True),
        ("MR. OLIN", False),  # Mara is a woman's name
        ("MS. OLIN", True),
        ("T", False),  # a middle initial is no name
    ],
)
def test_a_bare_label_is_asked_about_where_it_may_be_somebody(fresh, label, asked):
    """Whom a label cannot mean, by its initials or its title, is not proposed."""
    known = transcript(
        ("Mara T. Olin", "We pay."), ("Per Vane", "Who?"), ("Mara T. Olin", "The town."), ("Per Vane", "All?")
    )
    bare = transcript((label, "I object."), ("VANE", "Why?"), (label, "I always do."), ("VANE", "I know you do."))
    people = {
        name for one in quotedb.search(fresh(a=known, b=bare), "", speaker="Olin").unjoined for name in one.candidates
    }
    assert ("Mara T. Olin" in people) == asked


def test_what_was_searched_is_not_told_as_more(fresh, run):
    """A search for `Olin` finds what stands under OLIN, too: those hits are not counted a second time as more."""
    path = fresh(a=FULL, b=BARE, c=OTHER)
    (label,) = quotedb.search(path, "", speaker="Olin").unjoined
    assert (label.label, label.utterances, label.searched) == ("OLIN", 2, True)
    found = run("search", path, "--speaker", "Olin")
    assert "6 hits" in found.stderr
    assert "2 utterances under the label OLIN" in found.stderr
    assert not quotedb.search(path, "", speaker="Mara Olin").unjoined[0].searched


def test_a_paper_that_asks_in_its_own_interview_is_nobody_of_that_name(fresh, run):
    """`Harbour Post` asks the questions; the label HARBOUR elsewhere is no short form of a person called Post."""
    asks = transcript(
        ("Harbour Post", "Who pays?"), ("Mara Olin", "The town."), ("Harbour Post", "All of it?"), ("Mara Olin", "Yes.")
    )
    bare = transcript(
        ("HARBOUR", "I object."), ("OLIN", "Why?"), ("HARBOUR", "I always do."), ("OLIN", "I know you do.")
    )
    path = fresh(a="---\npublisher: Harbour Post\n---\n\n" + asks, b=bare)
    assert {person.name: person.kind for person in people_of(path)}["Harbour Post"] == "body"
    assert [label.label for label in quotedb.search(path, "", speaker="Olin").unjoined] == ["OLIN"]
    assert "if that is Harbour Post" not in run("people", "list", path).stderr


def test_an_alias_joins_what_is_here_and_what_comes(fresh, sql, run):
    """After the alias, the label means the person, in later documents too; the change is on record."""
    path = fresh(a=FULL, b=BARE)
    done = run("people", "alias", path, "Mara Olin", "OLIN")
    assert done.exit_code == 0
    assert "2 utterances joined" in done.stderr
    fresh(c=BARE.replace("before", "yesterday"))
    assert names(path, sql)["Mara Olin"] == 6
    ((action, details),) = sql(path, "SELECT action, details FROM events")
    assert action == "alias"
    assert json.loads(details)["alias"] == "OLIN"
    assert run("doctor", path).exit_code == 0


def test_merging_keeps_name_and_address(fresh, sql, run):
    """FROM becomes INTO; the forms of both stay known."""
    path = fresh(a=FULL, b=FULL.replace("Mara Olin", "Marabel Olin").replace("stays", "is"))
    slug = sql(path, "SELECT slug FROM speakers WHERE name = 'Mara Olin'")
    assert run("people", "merge", path, "Marabel Olin", "Mara Olin").exit_code == 0
    assert names(path, sql)["Mara Olin"] == 4
    assert sql(path, "SELECT slug FROM speakers WHERE name = 'Mara Olin'") == slug
    assert quotedb.search(path, "", speaker="Marabel Olin").total == 4
    assert run("doctor", path).exit_code == 0


@pytest.mark.parametrize("voice", ["Speaker 1", "Q", "SPEAKER_00", "THE CHAIR"])
def test_a_voice_without_a_name_is_joined_in_the_documents_that_are_here(fresh, sql, run, voice):
    """Speaker 1 of this recording is Mara Olin; Speaker 1 of the next one is not, and `Mara Olin` is on no later word."""
    said = transcript(
        (voice, "The boats stay in."), ("Teo Brandt", "All?"), (voice, "All of them."), ("Teo Brandt", "Oh.")
    )
    path = fresh(a=FULL, b=said)
    done = run("people", "merge", path, voice, "Mara Olin")
    assert "is now Mara Olin; 2 utterances moved" in done.stderr
    assert "in documents that come later it stays open" in done.stderr
    before = names(path, sql)["Mara Olin"]
    fresh(c=said.replace("boats", "nets"))
    assert names(path, sql)["Mara Olin"] == before
    assert sum(count for name, count in names(path, sql).items() if name.casefold() == voice.casefold()) == 2
    assert run("doctor", path).exit_code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("alias", "Nobody Here", "N."), "Nobody called 'Nobody Here'"),
        (("alias", "Mara Olin", "Ketil Olin"), "people merge"),
        (("merge", "Olin", "Teo Brandt"), "give the full name"),
        (("merge", "Mara Olin", "Mara-Olin"), "already one speaker"),
    ],
)
def test_people_are_never_joined_by_accident(fresh, run, words, sentence):
    """What is unknown or ambiguous is refused with what to do."""
    path = fresh(a=FULL, b=OTHER)
    result = run("people", words[0], path, *words[1:])
    assert result.exit_code == 1
    assert sentence in result.stderr


def test_part_of_a_name_finds_everybody_who_has_it(fresh):
    """A search by last name covers all who share it, and says so."""
    result = quotedb.search(fresh(a=FULL, b=OTHER), "", speaker="Olin")
    assert result.total == 4
    assert "Mara Olin" in result.understood
    assert "Ketil Olin" in result.understood


@pytest.mark.parametrize("typed", ["Größler", "Groessler", "Grossler", "Änne", "Aenne Groessler"])
def test_part_of_a_name_is_found_in_any_spelling_of_its_umlauts(fresh, typed):
    """Those who type it have a keyboard without them, or the record was typed on one."""
    talk = FULL.replace("Mara Olin", "Änne Größler")
    assert quotedb.search(fresh(a=talk, b=OTHER), "", speaker=typed).total > 0


def test_nobody_of_that_name(fresh):
    """An unknown speaker gives no hit, and the answer says why."""
    result = quotedb.search(fresh(a=FULL), "harbour", speaker="Zorro")
    assert (result.total, "nobody called 'Zorro'" in result.understood) == (0, True)


@pytest.fixture
def joint(tmp_path):
    """A database in which a statement was made by several people together, and then by each of them alone."""

    def make(*names: str, bare: tuple[str, ...] = ()):
        texts = [f"Sentence number {number} stands here." for number in range(len(names) + 1)]
        text = " ".join(texts)
        who = [names, *((name,) for name in names)]
        said = tuple(
            Utterance(
                words, text.index(words), text.index(words) + len(words), "direct", None, each[0], each, passage=n
            )
            for n, (words, each) in enumerate(zip(texts, who, strict=True))
        )
        db = open_to_write(tmp_path / "quotes.db")
        writer = Writer(db, "test")
        writer.begin()
        writer.add(Document(text), Analysis(said, (), dict.fromkeys(names, "person"), frozenset(bare)))
        writer.commit()
        return db.conn

    return make


@pytest.mark.parametrize(
    ("source", "into", "speakers"),
    [
        ("Ann Able", "Bob Bee", ("Bob Bee", "Xen Xu")),
        ("Bob Bee", "Ann Able", ("Ann Able", "Xen Xu")),
        ("Xen Xu", "Bob Bee", ("Ann Able", "Bob Bee")),
    ],
)
def test_a_joint_statement_names_the_merged_person_once(joint, source, into, speakers):
    """The one speaker stands where the first of the two stood, in every table."""
    conn = joint("Ann Able", "Xen Xu", "Bob Bee")
    merge(conn, source, into)
    hits = {hit.text: hit.speakers for hit in quotedb.search(conn, "sentence")}
    assert hits["Sentence number 0 stands here."] == speakers
    assert [finding.check for finding in examine(conn) if not finding.ok] == []


def test_a_full_name_merged_into_a_label_makes_it_a_person(joint):
    """INTO keeps its name, but it is a bare label no more: others are told from it."""
    conn = joint("Mara Olin", "Olin", "Teo Brandt", bare=("Olin",))
    merge(conn, "Mara Olin", "Olin")
    assert choose(conn, "Mara Olin").exact
    assert {person.name: person.partial for person in list_people(conn)} == {"Olin": False, "Teo Brandt": False}


@pytest.mark.parametrize("alias", ["", "   ", "\n"])
def test_an_empty_alias_is_refused(joint, alias):
    """It would name whoever has an empty label."""
    with pytest.raises(UnknownName, match="empty"):
        add_alias(joint("Ann Able"), "Ann Able", alias)


@pytest.mark.parametrize(
    "name",
    ["Mara Olin", "Olin $(id)", "Olin `id`", 'Olin "; id', "Olin'; id", "-rf Olin", "Olin\\", "Olin!id", "Olin\nid"],
)
def test_a_printed_command_is_safe_to_paste(name):
    """Names come from documents: a shell must take whatever stands in them as text."""
    line = pasteable("set", name, "OLIN") + "; printf '%s|' \"$@\""
    shell = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=True)
    assert shell.stdout.decode() == f"{name}|OLIN|"


def test_who_was_meant_is_said(fresh, run):
    """A part of a name is enough where one person has it, and the answer gives the whole name."""
    path = fresh(a=FULL, b=BARE)
    assert "OLIN is Mara Olin from now on" in run("people", "alias", path, "mara", "OLIN").stderr
    assert "is now Mara Olin;" in run("people", "merge", path, "Teo Brandt", "mara").stderr


def test_a_label_that_no_document_explains_can_be_given_a_name(fresh, sql, run):
    """Where every document prints OLIN and no more, people may say who that is; later full names join her."""
    path = fresh(b=BARE)
    assert names(path, sql) == {"Olin": 2, "Brandt": 2}
    done = run("people", "alias", path, "Mara Olin", "OLIN")
    assert (done.exit_code, "2 utterances joined" in done.stderr) == (0, True)
    fresh(a=FULL, c=BARE.replace("before", "yesterday"))
    assert names(path, sql)["Mara Olin"] == 6
    assert run("doctor", path).exit_code == 0
    assert run("people", "alias", path, "Ida Varn", "NOBODY").exit_code == 1


MAYOR = transcript(
    ("Mayor OLIN", "The city pays for the nets."), ("Q", "All?"), ("Mayor OLIN", "Until June."), ("Q", "Good.")
)
MINISTER = MAYOR.replace("Mayor", "Deputy Minister").replace("city", "state")
BOTH_OLINS = {"a": FULL, "b": OTHER, "mayor": MAYOR, "minister": MINISTER}


def test_a_label_with_a_title_joins_only_where_it_is_printed_so(fresh, sql, run):
    """One bare last name, two offices: what is said of the mayor says nothing of the minister, now or later."""
    path = fresh(**BOTH_OLINS)
    done = run("people", "alias", path, "Ketil Olin", "Mayor OLIN")
    assert "Mayor OLIN is Ketil Olin from now on; 2 utterances joined." in done.stderr
    fresh(c=MAYOR.replace("June", "May"), d=MINISTER.replace("June", "May"))
    assert names(path, sql) == {"Mara Olin": 2, "Teo Brandt": 2, "Ketil Olin": 6, "Ida Varn": 2, "Q": 8, "Olin": 4}
    assert run("people", "alias", path, "Mara Olin", "DEPUTY MINISTER OLIN").exit_code == 0
    assert (names(path, sql)["Mara Olin"], names(path, sql)["Ketil Olin"]) == (6, 6)
    assert choose(sqlite3.connect(path), "mayor olin").names == ("Ketil Olin",)
    assert run("doctor", path).exit_code == 0


def test_a_title_can_be_given_a_name_that_no_document_has(fresh, sql, run):
    """A label with a title that fits nobody known becomes a person; the rest of the bare label stays what it was."""
    path = fresh(mayor=MAYOR, minister=MINISTER)
    assert run("people", "alias", path, "Ketil Olin", "Mayor OLIN").exit_code == 0
    assert names(path, sql) == {"Ketil Olin": 2, "Q": 4, "Olin": 2}


def test_no_command_is_offered_that_would_take_one_person_for_another(fresh, run):
    """Where two known people fit a bare label, its forms are told apart and the name is left to who pastes."""
    told = run("people", "list", fresh(**BOTH_OLINS), "Olin").stderr
    assert "4 utterances under the label Olin in 2 documents (printed as " in told
    assert "who may be Ketil Olin or Mara Olin" in told
    assert "quotes.db NAME " in told


def test_a_role_that_several_documents_have_is_not_offered_as_one_person(fresh, run):
    """Every country has a president: the sentence says in how many documents somebody speaks under the role."""
    palace = transcript(("THE PRESIDENT", "I sign."), ("Q", "Why?"), ("THE PRESIDENT", "I want to."), ("Q", "I see."))
    path = fresh(a=FULL, palace=palace, council=palace.replace("sign", "open"))
    result = run("people", "alias", path, "Mara Olin", "THE PRESIDENT")
    assert result.exit_code == 1
    assert "is what 2 documents call whoever it is there; only if all of them mean Mara Olin" in result.stderr


def test_an_alias_that_no_document_has_says_so(fresh, run):
    """It is taken for what comes, but may be a slip of the hand."""
    path = fresh(a=FULL)
    assert (
        "0 utterances joined (no document prints that form so far)."
        in run("people", "alias", path, "Mara Olin", "OLYN").stderr
    )
