"""The sample documents and the hand-made record of what stands in them agree with each other."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from quotedb.reading import read

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import print_samples  # noqa: E402

SAMPLES = ROOT / "transcripts"
GOLD = ROOT / "tests" / "gold"
FILES = sorted(path for path in SAMPLES.iterdir() if path.name not in {"about.csv", "README.md"})
COLUMNS = ["file", "title", "publisher", "published", "spoken", "event", "url"]
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
MARKS = {"“": "”", '"': '"', "''": "''", "'": "'", "‘": "’", "«": "»"}


class Page(HTMLParser):
    """The words of a page as a reader sees them, and what its head says about it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.about: set[str] = set()
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"head", "script", "style"}:
            self.hidden += 1
        if tag == "meta":
            self.about.add(given.get("name") or given.get("property") or "")
        if tag == "link" and given.get("rel") == "canonical":
            self.about.add("canonical")
        if tag in {"p", "h1", "h2", "figcaption", "li"}:
            self.words.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"head", "script", "style"}:
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def page(path: Path) -> Page:
    parser = Page()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


VOICE = re.compile(r"<v ([^>]+)>")


def heard(path: Path) -> str:
    """The words of captions as a listener gets them: each voice named where it begins, times and notes left out."""
    cues = re.findall(r"^\S+ --> \S+\n(.+(?:\n.+)*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    parts, last = [], ""
    for cue in cues:
        voice = VOICE.match(cue)
        name = voice[1] if voice else ""
        words = html.unescape(re.sub(r"<[^>]+>", "", cue))
        parts.append(f" {words}" if name and name == last else f"\n\n{name}: {words}" if name else f"\n\n{words}")
        last = name
    return "".join(parts)


def readable(path: Path) -> str:
    if path.suffix == ".vtt":
        return heard(path)
    if path.name in print_samples.PRINTED:
        return print_samples.words_of(path.name)
    return "".join(page(path).words) if path.suffix == ".html" else path.read_text(encoding="utf-8")


def gold(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8"))
    return found


def about_rows() -> dict[str, dict[str, str]]:
    with (SAMPLES / "about.csv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row for row in csv.DictReader(lines)}


def stands_in_marks(text: str, quote: str) -> bool:
    """An opening mark stands before it; the closing one behind, or the paragraph's end where the quotation goes on."""
    return any(
        f"{before}{quote}{after}" in text or f"{before}{quote}\n\n{before}" in text for before, after in MARKS.items()
    )


def one_space(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_every_sample_has_a_record_and_every_record_a_sample() -> None:
    """No document without its record, no record of a document that is gone, and at least ten of them."""
    assert {path.stem for path in FILES} == {path.stem for path in GOLD.glob("*.json")}
    assert len(FILES) >= 10
    assert {gold(path)["file"] for path in FILES} == {path.name for path in FILES}


def test_a_sample_is_long_enough_to_be_read(sample: Path) -> None:
    """A sample is a document and no snippet: 400 words or more, and short enough for one sitting."""
    assert 400 <= len(readable(sample).split()) <= 1600


def test_a_sample_says_where_it_comes_from(sample: Path) -> None:
    """Title, publisher, date and address stand in about.csv, in the front matter or in the page's head."""
    row = about_rows().get(sample.name, {})
    known = {column for column, value in row.items() if value}
    if sample.suffix == ".md":
        known |= set(yaml.safe_load(sample.read_text(encoding="utf-8").split("---\n")[1]))
    if sample.suffix == ".html":
        names = {
            "og:title": "title",
            "og:site_name": "publisher",
            "article:published_time": "published",
            "canonical": "url",
        }
        known |= {column for name, column in names.items() if name in page(sample).about}
    assert known >= {"title", "publisher", "published", "url"}


def test_about_csv_is_in_order() -> None:
    """Its columns are the known ones, its dates ISO dates, its addresses lead nowhere real, its files exist."""
    rows = about_rows()
    assert all(list(row) == COLUMNS for row in rows.values())
    assert set(rows) <= {path.name for path in FILES}
    dates = [row[column] for row in rows.values() for column in ("published", "spoken") if row[column]]
    assert all(ISO_DATE.match(date) for date in dates)
    hosts = {row["url"].split("/")[2] for row in rows.values() if row["url"]}
    assert all(host.endswith((".example", ".example.org")) for host in hosts)


def test_the_recorded_turns_stand_in_the_document_in_order(sample: Path) -> None:
    """The label stands right before a turn's first words, and its last words before the next turn's label."""
    text = one_space(readable(sample))
    place = 0
    for turn in gold(sample)["turns"]:
        begins = text.find(turn["begins"], place)
        ends = text.find(turn["ends"], begins)
        assert place <= begins <= ends, turn
        assert turn["label"] in text[max(place, begins - len(turn["label"]) - 30) : begins], turn
        place = ends + len(turn["ends"])
        renderings = {"translated": "translated", "as": "interpreted"}
        assert turn["rendering"] == (renderings[turn["note"].split()[0]] if turn["note"] else "unknown")


def test_the_recorded_sections_are_headings_of_the_document(sample: Path) -> None:
    """A turn's section is a line of the document, with or without the signs of a heading round it."""
    lines = {line.strip("# :\t") for line in readable(sample).splitlines()}
    assert {turn["section"] for turn in gold(sample)["turns"] if turn["section"]} <= lines


def test_the_recorded_quotations_stand_in_marks(sample: Path) -> None:
    """The exact words of a quotation, and of what nobody said, stand between marks in the document."""
    text, record = readable(sample), gold(sample)
    quotes = [quote["text"] for quote in record["quotes"] + record["headline_quotes"]]
    for quote in quotes + record["not_quotes"]:
        assert stands_in_marks(text, quote), quote


@pytest.mark.parametrize("sample", [path for path in FILES if not gold(path)["turns"]], ids=lambda path: path.name)
def test_nothing_in_double_marks_is_forgotten(sample: Path) -> None:
    """In an article, whatever stands in double marks is recorded as somebody's words, as nobody's or as outside."""
    text, record = readable(sample), gold(sample)
    known = [quote["text"] for quote in record["quotes"] + record["headline_quotes"]] + record["not_quotes"]
    for match in re.finditer(r"“([^“”]*?)(?=”|\n\n)|\"([^\"]*)\"|''(.+?)''", text):
        words = match[1] or match[2] or match[3]
        assert words in known or any(words in line for line in record["outside"]), words


def test_the_recorded_speakers_are_named_in_the_document(sample: Path) -> None:
    """Labels are printed as recorded; a speaker's name stands in the document, be it in capitals."""
    text, record = one_space(readable(sample)), gold(sample)
    for quote in record["quotes"]:
        assert quote["label"] is None or quote["label"] in text, quote
        assert quote["via"] is None or quote["via"] in text, quote
        assert quote["kind"] in {"direct", "mixed"}
        assert quote["speakers"]
    named = {name for quote in record["quotes"] for name in quote["speakers"]}
    for name in named | {turn["speaker"] for turn in record["turns"]}:
        assert name.casefold() in text.casefold(), name


def test_pieces_of_one_quotation_follow_each_other_and_agree(sample: Path) -> None:
    """Passages are numbered in the order of the text; the pieces of one have one kind and one set of speakers."""
    seen: dict[int, tuple[str, list[str]]] = {}
    for quote in gold(sample)["quotes"]:
        assert quote["passage"] in {len(seen), len(seen) + 1}, quote
        assert seen.setdefault(quote["passage"], (quote["kind"], quote["speakers"])) == (
            quote["kind"],
            quote["speakers"],
        )


def test_what_is_outside_stands_in_the_document(sample: Path) -> None:
    """Captions, comments and procedural lines are recorded as they stand."""
    text = one_space(readable(sample))
    for line in gold(sample)["outside"]:
        assert line in text, line


def test_the_wire_copy_is_the_same_text_in_two_papers() -> None:
    """Two files with one text and two publishers: one document, two sources."""
    first, second = SAMPLES / "2024-08-22-surge.txt", SAMPLES / "2024-08-23-advertiser.txt"
    rows = about_rows()
    assert first.read_bytes() == second.read_bytes()
    assert rows[first.name]["publisher"] != rows[second.name]["publisher"]
    assert rows[first.name]["url"] != rows[second.name]["url"]


@pytest.mark.parametrize("name", print_samples.PRINTED)
def test_printed_samples_are_what_the_program_prints(name: str) -> None:
    """The PDF and the Word file hold the words of docs/print_samples.py, and printing them again changes nothing."""
    content = print_samples.PRINTED[name]()
    assert content == print_samples.PRINTED[name]()
    fresh, kept = (read(io.BytesIO(one)) for one in (content, (SAMPLES / name).read_bytes()))
    assert (kept.text, kept.pages) == (fresh.text, fresh.pages)
    assert one_space(kept.text) == one_space(print_samples.words_of(name))


def test_reported_speech_stands_in_the_document_outside_marks(sample: Path) -> None:
    """The exact characters of the document, three words at least, of somebody who is named, and no quotation."""
    record = gold(sample)
    quotes = {quote["text"] for quote in record["quotes"]}
    text = one_space(readable(sample)) if record["reported"] else ""
    for report in record["reported"]:
        assert set(report) == {"text", "label", "speakers", "cue", "passage"}
        assert one_space(report["text"]) in text
        assert one_space(report["label"]).lower() in text.lower()
        assert len(report["text"].split()) >= 3
        assert report["speakers"]
        assert report["text"] not in quotes
    passages = [report["passage"] for report in record["reported"]]
    assert passages == sorted(passages)
