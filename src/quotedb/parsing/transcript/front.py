"""The front and the back of a record: the roster, the legend, the title page, the list of guests, whose labels are nobody's turns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone
from quotedb.parsing.transcript.behind import is_a_row_of_names, is_open
from quotedb.parsing.transcript.shape import case_of, key_of, shape_of
from quotedb.parsing.transcript.short import opens_a_record
from quotedb.parsing.transcript.stamps import stamp_alone
from quotedb.parsing.transcript.surfacekinds import surface_kind
from quotedb.parsing.transcript.surfaces import HAN
from quotedb.parsing.zones.kinds import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.shapes import Block
    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords

#: What stands behind a voice looks so much like a name, where it says who that is.
NAMED = 0.75
#: Names that come back so often, in so many places, take turns: they are no roster.
TAKING_TURNS = 6
#: Before the first words no label counts where so many follow, so large a share of which end as sentences do.
FEWEST_BEHIND, WHOLE = 4, 0.6
#: So many small words are no name and no office.
CALLED = 2
#: Below the last heading none counts where so large a share of the words above it ends so.
ALL_WHOLE = 0.9
#: A label is compared with so many others, so that the time stays linear.
OTHERS = 200
#: So many characters of a question's number may stand before the next label.
NUMBER = 4
#: Dots that lead the eye to a figure or a name.
_LEADER = re.compile(r"[^\s.][^\n]{0,99}?(?:(?: \.){4}|\.{5})")
#: One of these stands in every such line: the pattern looks at a hundred characters from each on.
_DOTS = (" . . . .", ".....")
#: A line that names what stands below it is no longer (characters, words).
LONGEST_TITLE, TITLE_WORDS = 60, 6
_HOUR = re.compile(r"\d{1,2}[.:]\d{2}\Z")
#: What a record sets behind a question: `... will be mended. [4411/31]`
_REFERENCE = re.compile(r"(?<=[.?!…])\s*[\[(][^\[\]()\n]{1,40}[\])]\Z")
_SENTENCE = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ]{3})[.?!…][\"”’»')]*[ \n]+[\"“‘«(]*[^\W\d_a-zß-öø-ÿ]")
#: What was heard instead of words: `(Inaudible.)`
_HEARD = re.compile(r"(?:^|\s)\([^()]{1,60}[.!?…]\)\s*\Z")
#: What somebody does before a word is said: `(walks in and sits down by the window)`, in three small words or more.
_DIRECTION = re.compile(r"\s*\([^\W\d_A-ZÀ-ÖØ-Þ][^()\n]*\s[^\W\d_A-ZÀ-ÖØ-Þ][^()\n]*\s[^()]{2,300}\)\s*\Z")
#: A question, and a remark behind it: `How was it, Minister? (...) inaudible`.
_ASKED = re.compile(r"[^\W\d_][?？] ?[(\[]")
_SENTENCE_ENDS = frozenset(".?!…。？！”»」؟۔।다요까죠")  #: in Korean a verb ends a sentence as well as a mark
#: So many characters behind a label are looked at, and so many for a word to somebody, or at the end.
LOOKED_AT, NEAR = 600, 90
#: A line of so many characters that ends in a colon is no field of a roster.
LEADING = 90
_ENDS = frozenset(".?!…\"”»’')]—–-。？！」*_؟۔।")


#: The rules above and below the names of those who go to law, with `v.` between them, near the head of a record (characters).
_CAPTION = re.compile(
    r"^[\d \t]*(?:- ?){8,}[xX]?[ \t]*$(?P<between>(?:\n[^\n]{0,80}){2,24}?)\n[\d \t]*(?:- ?){8,}[xX]?[ \t]*$",
    re.MULTILINE,
)
_VERSUS = re.compile(r"(?<!\S)(?:v|vs|versus|against)\.?(?=\s)", re.IGNORECASE)
TITLE_PAGE = 6000


def without_front(text: str, accepted: list[Accepted], words: LabelWords) -> list[Accepted]:
    """The labels without those at the front behind which nobody speaks yet: the roster, the legend, the title page.

    `President: Mr. Olane (Norland)` above a record, `CAM  Cockpit microphone` above a log, `Witness: Bo Olane.`: no
    sentence ends there, nobody says "I" or "you", or nothing but a speaker's name stands there, where the words behind
    all other labels end as sentences do.
    """
    while (
        accepted
        and text[accepted[0].head.body : accepted[0].head.body + 1] < HAN
        and is_a_row_of_names(text, accepted[0].head.body)
    ):
        accepted = accepted[1:]  # `Present: Ana Velt, Bo Olane (Tern), Marsh (Hull)`, however few labels follow
    while len(accepted) > 1 and (_is_a_caption(text, accepted, words) or _is_a_field(text, accepted, words)):
        accepted = accepted[1:]
    accepted = _without_parties(text, accepted)
    ends = [*(one.head.start for one in accepted[1:]), len(text)]
    said = [(one.head.body, end) for one, end in zip(accepted, ends, strict=False)]
    names = {key_of(one.head.label) for one in accepted}
    front = 0
    while front < len(said) and (
        not _is_said(text, *said[front], words)
        or _only_line(text, *said[front]) in names
        or _is_odd(text, accepted, front, words)
        or (
            (
                _is_set_apart(accepted[front], accepted[front + 1 : front + OTHERS])
                or (not front and _is_title(text, accepted))
            )
            and not words.spoken.search(text, *said[front])
        )
    ):
        front += 1
    rest = said[front:]
    if not front or len(rest) < FEWEST_BEHIND or (front == 1 and _is_a_call(text, accepted)):
        return accepted
    if front >= TAKING_TURNS and 2 * len({key_of(one.head.label) for one in accepted[:front]}) <= front:
        return accepted  # a roster names nobody again and again
    whole = sum(_is_whole(text, *span) for span in rest)
    return accepted[front:] if whole >= WHOLE * len(rest) else accepted


def _without_parties(text: str, accepted: list[Accepted]) -> list[Accepted]:
    """The labels without those between two rules at the head of a court's record: `ANA VELT, :`, `Petitioner :`, `v. : No. 12`."""
    found = _CAPTION.search(text, 0, TITLE_PAGE) if " - - - " in text[:TITLE_PAGE] else None
    if found is None or not _VERSUS.search(found["between"]):
        return accepted
    return [one for one in accepted if not found.start() <= one.head.start < found.end()]


