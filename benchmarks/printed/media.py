"""Layouts of broadcasters, podcasts, calls and transcription services, and the same with noise on them."""

from __future__ import annotations

import re
from random import Random

from printed.registry import LAYOUTS, layout, simple
from printed.sheet import BEGIN, END, Dialogue, Person, Sheet, aside, often, paged, wrapped

simple("name and colon", "", ": ")
simple("single newlines", "", ": ", between="\n")
simple("label line with colon", "", ":\n")
simple("label line with colon, blank line", "", ":\n\n")
simple("label line, capitals", "", "\n", "{upper}")
simple("label paragraph", "", "\n\n", "{name}")
simple("titled", "", ": ", "Dr. {name}")
simple("speaker numbers", "", ": ", "Speaker {number}")
simple("rev", "", " ({ms}):\n")
simple("rev old", "", ": ({ms})\n")
simple("otter", "", "  {m}  \n")
simple("otter speakers", "", "  {m}\n", "Speaker {number}", within="\n")
simple("trint", "", " [{hms}]\n\n")
simple("trint inline", "[{hms}] ", " ", "{name}:")
simple("descript", "**", ":** [{hms}] ")
simple("descript plain", "[{hms}] ", ": ")
simple("zoom chat", "{hms} ", ": ", between="\n")
simple("zoom captions", "{n}\n{hms}.000 --> {late}.000\n", ": ", within=" ")
simple("teams words", "", "   {words}\n")
simple("teams", "", "   {m}\n", within="\n")
simple("teams arrows", "0:{ms}.0 --> 0:{ms}.9\n", "\n", within="\n")
simple("sonix", "", ": [{hms}] ", "Speaker{number}")
simple("happy scribe", "[{hms}.10] - ", "\n")
simple("whisper brackets", "[", "]: ", "SPEAKER_0{number}", between="\n")
simple("whisper stamps", "", "  {hms}\n", "SPEAKER {number}", within="\n")
simple("live captions", ">> ", ": ", "{FIRST}", between="\n")
simple("markdown bold", "**", ":** ")
simple("markdown bold stamped", "**[{hms}] ", ":** ")
simple("markdown headings", "### ", "\n\n")
simple("markdown bold line", "**", "**\n\n")
simple("markdown bold line stamped", "**", "** [{ms}]\n")
simple("initials", "", ": ", "{initials}")
simple("initials, tabs", "", ":\t", "{initials}", between="\n")
simple("interviewer respondent", "", ": ", "{ir}")
simple("letters I and P", "", ": ", "{ip}", between="\n")
simple("questions and answers", "", ": ", "{qa}")
simple("tabs", "", "\t", between="\n")
simple("stamp, tab, name, tab", "{hms}\t", "\t", between="\n")
simple("wide gap", "", "     ", "{LAST}")
simple("handles", "", ": ", "{low}", between="\n")
simple("chat log", "[{ms}] <", "> ", "{low}", between="\n")
simple("slack", "", "  {clock}\n", within="\n")
simple("HTML bold", "<b>", ":</b> ")
simple("dashes", "", " — ", "{upper}")
simple("dash first", "– ", ": ")
simple("numbered", "{n}. ", ": ")
simple("numbered initials", "{n}  ", ": ", "{initials}", between="\n", within=" ")
simple("spoken stop", "", ". ", "{MR}")
simple("italic", "*", ":* ")
simple("stars apart", "**", "**: ", "{first}")
simple("role line in capitals", "", "\n", "{LAST}, {office}")
simple("role in brackets", "", ": ", "{name} ({office})")
simple("role after comma", "", ": ", "{name}, {office}")
simple("stamp line above", "{hms}\n", ": ")
simple("stamp line below", "", "\n{hms}\n", within="\n")
simple("stamp range line", "{hms} - {late}\n", "\n")
simple("capital colon own line stamped", "[{hms}]\n", ":\n", "{upper}")
simple("table", "| ", " | ", "{name}", between=" |\n", within=" ", top="| Speaker | Text |\n| --- | --- |\n")
simple(
    "table with stamps",
    "| {ms} | ",
    " | ",
    "{name}",
    between=" |\n",
    within=" ",
    top="| Time | Speaker | Text |\n|---|---|---|\n",
)
simple("metadata lines", "", ": ", between="\n({hms} · 14 sec)\n\n", within="\n")
simple("mayor and council", "", ": ", "Councillor {last}")
simple("first names", "", ": ", "{first}")
simple("square brackets", "[", "] ", "{last}")


