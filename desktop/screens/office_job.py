"""A change that takes longer than a tenth of a second, made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop.errors import DeskError
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.store.store import Store

T = TypeVar("T")


def run_with_store(
    desk: Desk,
    work: Callable[[Store], T],
    *,
    owner: QObject,
    on_done: Callable[[T], object],
    on_failed: Callable[[DeskError], object],
) -> jobs.Job:
    """Do ``work`` on a connection of its own: one belongs to its thread.

    The callbacks come in the window's thread, and none once ``owner`` is gone; what the work
    wrote stays written.
    """
    return run_counted(
        desk,
        lambda store, _progress, _cancelled: work(store),
        owner=owner, on_done=on_done, on_failed=on_failed,
    )  # fmt: skip


def run_counted(
    desk: Desk,
    work: Callable[[Store, jobs.Progress, jobs.Cancelled], T],
    *,
    owner: QObject,
    on_done: Callable[[T], object],
    on_failed: Callable[[DeskError], object],
    on_progress: Callable[[int, int], object] | None = None,
) -> jobs.Job:
    """The same for work that tells how far it is and ends when it is no longer wanted."""
    path, keys = desk.home.records_file, desk.keys

    def task(progress: jobs.Progress, cancelled: jobs.Cancelled) -> T:
        with closing(Store.open(path, keys)) as store:
            return work(store, progress, cancelled)

    return jobs.run(
        task, owner=owner, on_done=on_done, on_failed=on_failed, on_progress=on_progress
    )
