"""Documents with labels in which nobody speaks to anybody: forms, reviews and letters to the editor, questions that the outlet answers.

Each rule looks at all labels of a document together, gives the reason in words, and "" where it has nothing to say.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.behind import is_open
from quotedb.parsing.transcript.initials import introduced_in
from quotedb.parsing.transcript.labels import WRITERS
from quotedb.parsing.transcript.language import knows_the_language
from quotedb.parsing.transcript.listed import COUNTED
from quotedb.parsing.transcript.onesided import is_interviewed
from quotedb.parsing.transcript.said import (
    QUESTION,
    how_many,
    is_signed,
    is_title,
    names_of,
    people,
    said_of,
    tells_of_its_label,
)
from quotedb.parsing.transcript.scoring import total
from quotedb.parsing.transcript.shape import UNNAMED, VOICE, is_titled, key_of, shape_of, why_shape
from quotedb.parsing.transcript.short import STOPPED, opens_a_record
from quotedb.parsing.transcript.surfacekinds import CHAT, surface_kind
from quotedb.parsing.transcript.talk import against, is_counted, weigh, weights
from quotedb.parsing.transcript.trim import data_lines
from quotedb.parsing.transcript.wordlists import names_in
from quotedb.parsing.zones.lines import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quotedb.parsing.transcript.labels import Accepted
    from quotedb.parsing.transcript.labelwords import LabelWords
    from quotedb.parsing.transcript.said import Said
    from quotedb.parsing.transcript.scoring import Part
    from quotedb.parsing.zones.lines import Line

#: A field's name is no longer (characters); so often one stands in a form of many entries.
LONGEST_FIELD, FIELDS = 24, 3
#: So many labels, at least, can be a list; so many who speak once each a crowd, unless so large a share speaks to somebody.
CROWD, MANY, ADDRESSED = 3, 4, 0.3
#: A list may name a few of so many twice; so large a share of the names stands once.
LONG, ONCE = 8, 0.75
#: Where so large a share of the names comes back, the last of those that do is the last that speaks.
BACK = 0.5
#: So large a share of the names has a time.
TIMED = 0.8
#: Among so many one question makes no talk.
SOME = 6
#: How often somebody says "I", or asks, in so long a document in which nobody speaks.
SILENT, ASKED = 0.04, 0.1
#: Where so many say "we" or "you" they speak, whether or not anybody says "I".
SPOKEN = 0.4
#: So few voices, of which the next is so often another, make a conversation.
FEW, CHANGING = 3, 0.9
#: A chat, in which every line has its time and nobody sets a full stop, has so many questions.
ASKED_TWICE = 2
#: Where every line has its time, so many who speak to "you" make a conversation of a log.
TO_YOU = 0.15
#: Where speech is written down as it was heard, so many turns begin with a small letter.
HEARD = 0.6
#: Where so many ask, or speak to "you", they talk.
TALKING = 0.7
#: A line of so many characters is somebody's words, and the text breaks off in it.
BROKEN_OFF = 200
#: In a record of a chamber so many speakers have a title.
TITLED = 0.8
#: So many questions and answers, at least, are read as those of an outlet.
PAIRS = 3
#: How often the answers say "I", the questions "you", where an outlet asks itself.
ONESELF, YOU = 0.05, 0.35
#: A label that looks so much like one is a full name.
NAMED = 0.75
#: How often what stands behind the labels ends in no full stop, in a list.
UNFINISHED = 0.5
#: So many labels are the initials of those who are present.
INTRODUCED = 0.5
#: Minutes beside which people chat have so large a share of lines from the chat.
CHAT_BESIDE = 0.25
#: So large a share of the people in a chat come back, and of the lines say "I" or ask.
CHATTING = 0.25

#: A sentence that begins as sentences do, behind another; where speech is heard, so few are written like that.
_CAPITAL, CAPITALS = re.compile(r"[.?!]\s+[A-Z]"), 0.1
_BULLET = re.compile(r"\s*[*•–-]\s+")


def why_nobody(
    text: str,
    lines: Sequence[Line],
    accepted: Sequence[Accepted],
    words: LabelWords,
    transcribed: bool = False,
    doubtful: bool = False,
) -> str:
    """Why nobody speaks in a document although it has labels; "" where somebody does.

    Where a document calls itself a transcript (`transcribed`), nothing but a form is none. With `doubtful` the signs of a
    list, minutes or reviews refuse nothing by themselves, but much has to speak for a talk.
    """
    if accepted and is_a_form(text, lines, accepted, words):
        return "fields of a form stand between the labels"
    if not accepted or (not doubtful and (transcribed or any(one.head.delivered for one in accepted))):
        return ""  # "(as interpreted)" stands behind nothing but a speaker
    if _are_signed(text, lines, accepted):
        return "the names stand below the words, as in letters: nobody's words stand below them"
    said = said_of(text, accepted)
    written = sum(surface_kind(one.head) == CHAT for one in accepted)
    chatted = written >= CHAT_BESIDE * len(accepted) and (written > WRITERS if doubtful else written)
    if chatted and not (knows_the_language(text, words) and _writes_to_nobody(said, words)):
        return ""  # handles in angle brackets, with whatever people write in a chat, or beside the minutes of a talk
    if _is_a_record(text, accepted, said, words):
        return ""
    machine = all(
        COUNTED.search(one.key) and one.key[1:2].isalpha() and shape_of(one.label, words) == 1 for one in said
    )
    if machine and not (len(said) >= CROWD and is_counted([one.label for one in said])):
        return ""  # voices that a machine counted: it sets no full stops, and heard somebody
    timed = all(one.head.stamp for one in accepted)
    listed = all(_BULLET.fullmatch(text, lines[one.head.line].start, one.head.start) for one in accepted)
    asked = how_many(said, QUESTION)
    unfinished = sum(is_open(one.text) for one in said) > UNFINISHED * len(said)
    present = introduced_in(text, words)
    if len(present) > 1 and sum(one.label in present for one in said) >= INTRODUCED * len(said):
        return ""  # the initials of those who are present: minutes of what each of them said, maybe without full stops
    if (
        unfinished
        and len(said) >= CROWD
        and not (
            _chats(said, words) or _mumbles(said, words) or (timed and asked >= max(ASKED_TWICE, ASKED * len(said)))
        )
    ):
        return "the words behind the labels end in no full stop, as in a list or a table"
    if not knows_the_language(text, words):
        return _no_talk(weigh(text, lines, accepted, words, known=False), weights()["form"])
    answered = is_interviewed(text, accepted) and bool(how_many(said, words.oneself))
    rules: list[Callable[[], str]] = [
        lambda: "" if answered else _alone(said, words),
        lambda: "" if words.capital_nouns else _titles(said),  # "Das Wort hat Frau Kollegin Marsh."
        lambda: _outlet(said, words),
    ]
    if not doubtful:
        rules += [
            lambda: _told(said, words),
            lambda: _silence(said, words, timed=timed, listed=listed),
            lambda: _crowd(said, words),
        ]
    if doubtful and not asked and not how_many(said, words.spoken) and not how_many(said, words.answering):
        return "nobody asks, answers, or says I or you behind labels that are in doubt"
    needed = weights()["doubtful" if doubtful else "sure"]
    # one who answers questions without a label, and speech that was heard without its full stops, are known for a talk
    if doubtful or not (answered or _mumbles(said, words)):
        rules.append(lambda: _no_talk(weigh(text, lines, accepted, words), needed))
    return next((why for rule in rules if (why := rule())), "")


def _writes_to_nobody(said: Sequence[Said], words: LabelWords) -> bool:
    """Whether nobody in a chat has a handle in small letters, asks, or says "I" or "you": a glossary's terms stand in angles, too."""
    terms = all(one.label[:1].isupper() for one in said)
    return terms and not (how_many(said, QUESTION) or how_many(said, words.spoken))


