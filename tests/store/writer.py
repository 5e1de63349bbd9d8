"""Run as a program of its own: write changes as fast as it goes and acknowledge each on a line.

``python -m tests.store.writer FILE NAME [COUNT]`` prints the number of each entry after its change
is saved; without COUNT it goes on until it is killed.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from desktop.store.journal import Event
from tests.store.files import BY, reopen


def main(path: str, name: str, count: str = "") -> None:
    """Write and acknowledge."""
    store = reopen(Path(path))
    print("ready", flush=True)  # noqa: T201  # its answer
    for number in range(int(count)) if count else itertools.count():
        text = f"{name} {number}"
        with store.change(Event(kind="note", facts={"text": text}), by=BY) as change:
            change.execute(
                "insert into closure (from_on, until_on, title, kind)"
                " values ('2026-01-01', '2026-01-01', ?, 'closure')",
                (text,),
            )
        print(text, flush=True)  # noqa: T201  # acknowledged: from here on it may not be lost
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
