"""What a changed word may do to a statement: another number, a "not" more or less, another name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from quotedb.matching.comparison import Change, Comparison
from quotedb.matching.quote import Token
from quotedb.matching.spelling import digits, in_full
from quotedb.parsing import Lexicon, lexicon_of

#: Where so many of the words inside sentences have a capital, a capital is no sign of a name.
CAPITALS = 0.25
_INSIDE = re.compile(r"(?<=[a-zß-öø-ÿ,;] )\w")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?:;\"“”„«»()\[\]—–-]\s*$|\n\s*$")


def warnings(comparison: Comparison, quote: str, *, moved: bool = False) -> tuple[str, ...]:
    """The flags number-changed, negation-changed and name-changed, as far as the differences deserve them.

    `moved`: the quote has the record's words in another order, so that only words that the record lacks differ.
    """
    differences = _lacking(comparison) if moved else comparison.differences
    if not differences:
        return ()
    context = " ".join(piece.text for piece in comparison.passage.pieces)[:4000]
    lex = lexicon_of(f"{quote} {context}")
    found = []
    numbers = [_numbers(change, lex) for change in differences]
    if _sum(ours for ours, _ in numbers) != _sum(theirs for _, theirs in numbers):
        found.append("number-changed")
    ours = [token.form for change in differences for token in change.quote]
    theirs = [place.token.form for change in differences for place in change.record]
    if _negations(ours, lex) != _negations(theirs, lex):
        found.append("negation-changed")
    told = not lex.has("nouns_capitalised") and _capitals(context) < CAPITALS
    if told and _names_here(differences, quote) != _names_there(comparison, differences):
        found.append("name-changed")
    return tuple(found)


def _lacking(comparison: Comparison) -> tuple[Change, ...]:
    """The words of the quote that stand nowhere near the window."""
    there = {place.token.form for place in comparison.surroundings}
    lacking = tuple(t for change in comparison.changes for t in change.quote if t.form not in there)
    return (Change("delete", lacking, ()),) if lacking else ()


def _numbers(change: Change, lex: Lexicon) -> tuple[Counter[str], Counter[str]]:
    """The numbers of both sides. "One" and "second" are numbers only beside a number."""
    both = [token.form for token in change.quote], [place.token.form for place in change.record]
    weak = _values(both[0], lex, weak=True), _values(both[1], lex, weak=True)
    return weak if weak[0] and weak[1] else (_values(both[0], lex), _values(both[1], lex))


def _values(forms: Iterable[str], lex: Lexicon, *, weak: bool = False) -> Counter[str]:
    numbers, every_day = lex.table("verify.numbers"), lex.words("verify.weak_numbers")
    found: Counter[str] = Counter()
    shown: list[str] = []
    behind_number = False
    for form in forms:
        shown += in_full(form, lex, behind_number=behind_number)
        behind_number = bool(_DIGIT.search(form))
    for form in shown:
        if _DIGIT.search(form):
            found[digits(form, lex)] += 1
            continue
        for part in form.split("-"):
            if part in numbers and (weak or part not in every_day):
                found[numbers[part]] += 1
    return found


def _negations(forms: Iterable[str], lex: Lexicon) -> int:
    words, endings = lex.words("verify.negations"), tuple(lex.words("verify.negation_endings"))
    return sum(form in words or form.endswith(endings) for form in forms)


def _names_here(differences: Sequence[Change], quote: str) -> Counter[str]:
    return Counter(t.form for change in differences for t in change.quote if _is_name(quote, t))


def _names_there(comparison: Comparison, differences: Sequence[Change]) -> Counter[str]:
    pieces = comparison.passage.pieces
    return Counter(
        place.token.form
        for change in differences
        for place in change.record
        if _is_name(pieces[place.piece].text, place.token)
    )


def _is_name(text: str, token: Token) -> bool:
    """A capital that no beginning of a sentence explains."""
    inside = token.start > 0 and not _SENTENCE_END.search(text, max(0, token.start - 8), token.start)
    return inside and text[token.start].isupper() and token.end - token.start > 1


def _capitals(text: str) -> float:
    """The share of words inside sentences that have a capital."""
    inside: list[str] = _INSIDE.findall(text)
    return sum(map(str.isupper, inside)) / max(20, len(inside))


def _sum(counters: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counters, Counter())