def _is_a_record(text: str, accepted: Sequence[Accepted], said: Sequence[Said], words: LabelWords) -> bool:
    """Whether titled names, as records print them, have nothing but whole sentences behind them, and speak to those in the room.

    A full stop or a dash for the colon stands behind such names nowhere but in records.
    """
    if not all(is_titled(one.label, words) for one in said):
        return False
    if len(said) == 1:
        return opens_a_record(text, accepted[0].head, words)
    broken = text.rstrip()[-1:] not in CLOSERS  # where the page breaks off, so do the last words
    whole = not any(is_open(one.text) or one.text[:1].islower() for one in (said[:-1] if broken else said))
    stopped = all(surface_kind(one.head) in STOPPED for one in accepted)
    return whole and (stopped or how_many(said, words.addressing) >= ADDRESSED * len(said))


def _no_talk(parts: Sequence[Part], needed: float) -> str:
    """Manuals, ratings, programmes: whatever has labels, and behind them words that nobody says to anybody."""
    return "" if total(parts) >= needed else against(parts)


def _chats(said: Sequence[Said], words: LabelWords) -> bool:
    """Whether people write to each other who set no full stops: they come back, say "I" and ask."""
    times = Counter(one.key for one in said)
    back = sum(n > 1 for n in times.values()) >= max(2, CHATTING * len(times))
    oneself = how_many(said, words.oneself)
    asked = how_many(said, QUESTION)
    return back and len(said) >= LONG and oneself > ASKED * len(said) and oneself + asked >= CHATTING * len(said)


