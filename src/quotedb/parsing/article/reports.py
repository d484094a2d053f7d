"""Who reports what, as candidates: each cue of a paragraph with its source and the contents it may have."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from quotedb.parsing.article.contents import BREAKS, Content, contents_after, end_of
from quotedb.parsing.prose.clauses import owner_of, subjects_of
from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag
from quotedb.parsing.prose.spots import is_noun_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotedb.parsing.prose.syntax import Paragraph, Phrase, Subjects

_VERBS = frozenset({Tag.VERB, Tag.PAST, Tag.ING, Tag.WORD})
_BESIDE = frozenset({"beside", "aside"})
#: An attribution at the end of a sentence is no longer than this behind its verb.
_TAIL = 12
#: No content is longer than so many tokens: what goes on without a stop is no sentence.
_LONGEST = 150
#: After "according to" an aside that describes the source is no longer than this.
_ASIDE = 30


class Report(NamedTuple):
    """One reading of a cue: the source, and the content it may have."""

    cue: int  #: token
    word: str  #: the cue as it is looked up: "said", "according to"
    who: Subjects
    how: str  #: where the source was found: "beside", "aside", "clause", "inverted", "owner", "adjective"
    content: Content
    credited: bool = False  #: by words like "according to", not by a verb or noun


def readings(paragraph: Paragraph) -> Iterator[list[Report]]:
    """For each cue of the paragraph all its readings, of which at most one is right.

    An attribution in the middle of its sentence ("the fleet, she said, was lost") gives a second list for what follows.
    """
    for group in _all_readings(paragraph):
        short = [report for report in group if report.content.last - report.content.first < _LONGEST]
        if short:
            yield short


def _all_readings(paragraph: Paragraph) -> Iterator[list[Report]]:
    tokens, rules = paragraph.tokens, paragraph.rules
    reporting, according, nouns = rules.reporting, rules.according_ends, rules.reporting_nouns
    for index in [n for n, token in enumerate(tokens) if token.tag in SAYING or token.low in rules.reports]:
        tag, low = tokens[index].tag, tokens[index].low
        verb = tag in SAYING or (tag in _VERBS and low in reporting)
        first = paragraph.sentence[index]
        end = min(_last_of(paragraph, index), index + _LONGEST + 1)
        if verb and not is_noun_here(paragraph, index, first):
            yield from _of_verb(paragraph, index, end)
        elif low in according and (phrase := _according(paragraph, index)):
            yield from _of_according(paragraph, phrase, index, end)
        elif low in nouns and index < end:
            found = _of_noun(paragraph, index, end)
            if found:
                yield found


def _last_of(paragraph: Paragraph, token: int) -> int:
    """The last token of a token's sentence, the stop apart."""
    last = bisect_right(paragraph.sentence, paragraph.sentence[token], lo=token) - 1
    return last - 1 if paragraph.tokens[last].tag is Tag.STOP else last


def _of_verb(paragraph: Paragraph, cue: int, end: int) -> Iterator[list[Report]]:
    tokens = paragraph.tokens
    tag, word, *_ = tokens[cue]
    if tag in FINITE and tag in SAYING:
        before = cue - 1
        while before > 0 and tokens[before].tag is Tag.ADVERB:
            before -= 1
        if paragraph.links(before, "passive"):
            return
    who, how = subjects_of(paragraph, cue)
    behind, rest = _behind(paragraph, cue, end, who, how)
    found = [behind] if behind is not None else []
    if who:
        found += [
            Report(cue, word, who, how, content)
            for content in contents_after(paragraph, cue, end)
            if behind is None or content.frame != "comma"
        ]
    if found:
        yield found
    if rest is not None:
        yield [rest]


def _behind(paragraph: Paragraph, cue: int, end: int, who: Subjects, how: str) -> tuple[Report | None, Report | None]:
    """``The fleet was lost, Vesk said`` and ``..., said Vesk``: what stands before, and what goes on after a comma."""
    tokens = paragraph.tokens
    first = paragraph.sentence[cue]
    if tokens[cue].tag not in FINITE:
        return None, None
    verb = cue
    while verb > first and paragraph.links(verb - 1, "tense"):
        verb -= 1  # "la flotte est perdue, a annoncé Vesk"
    if who and how in _BESIDE and who[0].first > first and tokens[who[0].first - 1].low in BREAKS:
        comma, after = who[0].first - 1, cue + 1
    elif verb > first and tokens[verb - 1].low == "," and tokens[cue].tag is Tag.CUE:
        phrase = paragraph.opening.get(cue + 1)
        if phrase is None or phrase.kind == "relative":
            return None, None
        comma, after, who, how = verb - 1, phrase.last + 1, (phrase,), "inverted"
    else:
        return None, None
    if comma <= first or (comma == first + 1 and tokens[first].tag is Tag.QUOTE):
        return None, None
    place = after
    while (
        place <= end and place < after + _TAIL and tokens[place].tag is not Tag.MARK and tokens[place].tag not in FINITE
    ):
        place += 1
    word = tokens[cue].low
    if place > end:
        return Report(cue, word, who, how, Content(first, comma - 1, "before")), None
    if tokens[place].low not in BREAKS:
        return None, None
    tells = any(token.tag in FINITE for token in tokens[place + 1 : end + 1])
    rest = Report(cue, word, who, how, Content(place + 1, end, "rest")) if tells else None
    return Report(cue, word, who, how, Content(first, comma - 1, "around")), rest


