"""Transcripts as tables and as XML: known by their shape, and nothing that only looks like data is taken for one."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import quotedb
from quotedb.reading import read
from quotedb.reading.finding import find_sources

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
HEADER = "<header><name>Session 4</name></header>"
OPEN, COSTS = "I open the session.", "The harbour costs too much."
Said = list[tuple[str | None, str]]
TALK: Said = [("Ana Velt", OPEN), ("Bo Ilmar", COSTS), ("Ana Velt", "Thank you.")]


def turns(text: str) -> Said:
    document = read(io.StringIO(text))
    said = quotedb.parse(document)
    assert all(document.text[one.start_char : one.end_char] == one.text for one in said)
    return [(one.label, one.text) for one in said if one.kind == "turn"]


def debate(form: str, talk: Said = TALK) -> str:
    return f"{XML}<doc>{HEADER}{''.join(form.format(who=who, words=words) for who, words in talk)}</doc>"


FORMS = {
    "an attribute": '<speech by="{who}"><p>{words}</p></speech>',
    "a child": "<sp><speaker>{who}</speaker><p>{words}</p></sp>",
    "a child with a colon": "<contrib><from>{who}:</from><para>{words}</para></contrib>",
    "a paragraph with an attribute": '<p speaker="{who}">{words}</p>',
    "in a name space": '<a:u xmlns:a="http://example.org/a" who="{who}"><a:seg>{words}</a:seg></a:u>',
    "with a label that is printed, behind data on the speaker": (
        '<rede><p k="r"><redner><name><n>{who}</n></name></redner>{who}:</p><p>{words}</p></rede>'
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_xml_is_known_by_its_shape(form: str) -> None:
    assert turns(debate(form)) == TALK


def test_a_key_has_the_name_that_the_list_of_persons_gives() -> None:
    persons = (
        '<person xml:id="velt"><persName><surname>Velt</surname> <forename>Ana</forename></persName></person>'
        '<person xml:id="ilmar"><persName>Bo Ilmar</persName></person>'
    )
    said = "".join(
        f'<u who="#{who}"><seg>{words}</seg></u>'
        for who, words in (("velt", OPEN), ("ilmar", COSTS), ("velt", "Well?"))
    )
    text = f"{XML}<TEI><teiHeader>{persons}</teiHeader><body>{said}</body></TEI>"
    assert turns(text) == [("Ana Velt", OPEN), ("Bo Ilmar", COSTS), ("Ana Velt", "Well?")]


def test_words_and_marks_may_be_elements() -> None:
    words = '<s><w>I</w><w>open</w><w join="right">this</w><pc>.</pc></s>'
    said = f'<u who="Ana Velt">{words}</u><u who="Bo Ilmar"><s>{COSTS}</s></u><u who="Ana Velt">{words}</u>'
    assert turns(f"{XML}<doc>{said}</doc>") == [
        ("Ana Velt", "I open this."),
        ("Bo Ilmar", COSTS),
        ("Ana Velt", "I open this."),
    ]


def test_what_nobody_said_is_nobodys_but_stays_in_the_text() -> None:
    said = (
        f'<speech who="Ana Velt"><p>{OPEN}</p></speech><p>The house divided, and the bridge was kept by two votes.</p>'
        f'<speech who="Bo Ilmar"><p>{COSTS}</p><stage>Applause on the left</stage><p>We all know it.</p></speech>'
        '<speech who="Ana Velt"><p>Thank you.</p></speech>'
    )
    text = f"{XML}<doc>{said}</doc>"
    assert [words for _, words in turns(text)] == [OPEN, COSTS, "We all know it.", "Thank you."]
    assert "[The house divided, and the bridge was kept by two votes.]" in read(io.StringIO(text)).text


def test_other_xml_is_paragraphs() -> None:
    story = (
        f"{XML}<nitf><title>The bridge</title><p>“{COSTS}” said Bo Ilmar on <b>Monday</b>.</p><p>It rained.</p></nitf>"
    )
    document = read(io.StringIO(story))
    assert document.text == f"The bridge\n\n“{COSTS}” said Bo Ilmar on Monday.\n\nIt rained.\n"
    assert (document.title, document.media_type) == ("The bridge", "application/xml")
    assert [(one.speaker, one.text) for one in quotedb.parse(document)] == [("Bo Ilmar", COSTS)]


@pytest.mark.parametrize(
    "text",
    [
        f"{XML}<a/>",
        f"{XML}<a><b c='",
    ],
)
def test_xml_without_words_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(quotedb.UnreadableSource, match="without any words; check that it was saved in full"):
        read(io.StringIO(text))


def test_hostile_xml() -> None:
    """No entity is resolved; what is nested too deeply is refused, since a part would be lost; what breaks off is told."""
    bomb = f'<!DOCTYPE a [<!ENTITY x "{"y" * 99}"><!ENTITY z "{"&x;" * 99}">]>'
    assert read(io.StringIO(f"{XML}{bomb}<a>So: &z;</a>")).text == "So: &z;\n"
    assert read(io.StringIO(f"{XML}{'<a>' * 200}Good evening.{'</a>' * 200}")).text == "Good evening.\n"
    with pytest.raises(quotedb.UnreadableSource, match="nested so deeply"):
        read(io.StringIO(f"{XML}{'<a>' * 5_000}Good evening.{'</a>' * 5_000}"))
    document = read(io.StringIO(debate(FORMS["a paragraph with an attribute"])[:-12]))
    assert document.damage == "The XML breaks in line 2, so part of it may be missing: save it again."
    assert document.text.count("Ana Velt: ") == 2


ROWS = {
    "a comma that nobody quoted": "speaker,text\nAna Velt,I open, and I close.\n"
    + "Bo Ilmar,Well?\nAna Velt,Yes.\n" * 20,
    "names of authors that come back": "author;text\nAna Velt;I open, and I close.\n"
    + "Bo Ilmar;Well?\nAna Velt;Yes.\n" * 20,
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_rows_keep_all_their_words(text: str) -> None:
    assert turns(text)[:2] == [("Ana Velt", "I open, and I close."), ("Bo Ilmar", "Well?")]
    assert len(turns(text)) == 41
    assert "[00:00" not in read(io.StringIO(text)).text  # no time is given, so none is printed


NO_TABLES = {
    "a table of goods": "name,text\nlamp,It is green.\nrope,It is long.\ngate,It is shut.\n",
    "a head without a speaker": "id,text\n1,It is green.\n2,It is long.\n",
    "a sentence with commas": "The speaker, the text, and so on.\nI am, he said, the mayor.\n",
    "our own export": "uid,speaker,text,kind\n1,Ana Velt,Yes.,turn\n2,Bo Ilmar,No.,turn\n3,Ana Velt,Yes.,turn\n",
    "our own lines": '{"text": "Yes.", "start_char": 0, "speaker": "Ana Velt"}\n{"text": "No.", "start_char": 9, "speaker": "Bo Ilmar"}\n',
}


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_other_tables_stay_plain_text(text: str) -> None:
    document = read(io.StringIO(text))
    assert (document.text, document.media_type) == (text, "text/plain")


def test_a_folder_gives_its_transcripts_and_passes_its_tables_over(tmp_path: Path) -> None:
    form = FORMS["an attribute"]
    files = {
        "talk.csv": ROWS["a comma that nobody quoted"],
        "talk.xml": debate(form),
        "goods.csv": NO_TABLES["a table of goods"],
        "set.xml": f"{XML}<a b='c'>d</a>",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = find_sources([tmp_path])
    assert [Path(one.location).name for one in found.sources] == ["talk.csv", "talk.xml"]
    assert [Path(place).name for place in found.passed_over] == ["goods.csv", "set.xml"]


def speeches(*talk: tuple[str | None, str]) -> str:
    said = (
        f'<speech who="{who}"><p>{words}</p></speech>' if who else f"<speech><p>{words}</p></speech>"
        for who, words in talk
    )
    return f"{XML}<doc>{''.join(said)}</doc>"


UNNAMED = {
    "an empty field, JSON": (
        '{"segments":[{"speaker":"Ada Quist","text":"Hello."},{"speaker":null,"text":"Shame!"},{"speaker":"Bo Farrant","text":"Good."}]}',
        [("Ada Quist", "Hello."), ("Unknown speaker", "Shame!"), ("Bo Farrant", "Good.")],
    ),
    "an empty cell": (
        "speaker,text\nAda Quist,We open the day.\n,Shame!\nBo Farrant,I came to say no.\nAda Quist,Thank you.\n",
        [
            ("Ada Quist", "We open the day."),
            ("Unknown speaker", "Shame!"),
            ("Bo Farrant", "I came to say no."),
            ("Ada Quist", "Thank you."),
        ],
    ),
    "an element without a name": (
        speeches(("Ada Quist", "I see."), (None, "Shame!"), ("Bo Farrant", "I do not."), ("Ada Quist", "So I hear.")),
        [
            ("Ada Quist", "I see."),
            ("Unknown speaker", "Shame!"),
            ("Bo Farrant", "I do not."),
            ("Ada Quist", "So I hear."),
        ],
    ),
    "a label that somebody quotes": (
        speeches(
            ("Ada Quist", "I quote him.</p><p>Minister Losvane: I will pay."),
            ("Bo Farrant", "I do not."),
            ("Ada Quist", "So I hear."),
        ),
        [
            ("Ada Quist", "I quote him. Minister Losvane: I will pay."),
            ("Bo Farrant", "I do not."),
            ("Ada Quist", "So I hear."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNNAMED.values(), ids=UNNAMED)
def test_nobody_gets_the_words_of_another(text: str, expected: Said) -> None:
    """Where the file marks a turn and names nobody, somebody unknown speaks, not whoever spoke before."""
    assert turns(text) == expected


#: What the file names is taken as it stands, however little the words look like speech.
FEW = [("ben", "the pier no"), ("ida", "the lamp then")]


@pytest.mark.parametrize(
    "text",
    [
        "speaker,text\nben,the pier no\nida,the lamp then\n",
        "speaker\ttext\nben\tthe pier no\nida\tthe lamp then\n",
        '{"speaker": "ben", "text": "the pier no"}\n{"speaker": "ida", "text": "the lamp then"}\n',
        '[{"speaker": "ben", "text": "the pier no"}, {"speaker": "ida", "text": "the lamp then"}]',
        (
            '<trans><speakers><speaker id="s1" name="ben"/><speaker id="s2" name="ida"/></speakers>'
            '<turn speaker="s1"><sync time="0"/>the pier <sync time="2"/>no</turn>'
            '<turn speaker="s2"><sync time="3"/>the lamp then</turn></trans>'
        ),
    ],
    ids=["commas", "tabs", "json lines", "json", "xml"],
)
def test_who_has_a_field_of_its_own_needs_no_weighing(text: str) -> None:
    """Two short pieces in small letters: in a plain text nobody could tell them from a list."""
    document = read(io.StringIO(XML + text if text.startswith("<") else text))
    assert document.speakers == ("ben", "ida")
    assert [(one.label, one.text) for one in quotedb.parse(document)] == FEW
    assert "00:00" not in document.text  # no times in the file, none in the text
    assert quotedb.parse(document.text) == []


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (  # an anchor before the data on the speaker, as in the printed debates of a house
            (
                '<rede><p k="r"><a id="r1"/><redner><name><n>Ana Velt</n></name></redner>Ana Velt (TERN):</p><p>I open it.</p></rede>'
                '<rede><p k="r"><a id="r2"/><redner><name><n>Bo Ilmar</n></name></redner>Bo Ilmar (HULL):</p><p>Why?</p></rede>'
            ),
            [("Ana Velt (TERN)", "I open it."), ("Bo Ilmar (HULL)", "Why?")],
        ),
        (  # everybody speaks once: the element itself says that it is speech
            '<speech by="#p1"><from>VELT</from><p>The first.</p></speech><speech by="#p2"><from>ILMAR</from><p>The second.</p></speech>',
            [("VELT", "The first."), ("ILMAR", "The second.")],
        ),
        (  # trap: a heading that ends in a full stop is no sentence of whoever spoke above it
            '<u who="Ana Velt">I open it.</u><head>Choice of a chair.</head><u who="Bo Ilmar">Not me.</u><u who="Ana Velt">Nor me.</u>',
            [("Ana Velt", "I open it."), ("Bo Ilmar", "Not me."), ("Ana Velt", "Nor me.")],
        ),
        (  # trap: a list of books is by somebody, and nobody speaks
            '<book by="Ana Velt"><name>Tides</name></book><book by="Bo Ilmar"><name>Lamps</name></book>',
            [],
        ),
    ],
    ids=["anchor", "once", "heading", "books"],
)
def test_xml_of_records(talk: str, expected: Said) -> None:
    assert turns(f"{XML}<doc>{talk}</doc>") == expected


def test_messages_with_a_role(tmp_path: Path) -> None:
    """What a chat's export calls a message is said by a role that comes back; a program's messages have a level and no role."""
    entries = [
        {"message": "When does the pier open?", "role": "user", "step": "talk"},
        {"message": "In May, as far as I know.", "role": "assistant", "step": "talk"},
        {"message": "Thank you.", "role": "user", "step": "talk"},
        {"message": "You are welcome.", "role": "assistant", "step": "talk"},
    ]
    (tmp_path / "chat.json").write_text(json.dumps({"conversation_id": "c-1", "entries": entries}), encoding="utf-8")
    said = quotedb.parse(quotedb.read(tmp_path / "chat.json"))
    assert [(one.label, one.text) for one in said] == [(one["role"], one["message"]) for one in entries]
    log = [{"message": "Crane stopped.", "user": "root"}, {"message": "Crane started.", "user": "root"}] * 3
    (tmp_path / "log.json").write_text(json.dumps(log), encoding="utf-8")
    with pytest.raises(quotedb.UnreadableSource):
        quotedb.read(tmp_path / "log.json")
