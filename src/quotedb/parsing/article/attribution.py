"""Who said it: sieves from sure to unsure, each with a name that is stored with the utterance.

A sieve looks at one quotation in its paragraph and answers with the phrase that names the speaker, or passes. The
first answer counts. How often each one is right was measured and stands in the lexicon (`quotes.precision`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article import sieves_around as around
from quotedb.parsing.article import sieves_beside as beside
from quotedb.parsing.article.announced import announced
from quotedb.parsing.article.foreign import name_beside, named_only
from quotedb.parsing.article.roles import by_role
from quotedb.parsing.article.signatures import signature
from quotedb.parsing.article.wordings import genitive_of
from quotedb.parsing.prose.clauses import owner_of
from quotedb.parsing.prose.spots import BY_CLAUSE, Attribution, Scene, Sieve, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.parsing.prose.syntax import Paragraph

__all__ = ["BY_CLAUSE", "FOREIGN", "SIEVES", "Attribution", "Scene", "answers", "attribute"]

#: From sure to unsure.
SIEVES: tuple[Sieve, ...] = (
    around.reopened,
    signature,
    by_role,
    beside.verb_after,
    announced,
    around.colon_before,
    around.split,
    beside.according_to,
    beside.cue_before,
    beside.sentence_end,
    around.same_paragraph,
    around.quote_alone,
    beside.name_and_colon,
    around.reported_on,
    around.sentence_before,
    beside.sentence_subject,
)


#: Where the language is not the lexicon's: only what names and marks tell.
FOREIGN: tuple[Sieve, ...] = (
    around.reopened,
    signature,
    name_beside,
    named_only(around.colon_before),
    around.same_paragraph,
    around.quote_alone,
    named_only(around.sentence_before),
)


def attribute(
    scene: Scene, paragraph: Paragraph, number: int, sieves: tuple[Sieve, ...] = SIEVES
) -> Attribution | None:
    """The first answer of the sieves for quotation `number` of a paragraph."""
    return next((answer for _, answer in answers(scene, paragraph, number, sieves)), None)


def answers(
    scene: Scene, paragraph: Paragraph, number: int, sieves: tuple[Sieve, ...] = SIEVES
) -> Iterator[tuple[int, Attribution]]:
    """Every answer of the sieves, from sure to unsure, with the number of the sieve; each sieve is asked when it is its turn."""
    spot = Spot(scene, paragraph, number, paragraph.places[number])
    for order, sieve in enumerate(sieves):
        answer = sieve(spot)
        if answer is not None and (answer.who or answer.nobody):
            yield order, _of_owner(scene, answer)


def _of_owner(scene: Scene, answer: Attribution) -> Attribution:
    """``Vesk's message was clear: "..."``: not the message speaks but whose it is."""
    if len(answer.who) != 1 or answer.inherited:
        return answer
    (said,) = answer.who
    home = scene.paragraphs[answer.paragraph]
    if said.kind != "nominal" or said.head not in home.rules.sayings:
        return answer
    owner = owner_of(home, said) or genitive_of(home, said)
    if owner is None:
        return answer
    cue = said.last if answer.cue is None else answer.cue
    return answer._replace(who=(owner,), cue=cue)
