"""Rules that tell what one paragraph is when it is not running text: each gives a zone and a reason, or None.

They judge a paragraph by itself. What needs its neighbours (FAQ, reader comments, running heads, pull quotes) is in
`segments`. Dropping words is as dangerous as missing a label: a rule that is not sure gives None.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotedb.parsing.shapes import Zone

if TYPE_CHECKING:
    from quotedb.parsing.lexicon import Lexicon

Found = tuple[Zone, str]

#: What a sentence ends with, before a credit.
CLOSING = ".!?…”\"’')"
#: What no byline ends with.
_NO_BYLINE_END = frozenset('.?!:"”“»«')
#: A paragraph longer than this is running text, whatever its words (characters).
LONGEST = 700

_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:\s")
_META_LINE = re.compile(r"_[^\W_]+\s?:(?![_*])")
#: Who comes and goes in a chat, and what the record sets off by three dashes: `10:04 -!- olin has left`, `--- Recess`.
_STATUS_LINE = re.compile(
    r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)(?:-!-|\*{1,3}|-->|<--|={2,3}>?|→|←)\s+\S|-{3,5}\s+[^\W\d_a-zß-öø-ÿ]"
)
#: `</Speaker>`, `{{< /speaker >}}`, `{% endspeaker %}`, `{{#shown}} {{/shown}}`, alone on a line.
_END_TAG = re.compile(
    r"(?:</[A-Za-z][\w.:-]{0,40}\s*>|\{\{[<%]\s*/[\w./-]{1,40}\s*[%>]\}\}|\{%-?\s*end\w{1,40}\s*-?%\}"
    r"|(?:\{\{[#^/]\w[\w.-]{0,40}\}\}\s*){1,4})\Z"
)
#: The cell of a table's row that holds nothing, or the time: `| 00:12 |`, where each cell has a line of its own.
_CELL = re.compile(r"\|?(?:\s*\d{1,3}[:.]\d{2}(?:[:.]\d{1,3}){0,2}\s*)?\|\Z")
_RULE_LINE = re.compile(
    r"(?:[-_=*#~•·.+|]\s*){3,}\Z|`{3,}\w*\Z|-30-\Z|-{1,8}\s?[oO0]{1,3}\s?-{1,8}\Z|<\s?(?:…|\.{3})\s?>\Z|\.{3,}\Z"
)
#: A field of a form that is filled in by hand: `Signature of officer: ............`.
_FIELD = re.compile(r"[^\W\d_][^\n.…，。、“]{2,70}(?:\.{6,}|…{3,}|_{6,})[\s.…_]*\Z")
_TIME = r"\d{1,2}[:.](?:\d{2}|\d(?=\s*[ap]\.?m))(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|\([^)]{1,30}\)))?"
_DAY = r"[^\W\d_]{3,10} \d{1,2}(?:st|nd|rd|th)?, \d{4} / "
_TIME_LINE = re.compile(
    rf"(?:at\s+|{_DAY})?(?:{_TIME}|\d{{1,2}}\s*[ap]\.?m\.?(?:\s+[A-Z]{{2,4}})?)\s*(?:[-–—]\s*{_TIME})?\Z",
    re.IGNORECASE,
)
#: What a log tells of a sound, behind its time: `30:09: (Sound of a chime.)`; a name in brackets may be a label.
_TIMED_SOUND = re.compile(
    r"\d{1,2}:\d{2}(?:[:.]\d{1,2}){0,2}(?::|\s*--|\s*[-–—])?\s*(?=\((?:[^()\n]{1,200}[.!?…]|[^()\s]+(?:\s[^()\s]+){2,40})\))"
)
#: The number at the head of a further line.
_COUNTED = re.compile(r"\n[ \t]*\d{1,2}[ \t]{2,}")
_CREDIT = re.compile(r"[\[(](?P<credit>[^\[\]()]{3,90})[\])]\.?\Z")
_LINK = re.compile(r"[<(\[]*(?:(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+)[>)\]]*\Z")
_BULLET = re.compile(r"(?:[•▪◦‣·●■]|[-*+–]\s|\(?\d{1,2}[.)]\s)\s*")
_LINK_ITEM = re.compile(r"(?:[-*+•]\s+)?\[[^\]]{1,200}\]\([^)]{1,500}\)[.,]?\Z")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)\Z")
_AFTER_STOP = re.compile(r"(?<=[.!?])\s+")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s(?=[^\n]{0,80}(?:\d{4}|copyright|rights))|copyright\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """The zone words of one language, compiled."""

    furniture: frozenset[str]
    furniture_starts: tuple[str, ...]
    furniture_parts: tuple[str, ...]
    caption: tuple[str, ...]
    credit: frozenset[str]
    more: tuple[str, ...]
    endings: re.Pattern[str]
    colophon: re.Pattern[str]
    contact: re.Pattern[str]
    faq: tuple[str, ...]
    foot: frozenset[str]
    byline: re.Pattern[str]
    sections: frozenset[str]
    date: re.Pattern[str]
    asking: re.Pattern[str]
    heard: re.Pattern[str]
    cues: re.Pattern[str]


@functools.cache
def zone_words(lex: Lexicon) -> ZoneWords:
    """The zone words of a language; a list that it does not give is empty."""
    w = {key: tuple(lex.get(f"zones.{key}") or ()) for key in _KEYS}
    months = "|".join(w["months"]) or "(?!)"
    return ZoneWords(
        furniture=frozenset(w["furniture"]),
        furniture_starts=w["furniture_starts"],
        furniture_parts=w["furniture_parts"],
        caption=w["caption_starts"],
        credit=frozenset(w["credit_words"]),
        more=w["more_starts"],
        endings=re.compile(rf"(?:{'|'.join(w['endings']) or '(?!)'})\Z", re.IGNORECASE),
        colophon=re.compile("|".join(w["colophon"]) or "(?!)", re.IGNORECASE),
        contact=re.compile("|".join(w["contact"]) or "(?!)", re.IGNORECASE),
        faq=w["faq"],
        foot=frozenset(w["foot"]),
        byline=re.compile(rf"(?i:{'|'.join(w['bylines']) or '(?!)'})\s+(?=[^\W\d_a-zß-öø-ÿ])"),
        sections=frozenset(w["section_words"]),
        heard=re.compile(rf"(?:{'|'.join(w['heard']) or '(?!)'})\Z", re.IGNORECASE),
        cues=re.compile(rf"(?:{'|'.join(map(re.escape, w['stage_cues'])) or '(?!)'})\b", re.IGNORECASE),
        asking=re.compile(rf"(?:{'|'.join(w['asking']) or '(?!)'})\Z", re.IGNORECASE),
        date=re.compile(
            rf"(?:(?:{months})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\.?\s+(?:{months})\.?,?\s+\d{{4}}"
            rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,3}}\s+(?:{'|'.join(w['ago'])})\b)",
            re.IGNORECASE,
        ),
    )


_KEYS = (
    "furniture", "furniture_starts", "furniture_parts", "caption_starts", "credit_words", "more_starts", "endings",
    "colophon", "contact", "faq", "foot", "bylines", "section_words", "months", "ago",
    "asking", "heard", "stage_cues",
)  # fmt: skip


@functools.lru_cache(maxsize=1024)  # several rules ask about one line
def plain(text: str) -> str:
    """A short line without markup, end marks and case, for looking it up in a list."""
    return " ".join(text.replace("’", "'").strip(" *_#:.!…–—-|<>[]\t\xa0»«›‹↑→←▲").casefold().split())


def zone_of(text: str, words: ZoneWords) -> Found | None:
    """The zone of one paragraph judged by itself, None for running text."""
    if len(text) > LONGEST:
        return _caption(text[-200:], words, long=True)
    for rule in (_mark, _stage, _caption, _furniture, _list):
        found = rule(text, words)
        if found:
            return found
    return None


def _mark(text: str, words: ZoneWords) -> Found | None:
    if _FOOTNOTE.match(text):
        return Zone.FURNITURE, "a footnote"
    if len(text) > 90:
        return None
    if _RULE_LINE.match(text):
        return Zone.FURNITURE, "a line drawn between parts"
    if _END_TAG.match(text):
        return Zone.FURNITURE, "the end of an element"
    if text[-1] == "|" and _CELL.match(text):
        return Zone.FURNITURE, "a cell of a table without words"
    if _STATUS_LINE.match(text):
        return Zone.STAGE, "what a program or the record itself writes between two speakers"
    if text[-1] in "._…" and _FIELD.match(text):
        return Zone.FURNITURE, "a field to fill in by hand"
    if _META_LINE.match(text):
        return Zone.FURNITURE, "a line of metadata"
    line = " ".join(text.split())
    if words.asking.match(line):
        return Zone.STAGE, "says who asks from here on"
    if words.heard.match(line.lstrip("-–— ")):
        return Zone.STAGE, "tells what is heard in the room"
    if words.endings.match(line):
        return Zone.FURNITURE, "end mark"
    if _TIME_LINE.match(text) and not re.match(r"\d{1,2}:\d{2}(?::\d{2})?\Z", text):
        return Zone.FURNITURE, "a time of day"
    return None


def _stage(text: str, words: ZoneWords) -> Found | None:
    """A paragraph wholly in brackets: `(Laughter.)`, `[CROSSTALK]`, `(A voice: Hear, hear!)`."""
    text = text.strip("*_ •·-–—")
    clock = _TIMED_SOUND.match(text) if text[:1].isdigit() else None
    text = text[clock.end() :] if clock else text
    if text[:1] not in "([\\":
        return None
    text = _COUNTED.sub("\n", text.replace("\\[", "[").replace("\\]", "]"))
    if len(text) < 3 or text[0] not in "([〔" or text.rstrip(".")[-1:] not in (")", "]", "〕"):
        return None
    depth = 0
    for place, char in enumerate(text):
        depth += (char in "([〔") - (char in ")]〕")
        if (
            depth == 0
            and text[place + 1 :].strip(" .–—-")
            and text[place + 1 : place + 4].strip()[:1] not in ("-", "–", "—")
            and text[place + 1 :].lstrip()[:1] not in ("(", "[")  # several of them
        ):
            return None
    if _LINK_ITEM.match(text):
        return None
    inside = text.strip("()[]. ")
    if _is_credit(inside, words):
        return Zone.CAPTION, "a picture's credit"
    return Zone.STAGE, "wholly in brackets"


def _is_credit(inside: str, words: ZoneWords) -> bool:
    """Whether the words in brackets are a credit: names with a slash between them, or a word such as 'photo'."""
    parts = inside.split()
    if len(parts) > 12 or not (parts and parts[0][:1].isupper()):
        return False
    if any(plain(part) in words.credit for part in re.split(r"[\s/]+", inside)):
        return True
    return "/" in inside.strip("/") and all(part[:1].isupper() for part in re.split(r"[\s/]+", inside) if part)


def _caption(text: str, words: ZoneWords, long: bool = False) -> Found | None:
    found = _CREDIT.search(text[-110:]) if text[-1] in ")]." else None
    if found and found.start() and "/" in found["credit"] and _is_credit(found["credit"], words):
        before = text[-110:][: found.start()].rstrip()
        if before and before[-1] in CLOSING:
            return Zone.CAPTION, "ends in a picture's credit in brackets"
    if long:
        return None
    if text[:40].casefold().startswith(words.caption):
        return Zone.CAPTION, "begins like a picture's caption"
    end = text[-80:]
    last = _AFTER_STOP.split(end)[-1] if "by" in end else ""
    tokens = last.split()
    if 2 < len(tokens) <= 9 and len(text) > len(last) and last[-1] not in ".?!:" and "by" in tokens:
        by = tokens.index("by")
        if any(plain(token) in words.credit for token in tokens[:by]) and all(
            t[:1].isupper() for t in tokens[by + 1 :]
        ):
            return Zone.CAPTION, "ends in a photographer's name"
    return None


def _furniture(text: str, words: ZoneWords) -> Found | None:
    bare = plain(text) if len(text) <= 200 else ""
    if bare in words.furniture or bare in words.foot:
        return Zone.FURNITURE, f"page furniture: '{bare}'"
    if len(text) <= 400 and _COPYRIGHT.match(text):
        return Zone.FURNITURE, "copyright line"
    if bare.startswith(words.furniture_starts):
        return Zone.FURNITURE, "begins like page furniture"
    folded = text.casefold()
    for part in words.furniture_parts:
        if part in folded:
            return Zone.FURNITURE, "says who made the page"
    if _LINK.match(text):
        return Zone.FURNITURE, "nothing but a link"
    if _IMAGE.match(text):
        return Zone.CAPTION, "a picture"
    if len(text) <= 120 and words.byline.match(text) and text[-1] not in _NO_BYLINE_END and len(text.split()) <= 14:
        return Zone.FURNITURE, "byline"
    return None


def _list(text: str, words: ZoneWords) -> Found | None:
    if _LINK_ITEM.match(text):
        return Zone.LIST, "a link in a list"
    if len(text) <= 300 and text[:60].casefold().startswith(words.more):
        return Zone.LIST, "sends the reader to another page"
    if text[0] in "•▪◦‣●■" and _BULLET.match(text):
        return Zone.LIST, "a bullet point"
    return None


def is_bullet(text: str) -> bool:
    """Whether a paragraph begins with the mark of a list item (a dash may open a speech too)."""
    return bool(_BULLET.match(text))


def names_a_section(line: str, words: ZoneWords) -> bool:
    """Whether a line announces a part of a meeting: 'Second part of the meeting:'."""
    if len(line) > 120 or not line.endswith(":") or ":" in line[:-1]:
        return False
    tokens = plain(line).split()
    return 1 < len(tokens) <= 14 and any(token.strip(",;()") in words.sections for token in tokens)
