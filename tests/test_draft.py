"""A whole draft against the record: what is checked, with whom, without what; and the page for the desk."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotedb
from conftest import SAMPLES, transcript
from quotedb.cli import main
from quotedb.matching import check_draft, draft_page, is_clean, remarks, tally, worth_showing
from quotedb.models import Document

MINUTES = transcript(
    (
        "Mara Olin",
        "We did not sell the lamps. We gave them to the northern harbour, all forty, and we shall give more.",
    ),
    ("Teo Brandt", "The harbour needs keepers before it needs lamps. Lamps without keepers are a waste of oil."),
    ("Mara Olin", "It has three keepers.\n\nThe keepers need bread, and bread is dearer than oil this winter."),
    ("Teo Brandt", "Then let us buy bread."),
)


def rows(path, text, **about):
    """Role, verdict and first words of every quotation of a draft."""
    report = check_draft(path, Document(text, **about))
    return [(found.role, found.verdict, " ".join(found.answer.quote.split()[:4])) for found in report.quotes]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        # whole sentences and parts of sentences, with the speaker that the draft names
        (
            "“We did not sell the lamps,” Mara Olin said.",
            [("quote", "verbatim", "We did not sell")],
        ),
        (
            "Mara Olin said that bread was “dearer than oil this winter”.",
            [("quote", "verbatim", "dearer than oil this")],
        ),
        (
            "“Lamps without keepers are a waste of oil,” Mara Olin said.",
            [("quote", "other-speaker", "Lamps without keepers are")],
        ),
        # a quotation split by its attribution is one, where it stands as one
        (
            "“We did not sell the lamps,” Mara Olin said. “We gave them to the northern harbour.”",
            [("quote", "verbatim", "We did not sell")],
        ),
        # a turn is checked like a quotation, and in its paragraphs where it does not stand as a whole
        (
            "Mara Olin: It has three keepers.\n\nTeo Brandt: Then let us buy bread.\n\nMara Olin: Thank you.\n\nTeo Brandt: Bread.",
            [
                ("quote", "verbatim", "It has three keepers."),
                ("quote", "verbatim", "Then let us buy"),
                ("short", "not-found", "Thank you."),
                ("short", "verbatim", "Bread."),
            ],
        ),
        # one or two words of somebody, and words that are nobody's, are told apart
        ("Mara Olin called it “northern harbour” on Monday.", [("short", "verbatim", "northern harbour")]),
        (
            "The so-called “waste of oil” was debated. “Then let us buy bread,” Teo Brandt said.",
            [("mark", "verbatim", "waste of oil"), ("quote", "verbatim", "Then let us buy")],
        ),
        ("Nothing was said.", []),
        ("", []),
    ],
)
def test_every_quotation_of_a_draft_is_checked(fresh, draft, expected):
    """Each with its role in the draft and the answer of the record."""
    assert rows(fresh(minutes=MINUTES), draft) == expected


def test_words_between_the_pieces_are_said(fresh):
    """Both pieces stand there, in order, but not without a gap: verbatim, with a flag."""
    draft = "“We did not sell the lamps,” Mara Olin said. “And we shall give more.”"
    (found,) = check_draft(fresh(minutes=MINUTES), Document(draft)).quotes
    assert (found.verdict, "words-between" in found.flags) == ("verbatim", True)


def test_pieces_answer_alone_where_they_do_not_stand_together(fresh):
    """One good piece is not hidden behind a bad one."""
    draft = "“Zebras graze upon purple meadows nightly,” Mara Olin said. “We did not sell the lamps.”"
    answers = rows(fresh(minutes=MINUTES), draft)
    assert [(verdict, words) for _, verdict, words in answers] == [
        ("not-found", "Zebras graze upon purple"),
        ("verbatim", "We did not sell"),
    ]


def test_speakers_that_the_record_does_not_know_are_named(fresh):
    """A name that stands nowhere is a finding of its own."""
    report = check_draft(fresh(minutes=MINUTES), Document("“Then let us buy bread,” Ines Varga said on Monday."))
    assert report.unknown == ("Ines Varga",)
    assert report.quotes[0].speaker_known is False
    assert "The record knows nobody called “Ines Varga”." in remarks(report)


def test_nobody_is_accused_where_the_draft_was_hard_to_read(fresh):
    """A pronoun that may be either is the reader's doubt, not the writer's mistake."""
    draft = "Mara Olin met Teo Brandt. “Lamps without keepers are a waste of oil.”\n\nMara Olin nodded."
    report = check_draft(fresh(minutes=MINUTES), Document(draft))
    assert all(found.verdict != "other-speaker" for found in report.quotes if found.confidence < 0.8)


def test_places_are_the_drafts_own_characters(fresh, tmp_path, run):
    """JSON: one object a quotation, with its place in the draft."""
    path = fresh(minutes=MINUTES)
    draft = tmp_path / "draft.txt"
    draft.write_text("A report.\n\n“We did not sell the lamps,” Mara Olin said. “We shall not sell oil, either.”\n")
    printed = [json.loads(line) for line in run("verify", path, "--file", draft, "--json").stdout.splitlines()]
    text = quotedb.read(draft).text
    for row in printed:
        assert row["quote"] == " ".join(text[start:end] for start, end in row["spans"])
        assert (row["start_char"], row["end_char"]) == (row["spans"][0][0], row["spans"][-1][1])
        assert {"verdict", "flags", "matches", "coverage", "speaker", "speaker_known", "role"} <= set(row)


# ------------------------------------------------------------------------------------------- no evidence for itself

STORY = (
    "The council of the northern harbour met for the third time this winter to talk about lamps, oil and bread, and about "
    "the people who climb the stairs of the tower every night so that the ships find their way in. It was a short meeting "
    "by the standards of the house, and the stove had gone out before it began. Nobody had thought of bringing coal, and "
    "the members kept their coats on while the clerk read the minutes of the last session aloud.\n\n"
    "“{quote},” Mara Olin said.\n\n"
    "The vote is to be taken in spring, when the ice has gone and the boats can leave again. Until then the keepers will be "
    "paid from the fund that was set up after the great storm, which everybody agrees is too small for that.\n"
)


def test_an_ingested_draft_is_no_evidence_for_itself(fresh):
    """The draft's own text is left out of the record, and the report says so."""
    text = STORY.format(quote="We shall build a tower of glass for all the lamps")
    path = fresh(minutes=MINUTES, draft=text)
    report = check_draft(path, quotedb.read(path.parent / "documents" / "draft.txt"))
    assert report.quotes[0].verdict != "verbatim"
    assert report.coverage.documents == 1
    assert any("the draft's own text" in remark for remark in remarks(report))
    report = check_draft(path, Document(text))  # from standard input
    assert report.quotes[0].verdict != "verbatim"


