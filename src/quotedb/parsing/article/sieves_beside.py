"""Sieves that look at the quotation's own sentence: a verb of saying after it, before it, or at the sentence's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.parsing.article.governing import at_once, nobody
from quotedb.parsing.prose.clauses import clause_subjects, relayed_object, subjects_of
from quotedb.parsing.prose.grammar import FINITE, SAYING, Tag
from quotedb.parsing.prose.spots import BY_CLAUSE, RELAYED, Attribution, Scene, Spot, is_noun_here
from quotedb.parsing.prose.syntax import phrase_of
from quotedb.parsing.prose.verbsecond import behind, told_in

if TYPE_CHECKING:
    from quotedb.parsing.prose.syntax import Paragraph, Phrase, Subjects

_SKIPPED = frozenset({"'", "’", '"', ",", "—", "–", "-", "--", "―"})
_CLOSING = frozenset({Tag.STOP, Tag.MARK})
_ENDS_CLAUSE = ",?!—–-…"
INSIDE = "said in a text that is not named beside it"
#: So far before words in marks stands the auxiliary of the verb behind them.
_FRAME = 20
_BREAKS = frozenset({",", "(", ")", "—", "–", "--"})


def verb_after(spot: Spot) -> Attribution | None:
    """``"...," said Vesk`` and ``"...," Vesk said``, with asides and attachments."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    ending = _ending(spot.scene, paragraph, spot.number)
    start = place + 1
    while start < len(tokens) and tokens[start].low in _SKIPPED:
        start += 1
    if start >= len(tokens) or (ending == "." and tokens[start].capital):
        return None
    closes = ending in _ENDS_CLAUSE or start > place + 1
    alone = closes and paragraph.sentence[place] == place
    if tokens[start].tag is not Tag.CUE and place > 0 and tokens[place - 1].low == ":":
        closes = False  # "Als Orlan sagte: ..., lachte Vesk": said by whom the colon names
    return _cleft(paragraph, start) or _inverted(paragraph, start, closes) or _straight(paragraph, start, closes, alone)


def _ending(scene: Scene, paragraph: Paragraph, number: int) -> str:
    """The last character of the quotation's words, inner marks apart."""
    quote = paragraph.quotes[number]
    return scene.text[quote.start : quote.end].rstrip("'’”\" ")[-1:]


def _cleft(paragraph: Paragraph, start: int) -> Attribution | None:
    """``"Noise" is how Vesk described it`` and ``"Noise" was all Vesk would say``."""
    if start + 2 >= len(paragraph.tokens) or not paragraph.links(start, "being"):
        return None
    phrase = paragraph.opening.get(start + 2) if paragraph.links(start + 1, "clefting") else None
    if phrase is None or phrase.kind == "relative":
        return None
    verb, _ = _verb_ahead(paragraph, phrase.last + 1, False, True)
    return Attribution((phrase,), "subject and verb after the quote", paragraph.index, verb) if verb else None


def _inverted(paragraph: Paragraph, start: int, closes: bool) -> Attribution | None:
    tokens = paragraph.tokens
    if closes and paragraph.links(start, "crediting"):
        credited = _credited(paragraph, start)
        if credited is not None:
            return credited
        start += 1  # "so sagte Vesk"
    first = start
    while start + 1 < len(tokens) and (paragraph.links(start, "tense") or _is_object(paragraph, start)):
        start += 1  # "a déclaré Vesk", "s'est étonné Vesk"
    said = paragraph.opening.get(start)
    if start > first and said is not None and said.kind == "pronoun" and start + 1 < len(tokens):
        if tokens[start + 1].tag is not Tag.CUE:
            return None
        return Attribution((said,), "verb of saying after the quote, then its subject", paragraph.index, start + 1)
    token = tokens[min(start, len(tokens) - 1)]
    if not (token.tag is Tag.CUE or (closes and token.tag in (Tag.WEAK, Tag.PAST))) or token.capital:
        return None
    if paragraph.rules.verb_second:
        found = behind(paragraph, start) or told_in(paragraph, start)
        if not found and any(paragraph.links(index, "inside") for index in range(start, min(len(tokens), start + 4))):
            return nobody(paragraph, INSIDE, start)
        quoted = paragraph.opening.get(found[-1].last + 1) if found and token.low in paragraph.rules.relayed else None
        if quoted is not None and quoted.kind != "relative":
            return Attribution((quoted,), RELAYED, paragraph.index, start, found[0])
        return Attribution(found, "verb of saying after the quote, then its subject", paragraph.index, start)
    index = start + 1
    while index < len(tokens) and tokens[index].tag in (Tag.ADVERB, Tag.PAST):
        index += 1
    phrase = paragraph.opening.get(index)
    if phrase is None or phrase.kind == "relative":
        return None
    who: Subjects = (phrase,)
    if phrase.last + 2 < len(tokens) and paragraph.links(phrase.last + 1, "joining"):
        other = paragraph.opening.get(phrase.last + 2)
        closed = other is not None and (other.last + 1 == len(tokens) or tokens[other.last + 1].tag in _CLOSING)
        who = (phrase, other) if other is not None and closed else who
    return Attribution(who, "verb of saying after the quote, then its subject", paragraph.index, start)


