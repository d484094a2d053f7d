"""What becomes of a quotation on its way into a newspaper: nine kinds of edit, each made from a real sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from quotedb.parsing import words

#: Words that mean nearly the same; ours, and few: enough for one or two in most sentences.
SYNONYMS = dict(line.split() for line in Path(__file__).with_name("synonyms.txt").read_text("utf-8").splitlines())
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w.,]*\w)")
_NUMBER_WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "thirty",
    "forty",
)
_NEGATION = re.compile(r"\b(?:not|never|no)\b ?")
_NEGATABLE = re.compile(r"\b(?:is|are|was|were|will|can|has|have|must|should|could|would|do|does|did)\b(?! not)")

Edit = Callable[[str, random.Random], str | None]


def cut(text: str, rng: random.Random, least: int, most: int) -> str | None:
    """A run of so many words of a text, as it stands there."""
    found = words(text)
    if len(found) < least:
        return None
    length = rng.randint(least, min(most, len(found)))
    first = rng.randrange(len(found) - length + 1)
    return text[found[first].start : found[first + length - 1].end]


def verbatim(quote: str, _: random.Random) -> str | None:
    return quote


def case_and_punctuation(quote: str, rng: random.Random) -> str | None:
    bare = "".join(" " if letter in ",;:()" else letter for letter in quote)
    changed = rng.choice((bare.upper(), bare.lower(), bare.title()))
    return f"“{changed.replace(chr(39), '’')}!”"


def fragment(quote: str, rng: random.Random) -> str | None:
    return cut(quote, rng, 4, 6)


def dropped(quote: str, rng: random.Random) -> str | None:
    """One word in eight is left out, at least one, never the first or last."""
    said = quote.split()
    if len(said) < 9:
        return None
    gone = set(rng.sample(range(1, len(said) - 1), max(1, len(said) // 8)))
    return " ".join(word for at, word in enumerate(said) if at not in gone)


def synonyms(quote: str, rng: random.Random) -> str | None:
    """Up to three words for others of the same sense."""
    said = quote.split()
    places = [at for at, word in enumerate(said) if word.lower().strip(".,;:") in SYNONYMS]
    if len(said) < 9 or not places:
        return None
    for at in rng.sample(places, min(len(places), rng.randint(1, 3))):
        bare = said[at].lower().strip(".,;:")
        said[at] = said[at].lower().replace(bare, SYNONYMS[bare])
    return " ".join(said)


def number(quote: str, rng: random.Random) -> str | None:
    """Another number."""
    digits = list(_NUMBER.finditer(quote))
    if digits:
        match = rng.choice(digits)
        old = int(re.sub(r"\D", "", match.group().split(".")[0]) or 0)
        new = old + rng.choice((1, 2, 10, -1 if old > 1 else 3))
        return quote[: match.start()] + (f"{new:,}" if "," in match.group() else str(new)) + quote[match.end() :]
    said = quote.split()
    places = [at for at, word in enumerate(said) if word.lower() in _NUMBER_WORDS]
    if not places:
        return None
    at = rng.choice(places)
    said[at] = rng.choice([word for word in _NUMBER_WORDS if word != said[at].lower()])
    return " ".join(said)


def negation(quote: str, rng: random.Random) -> str | None:
    """A "not" more or less, inside the quotation."""
    there = [m for m in _NEGATION.finditer(quote) if m.start() > 0 and m.end() < len(quote)]
    if there:
        match = rng.choice(there)
        return quote[: match.start()] + quote[match.end() :]
    free = [m for m in _NEGATABLE.finditer(quote) if m.end() < len(quote) - 1]
    if not free:
        return None
    match = rng.choice(free)
    return f"{quote[: match.end()]} not{quote[match.end() :]}"


def ellipsis(quote: str, rng: random.Random) -> str | None:
    """Words left out in the middle, and marked."""
    said = quote.split()
    if len(said) < 12:
        return None
    gone = rng.randint(2, len(said) - 8)
    first = rng.randint(4, len(said) - gone - 4)
    return " ".join([*said[:first], rng.choice(("…", "...", "[...]")), *said[first + gone :]])


def reordered(quote: str, _: random.Random) -> str | None:
    """The halves change places."""
    said = quote.split()
    if len(said) < 10:
        return None
    half = next((at + 1 for at in range(len(said) // 3, 2 * len(said) // 3) if said[at][-1] in ",;"), len(said) // 2)
    return " ".join([*said[half:], *said[:half]])


def paraphrased(quote: str, rng: random.Random) -> str | None:
    """Words dropped, synonyms and the halves in another order, all at once."""
    shorter = dropped(quote, rng)
    other = synonyms(shorter, rng) if shorter else None
    return reordered(other, rng) if other else None


#: kind -> how it is made, and the verdicts that are right for it
KINDS: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "verbatim": (verbatim, ("verbatim",)),
    "case and punctuation": (case_and_punctuation, ("verbatim",)),
    "4 to 6 words": (fragment, ("verbatim",)),
    "words dropped": (dropped, ("altered",)),
    "synonyms": (synonyms, ("altered",)),
    "a number changed": (number, ("altered",)),
    "a negation more or less": (negation, ("altered",)),
    "an ellipsis": (ellipsis, ("verbatim",)),
    "clauses reordered": (reordered, ("altered", "other-wording")),
    "all of these at once": (paraphrased, ("altered", "other-wording")),
}
