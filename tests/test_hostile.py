"""Input that was made to hurt: lines that look like labels, brackets a thousand deep, odd characters. Time grows in line."""

from __future__ import annotations

import itertools
import time

import pytest

import quotedb

SYLLABLES = [a + b for a in "bdfghklmnprstvwz" for b in "aeiou"]
#: Names that are all different, as many as anybody wants.
NAMES = ["".join(three).capitalize() + "n" for three in itertools.product(SYLLABLES, SYLLABLES[:20], SYLLABLES[:5])]

SHAPES = {
    "lines like labels": lambda n: "".join(f"Name{i} Velt: words are here.\n" for i in range(n)),
    "a voice for each line": lambda n: "".join(f"{NAMES[i]}: I thank you for it.\n\n" for i in range(n)),
    "labels without words": lambda n: "".join(f"NAME {i}:\n" for i in range(n)),
    "titles with a point": lambda n: "".join(f"MR. NAME{i % 97}. I rise to speak.\n" for i in range(4 * n)),
    "a roster and all of it speaking": lambda n: (
        "Members\n\n"
        + " ".join(f"Ana {name}," for name in NAMES[:n])
        + "\n\n"
        + "".join(f"{name}: I thank you.\n\nWe go on.\n\n" for name in NAMES[:n])
    ),
    "one family": lambda n: (
        ". ".join(f"{name} Velt came" for name in NAMES[:n]) + "\n\n" + "“We all go home now,” Velt said.\n\n" * (n // 3)
    ),
    "one chair after the other": lambda n: "".join(f"The CHAIR (Ms. {NAMES[i]}): I am here.\n\nThe CHAIR: You are.\n\n" for i in range(n)),
    "labels in labels": lambda n: "Chair (" * n + "Velt" + ")" * n + ": I am here.\n",
    "brackets": lambda n: "([" * n + "so" + "])" * n,
    "opened and not closed": lambda n: "“We go on\n\n" * n,
    "single marks": lambda n: "‘as' " * n,
    "numbered lines": lambda n: "".join(f"{i % 25 + 1}   Q.   And where were you then?\n" for i in range(n)),
    "commas": lambda n: "1" + "," * n + "\n" + ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n" * (n // 30),
    "points": lambda n: "A. " * n,
    "one line": lambda n: "We go on. Ana Velt: No. " * n,
    "one word": lambda n: "A" * 20 * n,
    "spaces": lambda n: "A" + " " * 20 * n + "b",
    "a gap in the last words": lambda n: "Ana Velt: I am here.\n\nBo Olane: Yes." + " " * 20 * n + "x",
    "one word behind the last label": lambda n: "Velt: I see you.\nOlane: Do you?\n" * 5 + "on" * 20 * n + " on",
    "from right to left": lambda n: "דובר: אנחנו כאן \u202e היום\n" * n,
    "combining characters": lambda n: "A" + "\u0301" * 20 * n + ": I am here.\n",
    "invisible characters": lambda n: "\u200b\u202e\u00ad" * 5 * n,
}  # fmt: skip


@pytest.mark.parametrize("form", ["auto", "article"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_a_result(shape, form):
    """No exception, and every utterance is the text's own."""
    text = SHAPES[shape](300)
    for utterance in quotedb.parse(text, form):
        assert text[utterance.start_char : utterance.end_char] == utterance.text != ""


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_in_line(shape):
    """Eight times the text takes about eight times as long; where each line looks at all others it would be 64 times."""

    def seconds(count: int) -> float:
        text = SHAPES[shape](count)
        begin = time.process_time()
        quotedb.parse(text)
        return time.process_time() - begin

    seconds(50)
    assert any(seconds(1_600) < 24 * max(seconds(200), 0.002) for _ in range(3))
