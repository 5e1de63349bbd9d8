"""What a family can say no to. Each is a no of its own; none stands for another."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """What the family said no to."""

    DIRECTORY = "directory"
    RECRUITERS = "recruiters"
    PPRA = "ppra"
