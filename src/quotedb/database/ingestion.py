"""From files, folders, URLs and documents into the database: read, parse, store, and say what came of each.

Workers are sent paths, not texts; one writer puts whole documents into batches. Whatever a batch holds is either in the
database or not: a killed run leaves no half document, and the next run completes it.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import astuple, replace
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from quotedb import parsing, reading
from quotedb.database.connection import PATIENCE, Openable, open_to_write, sentence
from quotedb.database.store import Writer, holds
from quotedb.database.unjoined import unjoined_labels
from quotedb.errors import QuotedbError, UnusableDatabase, stumbled
from quotedb.models import Analysis, Document, Form, Ingested, Refusal, Report
from quotedb.reading import iso_date

if TYPE_CHECKING:
    from quotedb.reading import Source

Sources = str | Path | Document | Iterable[str | Path | Document]
Outcome = Ingested | Refusal
Parsed = tuple[Document, Analysis | None] | Refusal
#: Tells whether the database holds the text with this sha256: then it need not be parsed again.
Known = Callable[[str], bool]

#: A batch is committed when it holds this much, so that a long run neither loses much when killed nor fills memory.
BATCH_DOCUMENTS = 400
BATCH_CHARACTERS = 8_000_000
BATCH_SECONDS = 5.0
#: So many addresses of several texts are told one by one; where a site gives all its pages one address, they are many.
MOST_ADDRESSES = 5
#: What a caller may know of documents.
ABOUT = ("title", "url", "publisher", "published", "spoken", "event", "language", "byline")
#: Below this many sources, starting worker processes costs more than it brings.
WORKERS_PAY_FROM = 64


def ingest(
    db: Openable,
    sources: Sources,
    *,
    form: Form = "auto",
    about_sheet: str | Path | None = None,
    jobs: int | None = None,
    progress: Callable[[Outcome, int, int], None] | None = None,
    **about: str | None,
) -> Report:
    """Put documents into a database (a path that need not exist yet, or an open connection) and report on each.

    `sources`: paths (folders: recursively), URLs, `Document`s, one or many. `about`: title, url, publisher, published,
    spoken, event, language for all of them; `about_sheet`: a CSV file with these columns and `file`. `jobs`: how many
    processes parse (None: as many as pay). `progress` is called after each source with its outcome, its number, and
    how many there are. A source that cannot be read is in `Report.refused`; the others still land.

    Raises `UnusableDatabase` where the database cannot be written, `QuotedbError` for a date that is none, `TypeError`
    for an unknown name in `about`.
    """
    known_about = _cleaned(about)
    given = [sources] if isinstance(sources, str | Path | Document) else list(sources)
    documents = [source for source in given if isinstance(source, Document)]
    found = reading.find_sources(
        [s for s in given if not isinstance(s, Document)], Path(about_sheet) if about_sheet else None
    )
    if not documents and not found.sources and isinstance(db, str | Path) and not Path(db).exists():
        # no database for nothing
        return Report((), tuple(found.refused), tuple(found.warnings), passed_over=tuple(found.passed_over))
    database = open_to_write(db)
    try:
        work = [replace(source, about={**source.about, **known_about}) for source in found.sources]
        outcomes = _store(database, documents, work, form, _jobs(jobs, len(work)), known_about, progress)
        landed = [outcome for outcome in outcomes if isinstance(outcome, Ingested)]
        refused = [outcome for outcome in (*found.refused, *outcomes) if isinstance(outcome, Refusal)]
        fresh = [outcome.document_id for outcome in landed if outcome.status in ("new", "changed", "restored")]
        return Report(
            documents=tuple(landed),
            refused=tuple(refused),
            warnings=(*found.warnings, *_same_address(database.conn, fresh)),
            unjoined=unjoined_labels(database.conn, documents=fresh),
            passed_over=tuple(found.passed_over),
        )
    except sqlite3.DatabaseError as error:
        name = str(db) if isinstance(db, str | Path) else "The database"
        raise UnusableDatabase(sentence(name, error, write=True)) from error
    finally:
        if isinstance(db, str | Path):
            database.conn.close()


def _same_address(conn: sqlite3.Connection, fresh: Sequence[int]) -> list[str]:
    """Which of the new texts bear an address that another current text bears, too: a correction, most often, or half a page.

    Both stay: which of them holds is for people to say. A text that comes from the file of the other replaces it without a word.
    """
    rows = conn.execute(
        "SELECT s.url, group_concat(DISTINCT s.location) FROM sources s JOIN documents d ON d.id = s.document_id "
        "WHERE d.replaced_by IS NULL AND s.url IN (SELECT url FROM sources WHERE document_id IN (SELECT value FROM json_each(?))) "
        "GROUP BY s.url HAVING count(DISTINCT s.document_id) > 1 ORDER BY 1",
        [json.dumps(list(fresh))],
    ).fetchall()
    said = [
        f"{url} is the address of several texts that differ: {places.replace(',', ', ')}; is one a correction, or only a part?"
        for url, places in rows[:MOST_ADDRESSES]
    ]
    return (
        [*said, f"{len(rows) - MOST_ADDRESSES:,} more addresses have several texts"]
        if len(rows) > MOST_ADDRESSES
        else said
    )


def _cleaned(about: dict[str, str | None]) -> dict[str, str]:
    """What the caller knows of the documents: known names only, dates as ISO."""
    unknown = sorted(set(about) - set(ABOUT))
    if unknown:
        raise TypeError(f"ingest() does not know {', '.join(unknown)}; it takes {', '.join(ABOUT)}")
    given = {name: iso_date(value) if name in ("published", "spoken") else value for name, value in about.items()}
    return {name: value for name, value in given.items() if value}


def _jobs(wanted: int | None, sources: int) -> int:
    if wanted is not None:
        return max(1, min(wanted, sources))
    return (os.cpu_count() or 1) if sources >= WORKERS_PAY_FROM else 1


def _store(
    database: Database,
    documents: Sequence[Document],
    work: Sequence[Source],
    form: Form,
    jobs: int,
    about: dict[str, Any],
    progress: Callable[[Outcome, int, int], None] | None,
) -> list[Outcome]:
    """Write everything that parsing hands over, batch by batch."""
    writer = Writer(database, parser=f"quotedb {metadata.version('quotedb')}", form=form)
    total = len(documents) + len(work)
    handed = (
        _parse(d.location or d.title or "text", partial(replace, d, **about), form, writer.known) for d in documents
    )
    outcomes: list[Outcome] = []
    # closed here and now: processes that are only let go when the generator is forgotten complain on their way out
    with contextlib.closing(_in_order(work, form, jobs, writer)) as read:
        with_next = _Batches(itertools.chain(handed, read))
        while with_next.more():
            writer.begin()
            batch: list[Outcome] = []
            try:
                for item in with_next.batch():
                    batch.append(item if isinstance(item, Refusal) else writer.add(*item))
                    if progress:
                        progress(batch[-1], len(outcomes) + len(batch), total)
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            outcomes += batch
    return outcomes


class _Batches:
    """Cuts a stream of parsed documents into batches by number, size and time."""

    def __init__(self, parsed: Iterator[Parsed]) -> None:
        self._parsed = parsed
        self._next = next(parsed, None)

    def more(self) -> bool:
        return self._next is not None

    def batch(self) -> Iterator[Parsed]:
        characters, started = 0, time.monotonic()
        for _ in range(BATCH_DOCUMENTS):
            if self._next is None:
                return
            item, self._next = self._next, None
            yield item
            characters += 0 if isinstance(item, Refusal) else len(item[0].text)
            self._next = next(self._parsed, None)
            if characters > BATCH_CHARACTERS or time.monotonic() - started > BATCH_SECONDS:
                return


def _in_order(work: Sequence[Source], form: Form, jobs: int, writer: Writer) -> Generator[Parsed]:
    """Every source read and parsed, in the order given, with at most a few waiting in memory."""
    if jobs < 2:
        yield from (_read_and_parse(source, form, writer.known) for source in work)
        return
    done = 0
    try:
        with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(writer.file,)) as pool:
            waiting: deque[Future[Parsed]] = deque()
            try:
                for source in work:
                    waiting.append(pool.submit(_read_and_parse, source, form))
                    if len(waiting) >= jobs * 8:
                        yield waiting.popleft().result()
                        done += 1
                while waiting:
                    yield waiting.popleft().result()
                    done += 1
            finally:
                pool.shutdown(wait=False, cancel_futures=True)  # who stops is not kept waiting for what nobody will use
    except BrokenProcessPool:
        # a worker was killed (by a person, or for want of memory): go on here, one document at a time
        yield from (_read_and_parse(source, form, writer.known) for source in work[done:])


_in_worker: Known = lambda _sha256: False  # noqa: E731 - replaced when a worker starts


def _start_worker(file: str) -> None:
    """Let a worker look into the database that its documents go to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes: it lets the others go
    global _in_worker  # noqa: PLW0603 - a process of the pool has no other place for what it opens once
    if file:
        _in_worker = partial(holds, sqlite3.connect(f"{Path(file).as_uri()}?mode=ro", uri=True, timeout=PATIENCE))


def _read_and_parse(source: Source, form: Form, known: Known | None = None) -> Parsed:
    return _parse(source.location, partial(reading.read, source.location, **source.about), form, known or _in_worker)


def _parse(place: str, get: Callable[[], Document], form: Form, known: Known) -> Parsed:
    try:
        document = get()
        fault = _unfit(document)
        if fault:
            return Refusal(place, f"{place} {fault}")
        return document, None if known(document.sha256) else parsing.analyse(document, form)
    except QuotedbError as error:
        return Refusal(place, str(error))
    except Exception as error:  # whatever one document does to a library must not cost the others
        return Refusal(place, stumbled(place, error))


def _unfit(document: Document) -> str | None:
    """Why no database can keep this document; None: it can."""
    if not document.text.strip():
        return "is empty: there is no text in it"
    if "\0" in document.text:
        return f"holds a NUL character at {document.text.index(chr(0))}; it is no text: check where it comes from"
    try:
        "".join(value for value in astuple(document) if isinstance(value, str)).encode()
    except UnicodeEncodeError:
        return "has bytes in its name or text that are no UTF-8; rename or convert it, then run this again"
    return None
