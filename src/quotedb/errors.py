"""What can go wrong, as sentences: every message names the thing and says what to do."""

from __future__ import annotations

import re
import shlex

#: Between double quotes no shell sees anything but text in these; everything else is quoted harder.
_PLAIN = re.compile(r"[\w .,:;/+@=()'’-]*")


def pasteable(command: str, *words: str) -> str:
    """A command line that does what it says when it is pasted: names come from documents, and a shell obeys some of them."""
    quoted = [f'"{word}"' if _PLAIN.fullmatch(word) else shlex.quote(word) for word in words]
    return " ".join([command, *(["--"] if any(word.startswith("-") for word in words) else []), *quoted])


class QuotedbError(Exception):
    """Base of everything quotedb raises on purpose; its text is shown to people as it is."""


class UnreadableSource(QuotedbError):
    """A file, URL or text that cannot become a document."""


class UnusableDatabase(QuotedbError):
    """A file that is no quotedb database, is newer than this program, or cannot be opened or written."""


class UnknownName(QuotedbError):
    """A speaker, utterance or other thing that the database does not hold."""


def stumbled(place: str, error: Exception) -> str:
    """The sentence for a document that no rule here foresaw."""
    return (
        f"{place} made quotedb stumble ({type(error).__name__}: {error}); the other documents are not touched: "
        "please report this with the file"
    )
