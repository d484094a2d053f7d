"""Variants that the other layouts leave out: full stops behind plain names, data round every turn, questions without labels."""

from __future__ import annotations

from random import Random

from printed.registry import layout, simple
from printed.sheet import END, PAUSE, RESUME, Dialogue, Said, Sheet, aside, often, paged, wrapped

simple("plain name and stop", "", ". ", "{name}")
simple("first name and stop", "", ". ", "{first}", between="\n", within=" ")
simple("capitals, stop, line below", "", ".\n", "{upper}", within="\n")
simple("name in round brackets", "(", ") ", "{name}", between="\n")
simple("last name in square brackets", "[", "] ", "{LAST}", between="\n\n")
simple("italic with stars", "*", "* — ", "{name}")
simple("italic with lines", "_", ":_ ", "{first}")
simple("count and clock", "{n} [{hms}] ", ": ", "{name}", between="\n", within=" ")
simple("hash count", "#{n} ", ": ", "{first}", between="\n", within=" ")
simple("arrow of a chat", "", " -> ", "{low}", between="\n", within=" ")
simple("semicolons all through", "", "; ", "{name}")
simple("seen at", "", " · {clock}\n", "{name}", within="\n")
simple("length behind", "", ": ", "{name}", between="\n{n} sec\n\n", within="\n")
simple("score behind", "", "\n", "{name}", between="\nSpeech score: 0.{n}\n\n", within="\n")
simple("two data lines", "", "\n{hms} to {late}\nConfidence {n} %\n", "{name}", within="\n")
simple("words of time", "", ", {words}\n", "{name}", within="\n")
simple("commas and quotes", "{n},{hms},", ',"', "{name}", between='"\n', within=" ", top="line,start,speaker,text\n")
simple("pipes without edges", "{hms} | ", " | ", "{name}", between="\n", within=" ")
simple("heading with a clock", "#### ", " — {ms}\n\n", "{name}")
simple("bold clock first", "**{ms} ", ":** ", "{name}")
simple("bold in brackets", "**[", "]** ", "{name}")
simple("office in front", "", ": ", "{office} {last}")
simple("name slash body", "", ": ", "{name} / {body}")
simple("numbered paragraphs", "{n}. ", ": ", "{MR}")
simple("voices with numbers", "", ": ", "Voice {number}")
simple("speaker hash", "", "\n", "Speaker #{number}", within="\n")
simple("participant codes", "", ": ", "P0{number}", between="\n", within=" ")
simple("small name, blank line", "", "\n\n", "{low}")
simple("square with stamp behind", "[", " {ms}] ", "{first}", between="\n", within=" ")
simple("name at clock", "", " ({clock}): ", "{first}", between="\n", within=" ")
simple("guillemet first", "» ", ": ", "{name}")
simple("dash and name", "- ", " - ", "{name}")
simple("capitals and bar line", "", " |\n", "{upper}", within="\n")


