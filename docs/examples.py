"""Runs the examples of a Markdown page and writes beneath each what it really prints.

In a ```console block every line that begins with `$` is run by the shell, in a new folder that holds a copy of
transcripts/; in a ```pycon block every `>>>` is run by Python. One page is one session: what a command leaves behind,
the next one finds. A command must end with exit code 0, unless it ends in `; echo "exit code $?"` and so shows it.

Two comments steer this and are not seen by readers: `<!-- first: COMMAND -->` runs something unseen before the first
example; `<!-- lines: 6 -->` before a block keeps six lines of each output and the last one, with a line "..." for what
is between. Long lines are folded; `<!-- lines: 6, cut -->` cuts them, so that they end in " ...".
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WIDTH = 118  #: a longer line is folded, and cut after `ROWS` rows
ROWS = 4
LINES = 12  #: of each output, where the page does not ask for another number

_BLOCK = re.compile(
    r"(?P<head>(?:<!-- lines: (?P<lines>\d+)(?P<cut>, cut)? -->\n)?```(?P<language>console|pycon)\n)(?P<body>.*?)(?P<tail>^```$)",
    re.DOTALL | re.MULTILINE,
)
_FIRST = re.compile(r"<!-- first: (.+?) -->")


class ExampleFailed(Exception):
    """A command of a page that did not end as the page says."""


def run_examples(page: str) -> str:
    """The page with the output of every example beneath it; raises `ExampleFailed`."""
    with session() as folder:
        for command in _FIRST.findall(page):
            _run(command, folder)
        python: dict[str, Any] = {"__name__": "example"}

        def fill(block: re.Match[str]) -> str:
            lines: list[str] = []
            rows = 1 if block["cut"] else ROWS
            for source, printed in _examples(block["language"], block["body"], folder, python):
                lines += [*source, *_shortened(printed, int(block["lines"] or LINES), rows)]
            return block["head"] + "".join(f"{line}\n" for line in lines) + block["tail"]

        return _BLOCK.sub(fill, page)


def commands_of(page: str) -> list[str]:
    """Every command of a page's console blocks, without the sign before it."""
    blocks = (block["body"] for block in _BLOCK.finditer(page) if block["language"] == "console")
    return [line[2:] for body in blocks for line in body.splitlines() if line.startswith("$ ")]


@contextlib.contextmanager
def session() -> Iterator[Path]:
    """A folder with a copy of the sample documents and of a draft, and the programs that the pages use on its path."""
    with tempfile.TemporaryDirectory(prefix="quotedb-docs-") as name:
        folder = Path(name)
        shutil.copytree(ROOT / "transcripts", folder / "transcripts")
        shutil.copy(ROOT / "docs" / "draft.txt", folder)  # what an author may have on the desk: it is never ingested
        programs = folder / ".programs"
        programs.mkdir()
        for program, module in (("quotedb", "quotedb"), ("sqlite-utils", "sqlite_utils")):
            script = programs / program
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
            script.chmod(0o755)
        yield folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell command in a session's folder, as on a terminal of 100 columns; messages and data in one stream."""
    env = {
        **os.environ,
        "PATH": f"{folder / '.programs'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")])),
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _run(command: str, folder: Path) -> str:
    done = run(command, folder)
    if done.returncode:
        raise ExampleFailed(f"{command}\nended with exit code {done.returncode} and printed\n{done.stdout}")
    return done.stdout


def _examples(language: str, body: str, folder: Path, names: dict[str, Any]) -> Iterator[tuple[list[str], str]]:
    """Each example of a block as it stands on the page, and what it prints."""
    if language == "console":
        for line in body.splitlines():
            if line.startswith("$ "):
                yield [line], _run(line[2:], folder)
        return
    for example in doctest.DocTestParser().get_examples(body):
        first, *more = example.source.splitlines()
        yield [f">>> {first}", *(f"... {line}" for line in more)], _python(example.source, folder, names)


def _python(source: str, folder: Path, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, "example", "single"), names)
        except Exception as error:
            print(f"{type(error).__module__}.{type(error).__name__}: {error}", file=printed)
    return printed.getvalue()


def _shortened(printed: str, most: int, rows: int) -> list[str]:
    lines = printed.rstrip().split("\n") if printed.strip() else []
    # the last line holds the total, or what to do next
    if len(lines) > most + 2:
        lines = [*"\n".join(lines[:most]).rstrip().split("\n"), "...", lines[-1]]
    return [row for line in lines for row in _folded(line.rstrip(), rows)]


def _folded(line: str, rows: int) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()))
    folded = textwrap.wrap(line, WIDTH - 4, subsequent_indent=indent, break_on_hyphens=False)
    return folded if len(folded) <= rows else [*folded[: rows - 1], folded[rows - 1] + " ..."]
