"""A quotes.db in the browser: a real Datasette over the sample documents; run on 0.65 and on the newest 1.0 alpha."""

from __future__ import annotations

import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from urllib.parse import quote

import pytest
import yaml

from quotedb.database import DESCRIPTIONS
from quotedb.datasette_plugin.metadata import QUERIES, as_yaml, configuration, metadata

pytestmark = pytest.mark.datasette

Get = Callable[[str], tuple[int, str]]


@pytest.fixture(scope="session")
def get(site) -> Get:
    """Ask the site for a page: (status, text)."""

    def ask(path: str) -> tuple[int, str]:
        answer = site.get(path)
        return answer.status, answer.text

    return ask


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
    assert re.search(r'<a href="/quote/([0-9a-f]{16})">\1</a>', text)
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


def test_who_was_quoted_counts_no_reported_speech(get, samples_db):
    """What an article reports in its own words is no quotation."""
    rows = json.loads(get("/quotes/who_was_quoted_by_whom.json?_shape=array")[1])
    counted = {(row["speaker"], row["quoted_by"]) for row in rows}
    with closing(sqlite3.connect(samples_db)) as conn:
        only_reported = conn.execute(
            "SELECT speaker, publisher FROM quotes WHERE kind <> 'turn' AND speaker IS NOT NULL AND publisher IS NOT NULL "
            "GROUP BY 1, 2 HAVING sum(kind <> 'indirect') = 0"
        ).fetchall()
    assert only_reported
    assert counted.isdisjoint(only_reported)


def test_a_row_reads_from_top_to_bottom(get):
    """An utterance's own page names its columns, its speaker and its document in words."""
    page = get("/quotes/utterances/1")[1]
    text = words_of(page)
    assert 'content: "start_char"' in page
    assert re.search(r'<a href="/quotes/speakers/\d+">[^<\d]+</a>', page)
    assert re.search(r'<a href="/quotes/documents/\d+">[^<\d]+', page)
    assert "Links from other tables" in text or "utterance_speakers" in text
    assert re.search(r'<a href="/quote/[0-9a-f]{16}">The page for reading</a>', page)
    assert '<a href="/document/1">The page for reading</a>' in get("/quotes/documents/1")[1]
    assert re.search(r'<a href="/speaker/[^"]+">The page for reading</a>', get("/quotes/speakers/1")[1])


def test_the_page_of_the_database_leads_to_the_questions(get):
    """A search box, the view and every question stand on the database's own page."""
    text = get("/quotes")[1]
    assert 'action="quotes/quotes"' in text
    for name in ("quotes", *QUERIES):
        assert f'href="quotes/{name}"' in text


def test_a_name_with_a_blank_leads_somewhere():
    """A database's name stands in our addresses as Datasette writes it."""
    assert 'href="my~20quotes/quotes"' in str(metadata("my quotes")["description_html"])


def test_an_utterance_begins_with_what_one_would_cite(get):
    """Words, speaker, rendering, document, dates and a link to the source stand above the columns."""
    rows = json.loads(get("/quotes/quotes.json?_shape=array&rendering=interpreted&_size=1")[1])
    page = get(f"/quotes/utterances/{rows[0]['id']}")[1]
    top = words_of(page.partition("This data as")[0])
    assert " ".join(rows[0]["text"].split()[:8]) in top
    assert f"{rows[0]['speaker']} (as interpreted): {rows[0]['document']}" in top
    assert f'<a href="{rows[0]["url"]}"' in page.partition("This data as")[0]


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


def test_the_address_that_serve_prints_opens(samples_db, tmp_path):
    """A file name with a space or a point has another spelling in an address; the printed one is right."""
    path = tmp_path / "my quotes.2031.db"
    path.write_bytes(samples_db.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "quotedb", "serve", str(path), "--", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            address = re.search(r"http://\S+", process.stderr.readline())[0]
            for _ in range(150):
                try:
                    with urllib.request.urlopen(address, timeout=20) as answer:
                        assert (answer.status, answer.url) == (200, address)
                        break
                except (ConnectionError, urllib.error.URLError):
                    time.sleep(0.1)
            else:
                pytest.fail("it never answered")
        finally:
            process.terminate()


def test_what_documents_say_stays_text(tmp_path, samples_db):
    """A name or title with HTML in it, an address that is a script: pages show them, and no browser runs them."""
    path = tmp_path / "quotes.db"
    path.write_bytes(samples_db.read_bytes())
    odd = "<img src=x onerror=alert(1)>"
    with sqlite3.connect(path) as conn:
        for table, column in (
            ("speakers", "name"),
            ("documents", "title"),
            ("utterances", "label"),
            ("sources", "publisher"),
        ):
            conn.execute(f"UPDATE {table} SET {column} = ?", [odd])
        conn.execute("UPDATE sources SET url = 'javascript:alert(1)'")
    for page in (
        "/quotes/quotes",
        "/quotes/utterances",
        "/quotes/utterances/1",
        "/quotes/documents/1",
        "/quotes/sources/1",
    ):
        command = [sys.executable, "-m", "quotedb", "serve", str(path), "--", "--get", page]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "onerror=alert" in text or "javascript:" in text, page
        assert "<img src=x" not in text
        assert 'href="javascript:' not in text
