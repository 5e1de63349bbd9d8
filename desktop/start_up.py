"""What a start leaves out, for the sake of the queue: the first thing a window's process runs.

The rule of a start: import what the queue needs to be read and painted, nothing more. A class of
records costs half a millisecond where it is defined and a Qt class up to one where it is first
touched, so a module that only some click needs is imported inside the function that needs it, or
for its types alone. Nothing asks for a widget Qt made (a viewport, a parent) before first paint:
to find out what it is PySide6 defines every widget there is. ``tests/test_start_up.py`` holds the
list of what is loaded and defined by then.
"""

from __future__ import annotations

import builtins
import gc

from desktop import qt_code


def begin() -> None:
    """Load Qt's core, and let imports be imports from then on; nothing is collected.

    PySide6 puts itself before every import, reads the source of each module that comes after it,
    and keeps it, to find out whether the module may ask for snake_case names with ``from
    __feature__ import``. Nothing here does.

    Modules and classes are made to stay: looking through them for what can be freed is in vain.
    The window begins to collect once it is shown (``jobs.collect_again``).
    """
    gc.disable()
    with qt_code.kept():
        import PySide6.QtCore  # noqa: F401, PLC0415  # puts itself before imports; undone below

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def loaded() -> None:
    """All that stays for good is there: whoever collects later does not look through it again."""
    gc.freeze()
