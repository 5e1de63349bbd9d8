"""What the window of a signed-in person reminds of by itself, begun once it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.office import settings
from desktop.office.reminded import Memory, replace
from desktop.records.agenda import Agenda, Section, sections_for
from desktop.records.digest import NEEDED, digest, need_me, things
from desktop.records.notifying import after_telling, seen, to_tell
from desktop.screens.count_pill import CountPill
from desktop.screens.day_reader import DayReader
from desktop.screens.desktop_notice import DesktopNotice
from desktop.screens.digest import DigestPanel
from desktop.screens.room_light import RoomLight
from desktop.wording.dates import clock_time, day_date

if TYPE_CHECKING:
    from desktop.screens.desk import Desk
    from desktop.screens.window import DeskWindow


_AGAIN_MS = 60_000


class Reminders(QObject):
    """The number on Today, the digest of the day, notices on the desktop, and room on the disk.

    Owned by the window, and gone with it: nothing reminds of anything while the office is locked,
    for what waits is then inside a closed file.
    """

    def __init__(self, window: DeskWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._memory = Memory(desk.home, desk.person.id)
        self._begun = False
        self._count = 0
        self._agenda: Agenda | None = None
        self.panel: DigestPanel | None = None
        self.room = RoomLight(window.status.room, window.notices, desk)
        self.pill = CountPill(window.today, desk.wording)
        self.notice = DesktopNotice(window.windowIcon(), self)
        self.notice.pressed.connect(self._come_forward)
        self.day = DayReader(desk, self)
        self.day.read.connect(self._look)
        desk.leaving.connect(self._end)
        again = QTimer(self, interval=_AGAIN_MS)  # its hours may begin, its window may go behind
        again.timeout.connect(self._notify)
        again.start()
        self.day.refresh()

    def _look(self, agenda: Agenda) -> None:
        """The lists were read: the number, and on the first time the digest."""
        parts = sections_for(self._desk.person.role)
        mine = {one: items for one, items in agenda.items.items() if one in parts}
        self._count = len(need_me(mine))
        self.pill.show_count(self._count)
        if not self._begun:
            self._begun = True
            self._begin_day(agenda)
        elif self.panel is not None:
            self._follow(self.panel, agenda)
        self._agenda = agenda
        self._notify()

    # The digest

    def _begin_day(self, agenda: Agenda) -> None:
        now = self._desk.sign().at
        known = self._memory.mine.signed_in(things(agenda), now)
        # What waits at the sign-in is in front of whoever signs in: no notice tells of it.
        told = seen(known.told, self._waiting(agenda), on=self._desk.today())
        self._memory.keep(known.with_told(told))
        wanted = settings.load(self._desk.home).digest
        if wanted and known.before_at and known.put_away_on != self._desk.today():
            self._show_digest(agenda)

    def _show_digest(self, agenda: Agenda) -> None:
        known, words = self._memory.mine, self._desk.wording
        lines = digest(agenda, known.before)
        if not lines or known.before_at is None:
            return
        before = known.before_at.astimezone()
        heading = words.text(
            "digest.since",
            day=day_date(before.date(), self._desk.today()),
            at=clock_time(before.time()),
        )
        self.panel = DigestPanel(heading, lines, words)
        self.panel.section_wanted.connect(self._open)
        self.panel.put_away.connect(self._put_away)
        self._window.show_above_page(self.panel)

    def _follow(self, panel: DigestPanel, agenda: Agenda) -> None:
        """Its numbers are those of the lists they open; with nothing left it goes by itself."""
        lines = digest(agenda, self._memory.mine.before)
        panel.show_lines(lines)
        panel.setVisible(bool(lines))

    def _open(self, section: Section) -> None:
        self._put_away()
        self._window.show_section(section)

    def _put_away(self) -> None:
        """Not again today; the keyboard goes back to the page."""
        self._memory.keep(replace(self._memory.mine, put_away_on=self._desk.today()))
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        page = self._window.pages.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Notices

    def _notify(self) -> None:
        if self._agenda is None:
            return
        desk, today, agenda = self._desk, self._desk.today(), self._agenda
        waiting, told = self._waiting(agenda), self._memory.mine.told
        wanted = settings.load(desk.home).desktop_notices and not desk.practice
        self.notice.want(wanted)
        if self.in_front():
            self._memory.keep(self._memory.mine.with_told(seen(told, waiting, on=today)))
            return
        news = to_tell(
            told,
            waiting,
            at=desk.sign().at.astimezone(),
            limits=desk.defaults.notice,
            office_open=desk.calendar.not_office(today) is None,
        )
        if news and self.notice.tell(desk.wording.text("waiting.notice", count=self._count)):
            self._memory.keep(self._memory.mine.with_told(after_telling(told, news, on=today)))

    def in_front(self) -> bool:
        """Whether somebody works in this program just now, in a dialog too."""
        return QApplication.activeWindow() is not None

    def _waiting(self, agenda: Agenda) -> frozenset[str]:
        """What the number counts."""
        return things(agenda, NEEDED & set(sections_for(self._desk.person.role)))

    def _come_forward(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show_today()
        window.raise_()
        window.activateWindow()

    def _end(self) -> None:
        """Locked or closed: the next person's number is another one."""
        self.pill.show_count(0)
        self.notice.take_away()
