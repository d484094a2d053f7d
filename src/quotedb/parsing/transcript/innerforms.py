"""How labels inside a line are printed: their surfaces, and a pattern for each."""

from __future__ import annotations

import re

#: The surface of such a label.
INNER = "inner colon"
#: The surface of one that a mark sets off: a time behind it, or the `>>` of captions before it.
SIGNED_INNER = "inner signed colon"
#: The surface of one with a full stop for the colon, and all of them.
INNER_STOP = "inner stop"
#: The surface of one in capitals with a bracket and a dash.
INNER_DASH = "inner dash"
INSIDE = frozenset({INNER, SIGNED_INNER, INNER_STOP, INNER_DASH})

#: Behind the end of a sentence: up to six words without punctuation, a title's point or a bracket aside, and a colon.
_WORD = r"[^\s:.,?!;…\"“”()\[\]]+"
_SHORT = r"[A-Z][A-Za-z]?\.|(?:St|Jr|Sr|[Hh]on)\."
_NAME = (
    r"(?:[A-Z][A-Za-z]{0,4}\.[ \xa0]{1,2})?[^\W\d_a-zß-öø-ÿ][^\s:.,?!;\"“”()\[\]]*"
    rf"(?:[ \xa0\n](?:{_SHORT}|{_WORD})){{0,5}}(?:[ \xa0]\([^()\n]{{1,60}}\))?"
)
#: A name in capitals and an office in capitals: `SARA OLIN, HARBOUR REPORTER`.
_LOUD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ]*(?:[ '’-][^\W\d_a-zß-öø-ÿ]+){0,6}"
LABEL = re.compile(
    rf"(?:[.?!…”\"’»')\]–—]|;(?=\s+[Α-ΩΆ-Ώ]))[ \t\xa0\n]+(?P<label>{_LOUD}, {_LOUD}|{_NAME})[ \xa0]?:[ \xa0\n]+(?=\S)"
)  # a question in Greek ends in a semicolon
#: The same with a time behind it, which no sentence has: `Ana Velt: (00:29) Good evening`, `Ana Velt (00:29): Good`.
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
TIMED = re.compile(
    rf"[.?!…”\"’»')\]–—,-][ \t\xa0]+(?P<label>{_NAME})"
    rf"(?::[ \xa0][(\[](?P<behind>{_CLOCK})[)\]]|[ \xa0][(\[](?P<before>{_CLOCK})[)\]]:)[ \xa0\n]+(?=\S)"
)
#: A name and a time between words, where a program's lines were run together: `at last.Ana Velt  0:34 Good evening`.
RUN_TOGETHER = re.compile(
    rf"(?P<label>[^\W\d_a-zß-öø-ÿ][\w.'’-]{{0,30}}(?: [^\W_a-zß-öø-ÿ][\w.'’-]{{0,30}}){{0,3}})[ ]{{1,2}}(?P<before>{_CLOCK})[ \n]+(?=\S)"
)
#: A title, a name and a country, a title and a name in capitals, or a voice in capitals (`THE COURT`), behind any word: no prose
#: has that before a colon.
RECORDED = re.compile(
    r"(?<=\s)(?P<label>[A-Z][a-z]{0,4}\.? [^\W\d_a-zß-öø-ÿ][\w'’-]+(?: [^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2} \([^()\n]{3,60}\)"
    r"|THE(?: [A-Z]{4,20}){1,2}"
    r"|[A-Z]{2,4}\.? [^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]{2,30})(?: \([^()\n]{4,40}\))?:[ \xa0\n]+(?=[^\sa-zß-öø-ÿ])"
)
#: An office and a name in capitals, behind any word or glued to the end of a sentence: `Photo by Ana Velt.MAYOR OLANE: Good`.
OFFICE = re.compile(
    r"(?:(?<=\s)|(?<=[.!?)”\"]))(?P<label>(?:[^\W\d_a-zß-öø-ÿ]{2,15}\.?[ \xa0]){1,4}[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]{2,30})"
    r":[ \xa0\n]+(?=[^\sa-zß-öø-ÿ])"
)
#: The number of a page that was run in with its first words, and a label: `2 Ana Velt: This begins an interview`.
BELOW_PAGE = re.compile(rf"^(?:\d{{1,4}} ){{1,2}}(?P<label>{_NAME})[ \xa0]?:[ \xa0\n]+(?=\S)", re.MULTILINE)
#: A name in capitals, a bracket and a dash: `Thank you. SARA OLIN (Tern) - Good evening`.
DASHED = re.compile(
    r"[.?!…)][ \t\xa0\n]+(?P<label>[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|\.(?= )|[ '’-](?=[^\W\d_a-zß-öø-ÿ])){4,60} \([^()\n]{2,60}\))"
    r"[ ]?[-–—][ ](?=[^\sa-zß-öø-ÿ])"
)
#: A word in capitals and a dash, where others have a bracket: `Thank you. CHAIR - Please.`
DASHED_VOICE = re.compile(r"[.?!…)] (?P<label>[^\W\d_a-zß-öø-ÿ]{3,20})[ ]?[-–—][ ](?=[^\sa-zß-öø-ÿ])")
TIME = re.compile(r":\d\d[ \n]")
IN_BRACKETS = re.compile(r"[(\[]\d{1,2}:\d\d")
#: In captions `>>` says that somebody else speaks; a name may follow.
ARROWED = re.compile(r"(?<=\s)>>\s*(?P<label>[^\W\d_][^\n:>.?!,]{0,40}):[ \xa0\n]+(?=\S)")
#: A sign before each label, as a station prints them: `⊙Host: Good evening. ⊙Ana Velt(member): Thank you.`
SIGNS = "○◯◎⊙☉◉⦿●◆◇■□▲△▽▼▶▷►▸"
SIGNED = re.compile(rf"(?<=[\s.?!…])[{SIGNS}]\s?(?P<label>[^\W\d_][^\n:：.?!]{{0,40}})\s?[:：]\s?(?=\S)")
#: Who rose at a time: `11.38 MS VELT (TP, Tern): Thank you.`
RISING = re.compile(r"(?<=\s)\d{1,2}[.:]\d{2} (?P<label>[^\W\d_a-zß-öø-ÿ]{2}[^\n:.?!]{3,120}?): (?=\S)")
#: A question that has two spaces for its colon: `Q    Good evening`.
ASKED = re.compile(r"[.?!…”\"’)\]–—-][ \xa0]+(?P<label>Q)(?:[ \xa0]{2,}|[ \xa0]*\xa0[ \xa0]*)(?=[^\W\d_]|[(\[\"“])")
#: One of these stands in every text with such a question: the pattern looks at every sentence.
GAPS = ("Q  ", "Q\xa0", "Q \xa0")
#: A full stop for the colon: a title and a surname in capitals, or a letter for question and answer.
STOPPED = re.compile(
    r"[.?!…”\"’)\]–—][ \t\xa0\n]+(?P<label>(?:[^\W\d_a-zß-öø-ÿ][^\W\d_]{0,5}\.?[ \xa0])"
    r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’-]{2,})|[QA](?:UESTION|NSWER)?)\.[ \t\xa0\n]+(?=[^\sa-zß-öø-ÿ])"
)
#: In scripts without spaces a voice behind the end of a sentence: `……是的。答：我们注意到`, with whatever colon.
HAN_VOICE = re.compile(r"(?<=[。．.？?！!…」』”）)》 \t\u3000])(?P<label>[\u3040-\u30ff\u3400-\u9fff]{1,6})[:：](?=\S)")
HAN_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
#: A short label behind any word: `It started in AV: What a time!`, where a figure was lost.
BRIEF = re.compile(r"(?<=\s)(?P<label>[^\W\d_a-zß-öø-ÿ][\w.]{0,20}):[ \xa0\n]+(?=\S)")
