"""A real `quotedb serve` for tests: started on a free port of this machine alone, ended when the test is done."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Server:
    """A running site."""

    address: str

    def get(self, path: str, **fields: str) -> Answer:
        """Ask for a page; with fields, send them as a form."""
        data = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(self.address + path, data=data)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return Answer(answer.status, answer.read().decode(), {k.lower(): v for k, v in answer.headers.items()})
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.read().decode(), {k.lower(): v for k, v in error.headers.items()})


@contextlib.contextmanager
def serving(database: Path, *options: str) -> Iterator[Server]:
    """Serve a database with these options of ours and, after "--", of Datasette's."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours, theirs = (
        (options[: options.index("--")], options[options.index("--") + 1 :]) if "--" in options else (options, ())
    )
    command = [sys.executable, "-m", "quotedb", "serve", *ours, str(database), "--", "--port", str(port), *theirs]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            server = Server(f"http://127.0.0.1:{port}")
            for _ in range(300):
                try:
                    server.get("/-/versions.json")
                    break
                except (urllib.error.URLError, ConnectionError):
                    assert process.poll() is None, process.stderr.read().decode()
                    time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)
