"""Layouts as apps, chats, magazines and clerks print them. Written from memory, before they were measured."""

from __future__ import annotations

from random import Random

from printed.registry import layout, simple
from printed.sheet import END, PAUSE, RESUME, Dialogue, Said, Sheet, aside, numbered, often, paged, wrapped

simple("tracker range line", "", " {hms}-{late} (9 sec)\nNo Stress Found\n", within="\n")
simple(
    "tracker ratings behind",
    "",
    "\n{hms}-{late} (9 sec)\n",
    between="\nNo StressLens\nNo Signal (0.{n})\n",
    within="\n",
)
simple("lines of speech in brackets", "【", "】", "{name}", between="\n")
simple(
    "phone chat",
    "12/03/2024, {clock} - ",
    ": ",
    between="\n",
    within=" ",
    top="12/03/2024, 09:58 - Messages in this chat are encrypted. Nobody outside of it can read them.\n",
)
simple("phone chat square", "[12.03.24, {hms}] ", ": ", "{first}", between="\n", within=" ")
simple("today at", "", " — Today at {clock}\n", "{low}", within="\n")
simple("clock, bar, name", "{ms} | ", "\n", within="\n")
simple("lines joined by an arrow", "", " → ", "{first}", between="\n", within=" ")
simple("semicolon by habit", "", "; ", "{MR}")
simple("quarter titles", "", ": ", "{LAST} ({initials})")
simple("rows with commas", '"{hms}","', '","', "{name}", between='"\n', within=" ", top='"time","speaker","text"\n')
simple("rows with semicolons", "{hms};", ";", "{name}", between="\n", within=" ", top="Time;Speaker;Text\n")
simple("number, name in capitals", "{n}   ", ":   ", "{upper}", within=" ")
simple("stage play", "", ".\n", "{FIRST}", within="\n")
simple("play on one line", "", ". ", "{FIRST}")
simple("bold bracketed role", "**", "** (Panel): ", "{name}")
simple("italic names with colon outside", "_", "_: ", "{name}")
simple("bold italic", "***", ":*** ", "{first}")
simple("minutes of tape", "[Tape 1, {ms}] ", ": ", "{LAST}")
simple("office and name", "", ": ", "{office} {name}")
simple("hash and stamp", "#{n} {hms} ", ": ", "{first}", between="\n", within=" ")
simple("name dash stamp dash", "", " - {hms} - ", "{name}", between="\n", within=" ")
simple("small letters everywhere", "", ": ", "{low}")
simple("seconds in letters", "", " (0h{n}m):\n", "{name}", within="\n")


