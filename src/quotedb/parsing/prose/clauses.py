"""Who stands before a verb: subjects found by walking left over adverbs, asides and attachments."""

from __future__ import annotations

from quotedb.parsing.prose.asides import is_comma, joined_before, may_say, past_aside, somebody, up_from_attachment
from quotedb.parsing.prose.spots import is_noun_here
from quotedb.parsing.prose.syntax import FINITE, PARTICIPLES, Paragraph, Phrase, Subjects, Tag, phrase_of
from quotedb.parsing.prose.verbsecond import clause_subjects_around, subjects_around

#: What may stand between a subject and its verb.
_BETWEEN = frozenset({Tag.ADVERB, Tag.AUXILIARY})
_FARTHEST = 60
#: An aside that a verb of saying is looked for behind is no longer.
_ASIDE = 30

#: What a clause that is not the main one may open with: "when ...", "after ...", "asked whether ...", "noting ...".
_OPENING_CLAUSE = frozenset(
    {Tag.CONJUNCTION, Tag.PREPOSITION, Tag.ING, Tag.CUE_ING, Tag.WEAK_ING, Tag.PAST, Tag.CUE, Tag.WEAK}
)


def subjects_of(paragraph: Paragraph, verb: int) -> tuple[Subjects, str]:
    """The subjects of the verb at token `verb` and how they were found.

    The second value is "beside" (next to the verb, adverbs apart), "aside" (past an aside between commas), "clause"
    (the verb shares its subject with one before it, or its clause has no other) or "" where nothing was found.
    """
    if paragraph.rules.verb_second:
        return subjects_around(paragraph, verb)
    low = paragraph.sentence[verb]
    left = _skip_back(paragraph, verb - 1, low)
    participle = paragraph.tokens[verb].tag in PARTICIPLES
    beside = paragraph.ending.get(left) if participle else None
    if beside is not None and beside.kind == "name" and beside.first > low and not beside.possessive:
        return (beside,), "beside"  # "with Vesk saying": the name itself, whatever it is attached to
    if participle and verb > low and paragraph.links(verb - 1, "gerund"):
        return main_subjects(paragraph, verb), "clause"
    found = _beside(paragraph, left, low)
    if found:
        return found, "beside"
    if left >= low and is_comma(paragraph.tokens[left]):
        found = main_subjects(paragraph, verb) if participle else ()
        if found:
            return found, "clause"
        found = past_aside(paragraph, left, low)
        if found:
            return found, "aside"
    relayed = verb > low and paragraph.links(verb - 1, "relaying")
    if left >= low and paragraph.links(left, "coordinating"):
        found = (() if participle else _shared(paragraph, left, low)) or main_subjects(paragraph, verb)
    elif participle and not relayed:
        found = main_subjects(paragraph, verb)
    found = found or clause_subjects(paragraph, verb)
    return found, "clause" if found else ""


def relayed_object(paragraph: Paragraph, verb: int) -> Phrase | None:
    """Whom a relaying verb makes speak: "the paper quoted Vesk as saying" gives Vesk."""
    if paragraph.tokens[verb].low not in paragraph.rules.relayed:
        return None
    phrase = paragraph.opening.get(verb + 1)
    if paragraph.rules.verb_second:
        return phrase if phrase is not None and phrase.kind == "name" else None
    if phrase is None or phrase.last + 2 >= len(paragraph.tokens) or not paragraph.links(phrase.last + 1, "relaying"):
        return None
    return phrase if paragraph.tokens[phrase.last + 2].tag is Tag.CUE_ING else None


_SAYING = frozenset({Tag.CUE, Tag.WEAK})


def _governing(paragraph: Paragraph, verb: int, low: int, tags: frozenset[Tag]) -> Subjects:
    """The subjects that stand before a verb of these tags and may say something; () where it is none, or has none."""
    tokens = paragraph.tokens
    if tokens[verb].tag not in tags or is_noun_here(paragraph, verb, low):
        return ()
    left = _skip_back(paragraph, verb - 1, low)
    found = _beside(paragraph, left, low)
    if not found and left >= low and is_comma(tokens[left]):
        found = past_aside(paragraph, left, low)
    return found if found and found[0].kind != "relative" and somebody(paragraph, found[0]) else ()


