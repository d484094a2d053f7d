"""Who is a person in an article, and which one: each article with the speakers of its quotations, in order."""

from __future__ import annotations

import pytest

import quotedb
from quotedb.models import Document
from quotedb.parsing.analysis import analyse


def speakers(article: str) -> list[str | None]:
    """Whom each quotation of an article was given to, several joined by "&"; German ones are known by their marks."""
    document = Document(text=article, language="de" if "„" in article else "en")
    found = [one for one in quotedb.parse(document, form="article") if one.kind in ("direct", "mixed")]
    return [" & ".join(one.speakers) or one.speaker for one in found]


NAMES_THAT_ARE_WORDS = [
    ("Will Stone said he was proud.\n\n“We were dead,” Stone said.", "Will Stone"),
    ("Chase Tamm, 44, fetched a ladder.\n\n“I fell in twice,” Tamm said.", "Chase Tamm"),
    ("Mohammed Tamm left.\n\n“I fell in twice,” Tamm said.", "Mohammed Tamm"),
    ("Will Stone, her husband, has the key.\n\n“We were dead,” Stone said.", "Will Stone"),
    ("Drew Tamm and Ann Dow share a boat.\n\n“We were dead,” Tamm said.", "Drew Tamm"),
    ("Statistician Bill Friday doubts it.\n\n“We were dead,” Friday said.", "Bill Friday"),
    ("Die Nachbarn kamen.\n\n„Wir gehen nicht“, sagte Frau Albrecht.", "Albrecht"),
    ("Will Stone admit it?\n\n“We were dead,” Stone said.", "Stone"),  # a question
    ("Jonas Freitag erwartet am Freitag Sturm.\n\n„Meiden Sie die Mole“, sagte Freitag.", "Jonas Freitag"),
    ("Die Abgeordnete Meike Lorenz kam spät.\n\n„Das ist alt“, sagte Lorenz.", "Meike Lorenz"),
    ("Helga Lodemann kam spät.\n\n„Das ist alt“, sagte Frau Lodemann.", "Helga Lodemann"),
    ("Mia Morgen sagt die Tour ab.\n\n„Das ist schwer“, schrieb Morgen auf Instagram.", "Mia Morgen"),
]


@pytest.mark.parametrize(("article", "speaker"), NAMES_THAT_ARE_WORDS)
def test_a_name_that_is_a_word_too_is_read_where_somebody_speaks(article: str, speaker: str) -> None:
    assert speakers(article) == [speaker]


PARTICLES = [
    ("Ilse von der Tann kam.\n\n„Wir haben die Mittel“, sagte von der Tann in Orn.", "Ilse von der Tann"),
    ("Der Politiker Joost van den Berk kam.\n\n„Wir zählen jetzt“, sagte van den Berk.", "Joost van den Berk"),
    ("Alexander Graf von Reventau kam.\n\n„Es regnet hinein“, sagte Graf Reventau.", "Alexander Graf von Reventau"),
    ("Kang Min-jae, der Gesandte, kam.\n\n„Wir zählen jetzt“, sagte Kang.", "Kang Min-jae"),
    ("Egon von und zu Treskau kam.\n\n„Es regnet hinein“, sagte von und zu Treskau.", "Egon von und zu Treskau"),
    (
        "José Luis Prado de la Vega looked after the team.\n\n“He reads eyes,” Prado de la Vega said.",
        "José Luis Prado de la Vega",
    ),
    ("Bella-Mae Hicks sang to the old cows.\n\n“I cried before them,” Bella-Mae said.", "Bella-Mae Hicks"),
    ("Viscount Harrow-Finch sold it.\n\n“Nobody swam,” the viscount said.", "Harrow-Finch"),
    ("Okoth wa Njeri lost sixty goats.\n\n“The grass went first,” Okoth said.", "Okoth wa Njeri"),
]


@pytest.mark.parametrize(("article", "speaker"), PARTICLES)
def test_a_last_name_of_several_words_is_one(article: str, speaker: str) -> None:
    assert speakers(article) == [speaker]


