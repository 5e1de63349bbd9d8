"""Every part the screens are built from, in every state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.office.guidance import load_guidance
from desktop.records.due import DueState, Urgency, due_state
from desktop.records.person import Role
from desktop.screens.date_field import DateField
from desktop.screens.due import Due, DueBadge, DueDelegate, due_said
from desktop.screens.guidance import GuidancePanel
from desktop.screens.icons import set_icon
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.tables import Column, RowsModel, RowsView
from desktop.screens.theme import set_look
from desktop.screens.type_ahead import Suggestion, TypeAhead
from desktop.screens.widgets import (
    Card,
    ElidedLabel,
    KeyValues,
    SearchField,
    SectionHeader,
    StepRow,
)
from desktop.wording.sentences import load_wording
from tests.pictures import picture

TODAY = date(2026, 9, 14)


@dataclass(frozen=True, slots=True)
class Line:
    number: str
    student: str
    asker: str
    step: str
    due: Due


def state(days: int, waiting: bool) -> DueState:
    due_on = TODAY + timedelta(days=days)
    return due_state(
        due_on=due_on, work_by=due_on, today=TODAY, soon_calendar_days=10, waiting=waiting
    )


def lines() -> list[Line]:
    wording = load_wording()
    facts = [
        ("Mia Alvarez", "Roberto Alvarez, father", "Check who is asking", -3, False),
        ("Nguyễn Thị Ánh", "Nguyễn Văn Hùng, father", "Print the receipt", 0, False),
        ("Jordan <b>Lee</b>", "Dana Lee, mother", "Set a visit", 1, False),
        ("محمد الخطيب", "Layla al-Khatib, mother", "Search the records", 8, False),
        ("Søren O'Malley", "Ms. Ortiz for Kids in Care", "Ask what is meant", 12, True),
        ("Αλεξάνδρα Παπαδοπούλου", "Nikos Papadopoulos, guardian", "Search the records", 22, False),
        ("Zoë Washington", "Zoë Washington, student", "Close the file", 41, False),
    ]
    closed = Line(
        "2026-0021",
        "Amir Cohen",
        "Ruth Cohen, mother",
        "",
        due_said(DueState(urgency=Urgency.CLOSED, days=0), wording),
    )
    return [
        Line(f"2026-00{31 - place}", *fact[:3], due_said(state(fact[3], fact[4]), wording))
        for place, fact in enumerate(facts)
    ] + [closed]


def columns() -> list[Column[Line]]:
    return [
        Column(title="Due", text=lambda one: one.due.words, item=lambda one: one.due, sort="due",
               delegate=DueDelegate, width=21),
        Column(title="Student", text=lambda one: one.student, sort="student", width=22),
        Column(title="Who asks", text=lambda one: one.asker, stretch=True),
        Column(title="Next step", text=lambda one: one.step, width=20),
        Column(title="Number", text=lambda one: one.number, sort="number", width=10, quiet=True),
    ]  # fmt: skip


def queue() -> RowsView:
    view = RowsView()
    view.setAccessibleName("Requests")
    view.setModel(RowsModel(columns(), lines()))
    view.set_empty(
        "queue", "No request is open", "When a parent asks for records, log it.", "Log a request"
    )
    view.show_sorted("due")
    view.choose_place(2)
    return view


def notices() -> QVBoxLayout:
    layout = QVBoxLayout()
    for kind, sentence, action in (
        (Kind.INFO, "You are in the practice office. Nothing here is real.", ""),
        (Kind.SUCCESS, "Request 2026-0031 is logged. Finish it by Friday, November 13.", "Print"),
        (Kind.WARNING, "This may be the same request as 2026-0014 from Monday.", "Compare"),
        (Kind.DANGER, "The disk is full. Free some space, then press Save again.", ""),
    ):
        bar = NoticeBar()
        bar.say(sentence, kind, action=action)
        layout.addWidget(bar)
    return layout


def badges() -> QHBoxLayout:
    layout = QHBoxLayout()
    for line in lines():
        badge = DueBadge()
        badge.show_due(line.due)
        layout.addWidget(badge)
    layout.addStretch()
    return layout


def student_field() -> TypeAhead:
    field = TypeAhead()
    field.set_source(
        lambda text: [
            Suggestion(id=1, title="Mia Alvarez", detail="Grade 4, number 10442", icon="person"),
            Suggestion(id=2, title="Miguel Álvarez Ortiz", detail="Grade 7, number 10998, "
                       "Lincoln Middle School, left in 2024", icon="person"),
            Suggestion(id=0, title=f"Add a student called “{text}”", icon="add"),
        ]
    )  # fmt: skip
    return field


def wrong_date() -> DateField:
    field = DateField()
    field.set_today(TODAY)
    field.entry.setText("9/31")
    field.entry.editingFinished.emit()
    return field


def form(student: TypeAhead) -> QFormLayout:
    layout = QFormLayout()
    layout.setHorizontalSpacing(16)
    layout.setVerticalSpacing(12)
    received = DateField()
    received.set_today(TODAY)
    received.set_value(TODAY)
    how = QComboBox()
    how.addItems(["In person", "By phone", "By letter", "By e-mail"])
    asker, message, words = QLineEdit("R"), FieldMessage(), QPlainTextEdit()
    message.attach(asker)
    message.tell("Type the full name of the person who asks.", focus=False)
    words.setPlaceholderText("The parent's own words")
    words.setMaximumHeight(words.fontMetrics().height() * 3)
    interpreter, ieps = QCheckBox("Interpreter wanted"), QCheckBox("Special education")
    interpreter.setChecked(True)
    ieps.setEnabled(False)
    inspect, copies = QRadioButton("Inspect"), QRadioButton("Copies")
    inspect.setChecked(True)
    ticks = QHBoxLayout()
    for part in (inspect, copies, interpreter, ieps):
        ticks.addWidget(part)
    ticks.addStretch()
    for name, part in (("&Student", student), ("&Received", received), ("&Meeting", wrong_date()),
                       ("&How", how), ("Who &asks", asker), ("", message), ("&Words", words),
                       ("", ticks)):  # fmt: skip
        layout.addRow(name, part)
    return layout


def buttons() -> QHBoxLayout:
    layout = QHBoxLayout()
    for words, look in (
        ("More", "quiet"),
        ("Delete", "danger"),
        ("Cancel", ""),
        ("Save", "primary"),
    ):
        button = QPushButton(words)
        if look:
            set_look(button, **{look: True})
        layout.addWidget(button)
    off = QPushButton("Not now")
    off.setEnabled(False)
    layout.insertWidget(0, off)
    layout.insertStretch(0)
    return layout


def rail() -> Card:
    frame = Card()
    set_look(frame, look="rail")
    layout = QVBoxLayout(frame)
    layout.setSpacing(2)
    for icon, words in (("queue", "Queue"), ("new", "New request"), ("letters", "Letters"),
                        ("students", "Students"), ("disclosures", "Disclosures"),
                        ("calendar", "Calendar"), ("reports", "Reports"),
                        ("settings", "Settings")):  # fmt: skip
        button = QPushButton(words)
        button.setCheckable(True)
        button.setChecked(icon == "queue")
        set_look(button, rail=True)
        set_icon(button, icon)
        layout.addWidget(button)
    layout.addStretch()
    return frame


class Gallery(QWidget):
    """The left half looks like the queue, the right half like a form."""

    def __init__(self) -> None:
        super().__init__()
        self.student = student_field()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(rail())
        across.addLayout(self._left(), 3)
        across.addLayout(self._right(), 2)

    def _left(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setContentsMargins(16, 16, 16, 16)
        title = QLabel("Requests")
        set_look(title, look="title")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        search = SearchField()
        search.setMinimumWidth(220)
        head.addWidget(search)
        layout.addLayout(head)
        layout.addLayout(notices())
        tabs = QTabWidget()
        tabs.addTab(queue(), "Open")
        tabs.addTab(QWidget(), "Overdue")
        layout.addWidget(tabs, 1)
        layout.addLayout(badges())
        return layout

    def _right(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        heading = SectionHeader()
        heading.set_title("New request", action="Start over")
        layout.addWidget(heading)
        layout.addLayout(form(self.student))
        long = ElidedLabel()
        long.set_full_text("All records since kindergarten, " * 6)
        layout.addWidget(long)
        layout.addWidget(self._facts())
        for step in (
            (
                "check-circle",
                "Check who is asking",
                "Done by RM on Mon Sep 14",
                "accent",
                "",
                False,
            ),
            ("clock", "Set a visit", "Nothing is set yet", "accent", "Set a visit", True),
            ("lock", "Show the records", "Waits for the visit", "quiet", "", False),
        ):
            row = StepRow()
            name, words, detail, tone, action, now = step
            row.show_step(name, words, detail=detail, tone=tone, action=action, next_one=now)
            layout.addWidget(row)
        progress = QProgressBar()
        progress.setValue(40)
        progress.setTextVisible(False)
        layout.addWidget(progress)
        layout.addLayout(buttons())
        layout.addStretch()
        return layout

    def _facts(self) -> Card:
        facts = KeyValues()
        facts.show_facts(
            [
                ("Student", "Mia Alvarez, grade 4"),
                ("Asked by", "Roberto Alvarez, father"),
                ("Words", "Everything since kindergarten, and the e-mails about the bus."),
            ]
        )
        card = Card()
        QVBoxLayout(card).addWidget(facts)
        return card


class TypingGallery(Gallery):
    """The same while a student's name is being typed."""

    def prepare_picture(self) -> None:
        self.student.setFocus()
        self.student.setText("mi")
        self.student.textEdited.emit("mi")
        self.student.search_now()