@layout
def papers_of_a_president(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Exchange With Reporters in Norrel\n\n")
    for n, t in enumerate(d.turns):
        label = "The President" if t.who is d.chair else "Q" if t.who.asks else f"{t.who.title}. {t.who.last}"
        s.say("\n\n" if n else "", label, ". ", t)
    s.put("\n\nNote: The exchange began at 2:02 p.m. in the garden.")
    return s


@layout
def questions_set_in_bold(d: Dialogue, rng: Random) -> Sheet:
    """The questions stand in bold without a label, and nobody's label counts for them."""
    s = Sheet("Two builders, one shed\n\nMarch 4\n\n")
    for t in d.turns:
        if t.who is d.chair:
            s.put("\n\n".join(f"**{p}**" for p in t.paragraphs) + "\n\n")
        else:
            s.say("**", t.who.last, "**: ", t)
            s.put("\n\n")
    return s


@layout
def questions_set_in_italics(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for t in d.turns:
        if t.who is d.chair:
            s.put("\n\n".join(f"*{p}*" for p in t.paragraphs) + "\n\n")
        else:
            s.say("", t.who.name.upper(), ": ", t)
            s.put("\n\n")
    return s


@layout
def capitals_all_through(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("CAPTIONS OF THE COUNCIL\n\n")
    for n, t in enumerate(d.turns):
        said = Said(t.who, tuple(p.upper() for p in t.paragraphs))
        s.say("\n\n>> " if n else ">> ", t.who.last.upper(), ": ", said, " ")
    return s


@layout
def small_letters_all_through(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say("\n" if n else "", t.who.first.lower(), ": ", Said(t.who, tuple(p.lower() for p in t.paragraphs)), " ")
    return s


@layout
def clocks_in_mid_turn(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    clock = 0
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.name.upper(), ": ", Said(t.who, t.paragraphs[:1]))
        for paragraph in t.paragraphs[1:]:
            clock += 1
            s.text = s.text[: -len(END)] + f"{PAUSE}\n\n[00:{clock:02}:30]\n\n{RESUME}{paragraph}{END}"
    return s


@layout
def clocks_before_paragraphs(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    clock = 0
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.name, f"\n[{clock // 60:02}:{clock % 60:02}] ", Said(t.who, t.paragraphs[:1]))
        for paragraph in t.paragraphs[1:]:
            clock += 19
            s.text = s.text[: -len(END)] + f"{PAUSE}\n[{clock // 60:02}:{clock % 60:02}] {RESUME}{paragraph}{END}"
        clock += 23
    return s


@layout
def statement_printed_in_the_record(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("HEARING ON THE GATES\n\n")
    for n, t in enumerate(d.turns):
        label = "The CHAIR" if t.who is d.chair else f"{t.who.title}. {t.who.last.upper()}"
        s.say("\n\n" if n else "", label, ". ", t)
        if n == len(d.turns) // 3:
            aside(s, "[The statement follows:]\n\nSTATEMENT OF THE GATE SURVEY\n\nThe gates are inspected twice a year. The inspection takes three days.\n\n"
                      "Two defects were named in the last report; neither was repaired.\n\n[End of statement]")  # fmt: skip
    return s


@layout
def captions_of_a_station(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        words = f"{t.who.first.upper()} {t.who.last.upper()}"
        s.say("\n\n" if n else "", words + (", REPORTER" if t.who.asks and n < 6 else ""), ": ", t)
        if often(rng, 0.2):
            aside(s, rng.choice(("[music playing]", "♪ ♪", "(voice-over)", "[No audio]", "[Applause]")))
    return s


@layout
def broken_labels(d: Dialogue, rng: Random) -> Sheet:
    """A scanner lost colons, blanks and letters in labels."""
    s = Sheet("")
    for n, t in enumerate(d.turns):
        label, after = f"{t.who.title.upper()}. {t.who.last.upper()}", ": "
        chance = rng.random()
        if chance < 0.05:
            label = label.replace(". ", ".")
        elif chance < 0.1:
            after = ":"
        elif chance < 0.15:
            label = label[:-2] + label[-1] + label[-2]
        elif chance < 0.2:
            label = label.replace(".", ",", 1)
        s.say("\n\n" if n else "", label, after, t)
    return s


@layout
def minister_and_member(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("12 The Council met at 3.05 pm.\n\n")
    for n, t in enumerate(d.turns):
        label = (
            "THE CHAIRPERSON"
            if t.who is d.chair
            else f"{t.who.name.upper()} ({t.who.seat})"
            if n < 8
            else t.who.name.upper()
        )
        s.say("\n\n" if n else "", label, ": ", t)
        if often(rng, 0.1):
            aside(s, "[The clock strikes three]")
    return s


@layout
def pages_with_title(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", f"{t.who.first} {t.who.last}", ":   ", t)
    return Sheet(paged(wrapped(s.text, 78), 22, lambda page: f"\nTalks on the Gates{' ' * 44}{page}\n\n\x0c"), s.labels)
