"""Sentences in which the nearest name is not the speaker: who hears, who is quoted, what nobody said. articles/frames_*.txt.

    python benchmarks/frames.py             figures of both halves, English, German and French
    python benchmarks/frames.py --misses    and what is wrong in the halves in sight

Every line is one sentence, put into a short article about invented people: $A, $B and $C are last names ($A and $C of men,
$B of a woman), $Q is a whole sentence in marks and $q a few words; the stop behind them stands inside the marks, but for a
comma in German and French. Behind "=>" stands who said it: A, B or C, a role as printed, "-" where nobody may be named with a
confidence from 0.5 on; "|" parts what will do. The half that is held back has other verbs: rules are made on the half in
sight, and of the other one only the figures are looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import quotedb

FOLDER = Path(__file__).parent / "articles"
HALVES = ("in sight", "held back")
LANGUAGES = ("en", "de", "fr")
#: What the gate keeps: the share that is right, in percent, and how many lines name somebody wrong.
_CALLED = {"en": "", "de": "German ", "fr": "French "}
RIGHT = tuple(f"{_CALLED[language]}frames {half}: right" for language in LANGUAGES for half in HALVES)
WRONG = tuple(f"{_CALLED[language]}frames {half}: somebody wrong named" for language in LANGUAGES for half in HALVES)
#: An answer that is no surer says itself that it is open.
NAMES_ABOVE = 0.5
NOBODY = "-"


class Setting(NamedTuple):
    """The people and the words of one language."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    others: tuple[str, ...]
    whole: tuple[str, ...]
    asked: tuple[str, ...]
    shouted: tuple[str, ...]
    few: tuple[str, ...]
    intros: tuple[str, ...]
    outro: str
    marks: tuple[str, str]  #: two pairs of marks, in turn
    inside: bool = False  #: whether every stop stands inside the marks
    space: str = ""  #: between marks and words, and before a question mark


SETTINGS = {
    "en": Setting(
        ("Iven Hale", "Otto Farrow", "Piers Lomas", "Tomas Redl", "Hugo Barsk", "Emil Strand", "Karl Venn"),
        ("Mara Quist", "Anna Losvane", "Helen Ostrow", "Ida Brandt", "Clara Tamm"),
        ("Simon Pask", "Adam Kroll", "Peter Olin"),
        (
            "The bridge will not hold another winter", "We have lost the keys to the harbour", "Nobody counted the boats",
            "There is no money left in the chest", "The lamps must stay lit until morning", "You will hear from us on Monday",
            "I have never seen such a flood",
        ),
        ("Where did the money go", "Who opened the gate", "Why was nobody warned", "How long will it last"),
        ("Go home", "Shame on you", "Liar"),
        ("a danger to everybody", "rotten to the core", "a gift to nobody", "past all help"),
        (
            "{a} and {b} came to the town hall of Tarn on Monday. {c} was there as well.",
            "The council of Tarn met on Monday. {b} came late, and so did {a} and {c}.",
            "On Monday {c} opened the meeting in Tarn. {a} sat by the window, {b} at the door.",
        ),
        "The meeting in Tarn lasted until nine.",
        ('""', "“”"),
        inside=True,
    ),
    "de": Setting(
        ("Jan Hale", "Otto Farren", "Peter Lomas", "Thomas Redl", "Hugo Barsk", "Emil Strand", "Karl Venn"),
        ("Anna Losvane", "Helene Ostrow", "Ida Brandt", "Clara Tamm", "Maria Quist"),
        ("Simon Pask", "Adam Kroll", "Paul Olin"),
        (
            "Die Brücke hält keinen Winter mehr aus", "Wir haben die Schlüssel verloren", "Niemand hat die Boote gezählt",
            "Es ist kein Geld mehr in der Kasse", "Die Lampen müssen bis zum Morgen brennen", "Ihr werdet am Montag von uns hören",
            "Ich habe nie eine solche Flut gesehen",
        ),
        ("Wo ist das Geld geblieben", "Wer hat das Tor geöffnet", "Warum wurde niemand gewarnt"),
        ("Geht nach Hause", "Schämt euch", "Lügner"),
        ("eine Gefahr für alle", "durch und durch morsch", "ein Geschenk an niemanden", "nicht mehr zu retten"),
        (
            "{a} und {b} kamen am Montag in das Rathaus von Tarn. {c} war auch da.",
            "Der Rat von Tarn tagte am Montag. {b} kam spät, ebenso {a} und {c}.",
            "Am Montag eröffnete {c} die Sitzung in Tarn. {a} saß am Fenster, {b} an der Tür.",
        ),
        "Die Sitzung in Tarn dauerte bis neun Uhr, und danach gingen alle nach Hause.",
        ("„“", "»«"),
    ),
    "fr": Setting(
        ("Jean Hale", "Pierre Farou", "Michel Lomas", "Thomas Redel", "Hugo Barsac", "Paul Strand", "Luc Venne"),
        ("Anne Losvane", "Hélène Ostrow", "Claire Brandt", "Julie Tamme", "Marie Quist"),
        ("Simon Pasque", "Alain Kroll", "Louis Olin"),
        (
            "Le pont ne passera pas l’hiver", "Nous avons perdu les clés du port", "Personne n’a compté les bateaux",
            "Il n’y a plus d’argent dans la caisse", "Les lampes doivent brûler jusqu’au matin", "Vous aurez de nos nouvelles lundi",
            "Je n’ai jamais vu une telle crue",
        ),
        ("Où est passé l’argent", "Qui a ouvert la porte", "Pourquoi personne n’a été prévenu"),
        ("Rentrez chez vous", "Honte à vous", "Menteur"),
        ("un danger pour tous", "pourri jusqu’à l’os", "un cadeau à personne", "irrécupérable"),
        (
            "{a} et {b} sont venus lundi à la mairie de Tarn. {c} était là aussi.",
            "Le conseil de Tarn s’est réuni lundi. {b} est arrivée en retard, comme {a} et {c}.",
            "Lundi, {c} a ouvert la séance à Tarn. {a} était assis à la fenêtre, {b} à la porte.",
        ),
        "La séance a duré jusqu’à neuf heures, et tout le monde est rentré chez soi.",
        ("«»", "«»"),
        space=" ",
    ),
}  # fmt: skip
_ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "ein",
        "eine",
        "einem",
        "einen",
        "einer",
        "le",
        "la",
        "les",
        "un",
        "une",
    ]
)


