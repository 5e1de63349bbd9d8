"""A place where this school keeps records about a student, as the office lists it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the office's list; ``id`` is None until it is kept.

    ``overwrites``: what lies there is written over by itself, as video is. It must be asked to
    keep it on the day a request comes (34 CFR 99.10(e)), not when the search gets there.
    ``vendor``: a company keeps the records for the school, which stay the school's (34 CFR 99.3).
    """

    id: int | None = None
    name: str
    keeper: str = ""
    overwrites: bool = False
    vendor: bool = False
