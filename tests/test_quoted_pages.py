"""Quotations as pages of many kinds print them: letters, kitchens, quarrels, ringside notes; about invented people."""

from __future__ import annotations

import pytest

from quotedb.parsing import parse

#: Words and who said them, in the order of the text.
Said = list[tuple[str, str | None]]


def said(text: str) -> Said:
    utterances = [utterance for utterance in parse(text) if utterance.kind != "indirect"]
    assert all(text[utterance.start_char : utterance.end_char] == utterance.text for utterance in utterances)
    return [(utterance.text, utterance.speaker) for utterance in utterances]


PLACES = [  # what opens a sentence is no part of the name behind it
    ("In the kitchen Otto Brandt sits down. “I was a baker,” he says.", [("I was a baker,", "Otto Brandt")]),
    ("On the landing Ida Tamm stopped. “Not that door,” she said.", [("Not that door,", "Ida Tamm")]),
    ("For the painter Otto Brandt, it was over. “I am tired,” he said.", [("I am tired,", "Otto Brandt")]),
    ("At the academy Professor Ida Tamm waited. “You are late,” she said.", [("You are late,", "Ida Tamm")]),
]

OWNERS = [  # whose text, whose words
    (
        "Agnes Vesk fought the parish for years. Vesk’s letter to the bishop read: “I will have it on his stone.”",
        [("I will have it on his stone.", "Agnes Vesk")],
    ),
    (
        "Every child knows the words of King Osric before the battle of Thorn Field: “Let the river remember us.”",
        [("Let the river remember us.", "Osric")],
    ),
    (
        "First mate Pascoe Lyle read a message from the crew of the Dorothea: “We will keep your mug.”",
        [("We will keep your mug.", "the crew of the Dorothea")],
    ),
    (
        "Ruth Elwes met Bishop Aldous Penn. Elwes said the bishop’s words were “kind and completely useless”.",
        [("kind and completely useless", "Ruth Elwes")],
    ),
    (
        "Ruth Elwes spoke up. “Nothing will change,” she said. Aldous Penn saw her words differently: “It is hope,” he said.",
        [("Nothing will change,", "Ruth Elwes"), ("It is hope,", "Aldous Penn")],
    ),
]

INNER = [  # who is said to have said it
    (
        "Martin Hale and Beth Orme dined at Tarn. Hale says she said “it twice, loudly, with her mouth full”.",
        [("it twice, loudly, with her mouth full", "Beth Orme")],
    ),
    (
        "Sanjit Bose won the prize. Former pupil Kirsty Vane said he’d once told her: “Write it down.”",
        [("Write it down.", "Sanjit Bose")],
    ),
    ("Kirsty Vane said she opposes “tricks like that one”.", [("tricks like that one", "Kirsty Vane")]),
    (
        "Union leader Des Farr came. The council leader, Priya Nandy, said the offer was “fair and final”.",
        [("fair and final", "Priya Nandy")],
    ),
    (
        "A lecturer in the business school, who asked for secrecy, said: “We were told to find the marks.”",
        [("We were told to find the marks.", "a lecturer")],
    ),
]

QUESTIONS = [  # the writer asks, somebody answers
    (
        "Marcus Bell has broken his nose four times. Does it hurt? “Only when I sneeze.”",
        [("Only when I sneeze.", "Marcus Bell")],
    ),
    ("Ida Tamm paints fences. Was it worth it? Would it last? “Ask the fence.”", [("Ask the fence.", "Ida Tamm")]),
    ("Ida Tamm paints fences. What does Otto Brandt think? “Ask the fence.”", [("Ask the fence.", "Otto Brandt")]),
]

MARKS = [
    (
        "‘Two windows broke. One boy told me, “It’s old, miss.”’ Miriam Goff said.",
        [("Two windows broke. One boy told me, “It’s old, miss.”", "Miriam Goff")],
    ),
    (
        "'It came,' said farmer Joe Tull. 'The sheep's stood there, lookin' at us, like it'd paid rent.'",
        [("It came,", "Joe Tull"), ("The sheep's stood there, lookin' at us, like it'd paid rent.", "Joe Tull")],
    ),
    (
        "``The barge is stuck,'' said port captain Stefan Ruck. ``We hope for April.''",
        [("The barge is stuck,", "Stefan Ruck"), ("We hope for April.", "Stefan Ruck")],
    ),
    (
        "The club isn't giving up: ‘We’ll play on the pavement if we have to.’",
        [("We’ll play on the pavement if we have to.", "club")],
    ),
    ("Tull called it 'singin' and 'dancin', no more.", [("singin", "Tull"), ("dancin", "Tull")]),
]

