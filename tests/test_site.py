"""The pages for reading, asked over HTTP from a real server; run on both Datasettes."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import json
import re
import sqlite3
from importlib import metadata as packages
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
import yaml

import quotedb
from quotedb import matching
from quotedb.database import add_alias, merge
from quotedb.datasette_plugin.metadata import as_yaml, configuration, metadata
from serving import Server, serving

pytestmark = pytest.mark.datasette

LAMPS = "\n\n".join(
    ["Lena Marrow: The lanterns stay lit.", "Tarik Osk: All of them?", "Lena Marrow: All.", "Tarik Osk: Good."]
)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def words_of(page: str) -> str:
    """What a reader sees of a page's main part."""
    main = page.partition('<main id="main">')[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main)).replace("&#39;", "'").strip()


def first_hit(site: Server, query: str) -> dict[str, object]:
    return json.loads(site.get(f"/search.json?{query}").text)["hits"][0]


def test_the_front_page_shows_who_and_what(site):
    """A labelled search box, people, newest documents, what needs a look."""
    page = site.get("/").text
    seen = words_of(page)
    assert '<label for="q">' in page
    for part in ("Most statements", "Corin Achterveld", "Newest documents", "What needs a look"):
        assert part in seen


def test_a_search_marks_the_words_and_says_how_it_was_understood(site):
    """Words in yellow, speaker, rendering, source; counts; CSV, JSON and feed of this search."""
    page = site.get("/search?q=single+wave").text
    assert "<mark>single</mark>" in page
    assert re.search(r"\d+ hits? for single wave", words_of(page))
    for form in ("csv", "json", "atom"):
        assert f"/search.{form}?q=single+wave" in page


def test_hits_are_counted_by_what_they_can_be_narrowed_down_by(site):
    """Speakers, renderings and kinds with their counts, each a link to exactly these."""
    page = site.get("/search?q=wave").text
    seen = words_of(page)
    assert re.search(r"speaker: .*Istvo Karrandel \d+", seen)
    total = json.loads(site.get("/search.json?q=wave").text)["total"]
    counts = re.search(r"rendering:(.*?)kind:", seen)[1]
    assert sum(int(number) for number in re.findall(r"\d+", counts)) == total
    assert "/search?q=wave&amp;rendering=interpreted" in page


FILTERED = [
    ("speaker=Karrandel", lambda hit: "Karrandel" in (hit["speaker"] or "")),
    ("kind=turn", lambda hit: hit["kind"] == "turn"),
    ("rendering=interpreted", lambda hit: hit["rendering"] == "interpreted"),
    ("source=quayside", lambda hit: "quayside" in (hit["url"] or "")),
    ("since=2024-09-01", lambda hit: (hit["spoken"] or hit["published"]) >= "2024-09"),
    ("until=2024-05-31", lambda hit: (hit["spoken"] or hit["published"]) <= "2024-05-31"),
]


@pytest.mark.parametrize(("query", "holds"), FILTERED, ids=[query for query, _ in FILTERED])
def test_filters_let_through_what_they_say(site, query, holds):
    """Every hit is of that kind, and some are left out."""
    everything = json.loads(site.get("/search.json?q=").text)["total"]
    found = json.loads(site.get(f"/search.json?q=&{query}").text)
    assert 0 < found["total"] < everything
    assert all(holds(hit) for hit in found["hits"])


def test_what_is_no_filter_is_said(site):
    """An unknown kind or a date that is none is left out aloud, never an error."""
    seen = words_of(site.get("/search?q=wave&kind=shouted&since=yesterdayish").text)
    assert "'shouted' is no kind" in seen
    assert "yesterdayish" in seen
    assert "hits for wave" in seen


def test_nothing_found_helps(site):
    """Another spelling, one word fewer, no filters: each with how much it finds."""
    seen = words_of(site.get("/search?q=barier+gate").text)
    assert "Nothing found" in seen
    assert "“barrier” instead of “barier”" in seen or "without barier" in seen
    assert "without the filters" in words_of(site.get("/search?q=wave&speaker=Nobody+Atall").text)


