"""Work that takes longer than a tenth of a second, done beside the window and never in its way.

The work is a plain function that knows no Qt. Everything it brings back arrives in the window's
own thread.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from desktop.errors import DeskError

T = TypeVar("T")
_BETWEEN_REPORTS = 0.05  # seconds; a progress bar needs no more


Progress = Callable[[int, int], None]
"""What work calls with done and total to say how far it is."""

Cancelled = Callable[[], bool]
"""What work asks to see whether it is still wanted."""

Work = Callable[[Progress, Cancelled], T]
"""What can be run: told how to report and how to see that it is no longer wanted."""


class Job(QObject):
    """One piece of work on its way. It removes itself when it is over.

    Signals:
        over: nothing more will come, whether it was done, failed or cancelled.
    """

    over = Signal()
    _progressed = Signal(int, int)
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        work: Work[object],
        on_done: Callable[..., object] | None,
        on_failed: Callable[[DeskError], object] | None,
        on_progress: Callable[[int, int], object] | None,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_progress = on_progress
        self._cancelled = threading.Event()
        self._stopped = threading.Event()
        self._reported_at = 0.0
        self._running = True
        pause_collecting()
        self._progressed.connect(self._tell_progress)
        self._done.connect(self._tell_done)
        self._failed.connect(self._tell_failed)

    @property
    def running(self) -> bool:
        """Whether the work goes on, or its result has not been handed over yet."""
        return self._running

    @property
    def cancelled(self) -> bool:
        """Whether it is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Let go of it: the work is asked to stop, and no callback comes any more."""
        self._cancelled.set()
        self._on_done = self._on_failed = self._on_progress = None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to end by itself."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to end. What it came to is still told, as after ``cancel`` it is not."""
        self._stopped.set()

    def do(self) -> None:
        """Do the work; runs in a thread of the pool."""
        if self.cancelled:
            self._done.emit(None)
            return
        try:
            result = self._work(self._report, self._unwanted)
        except Exception as fault:  # noqa: BLE001  # the job boundary: a fault here must reach the window
            self._failed.emit(fault)
        else:
            self._done.emit(result)

    def _unwanted(self) -> bool:
        return self.cancelled or self.stopping

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._reported_at >= _BETWEEN_REPORTS:
            self._reported_at = now
            self._progressed.emit(done, total)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._on_progress:
            self._on_progress(done, total)

    def _tell_done(self, result: object) -> None:
        tell = self._on_done
        self._end()
        if tell:
            tell(result)

    def _tell_failed(self, fault: Exception) -> None:
        tell, wanted = self._on_failed, not self.cancelled
        self._end()
        if isinstance(fault, DeskError) and (tell or not wanted):
            if tell:
                tell(fault)
        else:
            # Our bug, or a fault nobody listens to: the last-resort hook says so in the window.
            sys.excepthook(type(fault), fault, fault.__traceback__)

    def _end(self) -> None:
        self._running = False
        collect_again()
        self._on_done = self._on_failed = self._on_progress = None
        self.over.emit()
        self.deleteLater()


# Python collects in whichever thread happens to allocate, and a widget freed outside the window's
# thread takes its timers down with a crash. So nothing is collected while work goes on beside the
# window. Counted in the window's thread only.
_under_way: list[None] = []


def pause_collecting() -> None:
    """Free nothing by looking for it until ``collect_again`` was called as often as this."""
    _under_way.append(None)
    gc.disable()


def collect_again() -> None:
    """One reason not to look for what can be freed is over; the last one begins it again."""
    _under_way.pop()
    if not _under_way:
        gc.enable()


def run(
    work: Work[T],
    *,
    owner: QObject,
    on_done: Callable[[T], object] | None = None,
    on_failed: Callable[[DeskError], object] | None = None,
    on_progress: Callable[[int, int], object] | None = None,
) -> Job:
    """Do ``work`` beside the window.

    Args:
        work: called as ``work(progress, cancelled)`` in another thread. It opens its own store and
            looks at ``cancelled()`` between items.
        owner: when it is destroyed the job is cancelled.
        on_done: gets the result.
        on_failed: gets a ``DeskError``; any other exception goes to ``sys.excepthook``.
        on_progress: gets done and total, at most twenty times a second, and at the end.

    Returns:
        The job, to cancel it by. All callbacks come in the window's thread, none after
        ``cancel()`` and none once ``owner`` is gone.
    """
    job = Job(work, on_done, on_failed, on_progress)
    owner.destroyed.connect(job.cancel)
    QThreadPool.globalInstance().start(job.do)
    return job


def drain(wait_ms: int = 30_000) -> bool:
    """Cancel every job and wait until the pool is idle; for leaving the program.

    Returns:
        Whether all work ended within ``wait_ms`` milliseconds.
    """
    app = QCoreApplication.instance()
    for job in app.findChildren(Job) if app else ():
        job.cancel()
    return QThreadPool.globalInstance().waitForDone(wait_ms)
