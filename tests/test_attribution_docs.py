"""docs/attribution.md says what the sieves do, in the order in which they are asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotedb.models import Document
from quotedb.parsing.analysis import Trace, analyse
from quotedb.parsing.article.attribution import SIEVES, answers

PAGE = (Path(__file__).parent.parent / "docs" / "attribution.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| `(\w+)` \| (?:\((\w\w)\) )?(.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def test_every_sieve_stands_on_the_page_in_its_order() -> None:
    assert [(int(number), name) for number, name, *_ in ROWS] == [
        (number, sieve.__name__) for number, sieve in enumerate(SIEVES, 1)
    ]


@pytest.mark.parametrize(("name", "language", "example", "speaker"), [row[1:] for row in ROWS])
def test_the_example_of_a_sieve_is_decided_by_it(name: str, language: str, example: str, speaker: str) -> None:
    """The sieve of the row is the first that answers, and the speaker is the one that the page names."""
    trace = Trace()
    found = analyse(Document(example.replace(" ¶ ", "\n\n"), language=language or "en"), "article", trace)
    at = 0 if name == "sentence_end" else -1
    decision = trace.decisions[at]
    order, _ = next(answers(decision.scene, decision.paragraph, decision.number, decision.sieves))
    assert decision.sieves[order].__name__ == name
    assert found.utterances[at].speaker == speaker
