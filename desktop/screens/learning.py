"""The drills: choose one, work it in the practice office, and see what was done in it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.drills import (
    Begun,
    begin_drill,
    learning_certificate,
    look_at_drill,
    request_of,
)
from desktop.errors import DeskError, ResourceError
from desktop.office import moment
from desktop.office.learning import Finished, finished_drills, note_finished
from desktop.paths import Home, program_folder, resources
from desktop.records.drills import Drill, Looked, load_drills, passed
from desktop.records.ids import RequestId
from desktop.records.names import clean_name
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.printing import ask_for_file, save_pdf
from desktop.screens.request_part import clear_layout
from desktop.screens.tables import Column, RowsModel
from desktop.screens.theme import set_look
from desktop.screens.tip_card import add_part, add_tip
from desktop.screens.widgets import StepRow

_LEAST_ROWS = 3


class LearningTab(QWidget):
    """Six cases to practise on. In the real office it shows who finished, and leads to practice.

    Signals:
        request_opened: the case of a drill is laid ready; carries its id.
        intake_wanted: a drill begins with logging a request.
        drill_changed: carries the title of the drill that is on; empty once it is finished.
    """

    says: QLabel
    notices: NoticeBar
    rows: FittedRows
    told_scroll: QScrollArea
    told: QVBoxLayout
    go_on: QPushButton
    begin: QPushButton
    practice: QPushButton
    look: QPushButton
    tour: QPushButton
    proof: QWidget
    who: QLineEdit
    finish: QPushButton
    certificate: QPushButton

    request_opened = Signal(object)  # RequestId
    intake_wanted = Signal()
    drill_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = desk.home if desk.practice else Home(folder=desk.home.practice_folder)
        self._begun: Begun | None = None
        self._looked: tuple[Looked, ...] = ()
        load_form(self, "learning")
        self._model: RowsModel[Drill] = RowsModel(self._columns(), parent=self)
        self.rows.setModel(self._model)
        self.setFocusProxy(self.rows)
        self._dress()
        self._connect()
        self._read()

    def _dress(self) -> None:
        practising = self._desk.practice
        self.begin.setVisible(practising)
        self.rows.give_way(_LEAST_ROWS)
        self.practice.setVisible(not practising)
        if not practising:
            self.who.setText(self._desk.person.name)
        self.says.setText(
            self.tr("Each drill is a case to work on these screens. The families are invented.")
            if practising
            else self.tr("The drills are worked in the practice office, where nothing is real.")
        )

    def _connect(self) -> None:
        self.rows.row_chosen.connect(self._show)
        self.rows.row_activated.connect(lambda _row: self._begin_or_go_on())
        self.go_on.clicked.connect(self._go_on)
        self.begin.clicked.connect(self._begin)
        self.practice.clicked.connect(self._open_practice)
        self.look.clicked.connect(self.look_now)
        self.finish.clicked.connect(self._finish)
        self.certificate.clicked.connect(self._ask_for_file)
        self.who.textEdited.connect(lambda _text: self._offer())

    def _columns(self) -> list[Column[Drill]]:
        words = self._desk.wording
        return [
            Column(title=self.tr("Drill"), text=lambda one: one.title, stretch=True),
            Column(
                title=self.tr("Time"),
                text=lambda one: words.text("learning.minutes", count=one.minutes),
                width=18,
                quiet=True,
            ),
            Column(title=self.tr("Finished by"), text=self._finished_by, width=24),
        ]

    def _finished_by(self, drill: Drill) -> str:
        return ", ".join(one.who for one in finished_drills(self._kept) if one.drill == drill.id)

    def _read(self) -> None:
        try:
            self._model.set_rows(load_drills(resources("guidance", "drills.toml")))
        except ResourceError as fault:
            self.notices.say_fault(fault)
        self.rows.choose_place(0)
        self._show(self.rows.current_row())

    # Working on a drill

    def _begin_or_go_on(self) -> None:
        if self._is_on():
            self._go_on()
        elif self._desk.practice:
            self._begin()

    def _is_on(self) -> bool:
        """Whether the chosen drill is the one that is being worked on."""
        return self._begun is not None and self.rows.current_row() == self._begun.drill

    def _go_on(self) -> None:
        """Back to the case as it was left; where it is not logged yet, to logging it."""
        if self._begun is None:
            return
        self.drill_changed.emit(self._begun.drill.title)
        self._lead_to(request_of(self._desk.store, self._begun))

    def _lead_to(self, request: RequestId | None) -> None:
        if request is None:
            self.intake_wanted.emit()
        else:
            self.request_opened.emit(request)

    def _begin(self) -> None:
        drill: Drill | None = self.rows.current_row()
        if drill is None:
            return
        desk = self._desk
        try:
            self._begun = begin_drill(
                desk.store, drill, law=desk.law, now=moment.now(), today=desk.today()
            )
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._looked = ()
        self.notices.clear()
        self._show(drill)
        self.drill_changed.emit(drill.title)
        self._lead_to(self._begun.request)

    def look_now(self) -> None:
        """Look at what was done in the drill that is on."""
        if self._begun is None:
            return
        self._looked = look_at_drill(self._desk.store, self._begun)
        self._choose(self._begun.drill)
        words = self._desk.wording
        if passed(self._looked):
            self.notices.say(words.text("learning.all_done"), Kind.SUCCESS)
        else:
            self.notices.say(words.text("learning.not_all"), Kind.INFO)
        announce(self, self.notices.sentence.text())

    def _finish(self) -> None:
        begun, who = self._begun, clean_name(self.who.text())
        if begun is None or not who or not passed(self._looked):
            return
        kept = note_finished(
            self._kept, Finished(drill=begun.drill.id, who=who, on=self._desk.today())
        )
        if not kept:
            self.notices.say(
                self.tr("It could not be written down. Look whether the disk is full."),
                Kind.WARNING,
            )
            return
        self._begun, self._looked = None, ()
        self.drill_changed.emit("")
        self._read_finished(begun.drill)
        self.notices.say(self.tr("It is noted that you finished."), Kind.SUCCESS)

    def _read_finished(self, drill: Drill) -> None:
        self._model.set_rows(self._model.rows)
        self._choose(drill)

    def _open_practice(self) -> None:
        """Start the practice office beside this one; it has its own window and its own file."""
        frozen = getattr(sys, "frozen", False)
        start = [] if frozen else ["-m", "desktop"]
        arguments = [*start, "--practice", "--home", str(self._desk.home.folder)]
        done, _ = QProcess.startDetached(sys.executable, arguments, str(program_folder()))
        if done:
            opens = self.tr(
                "The practice office opens in its own window; the first time takes some seconds."
                " The drills wait there under Library."
            )
            self.notices.say(opens, Kind.INFO)  # stays: the window may come after a while
        else:
            self.notices.say(self.tr("The practice office could not be started."), Kind.WARNING)

    # The certificate

    def _mine(self) -> list[tuple[str, Finished]]:
        titles = {one.id: one.title for one in self._model.rows}
        who = clean_name(self.who.text())
        return [
            (titles[one.drill], one)
            for one in finished_drills(self._kept)
            if one.who == who and one.drill in titles
        ]

    def _ask_for_file(self) -> None:
        title, name = self.tr("Save the certificate"), self.tr("certificate of practice.pdf")
        ask_for_file(title, self.tr("PDF (*.pdf)"), name, self, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the certificate of the person named as a PDF."""
        desk, mine = self._desk, self._mine()
        try:
            pdf = learning_certificate(
                desk.store,
                clean_name(self.who.text()),
                [(title, one.on) for title, one in mine],
                desk.wording,
                practice=desk.practice,
                today=desk.today(),
            )
            save_pdf(pdf, path)
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self.notices.say(self.tr("The certificate is saved."), Kind.SUCCESS)

    # What is shown

    def _choose(self, drill: Drill) -> None:
        self.rows.choose_place([one.id for one in self._model.rows].index(drill.id))
        self._show(drill)

    def _show(self, drill: Drill | None) -> None:
        clear_layout(self.told)
        self.told_scroll.verticalScrollBar().setValue(0)
        if drill is not None:
            self._tell(drill)
        self._offer()

    def _offer(self) -> None:
        """What can be done now: go on, begin, check; and once something is finished, prove it."""
        on, again = self._begun is not None, self._is_on()
        ready = on and bool(self._looked) and passed(self._looked)
        self.go_on.setVisible(again)
        self.look.setVisible(on)
        self.begin.setText(self.tr("&Begin it afresh") if again else self.tr("&Begin the drill"))
        set_look(self.begin, primary=not again)
        self.finish.setVisible(ready)
        self.finish.setEnabled(ready and bool(clean_name(self.who.text())))
        self.certificate.setEnabled(bool(self._mine()))
        self.proof.setVisible(ready or bool(finished_drills(self._kept)))

    def _tell(self, drill: Drill) -> None:
        begun = self._begun
        if begun is not None and begun.drill == drill and self._looked:
            self._tell_looked(self._looked)
        self._say(drill.title, "heading")
        for said in drill.story:
            self._say(said)
        self._say(self.tr("What to notice"), "small")
        for said in drill.notice:
            self._say(f"• {said}")

    def _tell_looked(self, looked: Sequence[Looked]) -> None:
        done = sum(one.holds for one in looked)
        self._say(self._desk.wording.text("learning.found", done=done, all=len(looked)), "small")
        for one in looked:
            row = StepRow()
            row.show_step(
                "check-circle" if one.holds else "circle",
                one.check.says if one.holds else self.tr("Not yet"),
                detail="" if one.holds else one.check.hint,
                tone="accent" if one.holds else "warning",
            )
            add_part(self.told, row)

    def _say(self, text: str, look: str = "") -> None:
        add_tip(self.told, text, look)
