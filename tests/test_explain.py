"""What an explanation says: it shows what decided, it agrees with the result, and it takes any text."""

from __future__ import annotations

import dataclasses
import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from quotedb.cli import main
from quotedb.models import Document
from quotedb.parsing import analyse, explain, explained
from quotedb.parsing.analysis import Trace
from quotedb.parsing.article import quotations
from quotedb.parsing.article.decisions import Ranked
from quotedb.parsing.explanation.lines import Places
from quotedb.parsing.explanation.quoted import explained_quotations
from quotedb.parsing.transcript.resumed import RULE as RESUMED
from quotedb.reading import read

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(p for p in (ROOT / "transcripts").iterdir() if p.suffix != ".csv" and p.name != "README.md")

BRIEFING = """Briefing on the pier, 3 May

Page 1 of 2

{first}: Good evening. Do you hear me at the back?

{second}: We hear you. What will you do about the pier?

{line}

{first}: I will count the planks.

(Laughter.)

They are many, and I know them all.

{second}: And then you will count the nails, I suppose?
"""


def briefing(line: str, first: str = "Ilka Brann", second: str = "Per Osk") -> explained.Explanation:
    return explain(BRIEFING.format(line=line, first=first, second=second))


def line_of(found: explained.Explanation, begins: str) -> explained.Line:
    (line,) = [line for line in found.lines if line.text.startswith(begins)]
    return line


# --- lines


@pytest.mark.parametrize(
    ("begins", "taken_for", "label", "why"),
    [
        ("Briefing on", "heading", None, "short line"),
        ("Page 1 of 2", "furniture", None, "page mark"),
        ("Ilka Brann: Good", "label", "Ilka Brann", "(colon) at the start of a line, seen 2 times"),
        ("Just in general", "speech", "Per Osk", "the turn goes on"),
        ("(Laughter.)", "stage", None, "in brackets"),
        ("They are many", "resumed", "Ilka Brann", "behind what interrupted it"),
    ],
)
def test_every_line_says_what_it_was_taken_for(begins: str, taken_for: str, label: str | None, why: str) -> None:
    line = line_of(briefing("Just in general, I mean."), begins)
    assert (line.taken_for, line.label) == (taken_for, label)
    assert why in line.why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("There is a saying here: count the nails first.", "its first word opens a sentence"),
        ("Note: the second half was not recorded.", "never is a speaker"),
        ("Harbour: that is where we count.", "too little like the sure labels"),
        ("Why not? Because: I say so.", None),
        ("https://pier.example: see there", None),
        ("END 2:41 P.M.", "nobody speaks in a block of this kind"),
        ("It is simple, and everybody on the pier has known it for years: count.", None),
    ],
)
def test_a_line_like_a_label_says_why_it_is_none(line: str, why: str | None) -> None:
    refused = line_of(briefing(line), line).not_a_label
    if why is None:
        assert refused is None
    else:
        assert refused is not None
        assert why in refused.why


def test_the_points_of_a_refused_label_add_up() -> None:
    refused = line_of(briefing("Harbour: that is where we count."), "Harbour").not_a_label
    assert refused is not None
    assert refused.score is not None
    assert refused.needed is not None
    assert refused.score == pytest.approx(sum(points for points, _ in refused.parts), abs=0.02)
    assert refused.score < refused.needed


PROSE = "The pier is old and long, and nobody has counted its planks since the storm. " * 12
#: Documents that look like transcripts and are none, with what decided that.
NO_TURNS = [
    ("".join(f"{who}: {n} points\n" for n in (31, 28, 20) for who in ("Harbour", "Station", "Tower")), "as in a table"),
    (f"The pier\n\n{PROSE}\n\nMayor Karr: I count. Do you?\n\nMayor Karr: I have 200.\n", "make no conversation"),
    (
        "Wish: I would like a roof.\nFear: You may give us none.\nHope: I think that it will do.\n\n" * 5,
        "fields of a form",
    ),
    ("".join(f"Rooms are let. {who} is {n}.\n\n" for who, n in (("Karr", 1), ("Velk", 2))), ""),
]


@pytest.mark.parametrize(("text", "why"), NO_TURNS)
def test_documents_without_turns_say_what_decided_that(text: str, why: str) -> None:
    found = explain(text)
    assert found.turns == 0
    assert not any(label.taken for label in found.labels)
    assert why in found.refused + "".join(label.why + str(label.parts) for label in found.labels)


def test_a_change_of_rendering_inside_a_turn_is_told() -> None:
    text = (
        "PRESIDENT VELT: (In English.) Good evening. I am glad.\n\n(As interpreted.) And now I speak as at home.\n\n"
        "MS. OLANE: Thank you. Do you like it?\n\nPRESIDENT VELT: (As interpreted.) I do. (In English.) Thank you.\n\nMS. OLANE: Good.\n"
    )
    found = [(line.taken_for, line.note) for line in explain(text).lines]
    assert found == [
        ("label", "In English"), ("note", "As interpreted"), ("resumed", None), ("label", None),
        ("label", "As interpreted, then In English"), ("label", None),
    ]  # fmt: skip


