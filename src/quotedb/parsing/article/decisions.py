"""What was weighed for one quotation: kept for explanations, where somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.parsing.prose.spots import Attribution, Scene, Sieve
    from quotedb.parsing.prose.syntax import Paragraph
    from quotedb.parsing.shapes import Span


@dataclass(frozen=True, slots=True)
class Ranked:
    """One answer that was weighed against others: somebody who may have said it, "not a quote" or "no speaker"."""

    label: str  #: as printed, or the answer that is nobody
    span: Span | None  #: where the label stands; None for an answer that is nobody
    score: float  #: 0 to 1, all answers for one quotation together 1


@dataclass(frozen=True, slots=True)
class Decision:
    """One span in quotation marks, and what was decided about it."""

    scene: Scene
    paragraph: Paragraph
    number: int  #: index of the quotation in its paragraph
    sieves: tuple[Sieve, ...]  #: those that were asked, in their order
    answer: Attribution | None
    unsaid: str | None  #: why these are nobody's words; None where somebody says them
    ranked: tuple[Ranked, ...] = ()  #: where answers were ranked: all of them, best first
