"""Word files: paragraphs and tables in order, bold labels, core properties, and archives that are traps."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import quotedb
from quotedb.errors import UnreadableSource
from quotedb.reading import read
from quotedb.reading.markup import docx as word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

Run = str | tuple[str, str]  # words, or (words, "b" for bold)


def file_of(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def made(*paragraphs: Sequence[Run]) -> Any:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            words, bold = run if isinstance(run, tuple) else (run, "")
            paragraph.add_run(words).bold = True if bold else None
    return document


def text_of(document: Any) -> str:
    return read(io.BytesIO(file_of(document))).text


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read(io.BytesIO(content))
    return str(refused.value)


def test_paragraphs_headings_lists_and_tables_come_in_order() -> None:
    document = docx.Document()
    document.add_heading("Minutes of May", 0)
    document.add_paragraph("The board met at noon.")
    document.add_heading("Present", 1)
    document.add_paragraph("Mara Olin", style="List Bullet")
    document.add_paragraph("Teo Brandt", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(
        table.rows, [("Mara Olin", "The lamps are lit."), ("Teo Brandt", "All of them?")], strict=True
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("The board rose at one.")
    assert text_of(document) == (
        "Minutes of May\n\nThe board met at noon.\n\nPresent\n\n- Mara Olin\n- Teo Brandt\n\n"
        "Mara Olin\tThe lamps are lit.\n\nTeo Brandt\tAll of them?\n\nThe board rose at one.\n"
    )


LABELS: list[tuple[list[list[Run]], str]] = [
    # set off by bold type alone, and more than once: a colon says the same in plain text
    ([[("Q", "b"), " Why?"], ["A. Well."], [("Q", "b"), " When?"]], "Q: Why?\n\nA. Well.\n\nQ: When?\n"),
    # once: any words may be set in bold
    ([[("Never", "b"), " again will they sail."]], "Never again will they sail.\n"),
    # a colon of its own, in the bold run or behind it
    ([[("Mara Olin:", "b"), " Yes."], [("Teo", "b"), ": No."]], "Mara Olin: Yes.\n\nTeo: No.\n"),
    # a label in two runs, as Word likes to cut them
    ([[("Mara ", "b"), ("Olin", "b"), " Yes."], [("Mara Olin", "b"), " No."]], "Mara Olin: Yes.\n\nMara Olin: No.\n"),
    # a paragraph in bold is no label
    ([[("The whole of it is bold.", "b")], [("The whole of it is bold.", "b")]], "The whole of it is bold.\n\n" * 2),
]


@pytest.mark.parametrize(("paragraphs", "expected"), LABELS)
def test_a_label_set_off_by_bold_type_gets_a_colon_where_it_comes_back(
    paragraphs: list[list[Run]], expected: str
) -> None:
    assert text_of(made(*paragraphs)).rstrip() == expected.rstrip()


def test_a_line_end_inside_a_paragraph_stays_one() -> None:
    document = made([("Mara Olin:", "b"), " Yes.\n", ("Teo Brandt:", "b"), " No,\nnot yet."])
    assert text_of(document) == "Mara Olin: Yes.\nTeo Brandt: No,\nnot yet.\n"


def test_turns_are_read_from_a_table_and_from_bold_labels() -> None:
    """What the reader writes is what the parser takes for turns."""
    document = docx.Document()
    turns = [("Mara Olin", "Are your lamps lit?"), ("Teo Brandt", "I lit them all."), ("Mara Olin", "Then we sail.")]
    for label, words in turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(f" {words}")
    document.add_paragraph().add_run("Teo Brandt").bold = True
    document.paragraphs[-1].add_run(" We sail at noon, you and I.")
    found = quotedb.parse(read(io.BytesIO(file_of(document))))
    assert [(utterance.label, utterance.text) for utterance in found][:3] == turns


TRACKED = """<w:p {ns}><w:r><w:t xml:space="preserve">The lamps are </w:t></w:r>
<w:del w:id="1" w:author="a"><w:r><w:delText>not </w:delText></w:r></w:del>
<w:ins w:id="2" w:author="a"><w:r><w:t xml:space="preserve">all </w:t></w:r></w:ins>
<w:hyperlink><w:r><w:t>lit</w:t></w:r></w:hyperlink>
<w:r><w:instrText>PAGEREF</w:instrText></w:r><w:r><w:noBreakHyphen/><w:t>up.</w:t></w:r></w:p>"""
WRAPPED = "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>In a content control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def test_what_is_deleted_is_left_out_and_what_is_inserted_linked_or_wrapped_is_not() -> None:
    document = made(["First."])
    for xml in (WRAPPED, TRACKED):
        document.element.body.insert(1, parse_xml(xml.replace("{ns}", nsdecls("w"))))
    assert text_of(document) == "First.\n\nThe lamps are all lit-up.\n\nIn a content control.\n"


def test_headers_and_footers_are_left_out() -> None:
    document = made(["Mara Olin: Yes."])
    document.sections[0].header.paragraphs[0].text = "Harbour board"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    assert text_of(document) == "Mara Olin: Yes.\n"


def test_core_properties_tell_about_the_document() -> None:
    document = made(["Mara Olin: Yes."])
    core = document.core_properties
    core.title, core.author, core.language = "Minutes of May", "Jona Rask", "en-GB"
    core.created = core.modified = datetime(2024, 5, 3, 9, tzinfo=UTC)
    found = read(io.BytesIO(file_of(document)))
    assert (found.title, found.byline, found.language) == ("Minutes of May", "Jona Rask", "en")
    assert found.published == "2024-05-03"
    assert found.media_type.endswith("wordprocessingml.document")
    core.modified = datetime(2024, 6, 3, 9, tzinfo=UTC)  # begun a month before it was saved: nobody knows which counts
    assert read(io.BytesIO(file_of(document))).published is None


def test_what_a_program_wrote_into_the_properties_is_no_author() -> None:
    found = read(io.BytesIO(file_of(made(["Harbour board"], ["Mara Olin: Yes."]))))
    assert (found.title, found.byline, found.published) == ("Harbour board", None, None)


def test_the_day_of_the_template_is_no_date() -> None:
    """A script that fills a new file and names its author leaves the day on which the library's template was made."""
    document = made(["Mara Olin: Yes."])
    document.core_properties.author = "Town Clerk"
    found = read(io.BytesIO(file_of(document)))
    assert (found.byline, found.published) == ("Town Clerk", None)


