"""`python -m planbuilder.cli` is the `planbuilder` command."""

from planbuilder.cli import main

main()