def _shared(paragraph: Paragraph, conjunction: int, low: int) -> Subjects:
    """The subjects of the verb of saying that "and" ties this one to: "Vesk said it was late and added"."""
    for verb in range(conjunction - 1, max(low, conjunction - _FARTHEST) - 1, -1):
        found = _governing(paragraph, verb, low, _SAYING)
        if found:
            return found
    return ()


def clause_subjects(paragraph: Paragraph, place: int) -> Subjects:
    """The subjects of the nearest finite verb left of token `place`, else the first phrase of the sentence."""
    if paragraph.rules.verb_second:
        return clause_subjects_around(paragraph, place)
    low = paragraph.sentence[place]
    tokens = paragraph.tokens
    for verb in range(place - 1, max(low, place - _FARTHEST) - 1, -1):
        found = subject_behind(paragraph, verb) or _governing(paragraph, verb, low, FINITE)
        if found:
            return found
    for index in range(low, min(place, low + _FARTHEST)):
        phrase = paragraph.opening.get(index)
        if (
            phrase is not None
            and may_say(paragraph, phrase)
            and somebody(paragraph, phrase)
            and (index == low or tokens[index - 1].tag is not Tag.PREPOSITION)
        ):
            return (phrase,)
    return ()


def subject_behind(paragraph: Paragraph, verb: int) -> Subjects:
    """The subject that follows its verb of saying: "It is late, says Vesk, 34", "Says Vesk"."""
    tokens = paragraph.tokens
    if tokens[verb].tag is not Tag.CUE or paragraph.rules.verb_second:
        return ()
    if verb > paragraph.sentence[verb] and tokens[verb - 1].low != ",":
        return ()
    phrase = paragraph.opening.get(verb + 1)
    if phrase is None or phrase.kind == "relative" or not may_say(paragraph, phrase):
        return ()
    after = phrase.last + 1
    ends = FINITE | {Tag.DETERMINER, Tag.PRONOUN}
    if phrase.kind == "pronoun":  # "put it like this"
        ends |= {Tag.PREPOSITION}
    followed = after < len(tokens) and tokens[after].tag in ends
    return () if followed or not somebody(paragraph, phrase) else (phrase,)


def is_between(paragraph: Paragraph, index: int) -> bool:
    """Whether a token may stand between a subject and its verb: an adverb, an auxiliary, "lui" in "Vesk lui a dit"."""
    return paragraph.tokens[index].tag in _BETWEEN or paragraph.links(index, "proclitic")


def _skip_back(paragraph: Paragraph, index: int, low: int) -> int:
    """Past adverbs and auxiliaries, "on Friday" included."""
    tokens = paragraph.tokens
    while index >= low and is_between(paragraph, index):
        index -= 1
        if index > low and tokens[index].tag is Tag.PREPOSITION and tokens[index + 1].tag is Tag.ADVERB:
            index -= 1
    return index


def main_subjects(paragraph: Paragraph, place: int) -> Subjects:
    """The subjects of the main clause that a participle at token `place` hangs on: "Vesk left the room, saying"."""
    low = _main_clause(paragraph, place)
    for verb in range(low + 1, place):
        found = _governing(paragraph, verb, low, FINITE)
        if found:
            return found
    return ()


def _main_clause(paragraph: Paragraph, place: int) -> int:
    """Where the main clause before token `place` begins: past an opening "when ...," and past ", and" or ";"."""
    tokens = paragraph.tokens
    first = paragraph.sentence[place]
    if place - first > 4 * _FARTHEST:  # no sentence, but something without stops
        return place - _FARTHEST
    begin = first
    subordinate = tokens[first].tag in _OPENING_CLAUSE and not paragraph.links(first, "coordinating")
    for index in range(first, place - 2):
        if tokens[index].low not in (",", ";"):
            continue
        following = index + 1
        if subordinate:
            subordinate, begin = False, following
        elif paragraph.links(following, "coordinating") or tokens[index].low == ";":
            following += tokens[following].tag is Tag.CONJUNCTION
            phrase = paragraph.opening.get(following)
            if phrase is not None and phrase.last + 1 < place and tokens[phrase.last + 1].tag in FINITE | _BETWEEN:
                begin = following
    return begin


