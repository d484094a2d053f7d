"""Pages from the web, from a small server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quotedb.errors import UnreadableSource
from quotedb.reading import read
from quotedb.reading.content import fetch

PAGE = "<!DOCTYPE html><html><head><title>The pier</title></head><body><p>Mara Olin: Yes, caf\u00e9.</p></body></html>"
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
    "/latin": (200, "text/html; charset=iso-8859-1", PAGE.encode("latin-1")),
    "/text": (200, "text/plain", b"The pier\r\n\r\nMARA OLIN: Yes."),
    "/report": (200, "text/html", b"%PDF-1.7"),
    "/empty": (200, "text/plain", b""),
    "/long": (200, "text/plain", b"Mara Olin: Yes.\n" * 100),
    "/old": (410, "text/html", b"gone"),
    "/closed": (403, "text/html", b"no"),
    "/broken": (503, "text/html", b"no"),
    "/teapot": (418, "text/html", b"no"),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in ("/moved", "/circle"):
            self.send_response(301)
            self.send_header("Location", "/page" if self.path == "/moved" else "/circle")
            self.end_headers()
            return
        status, media_type, body = ANSWERS.get(self.path, (404, "text/html", b"nothing"))
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        patch.setenv("no_proxy", "127.0.0.1")
        yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_read_like_a_file(site: str) -> None:
    document = read(f"{site}/page", publisher="Harbour Post")
    assert document.text == "Mara Olin: Yes, café."
    assert document.title == "The pier"
    assert document.location == document.url == f"{site}/page"
    assert document.media_type == "text/html"
    assert document.publisher == "Harbour Post"


def test_redirections_are_followed_and_both_addresses_known(site: str) -> None:
    document = read(f"{site}/moved")
    assert document.location == f"{site}/moved"
    assert document.url == f"{site}/page"


def test_the_charset_of_the_server_counts(site: str) -> None:
    assert read(f"{site}/latin").text == "Mara Olin: Yes, café."


def test_plain_text_from_the_web_keeps_its_text(site: str) -> None:
    document = read(f"{site}/text")
    assert document.text == "The pier\n\nMARA OLIN: Yes."
    assert document.media_type == "text/plain"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "is not there (404)"),
        ("/old", "is gone (410)"),
        ("/closed", "does not let programs in"),
        ("/broken", "a problem at the site itself (503)"),
        ("/teapot", "status 418"),
        ("/circle", "redirects in a circle"),
        ("/report", "is a damaged PDF"),
        ("/empty", "is empty"),
    ],
)
def test_every_failure_is_a_sentence(site: str, path: str, words: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read(site + path)
    message = str(refused.value)
    assert message.startswith(site + path)
    assert words in message
    assert "\n" not in message


def test_pages_that_are_too_large(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MAX_PAGE_BYTES", 100)
    with pytest.raises(UnreadableSource, match="is larger than"):
        read(f"{site}/long")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://[broken/", "https://", "http://no-such-site.invalid/"]
)
def test_addresses_that_lead_nowhere(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused connection, an unknown name, a malformed address: one sentence, never a traceback."""
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(UnreadableSource) as refused:
        read(address)
    assert str(refused.value).startswith(address)
