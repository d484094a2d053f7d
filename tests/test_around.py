"""An article around a transcript: what the writer tells behind and between the turns is nobody's turn, and stories that people tell are."""

from __future__ import annotations

import pytest

from conftest import turns_of
from quotedb.parsing.analysis import analyse

Said = tuple[str | None, str]
SCENE = """A recording that was sent to this newspaper shows the harbour council of Tarn at odds over its pumps. The talk took place
on 3 May in the old customs house, and lasted about an hour. The council has spent 40,000 crowns on the lower quay since winter."""
QUOTED = '"Nobody knows where the money went," said Ole Brandt, who keeps the lamps.'
NAMED = "Ada Park, who has led the council since 2019, speaks with Jordan Velt, the engineer. Below is a part of what was said."
ARTICLE = f"{SCENE}\n\n{QUOTED}\n\n{NAMED}"
TALK: list[Said] = [
    ("Park", "Where are the pumps that we paid for in March?"),
    ("Velt", "They are on the ship. The ship is late, as I told you."),
    ("Park", "You told me that in April. I wrote it down."),
    ("Velt", "We can dig by hand until they come."),
    ("Park", "In this rain? With whose hands?"),
    ("Velt", "I have six men and a cart."),
    ("Park", "You have holes for that."),
]
LAYOUTS = {
    "colon": "{label}: {words}", "bold": "**{label}:** {words}", "own line": "{label}:\n{words}",
    "bare": "{label}\n\n{words}",
}  # fmt: skip


def printed(talk: list[Said], layout: str = "{label}: {words}", above: str = ARTICLE) -> str:
    lines = "\n\n".join(layout.format(label=label, words=words) for label, words in talk)
    return f"The holes of Tarn\n\n{above}\n\n{lines}"


TAILS = {
    "one by her office": 'A spokeswoman confirmed that the tape was genuine. "The council has respect for Mrs. Park\'s temper," she said.',
    "two of them": 'The mayor was not there. "He is ill," said a clerk.\n\n"September is for people with pensions," Brandt added.',
    "round marks": "Reached by telephone, Velt declined to comment. “There is nothing to add,” he said.\n\nThe pumps came on Friday.",
    "a quotation behind a paragraph of news": 'The council meets on Tuesday.\n\n"There will be no more talk of holes," said Ole Brandt.',
    "words behind a colon": 'Asked about the tape, Olane said: "The council will discuss no private talks."\n\nThe office did not reply.',
    "a speaker": 'Velt later told the newspaper that the pumps had sunk. "They are gone," he told a reporter.',
    "a verb behind a comma": 'At the town hall the mayor said, "It will be a short meeting."',
    "news below it": 'A clerk followed.\n\n"That was the last anyone saw of him," said Bo Ness.\n\nThe quay is still closed.',
    "a present tense": '"The quay is a wound," says the baker, Rike Istle.',
    "we and I inside the marks": 'A keeper was less polite. "I told you so, and we all knew it," he said.',
    "who helped": "Additional reporting by Mara Istle.",
    "a sentence that goes on": '"They dig," said Istle, "and the sea fills it up again."',
}  # fmt: skip


