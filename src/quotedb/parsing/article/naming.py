"""From the phrases that govern some words to the label as printed and the people behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.models import Problem
from quotedb.parsing.article.attached import with_attached
from quotedb.parsing.article.channels import channel_of
from quotedb.parsing.article.interpreted import rendering_told
from quotedb.parsing.people.kinds import nominal_kind
from quotedb.parsing.people.namewords import without_possessive
from quotedb.parsing.people.pronouns import worth_of
from quotedb.parsing.prose.grammar import Tag

if TYPE_CHECKING:
    from quotedb.models import Rendering
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.people.cast import Cast
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.prose.syntax import Paragraph, Phrase
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
    who = _as_one(home, tuple(with_attached(home, phrase) for phrase in answer.who))
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
            people = "; ".join(cast.namesakes(phrase)) or "their full names are not given"
            problems.append(
                Problem("ambiguous-name", f"Several people here are called {label}: {people}.", *label_span)
            )
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


def _as_one(home: Paragraph, who: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Two roles under one article are one person, "the actor and producer"; two words before one group are one group.

    "The mayor and the governor", "Republicans and Democrats" are two, and so is whoever stands behind a name.
    """
    if len(who) != 2 or any(phrase.kind != "nominal" or phrase.possessive for phrase in who):
        return who
    first, second = who
    if home.tokens[second.first].tag is Tag.DETERMINER or not home.links(first.last + 1, "joining"):
        return who
    if first.last + 2 != second.first:
        return who
    led = home.tokens[first.first].tag is Tag.DETERMINER
    kinds = nominal_kind(first.head, home.rules), nominal_kind(second.head, home.rules)
    several = kinds[1] is not None and second.head.endswith(home.rules.plurals)
    if kinds == ("unnamed", "unnamed") and not several if led else kinds[0] is None and several:
        return (second._replace(first=first.first, start=first.start, name_start=first.start, definite=first.definite),)
    return who
