"""Bare labels that may be a known person: nothing hides under a last name, and nothing is joined without being asked."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quotedb.database.speakers import key_of
from quotedb.database.titled import titled_key
from quotedb.models import Unjoined
from quotedb.parsing import gender_of

_FULL_NAMES = (
    "SELECT DISTINCT a.key, s.id, s.name FROM speaker_aliases a JOIN speakers s ON s.id = a.speaker_id "
    "WHERE s.partial = 0 AND s.kind = 'person'"
)
_BARE_LABELS = (
    "SELECT s.id, s.name, min(a.key) FROM speakers s JOIN speaker_aliases a ON a.speaker_id = s.id "
    "WHERE s.partial = 1 AND s.kind = 'person' GROUP BY s.id"
)
_IN_DOCUMENTS = (
    "SELECT DISTINCT us.speaker_id FROM json_each(?) wanted JOIN utterances u ON u.document_id = wanted.value "
    "JOIN utterance_speakers us ON us.utterance_id = u.id"
)
_UTTERANCES = (
    "SELECT u.label, u.document_id, count(*) FROM utterance_speakers us JOIN utterances u ON u.id = us.utterance_id "
    "JOIN documents d ON d.id = u.document_id "
    "WHERE us.speaker_id = ? AND d.replaced_by IS NULL AND NOT u.hidden GROUP BY 1, 2"
)


def unjoined_labels(
    conn: sqlite3.Connection, documents: Sequence[int] | None = None, speakers: Sequence[int] | None = None
) -> tuple[Unjoined, ...]:
    """Bare labels whose words are part of a known person's name, those with most utterances first.

    `documents`: only labels that stand in these; `speakers`: only labels that fit one of these people.
    """
    holders: dict[str, set[int]] = {}
    names: dict[int, str] = {}
    for key, speaker, name in conn.execute(_FULL_NAMES):
        if speakers is None or speaker in speakers:
            names[speaker] = name
            for word in key.split():
                holders.setdefault(word, set()).add(speaker)
    if not names:
        return ()
    among = None
    if documents is not None:
        wanted = "[" + ",".join(map(str, documents)) + "]"
        among = {row[0] for row in conn.execute(_IN_DOCUMENTS, [wanted])}
    found = []
    for speaker, name, key in conn.execute(_BARE_LABELS).fetchall():
        # the P of one page is not the middle initial of another
        fitting = [holders.get(word, set()) for word in key.split() if len(word) > 1]
        candidates = set.intersection(*fitting) if fitting else set()
        if candidates and (among is None or speaker in among):
            label = _as_printed(conn, speaker, name, tuple(sorted(names[person] for person in candidates)))
            label = replace(label, searched=speaker in (speakers or ()))
            if label.utterances and label.candidates:
                found.append(label)
    return tuple(sorted(found, key=lambda label: (-label.utterances, label.label)))


def unjoined_for(conn: sqlite3.Connection, slug: str) -> tuple[Unjoined, ...]:
    """Bare labels that may be the speaker with this slug."""
    row = conn.execute("SELECT id FROM speakers WHERE slug = ?", [slug]).fetchone()
    return unjoined_labels(conn, speakers=[row[0]]) if row else ()


def _as_printed(conn: sqlite3.Connection, speaker: int, name: str, candidates: tuple[str, ...]) -> Unjoined:
    """How often and where a bare label stands: its commonest spelling (`OLIN`), and apart from it those with a title."""
    rows = conn.execute(_UTTERANCES, [speaker]).fetchall()
    spellings: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    for label, _, count in rows:
        if label and titled_key(label, name):
            titled[label] += count
        elif label and key_of(label) == key_of(name):
            spellings[label] += count
    printed = spellings.most_common(1)[0][0] if spellings else name
    forms = {titled_key(label, name): label for label, _ in reversed(titled.most_common())}
    ordered = tuple(label for label, _ in titled.most_common() if label in forms.values())
    told = {gender for label in titled if (gender := gender_of(label))}
    fitting = tuple(person for person in candidates if len(told) != 1 or gender_of(person) in ("", *told))
    return Unjoined(printed, sum(row[2] for row in rows), len({row[1] for row in rows}), fitting, ordered)