@pytest.mark.parametrize(
    "change",
    [
        ("third", "fourth"),
        ("The vote is to be taken in spring", "A vote is planned for April"),
        ("the stove had", "a fire had"),
    ],
)
def test_an_earlier_version_of_the_draft_is_no_evidence(fresh, change):
    """What the writer wrote between the quotations shows that it is the same article."""
    text = STORY.format(quote="We shall build a tower of glass for all the lamps")
    path = fresh(minutes=MINUTES, earlier=text)
    report = check_draft(path, Document(text.replace(*change)))
    assert [left.title for left in report.left_out]
    assert report.quotes[0].verdict != "verbatim"


def test_a_file_that_was_rewritten_is_no_evidence(fresh):
    """The same path, however much of its text has changed."""
    path = fresh(minutes=MINUTES, draft="“We shall build a tower of glass,” Mara Olin said.")
    file = path.parent / "documents" / "draft.txt"
    file.write_text("Once more: “We shall build a tower of glass,” Mara Olin said on Monday.", encoding="utf-8")
    report = check_draft(path, quotedb.read(file))
    assert [left.reason for left in report.left_out] == ["it was read from the same place as the draft"]
    assert report.quotes[0].verdict != "verbatim"


def test_a_source_that_is_quoted_at_length_is_evidence(fresh):
    """A transcript shares the quoted words with an article and nothing else; so does another paper's article."""
    other = "Another paper was there as well. “Then let us buy bread,” Teo Brandt said to laughter in the house.\n"
    path = fresh(minutes=MINUTES, other=other)
    draft = STORY.format(quote="We did not sell the lamps") + "\nThe minutes in full:\n\n" + MINUTES
    report = check_draft(path, Document(draft))
    assert report.left_out == ()
    assert {found.verdict for found in report.quotes} == {"verbatim"}


