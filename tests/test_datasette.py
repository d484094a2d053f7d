"""A quotes.db in the browser: a real Datasette over the sample documents; run on 0.65 and on the newest 1.0 alpha."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
import yaml

from quotedb.database import DESCRIPTIONS
from quotedb.datasette_plugin.metadata import QUERIES, as_yaml, configuration, metadata

pytestmark = pytest.mark.datasette

Get = Callable[[str], tuple[int, str]]


@pytest.fixture(scope="session")
def get(samples_db) -> Iterator[Get]:
    """Ask a running `quotedb serve` for a page: (status, text)."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "quotedb", "serve", str(samples_db), "--", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )

    def ask(path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    for _ in range(150):
        try:
            ask("/")
            break
        except (urllib.error.URLError, ConnectionError):
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.1)
    yield ask
    process.terminate()
    process.wait(timeout=20)
    process.stderr.close()


def words_of(page: str) -> str:
    """What a reader sees: the text without tags, style and script."""
    return re.sub(r"\s+", " ", re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL))


PAGES = [
    "/",
    "/quotes",
    *(f"/quotes/{name}" for name in DESCRIPTIONS if name != "provenance_errors"),
    *(f"/quotes/{name}" for name in QUERIES),
]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(get, page):
    """Every table, view and query of ours, and the pages above them, answer without an error."""
    status, text = get(page)
    assert status == 200
    assert not re.search(r"message-error|Error 500|no such (table|column|function)", text)


@pytest.mark.parametrize("table", [name for name in DESCRIPTIONS if name != "provenance_errors"])
def test_every_table_is_described(get, table):
    """The description and those of the columns stand on the page."""
    text = words_of(get(f"/quotes/{table}")[1]).replace("&#39;", "'")
    assert DESCRIPTIONS[table][0] in text


def test_search_finds_on_the_view_and_the_table(get):
    """Datasette sees the index on both; a hyphen or an odd mark is no error."""
    for page in ("/quotes/quotes", "/quotes/utterances"):
        status, text = get(f"{page}?_search=single+wave")
        assert status == 200
        assert "sell a single wave" in text
        assert get(f"{page}?_search=" + quote('four-hour "odd'))[0] == 200


def test_what_did_x_say_about_y(get):
    """A part of a name and words, however typed, give the utterances, each with a link."""
    status, text = get("/quotes/what_did_x_say_about_y?speaker=Karrandel&words=single+wave")
    assert status == 200
    assert "sell a single wave" in text
    assert re.search(r'<a href="/quotes/utterances/\d+">[0-9a-f]{16}</a>', text)
    assert get("/quotes/what_did_x_say_about_y?speaker=&words=" + quote('-a "b* OR (c'))[0] == 200


def test_what_came_through_an_interpreter(get):
    """Only interpreted words."""
    rows = json.loads(get("/quotes/said_through_an_interpreter.json?_shape=array")[1])
    assert rows
    assert {row["note"] for row in rows} >= {"as interpreted"}


def test_who_was_quoted_by_whom(get):
    """Speakers of articles with the publisher that quotes them."""
    rows = json.loads(get("/quotes/who_was_quoted_by_whom.json?_shape=array")[1])
    assert ("Maren Hollisk", "Quayside Bulletin") in {(row["speaker"], row["quoted_by"]) for row in rows}


def test_a_row_reads_from_top_to_bottom(get):
    """An utterance's own page names its columns, its speaker and its document in words."""
    page = get("/quotes/utterances/1")[1]
    text = words_of(page)
    assert 'content: "start_char"' in page
    assert re.search(r'<a href="/quotes/speakers/\d+">[^<\d]+</a>', page)
    assert re.search(r'<a href="/quotes/documents/\d+">[^<\d]+', page)
    assert "Links from other tables" in text or "utterance_speakers" in text


def test_facets_name_speakers(get):
    """The facet on the indexed number shows names."""
    text = get("/quotes/utterances")[1]
    assert "Maren Hollisk" in text
    assert "speaker_id" in text


def test_scripts_get_plain_rows(get):
    """?_shape=array is the same on both versions."""
    rows = json.loads(get("/quotes/quotes.json?_shape=array&_size=1&_search=wave")[1])
    assert set(rows[0]) >= {"uid", "speaker", "text", "kind", "rendering", "document", "url"}


def test_both_configurations_come_from_one_source():
    """metadata.yml holds everything; datasette.yml the queries and settings; both survive YAML."""
    old, new = (yaml.safe_load(as_yaml(make("other"))) for make in (metadata, configuration))
    assert list(old["databases"]) == list(new["databases"]) == ["other"]
    assert old["databases"]["other"]["queries"] == new["databases"]["other"]["queries"]
    assert set(DESCRIPTIONS) <= set(old["databases"]["other"]["tables"])
    assert old["databases"]["other"]["tables"]["quotes"]["fts_pk"] == "id"