def test_csv_and_feed_hold_exactly_this_search(site):
    """The same uids as the page; the feed has an id and a time for every entry."""
    listed = {hit["uid"] for hit in json.loads(site.get("/search.json?q=wave").text)["hits"]}
    rows = list(csv.DictReader(io.StringIO(site.get("/search.csv?q=wave").text)))
    assert {row["uid"] for row in rows} == listed
    feed = ElementTree.fromstring(site.get("/search.atom?q=wave").text)  # noqa: S314  # our own
    entries = feed.findall("a:entry", ATOM)
    assert {entry.find("a:id", ATOM).text.rpartition("/")[2] for entry in entries} == listed
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", e.find("a:updated", ATOM).text) for e in entries)
    assert feed.find("a:updated", ATOM).text == max(e.find("a:updated", ATOM).text for e in entries)


def test_an_utterance_can_be_cited(site):
    """Words, speaker, rendering, source, how the speaker was found, and linked data that says the same."""
    hit = first_hit(site, "q=single+wave&kind=turn")
    page = site.get(f"/quote/{hit['uid']}?q=wave").text
    seen = words_of(page)
    assert "<mark>wave</mark>" in page
    assert f"({hit['permalink']})" in seen
    assert str(hit["rule"]) in seen.replace("&#34;", '"')
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert (data["@type"], data["text"], data["creator"]["name"]) == ("Quotation", hit["text"], hit["speaker"])


def test_reported_speech_is_nobodys_exact_words(site):
    """Title, feed and linked data say that an article's own words were not quoted, or say nothing."""
    hit = first_hit(site, "kind=indirect&q=barrier+OR+hinge+OR+the")
    page = site.get(f"/quote/{hit['uid']}").text
    assert "ld+json" not in page
    assert f"{hit['speaker'] or hit['label']}, reported: " in page.partition("</title>")[0]
    feed = ElementTree.fromstring(site.get("/search.atom?kind=indirect&q=the").text)  # noqa: S314  # our own
    entries = feed.findall("a:entry", ATOM)
    assert entries
    for entry in entries:
        assert "reported, not quoted" in entry.find("a:title", ATOM).text
        assert entry.find("a:content", ATOM).text.startswith("[reported, not quoted] ")
        assert entry.find("a:summary", ATOM).text.startswith("[reported, not quoted] ")


def test_linked_data_names_nobody_on_a_doubt(site):
    """A machine reads no confidence: a name that is less than likely is left out, as is a mere label."""
    seen = set()
    for kind in ("direct", "mixed"):
        for hit in json.loads(site.get(f"/search.json?q=the+OR+we&kind={kind}").text)["hits"]:
            page = site.get(f"/quote/{hit['uid']}").text
            data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
            sure = hit["confidence"] >= 0.8 and bool(hit["speaker"])
            assert ("creator" in data) == sure
            seen.add(sure)
    assert seen == {True, False}


def test_the_same_statement_elsewhere_is_shown_with_what_differs(tmp_path, samples_db, sql):
    """After `quotedb link`: another outlet's wording, every changed word marked, and the way to it."""
    path = tmp_path / "linked.db"
    path.write_bytes(samples_db.read_bytes())
    matching.link(path)
    (uid,) = sql(
        path,
        "SELECT a.uid FROM variants v JOIN utterances a ON a.id = v.utterance_id JOIN utterances b ON b.id = v.other_id "
        "WHERE v.relation = 'other-wording' AND 'interpreted' IN (a.rendering, b.rendering)",
    )[0]
    with serving(path) as server:
        page = server.get(f"/quote/{uid}").text
    seen = words_of(page)
    assert "The same statement elsewhere" in seen
    assert "Another translation" in seen
    assert "<del>" in page
    assert "<ins>" in page


def test_the_first_signs_of_a_uid_lead_to_it(site):
    """As on the command line; an unknown one is a sentence, not an error page of ours."""
    hit = first_hit(site, "q=wave")
    assert f"<dd>{hit['uid']}</dd>" in site.get(f"/quote/{hit['uid'][:8]}").text
    lost = site.get("/quote/0123456789abcdef")
    assert lost.status == 404
    assert "No utterance has the uid" in lost.text
    assert 'href="/search"' in lost.text  # the way on


