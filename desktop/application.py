"""Builds the program once: the law and the words, then the first screen, then the window."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QTranslator, Signal, SignalInstance
from PySide6.QtWidgets import QApplication

from desktop import __version__, start_up
from desktop.errors import DeskError, ResourceError
from desktop.office import moment, settings
from desktop.office.keychain import system_keychain
from desktop.office.passing import Passing
from desktop.office.place import check_place, make_room
from desktop.office.settings import WindowSettings
from desktop.paths import Home, resources
from desktop.records.defaults import NO_DEFAULTS, Defaults, load_defaults
from desktop.records.ids import PersonId
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.one_copy import OneCopy
from desktop.screens.theme import apply_theme, new_application, register_more_fonts
from desktop.screens.window import DeskWindow
from desktop.screens.window_place import Place
from desktop.wording.sentences import Wording, load_wording

if TYPE_CHECKING:  # a start needs none of it
    from desktop.actions.office import Opened
    from desktop.actions.signing_in import Find
    from desktop.records.law import Law
    from desktop.records.person import Role
    from desktop.screens.entrance import Entrance
    from desktop.screens.practice_entrance import PracticeEntrance


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How the program was asked to start."""

    home: Home
    practice: bool = False


class Application(QObject):
    """The running program: the entrance (set-up or unlock), then the window, and back on lock.

    ``own_process`` says that nothing else runs in this process, so that its folder for passing
    files may be the office's own.

    ``unattended``: nobody is there to choose whom to practise as.

    A faulty file of the program's own never keeps it from opening: what could be read is used, and
    the window tells file, key and line of the rest.

    Signals:
        settled: the window is shown, or what is asked or wrong before there is one.
    """

    settled = Signal()

    def __init__(
        self,
        app: QApplication,
        start: Start,
        *,
        find: Find = system_keychain,
        own_process: bool = False,
        unattended: bool = False,
    ) -> None:
        super().__init__(app)
        self._unattended = unattended
        self._start = start
        self._find = find
        self._home = Home(folder=start.home.practice_folder) if start.practice else start.home
        self._passing = Passing(self._home.passing_folder)
        self._own_process = own_process
        app.aboutToQuit.connect(self._passing.sweep)
        self._one_copy = OneCopy(self._home, self)
        self._one_copy.wished.connect(self._come_forward)
        app.aboutToQuit.connect(self._one_copy.let_go)
        self._wording: Wording = load_wording("en")
        self._defaults, self._faults = _lists()
        self._entrance: Entrance | PracticeEntrance | None = None
        self.window: DeskWindow | None = None
        self._desk: Desk | None = None
        self._left: dict[PersonId, Place] = {}
        look = self._remembered()
        apply_theme(app, look.dark, look.text_scale)

    def open(self) -> None:
        """Show the first screen."""
        self._begin()
        QTimer.singleShot(0, register_more_fonts)

    def tell(self, fault: BaseException, report: str) -> bool:
        """Say in the window that something went wrong; False when there is none to say it in."""
        shown = self.window or self._entrance
        if shown is None:
            return False
        if isinstance(fault, DeskError):
            shown.notices.say_fault(fault)
        else:
            shown.notices.say_bug(report)
        return True

    def _begin(self, *, by_itself: bool = True) -> None:
        try:
            check_place(self._home.folder)
            make_room(self._home.folder)
            self._one_copy.take()
        except DeskError as fault:
            self._show_entrance(fault)
            return
        self._passing.sweep()
        self._pass_files_here()
        if self._start.practice:
            self._open_practice(by_itself=by_itself)
        else:
            self._show_entrance(by_itself=by_itself)

    def _pass_files_here(self) -> None:
        if self._own_process:  # the folder is one for everything in a process
            self._passing.use()

    @property
    def raised_first(self) -> SignalInstance:
        """Emitted when the window of the first start came to the front instead of this one."""
        return self._one_copy.granted

    def _come_forward(self) -> None:
        """A second start was asked for: this is the window that is meant."""
        shown = self.window or self._entrance
        if shown is not None:
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.raise_()
            shown.activateWindow()

    def _open_practice(self, *, by_itself: bool) -> None:
        """Today's practice office as whoever practised last; else ask whom to practise as.

        It is asked while the office of today is made, and after somebody locked it.
        """
        from desktop.actions.practising import todays_practice_office  # noqa: PLC0415  # rarely needed

        role = self._remembered().last_role
        try:
            opened = (
                todays_practice_office(self._home, now=moment.now(), role=role)
                if by_itself
                else None
            )
            if opened is not None:
                self._enter(opened)
            else:
                self._ask_who_practises(role)
        except DeskError as fault:
            self._show_entrance(fault)

    def _ask_who_practises(self, role: Role | None) -> None:
        from desktop.screens.practice_entrance import PracticeEntrance  # noqa: PLC0415  # the same

        self._end_entrance()
        entrance = self._entrance = PracticeEntrance(
            self._home, law_of=law_of, defaults=self._defaults, wording=self._wording, role=role
        )
        entrance.opened.connect(self._enter_practice)
        entrance.failed.connect(self._show_entrance)
        entrance.show()
        if self._unattended:
            entrance.begin.click()

    def _enter_practice(self, opened: Opened) -> None:
        """Whom somebody practised as is asked no more until the next day, or until they lock."""
        look = settings.replace(self._remembered(), last_role=opened.person.role)
        settings.save(self._home, look)
        self._enter(opened)

    def _show_entrance(self, fault: DeskError | None = None, *, by_itself: bool = True) -> None:
        self._end_entrance()
        from desktop.screens.entrance import Entrance  # noqa: PLC0415  # not with the key in hand

        entrance = self._entrance = Entrance(
            self._home,
            law_of=law_of,
            defaults=self._defaults,
            by_itself=by_itself,
            fault=fault,
            find=self._find,
        )
        entrance.opened.connect(self._enter)
        entrance.again_wanted.connect(self._begin)
        entrance.show()
        self.settled.emit()

    def _end_entrance(self) -> None:
        if self._entrance is not None:
            self._entrance.hide()
            self._entrance.deleteLater()
            self._entrance = None

    def _enter(self, opened: Opened) -> None:
        try:
            self._show_window(opened)
        except DeskError as fault:
            opened.store.close()
            self._show_entrance(fault)

    def _show_window(self, opened: Opened) -> None:
        self._one_copy.take()  # the folder may have been made just now
        self._pass_files_here()
        desk = Desk(
            opened,
            home=self._home,
            law_of=law_of,
            wording=self._wording,
            defaults=self._defaults,
            practice=self._start.practice,
            faults=self._faults,
        )
        self._desk = desk
        remembered = self._remembered()
        self.window = DeskWindow(desk, remembered)
        self.window.locked.connect(self._lock)
        if not remembered.tour_seen:
            self.window.want_tour()
        place = self._left.pop(opened.person.id, None)
        if place is not None:
            self.window.want_place(place)
        self.window.show()
        if self._one_copy.ended_badly and not self._start.practice:
            self.window.want_check()
        self._end_entrance()
        self.settled.emit()

    def _remembered(self) -> WindowSettings:
        """How this computer shows the program; the practice office begins as the real one looks."""
        own = self._home.settings_file.exists()
        return settings.load(self._home if own else self._start.home)

    def copy_on_leaving(self) -> None:
        """The window is closed: what was changed since the last copy goes into one more."""
        if self._desk is None or self._start.practice:
            return
        from desktop.actions.backing_up import back_up_quietly  # noqa: PLC0415  # on leaving
        from desktop.records.backups import Why  # noqa: PLC0415  # the same

        back_up_quietly(self._home, self._desk.keys, Why.CLOSING, at=moment.now())

    def _lock(self) -> None:
        """Close the file and every window that shows it; drafts are kept inside the file."""
        if self.window is not None and self._desk is not None:
            if self.window.left_at is not None:
                self._left[self._desk.person.id] = self.window.left_at
            self._copy_beside()
            self.window.hide()
            self.window.deleteLater()
            self.window = self._desk = None
        self._begin(by_itself=False)

    def _copy_beside(self) -> None:
        """What was changed goes into a copy while the sign-in stands there; nobody waits for it."""
        if self._desk is None or self._start.practice:
            return
        from desktop.actions.backing_up import back_up_quietly  # noqa: PLC0415  # on leaving
        from desktop.records.backups import Why  # noqa: PLC0415  # the same

        home, vault, at = self._home, self._desk.keys, moment.now()
        jobs.run(
            lambda _progress, _cancelled: back_up_quietly(home, vault, Why.CLOSING, at=at),
            owner=self,
        )