NOT_OF_THE_NAME = [
    ("“He bought it in May,” Ann Dow KC told the jury.", "Ann Dow"),
    ("Tory MP Ann Dow left.\n\n“It was late,” Dow said.", "Ann Dow"),
    ("Furious Ann Dow hit out.\n\n“It stinks,” Dow said.", "Ann Dow"),
    ("Caretaker Stan Pugh found it.\n\n“It was a mouse,” Pugh said.", "Stan Pugh"),
    ("Ex-husband Stan Pugh said: “It was a mouse.”", "Stan Pugh"),
    ("PC Ben Askew was first.\n\n“The engine was warm,” PC Askew said.", "Ben Askew"),
    ("Stürmer Otto Vesk traf zweimal.\n\n„Das ist gut so“, sagte Vesk.", "Otto Vesk"),
    ("Stadträtin Eva Klein kam spät.\n\n„Das ist alt“, sagte Klein.", "Eva Klein"),
    ("“The roads are closed,” said Del. Marcia Price.", "Marcia Price"),
    ("Labour's Priya Nandal left.\n\n“It was late,” Nandal said.", "Priya Nandal"),
    ("Baroness Quill replied: “Then let us ask the goat.”", "Quill"),
    ("“We move the goats,” said Xi Jin.", "Xi Jin"),
    ("Rich Young Tamm said: “We move the goats.”", "Rich Young Tamm"),
]


@pytest.mark.parametrize(("article", "speaker"), NOT_OF_THE_NAME)
def test_what_is_no_part_of_a_name_is_left_out(article: str, speaker: str) -> None:
    assert speakers(article) == [speaker]


NICKNAMES = [
    ("Robert “Bobby” Vance has hung up his gloves.\n\n“I hear the crowd,” Vance said.", "Robert Vance"),
    ("Robert “Bobby” Vance has hung up his gloves.\n\n“I hear the crowd,” Bobby Vance said.", "Robert Vance"),
    ("“I hear the crowd,” Robert “Bobby” Vance said.", "Robert Vance"),
    ("Robert „Bobby“ Wanz hört auf.\n\n„Ich höre die Halle“, sagte Wanz.", "Robert Wanz"),
    ("She called Robert “crooked” in May.\n\n“I hear the crowd,” Vance said.", "Vance"),
]


@pytest.mark.parametrize(("article", "speaker"), NICKNAMES)
def test_a_nickname_in_marks_parts_no_name(article: str, speaker: str) -> None:
    assert speakers(article)[-1] == speaker


def test_a_verb_behind_a_full_name_is_no_part_of_it() -> None:
    article = "Edith Garland does the accounts; her grandson Toby Garland bakes.\n\n“I get up early,” Toby said."
    assert speakers(article) == ["Toby Garland"]


OFFICES = [
    (
        "Tom Young, a farmer, was fined.\n\n“It was only a dog,” Tom Young said.\n\n“I was troubled,” Judge Young said.",
        ["Tom Young", "Young"],
    ),
    ("Judge Tom Young came late.\n\n“I was troubled,” Judge Young said.", ["Tom Young"]),
    ("Tom Young, a native of Orn, ran.\n\n“I was troubled,” Senator Young said.", ["Tom Young"]),
    (
        "Former mayor Ann Dow met the new mayor, Luis Carrera.\n\n“It is late,” the mayor said.\n\n“No,” the former mayor said.",
        ["Luis Carrera", "Ann Dow"],
    ),
    ("Vice President Ann Dow spoke.\n\n“It is late,” the president said.", ["the president"]),
    ("Former teacher Ann Dow spoke.\n\n“It is late,” the teacher said.", ["Ann Dow"]),
    ("Col. Amos Tuck spoke.\n\n“It is late,” the colonel said.", ["Amos Tuck"]),
    ("Pope Callistus spoke.\n\n“It is late,” the pope said.", ["Callistus"]),
    (
        "Finanzminister Olaf Brandt traf Justizminister Karl Thome.\n\n„Das ist zu viel“, sagte der Finanzminister.",
        ["Olaf Brandt"],
    ),
    ("Olga Kraft traf den früheren Kanzler Gerd Olb.\n\n„Das ist gut“, sagte der frühere Kanzler.", ["Gerd Olb"]),
    ("According to the report, Ann Dow was late.\n\n“It is late,” the report said.", ["the report"]),
]


@pytest.mark.parametrize(("article", "names"), OFFICES)
def test_an_office_is_given_to_whom_the_article_gives_it(article: str, names: list[str]) -> None:
    """No farmer is the judge with his last name, and no former mayor is the mayor."""
    assert speakers(article) == names


TOGETHER = [
    (
        "Mara Olin, Tor Vesk and Jonas Pell left.\n\n“We have tried,” Olin, Vesk and Pell said in May.",
        "Mara Olin & Tor Vesk & Jonas Pell",
    ),
    ("“We have tried,” said Tor Vesk, the Olin and Pell Professor of Law.", "Tor Vesk"),
    ("“Wir haben gekämpft“, erklärten Ordal, Krog und Petri.".replace("“W", "„W"), "Ordal & Krog & Petri"),
    ("Derek and Maureen Lodge denied it.\n\n“They ate well,” Mr Lodge said.", "Derek Lodge"),
    ("Derek and Maureen Lodge denied it.\n\n“They ate well,” Mrs Lodge said.", "Maureen Lodge"),
    ("The Reeds live here.\n\n“We are not moving,” Mr and Mrs Reed said.", "Mr and Mrs Reed"),
]