def test_labels_are_listed_with_points_places_and_people() -> None:
    found = briefing("Just in general, I mean.")
    first, second = found.labels[:2]
    assert (first.label, first.taken, first.times, first.speakers, first.kind) == (
        "Ilka Brann", 2, 2, ("Ilka Brann",), "person",
    )  # fmt: skip
    assert first.lines == (5, 11)
    assert second.label == "Per Osk"
    assert first.score >= first.needed
    assert any(what == "it alternates with others" for _, what in first.parts)


# --- quotations

ARTICLE = """Council splits over pier

Mayor Dagny Holt told Councillor Arne Velk that the pier was “a ruin that nobody wants.”

“It stands,” Velk answered. “It will stand tomorrow.”

Dagny “the Hammer” Holt has sung in the choir “Nine Bells” for years. The so-called “plan” was hers.

“Nobody counted the nails, and nobody will.”
"""


def quotation(found: explained.Explanation, begins: str) -> explained.Quotation:
    (one,) = [one for one in found.quotations if one.text.startswith(begins)]
    return one


@pytest.mark.parametrize(
    ("begins", "taken_for", "speaker", "why"),
    [
        ("a ruin", "mixed", "Dagny Holt", "subject of a verb before the quote"),
        ("It stands,", "direct", "Arne Velk", "subject and verb after the quote"),
        ("the Hammer", "nobody's words", None, "a nickname"),
        ("plan", "nobody's words", None, "announces a name, a title or a term"),
    ],
)
def test_every_quotation_says_what_decided(begins: str, taken_for: str, speaker: str | None, why: str) -> None:
    found = quotation(explain(ARTICLE), begins)
    assert (found.taken_for, found.speaker) == (taken_for, speaker)
    assert why in found.why


def test_candidates_that_lost_say_why() -> None:
    found = quotation(explain(ARTICLE), "a ruin")
    chosen, *others = found.candidates
    assert (chosen.label, chosen.chosen) == ("Mayor Dagny Holt", True)
    told = {other.speaker: other.why for other in others}
    assert "behind “told”, as the one who is spoken to" in told["Arne Velk"]


def test_ranked_answers_are_shown_with_their_shares() -> None:
    """Where answers were ranked, each has its share, the best first, those that name nobody among them."""
    text = "Ana Orlan told Tor Vesk that the pier was “a ruin that stands.”"
    trace = Trace()
    result = analyse(text, "article", trace)
    (decision,) = trace.decisions
    ranked = (
        Ranked("Ana Orlan", (0, 9), 0.81), Ranked("Tor Vesk", (15, 23), 0.12), Ranked("nobody's words", None, 0.07),
    )  # fmt: skip
    trace.decisions[:] = [dataclasses.replace(decision, ranked=ranked)]
    document = Document(text)
    said = {utterance.start_char: utterance for utterance in result.utterances}
    (found,) = explained_quotations(document, trace, said, Places(text, ()))
    assert [(one.label, one.score, one.chosen, one.why) for one in found.candidates[:3]] == [
        ("Ana Orlan", 0.81, True, "ranked first"),
        ("Tor Vesk", 0.12, False, "ranked lower; it stands behind “told”, as the one who is spoken to or about"),
        ("nobody's words", 0.07, False, "ranked lower"),
    ]
    assert found.candidates[0].speaker == "Ana Orlan"
    assert found.candidates[0].rule.startswith("subject of a verb before the quote")


def test_marks_in_headings_are_told_of() -> None:
    found = explain("Holt: the pier is “finished for good”\n\n“It stands,” Velk said. He left.\n")
    assert any("no running text: heading" in one.why for one in found.quotations) or found.lines[0].taken_for == "text"


# --- it agrees with the result


def check(document: Document) -> explained.Explanation:
    """The explanation is that of the result: same turns, same quotations, every word told of once."""
    found, result = explain(document), analyse(document)
    by_passage = {line.passage: line.label for line in found.lines if line.passage}
    for utterance in result.utterances:
        if utterance.kind == "turn":
            assert by_passage[utterance.passage] == utterance.label
        else:
            (one,) = [one for one in found.quotations if one.start_char == utterance.start_char]
            assert (one.text, one.taken_for, one.speaker, one.rule) == (
                utterance.text, utterance.kind, utterance.speaker, utterance.rule,
            )  # fmt: skip
            assert sum(candidate.chosen for candidate in one.candidates) <= 1
    resumed = {one.passage for one in result.utterances if one.rule == RESUMED}  # these have no label of their own
    assert sum(line.taken_for == "label" for line in found.lines) == found.turns - len(resumed)
    ends = 0
    for line in found.lines:
        assert ends <= line.start_char < line.end_char
        assert document.text[line.start_char : line.end_char].strip() == line.text.strip()
        ends = line.end_char
    assert len(found.problems) == len(result.problems)
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_explained_as_they_are_parsed(path: Path) -> None:
    document = read(path)
    found = check(document)
    told = "".join(line.text for line in found.lines)
    numbers_aside = sum(char.isalpha() for char in document.text)
    assert sum(char.isalpha() for char in told) == numbers_aside, "a line of the document is not told of"


