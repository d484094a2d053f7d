"""Documents without turns, written before they were measured: lists, forms, files and pages with colons and names."""

from __future__ import annotations

from random import Random

from printed.registry import negative
from printed.sheet import Dialogue

#: What forms, lists and files say; some of it to the reader.
_FACTS = (
    "Measures the depth of water at the weir every ten minutes.", "No longer stops when the battery runs low.", "Opens only when both keys are turned.",
    "Writes one line a day, even if nothing happened.", "You can switch it off in the settings.", "The lowest of three gates, built in 1912.",
    "Sand and gravel that a river carries along its bed.", "Fails if the folder does not exist.", "We renamed this option; the old name still works.",
    "How deep a ship lies in the water.", "A basin with a gate at either end.", "Prints a warning instead of giving up.",
    "Closed on Mondays and in strong wind.", "Your ticket is valid for two hours.", "Costs four crowns, children half.",
    "Could not reach the gauge at Halme.", "Connection closed by the other side.", "Retrying in 30 seconds.", "Started with 4 workers.",
    "The figures of March were taken twice.", "Leave at room temperature for an hour.", "Ask us before you dive here.", "Was first described in a letter of 1840.",
    "A boat, two people and a lead line are needed.", "Stir until it thickens.", "The bridge carries 40 tons.", "Updated every spring by the survey.",
    "Please keep the receipt.", "Nobody has measured it since.", "It runs on a battery and a small wheel.",
)  # fmt: skip


def sentences(d: Dialogue) -> list[str]:
    """Sentences that nobody says, other ones first for each dialogue."""
    shift = len(d.name)
    return [_FACTS[(n + shift) % len(_FACTS)] for n in range(2 * len(_FACTS))]


@negative
def recipe_with_notes(d: Dialogue, rng: Random) -> str:
    return ("Tar soup for twelve\n\nServes: 12\nPrep time: 20 minutes\nCook time: 2 hours\n\nIngredients:\n\nFor the broth:\n- 4 litres of water\n- 2 onions\n\n"
            "For the dumplings:\n- 300 g flour\n- 1 egg\n\nMethod:\n\nStep 1: Put the onions into cold water.\nStep 2: Let it boil for an hour. You want it brown.\n"
            "Step 3: Roll the dumplings. My mother made them small; I make them large.\n\nTip: You can freeze them.\n\nNote: I never salt the water.\n\nServe with: bread.\n" + "\n".join(sentences(d)[:4]))  # fmt: skip


@negative
def change_log(d: Dialogue, rng: Random) -> str:
    out = ["# Changelog", ""]
    for n in range(6):
        out += [
            f"## 1.{9 - n}.0 - 2024-03-{20 - n}",
            "",
            "### Added",
            "",
            f"- Gauge: {sentences(d)[n]}",
            f"- Export: we now write figures for you (#{300 + n})",
            "",
            "### Fixed",
            "",
            f"- Parser: {sentences(d)[n + 6]}",
            "- Gauge: no longer stops below four degrees",
            "",
        ]
    return "\n".join(out)


@negative
def frequently_asked(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Frequently asked questions\n\n" + "\n\n".join(
        f"How do I close gate {n}?\n\n{s[n]} {s[n + 8]} You can also call us." for n in range(6)
    )


@negative
def settings_file(d: Dialogue, rng: Random) -> str:
    return "\n".join(
        ["# gauge settings", "server:", "  host: localhost", "  port: 8080", "  name: Gauge Nine", "users:"]
        + [f"  - name: {w.name}\n    role: {w.office}\n    note: I am on duty at night" for w in d.people]
        + ["logging:", "  level: info", "  message: Hello, you are connected", "retries: 3"]
    )


@negative
def biographies(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Our people\n\n" + "\n\n".join(
        f'{w.name}, {w.office}\n\n{w.first} joined the {w.body} in {1990 + n}. {w.last} studied in {w.seat}. "{s[n]}" Before that, {w.first} worked on the river for nine years.'
        for n, w in enumerate(d.people)
    )


@negative
def bibliography(d: Dialogue, rng: Random) -> str:
    return "References\n\n" + "\n".join(
        f"{w.last}, {w.first[0]}. (20{10 + n}). The lower gate: what we know and what you should. Norrel: River Press."
        for n, w in enumerate(d.people * 3)
    )


@negative
def glossary_of_terms(d: Dialogue, rng: Random) -> str:
    terms = ("Gauge", "Weir", "Draught", "Sounding", "Bed Load", "Lower Gate", "Pilot Station", "Lock Chamber")
    return "Glossary\n\n" + "\n\n".join(f"{t}: {s}" for t, s in zip(terms, sentences(d), strict=False))


