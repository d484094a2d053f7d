"""From the phrases that govern some words to the label as printed and the people behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotedb.models import Problem
from quotedb.parsing.article.attached import with_attached
from quotedb.parsing.article.channels import channel_of
from quotedb.parsing.article.interpreted import rendering_told
from quotedb.parsing.people.couples import is_bare_title
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
    who = _as_one(home, tuple(with_attached(home, phrase) for phrase in _with_listed(home, answer)))
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


def _with_listed(home: Paragraph, answer: Attribution) -> tuple[Phrase, ...]:
    """The names of a list beside its verb, all of them: ``Orlan, Vesk and Pell said``."""
    listed = _listed(home, answer.who[0])
    if len(listed) < _SHORTEST_LIST or answer.cue not in (listed[0].first - 1, listed[-1].last + 1):
        return answer.who
    return tuple(listed)


#: Two names that a comma parts are no list; so many tokens are no aside in it.
_SHORTEST_LIST = 3


def _listed(home: Paragraph, phrase: Phrase) -> list[Phrase]:
    """The names that stand in one list with a name, in their order: "Orlan, Vesk and Pell"; nothing without an end."""
    first: Phrase | None = phrase
    while first is not None and first.kind == "name" and not first.possessive:
        begin = first
        before = first.first - 1
        joined = before > 0 and (home.tokens[before].low == "," or home.links(before, "joining"))
        first = home.ending.get(before - 1) if joined else None
    listed = [begin] if phrase.kind == "name" and not phrase.possessive else []
    ended = False
    while listed and not ended:
        mark = listed[-1].last + 1
        if mark + 1 >= len(home.tokens) or not (home.tokens[mark].low == "," or home.links(mark, "joining")):
            return []
        ended = home.links(mark, "joining")
        following = home.opening.get(mark + 1)
        if following is None or following.kind != "name" or following.possessive:
            return []
        if home.tokens[following.first].tag is Tag.DETERMINER and home.tokens[begin.first].tag is not Tag.DETERMINER:
            return []  # "Vesk, the Orlan and Pell Professor"
        listed.append(following)
    return listed


def _as_one(home: Paragraph, who: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Two roles under one article are one person, "the actor and producer"; two words before one group are one group.

    "The mayor and the governor", "Republicans and Democrats" are two, and so is whoever stands behind a name.
    """
    if len(who) != 2 or any(phrase.kind == "pronoun" or phrase.possessive for phrase in who):
        return who
    first, second = who
    if second.kind == "name" and first.last + 2 == second.first and is_bare_title(home, first):  # "Mr and Mrs Reed"
        return (second._replace(first=first.first, start=first.start, name_start=first.start),)
    if first.kind != "nominal" or second.kind != "nominal":
        return who
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
