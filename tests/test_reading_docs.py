"""docs/reading.md says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotedb.reading.content import fetch, raw
from quotedb.reading.finding import READABLE
from quotedb.reading.known.fields import FIELDS
from quotedb.reading.known.frontmatter import KEYS, front_matter
from quotedb.reading.markup import docx
from quotedb.reading.printed import pdf
from quotedb.reading.speech import cues

PAGE = (Path(__file__).parent.parent / "docs" / "reading.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*READABLE, *FIELDS, *(key for keys in KEYS.values() for key in keys)])
def test_every_suffix_field_and_key_is_documented(name: str) -> None:
    assert f"`{name}`" in PAGE or f"\n{name}: " in PAGE


def test_the_limits_are_those_of_the_code() -> None:
    assert f"over {raw.MAX_BYTES // 1_000_000} MB" in PAGE
    assert f"pages up to {fetch.MAX_PAGE_BYTES // 1_000_000} MB" in PAGE
    assert f"{fetch.TIMEOUT_SECONDS:.0f} seconds" in PAGE
    assert f"at most {fetch.MAX_REDIRECTS}" in PAGE
    assert f"{docx.MAX_XML_BYTES // 1_000_000} MB of text" in PAGE
    assert f"{docx.MAX_UNPACKED_BYTES // 1_000_000} MB in\nall" in PAGE
    assert f"more than {pdf.MAX_PAGES:,} pages" in PAGE
    assert f"`{cues.UNKNOWN}`" in PAGE


def test_the_example_of_front_matter_gives_all_fields() -> None:
    example = PAGE.split("```\n---\n", 1)[1].split("\n```", 1)[0]
    assert set(front_matter(f"---\n{example}\n")[0]) == set(FIELDS)
