"""Whether a lexicon says only what it may: a key that is not in the table is refused with the nearest one that is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from quotedb.errors import QuotedbError
from quotedb.parsing.lexicon.keys import KEYS, KINDS, NEEDED

_GENDERS = frozenset("mfnps")


def check(code: str, data: dict[str, Any]) -> None:
    """Refuse what a lexicon may not say, with the file, the key and what to write instead.

    Raises `QuotedbError` for an unknown key, a value of another kind, a word with a capital, a broken regular
    expression, and where one of the needed keys is missing.
    """
    for path, value in _flat(data):
        key = KEYS.get(path)
        if key is None:
            near = difflib.get_close_matches(path, KEYS, 1)
            raise QuotedbError(f"{code}.toml: no lexicon has {path}" + (f"; is it {near[0]}?" if near else "."))
        fault = _fault(key.kind, value)
        if fault:
            raise QuotedbError(f"{code}.toml: {path} should be {KINDS[key.kind].replace('`', '')}: {fault}.")
    known = {path for path, _ in _flat(data)}
    for path in NEEDED:
        if path not in known:
            raise QuotedbError(f"{code}.toml: {path} is missing: {KEYS[path].use}.")


def _flat(data: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every key with its value; the tables that hold keys are opened, the tables that are values are not."""
    for name, value in data.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, dict) and path not in KEYS:
            yield from _flat(value, path)
        else:
            yield path, value


def _fault(kind: str, value: Any) -> str:
    """What is wrong with a value of this kind, in words; nothing where nothing is."""
    if kind in ("text", "switch"):
        right = isinstance(value, str if kind == "text" else bool)
        return "" if right else f"it is {value!r}"
    if kind in ("words", "patterns", "keys"):
        if not isinstance(value, list):
            return f"it is {value!r}"
        return next((fault for fault in (_fault_of_word(kind, word) for word in value) if fault), "")
    if not isinstance(value, dict):
        return f"it is {value!r}"
    for word, what in value.items():
        if kind == "genders" and what not in _GENDERS:
            return f"{word} is {what!r}"
        if kind == "shares" and not (isinstance(what, int | float) and 0 <= what <= 1):
            return f"{word} is {what!r}"
        if kind == "values" and not isinstance(what, str):
            return f"{word} is {what!r}"
        if kind == "parts" and _fault("words", what):
            return f"{word} is {what!r}"
    return ""


def _fault_of_word(kind: str, word: Any) -> str:
    if not isinstance(word, str) or not word.strip():
        return f"{word!r} stands in it"
    if kind == "words" and word != word.lower():
        return f"{word!r} has a capital"
    if kind == "patterns":
        try:
            re.compile(word)
        except re.error as error:
            return f"{word!r} is broken ({error})"
    return ""