# --------------------------------------------------------------------------------------------------- the command line


def test_exit_code_and_report(fresh, tmp_path, run):
    """Exit 0 when every quotation is verbatim, 1 when one is not; the totals go to stderr."""
    path = fresh(minutes=MINUTES)
    good, bad = tmp_path / "good.md", tmp_path / "bad.html"
    good.write_text("# “Bread and oil”\n\n“We did not sell the lamps,” Mara Olin said.\n", encoding="utf-8")
    bad.write_text("<p>“We did sell the forty lamps,” Mara Olin said.</p>", encoding="utf-8")
    clean = run("verify", path, "--file", good)
    assert clean.exit_code == 0, clean.output
    assert "1 quotation: 1 verbatim" in clean.stderr  # the headline's words count for nobody
    wrong = run("verify", path, "--file", bad, "--html", tmp_path / "report.html")
    assert wrong.exit_code == 1
    assert "We did sell the forty lamps" in wrong.stdout
    assert "<!DOCTYPE html>" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_paper_that_lost_a_not_stands_beside_the_transcript(fresh, tmp_path, run):
    """Verbatim in an article is no all-clear: the transcript's words are shown, and the count says so."""
    minutes = MINUTES.replace("did not sell the lamps", "did not sell the forty lamps of the pier")
    said = "“We did sell the forty lamps of the pier,” Mara Olin said."
    path = fresh(minutes=minutes, paper=f"LANNOW - The council met.\n\n{said}\n")
    draft = tmp_path / "draft.md"
    draft.write_text(f"As everybody knows by now:\n\n{said}\n\nWe shall see.\n", encoding="utf-8")
    told = run("verify", path, "--file", draft)
    assert "but the transcript has:" in told.stdout
    assert "We did {+not+} sell the forty lamps of the pier" in told.stdout
    assert "1 verbatim (1: where a transcript has other words)" in told.stderr
    page = draft_page(check_draft(path, quotedb.read(draft)))
    assert 'class="answer unsure"' in page  # no green tick


def test_a_row_is_a_line_whatever_a_name_takes(fresh, tmp_path, run):
    """A long name makes the words shorter, not the row two lines."""
    draft = tmp_path / "draft.md"
    name = "Maximilian Featherstonehaugh-Cholmondeley"
    draft.write_text(f"“We did not sell any of the forty lamps,” {name} said.\n", encoding="utf-8")
    told = run("verify", fresh(minutes=MINUTES), "--file", draft).stdout
    assert len(told.split("\n\n")[0].splitlines()) == 3


def test_a_word_file_and_standard_input(fresh, tmp_path):
    """Any readable kind will do."""
    import docx

    path = fresh(minutes=MINUTES)
    document = docx.Document()
    document.add_paragraph("“We did not sell the lamps,” Mara Olin said.")
    document.save(str(tmp_path / "draft.docx"))
    assert CliRunner().invoke(main, ["verify", str(path), "--file", str(tmp_path / "draft.docx")]).exit_code == 0
    piped = CliRunner().invoke(
        main, ["verify", str(path), "--file", "-"], input="“Buy bread!” Teo Brandt said.".encode()
    )
    assert "1 short quotation of one or two words" in piped.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["a quote", "--file", "draft.txt"], "give no QUOTE"),
        (["--file", "draft.txt", "--speaker", "Mara Olin"], "no --speaker"),
        (["a quote", "--html", "page.html"], "give the draft with --file"),
        ([], "or --file with a draft"),
    ],
)
def test_wrong_usage_is_a_sentence(fresh, run, words, sentence):
    """Exit 2, and what to do."""
    result = run("verify", fresh(minutes=MINUTES), *words)
    assert result.exit_code == 2
    assert sentence in result.stderr