@negative
def minutes_with_motions(d: Dialogue, rng: Random) -> str:
    out = [
        f"MINUTES OF THE {d.chair.body.upper()}",
        "",
        "Present: " + ", ".join(w.name for w in d.people),
        "Apologies: none",
        "",
    ]
    for n, w in enumerate(d.people * 3):
        out += [
            f"{n + 1}. Item {n + 1}",
            f"{w.title}. {w.last} reported that the gauge had run since Monday. {d.chair.last} asked for figures.",
            f"Moved: {w.last}. Seconded: {d.chair.last}. Carried.",
            f"Action: {w.name} to write to the office by Friday.",
            "",
        ]
    return "\n".join(out)


@negative
def letters_to_the_editor(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Letters\n\n" + "\n\n".join(
        f"{s[2 * n % len(s)]} {s[(2 * n + 1) % len(s)]} I think that you should print this.\n\n{w.name}\n{w.seat}"
        for n, w in enumerate(d.people)
    )


@negative
def order_form(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"Order {n}\nName: {w.name}\nAddress: {n} Quay Street, {w.seat}\nItem: {n} brass clocks\nMessage: Thank you, I look forward to it.\nTotal: {n * 40} crowns"
        for n, w in enumerate(d.people * 2, 1)
    )


@negative
def schedule_with_speakers(d: Dialogue, rng: Random) -> str:
    out = ["Programme, 4 March", ""]
    for n, w in enumerate(d.people * 2):
        out += [f"{9 + n}:00 {w.name}", f"{w.office}: What we learned from gate {n + 1}", f"{9 + n}:45 Questions", ""]
    return "\n".join(out)


