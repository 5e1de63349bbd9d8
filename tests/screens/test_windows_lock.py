"""What Windows tells a window of the lock and of sleep, read from the bytes of its messages."""

from __future__ import annotations

import ctypes
import struct

import pytest
from PySide6.QtWidgets import QWidget

from desktop.screens.windows_lock import Message, WindowsLock

SIZE = ctypes.sizeof(ctypes.c_void_p)


def bytes_of(kind: int, what: int) -> ctypes.Array:
    """A MSG as it lies in memory: the window, the kind, padding, what happened, and the rest."""
    layout = "@PIxxxxNNI" if SIZE == 8 else "@PINNI"
    return ctypes.create_string_buffer(struct.pack(layout, 1, kind, what, 0, 0) + bytes(16))


@pytest.fixture
def heard(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    lock = WindowsLock(window)
    told = []
    lock.locked.connect(lambda: told.append(True))

    def tell(name: bytes, kind: int, what: int) -> bool:
        told.clear()
        message = bytes_of(kind, what)
        answer = lock._filter.nativeEventFilter(name, ctypes.addressof(message))
        assert answer == (False, 0)  # others hear it too
        return bool(told)

    return tell


@pytest.mark.parametrize(
    ("kind", "what", "locks"),
    [
        (0x02B1, 7, True),
        (0x02B1, 8, False),
        (0x0218, 4, True),
        (0x0218, 18, False),
        (0x0100, 7, False),
        (0x0100, 4, False),
    ],
    ids=["locked", "unlocked", "about to sleep", "woke up", "a key", "another key"],
)
def test_the_lock_and_sleep_are_heard_and_nothing_else(heard, kind, what, locks):
    assert heard(b"windows_generic_MSG", kind, what) is locks


def test_a_message_of_another_system_is_not_looked_at(heard):
    assert not heard(b"xcb_generic_event_t", 0x02B1, 7)


def test_the_structure_is_laid_out_as_windows_does():
    assert (Message.kind.offset, Message.what.offset) == (SIZE, 2 * SIZE)
