"""Layouts of Markdown files and of pages that were saved as text: stamps that are links, elements, definitions, feet of pages."""

from __future__ import annotations

from random import Random

from printed.registry import layout, simple
from printed.sheet import Dialogue, Sheet

LINK = "https://video.example/w?v=3&t={n}s"

simple("link stamp in two brackets in markdown", f"[[{{hms}}]({LINK})] **", ":** ", "{name}")
simple("linked clock before bold", f"[{{ms}}]({LINK}) **", "**: ", "{first}")
simple("slanted clock behind bold in markdown", "**", "** *({hms})*\n\n", "{name}")
simple("code clock and handle there", "- `{hms}` **", "** ", "@{low}", between="\n", within=" ")
simple("span with a class in markdown", '<span class="speaker">', ":</span> ", "{name}")
simple("bold element and break by hand", "<b>", ":</b> ", "{first}", between="<br>\n\n")
simple("term and definition in markdown", "", "\n:   ", "{name}")
simple("semicolon and definition", "; ", "\n: ", "{name}", within=" ")
simple("picture in front", "\U0001f399\ufe0f **", "**: ", "{first}")
simple("question number and name there", "Q{n} ", ": ", "{name}")
simple("list number and bold there", "{n}. **", ":** ", "{name}")
simple("name above a clock again", "", "\n\n{hms}\n\n", "{name}")
simple("bold, dash, day there", "**", "** — 05/12/2021 {clock}\n", "{name}", within=" ")
simple("angles on a line", "<", ">\n\n", "{name}")
simple("heading with office in markdown", "### ", "\n\n", "{name}, {office}")


@layout
def questions_wholly_bold_in_markdown(d: Dialogue, rng: Random) -> Sheet:
    """Label and question are in bold together, the answer only has its label in bold."""
    s = Sheet("# A talk\n\n")
    for n, t in enumerate(d.turns):
        between = "\n\n" if n else ""
        if t.who.asks and len(t.paragraphs) == 1:
            s.say(f"{between}**", t.who.initials, ": ", t)
            s.put("**")
        else:
            s.say(f"{between}**", t.who.initials, ":** ", t)
    return s


@layout
def foot_of_links(d: Dialogue, rng: Random) -> Sheet:
    """Below the last turn the page goes on: a heading, links, a remark on how the transcript was made."""
    s = Sheet("An evening in Tern\n\nShow: The Long Table\n\n")
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.name, ": ", t)
    s.put(
        "\n\nMore from The Long Table\n\nThe quay that went by night\n\nHow to read a tide table\n\nContact | Imprint | Help"
    )
    return s


@layout
def foot_of_remarks_there(d: Dialogue, rng: Random) -> Sheet:
    """Below the last turn the page says how it was made and whom to write to."""
    s = Sheet()
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", t.who.name.upper(), ": ", t)
    s.put("\n\nThis transcript was edited for length.\n\nThe desk of Tern can be reached at desk@tern.example.")
    return s


@layout
def members_at_both_ends_in_markdown(d: Dialogue, rng: Random) -> Sheet:
    """A list of who takes part stands above the first words, and again below the last."""
    names = [f"{person.name} -- {person.office}" for person in d.people]
    s = Sheet("\n\n".join(["Those taking part", *names]) + "\n\n")
    for n, t in enumerate(d.turns):
        s.say("\n\n" if n else "", f"{t.who.name} -- {t.who.office}", "\n\n", t)
    s.put("\n\nLength: 32 minutes\n\nThose who took part:\n\n" + "\n\n".join(names))
    return s


@layout
def headings_put_in_there(d: Dialogue, rng: Random) -> Sheet:
    """Every few turns a heading that reads like the words of a sentence."""
    s = Sheet()
    for n, t in enumerate(d.turns):
        if n and n % 4 == 0:
            s.put(rng.choice(["\n\nOn the missing page", "\n\nWhat the tide took", "\n\nThe letter"]))
        s.say("\n\n" if n else "", t.who.name, ": ", t)
    return s
