"""My own signature: choose its picture, or take it off the letters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget

from desktop.actions.signature import set_my_signature
from desktop.errors import DeskError
from desktop.office.picture import read_picture
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.theme import theme
from desktop.store import queries

_WIDTH, _HEIGHT = 340, 80  # pixels at normal text: twice its size on paper


class SignatureDialog(QDialog):
    """What letters print above the name of whoever is signed in.

    Signals:
        saved: the signature is kept, or gone; carries a sentence about it.
    """

    notices: NoticeBar
    picture: QLabel
    choose: QPushButton
    remove: QPushButton
    message: FieldMessage
    cancel: QPushButton
    save: QPushButton

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._signature = b""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "signature_dialog")
        self.message.attach(self.choose)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._show(b""))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self._show(queries.signature(desk.store, desk.person.id))

    def take(self, file: Path) -> jobs.Job:
        """Read a picture from disk, beside the window; a faulty one is told beside the button."""
        return jobs.run(
            lambda _progress, _cancelled: read_picture(file, "signature"),
            owner=self,
            on_done=self._show,
            on_failed=lambda fault: self.message.tell(fault.sentence()),
        )

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a picture of your signature"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, signature: bytes) -> None:
        self._signature = signature
        self.message.clear()
        self.remove.setVisible(bool(signature))
        drawn = QPixmap()
        if signature and drawn.loadFromData(signature):
            self.picture.setPixmap(self._fitted(drawn))
        else:
            self.picture.setText(self.tr("None yet: letters leave room to sign by hand."))

    def _fitted(self, drawn: QPixmap) -> QPixmap:
        """On white, as on paper, whatever the window's colours."""
        ratio, sizes = self.devicePixelRatioF(), theme().sizes
        fitted = drawn.scaled(
            round(sizes.px(_WIDTH) * ratio),
            round(sizes.px(_HEIGHT) * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return _on_white(fitted, ratio)

    def _save(self) -> None:
        self.notices.clear()
        desk, given = self._desk, bool(self._signature)
        try:
            changes = set_my_signature(desk.store, self._signature, by=desk.sign())
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        desk.did(changes)
        self.saved.emit(
            self.tr("Letters that name you carry your signature from now on.")
            if given
            else self.tr("Letters leave room for you to sign by hand.")
        )
        self.accept()


def _on_white(drawn: QPixmap, ratio: float) -> QPixmap:
    paper = QPixmap(drawn.size())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    paper.setDevicePixelRatio(ratio)
    return paper
