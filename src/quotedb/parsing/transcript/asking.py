"""Letters for who asks and who answers, without a colon: `Q. Where were you?`, `A    At home.`"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.parsing.transcript.signs import Found
    from quotedb.parsing.transcript.surfaces import Head

#: One letter and a name with a colon is no answer but somebody's initial: `В. ЛИСОВА: Он работает?`; so is one before a
#: name, a seat and a full stop: `A. VELTAS (XF). Gerbiami kolegos`, and one of two: `A. V. : Merci`. `R - C'est vrai.`
#: answers `Q - Est-ce vrai ?`.
_ASK_HEAD = (
    r"(?!\w\. (?:[^\W\d_][\w'’-]+ \([^()\n]{1,30}\)\. |[^\W\d_]\. ?[:：]))"
    r"(?P<label>[QA](?:\.\d{1,3}(?=[.:)]?\s)| \d{1,3}(?=[.:)]\s)|\d?)"
    r"|[PRFDВО](?=[.)](?! ?[^\W\d_][\w'’-]+(?: ?[:：]|[ \t][–—-]+[ \t]|\t|  |\Z))|\s[–—-]\s))"
    r"(?:\s[.)]\s+|[.)]?\s+|[.)](?![^\W\d_]\.))"
)
_DASHES = re.compile(r"[—–-]+[ \xa0]?")
_ASK, _ASK_BRACKET = re.compile(_ASK_HEAD + r"(?=[^\s(\[:：])"), re.compile(_ASK_HEAD + r"(?=[(\[])")
#: The same where words are written without spaces: what stands before one is no word of the sentence.
_ASK_HAN = re.compile(r"(?P<label>[問问答])[ \u3000]+(?=[^\s:：])")
_ASK_INSIDE = re.compile(r"\((?P<label>[QA])\)[ \t]+(?=[^\s(\[])")


def ask(window: str, at: int, _whole: bool) -> Found | None:
    """`Q    Good evening`, `Q. Where were you?`, `(Q) Where?`, without a colon."""
    inside = _ASK_INSIDE.match(window, at) if window[at] == "(" else None
    if inside:
        return "stop", inside.start("label"), inside.end("label"), inside.end()
    han = _ASK_HAN.match(window, at)
    if han:
        return "gap", han.start("label"), han.end("label"), han.end()
    return _asked(_ASK.match(window, at), window)


def ask_bracket(window: str, at: int, _whole: bool) -> Found | None:
    """`Q (Inaudible.)`: tried after the colon, since `Q (by phone):` is a label with a note."""
    return _asked(_ASK_BRACKET.match(window, at), window)


def _asked(found: re.Match[str] | None, window: str) -> Found | None:
    if not found:
        return None
    gap, follows = window[found.end("label") : found.end()], window[found.end()]
    if follows in "|>;→":
        return None
    gap = gap[1:] if gap[1:2] in (".", ")") else gap  # `Q . Where were you?`
    wide = len(gap) > 1 or "\xa0" in gap or "\t" in gap
    pointed = gap[0] in ".)" or "." in found["label"]  # Q.1 Where were you?
    kind = "stop" if pointed else ("gap" if wide else "space")
    dashed = _DASHES.match(window, found.end()) if len(gap) == 1 and pointed and follows in "–—-" else None
    if dashed and dashed.end() < len(window):  # Q.—Where were you?
        return "stop dash", found.start("label"), found.end("label"), dashed.end()
    return (
        (kind, found.start("label"), found.end("label"), found.end())
        if kind != "space" or found["label"] == "Q" or follows in "–—-"
        else None
    )


def without_points(text: str, heads: list[Head]) -> list[Head]:
    """`(A) the notice came late` is a point among others where nobody asks as `(Q) Where were you?`"""
    inside = [head for head in heads if head.label in ("Q", "A") and text[head.start - 1 : head.start] == "("]
    if not inside or any(head.label == "Q" for head in inside):
        return heads
    points = {head.start for head in inside}
    return [head for head in heads if head.start not in points]
