"""From the phrases that govern some words to the label as printed and the people behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.models import Problem
from quotedb.parsing.article.attached import with_attached
from quotedb.parsing.article.channels import channel_of
from quotedb.parsing.article.interpreted import rendering_told
from quotedb.parsing.people.namewords import without_possessive
from quotedb.parsing.people.pronouns import worth_of

if TYPE_CHECKING:
    from quotedb.models import Rendering
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.cast import Cast
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.shapes import Span, Who


class Named(NamedTuple):
    """Who is said to have said something: as printed, and resolved."""

    label: str
    label_span: Span
    speakers: tuple[Who, ...]
    cue: str | None
    via: str | None
    ambiguous: bool  #: several people here bear that name
    rendering: Rendering  #: whether an interpreter is named
    worth: float | None  #: how often pronouns that are as clear as this one mean whom they seem to; None without one


def named(
    scene: Scene, answer: Attribution, cast: Cast, lex: Lexicon, speaker: Who | None, problems: list[Problem]
) -> Named:
    """The names behind an attribution; `speaker` spoke last. What stays open is added to `problems`."""
    home = scene.paragraphs[answer.paragraph]
    who = tuple(with_attached(home, phrase) for phrase in answer.who)
    label_span = (who[0].start, who[-1].end)
    label = scene.text[label_span[0] : label_span[1]]
    if who[-1].possessive:
        label = without_possessive(label, lex)
        label_span = (label_span[0], label_span[0] + len(label))
    speakers: list[Who] = []
    ambiguous = False
    worth: float | None = None
    for phrase in who:
        found = cast.of_phrase(home, phrase, speaker)
        if found.share is not None:
            worth = min(worth_of(found.share), 1.0 if worth is None else worth)
        if found.ambiguous:
            ambiguous = True
            problems.append(Problem("ambiguous-name", f"Several people here are called {label}.", *label_span))
        if found.who is not None and found.who not in speakers:
            speakers.append(found.who)
        elif found.who is None and not found.ambiguous and phrase.kind == "pronoun":
            problems.append(Problem("pronoun-without-antecedent", f"Whom {label!r} means is open.", *label_span))
    cue = home.tokens[answer.cue].low if answer.cue is not None else None
    channel = answer.via or (channel_of(home, answer.cue) if answer.cue is not None else None)
    via = scene.text[channel.start : channel.end] if channel is not None else None
    return Named(
        label, label_span, tuple(speakers), cue, via, ambiguous, rendering_told(scene, answer, cast.lex), worth
    )
