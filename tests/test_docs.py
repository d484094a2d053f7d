"""The pages are true: every command, output, option, column, link and picture in them is checked against the program."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

import quotedb
from quotedb import models
from quotedb.cli import main
from quotedb.database import DESCRIPTIONS, open_to_write

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import examples  # noqa: E402
import generate  # noqa: E402

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "transcripts/README.md"])
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
#: Programs of others whose options the pages mention.
FOREIGN = {
    "--host",
    "--port",
    "--open",
    "--table",
    "--help",
    "--setting",
    "--metadata",
    "--install",
    "--service",
    "--extra-options",
}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(page: str) -> Iterator[str]:
    """Everything on a page that is set as code: the lines of blocks, and what stands between backticks."""
    blocks = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
    for block in blocks.findall(page):
        yield from block.splitlines()[1:-1]
    yield from re.findall(r"`([^`]+)`", blocks.sub("", page))


def names_of_commands() -> set[str]:
    return {name.removeprefix("quotedb ") for name, _ in generate.commands()}


# --- what is generated is current


@pytest.mark.parametrize("name", generate.PAGES)
def test_examples_and_generated_parts_are_current(name: str) -> None:
    """Every command of a page runs in a new folder and prints what the page shows; if not: make docs."""
    page = read(name)
    assert generate.page(page) == page, f"{name} is not what the program prints: run make docs and read the difference"


def test_metadata_is_current() -> None:
    """metadata.yml is what `quotedb metadata quotes.db` prints."""
    printed = CliRunner().invoke(main, ["metadata", "quotes.db"])
    assert printed.output == read("metadata.yml"), "run make docs"


def test_picture_of_the_terminal_is_current() -> None:
    """The picture of the terminal shows what a search prints today."""
    assert generate.terminal() == read("docs/pictures/terminal.svg"), "run make docs"


def test_an_example_that_fails_is_noticed() -> None:
    """A command that ends with another exit code than 0 cannot stand on a page, unless the page shows the code."""
    with pytest.raises(examples.ExampleFailed, match="exit code 1"):
        examples.run_examples("```console\n$ quotedb search no-such.db x\n```\n")
    shown = examples.run_examples('```console\n$ quotedb search no-such.db x; echo "exit code $?"\n```\n')
    assert shown.endswith("exit code 1\n```\n")


def test_examples_are_shortened_as_the_page_asks() -> None:
    """A page keeps so many lines of an output, and the last one; long lines are folded, or cut where it says so."""
    page = "<!-- lines: 2 -->\n```console\n$ printf '1\\n2\\n3\\n4\\n5\\n'\n```\n"
    assert examples.run_examples(page).splitlines()[3:] == ["1", "2", "...", "5", "```"]
    words = "$ printf '%0.sword ' $(seq 40)"
    folded = examples.run_examples(f"```console\n{words}\n```\n").splitlines()[2:-1]
    cut = examples.run_examples(f"<!-- lines: 2, cut -->\n```console\n{words}\n```\n").splitlines()[3:-1]
    assert (len(folded), len(cut), cut[0][-4:]) == (2, 1, " ...")
    assert max(map(len, folded + cut)) <= examples.WIDTH


# --- the command line


@pytest.mark.parametrize(("name", "command"), list(generate.commands()))
def test_every_command_is_documented(name: str, command: click.Command) -> None:
    """Every command has a help text with an example that calls it, every option a help text, and both are on the page."""
    about, _, example = (command.help or "").partition("Example:")
    assert about.strip(), f"{name} has no help text"
    assert f"{name} " in example, f"{name} has no example in its help text"
    page = read("docs/cli.md")
    assert f"## {name}\n" in page
    section = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{name} {option.opts[0]} has no help text"
            assert option.opts[-1] in section


@pytest.mark.parametrize("name", NAMES)
def test_pages_name_only_commands_that_exist(name: str) -> None:
    """A page calls no command that this version does not have."""
    known = names_of_commands()
    for line in code_of(read(name)):
        for called in re.findall(r"(?:^|[ ;(])quotedb ([a-z][a-z-]+)(?: ([a-z][a-z-]+)(?= |$))?", line):
            first, second = called
            assert first in known, f"{name}: quotedb {first}"
            assert first != "people" or not second or f"people {second}" in known, f"{name}: quotedb people {second}"
        for called in re.findall(r"^people ([a-z]+)", line):
            assert f"people {called}" in known, f"{name}: people {called}"


@pytest.mark.parametrize("name", NAMES)
def test_pages_name_only_options_that_exist(name: str) -> None:
    """A page names no option that this version does not have."""
    known = {opt for _, command in generate.commands() for option in command.params for opt in option.opts} | FOREIGN
    for line in code_of(read(name)):
        if line.startswith("--") or "quotedb " in line:
            for option in re.findall(r"(?:^|[ ,])(--[a-z][a-z0-9-]*)", line):
                assert option in known, f"{name}: {option}"


# --- the database


def test_every_column_is_described() -> None:
    """Every column of every table and view of a new database has a description, and no description is of another one."""
    connection: sqlite3.Connection = open_to_write(sqlite3.connect(":memory:")).conn
    found = {
        name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
        if not name.startswith(("utterances_fts", "_sqlite_migrations", "sqlite_"))
    }
    connection.close()
    described = {name: list(columns) for name, (_, columns) in DESCRIPTIONS.items()}
    assert described == found
    assert all(text.strip() for about, columns in DESCRIPTIONS.values() for text in (about, *columns.values()))


QUERIES = re.findall(r"```sql\n(SELECT.*?)```", read("docs/schema.md"), re.DOTALL)


@pytest.fixture(scope="module")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A database with the sample documents."""
    path = tmp_path_factory.mktemp("docs") / "quotes.db"
    quotedb.ingest(path, ROOT / "transcripts")
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize("sql", QUERIES)
def test_queries_of_the_schema_page_find_something(sql: str, quotes: sqlite3.Connection) -> None:
    """The questions of the page run as they stand, and the samples answer them."""
    assert quotes.execute(sql).fetchall()


