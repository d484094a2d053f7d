"""What a text quotes: pieces that belong together, with whom the text names for them."""

from __future__ import annotations

from dataclasses import dataclass

from quotedb.models import Analysis, Kind, Utterance

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: pieces of a text that belong together, and whom it names."""

    spans: tuple[Span, ...]
    kind: Kind | None
    label: str | None
    speakers: tuple[str, ...]
    confidence: float


def asked_by(analysis: Analysis) -> list[Asked]:
    """Everything that a text says to have been said in these words, in its order; reported speech is no quotation."""
    passages: dict[int, list[Utterance]] = {}
    for utterance in analysis.utterances:
        if utterance.kind != "indirect":
            passages.setdefault(utterance.passage, []).append(utterance)
    # "officials" or "Q" is no name to hold against the record
    named = {name for name, kind in analysis.kinds.items() if kind in ("person", "body")}
    return [
        Asked(
            spans=tuple((u.start_char, u.end_char) for u in pieces),
            kind=pieces[0].kind,
            label=pieces[0].label,
            speakers=tuple(name for name in pieces[0].speakers if name in named),
            confidence=pieces[0].confidence,
        )
        for pieces in passages.values()
    ]
