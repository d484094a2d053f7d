"""Documents without turns in which names come back, or whole sentences stand behind them: lists of what people did, or wrote."""

from __future__ import annotations

from random import Random

from printed.registry import negative
from printed.sheet import Dialogue

DID = (
    "Reported on the dam. The gates have been painted twice.", "Asked whether the weir was safe.",
    "Explained that an inspection was due in May.", "Proposed a fence for 900. Agreed.",
    "Complained about the roof of the shelter. It leaks.", "Declined, because of the insurance.",
    "Declared an interest and left the room.", "Was asked to write to the district by Friday.",
    "Raised the matter of the hedge. Deferred to April.", "Thanked the board for its letter.",
)  # fmt: skip
WROTE = (
    "Great kettle, boils in two minutes. I would buy it again.", "The lid broke after a month and nobody answered my mails.",
    "I love the colour. My mother has ordered one too.", "Not worth the money, to be honest. The handle gets hot.",
    "Nice to look at, easy to clean. I use it every day.", "It leaks. I sent it back and got my money after three weeks.",
)  # fmt: skip
CHANGED = (
    "Read the gauge every ten seconds. It was every minute before.", "Draw the map faster. Fixes #88.",
    "Keep data when the line is down. We lost two days in May.", "Add tests for the rain bucket. They fail on some machines.",
    "Update the manual. You can now read it on a phone.", "Explain why it is a bucket.",
)  # fmt: skip
ASKED = (
    ("When do the new bins come?", "The blue ones in April. The green ones follow in June."),
    ("What does it cost?", "The first bin of each colour is free."),
    ("How do I get another?", "Call the office. You will have it within two weeks."),
    ("Can I share mine with a neighbour?", "Yes, if both of you sign the form."),
    ("Who decides all this?", "The board of the three valleys. We meet once a month."),
)


@negative
def minutes_by_name(d: Dialogue, _rng: Random) -> str:
    return "Notes of the board\n\n" + "\n".join(
        f"{t.who.last}: {DID[n % len(DID)]}" for n, t in enumerate(d.turns[:24])
    )


@negative
def reviews_of_a_kettle(d: Dialogue, _rng: Random) -> str:
    return "What buyers say\n\n" + "\n\n".join(
        f"{w.first} {w.last[0]}.: {WROTE[n % len(WROTE)]}" for n, w in enumerate(d.people)
    )


@negative
def letters_of_readers(d: Dialogue, _rng: Random) -> str:
    return "Letters\n\n" + "\n\n".join(f"{w.name}, {w.seat}: {WROTE[n % len(WROTE)]}" for n, w in enumerate(d.people))


@negative
def list_of_changes(d: Dialogue, _rng: Random) -> str:
    return "\n".join(f"* {t.who.name}: {CHANGED[n % len(CHANGED)]}" for n, t in enumerate(d.turns[:20]))


@negative
def ancestors(d: Dialogue, _rng: Random) -> str:
    return "The people of the weir\n\n" + "\n".join(
        f"{w.name} ({1801 + 9 * n}-{1860 + 9 * n}): {w.office}. Went to sea and came back with a parrot."
        for n, w in enumerate(d.people * 2)
    )


@negative
def agenda_with_papers(d: Dialogue, _rng: Random) -> str:
    return "Agenda\n\n" + "\n".join(
        f"{n}. {w.body}: {w.name} ({5 * n} minutes)\nPaper {n}: Accounts to the end of May\n"
        "Question: Do we repair the gate or sell it?\nProposal: Repair, with the money of the legacy"
        for n, w in enumerate(d.people, 1)
    )


@negative
def questions_of_an_outlet(_d: Dialogue, _rng: Random) -> str:
    return "The new bins\n\n" + "\n\n".join(f"Q: {question}\n\nA: {answer}" for question, answer in ASKED)


@negative
def advice_for_readers(d: Dialogue, _rng: Random) -> str:
    return "Ask Aunt Petra\n\n" + "\n\n".join(
        f"{mood} in {w.seat}: My neighbour feeds the gulls. {WROTE[n % len(WROTE)]}\n\nDear {mood}, bring him a cake and close the window."
        for n, (w, mood) in enumerate(zip(d.people, ("Worried", "Lonely", "Angry", "Tired", "Sleepless"), strict=False))
    )


@negative
def channels_in_rounds(_d: Dialogue, _rng: Random) -> str:
    shown = (
        "The Weir. Dr. Lind must choose.",
        "Letters. Listeners write, and we read.",
        "Question Hour. Who pays for it?",
    )
    return "Tonight\n\n" + "\n\n".join(
        f"{hour}:00\n"
        + "\n".join(
            f"{channel}: {shown[(hour + n) % 3]}"
            for n, channel in enumerate(("Channel Four", "Isle One", "Radio North"))
        )
        for hour in (18, 20, 22, 23)
    )


@negative
def donors_with_wishes(d: Dialogue, _rng: Random) -> str:
    wishes = (
        "Keep it shining!",
        "I wish it were more.",
        "My pocket money.",
        "Good luck with the roof.",
        "See you there.",
    )
    return "Our donors\n\n" + "\n".join(
        f"{'Anonymous' if n % 4 == 3 else w.name}, {10 * n + 5}: {wishes[n % len(wishes)]}"
        for n, w in enumerate(d.people * 2)
    )


@negative
def crew_in_bold(d: Dialogue, _rng: Random) -> str:
    did = ("Measures everything that flows.", "Cook. We chose this one for the bread.", "Paints the maps. Cannot swim.")
    return "\n\n".join(f"**{w.name}** -- {did[n % 3]} Keeps the log." for n, w in enumerate(d.people * 2))


@negative
def letters_with_names_below(d: Dialogue, _rng: Random) -> str:
    return "Letters\n\n" + "\n\n".join("\n\n".join(t.paragraphs) + f"\n\n{t.who.name}\n{t.who.seat}" for t in d.turns)


@negative
def poems_with_names(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join("\n\n".join(t.paragraphs) + f"\n{t.who.name}" for t in d.turns)


@negative
def reviews_by_name(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(f"Review by {t.who.name}\n" + "\n\n".join(t.paragraphs) for t in d.turns)
