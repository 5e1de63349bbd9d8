"""The intake form: a request logged while the parent is on the phone, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.actions.intake import IntakeRefusedError, Logged, log_again, log_request
from desktop.errors import DeskError
from desktop.records.asker import Asker, Holder
from desktop.records.consented import consented_by
from desktop.records.filled import Filled
from desktop.records.ids import PartyId, StudentId
from desktop.records.intake import Fault, Intake, Place, faults
from desktop.records.party import Party, Relationship
from desktop.records.sentence import sentence
from desktop.records.student import Student
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.guidance import GuidancePanel, panel_for
from desktop.screens.intake_care import CarePart
from desktop.screens.intake_dates import DatesPart
from desktop.screens.intake_details import DetailsPart
from desktop.screens.intake_done import IntakeDone
from desktop.screens.intake_draft import DraftKeeper
from desktop.screens.intake_faults import FaultsPart
from desktop.screens.intake_filled import filled_intake
from desktop.screens.intake_linked import Linked, linked_intake
from desktop.screens.intake_repeats import RepeatsPart
from desktop.screens.intake_requester import Asking, RequesterPart
from desktop.screens.intake_student import StudentPart
from desktop.screens.intake_tips import TipsPart
from desktop.screens.intake_typed import TypedIntake
from desktop.screens.intake_verdict import VerdictPart
from desktop.screens.notices import Kind as Notice
from desktop.screens.notices import NoticeBar
from desktop.screens.open_form import OPEN_KEYS, FormOpener
from desktop.screens.theme import theme
from desktop.store.consents import consents_of
from desktop.store.repeats import Repeat

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# Stand in while nobody is chosen, so that dates and faults can be told from the first key on.
_NO_STUDENT = Student(id=StudentId(0), given="", family="")
_NOBODY = Party(id=PartyId(0), name="")
_ASIDE_WIDTH, _ASIDE_SHARE = 330, 0.38
_LABELS_BESIDE = 640
_SIZE = (1180, 820)
_SCREEN_SHARE = 0.94
_A_TICK_MS = 110  # QAbstractButton.animateClick takes 100


class IntakeDialog(QDialog):
    """Log a request: whose records, who asks, for what, how and when it came.

    What is typed is kept as a draft all the time; closing keeps it, logging it or throwing it
    away on purpose lets go of it.

    Signals:
        logged: a request was logged; carries ``Logged``.
        receipt_wanted: its receipt is to be printed; carries the ``RequestId``.
        request_wanted: it is to be opened; carries the ``RequestId``.
    """

    notices: NoticeBar
    pages: QStackedWidget
    form_page: QWidget
    form_scroll: QScrollArea
    form: QFormLayout
    title: QLabel
    aside: QFrame
    aside_line: QFrame
    guidance_holder: QVBoxLayout
    log: QPushButton
    close_button: QPushButton
    throw_away: QPushButton
    open_form: QPushButton

    logged = Signal(object)
    receipt_wanted = Signal(object)
    request_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        student: StudentId | None = None,
        linked: Linked | None = None,
        filled: Filled | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preset = student
        self._linked = linked
        self._filled = filled
        self._panel: GuidancePanel | None = None
        self._refreshing = False
        self._began = TypedIntake()
        load_form(self, "intake")
        self._make_parts()
        self._opener = FormOpener(self, self.notices)
        self.done_page = IntakeDone(desk)
        self.pages.addWidget(self.done_page)
        self._keeper = DraftKeeper(desk, self.typed, self._blank(), self)
        self._dress()
        self._connect()
        self._begin()

    def _make_parts(self) -> None:
        desk, wording = self._desk, self._desk.wording
        self.student = StudentPart(self, desk)
        self.requester = RequesterPart(self, desk)
        self.details = DetailsPart(self, desk)
        self.care = CarePart(self, desk)
        self.dates = DatesPart(self, desk)
        self.verdict = VerdictPart(self, wording)
        self.repeats = RepeatsPart(self, desk)
        self.tips = TipsPart(self)
        self.faults = FaultsPart(
            self,
            wording,
            student_entrance=self.student.entrance,
            requester_entrance=self.requester.entrance,
        )

    def _dress(self) -> None:
        if self._desk.practice:
            self.setWindowTitle(self.tr("New request — PRACTICE"))
            self.title.setText(self.tr("New request — PRACTICE"))
        screen = self.screen().availableSize() * _SCREEN_SHARE
        wide, high = (theme().sizes.px(side) for side in _SIZE)
        self.resize(min(wide, screen.width()), min(high, screen.height()))

    def _connect(self) -> None:
        for part in (self.student, self.requester, self.care, self.details, self.repeats):
            part.changed.connect(self._refresh)
        self.student.settled.connect(self.requester.go_in)
        self.requester.settled.connect(self._go_on_from_asker)
        self.repeats.same.connect(self._log_same)
        self.log.clicked.connect(self._log)
        self.close_button.clicked.connect(self.reject)
        self.throw_away.clicked.connect(self._start_fresh)
        self.open_form.clicked.connect(self._opener.ask)
        self._opener.opened.connect(self.take_filled)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._log)
        QShortcut(QKeySequence(OPEN_KEYS), self).activated.connect(self._opener.ask)
        for keys in ("F1", "Shift+F1"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._turn_tips)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.dates.due_more.click)
        self.dates.due_more.setToolTip("Ctrl+D")
        self.done_page.receipt_wanted.connect(self._leave_for_receipt)
        self.done_page.request_wanted.connect(self._leave_for_request)
        self.done_page.another_wanted.connect(self._log_another)
        self.done_page.point_wanted.connect(self._log_point)
        self.done_page.finished.connect(self.accept)
        self._keeper.refused.connect(self.notices.say_fault)
        self._desk.changed.connect(self._office_changed)
        self._desk.leaving.connect(self.keep_now)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _begin(self) -> None:
        kept = self._keeper.kept()
        if kept is not None:
            self._put(kept)
            code = "restored_instead" if self._preset or self._linked else "restored"
            self.notices.say(
                self._desk.wording.text(f"intake.draft.{code}"),
                action=self.tr("Start fresh"),
                on_action=self._start_fresh,
            )
            self._go_on()
        else:
            self._put_first()
        if self._filled is not None:
            self.take_filled(self._filled)
        QTimer.singleShot(0, self, self._after_first_paint)

    def _put_first(self) -> None:
        """What the form begins with: nothing, the student, or what another request says."""
        if self._linked is None:
            self._put(self._blank())
            self._choose_preset()
        else:
            self._put(linked_intake(self._desk, self._linked, self._blank()))
            same = self._linked.same_letter
            place = self.details.right if same else self.details.chosen_channel()
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._began = self.typed()
        self._keeper.begin_with(self._began)

    # A filled form

    def take_filled(self, filled: Filled) -> None:
        """Put a filled form into the fields; what is being typed waits for a word."""
        if self.pages.currentWidget() is not self.form_page:
            self._log_another()
        if self.typed() in (self._blank(), self._began):
            self._put_filled(filled)
            return
        self.notices.say(
            self._desk.wording.text("intake.filled.waits"),
            Notice.WARNING,
            action=self.tr("Use the form"),
            on_action=lambda: self._put_filled(filled, instead=True),
        )

    def _put_filled(self, filled: Filled, *, instead: bool = False) -> None:
        """Fill the fields, say what to look at; what stood there comes back with Undo."""
        before, wording = self.typed(), self._desk.wording
        taken = filled_intake(self._desk, filled, self._blank())
        self._put(taken.typed)
        read = sentence(
            "intake.filled.used" if instead else "intake.filled.read", title=filled.title
        )
        self.notices.say(
            wording.paragraph((read, *taken.notes)),
            Notice.WARNING if taken.notes else Notice.INFO,
            action=self.tr("Undo"),
            on_action=lambda: self._put(before),
        )
        self._go_on()
        QTimer.singleShot(0, self, self.student.offer_named)  # once the field stands in its place

    def _go_on(self) -> None:
        """Put the keyboard on what is still missing, or on what is written last."""
        asking = self.requester.asking()
        found = self._faults(self._intake(self.student.student(), asking), asking)
        if found:
            self.faults.go_to(found[0])
        else:
            self.details.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_preset(self) -> None:
        if self._preset is not None and self.student.choose(self._preset):
            self.requester.go_in()
        else:
            self.student.student_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_first_paint(self) -> None:
        panel = panel_for(self._desk)
        self._panel = panel
        panel.closed.connect(self._turn_tips_off)
        self.guidance_holder.addWidget(panel)
        self._show_tips()

    # What is typed

    def _blank(self) -> TypedIntake:
        return TypedIntake(details=self.details.blank())

    def typed(self) -> TypedIntake:
        """What stands in the form."""
        link_to, answered = self.repeats.typed()
        return TypedIntake(
            student=self.student.typed(),
            requester=self.requester.typed(),
            details=self.details.typed(),
            care=self.care.typed(),
            link_to=link_to,
            answered=answered,
        )

    def _put(self, typed: TypedIntake) -> None:
        """Put what was typed back into the form."""
        self._refreshing = True
        self.faults.clear()
        self.repeats.clear()
        self.requester.clear()
        self.student.put(typed.student)
        self.requester.show_student(self.student.student(), is_new=self.student.is_new())
        self.requester.put(typed.requester)
        self.care.put(typed.care)
        self.details.put(typed.details)
        self.repeats.put(typed.link_to, typed.answered)
        self._refreshing = False
        self._refresh()

    def keep_now(self) -> None:
        """Keep what is typed at once; for closing, locking and leaving the program."""
        if self.pages.currentWidget() is self.form_page:
            self._keeper.keep_now()

    def _start_fresh(self) -> None:
        thrown_away = self.typed()
        try:
            self._keeper.drop()
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._put_first()
        self.notices.say(
            self._desk.wording.text("intake.draft.thrown_away"),
            action=self.tr("Undo"),
            on_action=lambda: self._put(thrown_away),
        )

    # What follows from it

    def _refresh(self) -> None:
        """Show what follows from what is typed: who may ask, the dates, the answer, the faults."""
        if self._refreshing:
            return
        self._refreshing = True
        student = self.student.student()
        self.requester.show_student(student, is_new=self.student.is_new())
        asking = self.requester.asking()
        self.details.preset(student, asking)
        self.requester.ask_for_body(body=self.details.by_a_body())
        asking = self.requester.asking()
        special = self.details.special_education.isChecked()
        self.care.show_asking(student, asking, special_education=special)
        intake = self._intake(student, asking)
        found = self._faults(intake, asking)
        self._show_dates(intake, found)
        self.verdict.show_asker(self._asker(student, asking), today=self._desk.today())
        on_file = None if self.student.is_new() else student
        asker = asking.party.id if asking else None
        self.repeats.look(on_file, asker, self.details.asked_right())
        self.faults.show_typing(found)
        self._show_tips()
        self.throw_away.setEnabled(self.typed() != self._blank())
        self._keeper.touch()
        self._refreshing = False

    def _intake(self, student: Student | None, asking: Asking | None) -> Intake | None:
        """The request as typed; None while the day of receipt cannot be read."""
        details = self.details
        received_on = details.received_on.value()
        if received_on is None:
            return None
        return Intake(
            student=student or _NO_STUDENT,
            student_is_new=self.student.is_new(),
            requester=asking.party if asking else _NOBODY,
            requester_is_new=asking is not None and asking.is_new,
            put_on_file=asking is not None and asking.put_on_file,
            relationship=(asking and asking.relationship) or Relationship.OTHER,
            right=details.asked_right(),
            access=details.access(),
            channel=details.channel(),
            received_on=received_on,
            requested_on=details.requested_day(),
            words=details.words.toPlainText(),
            record_kinds=details.kinds(),
            language=details.language.currentData(),
            interpreter=details.interpreter.isChecked(),
            special_education=details.special_education.isChecked(),
            events=details.events(),
            reply_address=details.reply_address.toPlainText().strip(),
            owner=details.owner_id(),
            link_to=self.repeats.link_to(),
            care=self.care.answers(student, asking) if student and asking else None,
        )

    def _faults(self, intake: Intake | None, asking: Asking | None) -> list[Fault]:
        """Everything that cannot be so, or is missing, in the order of the form."""
        if intake is None:
            says = sentence("intake.fault.no_received")
            return [Fault(place=Place.RECEIVED_ON, says=says)]
        found = list(faults(intake, today=self._desk.today()))
        if intake.student is _NO_STUDENT:
            # Who asks can only be said of somebody.
            found = [one for one in found if one.place is not Place.REQUESTER]
        if asking is not None and asking.relationship is None:
            says = sentence("intake.fault.no_relationship")
            people = [one for one in found if one.place in {Place.STUDENT, Place.REQUESTER}]
            found.insert(len(people), Fault(place=Place.RELATIONSHIP, says=says))
        return found

    def _show_dates(self, intake: Intake | None, found: list[Fault]) -> None:
        wrong = next((one for one in found if one.place is Place.RECEIVED_ON), None)
        if intake is None:
            self.dates.show_asked(None)
        elif wrong is not None:
            self.dates.show_asked(None, self._desk.wording.say(wrong.says))
        else:
            self.dates.show_asked(intake.asked(self._desk.school.state))

    def _asker(self, student: Student | None, asking: Asking | None) -> Asker | None:
        if student is None or asking is None or asking.relationship is None:
            return None
        clocks = self.dates.clocks()
        limit = clocks.acting_limit if clocks else None
        return Asker(
            student=student,
            requester=None if asking.is_new else asking.party.id,
            relationship=asking.relationship,
            orders=self.student.orders(),
            identity_checked=False,
            due_on=limit.due_on if limit else None,
            right=self.details.asked_right(),
            special_education=self.details.special_education.isChecked(),
            care=self.care.answers(student, asking),
            consent_by=self._consented(student, asking),
        )

    def _consented(self, student: Student, asking: Asking) -> Holder | None:
        if asking.is_new or self.student.is_new():
            return None
        kept = consents_of(self._desk.store, student.id)
        return consented_by(kept, student, asking.party, on=self._desk.today())

    def _office_changed(self, changes: Changes) -> None:
        if changes.kinds & {Kind.CALENDAR, Kind.OFFICE}:
            self.dates.work_out_again()
            self._refresh()

    # Logging

    def _checked(self) -> Intake | None:
        """The request, or None after saying beside the fields why it cannot be logged."""
        wrong = self.student.unreadable() or self.care.unreadable() or self.details.unreadable()
        if wrong is not None:
            wrong.tell_fault()
            return None
        asking = self.requester.asking()
        intake = self._intake(self.student.student(), asking)
        found = self._faults(intake, asking)
        if found:
            self.faults.refuse(found)
            return None
        return intake

    def _log(self) -> None:
        if self.pages.currentWidget() is not self.form_page:
            return
        if any(one.isDown() for one in self.findChildren(QAbstractButton)):
            # Alt with a letter ticks only a tenth of a second later; do not overtake it.
            QTimer.singleShot(_A_TICK_MS, self, self._log)
            return
        intake = self._checked()
        if intake is None or self.repeats.ask_first():
            return
        desk = self._desk
        try:
            logged = log_request(
                desk.store, intake, law=desk.law, today=desk.today(), by=desk.sign()
            )
        except IntakeRefusedError as refused:
            self.faults.refuse(refused.faults)
        except DeskError as fault:
            if not self.care.care.told(fault):
                self.notices.say_fault(fault)
        else:
            self._show_logged(logged, intake)

    def _show_logged(self, logged: Logged, intake: Intake) -> None:
        self._finish(logged.changes)
        self._linked = Linked(request=logged.request, right=intake.right, same_letter=True)
        self.done_page.show_logged(logged, intake.channel)
        self.logged.emit(logged)

    def _log_same(self, repeat: Repeat) -> None:
        """The request is one that is there already: note it there."""
        intake = self._checked()
        if intake is None:
            return
        desk = self._desk
        try:
            changes = log_again(
                desk.store, repeat.id, intake, law=desk.law, today=desk.today(), by=desk.sign()
            )
        except IntakeRefusedError as refused:
            self.faults.refuse(refused.faults)
        except DeskError as fault:
            self.notices.say_fault(fault)
        else:
            self._finish(changes)
            self.done_page.show_noted(repeat)

    def _finish(self, changes: Changes) -> None:
        """It is in the file: let go of the draft, turn the page, tell every screen."""
        self.notices.clear()
        self._refreshing = True
        try:
            self._keeper.drop()
        except DeskError as fault:
            self.notices.say_fault(fault)
        self.pages.setCurrentWidget(self.done_page)
        self._desk.did(changes)

    def _log_another(self) -> None:
        self._preset = self._linked = None
        self._log_point()

    def _log_point(self) -> None:
        """A form again: for something else, or for another point of what was just logged."""
        self.pages.setCurrentWidget(self.form_page)
        self._put_first()

    def _leave_for_receipt(self, request: object) -> None:
        self.accept()
        self.receipt_wanted.emit(request)

    def _leave_for_request(self, request: object) -> None:
        self.accept()
        self.request_wanted.emit(request)

    # Keyboard and tips

    def _go_on_from_asker(self) -> None:
        """To the questions about care where there are some, else to what they want."""
        if self.care.wants_keyboard():
            self.care.take_keyboard()
        else:
            self._go_to_right()

    def _go_to_right(self) -> None:
        self.details.right.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:  # Qt's signal
        if now is not None and self.form_scroll.isAncestorOf(now):
            self.form_scroll.ensureWidgetVisible(now, 0, theme().sizes.px(40))
        if now is not None and self.isAncestorOf(now):
            self._show_tips()

    def _show_tips(self) -> None:
        if self._panel is None:
            return
        at = self.focusWidget()
        moment, also = self.tips.moments(
            at,
            student=self.student.student(),
            asks=at is not None and self.requester.holds(at),
            channel=self.details.channel(),
            today=self._desk.today(),
        )
        self._panel.show_moment(moment, also, self.details.asked_right())

    def _turn_tips(self) -> None:
        if self._panel is not None:
            self._panel.setVisible(self._panel.isHidden())
            self._show_tips()

    def _turn_tips_off(self) -> None:
        self.student.student_name.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (event.key() in _ENTER and plain):
            super().keyPressEvent(event)
            return
        # Enter never logs by accident: it presses the button it is on, or goes on to what is next.
        at = self.focusWidget()
        if isinstance(at, QPushButton):
            at.click()
        else:
            self.focusNextChild()
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, width = theme().sizes.px, event.size().width()
        aside = min(px(_ASIDE_WIDTH), round(width * _ASIDE_SHARE))
        self.aside.setFixedWidth(aside)
        # Large text on a small screen: labels stand above their fields.
        narrow = width - aside < px(_LABELS_BESIDE)
        policy = QFormLayout.RowWrapPolicy
        self.form.setRowWrapPolicy(policy.WrapAllRows if narrow else policy.DontWrapRows)

    @override
    def reject(self) -> None:
        self.keep_now()
        super().reject()


def open_intake(
    desk: Desk,
    parent: QWidget | None,
    *,
    student: StudentId | None = None,
    linked: Linked | None = None,
    filled: Filled | None = None,
) -> IntakeDialog:
    """Open the intake form over ``parent``: empty, for a student, with another request, filled."""
    dialog = IntakeDialog(desk, parent, student=student, linked=linked, filled=filled)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
