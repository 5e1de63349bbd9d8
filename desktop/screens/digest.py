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
        self.figures: dict[Section, Figure] = {}
        self.show_lines(lines)

    def show_lines(self, lines: tuple[DigestLine, ...]) -> None:
        """Say what waits now; a list that was worked off goes, one that filled meanwhile comes."""
        left = {one.section for one in lines}
        for section, figure in self.figures.items():
            figure.setVisible(section in left)
        for line in lines:
            self._show_line(line)

    def _show_line(self, line: DigestLine) -> None:
        figure = self.figures.get(line.section) or self._figure(line.section)
        title = self._wording.text(f"agenda.title.{line.section}")
        if line.new:
            title = self._wording.text("digest.new", title=title, count=line.new)
        figure.set_title(title)
        figure.show_number(line.count, presses=line.section is Section.LATE)

    def _figure(self, section: Section) -> Figure:
        figure = self.figures[section] = Figure("")
        figure.setCheckable(False)
        figure.clicked.connect(partial(self.section_wanted.emit, section))
        layout = self.figures_row.layout()
        if layout is not None:
            layout.addWidget(figure)
        return figure
