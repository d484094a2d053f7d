"""The names in a transcript's labels: what is a name there, what a role, what names nobody."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.people.namewords import name_key, name_parts, without_article
from quotedb.parsing.prose.grammar import grammar
from quotedb.parsing.shapes import Who
from quotedb.parsing.transcript.collective import is_collective
from quotedb.parsing.transcript.initials import initials_in, introduced_in
from quotedb.parsing.transcript.labelwords import label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.lexicon import Lexicon

#: Initials have so many letters at most.
LONGEST_INITIALS = 3

_BRACKET = re.compile(r"\(([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200})?)\)")


@functools.lru_cache(maxsize=20000)
def names_in_label(label: str, lex: Lexicon) -> tuple[str, ...]:
    """The names in a label, without what is added in brackets or after a comma.

    ``The CHAIR (Ms. Olane)`` gives the person in brackets, ``ORLAN AND VESK`` both, ``CAROL TAM, KQT ANCHOR`` the name, and
    so does ``FRAGE VELT``.
    """
    label = label.strip().rstrip(":：").strip()
    bracket = _BRACKET.search(label)
    outside = without_brackets(label)
    if bracket is not None:
        inside = _BRACKET.sub(" ", bracket.group(1)).strip()
        titled = bool(name_parts(inside, lex).titles)
        if is_role(outside, lex):
            outside = inside if titled or _is_full_name(inside, lex) else outside
        elif _is_office(outside, lex) and (titled or _is_given(inside, lex)):
            outside = inside
    head = _before_description(outside or label, grammar(lex).suffixes, lex.words("labels.abbreviated"))
    words = _without_question(head.split(), lex)
    head = " ".join(words)
    joints = [index for index, word in enumerate(words) if word.lower() in _joining(lex)]
    if names_nobody(head, lex) or len(joints) != 1:
        return (head,)
    parts = (" ".join(words[: joints[0]]), " ".join(words[joints[0] + 1 :]))
    return parts if all(part and not is_role(part, lex) for part in parts) else (head,)


def _without_question(words: list[str], lex: Lexicon) -> list[str]:
    """The words of a label without the word for a question before a name; `Question 3` and `Question time` have none behind it."""
    asked = len(words) > 1 and words[0].casefold().rstrip(".:") in lex.words("labels.questions")
    named = asked and all(word[0].isupper() for word in words[1:]) and not is_role(" ".join(words[1:]), lex)
    return words[1:] if named else words


def without_brackets(label: str) -> str:
    """A label without what it adds in brackets: "The CHAIR" of ``The CHAIR (Ms. Olane):``."""
    return _BRACKET.sub(" ", label.strip().rstrip(":：")).strip(" ,")


def _is_full_name(inside: str, lex: Lexicon) -> bool:
    words = inside.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and not is_role(inside, lex)


def _is_given(inside: str, lex: Lexicon) -> bool:
    """Whether a full name begins with a first name: no constituency, no country ("Northern Ireland")."""
    return _is_full_name(inside, lex) and name_key(inside).split()[0] in grammar(lex).first_names


def _is_office(name: str, lex: Lexicon) -> bool:
    """Whether a label names an office and what it is for: "The Minister for the Armed Forces"."""
    rules = grammar(lex)
    words = [word for word in name_key(name).split() if word not in rules.articles]
    return len(words) > 2 and words[0] in rules.titles and words[1] in lex.words("labels.particles")


@functools.lru_cache(maxsize=20000)
def is_role(name: str, lex: Lexicon) -> bool:
    """Whether a label is nothing but an office: "The CHAIR"."""
    rules = grammar(lex)
    words = [rules.noun(word) for word in name_key(name).split() if word not in rules.articles]
    return bool(words) and all(word in rules.titles or word in rules.speakers for word in words)


@functools.lru_cache(maxsize=20000)
def names_nobody(name: str, lex: Lexicon) -> bool:
    """Whether a label stands for a voice without a name: "Q", "UNIDENTIFIED MALE", "SPEAKER 2", "A VOICE FROM THE HALL"."""
    key = name_key(name)
    unnamed = grammar(lex).unnamed
    if not key or key in unnamed:
        return True
    words = key.split()
    named = next((at for at, word in enumerate(words) if not (word in unnamed or word.isdigit())), None)
    if named is None:
        return True
    # where a voice comes from is no name; "of" and "for" are part of an office: the Speaker of the House
    whence = lex.words("quotes.prepositions") - lex.words("labels.particles")
    return named > 0 and words[named - 1] in unnamed and words[named] in whence and len(words) > named + 1


def _joining(lex: Lexicon) -> frozenset[str]:
    return frozenset(lex.table("quotes.linking").get("joining", ())) | {"&"}


def may_be_initials(label: str) -> bool:
    """Whether a label is two or three capitals, with points or without: `AV`, `M.V.O.`"""
    letters = label.replace(".", "")
    return letters.isupper() and 1 < len(letters) <= LONGEST_INITIALS and letters.isalpha()


def initials_explained(text: str, labels: Sequence[str], lex: Lexicon) -> dict[str, str]:
    """The names behind initials: those of long labels (``Piers Lowell (PL):`` and then ``PL:``) and of those who are present."""
    if not any(map(may_be_initials, labels)):
        return {}
    present = {initials: name for initials, name in introduced_in(text, label_words(lex)).items() if name}
    found = ((initials_in(label), label) for label in labels)
    return present | {initials: without_brackets(label) for initials, label in found if initials}


def _before_description(label: str, suffixes: frozenset[str], titles: frozenset[str]) -> str:
    """A label without what follows its comma, unless that is part of the name ("Tamm, Jr.")."""
    head, comma, rest = label.partition(",")
    if not comma or name_key(head) in titles:  # a misprint for the point of a title: MS, VELT
        return label
    first = rest.split(",")[0].strip()
    return f"{head}, {first}" if first.lower().rstrip(".") in suffixes else head.strip()


def no_person(name: str, lex: Lexicon) -> Who | None:
    """Who a label stands for that names no person: a group, a voice, a bare office or a body; None where it may be one."""
    rules = grammar(lex)
    words = name_key(name).split()
    if names_nobody(name, lex):
        return Who(name, "unnamed")
    if any(word in rules.groups for word in words):
        return Who(name, "group")
    if is_collective(" ".join(name.casefold().split()), lex.words("labels.collective"), lex.words("labels.particles")):
        return Who(name, "unnamed")
    if is_role(name, lex):
        return Who(name, "unnamed", partial=True)
    if any(word in rules.bodies for word in words):
        return Who(without_article(name, lex), "body")
    return None
