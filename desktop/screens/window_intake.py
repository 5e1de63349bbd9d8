"""The intake form over the window: empty, for a student, linked to a request, or from a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.records.ids import StudentId
from desktop.screens.desk import Desk
from desktop.screens.notices import Kind
from desktop.screens.open_form import FormOpener
from desktop.screens.window_dialogs import open_dialogs

if TYPE_CHECKING:  # the window puts this together; the form comes after first paint
    from desktop.actions.intake import Logged
    from desktop.records.filled import Filled
    from desktop.screens.intake import IntakeDialog
    from desktop.screens.intake_linked import Linked
    from desktop.screens.window import DeskWindow


class WindowIntake(QObject):
    """Opens the intake form, and tells the number a request was logged under.

    ``opener`` reads filled forms, chosen or dropped on the window.
    """

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.opener = FormOpener(window, window.notices)
        self.opener.opened.connect(self.begin_filled)
        self.in_hand = False  # whether the form is in sight

    def begin(self, student: StudentId | None = None) -> None:
        """The intake form, with the student in it where there is one."""
        from desktop.screens.intake import open_intake  # noqa: PLC0415  # after first paint

        self._follow(open_intake(self._desk, self._window, student=student))

    def begin_linked(self, linked: Linked) -> None:
        """The intake form for a request that goes with another one."""
        from desktop.screens.intake import open_intake  # noqa: PLC0415  # after first paint

        self._follow(open_intake(self._desk, self._window, linked=linked))

    def begin_filled(self, filled: Filled) -> None:
        """The intake form with a filled form in it; one that is open already takes it itself."""
        from desktop.screens.intake import IntakeDialog, open_intake  # noqa: PLC0415  # the same

        dialogs = open_dialogs(self._window)
        intake = next((one for one in dialogs if isinstance(one, IntakeDialog)), None)
        if intake is not None:
            intake.take_filled(filled)
        elif dialogs:
            self._window.notices.say(
                self.tr("Finish or close what is open first, then open the form again."),
                Kind.WARNING,
            )
        else:
            self._follow(open_intake(self._desk, self._window, filled=filled))

    def _follow(self, dialog: IntakeDialog) -> None:
        window = self._window
        self.in_hand = True
        dialog.finished.connect(self._put_away)
        dialog.logged.connect(self._logged)
        dialog.request_wanted.connect(window.open_request)
        dialog.receipt_wanted.connect(lambda request: window.draft_letter(request, "receipt"))

    def _put_away(self, _result: int) -> None:
        self.in_hand = False

    def _logged(self, logged: Logged) -> None:
        self._window.notices.say(
            self.tr("Request {number} is logged.").format(number=logged.number), Kind.SUCCESS
        )
