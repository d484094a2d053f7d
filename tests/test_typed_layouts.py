"""How typists, web editors and exporting programs print a talk: rosters above first names, links, seconds, small letters."""

from __future__ import annotations

import pytest

from conftest import turns_of

GATE = (
    ("Ana Velt", "Good morning, and welcome to the harbour office. I am glad that you found the door."),
    ("Bo Olane", "Thank you. We came by the lower road, and it was dry."),
    ("Ana Velt", "Was it? In March you needed a boat there. Who mended the wall?"),
    ("Cyril Marsh", "The people who live behind it did. Nobody paid them, and I will not forget that."),
    ("Ana Velt", "Then let us begin with them. What do they ask of you?"),
    ("Bo Olane", "A pump, a lamp, and somebody who is awake at night."),
    ("Cyril Marsh", "You have asked for two of these before."),
    ("Bo Olane", "Yes, and I have asked for them every year since then."),
)
BREAD = (
    ("Dora Quill", "How early do you get up?"),
    ("Emil Ostrander", "At two. My father said at one, but he lied about most things."),
    ("Dora Quill", "And what is the first thing you do? I would make coffee."),
    ("Emil Ostrander", "I light the oven. It takes three hours, so I make the coffee second."),
    ("Fenna Tarrow", "He forgets the coffee. I bring it."),
    ("Dora Quill", "So who runs this bakery?"),
    ("Fenna Tarrow", "The oven does."),
)
BUDGET = (
    ("Gitta Sorn", "The budget is on the table. Do I hear objections?"),
    ("Hal Wick", "I object to page four. We cannot pay for a bridge that nobody has drawn."),
    ("Gitta Sorn", "Mr. Wick, you drew it yourself."),
    ("Hal Wick", "I drew a bridge. This is a pier, and you know it."),
    ("Ivo Lund", "Could we see the drawing? I was told there would be one."),
    ("Gitta Sorn", "You may see it after the vote."),
    ("Ivo Lund", "Then I vote no."),
)
TALKS = (GATE, BREAD, BUDGET)
Talk = tuple[tuple[str, str], ...]


def printed(talk: Talk, form: str, between: str = "\n\n", top: str = "") -> str:
    """A talk with its turns set by `form`."""
    rows = []
    for n, (who, words) in enumerate(talk, 1):
        first, last = who.split()
        number = list(dict.fromkeys(name for name, _ in talk)).index(who) + 1
        rows.append(
            form.format(
                name=who, first=first, last=last, low=first.lower(), LAST=last.upper(), II=first[0] + last[0], v=number,
                words=words, n=n, s=f"{10 + 7 * n}", late=f"{15 + 7 * n}", all=len(talk),
            )
        )  # fmt: skip
    return top + between.join(rows)


def by(talk: Talk, form: str) -> list[tuple[str, str]]:
    """The turns that a talk has where its labels have this form."""
    return spoken_as(printed(talk, form + "\t{words}", "\n"))


def spoken_as(rows: str) -> list[tuple[str, str]]:
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows.split("\n")]


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("<b>{name}</b><br>\n{words}", "{name}"),
        ("<strong>{name}</strong><br/>\n{words}", "{name}"),
        ("[{name}](https://example.org/people/{n}): {words}", "{name}"),
        ("**[{name}](https://example.org/people/{n}):** {words}", "{name}"),
        ("[{s}s] {name}: {words}", "{name}"),
        ("[{s}.40s -> {late}.25s] {name}: {words}", "{name}"),
        ("[00:00:{s} -> 00:00:{late}] {name}: {words}", "{name}"),
        ("{first}|00:{s}|{words}", "{first}"),
        ("Speaker {v}|00:{s}|{words}", "Speaker {v}"),
        ("{name}: {words} (00:{s})", "{name}"),
        ("Speaker {v}  00:{s}\n{words}", "Speaker {v}"),
        ("### Speaker {v} `00:{s}`\n\n{words}", "Speaker {v}"),
    ],
)
def test_labels_of_editors_and_programs(talk: Talk, form: str, label: str) -> None:
    found = [
        (who, words.removesuffix(")").rpartition(" (00:")[0] or words) for who, words in turns_of(printed(talk, form))
    ]
    assert found == by(talk, label)


