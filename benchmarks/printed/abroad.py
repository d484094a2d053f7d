"""Layouts of other countries, with what is said in their languages. Written from memory, before they were measured."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from printed.registry import layout_in
from printed.sheet import Dialogue, Person, Sheet, aside, often, wrapped


def _turns(
    d: Dialogue, label: Callable[[Person, bool], str], after: str, between: str = "\n\n", top: str = ""
) -> Sheet:
    """All turns set alike; the label is made from the person, and whether the person speaks for the first time."""
    s = Sheet(top)
    seen: set[Person] = set()
    for n, t in enumerate(d.turns):
        s.say(between if n else "", label(t.who, t.who not in seen), after, t, between)
        seen.add(t.who)
    return s


@layout_in("de")
def landtag(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Beginn: 10.02 Uhr\n\n")
    for n, t in enumerate(d.turns):
        who = t.who
        label = (
            f"{who.office} {who.name}"
            if who is d.chair
            else f"{who.name}, {who.office}"
            if "Minister" in who.office
            else f"{who.name} ({who.party})"
        )
        s.say("\n\n" if n else "", label, ":\n", t, "\n\n")
        if often(rng, 0.3):
            aside(
                s,
                rng.choice(
                    (
                        "(Beifall bei der FRL)",
                        "(Heiterkeit – Zuruf von der KVP: Hört, hört!)",
                        "(Zuruf der Abg. Marit Kühnast [BUN])",
                    )
                ),
            )
    s.put("\n\n(Schluss: 11.40 Uhr)")
    return s


@layout_in("de")
def landtag_wrapped(d: Dialogue, rng: Random) -> Sheet:
    s = _turns(
        d, lambda who, first: f"{who.office} {who.last}" if who.office[0] == "P" else f"{who.name} [{who.party}]", ": "
    )
    return Sheet(wrapped(s.text, 64), s.labels)


@layout_in("de")
def zeitung(d: Dialogue, rng: Random) -> Sheet:
    return _turns(
        d,
        lambda who, first: "NORRELER BOTE" if who.asks else who.last.upper() if not first else who.name.upper(),
        ": ",
        top="„Die Brücke wandert“\n\nEin Gespräch über Kies, Frost und Geduld\n\n",
    )


@layout_in("de")
def frage_und_antwort(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "Frage" if who.asks or who is d.chair else "Antwort", ": ")


@layout_in("de")
def herr_und_frau(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: f"{who.title} {who.last}", ": ", "\n")


@layout_in("de")
def interviewte_person(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "I" if who.asks else f"B{1 + d.people.index(who)}", ": ", "\n")


@layout_in("fr")
def assemblee(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("Présidence de Mme Solange Merival\n\n1\n\nQuestions au Gouvernement\n\n")
    for n, t in enumerate(d.turns):
        who = t.who
        label = (
            f"{who.title} la {who.office}"
            if who is d.chair
            else f"{who.title} {who.name}, {who.office}"
            if "ministre" in who.office
            else f"{who.title} {who.name}"
        )
        s.say("\n\n" if n else "", label, ". ", t)
        if often(rng, 0.25):
            aside(
                s,
                rng.choice(
                    (
                        "(Applaudissements sur les bancs du groupe UDR.)",
                        "(Sourires.)",
                        "(Exclamations sur plusieurs bancs.)",
                    )
                ),
            )
    return s


@layout_in("fr")
def senat(d: Dialogue, rng: Random) -> Sheet:
    return _turns(
        d, lambda who, first: f"{who.title} la {who.office}" if who is d.chair else f"{who.title} {who.name}", ". – "
    )


@layout_in("fr")
def revue(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "La Gazette de Norrel" if who.asks else who.name, " : ")


@layout_in("fr")
def entretien(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: who.name.upper() if first else who.initials, " – ", "\n")


@layout_in("fr")
def question_reponse(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "Q" if who.asks or who is d.chair else "R", " - ", "\n\n")


@layout_in("es")
def camara(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("– En la ciudad de Norrel, a la hora 10 y 12:\n\n")
    for n, t in enumerate(d.turns):
        who = t.who
        label = f"{who.title} {who.office} ({who.last})" if who is d.chair else f"{who.title} {who.last}"
        s.say("\n\n" if n else "", label, ". — ", t)
    return s


@layout_in("es")
def cortes(d: Dialogue, rng: Random) -> Sheet:
    s = Sheet("")
    for n, t in enumerate(d.turns):
        who = t.who
        article = "La señora" if who.title == "Sra." else "El señor"
        label = f"{article} {who.office.upper() if who is d.chair else who.last.upper()}"
        s.say("\n\n" if n else "", label, ": ", t)
        if often(rng, 0.25):
            aside(s, rng.choice(("(Aplausos).", "(Rumores).", "(Varios señores diputados: ¡Muy bien!)")))
    return s


@layout_in("es")
def senado(d: Dialogue, rng: Random) -> Sheet:
    return _turns(
        d,
        lambda who, first: f"El señor {who.last.upper()} ({who.office})" if first else f"El señor {who.last.upper()}",
        ".- ",
    )


@layout_in("es")
def entrevista(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "Pregunta" if who.asks or who is d.chair else "Respuesta", ": ")


@layout_in("es")
def entrevista_corta(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "P" if who.asks or who is d.chair else "R", ". ", "\n")


@layout_in("ru")
def vstrecha(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: f"{who.first[0]}.{who.last}", ": ", top="Начало встречи\n\n4 марта, 16:20\n\n")


@layout_in("ru")
def vopros(d: Dialogue, rng: Random) -> Sheet:
    return _turns(
        d,
        lambda who, first: "Вопрос" if who.asks else who.last,
        ": ",
        top="Пресс-конференция по итогам переговоров\n\n",
    )


@layout_in("ru")
def stenogramma(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: f"{who.last.upper()} {who.first[0]}.", " ", "\n")


@layout_in("ru")
def vedushij(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "Ведущий" if who.asks else who.name, " – ", "\n\n")


@layout_in("zh")
def fayanren(d: Dialogue, rng: Random) -> Sheet:
    return _turns(
        d,
        lambda who, first: f"{who.body}{who.office}" if who.asks else who.last + who.first,
        "：",
        top="2024年3月4日例行记者会\n\n",
    )


@layout_in("zh")
def wen_da(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "问" if who.asks else "答", "：", "\n")


@layout_in("zh")
def jizhe(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: "记者" if who.asks else who.last + who.first, ":", "\n")


@layout_in("zh")
def kuohao(d: Dialogue, rng: Random) -> Sheet:
    return _turns(d, lambda who, first: who.last + who.first, "： ", "\n\n")
