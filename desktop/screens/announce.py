"""Say something to a screen reader without moving the keyboard's place."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(source: QObject, text: str, *, alert: bool = False) -> None:
    """Have ``text`` spoken; ``alert`` also marks ``source`` as something that wants attention."""
    # The accessibility classes are large; nobody needs them before the first thing is said.
    from PySide6.QtGui import (  # noqa: PLC0415
        QAccessible,
        QAccessibleAnnouncementEvent,
        QAccessibleEvent,
    )

    if not text or not QAccessible.isActive():
        return
    if alert:
        QAccessible.updateAccessibility(QAccessibleEvent(source, QAccessible.Event.Alert))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
