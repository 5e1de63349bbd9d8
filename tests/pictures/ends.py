"""Small dialogs that end or lengthen something: more time, a consent taken back, a notice first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from desktop.screens.register_end import RevokeDialog, TellDialog
from desktop.store import consents
from tests.desks import a_desk
from tests.offices import TODAY, an_office
from tests.pictures import picture
from tests.pictures.registers import MIA, _desk
from tests.pictures.request import WithGuidance, opened


def _extending() -> tuple[WithGuidance, QWidget]:
    office = an_office(Path(mkdtemp()) / "home", state="IL")
    request = office.log(received_on=date(2026, 10, 1)).request
    shown = WithGuidance(a_desk(office, TODAY), request)
    return shown, shown.page.acts.open_extend()


@picture("request-extend", (480, 420))
def extend() -> QWidget:
    shown, dialog = _extending()
    return opened(dialog, shown)


@picture("request-extend-too-long", (480, 420))
def extend_too_long() -> QWidget:
    shown, dialog = _extending()
    dialog.days.setText("9")
    return opened(dialog, shown)


@picture("consent-revoke", (460, 220))
def revoke() -> QWidget:
    desk = _desk()
    return RevokeDialog(desk, consents.consents_of(desk.store, MIA.id)[0])


@picture("old-files-tell", (460, 260))
def tell() -> QWidget:
    dialog = TellDialog(_desk())
    dialog.save.click()
    return dialog