def _is_object(paragraph: Paragraph, index: int) -> bool:
    """Whether a pronoun stands before a verb as its object, behind a quotation: "s'est étonné"."""
    if not paragraph.rules.links("tense"):
        return False
    return paragraph.tokens[index].tag is Tag.PRONOUN and paragraph.tokens[index].low in paragraph.rules.objects


def _credited(paragraph: Paragraph, place: int) -> Attribution | None:
    """``"...", so Vesk``: a small word that credits what was quoted to whom it names."""
    tokens = paragraph.tokens
    phrase = paragraph.opening.get(place + 1)
    if phrase is None or phrase.kind == "relative":
        return None
    after = phrase.last + 1
    if after < len(tokens) and tokens[after].tag in FINITE:
        return None
    return Attribution((phrase,), "credited after the quote", paragraph.index, place)


def _straight(paragraph: Paragraph, start: int, closes: bool, alone: bool) -> Attribution | None:
    if paragraph.rules.verb_second:
        return None  # there the verb comes first behind a quotation
    phrase = paragraph.opening.get(start)
    if phrase is None or phrase.kind == "relative" or (phrase.possessive and phrase.kind != "pronoun"):
        return None
    verb, commas = _verb_ahead(paragraph, phrase.last + 1, closes, alone)
    if verb is None:
        return None
    who: Subjects = (phrase,)
    relayed = relayed_object(paragraph, verb)
    if relayed is not None:
        return Attribution((relayed,), RELAYED, paragraph.index, verb, phrase)
    if phrase.last + 2 < verb and paragraph.links(phrase.last + 1, "joining"):
        other = paragraph.opening.get(phrase.last + 2)
        who = (phrase, other) if other is not None else who
    rule = "subject and verb after the quote" + (", an aside between" if commas else "")
    return Attribution(who, rule, paragraph.index, verb)


def _verb_ahead(paragraph: Paragraph, index: int, closes: bool, alone: bool) -> tuple[int | None, int]:
    """The verb of the subject that ends before `index`, and how many commas stand before it.

    Where the quotation closes a clause an aside may stand between; where it is a sentence of its own any verb will do.
    """
    tokens = paragraph.tokens
    commas = 0
    for place in range(index, min(len(tokens), index + 45)):
        token = tokens[place]
        if token.tag is Tag.CUE or (alone and commas == 0 and token.tag in (Tag.WEAK, Tag.VERB, Tag.PAST)):
            return place, commas
        if token.tag is Tag.STOP or token.tag is Tag.QUOTE:
            return None, 0
        if token.low in _BREAKS:
            commas += 1
            if not closes:
                return None, 0
        elif commas == 0 and token.tag is Tag.CONJUNCTION and not paragraph.links(place, "joining"):
            return None, 0
    return None, 0


def according_to(spot: Spot) -> Attribution | None:
    """``according to Vesk`` in the quotation's own sentence, nearest first."""
    paragraph, place = spot.paragraph, spot.place
    tokens, rules = paragraph.tokens, paragraph.rules
    first = paragraph.sentence[place]
    best: tuple[int, Phrase, int] | None = None
    for index in range(max(first, place - 50), min(len(tokens) - 1, place + 30)):
        if index > place and tokens[index].tag is Tag.STOP:
            break
        phrase = None
        words = _according(paragraph, index) if tokens[index].low in rules.according else 0
        if words:
            phrase = _named_by(paragraph, index, words)
        elif paragraph.links(index, "according_after"):
            phrase = paragraph.ending.get(index - 1)
        if phrase is not None and phrase.kind != "relative" and (best is None or abs(index - place) < best[0]):
            best = (abs(index - place), phrase, index)
    if best is None:
        return None
    return Attribution((best[1],), "according to", paragraph.index, best[2])


def _named_by(paragraph: Paragraph, index: int, length: int) -> Phrase | None:
    """Whom the words from `index` name; also where the last of them and the name make one phrase: "nach Angaben der X"."""
    phrase = paragraph.opening.get(index + length)
    if phrase is not None and paragraph.is_one_of(phrase, "wordings"):  # "selon les mots de Vesk"
        after = phrase.last + 1
        if after + 1 < len(paragraph.tokens) and paragraph.links(after, "attaching"):
            return paragraph.opening.get(after + 1)
    for inside in range(index + 1, index + length):
        whole = paragraph.opening.get(inside)
        if phrase is None and whole is not None and whole.last >= index + length:
            begin = index + length
            inner = (at for at in range(begin + 1, whole.last) if paragraph.tokens[at].tag is Tag.DETERMINER)
            named = phrase_of(paragraph.tokens, begin, next(inner, whole.last + 1) - 1, paragraph.rules)
            return named._replace(last=whole.last, end=whole.end)
    return phrase if length else None


