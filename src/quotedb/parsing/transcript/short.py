"""Short documents in which hardly anybody speaks twice: what makes labels sure that do not come back often.

Each rule looks at all candidates of a document together and gives those that are sure, or none.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.behind import LOOK, is_open
from quotedb.parsing.transcript.evidence import Evidence
from quotedb.parsing.transcript.shape import is_titled
from quotedb.parsing.transcript.surfacekinds import FIRM, layout_key, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.surfaces import Head

#: Above the first of two voices stand no more lines.
TOP = 6
#: No more stands above the first of several names alone on their lines (characters): a title, a sentence, a date.
ABOVE = 300
#: A longer opening has no more characters than these, and than such a share of the talk below it up to its last label.
OPENING, SHORTER = 1200, 0.6
#: A label that looks so much like one is a full name.
NAMED = 0.75
#: So little like a name a first name in small letters or initials look; surfaces that mark it well beside the firm ones.
SHORT_NAME, MARKED = 0.3, frozenset({"sign", "row", "bold"})
#: Where names come back, "I" or "you" stands behind so large a share of them; behind so large a share where none does.
HEARD, SPOKEN = 0.25, 0.5
#: Below no larger a share of the names stands something that is no speech.
NO_SPEECH = 0.4
#: Surfaces on which records print titled names, and those of them on which nothing else does.
PRINTED, STOPPED = FIRM | {"dash"}, frozenset({"stop", "stop dash", "dash"})
#: Before a full stop a word is an abbreviation where it has no more letters than these.
SHORTEST = 3
#: A surname alone looks so much like a name; so many lines, at least, begin with names where nothing else sets these off.
SHORTENED, LINES = 0.5, 4
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: So many characters, at least, stand behind the only label where it opens a record.
SPEECH = 120
#: So many titled people, one of them under two labels, are a record although nobody's label comes back.
FEWEST_TITLED = 6


def of_a_short_document(
    found: Sequence[Evidence], paragraphs: int, doubtful: bool = False, promised: bool = False
) -> list[Evidence]:
    """The labels of a document in which none of them comes back so often that it is sure by itself.

    With `doubtful` names that stand once count, too, whatever is said behind them; where a transcript is `promised` above
    them, labels that are no full names.
    """
    return (
        _strong_singles(found)
        or _under_two_labels(found)
        or _line_by_line(found)
        or _few_voices(found)
        or _by_themselves(found)
        or _in_turn(found)
        or _exchange(found, paragraphs)
        or _record(found)
        or _noted(found)
        or _letters(found)
        or (_named_once(found) if doubtful else [])
        or (_told_of(found) if promised else [])
    )


def _strong_singles(found: Sequence[Evidence]) -> list[Evidence]:
    """Documents where nobody speaks twice: two or more full names or voices that speak to somebody.

    A list of names with descriptions has the same labels, but nobody says "I" or "you" in it.
    """
    firm = [e for e in found if e.shape >= 0.5 and not e.prose and any(surface_kind(h) in FIRM for h in e.heads)]
    firm = [e for e in firm if (e.heads[0].line > 0 or e.shape >= 0.9) and e.entries < 1 and not e.lower]
    firm = [e for e in firm if e.shape == 1 or len(e.key) > SHORTEST or surface_kind(e.heads[0]) not in STOPPED]
    if not any(e.shape >= 0.75 for e in firm):
        firm = [e for e in found if e.shape >= 0.9 and e.spoken and not e.listed and e.entries < 1 and e.open < 1]
        firm = firm if len(firm) >= 3 else []
    # where titled people come back under a shorter label, a record may have short calls that speak to nobody
    last = Counter(e.key.rpartition(" ")[2] for e in firm if e.shape >= 0.9 and " " in e.key)
    least = 0.25 if any(times > 1 for times in last.values()) and len(firm) >= FEWEST_TITLED else 0.5
    if not firm or sum(bool(e.spoken) for e in firm) < least * len(firm):
        return []
    for evidence in firm:
        evidence.sure = True
    return firm


def _under_two_labels(found: Sequence[Evidence]) -> list[Evidence]:
    """Two or more who come back under a shorter label: in full and by surname, with a bracket and without.

    `Ana Velt (TP): ...`, `Minister Bo Olane: ...` and below them `Ana Velt: ...`, `Olane: ...`: it needs no word of the language.
    """
    by_kind: dict[str, list[Evidence]] = defaultdict(list)
    for evidence in found:
        if evidence.shape >= SHORTENED and all(surface_kind(head) in FIRM for head in evidence.heads):
            by_kind[surface_kind(evidence.heads[0])].append(evidence)
    for group in by_kind.values():
        people: dict[str, list[Evidence]] = defaultdict(list)
        for evidence in group:
            name = _IN_BRACKETS.sub("", evidence.key).partition(",")[0].strip()
            people[name.rpartition(" ")[2]].append(evidence)
        back = {last: forms for last, forms in people.items() if len({e.key for e in forms}) > 1}
        voices = [e for forms in back.values() for e in forms]
        order = [last for _, last in sorted((h.start, last) for last in back for e in back[last] for h in e.heads)]
        turns = all(before != after for before, after in itertools.pairwise(order))
        named = all(any(e.shape >= NAMED for e in forms) for forms in back.values())
        if len(back) < 2 or not turns or not named or any(e.prose or e.lower for e in voices):
            continue
        if _is_no_speech(voices, len(order)):
            continue
        for evidence in voices:
            evidence.sure, evidence.dropped = True, ""
        return voices
    return []


def _line_by_line(found: Sequence[Evidence]) -> list[Evidence]:
    """Names with an initial at the head of every line from the first of them to the last, one of whom speaks again, and one asks.

    `А.Вельт Добрый вечер.`: the page lost what set them off, and no list has its names in such an order.
    """
    names = [e for e in found if e.shape >= NAMED and all(surface_kind(head) == "lost" for head in e.heads)]
    order = sorted((head.line, e.key) for e in names for head in e.heads)
    whole = len(order) >= LINES and order[-1][0] - order[0][0] == len(order) - 1 and len(order) > len(names) > 1
    turns = all(before[1] != after[1] for before, after in itertools.pairwise(order))
    if not whole or not turns or not any(e.asks for e in names):
        return []
    for evidence in names:
        evidence.sure, evidence.dropped = True, ""
    return names


def _few_voices(found: Sequence[Evidence]) -> list[Evidence]:
    """A short document in which two speak and one speaks again: names set alike, and everybody says "I" or "you".

    The first of them stands near the top, so that nobody's text is above it.
    """
    by_layout: dict[tuple[str, str, bool], list[Evidence]] = defaultdict(list)
    for evidence in found:
        whole = evidence.spoken >= 1 and max(evidence.listed, evidence.entries, evidence.open) <= 0.5
        if evidence.shape >= 0.75 and whole and not evidence.lower:
            by_layout[layout_key(evidence.heads[0])].append(evidence)
    for group in by_layout.values():
        order = [key for _, key in sorted((head.start, e.key) for e in group for head in e.heads)]
        again = len(order) > len(group) > 1 and all(before != after for before, after in itertools.pairwise(order))
        if again and (min(e.heads[0].line for e in group) <= TOP or _near_the_top(group)):
            for evidence in group:
                evidence.sure = True
            return group
    return []


def _by_themselves(found: Sequence[Evidence]) -> list[Evidence]:
    """A short document of names alone on their lines, below a blank one, from its top on, and whole sentences below each.

    Headings of a guide have the same form. Nobody says "I" and turns to another below them, and they do not come back.
    """
    by_layout: dict[tuple[str, str, bool], list[Evidence]] = defaultdict(list)
    for evidence in found:
        if evidence.shape >= NAMED and not evidence.below and all(head.bare for head in evidence.heads):
            by_layout[layout_key(evidence.heads[0])].append(evidence)
    for group in by_layout.values():
        order = [key for _, key in sorted((head.start, e.key) for e in group for head in e.heads)]
        first = min((e.heads[0] for e in group), key=lambda head: head.start)
        if len(group) < 2 or first.line > TOP or first.start > ABOVE or any(e.lower or e.prose for e in group):
            continue
        if any(before == after for before, after in itertools.pairwise(order)) or _is_no_speech(group, len(order)):
            continue
        spoken = sum(e.spoken * len(e.heads) for e in group) / len(order)
        oneself, known = any(e.oneself for e in group), any(e.known for e in group)
        answered = any(e.calls for e in group) or (known and any(e.asks_next for e in group))
        again = len(order) > len(group) and (oneself or known) and spoken >= HEARD
        if again or (answered and oneself and spoken >= SPOKEN):
            for evidence in group:
                evidence.sure, evidence.dropped = True, ""
            return group
    return []


def _in_turn(found: Sequence[Evidence]) -> list[Evidence]:
    """A short document in which a few speak in turn under first names, initials or handles, with a firm mark each.

    Everybody says "I", and somebody calls another: by a name, or with "Mr. President".
    """
    by_layout: dict[tuple[str, str, bool], list[Evidence]] = defaultdict(list)
    for evidence in found:
        if evidence.shape >= SHORT_NAME and all(_is_marked(head) for head in evidence.heads):
            by_layout[layout_key(evidence.heads[0])].append(evidence)
    for group in by_layout.values():
        order = [key for _, key in sorted((head.start, e.key) for e in group for head in e.heads)]
        turns = all(before != after for before, after in itertools.pairwise(order))
        if not turns or not len(order) > len(group) > 1 or not _near_the_top(group):
            continue
        if any(e.prose for e in group) or _is_no_speech(group, len(order)):
            continue
        if all(e.oneself for e in group) and any(e.calls for e in group):
            for evidence in group:
                evidence.sure, evidence.dropped = True, ""
            return group
    return []


def _record(found: Sequence[Evidence]) -> list[Evidence]:
    """The opening of a record: titled names, all set alike with whole sentences behind, and somebody is spoken to.

    `O SR. PRESIDENTE (Ana Velt) - Declaro aberta a sessão.`: a dash does for the colon where the names stand in capitals.
    """
    by_layout: dict[tuple[str, str, bool], list[Evidence]] = defaultdict(list)
    for evidence in found:
        head = evidence.heads[0]
        if evidence.titled and surface_kind(head) in PRINTED and not (evidence.lower or evidence.prose):
            by_layout[layout_key(head)].append(evidence)
    for group in by_layout.values():
        stopped = len(group) > 1 and surface_kind(group[0].heads[0]) in STOPPED
        if _is_no_speech(group, sum(len(e.heads) for e in group)) or not (stopped or any(e.calls for e in group)):
            continue
        for evidence in group:
            evidence.sure, evidence.dropped = True, ""
        return group
    return []


def opens_a_record(text: str, head: Head, words: LabelWords) -> bool:
    """Whether a titled name, as records print it, opens with whole sentences in which somebody speaks: `Mr. Velt. I am glad ...`"""
    said = text[head.body : head.body + LOOK]
    ends = head.body + LOOK >= len(text)  # where the page breaks off, a speech has just begun
    whole = (len(said) >= SPEECH or ends) and not is_open(said) and not said[:1].islower()
    spoken = words.addressing.search(said) or words.oneself.search(said)
    return whole and bool(spoken) and surface_kind(head) in PRINTED and is_titled(head.label, words)


def _near_the_top(group: Sequence[Evidence]) -> bool:
    """Whether little stands above the first of these labels: a few short lines, or an opening shorter than the talk."""
    first, last = min(e.heads[0].start for e in group), max(e.heads[-1].start for e in group)
    return first <= ABOVE or first <= min(OPENING, SHORTER * (last - first))


def _is_marked(head: Head) -> bool:
    return surface_kind(head) in FIRM | MARKED or head.stamp is not None


def _is_no_speech(group: Sequence[Evidence], places: int) -> bool:
    """Whether entries, open lines, other names or words about the person stand below too many of the names."""
    against = (
        sum(e.listed * len(e.heads) for e in group),
        sum(e.entries * len(e.heads) for e in group),
        sum(e.open * len(e.heads) for e in group),
        sum(e.minuted * len(e.heads) for e in group),
        sum(e.narrated * len(e.heads) for e in group),
    )
    return max(against) > NO_SPEECH * places


def _exchange(found: Sequence[Evidence], paragraphs: int) -> list[Evidence]:
    """A short document of nothing but names and what they say: whole sentences behind each, and somebody asks.

    `Lena Marrow: The lanterns stay lit.` and below it `Tarik Osk: All of them?`, with no line besides.
    """
    voices = [e for e in found if e.shape >= 0.75 and any(surface_kind(head) in FIRM for head in e.heads)]
    covered = sum(len(e.heads) for e in voices) >= max(2, paragraphs)
    whole = all(e.open == 0 and not e.lower and not e.minuted for e in voices)
    if len(voices) < 2 or not covered or not whole or not any(e.asks for e in voices):
        return []
    for evidence in voices:
        evidence.sure, evidence.dropped = True, ""
    return voices


def _noted(found: Sequence[Evidence]) -> list[Evidence]:
    """A single full name whose label says how the words reached us: `President Ana Velt (as interpreted): ...`."""
    noted = [
        e
        for e in found
        if e.shape >= 0.75 and surface_kind(e.heads[0]) in FIRM and e.heads[0].delivered and not e.lower
    ]
    for evidence in noted:
        evidence.sure, evidence.dropped = True, ""
    return noted


def _letters(found: Sequence[Evidence]) -> list[Evidence]:
    """One question and its answer under single letters or signs: `問　...？` and `答　...。`"""
    letters = [e for e in found if len(e.key) == 1 and e.shape == 1]
    asked = len(letters) == 2 and letters[0].asks and not any(e.open or e.entries or e.prose for e in letters)
    for evidence in letters if asked else ():
        evidence.sure, evidence.dropped = True, ""
    return letters if asked else []


def _named_once(found: Sequence[Evidence]) -> list[Evidence]:
    """Two or more names or voices, set off firmly or alone on their lines."""
    voices = [e for e in found if e.shape >= 0.5 and not (e.prose or e.lower) and e.entries < 1]
    firm = [e for e in voices if any(surface_kind(head) in FIRM for head in e.heads)]
    firm = [e for e in firm if e.heads[0].line > 0 or e.shape >= 0.9]
    if len(firm) < 2 or not any(e.shape >= NAMED for e in firm):
        firm = [e for e in voices if e.shape >= NAMED and e.heads[0].bare and not e.listed]
    if len(firm) < 2:
        return []
    for evidence in firm:
        evidence.sure, evidence.dropped = True, ""
    return firm


def _told_of(found: Sequence[Evidence]) -> list[Evidence]:
    """Two or more who speak under first names, handles or the name of an outlet, where the page says that a transcript follows.

    `The whole transcript is below.`, and then `Tern Weekly: We have read your book.` and `Bo: I am glad.`
    """
    voices = [e for e in found if e.shape >= SHORT_NAME and all(surface_kind(head) in FIRM for head in e.heads)]
    voices = [e for e in voices if e.spoken and max(e.entries, e.open) <= SPOKEN and not (e.prose or e.lower)]
    order = [key for _, key in sorted((head.start, e.key) for e in voices for head in e.heads)]
    turns = len(order) > 1 and all(before != after for before, after in itertools.pairwise(order))
    if not turns or not any(e.oneself for e in voices):
        return []
    for evidence in voices:
        evidence.sure, evidence.dropped = True, ""
    return voices
