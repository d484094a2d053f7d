"""`read` on files and streams: whose text is kept, what is refused and in which words."""

from __future__ import annotations

import hashlib
import io
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import pytest

from quotedb.errors import QuotedbError, UnreadableSource
from quotedb.reading import find_sources, read
from quotedb.reading.content import raw

if TYPE_CHECKING:
    from quotedb.models import Document

SPEECH = "Harbour council, first session\n\nMARA OLIN: The pier stays open.\n\nNILS ARDEN (as interpreted): Good.\n"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_its_own_text(tmp_path: Path) -> None:
    """The text is the file's; the location is the path as given; both hashes can be checked from outside."""
    path = put(tmp_path, "session_one.txt", SPEECH)
    document = read(path)
    assert document.text == SPEECH
    assert document.location == path.as_posix()
    assert document.media_type == "text/plain"
    assert document.title == "Harbour council, first session"
    assert document.raw_sha256 == document.sha256 == hashlib.sha256(SPEECH.encode()).hexdigest()


def test_line_ends_and_mark_do_not_count_but_the_raw_bytes_are_known(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + SPEECH.replace("\n", "\r\n").encode()
    document = read(str(put(tmp_path, "dos.txt", content)))
    assert document.text == SPEECH
    assert document.raw_sha256 == hashlib.sha256(content).hexdigest()


FRONT = """---
title: "The\u00a0pier and  the ferry"
publisher: Harbour Post
date: 2023-09-13 18:00:00+02:00
spoken: 12 September 2023
event: Harbour council
source_url: https://post.example/pier
lang: en-GB
authors: [Jona Rask, Ada Lindqvist]
tags:
  - pier
---
MARA OLIN: Yes.
"""


def test_front_matter_tells_about_the_document_and_stays_in_its_text(tmp_path: Path) -> None:
    document = read(put(tmp_path, "a.md", FRONT))
    assert document.text == FRONT
    assert document.media_type == "text/markdown"
    assert about_of(document) == {
        "title": "The pier and the ferry",
        "publisher": "Harbour Post",
        "published": "2023-09-13",
        "spoken": "2023-09-12",
        "event": "Harbour council",
        "url": "https://post.example/pier",
        "language": "en",
        "byline": "Jona Rask, Ada Lindqvist",
    }


def about_of(document: Document) -> dict[str, str]:
    names = ("title", "publisher", "published", "spoken", "event", "url", "language", "byline")
    return {name: value for name in names if (value := getattr(document, name))}


def test_what_is_given_beats_front_matter(tmp_path: Path) -> None:
    path = put(tmp_path, "a.md", FRONT)
    document = read(path, title="Another title", published="1 May 2022", event=None, language="de-AT")
    assert (document.title, document.published, document.language) == ("Another title", "2022-05-01", "de")
    assert document.event == "Harbour council"  # None: not given


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        # broken YAML is read line by line
        ("title: [unclosed\ndate: 2023-09-13", {"title": "The pier stays", "published": "2023-09-13"}),
        (
            "title: Council: the pier stays\npublisher: 'Harbour Post'\ndate: 2023-09-13",
            {"title": "Council: the pier stays", "publisher": "Harbour Post", "published": "2023-09-13"},
        ),
        (
            'title: "The pier" again\nurl: https://post.example/a',
            {"title": '"The pier" again', "url": "https://post.example/a"},
        ),
        ("- title: [The pier\nno key", {"title": "The pier stays"}),
        ("title: The pier\ndate: 2023-02-31", {"title": "The pier"}),  # no such day
        ("title: The pier\ndate: next week", {"title": "The pier"}),
        ("title: The pier\nlanguage: English", {"title": "The pier"}),
        ("title: 1984\nevent: yes", {"title": "1984", "event": "yes"}),  # scalars stay as written
        ("title: |\n  The pier\n  again", {"title": "The pier again"}),
        ("title:\ndate:", {"title": "The pier stays"}),
        ("title: {a: b}\nauthor: {name: Jona Rask}", {"title": "The pier stays", "byline": "Jona Rask"}),
        (
            "url: /only/a/path\nlink: https://post.example/a",
            {"title": "The pier stays", "url": "https://post.example/a"},
        ),
    ],
)
def test_bad_front_matter_is_no_reason_to_refuse(tmp_path: Path, front: str, expected: dict[str, str]) -> None:
    """Whatever cannot be used is dropped; the text counts in any case."""
    text = f"---\n{front}\n---\n\nThe pier stays\n\nMARA OLIN: Yes.\n"
    document = read(put(tmp_path, "a.md", text))
    assert document.text == text
    assert about_of(document) == expected


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\n\nThe pier stays\n\n---\n\nMARA OLIN: Yes.\n"
    assert read(put(tmp_path, "a.md", text)).title == "The pier stays"