ABROAD = [
    (
        "„Sie haben uns belogen“, rief Anna Fels dem Bürgermeister zu. „Das verbitte ich mir“, entgegnete der.",
        [("Sie haben uns belogen", "Anna Fels"), ("Das verbitte ich mir", None)],
    ),
    ("Die Jury lobte die «knisternde Bescheidenheit» des Brotes.", [("knisternde Bescheidenheit", "die Jury")]),
    (
        "Es geht um viel Geld und viel Zeit. Die Opposition sprach von einem „Verrat in Zahlenform“.",
        [("Verrat in Zahlenform", "Opposition")],
    ),
    (
        "Der Markt wächst, und mit ihm die Arbeit. Der Gewerkschafter Peer Adler spricht von „Akkord mit Emoji“.",
        [("Akkord mit Emoji", "Peer Adler")],
    ),
    (
        "Agnes Vesk stritt lange mit der Gemeinde. In ihrem Brief an den Bischof hieß es: „Mein Mann war Schiffer.“",
        [("Mein Mann war Schiffer.", "Agnes Vesk")],
    ),
    ("Das Spiel war aus. „Sechs Minuten!“, schimpfte Trainer Ivo Pratt.", [("Sechs Minuten!", "Ivo Pratt")]),
    (
        "Das war vor langer Zeit. Als Ida Tamm sagte: „Die Brücke fällt bald ein“, lachte Otto Brandt.",
        [("Die Brücke fällt bald ein", "Ida Tamm")],
    ),
    ("La pluie tombait. « C’est bon », a souri l’entraîneur Ivo Pratt.", [("C’est bon", "Ivo Pratt")]),
]


AGES = [
    (
        (
            "Grant Hollis, a dentist from Corby Moor, was flying home when the engine stopped.\n\n"
            "“I looked for a gap,” the 45-year-old said."
        ),
        [("I looked for a gap,", "Grant Hollis")],
    ),
    (
        (
            "Tove Asker, 22, let in a goal. Marit Vik, 51, trains her. “I slipped,” the 22-year-old said. “So what,” said the "
            "51-year-old."
        ),
        [("I slipped,", "Tove Asker"), ("So what,", "Marit Vik")],
    ),
    (
        "Ivo Pratt hatte nie gezweifelt, sagt er. „Ich habe auf die Bank geschaut“, so der 52-Jährige.",
        [("Ich habe auf die Bank geschaut", "Ivo Pratt")],
    ),
    (
        "Ana Orlan, 45, met Tor Vesk, 45. “It holds,” said the 45-year-old.",
        [("It holds,", "the 45-year-old")],
    ),
]

LAID_OUT = [
    (
        (
            "Transport minister Odile Straker was criticised.\n\nI have two jobs. What do you have, minister?\n"
            "— Paul Whitmore (@pwhitmore_) 14 May 2024\n\nStraker left."
        ),
        [("I have two jobs. What do you have, minister?", "Paul Whitmore")],
    ),
    (
        "Odile Straker was criticised.\n\n“Sheep.” I have ordered the T-shirt.\n— Nadia Fenn (@nadia) May 14, 2024",
        [("“Sheep.” I have ordered the T-shirt.", "Nadia Fenn")],
    ),
    (
        "Odile Straker has a plan.\n\nThe plan was drawn in a day.\n— it shows (and how)\n\n“It is done,” Straker said.",
        [("It is done,", "Odile Straker")],
    ),
    (
        "“I still write by hand”: Iris Calder on ten years of hiding\n\nShe has not been seen since the spring.",
        [("I still write by hand", "Iris Calder")],
    ),
    (
        (
            "The shop will stay open.\n\n“We raised forty thousand, said Hattie Blum, the postmistress.\n\n"
            "“I counted it myself,” she added."
        ),
        [("We raised forty thousand,", "Hattie Blum"), ("I counted it myself,", "Hattie Blum")],
    ),
    (
        (
            "Hattie Blum spoke for an hour. “We raised forty thousand, said the papers, and nobody asked how.\n\n"
            "“I counted it myself.”"
        ),
        [
            ("We raised forty thousand, said the papers, and nobody asked how.", "Hattie Blum"),
            ("I counted it myself.", "Hattie Blum"),
        ],
    ),
]

BETWEEN = [
    ("A couple ask whether there is food. “There was,” comes the answer.", [("There was,", None)]),
    ("Tor Vesk asked for the key. “Never,” came the reply from Ana Orlan.", [("Never,", "Ana Orlan")]),
    (
        "Priya Nandy accused them of greed, a charge that Des Farr dismissed as “tired old nonsense”.",
        [("tired old nonsense", "Des Farr")],
    ),
    (
        "One former minister calls her “a calculator”. Another, Jo Bexley, says that is unfair: “She knows your children.”",
        [("a calculator", "one former minister"), ("She knows your children.", "Jo Bexley")],
    ),
    ("Farah Minsk, a botanist, said the word “language” was misleading.", []),
    ("Farah Minsk, a botanist, said the word was “language” and left.", [("language", "Farah Minsk")]),
    (
        "Dirk Fahn hört die Sirene noch. „Sonst war sie leise“, sagt er. Sein Bruder Kolm Fahn erzählt es anders. „Es war Vater.“",
        [("Sonst war sie leise", "Dirk Fahn"), ("Es war Vater.", "Kolm Fahn")],
    ),
    (
        "Otto s'assoit dans la cuisine. Sa femme Claire Brandt pose une tasse. « Raconte-lui la crue. »",
        [("Raconte-lui la crue.", "Claire Brandt")],
    ),
]


