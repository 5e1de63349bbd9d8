"""The pages of the window: each is built when it is first turned to, and kept from then on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.records.ids import RequestId
from desktop.screens.desk import Desk
from desktop.screens.worklist import WorklistPage

if TYPE_CHECKING:  # the window puts this together; the pages come after first paint
    from desktop.records.agenda import Section
    from desktop.screens.agenda import AgendaPage
    from desktop.screens.blanks import BlanksPage
    from desktop.screens.calendar import CalendarPage
    from desktop.screens.letters_page import LettersPage
    from desktop.screens.library import LibraryPage
    from desktop.screens.registers import RegistersPage
    from desktop.screens.reports import ReportsPage
    from desktop.screens.request import RequestPage
    from desktop.screens.settings import SettingsPage
    from desktop.screens.students import StudentsPage
    from desktop.screens.window import DeskWindow

Page = TypeVar("Page", bound=QWidget)


class WindowPages(QObject):
    """Turns the window to a page: each function named for a page shows it and gives it back.

    Signals:
        turned: a page came in sight; carries it.
        moment_changed: what is worked on in a page is now this moment of the guidance.
    """

    turned = Signal(QWidget)
    moment_changed = Signal(str)

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._stack = window.pages
        self._rail = (
            window.today,
            window.queue,
            window.students,
            window.registers,
            window.letters,
            window.blanks,
            window.calendar,
            window.reports,
            window.library,
            window.settings,
        )
        self.kept: dict[str, QWidget] = {}
        self.name = ""  # of the page in sight
        self.last_request: RequestId | None = None

    @property
    def current(self) -> QWidget | None:
        """The page in sight."""
        return self._stack.currentWidget()

    def queue(self) -> WorklistPage:
        """The queue."""
        return self._turn_to("queue", self._build_queue)

    def today(self) -> AgendaPage:
        """The day in order."""
        return self._turn_to("today", self._build_today)

    def students(self) -> StudentsPage:
        """The students of the office."""
        return self._turn_to("students", self._build_students)

    def registers(self) -> RegistersPage:
        """The registers: disclosures, holds, opt-outs, consents."""
        return self._turn_to("registers", self._build_registers)

    def library(self) -> LibraryPage:
        """What there is to read and to learn."""
        return self._turn_to("library", self._build_library)

    def letters(self) -> LettersPage:
        """The letters ready to be printed, and those that wait."""
        return self._turn_to("letters", self._build_letters)

    def blanks(self) -> BlanksPage:
        """The forms to hand out."""
        return self._turn_to("blanks", self._build_blanks)

    def reports(self) -> ReportsPage:
        """The month for the principal, the year, the audit trail."""
        return self._turn_to("reports", self._build_reports)

    def calendar(self) -> CalendarPage:
        """What falls on each day, and the days without school."""
        return self._turn_to("calendar", self._build_calendar)

    def settings(self) -> SettingsPage:
        """The office's settings."""
        return self._turn_to("settings", self._build_settings)

    def request(self, request: RequestId) -> RequestPage:
        """One request, in place of the one shown before."""
        page = self._build_request(request)
        old = self.kept.get("request")
        self._keep("request", page)
        self._show(page, "request")
        self.last_request = request
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        return page

    def _turn_to(self, name: str, build: Callable[[], Page]) -> Page:
        if name not in self.kept:
            self._keep(name, build())
        page = cast("Page", self.kept[name])
        self._show(page, name)
        return page

    def _keep(self, name: str, page: QWidget) -> None:
        self.kept[name] = page
        self._stack.addWidget(page)

    def _show(self, page: QWidget, name: str) -> None:
        self._stack.setCurrentWidget(page)
        self.name = name
        for button in self._rail:
            button.setChecked(button.objectName() == name)
        page.setFocus()
        self.turned.emit(page)

    # How each is built, and what it asks the window for

    def _build_queue(self) -> WorklistPage:
        page = WorklistPage(self._desk)
        page.request_opened.connect(partial(self._window.open_of, page))
        page.new_wanted.connect(self._window.log_a_request)
        page.letters_wanted.connect(self._window.show_letters_of)
        page.moment_changed.connect(self.moment_changed)
        return page

    def _take_up(self, page: AgendaPage, request: RequestId, section: Section) -> None:
        """A request of the day, with the keyboard on what it is in that list for."""
        from desktop.screens.request_take_up import take_up  # noqa: PLC0415  # after first paint

        self._window.open_of(page, request)
        take_up(cast("RequestPage", self.kept["request"]), section)

    def _build_today(self) -> AgendaPage:
        from desktop.screens.agenda import AgendaPage  # noqa: PLC0415  # after first paint

        page = AgendaPage(self._desk)
        page.request_opened.connect(partial(self._window.open_of, page))
        page.work_wanted.connect(partial(self._take_up, page))
        page.letter_opened.connect(self._window.open_letter)
        page.letter_wanted.connect(self._window.draft_letter)
        page.batch_wanted.connect(self._window.print_letters)
        return page

    def _build_students(self) -> StudentsPage:
        from desktop.screens.students import StudentsPage  # noqa: PLC0415  # after first paint

        page = StudentsPage(self._desk)
        page.request_opened.connect(self._window.open_request)
        page.intake_wanted.connect(self._window.log_a_request)
        page.moment_changed.connect(self.moment_changed)
        return page

    def _build_registers(self) -> RegistersPage:
        from desktop.screens.registers import RegistersPage  # noqa: PLC0415  # after first paint

        page = RegistersPage(self._desk)
        page.request_opened.connect(self._window.open_request)
        page.student_opened.connect(self._window.open_student)
        page.moment_changed.connect(self.moment_changed)
        return page

    def _build_library(self) -> LibraryPage:
        from desktop.screens.library import LibraryPage  # noqa: PLC0415  # after first paint

        page = LibraryPage(self._desk)
        page.moment_changed.connect(self.moment_changed)
        page.request_opened.connect(self._window.open_request)
        page.intake_wanted.connect(self._window.log_a_request)
        page.drill_changed.connect(self._window.learning.tell_drill)
        page.tour_wanted.connect(self._window.show_around)
        return page

    def _build_letters(self) -> LettersPage:
        from desktop.screens.letters_page import LettersPage  # noqa: PLC0415  # after first paint

        page = LettersPage(self._desk)
        page.letter_opened.connect(self._window.open_letter)
        return page

    def _build_blanks(self) -> BlanksPage:
        from desktop.screens.blanks import BlanksPage  # noqa: PLC0415  # after first paint

        page = BlanksPage(self._desk)
        page.filled_wanted.connect(self._window.intake.opener.ask)
        return page

    def _build_reports(self) -> ReportsPage:
        from desktop.screens.reports import ReportsPage  # noqa: PLC0415  # after first paint

        return ReportsPage(self._desk)

    def _build_calendar(self) -> CalendarPage:
        from desktop.screens.calendar import CalendarPage  # noqa: PLC0415  # after first paint

        page = CalendarPage(self._desk)
        page.request_opened.connect(self._window.open_request)
        page.student_opened.connect(self._window.open_student)
        return page

    def _build_settings(self) -> SettingsPage:
        from desktop.screens.settings import SettingsPage  # noqa: PLC0415  # after first paint

        page = SettingsPage(self._desk)
        page.request_opened.connect(self._window.open_request)
        page.moment_changed.connect(self.moment_changed)
        return page

    def _build_request(self, request: RequestId) -> RequestPage:
        from desktop.screens.request import RequestPage  # noqa: PLC0415  # after first paint

        page = RequestPage(self._desk, request)
        page.letter_wanted.connect(self._window.draft_letter)
        page.letter_open_wanted.connect(self._window.open_letter)
        page.request_wanted.connect(self._window.open_request)
        page.student_wanted.connect(self._window.open_student)
        page.intake_wanted.connect(self._window.intake.begin_linked)
        page.back_wanted.connect(self._window.go_back)
        page.moment_changed.connect(self.moment_changed)
        return page
