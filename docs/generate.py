"""Writes what can be written from the program itself: `make docs`; the tests check that it has been done.

The command-line reference comes from click, the tables from a fresh database and `DESCRIPTIONS`, metadata.yml from the
Datasette plugin, the outputs of all examples from running them, the picture of the terminal from a real search.
"""

from __future__ import annotations

import ast
import html
import inspect
import re
import sqlite3
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parent))

from examples import ROOT, run, run_examples, session
from quotedb.cli import main
from quotedb.database import DESCRIPTIONS, open_to_write
from quotedb.datasette_plugin.metadata import as_yaml, metadata
from quotedb.parsing.lexicon.keys import KEYS, KINDS, NEEDED

#: Pages whose examples are run; what stands between the marks of a region is generated as well.
PAGES = (
    "README.md",
    "docs/tutorial.md",
    "docs/transcripts.md",
    "docs/attribution.md",
    "docs/search.md",
    "docs/verify.md",
    "docs/link.md",
    "docs/python.md",
    "docs/schema.md",
    "docs/languages.md",
    "docs/cli.md",
    "CONTRIBUTING.md",
)
#: In which order to read the rooms and, where the names do not tell it, their modules; new modules come last in theirs.
ROOMS = {
    "": ("models", "errors", "__init__", "__main__"),
    "reading": (
        "__init__", "reader", "finding", "plain",
        "content/__init__", "content/raw", "content/fetch", "content/sniff", "content/encoding",
        "known/__init__", "known/fields", "known/dates",
        "markup/__init__", "markup/blocks", "markup/mainpart", "markup/repeats", "markup/setoff", "markup/joining", "markup/linkeddata",
        "markup/html",
        "printed/__init__", "printed/pagelines", "printed/reflow", "printed/pdf",
        "speech/__init__", "speech/spacing", "speech/cues", "speech/headlabels",
    ),
    "parsing": (
        "__init__", "shapes", "analysis", "text", "lexicon/__init__", "lexicon/keys", "lexicon/checking", "lexicon/detection",
        "zones/__init__", "zones/lines", "zones/pages", "zones/kinds", "zones/segments",
        "transcript/__init__", "transcript/surfaces", "transcript/inner", "transcript/stamped", "transcript/shape", "transcript/notes",
        "transcript/trim", "transcript/evidence", "transcript/scoring", "transcript/labels", "transcript/conversation",
        "transcript/labelling", "transcript/turns",
        "prose/__init__", "prose/marks", "prose/grammar", "prose/tokens", "prose/tokenizing", "prose/settling", "prose/phrases",
        "prose/syntax", "prose/spots",
        "prose/asides", "prose/verbsecond", "prose/clauses",
        "people/__init__", "people/namewords", "people/labelnames", "people/kinds", "people/descriptions", "people/bodies",
        "people/register", "people/offices",
        "people/pronouns", "people/cast",
        "article/__init__", "article/signatures", "article/sieves_beside", "article/sieves_around", "article/attribution",
        "article/decisions",
        "article/channels", "article/attached", "article/naming",
        "article/contents", "article/reports", "article/reportscore", "article/reported",
        "article/quotations", "article/unsaid",
        "explanation/__init__", "explanation/explained", "explanation/weighing", "explanation/lines", "explanation/quoted",
        "explanation/explain",
    ),
    "database": (
        "__init__", "schema", "migrations", "connection", "store", "speakers", "ingestion",
        "query", "searching", "snippet", "showing", "variants", "people", "unjoined", "exporting", "doctor",
    ),
    "matching": ("__init__", "quote", "candidates", "verification", "versions", "draft", "report",
        "statements", "nearby", "likeness", "linking", "variants"),
    "datasette_plugin": ("__init__", "metadata"),
    "cli": ("__init__", "output", "explaining", "record", "find", "draft", "links", "people", "keep", "publish"),
}  # fmt: skip
TERMINAL = "quotedb search quotes.db '\"a single wave\"' --limit 3"

