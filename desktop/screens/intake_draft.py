"""What is being typed outlives a refusal, a lock and a crash: kept in the file, shortly after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.actions import drafts
from desktop.errors import DeskError
from desktop.screens.desk import Desk
from desktop.screens.intake_typed import TypedIntake, from_draft, to_draft

KIND = "intake"
WAIT_MS = 400


class DraftKeeper(QObject):
    """Keeps what ``read`` gives a moment after each change; what the form began with is not kept.

    Signals:
        refused: keeping it failed, for the first time since it last went well; the ``DeskError``.
    """

    refused = Signal(object)

    def __init__(
        self,
        desk: Desk,
        read: Callable[[], TypedIntake],
        blank: TypedIntake,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read = read
        self._blank = blank
        self._kept: TypedIntake | None = None
        self._failing = False
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.keep_now)

    def kept(self) -> TypedIntake | None:
        """What was being typed when the form was last left, or None."""
        fields = drafts.kept_draft(self._desk.store, KIND, by=self._desk.sign())
        self._kept = None if fields is None else from_draft(fields)
        return self._kept

    def begin_with(self, typed: TypedIntake) -> None:
        """The form begins with this: until somebody types, there is nothing to keep."""
        self._wait.stop()
        self._blank = typed

    def touch(self) -> None:
        """Something changed: keep it soon."""
        self._wait.start()

    def keep_now(self) -> None:
        """Keep what stands in the form if it is not kept already."""
        self._wait.stop()
        typed = self._read()
        if typed == (self._kept or self._blank):
            return
        try:
            self._write(typed)
        except DeskError as fault:
            if not self._failing:
                self._failing = True
                self.refused.emit(fault)
        else:
            self._failing = False

    def drop(self) -> None:
        """Forget it: it was logged, or thrown away on purpose.

        Raises:
            DeskError: the file cannot be written; the draft stays.
        """
        self._wait.stop()
        drafts.drop_draft(self._desk.store, KIND, by=self._desk.sign())
        self._kept = None

    def _write(self, typed: TypedIntake) -> None:
        if typed == self._blank:
            self.drop()
            return
        drafts.keep_draft(self._desk.store, KIND, to_draft(typed), by=self._desk.sign())
        self._kept = typed
