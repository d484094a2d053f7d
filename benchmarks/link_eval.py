"""How well linking finds what is the same statement, on a record in which that is known.

    python benchmarks/link_eval.py EVAL_DIR/verify [--half dev|test|all] [--utterances 100000] [--fit]

Recall: pairs of translations of one sentence that are linked. Precision: links between translations that are such pairs;
sentences that stand word for word in two places of one text are counted apart. Then what is linked among other
utterances, and what linking costs. `--fit` prints the weights of likeness.MODEL, fitted on this half.
"""

from __future__ import annotations

import argparse
import math
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path

import logistic
from quotedb.database import open_to_write, said_by, waiting
from quotedb.matching import likeness, link, linking
from quotedb.matching.statements import Weights, statement
from record import pairs
from speed import timing
from speed.writing import write


def main() -> int:
    """Write the record, link it, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("dev", "test", "all"), default="dev")
    parser.add_argument("--utterances", type=int, default=100_000)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "quotes.db"
        write(path, list(pairs.documents(options.folder, options.half, options.utterances)))
        if options.fit:
            fit(path)
            return 0
        seconds = timing.cpu(lambda: link(path))
        report(path, seconds)
    return 0


def report(path: Path, seconds: float) -> None:
    """Print recall, precision, what else was linked, and the cost."""
    conn = sqlite3.connect(path)
    total = conn.execute("SELECT count(*) FROM utterances").fetchone()[0]
    timing.line("utterances", f"{total:,}")
    timing.line("CPU seconds", f"{seconds:.1f}", f"{1000 * seconds / total:.2f} ms each")
    title = "(SELECT title FROM documents WHERE id = {0}.document_id)"
    rows = conn.execute(
        f"SELECT v.relation, v.score, s.name, {title.format('a')}, a.seq, {title.format('b')}, b.seq, s.id <> t.id "
        "FROM variants v JOIN utterances a ON a.id = v.utterance_id JOIN utterances b ON b.id = v.other_id "
        "JOIN speakers s ON s.id = a.speaker_id JOIN speakers t ON t.id = b.speaker_id"
    ).fetchall()
    readers = conn.execute(
        "SELECT count(*) FROM utterances u JOIN speakers s ON s.id = u.speaker_id WHERE s.name LIKE 'Reader of %'"
    ).fetchone()[0]
    right = wrong = repeated = 0
    others: Counter[str] = Counter()
    for relation, _, name, one, seq, other, other_seq, _ in rows:
        if not name.startswith("Reader"):
            others[relation] += 1
        elif one != other and one.partition(",")[0] == other.partition(",")[0] and seq == other_seq:
            right += 1
        elif relation == "other-wording":
            wrong += 1
        else:
            repeated += 1
    timing.line("pairs of translations linked", f"{right:,} of {readers // 2:,}", f"{right / (readers // 2):.3f}")
    timing.line(
        "links of them that are right", f"{right:,} of {right + wrong:,}", f"{right / max(1, right + wrong):.3f}"
    )
    timing.line("the same words elsewhere in a text", f"{repeated:,}")
    for relation, count in sorted(others.items()):
        timing.line(f"other utterances: {relation}", f"{count:,}", f"{1000 * count / (total - readers):.1f} in 1,000")
    timing.line("links between two people", f"{sum(row[-1] for row in rows):,}")
    conn.close()


def fit(path: Path) -> None:
    """Print the weights that part translations of one sentence from all other sentences that share rare words."""
    conn = open_to_write(path).conn
    weights = Weights(conn)
    place = {
        row: (title, seq)
        for row, title, seq in conn.execute(
            "SELECT u.id, d.title, u.seq FROM utterances u JOIN documents d ON d.id = u.document_id"
        )
    }
    rows: list[list[float]] = []
    right: list[bool] = []
    for number, speaker in enumerate(waiting(conn)):
        if number % 4:  # a part of them says as much
            continue
        said = [statement(*row) for row in said_by(conn, speaker)]
        for found in linking.likenesses(said, {one.id for one in said}, weights):
            one, other = place[found.one.id], place[found.other.id]
            rows.append(list(found.signs))
            right.append(one != other and one[1] == other[1] and one[0].partition(",")[0] == other[0].partition(",")[0])
    model = logistic.fit(rows, right)
    # both classes weigh the same there; here most of what is compared is not the same
    model[0] += math.log(sum(right) / (len(right) - sum(right)))
    for name, value in zip(likeness.MODEL, model, strict=True):
        timing.line(name, f"{value:.2f}")
    conn.close()


if __name__ == "__main__":
    raise SystemExit(main())
