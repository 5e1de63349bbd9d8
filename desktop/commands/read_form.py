"""``records-desk read-form``: the fields of a filled form, as the window reads them.

It opens no records file and writes none. The window starts it to read a file apart from itself.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.errors import DeskError
from desktop.office.filled_form import LARGEST_BYTES, read_form
from desktop.office.reading_apart import COMMAND, limit_memory

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001  # argparse gives it no public name


def add_to(commands: Commands) -> None:
    """Name the command's arguments and the function that runs it."""
    parser = commands.add_parser(
        COMMAND,
        help="print the fields of a filled form",
        description="The fields of one filled form that this program had printed.",
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help="the PDF; - for the standard input")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the form's code and what is filled in.

    Raises:
        DeskError: the file cannot be read, or is no filled form of this program.
    """
    limit_memory()
    form = read_form(_content(arguments.file))
    if arguments.json:
        print(msgspec.json.encode(form).decode("utf-8"))
        return 0
    print(f"form: {form.mark}")
    for name, value in form.values.items():
        print(f"{name}: {' / '.join(value.splitlines())}")
    for name in form.ticked:
        print(f"{name}: yes")
    return 0


def _content(file: str) -> bytes:
    """The file's bytes; one more than the most a form can have, so that it is refused."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST_BYTES + 1)
    except OSError as fault:
        raise DeskError(
            "form", f"{file} cannot be read: {fault.strerror}.", "Give a file that is there."
        ) from fault
