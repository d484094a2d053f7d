"""Old code pages: which one a text without any mark is in, or None where nobody can be sure.

Detectors score byte patterns and always name something; on short texts, and on UTF-8 with a damaged character, they
name something wrong. So a reading must also look like writing: no character where no writer puts one (`oddities`),
letters that one language has (`ALPHABETS`), and enough of another script before it is believed. Code pages of Latin
script are tried here, one by one; for the others charset-normalizer proposes and the same tests decide.
"""

from __future__ import annotations

import re
import unicodedata

from quotedb.reading.content.oddities import oddities

#: code pages of Latin script, likeliest first; readings that are equally good go to the first
LATIN = ("cp1252", "cp1250", "cp1254", "iso8859_2", "cp1257", "mac_roman", "cp850")
#: letters beyond ASCII, one language or group of close ones an entry
ALPHABETS = (
    "äöüßéà", "àâæçéèêëîïôœùûü", "áéíñóúüçªº", "ãáàâçéêíóôõúü", "àèéìíòóùú", "åäöéü", "æøåéö", "áéíóúýðþæö",
    "éëïèáóöü", "àçèéíïòóúü", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "čćđšžé",
    "ăâîşţșț", "çğıöşüâîûİ", "āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž",
)  # fmt: skip
#: other scripts: what charset-normalizer names, and the larger set under which we read it
OTHERS = {
    "cp1251": "cp1251", "koi8_r": "koi8_r", "koi8_u": "koi8_u", "cp866": "cp866", "cp1125": "cp866",
    "mac_cyrillic": "mac_cyrillic", "iso8859_5": "iso8859_5", "cp1253": "cp1253", "iso8859_7": "iso8859_7",
    "cp1255": "cp1255", "cp1256": "cp1256", "cp874": "cp874", "tis_620": "cp874",
    "cp932": "cp932", "shift_jis": "cp932", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932",
    "euc_jp": "euc_jp", "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp",
    "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5", "big5hkscs": "big5", "cp950": "big5",
    "cp949": "cp949", "euc_kr": "cp949",
}  # fmt: skip
_SAMPLE = 32_768  # bytes of lines with something outside ASCII: enough to tell, cheap for long files
_BEFORE = 1_000  # bytes of a long line before its first byte outside ASCII
_LONGEST_CHARACTER = 4  # bytes
_HIGH = re.compile(rb"[\x80-\xff]")
_SIDE_BY_SIDE = re.compile(r"[^\W\d_\x00-\x7f]{2}")  # letters outside ASCII
_FEW = 50  # characters outside ASCII; below, one oddity is too many
_TOLERANCE = 0.02  # share of oddities allowed in longer texts: typing errors, foreign words
_LEAST = 6  # characters outside ASCII before anything but cp1252 can be told
_BETTER = 0.05  # share of letters by which a later code page must fit its language better than cp1252 does
_ASIAN = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


def guess_code_page(content: bytes) -> str | None:
    """The Python name of the code page that `content` (not UTF-8) is in; None where no reading is sure enough."""
    sample = _sample(content)
    return _latin(sample) or _other_script(sample)


def _sample(content: bytes) -> bytes:
    """Lines that hold something outside ASCII; of a very long one the part from its first such byte on."""
    parts: list[bytes] = []
    size = at = 0
    while size < _SAMPLE and (found := _HIGH.search(content, at)):
        # up to the first high byte everything is ASCII, so no character is cut at the start
        start = max(content.rfind(b"\n", 0, found.start()) + 1, found.start() - _BEFORE)
        end = content.find(b"\n", found.start()) + 1 or len(content)
        parts.append(content[start : min(end, start + _SAMPLE)])
        size, at = size + len(parts[-1]), end
    return b"".join(parts)


def _latin(sample: bytes) -> str | None:
    best, best_fit = None, -_BETTER
    for encoding in LATIN:
        text = _decoded(sample, encoding)
        if text is None or not _reads_well(text) or not _is_latin(text):
            continue
        if encoding != "cp1252" and _beyond_ascii(text) < _LEAST:
            continue
        if (fit := _fit(text)) >= best_fit + _BETTER:
            best, best_fit = encoding, fit
    return best


def _other_script(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here: a tenth of a second that only old files need

    for match in from_bytes(sample):
        encoding = OTHERS.get(match.encoding)
        text = _decoded(sample, encoding) if encoding else None
        if text is not None and _is_other_script(text) and _reads_well(text):
            return encoding
    return None


def _decoded(sample: bytes, encoding: str) -> str | None:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError as error:
        if len(sample) < _SAMPLE or error.start < len(sample) - _LONGEST_CHARACTER:
            return None
        return sample[: error.start].decode(encoding)  # a long sample may end inside a character


def _beyond_ascii(text: str) -> int:
    return sum(not character.isascii() for character in text)


def _reads_well(text: str) -> bool:
    beyond, odd = _beyond_ascii(text), oddities(text)
    return odd == 0 if beyond < _FEW else odd <= beyond * _TOLERANCE


def _is_latin(text: str) -> bool:
    """Most letters of a Latin text are ASCII; in a few words ("À côté") they are at least beside all others."""
    letters = [character for character in text if character.isalpha()]
    beyond = sum(not letter.isascii() for letter in letters)
    return beyond * 2 <= len(letters) or (beyond * 4 <= len(letters) * 3 and not _SIDE_BY_SIDE.search(text))


def _fit(text: str) -> float:
    """How many of the letters beyond ASCII the best fitting language has, 0 to 1: Czech is no odd French."""
    counts: dict[str, int] = {}
    for letter in text.lower():
        if not letter.isascii() and letter.isalpha():
            counts[letter] = counts.get(letter, 0) + 1
    total = sum(counts.values())
    if not total:
        return 1.0
    return max(sum(counts.get(letter, 0) for letter in set(alphabet)) for alphabet in ALPHABETS) / total


def _is_other_script(text: str) -> bool:
    """One script beside ASCII, and enough of it: two bytes of a damaged character make no Korean text."""
    letters, scripts = 0, dict[str, int]()
    for character in text:
        if character.isalpha():
            letters += 1
            if not character.isascii():
                script = unicodedata.name(character, "?").split()[0].split("-")[0]
                scripts[script] = scripts.get(script, 0) + 1
    asian = sum(count for script, count in scripts.items() if script in _ASIAN)
    most = max(asian, *scripts.values(), 0) if scripts else 0
    if most < _LEAST or most * 5 < letters or most * 100 < sum(scripts.values()) * 97:
        return False
    return most > asian or _is_asian(text, scripts)


def _is_asian(text: str, scripts: dict[str, int]) -> bool:
    """Korean is written in Hangul, Japanese with kana, Chinese in the few thousand characters of the first levels."""
    han = [character for character in text if "\u4e00" <= character <= "\u9fff"]
    total = sum(scripts.values())
    if scripts.get("HANGUL", 0) * 2 > total:
        return len(han) * 5 < total
    if (scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0)) * 5 > total:
        return "HANGUL" not in scripts and scripts.get("HIRAGANA", 0) > 0
    common = sum(_is_common_han(character) for character in han)
    return common * 10 >= total * 8


def _is_common_han(character: str) -> bool:
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if first <= character.encode(encoding)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False
