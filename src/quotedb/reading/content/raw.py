"""The bytes of a source, as they came: from a file, a stream or the web."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, Any

from quotedb.errors import UnreadableSource

MAX_BYTES = 200_000_000  #: of one file; more than a year of a parliament's debates in one document is surely a mistake


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes (or text, where a text stream gave it) and what their carrier says about them."""

    content: bytes | str
    name: str  #: how messages call it: the path or URL as given, or "the text from the stream"
    location: str | None = None
    url: str | None = None  #: of the page that answered, after redirections
    suffix: str = ""  #: ".html", lower case; a hint, never trusted
    charset: str | None = None  #: that the web server declared


def from_path(path: str | os.PathLike[str]) -> Raw:
    """Read a file. Raises UnreadableSource with one sentence for whatever stands in the way."""
    name = PurePath(path).as_posix()
    suffix = PurePath(path).suffix.lower()
    try:
        if Path(path).is_dir():
            raise UnreadableSource(f"{name} is a folder, not a document; ingest takes folders, read takes one file")
        with Path(path).open("rb") as stream:
            content = _limited(stream, name)
    except FileNotFoundError:
        raise UnreadableSource(f"{name} is not there; check the path") from None
    except PermissionError:
        raise UnreadableSource(f"{name} may not be read: permission denied; check the rights of the file") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path itself
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableSource(f"{name} cannot be read: {reason}; check the path and the disk") from None
    return Raw(content, name, name, suffix=suffix)


def from_stream(stream: IO[Any]) -> Raw:
    """Read a binary or text stream to its end; a stream without a file name has no location."""
    given = getattr(stream, "name", None)
    location = PurePath(given).as_posix() if isinstance(given, str) and given and not given.startswith("<") else None
    name = location or "the text from the stream"
    try:
        content = _limited(stream, name)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"{name} cannot be decoded as {error.encoding} (byte {error.start}); open it in binary mode ('rb') instead"
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{name} cannot be read: {error}; open the file again") from None
    return Raw(content, name, location, suffix=PurePath(location).suffix.lower() if location else "")


def _limited(stream: IO[Any], name: str) -> bytes | str:
    content: bytes | str = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableSource(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB, the limit for a document; split it into several files"
        )
    return content
