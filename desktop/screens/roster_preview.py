"""What an import would do, before it does it: counts, students, and the rows that are faulty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTabWidget, QWidget

from desktop.actions.roster_file import RosterRead
from desktop.records.roster import RosterPlan, RosterStudent, RowFault
from desktop.records.roster_changes import RosterChanges, StudentUpdate
from desktop.screens.announce import announce
from desktop.screens.form import load_form
from desktop.screens.icon_label import IconLabel
from desktop.screens.tables import BlockModel, Column, RowsModel, RowsView
from desktop.screens.widgets import ElidedLabel
from desktop.wording.sentences import Wording

_STUDENTS, _FAULTS = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One student the import would enter or change. ``brings`` are parents, or changed fields."""

    place: int
    new: bool
    name: str
    grade: str
    number: str
    brings: str


class RosterPreview(QWidget):
    """Shows a roster that was read.

    Signals:
        leave_out_wanted: import without the faulty rows.
    """

    source: ElidedLabel
    fault_band: QFrame
    fault_icon: IconLabel
    fault_says: QLabel
    leave_out: QPushButton
    copy: QPushButton
    does: QLabel
    seen: QLabel
    lists: QTabWidget
    student_rows: RowsView
    fault_rows: RowsView
    fault_detail: QLabel

    leave_out_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        load_form(self, "roster_preview")
        self._students: BlockModel[PreviewRow] = BlockModel(
            self._student_columns(), self._rows_seen, lambda row: row.place, parent=self
        )
        self._rows = PreviewRows(None, wording)
        self._faults: RowsModel[RowFault] = RowsModel(self._fault_columns(), parent=self)
        self._dress()
        self.leave_out.clicked.connect(self.leave_out_wanted)
        self.copy.clicked.connect(self._copy)
        self.fault_rows.row_chosen.connect(self._tell_fault)

    def show_roster(self, read: RosterRead) -> None:
        """Show another roster, or the same without its faulty rows."""
        faults = read.plan.faults
        self.source.set_full_text(read.file)
        self._rows = PreviewRows(read, self._wording)
        self._students.set_ids(range(len(self._rows)))
        self._faults.set_rows(faults)
        self._show_band(read.plan)
        self.does.setText("\n".join(does_lines(read.found, self._wording)))
        self.seen.setText("\n".join(seen_lines(read.plan, self._wording)))
        self._name_tabs(len(faults))
        self.lists.setCurrentIndex(_FAULTS if faults else _STUDENTS)
        if faults:
            self.fault_rows.choose_place(0)

    def faults_text(self) -> str:
        """The faulty rows as a table to paste: file, line, column, what is wrong."""
        return "\n".join("\t".join(self._fault_cells(fault)) for fault in self._faults.rows)

    def _show_band(self, plan: RosterPlan) -> None:
        self.fault_band.setVisible(bool(plan.faults))
        self.leave_out.setVisible(plan.mendable)
        self.copy.setText(self._wording.text("roster.faults.copy"))
        rows = len({(fault.file, fault.line) for fault in plan.faults})
        code = "roster.faults.rows" if plan.mendable else "roster.faults.file"
        self.fault_says.setText(self._wording.text(code, rows=rows))

    def _name_tabs(self, faults: int) -> None:
        words = self._wording
        self.lists.setTabText(_STUDENTS, words.text("roster.tab.students"))
        self.lists.setTabText(_FAULTS, words.text("roster.tab.faults", count=faults))
        self.lists.setTabVisible(_FAULTS, bool(faults))

    def _tell_fault(self, fault: RowFault | None) -> None:
        place = self._wording.say(fault.place) if fault else ""
        says = self._wording.say(fault.says) if fault else ""
        self.fault_detail.setText(f"{place}: {says}" if fault else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.faults_text())
        self.copy.setText(self._wording.text("roster.faults.copied"))
        announce(self.copy, self.copy.text())

    # Columns

    def _rows_seen(self, places: Sequence[int]) -> list[PreviewRow]:
        return [self._rows.row(place) for place in places]

    def _student_columns(self) -> list[Column[PreviewRow]]:
        words = self._wording
        return [
            Column(
                title=self.tr("What"),
                text=lambda row: words.text(
                    "roster.preview.new" if row.new else "roster.preview.changed"
                ),
                width=9,
                quiet=True,
            ),
            Column(title=self.tr("Student"), text=lambda row: row.name, stretch=True),
            Column(title=self.tr("Grade"), text=lambda row: row.grade, width=6),
            Column(title=self.tr("Number"), text=lambda row: row.number, width=9),
            Column(
                title=self.tr("Parents, or what changes"), text=lambda row: row.brings, stretch=True
            ),
        ]

    def _fault_columns(self) -> list[Column[RowFault]]:
        cells = self._fault_cells
        return [
            Column(title=self.tr("File"), text=lambda row: cells(row)[0], width=16, quiet=True),
            Column(title=self.tr("Line"), text=lambda row: cells(row)[1], width=6),
            Column(title=self.tr("Column"), text=lambda row: cells(row)[2], width=16),
            Column(title=self.tr("What is wrong"), text=lambda row: cells(row)[3], stretch=True),
        ]

    def _fault_cells(self, fault: RowFault) -> tuple[str, str, str, str]:
        line = str(fault.line) if fault.line else ""
        return fault.file, line, fault.column, self._wording.say(fault.says)

    def _dress(self) -> None:
        self.fault_icon.show_icon("alert", "danger")
        self.fault_detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.student_rows.setModel(self._students)
        self.fault_rows.setModel(self._faults)
        self.student_rows.set_empty("check-circle", self._wording.text("roster.change.nothing"))


