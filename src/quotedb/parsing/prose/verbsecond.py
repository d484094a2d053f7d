"""Who governs a verb where the finite verb is the second thing of its main clause, and the last of a clause below it.

``Dazu erklärte Vesk``, ``Vesk hatte erklärt``, ``wie Vesk erklärte``: the subject stands before the verb or behind it,
and an auxiliary keeps the verb's second place. Nothing here knows a language: which determiners open no subject, which
words open a clause, and what may stand between, the lexicon says.
"""

from __future__ import annotations

from quotedb.parsing.prose.asides import is_comma, may_say, past_aside, somebody
from quotedb.parsing.prose.grammar import SAYING
from quotedb.parsing.prose.syntax import FINITE, Paragraph, Phrase, Subjects, Tag

_PASSED = frozenset({Tag.ADVERB, Tag.AUXILIARY, Tag.WORD})
_CLOSES = frozenset({",", ";", ":", "—", "–", "--"})
_FARTHEST, _BEHIND = 60, 16


def subjects_around(paragraph: Paragraph, verb: int) -> tuple[Subjects, str]:
    """The subjects of the verb at token `verb`, and how they were found, in the words of `clauses.subjects_of`."""
    low = paragraph.sentence[verb]
    begin = clause_begin(paragraph, verb, low)
    if begin < verb and _is_subordinate(paragraph, begin):
        return _inside(paragraph, begin, verb), "beside"
    if begin == verb:
        return _opening_verb(paragraph, verb, low)
    told = told_in(paragraph, verb, begin)
    if told:
        return told, "beside"
    finite = next((i for i in range(begin, verb) if paragraph.tokens[i].tag is Tag.AUXILIARY), verb)
    before, after = _before(paragraph, begin, finite), behind(paragraph, finite)
    found = _either(paragraph, before, after)
    return found, "beside" if found else ""


def clause_subjects_around(paragraph: Paragraph, place: int) -> Subjects:
    """The subjects of the nearest finite verb left of token `place`, else the first phrase of the sentence."""
    low = paragraph.sentence[place]
    tokens = paragraph.tokens
    within: Subjects = ()  # of a clause below: "Vesk will, dass Orlan geht: ..."
    for verb in range(place - 1, max(low, place - _FARTHEST) - 1, -1):
        if tokens[verb].tag in FINITE:
            found, _ = subjects_around(paragraph, verb)
            if found and found[0].kind != "relative" and somebody(paragraph, found[0]):
                begin = clause_begin(paragraph, verb, low)
                if tokens[verb].tag in SAYING or not (begin < verb and _is_subordinate(paragraph, begin)):
                    return found
                within = within or found
    if within:
        return within
    for index in range(low, min(place, low + _FARTHEST)):
        phrase = paragraph.opening.get(index)
        if phrase is not None and _nominative(paragraph, phrase) and somebody(paragraph, phrase):
            return (phrase,)
    return ()


def behind(paragraph: Paragraph, verb: int) -> Subjects:
    """The subjects that stand behind a verb, past adverbs, objects and what hangs on prepositions; () where none does."""
    tokens = paragraph.tokens
    index = verb + 1
    while index < min(len(tokens), verb + _BEHIND):
        token = tokens[index]
        phrase = _named_in_marks(paragraph, index) or paragraph.opening.get(index)
        if token.tag is Tag.PREPOSITION:
            attached = paragraph.opening.get(index + 1)
            index = attached.last + 1 if attached is not None else index + 1
        elif phrase is not None and phrase.kind != "relative":
            if _nominative(paragraph, phrase):
                return _with_joined(paragraph, phrase)
            index = phrase.last + 1
        elif token.tag in _PASSED:
            index += 1
        else:
            return ()
    return ()


_LONGEST_NAME = 40


def _named_in_marks(paragraph: Paragraph, index: int) -> Phrase | None:
    """A body whose name stands in marks behind an article: ``schreibt die „Tarner Rundschau“``."""
    tokens = paragraph.tokens
    if index + 1 >= len(tokens) or tokens[index].tag is not Tag.DETERMINER or tokens[index + 1].tag is not Tag.QUOTE:
        return None
    marked = paragraph.quotes[tokens[index + 1].quote]
    if (
        not paragraph.links(index, "definite")
        or not tokens[index + 1].capital
        or marked.end - marked.start > _LONGEST_NAME
    ):
        return None
    article, name = tokens[index], tokens[index + 1]
    return Phrase(index, index + 1, article.start, name.end, "name", "", marked.start, False, True)


def told_in(paragraph: Paragraph, verb: int, begin: int | None = None) -> Subjects:
    """The text in which something "is said": "heißt es in dem Brief", "in dem Brief heißt es"; () for any other verb."""
    tokens = paragraph.tokens
    if not paragraph.links(verb, "impersonal"):
        return ()
    for index in (*range(verb + 1, min(len(tokens) - 1, verb + 4)), *([] if begin is None else [begin])):
        if tokens[index].tag is Tag.PREPOSITION and index != verb:
            phrase = paragraph.opening.get(index + 1)
            return (phrase,) if phrase is not None and phrase.kind in ("nominal", "name") else ()
    return ()


