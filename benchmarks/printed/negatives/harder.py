"""Documents without turns to fit weights on: names, places and roles above words that somebody might say to somebody."""

from __future__ import annotations

from random import Random

from printed.negatives.sorted_parts import statements
from printed.registry import fitted
from printed.sheet import Dialogue


@fitted
def datelines(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "From the region\n\n" + "\n\n".join(
        f"{d.people[n % len(d.people)].seat.upper()} — {s[n]} {s[n + 3]}" for n in range(12)
    )


@fitted
def game_roles(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    roles = ("The Captain", "The Cook", "The Pilot", "The Stowaway")
    return "Night Ferry: rules for four\n\n" + "\n\n".join(
        f"Scene {n}\n\n"
        + "\n".join(f"{r}: {s[4 * n + m]} You may draw {m + 1} cards." for m, r in enumerate(rng.sample(roles, 3)))
        for n in range(1, 6)
    )


@fitted
def classified(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "\n".join(
        f"{h.upper()}. {s[n]} Ring after six."
        for n, h in enumerate(("Goat", "Piano", "Two oars", "Room", "Piano", "Goat", "Stove", "Bicycle", "Room"))
    )


@fitted
def museum_labels(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Room 2\n\n" + "\n\n".join(
        f"{w.name}\nThe weir at dawn, {1880 + n}\nOil on oak\n\n{s[n]} {s[n + 3]}"
        for n, w in enumerate((d.people * 3)[:9])
    )


@fitted
def agenda_of_a_board(d: Dialogue, rng: Random) -> str:
    items = ("Report on the winter", "Accounts for the half-year. The board is asked to approve them", "Motion on the slipway. Members may wish to visit it",
             "Should the board buy the crane?", "Who pays for the lamp?", "Repairs. You find the offers below")  # fmt: skip
    said = [
        f"{w.office if n % 2 else w.title + ' ' + w.last}: {rng.choice(items)} (paper {n})"
        for n, w in enumerate(d.people, 1)
    ]
    return "Agenda\n\n" + "\n".join(
        f"{n}. {item}"
        for n, item in enumerate(("Apologies", "Minutes", *said, "Any other business", "Date of the next meeting"), 1)
    )


@fitted
def tasks_of_officers(d: Dialogue, rng: Random) -> str:
    tasks = ("Accounts for the year. The members are asked to approve them", "Motion on the well (paper 2)", "Should we buy the pump?",
             "Visit to the depot. You may bring a guest", "Letter to the district")  # fmt: skip
    return "\n".join(
        f"{n}. {w.office if n % 3 else w.title + ' ' + w.last}: {rng.choice(tasks)}"
        for n, w in enumerate(d.people * 2, 1)
    )
