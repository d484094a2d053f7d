"""A transcript with its utterances as parsing would hand them over, without parsing: for records of known content."""

from __future__ import annotations

from collections.abc import Iterable

from quotedb.models import Analysis, Document, Rendering, Utterance


def transcript(
    turns: Iterable[tuple[str, str]],
    title: str,
    location: str,
    spoken: str | None,
    rendering: Rendering = "unknown",
    published: str | None = None,
) -> tuple[Document, Analysis]:
    """One transcript of (speaker, words), all of one rendering; every label is the speaker's full name."""
    text: list[str] = []
    found: list[Utterance] = []
    place = 0
    for passage, (speaker, words) in enumerate(turns, 1):
        start = place + len(speaker) + 2
        text.append(f"{speaker}: {words}\n\n")
        found.append(
            Utterance(
                words,
                start,
                start + len(words),
                "turn",
                speaker,
                speaker,
                (speaker,),
                rendering=rendering,
                passage=passage,
                rule="label",
                confidence=0.99,
            )
        )
        place += len(text[-1])
    document = Document("".join(text), title=title, location=location, spoken=spoken, published=published)
    return document, Analysis(tuple(found), kinds={said.speaker: "person" for said in found if said.speaker})
