"""What a person types becomes a query that FTS5 understands; nothing a person types is an error.

Words are ANDed; ``"a phrase"``, ``hegemon*``, ``OR`` (binds looser than the space), ``-word``. Everything else is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: More than this is cut off, and said: a raw FTS5 string of thousands of tokens runs for seconds and cannot be stopped.
MOST_TERMS = 64
MOST_CHARACTERS = 2000

_TERM = re.compile(r'(?P<minus>-)?(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?|(?P<word>[^\s"“”„«»]+))')
_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query."""

    text: str
    prefix: bool = False
    phrase: bool = False
    wanted: bool = True  #: False: it must not stand there

    def fts(self) -> str:
        """The term as FTS5 takes it: always quoted, so that nothing in it is an operator."""
        return '"' + self.text.replace('"', " ") + '"' + ("*" if self.prefix else "")

    def shown(self) -> str:
        """The term as a person would write it."""
        body = f'"{self.text}"' if self.phrase else self.text
        return ("" if self.wanted else "-") + body + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood: alternatives of terms that all must stand there."""

    alternatives: tuple[tuple[Term, ...], ...] = ()
    notes: tuple[str, ...] = field(default=())  #: what was left out, and why

    def fts(self) -> str | None:
        """The query for FTS5; None where nothing is left to look for."""
        parts = []
        for terms in self.alternatives:
            wanted = " AND ".join(term.fts() for term in terms if term.wanted)
            parts.append("(" + "".join([wanted, *(f" NOT {term.fts()}" for term in terms if not term.wanted)]) + ")")
        return " OR ".join(parts) or None

    def exact(self) -> str | None:
        """The query whose words stand together in this order; None where there is only one word or it says otherwise."""
        if len(self.alternatives) != 1:
            return None
        terms = self.alternatives[0]
        if len(terms) < 2 or not all(term.wanted and not term.prefix for term in terms):
            return None
        return '"' + " ".join(term.text.replace('"', " ") for term in terms) + '"'

    def understood(self) -> str:
        """The query in words, with what was left out."""
        shown = " OR ".join(" ".join(term.shown() for term in terms) for terms in self.alternatives)
        return "; ".join([shown or "nothing to look for", *self.notes])


def understand(typed: str) -> Query:
    """The query behind what a person typed."""
    notes: list[str] = []
    typed = typed.replace("\0", " ").encode(errors="replace").decode()  # half a character is none
    if len(typed) > MOST_CHARACTERS:
        typed = typed[:MOST_CHARACTERS]
        notes.append(f"only the first {MOST_CHARACTERS:,} characters were used")
    alternatives: list[list[Term]] = [[]]
    count = 0
    for match in _TERM.finditer(typed):
        if match["word"] == "OR" and not match["minus"]:
            alternatives.append([])
            continue
        term = _term(match)
        if term is None:
            continue
        count += 1
        if count > MOST_TERMS:
            notes.append(f"only the first {MOST_TERMS} words were used")
            break
        alternatives[-1].append(term)
    kept = []
    for terms in alternatives:
        if any(term.wanted for term in terms):
            kept.append(tuple(terms))
        elif terms:
            notes.append("only words to leave out (-word): name a word that must stand there, too")
    return Query(tuple(kept), tuple(dict.fromkeys(notes)))


def _term(match: re.Match[str]) -> Term | None:
    wanted = not match["minus"]
    if match["word"] is None:
        text = match["phrase"].strip()
        return Term(text, phrase=True, wanted=wanted) if _HAS_WORD.search(text) else None
    text = match["word"]
    if not _HAS_WORD.search(text):
        return None
    prefix = text.endswith("*") and len(text) > 1
    return Term(text.rstrip("*"), prefix=prefix, wanted=wanted)
