"""Documents without turns: pages of a town, a shop and a court, with names, colons and letters before lines."""

from __future__ import annotations

from random import Random

from printed.negatives.forms import sentences
from printed.registry import negative
from printed.sheet import Dialogue


@negative
def quiz_with_capital_letters(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "How well do you know the river?\n\n" + "\n\n".join(
        f"{n}. Which of these do you think is true?\nA. {s[n]}\nB. {s[n + 1]}\nC. {s[n + 2]}\nD. I do not know."
        for n in range(1, 11)
    )


@negative
def answers_of_a_quiz(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Answers\n\n" + "\n".join(f"{n}: {'ABCD'[n % 4]}. {s[n]}" for n in range(1, 13))


@negative
def signed_reviews(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "What our guests write\n\n" + "\n\n".join(
        f"{'★' * (n % 3 + 3)}\n{s[n]} We will come again, and you should too.\n{w.first} {w.last[0]}., {w.seat}"
        for n, w in enumerate(d.people * 3)
    )


@negative
def recipe_with_headings(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n".join(
        ["Pike in the reed", "", "Serves 4", "", "For the fish:", "1 pike, cleaned", "2 lemons", "", "For the sauce:", "100 g butter", "1 onion", ""]
        + [f"{n}. {head}: {s[n]} Your pan must be hot." for n, head in enumerate(("Prepare", "Salt", "Fry", "Rest", "Serve"), 1)]
        + ["", "Cook's tip: I like it cold.", "Wine: a dry one, if you ask me."]
    )  # fmt: skip


@negative
def release_notes(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"Version 2.{n} ({n} March 2024)\n\nNew: {s[n]}\nFixed: {s[n + 1]}\nChanged: {s[n + 2]} You must restart.\nThanks: {d.people[n % len(d.people)].name}"
        for n in range(1, 8)
    )


@negative
def cast_on_a_page(d: Dialogue, rng: Random) -> str:
    return "The Gate Keeper's Daughter\n\nCast\n\n" + "\n".join(
        f"{w.last.upper()}: {p.name}" for w, p in zip(d.people, reversed(d.people), strict=True)
    ) + f"\n\nDirector: {d.chair.name}\nMusic: {d.people[0].name}\nLights: {d.people[-1].name}\n"  # fmt: skip


@negative
def characters_of_a_novel(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "The characters\n\n" + "\n\n".join(
        f"{w.name}: {w.office} of {w.seat}. {s[n]} Trusts nobody, least of all {d.chair.last}."
        for n, w in enumerate(d.people)
    )


@negative
def glossary_in_capitals(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"{term}. {s}"
        for term, s in zip(
            ("GAUGE", "WEIR", "DRAUGHT", "SOUNDING", "BED LOAD", "LOWER GATE", "PILOT", "LOCK CHAMBER"),
            sentences(d),
            strict=False,
        )
    )


@negative
def rota_with_names(d: Dialogue, rng: Random) -> str:
    return "Duty rota, week 12\n\n" + "\n\n".join(
        f"{day}\n"
        + "\n".join(f"{6 + 4 * n:02}:00-{10 + 4 * n:02}:00 {w.name}: gate {n + 1}" for n, w in enumerate(d.people[:4]))
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
    )


@negative
def conference_programme(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Second day\n\n" + "\n\n".join(
        f"{9 + n}:15 {w.name}, {w.body}\n{s[n].rstrip('.')}\nWhat can we learn from it, and what can you do at home?"
        for n, w in enumerate(d.people)
    )


@negative
def books_by_author(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Works cited\n\n" + "\n\n".join(
        f"{w.last}, {w.first}. {s[n].rstrip('.')}: A History of My River. {w.seat}: Weir Press, {1950 + n}."
        for n, w in enumerate(d.people * 2)
    )


@negative
def addresses(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"{w.title} {w.name}\n{w.office}\n{n + 3} Quay Street\n{w.seat}" for n, w in enumerate(d.people * 3)
    )


@negative
def match_report_in_minutes(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Halme 3, Norrel 2\n\n" + "\n".join(
        f"{5 * n}' {w.last}: {s[n]}" if n % 3 else f"{5 * n}' Goal! {w.last} scores for {w.seat}."
        for n, w in enumerate(d.people * 3, 1)
    )


@negative
def league_table(d: Dialogue, rng: Random) -> str:
    return "P  W  D  L\n" + "\n".join(
        f"{n}. {w.seat}: {20 - n} {n} {n // 2} {n}  Coach: {w.name}" for n, w in enumerate(d.people * 2, 1)
    )


@negative
def court_docket(d: Dialogue, rng: Random) -> str:
    return "COURT OF HALME\nDOCKET FOR 4 MARCH\n\n" + "\n\n".join(
        f"Case No. 24-{100 + n}\n{w.name.upper()} v. {d.chair.name.upper()}\nJudge: {d.people[0].last}\nFor the plaintiff: {d.people[n % len(d.people)].name}\nMotion: to close the gate\nStatus: You must appear in person."
        for n, w in enumerate(d.people * 2)
    )


@negative
def minutes_by_item(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    out = [f"Minutes of the {d.chair.body}", "", f"Chair: {d.chair.name}", "In attendance: " + ", ".join(w.name for w in d.people), ""]  # fmt: skip
    for n, w in enumerate(d.people * 2, 1):
        out += [f"{n}. {w.office}", "", f"{w.last} presented the figures. {s[n]} The {d.chair.office.lower()} thanked {w.last}.", "", f"Decision: {s[n + 4]}", f"Responsible: {w.last}", ""]  # fmt: skip
    return "\n".join(out)


@negative
def answers_to_a_mail(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"On {n + 1} March 2024, {w.name} wrote:\n\n> {s[n]}\n> {s[n + 2]} Can you tell me why?\n\nI cannot. {s[n + 5]}\n\n{d.chair.first}"
        for n, w in enumerate(d.people)
    )


@negative
def reviews_with_verdicts(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Six boat lamps tested\n\n" + "\n\n".join(
        f"{w.last} 200\n\nPros: {s[n]}\nCons: {s[n + 3]} You will need a second one.\nPrice: {40 + n} crowns\nVerdict: I would not buy it again."
        for n, w in enumerate(d.people)
    )


@negative
def death_notices(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Deaths\n\n" + "\n\n".join(
        f"{w.last.upper()}, {w.name}. Died at home in {w.seat} on {n + 1} March, aged {70 + n}. {s[n]} We miss you. Service: Friday, 11:00."
        for n, w in enumerate(d.people * 2)
    )


@negative
def what_is_on_tonight(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Tonight on Channel 4\n\n" + "\n\n".join(
        f"{18 + n // 2}:{n % 2 * 30:02} {title}: {s[n]} With {d.people[n % len(d.people)].name}."
        for n, title in enumerate(("News", "Weather", "The Gate", "Your Garden", "Film", "Sport", "Late News", "Quiz"))
    )


@negative
def invoice(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"INVOICE {300 + n}\n\nBill to: {w.name}\nShip to: {d.chair.name}\nItem: Brass clock\nQuantity: {n}\nTotal: {n * 40}.00\nTerms: We thank you for your order and ask you to pay within 30 days."
        for n, w in enumerate(d.people * 2, 1)
    )


@negative
def code_with_remarks(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f'# TODO: {s[n]}\n# NOTE: I think you want the other gate here.\n# FIXME: {s[n + 1]}\ngate_{n} = read("{w.seat}")  # {w.first}: why?'
        for n, w in enumerate(d.people * 3)
    )


@negative
def letter_of_application(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return (
        f"{d.people[0].name}\n4 Quay Street\n{d.people[0].seat}\n\n{d.chair.title} {d.chair.name}\n{d.chair.body}\n\nDear {d.chair.title} {d.chair.last}:\n\n"
        + "\n\n".join(f"{s[n]} I would be glad to tell you more. {s[n + 1]}" for n in range(5))
        + f"\n\nYours sincerely,\n\n{d.people[0].name}\n\nEnclosed: two letters\nCopy to: {d.people[-1].name}\n"
    )


@negative
def small_advertisements(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Small ads\n\n" + "\n\n".join(
        f"{head}: {s[n]} Call me in the evening. {d.people[n % len(d.people)].first}, tel. 52{n}1"
        for n, head in enumerate(("FOR SALE", "WANTED", "TO LET", "LOST", "FOUND", "HELP WANTED") * 2)
    )


@negative
def horoscope(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Your week\n\n" + "\n\n".join(
        f"{sign}: {s[n]} You will meet somebody who knows your name. Is it love?"
        for n, sign in enumerate(("Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo", "Libra", "Scorpio"))
    )


@negative
def team_of_a_company(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "The team\n\n" + "\n\n".join(
        f"{w.name}\n{w.office}\n\n{s[n]} Ask {w.first} about: the lower gate." for n, w in enumerate(d.people * 2)
    )


@negative
def weekly_menu(d: Dialogue, rng: Random) -> str:
    return "Canteen\n\n" + "\n\n".join(
        f"{day}\nSoup: leek\nMain: pike with potatoes\nSweet: plum cake. Ask us what is in it!"
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    )


@negative
def weather_by_place(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "The weather\n\n" + "\n\n".join(
        f"{w.seat} — {s[n]} Take your coat with you." for n, w in enumerate(d.people * 2)
    )


@negative
def acknowledgements(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Thanks\n\n" + "\n\n".join(f"To {w.name}: {s[n]} I owe you a boat." for n, w in enumerate(d.people * 2))


@negative
def cameras_compared(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Which camera for the river?\n\n" + "\n\n".join(
        f"{w.first} Pro\nPlus: {s[n]}\nMinus: {s[n + 2]} You must charge it daily.\nOur verdict: I liked it."
        for n, w in enumerate(d.people * 2)
    )


@negative
def cases_heard_today(d: Dialogue, rng: Random) -> str:
    return "Cases heard today\n\n" + "\n\n".join(
        f"{n}. {w.last} against the town\nBefore: {d.chair.name}\nCounsel: {d.people[0].last}\nOutcome: Adjourned. You may appeal within a month."
        for n, w in enumerate(d.people * 2, 1)
    )


@negative
def news_of_a_program(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"3.{n}.0\n\nAdded: {s[n]}\nRemoved: {s[n + 1]}\nFixed: {s[n + 2]}\nSecurity: You should update at once."
        for n in range(1, 9)
    )


@negative
def guest_book(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Guest book\n\n" + "\n\n".join(
        f"{s[n]} I loved the boats!\n{w.name}, {w.seat}, {n + 2} May" for n, w in enumerate(d.people * 3)
    )


@negative
def radio_tonight(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Radio tonight\n\n" + "\n".join(
        f"{18 + n // 2}.{n % 2 * 30:02} {title}: {s[n]}"
        for n, title in enumerate(("News", "The Weir", "Evening Song", "Your Letters", "Late Show", "Night Music"))
    )


@negative
def wanted_and_found(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Notice board\n\n" + "\n\n".join(
        f"{('Wanted', 'Found', 'For sale', 'To give away')[n % 4]}: {s[n]} Ring me after six." for n in range(12)
    )


@negative
def signs_of_the_stars(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "What the stars say\n\n" + "\n\n".join(
        f"{sign}\n{s[n]} You meet an old friend. Do you dare?"
        for n, sign in enumerate(("ARIES", "TAURUS", "GEMINI", "CANCER", "LEO", "VIRGO", "LIBRA", "PISCES"))
    )


@negative
def menu_of_a_school(d: Dialogue, rng: Random) -> str:
    return "\n\n".join(
        f"{day}:\nSoup: pea\nMain course: dumplings\nDessert: apples. You may have two."
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    )


@negative
def dedications(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Thank you\n\n" + "\n\n".join(f"For {w.name}: {s[n]} I thank you." for n, w in enumerate(d.people * 2))


@negative
def goals_minute_by_minute(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "As it happened\n\n" + "\n".join(
        f"{7 * n} min: {w.last.upper()}: {s[n]}" for n, w in enumerate(d.people * 3, 1)
    )


@negative
def decisions_of_a_meeting(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Record of decisions\n\n" + "\n\n".join(
        f"Item {n}\nProposed by: {w.name}\n{w.last} explained the plan. {s[n]}\nResult: Agreed\nOwner: {w.last}"
        for n, w in enumerate(d.people * 2, 1)
    )


@negative
def tasks_in_a_program(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n".join(
        f"// {('TODO', 'FIXME', 'HACK', 'NOTE')[n % 4]}: {s[n]} I do not know why.\nopen_gate({n});" for n in range(16)
    )


@negative
def staff_pages(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "Our staff\n\n" + "\n\n".join(
        f"{w.name}\n{w.office}\n\n{w.first} is your first contact. {s[n]} I like: boats. I dislike: fog."
        for n, w in enumerate(d.people * 2)
    )


@negative
def forwarded_mail(d: Dialogue, rng: Random) -> str:
    s = sentences(d)
    return "\n\n".join(
        f"-------- Forwarded message --------\nFrom: {w.name} <{w.last.lower()}@tern.example>\nSubject: Re: gate {n}\n\n> {s[n]}\n> Do you agree?\n\nI do. {s[n + 4]}\n\nYours, {d.chair.first}"
        for n, w in enumerate(d.people)
    )
