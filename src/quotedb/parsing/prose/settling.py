"""What the words around a word say that the word alone does not: a verb's ending on a name, a pronoun before a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.prose.grammar import FINITE, NOMINAL, VERBAL, Grammar, Tag

if TYPE_CHECKING:
    from quotedb.parsing.prose.tokens import Token


def settle(tokens: list[Token], sentence: list[int], rules: Grammar) -> None:
    """Correct the tags of a paragraph in place; `sentence` holds the first token of each token's sentence."""
    if not rules.verb_second:  # there an adverb before the verb is the rule
        firsts = sorted(first for first in set(sentence) if first < len(tokens) - 2 and tokens[first].capital)
        _name_initials(tokens, sentence, firsts, rules)
        _settle_epithets(tokens, firsts, rules)
    if rules.plurals:
        _settle_plurals(tokens, rules)
    _settle_determiners(tokens, rules)
    if rules.relative_determiners:
        _settle_relatives(tokens, rules)
    if rules.separable:
        _settle_separable(tokens, rules)
    if rules.capital_nouns:
        _settle_nouns(tokens, rules)


def _name_initials(tokens: list[Token], sentence: list[int], firsts: list[int], rules: Grammar) -> None:
    """Make a name of a first word that reads otherwise: "Reading said", "Kelly, who", "United Press", "Per Vesk said"."""
    for index in firsts:
        token = tokens[index]
        if token.tag is Tag.NAME:
            continue
        if token.low in rules.first_names and _names_somebody(tokens, index + 1, rules):
            if token.tag is not Tag.AUXILIARY or not _asks(tokens, sentence, index):
                tokens[index] = token._replace(tag=Tag.NAME)
            continue
        if token.tag not in VERBAL or token.low in rules.function:  # "Here is what she said"
            continue
        following = tokens[index + 1]
        aside = following.low == "," and tokens[index + 2].tag is Tag.RELATIVE
        body = token.tag is Tag.PAST and following.tag is Tag.NAME and following.low in rules.bodies
        if following.tag in (Tag.CUE, Tag.WEAK, Tag.AUXILIARY) or aside or body:
            tokens[index] = token._replace(tag=Tag.NAME)


def _settle_epithets(tokens: list[Token], firsts: list[int], rules: Grammar) -> None:
    """Make a word of what a sentence calls somebody at its head: "Furious Tor Vesk", "Caretaker Tor Vesk"."""
    for index in firsts:
        token, following = tokens[index], tokens[index + 1]
        if token.tag is not Tag.NAME or following.tag is not Tag.NAME or token.possessive:
            continue
        if token.low in rules.first_names:
            continue
        first = following.low in rules.first_names
        full = tokens[index + 2].tag is Tag.NAME or tokens[index + 2].low in rules.particles
        if token.low in rules.epithets and (first or full):
            tokens[index] = token._replace(tag=Tag.WORD)
        elif first and full and token.low not in rules.titles and rules.may_speak(token.low):
            tokens[index] = token._replace(tag=Tag.NOUN)


def _names_somebody(tokens: list[Token], index: int, rules: Grammar) -> bool:
    """Whether a name goes on here and then acts: "Per Vesk said", "Will Vesk, 34, said", but "Per the rules"."""
    while index < len(tokens) - 2 and tokens[index].tag is Tag.NAME:
        index += 1
        following = tokens[index + 1]
        described = following.tag in (Tag.RELATIVE, Tag.DETERMINER) or following.low.isdigit()
        described = described or following.low in rules.owners
        joined = tokens[index].low in rules.links("joining") and following.tag is Tag.NAME
        acts = joined or tokens[index].tag in FINITE or (tokens[index].low == "," and described)
        if acts and tokens[index - 1].tag is Tag.NAME:
            return True
    return False


def _asks(tokens: list[Token], sentence: list[int], index: int) -> bool:
    """Whether a sentence that may open with its verb is a question, as "Will Vesk go?" is."""
    after = index + 1
    while after < len(tokens) and sentence[after] == index:
        after += 1
    return tokens[after - 1].low == "?"


def _settle_plurals(tokens: list[Token], rules: Grammar) -> None:
    """A plural before a verb of saying is a noun, although it may be a verb: "the reports said"."""
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.tag is Tag.CUE and tokens[index + 1].tag is Tag.CUE and token.low.endswith(rules.plurals):
            tokens[index] = token._replace(tag=Tag.NOUN)


def _settle_determiners(tokens: list[Token], rules: Grammar) -> None:
    """A pronoun that is also a determiner is one before a noun: "her brother said", but "told her that"; "A." is an initial."""
    for index in range(len(tokens) - 1):
        token = tokens[index]
        tag = token.tag
        if tag is Tag.PRONOUN:
            if token.low in rules.owners and tokens[index + 1].tag in NOMINAL:
                tokens[index] = token._replace(tag=Tag.DETERMINER)
        elif tag is Tag.DETERMINER and token.capital and index and _is_initial(tokens, index):
            tokens[index] = token._replace(tag=Tag.NAME)


def _is_initial(tokens: list[Token], index: int) -> bool:
    """Whether a letter with a point stands inside a name: "Jo A. Vesk"."""
    token = tokens[index]
    pointed = len(token.low) == 1 and token.end - token.start == 2
    return pointed and tokens[index - 1].tag is Tag.NAME and tokens[index + 1].tag is Tag.NAME


