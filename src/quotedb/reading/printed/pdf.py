"""A PDF with a text layer: paragraphs made of its lines, pages remembered, what repeats on every page left out."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING, Any

from quotedb.errors import UnreadableSource
from quotedb.reading.known.fields import Fields, clean_fields, sound
from quotedb.reading.printed.pagelines import PageLine, lines_of_page, without_furniture, without_numbers
from quotedb.reading.printed.reflow import reflow
from quotedb.reading.printed.weight import has_two_weights, heavy_runs, with_colons

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_PAGES = 20_000
#: titles that programs write when nobody gave one: the name of the file that was printed
_NO_TITLE = re.compile(r"(?:microsoft (?:word|powerpoint)\b|untitled\b|document\d*\Z|.*\.\w{2,4}\Z)", re.IGNORECASE)
#: Ligatures are the printer's, not the speaker's: "office" is to be found whatever the type. A soft hyphen is no letter.
_PRINTERS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""})
_COLUMNS = re.compile(r"\S {4,}\S")


def read_pdf(content: bytes, name: str) -> tuple[str, Fields, tuple[int, ...]]:
    """The text of a PDF, what it says of itself, and the offset at which each of its pages begins in the text.

    Raises UnreadableSource for a scan without text, a file with a password and a damaged one.
    """
    import pypdf  # here: only PDFs need it

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings are about PDF syntax
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
    except pypdf.errors.DependencyError:
        locked = True
    except Exception as error:  # a damaged file may upset the library anywhere
        raise _damaged(name, error) from None
    if locked:
        raise UnreadableSource(
            f"{name} is an encrypted PDF; open it with its password, save a copy without one and ingest that"
        )
    try:
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableSource(f"{name} has more than {MAX_PAGES:,} pages; split it into several files")
        pages = [_lines(page) for page in reader.pages]
        runs = [heavy_runs(page) if has_two_weights(page) else [] for page in reader.pages]
        said = _said(reader)
    except UnreadableSource:
        raise
    except Exception as error:
        raise _damaged(name, error) from None
    text, starts = reflow(without_furniture(without_numbers(with_colons(pages, runs))))
    if not text.strip():
        raise UnreadableSource(
            f"{name} is a PDF without text, probably a scan; let a program for text recognition (OCR) add the text first"
        )
    return text, clean_fields(said, strict=False), starts


def _damaged(name: str, error: Exception) -> UnreadableSource:
    reason = " ".join(str(error).split())[:120] or type(error).__name__
    return UnreadableSource(
        f"{name} is a damaged PDF ({reason}); open it in a viewer and save or print it as PDF again"
    )


def _lines(page: Any) -> list[PageLine]:
    """The lines of one page as they are set out on it; columns side by side are read one after the other."""
    laid_out = _text(lambda: page.extract_text(extraction_mode="layout"))
    lines = lines_of_page(laid_out)
    if not lines or _has_columns(laid_out):
        return lines_of_page(_text(page.extract_text))
    return lines


def _text(extract: Callable[[], str]) -> str:
    """One page that cannot be laid out does not spoil the others."""
    try:
        return sound(extract()).translate(_PRINTERS)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, ZeroDivisionError, OverflowError):
        return ""


def _has_columns(laid_out: str) -> bool:
    """Whether most lines have words on both sides of a wide gap in their middle."""
    long = [line for line in map(str.strip, laid_out.split("\n")) if len(line) >= 50]
    split = sum(
        any(0.3 * len(line) <= (gap.start() + gap.end()) / 2 <= 0.7 * len(line) for gap in _COLUMNS.finditer(line))
        for line in long
    )
    return len(long) >= 6 and split > 0.6 * len(long)


def _said(reader: Any) -> dict[str, object]:
    """Title and author as the file gives them; when it was made says little about when it was published."""
    about = reader.metadata
    if about is None:
        return {}
    title = about.title or ""
    return {"title": "" if _NO_TITLE.match(title.strip()) else title, "byline": about.author}
