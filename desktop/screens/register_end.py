"""Dialogs that end something in a register: a hold with its reason, the others from a day on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.consenting import revoke_consent
from desktop.actions.holds import release_hold
from desktop.actions.opting_out import rescind_opt_out
from desktop.errors import DeskError
from desktop.records.consent import Consent
from desktop.records.ids import RequestId
from desktop.records.opt_out import OptOut
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.kept_form import TypedFields
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.request_part import attempt
from desktop.screens.snug_dialog import SnugDialog
from desktop.screens.typed_date import Lean

_AT_THE_DAY = frozenset({"ended_later", "ended_early"})
_AT_THE_REASON = frozenset({"reason", "nine_digits"})
_WIDTH = 460


class EndDialog(SnugDialog):
    """Asks for the day, or for the reason, and does it. A refusal is told beside the field."""

    notices: NoticeBar
    title: QLabel
    says: QLabel
    on_label: QLabel
    on: DateField
    reason_label: QLabel
    reason: NoteField
    reason_message: FieldMessage
    save: QPushButton
    cancel: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: TypedFields | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "register_end")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)

    def _say(self, window: str, title: str, says: str, save: str) -> None:
        self.setWindowTitle(window)
        self.title.setText(title)
        self.says.setText(says)
        self.save.setText(save)

    def _ask_for_the_day(self) -> None:
        """The day, today unless another is typed."""
        for part in (self.reason_label, self.reason):
            part.hide()
        self.on.set_today(self._desk.today(), Lean.PAST)
        self.on.set_value(self._desk.today())
        self.on.setFocus()
        self.snug(_WIDTH)

    def _ask_for_the_reason(self, draft: str) -> None:
        """The reason; what is half typed is there again the next time."""
        for part in (self.on_label, self.on):
            part.hide()
        self._typed = TypedFields(self._desk, draft, {"reason": self.reason}, self)
        self._typed.put_back()
        self.reason.textChanged.connect(self.reason_message.clear)
        self.reason.setFocus()
        self.snug(_WIDTH)

    def _act(self) -> Changes:
        raise NotImplementedError

    def _save(self) -> None:
        if not self.on.isHidden() and self.on.value() is None:
            self._tell_missing_day()
        elif attempt(self._desk, self._act, self._refused):
            if self._typed is not None:
                self._typed.drop()
                self._typed = None
            self.accept()

    def _tell_missing_day(self) -> None:
        if self.on.is_wrong():
            self.on.tell_fault()
        else:
            self.on.tell(self.tr("Type the day."))

    def _refused(self, fault: DeskError) -> None:
        if fault.code in _AT_THE_DAY:
            self.on.tell(fault.sentence())
        elif fault.code in _AT_THE_REASON:
            self.reason_message.tell(fault.sentence())
        else:
            self.notices.say_fault(fault)

    @override
    def done(self, result: int) -> None:
        if self._typed is not None:
            self._typed.keep_now()
        super().done(result)


class ReleaseHoldDialog(EndDialog):
    """Why a hold that outlived its request can come off."""

    def __init__(self, desk: Desk, request: RequestId, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._request = request
        self._say(
            self.tr("Take the hold off"),
            self.tr("May records be destroyed again?"),
            self.tr(
                "Take it off when the time to ask for a hearing is over, or the matter is. Your"
                " reason stays in the history."
            ),
            self.tr("Take the hold off"),
        )
        self._ask_for_the_reason(f"hold.{request}")

    @override
    def _act(self) -> Changes:
        desk = self._desk
        return release_hold(
            desk.store,
            self._request,
            reason=self.reason.toPlainText(),
            today=desk.today(),
            by=desk.sign(),
        )


class RescindDialog(EndDialog):
    """From which day an opt-out no longer binds."""

    def __init__(self, desk: Desk, opt_out: OptOut, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._opt_out = opt_out
        self._say(
            self.tr("An opt-out taken back"),
            self.tr("From which day did the family take it back?"),
            desk.wording.text("register.ends.opt_out_back"),
            self.tr("It was taken back"),
        )
        self._ask_for_the_day()

    @override
    def _act(self) -> Changes:
        desk, on = self._desk, self.on.value() or self._desk.today()
        return rescind_opt_out(
            desk.store, self._opt_out.id, on=on, today=desk.today(), by=desk.sign()
        )


class TellDialog(EndDialog):
    """After which day special education files may go, once the families were told.

    Signals:
        day_chosen: the notices can be written; carries the day.
    """

    day_chosen = Signal(object)  # date

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._say(
            self.tr("Tell the families first"),
            self.tr("After which day may these files be destroyed?"),
            desk.wording.text("register.ends.tell_first"),
            self.tr("Write the notices…"),
        )
        self._ask_for_the_day()
        self.on.set_today(desk.today(), Lean.FUTURE)
        self.on.set_value(None)

    @override
    def _save(self) -> None:
        day = self.on.value()
        if day is None:
            self._tell_missing_day()
        elif day <= self._desk.today():
            self.on.tell(self.tr("That day leaves the families no time. Choose a later one."))
        else:
            self.accept()
            self.day_chosen.emit(day)


class RevokeDialog(EndDialog):
    """From which day a consent no longer counts."""

    def __init__(self, desk: Desk, consent: Consent, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._consent = consent
        self._say(
            self.tr("A consent taken back"),
            self.tr("From which day does it no longer count?"),
            desk.wording.text("register.ends.consent_back"),
            self.tr("It no longer counts"),
        )
        self._ask_for_the_day()

    @override
    def _act(self) -> Changes:
        desk, on = self._desk, self.on.value() or self._desk.today()
        return revoke_consent(
            desk.store, self._consent.id, on=on, today=desk.today(), by=desk.sign()
        )
