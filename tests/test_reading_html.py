"""Pages: the main text with its paragraphs and labels, without what stands round it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

import quotedb
from quotedb.errors import UnreadableSource
from quotedb.reading import read
from quotedb.reading.markup.blocks import text_blocks
from quotedb.reading.markup.mainpart import main_part

if TYPE_CHECKING:
    from quotedb.models import Document

WALK = (
    "We walked along the quay for an hour and talked about the new ferry, the price of tickets and the timetable. "
    "Nobody was in a hurry, and the gulls were loud."
)
STORM = (
    "The storm of last autumn took away the railing and half of the planks, and since then only the pilots may go out. "
    "The repair is to cost as much as a small school."
)
HEAD = """<title>The ferry question | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Jona Rask">
<meta property="article:published_time" content="2023-09-13T08:00:00+02:00">
<link rel="canonical" href="https://post.example/ferry">"""


def page(body: str, head: str = HEAD) -> str:
    """A page of an invented paper: `body` between its menu and its footer."""
    return f"""<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav></header>{body}
<footer><p>© 2023 Harbour Post. All rights reserved, and contact us at the usual address.</p></footer></body></html>"""


def html(tmp_path: Path, content: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(content, encoding="utf-8")
    return read(path)


def paragraphs(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_what_a_page_says_of_itself(tmp_path: Path) -> None:
    """Title without the paper's name, author, date, paper, canonical address, language."""
    document = html(tmp_path, page(f"<article><h1>The ferry question</h1><p>{WALK}</p><p>{STORM}</p></article>"))
    assert document.title == "The ferry question"
    assert document.publisher == "Harbour Post"
    assert document.byline == "Jona Rask"
    assert document.published == "2023-09-13"
    assert document.url == "https://post.example/ferry"
    assert document.language == "en"
    assert document.media_type == "text/html"
    assert paragraphs(document)[-2:] == [WALK, STORM]


def test_an_interview_page(tmp_path: Path) -> None:
    """Paragraphs and headings stay apart, labels stay on their line; captions, links, comments and footers go."""
    body = f"""<article><h1>The ferry question</h1><p>{STORM}</p>
    <figure><img src="o.jpg"><figcaption>Mara Olin on the quay. Photo: Jona Rask</figcaption></figure>
    <p><strong>Harbour Post:</strong> Will the ferry run?</p>
    <p><strong>Mara Olin:</strong> {WALK}</p>
    <p>And then <em>some</em> more&nbsp;of it.</p>
    <h2>The winter</h2>
    <p><b>Harbour Post</b>: Really?</p>
    <p><b>Mara Olin</b> <i>(as interpreted)</i> : Yes.</p>
    <blockquote class="pullquote">Will the ferry run?</blockquote>
    <p>Ice<br>and snow.</p></article>
    <div class="related"><h3>More</h3><ul><li><a href="1">Storm closes the pier for a week</a></li></ul></div>
    <section id="comments"><h3>1 comment</h3><div><p><b>sailor99:</b> I never liked it.</p></div></section>"""
    assert paragraphs(html(tmp_path, page(body))) == [
        "The ferry question",
        STORM,
        "Harbour Post: Will the ferry run?",
        f"Mara Olin: {WALK}",
        "And then some more of it.",
        "The winter",
        "Harbour Post: Really?",
        "Mara Olin (as interpreted) : Yes.",
        "Ice\nand snow.",
    ]


TURNS = [("Mara Olin", WALK), ("Nils Arden", "Yes."), ("Mara Olin", STORM), ("Nils Arden", "No, never.")]
LABELLED = [f"{name}: {words}" for name, words in TURNS]

