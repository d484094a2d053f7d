"""Layouts of parliaments, courts, press offices and other bodies that print what was said. All from general habit."""

from __future__ import annotations

from random import Random

from printed.registry import layout
from printed.sheet import Dialogue, Person, Said, Sheet, aside, numbered, often, paged, wrapped


def _mr(who: Person) -> str:
    return f"{who.title}. {who.last}"


def _caps(who: Person) -> str:
    return f"{who.title.upper()}. {who.last.upper()}"


@layout
def un_verbatim(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("The meeting was called to order at 10.15 a.m.\n\nAgenda item 8\n\nGeneral debate")
    for t in d.turns:
        name = f"{_mr(t.who)} ({t.who.seat})" if t.who is not d.chair else "The President"
        note = " (spoke in Vescarian)" if often(rng, 0.3) else ""
        s.say("\n\n", name, f"{note}: ", t)
    s.put("\n\nThe meeting rose at 1.05 p.m.")
    return s


@layout
def un_two_columns_wrapped(d: Dialogue, rng: Random) -> Sheet:
    s = un_verbatim(d, rng).change(lambda text: wrapped(text, 48))
    return s.change(lambda text: paged(text, 40, lambda n: f"A/62/PV.7\n\n{n}\n07-51522"))


@layout
def uk_name_on_own_line(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("River Bridges\n\nVolume 712: debated on Tuesday 4 June")
    met: set[Person] = set()
    for t in d.turns:
        label = f"{t.who.name} ({t.who.seat}) ({t.who.party})" if t.who not in met else t.who.name
        met.add(t.who)
        s.say("\n\n", label, "\n\n", t)
    return s


@layout
def uk_office_with_name(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    met: set[Person] = set()
    for t in d.turns:
        if t.who is d.chair:
            label = "Madam Speaker"
        elif t.who in met:
            label = f"{t.who.title} {t.who.last}"
        else:
            label = (
                f"The {t.who.office} ({t.who.name})" if "Minister" in t.who.office else f"{t.who.name} ({t.who.seat})"
            )
        met.add(t.who)
        s.say("\n\n" if s.text else "", label, ": ", t)
    return s


@layout
def canada(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Oral Questions\n\n")
    for t in d.turns:
        label = "The Speaker" if t.who is d.chair else f"Hon. {t.who.name} ({t.who.office}, {t.who.party})"
        s.say("\n\n", label, ": ", t)
        if often(rng, 0.08):
            s.say("\n\n", "Some hon. members", ": ", Said(t.who, ("Hear, hear!",)))
    return s


@layout
def australia(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("QUESTIONS WITHOUT NOTICE\n\nBridges\n\n")
    for n, t in enumerate(d.turns):
        if t.who is d.chair:
            s.say("\n\n", "The SPEAKER", f" ({14 + n // 30}:{n % 60:02}):  ", t)
        else:
            s.say(
                "\n\n",
                f"{t.who.title} {t.who.last.upper()} ({t.who.seat}—{t.who.office})",
                f" ({14 + n // 30}:{n % 60:02}):  ",
                t,
            )
        if often(rng, 0.06):
            aside(s, "(Time expired)")
    return s


@layout
def india(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        honour = "SHRIMATI" if t.who.title == "Ms" else "SHRI"
        label = "MADAM SPEAKER" if t.who is d.chair else f"{honour} {t.who.name.upper()} ({t.who.seat.upper()})"
        s.say("\n" if s.text else "", label, ": ", t, "\n")
        if often(rng, 0.08):
            aside(s, "… (Interruptions)", "\n")
    return s


@layout
def europe_dash(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("3. River bridges (debate)\n\n")
    for t in d.turns:
        label = "President" if t.who is d.chair else f"{t.who.name} ({t.who.party})"
        if t.who is not d.chair and often(rng, 0.25):
            label = f"{t.who.name}, on behalf of the {t.who.party} Group"
        s.say("\n\n", label, ". – ", t)
    return s


@layout
def congress_wrapped(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("                         OPENING STATEMENTS\n\n")
    for t in d.turns:
        label = f"Chairman {t.who.last.upper()}" if t.who is d.chair else f"{t.who.title}. {t.who.last.upper()}"
        s.say("    ", label, ". ", t, "\n    ")
        s.put("\n")
    return s.change(lambda text: wrapped(text, 71))


@layout
def congress_title_case(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("THE STATE OF RIVER BRIDGES\n\nTuesday, June 4\n\nHouse of Tern,\nCommittee on Rivers,\nNorrel.\n\n")
    for t in d.turns:
        label = f"The Chairwoman" if t.who is d.chair else _mr(t.who)  # noqa: F541
        s.say("    ", label, ". ", t, "\n    ")
        s.put("\n")
    return s.change(lambda text: paged(wrapped(text, 72), 45, lambda n: f"\n{' ' * 32}{n}\n"))


@layout
def court_numbered(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("P R O C E E D I N G S\n")
    asker: Person | None = None
    for t in d.turns:
        if t.who is d.chair:
            s.say("          ", "THE COURT", ":  ", t, "\n          ")
        elif t.who.asks and asker is not t.who:
            asker = t.who
            s.say("          ", _caps(t.who), ":  ", t, "\n          ")
        elif t.who.asks:
            s.say("     ", "Q", "    ", t, "\n     ")
        else:
            s.say("     ", "A", "    ", t, "\n     ")
        s.put("\n")
    return s.change(lambda text: numbered(wrapped(text, 60)))


@layout
def court_by_counsel(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("DIRECT EXAMINATION\n\n")
    asker: Person | None = None
    for t in d.turns:
        if t.who is d.chair:
            s.say("\n\n", "THE COURT", ": ", t)
            continue
        if t.who.asks and asker is not t.who:
            asker = t.who
            s.put(f"\n\nBY {_caps(t.who)}:")
        s.say("\n\n", "Q." if t.who.asks else "A.", "  ", t)
    s.labels = [label.rstrip(".") for label in s.labels]
    return s


@layout
def supreme_court(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        f"         ORAL ARGUMENT OF {d.turns[1].who.name.upper()}, ESQ.,\n             ON BEHALF OF THE PETITIONER\n"
    )
    for t in d.turns:
        label = f"CHIEF JUSTICE {t.who.last.upper()}" if t.who is d.chair else _caps(t.who)
        if not t.who.asks and t.who is not d.chair and t.who.title == "Mr":
            label = f"JUSTICE {t.who.last.upper()}"
        s.say("          ", label, ":  ", t, "\n          ")
        s.put("\n")
    return s.change(
        lambda text: paged(
            wrapped(text, 56),
            25,
            lambda n: f"\n     Brook Reporting Company\n{' ' * 30}{n}\n\n     Subject to Final Review\n",
        )
    )


@layout
def deposition(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("          EXAMINATION\n")
    for t in d.turns:
        if t.who is d.chair and d.name == "hearing":
            s.say("              ", "THE COMMISSIONER", ":  ", t, "\n    ")
        else:
            s.say("         ", "Q" if t.who.asks or t.who is d.chair else "A", ".  ", t, "\n    ")
        s.put("\n")
    return s.change(lambda text: numbered(wrapped(text, 58)))


@layout
def central_bank(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(f"Transcript of Chair {d.chair.last}'s Press Conference\n\nJune 4\n\n")
    for t in d.turns:
        s.say("\n\n", f"CHAIR {t.who.last.upper()}" if t.who is d.chair else t.who.name.upper(), ".  ", t)
    return s


@layout
def central_bank_pages(d: Dialogue, _rng: Random) -> Sheet:
    s = central_bank(d, _rng).change(lambda text: wrapped(text, 85))
    return s.change(
        lambda t: paged(
            t, 30, lambda n: f"\nJune 4    Chair {d.chair.last}’s Press Conference    FINAL\n\nPage {n} of 19\n"
        )
    )


@layout
def white_house(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("The Press Office\n\nJames Room\n\n1:07 P.M. EDT\n\n")
    for n, t in enumerate(d.turns):
        if t.who.asks:
            s.say("\n\n", "Q", rng.choice(["    ", "\xa0 \xa0 ", "\xa0\xa0\xa0"]), t)
        elif t.who.office == "President" or (n % 9 == 0 and t.who is d.chair and d.name == "parliament"):
            s.say("\n\n", "THE PRESIDENT", ":  ", t)
        else:
            s.say("\n\n", _caps(t.who), ":\xa0 ", t)
        if often(rng, 0.08):
            aside(s, "(Laughter.)")
    s.put("\n\nEND                1:44 P.M. EDT")
    return s


@layout
def state_department(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Daily Press Briefing\n\nTRANSCRIPT:\n\n1:22 p.m. EDT")
    for t in d.turns:
        s.say("\n\n", "QUESTION" if t.who.asks else f"{t.who.title.upper()} {t.who.last.upper()}", ": ", t)
    s.put("\n\n(The briefing was concluded at 2:10 p.m.)")
    return s


@layout
def kremlin(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Answers to questions from journalists\n\nJune 4, 18:30, Norrel")
    for t in d.turns:
        if t.who.asks:
            s.say("\n\n", "Question", rng.choice([": ", " (retranslated): ", ": (Retranslated.) "]), t)
        else:
            office = (
                f"President of Ostmere {t.who.name}" if t.who.office == "President" and often(rng, 0.2) else t.who.name
            )
            s.say("\n\n", office, ": ", t)
        if often(rng, 0.05):
            aside(s, "<…>")
    return s


@layout
def nato_questions(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("(As delivered)\n\n")
    for t in d.turns:
        label = (
            f"Question ({t.who.body})"
            if t.who.asks
            else f"Moderator ({t.who.name})"
            if t.who is d.chair
            else f"Secretary General {t.who.name}"
        )
        s.say("\n\n", label, ": ", t)
    return s


@layout
def wide_colon(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n" if s.text else "", t.who.name, "：", t, "\n")
    return s


@layout
def germany(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Beginn: 9.00 Uhr\n\n")
    for t in d.turns:
        label = f"Präsidentin {t.who.name}" if t.who is d.chair else f"{t.who.name} ({t.who.party})"
        if "Minister" in t.who.office:
            label = f"{t.who.name}, Bundesministerin für Flüsse"
        s.say("\n\n", label, ":\n", t, "\n")
        if often(rng, 0.15):
            aside(s, "(Beifall bei der CU sowie bei Abgeordneten der LP)", "\n\n    ")
    return s


@layout
def france(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        mme = "Mme" if t.who.title == "Ms" else "M."
        label = f"{mme} la présidente" if t.who is d.chair else f"{mme} {t.who.name}"
        s.say("\n\n" if s.text else "", label, ". – ", t)
    return s


@layout
def france_point(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        mme = "Mme" if t.who.title == "Ms" else "M."
        label = f"{mme} la présidente" if t.who is d.chair else f"{mme} {t.who.name}"
        s.say("\n\n" if s.text else "", label, ". ", t)
    return s


@layout
def spain(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        senora = "La señora" if t.who.title == "Ms" else "El señor"
        label = f"{senora} PRESIDENTA" if t.who is d.chair else f"{senora} {t.who.last.upper()}"
        s.say("\n\n" if s.text else "", label, ": ", t)
    return s


@layout
def italy(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        label = "PRESIDENTE" if t.who is d.chair else f"{t.who.name.upper()} ({t.who.party})"
        s.say("\n\n" if s.text else "", label, ". ", t)
    return s


@layout
def eyewitness_inquiry(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("1   Tuesday, 4 June\n2   (10.00 am)\n")
    for t in d.turns:
        s.say("", _caps(t.who).replace(".", ""), ":  ", t, "\n    ")
        s.put("\n")
    return s.change(lambda text: numbered(wrapped(text, 62)))


@layout
def scotland_bold(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("## General Question Time\n")
    met: set[Person] = set()
    for t in d.turns:
        label = f"{t.who.name} ({t.who.seat}) ({t.who.party})" if t.who not in met else t.who.name
        label = "The Presiding Officer" if t.who is d.chair else label
        met.add(t.who)
        s.say("\n\n**", label, ":** ", t)
    return s


@layout
def headings_between(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Briefing by the Press Secretary\n\n")
    for n, t in enumerate(d.turns):
        if n % 11 == 10:
            s.put(f"\n\n{rng.choice(['The Bridge at Halme', 'Money and Reserves', 'Fish and Ladders'])}")
        s.say("\n\n", f"{t.who.title}. {t.who.last}", ": ", t)
    return s
