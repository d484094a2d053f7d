"""Signs in the place of the colon: bars and arrows, gaps, the fields of a table, any mark that a document makes its own."""

from __future__ import annotations

import re

from quotedb.parsing.transcript.stamps import DAY, stamp_next

_SIGN = re.compile(
    r"(?P<label>[^\W\d_][^|>:»→\n]{0,60}?)[ \t]*(?:\|{1,2}|>{1,3}|::|»|→|->|=>|~|/{1,2}|\\|·|•|=)[ \t]+(?=\S)"
)
#: What one of these holds: most lines have none of it, and so need not be tried.
_ANY_SIGN = re.compile(r"[|>»→~/\\·•=:]")
#: Any other mark behind a few words: what it is worth, the document has to show.
_MARK = re.compile(
    r"[^\w\s\"“”‘’'«»]{0,2}(?P<label>[^\W\d_][^\n\"“”|()\[\]{}<>:]{1,60}?)(?P<mark>[)\]}>|*_~=+#^§…•·]{1,3})[ \t]+(?=[^\s\da-zß-öø-ÿ])"
)
#: In Japanese a bracket behind a label may never have been opened: `記者）`, with the words behind it or below.
_CLOSED = re.compile(r"(?P<label>[\u3040-\u30ff\u3400-\u9fff]{1,12})[)）][ \t\u3000]*")
#: A first field that stands without marks: no sentence has a comma without a space behind it.
_FIRST_FIELD = re.compile(r"(?P<label>[^\W\d_][^\",;\t|\n:.?!]{1,58})[,;]\"?(?=[^\s\",;\d])")
_FIELD = r"(?:\"[^\"\n]{0,40}\"|[\d:.]{1,16}|)"  # no comma: it may part fields, and one that may do both takes for ever
_ROW = re.compile(
    rf"(?:(?:{_FIELD}[,;\t])+\"?(?P<label>[^\",;\t|]{{1,60}})\"?|\"(?P<quoted>[^\"\t|]{{1,80}})\")[,;\t]\"?(?=[^\s\",;])"
)

#: Initials and a surname, and nothing but a space behind them: a page lost its bold type. `B. Olane Good evening`
_LOST = re.compile(
    r"(?P<label>(?!M\.)(?:[^\W\d_a-zß-öø-ÿ][\u0430-\u045f]?\. ?){1,2}[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:-[^\W\d_]+)?)[ \t]+"
    r"(?=[^\W_a-zß-öø-ÿ]|[…«“\"—–])"
)
_ENDS = frozenset(".?!…")
#: The bar that ends the first cell of a table's row whose words stand below.
_BARRED = re.compile(r"(?P<label>[^\W\d_][^|:\n]{0,60}?(?<=[\w.)]))[ \t]*\|\Z")
#: No dash inside brackets ends a label: `O SR. VELT (Bloco/PLS - MG) - Boa tarde`.
_DASH = re.compile(
    r"(?P<label>[^\W\d_](?:[^—–:(]|\([^()\n]{0,90}\)|\((?![^()\n]{0,90}\))){0,110}?)\s*\.?\s*(?:—|–|--+|\s-\s|(?<=[A-ZÀ-ÖØ-ÞĂĄĆČĎĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽȘȚΑ-ΩА-ЯЁЄІЇ]{3})-\s)\s*(?=[^\sa-zß-öø-ÿ])"
)
#: A name and its office on one line are no longer (characters).
LONGEST_OFFICE = 150

#: A label before a gap ends within so many characters; letters that may stand behind it at the far end of the line.
LONGEST_GAP, ASKED = 110, ("Q", "A")
#: In Korean minutes an office and a name stand before the words, and nothing but a space behind them.
_CIRCLED = re.compile(
    r"[○◯◎●◆◇■□][ \t]?(?P<label>[\uac00-\ud7a3]{2,14} [\uac00-\ud7a3]{2,5}(?=\s)|[^\s:：。，、]{2,24})[ \u3000]+(?=\S)"
)
#: A label that ends in an initial: `VELT A.`, `A.V.`
_POINTED = re.compile(r"(?:\A|[^\W\d_]{2} |\.)[^\W\d_a-zß-öø-ÿ]\.\Z")
_GAP = re.compile(r"(?P<label>\S(?:[^\t]*?\S)?)(?:\t+ *|\u3000+|[ \xa0]*\xa0[ \xa0]*|  +)(?=\S)")
#: What a search for the stamp of a label must look at.
_AT_STAMP = re.compile(rf"[\d\[(<*`.?!;]|(?<=\s){DAY}(?=\s\d)")
_WIDE_STAMP = re.compile(r"\d{1,4}[\s|]")
#: A label that was found: its surface, where it starts and ends, where the words begin.
Found = tuple[str, int, int, int]  # surface, label start, label end, body


def sign(window: str, at: int, _whole: bool) -> Found | None:
    """`Ana Velt | Good evening`: a bar, an arrow, two colons for the colon; so are the rows of a table."""
    found = _SIGN.match(window, at) if _ANY_SIGN.search(window, at) else None
    return ("sign", at, found.end("label"), found.end()) if found else None


