"""Whether a document is in the language of the word lists, so that missing words mean something."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.parsing.transcript.labelwords import LabelWords

#: Four pieces of a document are looked at, each so long (characters).
SAMPLE = 1000
#: So large a share of their words are among the commonest of the language, and so many different ones at least: one word
#: of a few may be another language's as well.
COMMON, SEVERAL = 0.08, 2
_WORD = re.compile(r"[^\W\d_]+")


def knows_the_language(text: str, words: LabelWords) -> bool:
    """Whether the commonest words of the lists stand in the document."""
    step = max(1, len(text) // 4)
    return _are_common(" ".join(text[at : at + SAMPLE] for at in range(0, len(text), step)), words)


@functools.lru_cache(maxsize=8)  # asked several times about one document
def _are_common(sample: str, words: LabelWords) -> bool:
    found = _WORD.findall(sample.casefold())
    known = [word for word in found if word in words.common]
    return len(set(known)) >= SEVERAL and len(known) >= COMMON * len(found)
