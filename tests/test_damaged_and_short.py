"""Single phenomena of transcripts: short talks, odd labels, numbers before labels; one small document each, some of them traps.

In the documents `‹label›` marks what must be found as a label and `⟪words⟫` what is said under it; the marks are
taken out before the text is read. A document without marks is a trap: nobody speaks in it.
"""

from __future__ import annotations

import re

import pytest

from conftest import turns_of

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


@pytest.mark.parametrize("document", [pytest.param(d, id=n) for t in (SHORT, BRACKETED, COUNTED) for n, d in t.items()])
def test_turns(document: str) -> None:
    """Every label and all that is said under it; nothing where nobody speaks."""
    text, expected = _unmarked(document)
    assert turns_of(text) == [(label, " ".join(said.split())) for label, said in expected]
