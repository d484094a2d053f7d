"""`python -m quotedb`: the command line, for where the script is not on the path."""

from quotedb.cli import main

main(prog_name="quotedb")