class Line(NamedTuple):
    """One sentence in its article, and whom it gives its words to."""

    section: str
    frame: str
    text: str
    end: int  #: where the words end
    wanted: tuple[str, ...]  #: names, labels or NOBODY: any of them will do


class Answer(NamedTuple):
    """What was found for a line."""

    line: Line
    label: str | None
    speaker: str | None
    confidence: float
    rule: str | None

    @property
    def outcome(self) -> str:
        """`right`, `wrong` (somebody else is named) or `nobody` (nobody is named, and somebody should be)."""
        names = self.speaker is not None and self.confidence > NAMES_ABOVE
        if not names:
            return "right" if NOBODY in self.line.wanted else "nobody"
        found = {_bare(self.label or ""), _bare(self.speaker or "")}
        return "right" if any(_bare(wanted) in found for wanted in self.line.wanted) else "wrong"


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words and words[0] in _ARTICLES else words)


def lines(half: str, language: str = "en") -> Iterator[Line]:
    """The lines of one half."""
    section, number = "", 0
    called = "" if language == "en" else f"{language}_"
    for row in (FOLDER / f"frames_{called}{half.replace(' ', '_')}.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("=== "):
            section = row.removeprefix("=== ")
        elif row:
            frame, _, wanted = row.partition(" => ")
            yield _filled(SETTINGS[language], section, frame, wanted, number)
            number += 1


def _filled(setting: Setting, section: str, frame: str, wanted: str, number: int) -> Line:
    people = {
        "A": setting.men[number % len(setting.men)],
        "B": setting.women[number % len(setting.women)],
        "C": setting.others[number % len(setting.others)],
    }
    opening, closing = setting.marks[number % 2]
    space, inside = setting.space, ",?!." if setting.inside else "?!"
    sentence, end = "", 0
    rest = frame
    while "$" in rest:
        before, _, rest = rest.partition("$")
        what, rest = rest[0], rest[1:]
        sentence += before
        if what in people:
            sentence += people[what].split()[-1]
            continue
        gap = space if space and rest[:2] in (f"{space}?", f"{space}!") else ""
        stop = rest[len(gap) : len(gap) + 1]
        stop = stop if stop and (stop in inside or (what == "Q" and rest == ".")) else ""
        rest = rest[len(gap) + len(stop) :] if stop else rest
        words = {"?": setting.asked, "!": setting.shouted}.get(stop, setting.whole) if what == "Q" else setting.few
        sentence += opening + space + words[number % len(words)] + (gap + stop if stop else "")
        end = len(sentence)
        sentence += space + closing
    intro = setting.intros[number % len(setting.intros)].format(a=people["A"], b=people["B"], c=people["C"]) + "\n\n"
    sentence += rest
    names = tuple(people.get(one, one) for one in wanted.split("|"))
    text = f"{intro}{sentence[:1].upper()}{sentence[1:]}\n\n{setting.outro}\n"
    return Line(section, frame, text, len(intro) + end, names)


def answers(half: str, language: str = "en") -> list[Answer]:
    """What quotedb makes of each line."""
    found: list[Answer] = []
    for line in lines(half, language):
        utterances = quotedb.parse(line.text, form="article")
        said = next((u for u in utterances if u.kind != "indirect" and u.start_char < line.end <= u.end_char), None)
        if said is None:
            found.append(Answer(line, None, None, 0.0, None))
        else:
            found.append(Answer(line, said.label, said.speaker, said.confidence or 0.0, said.rule))
    return found


def figures() -> dict[str, float]:
    """For the quality gate: of each half the share that is right, and the number of lines that name somebody wrong."""
    found: dict[str, float] = {}
    halves = [(language, half) for language in LANGUAGES for half in HALVES]
    for (language, half), right, wrong in zip(halves, RIGHT, WRONG, strict=True):
        outcomes = [answer.outcome for answer in answers(half, language)]
        found[right] = 100 * outcomes.count("right") / len(outcomes)
        found[wrong] = outcomes.count("wrong")
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the figures; with --misses what is wrong in the halves in sight."""
    print(f"{'':<15}{'lines':>7}{'right':>7}{'nobody':>8}{'wrong':>7}")
    for language in LANGUAGES:
        for half in HALVES:
            count = Counter(answer.outcome for answer in answers(half, language))
            print(f"{language} {half:<12}{count.total():>7}{count['right']:>7}{count['nobody']:>8}{count['wrong']:>7}")
    if "--misses" in arguments:
        for language in LANGUAGES:
            for answer in answers("in sight", language):
                if answer.outcome != "right":
                    line = answer.line
                    print(
                        f"{line.section}: {line.frame} wanted {'|'.join(line.wanted)}; "
                        f"{answer.outcome}: {answer.label!r} = {answer.speaker!r} {answer.confidence:.2f} ({answer.rule})"
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
