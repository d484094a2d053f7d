"""Whether a page was saved in full: a download that broke off looks like a short page."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_SILENT = re.compile(r"<!--.*?-->|<(script|style|textarea)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_IN_TAG = re.compile(r"<[a-z/!][^<>]*\Z", re.IGNORECASE)
#: elements that HTML lets nobody leave open
_CLOSED = re.compile(
    r"<(/?)(article|aside|blockquote|div|dl|footer|header|main|nav|ol|script|section|style|table|ul)\b", re.IGNORECASE
)


def cut_off(page: str) -> str | None:
    """Why the page seems to break off, as a sentence; None for one that ends as pages do, and for a piece of a page.

    A page may leave out its last tags; one that leaves open what must be closed as well was not saved in full.
    """
    if _WHOLE.search(page) or not _PAGE.search(page[:4_096]):
        return None
    marks = _SILENT.sub("", page)
    if _IN_TAG.search(marks[-10_000:]):
        return "The page breaks off inside a tag; it was not saved in full: save it again."
    open_: dict[str, int] = {}
    for found in _CLOSED.finditer(marks):
        name = found[2].lower()
        open_[name] = open_.get(name, 0) + (-1 if found[1] else 1)
    left = next((name for name, count in open_.items() if count > 0), None)
    return f"The page breaks off inside <{left}>; it was not saved in full: save it again." if left else None
