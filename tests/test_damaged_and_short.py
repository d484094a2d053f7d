"""Single phenomena of transcripts: short talks, odd labels, numbers before labels; one small document each, some of them traps.

In the documents `‹label›` marks what must be found as a label and `⟪words⟫` what is said under it; the marks are
taken out before the text is read. A document without marks is a trap: nobody speaks in it.
"""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import re
import textwrap

import pytest

from conftest import turns_of
from quotedb.parsing import analyse

_MARKS = re.compile("([‹›⟪⟫])")

SHORT = {
    "names alone on their lines, two turns": (
        "‹Mara Olin›\n⟪The committee is in session. I ask everybody to be brief.⟫\n\n"
        "‹Teo Brandt›\n⟪Thank you, Chair. I have kept the lamps for eleven years.⟫"
    ),
    "names alone, and the first comes back": (
        "‹Lena Marrow›\n⟪So you left the orchestra. Why?⟫\n\n‹Tarik Osk›\n⟪I could not hear the horns any more.⟫\n\n"
        "‹Lena Marrow›\n⟪Make it a film.⟫"
    ),
    "names alone in capitals, a blank line below each": (
        "‹LENA MARROW›\n\n⟪So you left the orchestra. Did your wife know?⟫\n\n‹TARIK OSK›\n\n⟪She told me, Lena. I knew nothing.⟫\n\n"
        "‹BO OLANE›\n\n⟪May I ask who drives the bus now?⟫"
    ),
    "a trap: headings of somebody's own page": (
        "Summer Plans\nI want to read more this year. Will you join me?\n\nBread Pudding\nI cook this on Sundays. You should try it."
    ),
    "a trap: reviews under names": (
        "Ana Velt\nI loved the eels. The room was clean and I slept well.\n\nBo Olane\nI did not like the eels. I will not come again."
    ),
    "a trap: people and what they do": (
        "Ana Velt\nI run the workshop. You can ask me anything about clocks.\n\nBo Olane\nI look after the boats. You will find me there."
    ),
}
BRACKETED = {
    "a name in round brackets alone on its line": (
        "(‹Lena Marrow›)\n⟪So you left the orchestra. Why?⟫\n\n(‹Tarik Osk›)\n⟪I could not hear the horns any more.⟫\n\n"
        "(‹Lena Marrow›)\n⟪Did anybody notice?⟫\n\n(‹Tarik Osk›)\n⟪My wife did. She said I had stopped humming.⟫"
    ),
    "a name in square brackets alone on its line, and a sound": (
        "[‹Lena Marrow›]\n⟪So you left the orchestra. Why?⟫\n\n[‹Tarik Osk›]\n⟪I could not hear the horns any more.⟫\n\n[Laughter]\n\n"
        "[‹Lena Marrow›]\n⟪Did anybody notice?⟫\n\n[‹Tarik Osk›]\n⟪My wife did. She said I had stopped humming.⟫"
    ),
    "a colon behind the bracket": (
        "(‹Lena Marrow›): ⟪So you left the orchestra. Why?⟫\n\n(‹Tarik Osk›): ⟪I could not hear the horns any more.⟫\n\n"
        "(‹Lena Marrow›): ⟪Did anybody notice?⟫\n\n(‹Tarik Osk›): ⟪My wife did.⟫"
    ),
    "a trap: what is shown between the words": (
        "‹LENA MARROW:›\n⟪Here is what he said last night.⟫\n\n(BEGIN VIDEO CLIP)\n\n‹TARIK OSK:›\n⟪I could not hear the horns.⟫\n\n"
        "(END VIDEO CLIP)\n\n‹LENA MARROW:›\n⟪And there is more of it.⟫\n\n(BEGIN VIDEO CLIP)\n\n‹TARIK OSK:›\n⟪I am ashamed of that.⟫\n\n"
        "(END VIDEO CLIP)"
    ).replace(":›", "›:"),
}
COUNTED = {
    "a word and a number before every label": (
        "Anf. 1 ‹MARA OLIN (S)›:\n\n⟪The lamps are dark, and I ask why.⟫\n\nAnf. 2 ‹TEO BRANDT (M)›:\n\n⟪I have kept them for years.⟫\n\n"
        "Anf. 3 ‹MARA OLIN (S)›:\n\n⟪How late is it?⟫\n\nAnf. 4 ‹TEO BRANDT (M)›:\n\n⟪Five weeks. I am sorry for it.⟫"
    ),
    "a number without a mark": (
        "12 ‹Lena Marrow›: ⟪So you left the orchestra. Why?⟫\n\n13 ‹Tarik Osk›: ⟪I could not hear the horns any more.⟫\n\n"
        "14 ‹Lena Marrow›: ⟪Did anybody notice?⟫\n\n15 ‹Tarik Osk›: ⟪My wife did. She said I had stopped humming.⟫"
    ),
    "a number in brackets": (
        "[1] ‹Lena Marrow›: ⟪So you left the orchestra. Why?⟫\n\n[2] ‹Tarik Osk›: ⟪I could not hear the horns any more.⟫\n\n"
        "[3] ‹Lena Marrow›: ⟪Did anybody notice?⟫\n\n[4] ‹Tarik Osk›: ⟪My wife did. She said I had stopped humming.⟫"
    ),
    "the number behind the letter": (
        "‹Q.1› ⟪So you left the orchestra. Why?⟫\n\n‹A.1› ⟪I could not hear the horns any more.⟫\n\n"
        "‹Q.2› ⟪Did anybody notice?⟫\n\n‹A.2› ⟪My wife did. She said I had stopped humming.⟫"
    ),
    "numbers of questions and answers, nobody of whom comes back": (
        "‹Q1›: ⟪So you left the orchestra. Why?⟫\n\n‹A1›: ⟪I could not hear the horns any more.⟫\n\n‹Q2›: ⟪Did anybody notice?⟫\n\n"
        "‹A2›: ⟪My wife did.⟫\n\n‹Q3›: ⟪And then you started to build clocks.⟫\n\n‹A3›: ⟪Clocks were the obvious thing.⟫"
    ),
    "the number behind the letter of the question only": (
        "‹Q 1›. ⟪So you left the orchestra. Why?⟫\n\n‹A›. ⟪I could not hear the horns any more.⟫\n\n"
        "‹Q 2›. ⟪Did anybody notice?⟫\n\n‹A›. ⟪My wife did. She said I had stopped humming.⟫"
    ),
    "a trap: an outlet asks itself by numbers": (
        "Q1. How do I buy a ticket?\n\nA1. Tickets are sold at the pier.\n\nQ2. What does it cost?\n\nA2. The fare is four crowns.\n\n"
        "Q3. Are dogs allowed?\n\nA3. Dogs travel on deck."
    ),
    "a trap: chapters": (
        "Chapter 1 The Boat\nI had a boat once. You would have liked it.\n\nChapter 2 The Pier\nWe walked there. Were you there?\n\n"
        "Chapter 3 The Bread\nI baked it myself, and you ate it."
    ),
    "a trap: the year at the head of a question": (
        "‹Q›. ⟪Where were you then?⟫\n‹A›. ⟪I was in Tern.⟫\n‹Q›. ⟪1914 was the year?⟫\n‹A›. ⟪I think so.⟫\n"
        "‹Q›. ⟪Who was with you?⟫\n‹A›. ⟪My aunt.⟫"
    ),
}
_TALK = (
    "‹Ms. OLIN›. ⟪The committee is in session. I ask you to be brief.⟫\n\n‹Mr. BRANDT›. ⟪Thank you. I kept the lamps.⟫\n\n"
    "‹Ms. OLIN›. ⟪How late was the oil?⟫\n\n‹Mr. BRANDT›. ⟪Five weeks. I am ashamed of it.⟫\n\n‹Ms. OLIN›. ⟪Who paid?⟫\n\n"
)
_INTERVIEW = (
    "‹LENA MARROW›: ⟪So you left the orchestra. Why?⟫\n\n‹TARIK OSK›: ⟪I could not hear the horns any more.⟫\n\n"
    "‹LENA MARROW›: ⟪Did anybody notice?⟫\n\n‹TARIK OSK›: ⟪My wife did. She said I had stopped humming.⟫\n\n"
)
DAMAGED = {
    "a figure for a letter, and a full stop": _TALK + "‹Mr. 8RANDT›. ⟪The fishermen did.⟫\n\n‹Ms. OLIN›. ⟪Thank you.⟫",
    "spaces inside a name": _TALK + "‹M r. BRA NDT›. ⟪The fishermen did.⟫\n\n‹Ms. OLIN›. ⟪Thank you.⟫",
    "two colons": _INTERVIEW + "‹LENA MARROW›: : ⟪And then?⟫\n\n‹TARIK OSK›: ⟪I built clocks.⟫",
    "a comma for the colon, in capitals": _INTERVIEW + "‹LENA MARROW›, ⟪And then?⟫\n\n‹TARIK OSK›: ⟪I built clocks.⟫",
    "no mark at all, in capitals": _INTERVIEW + "‹LENA MARROW› ⟪And then?⟫\n\n‹TARIK OSK›: ⟪I built clocks.⟫",
    "a small letter, and two spaces": (_INTERVIEW + "‹LENA MARROW›: ⟪And then?⟫").replace("LENA MARROW", "Lena Marrow", 2).replace("TARIK OSK", "Tarik Osk").replace("LENA MARROW", "lena  Marrow"),
    "two speeches on one line, with full stops": _TALK + "‹Mr. BRANDT›. ⟪The fishermen did.⟫ ‹Ms. OLIN›. ⟪Thank you.⟫",
    "every second speech behind another": _INTERVIEW.replace("\n\n‹T", " ‹T") + "‹LENA MARROW›: ⟪And then?⟫ ‹TARIK OSK›: ⟪I built clocks.⟫",
    "all breaks lost, with full stops": _TALK.replace("\n\n", " ") * 2 + "‹Mr. BRANDT›. ⟪The fishermen did.⟫",
    "all breaks lost, questions and answers": (
        "‹Q›. ⟪Where were you on the night when the gate broke?⟫ ‹A›. ⟪I was at home. My wife can tell you that, and so can the neighbours.⟫ "
        "‹Q›. ⟪Did you hear anything?⟫ ‹A›. ⟪I heard the bell of the old tower, twice, and then the water in the lane.⟫ ‹Q›. ⟪And what did you do?⟫ "
        "‹A›. ⟪I took my coat and the lamp and went down to the harbour, as anybody would have done.⟫ ‹Q›. ⟪Was anybody there?⟫ ‹A›. ⟪Nobody. I waited.⟫"
    ),
    "a label that was broken inside a wrapped paragraph": (
        "‹LENA MARROW›: ⟪So you left the orchestra in the middle of\nthe season. Why?⟫ ‹TARIK OSK›: ⟪I could not hear the horns\nany more, and I was counting the bars.⟫ ‹LENA\nMARROW›: ⟪Did anybody notice that you were counting?⟫ ‹TARIK\nOSK›: ⟪My wife did. She said I had stopped humming in the\nkitchen.⟫ ‹LENA MARROW›: ⟪And then you started to build?⟫ ‹TARIK\nOSK›: ⟪I built clocks, and I like them.⟫"
    ),
    "a trap: whoever speaks calls a colleague by name": _TALK + "⟪Mr. Brandt, I have asked you. Mr. Brandt. Well.⟫",
    "a trap: a letter that is no answer": (
        "‹Q›. ⟪What did you eat?⟫\n‹A›. ⟪Bread.⟫\n‹Q›. ⟪And what was in it?⟫\n‹A›. ⟪I was told vitamin A. The baker said so.⟫\n"
        "‹Q›. ⟪Was it plan A or plan B?⟫\n‹A›. ⟪I think plan A. Nobody asked.⟫"
    ),
}  # fmt: skip
_LONG = (
    "‹MR.  BROOK›: ⟪Thank you, Vera, and good afternoon. I have just come from a meeting of two hours with the prime minister.⟫\n"
    "‹MS.  PELL›: ⟪You said that you did not agree on the strait. Can you tell us what the other side asked for?⟫\n"
    "‹MR.  BROOK›: ⟪I can tell you what we asked for, and the rest you should ask them. We asked for one chart.⟫\n"
    "‹MS.  PELL›: ⟪And was the answer that they will think about it, as they always do at this time of the year?⟫\n"
    "‹MR.  BROOK›: ⟪I have been in this work for thirty years, and I have learned to hear the yet.⟫\n"
)


