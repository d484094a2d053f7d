"""The shape of quotes.db, in plain SQL: every table, index, trigger and view, with what each column means.

`TABLES`, `VIEWS` and the rest are what the first migration runs; `DESCRIPTIONS` is what people read in Datasette and in
docs/schema.md. Offsets are Unicode code points, half-open.
"""

from __future__ import annotations

#: The first place where a document stands: what lists, pages and answers name.
FIRST_SOURCE = "LEFT JOIN sources src ON src.id = (SELECT min(id) FROM sources WHERE document_id = d.id)"
#: All speakers of an utterance, in the order of its text.
SPEAKERS = (
    "(SELECT group_concat(name, '; ') FROM (SELECT s.name FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id "
    "WHERE us.utterance_id = u.id ORDER BY us.seq))"
)

TABLES = """
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  event TEXT,
  spoken TEXT,
  language TEXT,
  turns INTEGER NOT NULL DEFAULT 0,
  quotations INTEGER NOT NULL DEFAULT 0,
  replaced_by INTEGER REFERENCES documents(id),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  parser TEXT NOT NULL,
  form TEXT NOT NULL DEFAULT 'auto' CHECK (form IN ('auto', 'transcript', 'article')),
  pages TEXT,
  ingested TEXT NOT NULL,
  text TEXT NOT NULL CHECK (instr(text, char(0)) = 0)
) STRICT;
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  location TEXT NOT NULL UNIQUE,
  url TEXT,
  publisher TEXT,
  byline TEXT,
  published TEXT,
  media_type TEXT,
  raw_sha256 TEXT,
  seen TEXT NOT NULL
) STRICT;
CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'body', 'group', 'unnamed')),
  partial INTEGER NOT NULL DEFAULT 0 CHECK (partial IN (0, 1)),
  name_origin TEXT NOT NULL DEFAULT 'document' CHECK (name_origin IN ('document', 'people')),
  description TEXT,
  wikidata TEXT
) STRICT;
CREATE TABLE speaker_aliases (
  alias TEXT NOT NULL,
  speaker_id INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('document', 'people')),
  documents INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (alias, speaker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE utterances (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('turn', 'direct', 'mixed', 'indirect')),
  speaker_id INTEGER REFERENCES speakers(id),
  label TEXT,
  note TEXT,
  cue TEXT,
  via TEXT,
  section TEXT,
  timestamp TEXT,
  page INTEGER,
  rendering TEXT NOT NULL CHECK (rendering IN ('original', 'interpreted', 'translated', 'unknown')),
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  end_char INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
  text TEXT NOT NULL,
  CHECK (end_char > start_char)
) STRICT;
CREATE TABLE utterance_speakers (
  utterance_id INTEGER NOT NULL REFERENCES utterances(id) ON DELETE CASCADE,
  speaker_id INTEGER NOT NULL REFERENCES speakers(id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  linked INTEGER NOT NULL DEFAULT 0 CHECK (linked IN (0, 1)),
  PRIMARY KEY (utterance_id, speaker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE variants (
  utterance_id INTEGER NOT NULL REFERENCES utterances(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES utterances(id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('same-text', 'excerpt', 'other-wording')),
  score REAL NOT NULL,
  start_char INTEGER,
  end_char INTEGER,
  other_start_char INTEGER,
  other_end_char INTEGER,
  PRIMARY KEY (utterance_id, other_id),
  CHECK (utterance_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT,
  suffix TEXT,
  field TEXT NOT NULL CHECK (field IN ('speaker', 'rendering', 'kind', 'hidden')),
  value TEXT,
  reason TEXT,
  reviewer TEXT,
  created TEXT NOT NULL
) STRICT;
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  details TEXT NOT NULL,
  undoes INTEGER REFERENCES events(id),
  reviewer TEXT,
  created TEXT NOT NULL
) STRICT;
CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  start_char INTEGER,
  end_char INTEGER,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
"""

# Without an index on every foreign key a page of `quotes` takes seconds at 100,000 rows. The columns behind the keys
# are what verification asks for: with them it counts 10,000 documents and finds the pieces of a passage without reading
# a row.
INDEXES = """
CREATE INDEX documents_replaced_by ON documents (replaced_by, spoken, turns);
CREATE INDEX sources_document ON sources (document_id, published);
CREATE INDEX speaker_aliases_key ON speaker_aliases (key);
CREATE INDEX speaker_aliases_speaker ON speaker_aliases (speaker_id);
CREATE INDEX utterances_document ON utterances (document_id, seq);
CREATE INDEX utterances_passage ON utterances (document_id, passage, seq);
CREATE INDEX utterances_speaker ON utterances (speaker_id);
CREATE INDEX utterances_kind ON utterances (kind);
CREATE INDEX utterances_rendering ON utterances (rendering);
CREATE INDEX utterance_speakers_speaker ON utterance_speakers (speaker_id);
CREATE INDEX utterance_speakers_unlinked ON utterance_speakers (speaker_id) WHERE linked = 0;
CREATE INDEX variants_other ON variants (other_id);
CREATE INDEX reviews_uid ON reviews (uid);
CREATE INDEX events_undoes ON events (undoes);
CREATE INDEX problems_document ON problems (document_id);
CREATE INDEX problems_code ON problems (code);
"""