def test_the_schema_page_asks_five_questions() -> None:
    assert len(QUERIES) == 5


# --- Python


@pytest.mark.parametrize("name", [name for name in quotedb.__all__ if not name[0].isupper()])
def test_every_function_is_documented(name: str) -> None:
    """The page on Python has a section for every function, and names every argument of it."""
    section = read("docs/python.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section
    for argument in inspect.signature(getattr(quotedb, name)).parameters:
        assert re.search(rf"\b{argument}\b", section), f"{name}({argument})"


@pytest.mark.parametrize(
    "value", [getattr(models, name) for name in ("Ingested", "Refusal", "Unjoined", "Coverage")]
    + [getattr(quotedb, name) for name in quotedb.__all__ if dataclasses.is_dataclass(getattr(quotedb, name))],
)  # fmt: skip
def test_every_field_is_documented(value: type) -> None:
    """The page on Python names every value that a function gives, and every field of it."""
    page = read("docs/python.md")
    assert value.__name__ in page
    for field in dataclasses.fields(value):
        assert re.search(rf"\b{field.name}\b", page), f"{value.__name__}.{field.name}"


def test_every_error_and_verdict_is_documented() -> None:
    """The pages name every error of quotedb, and every answer that verification gives now or will give."""
    for name in quotedb.__all__:
        if isinstance(getattr(quotedb, name), type) and issubclass(getattr(quotedb, name), Exception):
            assert name in read("docs/python.md")
    for verdict in get_args(models.VerdictName):
        assert f"`{verdict}`" in read("docs/verify.md")


# --- links, pictures, modules


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """Every relative link leads to a file, and its anchor to a heading of that file."""
    page = (ROOT / name).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", read(name)):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = page / path if path else ROOT / name
        assert file.exists(), f"{name}: {target}"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}, (
                f"{name}: {target}"
            )


def test_pictures_are_used_and_small() -> None:
    """Every picture is on a page, and none is larger than 200 kB."""
    pages = "".join(map(read, NAMES))
    for picture in (ROOT / "docs/pictures").iterdir():
        assert f"pictures/{picture.name}" in pages, f"{picture.name} is on no page"
        assert picture.stat().st_size < 200_000, f"{picture.name} is too large"


def test_the_readme_opens_with_two_commands_and_is_short() -> None:
    """A newcomer finds `make demo` and `make test` at once, both are targets, and the page is not long."""
    readme, makefile = read("README.md"), read("Makefile")
    for target in ("demo", "test"):
        assert f"make {target}" in readme[:1200]
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert readme.count("\n") <= 160


@pytest.mark.parametrize("name", NAMES)
def test_pages_name_only_make_targets_that_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    for line in code_of(read(name)):
        for target in re.findall(r"^make ([a-z-]+)", line):
            assert target in targets, f"{name}: make {target}"


def test_the_reading_order_has_every_module() -> None:
    """CONTRIBUTING names every module once, with what it is for."""
    page = read("CONTRIBUTING.md")
    for path in (ROOT / "src/quotedb").rglob("*.py"):
        name = path.relative_to(ROOT / "src/quotedb").as_posix()
        assert re.search(rf"^- `{re.escape(name)}`: \S", page, re.MULTILINE), f"{name} is missing: run make docs"


def test_the_changelog_has_this_version() -> None:
    version = re.search(r'^version = "([^"]+)"', read("pyproject.toml"), re.MULTILINE)
    assert version
    assert f"## [{version[1]}]" in read("CHANGELOG.md")
