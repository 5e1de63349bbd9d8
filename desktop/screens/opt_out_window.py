"""The form for the time the yearly notice gives to say no to directory information."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desktop.actions.opting_out import set_window
from desktop.records.opt_out_window import OptOutWindow, window_of
from desktop.records.school_year import school_year
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.kept_form import KeptDialog
from desktop.screens.notices import FieldMessage
from desktop.screens.typed_amount import read_count
from desktop.screens.typed_date import Lean
from desktop.store import opt_outs


class WindowForm(KeptDialog):
    """When the notice of this school year went out, how long it gives, and what of late ones."""

    year: QLabel
    noticed_on: DateField
    days: QLineEdit
    days_message: FieldMessage
    takes_late: QCheckBox

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, "opt_out_window")
        first, last = school_year(desk.today())
        self.year.setText(
            self.tr("School year {first} to {last}").format(first=first.year, last=last.year)
        )
        self.noticed_on.set_today(desk.today(), Lean.PAST)
        self._fill(window_of(opt_outs.windows(desk.store), desk.today()))
        fields = {name: getattr(self, name) for name in ("noticed_on", "days", "takes_late")}
        self.keep("opt_out_window", fields)

    def _fill(self, window: OptOutWindow | None) -> None:
        self.takes_late.setChecked(window is None or window.takes_late)
        if window is not None:
            self.noticed_on.set_value(window.noticed_on)
            self.days.setText(str(window.calendar_days))

    @override
    def places(self) -> Mapping[str, FieldMessage]:
        return {"window_days": self.days_message, "window_noticed": self.noticed_on.message}

    @override
    def _save(self) -> None:
        desk, noticed_on = self._desk, self.noticed_on.value()
        if self.noticed_on.is_wrong():
            self.noticed_on.tell_fault()
        elif noticed_on is None:
            self.noticed_on.tell(self.tr("Type the day the notice went out."))
        else:
            window = OptOutWindow(
                noticed_on=noticed_on,
                calendar_days=read_count(self.days.text()) or 0,
                takes_late=self.takes_late.isChecked(),
            )
            self.attempt(lambda: set_window(desk.store, window, today=desk.today(), by=desk.sign()))
