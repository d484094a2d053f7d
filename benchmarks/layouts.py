"""How well turns are read from layouts that nobody tuned for: dialogues printed in many ways, and documents without turns.

    python benchmarks/layouts.py                 our own dialogues in all layouts that may be looked at
    python benchmarks/layouts.py --folder DIR    the turns of DIR/*/gold.jsonl, people renamed, in the same layouts
    python benchmarks/layouts.py --show NAME     one layout printed, with what was missed

Half of the layouts, by a hash of their names, are held back: only their totals are printed, so that the parser is
mended by reading the other half and measured on both.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import quotedb
from passages import turns_of
from printed import LANGUAGES, LAYOUTS, NEGATIVES, sheet

Turns = list[tuple[str, str]]
#: A dialogue from a folder is cut after so many turns, or so many words.
MOST_TURNS, MOST_WORDS = 80, 6000
FIGURES = ("strict F1", "labels", "words", "precision")
#: What the gate keeps: shares in percent, and turns found where there are none.
HALVES = ("in sight", "held back")
SHARES = tuple(
    f"layouts {half}: {name}"
    for half in HALVES
    for name in ("strict F1", "strict F1, mean of layouts", "word accuracy")
)
FALSE_TURNS = tuple(f"layouts {half}: false turns" for half in HALVES)
#: So many dialogues of all are printed in each layout for the gate, so that it takes seconds.
SOME = 2


def is_held_back(name: str) -> bool:
    """Whether a layout may not be looked at."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


def score(printed: sheet.Printed) -> Counter[str]:
    """What is right of one printed dialogue."""
    turns = turns_of(quotedb.parse(printed.text))
    found = [(key(pieces[0].label or ""), " ".join(u.text for u in pieces)) for pieces in turns]
    gold = [(key(label), " ".join(printed.text[a:b] for a, b in spans)) for label, spans in printed.turns]
    want, have = [(who, fold(said)) for who, said in gold], [(who, fold(said)) for who, said in found]
    blocks = SequenceMatcher(None, want, have, autojunk=False).get_matching_blocks()
    said_by = {place: who for who, spans in printed.turns for place in _starts(printed.text, spans)}
    heard_by = {
        p: u.label or ""
        for pieces in turns
        for u in pieces
        for p in _starts(printed.text, [(u.start_char, u.end_char)])
    }
    both = sum(key(heard_by.get(place, "")) == key(who) for place, who in said_by.items())
    ends = {fold(said): who for who, said in found}
    labelled = [(who, ends[fold(said)]) for who, said in gold if fold(said) in ends]
    return Counter(
        right=sum(block.size for block in blocks), gold=len(want), found=len(have), both=both, said=len(said_by),
        heard=len(heard_by), labelled=len(labelled), labels=sum(a == b for a, b in labelled),
    )  # fmt: skip