def main(start: Start, *, quit_after_start: bool = False) -> int:
    """Run the window until it is closed; ``quit_after_start`` proves that it starts."""
    start_up.loaded()
    jobs.pause_collecting()
    app = new_application()
    app.setApplicationName("Records Desk")
    app.setApplicationVersion(__version__)
    _install_translation(app)
    program = Application(app, start, own_process=True, unattended=quit_after_start)
    program.raised_first.connect(app.quit)
    program.settled.connect(_collect_once_painted, Qt.ConnectionType.SingleShotConnection)
    _install_last_resort(app, program)

    if quit_after_start:
        program.settled.connect(lambda: QTimer.singleShot(1500, app.quit))
    QTimer.singleShot(0, program.open)  # inside the loop, where the last resort hears of a fault
    code = app.exec()
    jobs.drain()
    program.copy_on_leaving()
    return code


def _collect_once_painted() -> None:
    QTimer.singleShot(0, jobs.collect_again)


def law_of(state: str | None) -> Law:
    """The law as shipped, read by whoever first needs it: the queue does not."""
    from desktop.records import law  # noqa: PLC0415  # after first paint

    return law.law_of(state)


def _lists() -> tuple[Defaults, tuple[ResourceError, ...]]:
    try:
        return load_defaults(resources("office", "defaults.toml")), ()
    except ResourceError as fault:
        return NO_DEFAULTS, (fault,)


def _install_translation(app: QApplication) -> None:
    """The texts of windows in the computer's language, where somebody has translated them."""
    translator = QTranslator(app)
    if translator.load(QLocale(), "", "", str(resources("translations"))):
        app.installTranslator(translator)


def _install_last_resort(app: QApplication, program: Application) -> None:
    """What reaches the top: a fault the office can mend is told as such, else it is our bug.

    The bug is told in the window, and no name is written anywhere. Before there is a window the
    report goes to where the program was started from, and the program ends.
    """

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        report = _report(kind, trace)
        if isinstance(fault, KeyboardInterrupt):
            app.quit()
        elif not program.tell(fault, report):
            if sys.stderr is not None:  # a program without a console has none
                sys.stderr.write(report)
            app.exit(1)

    sys.excepthook = tell


def _report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of the fault and the lines of code it passed; never its message, values or paths."""
    lines = [f"Records Desk {__version__}: {kind.__name__}"]
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "")
        lines.append(f"  {module}:{trace.tb_lineno} {frame.f_code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines) + "\n"
