"""Layouts of magazines, programmes, calls and chats: tags, outlets in capitals, offices, cues of a script, times without a name."""

from __future__ import annotations

import io

import pytest

from conftest import turns_of
from quotedb.reading import read
from quotedb.reading.printed.pagelines import lines_of_page, without_furniture

Said = tuple[str | None, str]
TALK: list[Said] = [
    ("Ana Velt", "Good morning. I am glad that you could come to Tern."),
    ("Bo Olane", "Thank you. We are happy to be here."),
    ("Ana Velt", "Let us begin with the water question."),
    ("Bo Olane", "Yes. I have read your letter, and I agree with most of it."),
    ("Ana Velt", "Only with most of it?"),
    ("Bo Olane", "The last page is missing."),
]


def printed(layout: str = "{label}: {words}", talk: list[Said] = TALK) -> str:
    return "\n\n".join(layout.format(label=label, words=words) for label, words in talk) + "\n"


def page(*blocks: str) -> list[Said]:
    """The turns of an HTML page."""
    return turns_of(read(io.StringIO(f"<html><body><h1>An evening in Tern</h1>{''.join(blocks)}</body></html>")).text)


TAGS = {
    "a component": '<Speaker name="{label}" time="00:12">\n\n{words}\n\n</Speaker>',
    "an element of one's own": '<chat-line who="{label}">\n{words}\n</chat-line>',
    "a shortcode": '{{{{< speaker "{label}" "00:12" >}}}}\n\n{words}',
    "an include": "{{% include said.html time='0:12' speaker='{label}' %}}\n{words}",
}


@pytest.mark.parametrize("layout", TAGS.values(), ids=TAGS)
def test_names_in_tags_are_labels(layout: str) -> None:
    text = 'import Player from "../Player"\n\n<Player src="ep4.mp3" />\n\n## Transcript\n\n'
    assert turns_of(text + printed(layout)) == TALK


@pytest.mark.parametrize(
    "tag", ['<a name="Ana Velt"></a>', '<img alt="Ana Velt" src="v.jpg">', '<Player src="Ana Velt">']
)
def test_other_tags_with_names_are_none(tag: str) -> None:
    text = "\n\n".join(f"{tag}\n\nThe quay went by night, and nobody heard it go. I did not." for _ in range(4))
    assert turns_of(text) == []


OUTLETS = [("THE OAR", "{label} — {words}"), ("IN TERN", "**{label}:** {words}")]


@pytest.mark.parametrize(("outlet", "layout"), OUTLETS)
def test_an_outlet_in_capitals_may_begin_like_a_sentence(outlet: str, layout: str) -> None:
    talk = [(outlet if label == "Ana Velt" else label, words) for label, words in TALK]
    assert turns_of(printed(layout, talk), "transcript") == talk


def test_an_outlet_with_a_french_article() -> None:
    talk: list[Said] = [
        ("LE QUAI", "Vous souvenez-vous de la première phrase ?"),
        ("Léa Marche", "Oui, je crois. C'était en mars."),
    ] * 3
    assert turns_of(printed("{label}. - {words}", talk)) == talk


def test_capitals_that_open_a_sentence_once_are_none() -> None:
    said = "Yes. I have read your letter."
    text = printed(talk=[*TALK[:3], ("Bo Olane", f"{said}\n\nIN THE END: nobody came, and I went home."), *TALK[4:]])
    assert [label for label, _ in turns_of(text)] == [label for label, _ in TALK]


OFFICES = ["Analyst, Olane & Co.", "Chief Executive Officer, Tern Rope, Inc.", "Head of Sails, Tern S.A."]


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("asks", ["", " " * 20 + "Q"])
def test_an_office_may_end_in_the_point_of_a_company(office: str, asks: str) -> None:
    """The office below a name is nobody's word, in a talk and in the list of who takes part."""
    offices = {"Ana Velt": "Head of Ropes, Tern Rope, Inc.", "Bo Olane": office}
    roster = "\n\n".join(f"{label}\n{role}" for label, role in offices.items())
    talk = "\n\n".join(f"{label}\n{offices[str(label)]}{asks}\n\n{words}" for label, words in TALK)
    assert turns_of(f"Tern Rope, Inc.\n\nPARTICIPANTS\n\n{roster}\n\nDISCUSSION\n\n{talk}\n") == TALK


