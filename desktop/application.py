"""Builds the program once: the law and the words, then the first screen, then the window."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.actions.office import Opened
from desktop.errors import DeskError
from desktop.office import moment, settings
from desktop.paths import Home, resources
from desktop.records.defaults import Defaults, load_defaults
from desktop.records.law import Law
from desktop.records.rights import load_rights
from desktop.records.rules import load_rule_books
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.entrance import Entrance
from desktop.screens.theme import apply_theme, new_application, register_more_fonts
from desktop.screens.window import DeskWindow
from desktop.wording.sentences import Wording, load_wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How the program was asked to start."""

    home: Home
    practice: bool = False


def law_of(state: str | None) -> Law:
    """Federal law and one state's; every state's for ``None``."""
    states = None if state is None else [state]
    return Law(
        books=load_rule_books(resources("rules"), states=states),
        rights=load_rights(resources("rights")),
    )


class Application(QObject):
    """The running program: the entrance (set-up or unlock), then the window, and back on lock."""

    def __init__(self, app: QApplication, start: Start) -> None:
        super().__init__(app)
        self._app = app
        self._start = start
        self._home = Home(folder=start.home.practice_folder) if start.practice else start.home
        self._settings = settings.load(start.home)
        self._wording: Wording = load_wording("en")
        self._defaults: Defaults = load_defaults(resources("office", "defaults.toml"))
        self._entrance: Entrance | None = None
        self.window: DeskWindow | None = None
        apply_theme(app, self._settings.dark, self._settings.text_scale)

    def open(self) -> None:
        """Show the first screen."""
        if self._start.practice:
            self._open_practice()
        else:
            self._show_entrance()
        QTimer.singleShot(0, register_more_fonts)

    def _open_practice(self) -> None:
        from desktop.actions.practice import open_practice_office  # noqa: PLC0415  # rarely needed

        try:
            opened = open_practice_office(self._home, law_of, self._defaults, now=moment.now())
        except DeskError as fault:
            self._show_entrance(fault)
            return
        self._show_window(opened)

    def _show_entrance(self, fault: DeskError | None = None) -> None:
        self._entrance = Entrance(self._home, law_of=law_of, defaults=self._defaults)
        self._entrance.opened.connect(self._show_window)
        if fault is not None:
            self._entrance.tell(fault)
        self._entrance.show()

    def _show_window(self, opened: Opened) -> None:
        desk = Desk(
            opened,
            home=self._home,
            law_of=law_of,
            wording=self._wording,
            defaults=self._defaults,
            practice=self._start.practice,
        )
        self.window = DeskWindow(desk, self._settings)
        self.window.locked.connect(self._lock)
        self.window.show()
        if self._entrance is not None:
            self._entrance.close()
            self._entrance.deleteLater()
            self._entrance = None

    def _lock(self) -> None:
        """Close the file and every window that shows it; drafts are kept inside the file."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self._start.practice:
            self._open_practice()
        else:
            self._show_entrance()


def main(start: Start, *, quit_after_start: bool = False) -> int:
    """Run the window until it is closed; ``quit_after_start`` proves that it starts."""
    app = new_application()
    app.setApplicationName("Records Desk")
    app.setApplicationVersion(__version__)
    _install_translation(app)
    program = Application(app, start)
    _install_last_resort(program)
    program.open()
    if quit_after_start:
        QTimer.singleShot(1500, app.quit)
    code = app.exec()
    jobs.drain()
    return code


def _install_translation(app: QApplication) -> None:
    """The texts of windows in the computer's language, where somebody has translated them."""
    translator = QTranslator(app)
    if translator.load(QLocale(), "", "", str(resources("translations"))):
        app.installTranslator(translator)


def _install_last_resort(program: Application) -> None:
    """What reaches the top is our bug: say so in the window and write no names anywhere."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        report = _report(kind, trace)
        if isinstance(fault, KeyboardInterrupt):
            program.deleteLater()
            QApplication.quit()
        elif program.window is not None:
            program.window.tell_bug(report)
        else:
            sys.stderr.write(report)

    sys.excepthook = tell


def _report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of the fault and the lines of our code it passed; never its message or values."""
    lines = [f"Records Desk {__version__}: {kind.__name__}"]
    while trace is not None:
        code = trace.tb_frame.f_code
        name = code.co_filename.replace("\\", "/").rsplit("/desktop/", 1)[-1]
        lines.append(f"  {name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines) + "\n"