def below_transcript(text: str, accepted: list[Accepted], blocks: Sequence[Block], words: LabelWords) -> list[Accepted]:
    """The labels below a line that calls what follows a transcript (`## Transcript`), where each of those above it stands once.

    Above it stand show notes: links, books, `Guest: Ana Velt`.
    """
    starts = {one.head.start for one in accepted}
    for block in blocks:
        if block.end - block.start > LONGEST_TITLE or block.start in starts:
            continue
        line = plain(text[block.start : block.end])
        if words.transcribed.isdisjoint(line.split()) or len(line.split()) > TITLE_WORDS:
            continue
        above = [one for one in accepted if one.head.start < block.start]
        below = accepted[len(above) :]
        once = len({key_of(one.head.label) for one in above}) == len(above)
        # `Ana Velt` above and `Ana Velt: Good evening` below: who is to speak, and who does
        one_speaks = len(below) == 1 and not below[0].head.bare and all(one.head.bare for one in above)
        if above and once and (len(below) > 1 or one_speaks):
            return below
    return accepted


def _is_a_call(text: str, accepted: Sequence[Accepted]) -> bool:
    """Whether the first label comes back often as it is set here, with small words behind it: `TERN 12: Sound approach, TERN 12 at 150`.

    A roster has names and offices there, in capitals, and the next line of a legend is no talk.
    """
    first = accepted[0].head
    back = sum(one.head.label == first.label and one.head.surface == first.surface for one in accepted[1:OTHERS])
    line = text[first.body : first.body + LOOKED_AT].partition("\n")[0].split()
    return back >= FEWEST_BEHIND and sum(word[0].islower() for word in line) >= CALLED


