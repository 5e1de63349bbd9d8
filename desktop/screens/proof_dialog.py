"""One letter as it prints, with sample values: a look before a wording is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.letters.page import Page, draw
from desktop.screens import jobs
from desktop.screens.form import load_form
from desktop.screens.letter_preview import LetterPreview
from desktop.screens.notices import NoticeBar
from desktop.screens.room import room_for
from desktop.screens.theme import theme

_SIZE = (760, 860)


class ProofDialog(QDialog):
    """Draws what ``page`` gives beside the window and shows it; nothing is kept."""

    notices: NoticeBar
    says: QLabel
    preview_holder: QVBoxLayout
    close_button: QPushButton

    def __init__(self, title: str, page: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        load_form(self, "proof")
        self.setWindowTitle(title)
        self.preview = LetterPreview(self)
        self.preview_holder.addWidget(self.preview)
        self.close_button.clicked.connect(self.reject)
        room = room_for(self)
        wide, high = (theme().sizes.px(side) for side in _SIZE)
        self.resize(min(wide, room.width()), min(high, room.height()))
        jobs.run(
            lambda _progress, _cancelled: draw(page()),
            owner=self,
            on_done=self.preview.show_pdf,
            on_failed=self.notices.say_fault,
        )
