"""The words of a name: the key under which one person is known, titles cut off, capitals set right."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from quotedb.parsing.lexicon import Lexicon, lexicon
from quotedb.parsing.prose.grammar import Grammar, grammar
from quotedb.parsing.text import fold

#: Letters that no normal form takes apart.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_DROPPED = re.compile(r"[^\w\s]|_")


@functools.lru_cache(maxsize=20000)
def name_key(name: str) -> str:
    """The form under which one person is known everywhere: words in small plain letters, one space between.

    Case and diacritics folded, hyphens are spaces, points, apostrophes, articles and leading titles dropped:
    ``name_key("Dr. Ana-María O’Dell") == "ana maria odell"``. A name that is nothing but a title keeps it.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    lists = grammar(lexicon())
    flat = lists.possessive.sub("", fold(name).text.strip())
    flat = unicodedata.normalize("NFKD", flat)
    flat = "".join(char for char in flat if not unicodedata.combining(char)).translate(_LETTERS)
    words = _DROPPED.sub(" ", flat.replace(".", " ").replace("'", "")).split()
    words = _joined_initials(words)
    while len(words) > 1 and words[0] in lists.articles:
        words = words[1:]
    if any(word in lists.bodies for word in words[1:]):
        return " ".join(_joined_initials(words))
    while len(words) > 1 and words[0] in _honorifics():
        words = words[1:]
    return " ".join(_joined_initials(words))


def _joined_initials(words: list[str]) -> list[str]:
    """Words as they are; only a lone name of letters ("U.N.") is written as one."""
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return ["".join(words)]
    return words


@functools.cache
def _honorifics() -> frozenset[str]:
    return lexicon().words("names.honorifics")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A printed name taken apart: its words without titles, the titles (small letters), and the key of each word."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    keys: tuple[str, ...]  #: of the name proper, suffixes apart
    suffix: str = ""
    of_body: bool = False  #: one of its words is one of those that name bodies
    nickname: str = ""  #: key of what stands in marks inside it: "bobby" of ``Robert "Bobby" Vesk``

    @property
    def name(self) -> str:
        """The name without titles, as printed."""
        return " ".join(self.words)


_WORD = re.compile(r"[^\s,;:()\[\]*]+")
#: A word of a list keeps its comma: "Bureau of Alcohol, Tobacco and Firearms".
_LISTED = re.compile(r"[^\s,;:()\[\]*]+(?:,(?=\s))?")


#: What somebody is called, in marks between first and last name.
_NICKNAME = re.compile(r"""(?<=\w) ["“„‘«'‹]([^"”“„’»'‹›«]{2,24})["”“’»'›](?= \w)""")


@functools.lru_cache(maxsize=20000)
def name_parts(name: str, lex: Lexicon) -> NameParts:
    """A printed name ("Treasury Secretary Jane M. Roe") taken apart."""
    rules = grammar(lex)
    titles, speakers, suffixes, bodies = rules.titles, rules.speakers, rules.suffixes, rules.bodies
    joining = rules.links("joining")
    nickname = _NICKNAME.search(name)
    if nickname is not None:
        name = name[: nickname.start()] + name[nickname.end() :]
    listed = "," in name and not joining.isdisjoint(name.lower().split())
    shouted = name.isupper()
    words = [without_possessive(word, lex) for word in (_LISTED if listed else _WORD).findall(name)]
    if len(words) > 1 and words[0].lower() in rules.articles:
        words = words[1:]
    cut = 0
    for index, word in enumerate(words[:-1]):
        low = rules.noun(word.lower().rstrip("."))
        after = words[index + 1].lower().rstrip(".")
        if index == len(words) - 2 and low in rules.first_names:
            continue  # "Don Fowler", "Dean Orlan": a first name too
        if index and after in rules.particles and words[index - 1].lower() in rules.first_names:
            continue  # "Alexander Graf von Tamm"
        paper = index == 0 and low in rules.press and low in bodies  # "Daily Otter"
        if rules.capital_nouns and index == 0 and _is_calling(words, rules):
            cut = 1
            continue
        rank = low in rules.capital_titles and word.isupper() and not shouted
        rank = rank or (low in rules.particles and len(low) > 2 and word[-1] == ".")  # "Del. Ana Orlan"
        if (
            (low in titles or rank or (low in speakers and not paper) or low in rules.affiliations or _tied(low, rules))
            and after not in suffixes
            and after not in rules.links("naming")
            and after not in joining
        ):
            cut = index + 1
    if any(word.lower() in bodies for word in words[cut:]):
        cut = 0
    printed = words[cut:]
    while len(printed) > 1 and printed[-1].isupper() and printed[-1].lower() in rules.letters and not shouted:
        printed = printed[:-1]
    dropped = tuple(rules.noun(word.lower().rstrip(".")) for word in words[:cut])
    suffix = ""
    core = printed
    if len(printed) > 1 and printed[-1].lower().rstrip(".") in suffixes:
        suffix, core = printed[-1].lower().rstrip("."), printed[:-1]
    keys = tuple(key for word in core for key in name_key(word).split())
    of_body = "&" in printed or any(word.lower().strip(".,'’") in bodies for word in printed)
    return NameParts(tuple(printed), dropped, keys, suffix, of_body, name_key(nickname[1]) if nickname else "")


