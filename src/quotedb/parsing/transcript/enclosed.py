"""Labels between two marks: in emphasis, in an element of HTML, in angles or in brackets."""

from __future__ import annotations

import re

from quotedb.parsing.transcript.signs import Found
from quotedb.parsing.transcript.stamps import stamp_first

#: Emphasis in Markdown and in wikis, or an element inside a line in HTML, whatever its class.
EMPHASIS = re.compile(
    r"(?P<mark>\*\*\*|'''|\*\*|__|\*|_|\[(?P<code>b|i|u)\]"
    r"|<(?P<tag>b|strong|i|em|u|span|cite|mark|font|dt|h[1-6])(?P<kind> [^<>]{0,80})?>)(?=\S)"
)
#: A class of an element that says that a speaker's name stands in it.
_NAMING = re.compile(r"=[\"'][^\"']*\b(?:speakers?|who|names?|person|author|label|talker|host|guest)\b")
#: A link that the label is.
_LINK = re.compile(r"\[(?P<label>[^\[\]\n]{2,60})\]\([^()\s]{1,100}\)")
#: Elements of HTML in angle brackets: nobody's handle.
_ELEMENT = re.compile(
    r"(?:a|b|br|blockquote|center|code|d[dlt]|del|details|div|em|font|h[1-6r]|i|iframe|img|ins|kbd|li|[ou]l|p|pre|q|s|section"
    r"|small|span|strong|su[bp]|summary|table|t[drh]|tbody|thead|u|video|audio)\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<open>[\[<【［（]|[\"“](?=[^\"“”\n:]{2,60}[\"”]\s?:\s[^\s\"“\d\[{])"
    r"|\((?=[^()\n]{2,60}\)\s?:\s|(?P<asks>[\u3040-\u30ff\u3400-\u9fff]{1,10}\))))[ @+%&~]?"
    r"(?P<label>(?(asks)[\u3040-\u30ff\u3400-\u9fff]{1,10}|(?:[^\[\]<>:/【】［］（）\"“”]|:(?=\d\d)|(?<![\"“])[\"“”](?!\s?:)){1,60}))"
    r"(?:\](?:\([^()\s]{1,100}\)(?=\s?[:：]\s))?|>|】|］|）|[\"”](?=\s?:)|\)(?=\s?:|\s*[^\s\x00-\x7f]|\Z))\s?(?P<colon>[:：]?)\s*(?=\S|\Z)"
)
_LATE_COLON = re.compile(r"\s*[:：]")
_LATE_NOTE = re.compile(r"\s*\([^()]{1,60}\)\s*[:：]")


def bold(window: str, at: int, whole: bool) -> Found | None:
    """`**Ana Velt:** Good evening`, `<b>Ana Velt</b>`: what stands in emphasis at the head of a line."""
    mark = EMPHASIS.match(window, at)
    if not mark:
        return None
    closer = f"</{mark['tag']}>" if mark["tag"] else f"[/{mark['code']}]" if mark["code"] else mark["mark"]
    close = window.find(closer, mark.end())
    if close < 0 or close == mark.end():
        return None
    weak = len(mark["mark"]) == 1 or (mark["tag"] or mark["code"]) in ("i", "em", "u", "span", "font")  # many words are
    weak = weak and not (mark["kind"] and _NAMING.search(mark["kind"]))
    start, end, body = mark.end(), close, close + len(closer)
    clock = stamp_first(window, start)
    start = clock.end() if clock and clock.end() < end else start
    if window[start] == "[" and window[end - 1] == "]":
        start, end = start + 1, end - 1
    colon = False
    while end > start and window[end - 1] in ":： ":
        colon = colon or window[end - 1] in ":："
        end -= 1
    linked = _LINK.fullmatch(window, start, end) if window[start] == "[" else None
    start, end = linked.span("label") if linked else (start, end)
    after = _LATE_COLON.match(window, body)
    if after and not colon:
        colon, body = True, after.end()
    elif not colon:
        # a note or a stamp may stand between the bold name and its colon: **Ana Velt** (by phone): Good evening
        note = _LATE_NOTE.match(window, body)
        if note:
            return None if weak else ("bold colon", start, end, note.end())
    if not colon and weak:
        return None
    if not colon and window[end - 1] in ".?!" and window[end - 1] != ".":
        return None
    if not whole and body >= len(window):
        return None
    return ("bold colon" if colon else "bold"), start, end, body


def named(window: str, at: int, whole: bool) -> Found | None:
    """`<velt> Good evening`, `[Ana Velt] Good evening`, `(記者)`: a name in angles or brackets."""
    found = _NAMED.match(window, at)
    if not found or (found.end() == len(window) and (not whole or found["open"] in "[（")):
        return None  # alone on its line a name may stand in angles; in square brackets stand stage directions
    if found["open"] == "<" and _ELEMENT.match(found["label"]):
        return None
    kind = "angled" if found["open"] in "<【［" else "bracketed colon" if found["colon"] else "bracketed"
    return kind, found.start("label"), found.end("label"), found.end()


def logged(window: str, at: int, whole: bool) -> Found | None:
    """`[petrel]` behind the time of its line, and the words below: who writes in a log. Sounds have capitals there."""
    found = _NAMED.match(window, at) if whole else None
    if not found or found["open"] != "[" or found.end() < len(window) or " " in found["label"]:
        return None
    return "angled", found.start("label"), found.end("label"), found.end()
