"""Plain text and Markdown: the text is the file's own, only what is known about it has to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.reading.known.frontmatter import front_matter
from quotedb.reading.known.titles import title_from_location, title_from_text

if TYPE_CHECKING:
    from quotedb.reading.known.fields import Fields


def read_plain(text: str, location: str | None) -> tuple[Fields, int]:
    """What front matter, else the first lines, else the file name say about `text`, and where its front matter ends."""
    fields, start = front_matter(text)
    if "title" not in fields:
        fields["title"] = title_from_text(text, start) or title_from_location(location)
    return fields, start
