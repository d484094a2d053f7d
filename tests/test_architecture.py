"""The directions of the house: every floor uses only floors below it, by their doors; modules stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "quotedb"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: room -> the rooms that it may use
ALLOWED = {
    "models": set(),
    "errors": set(),
    "reading": {"models", "errors"},
    "parsing": {"models", "errors"},
    "database": {"models", "errors", "reading", "parsing"},
    "matching": {"models", "errors", "reading", "parsing", "database"},
    "datasette_plugin": {"models", "errors", "reading", "parsing", "database", "matching"},
    "cli": {"models", "errors", "reading", "parsing", "database", "matching", "datasette_plugin"},
}
#: libraries that a room must do without
FORBIDDEN = {
    "reading": {"sqlite3", "sqlite_utils", "click", "datasette"},
    "parsing": {"sqlite3", "sqlite_utils", "click", "datasette", "pathlib", "io"},
}
#: doors that stand open one step further in, with the reason
INNER_DOORS = {
    "quotedb.datasette_plugin.metadata",  # the command line writes what the plugin describes, without loading Datasette
}


#: inside parsing, from the ground up: a step uses what stands before it
STEPS = (
    "memory",
    "shapes",
    "lexicon",
    "text",
    "zones",
    "transcript",
    "prose",
    "people",
    "article",
    "analysis",
    "explanation",
    "__init__",
)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "quotedb":
            found.update(f"quotedb.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downward_and_by_the_door(path):
    """A module names other rooms only by their doors, and only rooms below its own."""
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for name in imports_of(path):
        assert name.split(".")[0] not in FORBIDDEN.get(room, ()), f"{path} must not use {name}"
        if not name.startswith("quotedb."):
            continue
        other = name.split(".")[1]
        if other != room:
            assert other in ALLOWED[room], f"{path} must not look up to {name}"
            assert name.count(".") == 1 or name in INNER_DOORS, f"{path} goes past the door of {other}"


@pytest.mark.parametrize(
    "path", [p for p in MODULES if room_of(p) == "parsing"], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_the_steps_of_parsing_follow_each_other(path):
    """No step looks ahead: zones know no labels, labels no quotations."""
    step = path.relative_to(PACKAGE / "parsing").parts[0].removesuffix(".py")
    for name in imports_of(path):
        if name.startswith("quotedb.parsing."):
            other = name.split(".")[2]
            assert STEPS.index(other) <= STEPS.index(step), f"{path} must not look ahead to {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small_and_say_what_they_are(path):
    """One idea a module: at most some 400 lines, and a docstring that names it."""
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 420
    assert ast.get_docstring(ast.parse(source))


def test_importing_quotedb_loads_nothing_heavy():
    """Readers of HTML, dates and pages are loaded when they are needed."""
    import subprocess
    import sys

    rooms = {"quotedb.database", "quotedb.matching", "quotedb.reading", "quotedb.parsing", "sqlite_utils"}
    heavy = {"trafilatura", "lxml", "dateparser", "httpx", "datasette", "charset_normalizer"}
    whole_parser = {"quotedb.parsing.analysis", "quotedb.parsing.transcript.turns"}
    for use, absent in (
        ("quotedb.Utterance", heavy | rooms),
        ("quotedb.parse", heavy | {"sqlite_utils", "quotedb.reading"}),
        ("quotedb.search", heavy | whole_parser),
        ("quotedb.ingest, quotedb.verify, quotedb.read", heavy),
    ):
        code = f"import sys, quotedb; {use}; print(*sorted({absent} & set(sys.modules)))"
        assert (
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
            == ""
        ), use


def test_every_public_name_is_there():
    """What is loaded late is found all the same, by `from quotedb import` as by a dot; what is not there says so."""
    import quotedb
    import quotedb.parsing
    import quotedb.reading

    for room in (quotedb, quotedb.parsing, quotedb.reading):
        assert all(hasattr(room, name) for name in room.__all__)
        assert not hasattr(room, "no_such_name")
    assert set(quotedb.__all__) <= set(dir(quotedb))