@pytest.mark.parametrize("talk", TALKS)
def test_first_names_in_small_letters_alone_on_their_lines(talk: Talk) -> None:
    assert turns_of(printed(talk * 3, "{low}\n\n{words}")) == by(talk * 3, "{low}")
    terms = "\n\n".join(
        f"{word}\n\nIt stands at the {word} of the boat, and is made of wood."
        for word in ("bow", "stern", "keel", "mast")
    )
    assert turns_of(f"{terms}\n\n{terms}") == []


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize("form", ["— {first}: {words}", "**{last}**\n{words}", "{first}: {words}"])
def test_a_roster_of_full_names_does_not_speak_against_short_labels(talk: Talk, form: str) -> None:
    roster = [*dict.fromkeys(who for who, _ in talk), "Otto Wegner", "Pia Lindahl"]
    label = "{last}" if "last" in form else "{first}"
    for top in ("\n".join(roster), "\n".join(f"{name:<26}Member" for name in roster)):
        text = printed(talk, form, top=f"The gate and the bread\n\nPARTICIPANTS\n{top}\n\nA talk on a wet day.\n\n")
        assert turns_of(text) == by(talk, label)


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize(
    "form",
    [
        "{name}: {words}",
        "[00:{s}] {name}:\n{words}",
        "00:{s} - 00:{late}\n{name}\n{words}",
        "2:{s} pm ms. {last}: {words}",
    ],
)
def test_a_text_without_capitals_has_its_labels_in_small_letters(talk: Talk, form: str) -> None:
    label = "ms. {last}" if "ms." in form else "{name}"
    text = printed(talk, form, top="The harbour talks\n\nNote: this was written by a machine.\n\n").lower()
    assert turns_of(text) == [(who.lower(), words.lower()) for who, words in by(talk, label)]


def test_a_text_without_capitals_may_hold_no_talk() -> None:
    recipe = "ingredients: flour and salt.\n\nmethod: mix the flour with water.\n\nserving: cut it while it is warm.\n\nnotes: keep it dry."
    assert turns_of(recipe) == []
    assert (
        turns_of(
            "the long way: a story\n\nit rained. nobody came: the road was closed, and i stayed in.\n\ni wrote this down."
        )
        == []
    )


def test_letters_with_a_point_set_apart() -> None:
    pairs = [(who, words) for who, words in zip("QAQAQA", (words for _, words in GATE), strict=False)]
    assert turns_of("\n".join(f"{who} . {words}" for who, words in pairs)) == pairs


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_dash_without_spaces_behind_capitals(dash: str) -> None:
    for talk in TALKS:
        assert turns_of(printed(talk, "{LAST}" + dash + "{words}")) == by(talk, "{LAST}")


def test_surnames_behind_full_names_with_a_bracket() -> None:
    text = (
        printed(GATE, "{last}: {words}")
        .replace("Velt:", "Ana de la Velt (LP):", 1)
        .replace("Olane:", "Bo Olane (Ind):", 1)
    )
    assert [who for who, _ in turns_of(text)] == [
        "Ana de la Velt (LP)",
        "Bo Olane (Ind)",
        *(w.split()[1] for w, _ in GATE[2:]),
    ]


STATEMENT = (
    "{a}Mr. President, I am glad that you came by train, since you saw what we have to talk about. We agreed on three things. "
    "The track will be built, and both countries pay for it. I thank the engineers, who needed less time than we did.\n\n"
    "{b}Thank you for the soup, Mr. President. When I took this office, I found a letter that nobody had answered. It had "
    "one line: when do we begin? I answer it today: on Monday. I expect to be asked about it every month.\n\n{a}I will ask."
)
OPENING = "Joint statement\n\nThe old pump house\n\n4 March 2031\n\nIn this part:\n\n- The track\n- The station\n- What comes next\n\n"


