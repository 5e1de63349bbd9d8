"""The digest: once a day at the sign-in, what waits and what of it is new since the last one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.records.agenda import Section
from desktop.records.digest import DigestLine
from desktop.screens.figure import Figure
from desktop.screens.flow import FlowRow
from desktop.screens.form import load_form
from desktop.screens.theme import set_look
from desktop.wording.sentences import Wording


class DigestPanel(QFrame):
    """Stands above the page, takes no keyboard and waits for nobody; a number opens its list.

    Signals:
        section_wanted: a number was pressed; carries its ``Section``.
        put_away: it shall not come again today.
    """

    heading: QLabel
    put: QPushButton
    figures_row: FlowRow

    section_wanted = Signal(object)
    put_away = Signal()

    def __init__(
        self,
        heading: str,
        lines: tuple[DigestLine, ...],
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        load_form(self, "digest")
        set_look(self, look="notice")
        self.heading.setText(heading)
        self.put.clicked.connect(self.put_away)
        self.figures = {one.section: self._figure(one) for one in lines}
        layout = self.figures_row.layout()
        if layout is not None:
            for figure in self.figures.values():
                layout.addWidget(figure)

    def _figure(self, line: DigestLine) -> Figure:
        title = self._wording.text(f"agenda.title.{line.section}")
        if line.new:
            title = self._wording.text("digest.new", title=title, count=line.new)
        figure = Figure(title)
        figure.setCheckable(False)
        figure.show_number(line.count, presses=line.section is Section.LATE)
        figure.clicked.connect(partial(self.section_wanted.emit, line.section))
        return figure