def _mumbles(said: Sequence[Said], words: LabelWords) -> bool:
    """Whether two or three voices are written down as they were heard: in small letters, without full stops."""
    small = sum(one.text[:1].islower() for one in said)
    if how_many(said, _CAPITAL) > CAPITALS * len(said):
        return False  # a list: `Map: loads faster. Thanks to Ana.`
    return _answering(said) and small >= HEARD * len(said) and how_many(said, words.spoken) >= TO_YOU * len(said)


def is_a_form(text: str, lines: Sequence[Line], accepted: Sequence[Accepted], words: LabelWords) -> bool:
    """Whether fields that are no speakers (`Date:`, `Location:`) come back nearly as often as labels stand here.

    What ends each turn (`Duration: 12 s`) is no field.
    """
    labels = {key_of(one.head.label) for one in accepted}
    data = data_lines(text, lines, [one.head for one in accepted])
    kinds = {surface_kind(one.head) for one in accepted}
    if "fields" in kinds:
        return False  # they say who speaks, and what
    if "framed" in kinds:
        data |= {one.head.line for one in accepted}  # `Name: Ana Velt: Good evening`
    fields: Counter[str] = Counter()
    for line in (line for number, line in enumerate(lines) if number not in data):
        opens, colon, _ = text[line.start : min(line.end, line.start + LONGEST_FIELD)].partition(":")
        if colon:
            fields[key_of(opens.lstrip("-•* "))] += 1
    again = sum(times for field, times in fields.items() if times >= FIELDS and field in words.never - labels)
    return again >= FIELDS and again >= len(accepted) / 2


def _are_signed(text: str, lines: Sequence[Line], accepted: Sequence[Accepted]) -> bool:
    """Names below the words of letters, poems and testimonials, each alone on its line.

    They stand right below a sentence and apart from what follows; or a sentence stands above the first name, and none
    below the last.
    """
    heads = [one.head for one in accepted if one.head.bare and surface_kind(one.head) != CHAT]
    heads = [
        head
        for head in heads
        if not head.surface.startswith(("heading", "marked heading", "colon")) and head.stamp is None
    ]
    if len(heads) < max(2, 0.9 * len(accepted)):
        return False
    below = [
        not lines[head.line].blanks
        and _ends_a_sentence(text, lines[head.line - 1])
        and (head.line + 1 == len(lines) or lines[head.line + 1].blanks > 0)
        for head in heads
        if head.line
    ]
    if sum(below) >= 0.8 * len(heads):
        return True
    times = Counter(head.label for head in heads)
    back = [head for head in heads if times[head.label] > 1]  # the foot of a page may have names too, each once
    if sum(head.stamp is not None for head in heads) >= TIMED * len(heads):
        return False  # a letter has no clock: what stands above the first name introduces the talk
    first, last = heads[0].line, (back if len(back) >= BACK * len(heads) else heads)[-1].line
    opened = first > 0 and any(_ends_a_sentence(text, line) for line in lines[max(0, first - 2) : first])
    return opened and not any(
        _ends_a_sentence(text, line) or line.end - line.start > BROKEN_OFF for line in lines[last + 1 :]
    )


