"""The vault's screens: the recovery code, getting back in, the sheet over a page, what is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from desktop.actions.backing_up import Upkeep, back_up, safety
from desktop.actions.salvaging import Rescue, save_beside, told_on_paper
from desktop.actions.signing_in import look_at_office
from desktop.actions.vault_key import recovery_page
from desktop.errors import DeskError
from desktop.office.settings import WindowSettings
from desktop.records.backups import Why
from desktop.screens.recover_dialog import RecoverDialog
from desktop.screens.recovery_code import RecoveryCodeDialog
from desktop.screens.restore_dialog import RestoreDialog
from desktop.screens.salvage_dialog import SalvageDialog
from desktop.screens.window import DeskWindow
from tests.desks import a_desk
from tests.offices import AT, CODE, Office, a_school, an_office, the_wording
from tests.pictures import picture
from tests.pictures.practice import practice_desk


@picture("vault-new-code", (640, 560))
def new_code() -> QWidget:
    dialog = RecoveryCodeDialog(a_desk(an_office(Path(mkdtemp()) / "home")))
    dialog.form.print_says.setText("No printer is set up on this computer. Copy the code by hand.")
    return dialog


@picture("vault-recover", (560, 560))
def recover() -> QWidget:
    office = an_office(Path(mkdtemp()) / "home")
    dialog = RecoverDialog(office.home, look_at_office(office.home))
    dialog.code.setText(CODE[:-3])
    dialog._refuse(
        DeskError(
            "recovery_code",
            "A recovery code has 8 groups of 4 characters.",
            "Type all of them as they stand on the printed page.",
        )
    )
    return dialog


@picture("vault-restore", (560, 620))
def restore() -> QWidget:
    office = an_office(Path(mkdtemp()) / "home")
    back_up(office.home, office.opened.keys, Why.CHANGED, at=AT)
    dialog = RestoreDialog(office.home)
    dialog._refuse(
        DeskError("wrong_passphrase", "That passphrase does not open the file.", "Try again.")
    )
    return dialog


@picture("vault-restore-nothing", (560, 560))
def restore_nothing() -> QWidget:
    return RestoreDialog(an_office(Path(mkdtemp()) / "home").home)


def _rescued(*, whole: bool) -> SalvageDialog:
    office = an_office(Path(mkdtemp()) / "home")
    office.log()
    office.store.close()
    dialog = SalvageDialog(office.home)
    if whole:
        dialog._saved(_rescue(office))
    return dialog


def _rescue(office: Office) -> Rescue:
    rescue = save_beside(office.home, office.opened.person.id, office.opened.keys, at=AT)
    saved = replace(rescue.saved, bad_pages=2, missing=["12-15", "40"], gaps={"request": 1})
    return replace(rescue, saved=saved)


@picture("vault-salvage", (560, 480))
def salvage_begins() -> QWidget:
    return _rescued(whole=False)


@picture("vault-salvage-told", (620, 560))
def salvage_told() -> QWidget:
    return _rescued(whole=True)


@picture("vault-copies-light")
def copies_light() -> QWidget:
    """The strip once the copies were looked at."""
    office = an_office(Path(mkdtemp()) / "home")
    office.log()
    desk = a_desk(office)
    window = DeskWindow(desk, WindowSettings())

    def look() -> None:
        _watches(window)
        desk.keeper.upkeep = Upkeep(safety=safety(office.store, office.home, desk.keys))
        desk.keeper.looked.emit()

    window.prepare_picture = look
    return window


def _watches(window: DeskWindow) -> None:
    """Wait until it does: after its first paint, and when the law is read beside it."""
    for _ in range(600):
        if window.care is not None:
            return
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    raise AssertionError("the window does not watch its copies after six seconds")


@picture("vault-sheet")
def sheet() -> QWidget:
    window = DeskWindow(practice_desk(), WindowSettings())
    window.prepare_picture = window.privacy.turn
    return window


@picture("vault-salvage-page")
def salvage_page() -> bytes:
    office = an_office(Path(mkdtemp()) / "home")
    office.log()
    office.store.close()
    return told_on_paper(_rescue(office), the_wording(), on=AT.date())


@picture("vault-recovery-page")
def page() -> bytes:
    return recovery_page(a_school(), CODE, the_wording(), on=AT.date())
