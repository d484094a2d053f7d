"""Labels that come back and are no speakers': those of a list, minutes, a table or a form; and what tells a talk from them."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.evidence import UNKNOWN, Evidence
from quotedb.parsing.transcript.onesided import ASKED, QUESTIONS
from quotedb.parsing.transcript.scoring import (
    UNSTOPPED,
    is_firm,
    is_unstopped,
)
from quotedb.parsing.transcript.surfacekinds import CHAT, layout_key, surface_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labels import Judgement

#: People who speak in a fixed order do so in fewer rounds than these.
ROUNDS = 4
#: The number behind a voice that a machine counted.
COUNTED = re.compile(r"[^\W\d_][ _#-]?\d{1,4}\Z")
#: A meeting in which nobody says "I" has so many turns at least.
TALK = 8
#: So much like one looks an office; whoever presides speaks so often, others only when they are called.
PRESIDING, CALLED = 0.9, 3
#: A title and a name, which no field of a form has: `pres. velt`.
_TITLED = re.compile(r"[^\W\d_]{2,5}\. [^\W\d_]")


def no_list(sure: list[Evidence], found: Sequence[Evidence], judgement: Judgement, doubtful: bool) -> list[Evidence]:
    """The sure labels, or none where what comes back is a list, minutes, a table or a form: why is written down."""
    if any(head.delivered for e in sure for head in e.heads):
        return sure  # "(as interpreted)" stands behind nothing but a speaker
    places = sum(len(e.heads) for e in sure)
    silent = _spoken(sure) < 0.2
    if not doubtful:
        sure = _no_names(sure, found, silent)
    unstopped = any(is_unstopped(e) for e in sure) and all(min(e.small, e.alternates) >= UNSTOPPED for e in sure)
    if _is_a_form(sure) and not unstopped:
        judgement.refused = "the labels always follow each other in one order, like the fields of a form"
    elif sum(e.open * len(e.heads) for e in sure) > (0.4 if silent else 0.7) * places and not (
        _counted(sure, found) or unstopped or _introduced(sure) or _is_a_log(sure)
    ):
        judgement.refused = "the words behind the labels end in no full stop, as in a list or a table"
    return sure


def _no_names(sure: list[Evidence], found: Sequence[Evidence], silent: bool) -> list[Evidence]:
    """The sure labels, or none where they look like a list of names, of words or of minutes."""
    if silent and not (_take_turns(sure) or talking(sure) or _is_a_log(sure)):
        # a list of names with figures or descriptions: nobody speaks to anybody in it
        sure = dropped(sure, 'a list of names: nobody says "I" or "you" or answers in whole sentences behind them')
    if sure and not any(e.shape >= 0.75 or e.asks or e.given or e.named for e in sure) and _is_a_list(sure):
        sure = dropped(sure, "words that begin a line, behind which nobody asks anything")
    if sure and sum(e.minuted * len(e.heads) for e in sure) >= 0.5 * sum(len(e.heads) for e in sure):
        sure = dropped(sure, "small letters follow, as in minutes: the record tells what somebody did")
    if len(sure) == 1 and len(sure[0].heads) >= 3 and 0.75 <= sure[0].shape < 0.8 and not is_answered(sure[0], found):
        sure = dropped(sure, "one word that comes back, and nobody answers")
    if len(sure) == 1 and min(sure[0].entries, sure[0].asked) >= 0.5:
        sure = dropped(
            sure, "one label with a few words behind it that are no sentence, as below the questions of a quiz"
        )
    return sure


def _is_a_log(sure: Sequence[Evidence]) -> bool:
    """Whether most names stand in brackets, alone on their lines behind the time: `14:12:12 [petrel]`, and below it the words."""
    heads = [head for e in sure for head in e.heads]
    return sum(head.bare and head.stamp is not None and surface_kind(head) == CHAT for head in heads) > len(heads) / 2


def _introduced(sure: Sequence[Evidence]) -> bool:
    """Whether most labels are initials that the document itself explains: those who are present, `Ana Velt (AV), ...`."""
    return sum(e.introduced for e in sure) >= max(2, 0.5 * len(sure))


def _counted(sure: Sequence[Evidence], found: Sequence[Evidence]) -> bool:
    """Whether a machine counted the voices, which sets no full stops: `Speaker 1`, `speaker_0`; one of them may speak once."""
    counted = sum(e.shape == 1.0 and COUNTED.search(e.key) is not None for e in found)
    return counted > 1 and all(e.shape == 1.0 and COUNTED.search(e.key) and e.alternates >= 0.4 for e in sure)


def dropped(sure: Sequence[Evidence], why: str) -> list[Evidence]:
    """No label, with the reason written on each that was sure."""
    for evidence in sure:
        evidence.dropped = why
    return []


def _is_a_list(sure: Sequence[Evidence]) -> bool:
    """Whether labels that are no full names stand before the entries of a list: a change log, a log of a machine."""
    known = all(e.told_apart for e in sure)
    unfinished = sum(e.open * len(e.heads) for e in sure) >= 0.3 * sum(len(e.heads) for e in sure)
    return unfinished or known


def _spoken(sure: Sequence[Evidence]) -> float:
    """The share of places behind which somebody says "I" or "you"."""
    return sum(e.spoken * len(e.heads) for e in sure) / max(1, sum(len(e.heads) for e in sure))


def _take_turns(sure: Sequence[Evidence]) -> bool:
    """Whether full names answer each other in whole sentences: a list names everybody once, or with figures."""
    voices = [e for e in sure if e.shape >= 0.75 and e.alternates >= 0.8 and e.entries < 0.5 and is_firm(e)]
    return len(voices) >= 2


def talking(found: Sequence[Evidence]) -> frozenset[str]:
    """The surfaces on which people talk without ever saying "I" or "you", as in a meeting about figures.

    Two or more labels come back three times on average, none just before itself, in no fixed order; whole sentences
    stand behind them, and some of these are questions. No list of names does all of that.
    """
    by_kind: dict[str, list[Evidence]] = defaultdict(list)
    for evidence in found:
        if evidence.shape >= 0.45 and len(evidence.heads) > 1:
            by_kind[surface_kind(evidence.heads[0])].append(evidence)
    kinds = {kind for kind, group in by_kind.items() if _is_talk(group)}
    sure = [evidence for group in by_kind.values() for evidence in group if evidence.shape >= 0.9]
    if _is_talk(sure):  # titles and voices may be set in several ways: THE COURT: and A.
        kinds.update(surface_kind(evidence.heads[0]) for evidence in sure)
    return frozenset(kinds)


def _is_talk(group: Sequence[Evidence]) -> bool:
    places = sum(len(e.heads) for e in group)
    if len(group) < 2 or places < max(TALK, 3 * len(group)) or not any(e.asks for e in group):
        return False
    alternating = sum(e.alternates * len(e.heads) for e in group) >= 0.4 * places
    whole = sum(e.open * len(e.heads) for e in group) <= 0.2 * places
    return alternating and whole and not _in_fixed_order(group)


def _is_a_form(sure: Sequence[Evidence]) -> bool:
    """Whether labels are the fields of a form: always in one order, or with a few words that are no sentence behind each.

    Three or more are told by their order, and by nothing else if it holds for `ROUNDS` rounds; of two that alternate,
    one has nothing but such entries, and nobody asks.
    """
    if len(sure) == 2 and not any(" " in e.key or e.asks or e.given or len(e.heads) < 3 for e in sure):
        return any(e.entries >= 0.9 for e in sure)
    rounds = min((len(e.heads) for e in sure), default=0)
    if rounds >= ROUNDS and not any(e.shape >= 0.9 for e in sure) and _in_fixed_order(sure, 1.0):
        return True
    few = any(" " in e.key or len(e.heads) < 3 for e in sure)
    if len(sure) < 3 or (few and any(e.asks or len(e.heads) < 2 or _TITLED.match(e.key) for e in sure)):
        return False
    return _in_fixed_order(sure)


def _in_fixed_order(group: Sequence[Evidence], share: float = 0.95) -> bool:
    """Whether three or more labels always, or in so large a share of places, follow each other in one order."""
    if len(group) < 3:
        return False
    order = [key for _, key in sorted((head.line, e.key) for e in group for head in e.heads)]
    usual: dict[str, int] = {}
    for (first, _), n in Counter(itertools.pairwise(order)).items():
        usual[first] = max(n, usual.get(first, 0))
    return sum(usual.values()) >= share * (len(order) - 1)


def is_answered(sure: Evidence, found: Sequence[Evidence]) -> bool:
    """Whether three others who look like names speak once each, set like the one who is sure: a row of reporters.

    Or whether nearly all its places stand right below questions, whose asker has no label; or it is an office that always
    speaks to somebody, and one who looks like a name speaks in between.
    """
    if sure.asked >= ASKED and len(sure.heads) >= QUESTIONS and sure.spoken >= UNKNOWN:
        return True
    layouts = {layout_key(head) for head in sure.heads}
    others = [e for e in found if not e.sure and e.shape >= 0.75 and e.spoken >= 0.4 and not e.listed]
    alike = [e for e in others if any(layout_key(head) in layouts for head in e.heads)]
    presides = sure.shape >= PRESIDING and len(sure.heads) >= CALLED and sure.spoken == 1 and sure.told_apart
    first, last = sure.heads[0].line, sure.heads[-1].line
    called = presides and any(e.spoken == 1 and not e.entries and first < e.heads[0].line < last for e in alike)
    return called or len(alike) >= 3