def row(window: str, at: int, _whole: bool) -> Found | None:
    """`00:03;Ana Velt;Good evening`, `"Ana Velt","Good evening"`: a row of a table that is kept as plain text."""
    found = _ROW.match(window, at) if window[at] in '"0123456789,;\t' or (at and window[at - 1] in ",;") else None
    if not found and not at and window[0].isalpha():
        found = _FIRST_FIELD.match(window)
        return ("row", 0, found.end("label"), found.end()) if found else None
    if not found:
        return None
    group = "label" if found["label"] else "quoted"
    return "row", found.start(group), found.end(group), found.end()


def _joins_names(window: str, found: re.Match[str], whole: bool) -> bool:
    """Whether a dash without spaces joins words with capitals, and nothing but such words is left: `Velt, Tern—Sound—Hull`."""
    joint = found.end("label")
    if (
        not whole
        or window[found.end() :][-1:] in ".?!"
        or window[joint - 1 : joint + 2] != window[joint - 1 : joint + 2].strip()
    ):
        return False
    return window[joint] in "—–" and all(word[0].isupper() for word in window[found.end() :].split())


def mark(window: str, at: int, _whole: bool) -> Found | None:
    """`(Ana Velt) Good evening`, `Ana Velt} Good evening`: a mark that no other surface knows."""
    found = _MARK.match(window, at)
    return (f"mark {found['mark']}", found.start("label"), found.end("label"), found.end()) if found else None


def closed(window: str, at: int, _whole: bool) -> Found | None:
    """`記者）これについて`: a bracket that was never opened, behind a label in a script without capitals."""
    found = _CLOSED.match(window, at)
    return ("closed", at, found.end("label"), found.end()) if found else None


def dash(window: str, at: int, whole: bool) -> Found | None:
    """`Ana Velt — Good evening`, `Ana Velt. – Good evening`, `Ana Velt -- Chief Executive`."""
    found = _DASH.match(window, at) if "-" in window or "—" in window or "–" in window else None
    if not found or len(found["label"]) < 2 or _joins_names(window, found, whole):
        return None
    if whole and len(window) - at <= LONGEST_OFFICE and "--" in window[found.end("label") : found.end()]:
        role = window[found.end() :].split()
        if (
            role
            and len(role) <= 12
            and window[-1].isalnum()
            and sum(word[0].isupper() for word in role) >= 0.6 * len(role)
        ):
            return "name role", at, len(window), len(window)
    # behind a comma the full stop is that of a place in a dateline: TERN, Orv. — The council ...
    name, _, behind = found["label"].partition(",")
    office = behind.split()
    place = len(office) == 1 and office[0][0].isupper()
    place = place or (bool(office) and name.isupper() and not behind.isupper())
    stopped = window[found.end("label") : found.end("label") + 1] == "." and not place
    return "stop dash" if stopped else "dash", at, found.end("label"), found.end()


def lost(window: str, at: int, _whole: bool) -> Found | None:
    """`B. Olane Good evening`, `B.Olane Good evening`: what set the name off was lost with the page's bold type.

    Nothing but words with capitals behind it is an office or another name.
    """
    found = _LOST.match(window, at)
    rest = window[found.end() :] if found else ""
    if not found or not (rest.rstrip()[-1:] in _ENDS or any(word[0].islower() for word in rest.split())):
        return None
    return "lost", at, found.end("label"), found.end()


def barred(window: str, at: int, whole: bool) -> Found | None:
    """`Olane |`, and the words below: the cells of a table, line by line."""
    found = _BARRED.match(window, at) if whole and window[-1] == "|" else None
    return ("barred", at, found.end("label"), len(window)) if found else None


def circled(window: str, at: int, _whole: bool) -> Found | None:
    """`○Velt委員長　Good evening`: a circle before the label and white space behind it, as East Asian minutes have them."""
    found = _CIRCLED.match(window, at)
    return ("circled", found.start("label"), found.end("label"), found.end()) if found else None


def gap(window: str, at: int, whole: bool) -> Found | None:
    """`Q    Good evening`, `VELT<tab>Good evening`: a tab, hard spaces or several spaces behind the label."""
    near = window[: at + LONGEST_GAP]
    found = _GAP.match(near, at) if "  " in near or "\t" in near or "\xa0" in near or "\u3000" in near else None
    if not found or (found["label"][-1] in ".,;?!" and not _POINTED.search(found["label"])):
        return None
    if whole and window[found.end() :] in ASKED and found.end() - found.end("label") > 2:
        return "bare", at, found.end("label"), len(window)  # a letter at the far end of the line: who asks, who answers
    return "gap", at, found.end("label"), found.end()


def stamp_after(window: str, at: int, _whole: bool) -> Found | None:
    """`Ana Velt  0:06`, with the words on the same line or below."""
    for spot in _AT_STAMP.finditer(window, at + 2, at + 80):
        place = spot.start()
        if window[place] not in ".?!;":
            found = stamp_next(window, place)
            if found and window[place - 1] in " \t\xa0|":
                label = window[at:place].rstrip(" \t\xa0,|–—-")
                return ("name", at, at + len(label), place) if label else None
            if window[place].isdigit() and window[place - 1].isspace() and not _WIDE_STAMP.match(window, place):
                return None
        elif window[place + 1 : place + 2].isspace() and place - at > 4 and not _is_initial(window, place):
            return None
    return None


def _is_initial(window: str, place: int) -> bool:
    """Whether a full stop stands behind one capital: `Mr Ivo K. Marsh 2:41 p.m.`"""
    return window[place] == "." and window[place - 1].isupper() and window[place - 2] in " ."
