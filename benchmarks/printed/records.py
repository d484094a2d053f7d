"""Layouts of records, calls, chats and logs that were missed when they were first measured: each is here to be looked at."""

from __future__ import annotations

from random import Random

from printed.registry import layout
from printed.sheet import Dialogue, Sheet, aside, often, wrapped


@layout
def call_with_offices(d: Dialogue, rng: Random) -> Sheet:
    """Name and office right above the words, `Q` or `A` at the far end of the line, a dotted line below each turn."""
    s = Sheet("Tern Ferries plc\nCall of 4 March\n\nCORPORATE PARTICIPANTS\n\n")
    s.put("\n\n".join(f"{w.name}\n{w.office}, {w.body}" for w in d.people[:2]))
    s.put(f"\n\n{'.' * 78}\n\nQUESTION AND ANSWER SECTION\n\n")
    for t in d.turns:
        s.say("", t.who.name, f"{' ' * 40}{'Q' if t.who.asks else 'A'}\n{t.who.office}, {t.who.body}\n", t, "\n")
        s.put(f"\n{'.' * 78}\n\n")
    return s


@layout
def rated_turns(d: Dialogue, rng: Random) -> Sheet:
    """A span of time and a rating below every name."""
    s = Sheet("Interview on Harbour Radio - March 4, 2024\n\n")
    for n, t in enumerate(d.turns):
        rating = rng.choice(("No Signal (0.12)", "Weak (0.73)", "Strong (2.40)", "No Data"))
        span = f"00:{n // 60:02}:{n % 60:02}-00:{(n + 1) // 60:02}:{(n + 1) % 60:02} (1 sec)"
        s.say("\n\n" if n else "", t.who.name, f"\n{span}\n{rating}\n", t)
    return s


@layout
def relay_chat(d: Dialogue, rng: Random) -> Sheet:
    """Handles in angle brackets, and who comes and goes."""
    s = Sheet("--- Log opened Mon Mar 04 00:00:03 2024\n")
    for n, t in enumerate(d.turns):
        if often(rng, 0.15):
            s.put(f"\n10:{n % 60:02} -!- {t.who.first.lower()} [~{t.who.first.lower()}@reef.example] has joined #tides")
        s.say(f"\n10:{n % 60:02} <", t.who.first.lower(), "> ", t, " ")
    s.put("\n--- Log closed Tue Mar 05 00:00:01 2024\n")
    return s


@layout
def flight_log_groups(d: Dialogue, rng: Random) -> Sheet:
    """Days, hours, minutes and seconds in groups before initials, as in the log of a flight."""
    s = Sheet("KESTREL 4 VOICE TRANSCRIPTION\n\n")
    for n, t in enumerate(d.turns):
        s.say(f"{'' if not n else chr(10) * 2}03 07 {n // 60:02} {n % 60:02}  ", t.who.initials, "   ", t, " ")
    return s.change(lambda text: wrapped(text, 70, 19))


@layout
def radio_clock(d: Dialogue, rng: Random) -> Sheet:
    """A clock of four figures, a code for whoever speaks, a column for the words."""
    codes = {who: f"{who.last[:3].upper()}{100 + 11 * n}" for n, who in enumerate(d.people)}
    s = Sheet("All times UTC\n\nTIME      STATION      TRANSMISSION\n")
    for n, t in enumerate(d.turns):
        s.say(f"\n14{n // 60:02}:{n % 60:02}   ", codes[t.who], "       ", t, " ")
    return s


@layout
def hearing_with_headings(d: Dialogue, rng: Random) -> Sheet:
    """A printed hearing: headings in capitals of two lines, bracketed notes, and how the day ended."""
    s = Sheet("                   THE STATE OF THE LIGHTS\n\n                        MONDAY, MARCH 4, 2024\n\n")
    seen = set()
    for n, t in enumerate(d.turns):
        if n and t.who not in seen:
            s.put(
                f"\n        STATEMENT OF {t.who.name.upper()}, {t.who.office.upper()},\n           DEPARTMENT OF HARBOURS\n"
            )
        seen.add(t.who)
        s.say("\n    ", f"{t.who.title}. {t.who.last}", ". ", t, "\n    ")
    s.put("\n    [Whereupon, at 11:20 a.m., the committee was adjourned.]\n")
    return s.change(lambda text: wrapped(text, 72))


