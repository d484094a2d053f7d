# The habits of the house. `make demo` and `make test` work on a fresh machine with Python 3.11+, make and git.
.PHONY: help demo serve test test-all lint format eval fit bench fuzz docs clean

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
NEXT := .venv-datasette-1
TEXTACY := .venv-textacy
# the newest 1.0 alpha that was tried; 0.65 is what people install
DATASETTE_1 := 1.0a41
DEMO_DB := quotes.db
PORT := 8001
SHARED := ../shared
PIP := -m pip install --quiet --disable-pip-version-check

help:
	@echo "make demo      read transcripts/ into $(DEMO_DB) and show what can be done with it"
	@echo "make serve     open $(DEMO_DB) in the browser (PORT=8001)"
	@echo "make test      style, types and tests, with the stable Datasette"
	@echo "make test-all  the tests of the site once more, with the newest Datasette 1.0 alpha"
	@echo "make eval      measure quality where $(SHARED)/eval exists, and hold it against benchmarks/baseline.json"
	@echo "make fit       fit the weights of reported speech again from $(SHARED)/eval"
	@echo "make bench     measure speed, as ratios within one run"
	@echo "make fuzz      read 100,000 broken documents: no exception, true places, linear time (a quarter of an hour)"
	@echo "make docs      write the generated pages again (command line, schema, metadata.yml)"

# A Python of 3.11 or newer, under whatever name this machine has it.
$(BIN)/python:
	@python=""; for p in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$p; break; fi; done; \
	if [ -z "$$python" ]; then echo "quotedb needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3" >&2; exit 1; fi; \
	if ! $$python -c 'import venv, ensurepip' >/dev/null 2>&1; then echo "Python's venv module is missing: install it (Debian, Ubuntu: apt install python3-venv), then run this again" >&2; exit 1; fi; \
	$$python -m venv $(VENV)

$(BIN)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing quotedb into $(VENV) ..."
	@$(BIN)/python $(PIP) --editable .
	@touch $@

$(BIN)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing quotedb and what its tests need into $(VENV) ..."
	@$(BIN)/python $(PIP) --editable '.[dev]'
	@touch $@ $(BIN)/.installed

$(NEXT)/.installed: pyproject.toml $(BIN)/python
	@echo "Installing quotedb with Datasette $(DATASETTE_1) into $(NEXT) ..."
	@$(BIN)/python -m venv $(NEXT)
	@$(NEXT)/bin/python $(PIP) --editable '.[dev]' 'datasette==$(DATASETTE_1)'
	@touch $@

demo: $(BIN)/.installed
	@$(BIN)/quotedb ingest $(DEMO_DB) transcripts/
	@echo
	@echo 'quotedb search $(DEMO_DB) "single wave"'
	@echo
	@$(BIN)/quotedb search $(DEMO_DB) "single wave" --limit 3
	@echo
	@echo "Go on: make serve, then open http://127.0.0.1:$(PORT)/ -- or read docs/tutorial.md"
	@echo "More:  $(BIN)/quotedb --help"

serve: $(BIN)/.installed
	@test -f $(DEMO_DB) || $(BIN)/quotedb ingest $(DEMO_DB) transcripts/
	@$(BIN)/quotedb serve $(DEMO_DB) -- --port $(PORT) || { echo "Another port, by make: make serve PORT=8010" >&2; exit 1; }

lint: $(BIN)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(BIN)/.installed-dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

test: lint
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile --cov --cov-report=term:skip-covered

test-all: $(NEXT)/.installed $(BIN)/.installed-dev
	@$(NEXT)/bin/python -m pytest -q -m datasette

eval: $(BIN)/.installed-dev
	@if [ -d $(SHARED)/eval ]; then $(BIN)/python benchmarks/gate.py $(SHARED)/eval; else echo "$(SHARED)/eval is not here: nothing to measure"; fi

fit: $(BIN)/.installed
	@test -d $(SHARED)/eval/quotes || { echo "$(SHARED)/eval/quotes holds the annotated articles: it is not here" >&2; exit 1; }
	@$(BIN)/python benchmarks/fit_reported.py $(SHARED)/eval/quotes/polnear_train.jsonl --scorer $(SHARED)/eval/score_quotes.py --least 0.45 --write

# what others offer for the same work, in an environment of its own; the measuring goes on without it
$(TEXTACY)/.installed: benchmarks/speed/textacy.txt $(BIN)/python
	@echo "Installing textacy and a small spaCy model into $(TEXTACY), to measure beside them ..."
	@$(BIN)/python -m venv $(TEXTACY)
	@$(TEXTACY)/bin/python $(PIP) --requirement benchmarks/speed/textacy.txt
	@touch $@

bench: $(BIN)/.installed-dev
	@$(MAKE) --no-print-directory $(TEXTACY)/.installed || echo "They cannot be had here: quotedb is measured alone"
	@$(BIN)/python benchmarks/bench.py

fuzz: $(BIN)/.installed-dev
	@$(BIN)/python benchmarks/fuzz.py --count 100000

docs: $(BIN)/.installed-dev
	@$(BIN)/python docs/generate.py

clean:
	@rm -rf $(VENV) $(NEXT) $(TEXTACY) $(DEMO_DB) $(DEMO_DB)-shm $(DEMO_DB)-wal build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