def _according(paragraph: Paragraph, index: int) -> int:
    """How many tokens from here say "according to", the longest first; 0 where none do."""
    tokens = paragraph.tokens
    for words in paragraph.rules.according.get(tokens[index].low, ()):
        if all(index + n < len(tokens) and tokens[index + n].low == word for n, word in enumerate(words)):
            return len(words)
    return 0


def cue_before(spot: Spot) -> Attribution | None:
    """``Vesk said "..."``: the nearest verb of saying to the left in the sentence, and its subject."""
    paragraph, place = spot.paragraph, spot.place
    first = paragraph.sentence[place]
    tokens = paragraph.tokens
    rules = paragraph.rules
    nearest: Attribution | None = _framed(paragraph, place) if rules.verb_second else None
    if nearest is not None:
        return nearest
    for index in range(place - 1, max(first, place - 60) - 1, -1):
        token = tokens[index]
        if token.tag not in SAYING or is_noun_here(paragraph, index, first):
            continue
        if _of_nobody(paragraph, index, place):
            continue  # "Vesk has been accused of": somebody else's words
        if index == first and any(between.low == "," for between in tokens[index:place]):
            continue  # "Asked by Tarrow what she wanted, Vesk named"
        if token.low in rules.raising and tokens[index + 1].tag is Tag.PREPOSITION:
            continue
        told = nearest is not None and nearest.cue is not None and _tells_of(paragraph, index, nearest.who[0])
        if told and nearest is not None and nearest.cue is not None and at_once(paragraph, nearest.cue, place):
            return nearest
        if nearest is not None and token.low not in rules.plainest:
            continue
        if nearest is not None and any(between.tag is Tag.QUOTE for between in tokens[index : nearest.cue]):
            break  # this one governs another quotation
        answer = _by_cue(paragraph, index, place)
        if answer is None:
            continue
        if nearest is None:
            nearest = answer
            if token.low in rules.plainest:
                return answer
        elif answer.who[0].kind != "relative":
            return answer
    return nearest


def _framed(paragraph: Paragraph, place: int) -> Attribution | None:
    """``Vesk hat vor einem "..." gewarnt.``: the verb of saying right behind the words, its auxiliary before them."""
    tokens, verb = paragraph.tokens, place + 1
    if verb >= len(tokens) or tokens[verb].tag not in (Tag.CUE, Tag.WEAK) or tokens[place].low:
        return None
    if verb + 1 < len(tokens) and tokens[verb + 1].tag not in _CLOSING:
        return None
    first = max(paragraph.sentence[place], place - _FRAME)
    aux = next((index for index in range(place - 1, first, -1) if tokens[index].tag is Tag.AUXILIARY), -1)
    if aux < 0 or paragraph.links(aux, "passive") or tokens[aux].low in paragraph.rules.reported:
        return None
    if any(t.tag in (Tag.MARK, Tag.QUOTE) for t in tokens[aux:place]):
        return None
    who, how = subjects_of(paragraph, aux)
    named = bool(who) and how == "beside" and who[0].kind != "relative"
    return Attribution(who, "subject of a verb before the quote", paragraph.index, verb) if named else None


def _tells_of(paragraph: Paragraph, verb: int, subject: Phrase) -> bool:
    """``Vesk said she once told him: "..."``: the pronoun right behind a verb of saying is the subject of the next."""
    return subject.kind == "pronoun" and subject.first == verb + 1 and paragraph.links(subject.first, "subject")


def _by_cue(paragraph: Paragraph, cue: int, place: int) -> Attribution | None:
    tokens = paragraph.tokens
    agent = _agent(paragraph, cue, place) or _agent_after(paragraph, cue, place)
    relayed = tokens[cue].tag is Tag.CUE_ING and cue > 0 and paragraph.links(cue - 1, "relaying")
    if agent is not None and not relayed and tokens[cue].low not in paragraph.rules.relayed:
        return Attribution((agent,), "agent of a passive before the quote", paragraph.index, cue)
    quoted = paragraph.ending.get(cue - 2) if relayed else None
    if quoted is not None and relayed_object(paragraph, quoted.first - 1) is quoted:
        relays, _ = subjects_of(paragraph, quoted.first - 1)
        return Attribution((quoted,), RELAYED, paragraph.index, cue, relays[0] if relays else None)
    who, how = subjects_of(paragraph, cue)
    via = agent if agent is not None else (_agent_between(paragraph, cue) if relayed else None)
    if not who:
        return None
    distance = "near" if place - cue <= 12 else "far"
    name = {
        "beside": "subject of a verb before the quote",
        "aside": "subject of a verb before the quote, an aside between",
    }
    rule = name.get(how, "subject of the clause before the quote")
    if tokens[cue].tag in (Tag.WEAK, Tag.WEAK_ING):
        rule += ", weak verb"
    if distance == "far":
        rule += ", far"
    return Attribution(who, rule, paragraph.index, cue, via)