_REGION = re.compile(r"(<!-- generated: (\w+) -->\n).*?(^<!-- end -->)", re.DOTALL | re.MULTILINE)


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated file with the text that it should have."""
    yield ROOT / "metadata.yml", as_yaml(metadata())
    yield ROOT / "docs/pictures/terminal.svg", terminal()
    for name in PAGES:
        path = ROOT / name
        yield path, page(path.read_text(encoding="utf-8"))


def page(text: str) -> str:
    """A page with its generated regions and its examples up to date."""
    return run_examples(_REGION.sub(lambda region: f"{region[1]}\n{REGIONS[region[2]]()}\n{region[3]}", text))


def commands(group: click.Group = main, above: str = "quotedb") -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name: "quotedb people alias"."""
    for name in sorted(group.commands):
        command = group.commands[name]
        yield f"{above} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above} {name}")


def reference() -> str:
    """All commands: usage, what each does, options, an example."""
    return "\n".join(_command(name, command) for name, command in commands())


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    about, _, example = inspect.cleandoc(command.help or "").replace("\b\n", "").partition("Example:\n")
    lines = [f"## {name}", "", f"```text\n{usage}\n```", "", about.strip(), ""]
    options = [p for p in command.get_params(context) if isinstance(p, click.Option) and "--help" not in p.opts]
    if options:
        lines += ["| option | meaning |", "|---|---|"]
        lines += [f"| {_option(option, context)} | {option.help} |" for option in options]
        lines.append("")
    return "\n".join([*lines, "```sh", textwrap.dedent(example).strip(), "```", ""])


def _option(option: click.Option, context: click.Context) -> str:
    value = ""
    if not option.is_flag:
        kind = option.type
        value = " " + ("\\|".join(kind.choices) if isinstance(kind, click.Choice) else kind.name.split()[0].upper())
    # click names a type "integer range" or "date"; people read N and DATE
    value = value.replace(" INTEGER", " N").replace(" INT", " N")
    default = (
        f" (default {option.get_default(context)})" if option.show_default else " (needed)" if option.required else ""
    )
    return f"`{', '.join(option.opts)}{value}`".replace("\\|", "|").replace("|", "\\|") + default


def schema() -> str:
    """Tables and views of a fresh database: columns, types, references, indexes and what each means."""
    connection: sqlite3.Connection = open_to_write(sqlite3.connect(":memory:")).conn
    try:
        return "\n".join(_table(connection, name, *described) for name, described in DESCRIPTIONS.items())
    finally:
        connection.close()


def lexicon_keys() -> str:
    """Every key that a lexicon may have: its kind and its use."""
    lines = ["| key | is | what for |", "|---|---|---|"]
    lines += [
        f"| `{path}` | {KINDS[key.kind]} | {key.use}{' (needed)' if path in NEEDED else ''} |"
        for path, key in KEYS.items()
    ]
    return "\n".join(lines) + "\n"


