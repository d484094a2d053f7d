"""A language is data: word lists in one TOML file a language, read once.

`lexicon("en").words("names.titles")` is a frozenset of the strings under ``[names] titles``; `.table("pronouns")` a
mapping; `.has("verb_second")` whether the language is said to be so. A key that a language does not give is empty, so
that every rule has to live without it. docs/languages.md says what each key is for.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from quotedb.errors import QuotedbError
from quotedb.parsing.lexicon.checking import check

#: The language whose words others may share, and the one that is taken where nothing tells another.
DEFAULT = "en"
#: The file of the words that labels and records have anywhere: no language, but part of the default one.
_ANYWHERE = "anywhere"
_HEAD = "language"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language, by section and key of its file; each language has one, which is its own key in caches."""

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
        return _words(self, path)

    def table(self, path: str) -> dict[str, Any]:
        """The table at ``section`` or ``section.key``."""
        return dict(self.get(path) or {})

    def has(self, what: str) -> bool:
        """Whether the language has a property: a switch of its ``[language]`` table."""
        return bool(self.get(f"{_HEAD}.{what}"))


@functools.cache
def _words(lex: Lexicon, path: str) -> frozenset[str]:
    return frozenset(lex.get(path) or ())


@functools.cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a lexicon, the default one first."""
    codes = sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))
    return (DEFAULT, *(code for code in codes if code not in (DEFAULT, _ANYWHERE)))


def lexicon(language: str | None = None) -> Lexicon:
    """The lexicon of a two-letter language code; the default one where the language is unknown or has no file."""
    code = (language or DEFAULT).lower()[:2]
    return _read(code if code in languages() else DEFAULT)


def _folder() -> Any:
    return resources.files(__name__)


@functools.cache
def _read(code: str) -> Lexicon:
    found = from_toml(code, _text_of(code))
    return Lexicon(code, joined(found.data, tomllib.loads(_text_of(_ANYWHERE)))) if code == DEFAULT else found


def _text_of(name: str) -> str:
    return str((_folder() / f"{name}.toml").read_text(encoding="utf-8"))


def from_toml(code: str, text: str) -> Lexicon:
    """The lexicon that a file says, with what it shares.

    Raises `QuotedbError`, naming file and key, where the file is no TOML or says what no lexicon may say.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise QuotedbError(f"{code}.toml is no TOML: {error}.") from error
    check(code, data)
    for path in data[_HEAD].get("shares", ()):
        section, _, key = path.partition(".")
        common = _read(DEFAULT).get(path)
        if common is None:
            raise QuotedbError(f"{code}.toml: language.shares names {path}, which {DEFAULT}.toml does not have.")
        if key:
            data.setdefault(section, {})[key] = joined(data.get(section, {}).get(key), common)
        else:
            data[section] = joined(data.get(section), common)
    return Lexicon(code, data)


def joined(own: Any, common: Any) -> Any:
    """What a language gives with what it shares: lists one after the other, tables key by key, its own word first."""
    if isinstance(common, dict):
        own = own or {}
        return {key: joined(own.get(key), common.get(key)) for key in {**common, **own}}
    if isinstance(common, list):
        return [*(own or ()), *common]
    return common if own is None else own