@layout
def argument_before_a_court(d: Dialogue, rng: Random) -> Sheet:
    """No blank lines: a centred heading in capitals stands between two speeches."""
    s = Sheet("                 P R O C E E D I N G S\n                                         (10:04 a.m.)")
    for n, t in enumerate(d.turns):
        if n and n % 9 == 0:
            s.put(
                f"\n                  ORAL ARGUMENT OF {t.who.name.upper()}\n                    ON BEHALF OF THE PETITIONER"
            )
        s.say("\n          ", f"{t.who.title.upper()}. {t.who.last.upper()}", ":  ", t, "\n          ")
    s.put("\n          (Whereupon, at 11:02 a.m., the case was submitted.)\n")
    return s.change(lambda text: wrapped(text, 64))


@layout
def examined_by(d: Dialogue, rng: Random) -> Sheet:
    """Question and answer, a line that says who asks from here on, and the reporter's certificate."""
    s = Sheet("                    DIRECT EXAMINATION\nBY MS. HEDGES:")
    for n, t in enumerate(d.turns):
        if n and n % 8 == 0:
            s.put("\n                    CROSS-EXAMINATION\nBY MR. TOLLAND:")
        s.say("\n     ", "Q" if t.who.asks else "A", ".   ", t, "\n     ")
    s.put(
        "\n                    C E R T I F I C A T E\n     I, Nora Platt, certified shorthand reporter, do hereby certify\nthat this is a true record.\n"
    )
    return s.change(lambda text: wrapped(text, 64))


@layout
def tongue_codes(d: Dialogue, rng: Random) -> Sheet:
    """A full stop and a dash, an office behind a comma, and the language as a code."""
    s = Sheet("3. Nets in the northern waters (debate)\n\n")
    for n, t in enumerate(d.turns):
        label = "President" if t.who is d.chair else f"{t.who.name} ({t.who.party})"
        tongue = "" if t.who is d.chair or often(rng, 0.5) else f"({rng.choice(('SV', 'PL', 'FR'))}) "
        s.say("\n\n" if n else "", label, f". – {tongue}", t)
        if often(rng, 0.1):
            aside(s, "(Applause from the right)")
    return s


@layout
def questions_by_number(d: Dialogue, rng: Random) -> Sheet:
    """Evidence before a committee: the witness by name, then numbered questions of the chair."""
    s = Sheet(f"Oral evidence: Winter timetables\n\nWitness: {d.people[1].name}.\n\n")
    for n, t in enumerate(d.turns):
        s.say(f"{'' if not n else chr(10) * 2}Q{n + 1} " if t.who is d.chair else "\n\n", t.who.name, ": ", t)
    return s


@layout
def leave_granted(d: Dialogue, rng: Random) -> Sheet:
    """What the record of a chamber prints between two speeches, without brackets."""
    s = Sheet("The SPEAKER took the chair at 09:30.\n\n")
    said = (
        "Leave granted.",
        "Several hon. Members rose—",
        "Sitting suspended at 10.05 a.m. and resumed at 10.30 a.m.",
        "12 noon",
    )
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", f"{t.who.title} {t.who.last.upper()}", ": ", t)
        if often(rng, 0.15):
            aside(s, rng.choice(said))
    return s


@layout
def counted_voices(d: Dialogue, rng: Random) -> Sheet:
    """Speech recognition that counts the voices, without capitals and full stops."""
    number = {who: n for n, who in enumerate(d.people)}
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say("\n" if n else "", f"speaker_{number[t.who]}", ": ", t, " ")
    return s.change(lambda text: "".join(char for char in text.lower() if char not in ".,;?!"))


@layout
def clocks_inside(d: Dialogue, rng: Random) -> Sheet:
    """A clock before every name, and one between two paragraphs of a turn."""
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say(f"{'' if not n else chr(10) * 2}[00:{n // 60:02}:{n % 60:02}] ", t.who.first, ": ", t, "\n\n")
    return s
