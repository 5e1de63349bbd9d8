"""Run as a program of its own: write until the disk takes no more, and say what was told.

``python -m tests.store.limited HOW FOLDER BYTES`` prints, as JSON, the code of the fault, the names
that can be read afterwards and whether the journal is whole.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from pathlib import Path

from desktop.errors import DeskError
from desktop.store.journal import Event
from desktop.store.store import Store
from tests.store.files import BY, broken_entry, create, names, reopen


def limit_file_size(size: int) -> None:
    """From now on no file of this process grows beyond ``size`` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def write_until_full(store: Store) -> DeskError:
    """Changes of half a megabyte each, until one is refused."""
    while True:
        try:
            with store.change(Event(kind="person.changed"), by=BY) as change:
                change.execute("update person set name = 'Half Saved' where id = 1")
                for _ in range(128):
                    change.execute(
                        "insert into closure (from_on, until_on, title, kind)"
                        " values ('2026-01-01', '2026-01-01', ?, 'closure')",
                        ("x" * 4000,),
                    )
                change.execute("update person set name = 'Jo Reyes' where id = 1")
        except DeskError as fault:
            return fault


def main(how: str, folder: str, size: int) -> None:
    """Meet the limit and report."""
    path = Path(folder) / "office.records"
    if how == "create":
        limit_file_size(size)
        try:
            create(path)
        except DeskError as fault:
            report = {"code": fault.code, "left": sorted(one.name for one in path.parent.iterdir())}
        print(json.dumps(report))  # noqa: T201  # its answer
        return
    store = create(path)
    if how == "limit":
        limit_file_size(size)
    fault = write_until_full(store)
    open_still = store._connection.in_transaction
    read = names(store)
    store.close()
    store = reopen(path)
    assert broken_entry(store) is None
    after = names(store)
    print(json.dumps({"code": fault.code, "open": open_still, "read": read, "after": after}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
