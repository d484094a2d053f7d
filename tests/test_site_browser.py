"""The pages in a real browser: what people do, by mouse and by keyboard, on a phone, in the dark; run on both Datasettes."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import quotedb
from serving import Server, serving

pytestmark = [pytest.mark.datasette, pytest.mark.slow]

playwright = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed: pip install 'quotedb[dev]'"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("no Chromium on this machine: apt install chromium", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of this module; it asks for nothing outside."""
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--disable-sync",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser) -> Iterator[Any]:
    """A fresh window that fails the test when a page's script fails."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(15_000)
    window = context.new_page()
    mistakes: list[str] = []
    window.on("pageerror", lambda error: mistakes.append(str(error)))
    window.on("console", lambda said: mistakes.append(said.text) if said.type == "error" else None)
    yield window
    context.close()
    assert not mistakes


def test_from_the_front_page_to_a_citation(site, page):
    """Search, filter by speaker, open the utterance, copy its citation, go back."""
    page.goto(site.address)
    page.get_by_label("Words that were said").fill("single wave")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=single+wave")
    assert page.locator("mark").first.inner_text() == "single"
    page.get_by_text("Filters").click()
    page.get_by_label("Speaker").fill("Karrandel")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**speaker=Karrandel**")
    assert "Karrandel" in page.locator(".hits .who").first.inner_text()
    page.get_by_role("link", name=re.compile("^To cite")).first.click()
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"Karrandel.* \(http://127\.0\.0\.1:\d+/quote/[0-9a-f]{16}\)$", copied)
    page.go_back()
    assert page.get_by_label("Speaker").input_value() == "Karrandel"


def test_selected_words_are_cited_with_their_speaker(site, page):
    """A long turn is cited by the words that somebody chose in it."""
    page.goto(site.address + "/search?q=&kind=turn&speaker=Hollisk")
    page.get_by_role("link", name=re.compile("^To cite")).first.click()
    page.locator("#words").click()
    page.evaluate(
        """() => { const node = document.getElementById("words").firstChild; const range = document.createRange();
        range.setStart(node, 0); range.setEnd(node, node.data.indexOf(" ", 12));
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    chosen = page.evaluate("getSelection().toString()")
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"“{chosen}” — Maren Hollisk")


def test_a_link_opens_the_document_at_the_words(site, page):
    """The anchor is in sight and marked."""
    page.goto(site.address + "/search?q=single+wave&kind=turn")
    page.locator(".hits .source a").first.click()
    page.wait_for_url("**/document/**#u-*")
    target = page.locator(".said:target")
    top = target.bounding_box()["y"]
    assert 0 <= top < page.viewport_size["height"]


def test_a_quote_is_verified_and_shared(site, page):
    """Pasted, answered, and the address gives the same answer."""
    page.goto(site.address + "/verify")
    page.get_by_label("Paste a quote").fill("this quotation stands in no document of the record at all")
    page.get_by_role("button", name="Verify").click()
    page.wait_for_url("**/verify?quote=this+quotation**")
    assert page.locator(".verdict").inner_text().endswith("not-found")
    shared = page.get_by_role("link", name="Link to this answer").get_attribute("href")
    page.goto(shared)
    assert page.locator(".verdict").inner_text().endswith("not-found")


def send_a_draft(site: Server, page: Any) -> None:
    """Paste a draft with one changed quotation, and wait for its report."""
    page.goto(site.address + "/verify")
    page.get_by_text("Check a whole draft").click()
    page.get_by_label(re.compile("^Paste the draft")).fill(
        "A day on the rock\n\n“We have not crossed this water to sell a single lamp,” Istvo Karrandel said.\n"
    )
    page.get_by_role("button", name="Check the draft").click()
    page.get_by_role("heading", name="What the record holds").wait_for()


def test_a_draft_is_checked(site, page):
    """Pasted, sent; the report has its colours, and leads to the utterance."""
    send_a_draft(site, page)
    assert page.evaluate("getComputedStyle(document.querySelector('.answer')).borderLeftWidth") != "0px"
    page.locator("a.uid").first.click()
    page.wait_for_url("**/quote/**")


def test_names_are_offered_while_typing(site, page):
    """Two letters ask the server; the list holds what they begin."""
    page.goto(site.address + "/search?q=&speaker=x")
    page.get_by_label("Speaker").fill("")
    with page.expect_response("**/names.json?q=karr*"):
        page.get_by_label("Speaker").press_sequentially("karr")
    page.wait_for_function("[...document.querySelectorAll('#names option')].some((o) => o.value === 'Istvo Karrandel')")


def test_results_as_csv_and_feed(site, page):
    """A download with a name; a feed that the page announces."""
    page.goto(site.address + "/search?q=wave")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "search.csv"
    assert "wave" in Path(download.value.path()).read_text(encoding="utf-8")
    assert page.locator('link[type="application/atom+xml"]').count() == 1