def test_a_sentence_below_a_name_is_no_office() -> None:
    talk = [(label, f"{words} I work for Olane & Co.") for label, words in TALK]
    assert turns_of(printed("{label}\n{words}", talk), "transcript") == talk


TIMED = {
    "a chat's export": (
        "11/06/2021, 10:0{at} - {label}: {words}",
        "11/06/2021, 10:04 - Rike Istle changed the group's description",
    ),
    "times in brackets": ("[10:0{at}] {label}: {words}", "[10:04] Rike Istle has left the room"),
    "names alone": ("[2021-06-11 10:0{at}] {label}\n{words}", "[2021-06-11 10:04] 3 people liked this"),
}


@pytest.mark.parametrize(("layout", "line"), TIMED.values(), ids=TIMED)
def test_a_line_with_its_time_and_no_name_is_nobodys(layout: str, line: str) -> None:
    turns = [layout.format(at=at, label=label, words=words) for at, (label, words) in enumerate(TALK)]
    turns.insert(4, line)
    assert turns_of("\n\n".join(turns) + "\n", "transcript") == TALK


def test_a_time_that_somebody_writes_is_said() -> None:
    talk = [*TALK, ("Ana Velt", "10:30 works for me\n11:15 does not")]
    text = "\n".join(f"11/06/2021, 10:0{at} - {label}: {words}" for at, (label, words) in enumerate(talk))
    assert turns_of(text + "\n", "transcript")[-1] == ("Ana Velt", "10:30 works for me 11:15 does not")


@pytest.mark.parametrize("clock", ["10:0{at} AM", "9:1{at}", "18:0{at}"])
def test_a_time_of_day_below_a_name_opens_no_entry_of_a_live_blog(clock: str) -> None:
    """A chat prints the name, below it the time, below that the words."""
    turns = "\n\n".join(f"{label}\n\n{clock.format(at=at)}\n\n{words}" for at, (label, words) in enumerate(TALK))
    assert turns_of(f"11 Jun 2021\n\n{turns}\n", "transcript") == TALK


def test_handles_in_small_letters_may_be_names_that_somebody_says() -> None:
    talk: list[Said] = [
        ("ana", "Bo, can you see it? I cannot see anything from here."),
        ("bo_o", "No, Ana. It is the old one, I think."),
        ("rike", "I can see it, Ana, if I stand on the chair."),
        ("ana", "Thank you, Rike. Who else can you think of?"),
        ("rike", "You may ask Bo. He was there when we sold it."),
    ] * 2
    text = "\n\n".join(f"[2021-06-11 10:{at:02}] {label}\n{words}" for at, (label, words) in enumerate(talk))
    assert turns_of(text + "\n", "transcript") == talk


CUES = ["SFX: WATER UNDER ICE, DISTANT.", "MUSIC UP, THEN UNDER.", "FADE TO BLACK."]


@pytest.mark.parametrize("cue", CUES)
def test_cues_of_a_script_are_nobodys(cue: str) -> None:
    script = printed("{label}\n\n{words}").split("\n\n")
    script.insert(6, cue)
    assert turns_of("EVENING TALK\n\nEpisode 4\n\n" + "\n\n".join(script)) == TALK


def test_a_cue_that_comes_back_is_no_speaker() -> None:
    script = printed("{label}\n\n{words}").split("\n\n")
    for at in (10, 6, 2):
        script.insert(at, "SFX: WATER UNDER ICE.")
    assert turns_of("EVENING TALK\n\nFADE IN: THEME, THEN UNDER.\n\n" + "\n\n".join(script)) == TALK


def test_words_in_capitals_behind_a_label_are_said() -> None:
    talk = [*TALK[:5], ("Bo Olane", "MUSIC SHEETS ARE MISSING TOO, I THINK.")]
    assert turns_of(printed(talk=talk)) == talk


ASKED = {
    "Arabic": [("وليد الشاطئ", "هل ما زال يعمل؟"), ("سامر الثلجي", "لا، لقد انكسر.")],
    "Urdu": [("احمد خان", "کیا آپ تیار ہیں؟"), ("سارہ بیگ", "جی ہاں، میں تیار ہوں۔")],
    "Hindi": [("अनिल वर्मा", "क्या आप तैयार हैं?"), ("सीमा राव", "हाँ, मैं तैयार हूँ।")],
}