TITLES = [
    ("# The pier stays #\n\nMARA OLIN: Yes.", "The pier stays"),
    ("**The pier stays**\n\nMARA OLIN: Yes.", "The pier stays"),
    ("# Council: the pier stays.\n\nMore.", "Council: the pier stays."),
    ("[Applause]\n\nThe pier stays\n", "The pier stays"),
    ("By Jona Rask\nThe pier stays\n", "The pier stays"),
    ("FOR IMMEDIATE RELEASE\n\nThe pier stays\n", "The pier stays"),
    ("13 September 2023\n\n5:55 P.M.\n\nThe pier stays\n", "The pier stays"),
    ("September 13, 2023\n<https://post.example>\nThe pier stays\n", "The pier stays"),
    ("MARA OLIN: Yes.\n\nThe end\n", "session one"),
    ("12/03/24, 14:05 - Chats are sealed.\n12/03/24, 14:05 - Mara Olin: Open?\n", "session one"),
    ("Mara Olin  2:05 PM\nOpen?\nTeo Brandt  2:06 PM\nNo\n", "session one"),
    ("14:05:11 From Mara Olin to Everyone:\n\tOpen?\n14:06:11 From Teo Brandt to Everyone:\n\tNo\n", "session one"),
    ("The pier stays\n\nMara Olin, [12.03.24 14:05]\nOpen?\n\nTeo Brandt, [12.03.24 14:06]\nNo\n", "The pier stays"),
    ("Harbour council, 12.03.2024 14:30\n\nThe pier stays\n", "Harbour council, 12.03.2024 14:30"),
    ("Handshake at the Pier: What It Means for You\n\nMore.\n", "Handshake at the Pier: What It Means for You"),
    (
        "'Hold the rope, not the rail': Pilots bring 23 ashore\n\nMore.\n",
        "'Hold the rope, not the rail': Pilots bring 23 ashore",
    ),
    ("Harbour pilot: one boat, two flags\nBy Jona Rask, Harbour Post\n\nMore.\n", "Harbour pilot: one boat, two flags"),
    ("FULL TEXT: Olin's address\n\nHarbour News, 3 March 2025\n\nMore.\n", "FULL TEXT: Olin's address"),
    ("Harbour pilot: one boat\n2025-03-03\n\nMore.\n", "Harbour pilot: one boat"),
    ("Mara Olin: I see what you all mean\n\nBy the way, I do not\n", "session one"),
    ("Mara Olin: Since when?\n\nTeo Brandt: Since 3 March 2025.\n", "session one"),
    ("Mara Olin: I see what you all mean\n\nMore.\n", "session one"),
    ("One of the keepers: I see what you all mean.\n\nMore.\n", "session one"),
    ("The pier stays open, said Mara Olin on Monday.\n\nThe end\n", "session one"),
    ("word " * 60 + "\n\nThe end\n", "session one"),
    ("* * *\n", "session one"),
    ("\n" * 10_000 + "The end\n", "session one"),
    ("Harbour Inquiry, Day 2   Page 1 of 9\n\nMore.\n", "Harbour Inquiry, Day 2"),
    ("Hafenausschuss | Seite 3\n\nMehr.\n", "Hafenausschuss"),
    ("Page 1 of 9\nHarbour council\n\nMore.\n", "Page 1 of 9"),
    ("On page 40\n\nMore.\n", "On page 40"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_of_a_text_that_says_none(tmp_path: Path, text: str, title: str) -> None:
    """The first short line that is no label, dateline, byline or sentence; else the file's name made readable."""
    assert read(put(tmp_path, "session_one.txt", text)).title == title


REFUSED: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \r\n\t\n", "is empty"),
    ("mark.txt", b"\xef\xbb\xbf", "is empty"),
    ("nul.txt", b"Mara\x00Olin", "NUL byte at offset 4"),
    ("broken.txt", "Möhringsau".encode()[:2], "byte offset 1"),
    ("report.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a damaged PDF"),
    ("renamed.txt", b"%PDF-1.7\n", "is a damaged PDF"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is an image"),
    ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "is an image"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "is an old Office file"),
    ("text.rtf", b"{\\rtf1\\ansi Mara Olin: Yes.}", "is an RTF file"),
    ("film.mp4", b"\x00\x00\x00\x18ftypmp42", "is a video or sound file"),
    ("pack.gz", b"\x1f\x8b\x08\x00", "is a gzip archive"),
    ("a.json", b'{"products": [{"name": "Lamp", "body": "Brass"}]}', "is a JSON file"),
    ("bells.txt", b"\x01\x02\x03 abc \x07\x08", "control characters"),
    ("page.html", b"<html><head><title>A</title></head><body><nav>Home</nav></body></html>", "without any main text"),
]


@pytest.mark.parametrize(("name", "content", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    """The sentence names the file, gives the reason and says what to do."""
    path = put(tmp_path, name, content)
    message = refusal(path)
    assert message.startswith(path.as_posix())
    assert words in message
    assert ";" in message
    assert "\n" not in message


def refusal(source: object) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read(source)  # type: ignore[arg-type]
    return str(refused.value)


def test_archives_are_told_apart(tmp_path: Path) -> None:
    for inside, words in [
        ("word/document.xml", "a damaged Word file"),
        ("xl/workbook.xml", "an Excel file"),
        ("a.txt", "a zip archive"),
    ]:
        path = tmp_path / "file.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(inside, "Mara Olin: Yes.")
        assert words in refusal(path)


def test_a_database_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    connection = sqlite3.connect(path)
    connection.execute("create table a (b)")
    connection.commit()
    connection.close()
    assert "is an SQLite database" in refusal(path)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert "is not there; check the path" in refusal(tmp_path / "gone.txt")
    assert "is a folder, not a document" in refusal(tmp_path)
    assert "ftp://post.example/a is neither a file nor a web address" in refusal("ftp://post.example/a")
    assert "cannot be read" in refusal("a\x00b.txt")


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = put(tmp_path, "secret.txt", SPEECH)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "permission denied" in refusal(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "MAX_BYTES", 10)
    assert "is larger than" in refusal(put(tmp_path, "long.txt", SPEECH))


def test_binary_and_text_streams() -> None:
    """Standard input has no location; a stream of text is taken as it is."""
    binary, text = read(io.BytesIO(SPEECH.encode("utf-16"))), read(io.StringIO("\ufeff" + SPEECH))
    assert binary.text == text.text == SPEECH
    assert binary.location is text.location is None
    assert "the text from the stream is empty" in refusal(io.StringIO(""))
    assert "NUL character" in refusal(io.StringIO("a\x00"))
    assert "half a character" in refusal(io.StringIO("a\ud800"))


def test_an_open_file_has_its_path_as_location(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", SPEECH)
    with path.open("rb") as stream:
        assert read(stream).location == path.as_posix()
    with put(tmp_path, "b.txt", b"caf\xe9").open(encoding="utf-8") as stream:
        assert "open it in binary mode" in refusal(stream)


SNIFFED = [
    ("a.html", "Mara Olin: Yes, and 3 < 4.\n", "text/plain"),  # a page without tags is text
    ("a.txt", "<!DOCTYPE html>\n<html><body><p>Mara Olin: Yes.</p></body></html>", "text/html"),
    ("a.txt", "<!-- saved --><HTML><p>Mara Olin: Yes.</p>", "text/html"),
    ("a.md", "Some <b>bold</b> words\n", "text/markdown"),
    ("a.htm", "<cite>Mara:</cite><p>Yes.</p>", "text/html"),
    ("a", "<p>Mara Olin: Yes.</p>", "text/html"),
    ("a.txt", "<cite>Mara:</cite>\n<time>0:03</time>\n<p>Yes, I do.</p>\n", "text/html"),  # lines of blocks
    ("a.txt", "<b>Mara:</b> Yes.\n<b>Teo:</b> No.\n<b>Mara:</b> Oh.\n", "text/plain"),  # bold inside lines
    ("a.txt", "<p>Mara: the tag for a paragraph.\nIt opens one.\nWe use it.\n", "text/plain"),
    ("a.txt", "[Applause]\n", "text/plain"),
    ("a.txt", "BZhere is a word; ID3 is a tag.\n", "text/plain"),
    ("a.log", "Mara Olin: Yes.\n", "text/plain"),
]


@pytest.mark.parametrize(("name", "text", "media_type"), SNIFFED)
def test_the_content_decides_not_the_suffix(tmp_path: Path, name: str, text: str, media_type: str) -> None:
    assert read(put(tmp_path, name, text)).media_type == media_type


def test_wrong_use_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", SPEECH)
    with pytest.raises(TypeError, match="speaker"):
        read(path, speaker="Mara Olin")
    with pytest.raises(QuotedbError, match="published: the date '03/04/2023' can be read in two ways"):
        read(path, published="03/04/2023")
    with pytest.raises(QuotedbError, match="language: 'English' is no language code"):
        read(path, language="English")


def test_importing_stays_cheap() -> None:
    """The libraries for pages, dates, encodings and the web are imported by the first document that needs them."""
    heavy = (
        "trafilatura",
        "dateparser",
        "charset_normalizer",
        "httpx",
        "lxml",
        "yaml",
        "pypdf",
        "docx",
        "webvtt",
        "pysubs2",
    )
    code = f"import sys, quotedb.reading; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """Nobody may ever write to it; one that is named by itself is read."""
    os.mkfifo(tmp_path / "speech.txt")
    put(tmp_path, "session.txt", SPEECH)
    found = find_sources([tmp_path])
    assert [PurePath(source.location).name for source in found.sources] == ["session.txt"]
    assert [PurePath(place).name for place in found.passed_over] == ["speech.txt"]
    assert [s.location for s in find_sources([tmp_path / "speech.txt"]).sources] == [
        (tmp_path / "speech.txt").as_posix()
    ]