@layout
def stamps_inside_turns(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    seconds = 0
    for n, t in enumerate(d.turns):
        stamp = f"({seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02})"
        s.say("\n\n" if n else "", t.who.name, f"\n{stamp} ", Said(t.who, t.paragraphs[:1]))
        for paragraph in t.paragraphs[1:]:
            seconds += 20
            stamp = f"({seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02})"
            s.text = s.text[: -len(END)] + f"{PAUSE}\n{stamp} {RESUME}{paragraph}{END}"
        seconds += 17
    return s


@layout
def meeting_notes_app(d: Dialogue, rng: Random) -> Sheet:
    names = ", ".join(who.name for who in d.people)
    s = Sheet(f"Weekly sync (2024-03-04 10:00 GMT+1) - Transcript\n\nAttendees\n\n{names}\n\nTranscript\n\n")
    for n, t in enumerate(d.turns):
        if n and n % 6 == 0:
            aside(s, f"00:{5 * n // 6:02}:00", "\n\n \n\n")
        s.say("\n" if n % 6 else ("\n\n" if n else ""), t.who.name, ": ", t, " ")
    s.put("\n\nThis editable transcript was computer generated and might contain errors.")
    return s


@layout
def oral_history(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet(
        "Oral History Project of the Lind Valley\n\nInterview with "
        + d.people[1].name
        + "\nInterviewed by "
        + d.chair.name
        + "\nMarch 4, 1994\nNorrel, Ostmere\n\n[Begin Tape 1, Side A]\n\n"
    )
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.last.upper(), ": ", t)
        if n == len(d.turns) // 2:
            aside(s, "[End Tape 1, Side A; Begin Tape 1, Side B]")
    s.put("\n\n[End of interview]")
    return s


@layout
def all_capitals(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say(
            "\n" if n else "",
            f"{t.who.title}. {t.who.last}".upper(),
            ": ",
            Said(t.who, tuple(p.upper() for p in t.paragraphs)),
            "\n",
        )
    return s


@layout
def magazine(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("“The red one sank”\n\nTwo boatbuilders on wood, money and a film that needed a wreck\n\nBy Nils Ferro\n\n"
              "They have built boats on the same slip since 1974, and they have quarrelled about all of them. We met in their shed, on a wet day, with a stove that smoked.\n\n")  # fmt: skip
    for n, t in enumerate(d.turns):
        label = "TERN QUARTERLY" if t.who is d.chair else t.who.name.upper()
        s.say("\n\n" if n else "", label, ": ", t)
    return s


@layout
def bold_questions(d: Dialogue, rng: Random) -> Sheet:
    """The questions stand in bold and have no label: they break no rule, but they are not the answer's words."""
    s = Sheet("An evening in the shed\n\n")
    for t in d.turns:
        if t.who is d.chair:
            s.put("\n\n".join(f"**{p}**" for p in t.paragraphs) + "\n\n")
        else:
            s.say("", f"{t.who.name}", ": ", t)
            s.put("\n\n")
    return s


@layout
def show_notes_first(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Slow Machines #114: the clock that needs friends\n\nMarch 4, 2024 | 43 min\n\nWe climb into a clock, and a mouse eats a drawing.\n\nGuests\n\n- "
              + d.people[1].name + ": builds things that take long\n- Website: example.org\n\nLinks\n\n- Brass and other loves: example.org/brass\n- Support the show: example.org/give\n\n"
              "Timestamps\n\n00:00 - Welcome\n02:10 - The door\n09:45 - The mouse\n31:02 - Goodbye\n\nTranscript\n\n")  # fmt: skip
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.first, f" [{n // 2:02}:{n * 7 % 60:02}]: ", t)
    return s


@layout
def deposition_by_counsel(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    asking = None
    for t in d.turns:
        if t.who is d.chair:
            label, after = "THE COURT", ":  "
        elif t.who.asks:
            if asking is not t.who:
                s.put(
                    f"\nBY {t.who.title.upper()}. {t.who.last.upper()}:"
                    if s.text
                    else f"BY {t.who.title.upper()}. {t.who.last.upper()}:"
                )
                asking = t.who
            label, after = "Q.", "  "
        else:
            label, after = "A.", "  "
        s.say(
            "\n     " if s.text else "     ",
            label.rstrip("."),
            ("." if label in ("Q.", "A.") else "") + after,
            t,
            "\n          ",
        )
    return Sheet(numbered(wrapped(s.text, 56)), s.labels)


@layout
def scanned_book(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        label = f"{t.who.title}. {t.who.last.upper()}" if t.who is not d.chair else "THE CHAIRMAN"
        if often(rng, 0.06):
            label = label.replace("I", "l", 1).replace("O", "0", 1)
        s.say("\n   " if n else "   ", label, ". " if not often(rng, 0.05) else ", ", t, "\n   ")
    return Sheet(
        paged(wrapped(s.text, 66), 38, lambda page: f"\n{page + 211}            INQUIRY INTO THE GATES\n"), s.labels
    )


@layout
def hyphens_at_line_ends(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say("\n" if n else "", f"{t.who.first} {t.who.last.upper()}", ": ", t, "\n")
    return Sheet(wrapped(s.text, 48), s.labels)


@layout
def lost_blank_lines(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("River Hearing 4 March\n")
    for n, t in enumerate(d.turns):
        s.say(
            ("\n\n" if often(rng, 0.5) else "\n") if n else "",
            t.who.name.upper(),
            "\n" if often(rng, 0.9) else "\n\n",
            t,
            "\n",
        )
    return s


@layout
def renderings_change(d: Dialogue, rng: Random) -> Sheet:
    """Notes stand before and behind the colon, with stray spaces."""
    s = Sheet("")
    for n, t in enumerate(d.turns):
        label = f"{t.who.office.upper()} {t.who.last.upper()}"
        note = rng.choice(("", "", " (as interpreted)", " (speaking Orvanian)", " (through interpreter) "))
        behind = rng.choice(("", "", "(As interpreted.)  ", "(In English.)  ")) if not note else ""
        s.say("\n\n" if n else "", label, f"{note}:  {behind}", t)
    return s


@layout
def interrupted_by_pictures(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.name, "\n", t)
        if often(rng, 0.15):
            aside(
                s,
                rng.choice(
                    (
                        "![The slip at Quay](https://example.org/slip.jpg)",
                        "Photo: Nils Ferro / Tern Pictures",
                        "Image: The weir in March (Ferro/TP)",
                    )
                ),
            )
    return s


@layout
def town_council(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet(
        "CITY OF NORREL\nREGULAR MEETING OF THE COUNCIL\nMONDAY, MARCH 4, 2024\n\n(6:02 p.m.)\n\nA. CALL TO ORDER\n\n"
    )
    items = iter(("B. ROLL CALL", "C. PUBLIC HEARINGS", "D. UNFINISHED BUSINESS", "E. ADJOURNMENT"))
    for n, t in enumerate(d.turns):
        label = (
            f"Mayor {t.who.last}"
            if t.who is d.chair
            else f"Council Member {t.who.last}"
            if not t.who.asks
            else f"{t.who.title}. {t.who.last}"
        )
        s.say("\n\n" if n else "", label, ": ", t)
        if n and n % 9 == 0:
            item = next(items, None)
            if item:
                s.put(f"\n\n{item}")
    return s


@layout
def letters_of_the_alphabet(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet(
        "Transcript of a conversation with " + " and ".join(f"{who.name} ({who.initials})" for who in d.people) + "\n\n"
    )
    for n, t in enumerate(d.turns):
        s.say("\n" if n else "", t.who.initials, "  ", t, "\n")
    return s


@layout
def two_columns_of_time(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say(
            f"{chr(10) if n else ''}{n // 60:02}:{n % 60:02}:00\t{n // 60:02}:{n % 60:02}:30\t",
            t.who.name,
            "\t",
            t,
            " ",
        )
    return s


@layout
def reporters_row(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("PRESS BRIEFING BY THE SPOKESPERSON\n\nNorrel, 4 March\n\n12:10 P.M. EST\n\n")
    for n, t in enumerate(d.turns):
        asks = t.who.asks
        s.say(
            "\n\n" if n else "",
            "Q" if asks else f"{t.who.title.upper()}. {t.who.last.upper()}",
            "    " if asks else ":  ",
            t,
            "\n\n     ",
        )
        if often(rng, 0.12):
            aside(s, "(Laughter.)" if often(rng, 0.5) else "(Off-mic.)")
    s.put("\n\nEND                12:41 P.M. EST")
    return s