def test_everything_works_without_a_script(site, browser):
    """Search, filters and verification are forms; nothing waits for JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_label("Words that were said").fill("wave")
    page.get_by_role("button", name="Search").click()
    assert page.locator(".hits li").count() > 1
    page.goto(site.address + "/verify")
    page.get_by_label("Paste a quote").fill("these words were never said by anybody on the rock")
    page.get_by_role("button", name="Verify").click()
    assert page.locator(".verdict").inner_text().endswith("not-found")
    context.close()


def test_by_keyboard_alone(site, page):
    """Tab reaches the content, the search, a hit and its citation; Enter does what a click does; focus can be seen."""
    page.goto(site.address + "/search?q=wave")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.getAttribute('aria-label') || ''")).startswith("To cite"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/quote/**")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Copy citation":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Copied.").wait_for()


PAGES = {
    "front": "/",
    "search": "/search?q=wave&speaker=Karrandel",
    "nothing found": "/search?q=barier+gate",
    "document": "/document/1",
    "transcript": "/document/2",
    "speaker": "/speaker/istvo-karrandel",
    "verify": "/verify?quote=we+have+not+crossed+this+water+to+sell+a+single+wave",
    "utterance": "utterance",
}


def address_of(site: Server, path: str) -> str:
    if path == "utterance":
        return re.search(r'"permalink": "([^"]+)"', site.get("/search.json?q=single+wave&kind=turn").text)[1]
    return site.address + path


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_that_axe_knows(site, browser, path, scheme):
    """No serious or critical finding of axe-core, light and dark."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(address_of(site, path))
    found = [
        (violation["id"], [node["html"] for node in violation["nodes"][:3]])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    context.close()
    assert not found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_in_the_report_on_a_draft(site, browser, scheme):
    """The page that a sent draft gives, on a phone's screen: no serious finding, nothing off to the side."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    send_a_draft(site, page)
    found = [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert not found
    assert wide <= 360


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_phone_shows_all_of_it(site, browser, path):
    """At 360 pixels nothing runs off to the side, and nothing moves after it was shown."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(address_of(site, path))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("window.moved") == 0
    context.close()


PAYLOADS = [
    "<script>run()</script>", "<img src=x onerror=run()>", "\"><script>run()</script>", "'><img src=x onerror=run()>",
    "<svg onload=run()>", "<svg/onload=run()//", "</script><script>run()</script>", "<!--<script>run()</script>-->",
    "<iframe srcdoc='<script>parent.run()</script>'>", "<a href=javascript:run()>x</a>", "javascript:run()", "JaVaScRiPt:run()",
    "{{ run() }}", "{% raw %}<script>run()</script>", "${run()}", "\"onmouseover=\"run()", "' autofocus onfocus=run() x='",
    "<details open ontoggle=run()>", "<body onload=run()>", "<style>@import 'javascript:run()'</style>",
    "<math><mi//xlink:href=\"data:x,<script>run()</script>\">",
    "&lt;script&gt;run()&lt;/script&gt;", "\\u003cscript>run()\\u003c/script>", "]]><script>run()</script>",
    "<mark><script>run()</script></mark>",
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[tuple[Server, list[str]]]:
    """A record whose names, labels, titles, texts and addresses are all attacks, and the paths of its pages."""
    folder = tmp_path_factory.mktemp("hostile")
    documents = []
    for number, payload in enumerate(PAYLOADS):
        clean = payload.replace("\n", " ")
        text = "\n\n".join(
            f"{name}: {clean} lanterns {n}" for n, name in enumerate(["Ada Quill", "Bo Venn", "Ada Quill", "Bo Venn"])
        )
        documents.append(
            quotedb.Document(
                text, title=clean, location=f"{number}.txt", url=clean, publisher=clean, event=clean, byline=clean,
                published="2031-01-01", language=clean,
            )
        )  # fmt: skip
    quotedb.ingest(folder / "q.db", documents)
    with sqlite3.connect(folder / "q.db") as conn:
        for row, payload in enumerate(PAYLOADS):
            conn.execute(
                "UPDATE utterances SET label = ?, note = ?, via = ?, rule = ?, cue = ?, section = ? WHERE document_id = ?",
                [payload] * 6 + [row + 1],
            )
        conn.execute("UPDATE speakers SET name = ?, description = ?", [PAYLOADS[2], PAYLOADS[1]])
        conn.execute("UPDATE speaker_aliases SET alias = alias || ?", [PAYLOADS[0]])
        uids = [row[0] for row in conn.execute("SELECT min(uid) FROM utterances GROUP BY document_id")]
        slugs = [row[0] for row in conn.execute("SELECT slug FROM speakers")]
    conn.close()
    paths = ["/", "/search?q=lanterns", "/search?q=", "/verify", *(f"/quote/{uid}" for uid in uids)]
    paths += [f"/document/{number + 1}" for number in range(len(PAYLOADS))] + [f"/speaker/{slug}" for slug in slugs]
    for payload in PAYLOADS:
        typed = quote(payload)
        paths += [
            f"/search?q={typed}&speaker={typed}&source={typed}&kind={typed}&since={typed}",
            f"/verify?quote={typed}&speaker={typed}",
        ]
    with serving(folder / "q.db") as server:
        yield server, paths


def test_what_documents_and_people_type_never_runs(hostile, browser):
    """25 attacks in names, labels, titles, texts, addresses and queries: no page of ours runs one, even without the policy."""
    server, paths = hostile
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    ran: list[str] = []
    page.expose_function("run", lambda: ran.append(page.url))
    page.on("dialog", lambda dialog: dialog.dismiss())
    for path in paths:
        answer = page.goto(server.address + path, wait_until="load")
        assert answer.status == 200, path
        bad = page.evaluate(
            "[...document.querySelectorAll('a[href], form[action], iframe, img')].map((e) => e.href || e.action || e.outerHTML)"
            ".filter((a) => !/^https?:/.test(a)).concat([...document.querySelectorAll('*')].flatMap((e) => "
            "[...e.attributes].filter((a) => a.name.startsWith('on')).map((a) => a.name)))"
        )
        assert not bad, (path, bad)
    context.close()
    assert not ran
