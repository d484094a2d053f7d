"""How often answers of each confidence are right: writes the table in docs/attribution.md and prints the error of calibration.

    python benchmarks/reliability.py EVAL_DIR

EVAL_DIR is the folder of `gate.py`; only its dev part is looked at. Right is a quotation that an annotator has too, with the same speaker.
"""

from __future__ import annotations

import sys
from pathlib import Path

from annotated import articles_of, outcomes_of, predictions_of, scorer_of
from quotedb.models import SURE_FROM, UNCERTAIN_BELOW

PAGE = Path(__file__).parent.parent / "docs" / "attribution.md"
BEGIN, END = "<!-- measured: reliability -->\n", "<!-- end -->"
#: Where the lines of the table begin.
STEPS = (0.0, 0.5, 0.6, 0.7, UNCERTAIN_BELOW, SURE_FROM, 0.95)


def judged(folder: Path) -> list[tuple[float, bool]]:
    """The confidence of every quotation that is found in the dev articles, and whether it is right."""
    scorer = scorer_of(folder)
    articles = articles_of(folder / "quotes" / "polnear_marked_dev.jsonl")
    return [
        (quote["confidence"], good)
        for article in articles
        for quote, good in outcomes_of(article, predictions_of(article, None), scorer)
    ]


def calibration_error(pairs: list[tuple[float, bool]], bins: int = 10) -> float:
    """The expected calibration error: how far mean confidence and share of right ones lie apart, in bins of equal width."""
    sums = [0.0] * bins
    for confidence, good in pairs:
        sums[min(bins - 1, int(confidence * bins))] += confidence - good
    return sum(abs(value) for value in sums) / len(pairs)


def table(pairs: list[tuple[float, bool]]) -> str:
    """The table as Markdown."""
    lines = ["| confidence | band | quotations | mean confidence | right |", "|---|---|---|---|---|"]
    for low, high in zip(STEPS, (*STEPS[1:], 1.01), strict=True):
        band = [pair for pair in pairs if low <= pair[0] < high]
        if band:
            name = "sure" if low >= SURE_FROM else "likely" if low >= UNCERTAIN_BELOW else "uncertain"
            mean, right = (sum(pair[index] for pair in band) / len(band) for index in (0, 1))
            lines.append(f"| {low:.2f} to {min(high, 1):.2f} | {name} | {len(band)} | {mean:.2f} | {right:.2f} |")
    sure = [good for confidence, good in pairs if confidence >= SURE_FROM]
    among, right = len(sure) / len(pairs), sum(sure) / len(sure)
    lines.append("")
    lines.append(f"Of {len(pairs)} quotations {among:.1%} are sure, and {right:.1%} of these are right. The expected")
    lines.append(f"calibration error is {calibration_error(pairs):.3f}.")
    return "\n".join(lines) + "\n"


def main(argv: list[str]) -> int:
    """Measure, and write the page's table."""
    if len(argv) != 1 or not (Path(argv[0]) / "quotes").exists():
        sys.stderr.write("usage: python benchmarks/reliability.py EVAL_DIR\n")
        return 2
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    measured = table(judged(Path(argv[0])))
    PAGE.write_text(before + BEGIN + measured + END + rest.split(END, 1)[1], encoding="utf-8")
    sys.stdout.write(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