@pytest.mark.parametrize(
    ("a", "b"),
    [("VELT -- ", "OLANE -- "), ("VELT, Ana\n\n", "OLANE, Bo\n\n"), ("**Ana** [00:04]\n", "**Bo** [01:10]\n")],
)
def test_a_long_opening_above_three_turns(a: str, b: str) -> None:
    assert len(turns_of(OPENING + STATEMENT.format(a=a, b=b))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(
            f"[{what}](https://example.org/{what}): how to mend a {what.lower()}."
            for what in ("Gate", "Wall", "Lamp", "Pump")
        ),
        "<b>Good</b><br>\nThe room.\n\n<b>Bad</b><br>\nThe bread.\n\n<b>Good</b><br>\nThe view.\n\n<b>Bad</b><br>\nThe stairs.",
        "flour|00:12|sieve it\nwater|00:20|warm it\nsalt|00:31|weigh it\nflour|00:40|add the rest",
    ],
)
def test_lists_that_are_set_like_labels_are_no_talk(text: str) -> None:
    assert turns_of(text) == []


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize(
    ("form", "label"),
    [
        ('"{name}": {words}', "{name}"),
        ("“{name}”: {words}", "{name}"),
        ("[00:{s}, {name}] {words}", "{name}"),
        ("00:{s} / {first} / {words}", "{first}"),
        ("▸ {first}: {words}", "{first}"),
        ("{n}/{all} {name}: {words}", "{name}"),
        ("[b]{name}[/b]: {words}", "{name}"),
        ("{name} ({s} words): {words}", "{name}"),
        ('<span class="speaker">{name}</span> {words}', "{name}"),
        ("[EN] {name}: {words}", "{name}"),
        ("[Channel {v}] {name}: {words}", "{name}"),
        ("| {n} | **{name}** | {words} |", "{name}"),
    ],
)
def test_labels_in_the_marks_of_other_tools(talk: Talk, form: str, label: str) -> None:
    assert turns_of(printed(talk, form)) == by(talk, label)


@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize(
    "form", ["<li><b>{name}</b>: {words}", '<p class="turn"><em>{name}</em>: {words}', "<dt>{name}</dt>\n{words}"]
)
def test_labels_behind_the_elements_of_a_page(talk: Talk, form: str) -> None:
    assert turns_of(printed(talk, form)) == by(talk, "{name}")


def test_a_title_in_small_letters_before_a_surname_in_capitals() -> None:
    turns = ("Добрый вечер. Я рад вас видеть.", "Спасибо. Когда мы начнём?", "В понедельник. Вы приедете?", "Я приеду.")
    labels = ("господин ВАНТОНОВ", "госпожа МАЛЬСКАЯ") * 2
    assert turns_of("\n\n".join(f"{who}. {words}" for who, words in zip(labels, turns, strict=True))) == list(
        zip(labels, turns, strict=True)
    )


def test_who_comes_back_again_and_again_is_no_roster() -> None:
    reports = (
        "The gauge has run since Monday",
        "The clock starts again at zero",
        "There are values in the table",
        "The boat is ready",
    )
    rows = [f'"{who}","{words}."' for words in reports * 2 for who in ("Ana Velt", "Bo Olane")]
    rows += [f'"{who}","I will ask you again, {who.split()[0]}."' for who in ("Bo Olane", "Ana Velt") * 4]
    assert len(turns_of("TRANSCRIPT\n\n" + "\n".join(rows))) == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        '"Keel": the lowest timber.\n\n"Mast": the tallest one.\n\n"Stern": the end of the boat.\n\n"Bow": the other end.',
        "1.25 Scope: all gates.\n\n1.26 Terms: gates and walls.\n\n1.27 Dates: every March.\n\n1.28 Fees: none.",
        "<li><b>Flour</b>: two cups</li>\n<li><b>Salt</b>: a spoon</li>\n<li><b>Water</b>: one cup</li>",
    ],
)
def test_terms_in_the_same_marks_are_no_talk(text: str) -> None:
    assert turns_of(text) == []
