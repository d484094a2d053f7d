"""metadata and serve: the database in a browser, through Datasette."""

from __future__ import annotations

import contextlib
import errno
import shlex
import socket
import sys
import tempfile
from importlib import metadata as packages
from pathlib import Path

import click

from quotedb.cli.output import database_argument, say
from quotedb.database import is_frozen, open_to_read
from quotedb.errors import QuotedbError

#: Suggesting facets reads every column of every row: a second a page at 300,000 utterances.
SETTINGS = ("--setting", "suggest_facets", "off", "--setting", "truncate_cells_html", "0")
#: The file holds what --no-documents closes.
NO_DOWNLOAD = ("--setting", "allow_download", "off")


no_documents_option = click.option(
    "--no-documents",
    is_flag=True,
    help="Close the documents' full texts (copyright); what was said stays open.",
)


@click.command("metadata")
@database_argument
@click.option(
    "--datasette-1", "newer", is_flag=True, help="Print datasette.yml for Datasette 1.0 instead of metadata.yml."
)
@no_documents_option
def metadata_command(database: str, newer: bool, no_documents: bool) -> None:
    """Print metadata for a Datasette of your own.

    Titles, descriptions, facets and queries, for this database's file name. `quotedb serve` uses the same by itself.

    Example:

    \b
        quotedb metadata quotes.db > metadata.yml
        quotedb metadata quotes.db --datasette-1 > datasette.yml
    """
    from quotedb.datasette_plugin.metadata import as_yaml, configuration, metadata  # loads Datasette

    make = configuration if newer else metadata
    click.echo(as_yaml(make(Path(database).stem, full_text=not no_documents)), nl=False)


@click.command("serve", context_settings={"ignore_unknown_options": True})
@database_argument
@no_documents_option
@click.argument("options", nargs=-1, metavar="[-- DATASETTE OPTIONS]", type=click.UNPROCESSED)
def serve_command(database: str, options: tuple[str, ...], no_documents: bool) -> None:
    """Open DATABASE in the browser, with Datasette.

    The pages can be seen from this machine alone; with `-- --host 0.0.0.0` everybody in your network can read (not change) all of it.
    What stands after -- is handed to Datasette.

    Example:

    \b
        quotedb serve quotes.db
        quotedb serve quotes.db -- --port 8010 --open
    """
    open_to_read(database).conn.close()
    host, port = _given(options, "127.0.0.1", "-h", "--host"), _given(options, "8001", "-p", "--port")
    uds = _given(options, "", "--uds")
    if not uds:
        _check_port(database, host, port)
    with tempfile.TemporaryDirectory(prefix="quotedb-") as folder:
        files = _files(Path(folder), Path(database).stem, options, full_text=not no_documents)
        from datasette.cli import cli as datasette

        if not uds and not any(option in options for option in ("--get", "--help", "--version")):
            seen = "this machine alone" if host in ("127.0.0.1", "localhost", "::1") else "everybody who can reach it"
            say(f"{database} is open at http://{host}:{port}/ for {seen} (stop with Ctrl-C)")
        frozen = is_frozen(Path(database))
        file = ["--immutable", database] if frozen else [database]
        if frozen:
            say("Its folder cannot be written to: what others change while this runs is not seen.")
        with contextlib.suppress(KeyboardInterrupt):
            datasette.main(
                ["serve", *file, *files, *SETTINGS, *(NO_DOWNLOAD if no_documents else ()), *options],
                prog_name="quotedb serve",
                standalone_mode=True,
            )


def _files(folder: Path, name: str, options: tuple[str, ...], *, full_text: bool) -> list[str]:
    """Our metadata (and configuration, for 1.0) as options for Datasette, unless the person gave their own."""
    from quotedb.datasette_plugin.metadata import as_yaml, configuration, metadata

    own = [*("-m", "--metadata"), *("-c", "--config")]
    if not full_text and _given(options, "", *own):
        raise click.UsageError(
            "--no-documents makes the metadata; with metadata of your own, begin with: quotedb metadata DATABASE --no-documents"
        )
    files: list[str] = []
    if not _given(options, "", "-m", "--metadata"):
        (folder / "metadata.yml").write_text(as_yaml(metadata(name, full_text=full_text)), encoding="utf-8")
        files += ["-m", str(folder / "metadata.yml")]
    if not packages.version("datasette").startswith("0.") and not _given(options, "", "-c", "--config"):
        (folder / "datasette.yml").write_text(as_yaml(configuration(name, full_text=full_text)), encoding="utf-8")
        files += ["-c", str(folder / "datasette.yml")]
    return files


def _given(options: tuple[str, ...], default: str, *names: str) -> str:
    """The value of an option among those for Datasette: `-p 80`, `-p80`, `--port 80` or `--port=80`."""
    value = default
    for place, option in enumerate(options):
        if option in names and place + 1 < len(options):
            value = options[place + 1]
        for name in names:
            if name.startswith("--") and option.startswith(f"{name}="):
                value = option.partition("=")[2]
            elif not name.startswith("--") and option.startswith(name) and option != name:
                value = option.removeprefix(name)
    return value


def _check_port(database: str, host: str, port: str) -> None:
    """Say in one sentence that a port is taken, instead of a traceback from the server."""
    if not port.isdecimal() or int(port) == 0:
        return
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, OverflowError) as error:
        other = int(port) + 1 if 1024 <= int(port) < 65535 else 8001
        why = f"{getattr(error, 'strerror', None) or error}"
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            why += ": another program has it"
        raise QuotedbError(
            f"Port {port} on {host} cannot be used ({why}); take another one with: "
            f"quotedb serve {shlex.quote(database)} -- --port {other}"
        ) from error


COMMANDS = (serve_command, metadata_command)
