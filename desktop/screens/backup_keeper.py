"""Sees to the copies of the office's files while the window is open, and shows how they stand."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from desktop.actions import backing_up
from desktop.actions.backing_up import Upkeep
from desktop.office import moment, place
from desktop.records.backups import Light, Reason, light, read_again_is_due, reason
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.store.copying import NotWanted
from desktop.wording.dates import clock_time, long_date

_BETWEEN_MS = 60_000
_FIRST_MS = 5_000  # once the window has settled
_ICONS = {
    Light.GREEN: ("check", "quiet"),
    Light.AMBER: ("warning", "warning"),
    Light.RED: ("alert", "danger"),
}


class BackupKeeper(QObject):
    """Looks every minute whether a copy is due, and has it made beside the window.

    Signals:
        looked: how the copies stand was looked at anew; ``upkeep`` and ``reason`` hold it.
        spoilt: a copy that was whole is damaged now, and set aside.
    """

    looked = Signal()
    spoilt = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: jobs.Job | None = None
        self.upkeep: Upkeep | None = None
        self._read_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_again)
        desk.leaving.connect(self._timer.stop)

    def begin(self) -> None:
        """Look for the first time soon, then every minute."""
        self._timer.start(_FIRST_MS)

    def _look_again(self) -> None:
        self._timer.setInterval(_BETWEEN_MS)
        self.look()

    @property
    def reason(self) -> Reason | None:
        """The gravest thing to say about the copies; None before the first look."""
        if self.upkeep is None:
            return None
        return reason(self.upkeep.safety, backing_up.policy(), now=moment.now())

    def sentence(self) -> str:
        """The same in words, with what to do."""
        why = self.reason
        if why is None or self.upkeep is None:
            return ""
        wording, fault = self._desk.wording, self.upkeep.fault
        if why is Reason.FAILED:
            if fault is None:
                return wording.text("copies.failed_before")
            return wording.text("copies.failed", why=fault.sentence())
        return wording.text(f"copies.{why}")

    def look(self) -> None:
        """See to the copies now, unless that is being done."""
        if self._job is not None and self._job.running:
            return
        home, vault, now = self._desk.home, self._desk.keys, moment.now()
        again = read_again_is_due(self._read_at, backing_up.policy(), now=now)
        if again:
            self._read_at = now

        def work(_progress: object, cancelled: jobs.Cancelled) -> Upkeep | None:
            place.keep_ballast(home.folder)
            try:
                return backing_up.keep_up(
                    home, vault, at=now, cancelled=cancelled, read_again=again
                )
            except NotWanted:
                return None

        self._job = jobs.run(work, owner=self, on_done=self._done, on_failed=lambda _fault: None)

    def _done(self, upkeep: Upkeep | None) -> None:
        if upkeep is not None:
            self.upkeep = upkeep
            self.looked.emit()
            if upkeep.spoilt:
                self.spoilt.emit()


class CopiesLight(QObject):
    """The button at the foot of the rail: how the copies stand, in words and with a sign."""

    def __init__(self, button: QPushButton, keeper: BackupKeeper, desk: Desk) -> None:
        super().__init__(button)
        self._button = button
        self._keeper = keeper
        self._desk = desk
        button.hide()
        keeper.looked.connect(self.show)

    def show(self) -> None:
        """Say it anew."""
        why = self._keeper.reason
        if why is None:
            return
        brief = self._desk.wording.text(f"copies.brief.{why}")
        icon, tone = _ICONS[light(why)]
        set_icon(self._button, icon, tone)
        self._button.setText(brief)
        self._button.setToolTip(self._keeper.sentence())
        self._button.setAccessibleDescription(self._keeper.sentence())
        self._button.show()


def said_at(at: datetime | None) -> str:
    """A moment as the settings show it, in this computer's time; empty for none."""
    if at is None:
        return ""
    here = at.astimezone()
    return f"{long_date(here.date())}, {clock_time(here.time())}"
