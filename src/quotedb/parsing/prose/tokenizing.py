"""Words and marks as tokens: what each is taken for by itself, before its neighbours are asked."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from quotedb.parsing.prose.grammar import TOKEN, VERBAL, Grammar, Tag
from quotedb.parsing.prose.tokens import Token
from quotedb.parsing.text import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Callable

_STOPS = frozenset(".!?…")
#: After one of these a capital says nothing.
_HEADS = _STOPS | frozenset("“‘(:")


class _Reading(NamedTuple):
    """What one printed word is taken for, wherever it stands."""

    tag: Tag  #: inside a sentence
    initial: Tag  #: at the head of one
    low: str
    capital: bool
    possessive: bool
    short: bool  #: an abbreviation: a point after it belongs to it


_REMEMBERED = 50_000
#: A token from all its fields at once: half the time of calling the class, once for every word of a document.
_token: Callable[[tuple[Any, ...]], Token] = functools.partial(tuple.__new__, Token)


#: How a word is set, in Markdown or HTML: signs of emphasis, a link's brackets and its address, a tag. No word and no pause.
_MARKUP = frozenset("*_[]<")
_SET = re.compile(
    r"[*_]+|</?[A-Za-z][^<>\n]{0,200}>|\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s[^()\n]{1,200})?\)"
)
#: What makes a word depend on more than itself: markup, and in some languages the point behind a number.
_ENTANGLED, _ENTANGLED_POINTS = re.compile(r"[*_\[\]<]"), re.compile(r"[*_\[\]<]|\d\.")


def tokenize(text: str, start: int, end: int, rules: Grammar, out: list[Token], shouted: bool) -> None:
    """Add the tokens of a stretch; where all is `shouted`, capitals say nothing.

    What stands between two blanks is read once and then remembered, since few words are new; what takes more than that
    to read goes word by word.
    """
    stretch = text[start:end]
    if shouted or (_ENTANGLED_POINTS if rules.ordinal_points else _ENTANGLED).search(stretch):
        _tokenize_entangled(text, start, end, rules, out, shouted)
        return
    chunks: dict[str, tuple[_Piece, ...]] = rules.chunks
    before = out[-1].low if out else "."
    add = out.append
    place = start
    for chunk in stretch.split(" "):
        pieces = chunks.get(chunk)
        if pieces is None:
            if len(chunks) > _REMEMBERED:
                chunks.clear()
            pieces = chunks[chunk] = _pieces_of(chunk, rules)
        for tag, initial, low, begin, stop, capital, possessive in pieces:
            if capital and before in _HEADS:
                tag = initial
            before = low
            add(_token((tag, low, place + begin, place + stop, capital, possessive, -1)))
        place += len(chunk) + 1


#: The fields of a token in a chunk: its tag inside a sentence and at the head of one, then as in `Token`, places in the chunk.
_Piece = tuple[Tag, Tag, str, int, int, bool, bool]


def _pieces_of(chunk: str, rules: Grammar) -> tuple[_Piece, ...]:
    """The tokens of what stands between two blanks."""
    last = len(chunk) - 1
    if chunk.isalpha():
        return (_piece(_reading(chunk, rules), 0, last + 1),)
    if chunk[-1:] in _ENDS and chunk[:-1].isalpha():
        head = _reading(chunk[:-1], rules)
        if chunk[-1] == "." and head.short:
            return (_piece(head, 0, last + 1),)
        return _piece(head, 0, last), _piece(_reading(chunk[-1], rules), last, last + 1)
    pieces: list[_Piece] = []
    skip = 0
    for match in (rules.tokens or TOKEN).finditer(chunk):
        begin, stop = match.span()
        if begin < skip:
            continue
        word = chunk[begin:stop]
        reading = _reading(word, rules)
        if (
            chunk[stop : stop + 1] == "."
            and word[-1].isalnum()
            and (reading.short or chunk[stop + 1 : stop + 2] == ",")
        ):
            skip = stop = stop + 1
        if reading.tag is Tag.PRONOUN and chunk[begin] == "-":
            begin = stop - len(reading.low)  # "a-t-elle": the pronoun is "elle"
        pieces.append(_piece(reading, begin, stop))
    return tuple(pieces)


#: What most often stands behind the last word of a chunk; a dot or a comma alone is a mark, two dots are another.
_ENDS = frozenset(",.;:?!")


def _piece(reading: _Reading, begin: int, stop: int) -> _Piece:
    tag, initial, low, capital, possessive, _ = reading
    return tag, initial, low, begin, stop, capital, possessive


def _tokenize_entangled(text: str, start: int, end: int, rules: Grammar, out: list[Token], shouted: bool) -> None:
    """The same for a stretch with markup, with points behind numbers, or in capitals."""
    skip = start
    before = out[-1].low if out else "."
    for match in (rules.tokens or TOKEN).finditer(text, start, end):
        begin, stop = match.span()
        if begin < skip:
            continue
        word = text[begin:stop]
        if word in _MARKUP:  # "**Ana Vesk** said", "said [Ana Vesk](https://...)"
            setting = _SET.match(text, begin, end)
            if setting is not None:
                skip = _past_possessive(text, setting.end(), end, rules, out)
                continue
        if shouted:
            word = word.lower()
        tag, initial, low, capital, possessive, short = _reading(word, rules)
        if (
            stop < end
            and text[stop] == "."
            and word[-1].isalnum()
            and (
                short
                or text[stop + 1 : stop + 2] == ","
                or (rules.ordinal_points and _ordinal(word, text, stop, rules))
            )
        ):
            stop += 1
            skip = stop
        if capital and before in _HEADS:
            tag = initial
        if tag is Tag.PRONOUN and text[begin] == "-":
            begin = stop - len(low)  # "a-t-elle": the pronoun is "elle"
        before = low
        out.append(_token((tag, low, begin, stop, capital, possessive, -1)))


def _reading(word: str, rules: Grammar) -> _Reading:
    """What a printed word is taken for, remembered."""
    readings: dict[str, _Reading] = rules.readings
    reading = readings.get(word)
    if reading is None:
        if len(readings) > _REMEMBERED:
            readings.clear()
        reading = readings[word] = _read_word(word, rules)
    return reading


_ENDING = re.compile(r"['’]\w+")


def _past_possessive(text: str, place: int, end: int, rules: Grammar, out: list[Token]) -> int:
    """Where to go on behind a closing sign: "**Vesk**'s" is as possessive as "Vesk's"."""
    ending = _ENDING.match(text, place, end)
    if ending is None or not out or not rules.possessive.fullmatch(ending[0].replace("’", "'")):
        return place
    out[-1] = out[-1]._replace(possessive=True)
    return ending.end()


_AFTER_ORDINAL = re.compile(r"\s([^\W\d_]+)")


def _ordinal(word: str, text: str, point: int, rules: Grammar) -> bool:
    """Whether the point after a number belongs to it: "am 4. Mai", but "bis 1990." and "um 4. Dann"."""
    following = _AFTER_ORDINAL.match(text, point + 1) if word.isdigit() and len(word) < 3 else None
    return following is not None and (following[1].islower() or following[1].lower() not in rules.function)


def _read_word(word: str, rules: Grammar) -> _Reading:
    if not word[0].isalnum() and word.lower() in rules.enclitics:
        low = rules.enclitics[word.lower()]
        return _Reading(rules.tags.get(low, Tag.PRONOUN), Tag.PRONOUN, low, False, False, False)
    if not word[0].isalnum():
        tag = Tag.STOP if word[0] in _STOPS and word != ".." else Tag.MARK
        return _Reading(tag, tag, word, False, False, False)
    low, possessive = word.lower(), False
    if "'" in low or "’" in low:
        low, possessive = _bare(low, rules)
    short = is_abbreviation(word + ".", rules.short)
    tag = rules.tags.get(low) or _by_ending(low, rules)
    if not word[0].isupper():
        head, _, rest = word.partition("-")
        if rest[:1].isupper() and head in rules.particles:  # "al-Harouni"
            return _Reading(Tag.NAME, Tag.NAME, low, True, possessive, short)
        if rules.capital_nouns and tag is Tag.NOUN:
            tag = Tag.WORD
        return _Reading(tag, tag, low, False, possessive, short)
    if rules.capital_nouns and "-" in word and _describes(word, rules):  # "US-amerikanische"
        return _Reading(Tag.WORD, Tag.WORD, low, False, possessive, short)
    if tag is Tag.PRONOUN and len(word) > 1 and word.isupper() and word[-1].isalpha():  # "US Senator"; not "C'est"
        return _Reading(Tag.NAME, Tag.NAME, low, True, possessive, short)
    inner, initial = _capital_tag(low, tag, False, rules), _capital_tag(low, tag, True, rules)
    return _Reading(inner, initial, low, True, possessive, short)


def _describes(word: str, rules: Grammar) -> bool:
    """Whether a word with a hyphen is an adjective by its last part; that of a given name is short: "Min-jae"."""
    last = word.rpartition("-")[2]
    return last.islower() and (len(last) > _SHORTEST or last.endswith(rules.describing_endings))


_CLOSED = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.PRONOUN, Tag.AUXILIARY, Tag.RELATIVE, Tag.ADVERB}
)


def _capital_tag(low: str, tag: Tag, initial: bool, rules: Grammar) -> Tag:
    """A capital makes a name, but not at the head of a sentence where the word is known otherwise."""
    if rules.capital_nouns:
        return _capital_noun(low, tag, initial, rules)
    if tag in (Tag.PRONOUN, Tag.DETERMINER) or (tag in _CLOSED and tag is not Tag.AUXILIARY and low in rules.function):
        return tag
    if initial and (low in rules.function or low in rules.groups or tag in VERBAL or tag in _CLOSED):
        return Tag.NAME if low in rules.first_names and low not in rules.tags else tag  # "Mohammed": no verb in "ed"
    return Tag.NAME


def _capital_noun(low: str, tag: Tag, initial: bool, rules: Grammar) -> Tag:
    """Where every noun has a capital, a name is what no list, ending or compound makes a noun."""
    if low in rules.tags and tag in _CLOSED:
        return tag
    if low in rules.first_names:
        return Tag.NAME
    noun = rules.noun(low)
    if rules.may_speak(noun):
        return Tag.NOUN
    if noun in rules.nouns or (len(low) > _SHORTEST and low.endswith(rules.noun_endings)):
        return Tag.WORD
    if tag in VERBAL:
        return tag if initial else Tag.WORD
    return Tag.NAME


def _bare(low: str, rules: Grammar) -> tuple[str, bool]:
    """A word without its possessive ending or contracted verb."""
    low = low.replace("’", "'")
    if low in rules.tags:
        return low, False
    head = rules.possessive.sub("", low)
    if head and head != low:
        return head, True
    pronoun, apostrophe, _ = low.partition("'")
    if apostrophe and rules.tags.get(pronoun) is Tag.PRONOUN:  # "I've", "they're"
        return pronoun, False
    return low.rstrip("'") or low, False


def _by_ending(low: str, rules: Grammar) -> Tag:
    """What a word that no list holds may be by its ending."""
    if len(low) > _SHORTEST and low not in rules.things:
        for tag, endings in rules.endings:
            if low.endswith(endings):
                return tag
    return Tag.WORD


_SHORTEST = 4