def test_the_address_of_who_was_joined_leads_to_who_has_them_now(tmp_path):
    """Addresses stay: somebody may have sent the label's page to a colleague before it was joined, and joined again."""
    path = tmp_path / "quotes.db"
    names = ("OLIN", "Mara Olin", "Marabel Olin")
    texts = [f"{name}: I say yes.\n\nTeo Brandt: You do.\n\n{name}: I do.\n\nTeo Brandt: Good.\n" for name in names]
    quotedb.ingest(path, [quotedb.Document(text, title=text[:9]) for text in texts])
    with contextlib.closing(sqlite3.connect(path)) as conn:
        add_alias(conn, "Mara Olin", "OLIN")
        merge(conn, "Mara Olin", "Marabel Olin")
    with serving(path) as server:
        assert "<h1>Marabel Olin</h1>" in server.get("/speaker/olin").text
        assert "<h1>Marabel Olin</h1>" in server.get("/speaker/mara-olin").text
        assert server.get("/speaker/nobody").status == 404


def test_a_voice_of_several_documents_is_no_person(tmp_path):
    """The page of a voice says that it may be somebody else in each document; that of a person does not."""
    path = tmp_path / "quotes.db"
    talk = "Q: Do you {}?\n\nMara Olin: I do.\n\nQ: Why do you?\n\nMara Olin: I want to.\n"
    quotedb.ingest(path, [quotedb.Document(talk.format(word), title=word) for word in ("sign", "open")])
    with serving(path) as server:
        assert "somebody else in each of these documents" in server.get("/speaker/q").text
        assert "somebody else in each" not in server.get("/speaker/mara-olin").text


def test_words_of_somebody_unsure_look_settled_nowhere(tmp_path):
    """No green tick for words that the record has under a bare label, in an answer and in the report on a draft."""
    path = tmp_path / "quotes.db"
    talk = "OLIN: I never sold the pier, and I shall not.\n\nQ: Why?\n\nOLIN: I like it, my friend.\n\nQ: I see.\n"
    quotedb.ingest(path, [quotedb.Document(talk, title="talk")])
    with serving(path) as server:
        for speaker, sign in (("Mara Olin", "?"), ("", "✓")):
            page = server.get("/verify", quote="I never sold the pier", speaker=speaker).text
            assert f'<span aria-hidden="true">{sign}</span> verbatim' in page
        report = server.get("/verify", draft="“I never sold the pier, and I shall not,” said Mara Olin.").text
        assert '<span class="verdict unsure"><span aria-hidden="true">? </span>verbatim</span>' in report
        assert '<span class="verdict verbatim"><span aria-hidden="true">✓ </span>verbatim</span></td>' not in report


def test_a_warning_is_told_once(site):
    """Beside the explanation, which says what differs, each flag stands in a line of its own."""
    page = site.get("/verify?quote=We+tested+it+three+times+in+April,+at+92+per+cent+of+the+load").text
    assert '<li><span class="flag">number-changed</span>: ' in page


def test_a_source_is_opened_at_the_words(site):
    """A text fragment, with what would end it encoded."""
    hit = first_hit(site, "q=wave&source=quayside")
    page = site.get(f"/quote/{hit['uid']}").text
    assert f"{hit['url']}#:~:text=" in page


def test_a_document_is_its_own_text_with_everything_said_in_place(site, samples_db, sql):
    """Without the marks for citing, the page holds the document's text, character by character."""
    (text,) = sql(samples_db, "SELECT text FROM documents WHERE id = 1")[0]
    page = site.get("/document/1").text
    body = page.partition('<div class="body">')[2].partition("</div>\n")[0]
    plain = re.sub(r"<[^>]+>", "", re.sub(r'<a class="to".*?</a>', "", body, flags=re.DOTALL))
    for sign, escaped in (("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"), ("&", "&amp;")):
        plain = plain.replace(escaped, sign)
    assert plain == text
    for (uid,) in sql(samples_db, "SELECT uid FROM utterances WHERE document_id = 1"):
        assert f'id="u-{uid}"' in page


def test_what_is_interpreted_in_a_turn_is_cited_by_itself(tmp_path):
    """The sign beside the English words leads to them, and the interpreted ones behind have a sign of their own."""
    talk = "Mara Olin (in English): We pay. (As interpreted.) They pay, too.\n\nQ: Who?\n\nMara Olin (in English): All.\n\nQ: Oh.\n"
    quotedb.ingest(tmp_path / "q.db", [quotedb.Document(talk, title="talk")])
    with serving(tmp_path / "q.db") as server:
        page = server.get("/document/1").text
        hits = json.loads(server.get("/search.json?q=pay").text)["hits"]
    assert {hit["rendering"] for hit in hits} == {"original", "interpreted"}
    for hit in hits:
        assert re.search(rf'href="/quote/{hit["uid"]}" title="turn, {hit["rendering"]}: Mara Olin', page)


