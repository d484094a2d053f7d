"""Pages with much above and below the talk, as magazines, archives, programmes and calls print them; and names in tags."""

from __future__ import annotations

from random import Random

from printed.registry import layout, simple
from printed.sheet import Dialogue, Person, Sheet, aside, often

simple(
    "component tags",
    '<Speaker name="',
    '" time="00:12">\n\n',
    between="\n\n</Speaker>\n\n",
    within="\n\n",
    top='import Player from "../Player"\n\n<Player src="4.mp3" />\n\n## Transcript\n\n',
)
simple("shortcodes of a site", '{{{{< speaker "', '" >}}}}\n\n')
simple("dated brackets, name below", "[2021-06-11 10:02] ", "\n", within="\n")


@layout
def review_with_a_table_of_contents(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        "Interviews\n\nThe Art of Sweeping No. 12\n\nShe met us at the door with a broom. She does not like the telephone."
    )
    for t in d.turns:
        s.say("\n\n", t.who.last.upper(), "\n\n", t)
    s.put("\n\nFrom the Archive, Issue 51\n\nFiction\nOda Brill, Three Herons\n\nPoetry\nJun Ademar, Two Poems\n")
    return s


@layout
def candid_talk(d: Dialogue, _rng: Random) -> Sheet:
    asked = d.turns[-1].who.name
    s = Sheet(f"TALK: {asked.upper()}\n\na candid talk about rope and debt\n\n“I expected a queue. I got a lunch.”")
    for t in d.turns:
        s.say("\n\n", t.who.last.upper(), ": ", t)
    s.put("\n\nFirst published in The Quay, March 2019. Reprinted by permission.\n")
    return s


@layout
def record_of_a_press_database(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        "HD      Evening Talk\nWC      1,104 words\nPD      23 June 2021\nSN      Tern Evening\nLA      English\n\nLP"
    )
    for t in d.turns:
        s.say("\n\n", t.who.name.upper(), ": ", t)
    s.put(
        "\n\nNS      gpol : Domestic Politics | gcat : General News\nRE      tern : Tern\nAN      Document TERN0002\n"
    )
    return s


@layout
def archive_fields_and_dates(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet(
        "1 of 1 DOCUMENT\n\nSHOW: EVENING TALK\n\nHEADLINE: Talk of the Day\n\nHIGHLIGHT: Two people spoke. Neither left.\n\nBODY:"
    )
    for t in d.turns:
        s.say("\n\n", t.who.last.upper(), ": ", t)
    s.put("\n\nLOAD-DATE: June 24, 2021\n\nLANGUAGE: ENGLISH\n\nDOCUMENT-TYPE: SHOW\n")
    return s


@layout
def guests_and_credits_below(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Evening Talk\n\nBroadcast Friday 14 March, 7:35")
    for t in d.turns:
        s.say("\n\n", t.who.name, ": ", t)
    guests = "\n\n".join(f"{person.name}\n\n{person.office}" for person in d.people)
    s.put(f"\n\nGuests\n\n{guests}\n\nPresenter\n\nRike Istle\n\nProducer\n\nOda Brill\n")
    return s


@layout
def outlet_in_capitals_with_an_article(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("« A Debt Is a Letter »\n\nInterview")
    for t in d.turns:
        s.say("\n\n", "LE QUAI" if t.who.asks or t.who is d.chair else t.who.name, ". - ", t)
    return s


@layout
def call_with_a_roster_of_companies(d: Dialogue, _rng: Random) -> Sheet:
    def office(person: Person) -> str:
        return f"{person.office}, {person.body} & Co." if person.asks else f"{person.office}, {person.body}, Inc."

    roster = "\n\n".join(f"{person.name}\n{office(person)}" for person in d.people)
    s = Sheet(f"Tern Rope, Inc. (ROPE)\nQ3 Call\n\nPARTICIPANTS\n\n{roster}\n\n{'.' * 80}\n\nQUESTIONS AND ANSWERS")
    for n, t in enumerate(d.turns):
        asks = f"{' ' * 30}{'Q' if t.who.asks else 'A'}" if n > 3 else ""
        s.say("\n\n", t.who.name, f"\n{office(t.who)}{asks}\n\n", t)
        s.put(f"\n\n{'.' * 80}")
    return s


@layout
def script_of_a_broadcast(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet('EVENING TALK\n\nEpisode 4: "The Quay"\n\nFADE IN: THEME, THEN UNDER.')
    for t in d.turns:
        s.say("\n\n", t.who.last.upper(), "\n\n", t)
        if often(rng, 0.15):
            aside(s, "SFX: WATER UNDER ICE, DISTANT.")
    s.put("\n\nTHEME UP AND OUT.\n\nTHE END\n")
    return s


@layout
def phone_chat_and_notices(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("11/06/2021, 10:00 - Messages here are encrypted.")
    for n, t in enumerate(d.turns):
        s.say("\n", f"{t.who.name}", ": ", t, "\n")
        s.text = s.text.replace(f"\n{t.who.name}: \ue000", f"\n11/06/2021, 10:{n % 60:02} - {t.who.name}: \ue000")
        if often(rng, 0.15):
            s.put(f"\n11/06/2021, 10:{n % 60:02} - {t.who.name} changed the group description")
    return s


@layout
def clip_above_the_talk(d: Dialogue, _rng: Random) -> Sheet:
    who = d.turns[1].who
    s = Sheet(f"Talk of the Day\n\n{who.last}: Nobody heard it go\n\nThe keeper of the lamps tells what the tide took.")
    for t in d.turns:
        s.say("\n\n", t.who.last.upper(), ": ", t)
    s.put("\n\nBack To Top »\n")
    return s


@layout
def who_asked_is_told_below(d: Dialogue, _rng: Random) -> Sheet:
    s = Sheet("Two Keepers of the Lamps\n\nBy Rike Istle\n\nJanuary 1, 2019")
    for t in d.turns:
        s.say("\n\n**", t.who.name, ":** ", t)
    s.put(
        "\n\nRike Istle has written for The Quay since 2011. Her last book is Ropes.\n\n[^1]: The lamps were lit in 1894.\n"
    )
    return s
