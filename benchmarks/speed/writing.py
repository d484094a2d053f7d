"""Writing: rows a second with the index written in batches and by trigger, and memory that does not grow."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from quotedb.database.connection import open_to_write
from quotedb.database.ingestion import BATCH_DOCUMENTS
from quotedb.database.store import Writer
from quotedb.models import Analysis, Document
from speed import corpus, timing

TRIGGER = """
CREATE TRIGGER utterances_fts_insert AFTER INSERT ON utterances BEGIN
  INSERT INTO utterances_fts (rowid, text) VALUES (new.id, new.text);
END
"""
#: Documents of the memory test have this many turns.
TURNS = 12

Work = list[tuple[Document, Analysis]]


class TriggerWriter(Writer):
    """The same writer without its batch statement: the trigger has filled the index already."""

    def commit(self) -> None:
        """End the transaction."""
        self._registry.flush()
        self._conn.execute("COMMIT")


def write(path: Path, work: Iterable[tuple[Document, Analysis]], *, trigger: bool = False) -> None:
    """Put documents that are already parsed into a new database, in batches as `ingest` does; an iterator is never held whole."""
    database = open_to_write(path)
    try:
        if trigger:
            database.conn.execute(TRIGGER)
            database.conn.commit()
        writer = (TriggerWriter if trigger else Writer)(database, "bench")
        left, written = iter(work), 0
        while batch := list(islice(left, BATCH_DOCUMENTS)):
            writer.begin()
            for document, analysis in batch:
                writer.add(document, analysis)
                written += len(analysis.utterances)
            writer.commit()
        indexed = database.conn.execute("SELECT count(*) FROM utterances_fts_docsize").fetchone()[0]
        if indexed != written:
            raise RuntimeError("the index lacks rows")
    finally:
        database.conn.close()


def rows_a_second(utterances: int, times: int) -> None:
    """Write the same rows both ways, in alternating order, and print the medians."""
    work = list(corpus.documents(utterances))
    characters = sum(len(u.text) for _, analysis in work for u in analysis.utterances)
    timing.heading(
        f"Writing {utterances:,} utterances of {characters // utterances} characters, {times} times each, alternating"
    )
    seconds: dict[bool, list[float]] = {False: [], True: []}
    cpu: dict[bool, list[float]] = {False: [], True: []}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(times):
            for trigger in (False, True) if turn % 2 == 0 else (True, False):
                path = Path(folder) / f"{turn}-{trigger}.db"
                spent = [0.0]

                def once(path: Path = path, trigger: bool = trigger, spent: list[float] = spent) -> None:
                    spent[0] = timing.cpu(lambda: write(path, work, trigger=trigger))

                seconds[trigger].append(timing.wall(once))
                cpu[trigger].append(spent[0])
                for file in Path(folder).glob(f"{path.name}*"):
                    file.unlink()
    timing.line("", "rows/s", "lowest", "highest", "CPU s")
    for trigger, name in ((False, "index in batches (ours)"), (True, "index by trigger")):
        rates = [utterances / s for s in seconds[trigger]]
        timing.line(
            name,
            *(f"{r:,.0f}" for r in (timing.median(rates), min(rates), max(rates))),
            f"{timing.median(cpu[trigger]):.2f}",
        )
    ratios = [t / b for b, t in zip(seconds[False], seconds[True], strict=True)]
    timing.line("ratio, ours to trigger", f"{timing.median(ratios):.2f}", f"{min(ratios):.2f}", f"{max(ratios):.2f}")


def memory(sizes: tuple[int, int]) -> None:
    """Ingest folders of different size, each in a process of its own, and print the peaks."""
    timing.heading(f"Peak memory of ingesting folders of transcripts ({TURNS} turns each), one process")
    peaks = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _fill(folder / "in", size)
            run = subprocess.run(
                [sys.executable, "-m", "speed.writing", str(folder / "quotes.db"), str(folder / "in")],
                cwd=Path(__file__).parent.parent,
                check=True,
                capture_output=True,
                text=True,
            )
        result = json.loads(run.stdout)
        peaks.append(result["peak"])
        timing.line(
            f"{size:,} documents",
            f"{result['peak'] / 1024:.0f} MiB",
            f"{result['utterances']:,} utterances",
            f"{result['seconds']:.1f} s",
        )
    timing.line(f"ratio for {sizes[1] / sizes[0]:g} times the documents", f"{peaks[1] / peaks[0]:.2f}")


def _fill(folder: Path, size: int) -> None:
    made = corpus.Corpus()
    folder.mkdir()
    for number in range(size):
        turns = made.dialogue(TURNS)
        (folder / f"{number:05}.txt").write_text(
            f"Meeting {number}\n\n" + "\n\n".join(f"{who}: {said}" for who, said in turns), "utf-8"
        )


def _peak() -> int:
    """The most memory that this process has held, in KiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux hands getrusage's peak down from the process that started this one, which has held far more
        return int(status.read_text("ascii").split("VmHWM:")[1].split()[0])
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _ingest_alone(database: str, folder: str) -> None:
    """In a process of its own: ingest a folder, then say what it took."""
    import quotedb

    report = None

    def work() -> None:
        nonlocal report
        report = quotedb.ingest(database, folder, jobs=1)

    seconds = timing.wall(work)
    assert report is not None  # noqa: S101
    print(json.dumps({"peak": _peak(), "seconds": seconds, "utterances": sum(d.turns for d in report.documents)}))


if __name__ == "__main__":
    _ingest_alone(sys.argv[1], sys.argv[2])
