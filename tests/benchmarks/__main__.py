"""``python -m tests.benchmarks`` measures the program on large invented offices.

Ratios travel from machine to machine, milliseconds do not. Nothing here is a test: it prints what
was measured beside the goals, and which are missed.
"""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Callable, Iterator
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from tests.benchmarks import backups, encryption, letters, locking, reading, saving, start, typing
from tests.benchmarks.stores import Large, large_office
from tests.benchmarks.timing import Line, table

Measure = Callable[[Large], Iterator[Line]]


def main() -> None:
    """Measure what was asked for and print the table."""
    given = _arguments()
    parts: dict[str, Measure] = {
        "reading": reading.measure,
        "saving": saving.measure,
        "encryption": encryption.measure,
        "backups": backups.measure,
        "locking": locking.measure,
        "typing": typing.measure,
        "letters": letters.measure,
        "start": lambda office: start.measure(office, shlex.split(given.start_command)),
    }
    for requests in [1_000_000] if given.million else given.requests:
        office = large_office(requests, date.today())  # noqa: DTZ011  # the office's own day
        print(f"\n{requests:,} requests, {requests * 5:,} events")  # noqa: T201
        for name in given.parts or parts:
            print(table(parts[name](office)), flush=True)  # noqa: T201


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "parts",
        nargs="*",
        help="reading saving encryption backups locking typing letters start; without: all",
    )
    parser.add_argument("--requests", type=int, nargs="+", default=[100_000])
    parser.add_argument("--million", action="store_true", help="an office of a million requests")
    parser.add_argument("--start-command", default="", help="time this command as the start")
    return parser.parse_args()


if __name__ == "__main__":
    main()