@negative
def legal_contract(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return (
        "AGREEMENT\n\nBETWEEN:\n\n"
        + " and ".join(w.name.upper() for w in d.people[:2])
        + "\n\nWHEREAS:\n\n"
        + "\n\n".join(f"{n}. DEFINITIONS {n}: {s[n]}" for n in range(1, 7))
        + "\n\nSIGNED:\n\n"
        + "\n".join(f"{w.name}\n{w.office}\nDate: __________" for w in d.people)
    )


@negative
def readers_comments(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    body = "\n\n".join(" ".join(s[n : n + 3]) for n in range(0, 9, 3))
    return f"The bridge stays closed\n\nBy {d.chair.name}\n\n{body}\n\n5 Comments\n\n" + "\n\n".join(
        f"{w.name} says:\nMarch {n + 3}, 2024 at 10:{n}2 am\n{s[10 + n]} I agree with you.\n\nReply"
        for n, w in enumerate(d.people)
    )


@negative
def scores_and_fixtures(d: Dialogue, rng: Random) -> str:
    return "Results\n\n" + "\n".join(
        f"{w.seat}: {n + 1}\n{d.chair.seat}: {n}\nScorers: {w.last} (12), {d.chair.last} (40)"
        for n, w in enumerate(d.people * 3)
    )


@negative
def quotations_in_dashes(d: Dialogue, rng: Random) -> str:
    return "Chapter 9\n\nIt rained in the shed.\n\n" + "\n\n".join(f"— {t.paragraphs[0]}" for t in d.turns[:20])


@negative
def questions_in_bold(d: Dialogue, rng: Random) -> str:
    return "An evening in the shed\n\n" + "\n\n".join(
        ("**" + t.paragraphs[0] + "**") if t.who is d.chair else "\n\n".join(t.paragraphs) for t in d.turns
    )


@negative
def error_log(d: Dialogue, rng: Random) -> str:
    return "\n".join(
        f"2024-03-04 10:{n:02}:11 {rng.choice(('INFO', 'WARNING', 'ERROR'))}: {rng.choice(('Gauge', 'Pump', 'Server'))}: {s}"
        for n, s in enumerate(sentences(d)[:24])
    )


@negative
def source_code(d: Dialogue, rng: Random) -> str:
    return "class Gauge:\n" + "\n".join(
        f'    def read_{n}(self) -> str:\n        """{s}"""\n        if self.open:\n            return "you"\n        else:\n            return "I"\n'
        for n, s in enumerate(sentences(d)[:6])
    )


@negative
def mail_thread(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"From: {w.name}\nTo: {d.chair.name}\nDate: 4 March 2024\nSubject: The gate\n\nDear {d.chair.first},\n\n{s[n]} {s[n + 5]} I will call you.\n\nBest,\n{w.first}"
        for n, w in enumerate(d.people)
    )


@negative
def poem(d: Dialogue, rng: Random) -> str:
    return "\n".join((s[:36].rsplit(" ", 1)[0] + (":" if n % 5 == 0 else ",")) for n, s in enumerate(sentences(d)[:20]))


@negative
def live_blog(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Flood at the gates: live\n\n" + "\n\n".join(
        f"{9 + n // 4}:{n % 4 * 15:02}\n\n{s[n]} {s[n + 3]} We will keep you up to date." for n in range(12)
    )


@negative
def product_reviews(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Customer reviews\n\n" + "\n\n".join(
        f"★★★★☆ {s[n]}\nBy {w.first} {w.last[0]}. on {n + 1} March 2024\nI bought this for my boat. {s[n + 2]}\n{n} people found this helpful"
        for n, w in enumerate(d.people * 2)
    )


@negative
def quiz(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Test yourself\n\n" + "\n\n".join(
        f"{n}. What does the gauge do?\na) {s[n]}\nb) {s[n + 1]}\nc) {s[n + 2]}" for n in range(1, 9)
    )


@negative
def directory_of_offices(d: Dialogue, rng: Random) -> str:
    return "Who to call\n\n" + "\n".join(
        f"{w.name} ({w.office}) - room {n + 101}\n{w.office}: 05246 51{n}\nHours: Monday to Friday"
        for n, w in enumerate(d.people * 2)
    )


@negative
def votes_by_name(d: Dialogue, rng: Random) -> str:
    return "Roll call\n\n" + "\n\n".join(
        f"Question {q}\n\n" + "\n".join(f"{w.title}. {w.last}: {rng.choice(('Aye', 'No', 'Absent'))}" for w in d.people)
        for q in range(1, 6)
    )


@negative
def roll_with_dashes(d: Dialogue, rng: Random) -> str:
    return "Members present\n\n" + "\n".join(
        f"{w.last.upper()}, {w.first} — {w.office}, {w.seat}" for w in d.people * 2
    )


@negative
def plot_of_a_series(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Episodes\n\n" + "\n\n".join(
        f"Episode {n}: The Gate\n\n{d.people[n % len(d.people)].first} finds the key. {s[n]} {d.chair.first} tells nobody."
        for n in range(1, 9)
    )


@negative
def dictionary(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"{word} (n.) {s}\nSee also: {other}"
        for word, other, s in zip(
            ("gauge", "weir", "lock", "sluice", "draught", "silt"),
            ("weir", "lock", "gauge", "silt", "weir", "draught"),
            sentences(d),
            strict=False,
        )
    )


@negative
def agenda_with_times(d: Dialogue, rng: Random) -> str:
    return "Agenda\n\n" + "\n".join(
        f"{9 + n // 2:02}:{n % 2 * 30:02} - {w.name}: The gates and you" for n, w in enumerate(d.people * 2)
    )


@negative
def diary(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"{day}: I went to the weir. {s[n]} {s[n + 4]} My boots are wet."
        for n, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") * 2)
    )


@negative
def user_manual(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    heads = ("Power", "Display", "Safety", "Cleaning", "Storage", "Battery")
    return "Gauge Nine: your manual\n\n" + "\n\n".join(
        f"{h}\n\n{s[n]} You should read this first. {s[n + 2]}\n\nCaution: {s[n + 3]}\n\nHint: {s[n + 5]}"
        for n, h in enumerate(heads * 2)
    )


@negative
def table_of_figures(d: Dialogue, rng: Random) -> str:
    return "| Place | March | April |\n|---|---|---|\n" + "\n".join(
        f"| {w.seat} | {n * 7} mm | {n * 9} mm |" for n, w in enumerate(d.people * 3)
    )


@negative
def profile_in_bold(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Who is who\n\n" + "\n\n".join(
        f"**{w.name}**\n\n{w.office} of {w.seat}. {s[n]} {s[n + 1]}" for n, w in enumerate(d.people)
    )


@negative
def tips_in_bold(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    heads = ("Start early", "Bring a lamp", "Ask twice", "Keep dry", "Write it down", "Go home")
    return "Six rules for gate keepers\n\n" + "\n\n".join(
        f"**{h}:** {s[n]} You will thank me. {s[n + 2]}" for n, h in enumerate(heads)
    )


@negative
def news_in_brief(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "News in brief\n\n" + "\n\n".join(
        f"{w.seat.upper()} — {s[n]} {w.name} said that {w.office.lower()} staff had been told."
        for n, w in enumerate(d.people * 2)
    )


@negative
def psalm(d: Dialogue, rng: Random) -> str:
    return "\n".join(f"{n}. {s[:40]}\n    {s[5:45]}" for n, s in enumerate(sentences(d)[:16], 1))
