"""Whom an age means: "the 45-year-old" is whoever is 45 by the document, or else whoever it was about until then."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.prose.clauses import is_subject, speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.prose.syntax import Paragraph, Phrase

#: So far back reaches an age that stands beside no name: paragraphs, and names that act or speak there.
_BACK, _MENTIONS = 3, 12
#: How likely it means the only one who is named there, or in its own paragraph, or else the last of several.
_ALONE, _LAST = 0.86, 0.6
_AGE = re.compile(r"\d{1,3}(?=-)")
_NUMBER = re.compile(r"\d{1,3}\Z")


class Aged(NamedTuple):
    """The name that an age stands for."""

    paragraph: Paragraph
    name: Phrase
    share: float | None  #: how likely; None where the age stands beside the name


class _Named(NamedTuple):
    paragraph: Paragraph
    name: Phrase
    years: str  #: the age beside the name, "" for none


class Ages:
    """The names of a document that act or speak or have an age beside them; they are read when somebody asks."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._acting: list[_Named] | None = None
        self._starts: list[int] = []
        self._aged: dict[str, dict[str, _Named]] = {}  #: by age and last name

    def meant(self, home: Paragraph, phrase: Phrase) -> Aged | None:
        """Whom ``the 45-year-old`` means; None for any other phrase, and where several have that age."""
        age = _AGE.match(phrase.head) if phrase.definite and phrase.kind == "nominal" else None
        if age is None:
            return None
        acting = self._read() if self._acting is None else self._acting
        beside = self._aged.get(age[0])
        if beside:
            (one, *others) = beside.values()
            return None if others else Aged(one.paragraph, one.name, None)
        end = bisect_left(self._starts, phrase.start)
        near = [named for named in acting[max(0, end - _MENTIONS) : end] if not named.years]
        near = [named for named in near if home.index - named.paragraph.index <= _BACK]
        if not near:
            return None
        here = [named for named in near if named.paragraph.index == home.index] or near
        alone = len({named.name.head for named in here}) == 1
        return Aged(near[-1].paragraph, near[-1].name, _ALONE if alone else _LAST)

    def _read(self) -> list[_Named]:
        self._acting = []
        for paragraph in self._paragraphs:
            for name in paragraph.phrases:
                if name.kind != "name" or name.possessive:
                    continue
                years = _age_beside(paragraph, name)
                named = _Named(paragraph, name, years)
                if years:
                    self._aged.setdefault(years, {}).setdefault(name.head, named)
                if is_subject(paragraph, name) or speaks(paragraph, name):
                    self._acting.append(named)
                    self._starts.append(name.start)
        return self._acting


def _age_beside(paragraph: Paragraph, name: Phrase) -> str:
    """The age in "Ana Orlan, 45," or "45-year-old Ana Orlan"; "" for none."""
    tokens, after = paragraph.tokens, name.last + 1
    if after + 1 < len(tokens) and tokens[after].low in (",", "(") and _NUMBER.match(tokens[after + 1].low):
        return tokens[after + 1].low
    described = (_AGE.match(token.low) for token in tokens[name.first : name.last])
    return next((found[0] for found in described if found), "")