def _table(connection: sqlite3.Connection, name: str, about: str, columns: dict[str, str]) -> str:
    kind = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", [name]).fetchone()[0]
    rows = connection.execute(f"PRAGMA table_info({name})").fetchall()
    # a view does not know the types of its columns
    head = (
        ["| column | type | meaning |", "|---|---|---|"] if kind == "table" else ["| column | meaning |", "|---|---|"]
    )
    points_to = {row[3]: f"{row[2]}.{row[4]}" for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    lines = []
    for _, column, type_, needed, _, key in rows:
        marks = [type_.lower(), "primary key" if key else "never empty" if needed else ""]
        marks.append(f"refers to `{points_to[column]}`" if column in points_to else "")
        said = f"{', '.join(filter(None, marks))} | " if kind == "table" else ""
        lines.append(f"| `{column}` | {said}{columns[column]} |")
    indexes = [
        f"`{index}` ({', '.join(column[2] for column in connection.execute(f'PRAGMA index_info({index})'))})"
        for (index,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
            [name],
        )
    ]
    tail = [f"Indexes: {', '.join(indexes)}.", ""] if indexes else []
    return "\n".join([f"### {name} ({kind})", "", about, "", *head, *lines, "", *tail])


def modules() -> str:
    """Every module with the first sentence of its docstring, room by room."""
    source = ROOT / "src" / "quotedb"
    lines = []
    for room, order in ROOMS.items():
        folder = source / room
        names = {
            path.relative_to(folder).with_suffix("").as_posix(): path for path in _python_files(folder, deep=bool(room))
        }
        lines += [f"**{room or 'quotedb'}/**", ""]
        for name in sorted(names, key=lambda n: (order.index(n) if n in order else len(order), n)):
            about = ast.get_docstring(ast.parse(names[name].read_text(encoding="utf-8"))) or ""
            said = " ".join(about.partition("\n\n")[0].split())
            lines.append(f"- `{names[name].relative_to(source).as_posix()}`: {said}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _python_files(folder: Path, *, deep: bool) -> Iterator[Path]:
    yield from folder.rglob("*.py") if deep else folder.glob("*.py")


def full_text() -> str:
    """The SQL of the full-text index and of the views, as the database has it."""
    connection: sqlite3.Connection = open_to_write(sqlite3.connect(":memory:")).conn
    try:
        found = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'utterances_fts' OR type = 'view' ORDER BY type, name"
        ).fetchall()
    finally:
        connection.close()
    return "```sql\n" + ";\n\n".join(sql for (sql,) in found) + ";\n```\n"


def terminal(columns: int = 104) -> str:
    """A search as a terminal shows it, as SVG: the real output, with the marks of a terminal instead of stars."""
    with session() as folder:
        run("quotedb ingest quotes.db transcripts", folder)
        printed = run(TERMINAL, folder).stdout
    rows: list[str] = [f'<tspan class="prompt">$</tspan> {html.escape(TERMINAL)}']
    for line in printed.rstrip().split("\n"):
        tone = "strong" if re.match(r"\d+\. ", line) else "quiet" if re.match(r"   .*( · |uid )", line) else ""
        rows += _wrapped(line, columns, tone)
    height = 20 * len(rows) + 32
    text = "\n".join(f'<text x="16" y="{28 + 20 * number}">{row}</text>' for number, row in enumerate(rows) if row)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {height}" role="img" aria-label="A search in a terminal">
<style>
text {{ font: 13.5px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e8e6e1; white-space: pre; }}
.strong {{ font-weight: bold; fill: #ffffff; }}
.quiet {{ fill: #a09d96; }} .prompt {{ fill: #8fc28f; }}
.found {{ fill: #ffd75e; font-weight: bold; }}
</style>
<rect width="900" height="{height}" rx="8" fill="#23241f"/>
{text}
</svg>
"""


def _wrapped(line: str, columns: int, tone: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    rows = textwrap.wrap(line, columns, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
    shown, marked = [], False
    for row in rows or [""]:
        pieces = []
        for number, piece in enumerate(row.split("**")):
            marked = marked if number == 0 else not marked
            pieces.append(
                f'<tspan class="found">{html.escape(piece)}</tspan>' if marked and piece else html.escape(piece)
            )
        if tone == "strong":  # the kind, after the name, is of the second rank
            name, _, kind = "".join(pieces).rpartition(" ")
            shown.append(f'<tspan class="strong">{name}</tspan> <tspan class="quiet">{kind}</tspan>')
        else:
            shown.append(f'<tspan class="{tone}">{"".join(pieces)}</tspan>' if tone else "".join(pieces))
    return shown


REGIONS = {"commands": reference, "modules": modules, "tables": schema, "sql": full_text, "lexicon_keys": lexicon_keys}

if __name__ == "__main__":
    for path, text in pages():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(ROOT)}")
