"""Labels in a frame that only the whole document shows, and records whose fields say who speaks and what."""

from __future__ import annotations

import pytest

import quotedb


def turns(text: str) -> list[tuple[str | None, str]]:
    """Label and words of every turn."""
    passages: dict[int, list[quotedb.Utterance]] = {}
    for u in quotedb.parse(text):
        if u.kind == "turn":
            passages.setdefault(u.passage, []).append(u)
    return [(pieces[0].label, " ".join(u.text for u in pieces)) for pieces in passages.values()]


BELLS = [
    ("Ina Torv", "Good morning, Mr. Hask. You have kept the bells of Ornby for thirty years. How did that begin?"),
    ("Per Hask", "With a ladder. My father sent me up, and nobody told me when to come down."),
    ("Ina Torv", "Were you afraid?"),
    ("Per Hask", "Yes. I still am, and I go up every day."),
    ("Ina Torv", "What does the large bell cost you in a year?"),
    ("Per Hask", "Two ropes: one in March, one in autumn. I pay for the second."),
    ("Ina Torv", "And who pays for the first?"),
    ("Per Hask", "The parish, as far as I know. Thank you for asking."),
]
NETS = [
    ("Lise Brand", "Captain, when did you see that the nets were gone?"),
    ("Arvo Lind", "At five. I thought that I had come to the wrong quay."),
    ("Lise Brand", "Did you call anybody?"),
    ("Arvo Lind", "I called my sister. She said: mend them or sell the boat."),
    ("Rosa Keel", "May I add something? I saw a lorry at four, without lights."),
    ("Lise Brand", "Why did you tell nobody?"),
    ("Rosa Keel", "You never asked me."),
    ("Arvo Lind", "I would have asked if I had known."),
]
ORGAN = [
    ("Hedda Moe", "We are looking at the smallest pipe. Is it wood?"),
    ("Ulf Stenmark", "No, it is tin, and I would not touch it if I were you."),
    ("Hedda Moe", "I will not. Who made it?"),
    ("Ulf Stenmark", "A woman in Lerch, whose name we do not know."),
    ("Hedda Moe", "How do you know that it was a woman?"),
    ("Ulf Stenmark", "She wrote it into the wind chest: I made this, and he was paid."),
    ("Hedda Moe", "Can we hear it?"),
    ("Ulf Stenmark", "You can. Please step back."),
]


def printed(talk: list[tuple[str, str]], frame: str, between: str = "\n\n") -> str:
    """A talk with every turn in one frame."""
    verbs = ("says", "asks", "answers")
    return between.join(
        frame.format(who=who, said=said, n=n, m=n % 60, a="abcdefgh"[n], verb=verbs[n % 3])
        for n, (who, said) in enumerate(talk)
    )


