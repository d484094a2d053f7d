"""Labels that a house sets off in its own way: marks and counters round them, verbs behind them, fields of records."""

from __future__ import annotations

from random import Random

from printed.registry import layout, negative, simple
from printed.sheet import Dialogue, Sheet

simple("name in pointed marks", "«", "» ")
simple("lenses round names", "〔", "〕 ", "{upper}")
simple("equals round names", "== ", " ==\n")
simple("a broken bar", "", " ¦ ", "{first}")
simple("double arrows", "", " ⇒ ", "{LAST}")
simple("arrows ahead of names", "→ ", ": ", "{mr}", between="\n", within=" ")
simple("turn and number", "Turn {n}: ", ": ")
simple("numbers in parts", "2.1.{n} ", ": ", "{upper}", between="\n", within=" ")
simple("machine clock", "2031-03-04T{hms}Z ", ": ")
simple("verbs of saying", "", " says: ")
simple("macros of a typesetter", "\\textsc{{", "}}: ")
simple("who and what", "WHO: ", "\nWHAT: ")
simple("bold fields", "**Speaker:** ", "\n**Text:** ", "{upper}")
simple("seat numbers", "", ": ", "Seat {number}")
simple("surname in capitals, initial", "", "   ", "{LAST} {first[0]}.")


@layout
def attributes_hold_names(d: Dialogue, _rng: Random) -> Sheet:
    """Every turn is an element that names its speaker."""
    s = Sheet()
    for n, t in enumerate(d.turns):
        s.say("\n" * bool(n) + '<u who="', t.who.name, '">', t, " ")
        s.put("</u>")
    return s


_TERMS = ("Sill", "Weir", "Apron", "Culvert", "Berm", "Fetch")
_MEANT = (
    "A board that holds the water back.",
    "Stone laid below a gate, so that the river digs no hole.",
    "What is left of the old wall. It can be seen from the quay.",
    "A pipe under the road. No boat fits through.",
)


@negative
def glossary_in_guillemets(_d: Dialogue, rng: Random) -> str:
    """Terms in marks, some of which come back."""
    return "\n\n".join(f"«{rng.choice(_TERMS)}» {rng.choice(_MEANT)}" for _ in range(14))


@negative
def angled_glossary(_d: Dialogue, rng: Random) -> str:
    """Terms in angles, as a chat sets its handles."""
    return "\n\n".join(f"<{_TERMS[n % len(_TERMS)]}> {rng.choice(_MEANT)}" for n in range(14))


@negative
def tips_of_the_team(d: Dialogue, rng: Random) -> str:
    """What each of them recommends, in one frame."""
    return "Where we walk\n\n" + "\n\n".join(
        f"{t.who.first}'s walk: {rng.choice(_MEANT)} You will want to see it." for t in d.turns[:12]
    )


@negative
def finds_with_fields(_d: Dialogue, rng: Random) -> str:
    """The records of a dig."""
    return "\n\n".join(
        f"Find: {n}\nWho: {rng.choice(('Coin', 'Ring', 'Key'))}\nText: {rng.choice(_MEANT)}" for n in range(1, 13)
    )


@negative
def sayings_with_verbs(d: Dialogue, rng: Random) -> str:
    """Sayings of a few people, who come back and ask nobody."""
    return "Heard at the quay\n\n" + "\n\n".join(f"{t.who.name} says: {rng.choice(_MEANT)}" for t in d.turns[:12])
