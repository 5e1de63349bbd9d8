"""``records-desk backup``, ``restore``, ``salvage``, ``report``: the upkeep of an office's files.

The exit code is 0 when it was done, else 2 and one sentence on the error stream. ``maintaining``
does it; what it needs is not loaded for the other commands.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001  # argparse gives it no public name


def add_to(commands: Commands) -> None:
    """Name the commands' arguments and the functions that run them."""
    backup = commands.add_parser(
        "backup",
        help="copy the office's files and prove the copy",
        description="Without --to the copy goes beside the office's files and to the second place"
        " that was chosen, and older copies are thinned. The window may be open.",
        allow_abbrev=False,
    )
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="put this copy there instead")
    _add_who(backup)
    backup.set_defaults(run=_back_up)
    restore = commands.add_parser(
        "restore",
        help="put a copy in the place of the office's files",
        description="FOLDER is a copy or a folder of copies; of several the newest is taken. The"
        " passphrase is one of the day the copy was made. What it replaces is set aside. The window"
        " must be closed.",
        allow_abbrev=False,
    )
    restore.add_argument("folder", type=Path, metavar="FOLDER")
    _add_who(restore)
    restore.set_defaults(run=_restore)
    salvage = commands.add_parser(
        "salvage",
        help="save what can be read of a damaged records file into a new folder",
        description="FILE is only read; without it the office's own records file is. The new"
        " folder opens as an office, and its journal tells what is missing. Restore a copy first"
        " where there is one.",
        allow_abbrev=False,
    )
    salvage.add_argument("file", nargs="?", type=Path, metavar="FILE")
    salvage.add_argument("--to", type=Path, metavar="FOLDER", required=True)
    _add_who(salvage)
    salvage.set_defaults(run=_salvage)
    report = commands.add_parser(
        "report",
        help="print the month's figures, and how the files and their copies are doing",
        description="Counts, sizes and dates; no name of a family.",
        allow_abbrev=False,
    )
    report.add_argument("--month", metavar="YYYY-MM", help="whose figures; without: this month's")
    _add_who(report)
    report.set_defaults(run=_report)


def _add_who(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--home", type=Path, metavar="FOLDER", help="the folder of the office's files")
    add("--person", metavar="INITIALS", help="whose passphrase; needed where several sign in")
    add("--recovery-code", action="store_true", help="ask for the recovery code instead")
    add("--json", action="store_true", help="print the answer as JSON")


def _back_up(arguments: argparse.Namespace) -> int:
    from desktop.commands import maintaining  # noqa: PLC0415  # the store and the keys

    return maintaining.back_up(arguments)


def _restore(arguments: argparse.Namespace) -> int:
    from desktop.commands import maintaining  # noqa: PLC0415  # the same

    return maintaining.restore(arguments)


def _salvage(arguments: argparse.Namespace) -> int:
    from desktop.commands import maintaining  # noqa: PLC0415  # the same

    return maintaining.salvage(arguments)


def _report(arguments: argparse.Namespace) -> int:
    from desktop.commands import maintaining  # noqa: PLC0415  # the same

    return maintaining.report(arguments)
