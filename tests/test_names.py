"""Who is who in one document."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.people.cast import Cast, name_key
from quotedb.parsing.shapes import Block, Who, Zone

STORY = """The trade minister, Ilse Maria Moren, met Orvan McAdam in Tarn on Friday.

Ms. Moren left early. “Kara Lindqvist is wrong,” said Mr. McAdam, who was cheered by Ana-Lucía O’Dell.

Kim Dae Ho, the envoy, stayed. Kim spoke to Dan van der Berg and to Paul Tamm Jr. of Northland."""


def cast(text: str, labels: list[str] | None = None) -> Cast:
    blocks = [Block(m.start(), m.end(), Zone.BODY, "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    return Cast(text, blocks, [(label, 0) for label in labels or []], lexicon())


KEYS = [
    ("Kim Dae Ho", "KIM DAE-HO"),
    ("Dr. Ana-Lucía O’Dell", "ana lucia o'dell"),
    ("President Moren", "Moren"),
    ("the Treasury", "Treasury"),
    ("Łukasz Ørsted", "lukasz orsted"),
    ("J. R. Tamm", "JR Tamm".replace("JR", "J R")),
    ("Moren’s", "MOREN"),
]


@pytest.mark.parametrize(("one", "other"), KEYS)
def test_key_knows_one_person_in_many_spellings(one: str, other: str) -> None:
    """Case, diacritics, hyphens, points, titles and articles make no other person."""
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Paul Tamm", "Paul Tamm Jr."), ("Ilse Moren", "Ilse Morena")])
def test_key_keeps_people_apart(one: str, other: str) -> None:
    """A suffix or a letter is another person."""
    assert name_key(one) != name_key(other)


@example(name="Ǽ")
@example(name="The-U N")
@example(name="Mr-J.D.")
@given(st.text(max_size=40))
def test_key_of_a_key_is_itself(name: str) -> None:
    """The key is a normal form."""
    assert name_key(name_key(name)) == name_key(name) or len(name_key(name).split()) < len(name.split())


LABELS = [
    ("PRESIDENT MOREN:", "Ilse Maria Moren"),
    ("Ilse Moren", "Ilse Maria Moren"),
    ("Mr. MCADAM", "Orvan McAdam"),
    ("McAdam (as interpreted) ", "Orvan McAdam"),
    ("KIM", "Kim Dae Ho"),
    ("KIM DAE-HO", "Kim Dae Ho"),
    ("O'DELL", "Ana-Lucía O’Dell"),
    ("SOLA O'BREN, HARBOUR REPORTER", "Sola O'Bren"),
    ("VAN DER BERG", "Dan van der Berg"),
    ("Dr. Jane Roe (Northland)", "Jane Roe"),
    ("The CHAIR (Ms. Olane)", "Olane"),
    ("The Chair (Mr. Tom Galt (Tarn—West, NP)):", "Tom Galt"),
    ("The Minister for the Armed Forces (Hugo Galt)", "Hugo Galt"),
    ("SEN. JOHN MCTAVISH, MEMBER FOR TARN", "John McTavish"),
    ("LINDQVIST", "Lindqvist"),
]


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_label_gives_the_fullest_name(label: str, name: str) -> None:
    """A label gives the longest form that the narration has, else its own words in ordinary case."""
    assert [who.name for who in cast(STORY).of_label(label)] == [name]


def test_name_inside_a_quotation_is_not_used() -> None:
    """Somebody's quoted words name nobody: the label keeps its bare last name, and says so."""
    assert cast(STORY).of_label("LINDQVIST") == (Who("Lindqvist", "person", partial=True),)


def test_long_first_label_short_ones_later() -> None:
    """``CAROL TAM, KQT ANCHOR`` first, then ``TAM``."""
    found = cast("", ["CAROL TAM, KQT ANCHOR", "TAM"])
    assert found.of_label("TAM") == found.of_label("CAROL TAM, KQT ANCHOR") == (Who("Carol Tam", "person"),)


UNNAMED = [
    ("Q", "unnamed"),
    ("QUESTION", "unnamed"),
    ("UNIDENTIFIED MALE", "unnamed"),
    ("SPEAKER 1", "unnamed"),
    ("Unidentified woman #2", "unnamed"),
    ("Woman 2", "unnamed"),
    ("A voice from the floor", "unnamed"),
    ("Some hon. members", "group"),
    ("The CHAIR", "unnamed"),
]


@pytest.mark.parametrize(("label", "kind"), UNNAMED)
def test_unnamed_labels_stay_what_they_are(label: str, kind: str) -> None:
    """A voice without a name is never merged into a person."""
    (who,) = cast(STORY).of_label(label)
    assert (who.name, who.kind) == (label, kind)


def test_joint_label_gives_both() -> None:
    """``MOREN AND MCADAM`` are two people, in the order of the text."""
    assert [who.name for who in cast(STORY).of_label("MOREN AND MCADAM")] == ["Ilse Maria Moren", "Orvan McAdam"]


def test_two_people_with_one_last_name_never_merge() -> None:
    """A bare last name that two people bear names neither of them; a title that fits one does."""
    found = cast("Anna Orlan came with Peter Orlan. Peter Orlan sat beside Anna Orlan.")
    assert [who.name for who in found.of_label("ORLAN")] == ["Orlan"]
    assert [who.name for who in found.of_label("Mr. ORLAN")] == ["Peter Orlan"]
    assert [who.name for who in found.of_label("Ms. ORLAN")] == ["Anna Orlan"]


@given(st.text(max_size=60))
def test_any_label_gives_an_answer(label: str) -> None:
    """Whatever stands for a label, somebody comes out and nothing is raised."""
    assert cast(STORY).of_label(label)


RECORD = """RECORD OF THE HARBOUR COUNCIL

Remarks by Harbour Secretary Odile Varn

The council met at ten, the Speaker, Honor Tamsin Wyle, in the chair.

"""


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("MS. VARN", "Odile Varn"),  # the full name stands in the heading
        ("The SPEAKER", "Honor Tamsin Wyle"),  # beside the office
        ("The CHAIR", "Tessa Dace"),  # in the last label that names the chair
        ("The CHAIR (Ms. Tessa Dace)", "Tessa Dace"),
        ("The CLERK", "The CLERK"),  # an office that nobody is named for stays an office
        ("Mr. OLDE", "Olde"),
    ],
)
def test_short_labels_stand_for_whom_the_document_names(label: str, name: str) -> None:
    """An office or a bare last name is explained by a longer label, the heading or the roster."""
    labels = [("The CHAIR (Mr. Per Olin)", 10), ("The CHAIR (Ms. Tessa Dace)", 20)]
    blocks = [Block(m.start(), m.end(), Zone.HEADING, "") for m in re.finditer(r"[^\n]+", RECORD)]
    found = Cast(RECORD, blocks, labels, lexicon()).of_label(label, 30)
    assert [who.name for who in found] == [name]


def test_an_office_may_change_hands() -> None:
    """The chair is whoever was named last before this place."""
    labels = [("The CHAIR (Mr. Per Olin)", 10), ("The CHAIR (Ms. Tessa Dace)", 20)]
    cast_ = Cast("", [], labels, lexicon())
    assert [cast_.of_label("The CHAIR", place)[0].name for place in (15, 25)] == ["Per Olin", "Tessa Dace"]