LAYOUTS = {
    "bold with a colon": "".join(f"<p><b>{name}:</b> {words}</p>" for name, words in TURNS),
    "bold alone": "".join(f"<p><strong>{name}</strong> {words}</p>" for name, words in TURNS),
    "class speaker": "".join(f'<p><span class="speaker">{name}</span> {words}</p>' for name, words in TURNS),
    "class of who speaks": "".join(
        f'<p><span class="who">{name}</span><span class="what">{words}</span></p>' for name, words in TURNS
    ),
    "definition list": "<dl>" + "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in TURNS) + "</dl>",
    "definition list with colons": "<dl>"
    + "".join(f"<dt>{name}:</dt><dd>{words}</dd>" for name, words in TURNS)
    + "</dl>",
    "table": "<table>" + "".join(f"<tr><td>{name}</td><td>{words}</td></tr>" for name, words in TURNS) + "</table>",
    "table with colons": "<table>"
    + "".join(f"<tr><th>{name}:</th><td>{words}</td></tr>" for name, words in TURNS)
    + "</table>",
    "line ends": "<div>" + "<br><br>\n".join(f"<b>{name}</b> {words}" for name, words in TURNS) + "</div>",
    "list": "<ul>" + "".join(f"<li><b>{name}:</b> {words}</li>" for name, words in TURNS) + "</ul>",
    "hidden until a click": '<div style="display:none">'
    + "".join(f"<p>{n}: {w} {WALK}</p>" for n, w in TURNS)
    + "</div>",
    "a form round everything": "<form>" + "".join(f"<p>{name}: {words}</p>" for name, words in TURNS) + "</form>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_labels_in_many_layouts(tmp_path: Path, layout: str) -> None:
    """However a page sets off who speaks, the text says "Name: words"; plain text has no bold type."""
    lines = [line for line in html(tmp_path, page(f"<main>{LAYOUTS[layout]}</main>")).text.split("\n") if line]
    assert [line.removesuffix(f" {WALK}") if layout.startswith("hidden") else line for line in lines][1:] == LABELLED[
        1:
    ]
    assert lines[0].startswith(f"Mara Olin: {WALK}")


def test_a_name_over_its_words(tmp_path: Path) -> None:
    """A label in an element of its own stays on a line of its own, the first and the last one too."""
    turns = "".join(
        f'<div class="turn t{n}"><header><h4>{name}</h4></header><div class="words"><p>{words}</p></div></div>'
        for n, (name, words) in enumerate(TURNS)
    )
    expected = [part for turn in TURNS for part in turn]
    assert paragraphs(html(tmp_path, page(f"<main>{turns}</main>"))) == expected


def test_labels_that_are_links(tmp_path: Path) -> None:
    """A name that leads to the person's page is a label all the same; other lines that are only links go."""
    turns = "".join(
        f'<div class="row"><div class="who"><a href="/p/{name}">{name}</a></div><div>{words}</div></div>'
        for name, words in TURNS
    )
    more = '<p><a href="3">Read our series on piers</a></p>'
    expected = [part for turn in TURNS for part in turn]
    assert paragraphs(html(tmp_path, page(f"<main>{turns}{more}</main>"))) == expected


def test_a_table_that_lays_out_the_page(tmp_path: Path) -> None:
    """A table of one row is no list of turns, though its cells hold nothing but lines."""
    lines = "<br><br>".join(f"<b>{name}:</b> {words}" for name, words in TURNS)
    body = f"<html><body><table><tr><td><a href=/>Home</a></td><td>{lines}</td></tr></table></body></html>"
    assert paragraphs(html(tmp_path, body))[-4:] == LABELLED


def test_bold_words_that_open_one_paragraph_are_no_label(tmp_path: Path) -> None:
    body = f"<article><p><b>Last autumn</b> the pier broke.</p><p>{WALK}</p><p>{STORM}</p></article>"
    assert paragraphs(html(tmp_path, page(body)))[0] == "Last autumn the pier broke."


def test_questions_in_a_list_of_definitions_are_no_labels(tmp_path: Path) -> None:
    answer = "<dl><dt>Where is the pier?</dt><dd>At the end.</dd></dl>"
    body = f"<article><p>{WALK}</p><p>{STORM}</p>{answer}<p>{WALK}</p></article>"
    assert paragraphs(html(tmp_path, page(body)))[2:4] == ["Where is the pier?", "At the end."]


def test_short_answers_and_repeated_ones_are_kept(tmp_path: Path) -> None:
    """An extractor for articles drops short and repeated paragraphs; in a transcript each of them was said."""
    body = "".join(
        f"<p>CHAIR: {WALK}</p><p>MARA OLIN: Yes.</p><p>CHAIR: {STORM}</p><p>MARA OLIN: Yes.</p>" for _ in range(3)
    )
    assert paragraphs(html(tmp_path, page(f"<article>{body}</article>"))).count("MARA OLIN: Yes.") == 6


def test_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    """A page that is one <pre> is read line by line; a tag that nobody knows is no obstacle."""
    lines = "[Harbour council, page 7]\n\n       the pier act\n\n<bullet> Mrs. OLIN. Madam Chair,\nI rise.\n  I sit."
    document = html(tmp_path, f"<html><head><title>Record</title></head><body><pre>\n{lines}\n\n</pre></body></html>")
    assert document.text == lines.replace("<bullet>", "")
    assert document.title == "Record"


def test_a_fragment_of_cite_time_and_p(tmp_path: Path) -> None:
    """Podcast transcripts come as bare <cite>, <time> and <p>, without a page round them."""
    turns = "".join(
        f"<cite>{name}:</cite>\n<time>0:{n}0</time>\n<p>{words}</p>\n" for n, (name, words) in enumerate(TURNS)
    )
    expected = [part for n, (name, words) in enumerate(TURNS) for part in (f"{name}: 0:{n}0", words)]
    assert paragraphs(html(tmp_path, turns)) == expected


def test_lists_are_marked_and_stay_together(tmp_path: Path) -> None:
    body = f"<article><p>{WALK}</p><ul><li>One pier</li><li>Two ferries</li></ul><p>{STORM}</p></article>"
    assert paragraphs(html(tmp_path, page(body))) == [WALK, "- One pier\n- Two ferries", STORM]


def test_furniture_inside_the_article_goes(tmp_path: Path) -> None:
    body = f"""<article><p>{WALK}</p><div class="share-bar"><p>Share this</p></div><aside><p>Read more here</p></aside>
    <div class="newsletter-signup"><p>Sign up for our letter</p></div><script>let a = 1</script>
    <p>{STORM}</p><p hidden>Secret</p><p>The end.</p></article>"""
    assert paragraphs(html(tmp_path, page(body))) == [WALK, STORM, "The end."]


def test_a_headline_that_comes_again_below_the_text_goes(tmp_path: Path) -> None:
    """Its words stand in the text too; that makes neither it nor what stands between a part of the text."""
    title = "The new ferry, the price of tickets"
    body = f"""<h1>{title}</h1><div class="text"><p><b>Mara Olin:</b> {WALK}</p><p>{STORM}</p></div>
    <div class="meta"><h3>Topics</h3><ul><li>Piers</li></ul></div><div class="pop">{title}</div>"""
    assert paragraphs(html(tmp_path, page(body)))[-2:] == [f"Mara Olin: {WALK}", STORM]


def test_what_stands_between_paragraphs_once_goes(tmp_path: Path) -> None:
    """A caption without a telling class comes seldom, labels come again and again."""
    caption = '<div class="m"><div class="t">Mara Olin on the quay</div></div>'
    before, after = ("".join(f"<p>{n}: {STORM}</p>" for n in numbers) for numbers in (range(8), range(8, 16)))
    document = html(tmp_path, page(f"<article>{before}{caption}{after}</article>"))
    assert len(paragraphs(document)) == 16


def test_teasers_of_other_articles_go(tmp_path: Path) -> None:
    """What stands in another <article> after the last words is another story, though its markup is the same."""
    teaser = '<article><h3><a href="2">The school reopens</a></h3><p>Pupils are back in town.</p></article>'
    body = f"<main><article><h1>The ferry</h1><p>{WALK}</p><p>{STORM}</p><p>The end.</p></article>{teaser}</main>"
    assert paragraphs(html(tmp_path, page(body))) == ["The ferry", WALK, STORM, "The end."]


def test_turns_that_are_articles_each(tmp_path: Path) -> None:
    turns = "".join(f"<article><h4>{name}</h4><p>{words}</p></article>" for name, words in TURNS)
    assert paragraphs(html(tmp_path, page(f"<main>{turns}</main>"))) == [part for turn in TURNS for part in turn]


def test_a_short_page_is_read_whole(tmp_path: Path) -> None:
    """Where there is too little text for an extractor, everything that is no furniture is the text."""
    assert html(tmp_path, "<html><body><nav>Home</nav><p>Mara Olin: Yes.</p></body></html>").text == "Mara Olin: Yes."


def test_soft_hyphens_and_no_break_spaces(tmp_path: Path) -> None:
    """Hints to the typesetter are no part of the words; a no-break space is a space."""
    document = html(
        tmp_path, page(f"<p>{WALK}</p><p>Q&nbsp;&nbsp;&nbsp;The har&shy;bour of Nils&nbsp;Arden?</p><p>{STORM}</p>")
    )
    assert "Q   The harbour of Nils Arden?" in paragraphs(document)


def test_deep_nesting_is_no_trouble(tmp_path: Path) -> None:
    """A page nested deeper than any writer's is read; beyond the limit of the HTML parser there is a sentence."""
    assert html(tmp_path, "<html><body>" + "<div>" * 1_000 + "<p>Mara Olin: Yes.</p>").text == "Mara Olin: Yes."
    with pytest.raises(UnreadableSource, match="nested so deeply"):
        html(tmp_path, "<html><body>" + "<div>" * 50_000 + "<p>Mara Olin: Yes.</p>")


def test_an_unreadable_date_of_a_page_is_dropped(tmp_path: Path) -> None:
    head = '<title>A</title><meta property="article:published_time" content="some time in autumn">'
    assert html(tmp_path, page(f"<p>{WALK}</p>", head)).published is None


def test_words_that_link_into_a_recording() -> None:
    """What is said may be a link to the place in a recording; a list of links to other pages is none of the text."""
    said = [
        "Good evening from the quay.",
        "Did you bring the rope?",
        "I brought two of them.",
        "Then we can begin at last.",
        "Not without the lamp.",
    ]
    rows = "".join(
        f'<div class="row"><b>{name}:</b> <div class="words"><a href="#{n}">{words}</a></div></div>'
        for n, (name, words) in enumerate(zip(["Ana", "Bo", "Ana", "Bo", "Ana"], said, strict=True))
    )
    links = "".join(f'<div class="more"><a href="/{n}">Ropes of the north coast {n}</a></div>' for n in range(5))
    root = lxml.html.document_fromstring(page(f"<main>{rows}</main>{links}"))
    kept = [block.text for block in main_part(text_blocks(root), "")]
    assert all(words in kept for words in said)
    assert not [text for text in kept if text.startswith("Ropes of the north coast")]


WHOLE = (
    "<!doctype html><html><head><title>Ferry</title><style>div { color: red }</style></head><body><div class='page'><main>"
    + "".join(
        f"<p>{'Mara Olin' if number % 2 else 'Bo Lind'}: I saw the {number}th lamp. {WALK}</p>" for number in range(9)
    )
    + "</main></div><script>if (1 < 2) document.write('<div>')</script></body></html>"
)


@pytest.mark.parametrize("sign", ["<!--", "<script>", "<div>", "<p title='"])
def test_what_a_page_opens_ever_again_costs_no_more_than_once(tmp_path: Path, sign: str) -> None:
    """A page of 20,000 comments without an end is read in the time of its length."""
    page = f"<html><body><p>Mara Olin: {WALK}</p>" + sign * (200 if sign == "<div>" else 20_000)
    assert html(tmp_path, page).damage is not None


@pytest.mark.parametrize("part", [0.3, 0.5, 0.7, 0.85])
def test_a_page_that_breaks_off_is_told(tmp_path: Path, part: float) -> None:
    """What is there comes in, with a problem: a half page looks like a short one."""
    document = html(tmp_path, WHOLE[: int(len(WHOLE) * part)])
    assert document.damage is not None
    assert "not saved in full" in document.damage
    assert "Mara Olin: " in document.text
    assert [p.code for p in quotedb.ingest(tmp_path / "q.db", [document]).documents[0].problems][:1] == ["cut-off"]


SOUND = {
    "whole": WHOLE,
    "no html, no body": WHOLE.replace("</body></html>", ""),
    "no head at all": "<html>" + "".join(f"<p>Mara Olin: {WALK}" for _ in range(3)),
    "a piece of a page": "<div><p>Mara Olin: " + WALK + "</p><p>Nils Arden: Yes.</p>",
    "open, but with its end": WHOLE.replace("</div>", ""),
    "a lone sign": WHOLE.replace("</body></html>", "").replace("lamp", "< lamp"),
    "tags in a comment": WHOLE.replace("</body></html>", "<!-- <div><section> -->"),
}


@pytest.mark.parametrize("page_", SOUND.values(), ids=list(SOUND))
def test_a_page_that_leaves_out_tags_is_whole(tmp_path: Path, page_: str) -> None:
    """HTML lets many tags be left out, and people leave out more."""
    assert html(tmp_path, page_).damage is None


def test_ingest_tells_of_a_half_page(tmp_path: Path, run: Any) -> None:
    """In a line of its own, with the file; the page is searched all the same."""
    (tmp_path / "half.html").write_text(WHOLE[: len(WHOLE) // 2])
    said = run("ingest", tmp_path / "q.db", tmp_path / "half.html")
    assert said.exit_code == 0
    assert re.search(r"note +\S*half\.html: The page breaks off inside", said.stderr)
    assert quotedb.search(tmp_path / "q.db", "lamp").total > 0


def test_a_class_says_who_speaks(tmp_path: Path) -> None:
    """The name in a paragraph of its own, and a link to play the sound before every sentence; the words have no full stops."""
    talk = [
        ("Mara Olin", "good morning Teo"),
        ("Teo Brandt", "good morning"),
        ("Mara Olin", "the pier then"),
        ("Teo Brandt", "yes"),
    ]
    turns = "".join(
        f'<div class="turn"><p class="speaker">{who}</p><p><a href="#t{n}" class="play">▶</a>\n{words}\n</p></div>'
        for n, (who, words) in enumerate(talk)
    )
    document = html(tmp_path, page(f"<main>{turns}</main>"))
    assert document.speakers == ("Mara Olin", "Teo Brandt")
    assert [(one.label, one.text) for one in quotedb.parse(document)] == talk


def test_a_list_of_people_is_no_talk(tmp_path: Path) -> None:
    """The same classes where each name stands once: who takes part in something."""
    people = "".join(
        f'<p class="participant">{who}</p><p>Keeper of the lamps in {place}.</p>'
        for who, place in (("Mara Olin", "Tern"), ("Teo Brandt", "Hull"), ("Ida Marsh", "Sound"), ("Bo Velt", "Orv"))
    )
    document = html(tmp_path, page(f"<main>{people}</main>"))
    assert document.speakers == ()
    assert quotedb.parse(document) == []
