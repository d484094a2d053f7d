"""A full stop in the place of the colon: behind a surname in capitals, a title and a name, or a few words with capitals."""

from __future__ import annotations

import re

from quotedb.parsing.transcript.collective import is_collective
from quotedb.parsing.transcript.signs import Found

#: A title that is an abbreviation is no longer (characters).
LONGEST_TITLE = 4
#: A label that ends in a full stop is no longer; the office behind a name has so many words at most.
LONGEST_STOPPED, LONGEST_OFFICE = 130, 14

#: The sign of a footnote behind a label: `MR. VELT.1/ Thank you`.
_FOOTNOTE = re.compile(r"\d{1,2}/")
_LATE_DASH = re.compile(r"\s*(?:—|–|--+)\s*|\s*-\s+")
#: A title that lost the space behind its point: `Mr.Olane`.
_GLUED_TITLE = re.compile(r"\A([^\W\d_]{2,4}\.)(?=[^\W\d_a-zß-öø-ÿ][^\s.]{2})")
_TIGHT_DASH = re.compile(r"(?<=[^\W\d_a-zß-öø-ÿ]{2})[—–](?=[^\W\d_a-zß-öø-ÿ](?:[a-zß-öø-ÿ’']| ))")
_LATE_BRACKET = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])\Z")
#: A surname in capitals; scanners put 0, 1 and 5 for O, I and S, and l for I.
_SURNAME = re.compile(
    r"(?:Mc|Mac|O['’]|[DdL][aei]?['’]?)?(?=[015]?[^\W\d_])(?:[^\W\d_a-zß-öø-ÿ]|[015]|(?<=[A-Z])l(?=[A-Z])){2,}(?:['’-][^\W\d_]{2,})*\Z"
)
#: Two initials behind a surname: `БРЕНКО А.В. Колеги, ...`
_INITIALS = re.compile(r"(?:\A|(?<=\s))[^\W\d_]\.\s?[^\W\d_]\Z")
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
#: A few words with capitals, and a full stop.
_CAPITALIZED = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_STOPPED = re.compile(
    rf"(?P<label>{_CAPITALIZED}(?: (?:{_CAPITALIZED}|[A-Z]\.|de|van|von|der|la)){{1,3}})\.[ \t]+(?=[^\s\da-zß-öø-ÿ])"
)


def stop(
    window: str,
    at: int,
    _whole: bool,
    titles: frozenset[str] = frozenset(),
    collective: frozenset[str] = frozenset(),
    voices: frozenset[str] = frozenset(),
    particles: frozenset[str] = frozenset(),
) -> Found | None:
    """`Mr. REID. Mr. President, ...`: a full stop behind a surname in capitals, a title and a name, or a voice without a name."""
    place = at
    while (place := window.find(".", place + 1, at + LONGEST_STOPPED)) > 0:
        label, rest = window[at:place], window[place + 1 : place + 40]
        if label.count("(") > label.count(")"):
            continue
        if _TIGHT_DASH.search(label):
            return None  # ANA VELT–Good evening. Where were you?
        footnote = _FOOTNOTE.match(rest)
        rest = rest[footnote.end() :] if footnote else rest
        if not rest or not (rest[0].isspace() or rest[0] in "—–-"):
            continue
        following = rest.split(None, 1)[:1]
        if not following or not (following[0][0].isupper() or following[0][0] in "\"“‘'([—–-¿¡«"):
            # a figure may open what somebody with a title says: `Mme Velt. 30 000 euros, sans la chaîne.`
            titled = label.split(None, 1)[0].rstrip(".").casefold() in titles and len(label.split()) > 1
            if not following or not (titled and following[0][0].isdigit()):
                continue
        last = label.rpartition(" ")[2]
        if last.casefold() in titles and len(last) <= LONGEST_TITLE:
            continue  # the point of MR. in MR. DE WIT, or in `Secretary Olin, Mr. Velt, welcome`
        if _INITIAL.match(following[0]) and _SURNAME.match(label.partition(" ")[0]):
            continue  # the point of the first of two initials
        if len(following[0]) > 2 and following[0].strip(".,").isupper() and len(label.split()[-1]) <= 5:
            continue  # the point of an abbreviation: MR. OLANE
        voice = len(label) > 1 and label[0].isupper() and label.casefold() in voices
        named = _ends_in_a_name(label, titles) or _is_an_office_for(label, titles, particles)
        if voice or named or is_collective(label.casefold(), collective, particles) or _holds_an_office(label, titles):
            dash = _LATE_DASH.match(window, place + 1)
            body = place + 1 + (footnote.end() if footnote else 0)
            end = place + 1 if _INITIALS.search(label) else place  # the point of an initial belongs to the name
            return ("stop dash" if dash else "stop"), at, end, dash.end() if dash else body
    return None


def _ends_in_a_name(label: str, titles: frozenset[str]) -> bool:
    words = _GLUED_TITLE.sub(r"\1 ", _LATE_BRACKET.sub("", label)).split()
    if not words or len(words) > 8 or any(word in "-–—" for word in words):
        return False
    surnames = [at for at, word in enumerate(words) if _SURNAME.match(word)]
    if surnames and (words[0][0].isupper() or words[0].rstrip(".").casefold() in titles):
        tail = words[surnames[-1] + 1 :]
        if tail and _INITIALS.match(" ".join(tail)):
            return True
        return len(tail) <= 4 and (not tail or tail[0][0].islower() or tail[0] in ("Jr", "Sr"))
    if not words[0][0].isupper() or not 2 <= len(words) <= 5 or len(words[-1]) < 3:
        return False
    titled = words[0].rstrip(".").casefold() in titles
    if titled and words[-1].casefold() in titles:
        return True  # Mme la présidente
    if words[0] == "The":
        return len(words) == 2 and words[1].casefold() in titles
    titled = titled or (words[0][-1] == "." and len(words[0]) <= 7)
    # between title and name may stand an office: Mme la présidente Ana Velt
    small = (word[0].isupper() or len(word) <= 3 or word.casefold() in titles for word in words)
    return titled and words[-1][0].isupper() and all(small)


def _is_an_office_for(label: str, titles: frozenset[str], particles: frozenset[str]) -> bool:
    """`M. le rapporteur pour avis`: an office behind a title, and a small word with what it is for."""
    words = label.casefold().split()
    if not 4 <= len(words) <= 6 or not label[0].isupper() or words[0].rstrip(".") not in titles:
        return False
    return words[-3] in titles and words[-2] in particles and words[-1].isalpha()


def _holds_an_office(label: str, titles: frozenset[str]) -> bool:
    """`ANA VELT, Minister of Harbours` or `Mme Velt, ministre des ports`: a name that stops by itself, and an office."""
    name, comma, office = label.partition(",")
    words = office.split()
    return (
        bool(comma)
        and 0 < len(words) <= LONGEST_OFFICE
        and words[0].casefold() in titles
        and _ends_in_a_name(name, titles)
    )


def plain_stop(window: str, at: int, _whole: bool) -> Found | None:
    """`Ana Velt. Good morning`: two to four words with capitals, and a full stop for the colon."""
    found = _STOPPED.match(window, at)
    return ("plain stop", at, found.end("label"), found.end()) if found else None