def _wrapped(document: str, *widths: int) -> str:
    """A document with its lines broken by hand, once or twice."""
    for width in widths:
        lines = [textwrap.wrap(line, width, break_on_hyphens=False) for line in document.split("\n")]
        document = "\n".join("\n".join(parts) for parts in lines)
    return document


WRAPPED = {
    "two spaces behind the point of a title": _LONG,
    "lines that were broken twice": _wrapped(_LONG, 78, 72),
    "narrow lines": _wrapped(_LONG, 40),
    "a full stop that was lost above a label": _wrapped(_LONG.replace("asked for?⟫", "asked for⟫"), 60),
    "initials and a dash, in narrow lines": _wrapped(
        (_LONG + _LONG.replace(" the", " no").replace(" and", " or").replace("Thank", "Ask"))
        .replace("MR.  BROOK›:", "AB› –")
        .replace("MS.  PELL›:", "JP› –"),
        40,
    ),
    "a time and a name on a line of their own, in narrow lines": _wrapped(
        _LONG.replace("‹MR.  BROOK›: ", "[00:00:03.10] - ‹Anselm Brook›\n").replace(
            "‹MS.  PELL›: ", "[00:00:05.20] - ‹Juno Salt Pell›\n"
        ),
        44,
    ),
    "a page's number among pages, between dashes": _wrapped(_LONG, 60).replace(
        "what we\nasked", "what we⟫\n\n- 3 of 14 -\n\n⟪asked"
    ),
}
FEW = {
    "first names, and an office that is called": (
        "‹aurel›: ⟪Good evening, Prime Minister. I am glad that you came by train.⟫\n\n⟪We agreed on three things.⟫\n\n"
        "‹ida›: ⟪Mr. President, I thank you for the soup. When I took this office, I found your letter.⟫\n\n‹aurel›: ⟪I will ask every week.⟫"
    ),
    "a machine counted two voices, and one of them speaks once": (
        "‹speaker_0›: ⟪good evening i am glad that you came by train and that we can talk about the line at last⟫\n\n"
        "‹speaker_1›: ⟪thank you for the soup when i took this office i found your letter on my desk⟫\n\n‹speaker_0›: ⟪i will ask every week⟫"
    ),
    "a number and a clock before each name": (
        "1 [00:00:03] ‹Aurel Vane›: ⟪I am glad that you came by train.⟫\n\n2 [00:00:42] ‹Ida Storm›: ⟪Mr. President, I thank you.⟫\n\n"
        "3 [00:01:10] ‹Aurel Vane›: ⟪I will ask every week.⟫"
    ),
    "a trap: what is good and what is bad": (
        "Good: I like the view, and I slept well.\n\nBad: I missed the train because of the noise.\n\nGood: I had the soup twice."
    ),
}
_HEARING = (
    "‹Mara Olin›: ⟪The committee is in session. I ask everybody to be brief.⟫\n\n‹Teo Brandt›: ⟪Thank you, Chair. I kept the lamps.⟫\n\n"
    "‹Mara Olin›: ⟪Did you tell the port office?⟫\n\n‹Teo Brandt›: ⟪I wrote to them three times.⟫\n\n"
)
PAGES = {
    "a label at the foot of a page": _HEARING
    + "‹Ida Marsh›:\n\n                    12\n\n⟪How late was it?⟫\n\n‹Teo Brandt›: ⟪Five weeks.⟫",
    "a label at the foot of a page, and a head": (
        _HEARING
        + "‹Ida Marsh›:\n\n12\n\nInquiry into the Lamps                 4 May\n\n⟪How late was it?⟫\n\n‹Teo Brandt›: ⟪Five weeks.⟫"
    ),
    "a head that names the speaker, once": (
        _HEARING
        + "‹Mara Olin›: ⟪We will hear more of this on⟫\n\nMs. Mara Olin                  14\n\n⟪Thursday, I hope.⟫"
    ),
    "a word that was broken over two pages": _HEARING
    + "‹Ida Marsh›: ⟪Who had the lamps of the har-⟫\n\n12\n\n⟪bour then?⟫",
    "a trap: a figure that is said": _HEARING
    + "‹Ida Marsh›: ⟪How many lamps?⟫\n\n‹Teo Brandt›:\n\n⟪12⟫\n\n‹Ida Marsh›: ⟪That is all.⟫",
}
BLOGS = {
    "a live blog that quotes an exchange": (
        "Ferry hearing: live\n\n10:02\nThe committee has begun.\n\n10:15\n"
        + _HEARING
        + "10:31\nSomebody has opened a window.\n\nIt is hot in here.\n\n10:40\n"
        "‹Ida Marsh›: ⟪Who paid?⟫\n\n‹Teo Brandt›: ⟪The fishermen did.⟫\n\n11:12\nThat was all from Tern today."
    ),
    "a trap: a recording whose clock stands between the words": (
        "00:00\nA bell rings.\n\n00:04\n"
        + _HEARING
        + "00:31\n⟪I should say that I kept the letters.⟫\n\n00:58\n‹Ida Marsh›: ⟪Who paid?⟫\n\n‹Teo Brandt›: ⟪The fishermen did.⟫"
    ),
}
#: A label that stands once among `Mr. BRANDT` and `Tarik Osk`, whose words they are, and whether that is uncertain.
MISPRINTS = [
    ("Mr. BARNDT", "Brandt", True),
    ("Mr. BRA NDT", "Brandt", True),
    ("Mr. 8RANDT", "Brandt", True),
    ("MR. BRANDT", "Brandt", False),
    ("Mr. BRANDI", "Brandi", False),
    ("Ms. BRANDT", "Brandt", False),
    ("Tarik Oskarson", "Tarik Oskarson", False),
    ("Tarik Maddenn", "Tarik Madden", True),
    ("Tariq Madden", "Tariq Madden", False),
]