LINES = st.sampled_from(
    ["Ana Velt: Good evening, and you?", "Q    Why?", "MR. OSK. I see.", "(Laughter.)", "4 of 22", "", "", "“No,” he said.",
     "**Per Osk:** I do.", "Ana Velt", "[00:12] Per Osk: so", "Photo: a pier", "# Part two", "The pier is “old.” Velt said it.",
     "Some members: Oh! Ana Velt: Yes. I do. Per Osk: No. You do not.", "- a list", "He told Ana Velt: “Go.”", "| x | y |"]
)  # fmt: skip


@given(st.lists(LINES, max_size=40).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_lines_is_explained(text: str) -> None:
    check(Document(text))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_explained(text: str) -> None:
    explain(text)


def test_explaining_is_linear() -> None:
    """Ten times the words take no more than some fifteen times the time, labels, quotations and refusals together."""

    def seconds(times: int) -> float:
        text = (BRIEFING.format(line="Note: so it is.", first="Ilka Brann", second="Per Osk") + ARTICLE) * times
        begin = time.process_time()
        explain(text)
        return time.process_time() - begin

    seconds(5)
    small = min(seconds(40) for _ in range(2))
    assert seconds(400) < 20 * small + 0.5


# --- the command


def run(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(main, ["parse", "--explain", *arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_page_for_people_is_aligned_and_plain() -> None:
    printed = run("-", stdin=BRIEFING.format(line="Note: so it is.", first="Ilka Brann", second="Per Osk"))
    assert "\x1b[" not in printed
    rows = printed.splitlines()
    assert max(map(len, rows)) <= 110
    assert "     5  label       Ilka Brann  Ilka Brann: Good evening. Do you hear me at the back?" in rows
    assert "     9  speech      Per Osk     Note: so it is." in rows
    assert "no label: “Note” (colon): it is not shaped like a speaker's label" in printed
    assert "4 turns, 2 labels, 2 speakers" in rows


def test_json_has_one_object_a_line() -> None:
    rows = [json.loads(row) for row in run("--json", str(SAMPLES[0])).splitlines()]
    kinds = [row["type"] for row in rows]
    assert list(dict.fromkeys(kinds)) == ["line", "label", "quotation", "summary"]
    assert all(row["document"] == str(SAMPLES[0]) for row in rows)
    kinds_found = rows[-1]["kinds"]
    assert kinds_found.pop("indirect") > 0  # how many, the weights decide
    assert kinds_found == {"mixed": 5, "direct": 13, "turn": 5}
    first = next(row for row in rows if row["type"] == "quotation")
    assert {"taken_for", "rule", "confidence", "candidates", "why"} <= first.keys()


def test_a_refused_file_is_told_of_and_the_next_is_explained(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = CliRunner().invoke(main, ["parse", "--explain", str(tmp_path / "empty.txt"), str(SAMPLES[1])])
    assert result.exit_code == 1
    assert "empty" in result.stderr
    assert "MS. BRANNICK" in result.stdout


def test_pages_of_a_printed_document_are_told(tmp_path: Path) -> None:
    text = (
        "Ana Velt: Good evening, all of you.\n\nPer Osk: And you?\n\nAna Velt: I am well.\n\nPer Osk: Good. I am too.\n"
    )
    pages = (0, text.index("Ana Velt: I am"))
    found = explain(Document(text, pages=pages))
    assert [line.page for line in found.lines] == [1, 1, 2, 2]


def test_no_trace_is_kept_unless_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing builds no decision and no list of reasons."""
    monkeypatch.setattr(quotations, "Decision", None)
    assert analyse(ARTICLE).utterances


def test_a_pipe_is_read(tmp_path: Path) -> None:
    text = BRIEFING.format(line="I see.", first="Ilka Brann", second="Per Osk")
    parsed = CliRunner().invoke(main, ["parse", "-"], input=text)
    assert [json.loads(row)["document"] for row in parsed.stdout.splitlines()] == ["-"] * 5
    ingested = CliRunner().invoke(main, ["ingest", str(tmp_path / "q.db"), "-"], input=text)
    assert ingested.exit_code == 0
    assert "4 new turns" in ingested.output