def _is_a_caption(text: str, accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether the first label is a bare name that has a colon wherever it comes back, as all others have one, and says no "I"."""
    first, *others = (one.head for one in accepted)
    if words.oneself.search(text, first.body, others[0].start):
        return False
    back = any(key_of(other.label) == key_of(first.label) for other in others)
    return first.surface == "bare own line" and back and all(other.surface == "colon" for other in others)


def _is_a_field(text: str, accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether a voice that never comes back has nothing but a name behind it: `Sprecher: Bundesministerin Ana Velt`.

    With an office behind a dash (`Moderator: Ana Velt – Adviser`) it says who that is even where the voice comes back.
    """
    first, *others = (one.head for one in accepted)
    if key_of(first.label) not in words.voices:
        return False
    line, _, below = text[first.body : others[0].start].strip().partition("\n")
    name, dash, office = line.partition(" – ")
    if dash and not below and shape_of(name, words) >= NAMED:
        return office[-1:].isalpha()
    if first.bare or any(other.label == first.label for other in others):
        return False
    line = line.rstrip()
    return line[-1:].isalpha() and " " in line and shape_of(line, words) >= NAMED


def without_back(text: str, accepted: list[Accepted], blocks: Sequence[Block], words: LabelWords) -> list[Accepted]:
    """The labels without those at the end, below a heading, behind which nobody speaks any more: guests, other stories.

    `Guests`, and below it `Ana Velt: Mayor of Tern`; `From the archive`, and below it a title with its author: no sentence
    ends there and nobody says "I" or "you", where the words behind all other labels end as sentences do.
    """
    back = len(accepted)
    while back and not _is_said(text, accepted[back - 1].head.body, _paragraph_end(text, accepted[back - 1]), words):
        back -= 1
    back = max(back, FEWEST_BEHIND)
    labels = {one.head.start for one in accepted}
    headings = [block.start for block in blocks if block.zone is Zone.HEADING and block.start not in labels]
    for kept in range(back, len(accepted)):  # the names may begin below some last words that are no sentence
        if _is_set_off(text, accepted, kept, headings):
            ends = [*(one.head.start for one in accepted[1:kept]), _paragraph_end(text, accepted[kept - 1])]
            whole = sum(_is_whole(text, one.head.body, end) for one, end in zip(accepted, ends, strict=False))
            return accepted[:kept] if whole >= ALL_WHOLE * kept else accepted
    return accepted


def only_speaking(text: str, accepted: Sequence[Accepted], words: LabelWords) -> list[Accepted]:
    """The labels that are a voice or a title with a name, and behind which a sentence ends: what is left where fields stand among them.

    `Counsel assisting: Ana Velt, Bo Olane` and `Upload: others` above `THE CHAIR: Are we ready?` and `MS VELT: Yes, Chair.`
    """
    tagged = [one for one in accepted if surface_kind(one.head) == "tag"]
    if tagged:
        return tagged  # a site's own marks for who speaks
    ends = [*(one.head.start for one in accepted[1:]), len(text)]
    opened = [
        is_open(text[one.head.body : min(end, one.head.body + LOOKED_AT)])
        for one, end in zip(accepted, ends, strict=False)
    ]
    voices = [shape_of(one.head.label, words) == 1 for one in accepted]
    kept = [one for one, silent, voice in zip(accepted, opened, voices, strict=True) if voice and not silent]
    first = accepted.index(kept[0]) if kept else 0
    for at, (silent, voice) in enumerate(zip(opened, voices, strict=True)):
        if (not silent and not voice) or (silent and voice and at > first):
            return []  # others speak, too, or others like these have no sentence behind them: a list
    several = len({key_of(one.head.label) for one in kept}) > 1
    return kept if several or (len(kept) == 1 and opens_a_record(text, kept[0].head, words)) else []


def _is_set_off(text: str, accepted: Sequence[Accepted], at: int, headings: Sequence[int]) -> bool:
    """Whether a label stands below a heading that no label does, or alone on its line where all before it do not."""
    if _is_set_apart(accepted[at], accepted[max(0, at - OTHERS) : at]):
        return True
    end, start = _paragraph_end(text, accepted[at - 1]), accepted[at].head.start
    heading = bisect_left(headings, end)
    if heading < len(headings) and headings[heading] < start:
        return True
    return text[max(end, start - NEAR) : start].rstrip(" \n\t#*_-").endswith(":")  # Call participants:


def _is_set_apart(one: Accepted, others: Sequence[Accepted]) -> bool:
    """Whether a label stands alone on its line where nearly all others do not: a title, a name among the credits."""
    return one.head.bare and sum(other.head.bare for other in others) <= (1 - ALL_WHOLE) * len(others)


def _is_odd(text: str, accepted: Sequence[Accepted], at: int, words: LabelWords) -> bool:
    """Whether a label is set in other letters than nearly all others, and its paragraph is no sentence: the title of a clip."""
    one, others = accepted[at], accepted[at + 1 : at + OTHERS]
    alike = sum(case_of(other.head.label) == case_of(one.head.label) for other in others)
    unlike = len(others) >= FEWEST_BEHIND and alike <= (1 - ALL_WHOLE) * len(others)
    return unlike and not _is_said(text, one.head.body, _paragraph_end(text, one), words)


def _is_title(text: str, accepted: Sequence[Accepted]) -> bool:
    """Whether the first label is the first line of the text, alone there, and never comes back, where most others do."""
    first, times = accepted[0].head, Counter(one.head.label for one in accepted)
    back = sum(times[one.head.label] > 1 for one in accepted)
    return (
        first.bare
        and not text[: first.start].strip(" \n\t#*_")
        and times[first.label] == 1
        and back >= WHOLE * len(accepted)
    )


def _paragraph_end(text: str, one: Accepted) -> int:
    """Where the first paragraph behind a label ends."""
    start = one.head.body
    while start < len(text) and text[start].isspace():
        start += 1
    furthest = min(len(text), start + LOOKED_AT)
    end = text.find("\n\n", start, furthest)
    return end if end >= 0 else furthest


def _only_line(text: str, start: int, end: int) -> str:
    """What stands behind a label, as a key, if it is one short line; a number before the next label aside."""
    line, _, rest = text[start : min(end, start + LOOKED_AT)].strip().partition("\n")
    return key_of(line.rstrip(". ")) if len(rest.strip(" \n\t*-_=·")) <= NUMBER else ""


def without_calls(text: str, accepted: list[Accepted], blocks: Sequence[Block]) -> list[Accepted]:
    """The labels without those that somebody says: `Mr. Strand.` on its own line above a heading calls on him.

    So it does right below a line that ends in a comma: `Sit where you like,` and below it `Mr. Strand.`
    """
    starts = [block.start for block in blocks]
    kept = []
    for one in accepted:
        if one.head.surface.startswith("bare stop"):
            below = bisect_left(starts, one.head.end)
            if below < len(blocks) and blocks[below].zone is Zone.HEADING:
                continue
            if text[max(0, one.head.start - 2) : one.head.start] == ",\n":
                continue
        kept.append(one)
    return kept


def _is_said(text: str, start: int, end: int, words: LabelWords) -> bool:
    """Whether a sentence ends at the end of one of the first lines, or somebody says "I" or "you"."""
    stop, end = end, min(end, start + LOOKED_AT)
    if words.spoken.search(text, start, min(end, start + NEAR)) or (end == len(text) and end - start > NEAR):
        return True  # a text that breaks off in the middle of a paragraph has no end mark there
    said = text[start:end]
    if _DIRECTION.match(said):
        return True
    if any(dots in said for dots in _DOTS) and _LEADER.search(text, start, end):
        return False
    lines = said.split("\n")
    # a paragraph that goes on behind what is looked at ends further on; its sentences end before
    cut = end < stop and len(lines[-1]) > NEAR
    return (cut and _SENTENCE.search(lines[-1]) is not None) or any(
        _REFERENCE.sub("", line.rstrip()).rstrip("\"'")[-1:] in _SENTENCE_ENDS
        or _HEARD.search(line)
        or _ASKED.search(line)
        or (len(line) > LEADING and line.rstrip()[-1:] == ":")  # somebody leads over to a recording
        for line in lines
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether words end as sentences do, a time stamp above the next label aside."""
    lines = text[max(start, end - NEAR) : end].rstrip().rsplit("\n", 1)
    last = (
        lines[0].rstrip()
        if len(lines) > 1 and (stamp_alone(lines[1].strip()) or _HOUR.match(lines[1].strip()))
        else lines[-1]
    )
    return last[-1:] in _ENDS
