"""Characters that stand where no writer puts them: the sign that bytes were read in the wrong encoding."""

from __future__ import annotations

import re
import unicodedata

_MONEY = frozenset("€£¥¢")
_ARITHMETIC = frozenset("×÷±")
_SIGNS = frozenset("©®™°№§")  # the only symbols that prose is likely to hold
_IN_WORDS = frozenset("’‘'–—…·»«\u00a0\u00ad\u200c\u200d")
_NEVER = frozenset("¤¦¬¨¯¸ƒˆ˜¶‡ÿ\x7f")  # "ÿ": 0xFF, in hardly any word but in many damaged files
_EAST_ASIA = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "IDEOGRAPHIC"))
#: marks that point inward, as German prints them: »Ja«
_INWARD = re.compile(r"(?<![^\s(\[–—-])»(?=\w)([^»«\n]{1,2000})«(?!\w)")
#: the mark that such a text puts at the head of every paragraph of a long quotation
_INWARD_OPEN = re.compile(r"(?<![^\s])»(?=\w)")
#: four letters of the second half of an alphabet in a row: a word of another script in the wrong code page
_FOREIGN_WORD = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{4}")


def oddities(text: str) -> int:
    """How many characters of `text` outside ASCII stand where no writer puts them; linear in its length."""
    if "»" in text:
        text, pairs = _INWARD.subn(r"“\1”", text)
        text = _INWARD_OPEN.sub("“", text) if pairs else text
    odd = len(_FOREIGN_WORD.findall(text))
    padded = f"   {text}  "
    for at, character in enumerate(padded):
        if not character.isascii():
            odd += _is_odd(padded[at - 3 : at], character, padded[at + 1 : at + 2])
    return odd


def _is_odd(before: str, character: str, after: str) -> bool:
    if character in _NEVER:
        return True
    if character.isalpha():
        return _is_odd_letter(before, character, after)
    category = unicodedata.category(character)
    if category in ("Cc", "Cn", "Co", "Cs"):
        return True
    if category == "Mn":  # a vowel point or accent needs a letter
        return not before[-1].isalpha() and unicodedata.category(before[-1]) != "Mn"
    if category[0] == "S":
        return _is_odd_symbol(before, character, after)
    return _is_odd_mark(before, character, after)


def _is_odd_symbol(before: str, character: str, after: str) -> bool:
    if character in _MONEY:  # "5 €", "€5", "(€m)"
        return not (after.isdigit() or before[-1] == "(" or any(c.isdigit() for c in before[-2:]))
    if character in _ARITHMETIC:
        return not any(c.isdigit() for c in before[-2:] + after)
    if character == "™":
        return not before[-1].isalnum() or after.isalpha()
    if character in "©®":
        return after.isalpha() or (
            character == "©" and not (before[-1].isspace() or before[-1] in "(>")
        )  # 0xA9 ends "é"
    if character == "°":  # "30 °C", "n° 5"
        return before[-1].isalpha() and before[-1] not in "nN"
    if character == "´":  # typed for an apostrophe
        return not before[-1].isalpha()
    return character not in _SIGNS


def _is_odd_mark(before: str, character: str, after: str) -> bool:
    last = before[-1]
    if character in "¿¡":
        return _is_word(last) or not (after.isalpha() or after in "¿¡\"'“«0123456789")
    if character in "¹²³":  # "km²" but not "mówi³"
        return after.isalpha() or before.isalpha()
    if character == "§":
        return last.isalpha() or after.isalpha()
    if not _is_word(last):
        return character == "»" and _is_word(after)
    if character in "„‚«":  # an opening mark at the end of a word
        return True
    return _is_word(after) and (character not in _IN_WORDS or character == "»")


def _is_odd_letter(before: str, character: str, after: str) -> bool:
    last = before[-1]
    if character in "ªº":
        return after.isalpha() or not (last.isalnum() or last == ".")
    if character in "ÃÂ":  # 0xC3 and 0xC2: how the most frequent characters of UTF-8 begin
        return not (
            after.isupper()
            or (before[-2].isupper() and last.isupper())
            or (character == "Â" and after.islower() and not last.isalpha())
        )
    if character == "â":  # 0xE2: how quotation marks and dashes begin
        return not after.isalpha()
    if character.isupper() and last.islower():
        return True
    return _mixed(character, last) or _mixed(character, after)


def _is_word(character: str) -> bool:
    """A letter of a script that puts spaces between words: Latin, Greek, Cyrillic."""
    return character.isalpha() and character < "\u0530"


def _mixed(character: str, neighbour: str) -> bool:
    """Two scripts in one word; those of East Asia may stand beside anything, half-width kana only beside themselves."""
    if not neighbour.isalpha():
        return False
    scripts = {unicodedata.name(c, "?").split()[0].split("-")[0] for c in (character, neighbour)}
    return len(scripts) > 1 and ("HALFWIDTH" in scripts or not scripts & _EAST_ASIA)
