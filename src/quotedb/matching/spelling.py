"""The same words in another spelling: colour and color, 4 per cent and 4%, ten and 10, cease-fire and ceasefire, don't and do not.

By the published contract such words are not verbatim. They are told apart from altered ones all the same: nothing differs
but what the style of a house changes. Both sides are written in one spelling, letter by letter, and then compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from quotedb.matching.passages import Passage, Place
from quotedb.matching.quote import Token
from quotedb.parsing import Lexicon

#: Letters before an ending that is spelled in two ways: "four" is no other spelling of "for".
BEFORE = 3
_DIGIT = re.compile(r"\d")
#: A number and the short form of a large one that is written to it: 1.5bn
_GLUED = re.compile(r"(\d[\d.,]*)([^\W\d_]{1,4})")
#: The groups of a number that stand apart: 10 000
_HEAD, _GROUP, _APART = re.compile(r"\d{1,3}"), re.compile(r"\d{3}"), re.compile(r"[ \u00a0\u2009\u202f]")
#: Signs that Arabic and Hebrew may leave out: vowels, and a line that makes a word longer.
_OPTIONAL = re.compile(r"[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7]")


def find_respelled(
    quote: str, wanted: Sequence[Token], passage: Passage, record: Sequence[Place], lex: Lexicon
) -> Iterator[tuple[int, int]]:
    """Every place where the words of a quote stand in the record in some spelling: (first word, word after the last)."""
    if 2 * len({token.form for token in wanted} & {place.token.form for place in record}) < len(
        {t.form for t in wanted}
    ):
        return  # half of the words at least are spelled alike
    asked = "".join(_units(quote, wanted, lex))
    units: list[str] = []
    for at, piece in enumerate(passage.pieces):
        units += _units(piece.text, [place.token for place in record if place.piece == at], lex)
    starts = {start: at for at, start in enumerate(accumulate(map(len, units), initial=0))}
    there = "".join(units)
    start = there.find(asked) if asked else -1
    while start >= 0:
        if start in starts and start + len(asked) in starts:
            yield starts[start], starts[start + len(asked)]
        start = there.find(asked, start + len(asked))


def _units(text: str, tokens: Sequence[Token], lex: Lexicon) -> list[str]:
    """Each word in its one spelling, with the sign that follows it; a number stands alone, other words are run together."""
    signs = lex.table("verify.signs")
    found: list[str] = []
    ends = [*(token.start for token in tokens[1:]), len(text)]
    number, behind = "", False  # the digits of a number that may go on; whether a number stands right before
    for token, end in zip(tokens, ends, strict=True):
        form, after = token.form, text[token.end : min(end, token.end + 3)].strip()
        sign = signs.get(after[:1], "") if after else ""
        if not (behind or form[0].isdigit()):  # most words
            plain = _plain(form, lex)
            found.append(f" {plain} {sign}" if _DIGIT.search(plain) else plain + sign)
        elif number and _GROUP.fullmatch(form) and _APART.fullmatch(text[token.start - 1]):
            number += form
            found[-1] = ""
            found.append(f" {number} {sign}")
        else:
            number = form if _HEAD.fullmatch(form) else ""
            several = [_plain(part, lex) for part in in_full(form, lex, behind_number=behind)]
            found.append("".join(f" {part} " if _DIGIT.search(part) else part for part in several) + sign)
        behind = found[-1][-1:] == " "
        number = number if behind else ""
    return found


def in_full(form: str, lex: Lexicon, *, behind_number: bool) -> tuple[str, ...]:
    """A word as one or two: a number with the word for a large one that was written short. ``1.5bn`` is 1.5 and billion."""
    short = lex.table("verify.magnitudes")
    if behind_number and form in short:
        return (short[form],)
    glued = _GLUED.fullmatch(form)
    if glued and glued[2] in short:
        return glued[1], short[glued[2]]
    return (form,)


def digits(form: str, lex: Lexicon) -> str:
    """A number in digits without what parts its thousands; any other word as it is."""
    return re.sub(r"\D", "", form) if _thousands(lex).fullmatch(form) else form


@lru_cache(maxsize=10_000)
def _plain(form: str, lex: Lexicon) -> str:
    """One word: numbers in digits, the other words in one of their spellings, without hyphens."""
    form = digits(form, lex)
    if not form.isascii():
        form = _OPTIONAL.sub("", form)
        for letter, other in lex.table("verify.letters").items():
            form = form.replace(letter, other)
    if form in _numbers(lex):
        return _numbers(lex)[form]
    if "'" in form:
        form = _uncontracted(form, lex)
    if not _perhaps(lex).search(form):
        return form.replace("-", "") if "-" in form else form
    bare = form.removesuffix("'s")
    found = _spelled(lex).fullmatch(bare.replace("-", ""))
    if not found:
        return form.replace("-", "")
    known = {**lex.table("verify.spellings"), **lex.table("verify.spelling_endings")}
    return "".join((found[2] or "", str(known[found[1] or found[3]]), found[4] or "", form[len(bare) :]))


def _uncontracted(form: str, lex: Lexicon) -> str:
    """`don't` as "donot", `won't` as "willnot": words are run together here anyway."""
    whole = lex.table("verify.contractions").get(form)
    if whole is not None:
        return str(whole)
    for contracted, said in lex.table("verify.contracted_endings").items():
        if form.endswith(contracted) and len(form) > len(contracted):
            return form.removesuffix(contracted) + str(said)
    return form


@cache
def _thousands(lex: Lexicon) -> re.Pattern[str]:
    """A number whose thousands are parted."""
    signs = "".join(map(re.escape, sorted(lex.words("verify.thousands"))))
    return re.compile(rf"\d{{1,3}}(?:[{signs}]\d{{3}})+" if signs else "(?!)")


@cache
def _numbers(lex: Lexicon) -> dict[str, str]:
    """The plain names of numbers: of several words for one the first, "twelve" and not "dozen"."""
    plain_names: dict[str, str] = {}
    for name, value in lex.table("verify.numbers").items():
        plain_names.setdefault(value, name)
    return {name: value for value, name in plain_names.items()}


@cache
def _perhaps(lex: Lexicon) -> re.Pattern[str]:
    """What a word holds that may have two spellings; most words are passed over by it."""
    heads = {word[:BEFORE] for word in lex.table("verify.spellings")}
    return re.compile(
        "|".join((*(f"^{head}" for head in sorted(heads)), *lex.table("verify.spelling_endings"))) or "(?!)"
    )


@cache
def _spelled(lex: Lexicon) -> re.Pattern[str]:
    """Words that have two spellings: (a listed one | letters, an ending), and an ending behind it."""
    listed, endings, tails = (
        "|".join(map(re.escape, sorted(found, key=len, reverse=True))) or "(?!)"
        for found in (
            lex.table("verify.spellings"),
            lex.table("verify.spelling_endings"),
            lex.words("verify.spelling_tails"),
        )
    )
    return re.compile(rf"(?:({listed})|(\w{{{BEFORE},}}?)({endings}))({tails})?")