# The content table stands in double quotes: sqlite-utils and Datasette find the index by exactly this spelling.
FTS = """
CREATE VIRTUAL TABLE utterances_fts USING fts5(
  text, content="utterances", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
"""

# Rows are added to the index in batches by the one module that inserts them (three times as fast as a trigger). Rows
# that a person deletes or edits by hand are rare, so triggers keep the index right for these.
TRIGGERS = """
CREATE TRIGGER utterances_fts_delete AFTER DELETE ON utterances BEGIN
  INSERT INTO utterances_fts (utterances_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER utterances_fts_update AFTER UPDATE OF text ON utterances BEGIN
  INSERT INTO utterances_fts (utterances_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO utterances_fts (rowid, text) VALUES (new.id, new.text);
END;
"""

# What has been compared must be compared again when somebody else is said to have said it, and when it comes back after it
# was hidden or replaced: these may change after any verb, so the database itself takes note.
TRIGGERS += """
CREATE TRIGGER linked_speaker AFTER UPDATE OF speaker_id ON utterance_speakers WHEN new.speaker_id <> old.speaker_id BEGIN
  UPDATE utterance_speakers SET linked = 0 WHERE utterance_id = new.utterance_id AND speaker_id = new.speaker_id;
END;
CREATE TRIGGER linked_unhidden AFTER UPDATE OF hidden ON utterances WHEN old.hidden AND NOT new.hidden BEGIN
  UPDATE utterance_speakers SET linked = 0 WHERE utterance_id = new.id;
END;
CREATE TRIGGER linked_restored AFTER UPDATE OF replaced_by ON documents
WHEN old.replaced_by IS NOT NULL AND new.replaced_by IS NULL BEGIN
  UPDATE utterance_speakers SET linked = 0 WHERE utterance_id IN (SELECT id FROM utterances WHERE document_id = new.id);
END;
"""

VIEWS = """
CREATE VIEW quotes AS
  SELECT u.id, u.uid,
         (SELECT group_concat(name, '; ') FROM (
            SELECT s.name FROM utterance_speakers us JOIN speakers s ON s.id = us.speaker_id
            WHERE us.utterance_id = u.id ORDER BY us.seq)) AS speaker,
         u.text, u.kind, u.rendering, u.label, u.note, d.title AS document, d.event, d.spoken,
         src.publisher, src.published, src.url, u.section, u.confidence
  FROM utterances u
  JOIN documents d ON d.id = u.document_id
  LEFT JOIN sources src ON src.id = (SELECT min(id) FROM sources WHERE document_id = d.id)
  WHERE d.replaced_by IS NULL AND NOT u.hidden;
CREATE VIEW provenance_errors AS
  SELECT u.id, u.uid, u.document_id
  FROM utterances u JOIN documents d ON d.id = u.document_id
  WHERE substr(d.text, u.start_char + 1, u.end_char - u.start_char) IS NOT u.text;
"""