@layout
def earnings_call(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Tern Water (TRNW) Q2 Earnings Call\n\nPrepared Remarks")
    for n, t in enumerate(d.turns):
        if t.who is d.chair:
            s.say("\n\n", "Operator", "\n\n", t)
        else:
            s.say("\n\n", t.who.name, f" -- {'Analyst' if t.who.asks else t.who.office}\n\n", t)
            s.labels[-1] = t.who.name + f" -- {'Analyst' if t.who.asks else t.who.office}"
        if n == 12:
            s.put("\n\nQuestions and Answers")
    return s


@layout
def earnings_roles_below(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Q2 Earnings Conference Call\n\nPresentation")
    met: set[Person] = set()
    for n, t in enumerate(d.turns):
        if t.who is d.chair:
            s.say("\n\n", "Operator", "\n\n", t)
        else:
            s.say("\n\n", t.who.name, f"\n{t.who.office}, {t.who.body}\n\n" if t.who not in met or n % 2 else "\n\n", t)
        met.add(t.who)
        if n == 12:
            s.put("\n\nQuestion-and-Answer Session")
    return s


@layout
def cable_news(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("TERN NEWS TONIGHT\n\nAired June 4 - 20:00 ET\n\nTHIS IS A RUSH TRANSCRIPT.\n\n[20:00:00]\n\n")
    met: set[Person] = set()
    for n, t in enumerate(d.turns):
        if n % 13 == 6:
            s.put("\n\n(BEGIN VIDEO CLIP)")
            s.say("\n\n", rng.choice(["UNIDENTIFIED MALE", "UNIDENTIFIED FEMALE"]), ": ", t)
            s.put("\n\n(END VIDEO CLIP)")
            continue
        label = (
            t.who.last.upper() if t.who in met else f"{t.who.name.upper()}, {t.who.body.upper()} {t.who.office.upper()}"
        )
        met.add(t.who)
        s.say("\n\n", label, rng.choice([": ", ": ", ": ", " (voice-over): ", " (on camera): "]), t)
        if often(rng, 0.05):
            aside(s, "(CROSSTALK)")
    return s


@layout
def radio(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Boats, and Who Builds Them\n\nJune 4 5:03 AM ET\n\nHeard on Morning Harbour\n\n")
    met: set[Person] = set()
    for t in d.turns:
        label = (
            t.who.last.upper() if t.who in met else f"{t.who.name.upper()}, {'HOST' if t.who is d.chair else 'BYLINE'}"
        )
        met.add(t.who)
        s.say("\n\n", label, ": ", t)
        if often(rng, 0.08):
            aside(s, rng.choice(["(SOUNDBITE OF HAMMERING)", "(LAUGHTER)"]))
    s.put("\n\nCopyright © Tern Radio. All rights reserved.")
    return s


@layout
def oral_history(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    met: set[Person] = set()
    for t in d.turns:
        label = t.who.initials if t.who in met else f"{t.who.name} ({t.who.initials})"
        met.add(t.who)
        s.say("\n\n" if s.text else "", label, ": ", t)
    return s


@layout
def oral_history_roster(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Interview with the people of Tern\n\nDate: 4 June\nPlace: Norrel\n\n")
    s.put("\n".join(f"{who.initials}: {who.name}, {who.office.lower()}" for who in d.people))
    for t in d.turns:
        s.say("\n\n", t.who.initials, ": ", t)
    return s


@layout
def screenplay(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("INT. HARBOUR SHED - DAY\n\n")
    for t in d.turns:
        s.say("\n\n" + " " * 24, t.who.name.upper(), "\n          ", t, "\n          ")
        if often(rng, 0.1):
            s.put(f"\n\n{t.who.first} looks at the river.")
    return s.change(lambda text: wrapped(text, 56, 10))


@layout
def hanging_column(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        label = f"{t.who.title.upper()}. {t.who.last.upper()}"
        s.say("\n" if s.text else "", label, ":" + " " * (17 - len(label)), t, "\n" + " " * 18)
    return s.change(lambda text: wrapped(text, 76, 18))


@layout
def hanging_indent(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say("\n\n" if s.text else "", t.who.name, ": ", t, "\n     ")
    return s.change(lambda text: wrapped(text, 72, 5))


@layout
def wrapped_at_72(d: Dialogue, rng: Random) -> Sheet:
    return LAYOUTS["name and colon"](d, rng).change(lambda text: wrapped(text, 72))


@layout
def wrapped_without_blank_lines(d: Dialogue, rng: Random) -> Sheet:
    return LAYOUTS["single newlines"](d, rng).change(lambda text: wrapped(text, 72))


@layout
def wrapped_every_line_apart(d: Dialogue, rng: Random) -> Sheet:
    return LAYOUTS["single newlines"](d, rng).change(lambda text: wrapped(text, 80).replace("\n", "\n\n"))


@layout
def running_heads(d: Dialogue, rng: Random) -> Sheet:
    s = LAYOUTS["name and colon"](d, rng).change(lambda text: wrapped(text, 78))
    return s.change(lambda text: paged(text, 22, lambda n: f"\n{n} of 12\n\nTALKS ON THE RIVER — UNCORRECTED\n"))


@layout
def one_block(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        s.say(" " if s.text else "", t.who.name.upper(), ": ", t, " ")
    return s


@layout
def few_paragraphs(d: Dialogue, _rng: Random) -> Sheet:
    """Blank lines lost between most turns, kept at every fifth."""
    s = Sheet()
    for n, t in enumerate(d.turns):
        s.say(
            ("\n\n" if n % 5 == 0 else " ") if s.text else "",
            f"{t.who.title.upper()}. {t.who.last.upper()}",
            ": ",
            t,
            " ",
        )
    return s


def _noisy(text: str, rng: Random) -> str:
    """Misread letters in labels, and a colon lost here and there: only outside what is said."""

    def label(found: re.Match[str]) -> str:
        words = found[0]
        chance = rng.random()
        if chance < 0.04:
            return words.replace(":", ";", 1)
        return words.replace(":", " :", 1) if chance < 0.12 else words

    return re.sub(rf"{END}[^{BEGIN}]*{BEGIN}", label, text)


@layout
def scanned(d: Dialogue, rng: Random) -> Sheet:
    s = LAYOUTS["name and colon"](d, rng)
    s = Sheet("", [])
    for t in d.turns:
        label = f"{t.who.title.upper()}. {t.who.last.upper()}"
        if often(rng, 0.08):
            label = label.replace("I", "l", 1) if "I" in label else label.replace("O", "0", 1)
        s.say("\n\n" if s.text else "", label, ": ", t)
    return s.change(lambda text: wrapped(_noisy(text, rng), 70))


@layout
def typing_errors(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        name = t.who.name
        if often(rng, 0.06):
            at = rng.randrange(1, len(name) - 2)
            name = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        s.say(
            "\n\n" if s.text else "", name, rng.choice([": ", ": ", ":", ":  ", " : "]) if often(rng, 0.2) else ": ", t
        )
    return s


@layout
def mixed_case(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for t in d.turns:
        name = t.who.name
        s.say(
            "\n\n" if s.text else "", rng.choice([name, name, name.upper(), t.who.last.upper(), t.who.first]), ": ", t
        )
    return s


@layout
def notes_in_brackets(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    notes = [": ", ": ", " (as interpreted): ", " (via video link) : ", " (laughing): ", ": (Through an interpreter.) "]
    for t in d.turns:
        s.say("\n\n" if s.text else "", t.who.name, rng.choice(notes), t)
    return s


@layout
def captions_between(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet()
    for n, t in enumerate(d.turns):
        s.say("\n\n" if s.text else "", t.who.name, ": ", t)
        if n % 9 == 4:
            aside(s, rng.choice(["Photo: The weir at Halme in spring. (Lindt Wire/Otto Wegner)", "[Pool photo]"]))
    return s


@layout
def interview_with_introduction(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        "The people of the river\n\nBy Carl Rask\n\nTERN — For eleven weeks the river has been the talk of the town. We sat down with those who "
        "know it best and asked them about gravel, fish and money. Their answers have been edited for length.\n"
    )
    for t in d.turns:
        s.say("\n\n", "HARBOUR TALK" if t.who.asks or t.who is d.chair else t.who.name.upper(), ": ", t)
    s.put("\n\nThis interview has been edited for length and clarity.")
    return s


@layout
def magazine_first_long(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("TRANSCRIPT\n\n")
    met: set[Person] = set()
    for t in d.turns:
        label = t.who.last if t.who in met else f"{t.who.name}, {t.who.body}"
        met.add(t.who)
        s.say("\n\n**", label, "**: ", t)
    return s