def test_a_heading_at_the_head_is_the_title_whatever_it_looks_like() -> None:
    """Round tables have a colon in their name, as labels have behind theirs."""
    document = made()
    document.add_heading("Round table: life on the pier", 0)
    document.add_paragraph("Mara Olin: Yes.")
    assert read(io.BytesIO(file_of(document))).title == "Round table: life on the pier"


def repacked(change: Callable[[zipfile.ZipFile, dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file_of(made(["Mara Olin: Yes."])))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        change(archive, parts)
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_file_that_unpacks_to_much_more_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 MB of spaces pack into 194 kB; the archive's own list of contents gives it away."""

    def swell(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"] + b" " * 200_000_000

    content = repacked(swell)
    assert len(content) < 300_000

    def unpacked(*arguments: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(zipfile.ZipFile, "open", unpacked)
    assert "is a Word file that unpacks to more than 40 MB of text" in refusal(content)


def test_a_file_that_lies_about_its_size_is_refused_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_XML_BYTES", 100_000)

    def swell(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"] + b" " * 1_000_000

    content = bytearray(repacked(swell))
    true = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml").file_size.to_bytes(4, "little")
    lying = bytes(content).replace(true, (1_000).to_bytes(4, "little"))
    assert lying != content
    assert "is a damaged Word file" in refusal(lying) or "unpacks to more" in refusal(lying)


def test_no_entity_is_resolved() -> None:
    """A document type has no place in a Word file: it could name files of this machine, or grow without end."""

    def declare(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        head, _, body = parts["word/document.xml"].partition(b"?>")
        kind = b'?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        parts["word/document.xml"] = head + kind + body.replace(b"Yes.", b"&e;")

    assert "declares a document type" in refusal(repacked(declare))


def test_a_file_that_was_not_saved_in_full_is_no_archive(tmp_path: Path) -> None:
    """Whoever has a broken Word file is not told to unpack it."""
    whole, path = file_of(made(["Mara Olin: Yes."] * 9)), tmp_path / "minutes.docx"
    for content, why in [
        (whole[:400], "it breaks off"),
        (whole[:-30], "it breaks off"),
        (bytes(300) + whole, "its head is gone"),
    ]:
        path.write_bytes(content)
        with pytest.raises(UnreadableSource, match=re.escape(f"minutes.docx is a damaged Word file ({why})")):
            read(path)


def test_damaged_empty_and_encrypted_files_get_a_clear_sentence() -> None:
    whole = file_of(made(["Mara Olin: Yes."]))

    def lose(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = b"<w:document"

    for content in (whole[:2_000], repacked(lose)):
        message = refusal(content)
        assert "is a damaged Word file" in message
        assert "\n" not in message
    assert "is a Word file without text" in refusal(file_of(docx.Document()))
    assert "an old Office file" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))  # what encryption makes


def test_a_deep_nest_of_tables_is_read(tmp_path: Path) -> None:
    document = made(["Mara Olin: Yes."])
    inner = "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>"
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document.element.body.insert(0, parse_xml(inner.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))
    path = tmp_path / "deep.txt"  # the content decides
    path.write_bytes(file_of(document))
    assert read(path).text == "Deep.\n\nMara Olin: Yes.\n"
