"""``records-desk verify``: is a records file whole, untouched, and the newest there was?

The exit code tells: 0 clean, 1 changed outside the program, 2 older than it was, 3 damaged, 4 it
could not be opened. ``checking`` does it; what it needs is not loaded for the other commands.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001  # argparse gives it no public name


def add_to(commands: Commands) -> None:
    """Name the command's arguments and the function that runs it."""
    parser = commands.add_parser(
        "verify",
        help="check that a records file is whole and untouched",
        description="Exit code: 0 clean, 1 changed outside the program, 2 older than it was,"
        " 3 damaged, 4 cannot be opened.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="without: the office's own records file")
    add("--home", type=Path, metavar="FOLDER", help="the folder of the office's files")
    add("--person", metavar="INITIALS", help="whose passphrase; needed where several sign in")
    add("--recovery-code", action="store_true", help="ask for the recovery code instead")
    add("--json", action="store_true", help="print the answer as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the file and tell what was found."""
    from desktop.commands import checking  # noqa: PLC0415  # the store and the keys

    return checking.check(arguments)