def _with_joined(paragraph: Paragraph, phrase: Phrase) -> Subjects:
    """The phrase, and the one that "and" ties to it where a clause ends behind both."""
    tokens = paragraph.tokens
    if phrase.last + 2 >= len(tokens) or not paragraph.links(phrase.last + 1, "joining"):
        return (phrase,)
    other = paragraph.opening.get(phrase.last + 2)
    if other is None or other.kind != "name" or not _nominative(paragraph, other):
        return (phrase,)
    closed = other.last + 1 == len(tokens) or tokens[other.last + 1].tag in (Tag.STOP, Tag.MARK)
    return (phrase, other) if closed else (phrase,)


def clause_begin(paragraph: Paragraph, verb: int, low: int) -> int:
    """The first token of the clause that a verb stands in; brackets are passed over."""
    tokens = paragraph.tokens
    index = verb - 1
    while index >= max(low, verb - _FARTHEST):
        token = tokens[index]
        if token.low == ")":
            opening = next((i for i in range(index - 1, max(low, index - 8) - 1, -1) if tokens[i].low == "("), index)
            index = opening - 1
            continue
        if token.low in _CLOSES:
            return index + 1
        if paragraph.links(index, "coordinating") and index + 1 <= verb and tokens[index + 1].tag in FINITE:
            return index + 1
        index -= 1
    return max(low, verb - _FARTHEST)


def _is_subordinate(paragraph: Paragraph, begin: int) -> bool:
    token = paragraph.tokens[begin]
    if token.tag is Tag.RELATIVE:
        return begin > paragraph.sentence[begin]  # "Deren Haltung nannte er": none at the head of a sentence
    return token.tag is Tag.CONJUNCTION and not paragraph.links(begin, "coordinating")


def _inside(paragraph: Paragraph, begin: int, verb: int) -> Subjects:
    """The subject of a clause whose verb comes last: "wie Vesk erklärte", "der gestern sagte"."""
    for index in range(begin + 1, verb):
        phrase = paragraph.opening.get(index)
        if phrase is None or phrase.kind == "relative" or paragraph.tokens[index - 1].tag is Tag.PREPOSITION:
            continue
        if _nominative(paragraph, phrase) and somebody(paragraph, phrase):
            return _with_joined(paragraph, phrase)
    opener = paragraph.opening.get(begin)
    return (opener,) if opener is not None and opener.kind == "relative" else ()


def _opening_verb(paragraph: Paragraph, verb: int, low: int) -> tuple[Subjects, str]:
    """The subject of a verb that opens its clause: behind it, before an aside, or that of the clause it is tied to."""
    tokens = paragraph.tokens
    if verb == low:
        return behind(paragraph, verb), "beside"
    if paragraph.links(verb - 1, "coordinating"):
        return clause_subjects_around(paragraph, verb - 1), "clause"
    aside = past_aside(paragraph, verb - 1, low) if is_comma(tokens[verb - 1]) else ()
    after = behind(paragraph, verb)
    nobody = not after or not somebody(paragraph, after[0])  # "Der Müller, ein Zeuge, schilderte die Nacht"
    if aside and (nobody or (aside[0].first == low and somebody(paragraph, aside[0]))):
        return aside, "aside"
    return after, "beside" if after else ""


def _before(paragraph: Paragraph, begin: int, finite: int) -> Subjects:
    """The phrase that opens the clause, where it can be its subject."""
    tokens = paragraph.tokens
    while begin < finite and (tokens[begin].tag is Tag.ADVERB or paragraph.links(begin, "coordinating")):
        begin += 1
    phrase = _named_in_marks(paragraph, begin) or paragraph.opening.get(begin)
    if phrase is None or phrase.last >= finite or not _nominative(paragraph, phrase):
        return ()
    conjunction = phrase.last + 1
    if conjunction + 1 < finite and paragraph.links(conjunction, "joining"):
        other = paragraph.opening.get(conjunction + 1)
        if other is not None and other.last + 1 == finite:
            return (phrase, other)
    return (phrase,)


def _either(paragraph: Paragraph, before: Subjects, after: Subjects) -> Subjects:
    """Of what stands before the verb and what stands behind it, the subject."""
    if not (before and after):
        return before or after
    if before[0].kind != "nominal" or somebody(paragraph, before[0]):
        return before
    return after if somebody(paragraph, after[0]) else before


def _stands_alone(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether an article is a pronoun: the sentence ends with it, ``"Nein", entgegnete der.``"""
    after = phrase.last + 1
    ends = after == len(paragraph.tokens) or paragraph.tokens[after].tag is Tag.STOP
    return ends and phrase.first > 0 and paragraph.tokens[phrase.first - 1].tag in SAYING


def _nominative(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase may be a subject: by its first word, and no adjective alone."""
    first, last = paragraph.tokens[phrase.first], paragraph.tokens[phrase.last]
    if phrase.first == phrase.last and first.low in paragraph.rules.articles and not _stands_alone(paragraph, phrase):
        return False  # what it stands before is something else than a noun
    if paragraph.rules.capital_nouns and first.tag is Tag.WORD and not last.capital:
        return False
    return may_say(paragraph, phrase) and first.low not in paragraph.rules.oblique