FRAMES = {
    "guillemets": "«{who}» {said}",
    "guillemets, the words below": "«{who}»\n{said}",
    "lenses": "〔{who}〕 {said}",
    "equals signs": "== {who} ==\n{said}",
    "slashes": "/{who}/: {said}",
    "a mark of its own behind": "{who} ⇒ {said}",
    "a colon of another script": "{who}∶ {said}",
    "a broken bar": "{who} ¦ {said}",
    "an arrow before": "→ {who}: {said}",
    "a counter with a word": "Turn {n}: {who}: {said}",
    "a counter in letters": "({a}) {who}: {said}",
    "numbers in parts": "2.1.{n} {who}: {said}",
    "minutes and seconds": "{n}'{m:02}\" {who}: {said}",
    "a day and a time": "4 March 2031, 15:{m:02} – {who}: {said}",
    "a time as machines write it": "2031-03-04T15:{m:02}:09Z {who}: {said}",
    "verbs of saying": "{who} {verb}: {said}",
    "the floor": "{who} has the floor: {said}",
    "a macro": "\\textsc{{{who}}}: {said}",
    "elements": '<div class="who">{who}</div>\n<div class="said">{said}</div>',
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("talk", [BELLS, NETS, ORGAN], ids=["bells", "nets", "organ"])
def test_a_frame_of_its_own(talk: list[tuple[str, str]], frame: str) -> None:
    """What stands round the labels comes back, figures and verbs aside; the colons inside what is said set no label."""
    assert turns(printed(talk, frame)) == talk


RECORDS = {
    "a form": "Speaker: {who}\nText: {said}",
    "a form with times": "Time: 00:{n:02}:04\nSpeaker: {who}\nText: {said}",
    "who and what": "WHO: {who}\nWHAT: {said}",
    "names above values": "Speaker:\n{who}\nStatement:\n{said}",
    "settings": "speaker = {who}\ntext = {said}",
    "a list of mappings": '- speaker: "{who}"\n  text: "{said}"',
    "pairs": 'speaker="{who}" text="{said}"',
    "attributes": '<u who="{who}">{said}</u>',
    "bold names": "**Speaker:** {who}\n**Text:** {said}",
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("talk", [BELLS, NETS, ORGAN], ids=["bells", "nets", "organ"])
def test_records_that_say_who_and_what(talk: list[tuple[str, str]], record: str) -> None:
    """The value of one field is the label, that of another the words; the names of the fields are nobody."""
    assert turns(printed(talk, record)) == talk


NOBODYS = {
    "tips of a team": printed(
        [(who, "Take the path by the weir, and bring a lamp. You will love it.") for who, _ in BELLS],
        "{who}'s tip: {said}",
    ),
    "sayings": printed(
        [(who, "I never sold a boat that I had not slept in.") for who, _ in BELLS], "{who} once said: {said}"
    ),
    "a glossary": printed(
        [(term, "A board that holds the water back.") for term in ("Sill", "Weir", "Gate", "Sill", "Weir", "Gate")],
        "«{who}» {said}",
    ),
    "orders": printed(
        [(who, "Thank you, I look forward to it.") for who, _ in BELLS], "Name: {who}\nItem: {n} lamps\nMessage: {said}"
    ),
    "finds": printed(
        [(find, "It lay below the sill.") for find in ("Coin", "Ring", "Key", "Coin", "Ring", "Key")],
        "Find: {n}\nWho: {who}\nText: {said}",
    ),
    "goals": printed([(who.split()[1].upper(), "Hits the post again.") for who, _ in BELLS], "{n} min: {who}: {said}"),
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_frames_in_which_nobody_speaks(text: str) -> None:
    """Tips, sayings, terms and orders come back in frames as well: nobody asks and nobody answers."""
    assert turns(text) == []


#: Labels that are a surname with an initial, or a seat with its number: each looks like something else somewhere.
SHORT_NAMES = {
    "Ina Torv": "P. Torv", "Per Hask": "A. Hask", "Lise Brand": "I. Brand", "Arvo Lind": "A. Lind", "Rosa Keel": "D. Keel",
    "Hedda Moe": "F. Moe", "Ulf Stenmark": "A. Stenmark",
}  # fmt: skip


@pytest.mark.parametrize("after", [": ", " – ", "   ", "\t", "\n"], ids=["colon", "dash", "gap", "tab", "own line"])
@pytest.mark.parametrize("talk", [BELLS, NETS, ORGAN], ids=["bells", "nets", "organ"])
def test_an_initial_before_a_surname_is_no_question_and_no_answer(talk: list[tuple[str, str]], after: str) -> None:
    """`A. Lind: At five.` answers nobody who asks as Q; `I. Brand` says nothing of himself."""
    short = [(SHORT_NAMES[who], said) for who, said in talk]
    assert turns("\n\n".join(f"{who}{after}{said}" for who, said in short)) == short


def test_an_answer_is_no_initial() -> None:
    """Where somebody asks as Q, an A with a colon behind its first word answers."""
    text = (
        "Q. Who kept the bell?\nA. Kell. I knew him.\nQ. Do you know who keeps it now?\nA. Nobody: it fell.\n"
        "Q. Did you see it?\nA. I did."
    )
    assert [label for label, _ in turns(text)] == ["Q", "A"] * 3


@pytest.mark.parametrize("after", [": ", "   ", "\n"], ids=["colon", "gap", "own line"])
@pytest.mark.parametrize("talk", [BELLS, NETS, ORGAN], ids=["bells", "nets", "organ"])
def test_surnames_in_capitals_with_an_initial(talk: list[tuple[str, str]], after: str) -> None:
    """The point of an initial at the end of a label ends no sentence."""
    loud = [(f"{who.split()[1].upper()} {who[0]}.", said) for who, said in talk]
    assert turns("\n\n".join(f"{who}{after}{said}" for who, said in loud)) == loud


SEATS = ["Seat {}", "Juror No. {}", "Anonymous {}", "Informant {}", "Resp0{}"]


@pytest.mark.parametrize("seat", SEATS)
def test_people_who_are_counted(seat: str) -> None:
    """Four or more such labels are no readings of a machine where their numbers lie side by side and come back."""
    number = {who: n for n, who in enumerate(dict.fromkeys(who for who, _ in NETS + BELLS), 3)}
    talk = [(seat.format(number[who]), said) for who, said in NETS + BELLS]
    assert turns("\n\n".join(f"{who}: {said}" for who, said in talk)) == talk


def test_readings_are_still_nobody() -> None:
    """The readings of a machine change each time, or lie far apart."""
    text = "\n\n".join(f"Gauge {17 * n % 97 + 3}: {said}" for n, (_, said) in enumerate(NETS + BELLS))
    assert turns(text) == []


MANUAL = [
    "The path is closed in winter. Tickets cost three crowns.", "Two of the nine pumps are spare.", "Half of it went to the school.",
    "It opens outwards only. The paint has to dry for a day. No dogs after noon.", "The lid must be shut.", "It was sold in 2019.",
    "The wheel turns to the left. Nothing has changed since March.", "Bring a lamp and a spare key.", "The older parts fit as well.",
    "Stir until the foam is gone.", "A second coat is not needed. See page 14 of the handbook.", "It holds four hundred litres.",
]  # fmt: skip


@pytest.mark.parametrize("form", ["Player {}:\n{}", "Player {} / {}", "**Player {}** {}", "| Player {} | {} |"])
def test_players_of_a_manual_are_nobody(form: str) -> None:
    """Numbers that come back are no people where nobody asks anything."""
    assert turns("\n\n".join(form.format(n % 4 + 1, said) for n, said in enumerate(MANUAL))) == []


def test_terms_in_angles_are_no_handles() -> None:
    """Nobody asks, answers or says "I" in a glossary."""
    text = "\n\n".join(
        f"<{term}> A board that holds the water back." for term in ("Sill", "Weir", "Sill", "Weir", "Gate")
    )
    assert turns(text) == []
