"""Placeholder."""
from collections.abc import Sequence

from quotedb.models import Problem
from quotedb.parsing.lexicon import Lexicon
from quotedb.parsing.names import Cast
from quotedb.parsing.shapes import Block, Quotation


def find_quotations(text: str, blocks: Sequence[Block], cast: Cast, lex: Lexicon) -> tuple[list[Quotation], list[Problem]]:
    return [], []