def test_captions_and_headings_are_told_apart(site, samples_db, sql):
    """What nobody says is quiet; headings stand out; with them the text is still the document's own."""
    page = site.get("/document/1").text
    kinds = set(re.findall(r'class="between zone ([a-z]+)"', page))
    assert {"heading", "caption"} <= kinds


def test_a_speaker_has_a_page(site):
    """Names, counts, who has their words, a search inside this person, a feed."""
    page = site.get("/speaker/istvo-karrandel").text
    seen = words_of(page)
    assert re.search(r'<desc id="shares-told">[^<]*Quayside Bulletin: \d+', page)
    for part in ("Istvo Karrandel", "Newest statements", "Who has their words", "Printed as", "Quayside Bulletin"):
        assert part in seen
    assert "/search.atom?speaker=Istvo+Karrandel" in page
    assert "bare label “KARRANDEL”" in seen
    assert site.get("/speaker/nobody-at-all").status == 404


def test_statements_over_time_are_a_picture_with_words(tmp_path):
    """Bars by month, and a text alternative with the same numbers; undated statements are counted beside it."""
    documents = [
        quotedb.Document(f"Lena Marrow: {words}\n\nTarik Osk: Yes.\n", title=day, location=f"{day}.txt", spoken=day)
        for day, words in (("2031-01-05", "One."), ("2031-01-09", "Two."), ("2031-04-01", "Three."))
    ]
    quotedb.ingest(tmp_path / "q.db", documents)
    with serving(tmp_path / "q.db") as server:
        page = server.get("/speaker/lena-marrow").text
    assert '<desc id="chart-told">2031-01: 2; 2031-04: 1</desc>' in page
    assert page.partition("</svg>")[0].count("<rect") == 2


def test_verify_answers_by_address_and_by_form(site):
    """A short quote can be shared as a link; a form sends longer ones."""
    hit = first_hit(site, "q=single+wave&kind=turn")
    quote = " ".join(str(hit["text"]).split()[:12])
    page = site.get("/verify?quote=" + quote.replace(" ", "+")).text
    assert "verbatim" in words_of(page)
    assert "Link to this answer" in page
    assert "The record holds" in words_of(page)


def test_an_answer_counts_as_the_command_line_does(site, samples_db, run):
    """With a speaker, the dates are those of the documents with that speaker, and the page says so."""
    asked = ("lend your neighbour the ladder before the water rises", "Istvo Karrandel")
    page = words_of(site.get("/verify?quote={}&speaker={}".format(*(part.replace(" ", "+") for part in asked))).text)
    (line,) = re.findall(r"The record holds [^.]*with this speaker[^.]*\.", page)
    assert line in run("verify", samples_db, asked[0], "--speaker", asked[1]).stderr


def test_an_answer_shows_the_words_in_what_stands_round_them(site):
    """A fact-checker reads the sentence before and after; what differs is explained only where something does."""
    page = site.get("/verify?quote=lend+your+neighbour+the+ladder+before+the+water+rises&speaker=Maren+Hollisk").text
    assert (
        "There is a saying on our coast: <mark>lend your neighbour the ladder before the water rises</mark>. We" in page
    )
    assert "stands in the quote only" not in page
    changed = site.get("/verify?quote=lend+your+neighbour+the+rope+before+the+water+rises+again+tonight").text
    assert "<del>rope</del> <ins>ladder</ins>" in changed
    assert "stands in the quote only" in changed


@pytest.mark.parametrize("spoilt", ["{}", "{})", "{}).", "{}%29", "{}%E2%80%A6"])
def test_a_permalink_that_took_its_bracket_along_opens(site, spoilt):
    """A citation ends with its address in brackets, and mail programs take the bracket for a part of it."""
    hit = first_hit(site, "q=single+wave&kind=turn")
    uid = str(hit["uid"])
    for address in (uid, uid.upper()):
        answer = site.get("/quote/" + spoilt.format(address))
        assert (answer.status, uid in answer.text) == (200, True)


