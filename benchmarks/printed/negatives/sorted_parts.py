"""Documents whose parts are sorted under words that come back, or under names: two sides of a matter, parts of a review, roles."""

from __future__ import annotations

import re
from random import Random

from printed.negatives.forms import sentences
from printed.registry import negative
from printed.sheet import Dialogue


def spoken(d: Dialogue) -> list[str]:
    """The sentences of a dialogue in their order."""
    return [s for t in d.turns for p in t.paragraphs for s in re.split(r"(?<=[.!?]) ", p)]


def statements(d: Dialogue, rng: Random) -> list[str]:
    """Sentences of a dialogue that ask nothing, shuffled, again and again: words that somebody might say to somebody."""
    found = [s for s in spoken(d) if len(s) > 24 and s.endswith(".") and not set(s) & {":", '"'}]
    rng.shuffle(found)
    return found * 8


@negative
def novel(d: Dialogue, rng: Random) -> str:
    out = ["Chapter Four", "The shed was cold that morning, and nobody had lit the stove."]
    for n, t in enumerate(d.turns):
        w = t.paragraphs[0].replace('"', "'").rstrip(".")
        out.append((f'"{w}," said {t.who.first}.', f'{t.who.first} looked at the floor. "{w}."', f'"{w}."')[n % 3])
    return "\n\n".join(out)


@negative
def numbered(d: Dialogue, rng: Random) -> str:
    return "Points\n\n" + "\n".join(f"{n}. {t.paragraphs[0]}" for n, t in enumerate(d.turns, 1))


