"""Placeholder."""
from collections.abc import Sequence

from quotedb.parsing.lexicon import Lexicon
from quotedb.parsing.shapes import Block, Who


class Cast:
    def __init__(self, text: str, narration: Sequence[Block], labels: Sequence[tuple[str, int]], lex: Lexicon) -> None:
        pass

    def of_label(self, label: str) -> tuple[Who, ...]:
        return (Who(label, "person"),)
