"""The window of a signed-in person: the rail, the page in the middle, guidance on the right.

It is the frame and the ways from page to page. What is about one thing stands in a module of its
own beside this one: ``window_pages``, ``window_keys``, ``window_tips``, ``window_dialogs``,
``window_intake``, ``window_learning``, ``window_place`` and ``window_care``.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.office import settings
from desktop.office.settings import WindowSettings
from desktop.records.ids import LetterId, RequestId, StudentId
from desktop.records.person import Role
from desktop.screens import jobs
from desktop.screens.copied import Copied
from desktop.screens.desk import Desk
from desktop.screens.first_paint import FirstPaint
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import NoticeBar
from desktop.screens.room import room_for
from desktop.screens.status import StatusStrip
from desktop.screens.walk import Walk
from desktop.screens.widgets import ElidedLabel
from desktop.screens.window_dialogs import WindowDialogs
from desktop.screens.window_intake import WindowIntake
from desktop.screens.window_keys import WindowKeys
from desktop.screens.window_learning import WindowLearning
from desktop.screens.window_pages import WindowPages
from desktop.screens.window_place import Place, go_back_to, place_of
from desktop.screens.window_tips import WindowTips
from desktop.store.queries import QueueFilter

if TYPE_CHECKING:  # after first paint
    from desktop.records.agenda import Section
    from desktop.screens.agenda import AgendaPage
    from desktop.screens.counter import CounterPrivacy
    from desktop.screens.window_care import WindowCare
    from desktop.screens.worklist import WorklistPage

_ICONS = {
    "new_request": "new",
    "today": "flag",
    "queue": "queue",
    "students": "students",
    "registers": "disclosures",
    "letters": "letters",
    "library": "book",
    "blanks": "note",
    "reports": "reports",
    "calendar": "calendar",
    "settings": "settings",
    "guidance": "info",
    "lock": "lock",
}
_SIZE = (1280, 800)
# After the queue is painted, so that what was typed or clicked meanwhile comes first.
_REST_MS = 40


class DeskWindow(QMainWindow):
    """One window for one signed-in person.

    Pages other than the queue are built when first opened, so that the queue is there at once.
    The title never names a family.
    """

    practice_band: QLabel
    privacy_band: QLabel
    notices: NoticeBar
    rail: QFrame
    school_name: ElidedLabel
    status: StatusStrip
    new_request: QPushButton
    today: QPushButton
    queue: QPushButton
    students: QPushButton
    registers: QPushButton
    letters: QPushButton
    library: QPushButton
    blanks: QPushButton
    reports: QPushButton
    calendar: QPushButton
    settings: QPushButton
    guidance: QPushButton
    lock: QPushButton
    pages: QStackedWidget
    guidance_place: QFrame
    guidance_holder: QVBoxLayout

    locked = Signal()

    def __init__(self, desk: Desk, remembered: WindowSettings) -> None:
        super().__init__()
        self._desk = desk
        self._tour_wanted = False
        self._ended_badly = False
        self._place: Place | None = None
        self.left_at: Place | None = None
        load_form(self, "window")
        self._put_together(remembered)
        self._dress(remembered)
        self._back = self.show_queue
        self._walk = Walk()
        self._begin()
        # A timer of the window's own, which leaving stops: the file is closed a moment later.
        rest = QTimer(self, singleShot=True, interval=_REST_MS)
        rest.timeout.connect(self._after_first_paint)
        paint = FirstPaint(self)
        paint.painted.connect(rest.start)
        self._desk.leaving.connect(paint.give_up)

    # How it is put together

    def _dress(self, remembered: WindowSettings) -> None:
        self.setWindowTitle(
            self.tr("Records Desk — PRACTICE") if self._desk.practice else "Records Desk"
        )
        self.practice_band.setVisible(self._desk.practice)
        self.privacy_band.hide()
        self.school_name.set_full_text(self._desk.school.name)
        for name, icon in _ICONS.items():
            set_icon(getattr(self, name), icon, "on_fill" if name == "new_request" else "quiet")
        known = QByteArray.fromBase64(remembered.geometry.encode())
        if not self.restoreGeometry(known):
            self.resize(QSize(*_SIZE).boundedTo(room_for(self)))

    @cached_property
    def privacy(self) -> CounterPrivacy:
        """What hides names while somebody looks over the counter."""
        from desktop.screens.counter import CounterPrivacy  # noqa: PLC0415  # after first paint

        return CounterPrivacy(self, self._desk, self.privacy_band)

    def _put_together(self, remembered: WindowSettings) -> None:
        desk = self._desk
        self.copied = Copied(self)
        self.dialogs = WindowDialogs(self)
        self.intake = WindowIntake(self, desk)
        self.learning = WindowLearning(self, desk)
        self.turn = WindowPages(self, desk)
        self.tips = WindowTips(self, desk, wanted=remembered.guidance_open)
        self.keys = WindowKeys(self, desk)
        self.care: WindowCare | None = None
        self.turn.turned.connect(self.intake.opener.take_drops_of)
        self.turn.turned.connect(self.tips.follow)
        self.turn.moment_changed.connect(self.tips.show_moment)
        self.status.copies.clicked.connect(self.show_copies)
        self.status.list_wanted.connect(self.show_list)
        desk.changed.connect(self._office_changed)

    def _begin(self) -> None:
        """A principal begins with what needs them; everybody else with the queue."""
        if self._desk.person.role is Role.PRINCIPAL:
            self.show_today()
        else:
            self.show_queue()
        self._began = self.turn.name

    def want_tour(self) -> None:
        """Show around once the window is painted."""
        self._tour_wanted = True

    def want_place(self, place: Place) -> None:
        """Turn back to where somebody was before it was locked, once the window can be used."""
        self._place = place

    def want_check(self) -> None:
        """Check the records file beside the window once it is painted: something ended badly."""
        self._ended_badly = True

    def _after_first_paint(self) -> None:
        """What the queue can do without at first: guidance, and modules used soon."""
        self.privacy.serve(self)
        self.status.show_desk(self._desk)
        self.tips.begin()
        if self._tour_wanted and self.queue.isChecked():  # not where somebody is at work already
            self.show_around()
        from desktop.screens.warm_up import read_the_law, warm_up_soon  # noqa: PLC0415  # after first paint

        read_the_law(self._desk, self, self._with_the_law)
        warm_up_soon(self._desk, self)

    def _with_the_law(self) -> None:
        """What tells of the law, or reads by it."""
        from desktop.screens.reminders import Reminders  # noqa: PLC0415  # after first paint
        from desktop.screens.window_care import WindowCare  # noqa: PLC0415  # the same

        self.care = WindowCare(self, self._desk)
        self.care.begin(ended_badly=self._ended_badly)
        self.reminders = Reminders(self, self._desk)
        if self._place is not None and self.turn.name == self._began:  # nobody has gone on since
            go_back_to(self, self._desk, self._place)

    # What the window shows

    def show_queue(self) -> None:
        """The queue."""
        self._back = self.show_queue
        self.turn.queue()

    def show_list(self, shown: QueueFilter) -> None:
        """One list of the queue, with the keyboard in it."""
        self._back = self.show_queue
        self.turn.queue().show_filter(shown)

    def show_today(self) -> None:
        """The day in order."""
        self._back = self.show_today
        self.turn.today()

    def show_section(self, section: Section) -> None:
        """One list of the day, with the keyboard in it."""
        self._back = self.show_today
        self.turn.today().show_section(section)

    def show_above_page(self, panel: QWidget) -> None:
        """Put a panel between the notices and the page."""
        beside = self.notices.parentWidget()
        layout = beside.layout() if beside is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.notices) + 1, panel)

    def go_back(self) -> None:
        """The list that was worked through last: the queue, or the day."""
        self._back()

    def show_students(self) -> None:
        """The students of the office."""
        self.turn.students()

    def show_registers(self) -> None:
        """The registers: disclosures, holds, opt-outs, consents."""
        self.turn.registers()

    def show_library(self) -> None:
        """What there is to read and to learn."""
        self.turn.library()

    def show_reading(self) -> None:
        """The library, with the keyboard in its search."""
        self.turn.library().to_read()

    def show_letters(self) -> None:
        """The letters ready to be printed, and those that wait."""
        self.turn.letters().show_only(())

    def show_letters_of(self, requests: Collection[RequestId]) -> None:
        """The letters of these requests only, ready to be printed in one go."""
        self.turn.letters().show_only(requests)

    def print_letters(self) -> None:
        """Print every letter that is ready."""
        page = self.turn.letters()
        page.show_only(())
        page.print_all.click()

    def show_blanks(self) -> None:
        """The forms to hand out."""
        self.turn.blanks()

    def show_reports(self) -> None:
        """The month for the principal, the year, the audit trail."""
        self.turn.reports()

    def show_calendar(self) -> None:
        """What falls on each day, and the days without school."""
        self.turn.calendar()

    def show_settings(self) -> None:
        """The office's settings."""
        self.turn.settings()

    def show_copies(self) -> None:
        """How the copies of the records stand."""
        self.turn.settings().show_copies()

    def show_rules(self, rule: str = "") -> None:
        """What the office decides about the rules of its state, at the rule with this id."""
        self.turn.settings().show_rules(rule)

    def show_around(self) -> None:
        """The tour of five stops, over the queue."""
        self.learning.show_around()

    # Requests, students and letters

    def open_request(self, request: RequestId) -> None:
        """One request, in place of the one shown before."""
        self._walk.end()
        self.turn.request(request)

    def open_of(self, page: AgendaPage | WorklistPage, request: RequestId) -> None:
        """A request of a list: F8 goes on to the next one."""
        self.open_request(request)
        self._walk.begin(lambda: page.in_order, request)

    def next_request(self, step: int = 1) -> None:
        """The next request of the list, or the one before; the list says where it ends."""
        following = self._walk.go(step)
        if following is not None:
            self.turn.request(following)
        else:
            self.notices.say(self.tr("The list goes no further. Alt+Left goes back to it."))

    def open_student(self, student: StudentId) -> None:
        """One student's page."""
        self.turn.students().open_student(student)

    def log_a_request(self, student: StudentId | None = None) -> None:
        """The intake form."""
        self.intake.begin(student)

    def draft_letter(self, request: RequestId, template: str) -> None:
        """A new letter of a request."""
        from desktop.screens.letter import draft_letter  # noqa: PLC0415  # after first paint

        draft_letter(self._desk, request, template, self)

    def open_letter(self, request: RequestId, letter: LetterId) -> None:
        """A letter that is there: a draft to go on with, or a finished one to read."""
        from desktop.screens.letter import open_letter  # noqa: PLC0415  # after first paint

        open_letter(self._desk, request, letter, self)

    # Ends

    def _office_changed(self) -> None:
        self.school_name.set_full_text(self._desk.school.name)

    def lock_now(self) -> None:
        """Close the file and every dialog; each keeps what is typed in it, inside the file."""
        if not self.isVisible():
            return  # two reasons at once
        self.left_at = place_of(self)
        self.dialogs.close_all()
        self.copied.take_back()
        self._leave()
        self.locked.emit()

    def _leave(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        settings.save(
            self._desk.home,
            settings.replace(
                settings.load(self._desk.home),
                geometry=geometry,
                guidance_open=self.tips.wanted,
            ),
        )
        jobs.drain()
        self._desk.leaving.emit()
        for timer in self.findChildren(QTimer):
            timer.stop()  # a page is gone a moment later than the file it would read
        self._desk.store.close()

    # What Qt tells

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what no page took for itself comes here.
        if event.matches(QKeySequence.StandardKey.Find):
            self.keys.search()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self.dialogs.let_them_lock)
        elif event.type() is QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self.dialogs.take_keyboard_back)
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tips.make_room()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)
