"""Who is a person in an article, and which one: each article with the speakers of its quotations, in order."""

from __future__ import annotations

import pytest

import quotedb
from quotedb.models import Document


def speakers(article: str) -> list[str | None]:
    """Whom each quotation of an article was given to, several joined by "&"; German ones are known by their marks."""
    document = Document(text=article, language="de" if "„" in article else "en")
    found = [one for one in quotedb.parse(document, form="article") if one.kind in ("direct", "mixed")]
    return [" & ".join(one.speakers) or one.speaker for one in found]


NAMES_THAT_ARE_WORDS = [
    ("Will Stone said he was proud.\n\n“We were dead,” Stone said.", "Will Stone"),
    ("Chase Tamm, 44, fetched a ladder.\n\n“I fell in twice,” Tamm said.", "Chase Tamm"),
    ("Mohammed Tamm left.\n\n“I fell in twice,” Tamm said.", "Mohammed Tamm"),
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
