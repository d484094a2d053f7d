"""Whether a page was saved in full: a download that broke off looks like a short page."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_SILENT = re.compile(r"<(!--|script\b|style\b|textarea\b)", re.IGNORECASE)
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
    marks, left = _spoken(page)
    open_: dict[str, int] = {}
    for found in _CLOSED.finditer(marks):
        name = found[2].lower()
        open_[name] = open_.get(name, 0) + (-1 if found[1] else 1)
    if not left and _IN_TAG.search(marks[-10_000:]):
        left = "a tag"
    left = left or next((f"<{name}>" for name, count in open_.items() if count > 0), None)
    return f"The page breaks off inside {left}; it was not saved in full: save it again." if left else None


def _spoken(page: str) -> tuple[str, str | None]:
    """The page without comments and scripts, and which of these has no end."""
    lowered, parts, at = page.lower(), [], 0
    while found := _SILENT.search(page, at):
        parts.append(page[at : found.start()])
        kind = found[1].lower()
        end = lowered.find("-->" if kind == "!--" else f"</{kind}", found.end())
        if end < 0:
            return "".join(parts), "a comment" if kind == "!--" else f"<{kind}>"
        at = end
    return "".join(parts) + page[at:], None
