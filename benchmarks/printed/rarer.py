"""The rarer habits of clerks, transcribers and web pages."""

from __future__ import annotations

from random import Random

from printed.registry import LAYOUTS, layout, simple
from printed.sheet import Dialogue, Person, Said, Sheet, aside, often, paged, wrapped

simple("clock in brackets first", "({ms}) ", ": ")
simple("name comma clock", "", ", {hms}:\n", within="\n")
simple("morning clock", "[{clock}] ", ": ", between="\n")
simple("morning clock bare", "{clock} ", ": ", "{first}", between="\n")
simple("initials with points", "", ": ", "{first[0]}.{last[0]}.")
simple("initials and dash", "", " – ", "{initials}", between="\n")
simple("name with a stop on its line", "", ".\n", "{name}")
simple("bar", "", " | ", "{name}", between="\n")
simple("bold Q and A", "**", ":** ", "{qa}")
simple("bold Q and A with stops", "**", ".** ", "{qa}")
simple("Q and A with stops", "", ". ", "{qa}", between="\n")
simple("reporter with paper", "", ": ", "{upper} ({body})")
simple("name comma body", "", ": ", "{name}, {body}")
simple("brackets colon", "[", "]: ", "{name}")
simple("round brackets", "(", ") ", "{upper}")
simple("arrow after", "", " >> ", "{FIRST}")
simple("at handles", "", ": ", "@{low}", between="\n")
simple("speaker letters", "", ": ", "SPEAKER {initials[0]}")
simple("pronouns", "", ": ", "{first} (she/her)")
simple("dash clock line", "", " - {ms}\n", within="\n")
simple("tab after colon", "", ":\t")
simple("list of bold names", "- **", ":** ", between="\n", within=" ")
simple("block quotes", "> **", "**: ", "{first}")
simple("moderator and panel", "", ": ", "PANELIST {number}")
simple("senators", "", ": ", "Senator {last}")
simple("small letters", "", ": ", "{first} {last}", between="\n")
simple("first name and initial", "", ": ", "{first} {last[0]}.")
simple("last name first", "", ": ", "{LAST}, {first[0]}.")
simple("surnames", "", ": ", "{last}")
simple("surname stop dash", "", ". — ", "{mr}")
simple("rating lines", "", "\n{hms}-{late} (4 sec)\nNo Rating\n", within="\n")
simple("clock name newline", "{hms}\n", "\n", within="\n")
simple("underlined", "__", "__\n\n")
simple("heading two and stamp", "## ", " ({ms})\n\n")
simple("angle arrows name", ">>> ", ": ", "{upper}")
simple("numbered Q", "", ": ", "{qa}", between="\n\n")
simple("bold line colon", "**", ":**\n\n")
simple("strong tags", "<strong>", "</strong>: ")
simple("titles without points", "", ": ", "Dr {last}")
simple("office only", "", ": ", "The {office}")
simple("name in capitals, dash", "", " - ", "{upper}")
simple("stamps after turns", "", ": ", between=" [{ms}]\n\n", within=" ")
simple("double colon", "", ":: ", "{first}")
simple("equals clock", "[{hms}] ", "\n", "{name}")
simple("three columns", "{n}\t{ms}\t", "\t", "{last}", between="\n", within=" ")
simple("square clock line below", "", "\n[{hms}]\n", "{upper}")

_ABROAD = ("Мара Олин", "Бо Варн", "Эдда Стелл", "Растус Кетлер", "Томас Дейвит", "Ильза Брандт")
_FAR = ("王小明", "李国强", "陈美玲", "张伟", "刘芳", "赵强")


def _renamed(d: Dialogue, names: tuple[str, ...], after: str, between: str) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say(between if s.text else "", names[d.people.index(t.who) % len(names)], after, t, between)
    return s


@layout
def cyrillic_names(d: Dialogue, _rng: Random) -> Sheet:
    return _renamed(d, _ABROAD, ": ", "\n\n")


@layout
def chinese_names(d: Dialogue, _rng: Random) -> Sheet:
    return _renamed(d, _FAR, "：", "\n\n")


@layout
def chinese_names_plain_colon(d: Dialogue, _rng: Random) -> Sheet:
    return _renamed(d, _FAR, ": ", "\n")


@layout
def page_numbers_only(d: Dialogue, rng: Random) -> Sheet:
    return LAYOUTS["titled"](d, rng).change(lambda t: paged(wrapped(t, 70), 18, lambda n: f"\n{n}\n"))