def _ends_a_sentence(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip("\"”“»’'*_) ")[-1:] in (".", "?", "!", "…")


def _alone(said: Sequence[Said], words: LabelWords) -> str:
    """A field that comes back: `Joined: May 2019` above each post of a forum. One voice answers nobody, unless it is a name."""
    alone = len(said) > 1 and len({one.key for one in said}) == 1 and shape_of(said[0].label, words) < NAMED
    return "one label that is no full name, and nobody answers" if alone else ""


def _titles(said: Sequence[Said]) -> str:
    """Headlines: `Ana Velt: ‘We Will Not Pay’ For Another Bridge`, and the titles of other stories below the story."""
    titles = sum(is_title(one.text.split("\n", 1)[0]) for one in said)
    return "titles of stories stand behind the labels" if titles >= 0.5 * len(said) else ""


def _told(said: Sequence[Said], words: LabelWords) -> str:
    """Parts of a story about people: `Bo Olane: Cheap loans`, and below it "Bo Olane wants the banks to pay"."""
    told = sum(tells_of_its_label(one, words) for one in said)
    return "what stands behind the labels tells of people by name" if told >= 0.5 * len(said) else ""


def _silence(said: Sequence[Said], words: LabelWords, *, timed: bool, listed: bool) -> str:
    """Minutes, a log, a family tree: names come back with whole sentences, but nobody says "I" or asks anything.

    Where people talk, every fifth asks or says "I"; in a short exchange it is enough that one speaks to another.
    """
    oneself = how_many(said, words.oneself)
    asked = how_many(said, QUESTION)
    if len(said) < CROWD or oneself > SILENT * len(said) or asked > max(1, ASKED * len(said)):
        return ""
    if (_answering(said) and not listed) or how_many(said, words.spoken) >= SPOKEN * len(said):
        return ""
    if timed and asked and how_many(said, words.you) >= TO_YOU * len(said):
        return ""
    short = len(said) < LONG or asked > ASKED * len(said)
    if short and (asked > (len(said) >= SOME) or _addressed(said, words)):
        return ""
    return 'nobody says "I" behind any label, asks or speaks to anybody: minutes, a log or a list'


def _answering(said: Sequence[Said]) -> bool:
    """Whether two or three voices take turns, and come back: whatever they say, they answer each other."""
    times = Counter(one.key for one in said)
    changes = sum(one.key != following.key for one, following in itertools.pairwise(said))
    return 2 <= len(times) <= min(FEW, len(said) - 1) and changes >= CHANGING * (len(said) - 1)


def _crowd(said: Sequence[Said], words: LabelWords) -> str:
    """Reviews, letters to the editor, a list of sayings: many names, each once, and none speaks to another.

    A meeting in which everybody speaks once has words for those in the room: "Madam Chair", "good morning", a name.
    """
    if len(said) < 2 or (len(said) < MANY and not all(is_signed(one, words) for one in said)):
        return ""
    if len(people(said, words)) < (len(said) if len(said) < LONG else ONCE * len(said)):
        return ""
    if sum(bool(QUESTION.search(one.text) or words.you.search(one.text)) for one in said) >= TALKING * len(said):
        return ""
    voiced = sum(why_shape(one.label, words)[1] in (VOICE, UNNAMED) for one in said)  # no review is by "The Chair"
    again = len({(names_of(one.label) or (one.key,))[-1].casefold() for one in said}) < len(said)
    titled = again and sum(why_shape(one.label, words)[0] == 1 for one in said) >= TITLED * len(said)
    if voiced > 1 or titled or _addressed(said, words) >= ADDRESSED * len(said):
        return ""
    return "many names, each of them once, and nobody speaks to another: reviews, letters or a list of sayings"


def _addressed(said: Sequence[Said], words: LabelWords) -> int:
    """How many speak to those in the room: with "Madam Chair", "good morning", or the name of another speaker."""
    no_names = words.titles | words.particles
    names = {name for one in said for name in names_of(one.label) if name.casefold() not in no_names}
    return sum(
        words.addressing.search(one.text) or not names.difference(names_of(one.label)).isdisjoint(names_in(one.text))
        for one in said
    )


def _outlet(said: Sequence[Said], words: LabelWords) -> str:
    """Questions that an outlet asks itself for its readers: `Q: How do I join?`, `A: Bring a letter with your address.`

    Who is asked says "I" sooner or later, and who asks says "you".
    """
    voices = Counter(one.key for one in said)
    asking = [one for one in said if QUESTION.search(one.text)]
    askers = {one.key for one in asking}
    if len(voices) != 2 or len(said) < 2 * PAIRS or len(askers) > 1 or any(shape_of(k, words) < 1 for k in voices):
        return ""
    questions = [one for one in said if one.key in askers]
    answers = [one for one in said if one.key not in askers]
    if len(asking) < 0.7 * len(questions) or min(len(questions), len(answers)) < PAIRS:
        return ""
    oneself = how_many(answers, words.oneself)
    you = how_many(questions, words.you)
    if oneself > ONESELF * len(answers) or you > YOU * len(questions):
        return ""
    return 'nobody says "I" in an answer, nobody "you" in a question: an outlet asks itself for its readers'