@negative
def table_flat(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "No.\tPlace\tRemark\n" + "\n".join(f"{n}\t{d.people[n % len(d.people)].seat}\t{s[n]}" for n in range(1, 16))


@negative
def table_bars(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "| Gate | State | Remark |\n|---|---|---|\n" + "\n".join(
        f"| {('Upper', 'Lower', 'Old', 'New')[n % 4]} gate | {('open', 'shut', 'leaks')[n % 3]} | {s[n]} |"
        for n in range(14)
    )


@negative
def faq_bold(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "# Your questions\n\n" + "\n\n".join(
        f"**{q}**\n\n{s[n]} {s[n + 5]}" for n, q in enumerate(x for x in spoken(d) if x.endswith("?"))
    )


@negative
def interview_italics(d: Dialogue, rng: Random) -> str:
    return "In the shed\n\nWe met on a wet day.\n\n" + "\n\n".join(
        f"*{t.paragraphs[0]}*" if t.who is d.chair else "\n\n".join(t.paragraphs) for t in d.turns
    )


@negative
def dictionary_capitals(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "\n\n".join(
        f"{w} (noun): {s[n]} As in: {s[n + 4]}"
        for n, w in enumerate(("ANCHOR", "BILGE", "CAPSTAN", "DRAUGHT", "EDDY", "FATHOM", "GAUGE", "HAWSER"))
    )


@negative
def chapters(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Contents\n\n" + "\n".join(f"Chapter {n}: {s[n].rstrip('.')} {n * 12}" for n in range(1, 15))


@negative
def pro_and_con(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Ten ideas for the harbour\n\n" + "\n\n".join(
        f"Idea {n}\n\nPro: {s[2 * n]} {s[n + 3]}\n\nCon: {s[2 * n + 1]} You have to ask who pays." for n in range(1, 11)
    )


@negative
def myth_and_fact(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "What you always believed about rivers\n\n" + "\n\n".join(
        f"Myth: {s[2 * n]}\n\nFact: {s[2 * n + 1]} {s[n]}" for n in range(10)
    )


@negative
def input_output(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Examples\n\n" + "\n\n".join(f"Input: {s[2 * n]}\nOutput: {s[2 * n + 1]}" for n in range(12))


@negative
def claim_and_verdict(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Checked\n\n" + "\n\n".join(
        f"Claim: {s[2 * n]}\n\nVerdict: {('False', 'True', 'Half true')[n % 3]}. {s[2 * n + 1]} We asked three engineers."
        for n in range(8)
    )


@negative
def diary_dates(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "\n\n".join(f"{n} May. {s[n]} {s[n + 7]}" for n in range(1, 18))


@negative
def exercises(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    q = [x for x in spoken(d) if x.endswith("?")] or ["What now?"]
    return "Workbook\n\n" + "\n\n".join(
        f"Exercise {n}: {q[n % len(q)]}\nHint: {s[n]}\nSolution: {s[n + 3]}" for n in range(1, 13)
    )


@negative
def song_brackets(d: Dialogue, rng: Random) -> str:
    s = [x.rstrip(".") for x in statements(d, rng)]
    out = ["Night ferry"]
    for n in range(4):
        out += [f"[Verse {n + 1}]\n" + "\n".join(s[4 * n : 4 * n + 4]), "[Chorus]\n" + "\n".join(s[:3])]
    return "\n\n".join(out)


@negative
def obituary(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return f"{d.chair.name}, 1931-2024\n\n" + "\n\n".join(
        f"{d.chair.last} {('was born in Tern', 'went to sea', 'came home', 'taught', 'retired')[n % 5]}. {s[n]} {s[n + 1]}"
        for n in range(10)
    )


@negative
def chess(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "The game\n\n" + "\n".join(
        f"{('White', 'Black')[n % 2]}: {'abcdefgh'[n % 8]}{n % 8 + 1}. {s[n]}" for n in range(20)
    )


@negative
def job_ads(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Jobs\n\n" + "\n\n".join(
        f"{w.office.upper()} ({w.seat})\n\nYour tasks: {s[n]}\nYou bring: {s[n + 1]} You like boats.\nWe offer: {s[n + 2]} We look forward to hearing from you."
        for n, w in enumerate(d.people * 2)
    )


@negative
def school_reports(d: Dialogue, rng: Random) -> str:
    said = (
        "A good year. Could ask more often.",
        "Reads well, writes badly. I would like to see the homework.",
        "A joy to teach.",
        "Talks too much; you can hear it from the yard.",
    )
    return "Reports\n\n" + "\n\n".join(
        f"{w.first} {w.last}\nMathematics: {said[n % 4]}\nEnglish: {said[(n + 1) % 4]}\nMusic: {said[(n + 2) % 4]}"
        for n, w in enumerate(d.people * 2)
    )


@negative
def phrase_pairs(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Lesson 4\n\n" + "\n\n".join(
        f"English: {s[n]}\nGerman: Das habe ich Ihnen gestern schon gesagt.\nFrench: Je vous l'ai dit hier."
        for n in range(10)
    )


@negative
def phrase_pairs_mixed(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Lesson 4\n\n" + "\n".join(
        f"{tongue}: {s[3 * n + m]}" for n in range(10) for m, tongue in enumerate(rng.sample(("EN", "DE", "FR"), 2))
    )


@negative
def tenses(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Change the sentence\n\n" + "\n\n".join(
        f"Present: {s[n]}\nPast: {s[n + 1]}" + (f"\nFuture: {s[n + 2]}" if n % 2 else "") for n in range(10)
    )


@negative
def old_and_new(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Amendments\n\n" + "\n\n".join(
        f"§ {n}\n\nOld text: {s[2 * n]}\n\nNew text: {s[2 * n + 1]} {s[2 * n]}" for n in range(1, 9)
    )


@negative
def soap_notes(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "\n\n".join(
        f"{w.name}, seen on {n} May\nComplaint: {s[n]}\nFindings: {s[n + 1]}\nPlan: {s[n + 2]} I see her again in a week."
        for n, w in enumerate(d.people * 2, 1)
    )


@negative
def tips_with_names(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Our team's favourite walks\n\n" + "\n\n".join(
        f"{w.first}'s tip: {s[n]} {s[n + 3]} You will love it." for n, w in enumerate(d.people * 3)
    )


@negative
def teams(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "Season preview\n\n" + "\n\n".join(
        f"{w.seat.upper()}\nStrengths: {s[n]}\nWeaknesses: {s[n + 1]}\nCoach: {w.name}\nOne to watch: {d.chair.name}. I saw him in May."
        for n, w in enumerate(d.people * 2)
    )


@negative
def sermon(d: Dialogue, rng: Random) -> str:
    return "A sermon for the second Sunday\n\n" + "\n\n".join(
        " ".join(t.paragraphs) + (" Why, my friends?" if n % 3 == 0 else "") for n, t in enumerate(d.turns)
    )


@negative
def hours(d: Dialogue, rng: Random) -> str:
    s = statements(d, rng)
    return "One day at the lock\n\n" + "\n\n".join(f"{6 + n}:00\n{s[n]} {s[n + 3]}" for n in range(14))
