"""Placeholder."""
from collections.abc import Sequence

from quotedb.models import Form
from quotedb.parsing.lexicon import Lexicon
from quotedb.parsing.shapes import Block, Dialogue


def find_turns(text: str, blocks: Sequence[Block], lex: Lexicon, form: Form = "auto") -> Dialogue:
    return Dialogue((), tuple(blocks))
