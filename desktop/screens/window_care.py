"""What the window sees to by itself once it is painted: faults, locking, copies, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.office import settings
from desktop.screens import jobs
from desktop.screens.auto_lock import AutoLock
from desktop.screens.backup_keeper import CopiesLight
from desktop.screens.desk import Desk
from desktop.screens.notices import Kind
from desktop.screens.rule_question import RuleQuestion
from desktop.screens.system_lock import SystemLock
from desktop.screens.windows_lock import WindowsLock
from desktop.store.mark import State

if TYPE_CHECKING:  # the window puts this together
    from desktop.screens.window import DeskWindow
    from desktop.store.verify import Verification

_VOUCHED = frozenset({State.EVEN, State.BEHIND})


class WindowCare(QObject):
    """Looks after the office while its window is open, and says in the window what it finds.

    Built after first paint: nothing of it is needed to show the queue.
    """

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def begin(self, *, ended_badly: bool) -> None:
        """Watch; tell what is wrong, else ask what is open. A bad end has the file checked."""
        if not self._desk.practice:  # invented families: nothing to lock or to copy
            self._lock_by_itself()
            self.see_to_copies()
        if not self._tell_faults():
            RuleQuestion(self._desk, self._window.notices, self._window.show_rules).ask()
        self._vouch()
        if ended_badly:
            self._check()

    def _tell_faults(self) -> bool:
        """Name the file, key and line of what could not be read; Settings lists all of them."""
        faults = self._desk.faults
        if faults:
            self._window.notices.say(
                faults[0].sentence(),
                Kind.WARNING,
                action=self.tr("Show in Settings"),
                on_action=self._window.show_rules,
            )
        return bool(faults)

    def _lock_by_itself(self) -> None:
        home = self._desk.home
        self.auto_lock = AutoLock(lambda: settings.load(home).lock_minutes, self)
        self.system_lock = SystemLock(self)
        self.windows_lock = WindowsLock(self._window)
        for lock in (self.auto_lock.wanted, self.system_lock.locked, self.windows_lock.locked):
            lock.connect(self._window.lock_now)

    def see_to_copies(self) -> None:
        """Copies are made beside the window from now on."""
        self._copies_light = CopiesLight(self._window.status.copies, self._desk.keeper, self._desk)
        self._desk.keeper.spoilt.connect(self._tell_spoilt)
        self._desk.keeper.begin()

    def _tell_spoilt(self) -> None:
        self._window.notices.say(self._desk.wording.text("copies.spoilt"), Kind.WARNING)

    def _vouch(self) -> None:
        """Say so where nothing vouched for the newest entries of the journal."""
        store = self._desk.store
        if store.standing is None or store.standing.state in _VOUCHED:
            return
        from desktop.actions.vault_key import vouch_again  # noqa: PLC0415  # hardly ever

        newest = store.head().short()
        if vouch_again(store, by=self._desk.sign()):
            said = self.tr(
                "The mark beside the records file was missing, so an older file could have been"
                " put back. Compare entry {newest} with the newest printed one; the history"
                " notes this."
            )
            self._window.notices.say(said.format(newest=newest), Kind.WARNING)

    def _check(self) -> None:
        from desktop.store.verify import verify  # noqa: PLC0415  # seldom

        path, vault = self._desk.home.records_file, self._desk.keys
        jobs.run(
            lambda _progress, _cancelled: verify(path, vault),
            owner=self,
            on_done=self._tell_check,
        )

    def _tell_check(self, found: Verification) -> None:
        from desktop.store.verify import Outcome  # noqa: PLC0415  # seldom
        from desktop.wording.verification import verification_said  # noqa: PLC0415

        if found.outcome is not Outcome.CLEAN:
            said = self._desk.wording.paragraph(verification_said(found))
            restore = found.outcome in {Outcome.DAMAGED, Outcome.ROLLED_BACK}
            self._window.notices.say(
                said,
                Kind.DANGER,
                action=self.tr("Lock, to restore a copy") if restore else "",
                on_action=self._window.lock_now,
            )