@picture("gallery", (1480, 900))
def gallery() -> QWidget:
    return Gallery()


@picture("gallery-typing", (1480, 900))
def gallery_typing() -> QWidget:
    return TypingGallery()


@picture("list-empty", (800, 420))
def list_empty() -> QWidget:
    view = RowsView()
    view.setModel(RowsModel(columns()))
    view.set_empty(
        "queue", "No request is open", "When a parent asks for records, log it.", "Log a request"
    )
    return view


@picture("date-month", (420, 400))
def month() -> QWidget:
    field = DateField()
    field.set_today(TODAY)
    field.set_value(TODAY)
    popup = field.month()
    popup.setParent(None)
    return popup


class TwoPanels(QWidget):
    """Two moments side by side, the reasons of one tip open."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        tips = load_guidance()
        on = date(2027, 12, 1)
        self.panels = [GuidancePanel(tips, on, audience=Role.PRINCIPAL) for _ in range(3)]
        moments = ("intake", "authority", "vendor_questions")
        for panel, moment in zip(self.panels, moments, strict=True):
            panel.show_moment(moment)
            layout.addWidget(panel)

    def prepare_picture(self) -> None:
        self.panels[1].views()[0].why.click()
        self.panels[2].more.click()


@picture("guidance", (930, 900))
def guidance() -> QWidget:
    return TwoPanels()
