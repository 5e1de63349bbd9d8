"""The three questions to somebody who is no parent on paper, and what each answer carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desktop.errors import DeskError
from desktop.records.care import Care, Question, carried, questions
from desktop.records.ids import PartyId, StudentId
from desktop.records.party import Relationship
from desktop.screens.choice_box import ChoiceBox
from desktop.screens.date_field import DateField
from desktop.screens.request_part import plain_label
from desktop.screens.theme import set_look, theme
from desktop.screens.typed_date import Lean
from desktop.wording.sentences import Wording

YES, NO = "yes", "no"
_ABOUT_THE_PAPER = frozenset({"care_paper_missing", "care_paper_long"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCare:
    """What stands in the fields; the day is text, as read or, where it cannot be read, as typed."""

    lives_with: str = ""
    parent_absent: str = ""
    paper: str = ""
    until: str = ""
    idea_parent: bool = False


def typed_care(care: Care | None) -> TypedCare:
    """The fields filled from what was told before; empty where nobody asked."""
    if care is None:
        return TypedCare()
    return TypedCare(
        lives_with=YES if care.lives_with else NO,
        parent_absent=YES if care.parent_absent else NO,
        paper=care.paper,
        until=care.paper_until_on.isoformat() if care.paper_until_on else "",
        idea_parent=care.idea_parent,
    )


class CareFields(QFrame):
    """Shows the questions that belong to a relationship, and nothing where none does.

    It must be told the words and what today is before anything is asked.

    Signals:
        changed: something was answered or typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording: Wording | None = None
        self._today = date.min
        self._relationship: Relationship | None = None
        set_look(self, look="well")
        self.lives_with, self.parent_absent = ChoiceBox(), ChoiceBox()
        self.paper, self.until = QLineEdit(), DateField()
        self.idea_parent = QCheckBox()
        self.carried = plain_label("small")
        self._labels = {one: plain_label() for one in Question}
        self._until_label = QLabel(self.tr("&Last day, if it has one"))
        self._until_label.setBuddy(self.until)
        self._lay_out()
        self._connect()
        self._fit()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        fields = (self.lives_with, self.parent_absent, self.paper)
        for row, (question, field) in enumerate(zip(Question, fields, strict=True)):
            self._labels[question].setBuddy(field)
            grid.addWidget(self._labels[question], row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._until_label, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.until, 3, 1)
        grid.addWidget(self.idea_parent, 4, 0, 1, 2)
        grid.addWidget(self.carried, 5, 0, 1, 2)

    def _fit(self) -> None:
        """The label of the day stands beside its field, not between that and what is said below."""
        self._until_label.setMinimumHeight(self.until.entry.sizeHint().height())

    def _connect(self) -> None:
        theme().changed.connect(self._fit)
        for box in (self.lives_with, self.parent_absent):
            box.currentIndexChanged.connect(self._answered)
        self.paper.textEdited.connect(self._answered)
        self.until.changed.connect(self._answered)
        self.until.entry.textEdited.connect(self._answered)
        self.idea_parent.toggled.connect(self._answered)

    def set_words(self, wording: Wording, today: date) -> None:
        """The words of the questions, and what "today" means for the paper's last day."""
        self._wording, self._today = wording, today
        for question, label in self._labels.items():
            label.setText(wording.text(f"care.question.{question}"))
        self.idea_parent.setText(wording.text("care.idea_parent"))
        self.paper.setPlaceholderText(wording.text("care.paper.examples"))
        self.until.set_today(today, Lean.FUTURE)
        for box, question in (
            (self.lives_with, Question.LIVES_WITH),
            (self.parent_absent, Question.PARENT_ABSENT),
        ):
            box.setAccessibleName(self._labels[question].text())
            box.setPlaceholderText(self.tr("Ask"))
            for answer in (YES, NO):
                box.addItem(wording.text(f"care.answer.{answer}"), answer)
            box.setCurrentIndex(-1)

    def ask(self, relationship: Relationship | None, *, idea: bool) -> None:
        """Show the questions for somebody who stands so to the student; hide them for others."""
        asked = questions(relationship) if relationship else ()
        self._relationship = relationship
        self.setVisible(bool(asked))
        for question, fields in self._fields().items():
            for field in (self._labels[question], *fields):
                field.setVisible(question in asked)
        self.idea_parent.setVisible(idea and Question.LIVES_WITH in asked)
        self._show_carried()

    def _fields(self) -> dict[Question, tuple[QWidget, ...]]:
        return {
            Question.LIVES_WITH: (self.lives_with,),
            Question.PARENT_ABSENT: (self.parent_absent,),
            Question.PAPER: (self.paper, self._until_label, self.until),
        }

    def places(self) -> tuple[QWidget, ...]:
        """Where the keyboard goes, in order."""
        return (
            self.lives_with, self.parent_absent, self.paper, self.until.entry, self.idea_parent
        )  # fmt: skip

    def entrance(self) -> QWidget:
        """Where the keyboard goes: the first question not answered, else the first one."""
        shown = [box for box in (self.lives_with, self.parent_absent) if not box.isHidden()]
        unanswered = (box for box in shown if box.currentIndex() < 0)
        return next(unanswered, shown[0] if shown else self.paper)

    def unreadable(self) -> DateField | None:
        """The last day, when what is typed there is no date."""
        return self.until if not self.isHidden() and self.until.is_wrong() else None

    def typed(self) -> TypedCare:
        """What stands in the fields."""
        until = self.until.value()
        return TypedCare(
            lives_with=self.lives_with.currentData() or "",
            parent_absent=self.parent_absent.currentData() or "",
            paper=self.paper.text(),
            until=until.isoformat() if until else self.until.entry.text(),
            idea_parent=self.idea_parent.isChecked(),
        )

    def put(self, typed: TypedCare) -> None:
        """Put back what ``typed`` gave, without telling that it was changed."""
        self.blockSignals(True)
        for box, answer in (
            (self.lives_with, typed.lives_with),
            (self.parent_absent, typed.parent_absent),
        ):
            box.setCurrentIndex(box.findData(answer))
        self.paper.setText(typed.paper)
        self.paper.setCursorPosition(0)  # a long one is read from its beginning
        self.until.entry.setText(typed.until)
        self.until.entry.textEdited.emit(typed.until)
        if self.until.value() is not None:
            self.until.set_value(self.until.value())
        self.idea_parent.setChecked(typed.idea_parent)
        self.blockSignals(False)
        self._show_carried()

    def care(self, student: StudentId, party: PartyId) -> Care | None:
        """The answers; None while a question that is asked has none."""
        asked = questions(self._relationship) if self._relationship else ()
        if not asked or not self._complete(asked):
            return None
        return Care(
            student=student,
            party=party,
            lives_with=self.lives_with.currentData() == YES,
            parent_absent=self.parent_absent.currentData() == YES,
            paper=self.paper.text().strip(),
            paper_until_on=self.until.value(),
            idea_parent=self.idea_parent.isChecked(),
            told_on=self._today,
        )

    def told(self, fault: DeskError) -> bool:
        """Say a refusal below the field it is about; False where it is about none of these."""
        if fault.code not in _ABOUT_THE_PAPER or self.isHidden():
            return False
        self.until.tell(fault.sentence())
        return True

    def _complete(self, asked: tuple[Question, ...]) -> bool:
        if Question.LIVES_WITH not in asked:
            return bool(self.paper.text().strip())
        return self.lives_with.currentIndex() >= 0 and self.parent_absent.currentIndex() >= 0

    def _answered(self) -> None:
        self._show_carried()
        self.changed.emit()

    def _show_carried(self) -> None:
        """Say of each answer what it does, so that all see which one carried the verdict."""
        told = self.care(StudentId(0), PartyId(0))
        if told is None or self._relationship is None or self._wording is None:
            self.carried.hide()
            return
        said = carried(self._relationship, told, self._today)
        self.carried.setText("\n".join(self._wording.say(one) for one in said))
        self.carried.show()
