"""What holds for any bytes at all."""

from __future__ import annotations

import contextlib
import io

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotedb.errors import QuotedbError
from quotedb.reading import iso_date, read
from quotedb.reading.content.encoding import decode

PIECES = [
    b"MARA OLIN: Yes.\n", b"---\n", b"title: The pier\n", b"date: 2023-13-99\n", b"<p>", b"</p>", b"<html>",
    b"<table><tr><td>", b"<b>Q</b> ", b"<br>", b"<pre>", b"<dl><dt>", b"<!DOCTYPE html>", b"\r\n", b"\r",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xc3", b"\xa9", "caf\u00e9 “Ja”".encode(), "町長".encode("cp932"),
    b"&nbsp;&#0;&#x1;", b"\x01\x02", b"[]", b"{", b"1\n00:00:00,000 --> ",
]  # fmt: skip
MIXED = st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=30).map(b"".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | MIXED)
@example(b"<html><pre>\x0c</pre>")
@example(b"<?xml version='1.0' encoding='utf-16'?><html>x")
@example(b"<meta charset=utf-7>\xff")
@example(b"<meta charset=base64>\xff")
def test_bytes_give_a_document_or_a_sentence(content: bytes) -> None:
    """Any bytes become a document with a text that can be stored, or one sentence."""
    try:
        document = read(io.BytesIO(content))
    except QuotedbError as error:
        message = str(error)
    else:
        message = ""
        assert document.text.strip()
        assert "\r" not in document.text
        document.text.encode()
    assert "\n" not in message


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1))
def test_the_text_of_a_text_file_is_its_decoded_bytes(text: str) -> None:
    """Nothing but the byte order mark and the kind of line end is changed, whatever the characters."""
    with contextlib.suppress(QuotedbError):  # a NUL, or nothing but white space
        expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert decode(text.encode(), "a.txt") == expected
        document = read(io.BytesIO(text.encode()))
        if document.media_type != "text/html":
            assert document.text == expected


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}", fullmatch=True))
def test_a_date_is_iso_or_refused(text: str) -> None:
    with contextlib.suppress(QuotedbError):
        found = iso_date(text)
        assert found is None or iso_date(found) == found
