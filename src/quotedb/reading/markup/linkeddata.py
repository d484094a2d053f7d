"""The text that a page carries in its data for search engines: all there is where a page shows only a teaser, or nothing."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

#: From so many times the words that the page shows, the data hold the text and the page a teaser of it.
_FULLER = 2
_FEWEST = 40  # words of a text
_TAG = re.compile(r"<(?:/?p|br|div|h\d)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_DEEPEST = 12


def fuller_text(root: Any, shown: str) -> str:
    """The paragraphs of the page's `articleBody`, a blank line between them, where that is far more than it shows; else ""."""
    found = max((body for script in _scripts(root) for body in _bodies(script)), key=len, default="")
    text = html.unescape(found)
    paragraphs = [" ".join(_ANY_TAG.sub("", line).split()) for line in _TAG.sub("\n", text).split("\n")]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if words < _FEWEST or words < _FULLER * len(shown.split()):
        return ""
    return "\n\n".join(filter(None, paragraphs))


def _scripts(root: Any) -> Iterator[Any]:
    for script in root.iter("script") if root is not None else ():
        if "ld+json" in (script.get("type") or "") and "articleBody" in (script.text or ""):
            try:
                yield json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue


def _bodies(data: Any, depth: int = 0) -> Iterator[str]:
    """Every `articleBody` in the data, wherever they nest it."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        body = data.get("articleBody")
        if isinstance(body, str):
            yield body
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        if isinstance(value, dict | list):
            yield from _bodies(value, depth + 1)