@pytest.mark.parametrize("uid", ["zzzz", "12", "0" * 16, "g" * 40])
def test_an_address_that_names_no_utterance_is_told_so(site, uid):
    """In our words, not as a database that is not there."""
    answer = site.get(f"/quote/{uid}")
    assert answer.status == 404
    assert "uid" in words_of(answer.text)
    assert "Database not found" not in answer.text


def test_a_draft_is_checked_by_form(site):
    """The report of the command line, with links into this site; nothing but its own style is let in."""
    draft = "A day on the rock\n\n“We have not crossed this water to sell even a single lamp,” Istvo Karrandel said.\n"
    answer = site.get("/verify", draft=draft)
    assert answer.status == 200
    assert "A day on the rock" in answer.text
    assert re.search(r'href="/quote/[0-9a-f]{16}"', answer.text)
    assert re.search(r"style-src 'sha256-[^']+'", answer.headers["content-security-policy"])
    refused = site.get("/verify", draft="word " * 50_000).text
    assert "too long for this page" in refused
    assert "word word word" in refused  # what was pasted is not lost


def test_names_are_offered_while_typing(site):
    """Part of a name is enough."""
    names = [one["name"] for one in json.loads(site.get("/names.json?q=karr").text)]
    assert "Istvo Karrandel" in names