def _unmarked(document: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without its marks, and the turns that they show."""
    expected: list[tuple[str, str]] = []
    text, inside = [], ""
    for part in _MARKS.split(document):
        if part in ("‹", "⟪"):
            inside = part
        elif part not in ("›", "⟫"):
            text.append(part)
            if inside == "‹":
                expected.append((part, ""))
            elif inside == "⟪":
                label, said = expected[-1]
                expected[-1] = (label, f"{said} {part}".strip())
        else:
            inside = ""
    return "".join(text), expected


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(d, id=n)
        for t in (SHORT, BRACKETED, COUNTED, DAMAGED, WRAPPED, FEW, PAGES, BLOGS)
        for n, d in t.items()
    ],
)
def test_turns(document: str) -> None:
    """Every label and all that is said under it; nothing where nobody speaks."""
    text, expected = _unmarked(document)
    assert turns_of(text) == [(" ".join(label.splitlines()), " ".join(said.split())) for label, said in expected]


@pytest.mark.parametrize(("label", "speaker", "uncertain"), MISPRINTS)
def test_misprinted_labels(label: str, speaker: str, *, uncertain: bool) -> None:
    """The label stays as printed; who is meant is said with little confidence, and a problem tells of it."""
    others = ("Mr. BRANDT", "Tarik Madden", "Ms. OLIN")
    said = [(other, f"I say it again, for the {n}th time.") for n in range(3, 7) for other in others]
    said[7] = (label, "And I say that you are right.")
    found = analyse("\n\n".join(f"{who}: {words}" for who, words in said))
    (turn,) = [u for u in found.utterances if u.label == label]
    assert turn.speaker == speaker
    assert (turn.confidence <= 0.7) is uncertain
    assert any(p.code == "label-misprint" and "was taken" in p.message for p in found.problems) is uncertain