@layout
def head_with_a_name(d: Dialogue, rng: Random) -> Sheet:
    s = LAYOUTS["name and colon"](d, rng)
    return s.change(
        lambda t: paged(
            wrapped(t, 75), 20, lambda n: f"\nInterview with {d.people[1].name}, 4 June          Page {n}\n"
        )
    )


@layout
def spoken_quotes(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        said = Said(t.who, tuple(f"“{p.replace(chr(34), chr(39))}”" for p in t.paragraphs))
        s.say("\n\n" if s.text else "", t.who.name, ": ", said)
    return s


@layout
def bracketed_ways(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say(
            "\n\n" if s.text else "",
            t.who.last.upper(),
            rng.choice([": ", ": ", " [on camera]: ", " [through translator]: "]),
            t,
        )
    return s


@layout
def procedure_between(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n\n" if s.text else "", "The CHAIR" if t.who is d.chair else f"Mr. {t.who.last.upper()}", ". ", t)
        if t.who is d.chair and often(rng, 0.3):
            s.put(rng.choice(["\n\nThe motion was agreed to.", "\n\nAgreed.", "\n\nThe bill was read a third time."]))
    return s


@layout
def rendering_changes(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for n, t in enumerate(d.turns):
        label = "Q" if t.who.asks else f"PRESIDENT {t.who.last.upper()}"
        s.say(
            "\n\n" if s.text else "",
            label,
            "  " if t.who.asks else ":  " + rng.choice(["", "", "(As interpreted.)  "]),
            t,
        )
        if n % 10 == 3:
            s.say("\n\n", "INTERPRETER", ":  ", Said(t.who, ("Yes. Please go on.",)))
    return s


@layout
def members_run_in(d: Dialogue, rng: Random) -> Sheet:
    """A voice of many is run into the line of the speaker before."""
    s = Sheet()
    for t in d.turns:
        s.say("\n\n" if s.text else "", "The Speaker" if t.who is d.chair else f"Mr. {t.who.last}", ": ", t)
        if often(rng, 0.15):
            s.say(" ", "Some hon. members", ": ", Said(t.who, ("Oh, oh!",)))
    return s


@layout
def screenplay_tight(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n\n" if s.text else "", t.who.first.upper(), "\n", t, "\n")
    return s.change(lambda text: wrapped(text, 40))


@layout
def unpunctuated(d: Dialogue, _rng: Random) -> Sheet:
    """Speech as machines write it down: small letters, no points."""
    s = Sheet()
    for t in d.turns:
        plain = tuple("".join(c for c in p.lower() if c.isalnum() or c in " '") for p in t.paragraphs)
        s.say("\n\n" if s.text else "", f"Speaker {d.people.index(t.who) + 1}", ":\n", Said(t.who, plain))
    return s


@layout
def letterhead_and_roster(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        "RIVER COMMISSION\n\nHearing of 4 June\n\nPRESENT\n\n" + "\n".join(f"{w.name}, {w.office}" for w in d.people)
    )
    s.put("\n\nALSO PRESENT: Otto Wegner, stenographer\n\nTRANSCRIPT OF PROCEEDINGS\n")
    for t in d.turns:
        s.say("\n\n", f"{t.who.title.upper()}. {t.who.last.upper()}", ": ", t)
    s.put(
        "\n\n(Whereupon, at 4:12 p.m., the hearing was adjourned.)\n\nCERTIFICATE\n\nThis is a true record of the hearing, Otto Wegner."
    )
    return s


@layout
def first_long_then_office(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("TRANSCRIPT\n")
    met: set[Person] = set()
    for t in d.turns:
        label = f"{t.who.office} {t.who.last}" if t.who in met else f"{t.who.office} {t.who.name}"
        met.add(t.who)
        s.say("\n\n", label, ":\n", t)
    return s


@layout
def notes_inside(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n\n" if s.text else "", t.who.name, ": ", t)
        if often(rng, 0.2):
            aside(s, rng.choice(["[applause]", "[Laughter]", "(Crosstalk.)", "[00:12:03]", "[inaudible 00:02:11]"]))
    return s


@layout
def titles_over_parts(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("# Episode 12: Boats\n\nShow notes: boats, tar, and a red one that sank.\n\n## Transcript")
    for n, t in enumerate(d.turns):
        if n % 8 == 7:
            s.put(f"\n\n## [{n:02}:00] On Wood and Water")
        s.say("\n\n**", t.who.first, "**: ", t)
    s.put("\n\n---\n\nThanks for listening. Subscribe to our newsletter.")
    return s


@layout
def two_spaces_after_label_wrapped(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n" if s.text else "", t.who.last.upper(), ".  ", t, "\n     ")
    return s.change(lambda text: wrapped(text, 66))
