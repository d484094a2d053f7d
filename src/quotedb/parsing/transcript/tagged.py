"""Labels inside the marks of a site or a service: `<Speaker name="Ana Velt" time="00:12">`, `From Ana Velt to Everyone :`."""

from __future__ import annotations

import re

from quotedb.parsing.transcript.signs import Found

#: A component's tag (its name has a capital, or says what it is for), or a shortcode: `{{< speaker "Ana Velt" >}}`,
#: `{% speaker name="Ana Velt" %}`, `{SPEAKER name="Ana Velt"}`. The elements of HTML have names too: `<a name="top">`.
_TAG = re.compile(
    r"(?:<(?:[A-Z][\w.]{0,40}|[a-z]+-[\w-]{1,40}|speaker|turn|utterance|said|dialogue)\s"
    r"|\{\{[<%]\s*[\w./-]{1,40}\s|\{%-?\s*(?:include\s+)?[\w./-]{1,40}\s|\{(?i:speaker|voice|turn)\s)"
    r"(?:[^\"'<>{}\n]{0,80}?(?:[\w-]+=[\"'][^\"'\n]{0,80}[\"']\s+)?){0,3}?"
    r"(?:(?:name|speaker|who|by|author|person)=)?[\"'](?P<label>[^\"'<>{}\n]{1,80})[\"'](?P<rest>[^<>{}\n]{0,160})(?:[>%]\}?\}?|\})\s*"
)
_NAMED = re.compile(r"\b(?:name|speaker|who|by|author|person)=[\"']\Z|\s[\"']\Z")

#: How a service logs its chat, behind the time.
_SENT = re.compile(
    r"From\s+(?P<label>[^\s:][^:\n]{0,60}?)(?:\s+to\s+[^\s:][^:\n]{0,60}?)?\s*:(?:\s+|\Z)", re.IGNORECASE
)


#: A picture's text and right behind it the name: `Photo of Ana VeltAna Velt (Tern, Harbour Party) Share this`.
_PICTURED = re.compile(
    r"(?:Photo|Picture|Portrait|Image) of (?P<name>[^\W\d_][^\n]{3,40}?) ?(?P<label>(?P=name)(?:\s?\([^()\n]{2,80}\))?)"
    r"(?=\s*\Z| (?:Share|Link|Hansard)\b)[^\n]{0,80}\Z"
)


def pictured(window: str, at: int, whole: bool) -> Found | None:
    """A name alone on its line behind the text of its picture."""
    found = _PICTURED.match(window, at) if whole and window[at] in "PI" else None
    return ("tag", found.start("label"), found.end("label"), len(window)) if found else None


def sent(window: str, at: int, _whole: bool) -> Found | None:
    """`00:12:33  From Ana Velt to Everyone : Can you hear me?`; without the time it may be a title: `From Tern to Kest: a walk`."""
    found = _SENT.match(window, at) if at and window[at] in "Ff" else None
    return ("sent", found.start("label"), found.end("label"), found.end()) if found else None


def tagged(window: str, at: int, whole: bool) -> Found | None:
    """A tag or a shortcode alone on its line that holds a name."""
    if window[at] not in "<{" or not whole:
        return None
    found = _TAG.match(window, at)
    if not found or found.end() < len(window) or not _NAMED.search(window, at, found.start("label")):
        return None
    return "tag", found.start("label"), found.end("label"), len(window)
