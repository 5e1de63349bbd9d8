"""The lock: by itself and in time, and nothing of a family is left anywhere afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from desktop.application import Application, Start
from desktop.office import settings
from desktop.paths import Home
from desktop.screens import jobs
from desktop.screens.auto_lock import AutoLock
from desktop.screens.copied import Copied
from desktop.screens.system_lock import SystemLock
from desktop.screens.unlock import UnlockScreen
from desktop.store import backup
from tests.office.fake_keychain import no_keychain
from tests.offices import a_party, a_student, an_office

CANARY = "Xanthippe"


class Clock:
    """Seconds a test moves by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clocks():
    return Clock(), Clock()


@pytest.fixture
def auto(qtbot, clocks):
    running, wall = clocks
    return AutoLock(lambda: 5, running=running, wall=wall)


def locks(auto) -> bool:
    heard = []
    auto.wanted.connect(lambda: heard.append(True))
    auto.look()
    return bool(heard)


def go_on(clocks, seconds):
    for clock in clocks:
        clock.now += seconds


def test_it_locks_after_five_minutes_and_not_before(auto, clocks):
    go_on(clocks, 299)
    assert not locks(auto)
    go_on(clocks, 1)
    assert locks(auto)


@pytest.mark.parametrize("does", ["key", "mouse"])
def test_whoever_types_or_moves_the_mouse_is_at_work(qtbot, auto, clocks, does):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is field.windowHandle())
    go_on(clocks, 299)
    if does == "key":
        qtbot.keyClick(field.windowHandle(), Qt.Key.Key_A)
    else:
        qtbot.mouseMove(field, QPoint(3, 3))
        qtbot.mousePress(field.windowHandle(), Qt.MouseButton.LeftButton)
    go_on(clocks, 2)
    assert not locks(auto)


def test_a_computer_that_slept_is_locked_when_it_wakes(auto, clocks):
    running, wall = clocks
    running.now += 3
    wall.now += 3600
    assert locks(auto)
    go_on(clocks, 3)
    assert not locks(auto)


def test_setting_the_clock_back_does_not_put_the_lock_off(auto, clocks):
    running, wall = clocks
    running.now += 300
    wall.now -= 10_000
    assert locks(auto)


def test_the_computers_own_lock_and_sleep_are_passed_on(qtbot):
    lock = SystemLock()
    with qtbot.waitSignal(lock.locked):
        lock.began(True)
    with qtbot.waitSignal(lock.locked):
        lock.now()
    with qtbot.assertNotEmitted(lock.locked):
        lock.began(False)


# What is left after it


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    """The program with an office full of canaries, signed in."""
    office = an_office(tmp_path / "home")
    student = a_student(given=CANARY, family=CANARY, other_names=(CANARY,))
    request = office.log(student=student, requester=a_party(name=CANARY), words=CANARY).request
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made._show_window(office.opened)
    yield made, request, student.id
    assert jobs.drain(10_000)
    if made.window is not None:
        made.window.close()
    made._end_entrance()


SCREENS = {
    "queue": lambda window, _request, _student: window.show_queue(),
    "students": lambda window, _request, _student: window.show_students(),
    "student": lambda window, _request, student: window.open_student(student),
    "registers": lambda window, _request, _student: window.show_registers(),
    "settings": lambda window, _request, _student: window.show_settings(),
    "request": lambda window, request, _student: window.open_request(request),
    "intake": lambda window, _request, student: window.log_a_request(student),
    "letter": lambda window, request, _student: window.draft_letter(request, "receipt"),
}


def columns_of(model) -> int:
    """A list has one, and Qt does not let it be asked."""
    return model.columnCount() if isinstance(model, QAbstractTableModel) else 1


def said_by(widget: QWidget) -> str:
    """Everything a widget holds that can be read: what it shows, and what it tells a reader."""
    texts = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
    for name in ("text", "toPlainText", "placeholderText"):
        read = getattr(widget, name, None)
        texts.append(str(read()) if callable(read) else "")
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        texts += [
            str(model.index(row, column).data())
            for row in range(min(model.rowCount(), 50))
            for column in range(columns_of(model))
        ]
    return "\n".join(texts)


def accessible(top: QWidget) -> str:
    """What the accessibility tree tells, from a window down."""
    texts, waiting = [], [QAccessible.queryAccessibleInterface(top)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid():
            continue
        texts += [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
        waiting += [one.child(place) for place in range(min(one.childCount(), 60))]
    return "\n".join(texts)


def everything() -> str:
    return "\n".join(
        f"{type(one).__name__} {one.objectName()}: {said_by(one)}"
        for top in QApplication.topLevelWidgets()
        for one in (top, *top.findChildren(QWidget))
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_after_the_lock_no_name_is_left(qtbot, program, screen):
    made, request, student = program
    SCREENS[screen](made.window, request, student)
    jobs.drain(10_000)
    QCoreApplication.processEvents()
    if screen not in {"settings", "registers"}:
        assert CANARY in everything()  # else this test could not fail
    (QApplication.activeModalWidget() or made.window).activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    QGuiApplication.clipboard().setText(CANARY)
    made.window.lock_now()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isinstance(made._entrance.centralWidget(), UnlockScreen)
    assert [line for line in everything().splitlines() if CANARY in line] == []
    assert CANARY not in accessible(made._entrance)
    assert CANARY not in QGuiApplication.clipboard().text()


def test_what_was_changed_goes_into_a_copy_when_it_locks(program):
    made, _request, _student = program
    home, keys, head = made._home, made._desk.keys, made._desk.store.head()
    made.window.lock_now()
    assert made.window is None  # nobody waits for the copy
    assert jobs.drain(20_000)
    (copy,) = backup.all_in(home.backups_folder, keys)
    assert copy.note.head == head
    assert backup.look(copy.folder, keys, read=True).whole


def test_what_another_program_copied_is_left_alone(qtbot):
    at_work = [True]
    copied, clipboard = Copied(at_work=lambda: at_work[0]), QGuiApplication.clipboard()
    clipboard.setText(CANARY)
    at_work[0] = False
    clipboard.setText("somebody else's")
    copied.take_back()
    assert clipboard.text() == "somebody else's"


def test_the_setting_says_after_how_many_minutes(tmp_path):
    home = Home(folder=tmp_path)
    assert settings.load(home).lock_minutes == 5
    settings.save(home, settings.replace(settings.load(home), lock_minutes=2))
    assert settings.load(home).lock_minutes == 2
    home.settings_file.write_text("lock_minutes = 90\n")
    assert settings.load(home).lock_minutes == 5