PAGES = ["/", "/search?q=wave", "/verify?quote=wave", "/document/1", "/speaker/istvo-karrandel"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_may_run_but_our_files(site, page):
    """A strict policy, and no inline script or style that it would stop."""
    answer = site.get(page)
    assert answer.status == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=", answer.text)
    assert not re.search(r"<script(?! src| type=\"application/ld)", answer.text)


EVERYTHING = [
    "/", "/search?q=wave", "/search.csv?q=wave", "/search.json?q=wave", "/search.atom?q=wave", "/document/1",
    "/speaker/istvo-karrandel", "/verify?quote=wave", "/names.json?q=k",
]  # fmt: skip


def _private(tmp_path, samples_db, allow: dict[str, object]) -> tuple[str, ...]:
    """Options for Datasette under which the database has this `allow` block."""
    old, new = metadata(samples_db.stem), configuration(samples_db.stem)
    for made in (old, new):
        made["databases"][samples_db.stem].update(allow)
    (tmp_path / "metadata.yml").write_text(as_yaml(old))
    (tmp_path / "datasette.yml").write_text(as_yaml(new))
    options = ["--", "-m", str(tmp_path / "metadata.yml")]
    if not packages.version("datasette").startswith("0."):
        options += ["-c", str(tmp_path / "datasette.yml")]
    return tuple(options)


def test_a_private_record_shows_nothing_to_strangers(tmp_path, samples_db, sql):
    """No page, feed or export of ours answers where Datasette's own `allow` keeps the database private."""
    (uid,) = sql(samples_db, "SELECT uid FROM utterances LIMIT 1")[0]
    with serving(samples_db, *_private(tmp_path, samples_db, {"allow": {"id": "root"}})) as server:
        for page in (*EVERYTHING, f"/quote/{uid}", f"/quote/{uid[:6]}"):
            answer = server.get(page)
            assert answer.status == 403, page
            assert "Karrandel" not in answer.text
            assert samples_db.stem not in words_of(answer.text)
        assert server.get(f"/{samples_db.stem}").status == 403


def test_texts_under_copyright_can_be_closed(tmp_path, samples_db, sql):
    """--no-documents: what was said stays, the text around it is nowhere: not in pages, tables, SQL or the file."""
    (text,) = sql(samples_db, "SELECT text FROM documents WHERE id = 1")[0]
    (start,) = sql(samples_db, "SELECT min(start_char) FROM utterances WHERE document_id = 1")[0]
    between = " ".join(text[:start].split()[-8:])
    (uid,) = sql(samples_db, "SELECT uid FROM utterances WHERE document_id = 1 ORDER BY start_char LIMIT 1")[0]
    with serving(samples_db, "--no-documents") as server:
        assert "The full text is not published here" in server.get("/document/1").text
        for page in ("/document/1", f"/quote/{uid}", "/search?q=wave"):
            answer = server.get(page)
            assert answer.status == 200
            assert between not in re.sub(r"\s+", " ", answer.text)
        name = samples_db.stem
        for page in (f"/{name}/documents", f"/{name}/documents/1", f"/{name}/problems", f"/{name}.db"):
            assert server.get(page).status in (403, 404), page
        assert server.get(f"/{name}.json?sql=select+text+from+documents").status in (400, 403)
        assert server.get(f"/{name}/-/query.json?sql=select+text+from+documents").status in (400, 403, 404)


def test_words_of_any_script_run_their_own_way(tmp_path):
    """Arabic is shown from right to left, and its full stop stands where its readers look for it."""
    turns = (
        "Host: Who wrote it?",
        "منى الراوي: النهر لا ينسى أسماء الذين عبروه.",
        "Host: I thank you.",
        "منى الراوي: شكرا جزيلا.",
    )
    talk = "\n\n".join(turns)
    path = tmp_path / "river.db"
    quotedb.ingest(path, [quotedb.Document(talk, title="River")])
    uid = quotedb.search(path, "النهر").hits[0].uid
    with serving(path) as server:
        for page in (f"/quote/{uid}", "/search?q=النهر", "/verify?quote=النهر+لا+ينسى"):
            shown = server.get(quote(page, safe="/?=+&")).text
            assert re.search(r'<p[^>]* dir="auto">[^\n]*(?:<mark>)?النهر', shown), page


def test_a_second_database_keeps_its_own_addresses(tmp_path, samples_db):
    """The first of ours is the site; another is asked for by name, and every link on its pages keeps that name."""
    other = tmp_path / "evening.db"
    quotedb.ingest(other, [quotedb.Document(LAMPS, title="Lamps")])
    with serving(samples_db, "--", str(other)) as server:
        assert "Lena Marrow" not in server.get("/").text
        page = server.get("/?db=evening").text
        assert "/speaker/lena-marrow?db=evening" in page
        assert "lanterns" in server.get("/search?q=lit&db=evening").text
        # a short quote goes by address, and a form's fields make that address
        form = server.get("/verify?db=evening").text.partition('name="quote"')[0]
        assert '<input type="hidden" name="db" value="evening">' in form
        for page in ("/search", "/verify", "/document/1", "/"):
            assert server.get(f"{page}?db=nothing").status == 404


def test_a_private_neighbour_is_not_named(tmp_path, samples_db):
    """The list of databases at the foot of a page holds what this reader may open."""
    other = tmp_path / "unpublished.db"
    quotedb.ingest(other, [quotedb.Document(LAMPS, title="Lamps")])
    private = _private(tmp_path, other, {"allow": {"id": "root"}})
    with serving(samples_db, *private, str(other)) as server:
        answer = server.get("/")
        assert answer.status == 200
        assert "unpublished" not in answer.text


def test_a_datasette_without_our_databases_is_left_alone(tmp_path, sql):
    """Installed beside other data, the plugin changes no page."""
    sql(tmp_path / "plain.db", "CREATE TABLE lamps (id INTEGER PRIMARY KEY)")
    from datasette.app import Datasette

    site = Datasette([str(tmp_path / "plain.db")])

    async def ask(path: str) -> int:
        await site.invoke_startup()
        return (await site.client.get(path)).status_code

    assert asyncio.run(ask("/search?q=a")) == 404
    assert asyncio.run(ask("/")) == 200


def test_a_database_of_an_older_version_says_what_to_do(tmp_path, samples_db):
    """A sentence on an error page, not a traceback."""
    path = tmp_path / "old.db"
    path.write_bytes(samples_db.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM _sqlite_migrations WHERE id = (SELECT max(id) FROM _sqlite_migrations)")
    from datasette.app import Datasette

    site = Datasette([str(path)])

    async def ask() -> tuple[int, str]:
        await site.invoke_startup()
        answer = await site.client.get("/search?q=wave")
        return answer.status_code, answer.text

    status, text = asyncio.run(ask())
    assert status == 503
    assert "quotedb migrate" in text


def test_the_metadata_for_closed_texts_comes_from_the_same_source():
    """Both configurations close the same tables."""
    old, new = (yaml.safe_load(as_yaml(make("q", full_text=False))) for make in (metadata, configuration))
    for made in (old, new):
        assert made["databases"]["q"]["allow_sql"] is False
        assert made["databases"]["q"]["tables"]["documents"]["allow"] is False
