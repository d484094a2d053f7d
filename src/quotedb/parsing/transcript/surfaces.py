"""The surfaces on which a speaker's label can stand at the head of a line: candidates only, nothing is decided here.

Each line gives at most one candidate. A surface is a short string ("bold colon", "alone") that says how the label is
set off from the words: labels of one document share few of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.asking import ask, ask_bracket
from quotedb.parsing.transcript.enclosed import EMPHASIS, bold, logged, named
from quotedb.parsing.transcript.notes import NoteWords, is_note, leading_note, split_note, tells_how
from quotedb.parsing.transcript.signs import (
    Found,
    barred,
    circled,
    closed,
    dash,
    gap,
    lost,
    mark,
    row,
    sign,
    stamp_after,
)
from quotedb.parsing.transcript.stamps import clean, stamp_first, stamp_last, stamp_next
from quotedb.parsing.transcript.stops import plain_stop, stop
from quotedb.parsing.transcript.tagged import pictured, sent, tagged

if TYPE_CHECKING:
    from collections.abc import Callable

#: A label, its notes and stamps are looked for in so many characters of a line.
REACH = 170
#: No label is longer (characters), none on a line of its own without a mark is longer than the second.
LONGEST, LONGEST_BARE = 150, 70

#: Behind the number of a question stands a name, or the question itself: `Q1 My question: why?`
NUMBERED_SHAPE = 0.75
#: Letters for two voices are no longer (characters).
SHORT = 3
#: Characters from here on are those of scripts that put no space behind a colon.
HAN = "\u2e7f"
MARKED = re.compile(
    r"(?:[○◯◎⊙☉◉⦿●◆◇■□▲△▽▼▶▷►▸]\s?(?=[^\W\d_][^\n]{0,60}[:：])|\|[ \t]+(?:(?:\d{1,4}|[A-Z])[ \t]+\|[ \t]+)?|>>+\s*|>\s+|;[ \t]+(?=[^\W\d_])"
    r"|[§¶†‡※◊]\s*(?=[^\W\d_])"
    r"|[\"“](?=(?:[QA](?:[.:]? |\xa0)|[A-Z][A-Z.]+ [A-Z. '’-]{2,30}: )\s*\S)"  # testimony that somebody quotes
    r"|[-–—](?:(?<=—)\s+)?(?=[^\W\d_][^\n:]{1,60}:\s)|[-*•–»›►▶▸▪◦‣~]\s+(?=\S)|#\d{1,5}[:.]?\s+|\d{1,4}/\d{1,4}\s+(?=[^\W\d_]|[*_<])|\[\d{1,3}\.\]\s+(?=[^\W\d_])|\(\d{1,3}\)\s+(?=[^\W\d_][^\n:]{0,60}:\s)|(?:T?\d{1,3}\.\s)?\[\d{4,8}\]\s+(?=[^\W\d_]|[*_<])|\d{1,4}[.)]\s+(?=[^\W\d_]|[*_<])|\*\*\d{1,4}[.)]\*\*\s+(?=\*\*)"
    r"|[\u2600-\u27bf\U0001f000-\U0001faff][\u200d\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]*\s*(?=[^\W\d_]|[*_<\[])"
    r"|\[(?:[A-Z]{2}|[^\W\d_]{2,8} ?\d{1,2})\]\s+(?=[^\W\d_a-zß-öø-ÿ][^\n:\[\](?!]{1,40}:\s)"  # a language, a channel
    r"|(?:<(?:p|li|div|d[dl]|td|tr|section|article|blockquote)(?: [^<>]{0,80})?>\s*)+(?=[^\W\d_]|[*_<\[]))"
)
#: The number of a question before the label of whoever asks it: `Q12 Ana Velt: Where were you?`
_NUMBERED = re.compile(r"(?:\*\*)?Q\.?\s?\d{1,4}[.:]?(?:\*\*)?\s+(?=[^\W\d_]|[*_<])")
_BEHIND_STAMP = re.compile(r"\s*(?:(?:[-–—|]|->|→)\s+|\|)(?=\S)")
_HASHES = re.compile(r"#{1,6}\s+")
#: The element that breaks a line, behind a label on its own line.
_BREAK = re.compile(r"<br\s?/?>\s*", re.IGNORECASE)
#: What a search for the colon of a label must look at.
_AT_COLON = re.compile(r"[(\[（)\]）:：?!;\t。！？；，、]|(?<= ) ")
_URL = re.compile(r"//")
#: Who somebody is, in brackets behind the name or office: these make no label too long.
_SEATS = re.compile(r"(?:\s\([^()]{1,60}\)){1,3}\Z")
_PLAIN_COLON = re.compile(r":(?!\d)|(?<!\d):")
_WIDE_STOP = re.compile(r"[。，；！？]")
_BESIDE_BOLD = re.compile(r"[:：]?(?:\*+|_+|</\w+>)\s*\((?P<note>[^()]{1,60})\)\s*[:：]")
#: The language in which somebody speaks, as a code behind the dash: `Velt (ALDE). – (SV) Mr President, ...`
_TONGUE = re.compile(r"\(([A-Z]{2})\)\s+(?=\S)")
#: The time at which somebody rose, as records of parliaments print it: `Senator VELT(10.38) —As a member`.
_HOUR = re.compile(r"\s?\((\d{1,2}\.[0-5]\d)(?: ?[ap]\.?m\.?)?\)\Z")
_ABBREVIATED = re.compile(r"\b(?:Jr|Sr|[A-Z])\.\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """A possible label at the head of a line."""

    line: int  #: number of the line
    start: int
    end: int  #: ``text[start:end]`` is the label as printed
    body: int  #: where the words begin, on this line or a later one
    label: str
    surface: str
    bare: bool  #: nothing but the label (and a stamp) stands on the line
    note: str | None = None
    stamp: str | None = None
    inset: bool = False  #: the line is set in from the margin
    above: int = -1  #: where the words above it end if lines stand between that nobody says
    tight: bool = False  #: a label alone on its line, set off above, whose words begin on the very next line
    delivered: bool = False  #: the note says how the words were spoken, or how they reached us


def head_of(
    text: str,
    number: int,
    start: int,
    end: int,
    inset: bool,
    words: NoteWords,
    plausible: Callable[[str], float],
    beyond: int = 0,
    only: frozenset[str] = frozenset(),
) -> Head | None:
    """The candidate at the head of the line ``text[start:end]``, whose number is `number`.

    Surfaces are tried from the plainest to the most doubtful; the first whose label is `plausible` is taken. A line
    break inside the range counts as a space; with `beyond` only a label that ends behind that place is taken, with
    `only` one that stands on one of these surfaces.
    """
    window = (
        text[start : min(end, start + REACH)].replace("\n", " ") if beyond else text[start : min(end, start + REACH)]
    )
    whole = start + len(window) == end
    at = 0
    surface: list[str] = []
    prefix = MARKED.match(window)
    if prefix:
        at = prefix.end()
        surface.append("marked")
    hashes = _HASHES.match(window, at)
    if hashes:
        at = hashes.end()
        surface.append("heading")
    stamp: str | None = None
    first = stamp_first(window, at)
    if first:
        stamp, at = clean(first["stamp"]), first.end()
        surface.append("stamped")
    if at >= len(window):
        return None
    asked = _NUMBERED.match(window, at) if window[at] in "Q*" and not hashes else None
    if asked:
        for found in (bold(window, asked.end(), whole), _colon(window, asked.end(), whole)):
            if found and "colon" in found[0] and not only:
                head = _finish(text, window, start, end, number, inset, words, found, ["marked"], stamp)
                if head is not None and plausible(head.label) >= NUMBERED_SHAPE:
                    return head
    for rule in _HASHED if hashes else _rules_for(window[at], stamp):
        found = (
            rule(window, at, whole)
            if rule is not stop
            else stop(window, at, whole, words.roles, words.collective, words.voices, words.particles)
        )
        if found and found[2] + start >= beyond and (not only or found[0] in only):
            head = _finish(text, window, start, end, number, inset, words, found, surface, stamp)
            if head is not None and plausible(head.label) > 0:
                return head
    return None


def _finish(
    text: str,
    window: str,
    start: int,
    end: int,
    number: int,
    inset: bool,
    words: NoteWords,
    found: Found,
    before: list[str],
    stamp: str | None,
) -> Head | None:
    """The candidate with its note and stamp taken off."""
    kind, label_start, label_end, body = found
    surface = [*before, kind]
    # a stamp may also stand inside the label, or between it and the words
    label = window[label_start:label_end]
    inside = stamp_first(label, 0) if label[:1].isdigit() and stamp is None else None
    if inside:  # [00:12, Ana Velt] Good evening
        name = label[inside.end() :].lstrip(" ,")
        stamp, label_start, label = clean(inside["stamp"]), label_start + len(label) - len(name), name
        surface.append("time")
    last = stamp_last(label)
    if last and last.start():
        stamp, label = clean(last["stamp"]), label[: last.start()]
        surface.append("time")
    note: str | None = None
    if label:
        label, note = split_note(label.rstrip(" \t\xa0,|–—"), words)
        hour = _HOUR.search(label) if label[-1:] == ")" else None
        if hour and hour.start():
            stamp, label = hour[1], label[: hour.start()]
    beside = _BESIDE_BOLD.match(window, label_end) if kind == "bold colon" and note is None else None
    if beside and is_note(beside["note"], words):
        note = beside["note"].strip()
    unread = stamp is None or kind == "name"  # what stands behind a name is its time, whatever stood before it
    following = stamp_next(window, body) if body < len(window) and unread else None
    if following and following["stamp"] and (kind != "gap" or following.end() == len(window)):
        stamp, body = clean(following["stamp"]), following.end()
        surface.append("time")
        mark = _BEHIND_STAMP.match(window, body) if kind == "name" else None
        body = mark.end() if mark else body
    while body < len(window) and (window[body].isspace() or (window[body] == ":" and kind.endswith("colon"))):
        body += 1
    if kind.startswith("bold") and window[0] == window[body : body + 1] == "|":
        body += 1  # | 12 | **Ana Velt** | Good evening. |
        return _finish(
            text, window, start, end, number, inset, words, (kind, label_start, label_end, body), before, stamp
        )
    if window[body:] == "|" and start + len(window) == end:
        body = len(window)  # Velt: |  the words stand in the next cell
    elif kind == "colon" and window.startswith("| ", body) and text[end - 1] == "|":
        body += 2  # Ana Velt: | Good evening. |
    broken = _BREAK.match(window, body) if window.startswith("<", body) else None
    body = broken.end() if broken else body
    label = label.rstrip(":： ")
    if not label or len(label) > LONGEST:
        return None
    later, body_at = leading_note(text, start + body, end, words) if body < len(window) else (None, start + body)
    tongue = _TONGUE.match(text, body_at) if kind.endswith("dash") else None
    if tongue and tongue.end() < end:
        later, body_at = later or tongue[1], tongue.end()
    bare = body_at >= end
    if bare:
        surface.append("own line")
    return Head(
        number,
        start + label_start,
        start + label_start + len(label),
        min(body_at, end),
        label,
        " ".join(surface),
        bare,
        note or later,
        stamp,
        inset,
        delivered=tells_how(note or later, words),
    )


def _emphatic(window: str, at: int, whole: bool) -> Found | None:
    """`**NC: Who told you?**`: the label and the words are set in bold together."""
    mark = EMPHASIS.match(window, at)
    if not mark or mark["tag"] or mark["code"]:
        return None
    close = window.find(mark["mark"], mark.end())
    if close >= 0 and not (whole and close + len(mark["mark"]) == len(window)):
        return None
    found = _colon(window[:close] if close >= 0 else window, mark.end(), whole)
    return found if found and found[0] == "colon" and window[found[3] :].strip("*_ ") else None


def _colon(window: str, at: int, whole: bool) -> Found | None:
    """The first colon outside brackets that is no part of a time or an address."""
    if ":" not in window and ";" not in window and "：" not in window:
        return None
    depth = 0
    for found in _AT_COLON.finditer(window, at):
        place = found.start()
        char = window[place]
        if char in "([（":
            depth += 1
        elif char in ")]）":
            depth = max(0, depth - 1)
        elif char in ":：" and depth == 0 and place > at:
            after = window[place + 1 : place + 2]
            if char == "：":
                return "wide colon", at, place, place + 1
            if after.isdigit() and window[place - 1].isdigit():
                continue
            if _URL.match(window, place + 1):
                return None
            if after == "" and not whole:
                return None
            heard = after.islower() and place - at <= SHORT and window[at:place].isupper()  # P:so . em . I wondered
            if (
                after
                and not after.isspace()
                and not (
                    heard
                    or after.isupper()
                    or max(after, window[place - 1] if after.isdigit() else "") > HAN
                    or after in "\"“‘'([*_…¿¡\\<—–-."
                )
            ):
                return None
            return "colon", at, place, place + 1
        elif char == ";" and depth == 0 and 2 < place - at <= LONGEST_BARE and window[place + 1 : place + 2] == " ":
            return "semicolon", at, place, place + 1
        elif char == " " and window[place - 2] in ".,":
            continue  # two spaces behind the point of a title or a comma: MR.  OLANE
        elif depth == 0 and char not in ":：":  # the end of a sentence or a gap: no label goes on behind it
            return None
    return None


def _bare(window: str, at: int, whole: bool) -> Found | None:
    if (
        not whole
        or len(_SEATS.sub("", window[at:]) if window[-1] == ")" else window) - at > LONGEST_BARE
        or _PLAIN_COLON.search(window, at)
        or window[-1] in '?!,;…"”'
        or _WIDE_STOP.search(window, at)
        or not window[at].isalpha()
        or (len(window) - at == 1 and window[at].islower())  # the rest of a wrapped line: "a"
    ):
        return None
    if window[-1] == "." and not _ABBREVIATED.search(window):
        names = window[at:-1].split()
        several = 1 < len(names) <= 4 and all(word[0].isupper() for word in names)
        named = "," not in window[at:] and (several or window[at:].isupper())
        return ("bare stop", at, len(window) - 1, len(window)) if named else None
    return "bare", at, len(window), len(window)


_RULES = (
    circled,
    tagged,
    pictured,
    sent,
    row,
    _emphatic,
    bold,
    named,
    ask,
    _colon,
    ask_bracket,
    stamp_after,
    sign,
    gap,
    lost,
    stop,
    dash,
    closed,
    barred,
    _bare,
    mark,
    plain_stop,
)
_HASHED: tuple[Callable[..., Found | None], ...] = (bold, named, _colon, _bare)
#: Those that ask for a mark before the label: a line that begins with a letter has none of it.
_MARKS_FIRST = (circled, tagged, _emphatic, bold, named)
_OF_LETTERS = tuple(rule for rule in _RULES if rule not in _MARKS_FIRST)


def _rules_for(first: str, stamp: str | None) -> tuple[Callable[..., Found | None], ...]:
    """The rules that may find a label on a line that begins so."""
    if first.isalpha():
        return _OF_LETTERS
    return (logged, *_RULES) if stamp and first == "[" else _RULES
