"""A language is data: word lists in one TOML file a language, read once.

`lexicon("en").words("names.titles")` is a frozenset of the strings under ``[names] titles``; `.table("pronouns")` a
mapping. A key that a language does not give is empty, so that every rule has to live without it.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, by section and key of its file."""

    language: str
    data: dict[str, Any]

    def get(self, path: str) -> Any:
        """The raw value at ``section.key``, None where it is not given."""
        value: Any = self.data
        for part in path.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def words(self, path: str) -> frozenset[str]:
        """The list at ``section.key`` as a set."""
        return frozenset(self.get(path) or ())

    def table(self, path: str) -> dict[str, Any]:
        """The table at ``section`` or ``section.key``."""
        return dict(self.get(path) or {})


@functools.cache
def lexicon(language: str | None = None) -> Lexicon:
    """The lexicon of a two-letter language code; English where the language is unknown or has no file."""
    code = (language or "en").lower()[:2]
    folder = resources.files(__name__)
    file = folder / f"{code}.toml"
    if not file.is_file():
        code, file = "en", folder / "en.toml"
    return Lexicon(code, tomllib.loads(file.read_text(encoding="utf-8")))
