"""What copying puts into a quote, markup and all, is no change of its words; what was done to it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotedb
from conftest import transcript
from quotedb.matching.tidied import tidied

TALK = transcript(
    (
        "Mara Olin",
        "We shall never again use the road as a weapon. The twenty-one lamps & the oil are ours, if A < B holds.",
    ),
    ("Teo Brandt", "Whose oil is it, then?"),
    ("Mara Olin", "Ours, I said."),
    ("Teo Brandt", "I see."),
)


@pytest.mark.parametrize(
    ("pasted", "verdict", "note"),
    [
        ("<p>We shall <b>never</b> again use the road<br>as a weapon</p>", "verbatim", "markup"),
        ('<a href="https://a.example/?x=1&amp;y=2">We shall never again</a> use the road', "verbatim", "markup"),
        ("We shall&nbsp;never again use the road as a weapon", "verbatim", "markup"),
        ("“<i>We shall never again use the road</i>,” Mara Olin said.", "verbatim", "attribution"),
        ("We shall never again use the road as a wea-\npon", "verbatim", "ends of lines"),
        ("The twenty-\none lamps", "verbatim", "ends of lines"),
        ("We sh\u0430ll n\u0435ver \u0430gain use the r\u043ead as a weapon", "verbatim", "another script"),
        ("<b>We shall never again use the street as a weapon</b>", "altered", "markup"),
        # what the record has as it was pasted is left as it is
        ("the oil are ours, if A < B holds", "verbatim", ""),
    ],
)
def test_what_copying_put_into_a_quote(fresh, pasted, verdict, note):
    """The words are looked for; the tags, entities and look-alikes are not."""
    answer = quotedb.verify(fresh(talk=TALK), pasted, "Mara Olin")
    assert (answer.verdict, answer.quote) == (verdict, pasted)
    assert note in answer.understood
    assert all("<" not in ours for match in answer.matches for _, ours, _ in match.diff) or not note


@pytest.mark.parametrize(
    "text", ["A < B and C > D", "Мы не продаём рыбу", "AT&T; said so", "well-known", "x<y", "1 <2> 3"]
)
def test_what_only_looks_like_it_stays(text):
    """Signs of arithmetic, a whole word of another script, a hyphen inside a line."""
    assert tidied(text) == []


@given(st.text(alphabet="ab -\n<>&;/p\u0430\u00ad#x1", max_size=60))
def test_any_text_is_tidied(text):
    """Nothing pasted is an error, and what is changed is said."""
    assert all(one.notes for one in tidied(text))
