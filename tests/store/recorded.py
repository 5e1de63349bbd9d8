"""Run as a program of its own, with the shim: save changes while every write and sync is recorded.

``python -m tests.store.recorded ROOT LOG FULL|NORMAL COUNT`` saves into the closed file under ROOT.
What is acknowledged is written to ``ack`` under ROOT, so that it stands in the record in its place.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop.store.journal import Event
from tests.store.files import BY, reopen
from tests.store.shimmed import Shim


def main(root: str, log: str, synchronous: str, count: str) -> None:
    """Save and acknowledge; now and then the log is swept, and an older change is overwritten."""
    store = reopen(Path(root) / "office.records")
    assert synchronous in {"FULL", "NORMAL"}
    store._connection.execute(f"pragma synchronous = {synchronous}")
    told = os.open(Path(root) / "ack", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    Shim().record(Path(log))
    for number in range(int(count)):
        with store.change(Event(kind="note", facts={"text": str(number)}), by=BY) as change:
            change.execute(
                "insert into closure (from_on, until_on, title, kind)"
                " values ('2026-01-01', '2026-01-01', ?, 'closure')",
                (str(number),),
            )
        os.write(told, f"{number}\n".encode())
        if number % 40 == 39:
            store.sweep_log()
    os._exit(0)  # as a computer that stops: nothing is closed


if __name__ == "__main__":
    main(*sys.argv[1:])
