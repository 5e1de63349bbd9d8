"""The computer's own lock and sleep on Linux, over a real bus that only this test is on."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from desktop.screens.system_lock import SystemLock

DAEMON = shutil.which("dbus-daemon")
pytestmark = pytest.mark.skipif(DAEMON is None, reason="needs dbus-daemon")

CONFIG = """<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@pytest.fixture
def address(tmp_path_factory):
    """Where a bus of our own listens, for as long as the test lasts."""
    folder = tmp_path_factory.mktemp("bus")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(socket=folder / "s"))
    command = [str(DAEMON), f"--config-file={config}", "--nofork", "--print-address=1"]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def bus(address):
    """The program's connection, and that of whoever locks the computer."""
    names = ("listens", "tells")
    connections = [QDBusConnection.connectToBus(address, name) for name in names]
    assert all(one.isConnected() for one in connections)
    yield connections
    del connections
    for name in names:
        QDBusConnection.disconnectFromBus(name)


DBUS = "org.freedesktop.DBus"
LOGIN = "/org/freedesktop/login1"
SESSION = f"{LOGIN}/session/_31"


def a_signal(path: str, interface: str, name: str, *values: object) -> QDBusMessage:
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(values))
    return message


def listening(bus: QDBusConnection) -> SystemLock:
    """It listens, and the bus knows: Qt does not wait for that by itself."""
    lock = SystemLock(system=bus, session=bus)
    bus.call(QDBusMessage.createMethodCall(DBUS, f"/{DBUS.replace('.', '/')}", DBUS, "GetId"))
    return lock


LOCKING = {
    "sleep": (LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", True),
    "lock": (SESSION, "org.freedesktop.login1.Session", "Lock"),
    "saver": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    "gnome": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
    "mate": ("/org/mate/ScreenSaver", "org.mate.ScreenSaver", "ActiveChanged", True),
}
OTHERS = {
    "woke up": (LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", False),
    "unlocked": (SESSION, "org.freedesktop.login1.Session", "Unlock"),
    "saver ended": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False),
    "shut down": (LOGIN, "org.freedesktop.login1.Manager", "PrepareForShutdown", True),
}


@pytest.mark.parametrize("said", LOCKING.values(), ids=LOCKING)
def test_the_lock_and_sleep_are_heard(qtbot, bus, said):
    listens, tells = bus
    lock = listening(listens)
    with qtbot.waitSignal(lock.locked):
        assert tells.send(a_signal(*said))


@pytest.mark.parametrize("said", OTHERS.values(), ids=OTHERS)
def test_nothing_else_locks(qtbot, bus, said):
    """What is told afterwards is heard once: what came before it was let pass."""
    listens, tells = bus
    lock = listening(listens)
    heard = []
    lock.locked.connect(lambda: heard.append(True))
    assert tells.send(a_signal(*said))
    assert tells.send(a_signal(*LOCKING["sleep"]))
    qtbot.waitUntil(lambda: bool(heard))
    assert len(heard) == 1


def test_where_there_is_no_bus_nothing_is_heard_and_nothing_fails(qtbot):
    nowhere = QDBusConnection("no such bus")
    assert not nowhere.isConnected()
    SystemLock(system=nowhere, session=nowhere)