def _according(paragraph: Paragraph, index: int) -> tuple[str, ...]:
    """The words of the "according to" that ends at this token, none where none does."""
    tokens, first = paragraph.tokens, paragraph.sentence[index]
    for words in paragraph.rules.according_ends[tokens[index].low]:
        begin = index + 1 - len(words)
        if begin >= first and all(tokens[begin + at].low == word for at, word in enumerate(words)):
            behind = begin > first and tokens[begin - 1].low in BREAKS
            return words if behind or not paragraph.links(begin, "crediting") else ()
    return ()


def _of_according(paragraph: Paragraph, words: tuple[str, ...], to: int, end: int) -> Iterator[list[Report]]:
    """``According to Vesk, the fleet was lost`` and ``The fleet was lost, according to Vesk, and ...``."""
    tokens = paragraph.tokens
    first, cue = paragraph.sentence[to], to + 1 - len(words)
    source = paragraph.opening.get(to + 1)
    if source is None or source.kind == "relative":
        return

    def report(begin: int, last: int, frame: str) -> Report:
        return Report(cue, " ".join(words), (source,), "beside", Content(begin, last, frame), credited=True)

    if cue <= first + 1:
        found = [
            report(begin, end_of(paragraph, begin, end, short=False), frame)
            for begin, frame in _after_source(paragraph, source, end)
        ]
        if found:
            yield found
        return
    parted = tokens[cue - 1].low in BREAKS
    last = cue - 2 if parted else cue - 1
    if last >= first:
        yield [report(first, last, "before" if parted else "before, close")]
    after = source.last + 1
    if parted and after < end and tokens[after].low == "," and any(t.tag in FINITE for t in tokens[after : end + 1]):
        yield [report(after + 1, end, "rest")]


def _after_source(paragraph: Paragraph, source: Phrase, end: int) -> Iterator[tuple[int, str]]:
    """Where the content begins behind an opening "according to Vesk, the envoy,": at its first comma or the second.

    Where the verb stands second it begins with the verb: "Laut Vesk sank die Flotte".
    """
    tokens = paragraph.tokens
    after = source.last + 1
    if paragraph.rules.verb_second and after < end and tokens[after].tag in FINITE:
        yield after, "after"
        return
    commas = 0
    for index in range(after, min(end, source.last + _ASIDE)):
        if tokens[index].low == ",":
            yield index + 1, "after" if commas == 0 else "after, aside"
            commas += 1
            if commas == 2:
                return
        elif commas == 0 and tokens[index].tag in FINITE:
            return


def _of_noun(paragraph: Paragraph, index: int, end: int) -> list[Report]:
    """``her promise to stay`` and ``Vesk was sure that``: nouns with an owner, adjectives with a subject."""
    tokens = paragraph.tokens
    following = index + 1
    if paragraph.links(following, "complement") or paragraph.links(following, "asking"):
        begin, frame = following, "that"
    elif paragraph.links(following, "infinitive") and following < end and tokens[index + 2].tag is not Tag.DETERMINER:
        begin, frame = following, "to"
    elif tokens[following].tag is Tag.PREPOSITION and following < end:
        begin, frame = index + 2, tokens[following].low
    else:
        return []
    phrase = paragraph.ending.get(index)
    owner = owner_of(paragraph, phrase) if phrase is not None else None
    if owner is not None:
        who: Subjects = (owner,)
        how = "owner"
    else:
        before = index - 1
        while before > paragraph.sentence[index] and tokens[before].tag is Tag.ADVERB:
            before -= 1
        if before < 0 or tokens[before].tag is not Tag.AUXILIARY:
            return []
        who, how = subjects_of(paragraph, before + 1)[0], "adjective"
    if not who:
        return []
    last = end_of(paragraph, begin, end, short=frame not in ("that", "to"))
    return [Report(index, tokens[index].low, who, how, Content(begin, last, f"{how}, {frame}"))]
