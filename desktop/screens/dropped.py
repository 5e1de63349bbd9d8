"""What is dropped on a window: one file of this computer, or nothing it takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> Path | None:
    """The file or folder that is dropped; None for several, for text and for what is elsewhere."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return Path(path) if path else None
