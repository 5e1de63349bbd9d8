"""Settings: the limits that apply here, read only, and the data files that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.errors import DeskError, ResourceError
from desktop.records.office_policy import TIGHTER, PolicyKind, choices, latest
from desktop.records.rules import FEDERAL, Confidence, Reading, Rule, RuleBook
from desktop.records.working_out import extension_known
from desktop.screens import jobs
from desktop.screens.announce import announce
from desktop.screens.desk import Desk
from desktop.screens.fitted_rows import FittedRows
from desktop.screens.form import load_form
from desktop.screens.moved import MovedList, MovedRow
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.request_part import clear_layout
from desktop.screens.request_view import capital
from desktop.screens.settings_rule import RuleDialog
from desktop.screens.tables import Column, RowsModel
from desktop.screens.theme import set_look
from desktop.screens.widgets import KeyValues
from desktop.store.policy import decisions
from desktop.wording.dates import long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """One limit, or a law found without one, or the office's promise (neither is set)."""

    title: str
    days: str
    use: str
    citation: str
    entry: Rule | Reading | None = None


class RulesTab(QWidget):
    """Federal law, then the state's, in the order of the books; the chosen one below in full."""

    faults_frame: QFrame
    faults_says: QLabel
    intro: QLabel
    rules: FittedRows
    detail_scroll: QScrollArea
    rule_title: QLabel
    facts: KeyValues
    copy_source: QPushButton
    decide: QHBoxLayout
    add_rule: QPushButton
    notices: NoticeBar
    moved: MovedList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked = False
        load_form(self, "settings_rules")
        self._model = RowsModel(self._columns(), parent=self)
        self.rules.setModel(self._model)
        self.setFocusProxy(self.rules)
        self.rules.row_chosen.connect(self._show_rule)
        self.copy_source.clicked.connect(self._copy)
        self.add_rule.clicked.connect(lambda: self.open_decision(PolicyKind.ADDED, None))
        desk.changed.connect(self._office_changed)
        self._show_faults(desk.faults)
        self.refresh()

    def _columns(self) -> list[Column[LimitRow]]:
        return [
            Column(title=self.tr("Limit"), text=lambda row: row.title, stretch=True),
            Column(title=self.tr("Days"), text=lambda row: row.days, width=16),
            Column(title=self.tr("Use"), text=lambda row: row.use, width=16),
            Column(title=self.tr("Citation"), text=lambda row: row.citation, width=22, quiet=True),
        ]

    def refresh(self) -> None:
        """Read the limits of the school's state again."""
        self._model.set_rows(self._rows())
        self.intro.setText(self._intro())
        self.rules.choose_place(0)

    def _intro(self) -> str:
        return self.tr(
            "A starting table, not legal advice. The earliest date drives; the others stay visible"
            " on each request. Your office can make a date earlier, correct a state's number or"
            " add a limit of its own, with the reason; federal law always stays."
        )

    def _rows(self) -> Iterator[LimitRow]:
        for book in self._books():
            for rule in book.rule:
                yield LimitRow(
                    title=rule.title,
                    days=self._say(f"rule.days.{rule.counting}", days=rule.days),
                    use=self._say(f"rule.use.{rule.use}"),
                    citation=rule.citation,
                    entry=rule,
                )
            for reading in book.for_reading:
                yield LimitRow(
                    title=reading.title,
                    days="",
                    use=self._say("rule.use.reading"),
                    citation=reading.citation,
                    entry=reading,
                )
        yield from self._promise()

    def _books(self) -> Iterator[RuleBook]:
        for state in (FEDERAL, self._desk.school.state):
            try:
                yield self._desk.books.book(state)
            except DeskError:
                continue  # it is told among the faults
        if self._desk.books.local is not None:
            yield self._desk.books.local

    def _promise(self) -> Iterator[LimitRow]:
        days = self._desk.school.promise_calendar_days
        if days:
            yield LimitRow(
                title=self._say("clock.promise.title"),
                days=self._say("rule.days.calendar", days=days),
                use=self._say("rule.use.promise"),
                citation="",
            )

    def _say(self, code: str, **values: int) -> str:
        return self._desk.wording.text(code, **values)

    # What the office decides

    def open_decision(self, kind: PolicyKind, rule: Rule | None) -> RuleDialog:
        """Decide about a rule, or add one of our own."""
        dialog = RuleDialog(self._desk, kind, rule, self.window())
        dialog.decided.connect(self._tell_moved)
        dialog.open()
        return dialog

    def choose_rule(self, rule: str) -> None:
        """Put the keyboard on the row of one rule; nothing happens where it is not listed."""
        ids = [row.entry.id if row.entry else "" for row in self._model.rows]
        if rule in ids:
            self.rules.choose_place(ids.index(rule))
            self.rules.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_moved(self, moved: Sequence[MovedRow]) -> None:
        self.moved.show_moved(moved, self._desk.today())
        if not moved:
            self.notices.say(self.tr("Saved. No date of an open request moved."), Kind.SUCCESS)

    def _offer_decisions(self, rule: Rule | None) -> None:
        clear_layout(self.decide)
        if rule is None:
            return
        shipped = rule.id.removesuffix(TIGHTER)
        decided = shipped in latest(decisions(self._desk.store))
        for kind in choices(rule, decided=decided):
            button = QPushButton(self._desk.wording.text(f"policy.choice.{kind}"))
            set_look(button, quiet=True)
            button.clicked.connect(lambda _=False, one=kind: self._decide(one, shipped))
            self.decide.addWidget(button)
        self.decide.addStretch(1)

    def _decide(self, kind: PolicyKind, shipped: str) -> None:
        rows = (row.entry for row in self._model.rows)
        rule = next(one for one in rows if isinstance(one, Rule) and one.id == shipped)
        self.open_decision(kind, rule)

    # The chosen one

    def _show_rule(self, row: LimitRow | None) -> None:
        entry = row.entry if row else None
        self.detail_scroll.setVisible(row is not None)
        self.copy_source.setVisible(entry is not None)
        self.rule_title.setText(row.title if row else "")
        self._offer_decisions(entry if isinstance(entry, Rule) else None)
        match entry:
            case Rule():
                self.facts.show_facts([*self._limit_facts(entry), *self._source_facts(entry)])
            case Reading():
                self.facts.show_facts([*self._source_facts(entry)])
            case None:
                self.facts.show_facts([(self.tr("Days"), row.days if row else "")])
        self.detail_scroll.verticalScrollBar().setValue(0)

    def _limit_facts(self, rule: Rule) -> Iterator[tuple[str, str]]:
        yield self.tr("Decided here"), rule.office
        yield self.tr("Days"), self._say(f"rule.days.{rule.counting}", days=rule.days)
        yield self.tr("Counted from"), self._say(f"rule.counted_from.{rule.counted_from}")
        yield self.tr("For"), self._say(f"rule.students.{rule.students}")
        yield self.tr("Covers"), ", ".join(self._say(f"rule.covers.{one}") for one in rule.covers)
        yield self.tr("Spoken requests"), self._say(f"rule.oral_counts.{rule.oral_counts}")
        yield self.tr("Meetings"), ". ".join(self._meetings(rule))
        yield self.tr("Extension"), self._desk.wording.say(extension_known(rule))
        yield self.tr("Kind of day"), capital(rule.counting_basis)

    def _meetings(self, rule: Rule) -> Iterator[str]:
        """The events that set or move its date."""
        yield from (self._say(f"rule.before.{one}") for one in rule.before)
        yield from (self._say(f"rule.by.{one}") for one in rule.by)
        if rule.ahead_of is not None:
            yield self._say(f"rule.ahead_of.{rule.ahead_of}")

    def _source_facts(self, entry: Rule | Reading) -> Iterator[tuple[str, str]]:
        confidence = Confidence(entry.confidence).name.lower()
        yield self.tr("Citation"), entry.citation
        yield self.tr("Source"), _breakable(entry.source)
        yield self.tr("Kind of source"), entry.source_kind
        yield self.tr("How sure"), self._say(f"rule.confidence.{confidence}")
        yield self.tr("Reviewed on"), long_date(entry.reviewed_on)
        yield self.tr("Form of request"), entry.request_form
        yield self.tr("Copies"), entry.copy_fee
        yield self.tr("Amendment"), entry.amendment
        yield self.tr("To know"), entry.note

    def _copy(self) -> None:
        row = self.rules.current_row()
        if row and row.entry:
            QGuiApplication.clipboard().setText(row.entry.source)
            announce(self.copy_source, self.tr("Source copied"))

    # Faults

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            desk = self._desk
            jobs.run(
                lambda _progress, _cancelled: (
                    *desk.guidance.faults,
                    *desk.shipped_templates.faults,
                ),
                owner=self,
                on_done=lambda more: self._show_faults((*desk.faults, *more)),
            )

    def _show_faults(self, faults: Iterable[ResourceError]) -> None:
        lines = [fault.message for fault in faults]
        if lines:
            lines.append(
                self.tr("Put the shipped files back or correct those lines; everything else works.")
            )
        self.faults_says.setText("\n".join(lines))
        self.faults_frame.setVisible(bool(lines))

    def _office_changed(self, changes: Changes) -> None:
        if Touched.OFFICE in changes.kinds:
            place = max(self.rules.currentIndex().row(), 0)
            self.refresh()
            self.rules.choose_place(min(place, len(self._model.rows) - 1))


def _breakable(address: str) -> str:
    """A place to break the line after each slash; it is not part of what is copied."""
    return address.replace("/", "/\u200b")
