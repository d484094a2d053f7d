"""What an article says of the way in which words reached it: `Roan said through an interpreter`."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotedb.models import Rendering
    from quotedb.parsing.lexicon import Lexicon
    from quotedb.parsing.prose.spots import Attribution, Scene

#: So many words may stand between the verb or its subject and the interpreter: "told reporters on Monday through ...".
_BETWEEN = 4


def rendering_told(scene: Scene, answer: Attribution, lex: Lexicon) -> Rendering:
    """`interpreted` where the clause with the verb of saying names an interpreter, `unknown` anywhere else.

    The interpreter stands behind the verb and its subject, or opens the sentence: "Speaking through an interpreter, Roan
    said". Behind a second verb it belongs to that one: "said he had spoken to her through an interpreter".
    """
    if answer.cue is None:
        return "unknown"
    paragraph, text = scene.paragraphs[answer.paragraph], scene.text
    behind, opening = _patterns(lex)
    end = max(paragraph.tokens[answer.cue].end, answer.who[-1].end)
    found = behind.match(text, end, paragraph.block.end)
    if found is not None and _verbs(lex).isdisjoint(found["between"].casefold().split()):
        return "interpreted"
    head = paragraph.tokens[paragraph.sentence[answer.cue]].start
    return "interpreted" if opening.match(text, head, paragraph.tokens[answer.cue].start) else "unknown"


@functools.cache
def _verbs(lex: Lexicon) -> frozenset[str]:
    """Words that open a clause of their own: pronouns and verbs."""
    keys = ("pronouns", "objects", "auxiliaries", "verbs", "cues")
    return frozenset(word for key in keys for word in lex.words(f"quotes.{key}"))


@functools.cache
def _patterns(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a verb of saying, and at the head of its sentence."""
    through = rf"(?:{'|'.join(sorted(lex.words('quotes.interpreting'))) or '(?!)'})\b"
    return (
        re.compile(rf"(?P<between>(?:\s+[^\W\d_][\w’'.-]*){{0,{_BETWEEN}}}?),?\s+{through}", re.IGNORECASE),
        re.compile(rf"(?:[^\W\d_]+\s+)?{through}\s*,", re.IGNORECASE),
    )
