"""The window of a signed-in person: the rail, the page in the middle, guidance on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
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
from desktop.screens.form import load_form
from desktop.screens.guidance import GuidancePanel, panel_for
from desktop.screens.icons import set_icon
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.open_form import OPEN_KEYS, FormOpener
from desktop.screens.room import room_for
from desktop.screens.status import StatusStrip
from desktop.screens.theme import theme
from desktop.screens.veil import Veil
from desktop.screens.walk import Walk
from desktop.screens.widgets import ElidedLabel, SearchField
from desktop.screens.worklist import WorklistPage
from desktop.store.mark import State
from desktop.store.queries import QueueFilter

if TYPE_CHECKING:  # after first paint
    from desktop.actions.intake import Logged
    from desktop.records.filled import Filled
    from desktop.screens.agenda import AgendaPage
    from desktop.screens.intake import IntakeDialog
    from desktop.screens.intake_linked import Linked
    from desktop.screens.tour import Tour

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
_PALETTE, _SHEET = (620, 480), (620, 640)
_ROOM_FOR_TIPS = 1200
_USUAL_MOMENT = "intake"
_VOUCHED = frozenset({State.EVEN, State.BEHIND})
_LOCK, _LOCKS = "Ctrl+L", "locks"
# By then the queue is painted: what is read and built later keeps nobody waiting for it.
_PAINTED_MS = 40


class DeskWindow(QMainWindow):
    """One window for one signed-in person.

    Pages other than the queue are built when first opened, so that the queue is there at once.
    The title never names a family.
    """

    practice_band: QLabel
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
        self._remembered = remembered
        self._panel: GuidancePanel | None = None
        self._tips_wanted = remembered.guidance_open
        self._tips_fit = True
        self._tour: Tour | None = None
        self._tour_wanted = False
        self._check_wanted = False
        self._kept: dict[str, QWidget] = {}
        load_form(self, "window")
        self._opener = FormOpener(self, self.notices)
        self._dress()
        self.veil = Veil(self, self.pages)
        self.copied = Copied(self)
        self._connect()
        self._back = self.show_queue
        self._walk = Walk()
        self._begin()
        # A timer of the window's own, which leaving stops: the file is closed a moment later.
        painted = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        painted.timeout.connect(self._after_first_paint)
        painted.start()

    # What the window shows

    def show_queue(self) -> None:
        """The queue."""
        self._back = self.show_queue
        self._turn_to("queue", self._worklist)

    def show_list(self, shown: QueueFilter) -> None:
        """One list of the queue, with the keyboard in it."""
        self.show_queue()
        self._kept["queue"].show_filter(shown)  # type: ignore[attr-defined]

    def show_today(self) -> None:
        """The day in order."""
        self._back = self.show_today
        self._turn_to("today", self._today_page)

    def go_back(self) -> None:
        """The list that was worked through last: the queue, or the day."""
        self._back()

    def show_students(self) -> None:
        """The students of the office."""
        self._turn_to("students", self._students_page)

    def show_registers(self) -> None:
        """The registers: disclosures, holds, opt-outs, consents."""
        self._turn_to("registers", self._registers_page)

    def show_library(self) -> None:
        """What there is to read and to learn."""
        self._turn_to("library", self._library_page)

    def show_reading(self) -> None:
        """The library, with the keyboard in its search."""
        self.show_library()
        self._kept["library"].to_read()  # type: ignore[attr-defined]

    def show_letters(self) -> None:
        """The letters ready to be printed, and those that wait."""
        self._turn_to("letters", self._letters_page)

    def print_letters(self) -> None:
        """Print every letter that is ready."""
        self.show_letters()
        self._kept["letters"].print_all.click()  # type: ignore[attr-defined]

    def show_blanks(self) -> None:
        """The forms to hand out."""
        self._turn_to("blanks", self._blanks_page)

    def show_reports(self) -> None:
        """The month for the principal, the year, the audit trail."""
        self._turn_to("reports", self._reports_page)

    def show_calendar(self) -> None:
        """What falls on each day, and the days without school."""
        self._turn_to("calendar", self._calendar_page)

    def show_settings(self) -> None:
        """The office's settings."""
        self._turn_to("settings", self._settings_page)

    def _open_of(self, page: AgendaPage | WorklistPage, request: RequestId) -> None:
        """A request of a list: F8 goes on to the next one."""
        self.open_request(request)
        self._walk.begin(lambda: page.in_order, request)

    def next_request(self, step: int = 1) -> None:
        """The next request of the list, or the one before; the list says where it ends."""
        following = self._walk.go(step)
        if following is not None:
            self._show_request(following)
        else:
            self.notices.say(self.tr("The list goes no further. Alt+Left goes back to it."))

    def open_request(self, request: RequestId) -> None:
        """One request, in place of the one shown before."""
        self._walk.end()
        self._show_request(request)

    def _show_request(self, request: RequestId) -> None:
        from desktop.screens.request import RequestPage  # noqa: PLC0415  # after first paint

        page = RequestPage(self._desk, request)
        page.letter_wanted.connect(self.draft_letter)
        page.letter_open_wanted.connect(self.open_letter)
        page.request_wanted.connect(self.open_request)
        page.student_wanted.connect(self.open_student)
        page.intake_wanted.connect(self.log_linked)
        page.back_wanted.connect(self.go_back)
        page.moment_changed.connect(self._moment)
        self._replace("request", page)

    def open_student(self, student: StudentId) -> None:
        """One student's page."""
        self.show_students()
        self._kept["students"].open_student(student)  # type: ignore[attr-defined]

    def log_a_request(self, student: StudentId | None = None) -> None:
        """The intake form."""
        from desktop.screens.intake import open_intake  # noqa: PLC0415  # after first paint

        self._show_intake(open_intake(self._desk, self, student=student))

    def log_linked(self, linked: Linked) -> None:
        """The intake form for a request that goes with another one."""
        from desktop.screens.intake import open_intake  # noqa: PLC0415  # after first paint

        self._show_intake(open_intake(self._desk, self, linked=linked))

    def log_filled(self, filled: Filled) -> None:
        """The intake form with a filled form in it; one that is open already takes it itself."""
        from desktop.screens.intake import IntakeDialog, open_intake  # noqa: PLC0415  # the same

        dialogs = self._open_dialogs()
        intake = next((one for one in dialogs if isinstance(one, IntakeDialog)), None)
        if intake is not None:
            intake.take_filled(filled)
        elif dialogs:
            self.notices.say(
                self.tr("Finish or close what is open first, then open the form again."),
                Kind.WARNING,
            )
        else:
            self._show_intake(open_intake(self._desk, self, filled=filled))

    def _show_intake(self, dialog: IntakeDialog) -> None:
        dialog.logged.connect(self._logged)
        dialog.request_wanted.connect(self.open_request)
        dialog.receipt_wanted.connect(lambda request: self.draft_letter(request, "receipt"))

    def draft_letter(self, request: RequestId, template: str) -> None:
        """A new letter of a request."""
        from desktop.screens.letter import draft_letter  # noqa: PLC0415  # after first paint

        draft_letter(self._desk, request, template, self)

    def open_letter(self, request: RequestId, letter: LetterId) -> None:
        """A letter that is there: a draft to go on with, or a finished one to read."""
        from desktop.screens.letter import open_letter  # noqa: PLC0415  # after first paint

        open_letter(self._desk, request, letter, self)

    # How it is put together

    def _dress(self) -> None:
        self.setWindowTitle(
            self.tr("Records Desk — PRACTICE") if self._desk.practice else "Records Desk"
        )
        self.practice_band.setVisible(self._desk.practice)
        self.school_name.set_full_text(self._desk.school.name)
        for name, icon in _ICONS.items():
            set_icon(getattr(self, name), icon, "on_fill" if name == "new_request" else "quiet")
        self.guidance.setChecked(self._tips_wanted)
        self.guidance_place.setVisible(self._tips_wanted)
        known = QByteArray.fromBase64(self._remembered.geometry.encode())
        if not self.restoreGeometry(known):
            self.resize(QSize(*_SIZE).boundedTo(room_for(self)))

    def _connect(self) -> None:
        self._shortcut("Ctrl+N", self.log_a_request, self.new_request)
        self._shortcut("Ctrl+0", self.show_today, self.today)
        self._shortcut("Ctrl+1", self.show_queue, self.queue)
        self._shortcut("Ctrl+2", self.show_students, self.students)
        self._shortcut("Ctrl+3", self.show_registers, self.registers)
        self._shortcut("Ctrl+4", self.show_letters, self.letters)
        self._shortcut("Ctrl+5", self.show_blanks, self.blanks)
        self._shortcut("Ctrl+6", self.show_calendar, self.calendar)
        self._shortcut("Ctrl+7", self.show_reports, self.reports)
        self._shortcut("Ctrl+8", self.show_library, self.library)
        self._shortcut("Ctrl+,", self.show_settings, self.settings)
        self._shortcut(OPEN_KEYS, self._opener.ask, self.tr("Open a filled-in form"))
        self._shortcut("Ctrl+K", self.find_anything, self.tr("Find anything"))
        self._shortcut("?", self.show_keys, self.tr("Show these keys"))
        self._shortcut("F1", self.show_reading, self.tr("Search the library"))
        self._shortcut("Shift+F1", self.guidance.click, self.tr("Show or hide the tips"))
        self._shortcut(_LOCK, self._lock, self.lock)
        self._shortcut("F8", self.next_request, self.tr("The next request of the list"))
        self._shortcut(
            "Shift+F8", partial(self.next_request, -1), self.tr("The request before it in the list")
        )
        self._shortcut("Alt+Left", self.go_back, self.tr("Back to the list"))
        self.status.copies.clicked.connect(self.show_copies)
        self._opener.opened.connect(self.log_filled)
        self.guidance.toggled.connect(self._show_guidance)
        self.guidance.clicked.connect(self._want_guidance)
        self.guidance.setToolTip(self.tr("Tips for this moment (Shift+F1)"))
        self.status.list_wanted.connect(self.show_list)
        self._desk.changed.connect(self._office_changed)
        theme().changed.connect(self._make_room)

    def _shortcut(self, keys: str, does: Callable[[], object], named: QPushButton | str) -> None:
        """Let ``keys`` do something everywhere; it is called as its button is, or by its words."""
        button = named if isinstance(named, QPushButton) else None
        action = QAction(button.text() if button else str(named), self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)
        if button is not None:
            button.clicked.connect(lambda _checked=False: does())
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{button.text().replace('&', '')} ({shown})")

    def _after_first_paint(self) -> None:
        """What the queue can do without at first: guidance, and modules used soon."""
        self.status.show_desk(self._desk)
        self._show_guidance(self.guidance.isChecked())
        if self._tour_wanted and self.queue.isChecked():  # not where somebody is at work already
            self.show_around()
        if not self._tell_faults():
            self._ask_rules()
        self._lock_by_itself()
        self._see_to_copies()
        self._vouch()
        if self._check_wanted:
            self._check()
        from desktop.screens.warm_up import warm_up_soon  # noqa: PLC0415  # after first paint

        warm_up_soon(self._desk, self)

    def _vouch(self) -> None:
        """Say so where nothing vouched for the newest entries of the journal."""
        if self._desk.store.standing is None or self._desk.store.standing.state in _VOUCHED:
            return
        from desktop.actions.vault_key import vouch_again  # noqa: PLC0415  # hardly ever

        newest = self._desk.store.head().short()
        if vouch_again(self._desk.store, by=self._desk.sign()):
            said = self.tr(
                "The mark beside the records file was missing, so an older file could have been"
                " put back. Compare entry {newest} with the newest printed one; the history"
                " notes this."
            )
            self.notices.say(said.format(newest=newest), Kind.WARNING)

    def want_check(self) -> None:
        """Check the records file beside the window once it is painted: something ended badly."""
        self._check_wanted = True

    def _check(self) -> None:
        from desktop.store.verify import Outcome, Verification, verify  # noqa: PLC0415  # seldom

        self._check_wanted = False
        path, vault = self._desk.home.records_file, self._desk.keys

        def tell(found: Verification) -> None:
            if found.outcome is not Outcome.CLEAN:
                from desktop.wording.verification import verification_said  # noqa: PLC0415

                said = self._desk.wording.paragraph(verification_said(found))
                self.notices.say(said, Kind.DANGER)

        jobs.run(lambda _progress, _cancelled: verify(path, vault), owner=self, on_done=tell)

    def _see_to_copies(self) -> None:
        """Copies are made beside the window from now on; the practice office needs none."""
        if self._desk.practice:
            return
        from desktop.screens.backup_keeper import CopiesLight  # noqa: PLC0415  # after first paint

        self._copies_light = CopiesLight(self.status.copies, self._desk.keeper, self._desk)
        self._desk.keeper.begin()

    def show_copies(self) -> None:
        """How the copies of the records stand."""
        self.show_settings()
        self._kept["settings"].show_copies()  # type: ignore[attr-defined]

    def _lock_by_itself(self) -> None:
        if self._desk.practice:
            return  # invented families, and no passphrase to come back with
        from desktop.screens.auto_lock import AutoLock  # noqa: PLC0415  # after first paint
        from desktop.screens.system_lock import SystemLock  # noqa: PLC0415

        home = self._desk.home
        self.auto_lock = AutoLock(lambda: settings.load(home).lock_minutes, self)
        self.system_lock = SystemLock(self)
        for lock in (self.auto_lock.wanted, self.system_lock.locked):
            lock.connect(self._lock)

    def _tell_faults(self) -> bool:
        """Name the file, key and line of what could not be read; Settings lists all of them."""
        faults = self._desk.faults
        if faults:
            self.notices.say(
                faults[0].sentence(),
                Kind.WARNING,
                action=self.tr("Show in Settings"),
                on_action=self._show_rules,
            )
        return bool(faults)

    def _ask_rules(self) -> None:
        """What the office decides about its state's rules is asked once, not on each request."""
        from desktop.screens.rule_question import RuleQuestion  # noqa: PLC0415  # after first paint

        RuleQuestion(self._desk, self.notices, self._show_rules).ask()

    def _show_rules(self, rule: str = "") -> None:
        self.show_settings()
        self._kept["settings"].show_rules(rule)  # type: ignore[attr-defined]

    # Pages

    def _turn_to(self, name: str, build: Callable[[], QWidget]) -> None:
        page = self._kept.get(name)
        if page is None:
            page = self._kept[name] = build()
            self.pages.addWidget(page)
        self._show_page(page, name)

    def _replace(self, name: str, page: QWidget) -> None:
        old = self._kept.pop(name, None)
        self._kept[name] = page
        self.pages.addWidget(page)
        self._show_page(page, name)
        if old is not None:
            self.pages.removeWidget(old)
            old.deleteLater()

    def _show_page(self, page: QWidget, name: str) -> None:
        self.pages.setCurrentWidget(page)
        self._opener.take_drops_of(page)
        for button in (
            self.today,
            self.queue,
            self.students,
            self.registers,
            self.letters,
            self.blanks,
            self.reports,
            self.calendar,
            self.library,
            self.settings,
        ):
            button.setChecked(button.objectName() == name)
        page.setFocus()
        self._moment(getattr(page, "moment", ""))

    def _begin(self) -> None:
        """A principal begins with what needs them; everybody else with the queue."""
        if self._desk.person.role is Role.PRINCIPAL:
            self.show_today()
        else:
            self.show_queue()

    def _today_page(self) -> QWidget:
        from desktop.screens.agenda import AgendaPage  # noqa: PLC0415  # after first paint

        page = AgendaPage(self._desk)
        page.request_opened.connect(partial(self._open_of, page))
        page.letter_opened.connect(self.open_letter)
        page.letter_wanted.connect(self.draft_letter)
        page.batch_wanted.connect(self.print_letters)
        return page

    def _worklist(self) -> QWidget:
        page = WorklistPage(self._desk)
        page.request_opened.connect(partial(self._open_of, page))
        page.new_wanted.connect(self.log_a_request)
        page.moment_changed.connect(self._moment)
        return page

    def _students_page(self) -> QWidget:
        from desktop.screens.students import StudentsPage  # noqa: PLC0415  # after first paint

        page = StudentsPage(self._desk)
        page.request_opened.connect(self.open_request)
        page.intake_wanted.connect(self.log_a_request)
        page.moment_changed.connect(self._moment)
        return page

    def _registers_page(self) -> QWidget:
        from desktop.screens.registers import RegistersPage  # noqa: PLC0415  # after first paint

        page = RegistersPage(self._desk)
        page.request_opened.connect(self.open_request)
        page.student_opened.connect(self.open_student)
        page.moment_changed.connect(self._moment)
        return page

    def _library_page(self) -> QWidget:
        from desktop.screens.library import LibraryPage  # noqa: PLC0415  # after first paint

        page = LibraryPage(self._desk)
        page.moment_changed.connect(self._moment)
        page.request_opened.connect(self.open_request)
        page.intake_wanted.connect(self.log_a_request)
        page.drill_changed.connect(self._tell_drill)
        page.tour_wanted.connect(self.show_around)
        return page

    def _letters_page(self) -> QWidget:
        from desktop.screens.letters_page import LettersPage  # noqa: PLC0415  # after first paint

        page = LettersPage(self._desk)
        page.letter_opened.connect(self.open_letter)
        return page

    def _blanks_page(self) -> QWidget:
        from desktop.screens.blanks import BlanksPage  # noqa: PLC0415  # after first paint

        page = BlanksPage(self._desk)
        page.filled_wanted.connect(self._opener.ask)
        return page

    def _reports_page(self) -> QWidget:
        from desktop.screens.reports import ReportsPage  # noqa: PLC0415  # after first paint

        return ReportsPage(self._desk)

    def _calendar_page(self) -> QWidget:
        from desktop.screens.calendar import CalendarPage  # noqa: PLC0415  # after first paint

        page = CalendarPage(self._desk)
        page.request_opened.connect(self.open_request)
        page.student_opened.connect(self.open_student)
        return page

    def _settings_page(self) -> QWidget:
        from desktop.screens.settings import SettingsPage  # noqa: PLC0415  # after first paint

        page = SettingsPage(self._desk)
        page.request_opened.connect(self.open_request)
        page.moment_changed.connect(self._moment)
        return page

    def _tell_drill(self, title: str) -> None:
        """The drill that is on, and the way to have it looked at."""
        if not title:
            self.notices.clear()
            return
        self.notices.say(
            self.tr("Drill: {title}. Work the case, then have it looked at.").format(title=title),
            action=self.tr("Check what I did"),
            on_action=self._look_at_drill,
        )

    def _look_at_drill(self) -> None:
        self.show_library()
        self._kept["library"].to_drills()  # type: ignore[attr-defined]

    # The tour

    def want_tour(self) -> None:
        """Show around once the window is painted."""
        self._tour_wanted = True

    def show_around(self) -> None:
        """The tour of five stops, over the queue."""
        from desktop.screens.tour import Stop, Tour  # noqa: PLC0415  # once in a lifetime

        if self._tour is not None:
            return
        self.show_queue()
        stops = (
            Stop("new_request", lambda: self.new_request),
            Stop("queue", lambda: self._kept["queue"]),
            Stop("guidance", lambda: self.guidance),
            Stop("library", lambda: self.library),
            Stop("lock", lambda: self.lock),
        )
        self._tour = Tour(self.centralWidget() or self, stops, self._desk.wording)
        self._tour.ended.connect(self._tour_over)

    def _tour_over(self) -> None:
        self._tour = None
        self._tour_wanted = False
        known = settings.load(self._desk.home)
        settings.save(self._desk.home, settings.replace(known, tour_seen=True))
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Guidance

    def _show_guidance(self, shown: bool) -> None:  # Qt's toggled signal
        self.guidance_place.setVisible(shown)
        if shown and self._panel is None:
            self._panel = panel_for(self._desk)
            self._panel.closed.connect(self.guidance.click)
            self.guidance_holder.addWidget(self._panel)
        self._moment(getattr(self.pages.currentWidget(), "moment", ""))

    def _want_guidance(self, wanted: bool) -> None:  # Qt's clicked signal
        """Remember what the person chose; a narrow window putting the tips away is no choice."""
        self._tips_wanted = wanted

    def _make_room(self) -> None:
        """Put the tips away where the page would get too narrow, and back once there is room."""
        fit = self.width() >= theme().sizes.px(_ROOM_FOR_TIPS)
        if fit != self._tips_fit:
            self._tips_fit = fit
            self.guidance.setChecked(fit and self._tips_wanted)

    def _moment(self, moment: str) -> None:
        """Show the tips of a moment; a page without one must not keep those of the page before."""
        if self._panel is not None and self.guidance.isChecked():
            right = getattr(self.pages.currentWidget(), "right", None)
            self._panel.show_moment(moment or _USUAL_MOMENT, right=right)

    # Ends

    def _logged(self, logged: Logged) -> None:
        self.notices.say(
            self.tr("Request {number} is logged.").format(number=logged.number), Kind.SUCCESS
        )

    def _office_changed(self) -> None:
        self.school_name.set_full_text(self._desk.school.name)

    def _lock(self) -> None:
        if not self.isVisible():
            return  # two reasons at once
        self._close_dialogs()
        self.copied.take_back()
        self._leave()
        self.locked.emit()

    def _close_dialogs(self) -> None:
        """Close what lies over the page, the topmost first; each keeps what is typed in it."""
        for dialog in reversed(self._open_dialogs()):
            dialog.reject()

    def _open_dialogs(self) -> list[QDialog]:
        return [one for one in self.findChildren(QDialog) if one.isVisible()]

    def _leave(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        settings.save(
            self._desk.home,
            settings.replace(
                settings.load(self._desk.home),
                geometry=geometry,
                guidance_open=self._tips_wanted,
            ),
        )
        jobs.drain()
        self._desk.leaving.emit()
        for timer in self.findChildren(QTimer):
            timer.stop()  # a page is gone a moment later than the file it would read
        self._desk.store.close()

    # The keyboard

    def find_anything(self) -> None:
        """The command palette."""
        from desktop.screens.doings import page_doings, window_doings  # noqa: PLC0415  # when asked
        from desktop.screens.palette import Palette  # noqa: PLC0415

        page = self.pages.currentWidget()
        doings = (*window_doings(self), *(page_doings(page) if page is not None else ()))
        palette = Palette(self._desk, doings, self)
        palette.request_wanted.connect(self.open_request)
        palette.student_wanted.connect(self.open_student)
        palette.resize(self._within(_PALETTE))
        palette.open()

    def show_keys(self) -> None:
        """The sheet of keys."""
        from desktop.screens.doings import (  # noqa: PLC0415  # when asked
            page_doings,
            page_keys,
            window_doings,
        )
        from desktop.screens.shortcuts import ShortcutSheet  # noqa: PLC0415

        page = self.pages.currentWidget()
        here = (*page_keys(page), *page_doings(page)) if page is not None else ()
        sheet = ShortcutSheet(here, window_doings(self), self)
        sheet.resize(self._within(_SHEET))
        sheet.open()

    def _within(self, size: tuple[int, int]) -> QSize:
        """A size at this text size, never larger than the window."""
        return QSize(*map(theme().sizes.px, size)).boundedTo(self.size())

    def search(self) -> None:
        """Put the keyboard in the search of the page in sight, else in that of the queue."""
        if self._search_in_sight() is None:
            self.show_queue()
        field = self._search_in_sight()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _search_in_sight(self) -> SearchField | None:
        page = self.pages.currentWidget()
        fields = page.findChildren(SearchField) if page is not None else []
        return next((one for one in fields if one.isVisible()), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what no page took for itself comes here.
        if event.matches(QKeySequence.StandardKey.Find):
            self.search()
            return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self._let_dialogs_lock)
        elif event.type() is QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self._take_keyboard_back)
        return super().event(event)

    def _let_dialogs_lock(self) -> None:
        """Ctrl+L locks from a dialog too: the window's own shortcuts do not reach it."""
        for dialog in self._open_dialogs():
            if not dialog.property(_LOCKS):
                dialog.setProperty(_LOCKS, True)
                QShortcut(QKeySequence(_LOCK), dialog).activated.connect(self._lock)
                self.veil.serve(dialog)

    def _take_keyboard_back(self) -> None:
        """A letter or another dialog was closed: go on in the page, with its tips."""
        page = self.pages.currentWidget()
        if page is None or not self.isVisible() or QApplication.activeModalWidget() is not None:
            return
        self.activateWindow()
        at = self.focusWidget()
        if at is None or not at.isVisible() or not at.isEnabled():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._moment(getattr(page, "moment", ""))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)
