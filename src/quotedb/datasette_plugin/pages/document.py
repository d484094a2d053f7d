"""One document as a readable page, every utterance marked in its place."""

from __future__ import annotations

import asyncio
import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from datasette import Response

from quotedb.database import Said, WholeDocument, whole_document
from quotedb.datasette_plugin.certainty import band
from quotedb.datasette_plugin.site import open_site
from quotedb.errors import UnknownName
from quotedb.parsing import zones_of

#: Characters on one page: a browser lays out a long debate slowly.
PART = 200_000
#: In longer texts headings and captions are not told apart: it would keep the reader waiting.
MOST_ZONED = 500_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a document's text: said by somebody, or what stands between."""

    text: str
    said: Said | None = None
    number: int = 0  #: of its speaker in this document, for a colour; 0: nobody
    opens: bool = False  #: the first piece of a turn or quotation, or of what is interpreted in it
    zone: str = ""  #: heading, caption, comment ...: what nobody says; "" for running text


async def document_page(request: Any, datasette: Any) -> Response:
    """`/document/ID`: the text with its utterances, each with an anchor `#u-UID`; long texts in parts."""
    site = await open_site(datasette, request)
    try:
        document: WholeDocument = await site.ask(lambda conn: whole_document(conn, _number(request.url_vars["id"])))
    except UnknownName as error:
        return await site.missing(error)
    cuts = cut(document)
    wanted = request.args.get("u")
    part = _part(request.args.get("part"), wanted, document, cuts)
    numbers = _numbers(document)
    low, high = cuts[part - 1], cuts[part]
    zones: list[tuple[int, int, str]] = []
    if site.full_text and len(document.text) <= MOST_ZONED:
        zones = await asyncio.to_thread(zones_of, document.text, document.language)
    there = [said for said in document.utterances if low <= said.start_char < high]
    return await site.page(
        "document",
        document=document,
        stretches=stretches(document, there, low, high, numbers, zones) if site.full_text else [],
        utterances=[(said, document.text[said.start_char : said.end_char]) for said in there],
        speakers=_speakers(document, numbers),
        part=part,
        parts=len(cuts) - 1,
        transcript=document.turns > document.quotations,
        band=band,
    )


def _number(typed: str) -> int:
    return min(int(typed[:18]), 2**62)


def cut(document: WholeDocument, size: int = PART) -> list[int]:
    """Where the parts of a document begin and end: at line ends outside of utterances, about `size` characters apart."""
    text, cuts = document.text, [0]
    spans = [(said.start_char, said.end_char) for said in document.utterances]
    place = 0
    while len(text) - cuts[-1] > size * 1.5:
        at = text.rfind("\n", cuts[-1] + size // 2, cuts[-1] + size) + 1 or cuts[-1] + size
        while place < len(spans) and spans[place][1] <= at:
            place += 1
        if place < len(spans) and spans[place][0] < at:
            at = spans[place][0] if spans[place][0] > cuts[-1] else spans[place][1]
        cuts.append(at)
    return [*cuts, len(text)]


def _part(typed: str | None, uid: str | None, document: WholeDocument, cuts: list[int]) -> int:
    for said in document.utterances if uid else ():
        if said.uid == uid:
            return max(1, sum(cut <= said.start_char for cut in cuts[:-1]))
    number = int(typed) if typed and typed.isdecimal() and len(typed) < 7 else 1
    return min(max(1, number), len(cuts) - 1)


def stretches(
    document: WholeDocument,
    there: list[Said],
    low: int,
    high: int,
    numbers: dict[str, int],
    zones: list[tuple[int, int, str]],
) -> list[Stretch]:
    """The text from `low` to `high` in runs; together they are exactly that text."""
    runs: list[Stretch] = []
    at, passages = low, set[tuple[int, str]]()
    for said in there:
        if said.start_char < at:
            continue  # inside another: the outer one is shown
        if said.start_char > at:
            runs += _between(document.text, at, said.start_char, zones)
        text = document.text[said.start_char : said.end_char]
        runs.append(Stretch(text, said, numbers.get(_who(said), 0), (said.passage, said.rendering) not in passages))
        passages.add((said.passage, said.rendering))
        at = said.end_char
    if at < high:
        runs += _between(document.text, at, high, zones)
    return runs


def _between(text: str, low: int, high: int, zones: list[tuple[int, int, str]]) -> Iterator[Stretch]:
    """What nobody says, headings and captions apart from running text."""
    first = bisect_left(zones, low, key=lambda zone: zone[1])
    for start, end, kind in itertools.takewhile(lambda zone: zone[0] < high, itertools.islice(zones, first, None)):
        start, end = max(start, low), min(end, high)
        if start > low:
            yield Stretch(text[low:start])
        if end > start:
            yield Stretch(text[start:end], zone=kind)
        low = max(low, end)
    if low < high:
        yield Stretch(text[low:high])


def _who(said: Said) -> str:
    return "; ".join(name for name, _ in said.speakers) or said.label or ""


def _numbers(document: WholeDocument) -> dict[str, int]:
    """Speakers numbered in the order of the text."""
    names = dict.fromkeys(_who(said) for said in document.utterances)
    return {name: number for number, name in enumerate(filter(None, names), 1)}


def _speakers(document: WholeDocument, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Who speaks in this document, how often, and where first."""
    counts = Counter(_who(said) for said in document.utterances)
    first: dict[str, Said] = {}
    for said in document.utterances:
        first.setdefault(_who(said), said)
    return [
        {
            "name": name or "nobody named",
            "number": numbers.get(name, 0),
            "slug": first[name].speakers[0][1] if len(first[name].speakers) == 1 else None,
            "utterances": count,
            "first": first[name].uid,
        }
        for name, count in counts.most_common()
    ]
