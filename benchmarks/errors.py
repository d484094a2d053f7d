"""Where quotations get lost: how many are found and how many named rightly, by phenomenon, written into docs/attribution.md.

    python benchmarks/errors.py EVAL_DIR

EVAL_DIR is the folder of `gate.py`; only its dev part is looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import quotedb

PAGE = Path(__file__).parent.parent / "docs" / "attribution.md"
BEGIN, END = "<!-- measured: errors -->\n", "<!-- end -->"
GOLD = "polnear_marked_dev.jsonl"

#: What the scorer's names of groups mean.
GROUPS = {
    "type:direct, begins": "whole sentences, first piece",
    "type:direct, goes on": "whole sentences, a later piece of one quotation",
    "type:mixed, short": "up to three words inside the writer's sentence",
    "type:mixed, longer": "more words inside the writer's sentence",
    "speaker:name": "the speaker's label is a name",
    "speaker:pronoun": "it is a pronoun",
    "speaker:nominal": "it is neither: a role, a group, a body",
    "speaker:none": "nobody is named",
}


def phenomenon(quote: dict[str, Any]) -> str:
    """The group of a gold quotation, in place of its type."""
    if quote["type"] == "direct":
        return "direct, goes on" if quote.get("part") else "direct, begins"
    return "mixed, short" if len(quote["text"].split()) <= 3 else "mixed, longer"


def rows(folder: Path) -> Iterator[tuple[str, int, float, float]]:
    """For each group: its name, how many, how many of a hundred are found, how many of these have the right speaker."""
    documents = [json.loads(line) for line in (folder / "quotes" / GOLD).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as name:
        gold, found = Path(name, "gold.jsonl"), Path(name, "found.jsonl")
        with gold.open("w", encoding="utf-8") as to_gold, found.open("w", encoding="utf-8") as to_found:
            for document in documents:
                predicted = [
                    {"start": u.start_char, "end": u.end_char, "type": u.kind, "speaker_text": u.label, "speaker_canonical": u.speaker}
                    for u in quotedb.parse(document["text"])
                    if u.kind in ("direct", "mixed")
                ]  # fmt: skip
                for quote in document["quotes"]:
                    quote["type"] = phenomenon(quote)
                to_gold.write(json.dumps(document) + "\n")
                to_found.write(json.dumps({"id": document["id"], "quotes": predicted}) + "\n")
        command = [sys.executable, str(folder / "score_quotes.py"), str(gold), str(found), "--json"]
        scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for key, about in GROUPS.items():
        group = scored["all"]["by"].get(key)
        if group:
            yield about, group["n"], group["recall"], group["attr_lenient"]


def table(folder: Path) -> str:
    """The table as Markdown."""
    lines = [
        "| quotations in the dev part of PolNeAR | number | found, % | of these named rightly, % |",
        "|---|---|---|---|",
    ]
    lines += [f"| {about} | {n} | {recall:.1f} | {right:.1f} |" for about, n, recall, right in rows(folder)]
    return "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Measure, and write the page's table."""
    if len(argv) != 1 or not (Path(argv[0]) / "quotes" / GOLD).exists():
        sys.stderr.write("usage: python benchmarks/errors.py EVAL_DIR\n")
        return 2
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    measured = table(Path(argv[0]))
    PAGE.write_text(before + BEGIN + measured + END + rest.split(END, 1)[1], encoding="utf-8")
    sys.stdout.write(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
