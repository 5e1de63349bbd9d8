"""The commands for IT staff, counsel and scripts: no window, plain text or ``--json``.

Each command is a module with ``add_to``, which names its arguments and the function that runs it.
Bad input ends in one sentence on the error stream and exit code 2.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from desktop.commands import due, letter, read_form, upkeep, verify
from desktop.errors import DeskError

BAD_INPUT = 2


class _Parser(argparse.ArgumentParser):
    """Refuses bad arguments with a ``DeskError`` instead of a page of usage."""

    @override
    def error(self, message: str) -> NoReturn:
        raise DeskError(
            "arguments",
            f"{message[:1].upper()}{message[1:]}.",
            f'See "{self.prog} --help".',
        )


def main(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` names, without the program's own name.

    Returns:
        The exit code: 0, or 2 for bad input; a command may define more.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name the terminal cannot write
    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
    except DeskError as fault:
        print(fault.sentence(), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # whoever read the answer has stopped reading
        sys.stdout = None  # nothing is left to flush at the end
        return 0
    except SystemExit as left:  # argparse leaves after --help
        return int(left.code or 0)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="records-desk",
        description="Records requests in a school office. Without a command the window opens.",
        allow_abbrev=False,
    )
    # Named for the help only: what begins with one of them never comes here.
    window = parser.add_argument_group("the window")
    window.add_argument("--practice", action="store_true", help="open the practice office")
    window.add_argument("--home", metavar="FOLDER", help="the folder of the office's files")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    due.add_to(commands)
    letter.add_to(commands)
    verify.add_to(commands)
    upkeep.add_to(commands)
    read_form.add_to(commands)
    return parser