@pytest.mark.parametrize("above", [ARTICLE, f"{SCENE}\n\n{NAMED}"], ids=["it quotes", "it quotes nobody"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_an_article_goes_on_behind_the_last_turn(tail: str, layout: str, above: str) -> None:
    assert turns_of(f"{printed(TALK, layout, above)}\n\n{tail}\n") == TALK


def test_what_the_tail_quotes_has_its_own_speakers_and_no_problem() -> None:
    analysis = analyse(f"{printed(TALK)}\n\n{TAILS['two of them']}\n")
    quoted = [(one.speaker, one.text) for one in analysis.utterances if one.kind == "direct"]
    assert quoted[1:] == [("a clerk", "He is ill,"), ("Ole Brandt", "September is for people with pensions,")]
    assert [problem.code for problem in analysis.problems] == []


INTERRUPTIONS = [
    'The council secretary interrupted. "We have five minutes," she said.',
    'At this point the mayor came in. "Carry on," said Olane, and sat down.',
    'Park turned to the clerk. “Write that down,” she told him.',
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("told", INTERRUPTIONS)
def test_what_the_writer_tells_between_two_turns_is_nobodys_turn(told: str, layout: str) -> None:
    below = "\n\n".join(layout.format(label=label, words=words) for label, words in TALK[4:])
    assert turns_of(f"{printed(TALK[:4], layout)}\n\n{told}\n\n{below}\n") == TALK


def test_german_sie_in_small_letters_speaks_to_nobody() -> None:
    above = (
        "Eine Aufnahme, die dieser Zeitung vorliegt, zeigt den Rat im Streit über die Pumpen. Das Gespräch fand am 3. Mai im alten "
        "Zollhaus statt und dauerte etwa eine Stunde. „Niemand weiß, wo das Geld ist“, sagte Ole Brandt, der die Lampen hütet."
    )
    talk: list[Said] = [
        ("Park", "Wo sind die Pumpen, die wir bezahlt haben?"),
        ("Velt", "Auf dem Schiff. Ich habe es Ihnen gesagt."),
        ("Park", "Das haben Sie im April gesagt. Ich habe es notiert."),
        ("Velt", "Wir können mit der Hand graben."),
        ("Park", "Bei diesem Regen? Mit wessen Händen?"),
    ]
    tail = "Eine Sprecherin bestätigte die Aufnahme. „Der Rat hat große Achtung vor Frau Park“, sagte sie."
    assert turns_of(f"{printed(talk, above=above)}\n\n{tail}\n".replace("The holes of", "Die Löcher von")) == talk


STORIES: dict[str, list[Said]] = {
    "with I in it": [("Velt", 'I came in 1989.\n\nThe mayor walked up and down. "The quay is full," he said.\n\nSo I went home again.')],
    "with I further on": [("Velt", 'It was a hard winter.\n\n"Go home," the keeper said.\n\nNobody went, and I stayed.')],
    "in one paragraph": [("Velt", 'My mother said, "Go home," and I went.')],
    "to those who listen": [("Park", 'That is all.\n\nAs the old mayor said, "A quay is a promise."\n\nGood night to all of you.')],
    "of others by name": [("Park", "Ole Brandt keeps the lamps. He never slept.\n\nRike Olane built the quay.\n\nWe owe them both.")],
    "of a letter": [("Velt", 'Here is a letter.\n\n"The ship cannot sail," writes the captain.\n\nThat is all we know.')],
    "without a quotation": [("Velt", "The pumps are late.\n\nThe ship lies in Sker. The crew is ill.\n\nThe doctor comes on Monday.")],
    "with words in marks": [("Velt", 'The ship is slow.\n\nThe "fast" pumps are on it.\n\nThe crew calls her "the snail".')],
    "of a law": [("Velt", 'The law is short.\n\nThe first line names the "quay."  It does not say more of the pumps.\n\nThat is all.')],
    "who ends in thanks": [("Velt", 'Brandt threw the rope.\n\n"Pull," he cried, and the boat came in.\n\nThank you.')],
}  # fmt: skip


@pytest.mark.parametrize("above", [ARTICLE, f"{SCENE}\n\n{NAMED}"], ids=["it quotes", "it quotes nobody"])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_story_that_somebody_tells_is_a_turn(story: list[Said], above: str) -> None:
    told = [(label, " ".join(words.split())) for label, words in story]
    assert turns_of(f"{printed([*TALK[:6], *story], above=above)}\n") == [*TALK[:6], *told]
    assert turns_of(f"{printed([*TALK[:2], *story, *TALK[4:]], above=above)}\n") == [*TALK[:2], *told, *TALK[4:]]


NARRATED: list[Said] = [
    ("Host", "Welcome to the Tarn Hour. Today: doors."),
    ("Mara Istle", 'Nobody locks a door on Sker.\n\nThe baker laughed. "A lock?" he said. "For what?"'),
    ("Host", "And then somebody stole a cow."),
    ("Mara Istle", "Two cows. It was a Tuesday."),
    ("Host", "Who saw it?"),
    ("Mara Istle", 'The baker stood at the pier.\n\n"The bread was better then," he said.\n\nThe boat left at nine.'),
]
HEARD: list[Said] = [
    ("The CHAIR", "The committee will come to order. The witness may begin."),
    ("Mr. NESS", 'The storm came in May.\n\nThe pilot stood up. "There is no light," he said.\n\n"It was the oil," the keeper said later.'),
    ("The CHAIR", "Is the keeper still in office?"),
    ("Mr. NESS", "He is. I saw him."),
    ("The CHAIR", "Who bought the oil?"),
    ("Mr. NESS", 'The mayor did.\n\n"It burns well enough," he said at the time.\n\nIt did not burn.'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("talk", "above"),
    [
        (NARRATED, f"{SCENE}\n\nTranscript"),
        (NARRATED, f"{ARTICLE}\n\nTranscript"),
        (NARRATED, SCENE),
        (HEARD, SCENE),
        (HEARD, f"{SCENE}\n\n{QUOTED}"),
        (HEARD, "The committee met at 10 a.m."),
    ],
)
def test_people_whose_trade_it_is_to_tell_are_not_cut(talk: list[Said], above: str) -> None:
    """A reporter in a programme, a witness: several turns tell so, or no article stands above."""
    assert turns_of(printed(talk, above=above) + "\n") == [(label, " ".join(words.split())) for label, words in talk]
