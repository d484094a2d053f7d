"""Quotations that stand apart on a page: captions, block quotations, posts, lists, tables; and what only stands beside the text."""

from __future__ import annotations

import io
import json

import pytest

import quotedb

LOCK = (
    "The lock at Tarn Sluice has been shut since the storm of last November, and barges have had to wait for weeks.",
    "Work on the gates began on Monday. It is expected to take until the end of spring and to cost four million crowns.",
    "The harbour council owns the lock and leases it to a company that runs three others on the same canal.",
    "Farmers upstream depend on the water for their fields, and some of them have begun to sell their cattle.",
)
ROTTEN = "“The gates were rotten,” said Mara Olin, who has kept the lock for 20 years."
SOUND = "Teo Brandt, a farmer, does not agree. “They were sound until the company came,” he said."


def p(*paragraphs: str) -> str:
    return "".join(f"<p>{words}</p>\n" for words in paragraphs)


def page(body: str, head: str = "", language: str = "en") -> bytes:
    """A page of an invented paper, `body` in its article."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>Lock shut</title>{head}</head><body>'
        f'<header><nav><a href="/">Home</a></nav></header><main><article><h1>Lock shut</h1>{body}</article></main>'
        "<footer><p>© 2024 The Tarn Courier. All rights reserved.</p></footer></body></html>"
    ).encode()


def quoted(content: bytes) -> list[tuple[str, str | None]]:
    """The words in marks that were found on a page, with their speakers."""
    found = quotedb.parse(quotedb.read(io.BytesIO(content)))
    return [(utterance.text, utterance.speaker) for utterance in found if utterance.kind != "indirect"]


TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words} <a href="https://t.co/a">pic.twitter.com/a</a></p>'
    '&mdash; {name} (@{handle}) <a href="https://twitter.com/x/status/1">March 11, 2024</a></blockquote>'
)
BODIES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "caption": (
        ('<figure class="wp-block-image"><img src="a"><figcaption>“We have three weeks,” said lock keeper Mara Olin on Tuesday. '
        "Photo: Ane Lund</figcaption></figure>"),
        [("We have three weeks,", "Mara Olin")],
    ),
    "caption in a paragraph of its own class": (
        '<div class="wp-caption"><img src="a"><p class="wp-caption-text">Teo Brandt: “I have sold nine cows.” Photo: Ane Lund</p></div>',
        [("I have sold nine cows.", "Teo Brandt")],
    ),
    "caption of a painting": (
        "<figure><img src=a><figcaption>Ilse Marn, “The Lower Basin” (2019). Courtesy of the artist</figcaption></figure>",
        [],
    ),
    "list of two": (
        "<ul><li>“It should have been mended in summer,” said Mara Olin</li><li>“Nobody could have known,” said Teo Brandt</li></ul>",
        [("It should have been mended in summer,", "Mara Olin"), ("Nobody could have known,", "Teo Brandt")],
    ),
    "list of names": (
        "<ul><li>Mara Olin, lock keeper: “I have not slept since.”</li><li>Teo Brandt, farmer: “My cows are thirsty now.”</li></ul>",
        [("I have not slept since.", "Mara Olin"), ("My cows are thirsty now.", "Teo Brandt")],
    ),
    "terms and definitions": (
        "<dl><dt>Mara Olin, keeper</dt><dd>“I have not slept.”</dd><dt>Teo Brandt, farmer</dt><dd>“My cows are thirsty.”</dd></dl>",
        [("I have not slept.", "Mara Olin"), ("My cows are thirsty.", "Teo Brandt")],
    ),
    "source in a footer": (
        "<blockquote><p>The gates are older than any of us.</p><footer>— <cite>Mara Olin, lock keeper</cite></footer></blockquote>",
        [("The gates are older than any of us.", "Mara Olin")],
    ),
    "source behind marks": (
        "<blockquote><p>“I count the barges every morning.”</p><cite>Teo Brandt</cite></blockquote>",
        [("I count the barges every morning.", "Teo Brandt")],
    ),
    "source in a line": (
        "<blockquote>Nobody told us that the dam would be of straw. <cite>Ilse Marn</cite></blockquote>",
        [("Nobody told us that the dam would be of straw.", "Ilse Marn")],
    ),
    "source as a caption": (
        "<figure><blockquote><span>“</span>Nobody told us.<span>”</span></blockquote><figcaption>— Ilse Marn</figcaption></figure>",
        [("Nobody told us.", "Ilse Marn")],
    ),
    "source of two parts": (
        ('<div><blockquote><p>“I said so then.”</p><footer><cite><span class="n">Ilse Marn</span><span class="r">Former clerk</span>'
        "</cite></footer></blockquote></div>"),
        [("I said so then.", "Ilse Marn")],
    ),
    "source by its class": (
        '<div class="quote"><p>We were promised a new dam.</p><p class="quote__author">Teo Brandt</p></div>',
        [("We were promised a new dam.", "Teo Brandt")],
    ),
    "statement behind a colon": (
        p("In a statement sent to the Courier, the company’s director, Ruben Asch, said:")
        + "<blockquote><p>We regret the delay.</p><p>The gates will be finished by May.</p></blockquote>",
        [("We regret the delay.", "Ruben Asch"), ("The gates will be finished by May.", "Ruben Asch")],
    ),
    "what a keeper puts like this": (
        p("Olin, who has kept the lock for 20 years, put it like this:") + "<blockquote>The gates were rotten.</blockquote>",
        [("The gates were rotten.", "Olin")],
    ),
    "statement that quotes": (
        p("In a letter to the council, Ilse Marn wrote:")
        + "<blockquote><p>The mayor called my canal “a luxury”. It is not.</p><p>A lock is cheaper.</p></blockquote>",
        [("The mayor called my canal “a luxury”. It is not.", "Ilse Marn"), ("A lock is cheaper.", "Ilse Marn")],
    ),
    "names as headings": (
        "<h3>Ida Brok, 34, teacher</h3>"
        + p("“I come here every day.”")
        + "<h3>Olaf Henn</h3>"
        + p("“It was better before.”"),
        [("I come here every day.", "Ida Brok"), ("It was better before.", "Olaf Henn")],
    ),
    "sign of nobody": ("<blockquote><p>No swimming between the gates at night.</p></blockquote>", []),
    "post": (
        TWEET.format(words="The dam has given way. Stay off the towpath.", name="Mara Olin", handle="olin_tarn"),
        [("The dam has given way. Stay off the towpath.", "Mara Olin")],
    ),
    "post of several lines": (
        TWEET.format(words="Four million for two gates.<br><br>I could have built a school.", name="Teo Brandt", handle="b1"),
        [("Four million for two gates.", "Teo Brandt"), ("I could have built a school.", "Teo Brandt")],
    ),
    "post with a picture in the name": (
        TWEET.format(words="Two gates. Two!", name="Olaf Henn \N{BEAR FACE}", handle="henn71"),
        [("Two gates. Two!", "Olaf Henn")],
    ),
    "post of another service": (
        ('<blockquote class="bluesky-embed"><p lang="en">I have seen better dams built by children.<br><br><a href="b">[image or embed]</a>'
        '</p>&mdash; Ilse Marn (<a href="c">@ilse.example</a>) <a href="d">March 12, 2024 at 9:14 AM</a></blockquote>'),
        [("I have seen better dams built by children.", "Ilse Marn")],
    ),
    "elements for quotations": (
        p("<q>The gates were <q>rotten</q> then,</q> said Mara Olin.", "Teo Brandt called the dam <q>a heap of sacks</q> and left."),
        [("The gates were ‘rotten’ then,", "Mara Olin"), ("a heap of sacks", "Teo Brandt")],
    ),
    "line end inside": (
        p("“We have three weeks,<br>and then the fields are lost,” said Teo Brandt.", "Mara Olin said: “It will come back.<br>It has.”"),
        [("We have three weeks, and then the fields are lost,", "Teo Brandt"), ("It will come back. It has.", "Mara Olin")],
    ),
    "line end before the speaker": (
        f"<div>{LOCK[2]}<br><br>“The gates were rotten,”<br>Mara Olin, the keeper, told the Courier.</div>",
        [("The gates were rotten,", "Mara Olin")],
    ),
    "line ends for paragraphs": (
        f"<div>{LOCK[2]}<br>{ROTTEN}<br>{SOUND}<br>{LOCK[3]}</div>",
        [("The gates were rotten,", "Mara Olin"), ("They were sound until the company came,", "Teo Brandt")],
    ),
    "table": (
        ("<table><tr><th>Candidate</th><th>On the lock</th></tr><tr><td>Mara Olin</td><td>“It must belong to the town.”</td></tr>"
        "<tr><td>Teo Brandt</td><td>“Let the company finish it.”</td></tr></table>"),
        [("It must belong to the town.", "Mara Olin"), ("Let the company finish it.", "Teo Brandt")],
    ),
    "mark of a note inside": (
        p("“The gates were rotten<sup><a href='#n1'>[1]</a></sup>, and they knew it,” said Mara Olin."),
        [("The gates were rotten, and they knew it,", "Mara Olin")],
    ),
    "pull quote, shortened": (
        p("“The council made a mistake. We will never, on any terms, lease that lock to anybody again,” said Mara Olin.")
        + "<blockquote class='c'><p>We will never lease that lock to anybody again</p><cite>Mara Olin</cite></blockquote>",
        [("The council made a mistake. We will never, on any terms, lease that lock to anybody again,", "Mara Olin")],
    ),
    "caption that repeats the text": (
        p("“The council made a mistake when it leased the lock,” said Mara Olin.")
        + "<figure><img src=a><figcaption>“The council made a mistake when it leased the lock,” says Mara Olin.</figcaption></figure>",
        [("The council made a mistake when it leased the lock,", "Mara Olin")],
    ),
    "aside, related, comments": (
        '<aside class="pullquote"><p>“The gates were rotten”</p></aside>' + p(ROTTEN)
        + '<div class="related"><p>“We are drowning in paper,” says clerk</p></div>'
        '<div class="kg-cta-card"><p>“Worth every crown,” says a reader.</p></div>'
        '<section id="comments"><p><b>canalrat:</b> Olin told me “the money is gone”.</p></section>',
        [("The gates were rotten,", "Mara Olin")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_quotations_by_their_place(name: str) -> None:
    """What somebody says is found wherever a page puts it, and once; what is beside the text stays out."""
    body, expected = BODIES[name]
    assert quoted(page(p(*LOCK[:2]) + body + p(*LOCK[2:]))) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "de",
            p("Die Schleuse ist seit dem Sturm geschlossen, und die Schiffe warten.", "Mara Olin sagte: <q>Das Tor war morsch.</q>"),
            [("Das Tor war morsch.", "Mara Olin")],
        ),
        (
            "fr",
            p("L’écluse est fermée depuis la tempête de novembre, et les péniches attendent.")
            + "<blockquote><p>Les portes étaient pourries.</p><footer><cite>Mara Olin, éclusière</cite></footer></blockquote>",
            [("Les portes étaient pourries.", "Mara Olin")],
        ),
        (
            "fr",
            p("L’écluse est fermée depuis la tempête de novembre, et les péniches attendent.")
            + "<figure><figcaption>« Les portes étaient pourries », dit Mara Olin. © Ane Lund</figcaption></figure>"
            + p("Les travaux doivent durer jusqu’à la fin du printemps, dit la société."),
            [("Les portes étaient pourries", "Mara Olin")],
        ),
    ],
)  # fmt: skip
def test_marks_are_those_of_the_language(language: str, body: str, expected: list[tuple[str, str]]) -> None:
    assert quoted(page(body, language=language)) == expected


def data(body: str) -> str:
    graph = {
        "@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "isAccessibleForFree": False, "articleBody": body}]
    }
    return f'<script type="application/ld+json">{json.dumps(graph)}</script>'


@pytest.mark.parametrize("between", ["\n\n", "\n", " ", "<br>"])
@pytest.mark.parametrize("shown", ["", LOCK[0], "<div class='gate'>Subscribe! “The best paper,” says a reader.</div>"])
def test_a_teaser_beside_the_whole_text(between: str, shown: str) -> None:
    """Where a page shows a teaser, or nothing, the text that it gives to search engines counts."""
    body = between.join([LOCK[0], ROTTEN, LOCK[1], SOUND, LOCK[2]])
    expected = [("The gates were rotten,", "Mara Olin"), ("They were sound until the company came,", "Teo Brandt")]
    assert quoted(page(p(shown), data(body))) == expected


@pytest.mark.parametrize("broken", ['{"articleBody": "', '{"articleBody": 3}', "[" * 50_000 + '"articleBody"'])
def test_data_that_are_broken_are_no_text(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    assert quoted(page(p(*LOCK, ROTTEN), head)) == [("The gates were rotten,", "Mara Olin")]


def test_the_same_text_twice_is_one() -> None:
    assert len(quoted(page(p(LOCK[0], ROTTEN, SOUND), data("\n".join([LOCK[0], ROTTEN, SOUND]))))) == 2


@pytest.mark.parametrize(
    "turn",
    [
        '<div class="quote"><span class="speaker">{name}</span> {words}</div>',
        '<div class="quote"><p class="name">{name}</p><p>{words}</p></div>',
        "<blockquote><cite>{name}:</cite> {words}</blockquote>",
    ],
)
def test_a_name_at_the_head_of_a_box_is_a_label(turn: str) -> None:
    """Talks are set in such boxes, too; there the name stands before the words, not behind them."""
    talk = [
        ("Bo Lind", "When did you see it?"),
        ("Mara Olin", LOCK[0]),
        ("Bo Lind", "And then?"),
        ("Mara Olin", LOCK[3]),
    ]
    found = quotedb.parse(quotedb.read(io.BytesIO(page("".join(turn.format(name=n, words=w) for n, w in talk)))))
    assert [(utterance.speaker, utterance.text) for utterance in found] == talk


def test_captions_do_not_come_between_turns() -> None:
    """In a talk a caption that quotes somebody is in the way: the turn round it goes on."""
    caption = "<figure><img src=a><figcaption>“I never saw such a storm,” said Teo Brandt.</figcaption></figure>"
    turns = "".join(
        f"<p><b>Courier:</b> {question}</p><p><b>Mara Olin:</b> {answer}</p>{caption if not at else ''}<p>And so it was.</p>"
        for at, (question, answer) in enumerate(
            [("When did you see it?", LOCK[0]), ("Whom did you tell?", LOCK[1]), ("And then?", LOCK[3])]
        )
    )
    assert "such a storm" not in quotedb.read(io.BytesIO(page(turns))).text


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("— Mara Olin, lock keeper", "Mara Olin"),
        ("— Mara Olin (@olin_tarn) March 11, 2024", "Mara Olin"),
        ("— a farmer", "a farmer"),
        ("- Teo Brandt said: “It was not.”", None),
    ],
)
def test_signatures(below: str, speaker: str | None) -> None:
    """A name or a role behind a dash signs all the paragraphs above it; a line that quotes somebody itself does not."""
    text = f"{LOCK[0]}\n\n{LOCK[1]}\n\n“We never slept that night.\n\n“It was cold.”\n\n{below}\n\n{LOCK[2]}\n"
    found = [utterance.speaker for utterance in quotedb.parse(text)][:2]
    assert found == [speaker] * 2 if speaker else "Teo Brandt" not in found
