"""The matched words of a hit, exactly as the index matched them, and the window of text that shows most of them."""

from __future__ import annotations

import re
import sqlite3

Span = tuple[int, int]

#: About three lines on a page, one screen line and a half on a terminal.
WINDOW = 280

_BREAK = re.compile(r"\s+")
_SENTENCE_START = re.compile(r"(?<=[.!?…])[”’\"')\]]?\s+|\n+")


def matched_spans(conn: sqlite3.Connection, row_id: int, text: str, match: str) -> tuple[Span, ...]:
    """Where the words of an FTS5 query stand in an utterance, as half-open spans of `text`."""
    opening, closing = _unused(text)
    row = conn.execute(
        "SELECT highlight(utterances_fts, 0, ?, ?) FROM utterances_fts WHERE utterances_fts MATCH ? AND rowid = ?",
        [opening, closing, match, row_id],
    ).fetchone()
    if row is None:
        return ()
    spans, position, start = [], 0, 0
    for piece in re.split(f"({opening}|{closing})", row[0]):
        if piece == opening:
            start = position
        elif piece == closing:
            spans.append((start, position))
        else:
            position += len(piece)
    return tuple(spans)


def best_window(text: str, spans: tuple[Span, ...], size: int = WINDOW) -> tuple[str, tuple[Span, ...]]:
    """The part of `text` of about `size` characters that holds most matches, cut between words, and the matches in it."""
    if len(text) <= size:
        return text, spans
    first, last = _densest(spans, size)
    if first == last:
        start = 0
    else:
        middle = (spans[first][0] + spans[last - 1][1]) // 2
        start = min(max(0, middle - size // 2), max(0, spans[first][0]))
        start = _tidy_start(text, start, spans[first][0])
    end = min(len(text), start + size)
    if first != last:
        end = max(end, spans[last - 1][1])
    if end < len(text):
        cuts = [cut.start() for cut in _BREAK.finditer(text, max(start, end - 60), end)]
        keep = spans[last - 1][1] if first != last else start + 1
        end = next((cut for cut in reversed(cuts) if cut >= keep), end)
    window = text[start:end]
    lead = len(window) - len(window.lstrip())
    start, window = start + lead, window.strip()
    inside = tuple((a - start, b - start) for a, b in spans if a >= start and b <= start + len(window))
    return window, inside


def _densest(spans: tuple[Span, ...], size: int) -> tuple[int, int]:
    """The longest run of matches that fits a window, as indices."""
    best, low = (0, 0), 0
    for high in range(len(spans)):
        while low < high and spans[high][1] - spans[low][0] > size * 3 // 4:
            low += 1
        if high + 1 - low > best[1] - best[0]:
            best = (low, high + 1)
    return best


def _tidy_start(text: str, start: int, latest: int) -> int:
    """Begin at a sentence where one is near, else at a word."""
    if start == 0:
        return 0
    sentence = _SENTENCE_START.search(text, max(0, start - 80), min(latest, start + 80) + 1)
    if sentence and sentence.end() <= latest:
        return sentence.end()
    word = _BREAK.search(text, start, latest)
    return word.end() if word else start


def _unused(text: str) -> tuple[str, str]:
    """Two characters that the text does not hold: private-use ones, as nothing readable is safe."""
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return next(free), next(free)
