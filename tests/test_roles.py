"""Whose words, where the nearest name does not speak: somebody hears, remembers, quotes, wishes, is called something."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import quotedb
from quotedb.parsing.analysis import analyse

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
import frames  # noqa: E402

PAGE = (ROOT / "docs" / "attribution.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Where the subject does not speak")[2].partition("\n## ")[0]
ROWS = re.findall(r"^\| (?!what|-)(.+?) \| (.+?) \| (.+?) \|$", SECTION, re.MULTILINE)

INTRO = "Edvin Lund and Clara Voss came to the harbour of Tarn on Monday. Simon Pask was there as well.\n\n"


def last(sentence: str) -> quotedb.Utterance:
    """The last quotation of a short article."""
    return [u for u in quotedb.parse(INTRO + sentence, form="article") if u.kind != "indirect"][-1]


@pytest.mark.parametrize(("example", "speaker"), [row[1:] for row in ROWS])
def test_the_page_says_who_speaks(example: str, speaker: str) -> None:
    assert last(example).speaker == (None if speaker == "nobody" else speaker)


SPEAKERS = [
    # a passive: who stands behind "by", near or far
    ("Lund was told by Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund had been told on Friday by Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund was told by Voss that the pier was “lost to the sea.”", "Clara Voss"),
    ("“Where is the key?” Lund was asked by Voss.", "Clara Voss"),
    ("The mayor was told by a clerk: “The pier is lost.”", "a clerk"),
    ("Lund remembers being told by Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund said he had been told by Voss: “The pier is lost.”", "Clara Voss"),
    # somebody is heard, remembered, accused
    ("Lund remembers Voss saying “The pier is lost.”", "Clara Voss"),
    ("Lund heard Voss say: “The pier is lost.”", "Clara Voss"),
    ("“The pier is lost,” Lund recalled Voss telling him.", "Clara Voss"),
    ("Lund accused Voss of saying “The pier is lost.”", "Clara Voss"),
    ("Lund quoted Voss as saying: “The pier is lost.”", "Clara Voss"),
    # the innermost clause
    ("Lund told Voss that Pask had said: “The pier is lost.”", "Simon Pask"),
    ("Lund claims Voss said “The pier is lost.”", "Clara Voss"),
    ("Lund, whom Voss called “a danger to the pier and the town,” left early.", "Clara Voss"),
    ("Lund agreed with Voss, who had said: “The pier is lost.”", "Clara Voss"),
    ("It was Voss, and not Lund, who called the pier “lost to the sea.”", "Clara Voss"),
    ("It was not Lund but Voss who said: “The pier is lost.”", "Clara Voss"),
    ("It was the clerk, rather than the minister, who said: “The pier is lost.”", "the clerk"),
    ("According to Lund, Voss said “The pier is lost.”", "Clara Voss"),
    ("Lund played a recording of Voss saying: “The pier is lost.”", "Clara Voss"),
    ("Lund reported Voss as saying “The pier is lost.”", "Clara Voss"),
    ("Lund, who was once called “a danger to the town” by Voss, left early.", "Clara Voss"),
    ("Lund stood under a sign reading “Go home, all of you.”", "a sign"),
    # quoting and reading out
    ("Lund left the room, quoting Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund read out a statement by Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund got a message from Voss: “The pier is lost.”", "Clara Voss"),
    ("The pier is, in the words of Voss, “lost to the sea.”", "Clara Voss"),
    ("In Voss’s words, the pier is “lost to the sea.”", "Clara Voss"),
    ("Lund reacted to Voss’s claim that the pier was “lost to the sea.”", "Clara Voss"),
    ("Lund pointed to a remark by Voss that the pier was “lost to the sea.”", "Clara Voss"),
    ("Lund retweeted Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund rejected Voss’s description of the pier as “lost to the sea.”", "Clara Voss"),
    # text that is passed on: whose it is, who sent it, for whom it is read
    ("Lund read out Voss’s message: “The pier is lost.”", "Clara Voss"),
    ("Lund retweeted Voss’s post: “The pier is lost.”", "Clara Voss"),
    ("Lund forwarded Voss’s email: “The pier is lost.”", "Clara Voss"),
    ("Lund read out a message sent by Voss: “The pier is lost.”", "Clara Voss"),
    ("Lund read out a message Voss had sent: “The pier is lost.”", "Clara Voss"),
    ("Lund read out a message that Voss had sent him: “The pier is lost.”", "Clara Voss"),
    ("Lund read a statement on behalf of Voss: “The pier is lost.”", "Clara Voss"),
    ("Reading a statement on behalf of Voss, Lund said: “The pier is lost.”", "Clara Voss"),
    ("In a letter from Voss, Lund read: “The pier is lost.”", "Clara Voss"),
    ("Lund, quoting Voss, said: “The pier is lost.”", "Clara Voss"),
    ("Paraphrasing Voss, Lund said: “The pier is lost.”", "Clara Voss"),
    ("“The pier is lost,” Lund said, quoting Voss.", "Clara Voss"),
    ("Lund said Voss’s exact words were: “The pier is lost.”", "Clara Voss"),
    ("“The pier is lost,” Lund says Voss told him.", "Clara Voss"),
    # who hears stands behind what was told
    ("Asked by Voss, “Where is the key?”, Lund left.", "Clara Voss"),
    ("Warned by Voss that the pier was “lost to the sea,” Lund left.", "Clara Voss"),
    ("The letter came on Friday. Lund was told by Voss:\n\n“The pier is lost.”", "Clara Voss"),
]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_somebody_else_than_the_subject_speaks(sentence: str, speaker: str) -> None:
    found = last(sentence)
    assert found.speaker == speaker


SUBJECTS = [
    "Lund told Voss: “The pier is lost.”",
    "Lund was told to leave and answered: “The pier is lost.”",
    "Lund, who was told by Voss to wait, said: “The pier is lost.”",
    "Asked by Voss about the pier, Lund said: “The pier is lost.”",
    "When Lund was asked about the pier, he said “The pier is lost.”",
    "Lund told Voss that the pier was “lost to the sea.”",
    "Lund recalled: “The pier was lost.”",
    "Lund accused Voss of neglect: “The pier is lost.”",
    "Lund wrote a letter to Voss: “The pier is lost.”",
    "Lund was quoted by Voss as saying: “The pier is lost.”",
    "Lund, who met Voss, said: “The pier is lost.”",
    "Lund rejected the report as “lost to reason and sense.”",
    "Lund rejected the claim, saying: “The pier is safe.”",
    "Lund wants to rebuild the pier. “It is lost,” he said.",
    "Lund dismissed that idea as a sign of a council “in love with itself.”",
    "If the pier falls, Lund said, “we are all lost.”",
    "Lund said Voss’s claim that the pier was safe was “lost to reason and sense.”",
    "Lund dismissed criticism of the pier as “lost to reason and sense.”",
    "Lund could only say: “The pier is lost.”",
    "Lund, for one, called it “a danger to the pier and the town.”",
    "Lund was told to wait: “Sit down.” “I will not,” Lund said.",
    "“Where is the key?” Lund was asked. “It is in the sea,” Lund said.",
    "Lund read out his statement: “The pier is lost.”",
    "Lund shared a message on Monday: “The pier is lost.”",
    "Lund answered Voss’s letter: “The pier is lost.”",
    "Lund read Voss’s letter and said: “The pier is lost.”",
    "Lund, citing the law, said: “The pier is lost.”",
    "Speaking on behalf of Voss, Lund said: “The pier is lost.”",
    "“The pier is lost,” Lund said after Voss told him.",
    "Asked by Voss what she would keep, Lund named the harbour and “the last of the old piers.”",
    "Lund said the pier could be described as “a danger to the town.”",
    "Lund endorsed her plan, citing her “long years of patience and work.”",
]


@pytest.mark.parametrize("sentence", SUBJECTS)
def test_the_subject_speaks_after_all(sentence: str) -> None:
    found = last(sentence)
    assert found.speaker == "Edvin Lund"
    assert (found.confidence or 0) > 0.5


NOBODY = [
    "Lund was told: “The pier is lost.”",
    "Lund was told that the pier was “lost to the sea and the wind.”",
    "“The pier is lost,” Lund was told.",
    "“Where is the key?” Lund was asked at the gate.",
    "When Lund was asked, “Where is the key?” he left the room.",
    "Lund recalled being told: “The pier is lost.”",
    "Lund received a letter: “The pier is lost.”",
    "“The pier is lost,” Lund was told. “It will fall tonight.”",
    "“The pier,” Lund was told, “is lost to the sea.”",
    "Lund asked who had said “The pier is lost.”",
    "Nobody knows who said “The pier is lost.”",
    "Lund was met with shouts of “Go home!”",
    "Shouts of “Go home!” met Lund at the gate.",
    "It was not Lund who said “The pier is lost.”",
    "Lund was described as “a danger to the pier and the town.”",
    "Lund read the message on his phone: “Shame on you, minister!”",
    "Lund opened the envelope: “The pier is lost.”",
    "Lund wore a shirt with the words “The pier is lost.”",
    "Asked “Where is the key?”, Lund left the room.",
    "Told “you will pay for this one day”, Lund laughed.",
    "Told he was “a danger to the town and the sea,” Lund laughed.",
    "Confronted with the words “You will pay for this one day”, Lund laughed.",
    "Lund complained that he had been called “a thief and a drunk.”",
    "Lund, dubbed “the last of the harbour men,” left early.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_where_nobody_is_named_nobody_is_guessed(sentence: str) -> None:
    found = last(sentence)
    assert (found.label, found.speaker, found.confidence) == (None, None, 0)


DOUBTED = [
    ("If Lund says “The pier is lost,” the talks are over.", "imagined"),
    ("Unless Lund says “The pier is lost,” the talks are over.", "imagined"),
    ("Had Lund said “The pier is lost,” the talks would be over.", "imagined"),
    ("Lund wants Voss to say “The pier is lost.”", "imagined"),
    ("Lund hopes that Voss will say “The pier is lost.”", "imagined"),
    ("Lund is waiting for Voss to say “The pier is lost.”", "imagined"),
    ("Lund would like to hear Voss say “The pier is lost.”", "imagined"),
    ("Lund avoided calling the pier “lost to the sea.”", "imagined"),
    ("Lund stopped short of saying “The pier is lost.”", "imagined"),
    ("Lund failed to say “The pier is lost.”", "denied"),
    ("Lund did not go so far as to say “The pier is lost.”", "denied"),
    ("Lund might say “The pier is lost.”", "open whether it was said"),
    ("Lund brushed off claims that he was “a danger to the town.”", "open whether it was said"),
    ("Lund thanked Voss for saying “The pier is lost.”", "open whether it was said"),
    ("Lund denied that he was “a danger to the pier and the town.”", "open whether it was said"),
    ("Lund denied having said “The pier is lost.”", "open whether it was said"),
    ("Lund rejected claims that he had said “The pier is lost.”", "open whether it was said"),
    ("Lund accused Voss of calling the pier “a danger to the town.”", "open whether it was said"),
    ("Lund said he was told: “The pier is lost.”", "at second hand"),
    ("Lund told Voss that Pask called the pier “a danger to the town.”", "at second hand"),
    ("Lund used Voss’s phrase, “lost to the sea and the wind,” in his speech.", "at second hand"),
    ("Lund objected to Voss’s words: “The pier is lost.”", "at second hand"),
    ("Lund laughed at her remark: “The pier is lost.”", "at second hand"),
]
DOUBTED += [
    ("Neither Lund nor Voss said: “The pier is lost.”", "denied"),
    ("Neither of them said “The pier is lost.”", "denied"),
    ("It is not true that Lund said “The pier is lost.”", "denied"),
    ("It is false that Lund said “The pier is lost.”", "denied"),
    ("Lund never used the words “The pier is lost.”", "denied"),
    ("A post claiming that Lund said “The pier is lost” is false.", "denied"),
    ("An AI-generated clip in which Lund says “The pier is lost” spread on Monday.", "denied"),
    ("A fake video shows Lund saying “The pier is lost.”", "denied"),
    ("Lund urged voters not to say “The pier is lost.”", "imagined"),
    ("Lund imagined the headline: “The pier is lost.”", "imagined"),
    ("In a sketch, Simon Pask as Lund says: “The pier is lost.”", "imagined"),
    ("Lund allegedly said: “The pier is lost.”", "open whether it was said"),
    ("Lund is alleged to have said “The pier is lost.”", "open whether it was said"),
]
PROBLEMS = {
    "denied": "denied-words",
    "imagined": "imagined-words",
    "open whether it was said": "open-whether-said",
    "at second hand": "second-hand",
}


@pytest.mark.parametrize(("sentence", "doubt"), DOUBTED)
def test_what_is_open_is_marked(sentence: str, doubt: str) -> None:
    """Rule, confidence and a problem say that the words may be nobody's, or somebody else's."""
    found = last(sentence)
    assert found.rule is not None
    assert found.rule.endswith("; " + doubt)
    assert (found.confidence or 0) <= (0.3 if doubt in ("imagined", "denied") else 0.5)
    assert found.speaker is None or doubt not in ("imagined", "denied")
    assert PROBLEMS[doubt] in {problem.code for problem in analyse(INTRO + sentence, "article").problems}


SAID_AFTER_ALL = [
    "It is true that Lund said “The pier is lost.”",
    "Lund said it was not true: “The pier is lost.”",
    "Lund dismissed the clip as a fake, saying: “The pier is lost.”",
    "Lund shared a fake video of the pier and said: “The pier is lost.”",
    "In a sketch of the plan, Lund wrote: “The pier is lost.”",
    "Lund used the words “The pier is lost.”",
    "Lund, who reportedly left the pier, said: “The pier is lost.”",
    "Lund told Voss not to worry, saying: “The pier is lost.”",
]


@pytest.mark.parametrize("sentence", SAID_AFTER_ALL)
def test_a_word_for_what_is_untrue_does_not_reach_what_was_said(sentence: str) -> None:
    found = last(sentence)
    assert (found.speaker, (found.confidence or 0) > 0.5) == ("Edvin Lund", True)


ALLEGED = [
    ("Edvin Lund kam am Montag nach Tarn.\n\nLund soll gesagt haben: „Der Steg ist für immer verloren.“", "Edvin Lund"),
    (
        "Edvin Lund kam am Montag nach Tarn.\n\nLund hat angeblich gesagt: „Der Steg ist für immer verloren.“",
        "Edvin Lund",
    ),
    ("Clara Voss est venue lundi à Tarn.\n\nElle aurait dit : « Le pont est perdu pour toujours. »", "Clara Voss"),
]


@pytest.mark.parametrize(("text", "speaker"), ALLEGED)
def test_what_is_alleged_is_open_in_german_and_french(text: str, speaker: str) -> None:
    found = analyse(text, "article")
    said = [u for u in found.utterances if u.kind != "indirect"][-1]
    assert (said.speaker, (said.confidence or 0) <= 0.5) == (speaker, True)
    assert "open-whether-said" in {problem.code for problem in found.problems}


VIA = [
    ("Lund recalled Voss saying “The pier is lost.”", "Lund"),
    ("Lund told Pask that Voss had said: “The pier is lost.”", "Lund"),
    ("Lund quoted Voss: “The pier is lost.”", "Lund"),
    ("Lund read out Voss’s letter: “The pier is lost.”", "Lund"),
    ("Reading a statement on behalf of Voss, Lund said: “The pier is lost.”", "Lund"),
]


@pytest.mark.parametrize(("sentence", "via"), VIA)
def test_who_passes_the_words_on_is_kept_apart(sentence: str, via: str) -> None:
    assert (last(sentence).speaker, last(sentence).via) == ("Clara Voss", via)


def test_a_name_of_two_is_open_and_both_are_told() -> None:
    text = "Edvin Lund runs the ferry of Tarn. His wife, Clara Lund, sells tickets.\n\n“The pier is lost,” Lund said."
    found = analyse(text, "article")
    assert (found.utterances[0].confidence or 0) <= 0.5
    (problem,) = found.problems
    assert (problem.code, "Edvin Lund; Clara Lund" in problem.message) == ("ambiguous-name", True)


def test_the_frames_are_whole() -> None:
    """Every line of the measuring has words in marks, and who said them."""
    for half in frames.HALVES:
        lines = list(frames.lines(half))
        assert len(lines) >= 150
        for line in lines:
            assert line.text[line.end] in '"”', line.frame
            assert all(line.wanted), line.frame