def _agent(paragraph: Paragraph, cue: int, place: int) -> Phrase | None:
    """``called by Vesk``: who stands after "by" next to the cue."""
    agent = paragraph.opening.get(cue + 2) if cue + 2 < place and paragraph.links(cue + 1, "agent") else None
    if agent is not None and agent.last == place - 1 and paragraph.tokens[agent.last].low in paragraph.rules.articles:
        return None  # "sprach von einem" and the words
    return agent


def _agent_after(paragraph: Paragraph, cue: int, place: int) -> Phrase | None:
    """``was called "a bully" by Vesk``: who stands after "by" behind the quotation."""
    tokens = paragraph.tokens
    passive = cue > 0 and paragraph.links(cue - 1, "passive")
    if not passive or place + 2 >= len(tokens) or not paragraph.links(place + 1, "agent"):
        return None
    return paragraph.opening.get(place + 2)


def _of_nobody(paragraph: Paragraph, cue: int, place: int) -> bool:
    """Whether a verb of saying is a passive whose agent is not told: its subject is not the speaker."""
    token = paragraph.tokens[cue]
    before = cue - 1
    while before > 0 and paragraph.tokens[before].tag is Tag.ADVERB:
        before -= 1
    if before < 0 or token.tag not in (Tag.CUE, Tag.WEAK) or not paragraph.links(before, "passive"):
        return False
    return _agent(paragraph, cue, place) is None and _agent_after(paragraph, cue, place) is None


def _agent_between(paragraph: Paragraph, cue: int) -> Phrase | None:
    """``was quoted by the agency as saying``: who stands after "by" a little before the cue."""
    for index in range(cue - 1, max(0, cue - 12), -1):
        if paragraph.links(index, "agent"):
            return paragraph.opening.get(index + 1)
    return None


def sentence_end(spot: Spot) -> Attribution | None:
    """``It was "bad" and "sad," Vesk said``: one attribution at the end of the sentence serves all its quotations."""
    paragraph, place = spot.paragraph, spot.place
    tokens = paragraph.tokens
    crediting = paragraph.rules.links("crediting")
    for index in range(place + 2, min(len(tokens), place + 60)):
        token = tokens[index]
        if token.tag is Tag.STOP or paragraph.sentence[index] != paragraph.sentence[place]:
            return None
        if token.low in crediting and tokens[index - 1].low == ",":
            credited = _credited(paragraph, index)
            if credited is not None:
                return credited
        if token.tag is not Tag.CUE:
            continue
        inverted = _behind(paragraph, index)
        lead = index - 1
        while lead > place and (paragraph.links(lead, "tense") or _is_object(paragraph, lead)):
            lead -= 1
        before = tokens[lead]
        if (before.low == "," or before.tag is Tag.QUOTE) and inverted:
            return Attribution(inverted, "verb and subject at the end of the sentence", paragraph.index, index)
        who, how = subjects_of(paragraph, index)
        if not who or how != "beside" or who[0].first <= place:
            continue
        before = tokens[who[0].first - 1]
        if before.low == "," or before.tag is Tag.QUOTE:
            return Attribution(who, "subject and verb at the end of the sentence", paragraph.index, index)
    return None


def _behind(paragraph: Paragraph, verb: int) -> Subjects:
    """The subject right behind a verb; in a language with the verb in second place past adverbs and objects too."""
    if paragraph.rules.verb_second:
        return behind(paragraph, verb)
    phrase = paragraph.opening.get(verb + 1)
    return (phrase,) if phrase is not None and phrase.kind != "relative" else ()


def name_and_colon(spot: Spot) -> Attribution | None:
    """A headline of the form ``Vesk: We need a 'new start'``: the name before the colon."""
    paragraph = spot.paragraph
    phrase = paragraph.opening.get(0)
    tokens = paragraph.tokens
    if phrase is None or phrase.kind != "name" or phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].low != ":":
        return None
    return Attribution((phrase,), "name and colon at the head of the line", paragraph.index, phrase.last + 1)


def sentence_subject(spot: Spot) -> Attribution | None:
    """Without a verb of saying: the subject of the clause the quotation stands in."""
    paragraph = spot.paragraph
    who = clause_subjects(paragraph, paragraph.places[spot.number])
    return Attribution(who, BY_CLAUSE, paragraph.index) if who else None
