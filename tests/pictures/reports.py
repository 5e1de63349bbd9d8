"""The reports of the practice office."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop.screens.reports import JOURNAL, ReportsPage
from tests.pictures import picture
from tests.pictures.practice import practice_desk


class _Reports(ReportsPage):
    def __init__(self, code: str) -> None:
        super().__init__(practice_desk())
        self.which.setCurrentIndex(self.which.findData(code))

    def prepare_picture(self) -> None:
        shown: list[bool] = []
        self.made.connect(lambda: shown.append(True))
        self.refresh()
        while not shown:
            QApplication.processEvents()  # what the job makes is shown


@picture("reports-month", (1000, 1100))
def month() -> QWidget:
    return _Reports("monthly")


@picture("reports-year", (1000, 1100))
def year() -> QWidget:
    return _Reports("annual")


@picture("reports-journal", (1000, 600))
def journal() -> QWidget:
    return _Reports(JOURNAL)


@picture("reports-exports", (1000, 500))
def exports() -> QWidget:
    return _Reports("exports")