def _starts(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The places where words begin."""
    for start, end in spans:
        before = True
        for place in range(start, end):
            space = text[place].isspace()
            if before and not space:
                yield place
            before = space


def key(label: str) -> str:
    """A label as it is compared."""
    return " ".join(label.replace("*", "").split()).strip(" :.").casefold()


def fold(said: str) -> str:
    """Words as they are compared: white space aside."""
    return " ".join(said.split())


def figures(counts: Counter[str]) -> tuple[float, ...]:
    """Strict F1, label accuracy where the words are right, word accuracy, word precision."""
    return (
        2 * counts["right"] / max(1, counts["gold"] + counts["found"]),
        counts["labels"] / max(1, counts["labelled"]),
        counts["both"] / max(1, counts["said"]),
        counts["both"] / max(1, counts["heard"]),
    )


def of_folder(folder: Path) -> Iterator[sheet.Dialogue]:
    """Dialogues from `*/gold.jsonl`, every speaker given an invented name; what is no conversation is left out."""
    for path in sorted(folder.glob("*/gold.jsonl")):
        people: dict[str, sheet.Person] = {}
        turns = []
        words = 0
        for line in path.read_text(encoding="utf-8").splitlines()[:MOST_TURNS]:
            turn = json.loads(line)
            label = key(turn["speaker_label"])
            asks = label in ("q", "question", "a", "unidentified", "")
            who = people.setdefault(label, sheet.invented(len(people), asks))
            kept = [fold(p) for p in turn["text"].split("\n\n") if p.strip()[:1] not in ("", "(", "[", "<")]
            words += len(turn["text"].split())
            if kept:
                turns.append(sheet.Said(who, tuple(kept)))
            if words > MOST_WORDS:
                break
        if len(turns) >= 10 and len(people) > 1:
            yield sheet.Dialogue(path.parent.name, tuple(turns))


def spoken_in(name: str, dialogues: Sequence[sheet.Dialogue]) -> Sequence[sheet.Dialogue]:
    """The dialogues that a layout prints."""
    language = LANGUAGES.get(name)
    return [sheet.foreign(language)] if language else dialogues


def measure(name: str, dialogues: Sequence[sheet.Dialogue]) -> Counter[str]:
    """One layout over all dialogues, or over those in its language."""
    total: Counter[str] = Counter()
    for dialogue in spoken_in(name, dialogues):
        total += score(sheet.finish(LAYOUTS[name](dialogue, Random(f"{name} {dialogue.name}"))))
    return total


def false_turns(name: str, dialogues: Sequence[sheet.Dialogue]) -> int:
    """Turns found in a document that holds none."""
    found = 0
    for dialogue in dialogues:
        text = NEGATIVES[name](dialogue, Random(f"{name} {dialogue.name}"))
        found += len(turns_of(quotedb.parse(text)))
    return found


def figures_for_the_gate() -> dict[str, float]:
    """The figures of `SHARES` and `FALSE_TURNS`: each layout prints some of the dialogues, other ones each time."""
    own = sheet.own()
    found: dict[str, float] = {}
    for held in range(len(HALVES)):
        total: Counter[str] = Counter()
        rows = []
        for name in (name for name in LAYOUTS if is_held_back(name) is bool(held)):
            first = zlib.crc32(name.encode())  # by its name, so that a new layout does not change what the others print
            counts = measure(name, [own[(first + 3 * n) % len(own)] for n in range(SOME)])
            total += counts
            rows.append(figures(counts)[0])
        strict, _, words, _ = figures(total)
        shares = (strict, sum(rows) / len(rows), words)
        found |= {name: 100 * share for name, share in zip(SHARES[3 * held : 3 * held + 3], shares, strict=True)}
    for held, name in enumerate(FALSE_TURNS):
        found[name] = sum(false_turns(one, own[:SOME]) for one in NEGATIVES if is_held_back(one) is bool(held))
    return found


def show(name: str, dialogues: Sequence[sheet.Dialogue]) -> None:
    """Print what was missed and what is too much in one layout."""
    for dialogue in spoken_in(name, dialogues):
        rng = Random(f"{name} {dialogue.name}")
        if name in NEGATIVES:
            text = NEGATIVES[name](dialogue, rng)
            want: Counter[tuple[str, str]] = Counter()
        else:
            printed = sheet.finish(LAYOUTS[name](dialogue, rng))
            text = printed.text
            want = Counter((label, fold(" ".join(text[a:b] for a, b in spans))) for label, spans in printed.turns)
        turns = turns_of(quotedb.parse(text))
        have = Counter((us[0].label or "", fold(" ".join(u.text for u in us))) for us in turns)
        print(f"===== {name}: {dialogue.name}\n{text[:500]}\n-----")
        for sign, rest in (("-", want - have), ("+", have - want)):
            for label, said in list(rest.elements())[:6]:
                print(f"  {sign} [{label}] {said[:110]} ... {said[-50:]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of layouts; exit code 0."""
    parser = argparse.ArgumentParser(description="Measure turns in many layouts.")
    parser.add_argument("--folder", type=Path, help="take the turns of DIR/*/gold.jsonl instead of our own dialogues")
    parser.add_argument("--show", metavar="NAME", help="one layout, with what was missed")
    parser.add_argument("--dialogue", metavar="NAME", help="one dialogue only")
    parser.add_argument("--below", type=float, default=2.0, help="print layouts whose strict F1 is below this only")
    options = parser.parse_args(arguments)
    dialogues = list(of_folder(options.folder)) if options.folder else sheet.own()
    if options.dialogue:
        dialogues = [dialogue for dialogue in dialogues if dialogue.name == options.dialogue]
    if options.show:
        if options.show not in LAYOUTS | NEGATIVES or is_held_back(options.show):
            print("There is no such layout, or it is held back.")
            return 1
        show(options.show, dialogues)
        return 0
    totals: dict[bool, list[tuple[float, ...]]] = {False: [], True: []}
    sums: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    print(f"{'layout':<40}" + "".join(f"{name:>11}" for name in FIGURES))
    for name in LAYOUTS:
        counts = measure(name, dialogues)
        held, found = is_held_back(name), figures(counts)
        totals[held].append(found)
        sums[held] += counts
        if not held and found[0] < options.below:
            print(f"{name:<40}" + "".join(f"{value:>11.3f}" for value in found))
    for held, rows in totals.items():
        half = f"{len(rows)} layouts {'held back' if held else 'in sight'}"
        means = (sum(row[n] for row in rows) / len(rows) for n in range(len(FIGURES)))
        print(f"{half + ', all turns':<40}" + "".join(f"{value:>11.3f}" for value in figures(sums[held])))
        print(f"{half + ', mean':<40}" + "".join(f"{value:>11.3f}" for value in means))
        print(
            f"{half + ', worst':<40}{min(row[0] for row in rows):>11.3f}  below .95: {sum(row[0] < 0.95 for row in rows)}"
        )
    wrong = {name: false_turns(name, dialogues) for name in NEGATIVES}
    for held in (False, True):
        names = [name for name in NEGATIVES if is_held_back(name) is held]
        bad = {name: wrong[name] for name in names if wrong[name]}
        half = "held back" if held else "in sight"
        print(
            f"{len(names)} documents without turns {half}: {sum(bad.values())} false turns in {len(bad)}{'' if held else f' {bad}'}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