def _is_calling(words: list[str], rules: Grammar) -> bool:
    """Whether a noun, which has a capital as well, stands before a first and a last name: "Stürmer Otto Vesk"."""
    first = words[0].lower().partition("-")[0]
    return (
        len(words) > 2
        and words[1].lower() in rules.first_names
        and first not in rules.first_names
        and words[0].isalpha()
    )


def _tied(low: str, rules: Grammar) -> bool:
    """Whether a hyphen ties something to a title or role: "ex-husband", "then-mayor"."""
    before, hyphen, role = low.partition("-")
    return bool(hyphen) and before in rules.prefixes and (role in rules.titles or role in rules.speakers)


#: The letter before the apostrophe of `O'DELL` begins the name.
_CAPITALS = re.compile(r"\A[^\W\d_](?=['’])|[^\W\d_]{2,}", re.UNICODE)


@functools.lru_cache(maxsize=4096)
def recased(name: str, particles: frozenset[str], suffixes: frozenset[str]) -> str:
    """A name in capitals ("PRESIDENT O'DELL-MCADAM") in ordinary case; words that are not in capitals stay."""
    words = name.split()
    return " ".join(_recased_word(word, index > 0, particles, suffixes) for index, word in enumerate(words))


def _recased_word(word: str, inner: bool, particles: frozenset[str], suffixes: frozenset[str]) -> str:
    letters = [char for char in word if char.isalpha()]
    mixed_mc = word[:2] == "Mc" and word[2:].isupper()
    if len(letters) < 2 or not (all(char.isupper() for char in letters) or mixed_mc):
        return word
    low = word.lower()
    bare = low.rstrip(".,")
    if "." in word[:-1] or (bare in suffixes and bare not in ("jr", "sr")):
        return word
    if inner and bare in particles:
        return low
    return _CAPITALS.sub(lambda match: _capital(match.group()), low)


def _capital(word: str) -> str:
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def without_article(printed: str, lex: Lexicon) -> str:
    """A printed body without its leading article."""
    words = printed.split()
    articles = grammar(lex).articles
    return " ".join(words[1:]) if len(words) > 1 and words[0].lower() in articles else " ".join(words)


def small_article(printed: str, lex: Lexicon) -> str:
    """A printed role or group with its leading article in small letters."""
    words = printed.split()
    if words and words[0].lower() in grammar(lex).lowered:
        words[0] = words[0].lower()
    return " ".join(words)


def without_possessive(printed: str, lex: Lexicon) -> str:
    """What is printed without its possessive ending: "the critic" of "the critic’s"."""
    if "'" not in printed[-3:] and "’" not in printed[-3:]:
        return printed
    found = grammar(lex).possessive.search(printed.replace("’", "'"))
    return printed[: found.start()] if found else printed