@pytest.mark.parametrize("talk", ASKED.values(), ids=ASKED)
def test_sentences_end_in_the_marks_of_their_script(talk: list[Said]) -> None:
    assert turns_of(printed(talk=talk * 3)) == talk * 3


def test_the_wide_colon_of_a_bold_label_is_not_doubled() -> None:
    talk: list[Said] = [("码头", "您还记得吗？"), ("马若海", "记得。我九岁。")] * 3
    assert page(*(f"<p><strong>{label}：</strong>{words}</p>" for label, words in talk)) == talk


def test_a_clock_without_a_space_behind_it_is_no_part_of_the_words() -> None:
    turn = '<div><span class="speaker">{label}</span> <time>00:00:1{at}</time><span>{words}</span></div>'
    assert page(*(turn.format(at=at, label=label, words=words) for at, (label, words) in enumerate(TALK))) == TALK


def test_a_name_whose_initials_come_back_in_bold_is_a_label() -> None:
    """The first time in full, then as initials, and never with a colon: `**Ana Velt** Good morning`, `**AV** Only most?`."""
    short = {"Ana Velt": "AV", "Bo Olane": "BO"}
    talk = [*TALK[:2], *((short[str(label)], words) for label, words in [*TALK[2:], *TALK[2:]])]
    assert page(*(f"<p><strong>{label}</strong> {words}</p>" for label, words in talk)) == talk
    bold = "<p><strong>The Quay</strong> went by night, and I did not hear it go.</p>"
    assert page(bold, *(f"<p><strong>{label}</strong> {words}</p>" for label, words in talk)) == talk


def test_an_initial_before_a_surname_is_no_question() -> None:
    """`В.` alone opens a question in Russian; before a surname in capitals it is the speaker's own."""
    talk: list[Said] = [("В. ЛИСОВА", "Он работает?"), ("А. ТЮРОВ", "Нет. Он разбит.")] * 3
    assert turns_of(printed(talk=talk)) == talk


PULLED = "<blockquote><p>I have read your letter</p></blockquote>"
NEW = "<blockquote><p>The tide waits for nobody in Tern.</p></blockquote>"


def test_a_block_quotation_that_repeats_is_a_pull_quote() -> None:
    turns = [f"<p><b>{label}:</b> {words}</p>" for label, words in TALK]
    assert page(*turns[:2], PULLED, *turns[2:]) == TALK
    read_out = page(*turns[:2], NEW, *turns[2:])
    assert (
        "".join(words for _, words in read_out).count("The tide waits") == 1
    )  # what stands nowhere else may be read out


def test_a_link_behind_the_last_words_is_nobodys() -> None:
    turns = [f"<p><b>{label}:</b> {words}</p>" for label, words in TALK]
    assert page(*turns, "<hr><p><a href='/'>index</a></p>") == TALK


FEET = [
    "Back To Top »",
    "[^1]: The diary is kept at the University of Tern.",
    "Edited by Rike Istle. Cover art by Oda Brill.",
]


@pytest.mark.parametrize("foot", FEET)
def test_more_feet_of_pages(foot: str) -> None:
    assert turns_of(printed() + f"\n{foot}\n", "transcript") == TALK


def test_the_fields_of_an_archive_are_nobodys() -> None:
    said = "The clerk pulled the bill, and said that she would not say why."
    fields = f"HEADLINE: Bridge bill pulled\n\nBYLINE: Ana Velt, Rike Istle\n\nHIGHLIGHT: {said}\n\nBODY:"
    talk = [(str(label).upper(), words) for label, words in TALK * 2]
    assert turns_of(f"1 of 1 DOCUMENT\n\n{fields}\n\n{printed(talk=talk)}") == talk


def test_a_name_on_the_first_line_of_pages_is_no_running_head() -> None:
    """`Ana Velt  00:12` opens turns all over the pages; that it opens some pages as well makes no head of it."""
    turns = [
        f"Ana Velt  0{at}:12\n{words}\n\nBo Olane  0{at}:40\nYes.\n"
        for at, words in enumerate(["I am.", "Who?", "So?", "No.", "Oh.", "Go."])
    ]
    pages = [lines_of_page("\n".join(turns)) for _ in range(3)]
    assert next(line.text for line in without_furniture(pages)[1]).startswith("Ana Velt")
    headed = [lines_of_page(f"Tern Evening {number}\n\n" + "\n".join(turns)) for number in range(3)]
    assert all(lines[0].text.startswith("Ana Velt") for lines in without_furniture(headed))