class PreviewRows:
    """The students an import would enter or change, the new ones first, put in words as seen."""

    def __init__(self, read: RosterRead | None, wording: Wording) -> None:
        self._wording = wording
        self._new = read.found.new if read else ()
        self._updated = read.found.updated if read else ()
        self._parents: dict[str, list[str]] = defaultdict(list)
        names = {one.roster_key: one.name for one in read.plan.guardians} if read else {}
        for link in read.plan.links if read else ():
            if link.guardian in names:
                self._parents[link.student].append(names[link.guardian])

    def __len__(self) -> int:
        return len(self._new) + len(self._updated)

    def row(self, place: int) -> PreviewRow:
        """The row at ``place``, from 0."""
        if place < len(self._new):
            return self._entered(place, self._new[place])
        return self._changed(place, self._updated[place - len(self._new)])

    def _entered(self, place: int, one: RosterStudent) -> PreviewRow:
        given = f"{one.given} {one.middle}".strip()
        return PreviewRow(
            place=place,
            new=True,
            name=", ".join(filter(None, (one.family, given))),
            grade=one.grade,
            number=one.local_number,
            brings=", ".join(self._parents.get(one.roster_key, ())),
        )

    def _changed(self, place: int, one: StudentUpdate) -> PreviewRow:
        return PreviewRow(
            place=place,
            new=False,
            name=one.after.listed_name(),
            grade=one.after.grade,
            number=one.after.local_number,
            brings=", ".join(self._wording.text(f"roster.kept.{name}") for name in one.fields),
        )


def does_lines(found: RosterChanges, wording: Wording) -> Iterator[str]:
    """What an import would do, one sentence a line."""
    counts = {
        "new": len(found.new),
        "updated": len(found.updated),
        "unchanged": found.unchanged,
        "new_guardians": len(found.new_guardians),
        "updated_guardians": len(found.updated_guardians),
        "missing_from_file": found.missing_from_file,
        "same_name": len(found.same_name),
    }
    for name, count in counts.items():
        if count:
            line = wording.text(f"roster.change.{name}", count=count)
            yield f"{line}: {_fields_said(found, wording)}" if name == "updated" else line
    if not changes_anything(found):
        yield wording.text("roster.change.nothing")


def changes_anything(found: RosterChanges) -> bool:
    """Whether an import would write something."""
    people = found.new_guardians or found.updated_guardians or found.links
    return bool(found.new or found.updated or people)


def _fields_said(found: RosterChanges, wording: Wording) -> str:
    told = Counter(name for one in found.updated for name in one.fields)
    return ", ".join(
        f"{wording.text(f'roster.kept.{name}')} ({count})" for name, count in told.most_common()
    )


def seen_lines(plan: RosterPlan, wording: Wording) -> Iterator[str]:
    """What was seen in the file, one sentence a line."""
    counts = plan.counts
    yield wording.text("roster.seen.rows", count=counts.rows)
    yield wording.text(
        "roster.seen.students", count=len(plan.students), guardians=len(plan.guardians)
    )
    for name in (
        "other_people", "same_rows", "unlinked_guardians", "unknown_guardians",
        "unread_languages", "left_out_rows",
    ):  # fmt: skip
        count = getattr(counts, name)
        if count:
            yield wording.text(f"roster.seen.{name}", count=count)
    if not plan.complete:
        yield wording.text("roster.seen.delta")