FURTHER = [
    (
        "A scarecrow divides the parish. “It smiles,” insisted its maker, Tim Hask. “It hangs,” said its owner, Hask Foods.",
        [("It smiles,", "Tim Hask"), ("It hangs,", "Hask Foods")],
    ),
    (
        "Mary Fonz met Peter Salas. Fonz recalled that in 2019 he had called the plan “the best of us”.",
        [("the best of us", "Peter Salas")],
    ),
    ("Elia Fonz recalled that she had a plan and called it “the best of us”.", [("the best of us", "Elia Fonz")]),
    (
        "Carl Ames came late. He said that Rex Tully had said to him, the night before, “It would burn lovely.”",
        [("It would burn lovely.", "Rex Tully")],
    ),
    (
        "Isaak Thole schrieb seiner Frau: „Der Tunnel ist nass.“ Die Antwort ist erhalten. „Komm heim“, heißt es darin.",
        [("Der Tunnel ist nass.", "Isaak Thole"), ("Komm heim", None)],
    ),
    (
        "Mara Tell wept after Otto Brandt told the crowd that the pier was “a ruin that stands”.",
        [("a ruin that stands", "Otto Brandt")],
    ),
    (
        "Mara Tell wept after the speech and told the crowd that the pier was “a ruin that stands”.",
        [("a ruin that stands", "Mara Tell")],
    ),
    (
        "The letter was pinned to the quay. Beneath it somebody had scrawled: “So are you.”",
        [("So are you.", "somebody")],
    ),
    ("The marchers have come. “What do we want? Trees!” goes the chant.", [("What do we want? Trees!", None)]),
    (
        "Lange wurde darüber geredet. Präsidentin Amalia Roho hat vor einem „verlorenen Jahrzehnt“ gewarnt.",
        [("verlorenen Jahrzehnt", "Amalia Roho")],
    ),
    (
        "Lange wurde geredet. Das Ministerium in Tarsk erklärte, Marowien habe „keinen politischen Willen“ gezeigt.",
        [("keinen politischen Willen", "Ministerium")],
    ),
    (
        "La directrice, Esmée Harcaste, a qualifié le vol d'« insulte bien rangée ». « Ils ont remis les vis », dit-elle.",
        [("insulte bien rangée", "Esmée Harcaste"), ("Ils ont remis les vis", "Esmée Harcaste")],
    ),
    (
        "Le bateau ne partira plus. La compagnie Norlink invoque « une sous-utilisation structurelle ».",
        [("une sous-utilisation structurelle", "Norlink")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*FURTHER, *AGES, *LAID_OUT, *BETWEEN, *PLACES, *OWNERS, *INNER, *QUESTIONS, *MARKS, *ABROAD]
)
def test_who_said_it(text: str, expected: Said) -> None:
    assert said(text) == expected


OPEN = [  # a word or two below another's, and what stands below a question
    ("“You haven’t slept,” said Maud Ling.\n\n“No.”", "No."),
    ("“Was it the letter?” said Maud Ling.\n\n“It is always the letter, and it always will be.”", "It is"),
]
OPEN += [  # who is told of need not speak
    ("Wanda Kroll typed. Her handler came on Thursdays. “He'd say hello and I'd give him the paper.”", "He'd say"),
]
GOING_ON = [
    ("“You haven’t slept,” said Maud Ling.\n\n“I can see it in the way you hold your cup.”", "I can see"),
    ("“Was it the letter?” said Maud Ling.\n\n“Or was it the man who brought it?”", "Or was"),
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_may_be_an_answer_is_uncertain(text: str, words: str) -> None:
    """A word or two, or whatever stands below a question, may be somebody else's."""
    (answer,) = [utterance for utterance in parse(text) if utterance.text.startswith(words)]
    assert (answer.confidence or 0) <= 0.5


@pytest.mark.parametrize(("text", "words"), GOING_ON)
def test_whoever_spoke_goes_on(text: str, words: str) -> None:
    (more,) = [utterance for utterance in parse(text) if utterance.text.startswith(words)]
    assert more.speaker == "Maud Ling"
    assert (more.confidence or 0) > 0.5
