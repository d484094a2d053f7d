"""`python -m quotedb` is the command line."""

from __future__ import annotations

from quotedb.cli import main

main(prog_name="quotedb")
