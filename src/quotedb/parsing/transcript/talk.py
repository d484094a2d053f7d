"""Whether labels and the words behind them make a talk: weak signs, each worth a few points, weighed together.

No sign decides alone: people who talk ask, answer, say "I" and come back; reviews, lists, minutes and manuals do some of
that, and other things that no talk does. `talk.toml` says how much each sign is worth; it was fitted, by
`python benchmarks/fit_talk.py`, on short talks and on documents that look like talks.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import tomllib
from collections import Counter
from importlib import resources
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.behind import ENTRY, LOOK, is_open, tells_of
from quotedb.parsing.transcript.evidence import OPTIONS
from quotedb.parsing.transcript.said import (
    QUESTION,
    is_signed,
    is_title,
    names_of,
    people,
    said_of,
    tells_of_its_label,
)
from quotedb.parsing.transcript.shape import VOICE, has_a_loud_surname, why_shape
from quotedb.parsing.transcript.surfacekinds import OF_THE_WHOLE, surface_kind
from quotedb.parsing.transcript.wordlists import names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.said import Said
    from quotedb.parsing.transcript.scoring import Part
    from quotedb.parsing.zones.lines import Line

#: So many labels, and so many lines, of a document are weighed: the first.
MOST, MOST_LINES = 150, 600
#: Each sign, and what it says; its value is mostly the share of the labels for which it holds.
SIGNS = {
    "strays": "other lines begin with words and a colon, or with a number, and are no labels",
    "answering": "the words open as an answer does: yes, no, well, thank you",
    "open": "the words end in no full stop",
    "entries": "a few words and no full stop follow, as in a table",
    "plain": "the labels are plain words, no names and no people",
    "handles": "the labels are words without capitals, or codes",
    "rubrics": "the labels sort what is written: pro and con, then and now, plot and music",
    "even": "as much is said behind each label",
    "copied": "the same words come again",
    "others": "he and she are told of, and nobody says I or you",
    "subjectless": "the words open with a verb whose subject is missing, as in minutes",
    "instructing": "the words open as a manual does: take, use, ask",
    "addressed": "those in the room are spoken to, or called by name",
    "mentioned": "others who are named in labels are spoken of",
    "bodies": "the labels name bodies, no people",
    "alone": "one label answers nobody",
    "back": "the labels come back",
    "returning": "two take turns, again and again",
    "once": "four or more speak, and each of them once",
    "told": "the words tell of the one whom the label names",
    "signed": "the labels look like what stands below a letter",
    "asking": "a question is asked, and its speaker goes on",
    "turned": "a question is asked, and somebody else speaks next",
    "oneself": "somebody speaks of himself: I, my",
    "you": "somebody is spoken to: you",
    "reader": "somebody is spoken to by one who neither asks nor says I",
    "stamped": "a time stands at the labels",
    "scheduled": "times of the day, each at a full five minutes, begin the lines, as in a programme",
    "lowered": "small letters follow labels with capitals, as where a record tells what somebody did",
    "counted": "the labels are counted up, and none of them comes back",
    "together": "all answer with one voice, as in prayers and songs",
    "ticked": "answers to tick stand below the labels",
    "bulleted": "a bullet or a number stands before the labels",
    "named": "the labels have several words with capitals",
    "known": "a first name that is known stands in the labels",
    "offices": "the labels are voices, titles and offices",
    "titles": "titles of stories stand behind the labels",
    "long": "much is said behind each label",
}
#: Signs that ask for no words of a language, and that lists and minutes show but no talk, or the reverse: these alone are weighed
#: where nobody listed the words.
FORM = frozenset({"scheduled", "lowered", "counted", "together", "ticked", "signed", "turned", "asking", "addressed"})
#: So many reasons are given.
REASONS = 3
#: So many who speak once each are a crowd; a list may name a few of so many twice, and so large a share once.
CROWD, LONG, ONCE = 4, 8, 0.75
#: Words of fewer characters may be said again; of longer ones so many are compared.
COPIED = 60
#: Of fewer lengths less can be told: one who asks and one who answers may be as brief as each other.
EVEN = 20
#: Who comes back two to the power of this times does so for good.
FULL = 5
#: A label of so few letters is no word.
LETTERS = 2
#: First names with surnames, in the introduction above the first label (characters): `Ana Velt and Bo Olane came to us`.
_PAIR, FRONT = re.compile(r"(?:(?<=[a-zß-öø-ÿ,&] )|(?<=\())([A-Z]\w+) ([A-ZÀ-Þ]\w+)(?=[\s,.;:)’'])(?! [A-Z])"), 4000
#: The bullets of a list, where so large a share of the lines has one.
BULLETS, EVERY = "*•–-", 0.9
_WORD = re.compile(r"[^\W\d_]+")
#: A time of day, without seconds, at the head of a line: `9.30`, `09:30-10:15`, `9 h 30`, `18h`.
_HOUR = re.compile(
    r"^[ \t>#*_|•–-]{0,6}[\[(]?(\d{1,2})(?:[:.](\d{2})(?![\d:]|[.,]\d)|[ \xa0]?[hH](?:[ \xa0]?(\d{2}))?(?!\w))",
    re.MULTILINE,
)
#: A sentence in small letters behind another, where no abbreviation ends.
_SMALL_SENTENCE = re.compile(r"[^\W\d_]{4,}[.?!]\s+[^\W\d_A-ZÀ-ÖØ-Þ]")
_NUMBER = re.compile(r"(\d{1,3})\.?\Z")
#: So many times of day make a programme, each a multiple of so many minutes.
TIMES, ROUND = 3, 5
_BULLET = re.compile(r"[-*•–\d.)]\s+\Z")
_FIELD = re.compile(r"[ \t>#*_•–-]{0,6}[^\W\d_][^:\n.?!]{0,40}:[*_]{0,3}[ \t]|[ \t]{0,6}\d{1,2}[.)][ \t]")
#: What stands behind a name that is called, and before it, in so many characters: a mark, and two short words at most.
_CALLED = re.compile(r"\s?[,.?!…—–]")
_CALLING = re.compile(r"(?:[,.?!…—–]\s|\A\s*)(?:[^\W\d_]{2,12}\.?\s){0,2}\Z")
CALLING = 40
_ASKED_LAST = re.compile(r"[?？؟][\s\"”’'»*_<>/]*\Z")


def weigh(
    text: str, lines: Sequence[Line], accepted: Sequence[Accepted], words: LabelWords, known: bool = True
) -> list[Part]:
    """What speaks for a talk and against it, in points with their reasons; the sum is above 0 where more speaks for it.

    Of a language that is not `known` only the form is weighed, and nothing is expected beforehand.
    """
    worth = weights()
    values = signs(text, lines, accepted[:MOST], words)
    parts = [(worth[name] * values[name], SIGNS[name]) for name in SIGNS if known or name in FORM]
    return [(worth["start"] if known else 0.0, "nothing is known yet"), *parts]


def against(parts: Iterable[Part]) -> str:
    """The reasons that weigh most against a talk, in words."""
    heaviest = sorted(part for part in parts if part[0] < 0 and part[1] in SIGNS.values())[:REASONS]
    return "less speaks for a talk than against it: " + "; ".join(why for _, why in heaviest)


@functools.cache
def weights() -> dict[str, float]:
    """What talk.toml says: points for each sign, and how many a document needs in all."""
    file = resources.files("quotedb.parsing.transcript") / "talk.toml"
    return {name: float(value) for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def signs(text: str, lines: Sequence[Line], accepted: Sequence[Accepted], words: LabelWords) -> dict[str, float]:
    """The value of each sign, 0 to 1."""
    said = said_of(text, accepted)
    shapes = [why_shape(one.label, words) for one in said]
    letters = {one.key for one in said if len(one.key) == 1}
    # V stands for Velt, which is no plain word then, and comes back as V
    short = {one.key: one.key[0] for one in said if " " not in one.key and one.key[0] in letters}
    keys = [short.get(one.key, one.key) for one in said]
    times = Counter(keys)

    def share(holds: Callable[[Said], object]) -> float:
        return sum(bool(holds(one)) for one in said) / len(said)

    def of_labels(holds: Callable[[Said, float, str], object]) -> float:
        return sum(bool(holds(one, *shape)) for one, shape in zip(said, shapes, strict=True)) / len(said)

    # the marks and fields round the labels of such a document are its frame, and no list's
    whole = surface_kind(accepted[0].head) in OF_THE_WHOLE
    known = short.keys() | {
        word.casefold() for pair in _PAIR.findall(text, 0, min(FRONT, accepted[0].head.start)) for word in pair
    }
    known |= {
        word.casefold()
        for one, (shape, _) in zip(said, shapes, strict=True)
        if 0.75 <= shape < 1 and len(names_of(one.label)) > 1
        for word in names_of(one.label)
    }
    return {
        "strays": 0.0 if whole else _strays(text, lines, accepted),
        "answering": share(lambda one: words.answering.match(one.text)),
        "open": share(lambda one: is_open(one.text)),
        "entries": share(lambda one: len(one.text.strip()) < ENTRY and is_open(one.text)),
        "plain": of_labels(lambda one, shape, _why: 0.5 < shape < 0.75 and one.key not in known and _is_plain(one.key, words)),
        "handles": of_labels(lambda _one, shape, _why: shape <= 0.5),
        "rubrics": share(lambda one: _is_rubric(one.key, words)),
        "even": _even([len(one.text) for one in said]),
        "copied": _copied([one.text.strip() for one in said]),
        "others": share(lambda one: words.others.search(one.text) and not words.spoken.search(one.text)),
        "subjectless": share(lambda one: words.subjectless.match(one.text)),
        "instructing": share(lambda one: words.instructing.match(one.text)),
        **_named_others(said, words),
        "bodies": share(lambda one: not words.bodies.isdisjoint(_WORD.findall(one.key))),
        "alone": float(len(times) == 1),
        "back": sum(times[key] > 1 for key in keys) / len(said),
        "returning": _returning(keys),
        "once": float(len(said) >= CROWD and len(people(said, words)) >= len(said) * (1 if len(said) < LONG else ONCE)),
        "told": share(lambda one: tells_of_its_label(one, words) or tells_of(one.text, one.label, words)),
        "signed": of_labels(
            lambda one, shape, _why: shape < 0.9
            and is_signed(one, words)
            and not (times[one.key] > 1 and has_a_loud_surname(one.label))
        ),
        "asking": share(lambda one: QUESTION.search(one.text) and not _ASKED_LAST.search(one.text)),
        "turned": _turned(said),
        "oneself": share(lambda one: words.oneself.search(one.text)),
        "you": share(lambda one: words.you.search(one.text)),
        "reader": share(
            lambda one: words.you.search(one.text) and not (words.oneself.search(one.text) or QUESTION.search(one.text))
        ),
        "stamped": sum(bool(one.head.stamp) for one in accepted) / len(said),
        "bulleted": 0.0 if whole else _bulleted(text, lines, accepted),
        "scheduled": _scheduled(text, lines[: MOST_LINES][-1].end),
        "lowered": _lowered(said),
        "counted": is_counted([one.label for one in said]),
        "together": share(lambda one: one.key in words.together),
        "ticked": share(lambda one: "\n" in one.text and OPTIONS.search(one.text)),
        "named": of_labels(lambda _one, shape, why: 0.75 <= shape < 1 and why != VOICE),
        "known": share(lambda one: not words.given.isdisjoint(map(str.casefold, _WORD.findall(one.label)))),
        "offices": of_labels(lambda _one, shape, _why: shape == 1),
        "titles": share(lambda one: is_title(one.text.split("\n", 1)[0])),
        "long": sum(min(LOOK, len(one.text)) for one in said) / len(said) / LOOK,
    }  # fmt: skip


def _strays(text: str, lines: Sequence[Line], accepted: Sequence[Accepted]) -> float:
    """How many of all lines that begin with a few words and a colon, or are counted, are no labels."""
    labels = {one.head.line for one in accepted}
    # behind the last label that is weighed stand the others, which are no strays
    last = MOST_LINES if len(accepted) < MOST else min(MOST_LINES, accepted[-1].head.line + 1)
    fields = sum(
        number not in labels and _FIELD.match(text, line.start, line.end) is not None
        for number, line in enumerate(lines[:last])
    )
    return fields / (fields + len(accepted))


def _bulleted(text: str, lines: Sequence[Line], accepted: Sequence[Accepted]) -> float:
    """How many labels have a bullet or a number before them; where every line of the page has one, it says nothing of them."""
    marked = sum(bool(_BULLET.search(text[lines[one.head.line].start : one.head.start])) for one in accepted)
    if not marked or not accepted[0].head.bare:
        return marked / len(accepted)
    below = [line for line in lines[accepted[0].head.line : MOST_LINES] if line.end - line.start > 2]
    whole = sum(text[line.start] in BULLETS and text[line.start + 1].isspace() for line in below)
    return 0.0 if whole >= EVERY * len(below) else marked / len(accepted)


def _is_rubric(key: str, words: LabelWords) -> bool:
    """Whether a label sorts what is written: `Pro`, `Then`, `Riddle 4`, `The good`."""
    bare = key.rstrip("0123456789 .")
    return bare in words.rubrics or bare.partition(" ")[2] in words.rubrics


def _copied(said: Sequence[str]) -> float:
    """How often the same long words come again: "Thank you." is said by everybody."""
    long = [words[:COPIED] for words in said if len(words) >= COPIED]
    return (len(long) - len(set(long))) / len(said)


def _scheduled(text: str, end: int) -> float:
    """Whether times of day begin several lines, all of them round: who speaks, speaks at any minute."""
    times = {(int(hour), int(minutes or further or 0)) for hour, minutes, further in _HOUR.findall(text, 0, end)}
    return float(len(times) >= TIMES and all(hour < 25 and minutes % ROUND == 0 for hour, minutes in times))


def _lowered(said: Sequence[Said]) -> float:
    """How often small letters follow a label with a capital, where other sentences have one: not in speech that was only heard."""
    small = sum(one.text[:1].islower() and one.label[:1].isupper() for one in said)
    heard = sum(bool(_SMALL_SENTENCE.search(one.text)) for one in said)
    return small / len(said) if not heard else 0.0


def is_counted(labels: Sequence[str]) -> float:
    """How many labels are counted, where the numbers go up by one from label to label: `Question 1`, `Question 2`."""
    numbers = [int(found[1]) for found in map(_NUMBER.search, labels) if found]
    return len(numbers) / len(labels) if all(b == a + 1 for a, b in itertools.pairwise(numbers)) else 0.0


def _even(lengths: Sequence[int]) -> float:
    """How little the lengths of what is said differ: a list has entries of one kind, and who talks says "No." or tells a story."""
    mean = sum(lengths) / len(lengths)
    if not mean:
        return 0.0
    deviation = math.sqrt(sum((one - mean) ** 2 for one in lengths) / len(lengths))
    return max(0.0, 1 - deviation / mean) * min(1.0, len(lengths) / EVEN)


def _returning(keys: Sequence[str]) -> float:
    """How often a voice comes back right behind one other, counted in doublings: `FULL` of them tell all that can be told."""
    back = sum(first == third != second for first, second, third in zip(keys, keys[1:], keys[2:], strict=False))
    return min(1.0, math.log2(1 + back) / FULL)


def _turned(said: Sequence[Said]) -> float:
    """How often a question is the last that one says, and another answers with none."""
    asked = [bool(_ASKED_LAST.search(one.text)) for one in said]
    pairs = itertools.pairwise(zip(said, asked, strict=True))
    turned = sum(first and not second and one.key != other.key for (one, first), (other, second) in pairs)
    return turned / max(1, len(said) - 1)


def _is_plain(key: str, words: LabelWords) -> bool:
    """Whether a label is neither a known first name nor a word for a person: `Teeth`, `Server`, no `Shop steward`.

    A script without small letters writes names as it writes words.
    """
    tokens = _WORD.findall(key)
    letters = len(key) <= LETTERS  # G and Sz stand for names
    plain = bool(tokens) and key != key.upper() and not letters
    return plain and tokens[0] not in words.given and words.people.isdisjoint(tokens)


def _named_others(said: Sequence[Said], words: LabelWords) -> dict[str, float]:
    """How often those in the room are spoken to ("Madam Chair", "Thank you, Nils."), and how often one only speaks of them."""
    no_names = words.titles | words.particles
    names = {name for one in said for name in names_of(one.label) if name.casefold() not in no_names}
    called = mentioned = 0
    for one in said:
        others = names.difference(names_of(one.label)).intersection(names_in(one.text))
        if words.addressing.search(one.text) or (others and _calls(one.text, others)):
            called += 1
        elif others:
            mentioned += 1
    return {"addressed": called / len(said), "mentioned": mentioned / len(said)}


def _calls(text: str, names: Iterable[str]) -> bool:
    """Whether one of these names is called: between marks, or at the head or the end of a sentence: `Thank you, Nils.`"""
    for name in names:
        place = text.find(name)
        while place >= 0:
            end = place + len(name)
            if _CALLED.match(text, end) and _CALLING.search(text, max(0, place - CALLING), place):
                return True
            place = text.find(name, end)
    return False
