"""Layouts of single chambers, courts, ministries and broadcasters. Written from memory, before they were measured."""

from __future__ import annotations

from random import Random

from printed.registry import layout
from printed.sheet import Dialogue, Said, Sheet, aside, often, wrapped


def _first_then_short(d: Dialogue, first: str, later: str, after: str = ": ") -> list[tuple[str, Said]]:
    seen = set()
    labels = []
    for t in d.turns:
        form = later if t.who in seen else first
        seen.add(t.who)
        labels.append(
            (form.format(w=t.who, upper=t.who.name.upper(), LAST=t.who.last.upper(), TITLE=t.who.title.upper()), t)
        )
    return labels


@layout
def public_radio(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Why the gates stayed open\n\nHEARD ON THE MORNING HOUR\n\n")
    for n, (label, t) in enumerate(_first_then_short(d, "{upper}, {w.office}", "{LAST}")):
        s.say("\n\n" if n else "", label.upper(), ": ", t)
        if often(rng, 0.15):
            aside(s, "(SOUNDBITE OF RIVER)")
    s.put("\n\nCopyright © 2024 Radio Tern. All rights reserved. Visit our terms of use and permissions pages for further information.\n\n"
          "Transcripts are created on a rush deadline by a contractor. This text may not be in its final form and may be updated or revised in the future.")  # fmt: skip
    return s


@layout
def nightly_cable(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("THE TERN HOUR\n\nFlood Inquiry Opens; Ferry Owners Protest; Bridge Closed Again. Aired 9-10p ET\n\nAired March 04, 2024 - 21:00   ET\n\n"
              "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM AND MAY BE UPDATED.\n\n[21:00:00]\n\n")  # fmt: skip
    clock = 0
    for n, (label, t) in enumerate(_first_then_short(d, "{upper}, TNN {w.office}", "{LAST}")):
        if n and often(rng, 0.1):
            clock += 5
            aside(s, f"[21:{clock:02}:02]")
        elif n and often(rng, 0.1):
            aside(s, rng.choice(("(CROSSTALK)", "(BEGIN VIDEO CLIP)", "(COMMERCIAL BREAK)", "(END VIDEOTAPE)")))
        s.say("\n\n" if n else "", label.upper(), ": ", t)
    s.put("\n\n(COMMERCIAL BREAK)\n\nEND\n")
    return s


@layout
def australia(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("BILLS\n\nRivers Amendment Bill 2024\n\nSecond Reading\n\n")
    for n, (label, t) in enumerate(
        _first_then_short(d, "{w.title} {LAST} ({w.seat}—{w.office}) (14:02)", "{w.title} {LAST}")
    ):
        who = ("The SPEAKER (14:01)" if label.endswith("(14:02)") else "The SPEAKER") if t.who is d.chair else label
        # the time of day behind a name is no part of it
        clock = " (14:01)" if who.endswith("(14:01)") else " (14:02)" if who.endswith("(14:02)") else ""
        s.say("\n\n" if n else "", who.removesuffix(clock), f"{clock}: ", t)
        if often(rng, 0.1):
            aside(s, "Opposition members interjecting—")
    return s


@layout
def new_zealand(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("ORAL QUESTIONS\n\nQUESTIONS TO MINISTERS\n\nQuestion No. 1—Rivers\n\n")
    for n, (label, t) in enumerate(_first_then_short(d, "{upper} ({w.office})", "{upper}")):
        label = "SPEAKER" if t.who is d.chair else "Hon " + label if t.who.title == "Mr" else label
        s.say("\n\n" if n else "", label, ": ", t)
        if often(rng, 0.08):
            aside(s, "[Interruption]")
    return s


@layout
def ireland(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Ceisteanna - Questions\n\nRivers and Bridges\n\n")
    for n, t in enumerate(d.turns):
        label = "An Cathaoirleach" if t.who is d.chair else f"Deputy {t.who.name}" if not t.who.asks else t.who.name
        s.say("\n\n" if n else "", label, "\n\n", t)
    return s


@layout
def old_house(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Oral Answers to Questions\n\nRIVERS\n\nThe Minister was asked—\n\n")
    for n, (label, t) in enumerate(_first_then_short(d, "{w.title}. {w.name} ({w.seat})", "{w.title}. {w.last}")):
        label = "Madam Speaker" if t.who is d.chair else label
        number = f"{n // 4 + 1}. " if n and n % 9 == 1 else ""
        s.say("\n\n" if n else "", label, ": ", t) if not number else s.say(
            f"\n\n{number}", label, f" [{20100 + n}]: ", t
        )
        if n and n % 8 == 0:
            aside(s, f"4 Mar 2004 : Column {230 + n}")
        if often(rng, 0.1):
            aside(s, "12.4 pm")
    return s


@layout
def union_record(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("IN THE CHAIR: ILSA BRANDT\nVice-President\n\n3. Rivers (debate)\n\n")
    for n, (label, t) in enumerate(_first_then_short(d, "{w.name} ({w.party})", "{w.name} ({w.party})")):
        label = "President" if t.who is d.chair else f"{t.who.name}, {t.who.office}" if t.who.party == "-" else label
        s.say("\n\n" if n else "", label, ". – ", t)
        if often(rng, 0.1):
            aside(s, "(Applause)")
    return s


@layout
def committee_print(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("                    THE OUTER CHANNEL\n\n                              ----------\n\n                         MONDAY, MARCH 4, 2024\n\n"
              "    The committee met, pursuant to call, at 10:03 a.m., in room 12, the chairman presiding.\n\n")  # fmt: skip
    for n, t in enumerate(d.turns):
        label = "The Chairman" if t.who is d.chair else f"{t.who.title}. {t.who.last}"
        s.say("\n    " if n else "    ", label, ". ", t, "\n    ")
        if n == len(d.turns) // 2:
            aside(s, "    [The prepared statement of Dr. Wickersham follows:]\n\n    Prepared Statement of Dr. Ulla Wickersham, Director, Gate Survey\n\n"
                      "    The gates are inspected twice a year. The inspection takes three days, and the report is filed in Norrel.\n"
                      "    In the last report two defects were named; neither was repaired.\n\n                                 ______\n", "\n\n")  # fmt: skip
    return Sheet(wrapped(s.text, 74), s.labels)


@layout
def oral_argument_page(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        label = f"{t.who.name}, Jr." if t.who is d.chair else f"{t.who.first} {t.who.first[0]}. {t.who.last}"
        s.say("\n" if n else "", label, "\n", t, "\n")
    return s


@layout
def public_papers(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("The President's News Conference\n\nMarch 04, 2024\n\n")
    for n, t in enumerate(d.turns):
        label = (
            "The President"
            if t.who is d.chair
            else "Q"
            if t.who.asks
            else f"{t.who.office} {t.who.last}"
            if len(t.who.office.split()) == 1
            else f"{t.who.title}. {t.who.last}"
        )
        s.say("\n\n" if n else "", label, ". ", t)
        if n % 7 == 3:
            aside(s, rng.choice(("River Policy", "The Budget of the Survey", "Visit of the Minister")))
    s.put("\n\nNOTE: The President's news conference began at 2:02 p.m. in the East Hall.")
    return s


@layout
def defence_briefing(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("March 4, 2024\n\n")
    for n, (label, t) in enumerate(_first_then_short(d, "{w.office} {w.name}", "{TITLE}. {LAST}")):
        label = "Q" if t.who.asks else label.upper()
        s.say("\n\n" if n else "", label, ":  ", t)
    return s


@layout
def foreign_ministry(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Spokesperson's Regular Press Conference on March 4, 2024\n\n")
    for n, t in enumerate(d.turns):
        label = t.who.body.upper() if t.who.asks and len(t.who.body) < 6 else t.who.body if t.who.asks else t.who.name
        s.say("\n\n" if n else "", label, ": ", t)
    return s


@layout
def seats_and_share_links(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("River Bridges (Tolls)\nVolume 781: debated on Tuesday 4 March\n\nShare this debate\nDownload text")
    for n, (label, t) in enumerate(_first_then_short(d, "{w.name}|({w.seat}) ({w.party})", "{w.name}")):
        name, _, seat = label.removesuffix(" (-)").partition("|")
        s.say("\n\n", name, f"\n{seat}\nShare this contribution\n\n" if seat else "\nShare this contribution\n\n", t)
        if n % 9 == 5:
            aside(s, f"Column {200 + n}")
    s.put("\n\nQuestion put and agreed to.\n\nBack to top\nContact us")
    return s


@layout
def party_behind_a_dash(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("CHAMBER OF DEPUTIES\n\n")
    for n, t in enumerate(d.turns):
        who = f"THE {t.who.office.upper()}" if t.who is d.chair else f"{t.who.title.upper()}. {t.who.name.upper()}"
        s.say("\n\n" if n else "", f"{who} ({t.who.party} - {t.who.seat})", " - ", t)
        if often(rng, 0.1):
            aside(s, rng.choice(("(Applause.)", "(The President rings the bell.)")))
    return s


@layout
def offices_behind_a_colon(d: Dialogue, _rng: Random) -> Sheet:
    roster = "\n\n".join(f"{who.name}: {who.body} - {who.office}" for who in d.people)
    s = Sheet(f"Participants\n\n{roster}\n\nPresentation")
    for t in d.turns:
        s.say("\n\n", t.who.name, f": {t.who.body} - {t.who.office}\n\n", t)
    s.put("\n\nDisclaimer\n\nWe reserve the right to make changes to this document without notice.")
    return s


@layout
def seat_in_letters_and_a_time(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Plenary\n05/02/2031\n\nThe Chamber met at 13:29 with the Speaker in the Chair.")
    for n, t in enumerate(d.turns):
        office = "" if t.who.asks else f"{t.who.office}\n"
        s.say("\n\n", f"{t.who.name} MS", f"\n13:{30 + n // 60}:{n % 60:02}\n{office}", t)
    s.put("\n\nThe meeting ended at 14:35.")
    return s


@layout
def record_behind_dashes(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("– In the City, at 11.12 on Wednesday 12 March:\n\n")
    for n, t in enumerate(d.turns):
        label = f"{t.who.title}. {t.who.last}" if t.who is not d.chair else f"{t.who.title}. President ({t.who.last})"
        s.say("\n\n" if n else "", label, ".- ", t)
        if n % 4 == 1:
            aside(
                s, rng.choice(("– A vote is taken.", "– Noise in the galleries.", "– The flag is hoisted. (Applause.)"))
            )
    s.put("\n\n– It is 11.40.")
    return s


@layout
def sworn_behind_an_angle(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet('IN THE MATTER OF A COMMISSION INTO THE LOSS OF THE FERRY "PETREL"\n\n10.03 AM, TUESDAY, 11 FEBRUARY\n\n')
    for n, t in enumerate(d.turns):
        label = "COMMISSIONER" if t.who is d.chair else f"{t.who.title} {t.who.last}".upper()
        s.say("\n\n" if n else "", label, ":   ", t)
        if n % 6 == 3:
            aside(s, f"<{t.who.name.upper()}, AFFIRMED                       [10.{n:02} am]")
    s.put("\n\n<THE WITNESS WITHDREW                       [11.40 am]\n\nADJOURNED                       [11.41 am]")
    return s