#: What each table or view is, and what each of its columns means.
DESCRIPTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "quotes": (
        (
            "Everything that was said, one row an utterance, with speaker, document and source in plain words. "
            "Current texts only; a replaced text and what a review hid are left out."
        ),
        {
            "id": "The utterance's row in the table utterances",
            "uid": "Permanent identifier: it names exactly these characters of exactly this text",
            "speaker": "The person or body that said it, in one name across documents; several are joined by semicolons",
            "text": "The words, exactly as the document prints them",
            "kind": "turn (in a transcript), direct or mixed (in quotation marks), indirect (reported speech)",
            "rendering": "original, interpreted, translated, or unknown where the document does not say",
            "label": "The speaker exactly as printed at this place: a name, he, the ministry",
            "note": "What the label adds in brackets, such as: as interpreted",
            "document": "Title of the document",
            "event": "The occasion, where it was given",
            "spoken": "ISO date on which the words were said, where known",
            "publisher": "Who published the text (its first source)",
            "published": "ISO date of publication",
            "url": "Address of the text",
            "section": "The part of the meeting or document",
            "confidence": "How sure it is that the speaker is right, 0 to 1",
        },
    ),
    "utterances": (
        "One contiguous run of words that somebody said, with its place in the document and how the speaker was found.",
        {
            "id": "Row number",
            "uid": "Permanent identifier: 16 hexadecimal digits of blake2b over sha256:start_char:end_char",
            "document_id": "The document it stands in",
            "seq": "Its number in the document, from 1",
            "passage": "The pieces of one turn or one quotation share this number",
            "kind": "turn, direct, mixed or indirect",
            "speaker_id": "The first speaker; empty where nobody could be named",
            "label": "The speaker exactly as printed",
            "note": "What the label adds in brackets",
            "cue": "The words that introduce it: said, according to",
            "via": "Who relayed it: an agency, a broadcaster",
            "section": "The heading of the part it stands in",
            "timestamp": "The time that the transcript prints beside it",
            "page": "The page it begins on, where the document has pages",
            "rendering": "original, interpreted, translated or unknown",
            "start_char": "First character in the document's text, counted in code points from 0",
            "end_char": "The character after the last",
            "rule": "How the speaker was found, in words",
            "confidence": "How sure it is that the speaker is right, 0 to 1",
            "hidden": "1 when a review has hidden it",
            "text": "The words, exactly as the document prints them",
        },
    ),
    "documents": (
        "One text, kept for ever: when a source shows a changed text, that is a new document and replaced_by points to it.",
        {
            "id": "Row number",
            "title": "Title",
            "event": "The occasion on which the words were said",
            "spoken": "ISO date on which the words were said",
            "language": "Two-letter code",
            "turns": "How many turns of a transcript it holds",
            "quotations": "How many quotations it holds",
            "replaced_by": "The newer text of the same source; empty: this text is current",
            "sha256": "Of the text as UTF-8: the document's identity",
            "parser": "The version that parsed it",
            "form": "What was looked for in it: auto, transcript or article",
            "pages": "JSON: where each page begins in the text, where the document has pages",
            "ingested": "When it came in (UTC)",
            "text": "The text that every offset refers to",
        },
    ),
    "sources": (
        "Where a text stands now: a file or a URL. Wire copy has many.",
        {
            "id": "Row number",
            "document_id": "The text that stands there",
            "location": "A URL, or a path relative to the folder of this database",
            "url": "Address to cite",
            "publisher": "Who published it there",
            "byline": "The author, as printed",
            "published": "ISO date",
            "media_type": "What kind of file it was",
            "raw_sha256": "Of the bytes that were read",
            "seen": "When this text was first seen there (UTC)",
        },
    ),
    "speakers": (
        "Everybody who said something: one row a person or body, across documents.",
        {
            "id": "Row number",
            "name": "The form of the name that most documents use, or the one that people set",
            "slug": "The name in an address",
            "kind": "person, body, group, or unnamed (Q, a spokesman)",
            "partial": "1: only a last name or role is known. Several people may share such a label until somebody joins it",
            "name_origin": "document, or people when somebody set the name",
            "description": "A line about them",
            "wikidata": "Wikidata identifier",
        },
    ),
    "speaker_aliases": (
        "Every form under which a speaker is known.",
        {
            "alias": "The form",
            "speaker_id": "The speaker",
            "key": "The form without case, accents, hyphens and titles: equal keys are one speaker; people may keep a title apart",
            "origin": "document (a text used it) or people (somebody added it)",
            "documents": "How many documents use it",
        },
    ),
    "utterance_speakers": (
        "Who said an utterance: one row a speaker; a joint statement has several.",
        {
            "utterance_id": "The utterance",
            "speaker_id": "The speaker",
            "seq": "Order in the text, from 1",
            "name": "The form of the name in this document",
            "linked": "1 when it has been compared with all else that this speaker said, for the table variants",
        },
    ),
    "variants": (
        (
            "The same statement of the same speaker elsewhere: the same text, an excerpt, or another wording. Links connect "
            "utterances and never merge them; quotedb link makes them."
        ),
        {
            "utterance_id": "One utterance, the one with the smaller number",
            "other_id": "The other",
            "relation": "same-text (all words), excerpt (a stretch of the same words) or other-wording",
            "score": "How sure it is that the two are one statement, 0 to 1",
            "start_char": "First character of what agrees, in the text of the first one's document",
            "end_char": "The character after the last",
            "other_start_char": "The same in the other one's document",
            "other_end_char": "The character after the last",
        },
    ),
    "reviews": (
        "Corrections that people made, found again by content.",
        {
            "id": "Row number",
            "uid": "The utterance that was corrected",
            "exact": "Its words",
            "prefix": "The words before",
            "suffix": "The words after",
            "field": "What was corrected",
            "value": "The new value",
            "reason": "Why",
            "reviewer": "By whom",
            "created": "When (UTC)",
        },
    ),
    "events": (
        "What people changed, in order, with what is needed to take it back.",
        {
            "id": "Row number",
            "action": "What was done",
            "details": "JSON: what undoes it",
            "undoes": "The event that this one took back",
            "reviewer": "By whom",
            "created": "When (UTC)",
        },
    ),
    "problems": (
        "What was seen and could not be settled, with its place: nothing is dropped silently.",
        {
            "id": "Row number",
            "document_id": "The document",
            "start_char": "First character of the place; empty: the whole document",
            "end_char": "The character after the last",
            "code": "The kind of problem",
            "message": "What was seen",
        },
    ),
    "provenance_errors": (
        "Utterances whose words are not the document's own at their place. Always empty.",
        {"id": "The utterance", "uid": "Its identifier", "document_id": "Its document"},
    ),
}
