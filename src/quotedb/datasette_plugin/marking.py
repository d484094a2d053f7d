"""Text with marks in it: escaped first, marked after, so that whatever a document says stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from quotedb.database import text_fragment

#: A text fragment longer than this is given by its first and last words.
WHOLE_FRAGMENT = 200
FRAGMENT_WORDS = 6


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Markup:
    """`text` with <mark> round the spans (half-open, in order, not overlapping)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        at = end
    return Markup("").join([*parts, escape(text[at:])])


def differences(diff: Sequence[tuple[str, str, str]]) -> Markup:
    """Word operations (op, words here, words there): <del> for what stands here only, <ins> for what stands there only."""
    parts = []
    for op, here, there in diff:
        if op == "equal":
            parts.append(escape(there or here))
            continue
        if here:
            parts.append(Markup("<del>{}</del>").format(here))
        if there:
            parts.append(Markup("<ins>{}</ins>").format(there))
    return Markup(" ").join(parts)


def at_place(url: str | None, text: str) -> str | None:
    """The address of the words in their source; None where the source has no web address."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    words = text.split()
    whole = len(text) <= WHOLE_FRAGMENT or len(words) <= 2 * FRAGMENT_WORDS
    first, last = (words, []) if whole else (words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:])
    return url.partition("#")[0] + text_fragment(" ".join(first), " ".join(last))
