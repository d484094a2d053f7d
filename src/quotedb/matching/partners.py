"""Words that translators put for each other: `hearken` and `listen`, `breadth` and `width`.

Learned from sentences in two translations, and no more than a hint: where one of two such words stands in a quote and the
other in the record, both may be the same statement. What is verbatim or altered is decided on the words themselves.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


def partners(form: str) -> frozenset[str]:
    """The folded words that stand for a folded word in other translations; mostly none."""
    return _pairs().get(form, frozenset())


@cache
def _pairs() -> dict[str, frozenset[str]]:
    """What pairs.toml says, both ways; `python benchmarks/verify_pairs.py` writes it."""
    file = resources.files("quotedb.matching") / "pairs.toml"
    found: dict[str, set[str]] = {}
    for one, others in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for other in others:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {form: frozenset(others) for form, others in found.items()}
