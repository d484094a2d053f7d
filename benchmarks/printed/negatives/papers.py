"""Documents in which nobody's turns are printed: the right answer for each is no turn."""

from __future__ import annotations

from random import Random

from printed.registry import negative
from printed.sheet import Dialogue


@negative
def prose(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(p for t in d.turns for p in t.paragraphs)


@negative
def prose_with_names(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(f"{t.who.name} thought about it for a while. {' '.join(t.paragraphs)}" for t in d.turns)


@negative
def article_with_quotes(d: Dialogue, _rng: Random) -> str:
    lines = []
    for n, t in enumerate(d.turns):
        words = t.paragraphs[0].replace('"', "'").rstrip(".")
        lines.append(f"“{words},” {t.who.name} said." if n % 2 else f"{t.who.name} said: “{words}.”")
    return "River dispute goes on\n\nBy Carl Rask\n\n" + "\n\n".join(lines)


@negative
def reported_minutes(d: Dialogue, _rng: Random) -> str:
    lines = [f"{t.who.title}. {t.who.last} said that the river was high, and asked that it be noted." for t in d.turns]
    return "MINUTES\n\nPresent: " + ", ".join(w.name for w in d.people) + "\n\n" + "\n\n".join(lines)


@negative
def roster(d: Dialogue, _rng: Random) -> str:
    return "MEMBERS PRESENT\n\n" + "\n".join(f"{w.name}, {w.office}, {w.seat}" for w in d.people * 3)


@negative
def roster_with_colons(d: Dialogue, _rng: Random) -> str:
    return "Who is who\n\n" + "\n".join(f"{w.name}: {w.office.lower()} of {w.seat} since 2014" for w in d.people)


@negative
def descriptions(d: Dialogue, _rng: Random) -> str:
    return "Ten people to watch\n\n" + "\n\n".join(
        f"{w.name}: The {w.office.lower()} came to {w.seat} as a child. {w.first} has worked for the {w.body} since 2011 and likes boats. "
        "Friends describe a patient mind and a loud laugh."
        for w in d.people
    )


@negative
def bold_descriptions(d: Dialogue, _rng: Random) -> str:
    return "# The board\n\n" + "\n\n".join(
        f"**{w.name}:** {w.office} of {w.seat}. Sits on the board of the {w.body} and lives near the weir with two dogs."
        for w in d.people
    )


@negative
def agenda(d: Dialogue, _rng: Random) -> str:
    return "AGENDA\n\n" + "\n".join(
        f"{9 + n // 2}:{n % 2 * 3}0 {t.who.name}: Report on item {n + 1}" for n, t in enumerate(d.turns[:14])
    )


@negative
def programme(d: Dialogue, _rng: Random) -> str:
    titles = ("The River and Us", "Gravel: A Short History", "What Fish Know", "Money and Water", "Piers")
    return "Programme\n\n" + "\n\n".join(
        f"19:{n % 60:02} {t.who.name}: {titles[n % 5]}" for n, t in enumerate(d.turns[:14])
    )


@negative
def answers_to_readers(d: Dialogue, _rng: Random) -> str:
    ask = [t.paragraphs[0] for t in d.turns if t.paragraphs[0].endswith("?")]
    rest = [t.paragraphs[0] for t in d.turns if not t.paragraphs[0].endswith("?")]
    return "Frequently asked questions\n\n" + "\n\n".join(f"{q}\n\n{a}" for q, a in zip(ask, rest, strict=False))


@negative
def recipe(_d: Dialogue, _rng: Random) -> str:
    return (
        "Fish soup\n\nServes: 4\nTime: 40 minutes\n\nIngredients:\nFish: 800 g\nOnions: 2\nCream: 200 ml\nSalt: to taste\n\nMethod:\n\n"
        "Step 1: Cut the fish. You should keep the bones.\n\nStep 2: Boil the bones for 20 minutes.\n\nStep 3: Add the cream.\n\n"
        "Tip: If you like it thick, add a potato.\n\nWine: Something dry."
    )


@negative
def price_list(_d: Dialogue, rng: Random) -> str:
    goods = ("Rope", "Tar", "Oars", "Lantern", "Anchor", "Small Boat", "Large Boat", "Canvas", "Paint", "Nails")
    return "PRICES\n\n" + "\n".join(f"{name}: {rng.randrange(3, 900)} crowns" for name in goods * 2)


@negative
def glossary(_d: Dialogue, _rng: Random) -> str:
    words = {"Weir": "a low wall across a river", "Gauge": "an instrument that shows you how high the water stands", "Pier": "what a bridge stands on",
             "Sluice": "a gate that we open to let water out", "Towpath": "where horses walked", "Keel": "the backbone of a boat"}  # fmt: skip
    return "GLOSSARY\n\n" + "\n\n".join(f"{word}: {meaning}." for word, meaning in words.items())


@negative
def bibliography(d: Dialogue, _rng: Random) -> str:
    return "Sources\n\n" + "\n".join(
        f"{w.last}, {w.first}: What the River Told Me. {w.seat}: Quay Press, 20{n:02}."
        for n, w in enumerate(d.people * 3)
    )


@negative
def cast_list(d: Dialogue, _rng: Random) -> str:
    return (
        "CAST\n\n"
        + "\n".join(f"{w.office.upper()}: {w.name}" for w in d.people)
        + "\n\nDirector: Otto Wegner\nMusic: Ines Tamm"
    )


@negative
def results(d: Dialogue, rng: Random) -> str:
    return "Results\n\n" + "\n".join(
        f"{w.name}: {rng.randrange(100, 9999)} votes ({rng.randrange(1, 60)} %)" for w in d.people * 2
    )


@negative
def timeline(_d: Dialogue, _rng: Random) -> str:
    return "A short history\n\n" + "\n\n".join(
        f"{month} {year}: The council votes on the bridge. Nobody is told."
        for year in range(2011, 2019)
        for month in ("March", "June")
    )


@negative
def letter(d: Dialogue, _rng: Random) -> str:
    body = "\n\n".join(t.paragraphs[0] for t in d.turns[:8])
    return f"Date: 4 June\nTo: {d.people[1].name}\nFrom: {d.chair.name}\nSubject: The bridge\n\nDear {d.people[1].first},\n\n{body}\n\nYours,\n\n{d.chair.name}"


@negative
def tips(_d: Dialogue, _rng: Random) -> str:
    heads = ("Start Early", "Know Your River", "Bring Soup", "Ask Twice", "Be Kind", "Mind The Bucket")
    return "Six rules for boatbuilders\n\n" + "\n\n".join(
        f"**{head}:** You will thank me for this. I have seen many people who did not, and we all know how it ended for them."
        for head in heads
    )


@negative
def sections_with_names(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(
        f"{w.name}\n\n{w.first} was born in {w.seat}. In 2009 {w.last} became {w.office.lower()}, and stayed."
        for w in d.people * 2
    )


@negative
def comments_of_readers(d: Dialogue, _rng: Random) -> str:
    return (
        "The bridge stays closed\n\nThe bridge at Halme stays closed until autumn, the ministry said on Tuesday.\n\nComments\n\n"
        + "\n\n".join(
            f"{t.who.name}\nJune {n + 1}, 2024 at 10:0{n} am\n{t.paragraphs[0]}" for n, t in enumerate(d.turns[:8])
        )
    )


@negative
def testimonials(d: Dialogue, _rng: Random) -> str:
    return "What people say\n\n" + "\n\n".join(
        f"“{t.paragraphs[0].replace(chr(34), chr(39))}”\n— {t.who.name}, {t.who.seat}" for t in d.turns[:10]
    )


@negative
def quotation_dashes(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(f"— {' '.join(t.paragraphs)}" for t in d.turns)


@negative
def contacts(d: Dialogue, rng: Random) -> str:
    return "CONTACTS\n\n" + "\n\n".join(
        f"{w.name}\n{w.office}\nTel: 0{rng.randrange(10**6, 10**7)}\nEmail: {w.last.lower()}@tern.example"
        for w in d.people * 2
    )


@negative
def statute(_d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(
        f"Section {n}. In this part: “weir” means any wall across a river; the Minister may, by order: (a) close it; or (b) open it."
        for n in range(1, 15)
    )


@negative
def form(d: Dialogue, _rng: Random) -> str:
    return "\n\n".join(
        f"Applicant: {w.name}\nDistrict: {w.seat}\nReason: I would like to build a boat and you know why.\nDecision: Granted"
        for w in d.people * 2
    )


@negative
def votes(d: Dialogue, _rng: Random) -> str:
    return (
        "Division No. 12\n\nAYES\n\n"
        + "\n".join(f"{w.last}, {w.first}" for w in d.people * 4)
        + "\n\nTellers for the Ayes:\n"
        + d.people[0].name
    )