def _beside(paragraph: Paragraph, left: int, low: int) -> Subjects:
    """The phrase that ends at token `left`, led up from its attachments: "a spokesman for the ministry"."""
    phrase = paragraph.ending.get(left)
    if phrase is not None and phrase.kind == "nominal" and phrase.head in paragraph.rules.times:
        left = _skip_back(paragraph, phrase.first - 1, low)
        phrase = paragraph.ending.get(left)
    if phrase is None and left > low and paragraph.links(left, "relative"):
        phrase = paragraph.ending.get(left - 1)
    if phrase is None or phrase.first < low or not may_say(paragraph, phrase):
        return ()
    phrase = up_from_attachment(paragraph, phrase, low)
    if phrase is None:
        return ()
    joined = joined_before(paragraph, phrase, low)
    return (joined, phrase) if joined else (phrase,)


def is_headline(paragraph: Paragraph) -> bool:
    """Whether capitals say nothing here: a heading in which most words have one."""
    capitals = [token.capital for token in paragraph.tokens if len(token.low) > 3 and token.low[0].isalpha()]
    count = len(capitals)
    share = sum(capitals) / max(1, count)
    last = paragraph.tokens[-1] if paragraph.tokens else None
    stopped = last is not None and (last.tag is Tag.STOP or (last.tag is Tag.QUOTE and last.low == "."))
    if stopped and paragraph.rules.capital_nouns:
        return False  # a short sentence of nouns and names has capitals nearly everywhere
    return share > 0.85 and count >= 4 if stopped else share > 0.7 and count >= 3


def owner_of(paragraph: Paragraph, phrase: Phrase) -> Phrase | None:
    """Whose something is, as a phrase of its own: "Vesk's" of "Vesk's message", "her" of "her message"."""
    tokens = paragraph.tokens
    for index in range(phrase.last - 1, phrase.first - 1, -1):
        token = tokens[index]
        if token.possessive:
            return phrase_of(tokens, phrase.first, index, paragraph.rules)
        if token.tag is Tag.DETERMINER and token.low in paragraph.rules.links("owning"):
            return Phrase(index, index, token.start, token.end, "pronoun", token.low, token.start)
    return None


def speaks(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a verb of saying stands next to the phrase."""
    tokens = paragraph.tokens
    before, after = phrase.first - 1, phrase.last + 1
    if after < len(tokens) and tokens[after].tag is Tag.CUE and not phrase.possessive:
        return not _raises(paragraph, after)
    if before <= 0 or tokens[before].tag is not Tag.CUE:
        return False
    return paragraph.rules.verb_second or tokens[before - 1].tag is Tag.QUOTE


def _raises(paragraph: Paragraph, verb: int) -> bool:
    """``continued to hurt``: a verb of saying by its form, which says nothing here."""
    tokens = paragraph.tokens
    following = verb + 1 < len(tokens) and tokens[verb + 1].tag is Tag.PREPOSITION
    return following and tokens[verb].low in paragraph.rules.raising


def speaks_somewhere(paragraph: Paragraph, phrase: Phrase) -> bool:
    """The same past an aside ("Vesk, who led the talks, said") and behind a comma ("..., noted Vesk.")."""
    if speaks(paragraph, phrase):
        return True
    tokens = paragraph.tokens
    after = phrase.last + 1
    if after >= len(tokens) or phrase.possessive:
        return False
    if phrase.first > 1 and tokens[phrase.first - 1].tag is Tag.CUE and tokens[phrase.first - 2].low == ",":
        return tokens[after].tag not in FINITE  # "Orlan, for one, said Vesk had left"
    if tokens[after].low != ",":
        return False
    for index in range(after + 1, min(len(tokens) - 1, after + _ASIDE)):
        if tokens[index].tag is Tag.STOP:
            return False
        if tokens[index].low == "," and tokens[index + 1].tag is Tag.CUE:
            return not _raises(paragraph, index + 1)
    return False


def is_subject(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase stands where subjects stand: at the head of its sentence or clause."""
    if phrase.possessive:
        return False
    first = paragraph.sentence[phrase.first]
    before = paragraph.tokens[phrase.first - 1] if phrase.first > first else None
    return before is None or before.tag in (Tag.MARK, Tag.CONJUNCTION, Tag.QUOTE)
