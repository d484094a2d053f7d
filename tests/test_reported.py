"""Reported speech: which words of the writer's are a report, whose they are, and what is none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import quotedb
from quotedb import Utterance, ingest, parse, search, verify
from quotedb.database import citation
from quotedb.models import Document

Expected = list[tuple[str, str | None, str | None]]


def reported(text: str, language: str | None = "en") -> list[Utterance]:
    found = [u for u in parse(Document(text, language=language), form="article") if u.kind == "indirect"]
    for utterance in found:
        assert text[utterance.start_char : utterance.end_char] == utterance.text
    return found


def run(text: str) -> Expected:
    return [(u.text, u.speaker, u.cue) for u in reported(text)]


CLAUSES = [
    ("Tor Vesk said that the fleet was lost.", [("that the fleet was lost", "Tor Vesk", "said")]),
    ("Tor Vesk said the fleet was lost at sea.", [("the fleet was lost at sea", "Tor Vesk", "said")]),
    (
        "Tor Vesk, who runs the harbour, argued on Monday that nobody had been asked.",
        [("that nobody had been asked", "Tor Vesk", "argued")],
    ),
    ("Ilse Moren told reporters that the vote was late.", [("that the vote was late", "Ilse Moren", "told")]),
    ("Ilse Moren told the paper the vote had been late.", [("the vote had been late", "Ilse Moren", "told")]),
    (
        "Tor Vesk left early, saying that he had a ferry to catch.",
        [("that he had a ferry to catch", "Tor Vesk", "saying")],
    ),
    (
        "Ilse Moren said that the vote was late and added that the count would take a week.",
        [("that the vote was late", "Ilse Moren", "said"), ("that the count would take a week", "Ilse Moren", "added")],
    ),
    ("Ilse Moren believes that the harbour will freeze.", [("that the harbour will freeze", "Ilse Moren", "believes")]),
]

BEHIND = [
    ("The fleet was lost at sea, Tor Vesk said.", [("The fleet was lost at sea", "Tor Vesk", "said")]),
    ("The fleet was lost at sea, said Tor Vesk.", [("The fleet was lost at sea", "Tor Vesk", "said")]),
    (
        "The fleet, Tor Vesk said on Friday, had never left the harbour at all.",
        [("had never left the harbour at all", "Tor Vesk", "said")],
    ),
]

ACCORDING = [
    (
        "According to Ilse Moren, the harbour will be closed.",
        [("the harbour will be closed", "Ilse Moren", "according to")],
    ),
    (
        "The harbour will be closed, according to Ilse Moren.",
        [("The harbour will be closed", "Ilse Moren", "according to")],
    ),
    (
        "The harbour will be closed, according to Ilse Moren, head of the port authority.",
        [("The harbour will be closed", "Ilse Moren", "according to")],
    ),
]

OTHERS = [
    (
        "Ilse Moren asked whether the harbour would be closed.",
        [("whether the harbour would be closed", "Ilse Moren", "asked")],
    ),
    ("Ilse Moren promised to rebuild the old harbour.", [("to rebuild the old harbour", "Ilse Moren", "promised")]),
    (
        "Ilse Moren urged the council to close the harbour.",
        [("the council to close the harbour", "Ilse Moren", "urged")],
    ),
    ("Ilse Moren warned of a long and bitter winter.", [("a long and bitter winter", "Ilse Moren", "warned")]),
    (
        "Ilse Moren accused the council of hiding the report.",
        [("the council of hiding the report", "Ilse Moren", "accused")],
    ),
    ("Ilse Moren called for a new vote on the harbour.", [("a new vote on the harbour", "Ilse Moren", "called")]),
]

AROUND_MARKS = [
    # what stands in marks is an utterance of its own; the words round it are the writer's
    (
        "Ilse Moren said that the council had known of the leak for years and had done “nothing at all.”",
        [("that the council had known of the leak for years and had done", "Ilse Moren", "said")],
    ),
    # mostly in marks: nothing is left to report
    ("Ilse Moren said that it was “a shame and a waste of everybody's time.”", []),
    ("“We lost it all,” Ilse Moren said.", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES + BEHIND + ACCORDING + OTHERS + AROUND_MARKS)
def test_reports(text: str, expected: Expected) -> None:
    """The content with its conjunction, without the final stop; its source; the word that reports it."""
    assert run(text) == expected


NONE = [
    "Tor Vesk walked to the harbour and bought a boat.",
    "Tor Vesk continued to repair the old boat.",
    "The ship was said to be lost.",
    "Tor Vesk released a report that shows the harbour.",
    "It was late, and the harbour was closed.",
    "The council met on Friday after a long winter.",
    "Tor Vesk criticized it.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_nobody_is_said_to_have_said(text: str) -> None:
    """Plain narration, passives without a source and contents of a word or two report nothing."""
    assert run(text) == []


def test_pronouns_are_resolved_as_in_quotations() -> None:
    """The label stays as printed, the speaker is the person."""
    (report,) = reported("Ilse Moren came to Tarn. She said that the harbour would be closed.")
    assert (report.label, report.speaker) == ("She", "Ilse Moren")


def test_pieces_round_a_quotation_are_one_passage() -> None:
    """A report that a quotation parts is one passage of several pieces; the quotation is another."""
    text = (
        "Ilse Moren said that the council of the old town had “never once” asked the people who live and work at the "
        "harbour about the plan."
    )
    found = parse(text, form="article")
    pieces = [u for u in found if u.kind == "indirect"]
    assert [u.text for u in pieces] == [
        "that the council of the old town had",
        "asked the people who live and work at the harbour about the plan",
    ]
    assert len({u.passage for u in pieces}) == 1
    assert {u.passage for u in found if u.kind == "mixed"}.isdisjoint({u.passage for u in pieces})


def test_nothing_overlaps() -> None:
    """A report inside a report belongs to the outer one."""
    text = "Ilse Moren said that Tor Vesk believed that the council had promised to close the harbour."
    found = parse(text, form="article")
    for first, second in pairwise(found):
        assert first.end_char <= second.start_char


def test_rule_and_confidence_are_given() -> None:
    """Why it was taken for a report is told in words; the confidence is a probability."""
    (report,) = reported("Tor Vesk said that the fleet was lost.")
    assert report.rule == "reported: clause after the verb, its subject"
    assert 0.5 < report.confidence < 1


def test_a_language_without_a_lexicon_has_no_reported_speech() -> None:
    """Where no words are known, none are guessed."""
    text = "De burgemeester Karel Brok heeft maandag gezegd dat de begroting van de stad dit jaar niet sluitend is."
    assert reported(text, language="nl") == []


VIA = [
    ("“It holds,” Tor Vesk said in a statement.", "a statement"),
    ("“It holds,” said Tor Vesk in an interview on Friday.", "an interview"),
    ("“It holds,” Tor Vesk wrote on Twitter.", "Twitter"),
    ("“It holds,” Tor Vesk told reporters on Friday.", "reporters"),
    ("“It holds,” Tor Vesk told the Tarn Courier.", "the Tarn Courier"),
    ("Tor Vesk was quoted by the Lorn news agency as saying “it holds, and it will hold.”", "the Lorn news agency"),
    ("Tor Vesk said in a statement that the fleet was lost.", "a statement"),
    ("Tor Vesk told reporters that the fleet was lost.", "reporters"),
    # nobody passed these on
    ("“It holds,” Tor Vesk told the council.", None),
    ("“It holds,” Tor Vesk said in Tarn.", None),
    ("“It holds,” Tor Vesk told his brother.", None),
]


@pytest.mark.parametrize(("text", "via"), VIA)
def test_through_whom_and_what_words_came(text: str, via: str | None) -> None:
    """Who relayed the words, or what they were said in, as printed."""
    found = parse(text, form="article")
    assert [(utterance.speaker, utterance.via) for utterance in found] == [("Tor Vesk", via)]


def test_reported_words_are_cited_without_marks(tmp_path: Path) -> None:
    """A paraphrase is the document's wording: what is cited says so and has no quotation marks round it."""
    article = tmp_path / "article.txt"
    article.write_text("Tor Vesk said that the fleet of Tarn was lost.\n", encoding="utf-8")
    ingest(tmp_path / "quotes.db", [article])
    (hit,) = search(tmp_path / "quotes.db", "fleet", kind="indirect")
    assert citation(hit).startswith("that the fleet of Tarn was lost [reported, not quoted] — Tor Vesk: ")
    assert not search(tmp_path / "quotes.db", "fleet", kind="direct").hits
    assert verify(tmp_path / "quotes.db", "the fleet of Tarn was lost").flags == ("article-only", "reported-only")


def test_a_relative_clause_reports_no_sentence_before_it() -> None:
    """`It was Orlan, not Vesk, who said "..."` reports nothing but what stands in marks."""
    found = quotedb.parse('It was Orlan, not Vesk, who said "the wells are ours."')
    assert [utterance.text for utterance in found] == ["the wells are ours."]