@pytest.mark.parametrize(
    "words", [["--file", "no-such.txt"], ["--file", "DRAFT", "--html", "no/such/folder/page.html"]]
)
def test_what_cannot_be_read_or_written_is_a_sentence(fresh, run, tmp_path, words):
    """Exit 1, no traceback."""
    (tmp_path / "draft.txt").write_text("“Then let us buy bread,” Teo Brandt said.", encoding="utf-8")
    result = run("verify", fresh(minutes=MINUTES), *(w.replace("DRAFT", str(tmp_path / "draft.txt")) for w in words))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


# ----------------------------------------------------------------------------------------------------------- the page


class Page(HTMLParser):
    """What a browser would see: tags with attributes, and text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[tuple[str, str]] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append((self.open[-1] if self.open else "", data))


ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>&lt;b&gt;"
PLACE = "javascript:alert(3)//"


def page_of(path, draft) -> tuple[str, Page]:
    source = draft_page(check_draft(path, draft))
    return source, Page(source)


@pytest.fixture
def hostile(tmp_path):
    """A record and a draft in which everything that can be text is an attack."""
    words = f"The lamps {ATTACK} were never for sale to anybody"
    text = transcript((f"Mara Olin {ATTACK}", words), ("Mara Olin", f"{words}, I say."), ("Teo Brandt", f"{words}!"))
    path = tmp_path / "hostile.db"
    about = {"title": ATTACK, "url": PLACE, "publisher": ATTACK, "event": ATTACK}
    quotedb.ingest(path, [Document(text, location=f"https://x.example/{ATTACK}", **about)])
    draft = Document(f"{ATTACK}\n\n“{words},” Mara Olin said. “No {ATTACK} at all here, nor there.”", title=ATTACK)
    return path, draft


def test_nothing_from_the_draft_or_the_record_is_markup(hostile):
    """Only the template's own elements are in the page; attacks are text, and links lead to the web or into the page."""
    _, page = page_of(*hostile)
    allowed = set(
        re.findall(
            r"<([a-z][a-z0-9]*)",
            (Path(quotedb.__file__).parent / "matching/templates/draft.html").read_text(),
        )
    )
    assert {tag for tag, _ in page.tags} <= allowed
    assert not {"script", "img", "iframe", "object", "link"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src", "action"):
            target = attributes.get(name)
            assert target is None or re.match(r"https?://|#", target)
    assert "alert(1)" in "".join(data for _, data in page.text)


def test_the_page_needs_nothing_else(hostile):
    """No address is loaded, and the page forbids it as well."""
    source, page = page_of(*hostile)
    assert not any("src" in attributes or tag in ("link", "script", "style src") for tag, attributes in page.tags)
    assert "url(" not in source
    assert "@import" not in source
    assert "default-src 'none'" in source


def test_the_whole_draft_stands_on_the_page(samples_db):
    """Every line of the draft, and each quotation with its number, sign and verdict in words."""
    text = (
        STORY.format(quote="We shall not trade away one single wave") + "\n“Not a crown more,” Istvo Karrandel said.\n"
    )
    report = check_draft(samples_db, Document(text))
    page = Page(draft_page(report))
    seen = " ".join("".join(data for _, data in page.text).split())
    for line in text.split("\n"):
        for word in re.findall(r"\w+", line):
            assert word in seen
    for found in report.quotes:
        assert f"{found.number} " in seen
        assert any(a.get("id") == f"answer-{found.number}" for _, a in page.tags)
        signs = [a for tag, a in page.tags if tag == "a" and (a.get("class") or "").startswith("sign")]
        assert len(signs) == len(report.quotes)


def test_the_page_can_be_walked_by_landmarks_and_headings(samples_db):
    """header, main, footer; headings that skip no level; every link inside the page leads somewhere; nothing unlabelled."""
    _, page = page_of(samples_db, Document("“Not a crown more,” Istvo Karrandel said. “A gate,” he said, “is a gate.”"))
    tags = [tag for tag, _ in page.tags]
    assert [tags.count(name) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        if (attributes.get("href") or "").startswith("#"):
            assert attributes["href"][1:] in ids
        if "aria-labelledby" in attributes:
            assert attributes["aria-labelledby"] in ids
    assert dict(page.tags)["html"]["lang"] == "en"


def _luminance(colour: str) -> float:
    colour = colour if len(colour) == 7 else "#" + "".join(2 * c for c in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_enough_in_light_dark_and_print(samples_db):
    """WCAG AA: 4.5 to 1 for every pair of ink and paper that the page uses."""
    source, _ = page_of(samples_db, Document("“Not a crown more,” Istvo Karrandel said."))
    palettes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", block))
        for block in re.findall(r":root \{(.*?)\}", source, re.DOTALL)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        names = ("verbatim", "altered", "other-speaker", "other-wording", "not-found")
        pairs = [("ink", "paper"), ("quiet", "paper"), ("link", "paper")]
        pairs += [(f"{name}-ink", name) for name in names] + [("ink", name) for name in names]
        for ink, paper in pairs:
            high, low = sorted((_luminance(palette[ink]), _luminance(palette[paper])), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab “”\"'<>&\n:.…[]Xé\u202e", max_size=120))
def test_any_text_is_a_draft(samples_db, text):
    """No text breaks the report, its line of totals, or the page."""
    report = check_draft(samples_db, Document(text))
    page = Page(draft_page(report))
    assert page.open == []
    assert tally(report)
    assert is_clean(report) in (True, False)
    for found in report.quotes:
        assert all(text[start:end] for start, end in found.spans)


@pytest.mark.parametrize("most", [1000, 0], ids=["all they said", "the likeliest documents"])
def test_other_translations_of_one_occasion_are_told(tmp_path, monkeypatch, most):
    """With the day of the summit, an outlet's own translations are found in the transcript, however much somebody said."""
    monkeypatch.setattr("quotedb.matching.restated.MOST_SAID", most)
    record = tmp_path / "record.db"
    quotedb.ingest(record, [SAMPLES / "2024-05-15-summit.txt"])
    text = (SAMPLES / "2024-05-16-quayside.txt").read_text(encoding="utf-8")
    report = check_draft(record, quotedb.Document(text, title="Handshake", spoken="2024-05-15"))
    told = {found.answer.quote[:20]: found for found in report.quotes}
    mother = told["There is not a mothe"]
    assert (mother.verdict, mother.answer.matches[0].speaker) == ("other-wording", "Istvo Karrandel")
    assert "mother in Calvedro sleeps" in mother.answer.matches[0].text
    assert {op for op, _, _ in mother.answer.matches[0].diff} > {"equal"}
    assert told["complete and endurin"].answer.matches[0].text == "full and patient trust"
    assert told["I have never built a"].verdict == "not-found"


def test_one_sentence_of_a_long_turn_is_not_the_turn(tmp_path):
    """What a draft prints as one long turn is another wording only where half of it is."""
    record = tmp_path / "record.db"
    quotedb.ingest(record, [SAMPLES / "2024-05-15-summit.txt"])
    filler = " ".join(
        f"The {word} were counted twice that winter by the keeper." for word in ("ropes", "bells", "oars") * 6
    )
    turn = f"No mother in Calvedro has slept since that night when the wind turned north. {filler}"
    text = f"Istvo Karrandel: {turn}\n\nMaren Hollisk: Did you?\n\nIstvo Karrandel: I did.\n"
    report = check_draft(record, quotedb.Document(text, title="Talk", spoken="2024-05-15"))
    assert report.quotes[0].verdict == "not-found"


def test_the_report_shows_near_places_that_help_to_look(fresh):
    """Beside a quotation that was not found stands what shares some telling words with it, not what shares a "the"."""
    draft = (
        "“The keepers of the north sold their bread and their oil to the ships before winter,” Mara Olin said. "
        "“The moon was seen over the valley on the day before yesterday,” Mara Olin said."
    )
    report = check_draft(fresh(minutes=MINUTES), Document(draft))
    assert [found.verdict for found in report.quotes] == ["not-found", "not-found"]
    assert all(found.answer.matches for found in report.quotes)
    assert [bool(worth_showing(found)) for found in report.quotes] == [True, False]
