"""Open the practice office as one of its staff; a day's first opening makes it afresh.

It asks for no passphrase, and its dates stay near today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from desktop.actions import office
from desktop.actions.office import Opened
from desktop.actions.practice import OPEN_TO_ALL, Progress, build_practice_office, invented
from desktop.errors import DeskError
from desktop.office import key_files, keys
from desktop.paths import Home
from desktop.records.defaults import Defaults
from desktop.records.law import Law
from desktop.records.person import Role
from desktop.records.practice import PracticeStaff
from desktop.store import queries

_FILES = ("office.records*", "office.keys*", "office.mark", "reminded*")


class _LeftError(Exception):
    """Nobody wants the practice office any more."""


def practisers() -> tuple[PracticeStaff, ...]:
    """Whom one can practise as: the first of the invented staff in each role.

    Raises:
        ResourceError: the invented families cannot be read.
    """
    first: dict[Role, PracticeStaff] = {}
    for one in invented().staff:
        first.setdefault(one.role, one)
    return tuple(first[role] for role in Role if role in first)


def open_practice_office(
    home: Home,
    law_of: Callable[[str | None], Law],
    defaults: Defaults,
    *,
    now: datetime,
    role: Role | None = None,
) -> Opened:
    """Open today's practice office, making it when there is none from today.

    Args:
        home: the practice folder; files of an older practice office there are thrown away.
        law_of: gives the law of a state.
        defaults: the shipped lists.
        now: this moment, with its zone.
        role: whom to practise as; the registrar where none is named.

    Raises:
        DeskError: the folder cannot be written, or the invented families cannot be read.
    """
    opened = todays_practice_office(home, now=now)
    if opened is None:
        _throw_away(home)
        opened = build_practice_office(home, law_of, defaults, now=now, progress=_tell_nobody)
    return _as(opened, role)


def todays_practice_office(home: Home, *, now: datetime, role: Role | None = None) -> Opened | None:
    """The practice office there is, when it opens, is whole and was made today."""
    try:
        file = key_files.load(key_files.key_file_of(home.records_file))
        person = file.slots[0].person
        opened = office.open_office(home, person, keys.unlock(file, person, OPEN_TO_ALL))
    except (DeskError, IndexError):
        return None
    made_at = queries.made_at(opened.store)
    # The file is made with a moment of its own day; what was left half made lacks requests.
    whole = queries.ever_logged(opened.store) >= len(invented().request)
    if whole and made_at and _local_day(made_at) == _local_day(now):
        return _as(opened, role)
    opened.store.close()
    return None


def make_practice_office(
    home: Home,
    law_of: Callable[[str | None], Law],
    defaults: Defaults,
    *,
    now: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> bool:
    """Make today's practice office and close it again, for a thread beside the window.

    Returns:
        Whether it is there. Left half way, nothing of it is.

    Raises:
        DeskError: the folder cannot be written, or the invented families cannot be read.
    """

    def go_on(done: int, total: int) -> None:
        if cancelled():
            raise _LeftError
        progress(done, total)

    _throw_away(home)
    try:
        opened = build_practice_office(home, law_of, defaults, now=now, progress=go_on)
    except _LeftError:
        _throw_away(home)
        return False
    opened.store.close()
    return True


def _as(opened: Opened, role: Role | None) -> Opened:
    """Signed in as the one that was offered for ``role``; several may hold it."""
    offered = {(one.role, one.initials) for one in practisers()}
    people = (one for one in queries.people(opened.store) if one.active and one.role is role)
    found = next((one for one in people if (one.role, one.initials) in offered), opened.person)
    return replace(opened, person=found)


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _throw_away(home: Home) -> None:
    try:
        for pattern in _FILES:
            for file in home.folder.glob(pattern):
                file.unlink()
    except OSError:
        raise DeskError(
            "cannot_write",
            "The practice office's folder cannot be written to.",
            "Ask your IT staff, then try again.",
        ) from None