@pytest.mark.parametrize(("article", "names"), TOGETHER)
def test_those_who_speak_together_are_all_named(article: str, names: str) -> None:
    assert speakers(article) == [names]


FAMILY_NAME_FIRST = [
    ("Zhao Weiming met Jack Zhao.\n\n“I sell shoes,” Jack Zhao said.", "Jack Zhao"),
    ("Zhao Weiming spoke.\n\n“Nothing is private,” Zhao said.\n\nJack Zhao left.", "Zhao Weiming"),
    ("Park Seo-yeon spoke.\n\n“Nothing is private,” Ms Park said.", "Park Seo-yeon"),
]


@pytest.mark.parametrize(("article", "speaker"), FAMILY_NAME_FIRST)
def test_a_family_name_may_stand_first(article: str, speaker: str) -> None:
    assert speakers(article) == [speaker]


NO_PERSON = [
    ("“No vehicle will pass,” Jordan said in a statement.", "body"),
    ("Tern Vesk, which advises banks, is small.\n\n“No vehicle will pass,” Tern Vesk said.", "body"),
    ("Georgia said it would not come.\n\n“We were not asked,” Georgia said.\n\nGeorgia Lamb was surprised.", "body"),
    ("Shares fell.\n\n“We were not asked,” Marks & Tully said.", "body"),
    ("Jordan Vesk left.\n\n“No vehicle will pass,” Jordan said.", "person"),
]


@pytest.mark.parametrize(("article", "kind"), NO_PERSON)
def test_a_place_and_a_firm_are_no_people(article: str, kind: str) -> None:
    found = analyse(article, form="article")
    assert found.kinds[found.utterances[-1].speaker or ""] == kind


def test_a_first_name_explains_whatever_acts() -> None:
    article = "Peter and Maja Lund adopted three. The eldest, Milo, does not mind. “There is always soup,” he said."
    assert speakers(article) == ["Milo"]


def test_a_name_that_may_explain_two_descriptions_explains_none() -> None:
    article = "Wanda Kurz met a friend of the lost woman, Elise Thorne, in Orn.\n\n“She has a cat,” the friend said."
    assert speakers(article) == ["the friend"]


@pytest.mark.parametrize(("label", "sure"), [("the senator", True), ("the Northland senator", False)])
def test_a_description_with_a_new_word_is_less_sure(label: str, sure: bool) -> None:
    (found,) = quotedb.parse(f"At noon Sen. Ann Dow spoke in Orn.\n\n“It is late,” {label} said.", form="article")
    assert found.speaker == "Ann Dow"
    assert (found.confidence >= 0.9) is sure


def test_the_subject_behind_an_opening_describes_nobody_in_it() -> None:
    article = "In an interview with Ann Dow, the candidate said the tax was “a joke.”"
    assert speakers(article) == ["the candidate"]


def test_whoever_is_called_by_age_was_named_before() -> None:
    article = "Singer Ann Dow is back. The 29-year-old said that she had slept.\n\n“I have a baby,” she said."
    assert speakers(article) == ["Ann Dow"]


def test_a_full_name_in_capitals_is_remembered() -> None:
    article = "PRIME MINISTER LENA ORDAL SAID THAT SHE WOULD GO.\n\n“I HAVE GIVEN ALL,” ORDAL SAID."
    assert speakers(article) == ["Lena Ordal"]


def test_labels_side_by_side_are_two_people() -> None:
    """A title and a full name with one last name: nobody's turn follows his own."""
    turns = [
        "MR. YOUNG: I call the defendant.",
        "TOM YOUNG: I was at home.",
        "MR. YOUNG: Thank you.",
        "TOM YOUNG: Yes.",
    ]
    found = quotedb.parse("\n\n".join(turns), form="transcript")
    assert [one.speaker for one in found] == ["Young", "Tom Young", "Young", "Tom Young"]
    found = quotedb.parse("\n\n".join([turns[1], "JO FELL: Why?", *turns[:1], "JO FELL: No."]), form="transcript")
    assert [one.speaker for one in found] == ["Tom Young", "Jo Fell", "Tom Young", "Jo Fell"]
