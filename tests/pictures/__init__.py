"""Pictures of every screen and letter, to be looked at before a screen is called done.

A module in this folder draws some of them: a function marked ``@picture("name")`` returns the
widget to draw, or the bytes of a PDF. It is called once for each look, after the look is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Drawn = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name and the window's size in pixels at normal text."""

    name: str
    size: tuple[int, int]
    draw: Drawn


def picture(name: str, size: tuple[int, int] = (1280, 800)) -> Callable[[Drawn], Picture]:
    """Mark a function as the drawer of the picture ``name``."""
    return lambda draw: Picture(name, size, draw)
