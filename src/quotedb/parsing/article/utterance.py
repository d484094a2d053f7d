"""Whether words in marks are somebody's: not a title, a nickname, a term or the writer's own irony."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import Tag
from quotedb.parsing.prose.spots import BY_CLAUSE, behind_colon, stands_alone

if TYPE_CHECKING:
    from quotedb.parsing.prose.grammar import Grammar
    from quotedb.parsing.prose.spots import Attribution, Scene
    from quotedb.parsing.prose.syntax import Paragraph

ANNOUNCED = "the word before the marks announces a name, a title or a term"
NICKNAME = "a nickname between the parts of a name"
SINGLE = "in single marks, without a verb of saying"
TERM = "a term or irony: up to three words without a verb of saying"
TITLE = "capitals as in a title, without a verb of saying"
WORK = "capitals as in a title, and what stands before it names a work"

#: In an unknown language, so many words in marks without a speaker are a title or a term.
_TERM_WORDS = 4
_LONGEST_NICKNAME = 4
_SENTENCE, _FEW = 8, 3
#: In small letters these stand in sentences and not in titles, where titles have capitals.
_SENTENTIAL = frozenset({Tag.AUXILIARY, Tag.PRONOUN, Tag.CUE})


def why_unsaid(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution | None) -> str | None:
    """Why words in marks are nobody's words: a title, a nickname, a term, the writer's own irony; None where they are said."""
    quote = paragraph.quotes[number]
    words = scene.text[quote.start : quote.end].split()
    governed = answer is not None and answer.cue is not None
    if _announced(scene, paragraph, number):
        return ANNOUNCED
    if _nickname(scene, paragraph, number):
        return NICKNAME
    if quote.single and not governed and not (answer is not None and answer.inherited):
        return None if answer is not None and behind_colon(scene, paragraph, number) else SINGLE
    if len(words) >= _SENTENCE or stands_alone(scene, paragraph, number):
        return None
    if len(words) <= _FEW and not governed and (answer is None or answer.nobody or answer.sieve == BY_CLAUSE):
        return TERM
    if not _like_a_title(words, paragraph.rules):
        return None
    if not governed:
        return TITLE
    return WORK if _named_work(paragraph, number, answer) else None


def why_hardly_said(scene: Scene, paragraph: Paragraph, number: int, answer: Attribution | None) -> str | None:
    """The same where the language is unknown and capitals may mean anything: by a name beside it, or by its length."""
    quote = paragraph.quotes[number]
    if answer is not None:
        return None
    if quote.single:
        return "in single marks, with no name beside it"
    return (
        "a few words with no name beside them"
        if len(scene.text[quote.start : quote.end].split()) <= _TERM_WORDS
        else None
    )


def _named_work(paragraph: Paragraph, number: int, answer: Attribution | None) -> bool:
    """``on KQT's "Morning Talk," she said``: what stands before words in capitals makes them a title after all."""
    place = paragraph.places[number]
    if place == 0 or answer is None or answer.cue is None:
        return False
    before = paragraph.tokens[place - 1]
    if answer.cue == place - 1 and before.low in paragraph.rules.making:
        return True
    if paragraph.rules.capital_nouns and (before.tag in _NAMES_A_WORK or paragraph.links(place - 1, "definite")):
        return not (answer.cue == place - 2 and paragraph.links(place - 1, "agent"))  # "spricht von"
    cue_follows = answer.paragraph == paragraph.index and answer.cue > place
    named = before.possessive or before.tag is Tag.PREPOSITION
    return named or (cue_follows and before.tag in (Tag.DETERMINER, Tag.NAME))


#: Before words in capitals where every noun has one: "im Fachblatt", "für Ok Go", "beim erstklassig besetzten".
_NAMES_A_WORK = frozenset({Tag.WORD, Tag.NOUN, Tag.NAME, Tag.PREPOSITION})


def _announced(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """``the film "..."``, ``so-called "..."``, ``a class called "..."``: what stands before announces a name."""
    place = paragraph.places[number]
    if place == 0:
        return False
    before = paragraph.tokens[place - 1]
    if before.low in paragraph.rules.naming:
        return True
    if before.low in paragraph.rules.terms and _is_spoken_of(paragraph, place):
        return True
    quoted = scene.text[paragraph.quotes[number].start : paragraph.quotes[number].end].split()
    named = paragraph.tokens[place - 2] if place >= 2 else None
    if named is not None and named.low == "," and place >= 3:
        named = paragraph.tokens[place - 3]  # her plan, called "Open Bank"
    if before.low in paragraph.rules.named and named is not None and named.tag in (Tag.WORD, Tag.NOUN):
        return _like_a_title(quoted, paragraph.rules) and named.low not in paragraph.rules.groups
    if before.low == "," and named is not None and named.low in paragraph.rules.works:
        return _like_a_title(quoted, paragraph.rules)  # the song, "Hold the Line,"
    return before.low in paragraph.rules.works and len(quoted) < _SENTENCE and quoted[0][:1].isupper()


def _is_spoken_of(paragraph: Paragraph, place: int) -> bool:
    """``said the word "language" was misleading``: a word is the subject of the next verb; in ``used the word`` it is said."""
    after = place + 1
    if place < 2 or after >= len(paragraph.tokens) or paragraph.tokens[place - 2].tag is not Tag.DETERMINER:
        return False
    return paragraph.tokens[after].tag in (Tag.AUXILIARY, Tag.VERB)


def _nickname(scene: Scene, paragraph: Paragraph, number: int) -> bool:
    """``Dana "the Fox" Orlan``: a name on both sides of a few words that end no clause."""
    place, quote = paragraph.places[number], paragraph.quotes[number]
    tokens = paragraph.tokens
    words = scene.text[quote.start : quote.end].split()
    if place == 0 or place + 1 >= len(tokens) or len(words) > _LONGEST_NICKNAME or words[-1][-1] in ".,!?":
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return (
        before.tag is Tag.NAME
        and after.tag is Tag.NAME
        and not before.possessive
        and before.end + 2 >= tokens[place].start
    )


def _like_a_title(words: list[str], rules: Grammar) -> bool:
    """Every long word with a capital, as in the title of a work or a programme."""
    bare = [word.strip("'’‘“”\"*.,;:!?()[]…-—–") for word in words]
    bare = [word for word in bare if word]
    if all(word.isupper() for word in bare if len(word) > 1) and len(bare) > 1:
        return False  # shouted: capitals say nothing
    if not bare or not bare[0][0].isupper() or not bare[-1][0].isupper() or words[-1][-1:] in "!?":
        return False
    if not rules.capital_nouns and any(rules.tags.get(word) in _SENTENTIAL for word in bare):
        return False  # "It is March."
    return all(word[0].isupper() or word[0].isdigit() or len(word) < 5 for word in bare)
