"""What a speaker's label looks like: the shape of names, titles, roles and voices, before a document says more."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from quotedb.parsing.transcript.collective import is_collective
from quotedb.parsing.transcript.doubles import doubled_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotedb.parsing.transcript.labelwords import LabelWords

#: What stands in quotation marks behind a comma is the title of somebody's book or show: AUTHOR, "THE LAMP".
_QUOTED_ROLE = re.compile(r"(,\s[^\"“”]{0,60})(?:\"[^\"“”]{1,60}\"|“[^\"“”]{1,60}”)")
#: The outlet of a reporter behind a slash: ANA VELT/TRN4.
_OUTLET = re.compile(r"(?<=[^\W\d_] )(?P<name>[^\W\d_]+)/[A-Z][A-Z\d]{1,9}\Z")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s|\Z)")
_BRACKETS = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_WORD = re.compile(r"[^\s,/&]+")
#: A mark between letters that shortens a word, as Hebrew writes titles: no quotation opens inside a word.
#: And those of a nickname between the first name and the last: `Mira "The Brush" Velt`.
_INNER_MARK = re.compile(
    r"(?<=[^\W\d_])\"(?=[^\W\d_])|(?<=[^\W\d_] )[\"“][^\W\d_][^\"“”:]{0,24}[\"”](?= [^\W\d_a-zß-öø-ÿ])"
)
_NUMBERED = re.compile(r"[\s_#-]*\d{1,4}\Z")
_CODE = re.compile(r"[A-Z]{1,4}[-_ ]?\d{1,4}\Z")
_INITIALLED = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]?\.){1,2}[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)?\Z")
#: `SEÑOR VELT.- Señor presidente: quiero hablar`
_STOP_DASH = re.compile(r"[^\W\d_]{3}\.\s?[-–—]\s?(?=[^\W\d_])")
_SPACES = re.compile(r"[\s_]+")
_INSIDE = re.compile(r"\(([^()]{2,20})\)")
#: Who holds an office, in brackets behind it: a title and a name.
_HOLDER = re.compile(r"\(([^\W\d_]+\.? [^()]{2,40})\)\Z")
#: A first name, and the surname in capitals, as records print who speaks: `Zita OLANOVÁ`, `Jean-Luc DE VELT`.
_LOUD_SURNAME = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_A-ZÀ-ÖØ-Þ]+[ -]){1,3}[^\W\d_a-zß-öø-ÿ' -]{2,30}\Z")
_TITLE_COMMA = re.compile(r"(?P<title>[^\W\d_]{2,4}),\s")
_GLUED_TITLE = re.compile(r"(?P<title>[^\W\d_]{2,4})\.(?=[^\W\d_a-zß-öø-ÿ][^\s.]{2})")
_MISREAD_COMMA = re.compile(r"(?<=[a-zß-öø-ÿ]{3})\.(?= [a-zß-öø-ÿ’'])")
#: A particle that leans on the name behind it: d'Escorval, al-Rashid.
_ELIDED = re.compile(r"(?:[dlDL]['’]|(?:al|el|ad|as|ash|ul|di)-)(?=[^\W\d_a-zß-öø-ÿ])")

#: Why a label is no name and speaks all the same.
VOICE, UNNAMED = "a known voice or role", "an unnamed voice"
#: So many small words at most make an office that begins with a title.
LONGEST_OFFICE = 8
#: A name and an office in a script without spaces are no longer (signs).
LONGEST_HAN = 24
_HAN_ONLY = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{10}")
#: A small word that nobody listed is one of a name or an office (`w`, `ng`) when it is no longer (letters), and
#: when so many words with capitals stand beside each.
TINY, TINY_AMONG = 2, 3
#: So many words in small letters at most stand behind the first of a trade.
LONGEST_TRADE = 2
#: A voice and what it presides over have no more words.
LONGEST_VOICE = 6
#: An outlet's name in capitals may begin with an article, and has no more words than these.
LONGEST_OUTLET = 4

DOUBTFUL = 0.6  #: how much a name at most looks like a label whose first word opens sentences more often
#: A title, a name and an office in a few small words look so much like a label.
TITLED = 0.85

#: How much a label looks like a speaker's, and why, in words.
Shape = tuple[float, str]


#: A label comes back many times, and is asked for each time it does.
_cached = functools.lru_cache(maxsize=4096)


@_cached
def key_of(label: str) -> str:
    """What two printings of one label have in common: case, white space and markup aside."""
    return _SPACES.sub(" ", label.strip("*_ .").replace("’", "'")).casefold()


@_cached
def case_of(label: str) -> str:
    """'capitals', 'title' or 'none': how the letters of a label are set."""
    letters = [char for char in _BRACKETS.sub("", label) if char.isalpha()]
    if not letters:
        return "none"
    capitals = sum(char.isupper() for char in letters)
    if len(letters) > 1 and capitals >= 0.8 * len(letters):
        return "capitals"
    return "none" if letters[0].islower() else "title"


def shape_of(label: str, words: LabelWords) -> float:
    """How much a label looks like the name or role of a speaker, 0 (never) to 1 (certainly)."""
    return why_shape(label, words)[0]


def is_titled(label: str, words: LabelWords) -> bool:
    """Whether a label is a title and a name as records print them: `Mr. Velt`, `SHRI ANA VELT (TERN)`, `El señor PRESIDENTE`.

    The title is an abbreviation, or the name or office stands in capitals: so no list and no heading of a guide sets it.
    """
    tokens = _WORD.findall(_BRACKETS.sub(" ", label).partition(",")[0])
    if len(tokens) < 2 or shape_of(label, words) < TITLED:
        return False
    low = [token.strip(".").casefold() for token in tokens]
    loud = any(len(token) > 2 and token.isupper() for token in tokens)
    if low[0] in words.abbreviated or (loud and not words.titles.isdisjoint(low)):
        return True
    held = [inside.split()[0].strip(".").casefold() for inside in _HOLDER.findall(label)]  # The Chairman (Lord Velt)
    return not words.titles.isdisjoint(low) and not words.titles.isdisjoint(held)


@functools.lru_cache(maxsize=20_000)
def why_shape(label: str, words: LabelWords) -> Shape:
    """The same with the reason, in words."""
    core = label.removeprefix("@")
    for _ in range(4):  # brackets inside brackets, a few deep
        core, found = _BRACKETS.subn(" ", core)
        if not found:
            break
    core = _OUTLET.sub(r"\g<name>", _QUOTED_ROLE.sub(r"\1", core))
    core = _reread(core, words)
    key = key_of(core)
    initials = _is_initials(core)
    never = _never(label, core, key, words)
    voice = _NUMBERED.sub("", key).rstrip(".")
    if (
        never
        or key in words.cues
        or (not initials and (key in words.never or (voice in words.never and len(voice) > 2)))
    ):
        return 0.0, never or "a word that never is a speaker"
    if _is_a_voice(key, voice, words):
        return 1.0, VOICE
    name, *roles = core.split(",")
    tokens = _WORD.findall(name)
    ending = tokens[-1].strip(".").casefold() if tokens else ""
    # M for `M.` and MS for `Ms.` are initials of a name as well, where no point stands behind them
    initial = len(tokens) == 1 and len(core.strip()) <= TINY and core.strip().isupper()
    letter = bool(tokens) and (len(tokens[-1]) == 1 or initial or _stands_behind(tokens))
    if ending in words.abbreviated and (len(tokens) == 1 or ending != "sr") and not letter:
        return 0.0, "ends in a title: the name is missing"
    if _is_too_long(name) or not tokens or len(tokens) > 16 or len(roles) > 4 or len(_WORD.findall(core)) > 22:
        return 0.0, "too many words for a name and a role"
    low = [token.strip(".*_'’").casefold() for token in tokens]
    if initials and (low[0] in words.never or low[0] in words.never_first or low[0] in words.never_parts):
        return 0.45, "capitals that may be initials"  # RE, IT and I may be initials, if they come back
    doubled = doubled_names(tokens, low, words)
    if (
        low[0] in words.never_first
        and 0 not in doubled
        and not _INITIALLED.match(name.strip().replace(". ", "."))
        and not _is_an_office(tokens, low, words)
    ):  # LE QUAI and Le Phare may be outlets, if they come back
        set_so = core.isupper() or (low[0] in words.particles and all(token[0].isupper() for token in tokens))
        outlet = 1 < len(tokens) <= LONGEST_OUTLET and set_so
        return (0.45, "may name an outlet") if outlet else (0.0, "its first word opens a sentence")
    if low[0] in words.salutations and len(tokens) > 1 and not (core.isupper() or low[0] in words.given):
        return 0.0, "opens a letter"
    if any(word in words.never_parts and at not in doubled for at, word in enumerate(low)) or _says(tokens, words):
        return 0.0, "holds a word that no speaker's label holds"
    if any(_ends_a_sentence(token, word, words) for token, word in zip(tokens[:-1], low, strict=False)):
        return 0.0, "a sentence ends inside it"
    if any(word in words.voice_parts for word in low):
        return 0.9, UNNAMED
    of_roles = _shape_of_roles(roles, words, loud=has_a_loud_surname(name))
    if not of_roles:
        return 0.0, "what follows the comma is part of a sentence, no role"
    of_name, why = _shape_of_name(name, tokens, low, words)
    doubt = 0 in doubled and low[0] in words.doubtful
    return of_roles * (min(of_name, DOUBTFUL) if doubt else of_name), why


def _is_a_voice(key: str, voice: str, words: LabelWords) -> bool:
    """Whether a label is a known voice, or one with what it presides over: `Le greffier du comité`, `The chair of the council`."""
    if not words.voices.isdisjoint((key, voice, voice.removeprefix("the "))):
        return True
    if is_collective(key, words.collective, words.particles) or (voice != key and voice in words.numbered):
        return True
    tokens = key.split()
    behind = next((at for at in (1, 2) if " ".join(tokens[:at]) in words.voices), 0)
    return bool(behind) and behind + 1 < len(tokens) <= LONGEST_VOICE and tokens[behind] in words.particles


def _reread(core: str, words: LabelWords) -> str:
    """A label with the point of its title and the comma behind its name set right: `MR, OLANE`, `Me Velt. au témoin`."""
    misread = _TITLE_COMMA.match(core)
    if misread and misread["title"].casefold() in words.abbreviated:
        core = f"{misread['title']}. {core[misread.end() :]}"
    glued = _GLUED_TITLE.match(core)
    if glued and glued["title"].casefold() in words.abbreviated:
        core = f"{glued['title']}. {core[glued.end() :]}"  # Mr.Olane: the space was lost
    title = core.partition(" ")[0].rstrip(".").casefold()
    return _MISREAD_COMMA.sub(",", core) if title in words.titles else core


_NO_NAME = frozenset('?!;="“”<>|{}«»‹›【】〔〕「」⟨⟩¦│→⇒➜¶∶﹕')
#: No name begins or ends with one of these: a mark of the document's own stands round it.
_AROUND, _BEHIND = "~^%`$•→⇒+#:", "-–—"
_COUNTED_OFF = re.compile(r"[a-z]\. (?=[^\W\d_a-zß-öø-ÿ])")


def _never(label: str, core: str, key: str, words: LabelWords) -> str:
    """What rules a label out by its characters or its brackets alone; "" where nothing does."""
    if any(inside.casefold() in words.agencies for inside in _INSIDE.findall(label)):
        return "the name of a news agency stands in its brackets, as in a dateline"
    if not key or label[0] in "([{/":
        return "nothing but a bracket"
    if label[0] in _AROUND or label[-1] in _AROUND or label[-1] in _BEHIND:
        return "a mark stands round it that belongs to no name"
    if _COUNTED_OFF.match(label):
        return "a letter that counts points stands before it"
    if "http" in key or "@" in key:
        return "an address"
    if _STOP_DASH.search(core):
        return "a label with a full stop and a dash ends inside it"
    if _HOUR.match(key):
        return "an hour of the day, as in a programme"
    if "..." in core or "…" in core:
        return "words that break off"
    return "" if _NO_NAME.isdisjoint(_INNER_MARK.sub("", core)) else "a sign that no name holds"


def _says(tokens: Sequence[str], words: LabelWords) -> bool:
    """Whether a verb of saying ends a name, or stands inside a label with its colon: `Ana Velt asks`, `VELT says: Eleven`."""
    last = tokens[-1]
    ends = len(tokens) > 1 and last.islower() and last in words.saying and last not in words.particles
    return ends or any(token[-1] == ":" and token[:-1] in words.saying for token in tokens[:-1])


def _is_an_office(tokens: Sequence[str], low: Sequence[str], words: LabelWords) -> bool:
    """Whether an article stands before an office with a capital: `Le Vice-Président`, `Der Vorsitzende`."""
    return len(tokens) > 1 and tokens[1][0].isupper() and not words.titles.isdisjoint((low[1], *low[1].split("-")))


def _stands_behind(tokens: Sequence[str]) -> bool:
    """Whether letters in capitals stand behind a name that is not: the seat of `Ana Velt MS`."""
    return len(tokens) > 2 and tokens[-1].isupper() and "." not in tokens[-1] and not tokens[-2].isupper()


def _is_too_long(name: str) -> bool:
    """Whether a name and an office in a script without spaces have too many signs."""
    return len(name) > LONGEST_HAN and bool(_HAN_ONLY.search(name))


def _is_initials(core: str) -> bool:
    """Whether a label is nothing but one to three capitals: `RE`, `I`, `M.O.`"""
    letters = core.strip(" .:").replace(".", "")
    return 0 < len(letters) <= 3 and letters.isalpha() and letters.isupper()


def _ends_a_sentence(token: str, word: str, words: LabelWords) -> bool:
    return token[-1] == "." and len(word) > 4 and word not in words.titles and "." not in token[:-1]


def _ends_in_an_office(name: str, words: LabelWords) -> bool:
    """`鄧家彪議員`, `이현재 위원`, `법무부장관 이현재`: an office behind a name, or before one, in a script without capitals."""
    if name.isascii() or name.upper() != name or len(name) > LONGEST_HAN:
        return False
    first, _, rest = name.strip().partition(" ")
    return name.strip().endswith(words.office_endings) or (bool(rest) and first.endswith(words.office_endings))


def has_a_loud_surname(label: str) -> bool:
    """Whether a first name stands before a surname in capitals, as records print who speaks: `Zita OLANOVÁ, moderátorka`."""
    return _LOUD_SURNAME.match(label.partition(",")[0].strip()) is not None


def _shape_of_roles(roles: Sequence[str], words: LabelWords, *, loud: bool) -> float:
    """What follows the name after a comma: a role in few small words, never half a sentence.

    Behind a surname in capitals (`loud`) it may have more of them: `Petr OLAN, vedoucí katedry na univerzitě v Ternu`.
    """
    tokens = [token for role in roles for token in _WORD.findall(role)]
    # a small "i" is an article in Italian and Welsh, and no English pronoun
    tokens = [word for word in tokens if word != "i"]
    if any(token.casefold() in words.never_parts or token.casefold() in words.sentence for token in tokens):
        return 0.0
    if tokens and not any(char.isalpha() for token in tokens for char in token):
        return 0.0  # an age or a sum: `Ana Velt, 34`
    if any(role.strip()[:1].isdigit() for role in roles):
        return 0.0  # a date: `Ana Velt to her mother, 3 January`
    small = sum(token[0].islower() and token.casefold().strip(".") not in words.particles for token in tokens)
    if 4 < small <= LONGEST_OFFICE and tokens[0].casefold() in words.titles:
        return 0.6  # ministre délégué auprès de la ministre des transports, chargé des fleuves
    return (
        1.0 if not small else 0.85 if small <= 2 or (loud and small <= LONGEST_OFFICE) else 0.6 if small <= 4 else 0.0
    )


def _shape_of_name(name: str, tokens: Sequence[str], low: Sequence[str], words: LabelWords) -> Shape:
    # letters of a script without case count as capitals
    tokens = [_ELIDED.sub("", token) or token for token in tokens]
    capital = sum(token[0].isalpha() and not token[0].islower() for token in tokens)
    plain = words.particles | words.titles
    small = sum(token[0].islower() and word not in plain for token, word in zip(tokens, low, strict=True))
    digits = sum(char.isdigit() for char in name)
    if not capital:
        if len(tokens) == 1 and len(name) > 1 and tokens[0][0].isalpha():
            return (0.45 if len(tokens[0]) > 2 else 0.3), "a handle: one word without capitals"
        return 0.0, "no word has a capital"
    if small:
        return _shape_with_small_words(tokens, low, words, small, capital)
    if _ends_in_an_office(name, words):
        return 1.0, "a title with a name, or a role"
    titled = any(not words.titles.isdisjoint((word, *word.split("-"))) for word in low)
    small_word = tokens[-1].casefold() in words.particles and not titled and not tokens[-1].isupper()
    if (
        digits > 4
        or tokens[-1][-1:] in ("'", "’")
        or (small_word and not (low[-1] in words.surnames and 1 < capital == len(tokens)))
    ):
        return 0.0, "ends as no name does, or is full of figures"
    if digits:
        return (0.75, "a code of letters and figures") if _CODE.match(name.strip()) else (0.45, "a name with figures")
    if len(tokens) > 9:
        return (0.6 if titled else 0.0), "a long name"
    if titled and (capital > 1 or low[-1] in words.titles):
        return 1.0, "a title with a name, or a role"
    if case_of(name) == "capitals":
        return (0.9 if 2 <= capital <= 6 else 0.75 if capital == 1 else 0.5), "a name in capitals"
    if words.possessive.search(tokens[-1].replace("’", "'")):
        return 0.3, "a possessive"
    if capital == 1:
        return (0.8, "initials and a surname") if _INITIALLED.match(name.strip()) else (0.6, "a single name")
    return (0.8 if capital <= 4 else 0.55), "several words with capitals"


def _shape_with_small_words(
    tokens: Sequence[str], low: Sequence[str], words: LabelWords, small: int, capital: int
) -> Shape:
    """A name, an office or a voice with so many words in small letters, which are no particles and no titles."""
    plain = words.particles | words.titles
    tiny = sum(
        token[0].islower() and len(token) <= TINY and word not in plain for token, word in zip(tokens, low, strict=True)
    )
    if (
        small == 1
        and len(low) >= 4
        and low[-3] in words.titles
        and low[-2] in words.particles
        and low[0] in words.titles
    ):
        return 0.75, "an office, and what it is for"
    if small == tiny and capital >= TINY_AMONG * tiny:
        return 0.6, "small words that nobody listed among the capitals, as names and offices have them"
    if small == 1 and tokens[-1][0].islower() and low[-1] in words.whose:
        return 0.6, "a voice in small letters, and whose it is"  # `LAX tower`
    one_person = low[-1] in words.people and low[-1] not in words.voices and low[-1][:-1] not in words.people
    if small == len(tokens) - 1 <= LONGEST_TRADE and one_person:
        return (
            0.6,
            "what somebody does for a living",
        )  # `Crane driver`, but neither `Call participants` nor `Second question`
    return (0.3 if small == 1 and capital >= 2 else 0.0), "words in small letters among the capitals"