_OPENS_NO_PHRASE = frozenset(
    {Tag.PREPOSITION, Tag.PRONOUN, Tag.AUXILIARY, Tag.ADVERB, Tag.QUOTE, Tag.CUE, Tag.WEAK, Tag.VERB, Tag.DETERMINER}
)


def _settle_relatives(tokens: list[Token], rules: Grammar) -> None:
    """Make a relative pronoun of a determiner behind a comma that no noun follows: "Vesk, der in Tarn lebt"."""
    for index in range(1, len(tokens) - 1):
        token = tokens[index]
        if token.tag is Tag.DETERMINER and token.low in rules.relative_determiners and tokens[index - 1].low == ",":
            following = tokens[index + 1].tag
            name = following is Tag.NAME and rules.capital_nouns and not _ends_as_aside(tokens, index + 1)
            if following in _OPENS_NO_PHRASE or name:
                tokens[index] = token._replace(tag=Tag.RELATIVE)


def _ends_as_aside(tokens: list[Token], start: int) -> bool:
    """Whether nothing but nouns and names stands up to the next comma: "der eine, der Müller Olaf Henn, sagte"."""
    index = start
    while index < len(tokens) and tokens[index].tag in (Tag.NAME, Tag.NOUN, Tag.WORD) and tokens[index].capital:
        index += 1
    return index > start + 1 and index < len(tokens) and tokens[index].low == ","


_SEPARATED, _CLAUSES_BETWEEN = 30, 2


def _settle_separable(tokens: list[Token], rules: Grammar) -> None:
    """Make a verb of saying of one whose second part closes the clause: "gab ... bekannt"."""
    for index, token in enumerate(tokens):
        parts = rules.separable.get(token.low)
        if parts is None or token.capital:
            continue
        commas = 0
        for place in range(index + 1, min(len(tokens), index + _SEPARATED)):
            other = tokens[place]
            if other.tag in (Tag.STOP, Tag.QUOTE) or commas > _CLAUSES_BETWEEN:
                break
            commas += other.low == ","
            if other.low in parts and not other.capital and _closes_clause(tokens, place):
                tokens[index] = token._replace(tag=Tag.CUE)
                tokens[place] = other._replace(tag=Tag.ADVERB)
                break


def _closes_clause(tokens: list[Token], place: int) -> bool:
    if place + 1 == len(tokens):
        return True
    return tokens[place + 1].tag in (Tag.STOP, Tag.MARK, Tag.QUOTE, Tag.CONJUNCTION)


def _settle_nouns(tokens: list[Token], rules: Grammar) -> None:
    """Tell names from nouns, which have capitals too, by what stands before them and behind them.

    Behind a first name every noun is a last name, behind another name or a title what only an ending or its last part
    made a noun ("Ute Bader"); a determiner or an adjective makes a noun of what no list holds; a name in "s" before a
    noun owns it ("Lisows Sprecher"), one in "er" describes it ("Tarner Polizei").
    """
    for index, token in enumerate(tokens):
        if not token.capital:
            continue
        before = tokens[index - 1] if index else None
        if before is not None and before.tag is Tag.CONJUNCTION and token.tag in NOMINAL:
            if before.low in rules.links("apposing"):  # "Als Antwort sagte sie"
                tokens[index - 1] = before._replace(tag=Tag.PREPOSITION)
        elif before is not None and _names_on(before, token, rules):
            tokens[index] = token._replace(tag=Tag.NAME)
        elif token.tag is Tag.NAME and token.low not in rules.first_names:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if before is None or before.tag is not Tag.NAME or before.possessive:
                tokens[index] = _name_or_noun(token, before, following, rules)


def _name_or_noun(token: Token, before: Token | None, following: Token | None, rules: Grammar) -> Token:
    """What a word that opens a name is: one that owns or describes the noun behind it, a noun, or a name after all."""
    if following is not None and following.tag is Tag.NOUN:
        owner = next((ending for ending in rules.owning_endings if token.low.endswith(ending)), None)
        if owner is not None:
            return token._replace(low=token.low.removesuffix(owner), possessive=True)
        if token.low.endswith(rules.describing_endings):
            return token._replace(tag=Tag.WORD)
    described = before is not None and (before.tag is Tag.DETERMINER or (before.tag is Tag.WORD and not before.capital))
    named = following is not None and following.tag is Tag.NAME and following.low not in rules.first_names
    return token._replace(tag=Tag.WORD) if described and not named else token


def _names_on(before: Token, token: Token, rules: Grammar) -> bool:
    """Whether a noun goes on with the name before it, or is the name behind a title."""
    if token.tag not in NOMINAL or before.possessive:
        return False
    if before.tag is Tag.NAME:
        return before.low in rules.first_names or token.low not in rules.nouns
    if token.tag is Tag.WORD and before.low in rules.links("courtesy"):
        return True  # "Frau Albrecht", whatever "recht" means
    by_ending = token.tag is Tag.WORD and rules.noun(token.low) not in rules.nouns
    return before.tag is Tag.NOUN and before.capital and by_ending and rules.noun(before.low) in rules.titles
